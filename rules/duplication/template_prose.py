from __future__ import annotations

from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity, quoted
from presslint.desk import Filled

_RAIL = (
    "has put the comfort of its crews first this year and means to go on with that in the next one as well."
)


class TemplateProse(Rule):
    """Paragraphs differ in more than a name.

    “Ayton has put comfort first …”, “Beeton has put comfort first …”: three paragraphs that are alike to
    the word but for one name or number were filled in, not written, and say nothing of the place that they
    are about. The rule compares paragraphs of 15 words and more that open or close with the same five words;
    they count when all but one to three words in one place are the same. Lists, tables, quotations,
    questions, notices and lines that link on are left alone, and so are articles of forms: results, calendars, minutes. All
    paragraphs of an article are one finding, a warning where its lists were filled in as well: one list that stands three
    times, or three items that stand in two.
    """

    severity = Severity.SUGGESTION
    sources = (
        "Google Search Central, scaled content",
        "Copy-desk practice: a paragraph says something of its own",
    )
    reads = frozenset({"prose"})
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
        Bad(
            "[[Ayton has put the comfort of its crews first this year and means to go on with that in "
            "the next one as well.]]\n\nBeeton has put the comfort of its crews first this year and means "
            "to go on with that in the next one as well.\n\nCeeton has put the comfort of its crews first "
            "this year and means to go on with that in the next one as well.\n\nAyton opens its harbour to "
            "the guests of the summer in May and closes it again in the last week of October.\n\nBeeton "
            "opens its harbour to the guests of the summer in May and closes it again in the last week "
            "of October.\n\nCeeton opens its harbour to the guests of the summer in May and closes it "
            "again in the last week of October.\n\n",
            says="“Ayton has put the comfort of its crews … next one as well.” and 2 other paragraphs differ "
            "in one place only (“Ayton”, “Beeton”, “Ceeton”), and so do others; write what is true of "
            "each, or say it once.",
            severity="suggestion",
        ),
        Bad(
            "[[Ayton has put the comfort of its crews first this year and means to go on with that in "
            "the next one as well.]]\n\nBeeton has put the comfort of its crews first this year and means "
            "to go on with that in the next one as well.\n\nCeeton has put the comfort of its crews first "
            "this year and means to go on with that in the next one as well.\n\nDeeton has put the comfort "
            "of its crews first this year and means to go on with that in the next one as well.\n\nEaton "
            "has put the comfort of its crews first this year and means to go on with that in the next "
            "one as well.\n\nEffton has put the comfort of its crews first this year and means to go on "
            "with that in the next one as well.\n\n",
            says="“Ayton has put the comfort of its crews … next one as well.” and 5 other paragraphs differ "
            "in one place only (“Ayton”, “Beeton”, “Ceeton”, “Deeton”); write what is true of each, or "
            "say it once.",
            severity="suggestion",
        ),
        Good(
            "Ayton has put the comfort of its crews first again.\n\nBeeton has put the comfort of its "
            "crews first again.\n\nCeeton has put the comfort of its crews first again.\n\n"
        ),
        Bad(
            "[[Ayton has put the comfort of its crews first this year and means to go on with that in "
            "the next one as well.]]\n\nBeeton has put the comfort of its crews first this year and means "
            "to go on with that in the next one as well.\n\nCeeton has put the comfort of its crews first "
            "this year and means to go on with that in the next one as well.\n\nAyton opens its harbour to "
            "the guests of the summer in May and closes it again in the last week of October.\n\nBeeton "
            "opens its harbour to the guests of the summer in May and closes it again in the last week "
            "of October.\n\nCeeton opens its harbour to the guests of the summer in May and closes it "
            "again in the last week of October.\n\nAyton pays for its lamps, pumps and piles from the "
            "tolls that the ferries bring in from spring to autumn.\n\nBeeton pays for its lamps, pumps "
            "and piles from the tolls that the ferries bring in from spring to autumn.\n\nCeeton pays for "
            "its lamps, pumps and piles from the tolls that the ferries bring in from spring to autumn.\n\n",
            says="“Ayton has put the comfort of its crews … next one as well.” and 2 other paragraphs differ "
            "in one place only (“Ayton”, “Beeton”, “Ceeton”), and so do 2 other groups; write what is "
            "true of each, or say it once.",
            severity="suggestion",
        ),
        Bad(
            f"[[Ayton {_RAIL}]]\n\nBeeton {_RAIL}\n\nCeeton {_RAIL}\n\n"
            "- more of them go to the isles\n- all of them hope for a warm cabin\n- nobody has mended them this year\n\nMore.\n\n"
            "- Fleet: more of them go to the isles\n- all of them hope for a warm cabin\n- nobody has mended them this year\n- fares\n",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        groups = article.repeats.filled(self.words, self.places)
        if groups:
            level = Severity.WARNING if article.repeats.lists_are_filled else None
            yield self.report(level, *groups)

    def report(self, level: Severity | None, alike: Filled, *more: Filled) -> Finding:
        """One finding for an article; its words are of the first paragraphs that are alike."""
        first, *others = alike.blocks
        named = ", ".join(quoted(words) for words in alike.fillings[:4])
        return self.finding(
            first,
            f"{quoted(first.text)} and {len(others)} other paragraphs differ in one place only ({named})"
            f"{further(len(more))}; write what is true of each, or say it once.",
            severity=level,
            see=tuple(
                (block, "another one")
                for blocks in (others, *(each.blocks for each in more))
                for block in blocks
            ),
        )


def further(count: int) -> str:
    """That other paragraphs of the article are alike as well."""
    return "" if not count else ", and so do others" if count == 1 else f", and so do {count} other groups"
