"""Archives: articles in Arrow batches → findings in Arrow batches, on engines that exist.

    from presslint.scan import Columns, lint_batch

    findings = lint_batch(batch, columns=Columns(id="slug", body="text", headline="title"))

The one function is pure: no state between batches, no exception for an article, everything it is given can be
pickled. Spark, Ray, Dask, DuckDB and Polars call it as it is (docs/scan.md). It asks for pyarrow: the extra
`presslint[scan]`.
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from presslint.scan.batch import lint_batch
    from presslint.scan.columns import Columns, ColumnsError
    from presslint.scan.digests import DIGEST_SCHEMA, digest_batch
    from presslint.scan.joined import JoinedIndex
    from presslint.scan.schema import SCHEMA, SCHEMA_VERSION

ROOMS = {
    "scan.batch": ("lint_batch",),
    "scan.columns": ("Columns", "ColumnsError"),
    "scan.digests": ("DIGEST_SCHEMA", "digest_batch"),
    "scan.joined": ("JoinedIndex",),
    "scan.schema": ("SCHEMA", "SCHEMA_VERSION"),
}

__all__ = [
    "DIGEST_SCHEMA",
    "SCHEMA",
    "SCHEMA_VERSION",
    "Columns",
    "ColumnsError",
    "JoinedIndex",
    "digest_batch",
    "lint_batch",
]


def __getattr__(name: str) -> object:
    from presslint import fetched

    return fetched(globals(), ROOMS, name)
