"""The YAML of nearly every header, read line by line: keys with a word, a quoted string or a list each.

It takes a tenth of the time that the parser takes, and spares a run on one file the parser itself. It
reads only what it understands to the letter; a header with anything else in it is left to the parser.
A test holds the two against each other.
"""

from __future__ import annotations

import re

from presslint.model.regex import regex
from presslint.model.source import Span
from presslint.reading.tree import Entry, Node, Shape
from presslint.reading.yamltext import STYLES, plain_pieces, scalar_value

MOST_LINES = 20_000  # of a header; a longer one is data, and the parser has limits of its own
# a scalar without quotes: no tabs, no colon before a space, no comment; in brackets no comma either
BARE = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`](?:[^\s:#]|:(?=\S)|(?<=\S)\#|\ +(?=[^\s#]))*+"
QUOTED = r"\"[^\"\\\n]*\"|'[^'\n]*'"
LISTED = rf"(?:[^\s\-?:,\[\]{{}}#&*!|>'\"%@`](?:[^\s:#,\[\]{{}}]|\ +(?=[^\s#,\[\]{{}}]))*+|{QUOTED})"
LINE = regex(
    rf"""
    (?P<key>[A-Za-z_][A-Za-z0-9_-]*):(?:\ +(?:(?P<bare>{BARE})|(?P<quoted>{QUOTED})
        |(?P<list>\[\ *(?:{LISTED}(?:\ *,\ *{LISTED})*)?\ *\])))?\ *(?:\n|\Z)
    |(?P<indent>\ *)-\ +(?:(?P<item>{BARE})|(?P<quoted_item>{QUOTED}))\ *(?:\n|\Z)
    |(?P<nothing>\ *(?:\#[^\n]*)?(?:\n|\Z))
    """,
    re.VERBOSE,
)
IN_BRACKETS = regex(LISTED)


def read(text: str, offset: int) -> Node | None:
    """The header as a map whose places count from `offset`; None where the parser has to look."""
    if text.count("\n") > MOST_LINES or not text.replace("\n", "").isprintable():
        return None
    root: Node | None = None
    items: Node | None = None  # the list that is open
    seen: set[str] = set()
    indent = ""
    at = 0
    while at < len(text):
        line = LINE.match(text, at)
        if line is None:
            return None
        begin, at = offset + at, line.end()
        key = line["key"]
        if key is not None:
            if items is not None and items.shape is Shape.LIST:
                items.end = begin
            if root is None:
                root = Node(Shape.MAP, begin, offset + len(text))
            if key in seen:
                return None
            seen.add(key)
            node = _value(line, offset)
            items = node if node.shape is Shape.NULL and line["bare"] is None else None
            root.entries.append(Entry(key, Span(begin, begin + len(key)), node))
        elif line["nothing"] is None:
            if items is None:
                return None
            if items.shape is Shape.NULL:
                items.shape, items.start, items.pieces = Shape.LIST, offset + line.end("indent"), None
                items.end = offset + len(text)
                indent = line["indent"]
            elif line["indent"] != indent:
                return None
            name = "item" if line["item"] is not None else "quoted_item"
            items.items.append(_scalar(line[name], offset + line.start(name)))
    return root


def _value(line: re.Match[str], offset: int) -> Node:
    if line["list"] is not None:
        begin = offset + line.start("list")
        node = Node(Shape.LIST, begin, offset + line.end("list"))
        node.items = [_scalar(item[0], begin + item.start()) for item in IN_BRACKETS.finditer(line["list"])]
        return node
    for name in ("bare", "quoted"):
        if line[name] is not None:
            return _scalar(line[name], offset + line.start(name))
    behind = offset + line.end("key") + 1
    return Node(Shape.NULL, behind, behind, None, plain_pieces)


def _scalar(written: str, start: int) -> Node:
    end = start + len(written)
    if written[0] in "\"'":
        return Node(Shape.TEXT, start, end, written[1:-1], STYLES[written[0]])
    shape, value = scalar_value(written)
    return Node(shape, start, end, value, plain_pieces)
