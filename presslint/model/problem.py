"""A file that could not be judged, as every room tells it."""

from __future__ import annotations

from msgspec import Struct


class FileProblem(Struct, frozen=True):
    """A file that could not be judged in full; line and column count from 1.

    Kinds: `unreadable`, `too-large`, `timeout`, `rule-crash`, `config`.
    """

    path: str
    message: str
    line: int | None = None
    column: int | None = None
    kind: str = "unreadable"

    @property
    def place(self) -> str:
        """`path:line:column` as far as it is known."""
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n is not None)])
