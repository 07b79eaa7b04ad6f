from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Link, Option, Rule, Severity, quoted, regex
from presslint.desk import stems, target_of

ADDRESS = regex(r"https?://(?:www\.)?[^/?#\s]+/[^?#\s]{6,}")
AT_HEAD = 4  # signs that may stand before the link of an item


class SameAddress(Rule):
    """Two items of a digest lead to two stories.

    Two headlines that share no word and lead to one page: one of them has the link of its neighbour, and readers who
    follow it find another story. Items are subheads and list items that open with their link; a front page,
    an anchor or a page that lists things is one address for many, and so is one that three items share. Headlines of four words may be labels: a suggestion.
    """

    severity = Severity.WARNING
    sources = ("Copy-desk practice: follow each link",)
    reads = frozenset({"link"})
    not_for = frozenset({"docs", "index", "event"})
    words: int = Option(4, ge=2, description="The fewest words of a headline that is compared.")
    examples: ClassVar = (
        Bad(
            "- [Night boats stop in spring](https://a.example.org/news/boats)\n"
            "- [Council sells its old library]([[https://a.example.org/news/boats]])\n",
            says="“Council sells its old library” leads to the same page as “Night boats stop in spring”; link each to its own.",
            severity="warning",
        ),
        Bad(
            "- [Night boats stop in spring](https://a.example.org/news/boats)\n"
            "- [Council sells old library]([[https://a.example.org/news/boats]])\n",
            severity="suggestion",
        ),
        Good(
            "- [Night boats stop in spring](https://a.example.org/news/boats)\n"
            "- [Why the night boats have to stop](https://a.example.org/news/boats)\n"
        ),
        Good(
            "- [Night boats stop in spring](https://a.example.org/)\n"
            "- [Council sells old library](https://a.example.org/)\n"
        ),
        Good(
            "- [Night boats stop in spring](https://a.example.org/news/boats)\n"
            "- [Council sells old library](https://a.example.org/news/boats)\n"
            "- [Gulls take over west pier](https://a.example.org/news/boats)\n"
        ),
        Good(
            "- [Night boats stop in spring](https://a.example.org/news/boats)\n"
            "- [Council sells library](https://a.example.org/news/boats)\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        told: dict[str, list[Link]] = {}
        for link in heads(article.blocks):
            address = link.target.rstrip("/")
            if ADDRESS.fullmatch(address):
                told.setdefault(address, []).append(link)
        for links in told.values():
            if len(links) != 2:
                continue
            one, other = links
            if any(link.text.word_count < self.words for link in links):
                continue
            first, second = (set(stems(link.text.text)) for link in links)
            if first and second and first.isdisjoint(second):
                yield self.finding(
                    target_of(article, other),
                    f"{quoted(other.text.text)} leads to the same page as {quoted(one.text.text)}; link each to its own.",
                    severity=None
                    if all(link.text.word_count > self.words for link in links)
                    else Severity.SUGGESTION,
                    see=((one.text, "the other"),),
                )


def heads(blocks: tuple[Block, ...]) -> Iterator[Link]:
    """The links that open a subhead or a list item."""
    for block in blocks:
        if block.kind in (Kind.LIST, Kind.ITEM):
            yield from heads(block.children)
        if block.kind in (Kind.HEADING, Kind.ITEM) and block.passage is not None:
            for link in block.links[:1]:
                if link.kind == "link" and block.text.find(link.text.text) <= AT_HEAD:
                    yield link
