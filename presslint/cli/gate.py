"""What sets known findings apart: a base revision, a baseline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from presslint.cli import Misuse
from presslint.config.config import Config
from presslint.engine.run import Run
from presslint.model.problem import FileProblem

if TYPE_CHECKING:
    from presslint.gate.baseline import Entry
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
    level = stale or config.value("baseline", "stale")
    told = _of_stale(place, matched.stale) if level != "ignore" else ()
    found, is_failure = matched.run, level == "error"
    return replace(
        found,
        notices=(*found.notices, *_of_expired(place, matched.expired), *(() if is_failure else told)),
        failures=(*found.failures, *(told if is_failure else ())),
    )


def _of_expired(place: Path, entries: Sequence[Entry]) -> Iterator[str]:
    """A line for each entry whose day has passed."""
    for entry in entries:
        owner = f" (owner: {entry.owner})" if entry.owner else ""
        yield (
            f"{place.name}: the entry for {entry.rule} in {entry.path} ended on {entry.expires}{owner}; "
            "mend the copy or renew the date"
        )


def _of_stale(place: Path, entries: Sequence[Entry]) -> tuple[str, ...]:
    """One line for all entries that match nothing."""
    if not entries:
        return ()
    first = entries[0]
    more = f" and {len(entries) - 1} more" if len(entries) > 1 else ""
    return (
        f"{place.name}: nothing matches the entry for {first.rule} in {first.path}{more}; "
        "`presslint baseline prune` takes stale entries out",
    )
