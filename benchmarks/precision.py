"""What the whole default catalogue says of good copy, rule by rule, and samples of it to read.

    python benchmarks/precision.py FOLDER… [--rule NAME]… [--sample N] [--seed N]

Every article of the folders goes through the catalogue as `presslint check` runs it without a
configuration (profile `news`). Printed are findings per severity and rule: how many, per 1,000 articles,
and per 1,000 words where they are warnings or errors. Professional copy should stay under one warning or
error per 1,000 words. `--sample` prints N findings per rule with the line that they stand in: reading
them is the only way to know how many are true. The same folders and seed give the same output.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from presslint.checking import check_bytes
from presslint.config import Config
from presslint.finding import Finding, Severity
from presslint.run import ArticleResult

SUFFIXES = frozenset((".md", ".markdown", ".txt", ".html"))
AROUND = 110  # characters shown on either side of a finding


class Count(NamedTuple):
    """What was read."""

    articles: int
    words: int


def results(folders: Iterable[Path], config: Config) -> Iterator[ArticleResult]:
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES):
            found, _ = check_bytes(path.read_bytes(), path.relative_to(folder).as_posix(), config, path)
            yield from found


def main() -> None:
    parser = argparse.ArgumentParser(description="Count what the default catalogue says of good copy.")
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--rule", action="append", metavar="NAME", help="only this rule")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="findings per rule to read")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()

    config = Config.load(args.folders[0], isolated=True)
    found: dict[str, list[tuple[ArticleResult, Finding]]] = defaultdict(list)
    articles = words = 0
    for result in results(args.folders, config):
        articles, words = articles + 1, words + result.word_count
        for finding in result.findings:
            if not args.rule or finding.rule in args.rule:
                found[finding.rule].append((result, finding))
    table(found, Count(articles, words))
    if args.sample:
        samples(found, args.sample, args.seed)


def table(found: dict[str, list[tuple[ArticleResult, Finding]]], read: Count) -> None:
    counts = {rule: Counter(finding.severity for _, finding in each) for rule, each in found.items()}
    total = sum(counts.values(), Counter[Severity]())
    loud = total[Severity.ERROR] + total[Severity.WARNING]
    print(f"{read.articles:,} articles, {read.words:,} words")
    print(
        f"{total[Severity.ERROR]:,} errors, {total[Severity.WARNING]:,} warnings, "
        f"{total[Severity.SUGGESTION]:,} suggestions; "
        f"errors and warnings per 1,000 words: {per(loud, read.words):.2f}"
    )
    print(
        f"\n{'rule':28} {'errors':>7} {'warnings':>9} {'suggestions':>12} {'per 1,000 articles':>19} "
        f"{'loud per 1,000 words':>21}"
    )
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1].total(), item[0])):
        loud = count[Severity.ERROR] + count[Severity.WARNING]
        print(
            f"{rule:28} {count[Severity.ERROR]:7} {count[Severity.WARNING]:9} {count[Severity.SUGGESTION]:12}"
            f" {per(count.total(), read.articles):19.1f} {per(loud, read.words):21.3f}"
        )


def per(count: int, of: int) -> float:
    return 1000 * count / of if of else 0.0


def samples(found: dict[str, list[tuple[ArticleResult, Finding]]], size: int, seed: int) -> None:
    for rule in sorted(found):
        each = found[rule]
        chosen = random.Random(f"{seed}:{rule}").sample(each, min(size, len(each)))
        print(f"\n{rule}: {len(chosen)} of {len(each)}")
        for result, finding in chosen:
            place = result.source.position(finding.span.start)
            print(f"  {finding.severity} {result.path}:{place.line} ({result.story_type})")
            print(f"      {finding.message}")
            print(f"      {context(result.source.text, finding)}")


def context(text: str, finding: Finding) -> str:
    """The words of a finding between ⟦ and ⟧, and what stands around them, on one line."""
    start, end = finding.span.start, finding.span.end
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return " ".join(f"{before}⟦{text[start:end][: 3 * AROUND]}⟧{after}".split())


if __name__ == "__main__":
    main()
