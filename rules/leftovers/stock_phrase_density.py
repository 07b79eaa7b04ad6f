from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Kind, Option, Passage, Rule, Severity, quoted
from presslint.desk import SMALL_NUMBERS, STOCK, Phrases

PHRASES = Phrases(STOCK)
PROSE = (Kind.PARAGRAPH, Kind.ITEM)
SHOWN = 3  # phrases that the message quotes; the others are listed with their lines below the finding


class StockPhraseDensity(Rule):
    """An article says what happened in words of its own.

    “As the race intensifies”, “navigating the complexities”, “the coming years will test”: one such
    phrase is anybody's, four families of them in 800 words fill the place of facts. The rule counts
    families, never single words, leaves quotations alone, and scales with length. It says that the
    phrasing is stock, and nothing about who wrote it.
    """

    severity = Severity.SUGGESTION
    reads_words = PHRASES.literals
    sources = (
        "Wikipedia: signs of stock prose, read as clusters",
        "George Orwell, Politics and the English Language; The Economist style guide: ready-made phrases",
    )
    languages = frozenset({"en"})
    yields_to: ClassVar = {"chatbot-residue": "article", "prompt-leak": "article"}
    families: int = Option(
        4, ge=2, description="Families of stock phrases that an article of `words` may not have."
    )
    opinion: int = Option(6, ge=2, description="The same for opinion and reviews.")
    words: int = Option(800, ge=100, description="The length above which the number rises in proportion.")
    examples: ClassVar = (
        Good(
            "# Port opens\n\nThe port opened on Monday. Only time will tell, the mayor said, and the "
            "talks set the stage "
            "for a lease.\n\nThe crane lifts 40 tonnes. It plays a crucial role in June.\n"
        ),
        Good(
            "# Port opens\n\n“As the race intensifies, the coming years will test us. We leverage our "
            "strengths, "
            "navigating the complexities of a shifting landscape,” the director said. It is of note.\n"
        ),
        Bad(
            "# [[Port opens]]\n\nAs the race intensifies, the port plays a pivotal role in a shifting "
            "landscape.\n\n"
            "The coming years will test how the town can leverage its strengths.\n",
            says="Five stock phrases stand where facts could, among them “As the race intensifies” (line 3), "
            "“plays a pivotal role” (line 3) and “shifting landscape” (line 3); say what happens next, "
            "and when.",
            severity="suggestion",
        ),
        Good(
            "---\ntitle: Port opens\ntype: opinion\n---\n\nAs the race intensifies, the port plays a pivotal "
            "role in a shifting landscape.\n\nThe coming years will test how the town can leverage its "
            "strengths.\n"
        ),
        Bad(
            "# [[Port opens]]\n\nAs the race intensifies, the port plays a pivotal role.\n",
            says="Two stock phrases stand where facts could, among them “As the race intensifies” (line 3) "
            "and “plays a pivotal role” (line 3); say what happens next, and when.",
            severity="suggestion",
            families=2,
        ),
        Good(
            "# Port opens\n\n## As the race intensifies\n\nThe port plays a pivotal role in a shifting "
            "landscape.\n\n## The coming years will test\n\nThe town can leverage its strengths.\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        found: dict[str, Passage] = {}
        for hit in PHRASES.find(article):
            if hit.copy.block is not None and hit.copy.block.kind in PROSE:
                found.setdefault(hit.phrase.name, hit.passage)
        if len(found) < min(self.families, self.opinion):
            return
        least = self.opinion if article.story_type in ("opinion", "review", "analysis") else self.families
        needed = max(least, round(least * article.word_count / self.words))
        if len(found) < needed:
            return
        places = list(found.values())
        yield self.finding(
            article,
            f"{_number(len(places))} stock phrases stand where facts could, among them "
            f"{_listed(article, places[:SHOWN])}; say what happens next, and when.",
            see=tuple((place, f"stock phrase {quoted(place.text)}") for place in places),
        )


def _number(count: int) -> str:
    words = [word.capitalize() for word in SMALL_NUMBERS][:10]
    return words[count] if count < len(words) else str(count)


def _listed(article: Article, places: list[Passage]) -> str:
    named = [
        f"{quoted(place.text)} (line {article.source.position(place.span.start).line})" for place in places
    ]
    return " and ".join((", ".join(named[:-1]), named[-1])) if len(named) > 1 else named[0]
