"""The comparison of articles as joins: the answers of SiteIndex, over tables, with an index that is kept."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="the extra “scan” is not installed")
pytest.importorskip("duckdb", reason="the extra “scan” is not installed")

import pyarrow.parquet as pq  # noqa: E402

from presslint import Config, PresslintError  # noqa: E402
from presslint.cli import run as presslint  # noqa: E402
from presslint.packs.site import SiteIndex  # noqa: E402
from presslint.scan import Columns  # noqa: E402
from presslint.scan.digests import DIGEST_SCHEMA, DIGEST_VERSION, as_digest, digest_batch, site_rules  # noqa: E402
from presslint.scan.joined import AUTHORS, PARAGRAPHS, TAGS, JoinedIndex  # noqa: E402

COLUMNS = Columns(
    id="slug", body="text", headline="title", published="day", tags="tags", byline="by", language="lang"
)
WORDS = (
    "the town pool council says that it will close on may after years of talks with clubs about costs".split()
)
NOTICE = " ".join(f"notice{number}" for number in range(60))


def prose(seed: int, words: int = 200) -> str:
    """Copy that shares no run of eight words with another seed's."""
    chance = random.Random(seed)
    return " ".join(f"{chance.choice(WORDS)}{chance.randrange(50)}" for _ in range(words))


def row(number: int, **values: Any) -> dict[str, Any]:
    made = {
        "slug": f"s{number:03}",
        "title": f"Story {number} of the town",
        "text": prose(number),
        "day": f"20{10 + number % 9}-05-{1 + number % 28:02}",
        "tags": ["Data centers", "ferry"],
        "by": "Ana Ruiz",
        "lang": "en",
    }
    return made | values


def site() -> list[dict[str, Any]]:
    """Articles with every kind of pair in them, in no order of days."""
    rows = [row(number) for number in range(60)]
    rows[5] |= {"text": rows[4]["text"]}
    rows[9] |= {"text": f"{rows[8]['text']} It ends."}
    rows[12] |= {"text": f"{prose(211, 100)} {prose(100, 250)}"}
    rows[31] |= {"text": f"{prose(212, 100)} {prose(100, 250)}"}
    for number in range(40, 44):  # a form that four share
        rows[number] |= {"text": f"{prose(number, 120)} {prose(101, 200)}"}
    for number in range(45, 60):  # what fifteen share is boilerplate
        rows[number] |= {"text": f"{prose(number)}\n\n{NOTICE}"}
    rows[20] |= {"title": "The pool is closed", "day": "2015-01-02"}
    rows[21] |= {"title": "The pool is closed", "day": "2015-01-09"}
    rows[22] |= {"day": None, "text": rows[4]["text"], "lang": "de"}
    rows[30] |= {"tags": ["data-center"], "by": "Ána Ruiz"}
    rows[32] |= {"by": "Ana Rulz"}
    return rows


def digests(rows: list[dict[str, Any]], config: Any = None) -> Any:
    return digest_batch(pa.RecordBatch.from_pylist(rows), columns=COLUMNS, config=config)


def written(path: Path, rows: list[dict[str, Any]]) -> Path:
    pq.write_table(pa.Table.from_batches([digests(rows)], schema=DIGEST_SCHEMA), path)
    return path


def in_memory(rows: list[dict[str, Any]]) -> SiteIndex:
    return SiteIndex(as_digest(each) for each in digests(rows).to_pylist())


def concluded(index: SiteIndex) -> list[tuple[str, ...]]:
    return [
        (key, found.rule, str(found.severity), found.message, found.text)
        for rule in site_rules(Config.from_mapping({}))
        for key, found in rule.conclude(index)
    ]


def test_the_schema_is_frozen() -> None:
    """A change here is a new version: a column is added at the end, none changes its meaning."""
    made = digests([row(1)])
    assert made.schema == DIGEST_SCHEMA
    assert made.schema.metadata == {b"presslint.digests": b"1"}
    assert DIGEST_VERSION == 1
    spelled = "list<element: struct<text: string, folded: string>>"
    assert ",".join(f"{field.name}:{field.type}" for field in DIGEST_SCHEMA).replace("item:", "element:") == (
        "id:string,article:string,key:string,headline:string,words:int32,body:string,"
        "shingles:list<element: uint32>,paragraphs:list<element: struct<hash: uint32, opening: string>>,"
        "slug:string,url:string,canonical:string,address:string,language:string,story_type:string,section:string,"
        f"published:string,draft:bool,tags:{spelled},authors:{spelled},links:list<element: string>,notes:string,"
        "silenced:list<element: struct<rule: string, reason: string>>,field:string,start:int64,end:int64,line:int32,"
        "column:int32,text:string"
    )


def test_tables_answer_as_memory_does(tmp_path: Path) -> None:
    rows = site()
    held, joined = in_memory(rows), JoinedIndex([written(tmp_path / "a.parquet", rows)])
    assert len(joined) == len(held) == 60
    for least, boilerplate in ((0.25, 8), (0.5, 2), (0.9, 20)):
        pairs = [
            (each.later.key, each.earlier.key, each.share)
            for each in held.overlaps(least=least, boilerplate=boilerplate)
        ]
        assert pairs
        assert pairs == [
            (each.later.key, each.earlier.key, each.share)
            for each in joined.overlaps(least=least, boilerplate=boilerplate)
        ]
    for by in ("body", "headline", "address", "key"):
        assert [(value, [each.key for each in group]) for value, group in held.groups(by)] == [
            (value, [each.key for each in group]) for value, group in joined.groups(by)
        ]
    assert held.tags() == joined.tags()
    assert [each.key for each in held.articles] == [each.key for each in joined.articles]


def test_rules_conclude_the_same_over_tables(tmp_path: Path) -> None:
    rows = site()
    found = concluded(JoinedIndex([written(tmp_path / "a.parquet", rows)]))
    assert found == concluded(in_memory(rows))
    assert {(rule, severity) for _, rule, severity, _, _ in found} >= {
        ("duplicate-article", "error"),
        ("duplicate-article", "warning"),
    }
    assert "near-duplicate-article" in {rule for _, rule, *_ in found}


def test_new_articles_are_compared_with_a_kept_index(tmp_path: Path) -> None:
    """What is told of the new ones is what a whole scan tells of them, where they are the later ones."""
    rows = site()
    new = [each | {"day": "2026-01-01"} for each in rows if each["slug"] in ("s005", "s009", "s031", "s059")]
    old = [each for each in rows if each["slug"] not in {each["slug"] for each in new}]
    known = written(tmp_path / "known.parquet", old)
    part = JoinedIndex([written(tmp_path / "new.parquet", new)], [known])
    keys = {each["slug"] for each in new}
    wanted = [each for each in concluded(in_memory([*old, *new])) if each[0] in keys]
    assert [each for each in concluded(part) if each[0] in keys] == wanted
    assert {key for key, *_ in wanted} == {"s005", "s009", "s031"}


def test_an_article_that_comes_again_takes_the_place_of_the_known_one(tmp_path: Path) -> None:
    known = written(tmp_path / "known.parquet", [row(1), row(2)])
    again = written(tmp_path / "new.parquet", [row(1, text=prose(2))])
    index = JoinedIndex([again], [known])
    assert len(index) == 2
    assert [(key, message[:40]) for key, _, _, message, _ in concluded(index)] == [
        ("s001", "This article has the same text as “s002”")
    ]


def test_what_is_spelled_several_ways_and_what_a_template_adds(tmp_path: Path) -> None:
    index = JoinedIndex([written(tmp_path / "a.parquet", site())])
    assert index.table(TAGS).to_pylist() == [
        {"folded": "data center", "text": "Data centers", "articles": 59},
        {"folded": "data center", "text": "data-center", "articles": 1},
    ]
    assert index.table(AUTHORS).to_pylist() == [
        {"name": "Ana Ruiz", "articles": 58, "other": "Ána Ruiz", "others": 1},
        {"name": "ana ruiz", "articles": 59, "other": "ana rulz", "others": 1},
    ]
    assert index.table(PARAGRAPHS).to_pylist()[0] == {
        "opening": NOTICE[:80],
        "articles": 15,
        "example": "s045",
    }


def test_what_an_article_silences_goes_with_its_digest() -> None:
    text = "---\ntitle: A\npresslint:\n  ignore:\n    duplicate-article: told twice on purpose\n---\nThe pool closes.\n"
    made = digest_batch(
        pa.RecordBatch.from_pylist([{"slug": "a.md", "text": text}]), columns=Columns(id="slug", file="text")
    ).to_pylist()
    assert made[0]["silenced"] == [{"rule": "duplicate-article", "reason": "told twice on purpose"}]
    assert (made[0]["field"], made[0]["line"], text[made[0]["start"] : made[0]["end"]]) == ("", 2, "A")


def test_what_cannot_be_read_leaves_no_digest() -> None:
    made = digests([row(1, text=" "), row(2)])
    assert made.column("id").to_pylist() == ["s002"]


def test_what_holds_no_digests_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_text("no parquet")
    with pytest.raises(PresslintError, match=r"a\.parquet: cannot be read as digests"):
        JoinedIndex([path])
    pq.write_table(pa.table({"id": ["a"]}), path)
    with pytest.raises(PresslintError, match="holds no digests"):
        JoinedIndex([path])
    schema = DIGEST_SCHEMA.with_metadata({b"presslint.digests": b"9"})
    pq.write_table(pa.Table.from_batches([digests([row(1)])]).replace_schema_metadata(schema.metadata), path)
    with pytest.raises(PresslintError, match="version 9"):
        JoinedIndex([path])


def test_tables_have_no_groups_by_what_they_do_not_hold(tmp_path: Path) -> None:
    index = JoinedIndex([written(tmp_path / "a.parquet", [row(1)])])
    with pytest.raises(ValueError, match="no groups by “notes”"):
        list(index.groups("notes"))
    with pytest.raises(TypeError):
        index.add(as_digest(digests([row(1)]).to_pylist()[0]))


# -- the command -------------------------------------------------------------------------------------------------

LINE = [
    "--isolated",
    "--columns",
    "id=slug,body=text,headline=title,published=day,tags=tags,byline=by,language=lang",
]


def scanned(*words: str) -> list[tuple[str, ...]]:
    assert (
        presslint(["scan", *words, *LINE, "--output", "out.parquet", "--site", "digests.parquet", "-j1"]) == 0
    )
    names = {rule.name for rule in site_rules(Config.from_mapping({}))}
    return [
        (each["id"], each["rule"], each["severity"], each["message"], each["text"])
        for each in pq.read_table("out.parquet").to_pylist()
        if each["rule"] in names
    ]


def test_a_scan_compares_its_articles_and_keeps_their_digests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rows = site()
    pq.write_table(pa.Table.from_pylist(rows), "a.parquet")
    wanted = concluded(in_memory(rows))
    assert sorted(scanned("a.parquet", "--rows", "7", "--groups", "groups.csv")) == sorted(wanted)
    assert len(pq.read_table("digests.parquet")) == 60
    assert "paragraph,s045,notice0 notice1" in Path("groups.csv").read_text()
    where = pq.read_table("out.parquet").to_pylist()[-1]
    assert (where["field"], where["line"], where["column"]) == ("title", 1, 1)
    pq.write_table(pa.Table.from_pylist([row(70, text=rows[3]["text"], day="2026-01-01")]), "b.parquet")
    assert [(key, message[:40]) for key, _, _, message, _ in scanned("b.parquet")] == [
        ("s070", "This article has the same text as “s003”")
    ]
    assert len(pq.read_table("digests.parquet")) == 61
    assert sorted(path.name for path in Path().iterdir()) == [
        "a.parquet",
        "b.parquet",
        "digests.parquet",
        "groups.csv",
        "out.parquet",
    ]


def test_an_index_that_is_none_is_told_before_the_scan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    pq.write_table(pa.Table.from_pylist([row(1)]), "a.parquet")
    line = ["scan", "a.parquet", *LINE, "--output", "out.parquet", "-j1"]
    assert presslint([*line, "--site", "a.parquet"]) == 2
    assert capsys.readouterr().err.startswith("presslint: a.parquet: holds no digests")
    assert presslint([*line, "--groups", "x.csv"]) == 2
    assert "add --site digests.parquet" in capsys.readouterr().err
    assert not Path("out.parquet.parts").exists()
