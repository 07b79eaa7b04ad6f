from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Link, Rule, Severity, quoted, regex
from presslint.desk import CLOSING_DOUBLE, COUNTRIES, TOP_DOMAINS, target_of

TEMPLATE = regex(r"\{\{|\{%|<%|\$\{|\ufffc|\[UNIQID\]")
DOUBLED = regex(r"(?:https?:?//)+(?=https?:?//?[^/\s])", re.I)
# “http” with a letter lost, doubled or two of them swapped
MISTYPED = regex(r"(?!https?:)(?:h{0,2}t{1,3}p{1,2}s{0,2}|htpt?s?|hhttps?|httos?|hptts?)://(?=\w)", re.I)
NO_HOST = regex(r"https?:///+(?=\w)", re.I)
HOST_FIRST = regex(r"((?:[\w-]{1,63}\.){1,5})(\w{2,10})(?=[/?#]|\Z)")
MAILBOX = regex(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[A-Za-z]{2,10}")
STRAY = regex(rf"[~`|;{CLOSING_DOUBLE}]+\Z")
MARKS_ONLY = regex(r"[?!.…_-]{3,}|[?!]{2}")
SEGMENT = regex(r"([\w-]+)/[^:]*")
SCHEME = regex(r"\w{2,12}:|//")
TEXT_FRAGMENT = ":~:"


class MalformedAddress(Rule):
    """The address of a link is one that a browser can follow.

    `ttps://…`, `https://https://…`, `(https://…)` with its brackets inside the address, `github.com/name` without
    its scheme, a mailbox without `mailto:`, a quotation mark at the end: each leads to a page of the own site
    that is not there. An address that is a bare word is the label of a reference that stands further down, or
    nothing. An address without its first slash is looked at only where it begins with a folder in which the
    article stands itself or to which it links with the slash. Code of the site's generator and what is printed as
    an address are let be.
    """

    severity = Severity.ERROR
    as_one = "{count} links have addresses that no browser can follow; mend them."
    sources = ("RFC 3986: generic syntax of addresses", "WHATWG URL Standard")
    needs = frozenset({"links"})
    reads = frozenset({"link"})
    examples: ClassVar = (
        Good(
            "See [a](https://ferry.example.org), [b](//ferry.example.org), [c](/piers), [d](fares/), [e](#fares), "
            "[f](mailto:pier@ferry.example.org), [g](tel:112) or [h](../fares.html).\n\n## Fares\n\n$4.\n"
        ),
        Good("Write to <pier@ferry.example.org>, or see www.ferry.example.org and [the map](map.io.md).\n"),
        Good(
            "See [a](https://web.example.org/1/http://ferry.example.org) and [b](https://https.example.gov/).\n"
        ),
        Good("See [a]({{ site.url }}ferry.com) or [b](https://x.example.org/#:~:text=It%20is%20old;).\n"),
        Good('See [a](https://x.example.org/the_"old"_pier), [b](notes.com.md) or [c](ferry.de).\n'),
        Good("See [the fares](fares/2026/).\n", name="content/blog/2026/pier.md"),
        Good("See [the fares](fares).\n"),
        Bad(
            "See [the fares]([[(https://ferry.example.org/fares)]]).\n",
            severity="error",
            says="The address of “the fares” stands in brackets of its own; write “https://ferry.example.org/fares”.",
            fix="See [the fares](https://ferry.example.org/fares).\n",
        ),
        Bad(
            "See [the fares][1] at the pier.\n\n[1]: [[(https://ferry.example.org/fares)]]\n",
            severity="error",
        ),
        Bad(
            "See [the fares]([[ttps://ferry.example.org/fares]]).\n",
            says="The address of “the fares” begins with “ttps://”; write “https://ferry.example.org/fares”.",
            severity="error",
        ),
        Bad(
            "See [the fares]([[http://https://ferry.example.org]]) or [more]([[https://https//ferry.example.org]]).\n",
            says=(
                "The address of “the fares” has its scheme twice; write “https://ferry.example.org”.",
                "The address of “more” has its scheme twice; write “https://ferry.example.org”.",
            ),
        ),
        Bad(
            "See [the fares]([[https:///fares]]).\n",
            says="The address of “the fares” names no site; put its host between the slashes.",
        ),
        Bad(
            "See [the code]([[ferry.com/code]]), [the pier]([[www.pier.de]]) or [the list]([[pier.fr/list.pdf]]).\n",
            says=(
                "The address of “the code” lacks “https://” and leads into the own site; write “https://ferry.com/code”.",
                "The address of “the pier” lacks “https://” and leads into the own site; write “https://www.pier.de”.",
                "The address of “the list” lacks “https://” and leads into the own site; write "
                "“https://pier.fr/list.pdf”.",
            ),
        ),
        Bad(
            "Write to [the pier]([[pier@ferry.example.org]]).\n",
            says="The address of “the pier” is a mailbox; write “mailto:pier@ferry.example.org”.",
        ),
        Bad(
            'See [the fares]([[https://ferry.example.org/fares.html~]]) or [a](<[[https://ferry.example.org/"]]>).\n',
            says=(
                "The address of “the fares” ends in a stray “~”; write “https://ferry.example.org/fares.html”.",
                'The address of “a” ends in a stray “"”; write “https://ferry.example.org/”.',
            ),
        ),
        Bad(
            "See [the fares]([[board]]), says the [board].\n\n[board]: https://board.example.org\n",
            says="The address of “the fares” is the label of a reference; write “[the fares][board]”.",
        ),
        Bad(
            "See [the fares][1] at the pier.\n\n[1]: [[???]]\n",
            says="The address of “the fares” is “???”; put in its address or drop the link.",
        ),
        Bad(
            "See [the pier]([[blog/2024/05/pier/]]).\n",
            name="content/blog/2026-05-04-ferry/index.md",
            says="The address of “the pier” lacks its first slash; write “/blog/2024/05/pier/”.",
        ),
        Bad("See [Ana]([[author/ana/]]) and [Ben](/author/ben/).\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        folders: frozenset[str] | None = None
        for link in article.links:
            target = link.target.strip()
            if link.kind != "link" or not target or TEMPLATE.search(target):
                continue
            fault = _fault(target) or _of_a_mailbox(article, target) or _of_a_reference(article, link, target)
            if not fault and not article.is_page and SEGMENT.fullmatch(target):
                folders = _folders(article) if folders is None else folders
                fault = _of_a_folder(target, folders)
            if fault:
                what, right = fault
                where = target_of(article, link)
                words = quoted(link.text.text.strip()) if link.text.text.strip() else "the link without words"
                fix = None
                if (
                    not isinstance(where, Link)
                    and where.text == target
                    and right
                    and not right.startswith("[")
                ):
                    fix = self.replace(where, right, "Mend the address", "unsafe")
                advice = f"write {quoted(right)}" if right else ""
                yield self.finding(where, f"The address of {words} {what}{advice}.", fix=fix)


def _fault(target: str) -> tuple[str, str] | None:
    """What is wrong with an address by itself, as the middle of a sentence, and what to write."""
    if target.startswith("(") and len(target) > 2:
        return "stands in brackets of its own; ", target.strip("()")
    doubled = DOUBLED.match(target)
    if doubled:
        rest = target[doubled.end() :]
        scheme, _, address = rest.partition("/")
        return "has its scheme twice; ", f"{scheme.rstrip(':')}://{address.lstrip('/')}"
    mistyped = MISTYPED.match(target)
    if mistyped:
        right = "http" if "s" not in mistyped[0].lower() else "https"
        return f"begins with {quoted(mistyped[0])}; ", f"{right}://{target[mistyped.end() :]}"
    if NO_HOST.match(target):
        return "names no site; put its host between the slashes", ""
    host = HOST_FIRST.match(target)
    if host and _is_host(target, host):
        return f"lacks {quoted('https://')} and leads into the own site; ", f"https://{target}"
    stray = STRAY.search(target)
    if stray and SCHEME.match(target) and TEXT_FRAGMENT not in target and _is_stray(target, stray[0]):
        return f"ends in a stray {quoted(stray[0])}; ", target[: stray.start()]
    if MARKS_ONLY.fullmatch(target):
        return f"is {quoted(target)}; put in its address or drop the link", ""
    return None


def _is_host(target: str, host: re.Match[str]) -> bool:
    """Whether an address without a scheme begins with the name of a host."""
    last = host[2].lower()
    if target.lower().startswith("www."):
        return True
    return last in TOP_DOMAINS or (last in COUNTRIES and target[host.end() :].startswith("/"))


def _is_stray(target: str, sign: str) -> bool:
    """Whether a sign at the end of an address has no partner in it."""
    return target.count(sign[-1]) % 2 == 1 and not target.lower().startswith("javascript:")


def _of_a_mailbox(article: Article, target: str) -> tuple[str, str] | None:
    if not MAILBOX.fullmatch(target) or f"<{target}>" in article.source.text:
        return None  # an address in angle brackets is its own link
    return "is a mailbox; ", f"mailto:{target}"


def _of_a_reference(article: Article, link: Link, target: str) -> tuple[str, str] | None:
    """A label of a reference that stands where the address belongs."""
    if article.format != "markdown" or not target.isalnum():
        return None
    if f"\n[{target.lower()}]: " not in article.source.text.lower():
        return None
    return "is the label of a reference; ", f"[{link.text.text.strip()}][{target}]"


def _folders(article: Article) -> frozenset[str]:
    """The folders in which the article stands and those to which it links from the root of the site."""
    own = article.source.path.replace("\\", "/").split("/")[:-1]
    linked = (link.target.strip() for link in article.links)
    return frozenset((*own, *(each.split("/")[1] for each in linked if each.startswith("/"))))


def _of_a_folder(target: str, folders: frozenset[str]) -> tuple[str, str] | None:
    first, _, inside = target.partition("/")
    if not inside:
        return None  # a page beside this one
    return ("lacks its first slash; ", f"/{target}") if first in folders else None
