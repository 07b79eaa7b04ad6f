"""The table of metadata keys: what front matter, pages and JSON call the headline, the dek, the byline.

The formats of agencies and content systems name their own parts where they are read (`ans`, `ninjs`,
`nitf`, `wordpress`…), by the canonical names of this table.

Keys are compared without case, dashes, underscores and dots, so `publishedAt`, `published_at` and
`article:published_time` need one entry each at most. A key inside `params`, `extra`, `data` and the
like counts as if it stood outside; one inside `seo` or `og` is read together with its container.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from msgspec import Struct

from presslint.language.alternatives import any_of
from presslint.language.words.bylines import BYLINE_LABELS, BYLINE_TITLES, NAME_JOINTS, PICTURE_LABELS
from presslint.model.document import HIDDEN, OURS, Field
from presslint.model.normal import normal
from presslint.model.passage import Part, Passage
from presslint.model.regex import regex
from presslint.model.source import Source, Span
from presslint.reading import Settings
from presslint.reading.tree import Node, Shape
from presslint.reading.yamltext import read_date

# canonical name -> keys, best first, in the spelling of `fold_key`
KEYS: Mapping[str, tuple[str, ...]] = {
    "headline": ("headline", "hed", "title", "heading", "hl1", "headlinesbasic", "titlerendered"),
    "headline-alt": (
        "seotitle", "metatitle", "titletag", "titlemeta", "ogtitle", "opengraphtitle", "twittertitle",
        "socialtitle", "facebooktitle", "linktitle", "shorttitle", "printtitle", "printheadline",
        "webheadline", "mobileheadline", "seoheadline", "socialheadline", "seohed", "socialhed",
        "teasehed", "printhed", "sidebarlabel", "emailsubject", "headlineseo",
    ),
    "kicker": ("kicker", "eyebrow", "overline", "strapline", "preheadline", "label"),
    "section": ("section", "articlesection", "primarysection", "desk", "channel", "vertical"),
    "dek": (
        "dek", "deck", "standfirst", "subtitle", "subhead", "subhed", "subheadline", "subheading",
        "subheadlinesbasic", "alternativeheadline", "hl2", "blurb", "excerpt", "customexcerpt",
        "excerptrendered", "teaser", "summary", "preface", "abstract", "lede", "intro", "tagline",
    ),
    "description": (
        "description", "metadescription", "seodescription", "ogdescription", "opengraphdescription",
        "twitterdescription", "socialdescription", "descriptiontext", "descriptionbasic",
    ),
    "byline": (
        "byline", "bylines", "author", "authors", "by", "creator", "dccreator", "writer", "writers",
        "reporter", "articleauthor", "credits", "authorname", "authorsname", "populatedauthors",
    ),
    "dateline": ("dateline",),
    "published": (
        "published", "publishedat", "publishdate", "publisheddate", "publishedtime", "publishedon",
        "date", "pubdate", "pubdatetime", "datepublished", "articlepublishedtime", "displaydate",
        "firstpublishdate", "publicationdate", "dategmt", "datestart", "startdate", "created",
        "createdat", "createdon", "datecreated", "firstcreated", "lastpublished", "datum", "fecha",
        "fechapublicacion", "datepublication",
    ),
    "modified": (
        "modified", "updated", "lastmod", "lastmodified", "lastmodifiedat", "updatedat", "updateddate",
        "dateupdated", "datemodified", "moddatetime", "lastupdated", "lastupdateddate",
        "lastupdatedate", "updatedon", "lastupdated", "articlemodifiedtime", "versioncreated", "modifiedgmt",
        "modifiedat",
    ),
    "expires": ("expires", "expirydate", "expiry", "expirationdate", "unpublishdate"),
    "embargo": ("embargo", "embargoed", "embargoeduntil", "embargountil", "embargodate"),
    "status": ("status", "pubstatus", "poststatus", "state", "workflow", "creativeworkstatus"),
    "draft": ("draft", "isdraft", "unlisted"),
    "tags": ("tags", "tag", "topics", "topic", "keywords", "keyword", "newskeywords", "articletag"),
    "categories": ("categories", "category", "series", "formats"),
    "slug": ("slug", "slugcurrent"),
    "url": ("url", "permalink", "link", "websiteurl"),
    "canonical": ("canonical", "canonicalurl", "canonicallink"),
    "image": (
        "image", "featuredimage", "featureimage", "heroimage", "hero", "cover", "coverimage", "thumbnail",
        "leadimage", "mainimage", "ogimage", "opengraphimage", "twitterimage", "socialimage",
        "headerimage",
    ),
    "correction": ("correction", "corrections", "clarification", "editorsnote", "editornote"),
    "disclosure": (
        "disclosure", "disclosures", "disclaimer", "sponsor", "sponsored", "sponsoredby", "advertiser",
        "aidisclosure", "paidfor", "partner",
    ),
    "story-type": ("storytype", "type", "articletype", "contenttype", "posttype", "genre", "tone", "format"),
    "language": ("language", "lang", "languagecode", "inlanguage", "locale"),
    "source": ("source", "sourcename", "agency", "provider", "creditline"),
    "site": ("site", "sitename", "ogsitename", "publication", "publisher"),
    "layout": ("layout", "template"),
}  # fmt: skip

IMAGE_PARTS: Mapping[str, tuple[str, ...]] = {
    "image": ("", "src", "url", "path", "file", "feature", "teaser"),
    "image-alt": ("alt", "alttext", "alternativetext", "imagealt"),
    "image-caption": ("caption", "captiontext"),
    "image-credit": ("credit", "credits", "copyright", "attribution", "photographer"),
}

# containers that add nothing to the meaning of the keys inside
CONTAINERS = frozenset(
    (
        "taxonomies",
        "params",
        "extra",
        "meta",
        "metadata",
        "seo",
        "data",
        "fields",
        "custom",
        "frontmatter",
        "article",
        "page",
    )
)
# containers whose keys mean something else than the same keys outside
QUALIFIED = frozenset(("seo", "og", "opengraph", "twitter", "social", "meta", "facebook", "email", "print"))

SPLIT_VALUES = frozenset(("tags", "categories"))
# collection names of site generators, which no reader sees as tags
COLLECTIONS = frozenset(("post", "posts", "all", "nav", "blog", "article", "articles"))
NAME_KEYS = ("name", "title", "text", "label", "keyword", "displayname", "slug", "id", "key")

# fields whose values may be objects with a name; of the first three, all else in the object is `extra`
NAMED = frozenset(("byline", "tags", "categories", "section", "language"))
PARTED = frozenset(("byline", "tags", "categories"))

# fields that templates print as they are, so that tags in them are markup
MARKED_UP = frozenset(("dek", "description", "image-caption", "image-credit", "correction", "disclosure"))
TAG = regex(
    r"</?(?:p|br|div|span|a|b|i|u|em|strong|small|su[bp]|h[1-6]|[uo]l|li|img|figure|figcaption|blockquote|q)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.I,
)

FOLDED = regex(r"[^0-9a-z]+")
SEPARATED = regex(r"[^,;|]+")
SERIES = regex(r",\s{1,3}&\s[^,;|]{1,40}\Z")  # “Business, Finance, & Economics” is one subject
BY = regex(r"\s*(?:by|words|reported by|written by|story by)\b[:\s]\s*", re.I)
# “Von Ana Ruiz”, “von DPA”, “Von dpa”, “Autor: Ana Ruiz”; a name such as “Von der Heide” or “Di Marco” is none
LABELLED = regex(
    rf"\s*(?:(?i:{any_of(BYLINE_LABELS)})(?::\s*|\s+)(?=[^\W\d_a-zà-ÿ]\S*\s+\S|[A-Z]{{2,}}\b|[a-z]{{2,4}}\Z)"
    rf"|{any_of(BYLINE_LABELS)}\s+(?=[^\W\d_a-zà-ÿ])|(?i:{any_of(BYLINE_TITLES)}):\s*)"
)
_JOINTS = any_of(("and", "&"), NAME_JOINTS)
ANY_JOINT = regex(rf"\s{{0,9}}(?:;|,\s{{1,9}}{_JOINTS}\s|,|\s{_JOINTS}\s)\s{{0,9}}", re.I)
JOINT = regex(rf"\s{{0,9}}(?:;|,?\s{{1,9}}{_JOINTS}\s)\s{{0,9}}", re.I)
NAMES_JOIN = frozenset(("", "and", *NAME_JOINTS))
# what opens a line that says who made a picture
PICTURE = regex(rf"\W{{0,3}}(?:{any_of(PICTURE_LABELS)}\b|©|\(c\))", re.I)
SEMICOLON = regex(r"\s{0,9};\s{0,9}")
NAME = regex(r"[^\W\d_][^\s,;]*(?:[ \u00a0][^\s,;]+){1,4}")
_BODIES = any_of(
    "agency association board bureau center centre centers commission committee council department desk division",
    "editor correspondent reporter writer staff team institute ministry newsroom office press services? society",
    r"university group inc ltd llc news contributor photographer columnist chief jr sr ph\.?d md esq",
)
TEAM = regex(rf"\b{_BODIES}\b\.?", re.I)
# keywords for machines: “source:wire”, “_commerce”, “10423175”, a list without commas
MACHINE_TAG = regex(
    r"[A-Za-z]|[\w ]{2,30}:.*|_.*|.*_.*|\d{4,}|[0-9a-f]{8}-[0-9a-f-]{20,30}|[a-z]+(?:\.[a-z]+)+|(?:\S+\s+){7,}\S+"
)
FILE_DATE = regex(r"(?:^|[/\\])(\d{4})-(\d{1,2})-(\d{1,2})(?=[-_. ])")
PATH_DATE = regex(r"(?:^|/)(\d{4})/(\d{2})/(\d{2})(?=/|$)")

PARTS: Mapping[str, Part] = {
    "headline": Part.HEADLINE,
    "dek": Part.DEK,
    "kicker": Part.KICKER,
    "byline": Part.BYLINE,
    "dateline": Part.DATELINE,
    "tags": Part.TAG,
    "image-alt": Part.ALT,
    "image-caption": Part.CAPTION,
}


def fold_key(key: str) -> str:
    """A key without case, dashes, underscores, colons and dots."""
    key = key.lower()
    return key if key.isalnum() and key.isascii() else FOLDED.sub("", key)


def _table() -> dict[str, tuple[str, int]]:
    table: dict[str, tuple[str, int]] = {}
    for name, keys in KEYS.items():
        for rank, key in enumerate(keys):
            table.setdefault(key, (name, rank))
    for rank, base in enumerate(KEYS["image"]):
        for name, ends in IMAGE_PARTS.items():
            for end in ends:
                table.setdefault(base + end, (name, rank))
    return table


TABLE = _table()


class _Names:
    """The table with a house's own keys in front; made once per settings."""

    def __init__(self, settings: Settings) -> None:
        self.own: dict[str, tuple[str, int]] = {}
        for name, keys in settings.fields.items():
            for number, key in enumerate(keys):
                self.own.setdefault(fold_key(key), (name, number - 1000))

    def find(self, path: Sequence[str]) -> tuple[str, int] | None:
        """Canonical name and rank of a key with the containers it stands in."""
        keys = [fold_key(key) for key in path]
        while len(keys) > 1:
            whole = "".join(keys)
            found = self.own.get(whole) or TABLE.get(whole)
            if found is not None:
                return found
            if keys[0] not in CONTAINERS or (keys[0] in QUALIFIED and keys[0] not in ("meta", "seo")):
                return None
            keys = keys[1:]
        return self.own.get(keys[0]) or TABLE.get(keys[0])


_NAMES: dict[int, tuple[Settings, _Names]] = {}


def _names(settings: Settings) -> _Names:
    known = _NAMES.get(id(settings))
    if known is None or known[0] is not settings:
        if len(_NAMES) > 32:
            _NAMES.clear()
        known = _NAMES[id(settings)] = (settings, _Names(settings))
    return known[1]


def canonical(key: str | Sequence[str], settings: Settings = Settings()) -> str | None:
    """The canonical name of a key (`"pubDate"`) or key path (`("seo", "title")`); None if unknown."""
    found = _names(settings).find((key,) if isinstance(key, str) else key)
    return found[0] if found else None


class Found(Struct, frozen=True):
    """A field with its place in the order of preference."""

    rank: int
    field: Field


class Fields:
    """Gathers what a source says about its article under canonical names, best first.

    `add` takes a key as the format writes it, `put` a canonical name that the format itself knows,
    `tree` a whole front matter. `mapping` gives `Article.fields`.
    """

    def __init__(self, source: Source, settings: Settings = Settings(), origin: str = "front matter") -> None:
        self.source = source
        self.settings = settings
        self.origin = origin
        self._names = _names(settings)
        self._found: dict[str, list[Found]] = {}
        self._valued: set[str] = set()  # names of which a field has a value

    def __contains__(self, name: str) -> bool:
        """True when a field of that name with a value is there."""
        return name in self._valued

    def leave_slots(self, slots: dict[str, Passage], separator: Passage) -> None:
        """Let a separator stand for the byline and the date that are not there, where nothing does so yet."""
        for name in ("byline", "published"):
            if name not in self:
                slots.setdefault(name, separator)

    # -- ways in -----------------------------------------------------------------------------------

    def add(
        self,
        path: str | Sequence[str],
        passage: Passage,
        *,
        value: Any = None,
        span: Span | None = None,
        key_span: Span | None = None,
        origin: str | None = None,
    ) -> None:
        """One value under the format's own key or key path; unknown keys become `extra` fields, ours `presslint`."""
        keys = (path,) if isinstance(path, str) else tuple(path)
        name, rank = self._names.find(keys) or (_unnamed(keys), 0)
        self._enter(name, rank, ".".join(keys), passage, value, span, key_span, origin)

    def put(
        self,
        name: str,
        passage: Passage,
        *,
        key: str = "",
        value: Any = None,
        span: Span | None = None,
        key_span: Span | None = None,
        origin: str | None = None,
        rank: int = 0,
        whole: bool = False,
    ) -> None:
        """One value under a canonical name; a lower `rank` is preferred.

        `whole` keeps the value in one piece where the format itself parts tags or names.
        """
        self._enter(name, rank, key or name, passage, value, span, key_span, origin, whole)

    def fill(self, found: Sequence[Field]) -> None:
        """Fields that a body brings along, where the envelope has none of that name."""
        missing = {field.name for field in found if field.name not in self}
        for field in found:
            if field.name in missing:
                self.put(
                    field.name,
                    field.passage,
                    key=field.key,
                    key_span=field.key_span,
                    origin="body",
                    whole=True,
                )

    def tree(self, root: Node) -> None:
        """Every value of a front matter, whatever its nesting."""
        for path, entry, node, owner in root.walk():
            if entry is None:
                continue
            if "<<" in path:  # YAML's merge key adds no level
                path = tuple(key for key in path if key != "<<") or path
            name, rank = self._names.find(path) or (_unnamed(path), 0)
            outer = self._names.find(path[:-1]) if len(path) > 1 else None
            whole = False
            if outer is not None and outer[0] in NAMED:
                # an author or tag that is an object: its name stands for it, the rest is further data
                if _is_name_of(owner, node):
                    (name, rank), path = outer, path[:-1]
                    whole = name in SPLIT_VALUES
                elif fold_key(path[-1]) in NAME_KEYS:
                    continue
                elif outer[0] in PARTED:
                    name, rank = "extra", 0
            passage, value = node.passage(self.source), node.value
            if name in MARKED_UP and "<" in passage.text and TAG.search(passage.text):
                passage = without_tags(passage)
                value = passage.text
            self._enter(name, rank, ".".join(path), passage, value, node.span, entry.key_span, None, whole)

    # -- what a value becomes ----------------------------------------------------------------------

    def _enter(
        self,
        name: str,
        rank: int,
        key: str,
        passage: Passage,
        value: Any,
        span: Span | None,
        key_span: Span | None,
        origin: str | None,
        whole: bool = False,
    ) -> None:
        place = span if span is not None else passage.span
        source_of = origin or self.origin
        if name == "published" and isinstance(value, bool):
            # Jekyll's `published: false`; `published: true` says nothing
            name, rank = ("extra", 0) if value else ("draft", 50)
            value = not value if name == "draft" else value
        elif name == "url" and value is False:
            name, value = "draft", True  # Eleventy's `permalink: false`
        if "\n" not in passage.text:  # a line end may part names
            value = None if value == passage.text else value
            passage = normal(passage)
        pieces: Iterable[Passage] = (passage,)
        if name == "tags" and source_of in HIDDEN and whole and MACHINE_TAG.fullmatch(passage.text):
            return
        if passage and not whole:
            if name in SPLIT_VALUES:
                pieces = split_tags(passage)
                if name == "tags":
                    pieces = [piece for piece in pieces if piece.text.lower() not in COLLECTIONS]
                if name == "tags" and source_of in HIDDEN:
                    pieces = [piece for piece in pieces if MACHINE_TAG.fullmatch(piece.text) is None]
                value = None
            elif name == "byline":
                pieces = split_byline(passage)
                value = None
        part = PARTS.get(name)
        found = self._found.setdefault(name, [])
        for piece in pieces:
            if piece:
                self._valued.add(name)
            if part is not None and piece.part is not part:
                piece = with_part(piece, part)
            found.append(
                Found(
                    rank,
                    Field(
                        name,
                        key,
                        piece,
                        piece.text if value is None else value,
                        place if piece is passage or len(piece) == len(passage) else piece.span,
                        key_span,
                        source_of,
                    ),
                )
            )

    # -- way out -----------------------------------------------------------------------------------

    def file_name(self, path: str) -> None:
        """The date at the front of a file name, `2026-05-04-slug.md`, when no other date is known."""
        if "published" in self:
            return
        match = FILE_DATE.search(PurePath(path).name) or FILE_DATE.search(path)
        if match is None:
            return
        written = "-".join(match.groups())
        value = read_date(written)
        if value is not None:
            self.put(
                "published",
                Passage(written, self.source, ()),
                key="file name",
                value=value,
                origin="file name",
            )

    def path_date(self) -> None:
        """The date in a `path` or `url` key, `2026/05/04/slug`, when no other date is known."""
        if "published" in self:
            return
        for name in ("extra", "url"):
            for found in self._found.get(name, ()):
                if fold_key(found.field.key) not in ("path", "url", "permalink"):
                    continue
                match = PATH_DATE.search(found.field.text)
                value = read_date("-".join(match.groups())) if match else None
                if match is not None and value is not None:
                    piece = found.field.passage[match.start(1) : match.end(3)]
                    self.put(
                        "published", piece, key=found.field.key, value=value, key_span=found.field.key_span
                    )
                    return

    def mapping(self) -> dict[str, tuple[Field, ...]]:
        """Canonical name -> fields, best key first and in the order of the source within a key.

        Of several keys that hold tags only the best one's values are `tags`; the others repeat them
        for machines and become `extra`.
        """
        result: dict[str, tuple[Field, ...]] = {}
        extra = [found.field for found in self._found.get("extra", ())]
        for name, found in self._found.items():
            if name == "extra":
                continue
            ordered = (
                found if len(found) == 1 else sorted(found, key=lambda item: (not item.field, item.rank))
            )
            if name in SPLIT_VALUES:
                best = _fullest(ordered)
                extra += [_renamed(item.field, "extra") for item in ordered if item.rank != best]
                ordered = [item for item in ordered if item.rank == best]
            if ordered:
                result[name] = tuple(item.field for item in ordered)
        if extra:
            result["extra"] = tuple(extra)
        return result


def _unnamed(path: Sequence[str]) -> str:
    """The name of a field whose key names none: ours is no credit, date or copy of the article."""
    return OURS if path[0] == OURS else "extra"


def _fullest(ordered: list[Found]) -> int:
    """The rank of the best key, or of a hidden one whose values are all of another hidden one's and more."""
    groups: dict[int, set[str]] = {}
    for item in ordered:
        groups.setdefault(item.rank, set()).add(item.field.text.casefold())
    best = ordered[0].rank if ordered else 0
    if not ordered or ordered[0].field.origin not in HIDDEN:
        return best
    return next((rank for rank in groups if groups[rank] > groups[best]), best)


def _is_name_of(owner: Node | None, node: Node) -> bool:
    """True when a node is the best name that its object has."""
    if owner is None:
        return False
    named = {fold_key(entry.key): entry.node for entry in owner.entries if entry.node.shape is not Shape.NULL}
    return next((named[key] is node for key in NAME_KEYS if key in named), False)


def _renamed(field: Field, name: str) -> Field:
    return Field(name, field.key, field.passage, field.value, field.span, field.key_span, field.origin)


def without_tags(passage: Passage) -> Passage:
    """The words of a value that is HTML; figures in its attributes are none of them."""
    from presslint.reading.html import line

    words = line(passage, passage.part)
    if any(char.isalnum() for char in words.text):
        return words
    return Passage("", passage.source, (), passage.part)  # a picture, or what is left around one


def with_part(passage: Passage, part: Part) -> Passage:
    """The same words in the same place as another part of the article."""
    return passage.as_part(part)


def split_tags(passage: Passage) -> list[Passage]:
    """The tags of a string “a, b; c”, each with its own place; one tag is one passage."""
    if SEPARATED.fullmatch(passage.text) or SERIES.search(passage.text):
        return [passage.strip() or passage]
    return [piece for piece in (part.strip() for part, _ in passage.find(SEPARATED)) if piece] or [passage]


def split_byline(passage: Passage) -> list[Passage]:
    """The people of “By Ana Ruiz and Ben Cole”; a role or a place stays with its name."""
    match = BY.match(passage.text) or LABELLED.match(passage.text)
    rest = passage[match.end() :].strip() if match else passage
    if not rest:
        return [passage]
    for joint, is_person in ((ANY_JOINT, _is_name), (JOINT, _is_signed), (SEMICOLON, bool)):
        people = _cut(rest, joint)
        if len(people) > 1 and all(is_person(person.text) for person in people):
            return people
    return [rest]


def _is_name(text: str) -> bool:
    return NAME.fullmatch(text) is not None and TEAM.search(text) is None


def _is_signed(text: str) -> bool:
    """A name, perhaps with a role after a comma."""
    return _is_name(text.partition(",")[0])


def _cut(passage: Passage, joint: re.Pattern[str]) -> list[Passage]:
    """`passage` cut at every joint, empty pieces left out."""
    pieces: list[Passage] = []
    at = 0
    for match in joint.finditer(passage.text):
        pieces.append(passage[at : match.start()].strip())
        at = match.end()
    pieces.append(passage[at:].strip())
    return [piece for piece in pieces if piece]
