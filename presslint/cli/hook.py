"""`presslint hook`: `check` as pre-commit calls it, on the files that it names."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from presslint.cli.terminal import say

FROM = "PRE_COMMIT_FROM_REF"  # set for a push, and for `pre-commit run --from-ref`
WHOLE = "the named articles are judged whole"


@click.command(context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: Sequence[str]) -> int:
    """Check the files that pre-commit names; takes the options of `check`.

    With --new only what the commit brings is reported: of a commit what is staged, of a push or a run with
    --from-ref what came since that revision. Where nothing is staged (pre-commit run --all-files) the named
    articles are judged whole.
    """
    from presslint.cli import run

    return run(["hook", *arguments])


def as_check(arguments: Sequence[str], environment: Mapping[str, str], folder: Path) -> list[str]:
    """The command line of `check` that a call of the hook stands for.

    A name of a file is never an option, whatever it begins with. Raises BaseError.
    """
    words = [f"./{word}" if word.startswith("-") and os.path.lexists(word) else word for word in arguments]
    if "--new" not in words:
        return ["check", "--force-exclude", *words]
    words.remove("--new")
    return ["check", "--force-exclude", *_base(environment, folder), *words]


def _base(environment: Mapping[str, str], folder: Path) -> list[str]:
    from presslint.gate.changes import staged

    since = environment.get(FROM, "")
    if since.strip("0"):
        return ["--new-from-rev", since]
    if staged(folder).changes:
        return ["--staged"]
    say(f"presslint: nothing is staged, so {WHOLE}")
    return []
