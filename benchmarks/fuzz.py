"""Articles of every format, broken at random: no crash, no finding out of place, the same result twice.

    python benchmarks/fuzz.py [--seconds 600] [--inputs 100000] [--seed 0] [FOLDER…]

Seeds are `examples/` and what the folders hold (files up to 20 kB). Each input is a seed with one to six bytes, words, lines or
pieces of another seed cut, doubled, moved or put in, read under the name of a format and checked by all rules. Told
are crashes of a reader or a rule, findings that do not stand on what they name, and inputs whose second
result differs from the first. Exit code 1 if there is one.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from presslint.config.config import Config
from presslint.config.layers import command_line_layer
from presslint.engine.checking import check_bytes

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
LARGEST = 20_000
PIECES = (
    b"\0", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r", b"\r\n", b"\t", b"---\n", b"+++\n", b"```\n", b"<!--", b"-->", b"<b>",
    b"</p>", b"<table>", b"{", b"}", b"[", b"]", b'"', b"\\", b"&nbsp;", b"&#0;", b"&#x110000;", b"{{< x >}}", b"{% raw %}",
    b"> ", b"- ", b"1. ", b"# ", b"| a | b |\n|-|-|\n", b"[^1]", b"![x](", b"<script>", b"]]>", b"<![CDATA[", b": ", b"|\n", b"&a ", b"*a",
    "\u200b\u00ad\u202e\u0301\u2028\U0001f600\u0130\ufffc“”’…—".encode(), b"9" * 40, b"a" * 400, b"presslint: ignore[empty-section] x",
)  # fmt: skip


def broken(seed: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """A seed with a few things wrong with it."""
    data = bytearray(seed)
    for _ in range(chance.randint(1, 6)):
        at, size = chance.randint(0, len(data)), chance.choice((1, 1, 3, 12, 80, 600))
        what = chance.randrange(7)
        if what == 0:
            del data[at : at + size]
        elif what == 1:
            data[at:at] = data[at : at + size] * chance.randint(1, 3)
        elif what == 2:
            data[at:at] = chance.choice(PIECES)
        elif what == 3 and at < len(data):
            data[at] = chance.randrange(256)
        elif what == 4:
            other = chance.choice(seeds)
            start = chance.randint(0, len(other))
            data[at:at] = other[start : start + size]
        elif what == 5:
            lines = data.split(b"\n")
            chance.shuffle(lines) if chance.random() < 0.1 else lines.insert(
                0, lines.pop(chance.randrange(len(lines)))
            )
            data = bytearray(b"\n".join(lines))
        else:
            data = data[:at] if chance.random() < 0.3 else data
    return bytes(data[: 4 * LARGEST])


def wrong(data: bytes, name: str, config: Config, *, twice: bool) -> tuple[int, list[str]]:
    """How many findings an input has, and what is wrong with its results."""
    try:
        results, problems = check_bytes(data, name, config, Path(name))
    except Exception as error:  # whatever it is, it is told
        return 0, [f"crash: {type(error).__name__}: {error}"]
    told = [f"crash of a rule: {each.message}" for each in problems if each.kind == "rule-crash"]
    for result in results:
        size = len(result.source.text)
        for finding in result.findings:
            places = (
                finding.span,
                *(each.span for each in finding.see),
                *(edit.span for fix in finding.fixes for edit in fix.edits),
            )
            if not all(0 <= span.start <= span.end <= size for span in places):
                told.append(f"bad span: {finding.rule}")
    if twice:
        again, others = check_bytes(data, name, config, Path(name))
        if problems != others or [each.findings for each in results] != [each.findings for each in again]:
            told.append("another result the second time")
    return sum(len(result.findings) for result in results), told


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="folder for inputs that went wrong")
    options = parser.parse_args()
    files = [
        path
        for folder in (EXAMPLES, *options.folders)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    named = [(path.suffix or ".md", path.read_bytes()) for path in files if path.stat().st_size <= LARGEST]
    seeds = [data for _, data in named]
    suffixes = sorted({suffix for suffix, _ in named})
    chance = random.Random(options.seed)
    config = Config([command_line_layer({"select": ["all"]})], with_installed=False, today=date(2026, 11, 30))
    end, done, findings = time.process_time() + options.seconds, 0, 0
    faults: Counter[str] = Counter()
    while done < options.inputs and time.process_time() < end:
        suffix, seed = chance.choice(named)
        data = broken(seed, seeds, chance)
        name = f"story{suffix if chance.random() < 0.8 else chance.choice(suffixes)}"
        count, told = wrong(data, name, config, twice=done % 4 == 0)
        done, findings = done + 1, findings + count
        for fault in set(told):
            faults[fault] += 1
            if faults[fault] == 1:
                print(f"input {done} ({name}): {fault}", flush=True)
                if options.keep:
                    options.keep.mkdir(parents=True, exist_ok=True)
                    (options.keep / f"{done}-{name}").write_bytes(data)
    print(
        f"{done:,} inputs of {len(seeds)} seeds in {len(suffixes)} formats, {findings:,} findings, {sum(faults.values())} faults"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
