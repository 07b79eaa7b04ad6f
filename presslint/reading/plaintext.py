"""Plain text held in a string of another file, read as the reader of text files reads it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from presslint.model.document import Block, Field
from presslint.model.passage import Passage, through
from presslint.model.source import Source
from presslint.reading.fields import Fields
from presslint.reading.placed import place, place_blocks
from presslint.reading.plain import PlainReader
from presslint.reading.units import units_of


class Text(Struct, frozen=True):
    """The blocks of a text, and what its first and last lines say of the article, placed in its file."""

    blocks: tuple[Block, ...]
    fields: tuple[Field, ...]
    slots: Mapping[str, Passage]


def read_text(outer: Passage, headline: str = "") -> Text:
    """Paragraphs, subheads and lists of the text in `outer`.

    The headline has a place of its own in such files; a line of the text that repeats it is left out.
    """
    inner = Source(outer.text)
    fields = Fields(inner, origin="body")
    fields.put("headline", Passage(headline or "-", inner, ()))
    reader = PlainReader(inner, fields, units_of(inner))
    reader.read()
    found = [
        field
        for name, values in fields.mapping().items()
        for field in values
        if name != "extra" and field.passage.runs
    ]
    return Text(
        place_blocks(reader.blocks, outer),
        tuple(_placed(field, outer) for field in found),
        {name: through(slot, outer) for name, slot in reader.slots.items()},
    )


def _placed(field: Field, outer: Passage) -> Field:
    key_span = place(field.key_span, outer) if field.key_span is not None else None
    passage = through(field.passage, outer)
    return Field(field.name, field.key, passage, field.value, passage.span, key_span, field.origin)
