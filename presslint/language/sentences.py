"""Where sentences end in news copy: after a stop, unless the stop belongs to an abbreviation.

Each run of stops is judged once, from the word before it and the word after it, so that the time is
linear in the text. When in doubt the text stays together: half a sentence misleads a rule more than
two sentences in one.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from presslint.language.languages import ENGLISH, Language
from presslint.model.passage import sentences_by
from presslint.model.regex import regex

# begins with one set of signs, so that the search skips what is none
STOPS = regex(r"[.!?…。！？](?:(?<=\.)(?:\s\.){2,3}(?![.\w])|(?<=[.!?…])[.!?…]*|[。！？]*)")
CLOSERS = "\"'”’»)]}*_」』）】》〉"
OPENERS = regex(r"[\"'“‘«„(\[{*_\-–—\s]*")
GOES_ON = regex("と|って|など|[のはがをに、，]")
BLANK_LINE = regex(r"\n[ \t\r]*\n")
DASH = regex(r"[-–—]")
WORD_OPENERS = regex(r"[/—–“”\"‘«(\[]")
NEXT_WORD = regex(r"[^\W\d_]+")
LETTERS_AND_STOPS = regex(r"(?:[A-Za-z]\.)+[A-Za-z]")
BRAND_OR_NAME = regex(r"[a-z]{1,2}[A-Z]|(?:al|el|as|ul|an)-[A-Z]|https?:|www\.")
WORD_LIMIT = 32  # the most characters of the word before a stop that are looked at


class _Abbreviation(Enum):
    """How an abbreviation behaves before a capital letter."""

    JOINED = auto()  # never ends a sentence: Mr., e.g.
    STARTER = auto()  # ends one only before a word that opens sentences: Inc., U.S.
    NUMBER = auto()  # joined to a figure only: No. 10, Sept. 3
    CLOCK = auto()  # a.m.: joined to a day or a time zone


class _Sentences:
    """How a language ends sentences: its abbreviations, and who may speak behind a question."""

    def __init__(self, language: Language) -> None:
        self.language = language
        named = (*language.months, *language.weekdays)
        short = {form for full, *forms in named for form in forms if len(form) < len(full)}
        names = {form for forms in language.months for form in forms[:1]}
        self.short_months = short.intersection(form for forms in language.months for form in forms)
        self.short_days = frozenset(short)
        self.before_figures = self.short_days | language.number_abbreviations
        self.titles = language.titles | language.person_titles
        self.abbreviations = self.titles.union(
            language.joined_abbreviations,
            language.ending_abbreviations,
            language.place_abbreviations,
            language.ambiguous_abbreviations,
            self.before_figures,
        )
        self.after_clock = self.short_days.union(names, language.weekday_names, language.after_clock)
        marks = {close for _, close in language.quotation_marks if len(close) == 1}
        closers = re.escape("".join(sorted(marks.union(CLOSERS))))
        self.closers = regex(rf"(?:[{closers}]|\[\d{{1,3}}\]|[¹²³⁰⁴-⁹])*")
        self.day_stop = "." in language.day_endings
        saying = "|".join(sorted(language.reporting_verbs, key=len, reverse=True)) or "(?!)"
        self.speaker = regex(rf"(?:[^\W\d_a-z][\w.’'-]{{0,24}}\s{{1,2}}){{1,5}}(?:{saying})\b")


@lru_cache(maxsize=8)
def _sentences(language: Language) -> _Sentences:
    return _Sentences(language)


def split(text: str, language: Language = ENGLISH) -> list[tuple[int, int]]:
    """Start and end of each sentence, white space between them left out.

    Closing quotation marks, brackets and footnote marks belong to the sentence that they close. A
    blank line always ends a sentence; a single line break never does.
    """
    sentences: list[tuple[int, int]] = []
    start = _skip_space(text, 0)
    for cut in _cuts(text, _sentences(language)):
        if cut > start:
            sentences.append((start, start + len(text[start:cut].rstrip())))
            start = _skip_space(text, cut)
    end = len(text.rstrip())
    if end > start:
        sentences.append((start, end))
    return sentences


def _cuts(text: str, words: _Sentences) -> list[int]:
    """Where sentences end, in order."""
    cuts: list[int] = []
    done = 0
    begin = _skip_space(text, 0)
    for stop in STOPS.finditer(text):
        if stop.start() < done:
            continue
        end = _after_closers(text, stop.end(), words.closers)
        done = end
        wide = text[stop.start()] in "。！？"
        if end < len(text) and not text[end].isspace() and not (wide and _is_apart(text, stop.end(), end)):
            continue
        if wide or _ends_sentence(text, stop.start(), stop.end(), end, begin, words):
            cuts.append(end)
            begin = _skip_space(text, end)
    blank = [match.start() for match in BLANK_LINE.finditer(text)] if "\n" in text else ()
    return sorted({*cuts, *blank}) if blank else cuts


def _is_apart(text: str, stop: int, end: int) -> bool:
    """Whether what follows a wide stop begins anew; behind 「…。」 the sentence goes on with と, など or a comma."""
    return end == stop or GOES_ON.match(text, end) is None


def _skip_space(text: str, at: int) -> int:
    size = len(text)
    while at < size and text[at].isspace():
        at += 1
    return at


def _after_closers(text: str, at: int, closers: re.Pattern[str]) -> int:
    """The end of what closes with a stop at `at`: quotation marks, brackets, footnote marks."""
    found = closers.match(text, at)
    end = found.end() if found else at
    if text.startswith("»", end + 1) and text[end].isspace():  # « in the French manner. »
        end += 2
    return end


def _ends_sentence(text: str, start: int, stop: int, end: int, begin: int, words: _Sentences) -> bool:
    """Whether the stops at `start`..`stop`, closed at `end`, end the sentence that began at `begin`."""
    after = OPENERS.match(text, end)
    at = after.end() if after else end
    if at >= len(text):
        return True
    if "\n" in text[end:at] and BLANK_LINE.search(text, end, at):
        return True
    following = text[at]
    if following in ",;:%&/=" or (following.islower() and not BRAND_OR_NAME.match(text, at)):
        return False
    marks = text[start:stop]
    if "?" in marks or "!" in marks:
        return _question_ends(text, start, stop, end, at, words)
    if len(marks) > 1 or "…" in marks:
        return _ellipsis_ends(text, start, marks, at, words.language)
    return _full_stop_ends(text, start, end, at, begin, words)


def _question_ends(text: str, start: int, stop: int, end: int, at: int, words: _Sentences) -> bool:
    """A “?” or “!”: not in a name (Yahoo!), not in a quotation whose speaker follows."""
    language = words.language
    shouted = _word_before(text, start) in language.shouted_names
    if shouted and _next_word(text, at) not in language.sentence_starters:
        return False
    return stop == end or words.speaker.match(text, at) is None


def _ellipsis_ends(text: str, start: int, marks: str, at: int, language: Language) -> bool:
    """Three dots: words left out (“the term … Islamic”) join, a voice that trails off… Ends."""
    detached = start == 0 or text[start - 1].isspace()
    if detached and marks.count(".") <= 3:
        before = text[max(start - 3, 0) : start].rstrip()
        return (
            bool(before) and before[-1] not in '.!?"”' and _next_word(text, at) in language.sentence_starters
        )
    return _next_word(text, at) not in language.lone_capitals or marks.count(".") > 3


def _full_stop_ends(text: str, start: int, end: int, at: int, begin: int, words: _Sentences) -> bool:
    word = _word_before(text, start)
    if not word or (word.isalpha() and len(word) > 1 and word not in words.abbreviations):
        return True
    if word.isdigit() and start - len(word) <= begin + 1:  # “1. The first item”
        return False
    if words.day_stop and word.isdigit() and len(word) <= 2:  # “am 3. März”, “der 2. Platz”, “vor 20. Es”
        return _next_word(text, at) in words.language.sentence_starters
    kind = _abbreviation(text, start, word, at, words)
    if kind is None:
        return True
    following = _next_word(text, at)
    if kind is _Abbreviation.JOINED:
        return False
    if kind is _Abbreviation.NUMBER:
        return not text[at].isdigit() and following not in words.short_months
    if kind is _Abbreviation.CLOCK:
        return following not in words.after_clock
    return following in words.language.sentence_starters and not DASH.search(text, end, at)


def _abbreviation(text: str, start: int, word: str, at: int, words: _Sentences) -> _Abbreviation | None:
    """What kind of abbreviation ends with the stop at `start`, if any."""
    bare = word.rsplit("-", 1)[-1]
    language = words.language
    if word in language.joined_abbreviations:
        return _Abbreviation.JOINED
    if bare in words.titles:
        if bare in language.street_abbreviations and _names_a_street(text, start - len(word)):
            return _Abbreviation.STARTER
        return _Abbreviation.JOINED
    if word in language.clock_abbreviations:
        return _Abbreviation.CLOCK
    if LETTERS_AND_STOPS.fullmatch(word) and word.islower():
        return None
    if LETTERS_AND_STOPS.fullmatch(word) or word in language.ending_abbreviations:
        return _Abbreviation.STARTER
    if word in language.place_abbreviations:
        return _Abbreviation.STARTER
    if word in language.ambiguous_abbreviations:
        after_comma = text[max(start - len(word) - 2, 0) : start - len(word)].strip() == ","
        return _Abbreviation.STARTER if after_comma or _next_word(text, at) in words.titles else None
    if word in words.before_figures:
        return _Abbreviation.NUMBER
    if len(word) == 1 and word.isalpha():
        return _Abbreviation.STARTER if word.isupper() else _Abbreviation.NUMBER
    return None


def _names_a_street(text: str, at: int) -> bool:
    """Whether the word before `at` is a name or a figure, as in “Elm St.” and “42nd St.”."""
    before = text[max(at - WORD_LIMIT, 0) : at].rsplit(None, 1)
    return bool(before) and (before[-1][:1].isupper() or before[-1][:1].isdigit())


def _word_before(text: str, at: int) -> str:
    """The word that ends at `at`, stops inside it kept; empty when white space stands there."""
    if at == 0 or text[at - 1].isspace():
        return ""
    words = text[max(at - WORD_LIMIT, 0) : at].split()
    if words and words[-1].isalpha():
        return words[-1]
    return WORD_OPENERS.split(words[-1])[-1].strip("'’*_)]»") if words else ""


def _next_word(text: str, at: int) -> str:
    found = NEXT_WORD.match(text, at)
    return found.group() if found else ""


sentences_by(split)
