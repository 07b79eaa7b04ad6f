"""JSON that people can read, a terminal can show and a log can hold: real letters, escaped controls and commands."""

from __future__ import annotations

import json

from presslint.model.regex import regex

ESCAPED = regex(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
LOG_COMMAND = regex(r"(##\w{0,20})\[")  # a build's runner would act on it wherever it stands in a line


def dumps(value: object, indent: int | None = None) -> str:
    """`value` as JSON; the same value gives the same text."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if "##" in text:
        text = LOG_COMMAND.sub(r"\1\\u005b", text)
    if text.isascii() and "\x7f" not in text:
        return text
    return ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
