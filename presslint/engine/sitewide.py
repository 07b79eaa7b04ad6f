"""A whole site at once: each article read once for its digest, then the rules that compare them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from presslint.config.config import Configs
from presslint.engine.checking import Checked, read_bytes
from presslint.engine.lint import fingerprinted
from presslint.engine.run import ArticleResult
from presslint.engine.suppress import apply_suppressions
from presslint.model.badvalue import said_by
from presslint.model.finding import Finding
from presslint.model.problem import FileProblem
from presslint.model.source import Source, SourceError
from presslint.packs.site import Digest, SiteIndex, SiteRule, digest
from presslint.reading import read


def check_site(files: Sequence[Path], configs: Configs) -> Checked:
    """Run the site rules of the top config over all files.

    Articles with findings are read a second time, for their text and their suppressions.
    """
    plan = configs.top.plan(Path("story.md"))
    chosen = [rule.loaded() for rule in plan.site_rules]
    rules = [rule for rule in chosen if isinstance(rule, SiteRule)]
    index = SiteIndex()
    results: list[ArticleResult] = []
    problems: list[FileProblem] = []
    places: dict[str, int] = {}
    for path in files:
        for result, left in _digests(path, configs, rules, problems):
            places[left.key] = len(results)
            results.append(result)
            index.add(left)
    found: dict[str, list[Finding]] = {}
    for rule in rules:
        try:
            for key, finding in rule.conclude(index):
                found.setdefault(key, []).append(finding)
        except (Exception, SystemExit) as error:
            message = f"the rule “{rule.name}” failed ({said_by(error)}); the other rules ran"
            problems.append(FileProblem(".", message, kind="rule-crash"))
    for key, findings in found.items():
        at = places[key]
        results[at] = _with_findings(results[at], findings, configs, rules)
    return results, problems


def _digests(
    path: Path, configs: Configs, rules: Sequence[SiteRule], problems: list[FileProblem]
) -> list[tuple[ArticleResult, Digest]]:
    config = configs.for_file(path)
    data = read_bytes(path, config)
    if isinstance(data, FileProblem):
        problems.append(data)
        return []
    left: list[tuple[ArticleResult, Digest]] = []
    try:
        for article in read(data, path.as_posix(), config.plan(path).reading):
            light = replace(ArticleResult.of(article), source=Source("", article.source.path))
            left.append((light, digest(article, rules)))
    except SourceError as error:
        problems.append(FileProblem(path.as_posix(), error.reason, error.line, error.column))
    return left


def _with_findings(
    result: ArticleResult, findings: Sequence[Finding], configs: Configs, rules: Sequence[SiteRule]
) -> ArticleResult:
    """The result with its findings, but for those that the article suppresses."""
    path = Path(result.path)
    config = configs.for_file(path)
    data = read_bytes(path, config)
    if isinstance(data, FileProblem):
        return result
    plan = config.plan(path)
    article = next(each for each in read(data, result.path, plan.reading) if each.key == result.key)
    outcome = apply_suppressions(
        article, findings, {rule.name: rule for rule in rules}, plan.known, config.today or date.today()
    )
    outcome.findings.sort(key=lambda finding: finding.sort_key)
    return replace(
        ArticleResult.of(article, tuple(fingerprinted(outcome.findings))),
        suppressed=tuple(outcome.suppressed),
    )
