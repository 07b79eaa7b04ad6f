"""How DuckDB is asked in this room: connections that keep the order of rows, quoted names, outputs, faults in one line."""

from __future__ import annotations

import os
from pathlib import Path

import duckdb

# by suffix of an output, how DuckDB writes it; Parquet is written with the schema as it is
WRITERS = {".parquet": "", ".csv": "FORMAT csv, HEADER", ".jsonl": "FORMAT json", ".ndjson": "FORMAT json"}


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


def partial(target: Path) -> Path:
    """Where a table is written before it is whole."""
    return target.with_name(f"{target.name}.partial")


def settle(written: Path, target: Path) -> None:
    """A Parquet file under its own name, in the format that the name says, in one step."""
    how = WRITERS[target.suffix.lower()]
    if how:
        other = written.with_suffix(".other")
        rows = "SELECT * FROM read_parquet($path)"
        opened().execute(f"COPY ({rows}) TO {text(other)} ({how})", {"path": str(written)})
        os.replace(other, written)
    os.replace(written, target)
