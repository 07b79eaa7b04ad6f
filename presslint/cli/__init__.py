"""The command line: one file per command; only here does presslint print, exit or read the environment."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, TextIO

from presslint.model.errors import PresslintError

OK, FINDINGS, TROUBLE, INTERRUPTED, BROKEN_PIPE, TERMINATED = 0, 1, 2, 130, 141, 143
YOUNG = 100_000  # new objects after which Python looks for garbage among them; an article leaves little


class Misuse(PresslintError):
    """A command line that cannot be carried out."""


def run(arguments: Sequence[str]) -> int:
    """The exit code for a command line. Every failure is one line on standard error."""
    _open_streams()
    _utf8_streams()
    gc.set_threshold(YOUNG, 20, 50)
    # a worker process would take modules from the working folder, which is the tree that is checked
    os.environ["PYTHONSAFEPATH"] = "1"
    try:
        code = _call(list(arguments))
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        _say("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        return BROKEN_PIPE
    except Exception as error:
        return _failure(error)
    finally:
        _let_go()


def leave_when_asked() -> None:
    """Have SIGTERM unwind, so that partial files and temporary folders go and worker processes end."""

    def leave(number: int, frame: object) -> None:
        raise SystemExit(TERMINATED)

    signal.signal(signal.SIGTERM, leave)


def _open_streams() -> None:
    """Stand-ins for streams that are closed, so that no file of ours gets their numbers."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _is_flushed(stream: TextIO) -> bool:
    """Whether what was written to a stream has arrived."""
    try:
        stream.flush()
    except OSError:
        return False
    except ValueError:  # closed: nothing waits in it
        pass
    return True


def _let_go() -> None:
    """What waits in a stream that fails would fail again at exit, and Python would say so in its own words."""
    for stream in (sys.stdout, sys.stderr):
        if not _is_flushed(stream):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _call(arguments: list[str]) -> int:
    """Run a command: a plain `check` at once, all else through click."""
    if arguments[:1] == ["hook"] and "--help" not in arguments[:2]:
        from pathlib import Path

        from presslint.cli.hook import as_check

        arguments = as_check(arguments[1:], os.environ, Path.cwd())
    if arguments[:1] == ["check"] and not any(name.startswith("PRESSLINT_") for name in os.environ):
        _import_msgspec()
        from presslint.cli.arguments import read_plain
        from presslint.cli.check import OPTIONS, check

        plain = read_plain(arguments[1:], OPTIONS)
        if plain is not None:
            return check(plain[0], **plain[1])
    from presslint.cli.app import call

    return call(arguments)


def _import_msgspec() -> None:
    """Import msgspec without `typing_extensions`, which it takes where it is installed.

    All that msgspec wants of it, our Python has itself; to import it, and `inspect`, `ast` and `tokenize` with it, takes
    a third of msgspec's own time. Who needs it later imports it as ever.
    """
    if "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # the import system's way to say that it is not there
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules["typing_extensions"]


def _failure(error: Exception) -> int:
    if isinstance(error, PresslintError):
        return _fail(error)
    if os.environ.get("PRESSLINT_TRACEBACK"):
        raise error
    if isinstance(error, OSError):
        return _fail(f"{error.filename or _unnamed()}: {error.strerror or error}")
    return _fail(
        f"internal error: {type(error).__name__}: {error}; please report it with the output of "
        "PRESSLINT_TRACEBACK=1 presslint …"
    )


def _fail(message: object) -> int:
    _say(message)
    return TROUBLE


def _say(message: object) -> None:
    from presslint.cli.terminal import say

    with suppress(OSError, ValueError):
        say(f"presslint: {message}")


def _unnamed() -> str:
    """What a fault of the system is about that names no file: our output, if not the ground under it."""
    try:
        os.getcwd()
    except OSError:
        return "the working folder"
    return "standard output"


def _utf8_streams() -> None:
    """Windows consoles and bare locales cannot print every character; never die of that."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if (stream.encoding or "").lower().replace("-", "") == "utf8":
            reconfigure(errors="backslashreplace")
        elif stream.isatty():
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")
