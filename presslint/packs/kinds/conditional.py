"""One thing that calls for another: Vale's `conditional`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from presslint.article import Article
from presslint.language.phrases import windowed
from presslint.model.finding import Finding
from presslint.packs.kinds.datarule import DataRule
from presslint.packs.rule import Option


class Conditional(DataRule):
    """Where the first thing stands, the second stands too.

    With a group in `second`, each match of `first` must have been captured there, in the same
    stretch or an earlier one (an abbreviation that was spelled out), and is reported once. Without a
    group, `second` must stand somewhere in the same stretch.
    """

    slots: ClassVar[int] = 1
    needed: ClassVar[tuple[str, ...]] = ("first", "second")

    first: str = Option("", description="The regular expression for what calls for another thing.")
    second: str = Option("", description="The regular expression for what must stand then.")
    exceptions: tuple[str, ...] = Option((), description="Words that need nothing else.")
    ignorecase: bool = Option(False, description="Let capitals and small letters count as the same.")
    vocab: bool = Option(True, description="Taken from Vale styles; presslint keeps no vocabulary.")

    def examine(self) -> None:
        super().examine()
        _ = self.patterns

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        flags = re.MULTILINE | (re.IGNORECASE if self.ignorecase else 0)
        first, second = (
            re.compile(self.proven(getattr(self, name), name).source, flags) for name in ("first", "second")
        )
        return first, second

    def look(self, article: Article) -> Iterator[Finding]:
        first, second = self.patterns
        met = {self._key(word) for word in self.exceptions}
        for stretch in self.stretches(article):
            text = stretch.passage.text
            answers = list(windowed(second, text))
            if second.groups:
                met |= {self._key(group) for match in answers for group in match.groups() if group}
            elif answers:
                continue
            for match in windowed(first, text):
                word = match[1] if first.groups and match[1] else match.group()
                if word and self._key(word) not in met:
                    if second.groups:
                        met.add(self._key(word))
                    yield self.finding(stretch.passage[match.start() : match.end()], self.say(word))

    def _key(self, word: str) -> str:
        return word.lower() if self.ignorecase else word
