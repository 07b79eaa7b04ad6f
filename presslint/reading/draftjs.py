"""Draft.js: a list of blocks with their text; styles and links are ranges of it, counted as JavaScript counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from presslint.model.document import Block, Kind
from presslint.model.passage import Builder, Part
from presslint.model.source import Source
from presslint.reading import jsontext
from presslint.reading.nesting import Item, nest
from presslint.reading.richline import Line, RichText, children, number
from presslint.reading.tree import Node, Piece, Shape

LEVELS = {
    f"header-{name}": level for level, name in enumerate(("one", "two", "three", "four", "five", "six"), 1)
}
PARAGRAPHS = frozenset(("unstyled", "paragraph", "section", "article", ""))
ITEMS = {"unordered-list-item": False, "ordered-list-item": True}
QUOTES = {"blockquote": "", "pullquote": "pull quote", "pull-quote": "pull quote"}
STYLES = {"BOLD": "strong", "ITALIC": "em", "CODE": "code", "STRIKETHROUGH": "strike"}
PICTURES = frozenset(("image", "img", "photo", "picture", "figure", "video", "audio"))
SEPARATORS = frozenset(("divider", "separator", "hr", "horizontal_rule"))
WIDEST = "\uffff"  # characters beyond it count as two

Look = tuple[tuple[str, ...], Node | None]  # styles of a character, and where it leads


def read(node: Node, reader: RichText) -> list[Block]:
    given = node.get("entityMap")
    entities = {found.key: found.node for found in given.entries} if given is not None else {}
    if given is not None and given.shape is Shape.LIST:
        entities = {str(place): each for place, each in enumerate(given.items)}
    return _Content(reader, entities).read(node)


class _Content:
    def __init__(self, reader: RichText, entities: Mapping[str, Node]) -> None:
        self.reader = reader
        self.entities = entities
        self.blocks: list[Block] = []
        self.items: list[Item] = []
        self.code: list[Node] = []  # lines of code that come one after the other

    def read(self, node: Node) -> list[Block]:
        for block in children(node.get("blocks")):
            name = block.text("type").lower()
            if name not in ITEMS:
                self.blocks += nest(self.items)
                self.items = []
            if name == "code-block":
                self.code.append(block)
                continue
            self.flush_code()
            self.block(block, name)
        self.blocks += nest(self.items)
        self.flush_code()
        return self.blocks

    def block(self, block: Node, name: str) -> None:
        reader, span = self.reader, block.span
        if name in ITEMS:
            found = reader.block(self.line(block), Kind.ITEM, Part.ITEM, span)
            self.items += [Item(max(number(block.get("depth")), 0), ITEMS[name], item) for item in found]
        elif name in LEVELS:
            self.blocks += reader.block(self.line(block), Kind.HEADING, Part.HEADING, span, LEVELS[name])
        elif name in QUOTES:
            inside = reader.block(self.line(block), Kind.PARAGRAPH, Part.QUOTE, span)
            self.blocks += reader.quote(inside, span, QUOTES[name])
        elif name == "atomic":
            self.blocks += self.atomic(block)
        else:
            if name not in PARAGRAPHS:
                reader.tell(block, block.text("type"), "its text was read as a paragraph")
            self.blocks += reader.block(self.line(block), Kind.PARAGRAPH, Part.PARAGRAPH, span)

    def atomic(self, block: Node) -> list[Block]:
        """What stands by itself: a picture, a divider, something from elsewhere."""
        found = next((self.entity(each) for each in children(block.get("entityRanges"))), None)
        holder = found if found is not None else block
        name = holder.text("type").lower()
        if name in SEPARATORS:
            return [Block(Kind.SEPARATOR, block.span, info=name)]
        kind = name if name in ("video", "audio") else ""
        picture = self.reader.media(holder, kind) if name in PICTURES or found is None else None
        if picture is not None:
            return [Block(Kind.MEDIA, block.span, media=picture.media)]
        return [Block(Kind.EMBED, block.span, info=holder.text("type"))]

    def entity(self, ranged: Node) -> Node | None:
        key = ranged.get("key")
        return self.entities.get(str(key.value)) if key is not None else None

    # -- text -------------------------------------------------------------------------------------

    def line(self, block: Node) -> Line:
        """The words of a block, with their styles and links."""
        line = Line(self.reader.source)
        text = block.get("text")
        if text is None or text.shape is not Shape.TEXT:
            return line
        looks = self.looks(block, len(str(text.value).encode("utf-16-le", "surrogatepass")) // 2)
        for (styles, target), pieces in _stretches(text, self.reader.source, looks):
            line.link_to(target)
            at = line.builder.size
            for piece in pieces:
                line.text(*piece)
            for style in styles:
                line.builder.mark(style, at)
        return line

    def looks(self, block: Node, size: int) -> list[tuple[int, Look]]:
        """Where the look of the text changes, from its start on."""
        styled = [
            (each, STYLES[each.text("style")])
            for each in children(block.get("inlineStyleRanges"))
            if each.text("style") in STYLES
        ]
        linked = [
            (each, target)
            for each in children(block.get("entityRanges"))
            if (target := self.address(self.entity(each))) is not None
        ]
        starts = {0, *(place for each, _ in (*styled, *linked) for place in _range(each, size))}
        edges: dict[int, list[tuple[bool, str | Node]]] = {}
        ranges: list[tuple[Node, str | Node]] = [*styled, *linked]
        for each, value in ranges:
            begin, end = _range(each, size)
            if begin < end:
                edges.setdefault(begin, []).append((True, value))
                edges.setdefault(end, []).append((False, value))
        looks: list[tuple[int, Look]] = []
        styles: list[str] = []
        targets: list[Node] = []
        for start in sorted(starts):
            for begins, value in edges.get(start, ()):
                if isinstance(value, str):
                    (styles.append if begins else styles.remove)(value)
                else:
                    (targets.append if begins else targets.remove)(value)
            looks.append((start, (tuple(dict.fromkeys(styles)), targets[-1] if targets else None)))
        return looks

    @staticmethod
    def address(entity: Node | None) -> Node | None:
        """Where a link leads; None for what is no link."""
        if entity is None or entity.text("type").lower() not in ("link", "a"):
            return None
        return entity.get("data", "url") or entity.get("data", "href")

    def flush_code(self) -> None:
        """Lines of code one after the other are one block."""
        lines = [text for block in self.code if (text := block.get("text")) is not None and text.value]
        if lines:
            builder = Builder(self.reader.source)
            for text in lines:
                if builder.size:
                    builder.add(text.start, text.start + 1, "\n")
                builder.add_all(jsontext.string_pieces(self.reader.source.text, text.start, text.end))
            passage = builder.passage(Part.CODE)
            self.blocks.append(Block(Kind.CODE, passage.span, passage))
        self.code = []


def _range(each: Node, size: int) -> tuple[int, int]:
    """Start and end of a range, inside the text."""
    start = min(max(number(each.get("offset")), 0), size)
    return start, min(start + max(number(each.get("length")), 0), size)


def _stretches(
    text: Node, source: Source, looks: list[tuple[int, Look]]
) -> Iterator[tuple[Look, list[Piece]]]:
    """The text in stretches of one look, each as the pieces in which it is written."""
    pieces = list(jsontext.string_pieces(source.text, text.start, text.end))
    if len(looks) == 1:
        yield looks[0][1], pieces
        return
    current: list[Piece] = []
    at = place = 0
    for start, end, written in _characters(pieces, source):
        if place + 1 < len(looks) and at >= looks[place + 1][0]:
            yield looks[place][1], current
            current = []
            while place + 1 < len(looks) and at >= looks[place + 1][0]:
                place += 1
        if written is None and current and current[-1][1:] == (start, None):
            current[-1] = (current[-1][0], end, None)
        else:
            current.append((start, end, written))
        at += 2 if (written or source.text[start:end]) > WIDEST else 1
    yield looks[place][1], current


def _characters(pieces: list[Piece], source: Source) -> Iterator[Piece]:
    for start, end, written in pieces:
        if written is None:
            yield from ((at, at + 1, None) for at in range(start, end))
        else:
            yield start, end, written
