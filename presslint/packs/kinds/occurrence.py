"""How often something may stand in one stretch: Vale's `occurrence`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from presslint.article import Article
from presslint.language.phrases import windowed
from presslint.model.finding import Finding
from presslint.model.passage import Passage
from presslint.packs.kinds.datarule import DataRule, Flaw
from presslint.packs.rule import Option


class Occurrence(DataRule):
    """Something stands no more and no less often than the house allows.

    Counted for each stretch of the scope: a sentence, a heading, a paragraph, or with `summary` the
    whole article. The finding stands on the first one too many, or on the stretch that has too few.
    """

    slots: ClassVar[int] = 2
    needed: ClassVar[tuple[str, ...]] = ("token",)

    token: str = Option("", description="The regular expression that is counted.")
    max: int | None = Option(None, ge=0, description="The most that may stand in one stretch.")
    min: int | None = Option(None, ge=0, description="The fewest that must stand in one stretch.")
    ignorecase: bool = Option(False, description="Let capitals and small letters count as the same.")

    def examine(self) -> None:
        super().examine()
        if self.max is None and self.min is None:
            raise Flaw("extends", "this kind of rule needs “max” or “min”")
        _ = self.pattern

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        source = self.proven(self.token, "token").source
        return re.compile(source, re.MULTILINE | (re.IGNORECASE if self.ignorecase else 0))

    def look(self, article: Article) -> Iterator[Finding]:
        if any(scope.summary for scope in self.scopes):
            places = [place for stretch in self.stretches(article) for place in self._places(stretch.passage)]
            yield from self._judge(places, article)
            return
        for stretch in self.stretches(article):
            yield from self._judge(self._places(stretch.passage), stretch.passage)

    def _places(self, passage: Passage) -> list[Passage]:
        return [passage[m.start() : m.end()] for m in windowed(self.pattern, passage.text) if m.group()]

    def _judge(self, places: list[Passage], whole: Passage | Article) -> Iterator[Finding]:
        if self.max is not None and len(places) > self.max:
            yield self.finding(places[self.max], self.say(str(len(places)), str(self.max)))
        elif self.min is not None and len(places) < self.min:
            yield self.finding(whole, self.say(str(len(places)), str(self.min)))
