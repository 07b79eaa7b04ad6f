from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import ClassVar
from unicodedata import category, normalize
from urllib.parse import unquote

from presslint import Article, Bad, Finding, Good, Kind, Link, Option, Rule, Severity, quoted
from presslint.desk.linktarget import target_of
from presslint.reading.entities import unescaped
from presslint.regex import regex

IDS = regex(
    r"""\b(?:id|name)\s{0,3}=\s{0,3}(?:"([^"<>]{1,200})"|'([^'<>]{1,200})'|([^"'\s<>]{1,200}))"""
    r"|\{\s{0,3}#([^\s}]{1,200})"
)
TEMPLATE = regex(r"\{\{|\{%|<%|\$\{|\ufffc")
NUMBERED = regex(r"[-_]\d{1,2}\Z")  # the second subhead of that name
FOOTNOTE = regex(r"_?(?:fn|footnote|note|cite|ref)[-_:]?(?:ref)?[-_:]?\w{0,20}\Z")
NOT_SLUG = regex(r"[^\w\- ]")
NOT_DOTTED = regex(r"[^\w\- .]")
NOT_ASCII_SLUG = regex(r"[^a-z0-9 \-]")
LEADING = regex(r"\A[\W\d_]+")
# endings of files that stand in the tree as they are linked; pages are named by the site's own rules
FILES = frozenset(
    ".md .markdown .txt .rst .adoc .png .jpg .jpeg .gif .svg .webp .pdf .csv .xlsx .docx .mp3 .mp4".split()
)
TOP = frozenset(("top", "content", "main", "main-content"))


class BrokenLink(Rule):
    """A link within the site leads to something that is there.

    Anchors are looked for among the subheads and ids of the article, in every spelling that site
    generators make of a subhead. With `files`, relative addresses are looked for beside the article's
    own file; that is for houses that link files directly, and off because most sites name pages by
    rules that the source does not show. Nothing is fetched.
    """

    severity = Severity.WARNING
    as_one = "{count} links lead nowhere; mend their addresses."
    files: bool = Option(False, description="Look for linked files beside the article's file, too.")
    sources = ("Accuracy checklists: follow every link before publication",)
    needs = frozenset({"links"})
    looks_at = frozenset({"link"})
    examples: ClassVar = (
        Good(
            "See [the fares](#the-fares), [here](#x) or [the top](#top).\n\n## The fares\n\n<a "
            'id="x"></a>$4.\n'
        ),
        Good(
            "See [a](#whats-new--old), [b](#what-s-new-old), [c](#what's-new-&-old) or [d](#_whats_new_old).\n"
            "\n## What’s new & old\n\nMuch.\n"
        ),
        Good(
            "See [a](#2-cafés), [b](#cafés), [c](#2-cafes), [d](#cafs) or [e](#q's).\n\n## 2. Cafés\n\nTwo.\n\n"
            '<h3 id="q\'s">Questions</h3>\n\nNone.\n'
        ),
        Good(
            "Mail [us](mailto:pier@ferry.example.org), see [the guide](/guide) or [the "
            "map](https://x.example.org/map.md).\n"
        ),
        Bad("See [what is new]([[#new]]).\n\n## What’s new\n\nMuch.\n"),
        Bad(
            "See [the fares]([[#fares]]).\n\n## Piers\n\nFour.\n",
            says="The link “the fares” leads to “#fares”, which is not on the page; mend the address "
            "or the anchor.",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if article.key:
            return  # one of many in a file, whose page is put together elsewhere
        anchors: frozenset[str] | None = None
        for link in article.links:
            target = link.target.strip()
            if link.kind == "footnote" or TEMPLATE.search(target):
                continue
            if target.startswith("#") and len(target) > 1:
                anchors = _anchors(article) if anchors is None else anchors
                anchor = _plain(target[1:])
                if not {anchor, NUMBERED.sub("", anchor)} & anchors and not FOOTNOTE.match(anchor):
                    yield self.broken(
                        article, link, target, "is not on the page; mend the address or the anchor"
                    )
            elif self.files and _is_missing(article, target):
                yield self.broken(article, link, target, "is not there; mend the address or add the file")

    def broken(self, article: Article, link: Link, target: str, what: str) -> Finding:
        words = quoted(link.text.text) if link.text else quoted(target)
        return self.finding(
            target_of(article, link), f"The link {words} leads to {quoted(target)}, which {what}."
        )


def _anchors(article: Article) -> frozenset[str]:
    """Everything an in-page link could mean: ids in the source, and slugs of the subheads."""
    found = {_plain(match[match.lastindex or 0]) for match in IDS.finditer(article.source.text)} | TOP
    for block in article.walk():
        if block.kind is Kind.HEADING:
            found.update(_slugs(_level(block.text)))
    return frozenset(found)


def _slugs(subhead: str) -> Iterator[str]:
    """The ids that generators make of a subhead, by what they keep of it and what they join it with."""
    ascii_only = normalize("NFKD", subhead).encode("ascii", "ignore").decode()
    for text in {subhead, ascii_only}:  # the latter: kramdown, Python-Markdown
        kept = NOT_SLUG.sub("", text).strip()
        yield kept.replace(" ", "-")  # GitHub, Goldmark (Hugo), kramdown for Jekyll, Docusaurus
        yield re.sub(r"[\s-]+", "-", kept)  # Python-Markdown (MkDocs), WordPress
        yield re.sub(r"[\s_]+", "_", kept)  # MediaWiki
        yield "_" + re.sub(r"[\s_.-]+", "_", NOT_DOTTED.sub("", text)).strip("_")  # Asciidoctor
        yield re.sub(r"[\W_]+", "-", text).strip("-")  # Blackfriday (Hugo of old), VitePress
        yield LEADING.sub("", NOT_DOTTED.sub("", text)).replace(" ", "-")  # Pandoc
    yield LEADING.sub("", NOT_ASCII_SLUG.sub("", subhead)).replace(" ", "-")  # kramdown by itself
    yield re.sub(r"\s+", "-", subhead)  # markdown-it-anchor (Eleventy) keeps every mark
    marks = "".join(char for char in subhead if char in " -_" or char.isalnum() or category(char)[0] == "M")
    yield marks.replace(" ", "-")  # GitHub keeps the vowel signs of Indian scripts


def _plain(anchor: str) -> str:
    """An anchor without escapes, in small letters."""
    return _level(unquote(unescaped(anchor)))


def _level(text: str) -> str:
    """In small letters and composed, with straight apostrophes."""
    return normalize("NFC", text).lower().replace("’", "'").strip()


def _is_missing(article: Article, target: str) -> bool:
    """Whether a relative address names a file that does not stand beside the article."""
    path = unquote(target.partition("#")[0].partition("?")[0])
    if (
        not path
        or path.startswith(("/", "\\\\"))
        or ":" in path
        or PurePosixPath(path).suffix.lower() not in FILES
    ):
        return False
    return article.has_beside(path) is False
