"""What Vale counts of a file: words, sentences, syllables, headings."""

from __future__ import annotations

from collections import Counter

from presslint.model.regex import regex
from presslint.packs.kinds.metric import SUFFIXES, syllable_count
from presslint.packs.kinds.view import ValeView

WORD = regex(r"[\w'’-]+")
LONG = 6  # letters; a longer word is long


def counts_of(view: ValeView) -> dict[str, float]:
    """The counts by the names that formulas have for them; nothing is counted in code."""
    words = [word for block in view.prose for word in WORD.findall(block.passage.text)]
    syllables = [syllable_count(word) for word in words]
    counts: dict[str, float] = {
        "words": len(words),
        "sentences": len(view.sentences),
        "paragraphs": len(view.prose),
        "characters": sum(map(len, words)),
        "syllables": sum(syllables),
        "polysyllabic_words": sum(number > 2 for number in syllables),
        "complex_words": sum(syllable_count(_stem(word)) > 2 for word in words),
        "long_words": sum(len(word) > LONG for word in words),
    }
    found = Counter(name for block in view.blocks for name in block.scope.split("."))
    for level in range(1, 7):
        counts[f"heading_h{level}"] = found[f"h{level}"]
    counts |= {name: found[name] for name in ("list", "blockquote")}
    counts["pre"] = sum(block.kind.value == "code" for block in view.article.walk())
    return counts


def _stem(word: str) -> str:
    return next(
        (word[: -len(end)] for end in SUFFIXES if word.endswith(end) and len(word) > len(end) + 2), word
    )
