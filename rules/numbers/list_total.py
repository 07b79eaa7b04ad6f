from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Rule, Severity, quoted, regex
from presslint.desk import Cell, Form, Number, grid, plain

IN_BRACKETS = regex(r"\((?:total:? )?\Z", re.I)
# the label of a row or a column that sums up, in the languages of newsrooms
TOTAL = regex(
    r"\W{0,4}(?:grand |overall )?(?:totals?|sum|gesamt|insgesamt|summe|total général|suma|totale|totaal|total geral)\W{0,4}",
    re.I,
)
LEAST = 2  # parts of a sum
SHORT = 12  # words of a line that is the title of a list
LINES = frozenset((Kind.PARAGRAPH, Kind.HEADING))


class ListTotal(Rule):
    """The sum over a list is the sum of its items.

    “Starter kit ($112):” over three items of $39, $49 and $29 is $117. The rule reads a short line or subhead with one
    sum in brackets and the list right below it, of which every item has one sum of the same currency; items
    without one, ranges and rough figures say that the list is not the whole. In a table, the last row or column that is
    called a total is held to the others: a warning where as many of its sums are right, and a suggestion where none is,
    for rows may have been left out.
    """

    severity = Severity.WARNING
    reads = frozenset({"figures"})
    sources = ("American Press Institute, accuracy checklists: do the maths",)
    examples: ClassVar = (
        Bad(
            "It is.\n\n| Pier | Adults | Children | Total |\n|---|---|---|---|\n| Ayton | 120 | 30 | 150 |\n| Beeton | 90 | 25 | [[125]] |\n"
            "| Total | 210 | 55 | 265 |\n",
            says="“125” stands for a sum that comes to 115; correct the sum or a part.",
            severity="warning",
        ),
        Bad(
            "It is.\n\n| Item | Cost |\n|---|---|\n| Pier | 120 |\n| Boats | 90 |\n| Total | [[270]] |\n",
            severity="suggestion",
        ),
        Good("It is.\n\n| Item | Cost |\n|---|---|\n| Pier | 120 |\n| Boats | about 90 |\n| Total | 270 |\n"),
        Good("It is.\n\n| Item | Cost |\n|---|---|\n| Pier | 120 |\n| Boats | 90 |\n| Total | 210 |\n"),
        Bad(
            "**Starter kit ([[$112]]):**\n\n- A brush ($39)\n- A cloth ($49)\n- A pail ($29)\n",
            says="“$112” stands over a list whose items come to 117; correct the sum or an item.",
            severity="warning",
        ),
        Bad("## Starter kit (total: [[$112]])\n\n- A brush: $39\n- A pail: $29\n", severity="warning"),
        Good("**Starter kit ($117):**\n\n- A brush ($39)\n- A cloth ($49)\n- A pail ($29)\n"),
        Good("**Starter kit ($112):**\n\n- A brush ($39)\n- A cloth\n- A pail ($29)\n"),
        Good("**Starter kit ($112):**\n\n- A brush ($39 to $45)\n- A pail (about $29)\n"),
        Good("**Starter kit (from €112):**\n\n- A brush ($39)\n- A pail ($29)\n"),
        Good("It cost $112 in all:\n\n- A brush ($39)\n- A pail ($29)\n"),
        Good("**Kit ($69):**\n\n- A brush ($39.25)\n- A pail ($29.40)\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for block in article.blocks:
            if block.kind is Kind.TABLE:
                yield from self.table(article, block)
        for line, below in pairwise(article.blocks):
            if below.kind is not Kind.LIST or line.kind not in LINES or line.passage is None:
                continue
            if line.word_count > SHORT:
                continue
            total = _only(article, line)
            if total is None or IN_BRACKETS.search(line.text[: total.start]) is None:
                continue
            items = [_only(article, item) for item in below.children]
            if len(items) < 2 or any(item is None or item.comparable != total.comparable for item in items):
                continue
            amounts = [item for item in items if item is not None]
            room = sum(amount.half for amount in amounts) + total.half
            come_to = sum(amount.value for amount in amounts)
            if abs(come_to - total.value) > room:
                yield self.finding(
                    total.passage,
                    f"{quoted(total.passage.text)} stands over a list whose items come to {plain(come_to)}; correct "
                    "the sum or an item.",
                )

    def table(self, article: Article, block: Block) -> Iterator[Finding]:
        """Totals of columns and of rows that are not the sum of what stands before them."""
        table = grid(article, block)
        if table is None:
            return
        wrong: list[tuple[Cell, float]] = []
        right = 0
        if TOTAL.fullmatch(table.heads[-1]) and len(table.heads) > LEAST + 1:
            for row in table.rows:
                wrong, right = _held(row[1:-1], row[-1], wrong, right)
        if TOTAL.fullmatch(table.labels[-1]) and len(table.rows) > LEAST:
            known = [cell for cell, _ in wrong]
            for number in range(1, len(table.heads)):
                *parts, total = table.column(number)
                if not any(part is cell for part in parts for cell in known):
                    wrong, right = _held(parts, total, wrong, right)
        sure = right >= len(wrong)
        for cell, made in wrong:
            yield self.finding(
                cell.passage.strip(),
                f"{quoted(cell.passage.text.strip())} stands for a sum that comes to {plain(made)}; correct the sum or a part.",
                severity=None if sure else Severity.SUGGESTION,
            )


def _held(
    parts: Sequence[Cell | None], total: Cell | None, wrong: list[tuple[Cell, float]], right: int
) -> tuple[list[tuple[Cell, float]], int]:
    """What was wrong and how much was right, with one more sum counted; parts of another kind make none."""
    if total is None or total.number.form is Form.PERCENT or len(parts) < LEAST:
        return wrong, right
    amounts = [
        part for part in parts if part is not None and part.number.comparable == total.number.comparable
    ]
    if len(amounts) != len(parts):
        return wrong, right
    made = sum(part.value for part in amounts)
    room = sum(part.number.half for part in amounts) + total.number.half
    return (wrong, right + 1) if abs(made - total.value) <= room else ([*wrong, (total, made)], right)


def _only(article: Article, block: Block) -> Number | None:
    """The one sum of money of a block, where it is exact and no other stands there."""
    if block.passage is None or block.children:
        return None
    money = [number for number in article.figures.within(block.passage) if number.form is Form.MONEY]
    if len(money) != 1 or money[0].hedge or money[0].in_range:
        return None
    return money[0]
