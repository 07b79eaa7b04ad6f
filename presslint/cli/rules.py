"""`presslint rules`: every rule on one line."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from presslint.cli.arguments import completed
from presslint.cli.options import make_configs, make_layer
from presslint.cli.terminal import wants_color, width
from presslint.packs.rule import summary_of

COLORS = {"error": "red", "warning": "yellow", "suggestion": "blue"}


@click.command()
@click.option("--chapter", metavar="NAME", help="Only this chapter.", shell_complete=completed("chapter"))
@click.option(
    "--config",
    "config_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Read this config and no other.",
)
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour the output."
)
def command(chapter: str | None, config_file: Path | None, color: str) -> None:
    """List the rules by chapter, as this folder's config sets them."""
    layer = make_layer(select=(), extend_select=(), ignore=(), severity=())
    config = make_configs(layer, config_file=config_file, isolated=False, today=None).top
    catalog, running = config.catalog, {rule.name: rule for rule in config.plan("story.md").rules}
    if chapter is not None and chapter not in catalog.chapters:
        raise click.UsageError(f"no chapter “{chapter}”; there are {', '.join(catalog.chapters)}")
    colored, columns = wants_color(color, sys.stdout), width(sys.stdout)
    longest = max(len(name) for name in catalog.entries)
    for title, names in catalog.chapters.items():
        if chapter not in (None, title):
            continue
        click.echo(click.style(title or "other", bold=True) if colored else title or "other")
        for name in names:
            level = str(running[name].severity) if name in running else "off"
            shown = (
                click.style(f"{level:<10}", fg=COLORS.get(level, "bright_black"))
                if colored
                else f"{level:<10}"
            )
            summary = summary_of(catalog.entries[name].doc)
            room = columns - longest - 15
            if room < len(summary) and room > 10:
                summary = summary[: room - 1].rsplit(" ", 1)[0] + "…"
            click.echo(f"  {name:<{longest}}  {shown} {summary if room > 10 else ''}".rstrip())
