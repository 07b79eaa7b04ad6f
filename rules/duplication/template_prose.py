from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from presslint import Article, Bad, Block, Finding, Good, Kind, Option, Rule, Severity, quoted

KEY = 5  # words at either end of a paragraph by which its likes are found
SLOT = 3  # the most words that a slot is filled with
_RAIL = (
    "has put the comfort of its crews first this year and means to go on with that in the next one as well."
)


class Line(NamedTuple):
    """A paragraph and its words, folded."""

    block: Block
    words: tuple[str, ...]


class TemplateProse(Rule):
    """Paragraphs differ in more than a name.

    “Ayton has put comfort first …”, “Beeton has put comfort first …”: three paragraphs that are alike to
    the word but for one name or number were filled in, not written, and say nothing of the place that they
    are about. The rule compares paragraphs of 15 words and more that open or close with the same five words;
    they count when all but one to three words in one place are the same. Lists, tables, quotations,
    questions, notices and lines that link on are left alone, and so are articles of forms: results, calendars, minutes. All
    paragraphs of an article are one finding.
    """

    severity = Severity.SUGGESTION
    sources = (
        "Google Search Central, scaled content",
        "Copy-desk practice: a paragraph says something of its own",
    )
    not_for = frozenset(
        {"live", "results", "event", "docs", "recipe", "index", "factbox", "newsletter", "obituary"}
    )
    words: int = Option(15, ge=8, description="The fewest words of a paragraph that is compared.")
    places: int = Option(3, ge=2, description="How many paragraphs alike make a finding.")
    examples = (
        Good(f"Ayton {_RAIL}\n\nBeeton {_RAIL}\n"),
        Good("".join(f"- {town} {_RAIL}\n" for town in ("Ayton", "Beeton", "Ceeton"))),
        Good("".join(f"> {town} {_RAIL}\n\nShe said.\n\n" for town in ("Ayton", "Beeton", "Ceeton"))),
        Good("".join(f"{town} has a pier.\n\n" for town in ("Ayton", "Beeton", "Ceeton"))),
        Good(
            "".join(
                f"{town} {_RAIL[:-1]}, [she says](/{town}).\n\n" for town in ("Ayton", "Beeton", "Ceeton")
            )
        ),
        Bad(
            f"[[Ayton {_RAIL}]]\n\nIt has a pier.\n\nBeeton {_RAIL}\n\nIt has a quay.\n\nCeeton {_RAIL}\n",
            says="“Ayton has put the comfort of its crews … next one as well.” and 2 other paragraphs differ in one place "
            "only (“Ayton”, “Beeton”, “Ceeton”); write what is true of each, or say it once.",
            severity="suggestion",
        ),
        Bad(
            "[[The pier of the town on the sound was closed after the storm and opened after 4 weeks.]]\n\n"
            "The pier of the town on the sound was closed after the storm and opened after 7 weeks.\n",
            places=2,
            says="“The pier of the town on the sound was … after 4 weeks.” and 1 other paragraphs differ in "
            "one place only (“4”, “7”); write what is true of each, or say it once.",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        lines = [Line(block, words) for block in article.blocks if len(words := told(block)) >= self.words]
        if len(lines) < self.places:
            return
        taken: set[int] = set()
        groups: list[list[Line]] = []
        for group in (*bucket(lines, slice(None, KEY)), *bucket(lines, slice(-KEY, None))):
            alike = [
                line
                for line in group
                if id(line.block) not in taken and slot(group[0].words, line.words) is not None
            ]
            different = {line.words for line in alike}
            if len(different) < self.places or group[0].block is not alike[0].block:
                continue
            taken.update(id(line.block) for line in alike)
            groups.append(alike)
        if groups:
            yield self.report(*groups)

    def report(self, alike: list[Line], *more: list[Line]) -> Finding:
        """One finding for an article; its words are of the first paragraphs that are alike."""
        first = alike[0]
        fillings: dict[str, None] = {}
        for line in alike[1:]:
            filled = slot(first.words, line.words) or ("", "")
            fillings.update(dict.fromkeys(filter(None, filled)))
        named = ", ".join(quoted(words) for words in list(fillings)[:4])
        return self.finding(
            first.block,
            f"{quoted(first.block.text)} and {len(alike) - 1} other paragraphs differ in one place only ({named})"
            f"{further(len(more))}; write what is true of each, or say it once.",
            see=tuple((line.block, "another one") for group in (alike[1:], *more) for line in group),
        )


def further(count: int) -> str:
    """That other paragraphs of the article are alike as well."""
    return "" if not count else ", and so do others" if count == 1 else f", and so do {count} other groups"


def told(block: Block) -> tuple[str, ...]:
    """The words of a paragraph that tells something; none for questions, quotations and lines of a table."""
    if block.kind is not Kind.PARAGRAPH or block.passage is None or block.media or block.links:
        return ()
    text = block.text.strip()
    if text[:1] in "“\"‘'„«*|" or text[-1:] not in ".!…" or "“" in text or '"' in text:
        return ()
    return tuple(text.split())


def bucket(lines: Sequence[Line], part: slice) -> Iterator[list[Line]]:
    """The lines that have the same words in one part, in order."""
    groups: dict[tuple[str, ...], list[Line]] = {}
    for line in lines:
        groups.setdefault(line.words[part], []).append(line)
    return (group for group in groups.values() if len(group) > 1)


def slot(one: Sequence[str], other: Sequence[str]) -> tuple[str, str] | None:
    """What stands in the one place where two lines differ, empty where they do not; None if they do in more."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    first, second = one[start : len(one) - end], other[start : len(other) - end]
    if max(len(first), len(second)) > SLOT:
        return None
    return " ".join(first).strip(".,;:"), " ".join(second).strip(".,;:")
