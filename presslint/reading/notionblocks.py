"""Notion: blocks of its API, each with its words under its own name; items of lists stand one by one."""

from __future__ import annotations

from msgspec.structs import replace

from presslint.model.document import Block, Kind
from presslint.model.passage import Part
from presslint.model.source import Span
from presslint.reading.richline import DEPTH_LIMIT, Line, RichText, children
from presslint.reading.tree import Node, Shape

ITEMS = {"bulleted_list_item": False, "numbered_list_item": True, "to_do": False}
CONTAINERS = frozenset(("column_list", "column", "synced_block", "toggle", "callout", "template", "tab"))
PICTURES = {"image": "image", "video": "video", "audio": "audio"}
EMBEDS = frozenset(
    "embed bookmark file pdf link_preview link_to_page child_page child_database equation breadcrumb "
    "table_of_contents button".split()
)


def read(node: Node, reader: RichText) -> list[Block]:
    return _blocks(node, reader, 0)


def _blocks(nodes: Node | None, reader: RichText, depth: int) -> list[Block]:
    """Blocks one after the other; neighbours that are items of one kind make a list."""
    found: list[Block] = []
    items: list[Block] = []
    ordered = False
    for node in children(nodes):
        name = node.text("type")
        if items and (name not in ITEMS or ITEMS[name] != ordered):
            found.append(_list(items, ordered))
            items = []
        if name in ITEMS:
            ordered = ITEMS[name]
            items += _item(node, name, reader, depth)
        else:
            found += _block(node, name, reader, depth)
    return [*found, _list(items, ordered)] if items else found


def _list(items: list[Block], ordered: bool) -> Block:
    return Block(
        Kind.LIST, Span(items[0].span.start, items[-1].span.end), ordered=ordered, children=tuple(items)
    )


def _item(node: Node, name: str, reader: RichText, depth: int) -> list[Block]:
    own = _line(node, name, reader, Kind.ITEM, Part.ITEM)
    inner = tuple(_inner(node, name, reader, depth))
    if not own and not inner:
        return []
    return [replace(own[0] if own else Block(Kind.ITEM, node.span), children=inner)]


def _inner(node: Node, name: str, reader: RichText, depth: int) -> list[Block]:
    """The blocks in a block: its children, which the API gives on their own and exports put in it."""
    nested = node.get(name, "children") or node.get("children")
    if nested is None:
        return []
    return _blocks(nested, reader, depth + 1) if depth < DEPTH_LIMIT else reader.too_deep(nested)


def _block(node: Node, name: str, reader: RichText, depth: int) -> list[Block]:
    if name.startswith("heading_"):
        level = int(name[-1]) if name[-1] in "123456" else 2
        head = _line(node, name, reader, Kind.HEADING, Part.HEADING, level)
        return head + _inner(node, name, reader, depth)
    if name == "paragraph" or name in CONTAINERS:
        own = _line(node, name, reader, Kind.PARAGRAPH, Part.PARAGRAPH)
        return own + _inner(node, name, reader, depth)
    if name == "quote":
        inside = _line(node, name, reader, Kind.PARAGRAPH, Part.QUOTE) + _inner(node, name, reader, depth)
        return reader.quote(inside, node.span)
    if name == "code":
        line = words(node.get("code", "rich_text"), reader)
        passage = line.finish(Part.CODE).passage
        return [Block(Kind.CODE, node.span, passage, info=node.text("code", "language"))]
    if name == "divider":
        return [Block(Kind.SEPARATOR, node.span, info="divider")]
    if name == "table":
        rows = node.get("table", "children") or node.get("children")
        found = [row for each in children(rows) for row in _row(each, reader)]
        return [Block(Kind.TABLE, node.span, children=tuple(found))] if found else []
    if name in PICTURES:
        return _picture(node, name, reader)
    if name in EMBEDS:
        return [Block(Kind.EMBED, node.span, info=name)]
    if _has_words(node, name):
        reader.tell(node, name, "its words were read as a paragraph")
        return _line(node, name, reader, Kind.PARAGRAPH, Part.PARAGRAPH) + _inner(node, name, reader, depth)
    return reader.unknown(node, name)


def _has_words(node: Node, name: str) -> bool:
    texts = node.get(name, "rich_text")
    return texts is not None and bool(texts.items)


def _picture(node: Node, name: str, reader: RichText) -> list[Block]:
    payload = node.get(name)
    picture = reader.media(payload, PICTURES[name]) if payload is not None else None
    if picture is None:
        return [Block(Kind.EMBED, node.span, info=name)]
    caption = payload.get("caption") if payload is not None else None
    found = words(caption, reader).finish(Part.CAPTION).passage
    media = tuple(replace(media, caption=found if found else None) for media in picture.media)
    return [replace(picture, span=node.span, media=media)]


def _row(node: Node, reader: RichText) -> list[Block]:
    cells = node.get("table_row", "cells")
    found = [
        block
        for cell in (cells.items if cells is not None else ())
        for block in reader.block(words(cell, reader), Kind.CELL, Part.CELL, cell.span)
        or [Block(Kind.CELL, cell.span)]
    ]
    return [Block(Kind.ROW, node.span, children=tuple(found))] if any(cell.passage for cell in found) else []


def _line(node: Node, name: str, reader: RichText, kind: Kind, part: Part, level: int = 0) -> list[Block]:
    texts = node.get(name, "rich_text") or node.get(name, "text")
    return reader.block(words(texts, reader), kind, part, node.span, level)


def words(texts: Node | None, reader: RichText) -> Line:
    """A line of rich text objects."""
    line = Line(reader.source)
    for each in children(texts):
        link = each.get("href") or each.get("text", "link", "url")
        line.link_to(link if link is not None and link.shape is Shape.TEXT else None)
        annotations = each.get("annotations")
        given = annotations.entries if annotations is not None else ()
        text = each.get("text", "content") or each.get("plain_text")
        reader.put(line, text, [entry.key for entry in given if entry.node.value is True])
    return line
