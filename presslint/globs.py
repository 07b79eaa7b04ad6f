"""Globs in config files, read as git reads its ignore files; `!` takes out again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


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
            inside = path.resolve().relative_to(base.resolve()).as_posix()
        except ValueError:
            inside = path.as_posix().lstrip("/")
        return self._spec.match_file(inside + "/" if folder else inside)
