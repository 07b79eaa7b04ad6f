"""The door for programs: check_text, check_file, apply_fixes, apply_edits, suppress, Config.from_mapping."""

from __future__ import annotations

import json
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest

import presslint
from presslint import Config, PresslintError, apply_edits, apply_fixes, check_file, check_text, suppress
from presslint.engine.library import EditRecord, FindingRecord, Result

HEAD = "---\ntitle: The mayor spoke at length\ndate: 2026-05-04\nauthor: Ana Ruiz\n---\n\n"
STORY = HEAD + "The the mayor spoke to them all.\n"
THREADS = """
import sys
from concurrent.futures import ThreadPoolExecutor
from presslint import Config, check_text
sys.setswitchinterval(1e-6)
story = "---\\ntitle: The mayor spoke at length\\n---\\n\\nThe the mayor{} spoke to them all.\\n"
texts = [story.format(number) for number in range(8)] * 6
def found(config):
    return lambda text: check_text(text, path="story.md", config=config)
with ThreadPoolExecutor(8) as pool:
    together = list(pool.map(found(Config.from_mapping({})), texts))
alone = list(map(found(Config.from_mapping({})), texts))
print("equal" if together == alone else "differ", len(texts))
"""
ROOT = Path(__file__).parents[2]
DEFAULTS = Config.from_mapping({})
EXAMPLES = ROOT / "examples"


def named(result: Result, rule: str) -> FindingRecord:
    return next(each for each in result.findings if each.rule == rule)


def words(text: str, finding: FindingRecord) -> str:
    return text[finding.start.offset : finding.end.offset]


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        STORY.replace("\n", "\r\n"),
        "\ufeff" + STORY,
        STORY.replace("at length", "at length 😀"),
        HEAD + "😀 The the mayor spoke to them all.\n",
    ],
)
def test_offsets_are_code_points_of_the_text_that_was_handed_over(text: str) -> None:
    found = named(check_text(text, path="story.md", config=DEFAULTS), "repeated-word")
    assert words(text, found) == found.text == "The the"
    lines = re.split(r"\r\n|\n", text.removeprefix("\ufeff"))
    assert lines[found.start.line - 1][found.start.column - 1 :].startswith("The the")
    assert apply_edits(text, found.fixes[0].edits) == text.replace("The the", "The")


def test_records_of_a_file_of_many_articles_count_from_its_beginning() -> None:
    text = '{"title": "One", "body": "He spoke."}\n{"title": "Two 😀", "body": "The the mayor spoke."}\n'
    result = check_text(text, path="a.jsonl", config=DEFAULTS)
    found = named(result, "repeated-word")
    assert (words(text, found), found.start.line) == ("The the", 2)
    assert [each.headline for each in result.articles] == ["One", "Two 😀"]
    assert found.article == result.articles[1].key != result.articles[0].key


def test_a_text_is_read_as_it_is_whatever_encoding_the_files_of_the_config_have() -> None:
    config = Config.from_mapping({"encoding": "latin-1"})
    text = HEAD + "Ça va, the the café.\n"
    assert words(text, named(check_text(text, path="a.md", config=config), "repeated-word")) == "the the"
    assert not any(
        each.rule == "encoding-damage" for each in check_text(text, path="a.md", config=config).findings
    )


def test_a_file_is_read_as_the_config_says(tmp_path: Path) -> None:
    config = Config.from_mapping({"encoding": "latin-1"})
    file = tmp_path / "a.md"
    file.write_bytes((HEAD + "Ça va, the the café.\n").encode("latin-1"))
    result = check_file(file, config=config)
    assert "café" in result.text
    assert words(result.text, named(result, "repeated-word")) == "the the"
    assert result.is_plain


def test_files_give_what_the_command_gives() -> None:
    """Every example story: the same rules at the same places as the engine's own run."""
    files = [path for path in sorted(EXAMPLES.rglob("*")) if path.is_file() and path.suffix != ".yaml"]
    run = presslint.check(files, isolated=True)
    ours = {
        (result.path, each.article, each.rule, each.message, each.fingerprint, each.start.line)
        for path in files
        for result in [check_file(path, config=DEFAULTS)]
        for each in result.findings
    }
    theirs = {
        (each.path, each.key, finding.rule, finding.message, finding.fingerprint, each.start(finding).line)
        for each in run.articles
        for finding in each.findings
    }
    site = {row for row in theirs if row[2] in {rule.name for rule in DEFAULTS.plan("a.md").site_rules}}
    assert len(ours) > 100
    assert ours == theirs - site


def test_what_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    gone = check_file(tmp_path / "gone.md", config=DEFAULTS)
    assert [problem.kind for problem in gone.problems] == ["unreadable"]
    (tmp_path / "big.md").write_text("word " * 100)
    small = Config.from_mapping({"max-file-size": 50})
    assert [each.kind for each in check_file(tmp_path / "big.md", config=small).problems] == ["too-large"]
    half = check_text("half a pair \ud800", path="a.md", config=DEFAULTS)
    assert [problem.kind for problem in half.problems] == ["unreadable"]
    assert check_text("x", path="a.nothing", config=DEFAULTS).problems[0].message.startswith("no reader for")


def test_records_are_frozen_picklable_and_ready_for_json() -> None:
    result = check_text(STORY, path="story.md", config=DEFAULTS)
    assert pickle.loads(pickle.dumps(result)) == result
    found = named(result, "repeated-word")
    with pytest.raises(AttributeError):
        found.rule = "other"  # type: ignore[misc]
    record = json.loads(json.dumps(found.as_dict()))
    assert record["start"] == {"line": 7, "column": 1, "offset": found.start.offset}
    assert record["fixes"][0]["applicability"] == "safe"


def test_one_config_serves_many_threads() -> None:
    """In a process of its own, where no rule has been read yet, and where threads change as often as can be."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", THREADS], capture_output=True, text=True, encoding="utf-8", cwd=ROOT
    )
    assert (done.stdout, done.stderr) == ("equal 48\n", "")


def test_rules_that_are_not_asked_in_time_are_told() -> None:
    result = check_text(STORY, path="story.md", config=DEFAULTS, deadline=0)
    assert [problem.kind for problem in result.problems] == ["timeout"]
    assert "not judged in time by the rule “" in result.problems[0].message
    assert result.findings == ()


def test_each_article_has_the_whole_time_and_stop_ends_it() -> None:
    calls = iter([False] * 3 + [True] * 1000)
    result = check_text(STORY, path="story.md", config=DEFAULTS, stop=lambda: next(calls))
    assert [problem.kind for problem in result.problems] == ["timeout"]
    assert len(result.articles) == 1
    plenty = check_text(STORY, path="story.md", config=DEFAULTS, deadline=float("inf"))
    assert plenty.problems == ()


# -- config ------------------------------------------------------------------------------------------------------


def test_a_config_is_made_from_a_mapping(tmp_path: Path) -> None:
    config = Config.from_mapping(
        {"select": ["repeated-word"], "extends": ["presslint:strict"]}, folder=tmp_path
    )
    assert [each.rule for each in check_text(STORY, path="a.md", config=config).findings] == ["repeated-word"]
    with pytest.raises(presslint.PresslintError, match="config: unknown key “selct”; did you mean “select”"):
        Config.from_mapping({"selct": []})
    with pytest.raises(presslint.PresslintError, match="no rule or chapter “repeated-wrod”"):
        check_text(STORY, config=Config.from_mapping({"select": ["repeated-wrod"]}))


def test_the_nearest_config_is_found_where_none_is_given(tmp_path: Path) -> None:
    (tmp_path / "presslint.yaml").write_text("select: [missing-date]\n")
    assert check_text(STORY, path=tmp_path / "deep" / "a.md").findings == ()
    (tmp_path / "a.md").write_text(STORY)
    assert check_file(tmp_path / "a.md").findings == ()
    assert apply_fixes(STORY, path=tmp_path / "a.md").text == STORY


# -- mending -----------------------------------------------------------------------------------------------------


def test_safe_fixes_are_applied_and_told() -> None:
    for lead in ("", "\ufeff"):
        mended = apply_fixes(lead + STORY, path="story.md", config=DEFAULTS)
        assert mended.text == lead + STORY.replace("The the", "The")
        assert [each.rule for each in mended.fixed] == ["repeated-word"]


def test_only_the_findings_that_are_named_are_mended() -> None:
    text = HEAD + "The the mayor spoke.\n\nShe saw the the pier.\n"
    found = [e for e in check_text(text, path="a.md", config=DEFAULTS).findings if e.rule == "repeated-word"]
    mended = apply_fixes(text, path="a.md", config=DEFAULTS, fingerprints=[found[1].fingerprint])
    assert mended.text == text.replace("the the", "the")
    assert apply_fixes(text, path="a.md", config=DEFAULTS, fingerprints=[]).text == text


@pytest.mark.parametrize("edits", [[(0, 3, "a"), (2, 4, "b")], [(3, 99, "")], [(3, 2, "")]])
def test_edits_that_cannot_be_applied_are_refused(edits: list[tuple[int, int, str]]) -> None:
    with pytest.raises(PresslintError, match="overlap or leave the text"):
        apply_edits("a text", [EditRecord(*each) for each in edits])


# -- silencing ---------------------------------------------------------------------------------------------------

PAGE = (
    "<html><head><title>The mayor spoke</title></head><body><article><h1>The mayor spoke at length</h1>\n"
    "<p>He went home.</p><p>The the mayor spoke to them all.</p></article></body></html>"
)
NITF = (
    "<nitf><body><body.head><hedline><hl1>T</hl1></hedline></body.head><body.content>"
    "<p>The the mayor.</p></body.content></body></nitf>"
)


@pytest.mark.parametrize(
    ("name", "text", "written"),
    [
        ("a.md", STORY, 'presslint:\n  ignore:\n    repeated-word: "it may stand"\n'),
        ("a.md", "# T\n\nThe the mayor.\n", "<!-- presslint: ignore[repeated-word] it may stand -->\n\n"),
        ("a.md", "# T\r\n\r\nThe the.\r\n", "<!-- presslint: ignore[repeated-word] it may stand -->\r\n\r\n"),
        ("a.mdx", "# T\n\nThe the mayor.\n", "{/* presslint: ignore[repeated-word] it may stand */}\n\n"),
        ("a.rst", "Tea\n===\n\nThe the mayor.\n", ".. presslint: ignore[repeated-word] it may stand\n\n"),
        ("a.adoc", "= Tea\n\nThe the mayor.\n", "// presslint: ignore[repeated-word] it may stand\n"),
        ("a.html", PAGE, "<!-- presslint: ignore[repeated-word] it may stand -->"),
        ("a.xml", NITF, "<!-- presslint: ignore[repeated-word] it may stand -->\n"),
        (
            "a.json",
            '{"title": "Tea", "body": "The the mayor."}',
            '"presslint": {"ignore": {"repeated-word": "it may stand"}}, ',
        ),
    ],
)
def test_a_finding_is_silenced_and_no_other(name: str, text: str, written: str) -> None:
    before = check_text(text, path=name, config=DEFAULTS)
    finding = named(before, "repeated-word")
    edit = suppress(text, finding, "it  may\nstand", path=name, config=DEFAULTS)
    assert edit is not None
    assert edit.text == written
    after = check_text(apply_edits(text, [edit]), path=name, config=DEFAULTS)
    assert [(each.finding.rule, each.reason) for each in after.suppressed] == [
        ("repeated-word", "it may stand")
    ]
    assert [e.rule for e in after.findings] == [e.rule for e in before.findings if e != finding]


def test_a_missing_byline_is_silenced_by_the_key_that_names_the_rule() -> None:
    """The name of the rule has the word byline in it; it was once taken for a field that credits somebody."""
    text = STORY.replace("author: Ana Ruiz\n", "")
    finding = named(check_text(text, path="a.md", config=DEFAULTS), "missing-byline")
    edit = suppress(text, finding, "the desk signs this column", path="a.md", config=DEFAULTS)
    assert edit is not None
    after = check_text(apply_edits(text, [edit]), path="a.md", config=DEFAULTS)
    assert [each.finding.rule for each in after.suppressed] == ["missing-byline"]


def test_a_format_without_a_place_for_it_says_so() -> None:
    text = "The mayor spoke\n\nThe the mayor.\n"
    finding = named(check_text(text, path="a.txt", config=DEFAULTS), "repeated-word")
    assert suppress(text, finding, "it may stand", path="a.txt", config=DEFAULTS) is None


def test_a_reason_is_asked_for() -> None:
    config = Config.from_mapping({"rules": {"suppression-without-reason": {"least": 3}}})
    finding = named(check_text(STORY, path="a.md", config=config), "repeated-word")
    with pytest.raises(PresslintError, match="give a reason"):
        suppress(STORY, finding, " ", path="a.md", config=config)
    with pytest.raises(PresslintError, match="gives no reason"):
        suppress(STORY, finding, "short", path="a.md", config=config)
    assert suppress(STORY, finding, "long enough now", path="a.md", config=config) is not None


def test_every_example_on_the_page_of_the_library_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", page, re.S)
    assert len(blocks) >= 4
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.md").write_text(STORY)
    (tmp_path / "presslint.yaml").write_text("fail-on: error\n")
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "docs/library.md", "exec"), names)
    for name in ("check_text", "check_file", "apply_fixes", "apply_edits", "suppress", "Config"):
        assert f"`{name}" in page
