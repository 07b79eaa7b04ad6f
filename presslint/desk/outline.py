"""What stands under a heading and between two blocks, as far as a reader can tell.

A reader makes blocks of what it understands. Where the source holds something else between two blocks
(a form, a widget, a drawing), a rule about missing content has to keep still: `unread` says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from presslint.model.document import Block, Document, Kind, Section, once
from presslint.model.passage import Passage
from presslint.model.regex import regex

# kinds that are content whatever words they hold
SHOWN = frozenset(
    (Kind.LIST, Kind.TABLE, Kind.QUOTE, Kind.MEDIA, Kind.EMBED, Kind.CODE, Kind.CAPTION, Kind.NOTE)
)
# lines that templates leave behind, and labels whose value is missing
EMPTY_LABEL = regex(r"(?:advertisements?|ad|sponsored|related|read more|tk|tbd|tba|[\w ]{1,20}:)", re.I)

# the subhead of the notes, in the languages that have one word for it
_NOTES = frozenset(
    "footnotes footnote endnotes endnote notes note references reference sources source citations citation "
    "fuentes notas nota referencias quellen quelle fußnoten anmerkungen belege bronnen voetnoten noten "
    "referenties fontes referências références notizen fonti riferimenti källor noter".split()
)
# a subhead that names a language parts a text from its translation
TONGUES = frozenset(
    "english english version deutsch german french français spanish español portuguese português italian italiano dutch "
    "nederlands japanese 日本語 chinese 中文 русский polski svenska dansk norsk suomi čeština türkçe 한국어".split()
)
ASIDE_LIMIT = 2000  # characters of a box in which a pull quote stands
# an element with nothing in it that a script fills: it has a name or data, and its end follows at once
_FILLED = regex(
    r"<(div|section|span|figure|p)\s(?=[^<>]{0,400}\b(?:id|data-[\w-]{1,40})\s?=)[^<>]{1,400}>\s{0,50}</\1>",
    re.I,
)
GAP_LIMIT = 4000  # characters between two blocks that are looked at
# what may stand between two blocks without being content: comments, block tags, marks of Markdown
_NO_CONTENT = regex(
    r"</?(?:h[1-6]|p|div|section|article|main|header|footer|br|hr|span|a|b|i|u|strong|em|ul|ol|li|body|html)\b"
    r"[^<>]{0,400}>"
    r"|\\[nrt]|&nbsp;|&#160;|\{[#:.][^}\n]{0,120}\}|[\s#=*_~>|\-+\"',\\{}\[\]]+",
    re.S | re.I,
)
# formats in which the body reaches to the end of the file
_BODY_TO_THE_END = frozenset(("markdown", "plain", "asciidoc", "rst"))


def following(article: Document, block: Block) -> Block | None:
    """The top-level block after `block`, or None at the end of the article."""
    at = bisect_left(_starts(article), block.span.end)
    while at < len(article.blocks) and article.blocks[at] is block:
        at += 1
    return article.blocks[at] if at < len(article.blocks) else None


@once
def _starts(article: Document) -> tuple[int, ...]:
    return tuple(block.span.start for block in article.blocks)


def stands_aside(article: Document, passage: Passage) -> bool:
    """Whether a passage stands in an `<aside>`, where pages repeat a sentence of the copy in large type."""
    at = passage.span.start
    before = article.source.text[max(at - ASIDE_LIMIT, 0) : at]
    return before.rfind("<aside") > before.rfind("</aside")


def unread(article: Document, block: Block, upto: Block | None) -> bool:
    """Whether the source holds more between two blocks than white space, comments and empty tags."""
    if upto is None and article.format not in _BODY_TO_THE_END:
        return False
    gap = _without_comments(article.source.text[block.span.end : upto.span.start if upto else None])
    gap = gap[:GAP_LIMIT]
    return bool(_NO_CONTENT.sub("", gap)) or _FILLED.search(gap) is not None


def _without_comments(text: str) -> str:
    """A text without its HTML comments; one that never ends reaches to the end."""
    kept: list[str] = []
    for number, piece in enumerate(text.split("<!--")):
        kept.append(piece if number == 0 else piece.partition("-->")[2])
    return "".join(kept)


def has_content(block: Block) -> bool:
    """Whether a block gives a reader anything: words, a list, a picture."""
    if block.kind in SHOWN or block.media:
        return True
    if block.kind in (Kind.SEPARATOR, Kind.FOOTNOTE):
        return False
    if block.passage is None:
        return bool(block.children)
    return block.word_count > 0 and EMPTY_LABEL.fullmatch(block.text.strip()) is None


def is_bare(article: Document, section: Section) -> bool:
    """Whether nothing stands under the section's heading, its subsections included.

    Footnotes are set at the end of the page wherever they stand in the source, so they fill the last
    section and one of notes.
    """
    heading = section.heading
    if heading is None or any(has_content(b) for b in section.all_blocks if b.kind is not Kind.HEADING):
        return False
    if any(block.kind is Kind.FOOTNOTE for block in section.all_blocks) and (
        not _NOTES.isdisjoint(heading.text.casefold().split()) or _is_last(article, heading)
    ):
        return False
    return not unread(article, heading, following(article, heading))


def _is_last(article: Document, heading: Block) -> bool:
    """Whether no other heading follows."""
    return not any(
        block.kind is Kind.HEADING and block.span.start > heading.span.start for block in article.blocks
    )


class Bareness(Struct, frozen=True):
    """Of the subheads of an article: how many there are at each level, and what stands under them."""

    all: Counter[int]
    bare: Counter[int]
    after_written: frozenset[int]  # ids of those with an earlier one of their part and level that has a text


@once
def bareness(article: Document) -> Bareness:
    """What stands under the subheads, worked out once for an article."""
    found = Bareness(Counter(), Counter(), frozenset())
    after_written: set[int] = set()
    for parent in (Section(None, 0, (), article.sections), *article.walk_sections()):
        written: set[int] = set()
        for section in parent.sections:
            if section.heading is None:
                continue
            bare = is_bare(article, section)
            found.all[section.level] += 1
            found.bare[section.level] += bare
            if section.level in written:
                after_written.add(id(section.heading))
            if not bare:
                written.add(section.level)
    return replace(found, after_written=frozenset(after_written))


def holds_unread(article: Document, section: Section) -> bool:
    """Whether anything in a section, its subsections included, was not understood by the reader."""
    blocks = section.all_blocks
    if section.heading is not None:
        blocks = (section.heading, *blocks)
    if not blocks:
        return False
    return any(unread(article, block, after) for block, after in pairwise(blocks)) or unread(
        article, blocks[-1], following(article, blocks[-1])
    )
