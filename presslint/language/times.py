"""Times of day, days told by name, and years, in running text; whole dates are read in `presslint.language.dates`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from presslint.language.dates import MONTHS, WEEKDAYS
from presslint.language.languages import ENGLISH, Language
from presslint.language.mentions import InPassage
from presslint.model.passage import Passage
from presslint.model.regex import regex

# Each begins with a set of signs, so that the search skips ahead; what may not stand before comes behind it.
_CLOCK = regex(
    r"[0-9](?<![\w.,:/$£€#].)(?P<more>[0-9])?(?:(?P<sign>[:.])(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
    r"(?:\s?(?P<half>[apAP])(?:\.[mM]\.|\.?[mM]\b)|(?<=:[0-9]{2})(?![0-9]))"
)
_OPENS_WITH_CLOCK = regex(r"[0-9]{1,2}(?:[:.][0-9]{2}\b| ?[ap]\.?m\b)", re.IGNORECASE)
_YEAR = regex(r"[12][0-9]{3}(?<![\w$£€]....)(?<![0-9][.,]....)(?![\w%]|[.,][0-9])")

_RELATIVE = (
    "yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening|week|weekend|month)"
    "|(?:last|next) (?:week|weekend|month)|earlier (?:today|this week|this month)|later (?:today|this week)"
)
_DAY = regex(
    rf"\b(?:(?P<relative>(?i:{_RELATIVE}))\b"
    rf"|(?:(?P<lead>[Oo]n|[Ll]ast|[Tt]his|[Nn]ext|late|early) )?(?P<weekday>{'|'.join(WEEKDAYS)})\b"
    rf"(?P<dated>,? (?:[0-9]|{'|'.join(month[:3] for month in MONTHS)}))?)"
)
_MAY_HOLD_A_DAY = regex(r"day\b|night\b|tomorrow|this |next |last ", re.IGNORECASE)
_NUMBER_OF_DAY = {name: number for number, name in enumerate(WEEKDAYS)}


class Clock(InPassage, frozen=True):
    """A time of day as written: “7:45 pm”, “14:30”, “9 a.m.”; impossible ones (“25:10”) are found too.

    `hour` and `minute` are the figures that stand there; `half` is “a” or “p” in small letters where it is
    told, else empty. `end` leaves nothing of it out; `half_at` is where “pm” begins, -1 without one.
    """

    start: int
    end: int
    text: str
    hour: int
    minute: int | None = None
    second: int | None = None
    half: str = ""
    half_at: int = -1
    within: Passage | None = None

    @property
    def valid(self) -> bool:
        """Whether a clock shows it."""
        return self.hour <= (12 if self.half else 24) and (self.minute or 0) < 60

    def placed(self, within: Passage, start: int) -> Clock:
        half_at = self.half_at + start - self.start if self.half else -1
        return replace(self, start=start, end=start + self.end - self.start, half_at=half_at, within=within)


class Day(InPassage, frozen=True):
    """A day told by its name or from today: “on Tuesday”, “last week”, “yesterday”.

    `weekday` counts from 0 (Monday) and is None for what is told from today. `lead` is the word that ties a
    weekday to today (“on”, “last”, “next”), `dated` tells that a figure or a month follows the weekday.
    """

    start: int
    end: int
    text: str
    weekday: int | None = None
    lead: str = ""
    dated: bool = False
    within: Passage | None = None

    def placed(self, within: Passage, start: int) -> Day:
        return replace(self, start=start, end=start + self.end - self.start, within=within)


class Year(InPassage, frozen=True):
    """A year of four figures, 1000 to 2999, that stands by itself or in a date; “2,000”, “$2000” and “1990s” are none."""

    start: int
    end: int
    value: int
    within: Passage | None = None

    def placed(self, within: Passage, start: int) -> Year:
        return replace(self, start=start, end=start + self.end - self.start, within=within)


class _Days:
    """How a language names days: the patterns that its data make, built when first asked for."""

    def __init__(self, language: Language) -> None:
        self.number_of = {
            written: number
            for number, forms in enumerate(language.weekdays)
            for form in forms
            if len(form) > 2
            for written in (form, form.capitalize())
        }
        heads = "|".join(dict.fromkeys(head for head in language.month_heads)) or "(?!)"
        names = "|".join(sorted(self.number_of, key=len, reverse=True)) or "(?!)"
        relative = "|".join(language.relative_days) or "(?!)"
        edge = "" if language.words_touch else r"\b"
        self.day = regex(
            rf"{edge}(?:(?P<relative>(?i:{relative})){edge}|(?P<lead>(?!))?(?P<weekday>{names}){edge}"
            rf"(?P<dated>,? ?(?:[0-9]|{heads}))?)"
        )
        words = "|".join(sorted((*language.clock_words, *language.clock_signs), key=len, reverse=True))
        self.clock = regex(
            r"[0-9](?<![\w.,:/$£€#].)(?P<more>[0-9])?(?:(?P<sign>[:.h]) ?(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
            rf"(?:(?P<half>(?!))|\s?(?:{words or '(?!)'})\b|(?<=[:h][0-9]{{2}})(?![0-9\w]))"
        )


@lru_cache(maxsize=16)
def _days(language: Language) -> _Days:
    return _Days(language)


def find_times(text: str, language: Language = ENGLISH) -> Iterator[Clock]:
    """Every time of day, in order; “7.45” without “am”, “pm” or “Uhr” may be any figure and is none."""
    pattern = _CLOCK if language is ENGLISH else _days(language).clock
    for found in pattern.finditer(text):
        half, minute, second = found["half"] or "", found["minute"], found["second"]
        yield Clock(
            start=found.start(),
            end=found.end(),
            text=found.group(),
            hour=int(text[found.start()] + (found["more"] or "")),
            minute=int(minute) if minute else None,
            second=int(second) if second else None,
            half=half.lower(),
            half_at=found.start("half"),
        )


def opens_with_time(line: str) -> bool:
    """Whether a line begins with a time of day, “7.45” too, as the entries of a live page do."""
    return _OPENS_WITH_CLOCK.match(line) is not None


def find_days(text: str, language: Language = ENGLISH) -> Iterator[Day]:
    """Every day told by name or from today, in order; days within a whole date are found too."""
    if language is ENGLISH and _MAY_HOLD_A_DAY.search(text) is None:
        return
    pattern, number_of = (
        (_DAY, _NUMBER_OF_DAY) if language is ENGLISH else (_days(language).day, _days(language).number_of)
    )
    for found in pattern.finditer(text):
        name = found["weekday"]
        end = found.end("weekday") if name else found.end()
        yield Day(
            start=found.start(),
            end=end,
            text=text[found.start() : end],
            weekday=number_of[name] if name else None,
            lead=(found["lead"] or "").lower(),
            dated=found["dated"] is not None,
        )


def find_years(text: str) -> Iterator[Year]:
    """Every year, in order."""
    for found in _YEAR.finditer(text):
        yield Year(found.start(), found.end(), int(found.group()))
