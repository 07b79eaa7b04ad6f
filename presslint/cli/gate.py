"""What sets known findings apart: a base revision, a baseline."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from presslint.cli import Misuse
from presslint.config.config import Config
from presslint.engine.run import Run
from presslint.model.problem import FileProblem

if TYPE_CHECKING:
    from presslint.gate.changes import Base


def make_base(
    new_from_rev: str | None, new_from_merge_base: str | None, is_staged: bool, is_changed: bool
) -> Base | None:
    """The base that the options name. Raises BaseError, Misuse."""
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
        raise Misuse(f"{' and '.join(chosen)} name two bases; choose one")
    if not chosen:
        return None
    from presslint.gate.changes import since, since_merge_base, staged, uncommitted

    here = Path.cwd()
    if new_from_rev:
        return since(here, new_from_rev)
    if new_from_merge_base:
        return since_merge_base(here, new_from_merge_base)
    if is_staged:
        return staged(here)
    return uncommitted(here)


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
    if text is None and not place.exists():
        return run
    from presslint.gate.baseline import apply_baseline, read_baseline

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
