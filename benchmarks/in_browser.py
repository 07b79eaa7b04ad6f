"""The playground beside presslint on this machine: are the notes the same, and how long does it take?

    python playground/build.py
    python benchmarks/in_browser.py [--each 100] [--seed 1] [--site build/playground/site] FOLDER…

Takes at most so many files of each folder, by chance, and checks each in both, as a text with the default config. Notes
are the same where rule, first and last character and message are. A headless Chromium that can reach nothing but
the site runs the playground. “Opened” is from the start of navigation to the first notes, with nothing in the
browser's cache. A check is timed in the worker, so without the way there and back.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import browser
from presslint import Config, check_text
from presslint.reading import FORMATS

ROOT = Path(__file__).resolve().parent.parent
Note = tuple[str, int, int, str]
SIZES = ((0, 3_000), (3_000, 10_000), (10_000, 50_000), (50_000, 10**9))


def chosen(folder: Path, each: int, chance: Random) -> list[Path]:
    """Files of a folder that presslint reads as text."""
    files = sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and FORMATS.get(path.suffix.lower(), "docx") != "docx"
    )
    return sorted(chance.sample(files, min(each, len(files))))


def native(text: str, name: str, config: Config) -> tuple[list[Note], float]:
    start = time.perf_counter()
    found = check_text(text, path=name, config=config).findings
    spent = time.perf_counter() - start
    return [(each.rule, each.start.offset, each.end.offset, each.message) for each in found], spent * 1_000


def inside(page: browser.Page, text: str, name: str) -> tuple[list[Note], float]:
    given = f"'check', {json.dumps(name)}, {{text: {json.dumps(text)}}}"
    said = json.loads(page.run(f"import('/page.js').then((page) => page.ask({given})).then(JSON.stringify)"))
    notes = [
        (each["rule"], each["start"]["offset"], each["end"]["offset"], each["message"])
        for each in said["answer"]["findings"]
    ]
    return notes, said["milliseconds"]


def compared(
    page: browser.Page, folder: Path, files: list[Path], times: list[tuple[int, float, float]]
) -> str:
    """A row of the table; what is not the same is told before it."""
    config = Config.from_mapping({})
    notes = same = 0
    for path in files:
        text = path.read_bytes().decode("utf-8", "replace")
        here, slow = native(text, path.name, config)
        there, spent = inside(page, text, path.name)
        times.append((len(text.encode()), slow, spent))
        notes += len(here)
        same += here == there
        if here != there:
            print(f"{path}\n  only here: {_without(here, there)}\n  only there: {_without(there, here)}")
    return f"| {folder.name} | {len(files)} | {notes} | {same} |"


def _without(left: list[Note], right: list[Note]) -> list[Note]:
    return [each for each in left if each not in right][:3]


def timed(times: list[tuple[int, float, float]]) -> Iterator[str]:
    yield "| size | files | on this machine, median ms | in the browser, median ms | worst ms |"
    yield "|---|---:|---:|---:|---:|"
    for low, high in SIZES:
        these = [(slow, spent) for size, slow, spent in times if low <= size < high]
        if these:
            slow, spent = (statistics.median(column) for column in zip(*these, strict=True))
            name = (
                f"{low / 1000:.0f} to {high / 1000:.0f} KB" if high < 10**9 else f"over {low / 1000:.0f} KB"
            )
            yield f"| {name} | {len(these)} | {slow:.0f} | {spent:.0f} | {max(each[1] for each in these):.0f} |"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--each", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--site", type=Path, default=ROOT / "build" / "playground" / "site")
    options = parser.parse_args()
    if browser.installed() is None:
        raise SystemExit(f"no browser is installed; one of {', '.join(browser.BROWSERS)} is needed")
    if not (options.site / "built.json").is_file():
        raise SystemExit(f"{options.site} holds no playground; run: python playground/build.py")
    chance = Random(options.seed)
    server = browser.Server(options.site)
    page, seconds = browser.opened(server.url)
    times: list[tuple[int, float, float]] = []
    rows = [compared(page, folder, chosen(folder, options.each, chance), times) for folder in options.folders]
    page.close()
    server.close()
    print("| folder | files | notes | files with the same notes |\n|---|---:|---:|---:|")
    print("\n".join(rows))
    print(f"\nOpened in {seconds:.1f} s.\n")
    print("\n".join(timed(times)))


if __name__ == "__main__":
    main()
