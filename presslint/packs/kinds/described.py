"""From the description of a rule to its class. A description is plain data, so it is kept between runs.

Making one takes a YAML parser and a proof for each pattern (`presslint.packs.kinds.file`); using it takes neither.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from presslint.model.finding import Severity
from presslint.packs.kinds.datarule import DataRule
from presslint.packs.kinds.vetted import Vetted
from presslint.packs.rule import Example, Option

# word of `extends` -> the class; its module is called by the word
KINDS: Mapping[str, str] = {
    name: name.capitalize()
    for name in (
        "existence",
        "substitution",
        "occurrence",
        "repetition",
        "consistency",
        "conditional",
        "capitalization",
        "metric",
    )
}
Description = dict[str, Any]


def kind_of(word: str) -> type[DataRule]:
    """The class behind a word of `extends`. Raises KeyError."""
    kind: type[DataRule] = getattr(import_module(f"presslint.packs.kinds.{word}"), KINDS[word])
    return kind


def rule_of(said: Description, path: str, name: str) -> type[DataRule]:
    """The class of a rule. Raises KeyError, TypeError or ValueError for what is no description."""
    kind = kind_of(said["extends"])
    namespace: dict[str, Any] = {
        "__doc__": said["doc"],
        "__module__": "presslint_rules.yaml",
        "severity": Severity(said["severity"]),
        "sources": tuple(said["sources"]),
        "needs": frozenset(said["needs"]),
        "languages": frozenset(said["languages"]),
        "not_for": frozenset(said["not_for"]),
        "was": tuple(said["was"]),
        "default_on": said["default_on"],
        "yields_to": said["yields_to"],
        "as_one": said["as_one"],
        "looks_for": frozenset(said["looks_for"]),
        "name": name,
        "origin": path,
        "vetted": {
            key: Vetted(source, tuple(literals)) for key, (source, literals) in said["vetted"].items()
        },
    }
    for key, value in said["options"].items():
        spec = kind.option_specs[key]
        given = tuple(value) if isinstance(value, list) else value
        namespace[key] = Option(given, description=spec.description, **spec.constraints)
    class_name = "".join(part.capitalize() for part in name.replace("_", "-").split("-"))
    rule: type[DataRule] = type(class_name, (kind,), namespace)
    rule.examples = tuple(Example(*example) for example in said["examples"])
    return rule


def description_of(rule: type[DataRule], said: Description) -> Description:
    """The description with what was found out of the rule's patterns, so that it need not be again."""
    vetted = {key: list(each) for key, each in rule.vetted.items()}
    return {**said, "vetted": vetted, "looks_for": sorted(rule.looks_for)}
