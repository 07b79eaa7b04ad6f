"""GitHub's fingerprint of a line, by which code scanning follows an alert through edits.

The hash covers the hundred non-blank UTF-16 units from the start of the line on, wherever they end,
read as one number in base 37 modulo 2^64; `:n` tells lines with equal hashes apart. GitHub's upload
action computes the same; it is written here because the upload API does not.
"""

from __future__ import annotations

import re

from presslint.model.regex import regex

BLOCK = 100  # characters from the start of a line, as code scanning hashes them
BASE = 37  # of its rolling hash
MASK = (1 << 64) - 1
END = "\uffff"  # what the hash reads behind the last character
ASTRAL = regex("[\U00010000-\U0010ffff]")


class LineHashes:
    """The hashes of one text, each computed when asked for."""

    def __init__(self, text: str) -> None:
        units = ASTRAL.sub(_surrogates, text.replace("\r\n", "\n").replace("\r", "\n"))
        self._units = units.replace(" ", "").replace("\t", "") + END
        self._ordinals: list[int] | None = None
        self._blocks: list[str] = []

    def line(self, number: int) -> str:
        """The fingerprint of line `number`, counted from 1; empty past the end."""
        if self._ordinals is None:
            self._ordinals = self._count()
        if not 0 < number <= len(self._blocks):
            return ""
        value = 0
        for unit in self._blocks[number - 1]:
            value = value * BASE + ord(unit) & MASK
        return f"{value:x}:{self._ordinals[number - 1]}"

    def _count(self) -> list[int]:
        """How often each line's first hundred characters have stood so far."""
        seen: dict[str, int] = {}
        ordinals = []
        at = 0
        while True:
            block = self._units[at : at + BLOCK].ljust(BLOCK, "\0")
            seen[block] = seen.get(block, 0) + 1
            self._blocks.append(block)
            ordinals.append(seen[block])
            at = self._units.find("\n", at) + 1
            if not at:
                return ordinals


def _surrogates(match: re.Match[str]) -> str:
    code = ord(match.group()) - 0x10000
    return chr(0xD800 + (code >> 10)) + chr(0xDC00 + (code & 0x3FF))
