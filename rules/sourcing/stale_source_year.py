from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from presslint import Article, Bad, Finding, Good, Option, Passage, Rule, Severity, quoted
from presslint.language.times import Year
from presslint.model.regex import regex

NOUN = (
    r"(?:survey|study|report|analysis|review|research|data|figures|statistics|poll|index|ranking|tracker"
    r"|audit|assessment|estimates?|forecast|outlook|update|barometer|paper)"
)
# “2021 survey”, “2021’s labour force survey”; “figures from 2023”
NAMED_AFTER = regex(rf"(?i)(?:['’]s)? (?:[\w’'&-]+ ){{0,4}}?{NOUN}\b")
NAMED_BEFORE = regex(rf"(?i)\b{NOUN} (?:from|of|for|in|published in|released in) \Z")
NEAR = 30  # characters before a year that can hold such a noun
FIRST, LAST = 2000, 2039
PRESENT = regex(
    r"(?i)\b(?:is|are|has|have|remains?|shows?|finds?|suggests?|indicates?|confirms?|says|notes?|reveals?"
    r"|estimates?|puts|warns?|concludes?|ranks?|now|currently|today)\b"
)
PAST = regex(
    r"(?i)\b(?:was|were|had|did|showed|found|suggested|indicated|confirmed|said|noted|revealed|estimated"
    r"|warned|concluded|ranked|reported|asked|fell|rose|since|then|at the time|back in|compared|from \d"
    r"|up from|down from|until|by then)\b"
)
RANGE = regex(r"\d ?(?:-|–|—|to|and) ?\Z")
FIXED = regex(r"(?i)\b(?:census|act|law|directive|treaty|election|budget|strategy|plan)\b")


class StaleSourceYear(Rule):
    """A source that is presented as current is not years old.

    “The town leads, a 2021 survey shows” is written as news in 2026. Either a newer edition exists, or the
    sentence belongs in the past tense. When the article has no date its age cannot be judged, and the
    finding says so. Comparisons with a newer year, censuses, laws and the past tense are left alone.
    """

    severity = Severity.SUGGESTION
    sources = ("BBC Editorial Guidelines, section 11: the limits of statistics",)
    languages = frozenset({"en"})
    looks_for = frozenset({"200", "201", "202", "203"})
    not_for = frozenset({"review", "docs", "index", "event", "recipe", "results", "obituary"})
    years: int = Option(
        3, ge=1, description="How old a source may be, in calendar years, before it is reported."
    )
    examples = (
        Bad(
            "---\ndate: 2026-05-04\n---\n\nThe town leads the region, a [[2021 survey]] shows.\n",
            says="“2021 survey” is 5 years old and stands in the present tense; "
            "look for a newer edition or write it in the past.",
            severity="suggestion",
        ),
        Bad(
            "The town is ahead, and [[figures from 2023]] confirm it.\n",
            says="“figures from 2023” carries a year and the article no date, so its age cannot be judged; "
            "date the article or say when this held.",
        ),
        Good("---\ndate: 2022-05-04\n---\n\nThe town leads the region, a 2021 survey shows.\n"),
        Good("---\ndate: 2026-05-04\n---\n\nThe town led the region in a 2021 survey, the last there was.\n"),
        Good("---\ndate: 2026-05-04\n---\n\nThe 2020 report says 4, the 2025 report says 6.\n"),
        Good(
            "---\ndate: 2026-05-04\n---\n\nA board analysis of 2021 census figures shows it. The 1999 - 2004 data is one file.\n"
        ),
        Good("---\ndate: 2023-05-04\n---\n\nThe town leads the region, a 2021 survey shows.\n"),
        Good("---\ndate: 2026-05-04\n---\n\nThe 2011 census figures are used to draw the wards.\n"),
        Bad(
            "---\ndate: spring 2026\n---\n\nThe town leads the region, a [[2023 survey]] shows.\n",
            says="“2023 survey” is 3 years old and stands in the present tense; look for a newer edition or "
            "write it in the past.",
            severity="suggestion",
        ),
        Bad(
            "---\ndate: spring\n---\n\nThe town leads the region, a [[2023 survey]] shows.\n",
            says="“2023 survey” carries a year and the article no date, so its age cannot be judged; date the "
            "article or say when this held.",
            severity="suggestion",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        published = _year(article)
        for sentence in article.attribution.sentences:
            text = sentence.text
            if "20" not in text or not article.years.within(sentence.passage):
                continue
            if PAST.search(text) or not PRESENT.search(text):
                continue
            own = article.own(sentence.passage)
            years = article.years.within(own)
            for where, year in dated(own, years):
                if published and published - year < self.years:
                    continue
                if RANGE.search(own.before(where)) or FIXED.match(own.after(where)[1:]):
                    continue  # “1979 – 2004 data”, “analysis of 2023 census data”
                if FIXED.search(where.text) or any(year < other.value <= LAST for other in years):
                    continue
                if published:
                    message = (
                        f"{quoted(where.text)} is {published - year} years old and stands in the present "
                        f"tense; "
                        "look for a newer edition or write it in the past."
                    )
                else:
                    message = (
                        f"{quoted(where.text)} carries a year and the article no date, so its age cannot "
                        f"be judged; "
                        "date the article or say when this held."
                    )
                yield self.finding(where, message)


def dated(sentence: Passage, years: Sequence[Year]) -> Iterator[tuple[Passage, int]]:
    """Each source that is named with its year, with the year."""
    upto = 0
    for year in years:
        if year.start < upto or not FIRST <= year.value <= LAST:
            continue
        where = None
        after = NAMED_AFTER.match(sentence.text, year.end)
        before = NAMED_BEFORE.search(sentence.before(year.passage, NEAR))
        if before is not None and year.start - len(before.group()) >= upto:
            where = sentence[year.start - len(before.group()) : year.end]
        elif after is not None and not _is_of_a_year(sentence, after.end(), years):
            where = sentence[year.start : after.end()]
        if where is not None:
            upto = where.at - sentence.at + len(where)
            yield where, year.value


def _is_of_a_year(sentence: Passage, at: int, years: Sequence[Year]) -> bool:
    """Whether “of 2019” follows: “the 2020 analysis of 2019 figures” is of another year."""
    return any(sentence.text[at : other.start] == " of " for other in years)


def _year(article: Article) -> int | None:
    """The year in which the article appeared, from its own fields."""
    for name in ("published", "modified"):
        found = article.get(name)
        if found is None:
            continue
        if isinstance(found.value, date):
            return found.value.year
        for year in article.years.within(found.passage):
            if FIRST <= year.value <= LAST:
                return year.value
    return None
