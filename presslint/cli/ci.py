"""`presslint ci`: judge a change, with the rules of the revision that it is to go into."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
from msgspec.structs import replace

from presslint.cli import TROUBLE
from presslint.cli.arguments import options
from presslint.cli.gate import with_baseline
from presslint.cli.options import (
    OUTPUT_OPTIONS,
    RULE_OPTIONS,
    VALE_OPTIONS,
    make_configs,
    process_count,
    vale_flags,
)
from presslint.cli.reporting import exit_code, hosted, parse_outputs, report, split_options, written
from presslint.cli.running import find_files, make_run, rolled_up
from presslint.cli.terminal import say
from presslint.config.config import Configs
from presslint.config.layers import Mirror
from presslint.engine.run import Run
from presslint.gate.changes import Base, since
from presslint.gate.ci import CI, base_of, detect
from presslint.gate.trusted import TrustedTree
from presslint.gate.unread import lines, unread, without_moves
from presslint.model.problem import FileProblem
from presslint.report import ARTICLE_FORMATS, HOST_FORMATS, ReportOptions, chunks

REACH = {"block": "here", "stretch": "from here on", "article": "in the whole article"}
GITLAB_REPORT = Path("gl-code-quality-report.json")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--base", "base_name", metavar="REV", help="Judge against this revision instead of the one found."
)
@click.option("--all", "everything", is_flag=True, help="Judge all articles, not only what the change did.")
@click.option("--ci", "name", type=click.Choice(["auto", "none"]), default="auto", help="none: plain output.")
@options(RULE_OPTIONS, VALE_OPTIONS, OUTPUT_OPTIONS)
def command(**given: Any) -> int:
    """Judge what a change did, by the config, baseline and packs of its base revision."""
    try:
        return judge(**given)
    except Exception:
        trouble()
        raise


def judge(
    paths: Sequence[Path],
    base_name: str | None,
    everything: bool,
    name: str,
    config_file: Path | None,
    isolated: bool,
    today: date | None,
    outputs: Sequence[str],
    exit_zero: bool,
    **chosen: Any,
) -> int:
    """The exit code for a change, after all is told. Raises PresslintError for what cannot be judged."""
    vale = vale_flags(chosen)
    layer, printing, _ = split_options(chosen)
    here = Path.cwd()
    system = CI("git") if name == "none" else detect(os.environ, here)
    base = since(here, base_name) if base_name else base_of(system, here)
    with TemporaryDirectory(prefix="presslint-") as folder:
        tree = TrustedTree(base, Path(folder)) if base is not None else None
        mirror = tree.mirror(vale=vale is not None) if tree is not None else None
        configs = make_configs(
            layer,
            config_file=config_file,
            isolated=isolated,
            today=today,
            mirror=None if config_file else mirror,
            vale=vale,
        )
        targets = parse_outputs(outputs, configs.top)
        shows_copy = any(form in ARTICLE_FORMATS for form, _ in targets)
        run = judged(
            list(paths) or [Path(".")], configs, None if everything else base, keep_article=shows_copy
        )
        run = known(run, configs, mirror, today or date.today())
        run = rolled_up(run, configs, fold=printing.fold, whole=everything or base is None)
        run = replace(run, notices=(*run.notices, *told(run, base, tree, config_file, system)))
        with quiet_runner(system):
            report(run, targets, configs.top, printing)
        publish(system, run, configs)
        code = exit_code(run, configs.top, exit_zero=exit_zero)
    outputs_of(system, run, code)
    return code


def judged(paths: Sequence[Path], configs: Configs, base: Base | None, *, keep_article: bool) -> Run:
    """The run on what differs from the base, and what of that was not read.

    Without a base it is on all articles, of which there must be some.
    """
    if base is not None:
        base = without_moves(base, paths, configs)
    found = find_files(paths, configs, base, None)
    jobs = process_count(None, configs.top)
    run = make_run(found, configs, base=base, keep_article=keep_article, jobs=jobs)
    if base is not None:
        templates = {Path(each.path) for each in run.articles if each.story_type == "template"}
        missed = unread(paths, base, found, configs, templates)
        failures = lines([each for each in missed if each.is_grave])
        notices = lines([each for each in missed if not each.is_grave])
        return replace(run, failures=(*run.failures, *failures), notices=(*run.notices, *notices))
    if found.files:
        return run
    return replace(run, problems=(*run.problems, FileProblem(".", "no articles were found")))


def known(run: Run, configs: Configs, mirror: Mirror | None, today: date) -> Run:
    """Set apart what the base's baseline knows; the change's own baseline says nothing."""
    place = configs.top.root / configs.top.value("baseline", "path")
    text = None
    if mirror is not None:
        try:
            copy = mirror.copied(place)
            text = copy.read_text(encoding="utf-8") if copy.is_file() else ""
        except ValueError:
            text = ""
    return with_baseline(run, configs.top, place=place, text=text, whole=False, today=today)


def told(
    run: Run, base: Base | None, tree: TrustedTree | None, config_file: Path | None, system: CI
) -> Iterator[str]:
    """What a reviewer should know beside the findings."""
    if base is None or tree is None:
        yield "no base to compare with, so every finding counts; --base names one"
        return
    if config_file is not None:
        yield f"the config {config_file} was named on the command line; the base's own is not read"
    for name in tree.edited():
        yield f"this change edits {name}; it is judged by the version of {base.trusted[:12]}, not by its own"
    for result in run.articles:
        for each in result.silences:
            yield (
                f"{result.path}:{each.line}: this change suppresses {each.rule} ({REACH[each.scope]}): "
                f"{each.reason or 'no reason given'}"
            )


@contextmanager
def quiet_runner(system: CI) -> Iterator[None]:
    """On GitHub, let no line of an article be taken for a command of the runner."""
    if system.name != "github":
        yield
        return
    token = secrets.token_hex(16)
    click.echo(f"::stop-commands::{token}")
    try:
        yield
    finally:
        sys.stdout.flush()
        click.echo(f"::{token}::")


def publish(system: CI, run: Run, configs: Configs) -> None:
    """Annotations, job summary and report files, as the CI reads them."""
    if system.name not in HOST_FORMATS:
        return
    options = ReportOptions(today=configs.top.today)
    run = hosted(run)
    if system.name == "github":
        for piece in chunks("github", run, options):
            click.echo(piece, nl=False)
        summary = os.environ.get("GITHUB_STEP_SUMMARY")
        if summary:
            _append(Path(summary), "".join(chunks("github-summary", run, options)))
    elif system.name == "gitlab":
        try:
            with written(GITLAB_REPORT) as file:
                file.writelines(chunks("gitlab", run, options))
        except OSError as error:
            raise click.ClickException(f"{GITLAB_REPORT}: cannot be written: {error.strerror}") from None
    elif system.name == "azure":
        for piece in chunks("azure", run, options):
            click.echo(piece, nl=False)


def _append(path: Path, text: str) -> None:
    try:
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        say(f"presslint: {path}: the job summary cannot be written: {error.strerror}")


def trouble() -> None:
    """Step outputs for GitHub where nothing could be judged; a step that reads them is not to find them empty."""
    path = os.environ.get("GITHUB_OUTPUT")
    if path and os.environ.get("GITHUB_ACTIONS"):
        _append(Path(path), f"exit-code={TROUBLE}\nverdict=trouble\n")


def outputs_of(system: CI, run: Run, code: int) -> None:
    """Step outputs for GitHub: numbers only, so that nothing of an article gets into them."""
    path = os.environ.get("GITHUB_OUTPUT")
    if system.name != "github" or not path:
        return
    counts = run.counts
    _append(
        Path(path),
        f"exit-code={code}\nnew-findings={counts.new}\nerrors={counts.errors}\n"
        f"warnings={counts.warnings}\nverdict={'trouble' if code == TROUBLE else run.verdict.name.lower()}\n",
    )
