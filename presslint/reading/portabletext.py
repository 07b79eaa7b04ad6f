"""Portable Text, the rich text of Sanity: a flat list of blocks whose spans name their marks by key."""

from __future__ import annotations

from collections.abc import Mapping

from presslint.model.document import Block, Kind
from presslint.model.passage import Part
from presslint.reading.fields import fold_key
from presslint.reading.nesting import Item, nest
from presslint.reading.richline import Line, RichText, children, markdown_blocks, number
from presslint.reading.tree import Node, Shape

PICTURES = frozenset("image figure mainimage imageblock captionimage video audio file".split())
CODE = frozenset(("code", "codeblock"))
RULES = frozenset(("break", "divider", "hr", "horizontalrule", "separator"))
EMBEDS = frozenset(
    "reference embed youtube twitter tweet instagram vimeo iframe gallery slideshow button cta newsletter "
    "bookmark soundcloud map form audioembed videoembed".split()
)
LINKS = ("href", "url")


def read(node: Node, reader: RichText) -> list[Block]:
    """The blocks of an array; neighbours that are list items make a list."""
    found: list[Block] = []
    items: list[Item] = []
    for block in children(node):
        if block.text("_type") == "block" and block.text("listItem"):
            ordered = block.text("listItem") == "number"
            level = max(number(block.get("level"), 1) - 1, 0)
            items += [Item(level, ordered, item) for item in _line(block, reader, Kind.ITEM, Part.ITEM)]
            continue
        found += nest(items)
        items = []
        found += _block(block, reader)
    return found + nest(items)


def _block(block: Node, reader: RichText) -> list[Block]:
    name = fold_key(block.text("_type"))
    if block.get("children") is not None:
        style = fold_key(block.text("style"))
        if len(style) == 2 and style[0] == "h" and style[1] in "123456":
            return _line(block, reader, Kind.HEADING, Part.HEADING, int(style[1]))
        if "quote" in style:
            info = "pull quote" if "pull" in style else ""
            return reader.quote(_line(block, reader, Kind.PARAGRAPH, Part.QUOTE), block.span, info)
        return _line(block, reader, Kind.PARAGRAPH, Part.PARAGRAPH)
    if name in PICTURES:
        picture = reader.media(block, name if name in ("video", "audio") else "")
        return [picture] if picture is not None else [Block(Kind.EMBED, block.span, info=block.text("_type"))]
    if name in CODE:
        code = block.get("code")
        passage = code.passage(reader.source, Part.CODE) if code is not None else None
        return [Block(Kind.CODE, block.span, passage, info=block.text("language"))]
    if name in RULES:
        return [Block(Kind.SEPARATOR, block.span, info="hr")]
    if name == "table":
        return _table(block, reader)
    if name in ("html", "rawhtml", "htmlembed"):
        return reader.html(block.get("html") or block.get("code"))
    if name == "markdown":
        text = block.get("markdown") or block.get("text")
        return markdown_blocks(text, reader.source) if text is not None else []
    return _other(block, reader, name)


def _other(block: Node, reader: RichText, name: str) -> list[Block]:
    """An object of the house's own: the Portable Text in it, or an embed under its name."""
    if name in EMBEDS:
        return [Block(Kind.EMBED, block.span, info=block.text("_type"))]
    from presslint.reading import richtext

    inner = [entry.node for entry in block.entries if richtext.dialect(entry.node) == "Portable Text"]
    if inner:
        reader.tell(block, block.text("_type"), "its words were read as they stand")
        return [found for text in inner for each in children(text) for found in _flat(each, reader)]
    return reader.unknown(block, block.text("_type"))


def _flat(block: Node, reader: RichText) -> list[Block]:
    """A block inside an object; objects in objects are not looked into."""
    if block.get("children") is None:
        return [Block(Kind.EMBED, block.span, info=block.text("_type"))]
    return _block(block, reader)


def _line(block: Node, reader: RichText, kind: Kind, part: Part, level: int = 0) -> list[Block]:
    defined = {mark.text("_key"): mark for mark in children(block.get("markDefs"))}
    line = Line(reader.source)
    for span in children(block.get("children")):
        text = span.get("text")
        if text is None or text.shape is not Shape.TEXT:
            line.opaque(span.start, span.end)
            continue
        marks = span.get("marks")
        names = [str(mark.value) for mark in marks.items] if marks is not None else []
        line.link_to(_target(names, defined))
        reader.put(line, text, names)
    return reader.block(line, kind, part, block.span, level)


def _target(names: list[str], defined: Mapping[str, Node]) -> Node | None:
    for name in names:
        mark = defined.get(name)
        found = next(
            (href for key in LINKS if mark is not None and (href := mark.get(key)) is not None), None
        )
        if found is not None and found.shape is Shape.TEXT:
            return found
    return None


def _table(block: Node, reader: RichText) -> list[Block]:
    """The table of Sanity's plugin: rows of cells that are plain texts."""
    rows: list[Block] = []
    for row in children(block.get("rows")):
        cells = row.get("cells")
        found = [
            Block(Kind.CELL, cell.span, cell.passage(reader.source, Part.CELL))
            for cell in (cells.items if cells is not None else ())
            if cell.shape is Shape.TEXT
        ]
        if any(cell.passage for cell in found):
            rows.append(Block(Kind.ROW, row.span, children=tuple(found)))
    return [Block(Kind.TABLE, block.span, children=tuple(rows))] if rows else []
