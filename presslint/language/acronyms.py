"""Acronyms and what they are said to stand for: “Center for Strategic and International Studies (CSIS)”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from presslint.language.spellings import one_slip
from presslint.model.regex import regex

_IN_BRACKETS = regex(r" ?\((?:the )?[“\"‘']?(?P<acronym>[A-Z][A-Za-z&]{1,6}[A-Z]|[A-Z]{2})s?[”\"’']?\)")
_WORD = regex(r"[^\W_]+(?:[’'.&][^\W_]+)*")
_BOUNDARY = regex(r"[.,;:!?()\[\]“”\"|•—–\n]")
SMALL = frozenset("of and the for to in on a an at by with from or as de la et und & into".split())
WINDOW = 120  # characters before the bracket in which the words are looked for

Words = Sequence[re.Match[str]]


class Expansion(Struct, frozen=True):
    """An acronym in brackets behind words. Places are those of the text, from the words to the bracket.

    `words` are the words that it stands for when they fit; when none fit, the capitalised words that
    stand where they should.
    """

    acronym: str
    words: tuple[str, ...]
    start: int
    end: int
    fits: bool
    exact: bool = False  # the initials alone make it


def expansions(text: str) -> Iterator[Expansion]:
    """Each acronym in brackets for which the words before it are, or are meant as, the full form."""
    if "(" not in text:
        return
    for match in _IN_BRACKETS.finditer(text):
        acronym = match["acronym"]
        if sum(char.isupper() for char in acronym) > 1:
            words, fits = _full_form(acronym, _words_before(text, match.start()))
            if words and (fits or not _goes_on_before(text, words[0].start())):
                forms = tuple(word.group() for word in words)
                exact = fits and acronym.lower() in (_initials(forms), _initials(_content(forms)))
                yield Expansion(acronym, forms, words[0].start(), match.end(), fits, exact)


def _words_before(text: str, at: int) -> list[re.Match[str]]:
    low = max(0, at - WINDOW)
    boundary = max((found.end() for found in _BOUNDARY.finditer(text, low, at)), default=low)
    return list(_WORD.finditer(text, boundary, at))


def _full_form(acronym: str, words: Words) -> tuple[Words, bool]:
    """The words that the acronym stands for and whether they make it; no words where nothing is near.

    Initials come first; two initials swapped come before letters picked from inside the words, which
    could excuse almost anything.
    """
    letters = "".join(char for char in acronym if char.isalpha()).lower()
    if len(letters) > 4 and letters[-2:] in ("sm", "tm"):  # “FAFSA℠” without its mark
        letters = letters[:-2]
    found = _shortest(letters, words, _initials_make)
    if found:
        return found, True
    strict = acronym.isupper() and len(letters) > 2
    run = _capitalised_run(words)
    if strict and (swapped := _meant(letters, run, _are_swapped)):
        return swapped, False
    found = _shortest(letters, words, _letters_make)
    if found or not strict:
        return found, True
    if "x" in letters and (found := _shortest(letters, words, _letters_make_with_x)):
        return found, True
    if _ends_before(letters, words):
        return (), True
    return _meant(letters, run, _is_near), False


def _letters_make_with_x(letters: str, words: Sequence[str]) -> bool:
    """The same where an X stands for “trans-” or “cross-”, and TX for “trans-”."""
    return any(
        _letters_make(letters, [word.replace("trans", short, 1).replace("cross", "x", 1) for word in words])
        for short in ("x", "tx")
    )


def _ends_before(letters: str, words: Words) -> bool:
    """Whether the words without the last make the acronym: “Discrete Log Equality Proofs (DLEQ)”."""
    return bool(_shortest(letters, words[:-1], _letters_make))


def _shortest(letters: str, words: Words, make: Callable[[str, Sequence[str]], bool]) -> Words:
    """The shortest run of words before the bracket that makes the acronym."""
    for first in range(len(words) - 1, max(-1, len(words) - 2 * len(letters) - 3), -1):
        if make(letters, [word.group().lower() for word in words[first:]]):
            return words[first:]
    return ()


def _initials_make(letters: str, words: Sequence[str]) -> bool:
    """True when the initials are the acronym, with or without those of small words."""
    return words[0][0] == letters[0] and letters in (_initials(words), _initials(_content(words)))


def _letters_make(letters: str, words: Sequence[str]) -> bool:
    """True when the letters stand in the words in order, the initial of each word that is not small first."""
    if words[0][0] != letters[0] and not words[0].startswith("ex"):
        return False
    reached = {0}  # how many letters the words so far can have used
    for word in words:
        following = set(reached) if word in SMALL or not word[0].isalpha() else set()
        for used in reached:
            at = -1
            for count in range(used, len(letters)):
                at = word.find(letters[count], at + 1)
                if at < 0 or (count == used and at > 0 and word[:2] != "ex"):  # “eXtensible”
                    break
                following.add(count + 1)
        reached = following
        if not reached:
            return False
    return len(letters) in reached


def _content(words: Sequence[str]) -> list[str]:
    return [word for word in words if word.lower() not in SMALL]


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words).lower()


def _capitalised_run(words: Words) -> Words:
    """The last words in capitals, small words among them."""
    first = len(words)
    while first and (words[first - 1].group()[0].isupper() or words[first - 1].group().lower() in SMALL):
        first -= 1
    while first < len(words) and not words[first].group()[0].isupper():
        first += 1
    return words[first:]


def _meant(letters: str, run: Words, is_slip: Callable[[str, str], bool]) -> Words:
    """The words of the run that are meant as the full form, but whose initials are one slip away.

    An acronym may leave words out (“Centers for Disease Control and Prevention (CDC)”) and may be
    longer than a short name (“National Archives (NARA)”): neither is a slip.
    """
    for first, word in enumerate(run):
        if word.group()[0].lower() != letters[0]:
            continue
        forms = [each.group() for each in run[first:]]
        initials = _initials(_content(forms))
        if (
            _leaves_out(letters, initials)
            or _leaves_out(letters, _initials(forms))
            or letters.startswith(initials)
        ):
            return ()
        if is_slip(initials, letters) or is_slip(_initials(forms), letters):
            return run[first:]
    return ()


def _are_swapped(initials: str, letters: str) -> bool:
    return sorted(initials) == sorted(letters) and one_slip(initials, letters)


def _is_near(initials: str, letters: str) -> bool:
    """True for one letter that is wrong, missing or too many, in acronyms of four letters or more."""
    return len(letters) > 3 and len(initials) > 2 and one_slip(initials, letters)


def _leaves_out(short: str, long: str) -> bool:
    """True when `short` is `long` with one or two letters left out."""
    rest = iter(long)
    return 0 < len(long) - len(short) <= 2 and all(char in rest for char in short)


def _goes_on_before(text: str, start: int) -> bool:
    """True when the words may be the last of a longer name: “Garbage In, Garbage Out (GIGO)”."""
    before = text[max(0, start - 40) : start].split()
    return bool(before) and before[-1][-1] in ",&/" and (len(before[-1]) == 1 or before[-1][0].isupper())
