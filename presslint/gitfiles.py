"""What git knows of a folder's files. Asks git only for lists; the work tree is never touched."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

# a repository's own config may name programs for git to run; none of them is needed for a list
SAFE = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "-c", "core.hooksPath=/dev/null")


def git(*arguments: str, folder: Path, input: bytes | None = None) -> bytes | None:
    """Standard output of a git command, or None when it fails or git is not installed."""
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", *SAFE, *arguments],
            cwd=folder,
            env=environment,
            input=input,
            stdin=subprocess.DEVNULL if input is None else None,
            capture_output=True,
            check=False,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def list_files(folder: Path) -> list[Path] | None:
    """Tracked files and new files that git does not ignore, sorted; None outside a work tree."""
    listed = git("ls-files", "--cached", "--others", "--exclude-standard", "-z", folder=folder)
    if listed is None:
        return None
    names = sorted({os.fsdecode(name) for name in listed.split(b"\0") if name})
    return [path for path in (folder / name for name in names) if path.is_file()]
