"""What the metadata of a page says of its article, for finding that on the page."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct


class Clues(Struct, frozen=True):
    """Names of the article and of the site, who wrote it, its topics, its text and its summary."""

    titles: Sequence[str] = ()
    sites: Sequence[str] = ()
    authors: Sequence[str] = ()
    topics: Sequence[str] = ()
    texts: Sequence[str] = ()
    summaries: Sequence[str] = ()


NO_CLUES = Clues()
