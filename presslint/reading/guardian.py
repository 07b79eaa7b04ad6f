"""The Guardian's Content API: items of a search or one item, with fields and tags as far as they were asked for."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.article import Article
from presslint.model.source import Source
from presslint.reading import Settings
from presslint.reading.cmsarticle import Column, Record, entry, maps
from presslint.reading.tree import Node, Shape

SINGLE = True

COLUMNS = (
    Column("headline", "fields.headline", 0),
    Column("headline", "webTitle", 1),
    Column("dek", "fields.standfirst", 0, html=True),
    Column("description", "fields.trailText", 0, html=True),
    Column("byline", "fields.byline", 0),
    Column("published", "webPublicationDate"),
    Column("published", "fields.firstPublicationDate", 1),
    Column("modified", "fields.lastModified"),
    Column("section", "sectionName"),
    Column("language", "fields.lang"),
    Column("source", "fields.publication"),
    Column("url", "webUrl"),
)
# kinds of tags -> canonical name, preference
TAGS = {"keyword": ("tags", 0), "contributor": ("byline", 1), "tone": ("story-type", 0)}
NO_TEXT = frozenset(("gallery", "video", "audio", "picture", "crossword", "cartoon"))


def fits(node: Node) -> bool:
    """Whether an object is an item of this API."""
    return bool(node.text("webTitle")) and bool(node.text("apiUrl") or node.text("webPublicationDate"))


def read(node: Node, source: Source, settings: Settings) -> Iterator[Article]:
    """The article of an item; an item without its text is none, for the search was not asked for it."""
    bodies = _bodies(node)
    if not bodies:
        return
    record = Record(node, source, settings, "guardian")
    record.columns(COLUMNS)
    signed = bool(node.text("fields", "byline"))
    for tag in maps(node.get("tags")):
        name, rank = TAGS.get(tag.text("type"), ("", 0))
        title = entry(tag, "webTitle")
        if name and title is not None and not (name == "byline" and signed):
            record.put(name, title.node, f"tags.{tag.text('type')}", rank=rank, at=title, whole=True)
    if "tags" not in record.fields:
        record.elsewhere |= {"tags"}
    picture = node.get("fields", "main")
    if picture is not None and picture.shape is Shape.TEXT and picture.value:
        record.html_body(picture)
        record.body_start = 0
    for body in bodies:
        record.html_body(body)
    yield record.article(node.text("id"))


def _bodies(node: Node) -> list[Node]:
    """The text: the field, else the blocks that it is made of."""
    body = node.get("fields", "body")
    if body is None and node.text("type") not in NO_TEXT:
        blocks = maps(node.get("blocks", "body"))
        found = [html for block in blocks if (html := block.get("bodyHtml")) is not None]
    else:
        found = [body] if body is not None and node.text("type") not in NO_TEXT else []
    return [each for each in found if each.shape is Shape.TEXT]
