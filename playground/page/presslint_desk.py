"""What the page asks of presslint: a story in, its notes out as JSON."""

from typing import Any

import msgspec

import presslint
from presslint.engine.library import check_data

CONFIG = presslint.Config.from_mapping({})


def check(text: str, path: str) -> str:
    """The result of a text, as `presslint.check_text` gives it."""
    return _json(presslint.check_text(text, path=path, config=CONFIG))


def check_bytes(data: Any, path: str) -> str:
    """The result of the bytes of a file that was dropped, whatever its encoding."""
    return _json(check_data(data.to_bytes(), path=path, config=CONFIG))


def mend(text: str, path: str) -> str:
    """The text with its safe fixes."""
    return _json(presslint.apply_fixes(text, path=path, config=CONFIG))


def _json(result: Any) -> str:
    return msgspec.json.encode(result).decode()
