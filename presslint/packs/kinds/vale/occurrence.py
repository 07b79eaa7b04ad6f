"""How often something may stand in one block: Vale's `occurrence`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, ClassVar

from presslint.model.finding import Finding
from presslint.packs.kinds.datarule import Flaw
from presslint.packs.kinds.patterns import Matcher
from presslint.packs.kinds.vale.rule import ValeRule
from presslint.packs.kinds.view import ValeBlock, ValeView
from presslint.packs.rule import Option


class Occurrence(ValeRule):
    """Something stands no more and no less often than the house allows.

    The finding stands on the first match that is no code; on the file where there is no match.
    """

    needed: ClassVar[tuple[str, ...]] = ("token",)

    token: str = Option("", description="The regular expression that is counted.")
    max: int | None = Option(None, description="The most that may stand in one block.")
    min: int | None = Option(None, description="The fewest that must stand in one block.")

    def examine(self) -> None:
        super().examine()
        if self.max is None and self.min is None:
            raise Flaw("extends", "this kind of rule needs “max” or “min”")
        _ = self.pattern

    @cached_property
    def pattern(self) -> Matcher:
        return Matcher(self.proven(self.token, "token"), self.flags)

    def judge(self, view: ValeView, block: ValeBlock, state: Any) -> Iterator[Finding]:
        places = [match.span() for match in self.pattern.finditer(block.passage.text)]
        many = self.max is not None and 0 < self.max < len(places)
        few = self.min is not None and len(places) < self.min
        if not (many or few):
            return
        message = self.say(str(len(places)))
        if not places or block.apart == "summary":
            yield self.at_top(message)
            return
        words = (block.passage[start:end] for start, end in places)
        clear = (word for word in words if word and "*" not in word.text)
        yield self.finding(next(clear, None) or block.passage[slice(*places[-1])], message)
