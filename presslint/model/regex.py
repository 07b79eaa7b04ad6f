"""Patterns that are compiled when they are first used.

The house holds several hundred patterns, and an article wakes a third of them. To compile them all takes
a short run as long as reading the article, so a pattern waits until it is asked:

    WEEKDAY = regex(r"\\b(?:Mon|Tues)day\\b")
    WEEKDAY.search(text)

It is used as what `re.compile` gives. Only the functions of `re` do not take it: write
`WEEKDAY.sub("", text)`, not `re.sub(WEEKDAY, "", text)`.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class Waiting:
    """Stands in for a compiled pattern; keeps each method once it was asked for."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._given = flags

    def __getattr__(self, name: str) -> Any:
        found = self.__dict__[name] = getattr(self.compiled(), name)
        return found

    def __repr__(self) -> str:
        return f"regex({self.pattern!r})"

    def compiled(self) -> re.Pattern[Any]:
        return re.compile(self.pattern, self._given)


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern for later. One that is wrong raises re.error when it is first used."""
    return cast("re.Pattern[AnyStr]", Waiting(pattern, flags))
