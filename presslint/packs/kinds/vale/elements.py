"""Where elements of HTML stand in a text, by tag or class."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import accumulate

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class _Finder(HTMLParser):
    def __init__(self, text: str, tags: frozenset[str], classes: frozenset[str]) -> None:
        super().__init__(convert_charrefs=False)
        self.tags = tags
        self.classes = classes
        self.open: list[tuple[str, int]] = []  # tag, and where it begins when it is wanted, else -1
        self.places: list[tuple[int, int]] = []
        self._lines = list(accumulate(map(len, text.splitlines(keepends=True)), initial=0))
        self._text = text

    def at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column if line <= len(self._lines) else len(self._text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = frozenset((dict(attrs).get("class") or "").split())
        wanted = tag in self.tags or not self.classes.isdisjoint(classes)
        if tag not in VOID:
            self.open.append((tag, self.at() if wanted else -1))

    def handle_endtag(self, tag: str) -> None:
        if tag not in (name for name, _ in self.open):
            return
        while self.open:
            name, start = self.open.pop()
            if start >= 0:
                self.places.append((start, self.at()))
            if name == tag:
                return


def elements(text: str, tags: frozenset[str], classes: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Start and end of each element with one of some tags or classes; its end tag is left out."""
    finder = _Finder(text, tags, classes)
    finder.feed(text)
    finder.close()
    yield from finder.places
    yield from ((start, len(text)) for _, start in finder.open if start >= 0)
