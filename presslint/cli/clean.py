"""`presslint clean`: forget what was kept between runs."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click

from presslint.cli.arguments import options
from presslint.cli.options import CACHE_FOLDER, cache_folder


@click.command()
@options((CACHE_FOLDER,))
def command(cache_dir: Path | None) -> None:
    """Delete the answers of other runs and the index of rules; the next run reads everything anew."""
    folder = cache_dir or cache_folder()
    if folder is None:
        click.echo("nothing is kept: there is no cache folder")
        return
    # by name, as a folder that was named by mistake may hold other things
    files = [*sorted(folder.glob("answers-*.sqlite*")), *sorted(folder.glob("index-*.json*"))]
    size = sum(path.stat().st_size for path in files)
    for path in files:
        path.unlink()
    with suppress(OSError):
        folder.rmdir()
    click.echo(f"{folder}: {len(files)} files of {size:,} bytes deleted")
