"""Results as plain lists and back, for the cache and for worker processes; the text is not packed."""

from __future__ import annotations

from typing import Any

from presslint.engine.run import ArticleResult, RuleInfo, Skipped, Suppressed
from presslint.model.finding import Edit, Finding, Fix, Related, Severity
from presslint.model.problem import FileProblem
from presslint.model.source import Source, Span


def pack_finding(finding: Finding) -> list[Any]:
    return [
        finding.rule,
        int(finding.severity),
        finding.message,
        list(finding.span),
        finding.text,
        finding.context,
        [
            [fix.label, fix.applicability, [[*edit.span, edit.text] for edit in fix.edits]]
            for fix in finding.fixes
        ],
        [[*related.span, related.label] for related in finding.see],
        list(finding.also),
        finding.place,
        finding.fingerprint,
    ]


def unpack_finding(data: list[Any]) -> Finding:
    rule, severity, message, span, text, context, fixes, see, also, place, fingerprint = data
    return Finding(
        rule,
        Severity(severity),
        message,
        Span(*span),
        text,
        context,
        tuple(
            Fix(tuple(Edit(Span(start, end), new) for start, end, new in edits), label, applicability)
            for label, applicability, edits in fixes
        ),
        tuple(Related(Span(start, end), label) for start, end, label in see),
        tuple(also),
        place,
        fingerprint,
    )


def pack_result(result: ArticleResult) -> list[Any]:
    """Everything but the source and the article."""
    return [
        result.key,
        result.format,
        result.headline,
        result.section,
        list(result.bylines),
        result.published,
        result.story_type,
        result.word_count,
        [pack_finding(finding) for finding in result.findings],
        [[pack_finding(each.finding), each.reason] for each in result.suppressed],
        [[each.rule, each.reason] for each in result.skipped],
        [list(each) for each in result.rests_on],
    ]


def unpack_result(data: list[Any], source: Source) -> ArticleResult:
    """The result again, over the source that it was made from."""
    key, form, headline, section, bylines, published, story, words, *found = data
    findings, suppressed, skipped, rests_on = found
    return ArticleResult(
        path=source.path,
        source=source,
        key=key,
        format=form,
        headline=headline,
        section=section,
        bylines=tuple(bylines),
        published=published,
        story_type=story,
        word_count=words,
        findings=tuple(unpack_finding(each) for each in findings),
        suppressed=tuple(Suppressed(unpack_finding(finding), reason) for finding, reason in suppressed),
        skipped=tuple(Skipped(rule, reason) for rule, reason in skipped),
        rests_on=tuple((place, there) for place, there in rests_on),
    )


def pack_problem(problem: FileProblem) -> list[Any]:
    return [problem.path, problem.message, problem.line, problem.column, problem.kind]


def unpack_problem(data: list[Any]) -> FileProblem:
    return FileProblem(*data)


def pack_rule(info: RuleInfo) -> list[Any]:
    return [
        info.name,
        info.chapter,
        info.summary,
        info.why,
        int(info.severity),
        info.url,
        list(info.fixes),
        list(info.sources),
    ]


def unpack_rule(data: list[Any]) -> RuleInfo:
    name, chapter, summary, why, severity, url, fixes, sources = data
    return RuleInfo(name, chapter, summary, why, Severity(severity), url, tuple(fixes), tuple(sources))
