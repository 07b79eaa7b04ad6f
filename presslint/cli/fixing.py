"""`--fix`, `--diff` and `--interactive`: what is mechanical is mended, what needs judgement is offered."""

from __future__ import annotations

import difflib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click
from msgspec import Struct, field
from msgspec.structs import replace

from presslint.article import Article
from presslint.cli.terminal import say
from presslint.config.config import Config, Configs
from presslint.engine.checking import Checked, check_bytes, check_one, is_plain
from presslint.engine.fix import (
    Chosen,
    Pick,
    Reading,
    WriteError,
    choose,
    splice,
    write_back,
)
from presslint.engine.library import mend_text
from presslint.engine.run import ArticleResult, Fixed, Run
from presslint.engine.suppress import suppression_edit
from presslint.gate.changes import Base
from presslint.model.digest import digest
from presslint.model.finding import Finding, Fix
from presslint.model.problem import FileProblem
from presslint.model.source import Source, SourceError
from presslint.report import ReportOptions, render
from presslint.report.excerpt import excerpt
from presslint.report.screen import clean, without_commands

AROUND = 40  # characters shown on either side of a fix
RUNNERS = frozenset(("GITHUB_ACTIONS", "TF_BUILD"))  # builds whose log acts on what is printed


class Outcome(Struct):
    """What fixing did to the files of a run."""

    results: list[ArticleResult] = field(default_factory=list)
    problems: list[FileProblem] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    fixed: list[Fixed] = field(default_factory=list)
    texts: list[tuple[str, str, str]] = field(default_factory=list)  # file, before, after


class Mending(Struct, frozen=True):
    """How files are mended."""

    pick: Callable[[Path], Pick]
    may_pick: Callable[[Reading], bool]  # whether `pick` would find something, told at a glance
    known: Callable[[str], frozenset[str]]  # fingerprints of a file that are no business of this run
    write: bool
    has_ended: Callable[[], bool] = lambda: False  # whether the person at the keyboard has had enough


def fix_files(
    files: Sequence[Path],
    configs: Configs,
    mending: Mending,
    *,
    base: Base | None = None,
    keep_article: bool = False,
) -> Outcome:
    """Mend files in order."""
    outcome = Outcome()
    for path in files:
        found = check_one(path, configs, base, keep_article=keep_article)
        changed = not mending.has_ended() and _fix_file(path, configs.for_file(path), found, outcome, mending)
        results, problems = check_one(path, configs, base, keep_article=keep_article) if changed else found
        outcome.results += results
        outcome.problems += problems
    return outcome


def _fix_file(path: Path, config: Config, found: Checked, outcome: Outcome, mending: Mending) -> bool:
    """Mend one file; whether it was written."""
    results, problems = found
    if any(problem.kind == "unreadable" for problem in problems) or not any(r.findings for r in results):
        return False
    data, source = path.read_bytes(), results[0].source
    if not is_plain(source, digest(data)):
        if any(finding.fixes for result in results for finding in result.findings):
            outcome.notices.append(f"{path}: fixes are not written into this kind of file; make them by hand")
        return False
    leave = mending.known(path.as_posix()) | {f.fingerprint for result in results for f in result.baselined}
    open_ones = tuple(result.findings for result in results)
    if not mending.may_pick(Reading((), open_ones).without(leave)):
        return False
    mended = mend_text(source, config, path, mending.pick(path), leave)
    for finding, why in mended.refused:
        line = source.position(finding.span.start).line
        outcome.notices.append(f"{path}:{line}: the fix for {finding.rule} was left out: {why}")
    if mended.text == source.text:
        return False
    outcome.texts.append((path.as_posix(), source.text, mended.text))
    counted = Counter(finding.rule for finding, _ in mended.done)
    outcome.fixed += [Fixed(path.as_posix(), rule, count) for rule, count in sorted(counted.items())]
    return mending.write and _is_written(path, data, source.encode(mended.text), outcome)


def _is_written(path: Path, old: bytes, new: bytes, outcome: Outcome) -> bool:
    """Write a file; whether that could be done."""
    try:
        write_back(path, old, new)
    except WriteError as error:
        outcome.problems.append(FileProblem(path.as_posix(), error.reason))
        return False
    return True


def by_level(level: str) -> Callable[[Path], Pick]:
    """Picks what may be applied without asking."""
    return lambda path: lambda reading: choose(reading.all, level)


def has_fix(level: str) -> Callable[[Reading], bool]:
    """Whether there is anything that may be applied without asking."""
    return lambda reading: bool(choose(reading.all, level))


def fix_stdin(data: bytes, name: str, config: Config, path: Path, level: str) -> tuple[str, Run]:
    """The mended text of standard input, and the run on it. Never less text than came in."""
    results, problems = check_bytes(data, name, config, path)
    try:
        text = Source.decode(data, name, encoding=config.plan(path).reading.encoding).text
    except SourceError:
        return data.decode("utf-8", "surrogateescape"), Run(tuple(results), tuple(problems))
    if not results or not is_plain(results[0].source, digest(data)):
        return text, Run(tuple(results), tuple(problems))
    mended = mend_text(results[0].source, config, path, by_level(level)(path), frozenset())
    after = check_bytes(results[0].source.encode(mended.text), name, config, path)
    return mended.text, Run(tuple(after[0]), tuple(after[1]))


# -- diffs -----------------------------------------------------------------------------------------


def show_diff(outcome: Outcome, kind: str) -> None:
    """The changes on standard output: unified lines that `patch -p0` takes, or words."""
    for name, before, after in outcome.texts:
        shown = clean(name, ReportOptions())
        pieces = line_diff(shown, before, after) if kind == "lines" else word_diff(shown, before, after)
        for piece in pieces:
            click.echo(piece if RUNNERS.isdisjoint(os.environ) else without_commands(piece), nl=False)
    count = sum(fixed.count for fixed in outcome.fixed)
    files = len(outcome.texts)
    say(f"presslint: would mend {count} finding{'s' * (count != 1)} in {files} file{'s' * (files != 1)}")


def line_diff(name: str, before: str, after: str) -> Iterator[str]:
    """A unified diff; a missing last line end is marked as patch expects it."""
    for line in difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), name, name
    ):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def word_diff(name: str, before: str, after: str) -> Iterator[str]:
    """Changed lines with [-words out-] and {+words in+}: prose has long lines."""
    old, new = before.splitlines(), after.splitlines()
    yield f"--- {name}\n"
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        yield f"@@ line {a + 1} @@\n"
        one, two = (re.findall(r"\s+|\w+|[^\w\s]", "\n".join(lines)) for lines in (old[a:b], new[c:d]))
        pieces: list[str] = []
        for what, i, j, k, m in difflib.SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
            if what == "equal":
                pieces.append("".join(one[i:j]))
                continue
            if j > i:
                pieces.append(f"[-{''.join(one[i:j])}-]")
            if m > k:
                pieces.append(f"{{+{''.join(two[k:m])}+}}")
        yield "".join(pieces) + "\n"


# -- one by one ------------------------------------------------------------------------------------


class Asking:
    """Picks what the person at the keyboard chooses, one finding at a time.

    What was chosen is kept, also when the person stops in the middle of a file.
    """

    def __init__(self, options: ReportOptions) -> None:
        self.options = options
        self.has_ended = False  # `q`
        self.is_interrupted = False  # Ctrl-C, or nobody at the keyboard
        self._decided: set[tuple[str, str]] = set()

    def of_file(self, path: Path) -> Pick:
        """Asks about the findings of one file, each once."""

        def pick(reading: Reading) -> list[Chosen]:
            for article, finding in reading.pairs():
                identity = (path.as_posix(), finding.fingerprint)
                if identity in self._decided or self.has_ended:
                    continue
                self._decided.add(identity)
                fix = self._ask(article, finding, can_suppress=len(reading.articles) == 1)
                if fix is not None:
                    return [(finding, fix)]
            return []

        return pick

    def _ask(self, article: Article, finding: Finding, *, can_suppress: bool) -> Fix | None:
        """Show a finding in its passage, offer what can be done; None to leave it."""
        able = [fix for fix in finding.fixes if fix.applicability != "display"]
        self._show(article, finding, able)
        offers = [str(number) for number in range(1, len(able) + 1)]
        if can_suppress and suppression_edit(article, finding, "reason") is not None:
            offers.append("i")
            click.echo("  i  leave it and say why, in the file")
        click.echo("  s  skip    q  stop here")
        safe = [number for number, fix in enumerate(able, 1) if fix.applicability == "safe"]
        usual = str(safe[0]) if safe else "s"  # what changes words is never what Enter does
        try:
            answer = click.prompt(
                "?", type=click.Choice([*offers, "s", "q"]), default=usual, show_choices=False
            )
            if answer == "i":
                edit = suppression_edit(article, finding, click.prompt("why may it stand"))
                return Fix((edit,), "suppress", "safe") if edit is not None else None
        except click.Abort:
            self.has_ended = self.is_interrupted = True
            return None
        self.has_ended = answer == "q"
        return able[int(answer) - 1] if answer in offers else None

    def _show(self, article: Article, finding: Finding, able: Sequence[Fix]) -> None:
        """The finding, its passage as it is, and as it would be after each fix."""
        result = ArticleResult.of(article, (finding,))
        options = replace(self.options, show=finding.severity)
        click.echo()
        click.echo(render("concise", Run((result,)), options).splitlines()[0])
        for line in excerpt(result, finding, options, options.width - len("     - ")):
            click.echo(f"     - {line.text}")
        for fix in finding.fixes:
            if fix.applicability == "display":
                click.echo(f"  (by hand) {fix.label}")
        for number, fix in enumerate(able, 1):
            click.echo(
                f"  {number}  {fix.label}{' (changes words)' if fix.applicability == 'unsafe' else ''}"
            )
            click.echo(f"     + {after(article.source, finding, fix)}")


def after(source: Source, finding: Finding, fix: Fix) -> str:
    """The words around a place as a fix would leave them, on one line."""
    applied = splice(source.text, [(finding, fix)])
    grown = len(applied.text) - len(source.text)
    first, last = applied.edits[0].span.start, applied.edits[-1].span.end
    line_start, line_end = source.line_start(first), source.text.find("\n", last)
    line_end = len(source.text) if line_end < 0 else line_end
    start, end = max(line_start, first - AROUND), min(line_end, last + AROUND)
    words = " ".join(clean(applied.text[start : end + grown], ReportOptions()).split())
    return f"{'…' * (start > line_start)}{words or '(nothing)'}{'…' * (end < line_end)}"


def with_fixes(run: Run, outcome: Outcome) -> Run:
    """The run after fixing."""
    return replace(
        run,
        articles=tuple(outcome.results),
        problems=(*run.problems, *outcome.problems),
        notices=(*run.notices, *outcome.notices),
        fixed=tuple(outcome.fixed),
    )
