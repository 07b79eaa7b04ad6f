from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from presslint import Article, Bad, Block, Edit, Finding, Fix, Good, Rule, Severity, Span, quoted
from presslint.regex import regex

HASHES = regex(r"(#{1,6})(?=[ \t])")


class HeadingLevelSkip(Rule):
    """Subheads go down one level at a time.

    A heading of level 4 right under one of level 2 breaks the outline that screen readers and search
    engines walk: the reader looks for the level between. Going up by several levels is fine, and an
    article may begin at any level, since its template sets the title. The fix renames the one heading;
    look at the others below it.
    """

    severity = Severity.WARNING
    as_one = "{count} headings skip a level; put each one level below the heading that it belongs to."
    sources = ("WCAG 2.2, success criterion 1.3.1 and technique G141", "markdownlint MD001 as prior art")
    needs = frozenset({"headings"})
    looks_at = frozenset({"heading"})
    examples: ClassVar = (
        Good("# Ferry\n\n## Fares\n\n### Children\n\nHalf.\n\n## Piers\n\nFour.\n"),
        Good("### Fares\n\n$4.\n\n# Piers\n\nFour.\n"),
        Bad(
            "## Fares\n\n$4.\n\n#### [[Children]]\n\nHalf.\n",
            says="The subhead “Children” goes from level 2 to level 4; make it level 3.",
            fix="## Fares\n\n$4.\n\n### Children\n\nHalf.\n",
        ),
        Bad(
            "<article><h1>Ferry</h1><p>It sails.</p><h2>Fares</h2><p>$4.</p><h5>[[Children]]</"
            "h5><p>Half.</p></article>\n",
            name="page.html",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for before, heading in pairwise(article.headings):
            if heading.level > before.level + 1 and heading.passage:
                level = before.level + 1
                yield self.finding(
                    heading,
                    f"The subhead {quoted(heading.text)} goes from level {before.level} to level "
                    f"{heading.level}; make it level {level}.",
                    fix=_fix(article, heading, level),
                )


def _fix(article: Article, heading: Block, level: int) -> Fix | None:
    """Fewer hashes; other ways to write a heading are left to a person."""
    start = article.source.line_start(heading.span.start)
    found = HASHES.search(article.source.text, start, heading.span.end)
    if found is None or len(found[1]) != heading.level:
        return None
    return Fix((Edit(Span(*found.span(1)), "#" * level),), f"Make it level {level}", "unsafe")
