"""Where in an article a data rule looks, in Vale's words: `heading.h2`, `~blockquote`, `list & strong`.

A scope takes stretches of copy by what they are, inline scopes (`link`, `strong`, `emphasis`) and
`sentence` cut them further, and `raw` is the body as it stands in the file, markup and quotations
included. Everywhere else quotations and code are masked: they are not the writer's words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from presslint.article import Article
from presslint.language.phrases import FOUND_IN_COPY, Copy, copies
from presslint.language.voices import sentences_of
from presslint.model.document import Kind
from presslint.model.errors import PresslintError
from presslint.model.passage import Part, Passage

# what a block is called; every one of these is `text` as well
BLOCKS = {
    Kind.HEADING: "heading",
    Kind.PARAGRAPH: "paragraph",
    Kind.ITEM: "list",
    Kind.QUOTE: "blockquote",
    Kind.CELL: "table",
    Kind.CAPTION: "caption",
    Kind.FOOTNOTE: "footnote",
    Kind.NOTE: "note",
}
FIELDS = ("headline", "dek", "kicker", "byline", "dateline", "description", "tags", "section", "correction")
SHOWN = frozenset(("headline", "dek", "kicker"))  # fields that are `text`
INLINE = {"link": "link", "strong": "strong", "emphasis": "em"}
HEADINGS = tuple(f"heading.h{level}" for level in range(1, 7))
ALSO = {"table.cell": "table", "figure.caption": "caption", "tag": "tags"}  # other words for the same
KNOWN = frozenset(
    (
        "text",
        "alt",
        "meta",
        "raw",
        "sentence",
        "summary",
        *BLOCKS.values(),
        *FIELDS,
        *INLINE,
        *HEADINGS,
        *ALSO,
    )
)


class ScopeError(PresslintError):
    """A scope that nobody knows; who reads the rule file adds its name and the line."""


class Scope(Struct, frozen=True):
    """One selector: all of `takes` and none of `leaves` must hold for a stretch of copy."""

    takes: frozenset[str]
    leaves: frozenset[str]
    inline: str = ""  # the mark that the words must stand under
    sentence: bool = False
    summary: bool = False
    raw: bool = False

    @property
    def plain(self) -> bool:
        """True when whole passages in the writer's own words are looked at."""
        return not (self.inline or self.sentence or self.raw or "blockquote" in self.takes)

    def accepts(self, copy: Copy) -> bool:
        names = names_of(copy)
        if copy.quoted and "blockquote" not in self.takes:
            return False
        return self.takes <= names and not self.leaves & names


def parse(selector: str) -> Scope:
    """Raises ScopeError for an unknown name."""
    takes: set[str] = set()
    leaves: set[str] = set()
    for word in selector.split("&"):
        name = word.strip()
        negated = name.startswith("~")
        name = name.removeprefix("~").strip()
        if name.startswith("text.frontmatter."):
            name = name.rsplit(".", 1)[-1]
        if name not in KNOWN:
            from difflib import get_close_matches

            close = get_close_matches(name, KNOWN, 1)
            hint = f"; did you mean “{close[0]}”?" if close else f"; known are {', '.join(sorted(KNOWN))}"
            raise ScopeError(f"there is no scope “{name}”{hint}")
        (leaves if negated else takes).add(ALSO.get(name, name))
    inline = next((INLINE[name] for name in takes if name in INLINE), "")
    special = {"sentence", "summary", "raw", *INLINE}
    kept = takes - special
    return Scope(
        frozenset(kept) or frozenset(("text",)),
        frozenset(leaves),
        inline,
        "sentence" in takes,
        "summary" in takes,
        "raw" in takes,
    )


def names_of(copy: Copy) -> frozenset[str]:
    """All scope names that a stretch of copy answers to."""
    if copy.field is not None:
        name = copy.field.name
        if name == "headline" and copy.field.origin in FOUND_IN_COPY:
            return frozenset((name, "text", "heading", "heading.h1"))
        return frozenset((name, "text") if name in SHOWN else (name, "meta"))
    if copy.block is None:
        return frozenset(("alt",) if copy.passage.part is Part.ALT else ("caption", "text"))
    names = {"text", BLOCKS.get(copy.block.kind, "text")}
    if copy.block.kind is Kind.HEADING:
        names.add(f"heading.h{copy.block.level}")
    if copy.passage.part is Part.HEADLINE:
        names.add("headline")
    if copy.quoted:
        names.add("blockquote")
    return frozenset(names)


class Stretch(Struct, frozen=True, eq=False):
    """A passage that a rule is to look at; `copy` is None for the raw body."""

    passage: Passage
    copy: Copy | None


def stretches(article: Article, scopes: Sequence[Scope]) -> Iterator[Stretch]:
    """What the scopes take of an article, each place once, in reading order."""
    if any(scope.raw for scope in scopes):
        text = article.source.text
        yield Stretch(Passage.of(article.source, article.body_start, len(text)), None)
        return
    inline = frozenset(scope.inline for scope in scopes)
    for copy in copies(article):
        if "" not in inline and not any(mark.kind in inline for mark in copy.passage.marks):
            continue
        scope = next((scope for scope in scopes if scope.accepts(copy)), None)
        if scope is None:
            continue
        passage = copy.passage if "blockquote" in scope.takes else copy.own
        pieces = passage.marked(scope.inline) if scope.inline else (passage,)
        for piece in pieces:
            if scope.sentence:
                yield from (Stretch(sentence, copy) for sentence in sentences_of(article, piece))
            else:
                yield Stretch(piece, copy)
