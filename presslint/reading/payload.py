"""Payload: documents asked for in all locales, whose fields hold a value for each."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.article import Article
from presslint.model.source import Source
from presslint.reading import Settings, anyjson
from presslint.reading.envelope import System, Translated, changed, locales, made
from presslint.reading.fields import fold_key
from presslint.reading.tree import Node, Shape

SINGLE = False


def titles(node: Node) -> dict[str, Node]:
    """The titles of a document by locale; empty where its title is in one language."""
    for found in node.entries:
        if fold_key(found.key) in anyjson.TITLES and found.node.shape is Shape.MAP:
            values = locales(found.node)
            if values and all(value.shape in (Shape.TEXT, Shape.NULL) for value in values.values()):
                return values
    return {}


def read(node: Node, source: Source, settings: Settings) -> Iterator[Article]:
    """A document in each of the locales that have a text of their own."""
    codes = titles(node)
    heads = (found for found in node.entries if locales(found.node).keys() == codes.keys())
    named = Translated(made(node, heads))
    name = node.get("id")
    key = node.text("slug") or (str(name.value) if name is not None else "")
    read_already: set[int] = set()
    for code in codes:
        view = _in_locale(node, code, frozenset(codes))
        body = anyjson.body(view, settings)
        if body is None or body.node.start in read_already or not anyjson.is_story(view, settings):
            continue
        read_already.add(body.node.start)
        record = System(view, source, settings, "payload")
        record.in_language(named, code)
        yield record.done(f"{key} {code}".strip())


def _in_locale(node: Node, code: str, codes: frozenset[str]) -> Node:
    """A document as one locale has it, at whatever depth its fields are translated."""

    def chosen(inner: Node) -> Node | None:
        keys = {found.key for found in inner.entries}
        if inner is node or not keys or not keys <= codes:
            return None
        return inner.get(code) or Node(Shape.NULL, inner.start, inner.start)

    return changed(node, chosen)
