from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Fix, Good, Rule, Severity, quoted, regex

MARKS = regex(r"#{1,6}\s+(?=\S)")


class DoubledHeadingMark(Rule):
    """A subhead does not show the marks that make it one.

    `## ## Costs` is what two steps of a pipeline leave that both wrote the mark of a heading: readers see
    “## Costs”. A subhead that speaks of a number (“#4 The pier”) or of the mark itself is left alone. All of
    an article are one finding, and the fix cuts the second marks.
    """

    severity = Severity.ERROR
    sources = ("CommonMark 0.31, section 4.2: ATX headings",)
    needs = frozenset({"headings"})
    reads = frozenset({"heading"})
    examples: ClassVar = (
        Good("Lead.\n\n## #4 The pier\n\nText.\n"),
        Good("Lead.\n\n## `# ` opens a heading\n\nText.\n"),
        Bad(
            "Lead.\n\n## [[## ]]Costs\n\nText.\n\n## ### Crew\n\nText.\n",
            says="Readers see the mark “##” before “Costs”, and another one further down; cut them.",
            fix="Lead.\n\n## Costs\n\nText.\n\n## Crew\n\nText.\n",
            severity="error",
        ),
        Bad("Lead.\n\n## [[## ]]Costs\n\nText.\n", says="Readers see the mark “##” before “Costs”; cut it."),
        Bad(
            "Lead.\n\n## [[## ]]Costs\n\nText.\n\n## ### Crew\n\nText.\n\n## ## Pier\n\nText.\n",
            says="Readers see the mark “##” before “Costs”, and 2 others further down; cut them.",
            fix="Lead.\n\n## Costs\n\nText.\n\n## Crew\n\nText.\n\n## Pier\n\nText.\n",
            severity="error",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        shown = [
            (heading.passage, match.end())
            for heading in article.headings
            if heading.passage is not None
            and (match := MARKS.match(article.own(heading.passage).text)) is not None
        ]
        if not shown:
            return
        (first, end), *others = shown
        count = (
            "" if not others else ", and another one" if len(others) == 1 else f", and {len(others)} others"
        )
        fixes = [self.delete(passage[:size], "") for passage, size in shown]
        whole = all(fix.applicability == "safe" for fix in fixes)
        yield self.finding(
            first[:end],
            f"Readers see the mark “{first.text[:end].strip()}” before {quoted(first.text[end:])}{count}"
            f"{' further down; cut them' if others else '; cut it'}.",
            fix=Fix(tuple(edit for fix in fixes for edit in fix.edits), "Cut the marks that show")
            if whole
            else None,
            see=tuple((passage[:size], "another one") for passage, size in others),
        )
