"""What a rule class declares, checked when its file is read: a wrong word fails far from its file later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from presslint.model.badvalue import shown
from presslint.model.document import FORMAT_CAPABILITIES
from presslint.model.errors import PresslintError
from presslint.model.finding import Severity
from presslint.packs.reads import FORMER_NAMES, unknown
from presslint.packs.rule import AS_ONE, Example, Rule

# declarations that are sets, and those that are tuples
SETS = ("needs", "reads", "reads_words", "reads_addresses", "not_for", "languages")
TUPLES = ("sources", "was", "merges_with")
CAPABILITIES = frozenset((*FORMAT_CAPABILITIES, "site"))
SCOPES = frozenset(("place", "section", "article"))


class Undeclared(PresslintError):
    """A declaration that cannot work; `name` is the attribute, `reason` a clause."""

    def __init__(self, name: str, reason: str):
        super().__init__(reason)
        self.name = name

    def __str__(self) -> str:
        return f"“{self.name}”: {self.reason}"


def settle(rule: type[Rule]) -> None:
    """Make sets and tuples of what is nearly that; refuse the rest. Raises Undeclared."""
    for names, kind, wanted in ((SETS, frozenset, "a set of words"), (TUPLES, tuple, "a list of words")):
        for name in names:
            if getattr(rule, name) is not getattr(Rule, name):
                setattr(rule, name, kind(_words(rule, name, f"{wanted} belongs here")))
    if not rule.needs <= CAPABILITIES:
        first = min(rule.needs - CAPABILITIES)
        raise Undeclared("needs", f"no format carries “{first}”; use {', '.join(sorted(CAPABILITIES))}")
    rule.reads = frozenset(FORMER_NAMES.get(name, name) for name in rule.reads)
    if reason := unknown(rule.reads):
        raise Undeclared("reads", reason)
    for name, fits, wanted in CHECKS:
        value = getattr(rule, name)
        if not fits(value):
            raise Undeclared(name, wanted)


def _words(rule: type[Rule], name: str, wanted: str) -> Any:
    value = getattr(rule, name)
    if isinstance(value, (set, frozenset, tuple, list)) and all(isinstance(word, str) for word in value):
        return value
    raise Undeclared(name, f"{wanted}, not {shown(value)}")


def _is_yielding(value: Any) -> bool:
    return isinstance(value, Mapping) and all(
        isinstance(name, str) and isinstance(scope, str) and scope in SCOPES for name, scope in value.items()
    )


def _is_counting(value: Any) -> bool:
    """Whether the sentence of a roll-up is none, or says how many; an unknown name in braces fails."""
    if not isinstance(value, str):
        return False
    try:
        return not value or value.format(**dict.fromkeys(AS_ONE, 7)) != value
    except (LookupError, ValueError):
        return False


CHECKS: tuple[tuple[str, Callable[[Any], bool], str], ...] = (
    (
        "reads_patterns",
        lambda value: isinstance(value, tuple) and all(hasattr(each, "pattern") for each in value),
        "a tuple of patterns belongs here",
    ),
    (
        "severity",
        lambda value: isinstance(value, Severity) and value is not Severity.OFF,
        "error, warning or suggestion belongs here, as in Severity.WARNING",
    ),
    ("default_on", lambda value: isinstance(value, bool), "true or false belongs here"),
    ("as_one", _is_counting, "a sentence with {count} belongs here"),
    ("as_one_above", lambda value: type(value) is int and value > 0, "a number of findings belongs here"),
    ("lack", lambda value: isinstance(value, str), "what an article lacks belongs here, as in “a byline”"),
    ("yields_to", _is_yielding, "a map of rules to place, section or article belongs here"),
    (
        "examples",
        lambda value: isinstance(value, (tuple, list)) and all(isinstance(each, Example) for each in value),
        "they are a list of Good(…) and Bad(…)",
    ),
)
