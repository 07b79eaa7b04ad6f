from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Passage, Rule, Severity, quoted, regex
from presslint.desk import OUTLINE_PARTS, PAGE_ORDERS, records

HEADING_MARK = regex(r"\W{0,3}(H[1-6]|[Hh]eading [1-6]|Titre [1-6]|Título [1-6]) ?[:：]\s?(?=\S)")
SHORT = 16  # words of a subhead
LINES = frozenset((Kind.PARAGRAPH, Kind.HEADING))


class OutlineMark(Rule):
    """An article does not show its outline.

    “H2: The new pier” is the plan of a subhead, and “Introduction:” alone on a line the plan of a paragraph. The marks
    count when two or more of them stand before copy, so that half-years (“H1: profit rose”) and the hypotheses of
    a study, which follow one another, stay out; of the lone names of parts two different ones are asked for. A subhead
    that gives its own length (“Summary 150 words”, “3 bullet points”) or a place on the page (“Hero image: …”) is an order;
    “The story in 100 words” and “5 key facts” are promises to readers.
    """

    severity = Severity.ERROR
    reads = frozenset({"heading", "prose"})
    sources = ("Leftovers seen in articles that were made from an outline",)
    examples: ClassVar = (
        Bad(
            "[[H2: ]]The new pier\n\nIt opens in May, the board said, and costs 4 million.\n\nH3: Fares\n\nThey rise.\n",
            says="“H2:” is a mark of the outline, and one more stands in the article; set a subhead instead.",
            severity="error",
        ),
        Bad(
            "## [[H2: ]]The new pier\n\nIt opens in May.\n\n## H2: Fares\n\nThey rise.\n\n## H2: Crew\n\nFour.\n"
        ),
        Bad(
            "[[Introduction:]]\n\nThe pier opens in May.\n\n**Body:**\n\nIt costs 4 million.\n",
            says="“Introduction:” is a mark of the outline, and one more stands in the article; cut it or write a subhead.",
            severity="warning",
        ),
        Bad("[[Einleitung:]]\n\nDer Steg öffnet.\n\nHauptteil:\n\nEr kostet viel.\n", severity="warning"),
        Bad(
            "It sails.\n\n## [[Summary (150 words)]]\n\nIt sails at noon.\n",
            says="“Summary (150 words)” is an order for a text; write what stands under the subhead.",
            severity="warning",
        ),
        Bad("It sails.\n\n## [[3 bullet points]]\n\n- A\n- B\n- C\n", severity="warning"),
        Bad("Il part.\n\n## [[RésuméDe400mots]]\n\nIl part à midi.\n", settings={"language": "fr"}),
        Bad(
            "It sails.\n\n## [[Hero image: ]]the new pier\n\nIt opens.\n",
            says="“Hero image:” is an order for the page; set the words behind it as a subhead, or cut it.",
            severity="warning",
        ),
        Good("It sails.\n\n## The story in 100 words\n\nIt sails at noon.\n\n## 5 key facts\n\nIt rests.\n"),
        Good("It sails.\n\n## Call to action: sign the petition\n\nSign it.\n"),
        Good("It sails.\n\n## Hero image: the pier\n\nSet it.\n", settings={"story-type": "docs"}),
        Good("H1: Boats draw more riders.\n\nH2: Fares draw fewer.\n\nH3: Rain draws none.\n"),
        Good("H1: The profit rose to 4 million.\n\nIt had fallen before.\n"),
        Good("Introduction:\n\nThe pier opens in May.\n\nIntroduction:\n\nIt costs 4 million.\n"),
        Good("- H2: the pier\n- H3: the boat\n\n## Introduction\n\nIt sails.\n\n## Conclusion\n\nIt did.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        marks = list(_heading_marks(article.blocks))
        if len(marks) > 1:
            yield self.told(marks, "set a subhead instead", Severity.ERROR)
        if article.story_type != "docs":
            yield from self.orders(article)
        parts = [
            block.passage.strip()
            for block in article.blocks
            if block.kind in LINES and block.passage is not None and _is_part(block.text)
        ]
        if len({part.text.lower() for part in parts}) > 1:
            yield self.told(parts, "cut it or write a subhead", Severity.WARNING)

    def told(self, places: list[Passage], advice: str, severity: Severity) -> Finding:
        others = len(places) - 1
        more = "one more stands" if others == 1 else f"{others} more stand"
        return self.finding(
            places[0],
            f"{quoted(places[0].text.strip())} is a mark of the outline, and {more} in the article; {advice}.",
            severity=severity,
            see=tuple((place, "and here") for place in places[1:20]),
        )

    def orders(self, article: Article) -> Iterator[Finding]:
        """Subheads that say how long a text is to be, or where it is to stand on the page."""
        ordered = records(article.primary_language).ordered
        for heading in article.headings:
            passage = heading.passage
            if passage is None or heading.level < 2 or heading.word_count > SHORT:
                continue
            first, colon, rest = passage.text.partition(":")
            if ordered.fullmatch(passage.text):
                said = f"{quoted(passage.text)} is an order for a text; write what stands under the subhead."
                yield self.finding(passage, said, severity=Severity.WARNING)
            elif colon and rest.strip() and first.strip(" *_").lower() in PAGE_ORDERS:
                mark = passage[: len(first) + 1 + len(rest) - len(rest.lstrip())]
                said = f"{quoted(mark.text.strip())} is an order for the page; set the words behind it as a subhead, or cut it."
                yield self.finding(mark, said, severity=Severity.WARNING)


def _heading_marks(blocks: tuple[Block, ...]) -> Iterator[Passage]:
    """“H2:” at the start of a short line with copy right behind it."""
    for number, block in enumerate(blocks):
        if block.kind not in LINES or block.passage is None or block.word_count > SHORT:
            continue
        mark = HEADING_MARK.match(block.text)
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        if mark and after is not None and HEADING_MARK.match(after.text) is None:
            yield block.passage[: mark.end()]


def _is_part(text: str) -> bool:
    words = text.strip(" *_#")
    return words.endswith((":", "：")) and words[:-1].strip(" *_").lower() in OUTLINE_PARTS
