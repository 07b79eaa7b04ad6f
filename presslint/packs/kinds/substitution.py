"""Words that stand for others: Vale's `substitution`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import ClassVar

from presslint.article import Article
from presslint.language.phrases import Phrases
from presslint.model.finding import Finding, Fix
from presslint.model.passage import Passage
from presslint.model.regex import regex
from presslint.packs.kinds.wordrule import WordRule
from presslint.packs.rule import Option

GROUP = regex(r"\$(?:(\d)|\{(\d)\})")


class Substitution(WordRule):
    """A word of the house's list stands instead of another.

    Several replacements (`photo|picture`) are offered to choose from; a single one is an unsafe fix.
    """

    slots: ClassVar[int] = 2
    needed: ClassVar[tuple[str, ...]] = ("swap",)

    swap: Mapping[str, str] = Option({}, description="What is written, or a pattern for it: what to write.")
    capitalize: bool = Option(True, description="Give the new word a capital where the old one had it.")

    def examine(self) -> None:
        super().examine()
        _ = self.phrases  # from here on in the one pass over all lists

    def sought(self) -> frozenset[str]:
        return self.phrases.literals if self.looks_at_all else frozenset()

    @cached_property
    def phrases(self) -> Phrases:
        return self.listed(
            self.phrase(old, "swap", index, new) for index, (old, new) in enumerate(self.swap.items())
        )

    def look(self, article: Article) -> Iterator[Finding]:
        for phrase, where, match in self.hits(article, self.phrases):
            choices = tuple(
                self._fitted(_expanded(choice, match), where.text) for choice in phrase.kind.split("|")
            )
            if where.text in choices:
                continue
            shown = "” or “".join(choices) if "“%s”" in self.message else "' or '".join(choices)
            yield self.finding(where, self.say(shown, where.text), fix=self._fixes(where, choices))

    def _fitted(self, new: str, old: str) -> str:
        """The new word with a capital when the old one had it and the list does not say why."""
        if self.capitalize and self.ignorecase and old[:1].isupper() and new[:1].islower():
            return new[:1].upper() + new[1:]
        return new

    def _fixes(self, where: Passage, choices: tuple[str, ...]) -> tuple[Fix, ...]:
        if self.action and self.action.get("name") != "replace":
            return self.mend(where)
        return tuple(self.replace(where, new, f"Write “{new}”", "unsafe") for new in choices)


def _expanded(new: str, match: re.Match[str] | None) -> str:
    """`$1` and `${1}` filled from the groups of the match."""
    if match is None or "$" not in new:
        return new

    def fill(group: re.Match[str]) -> str:
        number = int(group[1] or group[2])
        return (match[number] or "") if number <= (match.re.groups or 0) else group.group()

    return GROUP.sub(fill, new)
