"""How many of the findings that people have judged still stand, rule by rule: writes rules/precision.tsv.

    python benchmarks/judged.py TABLE… DATA [--command "presslint"] [--tuned SITE,SITE] [--write]

A table has the columns rule, severity, file, line, verdict (TRUE, SEVERITY or FALSE) and reason, with tabs
between; `file` is below DATA and its first folder is the site. presslint of today runs on every site that a
table names, each place told by itself. A judged finding counts at the level at which it stands now: a TRUE
one as true, unless it has risen above the level at which it was judged; a FALSE one as false; a SEVERITY
one, right but too high, as not true at the level at which it was judged, and no more once it is lower.
Findings that are gone do not count. Of the articles only the names of the sites get into the table.
"""

from __future__ import annotations

import argparse
import csv
import json
import shlex
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from presslint.packs.catalog import Catalog, house
from presslint.packs.measured import COLUMNS, LEVELS, NAME, Measured

ROOT = Path(__file__).resolve().parent.parent
RANK = {"suggestion": 1, "warning": 2, "error": 3}


class Judged(NamedTuple):
    """A row of a table of verdicts."""

    rule: str
    severity: str
    file: str
    line: int
    verdict: str

    @property
    def site(self) -> str:
        return self.file.partition("/")[0]


class Spoken(NamedTuple):
    """A finding of today's run."""

    rule: str
    level: str
    file: str
    line: int


def read_verdicts(tables: Iterable[Path]) -> list[Judged]:
    """All rows, each finding once: the last table that names it wins."""
    rows: dict[tuple[str, str, int], Judged] = {}
    for table in tables:
        with table.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
                each = Judged(
                    row["rule"], row["severity"], row["file"], int(row["line"] or 0), row["verdict"]
                )
                rows[each.rule, each.file, each.line] = each
    return list(rows.values())


def run(command: str, data: Path, sites: Iterable[str], day: str) -> list[Spoken]:
    """What presslint says of the sites, places not rolled up."""
    known = ["--isolated", "--no-cache", "--no-fold", "--exit-zero", "--today", day]
    done = subprocess.run(
        [*shlex.split(command), "check", *known, "--output", "json-lines", *sites],
        cwd=data,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    records = [json.loads(line) for line in done.stdout.splitlines()]
    if not records:
        sys.exit(f"presslint said nothing of {data} (exit {done.returncode}): {done.stderr[-800:]}")
    return [
        Spoken(each["rule"], each["severity"], each["path"], each["start"]["line"])
        for each in records
        if each["type"] == "finding"
    ]


def counted(judged: Iterable[Judged], spoken: Iterable[Spoken]) -> dict[tuple[str, str], Counter[str]]:
    """By rule and level: judged, true, severity."""
    now: dict[tuple[str, str, int], str] = {}
    for each in spoken:
        place = (each.rule, each.file, each.line)
        now[place] = max(now.get(place, "suggestion"), each.level, key=RANK.__getitem__)
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in judged:
        level = now.get((row.rule, row.file, row.line))
        if level is None:
            continue
        if row.verdict == "SEVERITY" and RANK[level] < RANK[row.severity]:
            continue
        if row.verdict == "TRUE" and RANK[level] > RANK[row.severity]:
            continue
        counts[row.rule, level].update({"judged": 1, row.verdict: 1, f"site {row.site}": 1})
    return counts


def measured(
    judged: Iterable[Judged], spoken: Iterable[Spoken], tuned: frozenset[str], day: str
) -> list[Measured]:
    """A row for each rule and level at which it speaks, and one for each rule that never spoke."""
    spoken = list(spoken)
    counts = counted(judged, spoken)
    fired = Counter((each.rule, each.level) for each in spoken)
    rules = Catalog([house()]).rules
    levels = {name: {str(rule.severity)} for name, rule in rules.items()}
    for rule, level in (*counts, *fired):
        if rule in levels:
            levels[rule].add(level)
    table = []
    for rule in sorted(levels):
        for level in LEVELS:
            if level not in levels[rule]:
                continue
            count = counts.get((rule, level), Counter[str]())
            sites = tuple(sorted(key.removeprefix("site ") for key in count if key.startswith("site ")))
            table.append(
                Measured(
                    rule,
                    level,
                    count["judged"],
                    count["TRUE"],
                    count["SEVERITY"],
                    fired[rule, level],
                    sites,
                    tuple(site for site in sites if site not in tuned),
                    day,
                )
            )
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description="Count the judged findings that still stand.")
    parser.add_argument("tables", type=Path, nargs="+", metavar="TABLE", help="tables of verdicts")
    parser.add_argument("data", type=Path, metavar="DATA", help="the folder of the sites")
    parser.add_argument("--command", default=f"{sys.executable} -m presslint", help="the presslint to run")
    parser.add_argument("--tuned", default="", metavar="SITE,…", help="sites that rules were tuned on")
    parser.add_argument("--today", default=date.today().isoformat(), metavar="DATE")
    parser.add_argument("--write", action="store_true", help=f"write rules/{NAME}, not only print")
    args = parser.parse_args()

    judged = read_verdicts(args.tables)
    sites = sorted({row.site for row in judged if (args.data / row.site).is_dir()})
    spoken = run(args.command, args.data, sites, args.today)
    tuned = frozenset(name for name in args.tuned.split(",") if name)
    table = measured(judged, spoken, tuned, args.today)
    for row in table:
        if row.judged:
            mark = "" if row.is_earned else "  below the bar" if row.is_enough else "  below the bar so far"
            print(
                f"{row.rule:34} {row.level:11} {row.true:4} of {row.judged:4} true ({row.share:4.0%}), "
                f"{row.severity} too high, {row.fired:,} in all, {len(row.sites)} sites{mark}"
            )
    print()
    for level in LEVELS:
        rows = [row for row in table if row.level == level]
        true, count = sum(row.true for row in rows), sum(row.judged for row in rows)
        print(f"{level:11} {true} of {count} true ({true / max(count, 1):.0%})")
    if args.write:
        text = "".join(f"{line}\n" for line in ("\t".join(COLUMNS), *(row.line() for row in table)))
        (ROOT / "rules" / NAME).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
