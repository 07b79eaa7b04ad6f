"""`presslint scan`: a table of articles to a table of findings."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from presslint.cli import OK, Misuse
from presslint.cli.arguments import Option, options
from presslint.cli.options import CONFIG_FILE, make_configs, open_cache, open_index, process_count
from presslint.cli.running import progress
from presslint.cli.terminal import say
from presslint.config.layers import command_line_layer

OPTIONS = (
    CONFIG_FILE,
    Option(("--isolated",), "Read no config at all."),
    Option(
        ("--columns",),
        "Which column is which field, comma separated: id=slug,body=text,headline=title.",
        metavar="FIELD=COLUMN",
        many=True,
    ),
    Option(("--output",), "Where the findings go: .parquet, .csv or .jsonl.", metavar="FILE"),
    Option(
        ("--site",),
        "Compare the articles with each other and with those whose digests FILE holds; it then holds these too.",
        metavar="FILE",
    ),
    Option(
        ("--groups",),
        "With --site: where spellings of tags and authors and repeated paragraphs go: .parquet, .csv or .jsonl.",
        metavar="FILE",
    ),
    Option(("-j", "--jobs"), "Processes to use (default: auto).", metavar="N"),
    Option(("--deadline",), "Seconds for each article (default: none).", metavar="SECONDS"),
    Option(("--rows",), "Articles of a batch (default: 500).", metavar="N"),
    Option(("--restart",), "Forget what an earlier scan to the same output has done."),
)


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=click.Path())
@options(OPTIONS)
def command(inputs: Sequence[str], **chosen: Any) -> int:
    """Scan tables of articles: Parquet, JSON Lines, JSON or CSV, or folders of them.

    A scan that was stopped goes on where it was when the same command is given again.
    """
    try:
        from presslint.scan import Columns
        from presslint.scan.archive import ROWS, Scan, run
        from presslint.scan.tables import tables
    except ImportError:
        raise Misuse("scan asks for packages more: pip install 'presslint[scan]'") from None
    if not chosen["output"]:
        raise Misuse("say where the findings go: --output findings.parquet")
    if chosen["groups"] and not chosen["site"]:
        raise Misuse("--groups tells what a comparison found; add --site digests.parquet")
    words = [word for value in chosen["columns"] for word in value.split(",") if word.strip()]
    configs = make_configs(
        command_line_layer({}),
        config_file=chosen["config_file"],
        isolated=chosen["isolated"],
        today=None,
        cache=open_cache(True, None),
        index=open_index(None),
    )
    scan = Scan(
        inputs=tables([Path(name) for name in inputs]),
        columns=Columns.parse(words),
        config=configs.top,
        output=Path(chosen["output"]),
        jobs=process_count(chosen["jobs"], configs.top),
        rows=int(_number("--rows", chosen["rows"], whole=True) or ROWS),
        deadline=_number("--deadline", chosen["deadline"]),
        site=Path(chosen["site"]) if chosen["site"] else None,
        groups=Path(chosen["groups"]) if chosen["groups"] else None,
    )
    if chosen["restart"] and scan.parts.is_dir():
        shutil.rmtree(scan.parts)
    try:
        with progress(what="articles") as drawn:
            tally = run(scan, drawn)
    except KeyboardInterrupt:
        say(f"presslint: stopped; the same command goes on where it was ({scan.parts})")
        raise
    levels = ", ".join(
        f"{tally.findings.get(level, 0):,} {level}s" for level in ("error", "warning", "suggestion")
    )
    again = f" ({tally.resumed:,} of them done before)" if tally.resumed else ""
    click.echo(
        f"{tally.articles:,} articles{again}: {levels}, {tally.problems:,} problems; written to {scan.output}"
    )
    sys.stdout.flush()
    return OK


def _number(option: str, given: str | None, *, whole: bool = False) -> float | None:
    """A number above 0 of an option. Raises Misuse."""
    if given is None:
        return None
    try:
        value = int(given) if whole else float(given)
    except ValueError:
        value = 0
    if not value > 0:
        raise Misuse(f"{option}: “{given}” is no number above 0")
    return value
