"""Subheads that would stand over any article, by language: `LABELS` of `language/<tag>/labels.py`."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from presslint.language.likeness import fold

LABEL_TAGS = frozenset(("en", "de", "fr", "es", "it", "nl", "pt"))


@lru_cache(maxsize=16)
def stock_labels(tag: str) -> frozenset[str]:
    """The labels of a language, folded."""
    text: str = import_module(f"{__package__}.{tag}.labels").LABELS
    return frozenset(fold(line) for line in text.splitlines() if line)
