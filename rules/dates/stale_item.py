from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar
from urllib.parse import urlsplit

from presslint import (
    Article,
    Bad,
    Block,
    Finding,
    Good,
    Kind,
    Link,
    Option,
    Passage,
    Rule,
    Severity,
    quoted,
    regex,
)
from presslint.desk import published_on, target_of

# “/2026/03/11/slug”, “/2026-03-11-slug”
DATED = regex(r"/(?P<year>20\d\d)(?P<dash>[-/])(?P<month>[01]?\d)(?P=dash)(?P<day>[0-3]?\d)(?=[-_/.]|\Z)")
NAMED = regex(r"(?<!\d)20\d\d-[01]\d-[0-3]\d(?!\d)")
YEAR = regex(r"\b20\d\d\b")
ENDS = 24  # characters of a line in which the date at its end stands
AT_HEAD = 4  # signs that may stand before the link of an item
FRESH = 2  # days from the issue in which an item is of it
AHEAD = 1  # days after the issue: another time zone


class StaleItem(Rule):
    """What a dated digest tells as news is of its days.

    The address of an item carries a date (`/2026/03/02/`) that is weeks before the issue, among items that are of
    the day: a feed gave an old story anew. Items are subheads and list items that open with their link. A digest
    has three and more with a date in the address or at the end of their line (“… – 2 March 2026”), most of them at most two days before the issue. A date after
    the issue is told as well. A link further on in an item, for the background, is left alone.
    """

    severity = Severity.WARNING
    sources = ("AP News Values and Principles: timeliness", "plain arithmetic")
    reads = frozenset({"link"})
    not_for = frozenset({"docs", "index", "event", "opinion", "review"})
    days: int = Option(10, ge=3, description="The most days that an item may be older than the issue.")
    items: int = Option(3, ge=2, description="The fewest items with a date that make a digest.")
    examples: ClassVar = (
        Bad(
            "---\ndate: 2026-05-06\n---\n\n- [Fares rise](https://a.example.org/f) – 5 May 2026\n"
            "- [Pier opens](https://a.example.org/p) – 6 May 2026\n- [Boat sinks](https://a.example.org/b) – 5 May 2026\n"
            "- [Bar shut]([[https://a.example.org/s]]) – 2 March 2024\n",
            says="“Bar shut” is of 2024-03-02 by its line, 795 days before the issue; cut it or say that it is old.",
            severity="warning",
        ),
        Bad(
            "---\ndate: 2026-03-12\n---\n\n- [Pier shut](https://a.example.org/2026/03/11/pier)\n"
            "- [Boat late](https://b.example.org/2026/03/12/boat)\n"
            "- [Fares up]([[https://c.example.org/2026/01/20/fares]])\n",
            says="“Fares up” is of 2026-01-20 by its address, 51 days before the issue; cut it or say that it is old.",
            severity="warning",
        ),
        Bad(
            "---\ndate: 2026-03-12\n---\n\n- [Pier shut](https://a.example.org/2026-03-11-pier)\n"
            "- [Boat late](https://b.example.org/2026-03-12-boat)\n"
            "- [Fares up]([[https://c.example.org/2026-03-14-fares]])\n",
            says="“Fares up” is of 2026-03-14 by its address, 2 days after the issue; correct the one that is wrong.",
            severity="warning",
        ),
        Good(
            "---\ndate: 2026-03-12\n---\n\n- [Pier shut](https://a.example.org/2026/03/11/pier)\n"
            "- [Boat late](https://b.example.org/2026/03/12/boat)\n"
            "- Fares are up, as [they were](https://c.example.org/2026/01/20/fares) in January.\n"
        ),
        Good(
            "---\ndate: 2026-03-12\n---\n\n- [Pier shut](https://a.example.org/2026/03/11/pier)\n"
            "- [Boat late](https://b.example.org/2026/03/12/boat)\n"
            "- [Fares up](https://c.example.org/2026/03/02/fares)\n"
        ),
        Bad(
            "---\ndate: 2026-03-12\n---\n\n- [Pier shut](https://a.example.org/2026/03/11/pier)\n"
            "- [Boat late](https://b.example.org/2026/03/12/boat)\n"
            "- [Fares up]([[https://c.example.org/2026/03/01/fares]])\n",
            severity="warning",
        ),
        Good(
            "---\ndate: 2026-03-12\n---\n\n- [Pier shut](https://a.example.org/2026/02/11/pier)\n"
            "- [Boat late](https://b.example.org/2026/03/12/boat)\n"
            "- [Fares up](https://c.example.org/2026/01/20/fares)\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        issue = published_on(article) or named_day(article)
        if issue is None or len(article.links) < self.items:
            return
        dated = list(items(article, article.blocks))
        fresh = sum(0 <= (issue - day).days <= FRESH for _, day in dated)
        if len(dated) < self.items or fresh * 2 <= len(dated):
            return
        for link, day in dated:
            apart = (issue - day).days
            if -AHEAD <= apart <= self.days:
                continue
            where = "before" if apart > 0 else "after"
            what = "cut it or say that it is old" if apart > 0 else "correct the one that is wrong"
            yield self.finding(
                target_of(article, link),
                f"{quoted(link.text.text)} is of {day.isoformat()} by its {'address' if DATED.search(link.target) else 'line'}, {abs(apart)} days {where} the issue; "
                f"{what}.",
            )


def items(article: Article, blocks: tuple[Block, ...]) -> Iterator[tuple[Link, date]]:
    """The links that open an item, with the day in their address or at the end of the item's line."""
    for block in blocks:
        if block.kind in (Kind.LIST, Kind.ITEM):
            yield from items(article, block.children)
        if block.kind in (Kind.HEADING, Kind.ITEM) and block.passage is not None:
            for link in block.links[:1]:
                day = day_of(urlsplit(link.target.partition("?")[0]).path) if "://" in link.target else None
                day = day or day_at_end(article, block.passage)
                if day is not None and block.text.find(link.text.text) <= AT_HEAD:
                    yield link, day


def day_of(path: str) -> date | None:
    """The day that the path of an address carries."""
    found = DATED.search(path)
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"])) if found else None
    except ValueError:
        return None


def day_at_end(article: Article, line: Passage) -> date | None:
    """The whole date with which a line ends: “[Fares rise](…) – 2 March 2026”."""
    if YEAR.search(line.text[-ENDS:]) is None:
        return None
    for mention in article.dates.within(line):
        if (
            mention.year
            and mention.valid
            and not mention.ambiguous
            and not line.text[mention.end :].strip(" .)]*_")
        ):
            return mention.on(mention.year)
    return None


def named_day(article: Article) -> date | None:
    """The day in the file's name."""
    found = NAMED.search(article.source.path.rpartition("/")[2])
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None
