"""When an article came out, where no field gives the day: the month of its issue is enough to date it."""

from __future__ import annotations

from presslint.language.languages import ENGLISH
from presslint.model.document import Document, once
from presslint.model.regex import regex

_MONTH = "|".join(f"{month}|{month[:3]}" for month in ENGLISH.month_names)
# “Published in Issue 150, May 2008”, “Issue 56, August 2000”, “May 2008 (#150)”
_ISSUE = regex(
    rf"\b(?i:issue|published|posted|no\.|edition|volume)\b[^<>\n]{{0,40}}(?:</?\w{{1,8}}>[^<>\n]{{0,30}}){{0,2}}\b"
    rf"(?:{_MONTH})\.?,?\s(?:19|20)\d\d\b"
    rf"|\b(?:{_MONTH})\.?,?\s(?:19|20)\d\d\s?\(#?\d{{1,4}}\)"
)
# files “21-07-06-slug.md” and folders “/2008/05/”
_NAMED = regex(
    r"(?:^|[/\\])(?:\d\d-[01]\d-[0-3]\d[-_][^/\\]{1,200}|(?:19|20)\d\d[/\\-][01]?\d[/\\][^/\\].*)\Z"
)
_DATE_WORDS = frozenset(
    "date dates datum fecha data day start started begin published pubdate posted issued released time when "
    "created opened year month".split()
)
_WORD = regex(r"[A-Z]?[a-z]+|[A-Z]+")
_YEAR = regex(r"\b(?:19|20)\d\d\b")
ENDS = 8000  # characters at either end of a page in which its issue is named


@once
def is_dated(article: Document) -> bool:
    """Whether the page gives at least month and year: in a field of the house's own, its name, its issue."""
    if any(field for field in article.all("modified")) or _NAMED.search(article.source.path):
        return True
    if any(_is_date(field.key, field.text) for field in article.all("extra")):
        return True
    text = article.source.text
    if article.format != "html":
        return False
    return any(_ISSUE.search(end) is not None for end in (text[:ENDS], text[-ENDS:]))


def _is_date(key: str, text: str) -> bool:
    words = {word.casefold() for word in _WORD.findall(key.rpartition(".")[2])}
    if "date" in key.lower() and any(char.isdigit() for char in text):
        return True
    return not _DATE_WORDS.isdisjoint(words) and _YEAR.search(text) is not None
