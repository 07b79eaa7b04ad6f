"""`presslint check`: read articles, report findings, exit 1 where the gate is shut."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

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
    make_configs,
    make_layer,
    open_cache,
    open_index,
    process_count,
)
from presslint.cli.terminal import has_hyperlinks, is_ascii, put, say, wants_color, width
from presslint.config.config import Config, Configs
from presslint.config.discover import Discovered, among, discover
from presslint.config.globs import own_place
from presslint.config.layers import Layer
from presslint.engine.checking import Checked, RuleBook, check_bytes, check_files
from presslint.engine.run import ArticleResult, Run
from presslint.model.finding import Severity
from presslint.model.problem import FileProblem
from presslint.report import (
    ARTICLE_FORMATS,
    FORMATS,
    TEXT_FORMATS,
    ReportOptions,
    UnknownFormat,
    chunks,
    render,
)

if TYPE_CHECKING:
    from presslint.cli.fixing import Outcome
    from presslint.gate.changes import Base

OPTIONS: Table = (
    Option(
        ("--stdin-filename",),
        "Name of the article on standard input; its suffix is its format.",
        metavar="NAME",
    ),
    Option(("--files-from",), "Read paths from a file, one a line (- for standard input).", metavar="FILE"),
    Option(("--force-exclude/--no-force-exclude",), "Leave out excluded files even when named (default)."),
    Option(
        ("--scope",),
        "Rules on each article (default), rules that compare articles, or both.",
        choices=("article", "site", "all"),
        default="article",
    ),
    Option(("--error-on-unmatched",), "Exit 2 when no article was found."),
    Option(
        ("--profile-rules",), "Say what each rule costs, on standard error; takes the time of a second run."
    ),
    *RULE_OPTIONS,
    *BASE_OPTIONS,
    *BASELINE_OPTIONS,
    *FIX_OPTIONS,
    *RUN_OPTIONS,
    *OUTPUT_OPTIONS,
)


def check(
    paths: Sequence[str],
    *,
    stdin_filename: str | None,
    files_from: str | None,
    force_exclude: bool | None,
    scope: str,
    error_on_unmatched: bool,
    profile_rules: bool,
    config_file: Path | None,
    isolated: bool,
    new_from_rev: str | None,
    new_from_merge_base: str | None,
    staged: bool,
    changed: bool,
    baseline_file: Path | None,
    no_baseline: bool,
    stale_baseline: str | None,
    fix: bool,
    unsafe_fixes: bool,
    diff: str | None,
    interactive: bool,
    exit_non_zero_on_fix: bool,
    jobs: str | None,
    no_cache: bool,
    cache_dir: Path | None,
    today: date | None,
    fail_on: str | None,
    max_warnings: int | None,
    outputs: Sequence[str],
    exit_zero: bool,
    color: str,
    quiet: bool,
    **rest: Any,
) -> int:
    """Check articles: files, folders, or - for standard input. Without PATHS, the working folder."""
    layer, printing = split_options(
        {**rest, "color": color, "quiet": quiet}, {"fail-on": fail_on, "max-warnings": max_warnings}
    )
    cache = open_cache(no_cache, cache_dir)
    configs = make_configs(
        layer,
        config_file=config_file,
        isolated=isolated,
        today=today,
        cache=cache,
        index=open_index(cache_dir),
    )
    targets = parse_outputs(outputs, configs.top)
    keep = any(name in ARTICLE_FORMATS for name, _ in targets)
    workers = process_count(jobs, configs.top)
    base = make_base(new_from_rev, new_from_merge_base, staged, changed)
    level = "unsafe" if unsafe_fixes else "safe"
    if stdin_filename is not None and "-" not in paths:
        raise Misuse("--stdin-filename goes with -, which reads standard input")
    if unsafe_fixes and not (fix or diff):
        raise Misuse("--unsafe-fixes goes with --fix, or with --diff to see them first")
    named = [*paths, *listed(files_from)]
    if "" in named:
        raise Misuse("a path is empty; name files or folders, or . for the working folder")
    wanted = [Path(path) for path in named]
    if not wanted and files_from is None:
        wanted = [Path(".")]
    found = Discovered()
    if Path("-") in wanted:
        if len(wanted) > 1 or base is not None or interactive or diff:
            raise Misuse("- reads standard input; it stands alone")
        path, config, data = standard_input(stdin_filename, configs)
        if fix:
            return mend_stdin(data, stdin_filename or "-", config, path, level, exit_zero=exit_zero)
        run = check_stdin(data, stdin_filename or "-", config, path, keep_article=keep)
    else:
        found = find_files(wanted, configs, base, force_exclude)
        run = (
            Run()
            if fix or diff or interactive
            else make_run(
                found, configs, base=base, keep_article=keep, jobs=workers, scope=scope, shown=not quiet
            )
        )
        if error_on_unmatched and not found.files:
            run = replace(run, problems=(*run.problems, FileProblem(".", "no articles were found")))
    place = baseline_place(configs.top, baseline_file)
    if fix or diff or interactive:
        from presslint.cli.fixing import with_fixes

        outcome = mend_files(
            found.files,
            configs,
            level,
            base=base,
            known=known_findings(place, use=not no_baseline),
            interactive=interactive,
            write=diff is None,
            color=color,
            keep_article=keep,
        )
        if diff is not None:
            return show_fixes(outcome, found, diff)
        run = with_fixes(make_run(replace(found, files=[]), configs, base=base), outcome)
    if not no_baseline:
        run = with_baseline(
            run,
            configs.top,
            place=place,
            must_exist=baseline_file is not None,
            stale=stale_baseline,
            whole=base is None and scope != "site" and not {"select", "ignore"} & set(layer.values),
            today=today or date.today(),
        )
    run = rolled_up(run, configs, fold=printing["fold"], whole=base is None)
    report(run, targets, configs.top, **printing)
    cache.close()
    if profile_rules:
        show_profile(found.files, configs)
    if run.fixed and exit_non_zero_on_fix and not run.problems:
        return FINDINGS
    return exit_code(run, configs.top, exit_zero=exit_zero)


def mend_stdin(data: bytes, name: str, config: Config, path: Path, level: str, *, exit_zero: bool) -> int:
    """Standard input mended on standard output, and what is left to do on standard error."""
    from presslint.cli.fixing import fix_stdin

    text, run = fix_stdin(data, name, config, path, level)
    put(text)
    put(render("concise", run, ReportOptions()), sys.stderr)
    return exit_code(run, config, exit_zero=exit_zero)


def mend_files(
    files: Sequence[Path],
    configs: Configs,
    level: str,
    *,
    base: Base | None,
    known: Callable[[str], frozenset[str]],
    interactive: bool,
    write: bool,
    color: str,
    keep_article: bool,
) -> Outcome:
    """Mend files by level, or by asking. Raises Misuse."""
    from presslint.cli.fixing import asking, by_level, fix_files, has_fix

    if base is not None and base.staged:
        raise Misuse("--staged reads the index, which fixes cannot be written into; use --changed")
    return fix_files(
        files,
        configs,
        pick=asking(wants_color(color, sys.stdout)) if interactive else by_level(level),
        may_pick=(lambda reading: bool(reading.all)) if interactive else has_fix(level),
        known=known,
        write=write,
        base=base,
        keep_article=keep_article,
    )


def show_fixes(outcome: Outcome, found: Discovered, kind: str) -> int:
    """What fixing would change; exit code 1 if it would change something."""
    from presslint.cli.fixing import show_diff

    show_diff(outcome, kind)
    for problem in (*found.problems, *outcome.problems):
        say(f"presslint: {problem.place}: {problem.message}")
    return TROUBLE if found.problems or outcome.problems else FINDINGS if outcome.texts else OK


def show_profile(files: Sequence[Path], configs: Configs) -> None:
    """What each rule costs, as a table on standard error."""
    from presslint.engine.profile import Profile

    profile = Profile()
    profile.add(files, configs)
    for line in profile.table():
        say(line)


PRINTING = ("show", "fold", "show_suppressed", "show_baselined", "statistics", "color", "quiet")


def split_options(rest: dict[str, Any], more: dict[str, Any]) -> tuple[Layer, dict[str, Any]]:
    """The options that choose rules, as a layer, and those that print."""
    printing = {name: rest.pop(name) for name in PRINTING}
    return make_layer(**rest, **more), printing


def find_files(paths: Sequence[Path], configs: Configs, base: Base | None, force: bool | None) -> Discovered:
    """The files to read; with a base, those of them that differ from it."""
    if base is not None and base.staged:
        return among(paths, [change.path for change in base.changes.values()], configs)
    found = discover(paths, configs, force_exclude=force)
    if base is not None:
        found.files = [path for path in found.files if own_place(path) in base.changes]
        found.problems = [
            problem
            for problem in found.problems
            if Path(problem.path) in paths or own_place(Path(problem.path)) in base.changes
        ]
        found.notices = [notice for notice in found.notices if not notice.endswith("no articles found")]
    return found


def report(
    run: Run,
    targets: Sequence[tuple[str, Path | None]],
    config: Config,
    *,
    show: str | None,
    fold: bool | None,
    show_suppressed: bool,
    show_baselined: bool,
    statistics: str | None,
    color: str,
    quiet: bool,
) -> None:
    """Write the reports, then say on standard error what none of them told."""
    options = ReportOptions(
        color=wants_color(color, sys.stdout),
        width=width(sys.stdout),
        hyperlinks=has_hyperlinks(sys.stdout),
        ascii=is_ascii(sys.stdout),
        fold=0 if fold is False else config.value("output", "fold"),
        show=Severity.parse(show or config.value("output", "show")),
        summary=not quiet,
        show_suppressed=show_suppressed,
        show_baselined=show_baselined,
        today=config.today,
        edit_url=config.value("output", "edit-url"),
    )
    unwritten: list[Misuse] = []
    for name, target in sorted(targets, key=lambda pair: pair[1] is None):  # files first: a screen may close
        if statistics and target is None:
            put(tally(name, run, statistics, options))
            continue
        try:
            write(name, target, run, options)
        except Misuse as error:
            unwritten.append(error)
    tell(run, quiet=quiet, told=any(name in TEXT_FORMATS and target is None for name, target in targets))
    for other in unwritten[1:]:
        say(f"presslint: {other}")
    if unwritten:
        raise unwritten[0]


def tally(name: str, run: Run, by: str, options: ReportOptions) -> str:
    """The findings counted, in the place of a report: a table, or JSON in the place of a data format."""
    from presslint.report.statistics import render, render_json

    return "".join(render(run, by, options)) if name in TEXT_FORMATS else render_json(run, by)


def parse_outputs(outputs: Sequence[str], config: Config) -> list[tuple[str, Path | None]]:
    """FORMAT[:PATH] pairs; at most one goes to standard output. Raises Misuse."""
    targets: list[tuple[str, Path | None]] = []
    for output in outputs:
        name, sign, path = output.partition(":")
        if name not in FORMATS:
            raise Misuse(f"--output: {UnknownFormat(name)}")
        if sign and not path:
            raise Misuse(f"--output: “{output}” names no file after the colon")
        targets.append((name, Path(path) if sign else None))
    for name, path in config.value("output", "reports").items():
        here = f"{config.origin('output', 'reports', name)}: “output.reports”"
        if name not in FORMATS:
            raise Misuse(f"{here}: {UnknownFormat(name)}")
        if not path or "\0" in path:
            raise Misuse(f"{here}: “{path}” is no name of a file for the {name} report")
        targets.append((name, config.root / path))
    chosen = config.value("output", "format")
    if chosen not in FORMATS:
        raise Misuse(f"{config.origin('output', 'format')}: “output.format”: {UnknownFormat(chosen)}")
    on_screen = [name for name, target in targets if target is None]
    if len(on_screen) > 1:
        raise Misuse(
            f"--output: {' and '.join(on_screen)} both go to standard output; "
            f"give one a file, as in {on_screen[1]}:report"
        )
    if not on_screen:
        targets.insert(0, (config.value("output", "format") if not outputs else "full", None))
        if outputs and all(target is not None for _, target in targets[1:]):
            targets[0] = (config.value("output", "format"), None)
    return targets


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


def standard_input(name: str | None, configs: Configs) -> tuple[Path, Config, bytes]:
    """Standard input, and the path and config under which it is judged."""
    path = Path(name) if name else Path("-")
    config = configs.for_file(path) if name else configs.top
    if not name and not config.plan(path).reading.format:
        raise Misuse("say what is on standard input: --stdin-filename story.md or --format markdown")
    return path, config, sys.stdin.buffer.read()


def check_stdin(data: bytes, name: str, config: Config, path: Path, *, keep_article: bool) -> Run:
    """Lint standard input under the name it would have as a file."""
    results, problems = check_bytes(data, name, config, path, keep_article=keep_article)
    return Run(tuple(results), tuple(problems), tool_version=__version__, rules=RuleBook([config]))


def known_findings(place: Path, *, use: bool) -> Callable[[str], frozenset[str]]:
    """By file, the fingerprints that the baseline knows: no fix touches them."""
    from presslint.gate.baseline import read_baseline, relative

    entries: dict[str, set[str]] = {}
    for entry in read_baseline(place) if use else ():
        entries.setdefault(entry.path, set()).add(entry.fp)
    return lambda path: frozenset(entries.get(relative(path, place.parent), ()))


def make_run(
    found: Discovered,
    configs: Configs,
    *,
    base: Base | None = None,
    keep_article: bool = False,
    jobs: int = 1,
    scope: str = "article",
    shown: bool = False,
) -> Run:
    """Lint what was found; `shown` says how far a long run is, on a terminal."""
    if not found.files:
        configs.top.check_words()  # a wrong name in the config is told even where nothing is read
    results: list[ArticleResult] = []
    problems: list[FileProblem] = []
    if scope != "site":
        with progress() if shown else nullcontext() as tick:
            results, problems = check_files(
                found.files, configs, base=base, keep_article=keep_article, jobs=jobs, progress=tick
            )
    if scope != "article":
        from presslint.engine.sitewide import check_site

        results, problems = joined((results, problems), check_site(found.files, configs))
    notices = [*found.notices, *(notice for config in configs.all() for notice in config.notices)]
    return Run(
        tuple(results),
        tuple(found.problems + problems),
        tuple(dict.fromkeys(notices)),
        tool_version=__version__,
        base=base.label if base else "",
        rules=RuleBook(configs.all()),
    )


def rolled_up(run: Run, configs: Configs, *, fold: bool | None, whole: bool) -> Run:
    """The run with repeats told once, unless that is switched off; of a `whole` run, lacks of a folder too."""
    if fold is False or not configs.top.value("output", "fold") or not any(True for _ in run.findings()):
        return run
    from presslint.engine.folding import folded

    return folded(run, [config.catalog.entries for config in configs.all()], site=whole)


def progress() -> AbstractContextManager[Callable[[int, int], None] | None]:
    """The line that says how far a run is; nothing where nobody sees it."""
    if not sys.stderr.isatty():
        return nullcontext()
    from presslint.report.progress import Progress

    return Progress(sys.stderr, ascii=is_ascii(sys.stderr))


def joined(one: Checked, other: Checked) -> Checked:
    """Two looks at the same articles as one."""
    more = {(result.path, result.key): result for result in other[0]}
    results = []
    for result in one[0]:
        twin = more.pop((result.path, result.key), None)
        if twin is not None and (twin.findings or twin.suppressed):
            findings = sorted((*result.findings, *twin.findings), key=lambda finding: finding.sort_key)
            suppressed = (*result.suppressed, *twin.suppressed)
            result = replace(result, source=twin.source, findings=tuple(findings), suppressed=suppressed)
        results.append(result)
    known = {(problem.path, problem.message) for problem in one[1]}
    extra = [problem for problem in other[1] if (problem.path, problem.message) not in known]
    return [*results, *more.values()], [*one[1], *extra]


def write(name: str, target: Path | None, run: Run, options: ReportOptions) -> None:
    """Write one report to a file or to standard output. Raises Misuse."""
    if target is None:
        for piece in chunks(name, run, options if name in TEXT_FORMATS else replace(options, color=False)):
            put(piece)
        return
    plain = replace(options, color=False, hyperlinks=False, ascii=False, width=100)
    place = own_place(target)
    if any(place.name in result.path and place == own_place(Path(result.path)) for result in run.articles):
        raise Misuse(f"{target}: an article of this run; the {name} report is not written over it")
    try:
        if target.is_dir():
            raise Misuse(f"{target}: a folder; name a file in it, as in {name}:{target / 'report'}")
        target.parent.mkdir(parents=True, exist_ok=True)
        with written(target) as file:
            file.writelines(chunks(name, run, plain))
    except OSError as error:
        raise Misuse(f"{target}: the {name} report cannot be written: {error.strerror}") from None


@contextmanager
def written(target: Path) -> Iterator[TextIO]:
    """A file to write that is there in whole or not at all; a device or a pipe is written as it is.

    A link is replaced and not followed: in CI it may have come with the change.
    """
    is_stream = target.exists() and not target.is_file()
    place = target if is_stream else target.with_name(f".presslint-{os.getpid()}.part")
    try:
        with place.open("w", encoding="utf-8", newline="\n", errors="backslashreplace") as file:
            yield file
        if not is_stream:
            os.replace(place, target)
    except BaseException:
        if not is_stream:
            place.unlink(missing_ok=True)
        raise


def tell(run: Run, *, quiet: bool, told: bool) -> None:
    """Problems and notices on standard error; text reports on the screen have the problems already."""
    if not told:
        for problem in run.problems:
            say(f"presslint: {problem.place}: {problem.message}")
    for failure in run.failures:
        say(f"presslint: {failure}")
    if not quiet:
        for notice in run.notices:
            say(f"presslint: {notice}")


def exit_code(run: Run, config: Config, *, exit_zero: bool) -> int:
    """2 for trouble, 1 for findings at or above the gate, else 0."""
    if run.problems:
        return TROUBLE
    if exit_zero:
        return OK
    if run.failures:
        return FINDINGS
    gate = config.fail_on
    if gate is not None and run.worst >= gate and run.worst > Severity.OFF:
        return FINDINGS
    allowed = config.value("max-warnings")
    return FINDINGS if 0 <= allowed < run.counts.warnings else OK
