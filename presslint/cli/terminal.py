"""What the screen can show: colour, width, hyperlinks."""

from __future__ import annotations

import os
import sys
from typing import TextIO


def wants_color(choice: str, stream: TextIO) -> bool:
    """`--color` wins, then NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, TERM=dumb, a CI log, a terminal."""
    if choice != "auto":
        return choice == "always"
    environment = os.environ
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR") or environment.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    if environment.get("TERM") == "dumb" or environment.get("CLICOLOR") == "0":
        return False
    if environment.get("GITHUB_ACTIONS") or environment.get("GITLAB_CI"):
        return True
    return stream.isatty()


def width(stream: TextIO) -> int:
    """Columns of the terminal; 100 where there is none."""
    if os.environ.get("COLUMNS", "").isdecimal():
        return max(int(os.environ["COLUMNS"]), 40)
    if not stream.isatty():
        return 100
    return max(os.get_terminal_size(stream.fileno()).columns, 40)


def has_hyperlinks(stream: TextIO) -> bool:
    """Whether the terminal is known to open OSC 8 links."""
    if os.environ.get("FORCE_HYPERLINK"):
        return os.environ["FORCE_HYPERLINK"] != "0"
    if not stream.isatty() or os.environ.get("CI") or os.environ.get("TERM") == "dumb":
        return False
    program = os.environ.get("TERM_PROGRAM", "")
    vte = os.environ.get("VTE_VERSION", "")
    return (
        program in ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper")
        or bool(os.environ.get("WT_SESSION") or os.environ.get("KITTY_WINDOW_ID"))
        or (vte.isdecimal() and int(vte) >= 5000)
    )


def is_ascii(stream: TextIO) -> bool:
    """Whether box characters and arrows would break on this stream."""
    try:
        "│╰…✖▲".encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return True
    return False


def put(text: str, stream: TextIO | None = None) -> None:
    """Text as it is on standard output; colours work on an old Windows console too."""
    if sys.platform == "win32":
        import click

        click.echo(text, file=stream, nl=False, color=True)
        return
    (stream or sys.stdout).write(text)


def say(line: str) -> None:
    """One line for people, on standard error; names of files and keys in it are not trusted."""
    from presslint.report import ReportOptions
    from presslint.report.screen import clean

    print(clean(line, ReportOptions(ascii=is_ascii(sys.stderr))), file=sys.stderr)
