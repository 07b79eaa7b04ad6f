from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Option, Passage, Rule, Severity, quoted
from presslint.desk import about_chatbots, level, records

MOST = 1  # times that people of the desk are named otherwise before the article is about them
BEHIND = frozenset((Kind.HEADING, Kind.SEPARATOR, Kind.FOOTNOTE))


class DeskAdvice(Rule):
    """The story speaks to its readers, not to the desk.

    “Reporters should ask the council about the discharge”, “this item deserves a follow-up”: the notes of a machine
    that was told to think of editors. They close a section, in the article's own voice. An article that
    names journalists again and again, or in its headline, is about their work and left alone, and so are quotations.
    """

    severity = Severity.WARNING
    reads = frozenset({"prose"})
    sources = ("Release hygiene of content systems", "Trust Project: methods are told for readers")
    allow: tuple[str, ...] = Option((), description="Sentences that the house prints on purpose, as written.")
    examples: ClassVar = (
        Bad(
            "The pipe runs to the river. [[Reporters should ask the council about it]].\n",
            says="“Reporters should ask the council about it” speaks to the desk; do it, and cut the sentence.",
            severity="warning",
        ),
        Bad("It sails. [[This item deserves a follow-up]].\n\n## Fares\n\nThey rise.\n", severity="warning"),
        Bad("Es fährt. [[Redaktionen sollten die Preise prüfen]].\n", settings={"language": "de"}),
        Good("It sails. Reporters should ask the council. It meets on Monday.\n"),
        Good("Reporters should ask the council.\n\n## Law\n\nEditors know it, and journalists read it.\n"),
        Good("It sails, the clerk said. “Reporters should ask the council about it.”\n"),
        Good("Reporters should ask the council.\n", allow=("Reporters should ask the council",)),
        Good("---\ntitle: How journalists work\n---\n\nReporters should ask the council.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        words = records(article.primary_language)
        if about_chatbots(article) or any(words.desk.search(field.text) for field in article.all("headline")):
            return
        told = 0
        found: list[Passage] = []
        for block in article.walk():
            passage = block.passage
            if passage is None or block.kind not in (Kind.PARAGRAPH, Kind.ITEM):
                continue
            told += len(words.desk.findall(passage.text))
            if (last := _last_sentence(article, block, passage)) is None or last.text in self.allow:
                continue
            text = level(last.text)
            if words.advice.match(text) or words.praise.search(text):
                found.append(last)
        if told <= MOST + len(found):
            for last in found[:1]:
                yield self.finding(
                    last,
                    f"{quoted(last.text)} speaks to the desk; do it, and cut the sentence.",
                    see=tuple((other, "and here") for other in found[1:]),
                )


def _last_sentence(article: Article, block: Block, passage: Passage) -> Passage | None:
    """The sentence with which a section or an item ends, quotations masked, its stop left out."""
    if block.kind is Kind.PARAGRAPH and not _ends_a_section(article, block):
        return None
    own = article.own(passage)
    text = own.text.rstrip(" .")
    start = max(text.rfind(stop) + len(stop) for stop in (". ", "? ", "! ", "; ", ", ")[:4])
    return own[start if start > 1 else 0 : len(text)]


def _ends_a_section(article: Article, block: Block) -> bool:
    blocks = article.blocks
    for number, other in enumerate(blocks):
        if other is block:
            return number + 1 == len(blocks) or blocks[number + 1].kind in BEHIND
    return False
