"""The baseline file and what it makes of a run: known once, stale, expired, and found again after a rename."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from presslint import Finding, Severity, Source, Span
from presslint.engine.run import ArticleResult, Run
from presslint.gate.baseline import (
    BaselineError,
    Entry,
    apply_baseline,
    entry_for,
    loose_key,
    read_baseline,
    relative,
    write_baseline,
)

TODAY = date(2026, 6, 1)


def found(fingerprint: str, at: int = 0, *, rule: str = "r", text: str = "a plum") -> Finding:
    return Finding(rule, Severity.ERROR, "M.", Span(at, at + len(text)), text=text, fingerprint=fingerprint)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder of articles with `a.md` and `b.md`."""
    for name in ("a.md", "b.md"):
        (tmp_path / name).touch()
    return tmp_path


def run_of(root: Path, **files: list[Finding]) -> Run:
    """A run that found this, by file without its ending."""
    return Run(
        tuple(
            ArticleResult(str(root / f"{name}.md"), Source("", f"{name}.md"), findings=tuple(findings))
            for name, findings in files.items()
        )
    )


def new(run: Run) -> list[str]:
    return [finding.fingerprint for _, finding in run.findings()]


# -- what is known ---------------------------------------------------------------------------------


def test_an_entry_makes_its_finding_known_and_no_other(root: Path) -> None:
    run = run_of(root, a=[found("1"), found("2", 10)], b=[found("1")])
    matched = apply_baseline(run, [Entry("a.md", "r", "1")], today=TODAY, root=root)
    assert [[each.fingerprint for each in result.findings] for result in matched.run.articles] == [
        ["2"],
        ["1"],
    ]
    assert [[each.fingerprint for each in result.baselined] for result in matched.run.articles] == [["1"], []]
    assert matched.used == {Entry("a.md", "r", "1"): "a.md"}
    assert (matched.stale, matched.expired) == ([], [])


def test_an_entry_of_another_rule_makes_nothing_known(root: Path) -> None:
    matched = apply_baseline(run_of(root, a=[found("1")]), [Entry("a.md", "q", "1")], today=TODAY, root=root)
    assert new(matched.run) == ["1"]


@pytest.mark.parametrize("by", ["context", "text"])
def test_an_entry_makes_one_finding_known_and_no_second(by: str, root: Path) -> None:
    """A defect that is copied is there once more, however alike."""
    one, other = found("1"), found("1", 10)
    entry = entry_for("a.md", one, TODAY)
    run = run_of(root, a=[one, other])
    assert apply_baseline(run, [entry], today=TODAY, by=by, root=root).run.articles[0].findings == (other,)
    twice = [entry, Entry("a.md", "r", "1", loose_key(one), owner="desk")]
    assert apply_baseline(run, twice, today=TODAY, by=by, root=root).run.articles[0].findings == ()


def test_known_findings_stand_in_the_order_of_the_text(root: Path) -> None:
    run = run_of(root, a=[found("late", 50)])
    before = ArticleResult(str(root / "a.md"), Source("", "a.md"), baselined=(found("later", 90),))
    run = Run((*run.articles, before))
    early = ArticleResult(
        str(root / "b.md"),
        Source("", "b.md"),
        findings=(found("2", 9),),
        baselined=(found("3", 20), found("1")),
    )
    matched = apply_baseline(Run((early,)), [Entry("b.md", "r", "2")], today=TODAY, root=root)
    assert [each.fingerprint for each in matched.run.articles[0].baselined] == ["1", "2", "3"]


def test_a_house_can_match_by_the_words_alone(root: Path) -> None:
    """Then an edited sentence around them leaves a finding known."""
    before, now = found("before"), found("now", text="a\n plum")
    entry = entry_for("a.md", before, TODAY)
    run = run_of(root, a=[now])
    assert new(apply_baseline(run, [entry], today=TODAY, root=root).run) == ["now"]
    assert new(apply_baseline(run, [entry], today=TODAY, by="text", root=root).run) == []
    others = run_of(root, a=[found("before", text="a pear"), found("before", rule="q")])
    assert new(apply_baseline(others, [entry], today=TODAY, by="text", root=root).run) == ["before", "before"]


def test_an_entry_without_words_is_matched_by_its_fingerprint(root: Path) -> None:
    """Whether the house matches by words or not: old files have no words."""
    entry = Entry("a.md", "r", loose_key(found("1")))
    run = run_of(root, a=[found("1")])
    assert new(apply_baseline(run, [entry], today=TODAY, by="text", root=root).run) == []


# -- files that were renamed, entries that are of no use --------------------------------------------


def test_an_entry_of_a_file_that_is_gone_holds_in_another(root: Path) -> None:
    entry = Entry("gone.md", "r", "1")
    matched = apply_baseline(run_of(root, a=[found("1")]), [entry], today=TODAY, root=root)
    assert new(matched.run) == []
    assert matched.used == {entry: "a.md"}
    assert matched.stale == []


def test_an_entry_of_a_file_that_is_there_holds_in_no_other(root: Path) -> None:
    matched = apply_baseline(run_of(root, b=[found("1")]), [Entry("a.md", "r", "1")], today=TODAY, root=root)
    assert new(matched.run) == ["1"]


def test_the_entry_of_the_file_itself_goes_first(root: Path) -> None:
    own, gone = Entry("a.md", "r", "1"), Entry("gone.md", "r", "1")
    matched = apply_baseline(run_of(root, a=[found("1")]), [gone, own], today=TODAY, root=root)
    assert (list(matched.used), matched.stale) == ([own], [gone])


def test_only_a_run_that_would_have_found_it_makes_an_entry_stale(root: Path) -> None:
    read, unread, gone = (Entry(f"{name}.md", "r", "1") for name in ("a", "b", "gone"))
    entries = [read, unread, gone]
    run = run_of(root, a=[])
    assert apply_baseline(run, entries, today=TODAY, root=root).stale == [read, gone]
    assert apply_baseline(run, entries, today=TODAY, root=root, whole=False).stale == []


def test_an_entry_holds_up_to_and_on_its_last_day(root: Path) -> None:
    entry = Entry("a.md", "r", "1", expires="2026-06-01")
    run = run_of(root, a=[found("1")])
    held = apply_baseline(run, [entry], today=date(2026, 6, 1), root=root)
    assert (new(held.run), held.expired) == ([], [])
    ended = apply_baseline(run, [entry], today=date(2026, 6, 2), root=root)
    assert (new(ended.run), ended.expired, ended.stale) == (["1"], [entry], [])


def test_paths_are_those_from_the_folder_of_the_baseline(root: Path) -> None:
    assert relative(str(root / "news" / ".." / "a.md"), root) == "a.md"
    assert relative("/elsewhere/x.md", root) == "/elsewhere/x.md"
    assert relative("-", root) == "-"


# -- the file ---------------------------------------------------------------------------------------


def test_an_entry_says_what_and_since_when() -> None:
    entry = entry_for("news/a.md", found("9f", text="a  long\nplum " * 9), TODAY)
    assert (entry.path, entry.rule, entry.fp, entry.since) == ("news/a.md", "r", "9f", "2026-06-01")
    assert entry.text == "a long plum " * 5, "enough to know it by, on one line"
    assert "owner" not in json.loads(entry.line()), "what is not said is not written"


def test_the_words_of_an_entry_do_not_depend_on_how_lines_are_broken() -> None:
    assert loose_key(found("1", text="a\n  plum")) == loose_key(found("2", text="a plum"))
    assert loose_key(found("1")) == "81455a881972", "as it stands in the baselines of houses"
    assert loose_key(found("1")) != loose_key(found("1", rule="q"))
    assert loose_key(found("1")) != loose_key(found("1", text="a pear"))


def test_a_baseline_comes_back_as_it_was_written_sorted_and_once(tmp_path: Path) -> None:
    file = tmp_path / "known.jsonl"
    entries = [
        Entry("b.md", "r", "1", "k", "ein Straße", "2026-05-05", "desk", "2027-01-31"),
        Entry("a.md", "r", "2"),
        Entry("a.md", "q", "3"),
        Entry("a.md", "r", "1"),
    ]
    write_baseline(file, [*entries, entries[1]])
    assert read_baseline(file) == [entries[2], entries[3], entries[1], entries[0]]
    assert "Straße" in file.read_text(encoding="utf-8"), "so that people can read it"
    assert b"\r" not in file.read_bytes()
    assert list(tmp_path.iterdir()) == [file]


def test_a_baseline_that_is_not_there_is_empty_and_blank_lines_are_none(tmp_path: Path) -> None:
    assert read_baseline(tmp_path / "none.jsonl") == []
    line = Entry("a.md", "r", "1").line()
    assert read_baseline(tmp_path / "none.jsonl", f"\n{line}\n  \n{line}\n") == [Entry("a.md", "r", "1")] * 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{}\n", "x.jsonl:1: the entry has no “path”"),
        ('\n{"path": "a", "rule": "b", "fp": 3}\n', "x.jsonl:2: the entry has no “fp”"),
        ("[1]", "x.jsonl:1: not a JSON object"),
        (
            '{"path": "a", "rule": "b", "fp": "c", "line": "3"}',
            "x.jsonl:1: unknown key “line”; an entry has path,",
        ),
        ("[" * 20_000, "x.jsonl:1: not a JSON object"),
        ("\n\n=======\n", "x.jsonl:3: a merge conflict"),
        (">>>>>>> theirs\n", "x.jsonl:1: a merge conflict"),
        ('{"path": "a", "rule": "b", "fp": "c", "since": "May"}', "x.jsonl:1: “May” is no date"),
    ],
)
def test_a_line_that_is_no_entry_is_named(text: str, says: str) -> None:
    with pytest.raises(BaselineError) as raised:
        read_baseline(Path("x.jsonl"), text)
    assert str(raised.value).startswith(says)


def test_a_baseline_that_is_no_text_is_named(tmp_path: Path) -> None:
    file = tmp_path / "known.jsonl"
    file.write_bytes(b"{}\n\xff\xfe\x00\n")
    with pytest.raises(BaselineError, match=r"known\.jsonl.*: cannot be read: "):
        read_baseline(file)
