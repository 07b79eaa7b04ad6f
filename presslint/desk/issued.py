"""When an article came out, where no field gives the day: the month of its issue is enough to date it."""

from __future__ import annotations

from presslint.language.languages import ENGLISH
from presslint.language.words.labels import DAY_AND_YEAR, DAY_IN_FIGURES
from presslint.model.document import Document, Kind, once
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
# the same, and a name that ends so: “brief-2026-05-04”, “4-mai-2026”, “20260504”, “2026-w18”
_FILE = regex(
    r"(?:^|[/\\_-])(?:(?:19|20)\d\d[-_.]?[01]\d[-_.]?[0-3]\d|(?:19|20)\d\d[-_]?[wW]\d\d"
    r"|[0-3]?\d[-_][^\W\d_]{3,10}[-_]20\d\d|[^\W\d_]{3,10}[-_][0-3]?\d[-_]20\d\d)(?=[._/\\-]|\Z)"
)
_DAY = regex(DAY_AND_YEAR)
_PLAIN_DAY = regex(DAY_IN_FIGURES)
# “May 1–7, 2026”, “May 2026”
_PERIOD = regex(r"\b[^\W\d_]{3,10}\s(?:[0-3]?\d\s?[–—-]\s?[0-3]?\d,?\s|de\s)?20\d\d\b")
# “Published on the third of May”: a reader knows the day, though not the year
_IN_WORDS = regex(rf"\A\W{{0,3}}(?i:first published|published|posted)\b[^\n]{{0,40}}\b(?:{_MONTH})\b")
TOP = 5  # blocks below the headline in which a line gives the day
FOOT = 3  # and at the end
LINE = 12  # words of such a line
ALONE = 3  # words of a line beside a date that stands by itself
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


@once
def shows_date(article: Document) -> bool:
    """Whether a reader sees the day: in the name of the file, in a short line near an end, or in one of its own."""
    if _FILE.search(article.source.path) is not None or says_when_published(article):
        return True
    blocks = [block for block in article.walk() if block.passage is not None and block.kind is not Kind.CODE]
    near = {*map(id, blocks[:TOP]), *map(id, blocks[-FOOT:])}
    return any(_gives_day(block.text, id(block) in near) for block in blocks if block.word_count <= LINE)


@once
def says_when_published(article: Document) -> bool:
    """Whether a line below the headline tells in words when the article came out."""
    lines = [block for block in article.blocks if block.passage is not None][:TOP]
    return any(block.word_count <= LINE and _IN_WORDS.match(block.text) is not None for block in lines)


def _gives_day(text: str, is_near: bool) -> bool:
    found = _DAY.search(text) or _PLAIN_DAY.search(text) or _PERIOD.search(text)
    if found is None:
        return False
    rest = (text[: found.start()] + text[found.end() :]).split()
    return len([word for word in rest if any(map(str.isalpha, word))]) <= (ALONE if not is_near else LINE)


def names_day(text: str) -> bool:
    """Whether a headline gives a day or a period with its year."""
    return any(pattern.search(text) for pattern in (_DAY, _PLAIN_DAY, _PERIOD))


def _is_date(key: str, text: str) -> bool:
    words = {word.casefold() for word in _WORD.findall(key.rpartition(".")[2])}
    if "date" in key.lower() and any(char.isdigit() for char in text):
        return True
    return not _DATE_WORDS.isdisjoint(words) and _YEAR.search(text) is not None
