"""Figures of a table by row and column, and what one column is of two others."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from msgspec import Struct

from presslint.language.numbers import Form, Number, numbers
from presslint.language.told import language_data
from presslint.model.document import Block, Document, Kind
from presslint.model.passage import Passage

MINUS = "-−–▼↓"
BESIDE = " \t+%‰*_▲▼↑↓≈()" + MINUS
LEAST = 2  # rows that show what a column is
SLACK = 0.051  # of a percentage, which is rounded to its last digit


class Cell(Struct, frozen=True):
    """A cell that is one figure and nothing else, its sign with it."""

    passage: Passage
    number: Number

    @property
    def value(self) -> float:
        before = self.passage.text[: self.number.start].strip("*_ (")
        return -abs(self.number.value) if before.endswith(tuple(MINUS)) else self.number.value


class Grid(Struct, frozen=True):
    """The words of the first row and of the first column, and the figures of the rest; None for another cell."""

    heads: tuple[str, ...]
    labels: tuple[str, ...]
    rows: tuple[tuple[Cell | None, ...], ...]

    def column(self, number: int) -> tuple[Cell | None, ...]:
        return tuple(row[number] for row in self.rows)


def grid(article: Document, table: Block) -> Grid | None:
    """The figures of a table whose rows are of one length; None for another."""
    rows = [row.children for row in table.children if row.kind is Kind.ROW]
    if len(rows) < LEAST + 1 or len({len(row) for row in rows}) != 1 or len(rows[0]) < 2:
        return None
    return Grid(
        tuple(cell.text.strip() for cell in rows[0]),
        tuple(row[0].text.strip() for row in rows[1:]),
        tuple(tuple(_figure(article, cell) for cell in row) for row in rows[1:]),
    )


def _figure(article: Document, block: Block) -> Cell | None:
    passage = block.passage
    if passage is None:
        return None
    passage = passage.strip()
    passage = passage[1:] if passage.text.startswith("+") else passage
    found = list(numbers(passage.text, language=language_data(article)))
    if len(found) != 1 or found[0].hedge or found[0].in_range:
        return None
    number = found[0]
    outside = passage.text[: number.start] + passage.text[number.end :]
    return Cell(passage, number) if not outside.strip(BESIDE) else None


def change_of(table: Grid, column: int) -> tuple[int, int] | None:
    """The columns (after, before) of which the percentages of a column are the change, in most rows of the table."""
    shares = table.column(column)
    if any(cell is None or cell.number.form is not Form.PERCENT for cell in shares):
        return None
    amounts = [
        number
        for number in range(1, len(table.heads))
        if number != column
        and all(cell is not None and cell.number.form is not Form.PERCENT for cell in table.column(number))
    ]
    best: tuple[int, tuple[int, int] | None] = (0, None)
    for after, before in permutations(amounts, 2):
        held = sum(is_change(row, column, (after, before)) for row in table.rows)
        best = max(best, (held, (after, before)), key=lambda each: each[0])
    held, pair = best
    return pair if held >= LEAST and held * 2 > len(table.rows) else None


def is_change(row: Sequence[Cell | None], column: int, pair: tuple[int, int]) -> bool:
    """Whether a percentage is the change from one figure of its row to another, as far as all are rounded."""
    share, after, before = row[column], row[pair[0]], row[pair[1]]
    if share is None or after is None or before is None or not before.value:
        return False
    change = (after.value / before.value - 1) * 100
    room = share.number.half + SLACK + 100 * (after.number.half + before.number.half) / abs(before.value)
    return abs(change - share.value) <= room
