"""`presslint baseline`: turn presslint on today, and let the list of known findings only shrink."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click
from msgspec.structs import replace

from presslint.cli.gate import baseline_place
from presslint.cli.options import make_configs, make_layer
from presslint.cli.running import find_files, make_run
from presslint.config.config import Configs
from presslint.engine.run import Run
from presslint.gate.baseline import apply_baseline, entry_for, read_baseline, relative, write_baseline
from presslint.report.tally import plural


@click.group()
def command() -> None:
    """Keep the findings of old articles out of the way, in a file that merges without conflict."""


paths_argument = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
file_option = click.option(
    "--baseline",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The file (default: as the config says).",
)


vale_option = click.option("--vale", is_flag=True, help="Of the Vale project around the working folder.")


def survey(paths: Sequence[Path], file: Path | None, vale: bool = False) -> tuple[Run, Configs, Path]:
    """A full run and the place of its baseline. Trouble stops here: half a run makes no baseline."""
    layer = make_layer(select=(), extend_select=(), ignore=(), severity=())
    flags = None
    if vale:
        from presslint.config.valeproject import ValeFlags

        flags = ValeFlags()
    configs = make_configs(layer, config_file=None, isolated=False, today=None, vale=flags)
    run = make_run(find_files(list(paths) or [Path(".")], configs, None, None), configs)
    if run.problems:
        problem = run.problems[0]
        more = f" (and {len(run.problems) - 1} more)" if len(run.problems) > 1 else ""
        raise click.ClickException(f"{problem.place}: {problem.message}{more}; the baseline was not written")
    return run, configs, baseline_place(configs.top, file)


@command.command()
@paths_argument
@file_option
@vale_option
@click.option("--force", is_flag=True, help="Write over a baseline that exists.")
def create(paths: Sequence[Path], file: Path | None, vale: bool, force: bool) -> None:
    """Write every present finding into a new baseline."""
    run, _, place = survey(paths, file, vale)
    if place.exists() and not force:
        raise click.ClickException(
            f"{place} exists; `presslint baseline update` keeps it, --force writes it anew"
        )
    today = date.today()
    entries = [
        entry_for(relative(result.path, place.parent), found, today) for result, found in run.findings()
    ]
    write_baseline(place, entries)
    found = plural(len(entries), "finding")
    click.echo(f"wrote {place}: {found} in {plural(run.counts.flagged, 'article')}")
    click.echo("git merges it without conflict with this line in .gitattributes:")
    click.echo(f"{place.name} merge=union")


@command.command()
@paths_argument
@file_option
@vale_option
@click.option("--allow-new", is_flag=True, help="Take in findings that are not there yet.")
def update(paths: Sequence[Path], file: Path | None, vale: bool, allow_new: bool) -> None:
    """Take out entries that match nothing any more; take new findings in only with --allow-new."""
    run, configs, place = survey(paths, file, vale)
    entries = read_baseline(place)
    today = date.today()
    matched = apply_baseline(
        run, entries, today=today, by=configs.top.value("baseline", "match"), root=place.parent
    )
    homes = {entry: replace(entry, path=path) for entry, path in matched.used.items() if entry.path != path}
    kept = [homes.get(entry, entry) for entry in entries if entry not in matched.stale]
    new = [
        entry_for(relative(result.path, place.parent), found, today)
        for result, found in matched.run.findings()
    ]
    write_baseline(place, kept + (new if allow_new else []))
    click.echo(
        f"{place}: {plural(len(matched.stale), 'stale entry')} out, {len(homes)} moved with their files, "
        f"{len(new) if allow_new else 0} new in, {len(kept) + (len(new) if allow_new else 0)} in all"
    )
    if new and not allow_new:
        click.echo(f"{plural(len(new), 'finding')} not in it; --allow-new takes new ones in")


@command.command()
@paths_argument
@file_option
@vale_option
def prune(paths: Sequence[Path], file: Path | None, vale: bool) -> None:
    """Take out entries that match nothing any more, and nothing else."""
    run, configs, place = survey(paths, file, vale)
    entries = read_baseline(place)
    matched = apply_baseline(
        run, entries, today=date.today(), by=configs.top.value("baseline", "match"), root=place.parent
    )
    write_baseline(place, [entry for entry in entries if entry not in matched.stale])
    out, left = plural(len(matched.stale), "stale entry"), len(entries) - len(matched.stale)
    click.echo(f"{place}: {out} out, {left} left")


@command.command()
@file_option
@click.option("--by", type=click.Choice(["rule", "path", "owner"]), default="rule", help="Count by this.")
def show(file: Path | None, by: str) -> None:
    """Count the entries, and name those that have ended."""
    layer = make_layer(select=(), extend_select=(), ignore=(), severity=())
    configs = make_configs(layer, config_file=None, isolated=False, today=None)
    place = baseline_place(configs.top, file)
    if not place.exists():
        raise click.ClickException(f"{place}: no such baseline; `presslint baseline create` writes one")
    entries = read_baseline(place)
    for name, count in sorted(Counter(getattr(entry, by) or "-" for entry in entries).items()):
        click.echo(f"{count:>6}  {name}")
    click.echo(f"{len(entries):>6}  in all")
    for entry in entries:
        if entry.is_expired(date.today()):
            click.echo(f"ended on {entry.expires}: {entry.rule} in {entry.path} {entry.owner}".rstrip())
