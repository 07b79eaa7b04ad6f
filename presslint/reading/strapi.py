"""Strapi 4 and 5: entries of its API; version 4 wraps fields in `attributes` and relations in `data`."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.article import Article
from presslint.model.source import Source
from presslint.reading import Settings, anyjson
from presslint.reading.cmsarticle import entry
from presslint.reading.envelope import System, changed, made
from presslint.reading.tree import Node, Shape

SINGLE = True
ELSEWHERE = frozenset(("localizations", "createdBy", "updatedBy"))  # other entries, and people of the system


def read(node: Node, source: Source, settings: Settings) -> Iterator[Article]:
    fields = node.get("attributes") or node
    view = changed(
        made(fields, (found for found in fields.entries if found.key not in ELSEWHERE)), _unwrapped
    )
    if not anyjson.is_story(view, settings):
        return
    record = System(view, source, settings, "strapi")
    published = entry(fields, "publishedAt")
    if published is not None and published.node.shape is Shape.NULL:
        record.draft(fields, "publishedAt")
    name = node.get("documentId") or node.get("id")
    yield record.done(node.text("slug") or (str(name.value) if name is not None else ""))


def _unwrapped(node: Node) -> Node | None:
    """The entry in a relation of version 4."""
    inner = node.get("data")
    if inner is not None and len(node.entries) <= 2:
        if inner.shape is Shape.MAP:
            return inner.get("attributes") or inner
        if inner.shape is Shape.LIST:
            found = Node(Shape.LIST, inner.start, inner.end)
            found.items = [item.get("attributes") or item for item in inner.items]
            return found
    return None
