"""One thing that calls for another: Vale's `conditional`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, ClassVar

from presslint.model.finding import Finding
from presslint.packs.kinds.patterns import Matcher
from presslint.packs.kinds.vale.rule import ValeRule
from presslint.packs.kinds.view import ValeBlock, ValeView
from presslint.packs.rule import Option


class Conditional(ValeRule):
    """Where the first thing stands, the second stands too: captured so far, or anywhere in the file."""

    needed: ClassVar[tuple[str, ...]] = ("first", "second")

    first: str = Option("", description="The regular expression for what calls for another thing.")
    second: str = Option("", description="The regular expression for what must stand then.")

    def examine(self) -> None:
        super().examine()
        _ = self.patterns

    @cached_property
    def patterns(self) -> tuple[Matcher, Matcher]:
        first, second = (
            Matcher(self.proven(getattr(self, name), name), self.flags) for name in ("first", "second")
        )
        return first, second

    def begin(self, view: ValeView) -> Any:
        second = self.patterns[1]
        if not second.compiled.groups and any(
            second.search(block.passage.text) for block in view.taken(self.selectors)
        ):
            return None
        met: set[str] = set()
        return met

    def judge(self, view: ValeView, block: ValeBlock, state: set[str]) -> Iterator[Finding]:
        text = block.passage.text
        first, second = self.patterns
        if second.compiled.groups:
            state |= {group for match in second.finditer(text) for group in match.groups() if group}
        spared = self.spared(view, text)
        for match in first.finditer(text):
            word = match.group()
            if word and word not in state and not spared.holds(word, *match.span()):
                yield self.finding(block.passage[match.start() : match.end()], self.say(word))
