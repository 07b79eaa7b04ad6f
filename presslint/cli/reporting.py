"""Where the reports of a run go, what they hold, and the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from msgspec import Struct
from msgspec.structs import replace

from presslint.cli import FINDINGS, OK, TROUBLE, Misuse
from presslint.cli.options import make_layer
from presslint.cli.terminal import has_hyperlinks, is_ascii, put, say, wants_color, width
from presslint.config.config import Config
from presslint.config.globs import own_place
from presslint.config.layers import Layer
from presslint.engine.run import Run
from presslint.model.finding import Severity
from presslint.report import FORMATS, HOST_FORMATS, TEXT_FORMATS, ReportOptions, UnknownFormat, chunks

Target = tuple[str, Path | None]  # a format and its file; None is standard output


class Printing(Struct, frozen=True):
    """The options that say what is printed, named as on the command line."""

    show: str | None
    fold: bool | None
    show_suppressed: bool
    show_baselined: bool
    statistics: str | None
    color: str
    quiet: bool

    def report_options(self, config: Config) -> ReportOptions:
        """How the reports are written on this screen under this config."""
        return ReportOptions(
            color=wants_color(self.color, sys.stdout),
            width=width(sys.stdout),
            hyperlinks=has_hyperlinks(sys.stdout),
            ascii=is_ascii(sys.stdout),
            fold=0 if self.fold is False else config.value("output", "fold"),
            show=Severity.parse(self.show or config.value("output", "show")),
            summary=not self.quiet,
            show_suppressed=self.show_suppressed,
            show_baselined=self.show_baselined,
            today=config.today,
            edit_url=config.value("output", "edit-url"),
            in_house=_in_house(config.root),
        )


def _in_house(root: Path) -> Mapping[str, str]:
    """How true each rule's findings are in this house, where somebody kept what people said of them."""
    from presslint.packs.verdicts import NAME, in_house, read_verdicts

    return {rule: str(each) for rule, each in in_house(read_verdicts(root / NAME)).items()}


SELECTING = ("select", "extend_select", "ignore", "severity", "format_name", "story_type", "encoding")
GATING = {"fail_on": "fail-on", "max_warnings": "max-warnings"}


def split_options(chosen: Mapping[str, Any]) -> tuple[Layer, Printing, dict[str, Any]]:
    """The options that the config could hold too, as a layer; those that print; and the others.

    A command that cannot choose rules has none of the first kind.
    """
    rest = dict(chosen)
    nothing: dict[str, Any] = {"select": (), "extend_select": (), "ignore": (), "severity": ()}
    selected = {name: rest.pop(name) for name in SELECTING if name in rest}
    gate = {key: rest.pop(name) for name, key in GATING.items()}
    printing = Printing(**{name: rest.pop(name) for name in Printing.__struct_fields__})
    return make_layer(**{**nothing, **selected, **gate}), printing, rest


def parse_outputs(outputs: Sequence[str], config: Config) -> list[Target]:
    """Where each report goes: as the command line says, then as the config says, and one on the screen.

    Raises Misuse.
    """
    targets = [*_named_outputs(outputs), *_configured_reports(config)]
    chosen = config.value("output", "format")
    if chosen not in FORMATS:
        raise Misuse(f"{config.origin('output', 'format')}: “output.format”: {UnknownFormat(chosen)}")
    on_screen = [name for name, target in targets if target is None]
    if len(on_screen) > 1:
        raise Misuse(
            f"--output: {' and '.join(on_screen)} both go to standard output; "
            f"give one a file, as in {on_screen[1]}:report"
        )
    return targets if on_screen else [(chosen, None), *targets]


def _named_outputs(outputs: Sequence[str]) -> Iterator[Target]:
    """The FORMAT[:PATH] pairs of the command line. Raises Misuse."""
    for output in outputs:
        name, sign, path = output.partition(":")
        if name not in FORMATS:
            raise Misuse(f"--output: {UnknownFormat(name)}")
        if sign and not path:
            raise Misuse(f"--output: “{output}” names no file after the colon")
        yield name, Path(path) if sign else None


def _configured_reports(config: Config) -> Iterator[Target]:
    """The reports that the config asks for, which are files. Raises Misuse."""
    for name, path in config.value("output", "reports").items():
        here = f"{config.origin('output', 'reports', name)}: “output.reports”"
        if name not in FORMATS:
            raise Misuse(f"{here}: {UnknownFormat(name)}")
        if not path or "\0" in path:
            raise Misuse(f"{here}: “{path}” is no name of a file for the {name} report")
        if not _is_harmless(config.root / path, config.root):
            raise Misuse(
                f"{here}: “{path}” is hidden, a file of the repository or outside of the config's folder; "
                f"a config writes no such file, the command line may: --output {name}:{path}"
            )
        yield name, config.root / path


def _is_harmless(target: Path, root: Path) -> bool:
    """Whether a config, which may have come with a change, may have a file written."""
    from presslint.config.gitfiles import git

    place = Path(os.path.realpath(target))
    if not place.is_relative_to(root.resolve()):
        return False
    inside = place.relative_to(root.resolve())
    if any(part.startswith(".") for part in inside.parts):
        return False
    return git("ls-files", "--error-unmatch", "--", str(place), folder=root) is None


def report(run: Run, targets: Sequence[Target], config: Config, printing: Printing) -> None:
    """Write the reports, then say on standard error what none of them told. Raises Misuse."""
    options = printing.report_options(config)
    unwritten: list[Misuse] = []
    for name, target in sorted(targets, key=lambda pair: pair[1] is None):  # files first: a screen may close
        if printing.statistics and target is None:
            put(tally(name, run, printing.statistics, options))
            continue
        try:
            write(name, target, run, options)
        except Misuse as error:
            unwritten.append(error)
    is_told = any(name in TEXT_FORMATS and target is None for name, target in targets)
    tell(run, quiet=printing.quiet, told=is_told)
    for other in unwritten[1:]:
        say(f"presslint: {other}")
    if unwritten:
        raise unwritten[0]


def hosted(run: Run) -> Run:
    """The run with paths from the top of the repository, as a host that shows it looks them up."""
    from presslint.config.gitfiles import repository_top

    here = Path.cwd().resolve()
    return run.seen_from(here, repository_top(here) or here)


def tally(name: str, run: Run, by: str, options: ReportOptions) -> str:
    """The findings counted, in the place of a report: a table, or JSON in the place of a data format."""
    from presslint.report.statistics import render, render_json

    return "".join(render(run, by, options)) if name in TEXT_FORMATS else render_json(run, by)


def write(name: str, target: Path | None, run: Run, options: ReportOptions) -> None:
    """Write one report to a file or to standard output. Raises Misuse."""
    told = hosted(run) if name in HOST_FORMATS else run
    if target is None:
        for piece in chunks(name, told, options if name in TEXT_FORMATS else replace(options, color=False)):
            put(piece)
        return
    plain = replace(options, color=False, hyperlinks=False, ascii=False, width=100)
    place = own_place(target)
    if any(place.name in result.path and place == own_place(Path(result.path)) for result in run.articles):
        raise Misuse(f"{target}: an article of this run; the {name} report is not written over it")
    try:
        if target.is_dir():
            raise Misuse(f"{target}: a folder; name a file in it, as in {name}:{target / 'report'}")
        target.parent.mkdir(parents=True, exist_ok=True)
        with written(target) as file:
            file.writelines(chunks(name, told, plain))
    except OSError as error:
        raise Misuse(f"{target}: the {name} report cannot be written: {error.strerror}") from None


@contextmanager
def written(target: Path) -> Iterator[TextIO]:
    """A file to write that is there in whole or not at all; a device or a pipe is written as it is.

    A link is replaced and not followed: in CI it may have come with the change.
    """
    is_stream = target.exists() and not target.is_file()
    place = target if is_stream else target.with_name(f".presslint-{os.getpid()}.part")
    try:
        with place.open("w", encoding="utf-8", newline="\n", errors="backslashreplace") as file:
            yield file
        if not is_stream:
            os.replace(place, target)
    except BaseException:
        if not is_stream:
            place.unlink(missing_ok=True)
        raise


def tell(run: Run, *, quiet: bool, told: bool) -> None:
    """Problems and notices on standard error; text reports on the screen have the problems already."""
    if not told:
        for problem in run.problems:
            say(f"presslint: {problem.place}: {problem.message}")
    for failure in run.failures:
        say(f"presslint: {failure}")
    if not quiet:
        for notice in run.notices:
            say(f"presslint: {notice}")


def exit_code(run: Run, config: Config, *, exit_zero: bool) -> int:
    """2 for trouble, 1 for findings at or above the gate, else 0."""
    if run.problems:
        return TROUBLE
    if exit_zero:
        return OK
    if run.failures:
        return FINDINGS
    gate = config.fail_on
    if gate is not None and run.worst >= gate and run.worst > Severity.OFF:
        return FINDINGS
    allowed = config.value("max-warnings")
    return FINDINGS if 0 <= allowed < run.counts.warnings else OK
