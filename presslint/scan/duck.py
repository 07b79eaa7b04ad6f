"""How DuckDB is asked in this room: connections that keep the order of rows, quoted names, faults in one line."""

from __future__ import annotations

import duckdb


def opened() -> duckdb.DuckDBPyConnection:
    """A connection of its own, which keeps the order of rows and draws nothing."""
    connection = duckdb.connect()
    connection.execute("SET preserve_insertion_order = true; SET enable_progress_bar = false")
    return connection


def text(value: object) -> str:
    """A text as SQL quotes it."""
    return "'" + str(value).replace("'", "''") + "'"


def name(column: str) -> str:
    """A column's name as SQL quotes it."""
    return '"' + column.replace('"', '""') + '"'


def said(error: Exception) -> str:
    """What went wrong, on one line."""
    return str(error).strip().splitlines()[0]
