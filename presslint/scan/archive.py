"""A scan of tables on one machine: all cores, flat memory, and a killed scan goes on where it was.

The findings of each batch are a file of their own in a folder beside the output, written in one step; when all
are there they are put together in the order of the rows. A scan that begins anew with the same inputs, columns
and config takes the batches that are there as done.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
from msgspec import Struct
from msgspec.json import encode

from presslint import __version__
from presslint.config.config import Config
from presslint.engine.workers import end_with_parent
from presslint.model.digest import digest
from presslint.model.errors import FileError
from presslint.scan import duck
from presslint.scan.batch import lint_batch
from presslint.scan.columns import Columns
from presslint.scan.digests import digest_batch, site_rules
from presslint.scan.joined import check_digests
from presslint.scan.schema import SCHEMA, SCHEMA_VERSION
from presslint.scan.tables import Table

ROWS = 500  # articles of a batch: some seconds of work, so that little is done again and little waits
AHEAD = 2  # batches that wait for each process
PLAN = "plan.json"
DIGESTS = ".digests"  # suffix of the digests of a batch
COMPARED = "site.parquet"  # findings of the comparison, the last part
GROUP = 50_000  # findings of a row group in the output

Progress = Callable[[int, int], None]  # articles done, articles in all
Made = tuple[bytes, bytes | None]  # findings and digests of a batch
_work: tuple[Columns, Config, float | None, bool] | None = None  # of a worker


class ScanError(FileError):
    """A scan that cannot begin, or cannot go on."""


class Scan(Struct, frozen=True):
    """What is scanned, how, and where the findings go."""

    inputs: Sequence[Path]
    columns: Columns
    config: Config
    output: Path
    jobs: int = 1
    rows: int = ROWS
    deadline: float | None = None
    site: Path | None = None  # where digests are kept, when articles are compared
    groups: Path | None = None  # where spellings and repeated paragraphs go

    @property
    def parts(self) -> Path:
        """The folder of what is done."""
        return self.output.with_name(f"{self.output.name}.parts")

    def identity(self) -> Mapping[str, Any]:
        """What must be the same for the parts that are there to count."""
        stats = [(path, path.stat()) for path in self.inputs]
        return {
            "schema": SCHEMA_VERSION,
            "presslint": __version__,
            "config": self.config.stamp,
            "columns": digest(encode(self.columns)),
            "rows": self.rows,
            "site": bool(self.site),
            "inputs": [[path.as_posix(), stat.st_size, stat.st_mtime_ns] for path, stat in stats],
        }


class Tally(Struct, frozen=True):
    """What a scan came to."""

    articles: int
    findings: Mapping[str, int]  # by level
    problems: int
    resumed: int  # articles that an earlier run had done


def run(scan: Scan, progress: Progress | None = None) -> Tally:
    """Scan, and write the output. Raises ScanError, TableError, ColumnsError, ConfigError."""
    for output in (scan.output, scan.groups):
        if output is not None and output.suffix.lower() not in duck.WRITERS:
            raise ScanError(
                output, f"no output that a scan writes; its name ends in {', '.join(duck.WRITERS)}"
            )
    if scan.site is not None and scan.site.is_file():
        check_digests(scan.site)
    scan.config.plan(Path("article"))
    tables = [Table(path, scan.columns) for path in scan.inputs]
    total = sum(table.rows() for table in tables)
    _prepare(scan)
    done = resumed = 0
    for count, is_new in _batches(scan, tables):
        done += count
        resumed += 0 if is_new else count
        if progress is not None:
            progress(done, total)
    kept = None
    if scan.site is not None:
        kept = compare(scan)
    tally = _put_together(scan, done, resumed)
    if kept is not None and scan.site is not None:
        os.replace(kept, scan.site)  # last: an index never holds articles whose findings were lost
    shutil.rmtree(scan.parts)
    return tally


def _prepare(scan: Scan) -> None:
    """The folder of parts, with what they are parts of. Raises ScanError where that is something else."""
    plan = scan.parts / PLAN
    wanted = scan.identity()
    try:
        scan.parts.mkdir(exist_ok=True)
        if plan.is_file():
            held = json.loads(plan.read_text(encoding="utf-8"))
            changed = [key for key, value in wanted.items() if held.get(key) != value]
            if changed:
                raise ScanError(
                    scan.parts,
                    f"is of a scan with other {' and '.join(changed)}; finish that one, or begin anew with --restart",
                )
        else:
            _write(plan, encode(wanted))
    except (OSError, json.JSONDecodeError) as error:
        raise ScanError(scan.parts, f"cannot be used ({error}); begin anew with --restart") from None


def _write(path: Path, data: bytes) -> None:
    """Bytes in one step: whole, or not there."""
    partial = path.with_suffix(".partial")
    with partial.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(partial, path)


# -- batches ---------------------------------------------------------------------------------------


def _batches(scan: Scan, tables: Sequence[Table]) -> Iterator[tuple[int, bool]]:
    """How many articles each batch had, in the order in which they are done, and whether this run did it."""
    pool = None
    if scan.jobs > 1:
        # threads of Arrow and DuckDB do not survive a fork
        pool = ProcessPoolExecutor(
            scan.jobs,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_start,
            initargs=(scan.columns, scan.config, scan.deadline, scan.site is not None),
        )
    waiting: dict[Future[Made], tuple[Path, int]] = {}
    try:
        for part, batch in _numbered(scan, tables):
            if part.is_file():
                yield batch.num_rows, False
            elif pool is None:
                work = scan.columns, scan.config, scan.deadline, scan.site is not None
                _keep(part, _judged(batch, *work))
                yield batch.num_rows, True
            else:
                waiting[pool.submit(_judge, batch)] = part, batch.num_rows
                if len(waiting) >= scan.jobs * AHEAD:
                    yield from _finished(waiting)
        while waiting:
            yield from _finished(waiting)
    except BrokenProcessPool:
        raise ScanError(
            scan.output, "a worker process was killed; the same command goes on where it was"
        ) from None
    finally:
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)


def _numbered(scan: Scan, tables: Sequence[Table]) -> Iterator[tuple[Path, pa.RecordBatch]]:
    """Every batch with the file of its findings."""
    number = 0
    for table in tables:
        for batch in table.batches(scan.rows):
            yield scan.parts / f"{number:08}.parquet", batch
            number += 1


def _finished(waiting: dict[Future[Made], tuple[Path, int]]) -> Iterator[tuple[int, bool]]:
    """What is done of the batches that wait; at least one."""
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in done:
        part, count = waiting.pop(future)
        _keep(part, future.result())
        yield count, True


def _keep(part: Path, made: Made) -> None:
    """The findings of a batch, whose file says that it is done, after its digests."""
    findings, digests = made
    if digests is not None:
        _write(part.with_suffix(DIGESTS), digests)
    _write(part, findings)


def _start(columns: Columns, config: Config, deadline: float | None, is_compared: bool) -> None:
    global _work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and ends its workers
    threading.Thread(target=end_with_parent, daemon=True).start()
    _work = columns, config, deadline, is_compared


def _judge(batch: pa.RecordBatch) -> Made:
    assert _work is not None
    return _judged(batch, *_work)


def _judged(
    batch: pa.RecordBatch, columns: Columns, config: Config, deadline: float | None, is_compared: bool
) -> Made:
    """The findings of a batch as a Parquet file, and its digests where they are wanted."""
    found = lint_batch(batch, columns=columns, config=config, deadline=deadline)
    left = digest_batch(batch, columns=columns, config=config) if is_compared else None
    return _packed(found), None if left is None else _packed(left)


def _packed(batch: pa.RecordBatch) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_batches([batch]), sink, compression="zstd")
    data: bytes = sink.getvalue().to_pybytes()
    return data


# -- output ----------------------------------------------------------------------------------------


def compare(scan: Scan) -> Path:
    """The findings of the rules that compare articles, as the last part; gives the index that is to be kept."""
    from presslint.scan.joined import JoinedIndex, findings_of, merged, tables_of

    new = sorted(scan.parts.glob(f"*{DIGESTS}"))
    known = [scan.site] if scan.site is not None and scan.site.is_file() else []
    index = JoinedIndex(new, known, scratch=scan.parts / "spilled")
    _write(scan.parts / COMPARED, _packed(findings_of(index, site_rules(scan.config))))
    kept = scan.parts / "index.kept"
    merged(new, known, kept)
    if scan.groups is not None:
        partial = duck.partial(scan.groups)
        pq.write_table(tables_of(index), partial, compression="zstd")
        duck.settle(partial, scan.groups)
    return kept


def _put_together(scan: Scan, articles: int, resumed: int) -> Tally:
    """All parts as one file in the order of the rows, written in one step."""
    partial = duck.partial(scan.output)
    parts = sorted(scan.parts.glob("*.parquet"))
    counted: Counter[tuple[str, str]] = Counter()
    try:
        with pq.ParquetWriter(partial, SCHEMA, compression="zstd") as writer:
            for table in _groups(parts, counted):
                writer.write_table(table)
        duck.settle(partial, scan.output)
    except (duckdb.Error, OSError) as error:
        raise ScanError(scan.output, f"cannot be written: {duck.said(error)}") from None
    levels = {severity: count for (kind, severity), count in sorted(counted.items()) if kind == "finding"}
    problems = sum(count for (kind, _), count in counted.items() if kind == "problem")
    return Tally(articles, levels, problems, resumed)


def _groups(parts: Sequence[Path], counted: Counter[tuple[str, str]]) -> Iterator[pa.Table]:
    """The parts in order, many to a group; kinds and levels of their rows are counted."""
    waiting: list[pa.Table] = []
    count = 0
    for part in parts:
        table = pq.read_table(part, schema=SCHEMA)
        counted.update(zip(table["kind"].to_pylist(), table["severity"].to_pylist(), strict=True))
        waiting.append(table)
        count += table.num_rows
        if count >= GROUP:
            yield pa.concat_tables(waiting)
            waiting, count = [], 0
    if waiting:
        yield pa.concat_tables(waiting)
