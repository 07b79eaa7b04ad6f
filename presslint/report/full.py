"""For people at a terminal: article by article, the verdict first, each finding at its words."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from presslint.engine.run import ArticleResult, Run, Verdict
from presslint.model.finding import Finding, Fix, Severity, quoted
from presslint.model.problem import FileProblem
from presslint.report import ReportOptions
from presslint.report.excerpt import Line, excerpt
from presslint.report.screen import COLORS, WORDS, Pen, also_at, clean, clipped, one_line, wrapped
from presslint.report.tally import closing_lines, known_word, plural

NARROWEST, WIDEST = 40, 120
VERDICT_SEVERITY = {Verdict.FIX: Severity.ERROR, Verdict.ASK: Severity.WARNING}
APPLIED = {
    "safe": "--fix does it",
    "unsafe": "--unsafe-fixes does it; it changes words",
    "display": "to be done by hand",
}


def render(run: Run, options: ReportOptions = ReportOptions()) -> Iterator[str]:
    """The report in pieces, one article each."""
    page = _Page(run, options, Pen(options), min(max(options.width, NARROWEST), WIDEST))
    for result in run.articles:
        yield from page.article(result)
    for problem in run.problems:
        yield page.problem(problem)
    for line in closing_lines(run, options):
        yield line + "\n"


class _Page(Struct, frozen=True):
    run: Run
    options: ReportOptions
    pen: Pen
    columns: int

    def article(self, result: ArticleResult) -> Iterator[str]:
        """Headline, verdict and findings of one article; nothing where nothing is to be shown."""
        shown = [(found, "") for found in result.findings if found.severity >= self.options.show]
        if self.options.show_baselined:
            shown += [(found, known_word(self.run)) for found in result.baselined]
        if self.options.show_suppressed:
            shown += [
                (quiet.finding, f"suppressed: {one_line(quiet.reason) or 'no reason given'}")
                for quiet in result.suppressed
            ]
        shown.sort(key=lambda pair: pair[0].sort_key)
        if not shown:
            return
        yield self._rule() + self._masthead(result)
        counted: dict[str, int] = {}
        folded: dict[str, list[Finding]] = {}
        for finding, note in shown:
            counted[finding.rule] = counted.get(finding.rule, 0) + 1
            within = not self.options.fold or counted[finding.rule] <= self.options.fold
            if within or finding.severity is Severity.ERROR:
                yield self._finding(result, finding, note)
            else:
                folded.setdefault(finding.rule, []).append(finding)
        yield self._left_out(result, folded)

    def _left_out(self, result: ArticleResult, folded: dict[str, list[Finding]]) -> str:
        """What is not spelled out: repeats of a rule, one line each, and the suggestions on one."""
        lines = []
        for rule, findings in folded.items():
            name = self.pen.link(self.pen.bold(clean(rule, self.options)), self.run.rule(rule).url)
            more = f"and {len(findings):,} more {self.pen.dim('(--no-fold shows them)')}"
            lines.append(f"{self._marked('', max(found.severity for found in findings))}{name}: {more}")
        below = [found.severity for found in result.findings if found.severity < self.options.show]
        if below:
            word = plural(len(below), WORDS[max(below)])
            lines.append(f"{self._marked(word, max(below))} {self.pen.dim(f'(--show {max(below)})')}")
        return "".join(line + "\n" for line in lines) + "\n" if lines else ""

    def _marked(self, word: str, severity: Severity) -> str:
        return self.pen.severity(f"{self.pen.mark(severity)} {word}", severity)

    def _rule(self) -> str:
        """A line across the page, to see from afar where an article begins."""
        return self.pen.dim(("-" if self.options.ascii else "─") * self.columns) + "\n"

    def _masthead(self, result: ArticleResult) -> str:
        """The verdict and the headline, and below them what tells one article from another."""
        verdict = result.verdict.value
        severity = VERDICT_SEVERITY.get(result.verdict)
        badge = f" {verdict.upper()} " if self.options.color else f"[{verdict.upper()}]"
        color = COLORS[severity] if severity is not None else "32"
        title = wrapped(
            clean(clipped(one_line(result.title), 240), self.options), self.columns - len(badge) - 1
        )
        lines = [f"{self.pen.paint(badge, f'7;1;{color}')} {self.pen.bold(next(title))}"]
        lines += [f"{' ' * (len(badge) + 1)}{self.pen.bold(line)}" for line in title]
        details = [
            clean(part, self.options)
            for part in (
                f"By {result.byline}" if result.bylines else "",
                one_line(result.section),
                result.published[:10],
                plural(result.word_count, "word") if result.word_count else "",
            )
            if part
        ]
        separator = " - " if self.options.ascii else " · "
        lines += [
            self.pen.dim(line)
            for line in wrapped(separator.join([self._path(result.path), *details]), self.columns)
        ]
        return "\n".join(lines) + "\n\n"

    def _path(self, path: str) -> str:
        return clean(path, self.options)

    def _finding(self, result: ArticleResult, finding: Finding, note: str) -> str:
        """One finding: severity and rule, the message, the place and the words, the fix."""
        pen, level = self.pen, finding.severity
        head = self._marked(WORDS[level], level)
        name = pen.link(pen.bold(clean(finding.rule, self.options)), self.run.rule(finding.rule).url)
        if finding.also:
            name += pen.dim(f" (with {', '.join(finding.also)})")
        if note:
            name += pen.dim(f" ({clean(note, self.options)})")
        lines = [f"{head} {name}"]
        message = clean(one_line(finding.message), self.options)
        lines += [f"  {line}" for line in wrapped(message, self.columns - 2)]
        gutter = max(3, len(str(result.end(finding).line)))
        drawn = excerpt(result, finding, self.options, self.columns - gutter - 3)
        rail = "|" if self.options.ascii else "│"
        arrow = "-->" if self.options.ascii else "──▸"
        lines.append(f"{' ' * gutter}{pen.paint(arrow, '34')} {self._place(result, finding)}")
        edge = pen.paint(f"{' ' * gutter} {rail}", "34")
        for index, line in enumerate(drawn):
            if index and line.number > drawn[index - 1].number + 1:
                lines.append(pen.paint("...", "34"))
            lines += self._drawn(line, gutter, rail, edge, finding)
        lines += self._notes(result, finding, gutter)
        return "\n".join(lines) + "\n\n"

    def _place(self, result: ArticleResult, finding: Finding) -> str:
        if finding.place:
            return f"{self._path(result.path)}: {clean(finding.place, self.options)}"
        line, column = result.start(finding)
        return f"{self._path(result.path)}:{line}:{column}"

    def _drawn(self, line: Line, gutter: int, rail: str, edge: str, finding: Finding) -> Iterator[str]:
        number = f"{line.number or '':>{gutter}}"
        yield f"{self.pen.paint(f'{number} {rail}', '34')} {line.text}".rstrip()
        carets = self.pen.severity("^" * line.carets, finding.severity)
        yield f"{edge} {' ' * line.indent}{carets}"

    def _notes(self, result: ArticleResult, finding: Finding, gutter: int) -> Iterator[str]:
        """Fixes and related places, one line each where they fit."""
        indent = " " * (gutter + 1)
        also = also_at(result, finding)
        if also:
            yield from self._note(indent, "also", clean(also, self.options))
        for related in finding.see:
            line = result.source.position(related.span.start).line
            words = quoted(result.source.text[related.span.start : related.span.end], 40)
            label = f"line {line}, {words}: {one_line(related.label)}"
            yield from self._note(indent, "see", clean(label, self.options))
        for fix in finding.fixes:
            yield from self._note(
                indent, "fix", f"{fix_label(fix, self.options)} ({APPLIED[fix.applicability]})"
            )

    def _note(self, indent: str, word: str, text: str) -> Iterator[str]:
        lead = f"{indent}= {word}: "
        for number, line in enumerate(wrapped(text, self.columns - len(lead))):
            yield (
                f"{indent}{self.pen.paint('=', '34')} {self.pen.bold(word + ':')} {line}"
                if not number
                else (f"{' ' * len(lead)}{line}")
            )

    def problem(self, problem: FileProblem) -> str:
        """A file that could not be judged, as an error of its own."""
        head = self._marked(WORDS[Severity.ERROR], Severity.ERROR)
        arrow = self.pen.paint("-->" if self.options.ascii else "──▸", "34")
        lines = [f"{head} {self.pen.bold(problem.kind)}"]
        message = clean(one_line(problem.message), self.options)
        lines += [f"  {line}" for line in wrapped(message, self.columns - 2)]
        lines.append(f" {arrow} {clean(problem.place, self.options)}")
        return "\n".join(lines) + "\n\n"


def fix_label(fix: Fix, options: ReportOptions) -> str:
    """What a fix does, on one line."""
    return clean(one_line(fix.label), options).rstrip(".")
