"""A rule's examples are its tests: what the rule says on them against what they say it must.

Each example is read by the real reader, so a change in the engine cannot kill a rule in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from presslint.engine.fix import choose, splice
from presslint.engine.lint import lint, reason_to_skip
from presslint.model.finding import Finding
from presslint.model.source import SourceError, Span
from presslint.packs.kinds.datarule import DataRule
from presslint.packs.rule import Example, OptionError, Rule
from presslint.reading import Settings, read

TODAY = date(2026, 6, 1)  # examples are read on this day, so that they say the same every day


class Verdict(Struct, frozen=True):
    """What one example proved.

    `word`: ok; missing (a mark without a finding), noisy (a finding without a mark), misplaced,
    misworded, misgraded, unfixed (the fix gives another text), unclean (the fixed text still has
    findings), unreadable. `detail` is for people. `asked` is False when the rule passes the article over
    and would be silent anyway, so that its silence says nothing.
    """

    rule: str
    number: int
    word: str
    detail: str = ""
    asked: bool = True

    @property
    def ok(self) -> bool:
        return self.word == "ok"


def unmark(text: str) -> tuple[str, list[Span]]:
    """The text without its `[[…]]` marks, and where they stood in it."""
    plain: list[str] = []
    spans: list[Span] = []
    size = 0
    for number, piece in enumerate(text.split("[[")):
        inside, mark, after = piece.partition("]]")
        if number == 0 or not mark:
            plain.append(piece if number == 0 else "[[" + piece)
            size += len(plain[-1])
            continue
        if inside.count("[") > inside.count("]") and after.startswith(
            "]"
        ):  # a mark around words in brackets: [[[x]]]
            inside, after = inside + "]", after[1:]
        spans.append(Span(size, size + len(inside)))
        plain.append(inside + after)
        size += len(inside) + len(after)
    return "".join(plain), spans


def run_example(rule: type[Rule], example: Example, text: str) -> list[Finding]:
    """The findings of one rule, configured as the example says, on a text."""
    from presslint.packs.suppression import RULES

    running = [rule(**dict(example.options))]
    if rule in RULES:
        running += [other() for other in RULES if other is not rule]
    settings = Settings(article={"today": TODAY, **example.settings})
    if hasattr(rule, "conclude"):
        return _run_on_site(running[0], text, settings)
    findings: list[Finding] = []
    for article in read(text.encode(), example.name, settings):
        result = lint(article, running, known=[each.name for each in (rule, *RULES)], today=TODAY)
        if result.crashes:
            crash = result.crashes[0]
            raise RuntimeError(f"{crash.place}: {crash.error}")
        findings += [f for f in result.findings if rule.name in (f.rule, *f.also)]
    return findings


def _run_on_site(rule: Any, text: str, settings: Settings) -> list[Finding]:
    """The findings of a site rule on the files that an example holds, placed in the example."""
    from presslint.packs.site import SiteIndex, digest, files_of

    site = SiteIndex()
    begins: dict[str, int] = {}
    for path, content, begin in files_of(text):
        begins[path] = begin
        for article in read(content.encode(), path, settings):
            site.add(digest(article, [rule]))
    findings = [
        replace(finding, span=finding.span.moved(begins[key])) for key, finding in rule.conclude(site)
    ]
    return sorted(findings, key=lambda finding: finding.sort_key)


def prove(rule: type[Rule]) -> Iterator[Verdict]:
    """A verdict for each example, in order."""
    for number, example in enumerate(rule.examples, 1):
        try:
            word, detail = _judge(rule, example)
        except (SourceError, OptionError, RuntimeError) as error:
            word, detail = "unreadable", str(error)
        yield Verdict(rule.name, number, word, detail, word != "ok" or example.bad or is_asked(rule, example))


def is_asked(rule: type[Rule], example: Example) -> bool:
    """Whether the rule's silence on an example says something.

    Either its check runs, or a view or its own patterns have judged for it, or it is passed over for what the
    article is, and would have spoken otherwise. The words that a rule in YAML reads are those of its patterns, so
    that their absence is its judgement.
    """
    if hasattr(rule, "conclude") or issubclass(rule, DataRule):
        return True
    running = rule(**dict(example.options))
    settings = Settings(article={"today": TODAY, **example.settings})
    return any(
        (skip := reason_to_skip(running, article)) is None
        or skip.is_judged
        or any(True for _ in running.check(article))
        for article in read(example.text.encode(), example.name, settings)
    )


def _judge(rule: type[Rule], example: Example) -> tuple[str, str]:
    text, marks = unmark(example.text) if example.bad else (example.text, [])
    findings = run_example(rule, example, text)
    spans = [finding.span for finding in findings]
    if example.bad and not marks:
        return "missing", "a Bad example marks its findings with [[…]]"
    if spans != marks:
        said = ", ".join(f"“{text[s.start : s.end]}” at {s.start}:{s.end}" for s in spans) or "nothing"
        wanted = ", ".join(f"“{text[s.start : s.end]}” at {s.start}:{s.end}" for s in marks) or "nothing"
        word = "missing" if len(spans) < len(marks) else "noisy" if len(spans) > len(marks) else "misplaced"
        return word, f"found {said}; the example marks {wanted}"
    for name, texts in (("says", example.says), ("severity", example.severity)):
        if isinstance(texts, tuple) and len(texts) != len(marks):
            return "misworded", f"`{name}` has {len(texts)} texts for {len(marks)} marks"
    every = zip(findings, _each(example.says, marks), _each(example.severity, marks), strict=True)
    for finding, says, severity in every:
        if says is not None and finding.message != says:
            return "misworded", f"said “{finding.message}”, the example has “{says}”"
        if severity is not None and str(finding.severity) != severity:
            return "misgraded", f"graded {finding.severity}, the example has {severity}"
    if example.fix is not None:
        fixed = splice(text, choose(findings, "unsafe")).text
        if fixed != example.fix:
            return "unfixed", f"the fix gives {fixed!r}, the example has {example.fix!r}"
        left = run_example(rule, example, fixed)
        if left:
            return "unclean", f"after the fix it still says “{left[0].message}”"
    return "ok", ""


def _each(said: str | tuple[str, ...] | None, marks: Sequence[Span]) -> Sequence[str | None]:
    """What an example says of each mark."""
    return said if isinstance(said, tuple) else [said] * len(marks)
