from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from presslint import Bad, Digest, Finding, Good, Option, Severity, SiteIndex, SiteRule, regex

_VARIANT = regex(r"(?:^|[/._-])(?:amp|print|printable|mobile)(?:[/._-]|$)", re.IGNORECASE)
_POOL = "The pool in the park closes for good on Friday, the council said, as no buyer was found in a year."
_DAYS = 30  # in which two articles with one headline are taken for one story
_SERIES = 3  # as many articles with one headline, or one text, are a series


class DuplicateArticle(SiteRule):
    """Each article stands on the site once.

    Two pages with the same text split their readers and their links, and the search engine picks one
    of them, which may be the wrong one; two with the same address overwrite each other. The rule
    reports the later one. Translations, print and AMP versions, drafts and pages that name the other
    in a canonical link are no duplicates; a headline or a form that three articles share is a series.
    The notice of an event that comes again may say the same again: a suggestion.
    """

    severity = Severity.ERROR
    sources = ("Google Search Central, canonical pages", "Credibility Coalition, originality")
    series: tuple[str, ...] = Option((), description="Headlines that recur on purpose, such as “Letters”.")
    examples = (
        Bad(
            f"%% may/pool.md\n---\ntitle: Pool closes\ndate: 2026-05-05\n---\n{_POOL}\n"
            f"%% may/pool-2.md\n---\ntitle: [[Swimmers lose their pool]]\ndate: 2026-05-06\n---\n{_POOL}\n",
            says="This article has the same text as “may/pool.md”; keep one of them, or name the original "
            "in a canonical link.",
            severity="error",
        ),
        Bad(
            "%% a.md\n---\ntitle: Pool closes\nslug: pool\ndate: 2026-05-05\n---\nIt closes on Friday.\n"
            "%% b.md\n---\ntitle: [[Pool opens]]\nslug: pool\ndate: 2026-05-06\n---\nIt opens on Sunday.\n",
            severity="error",
            says="This article has the same address as “a.md”; give it a slug of its own.",
        ),
        Bad(
            "%% a.md\n---\ntitle: Pool closes for good\ndate: 2026-05-05\n---\nIt closes on Friday.\n"
            "%% b.md\n---\ntitle: [[Pool closes for good]]\ndate: 2026-05-06\n---\nNobody swims here.\n",
            severity="warning",
            says="This article has the headline of “a.md”; say in the headline what is new.",
        ),
        Bad(
            f"%% events/1.md\n---\ntitle: Swim with us\ndate: 2026-05-05\n---\n{_POOL}\n"
            f"%% events/2.md\n---\ntitle: [[Swim with us]]\ndate: 2026-06-05\n---\n{_POOL}\n",
            severity="suggestion",
        ),
        Good(
            "%% a.md\n---\ntitle: Pool closes\ndate: 2026-05-05\n---\nIt closes on Friday, says the mayor.\n"
            "%% b.md\n---\ntitle: Pool opens\ndate: 2026-05-06\n---\nNobody swims here any more.\n"
        ),
        Good(
            "%% en/pool.md\n---\ntitle: Pool closes\nlang: en\n---\nIt closes on Friday.\n"
            "%% de/pool.md\n---\ntitle: Pool closes\nlang: de\n---\nEs schließt am Freitag.\n"
        ),
        Good(
            "%% 1.md\n---\ntitle: Our letters\ndate: 2026-05-05\n---\nA letter on swans.\n"
            "%% 2.md\n---\ntitle: Our letters\ndate: 2026-05-12\n---\nA letter on trams.\n"
            "%% 3.md\n---\ntitle: Our letters\ndate: 2026-05-19\n---\nA letter on bells.\n"
        ),
        Good(
            "%% a.md\n---\ntitle: Pool is closed\ndate: 2026-05-05\n---\nIt closes on Friday.\n%% b.md\n---\n"
            "title: Pool is closed\ndate: 2026-06-05\n---\nIt closes on Friday.\n"
        ),
        Bad(
            "%% a.md\n---\ntitle: One\ndate: 2026-05-05\n---\nThey mend taps and pipes and drains at all "
            "hours of the day, and in the night too when a cellar stands under water. A call costs "
            "nothing, the visit forty euros, and the work is paid by the hour. Whoever needs one looks "
            "in the list below, which holds the names of all firms with a seat in the town and a licence "
            "from the guild. Ask for a price in writing before the work begins, keep the bill, and pay "
            "when the tap no longer drips.Ayton is proud of its plumbers, who have been at work in the "
            "lanes behind the church since the days when water was carried up the hill in buckets by "
            "boys who were paid in apples for it.\n%% b.md\n---\ntitle: [[Two]]\ndate: 2026-05-06\n---\nThey "
            "mend taps and pipes and drains at all hours of the day, and in the night too when a cellar "
            "stands under water. A call costs nothing, the visit forty euros, and the work is paid by "
            "the hour. Whoever needs one looks in the list below, which holds the names of all firms "
            "with a seat in the town and a licence from the guild. Ask for a price in writing before the "
            "work begins, keep the bill, and pay when the tap no longer drips.Ayton is proud of its "
            "plumbers, who have been at work in the lanes behind the church since the days when water "
            "was carried up the hill in buckets by boys who were paid in apples for it. It is.\n%% c.md\n"
            "---\ntitle: [[Six]]\ndate: 2026-05-07\n---\nThey mend taps and pipes and drains at all hours of "
            "the day, and in the night too when a cellar stands under water. A call costs nothing, the "
            "visit forty euros, and the work is paid by the hour. Whoever needs one looks in the list "
            "below, which holds the names of all firms with a seat in the town and a licence from the "
            "guild. Ask for a price in writing before the work begins, keep the bill, and pay when the "
            "tap no longer drips.Ayton is proud of its plumbers, who have been at work in the lanes "
            "behind the church since the days when water was carried up the hill in buckets by boys who "
            "were paid in apples for it. It was.\n",
            says="This article has nearly all its text from “a.md”; keep one of them, or name the original in "
            "a canonical link.",
            severity="warning",
        ),
        Bad(
            "%% a.md\n---\ntitle: Pool is closed\ndate: 2026-05-05\n---\nIt closes on Friday.\n%% b.md\n---\n"
            "title: [[Pool is closed]]\ndate: 2026-06-04\n---\nIt closes on Friday.\n",
            says="This article has the headline of “a.md”; say in the headline what is new.",
            severity="warning",
        ),
        Good(
            "%% a.md\n---\ntitle: One pool\ndate: 2026-05-05\n---\nThe pool in the park closes for good on "
            "Friday, the council said, as no buyer was found in a year.\n%% b.md\n---\ntitle: Two\ndate: "
            "2026-05-06\ncanonical: https://a.example.org/a\n---\nThe pool in the park closes for good on "
            "Friday, the council said, as no buyer was found in a year.\n"
        ),
        Good(
            "%% a.md\n---\ntitle: Pool is closed\ndate: 2026-05-05\n---\nIt closes on Friday.\n%% b.md\n---\n"
            "title: Pool is closed\ndate: 2026-05-05\n---\nIt closes on Friday.\n%% c.md\n---\ntitle: Pool is "
            "closed\ndate: 2026-05-05\n---\nIt closes on Friday.\n"
        ),
        Good(
            "%% a.md\n---\ntitle: Pool closed\ndate: 2026-05-05\n---\nIt closes on Friday.\n%% b.md\n---\ntitle: "
            "Pool closed\ndate: 2026-05-05\n---\nIt closes on Friday.\n"
        ),
        Bad(
            "%% a.md\n---\ntitle: One\ndate: 2026-05-05\n---\nOne two six ten red old wet cold new big big "
            "sea.\n%% b.md\n---\ntitle: [[Two]]\ndate: 2026-05-06\n---\nOne two six ten red old wet cold new "
            "big big sea.\n",
            says="This article has the same text as “a.md”; keep one of them, or name the original in a "
            "canonical link.",
            severity="error",
        ),
        Good(
            "%% a.md\n---\ntitle: One\ndate: 2026-05-05\n---\nOne two six ten red old wet cold new big sea.\n"
            "%% b.md\n---\ntitle: Two\ndate: 2026-05-06\n---\nOne two six ten red old wet cold new big sea.\n"
        ),
    )

    def conclude(self, site: SiteIndex) -> Iterator[tuple[str, Finding]]:
        reported: set[str] = set()
        for later, earlier, how, level in self._pairs(site):
            if later.key not in reported and not _excused(later, earlier):
                reported.add(later.key)
                if how != "the same address as" and _recurs(later, earlier):
                    level = Severity.SUGGESTION
                yield self.on(
                    later, f"This article has {how} “{earlier.key}”; {_REMEDIES[how]}.", severity=level
                )

    def _pairs(self, site: SiteIndex) -> Iterator[tuple[Digest, Digest, str, Severity]]:
        for _, group in site.groups("body"):
            if group[0].words >= 12:
                for later in group[1:]:
                    yield later, group[0], "the same text as", Severity.ERROR
        copies = site.overlaps(least=0.9)
        partners = Counter(each.key for overlap in copies for each in (overlap.later, overlap.earlier))
        for overlap in copies:
            if max(partners[overlap.later.key], partners[overlap.earlier.key]) < _SERIES:
                yield overlap.later, overlap.earlier, "nearly all its text from", Severity.WARNING
        for _, group in site.groups("address"):
            for later in group[1:]:
                yield later, group[0], "the same address as", Severity.ERROR
        for _, group in site.groups("headline"):
            if (
                len(group) < _SERIES
                and group[0].headline not in self.series
                and len(group[0].headline.split()) > 2
            ):
                for later in group[1:]:
                    if _within_days(later, group[0]):
                        yield later, group[0], "the headline of", Severity.WARNING


_REMEDIES = {
    "the same text as": "keep one of them, or name the original in a canonical link",
    "nearly all its text from": "keep one of them, or name the original in a canonical link",
    "the same address as": "give it a slug of its own",
    "the headline of": "say in the headline what is new",
}


def _within_days(one: Digest, other: Digest) -> bool:
    first, second = one.day, other.day
    return first is not None and second is not None and abs((first - second).days) <= _DAYS


def _recurs(one: Digest, other: Digest) -> bool:
    """Whether both announce events on days of their own, in words that return with the event."""
    return one.story_type == other.story_type == "event" and one.published != other.published


def _excused(later: Digest, earlier: Digest) -> bool:
    return (
        later.draft
        or earlier.draft
        or later.language != earlier.language
        or bool(later.canonical or earlier.canonical)
        or bool(_VARIANT.search(later.key)) is not bool(_VARIANT.search(earlier.key))
    )
