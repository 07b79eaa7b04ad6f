"""What an element is called, and whether that names furniture.

A class is a name of several words. What it names is its last word, once words for a box are put aside: a
“sidebar-grid” is a grid, a “share-container” holds what shares. Modifiers name a state and no thing.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from presslint.language.words.furniture import (
    CALLED_ARTICLE,
    CONTAINERS,
    NAMED_ANYWHERE,
    NAMED_LAST,
    NAMED_TOGETHER,
    STATES,
)
from presslint.model.regex import regex

WORDS = regex(r"[a-z]+|[A-Z][a-z]*|[A-Z]+(?![a-z])|\d+")
LONG_NAME = 4  # a class or id of more words is a sentence, not a name
HASH = regex(r"(?<=[a-z])_{1,2}(?=[a-z]{0,4}[A-Z0-9])[A-Za-z0-9]{5,8}$")  # what build tools add to a name
MARKS_OF_UTILITIES = frozenset(":[]()/%!@")  # “md:hidden”, “w-[calc(100%-300px)]”


class Called(IntEnum):
    """How surely a name is that of furniture."""

    NOTHING = 0
    PERHAPS = 1  # what is called so may hold copy all the same
    FURNITURE = 2
    UNSEEN = 3  # also where it stands in a heading or a line
    COMMENTS = 4  # however much of the page's text it holds


COMMENT_WORDS = frozenset(
    "comment comments commentlist disqus respond kommentare commentaires comentarios".split()
)
# a heading in the path to the page is a headline that no reader takes for one
UNSEEN_WORDS = frozenset("breadcrumb breadcrumbs visuallyhidden screenreader sronly noprint".split())
UNSEEN_PAIRS = frozenset((("sr", "only"), ("screen", "reader"), ("visually", "hidden")))


@lru_cache(2000)
def called(label: str) -> Called:
    """What class and id together say."""
    names = label.split()
    found = max((_name(name) for name in names), default=Called.NOTHING)
    if found is Called.NOTHING and "hidden" in names and ":" not in label:  # else it is shown on some screens
        return Called.PERHAPS
    if found is Called.PERHAPS and any(set(words_of(name)) & CALLED_ARTICLE for name in names):
        return Called.NOTHING
    return found


@lru_cache(4000)
def words_of(name: str) -> tuple[str, ...]:
    """The words of one class name, in lower case; the modifier of a block and its own block left out."""
    return tuple(word.lower() for word in WORDS.findall(name))


@lru_cache(4000)
def _name(name: str) -> Called:
    if not MARKS_OF_UTILITIES.isdisjoint(name):
        return Called.NOTHING
    block = name.partition("--")[0]
    block, _, part = HASH.sub("", block).partition("__")
    words = words_of(part.rpartition("__")[2])
    if not words or CONTAINERS.issuperset(words):  # the text of a card, the inner box of a bar
        words = words_of(block)
    while words and (len(words[0]) == 1 or words[0].isdigit()):
        words = words[1:]
    if not words or words[0] in STATES:
        return Called.PERHAPS if name == "is-hidden" else Called.NOTHING
    pairs = set(pairwise(words))
    while len(words) > 1 and (words[-1] in CONTAINERS or words[-1].isdigit()):
        words = words[:-1]
    if len(words) > LONG_NAME:
        return Called.NOTHING
    there = set(words)
    if there & COMMENT_WORDS:
        return Called.COMMENTS
    if there & UNSEEN_WORDS or pairs & UNSEEN_PAIRS:
        return Called.UNSEEN
    if there & NAMED_ANYWHERE or pairs & NAMED_TOGETHER:
        return Called.FURNITURE
    if words[-1] in NAMED_LAST:
        return Called.PERHAPS
    return Called.NOTHING
