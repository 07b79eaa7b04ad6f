"""The anchors of an article's own page: ids in its source, and what site generators make of its subheads.

Generators differ in case, in what joins the words, in numbers and prefixes, in how they spell accents and
emoji. An anchor that differs from a subhead only by what one of them could do leads there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from unicodedata import category, normalize
from urllib.parse import unquote

from msgspec import Struct

from presslint.language.entities import unescaped
from presslint.language.likeness import sequence_ratio
from presslint.model.document import Block, Document, Kind
from presslint.model.passage import MASK
from presslint.model.regex import regex

# ids as HTML and components, Markdown's attributes, AsciiDoc, reStructuredText, MyST and LaTeX write them, each
# with signs of which one stands in the source where there are any
IDS = (
    (
        ("=", ":"),
        regex(
            r"\b(?:id|name|anchor|slug|label)\s{0,3}[=:]\s{0,3}\{?"
            r"(?:\\?\"([^\"<>\\]{1,200})|\\?'([^'<>\\]{1,200})|([^\"'\s<>{}\\]{1,200}))",
            re.I,
        ),
    ),
    (("{",), regex(r"\{[^{}\n#]{0,200}#([^\s{}]{1,200})")),
    (
        ("[[", "[#", "anchor"),
        regex(r"\[\[([^\[\],]{1,200})|\[#([^\s\[\],.%]{1,200})|\banchor\W{1,3}([\w.-]{1,200})"),
    ),
    (
        (".. _", ")=", "\\label{"),
        regex(r"^\.\. _([^:\n]{1,200}):|^\(([^()\s]{1,200})\)=|\\label\{([^{}]{1,200})\}", re.M),
    ),
)
# what themes put on every page
THEME = frozenset(
    "top content main main-content maincontent comments comment respond disqus_thread footer header nav toc "
    "menu search sidebar newsletter subscribe share".split()
)
PREFIX = regex(
    r"(?:user-content|headline|heading|header|section|title|anchor|post|toc|sec|id|h|a)[-_:]+|_+|[-.\d]+(?=\D)"
)
SUFFIX = regex(r"[-_]\d{1,3}\Z")  # the second subhead of that name
COUNTED = regex(r"(?:section|heading|header|toc|sec|id|h)[-_]?\d{1,3}\Z")
FOOTNOTE = regex(r"_?(?:user-content-)?(?:fn|footnote|note|cite|ref)[-_:]?(?:ref)?[-_:]?\w{0,20}\Z")
# not a place on the page: a route of a script, a text to be found, a state
ROUTE = regex(r"#(?:[/!]|:~:|[^#]*=)")
SHORT_NAME = regex(r":[a-z0-9_+-]{2,40}:")
LEADING_NUMBER = regex(r"[\W\d_]+")
ALIKE = 0.8  # of the letters of an anchor and a subhead, when one is a slip or an old wording of the other
FEWEST_LETTERS = 5  # of an anchor that is held against others
LONGEST = 120  # letters; a longer anchor is not held against others, which takes time with its square
MOST_ASKED = 50  # anchors of an article for which something near is looked for
DIGITS = regex(r"\d+")
MOST_SPELLED = 200  # subheads with emoji that an anchor is held against; among more of them any may be right


# letters that may stand for one character of a subhead
LETTER, SIGN, EMOJI = 6, 10, 30


class Spelled(Struct, frozen=True):
    """The letters of a subhead that every generator keeps, and how many may stand between them."""

    parts: tuple[str, ...]
    most: int


class Anchors:
    """What links within the page may lead to."""

    def __init__(self, article: Document) -> None:
        source = article.source.text
        self.names = set(THEME)
        for signs, pattern in IDS:
            for match in pattern.finditer(source) if any(sign in source for sign in signs) else ():
                self.names.add(_lower(match[match.lastindex or 0]))
        self.asked = 0
        self.folded = {_fold(name) for name in self.names}
        subheads = [block.text for block in article.walk() if block.kind is Kind.HEADING]
        subheads += [field.text for field in article.all("headline") if field.origin != "front matter"]
        self.has_subheads = bool(subheads)
        # what a link is held against that leads nowhere: how a message calls it, by its letters
        self.places = {_fold(name): f"#{name}" for name in sorted(self.names - THEME)} | {
            _fold(text): text for text in subheads
        }
        self.folded |= {
            _fold(text) for block in article.walk() if block.kind is Kind.ITEM for text in _leads(block)
        }
        self.spelled: list[Spelled] = []
        for text in subheads:
            bare = LEADING_NUMBER.sub("", text, count=1) or text
            self.folded |= {_fold(text), _fold(bare)}
            if len(self.spelled) <= MOST_SPELLED:
                self.spelled += [each for each in map(_spelled, {text, bare}) if len(each.parts) > 1]

    def __contains__(self, target: str) -> bool:
        """Whether `#anchor` leads to a place that could be on the page."""
        anchor = _lower(target.removeprefix("#"))
        if anchor in self.names or ROUTE.match(target) or FOOTNOTE.match(anchor):
            return True
        if self.has_subheads and COUNTED.match(anchor):
            return True
        forms = _forms(anchor)
        if not forms.isdisjoint(self.folded):
            return True
        if len(self.spelled) > MOST_SPELLED:
            return True
        return any(_spells(form, each) for form in forms if form.isascii() for each in self.spelled)

    def near(self, target: str) -> str:
        """The subhead or anchor that a target nearly names; empty where there is none."""
        anchor = _fold(_lower(target.removeprefix("#")))
        self.asked += 1
        if self.asked > MOST_ASKED or not FEWEST_LETTERS <= len(anchor) <= LONGEST:
            return ""
        figures = DIGITS.findall(anchor)
        best, name = ALIKE, ""
        for letters, shown in islice(self.places.items(), MOST_SPELLED):
            if FEWEST_LETTERS <= len(letters) <= LONGEST and DIGITS.findall(letters) == figures:
                ratio = sequence_ratio(anchor, letters)
                if ratio >= best:
                    best, name = ratio, shown
        return name


def _leads(item: Block) -> Iterator[str]:
    """The first words of a list item that are bold or linked: some generators make an anchor of them."""
    passage = item.passage
    if passage is not None:
        for mark in passage.marks:
            if mark.start == 0 and mark.kind == "strong":
                yield passage.text[: mark.end]
        for link in item.links:
            if link.text.at == passage.at:
                yield link.text.text


def _lower(anchor: str) -> str:
    return unquote(unescaped(anchor)).strip().lower()


def _forms(anchor: str) -> set[str]:
    """An anchor with and without what generators put before and behind a subhead."""
    forms = {anchor, PREFIX.sub("", anchor, count=1)}
    forms |= {SUFFIX.sub("", form) for form in forms}
    forms |= {LEADING_NUMBER.sub("", form, count=1) for form in forms}
    return {folded for folded in map(_fold, forms) if folded}


def _fold(text: str) -> str:
    """The letters and figures of a text, without accents and case."""
    return "".join(
        char for char in normalize("NFKD", text).lower() if char.isalnum() or category(char) == "Mc"
    )


def _spelled(subhead: str) -> Spelled:
    """A subhead cut where generators differ in what they write: emoji, signs, letters with accents."""
    parts, most = [""], 0
    for char in SHORT_NAME.sub(MASK, subhead.lower()):
        if char.isascii() and char.isalnum():
            parts[-1] += char
        elif not (char.isspace() or char in ".,:;!?'\"()[]-_/’‘“”–—"):
            parts.append("")
            most += LETTER if char.isalpha() else SIGN if char.isascii() else EMOJI
    return Spelled(tuple(parts), most)


def _spells(anchor: str, subhead: Spelled) -> bool:
    """Whether an anchor has all parts of a subhead in order, with not too much in the places between."""
    parts, most = subhead.parts, subhead.most
    first, last = parts[0], parts[-1]
    over = len(anchor) - sum(map(len, parts))
    if not 0 <= over <= most or not (anchor.startswith(first) and anchor.endswith(last)):
        return False
    at, end = len(first), len(anchor) - len(last)
    for part in parts[1:-1]:
        at = anchor.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return True
