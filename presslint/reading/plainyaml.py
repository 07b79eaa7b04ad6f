"""The YAML of nearly every header, read line by line: maps and lists of words, quoted strings and blocks.

It takes half of the time that the parser takes, and a run on one file does not even load that. It
reads only what it understands to the letter; a header with anything else in it is left to the parser.
A test holds the two against each other.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from presslint.model.regex import regex
from presslint.model.source import Span
from presslint.reading.tree import Entry, Node, Shape, written_text
from presslint.reading.yamltext import STYLES, plain_pieces, scalar_value

MOST_LINES = 20_000
MOST_VALUES = 100_000  # the parser stops at twice as many, and says so
DEEPEST = 50  # levels; the parser stops at twice as many
LONGEST_KEY = 200  # characters; the parser takes no more than a thousand

# what is no text to the parser, or breaks lines in its eyes only
FOREIGN = regex(
    r"[^\r\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|\r(?!\n)"
    r"|^(?:---|\.\.\.)",
    re.M,
)
KEY = r"[^\W\d][\w.-]*+(?:\ [\w.-]++)*+"
# a scalar without quotes: no colon before a space, no comment; in brackets no comma either
REST = r"(?:[^ \r\n:\#]++|:(?=[^ \r\n])|(?<=[^ \n])\#|\ +(?=[^ \r\n\#]))*+"
BARE = rf"(?:[^ \r\n\-?:,\[\]{{}}\#&*!|>'\"%@`]|-(?=[^ \r\n-])){REST}"
SINGLE = r"'[^']*+(?:''[^']*+)*+'"
# half of a surrogate pair is no character, and no character is beyond U+10FFFF
ESCAPED = (
    r'[0abtnvfre"/\\N_LP\ ]|\r?\n|x[0-9a-fA-F]{2}'
    r"|(?:u|U0000)(?![dD][89a-fA-F])[0-9a-fA-F]{4}|U00(?:0[1-9a-fA-F]|10)[0-9a-fA-F]{4}"
)
DOUBLE = rf'"[^"\\]*+(?:\\(?:{ESCAPED})[^"\\]*+)*+"'
LISTED = (
    r"(?:[^ \r\n\-?:,\[\]{}\#&*!|>'\"%@`](?:[^ \r\n:\#,\[\]{}]|\ +(?=[^ \r\n\#,\[\]{}]))*+"
    r"|\"[^\"\\\r\n]*+\"|'[^'\r\n]*+')"
)
LIST = rf"\[[ \r\n]*+(?:{LISTED}(?:[ \r\n]*,[ \r\n]*{LISTED})*+[ \r\n]*,?)?[ \r\n]*\]"
END = r"\ *(?:(?<=\ )\#[^\n]*)?(?:\r?\n|\Z)"
NOTHING = regex(r"(?:\ *(?:\#[^\n]*)?(?:\r?\n|\Z))*")
ABOVE = r"(?:\ *(?:\#[^\n]*)?\r?\n)*+"  # blank lines and comments
OPENS = rf"(?P<indent>\ *)(?:(?P<dash>-)\ +)?(?:(?P<key>{KEY}):(?=[ \r\n]|\Z)\ *)?+"
BLOCK = r"(?P<block>[|>][+-]?(?=\ *(?:\r?\n|\Z)))"
SCALAR = rf"(?P<bare>{BARE})|(?P<single>{SINGLE})|(?P<double>{DOUBLE})"
LINE = regex(rf"{ABOVE}{OPENS}(?:{SCALAR}|(?P<list>{LIST})|{BLOCK})?+{END}", re.VERBOSE)
# a line that goes on with the words of the line before
GOES_ON = regex(rf"(?:\ *\r?\n)*+(?P<indent>\ +)(?P<words>(?=[^ \r\n\#]){REST}){END}", re.VERBOSE)
IN_BRACKETS = regex(LISTED)
BLOCK_LINE = regex(r"(\ *)([^\r\n]*)(?:\r?(\n)|\Z)")


class _Doubt(Exception):
    """A signal inside this module: something that the parser has to look at."""


def read(text: str, offset: int) -> Node | None:
    """The header as a map whose places count from `offset`; None where the parser has to look."""
    lines = text.count("\n")
    if lines > MOST_LINES or lines + text.count(",") > MOST_VALUES or FOREIGN.search(text):
        return None
    try:
        return _Reader(text, offset).read()
    except _Doubt:
        return None


class _Level:
    """A map or list that is still open, and the column in which its keys or dashes stand."""

    __slots__ = ("column", "keys", "node")

    def __init__(self, node: Node, column: int) -> None:
        self.node = node
        self.column = column
        self.keys: set[str] = set()


class _Reader:
    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.levels: list[_Level] = []
        self.waiting: Node | None = None  # the value of a key behind which nothing stands so far

    def read(self) -> Node | None:
        text, at = self.text, 0
        while at < len(text):
            line = LINE.match(text, at)
            if line is None or line.lastgroup == "indent":
                if NOTHING.fullmatch(text, at):
                    break
                raise _Doubt
            at = self.take(line)
        for level in self.levels:
            level.node.end = self.offset + len(text)
        return self.levels[0].node if self.levels else None

    def take(self, line: re.Match[str]) -> int:
        """Put what begins on a line into the tree; where the next line begins."""
        begin = line.end("indent")
        column = begin - line.start("indent")
        if line["dash"] is None and line["key"] is None:
            return self.below(line, column)
        self.enter(Shape.MAP if line["dash"] is None else Shape.LIST, column, begin)
        if line["key"] is None:
            level = self.levels[-1]
            node, at = self.value(line, level.column)
            level.node.items.append(node)
            return at
        if line["dash"] is not None:
            start = line.start("key")
            inner = Node(Shape.MAP, self.offset + start, 0)
            self.levels[-1].node.items.append(inner)
            self.push(inner, column + start - begin)
        return self.entry(line)

    def below(self, line: re.Match[str], column: int) -> int:
        """The value of the key above, which stands on a line of its own."""
        if self.waiting is None or column <= self.levels[-1].column or line["block"] is not None:
            raise _Doubt
        level, self.waiting = self.levels[-1], None
        node, at = self.value(line, level.column)
        level.node.entries[-1] = replace(level.node.entries[-1], node=node)
        return at

    def enter(self, shape: Shape, column: int, begin: int) -> None:
        """Close what a line in this column ends, and open the map or list that begins with it."""
        waiting, self.waiting = self.waiting, None
        levels = self.levels
        if not levels:
            if shape is Shape.LIST or column:
                raise _Doubt
            self.push(Node(Shape.MAP, self.offset + begin, 0), column)
            return
        top = levels[-1].column
        if waiting is not None and (column > top or (column == top and shape is Shape.LIST)):
            waiting.shape, waiting.start, waiting.pieces = shape, self.offset + begin, None
            self.push(waiting, column)
            return
        while levels and (
            levels[-1].column > column or (levels[-1].column == column and levels[-1].node.shape is not shape)
        ):
            levels.pop().node.end = self.offset + begin
        if not levels or levels[-1].column != column:
            raise _Doubt

    def push(self, node: Node, column: int) -> None:
        if len(self.levels) == DEEPEST:
            raise _Doubt
        self.levels.append(_Level(node, column))

    def entry(self, line: re.Match[str]) -> int:
        """Put a key and its value into the map that is open."""
        level, key = self.levels[-1], line["key"]
        start, end = line.span("key")
        if key in level.keys or len(key) > LONGEST_KEY:
            raise _Doubt
        level.keys.add(key)
        if line.lastgroup == "key":
            behind = self.offset + end + 1
            node = self.waiting = Node(Shape.NULL, behind, behind, None, plain_pieces)
            at = line.end()
        else:
            node, at = self.value(line, level.column)
        level.node.entries.append(Entry(key, Span(self.offset + start, self.offset + end), node))
        return at

    # -- values -----------------------------------------------------------------------------------

    def value(self, line: re.Match[str], column: int) -> tuple[Node, int]:
        """What stands on a line behind its key or dash, and where the next line begins.

        `column` is that of the keys or dashes around it: the value goes on where lines are indented deeper.
        """
        form = line.lastgroup
        if form == "bare":
            return self.bare(line, column)
        if form == "block":
            return self.block(line, column)
        start, end = line.span(form) if form else (0, 0)
        if form == "list":
            return self.listed(start, end), line.end()
        if form not in ("single", "double"):
            raise _Doubt
        return self.quoted(start, end), line.end()

    def bare(self, line: re.Match[str], column: int) -> tuple[Node, int]:
        """Words without quotation marks, with the lines that go on with them."""
        text = self.text
        start, end = first = line.span("bare")
        at = line.end()
        while text.startswith((" ", "\n", "\r"), at) and text.find("#", end, at) < 0:
            more = GOES_ON.match(text, at)
            if more is None or more.end("indent") - more.start("indent") <= column:
                break
            end, at = more.end("words"), more.end()
        written = text[start:end]
        if end > first[1]:
            written = written_text(plain_pieces, text, start, end)
        shape, value = scalar_value(written)
        return Node(shape, self.offset + start, self.offset + end, value, plain_pieces), at

    def quoted(self, start: int, end: int) -> Node:
        """A string in quotation marks, its escapes read and its line breaks folded."""
        text = self.text
        pieces = STYLES[text[start]]
        value = text[start + 1 : end - 1]
        if "\n" in value or ("\\" if text[start] == '"' else "''") in value:
            value = written_text(pieces, text, start, end)
        return Node(Shape.TEXT, self.offset + start, self.offset + end, value, pieces)

    def listed(self, start: int, end: int) -> Node:
        """A list in brackets."""
        node = Node(Shape.LIST, self.offset + start, self.offset + end)
        for item in IN_BRACKETS.finditer(self.text, start + 1, end - 1):
            left, right = item.span()
            if self.text[left] in "\"'":
                node.items.append(self.quoted(left, right))
            else:
                shape, value = scalar_value(item[0])
                node.items.append(Node(shape, self.offset + left, self.offset + right, value, plain_pieces))
        return node

    def block(self, line: re.Match[str], column: int) -> tuple[Node, int]:
        """A literal (`|`) or folded (`>`) block: the lines below that are indented deeper."""
        text = self.text
        start, at = line.start("block"), line.end()
        style, keep = line["block"][0], line["block"][1:]
        rows, end = self.rows(at, column)
        value = _joined(rows, style == ">", keep)
        stop = start + len(text[start:end].rstrip())
        return Node(Shape.TEXT, self.offset + start, self.offset + stop, value, STYLES[style]), end

    def rows(self, at: int, column: int) -> tuple[list[tuple[str, str]], int]:
        """The lines of a block without their indentation, each with its break, and where the block ends."""
        text, indent, deepest = self.text, 0, 0
        rows: list[tuple[str, str]] = []
        while at < len(text):
            found = BLOCK_LINE.match(text, at)
            if found is None:
                raise _Doubt
            blanks, words, ending = found.groups()
            if not indent:
                deepest = max(deepest, len(blanks))
                if words:
                    indent = len(blanks)
                    if indent < deepest:  # blank lines that reach further than the first line
                        raise _Doubt
                    if indent <= column:
                        break
            elif words and len(blanks) < indent:
                break
            rows.append((text[at + indent : found.end(2)] if indent else "", ending or ""))
            at = found.end()
        return rows, at


def _joined(rows: list[tuple[str, str]], folded: bool, keep: str) -> str:
    """The text of a block, as YAML folds its lines and cuts its end."""
    value: list[str] = []
    ended = blanks = ""  # the break of the last line with words, and those of the empty lines since
    was_blank = True
    for words, ending in rows:
        if not words:
            blanks += ending
            continue
        is_blank = words[0] == " "
        if folded and ended and not was_blank and not is_blank:
            value.append(blanks or " ")
        else:
            value += (ended, blanks)
        value.append(words)
        was_blank, ended, blanks = is_blank, ending, ""
    if keep != "-":
        value.append(ended)
    if keep == "+":
        value.append(blanks)
    return "".join(value)
