"""The file under the cache: a table in SQLite, whose every failure reads as an empty one."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

LAYOUT = 5  # of the file; a change makes a new file
KEPT_DAYS = 30  # since an answer was last asked for
AT_ONCE = 900  # keys in a query; older versions of SQLite take 999 values


class Database:
    """The answers in a folder; one that cannot be opened holds none and takes none."""

    def __init__(self, folder: Path) -> None:
        self._db: sqlite3.Connection | None = None
        with suppress(sqlite3.Error, OSError):
            self._db = _connect(folder)

    def read(self, keys: Sequence[str]) -> Iterator[tuple[str, str | bytes, int]]:
        """Key, value and day of last use of each answer that is there and whole."""
        if self._db is None:
            return
        for at in range(0, len(keys), AT_ONCE):
            some = keys[at : at + AT_ONCE]
            query = f"select key, value, sum, day from answers where key in ({','.join('?' * len(some))})"
            with suppress(sqlite3.Error, UnicodeEncodeError):
                for key, value, total, day in self._db.execute(query, some):
                    if isinstance(value, (str, bytes)) and total == _sum(key, value):
                        yield key, value, day

    def write(self, new: Mapping[str, str | bytes], seen: Sequence[str], day: int) -> None:
        """Keep what is new and date what was seen, in one transaction."""
        if self._db is None:
            return
        with suppress(sqlite3.Error, UnicodeEncodeError), self._db:
            self._db.executemany(
                "insert or replace into answers values (?, ?, ?, ?)",
                [(key, text, _sum(key, text), day) for key, text in new.items()],
            )
            self._db.executemany("update answers set day = ? where key = ?", [(day, key) for key in seen])
            self._forget(self._db, day)

    def _forget(self, database: sqlite3.Connection, day: int) -> None:
        """Delete what was not asked for in a month; once a day, as it reads the whole file."""
        if database.execute("pragma user_version").fetchone() != (day,):
            database.execute("delete from answers where day < ?", (day - KEPT_DAYS,))
            database.execute(f"pragma user_version = {day}")

    def close(self) -> None:
        """Let the file go; what is asked from here on is not there."""
        if self._db is not None:
            with suppress(sqlite3.Error):
                self._db.close()
            self._db = None


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
            "(key text primary key, value text, sum integer, day integer) without rowid"
        )
    except sqlite3.Error:
        database.close()
        raise
    return database


def _sum(key: str, value: str | bytes) -> int:
    """Tells a value that was damaged, or that stands under the key of another.

    Who may write the file may write the sum as well. A digest would cost several times as much, on each answer.
    """
    start = zlib.crc32(f"{type(value).__name__} {key} ".encode("utf-8", "surrogatepass"))
    return zlib.crc32(value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass"), start)
