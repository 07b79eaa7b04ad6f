"""How alike two short texts are: folded words, content stems, overlap, and what makes a pair differ.

Made for headlines, deks, subheads and tags: a few words each, so a crude stemmer and a small table
of synonyms say more than statistics would. Everything is deterministic and needs no dictionary.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Set
from functools import lru_cache

from msgspec import Struct

from presslint.language.languages import ENGLISH
from presslint.model.regex import regex

_CURLY = str.maketrans({"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "\u00ad": None})
_INITIALISM = regex(r"\b(?:[^\W\d_]\.){2,8}")
# a decimal point or comma inside a number is part of it; every other mark separates words
_NOT_WORD = regex(r"[^\w\s](?:(?<!\d.)|(?!\d))")
_SURFACE = regex(r"(?:[^\W\d_]\.){2,8}|\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]+)*")


COMPARED = 1000  # characters of a text that are compared in order; display lines are shorter


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


FUNCTION_WORDS = _words(
    "a an the and or but nor so yet of in on at to for from by with as into onto over under about",
    "is are was were be been being am do does did has have had will would can could shall should may",
    "might must it its this that these those there here he she they them his her their we our you",
    "your i my what which who whom whose how why when where if than then up out off not no",
)
_FIXED = _words("news series species always perhaps us is this his wales texas")

# Verbs and nouns that headline writers swap without saying anything new; each row is one meaning.
_SYNONYM_ROWS = (
    "hold maintain keep retain",
    "lead edge advantage",
    "rise climb jump grow soar surge increase",
    "fall drop decline slip plunge decrease",
    "cut slash reduce trim axe",
    "approve back pass okay endorse",
    "reject block oppose refuse",
    "say claim warn tell state",
    "kill dead die death",
    "begin start launch",
    "end finish stop halt",
    "purchase buy acquire",
    "win victory",
    "probe investigate investigation inquiry",
    "quit resign",
    "unveil reveal announce",
    "extend lengthen prolong",
    "face confront",
    "build construct",
    "plant factory",
    "firm company",
    "lab laboratory",
    "deal agreement pact accord",
    "ban prohibit outlaw",
    "hurt injure wound",
    "arrest detain",
    "choose select pick",
    "allow permit",
    "delay postpone",
    "cancel scrap",
    "pupil student",
    "vehicle car",
    "million m",
    "billion bn",
    "us usa america",
    "uk britain",
    "percent pct %",
)

NUMBER_WORDS = frozenset(
    (*ENGLISH.numbers[1:], *ENGLISH.tens, *ENGLISH.multiples, *ENGLISH.ordinals, "half", "double")
)
CALENDAR_WORDS = frozenset(
    word.lower()
    for word in (
        *ENGLISH.weekday_names,
        *(form for forms in ENGLISH.months for form in forms if form != "May"),  # a verb, too
        *ENGLISH.seasons,
        *ENGLISH.parts_of_day,
        *ENGLISH.relative_days,
    )
)
_POLARITY_PAIRS = (
    "for against",
    "before after",
    "up down",
    "won lost",
    "win lose",
    "winners losers",
    "pros cons",
    "men women",
    "boys girls",
    "man woman",
    "male female",
    "home away",
    "rise fall",
    "rising falling",
    "more less",
    "more fewer",
    "most least",
    "best worst",
    "good bad",
    "old new",
    "past future",
    "inside outside",
    "in out",
    "on off",
    "with without",
    "north south",
    "east west",
    "northern southern",
    "eastern western",
    "left right",
    "high low",
    "higher lower",
    "public private",
    "buy sell",
    "buyers sellers",
    "early late",
    "strengths weaknesses",
    "advantages disadvantages",
    "benefits risks",
    "risks rewards",
    "problem solution",
    "cause effect",
    "supporters opponents",
    "critics supporters",
    "short long",
    "large small",
    "domestic foreign",
    "local national",
    "primary secondary",
    "internal external",
    "hot cold",
    "do don't",
    "dos don'ts",
    "yes no",
    "can can't",
    "open closed",
    "beginner advanced",
    "basic advanced",
)
_QUESTION_WORDS = _words("who what when where why how which whose")
_NEGATIONS = _words(
    "not no non never none nor without don't doesn't won't can't isn't aren't wasn't didn't",
)


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """One form for texts that differ in case, quotation marks, dashes, punctuation or spacing only."""
    text = unicodedata.normalize("NFKC", text).translate(_CURLY).casefold()
    if "." in text:
        text = _INITIALISM.sub(lambda found: found.group().replace(".", "") + " ", text)
    text = _NOT_WORD.sub(" ", text.replace("'", ""))
    return " ".join(text.replace("_", " ").split())


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The folded word without possessive and one inflectional ending; not a word of the language."""
    word = word.casefold().replace("’", "'").replace(".", "")
    if word.endswith("'s"):
        word = word[:-2]
    word = word.replace("'", "")
    if not word.isalpha() or word in _FIXED:
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    else:
        for ending in ("ing", "ed", "es", "s"):
            if not word.endswith(ending) or len(word) - len(ending) < 3:
                continue
            if ending == "s" and word.endswith(("ss", "us", "is")):
                continue
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word.endswith("y"):
        word = word[:-1] + "i"
    return word


_MEANING = {stem(word): stem(row.split()[0]) for row in _SYNONYM_ROWS for word in row.split()}
_POLARITY = frozenset(frozenset(pair.split()) for pair in _POLARITY_PAIRS)


class Content(Struct, frozen=True):
    """A content word as written and its stem."""

    word: str
    stem: str


@lru_cache(maxsize=2048)
def content(text: str) -> tuple[Content, ...]:
    """The words of a text that carry meaning, in order; function words are left out."""
    shouted = text.isupper()
    return tuple(
        Content(word, stem(word))
        for word in _SURFACE.findall(text)
        if word.casefold() not in FUNCTION_WORDS
        or word == "May"  # the month far more often than the verb
        or (word.isupper() and len(word) > 1 and not shouted)
    )


@lru_cache(maxsize=2048)
def stems(text: str) -> tuple[str, ...]:
    """The stems of the content words, in order, repeats included."""
    return tuple(found.stem for found in content(text))


def meaning(stemmed: str) -> str:
    """The stem that stands for all its synonyms: “lead”, “edge” and “advantage” are one."""
    return _MEANING.get(stemmed, stemmed)


def jaccard(one: Set[str], other: Set[str]) -> float:
    """Shared members by all members, 0 to 1; two empty sets are not alike."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def containment(one: Set[str], other: Set[str]) -> float:
    """Shared members by the smaller set, 0 to 1."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def sequence_ratio(one: str, other: str) -> float:
    """How much of two strings runs in the same order, 0 to 1: twice the common letters by all letters."""
    one, other = one[:COMPARED], other[:COMPARED]
    size = len(one) + len(other)
    return 2 * common_letters(one, other) / size if size else 0.0


def common_letters(one: str, other: str) -> int:
    """Length of the longest common subsequence, by bit-parallel addition (Hyyrö 2004)."""
    places: dict[str, int] = {}
    for index, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << index
    free = whole = (1 << len(one)) - 1
    for letter in other:
        met = free & places.get(letter, 0)
        free = (free + met) | (free - met)
    return len(one) - (free & whole).bit_count()


class Likeness(Struct, frozen=True):
    """How much of `text` stood in the text it was compared with.

    `new` are the content words of `text` whose meaning the other text lacks, `restated` those that
    only swap a synonym, `shared` counts the words that both have, `size` the content words of `text`.
    """

    jaccard: float
    containment: float
    ratio: float
    shared: int
    size: int
    new: tuple[str, ...]
    restated: tuple[str, ...]


@lru_cache(maxsize=1024)
def compare(text: str, other: str) -> Likeness:
    """Compare `text` (a dek, a subhead, a first sentence) with what the reader saw before it."""
    mine, theirs = content(text), stems(other)
    known = frozenset(theirs)
    meanings = frozenset(map(meaning, theirs))
    own = frozenset(found.stem for found in mine)
    seen: set[str] = set()
    new: list[str] = []
    restated: list[str] = []
    for each in mine:
        word, stemmed = each.word, each.stem
        if stemmed in known or stemmed in seen:
            continue
        seen.add(stemmed)
        (restated if meaning(stemmed) in meanings else new).append(word)
    likeness = jaccard(own, known)
    return Likeness(
        jaccard=likeness,
        containment=containment(own, known),
        ratio=sequence_ratio(" ".join(stems(text)), " ".join(theirs)) if own & known else 0.0,
        shared=len(own & known),
        size=len(own),
        new=tuple(new),
        restated=tuple(restated),
    )


def difference(one: str, other: str, ordinary: Container[str] = frozenset()) -> str:
    """What makes two like texts say different things: number, day, polarity, question, name, or nothing ("").

    “What Labour says” and “What the Greens say” are parallel, not duplicates. Words that an article
    also writes in lower case are no names; pass them as `ordinary`, folded.
    """
    first, second = _surfaces(one), _surfaces(other)
    only_first = {key: word for key, word in first.items() if key not in second}
    only_second = {key: word for key, word in second.items() if key not in first}
    changed = only_first | only_second
    if any(key[0].isdigit() or key in NUMBER_WORDS for key in changed):
        return "number"
    if any(key in CALENDAR_WORDS for key in changed):
        return "day"
    if any(key in _NEGATIONS for key in changed) or any(
        frozenset((left, right)) in _POLARITY for left in only_first for right in only_second
    ):
        return "polarity"
    if any(key in _QUESTION_WORDS for key in changed):
        return "question"
    stemmed = {stem(key) for key in first}, {stem(key) for key in second}
    for key, word in changed.items():
        if not word[0].isupper() or key in FUNCTION_WORDS or key in ordinary:
            continue
        if stem(key) in stemmed[0] and stem(key) in stemmed[1]:
            continue
        return "name"
    return ""


def _surfaces(text: str) -> dict[str, str]:
    """Folded word -> the word as written."""
    return {word.casefold().replace("’", "'"): word for word in _SURFACE.findall(text)}
