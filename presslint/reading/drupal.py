"""Drupal's JSON:API: nodes with their fields in `attributes` and what they refer to in `included`."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.article import Article
from presslint.model.source import Source
from presslint.reading import Settings, anyjson
from presslint.reading.cmsarticle import MARKUP, entry, maps
from presslint.reading.envelope import Links, System, changed, made
from presslint.reading.tree import Entry, Node, Shape

SINGLE = False


def read(node: Node, source: Source, settings: Settings) -> Iterator[Article]:
    included = list(maps(node.get("included")))
    resources = list(maps(node.get("data"))) if node.get("data") is not None else [node]
    links = Links({each.text("id"): _card(each) for each in (*included, *resources)})
    for resource in resources:
        attributes = resource.get("attributes")
        if attributes is None or not resource.text("type").startswith("node--"):
            continue
        view = made(resource, (*_fields(attributes), *_related(resource, links)))
        if not anyjson.is_story(view, settings):
            continue
        record = System(view, source, settings, "drupal")
        for key, name in (("created", "published"), ("changed", "modified")):
            record.says(name, attributes, key)
        status = entry(attributes, "status")
        if status is not None and status.node.value is False:
            record.draft(attributes, "status")
        name = attributes.text("path", "alias") or resource.text("id")
        yield record.done(name)


def _card(resource: Node) -> Node:
    """What an article needs of a term, a person, a file; an image is its file with its own alternative."""
    attributes = resource.get("attributes")
    entries = attributes.entries if attributes is not None else []
    address = entry(attributes, "uri", "url") if attributes is not None else None
    return made(
        resource, [*(found for found in entries if found.key != "uri"), *([address] if address else [])]
    )


def _fields(attributes: Node) -> Iterator[Entry]:
    """The fields, without the prefix that Drupal gives those of the house; a text is what it holds."""
    for found in attributes.entries:
        if found.key in ("status", "path", "created", "changed") or found.key.startswith(
            ("drupal_", "revision_")
        ):
            continue
        key = "language" if found.key == "langcode" else found.key.removeprefix("field_")
        summary = entry(found.node, "summary")
        if summary is not None and summary.node.value:
            yield summary
        yield Entry(key, found.key_span, _text(found.node))


def _text(node: Node) -> Node:
    """A formatted text as its writer stored it; as Drupal shows it where that is no HTML."""
    value, processed = node.get("value"), node.get("processed")
    if value is None or processed is None:
        return node
    return value if MARKUP.search(str(value.value)) else processed


def _related(resource: Node, links: Links) -> Iterator[Entry]:
    """The relationships with what they lead to in the place of their ids."""
    relationships = resource.get("relationships")
    for found in relationships.entries if relationships is not None else ():
        data = found.node.get("data")
        if data is None or data.shape is Shape.NULL or found.key == "revision_uid":
            continue
        key = "author" if found.key == "uid" else found.key.removeprefix("field_")
        target = changed(data, lambda node: _with_meta(node, links) if node.get("type") is not None else None)
        yield Entry(key, found.key_span, target)


def _with_meta(node: Node, links: Links) -> Node:
    """The target of a reference, with the text alternative that stands with the reference; its id where it is not here."""
    card = links.card(node.text("id"))
    if card is None:
        return node.get("id") or node
    meta = node.get("meta")
    return made(node, (*card.entries, *(meta.entries if meta is not None else ())))
