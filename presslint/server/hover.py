"""What is told of a finding where the cursor rests: what it is, why, what would mend it, where its rule is explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lsprotocol.types import Hover, MarkupContent, MarkupKind, Position, Range

from presslint.engine.library import FindingRecord
from presslint.engine.run import RuleInfo
from presslint.server.actions import touches
from presslint.server.checks import Snapshot
from presslint.server.diagnostics import Teller


def hover(
    snapshot: Snapshot, position: Position, teller: Teller, rules: Mapping[str, RuleInfo], markdown: bool
) -> Hover | None:
    """What is told at a place; None where nothing was found."""
    here = Range(position, position)
    found = [
        (finding, diagnostic.range)
        for finding, diagnostic in teller.findings(snapshot.uri, snapshot.lines, snapshot.result)
        if touches(diagnostic.range, here)
    ]
    if not found:
        return None
    text = ("\n\n---\n\n" if markdown else "\n\n").join(
        told(finding, rules.get(finding.rule), markdown) for finding, _ in found
    )
    kind = MarkupKind.Markdown if markdown else MarkupKind.PlainText
    return Hover(MarkupContent(kind, text), found[0][1])


def told(finding: FindingRecord, rule: RuleInfo | None, markdown: bool) -> str:
    """One finding."""
    title = f"{finding.rule} ({finding.severity})"
    parts = [f"**{title}**" if markdown else title, finding.message]
    if rule is not None:
        parts += [rule.summary, rule.why]
    parts += fixes(finding)
    if finding.url:
        parts.append(f"[The rule’s page]({finding.url})" if markdown else finding.url)
    return "\n\n".join(part for part in parts if part)


def fixes(finding: FindingRecord) -> Sequence[str]:
    """What would mend it, and for what presslint does not apply, that it is left to a person."""
    return [
        f"{fix.message}." if fix.applicability != "display" else f"{fix.message} (by hand)."
        for fix in finding.fixes
    ]
