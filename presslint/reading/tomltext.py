"""TOML with places: a scanner that reads on after a fault; tomllib says whether the whole is valid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from presslint.model.document import Problem
from presslint.model.regex import regex
from presslint.model.source import Source, Span
from presslint.reading.jsontext import scanstring
from presslint.reading.tree import Entry, Node, Piece, Shape, written_text
from presslint.reading.yamltext import read_date

DEPTH_LIMIT = 100  # levels, and parts of a key; nobody writes as many

BLANK = regex(r"(?:[ \t\r\n]|#[^\r\n]*)*")
SPACE = regex(r"[ \t]*")
LINE_END = regex(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n|\Z)")
NEXT_LINE = regex(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
BARE = regex(r"[A-Za-z0-9_-]+")
BASIC = regex(r'"[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*+"')  # values of 150 kB are read, so nothing is given back
# a string in which nothing is wrong, which need not be read a second time when it is long
SOUND = regex(
    r'"[^"\\\x00-\x08\n-\x1f\x7f]*+'
    r'(?:\\(?:[btnfr"\\]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})[^"\\\x00-\x08\n-\x1f\x7f]*+)*+"'
)
LONG_STRING = 2000  # characters
LITERAL = regex(r"'[^'\r\n]*'")
TOKEN = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ][0-9:.]+(?:[Zz]|[-+][0-9]{2}:[0-9]{2})?)?|[^\s,\]}#=\"']+")
FIRST_BREAK = regex(r"\r\n|\n")
INTEGER = regex(r"[-+]?[0-9][0-9_]{0,300}|0x[0-9a-fA-F_]{1,300}|0o[0-7_]{1,300}|0b[01_]{1,1000}")
FLOAT = regex(r"[-+]?(?:[0-9][0-9_]{0,300}(?:\.[0-9_]{1,300})?(?:[eE][-+]?[0-9_]{1,9})?|inf|nan)")
ESCAPE = regex(r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[ \t]*(?:\r\n|\n)[ \t\r\n]*|.)|\r\n", re.DOTALL)
SHORT = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\", "e": "\x1b"}
UNQUOTED = regex(r"([\w-]{1,60})[ \t]*=[ \t]*([^\s\"'\[{][^\r\n]{0,500}[^\s\"'])")
CLOSERS = {"[": "]", "{": "}"}
PLACE = regex(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")


def _meaning(match: re.Match[str]) -> str:
    written = match[0]
    mark = written[1]
    if mark in SHORT:
        return SHORT[mark]
    if written[0] == "\r":
        return "\n"
    if mark in "uU" and len(written) > 2:
        code = int(written[2:], 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return "" if mark in " \t\r\n" else SHORT.get(mark, written)


def _inside(text: str, start: int, end: int) -> tuple[int, int]:
    """The characters of a string without its quotes and without the line break after `\"\"\"`."""
    if end - start >= 6 and text[start : start + 3] in ('"""', "'''"):
        start, end = start + 3, end - 3
        first = FIRST_BREAK.match(text, start, end)
        return (first.end() if first else start), end
    return start + 1, end - 1


def basic_pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    at, stop = _inside(text, start, end)
    for match in ESCAPE.finditer(text, at, stop):
        if match.start() > at:
            yield at, match.start(), None
        start, at = match.span()
        yield start, at, _meaning(match)
    if at < stop:
        yield at, stop, None


def literal_pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    at, stop = _inside(text, start, end)
    for match in re.compile(r"\r\n").finditer(text, at, stop):
        yield at, match.start(), None
        yield match.start(), match.end(), "\n"
        at = match.end()
    yield at, stop, None


class _Fault(Exception):
    """A signal inside this module: what is wrong at an index of the text."""

    def __init__(self, at: int, message: str) -> None:
        self.at = at
        self.message = message


class _Open:
    """An array or inline table being filled."""

    __slots__ = ("closer", "key", "node")

    def __init__(self, node: Node, closer: str) -> None:
        self.node = node
        self.closer = closer
        self.key: list[tuple[str, Span]] | None = None


def parse(text: str, offset: int = 0) -> tuple[Node, list[Problem]]:
    """`text` as a tree whose places count from `offset`, with what was wrong. Never raises.

    A faulty line is left out and reading goes on with the next.
    """
    scanner = _Scanner(text, offset)
    scanner.run()
    if not scanner.problems:
        scanner.problems += _verdict(scanner.shortened(), offset)
    return scanner.root, scanner.problems


def _verdict(text: str, offset: int) -> list[Problem]:
    """What tomllib refuses although every line reads well, such as a table that is defined twice."""
    import tomllib

    try:
        tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        found = PLACE.search(message)
        at = len(text)
        if found and found.group(1):
            at = Source(text).offset(int(found.group(1)), int(found.group(2)))
        reason = PLACE.sub("", message).rstrip(".")
        place = Span(offset + min(at, len(text)), offset + min(at + 1, len(text)))
        return [Problem(place, f"The front matter is not valid TOML ({reason}); mend this line.")]
    except (RecursionError, ValueError):
        return [Problem(Span(offset, offset), "The front matter is not valid TOML; check its values.")]
    return []


class _Scanner:
    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.root = Node(Shape.MAP, offset, offset + len(text))
        self.table = self.root
        self.problems: list[Problem] = []
        self.index: dict[int, dict[str, Node]] = {}  # the keys of each map, for quick look-up
        self.long: list[tuple[int, int]] = []  # sound strings of great length

    def run(self) -> None:
        text, at = self.text, 0
        while True:
            at = BLANK.match(text, at).end()  # type: ignore[union-attr]
            if at >= len(text):
                return
            try:
                at = self.header(at) if text[at] == "[" else self.pair(at)
                end = LINE_END.match(text, at)
                if end is None:
                    raise _Fault(
                        at,
                        "Something follows the value on this line; put the whole value in quotation marks.",
                    )
                at = end.end()
            except _Fault as fault:
                if len(self.problems) < 100:
                    place = self.span(fault.at, min(fault.at + 1, len(text)))
                    self.problems.append(Problem(place, fault.message))
                self.salvage(at)
                at = NEXT_LINE.match(text, max(at, fault.at)).end()  # type: ignore[union-attr]

    def shortened(self) -> str:
        """The text with nothing in its long sound strings: the same lines, in a fraction of the time."""
        pieces: list[str] = []
        at = 0
        for start, end in self.long:
            pieces.append(self.text[at : start + 1])
            at = end - 1
        return "".join(pieces) + self.text[at:]

    def salvage(self, at: int) -> None:
        """Keep the words of a `key = words without quotes` line."""
        match = UNQUOTED.match(self.text, at)
        if match is not None and match.group(1) not in self.keys(self.table):
            node = Node(Shape.TEXT, *self.span(*match.span(2)), match.group(2))
            self.put(self.table, match.group(1), self.span(*match.span(1)), node)

    def span(self, start: int, end: int) -> Span:
        return Span(self.offset + start, self.offset + end)

    def skip(self, at: int) -> int:
        return SPACE.match(self.text, at).end()  # type: ignore[union-attr]

    # -- keys -------------------------------------------------------------------------------------

    def key(self, at: int) -> tuple[list[tuple[str, Span]], int]:
        """A dotted key from `at`, each part with its place."""
        text = self.text
        parts: list[tuple[str, Span]] = []
        while len(parts) < DEPTH_LIMIT:
            at = self.skip(at)
            match = BARE.match(text, at) or BASIC.match(text, at) or LITERAL.match(text, at)
            if match is None:
                raise _Fault(at, "TOML wants a key here; write “key = value”.")
            name = match.group()
            if name[0] in "\"'":
                pieces = basic_pieces if name[0] == '"' else literal_pieces
                name = written_text(pieces, text, match.start(), match.end())
            parts.append((name, self.span(*match.span())))
            at = self.skip(match.end())
            if text[at : at + 1] != ".":
                return parts, at
            at += 1
        raise _Fault(at, f"The key has more than {DEPTH_LIMIT} parts; shorten it.")

    def keys(self, node: Node) -> dict[str, Node]:
        return self.index.setdefault(id(node), {})

    def enter(self, node: Node, key: str, span: Span) -> Node:
        """The table under `key`, made when it is not there; of an array of tables the last one."""
        inner = self.keys(node).get(key)
        if inner is None:
            inner = Node(Shape.MAP, span.start, span.end)
            self.put(node, key, span, inner)
        if inner.shape is Shape.LIST and inner.items and inner.items[-1].shape is Shape.MAP:
            return inner.items[-1]
        if inner.shape is not Shape.MAP:
            raise _Fault(
                span.start - self.offset,
                f"“{key}” has a value already and cannot hold further keys; rename one.",
            )
        return inner

    def put(self, node: Node, key: str, span: Span, value: Node) -> None:
        known = self.keys(node)
        if key in known:
            self.problems.append(
                Problem(span, f"The key “{key}” stands twice in the front matter; delete one.")
            )
        known[key] = value
        node.entries.append(Entry(key, span, value))

    def header(self, at: int) -> int:
        double = self.text.startswith("[[", at)
        closer = "]]" if double else "]"
        parts, end = self.key(at + len(closer))
        if not self.text.startswith(closer, end):
            raise _Fault(end, f"The name of a table ends in “{closer}”; close it.")
        node = self.root
        for name, span in parts[:-1]:
            node = self.enter(node, name, span)
        name, span = parts[-1]
        if double:
            array = self.keys(node).get(name)
            if array is None:
                array = Node(Shape.LIST, span.start, span.end)
                self.put(node, name, span, array)
            if array.shape is not Shape.LIST:
                raise _Fault(at, f"“{name}” is no array of tables; rename one of them.")
            self.table = Node(Shape.MAP, span.start, span.end)
            array.items.append(self.table)
        else:
            self.table = self.enter(node, name, span)
        return end + len(closer)

    def pair(self, at: int) -> int:
        parts, at = self.key(at)
        if self.text[at : at + 1] != "=":
            raise _Fault(at, f"An equals sign is missing after “{parts[-1][0]}”; TOML writes “key = value”.")
        value, at = self.value(self.skip(at + 1))
        self.put_dotted(self.table, parts, value)
        return at

    def put_dotted(self, node: Node, parts: list[tuple[str, Span]], value: Node) -> None:
        for name, span in parts[:-1]:
            node = self.enter(node, name, span)
        self.put(node, *parts[-1], value)

    # -- values -----------------------------------------------------------------------------------

    def value(self, at: int) -> tuple[Node, int]:
        text = self.text
        stack: list[_Open] = []
        while True:
            if stack:
                at = BLANK.match(text, at).end()  # type: ignore[union-attr]
                frame = stack[-1]
                if text.startswith(frame.closer, at):
                    at += 1
                    frame.node.end = self.offset + at
                    node = stack.pop().node
                    if not stack:
                        return node, at
                    at = self.separator(stack[-1], at)
                    continue
                if frame.closer == "}":
                    frame.key, at = self.key(at)
                    if text[at : at + 1] != "=":
                        raise _Fault(at, "An equals sign is missing in this inline table; put it in.")
                    at = self.skip(at + 1)
            char = text[at : at + 1]
            if char in CLOSERS and char:
                if len(stack) >= DEPTH_LIMIT:
                    raise _Fault(at, f"The value nests deeper than {DEPTH_LIMIT} levels; flatten it.")
                node = Node(Shape.LIST if char == "[" else Shape.MAP, self.offset + at, self.offset + at + 1)
                if stack:
                    self.place(stack[-1], node)
                stack.append(_Open(node, CLOSERS[char]))
                at += 1
                continue
            node, at = self.leaf(char, at)
            if not stack:
                return node, at
            self.place(stack[-1], node)
            at = self.separator(stack[-1], at)

    def place(self, frame: _Open, node: Node) -> None:
        if frame.key is None:
            frame.node.items.append(node)
        else:
            self.put_dotted(frame.node, frame.key, node)
            frame.key = None

    def separator(self, frame: _Open, at: int) -> int:
        at = BLANK.match(self.text, at).end()  # type: ignore[union-attr]
        if self.text.startswith(",", at):
            return at + 1
        if self.text.startswith(frame.closer, at):
            return at
        raise _Fault(at, f"A comma or “{frame.closer}” is missing here; put it in.")

    def leaf(self, char: str, at: int) -> tuple[Node, int]:
        if char and char in "\"'":
            return self.string(char, at)
        match = TOKEN.match(self.text, at)
        if match is None:
            raise _Fault(at, "The key has no value; give it one or delete the line.")
        written, end = match.group(), match.end()
        value = _plain(written)
        if value is None:
            raise _Fault(at, f"“{written[:40]}” is no TOML value; put text in quotation marks.")
        return Node(Shape.VALUE, self.offset + at, self.offset + end, value), end

    def string(self, quote: str, at: int) -> tuple[Node, int]:
        text = self.text
        if text.startswith(quote * 3, at):
            end = self.multiline_end(quote, at + 3)
        else:
            match = (BASIC if quote == '"' else LITERAL).match(text, at)
            end = match.end() if match else -1
            if quote == '"' and end - at > LONG_STRING and SOUND.fullmatch(text, at, end):
                self.long.append((at, end))
                return self.sound(at, end), end
        if end < 0:
            raise _Fault(at, "A quotation mark is opened here and never closed; close it.")
        pieces = basic_pieces if quote == '"' else literal_pieces
        value = written_text(pieces, text, at, end)
        return Node(Shape.TEXT, self.offset + at, self.offset + end, value, pieces), end

    def sound(self, at: int, end: int) -> Node:
        """A long sound string: but for `\\U`, its escapes are those of JSON, whose reader is in C."""
        text = self.text
        if text.find("\\u", at, end) < 0 and text.find("\\U", at, end) < 0:
            value, _ = scanstring(text, at + 1, False)
        else:
            value = ESCAPE.sub(_meaning, text[at + 1 : end - 1])
        return Node(Shape.TEXT, self.offset + at, self.offset + end, value, basic_pieces)

    def multiline_end(self, quote: str, at: int) -> int:
        text, close = self.text, quote * 3
        while True:
            found = text.find(close, at)
            if found < 0:
                return -1
            if quote == '"':
                escapes = len(text[at:found]) - len(text[at:found].rstrip("\\"))
                if escapes % 2:
                    at = found + 1
                    continue
            end = found + 3
            while end < len(text) and text[end] == quote and end < found + 5:
                end += 1
            return end


def _plain(written: str) -> Any:
    if written in ("true", "false"):
        return written == "true"
    if INTEGER.fullmatch(written):
        digits = written.replace("_", "")
        return int(digits, 0) if digits[:2].lower() in ("0x", "0o", "0b") else int(digits)
    if FLOAT.fullmatch(written):
        return float(written.replace("_", ""))
    moment = read_date(written)
    if moment is not None:
        return moment
    return written if re.fullmatch(r"\d\d:\d\d:\d\d(?:\.\d{1,9})?", written) else None
