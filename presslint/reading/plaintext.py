"""Plain text held in a string of another file: paragraphs, and nothing else of its form is known."""

from __future__ import annotations

import re

from presslint.article import Block, Kind
from presslint.passage import Part, Passage
from presslint.reading.fields import with_part

BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")
LINE_END = re.compile(r"[\r\n]+")


def paragraphs(passage: Passage) -> tuple[Block, ...]:
    """Paragraphs parted by blank lines, or, where there is no blank line, one paragraph to a line."""
    parting = BLANK_LINE if BLANK_LINE.search(passage.text) else LINE_END
    blocks: list[Block] = []
    at = 0
    for start, end in [*(match.span() for match in parting.finditer(passage.text)), (len(passage),) * 2]:
        words = with_part(passage[at:start].strip(), Part.PARAGRAPH)
        if words:
            blocks.append(Block(Kind.PARAGRAPH, words.span, words))
        at = end
    return tuple(blocks)
