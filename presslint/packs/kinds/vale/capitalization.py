"""Capitals in headings and other short lines: Vale's `capitalization`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar

from presslint.model.finding import Finding
from presslint.packs.kinds.capitalization import PREPOSITIONS, SMALL
from presslint.packs.kinds.datarule import Flaw
from presslint.packs.kinds.patterns import Matcher
from presslint.packs.kinds.vale.rule import ValeRule, either
from presslint.packs.kinds.view import ValeBlock, ValeView, settings_of
from presslint.packs.rule import Option

STYLES = ("AP", "Chicago")
CASES = ("$title", "$sentence", "$lower", "$upper")


class Capitalization(ValeRule):
    """A line has the capitals that the house gives it."""

    needed: ClassVar[tuple[str, ...]] = ("match",)

    match: str = Option("", description="$title, $sentence, $lower, $upper, or a regular expression.")
    style: str = Option("AP", description="For $title: AP or Chicago.")
    indicators: tuple[str, ...] = Option(
        (), description="Endings of a word after which a capital is fine (“:”)."
    )
    threshold: float = Option(0.8, description="The share of words that must be right.")
    prefix: str = Option("", description="A regular expression for what is left out of account at the start.")

    def examine(self) -> None:
        for option in ("match", "message"):
            if not getattr(self, option):
                raise Flaw("extends", f"this kind of rule needs “{option}”")
        if self.match.startswith("$") and self.match not in CASES:
            raise Flaw("match", f"there is no case “{self.match}”; use {', '.join(CASES)} or a pattern")
        _ = self.pattern, self.start

    @cached_property
    def pattern(self) -> Matcher | None:
        return None if self.match in CASES else Matcher(self.proven(self.match, "match"), re.MULTILINE)

    @cached_property
    def start(self) -> Matcher | None:
        return Matcher(self.proven(self.prefix, "prefix"), re.MULTILINE) if self.prefix else None

    def judge(self, view: ValeView, block: ValeBlock, state: Any) -> Iterator[Finding]:
        passage = block.passage
        found = self.start.search(passage.text) if self.start else None
        if found is not None and found.start() == 0:
            passage = passage[found.end() :]
        text = passage.text
        if not text.strip():
            return
        if self.pattern is not None:
            if self.pattern.search(text) is None:
                yield self.finding(block.passage, self.say(text, self.match))
            return
        accepted = settings_of(view.article).accepted if self.vocab else ()
        kept = _Kept(self.exceptions + accepted)
        share, expected = JUDGES[self.match](self, text, kept)
        if share <= self.threshold:
            shown = expected or self.match
            fix = self.mended(passage, "replace", (expected,)) if expected else ()
            yield self.finding(block.passage, self.say(text, shown), fix=fix)

    def in_sentence(self, text: str, kept: _Kept) -> tuple[float, str]:
        words = [(found.group(), found.start()) for found in re.finditer(r"\S+", text)]
        if len(words) > 1 and re.fullmatch(r"\d+[.)]?", words[0][0]):
            del words[0]  # the number of a step
        right = 0
        before = ""
        for number, (word, at) in enumerate(words):
            head = word.split("-")[0].strip("“”\"'‘’()[]*,.:;!?") or word
            if head == head.upper() or before.endswith(self.indicators) or kept.covers(text, at, word):
                right += 1
            elif number == 0:
                if head != head[:1].upper() + head[1:].lower():
                    return 0.0, ""
                right += 1
            elif head == head.lower():
                right += 1
            before = word
        return right / len(words), ""

    def in_title(self, text: str, kept: _Kept) -> tuple[float, str]:
        small = SMALL | PREPOSITIONS if self.style == "Chicago" else SMALL
        words = list(re.finditer(r"[^\s-]+(?:-[^\s-]+)*", text))
        pieces = list(text)
        right = 0
        for number, found in enumerate(words):
            word = found.group()
            ends = number in (0, len(words) - 1) or text[: found.start()].rstrip()[-1:] in (
                ":",
                ".",
                "?",
                "!",
            )
            expected = word.lower() if not ends and word.lower() in small else _raised(word)
            if word == expected or word == word.upper() or kept.covers(text, found.start(), word):
                right += 1
            else:
                pieces[found.start() : found.end()] = expected
        return right / len(words), "".join(pieces) if right < len(words) else text

    def in_small(self, text: str, kept: _Kept) -> tuple[float, str]:
        words = list(re.finditer(r"\S+", text))
        right = sum(
            word.group() == word.group().lower() or kept.covers(text, word.start(), word.group())
            for word in words
        )
        return right / len(words), text.lower()

    def in_capitals(self, text: str, kept: _Kept) -> tuple[float, str]:
        words = list(re.finditer(r"\S+", text))
        right = sum(
            word.group() == word.group().upper() or kept.covers(text, word.start(), word.group())
            for word in words
        )
        return right / len(words), text.upper()


JUDGES: Mapping[str, Callable[[Capitalization, str, _Kept], tuple[float, str]]] = {
    "$sentence": Capitalization.in_sentence,
    "$title": Capitalization.in_title,
    "$lower": Capitalization.in_small,
    "$upper": Capitalization.in_capitals,
}


def _raised(word: str) -> str:
    """A word with a capital; capitals inside it stay."""
    at = next((number for number, char in enumerate(word) if char.isalnum()), 0)
    return word[:at] + word[at : at + 1].upper() + word[at + 1 :]


class _Kept:
    """The words and phrases of the exceptions, and whether one of them covers a word of a text."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._matcher = either(words)
        self._words = frozenset(words)

    def covers(self, text: str, at: int, word: str) -> bool:
        if word in self._words:
            return True
        if self._matcher is None:
            return False
        return any(
            match.start() <= at + len(word) - 1 and match.end() > at and match.group().strip()
            for match in self._matcher.finditer(text)
        )
