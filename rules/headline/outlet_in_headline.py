from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Passage, Rule, Severity, quoted, regex
from presslint.desk import NO_NAME, OUTLET_ENDS, OUTLET_NAMES, OUTLET_TAILS, and_others, fold

# “… - Ayton Herald”, “… | Harbour News”, “… – pier.example.org”: up to five words behind a mark that stands free
TAIL = regex(r"\s(?:[|·•»–—-]|&#821[12];)\s(?P<name>[^|·•»–—:?!\n]{2,45}?)\s*\Z")
DOMAIN = regex(
    r"(?:www\.)?[a-z0-9-]{2,30}(?:\.[a-z0-9-]{2,30})?\.(?:com|org|net|news|uk|de|fr|es|it|nl|pt|br|eu|in|ca|au)",
    re.I,
)
LONGEST = 5  # words of a name


class OutletInHeadline(Rule):
    """A headline ends with the story, not with the name of a page.

    “Fares rise - Ayton Herald” and “Fares rise | Harbour News” are what a feed or the title of a web page
    gives: the site's own name, or another's, which says from whom the story was taken. The rule looks behind the last
    free-standing mark of headlines and subheads for the name of the site, an address, or a name that ends
    as outlets do (News, Times, Post, Zeitung …). A headline about the outlet names it before the mark as well. The
    title of a web page is not read, for browsers show the site there; subheads of lists that link on are left alone.
    """

    severity = Severity.WARNING
    reads = frozenset({"headline", "heading"})
    sources = ("Google Search Central: title links", "Copy-desk practice: scraped and reused pages")
    allow: tuple[str, ...] = Option(
        (), description="Names that the house sets behind its headlines, as written."
    )
    examples: ClassVar = (
        Good("# Fares rise - and nobody knows why\n\nThe ferry sails at noon.\n"),
        Good("# Ayton Herald | What the Ayton Herald knows\n\nThe ferry sails at noon.\n"),
        Good("# Fares rise | Ayton\n\nIt sails.\n\n## Boats - more good news\n\nIt stops.\n"),
        Good("# Fares rise - Ayton Herald\n\nIt sails.\n", allow=("Ayton Herald",)),
        Good(
            "# Fares rise\n\nIt sails.\n\n## [The pier - Ayton Herald](https://pier.example.org/)\n\nIt stops.\n"
        ),
        Bad(
            "# Fares rise [[- Ayton Herald]]\n\nThe ferry sails at noon.\n",
            says="“- Ayton Herald” is the name of a page behind the headline; cut it, and name the source in the copy.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Fares rise [[| Harbour News]]\n---\n\nThe ferry sails at noon.\n", severity="warning"
        ),
        Bad(
            "---\ntitle: Fares rise [[– pier.example.org]]\n---\n\nThe ferry sails at noon.\n",
            severity="warning",
        ),
        Bad(
            "# Fares rise\n\nIt sails.\n\n## Boats sold [[- Ayton Herald]]\n\nTwo.\n\n## Nets - Beeton Times\n\nOne.\n",
            says="“- Ayton Herald” is the name of a page behind the subhead, and so is one more further down; cut it, and name "
            "the source in the copy.",
        ),
        Bad(
            '<html><head><meta property="og:site_name" content="Far Isles"></head><body><article><h1>Fares rise '
            "[[– Far Isles]]</h1><p>The ferry sails at noon.</p></article></body></html>\n",
            name="page.html",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        names = {fold(field.text) for name in ("publication", "site") for field in article.all(name) if field}
        copy = article.source.text[article.body_start :].lower()
        headline = article.headline
        if headline is not None:
            tail = self.tail(headline.passage, names, copy)
            if tail is not None:
                yield self.report("headline", [tail])
        heads = [block.passage for block in article.headings if block.passage and not block.links]
        first = heads[0] if heads and article.headings[0].level == 1 else None  # the title once more
        found = [
            tail
            for passage in heads
            if passage is not first
            if (tail := self.tail(passage, names, copy)) is not None
        ]
        if found:
            yield self.report("subhead", found)

    def report(self, what: str, tails: list[Passage]) -> Finding:
        first, *others = tails
        more = and_others(
            len(others), ", and so is one more further down", ", and so are {} more further down"
        )
        return self.finding(
            first,
            f"{quoted(first.text)} is the name of a page behind the {what}{more}; cut it, and name the source in the copy.",
            see=tuple((other, "another one") for other in others[:20]),
        )

    def tail(self, passage: Passage, sites: set[str], copy: str) -> Passage | None:
        """The name of a page behind a headline, from its mark on."""
        found = TAIL.search(passage.text)
        if found is None:
            return None
        name, before = found["name"].strip(), passage.text[: found.start()]
        if name in self.allow or not before.strip() or fold(name) in fold(before):
            return None
        if DOMAIN.fullmatch(name) and name.lower() in copy:
            return None  # the address is what the story is of
        if fold(name) in sites or is_outlet(name):
            return passage[found.start() + 1 :].strip()
        return None


def is_outlet(name: str) -> bool:
    """Whether words are the name of an outlet: one that is known, an address, or capitals that end as such names do."""
    low = name.lower()
    if low in OUTLET_NAMES or DOMAIN.fullmatch(name):
        return True
    words = low.split()
    if not 2 <= len(words) <= LONGEST or (
        not NO_NAME.isdisjoint(words[1:-1] + words[:1]) and words[0] != "the"
    ):
        return False
    ends = words[0] == "news" or words[-1] in OUTLET_ENDS or words[-1].endswith(OUTLET_TAILS)
    capitals = [word for word in name.split() if word[:1].isupper() or len(word) <= 3]
    return ends and len(capitals) == len(words) and name[:1].isupper()
