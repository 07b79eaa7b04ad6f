"""Whose words they are: what is quoted, and what the writer says in own words."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.language.languages import ENGLISH, NEUTRAL
from presslint.language.quotation import Paragraph, Quotation, find_quotations, mismatched, read_marks
from presslint.language.sentences import split
from presslint.language.told import language_data
from presslint.model.document import Document, once
from presslint.model.passage import Passage

Stretches = dict[int, list[tuple[int, int]]]  # by the identity of a whole passage: start and end in its text


@once
def _marked(document: Document) -> tuple[Paragraph, ...]:
    """The quotation marks of each paragraph of the prose, brought together."""
    return tuple(read_marks(document.prose, language_data(document)))


@once
def quotations(document: Document) -> tuple[Quotation, ...]:
    """Direct speech in the prose, in order; see `presslint.language.quotation`."""
    return tuple(find_quotations(document.prose, language_data(document), _marked(document)))


def mismatched_in_prose(document: Document) -> list[tuple[Passage, Passage]]:
    """The double marks of each quotation in the prose that the language would not pair."""
    return list(mismatched(document.prose, language_data(document), _marked(document)))


@once
def _quoted(document: Document) -> Stretches:
    stretches: Stretches = {}
    for quotation in quotations(document):
        start = quotation.passage.at
        stretches.setdefault(id(quotation.passage.root), []).append((start, start + len(quotation.passage)))
    return stretches


@once
def _masked(document: Document) -> dict[int, tuple[Passage, Passage]]:
    """By the identity of a passage: the passage, and what `own` made of it."""
    return {}


def own(document: Document, passage: Passage) -> Passage:
    """The same passage with quoted words and code masked: what the writer says in own words.

    Quotation marks stay; what they enclose is blanked. Use it for every wording rule.
    """
    masked = _masked(document)
    known = masked.get(id(passage))
    if known is None:
        known = masked[id(passage)] = (passage, _own(document, passage))
    return known[1]


@once
def _cut(document: Document) -> dict[int, tuple[Passage, tuple[Passage, ...]]]:
    """By the identity of a passage: the passage, and its sentences in a language that is not English."""
    return {}


def sentences_of(document: Document, passage: Passage) -> tuple[Passage, ...]:
    """The sentences of a passage of an article, cut as its language ends them: “am 3. Mai” ends none in German.

    A masked passage has the sentences of the words that it masks.
    """
    language = language_data(document)
    if language is ENGLISH or language is NEUTRAL:
        return passage.sentences
    cut = _cut(document)
    known = cut.get(id(passage))
    if known is None:
        words = passage.root.text[passage.at : passage.at + len(passage)]
        sentences = tuple(passage[start:end] for start, end in split(words, language))
        known = cut[id(passage)] = (passage, sentences)
    return known[1]


def forget(document: Document) -> None:
    """Drop the sentences of masked passages, which hold the passage that they are cut from."""
    for passage, masked in _masked(document).values():
        if masked is not passage:
            masked.forget()
    _cut(document).clear()


def _own(document: Document, passage: Passage) -> Passage:
    stretches: list[tuple[int, int]] = []
    quoted = _quoted(document).get(id(passage.root))
    if quoted is not None:
        first, last = passage.at, passage.at + len(passage)
        stretches = [
            (max(start, first) - first, min(end, last) - first)
            for start, end in quoted
            if start < last and end > first
        ]
    stretches += [(mark.start, mark.end) for mark in passage.marks if mark.kind in ("code", "template")]
    return passage.masked(stretches) if stretches else passage


@once
def own_prose(document: Document) -> tuple[Passage, ...]:
    """`prose` with quotations and code masked."""
    return tuple(own(document, passage) for passage in document.prose)


def stated(document: Document) -> Iterator[Passage]:
    """The passages in which the article itself states figures: headline, dek, own prose, captions."""
    for found in (document.headline, document.dek):
        if found is not None:
            yield found.passage
    yield from own_prose(document)
    for media in document.all_media:
        if media.caption is not None:
            yield media.caption
