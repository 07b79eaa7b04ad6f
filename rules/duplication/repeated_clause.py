from __future__ import annotations

from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity, quoted


class RepeatedClause(Rule):
    """A clause stands once in a paragraph.

    Nine words in the same order, twice in one paragraph, are what is left when a sentence was moved and not
    cut at its old place, or rewritten and left standing. Twelve words are a warning, fewer a
    suggestion, for they may come back on purpose; within one sentence they mostly do. Whole sentences that
    stand twice are repeated-sentence's. Quotations, code, names and titles, rows of figures, and a figure of speech that
    opens sentence after sentence with the same words are left alone, and so is a clause that stands three
    times.
    """

    severity = Severity.SUGGESTION
    sources = ("Copy-desk practice: paste and merge accidents",)
    words: int = Option(9, ge=5, description="The fewest words in the same order that count.")
    examples = (
        Good("The pier is one that many have copied. It is one that many admire and few have seen.\n"),
        Good(
            "We will run the boat in all the weathers of the north. We will run the boat in all the weathers of the "
            "north and the south.\n"
        ),
        Good(
            "The Ayton and Beeton Harbour Board of Trade and Pilots met. Nobody in the Ayton and Beeton Harbour Board "
            "of Trade and Pilots spoke.\n"
        ),
        Good(
            "“It is one that many have copied or tried to copy,” he said. “It is one that many have copied or tried to copy.”\n"
        ),
        Bad(
            "The contract is one that many have copied or tried to copy. It runs for a year. Pilots say it’s "
            "[[one that many have copied or tried to copy]] since.\n",
            says="“one that many have copied or tried to copy” stands twice in this paragraph; cut one of them.",
            severity="suggestion",
        ),
        Bad(
            "Ayton wants to open its pier for all the boats of the sound by the end of May. The board says that it hopes "
            "[[to open its pier for all the boats of the sound by the end of May]] as well.\n",
            severity="suggestion",
        ),
        Good(
            "Crews were happy with the plan of the board to open the pier in May; they were not happy with the plan of "
            "the board to open the pier in June.\n"
        ),
        Bad(
            "At dawn a dull red boat came in late. Nobody saw that [[a dull red boat came in]] at all.\n",
            words=6,
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for clause in article.repeats.clauses(self.words):
            yield self.finding(
                clause.second,
                f"{quoted(clause.second.text)} stands twice in this paragraph; cut one of them.",
                see=((clause.first, "first stands here"),),
            )
