"""JSON of no known CMS: an object with a title and a body under any of the names they go by."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.article import Article
from presslint.model.source import Source
from presslint.reading import Settings
from presslint.reading.cmsarticle import MARKUP, Record
from presslint.reading.fields import fold_key
from presslint.reading.tree import Entry, Node, Shape

SINGLE = True
TITLES = ("headline", "title", "hed", "name", "heading")
BODIES = (
    "bodyhtml", "contenthtml", "html", "body", "content", "articlebody", "text", "fulltext", "story",
    "markdown", "article", "bodytext",
)  # fmt: skip


def title(node: Node) -> Entry | None:
    """The entry that holds the headline."""
    return _first(node, TITLES)


def body(node: Node) -> Entry | None:
    """The entry that holds the text."""
    return _first(node, BODIES)


def _first(node: Node, keys: tuple[str, ...]) -> Entry | None:
    by_key = {fold_key(found.key): found for found in node.entries if found.node.shape is Shape.TEXT}
    return next((by_key[key] for key in keys if key in by_key), None)


def read(node: Node, source: Source, settings: Settings) -> Iterator[Article]:
    record = Record(node, source, settings, "json")
    found = body(node)
    rest = Node(Shape.MAP, node.start, node.end)
    rest.entries = [entry for entry in node.entries if entry is not found]
    record.fields.tree(rest)
    if found is not None:
        if MARKUP.search(str(found.node.value)):
            record.html_body(found.node)
        else:
            record.text_body(found.node)
    name = node.get("id") or node.get("_id") or node.get("slug") or node.get("url")
    yield record.article(str(name.value) if name is not None and name.value is not None else "")
