"""WXR, WordPress's export, and RSS feeds that carry whole articles: one item is one article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from presslint.article import Article
from presslint.model.passage import Part, Passage
from presslint.model.regex import regex
from presslint.model.source import Source
from presslint.reading import Settings, html
from presslint.reading.bodyhead import settle
from presslint.reading.elements import Element
from presslint.reading.fields import Fields
from presslint.reading.wordpress import AUTO_EXCERPT
from presslint.reading.xmltree import raw, stream

CARRIES = frozenset(("headings", "links", "media", "metadata", "tags"))
# rows of the posts table that are no articles
NO_ARTICLE = regex(
    r"attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_.*|acf.*"
    r"|elementor_.*|product_variation|shop_order"
)
# element -> canonical name and preference
LINES: Mapping[str, tuple[str, int]] = {
    "link": ("url", 0),
    "wp:post_date_gmt": ("published", 0),
    "pubDate": ("published", 1),
    "wp:post_modified_gmt": ("modified", 0),
    "wp:status": ("status", 0),
    "wp:post_name": ("slug", 0),
}
SEO: Mapping[str, str] = {
    "_yoast_wpseo_title": "headline-alt",
    "_yoast_wpseo_metadesc": "description",
    "rank_math_title": "headline-alt",
    "rank_math_description": "description",
    "_aioseo_title": "headline-alt",
    "_aioseo_description": "description",
}
DOMAINS = {"post_tag": "tags", "category": "categories", "": "tags"}


def read(source: Source, settings: Settings) -> Iterator[Article]:
    """Each post and page of an export, as it comes."""
    people: dict[str, Passage] = {}
    language: Passage | None = None
    number = 0
    for element in stream(source, ("item", "wp:author", "language")):
        if element.tag == "wp:author":
            login, name = element.find("wp:author_login"), element.find("wp:author_display_name")
            if login is not None and name is not None:
                people[raw(source, login, Part.FIELD).text] = raw(source, name, Part.BYLINE)
        elif element.tag == "language":
            language = raw(source, element, Part.FIELD)
        elif not NO_ARTICLE.fullmatch(_text(source, element, "wp:post_type")):
            number += 1
            yield _item(element, source, settings, people, language, number)


def _text(source: Source, item: Element, tag: str) -> str:
    found = item.find(tag)
    return raw(source, found, Part.FIELD).text if found is not None else ""


def _item(
    item: Element,
    source: Source,
    settings: Settings,
    people: Mapping[str, Passage],
    language: Passage | None,
    number: int,
) -> Article:
    fields = Fields(source, settings, origin="cms")
    if language is not None:
        fields.put("language", language, key="language")
    body: Element | None = None
    summary: Element | None = None
    for element in item.elements:
        passage = raw(source, element, Part.FIELD)
        if element.tag == "title":
            fields.put("headline", html.line(passage, Part.HEADLINE), key="title", span=element.span)
        elif element.tag in LINES:
            name, rank = LINES[element.tag]
            if passage and not passage.text.startswith("0000-"):
                value = f"{passage.text}Z" if element.tag.endswith("_gmt") else None
                fields.put(name, passage, key=element.tag, span=element.span, rank=rank, value=value)
        elif element.tag in ("dc:creator", "author"):
            name_of = people.get(passage.text, passage)
            fields.put("byline", name_of or passage, key=element.tag, span=element.span)
        elif element.tag == "category":
            kind = DOMAINS.get(element.get("domain"))
            if kind:
                words = html.line(passage, Part.TAG)
                fields.put(kind, words, key="category", span=element.span, whole=True)
        elif element.tag == "content:encoded":
            body = element
        elif element.tag in ("excerpt:encoded", "description"):
            summary = element if passage else summary
        elif element.tag == "wp:postmeta":
            _seo(element, source, fields)
    if body is None:
        body, summary = summary, None
    if summary is not None:
        excerpt = raw(source, summary, Part.DEK)
        if not AUTO_EXCERPT.search(excerpt.text[-200:]):
            fields.put("dek", html.line(excerpt, Part.DEK), key=summary.tag, span=summary.span)
    inner = html.fragment(raw(source, body, Part.PARAGRAPH), stored=True) if body is not None else None
    blocks, slots = settle(fields, inner.blocks if inner is not None else (), has_head=True)
    return Article(
        source,
        "wordpress",
        blocks,
        fields.mapping(),
        carries=CARRIES,
        key=_text(source, item, "wp:post_name") or _text(source, item, "wp:post_id") or str(number),
        comments=inner.comments if inner is not None else (),
        slots=slots,
        body_start=body.inner if body is not None else item.start,
        dialect="wordpress" if item.find("wp:post_type") is not None else "rss",
        settings=settings.article,
    )


def _seo(meta: Element, source: Source, fields: Fields) -> None:
    """Titles and descriptions that SEO plugins keep in the post's meta table."""
    name = SEO.get(_text(source, meta, "wp:meta_key"))
    value = meta.find("wp:meta_value")
    if name and value is not None:
        key = _text(source, meta, "wp:meta_key")
        fields.put(name, raw(source, value, Part.FIELD), key=key, span=value.span)
