"""`presslint mcp`: tools for agents."""

from __future__ import annotations

import logging
from pathlib import Path

import click

from presslint.cli import OK, Misuse
from presslint.cli.options import open_index


@click.command()
@click.option(
    "--root",
    metavar="FOLDER",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path("."),
    help="The workspace: nothing outside it is read or written. Default: the working folder.",
)
def command(root: Path) -> int:
    """Serve an agent that speaks the Model Context Protocol, over standard input and output."""
    try:
        import mcp  # noqa: F401
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "mcp":
            raise
        raise Misuse("the tools for agents need mcp; install it with: pip install 'presslint[mcp]'") from None
    from presslint.server.agent import make_server

    logging.getLogger().addHandler(logging.NullHandler())
    make_server(root, open_index()).run("stdio")
    return OK
