"""What is known of a rule without reading its file: enough to choose it, and to leave it alone.

An index of cards is kept between runs. A run on one file reads the files of those rules only that the
article gives something to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from presslint.article import Article
from presslint.model.finding import Finding, Severity
from presslint.packs.rule import Rule

# declarations that are sets, and those that are tuples
SETS = ("needs", "looks_at", "looks_for", "not_for", "languages")
TUPLES = ("was", "merges_with")


class Card(NamedTuple):
    """The declarations of a rule class that decide whether and where it runs; see `Rule`."""

    name: str
    chapter: str
    origin: str
    pack: int  # number of the pack in the catalog; -1 for rules of the engine itself
    severity: Severity
    default_on: bool
    needs: frozenset[str]
    languages: frozenset[str]
    not_for: frozenset[str]
    looks_at: frozenset[str]
    looks_for: frozenset[str]
    yields_to: Mapping[str, str]
    merges_with: tuple[str, ...]
    was: tuple[str, ...]
    as_one: str
    as_one_above: int
    lack: str

    @classmethod
    def of(cls, rule: type[Rule], pack: int) -> Card:
        values = {name: getattr(rule, name) for name in cls._fields if name != "pack"}
        return cls(**values, pack=pack)

    def pack_up(self) -> list[Any]:
        """Plain values for the cache."""
        values = self._asdict() | {"severity": int(self.severity), "yields_to": dict(self.yields_to)}
        return [sorted(each) if isinstance(each, frozenset) else each for each in values.values()]

    @classmethod
    def unpack(cls, values: list[Any]) -> Card:
        """Raises TypeError or ValueError for values that `pack_up` did not give."""
        card = cls(*values)
        plain: dict[str, Any] = {name: frozenset(getattr(card, name)) for name in SETS}
        plain |= {name: tuple(getattr(card, name)) for name in TUPLES}
        return card._replace(**plain, severity=Severity(card.severity))


class LateRule(Rule):
    """A configured rule whose file is read when an article first has something for it."""

    def __init__(self, card: Card, load: Callable[[str], type[Rule]], severity: Severity | None) -> None:
        options = {} if severity is None else {"severity": severity}
        self.__dict__.update(card._asdict() | options, _load=load, _options=options)

    @cached_property
    def rule(self) -> Rule:
        """The rule itself. Raises RuleFileError when its file cannot be read any more."""
        load: Callable[[str], type[Rule]] = self.__dict__["_load"]
        return load(self.name)(**self.__dict__["_options"])

    def wake(self) -> None:
        self.rule.wake()

    def check(self, article: Article) -> Iterator[Finding]:
        return self.rule.check(article)

    def options(self) -> dict[str, Any]:
        return self.rule.options()
