"""HTML that stands in Markdown: a block of it becomes an element tree, a tag in a line its attributes.

A block may open an element that a later block closes, so tags are read one by one; shortcodes in
the block are masked like everywhere else and come out as embeds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from presslint.language.entities import unescaped
from presslint.model.document import Comment
from presslint.model.passage import MASK
from presslint.model.regex import regex
from presslint.model.source import Span
from presslint.reading.blocks import HTML_ROLES
from presslint.reading.elements import ATTRIBUTE, REFERENCE, VOID, Element, TreeBuilder
from presslint.reading.shortcodes import Masked, Role

# attribute values hold no “<”: that bounds what an unclosed quotation mark can cost
TAG = regex(r"<(/?)([A-Za-z][A-Za-z0-9:.-]{0,60})((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>")
SKIPPED = regex(r"<[!?][^<>]*>")
RAW = frozenset(("script", "style", "textarea", "title", "xmp"))


class HtmlBlock(Struct, frozen=True):
    """An HTML block: its tree, its comments, and the block quotes it leaves open (negative: closes)."""

    root: Element
    comments: tuple[Comment, ...]
    open_quotes: int


def attributes(masked: Masked, base: int, text: str, start: int, end: int) -> dict[str, tuple[str, Span]]:
    """Attributes between `start` and `end` of the source, values decoded, with their places.

    Found in the masked text, so that quotation marks inside a shortcode do not end a value.
    """
    found: dict[str, tuple[str, Span]] = {}
    for match in ATTRIBUTE.finditer(masked.text, start - base, end - base):
        group = next((number for number in (2, 3, 4) if match.group(number) is not None), 1)
        if group == 1:
            place = Span(match.end() + base, match.end() + base)
        else:
            place = Span(match.start(group) + base, match.end(group) + base)
        found.setdefault(match.group(1).lower(), (unescaped(text[place.start : place.end]), place))
    return found


def read(masked: Masked, base: int, text: str, pieces: Iterable[tuple[int, int]]) -> HtmlBlock:
    """The tree of an HTML block that stands at `pieces` of the source."""
    reader = _Reader(masked, base, text)
    end = 0
    for start, end in pieces:
        reader.read(start, end)
    return HtmlBlock(reader.builder.finish(end), tuple(reader.comments), reader.quotes)


class _Reader:
    def __init__(self, masked: Masked, base: int, text: str) -> None:
        self.masked = masked
        self.base = base
        self.source = text
        self.text = masked.text
        self.builder = TreeBuilder()
        self.comments: list[Comment] = []
        self.quotes = 0
        self.raw = ""  # the element whose content is no markup

    def read(self, start: int, end: int) -> None:
        """Read one stretch; offsets inside are those of the masked text."""
        text = self.text
        at, stop = start - self.base, end - self.base
        while at < stop:
            if self.raw:
                at = self.skip_raw(at, stop)
                continue
            mark = text.find("<", at, stop)
            if mark < 0:
                mark = stop
            if mark > at:
                self.words(at, mark)
            at = self.markup(mark, stop) if mark < stop else stop

    def markup(self, at: int, stop: int) -> int:
        text = self.text
        if text.startswith("<!--", at):
            close = text.find("-->", at + 4, stop)
            end = stop if close < 0 else close + 3
            masks = self.masked.at(at + self.base, at + self.base + 1)
            if masks and masks[0].start == at + self.base:
                self.shortcodes(at, end)
            else:
                inner = text[at + 4 : stop if close < 0 else close]
                self.comments.append(Comment(inner.strip(), Span(at + self.base, end + self.base)))
            return end
        tag = TAG.match(text, at, stop)
        if tag is not None:
            self.tag(tag)
            return tag.end()
        other = SKIPPED.match(text, at, stop)
        if other is not None:
            return other.end()
        self.words(at, at + 1)
        return at + 1

    def tag(self, match: re.Match[str]) -> None:
        start, end = match.start() + self.base, match.end() + self.base
        written = match.group(2)
        name = written.lower()
        if name == "blockquote":
            self.quotes += -1 if match.group(1) else 1
        if match.group(1):
            self.builder.end(name, start, end)
            return
        detail = match.group(3).rstrip()
        empty = name in VOID or detail.endswith("/")
        values = {}
        if detail:
            stop = match.start(3) + len(detail) - detail.endswith("/")
            found = attributes(
                self.masked, self.base, self.source, match.start(3) + self.base, stop + self.base
            )
            values = {key: value for key, (value, _) in found.items()}
        if name not in HTML_ROLES and (empty or self.is_hollow(written, match.end())) and name not in VOID:
            if written[0].isupper() or "-" in written:
                self.embed(written, start, end)
            return
        self.builder.close_implied(name, start)
        self.builder.start(name, values, start, end, empty)
        if name in RAW and not empty:
            self.raw = name

    def is_hollow(self, name: str, at: int) -> bool:
        """True when the element's end tag follows at once: a web component that draws itself."""
        return self.text[at : at + 200].lstrip().startswith(f"</{name}>")

    def embed(self, name: str, start: int, end: int) -> None:
        self.builder.close_implied("div", start)
        self.builder.start("embed", {"src": name}, start, end, True)

    def skip_raw(self, at: int, stop: int) -> int:
        close = re.compile(rf"</{self.raw}\s{{0,50}}>", re.I).search(self.text, at, stop)
        if close is None:
            return stop
        self.builder.end(self.raw, close.start() + self.base, close.end() + self.base)
        self.raw = ""
        return close.end()

    def words(self, start: int, end: int) -> None:
        """Text without tags: shortcodes come out, the rest are words and entities."""
        if self.masked.masks and self.masked.at(start + self.base, end + self.base):
            self.shortcodes(start, end)
            return
        at = start
        for match in REFERENCE.finditer(self.text, start, end):
            if match.start() > at:
                self.builder.text(at + self.base, match.start() + self.base)
            self.builder.text(match.start() + self.base, match.end() + self.base, unescaped(match.group()))
            at = match.end()
        if at < end:
            self.builder.text(at + self.base, end + self.base)

    def shortcodes(self, start: int, end: int) -> None:
        at = start + self.base
        stop = end + self.base
        for mask in self.masked.at(at, stop):
            if mask.start > at:
                self.builder.text(at, mask.start)
            at = max(at, min(mask.end, stop))
            if mask.start < start + self.base:
                continue  # began in a stretch before
            if mask.role is Role.VALUE:
                self.builder.text(mask.start, min(mask.end, stop))
            elif mask.role is Role.EMBED and mask.block:
                self.embed(mask.name, mask.start, mask.end)
            elif mask.role is Role.EMBED:
                self.builder.text(mask.start, min(mask.end, stop), MASK)
            elif mask.role is Role.COMMENT:
                inner = mask.inner or Span(mask.start, mask.end)
                comment = self.source[inner.start : inner.end].strip()
                self.comments.append(Comment(comment, Span(mask.start, mask.end)))
            elif mask.role is Role.CODE and mask.inner is not None:
                self.builder.close_implied("pre", mask.start)
                self.builder.start("pre", {}, mask.start, mask.inner.start)
                self.builder.text(*mask.inner)
                self.builder.end("pre", mask.inner.end, mask.end)
        if at < stop:
            self.builder.text(at, stop)
