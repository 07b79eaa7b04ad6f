"""The pattern of an address at which a story can be mended."""

from __future__ import annotations

import re

EDITS = re.compile(r"https?://[^/\s{}?#]+/(?:[^\s{}]|\{path\}|\{line\})*")


def is_edit_url(pattern: str) -> bool:
    """Whether a pattern is an address of the web that names the story, its host spelled out."""
    return EDITS.fullmatch(pattern) is not None and "{path}" in pattern
