"""One of two ways through a whole file: Vale's `consistency`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar

from presslint.model.finding import Finding
from presslint.model.passage import Passage
from presslint.packs.kinds.vale.rule import Finder, FindingRule
from presslint.packs.kinds.view import ValeBlock, ValeView
from presslint.packs.rule import Option


class Consistency(FindingRule):
    """A file keeps to one of two spellings.

    From where both have been met, each block that has one of them is told, with the spelling met last.
    """

    needed: ClassVar[tuple[str, ...]] = ("either",)

    either: Mapping[str, str] = Option({}, description="Pairs of spellings of which a file may have one.")

    def examine(self) -> None:
        super().examine()
        _ = self.finder

    @cached_property
    def finder(self) -> Finder:
        """Both members of each pair, in turn."""
        return Finder(
            [
                self.proven(self.bounded(word), "either", index)
                for index, pair in enumerate(self.either.items())
                for word in pair
            ],
            self.flags,
        )

    def begin(self, view: ValeView) -> Any:
        awake = super().begin(view)
        pairs = {number // 2 for number in awake or ()}
        both = [number for number in sorted(pairs) if 2 * number in awake and 2 * number + 1 in awake]
        return {number: {} for number in both} or None

    def judge(
        self, view: ValeView, block: ValeBlock, state: dict[int, dict[int, Passage]]
    ) -> Iterator[Finding]:
        for pair, met in state.items():
            here: dict[str, Passage] = {}
            last = 0
            for start, end, number, match in self.finder.hits(block.passage.text, (2 * pair, 2 * pair + 1)):
                place = block.passage[start:end]
                met.setdefault(number, place)
                here.setdefault(match.group(), place)
                last, word = number, match.group()
            if here and len(met) == 2:
                yield self.finding(here[word], self.say(word), see=((met[last ^ 1], "the other spelling"),))
