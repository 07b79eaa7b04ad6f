"""`presslint check`: read articles, report findings, exit 1 where the gate is shut.

plan → targets → run or mend → baseline → report → exit
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from presslint import __version__
from presslint.cli import FINDINGS, OK, TROUBLE, Misuse
from presslint.cli.arguments import Option, Table
from presslint.cli.gate import baseline_place, make_base, with_baseline
from presslint.cli.options import (
    BASE_OPTIONS,
    BASELINE_OPTIONS,
    FIX_OPTIONS,
    OUTPUT_OPTIONS,
    RULE_OPTIONS,
    RUN_OPTIONS,
    VALE_OPTIONS,
    make_configs,
    open_cache,
    open_index,
    process_count,
    vale_flags,
)
from presslint.cli.reporting import Printing, Target, exit_code, parse_outputs, report, split_options
from presslint.cli.running import find_files, make_run, rolled_up, standard_input
from presslint.cli.terminal import put, say
from presslint.config.config import Config, Configs
from presslint.config.discover import Discovered, excluded_by_name, left_out_notice
from presslint.config.layers import Layer
from presslint.engine.checking import RuleBook, check_bytes
from presslint.engine.run import Run
from presslint.model.problem import FileProblem
from presslint.packs.cache import Cache
from presslint.report import ARTICLE_FORMATS, ReportOptions, render

if TYPE_CHECKING:
    from presslint.cli.fixing import Outcome
    from presslint.gate.changes import Base

OPTIONS: Table = (
    Option(
        ("--stdin-filename",),
        "Name of the article on standard input; its suffix is its format.",
        metavar="NAME",
    ),
    Option(
        ("--files-from",),
        "Read paths from a file, one a line (- for standard input).",
        metavar="FILE",
        completed="file",
    ),
    Option(("--force-exclude/--no-force-exclude",), "Leave out excluded files even when named (default)."),
    Option(
        ("--scope",),
        "Rules on each article (default), rules that compare articles, or both.",
        choices=("article", "site", "all"),
        default="article",
    ),
    Option(("--watch",), "Check again whatever is saved, until Ctrl-C."),
    Option(("--error-on-unmatched",), "Exit 2 when no article was found."),
    Option(
        ("--profile-rules",), "Say what each rule costs, on standard error; takes the time of a second run."
    ),
    *RULE_OPTIONS,
    *VALE_OPTIONS,
    *BASE_OPTIONS,
    *BASELINE_OPTIONS,
    *FIX_OPTIONS,
    *RUN_OPTIONS,
    *OUTPUT_OPTIONS,
)


class Choices(Struct, frozen=True):
    """What the options of `check` say, but for those that choose rules and those that print."""

    # what is read
    stdin_filename: str | None
    files_from: str | None
    force_exclude: bool | None
    scope: str  # article | site | all
    error_on_unmatched: bool
    config_file: Path | None
    isolated: bool
    today: date | None
    # what counts as known
    new_from_rev: str | None
    new_from_merge_base: str | None
    staged: bool
    changed: bool
    baseline_file: Path | None
    no_baseline: bool
    stale_baseline: str | None
    # what is mended
    fix: bool
    unsafe_fixes: bool
    diff: str | None  # lines | words
    interactive: bool
    exit_non_zero_on_fix: bool
    # how it runs, and what comes out
    jobs: str | None
    no_cache: bool
    cache_dir: Path | None
    profile_rules: bool
    outputs: Sequence[str]
    exit_zero: bool

    @property
    def mends(self) -> bool:
        """Whether fixes are written, shown or offered."""
        return bool(self.fix or self.diff or self.interactive)

    @property
    def level(self) -> str:
        """The fixes that may be applied without asking."""
        return "unsafe" if self.unsafe_fixes else "safe"


class Plan(Struct, frozen=True):
    """What a run needs to know before it reads the first article."""

    choices: Choices
    layer: Layer  # the command line's settings
    printing: Printing
    configs: Configs
    cache: Cache
    targets: Sequence[Target]
    base: Base | None
    processes: int
    paths: Sequence[Path]

    @property
    def keeps_articles(self) -> bool:
        """Whether a report shows the articles themselves."""
        return any(name in ARTICLE_FORMATS for name, _ in self.targets)

    @property
    def baseline(self) -> Path:
        return baseline_place(self.configs.top, self.choices.baseline_file)

    @property
    def reads_stdin(self) -> bool:
        return Path("-") in self.paths


def check(paths: Sequence[str], **chosen: Any) -> int:
    """Check articles: files, folders, or - for standard input. Without PATHS, the working folder."""
    if chosen.pop("watch", False):
        from presslint.cli.watch import watch

        return watch(check, paths, chosen)
    plan = make_plan(paths, *split_options(chosen))
    choices = plan.choices
    found = Discovered()
    if plan.reads_stdin:
        path, config, data = read_stdin(plan)
        named = choices.stdin_filename is not None
        why = excluded_by_name(path, config, choices.force_exclude) if named else ""
        if choices.fix:
            return mend_stdin(data, path, config, choices, why)
        run = Run(notices=(left_out_notice(path, why),)) if why else check_stdin(data, path, config, plan)
    else:
        found = find_targets(plan)
        if choices.mends:
            outcome = mend_files(plan, found.files)
            if choices.diff is not None:
                return show_fixes(outcome, found, choices.diff)
            run = run_after_fixes(plan, found, outcome)
        else:
            run = run_files(plan, found)
    run = rolled_up(set_apart(plan, run), plan.configs, fold=plan.printing.fold, whole=plan.base is None)
    report(run, plan.targets, plan.configs.top, plan.printing)
    plan.cache.close()
    if choices.profile_rules:
        show_profile(found.files, plan.configs)
    if run.fixed and choices.exit_non_zero_on_fix and not run.problems:
        return FINDINGS
    return exit_code(run, plan.configs.top, exit_zero=choices.exit_zero)


# -- plan ------------------------------------------------------------------------------------------


def make_plan(paths: Sequence[str], layer: Layer, printing: Printing, rest: dict[str, Any]) -> Plan:
    """Everything that can be known, and refused, before an article is read. Raises Misuse, ConfigError…"""
    vale = vale_flags(rest)
    choices = Choices(**rest)
    cache = open_cache(choices.no_cache, choices.cache_dir)
    configs = make_configs(
        layer,
        config_file=choices.config_file,
        isolated=choices.isolated,
        today=choices.today,
        cache=cache,
        index=open_index(choices.cache_dir),
        vale=vale,
    )
    targets = parse_outputs(choices.outputs, configs.top)
    processes = process_count(choices.jobs, configs.top)
    base = make_base(choices.new_from_rev, choices.new_from_merge_base, choices.staged, choices.changed)
    wanted = wanted_paths(paths, choices)
    if base is not None:
        from presslint.gate.unread import without_moves

        base = without_moves(base, wanted, configs)
    return Plan(choices, layer, printing, configs, cache, targets, base, processes, wanted)


def wanted_paths(paths: Sequence[str], choices: Choices) -> list[Path]:
    """The files and folders that are named; the working folder where none is. Raises Misuse."""
    if choices.stdin_filename is not None and "-" not in paths:
        raise Misuse("--stdin-filename goes with -, which reads standard input")
    if choices.unsafe_fixes and not (choices.fix or choices.diff):
        raise Misuse("--unsafe-fixes goes with --fix, or with --diff to see them first")
    named = [*paths, *listed(choices.files_from)]
    if "" in named:
        raise Misuse("a path is empty; name files or folders, or . for the working folder")
    return [Path(path) for path in named] or ([Path(".")] if choices.files_from is None else [])


def listed(files_from: str | None) -> list[str]:
    """Paths of --files-from, one a line or separated by NUL."""
    if files_from is None:
        return []
    try:
        data = sys.stdin.buffer.read() if files_from == "-" else Path(files_from).read_bytes()
    except OSError as error:
        raise Misuse(f"--files-from: {files_from}: {error.strerror}; name a file that lists paths") from None
    text = os.fsdecode(data)
    names = text.split("\0") if "\0" in text else [name.removesuffix("\r") for name in text.split("\n")]
    return [name for name in names if name]


# -- targets ---------------------------------------------------------------------------------------


def find_targets(plan: Plan) -> Discovered:
    """The files to read; none is a problem where the command line says so."""
    found = find_files(plan.paths, plan.configs, plan.base, plan.choices.force_exclude)
    if plan.choices.error_on_unmatched and not found.files:
        found.problems.append(FileProblem(".", "no articles were found"))
    return found


def read_stdin(plan: Plan) -> tuple[Path, Config, bytes]:
    """Standard input, and the path and config under which it is judged. Raises Misuse."""
    choices = plan.choices
    if len(plan.paths) > 1 or plan.base is not None or choices.interactive or choices.diff:
        raise Misuse("- reads standard input; it stands alone")
    return standard_input(choices.stdin_filename, plan.configs)


# -- run -------------------------------------------------------------------------------------------


def run_files(plan: Plan, found: Discovered) -> Run:
    """Lint the files that were found."""
    return make_run(
        found,
        plan.configs,
        base=plan.base,
        keep_article=plan.keeps_articles,
        jobs=plan.processes,
        scope=plan.choices.scope,
        shown=not plan.printing.quiet,
    )


def check_stdin(data: bytes, path: Path, config: Config, plan: Plan) -> Run:
    """Lint standard input under the name it would have as a file."""
    name = plan.choices.stdin_filename or "-"
    results, problems = check_bytes(data, name, config, path, keep_article=plan.keeps_articles)
    return Run(tuple(results), tuple(problems), tool_version=__version__, rules=RuleBook([config]))


# -- or mend ---------------------------------------------------------------------------------------


def mend_stdin(data: bytes, path: Path, config: Config, choices: Choices, why_not: str) -> int:
    """Standard input mended on standard output, and what is left to do on standard error."""
    from presslint.cli.fixing import fix_stdin

    if why_not:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        say(f"presslint: {path}: left out ({why_not})")
        return OK
    text, run = fix_stdin(data, choices.stdin_filename or "-", config, path, choices.level)
    put(text)
    put(render("concise", run, ReportOptions()), sys.stderr)
    return exit_code(run, config, exit_zero=choices.exit_zero)


def mend_files(plan: Plan, files: Sequence[Path]) -> Outcome:
    """Mend files by level, or by asking. Raises Misuse."""
    from presslint.cli.fixing import Asking, Mending, by_level, fix_files, has_fix

    choices = plan.choices
    if plan.base is not None and plan.base.staged:
        raise Misuse("--staged reads the index, which fixes cannot be written into; use --changed")
    known = known_findings(plan.baseline, use=not choices.no_baseline)
    write = choices.diff is None
    if not choices.interactive:
        mending = Mending(by_level(choices.level), has_fix(choices.level), known, write)
        return fix_files(files, plan.configs, mending, base=plan.base, keep_article=plan.keeps_articles)
    asking = Asking(plan.printing.report_options(plan.configs.top))
    mending = Mending(
        asking.of_file, lambda reading: bool(reading.all), known, write, lambda: asking.has_ended
    )
    outcome = fix_files(files, plan.configs, mending, base=plan.base, keep_article=plan.keeps_articles)
    if asking.is_interrupted:
        raise KeyboardInterrupt
    return outcome


def known_findings(place: Path, *, use: bool) -> Callable[[str], frozenset[str]]:
    """By file, the fingerprints that the baseline knows: no fix touches them."""
    from presslint.gate.baseline import read_baseline, relative

    entries: dict[str, set[str]] = {}
    for entry in read_baseline(place) if use else ():
        entries.setdefault(entry.path, set()).add(entry.fp)
    return lambda path: frozenset(entries.get(relative(path, place.parent), ()))


def show_fixes(outcome: Outcome, found: Discovered, kind: str) -> int:
    """What fixing would change; exit code 1 if it would change something."""
    from presslint.cli.fixing import show_diff

    show_diff(outcome, kind)
    for problem in (*found.problems, *outcome.problems):
        say(f"presslint: {problem.place}: {problem.message}")
    return TROUBLE if found.problems or outcome.problems else FINDINGS if outcome.texts else OK


def run_after_fixes(plan: Plan, found: Discovered, outcome: Outcome) -> Run:
    """What is left to report once the files are mended."""
    from presslint.cli.fixing import with_fixes

    return with_fixes(make_run(replace(found, files=[]), plan.configs, base=plan.base), outcome)


# -- baseline, and after ---------------------------------------------------------------------------


def set_apart(plan: Plan, run: Run) -> Run:
    """The run with what the baseline knows set apart."""
    choices = plan.choices
    if choices.no_baseline:
        return run
    is_whole = (
        plan.base is None and choices.scope != "site" and not {"select", "ignore"} & set(plan.layer.values)
    )
    return with_baseline(
        run,
        plan.configs.top,
        place=plan.baseline,
        must_exist=choices.baseline_file is not None,
        stale=choices.stale_baseline,
        whole=is_whole,
        today=choices.today or date.today(),
    )


def show_profile(files: Sequence[Path], configs: Configs) -> None:
    """What each rule costs, as a table on standard error."""
    from presslint.engine.profile import Profile

    profile = Profile()
    profile.add(files, configs)
    for line in profile.table():
        say(line)
