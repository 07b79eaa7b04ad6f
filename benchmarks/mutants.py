"""How much the tests notice: small faults are put into rules and modules, one at a time.

    python benchmarks/mutants.py [NAME…] [--kind KIND]… [--each N] [--survivors] [--at-least PERCENT]

NAME is a rule, a chapter of rules or a module of MODULES; without one, all are taken. A rule is judged by
its own examples, a module by the test files that stand beside it in MODULES. Each mutant (a bound moved, a
number changed, a condition always true, …; see KINDS) is noticed when an example or a test fails, when the
code no longer loads, or when it does not end. Printed: mutants, noticed and equivalent ones by rule or
module, by chapter and by kind; with `--survivors` each mutant that nothing noticed, with its line.

Some mutants are no fault, as nobody can tell them from the code. They are declared in
`equivalent_mutants.tsv`: file, place, change, reason. A row that fits no mutant any more is told.

Why no ready tool: rules are loaded by their path and judged by examples, in milliseconds. mutmut 3 changes
functions only, and half of a rule's thresholds are constants of its module; it, cosmic-ray and
pytest-gremlins run a test session for each mutant, which takes a hundred times as long; all of them want
equivalent mutants marked by a comment in the code; mutatest has had no release for years.

Every mutant gets a process of its own, forked when everything is imported and, for rules, every example
read, so that no mutant leaves anything behind. One that does not end is stopped by the processor time
that it takes, not by a clock; a module's tests, which may wait for each other, have a limit of time too.
"""

from __future__ import annotations

import argparse
import ast
import csv
import gc
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from presslint.packs.rule import Rule

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

KINDS = {
    "bound": "`<` for `<=`, `>` for `>=`, and the other way",
    "comparison": "`==` for `!=`, `is` for `is not`, `in` for `not in`, and the other way",
    "condition": "what is asked is always true, or always false",
    "connective": "`and` for `or`, and the other way",
    "not": "`not` left out",
    "number": "a number one more and one less, or doubled and halved",
    "sum": "`+` for `-`, and the other way",
    "return": "what is returned is None, or the other truth value",
    "severity": "another severity",
    "message": "a message that says something else",
    "word": "one of a set of words left out (only when asked for)",
}
DEFAULT_KINDS = tuple(kind for kind in KINDS if kind != "word")

# modules, and the test files that must notice what is broken in them: quick ones, which make no process but git
MODULES = {
    "changes": ("gate/changes.py", ("test_changes.py",)),
    "baseline": ("gate/baseline.py", ("test_baseline.py",)),
    "trusted": ("gate/trusted.py", ("test_trusted.py",)),
    "ci": ("gate/ci.py", ("test_ci.py",)),
    "newness": ("engine/newness.py", ("test_newness.py",)),
    "fix": ("engine/fix.py", ("test_mend.py",)),
    "folding": ("engine/folding.py", ("test_rolled_up.py",)),
    "suppress": ("engine/suppress.py", ("test_suppress.py", "test_silence.py")),
    "cache": ("packs/cache.py", ("test_kept.py",)),
    "database": ("packs/database.py", ("test_kept.py",)),
    "index": ("packs/index.py", ("test_index.py",)),
}

EQUIVALENT = Path(__file__).with_name("equivalent_mutants.tsv")
LARGE = 10  # a number above it is doubled and halved; one step more or less means little there
SHOWN = 110  # characters of a change that are printed
CPU = 10  # seconds of processor time for the examples of a rule; the slowest rule takes a quarter of one
WALL = 300  # seconds, of the processor and of the clock, for the tests of a module
MEMORY = 2 << 30  # bytes that a child can have; a loop without end may fill a list

OTHER_BOUND = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
OTHER_COMPARISON = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}  # fmt: skip
OTHER_SUM = {ast.Add: ast.Sub, ast.Sub: ast.Add}
OTHER_SEVERITY = {"ERROR": "WARNING", "WARNING": "SUGGESTION", "SUGGESTION": "WARNING"}
# told by other tests, or by none: text for people, and what only makes a run quicker
NOT_CODE = {"examples", "sources", "was", "reads", "reads_words", "__all__"}


@dataclass
class Mutant:
    """One small fault: what it is, where it stands, and how it is put in and taken out."""

    kind: str
    scope: str  # class and function, with dots
    line: int
    lines: range  # of the statement, or the head of one with a body
    change: str
    put: Callable[[], None]
    undo: Callable[[], None]
    noticed: bool | None = None  # None: declared equivalent
    unreached: bool = False  # no test comes to its line


class Finder(ast.NodeVisitor):
    """All mutants of a module, in order of the code."""

    def __init__(self, kinds: Sequence[str]) -> None:
        self.kinds = frozenset(kinds)
        self.found: list[Mutant] = []
        self._scope: list[str] = []
        self._above: list[ast.AST] = []  # nodes around the one that is visited

    # -- what is passed over -----------------------------------------------------------------

    def visit(self, node: ast.AST) -> None:
        self._above.append(node)
        super().visit(node)
        self._above.pop()

    def generic_visit(self, node: ast.AST) -> None:
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns", "decorator_list", "format_spec", "bases", "type_ignores"):
                continue
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, ast.AST):
                    self.visit(item)

    def _pass_over(self, node: ast.AST) -> None:
        pass

    visit_Import = visit_ImportFrom = visit_Raise = visit_Assert = _pass_over

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a docstring
            self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        if not any(isinstance(target, ast.Name) and target.id in NOT_CODE for target in node.targets):
            self.visit(node.value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        named = isinstance(node.target, ast.Name) and node.target.id in NOT_CODE
        if node.value is not None and not named:
            self.visit(node.value)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._scope.append(node.name)
        self.generic_visit(node)
        self._scope.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._scope.append(node.name)
        self.generic_visit(node)
        self._scope.pop()

    # -- what is changed ---------------------------------------------------------------------

    def visit_If(self, node: ast.If) -> None:
        if not (isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"):
            self._condition(node, "test", (True, False))
            self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self._condition(node, "test", (True, False))
        self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        self._condition(node, "test", (False,))  # one that is always true ends by itself or never
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for number, test in enumerate(node.ifs):
            for value in (True, False):
                self._swap("condition", test, node.ifs, number, ast.Constant(value), shown=test)
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        for number, operator in enumerate(node.ops):
            if type(operator) in OTHER_BOUND:
                self._swap("bound", node, node.ops, number, OTHER_BOUND[type(operator)](), shown=node)
            elif type(operator) in OTHER_COMPARISON and not self._is_whole_condition(node):
                other = OTHER_COMPARISON[type(operator)]()
                self._swap("comparison", node, node.ops, number, other, shown=node)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        self._swap("connective", node, node, "op", other, shown=node)
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not) and not self._is_whole_condition(node):
            # `not not x` says what `x` says
            inner = ast.UnaryOp(ast.Not(), node.operand)
            self._swap("not", node, node, "operand", inner, shown=node)
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if type(node.op) in OTHER_SUM and not any(map(_is_row, (node.left, node.right))):
            self._swap("sum", node, node, "op", OTHER_SUM[type(node.op)](), shown=node)
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if type(node.op) in OTHER_SUM and not _is_row(node.value):
            self._swap("sum", node, node, "op", OTHER_SUM[type(node.op)](), shown=node)
        self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        value = node.value
        if isinstance(value, ast.Constant) and isinstance(value.value, bool):
            self._swap("return", node, node, "value", ast.Constant(not value.value), shown=node)
        elif value is not None and not _is_nothing(value):
            self._swap("return", node, node, "value", ast.Constant(None), shown=node)
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if not isinstance(node.value, (int, float)) or isinstance(node.value, bool):
            return
        said_by_bound = self._step_of_bound(node)
        for value in _others(node.value):
            if value - node.value != said_by_bound:
                self._swap("number", node, node, "value", value, shown=self._words_around())

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if isinstance(node.value, ast.Name) and node.value.id == "Severity" and node.attr in OTHER_SEVERITY:
            other = OTHER_SEVERITY[node.attr]
            self._swap("severity", node, node, "attr", other, shown=self._words_around())
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        named = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if named == "Option":  # its default is code; description and constraints are not
            for value in node.args:
                self.visit(value)
            return
        self.visit(node.func)
        if named == "finding" and len(node.args) > 1:
            words = next(
                (
                    part
                    for part in ast.walk(node.args[1])
                    if isinstance(part, ast.Constant) and isinstance(part.value, str) and len(part.value) > 2
                ),
                None,
            )
            if words is not None:
                self._swap("message", words, words, "value", words.value + "…", shown=words)
        for value in (*node.args, *(keyword.value for keyword in node.keywords if keyword.arg != "see")):
            self.visit(value)  # no example can say what a finding refers to besides its own place

    def visit_Set(self, node: ast.Set) -> None:
        self._words(node.elts)
        self.generic_visit(node)

    def visit_Tuple(self, node: ast.Tuple) -> None:
        self._words(node.elts)
        self.generic_visit(node)

    # -- how it is done ----------------------------------------------------------------------

    def _words(self, row: list[ast.expr]) -> None:
        """Each word of a row of words, left out."""
        if not all(isinstance(item, ast.Constant) and isinstance(item.value, str) for item in row):
            return
        for number, word in enumerate(row):
            self._swap("word", word, row, slice(number, number + 1), [], shown=word, back=[word])

    def _condition(self, node: Any, name: str, values: tuple[bool, ...]) -> None:
        test = getattr(node, name)
        if not isinstance(test, ast.Constant):
            for value in values:
                self._swap("condition", test, node, name, ast.Constant(value), shown=test)

    def _is_whole_condition(self, node: ast.AST) -> bool:
        """Whether a node is all that an `if` asks: to turn it round says no more than always and never."""
        above = self._above[-2]
        if isinstance(above, ast.comprehension):
            return node in above.ifs
        return isinstance(above, (ast.If, ast.IfExp, ast.While)) and above.test is node

    def _step_of_bound(self, node: ast.Constant) -> int:
        """The step of a small number that says what its moved bound says: `n < 3` as `n <= 3` or `n < 4`."""
        above = self._above[-2]
        if not isinstance(above, ast.Compare) or len(above.ops) != 1 or "bound" not in self.kinds:
            return 0
        steps = {ast.Lt: 1, ast.LtE: -1, ast.Gt: -1, ast.GtE: 1}
        step = steps.get(type(above.ops[0]), 0)
        return step if above.comparators[0] is node else -step

    def _words_around(self) -> ast.AST:
        """The smallest piece of code around a constant that says what it is for."""
        for node in reversed(self._above[:-1]):
            if not isinstance(node, (ast.UnaryOp, ast.Slice, ast.keyword, ast.Tuple)):
                return node
        return self._above[-1]

    def _swap(
        self, kind: str, node: Any, holder: Any, place: Any, new: Any, *, shown: ast.AST, back: Any = None
    ) -> None:
        """Remember a mutant: `new` in the place of what `holder` has there."""
        if kind not in self.kinds:
            return
        at_name = isinstance(place, str)
        old = back if back is not None else getattr(holder, place) if at_name else holder[place]

        def write(value: Any) -> None:
            if at_name:
                setattr(holder, place, value)
            elif isinstance(place, slice):
                holder[place.start : place.start + (1 if value == [] else 0)] = value
            else:
                holder[place] = value

        if isinstance(new, ast.expr):
            ast.fix_missing_locations(ast.copy_location(new, node))
        before = _told(shown)
        write(new)
        after = _told(new if shown is node and isinstance(new, ast.AST) and kind == "condition" else shown)
        write(old)
        self.found.append(
            Mutant(
                kind,
                ".".join(self._scope) or "module",
                getattr(node, "lineno", 0),
                self._statement(),
                f"{before} → {after if kind != 'word' else 'left out'}",
                lambda: write(new),
                lambda: write(old),
            )
        )

    def _statement(self) -> range:
        for node in reversed(self._above):
            if isinstance(node, ast.stmt):
                body = getattr(node, "body", None)
                end = body[0].lineno - 1 if body else node.end_lineno or node.lineno
                return range(node.lineno, max(end, node.lineno) + 1)
        return range(0)


def _others(value: float) -> tuple[float, ...]:
    if isinstance(value, float) or abs(value) > LARGE:
        return value * 2, value / 2 if isinstance(value, float) else value // 2
    return (value + 1, value - 1) if value else (1,)


def _is_row(node: ast.AST) -> bool:
    """Whether a term is text or a row of things: to take one from another only raises."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str)
    return isinstance(node, (ast.JoinedStr, ast.Tuple, ast.List, ast.ListComp))


def _is_nothing(node: ast.AST) -> bool:
    """Whether a value is as good as None: None itself, an empty text, an empty row."""
    if isinstance(node, ast.Constant):
        return not node.value
    return isinstance(node, (ast.Tuple, ast.List)) and not node.elts


def _told(node: ast.AST) -> str:
    if isinstance(node, (ast.If, ast.For, ast.While, ast.FunctionDef, ast.ClassDef)):
        return ast.unparse(node).partition("\n")[0]
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def mutants_of(path: Path, kinds: Sequence[str], most: int) -> tuple[ast.Module, list[Mutant]]:
    """The code of a file and its mutants: all of them, or so many from all over it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    finder = Finder(kinds)
    finder.visit(tree)
    found = finder.found
    if most and len(found) > most:
        found = [found[number * len(found) // most] for number in range(most)]
    return tree, found


# -- running ---------------------------------------------------------------------------------------


@dataclass
class Running:
    """Children at work, as many at a time as there are jobs; each stands in a slot of its own."""

    jobs: int
    cpu: int
    _at_work: dict[int, tuple[int, float, Callable[[int], None]]] = field(default_factory=dict)

    def start(self, work: Callable[[int], int], done: Callable[[int], None]) -> None:
        """Run `work(slot)` in a child; `done` gets its exit code, or -1 when it had to be stopped."""
        while len(self._at_work) >= self.jobs:
            self._reap()
        slot = min(set(range(self.jobs)) - {slot for slot, _, _ in self._at_work.values()})
        sys.stdout.flush()
        child = os.fork()
        if not child:
            _alone(work, slot, self.cpu)
        self._at_work[child] = slot, time.monotonic() + WALL, done

    def finish(self) -> None:
        while self._at_work:
            self._reap()

    def _reap(self) -> None:
        while True:
            child, status = os.waitpid(-1, os.WNOHANG)
            if child:
                break
            now = time.monotonic()
            for late in [child for child, (_, until, _) in self._at_work.items() if now > until]:
                os.killpg(late, signal.SIGKILL)
            time.sleep(0.002)
        _, _, done = self._at_work.pop(child)
        done(os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else -1)


def _alone(work: Callable[[int], int], slot: int, cpu: int) -> None:
    """What a child does: it works in silence, within its limits, and is gone."""
    os.setsid()
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    code = 1
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        code = work(slot)
    except BaseException:
        code = 1
    finally:
        os._exit(min(code, 250))


# -- rules -----------------------------------------------------------------------------------------


class Rules:
    """Rules and their examples; the examples are read once, before anything is broken."""

    def __init__(self) -> None:
        from presslint.packs.catalog import Catalog, house

        self.catalog = Catalog([house()])

    @staticmethod
    def files(words: Sequence[str] = ()) -> dict[str, Path]:
        """The files of the rules that some names mean, of rules or of chapters. Imports nothing."""
        files = {path.stem.replace("_", "-"): path for path in sorted((ROOT / "rules").rglob("*.py"))}
        return {
            name: path
            for name, path in files.items()
            if not words or name in words or path.parent.name in words
        }

    def run(self, name: str, kinds: Sequence[str], declared: Declared, most: int, jobs: int) -> list[Mutant]:
        """All mutants of a rule, judged by its examples."""
        import presslint.engine.prove as proving

        proving.read = _remembering(proving.read)  # type: ignore[assignment]
        rule = self.catalog.rules[name]
        path = Path(rule.origin)
        bad = [verdict for verdict in proving.prove(rule) if not verdict.ok]
        if bad:
            raise SystemExit(f"{name}: example {bad[0].number} fails without a mutant: {bad[0].detail}")
        order = list(range(len(rule.examples)))
        running = Running(jobs, CPU)
        gc.freeze()
        tree, found = mutants_of(path, kinds, most)
        for mutant in found:
            if declared.holds(path, mutant):
                continue

            def work(slot: int) -> int:
                return _first_failure(tree, rule, order)

            def done(code: int, mutant: Mutant = mutant) -> None:
                mutant.noticed = code != 0
                if 2 <= code < 250 and code - 2 in order:  # the example that failed goes first
                    order.remove(code - 2)
                    order.insert(0, code - 2)

            mutant.put()  # the child takes it along
            running.start(work, done)
            mutant.undo()
        running.finish()
        proving.read = proving.read.original  # type: ignore[attr-defined]
        return found


def _remembering(read: Callable[..., Any]) -> Callable[..., Any]:
    """A reader that reads the same text once."""
    known: dict[tuple[Any, ...], list[Any]] = {}

    def remembering(content: bytes, name: str, settings: Any) -> list[Any]:
        key = content, name, repr(settings)
        if key not in known:
            known[key] = list(read(content, name, settings))
        return known[key]

    remembering.original = read  # type: ignore[attr-defined]
    return remembering


def _first_failure(tree: ast.Module, original: type[Rule], order: Sequence[int]) -> int:
    """The number of the first example that fails, from 2 on; 0 for none. Raises what the code raises."""
    from presslint.engine.prove import prove

    module = ModuleType(original.__module__)
    module.__file__ = original.origin
    sys.modules[module.__name__] = module
    exec(compile(tree, original.origin, "exec"), module.__dict__)
    rule = getattr(module, original.__name__)
    rule.name, rule.chapter, rule.origin = original.name, original.chapter, original.origin
    rule.examples = tuple(rule.examples[number] for number in order)
    for verdict in prove(rule):
        if not verdict.ok:
            return 2 + order[verdict.number - 1]
    return 0


# -- modules ---------------------------------------------------------------------------------------


class Reached:
    """A plugin of pytest: which tests come to which lines of a file, how long each takes, what fails."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[int, set[str]] = defaultdict(set)
        self.took: dict[str, float] = {}
        self.failed: list[str] = []
        self._test = ""

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self._test = nodeid

    def pytest_runtest_logreport(self, report: Any) -> None:
        self.took[report.nodeid] = self.took.get(report.nodeid, 0.0) + report.duration
        if report.failed:
            self.failed.append(report.nodeid)

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        self._test = ""

    def trace(self, frame: Any, event: str, _: object) -> Any:
        if frame.f_code.co_filename != self.file:
            return None
        self.lines[frame.f_lineno].add(self._test)
        return self.trace


class Modules:
    """Modules of presslint and their tests, in copies of the tree: a mutant is a file there."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._folder = tempfile.TemporaryDirectory()
        self.copies = [Path(self._folder.name, str(slot)) for slot in range(jobs)]
        for copy in self.copies:
            left_out = shutil.ignore_patterns(".git", ".venv*", ".*_cache", ".hypothesis", "node_modules")
            shutil.copytree(ROOT, copy, ignore=left_out)
        self._turn = 0

    def run(self, name: str, kinds: Sequence[str], declared: Declared, most: int) -> list[Mutant]:
        """All mutants of a module, judged by the tests that come to their lines."""
        import pytest  # so that no child has to

        del pytest
        assert "presslint" not in sys.modules, "a child would test what is imported already"
        path = path_of(name)
        inside = path.relative_to(ROOT)
        tests = [str(found.relative_to(ROOT)) for test in MODULES[name][1] for found in _tests(test)]
        reached = self._reach(inside, tests)
        by_time = sorted(reached["took"], key=reached["took"].__getitem__)
        running = Running(self.jobs, WALL)
        original = path.read_bytes()
        tree, found = mutants_of(path, kinds, most)
        for mutant in found:
            if declared.holds(path, mutant):
                continue
            coming = {test for line in mutant.lines for test in reached["lines"].get(str(line), ())}
            if not coming:
                mutant.noticed, mutant.unreached = False, True
                continue
            chosen = tests if "" in coming else [test for test in by_time if test in coming]

            def work(slot: int, chosen: Sequence[str] = chosen) -> int:
                self._write(slot, inside, ast.unparse(tree).encode())
                code = self._pytest(slot, [*chosen, "-x"])
                self._write(slot, inside, original)
                return code

            def done(code: int, mutant: Mutant = mutant) -> None:
                mutant.noticed = code != 0

            self._turn += 1
            mutant.put()
            running.start(work, done)
            mutant.undo()
        running.finish()
        for slot in range(self.jobs):
            self._write(slot, inside, original)
        return found

    def _reach(self, inside: Path, tests: Sequence[str]) -> dict[str, Any]:
        """What the tests come to when nothing is broken."""
        answer = Path(self._folder.name, "reached.json")

        def work(slot: int) -> int:
            plugin = Reached(str(self.copies[slot] / inside))
            sys.settrace(plugin.trace)
            code = self._pytest(slot, tests, plugin)
            sys.settrace(None)
            lines = {line: sorted(found) for line, found in plugin.lines.items()}
            answer.write_text(json.dumps({"lines": lines, "took": plugin.took, "failed": plugin.failed}))
            return code

        codes: list[int] = []
        running = Running(1, WALL)
        running.start(work, codes.append)
        running.finish()
        if codes != [0]:
            failed = json.loads(answer.read_text())["failed"] if answer.exists() else []
            raise SystemExit(f"{inside}: tests fail without a mutant: {', '.join(failed) or codes}")
        found: dict[str, Any] = json.loads(answer.read_text())
        return found

    def _write(self, slot: int, inside: Path, content: bytes) -> None:
        """Write the module; its time of change is one that no byte code knows."""
        file = self.copies[slot] / inside
        file.write_bytes(content)
        os.utime(file, (1_000_000_000 + self._turn,) * 2)

    def _pytest(self, slot: int, arguments: Sequence[str], plugin: object | None = None) -> int:
        import pytest

        copy = str(self.copies[slot])
        os.chdir(copy)
        os.environ["PYTHONPATH"] = copy
        sys.path[:] = [copy, *(place for place in sys.path if place not in (str(ROOT), ""))]
        plugins = [] if plugin is None else [plugin]
        return int(pytest.main(["-q", "-p", "no:cacheprovider", *arguments], plugins=plugins))


def path_of(module: str) -> Path:
    return ROOT / "presslint" / MODULES[module][0]


def _tests(name: str) -> list[Path]:
    """The test files of a name, in whatever room they stand."""
    found = sorted((ROOT / "tests").rglob(name))
    if not found:
        raise SystemExit(f"tests/ holds no {name}")
    return found


# -- what is declared, and the report -----------------------------------------------------------------


class Declared:
    """Mutants that are declared equivalent, by file, place and change."""

    def __init__(self, file: Path) -> None:
        self.rows: dict[tuple[str, str, str], str] = {}
        self.met: set[tuple[str, str, str]] = set()
        if file.exists():
            with file.open(encoding="utf-8", newline="") as rows:
                for row in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
                    if len(row) != 4 or not row[3].strip():
                        raise SystemExit(f"{file}: a row is file, place, change and reason, not {row}")
                    self.rows[row[0], row[1], row[2]] = row[3]

    def holds(self, path: Path, mutant: Mutant) -> bool:
        key = path.stem, mutant.scope, mutant.change
        self.met.add(key)
        return key in self.rows

    def left(self, stems: set[str]) -> list[tuple[str, str, str]]:
        """Rows of these files that fit no mutant."""
        return [key for key in self.rows if key[0] in stems and key not in self.met]


def row(name: str, found: Sequence[Mutant]) -> str:
    """A row of the table."""
    judged = [mutant for mutant in found if mutant.noticed is not None]
    noticed = sum(bool(mutant.noticed) for mutant in judged)
    share = f"{noticed / len(judged):5.0%}" if judged else "    –"
    return f"{name:<36} {len(found):>7} {noticed:>8} {len(found) - len(judged):>10} {share}"


HEAD = f"{'':<36} {'mutants':>7} {'noticed':>8} {'equivalent':>10} share"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="rules, chapters or modules")
    parser.add_argument("--kind", action="append", choices=KINDS, help="only mutants of this kind")
    parser.add_argument("--survivors", action="store_true", help="list what nothing noticed")
    parser.add_argument("--each", type=int, default=0, metavar="N", help="only N mutants of a file")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--at-least", type=float, default=0, metavar="PERCENT", help="fail below this share")
    parser.add_argument("--tab", action="store_true", help="survivors as rows for equivalent_mutants.tsv")
    chosen = parser.parse_args(arguments)
    kinds = chosen.kind or DEFAULT_KINDS
    declared = Declared(EQUIVALENT)
    modules = [name for name in MODULES if not chosen.names or name in chosen.names]
    of_rules = [name for name in chosen.names if name not in MODULES]
    files = Rules.files(of_rules) if of_rules or not chosen.names else {}
    known = {*files, *(path.parent.name for path in files.values())}
    unknown = [name for name in of_rules if name not in known]
    if unknown:
        parser.error(f"no rule, chapter or module is called {unknown[0]}")

    groups: dict[str, list[Mutant]] = defaultdict(list)
    every: list[Mutant] = []
    stems: set[str] = set()

    def tell(name: str, group: str, path: Path, found: list[Mutant]) -> None:
        print(row(name, found), flush=True)
        for mutant in found:
            if mutant.noticed is False and chosen.tab:
                print(f"{path.stem}\t{mutant.scope}\t{mutant.change}\t")
            elif mutant.noticed is False and chosen.survivors:
                note = " (no test comes here)" if mutant.unreached else ""
                print(f"    {path.name}:{mutant.line} {mutant.kind} {mutant.scope}: {mutant.change}{note}")
        groups[group] += found
        every.extend(found)
        stems.add(path.stem)

    print(HEAD)
    if modules:  # before presslint is imported, as every child has to do so itself
        work = Modules(chosen.jobs)
        for name in modules:
            tell(name, "modules", path_of(name), work.run(name, kinds, declared, chosen.each))
    if files:
        rules = Rules()
        for name, path in files.items():
            tell(name, path.parent.name, path, rules.run(name, kinds, declared, chosen.each, chosen.jobs))
    print(f"\n{HEAD}")
    for group, found in groups.items():
        print(row(group, found))
    print()
    for kind, _ in Counter(mutant.kind for mutant in every).most_common():
        print(row(kind, [mutant for mutant in every if mutant.kind == kind]))
    print(f"\n{row('all', every)}")
    for key in declared.left(stems) if not (chosen.kind or chosen.each) else ():
        print(f"declared equivalent, but no mutant: {' | '.join(key)}")
    judged = [mutant for mutant in every if mutant.noticed is not None]
    share = 100 * sum(bool(mutant.noticed) for mutant in judged) / len(judged) if judged else 100
    return int(share < chosen.at_least)


if __name__ == "__main__":
    raise SystemExit(main())
