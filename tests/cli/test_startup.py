"""What a run on one file imports, and how the command ends when it is interrupted before it has begun."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CLEAN = (ROOT / "examples" / "clean-story.md").read_text(encoding="utf-8")
HEAVY = {"click", "pydantic", "ruamel", "importlib.metadata", "dataclasses", "turbohtml", "multiprocessing"}


def environment(folder: Path) -> dict[str, str]:
    """Ours without options of presslint, and a cache folder of the test."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PRESSLINT_")}
    return kept | {
        "PYTHONPATH": str(ROOT),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "LOCALAPPDATA": str(folder / "cache"),
    }


def modules(folder: Path, *arguments: str) -> set[str]:
    """What a run leaves in sys.modules that Python alone does not."""
    code = (
        "import sys; before = set(sys.modules)\n"
        f"sys.argv = ['presslint', *{list(arguments)!r}]\n"
        "from presslint.__main__ import command\n"
        "try:\n    command()\n"
        "except SystemExit as stop:\n    assert stop.code in (0, 1), stop.code\n"
        "found = sorted(set(sys.modules) - before)\n"
        "import json; open('modules.json', 'w').write(json.dumps(found))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment(folder), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads((folder / "modules.json").read_text(encoding="utf-8")))


def test_a_file_is_checked_without_a_heavy_library(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(CLEAN, encoding="utf-8")
    assert {"presslint.packs.kinds.file"} <= modules(tmp_path, "check", "a.md"), (
        "the first run reads all rules"
    )
    (tmp_path / "a.md").write_text(CLEAN + "\nThe vote was on Tuesday.\n", encoding="utf-8")
    found = modules(tmp_path, "check", "a.md")
    assert "presslint.engine.lint" in found
    assert not HEAVY & found


def test_the_rules_of_a_new_file_are_those_that_it_needs(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(CLEAN, encoding="utf-8")
    modules(tmp_path, "check", "a.md")
    (tmp_path / "a.md").write_text(
        "# Council keeps buses\n\nThe council voted on Tuesday.\n", encoding="utf-8"
    )
    read = modules(tmp_path, "check", "a.md")
    assert not any(
        name.endswith((".tags_run_together", ".image_alt_missing", ".broken_link")) for name in read
    )
    assert "presslint.desk.tagsplit" not in read
    assert "presslint.packs.site" not in read


INTERRUPTED = """
import sys

class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[1]:
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupt())
from presslint.__main__ import command
command()
"""


@pytest.mark.parametrize("module", ["presslint.cli", "presslint.cli.app", "presslint.model.finding"])
def test_ctrl_c_during_an_import_is_told_in_one_line(module: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, module],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "presslint: interrupted\n")


def test_the_command_lets_python_tidy_up(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(CLEAN, encoding="utf-8")
    code = "import atexit; from presslint.__main__ import command; atexit.register(print, 'bye'); command()"
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "a.md"],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0
    assert done.stdout.endswith("bye\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
@pytest.mark.parametrize("arguments", [("check", "a.md"), ("rules",)])
def test_a_full_disk_is_told(arguments: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(CLEAN, encoding="utf-8")
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "presslint", *arguments],
            cwd=tmp_path,
            env=environment(tmp_path),
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert (done.returncode, done.stderr) == (
        2,
        b"presslint: standard output: No space left on device\n",
    )
