"""The door between readers and rules: every word of an article in its normal form, with its place.

Readers read what is written; see `presslint.model.normal` for what rules are shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from presslint.article import Article
from presslint.model.document import Block, Field, Kind, Link, Media
from presslint.model.normal import is_normal, normal, sliced
from presslint.model.passage import Part, Passage


def in_normal_form(article: Article) -> Article:
    """The article with all its words but code in their normal form; itself where they are."""
    if not any(map(_is_unusual, _wholes(article))):
        return article
    forms = _Forms()
    return replace(
        article,
        fields={name: tuple(map(forms.field, found)) for name, found in article.fields.items()},
        blocks=tuple(map(forms.block, article.blocks)),
        media=tuple(map(forms.media, article.media)),
        slots={name: forms.passage(found) for name, found in article.slots.items()},
    )


def _is_unusual(passage: Passage) -> bool:
    return not is_normal(passage.text) and passage.part is not Part.CODE


def _wholes(article: Article) -> Iterator[Passage]:
    """The words of an article; those of links are in them."""
    for fields in article.fields.values():
        for field in fields:
            yield field.passage
    for block in article.walk():
        if block.passage is not None and block.kind is not Kind.CODE:
            yield block.passage
        for media in block.media:
            yield from _of_media(media)
    for media in article.media:
        yield from _of_media(media)
    yield from article.slots.values()


def _of_media(media: Media) -> Iterator[Passage]:
    for words in (media.alt, media.caption, media.credit):
        if words is not None:
            yield words


class _Forms:
    """The normal form of each passage of one article: what was one passage stays one, a slice a slice of its whole."""

    def __init__(self) -> None:
        self._known: dict[
            int, tuple[Passage, Passage]
        ] = {}  # by identity; the first keeps the identity taken

    def passage(self, passage: Passage) -> Passage:
        found = self._known.get(id(passage))
        if found is None:
            whole = passage.root
            new = normal(passage) if whole is passage else sliced(self.passage(whole), passage)
            found = self._known[id(passage)] = (passage, new)
        return found[1]

    def field(self, field: Field) -> Field:
        words = self.passage(field.passage)
        if words is field.passage:
            return field
        return replace(field, passage=words, value=words.text if field.value == field.text else field.value)

    def block(self, block: Block) -> Block:
        if block.kind is Kind.CODE:
            return block
        return replace(
            block,
            passage=self.passage(block.passage) if block.passage is not None else None,
            children=tuple(map(self.block, block.children)),
            links=tuple(map(self.link, block.links)),
            media=tuple(map(self.media, block.media)),
        )

    def link(self, link: Link) -> Link:
        return replace(link, text=self.passage(link.text))

    def media(self, media: Media) -> Media:
        words = {name: getattr(media, name) for name in ("alt", "caption", "credit")}
        return replace(
            media, **{name: self.passage(each) for name, each in words.items() if each is not None}
        )
