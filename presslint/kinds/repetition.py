"""The same thing twice in a row: Vale's `repetition`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from presslint.article import Article
from presslint.finding import Finding
from presslint.kinds.datarule import DataRule, guarded, phrase
from presslint.passage import Passage
from presslint.phrases import Phrases, windowed
from presslint.rule import Option


class Repetition(DataRule):
    """Nothing stands twice in a row within a sentence."""

    slots: ClassVar[int] = 1

    tokens: tuple[str, ...] = Option(
        ("[^\\s]+",), description="Regular expressions for what must not repeat."
    )
    max: int = Option(0, ge=0, description="How many repetitions are still fine.")
    alpha: bool = Option(False, description="Look at words made of letters only.")
    exceptions: tuple[str, ...] = Option((), description="Words that may repeat.")
    ignorecase: bool = Option(False, description="Let capitals and small letters count as the same.")
    vocab: bool = Option(True, description="Taken from Vale styles; presslint keeps no vocabulary.")

    def examine(self) -> None:
        super().examine()
        _ = self.pattern, self.spared

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        sources = [guarded(token, "tokens", number) for number, token in enumerate(self.tokens)]
        whole = guarded("|".join(f"(?:{source})" for source in sources), "tokens")
        return re.compile(whole, re.IGNORECASE if self.ignorecase else 0)

    @cached_property
    def spared(self) -> Phrases | None:
        if not self.exceptions:
            return None
        return Phrases(
            phrase(word, "exceptions", number, ignorecase=self.ignorecase, nonword=False)
            for number, word in enumerate(self.exceptions)
        )

    def look(self, article: Article) -> Iterator[Finding]:
        for stretch in self.stretches(article):
            for sentence in stretch.passage.sentences:
                yield from self._runs(sentence)

    def _runs(self, sentence: Passage) -> Iterator[Finding]:
        run: list[tuple[int, int]] = []
        said = ""
        for match in (*windowed(self.pattern, sentence.text), None):
            word = match.group() if match else ""
            key = word.lower() if self.ignorecase else word
            follows = (
                match is not None and bool(run) and not sentence.text[run[-1][1] : match.start()].strip()
            )
            if match is not None and key == said and follows:
                run.append(match.span())
                continue
            if len(run) - 1 > self.max and not (self.spared and any(self.spared.search(said))):
                yield self._finding(sentence, run)
            usable = match is not None and (not self.alpha or word.isalpha())
            run, said = ([match.span()], key) if match is not None and usable else ([], "")

    def _finding(self, sentence: Passage, run: list[tuple[int, int]]) -> Finding:
        where = sentence[run[0][0] : run[-1][1]]
        fix = self.delete(
            sentence[run[0][1] : run[-1][1]], f"Keep one “{sentence.text[slice(*run[0])]}”", "unsafe"
        )
        return self.finding(where, self.say(sentence.text[slice(*run[0])]), fix=fix)
