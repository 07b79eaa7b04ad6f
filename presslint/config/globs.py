"""Globs in config files, read as git reads its ignore files; `!` takes out again."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from presslint.model.regex import regex

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

# names with one star at most, and folders: what nearly every glob is, told without a library
PLAIN = regex(r"/?(?:[\w.@+-]+/)*(?=[^/])[\w.@+-]*\*?[\w.@+-]*/?")


def own_place(path: Path) -> Path:
    """Where a path stands: its folder resolved and its last name as it is, as git has it.

    A link is a file of the folder that it stands in, wherever it leads.
    """
    return Path(_real(path.parent), path.name)


class Globs:
    """Patterns relative to a folder: `content/**/*.md`, `drafts/`, `!drafts/keep.md`."""

    def __init__(self, patterns: Sequence[str]) -> None:
        # Windows users write backslashes; in a path they can mean nothing else
        self.patterns = tuple(pattern.replace("\\", "/") for pattern in patterns)

    @cached_property
    def _plain(self) -> list[Callable[[Sequence[str]], bool]] | None:
        """A test for each pattern, or None when one of them asks for more than a name with a star."""
        if not all(PLAIN.fullmatch(pattern) and pattern.strip("/*") for pattern in self.patterns):
            return None
        return [_plain_test(pattern) for pattern in self.patterns]

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec

        return GitIgnoreSpec.from_lines(self.patterns)

    def matches(self, path: Path, base: Path, *, folder: bool = False) -> bool:
        """Whether `path` (a file, or a folder) matches, seen from `base`."""
        if not self.patterns:
            return False
        return self.match(_inside(path, base) + "/" if folder else _inside(path, base))

    def match(self, inside: str) -> bool:
        """The same for a path from the base on, with slashes; one at its end says that it is a folder."""
        if self._plain is None:
            return self._spec.match_file(inside)
        parts = inside.split("/")
        return any(test(parts) for test in self._plain)


def _plain_test(pattern: str) -> Callable[[Sequence[str]], bool]:
    """Whether a path, in parts, is under a pattern; the last part of a folder's path is empty."""
    folders_only = pattern.endswith("/")
    *folders, name = pattern.strip("/").split("/")
    head, star, tail = name.partition("*")

    def fits(part: str) -> bool:
        if not star:
            return part == name
        return len(part) >= max(len(head) + len(tail), 1) and part.startswith(head) and part.endswith(tail)

    if "/" in pattern[:-1]:  # it begins at the base
        size = len(folders) + 1

        def under(parts: Sequence[str]) -> bool:
            return (
                len(parts) >= size + folders_only
                and list(parts[: size - 1]) == folders
                and fits(parts[size - 1])
            )

        return under
    return lambda parts: any(map(fits, parts[:-1] if folders_only else parts))


@lru_cache(maxsize=4096)
def _resolved(folder: str) -> str:
    return os.path.realpath(folder)


def _real(folder: Path) -> str:
    """Where a folder is, links followed; asked of the system once per run."""
    return _resolved(os.path.join(os.getcwd(), folder))


def look_again() -> None:
    """Forget where folders were: a new run begins."""
    _resolved.cache_clear()


def _inside(path: Path, base: Path) -> str:
    """The path as seen from the base, with slashes."""
    try:
        return own_place(path).relative_to(_real(base)).as_posix()
    except ValueError:
        return path.as_posix().lstrip("/")
