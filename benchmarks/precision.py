"""What the whole default catalogue says of good copy, rule by rule, and samples of it to read.

    python benchmarks/precision.py FOLDER… [--judged TABLE]… [--rule NAME]… [--by-rule] [--sample N] [--seed N]

Each folder is a site. Its articles go through the catalogue as `presslint check` runs it without a
configuration (profile `news`), repeats and lacks of a whole site told once. Printed, in Markdown, is a table
by site and one by language: articles, words, findings by level, and errors and warnings per 1,000 words.
With tables of judged findings (`file` begins with the folder's name; see benchmarks/judged.py) it says how many
of those that still stand were judged, and how many are true. `--by-rule` counts each rule; `--sample` prints
N findings per rule with the line that they stand in: reading them is the only way to know how many are true.
The same folders and seed give the same output.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from judged import Judged, Spoken, counted, read_verdicts
from msgspec.structs import replace

from presslint.config.config import Config, Configs
from presslint.config.discover import discover
from presslint.engine.checking import check_bytes
from presslint.engine.folding import folded
from presslint.engine.run import ArticleResult, Run
from presslint.model.finding import Finding, Severity

AROUND = 110  # characters shown on either side of a finding
LEVELS = (Severity.ERROR, Severity.WARNING, Severity.SUGGESTION)


class Told(NamedTuple):
    """An article as a report tells of it, and as its places are."""

    site: str
    language: str
    result: ArticleResult
    spoken: list[Spoken]


def site(folder: Path, config: Config) -> list[Told]:
    """The articles of a site, rolled up as a run on it is."""
    results, languages = [], []
    for path in discover([folder], Configs(config, nearest=False)).files:
        name = path.relative_to(folder.parent).as_posix()
        found, _ = check_bytes(path.read_bytes(), name, config, path, keep_article=True)
        for result in found:
            assert result.article is not None
            languages.append(result.article.primary_language or "unknown")
            results.append(replace(result, article=None))
    run = folded(Run(articles=tuple(results)), [config.catalog.entries])
    return [
        Told(folder.name, language, result, list(spoken(plain)))
        for language, plain, result in zip(languages, results, run.articles, strict=True)
    ]


def spoken(result: ArticleResult) -> Iterator[Spoken]:
    for finding in result.findings:
        yield Spoken(finding.rule, str(finding.severity), result.path, result.start(finding).line)


def main() -> None:
    parser = argparse.ArgumentParser(description="Count what the default catalogue says of good copy.")
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--judged", type=Path, action="append", default=[], metavar="TABLE")
    parser.add_argument("--rule", action="append", metavar="NAME", help="only this rule")
    parser.add_argument("--by-rule", action="store_true", help="count each rule as well")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="findings per rule to read")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--today", type=date.fromisoformat, metavar="DATE")
    args = parser.parse_args()

    config = Config.load(args.folders[0], isolated=True, today=args.today)
    articles = [told for folder in args.folders for told in site(folder.resolve(), config)]
    if args.rule:
        articles = [only(told, args.rule) for told in articles]
    judged = read_verdicts(args.judged)
    print("\n".join(table("site", articles, judged)))
    print("\n" + "\n".join(table("language", articles, judged)))
    found: dict[str, list[tuple[ArticleResult, Finding]]] = defaultdict(list)
    for told in articles:
        for finding in told.result.findings:
            found[finding.rule].append((told.result, finding))
    if args.by_rule:
        print(
            "\n" + "\n".join(by_rule(found, len(articles), sum(told.result.word_count for told in articles)))
        )
    if args.sample:
        samples(found, args.sample, args.seed)


def only(told: Told, rules: Sequence[str]) -> Told:
    """The article with the findings of some rules."""
    findings = tuple(finding for finding in told.result.findings if finding.rule in rules)
    places = [each for each in told.spoken if each.rule in rules]
    return told._replace(result=replace(told.result, findings=findings), spoken=places)


def table(by: str, articles: Sequence[Told], judged: Sequence[Judged]) -> Iterator[str]:
    """A Markdown table, a row for each site or language and one for all."""
    heads = [
        by,
        "articles",
        "words",
        "errors",
        "warnings",
        "suggestions",
        "errors and warnings per 1,000 words",
    ]
    if judged:
        heads += [f"{level}s true" for level in LEVELS]
    yield f"| {' | '.join(heads)} |"
    yield "|---|" + "---:|" * (len(heads) - 1)
    groups: dict[str, list[Told]] = defaultdict(list)
    for told in articles:
        groups[getattr(told, by)].append(told)
    for name in sorted(groups):
        yield f"| {' | '.join([name, *row(groups[name], judged)])} |"
    if len(groups) > 1:
        yield f"| {' | '.join(['**all**', *row(articles, judged)])} |"


def row(articles: Sequence[Told], judged: Sequence[Judged]) -> Iterator[str]:
    """The figures of a row; “34 of 36” judged findings are true that stand at their level today."""
    words = sum(told.result.word_count for told in articles)
    counts = Counter(finding.severity for told in articles for finding in told.result.findings)
    yield f"{len(articles):,}"
    yield f"{words:,}"
    for level in LEVELS:
        yield f"{counts[level]:,}"
    yield f"{per(counts[Severity.ERROR] + counts[Severity.WARNING], words):.2f}"
    if not judged:
        return
    verdicts = Counter[tuple[str, str]]()
    for (_, level), count in counted(judged, [each for told in articles for each in told.spoken]).items():
        for what in ("TRUE", "judged"):
            verdicts[level, what] += count[what]
    for level in LEVELS:
        yield f"{verdicts[str(level), 'TRUE']} of {verdicts[str(level), 'judged']}"


def by_rule(
    found: dict[str, list[tuple[ArticleResult, Finding]]], articles: int, words: int
) -> Iterator[str]:
    """A Markdown table of rules, the most frequent first."""
    yield "| rule | errors | warnings | suggestions | per 1,000 articles | errors and warnings per 1,000 words |"
    yield "|---|---:|---:|---:|---:|---:|"
    counts = {rule: Counter(finding.severity for _, finding in each) for rule, each in found.items()}
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1].total(), item[0])):
        loud = count[Severity.ERROR] + count[Severity.WARNING]
        levels = " | ".join(f"{count[level]:,}" for level in LEVELS)
        yield f"| {rule} | {levels} | {per(count.total(), articles):.1f} | {per(loud, words):.3f} |"


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
