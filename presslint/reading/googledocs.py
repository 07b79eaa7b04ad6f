"""Google Docs, as its API gives a document: paragraphs of text runs under a named style, in one or more tabs."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.article import Article
from presslint.model.document import Block, Kind, Media
from presslint.model.passage import Part
from presslint.model.source import Source
from presslint.reading import Settings
from presslint.reading.cmsarticle import Record, entry
from presslint.reading.nesting import Item, nest
from presslint.reading.richline import DEPTH_LIMIT, Line, RichText, children, contained, number
from presslint.reading.tree import Entry, Node, Shape

SINGLE = True
STYLES = ("bold", "italic", "strikethrough")
BULLETS = frozenset(("GLYPH_TYPE_UNSPECIFIED", "NONE", ""))  # glyph types of lists without numbers
WORDLESS = frozenset(("sectionBreak", "tableOfContents"))


def read(node: Node, source: Source, settings: Settings) -> Iterator[Article]:
    """An article of each tab; the title of the document is the file's, not the story's, where a title stands in it."""
    tabs = list(_tabs(node.get("tabs"), 0))
    for tab in [tab for tab in tabs if _has_words(tab.get("documentTab"))] or [node]:
        document = tab.get("documentTab") or tab
        record = Record(document, source, settings, "google-docs")
        record.carries = frozenset(("headings", "links", "media"))
        reader = RichText(source, {})
        body = _Body(document, reader)
        record.blocks += body.blocks(document.get("body", "content"), 0)
        record.problems += reader.problems
        for name, block in body.fields.items():
            if block.passage is not None:
                record.fields.put(name, block.passage, key="namedStyleType", span=block.span, origin="body")
        if "headline" not in record.fields and not any(block.level == 1 for block in record.blocks[:1]):
            title = entry(node, "title")
            record.put("headline", title.node if title is not None else None, "title", at=title)
        content = document.get("body", "content")
        record.body_start = content.start if content is not None else node.start
        name = node.text("documentId") if tab is node or len(tabs) < 2 else tab.text("tabProperties", "tabId")
        yield record.article(name)


def _tabs(tabs: Node | None, depth: int) -> Iterator[Node]:
    for tab in children(tabs):
        yield tab
        if depth < DEPTH_LIMIT:
            yield from _tabs(tab.get("childTabs"), depth + 1)


def _has_words(document: Node | None) -> bool:
    content = document.get("body", "content") if document is not None else None
    return any(each.get("paragraph") is not None for each in children(content))


class _Body:
    def __init__(self, document: Node, reader: RichText) -> None:
        self.lists = {entry.key: entry.node for entry in _entries(document.get("lists"))}
        self.objects = {entry.key: entry.node for entry in _entries(document.get("inlineObjects"))}
        self.reader = reader
        self.fields: dict[str, Block] = {}  # what stands in a style for titles

    def blocks(self, content: Node | None, depth: int) -> list[Block]:
        """Structural elements; paragraphs with a bullet one after the other are a list."""
        found: list[Block] = []
        items: list[Item] = []
        for element in children(content):
            paragraph = element.get("paragraph")
            bullet = paragraph.get("bullet") if paragraph is not None else None
            if paragraph is not None and bullet is not None:
                level = number(bullet.get("nestingLevel"))
                line = self.line(paragraph, Kind.ITEM, Part.ITEM, element)
                items += [Item(level, self.ordered(bullet, level), item) for item in line]
                continue
            found += nest(items)
            items = []
            if paragraph is not None:
                found += self.paragraph(paragraph, element)
            elif element.get("table") is not None:
                found += self.table(element, depth)
            elif not any(entry.key in WORDLESS for entry in element.entries):
                name = next(
                    (entry.key for entry in element.entries if entry.node.shape is Shape.MAP), "element"
                )
                found += self.reader.unknown(element, name)
        return found + nest(items)

    def paragraph(self, paragraph: Node, element: Node) -> list[Block]:
        style = paragraph.text("paragraphStyle", "namedStyleType")
        if style in ("TITLE", "SUBTITLE"):
            found = self.line(paragraph, Kind.PARAGRAPH, Part.PARAGRAPH, element)
            name = "headline" if style == "TITLE" else "dek"
            if found and found[0].passage and name not in self.fields:
                self.fields[name] = found[0]
                return []
            return found
        if style.startswith("HEADING_"):
            level = number_of(style)
            return self.line(paragraph, Kind.HEADING, Part.HEADING, element, level)
        return self.line(paragraph, Kind.PARAGRAPH, Part.PARAGRAPH, element)

    def line(self, paragraph: Node, kind: Kind, part: Part, element: Node, level: int = 0) -> list[Block]:
        line = Line(self.reader.source)
        rule = False
        for piece in children(paragraph.get("elements")):
            run = piece.get("textRun")
            if run is not None:
                self.run(line, run)
            elif piece.get("inlineObjectElement") is not None:
                self.picture(line, piece)
            elif piece.get("horizontalRule") is not None:
                rule = True
            elif piece.get("person") is not None or piece.get("richLink") is not None:
                name = piece.get("person", "personProperties", "name")
                self.reader.put(line, name or piece.get("richLink", "richLinkProperties", "title"))
            elif piece.get("footnoteReference") is None and piece.get("pageBreak") is None:
                line.opaque(piece.start, piece.end)
        found = self.reader.block(line, kind, part, element.span, level)
        return [*found, Block(Kind.SEPARATOR, element.span, info="hr")] if rule else found

    def run(self, line: Line, run: Node) -> None:
        if run.get("suggestedDeletionIds") is not None:
            return
        line.link_to(run.get("textStyle", "link", "url"))
        style = run.get("textStyle")
        marks = [
            name
            for name in STYLES
            if style is not None and (found := style.get(name)) and found.value is True
        ]
        self.reader.put(line, run.get("content"), marks)

    def picture(self, line: Line, piece: Node) -> None:
        placed = self.objects.get(piece.text("inlineObjectElement", "inlineObjectId"))
        embedded = placed.get("inlineObjectProperties", "embeddedObject") if placed is not None else None
        address = embedded.get("imageProperties", "contentUri") if embedded is not None else None
        if embedded is None or address is None:
            return
        alt = embedded.get("description") or embedded.get("title")
        words = alt.passage(self.reader.source, Part.ALT) if alt is not None else None
        line.add_image(Media("image", str(address.value), address.span, words))

    def ordered(self, bullet: Node, level: int) -> bool:
        """Whether a list is numbered: its glyphs have a type at that level."""
        kind = self.lists.get(bullet.text("listId"))
        given = list(children(kind.get("listProperties", "nestingLevels") if kind is not None else None))
        if level >= len(given):
            return False
        return given[level].get("glyphSymbol") is None and given[level].text("glyphType") not in BULLETS

    def table(self, element: Node, depth: int) -> list[Block]:
        if depth >= DEPTH_LIMIT:
            return self.reader.too_deep(element)
        rows: list[Block] = []
        for row in children(element.get("table", "tableRows")):
            cells = [
                found
                for cell in children(row.get("tableCells"))
                for found in contained(Kind.CELL, cell.span, self.blocks(cell.get("content"), depth + 1))
                or [Block(Kind.CELL, cell.span)]
            ]
            if any(cell.passage or cell.children for cell in cells):
                rows.append(Block(Kind.ROW, row.span, children=tuple(cells)))
        return [Block(Kind.TABLE, element.span, children=tuple(rows))] if rows else []


def _entries(node: Node | None) -> list[Entry]:
    return node.entries if node is not None else []


def number_of(style: str) -> int:
    """The level of `HEADING_2`."""
    return int(style[-1]) if style[-1] in "123456" else 2
