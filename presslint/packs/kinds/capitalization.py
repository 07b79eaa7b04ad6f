"""Capitals in titles, headings and other short lines: Vale's `capitalization`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import ClassVar

from presslint.article import Article
from presslint.model.finding import Finding
from presslint.model.passage import Passage, Word
from presslint.model.regex import regex
from presslint.packs.kinds.datarule import DataRule, Flaw
from presslint.packs.rule import Option

STYLES = ("AP", "Chicago")
CASES = ("$title", "$sentence", "$lower", "$upper")
# words that stay small inside a title; AP raises all of four letters and more
SMALL = frozenset(
    "a an and as at but by en for if in nor of off on or out per so the to up v via vs yet".split()
)
PREPOSITIONS = frozenset(
    "about above across after against along among around before behind below beneath beside between beyond"
    " despite down during except from inside into like near onto over past since through throughout"
    " toward towards under underneath until upon with within without".split()
)
BREAKS = regex(r"[:.!?—–]\s*[\"'“‘(]*$")


class Capitalization(DataRule):
    """A line has the capitals that the house gives it.

    `$title` and `$sentence` judge word by word, `$lower` and `$upper` the whole line, and anything
    else is a regular expression that must match.
    """

    slots: ClassVar[int] = 2
    needed: ClassVar[tuple[str, ...]] = ("match",)

    match: str = Option("", description="$title, $sentence, $lower, $upper, or a regular expression.")
    style: str = Option("AP", description="For $title: AP, or Chicago, which keeps long prepositions small.")
    exceptions: tuple[str, ...] = Option((), description="Words and names that are written just so.")
    indicators: tuple[str, ...] = Option(
        (), description="Endings of a word after which a capital is fine (“:”)."
    )
    threshold: float = Option(
        0.8, ge=0, le=1, description="For $sentence: the share of words that must be right."
    )
    prefix: str = Option("", description="A regular expression for what is left out of account at the start.")
    vocab: bool = Option(True, description="Taken from Vale styles; presslint keeps no vocabulary.")

    def examine(self) -> None:
        super().examine()
        if self.match.startswith("$") and self.match not in CASES:
            raise Flaw("match", f"there is no case “{self.match}”; use {', '.join(CASES)} or a pattern")
        if self.style not in STYLES:
            raise Flaw("style", f"there is no style “{self.style}”; use one of {', '.join(STYLES)}")
        _ = self.pattern, self.start

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        return None if self.match in CASES else re.compile(self.proven(self.match, "match").source)

    @cached_property
    def start(self) -> re.Pattern[str] | None:
        return re.compile(self.proven(self.prefix, "prefix").source) if self.prefix else None

    @cached_property
    def kept(self) -> frozenset[str]:
        return frozenset(word for entry in self.exceptions for word in entry.split())

    def look(self, article: Article) -> Iterator[Finding]:
        for stretch in self.stretches(article):
            passage = stretch.passage
            if self.start and (found := self.start.match(passage.text)):
                passage = passage[found.end() :].strip()
            if passage and not self._right(passage):
                title = self._titled(passage) if self.match == "$title" else ""
                fix = self.replace(passage, title, "Set it in title case", "unsafe") if title else None
                yield self.finding(passage, self.say(passage.text, title or self.match), fix=fix)

    def _right(self, passage: Passage) -> bool:
        text = passage.text
        if self.pattern is not None:
            return self.pattern.search(text) is not None
        if self.match == "$lower":
            return text == text.lower()
        if self.match == "$upper":
            return text == text.upper()
        if self.match == "$title":
            return text == self._titled(passage)
        return self._share_right(text, passage.words) >= self.threshold

    def _share_right(self, text: str, words: Sequence[Word]) -> float:
        """The share of words that are right in a line with a capital for its first word only."""
        if not words:
            return 1
        if words[0].text[0].islower() and words[0].text not in self.kept and _is_ordinary(words[0].text):
            return 0
        right = sum(
            number == 0
            or not word.text[0].isupper()
            or word.text in self.kept
            or not _is_ordinary(word.text)
            or self._may_rise(text[: word.start])
            for number, word in enumerate(words)
        )
        return right / len(words)

    def _may_rise(self, before: str) -> bool:
        return any(before.rstrip().endswith(mark) for mark in self.indicators)

    def _titled(self, passage: Passage) -> str:
        """The line in title case."""
        text, words = passage.text, passage.words
        small = SMALL | PREPOSITIONS if self.style == "Chicago" else SMALL
        out = list(text)
        for number, word in enumerate(words):
            if word.text in self.kept or not word.text[0].isalpha() or not _is_ordinary(word.text):
                continue
            inner = 0 < number < len(words) - 1 and not BREAKS.search(
                text[max(word.start - 6, 0) : word.start]
            )
            letter = word.text[0].lower() if inner and word.text.lower() in small else word.text[0].upper()
            if len(letter) == 1:
                out[word.start] = letter
        return "".join(out)


def _is_ordinary(word: str) -> bool:
    """Whether capitals after the first letter leave the word's case open: not iPhone, NASA, McCall."""
    return word[1:] == word[1:].lower() and not (len(word) == 1 and word == "I")
