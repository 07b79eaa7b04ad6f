"""The config, baseline and packs of a base revision, so that a change cannot loosen its own gate.

The files are copied out of git's objects into a folder of their own; nothing of the change is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from shutil import copytree
from typing import Any

from presslint.config.defaults import DEFAULTS
from presslint.config.gitfiles import git
from presslint.config.layers import CONFIG_NAMES, PROFILES, ConfigError, Mirror, parse_layer
from presslint.config.valeproject import INI_NAMES, styles_paths
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

    def mirror(self, *, vale: bool = False) -> Mirror:
        """Copy every config with what it names; with `vale`, those of Vale too. Raises ConfigError for a broken one."""
        for name in self.names:
            if PurePosixPath(name).name in CONFIG_NAMES:
                self._config(name)
            elif vale and PurePosixPath(name).name in INI_NAMES:
                self._vale(name)
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
            place = _joined(beside, pack if isinstance(pack, str) else pack["vale"])
            if place in self._known:
                self._vale(place)
            for file in self._below(place):
                self._copy(file)
        for words in _option_words(values):  # those that name a file
            self._copy(_joined(beside, words))
        self._copy(_joined(beside, values.get("baseline", {}).get("path") or DEFAULTS["baseline"]["path"]))

    def _vale(self, name: str) -> None:
        """A Vale project: its config, and the styles, vocabularies and dictionaries in its StylesPath.

        Styles that the base does not hold and the change does not bring (`vale sync` puts them there, and git
        is told to leave them alone) are taken from the tree as it is.
        """
        if name in self.copied or not self._copy(name):
            return
        for place in styles_paths(self.folder / name, f"{self.base.trusted[:12]}:{name}"):
            folder = _joined(PurePosixPath(name).parent, place)
            if not folder:
                continue
            (self.folder / folder).mkdir(parents=True, exist_ok=True)
            for file in self._below(folder):
                self._copy(file)
            self._copy_synced(folder)

    def _copy_synced(self, folder: str) -> None:
        """The entries of StylesPath that git does not know."""
        real = self.base.top / folder
        for place in sorted(real.iterdir()) if real.is_dir() else ():
            inside = place.relative_to(self.base.top).as_posix()
            known = git("ls-files", "-z", "--", inside, folder=self.base.top)
            if place.is_symlink() or known or (self.folder / inside).exists():
                continue
            if place.is_dir():
                copytree(place, self.folder / inside, symlinks=True)

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
        configs = (*CONFIG_NAMES[:4], *(INI_NAMES if self._has_vale else ()))
        return sorted(touched | {name for name in now if PurePosixPath(name).name in configs})

    @property
    def _has_vale(self) -> bool:
        return any(PurePosixPath(name).name in INI_NAMES for name in self.copied)


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
