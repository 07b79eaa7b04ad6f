"""reStructuredText: sections, paragraphs, lists, quotes, directives, field lists, links and footnotes."""

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
DEPTH_LIMIT = 24  # deeper indentation is read as if it were not there

SHORTEST_RULE = 4  # signs of a rule that may be shorter than its title, as docutils has it
RULE = regex(r"([!-/:-@\[-`{-~])\1{0,2000}\Z")
FIELD = regex(r":(?P<key>[^:\s][^:\n]{0,80}):(?:[ \t]+(?P<value>\S.*)|\Z)")
BULLET = regex(r"[*+•‣⁃-][ \t]+(?=\S)")
_COUNT = r"(?:\d{1,9}|[a-zA-Z]|[ivxlcIVXLC]{1,8}|\#)"
NUMBER = regex(rf"(?:\(?{_COUNT}\)|{_COUNT}\.)[ \t]+(?=\S)")
DIRECTIVE = regex(
    r"\.\.[ \t]+(?:\|(?P<substitution>[^|\n]{1,200})\|[ \t]+)?(?P<name>[\w.:+-]{1,60}?)::"
    r"(?:[ \t]+(?P<argument>\S.*))?\Z"
)
TARGET = regex(r"\.\.[ \t]+_(?P<name>`[^`\n]{1,300}`|[^:\n]{1,300}):(?:[ \t]+(?P<address>\S.*))?\Z")
ANONYMOUS = regex(r"__[ \t]+(?P<address>\S.*)\Z")
FOOTNOTE = regex(r"\.\.[ \t]+\[(?P<name>[^\]\n]{1,80})\][ \t]*")
EXPLICIT = regex(r"\.\.(?:[ \t]|\Z)")
LINE_BLOCK = regex(r"\|(?:[ \t]+|\Z)")
GRID = regex(r"\+[-=+]+\+\Z")
SIMPLE_TABLE = regex(r"={2,}(?:[ ]+={2,})+\Z")
OPTION = regex(r"[ \t]*:(?P<key>[\w-]{1,40}):(?:[ \t]+(?P<value>\S.*)|\Z)")

NOTES = frozenset(
    "note warning tip hint important caution attention danger error admonition sidebar topic".split()
)
QUOTES = {"epigraph": "", "highlights": "", "pull-quote": "pull quote", "pullquote": "pull quote"}
CODE = frozenset("code code-block sourcecode literalinclude parsed-literal math raw highlight".split())

INLINE = regex(
    "|".join(
        (
            r"(?P<escape>\\.)",
            r"``(?P<code>(?:[^`\n]|`(?!`)){1,2000})``",
            r"\*\*(?P<strong>(?=\S)[^*\n]{1,2000}(?<=\S))\*\*",
            r"(?<![*\w])\*(?P<em>(?=\S)[^*\n]{1,2000}(?<=\S))\*(?![*\w])",
            r"`(?P<words>[^`<>\n]{0,1000}?)[ ]?<(?P<address>[^`<>\s]{1,2000})>`__?",
            r"(?P<role>:[\w.:+-]{1,60}:)`(?P<text>[^`\n]{1,1000})`",
            r"`(?P<reference>[^`\n]{1,1000})`(?P<linked>__?)?",
            r"\[(?P<note>\#?[\w-]{0,60}|\*)\]_(?!\w)",
            r"\|(?P<substitution>[^|\s](?:[^|\n]{0,200}[^|\s])?)\|_{0,2}",
            r"(?<![\w`])(?P<simple>[A-Za-z0-9](?:[\w.-]{0,80}[A-Za-z0-9])?)_{1,2}(?!\w)",
        )
    )
)


def read(source: Source, settings: Settings = Settings()) -> Iterator[Article]:
    """The one article of an RST file; front matter of a site generator is read too."""
    header = frontmatter.read(source, settings)
    fields = Fields(source, settings)
    start = 0
    if header.root is not None and header.root.shape is Shape.MAP and header.form in ("yaml", "toml"):
        fields.tree(header.root)
        start = header.body_start
    lines = lines_of(source, start)
    reader = Reader(source, fields)
    reader.addresses(lines)
    blocks = reader.blocks(lines, 0)
    first = blocks[0] if blocks else None
    if first is not None and first.kind is Kind.HEADING and first.level == 1 and "headline" not in fields:
        assert first.passage is not None
        fields.put("headline", first.passage, key="title", span=first.span, origin="body")
        blocks = blocks[1:]
    found, slots = settle(fields, blocks, has_head="byline" in fields)
    fields.file_name(source.path)
    yield Article(
        source,
        "rst",
        (*found, *reader.notes),
        fields.mapping(),
        carries=CARRIES,
        comments=tuple(reader.comments),
        slots=slots,
        body_start=found[0].span.start if found else start,
        settings=settings.article,
    )


class Reader:
    """Reads blocks of lines; what is indented belongs to what stands above it."""

    def __init__(self, source: Source, fields: Fields) -> None:
        self.source = source
        self.fields = fields
        self.comments: list[Comment] = []
        self.notes: list[Block] = []
        self.styles: list[str] = []  # of headings, in the order in which they are met
        self.targets: dict[str, Span] = {}
        self.has_copy = False

    def addresses(self, lines: list[Line]) -> None:
        """`.. _name: address` lines, so that references know where they lead."""
        for line in lines:
            found = TARGET.match(line.text.lstrip())
            if found is not None and found["address"]:
                begin = line.start + line.indent + found.start("address")
                name = " ".join(found["name"].strip("`").lower().split())
                self.targets.setdefault(name, Span(begin, line.end))

    # -- blocks ---------------------------------------------------------------------------------

    def blocks(self, lines: list[Line], depth: int) -> list[Block]:
        found: list[Block] = []
        at = 0
        while at < len(lines):
            if lines[at].blank:
                at += 1
                continue
            at, more = self.block(lines, at, depth)
            found += more
        return found

    def block(self, lines: list[Line], at: int, depth: int) -> tuple[int, list[Block]]:
        """The block that begins at line `at`, and the number of the line after it."""
        line = lines[at]
        text = line.text
        if line.indent:
            return self.quoted(lines, at, depth)
        heading = self.heading(lines, at)
        if heading is not None:
            return heading
        if RULE.match(text) and len(text) >= 4:
            return at + 1, [Block(Kind.SEPARATOR, Span(line.start, line.end), info=text)]
        if GRID.match(text) or SIMPLE_TABLE.match(text):
            return self.table(lines, at)
        if EXPLICIT.match(text):
            return self.explicit(lines, at, depth)
        if ANONYMOUS.match(text):
            return at + 1, []
        if LINE_BLOCK.match(text):
            end = self.while_matching(lines, at, LINE_BLOCK)
            rows = [row.cut(match.end()) for row in lines[at:end] if (match := LINE_BLOCK.match(row.text))]
            return end, self.paragraph(rows, span_of(lines[at:end]))
        if not self.has_copy and FIELD.match(text):
            return self.field_list(lines, at), []
        if BULLET.match(text) or NUMBER.match(text):
            return self.items(lines, at, depth)
        return self.copy(lines, at, depth)

    @staticmethod
    def while_matching(lines: list[Line], at: int, pattern: re.Pattern[str]) -> int:
        while at < len(lines) and pattern.match(lines[at].text):
            at += 1
        return at

    def heading(self, lines: list[Line], at: int) -> tuple[int, list[Block]] | None:
        """A line underlined, or under- and overlined, by punctuation as long, or by four signs and more."""
        line = lines[at]
        over = RULE.match(line.text)
        title = lines[at + 1] if over is not None and at + 2 < len(lines) else line
        below = at + 2 if title is not line else at + 1
        under = RULE.match(lines[below].text) if below < len(lines) else None
        if under is None or title.blank or RULE.match(title.text) or (title is line and line.indent):
            return None
        if title is not line and (over is None or over[1] != under[1]):
            return None
        if len(lines[below].text) < min(len(title.text.strip()), SHORTEST_RULE):
            return None
        style = under[1] * (2 if title is not line else 1)
        if style not in self.styles:
            self.styles.append(style)
        level = min(self.styles.index(style) + 1, 6)
        content = self.marked(joined(self.source, [title], Part.HEADING)).finish(Part.HEADING)
        return below + 1, block_of(Kind.HEADING, content, Span(line.start, lines[below].end), level)

    def field_list(self, lines: list[Line], at: int) -> int:
        """`:key: value` lines above the text are metadata."""
        while at < len(lines):
            found = FIELD.match(lines[at].text)
            if found is None:
                return at
            end = at + 1
            while end < len(lines) and lines[end].indent and not lines[end].blank:
                end += 1
            place = Span(lines[at].start + found.start("key"), lines[at].start + found.end("key"))
            first = [lines[at].cut(found.start("value"))] if found["value"] else []
            value = joined(self.source, [*first, *lines[at + 1 : end]], Part.FIELD)
            self.fields.add(found["key"], value, span=value.span, key_span=place)
            at = end
        return at

    def copy(self, lines: list[Line], at: int, depth: int) -> tuple[int, list[Block]]:
        """A paragraph, a term with its definition, or a paragraph that announces literal text."""
        end = at
        while end < len(lines) and not lines[end].blank and (end == at or not lines[end].indent):
            end += 1
        following = end < len(lines) and lines[end].indent > 0
        if following and end == at + 1 and not lines[at].text.endswith("::"):
            inner_end = self.indented(lines, end)
            said = self.blocks(_dedent(lines[end:inner_end]), depth + 1) if depth < DEPTH_LIMIT else []
            content = self.marked(joined(self.source, lines[at:end])).finish(Part.ITEM)
            items = block_of(Kind.ITEM, content, span_of(lines[at:end]))
            return inner_end, nest([Item(0, False, replace(item, children=tuple(said))) for item in items])
        self.has_copy = True
        own = lines[at:end]
        found: list[Block] = []
        literal = own[-1].text.endswith("::")
        if literal:
            last = own[-1]
            cut = 2 if last.text.endswith(" ::") or last.text == "::" else 1
            own = [*own[:-1], Line(last.start, last.end - cut, last.text[:-cut].rstrip())]
        own = [line for line in own if not line.blank]
        if own:
            found += self.paragraph(own, span_of(own))
        if literal:
            start = end
            while start < len(lines) and lines[start].blank:
                start += 1
            stop = self.indented(lines, start)
            if stop > start:
                code = Passage.of(self.source, lines[start].start, lines[stop - 1].end, Part.CODE)
                found.append(Block(Kind.CODE, code.span, code))
                end = stop
        return end, found

    def paragraph(self, lines: list[Line], span: Span) -> list[Block]:
        content = self.marked(joined(self.source, lines)).finish(Part.PARAGRAPH)
        return block_of(Kind.PARAGRAPH, content, span)

    @staticmethod
    def indented(lines: list[Line], at: int) -> int:
        """The end of the indented lines from `at` on, blank ones between them included."""
        end = at
        for number in range(at, len(lines)):
            if lines[number].blank:
                continue
            if not lines[number].indent:
                break
            end = number + 1
        return end

    def quoted(self, lines: list[Line], at: int, depth: int) -> tuple[int, list[Block]]:
        end = self.indented(lines, at)
        if depth >= DEPTH_LIMIT:
            own = [line for line in lines[at:end] if not line.blank]
            return end, self.paragraph(own, span_of(own))
        inner = self.blocks(_dedent(lines[at:end]), depth + 1)
        return end, [Block(Kind.QUOTE, span_of(lines[at:end]), children=tuple(inner))] if inner else []

    def items(self, lines: list[Line], at: int, depth: int) -> tuple[int, list[Block]]:
        """Items of one kind, each with what is indented under it."""
        pattern = BULLET if BULLET.match(lines[at].text) else NUMBER
        items: list[Item] = []
        while at < len(lines):
            marker = pattern.match(lines[at].text)
            if marker is None:
                break
            end = at + 1
            while end < len(lines) and (lines[end].blank or lines[end].indent >= min(2, marker.end())):
                end += 1
            inner = [lines[at].cut(marker.end()), *_dedent(lines[at + 1 : end])]
            items += [Item(0, pattern is NUMBER, block) for block in self.item(inner, depth)]
            at = end
        return at, nest(items)

    def item(self, lines: list[Line], depth: int) -> list[Block]:
        end = next((number for number, line in enumerate(lines) if line.blank), len(lines))
        content = self.marked(joined(self.source, lines[:end])).finish(Part.ITEM)
        blocks = block_of(Kind.ITEM, content, span_of(lines[:end]))
        rest = self.blocks(_dedent(lines[end:]), depth + 1) if depth < DEPTH_LIMIT else []
        return [replace(block, children=tuple(rest)) for block in blocks]

    # -- explicit markup ------------------------------------------------------------------------

    def explicit(self, lines: list[Line], at: int, depth: int) -> tuple[int, list[Block]]:
        """Directives, targets, footnotes and comments, with what is indented under them."""
        line = lines[at]
        end = self.indented(lines, at + 1)
        span = Span(line.start, lines[end - 1].end)
        if TARGET.match(line.text):
            return at + 1, []
        note = FOOTNOTE.match(line.text)
        if note is not None:
            words = [line.cut(note.end()), *lines[at + 1 : end]]
            content = self.marked(joined(self.source, words)).finish(Part.FOOTNOTE)
            self.notes += block_of(Kind.FOOTNOTE, content, span)
            return end, []
        directive = DIRECTIVE.match(line.text)
        if directive is not None:
            return end, self.directive(directive, line, _dedent(lines[at + 1 : end]), span, depth)
        self.comments.append(Comment(self.source.text[line.start + 2 : span.end].strip(), span))
        return end, []

    def directive(
        self, found: re.Match[str], line: Line, inner: list[Line], span: Span, depth: int
    ) -> list[Block]:
        name = found["name"].lower()
        options: dict[str, Passage] = {}
        at = 0
        while at < len(inner) and (option := OPTION.match(inner[at].text)) is not None:
            begin = option.start("value") if option["value"] else len(inner[at].text)
            value = Passage.of(self.source, inner[at].start + begin, inner[at].end, Part.FIELD)
            options[option["key"]] = value
            at += 1
        body = inner[at:]
        argument = [line.cut(found.start("argument"))] if found["argument"] else []
        if found["substitution"] or depth >= DEPTH_LIMIT:
            return []
        if name in ("image", "figure"):
            return self.image(argument, options, body, span)
        if name in ("meta", "post", "article"):
            for key, value in options.items():
                self.fields.add(key, value, span=value.span)
            return []
        if name in CODE:
            code = Passage.of(self.source, body[0].start, body[-1].end, Part.CODE) if body else None
            return [Block(Kind.CODE, span, code, info=found["argument"] or name)]
        if name in NOTES or name in QUOTES:
            if argument:
                body = [*argument, *body] if name in NOTES else body
            children = self.blocks(body, depth + 1)
            if not children:
                return []
            if name in NOTES:
                return [Block(Kind.NOTE, span, children=tuple(children), info=name)]
            return [Block(Kind.QUOTE, span, children=tuple(children), info=QUOTES[name])]
        if name in ("container", "class", "compound", "rubric", "only"):
            return self.blocks(body, depth + 1)
        return [Block(Kind.EMBED, span, info=name)]

    def image(
        self, argument: list[Line], options: dict[str, Passage], body: list[Line], span: Span
    ) -> list[Block]:
        target = Passage.of(self.source, argument[0].start, argument[0].end) if argument else None
        caption = [line for line in body if not line.blank]
        words = self.marked(joined(self.source, caption)).finish(Part.CAPTION).passage if caption else None
        alt = options.get("alt")
        media = Media(
            "image",
            target.text if target is not None else "",
            target.span if target is not None else span,
            alt=Passage(alt.text, alt.source, alt.runs, Part.ALT) if alt is not None else None,
            caption=words,
        )
        return [Block(Kind.MEDIA, span, media=(media,))]

    def table(self, lines: list[Line], at: int) -> tuple[int, list[Block]]:
        """Grid and simple tables, a row to each line."""
        end = at
        while end < len(lines) and not lines[end].blank:
            end += 1
        rows: list[Block] = []
        columns = [match.span() for match in re.finditer(r"=+", lines[at].text)]
        grid = lines[at].text[0] == "+"
        for line in lines[at:end]:
            if GRID.match(line.text) or SIMPLE_TABLE.match(line.text) or RULE.match(line.text):
                continue
            places = [match.span() for match in re.finditer(r"[^|]+", line.text)] if grid else columns
            cells: list[Block] = []
            for start, stop in places:
                cell = Line(line.start + start, min(line.start + stop, line.end), line.text[start:stop])
                text = cell.text.rstrip()
                cell = Line(cell.start, cell.start + len(text), text).strip()
                if cell.text:
                    content = self.marked(joined(self.source, [cell])).finish(Part.CELL)
                    cells += block_of(Kind.CELL, content, Span(cell.start, cell.end))
            if cells:
                rows.append(Block(Kind.ROW, Span(line.start, line.end), children=tuple(cells)))
        found = [Block(Kind.TABLE, span_of(lines[at:end]), children=tuple(rows))] if rows else []
        return end, found

    # -- inline ---------------------------------------------------------------------------------

    def marked(self, whole: Passage) -> MarkedLine:
        """The words of a paragraph with its markup taken out."""
        line = MarkedLine(whole)
        at = 0
        for token in INLINE.finditer(whole.text):
            if token["simple"] is not None and token["simple"].lower() not in self.targets:
                continue
            line.words(at, token.start())
            at = token.end()
            self.token(line, token)
        line.words(at, len(whole.text))
        return line

    def token(self, line: MarkedLine, token: re.Match[str]) -> None:
        for kind in ("code", "strong", "em"):
            if token[kind] is not None:
                line.marked(kind, *token.span(kind))
                return
        if token["escape"] is not None:
            line.words(token.start() + 1, token.end())
        elif token["address"] is not None:
            words = token.span("words") if token["words"] else token.span("address")
            line.link(words, token.span("address"))
        elif token["role"] is not None:
            start, end = token.span("text")
            title = re.match(r"(.{1,500}?)[ ]?<[^<>]{1,500}>\Z", token["text"])
            line.words(start, start + title.end(1) if title is not None else end)
        elif token["note"] is not None:
            line.reference(*token.span("note"))
        elif token["substitution"] is not None:
            place = line.span(*token.span())
            line.inline.template(token["substitution"], place.start, place.end)
        elif token["reference"] is not None or token["simple"] is not None:
            self.reference(line, token)

    def reference(self, line: MarkedLine, token: re.Match[str]) -> None:
        """`words`_ or word_, whose address stands elsewhere in the file."""
        name = "simple" if token["simple"] is not None else "reference"
        target = self.targets.get(" ".join(token[name].lower().split()))
        if target is None or (name == "reference" and not token["linked"]):
            line.words(*token.span(name))
            return
        line.inline.open_link()
        line.words(*token.span(name))
        line.inline.close_link(self.source.text[target.start : target.end], target)


def _dedent(lines: list[Line]) -> list[Line]:
    """The lines without the indentation that all of them share."""
    width = min((line.indent for line in lines if not line.blank), default=0)
    return [line.cut(width) for line in lines]
