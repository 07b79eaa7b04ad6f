from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Link, Rule, Severity, quoted, regex
from presslint.desk import (
    EXAMPLES,
    NULLS,
    PLACEHOLDER_HOSTS,
    PLACEHOLDER_TARGETS,
    is_control,
    is_printed,
    target_of,
)

LOCAL = regex(r"file://|[A-Za-z]:[\\/](?:Users|Documents)\b|/Users/\w|/home/\w{1,40}/", re.I)
INSTRUCTION = regex(
    r"[\[<({]?\s?(?:insert|add|your|paste)[ _-](?:the[ _-])?(?:link|url|source|address)\b", re.I
)
HOST = regex(r"(?:https?:)?//(?:www\.)?([^/?#:\s]+)", re.I)
NAMED = regex(r"\s(?:name|id)\s?=", re.I)
TAG_REACH = 300  # characters of a tag before and behind its address
# a slot of the writer's template, in capitals: those of site generators are small
SLOT = regex(r"(?:\{\{?|%7B%7B|\[|<)[A-Z][A-Z0-9]{1,20}(?:_[A-Z0-9]{1,20}){1,5}(?:\}\}?|%7D%7D|\]|>)")
TEMPLATE = regex(r"\{\{|\{%|<%|\$\{|\ufffc")


class PlaceholderLink(Rule):
    """Every link leads somewhere.

    `#`, an empty address, “https://” alone, `example.com`, a file on the writer's own disk: the link was
    to be filled in later. Anchors on the page, code of the site's generator in an address, and an
    example address that is printed as such (“open http://example.com”) are fine. `undefined` and `null` are the address
    that a program writes where it had none. So is a link without words
    that has a name or an id: a place that other links lead to.
    """

    severity = Severity.ERROR
    most_on_pages = Severity.WARNING
    sources = ("Accuracy checklists: follow every link before publication",)
    needs = frozenset({"links"})
    reads = frozenset({"link"})
    reads_addresses = frozenset(
        (
            "\n\n",  # an address that is empty
            *(f"\n{target}\n" for target in PLACEHOLDER_TARGETS | NULLS),
            *EXAMPLES,
            *(f"{slashes}{host}" for host in PLACEHOLDER_HOSTS for slashes in ("//", "//www.")),
            *(
                "\ninsert",
                "\nadd",
                "\nyour",
                "\npaste",
                "\n[",
                "\n<",
                "\n(",
                "\n{",
                "\n%7b%7b",
                "\njavascript:",
                "\nfile://",
            ),
            *("\n/users/", "\n/home/", ":/users", ":\\users", ":/documents", ":\\documents"),
        )
    )
    examples: ClassVar = (
        Bad(
            "- [undefined]([[undefined]])\n- [The yard]([[null]])\n",
            says=(
                "The link “undefined” leads nowhere (“undefined”); put in its address or drop the link.",
                "The link “The yard” leads nowhere (“null”); put in its address or drop the link.",
            ),
            severity="error",
        ),
        Good(
            "It gives [None](https://docs.python.org/3/library/constants.html#None) or [`null`](null) or [a NaN](nan).\n"
        ),
        Good('The [boat](<> "a small ship") sails at ten.\n'),
        Good(
            "# Ferry\n\nSee [the fares](#fares), [the map]({{ site.map }}) or <http://example.com>.\n\n"
            "## Fares\n\n$4.\n"
        ),
        Good(
            "Mail [the pier](mailto:pier@ferry.example.org) or see [its "
            "page](https://ferry.example.org/beispiel).\n"
        ),
        Bad(
            "The [report]([[#]]) is out, and so is [the map]([[https://]]).\n",
            says=(
                "The link “report” leads nowhere (“#”); put in its address or drop the link.",
                "The link “the map” leads nowhere (“https://”); put in its address or drop the link.",
            ),
            severity="error",
        ),
        Bad(
            "See [our story]([[https://www.example.com/story]]) and [the "
            "list]([[file:///C:/Users/ana/list.xls]]).\n",
            says=(
                "The link “our story” leads to the placeholder “example.com”; put in its address or drop the "
                "link.",
                "The link “the list” leads to a file on somebody's own disk; put in its address or drop the "
                "link.",
            ),
        ),
        Bad(
            "See [a]([[{{BOAT_ARTICLE_URL}}]]) and [b]([[https://docs.exemplo.com/]]).\n",
            says=(
                "The link “a” leads nowhere (“{{BOAT_ARTICLE_URL}}”); put in its address or drop the link.",
                "The link “b” leads to the placeholder “docs.exemplo.com”; put in its address or drop the link.",
            ),
            severity="error",
        ),
        Good("See [a]({{ boat_url }}), [b]({{< ref BOAT >}}) and [c](https://beispiele.de/).\n"),
        Good(
            '<p><a href="#" aria-label="Copy the link" data-copy="1"><i></i></a> It rose.</p>\n',
            name="page.html",
        ),
        Good('<p><a href="#" name="english"></a>In English below, [here](#english).</p>\n'),
        Good('Text <a id="english" href="#"></a> goes on.\n'),
        Bad('Text <a href="[[#]]" id="english">goes</a> on.\n'),
        Good(
            "<html><body><article><h1>Pier opens</h1><p>The new pier on Harbour Street opened on Tuesday, "
            'the mayor said. <a href="javascript:void(0)">Remove adverts</a><a href=""></a></p></article></body>'
            "</html>",
            name="page.html",
        ),
        Bad(
            "<html><body><article><h1>Pier opens</h1><p>The new pier on Harbour Street opened on Tuesday, the "
            '<a href="">[[mayor]]</a> said.</p></article></body></html>',
            name="page.html",
            severity="warning",
        ),
        Bad(
            '<p>The <a href="">[[report]]</a> is out.</p>\n',
            name="page.html",
            says="The link “report” has no address; put in its address or drop the link.",
        ),
        Bad(
            "See [the map]([[javascript:void(0)]]).\n",
            says="The link “the map” runs a script instead of leading to a page; put in its address or drop "
            "the link.",
            severity="error",
        ),
        Bad(
            '<p><a href="[[#]]"></a> It rose.</p>\n',
            says="The link without words leads nowhere (“#”); put in its address or drop the link.",
            severity="error",
        ),
        Bad(
            '<p>The <a href=" ">[[report]]</a> is out.</p>\n',
            says="The link “report” has no address; put in its address or drop the link.",
            severity="error",
        ),
        Good(
            '<p><a href="#" title="the list of fares the list of fares the list of fares the list of '
            "fares the list of fares the list of fares the list of fares the list of fares the list of "
            'fares the list of fares the list of fares the list of fares " id="x"></a> It rose.</p>\n'
        ),
        Bad(
            "O barco está no [cais]([[https://docs.exemplo1.com/]]) e não sai mais hoje.\n",
            says="The link “cais” leads to the placeholder “docs.exemplo1.com”; put in its address or drop the link.",
            severity="error",
        ),
        Good("See [the pier](https://exemplo-de-barco.example.net.pier.org/) there.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for link in article.links:
            slot = SLOT.fullmatch(link.target.strip())
            passed = not slot and (
                _is_gloss(article, link)
                or TEMPLATE.search(link.target)
                or _is_button(article, link)
                or _is_place(article, link)
                or _is_the_template_s(article, link)
            )
            reason = "nowhere" if slot else "" if passed else _fault(link)
            if reason:
                words = quoted(link.text.text) if link.text else "without words"
                shown = (
                    f"leads nowhere ({quoted(link.target)})"
                    if reason == "nowhere" and link.target
                    else reason
                )
                if reason == "nowhere" and not link.target:
                    shown = "has no address"
                where = target_of(article, link) if link.target.strip() else link
                yield self.finding(where, f"The link {words} {shown}; put in its address or drop the link.")


def _is_the_template_s(article: Article, link: Link) -> bool:
    """Whether a published page's template put the link there: it has no words, or runs a script."""
    script = link.target.strip().lower().startswith("javascript:")
    return article.is_page and (script or not link.text.text.strip())


def _is_gloss(article: Article, link: Link) -> bool:
    """Whether a link is written to show a note under the pointer: `[boat](<> "a ship")`."""
    end = link.text.span.end
    return article.format == "markdown" and article.source.text[end : end + 5] == "](<> "


def _is_button(article: Article, link: Link) -> bool:
    """Whether a link without a page to lead to is a button of the page."""
    target = link.target.strip().lower()
    return (target in ("", "#", "#0") or target.startswith("javascript:")) and is_control(article, link)


def _is_place(article: Article, link: Link) -> bool:
    """Whether a link has no words and a name or an id: links lead to it, it leads nowhere."""
    if link.text.text.strip() or link.target_span is None:
        return False
    text, at = article.source.text, link.target_span.start
    tag = text[max(at - TAG_REACH, 0) : text.find(">", at, at + TAG_REACH) + 1 or at]
    return NAMED.search(tag, max(tag.rfind("<"), 0)) is not None


def _is_example(host: str) -> bool:
    """Whether a host is one that manuals use, or bears the word for “example” in another language."""
    parts = host.split(".")
    return host in PLACEHOLDER_HOSTS or any(part.rstrip("0123456789") in EXAMPLES for part in parts[:-1])


def _fault(link: Link) -> str:
    """What is wrong with a target, as the middle of a sentence; empty when nothing is."""
    target = link.target.strip()
    if link.kind in ("footnote", "image"):
        return ""
    if target.lower() in NULLS:
        same = link.text.text.strip() == target
        words = any(True for _ in link.text.marked("code")) or (target.lower() in ("nan", "nil") and not same)
        return "" if words else "nowhere"
    if not target or target.lower() in PLACEHOLDER_TARGETS or INSTRUCTION.match(target):
        return "nowhere"
    if target.lower().startswith("javascript:"):
        return "runs a script instead of leading to a page"
    if LOCAL.match(target):
        return "leads to a file on somebody's own disk"
    host = HOST.match(target)
    if host and _is_example(host[1].lower()) and not is_printed(link):
        return f"leads to the placeholder {quoted(host[1])}"
    return ""
