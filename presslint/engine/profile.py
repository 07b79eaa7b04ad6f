"""What rules cost: time, calls and findings of each, and of what they share.

The parts of an article that several rules ask for (sentences, quotations, attribution…) are asked for
before any rule runs and counted apart, so that no rule pays for what the next one uses too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
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
SHARED: Mapping[str, Callable[[Article], object]] = {
    "(story type)": lambda article: (article.story_type, article.language),
    "(sections)": lambda article: (article.sections, article.word_count),
    "(sentences)": lambda article: [(passage.sentences, passage.words) for passage in article.prose],
    "(quotations)": lambda article: article.own_prose,
    "(attribution)": lambda article: article.attribution.sentences,
}


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
                while (article := self._time(READING, next, articles, None)) is not None:
                    self._run(article, plan.rules)
            except (SourceError, RecursionError):
                continue

    def _run(self, article: Article, rules: Sequence[Rule]) -> None:
        for name, ask in SHARED.items():
            self._time(name, ask, article)
        for rule in rules:
            if reason_to_skip(rule, article) is None:
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


def _findings(rule: Rule, article: Article) -> list[Finding]:
    return list(rule.check(article))
