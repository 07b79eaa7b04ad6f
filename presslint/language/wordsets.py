"""Small sets of words that one grammar reads in several languages; see `making` and `voicing`.

A set is a text in capitals in a file of `presslint/language/<tag>/`: words apart by blanks, `_` for a blank inside
one, `*` for an ending or a beginning of any kind.
"""

from __future__ import annotations

import re
from importlib import import_module


class WordSets:
    """The sets of one file of one language; each is an attribute, as a group for a pattern."""

    def __init__(self, tag: str, file: str) -> None:
        self.tag = tag
        self._sets = vars(import_module(f"{__package__}.{tag}.{file}"))

    def __getattr__(self, name: str) -> str:
        made = rf"\b(?:{'|'.join(map(_word, self.all(name)))})\b"
        setattr(self, name, made)  # the next time it is there
        return made

    def all(self, *names: str) -> list[str]:
        return [word.replace("_", " ") for name in names for word in self._sets[name.upper()].split()]

    def literals(self, *names: str) -> tuple[str, ...]:
        """What stands in every match of one of these sets, in small letters."""
        return tuple(dict.fromkeys(word.strip("* ").lower().replace(" *", "") for word in self.all(*names)))


def _word(word: str) -> str:
    """One word of a set as a pattern: `*` is any ending or beginning."""
    inner = word.strip("*")
    if not inner.isalnum():
        inner = re.escape(inner).replace(r"\ ", " ")
    return (r"\w{0,16}" if word.startswith("*") else "") + inner + (r"\w{0,9}" if word.endswith("*") else "")
