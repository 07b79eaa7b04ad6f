"""What a page says about its article where no reader looks: `<meta>`, Open Graph, `<title>`, JSON-LD."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from unicodedata import combining, normalize

from msgspec import Struct, field

from presslint.language.dates import parse_instant
from presslint.model.document import Problem
from presslint.model.passage import Part, Passage
from presslint.model.regex import regex
from presslint.model.source import Source, Span
from presslint.reading import jsontext, schemaorg
from presslint.reading.clues import Clues
from presslint.reading.elements import Element, Markup, attribute_passage
from presslint.reading.fields import PICTURE, Fields
from presslint.reading.tree import Node

SCRIPT_LIMIT = 50  # JSON-LD scripts read on one page

# name, property or itemprop of a <meta> -> canonical name and rank; what is not listed is no copy
META: Mapping[str, tuple[str, int]] = {
    "og:title": ("headline-alt", 0),
    "twitter:title": ("headline-alt", 1),
    "parsely-title": ("headline-alt", 2),
    "dc.title": ("headline-alt", 3),
    "dc:title": ("headline-alt", 3),
    "dcterms.title": ("headline-alt", 3),
    "citation_title": ("headline-alt", 3),
    "headline": ("headline-alt", 3),
    "description": ("description", 0),
    "og:description": ("description", 1),
    "twitter:description": ("description", 2),
    "dc.description": ("description", 3),
    "dcterms.description": ("description", 3),
    "author": ("byline", 10),
    "byl": ("byline", 10),
    "article:author": ("byline", 11),
    "article:author_name": ("byline", 11),
    "parsely-author": ("byline", 12),
    "sailthru.author": ("byline", 12),
    "dc.creator": ("byline", 13),
    "dc:creator": ("byline", 13),
    "og:article:author": ("byline", 13),
    "dcterms.creator": ("byline", 13),
    "citation_author": ("byline", 13),
    "article:published_time": ("published", 10),
    "og:published_time": ("published", 11),
    "datepublished": ("published", 11),
    "parsely-pub-date": ("published", 12),
    "sailthru.date": ("published", 12),
    "dc.date": ("published", 13),
    "dc.date.issued": ("published", 13),
    "dcterms.created": ("published", 13),
    "dcterms.date": ("published", 13),
    "date": ("published", 14),
    "pubdate": ("published", 14),
    "publish-date": ("published", 14),
    "publishdate": ("published", 14),
    "article:modified_time": ("modified", 10),
    "og:updated_time": ("modified", 11),
    "datemodified": ("modified", 11),
    "dcterms.modified": ("modified", 12),
    "last-modified": ("modified", 12),
    "article:expiration_time": ("expires", 0),
    "article:section": ("section", 10),
    "parsely-section": ("section", 11),
    "article:tag": ("tags", 10),
    "keywords": ("tags", 30),
    "news_keywords": ("tags", 31),
    "parsely-tags": ("tags", 32),
    "sailthru.tags": ("tags", 33),
    "classification-tags": ("tags", 34),
    "og:site_name": ("site", 0),
    "application-name": ("site", 1),
    "og:url": ("url", 0),
    "og:image": ("image", 0),
    "twitter:image": ("image", 1),
    "og:image:alt": ("image-alt", 0),
    "twitter:image:alt": ("image-alt", 1),
    "og:locale": ("language", 1),
    "content-language": ("language", 2),
}
NAMES_PARTED = regex(r"[,;]|\band\b")
TAGS_PARTED = regex(r"[,;|]")
# a link to the author's page, a handle, the end of an address, who made a picture: no author's name
NOBODY = regex(rf"(?:https?:)?//\S+|[@#]\S+|(?-i:[a-z0-9]+(?:-[a-z0-9]+)+)\Z|{PICTURE.pattern}", re.I)
ADDRESS_WORD = regex(r"[^\W_]+")
LEAST_CUT = 4  # keywords; fewer may be words of the address and topics as well
JSON_LD = "application/ld+json"
# what pages write before the JSON of a script
JSON_BEGIN = regex(r"(?:\s|<!\[CDATA\[|<!--|//|/\*|\*/){0,200}(?=[{\[])")
SUFFIX = regex(r"\s+[|–—·»«:\-•]{1,2}\s+")


class Head(Struct):
    """The metadata of a page before it is sorted into fields."""

    metas: list[tuple[str, Element]] = field(default_factory=list)
    title: Element | None = None
    canonical: Element | None = None
    html: Element | None = None
    linked_data: list[Node] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def contents(self, *names: str) -> Iterator[str]:
        """The contents of the `<meta>` elements with these names."""
        return (element.get("content") for name, element in self.metas if name in names)

    @property
    def is_article(self) -> bool:
        """True when the page says that it is an article."""
        if any(kind.strip().lower() == "article" for kind in self.contents("og:type")):
            return True
        return any(True for root in self.linked_data for _ in schemaorg.articles(root))

    @property
    def generator(self) -> str:
        """The system that made the page: wordpress, ghost, hugo…; empty when it does not say."""
        written = next(self.contents("generator"), "").strip().lower()
        return re.split(r"[^a-z]", written, maxsplit=1)[0]


def read_head(markup: Markup, source: Source) -> Head:
    """Gather the metadata elements of a page, wherever on it they stand."""
    head = Head()
    scripts = 0
    for element in markup.order or markup.root.walk():
        match element.tag:
            case "meta" if "content" in element.attributes:
                for attribute in ("property", "name", "itemprop", "http-equiv"):
                    for name in element.get(attribute).lower().split():
                        head.metas.append((name, element))
            case "title" if head.title is None and not _in_svg(element):
                head.title = element
            case "link" if "canonical" in element.get("rel").lower().split() and head.canonical is None:
                head.canonical = element
            case "html" if head.html is None:
                head.html = element
            case "script" if element.get("type").strip().lower() == JSON_LD and scripts < SCRIPT_LIMIT:
                scripts += 1
                _linked_data(head, element, source)
    return head


def _in_svg(element: Element) -> bool:
    return any(outer.tag == "svg" for outer in element.ancestors())


def _linked_data(head: Head, script: Element, source: Source) -> None:
    begin = JSON_BEGIN.match(source.text, script.inner, script.inner_end)
    if begin is None:
        return
    root, end, problems = jsontext.parse(source.text, begin.end())
    if root is not None and end <= script.inner_end:
        head.linked_data.append(root)
    elif end > script.inner_end:
        place = Span(script.inner, script.inner_end)
        problems = [Problem(place, "The JSON-LD of this script never ends; close its brackets and quotes.")]
    head.problems += problems


def clues(head: Head, title: Passage | None) -> Clues:
    """What the metadata says of the article, for finding it on the page; `title` is the text of `<title>`."""
    nodes = [node for root in head.linked_data for node in schemaorg.articles(root)]
    sites = list(head.contents("og:site_name")) or list(head.contents("application-name"))
    titles = list(head.contents("og:title", "twitter:title", "headline", "dc.title", "parsely-title"))
    titles += [node.text("headline") or node.text("name") for node in nodes]
    titles += [title.text] if title is not None else []
    summaries = [*head.contents("description", "og:description", "twitter:description")]
    summaries += [node.text("description") for node in nodes]
    return Clues(
        [name for name in titles if name.strip()],
        sites,
        _authors(head, nodes, {site.strip().casefold() for site in sites}),
        _topics(head, nodes),
        [node.text("articleBody") for node in nodes],
        [words for words in summaries if words.strip()],
        _days(head, nodes, "published", "datePublished"),
        _days(head, nodes, "modified", "dateModified"),
    )


def _days(head: Head, nodes: list[Node], name: str, key: str) -> set[date]:
    """The days that the metadata gives under a canonical name."""
    written = [element.get("content") for called, element in head.metas if META.get(called, ("",))[0] == name]
    instants = (parse_instant(day) for day in (*written, *(node.text(key) for node in nodes)))
    return {instant.date for instant in instants if instant is not None}


def _authors(head: Head, nodes: list[Node], sites: set[str]) -> list[str]:
    """Who wrote the article, each name once; the site itself is nobody."""
    ids = {name: node for root in head.linked_data for name, node in schemaorg.by_id(root).items()}
    given = [node.get("author") for node in nodes]
    names = [
        str(value.value or "")
        for node in given
        if node is not None
        for value in schemaorg.values(node, ids, True)
    ]
    for written in head.contents("author", "article:author", "byl", "parsely-author"):
        names += [piece.strip() for piece in NAMES_PARTED.split(written)]
    return [name for name in dict.fromkeys(names) if name.casefold() not in sites and not NOBODY.match(name)]


def _topics(head: Head, nodes: list[Node]) -> list[str]:
    """The tags that are named one by one or between commas."""
    given = [_keywords(node) for node in nodes]
    given += [
        list(head.contents(name)) for name in ("article:tag", "keywords", "news_keywords", "parsely-tags")
    ]
    parted = [[tag.strip() for words in written for tag in TAGS_PARTED.split(words)] for written in given]
    return [tag for tags in parted if not _from_address(tags, head) for tag in tags if tag]


def _keywords(node: Node) -> list[str]:
    """What an article in JSON-LD has as keywords."""
    given = node.get("keywords")
    return [] if given is None else [str(item.value or "") for item in given.items or [given]]


def _from_address(tags: Iterable[str], head: Head) -> bool:
    """True for keywords that a machine made of the words of the page's own address."""
    given = {_bare(tag) for tag in tags if tag.strip()}
    if len(given) < LEAST_CUT:
        return False
    addresses = [*head.contents("og:url"), head.canonical.get("href") if head.canonical is not None else ""]
    words = {_bare(word) for address in addresses for word in ADDRESS_WORD.findall(address)}
    return given <= words


def _bare(word: str) -> str:
    """A word without case and accents, as addresses have it."""
    return "".join(sign for sign in normalize("NFD", word.strip().lower()) if not combining(sign))


def collect(head: Head, title: Passage | None, source: Source, fields: Fields) -> None:
    """Put what the metadata says into `fields`; `title` is the text of `<title>`."""
    seen: set[tuple[str, Element]] = set()
    titles = {name.strip().casefold() for name in head.contents("og:title", "twitter:title")}
    for name, element in head.metas:
        known = META.get(name)
        if known is None or (known[0], element) in seen:
            continue
        seen.add((known[0], element))
        passage = attribute_passage(source, element, "content", Part.FIELD)
        if passage is None or (known[0] == "byline" and NOBODY.match(passage.text)):
            continue
        if known[0] == "site" and passage.text.casefold() in titles:
            continue  # some pages put the headline where the name of the site belongs
        if known[0] == "tags" and _from_address(TAGS_PARTED.split(passage.text), head):
            continue
        span = passage.span if passage.runs else element.span
        fields.put(known[0], passage, key=name, span=span, origin="meta", rank=known[1])
    if title is not None and title:
        fields.put("headline-alt", without_site(title, head), key="title", origin="meta", rank=5)
    if head.canonical is not None:
        address = attribute_passage(source, head.canonical, "href", Part.FIELD)
        if address:
            fields.put("canonical", address, key="canonical", origin="meta")
    if head.html is not None:
        language = attribute_passage(source, head.html, "lang", Part.FIELD)
        if language:
            fields.put("language", language, key="lang", origin="meta")
    ids = {name: node for root in head.linked_data for name, node in schemaorg.by_id(root).items()}
    told: set[str] = set()
    for root in head.linked_data:
        node = next(schemaorg.articles(root), None)
        if node is None:
            continue
        called = node.text("headline") or node.text("name")
        if called not in told or not called:  # some pages give the same article twice
            told.add(called)
            cut = _from_address((tag for words in _keywords(node) for tag in TAGS_PARTED.split(words)), head)
            schemaorg.collect(node, fields, ids, origin="json-ld", rank=5, without="keywords" if cut else "")


def without_site(title: Passage, head: Head) -> Passage:
    """“Mayor resigns | The Paper” without the site's name, when the page says that name."""
    sites = {site.strip().lower() for site in head.contents("og:site_name", "application-name")}
    others = {other.strip().lower() for other in head.contents("og:title", "twitter:title")}
    for match in SUFFIX.finditer(title.text):
        before, after = title.text[: match.start()].strip(), title.text[match.end() :].strip()
        if after.lower() in sites or before.lower() in others:
            return title[: match.start()]
    return title


def headline(head: Head, title: Passage | None, source: Source, fields: Fields) -> None:
    """Without a headline on the page or in JSON-LD, the metadata's title is the headline."""
    if "headline" in fields:
        return
    for name, element in head.metas:
        if name in ("og:title", "twitter:title"):
            passage = attribute_passage(source, element, "content", Part.HEADLINE)
            if passage:
                passage = without_site(passage, head)
                fields.put("headline", passage, key=name, origin="meta", rank=20)
                return
    if title:
        fields.put("headline", without_site(title, head), key="title", origin="meta", rank=20)
