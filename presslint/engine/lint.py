"""The heart: an article and configured rules in, findings out, sorted and rolled up.

    article ──rule.check──▶ findings ──roll up──▶ ──suppress──▶ ──fingerprint──▶ Result

Pure: the same article and rules give the same result in the same order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from presslint.article import Article
from presslint.engine.run import Skipped, Suppressed
from presslint.engine.suppress import apply_suppressions
from presslint.model.badvalue import said_by, shown
from presslint.model.digest import digest
from presslint.model.finding import Finding, Severity, quoted
from presslint.model.intervals import Stretches
from presslint.packs.reads import JUDGED, holds
from presslint.packs.rule import Rule

MOST_WORDS = 4  # that a reason names; who wants more opens the rule


class Crash(Struct, frozen=True):
    """A rule that raised: which, where in its file, and what it said."""

    rule: str
    place: str
    error: str


class Result(Struct, frozen=True):
    """Everything that was found out about one article."""

    article: Article
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    crashes: tuple[Crash, ...] = ()
    hidden: tuple[Finding, ...] = ()  # what a graver finding explains
    unasked: tuple[str, ...] = ()  # rules that were not asked any more once `stop` said so


def lint(
    article: Article,
    rules: Sequence[Rule],
    *,
    known: Iterable[str] | None = None,
    today: date | None = None,
    stop: Callable[[], bool] | None = None,
) -> Result:
    """Run `rules` on `article`. `known` are all rule names, for judging suppressions.

    `stop` is asked before each rule; once it says yes, the rules that are left are not asked any more.
    """
    findings: list[Finding] = []
    skipped: list[Skipped] = []
    crashes: list[Crash] = []
    running = _asked(article, rules, skipped, crashes)
    size = len(article.source.text)
    unasked: tuple[str, ...] = ()
    for number, rule in enumerate(running):
        if stop is not None and stop():
            unasked = tuple(each.name for each in running[number:])
            break
        try:
            found = _sound(rule, rule.check(article), size)
            if article.is_page and not rule.is_pinned:
                found = map(partial(_as_published, article, rule), found)
            findings.extend(found)
        except _Unsound as error:
            crashes.append(Crash(rule.name, rule.origin, str(error)))
        except (Exception, SystemExit, GeneratorExit) as error:
            crashes.append(_crash(rule, error))
    by_name = {rule.name: rule for rule in rules}
    kept = roll_up(article, findings, by_name)
    outcome = apply_suppressions(article, kept, by_name, known, today or date.today())
    if any(finding.fixes for finding in outcome.findings):
        from presslint.engine.fix import guarded

        outcome.findings = guarded(article, outcome.findings)
    outcome.findings.sort(key=lambda finding: finding.sort_key)
    if article.place_of is not None:
        outcome.findings = [
            replace(finding, place=article.place_of(finding.span.start)) for finding in outcome.findings
        ]
    return Result(
        article,
        tuple(fingerprinted(outcome.findings)),
        tuple(outcome.suppressed),
        tuple(skipped),
        tuple(crashes),
        tuple(_explained(findings, kept)),
        unasked,
    )


def _asked(
    article: Article, rules: Sequence[Rule], skipped: list[Skipped], crashes: list[Crash]
) -> list[Rule]:
    """The rules that an article has something for, each with its file read; the others are noted."""
    running: list[Rule] = []
    for rule in rules:
        try:
            declaration = held_back(rule, article)
            if not declaration:
                # all files before the first check: phrases of all rules are looked for in one pass
                running.append(rule.loaded())
            elif declaration in REPORTED:
                skipped.append(Skipped(rule.name, _REASONS[declaration](rule, article).reason))
        except (Exception, SystemExit) as error:
            crashes.append(_crash(rule, error))
    return running


def _as_published(article: Article, rule: Rule, finding: Finding) -> Finding:
    """A finding on a published page, where a draft's level may be too high.

    In what its template fills unseen it is a suggestion; some rules go no higher than `most_on_pages`.
    """
    most = finding.severity if rule.most_on_pages is None else min(finding.severity, rule.most_on_pages)
    if not rule.judges_unseen and any(
        place.start <= finding.span.start < max(place.end, place.start + 1) for place in article.unseen
    ):
        most = min(most, Severity.SUGGESTION)
    return finding if most is finding.severity else replace(finding, severity=most)


def _explained(findings: Sequence[Finding], kept: Sequence[Finding]) -> Iterable[Finding]:
    """The findings that rolling up took out."""
    if len(findings) == len(kept):
        return ()
    told = {(finding.rule, finding.span) for finding in kept}
    return (each for each in findings if (each.rule, each.span) not in told)


class Skip(Struct, frozen=True):
    """Why a rule does not look at an article; `is_reported` where a report should say so.

    `is_judged` says that something has judged in the rule's place: a view or the reader of the front matter,
    which found nothing of what it reads, or its own patterns, whose literals the article lacks.
    """

    reason: str
    is_reported: bool = False
    is_judged: bool = False


def held_back(rule: Rule, article: Article) -> str:
    """The name of the declaration by which a rule does not run here; empty when it does.

    What costs least comes first, and what the article has by its words before what a view has to be made for.
    """
    if article.story_type == "template":
        return "template"
    if rule.needs and not rule.needs <= article.carries:
        return "needs"
    if rule.languages and article.primary_language not in rule.languages:
        return "languages"
    if rule.not_for and article.story_type in rule.not_for:
        return "not_for"
    if rule.reads_words and not article.mentions(rule.reads_words):
        return "reads_words"
    if rule.reads_literals and not article.mentions(rule.reads_literals):
        return "reads_patterns"
    if rule.reads_addresses and not article.leads_to(rule.reads_addresses):
        return "reads_addresses"
    if rule.reads and not holds(article, rule.reads):
        return "reads"
    return ""


def reason_to_skip(rule: Rule, article: Article) -> Skip | None:
    """Why the rule does not run here; None when it does."""
    declaration = held_back(rule, article)
    return _REASONS[declaration](rule, article) if declaration else None


def _lacks_what_it_reads(rule: Rule) -> Skip:
    named = (f"“{name}”" if "." in name else name for name in sorted(rule.reads))
    return Skip(f"the article has no {' and no '.join(named)}", is_judged=not JUDGED.isdisjoint(rule.reads))


_REASONS: Mapping[str, Callable[[Rule, Article], Skip]] = {
    "template": lambda rule, article: Skip("the file is a template, no article"),
    "needs": lambda rule, article: Skip(
        f"{article.format} cannot carry {', '.join(sorted(rule.needs - article.carries))}", is_reported=True
    ),
    "languages": lambda rule, article: Skip(
        f"the rule reads {', '.join(sorted(rule.languages))}, the article is in {article.language}",
        is_reported=True,
    ),
    "not_for": lambda rule, article: Skip(f"the rule does not hold for stories of type {article.story_type}"),
    "reads_words": lambda rule, article: Skip(_without_words(rule.reads_words)),
    "reads_addresses": lambda rule, article: Skip("no address in the article is one that the rule looks for"),
    "reads_patterns": lambda rule, article: Skip(
        "the article holds nothing that the rule's patterns could match", is_judged=True
    ),
    "reads": lambda rule, article: _lacks_what_it_reads(rule),
}
REPORTED = ("needs", "languages")  # told in reports


def _without_words(words: frozenset[str]) -> str:
    """That none of some words stands in the article, by name where they are few."""
    if len(words) > MOST_WORDS:
        return f"none of the rule's {len(words)} words stands in the article"
    return (
        f"the article says neither {' nor '.join(map(quoted, sorted(words)))}"
        if len(words) > 1
        else (f"the article does not say {quoted(min(words))}")
    )


class _Unsound(TypeError):
    """A signal inside this module: something that a rule gave for a finding; `str()` says what."""


def _sound(rule: Rule, found: Iterable[Finding], size: int) -> Iterator[Finding]:
    """The findings of a rule as it gives them. Raises _Unsound for what no report could show."""
    if not hasattr(found, "__iter__"):
        raise _Unsound(f"its check gave {shown(found)}, not findings")
    for finding in found:
        if not isinstance(finding, Finding):
            raise _Unsound(f"it gave {shown(finding)} for a finding; yield self.finding(…)")
        if not (isinstance(finding.message, str) and finding.message.strip()):
            raise _Unsound("it gave a finding without a message")
        if not (isinstance(finding.severity, Severity) and finding.severity is not Severity.OFF):
            raise _Unsound(f"{shown(finding.severity)} is no severity of a finding")
        try:
            places = [finding.span, *(edit.span for fix in finding.fixes for edit in fix.edits)]
            lost = next((span for span in places if not 0 <= span.start <= span.end <= size), None)
        except (AttributeError, TypeError):
            raise _Unsound("it gave a finding with a place or a fix that is none") from None
        if lost is not None:
            raise _Unsound(f"the characters {lost.start} to {lost.end} are not in the text")
        yield finding if finding.rule == rule.name else replace(finding, rule=rule.name)


def _crash(rule: Rule, error: BaseException) -> Crash:
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename == rule.origin]
    frame = own[-1] if own else frames[-1]
    return Crash(rule.name, f"{frame.filename}:{frame.lineno}", said_by(error))


# -- roll-ups --------------------------------------------------------------------------------------


def roll_up(article: Article, findings: list[Finding], rules: dict[str, Rule]) -> list[Finding]:
    """Drop findings that a graver one explains, and merge those that say it of the same place."""
    present = {finding.rule for finding in findings}
    hiders = [
        f for f in findings if any(f.rule in rules[name].yields_to for name in present if name in rules)
    ]
    if hiders:
        hidden = _Hiders(article, hiders)
        findings = [f for f in findings if not (f.rule in rules and hidden.hides(f, rules[f.rule]))]
    return _merge(findings, rules)


def _section_starts(article: Article) -> list[int]:
    return [section.heading.span.start for section in article.walk_sections() if section.heading is not None]


class _Hiders:
    """Findings that others yield to, by rule: in which sections they stand, and where."""

    def __init__(self, article: Article, findings: Iterable[Finding]) -> None:
        self.starts = _section_starts(article)
        self.sections: dict[str, set[int]] = {}
        spans: dict[str, list[tuple[int, int]]] = {}
        for finding in findings:
            self.sections.setdefault(finding.rule, set()).add(self.section(finding))
            spans.setdefault(finding.rule, []).append(_place(finding))
        self.places = {rule: Stretches(found) for rule, found in spans.items()}

    def section(self, finding: Finding) -> int:
        return bisect_right(self.starts, finding.span.start)

    def hides(self, finding: Finding, rule: Rule) -> bool:
        """Whether a finding of another rule explains this one."""
        for name, scope in rule.yields_to.items():
            if name not in self.sections or name == finding.rule:
                continue
            if (
                scope == "article"
                or (scope == "section" and self.section(finding) in self.sections[name])
                or (scope == "place" and self.places[name].overlaps(*_place(finding)))
            ):
                return True
        return False


def _place(finding: Finding) -> tuple[int, int]:
    """Where a finding stands; an empty place counts as the character behind it."""
    return finding.span.shown


def _merge(findings: list[Finding], rules: dict[str, Rule]) -> list[Finding]:
    """Take findings of a rule with `merges_with` into the one that stands at the same place."""
    kept: list[Finding] = []
    hosts: dict[tuple[str, int], int] = {}
    guests: list[tuple[Finding, tuple[str, ...]]] = []
    for finding in findings:
        rule = rules.get(finding.rule)
        if rule is not None and rule.merges_with:
            guests.append((finding, rule.merges_with))
            continue
        hosts.setdefault((finding.rule, finding.span.start), len(kept))
        kept.append(finding)
    for guest, names in guests:
        at = next(
            (hosts[name, guest.span.start] for name in names if (name, guest.span.start) in hosts), None
        )
        if at is None:
            kept.append(guest)
            continue
        host = kept[at]
        kept[at] = replace(
            host,
            severity=max(host.severity, guest.severity),
            message=f"{host.message} {guest.message}",
            also=(*host.also, guest.rule),
            fixes=host.fixes + guest.fixes,
            see=host.see + guest.see,
        )
    return kept


# -- identity --------------------------------------------------------------------------------------


def fingerprinted(findings: Iterable[Finding]) -> Iterable[Finding]:
    """Give each finding its fingerprint: rule, words and sentence, and its ordinal among equals.

    Line numbers and file names take no part, so it survives moves, renames and reflow.
    """
    seen: dict[str, int] = {}
    for finding in findings:
        words = "\x1f".join((finding.rule, _folded(finding.text), _folded(finding.context)))
        ordinal = seen[words] = seen.get(words, -1) + 1
        yield replace(finding, fingerprint=digest(words, str(ordinal), size=8))


def _folded(text: str) -> str:
    from unicodedata import normalize

    return " ".join(normalize("NFC", text).split())
