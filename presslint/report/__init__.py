"""From a run to a report: one file per output format, imported only when asked for.

`render(name, run, options)` gives the whole report as text. The same run gives the same bytes. A
format never prints and never reads the environment: what a terminal can do comes in `ReportOptions`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from importlib import import_module

from msgspec import Struct

from presslint.engine.run import Run
from presslint.model.errors import PresslintError
from presslint.model.finding import Severity

# format -> module of presslint.report; each module offers `render(run, options) -> Iterator[str]`
FORMATS: Mapping[str, str] = {
    "full": "full",
    "concise": "concise",
    "grouped": "grouped",
    "json": "json",
    "json-lines": "json_lines",
    "sarif": "sarif",
    "github": "github",
    "github-summary": "github_summary",
    "gitlab": "gitlab",
    "junit": "junit",
    "checkstyle": "checkstyle",
    "rdjson": "rdjson",
    "rdjsonl": "rdjsonl",
    "azure": "azure",
    "pylint": "pylint",
    "line": "line",
    "markdown": "markdown",
    "html": "html",
}

# formats for people at a terminal or in a log; the others are files, always UTF-8
TEXT_FORMATS = frozenset({"full", "concise", "grouped", "pylint", "line"})

# formats whose paths a host looks up in the repository, from its top
HOST_FORMATS = frozenset({"github", "github-summary", "gitlab", "azure", "sarif", "rdjson", "rdjsonl"})

# formats that set the article itself, so that the engine must keep `ArticleResult.article`
ARTICLE_FORMATS = frozenset({"html"})


class ReportOptions(Struct, frozen=True):
    """What the reader wants to see and what the reader's screen can show.

    `show` is the lowest severity that text formats spell out; what lies below is one line with a
    count. Data formats (json, sarif, …) always carry everything. `fold` is how many findings of one
    rule in one article `full` shows before “and N more”; 0 never folds. `today` is printed by
    reports that carry a date and left out when None, so that output stays reproducible.
    """

    color: bool = False
    width: int = 100
    hyperlinks: bool = False
    ascii: bool = False
    fold: int = 5
    show: Severity = Severity.WARNING
    summary: bool = True  # close text reports with the counts
    show_suppressed: bool = False
    show_baselined: bool = False
    today: date | None = None
    title: str = ""  # of an html or markdown report; a default is used when empty
    edit_url: str = ""  # of an html report: where a story is edited, with {path} and {line}
    in_house: Mapping[str, str] = {}  # of an html report: how true each rule's findings are here


class UnknownFormat(PresslintError):
    """A format that presslint does not write."""

    def __init__(self, name: str):
        from difflib import get_close_matches

        close = get_close_matches(name, FORMATS, 1)
        hint = f"did you mean “{close[0]}”?" if close else f"use one of {', '.join(FORMATS)}"
        super().__init__(f"no output format “{name}”; {hint}")
        self.name = name


def chunks(name: str, run: Run, options: ReportOptions = ReportOptions()) -> Iterator[str]:
    """The report piece by piece, for runs that are larger than memory likes. Raises UnknownFormat."""
    if name not in FORMATS:
        raise UnknownFormat(name)
    module = import_module(f"presslint.report.{FORMATS[name]}")
    return (_encodable(piece) for piece in module.render(run, options))


def _encodable(text: str) -> str:
    """Half a character (a lone surrogate out of a JSON escape) cannot be written to any file."""
    if text.isascii():
        return text
    return text.encode("utf-8", "replace").decode("utf-8")


def render(name: str, run: Run, options: ReportOptions = ReportOptions()) -> str:
    """The whole report as text that ends in a line end, or empty. Raises UnknownFormat."""
    return "".join(chunks(name, run, options))
