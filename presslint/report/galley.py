"""Sets an article as copy for the html report: headline to last line, findings marked where they stand.

Everything that comes from an article is escaped here: text through `esc`, and nothing else of it
reaches the page. Links are set but lead nowhere, pictures are named but not loaded.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct, field

from presslint.article import Article
from presslint.engine.run import ArticleResult, Run
from presslint.model.document import Block, Field, Kind, Media
from presslint.model.finding import Finding, Severity
from presslint.model.passage import Passage
from presslint.model.regex import regex
from presslint.model.source import Span
from presslint.report import ReportOptions
from presslint.report.excerpt import excerpt
from presslint.report.screen import shown
from presslint.report.statistics import long_date
from presslint.report.xmltext import LINE_COMMAND, LOG_COMMAND

HEAD = ("kicker", "headline", "dek", "byline", "dateline", "published")
TAGS = {"strong": "strong", "em": "em", "code": "code", "strike": "s", "link": "span"}
LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "suggestion"}
EXCERPT_WIDTH = 240  # columns of an excerpt where the article itself is not at hand
ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\u00ad": "", "\t": "\t"}


# What esc need not look at: letters, digits, spaces and the marks of common prose.
SPECIAL = regex(r"[^\w \n.,;:!?()“”‘’…–—/-]")
DEEPEST = 40  # lists in lists that are set; what lies deeper is no copy


def esc(text: str) -> str:
    """Text for HTML, between tags or in a quoted attribute; controls and bidi characters are spelled out."""
    escaped = SPECIAL.sub(_escaped, text)
    if "##" in text or "::" in text:
        escaped = LINE_COMMAND.sub(r"\1&#58;:", LOG_COMMAND.sub(r"\1&#91;", escaped))
    return escaped


def _escaped(match: re.Match[str]) -> str:
    char = match.group()
    if char in ESCAPES:
        return ESCAPES[char]
    return shown(char).replace("<", "&lt;").replace(">", "&gt;")


class Note(Struct, frozen=True):
    """A finding with its number in the article; `slug` begins its ids."""

    number: int
    finding: Finding
    slug: str

    @property
    def level(self) -> str:
        return LEVEL[self.finding.severity]

    @property
    def id(self) -> str:
        return f"{self.slug}-n{self.number}"

    @property
    def mark_id(self) -> str:
        return f"{self.slug}-m{self.number}"

    @property
    def reference(self) -> str:
        """The number behind the marked words, a link to the note."""
        return (
            f'<a class="ref {self.level}" href="#{self.id}"><span class="unseen">{self.level}, note </span>'
            f"{self.number}</a>"
        )


def numbered(findings: Sequence[Finding], slug: str, show: Severity) -> list[Note]:
    """Notes in the order of the text; those below `show` are numbered last, to leave no gaps."""
    order = sorted(range(len(findings)), key=lambda index: (findings[index].severity < show, index))
    numbers = {index: number for number, index in enumerate(order, 1)}
    return [Note(numbers[index], found, slug) for index, found in enumerate(findings)]


class Row(Struct):
    """A piece of copy and the notes beside it."""

    html: str
    notes: list[Note] = field(default_factory=list)
    kind: str = "block"


class Galley(Struct):
    """The rows of one article, top to bottom."""

    run: Run
    result: ArticleResult
    slug: str
    show: Severity = Severity.SUGGESTION
    rows: list[Row] = field(default_factory=list)
    _placed: dict[int, list[tuple[int, int, Note]]] = field(default_factory=dict)  # by id of passage
    _notes: list[Note] = field(default_factory=list)  # of the row being set
    _level: int = 3

    def set(self) -> list[Row]:
        """Set the article; where only a saved run is left, its excerpts."""
        notes = numbered(self.result.findings, self.slug, self.show)
        article = self.result.article
        if article is None:
            self._excerpts(notes)
            return self.rows
        head = _head(article)
        shown_already = {(found.passage.span, found.passage.text) for found in head}
        blocks = [block for block in article.blocks if not _is_shown(block, shown_already)]
        passages = [found.passage for found in head]
        passages += [passage for block in blocks for passage in _passages(block)]
        passages += [passage for media in article.media for passage in _of_media(media)]
        left = self._place(notes, passages)
        left = self._place_fields(left, article, passages)
        self._masthead(head)
        for media in article.media:
            self._row(self._figure(media))
        for block in blocks:
            self._row(self._block(block, DEEPEST))
        self._metadata(article, head)
        self._excerpts(left)
        return self.rows

    # -- where findings go -------------------------------------------------------------------------

    def _place(self, notes: Sequence[Note], passages: Sequence[Passage]) -> list[Note]:
        """Give each note the passage that it stands in; what finds none is returned."""
        ordered = sorted((passage for passage in passages if passage.runs), key=lambda passage: passage.span)
        starts = [passage.span.start for passage in ordered]
        left = []
        for note in notes:
            span = note.finding.span
            at = bisect_right(starts, span.start) - 1
            # a passage that ends before the place (a nested one) hides its container: look back a little
            inside = next(
                (
                    ordered[index]
                    for index in range(at, max(at - 8, -1), -1)
                    if ordered[index].span.start <= span.start <= ordered[index].span.end
                ),
                None,
            )
            if inside is None or (span.start == inside.span.end and span.end > span.start):
                following = ordered[at + 1] if at + 1 < len(ordered) else None
                inside = following if following is not None and following.span.start < span.end else None
            if inside is None:
                left.append(note)
                continue
            self._mark(note, inside)
        return left

    def _mark(self, note: Note, passage: Passage) -> None:
        span = note.finding.span
        start = passage.index(span.start) if span.start > passage.span.start else 0
        end = passage.index(span.end) if span.end < passage.span.end else len(passage)
        self._placed.setdefault(id(passage), []).append((start, max(start, end), note))

    def _place_fields(
        self, notes: Sequence[Note], article: Article, passages: Sequence[Passage]
    ) -> list[Note]:
        """Notes on metadata that no reader sees: on the value, or on the whole of it where it is empty."""
        known = {id(passage) for passage in passages}
        fields = [
            found for group in article.fields.values() for found in group if id(found.passage) not in known
        ]
        left = []
        for note in notes:
            start = note.finding.span.start
            home = next((found for found in fields if _holds(found, start)), None)
            if home is None:
                left.append(note)
            elif home.passage.runs and home.span.start <= start:
                self._mark(note, home.passage)
            else:
                self._placed.setdefault(id(home.passage), []).append((0, len(home.passage), note))
        return left

    # -- copy --------------------------------------------------------------------------------------

    def _row(self, html: str, kind: str = "block") -> None:
        if html:
            self.rows.append(Row(html, self._notes, kind))
        elif self._notes and self.rows:
            self.rows[-1].notes.extend(self._notes)
        self._notes = []

    def _masthead(self, head: Sequence[Field]) -> None:
        """Kicker, headline and dek, each on its row, and one row for who, where and when."""
        credits = []
        for found in head:
            if found.name == "headline":
                title = f'<h3 class="headline" id="{self.slug}-title">{self._words(found.passage)}</h3>'
                self._row(title, "head")
            elif found.name in ("kicker", "dek"):
                self._row(f'<p class="{found.name}">{self._words(found.passage)}</p>', "head")
            else:
                credits.append(f'<span class="{found.name}">{self._credit(found)}</span>')
        if credits:
            self._row(f'<p class="credits">{" ".join(credits)}</p>', "head")

    def _credit(self, found: Field) -> str:
        """A byline, dateline or date; the date as readers would see it, if nothing is wrong with it."""
        if isinstance(found.value, date) and id(found.passage) not in self._placed:
            return long_date(found.value)
        return self._words(found.passage)

    def _block(self, block: Block, depth: int) -> str:
        """A block as HTML; its notes gather in the row."""
        words = self._words(block.passage) if block.passage is not None else ""
        inner = words + "".join(self._block(child, depth - 1) for child in block.children if depth)
        inner += "".join(self._figure(media) for media in block.media)
        if block.kind is Kind.HEADING:
            level = min(max(block.level, 2) + 2, self._level + 1, 6)
            self._level = level
            return f"<h{level}>{inner}</h{level}>" if inner else ""
        if block.kind is Kind.LIST:
            tag = "ol" if block.ordered else "ul"
            return f"<{tag}>{inner}</{tag}>" if inner else ""
        if block.kind is Kind.CODE:
            return f'<pre tabindex="0"><code>{inner}</code></pre>'
        if block.kind is Kind.SEPARATOR:
            return f"<p>{inner}</p>" if self._notes else "<hr>"
        if block.kind is Kind.EMBED:
            return f'<p class="stand-in">embed {esc(block.info)}</p>{inner and f"<div>{inner}</div>"}'
        if block.kind is Kind.TABLE:
            region = 'class="wide" tabindex="0" role="group" aria-label="table"'
            return f"<div {region}><table>{inner}</table></div>"
        tag = BLOCK_TAGS.get(block.kind, "p")
        if tag == "p" and (block.children or block.media):
            tag = "div"
        return f"<{tag}>{inner}</{tag}>" if inner else ""

    def _figure(self, media: Media) -> str:
        """A picture that is not loaded: what it is, its alternative text, its caption and credit."""
        parts = [f'<span class="stand-in">{esc(media.kind)}</span>']
        if media.alt is not None and media.alt.runs:
            parts.append(f'<span class="alt">{self._words(media.alt)}</span>')
        for name, passage in (("caption", media.caption), ("credit", media.credit)):
            if passage is not None and passage.runs:
                parts.append(f'<span class="{name}">{self._words(passage)}</span>')
        return f'<span class="figure">{" ".join(parts)}</span>'

    def _words(self, passage: Passage) -> str:
        """The words of a passage with its markup and its marks."""
        marks = self._placed.pop(id(passage), [])
        self._notes += [note for _, _, note in marks]
        text = passage.text
        if not marks and not passage.marks:
            return esc(text)
        edges = {0, len(text)}
        for start, end, _ in marks:
            edges |= {start, end}
        for inline in passage.marks:
            edges |= {inline.start, inline.end}
        cuts = sorted(edge for edge in edges if 0 <= edge <= len(text))
        pieces = []
        begun: set[int] = set()
        for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
            pieces += [self._caret(note) for at, stop, note in marks if at == stop == start]
            here = [note for at, stop, note in marks if at <= start and end <= stop and at < stop]
            kinds = dict.fromkeys(
                mark.kind for mark in passage.marks if mark.start <= start and end <= mark.end
            )
            if start < end:
                pieces.append(_segment(esc(text[start:end]), here, list(kinds), begun))
                pieces += [note.reference for at, stop, note in marks if at < stop == end]
        return "".join(pieces)

    def _caret(self, note: Note) -> str:
        return f'<mark class="{note.level} caret" id="{note.mark_id}">‸</mark>{note.reference}'

    # -- what is not copy ---------------------------------------------------------------------------

    def _metadata(self, article: Article, head: Sequence[Field]) -> None:
        """The fields that have notes and are not set above."""
        for group in article.fields.values():
            for found in group:
                if id(found.passage) not in self._placed:
                    continue
                value = self._words(found.passage) or "<em>empty</em>"
                self._row(f'<p class="field"><span class="key">{esc(found.key)}</span> {value}</p>', "meta")

    def _excerpts(self, notes: Sequence[Note]) -> None:
        """Notes whose place is not set as copy, each with its line."""
        options = ReportOptions()
        for note in notes:
            lines = excerpt(self.result, note.finding, options, EXCERPT_WIDTH)
            pieces = []
            for number, line in enumerate(lines):
                identity = f' id="{note.mark_id}"' if number == 0 else ""
                hit = esc(line.hit) or "‸"
                pieces.append(
                    f'{esc(line.before)}<mark class="{note.level}"{identity}>{hit}</mark>{esc(line.after)}'
                )
            where = note.finding.place or f"line {self.result.start(note.finding).line}"
            copy = '<span class="gap"> … </span>'.join(pieces) + note.reference
            self.rows.append(
                Row(f'<p class="excerpt"><span class="key">{esc(where)}</span> {copy}</p>', [note], "excerpt")
            )


BLOCK_TAGS = {
    Kind.PARAGRAPH: "p",
    Kind.ITEM: "li",
    Kind.QUOTE: "blockquote",
    Kind.ROW: "tr",
    Kind.CELL: "td",
    Kind.MEDIA: "div",
    Kind.FOOTNOTE: "p",
    Kind.CAPTION: "p",
    Kind.NOTE: "div",
}


def _segment(html: str, notes: Sequence[Note], kinds: Sequence[str], begun: set[int]) -> str:
    """A stretch of words under the same markup and the same notes."""
    for kind in kinds:
        tag = TAGS.get(kind)
        if tag is not None:
            html = f'<span class="link">{html}</span>' if kind == "link" else f"<{tag}>{html}</{tag}>"
    for note in sorted(notes, key=lambda note: -note.finding.severity):  # the innermost is seen
        identity = "" if note.number in begun else f' id="{note.mark_id}"'
        begun.add(note.number)
        html = f'<mark class="{note.level}"{identity}>{html}</mark>'
    return html


def _head(article: Article) -> list[Field]:
    """The fields that readers see above the copy, in the order in which they see them."""
    return [
        found
        for name in HEAD
        for found in article.all(name)
        if found and (name in ("byline",) or found is article.get(name))
    ]


def _is_shown(block: Block, places: set[tuple[Span, str]]) -> bool:
    """Whether a block is a line that the head has shown already."""
    passage = block.passage
    return passage is not None and (passage.span, passage.text) in places


def _passages(block: Block) -> Iterator[Passage]:
    for part in block.walk():
        if part.passage is not None:
            yield part.passage
        for media in part.media:
            yield from _of_media(media)


def _of_media(media: Media) -> Iterator[Passage]:
    for passage in (media.alt, media.caption, media.credit):
        if passage is not None and passage.runs:
            yield passage


def _holds(found: Field, offset: int) -> bool:
    spans = [
        span
        for span in (found.span, found.key_span, found.passage.span if found.passage.runs else None)
        if span
    ]
    return any(span.shown.start <= offset < span.shown.end for span in spans)
