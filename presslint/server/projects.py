"""The folders of a workspace, each with its configs, read anew when a file that they rest on changes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from presslint.config.config import Config, Configs
from presslint.config.discover import passed_over
from presslint.config.gitfiles import is_ignored
from presslint.config.layers import find_config, mapping_layers
from presslint.model.errors import PresslintError
from presslint.packs.index import Index
from presslint.server.settings import Settings

Look = tuple[int, int] | None  # time and size of a file; None where it is not there


class Project:
    """One folder and what is known of its configs."""

    def __init__(self, folder: Path, settings: Settings, index: Index) -> None:
        self.folder = folder
        self.asked: set[Path] = {folder}
        self._settings = settings
        self._index = index
        self._configs: Configs | None = None
        self._found: dict[Path, Path | None] = {}
        self._seen: dict[Path, Look] = {}

    @property
    def configs(self) -> Configs:
        """The configs of the folder. Raises PresslintError."""
        if self._configs is None:
            self._found = {folder: find_config(folder)[0] for folder in self.asked}
            self._seen = {path: _look(path) for path in self._found.values() if path}
            given = self._settings.config
            index = Index(self._index.folder)  # what it knows of folders is of one moment
            if isinstance(given, Mapping):
                top = Config(
                    mapping_layers(given, self.folder),
                    root=self.folder,
                    trust_python=self._settings.python,
                    index=index,
                )
            else:
                named = (self.folder / given).resolve() if given else None
                if named:
                    self._seen[named] = _look(named)
                top = Config.load(self.folder, file=named, trust_python=self._settings.python, index=index)
            self._configs = Configs(top, nearest=not given)
        return self._configs

    def for_file(self, path: Path) -> Config:
        """The config of a file. Raises PresslintError."""
        folder = Path(os.path.realpath(path.parent))
        configs = self.configs
        if folder not in self.asked:
            self.asked.add(folder)
            found = self._found[folder] = find_config(folder)[0]
            if found:
                self._seen[found] = _look(found)
        config = configs.for_file(path)
        config.check_words()
        for file in _rests_on(config):
            self._seen.setdefault(file, _look(file))
        return config

    def has_changed(self) -> bool:
        """Whether a config was written, came or went since it was read; if so, all are forgotten."""
        changed = any(find_config(folder)[0] != known for folder, known in list(self._found.items())) or any(
            _look(path) != look for path, look in list(self._seen.items())
        )
        if changed:
            self._configs = None
            self._found, self._seen = {}, {}
        return changed


class Projects:
    """The projects of a session. `epoch` counts how often a config or a setting changed."""

    def __init__(self, index: Index) -> None:
        self.settings = Settings()
        self.epoch = 0
        self.folders: list[Path] = []
        self._index = index
        self._projects: dict[Path, Project] = {}
        self._ignored: dict[Path, bool] = {}

    def set(self, folders: Iterable[Path] | None = None, settings: Settings | None = None) -> None:
        """Begin anew with other folders or settings."""
        if folders is not None:
            self.folders = sorted({Path(os.path.realpath(folder)) for folder in folders}, reverse=True)
        self.settings = settings or self.settings
        self.forget()

    def forget(self) -> None:
        """Have every config read anew."""
        self._projects, self._ignored = {}, {}
        self.epoch += 1

    def look_again(self) -> bool:
        """Whether a config has changed on disk since it was read."""
        changed = [project for project in self._projects.values() if project.has_changed()]
        if changed:
            self._ignored = {}
            self.epoch += 1
        return bool(changed)

    def of(self, path: Path) -> Project:
        """The project of a file: the innermost workspace folder around it, else its own folder."""
        place = Path(os.path.realpath(path.parent))
        folder = next((each for each in self.folders if place.is_relative_to(each)), place)
        if folder not in self._projects:
            self._projects[folder] = Project(folder, self.settings, self._index)
        return self._projects[folder]

    def all(self) -> Iterator[Project]:
        """The projects of the workspace folders, the outermost first; of a folder in another, none."""
        for folder in sorted(self.folders):
            if not any(folder != other and folder.is_relative_to(other) for other in self.folders):
                yield self.of(folder / "story")

    def left_alone(self, path: Path, config: Config) -> str:
        """Why an article is left alone though an editor has it open; empty when it is read."""
        if self.settings.require_config and not config.is_placed and self.settings.config is None:
            return "there is no config above it"
        why = passed_over(path, config)
        if not why and config.value("respect-gitignore"):
            if path not in self._ignored:
                self._ignored[path] = is_ignored(path)
            why = "git ignores it" if self._ignored[path] else ""
        return why


def config_place(error: PresslintError, folder: Path) -> Path | None:
    """The file that a config error is about, if it is there."""
    path = Path(error.path)
    places = [path] if path.is_absolute() else [Path.cwd() / path, folder / path]
    return next((place.resolve() for place in places if error.path and place.is_file()), None)


def _rests_on(config: Config) -> Iterator[Path]:
    """The files that a config is made of: its layers, the lists that it names, the rules of its packs."""
    yield from (layer.file for layer in config.layers if layer.file is not None)
    yield from config.house_files()
    for layer in config.layers:
        for name in layer.values.get("packs", ()):
            yield from sorted((layer.home / name).rglob("*"))


def _look(path: Path) -> Look:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
