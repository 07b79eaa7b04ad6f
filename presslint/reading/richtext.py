"""Bodies that content systems keep as rich text in JSON: which editor's they are, and their blocks.

The readers of the dialects give blocks whose words stand in their own places of the file; a body may also be
JSON that lies in a string of JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec import Struct

from presslint.article import Article
from presslint.model.document import Block, Problem
from presslint.model.passage import Part, Passage
from presslint.model.source import Source
from presslint.reading import Settings, jsontext
from presslint.reading.placed import place, place_blocks
from presslint.reading.tree import Node, Shape

if TYPE_CHECKING:
    from presslint.reading.richline import RichText

SINGLE = True
LOOK = 20  # items of a list that may tell what the list is
LOOK_DEEP = 6  # levels in which the first text of a tree lies
WRAPPERS = ("json", "raw")  # keys under which GraphQL gives a document
COMPONENT_KEYS = ("__component", "blockType", "component")


class Dialect(Struct, frozen=True):
    """An editor's way to write a body: its name, the module that reads it, the test that knows it."""

    name: str
    module: str
    fits: Callable[[Node], bool]


def _listed(node: Node | None) -> list[Node]:
    """The first objects of a list; none where something else is among them."""
    items = node.items[:LOOK] if node is not None and node.shape is Shape.LIST else []
    return items if all(item.shape is Shape.MAP for item in items) else []


def _is_map_with(node: Node, key: str) -> bool:
    found = node.get(key) if node.shape is Shape.MAP else None
    return found is not None and found.shape is Shape.LIST


def _is_contentful(node: Node) -> bool:
    return node.text("nodeType") == "document" and _is_map_with(node, "content")


def _is_prosemirror(node: Node) -> bool:
    return node.text("type") == "doc" and (_is_map_with(node, "content") or len(node.entries) == 1)


def _is_lexical(node: Node) -> bool:
    root = node.get("root") if node.shape is Shape.MAP else None
    return root is not None and root.shape is Shape.MAP and _is_map_with(root, "children")


def _is_draftjs(node: Node) -> bool:
    items = _listed(node.get("blocks") if node.shape is Shape.MAP else None)
    if not items:
        return _is_map_with(node, "blocks") and node.get("entityMap") is not None
    return all(item.get("inlineStyleRanges") is not None and item.get("text") is not None for item in items)


def _is_editorjs(node: Node) -> bool:
    blocks = node.get("blocks") if node.shape is Shape.MAP else node
    items = _listed(blocks)
    if not items:
        empty = blocks is not None and blocks.shape is Shape.LIST and not blocks.items
        return empty and (node.get("time") is not None or node.get("version") is not None)
    return all(item.text("type") and item.get("data") is not None for item in items)


def _is_quill(node: Node) -> bool:
    items = _listed(node.get("ops") if node.shape is Shape.MAP else node)
    return bool(items) and all(item.get("insert") is not None for item in items)


def _is_portable_text(node: Node) -> bool:
    items = _listed(node)
    if not all(item.text("_type") for item in items):
        return False
    return any(_is_map_with(item, "children") for item in items)


def _is_notion(node: Node) -> bool:
    items = _listed(node)
    payloads = (item.get(item.text("type") or "?") for item in items)
    return bool(items) and all(payload is not None and payload.shape is Shape.MAP for payload in payloads)


def _is_slate(node: Node) -> bool:
    items = _listed(node)
    return bool(items) and all(_has_text(item) for item in items[:2])


def _has_text(node: Node) -> bool:
    """Whether a tree's first leaf is a text."""
    for _ in range(LOOK_DEEP):
        inner = node.get("children")
        if inner is None or inner.shape is not Shape.LIST or not inner.items:
            return False
        node = inner.items[0]
        text = node.get("text")
        if text is not None:
            return text.shape is Shape.TEXT
    return False


def _is_components(node: Node) -> bool:
    items = _listed(node)
    return bool(items) and all(any(item.text(key) for key in COMPONENT_KEYS) for item in items)


DIALECTS = (
    Dialect("Contentful", "richtree", _is_contentful),
    Dialect("ProseMirror", "richtree", _is_prosemirror),
    Dialect("Lexical", "richtree", _is_lexical),
    Dialect("Draft.js", "draftjs", _is_draftjs),
    Dialect("Editor.js", "editorjs", _is_editorjs),
    Dialect("Quill", "quill", _is_quill),
    Dialect("Portable Text", "portabletext", _is_portable_text),
    Dialect("Slate", "richtree", _is_slate),
    Dialect("Notion", "notionblocks", _is_notion),
    Dialect("components", "components", _is_components),
)
MODULES: Mapping[str, str] = {dialect.name: dialect.module for dialect in DIALECTS}
TREES = frozenset(name for name, module in MODULES.items() if module == "richtree")


def dialect(node: Node | None) -> str:
    """The name of the dialect that a value is written in; empty where it is no rich text."""
    if node is None or node.shape not in (Shape.MAP, Shape.LIST):
        return ""
    return next((known.name for known in DIALECTS if known.fits(node)), "")


class Body(Struct, frozen=True):
    """A body of rich text: its dialect, its blocks, and what was not understood."""

    dialect: str
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...]


def body(node: Node, source: Source, linked: Mapping[str, Node] | None = None) -> Body | None:
    """The body in a value, or in JSON that lies in its text; None where it is no rich text."""
    if node.shape is Shape.TEXT:
        return within(node.passage(source, Part.PARAGRAPH), linked) if _looks_like_json(node) else None
    node = _unwrapped(node)
    name = dialect(node)
    if not name:
        return None
    from presslint.reading.richline import RichText

    reader = RichText(source, linked or {})
    found = blocks(node, reader)
    return Body(name, tuple(found), tuple(reader.problems))


def blocks(node: Node, reader: RichText) -> list[Block]:
    """The blocks of a value that is rich text."""
    found: list[Block] = import_module(f"presslint.reading.{MODULES[dialect(node)]}").read(node, reader)
    return found


def within(outer: Passage, linked: Mapping[str, Node] | None = None) -> Body | None:
    """The body that is written as JSON in a passage, placed in the file of the passage."""
    inner = Source(outer.text)
    root, _, problems = jsontext.parse(inner.text)
    found = body(root, inner, linked) if root is not None and root.shape is not Shape.TEXT else None
    if found is None:
        return None
    placed = tuple(
        Problem(place(problem.span, outer), problem.message, problem.kind)
        for problem in (*problems, *found.problems)
    )
    return Body(found.dialect, place_blocks(found.blocks, outer), placed)


def holds(node: Node) -> bool:
    """Whether a value is rich text, or text that is JSON of it."""
    if node.shape is not Shape.TEXT:
        return bool(dialect(_unwrapped(node)))
    if not _looks_like_json(node):
        return False
    root, _, _ = jsontext.parse(node.value)
    return root is not None and bool(dialect(_unwrapped(root)))


def _looks_like_json(node: Node) -> bool:
    text = str(node.value)
    return text.lstrip()[:2] in ('{"', "[{") or (text[:1] in "{[" and text[1:2].isspace())


def _unwrapped(node: Node) -> Node:
    for key in WRAPPERS:
        inner = node.get(key) if node.shape is Shape.MAP else None
        if inner is not None and dialect(inner):
            return inner
    return node


def read(node: Node, source: Source, settings: Settings) -> Iterator[Article]:
    """The article of a file that is nothing but a body; its first heading is the headline."""
    from presslint.reading.cmsarticle import Record

    found = body(node, source)
    if found is None:
        return
    record = Record(node, source, settings, "richtext", dialect=found.dialect)
    record.carries = frozenset(("headings", "links", "media"))
    record.blocks += found.blocks
    record.problems += found.problems
    record.body_start = node.start
    yield record.article()
