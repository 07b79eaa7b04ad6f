"""YAML with places: the C parser's events made into nodes, values by the YAML 1.2 core schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from msgspec import Struct

from presslint.model.document import Problem
from presslint.model.regex import regex
from presslint.model.source import Span
from presslint.reading.tree import Entry, Node, Piece, Pieces, Shape

MAX_DEPTH = 100  # levels; nobody writes as many
MAX_NODES = 200_000  # aliases included, so that a few lines cannot stand for a million values

INTEGER = regex(r"[-+]?[0-9]{1,300}|0o[0-7]{1,300}|0x[0-9a-fA-F]{1,300}")
FLOAT = regex(
    r"[-+]?(?:\.[0-9]{1,300}|[0-9]{1,300}(?:\.[0-9]{0,300})?)(?:[eE][-+]?[0-9]{1,9})?|[-+]?\.inf|\.nan", re.I
)
DATE = regex(
    r"(\d{4})-(\d\d?)-(\d\d?)"
    r"(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?"
    r"(?:[ \t]*(?:(Z|z|UTC|GMT)|([-+])(\d\d?):?(\d\d)?))?)?"
)
CORE: dict[str, Any] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
NULLS = frozenset(("", "~", "null", "Null", "NULL"))

BREAK = regex(r"\r\n|\r|\n")
TOLD_INDENT = regex(r"[|>][+-]?([1-9])")
# white space around line breaks: what YAML folds into one space, or into the blank lines between
FOLD = regex(r"[ \t]*(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*[ \t]*")
SINGLE = regex(r"''|" + FOLD.pattern)
DOUBLE = regex(
    r"\\(?:(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*[ \t]*"
    r"|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)|" + FOLD.pattern
)
ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def scalar_value(text: str) -> tuple[Shape, Any]:
    """What a plain scalar is: `no`, `12:30` and `010x` stay text, `010` is 10, dates are dates."""
    if text in NULLS:
        return Shape.NULL, None
    if text in CORE:
        return Shape.VALUE, CORE[text]
    first = text[0]
    if first in "0123456789+-.":
        if INTEGER.fullmatch(text):
            base = {"0o": 8, "0x": 16}.get(text[:2], 10)
            return Shape.VALUE, int(text, base) if base == 10 else int(text[2:], base)
        if FLOAT.fullmatch(text):
            return Shape.VALUE, float(text.replace(".inf", "inf").replace(".nan", "nan"))
        moment = read_date(text)
        if moment is not None:
            return Shape.VALUE, moment
    return Shape.TEXT, text


def read_date(text: str) -> date | datetime | None:
    """An ISO-like date or time stamp, zone optional; None for other text and for impossible dates."""
    match = DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, fraction, utc, sign, zone_hours, zone_minutes = match.groups()
    try:
        if hour is None:
            return date(int(year), int(month), int(day))
        zone = UTC if utc else None
        if sign:
            shift = timedelta(hours=int(zone_hours), minutes=int(zone_minutes or 0))
            zone = timezone(-shift if sign == "-" else shift)
        micro = int((fraction or "").ljust(6, "0")[:6])
        moment = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0), micro)
        return moment.replace(tzinfo=zone)
    except ValueError:
        return None


# -- how the text of a scalar was written ---------------------------------------------------------


def _folded(match: re.Match[str]) -> str:
    breaks = len(BREAK.findall(match.group()))
    return " " if breaks == 1 else "\n" * (breaks - 1)


def _stretches(pattern: re.Pattern[str], text: str, start: int, end: int, meaning: Any) -> Iterator[Piece]:
    """The characters between matches one to one, each match as a block of what it means."""
    at = start
    for match in pattern.finditer(text, start, end):
        if match.start() > at:
            yield at, match.start(), None
        yield match.start(), match.end(), meaning(match)
        at = match.end()
    if at < end:
        yield at, end, None


def plain_pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    return _stretches(FOLD, text, start, end, _folded)


def single_pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    return _stretches(
        SINGLE, text, start + 1, end - 1, lambda match: "'" if match.group() == "''" else _folded(match)
    )


def _unescaped(match: re.Match[str]) -> str:
    written = match.group()
    if written[0] != "\\":
        return _folded(match)
    mark = written[1]
    if mark in "\r\n":
        return "\n" * (len(BREAK.findall(written)) - 1)
    if mark in "xuU":
        return chr(int(written[2:], 16)) if len(written) > 2 else written
    return ESCAPES.get(mark, mark)


def double_pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    return _stretches(DOUBLE, text, start + 1, end - 1, _unescaped)


def block_pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """A literal (`|`) or folded (`>`) block, line by line."""
    folded = text[start] == ">"
    head = BREAK.search(text, start, end)
    if head is None:
        return
    lines = list(_lines(text, head.end(), end))
    filled = [line for line in lines if text[line[0] : line[1]].strip(" \t")]
    if not filled:
        return
    indent = _indent(text, filled[0][0])
    told = TOLD_INDENT.match(text, start)
    if told is not None:  # counted from the key
        indent = _indent(text, max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1) + int(told[1])
    blanks = 0
    previous: tuple[int, int, int] | None = None
    previous_more = False
    for left, right, after in lines:
        content = min(left + indent, right)
        if content >= right:
            blanks += 1
            continue
        more = text[content] in " \t"
        if previous is not None:
            gap = "\n" * (blanks + 1)
            if folded and not more and not previous_more:
                gap = " " if blanks == 0 else "\n" * blanks
            yield previous[1], content, gap
        yield content, right, None
        previous, previous_more, blanks = (left, right, after), more, 0
    # trailing breaks are white space at the end, which a passage does not keep


def _indent(text: str, at: int) -> int:
    """How many spaces stand at `at`."""
    end = at
    while text[end : end + 1] == " ":
        end += 1
    return end - at


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Start, end without break, start of the next line."""
    at = start
    while at < end:
        match = BREAK.search(text, at, end)
        if match is None:
            yield at, end, end
            return
        yield at, match.start(), match.end()
        at = match.end()


STYLES: dict[str | None, Pieces] = {
    '"': double_pieces,
    "'": single_pieces,
    "|": block_pieces,
    ">": block_pieces,
    None: plain_pieces,
    "": plain_pieces,
}


# -- the tree -------------------------------------------------------------------------------------


class Parsed(Struct, frozen=True):
    """A YAML document: `root` holds what was read, which ends where it is `broken`."""

    root: Node | None
    problems: list[Problem]
    broken: bool


def parse(text: str, offset: int = 0) -> tuple[Node | None, list[Problem]]:
    """The first document of `text` as a tree whose places count from `offset`, and what was wrong."""
    parsed = read(text, offset)
    return parsed.root, parsed.problems


def read(text: str, offset: int = 0) -> Parsed:
    """The first document of `text` as a tree whose places count from `offset`.

    Never raises for bad YAML: what was read before the fault comes back, with the problem.
    """
    builder = _Tree(text, offset)
    broken = True
    try:
        for event in _events(text):
            if builder.take(event):
                break
        broken = False
    except _Stop as stop:
        builder.problems.append(stop.problem)
        broken = not stop.limit
    except UnicodeEncodeError as error:
        place = Span(offset + error.start, offset + error.end)
        builder.problems.append(
            Problem(place, "The front matter holds half of a surrogate pair; type the character again.")
        )
    except Exception as error:  # ruamel.yaml raises several unrelated classes, some without a place
        builder.problems.append(_problem(error, text, offset))
    return Parsed(builder.root, builder.problems, broken)


def _events(text: str) -> Iterator[Any]:
    try:
        from _ruamel_yaml import CParser  # type: ignore[import-not-found]
    except ImportError:
        from ruamel.yaml import YAML

        yield from YAML(typ="safe", pure=True).parse(text)
        return
    parser = CParser(text)
    while parser.check_event():
        yield parser.get_event()


class _Stop(Exception):
    """A signal inside this module that reading ends here: at a fault, or at a limit that only a hostile header reaches."""

    def __init__(self, problem: Problem, limit: bool = False) -> None:
        self.problem = problem
        self.limit = limit


class _Frame:
    """A map or list that is still open; `key` is the key that waits for its value."""

    __slots__ = ("key", "node", "seen")

    def __init__(self, node: Node) -> None:
        self.node = node
        self.key: tuple[str, Span] | None = None
        self.seen: set[str] = set()


class _Tree:
    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.root: Node | None = None
        self.stack: list[_Frame] = []
        self.problems: list[Problem] = []
        self.anchors: dict[str, Node] = {}
        self.sizes: dict[int, int] = {}
        self.count = 0

    def take(self, event: Any) -> bool:
        """Put one event into the tree; True when the document is complete."""
        name = type(event).__name__
        if name == "ScalarEvent":
            self.add(self.scalar(event), event)
        elif name in ("MappingStartEvent", "SequenceStartEvent"):
            shape = Shape.MAP if name[0] == "M" else Shape.LIST
            node = Node(shape, self.place(event.start_mark), self.place(event.end_mark))
            if len(self.stack) >= MAX_DEPTH:
                message = f"The front matter nests deeper than {MAX_DEPTH} levels; flatten it."
                raise _Stop(Problem(node.span, message), limit=True)
            self.add(node, event)
            self.stack.append(_Frame(node))
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            self.stack.pop().node.end = self.place(event.end_mark)
        elif name == "AliasEvent":
            self.alias(event)
        elif name == "DocumentEndEvent":
            return True
        return False

    def place(self, mark: Any) -> int:
        return self.offset + int(mark.index)

    def scalar(self, event: Any) -> Node:
        start, end = self.place(event.start_mark), self.place(event.end_mark)
        style = event.style or None
        if style == "|" or style == ">":  # the parser counts the lines after a block to it
            end = start + len(self.text[start - self.offset : end - self.offset].rstrip())
        if style is not None or (event.tag and event.tag.endswith(":str")):
            return Node(Shape.TEXT, start, end, event.value, STYLES[style])
        shape, value = scalar_value(event.value)
        return Node(shape, start, end, value, plain_pieces)

    def add(self, node: Node, event: Any) -> None:
        self.count += 1
        if self.count > MAX_NODES:
            message = f"The front matter holds more than {MAX_NODES:,} values; cut it down."
            raise _Stop(Problem(node.span, message), limit=True)
        anchor = getattr(event, "anchor", None)
        if anchor:
            self.anchors[anchor] = node
        if not self.stack:
            self.root = node
            return
        frame = self.stack[-1]
        if frame.node.shape is Shape.LIST:
            frame.node.items.append(node)
        elif frame.key is None:
            frame.key = (str(event.value) if node.shape in _LEAVES else "", node.span)
        else:
            key, span = frame.key
            frame.key = None
            if key in frame.seen:
                self.problems.append(_twice(key, span, frame.node))
            frame.seen.add(key)
            frame.node.entries.append(Entry(key, span, node))

    def alias(self, event: Any) -> None:
        target = self.anchors.get(event.anchor)
        start, end = self.place(event.start_mark), self.place(event.end_mark)
        if target is None:
            raise _Stop(
                Problem(Span(start, end), f"The alias “*{event.anchor}” has no anchor; write the value out.")
            )
        if any(frame.node is target for frame in self.stack):
            raise _Stop(
                Problem(
                    Span(start, end),
                    f"The alias “*{event.anchor}” stands inside itself; write the value out.",
                )
            )
        self.count += self.size(target)
        self.add(target, event)

    def size(self, node: Node) -> int:
        """Values under a node, each alias counted in full; children are always finished first."""
        known = self.sizes.get(id(node))
        if known is None:
            inside = [*node.items, *(entry.node for entry in node.entries)]
            known = 1 + sum(self.size(inner) for inner in inside)
            self.sizes[id(node)] = known
        return known


_LEAVES = (Shape.TEXT, Shape.VALUE, Shape.NULL)


def _problem(error: Exception, text: str, offset: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None)
    if mark is None or (opened is not None and "end of stream" in str(getattr(error, "problem", ""))):
        mark = opened  # what is never closed is mended where it opens
    control = CONTROL.search(text) if mark is None else None
    at = min(int(mark.index), len(text)) if mark is not None else control.start() if control else 0
    line_end = BREAK.search(text, at)
    end = line_end.start() if line_end else len(text)
    place = Span(offset + at, offset + max(end, at))
    reason = str(getattr(error, "problem", None) or "it holds a character that YAML does not allow")
    return Problem(place, advice(reason, text, at))


CONTROL = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# what the parser says, and what to do about it
ADVICE = {
    "could not find expected ':'": "A line here is no “key: value”; write a colon after its key, or indent it.",
    "expected ',' or ']'": "A list that opens with “[” is not closed; close it with “]”.",
    "expected ',' or '}'": "A map that opens with “{” is not closed; close it with “}”.",
    "did not find expected node content": "A bracket opens here and nothing closes it; close it.",
    "did not find expected key": "This line does not line up with the keys above; give it their indentation.",
    "expected '-' indicator": "This line does not line up with the list above; give it its dash and indentation.",
    "block sequence entries are not allowed": "A list begins in the middle of a line; put its dash on a line of its own.",
    "unknown escape character": "A backslash in double quotation marks is read as an escape; double it, "
    "or use single quotation marks.",
    "expected hexdecimal": "A backslash in double quotation marks is read as an escape; double it, "
    "or use single quotation marks.",
    "expected the document start": "Something follows the end of the keys; delete it or give it a key.",
    "<document start>": "Something follows the end of the keys; delete it or give it a key.",
    "does not allow": "It holds a control character, which YAML does not allow; delete it.",
    "control characters": "It holds a control character, which YAML does not allow; delete it.",
}


def advice(reason: str, text: str, at: int) -> str:
    """What went wrong in words that a writer can act on."""
    start = text.rfind("\n", 0, at) + 1
    line, before = text[start:].partition("\n")[0], text[start:at].rstrip()
    if "\t" in line[: len(line) - len(line.lstrip())] or (
        "that cannot start any token" in reason and "\t" in line
    ):
        return "A tab stands where YAML wants spaces; replace the tab by spaces."
    if "mapping values are not allowed" in reason:
        if ":" in before:
            return "A second colon follows on this line; put the value in quotation marks."
        return "This line is indented below a key that has its value already; give it the indentation of the keys."
    if "did not find expected key" in reason and before.endswith(("'", '"')):
        return (
            "Words follow the closing quotation mark; put the whole value in quotation marks, "
            "and those inside it in curly ones."
        )
    if "did not find expected key" in reason and before.endswith(("]", "}")):
        return "Something follows the closing bracket; delete it, or put the value in quotation marks."
    if "end of stream" in reason:
        return "A quotation mark is opened and never closed; close it."
    if "cannot start any token" in reason:
        return f"A value may not begin with “{text[at : at + 1]}”; put the value in quotation marks."
    for mark, words in ADVICE.items():
        if mark in reason:
            return words
    return (
        f"The front matter is not valid YAML ({reason}); mend this line or put the value in quotation marks."
    ).replace("'", "")


def _twice(key: str, span: Span, among: Node) -> Problem:
    """A key that stands twice, told where one of the two can go."""
    former = next(entry for entry in reversed(among.entries) if entry.key == key)
    if former.node.shape in _LEAVES and former.node.value in (None, ""):
        return Problem(
            former.key_span, f"The key “{key}” stands twice, here without a value; delete this one."
        )
    return Problem(span, f"The key “{key}” stands twice, and only the last one counts; delete one.")
