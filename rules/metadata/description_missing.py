from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity


class DescriptionMissing(Rule):
    """An article has a line that tells what it is about.

    Search results, social cards and index pages print it under the headline; without one they print
    whatever comes first. A dek, summary or excerpt counts. Where a description for search engines
    exists, it is neither a stub nor longer than any result page shows. Index pages, redirects and pages
    about the site need none.
    """

    severity = Severity.SUGGESTION
    lack = "a description or dek"
    sources = ("Google Search: meta descriptions", "Open Graph protocol: og:description")
    needs = frozenset({"metadata"})
    not_for = frozenset({"index", "page", "stub", "live", "results"})
    shortest: int = Option(40, ge=0, description="The fewest characters that tell anything.")
    longest: int = Option(320, ge=80, description="The most characters that a result page shows.")
    generated: bool = Option(
        False, description="True where the site makes descriptions from the first paragraph."
    )
    yields_to: ClassVar = {"missing-core-field": "article", "front-matter-syntax": "article"}
    examples: ClassVar = (
        Good(
            "---\ntitle: Ferry\n"
            "description: The council cuts three night routes in May and keeps the school boat.\n---\nText.\n"
        ),
        Good("---\ntitle: Ferry\ndek: Three routes end in May\n---\nText.\n"),
        Good("---\ntitle: Ferry\n---\nText.\n", generated=True),
        Good("Ferry cut to three days\n\nText.\n", name="story.txt"),
        Good("---\ntitle: Contact\n---\nWrite to the harbour office.\n", name="contact.md"),
        Bad(
            "---\ntitle: [[Ferry]]\n---\nText.\n",
            says="The article has no description or dek; write one sentence that adds to the headline.",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: Ferry\ndescription: [[About ferries]]\n---\nText.\n",
            says="The description has 13 characters; write a sentence that adds to the headline.",
        ),
        Bad(
            "---\ntitle: Ferry\ndescription: [[The pier. The pier. The pier. The pier. The pier. The pier. "
            "The pier. The pier. The pier. The pier. The pier. The pier. The pier. The pier. The pier. "
            "The pier. The pier. The pier. The pier. The pier. The pier. The pier. The pier. The pier. "
            "The pier. The pier. The pier. The pier. The pier. The pier. The pier. It is now..]]\n---\n"
            "Text.\n",
            says="The description has 321 characters, and result pages show 320 at most; shorten it.",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: Ferry\n[[description]]:\n---\nText.\n",
            says="The article has no description or dek; write one sentence that adds to the headline.",
            severity="suggestion",
        ),
        Good("---\ntitle: Ferry\ndescription: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n---\nText.\n"),
        Bad(
            "---\ntitle: Ferry\ndescription: [[aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa]]\n---\nText.\n",
            says="The description has 39 characters; write a sentence that adds to the headline.",
            severity="suggestion",
        ),
        Good(
            "---\ntitle: Ferry\ndescription: The pier. The pier. The pier. The pier. The pier. The pier. "
            "The pier. The pier. The pier. The pier. The pier. The pier. The pier. The pier. The pier. "
            "The pier. The pier. The pier. The pier. The pier. The pier. The pier. The pier. The pier. "
            "The pier. The pier. The pier. The pier. The pier. The pier. The pier. It is now.\n---\nText.\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if article.format == "plain" or article.is_draft or not article.headline or not article.word_count:
            return
        description = article.description
        if description is None:
            if article.dek is None and not self.generated:
                empty = next(iter((*article.all("description"), *article.all("dek"))), None)
                yield self.finding(
                    article.headline if empty is None else empty,
                    "The article has no description or dek; write one sentence that adds to the headline.",
                )
            return
        size = len(description.text.strip())
        if size < self.shortest:
            yield self.finding(
                description,
                f"The description has {size} characters; write a sentence that adds to the headline.",
            )
        elif size > self.longest:
            yield self.finding(
                description,
                f"The description has {size} characters, and result pages show {self.longest} at most; "
                f"shorten it.",
            )
