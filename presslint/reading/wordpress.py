"""WordPress: posts as its REST API gives them, or as rows of its database."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.article import Article
from presslint.model.document import Media
from presslint.model.passage import Part, Passage
from presslint.model.regex import regex
from presslint.model.source import Source
from presslint.reading import Settings
from presslint.reading.cmsarticle import Column, Record, entry, maps
from presslint.reading.tree import Node, Shape

SINGLE = True  # one object is one article

# the API's own excerpt is the body cut short: no dek
AUTO_EXCERPT = regex(r"\[?(?:…|&hellip;|&#8230;|\.\.\.)\]?\s*(?:</p>)?\s*\Z|(?:Read more|Continue reading)\b")
COLUMNS = (
    Column("headline", "title.rendered", 0, html=True),
    Column("headline", "title.raw", 1),
    Column("headline", "post_title", 2),
    Column("modified", "post_modified", 2),
    Column("status", "status"),
    Column("status", "post_status"),
    Column("slug", "slug"),
    Column("slug", "post_name"),
    Column("url", "link"),
    Column("url", "guid.rendered", 5),
    Column("language", "lang"),
    Column("headline-alt", "yoast_head_json.title", 0),
    Column("headline-alt", "yoast_head_json.og_title", 1),
    Column("headline-alt", "yoast_head_json.twitter_title", 2),
    Column("description", "yoast_head_json.description", 0),
    Column("description", "yoast_head_json.og_description", 1),
    Column("canonical", "yoast_head_json.canonical"),
    Column("site", "yoast_head_json.og_site_name"),
    Column("byline", "yoast_head_json.author", 5),
    Column("image", "jetpack_featured_media_url"),
)
BODIES = ((("content", "rendered"), False), (("content", "raw"), True), (("post_content",), True))
TERMS = {"post_tag": "tags", "category": "categories"}


def read(node: Node, source: Source, settings: Settings) -> Iterator[Article]:
    record = Record(node, source, settings, "wordpress")
    record.columns(COLUMNS)
    _dates(record)
    _excerpt(record)
    _people(record)
    _terms(record)
    _featured(record)
    for path, stored in BODIES:
        body = node.get(*path)
        if body is not None and body.shape is Shape.TEXT:
            record.html_body(body, stored=stored)
            break
    name = node.get("id") or node.get("ID")
    number = str(name.value) if name is not None else ""
    yield record.article(node.text("slug") or node.text("post_name") or number)


def _dates(record: Record) -> None:
    """The API gives local time without a zone, and the same moment in UTC."""
    for name, keys in (("published", ("date", "post_date")), ("modified", ("modified", "post_modified"))):
        for key in keys:
            utc = entry(record.node, f"{key}_gmt")
            local = entry(record.node, key)
            if utc is not None and utc.node.value and not str(utc.node.value).startswith("0000"):
                record.put(name, utc.node, utc.key, value=f"{utc.node.value}Z".replace("ZZ", "Z"), at=utc)
            elif local is not None:
                record.put(name, local.node, key, at=local)


def _excerpt(record: Record) -> None:
    for keys in (("excerpt", "rendered"), ("excerpt", "raw"), ("post_excerpt",)):
        found = entry(record.node, *keys)
        if found is None or not str(found.node.value or "").strip():
            continue
        if not AUTO_EXCERPT.search(str(found.node.value)[-200:]):
            record.put("dek", found.node, ".".join(keys), html_text=True, at=found)
        return


def _people(record: Record) -> None:
    node = record.node
    for key in ("_embedded.author", "authors", "coauthors", "author"):
        people = node.get(*key.split("."))
        for person in maps(people):
            name = entry(person, "name") or entry(person, "display_name")
            if name is not None:
                record.put("byline", name.node, f"{key}.{name.key}", html_text=True, at=name)
        if "byline" in record.fields:
            return
    if entry(node, "author") is None and entry(node, "title", "rendered") is not None:
        record.elsewhere |= {"byline"}  # the API always names an author, unless asked for other fields
    for key in ("author_name", "author", "post_author"):
        found = entry(node, key)
        if found is not None and found.node.shape in (Shape.TEXT, Shape.VALUE):
            # a number refers to a user that this file does not name
            is_name = found.node.shape is Shape.TEXT and not str(found.node.value).strip().isdecimal()
            record.put("byline" if is_name else "extra", found.node, key, at=found)
            if not is_name:
                record.elsewhere |= {"byline"}
            return


def _terms(record: Record) -> None:
    lists = record.node.get("_embedded", "wp:term")
    for term in (term for group in (lists.items if lists else ()) for term in maps(group)):
        kind = TERMS.get(term.text("taxonomy"))
        name = entry(term, "name")
        if kind and name is not None:
            key = f"wp:term.{term.text('taxonomy')}"
            record.put(kind, name.node, key, html_text=True, at=name, whole=True)
    for key in ("tags", "categories", "tag_names", "category_names"):
        found = entry(record.node, key)
        if found is not None:
            kind = "tags" if key.startswith("tag") else "categories"
            for item in found.node.items:
                if item.shape is Shape.TEXT:
                    record.put(kind, item, key, html_text=True, at=found, whole=True)


def _featured(record: Record) -> None:
    media = next(maps(record.node.get("_embedded", "wp:featuredmedia")), None)
    target = media.get("source_url") if media is not None else None
    if media is None or target is None:
        return
    caption = media.get("caption", "rendered")
    record.media.append(
        Media(
            "image",
            str(target.value),
            target.span,
            alt=_words(record, media.get("alt_text"), Part.ALT),
            caption=_words(record, caption, Part.CAPTION, html_text=True) or None,
        )
    )


def _words(record: Record, node: Node | None, part: Part, *, html_text: bool = False) -> Passage | None:
    return record.passage(node, part, html_text=html_text) if node is not None else None
