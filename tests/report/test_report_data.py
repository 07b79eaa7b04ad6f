"""Reports for programs: the JSON contract and its way back, SARIF, GitLab, reviewdog."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import newsroom
from presslint.engine.run import ArticleResult, RuleInfo, Run
from presslint.model.finding import Edit, Finding, Fix, Severity
from presslint.model.source import Source, Span
from presslint.report import FORMATS, ReportOptions, render
from presslint.report.contract import RunRecord, json_schema
from presslint.report.linehash import LineHashes
from presslint.report.load import SavedRunError, load
from presslint.report.sarif import MOST_RESULTS

HERE = Path(__file__).parent
RUN = newsroom.newsroom(newsroom.hostile())
ALL = ReportOptions(show=Severity.SUGGESTION, show_suppressed=True, show_baselined=True)
ASTRAL = 'x = "éé\U00010400"; z\n'  # `z` is column 12 in code points, 13 in UTF-16, 17 in bytes


def schema(name: str) -> Any:
    return json.loads((HERE / "schemas" / name).read_text(encoding="utf-8"))


def one(text: str, span: Span, *, severity: Severity = Severity.ERROR, **more: Any) -> Run:
    finding = Finding("r", severity, "Message.", span, text[span.start : span.end], text, **more)
    return Run(
        (ArticleResult("a.md", Source(text, "a.md"), findings=(finding,)),), rules={"r": RuleInfo("r")}
    )


def spliced(text: str, edits: list[dict[str, Any]]) -> str:
    for edit in sorted(edits, key=lambda edit: -edit["start"]):
        text = text[: edit["start"]] + edit["text"] + text[edit["end"] :]
    return text


# -- json ------------------------------------------------------------------------------------------


def test_shipped_schema_is_the_contract() -> None:
    shipped = HERE.parents[1] / "presslint" / "report" / "schema" / "run-1.json"
    assert json.loads(shipped.read_text(encoding="utf-8")) == json_schema()
    jsonschema.Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("run", [RUN, Run(), newsroom.newsroom()], ids=["hostile", "empty", "plain"])
def test_json_keeps_its_contract(run: Run) -> None:
    report = json.loads(render("json", run))
    jsonschema.Draft202012Validator(json_schema()).validate(report)
    # nothing is written that the contract does not name
    assert RunRecord.model_validate(report).model_dump(mode="json", exclude_unset=True) == report


def test_json_says_where_and_what() -> None:
    report = json.loads(render("json", RUN))
    finding = next(found for found in report["findings"] if found["rule"] == "doubled-word")
    assert finding["start"] == {"line": 14, "column": 28, "offset": newsroom.COUNCIL.index("the the")}
    assert finding["end"] == {"line": 14, "column": 35, "offset": newsroom.COUNCIL.index("the the") + 7}
    assert (finding["state"], finding["severity"], finding["text"]) == ("new", "error", "the the")
    assert finding["path"] == report["articles"][finding["article"]]["path"] == "content/2026/council.md"
    fixed = spliced(newsroom.COUNCIL, finding["fix"]["edits"])
    assert "said the mayor" in fixed
    assert report["suppressed"][0]["reason"] == "the desk agreed"
    assert report["skipped"][0] == {
        "rule": "missing-links",
        "reason": "plain cannot carry links",
        "articles": [0],
    }
    assert {found["state"] for found in report["findings"]} == {"new", "baselined"}


def test_json_lines_are_findings_and_problems() -> None:
    lines = [json.loads(line) for line in render("json-lines", RUN).splitlines()]
    kinds = [line.pop("type") for line in lines]
    assert kinds == ["finding"] * (RUN.counts.new + RUN.counts.baselined) + ["problem"]
    whole = json.loads(render("json", RUN))
    for line, finding in zip(lines, whole["findings"], strict=False):
        assert finding.items() <= line.items()


# -- and back --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("html", "sarif")])
def test_a_saved_run_renders_the_same(name: str) -> None:
    assert render(name, load(render("json", RUN)), ALL) == render(name, RUN, ALL)


def test_a_saved_run_leaves_line_hashes_to_the_uploader() -> None:
    def without_hashes(report: str) -> Any:
        log = json.loads(report)
        for result in log["runs"][0]["results"]:
            result["partialFingerprints"].pop("primaryLocationLineHash", None)
        return log

    saved = render("sarif", load(render("json", RUN)))
    assert "primaryLocationLineHash" not in saved
    assert without_hashes(saved) == without_hashes(render("sarif", RUN))


LINES = st.lists(st.text(alphabet="abé夜 .", max_size=30), min_size=1, max_size=12)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.data())
@settings(max_examples=150)
def test_any_place_survives_saving(lines: list[str], newline: str, data: st.DataObject) -> None:
    source = Source(newline.join(lines), "a.md", first_line=data.draw(st.integers(1, 3)))
    inside = {at + 1 for at in range(len(source.text)) if source.text.startswith("\r\n", at)}
    offsets = st.integers(0, len(source.text)).filter(lambda offset: offset not in inside)
    spans = [Span(*sorted(data.draw(st.tuples(offsets, offsets)))) for _ in range(3)]
    edits = Fix((Edit(spans[1], "x"),), "Do it")
    findings = tuple(
        Finding("r", Severity.ERROR, "M.", span, source.text[span.start : span.end], fixes=(edits,))
        for span in sorted(spans[:1] + spans[2:])
    )
    run = Run((ArticleResult("a.md", source, findings=findings),))
    back = load(render("json", run))
    assert back.articles[0].findings == findings
    for name in ("json", "concise", "full", "gitlab", "rdjson", "github"):
        assert render(name, back, ALL) == render(name, run, ALL)


def test_very_long_lines_are_saved_in_part() -> None:
    text = "word " * 4000 + "HIT" + " word" * 4000
    run = one(text, Span(20_000, 20_003))
    saved = render("json", run)
    assert len(saved) < len(text) * 2.2  # the context is whole, the line is not
    (excerpt,) = json.loads(saved)["articles"][0]["excerpts"]
    assert (excerpt["column"], excerpt["rest"]) == (20_000 - 240 + 1, len(text) - 20_003 - 240)
    assert render("full", load(saved)) == render("full", run)


def test_files_are_read_again_where_they_are_unchanged(tmp_path: Path) -> None:
    run = newsroom.newsroom()
    for result in run.articles:
        file = tmp_path / result.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(result.source.text, encoding="utf-8")
    saved = render("json", run)
    back = load(saved, root=tmp_path)
    assert [result.sketch for result in back.articles] == ["", "", ""]
    assert [result.article is not None for result in back.articles] == [True, True, False]  # nothing found
    assert render("sarif", back) == render("sarif", run)
    (tmp_path / run.articles[1].path).write_text("changed\n", encoding="utf-8")
    back = load(saved, root=tmp_path)
    assert [bool(result.sketch) for result in back.articles] == [False, True, False]
    assert "1 article has changed or gone since the run" in back.notices[-1]
    assert render("full", back) == render("full", run)


def test_no_file_outside_the_root_is_opened(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "secret.md").write_text("secret\n", encoding="utf-8")
    (tmp_path / "site" / "link.md").symlink_to(tmp_path / "secret.md")
    from presslint.report.records import digest

    for path in ("../secret.md", str(tmp_path / "secret.md"), "link.md"):
        found = (Finding("r", Severity.ERROR, "M.", Span(0, 1), "s"),)
        result = ArticleResult(path, Source("s", path), sketch=digest("secret\n"), findings=found)
        back = load(render("json", Run((result,))), root=tmp_path / "site")
        assert back.articles[0].article is None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "1: not JSON"),
        ('{\n"a" 1}', "2: not JSON from column 5 on"),
        ("[" * 100_000, " not JSON"),
        ("[]", " no saved run"),
        ('{"a": 1}', " no saved run"),
        ('{"schema_version": 2}', " a run of version 2; this presslint reads version 1"),
        ('{"schema_version": 1}', " no valid run: tool: is missing"),
    ],
)
def test_what_is_no_saved_run_is_refused_in_one_line(data: str, message: str) -> None:
    with pytest.raises(SavedRunError) as error:
        load(data, "run.json")
    assert str(error.value).startswith(f"run.json:{message}")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("findings", 99, "belongs to no article"),
        ("offset", 10**12, "contradict each other"),
        ("line", 10**12, "contradict each other"),
        ("rest", 10**12, "contradict each other"),
    ],
)
def test_forged_runs_cost_no_memory(key: str, value: int, message: str) -> None:
    report = json.loads(render("json", RUN))
    if key == "findings":
        report["findings"][0]["article"] = value
    else:
        report["articles"][0]["excerpts"][1][key] = value
    with pytest.raises(SavedRunError, match=message):
        load(json.dumps(report))


# -- sarif -----------------------------------------------------------------------------------------


def sarif(run: Run) -> Any:
    log = json.loads(render("sarif", run))
    jsonschema.Draft4Validator(schema("sarif-2.1.0.json")).validate(log)
    return log


@pytest.mark.parametrize("run", [RUN, Run(), newsroom.newsroom()], ids=["hostile", "empty", "plain"])
def test_sarif_is_what_code_scanning_takes(run: Run) -> None:
    """The schema, and what GitHub asks beyond it."""
    (log,) = sarif(run)["runs"]
    assert log["columnKind"] == "unicodeCodePoints"
    rules = log["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        for text in (rule["shortDescription"]["text"], rule["fullDescription"]["text"], rule["help"]["text"]):
            assert text.strip()
        assert len(rule["shortDescription"]["text"]) <= 1024
        assert len(rule["fullDescription"]["text"]) <= 1024
        assert len(rule["name"]) <= 255
        assert len(rule["properties"]["tags"]) <= 20
        assert "security-severity" not in rule["properties"]
    for result in log["results"]:
        assert result["message"]["text"].strip()
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (place,) = result["locations"]
        uri = place["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii()
        assert not uri.startswith(("/", "file:", "./"))
        assert ":" not in uri
        assert unquote(uri) in {found.path for found in run.articles}
        assert set(place["physicalLocation"]["region"]) == {
            "startLine",
            "startColumn",
            "endLine",
            "endColumn",
        }
        assert result["partialFingerprints"]["primaryLocationLineHash"]
    prints = [
        (result["ruleId"], result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
         result["partialFingerprints"]["primaryLocationLineHash"])
        for result in log["results"]
    ]  # fmt: skip
    assert len(set(prints)) == len(prints)
    assert log["invocations"][0]["executionSuccessful"] is not bool(run.problems)


def test_sarif_states_places_and_fixes() -> None:
    (log,) = sarif(newsroom.newsroom())["runs"]
    states = [result["baselineState"] for result in log["results"]]
    assert states.count("unchanged") == 1
    assert not any(result["ruleId"] == "one-spelling" and "nightbuses" in result["message"]["text"]
                   for result in log["results"])  # fmt: skip
    doubled = next(result for result in log["results"] if result["ruleId"] == "doubled-word")
    region = doubled["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 14, "startColumn": 28, "endLine": 14, "endColumn": 35}
    (replacement,) = doubled["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["deletedRegion"]["startColumn"] == 31
    assert "fixes" not in next(r for r in log["results"] if r["message"]["text"].startswith("“cafe”"))
    assert log["invocations"][0]["toolExecutionNotifications"][0]["descriptor"]["id"] == "unreadable"
    assert "baselineState" not in sarif(one(ASTRAL, Span(0, 1)))["runs"][0]["results"][0]


def test_sarif_limits() -> None:
    source = Source("word\n")
    many = [
        Finding("r", Severity.WARNING if number else Severity.ERROR, "M.", Span(0, 4), "word")
        for number in range(MOST_RESULTS, -1, -1)
    ]
    why = "because " * 500
    run = Run(
        (ArticleResult("a.md", source, findings=tuple(many)),),
        rules={"r": RuleInfo("r", why=why, summary="S.")},
    )
    (log,) = json.loads(render("sarif", run))["runs"]
    assert len(log["results"]) == MOST_RESULTS
    assert log["results"][0]["level"] == "error"  # the worst are kept
    (note,) = log["invocations"][0]["toolExecutionNotifications"]
    assert "1 more findings" in note["message"]["text"]
    assert len(log["tool"]["driver"]["rules"][0]["fullDescription"]["text"]) == 1024


def test_articles_of_one_file_have_fingerprints_of_their_own() -> None:
    """A CMS export is one line and many articles; its hashes are made once."""
    source = Source("word " * 50, "feed.json")
    results = tuple(
        ArticleResult(
            "feed.json",
            source,
            key=str(number),
            findings=(Finding("r", Severity.ERROR, "M.", Span(number * 5, number * 5 + 4), "word"),),
        )
        for number in range(50)
    )
    (log,) = sarif(Run(results))["runs"]
    prints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in log["results"]]
    assert len(set(prints)) == 50


# Texts and hashes of the upload action's own tests.
@pytest.mark.parametrize(
    ("text", "hashes"),
    [
        ("", ["c129715d7a2bc9a3:1"]),
        ("\n", ["3c5bef55b72b93c9:1", "c129715d7a2bc9a3:1"]),
        (
            " a\nb\n  \t\tc\n d",
            ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
        ),
        (
            "hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
            [
                "8b7cf3e952e7aeb2:1",
                "b1ae1287ec4718d9:1",
                "bff680108adb0fcc:1",
                "c6805c5e1288b612:1",
                "b86d3392aea1be30:1",
                "e6ceba753e1a442:1",
            ],
        ),
    ],
)  # fmt: skip
def test_line_hashes_are_githubs(text: str, hashes: list[str]) -> None:
    made = LineHashes(text)
    assert [made.line(number + 1) for number in range(len(hashes))] == hashes
    assert made.line(len(hashes) + 1) == ""


def rolling(text: str) -> list[str]:
    """The upload action's algorithm as it is published: one hash rolled over the whole file."""
    modulus, block, base = 1 << 64, 100, 37
    first = pow(base, block, modulus)
    window, begins = [0] * block, [False] * block
    seen: dict[int, int] = {}
    out: list[str] = []
    value = index = 0

    def push(unit: int, begin: bool) -> None:
        nonlocal value, index
        if begins[index]:  # the window holds the hundred units of the line that began here
            seen[value] = seen.get(value, 0) + 1
            out.append(f"{value:x}:{seen[value]}")
        old, window[index], begins[index] = window[index], unit, begin
        value = (base * value + unit - first * old) % modulus
        index = (index + 1) % block

    starts, after_return = True, False
    for unit in (*memoryview(text.encode("utf-16-le", "surrogatepass")).cast("H"), 0xFFFF):
        if unit in (32, 9) or (after_return and unit == 10):
            after_return = False
            continue
        after_return = unit == 13
        push(10 if after_return else unit, starts)
        starts = unit in (10, 13)
    for _ in range(block):
        push(0, False)
    return out


def test_line_hashes_equal_the_rolling_hash() -> None:
    dice = random.Random(7)
    for _ in range(300):
        text = "".join(dice.choice("ab \t\n\n\r\U00010400é\0") for _ in range(dice.randrange(0, 500)))
        expected = rolling(text)
        made = LineHashes(text)
        assert [made.line(number + 1) for number in range(len(expected))] == expected


# -- gitlab ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("run", [RUN, Run(), newsroom.newsroom()], ids=["hostile", "empty", "plain"])
def test_gitlab_entries_are_whole_and_unlike(run: Run) -> None:
    report = render("gitlab", run)
    assert not report.startswith("\ufeff")
    entries = json.loads(report)
    validator = jsonschema.Draft7Validator(schema("gitlab-code-quality-entry.json"))
    for entry in entries:
        validator.validate(entry)
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    assert len(entries) == run.counts.new + run.counts.baselined + run.counts.problems


def test_gitlab_fingerprints_do_not_move_with_lines() -> None:
    before = newsroom.council()
    text = before.source.text.replace("---\n\nThe", "---\n\n\n\n\nThe")
    moved = replace(
        before,
        source=Source(text, before.path),
        findings=tuple(
            replace(found, span=Span(found.span.start + 3, found.span.end + 3)) for found in before.findings
        ),
        baselined=(),
    )
    prints = [
        {entry["fingerprint"] for entry in json.loads(render("gitlab", Run((result,))))}
        for result in (replace(before, baselined=()), moved)
    ]
    assert prints[0] == prints[1]


# -- reviewdog -------------------------------------------------------------------------------------


def test_rdjson_and_rdjsonl_hold_valid_diagnostics() -> None:
    whole = json.loads(render("rdjson", RUN))
    lines = [json.loads(line) for line in render("rdjsonl", RUN).splitlines()]
    assert whole["diagnostics"] == lines
    assert (whole["source"]["name"], whole["severity"]) == ("presslint", "ERROR")
    validator = jsonschema.Draft7Validator(schema("rdf-diagnostic.json"))
    for line in lines:
        validator.validate(line)


def cut(text: str, place: dict[str, Any]) -> str:
    """What a range of bytes covers, as reviewdog reads it; of one line."""
    start, end = place["start"], place["end"]
    assert start["line"] == end["line"]
    line = text.split("\n")[start["line"] - 1].encode("utf-8")
    return line[start["column"] - 1 : end["column"] - 1].decode("utf-8")


def test_rdjson_columns_are_bytes() -> None:
    run = one(ASTRAL, Span(11, 12))
    (entry,) = json.loads(render("rdjson", run))["diagnostics"]
    assert entry["location"]["range"]["start"]["column"] == 17
    sources = {result.path: result.source.text for result in RUN.articles}
    found = [finding for result in RUN.articles for finding in result.findings]
    for entry, finding in zip(json.loads(render("rdjson", RUN))["diagnostics"], found, strict=False):
        text = sources[entry["location"]["path"]]
        assert cut(text, entry["location"]["range"]) == finding.text
        for related, see in zip(entry.get("related_locations", []), finding.see, strict=True):
            assert cut(text, related["location"]["range"]) == text[see.span.start : see.span.end]


def test_rdjson_suggestions_do_the_whole_fix() -> None:
    text = "“Yes,” he said, “no”.\n"
    edits = (Edit(Span(0, 1), '"'), Edit(Span(5, 6), '"'), Edit(Span(16, 17), '"'))
    run = one(text, Span(0, 6), fixes=(Fix(edits, "Straighten"), Fix(edits[:1], "By hand", "display")))
    (entry,) = json.loads(render("rdjson", run))["diagnostics"]
    (suggestion,) = entry["suggestions"]
    assert cut(text, suggestion["range"]) == "“Yes,” he said, “"
    assert suggestion["text"] == '"Yes," he said, "'


def test_offsets_count_a_byte_order_mark_and_are_the_same_after_loading() -> None:
    data = "\ufeff# Ferry\n\nThe the ferry\u00a0sails.\n".encode()
    source = Source.decode(data, "a.md")
    fix = Fix((Edit(Span(9, 13), ""),), "Delete one", "safe")
    finding = Finding("r", Severity.ERROR, "Message.", Span(9, 16), "The the", "The the", fixes=(fix,))
    run = Run((ArticleResult("a.md", source, findings=(finding,)),), rules={"r": RuleInfo("r")})
    saved = json.loads(render("json", run))
    (record,) = saved["findings"]
    assert data.decode()[record["start"]["offset"] : record["end"]["offset"]] == "The the"
    assert spliced(data.decode(), record["fix"]["edits"]) == "\ufeff# Ferry\n\nthe ferry\u00a0sails.\n"
    assert (record["start"]["line"], record["start"]["column"]) == (3, 1)
    assert saved["articles"][0]["bom"] is True
    assert json.loads(render("json", load(json.dumps(saved))))["findings"] == saved["findings"]
