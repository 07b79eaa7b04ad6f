"""A scan on one machine: every kind of table gives the same findings, and a killed scan goes on where it was."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="the extra “scan” is not installed")
duckdb = pytest.importorskip("duckdb", reason="the extra “scan” is not installed")

import pyarrow.parquet as pq  # noqa: E402

from presslint import Config, PresslintError  # noqa: E402
from presslint.cli import run as presslint  # noqa: E402
from presslint.scan import SCHEMA, Columns, archive, lint_batch  # noqa: E402
from presslint.scan.archive import Scan, Tally, run  # noqa: E402
from presslint.scan.tables import tables  # noqa: E402

COLUMNS = Columns(id="slug", body="text", headline="title", tags="tags")
WORDS = "id=slug,body=text,headline=title,tags=tags"
ROWS = [
    {
        "slug": f"s{number}",
        "title": f"The mayor spoke {number}",
        "text": f"The the mayor {number}.",
        "tags": ["a, b", "ferry"],
    }
    for number in range(23)
]


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(name: str, rows: list[dict[str, Any]] = ROWS) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".parquet":
        pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=7)
    elif path.suffix == ".csv":
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(row | {"tags": "; ".join(row["tags"])} for row in rows)
    elif path.suffix == ".json":
        path.write_text(json.dumps(rows))
    else:
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def scan(*names: str, output: str = "out.parquet", **options: Any) -> Scan:
    given: dict[str, Any] = {"columns": COLUMNS, "config": Config.from_mapping({}), "rows": 5} | options
    return Scan(inputs=tables([Path(name) for name in names]), output=Path(output), **given)


def found(path: str = "out.parquet") -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return rows


def expected(rows: list[dict[str, Any]] = ROWS) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = lint_batch(pa.RecordBatch.from_pylist(rows), columns=COLUMNS).to_pylist()
    return made


@pytest.mark.parametrize("suffix", [".parquet", ".jsonl", ".ndjson", ".json"])
def test_every_kind_of_table_gives_the_findings_of_its_rows_in_their_order(suffix: str) -> None:
    written(f"a{suffix}")
    tally = run(scan(f"a{suffix}"))
    assert found() == expected()
    assert tally == Tally(23, {"warning": 23, "suggestion": 23}, 0, 0)
    assert pq.read_schema("out.parquet").equals(SCHEMA)
    assert sorted(path.name for path in Path().iterdir()) == [f"a{suffix}", "out.parquet"]


def test_csv_holds_tags_in_one_cell() -> None:
    written("a.csv")
    run(scan("a.csv"))
    assert [row["rule"] for row in found() if row["field"] == "text"] == ["repeated-word"] * 23


def test_the_files_of_a_folder_come_in_the_order_of_their_names() -> None:
    written("all/2.jsonl", ROWS[10:])
    written("all/1.parquet", ROWS[:10])
    Path("all/notes.txt").write_text("x")
    run(scan("all"))
    assert [row["id"] for row in found()] == [row["id"] for row in expected()]


@pytest.mark.parametrize("output", ["out.csv", "out.jsonl"])
def test_the_output_is_what_its_suffix_says(output: str) -> None:
    written("a.parquet")
    run(scan("a.parquet", output=output))
    assert duckdb.sql(f"SELECT id, rule FROM '{output}'").fetchall() == [
        (row["id"], row["rule"]) for row in expected()
    ]


def test_processes_give_the_same_rows() -> None:
    written("a.parquet")
    run(scan("a.parquet", jobs=2))
    assert found() == expected()


def test_no_rows_give_an_empty_table() -> None:
    pq.write_table(pa.Table.from_pylist(ROWS).slice(0, 0), "a.parquet")
    assert run(scan("a.parquet")).articles == 0
    assert found() == []


def test_progress_is_told_batch_by_batch() -> None:
    written("a.parquet")
    told: list[tuple[int, int]] = []
    run(scan("a.parquet"), lambda done, total: told.append((done, total)))
    assert told == [(5, 23), (10, 23), (15, 23), (20, 23), (23, 23)]


# -- going on ----------------------------------------------------------------------------------------------------


def test_a_scan_that_was_stopped_goes_on_and_does_nothing_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    written("a.parquet")
    judged: list[str] = []
    ends = 3

    def counted(batch: Any, **options: Any) -> Any:
        if len(judged) == ends:
            raise KeyboardInterrupt
        judged.append(batch.column("slug")[0].as_py())
        return lint_batch(batch, **options)

    monkeypatch.setattr(archive, "lint_batch", counted)
    with pytest.raises(KeyboardInterrupt):
        run(scan("a.parquet"))
    assert not Path("out.parquet").exists()
    ends = 99
    tally = run(scan("a.parquet"))
    assert (tally.articles, tally.resumed) == (23, 15)
    assert judged == ["s0", "s5", "s10", "s15", "s20"]
    assert found() == expected()


KILLED = """
import os, signal, sys
from presslint.cli import run
from presslint.scan import archive
first = archive.lint_batch
done = []
def counted(batch, **options):
    if len(done) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    done.append(1)
    return first(batch, **options)
archive.lint_batch = counted
run(sys.argv[1:])
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
def test_a_scan_that_was_killed_goes_on_without_loss() -> None:
    written("a.parquet")
    line = [
        "scan",
        "a.parquet",
        "--isolated",
        "--columns",
        WORDS,
        "--output",
        "out.parquet",
        "--rows",
        "5",
        "-j",
        "1",
    ]
    killed = subprocess.run([sys.executable, "-P", "-c", KILLED, *line])
    assert killed.returncode == -signal.SIGKILL
    assert sorted(path.name for path in Path("out.parquet.parts").iterdir()) == [
        "00000000.parquet",
        "00000001.parquet",
        "plan.json",
    ]
    assert presslint(line) == 0
    assert found() == expected()


def test_parts_of_another_scan_are_not_taken_for_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    written("a.parquet")

    def fail(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(archive, "lint_batch", fail)
        with pytest.raises(KeyboardInterrupt):
            run(scan("a.parquet"))
    other = Config.from_mapping({"select": ["repeated-word"]})
    with pytest.raises(
        PresslintError, match="is of a scan with other config; finish that one, or begin anew"
    ):
        run(scan("a.parquet", config=other))
    with pytest.raises(PresslintError, match="with other rows"):
        run(scan("a.parquet", rows=6))
    written("a.parquet", ROWS[:9])
    with pytest.raises(PresslintError, match="with other inputs"):
        run(scan("a.parquet"))
    line = [
        "scan",
        "a.parquet",
        "--isolated",
        "--columns",
        WORDS,
        "--output",
        "out.parquet",
        "--restart",
        "-j1",
    ]
    assert presslint(line) == 0
    assert found() == expected(ROWS[:9])


# -- what cannot be scanned --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["gone.parquet"], "gone.parquet: no such file or folder"),
        (["a.docx"], "a.docx: no table that presslint scans (.parquet"),
        (["empty"], "empty: no tables in this folder"),
        (["bad.parquet"], "bad.parquet: cannot be read as a table: "),
        (["a.jsonl", "--output", "x.txt"], "x.txt: no output that a scan writes"),
        (["a.jsonl", "--columns", "id"], "“id” names no column"),
        (["a.parquet", "--columns", "kicker=over"], "the table has no column “over”; it has slug, title"),
        (["a.jsonl", "--rows", "0"], "--rows: “0” is no number above 0"),
        (["a.jsonl", "--deadline", "soon"], "--deadline: “soon” is no number above 0"),
        (["broken.jsonl"], "broken.jsonl: cannot be read as a table: "),
    ],
)
def test_what_cannot_be_scanned_is_told_in_one_line(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.parquet", "a.jsonl"):
        written(name)
    Path("empty").mkdir()
    Path("a.docx").write_bytes(b"PK")
    Path("bad.parquet").write_text("not parquet")
    Path("broken.jsonl").write_text('{"slug": "a"}\n{"slug": \n')
    line = ["scan", "--isolated", "-j1", *words, "--columns", WORDS]
    assert presslint([*line, *([] if "--output" in words else ["--output", "out.parquet"])]) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"presslint: {said}")
    assert len(err.splitlines()) == 1


def test_an_output_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    written("a.parquet")
    assert presslint(["scan", "a.parquet", "--columns", WORDS]) == 2
    assert "say where the findings go" in capsys.readouterr().err
