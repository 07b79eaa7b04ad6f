"""The one base of what presslint raises on purpose, for whoever asked for something that cannot be had.

`str()` of each is one line that a person can act on: where, what is wrong, and what to do. Whatever else
comes out of presslint is a fault of presslint. Signals that never leave their module (`_Fault` of a
parser, `Stop` of a conversation) are plain exceptions.
"""

from __future__ import annotations

from pathlib import Path


class PresslintError(ValueError):
    """Something that cannot be done: `reason` says why, `path`, `line` and `column` where, if anywhere."""

    def __init__(
        self, reason: str, *, path: str | Path = "", line: int | None = None, column: int | None = None
    ):
        super().__init__(reason)
        self.reason, self.path, self.line, self.column = reason, str(path), line, column

    def __str__(self) -> str:
        numbers = (str(number) for number in (self.line, self.column) if number)
        return f"{':'.join((self.path, *numbers))}: {self.reason}" if self.path else self.reason


class FileError(PresslintError):
    """A file that cannot be used."""

    def __init__(self, path: str | Path, reason: str, line: int | None = None, column: int | None = None):
        super().__init__(reason, path=path, line=line, column=column)
        self.args = (self.path, reason, line, column)  # what makes it anew in another process
