"""The laws of the house, checked on the tree."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import plan
from presslint.engine.explain import page
from presslint.engine.lint import held_back
from presslint.engine.prove import run_example, unmark
from presslint.packs.catalog import Catalog, house
from presslint.packs.suppression import RULES as RULES_ON_SUPPRESSIONS
from presslint.reading import Settings, read

ROOT = Path(__file__).parents[2]
PACKAGE = sorted((ROOT / "presslint").rglob("*.py"))
RULES = sorted((ROOT / "rules").rglob("*.py"))
CATALOG = Catalog([house()])
HOUSE_RULES = [rule for rule in CATALOG.rules.values() if rule.chapter != "suppression"]
STANDARD = sys.stdlib_module_names


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_a_rule_file_knows_only_the_doors(path: Path) -> None:
    inside = {name for name in imports(path) if name.partition(".")[0] not in STANDARD}
    assert inside <= {"presslint", "presslint.desk"}, "a rule imports from the two doors alone"


@pytest.mark.parametrize("door", ["presslint", "presslint.desk"])
def test_a_door_opens_what_it_says(door: str) -> None:
    """What type checkers read, what is fetched and what is listed are the same names from the same rooms."""
    module = import_module(door)
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    (guarded,) = (node for node in tree.body if isinstance(node, ast.If))
    for_checkers = {
        (node.module, alias.name)
        for node in guarded.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    fetched = {(f"presslint.{room}", name) for room, names in module.ROOMS.items() for name in names}
    assert fetched == for_checkers
    assert sorted(name for _, name in fetched) == sorted(set(module.__all__) - {"__version__"})
    for room, name in fetched:
        assert getattr(module, name) is getattr(import_module(room), name)


@pytest.mark.parametrize("door", ["presslint", "presslint.desk"])
def test_no_name_behind_a_door_is_that_of_a_file_beside_it(door: str) -> None:
    """Python puts a module that is imported in the place of the name."""
    module = import_module(door)
    beside = {path.stem for path in Path(str(module.__file__)).parent.iterdir()}
    assert not beside & set(module.__all__)


def test_the_desk_opens_nothing_that_no_rule_asks_for() -> None:
    asked = {
        alias.name
        for path in RULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "presslint.desk"
        for alias in node.names
    }
    assert asked == set(import_module("presslint.desk").__all__)


def test_rooms_import_downward_only() -> None:
    drawn = plan.arrows(ROOT)
    assert {room for arrow in drawn for room in arrow} <= set(plan.ORDER), "a room without a floor"
    assert not [f"{room} -> {other}: {drawn[room, other]}" for room, other in plan.upward(drawn)]


def test_no_two_files_of_tests_have_one_name() -> None:
    # pytest imports them by their bare names: the second of two is an error of collection, and none of its tests runs.
    names = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name, count in names.items() if count > 1] == []


def test_few_files_stand_at_the_root() -> None:
    assert len(list((ROOT / "presslint").glob("*.py"))) <= 8


def test_every_room_has_a_line_in_the_map() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for room in plan.ORDER:
        assert re.search(rf"^\| `{room}(?:/|\.py)` \| .{{20,}} \|$", page, re.M), f"no line for {room}"


@pytest.mark.parametrize("path", PACKAGE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_room_of_the_engine_names_a_rule(path: Path) -> None:
    names = {rule.name for rule in HOUSE_RULES if rule.name.count("-")}
    strings = {
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert not strings & names


@pytest.mark.parametrize("path", PACKAGE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_only_the_command_line_prints_exits_and_reads_the_environment(path: Path) -> None:
    if "cli" in path.parts or path.name == "__main__.py":
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not called & {"print", "exit", "quit", "input", "breakpoint"}
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\bsys\.(exit|argv|std(out|err|in))\b", text)
    if path.name != "gitfiles.py":  # git is started with the environment of the caller
        assert "os.environ" not in text


def test_the_door_is_light() -> None:
    heavy = ("click", "pydantic", "ruamel", "pyromark", "turbohtml", "yaml")
    code = (
        "import sys; import presslint; "
        f"print([name for name in sys.modules if name.split('.')[0] in {heavy!r}])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("path", PACKAGE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_rooms_have_names_and_a_sentence_on_the_door(path: Path) -> None:
    assert path.stem not in {"utils", "util", "common", "helpers", "tools", "misc"}
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("rule", HOUSE_RULES, ids=lambda rule: rule.name)
def test_a_rule_says_what_it_wants_and_why(rule: type) -> None:
    summary = rule.summary()
    assert summary.endswith(".")
    assert len(summary) <= 110
    assert rule.why(), "the docstring has no why"
    assert rule.sources, "no standard is named"
    assert any(example.bad for example in rule.examples), "no Bad example"
    assert any(not example.bad for example in rule.examples), "no Good example"
    assert all(spec.description for spec in rule.option_specs.values())
    assert page(rule).startswith(f"# {rule.name}\n")


@pytest.mark.parametrize("rule", HOUSE_RULES, ids=lambda rule: rule.name)
def test_messages_are_sentences_in_plain_words(rule: type) -> None:
    for example in rule.examples:
        if not example.bad:
            continue
        for finding in run_example(rule, example, unmark(example.text)[0]):
            message = finding.message
            assert message[0].isupper() or not message[0].isalpha()
            assert message.endswith((".", "?", ".”", "?”")), message
            assert "  " not in message
            assert "\n" not in message
            assert '"' not in re.sub(r"“[^”]*”", "", message), "quotes in messages are curly"


@pytest.mark.parametrize("rule", HOUSE_RULES, ids=lambda rule: rule.name)
def test_the_rules_a_rule_speaks_of_exist(rule: type) -> None:
    for name in (*rule.yields_to, *rule.merges_with):
        assert name in CATALOG.rules
    assert set(rule.yields_to.values()) <= {"place", "section", "article"}


ABSENT = "it speaks of what is not there"
SOURCE = "it reads the source as written, or its path"
FIELDS = "it reads fields of any name"
EITHER = "a field, or a word of the copy: one is enough"
READS_ALL = {
    **dict.fromkeys(("description-missing", "missing-byline", "missing-core-field", "missing-date"), ABSENT),
    **dict.fromkeys(("relative-date-undated", "ai-disclosure-missing", "empty-slot"), ABSENT),
    **dict.fromkeys(
        ("ai-markup-token", "conflict-marker", "template-variable", "unrendered-markdown"), SOURCE
    ),
    **dict.fromkeys(("encoding-damage", "placeholder-text", "unfinished-part", "orphan-separator"), FIELDS),
    **dict.fromkeys(("metadata-conflict",), FIELDS),
    **dict.fromkeys(("undisclosed-sponsorship",), EITHER),
    **dict.fromkeys(("duplicate-article", "near-duplicate-article"), "it compares articles"),
    "link-text-generic": "a rule in YAML; its scope says where it looks",
}


def test_a_rule_that_declares_nothing_has_a_reason() -> None:
    silent = {
        rule.name
        for rule in HOUSE_RULES
        if not (rule.reads or rule.reads_words or rule.reads_patterns or rule.reads_addresses)
    }
    assert silent - {rule.name for rule in RULES_ON_SUPPRESSIONS} == READS_ALL.keys()


@pytest.mark.parametrize("rule", HOUSE_RULES, ids=lambda rule: rule.name)
def test_a_rule_says_all_that_it_reads(rule: type) -> None:
    """What it leaves out is never a finding: no Bad example is passed over."""
    for example in rule.examples:
        if example.bad and not hasattr(rule, "conclude"):
            text = unmark(example.text)[0]
            for article in read(text.encode(), example.name, Settings(article=example.settings)):
                assert held_back(rule(**dict(example.options)), article) == ""


MARKDOWN = [
    unmark(example.text)[0]
    for rule in HOUSE_RULES
    for example in rule.examples
    if example.bad and example.name == "story.md" and not example.settings
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(MARKDOWN), min_size=1, max_size=4), st.data())
def test_a_rule_that_is_not_asked_for_want_of_words_would_find_nothing(
    texts: list[str], data: st.DataObject
) -> None:
    """In articles put together from what rules find, cut anywhere: the gate never loses a finding."""
    text = "\n\n".join(texts)
    text = text[: data.draw(st.integers(0, len(text)))]
    for article in read(text.encode(), "story.md"):
        for rule in HOUSE_RULES:
            running = rule()
            if held_back(running, article) in ("reads_words", "reads_patterns", "reads_addresses"):
                assert not list(running.check(article)), rule.name


MOST_LINES, MOST_PARAMETERS = (
    60,
    12,
)  # of a function that one reads without scrolling and calls without counting
LONGEST_PATTERN = 200  # characters of one literal of a regular expression


@pytest.mark.parametrize("path", [*PACKAGE, *RULES], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_functions_are_short_and_take_few_parameters(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < MOST_LINES, f"{node.name} is long; say its steps"
            given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            assert len(given) <= MOST_PARAMETERS, f"{node.name} takes much; make a value of it"


def literals(node: ast.AST, names: dict[str, ast.expr]) -> list[str]:
    """Every string that an expression is written with, those that it takes from names of the module too."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.JoinedStr):
        own = "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
        filled = [part for part in node.values if isinstance(part, ast.FormattedValue)]
        return [own, *(each for part in filled for each in literals(part.value, names))]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
        return []  # a list of words
    if isinstance(node, ast.Name) and node.id in names:
        return literals(names[node.id], {name: value for name, value in names.items() if name != node.id})
    return [each for child in ast.iter_child_nodes(node) for each in literals(child, names)]


@pytest.mark.parametrize("path", [*PACKAGE, *RULES], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_pattern_is_written_in_one_long_piece(path: Path) -> None:
    """Word lists are data, and alternatives have names: what is longer than this nobody reads."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and node.args):
            continue
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if called in ("regex", "compile"):
            pieces = literals(node.args[0], names)
            assert all(len(piece) <= LONGEST_PATTERN for piece in pieces), f"line {node.lineno}"


def exceptions_of(path: Path) -> Iterator[ast.ClassDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            bases = [ast.unparse(base) for base in node.bases]
            if any(base.endswith(("Error", "Exception")) for base in bases):
                yield node


@pytest.mark.parametrize("path", PACKAGE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_errors_have_one_base(path: Path) -> None:
    """What leaves a module is a PresslintError; a signal that does not says so."""
    for node in exceptions_of(path):
        if node.name == "PresslintError":
            continue
        is_signal = "signal inside this module" in (ast.get_docstring(node) or "")
        bases = {ast.unparse(base) for base in node.bases}
        assert is_signal or bases <= {"PresslintError", "FileError"}, node.name


def test_every_dependency_is_imported_somewhere() -> None:
    import tomllib

    modules = {"ruamel-yaml": "ruamel.yaml", "pyahocorasick": "ahocorasick"}
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "presslint").rglob("*.py"))
    for wanted in declared:
        name = re.split(r"[\[<>=~! ]", wanted)[0].lower().replace(".", "-")
        module = modules.get(name, name.replace("-", "_"))
        assert re.search(rf"^\s*(?:from|import) {re.escape(module)}\b", code, re.M), f"nothing imports {name}"


PLACES = ("start", "end")  # of a span


def _reckons(node: ast.AST) -> bool:
    """Whether a node adds to a place of a span or takes from one: `finding.span.start + 1`."""
    return (
        isinstance(node, ast.BinOp)
        and isinstance(node.op, (ast.Add, ast.Sub))
        and any(
            isinstance(side, ast.Attribute)
            and side.attr in PLACES
            and ast.unparse(side.value).rpartition(".")[2].endswith("span")
            for side in (node.left, node.right)
        )
    )


@pytest.mark.parametrize("path", [*PACKAGE, *RULES], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_only_the_model_and_readers_reckon_with_places(path: Path) -> None:
    if path.parent.name in ("model", "reading"):  # readers make places; the model moves them
        return
    lines = [node.lineno for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if _reckons(node)]
    assert not lines, f"ask a span or a passage instead (lines {lines})"


def test_the_law_on_places_sees_them() -> None:
    reckoning = ast.parse("a.span.start + 1\nlast = span.end - 1\nx = 2 - each.key_span.end\n")
    harmless = ast.parse("a.span.start\nspan.moved(1)\nmatch.end - 1\nsection.start + 1\n")
    assert sum(map(_reckons, ast.walk(reckoning))) == 3
    assert not any(map(_reckons, ast.walk(harmless)))


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests").rglob("*.py")), ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_nothing_in_the_suite_depends_on_a_clock(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        assert name not in ("sleep", "monotonic", "perf_counter", "process_time"), f"line {node.lineno}"
        limits = {
            word.arg for word in node.keywords if isinstance(word.value, ast.Constant) and word.value.value
        }
        assert not limits & {"timeout", "deadline"}, f"line {node.lineno} sets a time limit"
