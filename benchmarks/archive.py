"""What a scan of an archive costs: rate, memory, going on after a kill, the near-duplicate join, and skew.

    python benchmarks/archive.py scan [--sizes 20000,60000] [--bare 4000] [--idle]
    python benchmarks/archive.py join [--digests 200000]
    python benchmarks/archive.py skew FOLDER… [--articles 1000000] [--cores 64]

`scan` makes articles of about 1.5 KB, scans them with one process and prints processor time and the peak of memory;
beside it a bare loop over `lint_batch`, and a scan that is killed with -9 and goes on. `join` makes digests of 98
shingles, one in twenty of which has most of another's, and looks for near duplicates. `skew` measures the processor
time of each article of FOLDERs and lays a million drawn from these times on cores in batches of several sizes.
"""

from __future__ import annotations

import argparse
import heapq
import os
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import corpus  # noqa: E402
from presslint import Config, check_file  # noqa: E402
from presslint.reading import format_of  # noqa: E402
from presslint.scan.digests import DIGEST_SCHEMA  # noqa: E402
from presslint.scan.joined import JoinedIndex  # noqa: E402

COLUMNS = "id=slug,file=data"
BARE = """
import sys
import pyarrow.parquet as pq
from presslint import Config
from presslint.scan import Columns, lint_batch
config = Config.from_mapping({})
columns = Columns(id="slug", file="data")
for batch in pq.ParquetFile(sys.argv[1]).iter_batches(500):
    lint_batch(batch, columns=columns, config=config)
"""
# the machinery of a scan alone: each article is judged by a row that is made up
IDLE = """
import sys
from pathlib import Path
import pyarrow as pa
from presslint import Config
from presslint.scan import SCHEMA, Columns, archive
blank = {field.name: "" if field.type == pa.string() else 0 for field in SCHEMA} | {"kind": "finding"}
def made_up(batch, **options):
    rows = [blank | {"id": each, "text": each * 20} for each in batch.column("slug").to_pylist()]
    return pa.RecordBatch.from_pylist(rows, schema=SCHEMA)
archive.lint_batch = made_up
columns, config = Columns(id="slug", file="data"), Config.from_mapping({})
archive.run(archive.Scan([Path(sys.argv[1])], columns, config, Path(sys.argv[2])))
"""
CUT = 1500  # bytes of an article of `scan`


def made(path: Path, count: int) -> None:
    """A table of generated articles; the first are the same whatever the count."""
    schema = pa.schema([("slug", pa.string()), ("data", pa.string())])
    some = [text.decode()[:CUT].rsplit("\n\n", 1)[0] + "\n" for text in corpus.texts(500)]
    with pq.ParquetWriter(path, schema) as writer:
        for start in range(0, count, 5000):
            numbers = range(start, min(start + 5000, count))
            rows = [
                {"slug": f"{number:06}.md", "data": f"{some[number % len(some)]}\nArticle {number}.\n"}
                for number in numbers
            ]
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))


def spent(command: Sequence[str], folder: Path) -> tuple[float, float, float]:
    """Seconds of processor time and of wall time, and MB at the peak, of one process."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"exit code {process.returncode}: {' '.join(command)}")
    return used.ru_utime + used.ru_stime, time.perf_counter() - began, used.ru_maxrss / 1024


def scan_line(size: int, output: str) -> list[str]:
    line = ["scan", f"{size}.parquet", "--isolated", "--columns", COLUMNS, "-j", "1", "--output", output]
    return [sys.executable, "-P", "-m", "presslint", *line]


def scan(sizes: Sequence[int], bare: int, idle: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in {*sizes, bare}:
            made(folder / f"{size}.parquet", size)
        if not idle:
            against_bare(folder, bare)
        for size in sizes:
            line = scan_line(size, f"{size}.out.parquet")
            if idle:
                line = [sys.executable, "-P", "-c", IDLE, f"{size}.parquet", f"{size}.out.parquet"]
            cpu, wall, peak = spent(line, folder)
            bytes_out = (folder / f"{size}.out.parquet").stat().st_size
            rows = pq.read_metadata(folder / f"{size}.out.parquet").num_rows
            print(
                f"{size:,}: {cpu:.1f} s of processor ({size / cpu:.0f}/s), {wall:.0f} s of wall, {peak:.0f} MB, "
                f"{rows:,} rows in {bytes_out:,} bytes",
                flush=True,
            )


def against_bare(folder: Path, bare: int) -> None:
    """A scan beside the loop that it is made of, and one that is killed."""
    cpu, _, peak = spent([sys.executable, "-P", "-c", BARE, f"{bare}.parquet"], folder)
    ours, _, ours_peak = spent(scan_line(bare, "bare.parquet"), folder)
    print(
        f"bare loop {bare:,}: {cpu:.1f} s of processor, {peak:.0f} MB; scan {ours:.1f} s, {ours_peak:.0f} MB; "
        f"ratio {ours / cpu:.3f}",
        flush=True,
    )
    print(f"killed and gone on: {killed(folder, bare)}", flush=True)


def killed(folder: Path, size: int) -> str:
    """A scan killed with -9 when some batches are done, then the same command again, against one that was not."""
    line = scan_line(size, "killed.parquet")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        line, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    parts = folder / "killed.parquet.parts"
    while len(list(parts.glob("*.parquet")) if parts.is_dir() else []) < 3 and process.poll() is None:
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    done = {path.name: path.stat().st_mtime_ns for path in parts.glob("*.parquet")}
    again = subprocess.run(line, cwd=folder, env=env, capture_output=True, text=True, check=True)
    equal = pq.read_table(folder / "killed.parquet").equals(pq.read_table(folder / "bare.parquet"))
    return f"{len(done)} batches were done, equal rows: {equal}; {again.stdout.strip()}"


# -- join ------------------------------------------------------------------------------------------


def digests(count: int) -> Iterator[pa.RecordBatch]:
    """Generated digests, ten thousand at a time."""
    chance = Random(1)
    form = [chance.randrange(1 << 29) * 8 for _ in range(10)]
    near: list[list[int]] = []
    blank = {field.name: "" if field.type == pa.string() else 0 for field in DIGEST_SCHEMA}
    blank |= {name: [] for name in ("shingles", "paragraphs", "tags", "authors", "links", "silenced")}
    for start in range(0, count, 10_000):
        rows = []
        for number in range(start, min(start + 10_000, count)):
            shingles = [chance.randrange(1 << 29) * 8 for _ in range(98)]
            if number % 20 == 0 and near:
                shingles[:60] = chance.choice(near)[:60]  # near one of the last ones
            if number % 10 == 3:
                shingles[88:] = form
            near = [*near[-999:], shingles]
            key = f"{number:08}"
            rows.append(
                blank
                | {
                    "id": key,
                    "key": key,
                    "words": 800,
                    "body": key,
                    "headline": f"Story {number}",
                    "published": f"20{number % 25:02}-05-05",
                    "draft": False,
                    "notes": "{}",
                    "shingles": sorted(set(shingles)),
                }
            )
        yield pa.RecordBatch.from_pylist(rows, schema=DIGEST_SCHEMA)


def join(count: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "digests.parquet"
        with pq.ParquetWriter(path, DIGEST_SCHEMA, compression="zstd") as writer:
            for batch in digests(count):
                writer.write_batch(batch)
        code = "import sys; from benchmarks.archive import joined; joined(sys.argv[1])"
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, "-P", "-c", code, str(path)], env=env, check=True)


def joined(path: str) -> None:
    """The near duplicates of a table of digests, in a process of its own for its peak of memory."""
    began, cpu = time.perf_counter(), time.process_time()
    index = JoinedIndex([Path(path)], scratch=Path(path).parent / "spilled")
    pairs = index.overlaps(least=0.25)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(index):,} digests ({Path(path).stat().st_size:,} bytes): {len(pairs):,} pairs, "
        f"{time.process_time() - cpu:.1f} s of processor, {time.perf_counter() - began:.1f} s of wall, {peak:.0f} MB"
    )


# -- skew ------------------------------------------------------------------------------------------


def times(folders: Sequence[Path], most: int = 2000) -> list[tuple[float, int]]:
    """Processor seconds and bytes of each article, the rules already read."""
    files = [
        path
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and format_of(path.as_posix())
    ]
    files = files[:: max(len(files) // most, 1)][:most]
    config = Config.from_mapping({})
    for path in files[:20]:
        check_file(path, config=config)
    found = []
    for path in files:
        began = time.process_time()
        check_file(path, config=config)
        found.append((time.process_time() - began, path.stat().st_size))
    return found


def makespan(tasks: Sequence[float], cores: int) -> float:
    """When the last core is done, each taking the next task when it is free."""
    free = [0.0] * cores
    for task in tasks:
        heapq.heappush(free, heapq.heappop(free) + task)
    return max(free)


def skew(folders: Sequence[Path], articles: int, cores: int) -> None:
    timed = times(folders)
    measured = sorted(seconds for seconds, _ in timed)
    sizes = [size for _, size in timed]
    mean = statistics.mean(measured)
    size = statistics.mean(sizes)
    cuts = ", ".join(
        f"p{share} {measured[int(len(measured) * share / 100)] * 1000:.1f}" for share in (50, 90, 99)
    )
    print(
        f"{len(measured):,} articles of {size:,.0f} bytes: mean {mean * 1000:.1f} ms, {cuts}, longest {measured[-1] * 1000:.0f} ms; "
        f"{1 / mean:.0f} a second and core"
    )
    chance = Random(1)
    drawn = chance.choices(measured, k=articles)
    ideal = sum(drawn) / cores
    hours = articles / len(measured) * sum(measured) / 3600
    print(
        f"{articles:,} articles: {hours:.1f} core-hours; on {cores} cores {ideal / 60:.1f} min without loss"
    )
    for slow in (0, cores // 16):
        for rows in (100, 500, 5000, max(articles // cores, 1)):
            tasks = [sum(drawn[start : start + rows]) for start in range(0, articles, rows)]
            last = makespan_slow(tasks, cores, slow)
            print(
                f"  {rows:6,} to a task, {slow} cores at half speed: {last / 60:6.1f} min, {last / ideal:.2f} times"
            )


def makespan_slow(tasks: Sequence[float], cores: int, slow: int) -> float:
    """As `makespan`, where the first `slow` cores take twice as long."""
    if not slow:
        return makespan(tasks, cores)
    free = [(0.0, core) for core in range(cores)]
    for task in tasks:
        at, core = heapq.heappop(free)
        heapq.heappush(free, (at + task * (2 if core < slow else 1), core))
    return max(free)[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("what", choices=["scan", "join", "skew"])
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--sizes", default="20000,60000")
    parser.add_argument("--bare", type=int, default=4000)
    parser.add_argument("--idle", action="store_true", help="scan without judging: the memory of the rest")
    parser.add_argument("--digests", type=int, default=200_000)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--cores", type=int, default=64)
    given = parser.parse_args()
    if given.what == "scan":
        scan([int(size) for size in given.sizes.split(",")], given.bare, given.idle)
    elif given.what == "join":
        join(given.digests)
    else:
        skew(given.folders, given.articles, given.cores)


if __name__ == "__main__":
    main()
