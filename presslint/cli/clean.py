"""`presslint clean`: forget what was kept between runs."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click

from presslint.__main__ import cache_folder
from presslint.cli.arguments import options
from presslint.cli.options import CACHE_FOLDER
from presslint.warm import SUFFIX, is_ours


@click.command()
@options((CACHE_FOLDER,))
def command(cache_dir: Path | None) -> None:
    """Delete the answers of other runs; the next run reads everything anew."""
    place = cache_dir or cache_folder()
    if place is None:
        click.echo("nothing is kept: there is no cache folder")
        return
    folder = Path(place)
    # by name, as a folder that was named by mistake may hold other things
    files = [path for path in sorted(folder.glob("*.sqlite*")) if path.name.startswith(("answers-", "runs-"))]
    files += [path for path in sorted(folder.glob(f"*{SUFFIX}*")) if is_ours(path.name)]
    size = sum(path.stat().st_size for path in files)
    for path in files:
        path.unlink()
    with suppress(OSError):
        folder.rmdir()
    click.echo(f"{folder}: {len(files)} files of {size:,} bytes deleted")
