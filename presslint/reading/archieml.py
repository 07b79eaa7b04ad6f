"""ArchieML: the keys, scopes and arrays with which newsrooms write structured copy in a plain document.

The format ignores every line that it does not understand, so a mistyped key silently becomes nothing:
`hed - Mayor resigns` is reported as a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from presslint.article import Article
from presslint.model.document import Block, Comment, Kind, Media, Problem
from presslint.model.passage import Part, Passage
from presslint.model.regex import regex
from presslint.model.source import Source, Span
from presslint.reading import Settings, html
from presslint.reading.bodyhead import settle
from presslint.reading.fields import Fields, fold_key
from presslint.reading.inline import Inline
from presslint.reading.linewise import Line, block_of, lines_of, span_of

CARRIES = frozenset(("headings", "links", "media", "metadata", "tags"))

_WORD = r"[A-Za-z0-9_\-]{1,80}"
KEY = regex(rf"[ \t]*(?P<key>{_WORD}(?:\.{_WORD}){{0,8}})[ \t]*:[ \t]*(?P<value>.*)\Z")
COMMAND = regex(r"[ \t]*:[ \t]*(?P<command>endskip|ignore|skip|end)\b", re.I)
ITEM = regex(r"[ \t]*\*[ \t]*(?P<value>.*)\Z")
SCOPE = regex(
    r"[ \t]*(?P<mark>[{\[])[ \t]*(?P<flag>[+.]{0,2})[ \t]*(?P<key>[A-Za-z0-9_.\-]{0,120})[ \t]*[}\]]"
)
KNOWN_KEYS = (
    "headline", "hed", "title", "dek", "subhed", "byline", "author", "kicker", "pubdate", "dateline", "tags",
    "slug",
)  # fmt: skip
MISTYPED = regex(rf"[ \t]*(?P<key>{'|'.join(KNOWN_KEYS)})[ \t]*(?P<mark>[-=–—]|：)[ \t]*\S", re.I)
TAG = regex(r"</?[a-zA-Z][^<>]{0,2000}>")
PROBLEM_LIMIT = 50  # problems of one file that are told
BODY_KEYS = frozenset(("body", "text", "content", "story", "copy", "article"))
# keys of a freeform array's entries -> what the entry is
ENTRY_KINDS = {
    **dict.fromkeys(("subhed", "subhead", "heading", "header", "crosshead", "subheading"), Kind.HEADING),
    **dict.fromkeys(("text", "p", "graf", "paragraph", "value"), Kind.PARAGRAPH),
    **dict.fromkeys(("quote", "pullquote", "blockquote"), Kind.QUOTE),
    **dict.fromkeys(("image", "photo", "img", "video"), Kind.MEDIA),
    **dict.fromkeys(("list", "bullet", "bullets", "item"), Kind.ITEM),
    **dict.fromkeys(("note", "correction"), Kind.NOTE),
}


class Value(Struct):
    """A key with the lines of its value: one, or many when `:end` closes it."""

    path: tuple[str, ...]
    key_span: Span
    lines: list[Line]


class Group(Struct):
    """An object in an array: `{.image}` with its keys, or a bare line of a freeform array."""

    kind: str
    span: Span
    values: list[Value] = field(default_factory=list)


def read(source: Source, settings: Settings = Settings()) -> Iterator[Article]:
    """The one article of an ArchieML file."""
    parser = Parser(source)
    parser.parse()
    fields = Fields(source, settings)
    blocks: list[Block] = []
    maker = Maker(source)
    for entry in parser.entries:
        if isinstance(entry, Group):
            blocks += maker.whole(entry)
        elif fold_key(entry.path[-1]) in BODY_KEYS and len(entry.lines) >= 1 and not entry.path[:-1]:
            blocks += maker.paragraphs(entry.lines)
        else:
            value = maker.line(entry.lines)
            fields.add(entry.path, value, span=value.span, key_span=entry.key_span)
    found, slots = settle(fields, blocks, has_head=True)
    yield Article(
        source,
        "archieml",
        found,
        fields.mapping(),
        carries=CARRIES,
        comments=tuple(parser.comments),
        problems=tuple(parser.problems),
        slots=slots,
        body_start=found[0].span.start if found else 0,
        settings=settings.article,
    )


class Parser:
    """Sorts lines into values and groups, as the format's reference parser does."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.entries: list[Value | Group] = []
        self.comments: list[Comment] = []
        self.problems: list[Problem] = []
        self.scope: tuple[str, ...] = ()
        self.freeform = False
        self.array = ""
        self.array_key = ""
        self.group: Group | None = None
        self.last: Value | None = None
        self.buffer: list[Line] = []  # lines that `:end` would make part of the last value
        self.settled = 0  # problems that no `:end` takes back

    def parse(self) -> None:
        skipping: int | None = None
        for line in lines_of(self.source):
            command = COMMAND.match(line.text)
            name = command["command"].lower() if command is not None else ""
            if skipping is not None:
                if name == "endskip":
                    text = self.source.text[skipping : line.start].strip()
                    self.comments.append(Comment(text, Span(skipping, line.end)))
                    skipping = None
                continue
            if name == "ignore":
                return
            if name == "skip":
                skipping = line.end
                self.flush()
            elif name == "end":
                self.end_value()
            elif not name:
                self.line(line)

    def line(self, line: Line) -> None:
        scope = SCOPE.match(line.text)
        key = KEY.match(line.text)
        if scope is not None and not line.text.lstrip().startswith("\\"):
            self.enter(scope, line)
        elif key is not None and not self.looks_like_prose(key):
            self.key(key, line)
        elif self.array and not self.freeform and (item := ITEM.match(line.text)) is not None:
            self.flush()
            self.last = Value((self.array,), Span(line.start, line.start), [line.cut(item.start("value"))])
            self.entries.append(self.last)
        elif self.freeform and not line.blank and self.group_closed():
            self.flush()
            place = Span(line.start, line.start)
            self.entries.append(Group("text", place, [Value(("text",), place, [line])]))
        else:
            self.buffer.append(line)
            self.warn(line)

    def looks_like_prose(self, key: re.Match[str]) -> bool:
        """In a freeform array “Note: the mayor left.” is copy when its key is no key of an entry."""
        return self.freeform and self.group is None and fold_key(key["key"]) not in ENTRY_KINDS

    def group_closed(self) -> bool:
        """Whether a bare line is copy of its own: it is, unless an object with keys is open."""
        return self.group is None

    def warn(self, line: Line) -> None:
        found = MISTYPED.match(line.text)
        if found is None or len(self.problems) >= PROBLEM_LIMIT:
            return
        if self.entries and isinstance(self.entries[-1], Group):
            return
        key, mark = found["key"], found["mark"]
        place = Span(line.start + found.start("key"), line.start + found.end("mark"))
        message = f"“{key} {mark}” is no key, and ArchieML drops the line; write “{key.lower()}:”."
        self.problems.append(Problem(place, message))

    def enter(self, found: re.Match[str], line: Line) -> None:
        """`{scope}`, `[array]`, `[+freeform]`, `{.object}` and their ends."""
        self.flush()
        self.last = None
        key, flag = found["key"], found["flag"]
        place = Span(line.start, line.end)
        if found["mark"] == "{":
            if self.freeform:
                self.group = Group(key, place) if key else None
                if self.group is not None:
                    self.entries.append(self.group)
            else:
                self.scope = tuple(part for part in key.split(".") if part)
            return
        if self.group is not None and flag.startswith("."):
            return  # an array inside an object of a freeform array
        self.group = None
        self.array = key
        self.freeform = "+" in flag and bool(key)
        self.array_key = ""

    def key(self, found: re.Match[str], line: Line) -> None:
        self.flush()
        path = tuple(found["key"].split("."))
        place = Span(line.start + found.start("key"), line.start + found.end("key"))
        value = Value((*self.scope, *path), place, [line.cut(found.start("value"))])
        self.last = value
        if self.freeform and self.group is None:
            kind = fold_key(found["key"])
            self.entries.append(Group(kind, Span(line.start, line.end), [Value(path, place, value.lines)]))
        elif self.group is not None:
            value.path = path
            self.group.values.append(value)
        elif self.array:
            if self.array_key in ("", found["key"]):  # the first key again begins the next object
                self.array_key = found["key"]
            if fold_key(self.array) in BODY_KEYS:
                self.entries.append(Group(fold_key(found["key"]), Span(line.start, line.end), [value]))
            else:
                value.path = (self.array, *path)
                self.entries.append(value)
        else:
            self.entries.append(value)

    def end_value(self) -> None:
        """`:end` makes the lines since the key part of its value."""
        if self.last is not None:
            self.last.lines += self.buffer
            del self.problems[self.settled :]  # the lines were copy after all
        self.flush()
        self.last = None

    def flush(self) -> None:
        self.buffer = []
        self.settled = len(self.problems)


class Maker:
    """Turns values into passages and blocks; copy may hold HTML tags for links and emphasis."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def line(self, lines: list[Line]) -> Passage:
        """A value as one line of words."""
        inline = Inline(self.source)
        for number, line in enumerate(lines):
            if number and not line.blank:
                inline.line_break(lines[number - 1].end, line.start)
            self.words(inline, line)
        passage = inline.finish(Part.FIELD).passage
        if passage.runs or not lines:
            return passage
        place = lines[0].start
        return Passage.of(self.source, place, place, Part.FIELD)

    @staticmethod
    def words(inline: Inline, line: Line) -> None:
        """A backslash before a line's first word keeps it from being a key."""
        start = line.start + (1 if line.text.startswith("\\") else 0)
        inline.text(start, line.end)

    def paragraphs(self, lines: list[Line]) -> list[Block]:
        """Copy with a blank line between paragraphs."""
        found: list[Block] = []
        own: list[Line] = []
        for line in [*lines, None]:
            if line is not None and not line.blank:
                own.append(line)
            elif own:
                found += self.copy(own, Kind.PARAGRAPH, Part.PARAGRAPH)
                own = []
        return found

    def copy(self, lines: list[Line], kind: Kind, part: Part, level: int = 0) -> list[Block]:
        """One block of words, HTML in it understood."""
        lines = [line for line in lines if not line.blank]
        if not lines:
            return []
        if any(TAG.search(line.text) for line in lines):
            written = Passage.of(self.source, lines[0].start, lines[-1].end, part).strip()
            blocks = html.fragment(written).blocks
            if kind is Kind.PARAGRAPH or not blocks or blocks[0].passage is None:
                return list(blocks)
            first = blocks[0]
            return [Block(kind, first.span, first.passage, level=level, links=first.links, media=first.media)]
        inline = Inline(self.source)
        for number, line in enumerate(lines):
            if number:
                inline.line_break(lines[number - 1].end, line.start)
            self.words(inline, line)
        return block_of(kind, inline.finish(part), span_of(lines), level)

    def whole(self, group: Group) -> list[Block]:
        """The blocks of an entry; the first one begins with the entry's key."""
        blocks = self.group(group)
        if blocks and group.span.start <= blocks[0].span.start:
            blocks[0] = replace(blocks[0], span=Span(group.span.start, blocks[0].span.end))
        return blocks

    def group(self, group: Group) -> list[Block]:
        """An entry of a body: a paragraph, a subhead, a quotation, an image."""
        kind = ENTRY_KINDS.get(fold_key(group.kind))
        values = {fold_key(value.path[-1]): value for value in group.values}
        keys = ("text", "value", "quote", "hed", group.kind)
        words = next((values[key] for key in keys if key in values), None)
        words = words or (group.values[0] if group.values else None)
        if kind is Kind.MEDIA:
            return [self.image(group, values)]
        if words is None:
            return [Block(Kind.EMBED, group.span, info=group.kind)]
        if kind is Kind.HEADING:
            return self.copy(words.lines, Kind.HEADING, Part.HEADING, level=2)
        if kind is Kind.QUOTE:
            inner = self.copy(words.lines, Kind.PARAGRAPH, Part.QUOTE)
            info = "pull quote" if fold_key(group.kind) == "pullquote" else ""
            return [Block(Kind.QUOTE, inner[0].span, children=tuple(inner), info=info)] if inner else []
        if kind is Kind.ITEM:
            items = self.copy(words.lines, Kind.ITEM, Part.ITEM)
            return [Block(Kind.LIST, items[0].span, children=tuple(items))] if items else []
        if kind is Kind.NOTE:
            inner = self.copy(words.lines, Kind.PARAGRAPH, Part.PARAGRAPH)
            return [Block(Kind.NOTE, inner[0].span, children=tuple(inner), info=group.kind)] if inner else []
        if kind is Kind.PARAGRAPH:
            return self.paragraphs(words.lines)
        return [Block(Kind.EMBED, group.span, info=group.kind)]

    def image(self, group: Group, values: dict[str, Value]) -> Block:
        def words(*keys: str) -> Passage | None:
            found = next((values[key] for key in keys if key in values), None)
            return self.line(found.lines) if found is not None else None

        target = words("src", "url", "image", "photo", "path", "video")
        media = Media(
            "image",
            target.text if target is not None else "",
            target.span if target is not None else group.span,
            alt=words("alt", "alttext"),
            caption=words("caption", "cutline") or None,
            credit=words("credit", "photographer") or None,
        )
        return Block(Kind.MEDIA, target.span if target is not None else group.span, media=(media,))
