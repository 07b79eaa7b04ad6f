from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Passage, Rule, Severity, quoted, regex
from presslint.desk import AFTER_ARTICLE, CLASHES, FIRST, NOUN, PAIRS, SECOND, SPOKEN_OF

ARTICLE = regex(rf"(?<![\w'’.,/-])(?:the|an|their|our) {AFTER_ARTICLE}(?![\w'’/-])(?! ?[,:=]){SPOKEN_OF}")
PAIR = regex(rf"(?<![\w'’.,/-]){PAIRS}(?![\w'’/-])")
NOUNS = regex(rf"\b{NOUN} ({FIRST} {SECOND})(?![\w'’/-])(?! (?:then|now|far|and)\b)")


class ClashingWords(Rule):
    """Small words that cannot stand side by side have lost a word between them.

    “To the to the pier”, “the of”, “a an”, “has have”, “a situation with by compiling”: an edit was left
    half done, or a slot was filled into a sentence that it does not fit. Only pairs that no English
    sentence can hold are told: “can can”, “that that”, “had had”, “in for”, “on by”, a verb with its
    particle before “by” or “for” (“dealt with by”, “looked at for”) and “of at least” are all good. Names,
    capitals, quotation marks, code and words with hyphens (“the for-profit yard”) are left alone.
    """

    severity = Severity.WARNING
    languages = frozenset({"en"})
    sources = ("Copy-desk practice: read every sentence once more after an edit",)
    yields_to: ClassVar = {"repeated-word": "place"}
    reads_words = CLASHES
    allow: tuple[str, ...] = Option(
        (), description="Pairs that the house prints on purpose, in small letters."
    )
    examples: ClassVar = (
        Good(
            "All that that had had in it is what they can can; she is in for it, and goes on by boat with an A of the A Class.\n"
        ),
        Good(
            "It was dealt with by the board, looked at for years and thought of with care; a crew of at least 4.\n"
        ),
        Good("The for-profit yard, the to-do list, the A team, the “of” and the `the of` are fine.\n"),
        Good(
            "The situation with of course some boats is odd. Vitamin A the pilot takes.\n", allow=("with of",)
        ),
        Good(
            "The by far slowest boat is the be all of the yard, on the to do list of the for loop, near an at sign. Make this the best of it. Pay attention to for once.\n"
        ),
        Good("El barco fue a the pier y the of.\n", settings={"language": "es"}),
        Bad(
            "They walked to [[the to]] the pier at noon.\n",
            says="Between “the” and “to” a word is missing, or one of them is too many; read the sentence again.",
            severity="warning",
        ),
        Bad("It was [[a an]] offer, and the yard [[has have]] it.\n"),
        Bad("The board met the situation [[with by]] compiling a list.\n"),
        Bad("It is a part of [[the of]] season.\n"),
        Good("They walked to the <b>to</b> pier.\n"),
        Good("The board met the situation with [by](https://b.example) compiling a list.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for passage in article.own_prose:
            for where in _clashes(passage):
                left, _, right = where.text.rpartition(" ")
                if where.text in self.allow or left.lower() == right:
                    continue
                yield self.finding(
                    where,
                    f"Between {quoted(left)} and {quoted(right)} a word is missing, or one of them is too many; read the "
                    "sentence again.",
                )


def _clashes(passage: Passage) -> Iterator[Passage]:
    for pattern in (ARTICLE, PAIR):
        yield from (where for where, _ in passage.find(pattern) if where.whole)
    for where, match in passage.find(NOUNS):
        pair = where[len(where) - len(match[1]) :]
        if pair.whole:
            yield pair
