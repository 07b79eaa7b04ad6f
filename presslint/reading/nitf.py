"""NITF, the IPTC's News Industry Text Format, as a file or inside NewsML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from presslint.article import Article
from presslint.model.document import Block, Kind
from presslint.model.passage import Part
from presslint.model.source import Source
from presslint.reading import Settings
from presslint.reading.blocks import BlockReader, Role
from presslint.reading.bodyhead import settle
from presslint.reading.elements import Element, Markup, attribute_passage
from presslint.reading.fields import Fields

CARRIES = frozenset(("headings", "links", "media", "metadata", "tags"))

NITF_ROLES: Mapping[str, Role] = {
    **dict.fromkeys(
        "head body.head byttl docdata media-metadata media-object nitf-table-metadata script rights".split(),
        Role.SKIP,
    ),
    **dict.fromkeys(
        "p block body body.content body.end nitf note tagline fn credit datasource abstract custom-table "
        "nitf-table caption col colgroup thead tbody tfoot postaddr".split(),
        Role.BLOCK,
    ),
    **dict.fromkeys("hl1 hl2 h1 h2 h3 h4 h5 h6".split(), Role.HEADING),
    **dict.fromkeys("ul ol dl".split(), Role.LIST),
    **dict.fromkeys("li dt dd".split(), Role.ITEM),
    "bq": Role.QUOTE,
    "blockquote": Role.QUOTE,
    "table": Role.TABLE,
    "tr": Role.ROW,
    "td": Role.CELL,
    "th": Role.CELL,
    "pre": Role.CODE,
    "media": Role.FIGURE,
    "media-reference": Role.IMAGE,
    "media-caption": Role.CAPTION,
    "media-producer": Role.CREDIT,
    "hr": Role.RULE,
    "br": Role.BREAK,
    "a": Role.LINK,
    **dict.fromkeys("em strong b i".split(), Role.MARK),
}
# element -> attribute that holds the value, canonical name, preference
ATTRIBUTES: Mapping[str, tuple[str, str, int]] = {
    "date.issue": ("norm", "published", 0),
    "date.release": ("norm", "published", 1),
    "story.date": ("norm", "published", 2),
    "date.expire": ("norm", "expires", 0),
    "revision-history": ("norm", "modified", 0),
    "keyword": ("key", "tags", 0),
    "pubdata": ("position.section", "section", 0),
    "tobject": ("tobject.type", "section", 1),
    "tobject.property": ("tobject.property.type", "story-type", 0),
    "series": ("series.name", "kicker", 0),
    "correction": ("info", "correction", 0),
    "ed-msg": ("info", "extra", 0),
    "doc-id": ("id-string", "slug", 0),
    "docdata": ("management-status", "status", 0),
}
STATUSES = {"usable": "published", "embargoed": "scheduled", "withheld": "draft"}


def read(markup: Markup, source: Source, settings: Settings) -> Iterator[Article]:
    """The one article of an NITF file."""
    root = next(iter(markup.root.elements))
    fields = Fields(source, settings, origin="cms")
    collect(root, source, fields)
    for name in ("xml:lang", "baselang"):
        language = attribute_passage(source, root, name, Part.FIELD)
        if language:
            fields.put("language", language, key=name)
    content = root.find("body.content")
    found, slots = settle(fields, blocks(root, source), has_head=True)
    yield Article(
        source,
        "nitf",
        found,
        fields.mapping(),
        carries=CARRIES,
        comments=markup.comments,
        slots=slots,
        body_start=content.inner if content is not None else 0,
        settings=settings.article,
    )


def blocks(root: Element, source: Source) -> tuple[Block, ...]:
    """The body and, as notes, what follows it."""
    reader = BlockReader(source, roles=NITF_ROLES)
    content, end = root.find("body.content"), root.find("body.end")
    found = list(reader.read(content if content is not None else root))
    if end is not None:
        found += [Block(Kind.NOTE, end.span, children=inner) for inner in [reader.read(end)] if inner]
    return tuple(found)


def collect(root: Element, source: Source, fields: Fields, *, rank: int = 0) -> None:
    """Put what the heads of an NITF document say into `fields`."""
    reader = BlockReader(source, roles=NITF_ROLES)
    for element in root.walk():
        known = ATTRIBUTES.get(element.tag)
        if known is not None:
            attribute, name, preference = known
            passage = attribute_passage(source, element, attribute, Part.FIELD)
            if passage is not None:
                value = STATUSES.get(passage.text) if name == "status" else None
                key = f"{element.tag}@{attribute}"
                fields.put(name, passage, key=key, value=value, rank=rank + preference, whole=name == "tags")
    head = root.find("body.head")
    for element in head.walk() if head is not None else ():
        _masthead(element, reader, fields, rank)
    title = root.find("title")
    if title is not None and any(outer.tag == "head" for outer in title.ancestors()):
        line = reader.line(title, Part.HEADLINE)
        name = "headline-alt" if "headline" in fields else "headline"
        fields.put(name, line, key="title", span=title.span, rank=rank + 1)


def _masthead(element: Element, reader: BlockReader, fields: Fields, rank: int) -> None:
    key, span = element.tag, element.span
    match key:
        case "hl1":
            fields.put("headline", reader.line(element, Part.HEADLINE), key=key, span=span, rank=rank)
        case "hl2":
            fields.put("dek", reader.line(element, Part.DEK), key=key, span=span, rank=rank)
        case "abstract":
            fields.put("dek", reader.line(element, Part.DEK), key=key, span=span, rank=rank + 1)
        case "byline":
            people = list(element.find_all("person"))
            for person in people or [element]:
                fields.put("byline", reader.line(person, Part.BYLINE), key=key, span=person.span, rank=rank)
        case "distributor":
            fields.put("source", reader.line(element, Part.FIELD), key=key, span=span, rank=rank)
        case "dateline":
            fields.put("dateline", reader.line(element, Part.DATELINE), key=key, span=span, rank=rank)
        case "note":
            fields.put("extra", reader.line(element, Part.FIELD), key=key, span=span, rank=rank)
