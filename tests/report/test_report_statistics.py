"""Counting findings, and saying how far a run is."""

from __future__ import annotations

import io
import json
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

import newsroom
from presslint.engine.run import ArticleResult, Run
from presslint.model.finding import Finding, Severity
from presslint.model.source import Source, Span
from presslint.report import ReportOptions
from presslint.report.progress import PATIENCE, Progress
from presslint.report.statistics import GROUPS, MOST_BINS, by_time, long_date, render, render_json, tally

RUN = newsroom.newsroom()


@pytest.mark.parametrize("by", GROUPS)
def test_every_finding_is_counted_once(by: str) -> None:
    """One byline per article here; with two, a finding counts for both."""
    assert sum(row.total for row in tally(RUN, by)) == RUN.counts.new


@pytest.mark.parametrize(
    ("by", "first", "numbers"),
    [
        ("rule", "dangling-list-lead-in", (1, 0, 0, 0, 1, 1)),
        ("chapter", "leftovers", (1, 0, 0, 1, 1, 1)),
        ("file", "content/2026/council.md", (2, 4, 0, 1, 1, 1)),
        ("section", "Metro", (2, 4, 0, 1, 1, 1)),
        ("author", "Ana Ruiz", (2, 4, 0, 1, 1, 1)),
    ],
)
def test_tally(by: str, first: str, numbers: tuple[int, ...]) -> None:
    row = tally(RUN, by)[0]
    assert row.name == first
    assert (row.errors, row.warnings, row.suggestions, row.fixable, row.articles, row.flagged) == numbers


def test_articles_of_several_authors_and_of_none() -> None:
    council = newsroom.council()
    run = Run((
        replace(council, bylines=("Ana Ruiz", "Tom Okafor", "Ana Ruiz")),
        replace(newsroom.night(), bylines=(), section=" "),
        replace(newsroom.clean(), bylines=("Ana Ruiz",)),
    ))  # fmt: skip
    rows = {row.name: (row.total, row.flagged, row.articles) for row in tally(run, "author")}
    assert rows == {"Ana Ruiz": (6, 1, 2), "Tom Okafor": (6, 1, 1), "no byline": (2, 1, 1)}
    assert "no section" in {row.name for row in tally(run, "section")}


def test_tables() -> None:
    lines = "".join(render(RUN, "author")).splitlines()
    assert lines == [
        "errors  warnings  suggestions  fixable  articles  author",
        "     2         4            .        1       1/1  Ana Ruiz",
        "     .         1            1        .       1/1  佐藤 花子",
    ]
    assert "".join(render(Run(), "rule")).endswith("Nothing found.\n")
    hostile = "".join(render(newsroom.newsroom(newsroom.hostile()), "file", ReportOptions()))
    assert hostile.count("\n") == 4
    records = json.loads(render_json(RUN, "rule"))
    assert records[0]["rule"] == "dangling-list-lead-in"
    assert json.loads(render_json(Run(), "rule")) == []


def dated(*days: str) -> Run:
    finding = Finding("r", Severity.ERROR, "M.", Span(0, 1))
    return Run(tuple(ArticleResult("a.md", Source("x"), published=day, findings=(finding,)) for day in days))


@pytest.mark.parametrize(
    ("days", "unit", "labels"),
    [
        (["2026-03-02", "2026-03-08", "2026-03-16"], "week", ["week of 2 March 2026"]),
        (["2024-12-31T10:00:00Z", "2026-02-01"], "month", ["December 2024", "January 2025"]),
        (["1990-01-01", "2003-06-01"], "year", ["1990", "1991"]),
        (["2026-03-02", "2026-03-03"], "week", []),  # one bar tells nothing
        (["1900-01-01", "2199-12-31"], "year", []),  # more bars than a chart can hold
        (["9999-12-31", "0001-01-01", "soon", ""], "week", []),
    ],
)  # fmt: skip
def test_time_is_cut_into_bars_that_fit(days: list[str], unit: str, labels: list[str]) -> None:
    found, bins = by_time(dated(*days))
    assert found == unit
    assert [entry.label for entry in bins][: len(labels)] == labels
    assert bool(bins) is bool(labels)
    assert sum(entry.row.total for entry in bins) == (len(days) if labels else 0)


@pytest.mark.parametrize("span", [7, 100, 392, 393, 1000, 1700, 20_000])
def test_bars_are_never_too_many(span: int) -> None:
    first = date(2001, 5, 30)
    _, bins = by_time(dated(first.isoformat(), (first + timedelta(days=span)).isoformat()))
    assert 2 <= len(bins) <= MOST_BINS
    assert sum(entry.row.total for entry in bins) == 2


def test_long_date() -> None:
    assert long_date(date(2026, 3, 2)) == "2 March 2026"


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_shows_itself_late_and_leaves_nothing() -> None:
    now = 0.0
    screen = Screen()
    with Progress(screen, clock=lambda: now) as progress:
        progress(1, 10)
        assert screen.getvalue() == ""
        now = PATIENCE
        progress(5, 10)
        assert screen.getvalue() == "\r████████████░░░░░░░░░░░░ 5 of 10 files"
        progress(6, 10)  # too soon after the last drawing
        assert "6 of 10" not in screen.getvalue()
        now += 1
        progress(10, 10)
    assert screen.getvalue().endswith("\r" + " " * len("█" * 24 + " 10 of 10 files") + "\r")


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(1, ", 50/s, 18 s left"), (10, ", 5/s, 3 min 0 s left"), (500, ", 0/s, 2 h 30 min left")],
)
def test_progress_tells_the_rate_and_what_is_left(seconds: int, told: str) -> None:
    now = PATIENCE
    screen = Screen()
    progress = Progress(screen, clock=lambda: now, what="articles")
    now += PATIENCE
    progress(50, 1000)
    now += seconds
    progress(100, 1000)
    assert screen.getvalue().endswith(f" 100 of 1,000 articles{told}")


def test_progress_is_silent_in_a_log() -> None:
    now = 0.0
    log = io.StringIO()
    with Progress(log, clock=lambda: now) as progress:
        now = 100.0
        progress(5, 10)
    assert log.getvalue() == ""
