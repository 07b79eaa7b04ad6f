"""Answers kept between runs: what a file's content, its rules and presslint's own code gave last time.

A key holds everything that an answer depends on: content, name, config, the code of presslint and of
every pack, the Python version and the day. Nothing is unpickled; a value that is damaged is a miss.
The cache lies in the user's own cache folder, not in the tree: a change cannot bring its own answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import DecodeError
from msgspec.json import decode, encode

if TYPE_CHECKING:
    from presslint.packs.database import Database

DAY = 86_400  # seconds


class Cache:
    """A table of values by key. Every failure of the file under it reads as an empty cache."""

    def __init__(self, folder: Path | None, now: float = 0.0) -> None:
        """`folder` None keeps nothing; `now` (seconds since 1970) dates the entries that are used."""
        self._folder = folder
        self._day = int(now // DAY)
        self._new: dict[str, str | bytes] = {}
        self._fetched: dict[str, str | bytes | None] = {}
        self._seen: list[str] = []
        self._file: Database | None = None

    @property
    def is_on(self) -> bool:
        return self._folder is not None

    @property
    def _database(self) -> Database | None:
        """The file, opened when it is first asked for: a run without a cache does not load SQLite."""
        if self._file is None and self._folder is not None:
            from presslint.packs.database import Database

            self._file = Database(self._folder)
        return self._file

    def switch_off(self) -> None:
        """Keep nothing from here on."""
        self.close()
        self._folder = None

    def fetch(self, keys: Sequence[str]) -> None:
        """Read the values of many keys, which `get` and `get_bytes` then have; those fetched before go."""
        self._fetched = dict.fromkeys(keys)
        database = self._database if keys else None
        if database is None:
            return
        for key, value, day in database.read(keys):
            self._fetched[key] = value
            if day != self._day:
                self._seen.append(key)

    def get(self, key: str) -> Any:
        """The value that `put` kept under a key, or None."""
        text = self._kept(key)
        try:
            return decode(text) if isinstance(text, str) else None
        except (DecodeError, RecursionError):
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
            self._new[key] = encode(value).decode()

    def put_bytes(self, key: str, value: bytes) -> None:
        """Keep what is its own text: no value of JSON."""
        if self._folder is not None:
            self._new[key] = value

    def close(self) -> None:
        """Write what is new, in one transaction; a cache that cannot be written is left alone."""
        if self._new or self._seen:
            database = self._database
            if database is not None:
                database.write(self._new, self._seen, self._day)
            self._new.clear()
            self._seen.clear()
        self._fetched.clear()
        if self._file is not None:
            self._file.close()
