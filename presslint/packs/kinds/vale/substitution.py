"""Words that stand for others: Vale's `substitution`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar

from presslint.model.finding import Finding
from presslint.model.regex import regex
from presslint.packs.kinds.datarule import Flaw
from presslint.packs.kinds.patterns import PatternError, matcher
from presslint.packs.kinds.vale.rule import Finder, FindingRule
from presslint.packs.kinds.view import ValeBlock, ValeView
from presslint.packs.rule import Option

GROUP = regex(r"\$(?:(\d)|\{(\d)\})")
PHRASE = regex(r"[\w\s]*")
QUOTED = regex(r"(?<=^)(?P<before>(?:[^%]|%%)*?)(?P<mark>['\"])%s(?P=mark)")  # the first slot, between quotes


class Substitution(FindingRule):
    """A word of the house's list stands instead of another."""

    needed: ClassVar[tuple[str, ...]] = ("swap",)

    swap: Mapping[str, str] = Option({}, description="What is written, or a pattern for it: what to write.")
    capitalize: bool = Option(False, description="Give the new word a capital where the old one had it.")

    def examine(self) -> None:
        super().examine()
        _ = self.finder

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The longest first, as Vale tries them."""
        return tuple(sorted(self.swap.items(), key=lambda pair: -len(pair[0])))

    @cached_property
    def finder(self) -> Finder:
        order = {old: index for index, old in enumerate(self.swap)}
        return Finder(
            [self.proven(self.bounded(old), "swap", order[old]) for old, _ in self.pairs], self.flags
        )

    def judge(self, view: ValeView, block: ValeBlock, state: Any) -> Iterator[Finding]:
        text = block.passage.text
        hits = self.finder.hits(text, state)
        spared = self.spared(view, text) if hits else None
        for start, end, number, match in hits:
            observed = match.group().strip() if not self.nonword else match.group()
            new = expanded(self.pairs[number][1], match)
            if is_said(new, observed) or (spared is not None and spared.holds(observed, start, end)):
                continue
            if self.capitalize and observed[:1].isupper():
                new = new[:1].upper() + new[1:]
            where = block.passage[start:end]
            choices = tuple(new.split("|"))
            fixes = self.offers(where, choices) if self.action else self.mended(where, "replace", choices)
            yield self.finding(where, self.told(new, match.group()), fix=fixes)

    def told(self, new: str, old: str) -> str:
        """The message; where an action replaces, the new words bring quotes of their own."""
        if self.action.get("name") != "replace" or self.action.get("params"):
            return self.say(new, old)
        return self.say(
            either_of(new.split("|")), old, message=QUOTED.sub(r"\g<before>%s", self.message, count=1)
        )


def either_of(words: list[str]) -> str:
    """Words to choose from: 'a', 'b', or 'c'."""
    if words == [""]:
        return ""
    quoted = [f"'{word}'" for word in words]
    if len(quoted) < 3:
        return " or ".join(quoted)
    return f"{', '.join(quoted[:-1])}, or {quoted[-1]}"


def is_said(new: str, observed: str) -> bool:
    """Whether what is written is what is to be written; the new words may be a pattern."""
    if observed == new or observed in new.split("|"):
        return True
    if PHRASE.fullmatch(new) or "|" in new.replace("(?:", "").partition("(")[0]:
        return False
    try:
        return any(match.group() == observed for match in matcher(new).finditer(observed))
    except PatternError:
        return False


def expanded(new: str, match: re.Match[str]) -> str:
    """`$1` and `${1}` filled from the groups of the match."""
    if "$" not in new:
        return new

    def fill(group: re.Match[str]) -> str:
        number = int(group[1] or group[2])
        return (match[number] or "") if number <= (match.re.groups or 0) else group.group()

    return GROUP.sub(fill, new)


__all__ = ["Flaw", "Substitution"]
