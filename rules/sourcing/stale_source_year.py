from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity, quoted
from presslint.language.alternatives import any_of
from presslint.model.regex import regex

NOUN = (
    r"(?:survey|study|report|analysis|review|research|data|figures|statistics|poll|index|ranking|tracker"
    r"|audit|assessment|estimates?|forecast|outlook|update|barometer|paper)"
)
DATED = regex(
    rf"(?i)\b(?P<before>20[0-3]\d)(?:['’]s)? (?:[\w’'&-]+ ){{0,4}}?{NOUN}\b(?! of (?:19|20)\d\d)"
    rf"|\b{NOUN} (?:from|of|for|in|published in|released in) (?P<after>20[0-3]\d)\b"
)
YEAR = regex(r"\b20[0-3]\d\b")
PRESENT = regex(
    r"(?i)\b(?:is|are|has|have|remains?|shows?|finds?|suggests?|indicates?|confirms?|says|notes?|reveals?"
    r"|estimates?|puts|warns?|concludes?|ranks?|now|currently|today)\b"
)
THEN = any_of(
    "was were had did showed found suggested indicated confirmed said noted revealed estimated warned concluded",
    ("ranked", "reported", "asked", "fell", "rose", "since", "then", "at the time", "back in", "compared"),
    (r"from \d", "up from", "down from", "until", "by then"),
)
PAST = regex(rf"(?i)\b{THEN}\b")
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
            if "20" not in text:
                continue
            for match in DATED.finditer(text):
                year = int(match["before"] or match["after"])
                if published and published - year < self.years:
                    continue
                if RANGE.search(text, 0, match.start()) or FIXED.match(text, match.end() + 1):
                    continue  # “1979 – 2004 data”, “analysis of 2023 census data”
                if PAST.search(text) or not PRESENT.search(text) or FIXED.search(match.group()):
                    continue
                if any(int(other) > year for other in YEAR.findall(text)):
                    continue
                where = sentence.passage[match.start() : match.end()]
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


def _year(article: Article) -> int | None:
    """The year in which the article appeared, from its own fields."""
    for name in ("published", "modified"):
        found = article.get(name)
        if found is None:
            continue
        if isinstance(found.value, date):
            return found.value.year
        match = YEAR.search(found.text)
        if match is not None:
            return int(match.group())
    return None
