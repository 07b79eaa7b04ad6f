"""What a language is made of, for whoever recognises something in copy: one record, from data alone.

A language is a folder `presslint/language/<tag>/` of files that hold words and no code: text between
triple quotes, a name in capitals before it. They are Python files because Python keeps those ready to
load (1 ms for English; the same words as TOML took 22, most of it to import the reader), and because a text in triple quotes
is as easy to read and to mend as a text file. `language_of` reads them when the language is first met.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Any, TypeAlias

from msgspec import Struct

from presslint.model.errors import FileError

# How the text of a field is read; the name of the kind, as a field of `Language` gives it, picks the reader.
Words: TypeAlias = frozenset[str]  # apart by blanks, in any order
Ordered: TypeAlias = tuple[str, ...]  # apart by blanks, in order
Phrases: TypeAlias = tuple[str, ...]  # one a line
Forms: TypeAlias = tuple[tuple[str, ...], ...]  # a thing a line: its full name, then its short ones
Table: TypeAlias = Mapping[str, str]  # lines “what: phrase | phrase”, as phrase -> what
Text: TypeAlias = str  # a sign or nothing

TAG = re.compile(r"[a-z]{2,3}")
WRITTEN_ALIKE: Mapping[str, str] = {"nb": "no", "nn": "no"}  # tags of languages that one record serves


class LanguageError(FileError):
    """A language's files that lack a field, or say of it what cannot be read."""


class Language(Struct, frozen=True, kw_only=True, eq=False):
    """The words and signs of one language. A field that is empty means that nothing of the kind is known.

    CONTRIBUTING.md, “A new language”, says of each field what it is for and what breaks without it.
    """

    tag: str
    # calendar.py
    months: Forms
    weekdays: Forms
    small_names: Text
    day_endings: Ordered
    before_day: Ordered
    after_day: Ordered
    before_year: Ordered
    date_signs: Ordered
    before_time: Phrases
    after_time: Ordered
    clock_words: Ordered
    half_days: Ordered
    month_first: Text
    day_first: Ordered
    seasons: Ordered
    parts_of_day: Ordered
    relative_days: Ordered
    other_years: Phrases
    # figures.py
    decimal: Text
    thousands: Text
    numbers: Ordered
    tens: Ordered
    tens_joined: Text
    multiples: Table
    number_and: Text
    articles_of_one: Ordered
    halved: Text
    parts: Table
    ordinals: Ordered
    share_joins: Phrases
    scales: Table
    scale_signs: Table
    doubtful_scales: Words
    plural_next: Phrases
    percent: Phrases
    points: Phrases
    point_signs: Ordered
    basis_points: Phrases
    ages: Phrases
    age_signs: Ordered
    about: Phrases
    below: Phrases
    above: Phrases
    hedge_fillers: Words
    above_after: Phrases
    about_after: Phrases
    range_joins: Ordered
    between: Text
    between_and: Text
    changes: Ordered
    clock_signs: Phrases
    units: Table
    unit_plural: Text
    doubtful_units: Ordered
    currencies: Table
    doubtful_currencies: Words
    before_currency: Ordered
    # sentences.py
    words_touch: Text
    person_titles: Words
    title_words: Words
    titles: Words
    street_abbreviations: Words
    joined_abbreviations: Words
    ending_abbreviations: Words
    place_abbreviations: Words
    ambiguous_abbreviations: Words
    number_abbreviations: Words
    clock_abbreviations: Words
    after_clock: Words
    shouted_names: Words
    lone_capitals: Words
    sentence_starters: Words
    # quotations.py
    quotation_marks: Forms
    elisions: Ordered
    clipped_words: Ordered
    clipped_endings: Ordered
    reporting_verbs: Ordered
    attribution_cues: Phrases
    # grammar.py
    be_forms: Words
    auxiliaries: Words
    negations: Words
    adverbs: Words
    prepositions: Words
    determiners: Words
    subordinators: Words
    pronouns: Words
    first_person: Words
    second_person: Words
    time_words: Words
    clause_openers: Words
    plural_endings: Ordered
    # names.py
    ordinary_capitals: Words
    demonyms: Words

    @property
    def month_names(self) -> tuple[str, ...]:
        """The full names, January first."""
        return tuple(forms[0] for forms in self.months)

    @property
    def weekday_names(self) -> tuple[str, ...]:
        """The full names, Monday first."""
        return tuple(forms[0] for forms in self.weekdays)

    @property
    def month_heads(self) -> tuple[str, ...]:
        """The first three letters of each form of each month, with a capital too, as patterns look for them."""
        heads = [form[:3] for forms in self.months for form in forms]
        return tuple(dict.fromkeys((*heads, *(head.capitalize() for head in heads))))

    @property
    def weekday_heads(self) -> tuple[str, ...]:
        """The first three letters of each weekday."""
        return tuple(name[:3] for name in self.weekday_names)

    def spelled(self, first: int, last: int) -> str:
        """The words for the numbers from `first` to `last`, neither above nineteen, for a pattern: “two|three”."""
        return "|".join(self.numbers[first : last + 1])

    @property
    def numbers_by_word(self) -> Mapping[str, int]:
        """Every number that the language writes as one word, up to ninety-nine; nothing larger."""
        small = {word: at for at, word in enumerate(self.numbers)}
        tens = {word: 10 * at for at, word in enumerate(self.tens, 2)}
        if not self.tens_joined:
            return small | tens
        ones = (self.articles_of_one[0], *self.numbers[2:10])
        joined = {
            self.tens_joined.replace("{ten}", ten).replace("{one}", one): size + at
            for ten, size in tens.items()
            for at, one in enumerate(ones, 1)
        }
        return small | tens | joined


def _words(text: str) -> Words:
    return frozenset(text.split())


def _ordered(text: str) -> Ordered:
    return tuple(text.split())


def _phrases(text: str) -> Phrases:
    return tuple(line for line in map(str.strip, text.splitlines()) if line)


def _forms(text: str) -> Forms:
    return tuple(_ordered(line) for line in _phrases(text))


def _table(text: str) -> Table:
    """Lines “what: phrase | phrase” as a map from each phrase to what it means; ValueError without a colon."""
    found: dict[str, str] = {}
    for line in _phrases(text):
        what, colon, phrases = line.partition(": ")
        if not colon:
            raise ValueError(f"the line {line!r} has no colon with a blank behind it")
        found |= dict.fromkeys((phrase.strip() for phrase in phrases.split(" | ")), what)
    return MappingProxyType(found)


_READERS: Mapping[str, Callable[[str], Any]] = {
    "Words": _words,
    "Ordered": _ordered,
    "Phrases": _phrases,
    "Forms": _forms,
    "Table": _table,
    "Text": str.strip,
}
FILES = ("calendar", "figures", "sentences", "quotations", "grammar", "names")
_COUNTS = {
    "months": 12,
    "weekdays": 7,
    "numbers": 20,
    "tens": 8,
    "date_signs": 3,
}  # of these there are so many, or none


def _kinds() -> dict[str, str]:
    """The fields that a language's files fill, each with its kind."""
    return {name: kind for name, kind in Language.__annotations__.items() if name != "tag"}


def made(tag: str, texts: Mapping[str, object]) -> Language:
    """The language of those texts, a field's name in capitals each.

    Raises LanguageError for a field that is missing, is no text, or has not as many entries as it must.
    """
    fields: dict[str, Any] = {}
    folder = f"presslint/language/{tag}"
    for name, kind in _kinds().items():
        text = texts.get(name.upper())
        if not isinstance(text, str):
            fault = "is missing" if text is None else "is no text between quotes"
            raise LanguageError(folder, f"{name.upper()} {fault}; leave it empty ('') if there is none.")
        try:
            found = fields[name] = _READERS[kind](text)
        except ValueError as error:
            raise LanguageError(folder, f"{name.upper()}: {error}.") from error
        if found and len(found) != _COUNTS.get(name, len(found)):
            raise LanguageError(folder, f"{name.upper()} has {len(found)} entries, not {_COUNTS[name]}.")
    return Language(tag=tag, **fields)


def _texts(modules: list[ModuleType]) -> dict[str, object]:
    return {name: value for module in modules for name, value in vars(module).items() if name.isupper()}


NEUTRAL = made("und", {name.upper(): "" for name in _kinds()})


@lru_cache(maxsize=64)
def language_of(tag: str) -> Language:
    """The language of a tag such as “de” or “de-at”; `NEUTRAL`, without words, where there is none of it.

    Raises LanguageError when the language is there and its files lack a field.
    """
    primary = tag.lower().replace("_", "-").partition("-")[0]
    primary = WRITTEN_ALIKE.get(primary, primary)
    return _record(primary) if TAG.fullmatch(primary) else NEUTRAL


@lru_cache(maxsize=64)
def _record(primary: str) -> Language:
    """The one record of a language, whatever the region: “en”, “en-us” and “en-gb” are the same."""
    package = f"{__package__}.{primary}"
    try:
        import_module(f"{package}.{FILES[0]}")
    except ModuleNotFoundError as error:  # no folder, or one that has only what some rules read so far
        if error.name not in (package, f"{package}.{FILES[0]}"):
            raise
        return NEUTRAL
    return made(primary, _texts([import_module(f"{package}.{name}") for name in FILES]))


ENGLISH = language_of("en")
# the languages that have a record, by their tags
RECORDED = ("en", "de", "fr", "es", "pt", "it", "nl", "pl", "no", "sv", "da", "ja", "zh", "ko")


def weekday_forms() -> frozenset[str]:
    """How every language of `RECORDED` writes a day of the week, in small letters; no more of them is loaded."""
    written = (import_module(f"{__package__}.{tag}.calendar").WEEKDAYS for tag in RECORDED)
    return frozenset(form.lower() for text in written for form in text.split())
