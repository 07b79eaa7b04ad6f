"""Words in a row by their part of speech: Vale's `sequence`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from importlib.util import find_spec
from typing import Any, ClassVar, NamedTuple

from presslint.model.finding import Finding
from presslint.model.regex import regex
from presslint.packs.kinds.datarule import Flaw
from presslint.packs.kinds.patterns import Matcher
from presslint.packs.kinds.vale.rule import Finder, ValeRule
from presslint.packs.kinds.view import ValeBlock, ValeView
from presslint.packs.rule import Option

WORD = regex(r"[^\W_]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+(?:[-.]\w+)*|[^\w\s]")
TAGGER = "textblob"


class Token(NamedTuple):
    """One place of a sequence: what may stand there."""

    pattern: Matcher | None
    tags: frozenset[str]
    negate: bool
    skip: int

    def takes(self, word: str, tag: str) -> bool:
        fits = (self.pattern is None or _whole(self.pattern, word)) and (not self.tags or tag in self.tags)
        return fits != self.negate


class Tagged(NamedTuple):
    """A word of a text with its part of speech."""

    start: int
    end: int
    text: str
    tag: str


class Sequenced(ValeRule):
    """Words of certain kinds do not stand in a row."""

    needed: ClassVar[tuple[str, ...]] = ("tokens",)

    tokens: tuple[Mapping[str, Any], ...] = Option(
        (), description="What stands in a row: {pattern, tag, negate, skip}."
    )

    def examine(self) -> None:
        super().examine()
        if self.is_tagging and find_spec(TAGGER) is None:
            raise Flaw("extends", "a rule on parts of speech needs a tagger; install presslint[vale-tagger]")
        _ = self.places, self.finder

    @cached_property
    def is_tagging(self) -> bool:
        return any(token.get("tag") for token in self.tokens)

    @cached_property
    def places(self) -> tuple[Token, ...]:
        return tuple(self._place(token, index) for index, token in enumerate(self.tokens))

    def _place(self, token: Mapping[str, Any], index: int) -> Token:
        words = str(token.get("pattern") or "")
        pattern = Matcher(self.proven(words, "tokens", index), self.flags) if words else None
        tags = frozenset(filter(None, str(token.get("tag") or "").split("|")))
        return Token(pattern, tags, bool(token.get("negate")), int(token.get("skip") or 0))

    @cached_property
    def finder(self) -> Finder:
        """The words without which the sequence cannot stand."""
        said = [
            self.proven(str(token["pattern"]), "tokens", index)
            for index, token in enumerate(self.tokens)
            if token.get("pattern") and not token.get("negate")
        ]
        return Finder(said[:1], self.flags)

    def begin(self, view: ValeView) -> Any:
        if self.finder.matchers and not self.finder.awake(view.searched):
            return None
        return ()

    def judge(self, view: ValeView, block: ValeBlock, state: Any) -> Iterator[Finding]:
        text = block.passage.text
        if self.finder.matchers and self.finder.matchers[0].search(text) is None:
            return
        words = tagged(text, self.is_tagging)
        at = 0
        while at < len(words):
            found = self.run(words, at)
            if found is None:
                at += 1
                continue
            first, last = words[at], words[found[-1]]
            where = block.passage[first.start : last.end]
            said = [word.text for word in words[at : found[-1] + 1]]
            yield self.finding(where, self.say(*said), fix=self.offers(where))
            at = found[-1] + 1

    def run(self, words: Sequence[Tagged], at: int) -> list[int] | None:
        """The words that the places take, the first at `at`; None where they do not stand in a row."""
        if not self.places[0].takes(words[at].text, words[at].tag):
            return None
        taken = [at]
        for before, place in zip(self.places, self.places[1:], strict=False):
            reach = max(before.skip, place.skip) + 1
            following = range(taken[-1] + 1, min(taken[-1] + 1 + reach, len(words)))
            number = next((n for n in following if place.takes(words[n].text, words[n].tag)), None)
            if number is None:
                return None
            taken.append(number)
        return taken


def _whole(pattern: Matcher, word: str) -> bool:
    return any(match.span() == (0, len(word)) for match in pattern.finditer(word))


def tagged(text: str, is_tagging: bool) -> list[Tagged]:
    """The words and marks of a text, with parts of speech by the names of the Penn Treebank."""
    found = [(match.start(), match.end(), match.group()) for match in WORD.finditer(text)]
    tags = _tags([word for _, _, word in found]) if is_tagging else [""] * len(found)
    return [Tagged(*word, tag) for word, tag in zip(found, tags, strict=True)]


def _tags(words: Sequence[str]) -> list[str]:
    from textblob.en import parser  # type: ignore[import-untyped]

    said = parser.find_tags(list(words)) if words else []
    return [re.split(r"[-|]", tag)[0] if "-" in tag else tag for _, tag in (pair[:2] for pair in said)]
