"""Claims a reader may ask a source for, by kind: statistic, superlative, comparison, trend, forecast, cause.

Only figures about a population count as statistics; what was counted that night is the news itself.
The kinds follow the schemas of Full Fact and ClaimBuster.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from operator import or_

from msgspec import Struct

from presslint.language.en import claims as words
from presslint.language.languages import ENGLISH
from presslint.language.lexicon import KEEP
from presslint.model.passage import MASK
from presslint.model.regex import regex


class Claim(Struct, frozen=True):
    """A claim at `start`..`end` of a sentence's text."""

    kind: str  # statistic | superlative | comparison | trend | forecast | cause
    start: int
    end: int


FAMILIES = {
    "statistic": words.STATISTIC,
    "superlative": words.SUPERLATIVE,
    "comparison": words.COMPARISON,
    "trend": words.TREND,
    "forecast": words.PREDICTION,
    "cause": words.CAUSE,
}
KINDS = tuple(FAMILIES)
# every shape has a bit; a word's tag says which shapes it lets through
SHAPES = tuple((kind, shape) for kind, family in FAMILIES.items() for shape in family)


@lru_cache(maxsize=len(SHAPES))
def _pattern(number: int) -> re.Pattern[str]:
    """A shape's pattern, compiled when copy first asks for it: all of them cost more than a short run."""
    return re.compile(SHAPES[number][1].pattern, re.IGNORECASE)


def _gates() -> dict[str, int]:
    gates: dict[str, int] = {}
    for number, (_, shape) in enumerate(SHAPES):
        for word in shape.words.split():
            gates[word] = gates.get(word, 0) | 1 << number
    return gates


_GATES = _gates()
_OF_KIND = {
    kind: sum(1 << number for number, (of, _) in enumerate(SHAPES) if of == kind) for kind in FAMILIES
}


class _Opened(dict[str, int]):
    """The shapes that a token lets through, remembered by spelling."""

    def __missing__(self, token: str) -> int:
        if len(self) > KEEP:
            self.clear()
        low = token.lower().replace("’", "'")
        gates = self[token] = _GATES.get(low, 0) | (_GATES["#"] if low[0].isdigit() else 0)
        return gates


_OPENED = _Opened()
NO_CLAIM = regex("|".join(words.NO_CLAIM))
PUBLIC = regex(rf"\b{words.PUBLIC}\b|\b(?:in|out of) (?:two|three|four|five|ten|\d)", re.IGNORECASE)
QUANTITY = regex(words.QUANTITY, re.IGNORECASE)
FIGURE = regex(
    rf"\d|\b(?:{ENGLISH.spelled(2, 12)}|{'|'.join(ENGLISH.tens[:4])}|{'|'.join(ENGLISH.multiples)}"
    r"|half|third|quarter|doubled?|tripled?|twice|percent"
    r"|per cent)\b",
    re.IGNORECASE,
)


def shapes_of(tokens: Iterable[str]) -> int:
    """The shapes of claims that a sentence's tokens let through, as bits; 0 when it can claim nothing."""
    return reduce(or_, map(_OPENED.__getitem__, tokens), 0)


def find_claims(text: str, open_gates: int, kinds: Sequence[str] = KINDS) -> list[Claim]:
    """The first claim of each of `kinds` in a sentence, given with the `shapes_of` its tokens.

    Quotations in `text` are masked already. Dates, times, ages and scores make no claim.
    """
    masks = open_gates & _GATES["#"] > 0
    plain = ""
    found: list[Claim] = []
    for kind in kinds:
        gates = open_gates & _OF_KIND[kind]
        if not gates:
            continue
        first: Claim | None = None
        while gates:
            lowest = gates & -gates
            gates ^= lowest
            pattern = _pattern(lowest.bit_length() - 1)
            match = pattern.search(text)
            if match is not None and masks:  # only now the dearer look at what makes no claim
                plain = plain or NO_CLAIM.sub(_blank, text)
                match = pattern.search(plain)
            if match is not None and (first is None or match.start() < first.start):
                first = Claim(kind, match.start(), match.end())
        if first is not None:
            found.append(first)
    return found


def _blank(match: re.Match[str]) -> str:
    return MASK * (match.end() - match.start())


def has_figure(text: str) -> bool:
    """Whether a text holds a number, in digits or in words."""
    return FIGURE.search(text) is not None
