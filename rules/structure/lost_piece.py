from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Passage, Rule, Severity, quoted, regex
from presslint.desk import ENDING_TAGS, no_end, unread

START = regex(r"[,;]\s?(?=[^\W\d_]{2})")
LABEL = regex(r"[A-ZÀ-ÖØ-Þ][^\W\d_]{1,20}(?: [^\W\d_]{1,16}){0,3}\s?[:：]")
CUT_TITLE = regex(r"\w(?P<dots>\s(?:\.{3,4}|…)|(?:\s\.){3})\s*\Z")
CUT = regex(r"[^\W\d_](?P<dots>\s?(?:\.{3}|…))\s*\Z")
WORDS = 12  # of a paragraph that a program may have cut
MANY = 3  # cut paragraphs, and half of all, from which dots are no manner of the writer
LONG = 45  # characters of a subhead that a feed may have cut
TITLE = 6  # words of a link that is the title of something


class LostPiece(Rule):
    """A paragraph has its beginning and its end.

    A paragraph that begins with a comma lost what stood before it, and a label at the very end (“Further reading:”)
    what it announced. A long subhead or the title of a link that ends in dots after a blank (“Yard plans new hall by
    the ...”) was cut by a feed, and so were paragraphs when most of those that stand alone below a subhead, or most
    items, end in three dots, or one that stops at “of the...” before a rule. Paragraphs whose writer lets a thought
    trail off, short subheads, quotations and code are left alone.
    """

    severity = Severity.WARNING
    reads = frozenset({"paragraph", "heading", "item"})
    sources = (
        "Known accident: feed excerpts published as bodies",
        "Copy-desk practice: read to the last line",
    )
    yields_to: ClassVar = {"truncated-text": "place", "empty-slot": "place", "dangling-list-lead-in": "place"}
    as_one = "{what} (so do {places} more); {remedy}."
    as_one_above = 3
    examples: ClassVar = (
        Bad(
            "The board met on Monday.\n\n[[, ]]which the mayor called a good sign for the town.\n",
            says="The paragraph begins with a comma; restore what stood before it or cut the mark.",
            severity="warning",
        ),
        Bad(
            "## Yard plans to build a new and longer hall by the[[ ...]]\n\nIt is to be built by the river.\n",
            says="The subhead was cut off at “the ...”; write one that ends.",
            severity="warning",
        ),
        Bad("- [The yard plans a new hall by the[[ …]] ](https://pier.example.net/a)\n- Boats\n"),
        Bad(
            "The yard wants to build a new hall by the river, and the neighbours have asked the board for the[[...]]\n\n---\n\n"
            "The ferry is late.\n",
            says="The paragraph was cut off at “the...”; restore the rest or end the sentence.",
        ),
        Bad(
            "## Yard\n\nThe yard wants to build a new hall by the river, and the neighbours have asked the board[[…]]\n\n"
            "## Ferry\n\nThe ferry was late on Monday since the crew of the boat had not been told of the storm[[ ...]]\n\n"
            "## Pier\n\nThe pier is open again from May, since the board of the town and all the pilots wanted it[[...]]\n\n"
            "## Ramp\n\nIt is open.\n"
        ),
        Good(
            "## Yard\n\nThe yard wants to build a new hall by the river, and the neighbours have asked, well…\n\n"
            "## Ferry\n\nThe ferry was late on Monday.\n"
        ),
        Bad(
            "Le conseil se réunit lundi.\n\n[[Pour en savoir plus :]]\n",
            says="Nothing stands behind “Pour en savoir plus :”; write what it announces or cut it.",
        ),
        Good(
            "It sails, and the crew says:\n\nthe boat is late and all the people of the town are glad of it now.\n"
        ),
        Good(
            "The board met.\n\niPhones of the crew had not been told of the storm that was known to all.\n\nIt is: see below\n"
        ),
        Good("## Boats, piers, …\n\nIt sails…\n\n---\n\nIt is late. “, he said” is no start.\n"),
        Good(
            "> The yard wants to build a new hall by the river, and the neighbours asked the board…\n\n---\n\nIt is.\n"
        ),
        Good(
            "The yard wants to build a new hall by the river, and the neighbours ask the board. And so on.\n\n---\n\nIt is.\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for block, after in pairwise((*article.walk(), None)):
            if block is None or block.passage is None:
                continue
            if block.kind is Kind.PARAGRAPH and (start := START.match(block.text)):
                yield self.finding(
                    block.passage[: start.end()],
                    "The paragraph begins with a comma; restore what stood before it or cut the mark.",
                )
            elif block.kind is Kind.HEADING and after is not None and len(block.text) >= LONG:
                yield from self.title(block.passage, "subhead")
            for link in block.links:
                if link.text and len(link.text.text.split()) >= TITLE:
                    yield from self.title(link.text, "title")
        yield from self.excerpts(article)
        last = article.blocks[-1] if article.blocks else None
        if last is not None and last.passage and is_label(last) and not unread(article, last, None):
            yield self.finding(
                last, f"Nothing stands behind {quoted(last.text.strip())}; write what it announces or cut it."
            )

    def title(self, passage: Passage, what: str) -> Iterator[Finding]:
        """A headline of the page or of a list that ends in dots behind a blank."""
        text = passage.text.rstrip()
        dots = CUT_TITLE.search(text)
        if dots is not None:
            at = dots.start("dots")
            last = text[:at].split()[-1] + text[at:]
            yield self.finding(
                passage[at : len(text)], f"The {what} was cut off at {quoted(last)}; write one that ends."
            )

    def excerpts(self, article: Article) -> Iterator[Finding]:
        """Paragraphs that end in dots: one that stops on a small word before a rule, or most of those of the page."""
        ends, items = last_paragraphs(article), [block for block in article.walk() if block.kind is Kind.ITEM]
        sure = {
            id(block)
            for block, before in ends
            if before is Kind.SEPARATOR and is_cut(block) and stops(article, block)
        }
        for row in ([block for block, _ in ends], items):
            cut = [block for block in row if is_cut(block)]
            if len(cut) < MANY or len(cut) * 2 < len(row):
                cut = [block for block in cut if id(block) in sure]
            for block in cut:
                dots = CUT.search(block.text)
                if dots is None or block.passage is None:
                    continue
                at = dots.start("dots")
                last = block.text[:at].split()[-1] + block.text[at:].rstrip()
                yield self.finding(
                    block.passage[at : len(block.text.rstrip())],
                    f"The {block.kind.value} was cut off at {quoted(last)}; restore the rest or end the sentence.",
                )


def is_label(block: Block) -> bool:
    """Whether the last paragraph is a label that announces something: “Further reading:”."""
    text = block.text.strip()
    return (
        block.kind is Kind.PARAGRAPH
        and LABEL.fullmatch(text) is not None
        and not block.media
        and not block.links
    )


def last_paragraphs(article: Article) -> list[tuple[Block, Kind]]:
    """The paragraphs that stand alone between two headings or rules, each with what stands behind it."""
    ends = (Kind.SEPARATOR, Kind.HEADING)
    return [
        (block, after.kind)
        for before, block, after in zip(
            (None, *article.blocks), article.blocks, article.blocks[1:], strict=False
        )
        if block.kind is Kind.PARAGRAPH
        and after.kind in ends
        and (before is None or before.kind in ends or after.kind is Kind.SEPARATOR)
    ]


def is_cut(block: Block) -> bool:
    """Whether a paragraph or item is long enough for a program to have cut it, and ends in three dots."""
    return (
        block.passage is not None and block.passage.word_count >= WORDS and CUT.search(block.text) is not None
    )


def stops(article: Article, block: Block) -> bool:
    """Whether a paragraph stops at a word with which no sentence of its language ends."""
    tag = article.primary_language
    kept = CUT.sub(lambda found: found[0][: found.start("dots") - found.start()], block.text)
    return tag in ENDING_TAGS and no_end(tag).search(kept[-16:]) is not None
