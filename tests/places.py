"""Checks that every word of an article stands where its passage says it stands."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.article import Article
from presslint.model.passage import MASK, Passage


def one_to_one(passage: Passage) -> bool:
    """True when no run is a block: the text is the source's own characters."""
    return not any(passage._bounds(number)[4] for number in range(len(passage.runs)))


def misplaced(passage: Passage) -> str:
    """What is wrong with a passage's places; empty when every character stands in its own place.

    A run holds the source's own characters, in its words or masked; a block lies inside the source.
    """
    source = passage.source.text
    if not passage.runs:
        return ""
    if passage.runs[0].at != 0:
        return f"{passage!r} has no place for its first character"
    for number in range(len(passage.runs)):
        at, upto, left, right, block = passage._bounds(number)
        text = passage.text[at:upto]
        if not 0 <= left <= right <= len(source):
            return f"{passage!r}: run {left}..{right} lies outside the source"
        if upto <= at and passage.text:
            return f"{passage!r}: run {left}..{right} holds nothing"
        if not block and text != source[left:right] and text.strip(MASK):
            return f"{passage!r}: {text!r} stands on {source[left:right]!r} at {left}"
    return ""


def passages(article: Article) -> Iterator[Passage]:
    """Every passage of an article: fields, blocks, links, media, slots."""
    for fields in article.fields.values():
        yield from (field.passage for field in fields)
    for block in article.walk():
        if block.passage is not None:
            yield block.passage
        yield from (link.text for link in block.links)
    for media in article.all_media:
        yield from (passage for passage in (media.alt, media.caption, media.credit) if passage is not None)
    yield from article.slots.values()


def faults(article: Article) -> list[str]:
    """Everything in an article that does not stand where it says it stands."""
    size = len(article.source.text)
    found = [fault for fault in map(misplaced, passages(article)) if fault]
    spans = [block.span for block in article.walk()]
    spans += [comment.span for comment in article.comments]
    spans += [problem.span for problem in article.problems]
    spans += [link.target_span for link in article.links if link.target_span is not None]
    found += [f"{span} lies outside the source" for span in spans if not 0 <= span.start <= span.end <= size]
    for block in article.walk():
        found += [
            f"{child.kind.value} {child.span} begins before its {block.kind.value} {block.span}"
            for child in block.children
            if child.span.start < block.span.start
        ]
    return found
