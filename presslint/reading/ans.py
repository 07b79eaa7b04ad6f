"""Arc XP: stories in ANS, the format of its content API and exports."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from presslint.article import Article
from presslint.model.document import Block, Kind, Media
from presslint.model.passage import Part
from presslint.model.source import Source
from presslint.reading import Settings
from presslint.reading.cmsarticle import Column, Record, entry, maps, texts
from presslint.reading.tree import Node, Shape

SINGLE = True
DEPTH_LIMIT = 24  # deeper lists and quotes are left out

COLUMNS = (
    Column("headline", "headlines.basic"),
    Column("headline-alt", "headlines.meta_title", 0),
    Column("headline-alt", "headlines.web", 1),
    Column("headline-alt", "headlines.mobile", 2),
    Column("headline-alt", "headlines.native", 3),
    Column("headline-alt", "headlines.tablet", 4),
    Column("headline-alt", "headlines.print", 5),
    Column("headline-alt", "headlines.twitter", 6),
    Column("headline-alt", "headlines.facebook", 7),
    Column("kicker", "label.basic.text"),
    Column("kicker", "label.kicker.text", 1),
    Column("section", "taxonomy.primary_section.name"),
    Column("section", "taxonomy.primary_site.name", 1),
    Column("dek", "subheadlines.basic"),
    Column("description", "description.basic"),
    Column("dateline", "location"),
    Column("published", "first_publish_date", 1),
    Column("published", "display_date", 0),
    Column("published", "publish_date", 2),
    Column("modified", "last_updated_date"),
    Column("status", "status"),
    Column("slug", "slug"),
    Column("url", "website_url", 1),
    Column("canonical", "canonical_url"),
    Column("source", "distributor.name"),
    Column("language", "language"),
    Column("disclosure", "editor_note", 1),
    Column("story-type", "subtype"),
    Column("tags", "taxonomy.seo_keywords", 3),
)
# objects of a list -> canonical name, path of the list, keys that may hold the name, rank
NAMES = (
    ("byline", ("credits", "by"), ("byline", "name"), 0),
    ("byline", ("vanity_credits", "by"), ("byline", "name"), 1),
    ("tags", ("taxonomy", "tags"), ("text", "name", "slug"), 0),
    ("tags", ("taxonomy", "keywords"), ("keyword",), 2),
    ("correction", ("corrections",), ("text",), 0),
)
MEDIA = {"image": "image", "video": "video", "gallery": "gallery", "audio": "audio"}
EMBEDS = frozenset(("oembed_response", "reference", "custom_embed", "graphic", "link_list", "story"))


def read(node: Node, source: Source, settings: Settings) -> Iterator[Article]:
    record = Record(node, source, settings, "ans")
    record.columns(COLUMNS)
    for name, path, keys, rank in NAMES:
        for item in maps(node.get(*path)):
            found = next((found for key in keys if (found := entry(item, key)) and found.node.value), None)
            if found is not None:
                record.put(name, found.node, ".".join((*path, found.key)), rank=rank, at=found, whole=True)
            elif item.get("_id") or item.get("referent"):
                record.elsewhere |= {name}  # a reference, which Arc XP resolves when it publishes
        if name == "tags":
            for item in texts(node.get(*path)):
                record.put(name, item, ".".join(path), rank=rank, whole=True)
    promo = node.get("promo_items", "basic")
    if promo is not None and MEDIA.get(promo.text("type")):
        record.media.append(_media(record, promo))
    elements = node.get("content_elements")
    if elements is not None:
        record.body_start = elements.start
        record.blocks += _blocks(record, elements, 0)
    yield record.article(node.text("_id") or node.text("canonical_url"))


def _blocks(record: Record, elements: Node | None, depth: int) -> list[Block]:
    """The blocks of a list of content elements."""
    blocks: list[Block] = []
    if depth > DEPTH_LIMIT:
        return blocks
    for element in maps(elements):
        found = _element(record, element, depth)
        # nothing stands between two elements: a block alone in its element takes all of it
        blocks += [replace(found[0], span=element.span)] if len(found) == 1 else found
    return blocks


def _element(record: Record, element: Node, depth: int) -> list[Block]:
    content = element.get("content")
    span = element.span
    match element.text("type"):
        case "text" | "raw_html" | "raw":
            return _html(record, content)
        case "header":
            level = element.get("level")
            number = level.value if level is not None and isinstance(level.value, int) else 2
            return _one(record.inline(content, Kind.HEADING, Part.HEADING, level=min(max(number, 1), 6)))
        case "list":
            items = _items(record, element.get("items"), depth)
            ordered = element.text("list_type") == "ordered"
            return [Block(Kind.LIST, span, ordered=ordered, children=tuple(items))] if items else []
        case "quote" | "blockquote":
            inside = _html(record, content) + _blocks(record, element.get("content_elements"), depth + 1)
            cited = element.get("citation", "content")
            inside += _one(record.inline(cited, Kind.PARAGRAPH, Part.PARAGRAPH))
            info = "pull quote" if "pull" in element.text("subtype") else ""
            return [Block(Kind.QUOTE, span, children=tuple(inside), info=info)] if inside else []
        case "table":
            return _table(record, element)
        case "correction":
            text = entry(element, "text")
            if text is None:
                return []
            record.put("correction", text.node, "content_elements.correction", at=text)
            inside = _one(record.inline(text.node, Kind.PARAGRAPH, Part.PARAGRAPH))
            return [Block(Kind.NOTE, span, children=tuple(inside), info="correction")]
        case "interstitial_link":
            return _one(record.inline(content, Kind.EMBED, Part.PARAGRAPH))
        case "code":
            passage = content.passage(record.source, Part.CODE) if content is not None else None
            return [Block(Kind.CODE, span, passage)]
        case "divider":
            return [Block(Kind.SEPARATOR, span, info="divider")]
        case "element_group" | "list_element":
            return _blocks(record, element.get("content_elements"), depth + 1)
        case kind if kind in MEDIA:
            return [Block(Kind.MEDIA, span, media=(_media(record, element),))]
        case kind if kind in EMBEDS:
            return [Block(Kind.EMBED, span, info=element.text("subtype") or kind)]
    return []


def _html(record: Record, node: Node | None) -> list[Block]:
    """The blocks of inline HTML; ANS has one paragraph to an element."""
    if node is None or node.shape is not Shape.TEXT or not node.value:
        return []
    before = len(record.blocks)
    record.fragment(node.passage(record.source, Part.PARAGRAPH))
    blocks = record.blocks[before:]
    del record.blocks[before:]
    return blocks


def _one(block: Block | None) -> list[Block]:
    return [block] if block is not None else []


def _items(record: Record, items: Node | None, depth: int) -> list[Block]:
    """List items; a list among them belongs to the item before it."""
    blocks: list[Block] = []
    for item in maps(items):
        if item.text("type") == "list" and depth < DEPTH_LIMIT:
            inner = _items(record, item.get("items"), depth + 1)
            ordered = item.text("list_type") == "ordered"
            nested = Block(Kind.LIST, item.span, ordered=ordered, children=tuple(inner))
            if blocks:
                last = blocks.pop()
                blocks.append(replace(last, children=(*last.children, nested)))
            else:
                blocks.append(Block(Kind.ITEM, item.span, children=(nested,)))
        else:
            blocks += _one(record.inline(item.get("content"), Kind.ITEM, Part.ITEM))
    return blocks


def _table(record: Record, element: Node) -> list[Block]:
    rows: list[Block] = []
    head = element.get("header")
    body = element.get("rows")
    for row in [*([head] if head is not None else []), *(body.items if body is not None else ())]:
        cells = [
            block
            for cell in maps(row)
            for block in _one(record.inline(cell.get("content"), Kind.CELL, Part.CELL))
        ]
        if cells:
            rows.append(Block(Kind.ROW, row.span, children=tuple(cells)))
    return [Block(Kind.TABLE, element.span, children=tuple(rows))] if rows else []


def _media(record: Record, element: Node) -> Media:
    url = element.get("url") or element.get("canonical_url")
    alt, caption = element.get("alt_text"), element.get("caption")
    credit = next(maps(element.get("credits", "by")), None)
    name = (credit.get("byline") or credit.get("name")) if credit is not None else None
    name = name or next(texts(element.get("vanity_credits", "by")), None)
    return Media(
        MEDIA[element.text("type")],
        str(url.value) if url is not None else "",
        url.span if url is not None else element.span,
        alt=alt.passage(record.source, Part.ALT) if alt is not None else None,
        caption=record.passage(caption, Part.CAPTION, html_text=True) if caption is not None else None,
        credit=name.passage(record.source, Part.CAPTION) if name is not None else None,
    )
