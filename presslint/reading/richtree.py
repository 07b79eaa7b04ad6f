"""Rich text whose blocks nest: ProseMirror and TipTap, Slate, Lexical, Contentful, Strapi, Storyblok.

They differ in where a node keeps its kind, its children and its marks; the kinds themselves have the same
names but for case, dashes and underscores.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

from msgspec.structs import replace

from presslint.model.document import Block, Kind
from presslint.model.passage import Part
from presslint.model.source import Span
from presslint.reading.fields import fold_key
from presslint.reading.richline import (
    DEPTH_LIMIT,
    Line,
    RichText,
    children,
    contained,
    markdown_blocks,
    number,
)
from presslint.reading.tree import Node, Shape


class Role(Enum):
    """What a node does to the copy in it."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    ITEM = "item"
    QUOTE = "quote"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    CODE = "code"
    RULE = "rule"
    MEDIA = "media"
    EMBED = "embed"
    HTML = "html"  # HTML in a property, or blocks
    MARKDOWN = "markdown"
    CONTAINER = "container"
    LINK = "link"
    BREAK = "break"
    MENTION = "mention"
    INLINE = "inline"


# kinds of nodes in the spelling of `fold_key`
ROLES: Mapping[str, Role] = {
    **dict.fromkeys("paragraph p lic line".split(), Role.PARAGRAPH),
    **dict.fromkeys("heading header extendedheading".split(), Role.HEADING),
    **{f"{name}{level}": Role.HEADING for name in ("h", "heading", "header") for level in range(1, 7)},
    **{f"heading{word}": Role.HEADING for word in ("one", "two", "three", "four", "five", "six")},
    **dict.fromkeys(
        "list ul ol bulletlist bulletedlist unorderedlist orderedlist numberedlist tasklist checklist".split(),
        Role.LIST,
    ),
    **dict.fromkeys("listitem li taskitem checklistitem".split(), Role.ITEM),
    **dict.fromkeys("quote blockquote extendedquote aside pullquote".split(), Role.QUOTE),
    "table": Role.TABLE,
    **dict.fromkeys("tablerow tr".split(), Role.ROW),
    **dict.fromkeys("tablecell tableheadercell tableheader td th".split(), Role.CELL),
    **dict.fromkeys("code codeblock pre".split(), Role.CODE),
    **dict.fromkeys("horizontalrule hr divider thematicbreak separator".split(), Role.RULE),
    **dict.fromkeys(
        "image img imageblock video audio upload embeddedassetblock assetblock figure".split(), Role.MEDIA
    ),
    **dict.fromkeys(
        "embed embeddedentryblock embeddedresourceblock entryblock blok block youtube tweet twitter instagram "
        "vimeo iframe mediaembed oembed bookmark button file product email emailcta signup paywall "
        "calltoaction gallery relationship pagebreak toc cta".split(),
        Role.EMBED,
    ),
    **dict.fromkeys("html callout toggle".split(), Role.HTML),
    "markdown": Role.MARKDOWN,
    **dict.fromkeys(
        "doc document root details detailssummary detailscontent tablehead thead tablebody tbody tablesection "
        "column columns columngroup layout layoutcontainer layoutitem collapsiblecontainer collapsibletitle "
        "collapsiblecontent section div group figcaption caption".split(),
        Role.CONTAINER,
    ),
    **dict.fromkeys("link autolink atlink a hyperlink assethyperlink entryhyperlink resourcehyperlink".split(), Role.LINK),
    **dict.fromkeys("linebreak hardbreak softbreak br".split(), Role.BREAK),
    **dict.fromkeys("mention emoji hashtag equation math inlinemath".split(), Role.MENTION),
    **dict.fromkeys(
        "text extendedtext codehighlight tab embeddedentryinline embeddedresourceinline inlineblock mark "
        "overflow comment".split(),
        Role.INLINE,
    ),
}  # fmt: skip
INLINE = frozenset((Role.LINK, Role.BREAK, Role.MENTION, Role.INLINE))
WORD_LEVELS = ("one", "two", "three", "four", "five", "six")
ORDERED = frozenset(("ol", "orderedlist", "numberedlist", "ordered", "number"))
BITS = ((1, "bold"), (2, "italic"), (4, "strike"), (16, "code"))  # of Lexical's `format`
HTML_KEYS = ("html", "calloutText", "heading", "content", "body", "text")  # properties that hold HTML
COMPONENT = ("fields", "attrs")  # where a component among the blocks keeps its own fields
PLAIN_NAMES = ("label", "name", "text", "char", "emoji", "latex", "formula")  # what stands for a mention


def read(node: Node, reader: RichText) -> list[Block]:
    """The blocks of a document, or of a list of them."""
    return _Tree(reader).read(node)


def kind(node: Node) -> str:
    """The kind of a node, as it is written."""
    return node.text("type") or node.text("nodeType")


def role_of(node: Node) -> Role | None:
    """What a node does; None where no table names its kind. Slate's paragraphs may have none."""
    name = kind(node)
    if not name and inside(node):
        return Role.PARAGRAPH
    return ROLES.get(fold_key(name))


def attribute(node: Node, *names: str) -> Node | None:
    """A property of a node, wherever its dialect keeps them."""
    for holder in (
        node,
        *(inner for key in ("attrs", "data", "fields") if (inner := node.get(key)) is not None),
    ):
        for name in names:
            found = holder.get(name)
            if found is not None and found.shape is not Shape.NULL:
                return found
    return None


def inside(node: Node) -> list[Node]:
    """The nodes in a node."""
    for key in ("children", "content"):
        found = node.get(key)
        if found is not None and found.shape is Shape.LIST:
            return list(children(found))
    return []


def leaf(node: Node) -> Node | None:
    """The words of a text node."""
    found = node.get("text")
    if found is None and kind(node) == "text":
        found = node.get("value")
    return found if found is not None and found.shape is Shape.TEXT else None


class _Tree:
    def __init__(self, reader: RichText) -> None:
        self.reader = reader
        self.in_link = 0  # elements that are links, around the words that are read

    def read(self, node: Node, depth: int = 0) -> list[Block]:
        root = node.get("root")
        nodes = children(node) if node.shape is Shape.LIST else inside(root if root is not None else node)
        return self.flow(nodes, Part.PARAGRAPH, depth)

    # -- blocks -----------------------------------------------------------------------------------

    def flow(self, nodes: Iterable[Node], part: Part, depth: int, *, inline: bool = False) -> list[Block]:
        """Blocks and lines side by side; `inline` says that kinds not known stand among words."""
        found: list[Block] = []
        line: Line | None = None
        start = end = 0
        for node in nodes:
            role = role_of(node)
            among_words = role in INLINE or (
                role is None and (inline or line is not None or leaf(node) is not None)
            )
            if among_words or (role in (Role.MEDIA, Role.EMBED) and line is not None and not line.empty):
                if line is None:
                    line, start = Line(self.reader.source), node.start
                self.words(line, node, depth)
                end = node.end
                continue
            if line is not None:
                found += self.reader.block(line, Kind.PARAGRAPH, part, Span(start, end))
                line = None
            found += self.block(node, role, part, depth)
        if line is not None:
            found += self.reader.block(line, Kind.PARAGRAPH, part, Span(start, end))
        return found

    def block(self, node: Node, role: Role | None, part: Part, depth: int) -> list[Block]:
        if depth >= DEPTH_LIMIT:
            return self.reader.too_deep(node)
        match role:
            case Role.PARAGRAPH:
                found = self.flow(inside(node), part, depth + 1, inline=True)
                return [replace(found[0], span=node.span)] if len(found) == 1 else found
            case Role.HEADING if inside(node):
                return self.heading(node, depth)
            case Role.HEADING:  # an empty one, or Ghost's card of that name
                return self.component(node, depth) if kind(node) == "header" else []
            case Role.LIST:
                return self.listed(node, depth)
            case Role.ITEM | Role.ROW | Role.CELL | Role.CONTAINER:
                return self.flow(inside(node), part, depth + 1)
            case Role.QUOTE:
                info = "pull quote" if "pull" in kind(node) else ""
                return self.reader.quote(self.flow(inside(node), Part.QUOTE, depth + 1), node.span, info)
            case Role.TABLE:
                return self.table(node, depth)
            case Role.CODE:
                return self.code(node)
            case Role.RULE:
                return [Block(Kind.SEPARATOR, node.span, info="hr")]
        return self.card(node, role, part, depth)

    def card(self, node: Node, role: Role | None, part: Part, depth: int) -> list[Block]:
        """What is no copy of its own: pictures, embeds, HTML, components, and kinds that nobody knows."""
        inner = inside(node)
        if role is Role.MEDIA:
            name = fold_key(kind(node))
            found = self.reader.media(node, name if name in ("video", "audio") else "")
            return [found] if found is not None else [Block(Kind.EMBED, node.span, info=kind(node))]
        if role is Role.HTML:
            texts = [text for key in HTML_KEYS if (text := node.get(key)) is not None]
            blocks = [block for text in texts for block in self.reader.html(text)]
            return blocks or self.flow(inner, part, depth + 1)
        if role is Role.MARKDOWN:
            value = attribute(node, "markdown", "text", "content")
            return markdown_blocks(value, self.reader.source) if value is not None else []
        if role is Role.EMBED:
            return self.component(node, depth)
        if any((text := leaf(child)) is None or text.value for child in inner):
            self.reader.tell(node, kind(node) or "block without a kind", "its words were read as they stand")
            return self.flow(inner, part, depth + 1)
        return self.reader.unknown(node, kind(node) or "block without a kind")

    def component(self, node: Node, depth: int) -> list[Block]:
        """A component among the blocks: the rich text in its fields, or an embed under its name."""
        from presslint.reading import richtext

        name = attribute(node, "blockType", "component", "service", "provider")
        holders = [inner for key in COMPONENT if (inner := node.get(key)) is not None]
        bloks = attribute(node, "body")
        if kind(node) == "blok" and bloks is not None:
            holders = list(children(bloks))
            name = name or next((named for blok in holders if (named := blok.get("component"))), None)
        blocks = [
            block
            for holder in holders
            for entry in holder.entries
            if richtext.dialect(entry.node) in richtext.TREES and depth < DEPTH_LIMIT
            for block in self.read(entry.node, depth + 1)
        ]
        return blocks or [
            Block(Kind.EMBED, node.span, info=str(name.value) if name is not None else kind(node))
        ]

    def heading(self, node: Node, depth: int) -> list[Block]:
        name = fold_key(kind(node))
        tag = node.text("tag")
        level = number(attribute(node, "level", "depth")) or int(tag[-1:] if tag[-1:].isdigit() else 0)
        if not level:
            word = next((place for place, word in enumerate(WORD_LEVELS, 1) if name.endswith(word)), 2)
            level = int(name[-1]) if name[-1:].isdigit() else word
        line = Line(self.reader.source)
        for child in inside(node):
            self.words(line, child, depth + 1)
        return self.reader.block(line, Kind.HEADING, Part.HEADING, node.span, min(max(level, 1), 6))

    def listed(self, node: Node, depth: int) -> list[Block]:
        items: list[Block] = []
        for child in inside(node):
            role = role_of(child)
            if role is Role.LIST and items:  # a list among the items belongs to the item before it
                nested = self.block(child, role, Part.ITEM, depth + 1)
                items[-1] = replace(items[-1], children=(*items[-1].children, *nested))
            else:
                nodes = inside(child) if role in (Role.ITEM, Role.PARAGRAPH) else [child]
                items += contained(Kind.ITEM, child.span, self.flow(nodes, Part.ITEM, depth + 1, inline=True))
        said = {kind(node), *(node.text(key) for key in ("format", "listType", "tag", "style"))}
        ordered = any(fold_key(word) in ORDERED for word in said)
        return [Block(Kind.LIST, node.span, ordered=ordered, children=tuple(items))] if items else []

    def table(self, node: Node, depth: int) -> list[Block]:
        rows: list[Block] = []
        for row in self.rows(node, depth):
            cells = [
                cell
                for child in inside(row)
                for cell in contained(Kind.CELL, child.span, self.flow(inside(child), Part.CELL, depth + 2))
                or [Block(Kind.CELL, child.span)]
            ]
            if any(cell.passage or cell.children for cell in cells):
                rows.append(Block(Kind.ROW, row.span, children=tuple(cells)))
        return [Block(Kind.TABLE, node.span, children=tuple(rows))] if rows else []

    def rows(self, node: Node, depth: int) -> Iterator[Node]:
        for child in inside(node):
            if role_of(child) is Role.CONTAINER and depth < DEPTH_LIMIT:
                yield from self.rows(child, depth + 1)
            else:
                yield child

    def code(self, node: Node) -> list[Block]:
        text = attribute(node, "code")
        language = attribute(node, "language", "lang")
        info = str(language.value) if language is not None else ""
        if text is not None and text.shape is Shape.TEXT:
            return [Block(Kind.CODE, node.span, text.passage(self.reader.source, Part.CODE), info=info)]
        line = Line(self.reader.source)
        for child in inside(node):
            if inside(child) and not line.empty:  # a line of its own
                line.builder.add(child.start, child.start + 1, "\n")
            self.words(line, child, 0)
        passage = line.finish(Part.CODE).passage
        return [Block(Kind.CODE, node.span, passage, info=info)] if passage else []

    # -- words ------------------------------------------------------------------------------------

    def words(self, line: Line, node: Node, depth: int) -> None:
        """Add what stands among words: texts, links, breaks, mentions."""
        text = leaf(node)
        role = role_of(node)
        if text is not None and role in (None, Role.INLINE):
            self.text(line, node, text)
        elif depth >= DEPTH_LIMIT:
            self.reader.too_deep(node)
        elif role is Role.BREAK:
            line.builder.add(node.start, node.end, "\n")
        elif role is Role.LINK:
            line.link_to(attribute(node, "url", "href", "uri"))
            self.in_link += 1
            for child in inside(node):
                self.words(line, child, depth + 1)
            self.in_link -= 1
            line.link_to(None)
        elif role is Role.MEDIA:
            found = self.reader.media(node)
            for media in found.media if found is not None else ():
                line.add_image(media)
        elif fold_key(kind(node)) == "tab":
            line.builder.add(node.start, node.end, " ")
        elif inside(node) and role is not Role.EMBED:
            for child in inside(node):
                self.words(line, child, depth + 1)
        else:
            self.atom(line, node, role)

    def atom(self, line: Line, node: Node, role: Role | None) -> None:
        """Something among words that is none: its name where it has one, else one masked character."""
        name = attribute(node, *PLAIN_NAMES)
        if name is not None and name.value and role is Role.MENTION:
            self.reader.put(line, name)
            return
        if role is None:
            self.reader.tell(
                node, kind(node) or "inline without a kind", "what it shows among words was not read"
            )
        line.opaque(node.start, node.end)

    def text(self, line: Line, node: Node, text: Node) -> None:
        """A text node; its marks are a list of objects, bits of a number, or keys that are true."""
        names: list[str] = []
        href: Node | None = None
        for mark in children(node.get("marks")):
            names.append(mark.text("type"))
            if fold_key(mark.text("type")) == "link":
                href = attribute(mark, "href", "url")
        bits = node.get("format")
        if bits is not None and isinstance(bits.value, int):
            names += [name for bit, name in BITS if bits.value & bit]
        names += [entry.key for entry in node.entries if entry.node.value is True]
        if not self.in_link:
            line.link_to(href)
        self.reader.put(line, text, names)
