"""Words that English writes with a capital although they name nobody, and those that only place somebody."""

from __future__ import annotations

from presslint.language.en.newsroom import MASTHEAD_WORDS, SECTION_NAMES
from presslint.language.languages import ENGLISH
from presslint.model.regex import regex

CALENDAR = frozenset(
    form.lower()
    for forms in (*ENGLISH.weekdays, *ENGLISH.months)
    for form in forms
    if form != "Weds"  # a verb, too
)
# Words that open sentences, and words of headings: capitalised, and no names.
ORDINARY = CALENDAR.union(ENGLISH.ordinary_capitals, ENGLISH.numbers[1:11], ENGLISH.ordinals[:3])
DEMONYMS = ENGLISH.demonyms
NAME_WORD = regex(r"[^\W\d_a-z][\w.’'-]{0,30}")
PARTICLES = frozenset(
    "de van von der den del della di da du la le dos das bin ibn al el y e af av ter ten zu".split()
)

_NOT_IN_NAMES = SECTION_NAMES | MASTHEAD_WORDS | frozenset(
    "the a an and or of to in on for with from at by what how why key points challenges looking ahead more "
    "read about next steps potential implications background timeline".split()
) | frozenset(name.lower() for name in (*ENGLISH.weekday_names, *ENGLISH.month_names) if name != "May")  # fmt: skip


def bare(word: str) -> str:
    """The word in lower case, without a possessive ending."""
    low = word.lower()
    return low[:-2] if low.endswith(("’s", "'s")) else low


def is_name(text: str) -> bool:
    """Two to four capitalised words, particles aside: perhaps a person, perhaps a title."""
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > 60:
        return False
    capitalised = [word for word in words if NAME_WORD.fullmatch(word)]
    return (
        2 <= len(capitalised) <= 4
        and all(word in PARTICLES or NAME_WORD.fullmatch(word) for word in words)
        and words[0] not in PARTICLES
        and words[-1] not in PARTICLES
        and not any(word.casefold() in _NOT_IN_NAMES for word in words)
    )
