"""Lexical: the rich text of Ghost's editor, JSON that lies in a string of an export."""

from __future__ import annotations

from msgspec.structs import replace

from presslint.model.document import Block, Kind, Media, Problem
from presslint.model.passage import Part, Passage
from presslint.model.source import Source
from presslint.reading import html, jsontext
from presslint.reading.inline import Inline
from presslint.reading.placed import place, place_blocks
from presslint.reading.tree import Node, Shape

DEPTH_LIMIT = 24  # deeper lists and quotes are left out
FORMATS = ((1, "strong"), (2, "em"), (4, "strike"), (16, "code"))  # bits of `format`
PARAGRAPHS = frozenset(("paragraph", "extended-text", "callout-text"))
HEADINGS = frozenset(("heading", "extended-heading"))
QUOTES = frozenset(("quote", "extended-quote", "aside"))
MEDIA = {"image": "image", "video": "video", "audio": "audio"}
EMBEDS = frozenset(
    "embed bookmark button file product email email-cta signup paywall header call-to-action gallery".split()
)
# cards whose property holds HTML
HTML_CARDS = {"html": ("html",), "callout": ("calloutText",), "toggle": ("heading", "content")}


def blocks(outer: Passage) -> tuple[tuple[Block, ...], list[Problem]]:
    """The blocks of a Lexical document held in `outer`, placed in the file of `outer`."""
    inner = Source(outer.text)
    root, _, problems = jsontext.parse(inner.text)
    found = _Reader(inner).children(root.get("root", "children"), 0) if root is not None else []
    placed = [Problem(place(problem.span, outer), problem.message, problem.kind) for problem in problems]
    return place_blocks(found, outer), placed


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source

    def children(self, nodes: Node | None, depth: int) -> list[Block]:
        found: list[Block] = []
        if nodes is not None and depth <= DEPTH_LIMIT:
            for node in nodes.items:
                found += self.block(node, depth)
        return found

    def block(self, node: Node, depth: int) -> list[Block]:
        kind = node.text("type")
        inner = node.get("children")
        if kind in PARAGRAPHS:
            return self.line(node, Kind.PARAGRAPH, Part.PARAGRAPH)
        if kind in HEADINGS:
            digit = node.text("tag")[-1:]
            level = int(digit) if digit.isdigit() else 2
            return [replace(block, level=level) for block in self.line(node, Kind.HEADING, Part.HEADING)]
        if kind in QUOTES:
            words = self.line(node, Kind.PARAGRAPH, Part.QUOTE)
            return [Block(Kind.QUOTE, node.span, children=tuple(words))] if words else []
        if kind == "list" and inner is not None:
            items = [item for child in inner.items for item in self.item(child, depth)]
            ordered = node.text("listType") == "number"
            return [Block(Kind.LIST, node.span, ordered=ordered, children=tuple(items))] if items else []
        return self.card(node, kind)

    def item(self, node: Node, depth: int) -> list[Block]:
        words = self.line(node, Kind.ITEM, Part.ITEM)
        inner = node.get("children")
        nested: list[Block] = []
        for child in inner.items if inner is not None and depth < DEPTH_LIMIT else ():
            if child.text("type") == "list":
                nested += self.block(child, depth + 1)
        if words:
            return [replace(words[0], children=tuple(nested))]
        return [Block(Kind.ITEM, node.span, children=tuple(nested))] if nested else []

    def line(self, node: Node, kind: Kind, part: Part) -> list[Block]:
        line = Inline(self.source)
        self.words(line, node.get("children"), 0)
        passage, links, media = line.finish(part)
        return [Block(kind, node.span, passage, links=links, media=media)] if passage or media else []

    def words(self, line: Inline, nodes: Node | None, depth: int) -> None:
        for node in nodes.items if nodes is not None else ():
            kind = node.text("type")
            text = node.get("text")
            if kind == "linebreak":
                line.builder.add(node.start, node.end, "\n")
            elif text is not None and text.shape is Shape.TEXT:
                self.text(line, text, node.get("format"))
            elif kind in ("link", "autolink", "at-link") and depth < DEPTH_LIMIT:
                url = node.get("url")
                line.open_link()
                self.words(line, node.get("children"), depth + 1)
                line.close_link(node.text("url"), url.span if url is not None else None)
            elif kind != "list" and depth < DEPTH_LIMIT:
                self.words(line, node.get("children"), depth + 1)

    def text(self, line: Inline, text: Node, marks: Node | None) -> None:
        bits = marks.value if marks is not None and isinstance(marks.value, int) else 0
        names = [name for bit, name in FORMATS if bits & bit]
        for name in names:
            line.open_mark(name)
        for start, end, written in jsontext.string_pieces(self.source.text, text.start, text.end):
            line.text(start, end, written)
        for name in reversed(names):
            line.close_mark(name)

    def card(self, node: Node, kind: str) -> list[Block]:
        if kind in MEDIA:
            return [Block(Kind.MEDIA, node.span, media=(self.media(node, MEDIA[kind]),))]
        if kind in HTML_CARDS:
            found: list[Block] = []
            for key in HTML_CARDS[kind]:
                value = node.get(key)
                if value is not None and value.shape is Shape.TEXT:
                    found += html.fragment(value.passage(self.source, Part.PARAGRAPH)).blocks
            return found
        if kind == "markdown":
            value = node.get("markdown")
            return markdown_blocks(value, self.source) if value is not None else []
        if kind == "codeblock":
            code = node.get("code")
            passage = code.passage(self.source, Part.CODE) if code is not None else None
            return [Block(Kind.CODE, node.span, passage, info=node.text("language"))]
        if kind == "horizontalrule":
            return [Block(Kind.SEPARATOR, node.span, info="hr")]
        if kind in EMBEDS:
            return [Block(Kind.EMBED, node.span, info=kind)]
        return []

    def media(self, node: Node, kind: str) -> Media:
        target, alt, caption = node.get("src"), node.get("alt"), node.get("caption")
        return Media(
            kind,
            node.text("src"),
            target.span if target is not None else node.span,
            alt=alt.passage(self.source, Part.ALT) if alt is not None else None,
            caption=html.line(caption.passage(self.source, Part.CAPTION), Part.CAPTION) if caption else None,
        )


def markdown_blocks(value: Node, source: Source) -> list[Block]:
    """The blocks of Markdown held in a text node."""
    if value.shape is not Shape.TEXT or not value.value:
        return []
    from presslint.reading import markdown

    outer = value.passage(source, Part.PARAGRAPH)
    article = next(markdown.read(Source(outer.text)))
    return list(place_blocks(article.blocks, outer))
