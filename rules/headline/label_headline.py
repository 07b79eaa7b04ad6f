from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Passage, Rule, Severity, quoted, regex
from presslint.desk import BESIDE_SLOTS, DAY_AND_YEAR, SLOTS, WEEKDAYS_BESIDE, DateMention, fold

_WELCOME = regex(r"(?:Welcome to|Here is|Today is|News for|Update for|Briefing for)\s")
_SET_OFF = regex(r"[—–|:·•(-]\s?\Z")
_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WRITTEN = regex(DAY_AND_YEAR)
_LABEL = regex(
    r"(?:breaking|news|update|alert|report|analysis|special|exclusive|live|latest)\b", re.IGNORECASE
)


class LabelHeadline(Rule):
    """A headline says what happened, not which day's slot it fills.

    “Welcome to February 14, 2026” and “Breaking: Significant developments — 2026-03-11” are the labels
    of a template: tomorrow's page has the same headline with another date, and no reader learns why to
    read either. Told are a greeting of a date, a news label with a machine's date at its end (a
    suggestion without the label, as minutes and releases are named so), a slot with the day of its date and no other
    word (“Actualités du 14 février 2026”), and a label with nothing but the site's own name.
    """

    severity = Severity.WARNING
    sources = ("AP and Poynter headline teaching: a headline has a subject and a verb",)
    not_for = frozenset({"event", "index", "results", "live"})
    yields_to: ClassVar = {"missing-core-field": "place"}
    reads = frozenset({"headline"})
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
        Bad(
            "---\ntitle: [[Actualités du 14 février 2026]]\nlang: fr\n---\nLe quai est ouvert.\n",
            severity="warning",
        ),
        Bad("---\ntitle: [[Noticias del lunes 4 de mayo de 2026]]\nlang: es\n---\nEl muelle abre.\n"),
        Bad("---\ntitle: [[Daily News Briefing – 4 May 2026]]\n---\nThe pier is open.\n"),
        Bad(
            "---\ntitle: [[Morning Brief · Fútbol · 2026-05-04]]\nlang: es\n---\nEl muelle.\n",
            severity="suggestion",
        ),
        Good("---\ntitle: Newsletter May 2026\n---\nThe pier is open.\n"),
        Good("---\ntitle: News of the pier, 4 May 2026\n---\nThe pier is open.\n"),
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
    if _is_slot(line, dates):
        return "a date", None
    if any(_is_stamp_at_end(line, mention) for mention in dates):
        return "a machine's date", None if _LABEL.match(text) else Severity.SUGGESTION
    head, _, tail = text.partition(": ")
    if tail and len(head.split()) <= 3 and fold(tail).removeprefix("the ") in names:
        return "the site's name", None
    return "", None


def _is_slot(line: Passage, dates: Sequence[DateMention]) -> bool:
    """Whether a headline has nothing but the name of a slot and a day: “Nieuws van maandag 4 mei 2026”."""
    text = _WRITTEN.sub(" ", line.text)
    whole = [mention for mention in dates if mention.year is not None]
    for mention in whole:
        text = text.replace(mention.text, " ")
    if not whole and text == line.text:
        return False
    words = [word.lower() for word in _WORD.findall(text)]
    return not SLOTS.isdisjoint(words) and all(
        word in SLOTS or word in BESIDE_SLOTS or word in WEEKDAYS_BESIDE for word in words
    )


def _is_stamp_at_end(line: Passage, mention: DateMention) -> bool:
    """Whether “2026-05-04” ends a line, set off from its words by a dash, a colon or a bracket."""
    is_stamp = mention.form == "iso" and "-" in mention.text
    return (
        is_stamp
        and line.after(mention.passage) in ("", ")")
        and _SET_OFF.search(line.before(mention.passage)) is not None
    )
