from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Link, Rule, Severity, quoted, regex
from presslint.desk import MAYBE_NULLS, NULLS

FEW = 8  # words of a line in which such a word is no word of a sentence
DOCS = regex(
    r"//(?:docs?|developer|learn|help|api)\.|/(?:docs?|reference|api|glossary|wiki)/|readthedocs", re.I
)


class NullLinkText(Rule):
    """The words of a link say where it leads.

    `undefined`, `null` and “N/A” as the words of a link are what a program writes where it had no title. Told is a
    link that stands alone in its line or behind a label. The word in a sentence, code, and a manual that
    links these words to their own pages are left alone; “None”, “N/A” and “TBD” can be meant and are warnings.
    """

    severity = Severity.ERROR
    sources = ("WCAG 2.2, success criterion 2.4.4: link purpose",)
    needs = frozenset({"links"})
    reads = frozenset({"link"})
    reads_words = NULLS | MAYBE_NULLS
    yields_to: ClassVar = {"placeholder-link": "place"}
    merges_with = ("template-variable",)
    examples: ClassVar = (
        Bad(
            "Read [ [[undefined]] ](https://paper.example.net/yard) and [ [[N/A]] ](https://papers.example.net/abs/N/A).\n",
            says=(
                "“undefined” stands where the words of a link belong; name the page or drop the link.",
                "“N/A” stands where the words of a link belong; name the page or drop the link.",
            ),
            severity=("error", "warning"),
        ),
        Bad("- [ [[null]] ](https://paper.example.net/a)\n- [The yard](https://paper.example.net/b)\n"),
        Good(
            "It gives [None](https://docs.python.org/3/library/constants.html#None) or [`null`](https://a.example.net).\n"
        ),
        Good(
            "The word of the “majority of the board” was [undefined](https://pier.example.net/a) in past years.\n"
        ),
        Good("- [undefined](https://glossary.example.net/undefined)\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for block in article.walk():
            if not block.links or block.word_count > FEW:
                continue
            for link in block.links:
                null = _null_words(link)
                if null:
                    yield self.finding(
                        link.text.strip(),
                        f"{quoted(link.text.text.strip())} stands where the words of a link belong; name the page or "
                        "drop the link.",
                        severity=Severity.WARNING if null in MAYBE_NULLS else None,
                    )


def _null_words(link: Link) -> str:
    """What a program writes for nothing, where it stands as the words of a link that leads elsewhere."""
    words = link.text.text.strip().lower()
    if words not in NULLS | MAYBE_NULLS or link.kind in ("footnote", "image", "bare"):
        return ""
    if any(True for _ in link.text.marked("code")) or (words != "n/a" and words in link.target.lower()):
        return ""
    return "" if DOCS.search(link.target) else words
