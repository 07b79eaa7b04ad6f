"""Paragraphs that were filled in, not written: alike to the word but for one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from presslint.article import Article, Block, Kind

KEY = 5  # words at either end of a paragraph by which its likes are found
SLOT = 3  # the most words that a slot is filled with
QUOTED = tuple("“\"‘'„«*|")  # how a quotation or a line of a table opens


class Filled(NamedTuple):
    """Paragraphs that differ in one place only, in order, and what stands there, each filling once."""

    blocks: tuple[Block, ...]
    fillings: tuple[str, ...]


class _Line(NamedTuple):
    """A paragraph and its words."""

    block: Block
    words: tuple[str, ...]


def filled_alike(article: Article, least: int, places: int) -> list[Filled]:
    """Groups of paragraphs that were filled in alike, of `least` words each and in `places` and more."""
    lines = [_Line(block, words) for block in article.blocks if len(words := _told(block)) >= least]
    found: list[Filled] = []
    if len(lines) < places:
        return found
    taken: set[int] = set()
    for group in (*_bucket(lines, slice(None, KEY)), *_bucket(lines, slice(-KEY, None))):
        first = group[0]
        alike = [
            line
            for line in group
            if id(line.block) not in taken and _slot(first.words, line.words) is not None
        ]
        if len({line.words for line in alike}) < places or first.block is not alike[0].block:
            continue
        taken.update(id(line.block) for line in alike)
        found.append(Filled(tuple(line.block for line in alike), tuple(_fillings(alike))))
    return found


def _fillings(alike: Sequence[_Line]) -> dict[str, None]:
    """What stands in the one place where paragraphs differ."""
    fillings: dict[str, None] = {}
    for line in alike[1:]:
        filled = _slot(alike[0].words, line.words) or ("", "")
        fillings.update(dict.fromkeys(filter(None, filled)))
    return fillings


def _told(block: Block) -> tuple[str, ...]:
    """The words of a paragraph that tells something; none for questions, quotations and lines of a table."""
    if block.kind is not Kind.PARAGRAPH or block.passage is None or block.media or block.links:
        return ()
    text = block.text.strip()
    if text[:1] in QUOTED or text[-1:] not in ".!…" or "“" in text or '"' in text:
        return ()
    return tuple(text.split())


def _bucket(lines: Sequence[_Line], part: slice) -> Iterator[list[_Line]]:
    """The lines that have the same words in one part, in order."""
    groups: dict[tuple[str, ...], list[_Line]] = {}
    for line in lines:
        groups.setdefault(line.words[part], []).append(line)
    return (group for group in groups.values() if len(group) > 1)


def _slot(one: Sequence[str], other: Sequence[str]) -> tuple[str, str] | None:
    """What stands in the one place where two lines differ, empty where they do not; None if they do in more."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    first, second = one[start : len(one) - end], other[start : len(other) - end]
    if max(len(first), len(second)) > SLOT:
        return None
    return " ".join(first).strip(".,;:"), " ".join(second).strip(".,;:")
