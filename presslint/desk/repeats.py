"""What an article says more than once: the view `article.repeats`.

A repeat is the same words in several places, however often: paragraphs, sentences, clauses, lists,
items, subheads, labels, links, quotations. Case and spacing do not count. Whether one is a slip or
meant is for rules to say.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Hashable, Iterable, Iterator
from enum import Enum
from functools import cached_property
from typing import Generic, TypeVar

from msgspec import Struct

from presslint.desk.clauses import clause_twice, comes_back
from presslint.desk.templates import Filled, filled_alike
from presslint.language.likeness import fold, stem
from presslint.language.voices import own, own_prose, quotations, sentences_of
from presslint.language.words.notices import STANDING
from presslint.model.document import Block, Document, Kind, Link, Section
from presslint.model.passage import Part, Passage
from presslint.model.regex import regex

LENGTH = 40  # characters; a shorter sentence may come back on purpose
GLUED = regex(r"[.!?](?=[A-Z][a-z]* [a-z])(?<=[a-z]{3}.)")
POINTER_MARKS = "[]().:→ "  # around the words of a link
# “ENVI (ENVI)”: a name, and the same name in brackets behind it
BRACKETED = regex(
    r"(?<![\w.$/#-])(?P<label>[^\W\d_][\w’&-]{1,40}(?: [\w’&-]{1,30}){0,5}) \((?P=label)\)(?![\w(])"
)
# “European Parliament European Parliament”: two to five words with a capital, and the same again
TWICE = regex(r"(?P<label>[A-Z](?<![\w-].)[\w’-]{2,30}(?: [A-Z][\w’-]{1,30}){1,4}) (?P=label)(?![\w-])")
# “GitHub: GitHub opens …” at the head of a line, and a whole line “Versão Pro (Pro Version)”
COLON = regex(r"(?P<label>[A-ZÀ-Þ][^\W_][\w.’&-]{0,30}(?: [\w.’&-]{1,30}){0,3}): (?P=label)(?![\w’-])")
GLOSSED = regex(r"(?P<label>[^():\n]{4,50}) \((?P<gloss>[^():\n]{4,50})\)")
STEM = 4  # letters in which the words of two languages agree that mean the same
CAPITALS = regex(r"[A-Z][\w’-]{2,30}")
LABEL = regex(r"[\W_]{0,6}(?:[^:.!?\n]{2,40}: )?[\W_]{0,3}")  # what opens an item: a sign, a label
MANY = 3  # items, and places of a list, that nobody wrote so often
SAYS = 4  # blanks in an item that says something
AFTER = regex(r",? [A-Z0-9]")
BEFORE = regex(r"\b(?!The |An? |In |At |Our |This )[A-Z0-9][\w.-]{0,20} \Z")
BEFORE_LIMIT = 30  # characters before a doubled name that can belong to it

LABELS = frozenset((Part.HEADLINE, Part.HEADING, Part.ITEM, Part.CELL))
ARTICLES = frozenset(("a", "an", "the", "and", "our", "its", "their"))

Where = TypeVar("Where", Passage, Block, Link)
Key = TypeVar("Key", bound=Hashable)
Each = TypeVar("Each")


class Unit(Enum):
    """What comes back."""

    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"
    CLAUSE = "clause"
    LIST = "list"
    ITEM = "item"
    SUBHEAD = "subhead"
    LABEL = "label"
    LINK = "link"
    QUOTATION = "quotation"


class Repeat(Struct, Generic[Where], frozen=True, eq=False):
    """The same words in several places, in reading order.

    `words` are what is the same, item by item of a list; of a link, its address and its words. `numbers`
    are those of the paragraphs in `article.prose`, for repeats of the copy. `inside` is the list that
    holds items, `around` the passage that holds a label and its double.
    """

    unit: Unit
    places: tuple[Where, ...]
    words: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    inside: Block | None = None
    around: Passage | None = None

    @property
    def first(self) -> Where:
        return self.places[0]

    @property
    def second(self) -> Where:
        """The place where the words come back."""
        return self.places[1]

    @property
    def times(self) -> int:
        return len(self.places)

    def without(self, numbers: Container[int]) -> Repeat[Where]:
        """The same outside some paragraphs; it may be left with one place or none."""
        left = [at for at, number in enumerate(self.numbers) if number not in numbers]
        return Repeat(
            self.unit,
            tuple(self.places[at] for at in left),
            self.words,
            tuple(self.numbers[at] for at in left),
        )


class Repeats:
    """The repeats of an article, each unit worked out when it is first asked for."""

    def __init__(self, article: Document) -> None:
        self._article = article

    # -- copy -----------------------------------------------------------------------------------

    @cached_property
    def paragraphs(self) -> tuple[Repeat[Passage], ...]:
        """Paragraphs and items of the copy."""
        prose = enumerate(self._article.prose)
        return tuple(_copy(Unit.PARAGRAPH, ((passage, number) for number, passage in prose)))

    @cached_property
    def sentences(self) -> tuple[Repeat[Passage], ...]:
        """Sentences of the copy, of forty characters and more."""
        found = (
            (sentence, number)
            for number, paragraph in enumerate(self._article.prose)
            if len(paragraph) >= LENGTH
            for sentence in sentences(self._article, paragraph)
            if len(sentence) >= LENGTH
        )
        return tuple(_copy(Unit.SENTENCE, found))

    def in_a_row(self, first: int, second: int) -> int:
        """How many paragraphs from number `first` on stand again from `second` on, one after the other."""
        prose, size = self._article.prose, 1
        while (
            first + size < second
            and second + size < len(prose)
            and prose[first + size].text.casefold() == prose[second + size].text.casefold()
        ):
            size += 1
        return size

    def clauses(self, least: int) -> Iterator[Repeat[Passage]]:
        """Clauses of `least` words and more of the writer's own that stand twice in a paragraph."""
        for passage in own_prose(self._article):
            if len(passage) > 8 * least and comes_back(passage.text):
                found = clause_twice(passage, least)
                if found is not None:
                    yield Repeat(Unit.CLAUSE, found, (found[0].text.casefold(),))

    def filled(self, least: int, places: int) -> list[Filled]:
        """Paragraphs of `least` words and more that differ in one place only, `places` of a kind and more."""
        return filled_alike(self._article, least, places)

    @cached_property
    def quotations(self) -> tuple[Repeat[Passage], ...]:
        """Direct speech."""
        found = (quotation.passage for quotation in quotations(self._article))
        groups = _same((fold(passage.text), passage) for passage in found)
        return tuple(Repeat(Unit.QUOTATION, same, (words,)) for words, same in groups)

    @cached_property
    def labels(self) -> tuple[Repeat[Passage], ...]:
        """Names with the same name right behind them, in brackets or in a row; quotations and code left out."""
        return tuple(each for passage in self._article.passages for each in doubled(self._article, passage))

    # -- structure ------------------------------------------------------------------------------

    @cached_property
    def lists(self) -> tuple[Repeat[Block], ...]:
        """Lists with the same items."""
        return tuple(Repeat(Unit.LIST, same, words) for words, same in _same(self._listed))

    @cached_property
    def items(self) -> tuple[Repeat[Block], ...]:
        """Items that stand again in their own list."""
        return tuple(
            Repeat(Unit.ITEM, same, (text,), inside=block)
            for words, block in self._listed
            if len(set(words)) < len(words)
            for text, same in _same(zip(words, block.children, strict=True))
        )

    @cached_property
    def shared(self) -> tuple[Repeat[Block], ...]:
        """Items that stand in two lists and more, whatever label or sign opens them; lists that are the same left out."""
        same = {id(block) for repeat in self.lists for block in repeat.places[1:]}
        found = (
            (words, (item, block))
            for _, block in self._listed
            if id(block) not in same
            for item in block.children
            if not item.children
            and not item.links
            and (words := said(item.text)).count(" ") >= SAYS
            and not any(map(str.isdigit, words))
        )
        return tuple(
            Repeat(Unit.ITEM, tuple(item for item, _ in places), (words,))
            for words, places in _same(found)
            if len({id(block) for _, block in places}) > 1
        )

    @property
    def lists_are_filled(self) -> bool:
        """Whether lists of the article were filled in, not written: one stands three times, or three items in two lists."""
        return len(self.shared) >= MANY or any(
            each.times >= MANY and len(each.words) >= MANY for each in self.lists
        )

    @cached_property
    def _listed(self) -> tuple[tuple[tuple[str, ...], Block], ...]:
        """Every list with the words of its items."""
        return tuple(
            (tuple(text_of(item) for item in block.children), block)
            for block in self._article.walk()
            if block.kind is Kind.LIST
        )

    @cached_property
    def links(self) -> tuple[Repeat[Link], ...]:
        """Links with the same words to the same address on another page."""
        found = ((_pointing(link), link) for link in self._article.links if link.target.startswith("http"))
        return tuple(Repeat(Unit.LINK, same, words) for words, same in _same(found))

    @cached_property
    def subheads(self) -> tuple[Repeat[Block], ...]:
        """Subheads of one level with the same words, under one parent."""
        found = ((" ".join(head.text.split()), place) for head, place in self._placed)
        groups = _same(zip(found, (head for head, _ in self._placed), strict=True))
        return tuple(Repeat(Unit.SUBHEAD, same, (text,)) for (text, _), same in groups)

    @cached_property
    def alike(self) -> tuple[Repeat[Block], ...]:
        """Subheads of one level with the same words but for articles and endings, under one parent."""
        groups = _same(((place, content(head.text)), head) for head, place in self._placed)
        return tuple(Repeat(Unit.SUBHEAD, same, words) for (_, words), same in groups)

    @cached_property
    def _placed(self) -> tuple[tuple[Block, tuple[int, int]], ...]:
        """Every subhead with its place: the identity of the section that it stands in, and its level."""
        return tuple(_placed(self._article.sections))


def _copy(unit: Unit, found: Iterable[tuple[Passage, int]]) -> Iterator[Repeat[Passage]]:
    """Passages of the copy with the same words, with the numbers of their paragraphs."""
    for words, same in _same((passage.text.casefold(), (passage, number)) for passage, number in found):
        passages, numbers = zip(*same, strict=True)
        yield Repeat(unit, passages, (words,), numbers)


def _same(found: Iterable[tuple[Key, Each]]) -> Iterator[tuple[Key, tuple[Each, ...]]]:
    """What stands more than once under one key; in the order in which it first stands."""
    groups: dict[Key, list[Each]] = {}
    for key, each in found:
        groups.setdefault(key, []).append(each)
    for key, same in groups.items():
        if len(same) > 1:
            yield key, tuple(same)


def _pointing(link: Link) -> tuple[str, str]:
    """Where a link leads, and its words without the marks around them."""
    return link.target.rstrip("/"), link.text.text.strip().strip(POINTER_MARKS).lower()


def sentences(article: Document, paragraph: Passage) -> Iterator[Passage]:
    """The sentences of a paragraph, those without a blank between them as well: “… a shell.If you …”."""
    for sentence in sentences_of(article, paragraph):
        start = 0
        for match in GLUED.finditer(sentence.text):
            yield sentence[start : match.end()]
            start = match.end()
        yield sentence[start:] if start else sentence


def joined(pairs: Iterable[Repeat[Passage]]) -> Iterator[list[Repeat[Passage]]]:
    """Sentences that stand twice, those together that follow each other in both paragraphs."""
    paragraphs: dict[int, list[Repeat[Passage]]] = {}
    for pair in sorted(pairs, key=lambda pair: (pair.numbers[0], pair.first.at)):
        paragraphs.setdefault(pair.numbers[1], []).append(pair)
    for repeats in paragraphs.values():
        run: list[Repeat[Passage]] = []
        for pair in repeats:
            if run and not (follows(run[-1].first, pair.first) and follows(run[-1].second, pair.second)):
                yield run
                run = []
            run.append(pair)
        yield run


def follows(one: Passage, other: Passage) -> bool:
    """Whether nothing but white space stands between two passages of a paragraph."""
    return one.root is other.root and not one.root.text[one.at + len(one) : other.at].strip()


def is_standing(text: str) -> bool:
    """Whether a sentence calls the reader or gives notice, which a page repeats on purpose."""
    return STANDING.search(text) is not None


def text_of(item: Block) -> str:
    """The words of an item with all that stands in it."""
    return " ".join(" ".join(inner.text.split()) for inner in item.walk() if inner.text)


def said(item: str) -> str:
    """What an item says, without its label and its stop."""
    opening = LABEL.match(item)
    return item[opening.end() if opening else 0 :].rstrip(" .;,").casefold()


def content(heading: str) -> tuple[str, ...]:
    """The words of a subhead that say what it is about, without their endings."""
    return tuple(stem(word) for word in fold(heading).split() if word not in ARTICLES)


def _placed(sections: Iterable[Section], parent: int = 0) -> Iterator[tuple[Block, tuple[int, int]]]:
    for section in sections:
        if section.heading is not None:
            yield section.heading, (parent, section.level)
        yield from _placed(section.sections, id(section))


def doubled(article: Document, passage: Passage) -> Iterator[Repeat[Passage]]:
    """The doubled labels of a passage."""
    text = passage.text
    if passage.part in LABELS and (":" in text or "(" in text):
        yield from _at_the_head(passage)
    has_gloss, has_twins = _has_gloss(text), _has_twins(text)
    if not has_gloss and not has_twins:
        return
    in_own_words = own(article, passage)
    if has_gloss:
        for each, match in in_own_words.find(BRACKETED):
            if match["label"].isupper() or (len(each) == len(text.strip()) and text[:1].isupper()):
                yield _label(each, match["label"])
    for each, match in in_own_words.find(TWICE) if has_twins else ():
        words = match["label"].split()
        distinct = len(set(words)) == len(words) and not match["label"].isupper()
        if distinct and each.whole and _is_alone(text, *match.span()):
            yield _label(each, match["label"])


def _at_the_head(passage: Passage) -> Iterator[Repeat[Passage]]:
    """A label that the words behind its colon repeat, or one that is glossed with its own words in another order or tongue."""
    text = passage.text
    match = COLON.match(text) if passage.part in (Part.HEADLINE, Part.HEADING) else None
    if match is not None:
        size = len(match["label"])
        places = (passage[:size], passage[match.end() - size : match.end()])
        yield Repeat(Unit.LABEL, places, (match["label"],), around=passage[: match.end()])
    match = GLOSSED.fullmatch(text.strip()) if passage.part is not Part.ITEM else None
    if match is not None and fold(match["label"]) != fold(match["gloss"]):
        words, gloss = _letters(match["label"]), _letters(match["gloss"])
        if len(gloss) == len(words) > 1 and all(any(_alike(one, other) for other in words) for one in gloss):
            start = passage.text.index("(")
            whole = passage.strip()
            yield Repeat(Unit.LABEL, (whole, passage[start:]), (match["label"],), around=whole)


def _letters(label: str) -> list[str]:
    """The words of a label in plain letters."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", label) if not unicodedata.combining(char))
    return fold(plain).split()


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= STEM and one[:STEM] == other[:STEM])


def _label(both: Passage, label: str) -> Repeat[Passage]:
    """A label and its double, by where both stand."""
    size, closing = len(label), int(both.text.endswith(")"))
    double = both[len(both) - closing - size : len(both) - closing]
    return Repeat(Unit.LABEL, (both[:size], double), (label,), around=both)


def _has_gloss(text: str) -> bool:
    """Whether a bracket holds the words that stand right before it."""
    opening = text.find(" (")
    while opening >= 0:
        inside = text[opening + 2 : text.find(")", opening)]
        if inside and text.endswith(inside, 0, opening):
            return True
        opening = text.find(" (", opening + 2)
    return False


def _has_twins(text: str) -> bool:
    """Whether a word with a capital stands twice, without which no label of capitals does."""
    words = CAPITALS.findall(text)
    return len(set(words)) < len(words)


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether a doubled name is no part of a longer name or of a row of names."""
    before = text[max(start - BEFORE_LIMIT, 0) : start]
    return not AFTER.match(text, end) and not BEFORE.search(before)
