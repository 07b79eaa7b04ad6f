"""Text and YAML that people write for presslint (configs, rules, baselines): read, or refused in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from presslint.model.errors import PresslintError
from presslint.model.regex import regex
from presslint.model.source import Source, SourceError

if TYPE_CHECKING:
    from presslint.reading.tree import Entry, Node

LARGEST = 1_000_000  # characters; nobody writes more, and what is larger was not written for us
HEAVIEST = 256 << 20  # bytes; a baseline of a million findings
DEEPEST = 64  # levels, those that aliases add included
Lines = dict[tuple[str | int, ...], int]
COMMENT = regex(r"^[ \t]*#.*$", re.MULTILINE)


class Unusable(PresslintError):
    """A file that cannot be used; who asked for it adds its name. `reason` is a clause."""

    def __init__(self, reason: str, line: int | None = None):
        super().__init__(reason, line=line)


def read_text(path: Path) -> str:
    """The text of a file, by its byte-order mark or as UTF-8. Raises Unusable."""
    try:
        if path.exists() and not path.is_file():
            raise Unusable("cannot be read: it is no file")
        if path.stat().st_size > HEAVIEST:
            raise Unusable(f"cannot be read: it is larger than {HEAVIEST:,} bytes")
        return text_of(path.read_bytes())
    except OSError as error:
        raise Unusable(f"cannot be read: {error.strerror or error}") from None


def text_of(data: bytes) -> str:
    """The same for bytes at hand."""
    try:
        return Source.decode(data).text
    except SourceError as error:
        reason = error.reason.partition(" or name its encoding")[0]
        raise Unusable(f"cannot be read: {reason}", error.line) from None


def parse_yaml(text: str) -> Node | None:
    """The one document of a file, None where it is empty. Raises Unusable."""
    from presslint.reading.yamltext import parse

    if len(text) > LARGEST:
        raise Unusable(f"has {len(text):,} characters, and {LARGEST:,} are read at most; cut it down")
    root, problems = parse(text)
    source = Source(text)
    if problems:
        said = problems[0].message.replace("he front matter", "he file").rstrip(".")
        raise Unusable(f"{said[0].lower()}{said[1:]}", source.position(problems[0].span.start).line)
    if root is not None:
        rest = COMMENT.sub("", text[root.end :]).strip()
        if rest.removeprefix("...").strip():
            line = source.position(len(text) - len(text[root.end :].lstrip())).line
            raise Unusable("a second document begins here; keep one of them", line)
    return root


def plain(root: Node, text: str) -> tuple[Any, Lines]:
    """A tree as plain Python, with the line of each key and entry. Raises Unusable."""
    source, lines = Source(text), Lines()

    def value(node: Node, place: tuple[str | int, ...]) -> Any:
        if len(place) > DEEPEST:
            raise Unusable(f"nests deeper than {DEEPEST} levels; flatten it", lines.get(place))
        if node.shape.value == "map":
            result: dict[str, Any] = {}
            for entry in _merged(node):
                if not entry.key:
                    line = source.position(entry.key_span.start).line
                    raise Unusable("a key of one word is missing here; write it before the colon", line)
                here = (*place, entry.key)
                lines[here] = source.position(entry.key_span.start).line
                result[entry.key] = value(entry.node, here)
            return result
        if node.shape.value == "list":
            for number, item in enumerate(node.items):
                lines[(*place, number)] = source.position(item.start).line
            return [value(item, (*place, number)) for number, item in enumerate(node.items)]
        return node.value

    return value(root, ()), lines


def _merged(node: Node) -> Iterator[Entry]:
    """The entries of a map; those of the maps under `<<` come first, so that its own win."""
    for entry in node.entries:
        if entry.key == "<<":
            for base in entry.node.items or [entry.node]:
                yield from base.entries
    yield from (entry for entry in node.entries if entry.key != "<<")
