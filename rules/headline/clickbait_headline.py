from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Rule, Severity, quoted, regex
from presslint.desk import any_of, find_quotations

# forms that withhold the fact
WITHHOLDS = regex(
    any_of(
        ("you won[’']t believe", "what happen(?:s|ed) next", "will (?:shock|blow your mind|surprise|amaze)"),
        ("(?:this )?one (?:weird |simple )?trick", "(?:just )?chang(?:ed|es) everything"),
        ("breaks? the internet", "(?:nobody|no one) is talking about", "and it[’']s not what you think"),
        ("not what you(?:[’']d)? expect", "can you guess", "wait (?:un)?til you see", "watch what happens"),
        ("jaw[- ]dropping", "mind[- ]blowing", "the (?:real|shocking) reason", "the truth about"),
        ("doctors hate", "you[’']ll never guess", "faith in humanity", r"number \d+ will"),
    ),
    re.I,
)
# forms that may be fine alone
TEASES = regex(
    any_of(
        ("here[’']s (?:why|what|how)", "this is (?:why|what|how)", "goes viral", "must[- ](?:see|read)"),
        ("unbelievable", "insane", r"epic\b"),
        ("shocking", "stunning", r"secrets?\b", "game[- ]chang(?:er|ing)"),
        ("everything you need to know", "claps back", "eviscerates", "destroys", "breaks silence"),
        ("finally reveals", "the internet", r"reacts\b", "fans are", "people are saying"),
    ),
    re.I,
)


class ClickbaitHeadline(Rule):
    """A headline tells the news.

    Headlines that hold back the fact (“what happened next”) make readers pay for it with a click and
    remember that they were tricked. One form that withholds, or two that tease, are reported; words
    in quotation marks are not the writer's.
    """

    severity = Severity.SUGGESTION
    sources = ("NewsGuard criteria: avoids deceptive headlines", "Credibility Coalition: clickbait title")
    languages = frozenset({"en"})
    not_for = frozenset({"index"})
    yields_to: ClassVar = {"missing-core-field": "place"}
    reads = frozenset({"headline"})
    reads_patterns = (WITHHOLDS, TEASES)
    examples: ClassVar = (
        Good("---\ntitle: Council scraps all night buses from May\n---\nText.\n"),
        Good("---\ntitle: Here’s how to vote on Thursday\n---\nText.\n"),
        Good("---\ntitle: ‘You won’t believe the mess’, says harbour master\n---\nText.\n"),
        Bad(
            '---\ntitle: "[[You won’t believe]] what the council did"\n---\nText.\n',
            says="“You won’t believe” holds the news back; say what happened.",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: Here’s why this [[shocking]] ferry video goes viral\n---\nText.\n",
            says="“Here’s why” and “shocking” tease and do not tell; say what happened.",
        ),
        Bad(
            "---\ntitle: Here’s why this [[shocking]] ferry video stays\n---\nText.\n",
            says="“Here’s why” and “shocking” tease and do not tell; say what happened.",
            severity="suggestion",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        headline = article.headline
        if headline is None:
            return
        spoken = find_quotations((headline.passage,))
        own = headline.passage.masked(
            (quotation.passage.at, quotation.passage.at + len(quotation.passage)) for quotation in spoken
        )
        for found, _ in own.find(WITHHOLDS):
            yield self.finding(found, f"{quoted(found.text)} holds the news back; say what happened.")
            return
        teases = list(own.find(TEASES))
        if len(teases) > 1:
            words = " and ".join(quoted(found.text) for found, _ in teases[:2])
            yield self.finding(teases[1][0], f"{words} tease and do not tell; say what happened.")
