from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Kind, Rule, Severity, quoted
from presslint.desk import fold, jaccard, stems

ALIKE = 0.3  # share of the words that both have


class SecondHeadline(Rule):
    """An article has one headline.

    A title in the front matter and another, with other words, as the first line of the copy were written at two
    times, and the page shows both. Told is a first block that is the only heading of its level and speaks of
    what the title speaks of; the same words once more are told by subhead-repeats-headline.
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
        if title is None or title.origin != "front matter" or first is None or first.kind is not Kind.HEADING:
            return
        if first.level != 1 or sum(heading.level == 1 for heading in article.headings) != 1:
            return
        if fold(first.text) == fold(title.text):
            return
        if jaccard(set(stems(first.text)), set(stems(title.text))) >= ALIKE:
            yield self.finding(
                first,
                f"{quoted(first.text)} is a second headline beside {quoted(title.text)}; keep one.",
                see=((title, "the title"),),
            )
