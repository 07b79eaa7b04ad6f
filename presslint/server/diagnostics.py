"""Findings as an editor shows them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsprotocol.types import (
    ClientCapabilities,
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
    Position,
    Range,
)
from pygls.capabilities import get_capability
from pygls.uris import from_fs_path

from presslint.engine.library import FindingRecord, Result
from presslint.model.errors import PresslintError
from presslint.model.problem import FileProblem
from presslint.server.places import Lines
from presslint.server.settings import Settings

SOURCE = "presslint"
LEVELS = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "suggestion": DiagnosticSeverity.Information,
}
START = Range(Position(0, 0), Position(0, 0))


class Teller:
    """Tells findings to one editor: as its settings want them, with what it can show."""

    def __init__(self, client: ClientCapabilities, settings: Settings) -> None:
        self.settings = settings
        # a pulled diagnostic and one that is sent may have capabilities of their own
        self.related, self.described = (
            any(
                get_capability(client, f"text_document.{way}.{name}", False)
                for way in ("publish_diagnostics", "diagnostic")
            )
            for name in ("related_information", "code_description_support")
        )

    def all(self, uri: str, lines: Lines, result: Result) -> list[Diagnostic]:
        """Everything to be said of a document."""
        told = [self.problem(lines, problem) for problem in result.problems]
        return [*told, *(diagnostic for _, diagnostic in self.findings(uri, lines, result))]

    def findings(self, uri: str, lines: Lines, result: Result) -> Iterator[tuple[FindingRecord, Diagnostic]]:
        """The findings that are shown, each with its diagnostic."""
        for finding in result.findings:
            if finding.severity != "suggestion" or self.settings.suggestions != "off":
                yield finding, self.finding(uri, lines, finding, result.is_plain)

    def finding(self, uri: str, lines: Lines, finding: FindingRecord, is_plain: bool = True) -> Diagnostic:
        """One finding. Where the text is not the file's, it stands at the file's beginning."""
        level = LEVELS[finding.severity]
        if finding.severity == "suggestion" and self.settings.suggestions == "hint":
            level = DiagnosticSeverity.Hint
        place = lines.range(finding.start.offset, finding.end.offset) if is_plain else START
        related = [
            DiagnosticRelatedInformation(
                Location(uri, lines.range(each.start.offset, each.end.offset)), each.label
            )
            for each in finding.see
        ]
        return Diagnostic(
            range=place,
            message=finding.message,
            severity=level,
            code=finding.rule,
            code_description=CodeDescription(finding.url) if self.described and finding.url else None,
            source=SOURCE,
            related_information=related if related and self.related and is_plain else None,
            data={"fingerprint": finding.fingerprint},
        )

    def problem(self, lines: Lines, problem: FileProblem) -> Diagnostic:
        """What kept a document from being read or judged."""
        place = Range(Position(0, 0), lines.position(0))
        if problem.line:
            start = lines.offset(Position(problem.line - 1, 0)) + max((problem.column or 1) - 1, 0)
            place = lines.range(min(start, len(lines.text)), lines.offset(Position(problem.line, 0)))
        grave = problem.kind in ("unreadable", "too-large", "config")
        level = DiagnosticSeverity.Error if grave else DiagnosticSeverity.Warning
        return Diagnostic(place, problem.message, level, problem.kind, source=SOURCE)


def of_config(error: PresslintError) -> Diagnostic:
    """What is wrong with a config, at its line."""
    line = max((error.line or 1) - 1, 0)
    place = Range(Position(line, 0), Position(line + 1, 0))
    return Diagnostic(place, error.reason, DiagnosticSeverity.Error, "config", source=SOURCE)


def uri_of(path: Path) -> str:
    """The address of a file, as editors write it."""
    return from_fs_path(str(path)) or path.as_uri()
