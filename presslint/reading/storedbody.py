"""A body that stands in a value of the front matter, as content systems keep it: found, and read in place.

Nothing stands below such a header, or a line that only calls a template. The value is HTML or Markdown;
its shape tells which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from presslint.model.document import Block, Comment
from presslint.model.passage import Part
from presslint.model.regex import regex
from presslint.model.source import Source
from presslint.reading import Settings
from presslint.reading.fields import CONTAINERS, canonical, fold_key
from presslint.reading.tree import Entry, Node, Shape

# keys under which a body is kept, best first, in the spelling of `fold_key`
KEYS = (
    "rawcontent", "body", "content", "bodyhtml", "contenthtml", "html", "rawhtml", "markdown",
    "bodymarkdown", "contentmarkdown", "articlebody", "fulltext", "bodytext", "text",
)  # fmt: skip
SHORTEST = 8  # words: fewer under such a key may be the name of a template or a class
UNNAMED = 300  # characters from which a value with block markup under any other key is a body
BELOW = 12  # words that may stand below the header beside a stored body

BLOCK_TAG = regex(r"</?(?:p|div|h[1-6]|ul|ol|li|table|blockquote|section|article|br)\b[^<>]{0,2000}>", re.I)
MARKED_DOWN = regex(r"(?:^|\n)(?:#{1,6} |[-*] |\d{1,3}[.)] |> |```)|\]\([^\s)]|\*\*\w")
PARTED = regex(r"\n[ \t]*\n")


class Stored(Struct, frozen=True):
    """A body read from the front matter, and the front matter without it."""

    rest: Node
    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...]


def read(source: Source, root: Node, blocks: list[Block], settings: Settings) -> Stored | None:
    """The body in the header `root` of a source below which only `blocks` stand."""
    entry = find(root, settings)
    if entry is None or sum(block.word_count for block in blocks) > BELOW:
        return None
    passage = entry.node.passage(source, Part.PARAGRAPH)
    if is_html(passage.text):
        from presslint.reading.html import fragment

        return Stored(_without(root, entry), *fragment(passage))
    from presslint.reading.markdown import Body, wrap_regions
    from presslint.reading.placed import place_blocks, place_comments
    from presslint.reading.shortcodes import mask

    inner = Source(passage.text, source.path)
    masked = mask(inner.text)
    body = Body(inner, 0, masked)
    body.read()
    found = wrap_regions(inner, body.blocks, masked.regions)
    return Stored(_without(root, entry), place_blocks(found, passage), place_comments(body.comments, passage))


def find(root: Node, settings: Settings = Settings()) -> Entry | None:
    """The entry that holds a body; None where no value looks like one."""
    best: Entry | None = None
    rank = len(KEYS) + 1
    for entry in _texts(root):
        key, text = fold_key(entry.key), entry.node.value
        if key in KEYS and (len(text.split(None, SHORTEST)) >= SHORTEST or BLOCK_TAG.search(text)):
            place = KEYS.index(key)
        elif len(text) >= UNNAMED and canonical(entry.key, settings) is None and _has_blocks(text):
            place = len(KEYS)
        else:
            continue
        longer = best is None or len(text) > len(best.node.value)
        if place < rank or (place == rank and longer):
            best, rank = entry, place
    return best


def _texts(root: Node) -> Iterator[Entry]:
    """The texts of the first level, and of containers that add no meaning."""
    for entry in root.entries:
        if entry.node.shape is Shape.TEXT:
            yield entry
        elif entry.node.shape is Shape.MAP and fold_key(entry.key) in CONTAINERS:
            yield from (inner for inner in entry.node.entries if inner.node.shape is Shape.TEXT)


def _has_blocks(text: str) -> bool:
    return BLOCK_TAG.search(text) is not None or (
        PARTED.search(text) is not None and MARKED_DOWN.search(text) is not None
    )


def is_html(text: str) -> bool:
    """Whether a stored body is HTML; Markdown may hold tags too, but begins and parts its blocks without."""
    if BLOCK_TAG.search(text) is None:
        return False
    if text.lstrip().startswith("<"):
        return True
    return MARKED_DOWN.search(text) is None and PARTED.search(text) is None


def _without(root: Node, left_out: Entry) -> Node:
    """The header without one entry."""
    rest = Node(Shape.MAP, root.start, root.end)
    for entry in root.entries:
        if entry is left_out:
            continue
        if any(inner is left_out for inner in entry.node.entries):
            entry = Entry(entry.key, entry.key_span, _without(entry.node, left_out))
        rest.entries.append(entry)
    return rest
