"""JSON with places: a scanner for whole files and headers that forgives what it can and names the rest.

It runs in one pass and keeps its own stack, so neither size nor nesting can run away with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from json import decoder
from json.decoder import JSONDecodeError
from typing import Any

from presslint.model.document import Problem
from presslint.model.regex import regex
from presslint.model.source import Span
from presslint.reading.tree import Entry, Node, Piece, Shape

DEPTH_LIMIT = 500  # levels; below those at which Python stops to recurse

SPACE = regex(r"[ \t\n\r\ufeff]*")
COMMA = regex(r"[ \t\n\r\ufeff]*+,[ \t\n\r\ufeff]*+(?![\]}])")
# most of what files hold: a key and, in most places, a text, both without escapes
PAIR = regex(r'"([^"\\\x00-\x1f]*+)"[ \t\n\r\ufeff]*+:[ \t\n\r\ufeff]*+(?:"([^"\\\x00-\x1f]*+)")?+')
NUMBER = regex(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
WORD = regex(r"[A-Za-z_]{1,12}")
WORDS = {"true": True, "false": False, "null": None}
ESCAPE = regex(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
# the C scanner that `json` itself uses; it has no stub
scanstring: Any = decoder.scanstring  # type: ignore[attr-defined]
SURROGATE = regex(r"[\ud800-\udfff]")


def string_pieces(text: str, start: int, end: int) -> Iterable[Piece]:
    """How a JSON string between `start` and `end`, quotes included, was written."""
    if text.find("\\", start, end) < 0:
        return ((start + 1, end - 1, None),)
    return _escaped_pieces(text, start + 1, end - 1)


def _escaped_pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    at = start
    for match in ESCAPE.finditer(text, start, end):
        if match.start() > at:
            yield at, match.start(), None
        yield match.start(), match.end(), _meaning(match.group())
        at = match.end()
    if at < end:
        yield at, end, None


def _meaning(escape: str) -> str:
    if escape[1] != "u" or len(escape) < 6:
        return SHORT.get(escape[1], escape[1])
    high = int(escape[2:6], 16)
    if len(escape) == 12:
        return chr(0x10000 + ((high - 0xD800) << 10) + int(escape[8:12], 16) - 0xDC00)
    return "\ufffd" if 0xD800 <= high < 0xE000 else chr(high)


class _Fault(Exception):
    """A signal inside this module: what is wrong at an index of the text."""

    def __init__(self, at: int, message: str) -> None:
        self.at = at
        self.message = message


class _Open:
    """A map or list being filled; a map's `key` waits for its value."""

    __slots__ = ("key", "keys", "node")

    def __init__(self, node: Node) -> None:
        self.node = node
        self.key: tuple[str, Span] | None = None
        self.keys: set[str] = set()


def parse(text: str, start: int = 0) -> tuple[Node | None, int, list[Problem]]:
    """The value that begins at `start`, the offset after it, and what was wrong.

    Never raises: at a fault the tree holds what was read up to there. A string node's `passage` maps
    every character, escapes and surrogate pairs included, to its place.
    """
    scanner = _Scanner(text)
    end = scanner.run(start)
    return scanner.root, end, scanner.problems


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.stack: list[_Open] = []

    def run(self, start: int) -> int:
        try:
            return self.scan(start)
        except _Fault as fault:
            at = min(fault.at, len(self.text))
            self.report(at, min(at + 1, len(self.text)), fault.message)
            for frame in self.stack:
                frame.node.end = at
            return at

    def report(self, start: int, end: int, message: str) -> None:
        if len(self.problems) < 100:
            self.problems.append(Problem(Span(start, end), message))

    def scan(self, at: int) -> int:
        text, stack = self.text, self.stack
        skip = SPACE.match
        size = len(text)
        while True:
            at = skip(text, at).end()  # type: ignore[union-attr]
            if at >= size:
                raise _Fault(at, self.unfinished())
            char = text[at]
            frame = stack[-1] if stack else None
            if frame is not None and char in "]}":
                self.check_close(frame, char, at)
                frame.node.end = at = at + 1
                stack.pop()
            elif frame is not None and frame.node.shape is Shape.MAP and frame.key is None:
                pair = PAIR.match(text, at)
                if pair is None or pair[1] in frame.keys:
                    at = self.key(frame, char, at)
                    continue
                name, written = pair.groups()
                frame.keys.add(name)
                frame.key = name, Span(at, pair.end(1) + 1)
                if written is None:
                    at = pair.end()
                    continue
                start, end = pair.span(2)
                self.place(frame, Node(Shape.TEXT, start - 1, end + 1, written, string_pieces))
                at = end + 1
            elif char in "{[":
                if len(stack) >= DEPTH_LIMIT:
                    raise _Fault(at, f"The JSON nests deeper than {DEPTH_LIMIT} levels; flatten it.")
                node = Node(Shape.MAP if char == "{" else Shape.LIST, at, at + 1)
                self.place(frame, node)
                stack.append(_Open(node))
                at += 1
                continue
            else:
                node = self.leaf(char, at)
                self.place(frame, node)
                at = node.end
            if not stack:
                return at
            at = self.comma(stack[-1], at)

    def comma(self, frame: _Open, at: int) -> int:
        """After a value: a comma, or the bracket that closes the container."""
        text = self.text
        comma = COMMA.match(text, at)
        if comma is not None:
            return comma.end()
        at = SPACE.match(text, at).end()  # type: ignore[union-attr]
        char = text[at : at + 1]
        if char == ",":
            after = SPACE.match(text, at + 1).end()  # type: ignore[union-attr]
            if text[after : after + 1] in ("]", "}"):
                self.report(at, at + 1, "A comma stands before the closing bracket; delete the comma.")
            return after
        if char in ("]", "}"):
            return at
        if not char:
            raise _Fault(at, self.unfinished())
        if char == '"':
            self.report(at, at + 1, "A comma is missing before this value; put it in.")
            return at
        raise _Fault(at, "JSON wants a comma or a closing bracket here; mend this line.")

    def check_close(self, frame: _Open, char: str, at: int) -> None:
        wanted = "}" if frame.node.shape is Shape.MAP else "]"
        if char != wanted:
            raise _Fault(
                at, f"“{char}” closes what “{'{' if wanted == '}' else '['}” opened; write “{wanted}”."
            )
        if frame.key is not None:
            raise _Fault(at, f"The key “{frame.key[0]}” has no value; give it one or delete it.")

    def unfinished(self) -> str:
        if not self.stack:
            return "The JSON holds no value; write one."
        node = self.stack[-1].node
        mark = "{" if node.shape is Shape.MAP else "["
        return f"The JSON ends before “{mark}” is closed; close it."

    def place(self, frame: _Open | None, node: Node) -> None:
        if frame is None:
            self.root = node
        elif frame.key is None:
            frame.node.items.append(node)
        else:
            frame.node.entries.append(Entry(*frame.key, node))
            frame.key = None

    def key(self, frame: _Open, char: str, at: int) -> int:
        if char != '"':
            raise _Fault(at, "A key of a JSON object stands in quotation marks; put them in.")
        name, end = self.string(at)
        if name in frame.keys:
            self.report(at, end, f"The key “{name}” stands twice, and only the last one counts; delete one.")
        frame.keys.add(name)
        frame.key = (name, Span(at, end))
        end = SPACE.match(self.text, end).end()  # type: ignore[union-attr]
        if self.text[end : end + 1] != ":":
            raise _Fault(end, f"A colon is missing after the key “{name}”; put it in.")
        return end + 1

    def string(self, at: int) -> tuple[str, int]:
        text = self.text
        try:
            value, end = scanstring(text, at + 1, True)
        except JSONDecodeError:
            try:
                value, end = scanstring(text, at + 1, False)
            except JSONDecodeError as error:
                reason = (
                    "A string is opened here and never closed; close it."
                    if "Unterminated" in error.msg
                    else "A backslash escapes nothing here; write “\\\\” for a backslash."
                )
                raise _Fault(error.pos, reason) from None
            self.report(at, at + 1, "A string holds a line break or tab as it is; write “\\n” or “\\t”.")
        if text.find("\\u", at, end) >= 0:
            value = SURROGATE.sub("\ufffd", value)
        return value, end

    def leaf(self, char: str, at: int) -> Node:
        text = self.text
        if char == '"':
            value, end = self.string(at)
            return Node(Shape.TEXT, at, end, value, string_pieces)
        number = NUMBER.match(text, at)
        if number is not None:
            written = number.group()
            whole = number.group(1) is None and number.group(2) is None and len(written) < 400
            return Node(Shape.VALUE, at, number.end(), int(written) if whole else float(written))
        word = WORD.match(text, at)
        if word is not None and word.group() in WORDS:
            meaning = WORDS[word.group()]
            return Node(Shape.NULL if meaning is None else Shape.VALUE, at, word.end(), meaning)
        raise _Fault(at, "JSON wants a value here: text in quotation marks, a number, true, false or null.")
