"""The four rules that Vale has itself, as files of a style; two of them are made of a project's vocabulary."""

from __future__ import annotations

import json
from collections.abc import Sequence

SIGNS = frozenset(
    "\\^$*+?{}[]|()."
)  # a term with one of these is an expression, which nothing can be replaced with
REPETITION = """\
extends: repetition
message: "'%s' is repeated!"
level: error
scope: text
ignorecase: true
alpha: true
action: {name: edit, params: [truncate, " "]}
tokens: ['[^\\s.!?]+']
"""
SPELLING = """\
extends: spelling
message: "Did you really mean '%s'?"
level: error
scope: text
action: {name: suggest, params: [spellings]}
"""
TERMS = """\
extends: substitution
message: "Use '%s' instead of '%s'."
level: error
scope: text
ignorecase: true
vocab: false
"""
AVOID = """\
extends: existence
message: "Avoid using '%s'."
level: error
scope: text
tokens: """


def built_in(accepted: Sequence[str], rejected: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Name and text of each rule; lists and maps are JSON, which YAML reads."""
    found = [("Repetition", REPETITION), ("Spelling", SPELLING)]
    if accepted:
        swap = {term.lower(): term for term in accepted}
        action = "" if any(map(SIGNS.intersection, accepted)) else "action: {name: replace}\n"
        found.append(("Terms", f"{TERMS}{action}swap: {json.dumps(swap, ensure_ascii=False)}\n"))
    if rejected:
        found.append(("Avoid", AVOID + json.dumps(list(rejected), ensure_ascii=False) + "\n"))
    return tuple(found)
