"""Nothing is imported that a run does not need: a warm run next to nothing, a cold one no heavy library."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CLEAN = (ROOT / "examples" / "clean-story.md").read_text(encoding="utf-8")
# what else a run on one Markdown file may take from the standard library and from packages
ALLOWED = frozenset(
    "presslint presslint_rules "
    "array atexit bisect collections contextlib copyreg datetime enum errno fnmatch functools gc glob importlib "
    "ipaddress itertools json keyword math ntpath operator pathlib re reprlib types typing unicodedata urllib "
    "warnings weakref ahocorasick pyromark "
    # msgspec, and what it loads itself
    "msgspec ast decimal dis inspect linecache numbers opcode platform textwrap token tokenize "
    "typing_extensions uuid".split()
)
WARM = frozenset("presslint presslint.__main__ presslint.model.digest presslint.warm atexit gc".split())


def modules(folder: Path, *arguments: str) -> set[str]:
    """What a run leaves in sys.modules that Python alone does not."""
    code = (
        "import sys; before = set(sys.modules)\n"
        f"sys.argv = ['presslint', *{list(arguments)!r}]\n"
        "from presslint.__main__ import main\n"
        "try:\n    main()\n"
        "except SystemExit as stop:\n    assert stop.code in (0, 1), stop.code\n"
        "found = sorted(set(sys.modules) - before)\n"
        "import json; open('modules.json', 'w').write(json.dumps(found))\n"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PRESSLINT_")}
    environment |= {
        "PYTHONPATH": str(ROOT),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "LOCALAPPDATA": str(folder),
    }
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads((folder / "modules.json").read_text(encoding="utf-8")))


def test_a_run_made_before_imports_next_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(CLEAN, encoding="utf-8")
    assert "presslint.engine.lint" in modules(tmp_path, "check", "a.md")
    warm = modules(tmp_path, "check", "a.md")
    assert {name for name in warm if not name.startswith("_")} <= WARM


@pytest.mark.parametrize(
    "arguments", [("check", "a.md"), ("check", "a.md", "--quiet", "--output", "concise")]
)
def test_a_new_file_imports_no_heavy_library(arguments: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(CLEAN, encoding="utf-8")
    modules(tmp_path, *arguments)
    (tmp_path / "a.md").write_text(CLEAN + "\nThe vote was on Tuesday.\n", encoding="utf-8")
    tops = {name.partition(".")[0] for name in modules(tmp_path, *arguments)}
    assert {top for top in tops if not top.startswith("_")} <= ALLOWED


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


@pytest.mark.parametrize("text", [CLEAN, f"{CLEAN}\n## Timeline\n"])
@pytest.mark.parametrize("arguments", [("check", "a.md"), ("check", "b.md"), ("rules",), ("nonsense",)])
def test_the_command_ends_as_main_does(arguments: tuple[str, ...], text: str, tmp_path: Path) -> None:
    """It leaves out Python's tidying up, and nothing that anybody would miss."""
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    ended = []
    for name in ("main", "main", "command", "command"):
        code = (
            f"import atexit; from presslint.__main__ import {name}; atexit.register(print, 'bye'); {name}()"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], cwd=tmp_path, env=environment, capture_output=True
        )
        ended.append((done.returncode, done.stdout, done.stderr))
    assert len(set(ended)) == 1
    assert ended[0][1].endswith(b"bye\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
@pytest.mark.parametrize("arguments", [("check", "a.md"), ("rules",)])
def test_a_full_disk_is_told_by_both(arguments: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(CLEAN, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    ended = set()
    for name in ("main", "command"):
        with open("/dev/full", "w") as full:
            done = subprocess.run(
                [sys.executable, "-c", f"from presslint.__main__ import {name}; {name}()", *arguments],
                cwd=tmp_path,
                env=environment,
                stdout=full,
                stderr=subprocess.PIPE,
            )
        ended.add((done.returncode, done.stderr))
    assert ended == {(2, b"presslint: standard output: No space left on device\n")}


@pytest.mark.parametrize("spoilt", [b"", b"\xff", b"0\n", b"x" * 99, b"\n" * 9])
def test_an_answer_that_is_spoilt_is_given_anew(spoilt: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"{CLEAN}\n## Timeline\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    command = [sys.executable, "-c", "from presslint.__main__ import main; main()", "check", "a.md"]

    def said() -> tuple[int, bytes]:
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True)
        return done.returncode, done.stdout

    first = said()
    (kept,) = (tmp_path / "cache" / "presslint").glob("*.run")
    whole = kept.read_bytes()
    for damaged in (spoilt, spoilt + whole, whole + spoilt, whole[: len(whole) // 2], whole.swapcase()):
        if damaged != whole:
            kept.write_bytes(damaged)
            assert said() == first
    assert kept.read_bytes() == whole
    assert said() == first


def test_answers_of_other_days_go(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(CLEAN, encoding="utf-8")
    modules(tmp_path, "check", "a.md")
    folder = tmp_path / "cache" / "presslint"
    (kept,) = folder.glob("*.run")
    day, _, key = kept.name.partition("-")
    old = folder / f"{int(day) - 1}-{key}"
    mine = folder / "7-days.run"
    for file in (old, mine):
        file.write_bytes(b"")
    (tmp_path / "a.md").write_text(f"{CLEAN}\nMore.\n", encoding="utf-8")
    modules(tmp_path, "check", "a.md")
    assert not old.exists()
    assert mine.exists()
    assert kept.exists()
