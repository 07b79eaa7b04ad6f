"""Tags that lost their separators: whether a string is several tags in one, and where it should be cut.

Separators are lost between tags, never inside them, so the spaces of a fused string are the tags' own.
Each white-space token is therefore part of one tag, or the end of one and the start of the next:

    AItechnologyUS-China relationsdata centersartificial intelligence
    AI│technology│US-China relations│data centers│artificial intelligence

A dynamic programme cuts each token into the cheapest words: those of the article, of the site's other
tags and of a list of common words are cheap, an unknown word is dear and allowed once. Words that the
article writes one after the other belong together, so that “best practiceshow we work” is cut before
“how”. A cut is evidence when both tags beside it are tags that somebody uses, or when words met that
nobody joins. What English glues together by itself (“workshop”, “HealthCare”) is no join, and neither
are names with an inner capital (“DeepMind”, “McKinsey”).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from enum import Enum
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from presslint.language.en.tags import (
    COMMON_WORDS,
    FUNCTION_WORDS,
    GLUED_HEADS,
    GLUED_PREFIXES,
    GLUED_TAILS,
    NAMES,
    NEWS_TAGS,
    SHORT_WORDS,
    TOPICS,
)
from presslint.language.likeness import fold
from presslint.model.document import once
from presslint.model.passage import word_pattern
from presslint.model.regex import regex

if TYPE_CHECKING:
    from presslint.model.document import Document, Field

RUN_LIMIT = 120  # letters and figures in a row that are looked at; longer runs are data, not tags
TAG_LIMIT = 200  # tags of an article that are looked at
PIECE_LIMIT = 30  # letters of one word of a tag
PIECES_PER_RUN = 12  # words that one run can be cut into; keeps the search linear
DOMAIN_ENDS = frozenset("com edu gov mil net org".split())
QUESTION_WORDS = frozenset("how what when where who why".split())
PRONOUNS = frozenset("i it they to we you".split())  # what follows “how” and never “show”
AFTER_PLURAL = frozenset(
    "cast desk like man men people person room side wear woman women".split()
)  # “sportsman”
WORD_LENGTH = 12  # letters from which an unknown word is the less likely the longer it is
LONG_WORD = 8  # letters from which a word is seldom half of a coined name

_TOKEN = regex(r"\S+")
_LONG_WORD = regex(r"[a-z]{10}")
_LOWER_UPPER = regex(r"[a-z][A-Z]")
_FIGURES = regex(r"\d+")
_YEAR = regex(r"(?:19|20)\d\d")
_ALNUM = regex(r"[^\W_]+")
_WORDLIKE = regex(r"\w+")
_ACRONYM = regex(r"[A-Z]{2,5}s?")
_NAME_PREFIX = regex(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz)[A-Z][a-z]{2,}")
_CASE_BOUNDARY = regex(r"[a-z][A-Z]|[^\W\d_]\d|\d[^\W\d_]|[A-Z]{2}[a-z]")


class Piece(Struct, frozen=True):
    """One tag of a fused string: `start`..`end` in the string's text."""

    text: str
    start: int
    end: int


class Split(Struct, frozen=True):
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
    """The words that a cut may rest on: tags of news and of the site, names, words of the article.

    `words` come in the article's order, so that it is known which words follow which.
    """

    __slots__ = ("_followers", "_running", "models", "names", "tag_words", "tags", "words")

    def __init__(self, words: Iterable[str] = (), tags: Iterable[str] = ()) -> None:
        self.tags = {fold(tag) for tag in tags}
        self.tag_words = {part for tag in self.tags for part in tag.replace("-", " ").split()}
        stretches = [list(words), *(tag.split() for tag in tags)]
        written = {word for stretch in stretches for word in stretch}
        parts = [_parts(" ".join(stretch).casefold()) for stretch in stretches]
        known = {part for stretch in parts for part in stretch}
        self.words = {word.casefold() for word in written} | known
        self.names = {word for word in written if not word[1:].islower() and _has_inner_capital(word)}
        # words with figures: “10x”, “mp3”
        self.models = {part for part in known if not part.isalpha() and not part.isdigit()}
        self._running = " " + " | ".join(" ".join(stretch) for stretch in parts) + " "
        self._followers: dict[str, set[str]] = {}

    def followers(self, before: str) -> set[str]:
        """The words that stand right after a word somewhere."""
        found = self._followers.get(before)
        if found is None:
            found = self._followers[before] = set(_news_followers().get(before, ()))
            text, sought = self._running, f" {before} "
            at = text.find(sought)
            while at >= 0:
                start = at + len(sought)
                found.add(text[start : text.find(" ", start)])
                at = text.find(sought, start - 1)
        return found

    def is_name(self, word: str) -> bool:
        return word in NAMES or word in self.names

    def has_word(self, word: str) -> bool:
        """A word, or its plural or singular, that the article or a tag uses."""
        return self.has_tag_word(word) or any(form in self.words for form in _forms(word))

    def has_tag_word(self, word: str) -> bool:
        """A word that stands in some tag."""
        return any(form in _NEWS_WORDS or form in TOPICS or form in self.tag_words for form in _forms(word))

    def has_tag(self, word: str) -> bool:
        """A tag that somebody uses, whole."""
        return any(form in NEWS_TAGS or form in TOPICS or form in self.tags for form in _forms(word))

    def has_topic(self, text: str) -> bool:
        """A tag that somebody uses, or words that the article writes in this order."""
        words = _ALNUM.findall(text.casefold())
        if self.has_tag(" ".join(words)) or self.has_tag(fold(text)):
            return True
        if len(words) > 2 and words[0] in QUESTION_WORDS and words[1] in PRONOUNS:  # “how we work”
            return True
        return len(words) > 1 and all(self.are_neighbours(*pair) for pair in pairwise(words))

    def are_neighbours(self, before: str, after: str) -> bool:
        """Whether the article or a tag writes the second word right after the first."""
        return after in self.followers(before)

    def leads_into(self, before: str, run: str) -> bool:
        """Whether a word that follows `before` somewhere is the run of letters, or begins it."""
        followers = self.followers(before)
        return any(
            run[:size] in followers for size in range(min(3, len(run)), min(len(run), PIECE_LIMIT) + 1)
        )


_NEWS_WORDS = frozenset(word for tag in NEWS_TAGS for word in tag.replace("-", " ").split())
_STARTS = _NEWS_WORDS | TOPICS | COMMON_WORDS | SHORT_WORDS | DOMAIN_ENDS


def _parts(text: str) -> list[str]:
    """The runs of letters and figures in a text."""
    return _ALNUM.findall(text) if "_" in text else _WORDLIKE.findall(text)  # which is quicker


@cache
def _news_followers() -> dict[str, set[str]]:
    followers: dict[str, set[str]] = {}
    for tag in NEWS_TAGS:
        for before, after in pairwise(tag.replace("-", " ").split()):
            followers.setdefault(before, set()).add(after)
    return followers


def _forms(word: str) -> tuple[str, ...]:
    word = word.casefold()
    if word.endswith("ies"):
        return word, word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "uses")):
        return word, word[:-1], word[:-2]
    if word.endswith("s"):
        return word, word[:-1]
    return word, word + "s"


def _has_inner_capital(word: str) -> bool:
    return word[1:] != word[1:].lower() and not word.isupper()


@once
def fused_tags(article: Document, site_tags: tuple[str, ...]) -> tuple[tuple[Field, Split], ...]:
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
    known = {part for tag in plain for part in fold(tag).replace("-", " ").split()}
    doubtful = [tag for tag in doubtful if _is_odd(tag.text, text, known)]
    if not doubtful:
        return ()
    written = "\n".join(passage.text for passage in copy)
    vocabulary = Vocabulary(word_pattern(written).findall(written), plain)
    cuts = ((tag, split(tag.text, vocabulary)) for tag in doubtful)
    return tuple((tag, cut) for tag, cut in cuts if cut is not None)


def _is_odd(tag: str, text: str, known: Set[str]) -> bool:
    """Whether the article never writes a long word of the tag, but could have written its halves."""
    if _CASE_BOUNDARY.search(tag):
        return not all(token.casefold() in text for token in tag.split())
    for run in _ALNUM.findall(tag):
        if len(run) < 8 or run in text or any(form in _STARTS or form in known for form in _forms(run)):
            continue
        for at in range(3, len(run) - 3):
            if any(form in _STARTS or form in known or f" {form}" in text for form in _forms(run[:at])):
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
    joins: list[_Join] = []
    for join in _cuts(text, vocabulary):
        if join is None:  # a run of letters that no words explain
            boundaries = _visible_boundaries(text, vocabulary)
            return Split((), boundaries, 0.0, False) if boundaries >= 2 else None
        joins.append(join)
    if not joins:
        return None
    strengths = _strengths(text, joins, vocabulary)
    if not _is_evidence(text, joins, strengths, vocabulary):
        return None
    doubtful = any(
        join.ambiguous or (not strength and join.kind is _Kind.LETTERS)
        for join, strength in zip(joins, strengths, strict=True)
    )
    joins = [join for join, strength in zip(joins, strengths, strict=True) if strength or join.certain]
    pieces = _pieces(text, joins)
    unknown = sum((not join.left_known) + (not join.right_known) for join in joins)
    confidence = round(1 - unknown / (2 * len(joins)), 2)
    if any(_humps(piece.text, vocabulary) for piece in pieces):
        confidence = min(confidence, 0.5)
    elif doubtful or any(_is_long_unknown(piece.text, vocabulary) for piece in pieces):
        confidence = min(confidence, 0.9)
    return Split(pieces, len(joins), confidence, unknown == 0)


def _pieces(text: str, joins: list[_Join]) -> tuple[Piece, ...]:
    edges = [0, *(join.at for join in joins), len(text)]
    return tuple(Piece(text[start:end].strip(), start, end) for start, end in pairwise(edges))


def _is_long_unknown(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is left that is long enough to be two and that nobody knows."""
    return any(len(run) >= 7 and not _known(run, vocabulary) for run in _ALNUM.findall(text))


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


class _Join(Struct, frozen=True):
    """Where two tags met: at `at` in the string, between the words `left` and `right`.

    A `glued` pair may be one word (“workshop”, “HealthCare”): it proves nothing by itself. An
    `ambiguous` place could as well be a letter away (“practices how”, “practice show”); in a
    `crowded` run three words or more met.
    """

    at: int
    kind: _Kind
    left: str
    right: str
    left_known: bool
    right_known: bool
    glued: bool
    ambiguous: bool
    crowded: bool

    @property
    def certain(self) -> bool:
        return self.left_known and self.right_known


def _strengths(text: str, joins: list[_Join], vocabulary: Vocabulary) -> list[float]:
    """How much each join says that two tags met: 0 nothing, 1 something, 2 enough by itself."""
    pieces = _pieces(text, joins)
    whole = [vocabulary.has_topic(piece.text) for piece in pieces]
    strengths: list[float] = []
    token = -2  # where the token of the join before began
    for number, join in enumerate(joins):
        left, right = pieces[number].text, pieces[number + 1].text
        attested = whole[number] and whole[number + 1]
        compound = (whole[number] and _has_space(left)) or (whole[number + 1] and _has_space(right))
        strength = _strength(join, vocabulary)
        if join.crowded and join.kind is _Kind.LETTERS and join.certain:
            pass  # no English word is made of three
        elif join.left.casefold() in DOMAIN_ENDS and text[: join.at - len(join.left)].endswith("."):
            strength = 2.0  # no address goes on
        elif join.left.casefold() == join.right.casefold() or len(join.right) == 1:
            strength = 2.0  # “open datadata visualization”, “open dataU.S. Senate”
        elif not join.crowded and vocabulary.are_neighbours(join.left.casefold(), join.right.casefold()):
            strength = min(strength, 1.0) if attested or join.kind is _Kind.CASE else 0.0
        elif compound and (attested or (join.certain and min(len(join.left), len(join.right)) > 3)):
            strength = 2.0  # “climate changeenergy policy”: a topic of two words ends or begins there
        elif join.glued and not compound:
            strength = 0.0
        elif join.kind is _Kind.CAMEL and text.rfind(" ", 0, join.at) == token and not attested:
            coined = (
                text[max(token, -1) + 1].isupper()
                and max(len(join.left), len(join.right)) < LONG_WORD
                and not whole[number]
            )
            strength /= 2 if coined and strength < 2 else 1
        token = text.rfind(" ", 0, join.at)
        strengths.append(strength)
    return strengths


def _has_space(tag: str) -> bool:
    return " " in tag or "-" in tag


def _strength(join: _Join, vocabulary: Vocabulary) -> float:
    """What the words beside a join say, without the tags that they belong to."""
    if join.kind is _Kind.CAMEL:
        if join.certain and (vocabulary.is_name(join.left) or vocabulary.is_name(join.right)):
            return 2.0
        if _is_glue(join.left) or _is_glue(join.right):  # “CenterForPlainLanguage”
            return 0.0
        words = vocabulary.has_tag_word(join.left) and vocabulary.has_tag_word(join.right)
        return 2.0 if words and not join.crowded and min(len(join.left), len(join.right)) > 3 else 1.0
    if join.kind is _Kind.LETTERS:
        return 1.0 if join.certain else 0.5
    if join.left.islower() and len(join.left) < 5:  # “openFDA”
        return 1.0
    if join.certain:
        return 2.0
    long = min(len(join.left), len(join.right)) >= 5
    return 2.0 if long and (join.left_known or join.right_known) else 1.0


def _is_glue(word: str) -> bool:
    return word.casefold() in FUNCTION_WORDS and word.casefold() not in QUESTION_WORDS


def _is_evidence(text: str, joins: list[_Join], strengths: list[float], vocabulary: Vocabulary) -> bool:
    """Whether the joins say more than that somebody coined a word.

    A tag without spaces is a name (“OpenStreetMap”, “searchengineland”), unless each part is a tag of
    its own.
    """
    if _ALNUM.fullmatch(text.strip()):
        if len(joins) < 2 or not all(strengths) or not all(join.certain for join in joins):
            return False
        parts = [joins[0].left, *(join.right for join in joins)]
        return all(_is_tag(part, vocabulary) for part in parts)
    return sum(strengths) >= 2


def _is_tag(part: str, vocabulary: Vocabulary) -> bool:
    return (
        part.isdigit()
        or vocabulary.has_tag(part)
        or vocabulary.is_name(part)
        or part.casefold() in SHORT_WORDS
        or _ACRONYM.fullmatch(part) is not None
    )


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


class _Run(Struct, frozen=True):
    """A run of letters and figures at `at` in a string, the runs beside it (folded), and the marks between."""

    text: str
    at: int
    before: str
    after: str
    mark_before: str
    mark_after: str


def _cuts(text: str, vocabulary: Vocabulary) -> Iterator[_Join | None]:
    """The joins inside the words of a string; None where a boundary shows but no words explain it."""
    found = [
        (run.group(), token.start() + run.start(), _may_be_cut(token.group(), vocabulary))
        for token in _TOKEN.finditer(text)
        for run in _ALNUM.finditer(token.group())
    ]
    before = ""
    for number, (word, at, may_be_cut) in enumerate(found):
        after = found[number + 1][0].casefold() if number + 1 < len(found) else ""
        end = at + len(word)
        run = _Run(word, at, before, after, text[max(at - 1, 0) : at], text[end : end + 1])
        ends: list[int] | None = [len(word)]
        if may_be_cut and len(word) <= RUN_LIMIT and not _is_word(word, vocabulary):
            ends = _cheapest(run, vocabulary)
            if ends is None and _boundaries(word, vocabulary):
                yield None
        yield from _joins(run, [0, *(ends or [len(word)])], vocabulary)
        before = word[ends[-2] if ends and len(ends) > 1 else 0 :].casefold()


def _may_be_cut(token: str, vocabulary: Vocabulary) -> bool:
    return not vocabulary.is_name(token) and not token.startswith(("#", "@"))


def _is_word(run: str, vocabulary: Vocabulary) -> bool:
    return (
        len(run) < 5
        or vocabulary.is_name(run)
        or vocabulary.has_word(run)
        or _has_model_number(run, vocabulary)
    )


def _joins(run: _Run, edges: list[int], vocabulary: Vocabulary) -> Iterator[_Join]:
    """The places where the pieces of a run meet; `edges` are its start, the cuts and its end."""
    for start, at, end in zip(edges, edges[1:], edges[2:], strict=False):
        left, right = run.text[start:at], run.text[at:end]
        kind = _kind(left, right)
        known = _known(left, vocabulary), _known(right, vocabulary)
        ambiguous = (
            kind is _Kind.LETTERS
            and left.endswith("s")
            and _known(f"s{right}", vocabulary)
            and not vocabulary.are_neighbours(run.before, left.casefold())
            and not vocabulary.leads_into(right.casefold(), run.after)
        )
        crowded = len(edges) > 3
        yield _Join(
            run.at + at, kind, left, right, *known, _glued(left, right, vocabulary), ambiguous, crowded
        )


def _has_model_number(word: str, vocabulary: Vocabulary) -> bool:
    """Whether figures that are no year stand in a word: “HTML5”, “Section508”, “Text4Baby”.

    Unless the article has a word with figures that is part of this one: “10x” in “10xsecurity”.
    """
    folded = word.casefold()
    if any(model in folded for model in vocabulary.models):
        return False
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
    if min(len(left), len(right)) > 4 and vocabulary.has_tag(left) and vocabulary.has_tag(right):
        return False
    if len(left) >= LONG_WORD and left.casefold() != "business":
        return False
    if len(left) >= 6 and left.endswith("s") and right.casefold() not in AFTER_PLURAL:
        return False
    if right.casefold() in GLUED_TAILS or left.casefold() in GLUED_PREFIXES:
        return True
    return left.casefold() in GLUED_HEADS and len(right) < LONG_WORD - 1


def _known(piece: str, vocabulary: Vocabulary) -> bool:
    return (
        piece.isdigit()
        or len(piece) == 1  # of “U.S.”
        or vocabulary.is_name(piece)
        or piece.casefold() in SHORT_WORDS
        or piece.casefold() in DOMAIN_ENDS
        or piece.casefold() in QUESTION_WORDS
        or _ACRONYM.fullmatch(piece) is not None
        or vocabulary.has_word(piece)
        or (len(piece) >= 4 and any(form in COMMON_WORDS for form in _forms(piece)))
    )


def _cheapest(run: _Run, vocabulary: Vocabulary) -> list[int] | None:
    """Ends of the pieces that a run of letters and figures is cut into at the least cost.

    One piece may be unknown, or two when capitals show them. None when no cut is possible, one end
    when the word is whole.
    """
    size = len(run.text)
    best: list[dict[_State, tuple[float, int, int]]] = [{} for _ in range(size + 1)]
    best[0][0, 0] = (0.0, 0, 0)
    for start in range(size):
        states = best[start]
        if not states:
            continue
        for end in range(start + 1, min(size, start + PIECE_LIMIT) + 1):
            priced = _cost(run, start, end, vocabulary)
            if priced is None:
                continue
            cost, unknown = priced
            for (count, used), (total, _, _) in states.items():
                if count == PIECES_PER_RUN or used + unknown > 2:
                    continue
                key = count + 1, used + unknown
                if key not in best[end] or total + cost < best[end][key][0]:
                    best[end][key] = (total + cost, start, used)
    if not best[size]:
        return None
    key = min(best[size], key=lambda found: (best[size][found][0], found))
    return _trace(best, key, size)


def _trace(best: list[dict[_State, tuple[float, int, int]]], key: _State, size: int) -> list[int]:
    """The ends of the pieces on the cheapest way to `key` at the end of the word."""
    ends, at = [size], size
    while best[at][key][1]:
        _, start, used = best[at][key]
        key = key[0] - 1, used
        ends.append(start)
        at = start
    return ends[::-1]


# What a piece costs. Only the order and the distances count: a whole known word is the measure, and what is
# less likely to stand there costs more. Measured on the 60 examples of the tests and on 123 lists of tags of
# real articles that were run together on purpose (70 cut right, no single tag cut): a price up to UNKNOWN_NAME
# that is a quarter lower or higher changes one example at most; of the lists only KNOWN_WORD (73 right when
# lower, 65 when higher) and UNKNOWN_NAME (64 and 73) change any.
KNOWN_WORD = 1.0  # of the article or its other tags
KNOWN_NAME = 0.8  # of the article, or a listed one with capitals inside
COMMON_WORD = 1.3  # of everyday English, which the article need not hold
SHORT_WORD = 1.5  # a listed one of two or three letters
ACRONYM = 1.6  # capitals that nobody knows
NUMBER = 0.6  # figures up to the next letter
MODEL = 1.2  # a name with figures in it: “G7”
DOMAIN_END = 1.0  # the “org” of “parks.org”
INITIAL = 1.2  # the U of “U.S.”
NAME_PREFIX = 2.0  # the “Mc” of a name
QUESTION_OF_SOMEBODY = 0.3  # “how we vote”: a tag that opens with a question
QUESTION = 2.5  # “how” before anything else
SMALL_WORD_BESIDE = 2.0  # “of”, where the copy writes it beside the same word
SMALL_WORD = 8.0  # elsewhere: dearer than three words, for nearly any string can be cut at “in” or “of”
SCRAP_BESIDE = 1.5  # a short word of the copy that the copy writes beside the same word
SCRAP = 2.4  # and elsewhere
UNKNOWN_NAME = 2.2  # a capital and small letters
UNKNOWN_WORD = 3.5  # dearer than two known words
UNKNOWN_LETTER = 0.3  # for each letter of it above WORD_LENGTH, since long ones are two words sooner
# what is taken off again
AT_A_STEP = 0.8  # where letters and figures meet, or small letters and capitals
BESIDE = 0.5  # where the copy writes the piece beside the word before or after it


def _cost(run: _Run, start: int, end: int, vocabulary: Vocabulary) -> tuple[float, int] | None:
    """What a piece costs and how far it strains belief: 0 known, 1 an unknown name, 2 an unknown word.

    None for what is no word at all. A piece that the article writes beside the run before or after is
    cheaper, and may be short.
    """
    word = run.text
    piece, following = word[start:end], word[end : end + 1]
    folded = piece.casefold()
    if piece.isdigit():
        return None if following.isdigit() or (start and word[start - 1].isdigit()) else (NUMBER, 0)
    if not piece.isalpha():
        return (MODEL, 0) if folded in vocabulary.models else None
    first, last = start == 0 and run.before != "", end == len(word) and run.after != ""
    beside = (first and vocabulary.are_neighbours(run.before, folded)) or (
        last and vocabulary.leads_into(folded, run.after)
    )
    credit = (AT_A_STEP if _is_boundary(word, start) else 0.0) + (BESIDE if beside else 0.0)
    if vocabulary.is_name(piece):
        return KNOWN_NAME - credit, 0
    if _NAME_PREFIX.fullmatch(piece):
        return NAME_PREFIX - credit, 0
    if first and run.mark_before == "." and folded in DOMAIN_ENDS:
        return DOMAIN_END, 0
    if last and len(piece) == len(run.after) == 1 and run.mark_after == ".":
        return INITIAL - credit, 0
    plain = piece[1:].islower() or piece.isupper() or len(piece) == 1
    if plain and folded in FUNCTION_WORDS and not piece.isupper():
        if last and folded in QUESTION_WORDS:
            return (QUESTION_OF_SOMEBODY if run.after in PRONOUNS else QUESTION) - credit, 0
        return (SMALL_WORD_BESIDE if beside else SMALL_WORD) - credit, 0
    inside_capitals = piece.isupper() and following.isupper() and not word[end + 1 : end + 2].islower()
    if plain and not inside_capitals:
        known = _cost_of_word(folded, vocabulary, at_edge=first or last, beside=beside)
        if known is not None:
            return known - credit, 0
    if _ACRONYM.fullmatch(piece) and not inside_capitals:
        return ACRONYM - credit, 0
    if len(piece) >= 4 and piece[0].isupper() and piece[1:].islower():
        return UNKNOWN_NAME - credit, 1
    if len(piece) >= 5 and piece.islower() and not word[max(start - 1, 0)].isupper():
        return UNKNOWN_WORD + UNKNOWN_LETTER * max(0, len(piece) - WORD_LENGTH) - credit, 2
    return None


def _cost_of_word(word: str, vocabulary: Vocabulary, *, at_edge: bool, beside: bool) -> float | None:
    """What a word costs that somebody knows; None for others. A scrap counts at either end of a run only."""
    if len(word) >= 4 and vocabulary.has_word(word):
        return KNOWN_WORD
    if len(word) >= 4 and any(form in COMMON_WORDS for form in _forms(word)):
        return COMMON_WORD
    if word in SHORT_WORDS:
        return SHORT_WORD
    if len(word) >= (2 if beside else 3) and at_edge and word in vocabulary.words:
        return SCRAP_BESIDE if beside else SCRAP
    return None


def _is_boundary(word: str, start: int) -> bool:
    """Whether letters and figures, or small and capital letters, meet before `start`."""
    if not start:
        return False
    here, before = word[start], word[start - 1]
    return (
        here.isdigit() != before.isdigit()
        or (here.isupper() and before.islower())
        or (here.islower() and before.isupper())
        or (here.isupper() and before.isupper() and word[start + 1 : start + 2].islower())
    )
