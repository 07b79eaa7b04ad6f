"""Globs in config files, read as git reads its ignore files; `!` takes out again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
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
    return Path(real_folder(path), path.name)


def real_folder(path: Path) -> str:
    """The folder that a path stands in, links followed; asked of the system once per run."""
    return _folder(os.getcwd(), os.path.dirname(path))


class Globs:
    """Patterns relative to a folder: `content/**/*.md`, `drafts/`, `!drafts/keep.md`.

    `any_case` takes `STORY.MD` for `*.md`.
    """

    def __init__(self, patterns: Sequence[str], *, any_case: bool = False) -> None:
        # Windows users write backslashes; in a path they can mean nothing else
        slashed = (pattern.replace("\\", "/") for pattern in patterns)
        self.patterns = tuple(pattern.casefold() if any_case else pattern for pattern in slashed)
        self._any_case = any_case

    @cached_property
    def _plain(self) -> PlainGlobs | None:
        """The same patterns told without a library, or None when one asks for more than a name with a star."""
        if not all(PLAIN.fullmatch(pattern) and pattern.strip("/*") for pattern in self.patterns):
            return None
        return PlainGlobs(self.patterns)

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec

        return GitIgnoreSpec.from_lines(self.patterns)

    def matches(self, path: Path, base: Path, *, folder: bool = False) -> bool:
        """Whether `path` (a file, or a folder) matches, seen from `base`."""
        if not self.patterns:
            return False
        return self.match(seen_from(path, base) + "/" if folder else seen_from(path, base))

    def match(self, inside: str) -> bool:
        """The same for a path from the base on, with slashes; one at its end says that it is a folder."""
        if self._any_case:
            inside = inside.casefold()
        if self._plain is None:
            return self._spec.match_file(inside)
        return self._plain.match(inside)


class PlainGlobs:
    """Names with one star at most, and folders: what nearly every glob is.

    What is said of a folder holds for all that lies in it, so that is remembered.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        rooted = [pattern for pattern in patterns if "/" in pattern[:-1]]
        anywhere = [pattern for pattern in patterns if "/" not in pattern[:-1]]
        self._of_files = Names([pattern for pattern in anywhere if not pattern.endswith("/")])
        self._of_folders = Names([pattern.rstrip("/") for pattern in anywhere])
        self._rooted = [Rooted(pattern) for pattern in rooted]
        self._folders: dict[str, bool] = {}

    def match(self, inside: str) -> bool:
        """Whether a path is one of those, or lies under one; a slash at its end says that it is a folder."""
        folder, slash, name = inside.rpartition("/")
        if slash:
            known = self._folders.get(folder)
            if known is None:
                known = self._folders[folder] = any(map(self._of_folders.hold, folder.split("/")))
            if known:
                return True
        return self._of_files.hold(name) or (
            bool(self._rooted) and any(each.covers(inside.split("/")) for each in self._rooted)
        )


class Names:
    """Names that are written out, and names with one star."""

    def __init__(self, patterns: Iterable[str]) -> None:
        split = [pattern.partition("*") for pattern in patterns]
        self._whole = frozenset(head for head, star, _ in split if not star)
        self._heads = tuple(head for head, star, tail in split if star and not tail)
        self._tails = tuple(tail for head, star, tail in split if star and not head)
        self._both = [(head, tail) for head, star, tail in split if head and tail]

    def hold(self, name: str) -> bool:
        """Whether a name is one of them."""
        return (
            name in self._whole
            or (bool(name) and (name.startswith(self._heads) or name.endswith(self._tails)))
            or any(
                len(name) >= len(head) + len(tail) and name.startswith(head) and name.endswith(tail)
                for head, tail in self._both
            )
        )


class Rooted:
    """A pattern with folders before its name, which begins at the base."""

    def __init__(self, pattern: str) -> None:
        *self._folders, name = pattern.strip("/").split("/")
        self._name = Names([name])
        self._least = len(self._folders) + 1 + pattern.endswith("/")

    def covers(self, parts: Sequence[str]) -> bool:
        """Whether a path, in parts, is that or lies under it; the last part of a folder's path is empty."""
        size = len(self._folders)
        return len(parts) >= self._least and parts[:size] == self._folders and self._name.hold(parts[size])


@lru_cache(maxsize=4096)
def _folder(here: str, place: str) -> str:
    return os.path.realpath(os.path.join(here, place))


@lru_cache(maxsize=4096)
def _beneath(folder: str, base: str) -> str | None:
    """A folder as seen from a base, with slashes and one at its end; None where it is elsewhere."""
    try:
        inside = Path(folder).relative_to(base).as_posix()
    except ValueError:
        return None
    return "" if inside == "." else f"{inside}/"


def look_again() -> None:
    """Forget where folders were: a new run begins."""
    _folder.cache_clear()
    _beneath.cache_clear()


def seen_from(path: Path, base: Path) -> str:
    """The path as seen from the base, with slashes."""
    folder = _beneath(real_folder(path), _folder(os.getcwd(), str(base)))
    return path.as_posix().lstrip("/") if folder is None else folder + path.name
