"""The same thing twice in a row: Vale's `repetition`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from presslint.article import Article
from presslint.language.phrases import windowed
from presslint.language.voices import sentences_of
from presslint.model.finding import Finding
from presslint.model.passage import Passage
from presslint.packs.kinds.wordrule import WordRule
from presslint.packs.rule import Option


class Repetition(WordRule):
    """Nothing stands twice in a row within a sentence."""

    slots: ClassVar[int] = 1

    tokens: tuple[str, ...] = Option((r"[^\s]+",), description="Patterns for what must not repeat.")
    max: int = Option(0, ge=0, description="How many repetitions are still fine.")
    alpha: bool = Option(False, description="Look at words made of letters only.")

    def examine(self) -> None:
        super().examine()
        _ = self.pattern

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        sources = [self.proven(token, "tokens", index).source for index, token in enumerate(self.tokens)]
        whole = self.proven("|".join(f"(?:{source})" for source in sources), "tokens").source
        return re.compile(whole, re.IGNORECASE if self.ignorecase else 0)

    def look(self, article: Article) -> Iterator[Finding]:
        for stretch in self.stretches(article):
            for sentence in sentences_of(article, stretch.passage):
                yield from self._runs(sentence)

    def _runs(self, sentence: Passage) -> Iterator[Finding]:
        run: list[tuple[int, int]] = []
        said = ""
        for start, end in self._places(sentence.text):
            word = sentence.text[start:end]
            key = word.lower() if self.ignorecase else word
            if run and key == said and not sentence.text[run[-1][1] : start].strip():
                run.append((start, end))
                continue
            yield from self._judged(sentence, run, said)
            run, said = [(start, end)], key
        yield from self._judged(sentence, run, said)

    def _places(self, text: str) -> Iterator[tuple[int, int]]:
        for match in windowed(self.pattern, text):
            if match.group() and (not self.alpha or match.group().isalpha()):
                yield match.span()

    def _judged(self, sentence: Passage, run: list[tuple[int, int]], said: str) -> Iterator[Finding]:
        if len(run) - 1 <= self.max or self.spared_in(said).overlaps(0, len(said)):
            return
        where = sentence[run[0][0] : run[-1][1]]
        word = sentence.text[slice(*run[0])]
        fix = self.delete(sentence[run[0][1] : run[-1][1]], f"Keep one “{word}”", "unsafe")
        yield self.finding(where, self.say(word), fix=fix)
