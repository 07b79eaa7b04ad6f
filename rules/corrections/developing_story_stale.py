from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity, quoted
from presslint.desk import Phrase, Phrases, at_the_edge, instant, published_on

PHRASES = Phrases(
    (
        Phrase("developing", r"\bthis (?:is|remains) a (?:developing|breaking)(?: news)? "
            r"story\b", ("a breaking", "a developing")),
        Phrase("more-to-come", r"^\W{0,3}(?:more (?:to (?:come|follow)|details? (?:to "
            r"follow|soon))|developing(?: "
                r"story)?)\b[^.]{0,40}\W{0,3}$", ("developing", "more detail", "more to come", "more to follow")),
        Phrase("will-be-updated", r"\bthis (?:story|article|post|page) (?:will be|is being) "
            r"updated\b", (" is being updated", " will be updated")),
        Phrase("check-back", r"\bcheck back (?:here )?(?:for updates|soon|later)\b|\brefresh "
            r"(?:this|the) page for\b", ("check back ", "refresh th")),
    )
)  # fmt: skip


class DevelopingStoryStale(Rule):
    """A story that no longer develops does not say that it does.

    “This is a developing story” and “More to come” are promises with a short life; a year later they
    tell the reader that nobody came back. The rule compares the article's own date with the day of the
    run and is silent without either (`--today` sets the day, so that a run says the same every time).
    """

    severity = Severity.SUGGESTION
    reads_words = PHRASES.literals
    sources = ("Reuters Handbook of Journalism and BBC practice: updating stories",)
    languages = frozenset({"en"})
    days: int = Option(3, ge=0, description="How many days a story may go on developing.")
    examples: ClassVar = (
        Good("---\ndate: 2026-05-30\n---\n\nA crane fell.\n\nThis is a developing story.\n"),
        Good(
            "---\ndate: 2024-05-30\n---\n\nThe lab is developing a story app, and the best is more to come.\n"
        ),
        Bad(
            "---\ndate: 2026-05-20\n---\n\nA crane fell.\n\n[[This is a developing story]]; check the map.\n",
            says="“This is a developing story” stands in a story of 20 May 2026; delete it or bring "
            "the story up to date.",
            severity="suggestion",
        ),
        Bad("---\ndate: 2024-05-20\n---\n\nA crane fell.\n\n[[More to come.]]\n"),
        Good("---\ndate: 2026-05-29\n---\n\nA crane fell.\n\nThis is a developing story.\n"),
        Good(
            "---\ndate: 2026-05-20\n---\n\nA crane fell.\n\nIt is.\n\nIt was.\n\nIt went.\n\nThis is a developing "
            "story.\n\nIt is.\n\nIt was.\n\nIt went.\n\nIt came.\n\nIt sat.\n"
        ),
        Bad(
            "---\ndate: 2026-05-28\n---\n\nA crane fell.\n\n[[This is a developing story]].\n",
            says="“This is a developing story” stands in a story of 28 May 2026; delete it or bring the story "
            "up to date.",
            severity="suggestion",
        ),
        Good(
            "---\ndate: 2024-05-29\nmodified: 2026-05-30\n---\n\nA crane fell.\n\nThis is a developing story.\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        today = article.settings.get("today")
        latest = self.latest(article)
        if not isinstance(today, date) or latest is None or (today - latest).days <= self.days:
            return
        for hit in PHRASES.find(article):
            if hit.copy.block is not None and at_the_edge(article, hit.copy.order):
                yield self.finding(
                    hit.passage,
                    f"{quoted(hit.passage.text)} stands in a story of {latest.day} {latest:%B %Y}; "
                    "delete it or bring the story up to date.",
                )

    def latest(self, article: Article) -> date | None:
        """The last day on which the article says that it was touched."""
        modified = instant(article.get("modified"))
        days = [day for day in (published_on(article), modified.date if modified else None) if day]
        return max(days, default=None)
