from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity, quoted, regex
from presslint.desk import fold


def _labels(*lines: str) -> frozenset[str]:
    return frozenset(fold(label) for line in lines for label in line.split("|"))


# subheads that would fit any article
GENERIC = _labels(
    "introduction|intro|background|overview|context|summary|conclusion|conclusions|final "
    "thoughts|closing thoughts",
    "looking ahead|looking forward|the road ahead|the way forward|moving forward|what's next|what comes next",
    "what lies ahead|next steps|the bigger picture|the big picture|why it matters|implications|broader "
    "implications",
    "strategic implications|future outlook|outlook|future prospects|future directions|challenges and "
    "opportunities",
    "challenges|key challenges|competitive landscape|market landscape|impact|impact and "
    "implications|analysis",
    "discussion|key points|key takeaways|final word|the bottom line|bottom line|in summary|wrap-up|a new era",
    "a turning point|expert opinions|expert insights|public reaction|industry reaction|reactions|reaction",
    "historical context|the stakes|global implications|collaboration potential|legacy|significance|details",
    "more information|additional information|other|miscellaneous|section|untitled|opportunities|benefits",
)
PARTS = regex(r" and | & |: |, ", re.I)


class GenericSubhead(Rule):
    """Subheads belong to this story and to no other.

    “Overview”, “Key challenges”, “Looking ahead” would stand over any article; they are the outline
    that was never replaced by headlines. One finding lists them, when at least two and at least half
    of the subheads are of that kind. A single “Background” is fine, and a house may allow its own
    labels (“Why it matters”).
    """

    severity = Severity.SUGGESTION
    sources = ("Style-guide practice on crossheads", "WCAG 2.2, success criterion 2.4.6")
    needs = frozenset({"headings"})
    languages = frozenset({"en"})
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
            severity="suggestion",
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
    )

    def check(self, article: Article) -> Iterator[Finding]:
        headings = [heading for heading in article.headings if heading.text.strip()]
        if len(headings) < 2:
            return
        allowed = {fold(label) for label in self.allowed}
        generic = [heading for heading in headings if is_generic(heading.text, allowed)]
        if len(generic) < 2 or len(generic) < self.share * len(headings):
            return
        names = [quoted(heading.text) for heading in generic[:4]]
        listed = ", ".join(names[:-1]) + " and " + names[-1]
        yield self.finding(
            generic[0],
            f"{listed} would fit any article; write subheads that only this story can have.",
            see=tuple((heading, "fits any article") for heading in generic[1:]),
        )


def is_generic(heading: str, allowed: set[str]) -> bool:
    """Whether every part of a subhead around “and” is a stock label."""
    folded = fold(heading)
    if folded in allowed:
        return False
    return folded in GENERIC or all(fold(part) in GENERIC for part in PARTS.split(heading))
