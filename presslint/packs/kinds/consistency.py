"""One of two ways through a whole article: Vale's `consistency`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import ClassVar

from presslint.article import Article
from presslint.language.phrases import Phrase, Phrases
from presslint.model.finding import Finding
from presslint.model.passage import Passage
from presslint.packs.kinds.wordrule import WordRule
from presslint.packs.rule import Option


class Consistency(WordRule):
    """An article keeps to one of two spellings.

    The finding stands on the first use of the second spelling and points to the first of the other.
    """

    slots: ClassVar[int] = 2
    needed: ClassVar[tuple[str, ...]] = ("either",)

    either: Mapping[str, str] = Option({}, description="Pairs of spellings of which an article may have one.")

    def examine(self) -> None:
        super().examine()
        _ = self.phrases  # from here on in the one pass over all lists

    @cached_property
    def phrases(self) -> Phrases:
        """Both members of each pair, in turn: even numbers left, odd numbers right."""
        return self.listed(
            self.phrase(word, "either", index)
            for index, pair in enumerate(self.either.items())
            for word in pair
        )

    def look(self, article: Article) -> Iterator[Finding]:
        first: dict[Phrase, Passage] = {}
        for found in self.hits(article, self.phrases):
            first.setdefault(found.phrase, found.where)
        pairs = zip(self.phrases.phrases[::2], self.phrases.phrases[1::2], strict=True)
        for left, right in pairs:
            if left in first and right in first:
                early, late = sorted((first[left], first[right]), key=lambda where: where.span)
                see = ((early, "the other spelling"),)
                yield self.finding(late, self.say(late.text, early.text), see=see)
