"""The door for programs: check a text or a file, mend it, silence a finding with a reason.

    result = check_text("The the mayor spoke.", path="story.txt")
    for finding in result.findings:
        print(finding.start.line, finding.rule, finding.message)

What comes back are frozen records that can be pickled and compared; their offsets are code points of the text
that was handed over, counted from 0, the end not included. Nothing is kept between two calls but what a `Config`
has worked out, so one config may serve many threads.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from presslint.article import Article
from presslint.config.config import Config
from presslint.engine import checking
from presslint.engine.fix import Mended, Pick, Reading, choose, edited, mend
from presslint.engine.lint import lint
from presslint.engine.run import ArticleResult, RuleInfo
from presslint.engine.suppress import suppression_edits
from presslint.model.errors import PresslintError
from presslint.model.finding import Edit, Finding, Fix
from presslint.model.problem import FileProblem
from presslint.model.source import Source, SourceError, Span
from presslint.packs.suppression import SuppressionWithoutReason
from presslint.reading import read

UTF8_MARK = "\ufeff"  # the byte-order mark as a character


class PlaceRecord(Struct, frozen=True):
    """A place in a text: line and column from 1, offset from 0, all in code points."""

    line: int
    column: int
    offset: int


class EditRecord(Struct, frozen=True):
    """Replace the characters from `start` to before `end` by `text`; offsets in code points from 0."""

    start: int
    end: int
    text: str


class FixRecord(Struct, frozen=True):
    """Edits that belong together, all or none.

    `applicability` is `safe` (mechanics; what `apply_fixes` applies), `unsafe` (changes words) or `display`
    (shown, never applied by presslint).
    """

    message: str  # what it does, as a command: “Delete the second “the””
    applicability: str
    edits: tuple[EditRecord, ...]


class RelatedRecord(Struct, frozen=True):
    """Another place that a finding speaks of, with what is there."""

    label: str
    start: PlaceRecord
    end: PlaceRecord


class FindingRecord(Struct, frozen=True):
    """One thing that an editor would mark; the keys are those of the JSON report.

    `severity` is error, warning or suggestion. `text` stands at the place, `context` is the sentence round it;
    both feed `fingerprint`, which survives moved lines. `place` names a place where lines mean nothing
    (“$.headlines.basic”). `article` is the key of the article in a file of several, else empty. `also` are
    rules whose finding of the same place went into this one. `url` leads to the rule's page. A finding with
    several fixes wants a person to choose.
    """

    rule: str
    severity: str
    message: str
    start: PlaceRecord
    end: PlaceRecord
    text: str
    context: str
    fingerprint: str
    url: str
    place: str = ""
    article: str = ""
    fixes: tuple[FixRecord, ...] = ()
    see: tuple[RelatedRecord, ...] = ()
    also: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The record as plain dicts, lists, strings and numbers, ready for JSON."""
        found: dict[str, Any] = to_builtins(self)
        return found


class SuppressedRecord(Struct, frozen=True):
    """A finding that the article itself silences, and the reason it gives."""

    finding: FindingRecord
    reason: str


class ArticleRecord(Struct, frozen=True):
    """What was read: the article's key in its file, format, headline, story type and words."""

    key: str
    format: str
    headline: str
    story_type: str
    word_count: int


class Result(Struct, frozen=True):
    """What was found in a text or a file.

    `findings` stand in the order of the text. `problems` say what could not be read or judged, each with its
    kind (unreadable, too-large, timeout, rule-crash). `text` is what offsets count in; for a file that is no
    plain text (docx) it is what presslint read out of it, and edits do not fit the file: `is_plain` is false.
    """

    path: str
    text: str
    findings: tuple[FindingRecord, ...] = ()
    suppressed: tuple[SuppressedRecord, ...] = ()
    problems: tuple[FileProblem, ...] = ()
    articles: tuple[ArticleRecord, ...] = ()
    is_plain: bool = True


class FixedText(Struct, frozen=True):
    """A text after its fixes: what was mended, and what was left out because it would have done harm, and why."""

    text: str
    fixed: tuple[FindingRecord, ...] = ()
    refused: tuple[tuple[FindingRecord, str], ...] = ()


def check_text(
    text: str,
    *,
    path: str | Path = "untitled.md",
    config: Config | None = None,
    deadline: float | None = None,
    stop: Callable[[], bool] | None = None,
) -> Result:
    """Check a text as the file at `path` would be checked; the file itself is not read and need not be there.

    The suffix of `path` tells the format, the folder the config where none is given (as the command finds it; load
    it once for many texts). `deadline` is in seconds for each article: when it is over, or `stop` says yes, the
    rules that are left are not asked, and a problem of the kind `timeout` says so. Rules that compare articles of
    a site do not run. Raises ConfigError or RuleFileError for a config that cannot be used.
    """
    place = Path(path)
    config = config or Config.load(place.parent)
    results, problems = checking.check_bytes(
        _as_bytes(text), place.as_posix(), config, place, deadline=deadline, stop=stop
    )
    return _result(place.as_posix(), text, results, problems, checking.RuleBook([config]))


def check_file(
    path: str | Path,
    *,
    config: Config | None = None,
    deadline: float | None = None,
    stop: Callable[[], bool] | None = None,
) -> Result:
    """Check a file; as `check_text`, with its bytes read as the config says. What cannot be read is a problem."""
    place = Path(path)
    config = config or Config.load(place.parent)
    shown = place.as_posix()
    data = checking.read_bytes(place, config)
    if isinstance(data, FileProblem):
        return Result(shown, "", problems=(data,), is_plain=False)
    return check_data(data, path=place, config=config, deadline=deadline, stop=stop)


def check_data(
    data: bytes,
    *,
    path: str | Path,
    config: Config,
    deadline: float | None = None,
    stop: Callable[[], bool] | None = None,
) -> Result:
    """Check the bytes of the file at `path`, wherever they are from; as `check_file`."""
    place = Path(path)
    shown = place.as_posix()
    results, problems = checking.check_bytes(data, shown, config, place, deadline=deadline, stop=stop)
    rules = checking.RuleBook([config])
    try:
        source = Source.decode(data, shown, encoding=config.plan(place).reading.encoding)
    except SourceError:
        source = results[0].source if results else Source("", shown)
    text = UTF8_MARK[: source.lead] + source.text
    if all(_holds(source, each.source) for each in results):
        return _result(shown, text, results, problems, rules)
    text = results[0].source.text
    return replace(_result(shown, text, results, problems, rules), is_plain=False)


def apply_fixes(
    text: str,
    *,
    path: str | Path = "untitled.md",
    config: Config | None = None,
    unsafe: bool = False,
    fingerprints: Iterable[str] | None = None,
) -> FixedText:
    """The text with its safe fixes applied, with `unsafe` also those that change words.

    Each pass is proved by reading the text again: other copy and metadata stay as they are, what was mended is
    gone and nothing new has come. `fingerprints` names the findings to mend; without, all are. A finding with
    several fixes is left to a person; see `apply_edits`. Raises as `check_text` does, and SourceError for a text
    that cannot be read.
    """
    place = Path(path)
    config = config or Config.load(place.parent)
    wanted = None if fingerprints is None else frozenset(fingerprints)

    def pick(reading: Reading) -> list[tuple[Finding, Fix]]:
        able = [each for each in reading.all if wanted is None or each.fingerprint in wanted]
        return choose(able, "unsafe" if unsafe else "safe")

    source = Source.decode(_as_bytes(text), place.as_posix())
    mended = mend_text(source, config, place, pick, frozenset())
    lead = text[: _lead(text)]
    record = _Recorder(source, len(lead), checking.RuleBook([config]))
    return FixedText(
        lead + mended.text,
        tuple(record.finding(finding) for finding, _ in mended.done),
        tuple((record.finding(finding), why) for finding, why in mended.refused),
    )


def apply_edits(text: str, edits: Iterable[EditRecord]) -> str:
    """The text with edits applied, such as those of one fix. Raises PresslintError where two of them overlap."""
    ordered = sorted(
        (Edit(Span(each.start, each.end), each.text) for each in edits), key=lambda edit: edit.span
    )
    ends = [0, *(edit.span.end for edit in ordered)]
    for end, edit in zip(ends, ordered, strict=False):
        if not end <= edit.span.start <= edit.span.end <= len(text):
            raise PresslintError(
                "edits that overlap or leave the text cannot be applied; check the text again"
            )
    return edited(text, ordered)


def suppress(
    text: str,
    finding: FindingRecord,
    reason: str,
    *,
    path: str | Path = "untitled.md",
    config: Config | None = None,
) -> EditRecord | None:
    """The edit that silences a finding of a text with a reason; None where its format has no place for one.

    It goes into the front matter where readers never see it, else into a comment before the block. It is proved:
    with it the finding is suppressed, and every other finding is as it was. Raises PresslintError where there is
    no reason, or fewer words of it than the config asks for.
    """
    if not reason.strip():
        raise PresslintError("a suppression says why it may stand; give a reason")
    place = Path(path)
    config = config or Config.load(place.parent)
    before = Counter(map(_words, check_text(text, path=place, config=config).findings))
    before[_words(finding)] -= 1
    asked = ""
    for written in _suppressions(text, finding, reason, place, config):
        after = check_text(apply_edits(text, [written]), path=place, config=config)
        told = {each.rule: each.message for each in after.findings}
        if Counter(map(_words, after.findings)) == +before:
            return written
        asked = asked or told.get(SuppressionWithoutReason.name, "")
    if asked:
        raise PresslintError(asked)
    return None


def may_suppress(text: str, finding: FindingRecord, *, path: str | Path, config: Config) -> bool:
    """Whether the format of a text has a place where `suppress` may write; nothing is proved, so it is quick."""
    return any(True for _ in _suppressions(text, finding, "as asked", Path(path), config))


def _suppressions(
    text: str, finding: FindingRecord, reason: str, place: Path, config: Config
) -> Iterator[EditRecord]:
    """The edits that may silence a finding, the best first."""
    begins = _beginning(text)
    for article in _read(text, place, config):
        if article.key != finding.article:
            continue
        base = begins(article.source)
        span = Span(finding.start.offset - base, finding.end.offset - base)
        for edit in suppression_edits(article, finding.rule, span, reason):
            yield _edit_record(edit, base)


def mend_text(source: Source, config: Config, path: Path, pick: Pick, leave: frozenset[str]) -> Mended:
    """Mend one text under the rules that hold for its path, but for the findings of the fingerprints in `leave`."""
    plan = config.plan(path)
    today = config.today or date.today()

    def look(text: str) -> Reading:
        articles = tuple(read(source.encode(text), source.path, plan.reading))
        findings = tuple(
            lint(article, plan.rules, known=plan.known, today=today).findings for article in articles
        )
        return Reading(articles, findings)

    return mend(source.text, look, lambda reading: pick(reading.without(leave)))


# -- from what the engine has to records -----------------------------------------------------------


def _as_bytes(text: str) -> bytes:
    """A text as the bytes of a file that says of itself that it is UTF-8, whatever the config says of files."""
    return codecs.BOM_UTF8 + text[_lead(text) :].encode("utf-8", "surrogatepass")


def _lead(text: str) -> int:
    """Characters before what is read of a text: its byte-order mark."""
    return 1 if text.startswith(UTF8_MARK) else 0


def _beginning(text: str) -> Callable[[Source], int]:
    """Where in a text its sources begin: behind the byte-order mark, or at the line of a record of JSON Lines."""
    lead = _lead(text)
    whole = Source(text[lead:])
    return lambda source: lead + whole.offset(source.first_line)


def _holds(whole: Source, part: Source) -> bool:
    """Whether the text of a source stands in another as its first line says, so that edits of it fit the file."""
    return whole.text.startswith(part.text, whole.offset(part.first_line))


def _read(text: str, path: Path, config: Config) -> list[Article]:
    """The articles of a text; none where it cannot be read."""
    try:
        return list(read(_as_bytes(text), path.as_posix(), config.plan(path).reading))
    except (SourceError, RecursionError):
        return []


def _words(finding: FindingRecord) -> tuple[str, str, str, str]:
    """What a finding is known by when lines have moved."""
    return finding.article, finding.rule, finding.text, finding.context


def _result(
    path: str,
    text: str,
    results: Sequence[ArticleResult],
    problems: Sequence[FileProblem],
    rules: Mapping[str, RuleInfo],
) -> Result:
    findings: list[FindingRecord] = []
    suppressed: list[SuppressedRecord] = []
    articles: list[ArticleRecord] = []
    begins = _beginning(text)
    for each in results:
        record = _Recorder(each.source, begins(each.source), rules, each.key)
        findings += map(record.finding, each.findings)
        suppressed += (
            SuppressedRecord(record.finding(quiet.finding), quiet.reason) for quiet in each.suppressed
        )
        articles.append(ArticleRecord(each.key, each.format, each.headline, each.story_type, each.word_count))
    return Result(path, text, tuple(findings), tuple(suppressed), tuple(problems), tuple(articles))


class _Recorder:
    """Findings of one article as records; `base` is added to each offset."""

    def __init__(self, source: Source, base: int, rules: Mapping[str, RuleInfo], article: str = "") -> None:
        self.source, self.base, self.rules, self.article = source, base, rules, article

    def finding(self, finding: Finding) -> FindingRecord:
        return FindingRecord(
            rule=finding.rule,
            severity=str(finding.severity),
            message=finding.message,
            start=self.place(finding.span.start),
            end=self.place(finding.span.end),
            text=finding.text,
            context=finding.context,
            fingerprint=finding.fingerprint,
            url=self.rules[finding.rule].url if finding.rule in self.rules else "",
            place=finding.place,
            article=self.article,
            fixes=tuple(
                FixRecord(
                    fix.label, fix.applicability, tuple(_edit_record(edit, self.base) for edit in fix.edits)
                )
                for fix in finding.fixes
            ),
            see=tuple(
                RelatedRecord(each.label, self.place(each.span.start), self.place(each.span.end))
                for each in finding.see
            ),
            also=finding.also,
        )

    def place(self, offset: int) -> PlaceRecord:
        line, column = self.source.position(offset)
        return PlaceRecord(line, column, offset + self.base)


def _edit_record(edit: Edit, base: int) -> EditRecord:
    """An edit in offsets of the text that was handed over."""
    span = edit.span.moved(base)
    return EditRecord(span.start, span.end, edit.text)
