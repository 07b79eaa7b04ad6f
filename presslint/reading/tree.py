"""The shape that YAML, TOML and JSON are read into: values that know their place in the source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import Any, NamedTuple

from msgspec import Struct

from presslint.model.passage import Builder, Part, Passage
from presslint.model.source import Source, Span

# A stretch of a written string: source start, source end, and the text it stands for when that is
# not the source's own characters.
Piece = tuple[int, int, str | None]
Pieces = Callable[[str, int, int], Iterable[Piece]]


def written_text(pieces: Pieces, text: str, start: int, end: int) -> str:
    """The text that a written string stands for."""
    return "".join(
        text[left:right] if meaning is None else meaning for left, right, meaning in pieces(text, start, end)
    )


class Shape(Enum):
    """What a node holds."""

    MAP = "map"
    LIST = "list"
    TEXT = "text"
    VALUE = "value"  # a number, a truth value, a date
    NULL = "null"


class Entry(Struct, frozen=True):
    """One key of a map with its value; `key_span` covers the key with its quotes."""

    key: str
    key_span: Span
    node: Node


class Node:
    """A value with the span it takes in the source, quotes and brackets included.

    `value` is the decoded text, number, truth value or date; None for maps and lists. `pieces` tells
    how the text was written, so that `passage` can tie every character to its own place.
    """

    __slots__ = ("end", "entries", "items", "pieces", "shape", "start", "value")

    def __init__(
        self, shape: Shape, start: int, end: int, value: Any = None, pieces: Pieces | None = None
    ) -> None:
        self.shape = shape
        self.start = start
        self.end = end
        self.value = value
        self.pieces = pieces
        self.items: list[Node] = []
        self.entries: list[Entry] = []

    def __repr__(self) -> str:
        inside = len(self.entries) if self.shape is Shape.MAP else len(self.items)
        return f"<{self.shape.value} {self.start}:{self.end} {inside or repr(self.value)}>"

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def get(self, *path: str) -> Node | None:
        """The node under these keys, one after the other; the last of equal keys, as parsers keep it."""
        node: Node | None = self
        for key in path:
            if node is None:
                return None
            node = next((entry.node for entry in reversed(node.entries) if entry.key == key), None)
        return node

    def text(self, *path: str) -> str:
        """The text under these keys, or an empty string."""
        node = self.get(*path)
        return node.value if node is not None and node.shape is Shape.TEXT else ""

    def passage(self, source: Source, part: Part = Part.FIELD) -> Passage:
        """The value as a reader reads it; empty and without a place for maps, lists and nulls."""
        if self.shape is Shape.VALUE:
            return Passage.of(source, self.start, self.end, part)
        if self.shape is not Shape.TEXT or not self.value:
            return Passage("", source, (), part)
        if self.pieces is None:
            return Passage.of(source, self.start, self.end, part)
        around = self.end - self.start - len(self.value)  # quotation marks, or nothing
        start, end = self.start + around // 2, self.end - around // 2
        if around in (0, 2) and source.text[start:end] == self.value == self.value.strip():
            return Passage.of(source, start, end, part)
        builder = Builder(source)
        builder.add_all(self.pieces(source.text, self.start, self.end))
        passage = builder.passage(part)
        if passage.text == self.value.strip():
            return passage
        # the writing was not understood to the letter: right words, one block for a place
        block = Builder(source)
        block.add(self.start, self.end, self.value)
        return block.passage(part)

    def walk(self) -> Iterator[Leaf]:
        """Every leaf below this node, in order; items of a list share the list's key."""
        stack: list[Leaf] = [Leaf((), None, self, None)]
        while stack:
            leaf = stack.pop()
            path, entry, node, owner = leaf
            if node.shape is Shape.MAP:
                stack.extend(
                    Leaf((*path, inner.key), inner, inner.node, node) for inner in reversed(node.entries)
                )
            elif node.shape is Shape.LIST:
                stack.extend(Leaf(path, entry, item, owner) for item in reversed(node.items))
            else:
                yield leaf


class Leaf(NamedTuple):
    """A value with the keys that lead to it, the nearest entry and the map that holds that entry."""

    path: tuple[str, ...]
    entry: Entry | None
    node: Node
    owner: Node | None
