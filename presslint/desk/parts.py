"""Where the paragraphs of an article stand: under which subhead, after what, in whose words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import takewhile

from presslint.article import Article, Block, Kind
from presslint.desk.outline import TONGUES
from presslint.language.likeness import fold
from presslint.model.regex import regex

SET_OFF = 0.95  # of the characters of a paragraph that is all bold or italic
QUOTED = 12  # blocks in which a quotation ends that marks on lines of their own enclose
OWN = 2  # words; a block of no more is a label, and no words of the part's own
DIGITS = regex(r"\d{1,9}(?:[. ]\d{1,9}){0,3}")
PULLS = frozenset("=>|{[*_#~")
FIGURES = frozenset((Kind.TABLE, Kind.MEDIA, Kind.EMBED, Kind.CODE))
QUOTATION_OPENS = ("“", '"', "‘", "«", "„", "'")
LONE_MARKS = frozenset('“”„‟"«»')


class Parts:
    """The parts of an article, by the numbers of its subheads: part 0 stands before the first.

    Paragraphs go by their numbers in `article.prose`.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self._heads = [heading.span.start for heading in article.headings]
        self._starts = [block.span.start for block in article.blocks]

    def part_of(self, number: int) -> int:
        """The number of the subhead over a paragraph."""
        return bisect_right(self._heads, self._article.prose[number].span.start)

    def in_one_part(self, one: int, other: int) -> bool:
        return self.part_of(one) == self.part_of(other)

    def name(self, part: int) -> str:
        """The words of the subhead, folded."""
        return fold(self._article.headings[part - 1].text) if part else ""

    def label(self, part: int) -> str:
        """The words of a subhead without its figures: “Series 2.4” and “Series 2.5” are alike."""
        return DIGITS.sub("0", self.name(part))

    def parent(self, part: int) -> str:
        """The words of the subhead over a subhead."""
        heads = self._article.headings
        level = heads[part - 1].level
        return next((head.text for head in reversed(heads[: part - 1]) if head.level < level), "")

    def is_a_copy(self, first: int, second: int, size: int) -> bool:
        """Whether a whole section was pasted, its subhead and all; so an article that stands twice."""
        one, other = self.part_of(first), self.part_of(second)
        last = self.part_of(first + size - 1)
        if one == 0:
            return 0 < last == self.part_of(second + size - 1) - other
        if self.name(one) != self.name(other) or self.parent(one) != self.parent(other):
            return False
        return not self.own_words(one, range(first, first + size)) and not self.own_words(
            other, range(second, second + size)
        )

    def are_parallel(self, numbers: Sequence[int], size: int) -> bool:
        """Whether `size` paragraphs from each number on are the part that sections of one level share.

        Each has words of its own, or their subheads differ in a figure or stand under different parents.
        """
        parts = sorted({self.part_of(number) for number in numbers})
        if 0 in parts or len({self._article.headings[part - 1].level for part in parts}) > 1:
            return False
        if len(set(map(self.label, parts))) == 1 < len({(self.name(at), self.parent(at)) for at in parts}):
            return True
        shared = [number + step for number in numbers for step in range(size)]
        return all(self.own_words(part, shared) for part in parts)

    def own_words(self, part: int, shared: Iterable[int]) -> bool:
        """Whether more than the `shared` paragraphs stands under a subhead."""
        known = {self._article.prose[number].text.casefold() for number in shared}
        start = self._heads[part - 1]
        end = self._heads[part] if part < len(self._heads) else None
        last = len(self._starts) if end is None else bisect_left(self._starts, end)
        return any(
            inner.text and inner.word_count > OWN and inner.text.casefold() not in known
            for block in self._article.blocks[bisect_right(self._starts, start) : last]
            for inner in block.walk()
        )

    def explains_a_figure(self, number: int) -> bool:
        """Whether a paragraph is the note under a table or picture."""
        at = bisect_left(self._starts, self._article.prose[number].span.start)
        return at > 0 and (
            self._article.blocks[at - 1].kind in FIGURES or bool(self._article.blocks[at - 1].media)
        )

    def is_set_off(self, number: int) -> bool:
        """Whether a paragraph is all bold or italic, or in quotation marks: somebody else's words."""
        passage = self._article.prose[number]
        marked = max(sum(map(len, passage.marked(kind))) for kind in ("strong", "em"))
        return marked >= SET_OFF * len(passage) or self.is_quoted(number)

    def is_quoted(self, number: int) -> bool:
        """Whether a paragraph is quoted: by marks of its own, or between two that stand alone."""
        passage = self._article.prose[number]
        if passage.text.lstrip().startswith(QUOTATION_OPENS):
            return True
        at = bisect_right(self._starts, passage.span.start)
        for block in reversed(self._article.blocks[max(at - QUOTED, 0) : at]):
            text = block.text.strip()
            if text in LONE_MARKS:
                return text in QUOTATION_OPENS
        return False

    def are_at_both_ends(self, numbers: Sequence[int]) -> bool:
        """Whether a paragraph opens and closes the article, as a note does."""
        last = len(self._article.prose)
        return len(numbers) == 2 and numbers[0] < 2 and numbers[1] >= max(last - 2, 4)

    def is_pulled(self, one: int, other: int) -> bool:
        """Whether one of two paragraphs stands in large type: in an aside, or in a mark of the site's own."""
        pair = [self._article.prose[number] for number in (one, other)]
        marked = any(each.text.lstrip()[:1] in PULLS for each in pair)
        return marked and one != other

    # -- under a subhead ------------------------------------------------------------------------

    def text_under(self, heading: Block) -> str:
        """The words between a subhead and the next one."""
        at = bisect_right(self._starts, heading.span.start)
        under = takewhile(lambda block: block.kind is not Kind.HEADING, self._article.blocks[at:])
        return " ".join(inner.text for block in under for inner in block.walk() if inner.text)

    def are_in_two_tongues(self, first: Block, second: Block) -> bool:
        """Whether a subhead that names a language stands between two, and so parts a text from its translation."""
        return any(first.span.start < start < second.span.start for start in self._tongues)

    @cached_property
    def _tongues(self) -> list[int]:
        """Where the subheads stand that name a language."""
        return [head.span.start for head in self._article.headings if fold(head.text) in TONGUES]
