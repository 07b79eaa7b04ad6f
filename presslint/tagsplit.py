"""Tags that lost their separators: whether a string is several tags in one, and where it should be cut.

Separators are lost between tags, never inside them, so the spaces of a fused string are the tags' own.
Each white-space token is therefore part of one tag, or the end of one and the start of the next:

    AItechnologyUS-China relationsdata centersartificial intelligence
    AI│technology│US-China relations│data centers│artificial intelligence

A dynamic programme cuts each token into the cheapest words: those of the article, of the site's other
tags and of a small list of news tags are cheap, an unknown word is dear and allowed once. What English
glues together by itself (“workshop”, “HealthCare”) is no join, and neither are names with an inner
capital (“DeepMind”, “McKinsey”).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from presslint.likeness import fold
from presslint.words.tags import FUNCTION_WORDS, GLUED_HEADS, GLUED_TAILS, NAMES, NEWS_TAGS, SHORT_WORDS

if TYPE_CHECKING:
    from presslint.article import Article, Field

TOKEN_LIMIT = 120  # characters of a word that are looked at; longer ones are data, not tags
TAG_LIMIT = 200  # tags of an article that are looked at
PIECE_LIMIT = 30
PIECES_PER_TOKEN = 6

_TOKEN = re.compile(r"\S+")
_LONG_WORD = re.compile(r"[a-z]{10}")
_LOWER_UPPER = re.compile(r"[a-z][A-Z]")
_FIGURES = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ALNUM = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"[A-Z]{2,5}s?")
_NAME_PREFIX = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz)[A-Z][a-z]{2,}")
_CASE_BOUNDARY = re.compile(r"[a-z][A-Z]|[^\W\d_]\d|\d[^\W\d_]|[A-Z]{2}[a-z]")


class Piece(NamedTuple):
    """One tag of a fused string: `start`..`end` in the string's text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Split:
    """A string that is several tags in one.

    `pieces` is the proposal, empty when the string cannot be cut with any certainty; `joins` counts
    the places where two tags met, `certain` says that both sides of each join are known words, and
    `confidence` is the share of known words among all that the joins touch, 0 to 1.
    """

    pieces: tuple[Piece, ...]
    joins: int
    confidence: float
    certain: bool

    @property
    def proposal(self) -> tuple[str, ...]:
        """The tags to write, each once."""
        seen: dict[str, str] = {}
        for piece in self.pieces:
            seen.setdefault(fold(piece.text), piece.text)
        return tuple(seen.values())


class Vocabulary:
    """The words that a cut may rest on: tags of news and of the site, names, words of the article."""

    __slots__ = ("names", "tag_words", "tags", "words")

    def __init__(self, words: Iterable[str] = (), tags: Iterable[str] = ()) -> None:
        self.tags = {fold(tag) for tag in tags}
        self.tag_words = {part for tag in self.tags for part in tag.replace("-", " ").split()}
        self.words: set[str] = set()
        self.names: set[str] = set()
        for word in (*words, *(part for tag in tags for part in tag.split())):
            if not word[1:].islower() and _has_inner_capital(word):
                self.names.add(word)
            self.words.add(word.casefold())
            if not word.isalnum():
                self.words.update(part.casefold() for part in _ALNUM.findall(word))

    def is_name(self, word: str) -> bool:
        return word in NAMES or word in self.names

    def has_word(self, word: str) -> bool:
        """A word, or its plural or singular, that the article or a tag uses."""
        return self.has_tag_word(word) or any(form in self.words for form in _forms(word))

    def has_tag_word(self, word: str) -> bool:
        """A word that stands in some tag."""
        return any(form in _NEWS_WORDS or form in self.tag_words for form in _forms(word))

    def has_tag(self, word: str) -> bool:
        return any(form in NEWS_TAGS or form in self.tags for form in _forms(word))


_NEWS_WORDS = frozenset(word for tag in NEWS_TAGS for word in tag.replace("-", " ").split())


def _forms(word: str) -> tuple[str, ...]:
    word = word.casefold()
    if word.endswith("ies"):
        return word, word[:-3] + "y"
    if word.endswith("s"):
        return word, word[:-1]
    return word, word + "s"


def _has_inner_capital(word: str) -> bool:
    return word[1:] != word[1:].lower() and not word.isupper()


@lru_cache(maxsize=4)
def fused_tags(article: Article, site_tags: tuple[str, ...]) -> tuple[tuple[Field, Split], ...]:
    """The tags of an article that are several in one, with their cuts.

    Words are looked up in the article's copy, so that a topic that the article writes in one word
    stays one word.
    """
    doubtful = [tag for tag in article.tags[:TAG_LIMIT] if may_be_fused(tag.text)]
    if not doubtful:
        return ()
    copy = [block.passage for block in article.walk() if block.passage is not None]
    copy += [field.passage for name in ("headline", "dek", "description") for field in article.all(name)]
    text = " ".join(passage.text for passage in copy).casefold()
    plain = tuple(tag.text for tag in article.tags if not may_be_fused(tag.text)) + site_tags
    known = _NEWS_WORDS.union(part for tag in plain for part in fold(tag).replace("-", " ").split())
    doubtful = [tag for tag in doubtful if _is_odd(tag.text, text, known)]
    if not doubtful:
        return ()
    vocabulary = Vocabulary({word.text for passage in copy for word in passage.words}, plain)
    cuts = ((tag, split(tag.text, vocabulary)) for tag in doubtful)
    return tuple((tag, cut) for tag, cut in cuts if cut is not None)


def _is_odd(tag: str, text: str, known: Set[str]) -> bool:
    """Whether the article never writes a long word of the tag, but could have written its halves."""
    if _CASE_BOUNDARY.search(tag):
        return not all(token.casefold() in text for token in tag.split())
    for run in _ALNUM.findall(tag):
        if len(run) < 8 or run in text:
            continue
        for at in range(4, len(run) - 3):
            if any(form in known or f" {form}" in text for form in _forms(run[:at])):
                return True
    return False


def may_be_fused(text: str) -> bool:
    """A cheap test that lets most honest tags pass: a long word, or letters that change case."""
    return _LONG_WORD.search(text) is not None or _CASE_BOUNDARY.search(text) is not None


def split(text: str, vocabulary: Vocabulary) -> Split | None:
    """The tags that run together in `text`, or None when it is one tag."""
    if len(text) > 2000 or "://" in text or "@" in text or text.startswith("#"):
        return None
    if vocabulary.has_tag(fold(text)):
        return None
    found = [
        cut for token in _TOKEN.finditer(text) for cut in _cuts(token.group(), token.start(), vocabulary)
    ]
    joins = [join for join in found if join is not None]
    if len(joins) != len(found):  # a token that no words explain
        boundaries = _visible_boundaries(text, vocabulary)
        return Split((), boundaries, 0.0, False) if boundaries >= 2 else None
    firm = [join for join in joins if not join.glued]
    if not firm or not _is_evidence(text, firm, vocabulary):
        return None
    doubtful = any(join.glued and join.kind is _Kind.LETTERS for join in joins)
    joins = [join for join in joins if not join.glued or (join.certain and join.kind is not _Kind.LETTERS)]
    edges = [0, *(join.at for join in joins), len(text)]
    pieces = tuple(Piece(text[start:end].strip(), start, end) for start, end in pairwise(edges))
    unknown = sum((not join.left_known) + (not join.right_known) for join in joins)
    confidence = round(1 - unknown / (2 * len(joins)), 2)
    if any(_humps(piece.text, vocabulary) for piece in pieces):
        confidence = min(confidence, 0.5)
    elif doubtful or any(_is_long_unknown(piece.text, vocabulary) for piece in pieces):
        confidence = min(confidence, 0.9)
    return Split(pieces, len(joins), confidence, unknown == 0)


def _is_long_unknown(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is left that is long enough to be two and that nobody knows."""
    return any(len(run) >= 10 and not _known(run, vocabulary) for run in _ALNUM.findall(text))


def _humps(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a tag still holds a lower-to-upper step outside known names."""
    runs = (run.group() for run in _ALNUM.finditer(text))
    return any(_LOWER_UPPER.search(run) and not vocabulary.is_name(run) for run in runs)


_State = tuple[int, int]  # pieces so far, and how much of the two unknown words' worth is used


class _Kind(Enum):
    """What shows that two words met."""

    CASE = "case"  # relationsUS, AItechnology
    YEAR = "year"  # 2026Sheffield
    CAMEL = "camel"  # StarmerLabour, but OpenTable too
    LETTERS = "letters"  # relationsdata


class _Join(NamedTuple):
    """Where two tags met: at `at` in the string, between the words `left` and `right`.

    A `glued` pair may be one word (“workshop”, “HealthCare”): it proves nothing by itself.
    """

    at: int
    kind: _Kind
    left: str
    right: str
    left_known: bool
    right_known: bool
    glued: bool

    @property
    def certain(self) -> bool:
        return self.left_known and self.right_known


def _is_evidence(text: str, joins: list[_Join], vocabulary: Vocabulary) -> bool:
    """Whether the joins say more than that somebody coined a word.

    A tag without spaces in which every word is capitalised is a name (“OpenStreetMap”), unless each
    part is a tag of its own. One join is enough where case or a year shows it between known words.
    """
    certain = all(join.certain for join in joins)
    kinds = {join.kind for join in joins}
    if " " not in text.strip():
        parts = [joins[0].left, *(join.right for join in joins)]
        if kinds == {_Kind.CAMEL} and not all(map(vocabulary.has_tag, parts)):
            return False
        return len(joins) >= 2 and certain
    if len(joins) == 1:
        join = joins[0]
        if join.kind is _Kind.CAMEL:
            return vocabulary.has_tag_word(join.left) and vocabulary.has_tag_word(join.right)
        if join.kind is _Kind.CASE and min(len(join.left), len(join.right)) >= 5:
            return join.left_known or join.right_known
        return certain and join.kind is not _Kind.LETTERS
    if kinds == {_Kind.CAMEL}:  # names in a row: one join in each of several tokens
        tokens = {text.rfind(" ", 0, join.at) for join in joins}
        return len(tokens) == len(joins)
    return certain or kinds != {_Kind.LETTERS}


def _visible_boundaries(text: str, vocabulary: Vocabulary) -> int:
    """Boundaries between words inside tokens that do not belong to a name; none in a coined name."""
    if " " not in text.strip():
        return 0
    return sum(_boundaries(run.group(), vocabulary) for run in _ALNUM.finditer(text))


def _boundaries(run: str, vocabulary: Vocabulary) -> int:
    """Edges of known names inside a run of letters; lower-to-upper steps in a run that begins small."""
    count, at, size = 0, 0, len(run)
    while at < size - 1:
        name = next(
            (
                run[at:end]
                for end in range(min(size, at + PIECE_LIMIT), at + 2, -1)
                if vocabulary.is_name(run[at:end])
            ),
            "",
        )
        if name:
            count += at + len(name) < size
            at += len(name)
            continue
        count += run[0].islower() and run[at].islower() and run[at + 1].isupper()
        at += 1
    return count


def _cuts(token: str, offset: int, vocabulary: Vocabulary) -> Iterator[_Join | None]:
    """The joins inside one white-space token; None where a boundary shows but no words explain it."""
    if len(token) > TOKEN_LIMIT or vocabulary.is_name(token) or token.startswith(("#", "@")):
        return
    for run in _ALNUM.finditer(token):
        word = run.group()
        if len(word) < 5 or vocabulary.is_name(word) or vocabulary.has_word(word) or _has_model_number(word):
            continue
        ends = _cheapest(word, vocabulary)
        if ends is None:
            if _boundaries(word, vocabulary):
                yield None
            continue
        start = 0
        for end, following in pairwise(ends):
            left, right = word[start:end], word[end:following]
            kind, glued = _kind(left, right), _glued(left, right, vocabulary)
            known = _known(left, vocabulary), _known(right, vocabulary)
            yield _Join(offset + run.start() + end, kind, left, right, *known, glued)
            start = end


def _has_model_number(word: str) -> bool:
    """Whether figures that are no year stand in a word: “HTML5”, “Section508”, “Text4Baby”."""
    return any(not _YEAR.fullmatch(figures) for figures in _FIGURES.findall(word))


def _kind(left: str, right: str) -> _Kind:
    if left.isdigit() or right.isdigit():
        return _Kind.YEAR
    if left[-1].islower() and right[0].islower():
        return _Kind.LETTERS
    return _Kind.CAMEL if left[0].isupper() and right[0].isupper() else _Kind.CASE


def _glued(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Whether English writes the two words as one (“workshop”), or a name does (“HealthCare”)."""
    if right[0].isupper() and not left[0].isupper():
        return False
    if vocabulary.has_tag(left) and vocabulary.has_tag(right):
        return False
    return right.casefold() in GLUED_TAILS or left.casefold() in GLUED_HEADS


def _known(piece: str, vocabulary: Vocabulary) -> bool:
    return (
        piece.isdigit()
        or vocabulary.is_name(piece)
        or piece.casefold() in SHORT_WORDS
        or _ACRONYM.fullmatch(piece) is not None
        or vocabulary.has_word(piece)
    )


def _cheapest(word: str, vocabulary: Vocabulary) -> list[int] | None:
    """Ends of the pieces that a run of letters and figures is cut into at the least cost.

    One piece may be unknown, or two when capitals show them. None when no cut is possible, one end
    when the word is whole.
    """
    size = len(word)
    best: list[dict[_State, tuple[float, int]]] = [{} for _ in range(size + 1)]
    best[0][0, 0] = (0.0, 0)
    for start in range(size):
        states = best[start]
        if not states:
            continue
        for end in range(start + 1, min(size, start + PIECE_LIMIT) + 1):
            priced = _cost(word, start, end, vocabulary)
            if priced is None:
                continue
            cost, unknown = priced
            for (count, used), (total, _) in states.items():
                if count == PIECES_PER_TOKEN or used + unknown > 2:
                    continue
                key = count + 1, used + unknown
                if key not in best[end] or total + cost < best[end][key][0]:
                    best[end][key] = (total + cost, start)
    if not best[size]:
        return None
    key = min(best[size], key=lambda found: (best[size][found][0], found))
    return _trace(word, best, key, vocabulary)


def _trace(
    word: str,
    best: list[dict[_State, tuple[float, int]]],
    key: _State,
    vocabulary: Vocabulary,
) -> list[int]:
    """The ends of the pieces on the cheapest way to `key` at the end of the word."""
    ends, at = [len(word)], len(word)
    while best[at][key][1]:
        start = best[at][key][1]
        priced = _cost(word, start, at, vocabulary)
        count, used = key
        key = count - 1, used - (priced[1] if priced else 0)
        ends.append(start)
        at = start
    return ends[::-1]


def _cost(word: str, start: int, end: int, vocabulary: Vocabulary) -> tuple[float, int] | None:
    """What a piece costs and how far it strains belief: 0 known, 1 an unknown name, 2 an unknown word.

    None for what is no word at all.
    """
    piece = word[start:end]
    after = word[end : end + 1]
    at_boundary = start > 0 and (
        word[start].isdigit() != word[start - 1].isdigit()
        or (word[start].isupper() and word[start - 1].islower())
        or (word[start].islower() and word[start - 1].isupper())
    )
    credit = 0.8 if at_boundary else 0.0
    if piece.isdigit():
        return None if after.isdigit() or (start and word[start - 1].isdigit()) else (1.0 - credit, 0)
    if not piece.isalpha():
        return None
    if vocabulary.is_name(piece):
        return 0.8 - credit, 0
    if _NAME_PREFIX.fullmatch(piece):
        return 2.0 - credit, 0
    folded = piece.casefold()
    plain = piece[1:].islower() or piece.isupper() or len(piece) == 1
    if plain and folded in FUNCTION_WORDS and not piece.isupper():
        return 8.0 - credit, 0
    if (
        plain
        and len(piece) >= 4
        and not (piece.isupper() and after.isupper())
        and vocabulary.has_word(folded)
    ):
        return 1.0 - credit, 0
    if plain and folded in SHORT_WORDS and not (piece.isupper() and after.isupper()):
        return 1.5 - credit, 0
    if _ACRONYM.fullmatch(piece) and (piece.endswith("s") or not after.isupper()):
        return 1.6 - credit, 0
    if len(piece) >= 4 and piece[0].isupper() and piece[1:].islower():
        return 2.2 - credit, 1
    if len(piece) >= 5 and piece.islower() and not word[max(start - 1, 0)].isupper():
        return 3.5 - credit, 2
    return None
