"""Contentful: entries of its APIs, with what they link to, and its export, in which each field has its locales."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.article import Article
from presslint.model.source import Source
from presslint.reading import Settings, anyjson
from presslint.reading.cmsarticle import entry, maps
from presslint.reading.envelope import Links, System, Translated, changed
from presslint.reading.tree import Node

SINGLE = False  # one object may hold many entries, each in many locales


def read(node: Node, source: Source, settings: Settings) -> Iterator[Article]:
    entries, links = _collected(node)
    default = next(
        (locale.text("code") for locale in maps(node.get("locales")) if _is_true(locale, "default")), ""
    )
    views = [
        (each, translated, code, _linked(translated.view(code, default) if code else translated.node, links))
        for each in entries
        if (fields := each.get("fields")) is not None and each.get("sys", "archivedAt") is None
        for translated in (Translated(fields),)
        for code in (translated.stories(settings) if translated.wholly else [""])
    ]
    # an entry of a type whose entries have bodies is an article without its text
    types = {_type(each) for each, _, _, view in views if anyjson.is_story(view, settings)} - {""}
    for each, translated, code, view in views:
        is_empty = _type(each) in types and anyjson.title(view, settings) is not None
        if is_empty or anyjson.is_story(view, settings):
            yield _article(each, translated, code, view, source, settings, links)


def _collected(node: Node) -> tuple[list[Node], Links]:
    """The entries of an answer or export, and everything that they may link to."""
    if node.text("sys", "type") == "Entry":
        return [node], Links({})
    entries = [*maps(node.get("items")), *maps(node.get("entries"))]
    linked = [*entries, *maps(node.get("assets"))]
    linked += [each for key in ("Entry", "Asset") for each in maps(node.get("includes", key))]
    fields = {
        each.text("sys", "id"): _any_locale(found)
        for each in linked
        if (found := each.get("fields")) is not None
    }
    return entries, Links(fields)


def _any_locale(fields: Node) -> Node:
    """The fields of what is linked to, in its first locale."""
    translated = Translated(fields)
    return translated.view(translated.codes[0]) if translated.codes else fields


def _linked(fields: Node, links: Links) -> Node:
    """The fields of an entry, links replaced by what they lead to."""

    def followed(node: Node) -> Node | None:
        if node is fields or node.get("sys") is None:
            return None
        inline = node.get("fields")  # clients put the target in the place of the link
        return inline or links.card(node.text("sys", "id"))

    return changed(fields, followed)


def _article(
    each: Node,
    translated: Translated,
    code: str,
    view: Node,
    source: Source,
    settings: Settings,
    links: Links,
) -> Article:
    record = System(view, source, settings, "contentful")
    if code:
        record.in_language(translated, code)
    else:
        record.says("language", each, "sys", "locale")
    drafted = each.get("sys", "version") is not None and each.get("sys", "publishedVersion") is None
    if drafted and each.get("sys", "publishedAt") is None:
        record.draft(each, "sys", "version")
    for name in ("firstPublishedAt", "publishedAt", "createdAt"):
        if entry(each, "sys", name) is not None:
            record.says("published", each, "sys", name)
            break
    record.says("modified", each, "sys", "updatedAt")
    return record.done(f"{each.text('sys', 'id')} {code}".strip(), links.nodes)


def _type(each: Node) -> str:
    return each.text("sys", "contentType", "sys", "id")


def _is_true(node: Node, key: str) -> bool:
    found = node.get(key)
    return found is not None and found.value is True
