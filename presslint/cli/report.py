"""`presslint report RUN.json`: turn a saved run into any other report."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from presslint.cli.arguments import options
from presslint.cli.options import OUTPUT_OPTIONS, make_configs
from presslint.cli.reporting import exit_code, parse_outputs, report, split_options
from presslint.config.discover import unreadable_kind


@click.command()
@click.argument("run_file", metavar="RUN.json", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--today", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="The day that reports print."
)
@options(OUTPUT_OPTIONS)
def command(
    run_file: Path,
    today: Any,
    outputs: Sequence[str],
    exit_zero: bool,
    **chosen: Any,
) -> int:
    """Convert a run that `presslint check --output json:RUN.json` saved."""
    from presslint.report.load import load

    layer, printing, _ = split_options(chosen)
    day: date | None = today.date() if today is not None else None
    configs = make_configs(layer, config_file=None, isolated=False, today=day)
    targets = parse_outputs(outputs, configs.top)
    if run_file == Path("-"):
        saved = sys.stdin.buffer.read()
    elif run_file.is_file():
        saved = run_file.read_bytes()
    else:
        why = "a folder; name a saved run in it" if run_file.is_dir() else unreadable_kind(run_file)
        raise click.ClickException(f"{run_file}: {why}")
    run = load(saved, run_file.as_posix(), root=Path.cwd())
    report(run, targets, configs.top, printing)
    return exit_code(run, configs.top, exit_zero=exit_zero)
