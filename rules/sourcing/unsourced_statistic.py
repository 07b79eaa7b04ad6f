from __future__ import annotations

import re
from collections.abc import Iterator

from presslint import Article, Bad, Block, Finding, Good, Option, Rule, Severity, quoted
from presslint.desk.attribution import Sentence, Status
from presslint.desk.claims import PUBLIC
from presslint.desk.cues import Level
from presslint.language.numbers import Form
from presslint.model.regex import regex

# a change that somebody measured: “40% increase”, “cut costs by 35 percent”
CHANGES = "increase|reduction|improvement|rise|growth|drop|decrease|boost|gain|decline|faster|more|less|higher|lower"
CHANGE_AFTER = regex(rf"(?: [a-z-]+)? (?:{CHANGES})\b", re.IGNORECASE)
CHANGE_BEFORE = regex(r"\b(?:by|of) (?:up to |over |about )?\Z", re.IGNORECASE)
PERSONAL = 8  # one sentence in so many may speak as “we” or to “you”


class UnsourcedStatistic(Rule):
    """A statistic about people, markets or rates says who counted.

    “Almost 90% of residents own a phone” is somebody's survey. The source may stand in the sentence,
    elsewhere in the paragraph, at the end of the one before or the start of the one after, in a link, a
    footnote, a chart's source line, or within four paragraphs of the lead. Counts, sums, prices and
    results are the news itself and never reported. Shares of people at large are warnings, shares of
    markets and multiples suggestions. Figures about the writer's own work are left alone,
    and copy whose lead presents a study, or whose headline announces one, is taken to report from it. A
    section with four percentages or more and not one source is told once, with the count.
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
    many: int = Option(
        4, ge=2, description="From so many percentages without any source on, a section is told as one."
    )
    examples = (
        Bad(
            "The shop opens at nine. [[Almost 90% of residents]] own a phone.\n",
            says="“Almost 90% of residents” has no source in this paragraph or next to it; name "
            "the count or link it.",
            severity="warning",
        ),
        Bad("[[One in three people]] fear losing their phone.\n", severity="warning"),
        Bad("The shop is new. [[Twice as many]] women as men read the paper.\n", severity="suggestion"),
        Bad(
            "# Boats\n\nBoats pay.\n\n## [[Success stories]]\n\nThe first yard saw a 40% increase in orders. The second "
            "cut its costs by 25%.\n\n### Yard three\n\nA 60% improvement in sales came in a year. Crews work 35% faster.\n",
            says="“Success stories” gives 4 percentages and names no source; say who measured them, or cut them.",
            severity="warning",
        ),
        Good(
            "# Boats\n\nBoats pay.\n\n## Success stories\n\nThe first yard saw a 40% increase in orders. The second "
            "cut its costs by 25%.\n\n### Yard three\n\nA 60% improvement in sales came in a year.\n"
        ),
        Good(
            "# Boats\n\nBoats pay.\n\n## Success stories\n\nThe first yard saw a 40% increase in orders. The second "
            "cut its costs by 25%, Ana Ruiz said. A 60% improvement came in a year. Crews work 35% faster.\n"
        ),
        Good("Almost 90% of residents own a phone, the regulator's 2025 survey found.\n"),
        Good("He said the rate had doubled. Three in five patients now wait.\n"),
        Good("The match drew 40,000 people, and 12% of the tickets went unsold.\n"),
        Good("“One in three people fear it,” a poster at the station says.\n"),
        Good("We counted 43 potholes on Mill Road, and 60% of our readers want them filled.\n"),
        Good("[One in three people](https://stats.example/fear) fear losing their phone.\n"),
        Bad(
            "# Boats\n\nBoats pay.\n\n## [[Success stories]]\n\nThe first yard saw a 40% increase in orders. "
            "The second cut its costs by 25%. A 60% improvement in sales came in a year. Crews work 35% "
            "faster. It is old. It is cold. It is wet.\n\nWe like our yard.\n",
            says="“Success stories” gives 4 percentages and names no source; say who measured them, or cut "
            "them.",
            severity="warning",
        ),
        Good(
            "# Boats\n\nBoats pay.\n\n## Success stories\n\nThe first yard saw a 40% increase in orders. The "
            "second cut its costs by 25%. A 60% improvement in sales came in a year. Crews work 35% "
            "faster.\n\nWe like our yard.\n"
        ),
        Bad(
            "# Boats\n\nBoats pay.\n\n## [[Success stories]]\n\nThe first yard saw a 40% increase in orders of "
            "90% of residents. The second cut its costs by 25%. A 60% improvement in sales came in a "
            "year. Crews work 35% faster.\n",
            says="“Success stories” gives 4 percentages and names no source; say who measured them, or cut "
            "them.",
            severity="warning",
        ),
        Bad(
            "Ana Ruiz of the board said so. The shop opens at nine. [[Almost 90% of residents]] own a "
            "phone.\n",
            says="“Almost 90% of residents” has no source in this paragraph or next to it; name the count or "
            "link it.",
            severity="warning",
            strict=True,
        ),
        Good(
            "# Boats\n\nBoats pay. The first yard saw a 40% increase in orders. The second cut its costs "
            "by 25%. A 60% improvement in sales came in a year. Crews work 35% faster.\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        attribution = article.attribution
        if attribution.chats():
            return
        limit = Status.WEAK if self.strict else Status.UNSOURCED
        told: set[int] = set()
        for section in self._unsourced(article):
            heading, figures = section
            told |= {sentence.index for sentence in figures}
            yield self.finding(
                heading,
                f"{quoted(heading.text)} gives {len(figures)} percentages and names no source; say who measured "
                "them, or cut them.",
                see=tuple((sentence.passage, "a figure") for sentence in figures[:6]),
            )
        for sentence in attribution.sentences:
            if (
                sentence.index in told
                or sentence.level >= 2
                or sentence.first_person
                or sentence.second_person
            ):
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

    def _unsourced(self, article: Article) -> Iterator[tuple[Block, list[Sentence]]]:
        """Each section, its subsections with it, that is full of percentages and names nobody who measured them."""
        attribution = article.attribution
        if attribution.is_about_document or attribution.reports_document or attribution.has_source_note:
            return
        for section in article.sections:
            if section.heading is None:
                continue
            sentences = [sentence for part in section.walk() for sentence in attribution.of(part)]
            if any(s.linked or (s.level is Level.NAMED and not s.leans_on_bare) for s in sentences):
                continue
            if sum(s.first_person or s.second_person for s in sentences) * PERSONAL > len(sentences):
                continue
            figures = [s for s in sentences if s.asserts and _gives_a_rate(article, s)]
            if len(figures) >= self.many:
                yield section.heading, figures


def _gives_a_rate(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence says by what share something has changed: “a 40% increase”, “by 30–40 percent”."""
    if "%" not in sentence.text and "per" not in sentence.text:
        return False
    own = article.own(sentence.passage)
    before = None
    for number in article.figures.within(own):
        if number.form is Form.PERCENT and not number.spelled:
            first = before if number.in_range and before is not None and before.in_range else number
            is_behind = CHANGE_BEFORE.search(own.before(first.passage, 16)) is not None
            if is_behind or CHANGE_AFTER.match(own.text, number.end):
                return True
        before = number
    return False
