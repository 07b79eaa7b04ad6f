from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import unquote

from presslint import Article, Bad, Edit, Finding, Fix, Good, Link, Option, Rule, Severity, quoted, regex
from presslint.desk import CHAT_SOURCES, TRACKERS, is_printed, target_of

QUERY = regex(r"\?([^#]*)")
PAIR = regex(r"([^=&;]+)(?:=([^&;#]*))?")
# where a house asks for money or an address, and wants to know which story led there
CAMPAIGN = regex(
    r"/(?:donate|donations?|give|subscribe|subscriptions?|members?|membership|newsletters?)/?\Z", re.I
)
HOST = regex(r"(?:https?:)?//([^/?#\s]+)", re.I)


class TrackingParameter(Rule):
    """A link carries no tracking of whoever copied it.

    `utm_…`, `fbclid` and their like tell the target where the writer found the address, and grow
    links that break. A tag of a chat program (`utm_source=chatgpt.com`) is a warning: it says only that
    the link was copied from there, so open the page and see whether it says what the story says. Own
    campaign links are let be where the address shows that they are (`utm_source` names the host itself, a
    page to donate or subscribe); others can be allowed by host.
    """

    severity = Severity.SUGGESTION
    as_one = "{count} links carry tracking parameters; link to the plain addresses."
    sources = ("Link hygiene", "tags seen in published stories of professional newsrooms")
    needs = frozenset({"links"})
    allow: tuple[str, ...] = Option((), description="Hosts whose tracking is the house's own.")
    reads = frozenset({"link"})
    reads_addresses = frozenset(("utm_", "referrer", *TRACKERS))
    examples: ClassVar = (
        Good("See [the list](https://ferry.example.org/list?page=2&utility=bus#utm_source).\n"),
        Good(
            "Join [our letter](https://paper.example.org/?utm_source=story).\n", allow=("paper.example.org",)
        ),
        Good("[Support us](https://paper.example.org/map?utm_source=paper.example.org&utm_medium=story).\n"),
        Good("[Support us](https://pay.example.org/donate?utm_source=story).\n"),
        Bad(
            "See [our letter]([[https://pay.example.org/newsletters/may?utm_source=mail]]).\n",
            says="The link “our letter” carries tracking (“utm_source”); drop it from the address.",
            severity="suggestion",
        ),
        Bad("See [who gave]([[https://pay.example.org/donors?utm_source=story]]).\n", severity="suggestion"),
        Bad(
            "See [the map]([[https://paper.example.org/map?utm_source=ferry.example.org]]).\n",
            severity="suggestion",
        ),
        Bad(
            "See [the list]([[https://ferry.example.org/list?page=2&utm_source=mail&fbclid=x1#top]]).\n",
            says="The link “the list” carries tracking (“utm_source”, “fbclid”); drop it from the address.",
            fix="See [the list](https://ferry.example.org/list?page=2#top).\n",
            severity="suggestion",
        ),
        Bad(
            "Fares rose ([report]([[https://ferry.example.org/fares?utm_source=chatgpt.com]])).\n",
            says="The link “report” was copied from “chatgpt.com”; open the page, see that it says so, "
            "and drop the tag.",
            fix="Fares rose ([report](https://ferry.example.org/fares)).\n",
            severity="warning",
        ),
        Bad(
            "See []([[https://ferry.example.org/list?utm_source=mail]]).\n",
            says="The link “https://ferry.example.org/list?utm_source=mail” carries tracking (“utm_source”); "
            "drop it from the address.",
            fix="See [](https://ferry.example.org/list).\n",
            severity="suggestion",
        ),
        Bad(
            "See [who gave]([[https://pay.example.org/map?utm_campaign=pay.example.org]]).\n",
            says="The link “who gave” carries tracking (“utm_campaign”); drop it from the address.",
            fix="See [who gave](https://pay.example.org/map).\n",
            severity="suggestion",
        ),
        Bad(
            '<p>See <a href="[[https://ferry.example.org/list?a=1&amp;utm_source=mail]]">the list</a>.</p>\n',
            says="The link “the list” carries tracking (“utm_source”); drop it from the address.",
            fix='<p>See <a href="https://ferry.example.org/list?a=1">the list</a>.</p>\n',
            severity="suggestion",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for link in article.links:
            if "?" in link.target:
                yield from self.judge(article, link)

    def judge(self, article: Article, link: Link) -> Iterator[Finding]:
        host = HOST.match(link.target)
        query = QUERY.search(link.target)
        if host is None or query is None or host[1].lower() in self.allow or is_printed(link):
            return
        pairs = [(pair[1].removeprefix("amp;"), pair[2] or "") for pair in PAIR.finditer(query[1])]
        tracking = [(key, value) for key, value in pairs if _is_tracking(key, value)]
        if not tracking or is_own(link.target, host[1], tracking):
            return
        words = quoted(link.text.text) if link.text else quoted(link.target)
        chat = next((unquote(value) for key, value in tracking if _is_chat(key, value)), "")
        if chat:
            message = (
                f"The link {words} was copied from {quoted(chat)}; open the page, see that it "
                f"says so, and drop the tag."
            )
        else:
            keys = ", ".join(quoted(key) for key in dict.fromkeys(key for key, _ in tracking))
            message = f"The link {words} carries tracking ({keys}); drop it from the address."
        yield self.finding(
            target_of(article, link),
            message,
            severity=Severity.WARNING if chat else None,
            fix=_fix(article, link, {key for key, _ in tracking}),
        )


def is_own(target: str, host: str, tracking: list[tuple[str, str]]) -> bool:
    """Whether the tags are those of the site that is linked: it counts its own readers."""
    own = host.lower().removeprefix("www.")
    named = (
        unquote(value).lower().removeprefix("www.") for key, value in tracking if key.lower() == "utm_source"
    )
    path = target.partition("?")[0]
    return own in named or CAMPAIGN.search(path[path.find(host) + len(host) :]) is not None


def _is_chat(key: str, value: str) -> bool:
    return key.lower() in ("utm_source", "referrer") and unquote(value).lower().startswith(CHAT_SOURCES)


def _is_tracking(key: str, value: str) -> bool:
    return key.lower().startswith("utm_") or key.lower() in TRACKERS or _is_chat(key, value)


def _fix(article: Article, link: Link, keys: set[str]) -> Fix | None:
    """The address without those keys, as it is written in the source."""
    if link.target_span is None:
        return None
    written = article.source.text[link.target_span.start : link.target_span.end]
    head, mark, rest = written.partition("?")
    if not mark:
        return None
    query, hash_mark, anchor = rest.partition("#")
    joint = "&amp;" if "&amp;" in query else "&"
    kept = [pair for pair in query.split(joint) if pair.split("=")[0] not in keys]
    clean = head + (f"?{joint.join(kept)}" if kept else "") + hash_mark + anchor
    return Fix((Edit(link.target_span, clean),), "Drop the tracking from the address", "safe")
