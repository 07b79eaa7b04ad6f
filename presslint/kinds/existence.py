"""Words that must not stand: Vale's `existence`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from presslint.article import Article
from presslint.finding import Finding
from presslint.kinds.datarule import DataRule, Flaw, guarded, phrase
from presslint.kinds.patterns import required_literals
from presslint.phrases import Phrase, Phrases
from presslint.rule import Option


class Existence(DataRule):
    """Certain words do not stand in the copy."""

    slots: ClassVar[int] = 1

    tokens: tuple[str, ...] = Option((), description="Words, or regular expressions, that must not stand.")
    raw: tuple[str, ...] = Option(
        (), description="Pieces of one regular expression, put in front of the tokens."
    )
    append: bool = Option(False, description="Put `raw` behind the tokens instead.")
    exceptions: tuple[str, ...] = Option(
        (), description="Words in which, or around which, a token may stand."
    )
    ignorecase: bool = Option(False, description="Let capitals and small letters count as the same.")
    nonword: bool = Option(False, description="Let a token stand inside a word too.")
    vocab: bool = Option(True, description="Taken from Vale styles; presslint keeps no vocabulary.")

    def examine(self) -> None:
        super().examine()
        if not self.tokens and not self.raw:
            raise Flaw("extends", "this kind of rule needs “tokens” or “raw”")
        _ = self.phrases, self.spared

    @cached_property
    def phrases(self) -> Phrases:
        if not self.raw:
            return Phrases(self._phrase("tokens", number, token) for number, token in enumerate(self.tokens))
        tokens = f"(?:{'|'.join(self.tokens)})" if self.tokens else ""
        if tokens and not self.nonword:
            tokens = rf"\b{tokens}\b"
        whole = tokens + "".join(self.raw) if self.append else "".join(self.raw) + tokens
        pattern = guarded(whole, "raw", ignorecase=self.ignorecase)
        return Phrases(
            [Phrase("raw", pattern, required_literals(pattern), cased=not self.ignorecase, levelled=False)]
        )

    @cached_property
    def spared(self) -> Phrases | None:
        if not self.exceptions:
            return None
        return Phrases(
            self._phrase("exceptions", number, token) for number, token in enumerate(self.exceptions)
        )

    def _phrase(self, option: str, number: int, token: str) -> Phrase:
        return phrase(token, option, number, ignorecase=self.ignorecase, nonword=self.nonword)

    def look(self, article: Article) -> Iterator[Finding]:
        for _, where, _ in self.hits(article, self.phrases, self.spared):
            yield self.finding(where, self.say(where.text), fix=self.mend(where))
