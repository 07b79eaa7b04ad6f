"""Who wrote an article, where no field says so: lines of the body and of the page that name somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslint.language.names import is_name
from presslint.language.words.bylines import BY_SIGNS, BY_WORDS
from presslint.model.document import Block, Document, Kind
from presslint.model.regex import regex

ENDS = 6  # blocks at the end in which translators are introduced
FOOT_LINES = 3  # blocks at the end in which a byline stands
TOP = 4  # blocks in which a byline stands
LINE_WORDS = 12  # a longer line is a sentence
HEAD = 6000  # characters of a page before its text
FOOT = 3000  # and after it
_LEAD = regex(r"[\W_]*(?P<word>[^\W\d_]{1,12}):?\s(?P<names>.{3,})")
COLUMN_WORDS = 4  # a longer headline is about letters
_COLUMN = regex(
    r"\b(?:letters?(?: to the editors?)?|mail ?bag|postbag|talkback|from our readers|tips)\W{0,3}\Z", re.I
)
_QUOTES = regex('["“”]')
_JOINT = regex(r"\s?(?:,|;|\||·|•|/|–|—|\s-\s|\s(?:and|et|en|und|y|e|och|og|with|&)\s|\sat\s|\sfor\s)\s?")
_SIGNED = regex(rf"(?:{'|'.join(BY_SIGNS)})(?:简介|簡介)?\s?[:：/｜|][\s*]{{0,4}}[\w《\[@]")
SIGN = 60  # characters of a line in which such a sign stands
_PAGE_BY = regex(r"By\s+(?:[Tt]he\s)?[A-Z\"“]")
_KEPT_BY = regex(
    r".{0,60}\b(?:maintained|edited|compiled|written|translated)(?: and \w{1,16})? by (?:the )?[A-Z]"
)
# the first sentence of what somebody else sent in, and the line under the title of a column of letters
_SENT_IN = regex(
    r"(?i:shared|submitted|sent in|contributed|created|compiled|collected|gathered|answered|written)"
    r"(?: to us| with us)? (?i:by|from)(?: the| our|:)?\W{0,4}(?:[A-Z]|\Z)"
)
_TAG = regex(r"<(/?[a-zA-Z][a-zA-Z0-9]{0,14})[^<>]{0,600}>|<!--.{0,2000}?-->")
_INLINE = frozenset("a b i u em strong font small span big tt code abbr cite".split())
_COPYRIGHT = regex(r"(?:[Cc]opyright|©|\([cC]\))[\s©\d,;()cC–-]{1,40}(?:by\s)?(?P<name>\w.{2,60})")


def is_signed(article: Document) -> bool:
    """Whether a line near the top or at the foot says by whom the article is, in whatever language."""
    top = [block for outer in article.blocks[:TOP] for block in outer.walk() if block.passage is not None]
    if any(_signs(block) for block in top) or _is_column_of_many(article):
        return True
    ends = [block for outer in article.blocks[-ENDS:] for block in outer.walk()]
    if any(_SIGNED.search(block.text[:SIGN]) for block in ends):
        return True
    foot = (line.strip() for block in ends[-FOOT_LINES:] for line in block.text.split("\n"))
    if any(says_by_whom(line) for line in foot):
        return True
    return article.format == "html" and _page_is_signed(article)


def _is_column_of_many(article: Document) -> bool:
    """Whether the headline says that readers wrote: “Letters”, “Mailbag”, “More 2-Cent Tips!”."""
    headline = article.headline
    if headline is None or len(headline.text.split()) > COLUMN_WORDS:
        return False
    return _COLUMN.search(headline.text) is not None


def _signs(block: Block) -> bool:
    written = block.passage.written.text if block.passage is not None else ""
    if block.kind is Kind.HEADING and (block.level or 0) >= 3 and is_name(block.text.strip()):
        return True
    lines = [line.strip() for line in written.split("\n")]
    if any(map(says_by_whom, lines)) or _SENT_IN.search(block.text[:300]) is not None:
        return True
    return len(lines) > 1 and says_by_whom(" ".join(lines))


def says_by_whom(line: str) -> bool:
    """Whether a line is a byline: “by Ana Ruiz”, “par Ana Ruiz et Ben Cole”, “作者：…”."""
    if _SIGNED.search(line[:SIGN]):
        return True
    lead = _LEAD.match(line)
    if lead is None or lead["word"].casefold() not in BY_WORDS:
        return False
    names = [_QUOTES.sub("", name).strip(" .*_[]()") for name in _JOINT.split(lead["names"], maxsplit=2)]
    if len(names) > 1 and is_name(names[0]) and is_name(names[1]):
        return True
    if len(line.split()) > LINE_WORDS:
        return False
    with_role = line[-1] not in ".!?:" and is_name(" ".join(names[0].split()[:2]))
    return is_name(names[0]) or with_role  # “by Ana Ruiz Planner at the mill”


def _page_is_signed(article: Document) -> bool:
    """Whether the head of a page has a byline that stands in no field, or its foot a person's copyright."""
    text = article.source.text
    start = article.blocks[0].span.start if article.blocks else len(text)
    end = article.blocks[-1].span.end if article.blocks else 0
    head = _lines(text[max(0, start - HEAD) : start])
    if any(says_by_whom(line) or _PAGE_BY.match(line) for line in head):
        return True
    foot = list(_lines(text[max(0, end - FOOT) :][: 2 * FOOT]))
    if any(_KEPT_BY.match(line) for line in foot):
        return True
    owners = (_COPYRIGHT.match(line) for line in foot)
    return any(is_name(" ".join(match["name"].strip(" .").split()[:2])) for match in owners if match)


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
    from html import unescape

    for line in unescape("".join(kept)).split("\n"):
        if line.strip():
            yield " ".join(line.split())
