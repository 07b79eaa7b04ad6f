"""Word lists inside regular expressions: the words stay data, one line after another."""

from __future__ import annotations

from collections.abc import Sequence


def any_of(*lines: str | Sequence[str]) -> str:
    """A group that matches one of these words: lines of words with blanks between, or tuples of phrases.

    The words are tried in this order, and each may be an expression itself: “surveys?”.
    """
    words = [word for line in lines for word in (line.split() if isinstance(line, str) else line)]
    return f"(?:{'|'.join(words)})"
