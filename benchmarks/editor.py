"""How soon an editor is answered: a real server over its streams, by size of the article.

    python benchmarks/editor.py [--keystrokes 40] [--sizes 6000 50000] [FILE]

An article is made as long as asked by repeating the paragraphs of FILE (default: an example story). Opened is from
the start of the process to the first diagnostics, the interpreter and every import included; then come the first
diagnostics of a server that runs; then keystrokes, one after the other, each waited for, with no pause set
(`debounce: 0`). Beside each stands what `check_text` takes in process for the same text, measured in the same run;
the ratio is what holds on another machine.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from presslint import Config, check_text

STORY = Path(__file__).parents[1] / "examples" / "clean-story.md"


def article(size: int, source: str) -> str:
    """A text of about so many characters: the head of the source, and its paragraphs over and over, each another."""
    head, _, body = source.partition("\n---\n")
    paragraphs = [part for part in body.split("\n\n") if len(part) > 40]
    parts, length, number = [head + "\n---\n"], 0, 0
    while length < size:
        part = paragraphs[number % len(paragraphs)]
        number += 1
        parts.append(f"{part} That was call {number}.")
        length += len(parts[-1])
    return "\n\n".join(parts) + "\n"


def changed(text: str, number: int) -> str:
    """The text after a keystroke near its end."""
    return text + "abcdefghij"[number % 10]


async def measured(text: str, keystrokes: int) -> tuple[float, float, list[float]]:
    """Seconds to the first diagnostics of a new process, of one that runs, and after each keystroke."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
    from editor import editor

    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "presslint.yaml").write_text("fail-on: never\n")
        began = perf_counter()
        async with editor(folder, options={"debounce": 0}) as ed:
            first = ed.open(folder / "a.md", text)
            await ed.published(first)
            cold = perf_counter() - began
            began = perf_counter()
            second = ed.open(folder / "b.md", text)
            await ed.published(second)
            warm = perf_counter() - began
            each = []
            for number in range(keystrokes):
                lines = ed.lines(second)
                end = lines.position(len(text) + number)
                began = perf_counter()
                version = ed.insert(second, end, "abcdefghij"[number % 10])
                await ed.published(second, version)
                each.append(perf_counter() - began)
        return cold, warm, each


def in_process(text: str, times: int) -> list[float]:
    """Seconds of check_text, on texts that differ."""
    config = Config.from_mapping({})
    check_text(text, path="a.md", config=config)
    spent = []
    for number in range(times):
        text = changed(text, number)
        began = perf_counter()
        check_text(text, path="a.md", config=config)
        spent.append(perf_counter() - began)
    return spent


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("file", nargs="?", type=Path, default=STORY)
    options.add_argument("--sizes", nargs="+", type=int, default=[6_000, 50_000])
    options.add_argument("--keystrokes", type=int, default=40)
    given = options.parse_args()
    source = given.file.read_text(encoding="utf-8")
    print("| size | opened, new process | opened | keystroke, median | p95 | check_text, median | ratio |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for size in given.sizes:
        text = article(size, source)
        cold, warm, each = asyncio.run(measured(text, given.keystrokes))
        alone = median(in_process(text, given.keystrokes))
        p95 = quantiles(each, n=20)[-1]
        cells = [f"{1000 * value:,.0f} ms" for value in (cold, warm, median(each), p95, alone)]
        print(f"| {len(text) / 1000:.0f} kB | {' | '.join(cells)} | {median(each) / alone:.1f} |")


if __name__ == "__main__":
    main()
