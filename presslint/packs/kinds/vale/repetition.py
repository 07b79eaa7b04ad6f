"""The same thing twice in a row: Vale's `repetition`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from presslint.model.finding import Finding
from presslint.packs.kinds.patterns import Matcher
from presslint.packs.kinds.vale.rule import ValeRule
from presslint.packs.kinds.view import ValeBlock, ValeView
from presslint.packs.rule import Option


class Repetition(ValeRule):
    """Nothing stands twice in a row within a block."""

    tokens: tuple[str, ...] = Option((r"[^\s]+",), description="Patterns for what must not repeat.")
    max: int = Option(0, ge=0, description="How many repetitions are still fine.")
    alpha: bool = Option(False, description="Look at words made of letters only.")

    def examine(self) -> None:
        super().examine()
        _ = self.pattern

    @cached_property
    def pattern(self) -> Matcher:
        for index, token in enumerate(self.tokens):
            self.proven(token, "tokens", index)
        whole = "|".join(f"(?:{token})" for token in self.tokens)
        return Matcher(self.proven(whole, "tokens"), self.flags)

    def judge(self, view: ValeView, block: ValeBlock, state: Any) -> Iterator[Finding]:
        before, place, count = "", (0, 0), 0
        spared = None
        text = block.passage.text
        for match in self.pattern.finditer(text):
            word = match.group().strip()
            same = word.lower() == before.lower() if self.ignorecase else word == before
            same = same and not text[place[1] : match.start()].strip()
            if same and word.strip("*") and (not self.alpha or word.isalpha()):
                count += 1
                if count > self.max:
                    spared = spared or self.spared(view, text)
                    if not spared.holds(word, *match.span()):
                        where = block.passage[place[0] : match.end()]
                        fix = self.delete(
                            block.passage[place[1] : match.end()], f"Keep one “{word}”", "unsafe"
                        )
                        yield self.finding(where, self.say(word), fix=fix)
                    count = 0
            before, place = word, match.span()
