"""Stands in for pyahocorasick where it has no build for the browser: every word of a list in a text, in one pass.

Words are looked up by their first letters at each place of the text. That is slower than an automaton by the
length of the text alone, not by that of the list.
"""

from collections.abc import Iterator
from typing import Any

FIRST = 4  # letters that words are told apart by


class Automaton:
    """As `ahocorasick.Automaton`: words with what they stand for, then where each ends in a text."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}
        self._longer: dict[str, list[str]] = {}  # words of at least FIRST letters, by these
        self._short: list[int] = []  # the lengths of the others

    def __len__(self) -> int:
        return len(self._values)

    def add_word(self, word: str, value: Any) -> bool:
        """Add a word; true where it is new. An empty word is none."""
        if not word:
            return False
        is_new = word not in self._values
        self._values[word] = value
        return is_new

    def make_automaton(self) -> None:
        """Make ready for `iter`."""
        self._longer.clear()
        self._short = sorted({len(word) for word in self._values if len(word) < FIRST})
        for word in self._values:
            if len(word) >= FIRST:
                self._longer.setdefault(word[:FIRST], []).append(word)

    def iter(self, text: str) -> Iterator[tuple[int, Any]]:
        """The place of the last letter of each word that stands in the text, with its value.

        In the order of these places; where several words end, the longest comes first.
        """
        found: list[tuple[int, int, str]] = []
        longer, short, values = self._longer, self._short, self._values
        for at in range(len(text)):
            for word in longer.get(text[at : at + FIRST], ()):
                if text.startswith(word, at):
                    found.append((at + len(word) - 1, -len(word), word))
            for length in short:
                word = text[at : at + length]
                if len(word) == length and word in values:
                    found.append((at + length - 1, -length, word))
        found.sort()
        for last, _, word in found:
            yield last, values[word]
