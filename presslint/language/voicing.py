"""Voices without a name, in the languages of which presslint has no attribution: one grammar over small word sets.

“Experten warnen”, “selon des spécialistes”, “los estudios muestran”; the words stand in
`presslint/language/<tag>/sourcing.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from presslint.language.phrases import Phrase
from presslint.language.wordsets import WordSets
from presslint.model.finding import Severity

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
        Phrase(
            f"groups-say-{words.tag}",
            rf"(?<!\w ){words.groups} {words.say}|\b{words.loose} {words.groups} {words.say}",
            words.literals("groups"),
            words.tag,
            Severity.SUGGESTION,
        ),
        Phrase(
            f"papers-{words.tag}",
            rf"(?<!\w ){words.papers} {words.tell}|{words.frames} {words.papers}\b{belongs}",
            words.literals("papers"),
            words.tag,
            Severity.SUGGESTION,
        ),
        Phrase(
            f"hearsay-{words.tag}", words.hearsay, words.literals("hearsay"), words.tag, Severity.SUGGESTION
        ),
        *_before(words),
    )


def _before(words: WordSets) -> Iterator[Phrase]:
    """Voices with the word that names them as a source behind them: “Experten zufolge”."""
    if words.all("after"):
        yield Phrase(
            f"voices-before-{words.tag}",
            rf"(?<!\w ){words.voices_before} {words.after}|(?!den )\b{words.loose} {words.voices_before} {words.after}",
            words.literals("voices_before"),
            words.tag,
        )


# a language without blanks has words that touch
JAPANESE = Phrase(
    "voices-ja",
    "(?:専門家|研究者|関係者|アナリスト|研究|調査|統計)(?:ら|たち)?(?:によると|によれば|は指摘|も指摘)",
    ("によ", "指摘"),
    "ja",
)
JAPANESE_GROUPS = Phrase(
    "groups-ja",
    "(?<![のァ-ヶーA-Za-z一-龥])(?:専門家|アナリスト|エコノミスト|市場関係者|業界関係者|投資家|識者|有識者|医師|住民|批評家|ファン)"
    "(?:ら|たち)?は[^。\\n]{0,60}(?:指摘|分析|予想|予測|懸念|警告|評価|推奨)(?:し|する)",
    ("は",),
    "ja",
    Severity.SUGGESTION,
)
JAPANESE_PAPERS = Phrase(
    "papers-ja",
    "(?:新しい|最新の|最近の|ある)(?:研究|調査|報告書?|レポート|論文)(?:では|によると|によれば|は[^。\\n]{0,60}(?:示し|明らかにし))",
    ("新しい", "最新の", "最近の", "ある"),
    "ja",
    Severity.SUGGESTION,
)
VOICES = (
    JAPANESE,
    JAPANESE_GROUPS,
    JAPANESE_PAPERS,
    *(phrase for tag in LANGUAGES for phrase in _of(WordSets(tag, "sourcing"))),
)

_CITES = {
    "en": r"\b(?:according to|source|survey|study|studies|report(?:s|ed)?|data (?:from|by)|found that|census|cited?|per the|says?|said|we|our)\b",
    **{tag: WordSets(tag, "sourcing").cites for tag in LANGUAGES},
}


@lru_cache(maxsize=16)
def nameless(tag: str) -> frozenset[str]:
    """The voices and groups of a language that have no name, in small letters; none where nobody wrote them down."""
    if tag not in LANGUAGES:
        return frozenset()
    words = WordSets(tag, "sourcing").all("voices", "groups")
    return frozenset(word.strip("*").lower() for word in words if " " not in word)


def has_source_words(tag: str, text: str) -> bool:
    """Whether a text cites something or somebody at all, with a name or without."""
    pattern = _CITES.get(tag)
    return pattern is not None and re.search(pattern, text, re.IGNORECASE) is not None
