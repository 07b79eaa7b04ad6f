from __future__ import annotations

import re
from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Passage, Rule, Severity, quoted, regex
from presslint.desk import Day, find_years, is_dated, says_when_published

_HABIT = regex(" (?:morning|evening|night|afternoon)s")
# a figure of speech (“here today, gone tomorrow”) or a habit
_TIMELESS = regex(
    r"\b(?:every|each|usually|always|tomorrow[’']s|no tomorrow|better tomorrow|gone tomorrow|instead of|if|imagine|"
    r"suppose|once)\b",
    re.IGNORECASE,
)

_SALUTATION = regex(r"(?:dear|hi|hello|hey|greetings)\b.{0,40}[,!:.]?\Z", re.IGNORECASE)


class RelativeDateUndated(Rule):
    """An article that says “yesterday” or “on Tuesday” says which day it was written.

    Without a publication date the reader cannot work out when anything happened, and a search engine
    serves last year's vote as today's. The rule reports the first such word, once. A date in the
    dateline, in the same sentence or further up settles it, and so does the name of the file or the
    month of the issue; drafts get their date when they are published. Where the page names any year at
    all, or a reader's letter says the word, it is a suggestion.
    """

    severity = Severity.WARNING
    sources = ("Google Search Central, publication dates", "BBC Editorial Guidelines, online archive")
    needs = frozenset({"metadata"})
    languages = frozenset({"en"})
    not_for = frozenset({"opinion", "review", "explainer", "recipe"})
    yields_to = {"front-matter-syntax": "article"}
    examples = (
        Bad(
            "---\ntitle: Council votes\n---\nThe vote was [[yesterday]]. A recount follows on Friday.\n",
            says="“yesterday” means nothing in an article without a publication date; "
            "add the date, or name the day.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Council votes\n---\nThe council voted [[on Tuesday]] to close the pool.\n",
            severity="warning",
        ),
        Good("---\ntitle: Council votes\ndate: 2026-05-06\n---\nThe vote was yesterday.\n"),
        Good(
            "# Council votes\n\nPublished on the third of May\n\nThe council met. The vote was held yesterday.\n"
        ),
        Good("---\ntitle: Council votes\n---\nThe council votes on Tuesday, 5 May 2026.\n"),
        Good("---\ntitle: Market hours\n---\nThe market opens every week on Saturday.\n"),
        Good("---\ntitle: Rest\n---\nIt means feeling well tomorrow instead of tired tomorrow.\n"),
        Good("---\ntitle: Clocks\n---\nThey go back on the last Sunday in October. Slower than last week?\n"),
        Good('---\ntitle: Council votes\n---\n"I saw it yesterday," she said.\n'),
        Good("---\ntitle: Council votes\n---\nThe vote was yesterday.\n", name="21-07-06-votes.md"),
        Good("---\ntitle: Council votes\nstart: 2026-05-06\n---\nThe vote was yesterday.\n"),
        Good(
            "---\ntitle: Council votes\n---\nIt met on 4 and 5 May.\n\nThe crowd was large.\n\n"
            "The vote was held last week.\n"
        ),
        Good(
            "<html><head><title>Council votes</title></head><body><p><a href='/'>Home</a> &gt; May 2008 (#150)</p>"
            "<h1>Council votes</h1><p>The vote was held yesterday in the old mill by the pier.</p>"
            "<p>A recount follows, and the mayor said that it would be short.</p></body></html>",
            name="votes.html",
        ),
        Bad(
            "---\ntitle: Council votes\n---\nThe pool of 1990 leaks.\n\nThe vote was [[yesterday]].\n",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: Letters\n---\nDear editors,\n\nI was at the pier [[yesterday]] and saw no boat.\n",
            severity="suggestion",
        ),
        Good("---\ntitle: Council votes\ndraft: true\n---\nThe vote was yesterday.\n"),
        Good("---\ntitle: Council votes\n---\nThe council votes on Tuesday mornings.\n"),
        Bad(
            "---\ntitle: Council votes\n---\nThe pool of 2100 leaks.\n\nThe vote was [[yesterday]].\n",
            says="“yesterday” means nothing in an article without a publication date; add the date, or name "
            "the day.",
            severity="warning",
        ),
        Good("---\ntitle: Council votes\ndateline: Ayton, 5 May 2026\n---\nThe vote was yesterday.\n"),
        Good("---\ntitle: Council votes\n---\nYesterday is a song. The vote is over.\n"),
        Bad(
            "---\ntitle: Council votes\n---\nThe pool of 1900 leaks.\n\nThe vote was [[yesterday]].\n",
            says="“yesterday” means nothing in an article without a publication date; add the date, or name "
            "the day.",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: Council votes\n---\nThe pool of 1899 leaks.\n\nThe vote was [[yesterday]].\n",
            says="“yesterday” means nothing in an article without a publication date; add the date, or name "
            "the day.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if (
            article.published is not None
            or article.is_draft
            or is_dated(article)
            or says_when_published(article)
        ):
            return
        dateline = article.get("dateline")
        if dateline is not None and article.dates.within(dateline.passage):
            return
        for passage in article.own_prose:
            if article.dates.within(passage):
                return  # what follows can be counted from it
            if not article.days.within(passage):
                continue
            for sentence in passage.sentences:
                for day in article.days.within(sentence):
                    if (
                        not _is_relative(day, sentence)
                        or _TIMELESS.search(sentence.text)
                        or "?" in sentence.text
                    ):
                        continue
                    where = day.passage
                    yield self.finding(
                        where,
                        f"{quoted(where.text)} means nothing in an article without a publication date; "
                        "add the date, or name the day.",
                        severity=Severity.SUGGESTION if says_when(article) else None,
                    )
                    return


def _is_relative(day: Day, sentence: Passage) -> bool:
    """Whether a day is told from today: “on Tuesday”; not “the last Tuesday” or “on Tuesday mornings”."""
    if day.weekday is None:
        told = day.text[0].islower()
    else:
        told = bool(day.lead) and not day.dated and not _HABIT.match(sentence.after(day.passage))
    return (
        told
        and not sentence.text.startswith(("’", "'", "-"), day.end)
        and not sentence.before(day.passage).endswith("the ")
    )


def says_when(article: Article) -> bool:
    """Whether anything on the page may date it: a year in any place, or the opening of a letter."""
    return any(1900 <= year.value < 2100 for year in find_years(article.source.text)) or any(
        _SALUTATION.match(passage.text) for passage in article.own_prose
    )
