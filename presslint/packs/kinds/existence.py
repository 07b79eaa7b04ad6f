"""Words that must not stand: Vale's `existence`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from presslint.article import Article
from presslint.language.phrases import Phrase, Phrases
from presslint.model.finding import Finding
from presslint.packs.kinds.datarule import Flaw
from presslint.packs.kinds.wordrule import WordRule
from presslint.packs.rule import Option


class Existence(WordRule):
    """Certain words do not stand in the copy."""

    slots: ClassVar[int] = 1

    tokens: tuple[str, ...] = Option((), description="Words, or regular expressions, that must not stand.")
    raw: tuple[str, ...] = Option((), description="Pieces of one regular expression, before the tokens.")
    append: bool = Option(False, description="Put `raw` behind the tokens instead.")

    def examine(self) -> None:
        super().examine()
        if not self.tokens and not self.raw:
            raise Flaw("extends", "this kind of rule needs “tokens” or “raw”")
        _ = self.phrases  # from here on in the one pass over all lists

    def sought(self) -> frozenset[str]:
        return self.phrases.literals if self.looks_at_all else frozenset()

    @cached_property
    def phrases(self) -> Phrases:
        if self.raw:
            return self.listed([self._raw_phrase()])
        return self.listed(self.phrase(token, "tokens", index) for index, token in enumerate(self.tokens))

    def _raw_phrase(self) -> Phrase:
        """`raw` and the tokens as one pattern, as Vale puts them together."""
        tokens = f"(?:{'|'.join(self.tokens)})" if self.tokens else ""
        if tokens and not self.nonword:
            tokens = rf"\b{tokens}\b"
        raw = "".join(self.raw)
        pattern, literals, _ = self.proven(tokens + raw if self.append else raw + tokens, "raw")
        return Phrase("raw", pattern, literals, cased=not self.ignorecase, levelled=False)

    def look(self, article: Article) -> Iterator[Finding]:
        for found in self.hits(article, self.phrases):
            yield self.finding(found.where, self.say(found.where.text), fix=self.mend(found.where))
