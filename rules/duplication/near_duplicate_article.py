from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from presslint import Bad, Digest, Finding, Good, Option, Overlap, Severity, SiteIndex, SiteRule

# what two pages of a content farm share, and what each has of its own
_SHARED = (
    "They mend taps and pipes and drains at all hours of the day, and in the night too when a cellar stands "
    "under water. A call costs nothing, the visit forty euros, and the work is paid by the hour. Whoever "
    "needs one looks in the list below, which holds the names of all firms with a seat in the town and a "
    "licence from the guild. Ask for a price in writing before the work begins, keep the bill, and pay when "
    "the tap no longer drips."
)
_AYTON = (
    "Ayton is proud of its plumbers, who have been at work in the lanes behind the church since the days "
    "when water was carried up the hill in buckets by boys who were paid in apples for it."
)
_BEETON = (
    "Beeton has had good plumbers for long, as all who live here know well enough by now, and many say so "
    "when asked in the street on a Saturday before noon, in the rain or in the sun."
)
_RUNNING = 3  # days in which a story is told again as it goes on


class NearDuplicateArticle(SiteRule):
    """An article says more than an earlier one with the names changed.

    Pages that differ in the name of a town are written for search engines, and a story that repeats
    most of last month's without a link to it leaves the reader guessing what is new. The rule reports
    an article of which half or more stands in an earlier one. A story that goes on within three days
    or links to the earlier one is left alone; so are forms that recur (notices of meetings, release
    notes), recognised by the number of articles that share them.
    """

    severity = Severity.SUGGESTION
    sources = ("Google Search Central, duplicate content", "NewsGuard, content farms")
    not_for = frozenset({"event", "index", "docs", "results", "live", "newsletter"})
    template: int = Option(3, ge=2, description="As many articles with the same text are a form that recurs.")
    examples = (
        Bad(
            f"%% ayton.md\n---\ntitle: Plumbers in Ayton\ndate: 2026-03-05\n---\n{_AYTON} {_SHARED}\n"
            f"%% beeton.md\n---\ntitle: [[Plumbers in Beeton]]\ndate: 2026-05-05\n---\n{_BEETON} {_SHARED}\n",
            says="65 percent of the shorter text is also in “ayton.md”; say what is new, and link to the "
            "earlier article.",
            severity="suggestion",
        ),
        Good(
            f"%% ayton.md\n---\ntitle: Plumbers in Ayton\ndate: 2026-05-04\n---\n{_AYTON} {_SHARED}\n"
            f"%% beeton.md\n---\ntitle: Plumbers in Beeton\ndate: 2026-05-05\n---\n{_BEETON} {_SHARED}\n"
        ),
        Good(
            f"%% ayton.md\n---\ntitle: Plumbers in Ayton\ndate: 2026-03-05\n---\n{_AYTON} {_SHARED}\n"
            f"%% beeton.md\n---\ntitle: Plumbers in Beeton\ndate: 2026-05-05\n---\n{_BEETON} {_SHARED} "
            "See also [Ayton](/towns/ayton/).\n"
        ),
        Good(
            f"%% ayton.md\n---\ntitle: Plumbers in Ayton\ndate: 2026-03-05\n---\n{_AYTON}\n"
            f"%% beeton.md\n---\ntitle: Plumbers in Beeton\ndate: 2026-05-05\n---\n{_BEETON}\n"
        ),
        Bad(
            "%% ayton.md\n---\ntitle: Plumbers in Ayton\ndate: 2026-03-05\n---\nAyton is proud of its "
            "plumbers, who have been at work in the lanes behind the church since the days when water "
            "was carried up the hill in buckets by boys who were paid in apples for it.They mend taps "
            "and pipes and drains at all hours of the day, and in the night too when a cellar stands "
            "under water. A call costs nothing, the visit forty euros, and the work is paid by the hour. "
            "Whoever needs one looks in the list below, which holds the names of all firms with a seat "
            "in the town and a licence from the guild. Ask for a price in writing before the work "
            "begins, keep the bill, and pay when the tap no longer drips.\n%% beeton.md\n---\ntitle: "
            "[[Plumbers in Beeton]]\ndate: 2026-05-05\n---\nThey mend taps and pipes and drains at all "
            "hours of the day, and in the night too when a cellar stands under water. A call costs "
            "nothing, the visit forty euros, and the work is paid by the hour. Whoever needs one looks "
            "in the list below, which holds the names of all firms with a seat in the town and a licence "
            "from the guild. Ask for a price in writing before the work begins, keep the bill, and pay "
            "when the tap no longer drips.Beeton has had good plumbers for long, as all who live here "
            "know well enough by now, and many say so when asked in the street on a Saturday before "
            "noon, in the rain or in the sun.\n%% ceeton.md\n---\ntitle: Plumbers in Ceeton\ndate: "
            "2026-05-25\n---\nThey mend taps and pipes and drains at all hours of the day, and in the "
            "night too when a cellar stands under water. A call costs nothing, the visit forty euros, "
            "and the work is paid by the hour. Whoever needs one looks in the list below, which holds "
            "the names of all firms with a seat in the town and a licence from the guild. Ask for a "
            "price in writing before the work begins, keep the bill, and pay when the tap no longer "
            "drips.\n",
            says="69 percent of the shorter text is also in “ayton.md”; say what is new, and link to the "
            "earlier article.",
            severity="suggestion",
        ),
        Bad(
            "%% ayton.md\n---\ntitle: Plumbers in Ayton\ndate: 2026-03-05\n---\nThey mend taps and pipes and "
            "drains at all hours of the day, and in the night too when a cellar stands under water. A "
            "call costs nothing, the visit forty euros, and the work is paid by the hour. Whoever needs "
            "one looks in the list below, which holds the names of all firms with a seat in the town and "
            "a licence from the guild. Ask for a price in writing before the work begins, keep the bill, "
            "and pay when the tap no longer drips.They mend pumps and pipes and drains at all hours of "
            "the day, and in the night too when a cellar stands under water. A call costs nothing, the "
            "visit forty euros, and the work is paid by the hour. Whoever needs one looks in the list "
            "below, which holds the names of all firms with a seat in the town and a licence from the "
            "guild. Ask for a price in writing before the work begins, keep the bill, and pay when the "
            "tap no longer drips.Ayton is proud of its plumbers, who have been at work in the lanes "
            "behind the church since the days when water was carri\n%% beeton.md\n---\ntitle: [[Plumbers in "
            "Beeton]]\ndate: 2026-05-05\n---\nThey mend taps and pipes and drains at all hours of the day, "
            "and in the night too when a cellar stands under water. A call costs nothing, the visit "
            "forty euros, and the work is paid by the hour. Whoever needs one looks in the list below, "
            "which holds the names of all firms with a seat in the town and a licence from the guild. "
            "Ask for a price in writing before the work begins, keep the bill, and pay when the tap no "
            "longer drips.Beeton has had good plumbers for long, as all who live here know well enough "
            "by now, and many say so when asked in the s\n",
            says="85 percent of the shorter text is also in “ayton.md”; say what is new, and link to the "
            "earlier article.",
            severity="warning",
        ),
        Good(
            "%% ayton.md\n---\ntitle: Plumbers in Ayton\ndate: 2026-05-02\n---\nAyton is proud of its "
            "plumbers, who have been at work in the lanes behind the church since the days when water "
            "was carried up the hill in buckets by boys who were paid in apples for it.They mend taps "
            "and pipes and drains at all hours of the day, and in the night too when a cellar stands "
            "under water. A call costs nothing, the visit forty euros, and the work is paid by the hour. "
            "Whoever needs one looks in the list below, which holds the names of all firms with a seat "
            "in the town and a licence from the guild. Ask for a price in writing before the work "
            "begins, keep the bill, and pay when the tap no longer drips.\n%% beeton.md\n---\ntitle: "
            "Plumbers in Beeton\ndate: 2026-05-05\n---\nBeeton has had good plumbers for long, as all who "
            "live here know well enough by now, and many say so when asked in the street on a Saturday "
            "before noon, in the rain or in the sun.They mend taps and pipes and drains at all hours of "
            "the day, and in the night too when a cellar stands under water. A call costs nothing, the "
            "visit forty euros, and the work is paid by the hour. Whoever needs one looks in the list "
            "below, which holds the names of all firms with a seat in the town and a licence from the "
            "guild. Ask for a price in writing before the work begins, keep the bill, and pay when the "
            "tap no longer drips.\n"
        ),
        Bad(
            "%% ayton.md\n---\ntitle: Plumbers in Ayton\ndate: 2026-05-01\n---\nAyton is proud of its "
            "plumbers, who have been at work in the lanes behind the church since the days when water "
            "was carried up the hill in buckets by boys who were paid in apples for it.They mend taps "
            "and pipes and drains at all hours of the day, and in the night too when a cellar stands "
            "under water. A call costs nothing, the visit forty euros, and the work is paid by the hour. "
            "Whoever needs one looks in the list below, which holds the names of all firms with a seat "
            "in the town and a licence from the guild. Ask for a price in writing before the work "
            "begins, keep the bill, and pay when the tap no longer drips.\n%% beeton.md\n---\ntitle: "
            "[[Plumbers in Beeton]]\ndate: 2026-05-05\n---\nBeeton has had good plumbers for long, as all "
            "who live here know well enough by now, and many say so when asked in the street on a "
            "Saturday before noon, in the rain or in the sun.They mend taps and pipes and drains at all "
            "hours of the day, and in the night too when a cellar stands under water. A call costs "
            "nothing, the visit forty euros, and the work is paid by the hour. Whoever needs one looks "
            "in the list below, which holds the names of all firms with a seat in the town and a licence "
            "from the guild. Ask for a price in writing before the work begins, keep the bill, and pay "
            "when the tap no longer drips.\n",
            says="65 percent of the shorter text is also in “ayton.md”; say what is new, and link to the "
            "earlier article.",
            severity="suggestion",
        ),
    )

    def conclude(self, site: SiteIndex) -> Iterator[tuple[str, Finding]]:
        found = [overlap for overlap in site.overlaps(least=0.5) if not _excused(overlap)]
        partners = Counter(each.key for overlap in found for each in (overlap.later, overlap.earlier))
        best: dict[str, Overlap] = {}
        for overlap in found:
            known = best.get(overlap.later.key)
            if known is None or overlap.share > known.share:
                best[overlap.later.key] = overlap
        for overlap in best.values():
            later, earlier = overlap.later, overlap.earlier
            if overlap.share >= 0.9 or max(partners[later.key], partners[earlier.key]) >= self.template:
                continue
            yield self.on(
                later,
                f"{round(overlap.share * 100)} percent of the shorter text is also in “{earlier.key}”; "
                "say what is new, and link to the earlier article.",
                severity=Severity.WARNING if overlap.share >= 0.7 else None,
            )


def _excused(overlap: Overlap) -> bool:
    later, earlier = overlap.later, overlap.earlier
    return (
        later.draft
        or earlier.draft
        or later.language != earlier.language
        or bool(later.canonical)
        or later.story_type in NearDuplicateArticle.not_for
        or _is_running(later, earlier)
        or _slug(earlier) in later.links
    )


def _is_running(later: Digest, earlier: Digest) -> bool:
    first, second = earlier.day, later.day
    return first is not None and second is not None and (second - first).days <= _RUNNING


def _slug(each: Digest) -> str:
    """The last part of the address under which the article is linked."""
    address = each.slug or each.url or each.key.rsplit(".", 1)[0]
    return address.rstrip("/").rsplit("/", 1)[-1].lower()
