"""What the envelopes of headless systems share: references followed, locales told apart, entries made articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from presslint.article import Article
from presslint.model.regex import regex
from presslint.reading import anyjson, jsontext, richtext
from presslint.reading.cmsarticle import Record, entry
from presslint.reading.fields import fold_key
from presslint.reading.tree import Entry, Node, Shape

LOCALE = regex(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?(?:[-_][A-Z0-9]{2,3})?")
DEPTH = 6  # levels of an entry in which references are followed
LATE = 90  # rank of what the system says of itself: any field of the house's own is preferred
# what an article needs of the objects that it refers to, in the spelling of `fold_key`
CARD = frozenset(
    "name title text label displayname fullname firstname lastname slug url src filename file alt alttext "
    "alternativetext caption description credit copyright mime".split()
)


def made(start: Node, entries: Iterable[Entry]) -> Node:
    """A map in the place of another, with other entries."""
    node = Node(Shape.MAP, start.start, start.end)
    node.entries = list(entries)
    return node


def renamed(found: Entry, key: str) -> Entry:
    return Entry(key, found.key_span, found.node)


class Links:
    """The objects of a file by their id; a reference is replaced by what an article needs of its target."""

    def __init__(self, nodes: Mapping[str, Node]) -> None:
        self.nodes = nodes
        self._cards: dict[str, Node] = {}

    def card(self, name: str) -> Node | None:
        """The names and addresses of an object."""
        node = self.nodes.get(name)
        if node is None:
            return None
        if name not in self._cards:
            self._cards[name] = made(node, (found for found in node.entries if fold_key(found.key) in CARD))
        return self._cards[name]


def changed(node: Node, change: Callable[[Node], Node | None], depth: int = DEPTH) -> Node:
    """A value with objects replaced; bodies of rich text are left as they are."""
    if node.shape is Shape.MAP:
        found = change(node)
        if found is not None:
            return found
    if depth == 0 or node.shape not in (Shape.MAP, Shape.LIST) or richtext.dialect(node):
        return node
    new = Node(node.shape, node.start, node.end)
    new.items = [changed(item, change, depth - 1) for item in node.items]
    new.entries = [
        Entry(found.key, found.key_span, changed(found.node, change, depth - 1)) for found in node.entries
    ]
    return new


def locales(node: Node) -> dict[str, Node]:
    """The values by locale of a field that is translated; empty where it is not."""
    if node.shape is Shape.MAP:
        given = [found for found in node.entries if not found.key.startswith("_")]
        if given and all(LOCALE.fullmatch(found.key) for found in given):
            return {found.key: found.node for found in given}
    elif node.shape is Shape.LIST:
        pairs = [(item.text("_key"), item.get("value")) for item in node.items if item.shape is Shape.MAP]
        if pairs and len(pairs) == len(node.items):
            values = {key: value for key, value in pairs if value is not None and LOCALE.fullmatch(key)}
            return values if len(values) == len(pairs) else {}
    return {}


def locale_key(node: Node, locale: str) -> Entry | None:
    """Where an entry first writes the name of a locale."""
    for found in node.entries:
        for item in found.node.items:
            if item.text("_key") == locale:
                return entry(item, "_key")
        for inner in found.node.entries:
            if inner.key == locale:
                name = Node(Shape.TEXT, *inner.key_span, locale, jsontext.string_pieces)
                return Entry(found.key, inner.key_span, name)
    return None


def in_locale(node: Node, locale: str, default: str) -> Node:
    """An entry as one locale has it; what is not translated stands under the default."""
    chosen: list[Entry] = []
    for found in node.entries:
        values = locales(found.node)
        value = values.get(locale) or values.get(default) if values else found.node
        if value is not None:
            chosen.append(Entry(found.key, found.key_span, value))
    return made(node, chosen)


class System(Record):
    """The record of an entry, with what its system says of it beside its fields."""

    def says(self, name: str, node: Node, *keys: str) -> None:
        """Put a value of the system's own; any field of the house's own is preferred."""
        found = entry(node, *keys)
        if found is not None and found.node.shape in (Shape.TEXT, Shape.VALUE):
            self.put(name, found.node, ".".join(keys), rank=LATE, at=found)

    def in_language(self, node: Node, locale: str) -> None:
        """Put a locale as the language, where the entry `node` writes it."""
        found = locale_key(node, locale)
        if found is not None:
            self.put("language", found.node, locale, rank=LATE, at=found)

    def draft(self, node: Node, *keys: str) -> None:
        """Mark the article as a draft; the value under the keys says so."""
        found = entry(node, *keys)
        passage = (found.node if found is not None else self.node).passage(self.source)
        self.fields.put("draft", passage, key=".".join(keys), value=True)

    def done(self, key: str, linked: Mapping[str, Node] | None = None) -> Article:
        """The finished article."""
        anyjson.fill(self, linked)
        return self.article(key)
