"""The linters that presslint is timed beside: how each is found, what it is given, how its users run it.

Every peer reads all files in one process, with its default rules unless the table says otherwise, and its
output goes nowhere. Before anything is timed, each has to report both of two flawed files: a peer that
cannot run is named with its own words, and never timed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER, FILES, CONFIG, CACHE = "{folder}", "{files}", "{config}", "{cache}"
WITHIN = ("", "bin", "venv/bin", "node_modules/.bin")  # where a folder of peers may keep its programs
FLAWED = "## Head\n\n#### Lower\n\nTODO: say why it was very very quickly given. Javascript are are so so unique.  \n\n\n\n* a\n- b\n"


@dataclass(frozen=True)
class Peer:
    """One linter. `cold` and `warm` are its arguments without and with its own cache; no `warm`, no cache."""

    name: str
    given: str
    install: str
    cold: tuple[str, ...]
    warm: tuple[str, ...] = ()
    config: str = ""


TEXTLINT_RULES = ("write-good", "no-todo", "terminology", "common-misspellings")
PEERS = (
    Peer("proselint", "its default checks", "pip install proselint", ("check", FOLDER)),
    Peer("write-good", "its default checks", "npm install write-good", (FILES,)),
    Peer(
        "textlint",
        "the rules " + ", ".join(TEXTLINT_RULES),
        "npm install textlint " + " ".join(f"textlint-rule-{rule}" for rule in TEXTLINT_RULES),
        cold=("--config", CONFIG, FOLDER),
        warm=("--config", CONFIG, "--cache", "--cache-location", f"{CACHE}/textlint", FOLDER),
        config='{"rules": {' + ", ".join(f'"{rule}": true' for rule in TEXTLINT_RULES) + "}}",
    ),
    Peer("markdownlint-cli2", "its default rules", "npm install markdownlint-cli2", ("*.md",)),
    Peer(
        "rumdl",
        "its default rules",
        "pip install rumdl",
        cold=("check", "--no-config", "--no-cache", FOLDER),
        warm=("check", "--no-config", "--cache-dir", f"{CACHE}/rumdl", FOLDER),
    ),
)


@dataclass(frozen=True)
class Found:
    """A peer that runs here: its program and version."""

    peer: Peer
    program: Path
    version: str

    def command(self, folder: Path, work: Path, *, cache: Path | None = None) -> list[str]:
        """Its command line for all Markdown files of a folder, to be run in that folder.

        `work` takes the config, where it needs one; with `cache`, it keeps its answers there.
        """
        config = work / f"{self.peer.name}.json"
        if self.peer.config:
            config.write_text(self.peer.config, encoding="utf-8")
        line: list[str] = [str(self.program)]
        for part in self.peer.warm if cache is not None else self.peer.cold:
            if part == FILES:
                line += sorted(path.name for path in folder.glob("*.md"))
            else:
                filled = part.replace(FOLDER, str(folder)).replace(CONFIG, str(config))
                line.append(filled.replace(CACHE, str(cache)))
        return line


@dataclass(frozen=True)
class Missing:
    """A peer that is not timed, and why."""

    peer: Peer
    why: str

    def __str__(self) -> str:
        return f"{self.peer.name}: {self.why} ({self.peer.install})"


def look(folders: Iterable[Path], work: Path, env: dict[str, str]) -> tuple[list[Found], list[Missing]]:
    """The peers that run here, and those that do not; looked for in folders first, then on the PATH."""
    trial = work / "trial"
    trial.mkdir()
    for name in ("one.md", "two.md"):
        (trial / name).write_text(FLAWED, encoding="utf-8")
    found: list[Found] = []
    missing: list[Missing] = []
    places = os.pathsep.join(str((folder / part).resolve()) for folder in folders for part in WITHIN)
    for peer in PEERS:
        program = shutil.which(peer.name, path=places) or shutil.which(peer.name)
        if program is None:
            missing.append(Missing(peer, "not installed"))
            continue
        candidate = Found(peer, Path(program), _version(program, env))
        trouble = _trouble(candidate, trial, work, env)
        if trouble:
            missing.append(Missing(peer, trouble))
        else:
            found.append(candidate)
    return found, missing


def _trouble(candidate: Found, trial: Path, work: Path, env: dict[str, str]) -> str:
    """Why a peer did not report both files of the trial, or nothing."""
    said = _said(candidate.command(trial, work), env, trial)
    if "one.md" in said and "two.md" in said:
        return ""
    first = next((line.strip() for line in said.splitlines() if line.strip()), "it says nothing")
    return f"does not run: {first}"


def _version(program: str, env: dict[str, str]) -> str:
    for word in ("--version", "version"):
        number = re.search(r"\d+\.\d+(?:\.\d+)?", _said([program, word], env, Path.cwd()))
        if number:
            return number[0]
    return "of unknown version"


def _said(command: Sequence[str], env: dict[str, str], folder: Path) -> str:
    """Both outputs of a command; what went wrong where it cannot be started."""
    try:
        done = subprocess.run(
            command,
            env=env,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
            timeout=60,
        )
    except (OSError, subprocess.SubprocessError) as error:
        return f"{type(error).__name__}: {error}"
    return done.stdout
