"""The language server: what an editor may ask, and who answers."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import BinaryIO

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from presslint.config.config import Config
from presslint.engine.checking import RuleBook
from presslint.engine.explain import page
from presslint.model.errors import PresslintError
from presslint.packs.index import Index
from presslint.server import actions, completion, folders
from presslint.server.checks import Snapshot, place_of
from presslint.server.diagnostics import SOURCE
from presslint.server.hover import hover
from presslint.server.projects import Project
from presslint.server.session import Session


def serve(stdin: BinaryIO, stdout: BinaryIO, index: Index) -> bool:
    """Serve one editor until it says goodbye; whether it did so as it should."""
    session = make_session(index)
    session.start_io(stdin, stdout)
    session.close()
    return session.protocol._shutdown


def make_session(index: Index) -> Session:
    """A server with everything that it can do."""
    session = Session(index)
    _lifecycle(session)
    _documents(session)
    _diagnostics(session)
    _at_a_place(session)
    _commands(session)
    return session


def _lifecycle(session: Session) -> None:
    @session.feature(types.INITIALIZE)
    def begin(ls: Session, params: types.InitializeParams) -> None:
        ls.begin(params)
        if ls.projects.settings.workspace_diagnostics:
            ls.feature(types.WORKSPACE_DIAGNOSTIC)(folders.pull_workspace)

    @session.feature(types.INITIALIZED)
    async def initialized(ls: Session, params: types.InitializedParams) -> None:
        if ls.complaint:
            ls.say(ls.complaint)
        await ls.watch()
        await ls.ask_settings()

    @session.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def configured(ls: Session, params: types.DidChangeConfigurationParams) -> None:
        if params.settings:
            ls.take_settings(params.settings)
        else:
            await ls.ask_settings()

    @session.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def other_folders(ls: Session, params: types.DidChangeWorkspaceFoldersParams) -> None:
        ls.projects.set(ls.folders())
        ls.begin_anew()

    @session.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(ls: Session, params: types.DidChangeWatchedFilesParams) -> None:
        ls.freshen()


def _documents(session: Session) -> None:
    @session.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(ls: Session, params: types.DidOpenTextDocumentParams) -> None:
        uri = params.text_document.uri
        ls.freshen()
        if not ls.is_pulled:
            ls.publish_soon(uri)
        elif uri in ls.sent:
            ls.send(uri, [])
        ls.sent.discard(uri)

    @session.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(ls: Session, params: types.DidChangeTextDocumentParams) -> None:
        uri, settings = params.text_document.uri, ls.projects.settings
        ls.checks.overtake(uri)
        ls.freshen()
        if not ls.is_pulled and settings.run == "onType":
            ls.publish_soon(uri, settings.debounce)

    @session.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(ls: Session, params: types.DidSaveTextDocumentParams) -> None:
        uri = params.text_document.uri
        ls.freshen()
        ls.read_names_again([place_of(uri)])
        if ls.projects.settings.run == "onSave":
            if not ls.is_pulled:
                ls.publish_soon(uri)
            elif ls.can("workspace.diagnostics.refresh_support"):
                ls.checks.known.pop(uri, None)
                ls.do(ls.workspace_diagnostic_refresh_async(None))

    @session.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: Session, params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        ls.hold(uri)
        ls.checks.forget(uri)
        if not ls.is_pulled:
            ls.send(uri, [])

    @session.feature(types.SHUTDOWN)
    def ended(ls: Session, params: None) -> None:
        ls.close()


def _diagnostics(session: Session) -> None:
    options = types.DiagnosticOptions(
        inter_file_dependencies=False, workspace_diagnostics=False, identifier=SOURCE
    )

    @session.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    async def pull(ls: Session, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        ls.freshen()
        uri = params.text_document.uri
        if ls.document(uri) is None:
            return types.RelatedFullDocumentDiagnosticReport(await folders.pull_file(ls, uri, place_of(uri)))
        snapshot = ls.checks.known.get(uri) if ls.projects.settings.run == "onSave" else None
        if snapshot is None or snapshot.key[1] != ls.projects.epoch:
            snapshot = await ls.checks.of(uri)
        if snapshot is None:
            return types.RelatedFullDocumentDiagnosticReport([])
        ls.tell_fault(snapshot)
        if params.previous_result_id == snapshot.mark:
            return types.RelatedUnchangedDocumentDiagnosticReport(snapshot.mark)
        return types.RelatedFullDocumentDiagnosticReport(ls.told(snapshot), result_id=snapshot.mark)


def _at_a_place(session: Session) -> None:
    kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix, actions.FIX_ALL], resolve_provider=True)

    @session.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    async def offered(ls: Session, params: types.CodeActionParams) -> list[types.CodeAction]:
        snapshot = await ls.checks.of(params.text_document.uri)
        if snapshot is None:
            return []
        found, able = snapshot, ls.actions
        return await ls.checks.apart(lambda: able.of(found, params))

    @session.feature(types.CODE_ACTION_RESOLVE)
    async def chosen(ls: Session, action: types.CodeAction) -> types.CodeAction:
        data = action.data if isinstance(action.data, dict) else {}
        snapshot = await ls.checks.of(str(data.get("uri")))
        if snapshot is None or action.edit:
            return action
        found, able = snapshot, ls.actions
        try:
            done = await ls.checks.apart(lambda: able.resolved(found, action))
        except PresslintError as error:
            raise JsonRpcException(str(error), types.LSPErrorCodes.RequestFailed) from None
        if done.edit is None and data.get("do") == "suppress":
            raise JsonRpcException(actions.NO_PLACE, types.LSPErrorCodes.RequestFailed)
        return done

    @session.feature(types.TEXT_DOCUMENT_HOVER)
    async def told(ls: Session, params: types.HoverParams) -> types.Hover | None:
        snapshot = await ls.checks.of(params.text_document.uri)
        if snapshot is None or snapshot.config is None:
            return None
        formats = ls.can("text_document.hover.content_format") or [types.MarkupKind.Markdown]
        markdown = types.MarkupKind.Markdown in formats
        rules = RuleBook([snapshot.config])
        return hover(snapshot, params.position, ls.teller, rules, markdown)

    @session.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(list(completion.TRIGGERS)))
    async def names(ls: Session, params: types.CompletionParams) -> types.CompletionList | None:
        return await _names(ls, params)


async def _names(ls: Session, params: types.CompletionParams) -> types.CompletionList | None:
    document = ls.document(params.text_document.uri)
    if document is None:
        return None
    lines, path = document.in_lines, place_of(params.text_document.uri, document.language_id)

    def known() -> tuple[Project, Config]:
        project = ls.projects.of(path)
        return project, project.for_file(path)

    try:
        project, config = await asyncio.to_thread(known)
    except PresslintError:  # told with the diagnostics
        return None
    offset = lines.offset(params.position)
    slot = completion.slot_at(lines.text, offset, config.plan(path).reading.fields)
    if slot is None:
        return None
    vocabulary, whole = await ls.vocabulary(project)
    found = vocabulary.names(slot.field, config, path)
    return completion.completed(lines, offset, slot, found, whole)


def _commands(session: Session) -> None:
    @session.command(actions.CHECK)
    async def check(ls: Session) -> dict[str, int]:
        return await folders.check_workspace(ls)

    @session.command(actions.SUPPRESS)
    async def suppress(ls: Session, uri: str, fingerprint: str, reason: str) -> bool:
        snapshot = await ls.checks.of(uri)
        return snapshot is not None and await _suppressed(ls, snapshot, fingerprint, reason)

    @session.command(actions.OPEN_RULE)
    async def open_rule(ls: Session, url: str) -> None:
        if url.startswith("https://"):
            if ls.can("window.show_document.support"):
                await ls.window_show_document_async(types.ShowDocumentParams(url, external=True))
            else:
                ls.say(url, types.MessageType.Info)

    @session.command(actions.EXPLAIN)
    async def explain(ls: Session, rule: str) -> str:
        return await asyncio.to_thread(_page, ls, rule)


async def _suppressed(ls: Session, snapshot: Snapshot, fingerprint: str, reason: str) -> bool:
    """Have the editor write a suppression; whether it did."""
    try:
        edit = await ls.checks.apart(lambda: actions.suppression(snapshot, fingerprint, reason))
    except PresslintError as error:
        ls.say(str(error))
        return False
    made = ls.actions.edit(snapshot, [edit]) if edit else None
    if made is None:
        ls.say(
            actions.NO_PLACE if actions.find(snapshot, fingerprint) else "the finding is gone; check again"
        )
        return False
    answer = await ls.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(made, "presslint"))
    return bool(answer.applied)


def _page(ls: Session, rule: str) -> str:
    """The page of a rule, as the first project of the workspace has it."""
    project = next(ls.projects.all(), None) or ls.projects.of(Path.cwd() / "story.md")
    catalog = project.configs.top.catalog
    name = catalog.resolve(rule)
    if name is None:
        raise JsonRpcException(f"no rule “{rule}”{catalog.nearest(rule)}", types.LSPErrorCodes.RequestFailed)
    return page(catalog.rule(name))
