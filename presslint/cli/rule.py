"""`presslint rule NAME`: the page of a rule."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from presslint.cli.arguments import completed
from presslint.cli.options import make_configs, make_layer
from presslint.packs.rule import Rule
from presslint.packs.verdicts import NAME, InHouse, in_house, read_verdicts


@click.command()
@click.argument("name", required=False, shell_complete=completed("rule"))
@click.option("--all", "every", is_flag=True, help="All rules.")
@click.option(
    "--config",
    "config_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Read this config and no other.",
)
@click.option(
    "--output", "form", type=click.Choice(["markdown", "json"]), default="markdown", help="How to print it."
)
def command(name: str | None, every: bool, config_file: Path | None, form: str) -> None:
    """Explain a rule: why, options, examples with what presslint says of them."""
    from presslint.engine.explain import page

    if (name is None) != every:
        raise click.UsageError("name a rule, or say --all; `presslint rules` lists them")
    layer = make_layer(select=(), extend_select=(), ignore=(), severity=())
    config = make_configs(layer, config_file=config_file, isolated=False, today=None).top
    catalog = config.catalog
    judged = in_house(read_verdicts(config.root / NAME))
    if every:
        chosen = list(catalog.rules.values())
    else:
        found = catalog.resolve(str(name))
        if found is None:
            raise click.UsageError(
                f"no rule “{name}”{catalog.nearest(str(name)) or '; `presslint rules` lists them'}"
            )
        chosen = [catalog.rule(found)]
    if form == "json":
        described = [describe(rule, judged.get(rule.name)) for rule in chosen]
        click.echo(json.dumps(described if every else described[0], indent=2, ensure_ascii=False))
    else:
        click.echo("\n\n".join(_page(page(rule), judged.get(rule.name)) for rule in chosen))


def _page(text: str, judged: InHouse | None) -> str:
    """A rule's page, with how true it is in this house."""
    return f"{text.rstrip()}\n\n## In this house\n\n{judged}" if judged else text.rstrip()


def describe(rule: type[Rule], judged: InHouse | None = None) -> dict[str, Any]:
    """A rule as data, for scripts."""
    from presslint.engine.checking import RULE_PAGES
    from presslint.engine.explain import fix_levels, measured

    return {
        "name": rule.name,
        "chapter": rule.chapter,
        "summary": rule.summary(),
        "why": rule.why(),
        "severity": str(rule.severity),
        "default": rule.default_on,
        "fix": list(fix_levels(rule)),
        "needs": sorted(rule.needs),
        "languages": sorted(rule.languages),
        "silent-for": sorted(rule.not_for),
        "options": rule.options_model().model_json_schema().get("properties", {}),
        "measured": measured(rule),
        "in-house": {"read": judged.read, "accepted": judged.accepted} if judged else None,
        "sources": list(rule.sources),
        "former-names": list(rule.was),
        "url": RULE_PAGES.format(rule.name),
    }
