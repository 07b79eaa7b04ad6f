"""What a change would do to an archive: two tables of findings compared, and a sample drawn by lot to read.

The tables are those of `presslint scan`, of two configs, two packs or two versions; what they have of an article
(section, year, authors, words) comes from its digests.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
from msgspec import Struct

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
# what findings are counted by; each gives a name, and an article may have several
BY = {
    "rule": "SELECT *, rule AS name FROM changed",
    "section": "SELECT changed.*, section AS name FROM changed JOIN known USING (id, article)",
    "year": "SELECT changed.*, left(published, 4) AS name FROM changed JOIN known USING (id, article)",
    "author": "SELECT changed.*, unnest(names) AS name FROM changed JOIN known USING (id, article)",
}


class ImpactError(FileError):
    """A table of findings that cannot be compared."""


class Row(Struct, frozen=True):
    """The findings under one name, before and after, and how many articles have them after."""

    name: str
    before: int
    after: int
    new: int
    gone: int
    articles: int


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
    count = None
    kinds = ["rule"]
    if digests is not None:
        check_digests(digests)
        connection.execute(
            "CREATE TEMP TABLE known AS SELECT id, article, section, published, "
            f"list_distinct([each.text FOR each IN authors]) AS names FROM {_source(digests)}"
        )
        count = int(connection.execute("SELECT count(*) FROM known").fetchall()[0][0])
        kinds = list(BY)
    (total,) = _rows(connection, "SELECT *, '' AS name FROM changed") or [Row("", 0, 0, 0, 0, 0)]
    return Impact(
        count,
        total,
        {kind: _rows(connection, BY[kind]) for kind in kinds},
        _sample(connection, sample, seed),
    )


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
        "WHERE name IS NOT NULL GROUP BY name ORDER BY 4 + 5 DESC, count(*) DESC, name"
    ).fetchall()
    return [Row(name or "(none)", *numbers) if name else Row(name, *numbers) for name, *numbers in counted]


def _sample(connection: duckdb.DuckDBPyConnection, count: int, seed: int) -> list[Mapping[str, Any]]:
    """New findings drawn by lot; one fingerprint once."""
    drawn = connection.sql(
        "SELECT * FROM (SELECT DISTINCT ON (fingerprint) later.* FROM later JOIN changed "
        "USING (id, article, rule, fingerprint) WHERE NOT was ORDER BY fingerprint, id, article) "
        f"ORDER BY md5(concat({int(seed)}, fingerprint)), fingerprint LIMIT {int(count)}"
    )
    rows: list[Mapping[str, Any]] = drawn.to_arrow_table().to_pylist()
    return rows
