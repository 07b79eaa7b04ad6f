"""The html report: safe, whole, and fit for keyboard, screen reader and browser."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

import newsroom
from presslint.article import Article, Block, Kind, Media
from presslint.finding import Finding, Severity
from presslint.passage import Mark, Part, Passage
from presslint.report import ReportOptions, render
from presslint.report import html as page
from presslint.report.galley import esc
from presslint.report.load import load
from presslint.run import ArticleResult, Run
from presslint.source import Source, Span

RUN = newsroom.newsroom(newsroom.hostile())
URL_ATTRIBUTES = (
    "src",
    "href",
    "action",
    "formaction",
    "data",
    "srcset",
    "poster",
    "background",
    "xlink:href",
)


def parsed(run: Run, options: ReportOptions = ReportOptions()) -> html.HtmlElement:
    return html.document_fromstring(render("html", run, options))


def words(element: html.HtmlElement) -> str:
    """The text of an element as it is heard: every piece apart from the next."""
    return " ".join(" ".join(element.itertext()).split())


EVERYTHING = ReportOptions(show=Severity.SUGGESTION)


def marked(text: str, *spans: tuple[int, int], marks: tuple[Mark, ...] = ()) -> html.HtmlElement:
    """A one-paragraph story with a finding at each span, set as copy."""
    source = Source(text, "a.md")
    whole = Passage.of(source, 0, len(text))
    passage = Passage(whole.text, source, whole.runs, Part.PARAGRAPH, marks)
    article = Article(source, "markdown", (Block(Kind.PARAGRAPH, Span(0, len(text)), passage),))
    severities = (Severity.ERROR, Severity.WARNING, Severity.SUGGESTION)
    findings = tuple(
        Finding(f"r{number}", severities[number % 3], "M.", Span(*span), text[span[0] : span[1]])
        for number, span in enumerate(sorted(spans))
    )
    return parsed(Run((ArticleResult("a.md", source, findings=findings, article=article),)), EVERYTHING)


# -- safe ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("run", [RUN, load(render("json", RUN)), Run()], ids=["copy", "saved", "empty"])
def test_nothing_of_an_article_becomes_markup(run: Run) -> None:
    root = parsed(run)
    (script,) = root.iter("script")
    assert script.text == (page.PAGE / "script.js").read_text(encoding="utf-8")
    allowed = {"https://presslint.example/rules/" + name for name in newsroom.RULES}
    for element in root.iter(html.etree.Element):
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            if name in URL_ATTRIBUTES:
                assert value.startswith("#") or value in allowed
            if name == "style":
                assert re.fullmatch(r"--row:\d+(;--end:\d+)?", value)
    assert not list(root.iter("img", "iframe", "object", "embed", "link", "base", "video", "audio"))


def test_the_content_policy_seals_the_script() -> None:
    report = render("html", RUN)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', report)
    script = re.search(r"<script>(.*?)</script>", report, re.DOTALL)
    assert policy is not None
    assert script is not None
    digest = base64.b64encode(hashlib.sha256(script[1].encode("utf-8")).digest()).decode("ascii")
    assert "default-src 'none'" in policy[1]
    assert f"script-src 'sha256-{digest}'" in policy[1]
    style = re.search(r"<style>(.*?)</style>", report, re.DOTALL)
    assert style is not None
    assert "url(" not in style[1].replace("url(#", "")
    assert "@import" not in style[1]


@given(st.text())
def test_escaped_text_is_only_text(text: str) -> None:
    text = text.encode("utf-8", "replace").decode("utf-8")
    root = html.fragment_fromstring(f'<p title="{esc(text)}">{esc(text)}</p>')
    assert len(root) == 0
    assert set(root.attrib) == {"title"}
    assert root.get("title") == (root.text or "")


# -- whole -----------------------------------------------------------------------------------------


@given(st.data())
@settings(max_examples=150)
def test_copy_loses_no_word_and_marks_exactly(data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet="ab c<&é夜", min_size=1, max_size=40))
    place = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    spans = [tuple(span) for span in data.draw(st.lists(place, min_size=1, max_size=4))]
    inline = tuple(
        Mark(data.draw(st.sampled_from(["strong", "em", "link", "code"])), start, end)
        for start, end in data.draw(st.lists(place, max_size=2))
        if start < end
    )
    root = marked(text, *spans, marks=inline)
    (copy,) = root.find_class("block")
    for note in copy.find_class("ref"):
        note.drop_tree()
    for caret in copy.find_class("caret"):
        caret.drop_tree()
    assert copy.text_content() == text
    root = marked(text, *spans, marks=inline)
    for number, (start, end) in enumerate(sorted(spans), 1):
        (begin,) = root.xpath(f'//*[@id="s1-m{number}"]')
        (note,) = root.xpath(f'//*[@id="s1-n{number}"]')
        assert root.xpath(f'//a[@href="#s1-n{number}"]')
        assert root.xpath(f'//a[@href="#s1-m{number}"]')
        assert "note" in note.get("class")
        if start == end:
            assert begin.text == "‸"
        else:
            assert text[start:end].startswith(begin.text_content())


def test_every_story_is_set_with_its_notes_beside_it() -> None:
    root = parsed(newsroom.newsroom(), ReportOptions(show=Severity.SUGGESTION))
    stories = root.xpath("//article")
    assert [words(story.find(".//h2")) for story in stories] == [
        "Council cuts night buses to save €2 million",
        "夜間バス、来年3月で廃止へ",
    ]
    council = stories[0]
    assert words(council.find_class("credits")[0]) == "Ana Ruiz 2 March 2026"
    marks = [mark.text_content() for mark in council.iter("mark")]
    assert marks == [
        "each with different reasons:",
        "5%",
        "the the",
        "Critics say",
        "Experts say",
        "Observers say",
    ]
    notes = [words(note) for note in council.find_class("note")]
    assert notes[2] == (
        "error doubled-word 3 “the” stands twice; delete one. Fix Delete the second “the” safe to apply"
    )
    assert "See “Joan Pell”, the only named source" in notes[4]
    assert "Reason: the desk agreed." in words(council.find_class("quiet")[0])


def test_notes_on_what_is_not_copy_are_shown_too() -> None:
    """Metadata that readers do not see, comments, and places of the file that hold nothing."""
    text = "---\ntitle: T\ntags: [a, a]\nslug:\n---\n\nWords.\n\n<!-- presslint: ignore[x] -->\n"
    source = Source(text, "a.md")
    from presslint.reading import read

    (article,) = read(text.encode(), "a.md")
    spans = [newsroom.place(source, "a", 2), newsroom.place(source, "slug"), newsroom.place(source, "<!--")]
    findings = tuple(
        Finding("r", Severity.ERROR, f"Number {number}.", span, source.text[span.start : span.end])
        for number, span in enumerate(spans)
    )
    root = parsed(Run((ArticleResult("a.md", article.source, findings=findings, article=article),)))
    assert [words(note.find_class("says")[0]) for note in root.find_class("note")] == [
        "Number 0.",
        "Number 1.",
        "Number 2.",
    ]
    assert root.xpath('//p[@class="excerpt"]//mark[text()="<!--"]')
    for number in (1, 2, 3):
        assert root.xpath(f'//*[@id="s1-m{number}"]')


def test_a_saved_run_without_its_files_shows_the_passages() -> None:
    root = parsed(load(render("json", newsroom.newsroom())))
    story = root.xpath("//article")[0]
    assert page.EXCERPTS_ONLY in words(story)
    assert next(story.iter("mark")).text_content() == "each with different reasons:"
    assert len(story.find_class("note")) == 6


def test_a_budget_keeps_the_page_readable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "COPY_BUDGET", 100)
    root = parsed(RUN)
    stories = root.xpath("//article")
    assert [page.EXCERPTS_ONLY in words(story) for story in stories] == [False, True, True]
    assert [len(story.find_class("note")) for story in stories] == [6, 3, 2]


def test_pictures_tables_and_lists_are_set() -> None:
    text = "cell Alt text Caption one two"
    source = Source(text, "a.md")

    def part(words: str) -> Passage:
        span = newsroom.place(source, words)
        return Passage.of(source, *span)

    image = Media("image", "x.png", Span(5, 21), part("Alt text"), part("Caption"))
    blocks = (
        Block(Kind.TABLE, Span(0, 4), children=(
            Block(Kind.ROW, Span(0, 4), children=(Block(Kind.CELL, Span(0, 4), part("cell")),)),)),
        Block(Kind.MEDIA, image.span, media=(image,)),
        Block(Kind.LIST, Span(22, 29), ordered=True, children=(
            Block(Kind.ITEM, Span(22, 25), part("one")), Block(Kind.ITEM, Span(26, 29), part("two")))),
        Block(Kind.SEPARATOR, Span(29, 29)),
    )  # fmt: skip
    findings = tuple(
        Finding("r", Severity.ERROR, "M.", newsroom.place(source, word), word)
        for word in ("cell", "Caption", "two")
    )
    article = Article(source, "markdown", blocks)
    root = parsed(Run((ArticleResult("a.md", source, findings=findings, article=article),)))
    (story,) = root.xpath("//article")
    assert [mark.text for mark in story.iter("mark")] == ["cell", "Caption", "two"]
    assert words(story.find_class("figure")[0]) == "image Alt text Caption error, note 2"
    set_as = story.xpath(".//td | .//div[@class='block']/ol/li | .//hr")
    assert [item.tag for item in set_as] == ["td", "li", "li", "hr"]


# -- fit for use -----------------------------------------------------------------------------------


def test_front_page() -> None:
    root = parsed(RUN, ReportOptions(today=date(2026, 3, 12)))
    assert root.find(".//title").text == "Desk report: Two stories to fix first, one to ask about"
    assert "12 March 2026" in words(root.find_class("folio")[0])
    rows = root.xpath('//table[contains(@class, "list")]/tbody/tr')
    assert [row.get("data-verdict") for row in rows] == ["fix", "fix", "ask", "publish"]
    assert words(rows[0]).startswith("fix first Council cuts night buses to save €2 million")
    assert "not valid UTF-8" in words(root.find_class("problems")[0])
    bars = [words(item) for item in root.xpath('//figure[contains(@class, "rule")]//li')]
    assert bars[0] == "doubled-word 2 : 2 errors"
    assert len(root.xpath('//*[local-name()="svg"][@role="img"]')) == 1


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        ("", "No stories read"),
        ("p", "The story is ready"),
        ("ppp", "All three stories are ready"),
        ("f", "One story to fix first"),
        ("ffap", "Two stories to fix first, one to ask about"),
        ("a" * 12, "12 stories to ask about"),
    ],
)
def test_the_headline_of_the_report(verdicts: str, said: str) -> None:
    severities = {"f": (Severity.ERROR,), "a": (Severity.WARNING,), "p": ()}
    results = tuple(
        ArticleResult(
            "a.md", Source("x"), findings=tuple(Finding("r", s, "M.", Span(0, 1)) for s in severities[v])
        )
        for v in verdicts
    )
    assert words(parsed(Run(results)).find(".//h1")) == said


@pytest.mark.parametrize("run", [RUN, load(render("json", RUN)), Run()], ids=["copy", "saved", "empty"])
def test_structure_for_keyboard_and_screen_reader(run: Run) -> None:
    root = parsed(run, ReportOptions(show=Severity.SUGGESTION))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    for href in root.xpath('//a[starts-with(@href, "#")]/@href'):
        assert href[1:] in ids or (href == "#stories" and not run.articles)
    for labels in root.xpath("//@aria-labelledby"):
        assert labels in ids
    assert root.get("lang") == "en"
    assert len(root.xpath("//h1")) == len(root.xpath("//main")) == len(root.xpath("//body/header")) == 1
    levels = [int(heading.tag[1]) for heading in root.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert root.xpath("//body/a[1]")[0].get("class") == "skip"
    for element in root.xpath("//input | //select"):
        assert element.getparent().tag == "label"
    for picture in root.xpath('//*[local-name()="svg"]'):
        assert picture.get("aria-hidden") == "true" or picture.get("aria-label")
    for field in root.xpath("//th"):
        assert field.get("scope") in ("col", "row")


def test_severity_is_told_by_word_and_shape() -> None:
    root = parsed(RUN, ReportOptions(show=Severity.SUGGESTION))
    for note in root.find_class("note"):
        level = note.get("class").split()[1]
        label = note.find_class("label")[0]
        assert words(label).startswith(level)
        assert label.xpath(f'.//*[local-name()="use"][@href="#i-{level}"]')


def test_folded_suggestions_leave_no_gaps_in_the_numbers() -> None:
    source = Source("one two three", "a.md")
    severities = (Severity.SUGGESTION, Severity.ERROR, Severity.WARNING)
    findings = tuple(
        Finding("r", severity, "M.", newsroom.place(source, word), word)
        for severity, word in zip(severities, ("one", "two", "three"), strict=True)
    )
    run = Run((ArticleResult("a.md", source, findings=findings),))
    for show, numbers in ((Severity.WARNING, ["3", "1", "2"]), (Severity.SUGGESTION, ["1", "2", "3"])):
        notes = parsed(run, ReportOptions(show=show)).xpath("//li[contains(@class, 'note ')]")
        assert [note.get("value") for note in notes] == numbers


def test_of_marks_on_the_same_words_the_gravest_is_seen() -> None:
    root = marked("word", (0, 4), (0, 4), (0, 4))
    (block,) = root.find_class("block")
    innermost = [mark for mark in block.iter("mark") if mark.text == "word"]
    assert [mark.get("class") for mark in innermost] == ["error"]


@pytest.mark.parametrize(("show", "checked"), [(Severity.WARNING, False), (Severity.SUGGESTION, True)])
def test_suggestions_are_shown_when_asked_for(show: Severity, checked: bool) -> None:
    (box,) = parsed(RUN, ReportOptions(show=show)).xpath('//input[@id="suggestions"]')
    assert ("checked" in box.attrib) is checked


# -- in a browser ----------------------------------------------------------------------------------

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE = next(
    (
        path
        for path in (
            Path(os.environ.get("AXE_JS", "")),
            Path(__file__).parent.parent / "node_modules" / "axe-core" / "axe.min.js",
        )
        if path.is_file()
    ),
    None,
)
needs_browser = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n')


def opened(report: str, folder: Path, script: str = "", width: int = 1280) -> html.HtmlElement:
    """The page as it stands after the browser has run it, and `script` after it."""
    assert BROWSER is not None
    if script:
        report = POLICY.sub("", report).replace("</body>", f"<script>{script}</script></body>")
    (folder / "report.html").write_text(report, encoding="utf-8")
    flags = (
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
        f"--disable-component-update --disable-sync --virtual-time-budget=20000 --window-size={width},6000"
    )
    done = subprocess.run(
        [BROWSER, *flags.split(), f"--user-data-dir={folder / 'profile'}", "--dump-dom",
         (folder / "report.html").as_uri()],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    return html.document_fromstring(done.stdout)


@needs_browser
def test_the_script_runs_under_its_seal(tmp_path: Path) -> None:
    root = opened(render("html", RUN, ReportOptions(show=Severity.SUGGESTION)), tmp_path)
    (tools,) = root.find_class("tools")
    assert "hidden" not in tools.attrib
    assert root.xpath("//th[@class='title']/button")
    assert "level" in root.find_class("galley")[0].get("class")


@needs_browser
def test_sorting_and_searching(tmp_path: Path) -> None:
    script = """
    document.querySelectorAll(".list th button")[1].click();
    const search = document.querySelector(".tools input");
    search.value = "percent-sign"; search.dispatchEvent(new Event("input"));
    """
    root = opened(render("html", RUN), tmp_path, script)
    rows = root.xpath('//table[contains(@class, "list")]/tbody/tr')
    assert [row.get("data-verdict") for row in rows if "hidden" not in row.attrib].count("publish") == 0
    shown = [words(row.find_class("title")[0].find(".//bdi")) for row in rows if "hidden" not in row.attrib]
    assert sorted(shown[:2]) == shown[:2]
    assert len(shown) == 3
    assert root.xpath('//th[@aria-sort="ascending"]')
    assert words(root.find(".//output")) == "3 of 4"


@needs_browser
@pytest.mark.skipif(AXE is None, reason="axe-core is not installed (npm install axe-core, or set AXE_JS)")
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(tmp_path: Path, width: int) -> None:
    assert AXE is not None
    run = "axe.run().then((r) => { const p = document.createElement('pre'); p.id = 'axe';"
    run += "p.textContent = JSON.stringify(r.violations.map((v) => [v.impact, v.id, v.nodes[0].html]));"
    run += "document.body.append(p); });"
    report = render("html", RUN, ReportOptions(show=Severity.SUGGESTION))
    root = opened(
        report, tmp_path, AXE.read_text(encoding="utf-8").replace("</script", "<\\/script") + run, width
    )
    (said,) = root.xpath('//pre[@id="axe"]')
    assert json.loads(said.text_content()) == []
