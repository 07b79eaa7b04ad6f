"""ninjs, the IPTC's news in JSON: versions 1 (suffixed keys), 2 (arrays with roles) and 3 (camel case)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslint.article import Article
from presslint.model.document import Media, Problem
from presslint.model.passage import Part
from presslint.model.regex import regex
from presslint.model.source import Source
from presslint.reading import Settings
from presslint.reading.blocks import HTML_ROLES
from presslint.reading.cmsarticle import Column, Record, entry, maps
from presslint.reading.nitf import NITF_ROLES
from presslint.reading.tree import Entry, Node, Shape

SINGLE = True

COLUMNS = (
    Column("headline", "headline", 0),
    Column("headline", "title", 2),
    Column("dek", "description_summary", 1),
    Column("description", "description_text", 0),
    Column("byline", "byline", 0),
    Column("byline", "by", 0),
    Column("tags", "keywords", 1),
    Column("dateline", "located"),
    Column("published", "firstcreated"),
    Column("published", "firstCreated"),
    Column("published", "contentcreated", 2),
    Column("published", "contentCreated", 2),
    Column("modified", "versioncreated"),
    Column("modified", "versionCreated"),
    Column("embargo", "embargoed"),
    Column("embargo", "embargoedUntil"),
    Column("expires", "expires"),
    Column("status", "pubstatus"),
    Column("status", "pubStatus"),
    Column("language", "language"),
    Column("slug", "slugline"),
    Column("url", "uri"),
    Column("extra", "ednote"),
    Column("extra", "edNote"),
)
# lists of objects -> canonical name, keys of the list, key of the words
NAMES = (
    ("tags", ("subject", "subjects"), "name"),
    ("source", ("infosource", "infosources", "infoSources"), "name"),
)
TEXT_TYPES = frozenset(("", "text", "composite", "article"))
SUFFIXED = regex(r"(headline|description|body)_(\w{1,40})")
DEK_ROLES = regex(r"dek|summary|subtitle|teaser|standfirst|lead", re.I)
PLAIN_TYPE = regex(r"text/plain", re.I)
NITF = regex(r"<(?:nitf|body\.content|hedline)\b", re.I)
MARKUP = regex(r"<(?:p|div|br|h[1-6]|article|section|ul|ol|body|nitf)\b", re.I)
STORIES = ("nitf", "anpa", "text")  # renditions that are the text of an item
MEDIA = {"picture": "image", "graphic": "image", "video": "video", "audio": "audio"}


def read(node: Node, source: Source, settings: Settings) -> Iterator[Article]:
    if node.text("type").lower() not in TEXT_TYPES and not _bodies(node):
        return  # a picture, a video or an event by itself is no article
    record = Record(node, source, settings, "ninjs")
    record.columns(COLUMNS)
    _headlines(record)
    _descriptions(record)
    for name, lists, key in NAMES:
        for path in lists:
            for item in maps(node.get(path)):
                found = entry(item, key)
                if found is not None:
                    record.put(name, found.node, f"{path}.{key}", at=found, whole=True)
    for path in ("person", "people"):
        for person in maps(node.get(path)):
            found = entry(person, "name")
            if found is not None and person.text("rel") == "author":
                record.put("byline", found.node, f"{path}.name", rank=1, at=found)
    for person in maps(node.get("bylines")):  # of the AP: “By Ines Moll”, with the writer's post apart
        found = entry(person, "name") or entry(person, "by")
        if found is not None:
            record.put("byline", found.node, f"bylines.{found.key}", at=found)
    for group in ("associations", "association"):
        _associations(record, node.get(group))
    _body(record)
    _elsewhere(record)
    yield record.article(node.text("uri") or node.text("altids", "id"))


def _suffixed(node: Node, base: str) -> Iterator[tuple[Entry, str]]:
    """`headline_seo`, `body_text`: version 1 writes the role into the key."""
    for found in node.entries:
        match = SUFFIXED.fullmatch(found.key)
        if match is not None and match.group(1) == base and found.node.shape is Shape.TEXT:
            yield found, match.group(2)


def _roles(node: Node, key: str) -> Iterator[tuple[Entry, str]]:
    """`headlines: [{role, value}]`: versions 2 and 3."""
    for item in maps(node.get(key)):
        value = entry(item, "value")
        if value is not None and value.node.shape is Shape.TEXT:
            yield value, item.text("role")


def _headlines(record: Record) -> None:
    for number, (found, role) in enumerate(_roles(record.node, "headlines")):
        main = role in ("", "main", "headline") or (number == 0 and "headline" not in record.fields)
        name = "headline" if main else "dek" if DEK_ROLES.search(role) else "headline-alt"
        record.put(name, found.node, f"headlines.{role or 'value'}", rank=number, at=found)
    for found, role in _suffixed(record.node, "headline"):
        record.put("dek" if DEK_ROLES.search(role) else "headline-alt", found.node, found.key, at=found)


def _descriptions(record: Record) -> None:
    for found, role in _roles(record.node, "descriptions"):
        name = "dek" if DEK_ROLES.search(role) else "description"
        record.put(name, found.node, f"descriptions.{role or 'value'}", at=found)


def _bodies(node: Node) -> list[Node]:
    """Every body, as text nodes."""
    found = [value.node for value, _ in _roles(node, "bodies")]
    return found + [value.node for value, _ in _suffixed(node, "body")]


def _body(record: Record) -> None:
    """Read the HTML body, which says most; else NITF, else the longest text."""
    bodies = [(_form(body, record.node), body) for body in _bodies(record.node) if str(body.value).strip()]
    for form in ("html", "nitf", "text"):
        fitting = [body for kind, body in bodies if kind == form]
        body = max(fitting, key=lambda body: body.end - body.start, default=None)
        if body is None:
            continue
        if form == "text":
            record.text_body(body)
        else:
            record.html_body(body, roles=NITF_ROLES if form == "nitf" else HTML_ROLES)
        record.drop_headline()
        return


def _elsewhere(record: Record) -> None:
    """Feeds of the AP give the address of the text and not the text: that is said, for nothing of it was read."""
    if _bodies(record.node):
        return
    for found in (record.node.get("renditions", form, "href") for form in STORIES):
        if found is not None and found.shape is Shape.TEXT:
            message = (
                "The text of this item is not in the file, only its address under “renditions”; "
                "download it and check that file."
            )
            record.problems.append(Problem(found.span, message, "no-article"))
            return


def _form(body: Node, node: Node) -> str:
    """html, nitf or text: as the body's content type says, else as it looks."""
    start = str(body.value)[:4000]
    if NITF.search(start):
        return "nitf"
    for item in maps(node.get("bodies")):
        kind = item.text("contenttype") or item.text("contentType")
        if item.get("value") is body and kind:
            return "html" if "html" in kind else "text" if PLAIN_TYPE.search(kind) else "other"
    return "html" if MARKUP.search(start) else "text"


def _associations(record: Record, node: Node | None) -> None:
    """Pictures and videos that belong to the story: version 1 and 2 name them, version 3 lists them."""
    if node is None:
        return
    inner = [found.node for found in node.entries] if node.shape is Shape.MAP else node.items
    for item in inner:
        if item.shape is not Shape.MAP or item.text("type") not in MEDIA:
            continue
        href = next((target for target in _targets(item)), None)
        caption = item.get("description_text") or item.get("body_text")
        caption = caption or next((found.node for found, _ in _roles(item, "descriptions")), None)
        credits = (item.get(key) for key in ("byline", "by", "copyrightholder", "copyrightHolder"))
        credit = next((found for found in credits if found is not None), None)
        alt = item.get("altText") or item.get("alttext")
        record.media.append(
            Media(
                MEDIA[item.text("type")],
                str(href.value) if href is not None else "",
                href.span if href is not None else item.span,
                alt=alt.passage(record.source, Part.ALT) if alt is not None else None,
                caption=caption.passage(record.source, Part.CAPTION) if caption is not None else None,
                credit=credit.passage(record.source, Part.CAPTION) if credit is not None else None,
            )
        )


def _targets(item: Node) -> Iterator[Node]:
    renditions = item.get("renditions")
    if renditions is None:
        return
    inner = [found.node for found in renditions.entries] or renditions.items
    for rendition in inner:
        href = rendition.get("href")
        if href is not None and href.shape is Shape.TEXT:
            yield href
