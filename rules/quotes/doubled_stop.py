from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Rule, Severity, quoted, regex
from presslint.desk import CLOSING_DOUBLE, names_month

# a word of small letters with its stop, the closing mark, and another stop
DOUBLED = regex(rf"[^\W\d_A-Z]{{3,24}}\.[{CLOSING_DOUBLE}]\.(?![.\w])")
# whose own stop it may be
SHORT = frozenset(
    "inc corp ltd etc bros dept approx misc vol min max fig tel str bzw usw ggf evtl inkl sog art pág cap núm "
    "ecc ing dott bijv enz blz".split()
)


class DoubledStop(Rule):
    """A sentence has one full stop.

    “It is old.”. has one inside the quotation and one behind it. Which is right is a matter of the language: English sets it
    inside when the quoted words are a sentence, Spanish and French set it outside. The stop of an abbreviation
    (“Inc.”.) and dots of an ellipsis are left alone.
    """

    severity = Severity.WARNING
    sources = ("Chicago Manual of Style 6.9", "RAE, Ortografía 2010: punto y comillas")
    reads = frozenset({"quotations"})
    reads_words = frozenset(f".{mark}." for mark in CLOSING_DOUBLE)
    examples: ClassVar = (
        Bad(
            "She said: “The pier is [[old.”.]] The boat is late.\n",
            says="Two full stops stand around the quotation mark in “old.”.”; keep one.",
            severity="warning",
        ),
        Bad("---\nlanguage: es\n---\n\nDijo: «El muelle es [[viejo.».]] El barco llega tarde.\n"),
        Good("She works for “Pier, Inc.”. The boat is late. He said “it is...”. It is.\n"),
        Good("She said: “The pier is old.” The boat is late.\n\nHe wrote to “the people at etc.”. It is.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for passage in article.prose:
            for found, match in passage.find(DOUBLED):
                word = match[0].rstrip(CLOSING_DOUBLE + ".").lower()
                if word not in SHORT and not names_month(word):
                    yield self.finding(
                        found,
                        f"Two full stops stand around the quotation mark in {quoted(found.text)}; keep one.",
                    )
