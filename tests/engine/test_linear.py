"""No input makes it slow: twice the copy is at most about twice the work, on copy made to be hostile.

Work is counted in calls of functions, Python's and C's, which no busy machine changes. What a single
call may do in C is bounded elsewhere: patterns by their proofs, contexts and windows by their lengths.
"""

from __future__ import annotations

import gc
import io
import json
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from types import FrameType

import pytest

from presslint.article import Article
from presslint.config.config import Config
from presslint.engine.checking import check_bytes
from presslint.engine.lint import lint
from presslint.model.source import SourceError
from presslint.packs.rule import LONG_SENTENCE
from presslint.reading import read

CONFIG = Config.load(Path(__file__).parent, isolated=True, with_installed=False)
PLAN = CONFIG.plan("story.md")
TODAY = date(2026, 5, 5)
HEAD = "---\ntitle: Council keeps buses\n---\n\n"
SENTENCE = "The council said 3 in 10 buses were late, up from 5 percent. “It is bad,” Ana Ruiz said. "
HOSTILE: dict[str, Callable[[int], str]] = {
    "one paragraph": lambda n: HEAD + SENTENCE * (n // len(SENTENCE)),
    "one sentence": lambda n: HEAD + "word " * (n // 5) + ".",
    "headings": lambda n: HEAD + "".join(f"## H {number}\n\n" for number in range(n // 9)),
    "tags": lambda n: "---\ntags: [" + ", ".join(f"t{number}g" for number in range(n // 8)) + "]\n---\n\nText.\n",
    "brackets": lambda n: HEAD + "[" * n,
    "marks": lambda n: HEAD + "“" * n,
    "apostrophes": lambda n: HEAD + " 'a" * (n // 3),
    "ticks": lambda n: HEAD + "`a " * (n // 3),
    "stars": lambda n: HEAD + "*a " * (n // 3),
    "shortcodes": lambda n: HEAD + "{{< a " * (n // 6),
    "strings in shortcodes": lambda n: HEAD + '{{< a="' * (n // 7) + '>}}"',
    "shortcodes of paragraphs": lambda n: HEAD + '{{< "x\n\n" >}} ' * (n // 14),
    "open strings of paragraphs": lambda n: HEAD + '{{< "x\n\n' * (n // 8) + ">}}",
    "attributes": lambda n: HEAD + '![a](b){c="' * (n // 11),
    "braces": lambda n: HEAD + "# a {b\n" * (n // 7),
    "anchors": lambda n: HEAD + "".join(f"[a](#b{i})\n\n## c ⛵ {i}\n\n" for i in range(n // 24)),
    "wrong anchors": lambda n: HEAD + "[a](#b) " * (n // 8) + "\n\n## c ⛵ d\n\nText.\n",
    "a stored body": lambda n: '+++\ntitle="A"\nbody="' + '<p>a\\"b</p>\\n' * (n // 14) + '"\n+++\n',
    "a stored block": lambda n: "---\ntitle: A\nbody: |\n" + "  a *b*\n\n" * (n // 9) + "---\n",
    "marks of a house's own": lambda n: HEAD + "=BOX_START=\n=PIC=a\n" * (n // 19) + "=BOX_END=\n",
    "open marks of a house's own": lambda n: HEAD + "".join(f"=A{chr(65 + i % 26)}_START=\n" for i in range(n // 11)),
    "code that nothing marks": lambda n: HEAD + "#!/bin/sh\n# a\nb=$c d=$e;\n\n" * (n // 28),
    "damage": lambda n: HEAD + "â€™a \ufffd\n\n" * (n // 8),
    "tags of HTML": lambda n: HEAD + "<a " * (n // 3),
    "comments": lambda n: HEAD + "<!-- " * (n // 5),
    "figures": lambda n: HEAD + "rose 3% to 5% " * (n // 14),
    "dates": lambda n: HEAD + "3 May 2026 " * (n // 11),
    "names": lambda n: HEAD + "Ana Ruiz Ben " * (n // 13),
    "acronyms": lambda n: HEAD + "Big Red Cat (BRC) " * (n // 18),
    "spaces": lambda n: HEAD + "a" + " " * n + "b",
    "lines": lambda n: HEAD + "a\n" * (n // 2),
    "links": lambda n: HEAD + "[a](http://a.bc/d?utm_source=x) " * (n // 33),
    "lists": lambda n: HEAD + "- a b c:\n" * (n // 9),
    "quotes": lambda n: HEAD + "> a\n\nb\n\n" * (n // 8),
    "rows": lambda n: HEAD + "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * (n // 10),
    "same words": lambda n: HEAD + "the the " * (n // 8),
    "desk marks": lambda n: HEAD + "TK lorem ipsum " * (n // 15),
    "same sentence": lambda n: HEAD + "The same sentence stands here once more for all.\n\n" * (n // 50),
    "suppressions": lambda n: HEAD + "<!-- presslint: ignore[repeated-word] x -->\n\nThe the.\n\n" * (n // 54),
    "pictures": lambda n: HEAD + "![](a.png)\n\n" * (n // 12),
}  # fmt: skip
SIZE = 8_000


def times(piece: str) -> Callable[[int], str]:
    """So many of it as make a text of a length."""
    return lambda n: piece * (n // len(piece))


def numbered(piece: str) -> Callable[[int], str]:
    """The same, each with a number of its own in place of the `#`."""
    return lambda n: "".join(piece.replace("#", str(number)) for number in range(n // len(piece)))


def within(before: str, inside: Callable[[int], str], after: str) -> Callable[[int], str]:
    return lambda n: before + inside(n) + after


def page(inside: Callable[[int], str]) -> Callable[[int], str]:
    return within("<html><head><title>Pier</title></head><body><h1>Pier</h1>", inside, "</body></html>")


def body_of(record: Callable[[str], object], inside: Callable[[int], str]) -> Callable[[int], str]:
    """A record of a publishing system as JSON."""
    return lambda n: json.dumps(record(inside(n)))


def document(inside: Callable[[int], str], styles: Callable[[int], str] = str) -> Callable[[int], bytes]:
    """A .docx whose body and styles are given."""
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

    def made(n: int) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as package:
            body = f"<w:document {namespace}><w:body>{inside(n)}</w:body></w:document>"
            package.writestr("word/document.xml", body)
            package.writestr("word/styles.xml", f"<w:styles {namespace}>{styles(n)}</w:styles>")
        return packed.getvalue()

    return made


NITF = "<nitf><body><body.head><hedline><hl1>Pier</hl1></hedline></body.head><body.content>"
WXR = (
    '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">'
    "<channel><wp:wxr_version>1.2</wp:wxr_version><item><title>Pier</title><wp:post_type>post</wp:post_type>"
    "<content:encoded><![CDATA["
)
# what only has to be read: the file's name, and the file in a length
FILES: dict[str, tuple[str, Callable[[int], str | bytes]]] = {
    "HTML: paragraphs": ("a.html", page(times("<p>a</p>"))),
    "HTML: nothing closed": ("a.html", page(times("<div><b>a"))),
    "HTML: line breaks under deep marks": ("a.html", page(within("<b>" * 200, times("a<br><br>"), ""))),
    "HTML: deep lists": ("a.html", page(times("<ul><li>a"))),
    "HTML: cells": ("a.html", page(within("<table><tr>", times("<td>a"), "</table>"))),
    "HTML: bylines": ("a.html", page(times("<a rel=author>Ana Ruiz</a> "))),
    "HTML: tags": ("a.html", page(times("<div class=tags><a>b</a></div>"))),
    "HTML: lists of links": ("a.html", page(times("<ul><li><a href=b>c</a></ul>"))),
    "HTML: dates": ("a.html", page(times("<time>5 May 2026</time>"))),
    "HTML: newsletters": ("a.html", page(within("<div class=newsletter>" * 200, times("<p>a"), ""))),
    "HTML: brackets": ("a.html", page(times("<"))),
    "HTML: attributes": ("a.html", page(within("<p ", numbered("a# "), ">Text"))),
    "HTML: entities": ("a.html", page(times("a&amp;"))),
    "NITF: paragraphs": ("a.xml", within(NITF, times("<p>a</p>"), "</body.content></body></nitf>")),
    "NITF: marks": ("a.xml", within(NITF, times("<em>a</em> "), "</body.content></body></nitf>")),
    "WXR: lines": ("a.xml", within(WXR, times("a\n\n"), "]]></content:encoded></item></channel></rss>")),
    "JSON: lines": ("a.json", body_of(lambda text: {"title": "Pier", "body": text}, times("a b.\n\n"))),
    "JSON: markup": ("a.json", body_of(lambda text: {"title": "Pier", "body": text}, times("<p>a</p>"))),
    "JSON: tags": ("a.json", lambda n: json.dumps({"title": "Pier", "body": "a", "tags": ["b"] * (n // 5)})),
    "JSON: keys": ("a.json", within('{"title":"Pier","body":"a"', numbered(',"k#":1'), "}")),
    "JSON: depth": ("a.json", within('{"title":"Pier","body":', times("["), "")),
    "JSON Lines": ("a.jsonl", times('{"title":"Pier","body":"a b c"}\n')),
    "text: lines": ("a.txt", numbered("a#\n")),
    "text: paragraphs": ("a.txt", numbered("a b#.\n\n")),
    "text: bylines": ("a.txt", numbered("By Ana Ruiz #\n\n")),
    "text: lists": ("a.txt", numbered("- a#\n")),
    "reStructuredText: headings": ("a.rst", times("Pier\n====\n\n")),
    "reStructuredText: definitions": ("a.rst", times("a\n  b\n")),
    "reStructuredText: marks": ("a.rst", times("``a *b `c ")),
    "reStructuredText: references": ("a.rst", numbered("`a#`_ ")),
    "AsciiDoc: lists": ("a.adoc", times("* a\n** b\n")),
    "AsciiDoc: blocks": ("a.adoc", times("====\na\n----\nb\n")),
    "AsciiDoc: marks": ("a.adoc", times("*a _b `c ")),
    "ArchieML: keys": ("a.aml", numbered("k#: a\n")),
    "ArchieML: scopes": ("a.aml", numbered("{a.b#}\nc: d\n[e#]\n* f\n")),
    "ArchieML: one text": ("a.aml", within("headline: Pier\nbody: a\n", times("b c.\n"), ":end\n")),
    "YAML: keys": ("a.md", within("---\n", numbered("k#: b\n"), "---\n\nText.\n")),
    "YAML: faults": ("a.md", within("---\n", numbered("k#: [b\n"), "---\n\nText.\n")),
    "YAML: names": ("a.md", within("---\nauthor: ", times("Ana Ruiz, "), "Ben Cole\n---\n\nText.\n")),
    "YAML: aliases": ("a.md", within("---\na: &a b\n", numbered("k#: *a\n"), "---\n\nText.\n")),
    "YAML: depth": ("a.md", within("---\na: ", times("["), "\n---\n\nText.\n")),
    "YAML: one string": ("a.md", within('---\ntitle: "', times("a\n "), '"\n---\n\nText.\n')),
    "TOML: tables": ("a.md", within("+++\n", numbered("[t#]\na = 1\n"), "+++\n\nText.\n")),
    "TOML: tags": ("a.md", within("+++\ntags = [", times('"a", '), "]\n+++\n\nText.\n")),
    "Word: runs": ("a.docx", document(within("<w:p>", times("<w:r><w:t>a </w:t></w:r>"), "</w:p>"))),
    "Word: styles": (
        "a.docx",
        document(
            lambda n: "<w:p><w:r><w:t>Text.</w:t></w:r></w:p>",
            lambda n: "".join(
                f'<w:style w:styleId="s{number}"><w:basedOn w:val="s{number - 1}"/></w:style>'
                for number in range(n // 50)
            ),
        ),
    ),
    "MDX: braces": ("a.mdx", times("{a ")),
    "MDX: components": ("a.mdx", times("<A>\n\nb\n\n")),
}  # fmt: skip


@contextmanager
def counted() -> Iterator[list[int]]:
    """The number of calls that are made meanwhile."""
    calls = [0]

    def count(frame: FrameType, event: str, argument: object) -> None:
        calls[0] += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        yield calls
    finally:
        sys.setprofile(None)


def work(text: str) -> int:
    """Calls that reading and linting a text takes."""
    with counted() as calls:
        for article in read(text.encode(), "story.md", PLAN.reading):
            result = lint(article, PLAN.rules, known=PLAN.known, today=TODAY)
            assert not result.crashes
    return calls[0]


def reading(name: str, size: int) -> int:
    """Calls that reading a file takes, however it ends."""
    path, made = FILES[name]
    written = made(size)
    with counted() as calls, suppress(SourceError):
        list(read(written if isinstance(written, bytes) else written.encode(), path))
    return calls[0]


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_copy_is_twice_the_work(name: str) -> None:
    once, twice = HOSTILE[name](SIZE), HOSTILE[name](2 * SIZE)
    work(twice)  # what is worked out once, and remembered, is not counted
    assert work(twice) <= 2.3 * work(once) + 15_000


@pytest.mark.parametrize("name", FILES)
def test_twice_the_file_is_read_in_twice_the_work(name: str) -> None:
    reading(name, SIZE // 8)
    assert reading(name, SIZE) <= 2.3 * reading(name, SIZE // 2) + 3_000


@pytest.mark.parametrize("name", ["one sentence", "same words", "lines", "desk marks"])
def test_a_finding_tells_no_more_than_a_sentence(name: str) -> None:
    """However long the sentence is in which it stands."""
    (article,) = read(HOSTILE[name](3 * LONG_SENTENCE).encode(), "story.md", PLAN.reading)
    findings = lint(article, PLAN.rules, known=PLAN.known, today=TODAY).findings
    assert all(len(finding.context) <= LONG_SENTENCE for finding in findings)


def test_articles_are_let_go() -> None:
    """Memory does not grow with the number of articles; a few may wait in small caches."""
    gc.collect()
    before = sum(isinstance(each, Article) for each in gc.get_objects())
    for number in range(60):
        for article in read(f"{HEAD}{SENTENCE * 5}\nPier {number}.\n".encode(), "story.md", PLAN.reading):
            lint(article, PLAN.rules, known=PLAN.known, today=TODAY)
    del article
    gc.collect()
    assert sum(isinstance(each, Article) for each in gc.get_objects()) - before <= 8


def test_checking_leaves_no_rings() -> None:
    """What a run has checked goes at once; the garbage collector would find it late, or never."""

    def check(number: int) -> None:
        text = (
            f"{HEAD}{SENTENCE * 9}\n\n## Pier {number}\n\n- A pier\n- A boat\n\n### Fares\n\nThe the end.\n"
        )
        check_bytes(text.encode(), "story.md", CONFIG, Path("story.md"))

    for number in range(8):  # out of small caches goes what other tests have read
        check(number)
    gc.collect()
    gc.disable()
    try:
        for number in range(8, 18):
            check(number)
        assert gc.collect() < 10
    finally:
        gc.enable()
