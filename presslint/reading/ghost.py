"""Ghost: posts of its API and of its export, whose bodies are HTML, Lexical or mobiledoc."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from presslint.article import Article
from presslint.model.document import Media
from presslint.model.passage import Part, Passage
from presslint.model.source import Source
from presslint.reading import Settings
from presslint.reading.cmsarticle import Column, Record, entry, maps
from presslint.reading.tree import Node, Shape

SINGLE = False  # one object may hold many posts

COLUMNS = (
    Column("headline", "title"),
    Column("headline-alt", "meta_title", 0),
    Column("headline-alt", "og_title", 1),
    Column("headline-alt", "twitter_title", 2),
    Column("headline-alt", "email_subject", 3),
    Column("dek", "custom_excerpt"),
    Column("description", "meta_description", 0),
    Column("description", "og_description", 1),
    Column("description", "twitter_description", 2),
    Column("published", "published_at"),
    Column("modified", "updated_at"),
    Column("status", "status"),
    Column("slug", "slug"),
    Column("url", "url"),
    Column("canonical", "canonical_url"),
    Column("language", "locale"),
)
IMAGE = ("feature_image", "feature_image_alt", "feature_image_caption")


class Export(Struct):
    """The tables of an export that a post refers to, by post."""

    people: dict[str, list[Node]] = field(default_factory=dict)
    tags: dict[str, list[Node]] = field(default_factory=dict)
    meta: dict[str, Node] = field(default_factory=dict)


def read(node: Node, source: Source, settings: Settings) -> Iterator[Article]:
    posts = node.get("posts")
    if posts is None:
        yield _post(node, Export(), source, settings)
        return
    export = _export(node)
    for post in maps(posts):
        yield _post(post, export, source, settings)


def _export(data: Node) -> Export:
    export = Export()
    users = _by_id(data.get("users"))
    tags = _by_id(data.get("tags"))
    export.people = _joined(data.get("posts_authors"), users, "author_id")
    export.tags = _joined(data.get("posts_tags"), tags, "tag_id")
    export.meta = {str(_value(row, "post_id")): row for row in maps(data.get("posts_meta"))}
    for post in maps(data.get("posts")):
        author = users.get(str(_value(post, "author_id")))
        if author is not None:
            export.people.setdefault(str(_value(post, "id")), [author])
    return export


def _value(node: Node, key: str) -> object:
    found = node.get(key)
    return found.value if found is not None else None


def _by_id(rows: Node | None) -> dict[str, Node]:
    return {str(_value(row, "id")): row for row in maps(rows)}


def _joined(rows: Node | None, table: Mapping[str, Node], key: str) -> dict[str, list[Node]]:
    """The rows that a join table gives each post, in the order of `sort_order`."""
    joins = sorted(maps(rows), key=_sort_order)
    found: dict[str, list[Node]] = {}
    for join in joins:
        row = table.get(str(_value(join, key)))
        if row is not None:
            found.setdefault(str(_value(join, "post_id")), []).append(row)
    return found


def _sort_order(join: Node) -> int:
    value = _value(join, "sort_order")
    return value if isinstance(value, int) else 0


def _post(post: Node, export: Export, source: Source, settings: Settings) -> Article:
    record = Record(post, source, settings, "ghost")
    name = str(_value(post, "id"))
    record.columns(COLUMNS)
    if name in export.meta:
        record.columns(COLUMNS, export.meta[name])
    people = list(maps(post.get("authors"))) or list(maps(post.get("primary_author")))
    for person in people or export.people.get(name, []):
        found = entry(person, "name")
        if found is not None:
            record.put("byline", found.node, "authors.name", at=found)
    if post.get("authors") is None:  # not asked for (`include=authors`), or in a table that is not here
        record.elsewhere |= {"byline"}
    for tag in list(maps(post.get("tags"))) or export.tags.get(name, []):
        found = entry(tag, "name")
        if found is None or str(found.node.value).startswith("#") or tag.text("visibility") == "internal":
            continue
        record.put("tags", found.node, "tags.name", at=found, whole=True)
    _feature_image(record, export.meta.get(name))
    _body(record)
    return record.article(post.text("slug") or name)


def _feature_image(record: Record, meta: Node | None) -> None:
    target, alt, caption = ((record.node.get(key) or (meta.get(key) if meta else None)) for key in IMAGE)
    if target is None or target.shape is not Shape.TEXT:
        return
    record.put("image", target, "feature_image")
    record.media.append(
        Media(
            "image",
            str(target.value),
            target.span,
            alt=_words(record, alt, Part.ALT),
            caption=_words(record, caption, Part.CAPTION, html_text=True),
        )
    )


def _words(record: Record, node: Node | None, part: Part, *, html_text: bool = False) -> Passage | None:
    if node is None or node.shape is not Shape.TEXT:
        return None
    return record.passage(node, part, html_text=html_text)


def _body(record: Record) -> None:
    """HTML is what readers get; without it the editor's own format is read."""
    from presslint.reading import mobiledoc

    post = record.node
    for key in ("html", "lexical", "mobiledoc", "plaintext"):
        found = post.get(key)
        if found is None or found.shape is not Shape.TEXT or not str(found.value).strip():
            continue
        if key == "html":
            record.html_body(found)
        elif key == "plaintext":
            record.text_body(found)
        elif key == "lexical":
            record.rich_body(found)
        else:
            blocks, problems = mobiledoc.blocks(found.passage(record.source, Part.PARAGRAPH))
            record.blocks += blocks
            record.problems += problems
            record.body_start = found.start
        if record.blocks:
            return
