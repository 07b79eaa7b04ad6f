from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Kind, Option, Passage, Rule, Severity, quoted, regex
from presslint.desk import COUNTED

ZERO = regex(rf"(?<![\w.,/:$€£-])0 {COUNTED}\b(?! ?(?:%|of\b))", re.I)
SHOWING = regex(
    r"\W{0,3}(?:showing|displaying) (?:\d{1,4}(?: ?[-–] ?\d{1,4})?|all) (?:of|out of) \d{1,5}(?: \w{1,15}){0,2}\W{0,3}",
    re.I,
)
# a sentence that names its source and says nothing
SOURCE_ALONE = regex(r"(?:[A-Z][\w ]{2,40} [—–-] )?[Aa]ccording to (?:[\w.'’-]{1,30} ?){1,8}\.")
ENDS_WITH_SOURCE = regex(r"ccording to [\w .'’-]{1,250}\Z")  # a first look, in linear time
# an article or a preposition before the stop, with the blank of an empty slot
OPEN_END = regex(
    r"\b(?:the|an|of the|by the|in the|to the|from the) \.(?=\s|\Z)|\b(?:rose|fell|grew|dropped|increased|decreased|declined) (?:by|to|from) ?(?:%|percent\b|per cent\b|\.(?=\s|\Z))"
)
SHORT = 60  # characters of a line that is nothing but a slot
CHANGED = regex(r" (?:by|to|from) ?(?:%|per)| (?:by|to|from)\.")  # before what must stand in OPEN_END
STAMPED = regex(
    r"\W{0,3}(?:(?:last )?updated|published|posted|reviewed|by|source|sources|mis à jour|aktualisiert|actualizado|bijgewerkt)\W{0,2}:? ?[—–]\W{0,3}",
    re.I,
)


class MissingFilling(Rule):
    """A sentence was filled before it was printed.

    “0 key statistics”, “Showing 10 of 12”, “Key finding — According to data.”, “fares rose by %”, “Updated
    —”: a template ran and had nothing, or only a part, to put in. Counts of things in the world (“0 cases”,
    “0 goals”) are news and left alone; what is counted here are the pieces of a text. Quotations, code and
    questions (“According to whom?”) are left alone.
    """

    severity = Severity.WARNING
    reads = frozenset({"paragraph", "item", "cell", "caption"})
    sources = ("Copy-desk practice: a sentence says something",)
    yields_to: ClassVar = {
        "empty-slot": "place",
        "unfinished-part": "place",
        "listicle-count-mismatch": "place",
    }
    allow: tuple[str, ...] = Option((), description="Wordings that the house prints on purpose, as written.")
    examples: ClassVar = (
        Good("The island had 0 cases and 0 goals; 10 sources were asked, and 3.0 articles a day came.\n"),
        Good("According to whom? According to the clerk, it sails. It sails, according to the clerk.\n"),
        Good("Fares rose by 4 %. The band The The. played. He showed 10 of 12 boats.\n"),
        Good("Leave out the . argument, and remove the . in the end.\n"),
        Good("Updated — with the new fares\n\nIt sails.\n"),
        Good("It has 0 sources.\n", allow=("0 sources",)),
        Bad(
            "The study rests on [[0 key statistics]] and 12 boats.\n",
            says="“0 key statistics” is a slot that nothing filled; fill it in or cut it.",
            severity="warning",
        ),
        Bad("- Boat A\n- Boat B\n\n[[Showing 2 of 12]]\n"),
        Bad("The vote: [[Key finding — According to harbour data.]]\n"),
        Bad("It sails. [[According to the harbour board.]] It is late.\n"),
        Bad("Fares [[rose by %]] in June.\n"),
        Bad("The pier was built [[by the .]] It is late.\n"),
        Bad("[[Updated —]]\n\nIt sails.\n"),
        Good("## Showing 2 of 12\n\nThe list goes on.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for block in article.walk():
            passage = block.passage
            if passage is None or block.kind not in (Kind.PARAGRAPH, Kind.ITEM, Kind.CELL, Kind.CAPTION):
                continue
            if not _may_lack(passage.text):
                continue
            for where in _unfilled(article.own(passage)):
                if where.text not in self.allow:
                    yield self.finding(
                        where, f"{quoted(where.text)} is a slot that nothing filled; fill it in or cut it."
                    )


def _may_lack(text: str) -> bool:
    """Whether anything in a text can be a slot, quoted words included: a look that costs little."""
    return (
        "0 " in text
        or " ." in text
        or "ccording to " in text
        or len(text) <= SHORT
        or bool(CHANGED.search(text))
    )


def _unfilled(passage: Passage) -> Iterator[Passage]:
    text = passage.text
    if "0 " in text:
        yield from (where for where, _ in passage.find(ZERO))
    if len(text) <= SHORT and (SHOWING.fullmatch(text) or STAMPED.fullmatch(text)):
        yield passage
    if "ccording to " in text:
        for sentence in passage.sentences:
            words = sentence.text.rstrip()
            if ENDS_WITH_SOURCE.search(words) is None:
                continue
            found = next(sentence.find(SOURCE_ALONE), None)
            if found is not None and words.endswith(found[0].text):
                lead = words[: len(words) - len(found[0].text)].strip()
                if not lead or lead.endswith(":"):
                    yield found[0]
    for where, _ in passage.find(OPEN_END) if " ." in text or CHANGED.search(text) else ():
        rest = text[where.at - passage.at + len(where) :].lstrip()
        if (
            not where.text.endswith(" .") or not rest or rest[0].isupper()
        ):  # “the . argument”, “remove the . in the end” speak of the mark
            yield where
