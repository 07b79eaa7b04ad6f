"""Clauses that stand twice in a paragraph, word for word."""

from __future__ import annotations

from collections.abc import Sequence

from presslint.model.passage import MASK, Passage, Word

NO_CLAUSE = ";|•\n"  # marks between things that are listed
FIGURE = 2  # times the least words, from which sentences that open alike are no figure of speech


def comes_back(text: str) -> bool:
    """Whether some four words in a row stand twice, a first and cheap look."""
    words = text.casefold().split()
    rows = list(zip(words, words[1:], words[2:], words[3:], strict=False))
    return len(set(rows)) < len(rows)


def clause_twice(passage: Passage, least: int) -> tuple[Passage, Passage] | None:
    """The first clause of a paragraph that comes back once, at its full length."""
    folded = [word.casefold() for word in passage.written_words]
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(folded) - least + 1):
        places.setdefault(tuple(folded[at : at + least]), []).append(at)
    if len(places) == len(folded) - least + 1:
        return None
    words = passage.words
    for starts in places.values():
        if len(starts) != 2 or starts[1] - starts[0] < least:
            continue
        size = _size(folded, starts[0], starts[1], least)
        one, other = (words[start : start + size] for start in starts)
        if not _is_clause(passage, one, other, least):
            return None
        return _cut(passage, one), _cut(passage, other)
    return None


def _size(words: Sequence[str], first: int, second: int, size: int) -> int:
    """How many words from two places on are the same, `size` at least."""
    while (
        second + size < len(words) and first + size < second and words[first + size] == words[second + size]
    ):
        size += 1
    return size


def _is_clause(passage: Passage, one: Sequence[Word], other: Sequence[Word], least: int) -> bool:
    """Whether words make a clause of the writer's own, and no name, row of figures or figure of speech."""
    text = _cut(passage, other).text
    plain = sum(word.text[0].islower() for word in other)
    if MASK in text or 3 * plain < 2 * len(other) or any(mark in text for mark in NO_CLAUSE):
        return False
    starts = {sentence.at - passage.at for sentence in passage.sentences}
    if not any(one[-1].end <= start <= other[0].start for start in starts):
        return False  # within one sentence
    if one[0].start in starts and other[0].start in starts and len(other) < FIGURE * least:
        return False  # sentences that open alike are a figure of speech
    return not any(mark in _cut(passage, one).text[:-1] for mark in ".!?:")


def _cut(passage: Passage, words: Sequence[Word]) -> Passage:
    return passage[words[0].start : words[-1].end]
