"""lint_batch: a table of articles in, a table of findings out, with places in the values of its columns."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="the extra “scan” is not installed")

from presslint import Config, PresslintError, check_file  # noqa: E402
from presslint.scan import SCHEMA, SCHEMA_VERSION, Columns, ColumnsError, lint_batch  # noqa: E402

EXAMPLES = Path(__file__).parents[2] / "examples"
STORY = Columns(id="slug", body="text", headline="title", tags="tags", published="day", byline="by")
TEXT = "The the mayor spoke to them 😀.\n\nShe came back from the the pier."


def batch(*rows: dict[str, Any]) -> Any:
    blank = {
        "slug": None,
        "title": "The mayor spoke",
        "text": TEXT,
        "tags": None,
        "day": None,
        "by": "Ana Ruiz",
    }
    return pa.RecordBatch.from_pylist([blank | row for row in rows])


def found(*rows: dict[str, Any], columns: Columns = STORY, **options: Any) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = lint_batch(batch(*rows), columns=columns, **options).to_pylist()
    return made


ROWS: list[dict[str, Any]] = [
    {"slug": "a"},
    {"slug": "b", "tags": ["mayor", "AItechnologyUS-China relations"]},
    {"slug": "c", "day": "2026-13-04"},
    {"slug": "d", "title": "😀 The mayor mayor spoke"},
]


def test_a_finding_stands_where_the_value_of_its_column_says() -> None:
    rows = found(*ROWS)
    held = {
        row["slug"]: {"text": TEXT, "title": "The mayor spoke", "tags": [], "day": ""} | row for row in ROWS
    }
    assert {row["field"] for row in rows} == {"title", "text", "tags", "day"}
    for row in rows:
        value = held[row["id"]][row["field"]]
        texts = value if isinstance(value, list) else [value]
        assert any(text[row["start"] : row["end"]] == row["text"] for text in texts), row
    second = next(row for row in rows if row["text"] == "the the")
    assert (second["line"], second["column"]) == (3, 20)


def test_the_schema_is_frozen() -> None:
    """A change here is a new version: a column is added at the end, none changes its meaning."""
    assert (SCHEMA_VERSION, lint_batch(batch({}), columns=STORY).schema) == (1, SCHEMA)
    assert ",".join(f"{field.name}:{field.type}" for field in SCHEMA) == (
        "id:string,article:string,kind:string,rule:string,severity:string,message:string,field:string,"
        "start:int64,end:int64,line:int32,column:int32,text:string,context:string,fingerprint:string,"
        "reason:string,fix:string"
    )


def test_whole_files_give_what_the_command_gives() -> None:
    config = Config.from_mapping({})
    files = sorted(path for path in EXAMPLES.rglob("*") if path.is_file() and path.suffix != ".yaml")
    rows = [{"name": path.as_posix(), "data": path.read_bytes()} for path in files]
    got = lint_batch(
        pa.RecordBatch.from_pylist(rows), columns=Columns(id="name", file="data"), config=config
    ).to_pylist()
    wanted = [
        (path.as_posix(), each.article, each.rule, each.start.offset, each.message, each.fingerprint)
        for path in files
        for each in check_file(path, config=config).findings
    ]
    keys = ("id", "article", "rule", "start", "message", "fingerprint")
    assert len(wanted) > 100
    assert [tuple(row[key] for key in keys) for row in got if row["kind"] == "finding"] == wanted


def test_what_goes_wrong_with_an_article_is_a_row() -> None:
    rows = found({"slug": "a", "text": None}, {"slug": None, "text": "  "}, {"slug": "c"})
    assert [(row["id"], row["rule"]) for row in rows if row["kind"] == "problem"] == [
        ("a", "empty"),
        ("1", "empty"),
    ]
    assert any(row["id"] == "c" and row["kind"] == "finding" for row in rows)
    table = pa.RecordBatch.from_pylist(
        [{"n": "a.docx", "f": b"PK"}, {"n": "a.xyz", "f": b"x"}, {"n": "b", "f": None}]
    )
    rows = lint_batch(table, columns=Columns(id="n", file="f")).to_pylist()
    assert [(row["kind"], row["rule"]) for row in rows] == [
        ("problem", "unreadable"),
        ("problem", "unreadable"),
        ("problem", "empty"),
    ]
    late = found({"slug": "a"}, deadline=0)
    assert [(row["kind"], row["rule"]) for row in late] == [("problem", "timeout")]


def test_a_reader_that_fails_is_a_row_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("presslint.scan.columns.Row.article", fail)
    rows = found({"slug": "a"}, {"slug": "b"})
    assert [(row["id"], row["kind"], row["rule"]) for row in rows] == [
        ("a", "problem", "crash"),
        ("b", "problem", "crash"),
    ]


def test_what_is_suppressed_has_its_reason() -> None:
    text = "<!-- presslint: ignore[repeated-word] a stammer -->\n\n" + TEXT
    rows = found({"slug": "a", "text": text}, columns=Columns(id="slug", body="text", body_format="markdown"))
    assert [(row["rule"], row["reason"]) for row in rows if row["kind"] == "suppressed"] == [
        ("repeated-word", "a stammer")
    ]


def test_a_column_that_is_not_mapped_is_not_missing() -> None:
    rules = {
        row["rule"] for row in found({"slug": "a"}, columns=Columns(id="slug", body="text", headline="title"))
    }
    assert not rules & {"missing-byline", "missing-date"}
    assert "missing-date" in {row["rule"] for row in found({"slug": "a"})}


@pytest.mark.parametrize(("how", "times"), [("markdown", 1), ("html", 2), ("plain", 2)])
def test_the_body_is_read_as_its_format_says(how: str, times: int) -> None:
    text = "<p hidden>He said so.</p>\n\nIt was `the the` and she saw the the pier."
    columns = Columns(id="slug", body="text", format="how", headline="title")
    table = pa.RecordBatch.from_pylist([{"slug": "a", "title": "The mayor", "text": text, "how": how}])
    rows = lint_batch(table, columns=columns).to_pylist()
    assert sum(row["rule"] == "repeated-word" for row in rows) == times


def test_mapping_and_config_can_be_sent_to_another_process() -> None:
    columns, config = pickle.loads(pickle.dumps((STORY, Config.from_mapping({"select": ["repeated-word"]}))))
    assert [row["rule"] for row in found({"slug": "a"}, columns=columns, config=config)] == [
        "repeated-word"
    ] * 2
    assert found({"slug": "a"}, config={"select": ["repeated-word"]}) == found({"slug": "a"}, config=config)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["headline"], "“headline” names no column"),
        (["headline=title"], "name one column that holds the text"),
        (["body=a", "file=b"], "name one column that holds the text"),
        (["file=b"], "name the column that holds them: id"),
        (["body=a", "body-format=rtf"], "no body format “rtf”; use one of markdown, html, plain"),
    ],
)
def test_a_mapping_that_cannot_be_used_is_told(words: list[str], said: str) -> None:
    with pytest.raises(ColumnsError, match=said):
        Columns.parse(words)


def test_columns_are_read_from_words() -> None:
    parsed = Columns.parse(["id=slug", "body=text", "headline=title", "kicker=over", "body-format=html"])
    assert parsed == Columns(
        id="slug", body="text", headline="title", fields={"kicker": "over"}, body_format="html"
    )
    with pytest.raises(ColumnsError, match="the table has no column “over”; it has slug"):
        lint_batch(batch({}), columns=parsed)


def test_a_config_that_cannot_be_used_is_told_once() -> None:
    with pytest.raises(PresslintError, match="no rule or chapter “nothing-like-it”"):
        found({"slug": "a"}, config={"select": ["nothing-like-it"]})


def test_the_example_on_the_page_runs(capsys: pytest.CaptureFixture[str]) -> None:
    page = (EXAMPLES.parent / "docs" / "scan.md").read_text(encoding="utf-8")
    example = page.split("```python\n")[1].split("```")[0]
    exec(compile(example, "docs/scan.md", "exec"), {})
    assert "'rule': 'repeated-word', 'field': 'text', 'start': 0" in capsys.readouterr().out
