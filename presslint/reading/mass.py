"""How much text an element holds."""

from __future__ import annotations


class Mass:
    """How much text an element holds, all of it and by kind."""

    __slots__ = ("lines", "linked", "prose", "text")

    def __init__(self) -> None:
        self.text = 0
        self.linked = 0
        self.prose = 0
        self.lines = 0

    def add(self, other: Mass) -> None:
        self.text += other.text
        self.linked += other.linked
        self.prose += other.prose
        self.lines += other.lines
