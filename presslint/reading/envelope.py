"""What the envelopes of headless systems share: references followed, locales told apart, entries made articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from presslint.article import Article
from presslint.model.regex import regex
from presslint.reading import Settings, anyjson, jsontext, richtext
from presslint.reading.cmsarticle import Record, entry
from presslint.reading.fields import fold_key
from presslint.reading.tree import Entry, Node, Shape

LOCALE = regex(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?(?:[-_][A-Z0-9]{2,3})?")
DEPTH = 6  # levels of an entry in which references are followed
LONG = 1000  # characters: a value of another locale that is longer is no stand-in
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


class Translated:
    """An entry whose fields have values by locale; what is not translated stands under the default."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.fields = [(found, locales(found.node)) for found in node.entries]
        self.names = {key.node.value: key for found in node.entries for key in _written(found)}
        self.codes = list(dict.fromkeys(code for _, values in self.fields for code in values))

    @property
    def wholly(self) -> bool:
        """Whether every field is translated, as in exports of Contentful."""
        return bool(self.fields) and all(values for _, values in self.fields)

    def view(self, code: str, default: str = "") -> Node:
        """The entry as one locale has it; a long value of the default is a text of that locale alone."""
        chosen: list[Entry] = []
        for found, values in self.fields:
            value = values.get(code) if values else found.node
            fallback = values.get(default)
            if value is None and fallback is not None and fallback.end - fallback.start < LONG:
                value = fallback
            if value is not None:
                chosen.append(Entry(found.key, found.key_span, value))
        return made(self.node, chosen)

    def stories(self, settings: Settings) -> list[str]:
        """The locales that have a text of their own; the first where there is one text for all."""
        shared = made(self.node, (found for found, values in self.fields if not values))
        if anyjson.body(shared, settings) is not None:
            return self.codes[:1]
        return [code for code in self.codes if anyjson.body(self.view(code), settings) is not None]


def _written(found: Entry) -> Iterator[Entry]:
    """The names of locales in a field, as texts that know their place."""
    for item in found.node.items:
        key = entry(item, "_key")
        if key is not None:
            yield key
    for inner in found.node.entries:
        yield Entry(
            found.key, inner.key_span, Node(Shape.TEXT, *inner.key_span, inner.key, jsontext.string_pieces)
        )


class System(Record):
    """The record of an entry, with what its system says of it beside its fields."""

    def says(self, name: str, node: Node, *keys: str) -> None:
        """Put a value of the system's own; any field of the house's own is preferred."""
        found = entry(node, *keys)
        if found is not None and found.node.shape in (Shape.TEXT, Shape.VALUE):
            self.put(name, found.node, ".".join(keys), rank=LATE, at=found)

    def in_language(self, entries: Translated, code: str) -> None:
        """Put a locale as the language, where the entry writes it."""
        found = entries.names.get(code)
        if found is not None:
            self.put("language", found.node, code, rank=LATE, at=found)

    def draft(self, node: Node, *keys: str) -> None:
        """Mark the article as a draft; the value under the keys says so."""
        found = entry(node, *keys)
        passage = (found.node if found is not None else self.node).passage(self.source)
        self.fields.put("draft", passage, key=".".join(keys), value=True)

    def done(self, key: str, linked: Mapping[str, Node] | None = None) -> Article:
        """The finished article."""
        anyjson.fill(self, linked)
        return self.article(key)
