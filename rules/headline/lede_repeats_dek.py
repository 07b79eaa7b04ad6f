from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Kind, Passage, Rule, Severity
from presslint.language.likeness import compare, fold

JACCARD, RATIO = 0.8, 0.9
WORDS = 5  # a shorter first sentence is an opening, not a lead
# keys that generators and editors fill from the first paragraph on purpose
MACHINE_MADE = frozenset(
    ("excerpt", "summary", "custom excerpt", "excerpt rendered", "abstract", "teaser", "blurb")
)


class LedeRepeatsDek(Rule):
    """The first sentence goes on from the dek.

    A reader who has read the dek and meets it again in the first sentence wonders whether the page is
    broken. Only deks that readers see are compared; a description for search engines or an excerpt is
    often made from the first paragraph on purpose.
    """

    severity = Severity.SUGGESTION
    sources = ("Headline-writing practice: do not repeat head or deck in the lead",)
    not_for = frozenset({"live", "index"})
    looks_at = frozenset({"dek"})
    examples: ClassVar = (
        Good(
            "---\ntitle: Council cuts buses\ndek: Three routes end in May\n---\n"
            "The council voted on Tuesday to cut buses.\n"
        ),
        Good(
            "---\ntitle: Council cuts buses\nexcerpt: The council voted on Tuesday to cut night buses.\n---\n"
            "The council voted on Tuesday to cut night buses.\n"
        ),
        Bad(
            "---\ntitle: Council cuts buses\ndek: The council voted on Tuesday to cut night buses.\n---\n"
            "[[The council voted on Tuesday to cut night buses.]] It was close.\n",
            says="The first sentence is the dek again; let the lead go on from it.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Buses\ndek: The council voted on Tuesday to cut all night buses\n---\n"
            "[[The council voted on Tuesday to cut its night buses.]] It was close.\n",
            severity="suggestion",
            says="The first sentence nearly repeats the dek; let the lead go on from it.",
        ),
        Bad(
            "---\ntitle: Buses\ndek: The council voted on Tuesday\n---\n[[The council voted on Tuesday.]]\n",
            says="The first sentence is the dek again; let the lead go on from it.",
            severity="warning",
        ),
        Good("---\ntitle: Buses\ndek: Old council voted today\n---\nOld council voted today.\n"),
        Good(
            "---\ntitle: Buses\ndek: The council voted to cut night buses\n---\nThe council voted on Tuesday "
            "to cut all night buses from May.\n"
        ),
        Bad(
            "---\ntitle: Buses\ndek: From May all night buses are cut, the council voted on Tuesday\n---\n"
            "[[The council voted on Tuesday to cut all night buses from May.]]\n",
            says="The first sentence nearly repeats the dek; let the lead go on from it.",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: Buses\ndek: The council voted on Tuesday to cut all night buses from May\n---\n"
            "![Pier](a.png)\n\n[[The council voted on Tuesday to cut all night buses from May.]]\n",
            says="The first sentence is the dek again; let the lead go on from it.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Buses\ndek: The council voted on Tuesday to cut all night buses from May. It was "
            "late\n---\n[[The council voted on Tuesday to cut all night buses from May. It was late.]]\n",
            says="The first sentence is the dek again; let the lead go on from it.",
            severity="warning",
        ),
        Good("---\ntitle: Buses\ndek: Buses cut in the town\n---\nThe town cut the buses.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        dek = article.dek
        first = next((block.passage for block in article.blocks if block.kind is Kind.PARAGRAPH), None)
        if dek is None or first is None or fold(dek.key) in MACHINE_MADE:
            return
        sentence = first.sentences[0] if first.sentences else first
        if sentence.word_count < WORDS:
            return
        where = first if fold(first.text) == fold(dek.text) else sentence
        same = fold(where.text) == fold(dek.text)
        if same or is_alike(sentence, dek.text):
            yield self.finding(
                where,
                "The first sentence is the dek again; let the lead go on from it."
                if same
                else "The first sentence nearly repeats the dek; let the lead go on from it.",
                severity=Severity.WARNING if same else None,
                see=((dek, "the dek"),),
            )


def is_alike(sentence: Passage, dek: str) -> bool:
    found = compare(sentence.text, dek)
    return found.size >= 4 and (found.jaccard >= JACCARD or found.ratio >= RATIO)
