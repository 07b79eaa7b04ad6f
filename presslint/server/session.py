"""One editor: its documents, its settings, and what was told to it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Coroutine, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from presslint import __version__
from presslint.model.errors import PresslintError
from presslint.packs.index import Index
from presslint.server.actions import Actions
from presslint.server.checks import Checks, Snapshot
from presslint.server.diagnostics import Teller, of_config, uri_of
from presslint.server.places import Document, Documents
from presslint.server.projects import Project, Projects, config_place
from presslint.server.settings import Settings, read_settings
from presslint.server.vocabulary import Vocabulary

PATIENCE = 0.5  # seconds for which completion waits for articles that were not read yet
SECTION = "presslint"
WATCHED = ("**/{.presslint,presslint}.{yaml,yml}", "**/pyproject.toml")


class Session(LanguageServer):
    """A language server for one editor."""

    def __init__(self, index: Index) -> None:
        super().__init__("presslint", __version__)
        self.projects = Projects(index)
        self.checks = Checks(self.projects, self.document)
        self.folder_thread = ThreadPoolExecutor(1, "presslint-folder")
        self.sent: set[str] = set()  # files that are not open and have diagnostics of a workspace check
        self.complaint = ""  # what is wrong with the settings, until it can be shown
        self._given = Settings()  # what the editor said when it started
        self._due: dict[str, asyncio.Task[None]] = {}
        self._faults: dict[str, str] = {}  # address of a config -> what is wrong with it
        self._vocabularies: dict[Path, tuple[Vocabulary, asyncio.Future[None]]] = {}
        self._tasks: set[asyncio.Task[Any]] = set()

    # -- the editor ----------------------------------------------------------------------------

    def begin(self, params: types.InitializeParams) -> None:
        """Take up what the editor says of itself."""
        there = self.workspace
        self.protocol._workspace = Documents(
            there.root_uri,
            workspace_folders=params.workspace_folders,
            position_encoding=there.position_encoding,
        )
        try:
            self._given = read_settings(params.initialization_options)
        except PresslintError as error:
            self.complaint = str(error)
        self.projects.set(self.folders(), self._given)

    def folders(self) -> list[Path]:
        """The folders that the editor has open."""
        uris = [folder.uri for folder in self.workspace.folders.values()] or [self.workspace.root_uri or ""]
        paths = (to_fs_path(uri) for uri in uris if uri.startswith("file:"))
        return [Path(path) for path in paths if path]

    def can(self, name: str) -> Any:
        """What the editor says of one of its capabilities."""
        return get_capability(self.client_capabilities, name, None)

    @property
    def is_pulled(self) -> bool:
        """Whether the editor asks for the diagnostics of its documents, so that they must not be sent as well."""
        return self.can("text_document.diagnostic") is not None

    @property
    def teller(self) -> Teller:
        return Teller(self.client_capabilities, self.projects.settings)

    @property
    def actions(self) -> Actions:
        return Actions(self.client_capabilities, self.teller)

    def document(self, uri: str) -> Document | None:
        """A document that is open."""
        found = self.workspace.text_documents.get(unquote(uri))
        return found if isinstance(found, Document) else None

    def open_documents(self) -> Iterator[str]:
        """The addresses of the documents that are open."""
        return iter([document.uri for document in self.workspace.text_documents.values()])

    def say(self, message: str, kind: types.MessageType = types.MessageType.Warning) -> None:
        """Have the editor show a message."""
        self.window_show_message(types.ShowMessageParams(kind, message))

    def log(self, message: str) -> None:
        """Have the editor note a message."""
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, message))

    def do(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Begin work that nobody waits for; what fails in it is noted."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)

        def done(task: asyncio.Task[Any]) -> None:
            self._tasks.discard(task)
            error = None if task.cancelled() else task.exception()
            if error is not None:
                self.log(f"{type(error).__name__}: {error}")

        task.add_done_callback(done)
        return task

    # -- settings and configs ------------------------------------------------------------------

    async def ask_settings(self) -> None:
        """Read the editor's settings, if it can be asked for them."""
        if not self.can("workspace.configuration"):
            return
        item = types.ConfigurationItem(section=SECTION)
        answer = await self.workspace_configuration_async(types.ConfigurationParams([item]))
        self.take_settings(answer[0] if answer else None)

    def take_settings(self, values: object) -> None:
        """Go by other settings; what they do not say is as it was when the editor started."""
        try:
            found = read_settings(values, strict=False) if values else self._given
        except PresslintError as error:
            self.say(str(error))
            return
        if found != self.projects.settings:
            self.projects.set(settings=found)
            self.begin_anew()

    def freshen(self) -> None:
        """Notice that a config has changed, whether or not the editor watches it."""
        if self.projects.look_again():
            self.begin_anew()

    def begin_anew(self) -> None:
        """Tell everything again: a config, a setting or a folder has changed."""
        for uri in self._faults:
            self.send(uri, [])
        self._faults = {}
        self._vocabularies = {}
        if not self.is_pulled:
            for uri in self.open_documents():
                self.publish_soon(uri)
        elif self.can("workspace.diagnostics.refresh_support"):
            self.do(self.workspace_diagnostic_refresh_async(None))

    async def watch(self) -> None:
        """Have the editor watch the configs, if it can."""
        if not self.can("workspace.did_change_watched_files.dynamic_registration"):
            return
        watchers = [types.FileSystemWatcher(glob) for glob in WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        watched = types.Registration("presslint-configs", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        await self.client_register_capability_async(types.RegistrationParams([watched]))

    def tell_fault(self, snapshot: Snapshot) -> None:
        """Say once what is wrong with a config, and mark it in its file."""
        error = snapshot.fault
        if error is None:
            return
        file = config_place(error, self.projects.of(snapshot.path).folder)
        uri = uri_of(file) if file else ""
        if self._faults.get(uri) == str(error):
            return
        self._faults[uri] = str(error)
        self.say(f"presslint: {error}", types.MessageType.Error)
        self.send(uri, [of_config(error)])

    # -- diagnostics ---------------------------------------------------------------------------

    def send(self, uri: str, found: list[types.Diagnostic], version: int | None = None) -> None:
        """Send the diagnostics of a file."""
        if uri:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def publish_soon(self, uri: str, pause: int = 0) -> None:
        """Send the diagnostics of a document after a pause, in milliseconds; only the last call counts."""
        self.hold(uri)
        self._due[uri] = self.do(self._publish(uri, pause))

    def hold(self, uri: str) -> None:
        """Do not send what was due."""
        due = self._due.pop(uri, None)
        if due is not None:
            due.cancel()

    async def _publish(self, uri: str, pause: int) -> None:
        if pause:
            await asyncio.sleep(pause / 1000)
        snapshot = await self.checks.of(uri)
        document = self.document(uri)
        if snapshot is not None and document is not None and document.version == snapshot.key[0]:
            self.tell_fault(snapshot)
            self.send(uri, self.told(snapshot), document.version)

    def told(self, snapshot: Snapshot) -> list[types.Diagnostic]:
        """The diagnostics of a document as it was checked."""
        return self.teller.all(snapshot.uri, snapshot.lines, snapshot.result)

    # -- names ---------------------------------------------------------------------------------

    async def vocabulary(self, project: Project) -> tuple[Vocabulary, bool]:
        """The names of a project, and whether all of its articles were read."""
        if project.folder not in self._vocabularies:
            found = Vocabulary(project)
            loop = asyncio.get_running_loop()
            reading = loop.run_in_executor(self.folder_thread, found.read, lambda: False)
            self._vocabularies[project.folder] = found, reading
        found, reading = self._vocabularies[project.folder]
        done, _ = await asyncio.wait({reading}, timeout=PATIENCE)
        return found, bool(done)

    def read_names_again(self, paths: Iterable[Path]) -> None:
        """Have the names of the projects of some files read again when they are next asked for."""
        for path in paths:
            place = Path(os.path.realpath(path))
            for folder in [each for each in self._vocabularies if place.is_relative_to(each)]:
                if self._vocabularies[folder][1].done():
                    del self._vocabularies[folder]

    def close(self) -> None:
        """Give up all work."""
        for task in list(self._tasks):
            task.cancel()
        self.checks.close()
        self.folder_thread.shutdown(wait=False, cancel_futures=True)
