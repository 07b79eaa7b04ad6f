"""Words that must not stand: Vale's `existence`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from presslint.model.finding import Finding
from presslint.packs.kinds.datarule import Flaw
from presslint.packs.kinds.vale.rule import Finder, FindingRule
from presslint.packs.kinds.view import ValeBlock, ValeView
from presslint.packs.rule import Option


class Existence(FindingRule):
    """Certain words do not stand in the copy."""

    tokens: tuple[str, ...] = Option((), description="Words, or regular expressions, that must not stand.")
    raw: tuple[str, ...] = Option((), description="Pieces of one regular expression, before the tokens.")
    append: bool = Option(False, description="Put `raw` behind the tokens instead.")

    def examine(self) -> None:
        super().examine()
        if not self.tokens and not self.raw:
            raise Flaw("extends", "this kind of rule needs “tokens” or “raw”")
        _ = self.finder

    @cached_property
    def finder(self) -> Finder:
        tokens = [token for token in self.tokens if token.strip()]
        if self.raw:
            words = self.bounded("|".join(tokens)) if tokens else ""
            raw = "".join(self.raw)
            return Finder([self.proven(words + raw if self.append else raw + words, "raw")], self.flags)
        try:
            each = [self.proven(self.bounded(token), "tokens", index) for index, token in enumerate(tokens)]
        except Flaw:  # one that names a group of its neighbour
            try:
                each = [self.proven(self.bounded("|".join(tokens)), "tokens")]
            except Flaw:
                each = []
            if not each:
                raise
        return Finder(each, self.flags)

    def judge(self, view: ValeView, block: ValeBlock, state: Any) -> Iterator[Finding]:
        text = block.passage.text
        hits = self.finder.hits(text, state)
        spared = self.spared(view, text) if hits else None
        for start, end, _, match in hits:
            observed = match.group().strip()
            if spared is None or not spared.holds(observed, start, end):
                where = block.passage[start:end]
                yield self.finding(where, self.say(match.group()), fix=self.offers(where))
