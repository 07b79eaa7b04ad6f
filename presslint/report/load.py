"""A saved JSON report back into a run, so that CI lints once and renders many times.

Where the files are still there and unchanged, articles are read again and reports are the same as
they would have been; where not, the excerpts of the report stand in for the text.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from presslint.article import Article
from presslint.engine.run import ArticleResult, Fixed, RuleInfo, Run, Skipped, Suppressed
from presslint.model.errors import FileError
from presslint.model.finding import Edit, Finding, Fix, Place, Related, Severity
from presslint.model.problem import FileProblem
from presslint.model.source import Source, SourceError, Span

if TYPE_CHECKING:
    from presslint.report.contract import ArticleRecord, FindingRecord, FixRecord, RunRecord

WRITE_ONE = "write one with `presslint check --output json:PATH`"
BLANK = "\0"  # stands for text that a sketch does not have; no article holds it
LONGEST = 1 << 26  # characters that a sketch may span, so that a forged offset costs no memory


class SavedRunError(FileError):
    """A file that is no saved run."""


def load(data: bytes | str, path: str = "-", *, root: Path | None = None) -> Run:
    """The run that a JSON report tells of.

    `root` is the folder to look for the articles in, or None to take none from disk; files outside
    of it are never opened. Raises SavedRunError.
    """
    record = _record(data, path)
    rules = {
        rule.name: RuleInfo(
            rule.name,
            rule.chapter,
            rule.summary,
            rule.why,
            Severity.parse(rule.severity),
            rule.url,
            rule.fixes,
            rule.sources,
        )
        for rule in record.rules
    }
    results, changed = _results(record, path, root)
    notices = record.notices
    if changed:
        text = "1 article has" if changed == 1 else f"{changed:,} articles have"
        notices += (f"{text} changed or gone since the run; excerpts are those of the run.",)
    return Run(
        articles=tuple(results),
        problems=tuple(
            FileProblem(found.path, found.message, found.line, found.column, found.kind)
            for found in record.problems
        ),
        notices=notices,
        failures=record.failures,
        fixed=tuple(Fixed(done.path, done.rule, done.count) for done in record.fixed),
        tool_version=record.tool.version,
        root=record.root,
        base=record.base,
        rules=rules,
    )


def _record(data: bytes | str, path: str) -> RunRecord:
    """The report, checked against the contract."""
    import json

    from pydantic import ValidationError

    from presslint.model.badvalue import reason
    from presslint.report.contract import RunRecord

    try:
        parsed = json.loads(data)
    except json.JSONDecodeError as error:
        raise SavedRunError(
            f"{path}:{error.lineno}", f"not JSON from column {error.colno} on; {WRITE_ONE}"
        ) from None
    except (ValueError, RecursionError):
        raise SavedRunError(path, f"not JSON; {WRITE_ONE}") from None
    version = parsed.get("schema_version") if isinstance(parsed, dict) else None
    if version is None:
        raise SavedRunError(path, f"no saved run; {WRITE_ONE}")
    if version != 1:
        raise SavedRunError(path, f"a run of version {version}; this presslint reads version 1")
    try:
        return RunRecord.model_validate(parsed)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise SavedRunError(path, f"no valid run: {place}: {reason(first)}; {WRITE_ONE}") from None


def _results(record: RunRecord, path: str, root: Path | None) -> tuple[list[ArticleResult], int]:
    """The articles with their findings, and how many of them are not on disk as they were."""
    count = len(record.articles)
    findings: list[list[FindingRecord]] = [[] for _ in range(count)]
    suppressed: list[list[FindingRecord]] = [[] for _ in range(count)]
    skipped: list[list[Skipped]] = [[] for _ in range(count)]
    try:
        for found in record.findings:
            findings[found.article].append(found)
        for found in record.suppressed:
            suppressed[found.article].append(found)
        for silent in record.skipped:
            for number in silent.articles:
                skipped[number].append(Skipped(silent.rule, silent.reason))
    except IndexError:
        raise SavedRunError(path, "no valid run: a finding belongs to no article") from None
    results: list[ArticleResult] = []
    changed = 0
    shelf = _Shelf(root)
    for number, entry in enumerate(record.articles):
        article = shelf.article(entry)
        changed += root is not None and article is None and bool(entry.digest)
        result = ArticleResult(
            path=entry.path,
            source=article.source if article is not None else sketch(entry, path),
            key=entry.key,
            format=entry.format,
            headline=entry.headline,
            section=entry.section,
            bylines=entry.bylines,
            published=entry.published,
            story_type=entry.story_type,
            word_count=entry.word_count,
            skipped=tuple(skipped[number]),
            article=article,
            sketch=entry.digest if article is None else "",
        )
        lead = int(entry.bom)
        results.append(
            replace(
                result,
                findings=tuple(_finding(found, lead) for found in findings[number] if found.state == "new"),
                baselined=tuple(_finding(found, lead) for found in findings[number] if found.state != "new"),
                suppressed=tuple(
                    Suppressed(_finding(found, lead), found.reason) for found in suppressed[number]
                ),
            )
        )
    return results, changed


def _finding(record: FindingRecord, lead: int) -> Finding:
    """A finding again; `lead` is what its offsets count of a byte-order mark."""
    fixes = ([record.fix] if record.fix else []) + list(record.more_fixes)
    return Finding(
        rule=record.rule,
        severity=Severity.parse(record.severity),
        message=record.message,
        span=_span(record.start.offset, record.end.offset, lead),
        text=record.text,
        context=record.context,
        fixes=tuple(_fix(fix, lead) for fix in fixes),
        see=tuple(Related(_span(see.start.offset, see.end.offset, lead), see.label) for see in record.see),
        also=record.also,
        place=record.place,
        fingerprint=record.fingerprint,
        places=tuple(
            Place(Span(other.start.offset, other.end.offset), other.fingerprint, other.place)
            for other in record.places
        ),
        paths=record.paths,
    )


def _fix(record: FixRecord, lead: int) -> Fix:
    edits = tuple(Edit(_span(edit.start, edit.end, lead), edit.text) for edit in record.edits)
    return Fix(edits, record.message, record.applicability)


def _span(start: int, end: int, lead: int) -> Span:
    return Span(max(start - lead, 0), max(end - lead, 0))


class _Shelf:
    """Finds articles on disk again, if they are what they were."""

    def __init__(self, root: Path | None) -> None:
        self.root = root.resolve() if root is not None else None
        self.path = ""
        self.articles: dict[tuple[str, int], Article] = {}

    def article(self, entry: ArticleRecord) -> Article | None:
        """The article of a record; None where it is gone, changed or outside of the root."""
        from presslint.report.records import digest

        if self.root is None or not entry.digest:
            return None
        if entry.path != self.path:
            self.path, self.articles = entry.path, self._read(entry)
        article = self.articles.get((entry.key, entry.first_line))
        return article if article is not None and digest(article.source.text) == entry.digest else None

    def _read(self, entry: ArticleRecord) -> dict[tuple[str, int], Article]:
        from presslint.reading import Settings, format_of, read

        assert self.root is not None
        try:
            file = (self.root / entry.path).resolve()
            if not file.is_relative_to(self.root) or not file.is_file() or file.stat().st_size > LONGEST:
                return {}
            data = file.read_bytes()
            settings = Settings() if format_of(entry.path) else Settings(format=entry.format)
            return {
                (article.key, article.source.first_line): article
                for article in read(data, entry.path, settings)
            }
        except (OSError, ValueError, SourceError):
            return {}


def sketch(entry: ArticleRecord, path: str) -> Source:
    """A source that has the excerpts at their places and blanks everywhere else."""
    pieces: list[str] = []
    at, line = int(entry.bom), entry.first_line
    rest: int | None = None
    for excerpt in sorted(entry.excerpts, key=lambda excerpt: excerpt.offset):
        between = _between(excerpt.offset - at, excerpt.line - line, excerpt.column - 1, rest)
        if between is None or excerpt.offset + excerpt.rest > LONGEST:
            raise SavedRunError(path, f"no valid run: the excerpts of {entry.path} contradict each other")
        pieces += [between, excerpt.text]
        at, line, rest = excerpt.offset + len(excerpt.text), excerpt.line, excerpt.rest
    bom = BOM_UTF8 if entry.bom else b""
    return Source("".join(pieces) + BLANK * (rest or 0), entry.path, bom=bom, first_line=entry.first_line)


def _between(gap: int, newlines: int, indent: int, rest: int | None) -> str | None:
    """`gap` characters that lead to column `indent`, `newlines` lines further; None where they cannot.

    `rest` of them end the line that they begin on; it is None where nobody knows.
    """
    if newlines == 0:
        return BLANK * gap if 0 <= gap <= LONGEST else None
    free = gap - (rest or 0) - newlines - indent
    if newlines < 0 or not 0 <= free <= LONGEST:
        return None
    if rest is None:
        return BLANK * free + "\n" * newlines + BLANK * indent
    if newlines == 1:
        return BLANK * rest + ("\r\n" if free else "\n") + BLANK * indent if free <= 1 else None
    return BLANK * rest + "\n" + BLANK * free + "\n" * (newlines - 1) + BLANK * indent
