"""`python -m presslint` and the `presslint` command."""

from __future__ import annotations

import os
import sys
import time

from presslint import warm


def main() -> None:
    """Run the command line and exit with its code: 0, 1, 2, 130 or 141."""
    arguments = sys.argv[1:]
    folder = cache_folder() if warm.fits(arguments, os.environ) else None
    if folder is None:
        sys.exit(run(arguments))
    file = os.path.join(folder, f"runs-{warm.LAYOUT}.sqlite")
    package = os.path.dirname(os.path.abspath(__file__))
    key = warm.key_of(arguments, os.environ, screen(), package, time.strftime("%Y-%m-%d"))
    answer = warm.recall(file, key)
    if answer is None:
        sys.exit(run_and_remember(arguments, file, key))
    code, out, err = answer
    try:
        sys.stderr.buffer.write(err)
        sys.stdout.buffer.write(out)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 141
    sys.exit(code)


def run(arguments: list[str]) -> int:
    from presslint.cli import run as run_command

    return run_command(arguments)


def run_and_remember(arguments: list[str], file: str, key: str) -> int:
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
            os.makedirs(os.path.dirname(file), exist_ok=True)
            day = int(time.time() // 86_400)
            warm.remember(file, key, (code, out.bytes(), err.bytes()), warm.noted, day)
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
    main()
