"""What each word of English news copy can be, in one table: looked up once per token, read everywhere.

A word can be several things at once, so its tag is a set of bits. Capitals, digits and possessive
endings are bits too, which lets a sentence be judged from its tags alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from presslint.language.en import reporting, sources
from presslint.language.languages import ENGLISH
from presslint.language.names import CALENDAR, ORDINARY

# fmt: off
(
    SPEECH, CLOSE, CLAUSE, STANCE, PLAN, EVIDENCE,  # verbs, by what their subject must be
    ING, PAST, NOUNISH, INVERTS,  # forms of verbs, and forms that may be nouns
    DOCUMENT, UTTERANCE, ROLE, VAGUE, CONTENT,  # nouns that stand for a source or for what it said
    PRONOUN, BE, AUXILIARY, ADVERB, PREPOSITION, DETERMINER, SUBORDINATOR, NEGATION, QUANTIFIER,
    TIME, STOP, FRAME,
    CAPITAL, COMMON, DIGIT, POSSESSIVE, CONTRACTED, WORDLIKE, NAMELIKE, HAND, FIRST_PERSON, SECOND_PERSON,
    AGENTLESS,
) = (1 << bit for bit in range(38))
# fmt: on
VERB = SPEECH | CLOSE | CLAUSE | STANCE | PLAN | EVIDENCE
NOUN = DOCUMENT | UTTERANCE | ROLE | VAGUE
SMALL = PRONOUN | BE | AUXILIARY | PREPOSITION | DETERMINER | SUBORDINATOR | FIRST_PERSON | SECOND_PERSON
STOP_SIGNS = ", ; : . ! ? ( ) [ ] “ ” ‘ ' \" — – ― - « » …".split()
KEEP = 50_000  # the most distinct spellings that are remembered between articles


def _tables() -> tuple[dict[str, int], dict[str, str]]:
    """The bits of each word, and the lemma of each form of a verb."""
    table: dict[str, int] = {}
    lemmata: dict[str, str] = {}

    def put(words: Iterable[str], bit: int) -> None:
        for word in words:
            table[word] = table.get(word, 0) | bit

    forms = {"base": 0, "third": 0, "past": PAST, "participle": PAST, "ing": ING}
    for lemmas, bit in (
        (reporting.SPEECH, SPEECH),
        (reporting.CLOSE, CLOSE),
        (reporting.CLAUSE, CLAUSE),
        (reporting.STANCE, STANCE),
        (reporting.PLAN, PLAN),
        (reporting.EVIDENCE, EVIDENCE),
    ):
        for form, lemma, kind in reporting.forms(lemmas):
            table[form] = table.get(form, 0) | bit | forms[kind]
            lemmata.setdefault(form, lemma)
            if lemma in reporting.INVERTING:
                table[form] |= INVERTS
            if lemma in reporting.NOUNISH and kind in ("base", "third"):
                table[form] |= NOUNISH
    for words, bit in (
        (sources.DOCUMENTS, DOCUMENT),
        (sources.UTTERANCES, UTTERANCE),
        (sources.ROLES, ROLE),
        ((word + "s" for word in sources.ROLES), ROLE),
        (sources.VAGUE, VAGUE),
        (sources.CONTENT, CONTENT),
        (sources.QUANTIFIERS, QUANTIFIER),
        (sources.FRAMES, FRAME),
        (sources.AGENTLESS, AGENTLESS),
        (ENGLISH.pronouns, PRONOUN),
        (ENGLISH.first_person, FIRST_PERSON),
        (ENGLISH.second_person, SECOND_PERSON),
        (ENGLISH.be_forms, BE),
        (ENGLISH.auxiliaries, AUXILIARY),
        (ENGLISH.adverbs, ADVERB),
        (ENGLISH.prepositions, PREPOSITION),
        (ENGLISH.determiners, DETERMINER),
        (ENGLISH.subordinators, SUBORDINATOR),
        (ENGLISH.negations, NEGATION),
        (STOP_SIGNS, STOP),
        ((*ENGLISH.time_words, *CALENDAR), TIME),
        (ORDINARY, COMMON),
        ((first if after in sources.COMMON_AFTER else after for first, after in sources.FIRST_HAND), HAND),
    ):
        put(words, bit)
    return table, lemmata


_TABLE, LEMMAS = _tables()


def tag_of(token: str) -> int:
    """Everything that a token can be, as bits."""
    low = token.lower().replace("’", "'")
    tag = _TABLE.get(low, 0)
    if tag & SMALL and len(token) > 1 and token.isupper():
        tag = 0  # “US” is no pronoun, “IT” and “WHO” are none either
    first = token[0]
    if first.isalpha():
        tag |= WORDLIKE
        if first.isupper():
            tag |= CAPITAL
    elif first.isdigit():
        tag |= WORDLIKE | DIGIT
    if tag & PRONOUN and "'" in low:
        return tag | CONTRACTED | COMMON
    if low.endswith("'s"):
        owner = _TABLE.get(low[:-2], 0)
        tag |= POSSESSIVE | owner & (COMMON | DOCUMENT | ROLE | TIME | VAGUE)
    elif low.endswith("ly") and len(low) > 4 and not tag & VERB and not first.isupper():
        tag |= ADVERB
    return tag | NAMELIKE if tag & (CAPITAL | COMMON) == CAPITAL else tag
