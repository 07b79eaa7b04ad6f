from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import ClassVar
from urllib.parse import unquote

from presslint import Article, Bad, Finding, Good, Link, Option, Rule, Severity, quoted
from presslint.desk.anchors import Anchors
from presslint.desk.linktarget import is_control, target_of
from presslint.model.passage import MASK
from presslint.model.regex import regex

TEMPLATE = regex(r"\{\{|\{%|<%|\$\{|\ufffc")
# endings of files that stand in the tree as they are linked; pages are named by the site's own rules
FILES = frozenset(
    ".md .markdown .txt .rst .adoc .png .jpg .jpeg .gif .svg .webp .pdf .csv .xlsx .docx .mp3 .mp4".split()
)


class BrokenLink(Rule):
    """A link within the site leads to something that is there.

    Anchors are looked for among the subheads and ids of the article, in every spelling that site
    generators make of a subhead: with or without numbers, prefixes (`h-`, `section-`) and accents, and with
    emoji spelled out. What a theme puts on every page (`#comments`) and what a script makes of an address
    (`#/map`, a tab, a toggle) is let be, and so is an anchor made of the bold or linked words that open a list
    item. An anchor can also stand in the site's own templates, which are not looked at: so one that is not
    found is a suggestion, and a warning only where a subhead or an anchor of the page is nearly the same. With `files`, relative addresses are looked for beside the article's
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
        Good(
            "See [a](#the-crew-sailboat), [b](#the-crew), [c](#h-the-crew), [d](#user-content-the-crew), "
            "[e](#The_crew_2) or [f](#-the-crew).\n\n## 1. The crew ⛵\n\nTwo.\n"
        ),
        Good(
            "See [a](#fares), [b](#piers), [c](#boats).\n\n## Cost {:#fares}\n\n$4.\n{: .wide #piers}\n\n[]{#boats}Two.\n"
        ),
        Good("See [a](#/map), [b](#comments), [c](#:~:text=pier) or [d](#fn-2).\n"),
        Good('<p><a href="#fares" data-toggle="tab">Fares</a></p>\n', name="page.html"),
        Good("See [](#the-fares).\n\n## The fares\n\n$4.\n"),
        Good(
            "See [a](#the-night-boat) or [b](#the-pier).\n\n- **The night boat:** at ten.\n- [The pier](/pier): new.\n"
        ),
        Good(
            '<p><a href="#LIMIT">Limits</a></p><h3><A NAME="LIMIT">Limits of the pier</A></h3>\n',
            name="page.html",
        ),
        Bad(
            "See [the crew]([[#the-night-boat-crew]]).\n\n## The night boat’s crews\n\nTwo.\n",
            says="The link “the crew” leads to “#the-night-boat-crew”, which is not on the page; perhaps “The night "
            "boat’s crews” is meant.",
            severity="warning",
        ),
        Bad(
            "See [the boat]([[#night-boat-in-2024]]).\n\n## Night boat in 2025\n\nTwo.\n",
            severity="suggestion",
            says="The link “the boat” leads to “#night-boat-in-2024”, which is not on the page; mend the "
            "address or the anchor, unless it stands in a template of the site.",
        ),
        Bad("See [the crew]([[#the-boats]]).\n\n## The crew ⛵\n\nTwo.\n", severity="suggestion"),
        Bad("See []([[#fares]]).\n\n## Piers\n\nFour.\n", severity="suggestion"),
        Bad("See [what is new]([[#new]]).\n\n## What’s new\n\nMuch.\n", severity="suggestion"),
        Bad(
            "See [the fares]([[#fares]]).\n\n## Piers\n\nFour.\n",
            says="The link “the fares” leads to “#fares”, which is not on the page; mend the address "
            "or the anchor, unless it stands in a template of the site.",
            severity="suggestion",
        ),
        Good("See [the fares](#{{ x }}).\n\n## Piers\n\nFour.\n"),
        Good("See [the map](map.md).\n", files=True),
        Bad(
            "See [the fares]([[#f]]).\n\n## Piers\n\nFour.\n",
            says="The link “the fares” leads to “#f”, which is not on the page; mend the address or the "
            "anchor, unless it stands in a template of the site.",
            severity="suggestion",
        ),
        Good("See [the fares](#).\n\n## Piers\n\nFour.\n"),
        Good("See [the map](map).\n", files=True),
        Bad(
            '<p>See <a href="[[#fares]]"><img src="a.png" alt="x"></a>.</p>\n\n## Piers\n\nFour.\n',
            says="The link “#fares” leads to “#fares”, which is not on the page; mend the address or the "
            "anchor, unless it stands in a template of the site.",
            severity="suggestion",
        ),
        Good(
            '{"posts": [{"id": "5f", "title": "Council cuts night buses", "html": "<p>The council voted '
            'on <a href=\\"#fares\\">Tuesday</a>.</p>"}]}\n',
            name="ghost.json",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if article.key:
            return  # one of many in a file, whose page is put together elsewhere
        anchors: Anchors | None = None
        for link in article.links:
            target = link.target.strip()
            if link.kind == "footnote" or TEMPLATE.search(target):
                continue
            if target.startswith("#") and len(target) > 1:
                anchors = Anchors(article) if anchors is None else anchors
                if target not in anchors and not is_control(article, link):
                    yield self.astray(article, link, target, anchors.near(target))
            elif self.files and _is_missing(article, target):
                yield self.broken(article, link, target, "is not there; mend the address or add the file")

    def astray(self, article: Article, link: Link, target: str, near: str) -> Finding:
        """An anchor that is not found: where something is nearly the same, that is told."""
        if near:
            what = f"is not on the page; perhaps {quoted(near)} is meant"
            return self.broken(article, link, target, what)
        what = (
            "is not on the page; mend the address or the anchor, unless it stands in a template of the site"
        )
        return self.broken(article, link, target, what, Severity.SUGGESTION)

    def broken(
        self, article: Article, link: Link, target: str, what: str, severity: Severity | None = None
    ) -> Finding:
        words = quoted(link.text.text) if link.text.text.strip(MASK) else quoted(target)
        return self.finding(
            target_of(article, link),
            f"The link {words} leads to {quoted(target)}, which {what}.",
            severity=severity,
        )


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
