"""What one run found, in the shape that every report reads: articles, findings by state, problems, rules.

The engine fills it, `presslint.report` renders it, `presslint.report.load` reads it back from JSON.
Everything here is frozen and picklable, so worker processes can send it home.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cached_property
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from presslint.article import Article
from presslint.model.finding import Finding, Severity
from presslint.model.problem import FileProblem
from presslint.model.source import Position, Source


class Verdict(Enum):
    """What an editor does with an article; the value is how a report says it."""

    PUBLISH = "publish"  # nothing new, or suggestions only
    ASK = "ask first"  # a warning: a desk editor would ask
    FIX = "fix first"  # an error: no editor would defend it


class RuleInfo(Struct, frozen=True):
    """What a report says of a rule; `fixes` holds the applicabilities that its fixes can have."""

    name: str
    chapter: str = ""
    summary: str = ""
    why: str = ""
    severity: Severity = Severity.WARNING
    url: str = ""
    fixes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Suppressed(Struct, frozen=True):
    """A finding that the article itself silences, with the reason its author gave."""

    finding: Finding
    reason: str = ""


class Silence(Struct, frozen=True):
    """A suppression as a reviewer is told of it: the rule, why, how far (block, stretch, article), and where."""

    rule: str
    reason: str
    scope: str
    line: int


class Skipped(Struct, frozen=True):
    """A rule that could not judge an article: “the format carries no links”."""

    rule: str
    reason: str


class Fixed(Struct, frozen=True):
    """Fixes that were written to a file, by rule."""

    path: str
    rule: str
    count: int = 1


class ArticleResult(Struct, frozen=True):
    """One article and what was found in it.

    `path` is relative to the run's root, with `/`. `key` tells articles of one file apart. `findings`
    are the new ones; `baselined` were there before and move no verdict. `article` is kept only for
    reports that set the copy (html). `sketch` is the digest of the real text when `source` was put
    together from the excerpts of a saved run: lines with findings are true, the rest is blank.
    """

    path: str
    source: Source
    key: str = ""
    format: str = ""
    headline: str = ""
    section: str = ""
    bylines: tuple[str, ...] = ()
    published: str = ""  # as the article has it; see `published_on`
    story_type: str = ""
    word_count: int = 0
    findings: tuple[Finding, ...] = ()
    baselined: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    explained: tuple[
        Finding, ...
    ] = ()  # of a base: what graver findings explain there, so that it is not new
    silences: tuple[Silence, ...] = ()  # of a change: the suppressions that it brings or widens
    rests_on: tuple[
        tuple[str, bool], ...
    ] = ()  # other files that were asked for, and whether they were there
    article: Article | None = None
    sketch: str = ""

    @classmethod
    def of(
        cls,
        article: Article,
        findings: tuple[Finding, ...] = (),
        *,
        baselined: tuple[Finding, ...] = (),
        suppressed: tuple[Suppressed, ...] = (),
        skipped: tuple[Skipped, ...] = (),
        keep_article: bool = False,
    ) -> ArticleResult:
        """The result for an article, its headline, section, bylines and date read from its fields."""
        headline, section = article.headline, article.get("section") or article.get("categories")
        published = article.published
        day = published.value if published else None
        return cls(
            path=article.source.path,
            source=article.source,
            key=article.key,
            format=article.format,
            headline=headline.text if headline else "",
            section=section.text if section else "",
            bylines=tuple(byline.text for byline in article.bylines),
            published=day.isoformat() if isinstance(day, date) else published.text if published else "",
            story_type=article.story_type,
            word_count=article.word_count,
            findings=findings,
            baselined=baselined,
            suppressed=suppressed,
            skipped=skipped,
            rests_on=tuple(article.asked_for.items()),
            article=article if keep_article else None,
        )

    @property
    def byline(self) -> str:
        return ", ".join(self.bylines)

    @property
    def title(self) -> str:
        """The headline on one line, or the file's name where there is none."""
        return " ".join(self.headline.split()) or self.path.rsplit("/", 1)[-1]

    @property
    def published_on(self) -> date | None:
        """The publication date where it is written as an ISO date."""
        try:
            return date.fromisoformat(self.published[:10])
        except ValueError:
            return None

    @property
    def verdict(self) -> Verdict:
        worst = max((finding.severity for finding in self.findings), default=Severity.OFF)
        if worst is Severity.ERROR:
            return Verdict.FIX
        return Verdict.ASK if worst is Severity.WARNING else Verdict.PUBLISH

    def count(self, severity: Severity) -> int:
        """New findings of one severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def states(self) -> Iterator[tuple[Finding, str]]:
        """Every open finding with its state, `new` or `baselined`, in the order of the text."""
        both = [(found, "new") for found in self.findings]
        both += [(found, "baselined") for found in self.baselined]
        return iter(sorted(both, key=lambda pair: pair[0].sort_key))

    def start(self, finding: Finding) -> Position:
        """Line and column, in code points from 1, at which a finding begins."""
        return self.source.position(finding.span.start)

    def end(self, finding: Finding) -> Position:
        """Line and column just behind a finding."""
        return self.source.position(finding.span.end)


class Counts(Struct, frozen=True):
    """The numbers of a run; severities count new findings only."""

    files: int = 0
    articles: int = 0
    words: int = 0
    errors: int = 0
    warnings: int = 0
    suggestions: int = 0
    baselined: int = 0
    suppressed: int = 0
    problems: int = 0
    fixed: int = 0
    fixable: int = 0  # new findings that `--fix` would mend
    fixable_unsafe: int = 0  # more of them with `--unsafe-fixes`
    flagged: int = 0  # articles with a new finding

    @property
    def new(self) -> int:
        return self.errors + self.warnings + self.suggestions


class Run(Struct, frozen=True, dict=True):
    """All that a run found, in the order in which it is to be shown.

    `root` is the folder that paths are relative to; `base` the revision that findings were compared
    with, or empty; `notices` are single lines for people (“3 baseline entries are stale”); `failures`
    are such lines that shut the gate though no finding does.
    """

    articles: tuple[ArticleResult, ...] = ()
    problems: tuple[FileProblem, ...] = ()
    notices: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
    fixed: tuple[Fixed, ...] = ()
    tool_version: str = ""
    root: str = "."
    base: str = ""
    rules: Mapping[str, RuleInfo] = field(default_factory=dict)

    def rule(self, name: str) -> RuleInfo:
        """What is known of a rule; its bare name where the run does not say more."""
        return self.rules.get(name) or RuleInfo(name)

    def findings(self) -> Iterator[tuple[ArticleResult, Finding]]:
        """Every new finding with its article."""
        for result in self.articles:
            for finding in result.findings:
                yield result, finding

    def seen_from(self, place: Path, top: Path) -> Run:
        """The same run with paths as they are seen from `top`; they are now seen from the folder `place`."""
        if place == top:
            return self

        def moved(path: str) -> str:
            full = Path(os.path.normpath(place / path))
            return full.relative_to(top).as_posix() if full.is_relative_to(top) else path

        return replace(
            self,
            articles=tuple(replace(each, path=moved(each.path)) for each in self.articles),
            problems=tuple(replace(each, path=moved(each.path)) for each in self.problems),
        )

    @cached_property
    def counts(self) -> Counts:
        levels = dict.fromkeys(Severity, 0)
        fixable = fixable_unsafe = 0
        for _, finding in self.findings():
            levels[finding.severity] += 1
            kinds = {fix.applicability for fix in finding.fixes}
            fixable += "safe" in kinds
            fixable_unsafe += "unsafe" in kinds and "safe" not in kinds
        return Counts(
            files=len({found.path for found in self.articles} | {found.path for found in self.problems}),
            articles=len(self.articles),
            words=sum(result.word_count for result in self.articles),
            errors=levels[Severity.ERROR],
            warnings=levels[Severity.WARNING],
            suggestions=levels[Severity.SUGGESTION],
            baselined=sum(len(result.baselined) for result in self.articles),
            suppressed=sum(len(result.suppressed) for result in self.articles),
            problems=len(self.problems),
            fixed=sum(fixed.count for fixed in self.fixed),
            fixable=fixable,
            fixable_unsafe=fixable_unsafe,
            flagged=sum(bool(result.findings) for result in self.articles),
        )

    @property
    def worst(self) -> Severity:
        """The highest severity among new findings; OFF when there are none."""
        return max((finding.severity for _, finding in self.findings()), default=Severity.OFF)

    @property
    def verdict(self) -> Verdict:
        """The verdict of the article that is worst off; a file that could not be read is to be fixed."""
        if self.problems or self.worst is Severity.ERROR:
            return Verdict.FIX
        return Verdict.ASK if self.worst is Severity.WARNING else Verdict.PUBLISH
