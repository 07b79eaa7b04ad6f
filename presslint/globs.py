"""Globs in config files, read as git reads its ignore files; `!` takes out again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def own_place(path: Path) -> Path:
    """Where a path stands: its folder resolved and its last name as it is, as git has it.

    A link is a file of the folder that it stands in, wherever it leads.
    """
    return path.parent.resolve() / path.name


class Globs:
    """Patterns relative to a folder: `content/**/*.md`, `drafts/`, `!drafts/keep.md`."""

    def __init__(self, patterns: Sequence[str]) -> None:
        # Windows users write backslashes; in a path they can mean nothing else
        self.patterns = tuple(pattern.replace("\\", "/") for pattern in patterns)

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec

        return GitIgnoreSpec.from_lines(self.patterns)

    def matches(self, path: Path, base: Path, *, folder: bool = False) -> bool:
        """Whether `path` (a file, or a folder) matches, seen from `base`."""
        if not self.patterns:
            return False
        try:
            inside = own_place(path).relative_to(base.resolve()).as_posix()
        except ValueError:
            inside = path.as_posix().lstrip("/")
        return self._spec.match_file(inside + "/" if folder else inside)
