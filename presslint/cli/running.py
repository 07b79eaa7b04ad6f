"""What `check`, `ci` and `baseline` do alike: find the files, lint them, roll repeats up."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from presslint import __version__
from presslint.cli import Misuse
from presslint.cli.terminal import is_ascii
from presslint.config.config import Config, Configs
from presslint.config.discover import Discovered, among, discover
from presslint.config.globs import own_place
from presslint.engine.checking import Checked, RuleBook, check_files
from presslint.engine.run import ArticleResult, Run
from presslint.model.problem import FileProblem

if TYPE_CHECKING:
    from presslint.gate.changes import Base


def find_files(paths: Sequence[Path], configs: Configs, base: Base | None, force: bool | None) -> Discovered:
    """The files to read; with a base, those of them that differ from it."""
    if base is not None and base.staged:
        found = among(paths, [change.path for change in base.changes.values()], configs)
        found.files = list(filter(configs.top.takes, found.files))
        return found
    found = discover(paths, configs, force_exclude=force)
    left = {path for path in found.files if not configs.top.takes(path)}
    if left:
        found.files = [path for path in found.files if path not in left]
        found.notices += (
            f"{path}: left out; no section of the Vale config is for it, or it is code"
            for path in paths
            if path in left
        )
    if base is not None:
        found.files = [path for path in found.files if base.change_of(path) is not None]
        found.problems = [
            problem
            for problem in found.problems
            if Path(problem.path) in paths or own_place(Path(problem.path)) in base.changes
        ]
        found.notices = [notice for notice in found.notices if not notice.endswith("no articles found")]
    return found


def standard_input(name: str | None, configs: Configs) -> tuple[Path, Config, bytes]:
    """Standard input, and the path and config under which it is judged."""
    path = Path(name) if name else Path("-")
    config = configs.for_file(path) if name else configs.top
    if not name and not config.plan(path).reading.format:
        raise Misuse("say what is on standard input: --stdin-filename story.md or --format markdown")
    return path, config, sys.stdin.buffer.read()


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


def progress(what: str = "files") -> AbstractContextManager[Callable[[int, int], None] | None]:
    """The line that says how far a run is; nothing where nobody sees it."""
    if not sys.stderr.isatty():
        return nullcontext()
    from presslint.report.progress import Progress

    return Progress(sys.stderr, ascii=is_ascii(sys.stderr), what=what)


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
