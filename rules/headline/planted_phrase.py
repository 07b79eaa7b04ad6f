from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Rule, Severity, quoted
from presslint.language.likeness import fold

WORDS = 3  # a shorter phrase may be the subject's plain name
ENOUGH = 100  # words of a copy that can be expected to use its subject's name
USED = 1  # how often the copy uses a phrase that was planted


def story(phrase: str) -> str:
    """An example whose tag stands in headline, dek and subhead; the copy says it or not."""
    body = "The yard mends hulls in winter, when no pilot needs them, and the board pays for it. " * 7
    return (
        "---\ntitle: How to find the best harbour boat hire\ndek: All about the best harbour boat hire in one place\n"
        f"tags:\n- ferries\n- {{tag}}\n---\n{body}\n\n## Why the best harbour boat hire matters\n\n{phrase}\n"
    )


class PlantedPhrase(Rule):
    """Headline, dek and subheads speak of what the copy speaks of.

    A phrase of three words or more that is a tag and stands word for word in headline, dek and a subhead,
    but not or only once in the copy, was written for search engines: often a product's name in
    what looks like news. Cut it, or label the advertisement.
    """

    severity = Severity.SUGGESTION
    sources = ("Google Search Central: spam policies, keyword stuffing", "NewsGuard: advertising is labelled")
    needs = frozenset({"metadata"})
    looks_at = frozenset({"tags"})
    yields_to: ClassVar = {"missing-core-field": "article"}
    examples: ClassVar = (
        Bad(
            story("They are new.").replace("{tag}", "[[best harbour boat hire]]"),
            says="“best harbour boat hire” stands in headline, dek, subhead and tags, but hardly in the copy; "
            "cut it there, or label the advertisement.",
            severity="suggestion",
        ),
        Good(
            story("The best harbour boat hire, the best harbour boat hire.").replace(
                "{tag}", "best harbour boat hire"
            )
        ),
        Good(story("They are new.").replace("{tag}", "boat hire")),
        Good(story("They are new.").replace("{tag}", "harbour boat yard")),
        Good(
            "---\ntitle: How to find the best harbour boat hire\ndek: All about the best harbour boat hire\n"
            "tags: [harbour boat hire]\n---\nThe yard mends hulls in winter, when no pilot needs them, and "
            "the board pays for it. The yard mends hulls in winter, when no pilot needs them, and the "
            "board pays for it. The yard mends hulls in winter, when no pilot needs them, and the board "
            "pays for it. \n\n## Why the best harbour boat hire matters\n\nIt is.\n"
        ),
        Good(
            "---\ntitle: How to find the best harbour boat hire\ndek: All about the best harbour boat hire\n"
            "tags: [harbour boat hire]\n---\nThe yard mends hulls in winter, when no pilot needs them, and "
            "the board pays for it. The yard mends hulls in winter, when no pilot needs them, and the "
            "board pays for it. The yard mends hulls in winter, when no pilot needs them, and the board "
            "pays for it. The yard mends hulls in winter, when no pilot needs them, and the board pays "
            "for it. The yard mends hulls in winter, when no pilot needs them, and the board pays for "
            "it. The yard mends hulls in winter, when no pilot needs them, and the board pays for it. "
            "The yard mends hulls in winter, when no pilot needs them, and the board pays for it. \n\n## "
            "Why it matters\n\nIt is.\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        line, dek = article.headline, article.dek or article.description
        tags = [tag for tag in article.tags if len(tag.text.split()) >= WORDS]
        if not tags or line is None or dek is None or article.word_count < ENOUGH:
            return
        heads = [f" {fold(block.passage.text)} " for block in article.headings if block.passage is not None]
        shown = [f" {fold(line.text)} ", f" {fold(dek.text)} "]
        for tag in tags:
            phrase = f" {fold(tag.text)} "
            if all(phrase in text for text in shown) and any(phrase in head for head in heads):
                copy = " ".join(f" {fold(passage.text)} " for passage in article.prose)
                if copy.count(phrase) <= USED:
                    yield self.finding(
                        tag,
                        f"{quoted(tag.text)} stands in headline, dek, subhead and tags, but hardly in the copy; "
                        "cut it there, or label the advertisement.",
                    )
