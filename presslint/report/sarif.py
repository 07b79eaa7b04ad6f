"""SARIF 2.1.0 as GitHub code scanning, Azure DevOps and editors take it.

Limits are GitHub's: texts of 1,024 characters, 25,000 results, 20 tags. Findings of the baseline are
in, marked `unchanged`, for code scanning compares with the default branch itself; suppressed ones
are out, for GitHub would open alerts for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from presslint.engine.run import ArticleResult, RuleInfo, Run
from presslint.model.finding import Finding, Fix, Severity
from presslint.model.problem import FileProblem
from presslint.model.source import Source, Span
from presslint.report import ReportOptions
from presslint.report.jsontext import dumps
from presslint.report.linehash import LineHashes

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
HOME = "https://github.com/presslint/presslint"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
PROBLEM_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "recommendation"}
PRECISION = {Severity.ERROR: "very-high", Severity.WARNING: "high", Severity.SUGGESTION: "medium"}
MOST_RESULTS = 25_000  # that code scanning takes in one run
MOST_KEPT = 5_000  # GitHub keeps this many of them; the worst go first where there are more
MOST_PLACES = 100  # related places of one result that it shows
MOST_TEXT = 1024  # characters of a message that it shows

Entry = tuple[ArticleResult, Finding, str]  # with the state: new | baselined


def render(run: Run, options: ReportOptions = ReportOptions()) -> Iterator[str]:
    """One SARIF log with one run, one result per line."""
    entries = [(result, finding, state) for result in run.articles for finding, state in result.states()]
    if len(entries) > MOST_KEPT:
        entries.sort(key=lambda entry: (entry[2] != "new", -entry[1].severity))
    left_out = len(entries) - MOST_RESULTS
    entries = entries[:MOST_RESULTS]
    rules = list(dict.fromkeys(finding.rule for _, finding, _ in entries))
    index = {name: number for number, name in enumerate(rules)}
    head = {
        "tool": {"driver": _driver(run, rules)},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "automationDetails": {"id": "presslint/"},
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "Root of the repository"}}},
        "invocations": [_invocation(run, left_out)],
    }
    yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [\n{dumps(head, 1)[:-2]},\n "results": ['
    separator = "\n"
    compared = bool(run.base or run.counts.baselined)
    results = _Results(index, compared)
    for result, finding, state in entries:
        yield separator + dumps(results.result(result, finding, state))
        separator = ",\n"
    yield "\n]}]}\n"


def _driver(run: Run, rules: list[str]) -> dict[str, Any]:
    version = {"semanticVersion": run.tool_version} if run.tool_version else {}
    return {
        "name": "presslint",
        **version,
        "informationUri": HOME,
        "rules": [_rule(run.rule(name)) for name in rules],
    }


def _rule(info: RuleInfo) -> dict[str, Any]:
    summary = _clip(info.summary) or info.name
    standards = "".join(f"\n- {source}" for source in info.sources)
    long = "\n\n".join(
        part for part in (info.summary, info.why, standards and f"Rests on:{standards}") if part
    )
    rule: dict[str, Any] = {
        "id": info.name,
        "name": info.name[:255],
        "shortDescription": {"text": summary},
        "fullDescription": {"text": _clip(info.why.replace("\n", " ")) or summary},
        "help": {"text": long or info.name, "markdown": f"{long or info.name}{_page(info)}"},
        "defaultConfiguration": {"level": LEVELS.get(info.severity, "none")},
        "properties": {
            "tags": [info.chapter] if info.chapter else [],
            "precision": PRECISION.get(info.severity, "medium"),
            "problem.severity": PROBLEM_LEVELS.get(info.severity, "recommendation"),
        },
    }
    if info.url:
        rule["helpUri"] = info.url
    return rule


def _page(info: RuleInfo) -> str:
    return f"\n\n[{info.name}]({info.url})" if info.url else ""


def _clip(text: str) -> str:
    return text if len(text) <= MOST_TEXT else text[: MOST_TEXT - 1] + "…"


def _invocation(run: Run, left_out: int) -> dict[str, Any]:
    notes = [_notification(problem) for problem in run.problems]
    notes += [{"level": "error", "message": {"text": failure}} for failure in run.failures]
    notes += [{"level": "note", "message": {"text": notice}} for notice in run.notices]
    if left_out > 0:
        text = f"{left_out:,} more findings are left out: code scanning takes {MOST_RESULTS:,}."
        notes.append({"level": "warning", "message": {"text": text}})
    invocation: dict[str, Any] = {"executionSuccessful": not run.problems}
    if notes:
        invocation["toolExecutionNotifications"] = notes
    return invocation


def _notification(problem: FileProblem) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _file(problem.path)}
    if problem.line:
        place["region"] = {
            "startLine": problem.line,
            **({"startColumn": problem.column} if problem.column else {}),
        }
    return {
        "level": "error",
        "message": {"text": problem.message or problem.kind},
        "descriptor": {"id": problem.kind},
        "locations": [{"physicalLocation": place}],
    }


def _file(path: str) -> dict[str, str]:
    """A path as a relative, percent-encoded reference; one outside the root stands for itself."""
    clean = path.replace("\\", "/").encode("utf-8", "replace")
    if clean.startswith(b"/"):
        return {"uri": f"file://{quote(clean)}"}
    return {"uri": quote(clean.removeprefix(b"./")), "uriBaseId": "%SRCROOT%"}


def region(source: Source, span: Span) -> dict[str, int]:
    """A span as lines and columns from 1, in code points, end-exclusive."""
    start, end = source.position(span.start), source.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


class _Results:
    """Writes the results of a run, one after the other."""

    def __init__(self, index: dict[str, int], compared: bool) -> None:
        self.index = index
        self.compared = compared
        self.seen: dict[tuple[str, str, str], int] = {}
        self.source: Source | None = None  # the one that `hashes` is of: neighbours share a source
        self.hashes: LineHashes | None = None

    def result(self, article: ArticleResult, finding: Finding, state: str) -> dict[str, Any]:
        file = _file(article.path)
        place: dict[str, Any] = {
            "physicalLocation": {"artifactLocation": file, "region": region(article.source, finding.span)}
        }
        if finding.place:
            place["logicalLocations"] = [{"fullyQualifiedName": finding.place}]
        entry: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": self.index[finding.rule],
            "level": LEVELS[finding.severity],
            "message": {"text": finding.message or finding.rule},
            "locations": [place],
            "partialFingerprints": self._fingerprints(article, finding),
        }
        if self.compared:
            entry["baselineState"] = "new" if state == "new" else "unchanged"
        others = [(related.span, related.label or finding.rule) for related in finding.see]
        others += [(other.span, "the same here") for other in finding.places]
        if others:
            entry["relatedLocations"] = [
                {
                    "id": number,
                    "physicalLocation": {
                        "artifactLocation": file,
                        "region": region(article.source, span),
                    },
                    "message": {"text": label},
                }
                for number, (span, label) in enumerate(others[:MOST_PLACES], 1)
            ]
        fixes = [_fix(article, fix) for fix in finding.fixes if fix.edits and fix.applicability != "display"]
        if fixes:
            entry["fixes"] = fixes
        return entry

    def _line_hash(self, article: ArticleResult, finding: Finding) -> str:
        """GitHub's hash of the line; empty where the whole file is not at hand."""
        source = article.source
        if article.sketch or source.first_line != 1:
            return ""  # the uploader makes it from the file
        if source is not self.source or self.hashes is None:
            self.source, self.hashes = source, LineHashes(source.text)
        return self.hashes.line(article.start(finding).line)

    def _fingerprints(self, article: ArticleResult, finding: Finding) -> dict[str, str]:
        """GitHub's own hash for the first finding of a rule on a line, one derived from it for the next.

        Articles have a paragraph per line, so two findings of a rule often share GitHub's hash, and
        code scanning may take them for one.
        """
        prints = {"presslint/v1": finding.fingerprint} if finding.fingerprint else {}
        value = self._line_hash(article, finding)
        if not value:
            return prints
        key = (article.path, finding.rule, value)
        count = self.seen[key] = self.seen.get(key, 0) + 1
        if count > 1:
            value = f"{sha256(f'{value}|{finding.rule}|{count}'.encode()).hexdigest()[:16]}:1"
        return {"primaryLocationLineHash": value, **prints}


def _fix(article: ArticleResult, fix: Fix) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": region(article.source, edit.span), "insertedContent": {"text": edit.text}}
        for edit in sorted(fix.edits, key=lambda edit: edit.span)
    ]
    change = {"artifactLocation": _file(article.path), "replacements": replacements}
    return {"description": {"text": fix.label or "Fix"}, "artifactChanges": [change]}
