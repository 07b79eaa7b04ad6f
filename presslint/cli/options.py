"""Options that several commands share, and the config they make."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from presslint.cli import Misuse
from presslint.cli.arguments import Option, Table
from presslint.config.config import Config, Configs
from presslint.config.layers import Layer, Mirror, command_line_layer
from presslint.model.finding import Severity
from presslint.packs.cache import Cache
from presslint.packs.index import Index
from presslint.report import FORMATS

if TYPE_CHECKING:
    from presslint.config.valeproject import ValeFlags


def _date(text: str) -> date:
    """Raises Misuse."""
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise Misuse(f"--today: “{text}” is no date; write 2026-05-31") from None


def _count(text: str) -> int:
    """Raises Misuse."""
    if not text.isdecimal():
        raise Misuse(f"--max-warnings: “{text}” is no number of warnings; write 0 or more")
    return int(text)


def _path(text: str) -> Path:
    """Raises Misuse for an empty word, which would mean the working folder."""
    if not text:
        raise Misuse("an option that takes a file or a folder was given an empty name")
    return Path(text)


MOST_PROCESSES = 61  # what Windows can wait for, and more than any run needs
CONFIG_FILE = Option(
    ("--config",),
    "Read this config and no other.",
    metavar="FILE",
    name="config_file",
    convert=_path,
    completed="file",
)
CACHE_FOLDER = Option(
    ("--cache-dir",),
    "Where answers are kept (default: the user's cache folder).",
    metavar="FOLDER",
    convert=_path,
)
COLOR = Option(("--color",), "Colour the output.", choices=("auto", "always", "never"), default="auto")
RULE_OPTIONS: Table = (
    CONFIG_FILE,
    Option(("--isolated",), "Read no config at all."),
    Option(
        ("--select",),
        "Run only these rules or chapters (comma separated).",
        metavar="RULES",
        many=True,
        completed="rules",
    ),
    Option(("--extend-select",), "Run these rules as well.", metavar="RULES", many=True, completed="rules"),
    Option(
        ("--ignore",), "Leave these rules or chapters out.", metavar="RULES", many=True, completed="rules"
    ),
    Option(
        ("--severity",),
        "Set the level of a rule: error, warning, suggestion, off.",
        metavar="RULE=LEVEL",
        many=True,
        completed="severity",
    ),
    Option(
        ("--format",),
        "Read files as this format, whatever they are called.",
        metavar="NAME",
        name="format_name",
        completed="reading",
    ),
    Option(
        ("--story-type",),
        "Read articles as this type (news, opinion, live…).",
        metavar="TYPE",
        completed="story-type",
    ),
    Option(("--encoding",), "Encoding of files that are not UTF-8.", metavar="NAME"),
    Option(("--today",), "The day to judge dates by (default: today).", metavar="DATE", convert=_date),
)
VALE_OPTIONS: Table = (
    Option(
        ("--vale",), "Run the Vale project around the working folder: its .vale.ini, and Vale's rules only."
    ),
    Option(("--filter",), "With --vale: run only the rules that fit an expression.", metavar="EXPRESSION"),
    Option(
        ("--minAlertLevel",),
        "With --vale: the lowest level that runs.",
        choices=("suggestion", "warning", "error"),
        name="min_alert_level",
    ),
    Option(("--ext",), "With --vale: read files as if they had this suffix.", metavar="SUFFIX"),
    Option(("--glob",), "With --vale: read only files that match.", metavar="GLOB"),
    Option(("--ignore-syntax",), "With --vale: read every file as plain text."),
)
RUN_OPTIONS: Table = (
    Option(("-j", "--jobs"), "Processes to use (default: auto).", metavar="N"),
    Option(("-n", "--no-cache"), "Neither use nor keep answers of other runs."),
    CACHE_FOLDER,
)
BASE_OPTIONS: Table = (
    Option(("--new-from-rev",), "Only what is new since a revision.", metavar="REV"),
    Option(("--new-from-merge-base",), "Only what is new since HEAD left a branch.", metavar="REF"),
    Option(("--staged",), "Only what the staged changes bring; reads the index."),
    Option(("--changed",), "Only what uncommitted changes bring."),
)
BASELINE_OPTIONS: Table = (
    Option(
        ("--baseline",),
        "Findings that are known (default: .presslint-baseline.jsonl beside the config).",
        metavar="FILE",
        name="baseline_file",
        completed="file",
        convert=_path,
    ),
    Option(("--no-baseline",), "Take no finding as known."),
    Option(
        ("--stale-baseline",),
        "What entries are that match nothing any more (default: warn).",
        choices=("ignore", "warn", "error"),
    ),
)
FIX_OPTIONS: Table = (
    Option(("--fix",), "Mend what is mechanical, in place."),
    Option(("--unsafe-fixes",), "With --fix or --diff: fixes that change words as well."),
    Option(
        ("--diff",),
        "Show what --fix would do and write nothing; exit 1 if it would do something.",
        choices=("lines", "words"),
        bare="lines",
    ),
    Option(("--interactive",), "Go through the findings one by one."),
    Option(("--exit-non-zero-on-fix",), "Exit 1 when something was mended."),
)
OUTPUT_OPTIONS: Table = (
    Option(
        ("--fail-on",),
        "Exit 1 from this severity (default: error).",
        choices=("error", "warning", "suggestion", "never"),
    ),
    Option(("--max-warnings",), "Exit 1 above N warnings.", metavar="N", convert=_count),
    Option(
        ("--show",),
        "Lowest severity that text output spells out (default: warning).",
        choices=("error", "warning", "suggestion"),
    ),
    Option(
        ("--output",),
        f"Report format; repeat it for several reports. One of {', '.join(FORMATS)}.",
        metavar="FORMAT[:PATH]",
        name="outputs",
        many=True,
        completed="report",
    ),
    Option(
        ("--fold/--no-fold",),
        "Tell repeats in an article, and what all articles of a folder lack, as one finding (default: fold).",
    ),
    Option(("--show-suppressed",), "List suppressed findings too."),
    Option(("--show-baselined",), "List known findings too."),
    Option(
        ("--statistics",),
        "Count the findings instead of listing them: by rule, chapter, file, section or author.",
        choices=("rule", "chapter", "file", "section", "author"),
        bare="rule",
    ),
    Option(("--exit-zero",), "Exit 0 whatever is found; trouble still exits 2."),
    COLOR,
    Option(("-q", "--quiet"), "Findings and problems only: no notices, no counts."),
)


def open_cache(no_cache: bool, folder: Path | None) -> Cache:
    """The cache for a run; one that keeps nothing when it is switched off or has no place."""
    if no_cache:
        return Cache(None)
    return Cache(folder or cache_folder(), time.time())


def open_index(folder: Path | None = None) -> Index:
    """The index of rules for a run; PRESSLINT_NO_INDEX=1 has every rule read anew."""
    return Index(None if os.environ.get("PRESSLINT_NO_INDEX") else folder or cache_folder())


def cache_folder() -> Path | None:
    """The user's cache folder for presslint; never a folder of the tree that is checked."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base, "presslint") if os.path.isabs(base) else None


def process_count(option: str | None, config: Config) -> int:
    """How many processes to use. Raises Misuse."""
    wanted = option or str(config.value("jobs"))
    if wanted == "auto":
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not wanted.isdecimal() or int(wanted) < 1:
        where = "--jobs" if option else f"{config.origin('jobs')}: “jobs”"
        raise Misuse(f"{where}: “{wanted}” is no number of processes; write 4 or auto")
    return min(int(wanted), MOST_PROCESSES)


def words(values: Sequence[str]) -> list[str]:
    """`a,b` and repeated options as one list."""
    return [word.strip() for value in values for word in value.split(",") if word.strip()]


def severities(values: Sequence[str]) -> dict[str, str]:
    """RULE=LEVEL pairs. Raises Misuse."""
    levels: dict[str, str] = {}
    for pair in words(values):
        name, sign, level = pair.partition("=")
        try:
            levels[name.strip()] = str(Severity.parse(level))
        except ValueError as error:
            reason = str(error) if sign else f"“{pair}” is not RULE=LEVEL"
            raise Misuse(f"--severity: {reason}") from None
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


def vale_flags(rest: dict[str, Any]) -> ValeFlags | None:
    """Vale's own options, taken out of the others; None without --vale. Raises Misuse."""
    is_on = rest.pop("vale")
    given = {
        "least": rest.pop("min_alert_level") or "",
        "filter": rest.pop("filter") or "",
        "glob": rest.pop("glob") or "",
        "suffix": rest.pop("ext") or "",
        "is_plain": rest.pop("ignore_syntax"),
    }
    if is_on:
        from presslint.config.valeproject import ValeFlags

        return ValeFlags(**given)
    if any(given.values()):
        raise Misuse("--filter, --minAlertLevel, --ext, --glob and --ignore-syntax go with --vale")
    return None


def make_configs(
    layer: Layer,
    *,
    config_file: Path | None,
    isolated: bool,
    today: date | None,
    trust_python: bool = True,
    mirror: Mirror | None = None,
    cache: Cache | None = None,
    index: Index | None = None,
    vale: ValeFlags | None = None,
) -> Configs:
    """The configs for a run in the working folder, or their copies in a mirror. Raises ConfigError."""
    from presslint.reading import NAMES

    format_name = layer.values.get("format")
    if format_name and format_name not in NAMES:
        raise Misuse(f"--format: no format “{format_name}”; use one of {', '.join(NAMES)}")
    if vale is not None:
        if isolated:
            raise Misuse("--vale reads a .vale.ini, --isolated no config at all; choose one")
        top = Config.of_vale(
            Path.cwd(),
            vale,
            file=config_file,
            command_line=layer if layer.values else None,
            today=today,
            mirror=mirror,
            cache=cache,
            index=index or open_index(),
        )
        return Configs(top, nearest=False, mirror=mirror)
    top = Config.load(
        Path.cwd(),
        file=config_file,
        isolated=isolated,
        command_line=layer if layer.values else None,
        trust_python=trust_python,
        today=today,
        mirror=mirror,
        cache=cache,
        index=index or open_index(),
    )
    return Configs(
        top,
        nearest=config_file is None and not isolated,
        command_line=layer if layer.values else None,
        mirror=mirror,
    )
