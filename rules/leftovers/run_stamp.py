from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Kind, Option, Passage, Rule, Severity, quoted, regex
from presslint.desk import DateMention, and_others, level, records

SHOWN = frozenset((Kind.PARAGRAPH, Kind.ITEM, Kind.CELL, Kind.CAPTION, Kind.NOTE))
FEW = 30  # words of a line that gives the time of a run
BEFORE = 60  # characters of such a line before the time
AFTER = 12  # words of it behind the time
MACHINE = regex(r"T\d|:\d\d:|[+-]\d\d:?\d\d\Z|\dZ\Z|\d-\d\d \d\d:\d\d\Z")
JOINED = regex(r"(?: ?(?:UTC|GMT|[A-Z]{2,4}))?,? (?:on |of )?")
ZONED = "UTC", "GMT", "Z"


class RunStamp(Rule):
    """Readers learn when something happened, not when a program ran.

    “Generated at: 2026-05-03 07:05:52 JST” and “Daten abgerufen am 3.5.2026, 07:05” are for the desk that runs the
    program: a line begins with a word of collecting or generating, and a date with its hour follows. When a story was
    updated is news; only where that time is written as machines write it (`2026-05-03 07:05`, with seconds, an offset, a `T` or
    `Z`) it is told. Sentences, captions and logs that tell of an hour are left alone, and so is documentation.
    """

    severity = Severity.WARNING
    reads = frozenset({"dates"})
    reads_words = frozenset({":"})
    not_for = frozenset({"docs"})
    sources = ("AP Stylebook: dates and times", "Release hygiene of content systems")
    merges_with = ("machine-value",)
    allow: tuple[str, ...] = Option(
        (), description="Labels that the house prints on purpose, in small letters."
    )
    examples: ClassVar = (
        Bad(
            "It sails.\n\n[[Generated at: 2026-05-03 07:05:52]]\n",
            says="“Generated at: 2026-05-03 07:05:52” tells when a program ran; cut it, or write when the story was "
            "published.",
            severity="warning",
        ),
        Bad("It sails.\n\n[[Last updated: 2026-04-01 02:15 UTC]]\n", severity="warning"),
        Bad("It sails.\n\n*[[Généré le 2026-03-16 13:54]]*\n", settings={"language": "fr"}),
        Good("It sails.\n\nLast updated: 1 April 2026, 14:15\n"),
        Bad("It sails.\n\n[[Last updated: 2026-04-01 02:15]]\n", severity="warning"),
        Bad("It sails.\n\n[[Report generated: 07:05 UTC, 6 May 2026]]\n", severity="warning"),
        Good("It sails.\n\nMusic generated at 07:05 by crews who sailed on 6 May 2026\n"),
        Good("It sails.\n\nUpdated April 1, 2026, 17:34:38 UTC - The board has spoken.\n"),
        Good("It sails.\n\nGenerated: 1 April 2026\n"),
        Good(
            "The votes were collected on 1 April 2026, 14:15, and counted by the clerks of the board all night: a long one.\n"
        ),
        Good("It sails: the crew boarded on 1 April 2026, 14:15.\n"),
        Good("It sails.\n\nGenerated at: 2026-05-03 07:05:52\n", allow=("generated at",)),
        Bad(
            "- A boat. \n- [[Collected at: 2026-05-03 07:05]]\n- A pier.\n- Collected at: 2026-05-03 07:06\n",
            says="“Collected at: 2026-05-03 07:05” tells when a program ran, here and once more; cut it, or write when "
            "the story was published.",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        found = [
            line
            for block in article.walk()
            if block.kind in SHOWN and block.passage is not None and block.word_count <= FEW
            for line in self.stamps(article, block.passage)
        ]
        if not found:
            return
        first, *others = found
        more = and_others(len(others), ", here and once more", ", here and {} times more")
        yield self.finding(
            first,
            f"{quoted(first.text)} tells when a program ran{more}; cut it, or write when the story was published.",
            see=tuple((other, "and here") for other in others[:20]),
        )

    def stamps(self, article: Article, passage: Passage) -> Iterator[Passage]:
        """The first time of a run in a line, with its label."""
        words = records(article.primary_language)
        for date in article.dates.within(article.own(passage)):
            start = date.start
            if date.hour is None:  # the hour may stand first: “07:05 UTC, 6 May 2026”
                clocks = [clock for clock in article.times.within(passage) if clock.end <= start]
                if not clocks or not JOINED.fullmatch(passage.text, clocks[-1].end, start):
                    continue
                start = clocks[-1].start
            before = level(passage.text[:start])
            if len(before) > BEFORE:
                continue
            if passage[date.end :].word_count > AFTER or before.strip(" :*_-").lower() in self.allow:
                continue
            if words.ran.search(before) or (_is_a_machine_s(date) and words.renewed.search(before)):
                yield passage[: date.end]
                return


def _is_a_machine_s(date: DateMention) -> bool:
    """Whether a date has the form of a log or a feed, with seconds, an offset or its zone."""
    if date.form != "iso" and date.weekday is None:
        return False
    return MACHINE.search(date.text) is not None or (date.form == "iso" and date.text.endswith(ZONED))
