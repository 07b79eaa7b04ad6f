"""Options that set known findings apart: a base revision, a baseline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from presslint.baseline import apply_baseline, read_baseline
from presslint.changes import Base, since, since_merge_base, staged, uncommitted
from presslint.config import Config
from presslint.run import FileProblem, Run

F = TypeVar("F", bound=Callable[..., Any])


def base_options(command: F) -> F:
    """--new-from-rev, --new-from-merge-base, --staged, --changed."""
    decorators = [
        click.option("--new-from-rev", metavar="REV", help="Only what is new since a revision."),
        click.option(
            "--new-from-merge-base", metavar="REF", help="Only what is new since HEAD left a branch."
        ),
        click.option("--staged", is_flag=True, help="Only what the staged changes bring; reads the index."),
        click.option("--changed", is_flag=True, help="Only what uncommitted changes bring."),
    ]
    for decorator in reversed(decorators):
        command = decorator(command)
    return command


def baseline_options(command: F) -> F:
    """--baseline, --no-baseline, --stale-baseline."""
    decorators = [
        click.option(
            "--baseline",
            "baseline_file",
            metavar="FILE",
            type=click.Path(path_type=Path),
            help="Findings that are known (default: .presslint-baseline.jsonl beside the config).",
        ),
        click.option("--no-baseline", is_flag=True, help="Take no finding as known."),
        click.option(
            "--stale-baseline",
            type=click.Choice(["ignore", "warn", "error"]),
            help="What entries are that match nothing any more (default: warn).",
        ),
    ]
    for decorator in reversed(decorators):
        command = decorator(command)
    return command


def make_base(
    new_from_rev: str | None, new_from_merge_base: str | None, is_staged: bool, is_changed: bool
) -> Base | None:
    """The base that the options name. Raises BaseError, click.UsageError."""
    chosen = [
        name
        for name, given in (
            ("--new-from-rev", new_from_rev),
            ("--new-from-merge-base", new_from_merge_base),
            ("--staged", is_staged),
            ("--changed", is_changed),
        )
        if given
    ]
    if len(chosen) > 1:
        raise click.UsageError(f"{' and '.join(chosen)} name two bases; choose one")
    here = Path.cwd()
    if new_from_rev:
        return since(here, new_from_rev)
    if new_from_merge_base:
        return since_merge_base(here, new_from_merge_base)
    if is_staged:
        return staged(here)
    return uncommitted(here) if is_changed else None


def baseline_place(config: Config, given: Path | None) -> Path:
    """The baseline file: the one given, or the config's."""
    return given or config.root / config.value("baseline", "path")


def with_baseline(
    run: Run,
    config: Config,
    *,
    place: Path,
    text: str | None = None,
    must_exist: bool = False,
    stale: str | None = None,
    whole: bool = True,
    today: date,
) -> Run:
    """The run with known findings set apart, and a word on stale and expired entries."""
    if must_exist and text is None and not place.is_file():
        return replace(run, problems=(*run.problems, FileProblem(place.as_posix(), "no such baseline")))
    entries = read_baseline(place, text)
    if not entries:
        return run
    matched = apply_baseline(
        run,
        entries,
        today=today,
        by=config.value("baseline", "match"),
        root=place.parent,
        whole=whole,
    )
    found, level = matched.run, stale or config.value("baseline", "stale")
    notices, failures = list(found.notices), list(found.failures)
    for entry in matched.expired:
        notices.append(
            f"{place.name}: the entry for {entry.rule} in {entry.path} ended on {entry.expires}"
            f"{f' (owner: {entry.owner})' if entry.owner else ''}; mend the copy or renew the date"
        )
    if matched.stale and level != "ignore":
        first = matched.stale[0]
        more = f" and {len(matched.stale) - 1} more" if len(matched.stale) > 1 else ""
        line = (
            f"{place.name}: nothing matches the entry for {first.rule} in {first.path}{more}; "
            "`presslint baseline prune` takes stale entries out"
        )
        (failures if level == "error" else notices).append(line)
    return replace(found, notices=tuple(notices), failures=tuple(failures))
