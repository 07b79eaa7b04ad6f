"""Quill's Delta: texts one after the other; what a line is stands with the line break that ends it."""

from __future__ import annotations

from presslint.model.document import Block, Kind, Media
from presslint.model.passage import Builder, Part
from presslint.model.source import Span
from presslint.reading import jsontext
from presslint.reading.fields import fold_key
from presslint.reading.inline import media_kind
from presslint.reading.nesting import Item, nest
from presslint.reading.richline import MARKS, Line, RichText, children, number
from presslint.reading.tree import Node, Piece, Shape

EMBEDS = frozenset(("video", "formula", "mention", "divider", "hr", "tweet", "embed"))


def read(node: Node, reader: RichText) -> list[Block]:
    delta = _Delta(reader)
    for op in children(node.get("ops") if node.shape is Shape.MAP else node):
        delta.op(op)
    delta.end_line(None, delta.end)
    delta.close()
    return delta.blocks


class _Delta:
    def __init__(self, reader: RichText) -> None:
        self.reader = reader
        self.blocks: list[Block] = []
        self.items: list[Item] = []
        self.line = Line(reader.source)
        self.pieces: list[Piece] = []  # of the line
        self.code: list[Piece] = []  # of lines of code that came one after the other
        self.start = -1  # of the line, -1 where nothing of it has come
        self.end = 0

    def op(self, op: Node) -> None:
        insert, attributes = op.get("insert"), op.get("attributes")
        if insert is None:
            return
        if insert.shape is Shape.MAP:
            self.embed(op, insert)
        if insert.shape is not Shape.TEXT:
            return
        source = self.reader.source.text
        href = attributes.get("link") if attributes is not None else None
        given = attributes.entries if attributes is not None else ()
        names = [
            MARKS[fold_key(entry.key)]
            for entry in given
            if entry.node.value is True and fold_key(entry.key) in MARKS
        ]
        for start, end, written in jsontext.string_pieces(source, insert.start, insert.end):
            # what stands between two texts is no copy: a line takes all of the operations that it fills
            self.end = op.end if end == insert.end - 1 else end
            self.pieces.append((start, end, written))
            if self.start < 0:
                self.start = op.start if start == insert.start + 1 else start
            if written == "\n":
                self.end_line(attributes, self.end)
                continue
            self.line.link_to(href)
            at = self.line.builder.size
            self.line.text(start, end, written)
            for name in names:
                self.line.builder.mark(name, at)

    def embed(self, op: Node, insert: Node) -> None:
        entry = insert.entries[0] if insert.entries else None
        if entry is None:
            return
        name = entry.key
        if name == "image" and entry.node.shape is Shape.TEXT:
            alt = op.get("attributes", "alt")
            address = str(entry.node.value)
            words = alt.passage(self.reader.source, Part.ALT) if alt is not None else None
            self.line.add_image(Media(media_kind(address), address, entry.node.span, words))
            self.start = op.start if self.start < 0 else self.start
        elif self.start >= 0 and name not in ("divider", "hr"):
            self.line.opaque(op.start, op.end)
        else:
            if name not in EMBEDS:
                self.reader.tell(op, name, "what it shows was not read")
            kind = Kind.SEPARATOR if name in ("divider", "hr") else Kind.EMBED
            self.close()
            self.blocks.append(Block(kind, op.span, info=name))

    def end_line(self, attributes: Node | None, end: int) -> None:
        """A line is complete: a heading, an item, a quote, code, or a paragraph."""
        line, pieces, span = self.line, self.pieces, Span(self.start if self.start >= 0 else end, end)
        self.line, self.pieces, self.start = Line(self.reader.source), [], -1
        given = {entry.key: entry.node for entry in attributes.entries} if attributes is not None else {}
        if given.get("code-block") is not None and given["code-block"].value is not False:
            self.flush_items()
            self.code += pieces
            return
        self.flush_code()
        if "list" in given:
            ordered = given["list"].value == "ordered"
            level = max(number(given.get("indent")), 0)
            found = self.reader.block(line, Kind.ITEM, Part.ITEM, span)
            self.items += [Item(level, ordered, item) for item in found]
            return
        self.flush_items()
        if "header" in given and number(given["header"]):
            level = min(max(number(given["header"]), 1), 6)
            self.blocks += self.reader.block(line, Kind.HEADING, Part.HEADING, span, level)
        elif "blockquote" in given:
            self.blocks += self.reader.quote(self.reader.block(line, Kind.PARAGRAPH, Part.QUOTE, span), span)
        else:
            self.blocks += self.reader.block(line, Kind.PARAGRAPH, Part.PARAGRAPH, span)

    def flush_items(self) -> None:
        self.blocks += nest(self.items)
        self.items = []

    def flush_code(self) -> None:
        """Lines of code one after the other are one block."""
        builder = Builder(self.reader.source)
        builder.add_all(self.code)
        self.code = []
        passage = builder.passage(Part.CODE)
        if passage:
            self.blocks.append(Block(Kind.CODE, passage.span, passage))

    def close(self) -> None:
        self.flush_code()
        self.flush_items()
