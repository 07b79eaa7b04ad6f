"""Words that English writes with a capital although they name nobody, and those that only place somebody."""

from __future__ import annotations

from presslint.language.languages import ENGLISH

CALENDAR = frozenset(
    form.lower()
    for forms in (*ENGLISH.weekdays, *ENGLISH.months)
    for form in forms
    if form != "Weds"  # a verb, too
)
# Words that open sentences, and words of headings: capitalised, and no names.
ORDINARY = CALENDAR.union(ENGLISH.ordinary_capitals, ENGLISH.numbers[1:11], ENGLISH.ordinals[:3])
DEMONYMS = ENGLISH.demonyms


def bare(word: str) -> str:
    """The word in lower case, without a possessive ending."""
    low = word.lower()
    return low[:-2] if low.endswith(("’s", "'s")) else low
