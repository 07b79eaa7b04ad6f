"""Files shared among processes: each worker builds its rules once and sends results home."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from presslint.changes import Base
from presslint.config import Configs

if TYPE_CHECKING:
    from presslint.checking import Checked

CHUNK = 16  # files sent to a worker at a time

_configs: Configs | None = None
_base: Base | None = None


def _start(configs: Configs, base: Base | None) -> None:
    global _configs, _base
    _configs, _base = configs, base


def _work(paths: Sequence[Path]) -> list[Checked]:
    from presslint.checking import check_one

    assert _configs is not None
    return [check_one(path, _configs, _base) for path in paths]


def check_in_processes(
    files: Sequence[Path], configs: Configs, base: Base | None, jobs: int
) -> Iterator[Checked]:
    """Results in the order of the files; at most a few chunks wait, so memory does not grow with them."""
    # a forked worker has the rules already; elsewhere it reads them itself
    fork = sys.platform == "linux" and threading_is_quiet()
    if fork:
        configs.top.plan("story.md")
    context = multiprocessing.get_context("fork" if fork else "spawn")
    chunks = [files[at : at + CHUNK] for at in range(0, len(files), CHUNK)]
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(configs, base)) as pool:
        waiting = []
        try:
            for chunk in chunks:
                waiting.append(pool.submit(_work, chunk))
                if len(waiting) > 4 * jobs:
                    yield from waiting.pop(0).result()
            while waiting:
                yield from waiting.pop(0).result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def threading_is_quiet() -> bool:
    """Whether this process has one thread only, so that forking it is safe."""
    import threading

    return threading.active_count() == 1
