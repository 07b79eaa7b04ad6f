"""When things are said to happen: an article's own dates, and the dates in its copy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

from presslint.article import Article, Field
from presslint.dates import DateMention, Instant, find_dates, parse_instant
from presslint.passage import MASK, Part, Passage


def instant(field: Field | None) -> Instant | None:
    """The moment that a field of the metadata states; None when it is missing or no valid date."""
    if field is None:
        return None
    if isinstance(field.value, (date, datetime, int, float)):
        return parse_instant(field.value)
    return parse_instant(field.text)


def published_on(article: Article) -> date | None:
    """The day on which the article says that it was published."""
    moment = instant(article.published)
    return moment.date if moment else None


@lru_cache(maxsize=512)
def dates_in(text: str) -> tuple[DateMention, ...]:
    """The dates of a text, in order; remembered, as several rules ask."""
    return tuple(find_dates(text))


def dated_copy(article: Article) -> Iterator[tuple[Passage, Passage]]:
    """Each passage that readers see, code left out, with the same passage in the article's own words."""
    for passage in article.passages:
        if passage.part is not Part.CODE:
            yield passage, article.own(passage)


def is_own(own: Passage, mention: DateMention) -> bool:
    """False when the date stands in words that the article quotes."""
    return MASK not in own.text[mention.start : mention.end]
