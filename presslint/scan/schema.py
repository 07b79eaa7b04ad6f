"""The rows that a scan gives: one a finding, a suppressed finding or a problem; frozen under its version.

A column is only ever added at the end, with a new version; what a column means does not change.
"""

from __future__ import annotations

import pyarrow as pa  # type: ignore[import-untyped]

SCHEMA_VERSION = 1

SCHEMA = pa.schema(
    [
        pa.field(
            "id", pa.string(), nullable=False
        ),  # of the row, as text; its number in the batch without one
        pa.field("article", pa.string(), nullable=False),  # key of the article where a row holds several
        pa.field("kind", pa.string(), nullable=False),  # finding | suppressed | problem
        pa.field("rule", pa.string(), nullable=False),  # of a problem: unreadable, timeout, rule-crash …
        pa.field(
            "severity", pa.string(), nullable=False
        ),  # error | warning | suggestion; a problem is an error
        pa.field("message", pa.string(), nullable=False),
        pa.field(
            "field", pa.string(), nullable=False
        ),  # the column in which it stands; empty for a whole file
        pa.field("start", pa.int64(), nullable=False),  # code points from 0 in the value of that column
        pa.field("end", pa.int64(), nullable=False),  # not included
        pa.field("line", pa.int32(), nullable=False),  # from 1, in that value
        pa.field("column", pa.int32(), nullable=False),  # from 1, in code points
        pa.field("text", pa.string(), nullable=False),  # the words
        pa.field("context", pa.string(), nullable=False),  # the sentence round them
        pa.field("fingerprint", pa.string(), nullable=False),  # stays when lines move
        pa.field("reason", pa.string(), nullable=False),  # of a suppression, as the article gives it
        pa.field("fix", pa.string(), nullable=False),  # what the first fix does, or empty
    ],
    metadata={b"presslint.schema": str(SCHEMA_VERSION).encode()},
)
