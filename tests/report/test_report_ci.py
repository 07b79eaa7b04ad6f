"""Reports for CI systems, read by ports of what those systems do with them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

import newsroom
from presslint.engine.run import ArticleResult, RuleInfo, Run
from presslint.model.finding import Finding, Severity
from presslint.model.problem import FileProblem
from presslint.model.source import Source, Span
from presslint.report import ReportOptions, azure, gfm, github, github_summary, render
from presslint.report.screen import harmless, one_line

HERE = Path(__file__).parent
RUN = newsroom.newsroom(newsroom.hostile())
ALL = ReportOptions(show=Severity.SUGGESTION)


def nagged(*counts: tuple[str, int, Severity]) -> Run:
    """Articles with so many findings of a severity."""
    return Run(
        tuple(
            ArticleResult(
                path,
                Source("word " * count, path),
                findings=tuple(
                    Finding("nag", severity, f"{path} {number}.", Span(number * 5, number * 5 + 4), "word")
                    for number in range(count)
                ),
            )
            for path, count, severity in counts
        )
    )


# -- github ----------------------------------------------------------------------------------------


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def unescape(text: str, table: tuple[tuple[str, str], ...]) -> str:
    for code, char in table:
        text = text.replace(code, char)
    return text


PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))
DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))


def run_line(line: str) -> Command | None:
    """A line of a log as GitHub's runner takes it: what it would execute, or None."""
    stripped = line.lstrip()
    if not stripped.startswith("::"):
        assert "##[" not in line
        return None
    head, _, data = stripped[2:].partition("::")
    name, _, listed = head.partition(" ")
    properties = {}
    for pair in listed.strip().split(","):
        key, _, value = pair.partition("=")
        if key and value:
            properties[key] = unescape(value, PROPERTY)
    return Command(name, properties, unescape(data, DATA))


def commands(report: str) -> list[Command]:
    found = [run_line(line) for line in report.rstrip("\n").split("\n")]
    assert None not in found
    return [command for command in found if command is not None]


@given(st.text(), st.text())
def test_github_escapes_anything(path: str, message: str) -> None:
    line = f"::error file={github.value('x' + path)},title=t::{github.data(message)}\n"
    (command,) = commands(line)
    assert command == Command("error", {"file": "x" + harmless(path), "title": "t"}, harmless(message))


def test_github_annotations() -> None:
    found = commands(render("github", RUN, ALL))
    assert {command.name for command in found} == {"error", "warning", "notice"}
    hostile = [command for command in found if command.properties["file"] == newsroom.HOSTILE_PATH]
    assert len(hostile) == 3
    first = found[0]  # a file that cannot be read comes before everything
    assert first.properties == {
        "file": "content/2026/scan.md",
        "line": "3",
        "col": "14",
        "title": "presslint unreadable",
    }
    doubled = next(command for command in found if command.data.startswith("“the” stands twice"))
    assert doubled.properties == {
        "file": "content/2026/council.md",
        "line": "14",
        "endLine": "14",
        "col": "28",
        "endColumn": "35",
        "title": "presslint doubled-word",
    }
    assert doubled.data.endswith("\nfix: Delete the second “the”")
    assert not [command for command in commands(render("github", RUN)) if command.name == "notice"]


def test_github_drops_columns_where_the_lines_differ() -> None:
    source = Source("one\ntwo\n", "a.md")
    finding = Finding("r", Severity.ERROR, "M.", Span(1, 6), "ne\ntw")
    (command,) = commands(render("github", Run((ArticleResult("a.md", source, findings=(finding,)),))))
    assert command.properties == {"file": "a.md", "line": "1", "endLine": "2", "title": "presslint r"}


def test_github_shows_ten_of_a_level_and_counts_the_rest() -> None:
    run = nagged(("a.md", 30, Severity.ERROR), ("b.md", 2, Severity.ERROR), ("c.md", 10, Severity.WARNING))
    found = commands(render("github", run))
    errors = [command for command in found if command.name == "error"]
    assert [command.properties.get("file", "") for command in errors[:4]] == ["a.md", "b.md", "a.md", "b.md"]
    assert len(errors) == 10
    assert errors[-1].data == "23 more errors: see the job summary or the log."
    assert len([command for command in found if command.name == "warning"]) == 10


def test_github_messages_fit_the_runner() -> None:
    finding = Finding("r", Severity.ERROR, "long " * 2000, Span(0, 1))
    (command,) = commands(render("github", Run((ArticleResult("a.md", Source("x"), findings=(finding,)),))))
    assert len(command.data) <= 4096


# -- job summary and markdown ----------------------------------------------------------------------

OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH
UNSAFE = re.compile(
    r"<(?!/?(?:p|b|br|strong|ul|li|ol|blockquote|h\d|table|t[hdr]|thead|tbody|code|details|summary|a)\b)"
)


def as_html(text: str) -> str:
    return pyromark.html(text, options=OPTIONS)


@given(st.text(max_size=120))
def test_markdown_text_means_nothing_to_markdown(words: str) -> None:
    """Read by a Markdown parser, escaped words come out as the same words and nothing else."""
    words = harmless(one_line(words)).encode("utf-8", "replace").decode()
    html = as_html(f"x {gfm.text(words)} x\n")
    root = etree.fromstring(html.encode("utf-8"), etree.HTMLParser(encoding="utf-8"))
    assert {element.tag for element in root.iter()} == {"html", "body", "p"}
    assert one_line("".join(root.itertext()).replace("\u200b", "")) == one_line(
        f"x {words} x".replace("\u200b", "")
    )


@given(st.text(alphabet="a`b |<&\\*", max_size=30))
def test_markdown_code_holds_anything(words: str) -> None:
    html = as_html(f"x {gfm.code(words)} x\n")
    root = etree.fromstring(html.encode("utf-8"), etree.HTMLParser(encoding="utf-8"))
    expected = harmless(one_line(words)).replace("|", "¦")
    assert one_line("".join(root.itertext())) == one_line(f"x {expected} x")


@pytest.mark.parametrize(
    "words", ["@team", "a@team", "#12", "x/y#12", "https://x.example", "www.x.example", ":tada:"]
)
def test_markdown_text_names_nobody_and_links_nowhere(words: str) -> None:
    escaped = gfm.text(words)
    assert words not in escaped
    assert not re.search(r"[@#]\w", escaped.replace("&#", ""))


@pytest.mark.parametrize("name", ["markdown", "github-summary"])
def test_markdown_reports_hold_no_foreign_markup(name: str) -> None:
    html = as_html(render(name, RUN, ALL))
    assert not UNSAFE.search(html)
    assert "javascript:" not in re.sub(r">[^<]*<", "><", html)
    for link in re.findall(r'href="([^"]*)"', html):
        assert link.startswith("https://presslint.example/rules/")
    if name == "github-summary":
        for row in re.findall(r"<tr>.*?</tr>", html, re.DOTALL):
            assert row.count("<td>") + row.count("<th>") + row.count("<td style") + row.count(
                "<th style"
            ) in (3, 5)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "https://x.example/a b", "https://x.example/>", "//x", "https://x.example/\n"],
)
def test_markdown_links_only_to_web_addresses(url: str) -> None:
    assert gfm.link("rule", url) == "rule"


def test_summary_is_worst_first() -> None:
    report = render("github-summary", RUN, ALL)
    assert report.index("### ✖ 3 errors") < report.index("### ▲ 6 warnings") < report.index("● 2 suggestions")
    rows = re.findall(r"^\| [✖▲✔] ([a-z ]+) \|", report, re.MULTILINE)
    assert rows == ["fix first", "fix first", "ask first"]
    assert "✔ 1 article without new findings." in report


def test_summary_keeps_its_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(github_summary, "BUDGET", 20_000)
    run = nagged(*((f"é{number}.md", 5, Severity.ERROR) for number in range(300)))
    report = render("github-summary", run)
    assert len(report.encode("utf-8")) <= 20_000
    said = re.search(r"\n([\d,]+) more rows left out here", report)
    assert said is not None
    listed = len(re.findall(r"^\| `é", report, re.MULTILINE))
    assert listed + int(said[1].replace(",", "")) == 1500
    real = nagged(*((f"{'x' * 200}{number}.md", 5, Severity.ERROR) for number in range(1500)))
    monkeypatch.undo()
    assert len(render("github-summary", real).encode("utf-8")) <= 900_000


# -- azure -----------------------------------------------------------------------------------------


def azure_line(line: str) -> Command | None:
    """A line as the Azure agent takes it."""
    found = re.match(r"##vso\[([a-z.]+) ?([^\]]*)\](.*)", line, re.DOTALL)
    if found is None:
        assert "##vso[" not in line
        assert not line.startswith("##[")
        return None
    table = (("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%AZP25", "%"))
    pairs = [pair.partition("=") for pair in found[2].split(";") if pair]
    return Command(
        found[1], {key: unescape(value, table) for key, _, value in pairs}, unescape(found[3], table)
    )


def test_azure_commands() -> None:
    run = replace(RUN, root="/build/site/")
    found = [azure_line(line) for line in render("azure", run, ALL).splitlines()]
    issues = [command for command in found if command is not None]
    assert {command.name for command in issues} == {"task.logissue"}
    assert {command.properties["type"] for command in issues} == {"error", "warning"}
    assert len(issues) == RUN.counts.errors + RUN.counts.warnings + RUN.counts.problems
    assert found.count(None) == RUN.counts.suggestions
    hostile = [
        command for command in issues if command.properties["sourcepath"].startswith("/build/site/a,b:c%\n")
    ]
    assert [command.properties["sourcepath"] for command in hostile] == [
        "/build/site/" + newsroom.HOSTILE_PATH
    ] * 2
    assert issues[0].properties["linenumber"] == "10"
    assert "sourcepath=content/" in render("azure", RUN)


@given(st.text())
def test_azure_escapes_anything(text: str) -> None:
    line = f"##vso[task.logissue type=error;code={azure.value('x' + text)};]{azure.data(text)}"
    command = azure_line(line)
    assert command is not None
    # the agent reads %0A and its like out of a text that holds them literally, as %AZP25 comes last
    assert command.properties["code"] == "x" + harmless(text)
    assert command.data == harmless(text)


# -- xml -------------------------------------------------------------------------------------------


def xml(name: str, run: Run) -> etree._Element:
    root = etree.fromstring(render(name, run, ALL).encode("utf-8"))
    etree.XMLSchema(etree.parse(HERE / "schemas" / f"{name}.xsd")).assertValid(root)
    return root


@pytest.mark.parametrize("run", [RUN, Run(), newsroom.newsroom()], ids=["hostile", "empty", "plain"])
def test_junit(run: Run) -> None:
    root = xml("junit", run)
    cases = root.findall("testsuite/testcase")
    names = [(case.get("classname"), case.get("name")) for case in cases]
    assert len(set(names)) == len(names)  # GitLab drops the second of equals
    assert int(root.get("tests")) == len(cases)
    assert (
        int(root.get("failures"))
        == len(root.findall(".//failure"))
        == run.counts.errors + run.counts.warnings
    )
    assert int(root.get("errors")) == len(root.findall(".//error")) == run.counts.problems
    assert len(root.findall(".//system-out")) == run.counts.suggestions
    for suite in root.findall("testsuite"):
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
        assert int(suite.get("failures")) == len(suite.findall(".//failure"))


def test_junit_tells_equal_findings_and_articles_of_one_file_apart() -> None:
    source = Source("word\n", "feed.jsonl")
    finding = Finding("r", Severity.ERROR, "M.", Span(0, 4), "word")
    results = tuple(
        ArticleResult("feed.jsonl", source, key, findings=(finding, finding)) for key in ("a", "b")
    )
    clean = ArticleResult("feed.jsonl", source, "c")
    root = xml("junit", Run((results[0], ArticleResult("other.md", source), results[1], clean)))
    names = [case.get("name") for case in root.findall("testsuite[1]/testcase")]
    assert names == ["r (1:1, a)", "r (1:1, a) #2", "r (1:1, b)", "r (1:1, b) #2", "presslint (c)"]


def test_a_suite_per_file_that_passes_or_fails() -> None:
    root = xml("junit", newsroom.newsroom())
    library = root.find("testsuite[@name='content/2026/library.md']")
    assert [case.get("name") for case in library] == ["presslint"]
    scan = root.find("testsuite[@name='content/2026/scan.md']/testcase/error")
    assert scan.get("message") == "not valid UTF-8 (byte 0xE9); save it as UTF-8"


@pytest.mark.parametrize("run", [RUN, Run(), newsroom.newsroom()], ids=["hostile", "empty", "plain"])
def test_checkstyle(run: Run) -> None:
    root = xml("checkstyle", run)
    assert len(root.findall("file/error")) == run.counts.new + run.counts.problems
    if run is RUN:
        file = root.find("file[4]")
        assert file.get("name") == newsroom.HOSTILE_PATH
        assert file[1].get("message").startswith("“\u202egnp.exe\u202c” is not “exe.png”;\ufffd write it.")


@given(st.text())
def test_xml_carries_any_text(text: str) -> None:
    finding = Finding("r", Severity.ERROR, text, Span(0, 1))
    run = Run(
        (ArticleResult("a" + text, Source("x"), findings=(finding,)),),
        (FileProblem("p" + text, text),),
        rules={"r": RuleInfo("r")},
    )
    for name in ("junit", "checkstyle"):
        xml(name, run)
