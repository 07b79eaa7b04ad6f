"""Text that knows its way back: what a reader reads, each character tied to its place in the source.

Markup is never deleted to search: a passage holds the words without the markup, and `runs` that say
where each stretch stands. `passage.py` and `source.py` are the only files that do arithmetic on
offsets; a rule slices (`passage[3:9]`) and searches (`passage.find(pattern)`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from presslint.model.regex import regex
from presslint.model.rewriting import Rewriting
from presslint.model.source import Source, Span
from presslint.model.words import MASK as MASK
from presslint.model.words import count_words

_WORD = regex(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_PLAIN_WORD = regex(r"\w+(?:['’.\-]\w+)*")  # the same where no underscore stands, in half the time


def word_pattern(text: str) -> re.Pattern[str]:
    """The pattern of a word, for this text; “U.S.-China” and “it’s” are one word each."""
    return _WORD if "_" in text else _PLAIN_WORD


class Part(Enum):
    """What a passage is in the article."""

    HEADLINE = "headline"
    DEK = "dek"
    KICKER = "kicker"
    BYLINE = "byline"
    DATELINE = "dateline"
    FIELD = "field"
    TAG = "tag"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    CELL = "cell"
    CAPTION = "caption"
    ALT = "alt"
    FOOTNOTE = "footnote"
    CODE = "code"


class Run(NamedTuple):
    """From text offset `at` to the next run the text stands at `start`..`end` in the source.

    The characters are the source's own, one to one, unless the run is a block: an entity, an escape,
    a folded line. A stretch of another length than its source is always a block.
    """

    at: int
    start: int
    end: int
    block: bool = False


class Mark(Struct, frozen=True):
    """Inline markup over `start`..`end` of a passage's text: strong, em, code, link, strike."""

    kind: str
    start: int
    end: int


class Word(Struct, frozen=True):
    """A word of a passage, `start`..`end` in the passage's text."""

    text: str
    start: int
    end: int


def _whole(text: str) -> list[tuple[int, int]]:
    return [(0, len(text))] if text else []


_sentences: Callable[[str], Sequence[tuple[int, int]]] = _whole


def sentences_by(split: Callable[[str], Sequence[tuple[int, int]]]) -> None:
    """Have passages cut into sentences by a function that knows a language; `presslint.language.sentences` is it.

    It gives start and end of each sentence of a text. Until it is told, a passage is one sentence.
    """
    global _sentences
    _sentences = split


class Passage:
    """A stretch of copy. Equal length of text and place is never assumed: use `span`."""

    _cut: tuple[Passage, int, int] | None = None  # of a slice: the passage that it is cut from
    _root: Passage | None = None  # of a slice: were it set on all, each would be a circle for the collector
    # of a whole in its normal form: what it was before, and where a character of the text stood in that
    _former: tuple[Passage, Rewriting] | None = None

    def __init__(
        self,
        text: str,
        source: Source,
        runs: tuple[Run, ...],
        part: Part = Part.PARAGRAPH,
        marks: tuple[Mark, ...] = (),
        *,
        root: Passage | None = None,
        at: int = 0,
    ) -> None:
        self.text = text
        self.source = source
        self.runs = runs
        self.part = part
        self.marks = marks
        self._root = root
        self.at = at  # where this slice begins in `root.text`

    @property
    def root(self) -> Passage:
        """The passage that this one is a slice of; itself where it is none."""
        return self if self._root is None else self._root

    @property
    def written(self) -> Passage:
        """The words before they were brought into their normal form, with their marks; see `presslint.model.normal`."""
        if self.root._former is None:
            return self
        whole, rewriting = self.root._former
        place = rewriting.before
        return (whole if self is self.root else whole[place(self.at) : place(self.at + len(self))]).written

    @classmethod
    def of(cls, source: Source, start: int, end: int, part: Part = Part.PARAGRAPH) -> Passage:
        """The source's own characters from `start` to `end`, one to one."""
        return cls(source.text[start:end], source, (Run(0, start, end),), part)

    def __repr__(self) -> str:
        return f"<{self.part.value} {self.span.start}:{self.span.end} {self.text[:40]!r}>"

    def __str__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return self.text != "" and not self.text.isspace()

    def __getitem__(self, index: slice) -> Passage:
        start, end, step = index.indices(len(self.text))
        if step != 1:
            raise ValueError("a passage is sliced forwards, one character at a time")
        end = max(start, end)
        if start == 0 and end == len(self.text):
            return self
        whole, shift, _ = self._cut or (self, 0, 0)
        cut = Passage.__new__(Passage)  # most slices are only read, so their places wait until asked for
        cut.text = self.text[start:end]
        cut.source = self.source
        cut.part = self.part
        cut._root = self.root
        cut.at = self.at + start
        cut._cut = (whole, shift + start, shift + end)
        if start == end:
            cut.runs = self._cut_runs(start, end)  # between two runs, an empty slice keeps to its own side
        return cut

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Where each stretch of the text stands."""
        whole, start, end = self._cut or (self, 0, 0)
        return whole._cut_runs(start, end)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Inline markup over the text, by where it ends."""
        whole, start, end = self._cut or (self, 0, 0)
        return tuple(
            Mark(mark.kind, max(mark.start, start) - start, min(mark.end, end) - start)
            for mark in whole.marks
            if mark.start < end and mark.end > start
        )

    def _bounds(self, index: int) -> tuple[int, int, int, int, bool]:
        """Text start, text end, source start, source end of run `index`, and whether it is a block."""
        runs = self.runs
        at, start, end, block = runs[index]
        upto = runs[index + 1].at if index + 1 < len(runs) else len(self.text)
        return at, upto, start, end, block or upto - at != end - start

    def _cut_runs(self, start: int, end: int) -> tuple[Run, ...]:
        runs = self.runs
        if not runs:
            return ()
        first = max(bisect_right(runs, (start, 1 << 62, 0)) - 1, 0)
        at, upto, left, right, block = self._bounds(first)
        if at <= start < end <= upto:  # most slices lie in one run
            inside = Run(0, left, right, True) if block else Run(0, left + start - at, left + end - at)
            return (inside,)
        cut: list[Run] = []
        for index in range(first, len(runs)):
            at, upto, left, right, block = self._bounds(index)
            if at >= end and (cut or at > start):
                break
            if upto <= start and index + 1 < len(runs):
                continue
            low, high = max(at, start), min(upto, end)
            if block:
                cut.append(Run(low - start, left, right, True))
            else:
                cut.append(Run(low - start, left + low - at, left + max(high, low) - at))
        return tuple(cut)

    @cached_property
    def span(self) -> Span:
        """Where the passage stands in the source, markup inside it included."""
        if self._cut is not None and self.text:
            whole, start, end = self._cut
            return whole._cut_span(start, end)
        if not self.runs:
            return Span(0, 0)
        return Span(self.runs[0].start, self.runs[-1].end)

    def _cut_span(self, start: int, end: int) -> Span:
        """Where a slice stands that is not empty: only its first and its last run are looked at."""
        if not self.runs:
            return Span(0, 0)
        return Span(self.place(start).start, self.place(end - 1).end)

    @cached_property
    def whole(self) -> bool:
        """True when text and source are the same words, so that a splice swallows no markup.

        A line break in the source may stand for the space in the text.
        """
        if self.root._former is not None:
            return self.written.whole
        written = self.source.text[self.span.start : self.span.end]
        return written == self.text or written.split() == self.text.split()

    def place(self, index: int) -> Span:
        """Where character `index` of the text stands in the source."""
        number = bisect_right(self.runs, (index, 1 << 62, 0)) - 1
        at, _, left, right, block = self._bounds(number)
        if block:
            return Span(left, right)
        return Span(left + index - at, left + index - at + 1)

    def is_unbroken(self, start: int, end: int) -> bool:
        """Whether nothing stands in the source between the characters `start`..`end` of the text."""
        return len(self._cut_runs(start, end)) < 2

    def as_part(self, part: Part) -> Passage:
        """The same words in the same place as another part of the article, and a whole of their own."""
        words = Passage(self.text, self.source, self.runs, part, self.marks)
        former = self.root._former
        if former is not None:
            whole, rewriting = former
            start, end = (
                (0, len(whole))
                if self is self.root
                else map(rewriting.before, (self.at, self.at + len(self)))
            )
            words._former = (whole[start:end].as_part(part), rewriting.cut(start, end))
        return words

    def line_breaks(self) -> Iterator[int]:
        """The text index of each space that a line break or a `<br>` of the source reads as."""
        former = self.root._former is not None and "\n" in self.written.text
        for number in range(len(self.runs)):
            at, upto, left, right, block = self._bounds(number)
            if block:
                written = self.source.text[left:right]
                breaks = "\n" in written or "\r" in written or written[:3].lower() == "<br"
                if breaks or (former and "\n" in self[at:upto].written.text):
                    yield from (index for index in range(at, upto) if self.text[index] == " ")

    def index(self, offset: int) -> int:
        """The text index whose character stands at source `offset`, or the nearest one after it."""
        for number in range(len(self.runs)):
            at, _, left, right, block = self._bounds(number)
            if offset < right:
                if offset <= left or block:
                    return at
                return at + offset - left
        return len(self.text)

    def before(self, part: Passage, size: int | None = None) -> str:
        """The text that stands before a part of this passage, or the last `size` characters of it."""
        end = part.at - self.at
        return self.text[max(end - size, 0) if size is not None else 0 : max(end, 0)]

    def after(self, part: Passage, size: int | None = None) -> str:
        """The text that stands after a part of this passage, or the first `size` characters of it."""
        start = part.at - self.at + len(part)
        return self.text[start:] if size is None else self.text[start : start + size]

    def to(self, first: Passage, last: Passage) -> Passage:
        """From one part of this passage to another, both included."""
        return self[first.at - self.at : last.at - self.at + len(last)]

    def find(self, pattern: re.Pattern[str] | str) -> Iterator[tuple[Passage, re.Match[str]]]:
        """Each match of `pattern` as a passage of its own, with the match."""
        found = re.finditer(pattern, self.text) if isinstance(pattern, str) else pattern.finditer(self.text)
        for match in found:
            yield self[match.start() : match.end()], match

    def strip(self) -> Passage:
        """Without white space at either end."""
        text = self.text
        stripped = text.strip()
        if len(stripped) == len(text):
            return self
        left = len(text) - len(text.lstrip())
        return self[left : left + len(stripped)]

    def entry(self) -> Span | None:
        """The place of a list entry with what sets it apart: its quotes and one comma, or its whole line.

        What is left without it is still a list. None where the passage stands among other words.
        """
        text = self.source.text
        start, end = self.span
        if text[start - 1 : start] in ("'", '"') and text[end : end + 1] == text[start - 1 : start]:
            start, end = start - 1, end + 1
        left, right = text[max(start - 80, 0) : start], text[end : end + 80]
        if left.rstrip().endswith(","):
            return Span(start - len(left) + len(left.rstrip()) - 1, end)
        if right.lstrip().startswith(","):
            return Span(start, end + len(right) - len(right.lstrip()[1:].lstrip()))
        line = self.source.line_start(start)
        following = self.source.offset(self.source.position(start).line + 1)
        alone = text[line:start].strip() == "-" and not text[end:following].strip()
        return Span(line, following) if alone and following > end else None

    def masked(self, stretches: Iterable[tuple[int, int]]) -> Passage:
        """The same places with the text of each stretch blanked, so that no pattern reads it."""
        pieces: list[str] = []
        upto = 0
        for start, end in sorted(stretches):
            if end > upto:
                start = max(start, upto)
                pieces += (self.text[upto:start], MASK * (end - start))
                upto = end
        text = "".join(pieces) + self.text[upto:]
        return Passage(text, self.source, self.runs, self.part, self.marks, root=self.root, at=self.at)

    def marked(self, kind: str) -> tuple[Passage, ...]:
        """The stretches under inline markup of one kind."""
        return tuple(self[mark.start : mark.end] for mark in self.marks if mark.kind == kind)

    @property
    def written_words(self) -> list[str]:
        """The words without their places."""
        return word_pattern(self.text).findall(self.text)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Words in order, as `word_pattern` has them."""
        found = word_pattern(self.text).finditer(self.text)
        return tuple(Word(match.group(), match.start(), match.end()) for match in found)

    @cached_property
    def word_count(self) -> int:
        """How many words there are, as word processors count: by white space, signs alone left out.

        Scripts that set no blanks are counted by their characters; see `presslint.model.words`.
        """
        return count_words(self.text)

    @cached_property
    def sentences(self) -> tuple[Passage, ...]:
        """The passage cut into sentences, closing quotation marks included.

        A masked passage has the sentences of the words that it masks.
        """
        words = self.root.text[self.at : self.at + len(self)]
        return tuple(self[start:end] for start, end in _sentences(words))

    def forget(self) -> None:
        """Drop the sentences, which hold the passage that they are cut from."""
        self.__dict__.pop("sentences", None)


class Builder:
    """Puts a passage together from pieces of the source, in order."""

    __slots__ = ("source", "size", "_written", "_text", "_runs", "_marks", "_at", "_start", "_end")

    def __init__(self, source: Source) -> None:
        self.source = source
        self.size = 0  # characters so far: the text index that the next piece gets
        self._written = source.text
        self._text: list[str] = []
        self._runs: list[Run] = []
        self._marks: list[Mark] = []
        # the run that the next piece may go on: where it begins in the text and in the source, and its
        # end in the source so far; none is open while that is -1
        self._at = self._start = self._end = -1

    @property
    def tail(self) -> str:
        """The last piece added, or an empty string."""
        return self._text[-1] if self._text else ""

    def add(self, start: int, end: int, text: str | None = None) -> None:
        """Add the source's characters `start`..`end`, or `text` that stands for them as a block."""
        own = self._written[start:end]
        if text is None or text == own:
            if not own:
                return
            if start != self._end:
                if self._end >= 0:
                    self._close()
                self._at, self._start = self.size, start
            self._end = end
            self._text.append(own)
            self.size += len(own)
        elif text:
            if self._end >= 0:
                self._close()
            self._runs.append(Run(self.size, start, end, True))
            self._text.append(text)
            self.size += len(text)

    def add_all(self, pieces: Iterable[tuple[int, int, str | None]]) -> None:
        """Add pieces one after the other, as `add` does; a value of 100 kB with escapes has thousands."""
        written, texts, runs = self._written, self._text, self._runs
        size, at, begin, upto = self.size, self._at, self._start, self._end
        for start, end, text in pieces:
            own = written[start:end]
            if text is None or text == own:
                if not own:
                    continue
                if start != upto:
                    if upto >= 0:
                        runs.append(Run(at, begin, upto))
                    at, begin = size, start
                upto, text = end, own
            elif text:
                if upto >= 0:
                    runs.append(Run(at, begin, upto))
                    upto = -1
                runs.append(Run(size, start, end, True))
            texts.append(text)
            size += len(text)
        self.size, self._at, self._start, self._end = size, at, begin, upto

    def _close(self) -> None:
        """End the open run: what comes next does not go on it."""
        self._runs.append(Run(self._at, self._start, self._end))
        self._end = -1

    def mark(self, kind: str, start: int) -> None:
        """Mark the text from index `start` to here as under inline markup."""
        if self.size > start:
            self._marks.append(Mark(kind, start, self.size))

    def passage(self, part: Part = Part.PARAGRAPH) -> Passage:
        """The finished passage, without white space at its ends."""
        if self._end >= 0:
            self._close()
        text = "".join(self._text)
        passage = Passage(text, self.source, tuple(self._runs), part, tuple(self._marks))
        if not text or not (text[0].isspace() or text[-1].isspace()):
            return passage
        stripped = passage.strip()
        return Passage(stripped.text, self.source, stripped.runs, part, stripped.marks)


def through(inner: Passage, outer: Passage, part: Part | None = None) -> Passage:
    """`inner`, read from a source that is itself the text of `outer`, placed in `outer`'s source.

    This is how HTML inside a JSON string keeps exact places: the string is a passage of the file,
    the HTML was read from the string's text.
    """
    runs: list[Run] = []
    for number in range(len(inner.runs)):
        at, _, left, right, block = inner._bounds(number)
        cut = outer._cut_runs(left, max(right, left))
        if block or right <= left:
            runs.append(Run(at, cut[0].start if cut else 0, cut[-1].end if cut else 0, True))
        else:
            runs += [Run(at + run.at, run.start, run.end, run.block) for run in cut]
    return Passage(inner.text, outer.source, tuple(runs), part or inner.part, inner.marks)
