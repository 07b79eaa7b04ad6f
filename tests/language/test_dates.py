"""Dates in running text and in metadata: a table of forms, traps, and instants that compare."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslint.language.dates import MONTHS, WEEKDAYS, Instant, find_dates, parse_instant

# text, the mention in it, (year, month, day)
FORMS = [
    ("On 5 May 2026 it rained.", "5 May 2026", (2026, 5, 5)),
    ("On May 5, 2026, it rained.", "May 5, 2026", (2026, 5, 5)),
    ("On May 5.", "May 5", (None, 5, 5)),
    ("Tuesday, 5 May 2026", "Tuesday, 5 May 2026", (2026, 5, 5)),
    ("Tue 5 May 2026 09.30 BST", "Tue 5 May 2026 09.30 BST", (2026, 5, 5)),
    ("Tuesday (5 May)", "Tuesday (5 May", (None, 5, 5)),
    ("the 5th of May, 2026", "5th of May, 2026", (2026, 5, 5)),
    ("TUESDAY, MAY 5, 2026", "TUESDAY, MAY 5, 2026", (2026, 5, 5)),
    ("by Sept. 3, 2026.", "Sept. 3, 2026", (2026, 9, 3)),
    ("by Sept. 3, 2026, 9:30 a.m. ET", "Sept. 3, 2026, 9:30 a.m. ET", (2026, 9, 3)),
    ("from 5–7 May 2026", "7 May 2026", (2026, 5, 7)),
    ("from 5-7 May", "7 May", (None, 5, 7)),
    ("5-May-2026", "5-May-2026", (2026, 5, 5)),
    ("2026-05-05", "2026-05-05", (2026, 5, 5)),
    ("2026/05/05", "2026/05/05", (2026, 5, 5)),
    ("2026-05-05T09:30:00.123Z", "2026-05-05T09:30:00.123Z", (2026, 5, 5)),
    ("13/5/2026", "13/5/2026", (2026, 5, 13)),
    ("5/13/2026", "5/13/2026", (2026, 5, 13)),
    ("13.5.2026", "13.5.2026", (2026, 5, 13)),
    ("The Sun, 5 May 2026", "5 May 2026", (2026, 5, 5)),
    ("On May 5, 2,000 people came", "May 5", (None, 5, 5)),
    ("Tuesday, 1 March 2000 GMT", "Tuesday, 1 March 2000 GMT", (None, 3, 1)),
    ("at 1 March 2000 hrs", "1 March 2000 hrs", (None, 3, 1)),
]

NOT_DATES = [
    "March 3,000 miles",
    "May 5 per cent of them",
    "May 5% of them",
    "May 5.5 points",
    "At 35 May became prime minister",
    "open 24/7/365",
    "version 10.0.2.2026",
    "v2026-05-05",
    "5 may come",
    "in May 2026",
    "555-12-05-2026",
    "Section 230",
]


@pytest.mark.parametrize(("text", "mention", "parts"), FORMS)
def test_forms(text: str, mention: str, parts: tuple[int | None, int, int]) -> None:
    (found,) = find_dates(text)
    assert (found.text, (found.year, found.month, found.day)) == (mention, parts)
    assert text[found.start : found.end] == found.text
    assert found.valid


@pytest.mark.parametrize("text", NOT_DATES)
def test_not_dates(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    "text",
    ["31 June", "30 February 2026", "29 February 2026", "2026-13-01", "2026-00-10", "5 May 2026 25:70",
     "5 May 20226.", "May 5, 2026, 13:75", "0 May 2026", "31/31/2026"],
)  # fmt: skip
def test_impossible_dates_are_found_and_marked(text: str) -> None:
    (found,) = find_dates(text)
    assert not found.valid


def test_leap_day_without_a_year_exists() -> None:
    (found,) = find_dates("on 29 February")
    assert found.valid
    assert found.date is None
    assert found.on(2024) == date(2024, 2, 29)
    assert found.on(2026) is None


def test_parts_know_their_place() -> None:
    text = "It was Tuesday, 5 May 2026 at 9.30pm BST then."
    (found,) = find_dates(text)
    assert {part: text[a:b] for part, (a, b) in found.spans.items()} == {
        "weekday": "Tuesday",
        "day": "5",
        "month": "May",
        "year": "2026",
        "time": "9.30pm BST",
    }
    assert (found.weekday, found.hour, found.minute, found.zone, found.offset) == (1, 21, 30, "BST", 60)


def test_a_figure_before_a_zone_is_a_time() -> None:
    (found,) = find_dates("Tuesday, 1 March 2000 GMT")
    assert (found.year, found.hour, found.minute, found.zone) == (None, 20, 0, "GMT")


def test_ambiguous_order() -> None:
    (found,) = find_dates("on 4/5/2026")
    assert found.ambiguous
    assert (found.day, found.month) == (4, 5)
    assert not find_dates("5/5/2026")[0].ambiguous
    assert parse_instant("4/5/2026") is None


@given(st.dates(date(1900, 1, 1), date(2299, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    for text in (
        f"{weekday}, {day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{month[:3]}. {day.day}, {day.year}",
        day.isoformat(),
    ):
        (found,) = find_dates(f"It was on {text}, they said.")
        assert found.date == day
        assert found.weekday in (None, day.weekday())
        assert parse_instant(text) == Instant(day)


@given(st.text(alphabet="0123456789-/.: MayTue,GMT", max_size=40))
def test_any_text_is_read_without_error(text: str) -> None:
    for found in find_dates(text):
        assert text[found.start : found.end] == found.text
    parse_instant(text)


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("2026-05-05", Instant(date(2026, 5, 5))),
        (date(2026, 5, 5), Instant(date(2026, 5, 5))),
        (datetime(2026, 5, 5, 9, 30), Instant(date(2026, 5, 5), time(9, 30))),
        (datetime(2026, 5, 5, 9, 30, tzinfo=UTC), Instant(date(2026, 5, 5), time(9, 30), 0)),
        ("2026-05-05T09:30:00+01:00", Instant(date(2026, 5, 5), time(9, 30), 60)),
        ("2026-05-05 09:30 -0500", Instant(date(2026, 5, 5), time(9, 30), -300)),
        ("Tue, 05 May 2026 09:30:00 +0100", Instant(date(2026, 5, 5), time(9, 30), 60)),
        ("Published: 5 May 2026, 9:30 p.m.", Instant(date(2026, 5, 5), time(21, 30))),
        ("Last updated on May 5, 2026", Instant(date(2026, 5, 5))),
        (1777973400, Instant(date(2026, 5, 5), time(9, 30), 0)),
        (1777973400000, Instant(date(2026, 5, 5), time(9, 30), 0)),
        (True, None),
        (7, None),
        (None, None),
        ("", None),
        ("soon", None),
        ("May 5", None),
        ("31 June 2026", None),
        ("5 May 2026 or so", None),
        ("since 5 May 2026", None),
    ],
)
def test_instants(value: object, wanted: Instant | None) -> None:
    assert parse_instant(value) == wanted


@pytest.mark.parametrize(
    ("first", "second", "before"),
    [
        ("2026-05-04", "2026-05-05", True),
        ("2026-05-05", "2026-05-05", False),
        ("2026-05-05", "2026-05-05T09:30", False),
        ("2026-05-05T09:30", "2026-05-05", False),
        ("2026-05-05T09:29", "2026-05-05T09:30", True),
        ("2026-05-05T09:30+01:00", "2026-05-05T09:00Z", True),
        ("2026-05-05T09:30+01:00", "2026-05-05T08:30Z", False),
        ("2026-05-05", "2026-05-06T01:00Z", False),  # the 5th lasts longer in the west
        ("2026-05-05", "2026-05-07T00:00Z", True),
        ("2026-05-05T09:30 ET", "2026-05-05T16:00Z", False),  # EST or EDT
    ],
)
def test_before_holds_in_every_reading(first: str, second: str, before: bool) -> None:
    left, right = parse_instant(first), parse_instant(second)
    assert left is not None
    assert right is not None
    assert left.before(right) is before


def test_precision() -> None:
    day, minute = parse_instant("2026-05-05"), parse_instant("2026-05-05T09:30Z")
    assert day is not None
    assert minute is not None
    assert (day.precision, day.zone_known) == ("day", False)
    assert (minute.precision, minute.zone_known) == ("minute", True)


@pytest.mark.parametrize(
    ("text", "weekday", "day"),
    [
        ("Tuesday 04/21/2026", 1, date(2026, 4, 21)),
        ("Tuesday, 21.04.2026", 1, date(2026, 4, 21)),
        ("Tuesday 2026-04-21", 1, date(2026, 4, 21)),
        ("Tue 2026/04/21", 1, date(2026, 4, 21)),
    ],
)
def test_a_weekday_may_stand_before_a_date_in_figures(text: str, weekday: int, day: date) -> None:
    (mention,) = find_dates(f"It is dated {text}.")
    assert (mention.weekday, mention.date, mention.text) == (weekday, day, text)
