"""From fixes to a new text: splices, from the end backwards, overlaps left for the next pass."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from presslint.finding import Edit, Finding, Fix

LEVELS = {"safe": frozenset({"safe"}), "unsafe": frozenset({"safe", "unsafe"})}


@dataclass(frozen=True)
class Applied:
    """The text after the fixes, the fixes that went in and those that must wait for another pass."""

    text: str
    done: tuple[tuple[Finding, Fix], ...]
    waiting: tuple[tuple[Finding, Fix], ...]


def choose(findings: Iterable[Finding], level: str = "safe") -> list[tuple[Finding, Fix]]:
    """The fix of each finding that may be applied at `level` (safe or unsafe).

    A finding with several fixes to choose from is left to a person.
    """
    allowed = LEVELS[level]
    return [
        (finding, finding.fixes[0])
        for finding in findings
        if len(finding.fixes) == 1 and finding.fixes[0].applicability in allowed
    ]


def splice(text: str, chosen: Iterable[tuple[Finding, Fix]]) -> Applied:
    """Apply fixes in the order of the text; one that touches an earlier one waits."""
    done: list[tuple[Finding, Fix]] = []
    waiting: list[tuple[Finding, Fix]] = []
    edits: list[Edit] = []
    taken: list[tuple[int, int]] = []
    for finding, fix in sorted(chosen, key=lambda pair: min(edit.span for edit in pair[1].edits)):
        spans = [(edit.span.start, edit.span.end) for edit in fix.edits]
        new = [edit for edit in fix.edits if edit not in edits]
        if new and any(start <= end_ and start_ <= end for start, end in spans for start_, end_ in taken):
            waiting.append((finding, fix))
            continue
        done.append((finding, fix))
        edits.extend(new)
        taken.extend(spans)
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return Applied(text, tuple(done), tuple(waiting))
