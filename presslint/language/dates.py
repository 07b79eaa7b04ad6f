"""Dates as news copy and metadata write them: a closed grammar, so that nothing is a date by chance.

Impossible dates (31 June) are found too and marked as such. A figure before a time zone is a time:
“Tuesday, 1 March 2000 GMT” has no year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from presslint.language.languages import ENGLISH, Language
from presslint.language.mentions import InPassage
from presslint.model.passage import Passage
from presslint.model.regex import regex

Day = date  # `date` is also the name of what a mention and an instant hold

MONTHS = ENGLISH.month_names
WEEKDAYS = ENGLISH.weekday_names


def _numbers(things: Sequence[Sequence[str]], first: int) -> dict[str, int]:
    """Each form of each month or weekday, in small letters, with its number."""
    return {form.lower(): number for number, forms in enumerate(things, first) for form in forms}


MONTH_NUMBERS = _numbers(ENGLISH.months, 1)
WEEKDAY_NUMBERS = _numbers(ENGLISH.weekdays, 0)
# minutes east of Greenwich; None where the name alone does not say (ET is EST or EDT)
ZONES: Mapping[str, int | None] = {
    "Z": 0, "GMT": 0, "UTC": 0, "BST": 60, "WET": 0, "WEST": 60, "CET": 60, "CEST": 120, "EET": 120,
    "EEST": 180, "MSK": 180, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420,
    "MDT": -360, "PST": -480, "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600, "JST": 540,
    "HKT": 480, "SGT": 480, "AEST": 600, "AEDT": 660, "ET": None, "CT": None, "MT": None, "PT": None,
    "IST": None,
}  # fmt: skip


_ZONE = rf"(?:{'|'.join(sorted(ZONES, key=len, reverse=True))})\b|[+-]\d\d:?\d\d(?!\d)"
NEVER = "(?!)"  # as a pattern: matches nowhere


def _names(names: Iterable[str], small: str = "") -> str:
    """Title case or capitals, longest first: “may” and “sun” in lower case are not dates, where they are words."""
    found = sorted(names, key=len, reverse=True)
    written = [name.capitalize() for name in found] + [name.upper() for name in found]
    return "|".join((*(found if small else ()), *written)) or NEVER


def _optional(words: Sequence[str], before: str = "", after: str = "") -> str:
    """A pattern for one of the words or none, with what stands around it."""
    either = "|".join(word.replace(".", r"\.").replace(" ", r"\s") for word in words)
    return f"(?:{before}(?:{either}){after})?" if words else ""


SIGNED, ISO, DAY_FIRST, OF_FIGURES = (
    ("signed",),
    ("iso",),
    ("day-month",),
    ("day-month", "numeric"),
)  # forms that begin with figures
BETWEEN = (
    ".,( \t\n\r\x0b\x0c\x85\u00a0\u2002\u2003\u2007\u2009\u200a\u2028\u202f\u3000"  # a weekday and its date
)
BEHIND = 12  # characters behind a weekday in which the date begins


class _Calendar:
    """How a language writes dates: the patterns that its data make, built when first asked for."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.months = _numbers(language.months, 1)
        self.weekdays = _numbers(language.weekdays, 0)
        self.has_stop = "." in language.day_endings
        self.month_first = ("month-day",) if language.month_first else ()
        self.weekday_names = _names(self.weekdays, language.small_names)
        self.month_names = NEVER if language.date_signs else _names(self.months, language.small_names)
        self.patterns = {name: regex(pattern) for name, pattern in self._forms().items()}
        endings = "".join(f"|{ending}" for ending in language.day_endings if ending.isalpha())
        self.month_name = regex(rf"\b(?:{self.month_names})\b")
        signs = "".join(language.date_signs[:2])
        signed = rf"|(?<![\d.,])\d{{1,4}}(?=\s?[{signs}])" if signs else ""
        self.begin = regex(
            rf"(?<![\w.,:/$£€#])(?<!\D-)"
            rf"(?:\d{{1,4}}(?=[-/.\s]{endings})|(?:{self.weekday_names}|{self.month_names})\b){signed}"
        )

    def forms_at(self, begin: re.Match[str]) -> Sequence[str]:
        """The forms that a date may have where one may begin, by its first word or figures and what stands behind them."""
        word, behind = begin.group(), begin.string[begin.end() : begin.end() + BEHIND]
        if word[0].isdigit():
            if behind.lstrip()[:1] in self.language.date_signs[:2]:
                return SIGNED
            if len(word) > 2:
                return ISO if len(word) == 4 else ()
            return OF_FIGURES if behind[:1] in ("-", "/", ".") else DAY_FIRST
        if word.lower() not in self.weekdays:
            return self.month_first
        behind = behind.lstrip(BETWEEN).lstrip("–—|·-").lstrip()
        if behind.startswith((*self.language.before_day, *self.language.parts_of_day)):
            return tuple(self.patterns)
        return (
            (*ISO, *OF_FIGURES) if behind[:1].isdigit() else self.month_first if behind[:1].isupper() else ()
        )

    def _forms(self) -> dict[str, str]:
        """The forms of a date, by name, in the order in which they are tried."""
        language = self.language
        at = _optional(language.before_time, after=r"\s")
        when = rf"(?P<joint>(?:,|\s-|\s–|\s—|\s\||\s·)?\s{at})(?P<time>{self._time()})"
        hours = "".join(rf"|{word}\b" for word in (*language.after_time, *language.clock_words))
        year = (
            r"(?P<year>[12]\d{3}|(?:19|20)\d{3}(?=[.,;:)\]]|\s?$))"
            rf"(?![\d%]|[,.:]\d|\s?(?:{_ZONE}{hours}))"
        )
        dated = _optional(language.before_year, after=r"\s") + year
        before_day = _optional(language.before_day, after=r"\s")
        articles = () if language.small_names else language.before_day
        no_paper = "".join(rf"(?<![{word[0].upper()}{word[0]}]{word[1:]}\s)" for word in articles)
        part = _optional(language.parts_of_day, before=r"\s") if language.parts_of_day else ""
        joint = r"(?:,\s?|\s\(|\s[–—|·-]\s|\s)"
        weekday = rf"(?:(?P<weekday>{no_paper}(?:{self.weekday_names}))\b\.?{part}{joint}{before_day})?"
        # “5 May 2026 (Tuesday)”, “5 May 2026 – Tuesday” as a line
        behind = rf"(?:\s\((?P<behind>{self.weekday_names})\.?\)|\s[–—-]\s(?P<last>{self.weekday_names})(?=\s*\Z))?"
        of = _optional(language.after_day, before=r"\s")
        month, day = self._month(), self._day()
        forms = {
            "iso": (
                rf"{weekday}(?<!-)(?P<year>\d{{4}})(?P<dash>[-/])(?P<month>\d\d)(?P=dash)(?P<day>\d\d)(?![\d/]|-\d)"
                rf"(?:(?P<joint>T|\s)(?P<time>{self._time()}))?{behind}"
            ),
            "day-month": (
                rf"{weekday}{day}{of}[\s-]{month}"
                rf"(?:(?:,\s?|[\s-]){dated})?(?!-?\d)(?:{when})?{behind}"
            ),
            "month-day": rf"{weekday}{month}\s{before_day}{day}(?:(?:,\s?|\s){year})?(?:{when})?{behind}",
            "numeric": (
                rf"{weekday}(?<!-)(?P<first>\d{{1,2}})(?P<dash>[/.\-])(?P<other>\d{{1,2}})(?P=dash)"
                r"(?P<year>[12]\d{3})(?![\d/]|[.\-]\d)"
                rf"(?:{when})?{behind}"
            ),
        }
        if not language.month_first:
            del forms["month-day"]
        if language.date_signs:
            forms["signed"] = self._signed()
        return forms

    def _signed(self) -> str:
        """2026年5月4日（月）, 5月4日星期一, 2026년 5월 4일 월요일: a sign behind each part; a day of one sign in brackets only."""
        year, month, day = self.language.date_signs
        whole = _names(name for name in self.weekdays if len(name) > 1)
        return (
            rf"(?:(?P<year>[12１２]\d{{3}})\s?{year}\s?)?(?P<month>\d{{1,2}})\s?{month}\s?(?P<day>\d{{1,2}})\s?{day}"
            rf"(?:\s?[(（]\s?(?P<behind>{_names(self.weekdays)})\s?[)）・、·]|[\s，、]?(?P<last>{whole}))?"
        )

    def _time(self) -> str:
        """A time of day. Where a word says so (10.30 Uhr), figures with a stop need it."""
        language = self.language
        words = "|".join(language.clock_words)
        half = "|".join(
            r"\.?".join(f"[{sign.upper()}{sign}]" for sign in each) for each in language.half_days
        )
        half = rf"(?:{half})\b\.?" if half else NEVER
        sign = rf"(?:[:]|\.(?=\d\d\s?(?:{words})\b))" if words else "[:.]"
        word = rf"(?:\s?(?:{words})\b)?" if words else ""
        hour_alone = rf"|(?P<hour3>\d{{1,2}})\s?(?:{words})\b" if words else ""
        military = rf"|(?:{'|'.join(language.after_time)})\b" if language.after_time else ""
        return (
            rf"(?P<hour>\d{{1,2}}){sign}(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{{1,9}})?)?(?![\d%])"
            rf"(?:\s?(?P<half>{half}))?{word}(?:\s?(?P<zone>{_ZONE}))?"
            rf"|(?P<hour2>\d{{1,2}})\s?(?P<half2>{half})(?:\s?(?P<zone2>{_ZONE}))?{hour_alone}"
            rf"|(?P<military>\d{{4}})\s?(?:(?P<zone3>{_ZONE}){military})"
        )

    def _day(self) -> str:
        language = self.language
        counted = "|".join(
            phrase.replace(" ", r"\s")
            for phrase in (*language.percent, *(n for n, s in language.scales.items() if float(s) >= 1e6))
        )
        no_amount = rf"|\s?(?:{counted})\b" if counted else ""
        ending = (
            r"(?P<ordinal>\.)?(?!\w)"
            if self.has_stop
            else rf"(?P<ordinal>{'|'.join(language.day_endings) or NEVER})?\b"
        )
        return rf"(?P<day>\d{{1,2}}){ending}(?![.,:/]\d|%{no_amount})"

    def _month(self) -> str:
        """A month's name. A stop belongs to a short one: “Jan. 5”, and not “It was April. 31 families came”."""
        longer = [form for forms in self.language.months for form in forms[1:] if len(form) == 4]
        stops = "".join(rf"|(?<=\b{form})|(?<=\b{form.upper()})" for form in longer)
        return rf"(?P<month>{self.month_names})\b(?:(?:(?<=\b[^\W\d_]{{3}}){stops})\.)?"


@lru_cache(maxsize=8)
def _calendar(language: Language) -> _Calendar:
    return _Calendar(language)


_DIGIT = regex(r"\d")
_LABEL = regex(
    r"(?:first |last |originally )?(?:published|updated|posted|modified|created|filed|issued|released|date"
    r"|edited|amended)(?: on| at)?:?\s{1,3}(?:on )?",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def _may_hold_a_date(language: Language) -> re.Pattern[str]:
    """What every date of a language has; begins with plain letters or digits, which makes the search skip ahead."""
    heads = (
        [form for head in language.month_heads for form in (head, head.upper())]
        if not language.date_signs
        else []
    )
    signed = rf"|\d\s?{language.date_signs[1]}" if language.date_signs else ""
    initials = "".join(sorted({head[0] for head in heads}))
    month = rf"[{initials}](?:{'|'.join(dict.fromkeys(head[1:] for head in heads))})" if heads else "(?!)"
    before = "|".join(language.before_day) or "(?!)"
    endings = "|".join(map(re.escape, language.day_endings)) or "(?!)"
    of = "|".join(language.after_day) or "(?!)"
    return regex(
        rf"{month}[^\W\d_]*\.?\s(?:(?:{before})\s)?[0-9]"
        rf"|[0-9](?:{endings})?(?:\s(?:{of}))?[\s-]{month}|[0-9][-/.][0-9]{{1,2}}[-/.][0-9]{signed}"
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


def find_dates(text: str, language: Language = ENGLISH) -> list[DateMention]:
    """Every date with a day and a month, in order, impossible ones included."""
    if _DIGIT.search(text) is None or _may_hold_a_date(language).search(text) is None:
        return []
    return list(_mentions(text, language))


def names_month(text: str, language: Language = ENGLISH) -> bool:
    """Whether a month is named, alone or in a date: “in May”, “Sept. 5”."""
    return _calendar(language).month_name.search(text) is not None


def parse_instant(value: Any, language: Language = ENGLISH) -> Instant | None:
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
    for mention in _mentions(text[:200], language):
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


def _mentions(text: str, language: Language) -> Iterator[DateMention]:
    upto = 0
    calendar = _calendar(language)
    for begin in calendar.begin.finditer(text):
        if begin.start() < upto:
            continue
        for form in calendar.forms_at(begin):
            found = calendar.patterns[form].match(text, begin.start())
            mention = _mention(form, found, calendar) if found else None
            if mention is not None:
                upto = mention.end
                yield mention
                break


def _mention(form: str, found: re.Match[str], calendar: _Calendar) -> DateMention | None:
    parts = found.groupdict()
    ambiguous = False
    spans: dict[str, tuple[int, int]] = {}
    if form == "numeric":
        first, other = int(parts["first"]), int(parts["other"])
        day_first = parts["dash"] in calendar.language.day_first
        american = first <= 12 < other and not day_first
        month, day = (first, other) if american else (other, first)
        ambiguous = not day_first and first <= 12 and other <= 12 and first != other
        spans["month"], spans["day"] = (found.span("first"), found.span("other"))[:: 1 if american else -1]
    else:
        day = int(parts["day"])
        month = int(parts["month"]) if parts["month"].isdigit() else calendar.months[parts["month"].lower()]
        spans["month"], spans["day"] = found.span("month"), found.span("day")
    year = int(parts["year"]) if parts["year"] else None
    if not 1 <= day <= 31 and year is None:
        return None  # “At 35 May became prime minister”
    named = next((part for part in ("weekday", "behind", "last") if parts.get(part)), "weekday")
    weekday = parts.get(named)
    for part, name in (("weekday", named), ("year", "year"), ("time", "time")):
        if parts.get(name):
            spans[part] = found.span(name)
    hour, minute = _clock(parts, calendar.language.half_days)
    end = found.end() - (1 if found.group().endswith(".") and not parts.get("time") else 0)
    return DateMention(
        start=found.start(),
        end=end,
        text=found.string[found.start() : end],
        form=form,
        day=day,
        month=month,
        year=year,
        weekday=calendar.weekdays[weekday.lower()] if weekday else None,
        hour=hour,
        minute=minute,
        zone=next((parts[zone] for zone in ("zone", "zone2", "zone3") if parts.get(zone)), None),
        valid=_exists(day, month, year) and _is_time(hour, minute),
        ambiguous=ambiguous,
        spans=spans,
    )


def _clock(parts: Mapping[str, str | None], halves: Sequence[str]) -> tuple[int | None, int | None]:
    """Hour and minute of the day; 99 for one that no clock shows."""
    if not parts.get("time"):
        return None, None
    military = parts.get("military")
    if military:
        return int(military[:2]), int(military[2:])
    hour = int(parts.get("hour") or parts.get("hour2") or parts.get("hour3") or 0)
    minute = int(parts.get("minute") or 0)
    half = parts.get("half") or parts.get("half2")
    if half:
        if not 1 <= hour <= 12:
            return 99, minute
        hour = hour % 12 + (12 if half[0].lower() == halves[1][0] else 0)
    return hour, minute


def _is_time(hour: int | None, minute: int | None) -> bool:
    return hour is None or (hour < 24 and (minute or 0) < 60)


def _exists(day: int, month: int, year: int | None) -> bool:
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return year is None or year <= 2999
