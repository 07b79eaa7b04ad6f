from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Passage, Rule, Severity, quoted
from presslint.language.quotation import CLOSING
from presslint.language.words.clashes import OPENERS, SHORTENED
from presslint.model.regex import regex

SMALL = regex(rf"(?<![\w.'’/-])([a-z][a-z'’-]{{2,30}})\. ({'|'.join(OPENERS)})(?= [a-z])")
# the same without what stands before, which begins with a sign and so is found fast
MAY_BE_SMALL = regex(rf"\. (?:{'|'.join(OPENERS)}) [a-z]")
STOPS = regex(rf"(?<=[^\W_])[){CLOSING}]?\. \.(?=\s|\Z)(?! \.)|(?<=[^\W_]), ,(?= )")
MANY = 3  # small beginnings of an article from which they are a manner


class SentenceSeam(Rule):
    """A sentence begins with a capital and ends with one stop.

    “… at noon. the board …”, “Edith. .”, “a boat, , a pier”: a slot was filled with words that were cut
    elsewhere, or an edit took a word and left its stop. A small letter counts when it begins a word that
    begins sentences (the, it, they, when…) after a full word in small letters, so abbreviations, brands
    (“eBay”) and names of programs are left alone; so is a passage or an article that begins its sentences
    small throughout, and so are spaced dots (“. . .”), quotations and code.
    """

    severity = Severity.WARNING
    languages = frozenset({"en"})
    sources = ("AP Stylebook: capitalization, period",)
    allow: tuple[str, ...] = Option((), description="Seams that the house prints on purpose, as written.")
    examples: ClassVar = (
        Good("It sails approx. the same way, at 5 p.m. the next day, etc. the boats say so. eBay paid.\n"),
        Good("It sails . . . and then . . . the rest. “It is. the end,” she said, and `a. the b`.\n"),
        Good("it sails. the crew waits. the pier is wet. the bell rings. the boat goes. it is late.\n"),
        Good("boats sail late. the pier waits for it.\n"),
        Good("The boat is late. the pier waits for it.\n", allow=("late. the",)),
        Bad(
            "The boat left at [[noon. the]] crew was late.\n",
            says="“noon. the” runs two sentences together; begin the second with a capital, or cut the stop.",
            severity="warning",
        ),
        Bad(
            "The boat was built by Edith[[. .]] She sold it.\n",
            says="“. .” has one mark too many, or words are missing between them; cut one or fill it in.",
        ),
        Bad("It has a bar[[, ,]] a deck and a bell.\n"),
        Good(
            "It left at noon. the crew was late. It was dark. the pier was wet. It was old. the bell rang.\n"
        ),
        Good("It was built by Edith. . It left.\n", allow=(". .",)),
        Bad(
            "It left at [[noon. the]] crew was late. It was [[dark. the]] pier was wet.\n",
            says=(
                "“noon. the” runs two sentences together; begin the second with a capital, or cut the stop.",
                "“dark. the” runs two sentences together; begin the second with a capital, or cut the stop.",
            ),
            severity="warning",
        ),
        Bad(
            "It was built (by Edith)[[. .]] It left.\n",
            says="“. .” has one mark too many, or words are missing between them; cut one or fill it in.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        small: list[Passage] = []
        for passage in article.own_prose:
            text = passage.text
            for where, match in passage.find(SMALL) if MAY_BE_SMALL.search(text) else ():
                if match[1] not in SHORTENED and where.whole and where.text not in self.allow:
                    small.append(where)
            for where, _ in passage.find(STOPS) if ". ." in text or ", ," in text else ():
                marks = where.text[-3:]
                if where.whole and marks not in self.allow:
                    yield self.finding(
                        where[len(where) - 3 :],
                        f"{quoted(marks)} has one mark too many, or words are missing between them; cut one or fill it in.",
                    )
        if len(small) < MANY:
            for where in (each for each in small if not begins_small(each)):
                yield self.finding(
                    where,
                    f"{quoted(where.text)} runs two sentences together; begin the second with a capital, or cut the stop.",
                )


def begins_small(where: Passage) -> bool:
    """Whether the passage itself begins with a small letter, as notes do."""
    return where.root.text.lstrip()[:1].islower()
