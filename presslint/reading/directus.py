"""Directus: items of a collection, whose translations are rows of their own, and whose people have two names."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.article import Article
from presslint.model.source import Source
from presslint.reading import Settings, anyjson
from presslint.reading.cmsarticle import maps
from presslint.reading.envelope import System, made, renamed
from presslint.reading.tree import Entry, Node, Shape

SINGLE = False
CODES = ("languages_code", "languages_id", "language")
ROW = frozenset(("id", *CODES))


def read(node: Node, source: Source, settings: Settings) -> Iterator[Article]:
    name = node.get("id")
    key = node.text("slug") or (str(name.value) if name is not None else "")
    own = made(node, (_known(found) for found in node.entries if found.key != "translations"))
    rows: list[Node | None] = [
        row for row in maps(node.get("translations")) if anyjson.title(row, settings) is not None
    ]
    if node.text("status") == "archived":
        return
    for row in rows or (None,):
        view = own if row is None else _translated(own, row)
        if not anyjson.is_story(view, settings):
            continue
        record = System(view, source, settings, "directus")
        code = _code(row) if row is not None else ()
        if row is not None and code:
            record.says("language", row, *code)
        yield record.done(f"{key} {row.text(*code) if row is not None and code else ''}".strip())


def _translated(own: Node, row: Node) -> Node:
    """An item with the fields of one of its translations."""
    given = {found.key for found in row.entries}
    kept = [found for found in own.entries if found.key not in given]
    return made(own, [*kept, *(found for found in row.entries if found.key not in ROW)])


def _code(row: Node) -> tuple[str, ...]:
    """The path to a translation's language, by code or in an object of its own."""
    paths = [path for key in CODES for path in ((key,), (key, "code"))]
    return next((path for path in paths if row.text(*path)), ())


def _known(found: Entry) -> Entry:
    """`user_created` is who wrote the item, where there is no author."""
    return (
        renamed(found, "creator") if found.key == "user_created" and found.node.shape is Shape.MAP else found
    )
