from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Kind, Option, Rule, Severity
from presslint.desk import SUMMARIES

OPENING = 3  # blocks below the headline in which a dek stands
ALL_MARKED = 0.95  # share of a line that is in italics
LEAST, LONGEST = 5, 120  # words of a dek
LONGEST_QUOTE = 120  # of one that is set as a block quote


class DescriptionMissing(Rule):
    """An article has a line that tells what it is about.

    Search results, social cards and index pages print it under the headline; without one they print
    whatever comes first. A dek, summary or excerpt counts, and so does a
    line in italics, a block quotation or a part called “Summary” right below the headline. Where a description for search engines
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
        Good("---\ntitle: Ferry\n---\n*The ferry is back from May, and islanders are glad.*\n\nText.\n"),
        Good(f"---\ntitle: Ferry\n---\n*{'The board is glad of it now. ' * 17}Yes.*\n\nText.\n"),
        Bad(f"---\ntitle: [[Ferry]]\n---\n*{'The board is glad of it now. ' * 17}It is.*\n\nText.\n"),
        Good("---\ntitle: Ferry\n---\n> The ferry is back from May.\n\nText.\n"),
        Good("---\ntitle: Fähre\nlang: de\n---\n## Auf einen Blick\n\nSie legt ab.\n\n## Preise\n\nText.\n"),
        Bad(
            "---\ntitle: [[Ferry]]\n---\n*Late.* The ferry is back from May, and islanders are glad.\n\nText.\n"
        ),
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
            if article.dek is None and not self.generated and not opens_with_dek(article):
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


def opens_with_dek(article: Article) -> bool:
    """Whether the copy opens with what stands for a dek: a quotation, a line all in italics, a summary by its name."""
    shown = [block for block in article.blocks if block.kind not in (Kind.MEDIA, Kind.SEPARATOR)][:OPENING]
    for block in shown:
        text = block.text.strip()
        if block.kind is Kind.QUOTE:
            return block is shown[0] and sum(part.word_count for part in block.walk()) <= LONGEST_QUOTE
        if block.kind is Kind.HEADING and block.level > 1:
            return _names_summary(text)
        if block.passage is None or block.kind is not Kind.PARAGRAPH:
            continue
        marked = sum(len(piece) for kind in ("em", "strong") for piece in block.passage.marked(kind))
        if marked >= len(block.passage) * ALL_MARKED and LEAST <= block.word_count <= LONGEST:
            return True
        if ":" in text[:30] and _names_summary(text.partition(":")[0]):
            return True
    return False


def _names_summary(text: str) -> bool:
    return text.strip(" *_:#.\t").casefold() in SUMMARIES
