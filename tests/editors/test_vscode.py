"""The extension for VS Code: what it tells the server, where its packages come from, and its own tests with npm."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from presslint.server import actions
from presslint.server.settings import Settings

FOLDER = Path(__file__).parents[2] / "editors" / "vscode"
MANIFEST = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
MADE = ("node_modules", "dist", "dist-test", "*.vsix")
NPM = shutil.which("npm")


def properties() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = MANIFEST["contributes"]["configuration"]["properties"]
    return {name.removeprefix("presslint."): each for name, each in found.items()}


def test_packages_come_from_the_public_registry_and_are_pinned() -> None:
    lock = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))
    packages = [each for name, each in lock["packages"].items() if name]
    assert {urlsplit(each["resolved"])[:2] for each in packages} == {("https", "registry.npmjs.org")}
    assert all(each["integrity"].startswith("sha512-") for each in packages)
    assert lock["packages"][""]["devDependencies"] == MANIFEST["devDependencies"]
    assert all(re.fullmatch(r"[\d.]+", version) for version in MANIFEST["devDependencies"].values())


def test_settings_are_those_of_the_server() -> None:
    server = Settings()
    shared = {
        name: field
        for name, field in zip(Settings.__struct_encode_fields__, Settings.__struct_fields__, strict=True)
        if name in properties()
    }
    assert set(shared) == {
        "config", "requireConfig", "run", "debounce", "deadline", "suggestions", "reason",
    }  # fmt: skip
    for name, field in shared.items():
        assert properties()[name]["default"] == getattr(server, field), name


def test_commands_are_not_those_of_the_server() -> None:
    names = {each["command"] for each in MANIFEST["contributes"]["commands"]}
    assert names == {f"presslint.{name}" for name in ("checkWorkspace", "explain", "restart", "showOutput")}
    assert not names & {actions.CHECK, actions.EXPLAIN, actions.OPEN_RULE, actions.SUPPRESS}


def test_the_licence_is_the_one_of_the_house() -> None:
    assert (FOLDER / "LICENSE").read_bytes() == (FOLDER.parents[1] / "LICENSE").read_bytes()


@pytest.mark.npm
@pytest.mark.skipif(NPM is None, reason="npm is not installed; Node.js 20 or newer brings it")
def test_the_extension_is_tested_and_packed(tmp_path: Path) -> None:
    folder = tmp_path / "vscode"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns(*MADE))

    def npm(*arguments: str) -> str:
        told = os.environ | {"PRESSLINT_PYTHON": sys.executable}
        done = subprocess.run(
            [str(NPM), *arguments], cwd=folder, env=told, capture_output=True, text=True, encoding="utf-8"
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    npm("ci")
    tests = npm("test")
    assert re.search(r"^(# |ℹ )skipped 0$", tests, re.MULTILINE), tests
    npm("run", "package")
    assert (folder / "presslint.vsix").stat().st_size > 0
    listed = npm("exec", "--", "vsce", "ls", "--no-dependencies").split()
    assert sorted(listed) == ["LICENSE", "README.md", "dist/NOTICES.txt", "dist/extension.js", "package.json"]
    notices = (folder / "dist" / "NOTICES.txt").read_text(encoding="utf-8")
    assert all(
        f"\n{name} " in f"\n{notices}" for name in ("vscode-languageclient", "vscode-jsonrpc", "semver")
    )
