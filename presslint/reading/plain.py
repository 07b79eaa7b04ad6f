"""Plain text: recovers headline, byline, dates, subheads, lists and tags from how wire and web copy is set.

Lines become units (paragraphs, or single lines where lines stand alone), the units above the copy are
the head, those after it the tail; what stands between is the body. Words are never changed: each
passage is the source's own characters, with line breaks inside hard-wrapped copy read as a space.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field

from presslint.article import Article
from presslint.language.dates import find_dates
from presslint.language.names import is_name
from presslint.model.document import Block, Kind, Link
from presslint.model.passage import Part, Passage
from presslint.model.regex import regex
from presslint.model.source import Source, Span
from presslint.reading import Settings, frontmatter
from presslint.reading.dateline import find_dateline, put_dateline
from presslint.reading.fields import Fields
from presslint.reading.lines import (
    JOINTS,
    MORE_MARK,
    PULL_QUOTE,
    LineKind,
    Piece,
    can_be_tags,
    fused_boundaries,
    head_pieces,
    is_role,
    is_site,
    loose_separator,
    tag_entries,
    tag_label,
)
from presslint.reading.tree import Shape
from presslint.reading.units import COPY_WORDS, NUMBERED, SENTENCE_WORDS, Unit, units_of

if TYPE_CHECKING:
    from presslint.desk.tagsplit import Vocabulary

URL = regex(r"(?:https?://|www\.)[^\s<>\"“”«»]{3,2000}", re.IGNORECASE)
RELEASE_TAIL = regex(
    r"(?:notes? to editors?|(?:media|press) (?:contacts?|enquiries|inquiries)|contacts?:)", re.I
)
ABOUT = regex(r"about\s(?:the\s)?[A-Z]", re.IGNORECASE)

DEK_LIMIT = 3  # lines between headline and copy; with more of them none is one, unless they are a list
META_KINDS = frozenset(
    (
        LineKind.BYLINE,
        LineKind.PUBLISHED,
        LineKind.MODIFIED,
        LineKind.READ_TIME,
        LineKind.RUN,
        LineKind.CONTACT,
    )
)
# head lines that are fields under these names, or `extra` fields where the name is no canonical one
FIELD_NAMES = {
    LineKind.BYLINE: "byline",
    LineKind.PUBLISHED: "published",
    LineKind.MODIFIED: "modified",
    LineKind.SECTION: "section",
    LineKind.LABEL: "story-type",
    LineKind.RELEASE: "story-type",
    LineKind.EMBARGO: "embargo",
    LineKind.SITE: "site",
}
EXTRA_NAMES = {
    LineKind.ADVISORY: "advisory",
    LineKind.SLUG: "slugline",
    LineKind.END_MARK: "end mark",
    LineKind.READ_TIME: "read time",
    LineKind.ROLE: "role",
    LineKind.CONTACT: "contact",
    LineKind.CREDIT: "credit",
    LineKind.FURNITURE: "furniture",
}
BLOCK_KINDS = {
    LineKind.SEPARATOR: Kind.SEPARATOR,
    LineKind.BREAK: Kind.SEPARATOR,
    LineKind.CAPTION: Kind.CAPTION,
    LineKind.NOTE: Kind.NOTE,
    LineKind.FURNITURE: Kind.NOTE,
    LineKind.TIME: Kind.NOTE,
    LineKind.PULL_QUOTE: Kind.QUOTE,
}


def read(source: Source, settings: Settings = Settings()) -> Iterator[Article]:
    """The one article of a text file; a header of fields above it is read first."""
    header = frontmatter.read(source, settings)
    fields = Fields(source, settings, "head")
    if header.root is not None and header.root.shape is Shape.MAP:
        fields.origin = "front matter"
        fields.tree(header.root)
        fields.origin = "head"
    reader = PlainReader(source, fields, units_of(source, header.body_start))
    reader.read()
    fields.file_name(source.path)
    carries = {"headings", "metadata"}
    if URL.search(source.text, header.body_start):
        carries.add("links")
    if "tags" in fields:
        carries.add("tags")
    yield Article(
        source,
        "plain",
        blocks=tuple(reader.blocks),
        fields=fields.mapping(),
        carries=frozenset(carries),
        problems=tuple(header.problems),
        slots=reader.slots,
        body_start=reader.body_start,
        settings=settings.article,
    )


# -- the article ----------------------------------------------------------------------------------


class PlainReader(Struct, eq=False, dict=True):
    """Sorts the units of a text into fields, slots and blocks."""

    source: Source
    fields: Fields
    units: list[Unit]
    blocks: list[Block] = field(default_factory=list)
    loose: list[Passage] = field(default_factory=list)  # separators at one end of a line of byline or date
    slots: dict[str, Passage] = field(default_factory=dict)
    body_start: int = 0
    tag_lines: set[Unit] = field(default_factory=set)  # without a label: known by their shape
    has_copy: bool = False  # a paragraph has been read

    def read(self) -> None:
        body = self._head_end()
        left = self._head(self.units[:body], body < len(self.units))
        rest = self.units[body:]
        copy = [unit for unit in left if unit.kind not in BLOCK_KINDS] + rest
        if not any(unit.is_copy for unit in rest):
            tail = len(rest)
        else:
            tail = self._tail_start(rest)
        units = left + rest[:tail]
        self.body_start = copy[0].start if copy else len(self.source.text)
        self._find_slots(left)
        self._body(units)
        self._tail(rest[tail:])

    # -- head --------------------------------------------------------------------------------------

    def _head_end(self) -> int:
        """The number of units above the copy."""
        units = self.units
        display = next((number for number, unit in enumerate(units) if unit.kind in _DISPLAY_KINDS), 0)
        first = next(
            (
                number
                for number, unit in enumerate(units)
                if unit.is_copy and not (number == display and self._is_headline(number))
            ),
            None,
        )
        if first is None:
            return len(units)
        if first == 0 or "headline" in self.fields:
            return first
        has_display = any(unit.kind in _DISPLAY_KINDS for unit in units[:first])
        if not has_display:
            return first
        # a standfirst may be as long as a paragraph: byline or date after it show what it is
        window = range(first + 1, min(first + 4, len(units)))
        for number in reversed(window):
            between = [unit for unit in units[first:number] if unit.is_copy]
            if (
                _is_certain_meta(units[number])
                and len(between) <= 2
                and all(unit.size <= 60 and find_dateline(unit.text) is None for unit in between)
                and any(unit.is_copy for unit in units[number + 1 :])
            ):
                return number + 1
        following = units[first + 1] if first + 1 < len(units) else None
        if units[first].size < COPY_WORDS and following is not None and (
            following.kind is LineKind.SEPARATOR or find_dateline(following.text) is not None
        ):  # fmt: skip
            return first + 1 if find_dateline(units[first].text) is None else first
        return first

    def _is_headline(self, number: int) -> bool:
        """Whether a first unit that could be a sentence is the headline: no full stop, or a byline below."""
        unit = self.units[number]
        following = self.units[number + 1] if number + 1 < len(self.units) else None
        return unit.can_be_headline or (
            unit.size < COPY_WORDS and following is not None and _is_certain_meta(following)
        )

    def _head(self, units: list[Unit], has_copy: bool) -> list[Unit]:
        """Read the units above the copy; returns those that are no fields, in their order."""
        display: list[Unit] = []
        kept: list[Unit] = []
        signed = 0  # lines above byline, date or their empty slot; 0 while there is none
        closed = 0  # lines above byline or date
        for number, unit in enumerate(units):
            following = units[number + 1] if number + 1 < len(units) else None
            pieces = head_pieces(unit.text) if unit.kind in META_KINDS else ()
            if pieces and (display or _is_certain_meta(unit)):
                self._put_pieces(unit, pieces)
                loose = loose_separator(unit.text)
                if loose is not None:
                    self.loose.append(unit.whole[slice(*loose)])
                signed = closed = len(display)
            elif display and is_name(unit.text) and _shows_byline(following):
                self.fields.put("byline", unit.passage(Part.BYLINE), origin="head")
                signed = closed = len(display)
            elif unit.kind in BLOCK_KINDS:
                kept.append(unit)
                signed = len(display) if unit.kind is LineKind.SEPARATOR else signed
            elif unit.kind is LineKind.TAGS and has_copy:
                self._put_tags(unit, "head")
            elif unit.kind in _LINE_FIELDS - META_KINDS:
                self._put_line(unit)
            elif "byline" in self.fields and unit.size <= 5 and is_role(unit.text):
                self.fields.add("role", unit.whole, origin="head")
            else:
                display.append(unit)
        left = self._display(display, signed, closed or len(display), has_copy)
        return sorted(kept + left, key=lambda unit: unit.start)

    def _display(self, display: list[Unit], signed: int, closed: int, has_copy: bool) -> list[Unit]:
        """Site, kicker, headline and deks, in the order in which papers set them.

        The first `signed` lines stand above byline, date or their slot; deks end after `closed`.
        """
        if "headline" in self.fields:
            known = next(iter(self.fields.mapping()["headline"])).text.casefold()
            return [unit for unit in display if unit.text.casefold() != known]
        at = 0
        if len(display) > 1 and is_site(display[0].text) and display[1].size > display[0].size:
            self.fields.put("site", display[0].passage(Part.FIELD), origin="head")
            at += 1
        if _is_kicker(display[at:]):
            self.fields.put("kicker", display[at].passage(Part.KICKER), origin="head")
            at += 1
        if at == len(display) or display[at].bullet:
            return display[at:]
        self.fields.put("headline", display[at].passage(Part.HEADLINE), origin="head")
        at += 1
        deks = display[at : max(closed, at)]
        if not has_copy or (len(deks) > DEK_LIMIT and not deks[0].bullet):
            return display[at:]
        for number, unit in enumerate(deks[:DEK_LIMIT], at):
            if not (unit.bullet or _is_dek(unit, number < signed)):
                break
            dek = unit.passage(Part.DEK)
            self.fields.put("dek", dek[unit.bullet.end() :] if unit.bullet else dek, origin="head")
            at = number + 1
        return display[at:]

    def _find_slots(self, units: list[Unit]) -> None:
        """The separator between headline and copy that is left of an empty byline or date."""
        headline = next(iter(self.fields.mapping().get("headline", ())), None)
        after = headline.passage.span.end if headline else self.body_start
        for unit in units:
            if unit.kind is LineKind.SEPARATOR and after <= unit.start < self.body_start:
                self.fields.leave_slots(self.slots, unit.whole)
        for separator in self.loose:
            self.fields.leave_slots(self.slots, separator)

    def _put_pieces(self, unit: Unit, pieces: Iterable[Piece], origin: str = "head") -> None:
        passage = unit.whole
        for piece in pieces:
            value = passage[piece.start : piece.end]
            label = passage[piece.label[0] : piece.label[1]] if piece.label else None
            name = FIELD_NAMES.get(piece.kind) or EXTRA_NAMES.get(piece.kind, piece.kind.value)
            self._put(name, value, label, origin)

    def _put(self, name: str, value: Passage, label: Passage | None, origin: str) -> None:
        key = label.text.rstrip(" :") if label else name
        key_span = label.span if label else None
        if name in FIELD_NAMES.values():
            self.fields.put(name, value, key=key, key_span=key_span, origin=origin)
        else:
            self.fields.add(name, value, key_span=key_span, origin=origin)

    def _put_line(self, unit: Unit, origin: str = "head") -> None:
        """A line that is one field as a whole."""
        name = FIELD_NAMES.get(unit.kind) or EXTRA_NAMES[unit.kind]
        value = unit.passage(Part.FIELD)
        dates = find_dates(unit.text) if unit.kind is LineKind.EMBARGO else []
        self._put(name, value[dates[0].start : dates[0].end] if dates else value, None, origin)

    def _put_tags(self, unit: Unit, origin: str) -> None:
        passage = unit.passage(Part.TAG)
        label = tag_label(unit.text)
        key_span = passage[label[0] : label[1]].span if label else None
        key = unit.text[label[0] : label[1]] if label else "tag line"
        entries = tag_entries(unit.text) or [(0 if label is None else len(unit.text), len(unit.text))]
        for start, end in entries:
            self.fields.put("tags", passage[start:end], key=key, key_span=key_span, origin=origin)

    # -- body --------------------------------------------------------------------------------------

    def _body(self, units: list[Unit]) -> None:
        at = 0
        while at < len(units):
            at = self._next_block(units, at)

    def _next_block(self, units: list[Unit], at: int) -> int:
        """Add the block that begins at unit `at`; returns the unit after it."""
        unit = units[at]
        if unit.kind in BLOCK_KINDS:
            self._add_line_block(unit)
            return at + 1
        if unit in self.tag_lines:
            self._put_tags(unit, "body")
            return at + 1
        if unit.kind in (LineKind.ADVISORY, LineKind.END_MARK):
            self._put_line(unit, "body")
            return at + 1
        rows = _run(units, at, lambda one: bool(one.cells) and one.group == unit.group)
        if rows - at >= 2:
            self.blocks.append(self._table(units[at:rows]))
            return rows
        items = _run(units, at, lambda one: one.bullet is not None)
        if items > at and (items - at >= 2 or unit.text[0] in "*•‣▪◦"):
            self.blocks.append(self._list(units[at:items]))
            return items
        if unit.is_subhead and _opens_section(units, at):
            self.blocks.append(
                Block(Kind.HEADING, Span(unit.start, unit.end), unit.passage(Part.HEADING), level=2)
            )
            return at + 1
        shorts = _run(units, at, lambda one: one.is_short)
        if shorts - at >= 2:
            self.blocks.append(self._list(units[at:shorts]))
            return shorts
        self._add_paragraph(unit)
        return at + 1

    def _add_paragraph(self, unit: Unit, kind: Kind = Kind.PARAGRAPH) -> None:
        passage = unit.passage()
        if kind is Kind.PARAGRAPH and not self.has_copy:
            self.has_copy = True
            put_dateline(self.fields, passage)
        self.blocks.append(Block(kind, Span(unit.start, unit.end), passage, links=_links(passage)))

    def _add_line_block(self, unit: Unit) -> None:
        span = Span(unit.start, unit.end)
        passage = unit.passage(Part.CAPTION if unit.kind is LineKind.CAPTION else Part.PARAGRAPH)
        kind = BLOCK_KINDS[unit.kind]
        info = unit.text if kind is Kind.SEPARATOR else ""
        if kind is not Kind.QUOTE:
            self.blocks.append(Block(kind, span, passage, info=info, links=_links(passage)))
            return
        label = PULL_QUOTE.match(unit.text)
        words = (passage[label.start("value") :] if label else passage).as_part(Part.QUOTE)
        self.blocks.append(
            Block(kind, span, children=(Block(Kind.PARAGRAPH, words.span, words),), info="pull quote")
        )

    def _list(self, units: list[Unit]) -> Block:
        items = []
        for unit in units:
            whole = unit.passage(Part.ITEM)
            words = whole[unit.bullet.end() :] if unit.bullet else whole
            items.append(Block(Kind.ITEM, Span(unit.start, unit.end), words, links=_links(words)))
        return Block(
            Kind.LIST,
            Span(units[0].start, units[-1].end),
            ordered=NUMBERED.match(units[0].text) is not None,
            children=tuple(items),
            info="" if units[0].bullet else "lines",
        )

    def _table(self, units: list[Unit]) -> Block:
        rows = []
        for unit in units:
            whole = unit.written.as_part(Part.CELL)
            cells = [whole[start:end].strip() for start, end in unit.cells]
            rows.append(
                Block(
                    Kind.ROW,
                    Span(unit.start, unit.end),
                    children=tuple(Block(Kind.CELL, cell.span, cell, links=_links(cell)) for cell in cells),
                )
            )
        return Block(Kind.TABLE, Span(units[0].start, units[-1].end), children=tuple(rows))

    # -- tail --------------------------------------------------------------------------------------

    def _tail_start(self, units: list[Unit]) -> int:
        """Where the lines after the copy begin, or what a press release adds after its end."""
        last = max(number for number, unit in enumerate(units) if unit.is_copy)
        added = self._release_tail(units, last)
        if added is not None:
            return added
        start = len(units)
        while start > last + 1:
            unit = units[start - 1]
            if unit.kind is LineKind.TEXT:
                if not self._is_tag_line(unit):
                    break
                self.tag_lines.add(unit)
            elif unit.kind not in _TAIL_KINDS:
                break
            start -= 1
        # a credit or a note may be as long as a paragraph, but is never prose
        while start == last + 1 and start > 0 and units[start - 1].kind in _TAIL_KINDS:
            start -= 1
        self._keep_tag_line(units[:start])
        return start

    def _keep_tag_line(self, units: list[Unit]) -> None:
        """The last line that is no copy is still the tag line where copy was put below it."""
        line = next((unit for unit in reversed(units) if not unit.is_copy), None)
        if line is not None and line.kind is LineKind.TEXT and self._fused(line):
            self.tag_lines.add(line)

    def _is_tag_line(self, unit: Unit) -> bool:
        """Whether a line without a label holds tags: a delimited list, or words run together."""
        if len(unit.lines) > 1 or unit.bullet or not can_be_tags(unit.text):
            return False
        return bool(tag_entries(unit.text)) or self._fused(unit)

    def _fused(self, unit: Unit) -> bool:
        """Whether a line is tags that run together."""
        if len(unit.lines) > 1 or unit.bullet or not can_be_tags(unit.text):
            return False
        if fused_boundaries(unit.text) >= 2:
            return True
        from presslint.desk.tagsplit import split as split_tags

        fused = split_tags(unit.text, self._vocabulary)
        return fused is not None and (fused.joins >= 2 or fused.certain)

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        from presslint.desk.tagsplit import Vocabulary

        return Vocabulary(_words(unit for unit in self.units if unit.is_copy or unit.is_subhead))

    def _release_tail(self, units: list[Unit], last: int) -> int | None:
        """The unit from which a press release speaks of itself: contacts, notes to editors, boilerplate.

        `last` is the last unit of copy; what stands in the first half of a text is part of the story.
        """
        for number in range(len(units) // 2, len(units)):
            unit = units[number]
            if unit.kind is LineKind.END_MARK and number < last and not MORE_MARK.fullmatch(unit.text):
                return number
            if len(unit.lines) == 1 and unit.size <= 12 and RELEASE_TAIL.match(unit.text):
                return next(
                    (
                        earlier
                        for earlier in range(1, number)
                        if units[earlier].kind is LineKind.BOILERPLATE and ABOUT.match(units[earlier].text)
                    ),
                    number,
                )
        return None

    def _tail(self, units: list[Unit]) -> None:
        for unit in units:
            pieces = head_pieces(unit.text)
            if unit.kind is LineKind.CREDIT:
                self._put_credit(unit)
            elif unit.kind is LineKind.TAGS or unit in self.tag_lines:
                self._put_tags(unit, "tail")
            elif pieces and unit.kind in META_KINDS:
                known = [piece for piece in pieces if FIELD_NAMES.get(piece.kind, "") in self.fields]
                self._put_pieces(unit, [piece for piece in pieces if piece not in known], "tail")
            elif unit.kind in EXTRA_NAMES and unit.kind is not LineKind.FURNITURE:
                self._put_line(unit, "tail")
            elif unit.kind in BLOCK_KINDS:
                self._add_line_block(unit)
            else:
                self._add_paragraph(unit, Kind.NOTE)

    def _put_credit(self, unit: Unit) -> None:
        """“Reporting by Ana Ruiz; editing by Ben Cole”: the first name is a byline where none is above."""
        passage = unit.passage(Part.FIELD)
        self.fields.add("credit", passage, origin="tail")
        found = REPORTING.match(unit.text)
        if found and "byline" not in self.fields:
            label = passage[found.start("label") : found.end("label")]
            self._put("byline", passage[found.start("names") : found.end("names")], label, "tail")


_LINE_FIELDS = (FIELD_NAMES.keys() | EXTRA_NAMES.keys()) - {LineKind.SITE}
REPORTING = regex(
    r"[(\[—–\s-]{0,4}(?P<label>(?:reporting|writing|reporting and writing) by)\s(?P<names>[^;.)\]]{3,120})",
    re.I,
)
_DISPLAY_KINDS = frozenset((LineKind.TEXT, LineKind.SITE, LineKind.BOILERPLATE, LineKind.CREDIT))
_TAIL_KINDS = META_KINDS | frozenset(
    (
        LineKind.END_MARK, LineKind.TAGS, LineKind.CREDIT, LineKind.NOTE, LineKind.BOILERPLATE,
        LineKind.SEPARATOR, LineKind.BREAK, LineKind.FURNITURE, LineKind.CAPTION, LineKind.ADVISORY,
    )
)  # fmt: skip


def _run(units: list[Unit], at: int, belongs: Callable[[Unit], bool]) -> int:
    """The end of the run of units from `at` on that all belong."""
    end = at
    while end < len(units) and belongs(units[end]):
        end += 1
    return end


def _opens_section(units: list[Unit], at: int) -> bool:
    """Whether prose or a list follows a line that looks like a subhead, and no such line stands before it."""
    if at + 1 >= len(units):
        return False
    following = units[at + 1]
    if at and units[at - 1].is_short and units[at - 1].group == units[at].group:
        return False
    if following.is_short and following.group != units[at].group:  # a list of bare lines
        rest = units[at + 1 : at + 4]
        return sum(one.group == following.group for one in rest) > 1 and all(
            one.is_short for one in rest if one.group == following.group
        )
    if following.bullet:
        return len(units) > at + 2 or following.text[0] in "*•‣▪◦"
    if following.kind is not LineKind.TEXT or following.is_short:
        return following.kind is LineKind.PULL_QUOTE
    is_sentence = following.ends_sentence or following.text.endswith(":") or following.holds_sentence
    return following.size >= SENTENCE_WORDS or (is_sentence and following.size >= 4)


def _is_dek(unit: Unit, signed: bool) -> bool:
    """Whether a line under the headline says more of it; `signed` when byline or date stand below."""
    if unit.text.endswith(":"):
        return False
    return signed or (unit.size > 3 and not unit.ends_sentence) or unit.is_copy


def _shows_byline(following: Unit | None) -> bool:
    """Whether the line after a name shows that it signs the story: a date, a read time, a separator."""
    return following is not None and (
        following.kind is LineKind.SEPARATOR
        or (following.kind in META_KINDS and following.kind is not LineKind.BYLINE)
    )


def _is_certain_meta(unit: Unit) -> bool:
    """A date, a byline that says so, or several head lines in one with a joint that nothing else has."""
    if unit.kind not in META_KINDS or unit.kind is LineKind.CONTACT:
        return False
    if unit.kind not in (LineKind.BYLINE, LineKind.RUN) or any(joint in unit.text for joint in JOINTS):
        return True
    pieces = head_pieces(unit.text)
    return any(piece.label or piece.kind is LineKind.READ_TIME for piece in pieces)


def _is_kicker(lines: list[Unit]) -> bool:
    """One to four words in capitals above a longer display line."""
    if len(lines) < 2:
        return False
    first, second = lines[0], lines[1]
    return (
        first.size <= 4
        and first.text.upper() == first.text
        and any(char.isalpha() for char in first.text)
        and second.size > first.size
        and second.size >= 4
        and not second.ends_sentence
    )


def _words(units: Iterable[Unit]) -> Iterator[str]:
    for unit in units:
        for word in unit.whole.words:
            yield word.text
            if "-" in word.text or "’" in word.text or "'" in word.text:
                yield from re.split(r"[-’']", word.text)


def _links(passage: Passage) -> tuple[Link, ...]:
    """Addresses written out in the text."""
    found = []
    for match in URL.finditer(passage.text):
        target = match.group().rstrip(".,;:!?…'’*_")
        if target.endswith(")") and "(" not in target:
            target = target.rstrip(").,")
        words = passage[match.start() : match.start() + len(target)]
        found.append(Link(words, target, words.span, "bare"))
    return tuple(found)
