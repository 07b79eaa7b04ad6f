"""Amounts of which a piece was lost: “.5 billion”, “raised  million”, “00 million”, “3. 5 million”.

A program that takes `$1` for a variable, or cleans figures away, leaves the rest of an amount standing. What is
recognised here is the rest, by its shape and the words around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from presslint.language.alternatives import any_of
from presslint.language.words.amounts import CHANGING, LEADING, PAYING, SCALES, SHARES, SINGULAR
from presslint.model.passage import Passage
from presslint.model.regex import regex

_SCALE = any_of(SCALES)
_UNIT = any_of((*SCALES, *SHARES))
_ONE_UNIT = any_of((*SINGULAR, *SHARES))
_FREE = r"(?<![^\s(])(?<!\d\s)"  # nothing of a figure right before it
_BOUND = r"(?![\w-])"
# “.5 billion”, “,000 people”: the first digits are gone
_HEADLESS = regex(rf"(?<=[^\W\d_]\s)(?:[.,]\d{{1,2}}\s{_SCALE}{_BOUND}|,\d{{3}}(?:,\d{{3}})*(?![\w,.]\w))")
# “00 million”, “0 million”
_ZEROS = regex(rf"{_FREE}(?:0{{2,3}}\s{_UNIT}|00,000(?:,000)?|0\s{_SCALE}){_BOUND}")
# “raised  million”: two blanks have a lost figure between them
_GAP = regex(rf"\b(?i:{any_of(LEADING)})[ \t]{{2,}}(?i:{_ONE_UNIT}){_BOUND}")
_PAID = regex(rf"\b(?i:{any_of(PAYING)}) (?i:{any_of(SINGULAR)}){_BOUND}")
_CHANGED = regex(rf"\b(?:{any_of(CHANGING)}) (?:(?:by|to|from) )?(?:percent|per cent){_BOUND}")
# “of 3. 5 million”
_APART = regex(rf"(?:\b(?i:{any_of(LEADING)}) |[$€£])\s?(?P<figure>\d{{1,3}}\. \d{{1,2}} {_UNIT}){_BOUND}")
_MARKS = (*SCALES, "percent", "per cent", "prozent", " ,", ",000")
_AS_WRITTEN = regex(
    r"(?<=[-_/])\d{1,3}(?:[-.,_]\d{1,3})?(?:[-_]?(?:million|billion|trillion|mio|mrd)|m|bn|b)(?![^-_/.])"
)


def torn_amounts(passage: Passage) -> Iterator[Passage]:
    """The rests of amounts in a passage, in the order of their kinds, none twice."""
    text = passage.text
    low = text.lower()
    if not any(mark in low for mark in _MARKS):
        return
    upto: set[int] = set()
    found = chain(
        passage.find(_HEADLESS), passage.find(_ZEROS), passage.find(_GAP), passage.find(_PAID),
        passage.find(_CHANGED), passage.find(_APART),
    )  # fmt: skip
    for where, match in found:
        if match.end() not in upto:
            upto.add(match.end())
            at = match.start("figure") - match.start() if "figure" in match.groupdict() else 0
            yield where[at:]


def amount_in(address: str) -> str:
    """The first amount that an address writes: “2-5-billion” of “/harbour-raises-2-5-billion”."""
    match = _AS_WRITTEN.search(address.lower())
    return match[0] if match is not None else ""
