from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Option, Rule, Severity, quoted, regex
from presslint.desk import amount_in, torn_amounts

# a label over the rest of a value: a sign, a currency, a point
REST = regex(
    r"[*_ ]{0,3}[^\W\d_][^:\n]{1,30}:[*_]{0,2}\s(?:[$€£¥]|[-−+±]0?[.,]?|[$€£¥]?[.,]|[-−+]?%)[*_]{0,2}\Z"
)
SHOWN = frozenset((Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING, Kind.CELL, Kind.CAPTION))
FIELDS = ("headline", "dek", "description")


class TornAmount(Rule):
    """An amount is whole.

    “Raised  million at a .4 billion valuation”, “spent 00 million”, “grew percent”, “of 3. 5 million”: a program
    took the beginning of an amount for something of its own, or cleaned a figure away, and what is left tells
    nothing or something false. So does a label with only a sign or a point behind it (“Change: -”). Where a link
    beside it has the amount in its address, the message says so. Figures with a currency sign before the point
    (“$.5 million”), a calibre (“.22”), tables of millions, “one in a million” and code are left alone.
    """

    severity = Severity.WARNING
    reads = frozenset({"prose", "headline", "heading", "dek", "description", "cell", "caption"})
    sources = ("Reuters Handbook of Journalism: figures are checked twice",)
    yields_to: ClassVar = {"missing-filling": "place", "unfinished-part": "place"}
    allow: tuple[str, ...] = Option(
        (), description="Amounts that the house prints so on purpose, as written."
    )
    examples: ClassVar = (
        Bad(
            "The yard was sold at a [[.4 billion]] valuation, the board said.\n",
            says="“.4 billion” has lost the beginning of its figure; write the whole amount.",
            severity="warning",
        ),
        Bad("The yard [[raised  million]] in May, and the pier [[costs  million]].\n"),
        Bad("Towns that once spent [[0 million]] on ramps now spend [[00 million]] a year.\n"),
        Bad("Median prices begin at about [[00,000]] on the pier.\n"),
        Bad("The fares [[grew percent]] in June.\n"),
        Bad("The town has a port of [[3. 5 million]] tonnes.\n"),
        Bad("The pier drew about [[,000]] people.\n"),
        Bad("---\ntitle: The yard raises [[.2 million]] for its pier\n---\nIt sails.\n"),
        Bad(
            "The yard [took [[.5 billion]]](https://paper.example.net/yard-takes-2-5-billion) in May.\n",
            says="“.5 billion” has lost the beginning of its figure; the address beside it has “2-5-billion”.",
        ),
        Bad(
            "- Fares: 4.20\n- [[Change: -]]\n",
            says="“Change: -” has lost its value; write it or cut the line.",
        ),
        Good("- Fares: 4.20\n- Change: -0.4\n- Note: —\n"),
        Good(
            "It fires a .22 shot, at a cost of $.5 million, and 100 000 people heard it; 10 000 000 million.\n"
        ),
        Good(
            "One in a million, parts per million, half a million, several million and two  million boats.\n"
        ),
        Good("They number in the hundreds. 5 million people sail; the list has 1. 5 million boats.\n"),
        Good(
            "The town spends millions and pays billion-dollar fees; sorted by percent, it moves to million-dollar yachts, up to a billion.\n"
        ),
        Good("- Fares: 4.20\n- Step: ...\n- “Key”: ,\n"),
        Good("The board wrote `.4 billion` there.\n"),
        Good("The yard has a .4 billion share.\n", allow=(".4 billion",)),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for name in FIELDS:
            for field in article.all(name)[:1]:
                for where in torn_amounts(field.passage):
                    if where.text not in self.allow:
                        yield self.finding(where, said(where.text, ""))
        fields = {field.passage.span for name in FIELDS for field in article.all(name)[:1]}
        for block in article.walk():
            if block.passage is None or block.kind not in SHOWN or block.passage.span in fields:
                continue
            yield from self.torn(article, block)

    def torn(self, article: Article, block: Block) -> Iterator[Finding]:
        if block.passage is None:
            return
        for where in torn_amounts(article.own(block.passage)):
            if where.text not in self.allow:
                whole = next((amount for link in block.links if (amount := amount_in(link.target))), "")
                yield self.finding(where, said(where.text, whole))
        text = block.text
        if len(text) <= 40 and ":" in text and REST.match(text) and not text.rstrip().endswith(("--", ":-")):
            yield self.finding(block, f"{quoted(text.strip())} has lost its value; write it or cut the line.")


def said(text: str, whole: str) -> str:
    """What is wrong with the rest of an amount, and what to write."""
    beside = f"the address beside it has {quoted(whole)}" if whole else "write the whole amount"
    lost = "lost the beginning of its figure" if text[0] in ".,0" else "lost a part of its figure"
    return f"{quoted(text)} has {lost}; {beside}."
