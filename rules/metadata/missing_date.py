from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity, Span, quoted
from presslint.desk import is_dated, names_day, shows_date


class MissingDate(Rule):
    """An article says when it was published.

    Without a date a reader cannot tell news from history. A date in the metadata, the name of the
    file or its folder, or the head of the page counts, and so does the month of the issue at a page's foot; one in the dateline or in the headline alone is a suggestion to state it, and where a short line of the copy or the
    name of the file gives the day, readers have it. Drafts are dated
    when they go out; guides, index pages and pages about the site may live without. Where part of the
    front matter cannot be read, nothing can be told.
    """

    severity = Severity.WARNING
    lack = "a publication date"
    sources = ("Google Search: byline dates, visible and labelled", "schema.org Article: datePublished")
    needs = frozenset({"metadata"})
    not_for = frozenset({"docs", "index", "page", "stub", "factbox", "recipe", "obituary", "event"})
    dated_by_git: bool = Option(False, description="True where the site takes dates from the git history.")
    yields_to: ClassVar = {"empty-slot": "place", "front-matter-syntax": "article"}
    examples: ClassVar = (
        Good("---\ntitle: Council cuts night buses\ndate: 2026-05-05T09:30:00+01:00\n---\nText.\n"),
        Good("---\ntitle: Council cuts night buses\n---\nText.\n", name="2026-05-05-buses.md"),
        Good("---\ntitle: Council cuts night buses\n---\n*Week of 1–7 May 2026*\n\nText.\n"),
        Good(
            "---\ntitle: Conseil\nlang: fr\n---\nTexte.\n\n## Date\n\n4 mai 2026\n\nTexte.\n\nA.\n\nB.\n\nC.\n"
        ),
        Good("---\ntitle: Council cuts night buses\n---\nText.\n", name="buses-20260504.md"),
        Bad(
            "---\ntitle: '[[Harbour news of 4 May 2026]]'\n---\nText.\n",
            says="The article has no publication date; add one.",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: '[[Council cuts night buses]]'\n---\nThe board of the town voted on 4 May 2026 to cut all of the night "
            "buses of the harbour.\n"
        ),
        Good("---\ntitle: Council cuts night buses\ndraft: true\n---\nText.\n"),
        Good("---\ntitle: About us\n---\nThe harbour office was founded in 1990.\n", name="about.md"),
        Good("---\ntitle: Berths\n---\nAll news on berths.\n", name="content/berths/_index.md"),
        Good("---\ntitle: Council cuts night buses\n---\nText.\n", name="21-07-06-buses.md"),
        Good("---\ntitle: Council cuts night buses\n---\nText.\n", name="news/2008/05/buses.md"),
        Good("---\ntitle: Council cuts night buses\nstart: 2026-05-05\n---\nText.\n"),
        Good("---\ntitle: Concejo recorta buses\nfecha: 2026-05-05\n---\nTexto.\n"),
        Good(
            "<html><head><title>Ferry</title></head><body><h1>Ferry</h1><p>The ferry is back at the old pier, and "
            "islanders are glad.</p><p>It sails at ten, and the council has paid for the boat and the crew.</p>"
            "<h5>Published in Issue 56 of <i>The Mill</i>, August 2000</h5></body></html>",
            name="ferry.html",
        ),
        Bad(
            "---\ntitle: '[[Council cuts night buses]]'\n---\nText.\n",
            name="news/21/buses.md",
            says="The article has no publication date; add one.",
            severity="warning",
        ),
        Bad(
            '---\ntitle: "[[Council cuts night buses]]"\n---\nThe council voted on Tuesday.\n',
            says="The article has no publication date; add one.",
        ),
        Bad("---\ntitle: Council cuts night buses\n[[date]]:\n---\nThe council voted on Tuesday.\n"),
        Bad(
            "Council cuts night buses\n\n[[·]]\n\n"
            "The council voted on Tuesday night to cut all night buses from May, and "
            "islanders are angry about the loss of their last way home.\n",
            name="story.txt",
            says="The article has no publication date; “·” stands where it belongs.",
        ),
        Bad(
            "---\ntitle: Council cuts buses\ndateline: [[HARBOUR, 5 May 2026]]\n---\nText.\n",
            says="Only the dateline gives a date; add the date of publication.",
            severity="suggestion",
        ),
        Bad(
            "---\nkicker: x\n---\n[[]]Text.\n",
            says="The article has no publication date; add one.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if article.published or article.is_draft or self.dated_by_git or not article.word_count:
            return
        if "published" in article.elsewhere:  # a table that has no column for it
            return
        if is_dated(article) or shows_date(article):
            return
        slot = article.slots.get("published")
        dateline = article.get("dateline")
        if dateline is not None and article.dates.within(dateline.passage):
            yield self.finding(
                dateline,
                "Only the dateline gives a date; add the date of publication.",
                severity=Severity.SUGGESTION,
            )
        elif slot is not None:
            yield self.finding(
                slot, f"The article has no publication date; {quoted(slot.text)} stands where it belongs."
            )
        else:
            places = (
                *article.all("published"),
                article.headline,
                Span(article.body_start, article.body_start),
            )
            in_headline = article.headline is not None and names_day(article.headline.text)
            where = next(place for place in places if place is not None)
            yield self.finding(
                where,
                "The article has no publication date; add one.",
                severity=Severity.SUGGESTION if article.format == "html" or in_headline else None,
            )
