from __future__ import annotations

import re
from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Rule, Severity, quoted
from presslint.desk.chronology import dates_in
from presslint.regex import regex

_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_RELATIVE = regex(
    r"(?<!\bthe )\b(?:"
    r"(?:yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening|week|weekend|month)|"
    r"(?:last|next) (?:week|weekend|month)|earlier (?:today|this week|this month)|"
    r"later (?:today|this week))\b"
    rf"|(?:[Oo]n|[Ll]ast|[Tt]his|[Nn]ext|late|early) {_WEEKDAY}\b(?! (?:morning|evening|night|afternoon)s)"
    r"(?!,? (?:\d|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)))(?![’'-])"
)
_GUARD = regex(r"day\b|night\b|[Tt]omorrow|this |next |last ", re.IGNORECASE)
# a figure of speech (“here today, gone tomorrow”) or a habit
_TIMELESS = regex(
    r"\b(?:every|each|usually|always|tomorrow[’']s|no tomorrow|better tomorrow|gone tomorrow|instead of|if|imagine|"
    r"suppose|once)\b",
    re.IGNORECASE,
)


class RelativeDateUndated(Rule):
    """An article that says “yesterday” or “on Tuesday” says which day it was written.

    Without a publication date the reader cannot work out when anything happened, and a search engine
    serves last year's vote as today's. The rule reports the first such word, once. A date in the
    dateline or in the same sentence settles it; drafts get their date when they are published.
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
        ),
        Bad("---\ntitle: Council votes\n---\nThe council voted [[on Tuesday]] to close the pool.\n"),
        Good("---\ntitle: Council votes\ndate: 2026-05-06\n---\nThe vote was yesterday.\n"),
        Good("---\ntitle: Council votes\n---\nThe council votes on Tuesday, 5 May 2026.\n"),
        Good("---\ntitle: Market hours\n---\nThe market opens every week on Saturday.\n"),
        Good("---\ntitle: Rest\n---\nIt means feeling well tomorrow instead of tired tomorrow.\n"),
        Good("---\ntitle: Clocks\n---\nThey go back on the last Sunday in October. Slower than last week?\n"),
        Good('---\ntitle: Council votes\n---\n"I saw it yesterday," she said.\n'),
        Good("---\ntitle: Council votes\ndraft: true\n---\nThe vote was yesterday.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if article.published is not None or article.is_draft:
            return
        dateline = article.get("dateline")
        if dateline is not None and dates_in(dateline.text):
            return
        for passage in article.own_prose:
            if not _GUARD.search(passage.text):
                continue
            for sentence in passage.sentences:
                for where, _ in sentence.find(_RELATIVE):
                    if _TIMELESS.search(sentence.text) or "?" in sentence.text or dates_in(sentence.text):
                        continue
                    yield self.finding(
                        where,
                        f"{quoted(where.text)} means nothing in an article without a publication date; "
                        "add the date, or name the day.",
                    )
                    return
