from __future__ import annotations

import re
from collections.abc import Iterator

from presslint import Article, Bad, Field, Finding, Good, Passage, Rule, Severity, quoted
from presslint.desk.chronology import dated_copy, is_own
from presslint.language.dates import MONTHS, DateMention
from presslint.language.times import Clock
from presslint.model.regex import regex

FIELDS = ("published", "modified", "expires", "embargo")
# what programs write where no date is known
_EPOCH = regex(r"(?:1970-01-01|0000-00-00|0001-01-01|1900-01-01)(?![\d])")
_CALENDAR = regex(r"(?P<year>\d{4,6})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)")
# something that happens at an hour; “at 25:10 of the film” is none
_OPENS_AT = regex(
    r"\b(?:opens?|starts?|begins?|leaves?|departs?|arrives?|clos(?:e|es)|meets?|ends?|due)(?: [\w’]{1,16}){0,3} at \Z"
)
_GOES_ON = regex(r"[\w:.%-]*\w| (?:of|in)\b")


# “Issue 56 August 2000”: the number of an issue, not a day
_NUMBERED = regex(
    r"\b(?:issues?|number|nos?|vol(?:ume)?|edition|nr|heft|ausgabe|num[eé]ro|núm)\.?\s\Z|[#№º°]\s?\Z", re.I
)
_SAYS_WHEN = regex(r"\b(?:on|am|el|le)\s(?:the\s)?\Z", re.I)
BEFORE = 16  # characters before a day in which such a word stands
CLAUSE = 80  # characters before a time in which its verb stands


class ImpossibleDate(Rule):
    """A date is one that the calendar has, and a time one that the clock shows.

    31 June, 29 February in a common year, a month 13 and “at 25:10” are slips that no reader can repair,
    since nobody can tell which part is wrong. “14:30 p.m.” tells the half of the day twice, a warning.
    Scores, verses, ratios and race times (“in 75:10”) are no times of day. “Issue 56 August 2000” numbers
    an issue, and a number above 31 before a month is meant as a day only behind “on” or a weekday. In the
    metadata the rule also knows the dates that programs write when they have none, such as 1970-01-01; a
    draft gets its date when it goes out.
    """

    severity = Severity.ERROR
    sources = ("American Press Institute, accuracy checklists: days and dates",)
    examples = (
        Bad(
            "The lease ends on [[31 June 2026]].\n",
            says="“31 June 2026” does not exist: June has 30 days; correct the date.",
            severity="error",
        ),
        Bad(
            "The lease ends on [[February 29, 2026]].\n",
            says="“February 29, 2026” does not exist: February 2026 has 28 days; correct the date.",
            severity="error",
        ),
        Bad(
            "The lease ends on [[30 February]].\n",
            says="“30 February” does not exist: February has 29 days at most; correct the date.",
            severity="error",
        ),
        Good("The lease ends on 29 February.\n"),
        Bad(
            "---\ntitle: Lease ends\ndate: [[2026-13-05]]\n---\nIt ends.\n",
            says="“2026-13-05” does not exist: there is no month 13; correct the date.",
            severity="error",
        ),
        Bad(
            "---\ntitle: Lease ends\ndate: [[1970-01-01]]\n---\nIt ends.\n",
            says="“1970-01-01” is what programs write when they have no date; give the day of publication.",
            severity="error",
        ),
        Bad(
            "Doors open at [[7:75 pm]].\n", says="“7:75 pm” is no time of day; correct it.", severity="error"
        ),
        Bad("Doors open at [[25:10]].\n", says="“25:10” is no time of day; correct it.", severity="error"),
        Bad("The boat leaves the pier at [[13:75]] on Friday.\n", severity="error"),
        Bad(
            "Doors open at [[14:30 p.m.]] on Friday.\n",
            severity="warning",
            says="“14:30 p.m.” names the half of the day twice; write “14:30” or “2:30 p.m.”.",
        ),
        Good(
            "She won in 75:10, read John 3:75, sees at 25:10 of the film, and it ended 25:71 at the half.\n"
        ),
        Good("Doors open at 23:59 and at 00:30 a.m.; the race opens at a ratio of 25:10.\n"),
        Bad('"It ends on [[31 June 2026]]," she said.\n', severity="suggestion"),
        Bad("> The lease ends on [[31 June 2026]].\n", severity="suggestion"),
        Good("The first block came in April. 31 families moved in by 30 Sept. 2026.\n"),
        Good("It stood in issue 56 August 2000, in No. 32 September 1998 and in Vol. 31 June 2001.\n"),
        Good("Nr. 40 März 2001, n° 44 April 2002, # 48 May 2003; the first 90 June 2026 berths are let.\n"),
        Bad("The lease ends on [[45 June 2026]].\n", severity="error"),
        Bad("The lease ends on Friday, [[45 June 2026]].\n", severity="error"),
        Bad("The lease ends [[31 June 2026]].\n", severity="error"),
        Good("---\ntitle: Lease ends\ndate: 0001-01-01\ndraft: true\n---\nIt ends.\n"),
        Good("The lease ends on 30 June 2026, and the next on 29 February 2028.\n"),
        Good("They upgraded to 2.31.4 after 31.12.0 had failed; at 35 May became prime minister.\n"),
        Good("---\ntitle: Lease ends\ndate: 2026-02-28\n---\nDoors open at 7:45 pm.\n"),
        Bad(
            "The pier is old.\n\nIt was on [[30 February 2000]].\n",
            says="“30 February 2000” does not exist: February 2000 has 29 days; correct the date.",
            severity="error",
        ),
        Bad(
            "---\ntitle: Pier\ndate: [[2026-11-31]]\n---\nText.\n",
            says="“2026-11-31” does not exist: November 2026 has 30 days; correct the date.",
            severity="error",
        ),
        Bad(
            "The pier is old.\n\nIt was [[August 56, 2000]].\n",
            says="“August 56, 2000” does not exist: August has 31 days; correct the date.",
            severity="error",
        ),
        Good("---\ntitle: Pier\ndate: 2999-01-01\n---\nText.\n"),
        Bad(
            "---\ntitle: Pier\ndate: [[3000-01-01]]\n---\nText.\n",
            says="“3000-01-01” does not exist: the year 3000 is far off; correct the date.",
            severity="error",
        ),
        Good("The pier is old.\n\nIt sails at 12:59 p.m. now.\n"),
        Good("The pier is old.\n\nIt sails x14:30 p.m. now.\n"),
        Bad(
            "The pier is old.\n\nIt was on [[31 April]].\n",
            says="“31 April” does not exist: April has 30 days; correct the date.",
            severity="error",
        ),
        Bad(
            "The pier is old.\n\nIt sails at [[23:10 p.m.]] now.\n",
            says="“23:10 p.m.” names the half of the day twice; write “23:10” or “11:10 p.m.”.",
            severity="warning",
        ),
        Bad(
            "The pier is old.\n\nIt sails at [[24:10 p.m.]] now.\n",
            says="“24:10 p.m.” is no time of day; correct it.",
            severity="error",
        ),
        Good("The pier is old.\n\nIt opens at 24:00 now.\n"),
        Good("The pier is old.\n\nIt was in the old issue of the board 56 August 2000.\n"),
        Good("The pier is old.\n\nIt was the 0 August 2000.\n"),
        Bad(
            "The pier is old.\n\nIt was on [[0 August 2000]].\n",
            says="“0 August 2000” does not exist: August has 31 days; correct the date.",
            severity="error",
        ),
        Bad(
            "The pier is old.\n\nIt was on [[29 February 2025]].\n",
            says="“29 February 2025” does not exist: February 2025 has 28 days; correct the date.",
            severity="error",
        ),
        Bad(
            "The pier is old.\n\nIt was on [[29 February 1900]].\n",
            says="“29 February 1900” does not exist: February 1900 has 28 days; correct the date.",
            severity="error",
        ),
        Bad(
            "The pier is old.\n\nIt is on [[31 June 2999]].\n",
            says="“31 June 2999” does not exist: June has 30 days; correct the date.",
            severity="error",
        ),
        Good("---\ntitle: Pier\ndate: 2026-12-01\n---\nText.\n"),
        Bad(
            "---\ntitle: Pier\ndate: [[2026-00-01]]\n---\nText.\n",
            says="“2026-00-01” does not exist: there is no month 0; correct the date.",
            severity="error",
        ),
        Bad(
            "---\ntitle: Pier\ndate: [[2026-06-00]]\n---\nText.\n",
            says="“2026-06-00” does not exist: June 2026 has 30 days; correct the date.",
            severity="error",
        ),
        Good("---\ntitle: Pier\ndate: soon\n---\nText.\n"),
        Bad(
            "---\ntitle: Pier\ndate: [[0000-02-30]]\n---\nText.\n",
            says="“0000-02-30” does not exist: February 0 has 28 days; correct the date.",
            severity="error",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for name in FIELDS:
            for field in article.all(name):
                if field and not article.is_draft and (reason := _wrong_with(field)):
                    yield self.finding(field, f"{quoted(field.text)} {reason}.")
        for passage in dated_copy(article):
            for mention in article.dates.within(passage):
                if _is_meant(mention, passage.text):
                    where = passage[_start(mention) : mention.end]
                    yield self.said(
                        article, where, f"{quoted(where.text)} {_reason(mention)}; correct the date."
                    )
            for clock in article.times.within(passage):
                yield from self._of_the_clock(article, passage, clock)

    def _of_the_clock(self, article: Article, passage: Passage, clock: Clock) -> Iterator[Finding]:
        """What is wrong with a time of day; without “am” or “pm” only one that something happens at."""
        where, minute = clock.passage, clock.minute
        if minute is None or clock.second is not None:
            return
        if not clock.half:
            if (minute > 59 or clock.hour > 24) and _happens(passage, where):
                yield self.said(article, where, f"{quoted(where.text)} is no time of day; correct it.")
        elif passage.before(where, 1).strip() in ("", "(", "–", "-"):
            if minute > 59 or clock.hour > 23:
                yield self.said(article, where, f"{quoted(where.text)} is no time of day; correct it.")
            elif clock.hour > 12 and clock.half == "p":
                half = passage.text[clock.half_at : clock.end]
                yield self.finding(
                    where,
                    f"{quoted(where.text)} names the half of the day twice; write "
                    f"{quoted(f'{clock.hour}:{minute:02}')} or {quoted(f'{clock.hour - 12}:{minute:02} {half}')}.",
                    severity=Severity.WARNING if is_own(article, where) else Severity.SUGGESTION,
                )

    def said(self, article: Article, where: Passage, message: str) -> Finding:
        """A finding in the copy: in quoted words a suggestion, as they are not the desk's to change."""
        return self.finding(where, message, severity=None if is_own(article, where) else Severity.SUGGESTION)


def _happens(passage: Passage, where: Passage) -> bool:
    """Whether the words say that something happens at a time, and it is no ratio and no place in a film."""
    return _OPENS_AT.search(passage.before(where, CLAUSE)) is not None and not _GOES_ON.match(
        passage.after(where)
    )


def _is_meant(mention: DateMention, text: str) -> bool:
    """Whether a date that does not exist is meant as one, and is no number of an issue before its month."""
    if mention.valid or mention.form not in ("day-month", "month-day"):
        return False
    if mention.form == "month-day" or mention.weekday is not None:
        return True
    before = text[max(0, mention.start - BEFORE) : mention.start]
    if _NUMBERED.search(before):
        return False
    return 1 <= mention.day <= 31 or _SAYS_WHEN.search(before) is not None


def _start(mention: DateMention) -> int:
    return min(mention.spans[part][0] for part in ("day", "month"))


def _reason(mention: DateMention) -> str:
    if mention.year is not None and mention.year > 2999:
        return f"does not exist: the year {mention.year} is far off"
    if not 1 <= mention.month <= 12:
        return f"does not exist: there is no month {mention.month}"
    days = days_of(mention.year or 2000, mention.month)
    if not 1 <= mention.day <= days:
        month = MONTHS[mention.month - 1]
        if mention.month == 2 and mention.year is None:
            return "does not exist: February has 29 days at most"
        return f"does not exist: {month}{f' {mention.year}' if mention.month == 2 else ''} has {days} days"
    return "holds a time that no clock shows"


def _wrong_with(field: Field) -> str | None:
    """What is wrong with a date of the metadata, or None."""
    text = field.text.strip()
    if _EPOCH.match(text):
        return "is what programs write when they have no date; give the day of publication"
    match = _CALENDAR.match(text)
    if match is None:
        return None
    year, month, day = (int(match[part]) for part in ("year", "month", "day"))
    if year > 2999:
        return f"does not exist: the year {year} is far off; correct the date"
    if not 1 <= month <= 12:
        return f"does not exist: there is no month {month}; correct the date"
    days = days_of(max(year, 1), month)
    if not 1 <= day <= days:
        return f"does not exist: {MONTHS[month - 1]} {year} has {days} days; correct the date"
    return None


def days_of(year: int, month: int) -> int:
    """How many days a month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
