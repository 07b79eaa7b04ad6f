"""The command that puts faults into rules: it finds them, takes them out again, and says which were noticed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from benchmarks.mutants import DEFAULT_KINDS, KINDS, Declared, main, mutants_of

CODE = '''\
"""A module."""

MOST = 40


def is_long(words, names=()):
    """Whether there are many words."""
    if len(words) < 3 and not names:
        return False
    return len(words) + 1 > MOST or "x" in names
'''


@pytest.fixture
def code(tmp_path: Path) -> Path:
    file = tmp_path / "long.py"
    file.write_text(CODE, encoding="utf-8")
    return file


def changes(file: Path, *kinds: str) -> list[str]:
    return [mutant.change for mutant in mutants_of(file, kinds, 0)[1]]


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("bound", ["len(words) < 3 → len(words) <= 3", "len(words) + 1 > MOST → len(words) + 1 >= MOST"]),
        ("comparison", ["'x' in names → 'x' not in names"]),
        (
            "condition",
            ["len(words) < 3 and (not names) → True", "len(words) < 3 and (not names) → False"],
        ),
        (
            "connective",
            [
                "len(words) < 3 and (not names) → len(words) < 3 or not names",
                "len(words) + 1 > MOST or 'x' in names → len(words) + 1 > MOST and 'x' in names",
            ],
        ),
        ("not", ["not names → not not names"]),
        ("sum", ["len(words) + 1 → len(words) - 1"]),
        (
            "return",
            ["return False → return True", "return len(words) + 1 > MOST or 'x' in names → return None"],
        ),
        (
            "number",
            [
                "MOST = 40 → MOST = 80",
                "MOST = 40 → MOST = 20",
                "len(words) < 3 → len(words) < 4",
                "len(words) < 3 → len(words) < 2",
                "len(words) + 1 → len(words) + 2",
                "len(words) + 1 → len(words) + 0",
            ],
        ),
    ],
)
def test_each_kind_of_fault_is_found_where_it_can_be(code: Path, kind: str, wanted: list[str]) -> None:
    assert changes(code, kind) == wanted


def test_a_number_is_not_changed_where_its_moved_bound_says_the_same(code: Path) -> None:
    assert "len(words) < 3 → len(words) < 4" not in changes(code, "bound", "number")
    assert "len(words) < 3 → len(words) < 2" in changes(code, "bound", "number")


def test_a_fault_that_is_taken_out_leaves_the_code_as_it_was(code: Path) -> None:
    tree, found = mutants_of(code, list(KINDS), 0)
    whole = ast.unparse(tree)
    assert found
    for mutant in found:
        mutant.put()
        assert ast.unparse(tree) != whole, mutant.change
        compile(ast.fix_missing_locations(tree), "long.py", "exec")
        mutant.undo()
        assert ast.unparse(tree) == whole, mutant.change


def test_some_of_many_come_from_all_over_the_file(code: Path) -> None:
    every = changes(code, *DEFAULT_KINDS)
    some = [mutant.change for mutant in mutants_of(code, DEFAULT_KINDS, 4)[1]]
    assert len(some) == 4
    assert [change for change in every if change in some] == some
    assert some[0] == every[0]


def test_what_is_declared_equivalent_is_known_by_file_place_and_change(code: Path, tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    row = "long\tis_long\tlen(words) < 3 → len(words) <= 3\tnobody has three\n"
    table.write_text(row + "long\tgone\tx → y\tit was so\n", encoding="utf-8")
    declared = Declared(table)
    held = [declared.holds(code, mutant) for mutant in mutants_of(code, ["bound"], 0)[1]]
    assert held == [True, False]
    assert declared.left({"long"}) == [("long", "gone", "x → y")]


def test_a_declaration_without_a_reason_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    table.write_text("long\tis_long\tx → y\t \n", encoding="utf-8")
    with pytest.raises(SystemExit, match="reason"):
        Declared(table)


def test_a_rule_is_judged_by_its_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["front-matter-syntax", "--jobs", "1", "--at-least", "90"]) == 0
    said = capsys.readouterr().out
    assert "front-matter-syntax" in said
    assert main(["front-matter-syntax", "--jobs", "1", "--at-least", "101"]) == 1
