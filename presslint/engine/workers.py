"""Files shared among processes: each worker builds its rules once and sends results home."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from presslint.config.config import Configs
from presslint.engine.newness import Versions
from presslint.model.errors import PresslintError

if TYPE_CHECKING:
    from presslint.engine.checking import Checked

CHUNK = 16  # files sent to a worker at a time

_configs: Configs | None = None
_base: Versions | None = None
_stop: Any = None  # a byte that all processes share: 1 when nobody waits for answers any more


class WorkerLost(PresslintError):
    """A worker process that was killed from outside."""


def _start(configs: Configs, base: Versions | None, stop: Any) -> None:
    global _configs, _base, _stop
    _configs, _base, _stop = configs, base, stop
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and stops its workers
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})  # it is born with its parent's mask
    threading.Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """A parent that was killed cannot end its workers, and they would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(paths: Sequence[Path]) -> list[Checked]:
    from presslint.engine.checking import check_one

    assert _configs is not None
    return [check_one(path, _configs, _base) for path in paths if not _stop.value]


def check_in_processes(
    files: Sequence[Path], configs: Configs, base: Versions | None, jobs: int
) -> Iterator[Checked]:
    """Results in the order of the files; at most a few chunks wait, so memory does not grow with them.

    Where the system lets no process start, the files are checked in this one. Raises WorkerLost.
    """
    from presslint.engine.checking import check_one

    # a forked worker has the rules already; elsewhere it reads them itself
    fork = sys.platform == "linux" and threading.active_count() == 1
    if fork:
        configs.top.plan("story.md").load()
    context = multiprocessing.get_context("fork" if fork else "spawn")
    chunks = [files[at : at + CHUNK] for at in range(0, len(files), CHUNK)]
    try:
        stop = context.RawValue("b", 0)
        pool = ProcessPoolExecutor(
            jobs, mp_context=context, initializer=_start, initargs=(configs, base, stop)
        )
        with _no_interrupt():
            waiting = [pool.submit(_work, chunks[0])]
    except OSError:  # too many processes already, or a sandbox without semaphores
        for path in files:
            yield check_one(path, configs, base)
        return
    try:
        for chunk in chunks[1:]:
            waiting.append(pool.submit(_work, chunk))
            if len(waiting) > 4 * jobs:
                yield from waiting.pop(0).result()
        while waiting:
            yield from waiting.pop(0).result()
    except BrokenProcessPool:
        raise WorkerLost(
            "a worker process was killed, perhaps for want of memory; try again with --jobs 1"
        ) from None
    finally:
        # a worker that is killed in the middle of an answer would leave us waiting for the rest of it
        stop.value = 1
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Signals wait until the workers are there: what is raised while a process forks gets lost."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
