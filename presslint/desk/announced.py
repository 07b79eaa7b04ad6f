"""Lists that copy announces in a language other than English: what was counted or pointed at outright, and what came of it.

“Der Plan nennt drei Gründe:”, “les points suivants:”, “Fechas clave”. Narrower than the English views: only words that
leave nothing but a list to come announce one, and never more than likely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presslint.desk.announcement import Announcement, By, Delivered, Sure, Wanted
from presslint.desk.delivery import level_from, opener_of
from presslint.desk.listlike import delivers, item_counts, list_size
from presslint.desk.outline import SHOWN, following, has_content, holds_unread, unread
from presslint.language.announcing import Announcing
from presslint.language.likeness import fold
from presslint.model.document import Block, Document, Kind, Section
from presslint.model.passage import Passage
from presslint.model.regex import regex

TAIL = 240  # characters at the end of a paragraph that can announce a list
CLAUSE_WORDS = 12  # the most words of an announcement that are shown
PROSE = 25  # words from which a paragraph is no item
FIGURES = regex(r"\d[\d.,]*")
WORDS = regex(r"\S+")


def lead_ins(article: Document, words: Announcing) -> Iterator[Announcement]:
    """Sentences that announce a list, at the ends of paragraphs, each with what follows it."""
    for section in article.walk_sections():
        for at, block in enumerate(section.blocks, 1):
            passage = block.passage
            if block.kind is not Kind.PARAGRAPH or passage is None or block.media:
                continue
            text = passage.text.rstrip()
            counts = _announced(text, words)
            if counts is None:
                continue
            rest = section.blocks[at:]
            after = rest[0] if rest else following(article, block)
            yield Announcement(
                By.SENTENCE,
                Wanted.ITEMS,
                _clause(passage, len(text)),
                _delivered(article, block, rest, after, counts),
                counts=counts,
                delivered_count=list_size(after) if after is not None else 0,
                open=True,
                block=block,
                after=after,
                section=section,
            )


def _announced(text: str, words: Announcing) -> frozenset[int] | None:
    """How many things a paragraph announces, none where it does not say; None where it announces no list."""
    if text[-1:] != ":":
        return frozenset() if words.last.search(text[-24:]) else None
    end = text[-TAIL:]
    if words.furniture.match(text) or words.speaks.search(end):
        return None
    counted = words.sentence.search(end)
    if counted is not None:
        number = words.number(counted["count"])
        return frozenset((number,)) if number > 1 else None
    return frozenset() if words.outright.search(end) else None


def _clause(passage: Passage, end: int) -> Passage:
    """The last words before `end`, from the beginning of their sentence on."""
    text = passage.text[:end]
    start = max(text.rfind(". ", 0, end - 1), text.rfind("? ", 0, end - 1), text.rfind("! ", 0, end - 1)) + 1
    begins = [found.start() for found in WORDS.finditer(text, start)]
    return passage[begins[max(0, len(begins) - CLAUSE_WORDS)] : end]


def _delivered(
    article: Document, block: Block, rest: Sequence[Block], after: Block | None, counts: frozenset[int]
) -> Delivered:
    """What stands where a reader looks for the list."""
    if unread(article, block, after):
        return Delivered.UNTOLD
    if after is None:
        return Delivered.NOTHING
    if rest:
        if delivers(rest, 0) or not counts or after.word_count < PROSE:
            return Delivered.ITEMS if after.kind is Kind.LIST else Delivered.UNTOLD
        return Delivered.OTHER if len(rest) < min(counts) else Delivered.PROSE
    if after.kind is not Kind.HEADING:
        return Delivered.UNTOLD
    heads = list(level_from(article, after))
    if len(heads) in counts or opener_of(after) in ("number", "ordinal", "question"):
        return Delivered.SUBHEADS
    inner = next((section for section in article.walk_sections() if section.heading is after), None)
    if inner is not None and any(each.kind in SHOWN for each in inner.all_blocks):
        return Delivered.UNTOLD
    return Delivered.SUBHEAD


def promises(article: Document, words: Announcing) -> Iterator[Announcement]:
    """Subheads that promise a list outright, and what stands under each."""
    for section in article.walk_sections():
        heading = section.heading
        if heading is None or heading.passage is None or fold(heading.text.rstrip(" :")) not in words.hard:
            continue
        delivered, count = _under(article, section, words)
        yield Announcement(
            By.SUBHEAD,
            Wanted.ITEMS,
            heading.passage.strip(),
            delivered,
            sure=Sure.CERTAIN,
            noun="items",
            delivered_count=count,
            block=heading,
            section=section,
        )


def _under(article: Document, section: Section, words: Announcing) -> tuple[Delivered, int]:
    """What a section gives of the items that its subhead promises, and how many where they can be counted."""
    blocks = section.all_blocks
    if not any(map(has_content, blocks)):
        return Delivered.NOTHING, 0
    most = max(item_counts(section), default=0)
    if most >= 2 or any(block.kind in SHOWN or block.media for block in blocks):
        return Delivered.ITEMS, most
    if holds_unread(article, section):
        return Delivered.UNTOLD, 0
    copy = " ".join(block.text for block in blocks)
    told = words.series.search(copy) or len(FIGURES.findall(copy)) >= 2 or "?" in copy
    return (Delivered.PROSE if told else Delivered.OTHER), 0
