"""Atom feeds: one entry is one article. Blogger's exports are such feeds, and those of the AP, whose entries hold
NITF and lines of the agency's own (`apcm:ContentMetadata`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from presslint.article import Article
from presslint.model.document import Block, Comment
from presslint.model.passage import Part, Passage
from presslint.model.regex import regex
from presslint.model.source import Source, SourceError
from presslint.reading import Settings, html, nitf
from presslint.reading.blocks import BlockReader
from presslint.reading.bodyhead import settle
from presslint.reading.elements import Element, attribute_passage
from presslint.reading.fields import Fields
from presslint.reading.plaintext import read_text
from presslint.reading.wordpress import AUTO_EXCERPT
from presslint.reading.xmltree import raw, stream

CARRIES = frozenset(("headings", "links", "media", "metadata", "tags"))
KIND = "#kind"  # ends the scheme of the category by which Blogger tells posts from the rest of a site
NO_ARTICLE = regex(r"(?:.{0,80}#)?(?:comment|settings|template)", re.IGNORECASE)
# element -> canonical name and preference; `issued` and `created` are Atom 0.3
DATES: Mapping[str, tuple[str, int]] = {
    "published": ("published", 0),
    "issued": ("published", 1),
    "created": ("published", 2),
    "updated": ("modified", 0),
}
# lines of the AP's content metadata -> canonical name and preference
AP_LINES: Mapping[str, tuple[str, int]] = {
    "HeadLine": ("headline", 1),
    "ExtendedHeadLine": ("headline-alt", 0),
    "ByLine": ("byline", 0),
    "DateLine": ("dateline", 0),
    "SlugLine": ("slug", 0),
    "Keywords": ("tags", 1),
    "CreditLine": ("source", 0),
    "EditorialNote": ("extra", 0),
}
AP_STATUSES = {"usable": "published", "withheld": "draft", "embargoed": "scheduled", "canceled": "withdrawn"}
AP_KINDS = frozenset(("photo", "graphic", "video", "audio"))


def read(source: Source, settings: Settings) -> Iterator[Article]:
    """Each entry, as it comes. What the feed says of its author and language holds for all."""
    feed: Element | None = None
    authors: tuple[Passage, ...] = ()
    language: Passage | None = None
    number = 0
    first: tuple[int, str] | None = None  # of the entries that are no texts
    for entry in stream(source, ("entry",)):
        if feed is None and entry.parent is not None:
            feed = entry.parent
            authors = tuple(_authors(source, feed))
            language = attribute_passage(source, feed, "xml:lang", Part.FIELD)
        if NO_ARTICLE.fullmatch(_kind(source, entry)):
            continue
        kind = _media_type(entry)
        if kind:
            first = first or (entry.start, kind)
        else:
            number += 1
            yield _entry(entry, source, settings, authors, language, number)
    if first is not None and not number:
        reason = f"no article in this feed: its entries are {first[1]}s; presslint reads entries of text"
        raise SourceError(source.path, reason, source.position(first[0]).line)


def _media_type(entry: Element) -> str:
    """What an entry of the AP is, if it is no text: photo, graphic, video or audio."""
    kind = entry.find("Characteristics")
    name = kind.get("MediaType").lower() if kind is not None else ""
    return name if name in AP_KINDS else ""


def _kind(source: Source, entry: Element) -> str:
    """What Blogger says that an entry is, in the old form and in the new one."""
    for element in entry.elements:
        if element.tag == "category" and element.get("scheme").endswith(KIND):
            return element.get("term")
        if element.tag == "type":
            return raw(source, element, Part.FIELD).text
    return ""


def _authors(source: Source, element: Element) -> Iterator[Passage]:
    for author in element.elements:
        if author.tag == "author":
            yield from (
                BlockReader(source).line(name, Part.BYLINE) for name in author.elements if name.tag == "name"
            )
        elif author.tag == "dc:creator":
            yield BlockReader(source).line(author, Part.BYLINE)


def _entry(
    entry: Element,
    source: Source,
    settings: Settings,
    authors: tuple[Passage, ...],
    language: Passage | None,
    number: int,
) -> Article:
    fields = Fields(source, settings, origin="cms")
    parts: dict[str, Element] = {}
    for element in entry.elements:
        _put(element, source, fields)
        parts.setdefault(element.tag, element)
    own = tuple(_authors(source, entry))
    from_elsewhere = tuple(_authors(source, parts["source"])) if "source" in parts else ()
    signed = "byline" in fields  # by a line of the agency's own; the author is the agency then
    for name in own or from_elsewhere or authors:
        fields.put("source" if signed else "byline", name, key="author.name")
    said = attribute_passage(source, entry, "xml:lang", Part.FIELD) or language
    if said:
        fields.put("language", said, key="xml:lang")
    body, summary = parts.get("content"), parts.get("summary")
    if body is None or body.get("src"):  # the words are at another address
        body, summary = summary, None
    if summary is not None:
        dek = _line(summary, source, Part.DEK)
        if dek and not AUTO_EXCERPT.search(dek.text[-200:]):
            fields.put("dek", dek, key="summary", span=summary.span)
    found, comments = _body(body, source, fields) if body is not None else ((), ())
    blocks, slots = settle(fields, found, has_head=True)
    identity = parts.get("id")
    return Article(
        source,
        "atom",
        blocks,
        fields.mapping(),
        carries=CARRIES,
        key=(raw(source, identity, Part.FIELD).text.strip() if identity is not None else "") or str(number),
        comments=comments,
        slots=slots,
        body_start=body.inner if body is not None else entry.start,
        settings=settings.article,
    )


def _put(element: Element, source: Source, fields: Fields) -> None:
    if element.tag == "title":
        fields.put("headline", _line(element, source, Part.HEADLINE), key="title", span=element.span)
    elif element.tag in DATES:
        name, rank = DATES[element.tag]
        fields.put(name, _line(element, source, Part.FIELD), key=element.tag, span=element.span, rank=rank)
    elif element.tag == "category" and not element.get("scheme").endswith(KIND):
        key = "label" if element.get("label") else "term"
        name_of = attribute_passage(source, element, key, Part.TAG)
        if name_of:
            fields.put("tags", name_of, key=f"category@{key}", span=element.span, whole=True)
    elif element.tag == "link" and element.get("rel") in ("", "alternate"):
        address = attribute_passage(source, element, "href", Part.FIELD)
        if address:
            fields.put("url", address, key="link@href", span=element.span)
    elif element.tag == "control":
        draft = element.find("draft")
        if draft is not None:
            fields.put("draft", raw(source, draft, Part.FIELD), key="control.draft", span=draft.span)
    elif element.tag == "ContentMetadata":
        for line in element.elements:
            if line.tag in AP_LINES:
                name, rank = AP_LINES[line.tag]
                words = BlockReader(source).line(line, Part.FIELD)
                fields.put(name, words, key=line.tag, span=line.span, rank=rank)
    elif element.tag == "NewsManagement":
        said = element.find("PublishingStatus")
        if said is not None:
            status = raw(source, said, Part.FIELD).strip()
            value = AP_STATUSES.get(status.text.lower())
            fields.put("status", status, key="PublishingStatus", span=said.span, value=value)
    elif element.tag == "status":
        fields.put("status", raw(source, element, Part.FIELD), key="status", span=element.span)


def _line(element: Element, source: Source, part: Part) -> Passage:
    """A text construct as one line: HTML in a string, XHTML, or the words themselves."""
    if _holds_html(element):
        return html.line(raw(source, element, part), part)
    return BlockReader(source).line(element, part)


def _holds_html(element: Element) -> bool:
    return "html" in element.get("type") and next(element.elements, None) is None


def _body(element: Element, source: Source, fields: Fields) -> tuple[tuple[Block, ...], tuple[Comment, ...]]:
    """The blocks of a text construct, and the comments in them."""
    kind = element.get("type")
    document = next((inner for inner in element.elements if inner.tag == "nitf"), None)
    if document is not None:
        nitf.collect(document, source, fields, rank=5)
        return nitf.blocks(document, source), ()
    if next(element.elements, None) is not None:
        return BlockReader(source).read(element), ()
    text = raw(source, element, Part.PARAGRAPH)
    if _holds_html(element) or (kind in ("", "text") and "</p>" in text.text):
        found = html.fragment(text)
        return found.blocks, found.comments
    if kind in ("", "text", "text/plain"):
        headline = next((found.text for found in fields.mapping().get("headline", ())), "")
        return read_text(text, headline).blocks, ()
    return (), ()  # a picture in base64, a file of another kind
