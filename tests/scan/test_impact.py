"""What a rule or a change of config would say on an archive: counts before and after, a sample, verdicts."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="the extra “scan” is not installed")
pytest.importorskip("duckdb", reason="the extra “scan” is not installed")

import pyarrow.parquet as pq  # noqa: E402

from presslint import PresslintError  # noqa: E402
from presslint.cli import run as presslint  # noqa: E402
from presslint.packs.verdicts import NAME, read_verdicts  # noqa: E402
from presslint.scan import SCHEMA  # noqa: E402
from presslint.scan.impact import compared  # noqa: E402

WORDS = ["--columns", "id=slug,body=text,headline=title,published=day,section=desk,byline=by"]
ROWS = [
    {
        "slug": f"s{number}",
        "title": f"The mayor spoke {number}",
        "text": f"The the mayor {number}." if number % 2 else f"A mayor {number}.",
        "day": f"{2020 + number % 3}-05-05",
        "desk": "Metro" if number < 4 else "Sport",
        "by": "Ana Ruiz and Ben Cole" if number == 1 else "Ben Cole",
    }
    for number in range(10)
]


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pq.write_table(pa.Table.from_pylist(ROWS), "a.parquet")
    Path("on.yaml").write_text("select: [repeated-word]\n")
    Path("off.yaml").write_text("select: [orphan-separator]\n")


def told(*line: str) -> dict[str, Any]:
    assert presslint(["impact", *line, "-j1", "--json", "impact.json"]) == 0
    made: dict[str, Any] = json.loads(Path("impact.json").read_text(encoding="utf-8"))
    return made


def counts(impact: dict[str, Any], kind: str) -> dict[str, tuple[int, int]]:
    return {row["name"]: (row["before"], row["after"]) for row in impact["by"][kind]}


def test_a_rule_is_tried_on_tables() -> None:
    impact = told("a.parquet", *WORDS, "--rule", "repeated-word", "--sample", "3")
    assert impact["articles"] == 10
    assert impact["total"] == {
        "name": "",
        "before": 0,
        "after": 5,
        "new": 5,
        "gone": 0,
        "articles": 5,
        "words": 35,
    }
    assert counts(impact, "rule") == {"repeated-word": (0, 5)}
    assert counts(impact, "section") == {"Sport": (0, 3), "Metro": (0, 2)}
    assert counts(impact, "year") == {"2021": (0, 2), "2020": (0, 2), "2022": (0, 1)}
    assert counts(impact, "author") == {"Ben Cole": (0, 5), "Ana Ruiz": (0, 1)}
    assert len(impact["sample"]) == 3


def test_the_same_seed_draws_the_same_sample() -> None:
    line = ["a.parquet", *WORDS, "--rule", "repeated-word", "--sample", "2", "--seed"]
    drawn = [[row["id"] for row in told(*line, seed)["sample"]] for seed in ("1", "1", "2", "3", "4")]
    assert drawn[0] == drawn[1]
    assert len({tuple(each) for each in drawn}) > 1


def test_a_config_is_held_against_another(capsys: pytest.CaptureFixture[str]) -> None:
    impact = told("a.parquet", *WORDS, "--before", "on.yaml", "--after", "off.yaml")
    assert impact["total"] == {
        "name": "",
        "before": 5,
        "after": 0,
        "new": 0,
        "gone": 5,
        "articles": 0,
        "words": 35,
    }
    assert impact["sample"] == []
    assert capsys.readouterr().out.startswith("0 findings in 0 of 10 articles; 5 before: 0 new, 5 gone\n")


def test_articles_may_be_files(capsys: pytest.CaptureFixture[str]) -> None:
    Path("news").mkdir()
    Path("news/a.md").write_text("---\ntitle: The mayor\nsection: Metro\n---\nThe the mayor spoke.\n")
    impact = told("news", "--rule", "repeated-word")
    assert counts(impact, "section") == {"Metro": (0, 1)}
    assert "news/a.md:5 warning repeated-word: " in capsys.readouterr().out


def test_two_scans_are_compared_without_reading_an_article() -> None:
    for name in ("on", "off"):
        line = ["scan", "a.parquet", *WORDS, "--config", f"{name}.yaml", "--output", f"{name}.parquet", "-j1"]
        assert presslint([*line, "--site", f"{name}.digests.parquet"]) == 0
    impact = told("--before", "off.parquet", "--after", "on.parquet")
    assert (impact["articles"], impact["total"]["new"]) == (None, 5)
    assert list(impact["by"]) == ["rule"]
    impact = told("--before", "off.parquet", "--after", "on.parquet", "--digests", "on.digests.parquet")
    assert counts(impact, "section") == {"Sport": (0, 3), "Metro": (0, 2)}


def test_counts_are_a_table_with_the_words_of_all_articles() -> None:
    impact = told("a.parquet", *WORDS, "--rule", "repeated-word", "--counts", "c.csv")
    rows = list(csv.DictReader(io.StringIO(Path("c.csv").read_text(encoding="utf-8"))))
    known = [{"by": kind, **row} for kind, each in impact["by"].items() for row in each]
    assert rows == [{name: str(value) for name, value in row.items()} for row in known]
    words = {kind: sum(int(row["words"]) for row in rows if row["by"] == kind) for kind in impact["by"]}
    Path("c.csv").unlink()
    assert (
        presslint(
            ["impact", "a.parquet", *WORDS, "--rule", "repeated-word", "--counts", "c.csv", "--json", "-"]
        )
        == 0
    )
    assert Path("c.csv").is_file()
    assert words["rule"] == words["section"] == words["year"] == words["month"] == impact["total"]["words"]


def test_a_name_without_findings_has_its_words() -> None:
    quiet = {**ROWS[0], "slug": "q", "desk": "Arts", "day": "2024-01-05", "by": "Cy Dee"}
    pq.write_table(pa.Table.from_pylist([*ROWS, quiet]), "a.parquet")
    impact = told("a.parquet", *WORDS, "--rule", "repeated-word")
    assert counts(impact, "section")["Arts"] == (0, 0)
    assert {row["name"]: row["words"] for row in impact["by"]["month"]}["2024-01"] > 0


def test_the_largest_change_stands_first() -> None:
    for name, fingers in (("one", "a"), ("two", "abc")):
        rows = [
            {field.name: "" if field.type == pa.string() else 0 for field in SCHEMA}
            | {"id": "a", "kind": "finding", "rule": rule, "fingerprint": rule + finger}
            for rule, given in (("stays", "defgh"), ("grows", fingers))
            for finger in given
        ]
        pq.write_table(pa.Table.from_pylist(rows, schema=SCHEMA), f"{name}.parquet")
    impact = compared(Path("one.parquet"), Path("two.parquet"))
    assert [row.name for row in impact.by["rule"]] == ["grows", "stays"]


def test_a_finding_that_stays_is_neither_new_nor_gone() -> None:
    for name in ("one", "two"):
        rows = [
            {field.name: "" if field.type == pa.string() else 0 for field in SCHEMA}
            | {"id": "a", "kind": kind, "rule": "r", "fingerprint": finger}
            for finger, kind in (("stays", "finding"), (name, "finding"), ("quiet", "suppressed"))
        ]
        pq.write_table(pa.Table.from_pylist(rows, schema=SCHEMA), f"{name}.parquet")
    impact = compared(Path("one.parquet"), Path("two.parquet"))
    assert (impact.total.before, impact.total.after, impact.total.new, impact.total.gone) == (2, 2, 1, 1)
    assert [row["fingerprint"] for row in impact.sample] == ["two"]


def test_what_is_said_of_a_finding_is_kept_at_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = ["impact", "a.parquet", *WORDS, "--rule", "repeated-word", "-j1", "--judge"]
    monkeypatch.setattr("sys.stdin", io.StringIO("a\nd\ns\nq\n"))
    assert presslint(line) == 0
    said = read_verdicts(Path(NAME))
    assert sorted(each.verdict for each in said.values()) == ["accept", "dismiss"]
    assert "2 verdicts in " in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO("a\na\na\n"))
    assert presslint(line) == 0
    assert len(read_verdicts(Path(NAME))) == 5
    out = capsys.readouterr().out
    assert "(accepted)" in out
    assert "(dismissed)" in out
    assert presslint(["rule", "repeated-word"]) == 0
    assert "In this house: 4 of 5 findings read were accepted (80 %)." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["a.parquet"], "say what to try: --rule NAME, or --before FILE --after FILE"),
        (["a.parquet", "--before", "on.yaml"], "--before and --after go together"),
        (["a.parquet", "--rule", "x", "--before", "on.yaml", "--after", "on.yaml"], "say what to try"),
        (["a.parquet", *WORDS, "--rule", "repeated-words"], "no rule “repeated-words”; did you mean"),
        (["a.parquet", *WORDS, "--rule", "repeated-word", "--seed", "x"], "--seed: “x” is no number"),
        (["gone.md", "--rule", "repeated-word"], "gone.md: "),
        (
            ["a.parquet", *WORDS, "--rule", "repeated-word", "--counts", "c.xlsx"],
            "c.xlsx: no table of counts; ",
        ),
        (
            ["a.parquet", *WORDS, "--rule", "repeated-word", "--counts", "no/c.csv"],
            "no/c.csv: its folder is not there",
        ),
        (["--before", "a.parquet", "--after", "a.parquet"], "a.parquet: holds no findings of presslint scan"),
        (["--before", "gone.csv", "--after", "a.parquet"], "gone.csv: no such file"),
    ],
)
def test_what_cannot_be_tried_is_told_in_one_line(
    line: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert presslint(["impact", *line]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert "Traceback" not in err


def test_a_table_without_rows_is_compared() -> None:
    pq.write_table(SCHEMA.empty_table(), "none.parquet")
    assert compared(None, Path("none.parquet")).total.after == 0
    with pytest.raises(PresslintError, match="no table of findings"):
        compared(None, Path("on.yaml"))
