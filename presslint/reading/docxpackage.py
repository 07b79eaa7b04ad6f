"""The parts of a .docx file that matter for its text: unpacked within limits, read into plain tables."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from msgspec import Struct, field

from presslint.model.passage import Part
from presslint.model.regex import regex
from presslint.model.source import Source, SourceError
from presslint.reading.elements import Element
from presslint.reading.fields import canonical
from presslint.reading.xmltree import parse, raw

PART_LIMIT = 64 << 20  # bytes that one part of the file may unpack to
RATIO_LIMIT = 200  # how many times its size a part of more than a megabyte may unpack to
ENTRY_LIMIT = 5_000  # parts of the package; a text with many pictures has hundreds
MOST_BASES = 20  # styles that one is based on, one on the other; Word takes eleven

STYLE_FIELDS = frozenset(("headline", "dek", "kicker", "byline", "dateline", "published", "tags", "section"))
STYLE_NAMES = {"title": "headline", "subtitle": "dek", "bylines": "byline", "credit": "byline"}
HEADING = regex(r"heading\s?([1-9])")
QUOTE = regex(r"(?:intense )?quote|block ?(?:quote|text)")
CAPTION = regex(r"caption|cutline")
LIST_STYLE = regex(r"list (bullet|number|paragraph)")
# what unpacking a damaged file raises, by what is damaged: its directory, its offsets, its data
DAMAGED = (zipfile.BadZipFile, ValueError, RuntimeError, OSError, EOFError, zlib.error, struct.error)
OFF = frozenset(("0", "false", "off", "none"))


class Package(Struct):
    """The parts of the file as trees and tables."""

    document: Element
    xml: Source  # document.xml, in which the text of the tree stands
    styles: Mapping[str, str] = field(default_factory=dict)  # id -> name in lower case
    numbered: Mapping[tuple[str, int], bool] = field(default_factory=dict)  # list and level -> numbered?
    targets: Mapping[str, str] = field(default_factory=dict)  # relationship -> what it points at
    notes: Mapping[str, Note] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)
    properties: tuple[tuple[str, str], ...] = ()


class Note(Struct):
    """A footnote or endnote, and the part in which its text stands."""

    element: Element
    xml: Source


def open_package(data: bytes, path: str) -> Package:
    """Raises SourceError for what is no .docx file and for one that would unpack beyond the limits."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise SourceError(path, "an old .doc or a file with a password; save it as .docx without one")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except DAMAGED as error:
        raise SourceError(path, f"not a .docx file ({error})") from None
    if len(entries) > ENTRY_LIMIT:
        raise SourceError(path, f"the .docx holds {len(entries)} parts, more than presslint unpacks")

    def part(name: str) -> Source | None:
        return _part(archive, name, path)

    main = part("word/document.xml")
    if main is None:
        raise SourceError(path, "not a Word document: word/document.xml is missing")
    notes = _notes(part("word/footnotes.xml"), "footnote") | _notes(part("word/endnotes.xml"), "endnote")
    return Package(
        _root(main),
        main,
        styles=_styles(part("word/styles.xml")),
        numbered=_numbering(part("word/numbering.xml")),
        targets=_targets(part("word/_rels/document.xml.rels")),
        notes=notes,
        comments=_comments(part("word/comments.xml")),
        properties=_properties(part("docProps/core.xml")),
    )


def _part(archive: zipfile.ZipFile, name: str, path: str) -> Source | None:
    """A part of the package as text, unpacked no further than the limits."""
    try:
        entry = archive.getinfo(name)
    except KeyError:
        return None
    limit = max(1 << 20, min(PART_LIMIT, entry.compress_size * RATIO_LIMIT))
    try:
        with archive.open(entry) as stream:
            data = stream.read(limit + 1)
    except DAMAGED as error:
        raise SourceError(path, f"{name} cannot be unpacked ({error})") from None
    if len(data) > limit:
        raise SourceError(path, f"{name} unpacks to more than {limit >> 20} MB; presslint does not read it")
    return Source.decode(data, f"{path}: {name}")


def _root(source: Source) -> Element:
    return next(parse(source).root.elements)


def value_of(element: Element | None, name: str = "val") -> str:
    """An attribute by its local name."""
    if element is None:
        return ""
    return next((value for key, value in element.attributes.items() if key.rpartition(":")[2] == name), "")


def child_of(element: Element | None, *tags: str) -> Element | None:
    """The element at the end of a path of children."""
    for tag in tags:
        if element is None:
            return None
        element = next((child for child in element.elements if child.tag == tag), None)
    return element


def is_on(element: Element | None) -> bool:
    return element is not None and value_of(element).lower() not in OFF


def _styles(source: Source | None) -> dict[str, str]:
    """Style id -> name in lower case; a style without a telling name has that of the style it is based on."""
    if source is None:
        return {}
    names: dict[str, str] = {}
    bases: dict[str, str] = {}
    for style in _root(source).find_all("style"):
        key = value_of(style, "styleId")
        names[key] = value_of(child_of(style, "name")).lower()
        bases[key] = value_of(child_of(style, "basedOn"))
    telling = {key for key, name in names.items() if _tells(name)}
    found: dict[str, str] = {}
    for key in names:
        at = key
        for _ in range(MOST_BASES):
            if at in telling or bases[at] not in names:
                break
            at = bases[at]
        found[key] = names[at if at in telling else key]
    return found


def _tells(name: str) -> bool:
    known = (HEADING, QUOTE, CAPTION, LIST_STYLE)
    return any(pattern.match(name) for pattern in known) or style_field(name) is not None


def style_field(name: str) -> str | None:
    """The field that a paragraph style is named after."""
    found = STYLE_NAMES.get(name) or canonical(name)
    return found if found in STYLE_FIELDS else None


def _numbering(source: Source | None) -> dict[tuple[str, int], bool]:
    """List id and level -> whether its items are numbered."""
    if source is None:
        return {}
    root = _root(source)
    formats: dict[str, dict[int, bool]] = {}
    for abstract in root.find_all("abstractNum"):
        levels = formats.setdefault(value_of(abstract, "abstractNumId"), {})
        for level in abstract.elements:
            if level.tag == "lvl" and value_of(level, "ilvl").isdigit():
                form = value_of(child_of(level, "numFmt"))
                levels[int(value_of(level, "ilvl"))] = form not in ("bullet", "none")
    return {
        (value_of(number, "numId"), level): ordered
        for number in root.find_all("num")
        for level, ordered in formats.get(value_of(child_of(number, "abstractNumId")), {}).items()
    }


def _targets(source: Source | None) -> dict[str, str]:
    """Relationship id -> what it points at."""
    if source is None:
        return {}
    return {element.get("Id"): element.get("Target") for element in _root(source).find_all("Relationship")}


def _notes(source: Source | None, tag: str) -> dict[str, Note]:
    if source is None:
        return {}
    return {
        f"{tag} {value_of(note, 'id')}": Note(note, source)
        for note in _root(source).elements
        if note.tag == tag and not value_of(note, "type")
    }


def _comments(source: Source | None) -> dict[str, str]:
    if source is None:
        return {}

    def words(comment: Element) -> str:
        return " ".join(raw(source, text, Part.FIELD).text for text in comment.find_all("t"))

    return {value_of(comment, "id"): words(comment) for comment in _root(source).elements}


def _properties(source: Source | None) -> tuple[tuple[str, str], ...]:
    if source is None:
        return ()
    return tuple(
        (element.tag.rpartition(":")[2], raw(source, element, Part.FIELD).text)
        for element in _root(source).elements
    )
