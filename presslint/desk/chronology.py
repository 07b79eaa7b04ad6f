"""When things are said to happen: an article's own dates, and the dates in its copy."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from presslint.language.dates import Instant, parse_instant
from presslint.language.languages import ENGLISH, Language
from presslint.language.told import language_data
from presslint.language.voices import own
from presslint.model.document import Document, Field, Kind, once
from presslint.model.passage import MASK, Part, Passage
from presslint.model.regex import regex


def instant(field: Field | None, language: Language = ENGLISH) -> Instant | None:
    """The moment that a field of the metadata states; None when it is missing or no valid date."""
    if field is None:
        return None
    if isinstance(field.value, (date, datetime, int, float)):
        return parse_instant(field.value)
    return _instant_in(field.text, language)


@lru_cache(maxsize=64)
def _instant_in(text: str, language: Language) -> Instant | None:
    return parse_instant(text, language)


def published_on(article: Document) -> date | None:
    """The day on which the article says that it was published."""
    moment = instant(article.published, language_data(article))
    return moment.date if moment else None


_DIGIT = regex("[0-9]")


@once
def dated_copy(article: Document) -> tuple[Passage, ...]:
    """Each passage that readers see, code left out, in which a date or a time can stand."""
    seen = (passage for passage in article.passages if passage.part is not Part.CODE)
    return tuple(each for each in seen if _DIGIT.search(each.text))


def is_own(article: Document, where: Passage) -> bool:
    """False when the words are ones that the article quotes, in quotation marks or in a block quote."""
    return id(where.root) not in _block_quoted(article) and MASK not in own(article, where).text


@once
def _block_quoted(article: Document) -> frozenset[int]:
    """The identities of the passages that stand in block quotes."""
    quotes = (block for block in article.walk() if block.kind is Kind.QUOTE)
    inside = (block.passage for quote in quotes for block in quote.walk())
    return frozenset(id(passage.root) for passage in inside if passage is not None)
