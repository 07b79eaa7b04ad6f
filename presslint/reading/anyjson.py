"""An entry with fields of the house's own: JSON of no known CMS, and what the envelopes of headless systems hold.

A title and a body stand under any of the names they go by, or under those that the config gives; the body is
rich text, HTML, Markdown or plain words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from presslint.article import Article
from presslint.model.passage import Builder, Part, Passage
from presslint.model.regex import regex
from presslint.model.source import Source
from presslint.reading import Settings, jsontext, richtext
from presslint.reading.cmsarticle import MARKUP, Record, maps
from presslint.reading.fields import MARKED_UP, PARTED, canonical, fold_key
from presslint.reading.storedbody import BLOCK_TAG, UNNAMED
from presslint.reading.tree import Entry, Node, Shape

SINGLE = True
TITLES = ("headline", "title", "hed", "name", "heading")
BODIES = (
    "bodyhtml", "contenthtml", "html", "body", "content", "articlebody", "text", "fulltext", "story",
    "markdown", "article", "bodytext", "postbody", "richtext", "maincontent", "bodycontent", "articlecontent",
    "contents", "copy", "maintext", "articletext", "storybody", "bodycopy", "contentblocks", "blocks", "layout",
    "components", "sections", "ops",
)  # fmt: skip
MARKDOWN = regex(r"(?:^|\n)#{1,6} \S|\]\([^\s)]|\*\*\w")
IDENTITY = regex(r"[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", 2)
NAMES_OF_PEOPLE = (("first_name", "last_name"), ("firstName", "lastName"), ("firstname", "lastname"))


def title(node: Node, settings: Settings = Settings()) -> Entry | None:
    """The entry that holds the headline."""
    by_key = {fold_key(found.key): found for found in node.entries if found.node.shape is Shape.TEXT}
    return _first(by_key, (*_own(settings, "headline"), *TITLES))


def body(node: Node, settings: Settings = Settings()) -> Entry | None:
    """The entry that holds the text: by its name, else the longest rich text, else a long text with markup."""
    fitting = [found for found in node.entries if is_body(found.node)]
    by_key = {fold_key(found.key): found for found in fitting}
    named = _first(by_key, (*_own(settings, "body"), *BODIES))
    if named is not None:
        return named
    rich = [found for found in fitting if found.node.shape is not Shape.TEXT or richtext.holds(found.node)]
    marked = [
        found for found in fitting if len(str(found.node.value or "")) >= UNNAMED and _is_marked(found.node)
    ]
    unnamed = [found for found in rich or marked if canonical(found.key, settings) is None]
    return max(unnamed, key=lambda found: found.node.end - found.node.start, default=None)


def is_story(node: Node, settings: Settings = Settings()) -> bool:
    """Whether an object is an article: it has a title and a body, or a body where the config says it is."""
    found = body(node, settings)
    if found is None:
        return False
    return title(node, settings) is not None or fold_key(found.key) in _own(settings, "body")


def is_body(node: Node) -> bool:
    """Whether a value may be a body."""
    return node.shape is Shape.TEXT or richtext.holds(node)


def _is_marked(node: Node) -> bool:
    text = str(node.value)
    return BLOCK_TAG.search(text) is not None or MARKDOWN.search(text) is not None


def _own(settings: Settings, name: str) -> list[str]:
    """The keys that the config gives for a field, as they are compared."""
    return [fold_key(key) for key in settings.fields.get(name, ())]


def _first(by_key: Mapping[str, Entry], keys: Iterable[str]) -> Entry | None:
    """The first of the keys that has a value; else the first that is there."""
    there = [by_key[key] for key in keys if key in by_key]
    valued = (found for found in there if found.node.shape is not Shape.TEXT or str(found.node.value).strip())
    return next(valued, there[0] if there else None)


def read(node: Node, source: Source, settings: Settings) -> Iterator[Article]:
    name = node.get("id") or node.get("_id") or node.get("slug") or node.get("url")
    record = fill(Record(node, source, settings, "json"))
    yield record.article(str(name.value) if name is not None and name.value is not None else "")


def text_body(record: Record, node: Node) -> None:
    """Add the blocks of a text: HTML, Markdown or plain, as it looks."""
    from presslint.reading.richline import markdown_blocks

    text = str(node.value)
    if MARKUP.search(text):
        record.html_body(node)
    elif MARKDOWN.search(text):
        record.blocks += markdown_blocks(node, record.source)
        record.body_start = record.body_start or node.start
        record.drop_headline()
    else:
        record.text_body(node)


def fill(
    record: Record,
    linked: Mapping[str, Node] | None = None,
    *,
    write: Callable[[Record, Node], None] = text_body,
) -> Record:
    """Put the fields and the body of an entry into its record; `linked` are objects by their id.

    `write` adds the blocks of a body that is no rich text.
    """
    node, settings = record.node, record.settings
    found = body(node, settings)
    rest = Node(Shape.MAP, node.start, node.end)
    head = title(node, settings)
    for entry in node.entries:
        if entry is head and canonical(entry.key, settings) != "headline":
            record.put("headline", entry.node, entry.key, at=entry)
        elif entry is not found and not _is_taken(record, entry):
            rest.entries.append(entry)
    record.fields.tree(rest)
    if head is None:  # texts of a data set, which have nothing else
        record.carries -= {"metadata", "tags"}
    if found is not None and not record.rich_body(found.node, linked):
        write(record, found.node)
    return record


def _is_taken(record: Record, entry: Entry) -> bool:
    """Whether an entry is dealt with here: rich text, people of two names, references to what is not here."""
    name = canonical(entry.key, record.settings)
    if richtext.dialect(entry.node):
        if name in MARKED_UP or name == "headline":
            _rich_field(record, name, entry)
        return True
    if name in PARTED and _is_reference(entry.node):
        record.elsewhere |= {name}
        return True
    if name == "byline":
        people = [passage for person in maps(entry.node) if (passage := _full_name(person, record.source))]
        for passage in people:
            record.fields.put(
                name, passage, key=entry.key, span=passage.span, key_span=entry.key_span, whole=True
            )
        return bool(people)
    return False


def _rich_field(record: Record, name: str, entry: Entry) -> None:
    """A dek or headline that is rich text: the words of its first block."""
    found = richtext.body(entry.node, record.source)
    first = (
        next((block.passage for block in found.blocks if block.passage), None) if found is not None else None
    )
    if first is not None:
        record.fields.put(name, first, key=entry.key, span=entry.node.span, key_span=entry.key_span)


def _is_reference(node: Node) -> bool:
    """Whether a value is nothing but ids: numbers, or the long ones of databases."""
    items = node.items if node.shape is Shape.LIST else [node]
    return bool(items) and all(
        isinstance(item.value, int)
        or (item.shape is Shape.TEXT and IDENTITY.fullmatch(item.value) is not None)
        or (item.shape is Shape.MAP and is_unresolved(item))
        for item in items
    )


def is_unresolved(node: Node) -> bool:
    """Whether an object is a reference whose target is not here: Sanity's, Contentful's."""
    return bool(node.text("_ref")) or node.text("sys", "type") == "Link"


def _full_name(person: Node, source: Source) -> Passage | None:
    """First and last name of a person as one passage, where the name stands in two texts."""
    for keys in NAMES_OF_PEOPLE:
        names = [value for key in keys if (value := person.get(key)) is not None and value.value]
        if person.get("name") is None and names and all(value.shape is Shape.TEXT for value in names):
            builder = Builder(source)
            for value in sorted(names, key=lambda value: value.start):
                if builder.size:
                    builder.add(value.start, value.start + 1, " ")
                builder.add_all(jsontext.string_pieces(source.text, value.start, value.end))
            return builder.passage(Part.BYLINE)
    return None
