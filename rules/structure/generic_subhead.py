from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity, quoted, regex
from presslint.desk import LABEL_TAGS, fold, stock_labels

PARTS = regex(r" (?:and|und|et|y|e|en) | & |: |, ", re.I)
MANY = 3  # subheads that are all labels


class GenericSubhead(Rule):
    """Subheads belong to this story and to no other.

    “Overview”, “Key challenges”, “Looking ahead” would stand over any article; they are the outline
    that was never replaced by headlines. One finding lists them, when at least two and at least half
    of the subheads are of that kind. A single “Background” is fine, and a house may allow its own
    labels (“Why it matters”). Where all of three subheads and more are labels it is a warning. The labels of seven languages
    are known.
    """

    severity = Severity.SUGGESTION
    sources = ("Style-guide practice on crossheads", "WCAG 2.2, success criterion 2.4.6")
    needs = frozenset({"headings"})
    languages = LABEL_TAGS
    not_for = frozenset({"live", "obituary", "factbox", "results", "recipe", "newsletter"})
    allowed: tuple[str, ...] = Option(
        (), description="Labels that the house uses on purpose, such as “Why it matters”."
    )
    share: float = Option(0.5, gt=0, le=1, description="How much of an article's subheads must be generic.")
    reads = frozenset({"heading"})
    examples: ClassVar = (
        Good("Lead.\n\n## Background\n\nText.\n\n## Vote due on 3 June\n\nText.\n"),
        Good(
            "Lead.\n\n## Why it matters\n\nText.\n\n## What’s next\n\nText.\n",
            allowed=("Why it matters", "What's next"),
        ),
        Bad(
            "Lead.\n\n## [[Overview]]\n\nText.\n\n## Boats that run after dark\n\nText.\n\n"
            "## Looking ahead\n\nText.\n",
            says="“Overview” and “Looking ahead” would fit any article; write subheads that only this "
            "story can have.",
            severity="suggestion",
        ),
        Bad(
            "Lead.\n\n## [[Market Landscape and Strategic Implications]]\n\nText.\n\n## Conclusion\n\nText.\n"
        ),
        Bad(
            "Lead.\n\n## [[Introduction]]\n\nText.\n\n## Background\n\nText.\n\n## Details\n\nText.\n\n## Overview\n\n"
            "Text.\n\n## Conclusion\n\nText.\n",
            says="“Introduction”, “Background”, “Details” and “Overview” would fit any article; write "
            "subheads that only this story can have.",
            severity="warning",
        ),
        Bad(
            "Lead.\n\n## [[Introduction]]\n\nText.\n\n## The pier falls\n\nText.\n\n## Conclusion\n\nText.\n\n## Boats "
            "sail\n\nText.\n",
            says="“Introduction” and “Conclusion” would fit any article; write subheads that only this story "
            "can have.",
            severity="suggestion",
        ),
        Good(
            "Lead.\n\n## Introduction\n\nText.\n\n## The pier falls\n\nText.\n\n## Conclusion\n\nText.\n\n## Boats "
            "sail\n\nText.\n\n## Fares stay\n\nText.\n"
        ),
        Bad(
            "Lead.\n\n## [[Introduction]]\n\nText.\n\n## Conclusion\n\nText.\n\n##\n\nText.\n\n##\n\nText.\n\n##\n\nText.\n",
            says="“Introduction” and “Conclusion” would fit any article; write subheads that only this story "
            "can have.",
            severity="suggestion",
        ),
        Bad(
            "Der Rat der Stadt tagt.\n\n## [[Einleitung]]\n\nDas Boot ist spät und nicht da.\n\n## Fazit\n\nEs ist spät.\n",
            settings={"language": "de"},
            severity="suggestion",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        headings = [
            heading
            for heading in article.headings
            if heading.text.strip() and (heading.level > 1 or heading is not article.headings[0])
        ]
        if len(headings) < 2:
            return
        allowed = {fold(label) for label in self.allowed}
        known = stock_labels(article.primary_language)
        generic = [heading for heading in headings if is_generic(heading.text, known, allowed)]
        if len(generic) < 2 or len(generic) < self.share * len(headings):
            return
        names = [quoted(heading.text) for heading in generic[:4]]
        listed = ", ".join(names[:-1]) + " and " + names[-1]
        yield self.finding(
            generic[0],
            f"{listed} would fit any article; write subheads that only this story can have.",
            severity=Severity.WARNING if len(generic) == len(headings) >= MANY else None,
            see=tuple((heading, "fits any article") for heading in generic[1:]),
        )


def is_generic(heading: str, known: frozenset[str], allowed: set[str]) -> bool:
    """Whether every part of a subhead around “and” is a stock label."""
    folded = fold(heading)
    if folded in allowed:
        return False
    return folded in known or all(fold(part) in known for part in PARTS.split(heading))
