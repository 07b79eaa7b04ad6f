"""Answers of Contentful's GraphQL API: collections of entries, whose rich text brings along what it refers to."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from presslint.article import Article
from presslint.model.source import Source
from presslint.reading import Settings, anyjson
from presslint.reading.cmsarticle import entry, maps
from presslint.reading.envelope import System, changed, made, renamed
from presslint.reading.tree import Entry, Node, Shape

SINGLE = False
COLLECTION = "Collection"  # ends the names of fields that hold lists
DEPTH = 4  # levels of a query in which entries are looked for


class Found(Struct, frozen=True):
    """An entry, and the collection that it is of; entries of one are of one kind."""

    node: Node
    collection: str


def fits(node: Node) -> bool:
    """Whether an object is an answer: data, with entries by themselves or in collections."""
    data = node.get("data")
    if data is None or data.shape is not Shape.MAP or node.get("api_version") is not None:
        return False
    return next(_entries(data, 0), None) is not None


def _is_collection(found: Entry) -> bool:
    return found.key.endswith(COLLECTION) and found.node.get("items") is not None


def _is_entry(node: Node) -> bool:
    """An entry has an id, and no kind of object, which the other APIs give it; or a body with its links."""
    if node.shape is not Shape.MAP:
        return False
    named = bool(node.text("sys", "id")) and not node.text("sys", "type")
    return named or any(found.node.get("json", "nodeType") is not None for found in node.entries)


def read(node: Node, source: Source, settings: Settings) -> Iterator[Article]:
    data = node.get("data")
    found = list(_entries(data, 0)) if data is not None else []
    views = [(each, _view(each.node)) for each in found]
    filled = {each.collection for each, view in views if anyjson.is_story(view, settings)} - {""}
    for each, view in views:
        is_empty = each.collection in filled and anyjson.title(view, settings) is not None
        if not is_empty and not anyjson.is_story(view, settings):
            continue
        record = System(view, source, settings, "contentful")
        record.says("language", each.node, "sys", "locale")
        for key in ("firstPublishedAt", "publishedAt"):
            if entry(each.node, "sys", key) is not None:
                record.says("published", each.node, "sys", key)
                break
        published = entry(each.node, "sys", "publishedAt")
        if published is not None and published.node.shape is Shape.NULL:
            record.draft(each.node, "sys", "publishedAt")
        yield record.done(each.node.text("sys", "id") or each.node.text("slug"), _linked(each.node))


def _entries(node: Node, depth: int) -> Iterator[Found]:
    """The entries that a query asked for, the first ones on each path."""
    for found in node.entries:
        if _is_collection(found):
            for item in maps(found.node.get("items")):
                yield Found(item, found.key)
        elif _is_entry(found.node) and anyjson.title(found.node) is not None:
            yield Found(found.node, "")
        elif found.node.shape is Shape.MAP and depth < DEPTH:
            yield from _entries(found.node, depth + 1)


def _view(node: Node) -> Node:
    """The fields of an entry, collections read as the lists that they are, what is of the system left out."""

    def listed(inner: Node) -> Node | None:
        if not any(_is_collection(found) for found in inner.entries):
            return None
        return changed(made(inner, (_list(found) for found in inner.entries)), listed)

    own = (_list(found) for found in node.entries if found.key not in ("sys", "__typename"))
    view = changed(made(node, own), listed)
    tags = entry(node, "contentfulMetadata", "tags")
    if tags is not None and view.get("tags") is None:
        view.entries.append(renamed(tags, "tags"))
    return view


def _list(found: Entry) -> Entry:
    items = found.node.get("items") if _is_collection(found) else None
    return Entry(found.key.removesuffix(COLLECTION), found.key_span, items) if items is not None else found


def _linked(node: Node) -> dict[str, Node]:
    """What the rich text of an entry refers to, by its id."""
    linked: dict[str, Node] = {}
    for found in node.entries:
        for kind in ("assets", "entries"):
            links = found.node.get("links", kind)
            for way in links.entries if links is not None else ():
                linked |= {each.text("sys", "id"): each for each in maps(way.node) if each.text("sys", "id")}
    return linked
