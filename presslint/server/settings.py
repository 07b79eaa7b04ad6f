"""What an editor may set: initializationOptions, or the section “presslint” of its settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct, ValidationError, convert

from presslint.model.errors import PresslintError

LONGEST_PAUSE = 10_000  # milliseconds


class Settings(Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """How the server behaves; each may be left out."""

    # a config file, as seen from the workspace folder, or the values of one; else the nearest config file
    config: str | dict[str, Any] | None = None
    require_config: bool = False  # whether articles without a config file above them are left in peace
    python: bool = False  # whether Python rules that a config of the workspace names may run
    run: Literal["onType", "onSave"] = "onType"
    debounce: int = 20  # milliseconds of quiet after a keystroke before diagnostics are sent
    deadline: float = 20  # seconds for each article
    suggestions: Literal["information", "hint", "off"] = "information"  # how suggestions are shown
    reason: str = "reviewed by the desk"  # of a suppression; to be edited
    # a command of the editor that asks for a reason and calls presslint.server.suppress with it
    reason_command: str = ""
    workspace_diagnostics: bool = False  # whether the editor may pull diagnostics of files that are not open


def read_settings(values: object, *, strict: bool = True) -> Settings:
    """Settings from what the editor sent, with or without the name of their section. Raises PresslintError.

    A section of an editor's own settings (not `strict`) may hold keys that are for the editor alone.
    """
    if isinstance(values, Mapping) and isinstance(values.get("presslint"), Mapping):
        values = values["presslint"]
    if not isinstance(values, Mapping):
        return Settings()
    given = {key: value for key, value in values.items() if value is not None}
    if not strict:
        given = {key: value for key, value in given.items() if key in Settings.__struct_encode_fields__}
    try:
        found = convert(given, Settings)
    except ValidationError as error:
        raise PresslintError(f"settings of presslint in the editor: {error}; see docs/editors.md") from None
    if not 0 <= found.debounce <= LONGEST_PAUSE or found.deadline <= 0:
        raise PresslintError(
            f"settings of presslint in the editor: `debounce` is 0 to {LONGEST_PAUSE} milliseconds, "
            "`deadline` more than 0 seconds"
        )
    return found
