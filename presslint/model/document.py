"""What a reader makes of a source: fields and passages in reading order, grouped in sections.

Everything here follows from the structure alone. What the words say is asked of the article, which is a document
with views; see `presslint.article`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from msgspec import Struct, field

from presslint.model.generators import seen_from_root
from presslint.model.passage import Passage
from presslint.model.source import Source, Span

T = TypeVar("T")
P = ParamSpec("P")
D = TypeVar("D", bound="Document")
FORMAT_CAPABILITIES = ("headings", "links", "media", "metadata", "tags")
NOWHERE = Span(0, 0)
WRITTEN = frozenset(("headline", "headline-alt", "description"))  # by people, and search pages show them
OURS = "presslint"  # a key of the metadata, and the name of its fields: what is said to presslint is no copy
HIDDEN = frozenset(("meta", "json-ld"))  # origins of fields that a page does not show


class Kind(Enum):
    """What a block of the body is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    ITEM = "item"
    QUOTE = "quote"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    CODE = "code"
    MEDIA = "media"
    EMBED = "embed"
    SEPARATOR = "separator"
    FOOTNOTE = "footnote"
    CAPTION = "caption"
    NOTE = "note"


class Link(Struct, frozen=True, eq=False):
    """A link: the words that carry it, its target as written and where the target stands."""

    text: Passage
    target: str
    target_span: Span | None = None
    kind: str = "link"  # link | image | footnote | bare


class Media(Struct, frozen=True, eq=False):
    """An image, video or audio; `None` where the source says nothing, empty where it says “none”."""

    kind: str  # image | video | audio | gallery
    target: str
    span: Span
    alt: Passage | None = None
    caption: Passage | None = None
    credit: Passage | None = None
    decorative: bool = False


class Block(Struct, frozen=True, eq=False, dict=True):
    """One block of the body. Containers (list, quote, table) hold blocks; the others hold words."""

    kind: Kind
    span: Span
    passage: Passage | None = None
    level: int = 0  # of a heading, 1 to 6
    ordered: bool = False
    children: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    media: tuple[Media, ...] = ()
    info: str = ""  # of code: its language; of a separator: the mark; of an embed: its name

    @property
    def text(self) -> str:
        return self.passage.text if self.passage is not None else ""

    def walk(self) -> Iterator[Block]:
        """This block and everything in it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @cached_property
    def word_count(self) -> int:
        return sum(block.passage.word_count for block in self.walk() if block.passage is not None)


class Section(Struct, frozen=True, eq=False, dict=True):
    """A heading with what stands under it; the lead section has no heading.

    `blocks` is what stands before the first subsection.
    """

    heading: Block | None
    level: int
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        yield self
        for section in self.sections:
            yield from section.walk()

    @cached_property
    def all_blocks(self) -> tuple[Block, ...]:
        """Every block of the section and its subsections, headings of subsections included."""
        blocks = list(self.blocks)
        for section in self.sections:
            if section.heading is not None:
                blocks.append(section.heading)
            blocks.extend(section.all_blocks)
        return tuple(blocks)

    @cached_property
    def word_count(self) -> int:
        """Words under the heading, the headings of subsections not counted."""
        return sum(block.word_count for block in self.all_blocks if block.kind is not Kind.HEADING)


class Field(Struct, frozen=True, eq=False):
    """One value of the metadata, by its canonical `name` and by the `key` that the source uses.

    `passage` is the value's text without quotes; empty when the key is there and the value is not.
    `span` covers the value with its quotes, `key_span` the key. `value` is the parsed value.
    `origin` says where it was found: front matter, head, body, tail, meta, json-ld, cms, file name.
    """

    name: str
    key: str
    passage: Passage
    value: Any = None
    span: Span = NOWHERE
    key_span: Span | None = None
    origin: str = "front matter"

    @property
    def text(self) -> str:
        return self.passage.text

    def __bool__(self) -> bool:
        return bool(self.passage)


class Comment(Struct, frozen=True):
    """A comment of the source (`<!-- … -->`), which may hold a suppression."""

    text: str
    span: Span


class Problem(Struct, frozen=True):
    """Something the reader could not understand, at a place."""

    span: Span
    message: str
    # front-matter | blank-lines | structure | encoding | no-article | unknown-block
    kind: str = "front-matter"


class LeftOut(Struct, frozen=True):
    """A part of a page that is no copy, and what tells so."""

    span: Span
    why: str


class Document(Struct, frozen=True, eq=False, dict=True):
    """One article.

    `fields` maps canonical names (see `presslint.reading.fields`) to what was found, best first;
    `carries` names what the format can hold; `blocks` is the body in reading order, top level only.
    `key` tells articles of one source apart; it is empty where a source is one article.
    `elsewhere` names fields that the source keeps in another place, or of which it gives only a number:
    whether the article has one cannot be told.
    `lead_places` maps a wanted but missing field to where it was expected (an empty slot).
    """

    source: Source
    format: str
    blocks: tuple[Block, ...] = ()
    fields: Mapping[str, tuple[Field, ...]] = field(default_factory=dict)
    carries: frozenset[str] = frozenset()
    key: str = ""
    comments: tuple[Comment, ...] = ()
    problems: tuple[Problem, ...] = ()
    media: tuple[Media, ...] = ()
    slots: Mapping[str, Passage] = field(default_factory=dict)
    body_start: int = 0  # offset at which the body begins
    elsewhere: frozenset[str] = frozenset()
    dialect: str = ""  # hugo, jekyll, mdx, wordpress, ghost…; empty when unknown
    settings: Mapping[str, Any] = field(default_factory=dict)  # story-type and language overrides
    is_page: bool = False  # a published page, with what its template puts around the copy
    left_out: tuple[LeftOut, ...] = ()  # parts of a page that are no copy, in the order of the source
    place_of: Callable[[int], str] | None = None  # names an offset where lines mean little to people

    @cached_property
    def unseen(self) -> frozenset[Span]:
        """Places of a published page that its template fills or few readers see: authors, tags and dates of its
        metadata, and what pictures are called.
        """
        if not self.is_page:
            return frozenset()
        every = (found for name, named in self.fields.items() if name not in WRITTEN for found in named)
        places = {
            place for found in every if found.origin in HIDDEN for place in (found.span, found.passage.span)
        }
        return frozenset(places | {media.alt.span for media in self.all_media if media.alt})

    def all(self, name: str) -> tuple[Field, ...]:
        """Every field of that canonical name, empty ones included."""
        return self.fields.get(name, ())

    def get(self, name: str) -> Field | None:
        """The first field of that name that has a value."""
        return next((found for found in self.all(name) if found), None)

    @property
    def headline(self) -> Field | None:
        return self.get("headline")

    @property
    def dek(self) -> Field | None:
        """The dek shown to readers; `description` (for search engines) is a field of its own."""
        return self.get("dek")

    @property
    def description(self) -> Field | None:
        return self.get("description")

    @property
    def bylines(self) -> tuple[Field, ...]:
        return tuple(found for found in self.all("byline") if found)

    @property
    def published(self) -> Field | None:
        return self.get("published")

    @property
    def tags(self) -> tuple[Field, ...]:
        """One field per tag, as the format separates them."""
        return tuple(found for found in self.all("tags") if found)

    @cached_property
    def place(self) -> str:
        """The file's path as seen from the config's folder or the nearest root of a site or repository."""
        return seen_from_root(self.source.path, str(self.settings.get("root") or ""))

    @property
    def is_draft(self) -> bool:
        """True when the article's own fields say that it is not published."""
        for found in self.all("draft"):
            if found.value is True or found.text.strip().lower() in ("true", "yes", "1"):
                return True
        status = self.get("status")
        said = {status.text.lower(), str(status.value).lower()} if status is not None else set()
        return bool(said & {"draft", "pending", "auto-draft", "private"})

    # -- body -----------------------------------------------------------------------------------

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The body as a tree by heading level; the first section is the lead and has no heading."""
        return _sections(self.blocks)

    def walk_sections(self) -> Iterator[Section]:
        """Every section, in reading order, the lead first."""
        for section in self.sections:
            yield from section.walk()

    @cached_property
    def headings(self) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.kind is Kind.HEADING)

    def walk(self) -> Iterator[Block]:
        """Every block, containers and their contents, in reading order."""
        return iter(self._walked)

    @cached_property
    def _walked(self) -> tuple[Block, ...]:
        return tuple(block for top in self.blocks for block in (top.walk() if top.children else (top,)))

    @cached_property
    def prose(self) -> tuple[Passage, ...]:
        """Paragraphs and list items of the body in the article's own voice: no block quotes."""
        return tuple(_prose(self.blocks))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All words of the article: fields that readers see, then the body, in reading order."""
        shown = [
            found.passage
            for name in ("kicker", "headline", "dek", "byline", "dateline")
            for found in self.all(name)[:1]
            if found
        ]
        body = [block.passage for block in self.walk() if block.passage is not None]
        captions = [media.caption for media in self.all_media if media.caption is not None]
        inside = {(p.span, p.text) for p in body}
        return tuple(
            [p for p in shown if (p.span, p.text) not in inside]
            + body
            + [p for p in captions if (p.span, p.text) not in inside]
        )

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return tuple(link for block in self.walk() for link in block.links)

    @cached_property
    def all_media(self) -> tuple[Media, ...]:
        return self.media + tuple(media for block in self.walk() for media in block.media)

    @cached_property
    def memo(self) -> dict[Any, Any]:
        """What functions of other rooms have worked out about this article; `once` fills it."""
        return {}

    @cached_property
    def asked_for(self) -> dict[str, bool]:
        """Other files that rules asked about, and whether they were there: what was found rests on that."""
        return {}

    def has_beside(self, path: str) -> bool | None:
        """Whether something stands at a path relative to the article's file; None where it is in no file."""
        from pathlib import Path

        home = Path(self.source.path)
        try:
            if not home.is_file():
                return None
            place = home.parent / path
            found = self.asked_for[place.as_posix()] = place.exists()
        except (OSError, ValueError):
            return None
        return found

    @cached_property
    def word_count(self) -> int:
        """Words of the body, headings and code left out."""
        return sum(
            block.passage.word_count
            for block in self.walk()
            if block.passage is not None and block.kind not in (Kind.HEADING, Kind.CODE)
        )


def once(work: Callable[Concatenate[D, P], T]) -> Callable[Concatenate[D, P], T]:
    """Have something worked out once for an article and further arguments; the article holds what was found."""

    @wraps(work)
    def remembered(document: D, /, *further: P.args, **named: P.kwargs) -> T:
        key = (work, *further, *named.items()) if further or named else work
        try:
            found: T = document.memo[key]
        except KeyError:
            found = document.memo[key] = work(document, *further, **named)
        return found

    return remembered


def _prose(blocks: tuple[Block, ...]) -> Iterator[Passage]:
    for block in blocks:
        if block.kind in (Kind.PARAGRAPH, Kind.ITEM) and block.passage:
            yield block.passage
        if block.kind in (Kind.LIST, Kind.ITEM, Kind.NOTE):
            yield from _prose(block.children)


def _sections(blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """Group blocks by heading level; the lead comes first."""
    root = _section(blocks, 0, None)
    return (Section(None, 0, root.blocks), *root.sections)


def _section(blocks: tuple[Block, ...], level: int, heading: Block | None) -> Section:
    """A heading with the blocks under it, those below lower subheads in sections of their own."""
    at = 0
    while at < len(blocks) and blocks[at].kind is not Kind.HEADING:
        at += 1
    own = blocks[:at]
    below: list[Section] = []
    while at < len(blocks):
        head = blocks[at]
        stop = at + 1
        while stop < len(blocks) and not (
            blocks[stop].kind is Kind.HEADING and blocks[stop].level <= head.level
        ):
            stop += 1
        below.append(_section(blocks[at + 1 : stop], head.level, head))
        at = stop
    return Section(heading, level, own, tuple(below))
