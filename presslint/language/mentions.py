"""What an article mentions: dates, days, times, years and figures, each recognised once, where it stands.

A recogniser reads plain text (`find_dates`, `numbers`) and gives values with places in that text. A view
of an article (`article.dates`) is such a recogniser over the article's passages: a passage is read
when it is first asked about, and never again.

    for date in article.dates.within(article.own(passage)):
        yield self.finding(date.passage, f"{quoted(date.text)} …")
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from msgspec import Struct

from presslint.model.passage import Passage


class Found(Protocol):
    """What a recogniser gives: `start`..`end` of the text that it has read, end-exclusive."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    def placed(self, within: Passage, start: int) -> Any:
        """The same mention as one of a passage, in whose text it begins at `start`."""


M = TypeVar("M", bound=Found)


class InPassage(Struct, frozen=True):
    """What mentions share: `within` is the passage that they were asked of, None in plain text."""

    if TYPE_CHECKING:  # each has these of its own, as the last of which `within` has a default

        @property
        def start(self) -> int: ...
        @property
        def end(self) -> int: ...
        @property
        def within(self) -> Passage | None: ...

    @property
    def passage(self) -> Passage:
        """The mention's own words. Raises ValueError for one that was found in plain text."""
        if self.within is None:
            raise ValueError("a mention of plain text stands in no passage")
        return self.within[self.start : self.end]


class Mentions(Generic[M]):
    """The mentions of one kind in an article, in reading order."""

    def __init__(self, passages: Iterable[Passage], find: Callable[[str], Iterable[M]]) -> None:
        self._passages = tuple(passages)
        self._find = find
        self._read: dict[int, tuple[Passage, tuple[M, ...]]] = {}  # by the identity of the whole passage

    def __iter__(self) -> Iterator[M]:
        for passage in self._passages:
            yield from self.within(passage)

    def __bool__(self) -> bool:
        return any(map(self.within, self._passages))

    def within(self, passage: Passage) -> tuple[M, ...]:
        """Those that stand whole in a passage, a sentence or any other part; what is masked there is left out.

        Their places are indices of the text of the passage that is given.
        """
        root = passage.root
        found = self._whole(root)
        if not found or passage is root:
            return found
        text, at = passage.text, passage.at
        end = at + len(text)
        first = bisect_left(found, at, key=lambda mention: mention.start)
        inside: list[M] = []
        for mention in found[first:]:
            if mention.end > end:
                break
            start = mention.start - at
            if text.startswith(root.text[mention.start : mention.end], start):
                inside.append(mention.placed(passage, start))
        return tuple(inside)

    def _whole(self, root: Passage) -> tuple[M, ...]:
        """The mentions of a passage that is no part of another."""
        known = self._read.get(id(root))
        if known is None:
            found = tuple([mention.placed(root, mention.start) for mention in self._find(root.text)])
            known = self._read[id(root)] = (root, found)
        return known[1]
