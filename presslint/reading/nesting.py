"""List items that know only their level, made into lists in lists."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from presslint.model.document import Block, Kind
from presslint.model.source import Span

LEVEL_LIMIT = 24  # deeper items stand at this level


class Item(Struct, frozen=True):
    """A list item at a level, 0 being the outermost."""

    level: int
    ordered: bool
    block: Block


def nest(items: Sequence[Item]) -> list[Block]:
    """The items as lists; an item's children follow it, a change of numbering begins a new list."""
    if not items:
        return []
    level = min(min(item.level for item in items), LEVEL_LIMIT)
    found: list[Block] = []
    children: list[Block] = []
    ordered = items[0].ordered
    at = 0
    while at < len(items):
        own = min(items[at].level, LEVEL_LIMIT) == level
        end = at + 1
        while end < len(items) and min(items[end].level, LEVEL_LIMIT) > level:
            end += 1
        if own and children and items[at].ordered != ordered:
            found.append(_list(children, ordered))
            children, ordered = [], items[at].ordered
        first = items[at].block
        block = first if own else Block(Kind.ITEM, first.span)
        inner = nest(items[at + 1 : end] if own else items[at:end])
        children.append(replace(block, children=(*block.children, *inner)))
        at = end
    found.append(_list(children, ordered))
    return found


def _list(children: list[Block], ordered: bool) -> Block:
    span = Span(children[0].span.start, max(child.span.end for child in children))
    return Block(Kind.LIST, span, ordered=ordered, children=tuple(children))
