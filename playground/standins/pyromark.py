"""Stands in for pyromark where it has no build for the browser: the events of its `events_with_range`.

They are made by micromark; the page registers the module `presslint_parsers` in JavaScript, tests bring one that
asks Node. Only what presslint's reader of Markdown calls is here.
"""

import json
from collections.abc import Iterator
from enum import IntFlag
from typing import Any

import presslint_parsers  # type: ignore[import-not-found]

LONE = ("Rule", "SoftBreak", "HardBreak")  # events without a value are their name


class Options(IntFlag):
    """What pyromark can be asked for; the stand-in always reads with these, and with no other."""

    ENABLE_TABLES = 1
    ENABLE_FOOTNOTES = 2
    ENABLE_STRIKETHROUGH = 4
    ENABLE_TASKLISTS = 8
    ENABLE_HEADING_ATTRIBUTES = 16
    ENABLE_GFM = 32


def events_with_range(markdown: str, /, *, options: Options) -> Iterator[tuple[Any, dict[str, int]]]:
    """The events of a document with their places in bytes; half of a surrogate pair is a UnicodeEncodeError."""
    markdown.encode()
    return _events(json.loads(presslint_parsers.markdown(markdown)))


def _events(found: list[tuple[str, Any, int, int]]) -> Iterator[tuple[Any, dict[str, int]]]:
    for name, value, start, end in found:
        yield name if name in LONE else {name: value}, {"start": start, "end": end}


def reference_definitions(markdown: str, /, *, options: Options) -> dict[str, dict[str, Any]]:
    """The link reference definitions of a document, in its order; of labels that are alike the first."""
    return {
        each["label"]: {
            "dest": each["dest"],
            "title": each["title"],
            "span": {"start": each["start"], "end": each["end"]},
        }
        for each in json.loads(presslint_parsers.definitions(markdown))
    }
