"""Markdown: CommonMark with tables, footnotes, task lists and the shortcodes of site generators.

The parser (pyromark) reads a copy of the text in which shortcodes are masked by as many characters,
so that links around them parse and every place holds; words are always taken from the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Any

import pyromark

from presslint.article import Article, Block, Comment, Field, Kind, Problem
from presslint.passage import Part, Passage
from presslint.reading import Settings, frontmatter
from presslint.reading.fields import Fields
from presslint.reading.inline import Content, Inline
from presslint.reading.tree import Shape
from presslint.source import Source, Span

CARRIES = frozenset(("headings", "links", "media", "metadata", "tags"))
OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_GFM
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)
DEPTH_LIMIT = 100  # deeper lists and quotes flatten into their neighbours

MARKS = {"Emphasis": "em", "Strong": "strong", "Strikethrough": "strike"}
TAG_MARKS = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em", "dfn", "cite"), "em"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    **dict.fromkeys(("s", "strike", "del"), "strike"),
}
LEAF_PARTS = {"Paragraph": Part.PARAGRAPH, "Heading": Part.HEADING, "TableCell": Part.CELL}
CONTAINERS = {
    "BlockQuote": Kind.QUOTE,
    "List": Kind.LIST,
    "Item": Kind.ITEM,
    "FootnoteDefinition": Kind.FOOTNOTE,
    "Table": Kind.TABLE,
    "TableHead": Kind.ROW,
    "TableRow": Kind.ROW,
}
# words that only separate: what is left of a line when byline and date are missing
LONE_SEPARATOR = re.compile(r"[·•∙|/\\–—―‧⋅\-]{1,2}(?: [·•∙|/\\–—―‧⋅\-]{1,2}){0,4}")
INLINE_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")


class Frame:
    """A container that is still open."""

    __slots__ = ("children", "content", "end", "info", "kind", "ordered", "start")

    def __init__(self, kind: Kind | None, start: int, end: int, *, ordered: bool = False, info: str = "") -> None:
        self.kind = kind  # None is the body
        self.start = start
        self.end = end
        self.ordered = ordered
        self.info = info
        self.children: list[Block] = []
        self.content: Content | None = None  # of an item or footnote: its first paragraph


def read(source: Source, settings: Settings = Settings()) -> Iterator[Article]:
    """The one article of a Markdown file."""
    header = frontmatter.read(source, settings)
    body = Body(source, header.body_start)
    body.read()
    fields = Fields(source, settings)
    if header.root is not None and header.root.shape is Shape.MAP:
        fields.tree(header.root)
    fields.path_date()
    fields.file_name(source.path)
    blocks = body.blocks
    if "headline" not in fields and blocks and blocks[0].kind is Kind.HEADING and blocks[0].level == 1:
        first = blocks[0]
        if first.passage:
            fields.put(
                "headline", Passage(first.passage.text, source, first.passage.runs, Part.HEADLINE, first.passage.marks), key="#", span=first.span, origin="body"
            )
            blocks = blocks[1:]
    yield Article(
        source,
        "markdown",
        blocks=tuple(blocks),
        fields=fields.mapping(),
        carries=CARRIES,
        comments=tuple(body.comments),
        problems=tuple(header.problems),
        body_start=header.body_start,
        settings=settings.article,
    )


class Body:
    """Turns the parser's events into blocks."""

    def __init__(self, source: Source, start: int) -> None:
        self.source = source
        self.start = start
        self.text = source.text
        self.comments: list[Comment] = []
        self.problems: list[Problem] = []
        self.frames = [Frame(None, start, len(self.text))]
        self.overflow = 0
        self.inline: Inline | None = None
        self.leaf: tuple[str, int, int, int] | None = None  # tag, level, start, end
        self.last_end = start
        self.image_starts: list[int] = []

    @property
    def blocks(self) -> list[Block]:
        return self.frames[0].children

    def read(self) -> None:
        masked = self.text[self.start :]
        if not masked.strip():
            return
        self.masked = masked
        try:
            events = pyromark.events_with_range(masked, options=OPTIONS)
        except UnicodeEncodeError:
            masked = masked.encode("utf-8", "replace").decode("utf-8")
            events = pyromark.events_with_range(masked, options=OPTIONS)
        base = self.start
        place: Callable[[int], int]
        if masked.isascii():
            place = base.__add__
        else:
            character = Source(masked).byte_map().character

            def place(offset: int) -> int:
                return base + character(offset)

        handlers = {
            "Text": self.on_text,
            "Start": self.on_start,
            "End": self.on_end,
            "Code": self.on_code,
            "InlineHtml": self.on_inline_html,
            "Html": self.on_html,
            "FootnoteReference": self.on_footnote,
        }
        for event, reach in events:
            start, end = place(reach["start"]), place(reach["end"])
            if type(event) is str:
                if event == "Rule":
                    self.close_implicit()
                    self.emit(Block(Kind.SEPARATOR, Span(start, self.trim(start, end)), info=self.text[start:end].strip()))
                elif self.leaf is None or self.leaf[0] != "CodeBlock":
                    self.words().line_break(start, end)
                continue
            for name, value in event.items():
                handler = handlers.get(name)
                if handler is not None:
                    handler(value, start, end)
            self.last_end = end
        self.close_implicit()
        while len(self.frames) > 1:
            self.close_frame()

    def trim(self, start: int, end: int) -> int:
        while end > start and self.text[end - 1] in " \t\r\n":
            end -= 1
        return end

    # -- leaves -----------------------------------------------------------------------------------

    def words(self) -> Inline:
        """The block that text goes into now; in a tight list item it has no tag of its own."""
        if self.inline is None:
            self.inline = Inline(self.source)
            self.leaf = None
        return self.inline

    def close_implicit(self) -> None:
        if self.inline is not None and self.leaf is None:
            self.finish_words("Paragraph", 0, -1, -1)

    def finish_words(self, tag: str, level: int, start: int, end: int) -> None:
        inline = self.inline
        if inline is None:
            return
        self.inline = self.leaf = None
        content = inline.finish(LEAF_PARTS[tag])
        passage, links, media = content
        if start < 0:
            start, end = passage.span
        span = Span(start, self.trim(start, end))
        if tag == "Heading":
            self.emit(Block(Kind.HEADING, span, passage, level=level, links=links, media=media))
        elif tag == "TableCell":
            self.emit(Block(Kind.CELL, span, passage, links=links, media=media))
        elif not passage:
            if media:
                self.emit(Block(Kind.MEDIA, span, links=links, media=media))
        elif LONE_SEPARATOR.fullmatch(passage.text):
            self.emit(Block(Kind.SEPARATOR, span, passage, info=passage.text))
        else:
            self.emit(Block(Kind.PARAGRAPH, span, passage, links=links, media=media))

    def emit(self, block: Block) -> None:
        frame = self.frames[-1]
        if (
            frame.kind in (Kind.ITEM, Kind.FOOTNOTE)
            and frame.content is None
            and not frame.children
            and block.kind is Kind.PARAGRAPH
            and block.passage is not None
        ):
            part = Part.ITEM if frame.kind is Kind.ITEM else Part.FOOTNOTE
            old = block.passage
            old.part = part
            for link in block.links:
                link.text.part = part
            frame.content = Content(old, block.links, block.media)
            return
        frame.children.append(block)

    # -- events -----------------------------------------------------------------------------------

    def on_text(self, value: str, start: int, end: int) -> None:
        if self.leaf is not None and self.leaf[0] == "CodeBlock":
            return
        if len(value) == end - start:
            self.words().text(start, end)
        else:
            self.words().text(start, end, value)

    def on_code(self, value: str, start: int, end: int) -> None:
        text = self.text
        left, right = start, end
        while left < right and text[left] == "`":
            left += 1
        right = end - (left - start)
        if len(value) != right - left and len(value) == right - left - 2:
            left, right = left + 1, right - 1
        words = self.words()
        if len(value) == right - left:
            words.marked("code", left, right, value if "\n" in text[left:right] else None)
        else:
            words.marked("code", left, right, value)

    def on_footnote(self, value: str, start: int, end: int) -> None:
        self.words().reference(value, Span(start, end))

    def on_start(self, value: Any, start: int, end: int) -> None:
        if type(value) is str:
            name, detail = value, None
        else:
            ((name, detail),) = value.items()
        if name in MARKS:
            self.words().open_mark(MARKS[name])
        elif name == "Link":
            self.words().open_link(detail["dest_url"], None)
        elif name == "Image":
            self.words().open_image(detail["dest_url"], Span(start, end), None)
            self.image_starts.append(start)
        elif name in LEAF_PARTS:
            self.close_implicit()
            level = int(detail["level"][1:]) if name == "Heading" and detail else 0
            self.inline = Inline(self.source)
            self.leaf = (name, level, start, end)
        elif name in CONTAINERS:
            self.close_implicit()
            self.open_frame(CONTAINERS[name], name, detail, start, end)
        elif name == "CodeBlock":
            self.close_implicit()
            self.leaf = (name, 0, start, end)
            self.code_info = detail["Fenced"] if isinstance(detail, dict) else ""
        elif name == "HtmlBlock":
            self.close_implicit()
            self.html: list[tuple[int, int]] = []
            self.leaf = (name, 0, start, end)

    def on_end(self, value: Any, start: int, end: int) -> None:
        name = value if type(value) is str else next(iter(value))
        if name in MARKS:
            self.words().close_mark(MARKS[name])
        elif name == "Link":
            self.words().close_link()
        elif name == "Image":
            at = self.image_starts.pop() if self.image_starts else start
            self.words().close_image(min(at + 2, end))
        elif name in LEAF_PARTS and self.leaf is not None:
            self.finish_words(*self.leaf)
        elif name in CONTAINERS:
            self.close_implicit()
            if self.overflow:
                self.overflow -= 1
            elif len(self.frames) > 1:
                self.close_frame()
        elif name == "CodeBlock":
            self.leaf = None
            self.emit(Block(Kind.CODE, Span(start, self.trim(start, end)), Passage.of(self.source, start, self.trim(start, end), Part.CODE), info=self.code_info))
        elif name == "HtmlBlock":
            self.leaf = None

    def open_frame(self, kind: Kind, name: str, detail: Any, start: int, end: int) -> None:
        if len(self.frames) >= DEPTH_LIMIT:
            self.overflow += 1
            return
        info = ""
        ordered = False
        if name == "BlockQuote" and detail:
            kind, info = Kind.NOTE, str(detail).lower()
        elif name == "List":
            ordered = detail is not None
        elif name == "FootnoteDefinition":
            info = str(detail)
        elif name == "TableHead":
            info = "head"
        self.frames.append(Frame(kind, start, end, ordered=ordered, info=info))

    def close_frame(self) -> None:
        frame = self.frames.pop()
        span = Span(frame.start, self.trim(frame.start, frame.end))
        passage, links, media = frame.content or (None, (), ())
        assert frame.kind is not None
        block = Block(
            frame.kind, span, passage, ordered=frame.ordered, children=tuple(frame.children),
            links=links, media=media, info=frame.info,
        )  # fmt: skip
        self.frames[-1].children.append(block)

    def on_inline_html(self, value: str, start: int, end: int) -> None:
        if value.startswith("<!--"):
            self.comments.append(Comment(value[4:-3].strip(), Span(start, end)))

    def on_html(self, value: str, start: int, end: int) -> None:
        return
