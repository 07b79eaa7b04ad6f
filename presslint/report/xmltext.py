"""Text as XML 1.0 can carry it: markup escaped, characters that no XML file may hold replaced."""

from __future__ import annotations

from presslint.model.regex import regex

ILLEGAL = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
ATTRIBUTE = {**TEXT, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
_TEXT, _ATTRIBUTE = str.maketrans(TEXT), str.maketrans(ATTRIBUTE)


def content(text: str) -> str:
    """`text` between tags."""
    return ILLEGAL.sub("\ufffd", text).translate(_TEXT)


def attributes(**values: object) -> str:
    """` name="value"` for each value that is not None, in the order given."""
    return "".join(
        f' {name}="{ILLEGAL.sub(chr(0xFFFD), str(value)).translate(_ATTRIBUTE)}"'
        for name, value in values.items()
        if value is not None
    )
