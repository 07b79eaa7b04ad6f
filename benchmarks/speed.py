"""What a run costs beside starting Python and beside other linters, and how it grows; one command, one run.

    python benchmarks/speed.py [FOLDER…] [--peers DIR]… [--sizes 1,100,2000,20000] [--quick]
    python benchmarks/speed.py FOLDER… --real [--one FILE] [--before TREE]…

Makes a corpus (benchmarks/corpus.py; the Markdown files of FOLDERs take every second place), finds the
peers that are installed (benchmarks/peers.py; in DIRs and on the PATH) and prints Markdown tables of
ratios: seconds say more about the machine than about a linter. Each figure is taken from whole
processes with their children: processor time and wall time by the system's own account, and the peak of
memory of the largest single process. Runs that are short are repeated in turn and their median is taken.
With `--real` nothing is generated: the start is measured on `--one` FILE, the rest on the Markdown files of each FOLDER
as they are, beside other TREEs of presslint, with how many rules are asked about an article.
A peer that is expected to take longer than `--limit` seconds is not begun, one that does is stopped, and one
that says nothing on the last articles has broken down; tables say “stopped” for all three.
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import corpus
from benchmarks.peers import Found, Missing, look

ROOT = Path(__file__).resolve().parent.parent
START = [sys.executable, "-c", "pass"]
# what the installed command does; `-m` would load runpy as well
CHECK = [sys.executable, "-c", "from presslint.__main__ import command; command()", "check", "--isolated"]
CHECK += ["--exit-zero"]  # so that another code means trouble
OURS = "presslint"
CACHES = "caches"
PARALLEL = "presslint, a process per core"
FEW = 200  # articles; up to here a run is repeated
REPEATS = 3
CACHED = 2_000  # articles; from here presslint is run with its cache, up to here the peers with theirs
PROFILED = 300  # articles
DEAREST = 10  # rules
LAST = 40  # articles, one of which every peer has something to say on
NAMED = re.compile(rb"\b(\d{5})\.md\b")
GOAL = 400  # articles of 6 KB a second and core
NO_FIGURE = "–"


@dataclass(frozen=True)
class Spent:
    """What one run took: seconds of wall and processor time, KiB at the peak of its largest process."""

    wall: float
    cpu: float
    peak: int


@dataclass(frozen=True)
class Run:
    """One command to be timed; `before` is done each time, untimed, with the number of the round."""

    command: Sequence[str]
    before: Callable[[int], object] = lambda number: None
    env: Mapping[str, str] | None = None  # where it is not that of the benchmark


def spent(
    command: Sequence[str],
    folder: Path,
    env: Mapping[str, str],
    limit: float = math.inf,
    output: IO[bytes] | int = subprocess.DEVNULL,
) -> Spent | None:
    """Run a command; None when it was stopped after `limit` seconds or broke down.

    Raises SystemExit for a run of presslint that came to nothing.
    """
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        start_new_session=True,
    )
    late = threading.Event()

    def stop() -> None:
        late.set()
        os.killpg(process.pid, signal.SIGKILL)

    clock = threading.Timer(min(limit, threading.TIMEOUT_MAX), stop)
    clock.start()
    try:
        _, status, used = os.wait4(process.pid, 0)
    finally:
        clock.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if list(command[: len(CHECK)]) == CHECK and process.returncode != 0:
        # its figures would be the best of all
        sys.exit(f"exit code {process.returncode}, so nothing was measured: {' '.join(command)[:200]}")
    if late.is_set() or process.returncode < 0:
        return None
    # Linux counts KiB, macOS bytes
    peak = used.ru_maxrss // 1024 if sys.platform == "darwin" else used.ru_maxrss
    return Spent(time.perf_counter() - began, used.ru_utime + used.ru_stime, peak)


def got_to_the_end(output: Path, size: int) -> bool:
    """Whether what a linter said speaks of one of the last articles; taken for granted where they are few."""
    last = -1
    # by lines: what this process holds in memory counts as the least of its children's peaks
    with output.open("rb") as lines:
        for line in lines:
            last = max([last, *map(int, NAMED.findall(line))])
    return size <= LAST or last >= size - LAST


@dataclass
class Bench:
    """Where a benchmark works and what it has measured: by tool and number of articles."""

    work: Path
    sizes: Sequence[int]
    env: Mapping[str, str]
    limit: float
    rounds: int  # of one file
    peers: Sequence[Found] = ()
    bytes_of: dict[int, int] = field(default_factory=dict)
    measured: dict[tuple[str, int], Spent | None] = field(default_factory=dict)
    apart: float = 1.0  # how far the slowest and the quickest of presslint's equal runs lie apart

    def folder(self, size: int) -> Path:
        return self.work / f"{size}"

    def cache(self, name: str) -> Path:
        """Where a tool keeps its answers; presslint does so below the user's cache folder, which this is."""
        return self.work / CACHES / name

    def expects(self, name: str, size: int) -> bool:
        """Whether a tool will be done in time with `size` articles, by what it took for fewer; ours is awaited."""
        fewer = [done for done in self.sizes if done < size and (name, done) in self.measured]
        if not fewer or name in (OURS, PARALLEL):
            return True
        before = self.measured[name, fewer[-1]]
        return before is not None and before.wall * size / fewer[-1] <= self.limit

    def over(self, size: int, name: str, command: Sequence[str]) -> Spent | None:
        """Run a tool once over `size` articles."""
        print(f"{name}, {size:,} articles", file=sys.stderr, flush=True)
        if name.startswith(OURS):
            # its exit code tells whether it came to the end
            return spent(command, self.folder(size), self.env)
        said = self.work / "output"
        with said.open("wb") as output:
            figure = spent(command, self.folder(size), self.env, self.limit, output)
        if figure is not None and not got_to_the_end(said, size):
            print(f"{name} did not get to the end", file=sys.stderr, flush=True)
            return None
        return figure

    def in_turn(self, runs: Mapping[str, Run], folder: Path, rounds: int) -> dict[str, Spent]:
        """The medians of commands that are run one after the other, round by round."""
        figures: dict[str, list[Spent]] = {name: [] for name in runs}
        for number in range(rounds):
            for name, run in runs.items():
                run.before(number)
                figure = spent(run.command, folder, run.env or self.env)
                if figure is None:
                    sys.exit(f"{name}: broke down")
                figures[name].append(figure)
        return {name: _median(several) for name, several in figures.items()}


def _median(several: Sequence[Spent]) -> Spent:
    return Spent(
        statistics.median(one.wall for one in several),
        statistics.median(one.cpu for one in several),
        int(statistics.median(one.peak for one in several)),
    )


def ours(path: Path, *, cache: bool = False, jobs: str = "1") -> list[str]:
    """The command line of presslint for a file or folder; without `cache` it keeps nothing."""
    return [*CHECK, *([] if cache else ["-n"]), "-j", jobs, str(path)]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; columns after the first are figures."""
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def ratio(part: float, whole: float) -> str:
    """`part / whole` with two or three figures that count."""
    if not whole:
        return NO_FIGURE
    value = part / whole
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


# One file


def one_file(bench: Bench) -> str:
    """What the shortest run costs, in starts of Python."""
    folder = bench.work / "one"
    folder.mkdir()
    story = folder / "00000.md"
    text = (bench.folder(max(bench.sizes)) / "00000.md").read_text(encoding="utf-8")
    story.write_text(text, encoding="utf-8")

    def change(number: int) -> None:
        story.write_text(f"{text}\nThe count stood at {number + 100}.\n", encoding="utf-8")

    runs = {
        "`python -c pass`": Run(START),
        "presslint, file changed (cold)": Run(ours(story, cache=True, jobs="auto"), change),
        "presslint, nothing changed (warm)": Run(ours(story, cache=True, jobs="auto")),
        "presslint, no cache": Run(ours(story, jobs="auto")),
    }
    for found in bench.peers:
        name = found.peer.name
        runs[name] = Run(found.command(folder, bench.work))
        if found.peer.warm:
            kept = found.command(folder, bench.work, cache=bench.cache(name))
            # its cache has not seen the file as it is now until this run
            runs[f"{name}, file changed, own cache"] = Run(kept, change)
            runs[f"{name}, nothing changed, own cache"] = Run(kept)
    for run in runs.values():
        spent(run.command, folder, bench.env)
    # the rounds of the first, unmeasured run left caches; each `change` makes a text that no round had
    figures = bench.in_turn(runs, folder, bench.rounds)
    bench.measured[OURS, 1] = figures["presslint, no cache"]
    start = figures["`python -c pass`"]
    rows = [[name, ratio(one.wall, start.wall), ratio(one.cpu, start.cpu)] for name, one in figures.items()]
    return table(["one file", "wall, × `python -c pass`", "processor, ×"], rows)


# Many files


def many(bench: Bench) -> None:
    """Measure every tool without cache over every size."""
    for size in bench.sizes:
        folder = bench.folder(size)
        commands = {OURS: ours(folder), PARALLEL: ours(folder, jobs="auto")}
        commands |= {found.peer.name: found.command(folder, bench.work) for found in bench.peers}
        in_time = [name for name in commands if bench.expects(name, size)]
        if size <= FEW:
            turns = in_time * REPEATS
        else:
            # once more after the peers: what changed meanwhile is the machine
            turns = in_time + [OURS] * (size < bench.sizes[-1] and OURS in in_time)
        figures: dict[str, list[Spent | None]] = {name: [] for name in commands}
        for name in turns:
            figures[name].append(bench.over(size, name, commands[name]))
        for name, several in figures.items():
            done = [one for one in several if one is not None]
            bench.measured[name, size] = _median(done) if done and len(done) == len(several) else None
            if name == OURS and done:
                bench.apart = max(bench.apart, max(one.cpu for one in done) / min(one.cpu for one in done))


def compared(
    bench: Bench, title: str, beside: str, figure: Callable[[Spent, Spent], str], *, names: Sequence[str]
) -> str:
    """Tools by sizes: `figure` of what a tool took and what `beside` took for as many articles."""
    rows = []
    for name in names:
        row = [name]
        for size in bench.sizes:
            theirs, own = bench.measured[name, size], bench.measured[beside, size]
            row.append("stopped" if theirs is None else NO_FIGURE if own is None else figure(theirs, own))
        rows.append(row)
    return table([title, *(f"{size:,} articles" for size in bench.sizes)], rows)


def beside_peers(bench: Bench) -> list[str]:
    """The tables that set presslint beside the peers."""
    peers = [found.peer.name for found in bench.peers]
    return [
        compared(
            bench,
            "articles per second and core, presslint = 1",
            OURS,
            lambda theirs, own: ratio(own.cpu, theirs.cpu),
            names=[OURS, *peers],
        ),
        compared(
            bench,
            "wall time, × presslint with a process per core",
            PARALLEL,
            lambda theirs, own: ratio(theirs.wall, own.wall),
            names=[PARALLEL, OURS, *peers],
        ),
        compared(
            bench,
            "peak of memory, × presslint with one process",
            OURS,
            lambda theirs, own: ratio(theirs.peak, own.peak),
            names=[OURS, *peers],
        ),
    ]


def growth(bench: Bench) -> str:
    """How presslint's own costs grow with the number of articles."""
    base, middle = bench.sizes[0], bench.sizes[max(len(bench.sizes) - 2, 0)]
    start = bench.measured.get((OURS, 1))
    rows = []
    for size in bench.sizes:
        one, two = bench.measured[OURS, size], bench.measured[PARALLEL, size]
        first, half = bench.measured[OURS, base], bench.measured[OURS, middle]
        if one is None or first is None or half is None:
            rows.append([f"{size:,}", *["stopped"] * 4])
            continue
        per_byte, per_byte_first = one.cpu / bench.bytes_of[size], first.cpu / bench.bytes_of[base]
        without = NO_FIGURE
        if start is not None:
            without = ratio(
                (one.cpu - start.cpu) / bench.bytes_of[size], (first.cpu - start.cpu) / bench.bytes_of[base]
            )
        gain = NO_FIGURE if two is None else ratio(one.wall, two.wall)
        rows.append([f"{size:,}", ratio(per_byte, per_byte_first), without, ratio(one.peak, half.peak), gain])
    return table(
        [
            "articles",
            f"processor time per KB, × that of {base:,}",
            "… without the start",
            f"peak of memory, × that of {middle:,}",
            f"wall of one process, × that of {_cores()}",
        ],
        rows,
    )


# Caches


def cached(bench: Bench) -> str:
    """What the caches of tools save, by their processor time without any."""
    rows = []
    for size in bench.sizes:
        if size >= CACHED or size == bench.sizes[-1]:
            command = ours(bench.folder(size), cache=True, jobs="auto")
            rows.append([f"presslint, {size:,} articles", *_with_cache(bench, OURS, size, command)])
    for found in bench.peers:
        size = _quick_enough(bench, found.peer.name) if found.peer.warm else 0
        if size:
            name = found.peer.name
            command = found.command(bench.folder(size), bench.work, cache=bench.cache(name))
            rows.append([f"{name}, {size:,} articles", *_with_cache(bench, name, size, command)])
    head = ["processor time, × that without cache", "first run", "nothing changed", "one article changed"]
    return table(head, rows)


def _quick_enough(bench: Bench, name: str) -> int:
    """The largest number of articles that a peer reads so quickly that three runs more are no matter."""
    known = ((size, bench.measured[name, size]) for size in bench.sizes if size <= CACHED)
    return max((size for size, one in known if one is not None and one.wall <= bench.limit / 6), default=0)


def _with_cache(bench: Bench, name: str, size: int, command: Sequence[str]) -> list[str]:
    """The first run with a cache, one after which nothing, and one after which one article changed."""
    without = bench.measured[name, size]
    if without is None:
        return ["stopped"] * 3
    figures = []
    shutil.rmtree(bench.cache(name), ignore_errors=True)
    for step in ("first", "warm", "changed"):
        if step == "changed":
            _change(bench.folder(size) / "00001.md")
        figures.append(bench.over(size, f"{name} with its cache ({step})", command))
    return ["stopped" if one is None else ratio(one.cpu, without.cpu) for one in figures]


def _change(file: Path) -> None:
    """Give an article another last line; the other folders that hold the same file keep theirs."""
    text = file.read_text(encoding="utf-8")
    file.unlink()
    file.write_text(f"{text}\nThe meeting was adjourned until noon.\n", encoding="utf-8")


# Rules

COST = re.compile(r"\s*([\d.]+)%\s+[\d.]+\s+[\d,]+\s+\S+\s+(\S.*)")


def costs(text: str) -> list[tuple[str, float]]:
    """Names and shares in per cent from what `--profile-rules` prints, the dearest first."""
    found = (COST.fullmatch(line) for line in text.splitlines())
    return [(match[2], float(match[1])) for match in found if match]


def rules(bench: Bench) -> str:
    """What reading, the shared analyses and the dearest rules take of a run."""
    folder = bench.work / "profiled"
    folder.mkdir()
    for file in sorted(bench.folder(bench.sizes[-1]).iterdir())[:PROFILED]:
        os.link(file, folder / file.name)
    print("cost of rules", file=sys.stderr, flush=True)
    done = subprocess.run(
        [*ours(folder), "--profile-rules"],
        env=bench.env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    shares = costs(done.stderr)
    reading = sum(share for name, share in shares if name == "(reading)")
    shared = [(name, share) for name, share in shares if name.startswith("(") and name != "(reading)"]
    single = [(name, share) for name, share in shares if not name.startswith("(")]
    rows = [["reading the files", reading], ["what several rules ask for", sum(share for _, share in shared)]]
    rows += [[f"… {name.strip('()')}", share] for name, share in shared]
    rows += [[f"{len(single)} rules", sum(share for _, share in single)]]
    rows += [[f"… {name}", share] for name, share in single[:DEAREST]]
    return table(["cost", "share of processor time"], [[str(name), f"{share:.1f} %"] for name, share in rows])


# Real articles


def asked(files: Sequence[Path]) -> tuple[int, int, int]:
    """How many articles some files hold, how often a rule is asked about one, and how often it is silent."""
    from presslint.config.config import Config
    from presslint.engine.lint import held_back
    from presslint.reading import read

    config = Config.load(ROOT, isolated=True)
    articles = calls = silent = 0
    for file in files:
        plan = config.plan(file)
        for article in read(file.read_bytes(), file.as_posix(), plan.reading):
            given = [
                any(True for _ in rule.check(article)) for rule in plan.rules if not held_back(rule, article)
            ]
            articles, calls, silent = articles + 1, calls + len(given), silent + given.count(False)
    return articles, calls, silent


def start_of(bench: Bench, story: Path, trees: Mapping[str, Path]) -> str:
    """What one real article costs in each tree and in each peer, in starts of Python."""
    runs = {"`python -c pass`": Run(START)}
    runs |= {name: Run(ours(story), env=_env_of(bench, tree)) for name, tree in trees.items()}
    folder = bench.work / "real"
    folder.mkdir()
    shutil.copy(story, folder)
    runs |= {found.peer.name: Run(found.command(folder, bench.work)) for found in bench.peers}
    figures = bench.in_turn(runs, bench.work, bench.rounds)
    start = figures["`python -c pass`"]
    rows = [[name, ratio(one.cpu, start.cpu)] for name, one in figures.items()]
    size = story.stat().st_size / 1000
    return table([f"{story.name} ({size:.1f} KB), no cache", "processor, × `python -c pass`"], rows)


def throughput(bench: Bench, folder: Path, trees: Mapping[str, Path]) -> list[str]:
    """A row of a table: a folder, its articles, the rules asked about each, and the time of the trees, × this one."""
    runs = {name: Run(ours(folder), env=_env_of(bench, tree)) for name, tree in trees.items()}
    figures = bench.in_turn(runs, bench.work, REPEATS)
    files = sorted(folder.rglob("*.md"))
    articles, calls, silent = asked(files)
    size = sum(file.stat().st_size for file in files) / max(len(files), 1) / 1000
    each = [f"{count / max(articles, 1):.1f}" for count in (calls, silent)]
    own = figures[OURS].cpu
    return [
        folder.name,
        f"{articles:,}",
        f"{size:.1f}",
        *each,
        *(ratio(one.cpu, own) for one in figures.values()),
    ]


def real(bench: Bench, options: argparse.Namespace) -> None:
    """The tables of real articles."""
    trees = {OURS: ROOT, **{f"{tree}": tree.resolve() for tree in options.before}}
    for tree in trees.values():  # its rule index is made before anything is measured
        spent(ours(ROOT / "README.md"), bench.work, _env_of(bench, tree))
    if options.one is not None:
        print(start_of(bench, options.one.resolve(), trees), flush=True)
    rows = [throughput(bench, folder.resolve(), trees) for folder in options.folders]
    head = ["real articles", "articles", "KB, mean", "rules asked, each", "… with nothing to say"]
    print("\n" + table([*head, *(f"{name}: processor, × {OURS}" for name in trees)], rows), flush=True)


def _env_of(bench: Bench, tree: Path) -> dict[str, str]:
    """The environment in which another tree of presslint runs, with a cache of its own for its rule index."""
    return {
        **bench.env,
        "PYTHONPATH": str(tree),
        "XDG_CACHE_HOME": str(bench.cache(tree.as_posix().replace("/", "_"))),
    }


# The run


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _processor() -> str:
    """The name of the processor as far as the system tells it."""
    try:
        match = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    except OSError:
        match = None
    return match[1] if match else platform.processor() or platform.machine()


def machine(bench: Bench, load: float) -> str:
    """The figures that are not ratios, for the goal that is stated so, and how far to trust them."""
    lines = [f"{_processor()}, {_cores()} cores, Python {platform.python_version()}:", ""]
    for name in [OURS, *(found.peer.name for found in bench.peers)]:
        sizes = [size for size in bench.sizes if bench.measured[name, size] is not None]
        figure = bench.measured[name, sizes[-1]] if sizes else None
        if figure is not None:
            lines.append(
                f"- {name}: {sizes[-1] / figure.cpu:,.0f} articles per second and core at {sizes[-1]:,}, "
                f"peak {figure.peak / 1024:,.0f} MiB"
            )
    lines += ["", f"The goal for presslint is {GOAL}. Equal runs of it lay {bench.apart - 1:.0%} apart."]
    if load > 0.3 * _cores():
        lines.append(f"The machine was busy (load {load:.1f}): run this again when it is not.")
    return "\n".join(lines)


def given(bench: Bench, missing: Sequence[Missing]) -> str:
    """What was run, and what was not."""
    largest = bench.sizes[-1]
    mean = bench.bytes_of[largest] / largest
    lines = [
        f"{largest:,} articles of {mean / 1000:.1f} KB in the mean.",
        "",
        "- presslint: its default rules",
    ]
    lines += [f"- {found.peer.name} {found.version}: {found.peer.given}" for found in bench.peers]
    lines += [f"- not run: {one}" for one in missing]
    return "\n".join(lines)


def link_sizes(bench: Bench) -> None:
    """Give every size its folder, the smaller ones as links into the largest."""
    largest = bench.folder(bench.sizes[-1])
    files = sorted(largest.iterdir())
    for size in bench.sizes:
        if size != bench.sizes[-1]:
            bench.folder(size).mkdir()
            for file in files[:size]:
                os.link(file, bench.folder(size) / file.name)
        bench.bytes_of[size] = sum(file.stat().st_size for file in files[:size])


def environment(work: Path) -> dict[str, str]:
    """The environment of every run: compiled files are kept, and no setting of the caller reaches a tool."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PRESSLINT_")}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    return {**env, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(work / CACHES)}


def measure(work: Path, options: argparse.Namespace) -> None:
    """Everything, in order, each table printed when it is known."""
    load = os.getloadavg()[0]
    env = environment(work)
    peers, missing = ([], []) if options.alone else look(options.peers, work, env)
    sizes = [size for size in sorted(set(options.sizes)) if size > 1]
    bench = Bench(work, sizes, env, options.limit, options.rounds, peers)
    if options.real:
        real(bench, options)
        return
    print("writing the corpus", file=sys.stderr, flush=True)
    corpus.write(bench.folder(sizes[-1]), sizes[-1], options.folders, options.seed)
    link_sizes(bench)
    print(given(bench, missing), flush=True)
    if 1 in options.sizes:
        print(f"\n{one_file(bench)}", flush=True)
    many(bench)
    for text in (*beside_peers(bench), growth(bench), cached(bench), rules(bench), machine(bench, load)):
        print(f"\n{text}", flush=True)


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "folders", nargs="*", type=Path, metavar="FOLDER", help="Markdown articles of your own"
    )
    parser.add_argument(
        "--peers",
        action="append",
        type=Path,
        default=[],
        metavar="DIR",
        help="where peers are installed; may be repeated",
    )
    parser.add_argument(
        "--real", action="store_true", help="measure the files of FOLDERs as they are, nothing else"
    )
    parser.add_argument("--one", type=Path, metavar="FILE", help="with --real: the article for the start")
    parser.add_argument(
        "--before",
        action="append",
        type=Path,
        default=[],
        metavar="TREE",
        help="with --real: another tree of presslint to run beside this one; may be repeated",
    )
    parser.add_argument("--alone", action="store_true", help="time presslint only")
    parser.add_argument("--sizes", type=_sizes, metavar="N,N…", help="numbers of articles (1,100,2000,20000)")
    parser.add_argument("--quick", action="store_true", help="1, 50 and 200 articles, fewer rounds")
    parser.add_argument(
        "--limit", type=float, default=120.0, metavar="S", help="seconds after which a peer is stopped (120)"
    )
    parser.add_argument("--rounds", type=int, metavar="N", help="of one file (9)")
    parser.add_argument("--seed", type=int, default=1, help="of the articles (1)")
    options = parser.parse_args(words)
    options.sizes = options.sizes or ([1, 50, 200] if options.quick else [1, 100, 2_000, 20_000])
    options.rounds = options.rounds or (3 if options.quick else 9)
    return options


def _sizes(text: str) -> list[int]:
    """Numbers of articles. Raises ValueError."""
    sizes = [int(part) for part in text.split(",")]
    if min(sizes) < 1 or max(sizes) < 2:
        raise ValueError(text)
    return sizes


def main() -> None:
    options = arguments()
    began = time.perf_counter()
    # short, as a peer is given the path of every file; resolved, as some follow links and some do not
    with tempfile.TemporaryDirectory(prefix="speed-") as place:
        measure(Path(place).resolve(), options)
    print(f"took {(time.perf_counter() - began) / 60:.1f} minutes", file=sys.stderr)


if __name__ == "__main__":
    main()
