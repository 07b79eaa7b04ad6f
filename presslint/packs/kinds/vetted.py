"""A pattern of a YAML rule that may run; proving that takes `presslint.packs.kinds.patterns`, running it does not."""

from __future__ import annotations

from typing import NamedTuple


class Vetted(NamedTuple):
    """A pattern in Python's dialect, with literals one of which stands in every match."""

    source: str
    literals: tuple[str, ...]
