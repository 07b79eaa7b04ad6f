"""What git knows of a folder's files. Asks git only for lists; the work tree is never touched.

The repository is not trusted: its own config may name programs for git to run (monitors, hooks, filters,
helpers that fetch), and none of them runs.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

SAFE = (
    *("-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "-c", "core.hooksPath=/dev/null"),
    *("-c", "safe.bareRepository=explicit"),  # a folder of the tree that looks like a repository is none
)
SILENT = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # older gits fetch what a partial clone lacks all the same
}
# set by git for its hooks, relative to the folder that a hook starts in
PLACES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")


def git(*arguments: str, folder: Path) -> bytes | None:
    """Standard output of a git command, or None when it fails or git is not installed."""
    done = _run(arguments, folder, {})
    return done.stdout if done is not None and done.returncode == 0 else None


def git_diff(*arguments: str, folder: Path) -> bytes | None:
    """The same for `git diff`, which would send files of the work tree through the repository's filters."""
    listed = git(
        "config", "-z", "--name-only", "--get-regexp", r"^filter\..*\.(clean|process)$", folder=folder
    )
    filters = {name.rpartition(b".")[0] for name in (listed or b"").split(b"\0") if name}
    off = [
        (os.fsdecode(name + key), value)
        for name in sorted(filters)
        for key, value in ((b".clean", ""), (b".process", ""), (b".required", "false"))
    ]
    first = int(os.environ.get("GIT_CONFIG_COUNT") or 0)
    settings = {"GIT_CONFIG_COUNT": str(first + len(off))}
    for number, (key, value) in enumerate(off, first):
        settings |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    done = _run(("diff", "--no-ext-diff", "--no-textconv", *arguments), folder, settings)
    return done.stdout if done is not None and done.returncode == 0 else None


def repository_top(folder: Path) -> Path | None:
    """The top folder of the work tree around a folder; None outside one."""
    top = git("rev-parse", "--show-toplevel", folder=folder)
    return None if top is None else Path(os.fsdecode(top).rstrip("\n")).resolve()


def why_not(folder: Path) -> str:
    """What git has against a folder, in its own words; empty when it has nothing or is not there."""
    done = _run(("rev-parse", "--git-dir"), folder, {})
    return "" if done is None else done.stderr.decode("utf-8", "replace")


def program() -> str:
    """git by its name, and on Windows by its place: a name would be looked up in the working folder first.

    The working folder is the tree that is checked, and may bring a `git.exe` of its own.
    """
    return _placed(os.environ.get("PATH", "")) if os.name == "nt" else "git"


def _placed(path: str, name: str = "git.exe") -> str:
    """The program in the first whole-named folder of a PATH; one that nobody has where it is in none."""
    folders = [folder.strip('"') for folder in path.split(os.pathsep)]
    places = (os.path.join(folder, name) for folder in folders if os.path.isabs(folder))
    return next(filter(os.path.isfile, places), os.path.join(os.sep, "no such folder", name))


def _run(
    arguments: Sequence[str], folder: Path, settings: Mapping[str, str]
) -> subprocess.CompletedProcess[bytes] | None:
    here = {name: os.path.abspath(os.environ[name]) for name in PLACES if os.environ.get(name)}
    if "GIT_DIR" in here and "GIT_WORK_TREE" not in here:
        here["GIT_WORK_TREE"] = os.getcwd()
    try:
        return subprocess.run(
            [program(), *SAFE, *arguments],
            cwd=folder,
            env={**os.environ, **here, **SILENT, **settings},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError:
        return None


def list_files(folder: Path) -> list[Path] | None:
    """Tracked files and new files that git does not ignore, sorted; None outside a work tree."""
    listed = git("ls-files", "--cached", "--others", "--exclude-standard", "-z", folder=folder)
    if listed is None:
        return None
    names = sorted({os.fsdecode(name) for name in listed.split(b"\0") if name})
    return [path for path in (folder / name for name in names) if os.path.lexists(path)]


def is_ignored(path: Path) -> bool:
    """Whether git ignores a file, which one that it tracks is not."""
    return git("check-ignore", "-q", "--", str(path), folder=path.parent) is not None
