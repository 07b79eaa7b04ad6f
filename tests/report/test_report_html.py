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
from msgspec.structs import replace

import newsroom
from benchmarks import page as bench
from presslint.article import Article
from presslint.config.editurl import is_edit_url
from presslint.engine.run import ArticleResult, Run
from presslint.model.document import Block, Kind, Media
from presslint.model.finding import Finding, Severity
from presslint.model.passage import Mark, Part, Passage
from presslint.model.source import Source, Span
from presslint.report import ReportOptions, render
from presslint.report import html as page
from presslint.report.galley import esc
from presslint.report.load import load

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
    *data, script = root.iter("script")
    assert script.text == (page.PAGE / "script.js").read_text(encoding="utf-8")
    assert [each.get("type") for each in data] == ["application/json"] * bool(run.articles)
    assert not any("<" in each.text for each in data)
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
    assert report.count("<script") == 2  # and one of data, which no browser runs
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


LINKS = ReportOptions(show=Severity.SUGGESTION, edit_url="https://cms.example/edit?file={path}#L{line}")


def test_a_story_can_be_edited_where_the_desk_says_so() -> None:
    root = parsed(RUN, LINKS)
    links = [link.get("href") for link in root.xpath('//li[@class="entry"]//a[@class="edit"]')]
    assert links[0] == "https://cms.example/edit?file=content/2026/council.md#L10"
    notes = [link.get("href") for link in root.xpath('//article[@id="s1"]//a[@class="edit"]')]
    assert [href.rpartition("#")[2] for href in notes] == ["L10", "L14", "L14", "L16", "L16", "L16"]
    assert not parsed(RUN).find_class("edit")


def test_a_file_name_cannot_leave_its_place_in_the_address() -> None:
    run = newsroom.newsroom(newsroom.hostile())
    hrefs = [link.get("href") for link in parsed(run, LINKS).xpath('//article[@id="s4"]//a[@class="edit"]')]
    assert {href.rpartition("#")[0] for href in hrefs} == {
        "https://cms.example/edit?file=a%2Cb%3Ac%25%0A%5Bd%5D%20%C3%A9%3C%26%3E%60%7C%22%27.md"
    }


@pytest.mark.parametrize(
    "pattern",
    [
        "javascript:alert(1)//{path}",
        "data:text/html,{path}",
        "//cms.example/{path}",
        "https://{path}/",
        "https://cms.example{path}",
        "https://cms.example/{path}/{word}",
        "https://cms.example/",
        "https://cms.example/ {path}",
        "{path}",
        "",
    ],
)
def test_other_addresses_make_no_link(pattern: str) -> None:
    assert not is_edit_url(pattern)
    assert not parsed(RUN, ReportOptions(edit_url=pattern)).find_class("edit")


def test_a_config_with_such_an_address_is_refused() -> None:
    from pydantic import ValidationError

    from presslint.config.schema import validate

    output = {"edit-url": "https://github.com/o/r/edit/main/{path}#L{line}"}
    assert validate({"output": output}) == {"output": output}
    with pytest.raises(ValidationError, match="no address to edit at"):
        validate({"output": {"edit-url": "javascript:{path}"}})


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
    assert [words(story.find(".//h3")) for story in stories] == [
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
    entries = root.xpath('//ol[@class="list"]/li')
    assert [words(entry.find_class("badge")[0]) for entry in entries] == [
        "fix first",
        "fix first",
        "ask first",
    ]
    assert words(entries[0]).startswith(
        "fix first Council cuts night buses to save €2 million Ana Ruiz · Metro · 2 March 2026"
    )
    assert "error: “the” stands twice; delete one. doubled-word" in words(entries[0])
    (clean,) = root.xpath("//details[@class='clean']")
    assert words(clean).startswith(
        "1 story with nothing to mend Library opens on Sundays Tom Okafor · Culture"
    )
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
    for entry in root.xpath('//ol[@class="list"]/li'):
        assert entry.xpath(".//h3/a")
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


@pytest.mark.parametrize(
    ("show", "level"),
    [(Severity.ERROR, "errors"), (Severity.WARNING, "errors and warnings"), (Severity.SUGGESTION, "all")],
)
def test_the_list_begins_with_the_levels_asked_for(show: Severity, level: str) -> None:
    (chosen,) = parsed(RUN, ReportOptions(show=show)).xpath('//select[@name="level"]/option[@selected]')
    assert chosen.text == level


def test_where_nothing_graver_was_found_the_list_begins_with_what_was() -> None:
    source = Source("one", "a.md")
    finding = Finding("r", Severity.SUGGESTION, "M.", Span(0, 3), "one")
    run = Run((ArticleResult("a.md", source, findings=(finding,)),))
    (chosen,) = parsed(run).xpath('//select[@name="level"]/option[@selected]')
    assert chosen.text == "all"


def test_a_filter_that_tells_nothing_apart_is_left_out() -> None:
    assert [field.get("name") for field in parsed(RUN).xpath("//select")] == [
        "level", "rule", "desk", "author", "sort",
    ]  # fmt: skip
    one = Run((newsroom.night(),), rules=newsroom.RULES)
    assert [field.get("name") for field in parsed(one).xpath("//select")] == ["level", "rule", "sort"]


def test_an_author_named_twice_stands_once() -> None:
    twice = replace(newsroom.night(), bylines=("Ana Ruiz", "Ana Ruiz", "Tom Okafor"))
    (small,) = parsed(Run((twice,))).xpath('//li[@class="entry"]/p[@class="small"]')
    assert words(small).startswith("Ana Ruiz, Tom Okafor · 国内 ·")


# -- in a browser ----------------------------------------------------------------------------------

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE = next(
    (
        path
        for path in (
            Path(os.environ.get("AXE_JS", "")),
            Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js",
        )
        if path.is_file()
    ),
    None,
)
needs_browser = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n')


def opened(
    report: str, folder: Path, script: str = "", width: int = 1280, *, before: str = "", at: str = ""
) -> html.HtmlElement:
    """The page as it stands after the browser has run it, with a script of the test `before` and after it."""
    assert BROWSER is not None
    if script or before:
        report = POLICY.sub("", report).replace("</body>", f"<script>{HELP}{script}</script></body>")
        report = report.replace("<body>", f"<body><script>{before}</script>")
    (folder / "report.html").write_text(report, encoding="utf-8")
    flags = (
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
        f"--disable-component-update --disable-sync --virtual-time-budget=20000 --window-size={width},6000"
    )
    done = subprocess.run(
        [BROWSER, *flags.split(), f"--user-data-dir={folder / 'profile'}", "--dump-dom",
         (folder / "report.html").as_uri() + at],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    return html.document_fromstring(done.stdout)


HELP = """
const choose = (name, value) => {
  const field = document.querySelector(".tools").elements[name];
  if (field.type === "checkbox") field.checked = value;
  else field.value = [...field.options ?? []].find((each) => each.textContent === value)?.value ?? value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};
const press = (...keys) => keys.forEach((key) =>
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })));
const results = document.body.appendChild(document.createElement("pre"));
results.id = "noted";
const note = (what) => { results.textContent += JSON.stringify(what) + "\\n"; };
const click = (words) => [...document.querySelectorAll("main button, main a")]
  .find((each) => each.textContent.includes(words)).click();
"""


def titles(root: html.HtmlElement) -> list[str]:
    """The headlines of the list, as far as it is set."""
    return [words(title) for title in root.xpath('//ol[@class="list"]/li/h3')]


def noted(root: html.HtmlElement) -> list[object]:
    """What the test's script has written down."""
    return [json.loads(line) for line in root.xpath('//pre[@id="noted"]')[0].text_content().splitlines()]


def messages(root: html.HtmlElement) -> list[str]:
    """The messages that the list shows."""
    lines = root.xpath('//ol[@class="list"]//ul[@class="found"]/li[not(@hidden)]')
    return [words(line.find("a")) for line in lines]


UNFOLDED = "document.querySelectorAll('details').forEach((each) => { each.open = true; });"
COUNCIL = "Council cuts night buses to save €2 million"
STRANGE = "<script>alert(1)</script> & ::error::boom"
NIGHT = "夜間バス、来年3月で廃止へ"


@needs_browser
def test_the_script_runs_under_its_seal(tmp_path: Path) -> None:
    root = opened(render("html", RUN, ReportOptions(show=Severity.SUGGESTION)), tmp_path)
    (tools,) = root.find_class("tools")
    assert "hidden" not in tools.attrib
    assert titles(root) == [COUNCIL, STRANGE, NIGHT]
    assert not root.xpath('//ol[@class="list"]//article')


@needs_browser
def test_a_story_is_set_when_it_is_opened(tmp_path: Path) -> None:
    root = opened(render("html", RUN, EVERYTHING), tmp_path, f"click({COUNCIL!r});")
    (story,) = root.xpath('//ol[@class="list"]//article')
    assert story.get("id") == "s1"
    assert "level" in story.find_class("galley")[0].get("class")
    assert len(story.find_class("note")) == 6
    (link,) = root.xpath('//a[@aria-expanded="true"]')
    assert words(link) == COUNCIL


@needs_browser
def test_a_story_that_is_closed_is_gone(tmp_path: Path) -> None:
    script = "press('j', 'Escape'); document.body.dataset.focus = document.activeElement.textContent;"
    root = opened(render("html", RUN, EVERYTHING), tmp_path, script)
    assert not root.xpath('//ol[@class="list"]//article')
    assert not root.xpath('//a[@aria-expanded="true"]')
    assert root.find("body").get("data-focus") == COUNCIL


BREAKS = (
    "</noscript><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--<script>alert(1)",
    "</article></noscript><img src=x onerror=alert(1)>",
    '<li class="entry">a</li></ol>',
    "</title></style></textarea><svg onload=alert(1)>",
    "\"' onfocus=alert(1) autofocus x='",
    "&lt;/noscript&gt;&lt;img src=x onerror=alert(1)&gt;",
    "\\u003cscript>alert(1)//",
    "</template><iframe srcdoc='<script>parent.alert(1)</script>'>",
    "javascript:alert(1)",
    "\u2028\u2029alert(1)",
)


def breaking_out(tail: str) -> ArticleResult:
    """A story that tries to leave its place with every field that it has."""
    source = Source(f"Words {tail} end.", f"content/{tail}.md")
    words = (tail,) if tail.strip() else ()
    finding = Finding(
        f"rule{tail}", Severity.ERROR, f"A message {tail}", newsroom.place(source, tail), tail,
        fingerprint=tail, place=tail, also=(f"other{tail}",),
    )  # fmt: skip
    passage = Passage.of(source, 0, len(source.text))
    article = Article(source, "markdown", (Block(Kind.PARAGRAPH, passage.span, passage),))
    return ArticleResult(
        source.path, source, key=tail, headline=f"Story {tail}", section=tail, bylines=words, published=tail,
        findings=(finding,), baselined=(finding,), article=article,
    )  # fmt: skip


@needs_browser
def test_nothing_of_an_article_runs_when_it_is_opened(tmp_path: Path) -> None:
    before = "window.alert = () => document.documentElement.setAttribute('data-ran', '');"
    broken = [breaking_out(tail) for tail in BREAKS]
    run = newsroom.newsroom(newsroom.hostile(), *broken)
    root = opened(
        render("html", run, LINKS), tmp_path, f"{UNFOLDED} click('Open these stories');", before=before
    )
    assert root.get("data-ran") is None
    (entries,) = root.xpath('//ol[@class="list"]')
    assert len(entries.xpath("li")) == len(entries.xpath("li/article")) == 3 + len(BREAKS)
    assert not list(entries.iter("script", "img", "iframe", "object", "embed", "noscript", "style", "base"))
    assert not [name for each in entries.iter() for name in each.attrib if name.startswith("on")]
    assert STRANGE in titles(root)
    assert {title.removeprefix("Story ") for title in titles(root)} >= {
        " ".join(tail.split()) for tail in BREAKS
    }


FILTERS = {
    "choose('find', 'percent-sign')": ([COUNCIL, STRANGE, NIGHT], "3 of 11 findings in 3 stories."),
    "choose('find', 'council percent')": ([COUNCIL], "1 of 11 findings in 1 story."),
    "choose('find', 'FINISH the sentence')": ([COUNCIL], "1 of 11 findings in 1 story."),
    "choose('find', 'CAFÉ naive above')": ([], "0 of 11 findings in 0 stories."),
    "choose('find', 'CAFE above')": ([NIGHT], "1 of 11 findings in 1 story."),
    "choose('level', 'errors')": ([COUNCIL, STRANGE], "3 of 11 findings in 2 stories."),
    "choose('level', 'errors and warnings')": ([COUNCIL, STRANGE, NIGHT], "9 of 11 findings in 3 stories."),
    "choose('rule', 'doubled-word')": ([COUNCIL, STRANGE], "2 of 11 findings in 2 stories."),
    "choose('desk', 'Metro')": ([COUNCIL], "6 of 11 findings in 1 story."),
    "choose('author', 'Ana Ruiz')": ([COUNCIL], "6 of 11 findings in 1 story."),
    "choose('sort', 'title')": ([STRANGE, COUNCIL, NIGHT], "11 findings in 3 stories."),
    "choose('sort', 'newest')": ([STRANGE, NIGHT, COUNCIL], "11 findings in 3 stories."),
    "choose('sort', 'oldest')": ([COUNCIL, NIGHT, STRANGE], "11 findings in 3 stories."),
    "choose('sort', 'author')": ([STRANGE, COUNCIL, NIGHT], "11 findings in 3 stories."),
}


@needs_browser
def test_filters_and_sorting(tmp_path: Path) -> None:
    acts = (
        f"document.querySelector('.tools').reset(); {act};"
        "note([[...document.querySelectorAll('.list h3')].map((each) => each.textContent),"
        "document.querySelector('.said').textContent]);"
        for act in FILTERS
    )
    seen = noted(opened(render("html", RUN, EVERYTHING), tmp_path, "\n".join(acts)))
    assert dict(zip(FILTERS, map(tuple, seen), strict=True)) == FILTERS


@needs_browser
def test_clean_stories_are_folded_away_and_found(tmp_path: Path) -> None:
    script = """
    const clean = document.querySelector('.clean');
    note([clean.open, clean.textContent.includes('1 story with nothing'), clean.querySelectorAll('li').length]);
    clean.open = true;
    choose('find', 'library'); note([clean.hidden, clean.querySelectorAll('li').length]);
    choose('find', 'council'); note([clean.hidden]);
    """
    report = render("html", RUN, EVERYTHING)
    assert noted(opened(report, tmp_path, script)) == [[False, True, 0], [False, 1], [True]]


@needs_browser
def test_of_many_findings_the_gravest_are_shown_and_the_others_told(tmp_path: Path) -> None:
    council = newsroom.council()
    six, twelve = (replace(council, findings=council.findings * times) for times in (1, 2))
    report = render("html", Run((six, twelve), rules=newsroom.RULES), EVERYTHING)
    script = """
    const shown = () => [...document.querySelectorAll('.found')].map((found) =>
      [...found.querySelectorAll(':scope > li:not([hidden]) > a')].map((a) => a.textContent));
    note(shown().map((each) => [each.length, each.filter((message) => message.startsWith('error')).length]));
    click('7 more in this story');
    note(shown().map((each) => each.length));
    """
    assert noted(opened(report, tmp_path, script)) == [[[5, 4], [6, 2]], [12, 6]]


@needs_browser
def test_keys_lead_from_finding_to_finding(tmp_path: Path) -> None:
    steps = (
        ("k", "s2-n2", "11 of 11 findings"),
        ("j", "s2-n2", "11 of 11 findings"),
        ("kkkkkkkkkk", "s1-n1", "1 of 11 findings"),
        ("k", "s1-n1", "1 of 11 findings"),
        ("jnjp", "s1-n3", "3 of 11 findings"),
        ("jjjj", "s4-n1", "7 of 11 findings"),
    )
    script = "".join(
        f"press(...'{keys}'); note([document.activeElement.id, document.querySelector('.at').textContent,"
        "[...document.querySelectorAll('.here')].map((each) => each.id)]);"
        for keys, _, _ in steps
    )
    assert noted(opened(render("html", RUN, EVERYTHING), tmp_path, script)) == [
        [note, position, [note.replace("n", "m"), note]] for _, note, position in steps
    ]


@needs_browser
def test_keys_leave_alone_what_is_typed_and_who_does_not_want_them(tmp_path: Path) -> None:
    script = """
    const opened = () => document.querySelectorAll('.list article').length;
    press('/'); note(document.activeElement.name);
    press('j'); note(opened());
    document.activeElement.blur();
    document.querySelector('[name=keys]').click(); press('j'); note(opened());
    """
    report = render("html", RUN, EVERYTHING)
    assert noted(opened(report, tmp_path, script)) == ["find", 0, 0]
    again = "note(document.querySelector('[name=keys]').checked)"
    assert noted(opened(report, tmp_path, again)) == [False]  # it is remembered


@needs_browser
def test_an_address_leads_to_its_finding(tmp_path: Path) -> None:
    root = opened(render("html", RUN), tmp_path, at="#s4-m3")  # a suggestion, which is folded at first
    (story,) = root.xpath('//ol[@class="list"]//article')
    assert story.get("id") == "s4"
    assert root.xpath('//mark[@id="s4-m3"]')[0].get("class").endswith("here")


@needs_browser
def test_what_is_done_is_kept_and_can_be_hidden(tmp_path: Path) -> None:
    report = render("html", RUN, EVERYTHING)
    root = opened(report, tmp_path, "press('j', 'x', 'j', 'j', 'x');")
    assert words(root.find_class("said")[0]) == "11 findings in 3 stories; 2 done."
    assert [note.get("id") for note in root.xpath('//li[contains(@class, "note") and contains(@class, "finished")]')] == [
        "s1-n1",
        "s1-n3",
    ]  # fmt: skip
    root = opened(report, tmp_path, "choose('hide', true);")
    assert words(root.find_class("said")[0]) == "9 of 11 findings in 3 stories; 2 done."
    assert not any("stands twice" in message for message in messages(root))
    moved = replace(newsroom.council(), path="content/2026/other.md")
    other = opened(render("html", Run((moved,)), EVERYTHING), tmp_path, ";")
    assert words(other.find_class("said")[0]) == "6 findings in 1 story."  # done is done in its own story


@needs_browser
@pytest.mark.parametrize(
    "storage",
    [
        "get() { throw new Error('not here'); }",
        "value: { getItem: () => '{', setItem() { throw new Error(); } }",
    ],
)
def test_it_works_where_the_browser_keeps_nothing(tmp_path: Path, storage: str) -> None:
    before = f"Object.defineProperty(window, 'localStorage', {{ {storage} }});"
    root = opened(render("html", RUN, EVERYTHING), tmp_path, "press('j', 'x');", before=before)
    assert words(root.find_class("said")[0]) == "11 findings in 3 stories; 1 done."
    assert "forgotten with this page" in words(root.find_class("lasting")[0])


def many(stories: int) -> Run:
    """So many stories, each with one finding; no two of one name."""
    council = replace(newsroom.council(), baselined=(), suppressed=(), article=None)
    return Run(
        tuple(
            replace(
                council,
                path=f"content/{number:05}.md",
                headline=f"Story {number}",
                section=f"Desk {number % 9}",
                bylines=(f"Author {number % 40}",),
                findings=council.findings[number % 6 :][:1],
            )
            for number in range(stories)
        ),
        rules=newsroom.RULES,
    )


@needs_browser
def test_a_long_list_is_set_as_far_as_it_is_read(tmp_path: Path) -> None:
    script = """
    const set = () => [...document.querySelectorAll('.list .title')].map((each) => each.textContent);
    const told = () => note([set().length, set()[0]]);
    choose('sort', 'title'); told();
    click('Show 50 more, of 70 stories'); told();
    click('Show 20 more, of 20 stories'); told();
    choose('sort', 'worst'); choose('sort', 'title'); press('k'); told();
    click('Show 50 before, of 100 stories'); told();
    click('Open these stories'); note(document.querySelectorAll('.list article').length);
    """
    assert noted(opened(render("html", many(120)), tmp_path, script)) == [
        [50, "Story 0"], [100, "Story 0"], [120, "Story 0"], [20, "Story 100"], [70, "Story 50"], 70,
    ]  # fmt: skip


needs_axe = pytest.mark.skipif(
    AXE is None, reason="axe-core is not installed (npm install axe-core, or set AXE_JS)"
)


def judged(report: str, folder: Path, width: int, script: str) -> list[object]:
    """What axe-core has against the page after `script`."""
    assert AXE is not None
    run = "axe.run().then((r) => { const p = document.createElement('pre'); p.id = 'axe';"
    run += "p.textContent = JSON.stringify(r.violations.map((v) => [v.impact, v.id, v.nodes[0].html]));"
    run += "document.body.append(p); });"
    axe = AXE.read_text(encoding="utf-8").replace("</script", "<\\/script")
    (said,) = opened(report, folder, f"{script}\n{axe}\n{run}", width).xpath('//pre[@id="axe"]')
    found: list[object] = json.loads(said.text_content())
    return found


@needs_browser
@needs_axe
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("script", ["", f"{UNFOLDED} click('Open these stories'); press('j', 'x', 'j');"])
def test_axe_finds_nothing(tmp_path: Path, width: int, script: str) -> None:
    assert judged(render("html", RUN, LINKS), tmp_path, width, script) == []


@needs_browser
@needs_axe
def test_axe_finds_nothing_in_5000_stories(tmp_path: Path) -> None:
    assert judged(render("html", many(5_000), LINKS), tmp_path, 1280, f"{UNFOLDED} press('k', 'x');") == []


@needs_browser
def test_the_benchmark_measures_the_page() -> None:
    assert BROWSER is not None
    report = render("html", bench.made(3), EVERYTHING)
    head, _, *rows = bench.table(BROWSER, report, 1)
    assert head == "| what | best, s | worst, s |"
    assert [row.split(" | ")[0].strip("| ") for row in rows[:-2]] == ["open", *bench.ACTS]
