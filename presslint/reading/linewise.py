"""What the readers of light markup share: lines with places, and paragraphs whose marks are taken out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from presslint.model.document import Block, Kind
from presslint.model.passage import Builder, Part, Passage
from presslint.model.regex import regex
from presslint.model.source import Source, Span
from presslint.reading.inline import LONE_SEPARATOR, Content, Inline

LINE = regex(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


class Line(Struct, frozen=True):
    """A line at `start`..`end` of the source, without its line end and the white space before that."""

    start: int
    end: int
    text: str

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())

    @property
    def blank(self) -> bool:
        return not self.text.strip()

    def cut(self, width: int) -> Line:
        """The line without its first `width` characters."""
        width = min(width, len(self.text))
        return Line(self.start + width, self.end, self.text[width:])

    def strip(self) -> Line:
        """The line without its indentation."""
        return self.cut(self.indent)


def lines_of(source: Source, start: int = 0) -> list[Line]:
    """The lines of a source from an offset on."""
    found: list[Line] = []
    text, size = source.text, len(source.text)
    while start < size:
        match = LINE.match(text, start)
        assert match is not None
        written = match.group().rstrip()
        found.append(Line(start, start + len(written), written))
        start = match.end()
    return found


def joined(source: Source, lines: Iterable[Line], part: Part = Part.PARAGRAPH) -> Passage:
    """The lines as one passage: indentation is not read, a line break reads as a space."""
    builder = Builder(source)
    last: int | None = None
    for line in lines:
        line = line.strip()
        if not line.text:
            continue
        if last is not None:
            builder.add(last, line.start, " ")
        builder.add(line.start, line.end)
        last = line.end
    return builder.passage(part)


class MarkedLine:
    """Puts the words of one paragraph together from stretches of its written form."""

    def __init__(self, whole: Passage) -> None:
        self.whole = whole
        self.inline = Inline(whole.source)

    def words(self, start: int, end: int) -> None:
        """Words as they are written, `start`..`end` of the written form."""
        piece = self.whole[start:end]
        for number, run in enumerate(piece.runs):
            upto = piece.runs[number + 1].at if number + 1 < len(piece.runs) else len(piece.text)
            text = piece.text[run.at : upto]
            if text:
                self.inline.text(run.start, run.end, text if run.block else None)

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the written form stands in the source."""
        return self.whole[start:end].span

    def marked(self, kind: str, start: int, end: int) -> None:
        """Words under one mark."""
        self.inline.open_mark(kind)
        self.words(start, end)
        self.inline.close_mark(kind)

    def link(self, words: tuple[int, int], target: tuple[int, int], kind: str = "link") -> None:
        """A link: its words and its target, each a stretch of the written form."""
        self.inline.open_link()
        self.words(*words)
        text = self.whole.text[target[0] : target[1]]
        self.inline.close_link(text, self.span(*target), kind)

    def reference(self, start: int, end: int) -> None:
        """A mark that refers to a footnote and has no words."""
        self.inline.reference(self.whole.text[start:end], self.span(start, end))

    def image(self, target: tuple[int, int], alt: tuple[int, int]) -> None:
        """An image among the words."""
        self.inline.open_image()
        self.words(*alt)
        text = self.whole.text[target[0] : target[1]]
        span = self.span(*target)
        self.inline.close_image(text, span, span.end)

    def finish(self, part: Part) -> Content:
        return self.inline.finish(part)


def block_of(kind: Kind, content: Content, span: Span, level: int = 0) -> list[Block]:
    """A block of these words; an image alone is a block of media, a mark alone a separator."""
    if kind is Kind.PARAGRAPH and LONE_SEPARATOR.fullmatch(content.passage.text):
        return [Block(Kind.SEPARATOR, span, content.passage, info=content.passage.text)]
    if content.passage:
        return [Block(kind, span, content.passage, level=level, links=content.links, media=content.media)]
    if content.media:
        return [Block(Kind.MEDIA, span, media=content.media, links=content.links)]
    return []


def span_of(lines: Sequence[Line]) -> Span:
    """From the first word of the lines to their last."""
    return Span(lines[0].start + lines[0].indent, lines[-1].end)
