"""`presslint server`: the language server, for editors."""

from __future__ import annotations

import logging
import os
import sys
from typing import BinaryIO

import click

from presslint.cli import OK, Misuse
from presslint.cli.options import open_index

EXTRA = "pygls", "lsprotocol"
UNSAID = 1  # the exit code that the protocol asks for when an editor goes without a goodbye


@click.command()
@click.option("--stdio", is_flag=True, help="Speak over standard input and output, as it does anyhow.")
def command(stdio: bool) -> int:
    """Serve an editor that speaks the Language Server Protocol, over standard input and output."""
    try:
        from presslint.server.language import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in EXTRA:
            raise
        raise Misuse(
            "the language server needs pygls; install it with: pip install 'presslint[lsp]'"
        ) from None
    logging.getLogger().addHandler(logging.NullHandler())  # what pygls notes is nobody's business here
    stdin, stdout = own_streams()
    return OK if serve(stdin, stdout, open_index()) else UNSAID


def own_streams() -> tuple[BinaryIO, BinaryIO]:
    """The streams of the protocol, for nobody else: what is printed elsewhere goes to standard error."""
    sys.stdout.flush()
    stdin, stdout = os.dup(sys.stdin.fileno()), os.dup(sys.stdout.fileno())
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, sys.stdin.fileno())
    os.close(nothing)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return os.fdopen(stdin, "rb"), os.fdopen(stdout, "wb")
