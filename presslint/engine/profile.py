"""What rules cost: time, calls and findings of each, and of what they share.

The parts of an article that several rules ask for (sentences, quotations, attribution…) are asked for
before any rule runs and counted apart, so that no rule pays for what the next one uses too. Only those
are asked for that the rules asked for on a twin of the article, so that nothing is charged that a run
does not pay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from time import process_time
from typing import Any, TypeVar

from msgspec import Struct

from presslint.article import Article
from presslint.config.config import Configs
from presslint.engine.checking import read_bytes
from presslint.engine.lint import reason_to_skip
from presslint.model.finding import Finding
from presslint.model.problem import FileProblem
from presslint.model.source import SourceError
from presslint.packs.rule import Rule
from presslint.reading import read

T = TypeVar("T")

READING = "(reading)"
CHOOSING = "(choosing rules)"


class Cost(Struct):
    """Processor time in seconds, how often it was spent, and what it found."""

    seconds: float = 0.0
    calls: int = 0
    findings: int = 0


class Profile:
    """Costs by rule, and in brackets by what rules share; `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = process_time) -> None:
        self.costs: dict[str, Cost] = {}
        self._clock = clock

    def add(self, files: Sequence[Path], configs: Configs) -> None:
        """Read the files and run their rules once more. What goes wrong is the business of the check."""
        for path in files:
            config = configs.for_file(path)
            data = read_bytes(path, config)
            if isinstance(data, FileProblem):
                continue
            plan = config.plan(path)
            try:
                articles = read(data, path.as_posix(), plan.reading)
                twins = read(data, path.as_posix(), plan.reading)
                while (article := self._time(READING, next, articles, None)) is not None:
                    self._run(article, next(twins), plan.rules)
            except (SourceError, RecursionError):
                continue

    def _run(self, article: Article, twin: Article, rules: Sequence[Rule]) -> None:
        running = self._time(CHOOSING, _chosen, article, rules)
        for rule in running:
            with suppress(Exception):
                _findings(rule, twin)
        for name, work in _shared(article, twin):
            self._time(name, work)
        for rule in running:
            with suppress(Exception):
                findings = self._time(rule.name, _findings, rule, article)
                self.costs[rule.name].findings += len(findings)

    def _time(self, name: str, work: Callable[..., T], *arguments: Any) -> T:
        cost = self.costs.setdefault(name, Cost())
        cost.calls += 1
        begin = self._clock()
        try:
            return work(*arguments)
        finally:
            cost.seconds += self._clock() - begin

    def table(self) -> Iterator[str]:
        """Lines of text, the dearest first."""
        total = sum(cost.seconds for cost in self.costs.values()) or 1.0
        yield f"{'share':>7}  {'seconds':>8}  {'calls':>8}  {'findings':>8}  rule"
        for name, cost in sorted(self.costs.items(), key=lambda item: (-item[1].seconds, item[0])):
            share = f"{cost.seconds / total:.1%}"
            yield f"{share:>7}  {cost.seconds:8.3f}  {cost.calls:8,}  {cost.findings or '.':>8}  {name}"


def _chosen(article: Article, rules: Sequence[Rule]) -> list[Rule]:
    return [rule for rule in rules if reason_to_skip(rule, article) is None]


def _shared(article: Article, twin: Article) -> Iterator[tuple[str, Callable[[], object]]]:
    """The parts that rules share and asked for on the twin, each with the work that it is."""
    asked = vars(twin)
    yield "(words)", lambda: article.word_count
    if "sections" in asked:
        yield "(sections)", lambda: article.sections
    cut = [mine for mine, other in zip(article.prose, twin.prose, strict=True) if "sentences" in vars(other)]
    if cut:
        yield "(sentences)", lambda: [passage.sentences for passage in cut]
    if "own_prose" in asked:
        yield "(quotations)", lambda: article.own_prose
    if "attribution" in asked:
        yield "(attribution)", lambda: article.attribution.sentences


def _findings(rule: Rule, article: Article) -> list[Finding]:
    return list(rule.check(article))
