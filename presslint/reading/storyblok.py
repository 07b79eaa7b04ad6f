"""Storyblok: stories whose `content` is a component with the house's own fields."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.article import Article
from presslint.model.source import Source
from presslint.reading import Settings, anyjson
from presslint.reading.cmsarticle import entry, maps
from presslint.reading.envelope import Links, System, changed, made, renamed
from presslint.reading.tree import Entry, Node, Shape

SINGLE = False
OWN = ("_uid", "component", "_editable")


def read(node: Node, source: Source, settings: Settings) -> Iterator[Article]:
    stories = [*maps(node.get("story")), *maps(node.get("stories"))] or [node]
    related = [each for each in (*maps(node.get("rels")), *stories) if each.get("content") is not None]
    links = Links({each.text("uuid"): _named(each) for each in related})
    for story in stories:
        content = story.get("content")
        if content is None or content.shape is not Shape.MAP or _is_true(story, "is_folder"):
            continue
        view = _view(story, content, links)
        if not anyjson.is_story(view, settings):
            continue
        record = System(view, source, settings, "storyblok")
        for name, key in (("published", "first_published_at"), ("published", "published_at")):
            record.says(name, story, key)
        record.says("modified", story, "updated_at")
        record.says("slug", story, "slug")
        if story.text("lang") not in ("", "default"):
            record.says("language", story, "lang")
        published = entry(story, "published_at")
        if published is not None and published.node.shape is Shape.NULL:
            record.draft(story, "published_at")
        yield record.done(story.text("full_slug") or story.text("slug"), links.nodes)


def _view(story: Node, content: Node, links: Links) -> Node:
    """The fields of a story; its name is its title where the content has none."""
    entries = [found for found in content.entries if found.key not in OWN]
    tags = entry(story, "tag_list")
    if tags is not None and content.get("tags") is None:
        entries.append(renamed(tags, "tags"))
    view = made(
        content, (Entry(found.key, found.key_span, _followed(found.node, links)) for found in entries)
    )
    name = entry(story, "name")
    if anyjson.title(view) is None and name is not None:
        view.entries.append(name)
    return view


def _followed(node: Node, links: Links) -> Node:
    """A value with the ids of stories replaced by what they lead to."""
    if node.shape is Shape.LIST and node.items and all(item.shape is Shape.TEXT for item in node.items):
        found = Node(Shape.LIST, node.start, node.end)
        found.items = [links.card(item.value) or item for item in node.items]
        return found
    if node.shape is Shape.TEXT:
        return links.card(node.value) or node
    return changed(node, lambda inner: links.card(inner.text("uuid")) if inner.text("uuid") else None)


def _named(story: Node) -> Node:
    """The content of a story that others refer to, with its name where the content has none."""
    content = story.get("content") or story
    name = entry(story, "name")
    has_name = any(content.get(key) is not None for key in ("name", "title"))
    return content if has_name or name is None else made(content, (*content.entries, name))


def _is_true(node: Node, key: str) -> bool:
    found = node.get(key)
    return found is not None and found.value is True
