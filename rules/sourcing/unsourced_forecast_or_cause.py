from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity, quoted
from presslint.desk import Status

ASKS = {"forecast": "say who expects it", "cause": "say who found the cause"}


class UnsourcedForecastOrCause(Rule):
    """A forecast or a cause is somebody's finding, and the copy says whose.

    Off unless selected: news analysis forecasts in its own voice, and about a quarter of such sentences
    in professional copy have no source near them. A desk that forbids it switches the rule on. Forecasts
    count towards unsourced sections either way.
    """

    severity = Severity.SUGGESTION
    default_on = False
    sources = ("Full Fact: a schema of claims",)
    languages = frozenset({"en"})
    reads = frozenset({"claims"})
    not_for = frozenset(
        {"opinion", "review", "sport", "results", "recipe", "docs", "index", "event", "press-release"}
    )
    yields_to = {"no-named-source": "article", "unsourced-section": "section"}
    limit: int = Option(3, ge=1, description="The most findings of this rule in one article.")
    kinds: tuple[Literal["forecast", "cause"], ...] = Option(
        ("forecast", "cause"), description="What to look for: forecast, cause or both."
    )
    examples = (
        Bad(
            "Ministers [[are likely to]] put the ferry first.\n",
            says="“are likely to” has no source near it; say who expects it.",
            severity="suggestion",
        ),
        Bad(
            "The delay was long. It [[led to]] a run on the last boat.\n",
            says="“led to” has no source near it; say who found the cause.",
        ),
        Good("Ministers are likely to put the ferry first, the harbour master said.\n"),
        Good("The council will meet on Friday.\n"),
        Bad(
            "Ministers [[are likely to]] put the ferry first.\n\nThe delay [[led to]] a run on the boat.\n\n"
            "Boats [[are likely to]] be late.\n\nTrains are likely to be full.\n",
            says=(
                "“are likely to” has no source near it; say who expects it.",
                "“led to” has no source near it; say who found the cause.",
                "“are likely to” has no source near it; say who expects it.",
            ),
            severity="suggestion",
        ),
        Good("We are likely to put the ferry first.\n"),
        Good("Ana Ruiz said so. Ministers are likely to put the ferry first.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        attribution = article.attribution
        found = 0
        for sentence in attribution.sentences:
            if sentence.level >= 2 or sentence.first_person or sentence.second_person:
                continue
            for claim in sentence.claims(*self.kinds)[:1]:
                if not sentence.asserts or attribution.status(sentence) is not Status.UNSOURCED:
                    continue
                where = sentence.passage[claim.start : claim.end]
                yield self.finding(where, f"{quoted(where.text)} has no source near it; {ASKS[claim.kind]}.")
                found += 1
            if found >= self.limit:
                return
