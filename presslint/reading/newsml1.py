"""NewsML 1.0 to 1.2, the IPTC's older envelope: items made of components, each with lines of its own and content.

A component holds components, or content: NITF, XHTML, HTML in a string, plain text, or a picture at an address. The
text of an item under one headline is one article; under `EquivalentsList` the forms of one text stand side by side,
and the one that says most is read. A text in another language is an article of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from presslint.article import Article
from presslint.model.document import Block, Media
from presslint.model.passage import Part, Passage
from presslint.model.source import Source, SourceError
from presslint.reading import Settings, newsml, nitf
from presslint.reading.blocks import BlockReader
from presslint.reading.bodyhead import settle
from presslint.reading.elements import Element, Markup, attribute_passage, attribute_span
from presslint.reading.fields import Fields
from presslint.reading.xmltree import raw

CARRIES = frozenset(("headings", "links", "media", "metadata", "tags"))
# lines of a component -> canonical name, preference
LINES: Mapping[str, tuple[str, int]] = {
    "HeadLine": ("headline", 0),
    "SubHeadLine": ("dek", 0),
    "ByLine": ("byline", 0),
    "DateLine": ("dateline", 0),
    "CreditLine": ("source", 1),
    "SlugLine": ("slug", 0),
    "KeywordLine": ("tags", 0),
    "FirstCreated": ("published", 0),
    "ThisRevisionCreated": ("modified", 0),
    "Instruction": ("extra", 0),
}
# elements whose `FormalName` is a value, or that of the party in them
NAMED: Mapping[str, tuple[str, int]] = {
    "Status": ("status", 0),
    "Language": ("language", 1),
    "Genre": ("story-type", 0),
    "Provider": ("site", 0),
    "Source": ("source", 0),
}
STATUSES = {
    "usable": "published", "embargoed": "scheduled", "withheld": "draft", "canceled": "withdrawn",
    "cancelled": "withdrawn",
}  # fmt: skip
LANGUAGE = "xml:lang"
NO_LANGUAGE = frozenset(("", "x-default", "x-none"))
PICTURES = {
    "photo": "image",
    "picture": "image",
    "image": "image",
    "graphic": "image",
    "video": "video",
    "audio": "audio",
}
CAPTIONS = frozenset(("caption", "legend"))
DEKS = frozenset(("abstract", "summary", "teaser"))
BESIDE = 40  # pieces of a component; with more of them no caption belongs to one picture
FORMS = ("nitf", "xhtml", "html", "text")  # the one that says most is first


class Content(Struct, frozen=True):
    """A text of an item: where it stands, the component that it belongs to, its language and form."""

    data: Element
    owner: Element
    role: str
    language: str
    form: str


def read(markup: Markup, source: Source, settings: Settings) -> Iterator[Article]:
    """Each text of the file, by headline and language. Raises SourceError where there is none."""
    items = list(markup.root.find_all("NewsItem"))
    found = [article for item in items for article in _articles(item, markup, source, settings)]
    if not found:
        raise SourceError(source.path, _nothing(items), *_place(items, source))
    alone = len(found) == 1
    yield from (article if not alone else _unkeyed(article) for article in found)


def _unkeyed(article: Article) -> Article:
    from msgspec.structs import replace

    return replace(article, key="")


def _nothing(items: list[Element]) -> str:
    """Why a file has no article: what its items hold instead."""
    held = {PICTURES.get(_formal(each).lower(), "") for item in items for each in item.find_all("MediaType")}
    kinds = {"image": "a picture", "video": "a video", "audio": "sound"}
    told = ", ".join(kinds[kind] for kind in kinds if kind in held)
    what = f"only {told}" if told else "no content" if items else "no NewsItem"
    return f"no article in this NewsML: it holds {what}; presslint reads its text (MediaType Text with a DataContent)"


def _place(items: list[Element], source: Source) -> tuple[int, ...]:
    return (source.position(items[0].start).line,) if items else ()


# -- which texts ----------------------------------------------------------------------------------


def _articles(item: Element, markup: Markup, source: Source, settings: Settings) -> Iterator[Article]:
    contents = list(_contents(item))
    bodies = [each for each in contents if each.role not in CAPTIONS | DEKS]
    groups: dict[tuple[Element, str], list[Content]] = {}
    for each in bodies:
        groups.setdefault((each.owner, each.language), []).append(each)
    others: dict[Element, list[Content]] = {}
    for each in contents:
        if each.role in CAPTIONS | DEKS:
            others.setdefault(each.owner, []).append(each)
    number = item.find("PublicIdentifier", "NewsItemId")
    for (owner, language), texts in groups.items():
        key = raw(source, number, Part.FIELD).text.strip() if number is not None else ""
        if len(groups) > 1:
            key = " ".join(filter(None, (key, owner.get("Duid") or owner.get("Euid"), language)))
        yield _article(item, owner, _fullest(texts), others.get(owner, []), markup, source, settings, key)


class Told(Struct, frozen=True):
    """What a component says of what it holds."""

    role: str
    language: str
    has_headline: bool


def _told(component: Element) -> Told:
    role = language = ""
    has_headline = False
    for each in component.elements:
        if each.tag == "Role":
            role = role or _formal(each).lower()
        elif each.tag == "DescriptiveMetadata":
            codes = (_formal(inner) for inner in each.elements if inner.tag == "Language")
            language = language or next(codes, "")
        elif each.tag == "NewsLines":
            has_headline = has_headline or any(line.tag == "HeadLine" for line in each.elements)
    return Told(role, language, has_headline)


def _contents(item: Element) -> Iterator[Content]:
    """The texts of an item."""
    told = {each: _told(each) for each in item.find_all("NewsComponent")}
    for data in item.find_all("DataContent"):
        outer = list(data.ancestors())
        content = next((each for each in outer if each.tag == "ContentItem"), None)
        components = [each for each in outer if each in told]
        if content is None or not components or not _is_text(content, outer):
            continue
        yield Content(
            data,
            next((each for each in components if told[each].has_headline), components[-1]),
            next((told[each].role for each in components if told[each].role), ""),
            _language(data, outer, [told[each].language for each in components]),
            _form(content, data),
        )


def _is_text(content: Element, outer: list[Element]) -> bool:
    """Whether content is words: by its kind, or, where it names none, by what stands in it."""
    kind = next((_formal(each) for each in content.elements if each.tag == "MediaType"), "").lower()
    if any(each.tag == "Encoding" for each in outer):
        return False  # base64, which nobody writes text in
    if kind:
        return kind in ("text", "complexdata", "news")
    mime = next((_formal(each) for each in content.elements if each.tag == "MimeType"), "text/")
    return mime.startswith(("text/", "application/xhtml", "application/xml"))


def _formal(element: Element) -> str:
    return element.get("FormalName")


def _language(data: Element, outer: list[Element], told: list[str]) -> str:
    """The language of a text: what it says of itself, else the nearest component that says one."""
    inner = next((each.get(LANGUAGE) for each in data.elements if each.get(LANGUAGE)), "")
    said = (each.get(LANGUAGE) for each in (data, *outer))
    return next((code for code in (inner, *said, *told) if code.lower() not in NO_LANGUAGE), "").lower()


def _form(content: Element, data: Element) -> str:
    """nitf, xhtml, html or text: as it looks, else as the content says."""
    if data.find("nitf", "body.content") is not None:
        return "nitf"
    if next(data.elements, None) is not None:
        return "xhtml"
    said = " ".join(_formal(each) for each in content.elements if each.tag in ("Format", "MimeType")).lower()
    return "html" if "html" in said else "text"


def _fullest(texts: list[Content]) -> list[Content]:
    """The texts of one article: of equivalent forms the one that says most, of parts every one."""
    chosen: dict[Element, Content] = {}
    for each in texts:
        lists = (outer for outer in each.data.ancestors() if outer.get("EquivalentsList").lower() == "yes")
        group = next(lists, each.data)
        known = chosen.get(group)
        if known is None or FORMS.index(each.form) < FORMS.index(known.form):
            chosen[group] = each
    main = [each for each in chosen.values() if each.role == "main"]
    return main or list(chosen.values())


# -- the article ----------------------------------------------------------------------------------


def _article(
    item: Element,
    owner: Element,
    texts: list[Content],
    others: list[Content],
    markup: Markup,
    source: Source,
    settings: Settings,
    key: str,
) -> Article:
    fields = Fields(source, settings, origin="cms")
    _collect(item, owner, source, fields)
    for each in (texts[0].data, *texts[0].data.elements, *texts[0].data.ancestors()):
        said = attribute_passage(source, each, LANGUAGE, Part.FIELD)
        if said and said.text.lower() not in NO_LANGUAGE:
            fields.put("language", said, key=LANGUAGE)
            break
    found: list[Block] = []
    for text in texts:
        found += _body(text, source, fields)
    for other in others:
        if other.role in DEKS and "dek" not in fields:
            line = BlockReader(source).line(other.data, Part.DEK)
            fields.put("dek", line, key=other.role, span=other.data.span)
    blocks, slots = settle(fields, found, has_head=True)
    return Article(
        source,
        "newsml-1",
        blocks,
        fields.mapping(),
        carries=CARRIES,
        key=key,
        comments=markup.within(item),
        media=tuple(_pictures(owner, source)),
        slots=slots,
        body_start=texts[0].data.inner,
        settings=settings.article,
    )


def _collect(item: Element, owner: Element, source: Source, fields: Fields) -> None:
    """What the item and the components around the text say of it; lines of the text's own component come first."""
    components = [owner, *(each for each in owner.ancestors() if each.tag == "NewsComponent")]
    for distance, component in enumerate(components):
        for part in component.elements:
            if part.tag in ("NewsLines", "AdministrativeMetadata", "DescriptiveMetadata"):
                for element in part.elements:
                    _put(element, source, fields, 10 * distance)
    for part in item.elements:
        if part.tag == "NewsManagement":
            for element in part.elements:
                _put(element, source, fields, 0)
        elif part.tag == "Identification":
            name = part.find("PublicIdentifier")
            if name is not None:
                fields.put(
                    "url", raw(source, name, Part.FIELD).strip(), key="PublicIdentifier", span=name.span
                )


def _put(element: Element, source: Source, fields: Fields, rank: int) -> None:
    if element.tag in LINES:
        name, own = LINES[element.tag]
        line = BlockReader(source, roles={}).line(element, Part.FIELD)
        whole = name == "tags" and ";" not in line.text and "," not in line.text
        if line:
            fields.put(name, line, key=element.tag, span=element.span, rank=rank + own, whole=whole)
    elif element.tag in NAMED:
        name, own = NAMED[element.tag]
        party = element if _formal(element) else element.find("Party")
        value = attribute_passage(source, party, "FormalName", Part.FIELD) if party is not None else None
        if value:
            known = STATUSES.get(value.text.lower()) if name == "status" else None
            fields.put(name, value, key=element.tag, value=known, rank=rank + own)
    elif element.tag == "Property" and _formal(element).lower() == "keyword":
        value = attribute_passage(source, element, "Value", Part.TAG)
        if value:
            fields.put("tags", value, key="Property Keyword", rank=rank + 1, whole=True)


def _body(text: Content, source: Source, fields: Fields) -> tuple[Block, ...]:
    """The blocks of a text, by its form."""
    if text.form == "nitf":
        document = text.data.find("nitf") or text.data
        nitf.collect(document, source, fields, rank=5)
        return nitf.blocks(document, source)
    if text.form == "xhtml" and text.data.find("hl2", "body.content", "hedline") is not None:
        return BlockReader(source, roles=nitf.NITF_ROLES).read(text.data)  # paragraphs of NITF by themselves
    return newsml.content(text.data, "text/html" if text.form == "html" else "", source, fields)


def _pictures(owner: Element, source: Source) -> Iterator[Media]:
    """The pictures that belong to a text, one each however many sizes there are, with their captions."""
    for component in owner.find_all("NewsComponent"):
        shown = [each for each in component.elements if each.tag == "ContentItem" and _media(each)]
        if not shown:
            continue
        where = attribute_span(source, shown[0], "Href") or shown[0].span
        caption = next(_captions(component, source), None)
        yield Media(_media(shown[0]), shown[0].get("Href"), where, caption=caption)


def _media(content: Element) -> str:
    """image, video or audio where content is such a one."""
    return next(
        (PICTURES.get(_formal(each).lower(), "") for each in content.elements if each.tag == "MediaType"), ""
    )


def _captions(component: Element, source: Source) -> Iterator[Passage]:
    """The caption of a picture: in its own component, or in one beside it."""
    outer = component.parent
    around = [component]
    if outer is not None and outer.tag == "NewsComponent" and len(outer.children) <= BESIDE:
        around.append(outer)
    for outer in around:
        for role in outer.find_all("Role"):
            data = role.parent.find("DataContent") if role.parent is not None else None
            if _formal(role).lower() in CAPTIONS and data is not None:
                yield BlockReader(source).line(data, Part.CAPTION)
