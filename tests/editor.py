"""An editor of our own: it speaks to a real server process and remembers what it was sent."""

from __future__ import annotations

import ast
import asyncio
import sys
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.uris import from_fs_path
from pytest_lsp import LanguageClient, make_test_lsp_client

from presslint.server.places import Lines

ROOT = Path(__file__).parents[1]
SERVER = (sys.executable, "-P", "-m", "presslint", "server")
HEAD = "---\ntitle: The mayor spoke at length\ndate: 2026-05-04\nauthor: Ana Ruiz\n---\n\n"
STORY = HEAD + "The the mayor spoke to them all.\n"
QUIET = "select: [repeated-word, missing-byline]\n"
FULL: dict[str, Any] = {
    "publish": True,
    "pull": False,
    "later": True,
    "versioned": True,
    "watch": True,
    "progress": True,
    "configuration": False,
    "show": True,
    "encodings": None,
}


def capabilities(**given: Any) -> types.ClientCapabilities:
    """What an editor can do; FULL unless said otherwise."""
    can = {**FULL, **given}
    action = types.CodeActionClientCapabilities(
        data_support=can["later"],
        resolve_support=types.ClientCodeActionResolveOptions(["edit"]) if can["later"] else None,
    )
    text = types.TextDocumentClientCapabilities(
        publish_diagnostics=types.PublishDiagnosticsClientCapabilities(
            related_information=True, code_description_support=True, version_support=True
        )
        if can["publish"]
        else None,
        diagnostic=types.DiagnosticClientCapabilities() if can["pull"] else None,
        code_action=action,
    )
    workspace = types.WorkspaceClientCapabilities(
        configuration=can["configuration"],
        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=can["versioned"]),
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
            dynamic_registration=can["watch"]
        ),
        diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=can["pull"]),
    )
    window = types.WindowClientCapabilities(
        work_done_progress=can["progress"],
        show_document=types.ShowDocumentClientCapabilities(can["show"]),
    )
    general = types.GeneralClientCapabilities(position_encodings=can["encodings"])
    return types.ClientCapabilities(workspace, text, window=window, general=general)


class Editor:
    """Documents as the editor has them, and everything the server said."""

    def __init__(self, client: LanguageClient) -> None:
        self.client = client
        self.answer: types.InitializeResult
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.registered: list[types.Registration] = []
        self.refused: list[str] = []
        self._sent: dict[str, asyncio.Queue[types.PublishDiagnosticsParams]] = defaultdict(asyncio.Queue)
        self.refreshed: asyncio.Queue[None] = asyncio.Queue()
        self.messages: asyncio.Queue[str] = asyncio.Queue()
        self.edited = asyncio.Event()
        self.begun = asyncio.Event()
        self.cancel_at_once = False

    @property
    def encoding(self) -> str:
        return str(self.answer.capabilities.position_encoding or "utf-16")

    def lines(self, uri: str) -> Lines:
        return Lines(self.texts[uri], self.encoding)

    def words(self, uri: str, place: types.Range) -> str:
        """What stands at a place of a document."""
        lines = self.lines(uri)
        return self.texts[uri][lines.offset(place.start) : lines.offset(place.end)]

    def open(self, path: Path, text: str | None = None, language: str = "markdown") -> str:
        """Open a file; its address."""
        uri = str(from_fs_path(str(path)))
        self.open_uri(uri, path.read_bytes().decode() if text is None else text, language)
        return uri

    def open_uri(self, uri: str, text: str, language: str = "markdown") -> None:
        self.texts[uri], self.versions[uri] = text, 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def type(self, uri: str, old: str, new: str) -> int:
        """Change words of a document, as an editor tells it; the new version."""
        lines, at = self.lines(uri), self.texts[uri].index(old)
        change = types.TextDocumentContentChangePartial(lines.range(at, at + len(old)), new)
        return self._change(uri, self.texts[uri].replace(old, new, 1), change)

    def insert(self, uri: str, place: types.Position, new: str) -> int:
        """Type at a place; the new version."""
        at = self.lines(uri).offset(place)
        change = types.TextDocumentContentChangePartial(types.Range(place, place), new)
        return self._change(uri, self.texts[uri][:at] + new + self.texts[uri][at:], change)

    def replace_all(self, uri: str, text: str) -> int:
        return self._change(uri, text, types.TextDocumentContentChangeWholeDocument(text))

    def _change(self, uri: str, text: str, change: types.TextDocumentContentChangeEvent) -> int:
        self.texts[uri] = text
        self.versions[uri] += 1
        which = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(which, [change]))
        return self.versions[uri]

    def save(self, uri: str) -> None:
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(which(uri)))

    def close(self, uri: str) -> None:
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(which(uri)))

    async def published(self, uri: str, version: int | None = 1) -> list[types.Diagnostic]:
        """The diagnostics that were sent for a version of a document, waited for."""
        while True:
            found = await self._sent[uri].get()
            if found.version == version:
                return list(found.diagnostics)

    async def pulled(self, uri: str, previous: str | None = None) -> Any:
        params = types.DocumentDiagnosticParams(which(uri), previous_result_id=previous)
        return await self.client.text_document_diagnostic_async(params)

    async def actions(
        self, uri: str, place: types.Range, only: list[str] | None = None
    ) -> list[types.CodeAction]:
        params = types.CodeActionParams(which(uri), place, types.CodeActionContext([], only))
        found = await self.client.text_document_code_action_async(params)
        return [_action(each) for each in found or ()]

    async def take(self, action: types.CodeAction) -> None:
        """Apply an action, asking for its edit where it has none."""
        if action.edit is None and action.command is None:
            action = await self.client.code_action_resolve_async(action)
        assert action.edit is not None
        self.apply(action.edit)

    def apply(self, edit: types.WorkspaceEdit) -> None:
        """Write an edit into the open documents, and tell the server."""
        changes = dict(edit.changes or {})
        for change in edit.document_changes or ():
            assert isinstance(change, types.TextDocumentEdit)
            assert change.text_document.version == self.versions[change.text_document.uri]
            changes[change.text_document.uri] = [
                each for each in change.edits if isinstance(each, types.TextEdit)
            ]
        for uri, edits in changes.items():
            lines, text = self.lines(uri), self.texts[uri]
            placed = [(lines.offset(e.range.start), lines.offset(e.range.end), e.new_text) for e in edits]
            for start, end, new in sorted(placed, reverse=True):
                text = text[:start] + new + text[end:]
            self.replace_all(uri, text)

    async def command(self, name: str, *arguments: Any) -> Any:
        params = types.ExecuteCommandParams(name, list(arguments))
        return await self.client.workspace_execute_command_async(params)

    async def completed(self, uri: str, after: str) -> list[types.CompletionItem]:
        """The items that are offered behind some words, once all articles of the workspace were read."""
        place = self.lines(uri).position(self.texts[uri].index(after) + len(after))
        while True:
            found = await self.client.text_document_completion_async(
                types.CompletionParams(which(uri), place)
            )
            if not isinstance(found, types.CompletionList):
                return []
            if not found.is_incomplete:
                return list(found.items)


def _action(found: types.Command | types.CodeAction) -> types.CodeAction:
    """An action; the client's library takes one with a command for a command that is called as the map reads."""
    if isinstance(found, types.CodeAction):
        return found
    return types.CodeAction(found.title, command=types.Command(**ast.literal_eval(found.command)))


def which(uri: str) -> types.TextDocumentIdentifier:
    return types.TextDocumentIdentifier(uri)


def uri(path: Path) -> str:
    return str(from_fs_path(str(path)))


@asynccontextmanager
async def editor(
    *folders: Path, options: object = None, settings: dict[str, Any] | None = None, **can: Any
) -> AsyncIterator[Editor]:
    """An editor with some folders open, on a server of its own."""
    client = make_test_lsp_client()
    found = Editor(client)
    _listen(client, found)
    if settings is not None:
        client.set_configuration({"presslint": settings})
    await client.start_io(*SERVER, cwd=str(folders[0]))
    params = types.InitializeParams(
        capabilities=capabilities(**can),
        workspace_folders=[types.WorkspaceFolder(uri(folder), folder.name) for folder in folders],
        initialization_options=options,
    )
    found.answer = await client.initialize_session(params)
    try:
        yield found
    finally:
        await client.shutdown_session()
        assert client._server is not None
        assert client._server.returncode == 0
        await client.stop()


def _listen(client: LanguageClient, editor: Editor) -> None:
    features = client.protocol.fm.features
    for name in (types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, types.WORKSPACE_DIAGNOSTIC_REFRESH,
                 types.WINDOW_SHOW_MESSAGE, types.WINDOW_WORK_DONE_PROGRESS_CREATE):  # fmt: skip
        features.pop(name, None)

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def published(client: LanguageClient, params: types.PublishDiagnosticsParams) -> None:
        editor._sent[params.uri].put_nowait(params)

    @client.feature(types.WORKSPACE_DIAGNOSTIC_REFRESH)
    def refreshed(client: LanguageClient, params: None) -> None:
        editor.refreshed.put_nowait(None)

    @client.feature(types.WINDOW_SHOW_MESSAGE)
    def shown(client: LanguageClient, params: types.ShowMessageParams) -> None:
        editor.messages.put_nowait(params.message)

    @client.feature(types.WINDOW_WORK_DONE_PROGRESS_CREATE)
    def progress(client: LanguageClient, params: types.WorkDoneProgressCreateParams) -> None:
        client.progress_reports.setdefault(params.token, [])
        if editor.cancel_at_once:
            asyncio.get_running_loop().call_soon(
                client.window_work_done_progress_cancel, types.WorkDoneProgressCancelParams(params.token)
            )

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def registered(client: LanguageClient, params: types.RegistrationParams) -> None:
        editor.registered += params.registrations

    @client.feature(types.WORKSPACE_APPLY_EDIT)
    def apply(
        client: LanguageClient, params: types.ApplyWorkspaceEditParams
    ) -> types.ApplyWorkspaceEditResult:
        editor.apply(params.edit)
        editor.edited.set()
        return types.ApplyWorkspaceEditResult(applied=True)
