"""What a change would do to an archive: two tables of findings compared, and a sample drawn by lot to read.

The tables are those of `presslint scan`, of two configs, two packs or two versions; what they have of an article
(section, year, authors, words) comes from its digests.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
from msgspec import Struct
from msgspec.structs import asdict, replace

from presslint.model.errors import FileError
from presslint.scan import duck
from presslint.scan.joined import check_digests

READ = {
    ".parquet": "read_parquet('{path}')",
    ".csv": "read_csv('{path}', all_varchar = true)",
    ".jsonl": "read_json('{path}', format = 'newline_delimited')",
    ".ndjson": "read_json('{path}', format = 'newline_delimited')",
}
NEEDED = ("id", "article", "kind", "rule", "severity", "message", "line", "text", "context", "fingerprint")
# what findings are counted by beside their rule; an article may have several names of a kind
BY = {
    "section": "section",
    "year": "left(published, 4)",
    "month": "left(published, 7)",
    "author": "unnest(names)",
}
WRITTEN = (".parquet", ".csv")  # what programs that draw charts open


class ImpactError(FileError):
    """A table of findings that cannot be compared."""


class Row(Struct, frozen=True):
    """The findings under one name, before and after, and how many articles have them after.

    `words` are those of all articles under the name, with findings or without; 0 where no digests tell.
    """

    name: str
    before: int
    after: int
    new: int
    gone: int
    articles: int
    words: int = 0

    def rate(self, findings: int) -> float | None:
        """So many findings per 1,000 words; None where the words are not known."""
        return 1000 * findings / self.words if self.words else None


COUNTS = pa.schema(
    [(name, pa.string() if name in ("by", "name") else pa.int64()) for name in ("by", *Row.__struct_fields__)]
)


class Impact(Struct, frozen=True):
    """What changed. `articles` is how many there are, None where nobody knows."""

    articles: int | None
    total: Row
    by: Mapping[str, Sequence[Row]]
    sample: Sequence[Mapping[str, Any]]


def compared(
    before: Path | None, after: Path, *, digests: Path | None = None, sample: int = 20, seed: int = 1
) -> Impact:
    """What the findings of `after` have that those of `before` have not, and the other way about.

    A finding is the same where article, rule and fingerprint are. The sample is of new findings; the same seed
    draws the same ones. Raises ImpactError.
    """
    connection = duck.opened()
    for name, path in (("earlier", before), ("later", after)):
        _load(connection, name, path)
    connection.execute(
        "CREATE TEMP TABLE changed AS SELECT coalesce(a.id, b.id) AS id, coalesce(a.article, b.article) AS article, "
        "coalesce(a.rule, b.rule) AS rule, coalesce(a.fingerprint, b.fingerprint) AS fingerprint, "
        "b.id IS NOT NULL AS was, a.id IS NOT NULL AS is_there FROM later a FULL OUTER JOIN earlier b "
        "ON a.id = b.id AND a.article = b.article AND a.rule = b.rule AND a.fingerprint = b.fingerprint"
    )
    count, words = None, 0
    by = {"rule": _rows(connection, "SELECT *, rule AS name FROM changed")}
    if digests is not None:
        check_digests(digests)
        connection.execute(
            "CREATE TEMP TABLE known AS SELECT id, article, section, published, words, "
            f"list_distinct([each.text FOR each IN authors]) AS names FROM {_source(digests)}"
        )
        ((count, words),) = connection.execute(
            "SELECT count(*), coalesce(sum(words), 0) FROM known"
        ).fetchall()
        by["rule"] = [replace(row, words=int(words)) for row in by["rule"]]
        by |= {kind: _by(connection, name) for kind, name in BY.items()}
    (total,) = _rows(connection, "SELECT *, '' AS name FROM changed") or [Row("", 0, 0, 0, 0, 0)]
    return Impact(count, replace(total, words=int(words)), by, _sample(connection, sample, seed))


def check_counts(path: Path) -> None:
    """Raise ImpactError for a file that counts cannot be written to."""
    if path.suffix.lower() not in WRITTEN:
        raise ImpactError(path, f"no table of counts; its name ends in {' or '.join(WRITTEN)}")
    if not path.parent.is_dir():
        raise ImpactError(path, "its folder is not there; make it first")


def write_counts(impact: Impact, path: Path) -> None:
    """Every count as a table, for charts: a row for each name, `by` its kind. Raises ImpactError."""
    check_counts(path)
    rows = [{"by": kind, **asdict(row)} for kind, rows in impact.by.items() for row in rows]
    partial = duck.partial(path)
    try:
        pq.write_table(pa.Table.from_pylist(rows, schema=COUNTS), partial)
        duck.settle(partial, path)
    except (OSError, duckdb.Error) as error:
        raise ImpactError(path, f"cannot be written: {duck.said(error)}") from None


def _load(connection: duckdb.DuckDBPyConnection, name: str, path: Path | None) -> None:
    columns = ", ".join(f"{column}::TEXT AS {column}" for column in NEEDED)
    blank = ", ".join(f"''::TEXT AS {column}" for column in NEEDED)
    try:
        source = f"SELECT {columns} FROM {_source(path)}" if path is not None else f"SELECT {blank} LIMIT 0"
        connection.execute(f"CREATE TEMP TABLE {name} AS SELECT * FROM ({source}) WHERE kind = 'finding'")
        # DuckDB reads an empty cell of CSV as nothing
        connection.execute(f"UPDATE {name} SET article = coalesce(article, '')")
    except duckdb.Error as error:
        raise ImpactError(path or "", f"holds no findings of presslint scan: {duck.said(error)}") from None


def _source(path: Path) -> str:
    if path.suffix.lower() not in READ:
        raise ImpactError(path, f"no table of findings; its name ends in {', '.join(READ)}")
    if not path.is_file():
        raise ImpactError(path, "no such file")
    return READ[path.suffix.lower()].format(path=str(path).replace("'", "''"))


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[Row]:
    """Counts by name, the largest change first; what has no name is left out."""
    counted = connection.execute(
        "SELECT name, count(*) FILTER (was), count(*) FILTER (is_there), count(*) FILTER (is_there AND NOT was), "
        f"count(*) FILTER (was AND NOT is_there), count(DISTINCT (id, article)) FILTER (is_there) FROM ({query}) "
        "WHERE name IS NOT NULL GROUP BY name ORDER BY count(*) FILTER (was <> is_there) DESC, "
        "count(*) FILTER (was OR is_there) DESC, name"
    ).fetchall()
    return [Row(name, *numbers) for name, *numbers in counted]


def _by(connection: duckdb.DuckDBPyConnection, name: str) -> list[Row]:
    """Counts by what an article is known by, with the words of all articles under each name, and names without findings."""
    words = dict(
        connection.execute(
            f"SELECT name, sum(words) FROM (SELECT {name} AS name, words FROM known) GROUP BY name"
        ).fetchall()
    )
    rows = _rows(connection, f"SELECT *, {name} AS name FROM known LEFT JOIN changed USING (id, article)")
    return [replace(row, words=int(words[row.name])) for row in rows]


def _sample(connection: duckdb.DuckDBPyConnection, count: int, seed: int) -> list[Mapping[str, Any]]:
    """New findings drawn by lot; one fingerprint once."""
    drawn = connection.sql(
        "SELECT * FROM (SELECT DISTINCT ON (fingerprint) later.* FROM later JOIN changed "
        "USING (id, article, rule, fingerprint) WHERE NOT was ORDER BY fingerprint, id, article) "
        f"ORDER BY md5(concat({int(seed)}, fingerprint)), fingerprint LIMIT {int(count)}"
    )
    rows: list[Mapping[str, Any]] = drawn.to_arrow_table().to_pylist()
    return rows
