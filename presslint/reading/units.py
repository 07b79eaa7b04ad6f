"""Lines of plain text put together as units: paragraphs, and lines that stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from presslint.model.normal import normal
from presslint.model.passage import Builder, Part, Passage
from presslint.model.regex import regex
from presslint.model.source import Source
from presslint.reading.dateline import find_dateline
from presslint.reading.lines import LineKind, classify, tag_label

LINE = regex(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
BULLET = regex(r"(?P<mark>[*•‣▪◦·–—-]|--)[ \t]{1,8}(?=\S)")
NUMBERED = regex(r"\(?(?P<mark>\d{1,3}|[a-z])[.)][ \t]{1,8}(?=\S)")
COLUMNS = regex(r"[ \t]*\t[ \t]*|[ ]{3,}|[ \t]*\|[ \t]*")
FULL_STOP = regex(r"\.[\"'”’»)\]]{0,3}\Z")
TERMINAL = regex(r"[.!?…][\"'”’»)\]]*\Z")
QUESTION = regex(r"[^\W\d_a-z][^.:]*\Z")  # without the name or initial of a speaker
INNER_STOP = regex(r"[a-z]{3}[.!?] [A-Z\[(“\"]")
NO_SUBHEAD = regex(r"\sv\s|\(|[a-z]{3}[.!?]\s|\d+\s?[-–]\s?\d+|://|[,;:–—-]\Z|^[\"'“‘«]|\t")
WRAP_LIMIT = 120  # longer lines are not hard-wrapped copy
HEADLINE_WORDS = 25  # a longer line is a sentence
COPY_WORDS = 20  # a unit of so many words is a paragraph, whatever it ends with
SENTENCE_WORDS = 9  # with a full stop, so many will do


class Unit(Struct, eq=False, dict=True):
    """A paragraph, or a line that stands alone; `lines` are places in the source."""

    source: Source
    lines: list[tuple[int, int]]
    group: int  # units of one group have no blank line between them

    @property
    def start(self) -> int:
        return self.lines[0][0]

    @property
    def end(self) -> int:
        return self.lines[-1][1]

    @cached_property
    def text(self) -> str:
        """The words in their normal form."""
        return self.whole.text

    @cached_property
    def size(self) -> int:
        """Words, counted by white space."""
        return len(self.text.split())

    @cached_property
    def kind(self) -> LineKind:
        """What the unit is by itself; tags without label or # are for the tail alone to find."""
        kind = classify(self.text)
        if kind is LineKind.TAGS and not self.text.startswith("#") and tag_label(self.text) is None:
            return LineKind.TEXT
        return kind

    @cached_property
    def ends_sentence(self) -> bool:
        return TERMINAL.search(self.text, max(len(self.text) - 8, 0)) is not None

    @cached_property
    def is_copy(self) -> bool:
        """Prose, by its length, its full stop or its dateline."""
        if self.size < SENTENCE_WORDS or self.kind is not LineKind.TEXT or self.bullet or self.cells:
            return False
        return self.size >= COPY_WORDS or self.ends_sentence or find_dateline(self.text) is not None

    @cached_property
    def can_be_headline(self) -> bool:
        """Short enough, and without the full stop of a sentence."""
        return self.size <= HEADLINE_WORDS and not FULL_STOP.search(self.text)

    @cached_property
    def bullet(self) -> re.Match[str] | None:
        return BULLET.match(self.text) or NUMBERED.match(self.text)

    @cached_property
    def cells(self) -> list[tuple[int, int]]:
        """Where the columns of a table row stand in the line as written; empty when this is no row."""
        text = self.written.text
        if len(self.lines) > 1 or len(text) > 400 or self.bullet:
            return []
        inside = text.strip("|")
        begin = len(text) - len(text.lstrip("|"))
        cells, at = [], begin
        for gap in COLUMNS.finditer(text, begin, begin + len(inside)):
            cells.append((at, gap.start()))
            at = gap.end()
        cells.append((at, begin + len(inside)))
        return cells if len(cells) > 1 else []

    @property
    def holds_sentence(self) -> bool:
        """Whether a sentence ends within the line."""
        return INNER_STOP.search(self.text) is not None

    @property
    def is_short(self) -> bool:
        """A line of a few words that is no sentence."""
        return (
            len(self.lines) == 1
            and self.kind in _SHORT_KINDS
            and self.size <= 12
            and not self.cells
            and not self.ends_sentence
            and self.text[-1] not in ",;:"
            and not self.holds_sentence
        )

    @cached_property
    def is_subhead(self) -> bool:
        """Looks like a crosshead; whether it is one depends on what follows."""
        if len(self.lines) > 1 or self.kind not in _SHORT_KINDS or self.size > 12:
            return False
        if NO_SUBHEAD.search(self.text):
            return False
        if self.ends_sentence:
            return self.text.endswith("?") and 3 <= self.size <= 10 and QUESTION.match(self.text) is not None
        words = [word for word in self.text.split() if word[0].isalpha()]
        if not words or not (self.text[0].isupper() or self.text[0].isdigit()):
            return False
        capitals = sum(word[0].isupper() for word in words)
        return self.size <= 8 or capitals / len(words) >= 0.6

    @cached_property
    def whole(self) -> Passage:
        return normal(self.written)

    def passage(self, part: Part = Part.PARAGRAPH) -> Passage:
        return self.whole if part is Part.PARAGRAPH else self.whole.as_part(part)

    @cached_property
    def written(self) -> Passage:
        builder = Builder(self.source)
        before = -1
        for start, end in self.lines:
            if before >= 0:
                builder.add(before, start, " ")
            builder.add(start, end)
            before = end
        return builder.passage()


_SHORT_KINDS = frozenset(
    (LineKind.TEXT, LineKind.SECTION, LineKind.SITE, LineKind.LABEL, LineKind.BOILERPLATE)
)


def units_of(source: Source, start: int = 0) -> list[Unit]:
    """The text from `start` on as units: hard-wrapped lines joined, lines that stand alone apart."""
    groups = list(_groups(source.text, start))
    width = _wrap_width(source.text, groups)
    units: list[Unit] = []
    for number, group in enumerate(groups):
        joins = _joins(source.text, group, width)
        for index, (first, last) in enumerate(group):
            if index and joins[index - 1]:
                units[-1].lines.append((first, last))
            else:
                units.append(Unit(source, [(first, last)], number))
    return [unit for unit in units if unit.text]  # a line may hold nothing but signs that nobody sees


def _groups(text: str, start: int) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines that are not blank, each line without white space at its ends."""
    group: list[tuple[int, int]] = []
    at = start
    while at < len(text):
        found = LINE.match(text, at)
        end = found.end() if found and found.end() > at else len(text)
        line = text[at:end]
        inside = line.strip()
        if inside:
            first = at + line.index(inside[0])
            group.append((first, first + len(inside)))
        elif group:
            yield group
            group = []
        at = end
    if group:
        yield group


def _wrap_width(text: str, groups: Sequence[list[tuple[int, int]]]) -> int:
    """The width to which the copy of a file is wrapped; 0 when its lines are not wrapped."""
    wrapped = [group for group in groups if len(group) > 1 and _is_wrapped(text, group)]
    several = sum(len(group) > 1 for group in groups)
    if not wrapped or 2 * len(wrapped) < several:
        return 0
    return max(end - start for group in wrapped for start, end in group)


def _is_wrapped(text: str, group: list[tuple[int, int]]) -> bool:
    """Whether lines break where the next word no longer fits, in the middle of sentences."""
    width = max(end - start for start, end in group)
    if not 24 <= width <= WRAP_LIMIT:
        return False
    full = sum(_is_full(text, group, index, width) for index in range(len(group) - 1))
    if 5 * full < 4 * (len(group) - 1):
        return False
    return any(_runs_on(text, group, index) for index in range(len(group) - 1))


def _is_full(text: str, group: list[tuple[int, int]], index: int, width: int) -> bool:
    """Whether the first word of the next line would not have fitted into line `index`."""
    (start, end), (following, stop) = group[index], group[index + 1]
    word = text[following : min(stop, following + WRAP_LIMIT)].split(None, 1)[0]
    return end - start + 1 + len(word) > width


def _runs_on(text: str, group: list[tuple[int, int]], index: int) -> bool:
    """Whether a sentence goes on from line `index` to the next: no stop, then a small letter."""
    (start, end), (following, _) = group[index], group[index + 1]
    return end - start >= 24 and text[following].islower() and text[end - 1] not in '.!?:;”"…'


def _joins(text: str, group: list[tuple[int, int]], width: int) -> list[bool]:
    """For each line but the last, whether the next one continues it."""
    if len(group) == 1:
        return []
    own = max(end - start for start, end in group)
    if own > WRAP_LIMIT:
        width = 0
    elif not width and _is_wrapped(text, group):
        width = own
    indents = [start - _line_begin(text, start) for start, _ in group]
    usual = min(indents)
    marks_paragraphs = 2 * sum(indent > usual + 1 for indent in indents) < len(group)
    joins: list[bool] = []
    in_item = _begins_item(text, group[0][0])
    for index in range(len(group) - 1):
        full = width > 0 and _is_full(text, group, index, width)
        runs_on = own <= WRAP_LIMIT and _runs_on(text, group, index)
        indented = indents[index + 1] > usual + 1
        item = _begins_item(
            text, group[index + 1][0], sure=text[group[index][1] - 1] in '.!?:;”"' or not full
        )
        if item:
            joins.append(False)
        elif in_item and indented:
            joins.append(True)
        else:
            joins.append((full or runs_on) and not (marks_paragraphs and indented))
        in_item = item or (in_item and joins[-1])
    return joins


def _begins_item(text: str, at: int, *, sure: bool = True) -> bool:
    """Whether a line begins with a bullet or a number; a dash or a figure may also be mid-sentence."""
    if not (BULLET.match(text, at) or NUMBERED.match(text, at)):
        return False
    return sure or text[at] in "*•‣▪◦"


def _line_begin(text: str, at: int) -> int:
    """Where the line of `at` begins, at most a few characters of indent before it."""
    while at > 0 and text[at - 1] in " \t\u3000\xa0":
        at -= 1
    return at
