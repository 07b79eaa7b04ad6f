"""`python -m presslint` and the `presslint` command."""

from __future__ import annotations

import atexit
import gc
import os
import sys
import time

from presslint import warm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def command() -> None:
    """What the installed command does: `main`, without Python's tidying up, a twentieth of a short run."""
    try:
        main()
    except SystemExit as stop:
        if "threading" not in sys.modules:  # what runs beside us, Python ends better
            atexit._run_exitfuncs()
            if all(map(flushed, (sys.stdout, sys.stderr))):
                os._exit(int(stop.code or 0))
        raise


def flushed(stream: TextIO) -> bool:
    """Whether what was written to a stream has arrived."""
    try:
        stream.flush()
    except OSError:
        return False
    except ValueError:  # closed: nothing waits in it
        pass
    return True


def main() -> None:
    """Run the command line and exit with its code: 0, 1, 2, 130, 141 or 143."""
    open_streams()
    try:
        sys.exit(answer(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.stderr.write("presslint: interrupted\n")
        sys.exit(130)


def open_streams() -> None:
    """Stand-ins for streams that are closed, so that no file of ours gets their numbers."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def answer(arguments: list[str]) -> int:
    """The exit code for a command line, repeated from the cache where it holds the run."""
    folder = cache_folder() if warm.fits(arguments, os.environ) else None
    here = working_folder() if folder is not None else None
    if folder is None or here is None:
        return run(arguments)
    package = os.path.dirname(os.path.abspath(__file__))
    key = warm.key_of(arguments, os.environ, here, screen(), package, time.strftime("%Y-%m-%d"))
    day = int(time.time() // 86_400)
    file = warm.place_of(folder, key, day)
    known = warm.recall(file)
    if known is None:
        return run_and_remember(arguments, file, day)
    code, out, err = known
    try:
        sys.stderr.buffer.write(err)
        sys.stdout.buffer.write(out)
        sys.stdout.flush()
    except OSError as error:
        from presslint.cli import cut_off

        return cut_off(error)
    return code


def working_folder() -> str | None:
    """None when it was deleted."""
    try:
        return os.getcwd()
    except OSError:
        return None


def run(arguments: list[str]) -> int:
    # the module `signal` would first make enums of all signals
    from _signal import SIGTERM, signal  # type: ignore[import-not-found]

    from presslint.packs import bundle

    bundle.use()
    from presslint.cli import run as run_command

    def leave(number: int, frame: object) -> None:
        raise SystemExit(143)

    # unwound, so that partial files and temporary folders go and worker processes end
    signal(SIGTERM, leave)
    gc.disable()  # reading code makes no garbage; what takes longer turns it on again
    try:
        return run_command(arguments)
    finally:
        bundle.keep()
        gc.freeze()  # or all that was read would be searched for garbage on the way out


def run_and_remember(arguments: list[str], file: str, day: int) -> int:
    """Run, and keep the output when the run says that it rests on files alone."""
    out, err = warm.Tee(sys.stdout), warm.Tee(sys.stderr)
    sys.stdout, sys.stderr = out, err
    try:
        code = run(arguments)
    finally:
        sys.stdout, sys.stderr = out.stream, err.stream
    if code in (0, 1) and warm.noted:
        from contextlib import suppress

        with suppress(Exception):  # a cache that cannot be written is no reason to fail
            warm.remember(file, (code, out.bytes(), err.bytes()), warm.noted, day)
    return code


def cache_folder() -> str | None:
    """The user's cache folder for presslint; never a folder of the tree that is checked."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "presslint") if os.path.isabs(base) else None


def screen() -> list[object]:
    """What of the terminal changes the output."""
    found: list[object] = []
    for stream in (sys.stdout, sys.stderr):
        terminal = stream.isatty()
        found += [terminal, stream.encoding]
        if terminal:
            found += os.get_terminal_size(stream.fileno())
    return found


if __name__ == "__main__":
    command()
