"""Markdown: CommonMark with tables, footnotes, task lists and the shortcodes of site generators.

The parser (pyromark) reads a copy of the text in which shortcodes are masked by as many characters,
so that links around them parse and every place holds; words are always taken from the source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pyromark
from msgspec import Struct
from msgspec.structs import replace

from presslint.article import Article
from presslint.model.document import Block, Comment, Kind, Link, Media
from presslint.model.passage import MASK, Builder, Part, Passage
from presslint.model.regex import regex
from presslint.model.source import Source, Span
from presslint.reading import Settings, frontmatter, storedbody
from presslint.reading.fields import Fields, with_part
from presslint.reading.inline import LONE_SEPARATOR, SEPARATORS, Content, Inline, Template, media_kind
from presslint.reading.shortcodes import (
    NOTES,
    QUOTES,
    Mask,
    Masked,
    Region,
    Role,
    alt_attribute,
    image_parameters,
    without_false_attributes,
)
from presslint.reading.shortcodes import mask as mask_shortcodes
from presslint.reading.tree import Shape
from presslint.reading.unmarked import mark_code

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
    **dict.fromkeys(("code", "kbd", "samp", "tt", "var"), "code"),
    **dict.fromkeys(("s", "strike", "del"), "strike"),
}
LEAVES = {"Paragraph": Part.PARAGRAPH, "Heading": Part.HEADING, "TableCell": Part.CELL}
CONTAINERS = {
    "BlockQuote": Kind.QUOTE,
    "List": Kind.LIST,
    "Item": Kind.ITEM,
    "FootnoteDefinition": Kind.FOOTNOTE,
    "Table": Kind.TABLE,
    "TableHead": Kind.ROW,
    "TableRow": Kind.ROW,
}
LEADING_SEPARATOR = regex(rf"({LONE_SEPARATOR.pattern}) (?=\S)")
EMBEDS = frozenset(("iframe", "video", "audio", "object", "embed", "script"))
# between angle brackets, or bare up to white space
DESTINATION = regex(r"\s*(?:<([^<>\r\n]*)>|(\S*))")
COMMENT_DEFINITION = regex(
    r"^[ ]{0,3}\[(?://|comment)\]:[ \t]*(?:#|<>)[ \t]*[(\"']([^\r\n]*)[)\"'][ \t]*$", re.M
)
# what every dateline has near its start: a dash, or a colon after a date
DATELINE_HINT = regex(r"[^\W\d_a-z][^\n]{1,118}?(?:—|–|--|\s-\s|:\s)")
DISPLAY_WORDS = 15  # a longer first line is no headline of unmarked copy
COPY_WORDS = 20  # of a paragraph that makes a text copy, not a list of lines
CODE_LANGUAGE = regex(r"\{[{<%\s-]{1,9}\w+\s{1,9}([\w+#-]+)\s")
LINE_BREAK = regex(r"\r\n|\r|\n")
# what kramdown and others read although the parser does not: Markdown in an element, a table without heads
MARKDOWN_INSIDE = regex(
    r"^[ ]{0,3}<(?:div|section|aside|article|details|header|footer)\b[^<>\n]{0,300}\bmarkdown=[\"']?(?:1|block)\b"
    r"[^<>\n]{0,300}>[ \t]*\r?$",
    re.M | re.I,
)
HEADLESS = regex(
    r"^ (?=[ \t|]{0,99}\|)([ \t|]{1,99}\r?\n(?=[ |:]{0,6}-[-: \t]{0,99}\|)[-:| \t]{3,300}\r?$)", re.M
)
LONE_CARRIAGE = regex(r"\r(?!\n)")
INLINE_TAG = regex(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")


class Frame:
    """A container that is still open."""

    __slots__ = ("children", "content", "end", "html", "info", "kind", "ordered", "start")

    def __init__(
        self, kind: Kind, start: int, end: int, *, ordered: bool = False, info: str = "", html: bool = False
    ) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.ordered = ordered
        self.info = info
        self.html = html  # opened by a tag, and closed by one or by the container around it
        self.children: list[Block] = []
        self.content: Content | None = None  # of an item or footnote: its first paragraph


class Leaf(Struct, frozen=True):
    """The block of words that is open: the parser's tag and reach."""

    tag: str
    start: int
    end: int
    level: int = 0
    info: str = ""


class Reference(Struct, frozen=True):
    """An open link or image: what the parser says of it."""

    detail: Mapping[str, str]
    start: int
    end: int


def read(source: Source, settings: Settings = Settings()) -> Iterator[Article]:
    """The one article of a Markdown file."""
    header = frontmatter.read(source, settings)
    masked = mask_shortcodes(source.text, header.body_start, mdx=source.path.lower().endswith(".mdx"))
    body = Body(source, header.body_start, masked)
    body.read()
    blocks = wrap_regions(source, list(mark_code(source, body.blocks)), masked.regions)
    comments = body.comments
    fields = Fields(source, settings)
    root = header.root
    if root is not None and root.shape is Shape.MAP:
        stored = storedbody.read(source, root, blocks, settings)
        if stored is not None:
            root = stored.rest
            blocks = [*stored.blocks, *blocks]
            comments = [*stored.comments, *comments]
        fields.tree(root)
    fields.path_date()
    slots: Mapping[str, Passage] = {}
    front_matter = "headline" in fields
    if not front_matter and _is_plain(blocks):
        yield from _as_plain_text(source, settings)
        return
    if blocks and not all(name in fields for name in ("headline", "byline", "published")):
        from presslint.reading.display import Display

        display = Display(fields, blocks, front_matter=front_matter)
        display.read()
        blocks, slots = display.blocks, display.slots
    fields.file_name(source.path)
    first = next((block.passage for block in blocks if block.kind is Kind.PARAGRAPH), None)
    if first is not None and DATELINE_HINT.match(first.text):
        from presslint.reading.dateline import put_dateline

        put_dateline(fields, first)
    yield Article(
        source,
        "markdown",
        blocks=tuple(blocks),
        fields=fields.mapping(),
        carries=CARRIES,
        comments=tuple(comments),
        problems=tuple(header.problems),
        slots=slots,
        body_start=header.body_start,
        dialect=masked.dialect or _dialect(header),
        settings=settings.article,
    )


def _is_plain(blocks: list[Block]) -> bool:
    """True for copy without any markup: a pasted text that only its file name calls Markdown."""
    if len(blocks) < 3 or blocks[0].kind is not Kind.PARAGRAPH:
        return False
    first = blocks[0].text
    if len(first.split()) > DISPLAY_WORDS or first[-1] in ".!?…:;,”’\"'":
        return False
    plain = (Kind.PARAGRAPH, Kind.SEPARATOR)
    return any(len(block.text.split()) >= COPY_WORDS for block in blocks) and all(
        block.kind in plain
        and not block.media
        and not (block.passage and block.passage.marks)
        and all(link.kind == "bare" for link in block.links)
        for block in blocks
    )


def _as_plain_text(source: Source, settings: Settings) -> Iterator[Article]:
    from presslint.reading import plain

    for article in plain.read(source, settings):
        yield replace(article, format="markdown", carries=CARRIES)


def _dialect(header: frontmatter.Header) -> str:
    """What the header's own keys tell about the generator."""
    if header.root is None:
        return ""
    keys = {entry.key for entry in header.root.entries}
    if header.form == "toml":
        return "zola" if keys & {"extra", "taxonomies"} else "hugo"
    if any(key.startswith("eleventy") for key in keys):
        return "eleventy"
    if header.form == "lines":
        return "pelican"
    return ""


def wrap_regions(source: Source, blocks: list[Block], regions: tuple[Region, ...]) -> list[Block]:
    """Blocks between an opening and a closing shortcode, when that makes them a note or a quotation."""
    wanted = [region for region in regions if region.name.lower() in NOTES or region.name.lower() in QUOTES]
    if not wanted:
        return blocks
    result: list[Block] = []
    open_regions: list[tuple[Region, list[Block]]] = []
    number = 0

    def close() -> None:
        region, inside = open_regions.pop()
        outer = open_regions[-1][1] if open_regions else result
        if not inside:
            return
        name = region.name.lower()
        title = Passage.of(source, *region.title) if region.title is not None else None
        kind = Kind.NOTE if name in NOTES else Kind.QUOTE
        outer.append(Block(kind, Span(region.start, region.end), title, children=tuple(inside), info=name))

    for block in blocks:
        while open_regions and open_regions[-1][0].end <= block.span.start:
            close()
        while number < len(wanted) and wanted[number].start <= block.span.start:
            region = wanted[number]
            inside_outer = not open_regions or region.end <= open_regions[-1][0].end
            if region.end >= block.span.end and inside_outer and len(open_regions) < 8:
                open_regions.append((region, []))
            number += 1
        (open_regions[-1][1] if open_regions else result).append(block)
    while open_regions:
        close()
    return result


class Body:
    """Turns the parser's events into blocks."""

    def __init__(self, source: Source, start: int, masked: Masked) -> None:
        self.source = source
        self.start = start
        self.text = source.text
        self.masked = masked
        self.comments: list[Comment] = []
        self.frames = [Frame(Kind.PARAGRAPH, start, len(self.text))]  # the body itself: its kind is not used
        self.overflow = 0  # containers beyond the depth limit
        self.inline: Inline | None = None
        self.leaf: Leaf | None = None  # None while text stands in a tight item without a tag of its own
        self.open_references: list[Reference] = []
        self.anchors: list[tuple[Inline, str, Span]] = []  # open `<a href>` tags
        self.components: list[tuple[Inline, str, int, int]] = []  # open custom elements
        self.inner_end = start  # where the last piece inside an open link or image ended
        self.code: Builder | None = None
        self.html: list[tuple[int, int]] = []
        self.done: set[int] = set()  # masks that were taken
        self.definitions: dict[str, tuple[str, Span]] | None = None
        # the parser knows no line that ends in a lone carriage return
        self.parsed = LONE_CARRIAGE.sub("\n", masked.text) if "\r" in masked.text else masked.text
        if "markdown=" in self.parsed:
            self.parsed = MARKDOWN_INSIDE.sub(lambda found: " " * len(found[0]), self.parsed)
        if "\n " in self.parsed and "|" in self.parsed:
            self.parsed = HEADLESS.sub(r"x\1", self.parsed)
        if "{" in self.parsed:
            self.parsed = without_false_attributes(self.parsed)

    @property
    def blocks(self) -> list[Block]:
        return self.frames[0].children

    def read(self) -> None:
        if not self.parsed.strip():
            return
        try:
            events: Iterator[Any] = pyromark.events_with_range(self.parsed, options=OPTIONS)
        except UnicodeEncodeError:  # half of a surrogate pair
            self.parsed = re.sub("[\ud800-\udfff]", "\ufffd", self.parsed)
            events = pyromark.events_with_range(self.parsed, options=OPTIONS)
        handlers: dict[str, Callable[[Any, int, int], None]] = {
            "Text": self.on_text,
            "Start": self.on_start,
            "End": self.on_end,
            "Code": self.on_code,
            "InlineHtml": self.on_inline_html,
            "Html": self.on_html,
            "FootnoteReference": self.on_footnote,
        }
        self.place: Callable[[int], int] = self.start.__add__
        if not self.parsed.isascii():
            self.place = Source(self.parsed).byte_map(self.start).character
        place = self.place
        for event, reach in events:
            start, end = place(reach["start"]), place(reach["end"])
            if type(event) is str:
                if event == "Rule":
                    self.on_rule(start, end)
                else:
                    self.on_break(start, end)
                self.inner_end = end
                continue
            ((name, value),) = event.items()
            handler = handlers.get(name)
            if handler is not None:
                handler(value, start, end)
            if name != "Start":
                self.inner_end = end
        self.close_implicit()
        while len(self.frames) > 1:
            self.close_frame()
        self.comment_definitions()

    def trim(self, start: int, end: int) -> int:
        text = self.text
        while end > start and text[end - 1] in " \t\r\n":
            end -= 1
        return end

    # -- words ------------------------------------------------------------------------------------

    def words(self) -> Inline:
        """The block that text goes into now; in a tight list item it has no tag of its own."""
        if self.inline is None:
            self.inline = Inline(self.source)
            self.leaf = None
        return self.inline

    def close_implicit(self) -> None:
        """End the text of a tight item before another block begins."""
        if self.inline is not None and self.leaf is None:
            self.finish_words(Leaf("Paragraph", -1, -1))

    def on_text(self, value: str, start: int, end: int) -> None:
        as_written = len(value) == end - start
        if self.code is not None:
            self.code.add(start, end, None if as_written else value)
        elif not as_written:
            self.words().text(start, end, value)
        elif self.masked.masks and (masks := self.masked.at(start, end)):
            self.masked_text(start, end, masks)
        else:
            (self.inline or self.words()).text(start, end)

    def masked_text(self, start: int, end: int, masks: tuple[Mask, ...]) -> None:
        """Words with shortcodes among them."""
        words = self.words()
        at = start
        for mask in masks:
            if mask.start > at:
                words.text(at, mask.start)
            self.shortcode(mask, words)
            at = min(mask.end, end)
        if at < end:
            words.text(at, end)

    def shortcode(self, mask: Mask, words: Inline) -> None:
        if mask.start in self.done:
            return  # it goes over several lines
        self.done.add(mask.start)
        if mask.role is Role.VALUE:
            words.marked("template", mask.start, mask.end)
        elif mask.role is Role.EMBED:
            words.template(mask.name, mask.start, mask.end, self.shortcode_media(mask))
        elif mask.role is Role.COMMENT:
            self.comment(mask)
        elif mask.role is Role.CODE and mask.inner is not None:
            words.marked("code", *mask.inner)
        elif mask.name == "attributes" and words.media and words.media[-1].span.end == mask.start:
            self.image_attributes(mask, words)

    def image_attributes(self, mask: Mask, words: Inline) -> None:
        """The text alternative in the attributes of a picture; what stands in its brackets is the caption."""
        place = alt_attribute(self.text, mask)
        if place is not None:
            image = words.media[-1]
            alt = Passage.of(self.source, *place, Part.ALT)
            caption = with_part(image.alt, Part.CAPTION) if image.alt else image.caption
            words.media[-1] = replace(image, alt=alt, caption=caption)

    def comment(self, mask: Mask) -> None:
        inner = mask.inner or Span(mask.start, mask.end)
        self.comments.append(Comment(self.text[slice(*inner)].strip(), Span(mask.start, mask.end)))

    def shortcode_block(self, mask: Mask) -> None:
        """A shortcode on lines of its own."""
        self.done.add(mask.start)
        span = Span(mask.start, mask.end)
        if mask.role is Role.EMBED:
            self.emit(Block(Kind.EMBED, span, media=self.shortcode_media(mask), info=mask.name))
        elif mask.role is Role.COMMENT:
            self.comment(mask)
        elif mask.role is Role.CODE and mask.inner is not None:
            builder = Builder(self.source)
            builder.add(*mask.inner)
            language = CODE_LANGUAGE.match(self.text, mask.start, mask.inner.start)
            info = language.group(1) if language else ""
            self.emit(Block(Kind.CODE, span, builder.passage(Part.CODE), info=info))

    def shortcode_media(self, mask: Mask) -> tuple[Media, ...]:
        """The image that a shortcode shows, when it says so itself."""
        found = image_parameters(self.text, mask)
        if not found:
            return ()
        target = self.text[slice(*found["target"])]
        alt, caption, credit = (
            Passage.of(self.source, *found[name], part) if name in found else None
            for name, part in (("alt", Part.ALT), ("caption", Part.CAPTION), ("credit", Part.CAPTION))
        )
        return (Media(media_kind(target), target, found["target"], alt, caption, credit),)

    def on_break(self, start: int, end: int) -> None:
        if self.code is None and not (self.masked.masks and self.masked.at(start, end)):
            (self.inline or self.words()).line_break(start, end)

    def on_code(self, value: str, start: int, end: int) -> None:
        text = self.text
        left, right = start, end
        while left < right and text[left] == "`":
            left += 1
        right = end - (left - start)
        parsed = LINE_BREAK.sub(" ", self.parsed[left - self.start : right - self.start])
        if parsed == f" {value} ":  # one space at either end is not part of the code
            left, right, parsed = left + 1, right - 1, value
        if parsed != value or "\n" in text[left:right] or "\r" in text[left:right]:
            self.words().marked("code", left, right, value)
        else:  # with shortcodes as they are written
            self.words().marked("code", left, right)

    def on_footnote(self, value: str, start: int, end: int) -> None:
        self.words().reference(value, Span(start, end))

    def on_rule(self, start: int, end: int) -> None:
        self.close_implicit()
        end = self.trim(start, end)
        self.emit(Block(Kind.SEPARATOR, Span(start, end), info=self.text[start:end].strip()))

    # -- HTML -------------------------------------------------------------------------------------

    def on_html(self, value: str, start: int, end: int) -> None:
        if self.html and self.html[-1][1] == start:
            self.html[-1] = (self.html[-1][0], end)
        else:
            self.html.append((start, end))

    def on_inline_html(self, value: str, start: int, end: int) -> None:
        words = self.words()
        if value.startswith("<!--"):
            masks = self.masked.at(start, start + 1)
            if masks:
                self.shortcode(masks[0], words)
            else:
                self.comments.append(Comment(value[4:-3].strip(), Span(start, end)))
            return
        tag = INLINE_TAG.match(value)
        if tag is None:
            return
        closes, name = tag.group(1), tag.group(2).lower()
        if name in TAG_MARKS:
            if closes:
                words.close_mark(TAG_MARKS[name])
            else:
                words.open_mark(TAG_MARKS[name])
        elif name == "br":
            words.line_break(start, end)
        elif name == "a":
            if closes:
                self.close_anchor(words)
            else:
                self.open_anchor(words, start + tag.end(), end - 1)
        elif name == "img":
            self.inline_image(words, start, start + tag.end(), end - 1)
        elif name in EMBEDS and not closes:
            words.template(name, start, end)
        elif "-" in name:
            self.web_component(words, name, bool(closes), start, end)

    def web_component(self, words: Inline, name: str, closes: bool, start: int, end: int) -> None:
        """A custom element without words of its own shows something."""
        if not closes:
            self.components.append((words, name, words.builder.size, start))
        elif self.components:
            inside, opened, size, begin = self.components.pop()
            if inside is words and opened == name and words.builder.size == size:
                words.template(name, begin, end)

    def open_anchor(self, words: Inline, start: int, end: int) -> None:
        from presslint.reading.htmlblock import attributes

        found = attributes(self.masked, self.start, self.text, start, end).get("href")
        if found is not None:
            words.open_link()
            self.anchors.append((words, *found))

    def close_anchor(self, words: Inline) -> None:
        if self.anchors and self.anchors[-1][0] is words:
            _, target, span = self.anchors.pop()
            words.close_link(target.strip(), span)

    def inline_image(self, words: Inline, start: int, inner: int, end: int) -> None:
        from presslint.reading.htmlblock import attributes

        found = attributes(self.masked, self.start, self.text, inner, end)
        target, place = found.get("src", ("", Span(start, end)))
        alt = None
        if "alt" in found:
            value, where = found["alt"]
            block = Builder(self.source)
            block.add(*where, None if self.text[where.start : where.end] == value else value)
            alt = (
                block.passage(Part.ALT)
                if value.strip()
                else Passage.of(self.source, where.start, where.start, Part.ALT)
            )
        decorative = found.get("role", ("",))[0] in ("presentation", "none")
        words.add_image(Media(media_kind(target), target.strip(), place, alt, decorative=decorative))

    def html_block(self, pieces: list[tuple[int, int]]) -> None:
        masks = self.masked.at(*pieces[0]) if len(pieces) == 1 else ()
        if len(masks) == 1 and self.is_all(masks[0], *pieces[0]):
            self.shortcode_block(masks[0])
            return
        from presslint.reading import htmlblock
        from presslint.reading.blocks import BlockReader

        found = htmlblock.read(self.masked, self.start, self.text, pieces)
        self.comments += found.comments
        blocks = BlockReader(self.source).read(found.root) if found.root.children else ()
        if found.open_quotes > 0:  # `<blockquote>` with Markdown inside: its end tag comes later
            opened = blocks[-1].children if blocks and blocks[-1].kind is Kind.QUOTE else ()
            for block in blocks[:-1] if opened else blocks:
                self.emit(block)
            if len(self.frames) < DEPTH_LIMIT:
                self.frames.append(Frame(Kind.QUOTE, pieces[0][0], pieces[-1][1], html=True))
            for block in opened:
                self.emit(block)
            return
        for block in blocks:
            self.emit(block)
        for _ in range(-found.open_quotes):
            if not self.frames[-1].html:
                break
            self.frames[-1].end = pieces[-1][1]
            self.close_frame()

    # -- blocks and inline markup -----------------------------------------------------------------

    def on_start(self, value: Any, start: int, end: int) -> None:
        name: str = value
        detail: Any = None
        if type(value) is not str:
            ((name, detail),) = value.items()
        if name in MARKS:
            self.words().open_mark(MARKS[name])
        elif name == "Link":
            self.words().open_link()
            self.open_references.append(Reference(detail, start, end))
            self.inner_end = start + 1
        elif name == "Image":
            self.words().open_image()
            self.open_references.append(Reference(detail, start, end))
            self.inner_end = start + 2
        elif name in LEAVES:
            self.close_implicit()
            level = int(detail["level"][1:]) if name == "Heading" and detail else 0
            self.inline = Inline(self.source)
            self.leaf = Leaf(name, start, end, level)
        elif name in CONTAINERS:
            self.close_implicit()
            self.open_frame(name, detail, start, end)
        elif name == "CodeBlock":
            self.close_implicit()
            info = detail["Fenced"] if isinstance(detail, dict) else ""
            self.leaf = Leaf(name, start, end, info=info)
            self.code = Builder(self.source)
        elif name == "HtmlBlock":
            self.close_implicit()
            self.html = []

    def on_end(self, value: Any, start: int, end: int) -> None:
        name = value if type(value) is str else next(iter(value))
        if name in MARKS:
            self.words().close_mark(MARKS[name])
        elif name in ("Link", "Image"):
            self.close_reference(name, end)
        elif name in LEAVES:
            if self.leaf is not None and self.inline is not None:
                self.finish_words(self.leaf)
        elif name in CONTAINERS:
            self.close_implicit()
            while self.frames[-1].html:
                self.close_frame()
            if self.overflow:
                self.overflow -= 1
            elif len(self.frames) > 1:
                self.close_frame()
        elif name == "CodeBlock":
            self.finish_code(start, end)
        elif name == "HtmlBlock":
            self.html_block(self.html)

    def is_all(self, mask: Mask, start: int, end: int) -> bool:
        """True when nothing but white space stands beside a shortcode."""
        return not self.text[start : mask.start].strip() and not self.text[mask.end : end].strip()

    def open_frame(self, name: str, detail: Any, start: int, end: int) -> None:
        if len(self.frames) >= DEPTH_LIMIT:
            self.overflow += 1
            return
        kind, info, ordered = CONTAINERS[name], "", False
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
        if frame.kind is Kind.LIST and self.text[span.start : span.end] in ("-", "*", "+"):
            mark = Passage.of(self.source, *span)  # a lone mark is no list
            self.frames[-1].children.append(Block(Kind.SEPARATOR, span, mark, info=mark.text))
            return
        block = Block(
            frame.kind, span, passage, ordered=frame.ordered, children=tuple(frame.children),
            links=links, media=media, info=frame.info,
        )  # fmt: skip
        self.frames[-1].children.append(block)

    def emit(self, block: Block) -> None:
        """Put a finished block into the container around it; an item takes its first paragraph in."""
        frame = self.frames[-1]
        if block.kind is Kind.PARAGRAPH and block.passage is not None and self.takes_words(frame):
            frame.content = Content(block.passage, block.links, block.media)
        else:
            frame.children.append(block)

    @staticmethod
    def takes_words(frame: Frame) -> bool:
        return frame.kind in (Kind.ITEM, Kind.FOOTNOTE) and frame.content is None and not frame.children

    # -- finished leaves --------------------------------------------------------------------------

    def finish_words(self, leaf: Leaf) -> None:
        inline = self.inline
        assert inline is not None
        self.inline = self.leaf = None
        if leaf.tag == "Paragraph":
            frame = self.frames[-1]
            part = Part.PARAGRAPH
            if frame.kind is Kind.QUOTE:
                part = Part.QUOTE
            elif self.takes_words(frame):
                part = Part.ITEM if frame.kind is Kind.ITEM else Part.FOOTNOTE
            content = inline.finish(part)
            start, end = (leaf.start, leaf.end) if leaf.start >= 0 else content.passage.span
            if leaf.start < 0 and inline.media and not content.passage:
                start, end = inline.media[0].span.start, inline.media[-1].span.end
            self.paragraph(content, inline.templates, Span(start, self.trim(start, end)))
            return
        kind = Kind.HEADING if leaf.tag == "Heading" else Kind.CELL
        passage, links, media = inline.finish(LEAVES[leaf.tag])
        span = Span(leaf.start, self.trim(leaf.start, leaf.end))
        self.emit(Block(kind, span, passage, level=leaf.level, links=links, media=media))

    def paragraph(self, content: Content, templates: list[Template], span: Span) -> None:
        """What the parser calls a paragraph may be an image, an embed or a lone separator."""
        passage, links, media = content
        text = passage.text
        if templates and not text.strip(MASK + " "):
            for each in templates:
                shown = (*media, *each.media)
                self.emit(Block(Kind.EMBED, each.span, links=links, media=shown, info=each.name))
                links, media = (), ()
            return
        if templates:
            media += tuple(shown for template in templates for shown in template.media)
        if not passage:
            if media or links:
                self.emit(Block(Kind.MEDIA, span, links=links, media=media))
            return
        if media and _is_caption(passage) and media[-1].span.end <= passage.span.start:
            caption = replace(media[-1], caption=with_part(passage, Part.CAPTION))
            self.emit(Block(Kind.MEDIA, span, links=links, media=(*media[:-1], caption)))
            return
        if text[0] in SEPARATORS:
            self.separated(Content(passage, links, media), span)
        else:
            self.emit(Block(Kind.PARAGRAPH, span, passage, links=links, media=media))

    def separated(self, content: Content, span: Span) -> None:
        """A paragraph that begins with a separator: perhaps on a line of its own, perhaps nothing else."""
        passage, links, media = content
        first = LEADING_SEPARATOR.match(passage.text)
        if first is not None and self.breaks_after(passage, first.end(1)):
            self.emit(self.separator(passage[: first.end(1)]))
            passage, links, media = _rest(content, first.end())
            span = Span(passage.span.start, span.end)
        if LONE_SEPARATOR.fullmatch(passage.text):
            self.emit(self.separator(passage))
        else:
            self.emit(Block(Kind.PARAGRAPH, span, passage, links=links, media=media))

    def breaks_after(self, passage: Passage, index: int) -> bool:
        """True when the space at `index` of the text is a line break of the source."""
        if index >= len(passage):
            return False
        place = passage.place(index)
        return any(char in "\r\n" for char in self.text[place.start : place.end])

    @staticmethod
    def separator(passage: Passage) -> Block:
        return Block(Kind.SEPARATOR, passage.span, passage, info=passage.text)

    def finish_code(self, start: int, end: int) -> None:
        code, leaf = self.code, self.leaf
        self.code = self.leaf = None
        if code is None or leaf is None:
            return
        end = self.trim(start, end)
        masks = self.masked.at(start, end)
        if len(masks) == 1 and self.is_all(masks[0], start, end):
            self.shortcode_block(masks[0])  # indented, it looks like code to the parser
            return
        self.emit(Block(Kind.CODE, Span(start, end), code.passage(Part.CODE), info=leaf.info))

    # -- links and images -------------------------------------------------------------------------

    def close_reference(self, name: str, end: int) -> None:
        if not self.open_references:
            return
        reference = self.open_references.pop()
        target, span, title = self.target(reference, self.inner_end)
        if name == "Link":
            if target.startswith("#") and self.text.startswith("[](", reference.start):
                self.words().opaque(reference.start, end)  # a cross-reference: the title of its target
            self.words().close_link(target, span)
        else:
            caption = self.title(reference.detail["title"], title)
            place = Span(reference.start, end)
            self.words().close_image(target, place, min(reference.start + 2, end), caption)

    def target(self, reference: Reference, at: int) -> tuple[str, Span | None, Span | None]:
        """The address of a link or image, its place, and the stretch that holds its title."""
        detail, start, end = reference.detail, reference.start, reference.end
        text = self.text
        written = detail["dest_url"]
        kind = detail["link_type"]
        if kind in ("Autolink", "Email"):
            return written, Span(start + 1, end - 1), None
        if kind != "Inline":
            found = self.definition(detail["id"])
            return (found[0], found[1], None) if found else (written, None, None)
        if not text.startswith("](", at):
            at = text.find("](", at, end)
            if at < 0:
                return written, None, None
        match = DESTINATION.match(self.masked.text, at + 2 - self.start, end - self.start)
        if match is None:
            return written, None, None
        group = 1 if match.group(1) is not None else 2
        left, right = match.start(group) + self.start, match.end(group) + self.start
        if group == 2:
            bare = self.masked.text[left - self.start : right - self.start]
            right = left + (len(written) if bare == f"{written})" else _balanced(bare))
        title = Span(right + (group == 1), end - 1)
        place = Span(left, right)
        if self.masked.masks and self.masked.at(left, right):
            return text[left:right].strip(), place, title
        return written, place, title

    def title(self, title: str, place: Span | None) -> Passage | None:
        """An image's title is its caption."""
        if not title:
            return None
        if place is None:
            return Passage(title, self.source, (), Part.CAPTION)
        written = self.text[place.start : place.end]
        left = place.start + len(written) - len(written.lstrip()) + 1
        right = self.trim(place.start, place.end) - 1
        if self.text[left:right] == title:
            return Passage.of(self.source, left, right, Part.CAPTION)
        block = Builder(self.source)
        block.add(left, right, title)
        return block.passage(Part.CAPTION)

    def definition(self, label: str) -> tuple[str, Span] | None:
        """Address and place of a link reference definition."""
        if self.definitions is None:
            self.definitions = {}
            for name, found in self.reference_definitions().items():
                start, end = self.place(found["span"]["start"]), self.place(found["span"]["end"])
                target = str(found["dest"])
                colon = self.text.find("]:", start, end)
                at = self.text.find(target, max(colon, start), end) if target else -1
                place = Span(at, at + len(target)) if at >= 0 else Span(start, end)
                masked = self.masked.masks and self.masked.at(*place)
                self.definitions[_label(name)] = (
                    self.text[place.start : place.end] if masked and at >= 0 else target,
                    place,
                )
        return self.definitions.get(_label(label))

    def reference_definitions(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = pyromark.reference_definitions(self.parsed, options=OPTIONS)
        return found

    def comment_definitions(self) -> None:
        """`[//]: # (a comment)`: a definition that no link uses."""
        if "[//]:" not in self.parsed and "[comment]:" not in self.parsed:
            return
        for match in COMMENT_DEFINITION.finditer(self.text, self.start):
            self.comments.append(Comment(match.group(1).strip(), Span(*match.span())))
        self.comments.sort(key=lambda comment: comment.span)


def _label(name: str) -> str:
    """A reference label as CommonMark compares them."""
    return " ".join(name.split()).casefold()


def _balanced(written: str) -> int:
    """Length of a bare link destination: up to white space or the bracket that closes the link."""
    depth = 0
    at = 0
    while at < len(written):
        char = written[at]
        if char == "\\":
            at += 1
        elif char == "(":
            depth += 1
        elif char == ")":
            if not depth:
                return at
            depth -= 1
        at += 1
    return min(at, len(written))


def _is_caption(passage: Passage) -> bool:
    """True when all words are in italics, as captions below an image are set."""
    size = len(passage)
    return any(mark.kind == "em" and mark.start == 0 and mark.end >= size for mark in passage.marks)


def _rest(content: Content, at: int) -> Content:
    """The content from text index `at` on, as a passage of its own."""
    cut = content.passage[at:]
    passage = Passage(cut.text, cut.source, cut.runs, cut.part, cut.marks)
    links = tuple(
        Link(
            passage[link.text.at - at : link.text.at - at + len(link.text)],
            link.target,
            link.target_span,
            link.kind,
        )
        for link in content.links
        if link.text.at >= at
    )
    return Content(passage, links, content.media)
