"""The names that a site uses for tags, sections and authors: those of its config, and of its other articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from presslint.config.config import Config
from presslint.config.discover import discover
from presslint.engine.checking import read_bytes
from presslint.model.errors import PresslintError
from presslint.model.problem import FileProblem
from presslint.reading import read
from presslint.server.projects import Project

FIELDS = ("tags", "categories", "section", "byline")
WRITTEN = ("front matter", "cms")  # where a person wrote what a field holds
LONGEST = 120  # characters of a name

Names = Mapping[str, tuple[str, ...]]


class Name(Struct, frozen=True):
    """A name, how many other articles use it, and whether the house lists it."""

    text: str
    used: int = 0
    listed: bool = False


class Vocabulary:
    """What the articles of one project use. Each file is read once, and again when it has changed."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._files: dict[Path, tuple[tuple[int, int], Names]] = {}

    def read(self, stop: Callable[[], bool]) -> None:
        """Read the articles of the folder that are new or have changed, until `stop` says yes."""
        there = discover([self.project.folder], self.project.configs).files
        for path in there:
            if stop():
                return
            try:
                stat = path.stat()
                look = stat.st_mtime_ns, stat.st_size
                if self._files.get(path, (None,))[0] != look:
                    self._files[path] = look, _names(path, self.project.configs.for_file(path))
            except (OSError, PresslintError, RecursionError):
                self._files.pop(path, None)
        for gone in self._files.keys() - set(there):
            del self._files[gone]

    def names(self, field: str, config: Config, path: Path) -> list[Name]:
        """The names for a field of an article, the listed and the most used first."""
        listed = dict.fromkeys(_listed(field, config, path))
        used = Counter(
            name
            for place, (_, names) in list(self._files.items())
            if place != path
            for name in names.get(field, ())
        )
        found = [Name(name, used[name], name in listed) for name in {**listed, **used}]
        return sorted(found, key=lambda name: (not name.listed, -name.used, name.text.casefold()))


def _names(path: Path, config: Config) -> Names:
    """The names in the fields of a file's articles."""
    data = read_bytes(path, config)
    if isinstance(data, FileProblem):
        return {}
    found: dict[str, dict[str, None]] = {field: {} for field in FIELDS}
    for article in read(data, path.as_posix(), config.plan(path).reading):
        for field in FIELDS:
            texts = (" ".join(entry.text.split()) for entry in article.all(field) if entry.origin in WRITTEN)
            found[field].update({text: None for text in texts if 0 < len(text) <= LONGEST})
    return {field: tuple(names) for field, names in found.items() if names}


def _listed(field: str, config: Config, path: Path) -> Iterator[str]:
    """The names that the rules of the house know for a field."""
    for rule in config.plan(path).rules:
        try:
            yield from rule.loaded().names_for(field)
        except (OSError, ValueError):  # a list that cannot be read is told when the article is checked
            continue
