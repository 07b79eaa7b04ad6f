"""`presslint test`: the examples of rules prove the rules."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import click

from presslint.cli import FINDINGS, OK
from presslint.cli.arguments import completed
from presslint.cli.options import make_configs, make_layer
from presslint.config.discover import unreadable_kind
from presslint.engine.prove import prove
from presslint.packs.catalog import Catalog, Pack, RuleFileError, folder_pack, load_rule
from presslint.packs.rule import Rule
from presslint.report.tally import plural


@click.command()
@click.argument("packs", nargs=-1, metavar="[PACK|FILE]...", type=click.Path(path_type=Path))
@click.option(
    "--rule",
    "names",
    metavar="RULE",
    multiple=True,
    help="Only these rules.",
    shell_complete=completed("rule"),
)
@click.option("--python", is_flag=True, help="Run Python rules of the folders and files named.")
@click.option("-q", "--quiet", is_flag=True, help="Only what failed.")
def command(packs: Sequence[Path], names: Sequence[str], python: bool, quiet: bool) -> int:
    """Run the examples of rules: of the packs or rule files named, else of all rules of the config."""
    rules = gather(packs, python)
    if names:
        unknown = [name for name in names if name not in rules]
        if unknown:
            close = get_close_matches(unknown[0], rules, 1)
            hint = f"; did you mean “{close[0]}”?" if close else ""
            raise click.UsageError(f"no rule “{unknown[0]}” there{hint}")
        rules = {name: rules[name] for name in names}
    failed = examples = 0
    for name, rule in rules.items():
        verdicts = list(prove(rule))
        examples += len(verdicts)
        bad = [verdict for verdict in verdicts if not verdict.ok]
        failed += len(bad)
        if not verdicts:
            click.echo(f"{name}: no examples; a rule needs a Good and a Bad to be trusted")
        elif bad:
            click.echo(f"{name}: {len(bad)} of {plural(len(verdicts), 'example')} failed")
        elif not quiet:
            click.echo(f"{name}: {plural(len(verdicts), 'example')} held")
        for verdict in bad:
            click.echo(f"  example {verdict.number}: {verdict.word}: {verdict.detail}")
        for verdict in verdicts:
            if not verdict.asked and not quiet:
                click.echo(
                    f"  example {verdict.number} shows nothing: the rule passes it over before its check"
                )
    click.echo(f"{plural(len(rules), 'rule')}, {plural(examples, 'example')}, {failed} failed")
    return FINDINGS if failed else OK


def gather(packs: Sequence[Path], python: bool) -> dict[str, type[Rule]]:
    """The rules to prove, by name. Raises RuleFileError."""
    if not packs:
        layer = make_layer(select=(), extend_select=(), ignore=(), severity=())
        return dict(make_configs(layer, config_file=None, isolated=False, today=None).top.catalog.rules)
    rules: dict[str, type[Rule]] = {}
    for path in packs:
        if path.is_dir():
            catalog = Catalog([folder_pack(path, python=python)])
            for file, why in catalog.unread:
                raise RuleFileError(file, f"{why}; `presslint test --python` runs it")
            found = {name: rule for name, rule in catalog.rules.items() if rule.chapter != "suppression"}
            if not found:
                raise RuleFileError(
                    path, "holds no rules; a rule is a file called like-this.yaml or like_this.py"
                )
            rules.update(found)
        elif path.suffix == ".py" and not python:
            raise RuleFileError(path, "a Python rule; `presslint test --python` runs it")
        elif path.is_file():
            rule = load_rule(path, path.parent.name, Pack("file", path.parent))
            rules[rule.name] = rule
        else:
            raise RuleFileError(path, unreadable_kind(path))
    return rules
