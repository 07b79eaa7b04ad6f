"""Paragraphs that are code although nothing in the source marks them as such become blocks of code.

Whether words are code, `presslint.language.codelike` says; here is decided what stands together.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from presslint.language.codelike import can_be_code, is_code, is_comment, reads_as_prose
from presslint.model.document import Block, Kind
from presslint.model.passage import Part
from presslint.model.source import Source
from presslint.reading.fields import with_part

HOLDERS = frozenset((Kind.LIST, Kind.ITEM, Kind.QUOTE, Kind.NOTE))
REACH = 4  # characters between two lines without a blank line: a line end, and what marks a heading


def mark_code(source: Source, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The same blocks, those of code that was not marked as such among them of the kind `CODE`."""
    found = [_inside(source, block) if block.kind in HOLDERS else block for block in blocks]
    code = [_is_alone(block) for block in found]
    if any(code):
        for steps in (range(1, len(found)), range(len(found) - 2, -1, -1)):
            step = 1 if steps.step > 0 else -1
            for number in steps:
                if code[number - step] and not code[number]:
                    code[number] = _belongs(source, found[number], found[number - step])
    return tuple(_as_code(block) if is_one else block for block, is_one in zip(found, code, strict=True))


def _inside(source: Source, block: Block) -> Block:
    """A list, an item, a quotation or a note with the code in it marked."""
    children = mark_code(source, block.children) if block.children else ()
    passage = block.passage
    if block.kind is Kind.ITEM and passage is not None and _may_be(block) and is_code(passage.text):
        words = Block(Kind.CODE, passage.span, with_part(passage, Part.CODE))
        return replace(block, passage=None, children=(words, *children))
    same = all(one is other for one, other in zip(children, block.children, strict=True))
    return block if same else replace(block, children=children)


def _may_be(block: Block) -> bool:
    """Whether nothing speaks against code: no link, no picture, no words that are marked as code."""
    passage = block.passage
    return (
        passage is not None
        and not block.media
        and all(link.kind == "bare" for link in block.links)
        and not any(mark.kind in ("code", "template") for mark in passage.marks)
    )


def _is_alone(block: Block) -> bool:
    """Whether a block is code by its own words."""
    passage = block.passage
    if passage is None or block.kind not in (Kind.PARAGRAPH, Kind.HEADING):
        return False
    text = passage.text
    if block.kind is Kind.HEADING:
        return block.level == 1 and text[:1].islower() and _may_be(block) and is_code(text)
    if any(mark.kind == "code" and mark.start == 0 and mark.end >= len(text) for mark in passage.marks):
        return not reads_as_prose(text)
    return _may_be(block) and is_code(text)


def _belongs(source: Source, block: Block, code: Block) -> bool:
    """Whether a block beside code that nothing marks is a comment in it."""
    if block.passage is None or not _may_be(block):
        return False
    if block.kind is Kind.HEADING:  # `# the crew` without a blank line between it and the code
        first, second = (code, block) if code.span.start < block.span.start else (block, code)
        between = source.text[first.span.end : second.span.start]
        lowly = first is code or block.text[:1].islower()
        return block.level == 1 and lowly and len(between) <= REACH and between.count("\n") <= 1
    return block.kind is Kind.PARAGRAPH and (is_comment(block.text) or can_be_code(block.text))


def _as_code(block: Block) -> Block:
    assert block.passage is not None
    return Block(Kind.CODE, block.span, with_part(block.passage, Part.CODE))
