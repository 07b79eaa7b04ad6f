"""The law that dates, times, figures and quotations are recognised in one place, and not by rules.

Decided on the text of a rule file: each string that is no docstring, example or message is looked at for the
marks of an expression that recognises one of these. What a rule takes from the data of the language
(`OPENING`, `MONTHS`) is no expression of its own.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

RULES = sorted((Path(__file__).parents[2] / "rules").rglob("*.py"))

MONTHS = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
WEEKDAYS = "mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun"
NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|billion"
DIGIT = r"(?:\\d|\[0-9\])"
COUNTED = r"(?:\{[\d,]+\}|[+*?])*"
# each kind of thing, by what an expression that recognises it has; a word list has so many of its words
MARKS = {
    "month": (rf"(?<![a-z])({MONTHS})(?=[a-z]*\b)", 3),
    "weekday": (rf"(?<![a-z])({WEEKDAYS})(?=(?:day)?\b)", 3),
    "number in words": (rf"(?<![a-z])({NUMBERS})s?(?=[|)])", 3),
    "share": (rf"({DIGIT}[^\w|]{{0,14}}(?:%|per ?cent))", 1),
    "money": (rf"([£€¥][^\s]{{0,6}}{DIGIT}|\\?\$\]?\??{DIGIT})", 1),
    "age or measure": (rf"({DIGIT}{COUNTED}\)?(?:\[- \]| ?)(?:years?|km|kg|miles?|metres?|feet)\b)", 1),
    "time": (rf"({DIGIT}{COUNTED}(?:\[[:.]+\]|:){DIGIT}|\[ap\])", 1),
    "year": (rf"((?:19\|20\)|20(?:\[0-\d\])?){DIGIT})", 1),
    "date": (rf"((?:{DIGIT}{COUNTED})+(?:-|\[-/\]|/)(?:{DIGIT}{COUNTED})+(?:-|\[-/\]|/)){DIGIT}", 1),
    "quotation mark": (r"([“”„«»](?=[^\]]*[“”„«»\"'‘’][^\]\[]*\])|[\"'‘’](?=[^\[\]]*[“”„«»][^\[\]]*\]))", 1),
}
A_MACHINE_S = "a value as machines write it, which is no date of the copy"
# what a rule recognises by itself, with the reason why it may
MAY: dict[tuple[str, str], str] = {
    ("run_stamp", "time"): "a stamp as machines write it, which is no time of the copy",
    ("other_language", "quotation mark"): "any mark in a heading, which says that it names a work",
    ("alt_text_poor", "time"): "the name of a screenshot, with the time as the machine writes it",
    ("date_path_mismatch", "year"): "the date in a path, as site generators write it",
    ("front_matter_type", "date"): A_MACHINE_S,
    ("machine_value", "date"): A_MACHINE_S,
    ("machine_value", "time"): A_MACHINE_S,
    ("stale_item", "year"): "the date in an address, as sites write it",
    ("tag_machine_value", "date"): A_MACHINE_S,
    ("tag_machine_value", "time"): A_MACHINE_S,
    ("tag_machine_value", "year"): A_MACHINE_S,
    ("weekday_date_mismatch", "year"): "the rest of a date that a machine has logged",
    ("plural_sources_one_named", "quotation mark"): "names end where quoted words begin",
    ("unbalanced_quotes", "quotation mark"): "marks of code, which are no quotation marks",
}


def is_told_elsewhere(node: ast.AST) -> bool:
    """Whether a statement is a docstring or the examples of a rule."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Assign):
        return any(isinstance(name, ast.Name) and name.id == "examples" for name in node.targets)
    return (
        isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "examples"
    )


def strings(node: ast.AST) -> Iterator[str]:
    """Every string of a file but those told elsewhere; what an f-string takes from a name is left out."""
    if is_told_elsewhere(node):
        return
    if isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else "\0" for part in node.values]
        yield "".join(map(str, parts))
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from strings(child)


def recognises(text: str) -> set[str]:
    """The kinds of things that an expression looks for."""
    return {
        kind
        for kind, (mark, fewest) in MARKS.items()
        if len({found.lower() for found in re.findall(mark, text, re.IGNORECASE)}) >= fewest
    }


def found_in(path: Path) -> dict[str, str]:
    """The kinds that a rule file recognises, each with an expression that does."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {kind: text for text in strings(tree) for kind in recognises(text)}


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_a_rule_does_not_recognise_what_the_article_knows(path: Path) -> None:
    own = {kind: text for kind, text in found_in(path).items() if (path.stem, kind) not in MAY}
    assert not own, f"{path.name} has an expression of its own for {own}; ask the article"


def test_every_exception_is_needed_and_has_a_reason() -> None:
    found = {(path.stem, kind) for path in RULES for kind in found_in(path)}
    assert set(MAY) <= found
    assert all(MAY.values())


@pytest.mark.parametrize(
    ("expression", "kind"),
    [
        (r"(?:Jan|Feb|Mar)[a-z]*", "month"),
        (r"(?:Mon|Tues|Wednes)day", "weekday"),
        (r"\b(?:two|three|four) boats", "number in words"),
        (r"\d{1,3}(?:\.\d)? ?(?:%|percent)", "share"),
        (r"\d+%", "share"),
        (r"[£€]\d", "money"),
        (r"\$\d", "money"),
        (r"\d{1,3}[- ]year", "age or measure"),
        (r"\d{1,2}[:.]\d\d", "time"),
        (r"\b(?:19|20)\d\d\b", "year"),
        (r"\d{4}-\d\d-\d\d", "date"),
        (r"[“”\"]", "quotation mark"),
        (r"[\"“‘]\Z", "quotation mark"),
    ],
)
def test_the_law_knows_an_expression_of_each_kind(expression: str, kind: str) -> None:
    assert kind in recognises(expression)


@pytest.mark.parametrize(
    "expression",
    [r"\d+ boats", r"[\w’-]{1,20}", r"\bthe second\b", r"%", "two or three", r"[.!?”]", r"may be a mark"],
)
def test_the_law_lets_other_expressions_be(expression: str) -> None:
    assert recognises(expression) == set()
