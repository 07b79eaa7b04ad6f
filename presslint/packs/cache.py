"""Answers kept between runs: what a file's content, its rules and presslint's own code gave last time.

A key holds everything that an answer depends on: content, name, config, the code of presslint and of
every pack, the Python version and the day. Nothing is unpickled; a value that is damaged is a miss.
The cache lies in the user's own cache folder, not in the tree: a change cannot bring its own answers.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from presslint.model.digest import digest

LAYOUT = 3  # of the file; a change makes a new file
KEPT_DAYS = 30  # since an answer was last asked for
DAY = 86_400  # seconds
AT_ONCE = 900  # keys in a query; older versions of SQLite take 999 values


class Cache:
    """A table of values by key. Every failure of the file under it reads as an empty cache."""

    def __init__(self, folder: Path | None, now: float = 0.0) -> None:
        """`folder` None keeps nothing; `now` (seconds since 1970) dates the entries that are used."""
        self._folder = folder
        self._day = int(now // DAY)
        self._new: dict[str, str | bytes] = {}
        self._fetched: dict[str, str | bytes | None] = {}
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

    def fetch(self, keys: Sequence[str]) -> None:
        """Read the values of many keys, which `get` and `get_bytes` then have; those fetched before go."""
        self._fetched = dict.fromkeys(keys)
        database = self._open() if keys and self._folder is not None else None
        if database is None:
            return
        for at in range(0, len(keys), AT_ONCE):
            some = keys[at : at + AT_ONCE]
            query = f"select key, value, sum, day from answers where key in ({','.join('?' * len(some))})"
            with suppress(sqlite3.Error, UnicodeEncodeError):
                for key, value, total, day in database.execute(query, some):
                    if isinstance(value, (str, bytes)) and total == _sum(value):
                        self._fetched[key] = value
                        if day != self._day:
                            self._seen.append(key)

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
        if key not in self._fetched:
            self.fetch([key])
        return self._fetched.get(key)

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
        self._fetched.clear()
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
