from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from presslint import Article, Bad, Finding, Good, Passage, Rule, Severity, quoted
from presslint.desk.chronology import published_on
from presslint.language.numbers import Form, Number
from presslint.language.times import Year
from presslint.model.regex import regex

_FOUNDED = "founded|established|set up|opened|launched|started|incorporated|created|formed|built"

# what stands before a year: “born in 1980, the 39-year-old”; “died in 2019 aged 39, … born on 5 May 1980”
_BORN = regex(r"\b[Bb]orn (?:\w+ ){0,4}?(?:in |on )?(?:[A-Z][a-z]{2,8}\.? )?\Z")
_DIED = regex(r"\b(?:died|was killed|death)\b[^.;:!?()]{0,60}\Z")
_FOUNDED_IN = regex(rf"\b(?:{_FOUNDED}) (?:[a-z]+ ){{0,4}}?in \Z", re.IGNORECASE)
_IN = regex(r"\b(?:in|since) \Z", re.IGNORECASE)
# what stands before an age or an anniversary, and behind a count of years
_AGED = regex(r"\baged? \Z")
_TURNS = regex(r"\b(?:is|turned|turns) \Z")
_YEARS_AGO = regex(r" years? ago\b")
_YEARS_AGO_IN = regex(r" years? ago,? in \Z", re.IGNORECASE)
_MARKS_ITS = regex(r"\b(?:its|their|this year[’']s|(?:celebrat|mark)\w* the) \Z")
_ANNIVERSARY = regex(r" (?:anniversary|birthday)\b")
_HEDGED = regex(
    r"\b(?:about|around|almost|nearly|over|more than|some|roughly|approximately|early|late|circa)\W+$"
)
NEAR = 120  # characters before a year that can hold what happened then
EARLIEST = 1600  # a year before it is no year of birth or founding in the news
OLDEST = 999  # of what is counted in years


class AgeArithmetic(Rule):
    """Ages, anniversaries and “years ago” agree with the years beside them.

    Copy is updated a year later and one of the two figures is forgotten. The rule reads a birth year
    with an age, a founding year with an anniversary, and “in 1990, 40 years ago”, and reckons from the
    year of publication (of death, where it is given), with a year's room for birthdays. Figures that
    are said to be rough are left alone, and so is an undated article.
    """

    severity = Severity.WARNING
    sources = (
        "Columbia Journalism Review, accuracy checklist: ages",
        "American Press Institute, do the maths",
    )
    languages = frozenset({"en"})
    looks_for = frozenset({"born ", " ago", "anniversary", "birthday"})
    examples = (
        Bad(
            "---\ndate: 2026-05-05\n---\nBorn in 1980, the [[39-year-old]] joined the council last year.\n",
            says="“39-year-old” does not fit a birth in 1980: that makes 45 or 46 in 2026; "
            "correct the age or the year.",
            severity="warning",
        ),
        Bad(
            "---\ndate: 2026-05-05\n---\nThe mill closed [[in 1990, 40 years ago]].\n",
            says="“in 1990, 40 years ago”: from 1990 to 2026 it is 36 years; correct the one or the other.",
        ),
        Bad(
            "---\ndate: 2026-05-05\n---\nFounded in 1990, the club marks its [[40th anniversary]].\n",
            says="“40th anniversary” does not fit “Founded in 1990”: 2026 is 36 years on; correct the one or "
            "the other.",
        ),
        Good("---\ndate: 2026-05-05\n---\nBorn in 1980, the 46-year-old joined the council last year.\n"),
        Good("---\ndate: 2026-05-05\n---\nBorn in 1980, she died in 2019 aged 39.\n"),
        Good("---\ndate: 2026-05-05\n---\nThe mill closed in 1990, 36 years ago, or nearly 40 years ago.\n"),
        Good("---\ndate: 2026-05-05\n---\nBorn in 1980, he was a 19-year-old clerk when the mill closed.\n"),
        Good("Born in 1980, the 39-year-old joined the council last year.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        published = published_on(article)
        if published is None:
            return
        kinds = (
            (("born ", "Born "), self._ages),
            ((" ago",), self._years_ago),
            (("nniversary", "birthday"), self._anniversaries),
        )
        for passage in article.own_prose:
            text = passage.text
            checks = [check for words, check in kinds if any(word in text for word in words)]
            for sentence in passage.sentences if checks else ():
                for check in checks:
                    yield from check(article, sentence, published)

    def _ages(self, article: Article, sentence: Passage, published: date) -> Iterator[Finding]:
        born = year_after(article, sentence, _BORN)
        if born is None:
            return
        died = year_after(article, sentence, _DIED)
        year = died.value if died is not None else published.year
        possible = year - born.value
        for where, age in ages(article, sentence):
            if 0 <= possible - age <= 1 or _is_told_of_then(sentence.before(where)):
                continue
            yield self.finding(
                where,
                f"{quoted(where.text)} does not fit a birth in {born.value}: that makes {possible - 1} or "
                f"{possible} in {year}; correct the age or the year.",
            )

    def _years_ago(self, article: Article, sentence: Passage, published: date) -> Iterator[Finding]:
        for where, count, year in years_ago(article, sentence):
            number, actual = int(count.value), published.year - year.value
            if abs(number - actual) > 1 and not _HEDGED.search(sentence.before(count.passage, 30)):
                yield self.finding(
                    where,
                    f"{quoted(where.text)}: from {year.value} to {published.year} it is "
                    f"{actual} years; correct the one or the other.",
                )

    def _anniversaries(self, article: Article, sentence: Passage, published: date) -> Iterator[Finding]:
        founded = year_after(article, sentence, _FOUNDED_IN)
        if founded is None:
            return
        actual = published.year - founded.value
        opening = _FOUNDED_IN.search(sentence.before(founded.passage, NEAR))
        said = f"{opening.group() if opening else ''}{founded.value}"
        for number in article.figures.within(sentence):
            named = _ANNIVERSARY.match(sentence.text, number.end)
            if number.form is not Form.ORDINAL or named is None or abs(number.value - actual) <= 1:
                continue
            if _MARKS_ITS.search(sentence.before(number.passage)):
                found = sentence[number.start : named.end()]
                yield self.finding(
                    found,
                    f"{quoted(found.text)} does not fit {quoted(said)}: {published.year} is "
                    f"{actual} years on; correct the one or the other.",
                )


def year_after(article: Article, sentence: Passage, opening: re.Pattern[str]) -> Year | None:
    """The first year of a sentence, alone or in a whole date, behind certain words."""
    dates = article.dates.within(sentence)
    for year in article.years.within(sentence):
        begins = next((date.passage for date in dates if date.start <= year.start < date.end), year.passage)
        if EARLIEST <= year.value < 2100 and any(
            opening.search(sentence.before(place, NEAR)) for place in (begins, year.passage)
        ):
            return year
    return None


def ages(article: Article, sentence: Passage) -> Iterator[tuple[Passage, int]]:
    """Each age in figures, with the words that make it one: “39-year-old”, “aged 39”, “turns 39 years old”."""
    for number in article.figures.within(sentence):
        if number.spelled or not 0 <= number.value <= OLDEST:
            continue
        where, before = number.passage, sentence.before(number.passage, 8)
        words = None
        if number.form is Form.AGE:
            if "years" not in where.text and where.text.endswith("old"):
                yield where, int(number.value)
            else:
                words = _TURNS.search(before)
        elif number.form is Form.COUNT:
            words = _AGED.search(before)
        if words is not None:
            yield sentence[number.start - len(words.group()) : number.end], int(number.value)


def years_ago(article: Article, sentence: Passage) -> Iterator[tuple[Passage, Number, Year]]:
    """Each “in 1990, 40 years ago” and “40 years ago, in 1990”, with its count and its year."""
    years = [year for year in article.years.within(sentence) if EARLIEST <= year.value < 2100]
    for number in article.figures.within(sentence) if years else ():
        ago = _YEARS_AGO.match(sentence.text, number.end)
        if number.form is not Form.COUNT or ago is None:
            continue
        for year in years:
            between = sentence.text[year.end : number.start]
            since = _IN.search(sentence.before(year.passage, 8))
            if since is not None and between in (" ", ", "):
                yield sentence[year.start - len(since.group()) : ago.end()], number, year
            elif _YEARS_AGO_IN.fullmatch(sentence.text[number.end : year.start]):
                yield sentence.to(number.passage, year.passage), number, year


_THEN = regex(
    r"\b(?:was|were|had|when|then|as an?|at age|at the age|by age|until|since|later|from|after)\b[^,;]{0,30}$"
)


def _is_told_of_then(before: str) -> bool:
    """True when the age is one of long ago: “was a 19-year-old clerk”."""
    return _THEN.search(before[-60:]) is not None
