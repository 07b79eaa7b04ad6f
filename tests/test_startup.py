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
    "abc array binascii encodings bisect collections contextlib copyreg datetime enum errno fnmatch functools gc glob "
    "importlib ipaddress itertools json keyword linecache locale marshal math ntpath operator pathlib re "
    "reprlib sqlite3 string time token types typing unicodedata urllib warnings weakref zipimport "
    "ahocorasick pyromark".split()
)
WARM = frozenset(
    "presslint presslint.__main__ presslint.digest presslint.warm gc "
    "collections functools itertools keyword operator reprlib types".split()  # what _sqlite3 asks for
)


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
    assert "presslint.lint" in modules(tmp_path, "check", "a.md")
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
    assert "presslint.site" not in read
