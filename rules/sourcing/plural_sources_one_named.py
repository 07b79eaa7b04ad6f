from __future__ import annotations

import re
from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Passage, Rule, Severity, quoted, regex
from presslint.desk import NAMELIKE, VERB, Attribution, Level, Sentence, any_of

# a plural of sources, “including …”, and the verb with which they speak
SEVERAL = any_of(
    "multiple several many various numerous some other recent", ("a number of",), "two three four five"
)
SOURCES = any_of(
    "analyses studies reports surveys polls experts analysts economists researchers scientists outlets sources",
    ("organi[sz]ations", "agencies", "think tanks", "historians"),
    ("scholars", "academics", "papers", "audits"),
    "reviews media",
)
SOURCE = regex(SOURCES, re.IGNORECASE)
SAY = any_of(
    "confirm show suggest find found say said indicate note warn reveal argue point agree report estimate",
    "predict conclude describe believe expect back support call",
)
PLURAL = regex(
    rf"\b(?:{SEVERAL}\s+)*(?:[a-z-]+\s+)?{SOURCES},?\s+(?:including|such as|like|among them|notably)\s+"
    rf"(?P<named>[^,;:()“”]{{3,120}}?),?\s+(?:also |have |has |now |all )*{SAY}(?:s|ed|ing)?\b",
    re.IGNORECASE,
)
SPEAKER_AFTER = regex(r",? (?:[A-Z]|(?:the|a|an|his|her|its) [a-z])|\s*[.,;]")
TWO_NAMES = regex(r"\b(?:and|or|as well as|both)\b|&")
GATES = ("including", "such as", " like ", "among them", "notably")


class PluralSourcesOneNamed(Rule):
    """A plural of sources names more than one.

    “Multiple analyses, including the institute's report, confirm” claims the weight of several and
    shows one. Either a second one is at hand, and then it can be named, or the sentence says more than
    is known. The rule keeps still where “and” joins two names or the paragraph names another source, and
    for camps (“critics, among them Ana Ruiz”), whose spokesman is meant to be one of many.
    """

    severity = Severity.WARNING
    sources = ("Reuters Handbook of Journalism: never cite sources in the plural when there is one",)
    languages = frozenset({"en"})
    not_for = frozenset({"opinion", "review", "docs", "index"})
    reads = frozenset({"prose"})
    reads_words = frozenset(GATES)
    reads_patterns = (SOURCE,)
    examples = (
        Bad(
            "[[Several studies, including one by Leeds University, show]] that breaks help.\n",
            says="“Several studies, including one by Leeds University, show” speaks of several "
            "and names one; "
            "name a second or let the one speak alone.",
            severity="warning",
        ),
        Bad("[[Many economists, such as Ana Ruiz, say]] that the tariff will bite.\n"),
        Good("Many economists, such as Ana Ruiz and Ben Cole, say that the tariff will bite.\n"),
        Good(
            "Several studies, including one by Leeds University, show that breaks help. A York study "
            "agrees.\n"
        ),
        Good(
            "The town works with all law agencies, including the Port Office, said Karl Lorn, who chairs it.\n"
        ),
        Good("Reports of theft, including one in Leeds, worry the bank.\n"),
        Bad(
            "[[Several studies, including one by Leeds University, show]] that breaks help. Critics say "
            "they do not.\n",
            says="“Several studies, including one by Leeds University, show” speaks of several and names one; "
            "name a second or let the one speak alone.",
            severity="warning",
        ),
        Bad(
            "[[Several studies, including one by Leeds University, show]] that breaks help. Leeds "
            "University says so. Leeds University asked 40 people.\n",
            says="“Several studies, including one by Leeds University, show” speaks of several and names one; "
            "name a second or let the one speak alone.",
            severity="warning",
        ),
        Bad(
            "[[Several studies, notably one by Leeds University with the help of the old harbour board, "
            "show]] that breaks help.\n",
            says="“Several studies, notably one by Leeds University with the … the old harbour board, show” "
            "speaks of several and names one; name a second or let the one speak alone.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        attribution = article.attribution
        for sentence in attribution.sentences:
            hint = sentence.tokens.hint
            if not hint & VERB or not hint & NAMELIKE or not any(gate in sentence.text for gate in GATES):
                continue
            for match in PLURAL.finditer(sentence.text):
                where = sentence.passage[match.start() : match.end()]
                if SPEAKER_AFTER.match(sentence.text, match.end()):
                    continue  # “all agencies, including the port, said Ana Ruiz”
                if self._names_one(sentence, match) and not self._second(attribution, sentence, match):
                    yield self.finding(where, f"{_told(where)}; name a second or let the one speak alone.")

    def _names_one(self, sentence: Sentence, match: re.Match[str]) -> bool:
        named = match["named"]
        return any(word[:1].isupper() for word in named.split()) and TWO_NAMES.search(named) is None

    def _second(self, attribution: Attribution, sentence: Sentence, match: re.Match[str]) -> bool:
        """Whether the paragraph names a further source."""
        known = {word.lower() for word in re.findall(r"\w{3,}", match["named"])}
        for other in attribution.paragraphs[sentence.paragraph]:
            if other is sentence:
                continue
            for cue in other.cues:
                if cue.level is Level.NAMED and cue.kind in ("speech", "document", "frame"):
                    words = {word.lower() for word in other.tokens.words[slice(*cue.source)]}
                    if not words & known:
                        return True
        return False


def _told(where: Passage) -> str:
    return f"{quoted(where.text, 90)} speaks of several and names one"
