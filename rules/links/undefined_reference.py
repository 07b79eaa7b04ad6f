from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Kind, Passage, Rule, Severity, quoted, regex
from presslint.desk import stems

FULL = regex(r"(?<![\w\]\\])\[([^\[\]\n]{2,120})\]\[([^\[\]\n]{0,80})\](?![(\[])")
SHORT = regex(r"(?<![\w\]\\])\[([^\[\]\n]{5,80})\](?![(\[:])")
DEFINED = regex(r"^ {0,3}\[([^\[\]\n]{1,120})\]:", re.M)
SLOTS = frozenset(("link", "url", "source", "address"))  # a template for readers to fill in
LABEL = regex(r"(?=[^\]]{0,60}[A-Za-z]{2})[A-Za-z/][\w ./:'’?!-]{2,80}")
FOUND_ELSEWHERE = regex(r"https?:")  # unrendered-markdown tells of an address in brackets


class UndefinedReference(Rule):
    """Every link reference has its address.

    In Markdown `[the fares][fares]` is a link only where `[fares]: https://…` stands somewhere in the file; without it
    readers see the brackets. `[the new fares]` alone can be meant as it stands, so it is looked at only where a
    definition with the same words but one or two is never used.
    """

    severity = Severity.ERROR
    as_one = "{count} link references have no address in this file; define them."
    sources = ("CommonMark 0.31: link reference definitions",)
    needs = frozenset({"links"})
    reads_words = frozenset({"]"})
    examples: ClassVar = (
        Good(
            "See [the fares][fares], [Piers][] [sic].\n\n[FARES]: https://f.example.org\n[piers]: https://p.example.org\n"
        ),
        Good("The array is `[a][bcd]` or x[one][two]; he wrote [sic][12], [0-9][a-z] and [1][2].\n"),
        Good("    [the fares][fares]\n\nIt is [sic] new.\n"),
        Good("<p>See [the fares][fares].</p>\n", name="story.html"),
        Good("<div>\nSee [the fares][fares].\n</div>\n\n[fares]: https://f.example.org\n"),
        Good("See [the list][https://ferry.example.org/list].\n"),
        Good("He said [the new fares] were dear.\n\n[fares]: https://f.example.org\n\nSee [fares].\n"),
        Good("He said [the new boats] were dear.\n\n[fares]: https://f.example.org\n"),
        Bad(
            "See [[[the fares][fares]]] at the pier.\n",
            severity="error",
            says="“[the fares][fares]” is shown with its brackets, for “fares” has no address in this file; define it.",
        ),
        Bad(
            "See [[[the fares][]]] at the pier, or ![[[a boat][/images/boat.png]]].\n",
            says=(
                "“[the fares][]” is shown with its brackets, for “the fares” has no address in this file; define it.",
                "“[a boat][/images/boat.png]” is shown with its brackets, for “/images/boat.png” has no address in this "
                "file; define it.",
            ),
        ),
        Bad(
            "See [[[design meeting slot]]] at the pier.\n\n[design meeting]: https://d.example.org\n",
            severity="warning",
            says="“[design meeting slot]” is shown with its brackets, and the address of “design meeting” is never used; "
            "make the two alike.",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if article.format != "markdown":
            return
        unused: list[str] | None = None
        for block in article.walk():
            passage = block.passage
            if passage is None or block.kind is Kind.CODE or "]" not in passage.text:
                continue
            own = article.own(passage)
            for found, match in own.find(FULL):
                label = match[2] or match[1]
                if _is_defined(article, label) or label.lower() in SLOTS:
                    continue  # where Markdown is not read: inside HTML, behind a footnote
                if found.whole and LABEL.fullmatch(label) and not FOUND_ELSEWHERE.match(label):
                    yield self.finding(
                        found,
                        f"{quoted(found.text)} is shown with its brackets, for {quoted(label)} has no address in this "
                        "file; define it.",
                    )
            unused = _unused(article.source.text) if unused is None else unused
            if unused:
                yield from self.alone(own, unused)

    def alone(self, passage: Passage, unused: list[str]) -> Iterator[Finding]:
        """Words in brackets of their own that a definition nobody uses has but for one or two."""
        for found, match in passage.find(SHORT):
            words = set(stems(match[1]))
            for label in unused:
                own = set(stems(label))
                if len(own) > 1 and len(own ^ words) in (1, 2) and (own <= words or words <= own):
                    yield self.finding(
                        found,
                        f"{quoted(found.text)} is shown with its brackets, and the address of {quoted(label)} is never "
                        "used; make the two alike.",
                        severity=Severity.WARNING,
                    )
                    break


def _is_defined(article: Article, label: str) -> bool:
    return f"[{label.lower()}]:" in article.source.text.lower()


def _unused(text: str) -> list[str]:
    """Labels of link references that stand nowhere but in their own definition."""
    low = " ".join(text.lower().split())
    labels = [match[1] for match in DEFINED.finditer(text) if not match[1].startswith("^")]
    return [label for label in labels if low.count(f"[{' '.join(label.lower().split())}]") == 1]
