"""How soon an editor is answered: a real server over its streams, by size of the article.

    python benchmarks/editor.py [--keystrokes 40] [--sizes 6000 50000]

The articles are those of the corpus (corpus.py), made as long as asked, to a paragraph. Opened is from the start of the
process to the first diagnostics, the interpreter and every import included; then come the first diagnostics of a server that runs; then keystrokes, one after the other, each waited for, with no pause set
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

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import corpus
from presslint import Config, check_text


def article(size: int) -> str:
    """A text of about so many characters: an article of the corpus, cut after a paragraph or with others' bodies below."""
    parts = [corpus.article(1)]
    number = 2
    while sum(map(len, parts)) < size:
        parts.append("\n\n".join(corpus.Writer(1, number).body()) + "\n")
        number += 1
    text = "\n".join(parts)
    return text[: text.rfind("\n\n", 0, size)] + "\n"


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
    options.add_argument("--sizes", nargs="+", type=int, default=[6_000, 50_000])
    options.add_argument("--keystrokes", type=int, default=40)
    given = options.parse_args()
    print("| size | opened, new process | opened | keystroke, median | p95 | check_text, median | ratio |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for size in given.sizes:
        text = article(size)
        cold, warm, each = asyncio.run(measured(text, given.keystrokes))
        alone = median(in_process(text, given.keystrokes))
        p95 = quantiles(each, n=20)[-1]
        cells = [f"{1000 * value:,.0f} ms" for value in (cold, warm, median(each), p95, alone)]
        print(f"| {len(text) / 1000:.0f} kB | {' | '.join(cells)} | {median(each) / alone:.1f} |")


if __name__ == "__main__":
    main()
