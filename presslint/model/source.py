"""A file as decoded text, and the only place that turns offsets into lines, columns and bytes.

Every offset in presslint is a code point of `Source.text`, counted from 0. A byte-order mark is
not part of the text, line ends are kept as they are in the file. Reports for machines count offsets from
the start of the file, a byte-order mark included: `Source.lead` is what they add.
"""

from __future__ import annotations

import codecs
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from presslint.model.errors import FileError
from presslint.model.regex import regex

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
HEAD = 8192  # bytes that tell text from other files
NULL_SHARE = 20  # text has at most one NUL, left by some program, in so many bytes
BINARY = "looks like a binary file; presslint reads text"
WIDE = regex(r"[^\x00-\x7f]")  # more than one byte in UTF-8
LOST = "\ufffd"  # what a byte that is wrong in its encoding reads as
LINE_END = regex(r"\r\n|\r|\n")


class Span(NamedTuple):
    """A stretch of a source's text in code points, end-exclusive."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """How many characters it covers."""
        return self.end - self.start

    @property
    def last(self) -> int:
        """Its last character; of an empty one, where it stands."""
        return max(self.end - 1, self.start)

    @property
    def shown(self) -> Span:
        """The stretch that a reader is shown: of an empty one, the character behind it."""
        return Span(self.start, max(self.end, self.start + 1))

    def moved(self, by: int) -> Span:
        """The same stretch so many characters further on."""
        return Span(self.start + by, self.end + by)

    def around(self, text: str) -> tuple[str, str]:
        """The characters of a text right before and right behind it; empty at its ends."""
        return text[max(self.start - 1, 0) : self.start], text[self.end : self.end + 1]


class Position(NamedTuple):
    """A place as people name it: both numbers count from 1, columns in code points."""

    line: int
    column: int


class SourceError(FileError):
    """A file that cannot be read as text."""


class Source(Struct, frozen=True, eq=False, dict=True):
    """One file, or one record of a file, as decoded text.

    `path` is shown to people as it stands. `first_line` is the line of the file on which the text
    begins: 1, or more for a record of a JSON Lines file.
    """

    text: str
    path: str = "-"
    encoding: str = "utf-8"
    bom: bytes = b""
    first_line: int = 1

    @classmethod
    def decode(cls, data: bytes, path: str = "-", *, encoding: str = "utf-8", lossy: bool = False) -> Source:
        """Read bytes; a byte-order mark wins over `encoding`.

        Raises SourceError for binary files and for bytes that are not valid in the encoding; `lossy` reads
        each of those as U+FFFD, as browsers do.
        """
        bom = b""
        for mark, name in BOMS:
            if data.startswith(mark):
                bom, encoding = mark, name
                break
        body = data[len(bom) :]
        nulls = 0 if bom else body.count(0, 0, HEAD)
        if nulls * NULL_SHARE > min(len(body), HEAD):
            raise SourceError(path, BINARY)
        try:
            text = body.decode(encoding, "replace" if lossy else "strict")
        except UnicodeDecodeError as error:
            if nulls:
                raise SourceError(path, BINARY) from None
            line = body.count(b"\n", 0, error.start) + 1
            raise SourceError(
                path,
                f"not valid {encoding.upper()} (byte 0x{body[error.start]:02X}); "
                "save it as UTF-8 or name its encoding with --encoding",
                line,
                error.start - body.rfind(b"\n", 0, error.start),
            ) from None
        except (LookupError, UnicodeError):
            raise SourceError(path, f"unknown encoding “{encoding}”") from None
        return cls(text, path, encoding=encoding, bom=bom)

    def wrong_bytes(self, data: bytes) -> tuple[Span, int] | None:
        """Of bytes that were read with `lossy`: the first character that was lost, and how many were; None if none."""
        body = data[len(self.bom) :]
        try:
            body.decode(self.encoding)
        except UnicodeDecodeError as error:
            at = len(body[: error.start].decode(self.encoding))
            written = body.count(LOST.encode()) if self.encoding == "utf-8" else 0
            return Span(at, at + 1), max(self.text.count(LOST) - written, 1)
        return None

    @property
    def lead(self) -> int:
        """Characters of the file before the text: its byte-order mark."""
        return 1 if self.bom else 0

    def encode(self, text: str) -> bytes:
        """`text` as it would stand in this file: same encoding, same byte-order mark."""
        return self.bom + text.encode(self.encoding)

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets at which lines begin; `\\n`, `\\r\\n` and a lone `\\r` each end one line."""
        starts = [0]
        text = self.text
        if "\r" in text:
            starts += [found.end() for found in LINE_END.finditer(text)]
        else:
            at = text.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = text.find("\n", at + 1)
        return starts

    def position(self, offset: int) -> Position:
        """Line and column of an offset; the end of the text has a position too."""
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return Position(line - 1 + self.first_line, offset - starts[line - 1] + 1)

    def offset(self, line: int, column: int = 1) -> int:
        """Offset of a position, clamped to the text."""
        starts = self.line_starts
        index = min(max(line - self.first_line, 0), len(starts) - 1)
        return min(starts[index] + column - 1, len(self.text))

    @property
    def line_count(self) -> int:
        return len(self.line_starts)

    def line(self, number: int) -> str:
        """The text of a line without its line end; an empty string past the last line."""
        starts = self.line_starts
        index = number - self.first_line
        if not 0 <= index < len(starts):
            return ""
        end = starts[index + 1] if index + 1 < len(starts) else len(self.text)
        return self.text[starts[index] : end].rstrip("\r\n")

    def line_start(self, offset: int) -> int:
        """Offset at which the line of `offset` begins."""
        starts = self.line_starts
        return starts[bisect_right(starts, offset) - 1]

    def utf16_column(self, offset: int) -> int:
        """Column from 1 in UTF-16 code units, as language servers and some code hosts count."""
        before = self.text[self.line_start(offset) : offset]
        return len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1

    def byte_column(self, offset: int) -> int:
        """Column from 1 in UTF-8 bytes, as reviewdog's diagnostic format counts."""
        return len(self.text[self.line_start(offset) : offset].encode("utf-8", "surrogatepass")) + 1

    def byte_map(self, base: int = 0) -> ByteMap:
        """Offsets of this text counted in UTF-8 bytes, for parsers that speak bytes; `base` is added to each."""
        return ByteMap(self.text, base)


class ByteMap:
    """Turns UTF-8 byte offsets of a text into code points; it knows the characters of several bytes only."""

    __slots__ = ("_bytes", "_surplus")

    def __init__(self, text: str, base: int = 0) -> None:
        self._bytes: list[int] = []  # where the characters of several bytes begin
        self._surplus = [-base]  # bytes beyond one per character, before and after each of those
        if text.isascii():
            return
        surplus = 0
        for match in WIDE.finditer(text):
            char = match[0]
            self._bytes.append(match.start() + surplus)
            surplus += 1 if char < "\u0800" else 2 if char < "\U00010000" else 3
            self._surplus.append(surplus - base)

    def character(self, offset: int) -> int:
        """Code point offset of a byte offset that stands at the start of a character."""
        return offset - self._surplus[bisect_left(self._bytes, offset)]
