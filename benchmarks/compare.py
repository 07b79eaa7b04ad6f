"""What a change of a rule or a reader does to the findings: two checkouts over the same articles.

    python benchmarks/compare.py BEFORE AFTER FOLDER… [--rule NAME] [--show 20]

BEFORE and AFTER are checkouts (`git worktree add ../before main` makes one); FOLDER holds articles. A finding is
the same when rule, file and place are. It prints how many came, went and changed their level or
words, by rule, and then some of them to read. Exit code 1 says that something differs, so that a change that
should change nothing can be held to it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

TODAY = "2026-01-01"  # no finding rests on the day of the run
Place = tuple[str, str, str, int, int]  # rule, file, article in it, first character, end
Record = dict[str, Any]  # a line of `--output json-lines`
NO_COPY = {".git", ".svn"}


def articles(folder: Path) -> list[str]:
    """The files of a folder, as it names them."""
    inside = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in inside if NO_COPY.isdisjoint(path.parts))


def findings(checkout: Path, folder: Path) -> dict[Place, Record]:
    """Every finding of a checkout on a folder, by its place."""
    command = [sys.executable, "-m", "presslint", "check", "--files-from", "-", "--isolated", "--no-cache"]
    command += ["--no-force-exclude", "--no-fold", "--output", "json-lines", "--today", TODAY]
    done = subprocess.run(
        command,
        input="\n".join(articles(folder)),
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(checkout.resolve())},
        capture_output=True,
        text=True,
    )
    if done.returncode not in (0, 1, 2) or not done.stdout:
        raise SystemExit(f"{checkout}: presslint ended with {done.returncode}: {done.stderr.strip()[-300:]}")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    return {place(record): record for record in records if record["type"] == "finding"}


def place(record: Record) -> Place:
    """What makes a finding the same in both checkouts."""
    start, end = record["start"]["offset"], record["end"]["offset"]
    return record["rule"], record["path"], record["key"], start, end


def changes(before: dict[Place, Record], after: dict[Place, Record]) -> list[tuple[str, Record]]:
    """What differs, each with one of the words gone, new, level and words; in order of rule and place."""
    found = [("gone", before[at]) for at in before.keys() - after.keys()]
    found += [("new", after[at]) for at in after.keys() - before.keys()]
    for at in before.keys() & after.keys():
        if before[at]["severity"] != after[at]["severity"]:
            found.append(("level", after[at]))
        elif before[at]["message"] != after[at]["message"]:
            found.append(("words", after[at]))
    return sorted(found, key=lambda change: (place(change[1]), change[0]))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("before", type=Path, metavar="BEFORE")
    options.add_argument("after", type=Path, metavar="AFTER")
    options.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    options.add_argument("--rule", action="append", default=[], help="only this rule; may be repeated")
    options.add_argument("--show", type=int, default=20, help="how many to print, drawn by lot (default: 20)")
    given = options.parse_args()
    changed: list[tuple[str, Record]] = []
    kept = 0
    for folder in given.folders:
        before, after = findings(given.before, folder), findings(given.after, folder)
        here = changes(before, after)
        kept += len(before) - sum(word != "new" for word, _ in here)
        changed += [(word, record) for word, record in here if not given.rule or record["rule"] in given.rule]
    print(f"{kept} findings as before, {len(changed)} that differ")
    counts = Counter((record["rule"], word) for word, record in changed)
    for (rule, word), count in sorted(counts.items()):
        print(f"{count:>7} {word:<6}{rule}")
    for word, record in Random(1).sample(changed, min(given.show, len(changed))):
        where = f"{record['path']}:{record['start']['line']}:{record['start']['column']}"
        print(f"\n{word}: {where}: {record['severity']} {record['rule']}: {record['message']}")
        print(f"    {' '.join(record['context'].split())[:200]}")
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
