"""The last step of every reader of marked-up text: lines of the head and tail become fields and slots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from presslint.model.document import Block, Kind
from presslint.model.passage import Passage
from presslint.reading.dateline import put_dateline
from presslint.reading.display import Display
from presslint.reading.fields import Fields


def settle(
    fields: Fields, blocks: Iterable[Block], *, has_head: bool
) -> tuple[tuple[Block, ...], Mapping[str, Passage]]:
    """The blocks that are copy, and the empty slots; what the other blocks said is put into `fields`.

    `has_head` says that the format keeps headline and byline apart from the text, so that only what
    can be nothing else is taken from there.
    """
    display = Display(fields, list(blocks), front_matter=has_head)
    display.read()
    first = next((block.passage for block in display.blocks if block.kind is Kind.PARAGRAPH), None)
    if first is not None:
        put_dateline(fields, first)
    return tuple(display.blocks), display.slots
