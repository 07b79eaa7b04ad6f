"""Blocks read from a text that is itself a string of another file, placed in that file."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from presslint.model.document import Block, Comment, Link, Media
from presslint.model.passage import Passage, through
from presslint.model.source import Span


def place_blocks(blocks: Iterable[Block], outer: Passage) -> tuple[Block, ...]:
    """The same blocks in the file of `outer`; readers bound how deep blocks nest."""
    return tuple(_block(block, outer) for block in blocks)


def place_comments(comments: Iterable[Comment], outer: Passage) -> tuple[Comment, ...]:
    return tuple(Comment(found.text, place(found.span, outer)) for found in comments)


def place(span: Span, outer: Passage) -> Span:
    """Where a stretch of `outer`'s text stands in its file."""
    return outer[span.start : span.end].span


def _block(block: Block, outer: Passage) -> Block:
    passage = through(block.passage, outer) if block.passage is not None else None
    return replace(
        block,
        span=place(block.span, outer),
        passage=passage,
        children=place_blocks(block.children, outer),
        links=tuple(_link(link, passage, outer) for link in block.links),
        media=tuple(place_media(media, outer) for media in block.media),
    )


def _link(link: Link, passage: Passage | None, outer: Passage) -> Link:
    words = (
        passage[link.text.at : link.text.at + len(link.text)]
        if passage is not None
        else through(link.text, outer)
    )
    target = place(link.target_span, outer) if link.target_span is not None else None
    return Link(words, link.target, target, link.kind)


def place_media(media: Media, outer: Passage) -> Media:
    return replace(
        media,
        span=place(media.span, outer),
        alt=through(media.alt, outer) if media.alt is not None else None,
        caption=through(media.caption, outer) if media.caption is not None else None,
        credit=through(media.credit, outer) if media.credit is not None else None,
    )
