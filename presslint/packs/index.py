"""The rule index: what each rule declares, so that a run reads only the files of rules that can say something.

To read a rule file is to import Python, or to translate the patterns of a rule in YAML and to prove that
they are cheap. For a whole pack that takes several times as long as an article. So what the rules of a
pack declare is kept in the user's cache folder, rules in YAML in whole.

An entry holds for the files of presslint and of the pack as they are, by name, size, times and number, and for one
version of Python. A folder with the index can be deleted at any time, and with PRESSLINT_NO_INDEX=1 the
command line does without it; the findings are the same.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from presslint.article import Article
from presslint.model.digest import digest
from presslint.model.finding import Finding, Severity
from presslint.packs.rule import Example, Rule, literals_of

T = TypeVar("T")
PACKAGE = Path(__file__).parent.parent
LAYOUT = 4  # of the files; a change reads all rules anew


class Proven(NamedTuple):
    """A pattern that may run: its source in Python's dialect, and literals one of which stands in every match.

    `engine` is `re`, or `regex` for what `re` cannot do or could take very long on; that runs against the clock.
    """

    source: str
    literals: tuple[str, ...]
    engine: str = "re"


class YamlRule(msgspec.Struct, frozen=True):
    """A rule in YAML, ready to use: its options read, its patterns translated and proven.

    `style` is true for a rule of a Vale style, which runs as Vale runs it; `notices` says what of its file was
    passed over, by line, and `tests` is its block of that name.
    """

    kind: str
    options: dict[str, Any]
    examples: tuple[Example, ...]
    proven: dict[str, Proven]
    style: bool = False
    notices: tuple[tuple[int, str], ...] = ()
    tests: tuple[dict[str, Any], ...] = ()


class Declaration(msgspec.Struct, frozen=True):
    """What is known of a rule without its file; the names are those of `Rule`."""

    name: str
    chapter: str
    origin: str
    doc: str
    sources: tuple[str, ...]
    severity: Severity
    default_on: bool
    needs: frozenset[str]
    languages: frozenset[str]
    not_for: frozenset[str]
    reads: frozenset[str]
    reads_words: frozenset[str]
    reads_addresses: frozenset[str]
    reads_literals: frozenset[str]
    yields_to: Mapping[str, str]
    merges_with: tuple[str, ...]
    was: tuple[str, ...]
    as_one: str
    as_one_above: int
    lack: str
    yaml: YamlRule | None

    @classmethod
    def of(cls, rule: type[Rule]) -> Declaration:
        """What a class declares."""
        own: dict[str, Any] = {
            "doc": rule.__doc__ or "",
            "yaml": getattr(rule, "yaml", None),
            "reads_literals": literals_of(rule.reads_patterns),
        }
        return cls(**own, **{name: getattr(rule, name) for name in cls.__struct_fields__ if name not in own})


class PackEntries(msgspec.Struct, frozen=True):
    """The rules of a pack in order, and its files that were left out, with the reason."""

    entries: tuple[Declaration, ...]
    unread: tuple[tuple[str, str], ...]


class LateRule(Rule):
    """A configured rule whose file is read when an article first has something for it."""

    def __init__(self, entry: Declaration, load: Callable[[], type[Rule]], severity: Severity | None) -> None:
        declared = {name: getattr(entry, name) for name in DECLARED}
        options = {} if severity is None else {"severity": severity}
        self.__dict__.update(declared | options, _load=load, _options=options)

    @cached_property
    def rule(self) -> Rule:
        """The rule itself. Raises RuleFileError when its file cannot be read any more."""
        return self.__dict__["_load"]()(**self.__dict__["_options"])  # type: ignore[no-any-return]

    def loaded(self) -> Rule:
        return self.rule

    def check(self, article: Article) -> Iterator[Finding]:
        return self.rule.check(article)

    def options(self) -> dict[str, Any]:
        return self.rule.options()


DECLARED = tuple(name for name in Declaration.__struct_fields__ if name not in ("doc", "yaml"))


class Index:
    """Values kept in files of a folder, each with a key for what it was made from. No folder keeps nothing."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._states: dict[Path, str] = {}

    def state(self, folder: Path) -> str:
        """What changes when a file in a folder of code does; looked at once, before the files are read."""
        if folder not in self._states:
            self._states[folder] = state_of(folder)
        return self._states[folder]

    def code(self, *packs: Path) -> str:
        """What changes when Python, presslint or one of some packs does."""
        from presslint import __version__

        folders = (PACKAGE, *packs)
        return digest(__version__, sys.version, *(f"{folder}\t{self.state(folder)}" for folder in folders))

    def recall(self, name: str, key: str, kind: type[T]) -> T | None:
        """What was kept under a name with this key, or None."""
        if self.folder is None:
            return None
        try:
            head, _, body = self._file(name).read_bytes().partition(b"\n")
            return msgspec.json.decode(body, type=kind) if head == _head(name, key, body) else None
        except (OSError, msgspec.DecodeError):
            return None

    def keep(self, name: str, key: str, value: object) -> None:
        """Keep a value for other runs; where that is not possible, they work it out again."""
        if self.folder is None:
            return
        body = msgspec.json.encode(value)
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            put_in_place(self._file(name), _head(name, key, body) + b"\n" + body)

    def _file(self, name: str) -> Path:
        """One file for a name in each Python and place of presslint, so that two do not take turns."""
        assert self.folder is not None
        return self.folder / f"index-{LAYOUT}-{digest(sys.version, str(PACKAGE), name)}.json"


def _head(name: str, key: str, body: bytes) -> bytes:
    """The first line of a file: what its value holds for, and a sum that tells damage and another's place."""
    return f"{key} {digest(name, key, body)}".encode()


def put_in_place(file: Path, data: bytes) -> None:
    """Write a file that is there in whole or not at all. Raises OSError."""
    part = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        part.write_bytes(data)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def state_of(folder: Path) -> str:
    """What changes when a file in a folder comes, goes or is written to; byte code left aside.

    A file is told by its size, its number in the file system and both of its times: who writes to it can set
    back the one, and not the other.
    """
    return digest("\n".join(sorted(_listed(os.fspath(folder)))))


def _listed(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.name == "__pycache__":
                    continue
                if entry.is_dir(follow_symlinks=False):
                    yield from _listed(entry.path)
                else:
                    found = entry.stat()
                    times = f"{found.st_mtime_ns}\t{found.st_ctime_ns}"
                    yield f"{entry.path}\t{found.st_size}\t{times}\t{found.st_ino}"
    except OSError:
        yield f"{folder}\tunreadable"
