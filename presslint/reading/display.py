"""The lines of a marked-up body that are no copy: dek, byline, dates below the headline, tags at the end.

Site generators keep these in front matter; an article that was written or pasted as one text has
them between its headline and its first paragraph. What a line is, `lines` says; here is decided
what it means where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from presslint.model.document import Block, Kind
from presslint.model.passage import Part, Passage
from presslint.model.regex import regex
from presslint.reading.dateline import find_dateline
from presslint.reading.fields import Fields, with_part
from presslint.reading.lines import (
    LineKind,
    can_be_tags,
    classify,
    head_pieces,
    is_role,
    loose_separator,
    tag_entries,
    tag_label,
)
from presslint.reading.plain import EXTRA_NAMES, FIELD_NAMES, META_KINDS, REPORTING
from presslint.reading.units import COPY_WORDS, SENTENCE_WORDS, TERMINAL

if TYPE_CHECKING:
    from presslint.desk.tagsplit import Vocabulary

HEAD_LIMIT = 8  # blocks below the headline that can belong to it
HEAD_LIMIT_WITH_FRONT_MATTER = 2  # blocks; what the head says, it says in the front matter
DEK_WORDS = 60  # a longer block is the first paragraph
META_WORDS = 14  # a line of the page that no field is made of: “Published on the third of May · 3 min read”
ABOUT_THE_TEXT = regex(
    r"\A\W{0,3}(?:Published|Posted|First published|Last updated|Updated)\b|\d ?min(?:ute)?s?[ -]read\b", re.I
)
DEK_HEADING_WORDS = 6  # fewer make a subhead
DEK_LIMIT = 2  # blocks; the third is the copy
TAIL_LIMIT = 4  # blocks at the end that can hold tags and credits
LINE_WORDS = 40  # a longer paragraph is no run of head lines
SILENT = frozenset((Kind.MEDIA, Kind.EMBED, Kind.CAPTION))  # may stand anywhere in the head
SENTENCE_MARK = regex("[。！？；]")  # of Chinese and Japanese, which write no spaces between words
ABOVE = {LineKind.SITE: "site", LineKind.SECTION: "section", LineKind.LABEL: "story-type"}


class Display:
    """Takes head and tail lines out of the blocks of a body and puts them into fields and slots."""

    def __init__(self, fields: Fields, blocks: list[Block], *, front_matter: bool) -> None:
        self.fields = fields
        self.blocks = list(blocks)
        self.front_matter = front_matter
        self.slots: dict[str, Passage] = {}
        self.loose: list[Passage] = []  # separators at one end of a line of byline or date

    def read(self) -> None:
        if not self.front_matter:
            self._headline()
        if "headline" in self.fields:  # else it is a fragment, of which nothing is certain
            self._head()
        self._tail()

    # -- headline ---------------------------------------------------------------------------------

    def _headline(self) -> None:
        """A first-level heading that opens the text, or that only a section or a site name precedes."""
        number = next(
            (
                number
                for number, block in enumerate(self.blocks[:4])
                if block.kind is Kind.HEADING and block.level == 1 and block.passage
            ),
            None,
        )
        if number is None:
            return
        above, heading = self.blocks[:number], self.blocks[number]
        if not all(_is_label(block) or block.kind in (*SILENT, Kind.SEPARATOR) for block in above):
            return
        for block in above:
            if block.passage is not None and _is_label(block):
                self.fields.put(ABOVE.get(classify(block.text), "kicker"), block.passage, origin="head")
        put_headline(self.fields, heading)
        self.blocks[: number + 1] = [block for block in above if not _is_label(block)]

    # -- between headline and copy ----------------------------------------------------------------

    def _head(self) -> None:
        taken: set[int] = set()
        separators: list[Passage] = []
        texts: list[Block] = []
        end = self._head_end()
        for block in self.blocks[:end]:
            passage = block.passage
            if block.kind is Kind.SEPARATOR and passage:
                separators.append(passage)
            elif block.kind in SILENT or passage is None:
                continue
            elif _is_meta(block):
                if self._put_lines(passage):
                    taken.add(id(block))
            else:
                texts.append(block)
        if not self.front_matter and "dek" not in self.fields:
            for block in texts[:DEK_LIMIT]:
                assert block.passage is not None
                self.fields.put("dek", block.passage, origin="head", span=block.span)
                taken.add(id(block))
        for separator in (*separators, *self.loose):
            self.fields.leave_slots(self.slots, separator)
        self.blocks = [block for block in self.blocks if id(block) not in taken]

    def _head_end(self) -> int:
        """The number of blocks that belong to the headline."""
        limit = HEAD_LIMIT_WITH_FRONT_MATTER if self.front_matter else HEAD_LIMIT
        end = texts = 0
        for number, block in enumerate(self.blocks[:limit]):
            if block.kind in SILENT:
                continue
            if (block.kind is Kind.SEPARATOR and block.passage) or _is_meta(block):
                end = number + 1
                continue
            if self.front_matter or not _can_be_dek(block) or texts == DEK_LIMIT:
                break
            if texts == 0 and self._is_display_line(number):
                end = number + 1
            texts += 1
        return end

    def _is_display_line(self, number: int) -> bool:
        """A line below the headline that no byline follows: set in italics, or short and without a stop."""
        block = self.blocks[number]
        following = self.blocks[number + 1] if number + 1 < len(self.blocks) else None
        if block.kind is not Kind.PARAGRAPH or block.passage is None or following is None:
            return False
        if not _is_copy(following):
            return False
        size = len(block.passage)
        if any(mark.kind == "em" and mark.start == 0 and mark.end >= size for mark in block.passage.marks):
            return True
        words = len(block.text.split())
        return 4 <= words < COPY_WORDS and not TERMINAL.search(block.text) and block.text[-1] not in ":,;"

    def _put_lines(self, passage: Passage, origin: str = "head") -> bool:
        """Put every line of a head paragraph into its field; False when all of them are known already."""
        put = False
        for line in _lines(passage):
            for piece in head_pieces(line.text):
                value = line[piece.start : piece.end]
                label = line[piece.label[0] : piece.label[1]] if piece.label else None
                name = FIELD_NAMES.get(piece.kind) or EXTRA_NAMES.get(piece.kind, piece.kind.value)
                if self.front_matter and name in self.fields:
                    continue
                put = True
                loose = loose_separator(line.text)
                if loose is not None:
                    self.loose.append(line[slice(*loose)])
                if not value and name in ("byline", "published"):
                    self.slots.setdefault(name, line)
                key = label.text.rstrip(" :") if label else name
                key_span = label.span if label else None
                if name in FIELD_NAMES.values():
                    self.fields.put(name, value, key=key, key_span=key_span, origin=origin)
                else:
                    self.fields.add(name, value, key_span=key_span, origin=origin)
            if is_role(line.text) and not head_pieces(line.text):
                self.fields.add("role", line, origin=origin)
                put = True
        return put

    # -- after the copy ---------------------------------------------------------------------------

    def _tail(self) -> None:
        number = len(self.blocks) - 1
        lowest = max(len(self.blocks) - TAIL_LIMIT, 1)
        while number >= lowest:
            block = self.blocks[number]
            passage = block.passage
            if block.kind is Kind.PARAGRAPH and passage is not None:
                if not self._take_last_line(block, passage):
                    return
                del self.blocks[number]
            elif block.kind not in (Kind.SEPARATOR, Kind.FOOTNOTE):
                return
            number -= 1

    def _take_last_line(self, block: Block, passage: Passage) -> bool:
        """Put a line below the copy into its field; False when it is copy."""
        if "tags" not in self.fields and self._is_tag_line(passage):
            self._put_tags(passage)
            return True
        if "headline" not in self.fields:
            return False
        if classify(passage.text) is LineKind.CREDIT:
            self._put_credit(passage)
            return True
        return "byline" not in self.fields and _is_meta(block) and self._put_lines(passage, "tail")

    def _is_tag_line(self, passage: Passage) -> bool:
        text = passage.text
        if len(text.split()) > LINE_WORDS or passage.marked("code") or SENTENCE_MARK.search(text):
            return False
        if tag_label(text) is not None or (text.startswith("#") and tag_entries(text)):
            return True
        if not can_be_tags(text) or len(list(_lines(passage))) > 1:
            return False
        from presslint.desk.tagsplit import split as split_tags

        fused = split_tags(text, self._vocabulary())
        return fused is not None and (fused.joins >= 2 or fused.certain)

    def _vocabulary(self) -> Vocabulary:
        from presslint.desk.tagsplit import Vocabulary

        return Vocabulary(
            part
            for block in self.blocks[:-1]
            if block.passage is not None
            for word in block.passage.words
            for part in (word.text, *re.split(r"[-’']", word.text))
        )

    def _put_tags(self, passage: Passage) -> None:
        text = passage.text
        label = tag_label(text)
        key_span = passage[label[0] : label[1]].span if label else None
        key = text[label[0] : label[1]] if label else "tag line"
        for start, end in tag_entries(text) or [(len(text) if label else 0, len(text))]:
            self.fields.put("tags", passage[start:end], key=key, key_span=key_span, origin="tail")

    def _put_credit(self, passage: Passage) -> None:
        self.fields.add("credit", passage, origin="tail")
        found = REPORTING.match(passage.text)
        if found is not None and "byline" not in self.fields:
            label = passage[found.start("label") : found.end("label")]
            names = passage[found.start("names") : found.end("names")]
            self.fields.put("byline", names, key=label.text, key_span=label.span, origin="tail")


def put_headline(fields: Fields, heading: Block) -> None:
    """The heading that opens a body is its headline."""
    if heading.passage is not None:
        fields.put(
            "headline", with_part(heading.passage, Part.HEADLINE), key="#", span=heading.span, origin="body"
        )


def _lines(passage: Passage) -> Iterator[Passage]:
    """The lines of a paragraph as the source breaks them."""
    at = 0
    for index in passage.line_breaks():
        yield passage[at:index].strip()
        at = index + 1
    yield passage[at:].strip()


def _is_label(block: Block) -> bool:
    """A few words above a headline: the site, a section, a kicker."""
    return (
        block.kind is Kind.PARAGRAPH and 0 < len(block.text.split()) <= 5 and not TERMINAL.search(block.text)
    )


def _is_meta(block: Block) -> bool:
    """A paragraph, or a heading that was meant as one, of which every line says who or when."""
    if block.kind not in (Kind.PARAGRAPH, Kind.HEADING) or block.passage is None:
        return False
    if not 0 < len(block.text.split()) <= LINE_WORDS:
        return False
    lines = [line.text for line in _lines(block.passage) if line]
    kinds = [classify(line) for line in lines]
    if block.kind is Kind.HEADING and kinds[0] is LineKind.BYLINE and not _is_labelled(lines[0]):
        return False  # “Islands Lead in Ferry Capacity” has the shape of a name and a place
    return kinds[0] in META_KINDS and all(
        kind in META_KINDS or is_role(line) for kind, line in zip(kinds, lines, strict=True)
    )


def _is_labelled(line: str) -> bool:
    """Whether a byline says so itself: “By Ana Ruiz”."""
    return any(piece.label is not None for piece in head_pieces(line))


def _can_be_dek(block: Block) -> bool:
    if block.kind not in (Kind.PARAGRAPH, Kind.HEADING) or block.passage is None or not block.passage:
        return False
    words = len(block.text.split())
    if block.kind is Kind.HEADING and words < DEK_HEADING_WORDS:
        return False
    if words <= META_WORDS and ABOUT_THE_TEXT.search(block.text):
        return False
    return words <= DEK_WORDS and classify(block.text) is LineKind.TEXT and find_dateline(block.text) is None


def _is_copy(block: Block) -> bool:
    """Prose, by its length or its full stop."""
    if block.kind is not Kind.PARAGRAPH:
        return False
    words = len(block.text.split())
    return words >= COPY_WORDS or (words >= SENTENCE_WORDS and TERMINAL.search(block.text) is not None)
