"""The command line as click knows it: every command, help, completion and what is wrong with a line."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from presslint import __version__
from presslint.cli import OK, Misuse
from presslint.cli.arguments import spelled_out
from presslint.cli.options import FIX_OPTIONS, OUTPUT_OPTIONS

# command -> module of presslint.cli that holds it as `command`
COMMANDS = {
    "check": "",  # made below: plain lines are read without click
    "hook": "hook",
    "ci": "ci",
    "baseline": "baseline",
    "parse": "parse",
    "why": "why",
    "report": "report",
    "rule": "rule",
    "rules": "rules",
    "test": "prove",
    "init": "init",
    "config": "config",
    "server": "server",
    "mcp": "mcp",
    "docs": "docs",
    "scan": "scan",
    "impact": "impact",
    "clean": "clean",
}


# a group of commands called without one; older versions of click print its help themselves
HELP: tuple[type[click.UsageError], ...] = tuple(
    filter(None, [getattr(click.exceptions, "NoArgsIsHelpError", None)])
)


class Group(click.Group):
    """Commands are imported when they are called, so that one does not pay for the others."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = COMMANDS[name]
        command: click.Command = import_module(f"presslint.cli.{module}").command if module else _check()
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if name not in COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            close = get_close_matches(name, COMMANDS, 1)
            hint = f"did you mean “{close[0]}”?" if close else f"use one of {', '.join(COMMANDS)}"
            if os.path.exists(name):
                hint = f"to check that file or folder: presslint check {name}"
            raise click.UsageError(f"no command “{name}”; {hint}")
        return super().resolve_command(context, args)


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "PRESSLINT"},
    invoke_without_command=True,
)
# click would ask the installed package for its version, which is slow; we know it
@click.version_option(__version__, "-V", "--version", prog_name="presslint", message="%(prog)s %(version)s")
@click.pass_context
def presslint(context: click.Context) -> None:
    """Read articles as an editor does, and report what an editor would mark."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def _check() -> click.Command:
    from presslint.cli.arguments import options
    from presslint.cli.check import OPTIONS, check

    @click.command(help=check.__doc__)
    @click.argument("paths", nargs=-1, metavar="[PATHS]... | -", type=click.Path(allow_dash=True))
    @options(OPTIONS)
    def command(paths: Sequence[str], **chosen: Any) -> int:
        return check(paths, **chosen)

    return command


def _complaint(error: click.UsageError) -> str:
    """What is wrong with a command line, in the words of the other messages."""
    parameter = getattr(error, "param", None)
    kind = getattr(parameter, "type", None)
    name = parameter.opts[-1] if isinstance(parameter, click.Option) else ""
    if isinstance(error, click.NoSuchOption):
        close = f"; did you mean {' or '.join(error.possibilities)}?" if error.possibilities else ""
        return f"no option {error.option_name}{close}"
    if isinstance(error, click.BadOptionUsage):
        return f"{error.option_name}: takes a value, and none is there"
    if isinstance(error, click.MissingParameter):
        return f"{name or getattr(parameter, 'human_readable_name', 'a word')} is missing"
    if isinstance(error, click.BadParameter) and isinstance(kind, click.Choice):
        given = error.message.partition("'")[2].partition("' is not")[0]
        return f"{name}: no “{given}”; use one of {', '.join(map(str, kind.choices))}"
    extra = re.fullmatch(r"Got unexpected extra arguments? \((.*)\)", error.message)
    if extra is not None:
        return f"there is nothing to do with “{extra[1]}”"
    unknown = re.fullmatch(r"No such command '(.*?)'.*", error.message, re.DOTALL)
    if unknown is not None and error.ctx is not None and isinstance(error.ctx.command, click.Group):
        known = error.ctx.command.list_commands(error.ctx)
        return f"no command “{unknown[1]}”; use one of {', '.join(known)}"
    return error.format_message()


def call(arguments: Sequence[str]) -> int:
    """Run a command line. Raises Misuse and what the command raises."""
    streams = sys.stdout, sys.stderr
    words = spelled_out(arguments, (*FIX_OPTIONS, *OUTPUT_OPTIONS))
    try:
        code = presslint.main(words, prog_name="presslint", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except HELP as error:
        click.echo(error.format_message())
        return OK
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "presslint"
        raise Misuse(f"{_complaint(error)} (see {where} --help)") from None
    except click.ClickException as error:
        raise Misuse(error.format_message()) from None
    except click.Abort:
        raise KeyboardInterrupt from None
    except SystemExit:
        if sys.stdout is streams[0]:
            raise
        # click puts a mute stream in the place of a closed pipe and exits with 1, which reads as findings
        sys.stdout, sys.stderr = streams
        raise BrokenPipeError from None
    return code if isinstance(code, int) else OK
