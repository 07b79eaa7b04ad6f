"""What `action: edit` makes of the words found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from presslint.model.regex import regex
from presslint.packs.kinds.patterns import PatternError, matcher

ACTIONS = ("suggest", "replace", "remove", "convert", "edit")
GROUP = regex(r"\$\{?(\d)\}?")


def _regex(text: str, pattern: str, new: str) -> str:
    return matcher(pattern).sub(GROUP.sub(r"\\g<\1>", new.replace("\\", "\\\\")), text)


def _split(text: str, mark: str, number: str) -> str:
    pieces = text.split(mark)
    return pieces[int(number)] if int(number) < len(pieces) else text


EDITS: Mapping[str, Callable[..., str]] = {
    "regex": _regex,
    "replace": lambda text, old, new: text.replace(old, new),
    "remove": lambda text, old: text.replace(old, ""),
    "trim": lambda text, chars: text.strip(chars),
    "trim_left": lambda text, chars: text.lstrip(chars),
    "trim_right": lambda text, chars: text.rstrip(chars),
    "truncate": lambda text, mark: text.split(mark)[0],
    "split": _split,
}


def edited(text: str, params: Sequence[Any]) -> str | None:
    """The text after an edit; None for one that is not known or cannot be done."""
    name, *rest = map(str, params or ("",))
    try:
        return EDITS[name](text, *rest)
    except (KeyError, TypeError, ValueError, IndexError, PatternError):
        return None
