"""The byte code of presslint in one file: a run opens that, and not a hundred and sixty.

Python keeps byte code in a file for each module; to find, open and read them all takes a short run more
time than reading the article. So a run that took modules from those files puts them together at its end,
in one file beside that of the package, with what else follows from the code alone: its patterns, compiled,
and what its rules declare. It is byte code in Python's own place: it belongs to whoever the code belongs
to, and is not written where the code cannot be. It holds for exactly the files that it was made from, by
their sizes and times.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash

from presslint.model.digest import digest
from presslint.warm import put_in_place, state_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from io import FileIO
    from types import CodeType, ModuleType
    from typing import Any, TypeVar

    T = TypeVar("T")

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HEADER = 16  # bytes of a file of byte code before the code: magic number, flags, time and size of the source
SUM = 8  # bytes of `source_hash`
ENOUGH = 16  # patterns that are worth writing everything anew; a module or a table is, if it is but one

# file of code, or key of what else is kept -> where its piece begins, its size and its sum
Kept = dict[str, tuple[int, int, bytes]]


def rules_folder() -> str:
    """The rules that presslint ships: inside the package in a wheel, beside it in a checkout."""
    inside = os.path.join(PACKAGE, "rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(PACKAGE), "rules")


class Bundle:
    """What is kept for the code as it is now, and the finder that takes modules of presslint from it."""

    def __init__(self) -> None:
        self.states = {place: state_of(place) for place in (f"{PACKAGE}/", f"{rules_folder()}/")}
        """The folders of code, each with what changes when one of its files does."""
        self.file = cache_from_source(os.path.join(PACKAGE, "bundle-of-all.py"))
        self.kept: Kept = {}
        self.new: dict[str, bytes] = {}
        self.start = 0
        self.has_table = False
        self.is_on = True
        self.is_open = True
        """Whether more is taken: not from a run with rules of others, whose patterns are not ours to keep."""
        self.stream: FileIO | None = None
        with suppress(OSError, ValueError, EOFError, TypeError):
            self.stream = open(self.file, "rb", buffering=0)  # noqa: SIM115
            total, size = self.stream.read(SUM), int.from_bytes(self.stream.read(4), "little")
            index = self.stream.read(size)
            if source_hash(index) == total:
                state, kept = marshal.loads(index)
                if state == self.state:
                    self.kept, self.start = kept, self.stream.tell()

    @property
    def state(self) -> str:
        """What the bundle holds for."""
        return digest(sys.version, MAGIC_NUMBER, *map("\t".join, self.states.items()))

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """As Python asks finders for modules."""
        if not name.startswith("presslint."):
            return None
        stem = f"{PACKAGE}{os.sep}{name[10:].replace('.', os.sep)}"
        if (file := f"{stem}.py") in self.kept:
            return spec_of(name, file)[0]
        if (file := f"{stem}{os.sep}__init__.py") in self.kept:
            spec, _ = spec_of(name, file)
            spec.submodule_search_locations = [stem]
            return spec
        return None

    def code(self, file: str) -> CodeType | None:
        """The code of a file, if it is kept and whole."""
        data = self.data(file) if file in self.kept else b""
        return marshal.loads(data) if data else None

    def data(self, file: str) -> bytes:
        """What is kept for a file; empty where it is damaged."""
        assert self.stream is not None, "something is kept"
        begin, size, total = self.kept[file]
        if hasattr(os, "pread"):  # forked processes share one place in the file
            data = os.pread(self.stream.fileno(), size, self.start + begin)
        else:
            self.stream.seek(self.start + begin)
            data = self.stream.read(size)
        return data if source_hash(data) == total else b""

    def get_bytes(self, key: str) -> bytes | None:
        """What `put_bytes` kept under a key, or None."""
        return (self.data(key) if key in self.kept else None) or self.new.get(key)

    def put_bytes(self, key: str, value: bytes) -> None:
        """Keep what follows from the code alone; written by `keep`, when there is enough of it."""
        if self.is_open:
            self.new[key] = value

    def get(self, key: str) -> Any:
        """The value that `put` kept under a key, or None."""
        data = self.get_bytes(key)
        return marshal.loads(data) if data else None

    def put(self, key: str, value: Any) -> None:
        """Keep a value of JSON."""
        import json

        self.put_bytes(key, marshal.dumps(json.loads(json.dumps(value))))
        self.has_table = self.is_open

    def keep(self) -> None:
        """Put together what there is and what this run took from elsewhere, for the next one."""
        new = {file: data for file in sorted(_files(self.states) - self.kept.keys()) if (data := _data(file))}
        if not new and not self.has_table and len(self.new) < ENOUGH:
            return
        if any(state != state_of(place) for place, state in self.states.items()):
            return  # code that changed while it was read
        new |= self.new
        whole = {file: data for file in self.kept if (data := self.data(file))} | new
        kept: Kept = {}
        at = 0
        for file, data in whole.items():
            kept[file] = at, len(data), source_hash(data)
            at += len(data)
        index = marshal.dumps((self.state, kept))
        self.kept = {}
        if self.stream is not None:
            self.stream.close()  # or Windows would not let it be replaced
        head = source_hash(index), len(index).to_bytes(4, "little"), index
        with suppress(OSError):
            put_in_place(self.file, (*head, *whole.values()))


class Loader(SourceFileLoader):
    """Python's loader of a file, with the code from the bundle where it is kept."""

    def get_code(self, fullname: str) -> CodeType | None:
        return (used.code(self.path) if used is not None else None) or super().get_code(fullname)


def spec_of(name: str, file: str) -> tuple[ModuleSpec, Loader]:
    """What Python wants to know to make a module of a file."""
    loader = Loader(name, file)
    spec = ModuleSpec(name, loader, origin=file)
    spec.has_location = True
    if used is not None and file in used.kept:
        spec.cached = used.file
    return spec, loader


used: Bundle | None = None


def use() -> None:
    """Take modules from the bundle from here on."""
    global used
    if used is not None:
        sys.meta_path.remove(used)
    used = Bundle()
    sys.meta_path.insert(0, used)


def keep() -> None:
    """Keep the modules of this run for the next one, where it may and can."""
    if used is not None and not sys.dont_write_bytecode and os.access(os.path.dirname(used.file), os.W_OK):
        used.keep()


def derived(key: str, make: Callable[[], T]) -> T:
    """What `make` works out from the code alone, taken from the run that did so first.

    It is a value of JSON, and the same in every run; a row of values comes back as a list.
    """
    found: T | None = used.get(key) if used is not None else None
    if found is None:
        found = make()
        if used is not None:
            used.put(key, found)
    return found


def state_when_begun(place: str) -> str:
    """The state of a folder of code, as this run began."""
    known = used.states.get(place) if used is not None else None
    return known or state_of(place)


def _files(folders: Iterable[str]) -> set[str]:
    """The files of code in some folders that were read."""
    inside, read = tuple(folders), set()
    for name, module in sys.modules.copy().items():
        if name.startswith("presslint"):
            spec = getattr(module, "__spec__", None)
            file = spec.origin if spec is not None and spec.has_location else None
            if file and file.startswith(inside):
                read.add(file)
    return read


def _data(file: str) -> bytes:
    """The byte code that Python keeps for a file; empty where there is none, or none that fits by time."""
    try:
        with open(cache_from_source(file), "rb") as stream:
            data = stream.read()
        found = os.stat(file)
    except OSError:
        return b""
    stamp = [
        MAGIC_NUMBER,
        *(n.to_bytes(4, "little") for n in (0, int(found.st_mtime) & 0xFFFFFFFF, found.st_size)),
    ]
    return data[HEADER:] if data[:HEADER] == b"".join(stamp) else b""
