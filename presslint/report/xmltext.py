"""Text as XML 1.0 can carry it: markup escaped, characters that no XML file may hold replaced."""

from __future__ import annotations

from presslint.model.regex import regex

ILLEGAL = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
ATTRIBUTE = {**TEXT, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
# what the runner of a build would act on, anywhere in a line and at its beginning
LOG_COMMAND = regex(r"(##\w{0,20})\[")
LINE_COMMAND = regex(r"(?m)^(\s{0,200})::")
_TEXT, _ATTRIBUTE = str.maketrans(TEXT), str.maketrans(ATTRIBUTE)


def _escaped(text: str, table: dict[int, str]) -> str:
    return LOG_COMMAND.sub(r"\1&#91;", ILLEGAL.sub("\ufffd", text).translate(table))


def content(text: str) -> str:
    """`text` between tags."""
    return LINE_COMMAND.sub(r"\1&#58;:", _escaped(text, _TEXT))


def attributes(**values: object) -> str:
    """` name="value"` for each value that is not None, in the order given."""
    return "".join(
        f' {name}="{_escaped(str(value), _ATTRIBUTE)}"' for name, value in values.items() if value is not None
    )
