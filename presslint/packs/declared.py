"""What a rule class declares, checked when its file is read: a wrong word fails far from its file later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from presslint.article import FORMAT_CAPABILITIES
from presslint.model.badvalue import shown
from presslint.model.finding import Severity
from presslint.packs.rule import AS_ONE, Example, Rule

# declarations that are sets, and those that are tuples
SETS = ("needs", "looks_at", "looks_for", "not_for", "languages")
TUPLES = ("sources", "was", "merges_with")
CAPABILITIES = frozenset((*FORMAT_CAPABILITIES, "site"))
SCOPES = frozenset(("place", "section", "article"))


class Undeclared(ValueError):
    """A declaration that cannot work; `name` is the attribute, `reason` a clause."""

    def __init__(self, name: str, reason: str):
        super().__init__(f"“{name}”: {reason}")
        self.name, self.reason = name, reason


def settle(rule: type[Rule]) -> None:
    """Make sets and tuples of what is nearly that; refuse the rest. Raises Undeclared."""
    for names, kind, wanted in ((SETS, frozenset, "a set of words"), (TUPLES, tuple, "a list of words")):
        for name in names:
            if getattr(rule, name) is not getattr(Rule, name):
                setattr(rule, name, kind(_words(rule, name, f"{wanted} belongs here")))
    if not rule.needs <= CAPABILITIES:
        unknown = min(rule.needs - CAPABILITIES)
        raise Undeclared("needs", f"no format carries “{unknown}”; use {', '.join(sorted(CAPABILITIES))}")
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
