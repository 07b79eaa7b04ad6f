"""Puts the words of one block together as its inline markup comes: marks, links, images, line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from presslint.model.document import Link, Media
from presslint.model.passage import MASK, Builder, Part, Passage
from presslint.model.regex import regex
from presslint.model.source import Source, Span

# a bare address in running text; what may close a sentence is cut off by `_trimmed`
ADDRESS = regex(r"(?:https?://|www\.)[^\s<>\"“”‘’`\ufffc]{2,2000}", re.I)
# words that only separate: what is left of a line when byline and date are missing
SEPARATORS = frozenset("·•∙|/\\–—―‧⋅-")
LONE_SEPARATOR = regex(r"[·•∙|/\\–—―‧⋅\-]{1,2}(?: [·•∙|/\\–—―‧⋅\-]{1,2}){0,4}")
AFTER_ADDRESS = ".,;:!?'*_~"
SUFFIXES = {
    **dict.fromkeys(("mp4", "webm", "mov", "m4v", "ogv"), "video"),
    **dict.fromkeys(("mp3", "m4a", "wav", "ogg", "oga", "flac"), "audio"),
}


class ClosedLink(Struct, frozen=True):
    start: int
    end: int
    target: str
    target_span: Span | None
    kind: str


class Template(Struct, frozen=True):
    """A shortcode among words: its name, its place, the images that it shows."""

    name: str
    span: Span
    media: tuple[Media, ...]


class Content(NamedTuple):
    """What a block holds when it is complete."""

    passage: Passage
    links: tuple[Link, ...]
    media: tuple[Media, ...]


def media_kind(target: str) -> str:
    """image, video or audio by the suffix of an address."""
    name = target.partition("?")[0].partition("#")[0]
    return SUFFIXES.get(name.rpartition(".")[2].lower(), "image")


class Inline:
    """The inline content of one block. Places are offsets of the source; text comes in order."""

    __slots__ = (
        "_alt_depth",
        "_into",
        "_links",
        "_marks",
        "_open_links",
        "builder",
        "media",
        "source",
        "templates",
    )

    def __init__(self, source: Source) -> None:
        self.source = source
        self.builder = self._into = Builder(source)  # words go into the block, or into an image's alternative
        self.media: list[Media] = []
        self.templates: list[Template] = []  # shortcodes that show something
        self._links: list[ClosedLink] = []
        self._open_links: list[int] = []
        self._marks: list[tuple[str, int]] = []
        self._alt_depth = 0

    # -- words ------------------------------------------------------------------------------------

    def text(self, start: int, end: int, text: str | None = None) -> None:
        """The source's own characters, or `text` that stands for them (an entity)."""
        builder = self._into
        if not builder.size:  # a block begins with its first word
            written = self.source.text[start:end] if text is None else text
            trimmed = written.lstrip()
            if not trimmed:
                return
            if text is None:
                start += len(written) - len(trimmed)
            else:
                text = trimmed
        builder.add(start, end, text)

    def line_break(self, start: int, end: int) -> None:
        """A line break of the source reads as one space."""
        builder = self._into
        if builder.size and not builder.tail[-1:].isspace():
            builder.add(start, end, " ")

    def template(self, name: str, start: int, end: int, media: tuple[Media, ...] = ()) -> None:
        """A shortcode whose words are not known: one masked character stands for it."""
        self.templates.append(Template(name, Span(start, end), media))
        builder = self._into
        at = builder.size
        builder.add(start, end, MASK)
        if builder is self.builder:
            builder.mark("template", at)

    def opaque(self, start: int, end: int) -> None:
        """One masked character for words that are put there when the page is made."""
        self._into.add(start, end, MASK)

    # -- markup -----------------------------------------------------------------------------------

    def open_mark(self, kind: str) -> None:
        self._marks.append((kind, self.builder.size))

    def close_mark(self, kind: str) -> None:
        for number in range(len(self._marks) - 1, -1, -1):
            if self._marks[number][0] == kind:
                self.builder.mark(*self._marks.pop(number))
                return

    def marked(self, kind: str, start: int, end: int, text: str | None = None) -> None:
        """Words under one mark of their own."""
        at = self.builder.size
        self.text(start, end, text)
        if self._into is self.builder:
            self.builder.mark(kind, at)

    def open_link(self) -> None:
        self._open_links.append(self.builder.size)

    def close_link(self, target: str, target_span: Span | None, kind: str = "link") -> None:
        if not self._open_links:
            return
        at = self._open_links.pop()
        if self.builder.size == at and self.media and kind == "link":
            kind = "image"
        self.builder.mark("link", at)
        self._links.append(ClosedLink(at, self.builder.size, target, target_span, kind))

    def reference(self, target: str, target_span: Span) -> None:
        """A footnote mark: no words of its own."""
        size = self.builder.size
        self._links.append(ClosedLink(size, size, target, target_span, "footnote"))

    def open_image(self) -> None:
        """What follows is the image's text alternative, until `close_image`."""
        self._alt_depth += 1
        if self._alt_depth == 1:
            self._into = Builder(self.source)

    def close_image(self, target: str, span: Span, alt_at: int, caption: Passage | None = None) -> None:
        """`alt_at` is where an empty text alternative would stand."""
        self._alt_depth -= 1
        if self._alt_depth or self._into is self.builder:
            return
        alt = self._into.passage(Part.ALT)
        if not alt.runs:
            alt = Passage.of(self.source, alt_at, alt_at, Part.ALT)
        self._into = self.builder
        self.media.append(Media(media_kind(target), target, span, alt, caption))

    def add_image(self, media: Media) -> None:
        """An image that was read elsewhere, such as an `<img>` tag."""
        if self._into is self.builder:
            self.media.append(media)

    # -- the finished block -----------------------------------------------------------------------

    @property
    def empty(self) -> bool:
        return self.builder.size == 0

    def finish(self, part: Part) -> Content:
        while self._marks:
            self.builder.mark(*self._marks.pop())
        passage = self.builder.passage(part)
        text = passage.text
        links: list[Link] = []
        for each in self._links:
            links.append(Link(passage[each.start : each.end], each.target, each.target_span, each.kind))
        if "://" in text or "www." in text:
            links += self._bare(passage)
            links.sort(key=lambda link: link.text.at)
        return Content(passage, tuple(links), tuple(self.media))

    def _bare(self, passage: Passage) -> Iterator[Link]:
        taken = sorted((mark.start, mark.end) for mark in passage.marks if mark.kind in ("link", "code"))
        number = 0
        for match in ADDRESS.finditer(passage.text):
            start, end = match.start(), _trimmed(passage.text, match.start(), match.end())
            while number < len(taken) and taken[number][1] <= start:
                number += 1
            if number < len(taken) and taken[number][0] < end:
                continue
            words = passage[start:end]
            yield Link(words, words.text, words.span, "bare")


def _trimmed(text: str, start: int, end: int) -> int:
    """End of an address without the punctuation of the sentence around it."""
    while end > start:
        last = text[end - 1]
        if (
            last in AFTER_ADDRESS
            or (last == ")" and text.count("(", start, end) < text.count(")", start, end))
            or (
                last in "]}"
                and text.count({"]": "[", "}": "{"}[last], start, end) < text.count(last, start, end)
            )
        ):
            end -= 1
        else:
            break
    return end
