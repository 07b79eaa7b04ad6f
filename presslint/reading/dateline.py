"""The dateline before the first sentence of a report: place, date, agency and dash."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from presslint.language.alternatives import any_of
from presslint.language.dates import DateMention, find_dates
from presslint.language.en.newsroom import DATELINE_CITIES
from presslint.language.languages import ENGLISH
from presslint.model.regex import regex

if TYPE_CHECKING:
    from presslint.model.passage import Passage
    from presslint.reading.fields import Fields

HEAD_LIMIT = 120  # the most characters that a dateline takes

_CITY = r"[^\W\d_a-z][^\W\d_a-z.’'-]*(?:[.’'-]{1,2}[^\W\d_a-z]+)*\.?"
_CAPITALS_PLACE = rf"{_CITY}(?:[ /]{_CITY}){{0,4}}"
_MONTH = rf"(?:{'|'.join(ENGLISH.month_heads)})[a-z.]{{0,9}}"
_NAME = r"[^\W\d_a-z][\w.’'-]{0,20}"
_REGION = rf"(?:,\s(?!{_MONTH}\s\d){_NAME}(?:\s(?:of\s)?{_NAME}){{0,3}})"
_AGENCY = r"[A-Z][\w .&’'/-]{1,40}"
_DASH = r"(?:\s?(?:—|–|--)\s?|\s-\s)"
_DATE = r"(?P<date>,\s[^()—–\n]{3,28}?)"
# the agency in brackets, between strokes, or in brackets behind a dash
_SENDER = (
    rf"(?:\s?(?:\((?P<agency>{_AGENCY})\)|/(?P<wire>[A-Z][\w .-]{{2,24}})/)|--\((?P<release>{_AGENCY})\))"
)
CAPITALS = regex(rf"(?P<place>{_CAPITALS_PLACE}{_REGION}{{0,2}}){_DATE}?{_SENDER}?{_DASH}(?=\S)")
_DATE_AND_AGENCY = rf"(?P<date>,\s[^()—–:\n]{{3,28}}?)(?:\s\((?P<agency>{_AGENCY})\))?(?:{_DASH}|:\s)"
_RELEASE = rf"\s\((?P<release>{_AGENCY})\){_DASH}"
MIXED = regex(
    rf"(?P<place>{_NAME}(?:\s{_NAME}){{0,2}}{_REGION}{{0,2}})(?:{_DATE_AND_AGENCY}|{_RELEASE})(?=\S)"
)
_LABELS = any_of(
    "UPDATED? BREAKING CORRECTION CORRECTED EXCLUSIVE ANALYSIS OPINION NOTE EDITOR WATCH LIVE PHOTOS? VIDEO",
    "FACTBOX TIMELINE WRAPUP REVIEW ADVISORY NATO NASA UNESCO UNICEF OPEC BBC CNN FIFA UEFA COVID WARNING",
    r"SPOILER FAQ Q A PS P\.S",
)
NO_PLACE_IN_CAPITALS = regex(rf"{_LABELS}\b")
NO_PLACE = regex(
    r"(?:On|In|At|By|From|The|A|An|For|And|But|Since|Until|Before|After|Published|Updated"
    rf"|{'|'.join(ENGLISH.weekday_heads)})(?:day|nesday|rsday|urday|sday)?\b"
)


class Dateline(Struct, frozen=True):
    """“LEEDS, England, May 5 (Reuters) -”, as indexes of the paragraph.

    It stands at `start`..`last` without its dash; the first sentence begins at `end`.
    """

    start: int
    last: int
    end: int
    place: tuple[int, int]
    agency: tuple[int, int] | None
    date: DateMention | None


def put_dateline(fields: Fields, first: Passage) -> None:
    """Put the place and date before the first sentence of the first paragraph into the fields."""
    found = find_dateline(first.text)
    if found is None:
        return
    fields.put("dateline", first[found.start : found.last], value=found, origin="body")
    if found.agency is not None:
        agency = first[found.agency[0] : found.agency[1]]
        fields.put("source", agency, key="dateline", origin="body")


def find_dateline(text: str) -> Dateline | None:
    """The dateline at the start of a paragraph, or None.

    A place in capitals needs a dash; a place in upper and lower case needs a date or an agency too.
    """
    begin = len(text) - len(text.lstrip())
    for pattern, is_place in ((CAPITALS, _is_place_in_capitals), (MIXED, _is_place)):
        found = pattern.match(text, begin, begin + HEAD_LIMIT)
        if found is not None and is_place(found):
            return _dateline(found)
    return None


def _dateline(found: re.Match[str]) -> Dateline | None:
    date = None
    last = found.end("place")
    if found["date"]:
        dates = [
            date for date in find_dates(found.string[: found.end("date")]) if date.start >= found.end("place")
        ]
        if len(dates) != 1 or dates[0].end < found.end("date") or dates[0].start > found.start("date") + 2:
            return None
        date, last = dates[0], dates[0].end
    agency = next(
        (found.span(name) for name in ("agency", "wire", "release") if found.groupdict().get(name)), None
    )
    if agency is not None:
        last = agency[1] + 1
    return Dateline(found.start(), last, found.end(), found.span("place"), agency, date)


def _is_place_in_capitals(found: re.Match[str]) -> bool:
    """Whether capitals before a dash name a place, not an acronym or a label."""
    place = found["place"]
    longest = max(len(word) for word in place.split())
    if NO_PLACE_IN_CAPITALS.match(place) or longest < 3:
        return False
    if found["date"] or found["agency"] or found["wire"] or found["release"] or "," in place:
        return True
    follows = found.string[found.end() : found.end() + 1]
    return follows.isupper() and (place in DATELINE_CITIES or longest >= 5)


def _is_place(found: re.Match[str]) -> bool:
    return NO_PLACE.match(found["place"]) is None
