"""schema.org: articles described in JSON-LD, inside a page or as a file of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from presslint.article import Article
from presslint.model.regex import regex
from presslint.model.source import Source
from presslint.reading import Settings
from presslint.reading.fields import Fields
from presslint.reading.tree import Node, Shape

SINGLE = False  # one object may hold many articles

ARTICLE_TYPE = regex(
    r"(?:https?://schema\.org/)?(?:[A-Za-z]{0,40}Article|(?:Live)?BlogPosting|SocialMediaPosting|Report)"
)
# properties whose value is text; where a value is an object, the key to look into is its name
PLAIN: Mapping[str, str] = {
    "headline": "headline",
    "alternativeHeadline": "dek",
    "abstract": "dek",
    "description": "description",
    "datePublished": "published",
    "dateModified": "modified",
    "expires": "expires",
    "creativeWorkStatus": "status",
    "dateline": "dateline",
    "articleSection": "section",
    "keywords": "tags",
    "url": "url",
    "backstory": "disclosure",
    "correction": "correction",
}
NAMED: Mapping[str, str] = {
    "author": "byline",
    "publisher": "site",
    "sponsor": "disclosure",
    "inLanguage": "language",
    "sourceOrganization": "source",
}
STORY_TYPES: Mapping[str, str] = {
    "OpinionNewsArticle": "opinion",
    "ReviewNewsArticle": "review",
    "AnalysisNewsArticle": "analysis",
    "AdvertiserContentArticle": "sponsored",
    "SatiricalArticle": "satire",
    "BackgroundNewsArticle": "explainer",
    "ReportageNewsArticle": "news",
    "LiveBlogPosting": "live",
}


def types(node: Node) -> list[Node]:
    """The nodes of `@type`, which may be one or several."""
    kind = node.get("@type")
    if kind is None:
        return []
    return kind.items if kind.shape is Shape.LIST else [kind]


def articles(root: Node) -> Iterator[Node]:
    """Every article in a value: the value itself, items of an array, of `@graph`, of `mainEntity`."""
    stack = [root]
    while stack:
        node = stack.pop()
        if node.shape is Shape.LIST:
            stack.extend(reversed(node.items))
            continue
        if node.shape is not Shape.MAP:
            continue
        if any(ARTICLE_TYPE.fullmatch(str(kind.value or "")) for kind in types(node)):
            yield node
            continue
        for key in ("itemListElement", "item", "hasPart", "mainEntity", "@graph"):
            inner = node.get(key)
            if inner is not None:
                stack.append(inner)


def by_id(root: Node) -> dict[str, Node]:
    """Objects by their `@id`, so that references can be followed."""
    found: dict[str, Node] = {}
    stack = [root]
    while stack:
        node = stack.pop()
        name = node.text("@id") if node.shape is Shape.MAP else ""
        if name and len(node.entries) > 1:
            found.setdefault(name, node)
        stack.extend(entry.node for entry in node.entries)
        stack.extend(node.items)
    return found


def collect(
    node: Node, fields: Fields, ids: Mapping[str, Node], *, origin: str, rank: int = 0, without: str = ""
) -> None:
    """Put what an article object says into `fields`, `without` one of its keys."""
    for entry in node.entries:
        if entry.key == without:
            continue
        name = PLAIN.get(entry.key) or NAMED.get(entry.key)
        if name is None:
            continue
        for value in values(entry.node, ids, entry.key in NAMED):
            passage = value.passage(fields.source)
            if entry.key == "keywords" and not passage:
                continue
            fields.put(
                name,
                passage,
                key=entry.key,
                value=None if value.shape in (Shape.MAP, Shape.LIST) else value.value,
                span=value.span,
                key_span=entry.key_span,
                origin=origin,
                rank=rank,
                whole=entry.key == "keywords" and entry.node.shape is Shape.LIST,
            )
    for kind in types(node):
        label = STORY_TYPES.get(str(kind.value).rpartition("/")[2])
        if label:
            passage = kind.passage(fields.source)
            fields.put("story-type", passage, key="@type", value=label, origin=origin, rank=rank)
    _image(node, fields, ids, origin, rank)


def values(node: Node, ids: Mapping[str, Node], named: bool) -> Iterator[Node]:
    """The texts that a property gives: itself, its items, or the name of an object."""
    for item in node.items if node.shape is Shape.LIST else [node]:
        if item.shape is not Shape.MAP:
            yield item
            continue
        item = ids.get(item.text("@id"), item)
        for key in ("name", "@value", "text", "description", "alternateName"):
            inner = item.get(key)
            if inner is not None and inner.shape is not Shape.MAP:
                yield from inner.items if inner.shape is Shape.LIST else [inner]
                break
        else:
            if named and not item.get("@id"):
                yield Node(Shape.NULL, item.start, item.end)


def _image(node: Node, fields: Fields, ids: Mapping[str, Node], origin: str, rank: int) -> None:
    image = node.get("image")
    if image is not None and image.shape is Shape.LIST:
        image = image.items[0] if image.items else None
    if image is None:
        return
    if image.shape is Shape.TEXT:
        fields.put("image", image.passage(fields.source), key="image", origin=origin, rank=rank)
        return
    image = ids.get(image.text("@id"), image)
    parts = {"url": "image", "contentUrl": "image", "caption": "image-caption", "creditText": "image-credit"}
    for entry in image.entries:
        name = parts.get(entry.key)
        if name and entry.node.shape is Shape.TEXT:
            passage = entry.node.passage(fields.source)
            fields.put(name, passage, key=f"image.{entry.key}", origin=origin, rank=rank)


def read(root: Node, source: Source, settings: Settings) -> Iterator[Article]:
    """The articles of a JSON-LD file."""
    from presslint.reading.cmsarticle import MARKUP, Record  # which reads HTML, which reads JSON-LD

    ids = by_id(root)
    found = list(articles(root))
    for number, node in enumerate(found, 1):
        record = Record(node, source, settings, "schema.org")
        collect(node, record.fields, ids, origin="cms")
        body = node.get("articleBody")
        if body is not None and body.shape is Shape.TEXT:
            if MARKUP.search(str(body.value)):
                record.html_body(body)
            else:
                record.text_body(body)
        key = node.text("@id") or node.text("url") or str(number)
        yield record.article(key if len(found) > 1 else "")
