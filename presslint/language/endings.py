"""Words with which no sentence ends, by language: `NO_ENDS` of `language/<tag>/endings.py`."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module

ENDING_TAGS = frozenset(("en", "de", "fr", "es", "it", "nl", "pt"))


@lru_cache(maxsize=16)
def no_end(tag: str) -> re.Pattern[str]:
    """What finds such a word at the end of a text."""
    words: str = import_module(f"{__package__}.{tag}.endings").NO_ENDS
    return re.compile(rf"(?<![\w'’-])(?:{'|'.join(words.split())})\Z")
