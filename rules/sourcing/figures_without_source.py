from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Option, Passage, Rule, Severity, quoted, regex
from presslint.desk import Form, Number, has_source_words, is_outward

SIGN = regex(r"[%$€£¥₹]|\b(?:EUR|USD|GBP|euros?|dollars?|percent)\b")
SHOWN = 20  # further figures that a finding lists


class FiguresWithoutSource(Rule):
    """Figures come from somewhere, and the article says from where.

    “+85 %”, “30–50 % faster”, “527 % more”: five percentages or three amounts of money and more in one part of an article, and in it no link to another
    site, nobody quoted, nothing that is cited: whoever reads it can look up none of them. Subheads, lists and tables
    count, since that is where figures are thrown in by the dozen. A calculation of the article's own and
    a house's own measurements look the same, so that this is a suggestion. Copy that speaks as “we” is left alone. Told
    once for an article.
    """

    severity = Severity.SUGGESTION
    reads = frozenset({"figures"})
    languages = frozenset({"en", "de", "fr", "es", "nl", "pt", "it"})
    not_for = frozenset(
        {
            "opinion",
            "review",
            "docs",
            "index",
            "event",
            "recipe",
            "results",
            "sport",
            "press-release",
            "live",
            "interview",
        }
    )
    yields_to: ClassVar = {"unsourced-statistic": "section", "no-named-source": "article"}
    sources = (
        "The Trust Project: citations and references",
        "Journalism Trust Initiative, clause 12: sources",
    )
    many: int = Option(5, ge=2, description="The fewest percentages in an article that cites nothing.")
    amounts: int = Option(3, ge=0, description="The fewest amounts of money; 0 leaves money alone.")
    examples: ClassVar = (
        Good("Sales rose 12%, 14%, 20%, 30% and 40%, according to the port.\n"),
        Good("Sales rose 12%, 14%, 20%, 30% and 40%. See [the list](https://port.example.org/list).\n"),
        Good("Sales rose 12%, 14%, 20%, 30% and 40%. “We sold more,” said Ana Ruiz.\n"),
        Good("Sales rose 12%, 14%, 20% and 30%.\n"),
        Bad(
            "Sales rose [[12%]] at once.\n\n- Fares: 14%\n- Boats: 20%\n- Crews: 30%\n- Piers: 40%\n",
            says="“12%” and 4 more figures have no source in their part of the article; say who measured them and link "
            "it, or cut them.",
            severity="suggestion",
        ),
        Bad(
            "The boats cost [[€3 million]], the pier €4 million and the crane €5 million.\n",
            severity="suggestion",
        ),
        Good("The boats cost €3 million and the pier €4 million.\n"),
        Good("The boats cost €3 million, the pier €4 million and the crane €5 million.\n", amounts=0),
        Bad("Sales rose [[12%]] and 14%.\n", many=2, severity="suggestion"),
        Bad(
            "---\nlanguage: fr\n---\n\nLes ventes ont augmenté de [[12 %]], puis de 14 %, 20 %, 30 % et 40 %.\n",
            severity="suggestion",
        ),
        Good("---\nlanguage: de\n---\n\nEs waren 12 %, 14 %, 20 %, 30 % und 40 %, laut dem Hafen.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        found = [figures for section in _parts(article) if (figures := self.unsourced(article, section))]
        if not found:
            return
        first, *others = [figure for figures in found for figure in figures]
        yield self.finding(
            first,
            f"{quoted(first.text)} and {len(others)} more figure{'s have' if len(others) > 1 else ' has'} no source "
            "in their part of the article; say who measured them and link it, or cut them.",
            see=tuple((other, "and here") for other in others[:SHOWN]),
        )

    def unsourced(self, article: Article, blocks: tuple[Block, ...]) -> list[Passage]:
        """The percentages of a part, when they are many and nothing in the part is cited, quoted or linked."""
        inner = [each for block in blocks for each in block.walk()]
        found = [number for each in inner for number in _figures(article, each)]
        shares = sum(number.form is Form.PERCENT for number in found)
        figures = [number.passage for number in found]
        enough = shares >= self.many or 0 < self.amounts <= len(found) - shares
        if not enough or any(is_outward(article, link) for each in inner for link in each.links):
            return []
        quoted_in = {id(quotation.passage.root) for quotation in article.quotations}
        texts = [each.passage for each in inner if each.passage is not None]
        cited = any(
            id(text.root) in quoted_in or has_source_words(article.primary_language, text.text)
            for text in texts
        )
        return [] if cited else figures


def _parts(article: Article) -> Iterator[tuple[Block, ...]]:
    """The sections of an article, each with what stands below it."""
    for section in article.sections:
        yield section.all_blocks


def _figures(article: Article, block: Block) -> Iterator[Number]:
    """The percentages and amounts of money of a block that are neither quoted nor code."""
    if block.passage is not None and block.kind is not Kind.CODE and SIGN.search(block.text):
        for number in article.figures.within(article.own(block.passage)):
            if number.form in (Form.PERCENT, Form.MONEY):
                yield number
