"""Lists as a reader sees them: what delivers one, and how many items it has.

A list need not be a bulleted list. A table, a gallery, a row of subheads, or short paragraphs that
open alike (“Price: …”, “**Staffing.** …”, “First, …”) deliver what “for three reasons:” announced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presslint.article import Block, Kind, Section
from presslint.language.words.announcing import ORDINAL
from presslint.model.passage import Passage
from presslint.model.regex import regex

SHORT_LINE = 10  # words of a line that is an item by itself
SHORT = 25  # the most words of a paragraph that can be an item

# what may follow a lead-in in place of a list: it shows the thing instead of listing it
DELIVERS = frozenset(
    (Kind.LIST, Kind.TABLE, Kind.QUOTE, Kind.MEDIA, Kind.EMBED, Kind.CODE, Kind.CAPTION, Kind.NOTE)
)

_OPENERS = (
    ("aside", regex(r"\(")),
    ("bullet", regex(r"[-–—•·▪◦*‣●►✓✔→»]\s*\S")),
    (
        "date",
        regex(
            r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:a\.?m\.?|p\.?m\.?)|(?:19|20)\d\d\b\s?[:–—-]|\d{1,2}:\d\d\b)", re.I
        ),
    ),
    (
        "date",
        regex(
            r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
            r"[a-z]{0,6}\.? \d{1,2}\b"
        ),
    ),
    (
        "number",
        regex(r"(?:\(?\d{1,3}[.):](?!\d)|#\d{1,3}\b|\(?[a-z]\)|(?:Step|Part|Day|No\.?) \d{1,3}\b)"),
    ),
    ("question", regex(r"Q(?:uestion)?[:.]|[^.!?]{3,140}\?(?:\s|\Z)")),
    ("label", regex(r"[A-Z0-9“\"‘][\w’'\"”.&/, -]{0,60}?(?::|\s[–—-])\s")),
    ("quotation", regex(r"[“\"‘«„]")),
    ("ordinal", ORDINAL),
    ("emoji", regex(r"[\u2600-\u27bf\U0001f300-\U0001faff]")),
)


def opener(passage: Passage) -> str:
    """How a paragraph opens, if it opens as an item does: bullet, number, bold, label, ordinal…"""
    text = passage.text
    for mark in passage.marks:
        if mark.kind == "strong" and mark.start == 0 and mark.end < len(text):
            return "bold"
        if mark.kind == "link" and mark.start == 0 and mark.end == len(text):
            return "link"
    for name, pattern in _OPENERS:
        if pattern.match(text):
            return name
    return ""


def delivers(blocks: Sequence[Block], at: int) -> bool:
    """Whether the block at `at` begins what a lead-in announced: a list, or something shown."""
    block = blocks[at]
    if block.kind in DELIVERS:
        return True
    if block.kind is not Kind.PARAGRAPH or block.passage is None:
        return False
    if opener(block.passage) or block.passage.word_count <= SHORT or block.media:
        return True
    return block.text[:1].islower() or len(list(lines(block))) >= 2


def lines(block: Block) -> Iterator[str]:
    """The lines of a paragraph that the source breaks into short lines; nothing for wrapped prose."""
    if block.passage is not None:
        span = block.passage.span
        broken = block.passage.source.text[span.start : span.end].splitlines()
        if len(broken) > 1 and all(line.count(" ") < SHORT_LINE for line in broken):
            yield from broken


def runs(blocks: Sequence[Block]) -> Iterator[int]:
    """Sizes of the groups of paragraphs that open alike, in order; groups may have prose between."""
    counts: dict[str, int] = {}
    for block in blocks:
        if block.kind is Kind.PARAGRAPH and block.passage is not None:
            kind = opener(block.passage)
            if kind and kind != "quotation":
                counts[kind] = counts.get(kind, 0) + 1
    yield from counts.values()


def list_size(block: Block) -> int:
    """How many items a list or table has, or pictures a gallery; 0 for anything else."""
    if block.kind is Kind.LIST:
        return sum(child.kind is Kind.ITEM for child in block.children)
    if block.kind is Kind.TABLE:
        return sum(child.kind is Kind.ROW and child.info != "head" for child in block.children)
    return 0


def item_counts(section: Section) -> list[int]:
    """Every way to count items in a section: its lists, tables, pictures, subsections, alike paragraphs."""
    blocks = section.all_blocks
    counts = [size for block in blocks for inner in block.walk() if (size := list_size(inner))]
    counts += runs(blocks)
    counts.append(len(section.sections))
    counts.append(sum(len(inner.media) for block in blocks for inner in block.walk()))
    return [count for count in counts if count]
