"""NewsML-G2, the IPTC's envelope for news: items alone or in a message, with NITF, XHTML or plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from presslint.article import Article
from presslint.model.document import Block, Media
from presslint.model.passage import Part
from presslint.model.source import Source, SourceError
from presslint.reading import Settings, nitf
from presslint.reading.blocks import BlockReader
from presslint.reading.bodyhead import settle
from presslint.reading.elements import Element, Markup, attribute_passage, attribute_span
from presslint.reading.fields import Fields
from presslint.reading.html import fragment
from presslint.reading.plaintext import read_text
from presslint.reading.xmltree import raw

CARRIES = frozenset(("headings", "links", "media", "metadata", "tags"))
ITEMS = frozenset(("newsItem",))
BODILESS = frozenset(("picture", "graphic", "video", "audio", "composite"))  # classes that hold no text
# what an item without a text is called where it is told of: by its element, by its class
OTHERS: Mapping[str, str] = {
    "packageItem": "a package, which lists other items",
    "conceptItem": "a concept",
    "knowledgeItem": "a list of concepts",
    "planningItem": "plans for coverage",
}
CLASSES: Mapping[str, str] = {
    "picture": "a picture",
    "graphic": "a graphic",
    "video": "a video",
    "audio": "sound",
    "composite": "a package, which lists other items",
    "text": "a text item without a headline or a text",
}

# elements of itemMeta and contentMeta whose text is a value -> canonical name, preference
LINES: Mapping[str, tuple[str, int]] = {
    "headline": ("headline", 0),
    "title": ("headline", 2),
    "by": ("byline", 0),
    "creditline": ("source", 1),
    "dateline": ("dateline", 0),
    "keyword": ("tags", 0),
    "firstCreated": ("published", 0),
    "contentCreated": ("published", 1),
    "versionCreated": ("modified", 0),
    "contentModified": ("modified", 1),
    "embargoed": ("embargo", 0),
    "slugline": ("slug", 0),
    "edNote": ("extra", 0),
}
# elements whose `name` child says who or what -> canonical name, preference
NAMED: Mapping[str, tuple[str, int]] = {
    "creator": ("byline", 2),
    "contributor": ("byline", 3),
    "subject": ("tags", 1),
    "genre": ("story-type", 0),
    "infoSource": ("source", 0),
    "provider": ("site", 0),
}
STATUSES = {"usable": "published", "withheld": "draft", "canceled": "withdrawn"}


def read(markup: Markup, source: Source, settings: Settings) -> Iterator[Article]:
    """Each text item of the file; several have their `guid` for a key.

    Raises SourceError where there is none, and says what there is in its place.
    """
    every = [element for element in markup.root.walk() if element.tag in OTHERS or element.tag in ITEMS]
    items = [element for element in every if element.tag in ITEMS and not _is_bodiless(element)]
    found = False
    for item in items:
        key = item.get("guid") if len(items) > 1 else ""
        article = _item(item, markup, source, settings, key)
        if article.blocks or article.headline is not None:
            found = True
            yield article
    if not found:
        place = source.position(every[0].start).line if every else 1
        raise SourceError(source.path, _nothing(every), place)


def _nothing(every: list[Element]) -> str:
    """Why a file has no article: what its items are."""
    told = ", ".join(dict.fromkeys(OTHERS.get(each.tag) or CLASSES.get(_class(each), "") for each in every))
    held = f"it holds {told}" if told.strip(", ") else "it holds no text"
    return f"no article in this NewsML-G2: {held}; presslint reads a newsItem with a headline or a text"


def _class(item: Element) -> str:
    kind = item.find("itemClass")
    return kind.get("qcode").rpartition(":")[2] if kind is not None else ""


def _is_bodiless(item: Element) -> bool:
    return _class(item) in BODILESS and item.find("inlineXML", "inlineData") is None


def _item(item: Element, markup: Markup, source: Source, settings: Settings, key: str) -> Article:
    fields = Fields(source, settings, origin="cms")
    for meta in item.elements:
        if meta.tag in ("itemMeta", "contentMeta"):
            for element in meta.elements:
                _meta(element, source, fields)
    address = attribute_passage(source, item, "guid", Part.FIELD)
    if address:
        fields.put("url", address, key="guid")
    language = attribute_passage(source, item, "xml:lang", Part.FIELD)
    if language:
        fields.put("language", language, key="xml:lang", rank=1)
    around = attribute_passage(source, next(markup.root.elements), "xml:lang", Part.FIELD)
    if around and not language:
        fields.put("language", around, key="xml:lang", rank=2)
    content = item.find("contentSet")
    blocks: tuple[Block, ...] = ()
    media: list[Media] = []
    for element in content.elements if content is not None else ():
        if element.tag in ("inlineXML", "inlineData") and not blocks:
            blocks = _body(element, source, fields)
            for own in (element, *element.elements):
                said = attribute_passage(source, own, "xml:lang", Part.FIELD)
                if said:
                    fields.put("language", said, key="inlineXML@xml:lang", rank=-1)
                    break
        elif element.tag == "remoteContent" and element.get("contenttype").startswith("image/"):
            target = attribute_span(source, element, "href") or element.span
            media.append(Media("image", element.get("href"), target))
    blocks, slots = settle(fields, blocks, has_head=True)
    return Article(
        source,
        "newsml-g2",
        blocks,
        fields.mapping(),
        carries=CARRIES,
        key=key,
        comments=markup.within(item),
        media=tuple(media),
        slots=slots,
        body_start=content.start if content is not None else item.start,
        settings=settings.article,
    )


def _meta(element: Element, source: Source, fields: Fields) -> None:
    reader = BlockReader(source, roles={})
    known = LINES.get(element.tag)
    if known is not None:
        name, rank = known
        if element.tag == "headline" and element.get("role"):
            rank += 1
        line = reader.line(element, Part.FIELD)
        fields.put(name, line, key=element.tag, span=element.span, rank=rank, whole=name == "tags")
    elif element.tag == "description":
        name = "dek" if "summary" in element.get("role") else "description"
        fields.put(name, reader.line(element, Part.FIELD), key="description", span=element.span)
    elif element.tag == "language":
        tag = attribute_passage(source, element, "tag", Part.FIELD)
        if tag:
            fields.put("language", tag, key="language@tag")
    elif element.tag == "pubStatus":
        status = attribute_passage(source, element, "qcode", Part.FIELD)
        if status:
            value = STATUSES.get(status.text.rpartition(":")[2])
            fields.put("status", status, key="pubStatus@qcode", value=value)
    elif element.tag in NAMED:
        name, rank = NAMED[element.tag]
        inner = next((child for child in element.elements if child.tag == "name"), None)
        if inner is not None:
            line = reader.line(inner, Part.FIELD)
            key = f"{element.tag}.name"
            fields.put(name, line, key=key, span=inner.span, rank=rank, whole=name == "tags")


def _body(element: Element, source: Source, fields: Fields) -> tuple[Block, ...]:
    """The text of an item: an NITF or XHTML document, HTML in a string, or plain text."""
    document = element.find("nitf")
    if document is not None:
        nitf.collect(document, source, fields, rank=5)
        return nitf.blocks(document, source)
    return content(element, element.get("contenttype"), source, fields)


def _heads(page: Element, source: Source, fields: Fields) -> set[Element]:
    """The header of an embedded page that says the headline again, with tags and dates that the item has, too."""
    known = {" ".join(found.text.split()).casefold() for found in fields.mapping().get("headline", ())}
    return {
        header
        for header in page.elements
        if header.tag == "header"
        and any(
            BlockReader(source).line(title, Part.HEADLINE).text.casefold() in known
            for title in header.find_all("h1", "h2")
        )
    }


def content(element: Element, kind: str, source: Source, fields: Fields) -> tuple[Block, ...]:
    """A text as XHTML, as HTML in a string, or in plain words; `kind` is what the envelope calls it."""
    page = element.find("body") or element.find("html")
    if page is not None or next(element.elements, None) is not None:
        return BlockReader(source, skip=_heads(page or element, source, fields)).read(page or element)
    text = raw(source, element, Part.PARAGRAPH)
    if "html" in kind or "</p>" in text.text:
        return fragment(text).blocks
    return read_text(text, next((found.text for found in fields.mapping().get("headline", ())), "")).blocks
