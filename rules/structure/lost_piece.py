from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Rule, Severity, quoted, regex

START = regex(r"[,;]\s?(?=[^\W\d_]{2})")
CUT_HEADING = regex(r"\w(?P<dots>\s(?:\.{3,4}|…)|(?:\s\.){3})\s*\Z")
CUT = regex(r"[^\W\d_](?P<dots>\s?(?:\.{3}|…))\s*\Z")
WORDS = 12  # of a paragraph that a program may have cut
TWICE = 2  # cut paragraphs from which dots before a subhead are no manner of the writer


class LostPiece(Rule):
    """A paragraph has its beginning and its end.

    A paragraph that begins with a comma lost what stood before it. A subhead that ends in dots after a blank
    (“Yard plans new hall ...”) was cut by a feed, and so was a long paragraph that ends in three dots right before a
    rule, or twice and more before the next subhead or item. One paragraph whose writer lets a thought trail off,
    lists of short phrases, quotations and code are left alone.
    """

    severity = Severity.WARNING
    reads = frozenset({"paragraph", "heading", "item"})
    sources = (
        "Known accident: feed excerpts published as bodies",
        "Copy-desk practice: read to the last line",
    )
    yields_to: ClassVar = {"truncated-text": "place"}
    as_one = "{what} (so do {places} more); {remedy}."
    as_one_above = 3
    examples: ClassVar = (
        Bad(
            "The board met on Monday.\n\n[[, ]]which the mayor called a good sign for the town.\n",
            says="The paragraph begins with a comma; restore what stood before it or cut the mark.",
            severity="warning",
        ),
        Bad(
            "## Yard plans a new hall[[ ...]]\n\nIt is to be built by the river.\n",
            says="The subhead was cut off at “hall ...”; write one that ends.",
            severity="warning",
        ),
        Bad(
            "The yard wants to build a new hall by the river, and the neighbours have asked the board for[[...]]\n\n---\n\n"
            "The ferry is late.\n",
            says="The paragraph was cut off at “for...”; restore the rest or end the sentence.",
        ),
        Bad(
            "## Yard\n\nThe yard wants to build a new hall by the river, and the neighbours have asked the board[[…]]\n\n"
            "## Ferry\n\nThe ferry was late on Monday since the crew of the boat had not been told of the[[ ...]]\n\n"
            "## Pier\n\nIt is open.\n"
        ),
        Good(
            "## Yard\n\nThe yard wants to build a new hall by the river, and the neighbours have asked, well…\n\n"
            "## Ferry\n\nThe ferry was late on Monday.\n"
        ),
        Good("## Boats, piers, …\n\nIt sails…\n\n---\n\nIt is late. “, he said” is no start.\n"),
        Good("> The yard wants to build a new hall by the river, and the neighbours asked the board…\n\n---\n\nIt is.\n"),
        Good("The yard wants to build a new hall by the river, and the neighbours ask the board. And so on.\n\n---\n\nIt is.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        cut: list[Block] = []
        sure = 0
        for block, after in pairwise((*article.blocks, None)):
            if block is None or block.passage is None:
                continue
            text = block.text
            if block.kind is Kind.PARAGRAPH and (start := START.match(text)):
                yield self.finding(
                    block.passage[: start.end()],
                    "The paragraph begins with a comma; restore what stood before it or cut the mark.",
                )
            elif block.kind is Kind.HEADING and after is not None and (dots := CUT_HEADING.search(text)):
                yield self.told(block, "subhead", dots.start("dots"), "write one that ends")
            elif block.kind is Kind.PARAGRAPH and after is not None and is_cut(block):
                if after.kind in (Kind.SEPARATOR, Kind.HEADING):
                    cut.append(block)
                    sure += after.kind is Kind.SEPARATOR
        cut += [item for item in article.walk() if item.kind is Kind.ITEM and is_cut(item)]
        if sure or len(cut) >= TWICE:
            for block in cut:
                dots = CUT.search(block.text)
                if dots is not None:
                    yield self.told(block, block.kind.value, dots.start("dots"), "restore the rest or end the sentence")

    def told(self, block: Block, what: str, at: int, remedy: str) -> Finding:
        assert block.passage is not None
        last = block.text[:at].split()[-1] + block.text[at:].rstrip()
        return self.finding(
            block.passage[at:].strip() if block.text[at] != " " else block.passage[at : len(block.text.rstrip())],
            f"The {what} was cut off at {quoted(last)}; {remedy}.",
        )


def is_cut(block: Block) -> bool:
    """Whether a paragraph or item is long enough for a program to have cut it, and ends in three dots."""
    return block.passage is not None and block.passage.word_count >= WORDS and CUT.search(block.text) is not None
