from __future__ import annotations

from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity, quoted
from presslint.desk import Status


class UnsourcedSuperlative(Rule):
    """First, only, largest and record say by whose measure.

    A superlative is a claim about everybody else. Off unless selected: professional copy uses
    identifying superlatives (“the country's biggest bank”) so freely that fewer than half of the hits
    were worth a question when measured.
    """

    severity = Severity.SUGGESTION
    default_on = False
    sources = (
        "Wikipedia Manual of Style: words to watch",
        "Reuters Handbook of Journalism: the essentials of sourcing",
    )
    languages = frozenset({"en"})
    reads = frozenset({"claims"})
    not_for = frozenset(
        {
            "opinion",
            "review",
            "sport",
            "results",
            "recipe",
            "docs",
            "index",
            "event",
            "press-release",
            "obituary",
        }
    )
    yields_to = {"no-named-source": "article", "unsourced-section": "section"}
    limit: int = Option(3, ge=1, description="The most findings of this rule in one article.")
    examples = (
        Bad(
            "The town has the [[fastest broadband in Europe]].\n",
            says="“fastest broadband in Europe” has no source near it; say by whose measure.",
            severity="suggestion",
        ),
        Bad("Rents stand at an [[all-time high]], and the queue is long.\n"),
        Good("The town has the fastest broadband in Europe, according to Ookla's May index.\n"),
        Good("It was the first time he had seen snow, and at least two others laughed.\n"),
        Good("Ruiz won the final in the best time of the day.\n"),
        Bad(
            "The town has the [[fastest broadband in Europe]].\n\nIt has the [[oldest pier in Europe]].\n\n"
            "It has the [[longest boat in Europe]].\n\nIt has the biggest hall in Europe.\n",
            says=(
                "“fastest broadband in Europe” has no source near it; say by whose measure.",
                "“oldest pier in Europe” has no source near it; say by whose measure.",
                "“longest boat in Europe” has no source near it; say by whose measure.",
            ),
            severity="suggestion",
        ),
        Good("We have the fastest broadband in Europe.\n"),
        Good("Is it the fastest broadband in Europe?\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        attribution = article.attribution
        found = 0
        for sentence in attribution.sentences:
            if sentence.level >= 2 or sentence.first_person or sentence.second_person:
                continue
            for claim in sentence.claims("superlative"):
                if not sentence.asserts or attribution.status(sentence) is not Status.UNSOURCED:
                    continue
                where = sentence.passage[claim.start : claim.end]
                yield self.finding(
                    where, f"{quoted(where.text)} has no source near it; say by whose measure."
                )
                found += 1
            if found >= self.limit:
                return
