"""How bytes that are not valid in the encoding of a page or message are told."""

from __future__ import annotations

from presslint.model.passage import Passage
from presslint.model.regex import regex
from presslint.model.source import Span

AROUND = regex(r"[^\s<>\"“”]{0,30}\ufffd[^\s<>\"“”]{0,30}")
REACH = 30  # characters before a lost one that may belong to its word
SHOWN_NAMES = {"cp1252": "Windows-1252", "gb18030": "GB 18030", "cp932": "Shift JIS", "cp949": "EUC-KR"}


def shown_name(encoding: str) -> str:
    """An encoding as people name it."""
    return SHOWN_NAMES.get(encoding, encoding.upper())


def wrong_bytes(says: str, words: Passage, first: Span, count: int) -> str:
    """The first half of a message: what is said of the encoding, how many bytes are wrong in it, and where."""
    found = AROUND.search(words.text, max(first.start - REACH, 0))
    where = f", {'the first ' if count > 1 else ''}in “{found.group()}”" if found is not None else ""
    return f"{says}, and {count:,} byte{'s are' if count > 1 else ' is'} not valid in it{where}"
