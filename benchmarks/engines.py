"""Equal findings on every engine: the programs of docs/scan.md over real articles, one hash for each.

    python benchmarks/engines.py FOLDER… [--count 2000] [--largest 6000] [--only spark,ray]

The articles are files of FOLDERs up to `--largest` bytes, whole, as `presslint check` reads them. Each line has the
number of findings and the SHA-1 of all of them: id, rule, start, end, severity, message, fingerprint.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from presslint import Config  # noqa: E402
from presslint.reading import format_of  # noqa: E402
from presslint.scan import SCHEMA, Columns, lint_batch  # noqa: E402

PROGRAM = re.compile(r"`(on_(\w+)\.py)`[^\n]*\n\n```python\n(.*?)```", re.DOTALL)
COLUMNS = re.compile(r"^COLUMNS = .*$", re.MULTILINE)
WORDS = "id=name,file=data"
HASHED = ("id", "rule", "start", "end", "severity", "message", "fingerprint")


def chosen(folders: Sequence[Path], count: int, largest: int) -> list[Path]:
    """The files, as many of each folder as there are, until `count`."""
    found: list[Path] = []
    for folder in folders:
        files = (path for path in sorted(folder.rglob("*")) if path.is_file() and format_of(path.as_posix()))
        found += [path for path in files if path.stat().st_size <= largest]
    found = [path for path in found if not path.name.startswith("LICENSE")]  # which check leaves out
    step = max(len(found) // count, 1)
    return found[::step][:count]


def hashed(rows: Iterable[Mapping[str, Any]]) -> tuple[int, str]:
    """How many rows, and one hash that no order of them changes."""
    lines = sorted(repr([row[name] for name in HASHED]) for row in rows if row["kind"] == "finding")
    return len(lines), hashlib.sha1("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()


def of_table(path: Path) -> tuple[int, str]:
    return hashed(pq.read_table(path).select(SCHEMA.names).cast(SCHEMA).to_pylist())


def checked(files: Sequence[Path], folder: Path) -> tuple[int, str]:
    """What `presslint check` says of the files."""
    listed = folder / "files.jsonl"
    line = [
        "check",
        "--isolated",
        "--no-cache",
        "--no-fold",
        "--exit-zero",
        "--output",
        f"json-lines:{listed}",
    ]
    _run([sys.executable, "-P", "-m", "presslint", *line, *map(str, files)], folder)
    records = [json.loads(row) for row in listed.read_text("utf-8").splitlines()]
    return hashed(
        {
            **row,
            "id": row["path"],
            "kind": "finding",
            "start": row["start"]["offset"],
            "end": row["end"]["offset"],
        }
        for row in records
        if row["type"] == "finding"
    )


def scanned(folder: Path, jobs: int) -> tuple[int, str]:
    output = folder / f"jobs{jobs}.parquet"
    line = [
        "scan",
        "archive.parquet",
        "--isolated",
        "--columns",
        WORDS,
        "-j",
        str(jobs),
        "--output",
        str(output),
    ]
    _run([sys.executable, "-P", "-m", "presslint", *line], folder)
    return of_table(output)


def on_engine(engine: str, code: str, folder: Path) -> tuple[int, str]:
    program = folder / f"on_{engine}.py"
    program.write_text(COLUMNS.sub('COLUMNS = Columns(id="name", file="data")', code), encoding="utf-8")
    _run([sys.executable, "-P", str(program)], folder)
    return of_table(folder / f"{engine}-findings")


def _run(command: Sequence[str], folder: Path) -> None:
    env = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYSPARK_PYTHON": sys.executable,
        "RAY_USAGE_STATS_ENABLED": "0",
    }
    run = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"{' '.join(command)}\n{run.stderr[-3000:]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--largest", type=int, default=6000)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    files = chosen(options.folders, options.count, options.largest)
    programs = {
        engine: code for _, engine, code in PROGRAM.findall((ROOT / "docs" / "scan.md").read_text("utf-8"))
    }
    only = set(filter(None, options.only.split(","))) or {"check", "batch", "jobs1", "jobs2", *programs}
    config = Config.from_mapping({})
    rows = [{"name": path.as_posix(), "data": path.read_bytes()} for path in files]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table = pa.Table.from_pylist(rows)
        pq.write_table(table, folder / "archive.parquet", row_group_size=max(len(rows) // 8, 1))
        ways = {
            "check": lambda: checked(files, folder),
            "batch": lambda: hashed(
                row
                for batch in table.to_batches(500)
                for row in lint_batch(
                    batch, columns=Columns(id="name", file="data"), config=config
                ).to_pylist()
            ),
            "jobs1": lambda: scanned(folder, 1),
            "jobs2": lambda: scanned(folder, 2),
        }
        ways |= {
            engine: lambda engine=engine: on_engine(engine, programs[engine], folder) for engine in programs
        }
        print(f"{len(files):,} articles, {sum(len(row['data']) for row in rows):,} bytes", flush=True)
        for way, measure in ways.items():
            if way in only:
                began = time.perf_counter()
                count, value = measure()
                print(f"{way:8} {count:6,} rows  {value}  {time.perf_counter() - began:6.0f} s", flush=True)


if __name__ == "__main__":
    main()
