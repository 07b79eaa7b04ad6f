"""Tables on disk as batches of the columns that are wanted: Parquet, JSON Lines, JSON, CSV, read by DuckDB."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]

from presslint.model.errors import FileError
from presslint.scan import duck
from presslint.scan.columns import Columns

# by suffix, the function of DuckDB that reads a file, and what it is told
READERS = {
    ".parquet": "read_parquet(?)",
    ".jsonl": "read_json(?, format = 'newline_delimited', columns = {columns})",
    ".ndjson": "read_json(?, format = 'newline_delimited', columns = {columns})",
    ".json": "read_json(?, format = 'array', columns = {columns})",
    ".csv": "read_csv(?, all_varchar = true, header = true)",
    ".tsv": "read_csv(?, all_varchar = true, header = true)",
}
LISTED = ("tags", "byline")  # fields that may be lists in JSON


class TableError(FileError):
    """A table that cannot be read."""


def tables(inputs: list[Path]) -> list[Path]:
    """The files of inputs, those of a folder in the order of their names. Raises TableError."""
    found: list[Path] = []
    for path in inputs:
        if path.is_dir():
            inside = sorted(each for each in path.rglob("*") if each.suffix.lower() in READERS)
            if not inside:
                raise TableError(path, f"no tables in this folder; presslint scans {', '.join(READERS)}")
            found += inside
        elif not path.is_file():
            raise TableError(path, "no such file or folder")
        elif path.suffix.lower() not in READERS:
            raise TableError(
                path, f"no table that presslint scans ({', '.join(READERS)}); for articles as files use check"
            )
        else:
            found.append(path)
    return found


class Table:
    """One file, open in a connection of its own. Raises TableError, ColumnsError."""

    def __init__(self, path: Path, columns: Columns) -> None:
        self.path, self.columns = path, columns
        self.connection = duck.opened()
        self.is_json = path.suffix.lower() in (".json", ".jsonl", ".ndjson")
        names = columns.wanted()
        typed = ", ".join(f"{duck.text(name)}: 'JSON'" for name in names)
        self.source = READERS[path.suffix.lower()].format(columns="{" + typed + "}")
        if not self.is_json:
            columns.check([row[0] for row in self._ask(f"DESCRIBE SELECT * FROM {self.source}").fetchall()])

    def rows(self) -> int:
        """How many there are."""
        return sum(row[0] for row in self._ask(f"SELECT count(*) FROM {self.source}").fetchall())

    def batches(self, size: int) -> Iterator[pa.RecordBatch]:
        """The rows in their order, `size` to a batch but the last; memory does not grow with the file."""
        names = self.columns.wanted()
        chosen = ", ".join(self._json(name) if self.is_json else duck.name(name) for name in names)
        try:
            query = f"SELECT {chosen} FROM {self.source}"
            reader = self.connection.cursor().sql(query, params=[str(self.path)]).to_arrow_reader(size)
            yield from _evened(reader, size)
        except (duckdb.Error, pa.ArrowException) as error:
            raise self._fault(error) from None

    def _json(self, name: str) -> str:
        """A value of JSON as a text, or as a list of texts where the field may be one."""
        column = duck.name(name)
        listed = {self.columns.by_field().get(field) for field in LISTED} if self.columns.body else set()
        if name not in listed:
            return f"{column} ->> '$' AS {column}"
        return (
            f"CASE WHEN json_type({column}) = 'ARRAY' THEN list_transform({column}::JSON[], lambda x: "
            f"coalesce(x ->> '$.name', x ->> '$')) ELSE [{column} ->> '$'] END AS {column}"
        )

    def _ask(self, query: str) -> duckdb.DuckDBPyConnection:
        try:
            return self.connection.execute(query, [str(self.path)])
        except duckdb.Error as error:
            raise self._fault(error) from None

    def _fault(self, error: Exception) -> TableError:
        return TableError(self.path, f"cannot be read as a table: {duck.said(error)}")


def _evened(reader: pa.RecordBatchReader, size: int) -> Iterator[pa.RecordBatch]:
    """Batches of the same size, whatever the reader hands over: the number of a batch is what a scan goes on by."""
    waiting: list[pa.RecordBatch] = []
    count = 0
    for batch in reader:
        while batch.num_rows:
            part = batch.slice(0, size - count)
            batch = batch.slice(part.num_rows)
            waiting.append(part)
            count += part.num_rows
            if count == size:
                yield _one(waiting)
                waiting, count = [], 0
    if waiting:
        yield _one(waiting)


def _one(parts: list[pa.RecordBatch]) -> pa.RecordBatch:
    merged: Any = pa.Table.from_batches(parts).combine_chunks().to_batches()
    return merged[0]
