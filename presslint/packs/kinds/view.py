"""What Vale sees of an article, for rules that come from a Vale style.

presslint masks quotations and takes the first heading for the headline; Vale reads every word that a reader
sees, two blanks as two and a line break as one. This is a view of the same article: passages with their
places, under the names that Vale's scopes have for them (https://vale.sh/docs/topics/scoping).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from presslint.article import Article
from presslint.language.phrases import FOUND_IN_COPY, Searched
from presslint.model.document import Block, Field, Kind, Link, Media, once
from presslint.model.intervals import Stretches
from presslint.model.passage import MASK, Passage, Run
from presslint.model.regex import regex
from presslint.model.source import Source, Span
from presslint.packs.kinds.patterns import Matcher, PatternError, matcher

SETTINGS = "vale"  # where `Article.settings` has them
IGNORED = frozenset(("code", "tt"))  # inline tags whose words are masked unless the config names others
SKIPPED = frozenset(("script", "style", "pre", "figure"))
TAGS = {
    "strong": ("strong", "b"),
    "em": ("em", "emphasis", "i"),
    "code": ("code", "tt"),
    "link": ("link", "a"),
}
# marks of a passage, and what a scope calls them
INLINE = {"link": "link", "strong": "strong", "em": "emphasis", "code": "code"}
BLOCKS = {
    Kind.ITEM: "list",
    Kind.QUOTE: "blockquote",
    Kind.CAPTION: "figure.caption",
    Kind.FOOTNOTE: "list",
    Kind.CODE: "code",
}
# what a scope names beside the blocks; a block is one of these only where the rule asks for it
APART = frozenset(("raw", "summary", "paragraph", "sentence", *INLINE.values()))
MATH = regex(r"(?ms)^[ \t]*\$\$.*?\$\$[ \t]*$")
COMPONENT = regex(r"<([A-Z][\w.]*)[^<>\n]*>[^<>\n]*</\1>")
BRACE = regex(r"[{}]")
NAMES = frozenset(
    "text heading h1 h2 h3 h4 h5 h6 table header cell caption figure list blockquote attr alt title href frontmatter"
    " comment line block md html txt mdx rst adoc org tex xml json yml py".split()
)


class ValeSettings(Struct, frozen=True):
    """What a `.vale.ini` says that the rules themselves do not.

    `token_ignores` and `block_ignores` are regular expressions for what is no copy; the names of tags and
    classes are those of HTML. Empty `ignored_scopes` and `skipped_scopes` are Vale's own. `accepted` and
    `rejected` are the entries of a vocabulary, each a word or a regular expression. `dictionaries` is the
    folder of the Hunspell dictionaries. `plain` reads a file as text, whatever its format.
    """

    token_ignores: tuple[str, ...] = ()
    block_ignores: tuple[str, ...] = ()
    ignored_scopes: tuple[str, ...] = ()
    skipped_scopes: tuple[str, ...] = ()
    ignored_classes: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    dictionaries: str = ""
    plain: bool = False


class ValeBlock(Struct, frozen=True, eq=False):
    """A stretch of words that Vale judges at once, by the scope that it has there (`text.heading.h2.md`)."""

    scope: str
    passage: Passage
    apart: str = ""  # raw, summary, paragraph, sentence or an inline mark: only for rules that name it

    def is_in(self, selector: Selector) -> bool:
        """Whether a selector takes the block."""
        names = frozenset(self.scope.split("."))
        if self.apart and self.apart not in selector.wanted:
            return False
        return all(part <= names for part in selector.takes) and not any(
            part <= names for part in selector.leaves
        )


class Selector(Struct, frozen=True):
    """A scope of a rule: `heading & ~heading.h1`. Each part is a set of names that a block has all of."""

    takes: tuple[frozenset[str], ...]
    leaves: tuple[frozenset[str], ...]

    @property
    def wanted(self) -> frozenset[str]:
        return frozenset(name for part in self.takes for name in part)

    @classmethod
    def of(cls, words: str) -> Selector:
        takes: list[frozenset[str]] = []
        leaves: list[frozenset[str]] = []
        for part in words.split("&"):
            name = part.strip()
            (leaves if name.startswith("~") else takes).append(
                frozenset(name.removeprefix("~").strip().split("."))
            )
        if not takes:
            takes.append(frozenset(("text",)))
        return cls(tuple(takes), tuple(leaves))

    @property
    def unknown(self) -> frozenset[str]:
        """Names that no block has, as those of a View."""
        return frozenset(
            name
            for part in (*self.takes, *self.leaves)
            if "frontmatter" not in part and "attr" not in part
            for name in part
            if name not in NAMES and name not in APART
        )


class ValeView(Struct, frozen=True, eq=False, dict=True):
    """An article as Vale's rules see it."""

    article: Article
    blocks: tuple[ValeBlock, ...]
    suffix: str

    @cached_property
    def searched(self) -> Searched:
        """All words of the view, for the one pass over all lists."""
        return Searched([block.passage.text for block in self.blocks])

    @cached_property
    def searched_raw(self) -> Searched:
        return Searched([self.article.source.text])

    @cached_property
    def raw(self) -> ValeBlock:
        """The file as it stands."""
        source = self.article.source
        return ValeBlock(f"raw.{self.suffix}", Passage.of(source, 0, len(source.text)), "raw")

    @cached_property
    def prose(self) -> tuple[ValeBlock, ...]:
        """The paragraphs that count for the whole: no headings, items, cells, quotes or attributes."""
        return tuple(
            block for block in self.blocks if block.scope == f"text.{self.suffix}" and not block.apart
        )

    @cached_property
    def summary(self) -> ValeBlock:
        """The paragraphs as one text, as metrics and the scope `summary` have it."""
        whole = _joined([block.passage for block in self.prose], self.article.source)
        return ValeBlock(f"summary.{self.suffix}", whole, "summary")

    @cached_property
    def paragraphs(self) -> tuple[ValeBlock, ...]:
        return tuple(
            ValeBlock(f"paragraph.{self.suffix}", piece, "paragraph")
            for block in self.prose
            for piece in _paragraphs(block.passage)
        )

    @cached_property
    def sentences(self) -> tuple[ValeBlock, ...]:
        return tuple(
            ValeBlock(f"sentence.{self.suffix}", sentence, "sentence")
            for block in self.paragraphs
            for sentence in block.passage.sentences
        )

    @cached_property
    def inline(self) -> tuple[ValeBlock, ...]:
        """What stands under inline markup, by its mark."""
        return tuple(
            ValeBlock(
                f"{block.scope}.{INLINE[mark.kind]}", block.passage[mark.start : mark.end], INLINE[mark.kind]
            )
            for block in self.blocks
            for mark in block.passage.marks
            if mark.kind in INLINE and mark.end > mark.start
        )

    def taken(self, selectors: Sequence[Selector]) -> Iterator[ValeBlock]:
        """The blocks that one of some selectors takes, each once, in reading order."""
        wanted = frozenset(name for selector in selectors for name in selector.wanted)
        if "raw" in wanted:
            yield self.raw
        if "summary" in wanted:
            yield self.summary
        pools: list[tuple[ValeBlock, ...]] = [self.blocks]
        pools += [self.paragraphs] if "paragraph" in wanted else []
        pools += [self.sentences] if "sentence" in wanted else []
        pools += [self.inline] if not wanted.isdisjoint(INLINE.values()) else []
        for pool in pools:
            for block in pool:
                if any(block.is_in(selector) for selector in selectors):
                    yield block


def settings_of(article: Article) -> ValeSettings:
    """The settings that an article was read with; Vale's own where it was read without any."""
    found = article.settings.get(SETTINGS)
    return found if isinstance(found, ValeSettings) else ValeSettings()


@once
def vale_view(article: Article, settings: ValeSettings) -> ValeView:
    """The view of an article, made once for the same settings."""
    suffix = article.source.path.rpartition(".")[2].lower() or "txt"
    if settings.plain or article.format == "plain":
        text = article.source.text
        blocks = [ValeBlock(f"text.{suffix}", Passage.of(article.source, 0, len(text)))]
        ignored = _ignored(article, settings.token_ignores)
    else:
        blocks = list(_Seen(article, settings, suffix).blocks())
        ignored = _ignored(article, (*settings.token_ignores, *settings.block_ignores))
        ignored += _tagged(article, settings)
        if article.format == "markdown":
            ignored += [
                Span(*found.span()) for found in MATH.finditer(article.source.text, article.body_start)
            ]
        if suffix == "mdx":
            ignored += _components(article)
    return ValeView(article, tuple(_without(blocks, ignored)), suffix)


# -- from an article to blocks ---------------------------------------------------------------------


class _Seen:
    """Goes through an article in reading order."""

    def __init__(self, article: Article, settings: ValeSettings, suffix: str) -> None:
        self.article = article
        self.suffix = suffix
        self.masked = frozenset(settings.ignored_scopes) or IGNORED
        self.skipped = frozenset(settings.skipped_scopes) or SKIPPED

    def blocks(self) -> Iterator[ValeBlock]:
        found = [*self.fields(), *self.body()]
        known: set[Span] = set()
        for block in sorted(found, key=lambda block: block.passage.span):
            if block.passage.span not in known:
                known.add(block.passage.span)
                yield block

    def fields(self) -> Iterator[ValeBlock]:
        """Values of the front matter, and words of the copy that presslint reads as fields."""
        front: dict[str, list[Field]] = {}
        for name, fields in self.article.fields.items():
            for field in fields:
                if field.origin == "front matter":
                    front.setdefault(field.key, []).append(field)
                elif field.origin in FOUND_IN_COPY and field.passage:
                    scope = f"heading.h{self.level(field)}" if name == "headline" else ""
                    yield from self.words(field.passage, scope)
        for key, values in front.items():
            field = values[0]
            if len(values) == 1 and isinstance(field.value, str) and field.passage:
                yield self.block(f"frontmatter.{key}", self.clean(field.passage))

    def level(self, field: Field) -> int:
        key = field.key.lower()
        return int(key[1]) if len(key) == 2 and key[0] == "h" and key[1].isdecimal() else 1

    def body(self) -> Iterator[ValeBlock]:
        for block in self.article.blocks:
            yield from self.inside(block, "")
        for media in self.article.media:
            yield from self.picture(media)

    def inside(self, block: Block, outer: str) -> Iterator[ValeBlock]:
        """A block and what it holds; the innermost list, quote or table gives the scope."""
        kind = block.kind
        if kind is Kind.CODE:
            if "pre" not in self.skipped and block.passage:
                yield from self.words(block.passage, "code")
            return
        scope = BLOCKS.get(kind, outer)
        if kind is Kind.HEADING:
            scope = f"heading.h{block.level}"
        elif kind is Kind.ROW:
            scope = "table.header" if block.info == "head" else "table.cell"
        elif kind is Kind.CELL:
            scope = "table.header" if self.is_head(block) else outer or "table.cell"
        elif kind is Kind.PARAGRAPH and outer == "table":
            scope = "table.caption"
        elif kind is Kind.TABLE:
            scope = "table"
        if block.passage:
            yield from self.words(block.passage, scope, block.links)
        for media in block.media:
            yield from self.picture(media)
        for child in block.children:
            yield from self.inside(child, scope)

    def is_head(self, cell: Block) -> bool:
        start = cell.span.start
        return self.article.source.text[start : start + 3].lower() == "<th"

    def words(self, passage: Passage, scope: str, links: Sequence[Link] = ()) -> Iterator[ValeBlock]:
        clean = self.clean(passage, links)
        if clean.text.strip():
            yield self.block(scope, clean)

    def picture(self, media: Media) -> Iterator[ValeBlock]:
        if media.alt:
            yield self.block("attr.alt", self.clean(media.alt))
        if media.caption and "figure" not in self.skipped:
            yield self.block("figure.caption", self.clean(media.caption))

    def block(self, scope: str, passage: Passage) -> ValeBlock:
        return ValeBlock(".".join(("text", scope, self.suffix) if scope else ("text", self.suffix)), passage)

    def clean(self, passage: Passage, links: Sequence[Link] = ()) -> Passage:
        """The words as written, line breaks as such; addresses and what Vale leaves out by its tags are masked."""
        written = passage.written
        text = list(written.text)
        for index in written.line_breaks():
            text[index] = "\n"
        for link in links:
            if link.kind == "bare":
                at = written.index(link.text.span.start)
                text[at : at + len(link.text)] = "*" * len(link.text)
        for mark in written.marks:
            if mark.kind == "template" or not self.masked.isdisjoint(TAGS.get(mark.kind, (mark.kind,))):
                text[mark.start : mark.end] = "*" * (mark.end - mark.start)
        shown = "".join(text).replace(MASK, "*")
        return Passage(shown, written.source, written.runs, passage.part, written.marks)


def _joined(passages: Sequence[Passage], source: Source) -> Passage:
    """Passages as one, an empty line between them."""
    text: list[str] = []
    runs: list[Run] = []
    at = 0
    for number, passage in enumerate(passages):
        runs += [run._replace(at=at + run.at) for run in passage.runs]
        text.append(passage.text)
        at += len(passage)
        if number + 1 < len(passages):
            runs.append(Run(at, passage.span.end, passages[number + 1].span.start, True))
            text.append("\n\n")
            at += 2
    return Passage("".join(text), source, tuple(runs))


def _paragraphs(passage: Passage) -> Iterator[Passage]:
    """A passage cut at empty lines, as text without markup has them."""
    at = 0
    for found in re.finditer(r"\n[ \t]*(?:\n[ \t]*)+", passage.text):
        if passage.text[at : found.start()].strip():
            yield passage[at : found.start()].strip()
        at = found.end()
    if passage.text[at:].strip():
        yield passage if at == 0 and passage.text == passage.text.strip() else passage[at:].strip()


# -- what a config leaves out ----------------------------------------------------------------------


def _ignored(article: Article, patterns: Iterable[str]) -> list[Span]:
    """Where the patterns of `TokenIgnores` and `BlockIgnores` stand in the file."""
    found: list[Span] = []
    for pattern in patterns:
        try:
            compiled: Matcher = matcher(pattern)
        except PatternError:
            continue  # who reads the config tells of it
        found += [Span(*match.span()) for match in compiled.finditer(article.source.text) if match.group()]
    return found


def _tagged(article: Article, settings: ValeSettings) -> list[Span]:
    """Where HTML elements stand that the config leaves out, by tag or class."""
    tags = frozenset(settings.ignored_scopes) | frozenset(settings.skipped_scopes)
    classes = frozenset(settings.ignored_classes)
    if (not tags and not classes) or "<" not in article.source.text:
        return []
    from presslint.packs.kinds.vale.elements import elements

    return [Span(*place) for place in elements(article.source.text, tags, classes)]


def _components(article: Article) -> list[Span]:
    """The expressions of an MDX file, and the words inside its components on a line."""
    text = article.source.text
    code = Stretches(block.span for block in article.walk() if block.kind is Kind.CODE)
    found = [Span(*match.span()) for match in COMPONENT.finditer(text)]
    depth = start = 0
    for match in BRACE.finditer(text, article.body_start):
        if code.overlaps(*match.span()):
            continue
        if match.group() == "{":
            start = start if depth else match.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                found.append(Span(start, match.end()))
    return found


def _without(blocks: Iterable[ValeBlock], ignored: Sequence[Span]) -> Iterator[ValeBlock]:
    """The blocks with what is ignored masked; those of which nothing is left go."""
    for block in blocks:
        passage = block.passage
        reach = passage.span
        inside = [span for span in ignored if span.start < reach.end and span.end > reach.start]
        if not inside:
            yield block
            continue
        cuts = Stretches((passage.index(span.start), passage.index(span.end)) for span in inside)
        text = "".join(
            "*" if not char.isspace() and cuts.overlaps(at, at + 1) else char
            for at, char in enumerate(passage.text)
        )
        if text.strip("* \n\t"):
            masked = Passage(text, passage.source, passage.runs, passage.part, passage.marks)
            yield ValeBlock(block.scope, masked, block.apart)
