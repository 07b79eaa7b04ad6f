"""What an announcement is: words that promise a reader something, and what came of it."""

from __future__ import annotations

from enum import Enum, IntEnum

from msgspec import Struct

from presslint.article import Block, Section
from presslint.model.passage import Passage


class By(Enum):
    """What announces."""

    HEADLINE = "headline"
    SUBHEAD = "subhead"
    BRACKETS = "brackets"  # behind a subhead: “Changes (5)”
    SENTENCE = "sentence"  # the last one of a paragraph
    LINE = "line"  # that says of itself that it is cut: “Showing 10 of 12”


class Wanted(Enum):
    """What is announced."""

    ITEMS = "items"  # a list, of however many
    NUMBER = "number"  # so many items
    TEXT = "text"  # the part that a subhead stands over


class Delivered(Enum):
    """What stands where a reader looks for it."""

    NOTHING = "nothing"  # the article ends, or the part is empty
    SUBHEAD = "subhead"  # a subhead that brings none of it
    OTHER = "other"  # other copy
    MISCOUNTED = "miscounted"  # subheads or items, but of another number
    ITEMS = "items"  # a list, a table, pictures, paragraphs that open alike
    SUBHEADS = "subheads"
    PROSE = "prose"  # sentences that name the items
    UNTOLD = "untold"  # something that cannot be judged


class Sure(IntEnum):
    """How surely the words cannot do without what they announce."""

    DOUBTFUL = 1
    LIKELY = 2
    CERTAIN = 3


class Announcement(Struct, frozen=True, eq=False):
    """Words that promise something, and what delivers it.

    `where` are the words; `counts` the numbers that they can mean, none where they name none; `noun`
    what is announced. `block` is the paragraph or heading that they stand in, None for a headline, and
    `after` the block that follows it for a reader. `delivered_count` is how many there are, 0 where that
    says nothing. `open` is true of a sentence that breaks off without what it announces.
    """

    by: By
    wanted: Wanted
    where: Passage
    delivered_by: Delivered
    sure: Sure = Sure.LIKELY
    counts: frozenset[int] = frozenset()
    noun: str = ""
    delivered_count: int = 0
    open: bool = False
    block: Block | None = None
    after: Block | None = None
    section: Section | None = None

    @property
    def count(self) -> int:
        """The one number that the words name; 0 where they name none, or several."""
        return next(iter(self.counts)) if len(self.counts) == 1 else 0
