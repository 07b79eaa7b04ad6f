from __future__ import annotations

from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity, quoted
from presslint.desk import Status, has_figure


class UnsourcedComparison(Rule):
    """A comparison gives a figure or a source.

    “The island is closing the gap” asks the reader to take the writer's word. A figure in the sentence or
    a source near it answers; comparisons in quotations, in instructions and in the writer's own name are
    left alone. Off unless selected: fewer than half of the hits on professional copy were worth a
    question, and the worst of them are found by the rule about claims without a figure.
    """

    severity = Severity.SUGGESTION
    default_on = False
    sources = ("Full Fact: a schema of claims", "BBC Editorial Guidelines, section 11: statistics")
    languages = frozenset({"en"})
    reads = frozenset({"claims"})
    not_for = frozenset(
        {"opinion", "review", "sport", "results", "recipe", "docs", "index", "event", "press-release"}
    )
    yields_to = {
        "no-named-source": "article",
        "unsourced-section": "section",
        "claim-without-figure": "section",
    }
    limit: int = Option(3, ge=1, description="The most findings of this rule in one article.")
    examples = (
        Bad(
            "The island is quickly [[closing the gap]] on the mainland.\n",
            says="“closing the gap” has neither a figure nor a source near it; give one of the two.",
            severity="suggestion",
        ),
        Bad("Ferries now [[outperform]] the trains, and passengers notice.\n"),
        Good("The island is closing the gap: 88 ferries to 90, the harbour master said.\n"),
        Good("More than 40 people came, rather than the few that were expected.\n"),
        Good("If ferries were faster than trains, nobody would take the train.\n"),
        Bad(
            "The island is [[closing the gap]] on the mainland.\n\nFerries now [[outperform]] the trains.\n\n"
            "The island is [[closing the gap]] on the town.\n\nBoats now outperform the cars.\n",
            says=(
                "“closing the gap” has neither a figure nor a source near it; give one of the two.",
                "“outperform” has neither a figure nor a source near it; give one of the two.",
                "“closing the gap” has neither a figure nor a source near it; give one of the two.",
            ),
            severity="suggestion",
        ),
        Good("We are quickly closing the gap on the mainland.\n"),
        Good("The island is closing the gap on the mainland by 12 boats.\n"),
        Good("Ana Ruiz said so. The island is closing the gap on the mainland.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        attribution = article.attribution
        found = 0
        for sentence in attribution.sentences:
            if sentence.level >= 2 or sentence.first_person or sentence.second_person:
                continue
            for claim in sentence.claims("comparison", "trend")[:1]:
                if has_figure(sentence.text) or not sentence.asserts:
                    continue
                if attribution.status(sentence) is not Status.UNSOURCED:
                    continue
                where = sentence.passage[claim.start : claim.end]
                yield self.finding(
                    where,
                    f"{quoted(where.text)} has neither a figure nor a source near it; give one of the two.",
                )
                found += 1
            if found >= self.limit:
                return
