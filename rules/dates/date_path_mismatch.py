from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Rule, Severity, quoted, regex
from presslint.desk import instant

# “2026-01-07-slug.md”, “2026-01-07-slug/index.md”, “/2026/01/07/slug.md”
_IN_PATH = regex(
    r"(?:\A|/)(?P<year>(?:19|20)\d\d)(?P<dash>[-/])(?P<month>\d\d)(?P=dash)(?P<day>\d\d)(?=[-_/.])[^/]*(?:/[^/]*)?\Z"
)
_EVENTS = frozenset("event events calendar meetings meetup meetups webinars".split())
DAY = timedelta(days=1)


class DatePathMismatch(Rule):
    """The date field and the date in the file's name are one day.

    A post that is copied as a template keeps last year's date in one of the two, and then stands at the
    wrong place in every list. Sure are a year that is another one, day and month that are swapped, and a
    month that is another one while the day is the same. Any other difference of more than a day is a
    suggestion, as files are often named on the day they were begun. Calendar entries, whose date is that
    of the event, and drafts are left alone.
    """

    severity = Severity.WARNING
    sources = ("Jekyll, writing posts: the date in the file's name", "Hugo, front matter: dates")
    needs = frozenset({"metadata"})
    reads = frozenset({"published"})
    not_for = frozenset({"event", "index"})
    examples: ClassVar = (
        Bad(
            "---\ntitle: Pool closes\ndate: [[2025-01-07]]\n---\nIt closes.\n",
            name="_posts/2026-01-07-pool-closes.md",
            says="“2025-01-07” is the date of the article, but its file is named after 2026-01-07; "
            "correct the one that is wrong.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Pool closes\ndate: [[2026-06-10]]\n---\nIt closes.\n",
            name="posts/2026-10-06-pool-closes/index.md",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Pool closes\ndate: [[2026-07-02]]\n---\nIt closes.\n",
            name="posts/2026/06/02/pool-closes.md",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Pool closes\ndate: [[2026-06-12]]\n---\nIt closes.\n",
            name="_posts/2026-06-02-pool-closes.md",
            severity="suggestion",
        ),
        Good(
            "---\ntitle: Pool closes\ndate: 2026-06-03T00:30:00+02:00\n---\nIt closes.\n",
            name="_posts/2026-06-02-pool-closes.md",
        ),
        Good(
            "---\ntitle: Pool night\ntype: event\ndate: 2026-07-02\n---\nIt is in July.\n",
            name="posts/2026-06-02-pool-night.md",
        ),
        Good(
            "---\ntitle: Pool night\ntype: news\ndate: 2026-07-02\n---\nIt is in July.\n",
            name="meetups/2026-06-02-pool-night.md",
        ),
        Good(
            "---\ntitle: Pool closes\ndate: 2026-07-02\n---\nIt closes.\n",
            name="2026-06-02-old/posts/pool/closes.md",
        ),
        Bad(
            "---\ntitle: Pool closes\ndate: [[2026-06-04]]\n---\nIt closes.\n",
            name="_posts/2026-06-02-pool-closes.md",
            says="“2026-06-04” is the date of the article, but its file is named after 2026-06-02; correct "
            "the one that is wrong.",
            severity="suggestion",
        ),
        Good(
            '<article><h1>Pool closes</h1><p class="date">Published: 12 June 2026</p><p>It '
            "closes.</p></article>\n",
            name="posts/2026-06-02-pool-closes.html",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        field, named = article.published, dated_path(article.source.path.replace("\\", "/"))
        moment = instant(field, article.language_data)
        if field is None or moment is None or named is None or article.is_draft:
            return
        if field.origin not in ("front matter", "head"):
            return
        if abs(moment.date - named) <= DAY:
            return
        yield self.finding(
            field,
            f"{quoted(field.text)} is the date of the article, but its file is named after "
            f"{named.isoformat()}; correct the one that is wrong.",
            severity=None if is_slip(moment.date, named) else Severity.SUGGESTION,
        )


def dated_path(path: str) -> date | None:
    """The day in a file's name, in its folder's, or in the three folders above it."""
    match = _IN_PATH.search(path)
    if match is None or not _EVENTS.isdisjoint(path.lower().split("/")):
        return None
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def is_slip(one: date, other: date) -> bool:
    """Whether one of two days came about by a wrong year, a wrong month, or day and month swapped."""
    apart = [one.year != other.year, one.month != other.month, one.day != other.day]
    swapped = one.year == other.year and (one.month, one.day) == (other.day, other.month)
    return swapped or apart in ([True, False, False], [False, True, False])
