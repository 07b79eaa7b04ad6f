"""What an editor offers at a finding: its fixes, all safe fixes, a suppression with a reason, the rule's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from lsprotocol.types import (
    ClientCapabilities,
    CodeAction,
    CodeActionKind,
    CodeActionParams,
    Command,
    Diagnostic,
    OptionalVersionedTextDocumentIdentifier,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)
from pygls.capabilities import get_capability

from presslint.engine.library import EditRecord, FindingRecord, FixRecord, apply_fixes, may_suppress, suppress
from presslint.model.errors import PresslintError
from presslint.server.checks import Snapshot
from presslint.server.diagnostics import Teller
from presslint.server.places import Lines

FIX_ALL = "source.fixAll.presslint"
SUPPRESS, OPEN_RULE, CHECK, EXPLAIN = (
    f"presslint.server.{name}" for name in ("suppress", "openRule", "checkWorkspace", "explain")
)
NO_PLACE = "this format has no place for a suppression; silence the rule in the config"


class Actions:
    """Code actions for one editor. What takes time is worked out when it is chosen, if the editor can wait."""

    def __init__(self, client: ClientCapabilities, teller: Teller) -> None:
        self.teller = teller
        later = get_capability(client, "text_document.code_action.resolve_support.properties", ())
        keeps = get_capability(client, "text_document.code_action.data_support", False)
        self.later = bool(keeps) and "edit" in (later or ())
        self.versioned = bool(get_capability(client, "workspace.workspace_edit.document_changes", False))

    def of(self, snapshot: Snapshot, params: CodeActionParams) -> list[CodeAction]:
        """The actions for a place, of the kinds that are asked for."""
        found = [
            action for action in self._all(snapshot, params.range) if is_asked(action, params.context.only)
        ]
        if not self.later:
            found = [action for action in found if self._is_able(snapshot, action)]
        return found

    def _all(self, snapshot: Snapshot, place: Range) -> Iterator[CodeAction]:
        result, lines = snapshot.result, snapshot.lines
        if not result.is_plain:
            return
        for finding, diagnostic in self.teller.findings(snapshot.uri, lines, result):
            if touches(diagnostic.range, place):
                yield from self._fixes(snapshot, finding, diagnostic)
                if has_place(snapshot, finding):
                    yield self._suppression(snapshot, finding, diagnostic)
                if finding.url:
                    yield self._page(finding, diagnostic)
        if any(is_safe(finding) for finding in result.findings):
            yield CodeAction("Apply all safe fixes of presslint", FIX_ALL, data=_data(snapshot, "fix-all"))

    def _fixes(
        self, snapshot: Snapshot, finding: FindingRecord, diagnostic: Diagnostic
    ) -> Iterator[CodeAction]:
        for fix in finding.fixes:
            if fix.applicability != "display":
                yield CodeAction(
                    fix.message,
                    CodeActionKind.QuickFix,
                    [diagnostic],
                    is_preferred=is_safe(finding),
                    edit=self.edit(snapshot, fix_edits(snapshot.lines, fix)),
                )

    def _suppression(self, snapshot: Snapshot, finding: FindingRecord, diagnostic: Diagnostic) -> CodeAction:
        settings = self.teller.settings
        title, kind = f"Let it stand here ({finding.rule}): {settings.reason}", CodeActionKind.QuickFix
        if not settings.reason_command:
            data = _data(snapshot, "suppress", finding.fingerprint)
            return CodeAction(title, kind, [diagnostic], data=data)
        title = f"Let it stand here ({finding.rule}), with a reason …"
        asked = Command(title, settings.reason_command, arguments=[snapshot.uri, finding.fingerprint])
        return CodeAction(title, kind, [diagnostic], command=asked)

    @staticmethod
    def _page(finding: FindingRecord, diagnostic: Diagnostic) -> CodeAction:
        title = f"Open the page of {finding.rule}"
        return CodeAction(
            title,
            CodeActionKind.QuickFix,
            [diagnostic],
            command=Command(title, OPEN_RULE, arguments=[finding.url]),
        )

    def _is_able(self, snapshot: Snapshot, action: CodeAction) -> bool:
        """Whether an action does something; it has its edit now."""
        try:
            self.resolved(snapshot, action)
        except PresslintError:  # a reason that is too short for the house
            return False
        return bool(action.edit or action.command)

    def resolved(self, snapshot: Snapshot, action: CodeAction) -> CodeAction:
        """An action with its edit. Raises PresslintError, such as for a reason that is too short."""
        data = action.data if isinstance(action.data, dict) else {}
        if data.get("do") == "fix-all":
            action.edit = self.edit(snapshot, all_fixes(snapshot))
        elif data.get("do") == "suppress":
            edit = suppression(snapshot, str(data.get("finding")), self.teller.settings.reason)
            action.edit = self.edit(snapshot, [edit]) if edit else None
        return action

    def edit(self, snapshot: Snapshot, edits: Sequence[TextEdit]) -> WorkspaceEdit | None:
        """Edits of a document; None where there are none."""
        if not edits:
            return None
        if not self.versioned:
            return WorkspaceEdit({snapshot.uri: list(edits)})
        which = OptionalVersionedTextDocumentIdentifier(snapshot.uri, snapshot.key[0])
        return WorkspaceEdit(document_changes=[TextDocumentEdit(which, list(edits))])


def is_asked(action: CodeAction, only: Sequence[CodeActionKind | str] | None) -> bool:
    """Whether an action is of one of the kinds that are asked for; those of `source` only when they are."""
    kind = _word(action.kind)
    if not only:
        return True
    return any(kind == _word(each) or kind.startswith(f"{_word(each)}.") or not _word(each) for each in only)


def touches(one: Range, other: Range) -> bool:
    """Whether two ranges have a place in common, their ends included."""
    return (one.start.line, one.start.character) <= (other.end.line, other.end.character) and (
        other.start.line,
        other.start.character,
    ) <= (one.end.line, one.end.character)


def is_safe(finding: FindingRecord) -> bool:
    """Whether a finding has one fix, which needs no person to look at it."""
    return [fix.applicability for fix in finding.fixes] == ["safe"]


def fix_edits(lines: Lines, fix: FixRecord) -> list[TextEdit]:
    """The edits of a fix."""
    return [_text_edit(lines, edit) for edit in fix.edits]


def all_fixes(snapshot: Snapshot) -> list[TextEdit]:
    """The edits that apply all safe fixes, line by line, so that the cursor stays where it is."""
    before = snapshot.lines.text
    after = apply_fixes(before, path=snapshot.path, config=snapshot.config).text
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    return [
        _text_edit(
            snapshot.lines, EditRecord(starts[begin], starts[end], "".join(new[other_begin:other_end]))
        )
        for what, begin, end, other_begin, other_end in SequenceMatcher(None, old, new, False).get_opcodes()
        if what != "equal"
    ]


def suppression(snapshot: Snapshot, fingerprint: str, reason: str) -> TextEdit | None:
    """The edit that lets a finding stand; None where the format has no place for it. Raises PresslintError."""
    finding = find(snapshot, fingerprint)
    if finding is None:
        return None
    edit = suppress(snapshot.lines.text, finding, reason, path=snapshot.path, config=snapshot.config)
    return _text_edit(snapshot.lines, edit) if edit else None


def has_place(snapshot: Snapshot, finding: FindingRecord) -> bool:
    """Whether the format of a document has a place for a suppression of a finding."""
    config = snapshot.config
    return config is not None and may_suppress(
        snapshot.lines.text, finding, path=snapshot.path, config=config
    )


def find(snapshot: Snapshot, fingerprint: str) -> FindingRecord | None:
    """The finding with a fingerprint."""
    return next((each for each in snapshot.result.findings if each.fingerprint == fingerprint), None)


def _text_edit(lines: Lines, edit: EditRecord) -> TextEdit:
    return TextEdit(lines.range(edit.start, edit.end), edit.text)


def _data(snapshot: Snapshot, do: str, finding: str = "") -> dict[str, Any]:
    return {"uri": snapshot.uri, "do": do, "finding": finding}


def _word(kind: CodeActionKind | str | None) -> str:
    return kind.value if isinstance(kind, CodeActionKind) else kind or ""
