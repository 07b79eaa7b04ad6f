"""The lines of a source that a finding speaks of, cut to a readable width, with carets below the words."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from presslint.engine.run import ArticleResult
from presslint.model.finding import Finding
from presslint.model.source import Source, Span
from presslint.report import ReportOptions
from presslint.report.screen import LOG_COMMAND, cells, shown, width

REACH = 240  # characters of a line that are looked at on either side of a hit
SNAP = 14  # characters that a cut moves to fall between words


class Line(Struct, frozen=True):
    """One line of an excerpt; `before`, `hit` and `after` are fit to be shown, `number` is the file's."""

    number: int
    before: str
    hit: str
    after: str

    @property
    def text(self) -> str:
        return self.before + self.hit + self.after

    @property
    def indent(self) -> int:
        """Cells before the hit."""
        return width(self.before)

    @property
    def carets(self) -> int:
        """Cells under the hit, at least one, so that an empty place is seen."""
        return max(width(self.hit), 1)


def excerpt(result: ArticleResult, finding: Finding, options: ReportOptions, columns: int) -> list[Line]:
    """The lines of a finding, each at most `columns` cells wide; the first and the last of many.

    A finding whose place is not a line (a paragraph of a Word file, a key of a CMS export) is shown
    in its sentence, for there the source is not what anybody reads.
    """
    if finding.place and finding.context and finding.text and finding.text in finding.context:
        at = finding.context.index(finding.text)
        sentence = Source(" ".join(finding.context.splitlines()))
        return list(cut_lines(sentence, Span(at, at + len(finding.text)), options, columns, numbered=False))
    return list(cut_lines(result.source, finding.span, options, columns))


def cut_lines(
    source: Source, span: Span, options: ReportOptions, columns: int, *, numbered: bool = True
) -> Iterator[Line]:
    """The first and the last line that `span` touches, cut and marked."""
    first = source.position(span.start)
    last = source.position(span.last) if span.end > span.start else first
    for number in sorted({first.line, last.line}):
        start = source.offset(number)
        text = source.line(number)
        inside = span.moved(-start)
        left = max(inside.start, 0)
        right = min(max(inside.end, left), len(text))
        if number != first.line:  # leading white space of a wrapped line is no part of the words
            left = len(text) - len(text.lstrip())
        left = min(left, len(text))
        yield _cut(text, left, max(right, left), number if numbered else 0, options, columns)


def _cut(text: str, left: int, right: int, number: int, options: ReportOptions, columns: int) -> Line:
    """`text` around `left`..`right`, about a third of the room before the hit, the rest behind it."""
    ellipsis = "..." if options.ascii else "…"
    low, high = max(left - REACH, 0), min(right + REACH, len(text))
    pieces = _pieces(text[low:high], options)
    sizes = [1 if len(piece) == 1 and piece <= "~" else sum(map(cells, piece)) for piece in pieces]
    if low == 0 and high == len(text) and sum(sizes) <= columns:
        start, end = 0, len(pieces)
    else:
        room = columns - 2 * len(ellipsis)
        hit = sum(sizes[left - low : right - low])
        before = min(max((room - hit) // 3, 0), sum(sizes[: left - low]))
        behind = room - hit - before
        if behind > sum(sizes[right - low :]):  # little follows: show more of what comes before
            before = max(room - hit - sum(sizes[right - low :]), before)
        start = _back(sizes, left - low, before)
        end = _forward(sizes, start, room)
        start, end = _snap(text[low:high], start, end, left - low, right - low, low, len(text) - low)
    shown_left, shown_right = max(left - low, start), min(max(right - low, start), end)
    return Line(
        number,
        (ellipsis if low + start > 0 else "") + "".join(pieces[start:shown_left]),
        "".join(pieces[shown_left:shown_right]),
        "".join(pieces[shown_right:end]) + (ellipsis if low + end < len(text) else ""),
    )


def _pieces(text: str, options: ReportOptions) -> list[str]:
    """What is shown for each character, log commands broken."""
    pieces = [shown(char, ascii_only=options.ascii) for char in text]
    if "##" in text:
        for match in LOG_COMMAND.finditer(text):
            if match.group() == "##":
                pieces[match.end() - 1] = "#\\"
    return pieces


def _back(sizes: list[int], at: int, room: int) -> int:
    while at > 0 and sizes[at - 1] <= room:
        at -= 1
        room -= sizes[at]
    return at


def _forward(sizes: list[int], at: int, room: int) -> int:
    while at < len(sizes) and sizes[at] <= room:
        room -= sizes[at]
        at += 1
    return at


def _snap(text: str, start: int, end: int, left: int, right: int, low: int, size: int) -> tuple[int, int]:
    """Move a cut inwards to the next space, as long as the hit stays whole."""
    if low + start > 0:
        space = text.find(" ", start, min(start + SNAP, left))
        start = space + 1 if space >= 0 else start
    if end < size:
        space = text.rfind(" ", max(end - SNAP, right), end)
        end = space if space >= 0 else end
    return start, end
