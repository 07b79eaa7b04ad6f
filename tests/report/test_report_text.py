"""Reports for a terminal: excerpts that are aligned, cut and safe; folding; colour; links."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

import newsroom
from presslint.engine.run import ArticleResult, Fixed, RuleInfo, Run
from presslint.model.finding import Finding, Severity
from presslint.model.source import Source, Span
from presslint.report import ReportOptions, render
from presslint.report.excerpt import cut_lines, excerpt
from presslint.report.screen import clean, one_line, width, wrapped

PLAIN = ReportOptions()
EVERYTHING = ReportOptions(show=Severity.SUGGESTION)
ANSI = re.compile(r"\x1b\[[\d;]*m|\x1b\]8;;[^\x1b]*\x1b\\")


@pytest.mark.parametrize(
    ("text", "hit", "indent", "carets"),
    [
        ("plain words here", "words", 6, 5),
        ("市議会は夜間バス", "夜間", 8, 4),
        ("cafe\u0301 owner", "owner", 5, 5),  # the combining accent takes no cell
        ("a\tb", "b", 5, 1),
        ("a\u202eb", "b", 9, 1),  # shown as <U+202E>
        ("x\x1b[31my", "y", 6, 1),  # the escape is one picture
        ("see ##[group] x", "x", 15, 1),
        ("end", "", 0, 1),
    ],
)
def test_caret_stands_under_the_words(text: str, hit: str, indent: int, carets: int) -> None:
    at = text.index(hit)
    (line,) = cut_lines(Source(text), Span(at, at + len(hit)), PLAIN, 80)
    assert (line.indent, line.carets) == (indent, carets)


WORDS = st.text(alphabet=st.sampled_from("abc  夜間é\u0301\t\u202e\x07#[:;.—“”"), min_size=1, max_size=900)


@given(WORDS, st.data())
def test_excerpts_fit_and_hold_the_hit(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 20)))
    columns = data.draw(st.integers(40, 120))
    (line,) = cut_lines(Source(text), Span(start, end), PLAIN, columns)
    room = width(line.hit)
    assert width(line.text) <= columns
    assert line.text.isprintable()
    if sum(width(clean(char, PLAIN)) for char in text[start:end]) <= columns - 2:
        assert len(line.hit) >= end - start
    assert line.carets >= room


def test_long_paragraph_is_cut_between_words_around_the_hit() -> None:
    text = "one two three four five " * 60 + "HIT " + "six seven eight nine ten " * 60
    (line,) = cut_lines(Source(text), Span(text.index("HIT"), text.index("HIT") + 3), PLAIN, 80)
    assert line.hit == "HIT"
    assert line.before.startswith("…")
    assert line.after.endswith("…")
    assert 60 <= width(line.text) <= 80
    assert line.before.strip("… ").split()[0] in {"one", "two", "three", "four", "five"}


def test_span_over_many_lines_shows_the_first_and_the_last() -> None:
    source = Source("alpha\nbeta\n  gamma\ndelta\n")
    lines = list(cut_lines(source, Span(2, source.text.index("delta") - 1), PLAIN, 80))
    assert [(line.number, line.hit) for line in lines] == [(1, "pha"), (3, "gamma")]


def test_place_without_lines_shows_the_sentence() -> None:
    finding = Finding(
        "r", Severity.ERROR, "M.", Span(5, 6), "word", "A word in a sentence.", place="paragraph 12"
    )
    result = ArticleResult("story.docx", Source("<w:p>word</w:p>"), findings=(finding,))
    (line,) = excerpt(result, finding, PLAIN, 80)
    assert (line.number, line.before, line.hit) == (0, "A ", "word")
    report = render("full", Run((result,)))
    assert "story.docx: paragraph 12" in report
    assert "<w:p>" not in report


@given(st.text(max_size=300), st.integers(10, 80))
def test_wrapping_loses_no_word(text: str, columns: int) -> None:
    text = clean(one_line(text), PLAIN)
    lines = list(wrapped(text, columns))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= columns for line in lines)


def test_full_report() -> None:
    report = render("full", newsroom.newsroom(), replace(PLAIN, width=80))
    assert report.startswith("─" * 80 + "\n[FIX FIRST] Council cuts night buses to save €2 million\n")
    assert (
        "✖ error doubled-word\n"
        "  “the” stands twice; delete one.\n"
        "   ──▸ content/2026/council.md:14:28\n"
        " 14 │ …5% in May, said the the mayor, Joan Pell. “Nobody wanted this,”…\n"
        "    │                  ^^^^^^^\n"
        "    = fix: Delete the second “the” (--fix does it)\n"
    ) in report
    assert "    = see: line 14, “Joan Pell”: the only named source\n" in report
    assert "Library opens" not in report
    assert "● 1 suggestion (--show suggestion)\n" in report
    assert report.endswith(
        "Found 2 errors, 5 warnings, 1 suggestion in 2 of 3 articles; "
        "1 known before, 1 suppressed, 1 not read.\n"
        "1 suggestion not shown; --show suggestion spells them out.\n"
        "1 fixable with --fix; 1 more with --unsafe-fixes.\n"
    )


def test_baselined_and_suppressed_findings_are_shown_when_asked_for() -> None:
    plain = render("full", newsroom.newsroom())
    assert "known before)" not in plain
    assert "the desk agreed" not in plain
    report = render("full", newsroom.newsroom(), ReportOptions(show_baselined=True, show_suppressed=True))
    assert "warning percent-sign (known before)" in report
    assert "suggestion one-spelling (suppressed: the desk agreed)" in report


def folded(count: int, severity: Severity, options: ReportOptions) -> str:
    source = Source("word " * count)
    findings = tuple(
        Finding("nag", severity, f"Number {number}.", Span(number * 5, number * 5 + 4), "word")
        for number in range(count)
    )
    return render("full", Run((ArticleResult("a.md", source, findings=findings),)), options)


def test_repeats_of_a_rule_fold_but_errors_never() -> None:
    report = folded(9, Severity.WARNING, PLAIN)
    assert report.count("▲ warning nag") == 5
    assert "▲ nag: and 4 more (--no-fold shows them)\n" in report
    assert "Found 9 warnings in 1 of 1 article." in report
    assert folded(9, Severity.WARNING, replace(PLAIN, fold=0)).count("▲ warning nag") == 9
    assert folded(9, Severity.ERROR, PLAIN).count("✖ error nag") == 9
    assert "more" not in folded(5, Severity.WARNING, PLAIN)


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
@pytest.mark.parametrize("options", [EVERYTHING, replace(EVERYTHING, ascii=True)], ids=["unicode", "ascii"])
def test_full_fits_the_terminal(columns: int, options: ReportOptions) -> None:
    report = render("full", newsroom.newsroom(newsroom.hostile()), replace(options, width=columns))
    body = report[: report.index("Found ")]
    wide = [
        line
        for line in body.splitlines()
        if width(line) > columns and "──▸" not in line and "-->" not in line
    ]
    assert not wide
    if options.ascii:
        assert report.isascii()


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
def test_colour_adds_nothing_but_colour(name: str) -> None:
    run = newsroom.newsroom(newsroom.hostile())
    colored = render(name, run, replace(EVERYTHING, color=True, hyperlinks=True))
    assert "\x1b[1;31m" in colored
    assert "\x1b]8;;https://presslint.example/rules/doubled-word\x1b\\" in colored
    plain = ANSI.sub("", colored)
    assert "\x1b" not in plain
    expected = render(name, run, EVERYTHING)
    assert (
        re.sub(r"\[(FIX|ASK) FIRST\]", r" \1 FIRST ", expected) == plain
        if name == "full"
        else expected == plain
    )


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "https://x.example/\x1b\\evil", "https://x.example/é", "", "file:///etc/passwd"],
)
def test_only_plain_web_addresses_become_links(url: str) -> None:
    run = replace(newsroom.newsroom(), rules={"doubled-word": RuleInfo("doubled-word", url=url)})
    assert "\x1b]8;;" not in render("concise", run, replace(PLAIN, color=True, hyperlinks=True))


def test_concise() -> None:
    lines = render("concise", newsroom.newsroom(), EVERYTHING).splitlines()
    assert lines[2] == "content/2026/council.md:14:28: error doubled-word: “the” stands twice; delete one."
    assert lines[8] == (
        "content/2026/scan.md:3:14: error unreadable: not valid UTF-8 (byte 0xE9); save it as UTF-8"
    )
    quiet = render("concise", newsroom.newsroom(), replace(EVERYTHING, summary=False)).splitlines()
    assert quiet == lines[:9]


def test_pylint_and_grouped() -> None:
    run = newsroom.newsroom()
    for line in render("pylint", run, EVERYTHING).splitlines():
        assert re.fullmatch(r"[^:]+:\d+: \[[a-z-]+\] .+", line)
    block = render("grouped", run).split("\n\n")[0].splitlines()
    assert block[0] == "content/2026/council.md  Council cuts night buses to save €2 million (fix first)"
    assert block[3] == "  14:28  ✖ doubled-word           “the” stands twice; delete one."


@pytest.mark.parametrize(
    ("run", "line"),
    [
        (Run(), "No articles read."),
        (Run((newsroom.clean(),)), "Nothing to mend in 1 article, 16 words."),
        (Run((newsroom.clean(),), fixed=(Fixed("a.md", "r", 3),)), "Fixed 3 findings."),
    ],
)
def test_closing_line(run: Run, line: str) -> None:
    assert line in render("full", run).splitlines()
