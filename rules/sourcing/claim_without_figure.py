from __future__ import annotations

import re
from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Rule, Section, Severity, quoted, regex
from presslint.desk import QUANTITY, Attribution, Sentence, has_figure

# an increase that is only feared or hoped for
IMAGINED = regex(
    r"\b(?:potential|possible|expected|likely|any|avoid|prevent|if|whether|could|may|might|would|handle"
    r"|goals?|aims?|seeks?|plans?|hopes?|wants?)\b",
    re.IGNORECASE,
)
SUMS_UP = regex(
    r"\b(?:this data|these (?:data|figures|numbers|results)|as a result|that is why)\b", re.IGNORECASE
)


class ClaimWithoutFigure(Rule):
    """A claim about how much or how many gives the number.

    “A greater number of data centers”, “a surge in investment”: the quantity is the claim, and the
    paragraph holds no figure at all. Whoever knows that it is greater knows the two numbers. One finding
    per section, on the first such claim; comparisons of kind (“a calmer debate”) are none of its business.
    """

    severity = Severity.SUGGESTION
    sources = (
        "BBC Editorial Guidelines, section 11: statistics",
        "American Copy Editors Society: numbers in context",
    )
    languages = frozenset({"en"})
    reads = frozenset({"prose"})
    not_for = frozenset(
        {"opinion", "review", "sport", "results", "recipe", "docs", "index", "event", "press-release", "live"}
    )
    examples = (
        Bad(
            "The island has [[a greater number]] of ferries than the mainland.\n",
            says="“a greater number” claims a quantity, and this paragraph has no figure; give the numbers.",
            severity="suggestion",
        ),
        Bad("## Ferries\n\nThe harbour saw [[a surge in]] bookings. The mood was good.\n"),
        Good("The island has a greater number of ferries, 12 to the mainland's five.\n"),
        Good("The debate was calmer than the last one, and the hall was warmer than outside.\n"),
        Good("Ruiz said: “There is a surge in bookings.”\n"),
        Good("The island could have a greater number of ferries than the mainland.\n"),
        Good("Does the island have a greater number of ferries than the mainland?\n"),
        Good(
            "We like our island: you will see a greater number of ferries than we had. You can ride "
            "them, and we love our boats.\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        attribution = article.attribution
        if attribution.chats():
            return
        for section in article.walk_sections():
            found = self._first(attribution, section)
            if found is not None:
                yield found

    def _first(self, attribution: Attribution, section: Section) -> Finding | None:
        for sentence in attribution.of(section):
            for claim in sentence.claims("comparison", "trend"):
                words = sentence.text[claim.start : claim.end]
                if not QUANTITY.search(words) or not sentence.asserts or sentence.linked:
                    continue
                if IMAGINED.search(sentence.text[: claim.end]) or SUMS_UP.search(sentence.text):
                    continue
                if self._has_figure(attribution, sentence):
                    continue
                where = sentence.passage[claim.start : claim.end]
                return self.finding(
                    where,
                    f"{quoted(where.text)} claims a quantity, and this paragraph has no figure; give the "
                    f"numbers.",
                )
        return None

    def _has_figure(self, attribution: Attribution, sentence: Sentence) -> bool:
        return any(has_figure(other.passage.text) for other in attribution.paragraphs[sentence.paragraph])
