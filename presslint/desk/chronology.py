"""When things are said to happen: an article's own dates, and the dates in its copy."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from presslint.article import Article, Field, Kind, once
from presslint.language.dates import DateMention, Instant, find_dates, parse_instant
from presslint.language.languages import ENGLISH, Language
from presslint.model.passage import MASK, Part, Passage
from presslint.model.regex import regex


def instant(field: Field | None) -> Instant | None:
    """The moment that a field of the metadata states; None when it is missing or no valid date."""
    if field is None:
        return None
    if isinstance(field.value, (date, datetime, int, float)):
        return parse_instant(field.value)
    return _instant_in(field.text)


@lru_cache(maxsize=64)
def _instant_in(text: str) -> Instant | None:
    return parse_instant(text)


def published_on(article: Article) -> date | None:
    """The day on which the article says that it was published."""
    moment = instant(article.published)
    return moment.date if moment else None


_DIGIT = regex("[0-9]")


@lru_cache(maxsize=8)
def _may_hold_a_date(language: Language) -> re.Pattern[str]:
    """What every date of a language has; begins with plain letters or digits, which makes the search skip ahead."""
    heads = [form for head in language.month_heads for form in (head, head.upper())]
    initials = "".join(sorted({head[0] for head in heads}))
    month = rf"[{initials}](?:{'|'.join(dict.fromkeys(head[1:] for head in heads))})" if heads else "(?!)"
    before = "|".join(language.before_day) or "(?!)"
    endings = "|".join(map(re.escape, language.day_endings)) or "(?!)"
    of = "|".join(language.after_day) or "(?!)"
    return regex(
        rf"{month}[^\W\d_]*\.?\s(?:(?:{before})\s)?[0-9]"
        rf"|[0-9](?:{endings})?(?:\s(?:{of}))?[\s-]{month}|[0-9][-/.][0-9]{{1,2}}[-/.][0-9]"
    )


@lru_cache(maxsize=512)
def dates_in(text: str, language: Language = ENGLISH) -> tuple[DateMention, ...]:
    """The dates of a text, in order; remembered, as several rules ask."""
    return tuple(find_dates(text, language)) if _may_hold_a_date(language).search(text) else ()


@once
def dated_copy(article: Article) -> tuple[Passage, ...]:
    """Each passage that readers see, code left out, in which a date or a time can stand."""
    seen = (passage for passage in article.passages if passage.part is not Part.CODE)
    return tuple(each for each in seen if _DIGIT.search(each.text))


def is_own(article: Article, where: Passage) -> bool:
    """False when the words are ones that the article quotes, in quotation marks or in a block quote."""
    return id(where.root) not in _block_quoted(article) and MASK not in article.own(where).text


@once
def _block_quoted(article: Article) -> frozenset[int]:
    """The identities of the passages that stand in block quotes."""
    quotes = (block for block in article.walk() if block.kind is Kind.QUOTE)
    inside = (block.passage for quote in quotes for block in quote.walk())
    return frozenset(id(passage.root) for passage in inside if passage is not None)
