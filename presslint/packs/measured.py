"""How true the findings of each rule were when they were read: one table, `rules/precision.tsv`.

`benchmarks/judged.py` writes it from tables of judged findings. A level is earned: below its bar no rule
stands at it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from presslint.model.finding import Severity

NAME = "precision.tsv"
COLUMNS = "rule level judged true severity fired sites unseen date".split()
BARS = {"error": 0.98, "warning": 0.90}  # share of judged findings that must be true
ENOUGH = 30  # judged findings, or all there are
NEW_SITES = 2  # sites that the rule was not tuned on
LEVELS = tuple(str(level) for level in reversed(Severity) if level is not Severity.OFF)


class Measured(NamedTuple):
    """The judged findings of one rule at one level.

    `severity` are those that are right and stand too high. `fired` is how often the rule spoke at this
    level on all articles of the sites read; `unseen` are those of `sites` that it was not tuned on.
    """

    rule: str
    level: str
    judged: int
    true: int
    severity: int
    fired: int
    sites: tuple[str, ...]
    unseen: tuple[str, ...]
    date: str

    @property
    def share(self) -> float:
        return self.true / self.judged if self.judged else 0.0

    @property
    def is_enough(self) -> bool:
        """Whether so many were judged, on so many new sites, that the share says something."""
        if self.judged >= self.fired:
            return True  # all there are
        return self.judged >= ENOUGH and len(self.unseen) >= NEW_SITES

    @property
    def is_earned(self) -> bool:
        """Whether the findings were true often enough for their level."""
        return not self.judged or self.share >= BARS.get(self.level, 0)

    def line(self) -> str:
        """The row of the table."""
        values = [",".join(value) if isinstance(value, tuple) else str(value) for value in self]
        return "\t".join(values)


def read_table(path: Path) -> list[Measured]:
    """The rows of a table. Raises ValueError with the line."""
    rows = []
    head, *lines = path.read_text(encoding="utf-8").splitlines() or [""]
    if head.split("\t") != COLUMNS:
        raise ValueError(f"{path}:1: the columns are {', '.join(COLUMNS)}")
    for number, line in enumerate(lines, 2):
        try:
            rule, level, judged, true, severity, fired, sites, unseen, day = line.split("\t")
            row = Measured(
                rule,
                level,
                int(judged),
                int(true),
                int(severity),
                int(fired),
                _names(sites),
                _names(unseen),
                day,
            )
        except ValueError:
            raise ValueError(f"{path}:{number}: not {len(COLUMNS)} columns with four numbers") from None
        rows.append(row)
    return rows


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in text.split(",") if name)


@cache
def shipped() -> dict[str, tuple[Measured, ...]]:
    """What is known of the rules that presslint ships, by name; errors first."""
    from presslint.packs.catalog import house_folder

    path = house_folder() / NAME
    found: dict[str, list[Measured]] = {}
    for row in read_table(path) if path.exists() else ():
        found.setdefault(row.rule, []).append(row)
    return {
        name: tuple(sorted(rows, key=lambda row: LEVELS.index(row.level))) for name, rows in found.items()
    }


def said(rows: tuple[Measured, ...]) -> str:
    """One line for a rule's page: how many of its findings were true, where, and when they were read."""
    if not rows:
        return ""
    judged = [row for row in rows if row.judged]
    if not judged:
        fired = sum(row.fired for row in rows)
        often = f"it spoke {_times(fired)}" if fired else "it never spoke"
        return f"Not yet measured: {often} on the articles read."
    sites = {site for row in judged for site in row.sites}
    new = {site for row in judged for site in row.unseen}
    counts = ", ".join(_count(row) for row in judged)
    day = max(row.date for row in judged)
    where = f"{len(sites)} site{'s' if len(sites) != 1 else ''}"
    unseen = f", {len(new) or 'none'} of which the rule was not tuned on" if len(sites) != len(new) else ""
    if not unseen:
        unseen = " that the rule was not tuned on"
    return f"Measured: {counts}, judged as a copy chief would on {where}{unseen} ({day})."


def _count(row: Measured) -> str:
    all_there_are = " (all there were)" if row.judged >= row.fired else ""
    return f"{row.true} of {row.judged} {row.level}{'s' if row.judged != 1 else ''} true{all_there_are}"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"
