from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Kind, Option, Passage, Rule, Severity, quoted
from presslint.language.phrases import level
from presslint.model.regex import regex

WORK = r"(?:article|story|post|piece|report|page|headline|item|entry)"
# a note that says of itself that it corrects
LABEL = regex(
    r"\W{0,3}(?:corrections?|corrected|clarifications?|errata|erratum)\b[^.!?]{0,60}?[:：—–]", re.IGNORECASE
)
# a note that a text was changed, without that word
CHANGED = regex(
    r"\W{0,3}(?:(?:update|updated|editor'?s'? note|note|ed\. note)[^.:]{0,40}[:：] ?)?"
    rf"(?:this|the|our) (?:[\w-]{{1,20}} )?{WORK} (?:has been|was|has since been|is) (?:since )?"
    r"(?:tweaked|adjusted|refreshed|recast|fixed|edited|revised|changed|amended|updated|altered|modified) ?"
    r"(?:for (?:accuracy|clarity|style)|throughout|slightly|"
    r"to (?:fix|correct|clarify|reflect the correct|remove|amend)\b[^.]{0,120})?",
    re.IGNORECASE,
)
EARLIER = regex(
    rf"\W{{0,3}}(?:an|the|in an?) (?:earlier|previous|original) version of (?:this|the|our) "
    rf"(?:[\w-]{{1,20}} )?{WORK}\b",
    re.I,
)
HIDING = regex(
    r"\b(?:tweak|adjust|refresh|recast|fixed|for accuracy|for clarity|slightly|to fix|to reflect the "
    r"correct)",
    re.I,
)
# beginnings of words that say that something was wrong, and how
WRONG_WORDS = (
    "misstat misspell misspelt misidentif misattribut misquot mischaracteri mislabel incorrect inaccura wrong"
    " erroneous error mistak instead omitted remov previously originally clarif gave stated states said says listed implied reported"
).split()
WRONG = regex(
    rf"\b(?:{'|'.join(WRONG_WORDS)}|in fact|rather than|should (?:have|be|read)|(?:is|are|was|were|did|does) not|"
    r"no longer|left out|(?:earlier|previous|original) version|referred to|"
    r"correct (?:name|date|figure|number|spelling|link|title))",
    re.IGNORECASE,
)
CORRECT = regex(r"\b(?:correct|clarif|retract|regret)", re.IGNORECASE)
HEADS = regex(r"\b(?:corrections?|clarifications?|errata|erratum)\b", re.IGNORECASE)
LEADS = (Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE)


class CorrectionForm(Rule):
    """A correction is called one and says what was wrong.

    “This story has been tweaked” hides that something was wrong; a reader who saw the first version
    must learn what. A note with the word “correction” names the error; a house that also dates its
    corrections asks for that with `dated`. Notes about new developments (“Updated with the result”) need
    none of this, nor does an editor's note on how the story was made. Under a subhead that says
    “Correction” or “Errata” the word need not stand again.
    """

    severity = Severity.WARNING
    looks_for = frozenset(
        "correct clarification errat version tweaked adjusted refreshed recast fixed edited revised changed "
        "amended updated altered modified".split()
    )
    sources = (
        "AP News Values and Principles: call a correction a correction",
        "Reuters Handbook of Journalism: corrections and refiles",
        "IFCN code, principle 5; schema.org CorrectionComment",
    )
    languages = frozenset({"en"})
    dated: bool = Option(False, description="Whether a correction must give its date.")
    examples: ClassVar = (
        Good(
            "The vote was 13-2.\n\n*Correction, 6 May 2026: an earlier version of this story gave the "
            "vote as 12-3; it was 13-2.*\n"
        ),
        Good("The vote was 13-2.\n\nUpdate: This story has been updated with the mayor's answer.\n"),
        Good(
            "Editor's note: The author owns a boat. The ferry corrected its course. Corrections are "
            "rare, she said.\n"
        ),
        Bad(
            "The vote was 13-2.\n\n[[This story has been tweaked]] since it was published.\n",
            says="“This story has been tweaked” hides a correction; call it one and say what was wrong.",
            severity="warning",
        ),
        Bad(
            "The vote was 13-2.\n\n[[Correction:]] The vote was 13-2.\n",
            says="“Correction:” opens a correction that lacks what was wrong; add it.",
        ),
        Good("The vote was 13-2.\n\nCorrection: An earlier version gave the vote as 12-3.\n"),
        Good("The vote was 13-2.\n\nCorrection: This story, as published on May 3, says that it was 12-3.\n"),
        Bad(
            "The vote was 13-2.\n\n[[Correction:]] An earlier version gave the vote as 12-3.\n",
            dated=True,
            says="“Correction:” opens a correction that lacks a date; add it.",
        ),
        Good("The vote was 13-2.\n\n## Errata\n\nAn earlier version of this story misstated the vote.\n"),
        Bad(
            "The vote was 13-2.\n\n[[An earlier version of this story]] misstated the vote.\n",
            says="“An earlier version of this story” tells of an error without its name; begin with "
            "“Correction”.",
        ),
        Bad(
            "The vote was 13-2.\n\n> [[This story has been tweaked]] since.\n",
            says="“This story has been tweaked” hides a correction; call it one and say what was wrong.",
            severity="warning",
        ),
        Good("The vote was 13-2.\n\nThis story has been tweaked on May 3 2026 to correct the vote.\n"),
        Bad(
            "The vote was 13-2.\n\n[[This story has been tweaked]] since it was published.\n",
            says="“This story has been tweaked” hides a correction; call it one, date it, and say what was "
            "wrong.",
            severity="warning",
            dated=True,
        ),
        Bad(
            "The vote was 13-2.\n\n[[An earlier version of this story]] misstated the vote.\n",
            says="“An earlier version of this story” tells of an error without its name; begin with "
            "“Correction” and the date.",
            severity="warning",
            dated=True,
        ),
        Bad(
            "---\ntitle: Vote\ncorrection: [[This story has been tweaked]]\n---\nText.\n",
            says="“This story has been tweaked” hides a correction; call it one and say what was wrong.",
            severity="warning",
        ),
        Bad(
            "The vote was 13-2.\n\n[[This story was edited to correct the vote]].\n",
            says="“This story was edited to correct the vote” hides a correction; call it one and say what "
            "was wrong.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for note, headed in self.notes(article):
            text = level(note.text)
            if label := LABEL.match(text):
                missing = _missing(text, self.dated and not is_dated(article, note))
                if missing:
                    yield self.finding(
                        note[: label.end()].strip(),
                        f"{quoted(note.text[: label.end()].strip())} opens a correction that lacks "
                        f"{missing}; add it.",
                    )
            elif (changed := CHANGED.match(text)) and _hides(article, note, changed.group()):
                words = note[: changed.end()].strip()
                yield self.finding(
                    words,
                    f"{quoted(words.text)} hides a correction; call it one"
                    f"{', date it,' if self.dated else ''} and say what was wrong.",
                )
            elif not headed and (earlier := EARLIER.match(text)) and not CORRECT.search(text):
                words = note[: earlier.end()]
                yield self.finding(
                    words,
                    f"{quoted(words.text)} tells of an error without its name; begin with “Correction”"
                    f"{' and the date' if self.dated else ''}.",
                )

    def notes(self, article: Article) -> Iterator[tuple[Passage, bool]]:
        """Paragraphs that could be a note on the article itself, and the correction field.

        With each, whether a subhead above it says that it is a correction.
        """
        for field in article.all("correction"):
            if field:
                yield field.passage, True
        seen = {field.passage.span for field in article.all("correction")}
        headed = False
        for block in article.walk():
            if block.kind is Kind.HEADING and block.passage:
                headed = HEADS.search(block.passage.text) is not None
            if block.kind in LEADS and block.passage and block.passage.span not in seen:
                yield block.passage, headed


def is_dated(article: Article, note: Passage) -> bool:
    """Whether a note names a day or a year."""
    return bool(article.dates.within(note)) or any(1900 <= y.value < 2100 for y in article.years.within(note))


def _missing(text: str, undated: bool) -> str:
    """What a labelled correction lacks, as the object of “lacks”."""
    lacks = []
    if undated:
        lacks.append("a date")
    if not WRONG.search(text):
        lacks.append("what was wrong")
    return " and ".join(lacks)


def _hides(article: Article, note: Passage, opening: str) -> bool:
    """Whether a note of a change is about an error and does not say so."""
    if CORRECT.search(note.text) and article.dates.within(note):
        return False
    return bool(HIDING.search(opening)) or (
        bool(re.search(r"\bto (?:correct|amend|remove)\b", opening, re.I))
    )
