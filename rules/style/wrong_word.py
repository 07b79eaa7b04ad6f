from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity, quoted
from presslint.desk import SLIPS, Phrase, Phrases

PHRASES = Phrases(
    Phrase(f"slip-{number}", pattern, words) for number, (pattern, words, _) in enumerate(SLIPS)
)
RIGHT = {f"slip-{number}": right for number, (_, _, right) in enumerate(SLIPS)}


class WrongWord(Rule):
    """The word that was meant, not the one that sounds like it.

    “Could of”, “about it's long-term impact”, “a sneak peak”, “Daylight Savings Time”: no spelling checker
    stops at a word that exists. The list holds only company in which the written word cannot be meant, so
    “more than he could, of course”, “on it's a bargain” and “the Capitol budget office” pass. Quotations are
    left alone.
    """

    severity = Severity.WARNING
    reads_words = PHRASES.literals
    languages = frozenset({"en"})
    sources = ("AP Stylebook: commonly confused words", "Guardian and Observer style guide: homophones")
    allow: tuple[str, ...] = Option((), description="Phrases that the house writes so, in small letters.")
    examples: ClassVar = (
        Bad(
            "The ferry [[could of]] left at nine.\n",
            says="“could of” is a slip of the ear; write “could have”.",
            fix="The ferry could have left at nine.\n",
            severity="warning",
        ),
        Bad(
            "The board spoke [[about it's]] long-term plan.\n",
            fix="The board spoke about its long-term plan.\n",
        ),
        Bad("[[Daylight Savings]] Time ends on Sunday.\n", fix="Daylight Saving Time ends on Sunday.\n"),
        Bad("The storm hurt [[other effected]] islands.\n"),
        Bad("Here is a [[sneak peak]] of the pier.\n", fix="Here is a sneak peek of the pier.\n"),
        Bad("It costs [[more then]] 400 a day.\n"),
        Good("The ferry left later than it could, of course. Of those it could of course keep two.\n"),
        Good(
            "It all hangs on it's being dry. What she said about it's a secret. It’s worth more than it’s worth.\n"
        ),
        Good("“It could of left,” he said. The pier had effected a change. The storm peaked at noon.\n"),
        Good(
            "The might of the sea and all of it moved them. More then came. The capitol building is old. They pour tea over the books.\n"
        ),
        Good("Daylight savings time ends.\n", allow=("daylight savings",)),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for hit in PHRASES.find(article):
            match = hit.match
            if match is None or hit.passage.text.lower() in self.allow:
                continue
            start, end = match.span("word")
            wrong = hit.copy.passage[start:end]
            right = RIGHT[hit.phrase.name]
            if wrong.text[:1].isupper():
                right = right[0].upper() + right[1:]
            meant = hit.passage.text[: start - hit.start] + right + hit.passage.text[end - hit.start :]
            yield self.finding(
                hit.passage,
                f"{quoted(hit.passage.text)} is a slip of the ear; write {quoted(meant)}.",
                fix=self.replace(wrong, right, "Write the word that is meant", "unsafe"),
            )
