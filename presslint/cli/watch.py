"""`presslint check --watch`: the report again whenever an article or the config is saved."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from presslint.cli import OK, Misuse
from presslint.cli.terminal import say
from presslint.config.layers import CONFIG_NAMES, find_config, shown_name
from presslint.model.errors import PresslintError
from presslint.reading import format_of

ONCE_ONLY = ("fix", "diff", "interactive", "staged", "changed", "files_from", "stdin_filename", "outputs")
IDLE = 500  # milliseconds after which Ctrl-C is looked for

Check = Callable[..., int]  # paths and options to an exit code


def watch(
    check: Check, paths: Sequence[str], chosen: dict[str, Any], rounds: Iterable[Iterable[Path]] | None = None
) -> int:
    """Check once, then what was saved, until Ctrl-C; a changed config is a reason to check all again.

    `rounds` are the files that changed, time after time; without them the file system tells. Raises Misuse for
    options that make sense once only, and where the package that watches is not there.
    """
    named = [f"--{name.replace('_', '-').removesuffix('s')}" for name in ONCE_ONLY if chosen.get(name)]
    if named or "-" in paths:
        raise Misuse(
            f"--watch reports on the screen, again and again; leave out {named[0] if named else '-'}"
        )
    try:
        for changed in _changes(paths) if rounds is None else rounds:
            _check_again(check, paths, chosen, changed)
    except KeyboardInterrupt:
        say("")
    return OK


def _check_again(check: Check, paths: Sequence[str], chosen: dict[str, Any], changed: Iterable[Path]) -> None:
    """Check what changed, or all where nothing less will do."""
    wanted = _wanted(changed)
    if wanted is None or (wanted and chosen.get("scope") != "article"):
        wanted = list(paths)
    elif not wanted:
        return
    _clear()
    try:
        check(wanted, **chosen)
    except PresslintError as error:
        say(f"presslint: {error}")
    sys.stdout.flush()
    say("presslint: watching; Ctrl-C ends it")


def _wanted(changed: Iterable[Path]) -> list[str] | None:
    """The articles among what changed, as they are shown; None where all are to be checked: at first, by a config."""
    found = sorted(changed)
    if not found or any(path.name in CONFIG_NAMES for path in found):
        return None
    return [shown_name(path) for path in found if format_of(path.name) and path.is_file()]


def _changes(paths: Sequence[str]) -> Iterable[list[Path]]:
    """First nothing, once the folders are watched; then the files of each change. Raises Misuse."""
    try:
        from watchfiles import watch as changes
    except ImportError:
        raise Misuse("--watch asks for a package more: pip install 'presslint[watch]'") from None
    places = [Path(path) for path in paths] or [Path(".")]
    gone = next((place for place in places if not place.exists()), None)
    if gone is not None:
        raise Misuse(f"{gone}: no such file or folder to watch")
    config, _ = find_config(Path.cwd())
    if config is not None:
        places.append(config)
    is_first = True
    # the first time-out comes when the watch stands, so that nothing is lost while the first check runs
    for changed in changes(*places, yield_on_timeout=True, rust_timeout=IDLE):
        if is_first or changed:
            yield [Path(name) for _, name in changed]
        is_first = False


def _clear() -> None:
    """An empty screen, where there is one."""
    if sys.stdout.isatty():
        sys.stdout.write("\x1b[2J\x1b[H")
