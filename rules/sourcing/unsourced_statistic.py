from __future__ import annotations

from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity, quoted
from presslint.desk.attribution import Status
from presslint.desk.claims import PUBLIC


class UnsourcedStatistic(Rule):
    """A statistic about people, markets or rates says who counted.

    “Almost 90% of residents own a phone” is somebody's survey. The source may stand in the sentence,
    elsewhere in the paragraph, at the end of the one before or the start of the one after, in a link, a
    footnote, a chart's source line, or within four paragraphs of the lead. Counts, sums, prices and
    results are the news itself and never reported. Shares of people at large are warnings, shares of
    markets and multiples suggestions. Figures about the writer's own work are left alone,
    and copy whose lead presents a study is taken to report from it.
    """

    severity = Severity.WARNING
    sources = (
        "Reuters Handbook of Journalism: the essentials of sourcing",
        "BBC Editorial Guidelines, section 11: statistics",
        "Journalism Trust Initiative, clauses 10 and 12",
    )
    languages = frozenset({"en"})
    not_for = frozenset(
        {"opinion", "review", "sport", "results", "recipe", "docs", "index", "event", "press-release", "live"}
    )
    yields_to = {"no-named-source": "article", "unsourced-section": "section"}
    strict: bool = Option(False, description="Also report figures whose source stands only nearby.")
    examples = (
        Bad(
            "The shop opens at nine. [[Almost 90% of residents]] own a phone.\n",
            says="“Almost 90% of residents” has no source in this paragraph or next to it; name "
            "the count or link it.",
        ),
        Bad("[[One in three people]] fear losing their phone.\n", severity="warning"),
        Bad("The shop is new. [[Twice as many]] women as men read the paper.\n", severity="suggestion"),
        Good("Almost 90% of residents own a phone, the regulator's 2025 survey found.\n"),
        Good("He said the rate had doubled. Three in five patients now wait.\n"),
        Good("The match drew 40,000 people, and 12% of the tickets went unsold.\n"),
        Good("“One in three people fear it,” a poster at the station says.\n"),
        Good("We counted 43 potholes on Mill Road, and 60% of our readers want them filled.\n"),
        Good("[One in three people](https://stats.example/fear) fear losing their phone.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        attribution = article.attribution
        if attribution.chats():
            return
        limit = Status.WEAK if self.strict else Status.UNSOURCED
        for sentence in attribution.sentences:
            if sentence.level >= 2 or sentence.first_person or sentence.second_person:
                continue
            for claim in sentence.claims("statistic"):
                if not sentence.asserts or attribution.status(sentence) > limit:
                    continue
                where = sentence.passage[claim.start : claim.end]
                yield self.finding(
                    where,
                    f"{quoted(where.text)} has no source in this paragraph or next to it; "
                    "name the count or link it.",
                    severity=None if PUBLIC.search(where.text) else Severity.SUGGESTION,
                )
