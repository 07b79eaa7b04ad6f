"""Who wrote an article, where no field says so: lines of the body and of the page that name somebody."""

from __future__ import annotations

import html
from collections.abc import Iterator

from presslint.article import Article, Block, Kind
from presslint.language.words.bylines import BY_SIGNS, BY_WORDS
from presslint.reading.lines import is_name
from presslint.regex import regex

TOP = 4  # blocks in which a byline stands
LINE_WORDS = 12  # a longer line is a sentence
HEAD = 6000  # characters of a page before its text
FOOT = 3000  # and after it
_LEAD = regex(r"[\W_]*(?P<word>[^\W\d_]{1,12}):?\s(?P<names>.{3,})")
_JOINT = regex(r"\s?(?:,|;|\||·|•|/|–|—|\s-\s|\s(?:and|et|en|und|y|e|och|og|with|&)\s|\sat\s|\sfor\s)\s?")
_SIGNED = regex(rf"(?:^|.{{0,60}}[\s/|｜])(?:{'|'.join(BY_SIGNS)})\s?[:：/｜|]\s?[\w《\[]")
# the first sentence of what somebody else sent in, and the line under the title of a column of letters
_SENT_IN = regex(
    r"(?i:shared|submitted|sent in|contributed|created|compiled|collected|gathered|answered|written)"
    r"(?: to us| with us)? (?i:by|from)(?: the| our|:)?\W{0,4}(?:[A-Z]|\Z)"
)
_TAG = regex(r"<(/?[a-zA-Z][a-zA-Z0-9]{0,14})[^<>]{0,600}>|<!--.{0,2000}?-->")
_INLINE = frozenset("a b i u em strong font small span big tt code abbr cite".split())
_COPYRIGHT = regex(r"(?:[Cc]opyright|©|\([cC]\))[\s©\d,;()cC–-]{1,40}(?:by\s)?(?P<name>\w.{2,60})")


def is_signed(article: Article) -> bool:
    """Whether a line near the top says by whom the article is, in whatever language."""
    top = [block for block in article.blocks if block.passage is not None][:TOP]
    return any(_signs(block) for block in top) or (article.format == "html" and _page_is_signed(article))


def _signs(block: Block) -> bool:
    if block.kind is Kind.HEADING and (block.level or 0) >= 3 and is_name(block.text.strip()):
        return True
    lines = [line.strip() for line in block.text.split("\n")]
    if any(map(says_by_whom, lines)) or _SENT_IN.search(block.text[:300]) is not None:
        return True
    return len(lines) > 1 and says_by_whom(" ".join(lines))


def says_by_whom(line: str) -> bool:
    """Whether a line is a byline: “by Ana Ruiz”, “par Ana Ruiz et Ben Cole”, “作者：…”."""
    if _SIGNED.match(line):
        return True
    lead = _LEAD.match(line)
    if lead is None or lead["word"].casefold() not in BY_WORDS or len(line.split()) > LINE_WORDS:
        return False
    first = _JOINT.split(lead["names"].strip(" *_[]()"), maxsplit=1)[0]
    return is_name(first.strip(" .*_[]()"))


def _page_is_signed(article: Article) -> bool:
    """Whether the head of a page has a byline that stands in no field, or its foot a person's copyright."""
    text = article.source.text
    start = article.blocks[0].span.start if article.blocks else len(text)
    end = article.blocks[-1].span.end if article.blocks else 0
    if any(says_by_whom(line) for line in _lines(text[max(0, start - HEAD) : start])):
        return True
    found = (_COPYRIGHT.match(line) for line in _lines(text[max(0, end - FOOT) :][: 2 * FOOT]))
    return any(is_name(" ".join(match["name"].strip(" .").split()[:2])) for match in found if match)


def _lines(markup: str) -> Iterator[str]:
    """The lines of a stretch of HTML, its tags left out."""
    kept: list[str] = []
    at = 0
    for tag in _TAG.finditer(markup):
        kept.append(" ".join(markup[at : tag.start()].split()))
        name = (tag[1] or "").lstrip("/").lower()
        kept.append(" " if name in _INLINE or not name else "\n")
        at = tag.end()
    kept.append(" ".join(markup[at:].split()))
    for line in html.unescape("".join(kept)).split("\n"):
        if line.strip():
            yield " ".join(line.split())
