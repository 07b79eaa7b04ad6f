"""The last step of every reader of marked-up text: lines of the head and tail become fields and slots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from presslint.article import Block, Kind
from presslint.model.passage import Passage
from presslint.reading.dateline import find_dateline
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
    put_dateline(fields, display.blocks)
    return tuple(display.blocks), display.slots


def put_dateline(fields: Fields, blocks: Iterable[Block]) -> None:
    """The place and date before the first sentence of the first paragraph."""
    first = next((block.passage for block in blocks if block.kind is Kind.PARAGRAPH), None)
    found = find_dateline(first.text) if first is not None else None
    if first is None or found is None:
        return
    fields.put("dateline", first[found.start : found.last], value=found, origin="body")
    if found.agency is not None:
        agency = first[found.agency[0] : found.agency[1]]
        fields.put("source", agency, key="dateline", origin="body")
