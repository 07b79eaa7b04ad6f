"""What a parser gives, written so that two parsers can be compared: where they only cut text elsewhere, it is one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Event = tuple[str, Any, int, int]
WRITTEN = ("Text", "Html")  # pieces that are joined where one ends and the next begins


def of_markdown(found: Iterable[tuple[Any, Any]], text: str) -> list[Event]:
    """Events of pyromark: pieces joined, white space at the end of a block and of code left out."""
    data = text.encode()
    events: list[Event] = []
    for event, reach in found:
        start, end = reach["start"], reach["end"]
        if isinstance(event, str):
            events.append((event, None, start, _end(data, start, end) if event == "Rule" else end))
            continue
        ((name, value),) = event.items()
        if name in WRITTEN:
            if start < end:
                _join(events, data, name, value.replace("\r\n", "\n"), start, end)
            continue
        if name in ("Start", "End"):
            value, end = _block(value, _end(data, start, end))
            if value == "TableCell" and start == end:
                start = end = 0  # a cell that is not there
        events.append((name, value, start, end))
    return events


def _end(data: bytes, start: int, end: int) -> int:
    return max(start, len(data[:end].rstrip()))


def _block(value: Any, end: int) -> tuple[Any, int]:
    kind = value if isinstance(value, str) else next(iter(value))
    if kind == "Heading" and isinstance(value["Heading"], dict):
        detail = value["Heading"]
        value = ("Heading", detail["level"], detail["id"], tuple(detail["classes"]))
    elif kind == "Table" and not isinstance(value, str):
        value = ("Table", tuple(value["Table"]))
    elif kind in ("CodeBlock", "List", "Item"):
        end = 0  # the reader asks their pieces, or the lines between them, where they end
    return value, end


def _join(events: list[Event], data: bytes, name: str, value: str, start: int, end: int) -> None:
    last = events[-1] if events else ("", None, 0, 0)
    is_written = data[start:end].decode().replace("\r\n", "\n") == value
    before = data[last[2] : last[3]].decode().replace("\r\n", "\n")
    if is_written and last[0] == name and last[3] == start and last[1] == before:
        events[-1] = (name, last[1] + value, last[2], end)
    else:
        events.append((name, value, start, end))


def of_html(tokens: Iterable[Any]) -> list[tuple[Any, ...]]:
    """Tokens of turbohtml: text and references joined, which are cut elsewhere where a reference has no semicolon."""
    found: list[tuple[Any, ...]] = []
    for token in tokens:
        kind = int(token.type)
        if kind in (0, 5):
            data = (token.data or "").replace("\0", "\ufffd")
            if found and found[-1][0] == 0:
                found[-1] = (*found[-1][:3], found[-1][3] + data)
            else:
                found.append((0, token.line, token.col, data))
        else:
            attributes = [tuple(pair) for pair in token.attrs or ()]
            said = token.data if kind == 3 else None
            found.append((kind, token.line, token.col, token.tag, attributes, said, token.source))
    return found
