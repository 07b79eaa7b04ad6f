from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Passage, Rule, Severity, quoted
from presslint.language.likeness import compare, difference, fold, stems

MOSTLY = 0.6  # share of a subhead's words that the headline has, synonyms aside, before more is asked


class SubheadRepeatsHeadline(Rule):
    """A subhead says more than the headline said.

    A subhead is a second headline for the part below it. One that repeats the headline wastes the
    place; a first heading that is the title again is printed twice where the template prints the
    title. Questions and subheads that share only a name are fine.
    """

    severity = Severity.WARNING
    sources = (
        "WCAG 2.2, success criterion 2.4.6",
        "Headline-writing practice: no line says what another said",
    )
    needs = frozenset({"headings"})
    yields_to: ClassVar = {"missing-core-field": "article"}
    looks_at = frozenset({"heading"})
    examples: ClassVar = (
        Good("---\ntitle: Council cuts night buses\n---\nLead.\n\n## Which routes go first\n\nText.\n"),
        Good("---\ntitle: Who is Ana Ruiz?\n---\nLead.\n\n## Who is Ben Cole?\n\nText.\n"),
        Good("---\ntitle: Ana Ruiz wins harbour seat\n---\nLead.\n\n## Ana Ruiz\n\nText.\n"),
        Good(
            "---\ntitle: Council cuts night buses from May\n---\nLead.\n\n"
            "## Why the council cuts night buses\n\nText.\n"
        ),
        Bad(
            "---\ntitle: Council cuts night buses\n---\n# [[Council cuts night buses]]\n\nLead.\n",
            says="This heading repeats the headline; cut it, or let it say what the part below it is about.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Council cuts all its night buses\n---\nLead.\n\n"
            "## [[Night buses cut by council]]\n\nText.\n",
            severity="suggestion",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        headline = article.headline
        if headline is None or not article.headings:
            return
        title = fold(headline.text)
        for heading in article.headings:
            if heading.passage is None or not heading.passage:
                continue
            if fold(heading.text) == title:
                if len(title.split()) > 1:
                    yield self.repeated(article, heading)
                continue
            if restates(heading.passage, headline.text):
                yield self.finding(
                    heading,
                    f"{quoted(heading.text)} says what the headline said; let it say what the part below "
                    f"it is about.",
                    severity=Severity.SUGGESTION,
                )

    def repeated(self, article: Article, heading: Block) -> Finding:
        return self.finding(
            heading,
            "This heading repeats the headline; cut it, or let it say what the part below it is about.",
            see=((article.headline, "the headline"),) if article.headline else (),
        )


def restates(heading: Passage, headline: str) -> bool:
    """Whether a subhead of four content words or more has nothing that the headline lacks."""
    text = heading.text
    if text.rstrip().endswith("?") or text.lower().startswith(("about ", "why ", "what ")):
        return False
    if not MOSTLY * len(stems(text)) <= len(frozenset(stems(text)) & frozenset(stems(headline))):
        return False
    likeness = compare(text, headline)
    return (
        likeness.size >= 4
        and not likeness.new
        and (likeness.jaccard >= 0.75 or likeness.ratio >= 0.85)
        and difference(text, headline) in ("", "name")
    )
