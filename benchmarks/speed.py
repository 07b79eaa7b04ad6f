"""What a run costs, as ratios to starting Python, and how it grows; CPU time of whole processes.

    python benchmarks/speed.py FOLDER

FOLDER holds Markdown articles. Everything is measured in one run on one machine: `python -c pass`, a run
that was made before (warm), a changed file (cold), a run without any cache, then 100, 1,000 and 2,000
articles with one process and with two. Only ratios are printed: seconds say more about the machine.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# what the installed command does; `-m` would load runpy as well
RUN = [sys.executable, "-c", "from presslint.__main__ import main; main()", "check"]


def measured(
    command: list[str], env: dict[str, str], times: int, before: Callable[[int], None] | None = None
) -> float:
    """Median CPU seconds of a process and its children."""
    spent = []
    for number in range(times):
        if before is not None:
            before(number)
        start = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        end = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime)
    return statistics.median(spent)


def main(folder: Path) -> None:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env["PYTHONPATH"] = str(ROOT)
    with tempfile.TemporaryDirectory() as place:
        env["XDG_CACHE_HOME"] = str(Path(place) / "cache")
        story = Path(place) / "story.md"
        text = (ROOT / "examples" / "clean-story.md").read_text(encoding="utf-8")
        story.write_text(text, encoding="utf-8")

        def change(number: int) -> None:
            story.write_text(f"{text}\nWord {number}, the council said on Tuesday.\n", encoding="utf-8")

        plain = measured([sys.executable, "-c", "pass"], env, 21)
        measured([*RUN, str(story)], env, 2)
        print("| run | × `python -c pass` |\n|---|---:|")
        print(f"| one file, checked before (warm) | {measured([*RUN, str(story)], env, 21) / plain:.1f} |")
        print(f"| one file, changed (cold) | {measured([*RUN, str(story)], env, 11, change) / plain:.1f} |")
        print(f"| one file, no cache at all | {measured([*RUN, str(story), '-n'], env, 7) / plain:.1f} |")
        growth(sorted(folder.rglob("*.md")), Path(place), env)


def growth(files: list[Path], place: Path, env: dict[str, str]) -> None:
    """Time per article against that of 100 articles, and what a second process gains."""
    print(
        "\n| articles | CPU per article, × that of 100 | wall of one process, × that of two |\n|---:|---:|---:|"
    )
    first = 0.0
    for size in (100, 1000, 2000):
        folder = place / str(size)
        folder.mkdir()
        for number in range(size):
            shutil.copy(files[number % len(files)], folder / f"{number}-{files[number % len(files)].name}")
        walls = []
        spent = 0.0
        for jobs in ("1", "2"):
            began = time.perf_counter()
            used = measured([*RUN, str(folder), "-n", "-j", jobs, "--no-force-exclude", "-q"], env, 1)
            walls.append(time.perf_counter() - began)
            spent = spent or used
        first = first or spent / size
        print(f"| {size:,} | {spent / size / first:.2f} | {walls[0] / walls[1]:.2f} |")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
