"""The config, baseline and packs of a base revision, so that a change cannot loosen its own gate.

The files are copied out of git's objects into a folder of their own; nothing of the change is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from presslint.config.defaults import DEFAULTS
from presslint.config.gitfiles import git
from presslint.config.layers import CONFIG_NAMES, PROFILES, ConfigError, Mirror, parse_layer
from presslint.gate.changes import Base, blob
from presslint.reading.datafile import Unusable, read_text


class TrustedTree:
    """Copies what configs of a commit need, and remembers which files that was."""

    def __init__(self, base: Base, folder: Path) -> None:
        self.base = base
        self.folder = folder
        self.copied: set[str] = set()
        listed = git("ls-tree", "-r", "-z", "--name-only", base.trusted, folder=base.top) or b""
        self.names = [name.decode("utf-8", "surrogateescape") for name in listed.split(b"\0") if name]

    def mirror(self) -> Mirror:
        """Copy every config with what it names. Raises ConfigError for a broken one."""
        for name in self.names:
            if PurePosixPath(name).name in CONFIG_NAMES:
                self._config(name)
        return Mirror(self.base.top, self.folder, self.base.trusted[:12])

    def _config(self, name: str) -> None:
        if name in self.copied or not self._copy(name):
            return
        path = self.folder / name
        if path.name == "pyproject.toml" and b"[tool.presslint" not in path.read_bytes():
            return
        try:
            text = read_text(path)
        except Unusable as error:
            raise ConfigError(f"{self.base.trusted[:12]}:{name}", error.reason, error.line) from None
        values = parse_layer(text, path, f"{self.base.trusted[:12]}:{name}").values
        beside = PurePosixPath(name).parent
        for other in values.get("extends", ()):
            if not (PROFILES / f"{other.removeprefix('presslint:')}.yaml").is_file():
                self._config(_joined(beside, other))
        for pack in values.get("packs", ()):
            for file in self._below(_joined(beside, pack)):
                self._copy(file)
        for words in _option_words(values):  # those that name a file
            self._copy(_joined(beside, words))
        self._copy(_joined(beside, values.get("baseline", {}).get("path") or DEFAULTS["baseline"]["path"]))

    def _below(self, folder: str) -> Iterator[str]:
        inside = folder.rstrip("/") + "/"
        return (name for name in self.names if name.startswith(inside))

    def _copy(self, name: str) -> bool:
        data = blob(self.base.top, f"{self.base.trusted}:{name}") if name in self._known else None
        if data is None:
            return False
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        self.copied.add(name)
        return True

    @property
    def _known(self) -> frozenset[str]:
        if not hasattr(self, "_names"):
            self._names = frozenset(self.names)
        return self._names

    def edited(self) -> list[str]:
        """Files of the gate that the change edits, adds or removes: configs, baselines, packs."""
        now = {place.relative_to(self.base.top).as_posix() for place in self.base.changes}
        touched = {name for name in self.copied if name in now or not (self.base.top / name).exists()}
        return sorted(touched | {name for name in now if PurePosixPath(name).name in CONFIG_NAMES[:4]})


def _joined(folder: PurePosixPath, name: str) -> str:
    """`name` seen from `folder`, without `.` and `..`; a path that leaves the tree is no file of it."""
    parts: list[str] = []
    for part in (folder / name).parts:
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _option_words(values: Mapping[str, Any]) -> Iterator[str]:
    """Values of rules' options that are words."""
    for level in (values, *values.get("overrides", ())):
        for setting in level.get("rules", {}).values():
            options = setting.values() if isinstance(setting, Mapping) else ()
            yield from (value for value in options if value and isinstance(value, str))
