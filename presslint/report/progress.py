"""How far a long run is, on one line of a terminal that is gone when the run is done."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from types import TracebackType
from typing import TextIO

PATIENCE = 0.6  # seconds before anything is drawn: a short run shows nothing
PAUSE = 0.1  # seconds between two drawings
BAR = 24  # cells


class Progress:
    """Call it with (done, total). It draws on terminals only and never on a pipe or in a log.

    with Progress(stream) as progress:
        check_files(files, configs, progress=progress)
    """

    def __init__(
        self,
        stream: TextIO,
        *,
        ascii: bool = False,
        clock: Callable[[], float] = monotonic,
        what: str = "files",
    ) -> None:
        self.stream = stream
        self.ascii = ascii
        self.clock = clock
        self.what = what
        self.start: tuple[float, int] | None = None  # when the first was done, and how many then
        self.draws = stream.isatty()
        self.next = clock() + PATIENCE
        self.drawn = 0  # cells of the line that stands there

    def __enter__(self) -> Progress:
        return self

    def __call__(self, done: int, total: int) -> None:
        if not self.draws or total <= 0 or self.clock() < self.next:
            return
        self.next = self.clock() + PAUSE
        full, empty = ("#", ".") if self.ascii else ("█", "░")
        filled = BAR * min(done, total) // total
        line = f"{full * filled}{empty * (BAR - filled)} {done:,} of {total:,} {self.what}{self._rate(done, total)}"
        self.stream.write(f"\r{line:<{self.drawn}}")
        self.stream.flush()
        self.drawn = len(line)

    def _rate(self, done: int, total: int) -> str:
        """How many a second, and how long the rest takes at that rate."""
        now = self.clock()
        if self.start is None:
            self.start = now, done
        began, before = self.start
        if done in (before, total) or now <= began:
            return ""
        rate = (done - before) / (now - began)
        left = round((total - done) / rate)
        time = (
            f"{left // 3600} h {left % 3600 // 60} min" if left >= 3600 else f"{left // 60} min {left % 60} s"
        )
        return f", {rate:,.0f}/s, {time if left >= 60 else f'{left} s'} left"

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.drawn:
            self.stream.write(f"\r{'':<{self.drawn}}\r")
            self.stream.flush()
            self.drawn = 0
