from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Field, Finding, Good, Kind, Rule, Severity, quoted, regex
from presslint.desk import DAY_AND_YEAR, DAY_IN_FIGURES, fold, jaccard, stems

WRITTEN, FIGURES = regex(DAY_AND_YEAR), regex(DAY_IN_FIGURES)
NEARLY = 0.75  # share from which it is the same headline in other words
ALIKE = 0.3  # share of the words that both have


class SecondHeadline(Rule):
    """An article has one headline.

    A title in the front matter and another, with other words, as the first line of the copy were written at two
    times, and the page shows both. Told is a first block that is the only heading of its level and speaks of
    what the title speaks of, a warning where it has nearly the same words or only the date is written in another
    way, and the masthead as first heading; the same words once more are told by subhead-repeats-headline.
    """

    severity = Severity.SUGGESTION
    reads = frozenset({"headline"})
    sources = ("WCAG 2.2, technique H42: one h1 names the page",)
    examples: ClassVar = (
        Bad(
            "---\ntitle: Eleven boats for windy days\n---\n# [[The ultimate guide to boats for windy days]]\n\nText.\n\n## One\n\n"
            "It sails.\n",
            says="“The ultimate guide to boats for windy days” is a second headline beside “Eleven boats for windy days”; "
            "keep one.",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: Harbour news – 14 February 2026\n---\n# [[2026-02-14: Harbour news]]\n\nText.\n",
            says="“2026-02-14: Harbour news” says what “Harbour news – 14 February 2026” says; keep one.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Windy days for eleven old boats\n---\n# [[Eleven boats for windy days]]\n\nText.\n\n# Piers\n\nIt sails.\n",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Eleven boats sail\nsite: Harbour Post\n---\n# [[Harbour Post]]\n\nText.\n",
            says="“Harbour Post” is the masthead, which the page shows anyway; cut it.",
        ),
        Good(
            "---\ntitle: Eleven boats for windy days\n---\n# Eleven boats for windy days\n\nText.\n\n## One\n\nIt sails.\n"
        ),
        Good(
            "---\ntitle: Eleven boats for windy days\n---\n# What we looked for\n\nText.\n\n## One\n\nIt sails.\n"
        ),
        Good("---\ntitle: Boats for windy days\n---\n# Boats for days\n\nText.\n\n# Piers\n\nIt sails.\n"),
        Good("---\ntitle: Boats for windy days\n---\nText.\n\n# Boats for days\n\nIt sails.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        title = article.headline
        first = next((block for block in article.blocks if block.text.strip()), None)
        if title is None or article.format == "html" or first is None or first.kind is not Kind.HEADING:
            return
        if first.level != 1 or fold(first.text) == fold(title.text):
            return
        if any(fold(first.text) == fold(site.text) for site in article.all("site") if site):
            yield self.told(first, title, "is the masthead, which the page shows anyway; cut it", None)
            return
        undated = {*stems(without_dates(first.text))}
        same = bool(undated) and undated == {*stems(without_dates(title.text))}
        alike = jaccard(set(stems(first.text)), set(stems(title.text)))
        alone = sum(heading.level == 1 for heading in article.headings) == 1
        if same or alike >= NEARLY:
            beside = f"says what {quoted(title.text)} says; keep one"
            yield self.told(first, title, beside, Severity.WARNING)
        elif alone and alike >= ALIKE and title.origin == "front matter":
            yield self.told(first, title, f"is a second headline beside {quoted(title.text)}; keep one", None)

    def told(self, first: Block, title: Field, what: str, severity: Severity | None) -> Finding:
        return self.finding(
            first, f"{quoted(first.text)} {what}.", severity=severity, see=((title, "the title"),)
        )


def without_dates(text: str) -> str:
    return FIGURES.sub(" ", WRITTEN.sub(" ", text))
