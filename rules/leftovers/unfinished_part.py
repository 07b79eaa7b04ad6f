from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import (
    Article,
    Bad,
    Block,
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
from presslint.desk import ANSWERS, MACHINE, MISSING_DATA, NOT_THERE, NOTHING, WORK, and_others, level

MISSING = regex(MISSING_DATA, re.I)
THERE_IS_NONE = regex(NOT_THERE)
LABELLED = regex(r"\W{0,3}([^\W\d_][^:\n]{1,40}?)\W{0,3}:\W{0,3}?(\S[^\n]{0,40}|[—–-])$")
TODO = regex(r"\W{0,3}(?:TODO|FIXME)\b(?:\([^)\n]{1,20}\))? ?:?")
DECOR = " \t\n*_()[]<>.!…:"
FIELDS = ("headline", "dek", "kicker", "description", "image-caption", "image-alt")
# fields of which pages make links and labels: only a value of a program is none
LABELS = ("image", "section", "categories", "source", "publication", "image-credit", "dateline")
NO_VALUE = regex(r"(?:undefined|null|nan|none|\[object object\])(?:\.(?:png|jpe?g|webp|gif|svg))?", re.I)
SAMPLE = regex(
    r"(?:(?:your|enter|insert|add|write)(?: an?| the| your)?|sample|default|example)"
    r" (?:meta )?(?:description|excerpt|summary|subtitle|title|headline|caption|text)(?: (?:goes )?here)?",
    re.I,
)
WORDS = frozenset((Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTE))
LONGEST = 60  # words of a section that says only that data are missing
MARK = 2  # characters of a cross or a tick: where cells hold nothing else, an empty column says something
ROWS = 3  # rows of a table from which a column of nothing is no chance


class UnfinishedPart(Rule):
    """Every part that is announced was written.

    A subhead over “TODO” or “TBD”, over a lone dash or “no data available”, over one paragraph that says
    the data are not available, promises what never came: write the part or cut its subhead. So does a
    label before a dash (“Strengths: —”), a headline, dek or caption that says `undefined` or “Your description here”, a picture or section that is `null`, and a table
    with a column of nothing. Each is told once in an article, with the other places. A cell, an item or a
    label that answers “TBD” or “n/a” among others is a fact of a programme or a data sheet, and a section
    that answers a form (“Conflicts of interest: none”) is an answer; both are left alone.
    """

    severity = Severity.WARNING
    sources = (
        "Journalism Trust Initiative, clause 10: accuracy",
        "Copy-desk practice: no open ends on the page",
    )
    allow: tuple[str, ...] = Option(
        (), description="Words that may stand alone under a subhead, in small letters."
    )
    examples: ClassVar = (
        Bad(
            "---\ntitle: Ferry\nimage: [[/img/null.png]]\ncategory: [[None]]\n---\n\nIt sails.\n",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Ferry\ndescription: [[Your description here]]\n---\n\nIt sails.\n", severity="error"
        ),
        Good("---\ntitle: Ferry\nimage: none\ncategory: Null Island\n---\n\nIt sails.\n"),
        Good(
            "# Ferry\n\nIt sails.\n\n## Speakers\n\n- Ana Ruiz\n- TBD\n\n## Conflicts of interest\n\nNone.\n"
        ),
        Good(
            "It sails.\n\n- Deck: open\n- Bar: n/a\n- Pier: TBD\n\nThe figures are not available, the clerk said.\n"
        ),
        Good("| Pier | Fare |\n|---|---|\n| North | 4 |\n| South | — |\n| West | — |\n"),
        Good("| Pier | Fare |\n|---|---|\n| North | — |\n| South | — |\n\nIt sails at noon.\n"),
        Good("# Ferry\n\nIt sails.\n\n## Menu\n\nComing soon\n", allow=("coming soon",)),
        Good(
            "# Ferry\n\nIt sails.\n\n## Riders\n\nFigures for June are not available, because the counter at the north "
            "pier broke on the second day. The board bought a new one. It counts both decks, and the harbour office "
            "publishes its count on Mondays. In May 4,000 islanders crossed, the board said, the most since the yard "
            "opened. A third of them were pupils, and half had a pass of the old kind.\n"
        ),
        Bad(
            "# Ferry\n\nIt sails.\n\n## Speed\n\n[[TODO]]\n\n## Fares\n\nThey rise.\n",
            says="“TODO” is all that stands under “Speed”; write the part or cut its subhead.",
            severity="error",
        ),
        Bad("# Ferry\n\nIt sails.\n\n## Speed\n\n> [[TODO(Lind):]] some quote\n", severity="error"),
        Bad(
            "# Ferry\n\nIt sails.\n\n## Riders\n\n[[No data available.]]\n\n## Crew\n\nNo data available.\n",
            says="“No data available.” is all that stands under “Riders”, and under one more subhead; write the part or "
            "cut its subhead.",
            severity="warning",
        ),
        Bad(
            "# Ferry\n\nIt sails.\n\n## Riders\n\n[[Rider data are not currently available from the feed.]] The count "
            "goes on.\n",
            severity="warning",
        ),
        Bad(
            "# Ferry\n\nIt sails.\n\n- Strengths: four piers\n- [[Threats: —]]\n",
            severity="warning",
            says="“Threats: —” announces something and gives nothing; fill it in or cut the line.",
        ),
        Bad(
            "---\ntitle: Ferry sails\ndescription: [[undefined]]\n---\n\nIt sails at noon.\n",
            severity="error",
            says="“undefined” is all that “description” says; write it or leave it out.",
        ),
        Bad(
            "---\ntitle: Ferry sails\nsummary: [[Summary not available...]]\n---\n\n## Summary\n\n"
            "[[Summary not available]]\n\n## Fares\n\nSeats are not available at noon.\n",
            says=(
                "“Summary not available...” is all that “summary” says; write it or leave it out.",
                "“Summary not available” is all that stands under “Summary”; write the part or cut its subhead.",
            ),
            severity=("error", "warning"),
        ),
        Bad(
            "| Pier | [[Fare]] |\n|---|---|\n| North | |\n| South | |\n| West | |\n",
            severity="warning",
            says="The column “Fare” is empty in every row; fill it or cut it.",
        ),
        Good("| Pier | Fare |\n|---|---|\n| North | ![4](4.png) |\n| South | |\n| West | |\n"),
        Good("| Pier | Fare | Crew |\n|---|---|---|\n| North | | |\n| South | | |\n| West | | |\n"),
        Good("| Pier | |\n|---|---|\n| North | |\n| South | |\n| West | |\n"),
        Bad(
            "| Pier | Fare |\n|---|---|\n| North | [[—]] |\n| South | — |\n| West | — |\n",
            severity="warning",
            says="The column “Fare” says “—” in every row; fill it or cut it.",
        ),
        Bad(
            "# Ferry\n\nIt sails.\n\n- [[Threats: —]]\n- Costs: —\n- Crews: —\n- Boats: —\n",
            says="“Threats: —” announces something and gives nothing, and so do 3 more; fill it in or cut the "
            "line.",
            severity="warning",
        ),
        Bad(
            "# Ferry\n\nIt sails.\n\n## Riders\n\nIt is.\n\n[[No data available]]\n",
            says="“No data available” is all that stands under “Riders”; write the part or cut its subhead.",
            severity="warning",
        ),
        Good("# Ferry\n\nIt sails.\n\n## Riders\n\nIt is.\n\nIt was.\n\nNo data available\n"),
        Good("# Ferry\n\nIt sails.\n\n## Speed\n\nTODO\n\n### Fares\n\nThey rise.\n"),
        Good("# Ferry\n\nIt sails.\n\n## Speed\n\n```\nTODO\n```\n"),
        Good("# Ferry\n\nIt sails.\n\n## Speed\n\n![Pier](a.png)\n\nTODO\n"),
        Bad(
            "# Ferry\n\nIt sails.\n\n## Riders\n\n[[Rider data are not currently available from the feed of "
            "the board, so the count of the crew goes on by hand and with a pen, and all that they write "
            "goes to the clerk of the harbour.]]\n",
            says="“Rider data are not currently available … of the harbour.” is all that stands under "
            "“Riders”; write the part or cut its subhead.",
            severity="warning",
        ),
        Good(
            "# Ferry\n\nIt sails.\n\n## Riders\n\nIt sails. Rider data are not currently available from the "
            "feed.\n"
        ),
        Bad(
            "# Ferry\n\nIt sails.\n\n- [[Threats: —]]\n- Costs: —\n",
            says="“Threats: —” announces something and gives nothing, and so does one more; fill it in or cut "
            "the line.",
            severity="warning",
        ),
        Good("# Ferry\n\nIt sails.\n\n## Threats: —\n\nText.\n"),
        Good("| Pier | Fare |\n|---|---|\n| — | 4 |\n| — | 5 |\n| — | 6 |\n"),
        Bad(
            "| Pier | Fare |\n|---|---|\n| North | [[(—)]] |\n| South | — |\n| West | — |\n",
            says="The column “Fare” says “(—)” in every row; fill it or cut it.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        yield from self.fields(article)
        yield from self.sections(article)
        yield from self.labels(article)
        for block in article.walk():
            if block.kind is Kind.TABLE:
                yield from self.columns(block)

    def fields(self, article: Article) -> Iterator[Finding]:
        for name in FIELDS:
            for field in article.all(name):
                said = _said(field.text)
                empty = said in MACHINE or said in WORK - {"xxx", "tk"} or THERE_IS_NONE.fullmatch(said)
                empty = empty or SAMPLE.fullmatch(said)
                if field and empty:
                    yield self.finding(
                        field.passage,
                        f"{quoted(field.text)} is all that “{field.key}” says; write it or leave it out.",
                        severity=Severity.ERROR,
                    )

        for name in LABELS:
            for field in article.all(name):
                value = field.text.strip().rpartition("/")[2]
                # what a program leaves in words, template-variable tells
                if (
                    field
                    and NO_VALUE.fullmatch(value)
                    and (value in ("None", "NaN", "nan") or (name == "image" and value != "none"))
                ):
                    yield self.finding(
                        field.passage,
                        f"{quoted(field.text)} is all that “{field.key}” says; write it or leave it out.",
                    )

    def sections(self, article: Article) -> Iterator[Finding]:
        found: dict[str, list[tuple[Passage, Section]]] = {}
        levels: dict[str, Severity] = {}
        for section in article.walk_sections():
            told = self.is_unfinished(section)
            if told is not None:
                where, severity = told
                found.setdefault(_said(where.text), []).append((where, section))
                levels[_said(where.text)] = severity
        for said, places in found.items():
            where, section = places[0]
            others = len(places) - 1
            more = and_others(others, ", and under one more subhead", ", and under {} more subheads")
            head = section.heading.text if section.heading is not None else ""
            yield self.finding(
                where,
                f"{quoted(where.text)} is all that stands under {quoted(head)}{more}; write the part or cut its subhead.",
                severity=levels[said],
                see=tuple((place, "and here") for place, _ in places[1:21]),
            )

    def is_unfinished(self, section: Section) -> tuple[Passage, Severity] | None:
        """The words that stand for a section that never came, and how sure that is."""
        if section.heading is None or section.sections:
            return None
        blocks = [inner for block in section.blocks for inner in block.walk() if inner.passage]
        if not 0 < len(blocks) <= 2 or any(block.media or block.links for block in section.blocks):
            return None
        last = blocks[-1]
        passage = last.passage
        if (
            passage is None
            or last.kind not in WORDS
            or any(block.kind is Kind.CODE for block in section.blocks)
        ):
            return None
        said = _said(passage.text)
        if said in self.allow:
            return None
        todo = TODO.match(passage.text)
        if len(blocks) == 1 and (said in WORK or todo):
            return passage if todo is None or said in WORK else passage[: todo.end()], Severity.ERROR
        if len(blocks) == 1 and THERE_IS_NONE.fullmatch(said):
            return passage, Severity.WARNING
        if said in NOTHING and (said not in ANSWERS or said in ("—", "–", "-")):
            return passage, Severity.WARNING
        missing = MISSING.search(level(passage.text))
        if len(blocks) == 1 and missing and passage.word_count <= LONGEST and passage.sentences:
            first = passage.sentences[0]
            if missing.start() < len(first):
                return first, Severity.WARNING
        return None

    def labels(self, article: Article) -> Iterator[Finding]:
        """Labels before a dash or a machine's nothing."""
        found: list[Passage] = []
        for block in article.walk():
            if block.kind not in (Kind.PARAGRAPH, Kind.ITEM) or ":" not in block.text:
                continue
            if block.passage and len(block.passage) <= 90:
                match = LABELLED.fullmatch(block.text.strip())
                if match and _said(match[2]) in (NOTHING - ANSWERS) | {"—"} and match[2].strip() != "---":
                    found.append(block.passage)
        if found:
            more = and_others(len(found) - 1, ", and so does one more", ", and so do {} more")
            yield self.finding(
                found[0],
                f"{quoted(found[0].text)} announces something and gives nothing{more}; fill it in or cut the line.",
                see=tuple((place, "and here") for place in found[1:21]),
            )

    def columns(self, table: Block) -> Iterator[Finding]:
        """Columns in which every row says nothing."""
        rows = [row.children for row in table.children if row.kind is Kind.ROW]
        if len(rows) <= ROWS:
            return
        columns = range(1, min(map(len, rows)))
        empty = [number for number in columns if all(_is_bare(row[number]) for row in rows[1:])]
        filled = [text for row in rows[1:] for cell in row[1:] if (text := cell.text.strip())]
        marks = bool(filled) and all(len(text) <= MARK for text in filled)
        # with more than one it is a form for readers to fill in
        if len(empty) == 1 and rows[0][empty[0]].text.strip() and not marks:
            where = rows[0][empty[0]]
            yield self.finding(
                where, f"The column {quoted(where.text)} is empty in every row; fill it or cut it."
            )
        for number in columns:
            cells = [row[number] for row in rows[1:]]
            first = cells[0].passage
            head = rows[0][number].text
            if first and all(_said(cell.text) in NOTHING or cell.text.strip() in NOTHING for cell in cells):
                yield self.finding(
                    first,
                    f"The column {quoted(head)} says {quoted(first.text)} in every row; fill it or cut it.",
                )


def _is_bare(cell: Block) -> bool:
    return not (cell.text.strip() or cell.media or cell.links)


def _said(text: str) -> str:
    """The words without what surrounds them, in small letters; a lone dash stays."""
    return text.strip(DECOR).lower() or text.strip()
