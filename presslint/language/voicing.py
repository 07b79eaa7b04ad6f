"""Voices without a name, in the languages of which presslint has no attribution: one grammar over small word sets.

“Experten warnen”, “selon des spécialistes”, “los estudios muestran”; the words stand in
`presslint/language/<tag>/sourcing.py`.
"""

from __future__ import annotations

import re

from presslint.language.phrases import Phrase
from presslint.language.wordsets import WordSets

LANGUAGES = ("de", "fr", "es", "nl", "pt", "it")


def _of(words: WordSets) -> tuple[Phrase, ...]:
    belongs = rf"(?! {words.with_body})(?! ?[,(] ?(?-i:[A-ZÀ-Þ]))"
    return (
        Phrase(
            f"voices-say-{words.tag}",
            rf"(?<!\w ){words.voices} {words.say}|\b{words.loose} {words.voices} {words.say}",
            words.literals("voices"),
            words.tag,
        ),
        Phrase(
            f"voices-framed-{words.tag}",
            rf"{words.frames} (?:{words.loose} ){{0,2}}{words.voices}\b{belongs}",
            words.literals("voices"),
            words.tag,
        ),
        Phrase(f"nobody-{words.tag}", words.bare, words.literals("bare"), words.tag),
    )


# a language without blanks has words that touch
JAPANESE = Phrase(
    "voices-ja",
    "(?:専門家|研究者|関係者|アナリスト|研究|調査|統計)(?:ら|たち)?(?:によると|によれば|は指摘|も指摘)",
    ("によ", "指摘"),
    "ja",
)
VOICES = (JAPANESE, *(phrase for tag in LANGUAGES for phrase in _of(WordSets(tag, "sourcing"))))

_CITES = {
    "en": r"\b(?:according to|source|survey|study|studies|report(?:s|ed)?|data (?:from|by)|found that|census|cited?|per the|says?|said|we|our)\b",
    **{tag: WordSets(tag, "sourcing").cites for tag in LANGUAGES},
}


def has_source_words(tag: str, text: str) -> bool:
    """Whether a text cites something or somebody at all, with a name or without."""
    pattern = _CITES.get(tag)
    return pattern is not None and re.search(pattern, text, re.IGNORECASE) is not None
