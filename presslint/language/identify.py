"""Which language a text is in: a count of its small words, or of the letters of a script of its own.

Nothing is learnt and nothing is guessed: the same text gives the same answer, and a text that gives
no clear answer has none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from presslint.language.words.smallwords import CODES, KIN, NAMED, OWN_LETTERS, SCRIPTS, SMALL_WORDS
from presslint.model.regex import regex

UNKNOWN = "und"  # the tag of BCP 47 for a language that nobody has told
PIECES = 20  # of a long text, so many pieces are looked at
PIECE = 140  # characters of each; more where there are fewer
CLEAR = 8  # small words that make an answer one to rely on
SHARE = 0.18  # and how much of the text they are at least
LEAD = 1.3  # how far they are ahead of the next language's
FEW_SMALL = 0.06  # the share in languages that say with endings what others say with small words
FAR_AHEAD = 1.7  # and how far ahead they then are
PLAINLY = 0.26  # no other language shares so many small words with English
ENOUGH = 40  # words of which an English text has some that are small
TAG = regex(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8}){0,4}")
SIGNS = ".,;:!?()[]{}\"'“”‘’«»„*_-–—…|/"
BEYOND_LATIN = "\u036f"

_ENGLISH = frozenset(SMALL_WORDS["en"].split())
_LANGUAGES: dict[str, tuple[str, ...]] = {}
for _language, _words in SMALL_WORDS.items():
    for _word in set(_words.split()):
        _LANGUAGES[_word] = (*_LANGUAGES.get(_word, ()), _language)


class Told(Struct, frozen=True):
    """What a text says of its language: the likeliest, how many small words say so and of how many words."""

    language: str
    hits: float
    words: int
    english: float = 0.0  # small words of English
    ahead: float = 0.0  # hits over those of the next language

    @property
    def is_clear(self) -> bool:
        if self.hits < CLEAR or self.ahead < LEAD:
            return False
        if self.hits >= SHARE * self.words:
            return True
        return self.language != "en" and self.hits >= FEW_SMALL * self.words and self.ahead >= FAR_AHEAD


NOTHING = Told("", 0, 0)


def sample(texts: Sequence[str]) -> str:
    """Pieces from all over a text, as many characters as it takes to tell the language."""
    taken = texts[:: max(1, -(-len(texts) // PIECES))]
    size = PIECE * PIECES // max(len(taken), 1)
    return "\n".join(text[:size] for text in taken)


def tell(text: str) -> Told:
    """The language that a text is in, as its words say."""
    split = text.lower().split()
    english = sum(map(_ENGLISH.__contains__, split))
    if english >= 2 * CLEAR and english >= PLAINLY * len(split):
        return Told("en", english, len(split), english, english)
    counts: Counter[str] = Counter()
    words = 0
    for each in split:
        word = each.strip(SIGNS)
        if not word or word[0].isdigit():
            continue
        words += 1
        if len(word) == 1 and len(each) > 1:  # an initial
            continue
        for language in _LANGUAGES.get(word, ()):
            counts[language] += 1
    told = _best(counts, words)
    if text.isascii() or told.is_clear:
        return told
    return _by_script(text, words) or told


def _best(counts: Counter[str], words: int) -> Told:
    if not counts:
        return Told("", 0, words)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    language, hits = ranked[0]
    kin = KIN.get(language, language)
    other = next((count for name, count in ranked[1:] if KIN.get(name, name) != kin), 0)
    return Told(language, hits, words, counts["en"], hits / max(other, 1))


def _by_script(text: str, words: int) -> Told | None:
    """The language of a script, where more than a third of the letters are its own."""
    others = [char for char in text if char > BEYOND_LATIN]
    counts: Counter[str] = Counter()
    for char, times in Counter(others).items():
        language = _of_letter(ord(char))
        if language:
            counts[language] += times
    letters = sum(counts.values())
    if letters < 4 or letters * 3 < sum(map(str.isalpha, text)):
        return None
    if counts["ja"] * 20 > letters:
        language = "ja"
    else:
        language = min(counts, key=lambda name: (-counts[name], name))
    for own, signs in OWN_LETTERS.items():
        if KIN.get(own) == KIN.get(language, language) and sum(map(others.count, signs)) * 100 > letters:
            language = own
            break
    return Told(language, letters, min(words, letters), 0, letters)


def _of_letter(point: int) -> str:
    for first, last, language in SCRIPTS:
        if first <= point <= last:
            return language
    return ""


def language_tag(text: str) -> str:
    """A tag in small letters for what a field or a name says, or an empty string for no language."""
    folded = text.strip().lower().partition(".")[0]  # en_GB.UTF-8
    found = TAG.fullmatch(folded)
    if found is None or (found[1] not in CODES and found[1] not in NAMED):
        return NAMED.get(folded, "")
    tag = folded.replace("_", "-")
    return NAMED[found[1]] + tag[len(found[1]) :] if found[1] not in CODES else tag


def same(one: str, other: str) -> bool:
    """Whether two primary tags name one language, or two that small words hardly tell apart."""
    return KIN.get(one, one) == KIN.get(other, other)
