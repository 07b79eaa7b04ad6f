from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from presslint import Article, Bad, Finding, Good, Passage, Rule, Severity, quoted
from presslint.desk.chronology import published_on
from presslint.language.numbers import SMALL_NUMBERS
from presslint.model.regex import regex

_YEAR = r"(?:1[6-9]|20)\d\d"
_WHEN = rf"(?:in |on )?(?:[A-Z][a-z]{{2,8}}\.? )?(?:\d{{1,2}},? )?(?:[A-Z][a-z]{{2,8}},? )?(?P<year>{_YEAR})"
_NUMBER = rf"(?P<number>\d{{1,3}}|{'|'.join(sorted(SMALL_NUMBERS, key=len, reverse=True))})"
_GAP = r"[^.;:!?()]{0,60}?"
_FOUNDED = "founded|established|set up|opened|launched|started|incorporated|created|formed|built"

# “born in 1980, the 39-year-old”; “died in 2019 aged 39, … born in 1980”
_BORN = regex(rf"\b[Bb]orn (?:\w+ ){{0,4}}?{_WHEN}\b")
_AGE = regex(
    r"\b(?P<number>\d{1,3})[- ]year[- ]old\b|\baged? (?P<aged>\d{1,3})\b"
    r"|\b(?:is|turned|turns) (?P<is>\d{1,3}) years old\b"
)
_DIED = regex(rf"\b(?:died|was killed|death)\b{_GAP}\b(?P<year>{_YEAR})\b")
# “in 1990, 40 years ago”, “40 years ago, in 1990”
_AGO = (
    regex(rf"\b(?:in|since) (?P<year>{_YEAR}),? {_NUMBER} years? ago\b", re.IGNORECASE),
    regex(rf"\b{_NUMBER} years? ago,? in (?P<year>{_YEAR})\b", re.IGNORECASE),
)
# “founded in 1990 … marks its 40th anniversary”
_SINCE = regex(rf"\b(?:{_FOUNDED}) (?:[a-z]+ ){{0,4}}?in (?P<year>{_YEAR})\b", re.IGNORECASE)
_ANNIVERSARY = regex(
    r"\b(?:its|their|this year[’']s|(?:celebrat|mark)\w* the) "
    r"(?P<number>\d{1,3})(?:st|nd|rd|th) (?:anniversary|birthday)\b"
)
_HEDGED = regex(
    r"\b(?:about|around|almost|nearly|over|more than|some|roughly|approximately|early|late|circa)\W+$"
)


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
                    yield from check(sentence, published)

    def _ages(self, sentence: Passage, published: date) -> Iterator[Finding]:
        born = _BORN.search(sentence.text)
        if born is None:
            return
        died = _DIED.search(sentence.text)
        year = int(died["year"]) if died else published.year
        possible = year - int(born["year"])
        for where, match in sentence.find(_AGE):
            age = int(match["number"] or match["aged"] or match["is"])
            if 0 <= possible - age <= 1 or _is_told_of_then(sentence.text, match.start()):
                continue
            yield self.finding(
                where,
                f"{quoted(where.text)} does not fit a birth in {born['year']}: that makes {possible - 1} or "
                f"{possible} in {year}; correct the age or the year.",
            )

    def _years_ago(self, sentence: Passage, published: date) -> Iterator[Finding]:
        for pattern in _AGO:
            for where, match in sentence.find(pattern):
                number, actual = _count(match["number"]), published.year - int(match["year"])
                if abs(number - actual) > 1 and not _HEDGED.search(
                    sentence.text[max(0, match.start("number") - 30) : match.start("number")]
                ):
                    yield self.finding(
                        where,
                        f"{quoted(where.text)}: from {match['year']} to {published.year} it is "
                        f"{actual} years; correct the one or the other.",
                    )

    def _anniversaries(self, sentence: Passage, published: date) -> Iterator[Finding]:
        founded = _SINCE.search(sentence.text)
        if founded is None:
            return
        for where, match in sentence.find(_ANNIVERSARY):
            number, actual = int(match["number"]), published.year - int(founded["year"])
            if abs(number - actual) > 1:
                found = where[match.start("number") - match.start() :]
                yield self.finding(
                    found,
                    f"{quoted(found.text)} does not fit {quoted(founded.group())}: {published.year} is "
                    f"{actual} years on; correct the one or the other.",
                )


def _count(number: str) -> int:
    return int(number) if number.isdigit() else SMALL_NUMBERS[number.lower()]


_THEN = regex(
    r"\b(?:was|were|had|when|then|as an?|at age|at the age|by age|until|since|later|from|after)\b[^,;]{0,30}$"
)


def _is_told_of_then(sentence: str, at: int) -> bool:
    """True when the age is one of long ago: “was a 19-year-old clerk”."""
    return _THEN.search(sentence[max(0, at - 60) : at]) is not None
