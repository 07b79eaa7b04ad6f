"""With what words a language announces a list; `language/<tag>/announcing.py` holds them, for English `words/announcing.py`."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from presslint.language.languages import language_of
from presslint.language.likeness import fold
from presslint.language.wordsets import WordSets

LANGUAGES = frozenset(("de", "fr", "es"))
LEAST, MOST = 2, 20  # things that are written out as a number word
BESIDE = r"(?:[^\W\d][\w’'-]{0,24} ){0,2}?"  # what may stand between a number and what it counts
BEHIND = r"[^:.;()]{0,70}"  # and behind it, before the colon


class Announcing(Struct, frozen=True):
    """The patterns of one language."""

    counts: dict[str, int]  # number words in small letters
    title: re.Pattern[str]  # “Drei Gründe, warum …” as a headline: count, noun
    sentence: re.Pattern[str]  # “… nennt drei Gründe:” at the end of a paragraph: count, noun, rest
    outright: re.Pattern[str]  # words behind which nothing but a list is left to come
    last: re.Pattern[str]  # a text that stops here was cut
    furniture: re.Pattern[str]  # a line that announces no list
    speaks: re.Pattern[str]  # a line over somebody's words
    some: re.Pattern[str]  # the list holds only some of the things counted
    series: re.Pattern[str]  # three things in a row
    hard: frozenset[str]  # subheads that promise items outright, folded

    def number(self, written: str) -> int:
        """What a number in digits or in words is worth."""
        return self.counts.get(written.lower()) or int(written)


@lru_cache(maxsize=4)
def announcing(tag: str) -> Announcing:
    """The words of a language of `LANGUAGES`."""
    words, language = WordSets(tag, "announcing"), language_of(tag)
    counts = {word: at for at, word in enumerate(language.numbers) if LEAST <= at <= MOST}
    number = rf"(?P<count>\d{{1,2}}|{'|'.join(sorted(counts, key=len, reverse=True))})"
    counted = rf"{number} {BESIDE}(?P<noun>{words.things})"
    listing = "|".join(re.escape(word[:-1]) + r"\s?:" for word in words.all("listing"))
    told = "".join(rf"(?<!\b{re.escape(word)} )" for word in words.all("told"))
    compiled = {
        "title": rf"(?:\A|: |\| )(?:die |der |les |nos |los |las |estas |estos )?{counted}\b",
        "sentence": rf"{told}\b{counted}\b(?P<rest>{BEHIND}):\Z",
        "outright": rf"(?:\b(?:{listing})|{words.these} {BESIDE}{words.things}\b{BEHIND}:)\Z",
        "last": rf"{words.last},?\Z",
        "furniture": rf"\W{{0,3}}{words.furniture}\b.{{0,40}}\Z",
        "speaks": rf"{words.saying}[^:.]{{0,60}}:\Z",
        "some": words.some,
        "series": rf"\w, [^.,;]{{2,60}},? {words.all('and')[0]} \w|(?:[^.,]{{2,60}}, ){{3}}",
    }
    return Announcing(
        counts=counts,
        hard=frozenset(
            fold(term)
            for line in vars(words)["_sets"]["HARD"].splitlines()
            for term in line.split("|")
            if term.strip()
        ),
        **{name: re.compile(pattern, re.IGNORECASE) for name, pattern in compiled.items()},
    )
