"""The byte code in one file changes nothing but the time, whatever happens to that file or to the code."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from presslint.packs import bundle as bundle_room
from presslint.packs.catalog import house_folder

ROOT = Path(__file__).parent.parent
FLAWED = (ROOT / "examples" / "clean-story.md").read_text(encoding="utf-8") + "\n## Timeline\n"
SAY = """
import sys
sys.argv = ["presslint", "check", "-n", "--output", "concise", "story.md"]
from presslint.__main__ import main
try:
    main()
finally:
    import presslint.engine.lint, presslint.article
    sys.stderr.write(f"{presslint.engine.lint.__cached__}\\n{presslint.article.__cached__}")
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A presslint of our own, with an article beside it."""
    leave = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "presslint", tmp_path / "presslint", ignore=leave)
    if not (tmp_path / "presslint" / "rules").exists():
        shutil.copytree(house_folder(), tmp_path / "rules", ignore=leave)
    (tmp_path / "story.md").write_text(FLAWED, encoding="utf-8")
    return tmp_path


def said(copy: Path, **more: str) -> tuple[str, bool]:
    """What a run says of the article, and whether its modules came out of the bundle."""
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PRESSLINT"))
    }
    environment = {**clean, "PYTHONPATH": str(copy), "XDG_CACHE_HOME": str(copy / "cache"), **more}
    done = subprocess.run(
        [sys.executable, "-c", SAY], cwd=copy, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 1, done.stderr
    bundled = {"bundle-of-all" in line for line in done.stderr.splitlines()}
    assert len(bundled) == 1, "all of them or none"
    return done.stdout, bundled.pop()


def bundle(copy: Path) -> Path:
    (file,) = (copy / "presslint" / "__pycache__").glob("bundle-of-all*")
    return file


def test_the_second_run_takes_its_modules_from_one_file(copy: Path) -> None:
    first, bundled = said(copy)
    assert "empty-section" in first
    assert not bundled
    assert said(copy) == (first, True)


def test_code_that_changed_is_not_the_code_that_was_kept(copy: Path) -> None:
    first, _ = said(copy)
    (rule,) = copy.rglob("empty_section.py")
    text = rule.read_text(encoding="utf-8")
    rule.write_text(f"{text}# no code\n", encoding="utf-8")
    assert said(copy)[1] is False, "another size"
    rule.write_text(text, encoding="utf-8")
    os.utime(rule, (1, 1))
    assert said(copy)[1] is False, "another time"
    assert said(copy) == (first, True)
    (copy / "presslint" / "new.py").write_text("", encoding="utf-8")
    assert said(copy)[1] is False, "another file"
    message = "a finding of another kind"
    finding = copy / "presslint" / "model" / "finding.py"
    finding.write_text(f"{finding.read_text(encoding='utf-8')}\nNEW = {message!r}\n", encoding="utf-8")
    assert said(copy) == (first, False)
    assert said(copy) == (first, True)


def flip(at: float) -> Callable[[bytes], bytes]:
    def flipped(data: bytes) -> bytes:
        number = int(at * (len(data) - 1))
        return data[:number] + bytes([data[number] ^ 0x55]) + data[number + 1 :]

    return flipped


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "garbage": lambda data: b"no byte code" * 1000,
    "cut in the index": lambda data: data[:200],
    "cut in the code": lambda data: data[: len(data) // 2],
    "the sum": flip(0),
    "the index": lambda data: data[:100] + b"\0" + data[101:],
    "some code": flip(0.5),
    "the last code": flip(1),
}


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_file_that_is_spoilt(copy: Path, spoil: str) -> None:
    first, _ = said(copy)
    file = bundle(copy)
    file.write_bytes(SPOILT[spoil](file.read_bytes()))
    environment = {"PYTHONPATH": str(copy), "XDG_CACHE_HOME": str(copy / "cache"), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-m", "presslint", "check", "-n", "--output", "concise", "story.md"]
    for _ in range(2):
        done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True)
        assert (done.stdout, done.stderr, done.returncode) == (first, "", 1)


def test_none_is_written_where_python_writes_none(copy: Path) -> None:
    said(copy, PYTHONDONTWRITEBYTECODE="1")
    assert not list(copy.rglob("bundle-of-all*"))


def test_python_finds_the_source_of_a_module_all_the_same(copy: Path) -> None:
    said(copy)
    code = (
        "import inspect, pkgutil\nfrom presslint.packs import bundle\nbundle.use()\n"
        "import presslint.reading.markdown as module\nassert 'bundle-of-all' in module.__cached__\n"
        "assert inspect.getsource(module.read).startswith('def read')\n"
        "import presslint.reading\n"
        "assert 'markdown' in [each.name for each in pkgutil.iter_modules(presslint.reading.__path__)]\n"
        "assert pkgutil.get_data('presslint.reading', 'markdown.py')\n"
    )
    environment = {"PYTHONPATH": str(copy), "PATH": os.environ["PATH"]}
    subprocess.run([sys.executable, "-c", code], cwd=copy, env=environment, check=True)


MARK = "zebracrossing"
OTHERS = f"""from presslint import Bad, Finding, Good, Rule
from presslint.model.regex import regex

WORDS = regex(r"\\b{MARK}(?:s|es)?\\b")


class Crossing(Rule):
    \"\"\"A crossing is two words.\"\"\"

    examples = (Good("a\\n"), Good("b\\n"), Bad("[[a]]\\n"), Bad("[[b]]\\n"))

    def check(self, article):
        for passage in article.prose:
            for found, _ in passage.find(WORDS):
                yield self.finding(found, "Write two words.")
"""


def test_what_rules_of_others_compile_stays_out(copy: Path) -> None:
    (copy / "style").mkdir()
    (copy / "style" / "crossing.py").write_text(OTHERS, encoding="utf-8")
    (copy / "presslint.yaml").write_text("packs: [style]\npython: true\n", encoding="utf-8")
    (copy / "story.md").write_text(
        FLAWED.replace("## Timeline", f"Two {MARK}s.\n\n## Timeline"), encoding="utf-8"
    )
    for _ in range(2):
        assert "Write two words." in said(copy)[0]
    assert b"empty_section.py" in bundle(copy).read_bytes()
    assert MARK.encode() not in bundle(copy).read_bytes()
    (copy / "presslint.yaml").unlink()
    assert "Write two words." not in said(copy)[0]


def test_a_run_without_a_cache_compiles_nothing_again(copy: Path) -> None:
    first, _ = said(copy)
    no_compiler = "import presslint.model.regex\npresslint.regex._packed = None\nfrom presslint.__main__"
    environment = {"PYTHONPATH": str(copy), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-c", SAY.replace("from presslint.__main__", no_compiler)]
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True)
    assert (done.stdout, done.returncode) == (first, 1), done.stderr


def test_what_is_derived_is_what_would_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    def make() -> dict[str, list[int]]:
        made.append(1)
        return {"a": [1, 2], "ü": []}

    monkeypatch.setattr(bundle_room, "used", None)
    assert bundle_room.derived("x", make) == make()
    monkeypatch.setattr(bundle_room, "used", bundle_room.Bundle())
    assert bundle_room.derived("x", make) == bundle_room.derived("x", make) == make()
    assert len(made) == 4


def test_one_rule_in_yaml_is_worth_writing_anew(copy: Path) -> None:
    """Proving its patterns takes longer than all else."""
    said(copy)
    (copy / "story.md").write_text(f"{FLAWED}\nLorem ipsum dolor sit amet, consectetur.\n", encoding="utf-8")
    first, _ = said(copy)
    no_proof = "import presslint.packs.kinds\nsys.modules['presslint.packs.kinds.file'] = None\nfrom presslint.__main__"
    environment = {"PYTHONPATH": str(copy), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-c", SAY.replace("from presslint.__main__", no_proof)]
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True)
    assert (done.stdout, done.returncode) == (first, 1), done.stderr
