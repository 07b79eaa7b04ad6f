"""Places as editors count them: lines that end in a line feed, a carriage return or both, and units in a line.

pygls takes U+2028, U+0085 and form feeds for ends of lines, which no editor does and which copy out of layout
programs is full of; so what changes a document is written here.
"""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol.types import (
    Position,
    PositionEncodingKind,
    Range,
    TextDocumentContentChangeEvent,
    TextDocumentContentChangePartial,
)
from pygls.workspace import TextDocument, Workspace

from presslint.model.regex import regex

END = regex(r"\r\n|\n|\r")


class Lines:
    """A text in lines, with places in the units of an encoding."""

    def __init__(self, text: str, encoding: str = PositionEncodingKind.Utf16) -> None:
        ends = list(END.finditer(text))
        self.text = text
        self._encoding = encoding
        self._starts = [0, *(end.end() for end in ends)]
        self._ends = [*(end.start() for end in ends), len(text)]

    def position(self, offset: int) -> Position:
        """The place of a character."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line, self._units(self.text[self._starts[line] : offset]))

    def range(self, start: int, end: int) -> Range:
        """The place of a stretch."""
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """The character at a place; one behind the end of a line or of the text means that end."""
        if position.line >= len(self._starts):
            return len(self.text)
        start, end = self._starts[position.line], self._ends[position.line]
        line = self.text[start:end]
        if line.isascii() or self._encoding == PositionEncodingKind.Utf32:
            return min(start + position.character, end)
        units = 0
        for number, character in enumerate(line):
            units += self._units(character)
            if units > position.character:
                return start + number
        return end

    def _units(self, text: str) -> int:
        if text.isascii() or self._encoding == PositionEncodingKind.Utf32:
            return len(text)
        if self._encoding == PositionEncodingKind.Utf8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Document(TextDocument):
    """An open document, changed at the places that the editor means."""

    def apply_change(self, change: TextDocumentContentChangeEvent) -> None:
        if not isinstance(change, TextDocumentContentChangePartial):
            self._source = change.text
            return
        lines = self.in_lines
        start, end = lines.offset(change.range.start), lines.offset(change.range.end)
        self._source = lines.text[:start] + change.text + lines.text[max(start, end) :]

    @property
    def in_lines(self) -> Lines:
        """Its text in lines, in the units of this session."""
        return Lines(self.source, str(self.position_codec.encoding))


class Documents(Workspace):
    """The open documents of a session."""

    def _create_text_document(
        self,
        doc_uri: str,
        source: str | None = None,
        version: int | None = None,
        language_id: str | None = None,
    ) -> TextDocument:
        codec = self.position_codec
        return Document(doc_uri, source, version, language_id, position_codec=codec)
