"""SARIF 2.1.0 as GitHub code scanning, Azure DevOps and editors take it.

Limits are GitHub's: texts of 1,024 characters, 25,000 results, 20 tags. Findings of the baseline are
in, marked `unchanged`, for code scanning compares with the default branch itself; suppressed ones
are out, for GitHub would open alerts for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from presslint.finding import Finding, Fix, Severity
from presslint.report import ReportOptions
from presslint.report.jsontext import dumps
from presslint.report.linehash import LineHashes
from presslint.run import ArticleResult, FileProblem, RuleInfo, Run
from presslint.source import Source, Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
HOME = "https://github.com/presslint/presslint"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
PROBLEM_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "recommendation"}
PRECISION = {Severity.ERROR: "very-high", Severity.WARNING: "high", Severity.SUGGESTION: "medium"}
MOST_RESULTS = 25_000
MOST_KEPT = 5_000  # GitHub keeps this many of them; the worst go first where there are more
MOST_PLACES = 100
MOST_TEXT = 1024

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
    for result, group in _by_article(entries):
        writer = _Results(result, index, compared)
        for finding, state in group:
            yield separator + dumps(writer.result(finding, state))
            separator = ",\n"
    yield "\n]}]}\n"


def _by_article(entries: list[Entry]) -> Iterator[tuple[ArticleResult, list[tuple[Finding, str]]]]:
    """Neighbouring entries of one article together, so that its line hashes are made once."""
    at = 0
    while at < len(entries):
        result = entries[at][0]
        stop = at
        while stop < len(entries) and entries[stop][0] is result:
            stop += 1
        yield result, [(finding, state) for _, finding, state in entries[at:stop]]
        at = stop


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
    """Writes the results of one article."""

    def __init__(self, result: ArticleResult, index: dict[str, int], compared: bool) -> None:
        self.article = result
        self.index = index
        self.compared = compared
        # a sketched source lacks most lines: then the uploader's own hash is the better one
        self.hashes = (
            None if result.sketch or result.source.first_line != 1 else LineHashes(result.source.text)
        )
        self.seen: dict[tuple[str, str], int] = {}

    def result(self, finding: Finding, state: str) -> dict[str, Any]:
        source = self.article.source
        place: dict[str, Any] = {
            "physicalLocation": {
                "artifactLocation": _file(self.article.path),
                "region": region(source, finding.span),
            }
        }
        if finding.place:
            place["logicalLocations"] = [{"fullyQualifiedName": finding.place}]
        entry: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": self.index[finding.rule],
            "level": LEVELS[finding.severity],
            "message": {"text": finding.message or finding.rule},
            "locations": [place],
            "partialFingerprints": self._fingerprints(finding),
        }
        if self.compared:
            entry["baselineState"] = "new" if state == "new" else "unchanged"
        if finding.see:
            entry["relatedLocations"] = [
                {
                    "id": number,
                    "physicalLocation": {
                        "artifactLocation": _file(self.article.path),
                        "region": region(source, related.span),
                    },
                    "message": {"text": related.label or finding.rule},
                }
                for number, related in enumerate(finding.see[:MOST_PLACES], 1)
            ]
        fixes = [self._fix(fix) for fix in finding.fixes if fix.edits and fix.applicability != "display"]
        if fixes:
            entry["fixes"] = fixes
        return entry

    def _fingerprints(self, finding: Finding) -> dict[str, str]:
        """GitHub's own hash for the first finding of a rule on a line, one derived from it for the next.

        Articles have a paragraph per line, so two findings of a rule often share GitHub's hash, and
        code scanning may take them for one.
        """
        prints = {"presslint/v1": finding.fingerprint} if finding.fingerprint else {}
        if self.hashes is None:
            return prints
        value = self.hashes.line(self.article.start(finding).line)
        if not value:
            return prints
        count = self.seen[finding.rule, value] = self.seen.get((finding.rule, value), 0) + 1
        if count > 1:
            from hashlib import sha256

            value = f"{sha256(f'{value}|{finding.rule}|{count}'.encode()).hexdigest()[:16]}:1"
        return {"primaryLocationLineHash": value, **prints}

    def _fix(self, fix: Fix) -> dict[str, Any]:
        replacements = [
            {"deletedRegion": region(self.article.source, edit.span), "insertedContent": {"text": edit.text}}
            for edit in sorted(fix.edits, key=lambda edit: edit.span)
        ]
        change = {"artifactLocation": _file(self.article.path), "replacements": replacements}
        return {"description": {"text": fix.label or "Fix"}, "artifactChanges": [change]}
