"""Bodies built from components, as Strapi's dynamic zones, Storyblok and Payload's layouts have them."""

from __future__ import annotations

from presslint.model.document import Block, Kind
from presslint.model.passage import Part
from presslint.reading.fields import fold_key
from presslint.reading.richline import RichText, markdown_blocks
from presslint.reading.storedbody import is_html
from presslint.reading.tree import Node, Shape

NAMES = ("__component", "blockType", "component")
TEXTS = (
    "body",
    "content",
    "text",
    "richtext",
    "markdown",
    "html",
    "copy",
    "paragraph",
    "quote",
    "description",
)
HEADINGS = ("heading", "title", "headline", "subheading")
CITED = ("author", "attribution", "cite", "citation", "source")
PICTURES = ("image", "media", "picture", "photo", "figure")
FURNITURE = ("hero", "cta", "newsletter", "related", "gallery", "slider", "embed", "video", "form", "button")


def read(node: Node, reader: RichText) -> list[Block]:
    return [block for item in node.items for block in _component(item, reader)]


def name_of(node: Node) -> str:
    """The name of a component."""
    return next((name for key in NAMES if (name := node.text(key))), "")


def _component(node: Node, reader: RichText) -> list[Block]:
    from presslint.reading import richtext

    name = name_of(node)
    by_key = {fold_key(entry.key): entry.node for entry in node.entries}
    is_quote = "quote" in fold_key(name)
    found: list[Block] = []
    if not is_quote:
        for key in HEADINGS:
            if key in by_key:
                found += reader.html_line(by_key[key], Kind.HEADING, Part.HEADING, 2)
                break
    told = len(found)
    for key, value in by_key.items():
        if richtext.dialect(value) not in ("", "components"):
            found += richtext.blocks(value, reader)
        elif key in TEXTS and value.shape is Shape.TEXT:
            found += _text(value, reader, is_quote)
    if is_quote and found:
        cited = next((by_key[key] for key in CITED if key in by_key), None)
        found += reader.html_line(cited, Kind.PARAGRAPH, Part.PARAGRAPH)
        return reader.quote(found, node.span)
    if len(found) > told:
        return found
    if any(word in fold_key(name) for word in PICTURES):
        picture = next(
            (media for value in by_key.values() if (media := reader.media(value)) is not None), None
        )
        if picture is not None:
            return [picture]
        return [Block(Kind.EMBED, node.span, info=name)]
    if any(word in fold_key(name) for word in FURNITURE):
        return [Block(Kind.EMBED, node.span, info=name)]
    return found or reader.unknown(node, name)


def _text(value: Node, reader: RichText, is_quote: bool) -> list[Block]:
    """HTML, or Markdown, in which plain words are paragraphs."""
    if is_html(str(value.value)):
        return reader.html(value)
    if is_quote:
        return reader.html_line(value, Kind.PARAGRAPH, Part.QUOTE)
    return markdown_blocks(value, reader.source)
