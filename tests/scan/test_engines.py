"""The programs of docs/scan.md on the engines they are for: the same rows as `presslint scan`.

    python -m pytest -m engines tests/scan

An engine that is not installed is skipped by name; nothing stands in for one.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="the extra “scan” is not installed")
pytest.importorskip("duckdb", reason="the extra “scan” is not installed")

import pyarrow as pa
import pyarrow.parquet as pq

from presslint.cli import run as presslint
from presslint.model.digest import digest
from presslint.reading import read
from presslint.scan import SCHEMA

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "scan.md"
PROGRAM = re.compile(r"`(on_(\w+)\.py)`[^\n]*\n\n```python\n(.*?)```", re.DOTALL)
ENGINES = ("spark", "ray", "dask", "duckdb", "polars")
MODULES = {"spark": "pyspark"}
WORDS = "id=slug,body=text,headline=title,published=day"
ROWS = 240


def programs() -> dict[str, str]:
    """The programs of the page by engine."""
    return {engine: code for _, engine, code in PROGRAM.findall(PAGE.read_text(encoding="utf-8"))}


def rows_of(path: Path) -> list[str]:
    """The findings of a file or folder, each as one text, in an order that no engine decides."""
    table = pq.read_table(path).select(SCHEMA.names).cast(SCHEMA)
    return sorted(repr(tuple(row.values())) for row in table.to_pylist())


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an archive made of the examples, and what `presslint scan` finds in it."""
    folder = tmp_path_factory.mktemp("archive")
    stories = [
        (path.stem, article.headline.text if article.headline else None, article.source.text)
        for path in sorted((ROOT / "examples").glob("*.*"))
        for article in read(path.read_bytes(), path.name)
    ]
    made = [
        {
            "slug": f"{name}-{number}",
            "title": title,
            "text": f"{text}\n\nThe the article {number}.",
            "day": "2026-05-05",
        }
        for number in range(ROWS)
        for name, title, text in [stories[number % len(stories)]]
    ]
    made[7] |= {"text": ""}  # a problem is a row on every engine
    pq.write_table(pa.Table.from_pylist(made), folder / "archive.parquet", row_group_size=50)
    line = ["scan", str(folder / "archive.parquet"), "--isolated", "--columns", WORDS]
    for jobs in ("1", "2"):
        assert presslint([*line, "-j", jobs, "--output", str(folder / f"jobs{jobs}.parquet")]) == 0
    return folder


def test_the_page_has_a_program_for_each_engine() -> None:
    assert tuple(programs()) == ENGINES


@pytest.mark.engines
@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_finds_what_the_command_finds(engine: str, archive: Path) -> None:
    module = MODULES.get(engine, engine)
    if find_spec(module) is None:
        pytest.skip(f"{module} is not installed")
    if engine == "spark" and shutil.which("java") is None:
        pytest.skip("Spark wants Java")
    program = archive / f"on_{engine}.py"
    program.write_text(programs()[engine], encoding="utf-8")
    env = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYSPARK_PYTHON": sys.executable,
        "RAY_USAGE_STATS_ENABLED": "0",
        "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",
    }
    run = subprocess.run(
        [sys.executable, "-P", str(program)], cwd=archive, env=env, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr[-3000:]
    found = rows_of(archive / f"{engine}-findings")
    assert found == rows_of(archive / "jobs1.parquet")
    assert found == rows_of(archive / "jobs2.parquet")
    assert len(found) > ROWS
    print(engine, digest("\n".join(found)))


SPARK_JOINS = """
import json
import sys

from pyspark.sql import SparkSession

from presslint.scan import joined

spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", False).getOrCreate()
spark.conf.set("spark.sql.shuffle.partitions", 2)
spark.read.parquet("digests.parquet").createOrReplaceTempView("kept")
spark.sql(
    "SELECT *, row_number() OVER (ORDER BY coalesce(nullif(published, ''), '9999'), key) - 1 AS number FROM kept"
).createOrReplaceTempView("digests")
spark.sql(joined.SHINGLES.format(**joined.SPARK)).createOrReplaceTempView("shingles")
near = joined.NEAR.format(boilerplate=8, **joined.SPARK)
tables = [near, *(each.format(**joined.SPARK) for each in (joined.TAGS, joined.AUTHORS, joined.PARAGRAPHS))]
with open("spark.json", "w") as file:
    json.dump([[list(row) for row in spark.sql(query).collect()] for query in tables], file)
"""


@pytest.mark.engines
def test_the_joins_say_on_spark_what_they_say_on_duckdb(tmp_path: Path) -> None:
    if find_spec("pyspark") is None or shutil.which("java") is None:
        pytest.skip("pyspark or Java is not installed")
    from test_joined import site, written

    from presslint.scan.joined import AUTHORS, PARAGRAPHS, TAGS, JoinedIndex

    index = JoinedIndex([written(tmp_path / "digests.parquet", site())])
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYSPARK_PYTHON": sys.executable}
    run = subprocess.run(
        [sys.executable, "-P", "-c", SPARK_JOINS], cwd=tmp_path, env=env, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr[-3000:]
    near, *tables = json.loads((tmp_path / "spark.json").read_text())
    keys = [each.key for each in index.articles]
    assert [(keys[later], keys[earlier], shared / fewest) for later, earlier, shared, fewest in near] == [
        (each.later.key, each.earlier.key, each.share) for each in index.overlaps(least=0)
    ]
    assert len(near) > 5
    for query, rows in zip((TAGS, AUTHORS, PARAGRAPHS), tables, strict=True):
        assert rows == [list(row.values()) for row in index.table(query).to_pylist()]
