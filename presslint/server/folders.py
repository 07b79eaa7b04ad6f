"""The files of a workspace that are not open: checked on demand, or pulled by the editor."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from uuid import uuid4

from lsprotocol import types
from msgspec import Struct

from presslint.config.discover import discover
from presslint.engine.library import Result, check_file
from presslint.model.errors import PresslintError
from presslint.server.diagnostics import uri_of
from presslint.server.places import Lines
from presslint.server.projects import Project
from presslint.server.session import Session

PORTION = 20  # files in a partial answer


class Found(Struct, frozen=True):
    """A file of the workspace. `mark` changes when it or a config does; `result` is None where that is known."""

    uri: str
    mark: str
    number: int
    of: int
    result: Result | None


async def files(
    session: Session, known: Callable[[str], str | None], stop: Callable[[], bool]
) -> AsyncIterator[Found]:
    """The articles of the workspace that are not open, each checked unless its mark is known."""
    loop = asyncio.get_running_loop()
    work: list[tuple[Project, Path]] = []
    for project in session.projects.all():
        try:
            there = await loop.run_in_executor(session.folder_thread, _articles, project)
        except PresslintError as error:
            session.say(f"presslint: {error}", types.MessageType.Error)
            continue
        work += [(project, path) for path in there]
    for number, (project, path) in enumerate(work, 1):
        if stop():
            return
        uri = uri_of(path.absolute())
        if session.document(uri) is None:
            mark = _mark(session, path)
            result = None
            if known(uri) != mark:
                result = await loop.run_in_executor(
                    session.folder_thread, _checked, project, path, session.projects.settings.deadline, stop
                )
            yield Found(uri, mark, number, len(work), result)


async def check_workspace(session: Session) -> dict[str, int]:
    """Check all articles of the workspace, with progress, and send what was found in those that are not open."""
    token = await _progress(session)
    total = {"files": 0, "findings": 0}

    def stop() -> bool:
        future = session.work_done_progress.tokens.get(token)
        return future is not None and future.cancelled()

    found_in: set[str] = set()
    async for found in files(session, lambda uri: None, stop):
        diagnostics = _told(session, found)
        total["files"] += 1
        total["findings"] += len(diagnostics)
        if session.document(found.uri) is None and (diagnostics or found.uri in session.sent):
            session.send(found.uri, diagnostics)
            found_in.add(found.uri)
        _report(session, token, found)
    for uri in list(session.open_documents()):
        snapshot = await session.checks.of(uri)
        if snapshot is not None and not snapshot.left_alone:
            total["files"] += 1
            total["findings"] += len(session.told(snapshot))
    if not stop():
        for uri in session.sent - found_in:
            session.send(uri, [])
        session.sent = set()
    session.sent |= found_in
    if token:
        told = "{findings} findings in {files} articles".format(**total)
        session.work_done_progress.end(token, types.WorkDoneProgressEnd(message=told))
    return total


async def pull_workspace(
    session: Session, params: types.WorkspaceDiagnosticParams
) -> types.WorkspaceDiagnosticReport:
    """The diagnostics of the whole workspace, in portions where the editor takes them so."""
    known = {each.uri: each.value for each in params.previous_result_ids}
    reports: list[types.WorkspaceDocumentDiagnosticReport] = []

    def flush() -> None:
        if params.partial_result_token is not None and reports:
            partial = types.WorkspaceDiagnosticReportPartialResult(list(reports))
            session.progress(types.ProgressParams(params.partial_result_token, partial))
            reports.clear()

    for uri in list(session.open_documents()):
        snapshot = await session.checks.of(uri)
        if snapshot is not None:
            session.tell_fault(snapshot)
            told = None if known.get(uri) == snapshot.mark else session.told(snapshot)
            reports.append(_item(uri, snapshot.mark, told, snapshot.key[0]))
    async for found in files(session, known.get, lambda: False):
        told = _told(session, found) if found.result is not None else None
        reports.append(_item(found.uri, found.mark, told))
        if len(reports) >= PORTION:
            flush()
    flush()
    return types.WorkspaceDiagnosticReport(reports)


async def pull_file(session: Session, uri: str, path: Path) -> list[types.Diagnostic]:
    """The diagnostics of one file that is not open, such as one behind a tab."""

    def work() -> Result | None:
        project = session.projects.of(path)
        if not path.is_file() or session.projects.left_alone(path, project.for_file(path)):
            return None
        return _checked(project, path, session.projects.settings.deadline, lambda: False)

    result = await asyncio.get_running_loop().run_in_executor(session.folder_thread, work)
    return [] if result is None else session.teller.all(uri, _lines(session, result), result)


def _articles(project: Project) -> list[Path]:
    return discover([project.folder], project.configs).files


def _checked(project: Project, path: Path, deadline: float, stop: Callable[[], bool]) -> Result:
    try:
        return check_file(path, config=project.for_file(path), deadline=deadline, stop=stop)
    except PresslintError:  # of a config in the tree; told where one of its articles is opened
        return Result(path.as_posix(), "")


def _mark(session: Session, path: Path) -> str:
    try:
        stat = path.stat()
    except OSError:
        return ""
    return f"{session.projects.epoch}.{stat.st_mtime_ns}.{stat.st_size}"


def _told(session: Session, found: Found) -> list[types.Diagnostic]:
    if found.result is None:
        return []
    return session.teller.all(found.uri, _lines(session, found.result), found.result)


def _lines(session: Session, result: Result) -> Lines:
    return Lines(result.text, str(session.workspace.position_encoding))


def _item(
    uri: str, mark: str, told: list[types.Diagnostic] | None, version: int | None = None
) -> types.WorkspaceDocumentDiagnosticReport:
    if told is None:
        return types.WorkspaceUnchangedDocumentDiagnosticReport(uri, mark, version)
    return types.WorkspaceFullDocumentDiagnosticReport(uri, told, version, result_id=mark)


async def _progress(session: Session) -> str:
    """Begin to show how far the work is; the token of it, empty where the editor does not show it."""
    if not session.can("window.work_done_progress"):
        return ""
    token = str(uuid4())
    await session.work_done_progress.create_async(token)
    begin = types.WorkDoneProgressBegin("presslint", cancellable=True, percentage=0)
    session.work_done_progress.begin(token, begin)
    return token


def _report(session: Session, token: str, found: Found) -> None:
    if token:
        far = types.WorkDoneProgressReport(
            message=f"{found.number} of {found.of}", percentage=100 * found.number // found.of
        )
        session.work_done_progress.report(token, far)
