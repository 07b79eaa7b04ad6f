from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import MASK, Article, Bad, Finding, Good, Link, Passage, Rule, Severity, quoted, regex
from presslint.desk import and_others

TEMPLATE = regex(r"\{\{|\{%|<%|\$\{|\ufffc")
EMPTY = regex(r"(?<!!)\[\s{0,3}\]\(<?\Z")
SHOWN = 60  # characters of an address that a message names


class LinkWithoutWords(Rule):
    """A link has words that a reader can see.

    `[](https://…)` leads somewhere and shows nothing: the words were lost, or a program had none. Readers do
    not find it, and a screen reader reads out the address. A link around a picture, one that only leads to a
    place of its own page, an address of a template, and links of web pages, which draw signs by style sheets,
    are left alone. All of an article are one finding.
    """

    severity = Severity.WARNING
    needs = frozenset({"links"})
    reads = frozenset({"link"})
    sources = ("WCAG 2.2, success criterion 2.4.4: link purpose",)
    yields_to: ClassVar = {"placeholder-link": "place"}
    examples = (
        Good(
            "See [the pier](https://pier.example.org/) and [![a boat](boat.png)](https://boat.example.org/).\n"
        ),
        Good("See [](#map), [](@/map.md) and [`pier`](https://pier.example.org/).\n"),
        Good(
            '<article><h1>Ferry</h1><p>See <a class="icon" href="https://pier.example.org/"></a> it.</p></article>\n',
            name="page.html",
        ),
        Good("See [](https://pier.example.org/{{ boat }}) it.\n"),
        Bad(
            "See [[[](https://pier.example.org/boats)]] at the pier.\n",
            says="The link to “https://pier.example.org/boats” has no words, so that readers do not see it; write them or cut it.",
            severity="warning",
        ),
        Bad(
            "See [[[](https://pier.example.org/boats)]] and [ ](https://pier.example.org/fares) at the pier.\n",
            says="The link to “https://pier.example.org/boats” has no words, so that readers do not see it, and so has another "
            "one; write them or cut it.",
        ),
        Bad(
            "See [[[](/boats/)]] and [](/fares/) or [](/piers/) there.\n",
            says="The link to “/boats/” has no words, so that readers do not see it, and so have 2 others; write them or cut it.",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if article.format == "html" or article.key:
            return
        found = [link for link in article.links if is_unseen(article, link)]
        if found:
            first, *others = found
            more = and_others(len(others), ", and so has another one", ", and so have {} others")
            yield self.finding(
                written(article, first),
                f"The link to {quoted(first.target[:SHOWN])} has no words, so that readers do not see it{more}; write them "
                "or cut it.",
                see=tuple((written(article, other), "this one too") for other in others[:20]),
            )


def is_unseen(article: Article, link: Link) -> bool:
    """Whether a link leads to another page and shows neither words nor a picture."""
    if link.kind != "link" or link.text.text.strip() or link.target_span is None:
        return False
    target = link.target.strip()
    if not target or target.startswith(("#", "@")) or TEMPLATE.search(target) or MASK in target:
        return False
    return (
        EMPTY.search(
            article.source.text, article.source.line_start(link.target_span.start), link.target_span.start
        )
        is not None
    )


def written(article: Article, link: Link) -> Passage:
    """The link as the source has it, from its bracket on."""
    assert link.target_span is not None
    text, span = article.source.text, link.target_span
    return Passage.of(article.source, text.rfind("[", 0, span.start), text.find(")", span.end) + 1)
