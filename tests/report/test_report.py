"""What every output format owes its reader: the same bytes twice, and no way out for hostile text."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from msgspec.structs import replace

import newsroom
from presslint.engine.run import ArticleResult, RuleInfo, Run, Verdict
from presslint.model.finding import Finding, Severity
from presslint.model.source import Source, Span
from presslint.report import (
    ARTICLE_FORMATS,
    FORMATS,
    TEXT_FORMATS,
    ReportOptions,
    UnknownFormat,
    chunks,
    render,
)

ALL = ReportOptions(show=Severity.SUGGESTION, show_suppressed=True, show_baselined=True)
HOSTILE = newsroom.newsroom(newsroom.hostile())


@pytest.mark.parametrize("name", FORMATS)
def test_same_run_same_bytes(name: str) -> None:
    first = render(name, HOSTILE, ALL)
    second = render(name, pickle.loads(pickle.dumps(HOSTILE)), ALL)
    assert first == second
    assert first == "".join(chunks(name, HOSTILE, ALL))
    assert first.endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
def test_every_new_error_is_in_every_report(name: str) -> None:
    report = render(name, HOSTILE, ALL)
    for rule in ("dangling-list-lead-in", "doubled-word"):
        assert rule in report


@pytest.mark.parametrize("name", FORMATS)
def test_no_control_or_bidi_character_reaches_the_reader(name: str) -> None:
    report = render(name, HOSTILE, ALL)
    allowed = {"\n", "\u200b"}  # the zero-width space breaks mentions in Markdown
    bad = {
        char
        for char in report
        if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp", "Cs") and char not in allowed
    }
    if name in ("junit", "checkstyle"):  # XML carries bidi characters as data; controls it cannot carry
        bad = {char for char in bad if unicodedata.category(char) != "Cf"}
    assert not bad


@pytest.mark.parametrize("name", FORMATS)
def test_empty_run(name: str) -> None:
    report = render(name, Run(tool_version="1"), ALL)
    assert "error" not in report.replace('"errors"', "").replace("errors=", "") or name in ("html", "sarif")


@pytest.mark.parametrize("name", FORMATS)
def test_lone_surrogates_and_odd_places_can_be_written(name: str) -> None:
    """A CMS export can hold half a character; a finding can stand on nothing, at the end, on all lines."""
    text = "---\ntitle: T\n---\n\none \ud800 two\r\nthree\rfour"
    source = Source(text, "half\udc80.md")
    spots = [Span(0, 0), Span(len(text), len(text)), Span(0, len(text)), Span(21, 22), Span(17, 30)]
    findings = tuple(
        Finding("odd", Severity.ERROR, f"Odd \ud800 {number}.", span, source.text[span.start : span.end])
        for number, span in enumerate(spots)
    )
    result = ArticleResult("half\udc80.md", source, headline="\udfff", findings=findings)
    render(name, Run((result,), rules={"odd": RuleInfo("odd")}), ALL).encode("utf-8")


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"github", "azure"}))  # those are commands
def test_logs_cannot_be_commanded(name: str) -> None:
    """Neither `##[…]` anywhere nor `::…` at the start of a line comes out of an article or a path."""
    hostile = newsroom.hostile()
    run = Run((hostile, replace(hostile, path="::error::p.md"), replace(hostile, path="##[group]x/y.md")))
    for width in (40, 60, 100):
        report = render(name, run, replace(ALL, width=width))
        assert "##[" not in report
        assert "##vso[" not in report
        assert not [line for line in report.splitlines() if line.lstrip().startswith("::")]


def test_unknown_format_names_the_nearest() -> None:
    with pytest.raises(UnknownFormat, match="did you mean “sarif”"):
        render("serif", Run())


def test_formats_are_loaded_when_asked_for() -> None:
    """The door of reports costs no JSON, no pydantic and no format."""
    code = (
        "import sys, presslint.report, presslint.engine.run\n"
        "print([m for m in sys.modules if m in ('json', 'pydantic', 'rich', 'click')"
        " or m.startswith('presslint.report.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert set(FORMATS) >= ARTICLE_FORMATS | TEXT_FORMATS


@pytest.mark.parametrize(
    ("severities", "verdict"),
    [
        ([], Verdict.PUBLISH),
        ([Severity.SUGGESTION], Verdict.PUBLISH),
        ([Severity.SUGGESTION, Severity.WARNING], Verdict.ASK),
        ([Severity.WARNING, Severity.ERROR], Verdict.FIX),
    ],
)
def test_verdict(severities: list[Severity], verdict: Verdict) -> None:
    findings = tuple(Finding("r", severity, "M.", Span(0, 1)) for severity in severities)
    result = ArticleResult("a.md", Source("text"), findings=findings)
    assert result.verdict is verdict
    assert Run((result,)).verdict is verdict
    assert replace(result, findings=(), baselined=findings).verdict is Verdict.PUBLISH


def test_counts() -> None:
    counts = newsroom.newsroom().counts
    assert (counts.errors, counts.warnings, counts.suggestions) == (2, 5, 1)
    assert (counts.new, counts.baselined, counts.suppressed, counts.problems) == (8, 1, 1, 1)
    assert (counts.files, counts.articles, counts.flagged) == (4, 3, 2)
    assert (counts.fixable, counts.fixable_unsafe) == (1, 1)


def test_result_of_an_article_reads_its_fields() -> None:
    result = newsroom.council()
    assert result.title == "Council cuts night buses to save €2 million"
    assert (result.byline, result.section, result.published) == ("Ana Ruiz", "Metro", "2026-03-02")
    assert result.published_on is not None
    assert replace(result, published="last week").published_on is None
    assert replace(result, headline=" ").title == "council.md"


DOCS = Path(__file__).parents[2] / "docs" / "output.md"
EXAMPLE = re.compile(r"<!-- ([a-z-]+) -->\n```\w+\n(.*?)```", re.DOTALL)


def test_the_docs_show_what_the_tool_writes() -> None:
    """Every example is a stretch of the real report, “…” standing for what is left out."""
    run = replace(newsroom.newsroom(), articles=(newsroom.council(),), problems=(), notices=(), failures=())
    examples = dict(EXAMPLE.findall(DOCS.read_text(encoding="utf-8")))
    assert set(FORMATS) - set(examples) == {"html", "rdjson"}
    for name, example in examples.items():
        report = render(name, run)
        for stretch in example.split("…\n"):
            assert stretch.rstrip(",\n") in report, name
