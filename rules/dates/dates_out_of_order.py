from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from presslint import Article, Bad, Field, Finding, Good, Rule, Severity, quoted, regex
from presslint.desk import Instant, any_of, instant

DAY = timedelta(days=1)
AHEAD = timedelta(days=31)  # an article may be finished so long before the day for which it is scheduled
# “was held on 5 May”, not “was to be held on”, “had been due on”
_TOLD_AS_PAST = regex(
    r"\b(?:was|were|took place|happened|met|died|won|voted|signed|opened|launched|held|announced|"
    r"began|ended|fell) (?:[a-z]+ ){0,3}on $"
)
_AHEAD = any_of(
    ("will", "would", "to be", "due", "set"),
    (r"schedul\w+", r"plann\w+", r"expect\w+", r"postpon\w+", r"delay\w+"),
    r"mov\w+ resched\w+ until updated revised edited modified through for if must should may might can could shall",
    r"deadline expire\w* effective",
)
_OF_THE_FUTURE = regex(rf"\b{_AHEAD}\b", re.IGNORECASE)


class DatesOutOfOrder(Rule):
    """An article is changed after it is published, and tells as past only what has happened.

    A modification long before the publication or an expiry before it means that one of the dates was
    mistyped or lost in an import, and readers and search engines are shown the wrong one. An article
    that was finished up to a month before its day was scheduled for it, which is no slip. A date
    after the publication that the copy tells as past is, in English, a wrong year or a wrong month. Days are
    compared with a day's room for time zones; scheduled articles and drafts may lie in the future.
    """

    severity = Severity.WARNING
    sources = ("schema.org, datePublished and dateModified", "Google Search Central, publication dates")
    reads = frozenset({"published"})
    examples = (
        Bad(
            "---\ntitle: Pool closes\ndate: 2026-05-05\nlastmod: [[2025-05-06]]\n---\nIt closes.\n",
            says="“2025-05-06” as date of change lies before the publication on 2026-05-05; "
            "correct one of the two.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Pool closes\ndate: 2026-05-05\n---\nThe vote was held on [[3 June 2026]].\n",
            says="“3 June 2026” is told as past, but the article is dated 2026-05-05; "
            "correct the date or the tense.",
        ),
        Bad(
            "---\ntitle: Pool closes\ndate: 2026-05-05\nexpires: [[2026-05-01]]\n---\nIt closes.\n",
            says="“2026-05-01” as date of expiry lies before the publication on 2026-05-05; correct one of "
            "the two.",
        ),
        Bad(
            "---\ntitle: Pool closes\ndate: [[2027-05-05]]\n---\nIt closes.\n",
            says="“2027-05-05” as date of publication lies in the future; correct it, or mark the article as "
            "scheduled or as a draft.",
        ),
        Good("---\ntitle: Pool closes\ndate: 2026-05-05\nlastmod: 2026-04-10\n---\nIt closes.\n"),
        Bad("---\ntitle: Pool closes\ndate: 2026-05-05\nlastmod: [[2026-03-10]]\n---\nIt closes.\n"),
        Good("---\ntitle: Pool closes\ndate: 2026-05-05\nlastmod: 2026-05-06\n---\nIt closes.\n"),
        Good("---\ntitle: Pool closes\ndate: 2026-05-05T23:30:00\nlastmod: 2026-05-05\n---\nIt closes.\n"),
        Good("---\ntitle: Pool closes\ndate: 2027-05-05\nstatus: scheduled\n---\nIt closes.\n"),
        Good("---\ntitle: Pool closes\ndate: 2026-05-05\n---\nThe vote was due to be held on 3 June 2026.\n"),
        Good("---\ntitle: Vote\ndate: 2026-05-05\nlastmod: 2026-07-01\n---\nThe vote was on 3 June 2026.\n"),
        Good("---\ntitle: Pool closes\ndate: 2026-06-02\n---\nIt closes.\n"),
        Good("---\ntitle: Pool closes\ndate: 2026-05-05\n---\nThe vote was held on 6 May 2026.\n"),
        Bad(
            "---\ntitle: Pool closes\ndate: [[2026-06-03]]\n---\nIt closes.\n",
            says="“2026-06-03” as date of publication lies in the future; correct it, or mark the article as "
            "scheduled or as a draft.",
            severity="warning",
        ),
        Good("---\ntitle: Pool closes\ndate: 2026-05-05\nexpires: 2026-05-04\n---\nIt closes.\n"),
        Bad(
            "---\ntitle: Pool closes\ndate: 2026-05-05\n---\nIt will rain. The vote was held on [[3 June "
            "2026]].\n",
            says="“3 June 2026” is told as past, but the article is dated 2026-05-05; correct the date or the "
            "tense.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Pool closes\ndate: 2026-05-05\n---\nIt will, as the board and the crew and the "
            "pilots and the mayor and all the rest of the town said at noon in the old hall by the mill "
            "and at the pier, be seen that the vote was held on [[3 June 2026]].\n",
            says="“3 June 2026” is told as past, but the article is dated 2026-05-05; correct the date or the "
            "tense.",
            severity="warning",
        ),
        Good(
            "---\ntitle: Pool closes\ndate: 2026-05-05\n---\nIt will, as the board and the crew and the "
            "pilots and the mayor said at noon in the old hall, show the vote was held on 3 June 2026.\n"
        ),
        Bad(
            "---\ntitle: La piscine ferme\nlanguage: fr\ndate: 5 mai 2026\nlastmod: [[6 mai 2025]]\n---\nElle ferme pour de bon.\n",
            severity="warning",
        ),
        Bad(
            "---\ntitle: プールが閉まる\nlanguage: ja\ndate: 2026年5月5日\nlastmod: [[2025年5月6日]]\n---\nプールが閉まる。\n",
            severity="warning",
        ),
        Good(
            "---\ntitle: Das Bad schließt\nlanguage: de\ndate: 5. Mai 2026\nlastmod: 6. Mai 2026\n---\nEs schließt.\n"
        ),
        Good(
            "---\ntitle: Das Bad schließt\nlanguage: de\ndate: 2026-05-05\n---\nDie Wahl fand am 3. Juni 2026 statt.\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        words = article.language_data
        published, modified = instant(article.published, words), instant(article.get("modified"), words)
        if published is None:
            return
        for name, meaning, room in (
            ("modified", "date of change", AHEAD),
            ("expires", "date of expiry", DAY),
        ):
            field = article.get(name)
            moment = instant(field, words)
            if field is not None and moment is not None and _precedes(moment, published, room):
                yield self.finding(
                    field,
                    f"{quoted(field.text)} as {meaning} lies before the publication on "
                    f"{published.date.isoformat()}; correct one of the two.",
                )
        yield from self._in_the_future(article, article.published, published)
        if article.primary_language == "en":  # whose tenses it knows
            yield from self._told_as_past(
                article, max(published.date, modified.date if modified else published.date)
            )

    def _in_the_future(self, article: Article, field: Field | None, published: Instant) -> Iterator[Finding]:
        today = article.settings.get("today")
        if (
            field is None
            or not isinstance(today, date)
            or published.date <= today + DAY
            or _is_scheduled(article)
        ):
            return
        yield self.finding(
            field,
            f"{quoted(field.text)} as date of publication lies in the future; "
            "correct it, or mark the article as scheduled or as a draft.",
        )

    def _told_as_past(self, article: Article, written: date) -> Iterator[Finding]:
        for passage in article.own_prose:
            for mention in article.dates.within(passage) if " on " in passage.text else ():
                if mention.year is None or mention.date is None or mention.date <= written + DAY:
                    continue
                where = mention.passage
                clause = re.split(r"[.;!?] ", passage.before(where, 120))[-1]
                if _TOLD_AS_PAST.search(clause) and not _OF_THE_FUTURE.search(clause):
                    yield self.finding(
                        where,
                        f"{quoted(where.text)} is told as past, but the article is dated "
                        f"{written.isoformat()}; correct the date or the tense.",
                    )


def _precedes(moment: Instant, published: Instant, room: timedelta) -> bool:
    """Earlier by more than a time zone or a schedule explains."""
    return moment.before(published) and published.date - moment.date > room


def _is_scheduled(article: Article) -> bool:
    status = article.get("status")
    return (
        article.is_draft
        or article.get("embargo") is not None
        or (status is not None and status.text.lower() in ("scheduled", "future", "embargoed", "planned"))
    )
