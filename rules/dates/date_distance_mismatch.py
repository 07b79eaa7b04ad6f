from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from presslint import Article, Bad, Finding, Good, Passage, Rule, Severity, quoted, regex
from presslint.desk import MONTHS, DateMention, Form, Number, is_own, published_on

_DISTANCE = regex(r" (?P<unit>day|week)s? (?P<way>earlier|later|before|after(?:wards)?),? on \Z")
_MAY_COUNT = regex(r"(?:earlier|later|before|after(?:wards)?),? on ")
FAR = 30  # characters from a count to its date
_HEDGED = regex(
    r"\b(?:about|around|some|nearly|almost|roughly|over|more than|less than|within|every) (?:the )?\Z"
)
# “voted yesterday, May 2”; “today (Friday)”
_FROM_TODAY = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_MAY_TELL = regex(rf"(?<!from )(?<!until )(?<!till )\b({'|'.join(_FROM_TODAY)})(?=,| \(| on)", re.IGNORECASE)
_BESIDE = regex(r"(?:,| \(|,? on) ?(?:[A-Z][a-z]{2,5}day,? )?")
_SPAN = regex(r" (?:to|through|until|and|or)\b|[-–—/]|\w| (?:night|morning|evening)s\b")
ZONES = 1  # days by which a date field may stand beside the day of the copy
DAYS = {"day": 1, "week": 7}
ROOM = {"day": 1, "week": 3}  # days by which a count may stray: nights, first and last day


class DateDistanceMismatch(Rule):
    """“Three days earlier, on 3 February” lies three days before the date that was given last.

    The reader counts back and lands on another day: one of the two dates or the count is wrong. The rule
    reads a count of days or weeks with a date right behind it, and the one date that stands before it in
    the sentence or in the sentence ahead. “Yesterday, May 2” and “today (Friday)” are counted from the date field,
    with a day to spare for time zones. A count may stray by a day, weeks by three; where no date or
    more than one stands before, nothing is said.
    """

    severity = Severity.WARNING
    sources = ("American Press Institute, accuracy checklists: days and dates",)
    languages = frozenset({"en"})
    reads = frozenset({"dates", "prose"})
    reads_patterns = (_MAY_COUNT, _MAY_TELL)
    examples = (
        Bad(
            "---\ndate: 2026-05-06\n---\nThe board voted [[yesterday, May 2]], and meets again [[tomorrow, 9 May]].\n",
            says=(
                "“yesterday, May 2”: the article is of 2026-05-06; correct the day or the date.",
                "“tomorrow, 9 May”: the article is of 2026-05-06; correct the day or the date.",
            ),
            severity="warning",
        ),
        Bad(
            "---\ndate: 2026-05-06\n---\nThe board voted [[today, Friday]], on the fare.\n",
            severity="warning",
        ),
        Good(
            "---\ndate: 2026-05-06\n---\nThe board voted yesterday, May 5, and meets again today, Thursday, and tomorrow, Friday.\n"
        ),
        Good(
            "---\ndate: 2026-05-06\n---\n> The board voted yesterday, May 2.\n\nA week from today, on May 13, it meets.\n"
        ),
        Good("---\ndate: 2026-05-06\n---\nThe bar is open today, Friday to Sunday. It is new.\n"),
        Bad(
            "The pier was shut on 10 February 2026. [[Three days earlier, on 3 February]], a pile had cracked.\n",
            says="“Three days earlier, on 3 February”: from 10 February 2026 it is 7 days; correct the count or a date.",
            severity="warning",
        ),
        Bad(
            "It was shut on 10 May, and opened [[two weeks later, on 14 June]].\n",
            says="“two weeks later, on 14 June”: from 10 May it is 35 days; correct the count or a date.",
        ),
        Bad(
            "It was shut on 10 May 2026. [[Two days later, on 8 May]], it opened.\n",
            says="“Two days later, on 8 May”: from 10 May 2026 it is 2 days the other way; correct the count "
            "or a date.",
        ),
        Good("The pier was shut on 10 February 2026. A week earlier, on 3 February, a pile had cracked.\n"),
        Good(
            "The pier was shut on 10 February 2026. Seven days earlier, on 3 February, a pile had cracked.\n"
        ),
        Good("It was shut on 6 February. Three days earlier, on 3 February, a pile had cracked.\n"),
        Good("It was shut on 10 May, built on 1 May, and opened two weeks later, on 15 May.\n"),
        Good("The board met. Three days earlier, on 3 February, a pile had cracked.\n"),
        Good("It was shut on 30 December. Three days later, on 2 January, it opened.\n"),
        Good("It was shut on 10 May. Two weeks later, on 27 May, it opened.\n"),
        Good("It was shut on 3/4/2026. Three days later, on 20 April 2026, it opened.\n"),
        Bad(
            "It was shut on 10 May. [[Two weeks later, on 28 May]], it opened.\n",
            says="“Two weeks later, on 28 May”: from 10 May it is 18 days; correct the count or a date.",
            severity="warning",
        ),
        Bad(
            "It was shut on 10 May. [[Three days later, on 11 May]], it opened.\n",
            says="“Three days later, on 11 May”: from 10 May it is 1 days; correct the count or a date.",
            severity="warning",
        ),
        Bad(
            "It was shut on 1 January. [[Three days later, on 28 October]], it opened.\n",
            says="“Three days later, on 28 October”: from 1 January it is 300 days; correct the count or a "
            "date.",
            severity="warning",
        ),
        Good("It was shut on 10 May. The toll rose to £3 days later, on 20 May.\n"),
        Good("It was shut on 10 February. Three days earlier, on 8 February, it had cracked.\n"),
        Bad(
            "It was shut on 10 May. [[Three days later, on 10 May]], it opened.\n",
            says="“Three days later, on 10 May”: from 10 May it is 0 days the other way; correct the count or "
            "a date.",
            severity="warning",
        ),
        Good("It was shut on 29 February. Three days later, on 12 March, it opened.\n"),
        Bad(
            "---\ndate: 2024-05-05\n---\nIt was shut on 27 February. [[Three days later, on 5 March]], it "
            "opened.\n",
            says="“Three days later, on 5 March”: from 27 February it is 7 days; correct the count or a date.",
            severity="warning",
        ),
        Good("Three days later, on 20 May, it opened. It was shut on 10 May.\n"),
        Bad(
            "It was shut on May 10. [[Three days later, on May 20]], it opened.\n",
            says="“Three days later, on May 20”: from 10 May it is 10 days; correct the count or a date.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        published = published_on(article)
        year = published.year if published is not None else 2001
        for passage in article.own_prose:
            if published is not None and _MAY_TELL.search(passage.text) and is_own(article, passage):
                yield from self.from_today(article, passage, published)
            if not _MAY_COUNT.search(passage.text):
                continue
            sentences = passage.sentences
            for at, sentence in enumerate(sentences):
                mentions = article.dates.within(sentence)
                ahead = article.dates.within(sentences[at - 1]) if at else ()
                for place, second in enumerate(mentions):
                    for count in counts_before(article, sentence, second):
                        yield from self.told(sentence, count, mentions[:place] or ahead, second, year)

    def from_today(self, article: Article, passage: Passage, published: date) -> Iterator[Finding]:
        """Days told from today beside a date or a weekday that is another day."""
        for told in _MAY_TELL.finditer(passage.text):
            meant = published + timedelta(days=_FROM_TODAY[told[1].lower()])
            dates = [each for each in article.dates.within(passage) if _is_beside(passage, told, each.start)]
            days = [each for each in article.days.within(passage) if _is_beside(passage, told, each.start)]
            if dates:
                date_said = dates[0]
                on = date_said.on(date_said.year or published.year) if date_said.valid else None
                if on is not None and not date_said.ambiguous and abs((on - meant).days) > ZONES:
                    yield self.against(passage[told.start() : date_said.end], published)
            elif days and days[0].weekday is not None and not days[0].dated:
                apart = (days[0].weekday - meant.weekday()) % 7
                if ZONES < apart < 7 - ZONES and not _SPAN.match(passage.text, days[0].end):
                    yield self.against(passage[told.start() : days[0].end], published)

    def against(self, where: Passage, published: date) -> Finding:
        return self.finding(
            where,
            f"{quoted(where.text)}: the article is of {published.isoformat()}; correct the day or the date.",
        )

    def told(
        self,
        sentence: Passage,
        count: Number,
        before: tuple[DateMention, ...],
        second: DateMention,
        year: int,
    ) -> Iterator[Finding]:
        said = _DISTANCE.match(sentence.before(second.passage)[count.end :])
        if said is None or len(before) != 1 or _HEDGED.search(sentence.text[: count.start]):
            return
        one, other = two_days(before[0], second, year)
        if one is None or other is None:
            return
        unit = said["unit"]
        sign = -1 if said["way"] in ("earlier", "before") else 1
        apart = (other - one).days
        if not count.value or abs(apart - sign * count.value * DAYS[unit]) <= ROOM[unit] or abs(apart) > 300:
            return
        where = sentence.to(count.passage, second.passage)
        yield self.finding(
            where,
            f"{quoted(where.text)}: from {before[0].text if before[0].year else written(one)} it is "
            f"{abs(apart)} days{'' if sign * apart > 0 else ' the other way'}; correct the count or a date.",
        )


def _is_beside(passage: Passage, told: re.Match[str], start: int) -> bool:
    """Whether a date or a weekday follows right behind “yesterday”."""
    return start > told.end() and _BESIDE.fullmatch(passage.text, told.end(), start) is not None


def counts_before(article: Article, sentence: Passage, date: DateMention) -> list[Number]:
    """The count right before a date with its unit between: the “three” of “three days earlier, on 3 February”."""
    if not sentence.before(date.passage, 4).endswith(" on "):
        return []
    return [
        number
        for number in article.figures.within(sentence)
        if number.form is Form.COUNT and 0 < date.start - number.end < FAR
    ]


def two_days(first: DateMention, second: DateMention, year: int) -> tuple[date | None, date | None]:
    """Both days; a year that is missing is the other's, or the article's."""
    if first.ambiguous or second.ambiguous or not first.valid or not second.valid:
        return None, None
    known = first.year or second.year or year
    return first.on(first.year or known), second.on(second.year or known)


def written(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"
