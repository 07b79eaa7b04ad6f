"""`presslint config`: what is set, where it was set, and the schema of the file."""

from __future__ import annotations

import json
from pathlib import Path

import click

from presslint.cli.options import make_configs, make_layer
from presslint.config.defaults import DEFAULTS


@click.group()
def command() -> None:
    """Show the config that holds for a file, or the schema of config files."""


@command.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option(
    "--config",
    "config_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Read this config and no other.",
)
def show(path: Path | None, config_file: Path | None) -> None:
    """Print each value with the file and line it comes from; with PATH, also the rules that run on it."""
    layer = make_layer(select=(), extend_select=(), ignore=(), severity=())
    configs = make_configs(layer, config_file=config_file, isolated=False, today=None)
    config = configs.for_file(path) if path is not None else configs.top
    for key in DEFAULTS:
        if isinstance(DEFAULTS[key], dict):
            for inner in DEFAULTS[key]:
                click.echo(
                    f"{key}.{inner}: {json.dumps(config.value(key, inner))}  # {config.origin(key, inner)}"
                )
        else:
            click.echo(f"{key}: {json.dumps(config.value(key))}  # {config.origin(key)}")
    for layer in config.layers:  # keys that add up, or that nobody need set
        for key, value in layer.values.items():
            if key not in DEFAULTS:
                line = layer.line(key)
                click.echo(f"{key}: {json.dumps(value)}  # {layer.path}{f':{line}' if line else ''}")
    if path is not None:
        plan = config.plan(path)
        click.echo(f"rules for {path}:")
        for rule in plan.rules:
            options = "".join(f" {key}={value!r}" for key, value in rule.options().items())
            click.echo(f"  {rule.name} ({rule.severity}){options}")


@command.command()
def schema() -> None:
    """Print the JSON Schema of presslint.yaml, with the rules of the config's packs and their options."""
    from presslint.config.schema import schema as make

    layer = make_layer(select=(), extend_select=(), ignore=(), severity=())
    catalog = make_configs(layer, config_file=None, isolated=False, today=None).top.catalog
    click.echo(json.dumps(make(catalog.rules.values()), indent=2))


@command.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
def validate(path: Path | None) -> None:
    """Check a config file; print nothing but its name when it is right."""
    layer = make_layer(select=(), extend_select=(), ignore=(), severity=())
    config = make_configs(layer, config_file=path, isolated=False, today=None).top
    config.plan("story.md")
    click.echo(f"{config.layers[-1].path if config.layers else 'defaults'}: valid")
