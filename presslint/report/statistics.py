"""Findings counted by rule, chapter, file, section, author or time of publication."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from presslint.engine.run import ArticleResult, Run
from presslint.language.languages import ENGLISH
from presslint.model.finding import Finding, Severity
from presslint.report import ReportOptions
from presslint.report.jsontext import dumps
from presslint.report.screen import Pen, clean, one_line

NOBODY, NOWHERE = "no byline", "no section"
MOST_BINS = 56  # bars that a chart of time can hold

Names = Callable[[Run, ArticleResult, Finding | None], Iterable[str]]


class Row(Struct):
    """New findings of one group; `articles` of it were judged, `flagged` of them have a finding."""

    name: str
    errors: int = 0
    warnings: int = 0
    suggestions: int = 0
    fixable: int = 0
    articles: int = 0
    flagged: int = 0

    @property
    def total(self) -> int:
        return self.errors + self.warnings + self.suggestions

    @property
    def worst(self) -> Severity:
        if self.errors:
            return Severity.ERROR
        return Severity.WARNING if self.warnings else Severity.SUGGESTION

    def add(self, finding: Finding) -> None:
        self.errors += finding.severity is Severity.ERROR
        self.warnings += finding.severity is Severity.WARNING
        self.suggestions += finding.severity is Severity.SUGGESTION
        self.fixable += any(fix.applicability == "safe" for fix in finding.fixes)


# What a finding counts for. Asked without a finding: the groups that the article itself is in.
GROUPS: dict[str, Names] = {
    "rule": lambda run, result, found: [found.rule] if found else sorted({f.rule for f in result.findings}),
    "chapter": lambda run, result, found: (
        [run.rule(found.rule).chapter or "other"]
        if found
        else sorted({run.rule(f.rule).chapter or "other" for f in result.findings})
    ),
    "file": lambda run, result, found: [result.path],
    "section": lambda run, result, found: [one_line(result.section) or NOWHERE],
    "author": lambda run, result, found: dict.fromkeys(map(one_line, result.bylines)) or [NOBODY],
}


def tally(run: Run, by: str) -> list[Row]:
    """Rows of a group, worst first; groups without a finding are left out. Raises KeyError."""
    names = GROUPS[by]
    rows: dict[str, Row] = {}
    for result in run.articles:
        for name in names(run, result, None):
            row = rows.setdefault(name, Row(name))
            row.articles += 1
            row.flagged += bool(result.findings)
        for finding in result.findings:
            for name in names(run, result, finding):
                rows[name].add(finding)
    found = [row for row in rows.values() if row.total]
    return sorted(found, key=lambda row: (-row.errors, -row.warnings, -row.suggestions, row.name))


def render(run: Run, by: str = "rule", options: ReportOptions = ReportOptions()) -> Iterator[str]:
    """The tally as a table for a terminal."""
    pen = Pen(options)
    columns = ("errors", "warnings", "suggestions", "fixable", "articles")
    rows = tally(run, by)
    yield pen.dim("  ".join(f"{name:>{len(name)}}" for name in columns) + f"  {by}") + "\n"
    for row in rows:
        flagged = row.flagged if by not in ("section", "author") else f"{row.flagged:,}/{row.articles:,}"
        numbers = (row.errors, row.warnings, row.suggestions, row.fixable)
        cells = [f"{number or '.':>{len(name)}}" for number, name in zip(numbers, columns, strict=False)]
        cells.append(f"{flagged:>{len(columns[-1])}}")
        name = clean(row.name, options)
        if by == "rule":
            name = pen.link(name, run.rule(row.name).url)
        yield "  ".join(cells) + f"  {pen.severity(name, row.worst)}\n"
    if not rows:
        yield "Nothing found.\n"


def render_json(run: Run, by: str = "rule") -> str:
    """The tally as a JSON array."""
    keys = ("errors", "warnings", "suggestions", "fixable", "articles", "flagged")
    rows = [{by: row.name, **{key: getattr(row, key) for key in keys}} for row in tally(run, by)]
    return "[\n" + ",\n".join(map(dumps, rows)) + "\n]\n" if rows else "[]\n"


# -- time ------------------------------------------------------------------------------------------


class Bin(Struct, frozen=True):
    """A stretch of time: its first day and what is said of it."""

    start: date
    label: str
    row: Row


def by_time(run: Run) -> tuple[str, list[Bin]]:
    """Findings by day of publication, in weeks, or in months or years where weeks would be too many.

    Gives the unit and one bin for every stretch from the first article to the last, empty ones
    included; no bins where fewer than two of them would have an article.
    """
    days = ((result.published_on, result) for result in run.articles)
    dated = [(day, result) for day, result in days if day is not None and day.year in YEARS]
    if not dated:
        return "week", []
    first, last = min(day for day, _ in dated), max(day for day, _ in dated)
    unit = next((unit for unit in UNITS if len(_starts(unit, first, last)) <= MOST_BINS), None)
    if unit is None:
        return "year", []
    starts = _starts(unit, first, last)
    rows = {start: Row(start.isoformat()) for start in starts}
    for day, result in dated:
        row = rows[unit.begin(day)]
        row.articles += 1
        row.flagged += bool(result.findings)
        for finding in result.findings:
            row.add(finding)
    if sum(bool(row.articles) for row in rows.values()) < 2:
        return unit.name, []
    return unit.name, [Bin(start, _label(unit.name, start), row) for start, row in rows.items()]


class Unit(Struct, frozen=True):
    """A way to cut time: where the stretch of a day begins, and where the next one does."""

    name: str
    begin: Callable[[date], date]
    after: Callable[[date], date]


UNITS = (
    Unit("week", lambda day: day - timedelta(days=day.weekday()), lambda start: start + timedelta(days=7)),
    Unit(
        "month",
        lambda day: day.replace(day=1),
        lambda start: date(start.year + start.month // 12, start.month % 12 + 1, 1),
    ),
    Unit("year", lambda day: day.replace(month=1, day=1), lambda start: date(start.year + 1, 1, 1)),
)
YEARS = range(1900, 2200)  # a date outside is a slip, and would push all others into one bar


def _starts(unit: Unit, first: date, last: date) -> list[date]:
    """The first days of all stretches from `first` to `last`, at most one more than a chart holds."""
    starts = [unit.begin(first)]
    while len(starts) <= MOST_BINS and unit.after(starts[-1]) <= last:
        starts.append(unit.after(starts[-1]))
    return starts


MONTHS = ENGLISH.month_names  # reports are in English


def long_date(day: date) -> str:
    """“2 March 2026”, whatever the locale of the machine."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _label(unit: str, start: date) -> str:
    if unit == "week":
        return f"week of {long_date(start)}"
    return f"{MONTHS[start.month - 1]} {start.year}" if unit == "month" else str(start.year)
