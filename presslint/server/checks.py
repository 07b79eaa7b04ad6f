"""The findings on open documents: of each the newest, checked once whoever asks, given up when it is overtaken."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace
from pygls.uris import to_fs_path

from presslint.config.config import Config
from presslint.engine.library import Result, check_text
from presslint.model.errors import PresslintError
from presslint.server.places import Document, Lines
from presslint.server.projects import Projects

T = TypeVar("T")

# what a document without a file is read as, by its language
SUFFIXES = {
    "markdown": ".md",
    "mdx": ".mdx",
    "html": ".html",
    "plaintext": ".txt",
    "restructuredtext": ".rst",
    "asciidoc": ".adoc",
}
Key = tuple[int | None, int]  # version of a document, epoch of the configs


class Snapshot(Struct, frozen=True):
    """A document as it was checked. `left_alone` says why it was not, `fault` what is wrong with its config."""

    uri: str
    key: Key
    path: Path
    lines: Lines
    result: Result
    config: Config | None = None
    left_alone: str = ""
    fault: PresslintError | None = None

    @property
    def mark(self) -> str:
        """What changes when the document or a config does."""
        return "{}.{}".format(*self.key)


class Run(Struct, frozen=True, eq=False):
    """A check that is under way."""

    key: Key
    stop: Event
    task: asyncio.Task[Snapshot | None]


class Checks:
    """Checks documents in a thread of its own, so that the editor is always answered."""

    def __init__(self, projects: Projects, document: Callable[[str], Document | None]) -> None:
        self.projects = projects
        self.known: dict[str, Snapshot] = {}
        self._document = document
        self._runs: dict[str, Run] = {}
        self._threads = ThreadPoolExecutor(1, "presslint")

    async def of(self, uri: str) -> Snapshot | None:
        """What was found in a document as it is now; None where it is not open."""
        while (document := self._document(uri)) is not None:
            key = document.version, self.projects.epoch
            known = self.known.get(uri)
            if known is not None and known.key == key:
                return known
            run = self._runs.get(uri)
            if run is None or run.key != key:
                self.overtake(uri)
                run = self._runs[uri] = self._start(uri, document, key)
            found = await asyncio.shield(run.task)
            if found is not None:
                self.known[uri] = found
        return None

    def overtake(self, uri: str) -> None:
        """Give up a check of a document that nobody waits for any more."""
        run = self._runs.pop(uri, None)
        if run is not None:
            run.stop.set()

    def forget(self, uri: str) -> None:
        """A document was closed."""
        self.overtake(uri)
        self.known.pop(uri, None)

    async def apart(self, work: Callable[[], T]) -> T:
        """What a piece of work gives, done in the thread of the checks."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def close(self) -> None:
        """Give up everything."""
        for uri in list(self._runs):
            self.overtake(uri)
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _start(self, uri: str, document: Document, key: Key) -> Run:
        stop = Event()
        text, encoding = document.source, str(document.position_codec.encoding)
        path = place_of(uri, document.language_id)

        def work() -> Snapshot | None:
            found = self._checked(
                Snapshot(uri, key, path, Lines(text, encoding), Result(path.as_posix(), text)), stop
            )
            return None if stop.is_set() else found

        return Run(key, stop, asyncio.ensure_future(self.apart(work)))

    def _checked(self, empty: Snapshot, stop: Event) -> Snapshot:
        if stop.is_set():
            return empty
        path = empty.path
        try:
            config = self.projects.of(path).for_file(path)
            left_alone = self.projects.left_alone(path, config)
            if left_alone:
                return replace(empty, config=config, left_alone=left_alone)
            deadline = self.projects.settings.deadline
            result = check_text(
                empty.lines.text, path=path, config=config, deadline=deadline, stop=stop.is_set
            )
        except PresslintError as error:
            return replace(empty, fault=error)
        return replace(empty, config=config, result=result)


def place_of(uri: str, language: str | None = None) -> Path:
    """The file that a document is, or would be: one that has no file yet stands in the first folder."""
    path = to_fs_path(uri) if uri.startswith("file:") else None
    if path:
        return Path(path)
    name = Path(uri.rpartition(":")[2]).name or "untitled"
    return Path.cwd() / (name if Path(name).suffix else name + SUFFIXES.get(language or "", ".md"))
