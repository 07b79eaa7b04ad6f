"""What the readers of rich text in JSON share: lines put together from texts, pictures, what was not known.

Each character of a line stands in its own place inside the JSON string that holds it, escapes included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from presslint.model.document import Block, Kind, Media, Problem
from presslint.model.passage import Part
from presslint.model.source import Source, Span
from presslint.reading import html, jsontext
from presslint.reading.cmsarticle import one_line
from presslint.reading.fields import fold_key, with_part
from presslint.reading.inline import LONE_SEPARATOR, Content, Inline, media_kind
from presslint.reading.placed import place_blocks
from presslint.reading.tree import Node, Shape

DEPTH_LIMIT = 24  # deeper lists, quotes and containers are told as left out
MARKS: Mapping[str, str] = {
    **dict.fromkeys(("bold", "strong", "b"), "strong"),
    **dict.fromkeys(("italic", "em", "emphasis", "i"), "em"),
    **dict.fromkeys(("strike", "strikethrough", "s", "del"), "strike"),
    **dict.fromkeys(("code", "inlinecode"), "code"),
}
# what a picture says of itself -> keys, best first; the objects in which it says so
SAYS: Mapping[str, tuple[str, ...]] = {
    "target": ("src", "url", "filename", "href", "source"),
    "alt": ("alt", "altText", "alternativeText", "alt_text", "alternative", "altDescription"),
    "caption": ("caption", "captionText", "legend"),
    "credit": ("credit", "copyright", "attribution"),
}
HOLDERS = ("attrs", "data", "fields", "value", "image", "file", "external", "asset", "media", "attributes")
HOLDER_LIMIT = 4  # objects in objects


class Line(Inline):
    """A line whose links are told with each text: neighbours with one target are one link."""

    __slots__ = ("place", "target")

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.target = ""
        self.place: Span | None = None

    def link_to(self, target: Node | None) -> None:
        """Let what follows carry a link to the address in a node; None ends the link."""
        address = str(target.value) if target is not None and target.value else ""
        if address == self.target:
            return
        if self.target:
            self.close_link(self.target, self.place)
        self.target, self.place = address, target.span if target is not None else None
        if address:
            self.open_link()

    def finish(self, part: Part) -> Content:
        self.link_to(None)
        return super().finish(part)


class RichText:
    """Reads the blocks of one body. `linked` are the objects that references lead to, by their id."""

    def __init__(self, source: Source, linked: Mapping[str, Node]) -> None:
        self.source = source
        self.linked = linked
        self.problems: list[Problem] = []
        self._told: set[str] = set()

    # -- lines ------------------------------------------------------------------------------------

    def put(self, line: Inline, text: Node | None, marks: Iterable[str] = ()) -> None:
        """Add the words of a text under marks, named as the editor names them."""
        if text is None or text.shape is not Shape.TEXT:
            return
        names = [MARKS[name] for name in dict.fromkeys(map(fold_key, marks)) if name in MARKS]
        for name in names:
            line.open_mark(name)
        for start, end, written in jsontext.string_pieces(self.source.text, text.start, text.end):
            line.text(start, end, "\n" if written == "\v" else written)
        for name in reversed(names):
            line.close_mark(name)

    @staticmethod
    def block(line: Inline, kind: Kind, part: Part, span: Span, level: int = 0) -> list[Block]:
        """The finished line as a block, if there is anything in it."""
        passage, links, media = line.finish(part)
        if not passage:
            return [Block(Kind.MEDIA, span, media=media)] if media else []
        if kind is Kind.PARAGRAPH and LONE_SEPARATOR.fullmatch(passage.text):
            return [Block(Kind.SEPARATOR, passage.span, passage, info=passage.text)]
        return [Block(kind, span, passage, level=level, links=links, media=media)]

    def html_line(self, text: Node | None, kind: Kind, part: Part, level: int = 0) -> list[Block]:
        """A block whose words are inline HTML."""
        block = one_line(text, self.source, kind, part, level)
        if block is not None and kind is Kind.PARAGRAPH and LONE_SEPARATOR.fullmatch(block.text):
            return [Block(Kind.SEPARATOR, block.span, block.passage, info=block.text)]
        return [block] if block is not None else []

    def html(self, text: Node | None) -> list[Block]:
        """The blocks of HTML in a text."""
        if text is None or text.shape is not Shape.TEXT:
            return []
        return list(html.fragment(text.passage(self.source, Part.PARAGRAPH)).blocks)

    @staticmethod
    def quote(inside: list[Block], span: Span, info: str = "") -> list[Block]:
        return [Block(Kind.QUOTE, span, children=tuple(inside), info=info)] if inside else []

    # -- pictures ---------------------------------------------------------------------------------

    def media(self, node: Node, kind: str = "") -> Block | None:
        """A picture, video or sound; None where nothing tells its address."""
        said: dict[str, Node] = {}
        for holder in self._holders(node):
            for what, keys in SAYS.items():
                found = next((value for key in keys if (value := holder.get(key)) is not None), None)
                if found is not None and found.shape is Shape.TEXT:
                    said.setdefault(what, found)
        target = said.get("target")
        if target is None:
            return None
        alt, caption, credit = said.get("alt"), said.get("caption"), said.get("credit")
        media = Media(
            kind or media_kind(str(target.value)),
            str(target.value),
            target.span,
            alt=alt.passage(self.source, Part.ALT) if alt is not None else None,
            caption=html.line(caption.passage(self.source, Part.CAPTION), Part.CAPTION) if caption else None,
            credit=credit.passage(self.source, Part.CAPTION) if credit is not None else None,
        )
        return Block(Kind.MEDIA, node.span, media=(media,))

    def _holders(self, node: Node) -> Iterator[Node]:
        level = [node]
        for _ in range(HOLDER_LIMIT):
            yield from level
            inner = [value for holder in level for key in HOLDERS if (value := holder.get(key)) is not None]
            linked = [found for holder in level if (found := self.linked.get(reference(holder))) is not None]
            level = [value for value in (*inner, *linked) if value.shape is Shape.MAP][:8]

    # -- what is not known ------------------------------------------------------------------------

    def unknown(self, node: Node, name: str) -> list[Block]:
        """A block of a kind that no table names: it is shown as an embed, and told."""
        self.tell(node, name, "what it shows was not read")
        return [Block(Kind.EMBED, node.span, info=name)]

    def tell(self, node: Node, name: str, what: str) -> None:
        """Tell of a kind of block, once, at its first place."""
        if name not in self._told:
            self._told.add(name)
            message = f"“{name}” is no kind of block that presslint knows; {what}."
            self.problems.append(Problem(node.span, message, "unknown-block"))

    def too_deep(self, node: Node) -> list[Block]:
        if "" not in self._told:
            self._told.add("")
            message = f"Blocks nest deeper than {DEPTH_LIMIT} levels here; what lies deeper was not read."
            self.problems.append(Problem(node.span, message, "unknown-block"))
        return []


def reference(node: Node) -> str:
    """The id that a reference names; empty where a node is none."""
    return (
        node.text("_ref")
        or node.text("asset", "_ref")
        or node.text("sys", "id")
        or node.text("target", "sys", "id")
        or node.text("data", "target", "sys", "id")
    )


def number(node: Node | None, otherwise: int = 0) -> int:
    """A whole number in a node, written as text or not."""
    value = node.value if node is not None else None
    if isinstance(value, str) and value.isdecimal() and len(value) < 4:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise


def children(node: Node | None) -> Iterator[Node]:
    """The objects of a list."""
    return (item for item in node.items if item.shape is Shape.MAP) if node is not None else iter(())


def markdown_blocks(value: Node, source: Source) -> list[Block]:
    """The blocks of Markdown held in a text node."""
    if value.shape is not Shape.TEXT or not value.value:
        return []
    from presslint.reading import markdown

    outer = value.passage(source, Part.PARAGRAPH)
    article = next(markdown.read(Source(outer.text)))
    return list(place_blocks(article.blocks, outer))


def contained(kind: Kind, span: Span, inner: list[Block]) -> list[Block]:
    """An item or cell as it reads: its first paragraph is its own words, the rest stands in it."""
    if not inner:
        return []
    first = inner[0]
    if first.kind is Kind.PARAGRAPH:
        if first.passage is not None:
            first = replace(
                first, passage=with_part(first.passage, Part.ITEM if kind is Kind.ITEM else Part.CELL)
            )
        return [replace(first, kind=kind, span=span, children=tuple(inner[1:]))]
    return [Block(kind, span, children=tuple(inner))]
