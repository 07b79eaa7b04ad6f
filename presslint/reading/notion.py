"""Notion: a page of its API, its properties as fields, with the blocks that were fetched for it."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.article import Article
from presslint.model.passage import Part
from presslint.model.source import Source
from presslint.reading import Settings
from presslint.reading.cmsarticle import entry, maps
from presslint.reading.envelope import System
from presslint.reading.fields import canonical
from presslint.reading.notionblocks import words
from presslint.reading.richline import RichText
from presslint.reading.tree import Entry, Node

SINGLE = True
BLOCKS = ("children", "blocks", "content", "body")
NAMED = {
    "select": ("name",),
    "status": ("name",),
    "multi_select": ("name",),
    "people": ("name",),
    "date": ("start",),
}
PLAIN = frozenset(("url", "email", "number", "checkbox", "created_time", "last_edited_time"))


def read(node: Node, source: Source, settings: Settings) -> Iterator[Article]:
    record = System(node, source, settings, "notion")
    reader = RichText(source, {})
    properties = node.get("properties")
    for found in properties.entries if properties is not None else ():
        _property(record, found, reader, settings)
    for name, key in (("published", "created_time"), ("modified", "last_edited_time")):
        record.says(name, node, key)
    archived = node.get("archived")
    if archived is not None and archived.value is True:
        return
    for key in BLOCKS:
        blocks = node.get(key)
        if blocks is not None and record.rich_body(blocks.get("results") or blocks):
            break
    if record.blocks or "headline" in record.fields:
        yield record.article(node.text("id"))


def _property(record: System, found: Entry, reader: RichText, settings: Settings) -> None:
    """Put one property under the name that its own name means; a title is the headline."""
    kind = found.node.text("type")
    value = found.node.get(kind)
    name = "headline" if kind == "title" else canonical(found.key, settings) or "extra"
    if value is None:
        return
    if kind in ("title", "rich_text"):
        passage = words(value, reader).finish(Part.FIELD).passage
        record.fields.put(name, passage, key=found.key, span=value.span, key_span=found.key_span)
    elif kind in NAMED:
        for item in maps(value):
            inner = entry(item, *NAMED[kind])
            record.put(name, inner.node if inner else None, found.key, at=found, whole=kind != "rich_text")
    elif kind in PLAIN:
        record.put(name, value, found.key, at=found)
