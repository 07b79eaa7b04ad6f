from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from presslint import (
    Article,
    Bad,
    Finding,
    Good,
    Kind,
    Option,
    Passage,
    Rule,
    Section,
    Severity,
    quoted,
    regex,
)
from presslint.desk import labelled, records

ITEMS = 3  # items under all of which the same labels stand
LABELS = 2  # fields of a form from which they are one
VALUE = 12  # words of what stands under a subhead that is a field
WRITTEN = regex(r"[a-z]{2,14}(?:[A-Z][a-z]{1,14}){1,4}|[a-z]{2,14}(?:_[a-z]{2,14}){1,4}")
PART = regex(r"[A-Z]?[a-z]+")
INSIDE = regex(r"(?<=[.!?] )[A-Z][\w'’-]{2,20}(?: [\w'’-]{1,20}){0,2}:(?= [A-Z])")


class FormLabel(Rule):
    """Readers see subheads, not the fields of a form.

    “sourceUrl”, or “Date”, “URL” and “Authors” as subheads over one value each, are the names under which a program keeps
    what it has collected; so is a label that stands in the middle of the paragraph under every item. Write a subhead, or
    one line of source and date. “Source:” and “Link:” under
    each item of a digest are one line of source and date. Facts of an event (when, where) and what is set as code
    are left alone.
    """

    severity = Severity.WARNING
    reads = frozenset({"heading"})
    not_for = frozenset({"docs"})
    sources = ("Release hygiene of content systems",)
    allow: tuple[str, ...] = Option(
        (), description="Labels that the house prints on purpose, in small letters."
    )
    examples: ClassVar = (
        Bad(
            "It sails.\n\n## [[Date]]\n\n2026-05-04\n\n## URL\n\nhttps://pier.example.org\n",
            says="“Date” and “URL” are fields of a form; write subheads, or one line with the source and the date.",
            severity="warning",
        ),
        Bad(
            "It sails.\n\n## [[sourceUrl]]\n\nhttps://pier.example.org\n",
            says="“sourceUrl” is a field of a form; write a subhead, or cut it.",
            severity="warning",
        ),
        Bad(
            "## Alba\n\nIt sails. [[Why now:]] The pier is new.\n\n## Bruma\n\nIt rests. Why now: The hull is old.\n\n"
            "## Cala\n\nIt sank. Why now: The sea is rough.\n",
            says="“Why now:” stands in the middle of the copy under all 3 items; begin a line with it, or write it out.",
            severity="warning",
        ),
        Bad(
            "## Alba\n\nIt sails.\n\n[[Source]]: Port\n\nLink: a\n\n## Bruma\n\nIt rests.\n\nSource: Port\n\nLink: b\n\n"
            "## Cala\n\nIt sank.\n\nSource: Port\n\nLink: c\n",
            says="“Source” and “link” stand under the items as fields of a form; write one line with the source and the date.",
        ),
        Good(
            "It sails.\n\n## Sources\n\n- The port\n- The town hall\n- The crew of the boat and their union on land\n"
        ),
        Good(
            "## Alba\n\nDate: 4 May\n\nAddress: Pier 1\n\n## Bruma\n\nDate: 5 May\n\nAddress: Pier 2\n\n## Cala\n\n"
            "Date: 6 May\n\nAddress: Pier 3\n"
        ),
        Good(
            "## Alba\n\nSource: Port\n\nSources: Port\n\n## Bruma\n\nSource: Port\n\nSources: Port\n\n## Cala\n\n"
            "Source: Port\n\nSources: Port\n"
        ),
        Good("It sails.\n\n## Date\n\n2026-05-04\n\n## The boats\n\nThey sail.\n"),
        Good("It sails.\n\n## iPhone\n\nIt rings.\n\n## `sourceUrl`\n\nIt is code.\n"),
        Good("It sails.\n\n## Date\n\n2026-05-04\n\n## URL\n\nhttps://a.example.org\n", allow=("date",)),
        Good(
            "## Alba\n\nWhy now: It sails.\n\n## Bruma\n\nWhy now: It rests.\n\n## Cala\n\nWhy now: It sank.\n"
        ),
        Good("## Alba\n\nIt sails. Why now: It is new.\n\n## Bruma\n\nIt rests. Why now: It is old.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        words = records(article.primary_language)
        fields = (words.fields | words.facts) - set(self.allow)
        written: list[Passage] = []
        named: list[Passage] = []
        for section in article.walk_sections():
            passage = section.heading.passage if section.heading is not None else None
            if passage is None or section.level < 2:
                continue
            own = article.own(passage).text.strip()
            if WRITTEN.fullmatch(own) and not fields.isdisjoint(map(str.lower, PART.findall(own))):
                written.append(passage)
            elif (
                own.strip(" :").lower() in fields and 0 < section.word_count <= VALUE and not section.sections
            ):
                named.append(passage)
        yield from self.told(
            written,
            "is a field of a form; write a subhead, or cut it",
            "are fields of a form; write subheads",
        )
        if len({passage.text for passage in named}) >= LABELS:
            yield self.finding(
                named[0],
                f"{quoted(named[0].text)} and {quoted(named[1].text)} are fields of a form; write subheads, or one line "
                "with the source and the date.",
                see=tuple((passage, "and here") for passage in named[1:20]),
            )
        items = [
            section
            for section in article.walk_sections()
            if section.heading is not None and section.level > 1
        ]
        if len(items) >= ITEMS:
            yield from self.inside(items)
            yield from self.under(items, fields, words.facts)

    def told(self, places: list[Passage], alone: str, several: str) -> Iterator[Finding]:
        if places:
            others = len(places) - 1
            said = alone if not others else f"and {others} more subhead{'s' * (others > 1)} {several}"
            yield self.finding(
                places[0],
                f"{quoted(places[0].text)} {said}.",
                see=tuple((passage, "and here") for passage in places[1:20]),
            )

    def inside(self, items: list[Section]) -> Iterator[Finding]:
        """A label in the middle of a paragraph, the same under every item but one at most."""
        found: dict[str, list[Passage]] = {}
        for section in items:
            here: dict[str, Passage] = {}
            for block in section.blocks:
                if block.kind is Kind.PARAGRAPH and block.passage is not None and ": " in block.text:
                    for where, match in block.passage.find(INSIDE):
                        if not any(mark.start <= match.start() < mark.end for mark in block.passage.marks):
                            here.setdefault(where.text, where)
            for text, where in here.items():
                found.setdefault(text, []).append(where)
        for text, places in found.items():
            if (
                len(places) >= ITEMS
                and len(places) >= len(items) - 1
                and text.strip(":").lower() not in self.allow
            ):
                yield self.finding(
                    places[0],
                    f"{quoted(text)} stands in the middle of the copy under all {len(places)} items; begin a line with it, or "
                    "write it out.",
                    see=tuple((place, "and here") for place in places[1:20]),
                )

    def under(self, items: list[Section], fields: frozenset[str], facts: frozenset[str]) -> Iterator[Finding]:
        """Two and more fields of a form that stand under the items as labels."""
        lines = [
            line
            for section in items
            for block in section.blocks
            for line in labelled(block)
            if line.name in fields
        ]
        often = [
            name
            for name, times in Counter(line.name for line in lines).items()
            if times >= ITEMS and 2 * times >= len(items)
        ]
        if len({name.rstrip("s") for name in often}) >= LABELS and not facts.issuperset(often):
            first = next(line for line in lines if line.name == often[0])
            yield self.finding(
                first.label,
                f"{quoted(first.label.text.strip(' :'))} and {quoted(often[1])} stand under the items as fields of a form; write one "
                "line with the source and the date.",
            )
