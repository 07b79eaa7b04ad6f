"""Word lists inside regular expressions and beside them: the words stay data, one line after another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product


def any_of(*lines: str | Sequence[str]) -> str:
    """A group that matches one of these words: lines of words with blanks between, or tuples of phrases.

    The words are tried in this order, and each may be an expression itself: “surveys?”.
    """
    words = [word for line in lines for word in (line.split() if isinstance(line, str) else line)]
    return f"(?:{'|'.join(words)})"


def each_with(beginnings: Iterable[str], ends: Iterable[str]) -> tuple[str, ...]:
    """Every beginning with every end: “more then”, “less then”."""
    return tuple(beginning + end for beginning, end in product(beginnings, ends))
