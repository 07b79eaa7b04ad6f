from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Passage, Rule, Severity, quoted
from presslint.language.dates import DateMention
from presslint.language.likeness import fold
from presslint.model.regex import regex

_WELCOME = regex(r"(?:Welcome to|Here is|Today is|News for|Update for|Briefing for)\s")
_SET_OFF = regex(r"[—–|:(-]\s?\Z")
_LABEL = regex(
    r"(?:breaking|news|update|alert|report|analysis|special|exclusive|live|latest)\b", re.IGNORECASE
)


class LabelHeadline(Rule):
    """A headline says what happened, not which day's slot it fills.

    “Welcome to February 14, 2026” and “Breaking: Significant developments — 2026-03-11” are the labels
    of a template: tomorrow's page has the same headline with another date, and no reader learns why to
    read either. Told are a greeting of a date, a news label with a machine's date at its end (a
    suggestion without the label, as minutes and releases are named so), and a label with nothing but
    the site's own name.
    """

    severity = Severity.WARNING
    sources = ("AP and Poynter headline teaching: a headline has a subject and a verb",)
    languages = frozenset({"en"})
    not_for = frozenset({"event", "index", "results", "live"})
    yields_to: ClassVar = {"missing-core-field": "place"}
    looks_at = frozenset({"headline"})
    examples: ClassVar = (
        Bad(
            "---\ntitle: [[Welcome to February 14, 2026]]\n---\nThe pier is open.\n",
            says="“Welcome to February 14, 2026” is a label with a date; say what happened.",
            severity="warning",
        ),
        Bad(
            '---\ntitle: "[[Breaking: Significant harbour news — 2026-03-11]]"\n---\nThe pier is open.\n',
            says="“Breaking: Significant harbour news — 2026-03-11” is a label with a machine's date; say "
            "what happened.",
            severity="warning",
        ),
        Bad(
            '---\ntitle: "[[Harbour board minutes — 2026-03-11]]"\n---\nThe pier is open.\n',
            severity="suggestion",
        ),
        Bad(
            '---\ntitle: "[[Pier Notices: The Harbour Post]]"\nsite_name: The Harbour Post\n---\nThe pier is open.\n',
            says="“Pier Notices: The Harbour Post” is a label with the site's name; say what happened.",
            severity="warning",
        ),
        Good("---\ntitle: Pier opens on February 14, 2026\n---\nThe pier is open.\n"),
        Good("---\ntitle: Welcome to the new pier\n---\nThe pier is open.\n"),
        Good(
            '---\ntitle: "Pier opens after a winter of repairs | The Harbour Post"\nsite_name: The Harbour Post\n---\nOpen.\n'
        ),
        Good("---\ntitle: Welcome to the pier of February 14, 2026\n---\nText.\n"),
        Good('---\ntitle: "All Old Pier News: Harbour Post"\nsite_name: The Harbour Post\n---\nText.\n'),
        Bad(
            '---\ntitle: "[[All Pier News: Harbour Post]]"\nsite_name: The Harbour Post\n---\nText.\n',
            says="“All Pier News: Harbour Post” is a label with the site's name; say what happened.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        headline = article.headline
        if headline is None:
            return
        line = headline.passage.strip()
        text = line.text
        what, severity = label_of(line, article.dates.within(line), names_of(article))
        if what:
            yield self.finding(
                headline, f"{quoted(text)} is a label with {what}; say what happened.", severity=severity
            )


def names_of(article: Article) -> frozenset[str]:
    """The names under which the site goes, as its own or as its byline, folded."""
    site = article.get("site")
    fields = (*article.bylines, *((site,) if site is not None else ()))
    return frozenset(fold(field.text).removeprefix("the ") for field in fields if field.text.strip())


def label_of(
    line: Passage, dates: Sequence[DateMention], names: frozenset[str]
) -> tuple[str, Severity | None]:
    """What a headline has beside its label; empty where it is no mere label."""
    text = line.text
    greeting = _WELCOME.match(text)
    if greeting is not None:
        for mention in dates:
            if mention.start <= greeting.end() and not text[mention.end :].strip(" .!"):
                return "a date", None
    if any(_is_stamp_at_end(line, mention) for mention in dates):
        return "a machine's date", None if _LABEL.match(text) else Severity.SUGGESTION
    head, _, tail = text.partition(": ")
    if tail and len(head.split()) <= 3 and fold(tail).removeprefix("the ") in names:
        return "the site's name", None
    return "", None


def _is_stamp_at_end(line: Passage, mention: DateMention) -> bool:
    """Whether “2026-05-04” ends a line, set off from its words by a dash, a colon or a bracket."""
    is_stamp = mention.form == "iso" and "-" in mention.text
    return (
        is_stamp
        and line.after(mention.passage) in ("", ")")
        and _SET_OFF.search(line.before(mention.passage)) is not None
    )
