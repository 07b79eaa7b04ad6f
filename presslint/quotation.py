"""Direct speech: which words of the prose stand between quotation marks, and which marks lack a partner.

Double and single marks, straight and curly, and guillemets are told from apostrophes, inches and
feet. A quotation ends with its paragraph, unless the next paragraph opens with a mark again: then it
goes on there, as print has it. Marks are read once, from left to right, in linear time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from presslint.passage import Passage
from presslint.sentences import split

MARKS = re.compile(r"['‘’]n['’]|``|''|[\"“”„‟«»‹›'‘’‚]", re.IGNORECASE)
ELISION = re.compile(r"(?:\d\ds|(?:tis|twas|twere|twill|em|til|ere|neath|nuff|n)\b)", re.IGNORECASE)
SHORT_YEAR = re.compile(r"\d\d\b")
CLIPPED = re.compile(r"\b(?:\w{2,20}in|an|o|ol|th|wi)\Z", re.IGNORECASE)
FEET_AND_INCHES = re.compile(r"\d['’′]\s?\d{1,2}(?:[½¼¾]|\.\d)?\Z")
BEFORE_OPENING = frozenset("([{/—–-=“‘«\"'¡¿>|")
AFTER_CLOSING = frozenset(".,;:!?…)]}/—–-”’»\"'*_<|")

DOUBLE, SINGLE, GUILLEMETS = "double", "single", "guillemets"
FAMILIES = {
    **dict.fromkeys(('"', "“", "”", "„", "‟", "``", "''"), DOUBLE),
    **dict.fromkeys(("'", "‘", "’", "‚"), SINGLE),
    **dict.fromkeys("«»‹›", GUILLEMETS),
}


@dataclass(frozen=True, eq=False)
class Quotation:
    """Words between quotation marks; a quotation inside another one is part of the outer one.

    `passage` holds the words without the marks. When a mark lacks its partner, it reaches no
    further than the sentence, and `opened` or `closed` is False. `continues` says that the speech
    goes on in the next paragraph, `continued` that it began in the one before. `style` is double,
    single or guillemets.
    """

    passage: Passage
    opened: bool = True
    closed: bool = True
    continues: bool = False
    continued: bool = False
    style: str = DOUBLE

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def balanced(self) -> bool:
        """True when no mark is missing; speech that goes on in the next paragraph needs no close."""
        return self.opened and (self.closed or self.continues)


def find_quotations(prose: Sequence[Passage]) -> Iterator[Quotation]:
    """Direct speech in paragraphs that follow one another, in order of the text."""
    continued = ""
    for index, passage in enumerate(prose):
        reading = _read(passage, _opening_family(prose, index + 1))
        for stretch in reading.stretches:
            yield Quotation(
                passage[stretch.start : stretch.end],
                stretch.opened,
                stretch.closed,
                stretch.continues,
                bool(continued) and continued == stretch.family and stretch.first,
                stretch.family,
            )
        last = reading.stretches[-1] if reading.stretches else None
        continued = last.family if last is not None and last.continues else ""


def unbalanced(prose: Sequence[Passage]) -> Iterator[Passage]:
    """Each quotation mark without a partner, as a passage of that mark alone.

    Speech that the next paragraph takes up with a mark of its own is not missing one. A straight or
    curly apostrophe is never reported. Give all paragraphs at once, or a headline by itself.
    """
    for index, passage in enumerate(prose):
        for mark in _read(passage, _opening_family(prose, index + 1)).lonely:
            yield passage[mark.start : mark.end]


class _Side(Enum):
    OPEN = auto()
    CLOSE = auto()
    EITHER = auto()


class _Mark(NamedTuple):
    start: int
    end: int
    family: str
    side: _Side
    sure: bool  # False: perhaps an apostrophe


class _Stretch(NamedTuple):
    start: int
    end: int
    opened: bool
    closed: bool
    continues: bool
    family: str
    first: bool  # nothing but white space stands before its mark


class _Reading(NamedTuple):
    stretches: list[_Stretch]
    lonely: list[_Mark]


def _opening_family(prose: Sequence[Passage], index: int) -> str:
    """The family of the mark with which paragraph `index` opens; empty when there is none."""
    if index >= len(prose):
        return ""
    text = prose[index].text
    at = len(text) - len(text.lstrip())
    found = MARKS.match(text, at)
    if found is None or not text[found.end() : found.end() + 1].strip():
        return ""
    if ELISION.match(text, found.end()):
        return ""
    return FAMILIES.get(found.group(), "")


def _read(passage: Passage, next_opens: str) -> _Reading:
    text = passage.text
    marks = _marks(text, [(m.start, m.end) for m in passage.marks if m.kind == "code"])
    if not marks:
        return _Reading([], [])
    return _stretches(_Pairing(text, marks, next_opens))


# -- which marks there are ------------------------------------------------------------------------


def _marks(text: str, code: list[tuple[int, int]]) -> list[_Mark]:
    """Quotation marks in order; apostrophes, inches and marks in code are left out."""
    marks: list[_Mark] = []
    code_at = 0
    code.sort()
    for found in MARKS.finditer(text):
        while code_at < len(code) and code[code_at][1] <= found.start():
            code_at += 1
        if code_at < len(code) and code[code_at][0] <= found.start():
            continue
        family = FAMILIES.get(found.group())
        if family is None:  # rock 'n' roll
            continue
        read = _single if family == SINGLE else _double
        mark = read(text, found.group(), found.start(), found.end(), family)
        if mark is not None:
            marks.append(mark)
    return marks


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The characters before and after, a space at either end of the text."""
    return text[start - 1] if start else " ", text[end] if end < len(text) else " "


def _double(text: str, sign: str, start: int, end: int, family: str) -> _Mark | None:
    before, after = _around(text, start, end)
    opens = before.isspace() or before in BEFORE_OPENING
    closes = after.isspace() or after in AFTER_CLOSING
    if sign in ("“", "‟", "«", "‹"):
        backward = (
            closes and after != "“" and (not opens or after.isspace())
        )  # the wrong way round, or „German“
        side = _Side.EITHER if backward else _Side.OPEN
    elif sign in ("”", "»", "›"):
        side = _Side.EITHER if opens and not closes else _Side.CLOSE
    elif sign in ("„", "``"):
        side = _Side.OPEN
    elif sign == '"' and FEET_AND_INCHES.search(text, max(start - 8, 0), start):
        return None
    else:
        side = _Side.EITHER if opens == closes else _Side.OPEN if opens else _Side.CLOSE
    sure = not (sign == '"' and before.isdigit())
    return _Mark(start, end, family, side, sure)


def _single(text: str, sign: str, start: int, end: int, family: str) -> _Mark | None:
    before, after = _around(text, start, end)
    if sign == "‚":
        return _Mark(start, end, family, _Side.OPEN, True) if before.isspace() and after.isalpha() else None
    opens = before.isspace() or before in BEFORE_OPENING
    if sign != "’" and opens and not after.isspace() and after not in ".,;:!?)]}":
        if ELISION.match(text, end):
            return None
        sure = sign == "‘" and SHORT_YEAR.match(text, end) is None  # others need a closing mark
        return _Mark(start, end, family, _Side.OPEN, sure)
    if not before.isspace() and not after.isalnum():
        return _Mark(start, end, family, _Side.CLOSE, not _maybe_apostrophe(text, start, end))
    return None


def _maybe_apostrophe(text: str, start: int, end: int) -> bool:
    """Whether a mark at a word's end could be an apostrophe: dogs' home, goin' home, 5' pole."""
    before, after = _around(text, start, end)
    if before.isdigit():
        return True
    follows = after.isspace() and text[end + 1 : end + 2].isalnum()
    if before in "sSzZxX":
        return follows
    return follows and CLIPPED.search(text, max(start - 24, 0), start) is not None


# -- which belong together ------------------------------------------------------------------------


class _Pairing:
    """Opening and closing marks brought together: `pairs` of mark numbers, and those left alone."""

    def __init__(self, text: str, marks: list[_Mark], next_opens: str) -> None:
        self.text = text
        self.marks = marks
        self.next_opens = next_opens
        self.pairs: list[tuple[int, int]] = []
        self.unopened: list[int] = []
        self._stack: list[int] = []
        self._abandoned: list[int] = []
        self._open = dict.fromkeys((DOUBLE, SINGLE, GUILLEMETS), 0)
        self._close_ahead, self._sure_close_ahead, self._open_ahead = _singles_ahead(marks)
        for at, mark in enumerate(marks):
            if not (self._is_apostrophe(at) if mark.family == SINGLE else self._is_unit(at)):
                self._take(at)
        # a guillemet by itself is an arrow: “Read on »”
        self.unclosed = [at for at in sorted(self._abandoned + self._stack) if self._is_quoting(at)]
        self.unopened = [at for at in self.unopened if self._is_quoting(at)]

    def _is_quoting(self, at: int) -> bool:
        return self.marks[at].family != GUILLEMETS or self.next_opens == GUILLEMETS

    def _take(self, at: int) -> None:
        _, _, family, side, _ = self.marks[at]
        inside = self._open[family] > 0
        if side is _Side.OPEN or (side is _Side.EITHER and not inside):
            self._stack.append(at)
            self._open[family] += 1
        elif inside:
            while self.marks[self._stack[-1]].family != family:
                self._abandoned.append(self._stack.pop())
                self._open[self.marks[self._abandoned[-1]].family] -= 1
            self.pairs.append((self._stack.pop(), at))
            self._open[family] -= 1
        else:
            self.unopened.append(at)

    def _is_apostrophe(self, at: int) -> bool:
        """Whether a single mark is no quotation mark after all, from what stands around it."""
        mark = self.marks[at]
        if mark.side is _Side.CLOSE:
            if not self._stack or self.marks[self._stack[-1]].family != SINGLE:
                return True
            later = self._sure_close_ahead[at]
            return not mark.sure and later >= 0 and not 0 <= self._open_ahead[at] < later
        if mark.sure:
            return False
        if self._stack:
            return True
        year = SHORT_YEAR.match(self.text, mark.end) is not None
        if (self._sure_close_ahead if year else self._close_ahead)[at] >= 0:
            return False
        return self.next_opens != SINGLE or bool(self.text[: mark.start].strip())

    def _is_unit(self, at: int) -> bool:
        """Whether a double mark after a figure means inches: nothing is open, or more is to come."""
        mark = self.marks[at]
        if mark.sure:
            return False
        if not self._open[DOUBLE]:
            return True
        if not self.text[mark.end : mark.end + 2].strip()[:1].islower():
            return False
        following = next((mark for mark in self.marks[at + 1 : at + 4] if mark.family == DOUBLE), None)
        return following is not None and following.side is _Side.CLOSE


def _singles_ahead(marks: list[_Mark]) -> tuple[list[int], list[int], list[int]]:
    """For each mark the next single mark that may close, surely closes, opens; -1 for none."""
    size = len(marks)
    close, sure_close, opening = [-1] * size, [-1] * size, [-1] * size
    next_close = next_sure = next_open = -1
    for at in range(size - 1, -1, -1):
        close[at], sure_close[at], opening[at] = next_close, next_sure, next_open
        mark = marks[at]
        if mark.family != SINGLE:
            continue
        if mark.side is _Side.OPEN:
            next_open = at
        else:
            next_close = at
            next_sure = at if mark.sure else next_sure
    return close, sure_close, opening


# -- what they enclose ----------------------------------------------------------------------------


def _stretches(pairing: _Pairing) -> _Reading:
    text, marks, unclosed = pairing.text, pairing.marks, pairing.unclosed
    begin = len(text) - len(text.lstrip())
    continuing = next((at for at in unclosed if marks[at].family == pairing.next_opens), len(marks))
    lonely = sorted([at for at in unclosed if at < continuing] + pairing.unopened)
    sentences = split(text) if lonely else []
    starts, ends = [start for start, _ in sentences], [end for _, end in sentences]
    openings = sorted([opening for opening, _ in pairing.pairs] + unclosed)

    found: list[_Stretch] = []
    for opening, closing in pairing.pairs:
        mark = marks[opening]
        found.append(
            _Stretch(mark.end, marks[closing].start, True, True, False, mark.family, mark.start == begin)
        )
    for at in unclosed:
        mark = marks[at]
        if at < continuing:
            end = _first_from(ends, mark.end, len(text))
            end = min(end, marks[_first_from(openings, at, at)].start) if at != openings[-1] else end
        else:
            end = len(text.rstrip())
        end = max(end, mark.end)
        found.append(_Stretch(mark.end, end, True, False, at >= continuing, mark.family, mark.start == begin))
    for at in pairing.unopened:
        mark = marks[at]
        start = max(
            starts[max(bisect_right(starts, mark.start) - 1, 0)] if starts else 0,
            marks[at - 1].end if at else 0,
        )
        found.append(_Stretch(min(start, mark.start), mark.start, False, True, False, mark.family, False))
    return _Reading(_outermost(found), [marks[at] for at in lonely])


def _outermost(found: list[_Stretch]) -> list[_Stretch]:
    """Stretches in order of the text, those inside another one left out."""
    kept: list[_Stretch] = []
    reach = -1
    for stretch in sorted(found, key=lambda stretch: (stretch.start, -stretch.end)):
        if stretch.start >= reach:
            kept.append(stretch)
            reach = stretch.end
    return kept


def _first_from(numbers: list[int], at: int, otherwise: int) -> int:
    """The first of sorted `numbers` that is greater than `at`."""
    index = bisect_right(numbers, at)
    return numbers[index] if index < len(numbers) else otherwise
