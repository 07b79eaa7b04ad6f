"""What the metadata of a page says of its article, for finding that on the page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from msgspec import Struct


class Clues(Struct, frozen=True):
    """Names of the article and of the site, who wrote it, its topics, its text, its summary and its days."""

    titles: Sequence[str] = ()
    sites: Sequence[str] = ()
    authors: Sequence[str] = ()
    topics: Sequence[str] = ()
    texts: Sequence[str] = ()
    summaries: Sequence[str] = ()
    published: Collection[date] = ()
    modified: Collection[date] = ()


NO_CLUES = Clues()
