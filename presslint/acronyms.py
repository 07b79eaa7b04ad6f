"""Acronyms and what they are said to stand for: “Center for Strategic and International Studies (CSIS)”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presslint.spellings import one_slip

_IN_BRACKETS = re.compile(
    r" ?\((?:the )?[“\"‘']?(?P<acronym>[A-Z][A-Za-z&]{1,6}[A-Z]|[A-Z]{2})(?P<plural>s)?[”\"’']?\)"
)
_WORD = re.compile(r"[^\W_]+(?:[’'.&][^\W_]+)*")
_BOUNDARY = re.compile(r"[.,;:!?()\[\]“”\"|•—–\n]")
SMALL = frozenset("of and the for to in on a an at by with from or as de la et und & into".split())
WINDOW = 120  # characters before the bracket in which the words are looked for


@dataclass(frozen=True, slots=True)
class Expansion:
    """An acronym in brackets behind words. Places are those of the text, from the words to the bracket.

    `words` are the words that it stands for when they fit; when none fit, the capitalised words that
    stand where they should.
    """

    acronym: str
    words: tuple[str, ...]
    start: int
    end: int
    fits: bool


def expansions(text: str) -> Iterator[Expansion]:
    """Each acronym in brackets for which the words before it are, or are meant as, the full form."""
    if "(" not in text:
        return
    for match in _IN_BRACKETS.finditer(text):
        acronym = match["acronym"]
        if sum(char.isupper() for char in acronym) < 2:
            continue
        words = _words_before(text, match.start())
        letters = [char.lower() for char in acronym if char.isalpha()]
        first = _first_word(letters, words)
        if first is not None:
            yield Expansion(
                acronym, tuple(w.group() for w in words[first:]), words[first].start(), match.end(), True
            )
            continue
        run = _meant(letters, _capitalised_run(words)) if acronym.isupper() and len(letters) > 2 else []
        if run and not _goes_on_before(text, run[0].start()):
            yield Expansion(acronym, tuple(w.group() for w in run), run[0].start(), match.end(), False)


def _words_before(text: str, at: int) -> list[re.Match[str]]:
    low = max(0, at - WINDOW)
    boundary = max((found.end() for found in _BOUNDARY.finditer(text, low, at)), default=low)
    return list(_WORD.finditer(text, boundary, at))


def _first_word(letters: Sequence[str], words: Sequence[re.Match[str]]) -> int | None:
    """The index of the first word of the shortest run whose letters, in order, make the acronym."""
    if letters[-2:] in (["s", "m"], ["t", "m"]) and len(letters) > 4:  # “FAFSA℠” without its mark
        letters = letters[:-2]
    for first in range(len(words) - 1, -1, -1):
        if len(words) - first > 2 * len(letters) + 2:
            return None
        if letters[0] in words[first].group()[:2].lower() and _spells(
            letters, [w.group() for w in words[first:]]
        ):
            return first
    return None


def _spells(letters: Sequence[str], words: Sequence[str]) -> bool:
    """True when the letters stand in the words in order, one at least from each word that is not small."""
    reached = {0}  # how many letters the words so far can have used
    for word in words:
        low = word.lower()
        following = set(reached) if low in SMALL or not low[0].isalpha() else set()
        for used in reached:
            at = -1
            for count in range(used, len(letters)):
                at = low.find(letters[count], at + 1)
                if at < 0 or (count == used and at > 0 and not _starts_part(word, at)):
                    break
                following.add(count + 1)
        reached = following
        if not reached:
            return False
    return len(letters) in reached


def _starts_part(word: str, at: int) -> bool:
    """True for a letter inside a word that an acronym may begin with: “eXtensible”, “HyperText”."""
    return word[at].isupper() or word[:at].lower() in ("e", "trans", "ex")


def _capitalised_run(words: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The last words in capitals, small words among them."""
    first = len(words)
    while first and (words[first - 1].group()[0].isupper() or words[first - 1].group().lower() in SMALL):
        first -= 1
    while first < len(words) and not words[first].group()[0].isupper():
        first += 1
    return list(words[first:])


def _meant(letters: Sequence[str], run: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The words of the run that are meant as the full form, but miss a letter or have two swapped.

    An acronym may leave words out (“Centers for Disease Control and Prevention (CDC)”) and may be
    longer than a short name (“National Archives (NARA)”): neither is a slip.
    """
    acronym = "".join(letters)
    for first, word in enumerate(run):
        if word.group()[0].lower() != acronym[0]:
            continue
        all_initials = "".join(w.group()[0].lower() for w in run[first:])
        initials = "".join(w.group()[0].lower() for w in run[first:] if w.group().lower() not in SMALL)
        if any(_leaves_out(acronym, letters) for letters in (initials, all_initials)):
            return []
        if acronym.startswith(initials):
            return []
        if _is_near(initials, acronym):
            return list(run[first:])
    return []


def _is_near(initials: str, acronym: str) -> bool:
    """True for two letters swapped and, in longer acronyms, for one that is wrong or two that are missing."""
    if sorted(initials) == sorted(acronym):
        return one_slip(initials, acronym)
    return (
        len(acronym) > 3
        and len(initials) > 2
        and (one_slip(initials, acronym) or _leaves_out(initials, acronym))
    )


def _leaves_out(short: str, long: str) -> bool:
    """True when `short` is `long` with one or two letters left out."""
    rest = iter(long)
    return 0 < len(long) - len(short) <= 2 and all(char in rest for char in short)


def _goes_on_before(text: str, start: int) -> bool:
    """True when a comma stands before the words, which may be the last of a longer name."""
    return text[:start].rstrip()[-1:] in (",", "&", "/")
