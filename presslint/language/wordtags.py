"""What a word of a language other than English can be: the small words of its grammar, names, digits.

English has a table of its own, `presslint.language.lexicon`, with verbs by what their subject must be; the bits
are the same.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from presslint.language.languages import Language
from presslint.language.lexicon import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    DETERMINER,
    DIGIT,
    FIRST_PERSON,
    NAMELIKE,
    NEGATION,
    PREPOSITION,
    PRONOUN,
    SECOND_PERSON,
    SPEECH,
    STOP,
    STOP_SIGNS,
    SUBORDINATOR,
    TIME,
    WORDLIKE,
)

KEPT = 20_000  # spellings of a language that are remembered between articles


@lru_cache(maxsize=16)
def tagger(language: Language) -> Callable[[str], int]:
    """What tells the bits of a token, by the words of a language."""
    table: dict[str, int] = {}
    for words, bit in (
        (language.pronouns, PRONOUN),
        (language.first_person, FIRST_PERSON),
        (language.second_person, SECOND_PERSON),
        (language.be_forms, BE),
        (language.auxiliaries, AUXILIARY),
        (language.adverbs, ADVERB),
        (language.prepositions, PREPOSITION),
        (language.determiners, DETERMINER),
        (language.subordinators, SUBORDINATOR),
        (language.negations, NEGATION),
        (language.time_words, TIME),
        (language.reporting_verbs, SPEECH),
        (STOP_SIGNS, STOP),
    ):
        for word in words:
            table[word.lower()] = table.get(word.lower(), 0) | bit

    @lru_cache(maxsize=KEPT)
    def tag_of(token: str) -> int:
        tag = table.get(token.lower().rstrip("’'"), 0)
        first = token[0]
        if first.isalpha():
            if first.isupper():
                tag |= CAPITAL if tag else CAPITAL | NAMELIKE
            tag |= WORDLIKE
        elif first.isdigit():
            tag |= WORDLIKE | DIGIT
        return tag

    return tag_of
