"""The command line: one file per command; only here does presslint print, exit or read the environment."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

OK, FINDINGS, TROUBLE, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 130, 141

# command -> module of presslint.cli that holds it as `command`
COMMANDS = {
    "check": "check",
    "ci": "ci",
    "baseline": "baseline",
    "parse": "parse",
    "report": "report",
    "rule": "rule",
    "rules": "rules",
    "test": "prove",
    "init": "init",
    "config": "config",
    "docs": "docs",
}


class Group(click.Group):
    """Commands are imported when they are called, so that one does not pay for the others."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        module = COMMANDS.get(name)
        if module is None:
            return None
        command: click.Command = import_module(f"presslint.cli.{module}").command
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
@click.version_option(
    None, "-V", "--version", package_name=None, prog_name="presslint", message="%(prog)s %(version)s"
)
@click.pass_context
def presslint(context: click.Context) -> None:
    """Read articles as an editor does, and report what an editor would mark."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def _version_option() -> None:
    """click would ask the installed package for its version, which is slow; we know it."""
    from presslint import __version__

    for option in presslint.params:
        if option.name == "version":

            def show(context: click.Context, parameter: click.Parameter, value: bool) -> None:
                if value and not context.resilient_parsing:
                    click.echo(f"presslint {__version__}")
                    context.exit()

            option.callback = show


_version_option()


def run(arguments: Sequence[str]) -> int:
    """The exit code for a command line. Every failure is one line on standard error."""
    _utf8_streams()
    try:
        code = presslint.main(list(arguments), prog_name="presslint", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else OK
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "presslint"
        return _fail(f"{error.format_message()} (see {where} --help)")
    except click.ClickException as error:
        return _fail(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        _say("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # the reader of our output has gone; writing what is buffered would fail again at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except SystemExit as stop:
        # click turns a closed pipe into exit code 1, which would read as findings
        closed = type(sys.stdout).__name__.endswith("PacifyFlushWrapper")
        return BROKEN_PIPE if closed else int(stop.code or 0)
    except Exception as error:
        return _failure(error)


def _failure(error: Exception) -> int:
    from presslint.baseline import BaselineError
    from presslint.catalog import RuleFileError
    from presslint.changes import BaseError
    from presslint.config import ConfigError
    from presslint.report.load import SavedRunError
    from presslint.rule import OptionError
    from presslint.source import SourceError

    expected = (BaseError, BaselineError, ConfigError, OptionError, RuleFileError, SavedRunError, SourceError)
    if isinstance(error, expected):
        return _fail(str(error))
    if os.environ.get("PRESSLINT_TRACEBACK"):
        raise error
    if isinstance(error, OSError):
        return _fail(f"{error.filename or 'input or output'}: {error.strerror or error}")
    return _fail(
        f"internal error: {type(error).__name__}: {error}; please report it with the output of "
        "PRESSLINT_TRACEBACK=1 presslint …"
    )


def _fail(message: str) -> int:
    _say(message)
    return TROUBLE


def _say(message: Any) -> None:
    line = " ".join(str(message).split())
    with suppress(OSError, ValueError):
        print(f"presslint: {line}", file=sys.stderr)


def _utf8_streams() -> None:
    """Windows consoles and bare locales cannot print every character; never die of that."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if (stream.encoding or "").lower().replace("-", "") == "utf8":
            reconfigure(errors="backslashreplace")
        elif stream.isatty():
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")
