"""JUnit XML for CI dashboards: an article is a suite, an error or a warning a failed case.

GitLab drops a case whose class and name it has seen, Jenkins refuses attributes that its schema does
not know: so the place stands in the name, and the names are kept apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from presslint.engine.run import ArticleResult, Run
from presslint.model.finding import Finding, Severity
from presslint.model.problem import FileProblem
from presslint.report import ReportOptions
from presslint.report.xmltext import attributes, content

Case = tuple[str, str, str]  # name, XML inside the case, kind: failure | error | system-out | empty


def render(run: Run, options: ReportOptions = ReportOptions()) -> Iterator[str]:
    """One suite per file; suggestions are output of a case that passes, never a failure."""
    counts = run.counts
    suites: dict[str, list[Case]] = {}
    for result in run.articles:
        suites.setdefault(result.path, []).extend(_cases(result))
    for problem in run.problems:
        suites.setdefault(problem.path, []).append(_problem(problem))
    tests = sum(map(len, suites.values()))
    head = attributes(
        name="presslint", tests=tests, failures=counts.errors + counts.warnings, errors=counts.problems
    )
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites{head}>\n'
    for path, cases in suites.items():
        yield from _suite(path, cases)
    yield "</testsuites>\n"


def _suite(path: str, cases: list[Case]) -> Iterator[str]:
    kinds = [kind for _, _, kind in cases]
    values = attributes(
        name=path, tests=len(cases), failures=kinds.count("failure"), errors=kinds.count("error"), skipped=0
    )
    yield f"  <testsuite{values}>\n"
    seen: dict[str, int] = {}
    for name, body, _ in cases:
        seen[name] = seen.get(name, 0) + 1
        unique = name if seen[name] == 1 else f"{name} #{seen[name]}"
        opening = f"    <testcase{attributes(name=unique, classname=f'presslint.{path}')}"
        yield f"{opening}>\n{body}    </testcase>\n" if body else f"{opening}/>\n"
    yield "  </testsuite>\n"


def _cases(result: ArticleResult) -> list[Case]:
    """The findings of an article, after a passing case where nothing is wrong with it."""
    found = [_finding(result, finding) for finding in result.findings]
    if any(kind == "failure" for _, _, kind in found):
        return found
    return [(f"presslint ({result.key})" if result.key else "presslint", "", ""), *found]


def _finding(result: ArticleResult, finding: Finding) -> Case:
    line, column = result.start(finding)
    where = f"{line}:{column}" + (f", {result.key}" if result.key else "")
    text = content(f"{result.path}:{line}:{column}: {finding.severity} {finding.rule}: {finding.message}")
    name = f"{finding.rule} ({where})"
    if finding.severity is Severity.SUGGESTION:
        return name, f"      <system-out>{text}</system-out>\n", "system-out"
    values = attributes(type=finding.severity, message=f"{line}:{column} {finding.rule} {finding.message}")
    return name, f"      <failure{values}>{text}</failure>\n", "failure"


def _problem(problem: FileProblem) -> Case:
    values = attributes(type=problem.kind, message=problem.message)
    text = content(f"{problem.place}: {problem.message}")
    return problem.kind, f"      <error{values}>{text}</error>\n", "error"
