"""Stands in for turbohtml where it has no build for the browser: its `tokenize`, as presslint's reader calls it.

The tokens are made by parse5; the page registers the module `presslint_parsers` in JavaScript, tests bring one
that asks Node.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator

import presslint_parsers  # type: ignore[import-not-found]

TEXT, REFERENCE = 0, 5
LINE_END = re.compile(r"\r\n|\r|\n")


class Token:
    """A tag, a comment, a stretch of text or a character reference; lines count from 1, columns from 0."""

    __slots__ = ("attrs", "col", "data", "line", "source", "tag", "type")

    def __init__(
        self,
        type: int,
        line: int,
        col: int,
        tag: str | None,
        attrs: list[tuple[str, str]] | None,
        data: str | None,
        source: str | None,
    ) -> None:
        self.type = type
        self.line = line
        self.col = col
        self.tag = tag
        self.attrs = attrs
        self.data = data
        self.source = source


def tokenize(text: str, *, resolve_references: bool, capture_source: bool) -> Iterator[Token]:
    """The tokens of a page; references are never resolved here and the source is always held."""
    starts = [0, *(found.end() for found in LINE_END.finditer(text))]
    for type, start, end, tag, attrs, data in json.loads(presslint_parsers.html(text)):
        line = bisect_right(starts, start)
        written = LINE_END.sub("\n", text[start:end])
        yield Token(
            type,
            line,
            start - starts[line - 1],
            tag,
            None if attrs is None else [(name, value) for name, value in attrs],
            written if type == TEXT else data,
            None if type == TEXT else written,
        )
