"""What a Vale project says of the text that its rules see."""

from __future__ import annotations

from msgspec import Struct


class ValeSettings(Struct, frozen=True):
    """What of a text Vale's rules do not see, and the words that its vocabularies accept or refuse."""

    token_ignores: tuple[str, ...] = ()
    block_ignores: tuple[str, ...] = ()
    ignored_scopes: tuple[str, ...] = ()
    skipped_scopes: tuple[str, ...] = ()
    ignored_classes: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    dictionaries: str = ""
    plain: bool = False
