"""Edits of a text, and the way from each character of the old one to the new one and back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple


class Rewrite(NamedTuple):
    """The characters `start`..`end` of a text, and what they read as."""

    start: int
    end: int
    text: str


class Rewriting:
    """What was rewritten of a text, in order; no two overlap."""

    __slots__ = ("_after", "_ends", "_grown", "pieces")

    def __init__(self, pieces: Sequence[Rewrite]) -> None:
        self.pieces = pieces
        self._ends = [piece.end for piece in pieces]
        # by how many characters the text has grown before each piece, and after the last
        self._grown = list(
            accumulate((len(piece.text) - piece.end + piece.start for piece in pieces), initial=0)
        )
        self._after = [end + grown for end, grown in zip(self._ends, self._grown[1:], strict=True)]

    def moved(self, index: int) -> int:
        """Where a character of the old text stands in the new one; where the next one does if it has gone."""
        number = bisect_right(self._ends, index)
        if number < len(self.pieces) and self.pieces[number].start < index:
            return self._after[number]
        return index + self._grown[number]

    def before(self, index: int) -> int:
        """Where a character of the new text stood in the old one; where it began if several became it."""
        number = bisect_right(self._after, index)
        place = index - self._grown[number]
        return min(place, self.pieces[number].start) if number < len(self.pieces) else place

    def cut(self, start: int, end: int) -> Rewriting:
        """The same of a part of the old text, as if that were all of it."""
        inside = (piece for piece in self.pieces if start <= piece.start and piece.end <= end)
        return Rewriting([Rewrite(piece.start - start, piece.end - start, piece.text) for piece in inside])

    def stretches(self, size: int) -> Iterator[tuple[int, int, str | None]]:
        """An old text of that size in order: stretches that stay, without a text, and those that do not."""
        upto = 0
        for start, end, text in self.pieces:
            yield upto, start, None
            yield start, end, text
            upto = end
        yield upto, size, None
