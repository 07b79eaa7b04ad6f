"""What is wrong with a value that somebody wrote, in the words of our messages.

pydantic finds it; its own sentences speak of inputs and types, to people who wrote YAML.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from presslint.model.finding import quoted

WANTED: Mapping[str, str] = {
    "string": "words belong here",
    "int": "a whole number belongs here",
    "float": "a number belongs here",
    "finite": "a whole number belongs here",
    "bool": "true or false belongs here",
    "date": "a date belongs here, as in 2026-05-31",
    "datetime": "a date belongs here, as in 2026-05-31",
    "list": "a list belongs here, as in [one, two]",
    "tuple": "a list belongs here, as in [one, two]",
    "set": "a list belongs here, as in [one, two]",
    "frozen": "a list belongs here, as in [one, two]",
    "iterable": "a list belongs here, as in [one, two]",
    "dict": "a map of keys belongs here, as in {key: value}",
    "mapping": "a map of keys belongs here, as in {key: value}",
    "model": "a map of keys belongs here, as in {key: value}",
}
BOUNDS: Mapping[str, tuple[str, str]] = {
    "greater_than_equal": ("ge", "the least is {}"),
    "greater_than": ("gt", "it must be more than {}"),
    "less_than_equal": ("le", "the most is {}"),
    "less_than": ("lt", "it must be less than {}"),
    "string_too_short": ("min_length", "it needs {} characters or more"),
    "too_short": ("min_length", "it needs {} entries or more"),
    "too_long": ("max_length", "it takes {} entries at most"),
}


def reason(error: Mapping[str, Any]) -> str:
    """One of `ValidationError.errors()` as a clause: what belongs there, and what stands there."""
    kind, context = str(error["type"]), error.get("ctx", {})
    if kind == "missing":
        return "is missing"
    if kind in BOUNDS:
        key, words = BOUNDS[kind]
        wanted = words.format(context.get(key))
    elif kind == "literal_error":
        known = str(context.get("expected", "")).replace(" or ", ", ").replace("'", "")
        wanted = f"use one of {known}" if "," in known else f"write {known}"
    elif kind == "value_error":
        return str(context.get("error", error["msg"]))
    else:
        wanted = WANTED.get(kind.partition("_")[0]) or str(error["msg"]).replace("'", "")
    return f"{wanted}, not {shown(error['input'])}"


def shown(value: Any) -> str:
    """A value as its author would name it."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "a map of keys"
    if isinstance(value, (list, tuple, set, frozenset)):
        return "a list"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, (int, float, date)):
        return quoted(str(value), 40)
    return f"a {type(value).__name__}"


def said_by(error: BaseException) -> str:
    """An exception on one line: its kind and what it says."""
    try:
        words = " ".join(str(error).split())
    except Exception:
        words = ""
    return f"{type(error).__name__}: {words[:200]}" if words else type(error).__name__
