"""Answers kept between runs: what a file's content, its rules and presslint's own code gave last time.

A key holds everything that an answer depends on: content, name, config, the code of presslint and of
every pack, the Python version and the day. Nothing is unpickled; a value that is damaged is a miss.
The cache lies in the user's own cache folder, not in the tree: a change cannot bring its own answers.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from presslint.model.digest import digest

LAYOUT = 2  # of the file; a change makes a new file
KEPT_DAYS = 30  # since an answer was last asked for
DAY = 86_400  # seconds
ONE = "select value, sum, day from answers where key = ?"


if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol, TypeVar

    T = TypeVar("T")

    class Store(Protocol):
        """What keeps values for other runs: this cache, or the bundle of byte code."""

        @property
        def is_on(self) -> bool:
            """Whether anything is kept."""

        def get(self, key: str) -> Any:
            """The value that `put` kept under a key, or None."""

        def put(self, key: str, value: Any) -> None:
            """Keep a value of JSON."""

        def get_bytes(self, key: str) -> bytes | None:
            """What `put_bytes` kept under a key, or None."""

        def put_bytes(self, key: str, value: bytes) -> None:
            """Keep what is its own text: no value of JSON."""


class Stores:
    """Several as one: the first that knows a key answers and those before it learn it; all keep a value."""

    def __init__(self, *stores: Store | None) -> None:
        self._stores = [store for store in stores if store is not None and store.is_on]

    @property
    def is_on(self) -> bool:
        return bool(self._stores)

    def _find(self, get: Callable[[Store], T | None], teach: Callable[[Store, T], None]) -> T | None:
        for number, store in enumerate(self._stores):
            found = get(store)
            if found is not None:
                for before in self._stores[:number]:
                    teach(before, found)
                return found
        return None

    def get(self, key: str) -> Any:
        return self._find(lambda store: store.get(key), lambda store, value: store.put(key, value))

    def put(self, key: str, value: Any) -> None:
        for store in self._stores:
            store.put(key, value)

    def get_bytes(self, key: str) -> bytes | None:
        return self._find(
            lambda store: store.get_bytes(key), lambda store, value: store.put_bytes(key, value)
        )

    def put_bytes(self, key: str, value: bytes) -> None:
        for store in self._stores:
            store.put_bytes(key, value)


class Cache:
    """A table of values by key. Every failure of the file under it reads as an empty cache."""

    def __init__(self, folder: Path | None, now: float = 0.0) -> None:
        """`folder` None keeps nothing; `now` (seconds since 1970) dates the entries that are used."""
        self._folder = folder
        self._day = int(now // DAY)
        self._new: dict[str, str | bytes] = {}
        self._seen: list[str] = []
        self._db: sqlite3.Connection | None = None
        self._opened = folder is None

    @property
    def is_on(self) -> bool:
        return self._folder is not None

    def _open(self) -> sqlite3.Connection | None:
        if not self._opened and self._folder is not None:
            self._opened = True
            try:
                self._db = _connect(self._folder)
            except (sqlite3.Error, OSError):
                self._db = None
        return self._db

    def switch_off(self) -> None:
        """Keep nothing from here on."""
        self.close()
        self._folder = None

    def get(self, key: str) -> Any:
        """The value that `put` kept under a key, or None."""
        text = self._kept(key)
        try:
            return json.loads(text) if isinstance(text, str) else None
        except (ValueError, RecursionError):
            return None

    def get_bytes(self, key: str) -> bytes | None:
        """What `put_bytes` kept under a key, or None."""
        data = self._kept(key)
        return data if isinstance(data, bytes) else None

    def _kept(self, key: str) -> str | bytes | None:
        if key in self._new:
            return self._new[key]
        database = self._open() if self._folder is not None else None
        if database is None:
            return None
        try:
            row = database.execute(ONE, (key,)).fetchone()
        except sqlite3.Error:
            return None
        if row is None or not isinstance(row[0], (str, bytes)) or row[1] != _sum(row[0]):
            return None
        value: str | bytes = row[0]
        if row[2] != self._day:
            self._seen.append(key)
        return value

    def put(self, key: str, value: Any) -> None:
        """Keep a value of JSON; written by `close`."""
        if self._folder is not None:
            self._new[key] = json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def put_bytes(self, key: str, value: bytes) -> None:
        """Keep what is its own text: no value of JSON."""
        if self._folder is not None:
            self._new[key] = value

    def close(self) -> None:
        """Write what is new, in one transaction; a cache that cannot be written is left alone."""
        if (self._new or self._seen) and self._folder is not None:
            database = self._open()
            if database is not None:
                with suppress(sqlite3.Error, UnicodeEncodeError), database:
                    database.executemany(
                        "insert or replace into answers values (?, ?, ?, ?)",
                        [(key, text, _sum(text), self._day) for key, text in self._new.items()],
                    )
                    database.executemany(
                        "update answers set day = ? where key = ?", [(self._day, key) for key in self._seen]
                    )
                    self._forget(database)
            self._new.clear()
            self._seen.clear()
        if self._db is not None:
            with suppress(sqlite3.Error):
                self._db.close()
            self._db, self._opened = None, True

    def _forget(self, database: sqlite3.Connection) -> None:
        """Delete what was not asked for in a month; once a day, as it reads the whole file."""
        if database.execute("pragma user_version").fetchone() != (self._day,):
            database.execute("delete from answers where day < ?", (self._day - KEPT_DAYS,))
            database.execute(f"pragma user_version = {self._day}")


def _connect(folder: Path) -> sqlite3.Connection:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"answers-{LAYOUT}.sqlite"
    try:
        return _prepared(file)
    except sqlite3.DatabaseError:
        # not a database any more: begin anew
        for suffix in ("", "-wal", "-shm", "-journal"):
            Path(f"{file}{suffix}").unlink(missing_ok=True)
        return _prepared(file)


def _prepared(file: Path) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=5)
    try:
        # what the system loses when it goes down is a cache; a run that is killed loses nothing
        database.execute("pragma journal_mode = truncate")
        database.execute("pragma synchronous = off")
        database.execute(
            "create table if not exists answers "
            "(key text primary key, value text, sum text, day integer) without rowid"
        )
    except sqlite3.Error:
        database.close()
        raise
    return database


def _sum(value: str | bytes) -> str:
    return digest(value, size=8)
