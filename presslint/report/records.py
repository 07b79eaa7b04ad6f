"""A run as plain records, in the words of the JSON contract (`presslint.report.contract`)."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from presslint.engine.run import ArticleResult, RuleInfo, Run
from presslint.model.finding import Finding, Fix, Place
from presslint.model.source import Source, Span
from presslint.report.excerpt import REACH

WHOLE_LINE = 2_000  # characters; of a longer line, only what stands around findings is kept
MOST_FIX_LINES = 60  # lines of a fix that are kept; a longer one is known by its ends

Json = dict[str, Any]


def finding_records(run: Run) -> Iterator[Json]:
    """Every new and baselined finding, in the order of the run."""
    for number, result in enumerate(run.articles):
        for finding, state in result.states():
            yield finding_record(run, number, result, finding, state)


def suppressed_records(run: Run) -> Iterator[Json]:
    """Every suppressed finding with its reason."""
    for number, result in enumerate(run.articles):
        for quiet in result.suppressed:
            record = finding_record(run, number, result, quiet.finding, "suppressed")
            yield record | {"reason": quiet.reason}


def finding_record(run: Run, number: int, result: ArticleResult, finding: Finding, state: str) -> Json:
    """A finding of article `number`; keys that say nothing are left out."""
    source = result.source
    record: Json = {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "state": state,
        "message": finding.message,
        "path": result.path,
        "article": number,
        "start": place(source, finding.span.start),
        "end": place(source, finding.span.end),
        "text": finding.text,
        "context": finding.context,
        "place": finding.place,
        "fingerprint": finding.fingerprint,
        "url": run.rule(finding.rule).url,
        "fix": fix_record(source, finding.fixes[0]) if finding.fixes else None,
        "more_fixes": [fix_record(source, fix) for fix in finding.fixes[1:]],
        "see": [
            {
                "label": related.label,
                "start": place(source, related.span.start),
                "end": place(source, related.span.end),
            }
            for related in finding.see
        ],
        "also": list(finding.also),
        "places": [place_record(source, each) for each in finding.places],
        "paths": list(finding.paths),
    }
    for key in ("place", "more_fixes", "see", "also", "places", "paths"):
        if not record[key]:
            del record[key]
    return record


def place(source: Source, offset: int) -> Json:
    line, column = source.position(offset)
    return {"line": line, "column": column, "offset": offset + source.lead}


def place_record(source: Source, other: Place) -> Json:
    """Another place of a finding."""
    record: Json = {"start": place(source, other.span.start), "end": place(source, other.span.end)}
    if other.place:
        record["place"] = other.place
    return record | {"fingerprint": other.fingerprint}


def fix_record(source: Source, fix: Fix) -> Json:
    edits = [{**edit.span.moved(source.lead)._asdict(), "text": edit.text} for edit in fix.edits]
    return {"applicability": fix.applicability, "message": fix.label, "edits": edits}


def article_records(run: Run) -> Iterator[Json]:
    """Every article, with the lines that its findings stand on."""
    digests: dict[int, str] = {}  # a CMS export is one source of many articles
    for result in run.articles:
        source = result.source
        found = bool(result.findings or result.baselined or result.suppressed)
        if found and id(source) not in digests:
            digests[id(source)] = digest(source.text)
        yield {
            "path": result.path,
            "key": result.key,
            "verdict": result.verdict.value,
            "format": result.format,
            "headline": result.headline,
            "section": result.section,
            "bylines": list(result.bylines),
            "published": result.published,
            "story_type": result.story_type,
            "word_count": result.word_count,
            "first_line": source.first_line if found else 1,
            "bom": bool(source.bom),
            "digest": (result.sketch or digests[id(source)]) if found else "",
            "excerpts": list(excerpts(result)),
        }


def digest(text: str) -> str:
    """Tells whether a text is still the same."""
    return f"sha256:{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def excerpts(result: ArticleResult) -> Iterator[Json]:
    """The lines of findings, related places and fixes; of very long lines only the parts around them."""
    source = result.source
    findings = [*result.findings, *result.baselined, *(quiet.finding for quiet in result.suppressed)]
    wanted: dict[int, list[tuple[int, int]]] = {}  # line -> stretches of it, in columns from 0
    for finding in findings:
        _want(source, finding.span, wanted, most=2)
        for related in finding.see:
            _want(source, related.span, wanted, most=2)
        for other in finding.places:
            _want(source, other.span, wanted, most=2)
        for fix in finding.fixes:
            if fix.edits:
                start = min(edit.span.start for edit in fix.edits)
                end = max(edit.span.end for edit in fix.edits)
                _want(source, Span(start, end), wanted, most=MOST_FIX_LINES)
    for number in sorted(wanted):
        start = source.offset(number)
        text = source.line(number)
        for left, right in _merged(wanted[number], len(text)):
            record: Json = {
                "line": number,
                "column": left + 1,
                "offset": start + left + source.lead,
                "text": text[left:right],
            }
            yield record | {"rest": len(text) - right} if right < len(text) else record


def _want(source: Source, span: Span, wanted: dict[int, list[tuple[int, int]]], *, most: int) -> None:
    """Note the lines of a span: all of them up to `most`, else the first, the last and where it ends."""
    first, last = source.position(span.start), source.position(span.end)
    inner = range(first.line, last.line + 1)
    shown = source.position(span.last).line  # a span may end behind a line end
    for number in inner if len(inner) <= most else {first.line, shown, last.line}:
        left = first.column - 1 if number == first.line else 0
        right = last.column - 1 if number == last.line else left + REACH
        wanted.setdefault(number, []).append((left, right))


def _merged(stretches: list[tuple[int, int]], size: int) -> Iterator[tuple[int, int]]:
    """The parts of a line to keep: all of it, unless it is very long."""
    if size <= WHOLE_LINE:
        yield 0, size
        return
    left = right = -1
    for start, end in sorted((max(start - REACH, 0), min(end + REACH, size)) for start, end in stretches):
        if start > right:
            if right >= 0:
                yield left, right
            left = start
        right = max(right, end)
    yield left, right


def rule_records(run: Run) -> Iterator[Json]:
    """The rules that findings of this run name, in the order of their names."""
    named = {finding.rule for result in run.articles for finding, _ in result.states()}
    for result in run.articles:
        named |= {quiet.finding.rule for quiet in result.suppressed}
        named |= {skipped.rule for skipped in result.skipped}
    for name in sorted(named):
        yield rule_record(run.rule(name))


def rule_record(info: RuleInfo) -> Json:
    return {
        "name": info.name,
        "chapter": info.chapter,
        "summary": info.summary,
        "why": info.why,
        "severity": str(info.severity),
        "url": info.url,
        "fixes": list(info.fixes),
        "sources": list(info.sources),
    }


def problem_records(run: Run) -> Iterator[Json]:
    for problem in run.problems:
        yield {
            "path": problem.path,
            "message": problem.message,
            "line": problem.line,
            "column": problem.column,
            "kind": problem.kind,
        }


def skipped_records(run: Run) -> Iterator[Json]:
    """Rules that could not judge, each with the articles that it was silent on."""
    where: dict[tuple[str, str], list[int]] = {}
    for number, result in enumerate(run.articles):
        for skipped in result.skipped:
            where.setdefault((skipped.rule, skipped.reason), []).append(number)
    for (rule, reason), numbers in sorted(where.items()):
        yield {"rule": rule, "reason": reason, "articles": numbers}
