"""`presslint docs FOLDER`: a page for each rule and an index by chapter, derived from the rules."""

from __future__ import annotations

from pathlib import Path

import click

from presslint.engine.explain import index, is_page, page
from presslint.packs.catalog import Catalog, Pack, folder_pack, house
from presslint.report.tally import plural


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--pack", type=click.Path(path_type=Path), help="Rules of this folder instead of presslint's own."
)
@click.option("--python", is_flag=True, help="Run Python rules of the pack.")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 when a page is not up to date.")
def command(folder: Path, pack: Path | None, python: bool, check: bool) -> int:
    """Write the pages of all rules into FOLDER, and take out those of rules that are gone."""
    chosen: Pack = folder_pack(pack, python=python) if pack is not None else house()
    rules = Catalog([chosen]).rules
    pages = {f"{name}.md": page(rule) for name, rule in rules.items()}
    pages["README.md"] = index(list(rules.values()))
    if folder.exists() and not folder.is_dir():
        raise click.ClickException(f"{folder}: a file; name a folder for the pages")
    present = {path.name: path.read_text("utf-8", "replace") for path in folder.glob("*.md")}
    foreign = [name for name, text in sorted(present.items()) if not is_page(name, text)]
    if foreign:
        raise click.ClickException(
            f"{folder / foreign[0]}: no page of a rule, and nothing is written beside it; "
            "name a folder that the pages have to themselves"
        )
    old = [name for name, text in pages.items() if present.get(name) != text]
    gone = sorted(set(present) - set(pages))
    if check:
        for name in [*old, *gone]:
            click.echo(f"{folder / name}: not up to date; run presslint docs {folder}")
        return 1 if old or gone else 0
    folder.mkdir(parents=True, exist_ok=True)
    for name in old:
        (folder / name).write_text(pages[name], encoding="utf-8", newline="\n")
    for name in gone:
        (folder / name).unlink()
    click.echo(f"{plural(len(pages), 'page')}, {len(old)} written, {len(gone)} taken out")
    return 0
