"""AsciiDoc: header, sections, paragraphs, lists, delimited blocks, links, images and footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from presslint.article import Article
from presslint.model.document import Block, Comment, Kind, Media
from presslint.model.passage import Part, Passage
from presslint.model.regex import regex
from presslint.model.source import Source, Span
from presslint.reading import Settings, frontmatter
from presslint.reading.bodyhead import settle
from presslint.reading.fields import Fields
from presslint.reading.linewise import Line, MarkedLine, block_of, joined, lines_of, span_of
from presslint.reading.nesting import Item, nest
from presslint.reading.tree import Shape

CARRIES = frozenset(("headings", "links", "media", "metadata", "tags"))
DEPTH_LIMIT = 24  # deeper delimited blocks are read as if they were not delimited

HEADING = regex(r"(={1,6}|#{1,6})[ \t]+(?=\S)")
ATTRIBUTE = regex(r":(!?[\w-]{1,80}!?):(?:[ \t]+|\Z)")
_NAME = r"[^\W\d_][\w .'’-]{1,80}(?:<[^>\s]{1,200}>)?"
AUTHOR = regex(rf"{_NAME}(?:; ?{_NAME}){{0,10}}")
REVISION = regex(r"(?:v?\d[\w.]{0,20}(?:,[ \t]*|\Z))?(?P<date>[^:]{0,60})(?::.{0,200})?")
BULLET = regex(r"[ \t]*(?P<mark>\*{1,5}|-)[ \t]+(?=\S)")
NUMBER = regex(r"[ \t]*(?P<mark>\.{1,5}|\d{1,9}\.|[a-zA-Z]\.|[ivx]{1,6}\))[ \t]+(?=\S)")
TERM = regex(r"(?P<term>\S.{0,300}?)(?P<mark>:{2,4}|;;)(?:[ \t]+(?P<rest>\S.*))?\Z")
DELIMITER = regex(r"(?:-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|/{4,}|--|```\w{0,30}|\|===|!===|,===)\Z")
ANCHOR = regex(r"\[\[[^\]]{1,200}\]\]\Z")
STYLE = regex(r"\[(?P<style>[^\]]{0,400})\]\Z")
TITLE = regex(r"\.(?=[^\s.])")
MACRO = regex(
    r"(?P<name>image|video|audio|include|toc|youtube|embed)::(?P<target>[^\[\s]{0,2000})"
    r"\[(?P<text>[^\]]{0,2000})\]\Z"
)
ADMONITION = regex(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
RULE = regex(r"'{3,}|<{3,}|-{3}|\*{3}")
ALT = regex(r"[^,=]*")

MARKERS = {"*": "strong", "_": "em", "`": "code", "#": ""}
_ADDRESS = r"(?:https?://|(?<=link:)|(?<=mailto:)|(?<=xref:))[^\s\[\]<>]{0,500}"
INLINE = regex(
    "|".join(
        (
            r"(?P<escape>\\[*_`#{<\[])",
            r"(?P<plain>\+\+\+|\$\$)",
            rf"(?P<link>(?:link:|mailto:|xref:)?(?P<target>{_ADDRESS})\[(?P<words>[^\]\n]{{0,1000}})\])",
            r"(?P<cross><<(?P<anchor>[^<>,\n]{1,300})(?:,[ ]?(?P<label>[^<>\n]{1,500}))?>>)",
            r"(?P<image>image:(?P<file>[^\s\[:][^\s\[]{0,1000})\[(?P<alt>[^\]\n]{0,1000})\])",
            r"(?P<note>footnote(?:ref)?:\w{0,40}\[(?P<notewords>[^\]]{0,4000})\])",
            r"(?P<button>(?:kbd|btn|menu|icon):\w{0,40}\[(?P<key>[^\]\n]{0,200})\])",
            r"(?P<reference>\{[\w-]{1,80}\})",
            r"(?P<mark>\*{1,2}|_{1,2}|`{1,2}|\#{1,2})",
            r"(?P<break>[ ]\+(?=[ ]|\Z))",
        )
    )
)


def read(source: Source, settings: Settings = Settings()) -> Iterator[Article]:
    """The one article of an AsciiDoc file; front matter of a site generator is read too."""
    header = frontmatter.read(source, settings)
    fields = Fields(source, settings)
    if header.root is not None and header.root.shape is Shape.MAP and header.form in ("yaml", "toml"):
        fields.tree(header.root)
        start = header.body_start
    else:
        start = 0
    reader = Reader(source, lines_of(source, start), fields)
    reader.header()
    blocks = reader.blocks("", 0)
    found, slots = settle(fields, blocks, has_head="byline" in fields)
    fields.file_name(source.path)
    yield Article(
        source,
        "asciidoc",
        (*found, *reader.notes),
        fields.mapping(),
        carries=CARRIES,
        comments=tuple(reader.comments),
        slots=slots,
        body_start=found[0].span.start if found else start,
        settings=settings.article,
    )


class Reader:
    """Reads line by line; `at` is the next line."""

    def __init__(self, source: Source, lines: list[Line], fields: Fields) -> None:
        self.source = source
        self.lines = lines
        self.fields = fields
        self.at = 0
        self.comments: list[Comment] = []
        self.notes: list[Block] = []
        self.title: Line | None = None  # of the next block
        self.style = ""

    def peek(self) -> Line | None:
        return self.lines[self.at] if self.at < len(self.lines) else None

    # -- header ---------------------------------------------------------------------------------

    def header(self) -> None:
        """Title, author and revision lines, and attributes, up to the first blank line."""
        while (line := self.peek()) is not None and (line.blank or line.text.startswith("//")):
            self.at += 1
        line = self.peek()
        named = line is not None and line.text.startswith("= ")
        if line is not None and named:
            title = self.marked(joined(self.source, [line.cut(2)])).finish(Part.HEADLINE).passage
            self.fields.put("headline", title, key="=", span=Span(line.start, line.end), origin="body")
            self.at += 1
        number = 0
        while (line := self.peek()) is not None and not line.blank:
            attribute = ATTRIBUTE.match(line.text)
            if attribute is not None:
                self.attribute(line, attribute)
            elif not line.text.startswith("//"):
                number += 1
                if not named or number > 2 or not self.header_line(line, number):
                    return
            self.at += 1

    def attribute(self, line: Line, found: re.Match[str]) -> None:
        value = Passage.of(self.source, line.start + found.end(), line.end, Part.FIELD).strip()
        place = Span(line.start + 1, line.start + found.end(1))
        self.fields.add(found.group(1).strip("!"), value, span=value.span, key_span=place)

    def header_line(self, line: Line, number: int) -> bool:
        """The line of authors, then the line of the revision with its date."""
        if number == 1 and AUTHOR.fullmatch(line.text):
            at = 0
            for piece in line.text.split(";"):
                name = Passage.of(self.source, line.start + at, line.start + at + len(piece), Part.BYLINE)
                name = name[: name.text.index("<")] if "<" in name.text else name
                self.fields.put("byline", name.strip(), key="author line", origin="head")
                at += len(piece) + 1
            return True
        revision = REVISION.fullmatch(line.text)
        if revision is None or not revision["date"].strip() or not re.search(r"\d", line.text):
            return False
        date = Passage.of(self.source, line.start + revision.start("date"), line.start + revision.end("date"))
        self.fields.put("published", date.strip(), key="revision line", origin="head")
        return True

    # -- blocks ---------------------------------------------------------------------------------

    def blocks(self, until: str, depth: int) -> list[Block]:
        """The blocks up to the delimiter `until`, or to the end."""
        found: list[Block] = []
        while (line := self.peek()) is not None:
            if until and line.text == until:
                self.at += 1
                break
            found += self.block(line, depth)
        return found

    def block(self, line: Line, depth: int) -> list[Block]:
        """The block that begins at a line; none for what only prepares or comments."""
        text = line.text
        if line.blank or text == "+" or ANCHOR.match(text):
            self.at += 1
            return []
        if text.startswith("//") and not text.startswith("////"):
            self.comments.append(Comment(text[2:].strip(), Span(line.start, line.end)))
            self.at += 1
            return []
        if DELIMITER.match(text):
            return self.delimited(line, depth)
        attribute = ATTRIBUTE.match(text)
        if attribute is not None:
            self.attribute(line, attribute)
            self.at += 1
            return []
        styled = STYLE.match(text)
        if styled is not None:
            self.style = styled["style"]
            self.at += 1
            return []
        if TITLE.match(text) and not NUMBER.match(text):
            self.title = line.cut(1)
            self.at += 1
            return []
        macro = MACRO.match(text)
        if macro is not None:
            return self.macro(line, macro)
        heading = HEADING.match(text)
        if heading is not None:
            self.at += 1
            content = self.marked(joined(self.source, [line.cut(heading.end())])).finish(Part.HEADING)
            return block_of(Kind.HEADING, content, Span(line.start, line.end), len(heading[1]))
        if RULE.fullmatch(text):
            self.at += 1
            return [Block(Kind.SEPARATOR, Span(line.start, line.end), info=text)]
        if BULLET.match(text) or NUMBER.match(text) or TERM.match(text):
            return nest(self.items())
        return self.paragraph()

    def take(self) -> tuple[str, Line | None]:
        """The style and title that were given to the next block."""
        style, title, self.style, self.title = self.style, self.title, "", None
        return style, title

    def paragraph(self) -> list[Block]:
        style, _ = self.take()
        lines = self.run()
        span = span_of(lines)
        if lines[0].indent:
            return [Block(Kind.CODE, span, joined(self.source, lines, Part.CODE))]
        admonition = ADMONITION.match(lines[0].text)
        if admonition is not None:
            lines[0] = lines[0].cut(admonition.end())
        quoted = style.split(",")[0].strip() in ("quote", "verse")
        whole = joined(self.source, lines)
        content = self.marked(whole).finish(Part.QUOTE if quoted else Part.PARAGRAPH)
        found = block_of(Kind.PARAGRAPH, content, span)
        if quoted:
            return [Block(Kind.QUOTE, span, children=tuple(found))]
        if admonition is not None:
            info = admonition.group().rstrip(": \t").lower()
            return [Block(Kind.NOTE, span, children=tuple(found), info=info)]
        return found

    def run(self) -> list[Line]:
        """Lines of a paragraph: up to a blank line or the beginning of another block."""
        lines: list[Line] = []
        while (line := self.peek()) is not None and not line.blank and line.text != "+":
            if lines and (DELIMITER.match(line.text) or STYLE.match(line.text)):
                break
            if not line.text.startswith("//"):
                lines.append(line)
            self.at += 1
        return lines

    def items(self) -> list[Item]:
        """The items of a list with their levels, as deep as their markers differ."""
        self.take()
        found: list[Item] = []
        markers: list[str] = []
        while (line := self.peek()) is not None:
            if line.blank:
                following = self.at
                while following < len(self.lines) and self.lines[following].blank:
                    following += 1
                if following == len(self.lines) or self.marker(self.lines[following]) is None:
                    return found
                self.at = following
                continue
            marker = self.marker(line)
            if marker is None:
                return found
            mark, ordered, width = marker
            if mark in markers:
                del markers[markers.index(mark) + 1 :]
            else:
                markers.append(mark)
            for block in self.item(line, width, mark):
                found.append(Item(len(markers) - 1, ordered, block))
        return found

    @staticmethod
    def marker(line: Line) -> tuple[str, bool, int] | None:
        """Marker, whether numbered, and width of an item's marker."""
        bullet = BULLET.match(line.text)
        if bullet is not None:
            return bullet["mark"], False, bullet.end()
        number = NUMBER.match(line.text)
        if number is not None:
            mark = number["mark"]
            return (mark if mark[0] == "." else "1."), True, number.end()
        term = TERM.match(line.text)
        return (term["mark"], False, 0) if term is not None else None

    def item(self, line: Line, width: int, mark: str) -> list[Block]:
        """One item: its words up to the next item or blank line, and blocks joined to it by `+`."""
        self.at += 1
        lines = [line.cut(width)]
        while (following := self.peek()) is not None and not following.blank and following.text != "+":
            if self.marker(following) is not None or DELIMITER.match(following.text):
                break
            lines.append(following)
            self.at += 1
        if mark in ("::", ":::", "::::", ";;"):
            return self.described(lines)
        content = self.marked(joined(self.source, lines)).finish(Part.ITEM)
        blocks = block_of(Kind.ITEM, content, span_of(lines))
        children: list[Block] = []
        while (following := self.peek()) is not None and following.text == "+":
            self.at += 1
            following = self.peek()
            if following is not None and not following.blank:
                children += self.block(following, DEPTH_LIMIT // 2)
        if blocks and children:
            return [replace(blocks[0], children=tuple(children))]
        return blocks

    def described(self, lines: list[Line]) -> list[Block]:
        """A term and what is said of it: an item with a paragraph."""
        found = TERM.match(lines[0].text)
        if found is None:
            return []
        term = Line(lines[0].start, lines[0].start + found.end("term"), found["term"])
        rest = [lines[0].cut(found.start("rest"))] if found["rest"] else []
        head = block_of(Kind.ITEM, self.marked(joined(self.source, [term])).finish(Part.ITEM), span_of(lines))
        body = joined(self.source, [*rest, *lines[1:]])
        said = block_of(Kind.PARAGRAPH, self.marked(body).finish(Part.PARAGRAPH), body.span) if body else []
        return [replace(block, children=tuple(said)) for block in head]

    # -- delimited blocks -----------------------------------------------------------------------

    def delimited(self, line: Line, depth: int) -> list[Block]:
        style, _ = self.take()
        mark = line.text
        self.at += 1
        if mark[:1] in "_=*" or mark == "--":
            if depth >= DEPTH_LIMIT:
                return []
            inner = tuple(self.blocks(mark, depth + 1))
            span = Span(line.start, self.lines[self.at - 1].end)
            if mark[0] == "_" or style.split(",")[0].strip() in ("quote", "verse"):
                return [Block(Kind.QUOTE, span, children=inner)] if inner else []
            if mark == "--":
                return list(inner)
            return [Block(Kind.NOTE, span, children=inner, info=style.split(",")[0].lower())] if inner else []
        lines = self.raw("```" if mark.startswith("```") else mark)
        span = Span(line.start, self.lines[self.at - 1].end)
        if mark[0] == "/":
            words = self.source.text[lines[0].start : lines[-1].end] if lines else ""
            self.comments.append(Comment(words, span))
            return []
        if mark in ("|===", "!===", ",==="):
            return self.table(lines, span, mark[0])
        if mark[0] == "+":
            return [Block(Kind.EMBED, span, info="passthrough")]
        info = mark[3:] if mark.startswith("```") else style.partition(",")[2].strip()
        passage = Passage.of(self.source, lines[0].start, lines[-1].end, Part.CODE) if lines else None
        return [Block(Kind.CODE, span, passage, info=info)]

    def raw(self, until: str) -> list[Line]:
        lines: list[Line] = []
        while (line := self.peek()) is not None:
            self.at += 1
            if line.text == until:
                break
            lines.append(line)
        return lines

    def table(self, lines: list[Line], span: Span, mark: str) -> list[Block]:
        """One row to a line, or to a stretch of lines between blank ones."""
        rows: list[Block] = []
        cells: list[Block] = []
        mark = re.escape(mark)
        cell = re.compile(rf"(?:\d{{0,3}}[.+*]?\d{{0,3}}[<^>]?[aehlmdsv]?)?{mark}[ \t]*([^{mark}]*)")
        for line in [*lines, Line(span.end, span.end, "")]:
            found = [found for found in cell.finditer(line.text) if found.group(1).strip()]
            if cells and (line.blank or len(found) > 1):
                place = Span(cells[0].span.start, cells[-1].span.end)
                rows.append(Block(Kind.ROW, place, children=tuple(cells)))
                cells = []
            for match in found:
                begin, end = match.span(1)
                words = Line(line.start + begin, line.start + end, match.group(1)).strip()
                content = self.marked(joined(self.source, [words])).finish(Part.CELL)
                cells += block_of(Kind.CELL, content, Span(words.start, words.end))
        return [Block(Kind.TABLE, span, children=tuple(rows))] if rows else []

    def macro(self, line: Line, found: re.Match[str]) -> list[Block]:
        _, title = self.take()
        self.at += 1
        span = Span(line.start, line.end)
        if found["name"] not in ("image", "video", "audio"):
            return [Block(Kind.EMBED, span, info=found["name"])]
        words = ALT.match(found["text"])
        alt_end = found.start("text") + (words.end() if words is not None else 0)
        alt = Passage.of(self.source, line.start + found.start("text"), line.start + alt_end, Part.ALT)
        caption = self.marked(joined(self.source, [title])).finish(Part.CAPTION).passage if title else None
        target = Span(line.start + found.start("target"), line.start + found.end("target"))
        media = Media(found["name"], found["target"], target, alt=alt, caption=caption)
        return [Block(Kind.MEDIA, span, media=(media,))]

    # -- inline ---------------------------------------------------------------------------------

    def marked(self, whole: Passage) -> MarkedLine:
        """The words of a paragraph with its markup taken out."""
        line = MarkedLine(whole)
        text = whole.text
        tokens = list(INLINE.finditer(text))
        pairs = _pairs(text, tokens)
        at = 0
        literal = False
        for number, token in enumerate(tokens):
            if token.start() < at:
                continue
            kind = token.lastgroup if token.lastgroup in ("escape", "plain", "break") else ""
            if literal and token["plain"] is None:
                continue
            if token["mark"] is not None and number not in pairs:
                continue
            line.words(at, token.start())
            at = token.end()
            if token["plain"] is not None:
                literal = not literal
            elif token["mark"] is not None:
                self.toggle(line, MARKERS[token["mark"][0]], pairs[number])
            elif not kind:
                self.inline(line, token)
            elif kind == "break":
                line.words(token.start(), token.start() + 1)
            elif kind == "escape":
                line.words(token.start() + 1, token.end())
        line.words(at, len(text))
        return line

    @staticmethod
    def toggle(line: MarkedLine, kind: str, opens: bool) -> None:
        if kind and opens:
            line.inline.open_mark(kind)
        elif kind:
            line.inline.close_mark(kind)

    def inline(self, line: MarkedLine, token: re.Match[str]) -> None:
        """A link, an image, a footnote, a key or an attribute."""
        if token["link"] is not None:
            words = token.span("words") if token["words"] else token.span("target")
            caret = words[1] - 1 if token["words"].endswith("^") else words[1]
            line.link((words[0], caret), token.span("target"))
        elif token["cross"] is not None:
            line.link(token.span("label") if token["label"] else token.span("anchor"), token.span("anchor"))
        elif token["image"] is not None:
            line.image(token.span("file"), token.span("alt"))
        elif token["note"] is not None:
            line.reference(*token.span("note"))
            inner = line.whole[token.start("notewords") : token.end("notewords")]
            content = self.marked(_rooted(inner)).finish(Part.FOOTNOTE)
            self.notes += block_of(Kind.FOOTNOTE, content, inner.span)
        elif token["button"] is not None:
            line.words(*token.span("key"))
        elif token["reference"] is not None:
            place = line.span(*token.span())
            line.inline.template(token["reference"].strip("{}"), place.start, place.end)


def _rooted(piece: Passage) -> Passage:
    """A slice as a passage of its own."""
    return Passage(piece.text, piece.source, piece.runs, piece.part)


def _pairs(text: str, tokens: list[re.Match[str]]) -> dict[int, bool]:
    """Numbers of the marks that have a partner, with whether they open; the others are plain words."""
    open_marks: dict[str, int] = {}
    pairs: dict[int, bool] = {}
    for number, token in enumerate(tokens):
        mark = token["mark"]
        if mark is None:
            continue
        before = text[token.start() - 1 : token.start()] if token.start() else ""
        after = text[token.end() : token.end() + 1]
        double = len(mark) == 2
        if mark in open_marks:
            if before and not before.isspace() and (double or not (after.isalnum() or after == "_")):
                pairs[open_marks.pop(mark)] = True
                pairs[number] = False
        elif after and not after.isspace() and (double or not (before.isalnum() or before == "_")):
            open_marks[mark] = number
    return pairs
