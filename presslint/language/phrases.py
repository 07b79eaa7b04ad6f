"""Lists of phrases and patterns, found in one pass over an article however many rules bring a list.

All lists share one Aho-Corasick automaton. A phrase is found by it outright; a pattern declares the
literals without which it cannot match, and runs only on copy that holds one of them:

    PHRASES = Phrases([
        Phrase("hope-helps", r"\\bI hope this (?:helps|meets)\\b", ("hope this",)),
        Phrase("pros-and-cons", words=("pros and cons",)),
    ])
    for hit in PHRASES.find(article):
        yield self.finding(hit.passage, f"{quoted(hit.passage.text)} …")

Patterns and literals meet levelled text: curly apostrophes are straight, no-break spaces are spaces.
Levelling keeps every character's place. Code is never searched.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import accumulate
from threading import Lock
from typing import Any
from weakref import WeakSet

from msgspec import Struct

from presslint.language.quotation import find_quotations
from presslint.language.voices import own
from presslint.model.document import OURS, Block, Document, Field, Kind, Media, once
from presslint.model.finding import Severity
from presslint.model.passage import MASK, Passage
from presslint.model.source import Span

WINDOW = 2000  # the most characters that a pattern is given at once, so that its time is bounded
OVERLAP = 400  # characters that two windows share; no phrase of the house is longer
APOSTROPHES = "’‘ʼ＇"
FOUND_IN_COPY = frozenset(("body", "head", "tail"))  # origins of fields that are words of the copy
BETWEEN = "\0"  # stands between copies that are read in one go; in no phrase
SPACES = "\u00a0\u202f\u2009\u2007"


def level(text: str) -> str:
    """The text with straight apostrophes and plain spaces; every character keeps its index."""
    if text.isascii():
        return text
    for mark in APOSTROPHES:
        text = text.replace(mark, "'")
    for space in SPACES:
        text = text.replace(space, " ")
    return text


def folded_phrase(text: str) -> str:
    """Levelled, in lower case and on one line; every character keeps its index."""
    text = level(text).replace("\n", " ").replace("\t", " ")
    lower = text.lower()
    if len(lower) != len(text):  # “İ” has a lower case of two characters
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lower.replace("ſ", "s")


class Phrase(Struct, frozen=True):
    """One thing to look for.

    With a `pattern`, `words` are lower-case literals one of which stands in every match; without
    any, the pattern runs on all copy. Without a pattern, `words` are the phrases themselves; they
    stand alone (no letter or digit on either side) unless `bounded` is false. `kind` is for the rule
    that owns the list, and so is `severity`, where the phrase differs from the rule's own. With
    `levelled` false it meets the text as written, so that it can tell a curly apostrophe from a
    straight one.
    """

    name: str
    pattern: str = ""
    words: tuple[str, ...] = ()
    kind: str = ""
    severity: Severity | None = None
    cased: bool = False
    bounded: bool = True
    levelled: bool = True

    def compiled(self) -> re.Pattern[str]:
        return _compiled(self.pattern, self.cased)


@lru_cache(maxsize=2048)
def _compiled(pattern: str, cased: bool) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE if cased else re.MULTILINE | re.IGNORECASE)


class Copy:
    """A stretch of an article's words with where it stands: a block, a field, or a picture's words.

    `quoted` is true inside a block quote. `order` counts the top-level blocks; it is -1 for fields.
    """

    __slots__ = ("_article", "_own", "block", "field", "order", "passage", "quoted")

    def __init__(
        self,
        article: Document,
        passage: Passage,
        *,
        block: Block | None = None,
        field: Field | None = None,
        order: int = -1,
        quoted: bool = False,
    ) -> None:
        self._article = article
        self._own: Passage | None = None
        self.passage = passage
        self.block = block
        self.field = field
        self.order = order
        self.quoted = quoted

    @property
    def own(self) -> Passage:
        """The passage with quoted words and code masked; fields and headings are read for quotes too."""
        if self._own is None:
            self._own = own_words(self._article, self.passage, self.block)
        return self._own


def own_words(article: Document, passage: Passage, block: Block | None) -> Passage:
    """`article.own`, also for words outside the prose, whose quotations the article does not list."""
    if block is not None and block.kind in (Kind.PARAGRAPH, Kind.ITEM):
        return own(article, passage)
    stretches = [
        (found.passage.at - passage.at, found.passage.at - passage.at + len(found.passage))
        for found in find_quotations((passage,))
    ]
    stretches += [(mark.start, mark.end) for mark in passage.marks if mark.kind == "code"]
    return passage.masked(stretches) if stretches else passage


def copies(article: Document) -> tuple[Copy, ...]:
    """Every stretch of the article's words but code, each once, in reading order: fields, body, pictures."""
    return _survey(article).copies


def mentions(article: Document, words: frozenset[str]) -> bool:
    """Whether one of some words stands anywhere in `copies`, whole or as part of a word.

    In the first article, which may be the only one, they are looked for one by one; from the second
    on in the one pass, together with all lists.
    """
    survey = _survey(article)
    if survey.is_odd:
        return True
    if _lists.articles < 2:
        _sought.setdefault(words)
        folded = survey.folded
        return any(word in folded for word in words)
    if _sought.get(words) is None:
        _sought.setdefault(words)
        waiting = [each for each, phrases in _sought.items() if phrases is None]
        for each in waiting:
            _sought[each] = Phrases((Phrase("", words=tuple(each), bounded=False),))
    return id(_sought[words]) in survey.found


class Hit(Struct, frozen=True):
    """A phrase found at `start`..`end` of a copy's passage; `match` where a pattern found it."""

    phrase: Phrase
    copy: Copy
    start: int
    end: int
    match: re.Match[str] | None

    @property
    def passage(self) -> Passage:
        return self.copy.passage[self.start : self.end]


class Phrases:
    """A list of phrases that belong to one rule.

    Without `indexed` the list stays out of the one pass; then only `search` works. That is for words
    that are looked for in a few short stretches (the words of links) and stand everywhere else.
    """

    def __init__(self, phrases: Iterable[Phrase], *, indexed: bool = True) -> None:
        self.phrases = tuple(phrases)
        self.indexed = indexed
        self._folded = tuple(tuple(map(folded_phrase, phrase.words)) for phrase in self.phrases)
        self._free = self.unbound = tuple(  # the numbers of phrases that declare no words
            number for number, phrase in enumerate(self.phrases) if phrase.pattern and not phrase.words
        )
        if indexed:
            _lists.add(self)

    @property
    def literals(self) -> frozenset[str]:
        """Words of which one stands in every article that `find` finds something in; for `Rule.reads_words`.

        There are none when a pattern declares no words.
        """
        return frozenset() if self._free else frozenset(word for words in self._folded for word in words)

    def find(self, article: Document, *, own: bool = True) -> Iterator[Hit]:
        """Hits in reading order, none inside another.

        With `own`, quotations, block quotes and inline code are not read.
        """
        survey = _survey(article)
        if not self._free and id(self) not in survey.found:
            return
        found = survey.found.get(id(self), {})
        for number, copy in enumerate(survey.copies):
            here = found.get(number)
            if (here or self._free) and not (own and copy.quoted):
                passage = copy.own if own else copy.passage
                for phrase, start, end, match in self._judge(passage.text, here or {}):
                    yield Hit(phrase, copy, start, end, match)

    def search(self, text: str) -> Iterator[tuple[Phrase, int, int, re.Match[str] | None]]:
        """Hits in a text that is no copy of an article, in order, none inside another."""
        places = (
            _lists.scan(folded_phrase(text)).get(id(self), {}) if self.indexed else self._everywhere(text)
        )
        yield from self._judge(text, places)

    def _everywhere(self, text: str) -> dict[int, list[tuple[int, int]]]:
        """Where the literals of the phrases stand, found one by one."""
        folded = folded_phrase(text)
        return {
            number: places
            for number, words in enumerate(self._folded)
            if (places := [place for word in words for place in _places(folded, word)])
        }

    def _judge(
        self, text: str, literals: Mapping[int, list[tuple[int, int]]]
    ) -> list[tuple[Phrase, int, int, re.Match[str] | None]]:
        """What the phrases whose literals stand in `text` find there."""
        levelled = level(text)
        hits: list[tuple[Phrase, int, int, re.Match[str] | None]] = []
        for number in sorted({*literals, *self._free}):
            phrase = self.phrases[number]
            seen = levelled if phrase.levelled else text
            if phrase.pattern:
                hits += [
                    (phrase, m.start(), m.end(), m) for m in windowed(phrase.compiled(), seen) if m.group()
                ]
            else:
                hits += [
                    (phrase, start, end, None)
                    for start, end in literals[number]
                    if MASK not in seen[start:end]
                    and (not phrase.bounded or stands_alone(seen, start, end))
                    and ((phrase.levelled and not phrase.cased) or _same(phrase, seen[start:end]))
                ]
        return _outermost(hits)


def _places(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a word stands in a text, none overlapping the one before."""
    at = text.find(word) if word else -1
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + len(word))


def _same(phrase: Phrase, written: str) -> bool:
    if phrase.cased:
        return written in phrase.words
    return written.lower() in {word.lower() for word in phrase.words}


def windowed(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches of `pattern`, which is given at most WINDOW characters at a time.

    It keeps the time of a pattern linear in the text. Windows overlap, so that no match is lost that has
    up to OVERLAP characters; a longer one that goes over the end of its window is cut there.
    """
    at, size = 0, len(text)
    while size - at > WINDOW:
        last = at + WINDOW - OVERLAP  # what begins here or later is left to the next window
        reached = last
        for match in pattern.finditer(text, at, at + WINDOW):
            if match.start() >= last:
                break
            yield match
            reached = max(last, match.end())
        at = reached
    yield from pattern.finditer(text, at)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no word goes on across either end of `start`..`end`."""
    return not (start > 0 and _joined(text[start - 1], text[start])) and not (
        end < len(text) and _joined(text[end - 1], text[end])
    )


def _joined(left: str, right: str) -> bool:
    return (left.isalnum() or left == "_") and (right.isalnum() or right == "_")


def _outermost(
    hits: list[tuple[Phrase, int, int, re.Match[str] | None]],
) -> list[tuple[Phrase, int, int, re.Match[str] | None]]:
    """In order of place, the longest first where several begin, those that overlap it left out."""
    if len(hits) < 2:
        return hits
    kept: list[tuple[Phrase, int, int, re.Match[str] | None]] = []
    reached = 0
    for hit in sorted(hits, key=lambda hit: (hit[1], -hit[2])):
        if hit[1] >= reached:
            kept.append(hit)
            reached = hit[2]
    return kept


# -- one pass for all lists ------------------------------------------------------------------------

# for one text: list -> phrase number -> places of its literals
Found = dict[int, dict[int, list[tuple[int, int]]]]
_sought: dict[frozenset[str], Phrases | None] = {}  # what `mentions` was asked for, as lists once they are


class _Lists:
    """All lists that are looked for in the one pass, and how many articles it was made for."""

    def __init__(self) -> None:
        self.known: WeakSet[Phrases] = WeakSet()
        self.version = 0  # grows with each list
        self.articles = 0
        self._automaton: Any = None
        self._lock = Lock()  # articles may be judged in several threads, and rules are read when first asked

    def add(self, phrases: Phrases) -> None:
        with self._lock:
            self.known.add(phrases)
            self.version += 1
            self._automaton = None

    @property
    def automaton(self) -> Any:
        """The automaton of all lists now known; a literal carries its length and the phrases it serves."""
        with self._lock:
            if self._automaton is None:
                self._automaton = self._made()
            return self._automaton

    def _made(self) -> Any:
        import ahocorasick  # type: ignore[import-not-found]

        serves: dict[str, list[tuple[int, int]]] = {}
        for each in self.known:
            for number, words in enumerate(each._folded):
                for word in words:
                    serves.setdefault(word, []).append((id(each), number))
        automaton = ahocorasick.Automaton()
        for word, payload in serves.items():
            automaton.add_word(word, (len(word), tuple(payload)))
        automaton.make_automaton()
        return automaton

    def scan(self, folded: str) -> Found:
        """Where the literals of all lists stand in a folded text."""
        found: Found = {}
        automaton = self.automaton
        if not len(automaton):
            return found
        for last, (length, payload) in automaton.iter(folded):
            place = (last + 1 - length, last + 1)
            for owner, number in payload:
                found.setdefault(owner, {}).setdefault(number, []).append(place)
        return found


_lists = _Lists()


class Searched:
    """Texts in which the literals of all lists are looked for in one go, for lists that read other words than `find`."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._folded = folded_phrase(BETWEEN.join(texts))
        self._found: Found = {}
        self._version = -1

    def numbers(self, phrases: Phrases) -> frozenset[int]:
        """The phrases of a list that may stand in the texts: by their literals, or because they have none."""
        if self._version != _lists.version:
            self._found, self._version = _lists.scan(self._folded), _lists.version
        if not self._folded.isascii() and ("ı" in self._folded or "İ" in self._folded):
            return frozenset(range(len(phrases.phrases)))
        return frozenset((*self._found.get(id(phrases), ()), *phrases.unbound))


class _Survey:
    """An article's copies and what the automaton finds in them, by list and copy."""

    def __init__(self, article: Document) -> None:
        self.copies = tuple(_copies(article))
        self._found: dict[int, dict[int, dict[int, list[tuple[int, int]]]]] = {}
        self._version = -1  # of the lists that `_found` knows

    @cached_property
    def folded(self) -> str:
        """All copies in one text, folded."""
        return folded_phrase(BETWEEN.join([copy.passage.text for copy in self.copies]))

    @cached_property
    def is_odd(self) -> bool:
        """Whether letters stand in it that a pattern may take for an “i” where case does not count."""
        return not self.folded.isascii() and ("ı" in self.folded or "İ" in self.folded)

    @property
    def found(self) -> dict[int, dict[int, dict[int, list[tuple[int, int]]]]]:
        """By list, number of the copy and number of the phrase: where its literals stand."""
        if self._version != _lists.version:
            version = (
                _lists.version
            )  # before the scan: a list that another thread adds meanwhile is not in it
            self._found, self._version = self._scan(), version
        return self._found

    def _scan(self) -> dict[int, dict[int, dict[int, list[tuple[int, int]]]]]:
        starts = list(accumulate((len(copy.passage.text) + 1 for copy in self.copies), initial=0))
        found: dict[int, dict[int, dict[int, list[tuple[int, int]]]]] = {}
        for owner, literals in _lists.scan(self.folded).items():
            copies = found.setdefault(owner, {})
            for number, places in literals.items():
                for start, end in places:
                    order = bisect_right(starts, start) - 1
                    here = copies.setdefault(order, {}).setdefault(number, [])
                    here.append((start - starts[order], end - starts[order]))
        return found


@once
def _survey(article: Document) -> _Survey:
    """Held by the article alone: a survey holds its article, so a table of both would let none of them go."""
    _lists.articles += 1
    return _Survey(article)


def _copies(article: Document) -> Iterator[Copy]:
    known: set[Span] = set()  # places of fields that were found in the body, where a block may hold them too
    for name, fields in article.fields.items():
        for field in fields if name != OURS else ():
            if _is_written(field.passage):
                if field.origin in FOUND_IN_COPY:
                    known.add(field.passage.span)
                yield Copy(article, field.passage, field=field)
    for block, order, quoted in _blocks(article):
        if block.passage is not None and _is_written(block.passage) and block.passage.span not in known:
            yield Copy(article, block.passage, block=block, order=order, quoted=quoted)
        for media in block.media:
            yield from _picture(article, media, order, quoted)
    for media in article.media:
        yield from _picture(article, media, -1, False)


def _is_written(passage: Passage) -> bool:
    """Whether something stands there, if only what no reader sees."""
    return bool(passage.text or passage.written.text)


def _picture(article: Document, media: Media, order: int, quoted: bool) -> Iterator[Copy]:
    for words in (media.alt, media.caption, media.credit):
        if words is not None and _is_written(words):
            yield Copy(article, words, order=order, quoted=quoted)


def _blocks(article: Document) -> Iterator[tuple[Block, int, bool]]:
    """Every block but code, with the number of its top-level block and whether it is quoted."""
    for order, top in enumerate(article.blocks):
        waiting = [(top, top.kind is Kind.QUOTE)]
        while waiting:
            block, quoted = waiting.pop()
            if block.kind is Kind.CODE:
                continue
            yield block, order, quoted
            waiting += [(child, quoted or child.kind is Kind.QUOTE) for child in reversed(block.children)]
