from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity, quoted

# link words that name nothing
POINTERS = frozenset(
    (
        "source",
        "sources",
        "link",
        "here",
        "repository",
        "the repository",
        "see the repository",
        "github",
        "repo",
        "view source",
        "see source",
        "read more",
        "more",
        "details",
        "website",
        "source link",
        "quelle",
        "fuente",
        "bron",
        "ici",
        "hier",
        "aquí",
    )
)


class RepeatedPointer(Rule):
    """One address is given once, where it serves.

    The same bare address, or “source” and “see the repository” with the same link, under every item of an
    article is a slot that a template filled alike each time: a reader learns nothing from the second on.
    Link each item to its own page, or name the source once. A name that is linked each time it stands
    (“the yard”) is a habit of the house and left alone, and so are anchors within the page.
    """

    severity = Severity.WARNING
    looks_at = frozenset({"link"})
    sources = ("Web Content Accessibility Guidelines 2.2, 2.4.4: link purpose",)
    most: int = Option(6, ge=2, description="How often one address may be pointed at with the same words.")
    allow: tuple[str, ...] = Option((), description="Addresses that the house gives again and again.")
    examples: ClassVar = (
        Good("- A [source](https://pier.example.org)\n- B [source](https://pier.example.org)\n", most=2),
        Good(
            "The [yard](https://y.example.org) and the [yard](https://y.example.org) and the [yard](https://y.example.org).\n",
            most=2,
        ),
        Good(
            "A [more](https://a.example.org), b [more](https://b.example.org), c [more](https://c.example.org).\n",
            most=2,
        ),
        Good(
            "- A [here](https://a.example.org)\n- B [here](https://a.example.org)\n",
            most=2,
            allow=("https://a.example.org",),
        ),
        Bad(
            '- A <a href="https://pier.example.org">[[source]]</a>\n- B [source](https://pier.example.org)\n'
            "- C [source](https://pier.example.org/)\n",
            most=2,
            says="“source” points 3 times at “https://pier.example.org”; link each item to its own page, or name the source "
            "once.",
            severity="warning",
        ),
        Bad(
            "A [[https://pier.example.org]] b https://pier.example.org c https://pier.example.org d.\n",
            most=2,
        ),
        Good(
            "- A [source](https://pier.example.org)\n- B [source](https://pier.example.org)\n- C "
            "[source](https://pier.example.org)\n- D [source](https://pier.example.org)\n- E "
            "[source](https://pier.example.org)\n- F [source](https://pier.example.org)\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for same in article.repeats.links:
            target, words = same.words
            bare = words.startswith(("http://", "https://", "www."))
            if same.times > self.most and target not in self.allow and (bare or words in POINTERS):
                yield self.finding(
                    same.first,
                    f"{quoted(same.first.text.text)} points {same.times} times at {quoted(target)}; link each item to its "
                    "own page, or name the source once.",
                    see=tuple((link, "and here") for link in same.places[1:21]),
                )
