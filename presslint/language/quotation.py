"""Direct speech: which words of the prose stand between quotation marks, and which marks lack a partner.

Double and single marks, straight and curly, and guillemets are told from apostrophes, inches and
feet. A quotation ends with its paragraph, unless the next paragraph opens with a mark again: then it
goes on there, as print has it. Marks are read once, from left to right, in linear time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache

from msgspec import Struct

from presslint.language.languages import ENGLISH, Language
from presslint.language.sentences import split
from presslint.model.passage import Passage
from presslint.model.regex import regex

# begins with one set of signs, so that the search skips what is none: 'n', `` and '', then each by itself
MARKS = regex(r"[\"“”„‟«»‹›'‘’‚`「」『』《》〈〉〝〟](?:(?<=['‘’])[nN]['’]|(?<=`)`|(?<=')'|(?<!`))")
SHORT_YEAR = regex(r"\d\d\b")
FEET_AND_INCHES = regex(r"\d['’′]\s?\d{1,2}(?:[½¼¾]|\.\d)?\Z")
BEFORE_OPENING = frozenset("([{/—–-=“‘«„‚\"'¡¿>|")
# what UTF-8 read as another code page leaves before a mark: “âœ“” was a tick
MOJIBAKE = regex(r"[âÃÂð][\x80-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{0,3}\Z")
# scripts that write no blank between a closing mark and the particle after it: ‘…’입니다
JOINING = regex(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
FIRST_JOINING = "\u0e00"
WIDE = frozenset("，。：；、！？（）")  # stops of a full width, which no blank parts from a mark
AFTER_CLOSING = frozenset(".,;:!?…)]}/—–-”’»\"'*_<|")

# what opens and what closes a quotation, for the sets of expressions that stop at one
OPENING, CLOSING_DOUBLE = "\"“„«‘'", '"”»'
CLOSING = CLOSING_DOUBLE + "’'"

TIE_LIMIT = 6  # paragraphs over which an unclosed mark looks for its close
ARROW_LINE = 8  # words of a line that a guillemet points from
SPEECH_LIMIT = 12  # the same for speech that fills whole paragraphs, with quotations inside it

DOUBLE, SINGLE, GUILLEMETS, ANGLES = "double", "single", "guillemets", "single guillemets"
# marks of Chinese, Japanese and Korean, each kind by itself: speech, speech in speech, titles
CORNERS, HOLLOW, TITLES, NARROW = "corners", "hollow corners", "titles", "titles in titles"
FAMILIES = {
    **dict.fromkeys(('"', "“", "”", "„", "‟", "``", "''"), DOUBLE),
    **dict.fromkeys(("'", "‘", "’", "‚"), SINGLE),
    **dict.fromkeys("«»", GUILLEMETS),
    **dict.fromkeys("‹›", ANGLES),
    **dict.fromkeys("「」", CORNERS),
    **dict.fromkeys("『』", HOLLOW),
    **dict.fromkeys("《》", TITLES),
    **dict.fromkeys("〈〉", NARROW),
    **dict.fromkeys("〝〟", DOUBLE),
}
WIDE_OPENING, WIDE_CLOSING = frozenset("「『《〈〝"), frozenset("」』》〉〟")


class Quotation(Struct, frozen=True, eq=False):
    """Words between quotation marks; a quotation inside another one is part of the outer one.

    `passage` holds the words without the marks. When a mark lacks its partner, it reaches no
    further than the sentence, and `opened` or `closed` is False. `continues` says that the speech
    goes on in the next paragraph, `continued` that it began in the one before; a part that is
    continued but not opened lacks the mark with which its paragraph should begin. `style` is
    double, single, guillemets, single guillemets, corners, hollow corners, titles or titles in titles.
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


def find_quotations(
    prose: Sequence[Passage], language: Language = ENGLISH, marked: Sequence[Paragraph] | None = None
) -> Iterator[Quotation]:
    """Direct speech in paragraphs that follow one another, in order of the text; `marked` is their `read_marks`."""
    continued = ""
    for passage, paragraph in zip(prose, marked or read_marks(prose, language), strict=True):
        stretches = paragraph.stretches()
        for stretch in stretches:
            yield Quotation(
                passage[stretch.start : stretch.end],
                stretch.opened,
                stretch.closed,
                stretch.continues,
                bool(continued) and continued == stretch.family and stretch.first,
                stretch.family,
            )
        continued = stretches[-1].family if stretches and stretches[-1].continues else ""


def unbalanced(prose: Sequence[Passage], language: Language = ENGLISH) -> Iterator[Passage]:
    """Each quotation mark without a partner, as a passage of that mark alone.

    Speech that goes on over several paragraphs misses no mark, whether the later ones begin with
    one or not (see `Quotation.continued`). An apostrophe is never reported. Give all paragraphs at
    once, or a headline by itself.
    """
    for passage, paragraph in zip(prose, read_marks(prose, language), strict=True):
        for number in paragraph.lonely:
            mark = paragraph.marks[number]
            yield passage[mark.start : mark.end]


def mismatched(
    prose: Sequence[Passage], language: Language = ENGLISH, marked: Sequence[Paragraph] | None = None
) -> Iterator[tuple[Passage, Passage]]:
    """The double marks of each quotation that the language would not pair, as English does not: ”so”, “so“, "so”.

    `marked` is the `read_marks` of the paragraphs, where it is known.
    """
    pairs = frozenset(language.quotation_marks)
    for passage, paragraph in zip(prose, marked or read_marks(prose, language), strict=True):
        text = passage.text
        if "„" in text and ("„", "“") not in pairs:  # copy that quotes as German does
            continue
        for opening, closing in sorted(paragraph.pairs):
            left, right = paragraph.marks[opening], paragraph.marks[closing]
            attribute = text[left.start - 1 : left.start] == "="
            if left.family != DOUBLE or not (left.sure and right.sure) or attribute:
                continue
            signs = text[left.start : left.end], text[right.start : right.end]
            if signs not in pairs:
                yield passage[left.start : left.end], passage[right.start : right.end]


class _Apostrophes:
    """Where a language writes an apostrophe: the words that begin with one, and those that may end with one."""

    def __init__(self, language: Language) -> None:
        self.language = language
        elisions = "|".join(language.elisions) or "(?!)"
        self.elision = regex(rf"(?:\d\ds|(?:{elisions})\b)", re.IGNORECASE)
        ends = "|".join((*(rf"\w{{2,20}}{end}" for end in language.clipped_endings), *language.clipped_words))
        self.clipped = regex(rf"\b(?:{ends or '(?!)'})\Z", re.IGNORECASE)
        pairs = language.quotation_marks
        self.alike = ("”", "”") in pairs  # one sign opens and closes, as in Swedish
        # where guillemets are the first or the second way to quote, one without a partner is no arrow
        self.angled = not {("«", "»"), ("»", "«")}.isdisjoint(pairs[:2])


@lru_cache(maxsize=8)
def _apostrophes(language: Language) -> _Apostrophes:
    return _Apostrophes(language)


class _Side(Enum):
    OPEN = auto()
    CLOSE = auto()
    EITHER = auto()


class _Mark(Struct, frozen=True):
    start: int
    end: int
    family: str
    side: _Side
    sure: bool  # False: perhaps an apostrophe


class _Stretch(Struct, frozen=True):
    start: int
    end: int
    opened: bool
    closed: bool
    continues: bool
    family: str
    first: bool  # nothing but white space stands before its mark


def _opening_family(prose: Sequence[Passage], index: int, apostrophes: _Apostrophes) -> str:
    """The family of the mark with which paragraph `index` opens; empty when there is none."""
    if index >= len(prose):
        return ""
    text = prose[index].text
    at = len(text) - len(text.lstrip())
    found = MARKS.match(text, at)
    if found is None or not text[found.end() : found.end() + 1].strip():
        return ""
    if apostrophes.elision.match(text, found.end()):
        return ""
    return FAMILIES.get(found.group(), "")


def read_marks(prose: Sequence[Passage], language: Language) -> list[Paragraph]:
    """Each paragraph with its marks brought together, and speech that goes on tied together."""
    apostrophes = _apostrophes(language)
    paragraphs = [Paragraph(passage, apostrophes) for passage in prose]
    for index, paragraph in enumerate(paragraphs):
        if paragraph.marks:
            following = prose[index + 1].text.lstrip()[:1] if index + 1 < len(prose) else ""
            paragraph.bring_together(_opening_family(prose, index + 1, apostrophes), following)
    for index, paragraph in enumerate(paragraphs):
        if paragraph.unclosed and paragraph.goes_on < 0:
            _tie(paragraphs, index)
    return paragraphs


def _tie(paragraphs: list[Paragraph], index: int) -> None:
    """Tie an unclosed double mark to its close in a later paragraph.

    So speech is set in some houses that leave out the mark at the head of each new paragraph.
    """
    first = paragraphs[index]
    opening = first.unclosed[-1]
    if len(first.unclosed) > 1 or first.marks[opening].family not in (DOUBLE, GUILLEMETS):
        return
    if first.unopened and first.unopened[-1] > opening:
        return
    closing = _next_close(paragraphs, index) or _end_of_speech(paragraphs, index)
    if closing is None:
        return
    later, double = closing
    first.goes_on = opening
    paragraphs[later].spoken_until = double
    for between in paragraphs[index + 1 : later]:
        between.is_spoken = True


def _next_close(paragraphs: list[Paragraph], index: int) -> tuple[int, int] | None:
    """The paragraph and number of the next double mark, when it is a close without an opening."""
    family = paragraphs[index].marks[paragraphs[index].unclosed[-1]].family
    for later in range(index + 1, min(index + 1 + TIE_LIMIT, len(paragraphs))):
        marks = paragraphs[later].marks
        double = next((number for number, mark in enumerate(marks) if mark.family == family), -1)
        if double >= 0:
            return (later, double) if double in paragraphs[later].unopened[:1] else None
    return None


def _end_of_speech(paragraphs: list[Paragraph], index: int) -> tuple[int, int] | None:
    """The close that ends a paragraph, for speech that began a paragraph and quotes others on its way."""
    first = paragraphs[index]
    start = first.marks[first.unclosed[-1]].start
    if start != first.begin and first.text[:start].rstrip()[-1:] != ":":
        return None
    for later in range(index + 1, min(index + 1 + SPEECH_LIMIT, len(paragraphs))):
        paragraph = paragraphs[later]
        if paragraph.unclosed or len(paragraph.unopened) > 1:
            return None
        if paragraph.unopened:
            last = paragraph.unopened[0]
            mark = paragraph.marks[last]
            ends = not paragraph.text[mark.end :].strip(" .,)") and mark.family in (DOUBLE, GUILLEMETS)
            return (later, last) if ends else None
        if paragraph.marks and paragraph.marks[0].start == paragraph.begin:
            return None  # somebody else's words
    return None


# -- which marks there are ------------------------------------------------------------------------


def _marks(text: str, code: list[tuple[int, int]], apostrophes: _Apostrophes) -> list[_Mark]:
    """Quotation marks in order; apostrophes, inches and marks in code are left out."""
    marks: list[_Mark] = []
    code_at = 0
    code.sort()
    foreign = any(letter in text for letter in "âÃÂð")
    for found in MARKS.finditer(text):
        while code_at < len(code) and code[code_at][1] <= found.start():
            code_at += 1
        if code_at < len(code) and code[code_at][0] <= found.start():
            continue
        if foreign and MOJIBAKE.search(text, max(found.start() - 4, 0), found.start()):
            continue
        family = FAMILIES.get(found.group())
        if family is None:  # rock 'n' roll
            continue
        sign, start, end = found.group(), found.start(), found.end()
        if sign in WIDE_OPENING or sign in WIDE_CLOSING:
            side = _Side.OPEN if sign in WIDE_OPENING else _Side.CLOSE
            marks.append(_Mark(start, end, family, side, sure=True))
            continue
        if family == SINGLE:
            mark = _single(text, sign, start, end, family, apostrophes)
        else:
            mark = _double(text, sign, start, end, family)
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
    if sign == "”" and opens and after in "'’‘":  # ”’so’ is how Swedish quotes”
        return _Mark(start, end, family, _Side.EITHER, sure=True)
    if sign in "“”" and (before in WIDE or after in WIDE or (JOINING.match(before) and JOINING.match(after))):
        return _Mark(start, end, family, _Side.OPEN if sign == "“" else _Side.CLOSE, sure=True)
    if sign in ("“", "‟", "«", "‹"):
        # the wrong way round, or „German“
        backward = not opens or after.isspace() or (closes and before in "‘’'")
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


def _single(
    text: str, sign: str, start: int, end: int, family: str, apostrophes: _Apostrophes
) -> _Mark | None:
    before, after = _around(text, start, end)
    if sign == "‚":
        begins = before.isspace() or before in BEFORE_OPENING
        return _Mark(start, end, family, _Side.OPEN, True) if begins and after.isalpha() else None
    opens = before.isspace() or before in BEFORE_OPENING or (apostrophes.alike and before == "”")
    if apostrophes.alike and sign == "’" and opens and after.isalnum():
        if apostrophes.elision.match(text, end):
            return None
        return _Mark(start, end, family, _Side.OPEN, False)
    if sign != "’" and opens and not after.isspace() and after not in ".,;:!?)]}":
        if apostrophes.elision.match(text, end):
            return None
        sure = sign == "‘" and SHORT_YEAR.match(text, end) is None  # others need a closing mark
        return _Mark(start, end, family, _Side.OPEN, sure)
    if not before.isspace() and (not after.isalnum() or (after >= FIRST_JOINING and JOINING.match(after))):
        return _Mark(start, end, family, _Side.CLOSE, not _maybe_apostrophe(text, start, end, apostrophes))
    return None


def _maybe_apostrophe(text: str, start: int, end: int, apostrophes: _Apostrophes) -> bool:
    """Whether a mark at a word's end could be an apostrophe: dogs' home, goin' home, 5' pole."""
    before, after = _around(text, start, end)
    if before.isdigit():
        return True
    follows = after.isspace() and text[end + 1 : end + 2].isalnum()
    if before in "sSzZxX":
        return follows
    return follows and apostrophes.clipped.search(text, max(start - 24, 0), start) is not None


# -- which belong together ------------------------------------------------------------------------


class Paragraph:
    """A paragraph's marks brought together: `pairs` of mark numbers, and those left alone.

    `goes_on` is the mark whose speech goes on in the next paragraph, `spoken_until` the mark that
    closes speech from an earlier one, -1 for none; `is_spoken` when the whole paragraph is speech.
    """

    def __init__(self, passage: Passage, apostrophes: _Apostrophes) -> None:
        self.text = passage.text
        self.language = apostrophes.language
        self.angled = apostrophes.angled
        code = [(m.start, m.end) for m in passage.marks if m.kind == "code"]
        self.marks = _marks(self.text, code, apostrophes)
        self.begin = len(self.text) - len(self.text.lstrip())
        self.goes_on = self.spoken_until = -1
        self.is_spoken = False
        self.pairs: list[tuple[int, int]] = []
        self.unopened: list[int] = []
        self.unclosed: list[int] = []

    def bring_together(self, next_opens: str, next_sign: str) -> None:
        """Pair the marks; `next_opens` is the family of the mark that opens the next paragraph, then its sign."""
        self.next_opens = next_opens
        self.next_sign = next_sign
        self._stack: list[int] = []
        self._abandoned: list[int] = []
        self._open = dict.fromkeys((DOUBLE, SINGLE, GUILLEMETS, ANGLES, CORNERS, HOLLOW, TITLES, NARROW), 0)
        self._close_ahead, self._sure_close_ahead, self._open_ahead = _singles_ahead(self.marks)
        for at, mark in enumerate(self.marks):
            if not (self._is_apostrophe(at) if mark.family == SINGLE else self._is_unit(at)):
                self._take(at)
        # a guillemet by itself is an arrow: “Read on »”
        self.unclosed = [at for at in sorted(self._abandoned + self._stack) if self._is_quoting(at)]
        self.unopened = [at for at in self.unopened if self._is_quoting(at)]
        self.goes_on = next((at for at in self.unclosed if self._may_go_on(at)), -1)

    def _may_go_on(self, at: int) -> bool:
        """Whether the mark that opens the next paragraph is of the same make: a straight one is somebody else's."""
        mark = self.marks[at]
        straight = self.text[mark.start : mark.end] == '"'
        return mark.family == self.next_opens and straight == (self.next_sign == '"')

    def _is_quoting(self, at: int) -> bool:
        family = self.marks[at].family
        if family not in (GUILLEMETS, ANGLES) or self.next_opens == family:
            return True
        return family == GUILLEMETS and self.angled and not self._is_arrow(self.marks[at])

    def _is_arrow(self, mark: _Mark) -> bool:
        """Whether a guillemet stands at an end of a line of few words: « Back, Read on »."""
        at_an_end = mark.start == self.begin or not self.text[mark.end :].strip()
        return at_an_end and len(self.text.split()) <= ARROW_LINE

    def _take(self, at: int) -> None:
        family, side = self.marks[at].family, self.marks[at].side
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
        return self.next_opens != SINGLE or mark.start != self.begin

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

    # -- what they enclose

    @property
    def lonely(self) -> list[int]:
        """The marks without a partner."""
        unclosed = [at for at in self.unclosed if self.goes_on < 0 or at < self.goes_on]
        return sorted(unclosed + [at for at in self.unopened if at != self.spoken_until])

    def stretches(self) -> list[_Stretch]:
        """What is quoted, outermost quotations only, in order."""
        marks = self.marks
        if self.is_spoken:
            return [_Stretch(self.begin, len(self.text.rstrip()), False, False, True, DOUBLE, True)]
        if not marks:
            return []
        sentences = split(self.text, self.language) if self.lonely else []
        found = [
            self._stretch(marks[opening].end, marks[closing].start, opening=opening, closed=True)
            for opening, closing in self.pairs
        ]
        openings = sorted([opening for opening, _ in self.pairs] + self.unclosed)
        ends = [end for _, end in sentences]
        for at in self.unclosed:
            if 0 <= self.goes_on <= at:
                found.append(
                    self._stretch(marks[at].end, len(self.text.rstrip()), opening=at, continues=True)
                )
                continue
            end = _first_above(ends, marks[at].end, len(self.text))
            following = _first_above(openings, at, -1)
            if following >= 0:
                end = min(end, marks[following].start)
            found.append(self._stretch(marks[at].end, end, opening=at))
        starts = [start for start, _ in sentences]
        for at in self.unopened:
            spoken = at == self.spoken_until
            before = marks[at - 1].end if at and not spoken else 0
            start = self.begin if spoken else max(starts[bisect_right(starts, marks[at].start) - 1], before)
            found.append(
                _Stretch(
                    min(start, marks[at].start), marks[at].start, False, True, False, marks[at].family, spoken
                )
            )
        return _outermost(found)

    def _stretch(
        self, start: int, end: int, *, opening: int, closed: bool = False, continues: bool = False
    ) -> _Stretch:
        mark = self.marks[opening]
        return _Stretch(
            start, max(start, end), True, closed, continues, mark.family, mark.start == self.begin
        )


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


def _outermost(found: list[_Stretch]) -> list[_Stretch]:
    """Stretches in order of the text, those inside another one left out."""
    kept: list[_Stretch] = []
    reach = -1
    for stretch in sorted(found, key=lambda stretch: (stretch.start, -stretch.end)):
        if stretch.start >= reach:
            kept.append(stretch)
            reach = stretch.end
    return kept


def _first_above(numbers: list[int], at: int, otherwise: int) -> int:
    """The first of sorted `numbers` that is greater than `at`."""
    index = bisect_right(numbers, at)
    return numbers[index] if index < len(numbers) else otherwise
