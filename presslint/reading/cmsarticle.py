"""One article of a CMS export being put together: fields by table, bodies from HTML or plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from presslint.article import Article
from presslint.model.document import Block, Comment, Kind, Media, Problem
from presslint.model.passage import Part, Passage
from presslint.model.regex import regex
from presslint.model.source import Source
from presslint.reading import Settings, html
from presslint.reading.blocks import HTML_ROLES, Role
from presslint.reading.bodyhead import settle
from presslint.reading.fields import PARTS, SPLIT_VALUES, Fields, with_part
from presslint.reading.plaintext import read_text
from presslint.reading.tree import Entry, Node, Shape

MARKUP = regex(r"</?(?:p|div|br|h[1-6]|article|section|ul|ol|li|a|strong|em|b|i)\b[^<>]{0,400}>", re.I)
CARRIES = frozenset(("headings", "links", "media", "metadata", "tags"))


class Column(Struct, frozen=True):
    """Where a CMS keeps a field: canonical name, path of keys, preference, and whether it is HTML."""

    name: str
    path: str
    rank: int = 0
    html: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self.path.split("."))


def entry(node: Node | None, *keys: str) -> Entry | None:
    """The entry under a path of keys; the last of equal keys."""
    for key in keys[:-1]:
        node = node.get(key) if node is not None else None
    if node is None or not keys:
        return None
    return next((found for found in reversed(node.entries) if found.key == keys[-1]), None)


def texts(node: Node | None) -> Iterator[Node]:
    """A text or each text of a list."""
    if node is None:
        return
    for item in node.items if node.shape is Shape.LIST else (node,):
        if item.shape is Shape.TEXT:
            yield item


def maps(node: Node | None) -> Iterator[Node]:
    """An object or each object of a list."""
    if node is None:
        return
    for item in node.items if node.shape is Shape.LIST else (node,):
        if item.shape is Shape.MAP:
            yield item


class Record(Struct, dict=True):
    """Gathers the fields and blocks of one article."""

    node: Node
    source: Source
    settings: Settings
    format: str
    dialect: str = ""
    blocks: list[Block] = field(default_factory=list)
    media: list[Media] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    slots: dict[str, Passage] = field(default_factory=dict)
    elsewhere: frozenset[str] = frozenset()
    carries: frozenset[str] = CARRIES
    body_start: int = 0

    # -- fields ---------------------------------------------------------------------------------

    @cached_property
    def fields(self) -> Fields:
        return Fields(self.source, self.settings, origin="cms")

    def columns(self, table: Iterable[Column], node: Node | None = None) -> None:
        """Put every field that the table finds in `node`."""
        for column in table:
            found = entry(node or self.node, *column.keys)
            if found is not None:
                self.put(
                    column.name, found.node, column.path, rank=column.rank, html_text=column.html, at=found
                )

    def put(
        self,
        name: str,
        node: Node | None,
        key: str,
        *,
        rank: int = 0,
        html_text: bool = False,
        value: Any = None,
        at: Entry | None = None,
        whole: bool = False,
    ) -> None:
        """Put a value, or each value of a list, under a canonical name; objects and nulls are left out.

        `whole` says that a tag is one tag, whatever commas it holds; items of a list always are.
        """
        if node is None:
            return
        listed = node.shape is Shape.LIST
        for item in node.items if listed else (node,):
            if item.shape not in (Shape.TEXT, Shape.VALUE):
                continue
            self.fields.put(
                name,
                self.passage(item, PARTS.get(name, Part.FIELD), html_text=html_text),
                key=key,
                value=item.value if value is None and not html_text else value,
                span=item.span,
                key_span=at.key_span if at is not None else None,
                rank=rank,
                whole=(listed or whole) and name in SPLIT_VALUES,
            )

    def passage(self, node: Node, part: Part, *, html_text: bool = False) -> Passage:
        """The words of a text node."""
        passage = node.passage(self.source, part)
        return html.line(passage, part) if html_text and passage else passage

    # -- bodies ---------------------------------------------------------------------------------

    def html_body(self, node: Node, *, stored: bool = False, roles: Mapping[str, Role] = HTML_ROLES) -> None:
        """Add the blocks of an HTML body."""
        self.fragment(node.passage(self.source, Part.PARAGRAPH), stored=stored, roles=roles)
        self.body_start = self.body_start or node.start

    def fragment(
        self, passage: Passage, *, stored: bool = False, roles: Mapping[str, Role] = HTML_ROLES
    ) -> None:
        found = html.fragment(passage, stored=stored, roles=roles)
        self.blocks += found.blocks
        self.comments += found.comments

    def drop_headline(self) -> None:
        """Bodies that are whole documents begin with the headline again; the field has it already."""
        headline = self.fields.mapping().get("headline", ())
        first = self.blocks[0] if self.blocks else None
        if first is None or not headline or first.kind not in (Kind.HEADING, Kind.PARAGRAPH):
            return
        if " ".join(first.text.split()).casefold() == " ".join(headline[0].text.split()).casefold():
            del self.blocks[0]

    def text_body(self, node: Node) -> None:
        """Add the blocks of a plain-text body; what its head and tail say fills what is missing."""
        headline = next(iter(self.fields.mapping().get("headline", ())), None)
        found = read_text(node.passage(self.source, Part.PARAGRAPH), headline.text if headline else "")
        self.blocks += found.blocks
        self.slots |= found.slots
        self.fields.fill(found.fields)
        if not any(link for block in found.blocks for link in block.links):
            self.carries -= {"links", "media"}
        self.body_start = self.body_start or node.start

    def rich_body(self, node: Node, linked: Mapping[str, Node] | None = None) -> bool:
        """Add the blocks of rich text in JSON, or of JSON of it in a text; False where it is none."""
        from presslint.reading import richtext

        found = richtext.body(node, self.source, linked)
        if found is None:
            return False
        self.blocks += found.blocks
        self.problems += found.problems
        self.dialect = found.dialect
        self.body_start = self.body_start or node.start
        return True

    def inline(self, node: Node | None, kind: Kind, part: Part, *, level: int = 0) -> Block | None:
        """A block of one line whose words are inline HTML in a text node."""
        return one_line(node, self.source, kind, part, level)

    # -- the article ----------------------------------------------------------------------------

    def article(self, key: str = "") -> Article:
        """The finished article; an opening first-level heading is the headline if there is no other."""
        blocks = tuple(self.blocks)
        first = blocks[0] if blocks else None
        if first is not None and first.passage and first.level == 1 and "headline" not in self.fields:
            self.fields.put("headline", first.passage, key="h1", span=first.span, origin="body")
            blocks = blocks[1:]
        blocks, slots = settle(self.fields, blocks, has_head=True)
        return Article(
            self.source,
            self.format,
            blocks,
            self.fields.mapping(),
            carries=self.carries,
            key=key,
            comments=tuple(self.comments),
            problems=tuple(self.problems),
            media=tuple(self.media),
            slots={**slots, **self.slots},
            body_start=self.body_start,
            elsewhere=self.elsewhere,
            dialect=self.dialect or self.format,
            settings=self.settings.article,
        )


def one_line(node: Node | None, source: Source, kind: Kind, part: Part, level: int = 0) -> Block | None:
    """A block of one line whose words are inline HTML in a text node."""
    if node is None or node.shape is not Shape.TEXT:
        return None
    found = html.fragment(node.passage(source, part)).blocks
    first = next((block for block in found if block.passage is not None), None)
    if first is None or first.passage is None:
        return None
    words = with_part(first.passage, part)
    links = tuple(
        type(link)(
            words[link.text.at : link.text.at + len(link.text)], link.target, link.target_span, link.kind
        )
        for link in first.links
    )
    return Block(kind, node.span, words, level=level, links=links, media=first.media)
