"""Word: a .docx file as text, one paragraph to a line, with headings, lists, tables, links and notes.

Tracked insertions are read, tracked deletions are not; both are a decision that somebody still has to
take, so each deletion is a problem of its own. Hidden text is not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from presslint.article import Article
from presslint.model.document import Block, Comment, Kind, Link, Media, Problem
from presslint.model.passage import Mark, Part, Passage, Run
from presslint.model.regex import regex
from presslint.model.source import Source, Span
from presslint.reading import Settings
from presslint.reading.bodyhead import settle
from presslint.reading.docxpackage import (
    CAPTION,
    HEADING,
    LIST_STYLE,
    QUOTE,
    Package,
    child_of,
    is_on,
    open_package,
    style_field,
    value_of,
)
from presslint.reading.elements import Element
from presslint.reading.fields import Fields
from presslint.reading.inline import LONE_SEPARATOR
from presslint.reading.nesting import Item, nest

CARRIES = frozenset(("headings", "links", "media", "metadata"))
CHANGE_LIMIT = 50  # tracked deletions reported one by one

FIELD_LINK = regex(r'\s*HYPERLINK\s+(?:\\l\s+)?"([^"]{1,2000})"')
MARKS = {"b": "strong", "i": "em", "strike": "strike", "dstrike": "strike"}
TRANSPARENT = frozenset(
    ("sdt", "sdtContent", "smartTag", "customXml", "ins", "moveTo", "Choice", "AlternateContent")
)
TEXT_BOX = "txbxContent"
PROPERTIES = {
    "title": "headline-alt",
    "creator": "byline",
    "keywords": "tags",
    "description": "description",
    "category": "section",
    "language": "language",
}


class Paragraph(NamedTuple):
    """A paragraph of the document in the extracted text."""

    span: Span
    kind: Kind
    level: int  # of a heading, or of a list item
    ordered: bool
    style: str
    marks: tuple[Mark, ...]
    links: tuple[tuple[int, int, str, str], ...]  # start, end, target, kind
    media: tuple[tuple[int, str, str], ...]  # offset, target, alt text


def read_bytes(data: bytes, path: str, settings: Settings = Settings()) -> Iterator[Article]:
    """The one article of a document. Raises SourceError for what is no .docx, or would not fit in memory."""
    package = open_package(data, path)
    writer = Writer(package)
    writer.blocks_of(next((e for e in package.document.walk() if e.tag == "body"), package.document))
    writer.write_notes()
    source = Source("".join(writer.text), path)
    yield _article(source, writer, package, settings)


class Writer:
    """Writes the document as text and remembers what stood where."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.xml = package.xml
        self.text: list[str] = []
        self.size = 0
        self.nodes: list[Paragraph | Table] = []
        self.problems: list[Problem] = []
        self.comments: list[Comment] = []
        self.notes: list[str] = []  # footnotes and endnotes met, in order
        self.deletions = 0

    def add(self, text: str) -> None:
        self.text.append(text)
        self.size += len(text)

    def blocks_of(self, holder: Element) -> None:
        """Write the paragraphs and tables in an element, in order."""
        self.nodes += self._nodes(holder)

    def write_notes(self) -> None:
        for name in dict.fromkeys(self.notes):
            note = self.package.notes.get(name)
            if note is None:
                continue
            self.xml = note.xml
            for node in self._nodes(note.element):
                if isinstance(node, Paragraph):
                    self.nodes.append(node._replace(kind=Kind.FOOTNOTE))

    def _nodes(self, holder: Element) -> list[Paragraph | Table]:
        found: list[Paragraph | Table] = []
        stack = [child for child in reversed(holder.children) if isinstance(child, Element)]
        while stack:
            element = stack.pop()
            if element.tag == "p":
                found += self._paragraph(element)
            elif element.tag == "tbl":
                found.append(self._table(element))
            elif element.tag in TRANSPARENT:
                stack.extend(reversed(list(element.elements)))
        return found

    def _table(self, table: Element) -> Table:
        start = self.size
        rows = [
            [self._nodes(cell) for cell in row.elements if cell.tag == "tc"]
            for row in table.elements
            if row.tag == "tr"
        ]
        return Table(Span(start, max(start, self.size - 1)), rows)

    def _paragraph(self, element: Element) -> list[Paragraph]:
        """A paragraph, then those of the text boxes that hang on it."""
        line = Line(self, element)
        line.write()
        self.add("\n")
        found = [line.finish()]
        for box in line.boxes:
            for node in self._nodes(box):
                if isinstance(node, Paragraph):
                    found.append(node)
        return found


class Table(Struct):
    """A table of the document: rows of cells of paragraphs and tables."""

    span: Span
    rows: list[list[list[Paragraph | Table]]]


class Line:
    """Writes one paragraph."""

    def __init__(self, writer: Writer, element: Element) -> None:
        self.writer = writer
        self.element = element
        self.start = writer.size
        self.marks: list[Mark] = []
        self.links: list[tuple[int, int, str, str]] = []
        self.media: list[tuple[int, str, str]] = []
        self.boxes: list[Element] = []
        self.field: list[tuple[str, int]] = []  # open fields: instruction, where the result begins
        self.deleted: list[str] = []

    @property
    def at(self) -> int:
        return self.writer.size - self.start

    def write(self) -> None:
        stack: list[tuple[Element, tuple[int, str] | None]] = [
            (child, None) for child in reversed(list(self.element.elements))
        ]
        while stack:
            element, link = stack.pop()
            if link is not None:  # the end of a hyperlink
                self.links.append((link[0], self.at, link[1], "link"))
                continue
            match element.tag:
                case "r":
                    self._run(element)
                case "hyperlink":
                    target = self.writer.package.targets.get(value_of(element, "id"), "")
                    target = target or f"#{value_of(element, 'anchor')}"
                    stack.append((element, (self.at, target)))
                    stack.extend((child, None) for child in reversed(list(element.elements)))
                case "fldSimple":
                    found = FIELD_LINK.match(value_of(element, "instr"))
                    if found is not None:
                        stack.append((element, (self.at, found.group(1))))
                    stack.extend((child, None) for child in reversed(list(element.elements)))
                case "del" | "moveFrom":
                    self._deletion(element)
                case "commentRangeStart":
                    comment = self.writer.package.comments.get(value_of(element, "id"))
                    if comment:
                        place = Span(self.writer.size, self.writer.size)
                        self.writer.comments.append(Comment(comment, place))
                case tag if tag in TRANSPARENT:
                    stack.extend((child, None) for child in reversed(list(element.elements)))
        self._end_deletion()

    def _run(self, run: Element) -> None:
        style = child_of(run, "rPr")
        if style is not None and is_on(child_of(style, "vanish")):
            return
        begin = self.at
        for child in run.elements:
            self._piece(child)
        if style is not None and self.at > begin:
            for tag, kind in MARKS.items():
                if is_on(child_of(style, tag)):
                    self._mark(kind, begin)

    def _mark(self, kind: str, begin: int) -> None:
        """Word cuts runs where nothing changes for the reader; touching marks of a kind are one."""
        for number in range(len(self.marks) - 1, max(len(self.marks) - 4, -1), -1):
            last = self.marks[number]
            if last.kind == kind and last.end == begin:
                self.marks[number] = Mark(kind, last.start, self.at)
                return
        self.marks.append(Mark(kind, begin, self.at))

    def _piece(self, piece: Element) -> None:
        writer = self.writer
        match piece.tag:
            case "t":
                words = "".join(
                    text.text if text.text is not None else writer.xml.text[text.start : text.end]
                    for text in piece.texts()
                )
                self._words(words)
            case "tab":
                self._words("\t")
            case "br" | "cr":
                if value_of(piece, "type") not in ("page", "column"):
                    self._words(" ")  # a paragraph is one line of the text
            case "noBreakHyphen":
                self._words("\u2011")
            case "footnoteReference" | "endnoteReference":
                name = f"{piece.tag.removesuffix('Reference')} {value_of(piece, 'id')}"
                writer.notes.append(name)
                self.links.append((self.at, self.at, name, "footnote"))
            case "fldChar":
                self._field(value_of(piece, "fldCharType"))
            case "instrText" if self.field:
                instruction, begin = self.field[-1]
                words = "".join(text.text or writer.xml.text[text.start : text.end] for text in piece.texts())
                self.field[-1] = (instruction + words, begin)
            case "drawing" | "pict" | "object":
                self._drawing(piece)
            case "AlternateContent":
                choice = child_of(piece, "Choice")
                for child in choice.elements if choice is not None else ():
                    self._piece(child)

    def _words(self, words: str) -> None:
        self._end_deletion()
        self.writer.add(words.replace("\r", " ").replace("\n", " "))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.field.append(("", self.at))
        elif kind == "separate" and self.field:
            self.field[-1] = (self.field[-1][0], self.at)
        elif kind == "end" and self.field:
            instruction, begin = self.field.pop()
            found = FIELD_LINK.match(instruction)
            if found is not None:
                self.links.append((begin, self.at, found.group(1), "link"))

    def _drawing(self, drawing: Element) -> None:
        self.boxes += drawing.find_all(TEXT_BOX)
        described = drawing.find("docPr", "wp:docPr", "cNvPr")
        blip = drawing.find("blip", "imagedata")
        if blip is None:
            return
        target = self.writer.package.targets.get(value_of(blip, "embed") or value_of(blip, "id"), "")
        self.media.append((self.writer.size, target, value_of(described, "descr")))

    def _deletion(self, element: Element) -> None:
        for text in element.find_all("delText", "t"):
            self.deleted += [self.writer.xml.text[piece.start : piece.end] for piece in text.texts()]

    def _end_deletion(self) -> None:
        words = " ".join("".join(self.deleted).split())
        self.deleted = []
        if not words:
            return
        self.writer.deletions += 1
        if self.writer.deletions <= CHANGE_LIMIT:
            shown = words if len(words) <= 60 else f"{words[:57]}…"
            place = Span(self.writer.size, self.writer.size)
            message = f"The tracked deletion of “{shown}” is still open; accept or reject it."
            self.writer.problems.append(Problem(place, message, "structure"))

    def finish(self) -> Paragraph:
        kind, level, ordered, style = self._form()
        return Paragraph(
            Span(self.start, self.start + max(self.at - 1, 0)),
            kind,
            level,
            ordered,
            style,
            tuple(self.marks),
            tuple(self.links),
            tuple(self.media),
        )

    def _form(self) -> tuple[Kind, int, bool, str]:
        """Kind, level, whether numbered, and style name of the paragraph."""
        package = self.writer.package
        properties = child_of(self.element, "pPr")
        key = value_of(child_of(properties, "pStyle"))
        style = package.styles.get(key, key.lower())
        heading = HEADING.match(style)
        outline = value_of(child_of(properties, "outlineLvl"))
        if heading is not None or (outline.isdigit() and int(outline) < 9):
            level = int(heading.group(1)) if heading is not None else int(outline) + 1
            return Kind.HEADING, min(level, 6), False, style
        number = child_of(properties, "numPr")
        listed = LIST_STYLE.match(style)
        identity = value_of(child_of(number, "numId"))
        is_listed = listed is not None and listed.group(1) != "paragraph"
        if is_listed or (number is not None and identity != "0"):
            depth = value_of(child_of(number, "ilvl"))
            level = int(depth) if depth.isdigit() else 0
            by_style = listed is not None and listed.group(1) == "number"
            return Kind.ITEM, min(level, 8), package.numbered.get((identity, level), by_style), style
        if QUOTE.match(style):
            return Kind.QUOTE, 0, False, style
        if CAPTION.match(style):
            return Kind.CAPTION, 0, False, style
        return Kind.PARAGRAPH, 0, False, style


# -- the article ----------------------------------------------------------------------------------


PARTS = {
    Kind.HEADING: Part.HEADING,
    Kind.ITEM: Part.ITEM,
    Kind.QUOTE: Part.QUOTE,
    Kind.CAPTION: Part.CAPTION,
    Kind.FOOTNOTE: Part.FOOTNOTE,
}


class Blocks:
    """Turns what the writer remembers into blocks over the finished text."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def block(self, found: Paragraph, kind: Kind | None = None, part: Part | None = None) -> Block | None:
        """One paragraph as a block; None when it holds nothing."""
        kind = kind or found.kind
        start, end = found.span
        whole = Passage(
            self.source.text[start:end],
            self.source,
            (Run(0, start, end),),
            part or PARTS.get(kind, Part.PARAGRAPH),
            found.marks,
        )
        words = whole.strip()
        media = tuple(self.media(*image) for image in found.media)
        if not words:
            return Block(Kind.MEDIA, found.span, media=media) if media else None
        shift = words.at - whole.at
        words = Passage(words.text, self.source, words.runs, words.part, words.marks)
        links = tuple(
            Link(words[max(begin - shift, 0) : max(last - shift, 0)], target, None, kind_of)
            for begin, last, target, kind_of in found.links
        )
        level = found.level if kind is Kind.HEADING else 0
        if kind is Kind.PARAGRAPH and LONE_SEPARATOR.fullmatch(words.text):
            return Block(Kind.SEPARATOR, found.span, words, info=words.text)
        return Block(kind, found.span, words, level=level, links=links, media=media)

    def media(self, at: int, target: str, alt: str) -> Media:
        """An image; Word keeps its text alternative apart from the text, so it has no place."""
        words = Passage(alt, self.source, (), Part.ALT) if alt else None
        return Media("image", target, Span(at, at), alt=words)

    def blocks(self, nodes: list[Paragraph | Table]) -> list[Block]:
        """Paragraphs and tables as blocks; list items that follow each other are one list."""
        found: list[Block] = []
        at = 0
        while at < len(nodes):
            node = nodes[at]
            if isinstance(node, Table):
                found += self.table(node)
                at += 1
            elif node.kind is Kind.ITEM:
                end = at
                items: list[Item] = []
                while end < len(nodes) and (item := _item(nodes[end])) is not None:
                    block = self.block(item)
                    if block is not None:
                        items.append(Item(item.level, item.ordered, block))
                    end += 1
                found += nest(items)
                at = end
            else:
                found += self.single(node)
                at += 1
        return found

    def single(self, node: Paragraph) -> list[Block]:
        if node.kind is Kind.QUOTE:
            inner = self.block(node, Kind.PARAGRAPH, Part.QUOTE)
            return [Block(Kind.QUOTE, node.span, children=(inner,))] if inner is not None else []
        block = self.block(node)
        return [block] if block is not None else []

    def table(self, table: Table) -> list[Block]:
        """A table; one of a single cell only frames its text."""
        cells = [cell for row in table.rows for cell in row]
        if len(cells) == 1:
            return self.blocks(cells[0])
        rows: list[Block] = []
        for row in table.rows:
            inner = [self.cell(cell, table.span) for cell in row]
            if inner:
                span = Span(inner[0].span.start, inner[-1].span.end)
                rows.append(Block(Kind.ROW, span, children=tuple(inner)))
        return [Block(Kind.TABLE, table.span, children=tuple(rows))] if rows else []

    def cell(self, nodes: list[Paragraph | Table], span: Span) -> Block:
        blocks = self.blocks(nodes)
        first = blocks[0] if blocks and blocks[0].kind is Kind.PARAGRAPH else None
        if first is None or first.passage is None:
            start = blocks[0].span.start if blocks else span.start
            return Block(Kind.CELL, Span(start, start), children=tuple(blocks))
        return replace(first, kind=Kind.CELL, children=tuple(blocks[1:]))


def _item(node: Paragraph | Table) -> Paragraph | None:
    return node if isinstance(node, Paragraph) and node.kind is Kind.ITEM else None


def _put_styled(node: Paragraph, maker: Blocks, fields: Fields) -> bool:
    """Put a paragraph whose style is named after a field, such as “Title”, into that field."""
    name = style_field(node.style)
    block = maker.block(node) if name is not None else None
    if name is None or block is None or not block.passage or (name == "headline" and name in fields):
        return False
    fields.put(name, block.passage, key=node.style, span=block.span)
    return True


def _paragraph(source: Source, offset: int) -> str:
    """Where an offset of the extracted text stands in the document."""
    line, column = source.position(offset)
    return f"paragraph {line}, character {column}"


def _article(source: Source, writer: Writer, package: Package, settings: Settings) -> Article:
    fields = Fields(source, settings, origin="head")
    maker = Blocks(source)
    body: list[Paragraph | Table] = []
    for node in writer.nodes:
        if not (isinstance(node, Paragraph) and _put_styled(node, maker, fields)):
            body.append(node)
    blocks, slots = settle(fields, maker.blocks(body), has_head=False)
    for key, value in package.properties:
        known = PROPERTIES.get(key)
        if known and value.strip():
            words = Passage(value.strip(), source, ())
            fields.put(known, words, key=f"property {key}", origin="meta", rank=20)
    return Article(
        source,
        "docx",
        blocks,
        fields.mapping(),
        carries=CARRIES | ({"tags"} if "tags" in fields else frozenset()),
        comments=tuple(writer.comments),
        problems=tuple(writer.problems),
        slots=slots,
        place_of=partial(_paragraph, source),
        body_start=blocks[0].span.start if blocks else 0,
        settings=settings.article,
    )
