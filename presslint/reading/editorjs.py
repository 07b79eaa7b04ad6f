"""Editor.js: a list of blocks whose texts are inline HTML."""

from __future__ import annotations

from msgspec.structs import replace

from presslint.model.document import Block, Kind
from presslint.model.passage import Part
from presslint.reading.fields import fold_key
from presslint.reading.richline import DEPTH_LIMIT, RichText, children, number
from presslint.reading.tree import Node, Shape

PARAGRAPHS = frozenset(("paragraph", "text"))
LISTS = frozenset(("list", "nestedlist", "checklist", "editorjslist"))
PICTURES = frozenset(("image", "simpleimage", "inlineimage", "video", "audio"))
EMBEDS = frozenset("embed linktool attaches personality button gallery carousel tweet youtube".split())
NOTES = frozenset(("warning", "alert", "callout", "notice"))


def read(node: Node, reader: RichText) -> list[Block]:
    found: list[Block] = []
    for block in children(node.get("blocks") if node.shape is Shape.MAP else node):
        data = block.get("data")
        if data is not None and data.shape is Shape.MAP:
            inner = _block(block, data, fold_key(block.text("type")), reader)
            # nothing stands between two blocks: one alone takes all of it
            found += [replace(inner[0], span=block.span)] if len(inner) == 1 else inner
    return found


def _block(block: Node, data: Node, name: str, reader: RichText) -> list[Block]:
    text = data.get("text")
    if name in PARAGRAPHS:
        return reader.html_line(text, Kind.PARAGRAPH, Part.PARAGRAPH)
    if name in ("header", "heading"):
        level = min(max(number(data.get("level"), 2), 1), 6)
        return reader.html_line(text, Kind.HEADING, Part.HEADING, level)
    if name in LISTS:
        return _list(data, data, reader, 0)
    if name in ("quote", "pullquote", "blockquote"):
        inside = reader.html_line(text, Kind.PARAGRAPH, Part.QUOTE)
        inside += reader.html_line(data.get("caption"), Kind.PARAGRAPH, Part.PARAGRAPH)
        return reader.quote(inside, block.span, "pull quote" if "pull" in name else "")
    if name in NOTES:
        lines = [line for key in ("title", "message", "text") if (line := data.get(key)) is not None]
        return [found for line in lines for found in reader.html_line(line, Kind.PARAGRAPH, Part.PARAGRAPH)]
    if name == "code":
        code = data.get("code")
        passage = code.passage(reader.source, Part.CODE) if code is not None else None
        return [Block(Kind.CODE, block.span, passage, info=data.text("language"))]
    if name in ("raw", "html"):
        return reader.html(data.get("html"))
    if name in ("delimiter", "divider"):
        return [Block(Kind.SEPARATOR, block.span, info="delimiter")]
    if name == "table":
        return _table(data, reader)
    if name in PICTURES:
        picture = reader.media(data, name if name in ("video", "audio") else "")
        return [picture] if picture is not None else [Block(Kind.EMBED, block.span, info=block.text("type"))]
    if name in EMBEDS:
        return [Block(Kind.EMBED, block.span, info=data.text("service") or block.text("type"))]
    if text is not None and text.shape is Shape.TEXT:
        reader.tell(block, block.text("type"), "its text was read as a paragraph")
        return reader.html_line(text, Kind.PARAGRAPH, Part.PARAGRAPH)
    return reader.unknown(block, block.text("type"))


def _list(data: Node, holder: Node, reader: RichText, depth: int) -> list[Block]:
    """A list; its items are texts, or objects with a text and items of their own."""
    items: list[Block] = []
    given = holder.get("items")
    for item in given.items if given is not None else ():
        if item.shape is not Shape.MAP:
            items += reader.html_line(item, Kind.ITEM, Part.ITEM)
            continue
        own = reader.html_line(item.get("content") or item.get("text"), Kind.ITEM, Part.ITEM)
        if item.get("items") is not None and depth >= DEPTH_LIMIT:
            items += own
            reader.too_deep(item)
            continue
        inner = tuple(_list(data, item, reader, depth + 1))
        if own or inner:
            items.append(
                replace(own[0] if own else Block(Kind.ITEM, item.span), span=item.span, children=inner)
            )
    ordered = data.text("style") == "ordered"
    return [Block(Kind.LIST, given.span, ordered=ordered, children=tuple(items))] if given and items else []


def _table(data: Node, reader: RichText) -> list[Block]:
    rows: list[Block] = []
    content = data.get("content")
    for row in content.items if content is not None else ():
        cells = [
            found
            for cell in row.items
            for found in reader.html_line(cell, Kind.CELL, Part.CELL) or [Block(Kind.CELL, cell.span)]
        ]
        if any(cell.passage for cell in cells):
            rows.append(Block(Kind.ROW, row.span, children=tuple(cells)))
    return [Block(Kind.TABLE, content.span, children=tuple(rows))] if content and rows else []
