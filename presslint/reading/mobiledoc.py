"""Mobiledoc: the format of Ghost's older editor, JSON that lies in a string of an export."""

from __future__ import annotations

from presslint.model.document import Block, Kind, Media, Problem
from presslint.model.passage import Part, Passage
from presslint.model.source import Source, Span
from presslint.reading import html, jsontext
from presslint.reading.blocks import MARKS
from presslint.reading.inline import Inline
from presslint.reading.placed import place, place_blocks
from presslint.reading.richline import markdown_blocks
from presslint.reading.tree import Node, Shape

# types of sections and markers, as the format numbers them
MARKUP_SECTION, IMAGE_SECTION, LIST_SECTION, CARD_SECTION = 1, 2, 3, 10
TEXT_MARKER, ATOM_MARKER = 0, 1
TAGS = {
    **{f"h{level}": (Kind.HEADING, Part.HEADING) for level in range(1, 7)},
    "p": (Kind.PARAGRAPH, Part.PARAGRAPH),
    "blockquote": (Kind.QUOTE, Part.QUOTE),
    "aside": (Kind.QUOTE, Part.QUOTE),
    "pull-quote": (Kind.QUOTE, Part.QUOTE),
}
EMBEDS = frozenset("embed bookmark button file product email email-cta paywall gallery video audio".split())


def blocks(outer: Passage) -> tuple[tuple[Block, ...], list[Problem]]:
    """The blocks of a mobiledoc held in `outer`, placed in the file of `outer`."""
    inner = Source(outer.text)
    root, _, problems = jsontext.parse(inner.text)
    found = _Reader(inner, root).read() if root is not None else []
    placed = [Problem(place(problem.span, outer), problem.message, problem.kind) for problem in problems]
    return place_blocks(found, outer), placed


def _item(node: Node | None, index: int) -> Node | None:
    return node.items[index] if node is not None and index < len(node.items) else None


def _number(node: Node | None) -> int:
    return node.value if node is not None and isinstance(node.value, int) else -1


class _Reader:
    def __init__(self, source: Source, root: Node) -> None:
        self.source = source
        self.sections = root.get("sections")
        self.markups = root.get("markups")
        self.cards = root.get("cards")

    def read(self) -> list[Block]:
        found: list[Block] = []
        for section in self.sections.items if self.sections is not None else ():
            found += self.section(section)
        return found

    def section(self, section: Node) -> list[Block]:
        match _number(_item(section, 0)):
            case 1:
                tag = _item(section, 1)
                return self.words(section, str(tag.value) if tag is not None else "p", _item(section, 2))
            case 3:
                tag, items = _item(section, 1), _item(section, 2)
                inner = [
                    block
                    for item in (items.items if items is not None else ())
                    for block in self.line(item, Kind.ITEM, Part.ITEM, item.span)
                ]
                ordered = tag is not None and tag.value == "ol"
                block = Block(Kind.LIST, section.span, ordered=ordered, children=tuple(inner))
                return [block] if inner else []
            case 2:
                target = _item(section, 1)
                if target is None:
                    return []
                media = Media("image", str(target.value), target.span)
                return [Block(Kind.MEDIA, section.span, media=(media,))]
            case 10:
                return self.card(_item(self.cards, _number(_item(section, 1))))
        return []

    def words(self, section: Node, tag: str, markers: Node | None) -> list[Block]:
        kind, part = TAGS.get(tag, TAGS["p"])
        if kind is Kind.QUOTE:
            inner = self.line(markers, Kind.PARAGRAPH, part, section.span)
            return [Block(Kind.QUOTE, section.span, children=tuple(inner))] if inner else []
        level = int(tag[1]) if kind is Kind.HEADING else 0
        return self.line(markers, kind, part, section.span, level)

    def line(self, markers: Node | None, kind: Kind, part: Part, span: Span, level: int = 0) -> list[Block]:
        """`[type, [opened markups], closed count, text]` for each marker."""
        line = Inline(self.source)
        open_markups: list[Node | None] = []
        for marker in markers.items if markers is not None else ():
            opened = _item(marker, 1)
            for index in opened.items if opened is not None else ():
                markup = _item(self.markups, _number(index))
                open_markups.append(markup)
                self.open(line, markup)
            text = _item(marker, 3)
            if text is not None and text.shape is Shape.TEXT and _number(_item(marker, 0)) == TEXT_MARKER:
                for piece in jsontext.string_pieces(self.source.text, text.start, text.end):
                    line.text(*piece)
            elif _number(_item(marker, 0)) == ATOM_MARKER:  # a soft break is the one atom that Ghost has
                line.builder.add(marker.start, marker.end, "\n")
            for _ in range(min(_number(_item(marker, 2)), len(open_markups))):
                self.close(line, open_markups.pop())
        passage, links, media = line.finish(part)
        return [Block(kind, span, passage, level=level, links=links, media=media)] if passage or media else []

    @staticmethod
    def open(line: Inline, markup: Node | None) -> None:
        tag = _item(markup, 0)
        name = str(tag.value) if tag is not None else ""
        if name == "a":
            line.open_link()
        elif name in MARKS:
            line.open_mark(MARKS[name])

    @staticmethod
    def close(line: Inline, markup: Node | None) -> None:
        tag, attributes = _item(markup, 0), _item(markup, 1)
        name = str(tag.value) if tag is not None else ""
        if name == "a":
            pairs = attributes.items if attributes is not None else []
            places = range(0, len(pairs) - 1, 2)
            href = next((pairs[at + 1] for at in places if pairs[at].value == "href"), None)
            line.close_link(str(href.value) if href else "", href.span if href else None)
        elif name in MARKS:
            line.close_mark(MARKS[name])

    def card(self, card: Node | None) -> list[Block]:
        name, payload = _item(card, 0), _item(card, 1)
        if card is None or name is None or payload is None:
            return []
        match str(name.value):
            case "markdown" | "card-markdown":
                value = payload.get("markdown")
                return markdown_blocks(value, self.source) if value is not None else []
            case "html":
                value = payload.get("html")
                if value is None or value.shape is not Shape.TEXT:
                    return []
                return list(html.fragment(value.passage(self.source, Part.PARAGRAPH)).blocks)
            case "callout":
                value = payload.get("calloutText")
                return list(html.fragment(value.passage(self.source, Part.PARAGRAPH)).blocks) if value else []
            case "image":
                return [Block(Kind.MEDIA, card.span, media=(self.image(payload),))]
            case "code":
                code = payload.get("code")
                passage = code.passage(self.source, Part.CODE) if code is not None else None
                return [Block(Kind.CODE, card.span, passage)]
            case "hr":
                return [Block(Kind.SEPARATOR, card.span, info="hr")]
            case kind if kind in EMBEDS:
                return [Block(Kind.EMBED, card.span, info=kind)]
        return []

    def image(self, payload: Node) -> Media:
        target, alt, caption = payload.get("src"), payload.get("alt"), payload.get("caption")
        words = caption.passage(self.source, Part.CAPTION) if caption is not None else None
        return Media(
            "image",
            payload.text("src"),
            target.span if target is not None else payload.span,
            alt=alt.passage(self.source, Part.ALT) if alt is not None else None,
            caption=html.line(words, Part.CAPTION) if words else None,
        )
