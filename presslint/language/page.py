"""Lines of a page that come along when copy is taken from it: `LINES` and `TIMES` of `language/<tag>/page.py`.

`LINES` are whole lines (buttons, teasers, notices), in small letters; `TIMES` what a reading time is called, `CALLS` what the last
sentence of a page opens with that asks readers to come again, `COUNTS` what a line counts that says how much a page has.
"""

from __future__ import annotations

from importlib import import_module

from presslint.language.phrases import Phrase

TAGS = ("en", "de", "fr", "es", "it", "nl", "pt")


def _of(tag: str, name: str) -> tuple[str, ...]:
    text: str = getattr(import_module(f"{__package__}.{tag}.page"), name)
    return tuple(line for line in map(str.strip, text.splitlines()) if line)


PAGE_LINES = tuple(
    Phrase(f"{name.lower()}-{tag}", words=_of(tag, name), kind=name.lower())
    for tag in TAGS
    for name in ("LINES", "TIMES")
)
CALLS = {tag: _of(tag, "CALLS") for tag in TAGS}
COUNTS = {tag: frozenset(_of(tag, "COUNTS")) for tag in TAGS}
