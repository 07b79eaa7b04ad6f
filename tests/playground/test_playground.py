"""The playground in a headless Chromium that can reach nothing but the folder: its notes are those of presslint."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks import browser
from playground.bridge import BUILT, MISSING, PLAYGROUND, ROOT, SITE
from playground.build import digest
from presslint import Config, check_file, check_text
from presslint.reading import FORMATS

EXAMPLES = sorted(
    [
        *(ROOT / "examples").glob("*.*"),
        *(path for path in (ROOT / "examples" / "formats").iterdir() if path.suffix != ".docx"),
    ]
)
WIDTHS = (380, 820, 1400)
CONFIG = Config.from_mapping({})


@pytest.fixture(scope="module")
def server() -> Iterator[browser.Server]:
    if browser.installed() is None:
        pytest.skip(f"no browser is installed; one of {', '.join(browser.BROWSERS)} is needed")
    if not (SITE / "built.json").is_file():
        pytest.skip(MISSING)
    if json.loads((SITE / "built.json").read_text(encoding="utf-8"))["digest"] != digest():
        pytest.skip(f"the playground in {BUILT} was built from another tree; run: python playground/build.py")
    found = browser.Server(SITE)
    yield found
    found.close()


@pytest.fixture(scope="module")
def page(server: browser.Server) -> Iterator[browser.Page]:
    found, _ = browser.opened(server.url)
    yield found
    found.close()


@pytest.fixture
def story(page: browser.Page) -> browser.Page:
    """The page with the flawed story in it, as it is when it opens."""
    write(page, (ROOT / "examples" / "flawed-story.md").read_text(encoding="utf-8"))
    page.until("document.querySelectorAll('#list li').length > 5")
    return page


def write(page: browser.Page, text: str, suffix: str = ".md") -> None:
    page.run(
        "(() => { const story = document.getElementById('story');"
        f"document.getElementById('format').value = {json.dumps(suffix)};"
        f"story.value = {json.dumps(text)};"
        "document.getElementById('status').textContent = '';"
        "story.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )
    page.until("document.getElementById('status').textContent.endsWith('ms)')")


def ask(page: browser.Page, what: str, name: str, text: str) -> dict[str, Any]:
    """What the worker says of a text."""
    given = f"{json.dumps(what)}, {json.dumps(name)}, {{text: {json.dumps(text)}}}"
    said = page.run(
        f"import('/page.js').then((page) => page.ask({given})).then((said) => JSON.stringify(said.answer))"
    )
    answer: dict[str, Any] = json.loads(said)
    return answer


def axe() -> str:
    """The script of axe-core, from the tests' environment or from what the build has fetched."""
    path = Path(os.environ.get("AXE_JS", BUILT / "node_modules" / "axe-core" / "axe.min.js"))
    if not path.is_file():
        pytest.skip("no axe-core; set AXE_JS to its axe.min.js")
    return path.read_text(encoding="utf-8")


# -- the same notes --------------------------------------------------------------------------------


def test_the_notes_are_those_of_presslint_on_this_machine(page: browser.Page) -> None:
    for path in EXAMPLES:
        text = path.read_bytes().decode()
        expected = check_text(text, path=path.name, config=CONFIG)
        found = ask(page, "check", path.name, text)
        assert found["findings"] == [json.loads(json.dumps(each.as_dict())) for each in expected.findings], (
            path
        )
        assert [each["format"] for each in found["articles"]] == [
            each.format for each in expected.articles
        ], path
        assert not found["problems"], path
        assert found["findings"] or not path.name.startswith("flawed"), path


def test_safe_fixes_are_those_of_presslint(page: browser.Page) -> None:
    assert (
        ask(page, "mend", "a.md", "# Ferry\n\nThe the ferry is back.\n")["text"]
        == "# Ferry\n\nThe ferry is back.\n"
    )


def test_a_file_is_read_in_its_own_format(page: browser.Page) -> None:
    path = ROOT / "examples" / "formats" / "story.docx"
    node = page.send("DOM.getDocument")["root"]["nodeId"]
    field = page.send("DOM.querySelector", nodeId=node, selector="#file")["nodeId"]
    page.run("document.getElementById('status').textContent = ''")
    page.send("DOM.setFileInputFiles", nodeId=field, files=[str(path)])
    page.until("document.getElementById('status').textContent.endsWith('ms)')")
    expected = check_file(path, config=CONFIG)
    assert page.run("document.getElementById('story').value") == expected.text
    rules = page.run(
        "[...document.querySelectorAll('#list .about > :last-child')].map((each) => each.textContent)"
    )
    assert rules == [each.rule for each in expected.findings]


def test_every_text_format_can_be_chosen(page: browser.Page) -> None:
    chosen = page.run("[...document.querySelectorAll('#format option')].map((each) => each.value)")
    assert {FORMATS[suffix] for suffix in chosen} == set(FORMATS.values())


# -- nothing leaves it -----------------------------------------------------------------------------


def test_all_that_is_asked_for_lies_in_the_folder(page: browser.Page, server: browser.Server) -> None:
    asked = page.asked_for()
    assert any(address.endswith("page.js") for address in asked)
    assert [
        address for address in asked if not address.startswith((server.url, "data:", f"blob:{server.url}"))
    ] == []
    assert page.complaints() == []


def test_the_policy_lets_neither_page_nor_worker_send_a_word(server: browser.Server) -> None:
    other = browser.Server(SITE)  # of another origin, and there
    page = browser.Page()
    page.open(server.url)
    page.until("document.getElementById('status')")
    sent = f"fetch('{other.url}built.json', {{mode: 'no-cors'}}).then(() => 'sent', () => 'refused')"
    assert page.run("fetch('/built.json').then(() => 'sent', () => 'refused')") == "sent"
    assert page.run(sent) == "refused"
    blob = f"{sent}.then((said) => postMessage(said))"
    worker = (
        f"new Promise((done) => new Worker(URL.createObjectURL(new Blob([{json.dumps(blob)}])))"
        ".addEventListener('message', ({data}) => done(data)))"
    )
    assert page.run(worker) == "refused"
    page.close()
    other.close()


def test_opened_from_a_file_it_says_what_to_do() -> None:
    if browser.installed() is None:
        pytest.skip("no browser is installed")
    page = browser.Page()
    page.open((PLAYGROUND / "page" / "index.html").as_uri())
    page.until("document.readyState === 'complete'")
    assert "python -m http.server" in page.run("document.getElementById('serve').textContent")
    page.close()


# -- for eye, hand and ear -------------------------------------------------------------------------


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits_and_axe_finds_nothing(story: browser.Page, width: int, dark: bool) -> None:
    script = axe()
    story.shape(width, 900, dark)
    assert story.run("document.documentElement.scrollWidth <= innerWidth")
    story.run(script + ";true")
    violations = story.run(
        "axe.run().then(({violations}) => violations.map((each) => [each.id, each.nodes.map((node) => node.html)]))"
    )
    assert violations == []


def test_the_marks_lie_under_the_words(story: browser.Page) -> None:
    for width in WIDTHS:
        story.shape(width, 900)
        assert story.run(
            "(() => { const [field, marked] = ['story', 'mirror'].map((id) => document.getElementById(id));"
            "return field.clientWidth === marked.clientWidth && Math.abs(field.scrollHeight - marked.scrollHeight) < 2; })()"
        )


def test_a_note_is_gone_to_and_mended_by_keyboard_alone(story: browser.Page) -> None:
    write(story, "# Ferry 😀\n\nSaid 😀 the the ferry.\n")
    story.run("document.getElementById('story').focus()")
    chosen = "(() => { const s = document.getElementById('story'); return s.value.slice(s.selectionStart, s.selectionEnd); })()"
    seen = set()
    for _ in range(story.run("document.querySelectorAll('#list li').length")):
        story.key("F8")
        seen.add(story.run(chosen))
    assert "the the" in seen
    story.key("F8", "shift")
    for _ in range(30):
        story.key("Tab")
        if "second" in story.run("document.activeElement.textContent.slice(0, 60)").lower():
            break
    story.key("Enter")
    story.until("document.getElementById('story').value.includes('Said 😀 the ferry.')")
    assert story.run("document.activeElement.id") == "notes"


def test_what_is_typed_is_read_again(story: browser.Page) -> None:
    before = story.run("document.querySelectorAll('#list li').length")
    story.run(
        "(() => { const s = document.getElementById('story'); s.focus(); s.setSelectionRange(1e6, 1e6); })()"
    )
    story.send("Input.insertText", text="\n\nThey they left.\n")
    story.until(f"document.querySelectorAll('#list li').length > {before}")
    assert "They" in story.run("document.getElementById('list').textContent")
