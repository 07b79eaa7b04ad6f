"""The plan drawn from imports, and the comparison of two checkouts: both say what is there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks import compare, plan

ROOT = Path(__file__).resolve().parents[2]
STORY = "# Council cuts buses\n\nThe council voted on the plan for the the night buses.\n"


def house(folder: Path, **files: str) -> Path:
    """A checkout whose package has these files; `desk__cues` is `desk/cues.py`."""
    for name, text in files.items():
        path = folder / "presslint" / (name.replace("__", "/") + ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        (path.parent / "__init__.py").touch()
        path.write_text(text, encoding="utf-8")
    (folder / "presslint" / "__init__.py").write_text("from presslint.cli import app\n", encoding="utf-8")
    return folder


def test_arrows_are_those_of_all_imports_and_know_their_places(tmp_path: Path) -> None:
    folder = house(
        tmp_path,
        model__span="",
        model__words="from presslint.model import span\n",
        desk__cues="def cues():\n    from presslint.model.span import Span\n",
        cli__app="import presslint.desk.cues\nfrom presslint import model\n",
    )
    assert plan.arrows(folder) == {
        ("desk", "model"): ["presslint/desk/cues.py:2"],
        ("cli", "desk"): ["presslint/cli/app.py:1"],
        ("cli", "model"): ["presslint/cli/app.py:2"],
    }


def test_rooms_that_reach_each_other_are_a_circle_on_one_floor() -> None:
    edges = {"cli": {"desk"}, "desk": {"model", "reading"}, "reading": {"desk"}, "model": set[str]()}
    assert {frozenset(group) for group in plan.circles(edges)} == {
        frozenset({"cli"}),
        frozenset({"desk", "reading"}),
        frozenset({"model"}),
    }
    assert plan.floors(edges) == 3


def test_an_arrow_against_the_order_goes_up() -> None:
    drawn = {("model", "desk"): ["a"], ("desk", "model"): ["b"], ("cli", "elsewhere"): ["c"]}
    assert plan.upward(drawn) == [("model", "desk")]


def test_what_came_went_and_changed_is_told() -> None:
    def found(rule: str, offset: int, severity: str = "error", message: str = "Cut it.") -> compare.Record:
        span = {"start": {"offset": offset}, "end": {"offset": offset + 3}}
        return {"rule": rule, "path": "a.md", "key": "", "severity": severity, "message": message, **span}

    def by_place(*records: compare.Record) -> dict[compare.Place, compare.Record]:
        return {compare.place(record): record for record in records}

    before = by_place(found("a", 1), found("b", 1), found("c", 1), found("d", 1))
    after = by_place(
        found("a", 1), found("b", 2), found("c", 1, "warning"), found("d", 1, message="Mend it.")
    )
    assert [(word, record["rule"]) for word, record in compare.changes(before, after)] == [
        ("gone", "b"),
        ("new", "b"),
        ("level", "c"),
        ("words", "d"),
    ]


def test_a_checkout_compared_with_itself_differs_in_nothing(tmp_path: Path) -> None:
    (tmp_path / "story.md").write_text(STORY, encoding="utf-8")
    command = [sys.executable, "benchmarks/compare.py", str(ROOT), str(ROOT), str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    kept, _, rest = done.stdout.partition(" findings as before, ")
    assert int(kept) >= 1
    assert rest == "0 that differ\n"
