"""The globs of a `.vale.ini`, which are not those of git: a star goes over slashes unless two stand side by side."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path, PurePosixPath

from presslint.config.globs import seen_from
from presslint.model.errors import PresslintError

MOST_STARS = 6  # each more lets a long name take as many times longer as it has characters


class BadGlob(PresslintError):
    """A signal to who reads the file: a glob that cannot be used; `reason` is a clause."""


class ValeGlob:
    """`*.{md,rst}`, `docs/**/*.md`, `!*.txt`. Raises BadGlob."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.is_negated = pattern.startswith("!")
        bare = re.sub(r"(?<!\*)\*{3,}", "**", pattern.lstrip("!"))
        if len(re.findall(r"\*+", bare)) > MOST_STARS:
            raise BadGlob(f"“{pattern}” has more than {MOST_STARS} stars; write two sections")
        self._source = _translated(bare, pattern)
        self._holds_folders = "**" in bare

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        return re.compile(self._source, re.DOTALL)

    def match(self, place: str) -> bool:
        """Whether a path with slashes is meant."""
        return (self._regex.fullmatch(place) is not None) != self.is_negated

    def matches(self, path: Path, base: Path) -> bool:
        """Whether a path is meant as seen from the folder of the config, or as it was named where it lies elsewhere."""
        return self.match(seen_from(path, base))


class OfSuffix(ValeGlob):
    """A glob that also holds for all files of a suffix; what is ignored of a text is chosen so."""

    def match(self, place: str) -> bool:
        """Whether a path with slashes is meant, or its suffix."""
        return super().match(place) or super().match(PurePosixPath(place).suffix)


def _translated(pattern: str, whole: str) -> str:
    """The pattern in Python's dialect."""
    steps = "[^/]" if "**" in pattern else "."
    found: list[str] = []
    depth, at = 0, 0
    while at < len(pattern):
        sign = pattern[at]
        if pattern.startswith("**/", at):
            found.append("(?:.*/)?")
            at += 2
        elif pattern.startswith("**", at):
            found.append(".*")
            at += 1
        elif sign == "*":
            found.append(f"{steps}*")
        elif sign == "?":
            found.append(steps)
        elif sign == "[":
            end = pattern.find("]", at + 2)
            if end < 0:
                raise BadGlob(f"“{whole}” opens a bracket and never closes it")
            inside = pattern[at + 1 : end].replace("\\", "\\\\")
            found.append(f"[{'^' + inside[1:] if inside[0] in '!^' else inside}]")
            at = end
        elif sign == "{":
            depth += 1
            found.append("(?:")
        elif sign == "}" and depth:
            depth -= 1
            found.append(")")
        elif sign == "," and depth:
            found.append("|")
            while pattern[at + 1 : at + 2] == " ":
                at += 1
        elif sign == "\\" and at + 1 < len(pattern):
            at += 1
            found.append(re.escape(pattern[at]))
        else:
            found.append(re.escape(sign))
        at += 1
    if depth:
        raise BadGlob(f"“{whole}” opens a brace and never closes it")
    try:
        re.compile("".join(found))
    except re.error as error:
        raise BadGlob(f"“{whole}” is no glob: {error.msg}") from None
    return "".join(found)
