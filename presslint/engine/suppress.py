"""Suppressions: a finding that an editor has decided to live with, and says why.

In the front matter (preferred: comments reach the published page):

    presslint:
      ignore:
        missing-byline: the desk signs this column
        missing-date:
          reason: evergreen
          until: 2027-01-01

or in a comment: `<!-- presslint: ignore[rule-a, rule-b] reason -->` for the block it stands in or,
alone on its line, the block that follows; `disable[…] … enable[…]` for a stretch;
`file-ignore[…]` for the article. `until=2027-01-01` after the rules lets it expire. Rules are always
named: there is no blanket suppression. What is unused, unknown, expired or without its required
reason is reported.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import accumulate

from msgspec import Struct, field
from msgspec.structs import replace

from presslint.article import Article
from presslint.engine import valecomments
from presslint.engine.run import Silence, Suppressed
from presslint.model.document import OURS, Block, Kind
from presslint.model.finding import Edit, Finding, quoted
from presslint.model.regex import regex
from presslint.model.source import Span
from presslint.packs.rule import Rule
from presslint.packs.suppression import (
    ExpiredSuppression,
    SuppressionWithoutReason,
    UnknownSuppression,
    UnusedSuppression,
)

COMMENT = regex(
    r"^\s*presslint:\s*(?P<verb>ignore|file-ignore|disable|enable)\s*"
    r"\[(?P<rules>[^\]]*)\]\s*(?:until=(?P<until>\S+))?\s*(?P<reason>.*?)\s*$",
    re.DOTALL,
)
LOOKS_LIKE = regex(r"^\s*presslint\b")
WHOLE = Span(0, 1 << 62)
SCOPES = {"ignore": "block", "disable": "stretch", "file-ignore": "article"}


class Suppression(Struct, frozen=True):
    """One rule silenced over one stretch of one article."""

    rule: str
    reach: Span  # where it holds
    span: Span  # where it is written
    reason: str = ""
    until: str = ""
    origin: str = "comment"  # comment | front matter
    scope: str = "block"  # block | stretch | article

    def has_expired(self, today: date) -> bool:
        """Whether its last day has passed."""
        return bool(self.until) and date.fromisoformat(self.until) < today


class Outcome(Struct):
    """What is left of an article's findings, what was silenced, and what is wrong with the silencing."""

    findings: list[Finding] = field(default_factory=list)
    suppressed: list[Suppressed] = field(default_factory=list)
    used: set[Suppression] = field(default_factory=set)


def read_suppressions(article: Article) -> tuple[list[Suppression], list[tuple[Span, str]]]:
    """The suppressions of an article, and what looks like one but is not (place, what is wrong)."""
    found: list[Suppression] = []
    wrong: list[tuple[Span, str]] = []
    open_stretches: dict[str, Suppression] = {}
    reaches: _Reach | None = None
    for comment in article.comments:
        match = COMMENT.match(comment.text)
        if match is None:
            if LOOKS_LIKE.match(comment.text):
                wrong.append((comment.span, "write it as `presslint: ignore[rule-name] reason`"))
            continue
        verb, until = match["verb"], match["until"] or ""
        reason = match["reason"].lstrip("-—: ")
        rules = [name.strip() for name in match["rules"].split(",") if name.strip()]
        if not rules:
            wrong.append((comment.span, "name the rules it silences, as in `ignore[missing-byline]`"))
        if until and not _is_date(until):
            wrong.append((comment.span, f"{quoted(until)} is no date; write until=2027-01-31"))
            until = ""
        for rule in rules:
            if verb == "enable":
                started = open_stretches.pop(rule, None)
                if started is None:
                    wrong.append((comment.span, f"nothing disables {quoted(rule)} before it"))
                else:
                    reach = Span(started.reach.start, comment.span.end)
                    found.append(replace(started, reach=reach))
                continue
            if verb == "ignore":
                reaches = reaches or _Reach(article)
                reach = reaches.of(comment.span)
            else:
                reach = WHOLE if verb == "file-ignore" else Span(comment.span.start, WHOLE.end)
            suppression = Suppression(rule, reach, comment.span, reason, until, scope=SCOPES[verb])
            if verb == "disable":
                open_stretches[rule] = suppression
            else:
                found.append(suppression)
    found.extend(open_stretches.values())
    found.extend(_front_matter(article, wrong))
    return found, wrong


def silences_of(article: Article) -> tuple[Silence, ...]:
    """The suppressions of an article as a reviewer is told of them."""
    own = (
        Silence(
            each.rule,
            " ".join(each.reason.split()),
            each.scope,
            article.source.position(each.span.start).line,
        )
        for each in read_suppressions(article)[0]
    )
    return (*own, *valecomments.silences_of(article))


def _front_matter(article: Article, wrong: list[tuple[Span, str]]) -> Iterator[Suppression]:
    """`presslint: ignore:` of the metadata, as a mapping with reasons or a bare list of names."""
    named: dict[str, Suppression] = {}
    for entry in article.all(OURS):
        parts = entry.key.split(".")
        if len(parts) < 2:
            continue
        if parts[1] != "ignore":
            wrong.append(
                (entry.key_span or entry.span, f"unknown key {quoted(entry.key)}; only `ignore` is read here")
            )
            continue
        span = entry.key_span or entry.span
        what = parts.pop() if len(parts) > 3 and parts[-1] in ("until", "reason") else ""
        what = what or ("reason" if len(parts) > 2 else "")
        rule = ".".join(parts[2:]) or entry.text.strip()  # a rule of Vale's has a dot in its name
        known = named.get(rule) or Suppression(rule, WHOLE, span, origin="front matter", scope="article")
        if what == "until":
            if _is_date(entry.text):
                known = replace(known, until=entry.text.strip())
            else:
                wrong.append((entry.span, f"{quoted(entry.text)} is no date; write 2027-01-31"))
        elif what == "reason":
            known = replace(known, reason=entry.text.strip())
        if rule:
            named[rule] = known
    yield from named.values()


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text.strip())
    except ValueError:
        return False
    return True


class _Reach:
    """The blocks of an article in order of place, for many comments."""

    def __init__(self, article: Article) -> None:
        self.all = sorted(article.walk(), key=lambda block: block.span.start)
        self.starts = [block.span.start for block in self.all]
        self.outer: list[Block] = []  # the outermost blocks but lists and tables, none in another
        for block in self.all:
            inside = self.outer and block.span.start < self.outer[-1].span.end
            if not inside and block.kind not in (Kind.LIST, Kind.TABLE, Kind.ROW):
                self.outer.append(block)
        self.outer_starts = [block.span.start for block in self.outer]

    def of(self, comment: Span) -> Span:
        """The block around a comment, or the next one after it."""
        number = bisect_right(self.outer_starts, comment.start) - 1
        around = self.outer[number] if number >= 0 else None
        if around is not None and comment.start < around.span.end and around.span != comment:
            return Span(around.span.start, max(around.span.end, comment.end))
        following = bisect_left(self.starts, comment.end)
        if following == len(self.all):
            return comment
        return Span(comment.start, self.all[following].span.end)


class _Active:
    """Suppressions by rule and place, for many findings."""

    def __init__(self, suppressions: Iterable[Suppression]) -> None:
        by_rule: dict[str, list[tuple[int, int, int, Suppression]]] = {}
        for number, each in enumerate(suppressions):
            end = max(each.reach.end, each.reach.start + 1)
            by_rule.setdefault(each.rule, []).append((each.reach.start, end, number, each))
        self._by_rule = {rule: sorted(found, key=lambda row: row[0]) for rule, found in by_rule.items()}
        # how far any of the suppressions up to each one reaches
        self._upto = {
            rule: list(accumulate((end for _, end, _, _ in found), max))
            for rule, found in self._by_rule.items()
        }

    def at(self, place: int, rules: Iterable[str]) -> Suppression | None:
        """The first that is written of those that hold at a place for one of the rules."""
        found: list[tuple[int, Suppression]] = []
        for rule in rules:
            rows, upto = self._by_rule.get(rule, []), self._upto.get(rule, [])
            index = bisect_right(rows, place, key=lambda row: row[0]) - 1
            while index >= 0 and upto[index] > place:
                _, end, number, suppression = rows[index]
                if place < end:
                    found.append((number, suppression))
                index -= 1
        return min(found, key=lambda pair: pair[0])[1] if found else None


def apply_suppressions(
    article: Article,
    findings: Iterable[Finding],
    running: Mapping[str, Rule],
    known: Iterable[str] | None,
    today: date,
) -> Outcome:
    """Take out what is suppressed; add what is wrong with the suppressions themselves.

    `running` are the configured rules by name; `known` all rule names, or None to accept any.
    """
    suppressions, wrong = read_suppressions(article)
    outcome = Outcome()
    findings = _unsilenced(article, findings, running, outcome)
    if not suppressions and not wrong:
        outcome.findings = list(findings)
        return outcome
    expired = [each for each in suppressions if each.has_expired(today)]
    active = _Active(each for each in suppressions if not each.has_expired(today))
    for finding in findings:
        hit = active.at(finding.span.start, (finding.rule, *finding.also))
        if hit is None:
            outcome.findings.append(finding)
        else:
            outcome.used.add(hit)
            outcome.suppressed.append(Suppressed(finding, hit.reason))

    def report(rule_class: type[Rule], span: Span, message: str) -> None:
        rule = running.get(rule_class.name)
        if rule is not None:
            outcome.findings.append(rule.finding(span, message))

    names = set(known) if known is not None else None
    for span, what in wrong:
        report(UnknownSuppression, span, f"This suppression does nothing: {what}.")
    for s in suppressions:
        if names is not None and s.rule not in names:
            report(
                UnknownSuppression, s.span, f"There is no rule {quoted(s.rule)}; correct the name or drop it."
            )
        elif s in expired:
            report(
                ExpiredSuppression,
                s.span,
                f"The suppression of {quoted(s.rule)} ended on {s.until}; mend the copy or renew the date.",
            )
        elif s not in outcome.used and s.rule in running:
            report(
                UnusedSuppression,
                s.span,
                f"Nothing here breaks {quoted(s.rule)} any more; drop the suppression.",
            )
        reason_rule = running.get(SuppressionWithoutReason.name)
        if reason_rule is not None and len(s.reason.split()) < getattr(reason_rule, "least", 1):
            report(
                SuppressionWithoutReason,
                s.span,
                f"The suppression of {quoted(s.rule)} gives no reason; say why it may stand.",
            )
    return outcome


def _unsilenced(
    article: Article, findings: Iterable[Finding], running: Mapping[str, Rule], outcome: Outcome
) -> list[Finding]:
    """The findings that no comment of Vale silences; the others go to the outcome."""
    found = list(findings)
    if not any("." in finding.rule for finding in found):
        return found

    def sees_all(name: str) -> bool:
        rule = running.get(name)
        scopes = getattr(rule.loaded(), "scope", ()) if rule is not None else ()
        return not valecomments.WHOLE_FILE.isdisjoint(scopes)

    is_silenced = valecomments.silencer(article, sees_all)
    if is_silenced is None:
        return found
    outcome.suppressed += [Suppressed(each) for each in found if is_silenced(each)]
    return [each for each in found if not is_silenced(each)]


# -- writing one -----------------------------------------------------------------------------------


COMMENTS = {  # by format, how a comment on a line of its own is written, and whether a blank line must follow
    "markdown": ("<!-- {} -->", True),
    "html": ("<!-- {} -->", False),
    "nitf": ("<!-- {} -->", False),
    "rst": (".. {}", True),
    "asciidoc": ("// {}", False),
}
JSX_COMMENT = ("{{/* {} */}}", True)  # of MDX, which has no other


def suppression_edits(article: Article, rule: str, span: Span, reason: str) -> Iterator[Edit]:
    """Edits that may silence a rule at a place, with a reason, the best first; none where the format has no place.

    The front matter comes first, which readers never see; where that holds suppressions already, or is not
    there, a comment before the block; of plain JSON a key of the object.
    """
    text = article.source.text
    reason = " ".join(reason.split())
    newline = "\r\n" if "\r\n" in text else "\n"
    if article.format == "json":
        at = text.find("{") + 1
        yield Edit(Span(at, at), f'"presslint": {{"ignore": {{{_scalar(rule)}: {_scalar(reason)}}}}}, ')
        return
    has_own = bool(article.all(OURS))
    fence = text[: article.body_start].rstrip()[-3:]
    if article.body_start and fence in ("---", "+++") and text.startswith(fence) and not has_own:
        at = text.rfind(fence, 0, article.body_start)
        if fence == "---":
            lines = ["presslint:", "  ignore:", f"    {rule}: {_scalar(reason)}", ""]
        else:
            lines = ["", "[presslint.ignore]", f"{rule} = {_scalar(reason)}", ""]
        yield Edit(Span(at, at), newline.join(lines))
    form = COMMENTS.get(article.format)
    if article.source.path.endswith(".mdx"):
        form = JSX_COMMENT
    if form is not None:
        yield from _comments(
            article, rule, span, reason.replace("--", "—").replace("*/", "* /"), form, newline
        )


def _comments(
    article: Article, rule: str, span: Span, reason: str, form: tuple[str, bool], newline: str
) -> Iterator[Edit]:
    """Comments before the block of a place, on a line of their own and right before its words; or for the article."""
    comment, with_blank = form
    end = newline * 2 if with_blank else newline
    block = next((each for each in article.blocks if each.span.start <= span.start < each.span.end), None)
    if block is not None:
        written = comment.format(f"presslint: ignore[{rule}] {reason}")
        at = article.source.line_start(block.span.start)
        yield Edit(Span(at, at), written + end)
        if comment.startswith("<") and block.span.start != at:
            yield Edit(Span(block.span.start, block.span.start), written)
    written = comment.format(f"presslint: file-ignore[{rule}] {reason}")
    for at in dict.fromkeys((article.body_start, article.source.line_start(article.body_start))):
        yield Edit(Span(at, at), written + end)


def suppression_edit(article: Article, finding: Finding, reason: str) -> Edit | None:
    """The edit that silences a finding with a reason; None where the format has no place for it."""
    if article.format != "markdown":
        return None
    return next(suppression_edits(article, finding.rule, finding.span, reason), None)


def _scalar(text: str) -> str:
    """Double-quoted, which YAML, TOML and JSON read alike."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
