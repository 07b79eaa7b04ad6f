"""Dates as news copy and metadata write them: a closed grammar, so that nothing is a date by chance.

Impossible dates (31 June) are found too and marked as such. A figure before a time zone is a time:
“Tuesday, 1 March 2000 GMT” has no year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from presslint.language.mentions import InPassage
from presslint.model.passage import Passage
from presslint.model.regex import regex

Day = date  # `date` is also the name of what a mention and an instant hold

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, 1)} | {
    short: number
    for number, names in enumerate(
        ("jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sept sep", "oct", "nov", "dec"), 1
    )
    for short in names.split()
}
WEEKDAY_NUMBERS = {name.lower(): number for number, name in enumerate(WEEKDAYS)} | {
    short: number
    for number, names in enumerate(("mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun"))
    for short in names.split()
}
# minutes east of Greenwich; None where the name alone does not say (ET is EST or EDT)
ZONES: Mapping[str, int | None] = {
    "Z": 0, "GMT": 0, "UTC": 0, "BST": 60, "WET": 0, "WEST": 60, "CET": 60, "CEST": 120, "EET": 120,
    "EEST": 180, "MSK": 180, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420,
    "MDT": -360, "PST": -480, "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600, "JST": 540,
    "HKT": 480, "SGT": 480, "AEST": 600, "AEDT": 660, "ET": None, "CT": None, "MT": None, "PT": None,
    "IST": None,
}  # fmt: skip


def _names(names: Mapping[str, int]) -> str:
    """Title case or capitals, longest first: “may” and “sun” in lower case are not dates."""
    found = sorted(names, key=len, reverse=True)
    return "|".join([name.capitalize() for name in found] + [name.upper() for name in found])


_ZONE = rf"(?:{'|'.join(sorted(ZONES, key=len, reverse=True))})\b|[+-]\d\d:?\d\d(?!\d)"
_HALF = r"[AaPp]\.?[Mm]\b\.?"
_TIME = (
    rf"(?P<hour>\d{{1,2}})[:.](?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{{1,9}})?)?(?![\d%])"
    rf"(?:\s?(?P<half>{_HALF}))?(?:\s?(?P<zone>{_ZONE}))?"
    rf"|(?P<hour2>\d{{1,2}})\s?(?P<half2>{_HALF})(?:\s?(?P<zone2>{_ZONE}))?"
    rf"|(?P<military>\d{{4}})\s?(?:(?P<zone3>{_ZONE})|(?:hours|hrs|hr|h)\b)"
)
_WHEN = rf"(?P<joint>(?:,|\s-|\s–|\s—|\s\||\s·)?\s(?:at\s)?)(?P<time>{_TIME})"
_YEAR = (
    r"(?P<year>[12]\d{3}|(?:19|20)\d{3}(?=[.,;:)\]]|\s?$))"
    rf"(?![\d%]|[,.:]\d|\s?(?:{_ZONE}|hours\b|hrs?\b|h\b))"
)
_DAY = r"(?P<day>\d{1,2})(?P<ordinal>st|nd|rd|th)?\b(?![.,:/]\d|%|\s?(?:per\scent|percent|million|billion)\b)"
_WEEKDAY = rf"(?:(?P<weekday>(?<![Tt]he\s)(?:{_names(WEEKDAY_NUMBERS)}))\b\.?(?:,\s?|\s\(|\s)(?:the\s)?)?"
# a stop belongs to a short name: “Jan. 5”, and not “It was April. 31 families came”
_MONTH = rf"(?P<month>{_names(MONTH_NUMBERS)})\b(?:(?:(?<=\b[A-Z][A-Za-z]{{2}})|(?<=\bSept)|(?<=\bSEPT))\.)?"

_FORMS = {
    "iso": (
        rf"{_WEEKDAY}(?<!-)(?P<year>\d{{4}})(?P<dash>[-/])(?P<month>\d\d)(?P=dash)(?P<day>\d\d)(?![\d/]|-\d)"
        rf"(?:(?P<joint>T|\s)(?P<time>{_TIME}))?"
    ),
    "day-month": (rf"{_WEEKDAY}{_DAY}(?:\sof)?[\s-]{_MONTH}(?:(?:,\s?|[\s-]){_YEAR})?(?!-?\d)(?:{_WHEN})?"),
    "month-day": rf"{_WEEKDAY}{_MONTH}\s(?:the\s)?{_DAY}(?:(?:,\s?|\s){_YEAR})?(?:{_WHEN})?",
    "numeric": (
        rf"{_WEEKDAY}(?<!-)(?P<first>\d{{1,2}})(?P<dash>[/.\-])(?P<other>\d{{1,2}})(?P=dash)"
        r"(?P<year>[12]\d{3})(?![\d/]|[.\-]\d)"
        rf"(?:{_WHEN})?"
    ),
}
_PATTERNS = {name: regex(pattern) for name, pattern in _FORMS.items()}
_BEGIN = regex(
    rf"(?<![\w.,:/$£€#])(?<!\D-)(?:\d{{1,4}}(?=[-/.\s]|st|nd|rd|th)|(?:{_names(WEEKDAY_NUMBERS)}|{_names(MONTH_NUMBERS)})\b)"
)
_MONTH_NAME = regex(rf"\b(?:{_names(MONTH_NUMBERS)})\b")
_LABEL = regex(
    r"(?:first |last |originally )?(?:published|updated|posted|modified|created|filed|issued|released|date"
    r"|edited|amended)(?: on| at)?:?\s{1,3}(?:on )?",
    re.IGNORECASE,
)


# what every date has; begins with plain letters or digits, which makes the search skip ahead
_SHORT_MONTH = "[JFMASOND](?:an|eb|a[ry]|pr|u[nlg]|ep|ct|ov|ec|AN|EB|A[RY]|PR|U[NLG]|EP|CT|OV|EC)"
_MAY_HOLD_A_DATE = regex(
    rf"{_SHORT_MONTH}[A-Za-z]*\.?\s(?:the\s)?[0-9]|[0-9](?:st|nd|rd|th)?(?:\sof)?[\s-]{_SHORT_MONTH}"
    r"|[0-9][-/.][0-9]{1,2}[-/.][0-9]"
)


class DateMention(InPassage, frozen=True):
    """A date in running text; all places are indexes of that text, end-exclusive.

    `month` counts from 1, `weekday` from 0 (Monday). `spans` tells where each part stands: weekday,
    day, month, year, time. `valid` is False for a date or a time that does not exist; without a year
    29 February exists. `ambiguous` marks 4/5/2026, which is read with the day first.
    """

    start: int
    end: int
    text: str
    form: str  # iso | day-month | month-day | numeric
    day: int
    month: int
    year: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    zone: str | None = None
    valid: bool = True
    ambiguous: bool = False
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    within: Passage | None = None

    def placed(self, within: Passage, start: int) -> DateMention:
        """The same date as one of a passage, in whose text it begins at `start`."""
        by = start - self.start
        spans = (
            {part: (low + by, high + by) for part, (low, high) in self.spans.items()} if by else self.spans
        )
        return replace(self, start=start, end=self.end + by, spans=spans, within=within)

    def part(self, *names: str) -> Passage:
        """From the first to the last of some parts of it; those that it lacks are passed over."""
        places = [self.spans[name] for name in names if name in self.spans]
        if self.within is None or not places:
            raise ValueError("the parts of a date stand in no passage")
        return self.within[min(low for low, _ in places) : max(high for _, high in places)]

    @property
    def date(self) -> Day | None:
        """The calendar day; None without a year or for a day that does not exist."""
        return self.on(self.year) if self.year is not None else None

    def on(self, year: int) -> Day | None:
        """The calendar day in a given year; None when it does not exist there."""
        try:
            return Day(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def offset(self) -> int | None:
        """Minutes east of Greenwich; None when no zone is given or its name does not say."""
        if self.zone is None:
            return None
        if self.zone[0] in "+-":
            digits = self.zone[1:].replace(":", "")
            minutes = int(digits[:2]) * 60 + int(digits[2:])
            return -minutes if self.zone[0] == "-" else minutes
        return ZONES[self.zone]


class Instant(Struct, frozen=True):
    """A moment as precisely as it was written: a day, or a minute of a day in a zone if given."""

    date: Day
    time: time | None = None
    offset: int | None = None  # minutes east of Greenwich

    @property
    def precision(self) -> str:
        """“day” or “minute”."""
        return "day" if self.time is None else "minute"

    @property
    def zone_known(self) -> bool:
        return self.time is not None and self.offset is not None

    @property
    def earliest(self) -> datetime:
        """The first moment, in UTC, that this can mean anywhere on Earth."""
        moment = datetime.combine(self.date, self.time or time.min)
        return _utc(moment, self.offset if self.time is not None else None, 14 * 60)

    @property
    def latest(self) -> datetime:
        """The last moment, in UTC, that this can mean anywhere on Earth."""
        moment = datetime.combine(self.date, self.time or time.max)
        return _utc(moment, self.offset if self.time is not None else None, -12 * 60)

    def before(self, other: Instant) -> bool:
        """True when this is earlier than `other` in every reading of both.

        Two days without time or zone compare as days of the same calendar.
        """
        if not self.zone_known and not other.zone_known:
            mine = datetime.combine(self.date, self.time or time.max)
            return mine < datetime.combine(other.date, other.time or time.min)
        return self.latest < other.earliest


def _utc(moment: datetime, offset: int | None, otherwise: int) -> datetime:
    try:
        return (moment - timedelta(minutes=otherwise if offset is None else offset)).replace(tzinfo=UTC)
    except OverflowError:
        return moment.replace(tzinfo=UTC)


def find_dates(text: str) -> list[DateMention]:
    """Every date with a day and a month, in order, impossible ones included."""
    return list(_mentions(text)) if _MAY_HOLD_A_DATE.search(text) else []


def names_month(text: str) -> bool:
    """Whether a month is named, alone or in a date: “in May”, “Sept. 5”."""
    return _MONTH_NAME.search(text) is not None


def parse_instant(value: Any) -> Instant | None:
    """The moment that a metadata value or a date line means; None when it is no valid date.

    Takes a date, a datetime, seconds or milliseconds since 1970, or text that holds one date and
    nothing else but a label (“Published: …”). An ambiguous 4/5/2026 gives None.
    """
    if isinstance(value, datetime):
        offset = value.utcoffset()
        minutes = None if offset is None else int(offset.total_seconds() // 60)
        return Instant(value.date(), value.time().replace(tzinfo=None), minutes)
    if isinstance(value, date):
        return Instant(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _since_1970(value)
    if not isinstance(value, str):
        return None
    text = value.strip()
    label = _LABEL.match(text)
    begin = label.end() if label else 0
    for mention in _mentions(text[:200]):
        if mention.start != begin or text[mention.end :].strip(" .)"):
            return None
        if not mention.valid or mention.ambiguous or mention.date is None:
            return None
        if mention.hour is None:
            return Instant(mention.date)
        return Instant(mention.date, time(mention.hour, mention.minute or 0), mention.offset)
    return None


def _since_1970(seconds: float) -> Instant | None:
    if 1e11 <= seconds < 1e14:
        seconds /= 1000
    if not 1e8 <= seconds < 1e11:
        return None
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return Instant(moment.date(), moment.time(), 0)


def _mentions(text: str) -> Iterator[DateMention]:
    upto = 0
    for begin in _BEGIN.finditer(text):
        if begin.start() < upto:
            continue
        for form, pattern in _PATTERNS.items():
            found = pattern.match(text, begin.start())
            mention = _mention(form, found) if found else None
            if mention is not None:
                upto = mention.end
                yield mention
                break


def _mention(form: str, found: re.Match[str]) -> DateMention | None:
    parts = found.groupdict()
    ambiguous = False
    spans: dict[str, tuple[int, int]] = {}
    if form == "numeric":
        first, other = int(parts["first"]), int(parts["other"])
        american = first <= 12 < other
        month, day = (first, other) if american else (other, first)
        ambiguous = first <= 12 and other <= 12 and first != other
        spans["month"], spans["day"] = (found.span("first"), found.span("other"))[:: 1 if american else -1]
    else:
        day = int(parts["day"])
        month = int(parts["month"]) if form == "iso" else MONTH_NUMBERS[parts["month"].lower()]
        spans["month"], spans["day"] = found.span("month"), found.span("day")
    year = int(parts["year"]) if parts["year"] else None
    if not 1 <= day <= 31 and year is None:
        return None  # “At 35 May became prime minister”
    weekday = parts.get("weekday")
    for part in ("weekday", "year", "time"):
        if parts.get(part):
            spans[part] = found.span(part)
    hour, minute = _clock(parts)
    end = found.end() - (1 if found.group().endswith(".") and not parts.get("time") else 0)
    return DateMention(
        start=found.start(),
        end=end,
        text=found.string[found.start() : end],
        form=form,
        day=day,
        month=month,
        year=year,
        weekday=WEEKDAY_NUMBERS[weekday.lower()] if weekday else None,
        hour=hour,
        minute=minute,
        zone=next((parts[zone] for zone in ("zone", "zone2", "zone3") if parts.get(zone)), None),
        valid=_exists(day, month, year) and _is_time(hour, minute),
        ambiguous=ambiguous,
        spans=spans,
    )


def _clock(parts: Mapping[str, str | None]) -> tuple[int | None, int | None]:
    """Hour and minute of the day; 99 for one that no clock shows."""
    if not parts.get("time"):
        return None, None
    military = parts.get("military")
    if military:
        return int(military[:2]), int(military[2:])
    hour = int(parts.get("hour") or parts.get("hour2") or 0)
    minute = int(parts.get("minute") or 0)
    half = parts.get("half") or parts.get("half2")
    if half:
        if not 1 <= hour <= 12:
            return 99, minute
        hour = hour % 12 + (12 if half[0] in "Pp" else 0)
    return hour, minute


def _is_time(hour: int | None, minute: int | None) -> bool:
    return hour is None or (hour < 24 and (minute or 0) < 60)


def _exists(day: int, month: int, year: int | None) -> bool:
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return year is None or year <= 2999
