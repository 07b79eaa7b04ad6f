"""The table of answers by itself: what is put in comes out, a month later it is gone, and damage is a miss."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from presslint.packs import database as caching
from presslint.packs.cache import DAY, Cache
from presslint.packs.database import AT_ONCE, KEPT_DAYS

START = 20_000 * DAY


def kept(folder: Path, **values: object) -> None:
    """A run that keeps values."""
    cache = Cache(folder, START)
    for key, value in values.items():
        if isinstance(value, bytes):
            cache.put_bytes(key, value)
        else:
            cache.put(key, value)
    cache.close()


def rows(folder: Path) -> dict[str, int]:
    """The keys in the file with the day on which each was last used."""
    (file,) = folder.glob("*.sqlite")
    database = sqlite3.connect(file)
    found = dict(database.execute("select key, day from answers"))
    database.close()
    return found


def alter(folder: Path, statement: str, *values: object) -> None:
    (file,) = folder.glob("*.sqlite")
    with sqlite3.connect(file) as database:
        database.execute(statement, values)
    database.close()


@pytest.mark.parametrize("value", [[1, "é", None, {"a": 1.5}], "text", 0, False, []])
def test_a_value_comes_back_as_it_was_in_this_run_and_the_next(value: object, tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("a", value)
    assert cache.get("a") == value
    cache.close()
    assert Cache(tmp_path).get("a") == value


def test_bytes_come_back_as_they_were_and_are_no_value() -> None:
    cache = Cache(Path("unused"))
    cache.put_bytes("a", b"[1]")
    cache.put("b", "[1]")
    assert (cache.get_bytes("a"), cache.get("a")) == (b"[1]", None)
    assert (cache.get_bytes("b"), cache.get("b")) == (None, "[1]")


def test_bytes_stay_bytes_in_the_file(tmp_path: Path) -> None:
    kept(tmp_path, a=b"\xff\x00", b="text")
    cache = Cache(tmp_path, START)
    assert cache.get_bytes("a") == b"\xff\x00"
    assert cache.get_bytes("b") is None
    assert cache.get("a") is None


def test_a_later_value_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    kept(tmp_path, a=1)
    kept(tmp_path, a=2)
    assert Cache(tmp_path).get("a") == 2


def test_what_was_not_put_is_none(tmp_path: Path) -> None:
    kept(tmp_path, a=1)
    cache = Cache(tmp_path)
    assert (cache.get("b"), cache.get_bytes("b")) == (None, None)


def test_a_cache_without_a_folder_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    cache = Cache(None)
    assert not cache.is_on
    cache.put("a", 1)
    cache.put_bytes("b", b"1")
    cache.fetch(["a"])
    assert (cache.get("a"), cache.get_bytes("b")) == (None, None)
    cache.close()
    assert not list(tmp_path.iterdir())


def test_a_cache_that_is_switched_off_writes_what_it_has_and_no_more(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assert cache.is_on
    cache.put("a", 1)
    cache.switch_off()
    assert not cache.is_on
    cache.put("b", 2)
    cache.put_bytes("c", b"3")
    assert (cache.get("a"), cache.get("b"), cache.get_bytes("c")) == (None, None, None)
    cache.close()
    assert rows(tmp_path).keys() == {"a"}


def test_nothing_is_written_before_the_end_and_nothing_without_need(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    cache = Cache(folder)
    cache.fetch([])
    cache.close()
    assert not folder.exists(), "a run that asks nothing makes no file"
    kept(folder, a=1)
    (file,) = folder.glob("*.sqlite")
    before = file.stat().st_mtime_ns, file.read_bytes()
    cache = Cache(folder, START)
    cache.put("b", 1)
    assert cache.get("a") == 1
    assert (file.stat().st_mtime_ns, file.read_bytes()) == before
    del cache
    same = Cache(folder, START)
    assert same.get("a") == 1
    same.close()
    assert (file.stat().st_mtime_ns, file.read_bytes()) == before, "what was used today is dated already"


def test_a_cache_that_was_closed_can_be_used_no_more_and_does_no_harm(tmp_path: Path) -> None:
    kept(tmp_path, a=1)
    cache = Cache(tmp_path, START)
    assert cache.get("a") == 1
    cache.close()
    assert cache.get("a") is None
    cache.close()
    assert rows(tmp_path).keys() == {"a"}


@pytest.mark.parametrize("count", [1, AT_ONCE, AT_ONCE + 1, 2 * AT_ONCE + 1])
def test_many_keys_are_read_at_once(count: int, tmp_path: Path) -> None:
    keys = [f"k{number}" for number in range(count)]
    kept(tmp_path, **dict.fromkeys(keys, 7))
    cache = Cache(tmp_path, START)
    cache.fetch([*keys, "none"])
    alter(tmp_path, "delete from answers")
    assert {cache.get(key) for key in keys} == {7}, "no key is asked for again"
    assert cache.get("none") is None


def test_no_query_holds_more_keys_than_an_old_sqlite_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = [f"k{number}" for number in range(2_500)]
    kept(tmp_path, **dict.fromkeys(keys, 7))
    connect = sqlite3.connect

    def old(*place: Path, timeout: float) -> sqlite3.Connection:
        database = connect(*place, timeout=timeout)
        database.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 999)
        return database

    monkeypatch.setattr(caching.sqlite3, "connect", old)
    cache = Cache(tmp_path, START)
    cache.fetch(keys)
    monkeypatch.undo()
    alter(tmp_path, "delete from answers")
    assert {cache.get(key) for key in keys} == {7}


def test_keys_that_were_fetched_before_go(tmp_path: Path) -> None:
    """A run over many files does not hold the answers of all of them."""
    kept(tmp_path, a=1, b=2)
    cache = Cache(tmp_path, START)
    cache.fetch(["a"])
    cache.fetch(["b"])
    alter(tmp_path, "delete from answers")
    assert (cache.get("b"), cache.get("a")) == (2, None)


# -- days ----------------------------------------------------------------------------------------------------


def run_on(folder: Path, day: float, *used: str) -> None:
    """A run on a day after the start that uses some keys and keeps one of its own."""
    cache = Cache(folder, START + day * DAY)
    cache.fetch(used)
    cache.put(f"of day {day}", 1)
    cache.close()


def test_what_was_not_used_in_a_month_is_gone(tmp_path: Path) -> None:
    kept(tmp_path, used=1, unused=1)
    run_on(tmp_path, 10, "used")
    assert rows(tmp_path)["used"] == START // DAY + 10
    run_on(tmp_path, KEPT_DAYS)
    assert "unused" in rows(tmp_path), "on its last day it is there"
    run_on(tmp_path, KEPT_DAYS + 1)
    assert "unused" not in rows(tmp_path)
    assert {"used", "of day 10"} <= rows(tmp_path).keys()
    run_on(tmp_path, KEPT_DAYS + 11)
    assert "used" not in rows(tmp_path)


def test_a_run_that_only_reads_dates_what_it_used(tmp_path: Path) -> None:
    kept(tmp_path, a=1, b=1)
    cache = Cache(tmp_path, START + 3 * DAY)
    assert cache.get("a") == 1
    cache.close()
    assert rows(tmp_path) == {"a": START // DAY + 3, "b": START // DAY}


def test_a_month_is_thirty_days_and_a_day_has_its_seconds(tmp_path: Path) -> None:
    kept(tmp_path, a=1)
    run_on(tmp_path, 30)
    assert "a" in rows(tmp_path)
    run_on(tmp_path, 31)
    assert "a" not in rows(tmp_path)
    run_on(tmp_path, 31 + 86_399 / 86_400)
    assert set(rows(tmp_path).values()) == {START // 86_400 + 30, START // 86_400 + 31}


def test_old_answers_are_looked_for_once_a_day(tmp_path: Path) -> None:
    """It reads the whole file."""
    run_on(tmp_path, 100)
    alter(tmp_path, "insert into answers values ('old', '1', 'x', 1)")
    run_on(tmp_path, 100)
    assert "old" in rows(tmp_path)
    run_on(tmp_path, 101)
    assert "old" not in rows(tmp_path)


# -- damage ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "value"),
    [("value", "[2]"), ("value", 7), ("value", None), ("value", b"[1]"), ("sum", "x"), ("sum", None)],
)
def test_a_row_that_was_altered_is_a_miss(column: str, value: object, tmp_path: Path) -> None:
    kept(tmp_path, a=[1])
    alter(tmp_path, f"update answers set {column} = ?", value)
    assert Cache(tmp_path).get("a") is None


def test_a_text_that_is_no_json_is_a_miss(tmp_path: Path) -> None:
    kept(tmp_path, a=[1])
    for text in ("{", "[" * 100_000):
        alter(tmp_path, "update answers set value = ?, sum = ?", text, caching._sum("a", text))
        assert Cache(tmp_path).get("a") is None


@pytest.mark.parametrize("content", [b"no database" * 100, b"SQLite format 3\x00" + b"\xff" * 4000])
def test_a_file_that_is_no_database_is_made_anew(content: bytes, tmp_path: Path) -> None:
    kept(tmp_path, a=1)
    (file,) = tmp_path.glob("*.sqlite")
    file.write_bytes(content)
    for extra in ("-wal", "-shm", "-journal"):
        Path(f"{file}{extra}").write_bytes(b"of the one before")
    cache = Cache(tmp_path, START)
    assert cache.get("a") is None
    cache.put("b", 2)
    cache.close()
    assert Cache(tmp_path).get("b") == 2
    assert not [path for path in tmp_path.iterdir() if path.read_bytes() == b"of the one before"]


def test_a_place_where_no_file_can_be_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    cache = Cache(tmp_path / "file" / "below")
    cache.put("a", 1)
    assert cache.get("a") == 1, "in this run"
    cache.close()
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_a_key_that_is_no_unicode_is_a_miss(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("caf\udcff", 1)
    cache.close()
    cache = Cache(tmp_path)
    cache.fetch(["caf\udcff"])
    assert cache.get("caf\udcff") is None
    cache.close()


def test_a_layout_of_another_version_is_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path, a=1)
    monkeypatch.setattr(caching, "LAYOUT", caching.LAYOUT + 1)
    assert Cache(tmp_path).get("a") is None
    assert len(list(tmp_path.glob("*.sqlite"))) == 2


def test_text_is_kept_as_it_is_written(tmp_path: Path) -> None:
    """No spaces and no escapes: it is the larger part of the file."""
    kept(tmp_path, a={"b": ["é", 1]})
    (file,) = tmp_path.glob("*.sqlite")
    database = sqlite3.connect(file)
    assert list(database.execute("select value from answers")) == [('{"b":["é",1]}',)]
    database.close()
    assert json.loads('{"b":["é",1]}') == Cache(tmp_path).get("a")
