"""Options that several commands share, and the config they make."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from presslint.__main__ import cache_folder
from presslint.cache import Cache
from presslint.config import Config, Configs, Layer, Mirror, command_line_layer
from presslint.finding import Severity

F = TypeVar("F", bound=Callable[..., Any])


def rule_options(command: F) -> F:
    """--config, --isolated, --select, --ignore, --extend-select, --severity, --today."""
    decorators = [
        click.option(
            "--config",
            "config_file",
            metavar="FILE",
            type=click.Path(path_type=Path),
            help="Read this config and no other.",
        ),
        click.option("--isolated", is_flag=True, help="Read no config at all."),
        click.option(
            "--select",
            metavar="RULES",
            multiple=True,
            help="Run only these rules or chapters (comma separated).",
        ),
        click.option("--extend-select", metavar="RULES", multiple=True, help="Run these rules as well."),
        click.option("--ignore", metavar="RULES", multiple=True, help="Leave these rules or chapters out."),
        click.option(
            "--severity",
            metavar="RULE=LEVEL",
            multiple=True,
            help="Set the level of a rule: error, warning, suggestion, off.",
        ),
        click.option(
            "--format",
            "format_name",
            metavar="NAME",
            help="Read files as this format, whatever they are called.",
        ),
        click.option(
            "--story-type", metavar="TYPE", help="Read articles as this type (news, opinion, live…)."
        ),
        click.option("--encoding", metavar="NAME", help="Encoding of files that are not UTF-8."),
        click.option(
            "--today", metavar="DATE", callback=_date, help="The day to judge dates by (default: today)."
        ),
    ]
    for decorator in reversed(decorators):
        command = decorator(command)
    return command


def run_options(command: F) -> F:
    """--jobs, --no-cache, --cache-dir."""
    decorators = [
        click.option("-j", "--jobs", metavar="N", help="Processes to use (default: auto)."),
        click.option("-n", "--no-cache", is_flag=True, help="Neither use nor keep answers of other runs."),
        click.option(
            "--cache-dir",
            metavar="FOLDER",
            type=click.Path(path_type=Path),
            help="Where answers are kept (default: the user's cache folder).",
        ),
    ]
    for decorator in reversed(decorators):
        command = decorator(command)
    return command


def open_cache(no_cache: bool, folder: Path | None) -> Cache:
    """The cache for a run; one that keeps nothing when it is switched off or has no place."""
    if no_cache:
        return Cache(None)
    if folder is None:
        place = cache_folder()
        folder = Path(place) if place else None
    return Cache(folder, time.time())


def process_count(option: str | None, config: Config) -> int:
    """How many processes to use. Raises click.BadParameter."""
    wanted = option or str(config.value("jobs"))
    if wanted == "auto":
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not wanted.isdigit() or int(wanted) < 1:
        raise click.BadParameter(
            f"“{wanted}” is no number of processes; write 4 or auto", param_hint="--jobs"
        )
    return int(wanted)


def _date(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError:
        raise click.BadParameter(f"“{value}” is no date; write 2026-05-31", context, parameter) from None


def words(values: Sequence[str]) -> list[str]:
    """`a,b` and repeated options as one list."""
    return [word.strip() for value in values for word in value.split(",") if word.strip()]


def severities(values: Sequence[str]) -> dict[str, str]:
    """RULE=LEVEL pairs. Raises click.BadParameter."""
    levels: dict[str, str] = {}
    for pair in words(values):
        name, sign, level = pair.partition("=")
        try:
            levels[name.strip()] = str(Severity.parse(level))
        except ValueError as error:
            reason = str(error) if sign else f"“{pair}” is not RULE=LEVEL"
            raise click.BadParameter(reason, param_hint="--severity") from None
    return levels


def make_layer(
    *,
    select: Sequence[str],
    extend_select: Sequence[str],
    ignore: Sequence[str],
    severity: Sequence[str],
    format_name: str | None = None,
    story_type: str | None = None,
    encoding: str | None = None,
    **more: Any,
) -> Layer:
    """The command line as a layer of config."""
    values: dict[str, Any] = {
        "select": words(select),
        "extend-select": words(extend_select),
        "ignore": words(ignore),
        "severity": severities(severity),
        "format": format_name,
        "story-type": story_type,
        "encoding": encoding,
        **more,
    }
    return command_line_layer({key: value for key, value in values.items() if value not in (None, [], {})})


def make_configs(
    layer: Layer,
    *,
    config_file: Path | None,
    isolated: bool,
    today: date | None,
    trust_python: bool = True,
    mirror: Mirror | None = None,
    cache: Cache | None = None,
) -> Configs:
    """The configs for a run in the working folder, or their copies in a mirror. Raises ConfigError."""
    from presslint.reading import NAMES

    format_name = layer.values.get("format")
    if format_name and format_name not in NAMES:
        raise click.BadParameter(f"“{format_name}”; known: {', '.join(NAMES)}", param_hint="--format")
    top = Config.load(
        Path.cwd(),
        file=config_file,
        isolated=isolated,
        command_line=layer if layer.values else None,
        trust_python=trust_python,
        today=today,
        mirror=mirror,
        cache=cache,
    )
    return Configs(
        top,
        nearest=config_file is None and not isolated,
        command_line=layer if layer.values else None,
        mirror=mirror,
    )
