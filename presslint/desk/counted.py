"""Counted things: headlines, subhead, sentences and lines that say how many, and how many there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from presslint.desk.announcement import Announcement, By, Delivered, Sure, Wanted
from presslint.desk.listlike import list_size, opener
from presslint.language.announcing import Announcing
from presslint.language.likeness import fold
from presslint.language.words import announcing as words
from presslint.model.document import Block, Document, Kind, Section
from presslint.model.passage import Passage
from presslint.model.regex import regex

TAIL = 240  # characters at the end of a paragraph in which a list is announced
LOOK = 40  # blocks after a lead-in that are looked at
SHORT_LINE = 60  # characters of a line under a list
LEAST = 2  # things that are worth counting
ALIKE = frozenset(("number", "ordinal", "bold", "label", "bullet", "date", "emoji", "question"))
NESTED = regex(r"\W{0,3}\d{1,2}\.\d")  # “1.2 The pier” is a part of an item


def counts(article: Document) -> Iterator[Announcement]:
    """What an article counts, in its headline, cut lines, subheads and sentences over a list."""
    headline = article.headline
    if headline is not None:
        yield from _titled(headline.passage, By.HEADLINE, Section(None, 0, article.blocks))
    yield from _cut_lines(article)
    for section in article.walk_sections():
        heading = section.heading
        if heading is not None and heading.passage is not None:
            yield from _titled(heading.passage, By.SUBHEAD, section)
            yield from _bracketed(heading, heading.passage, section)
        for at, (block, after) in enumerate(pairwise(section.blocks), 1):
            if block.kind is Kind.PARAGRAPH and after.kind is Kind.LIST and block.passage is not None:
                yield from _over_a_list(block, block.passage, section.blocks[at : at + LOOK])


def counted_in(article: Document, words: Announcing) -> Iterator[Announcement]:
    """What an article counts in another language, in its headline, subheads and sentences over a list."""
    headline = article.headline
    if headline is not None:
        match = words.title.search(headline.text)
        yield from _tallied(
            headline.passage, By.HEADLINE, Section(None, 0, article.blocks), match, words.counts
        )
    for section in article.walk_sections():
        heading = section.heading
        if heading is not None and heading.passage is not None:
            match = words.title.search(heading.text)
            yield from _tallied(heading.passage, By.SUBHEAD, section, match, words.counts)
        for at, (block, after) in enumerate(pairwise(section.blocks), 1):
            if block.kind is Kind.PARAGRAPH and after.kind is Kind.LIST and block.passage is not None:
                text = block.text.rstrip()
                match = words.sentence.search(text[-TAIL:])
                if match is None or words.some.search(match["rest"]):
                    continue
                rest = section.blocks[at : at + LOOK]
                said = words.number(match["count"])
                yield from _counted_list(block, block.passage, rest, match, said, Sure.LIKELY)


def _titled(title: Passage, by: By, section: Section) -> Iterator[Announcement]:
    """“Five ways to cut fuel bills” in English."""
    return _tallied(title, by, section, words.TITLE_COUNT.search(title.text), words.COUNTS)


def _tallied(
    title: Passage, by: By, section: Section, match: re.Match[str] | None, numbers: Mapping[str, int]
) -> Iterator[Announcement]:
    """How many are there of what a title counts, in every way that a writer may mean."""
    if match is None:
        return
    said = numbers.get(match["count"].lower()) or int(match["count"])
    if said < LEAST:
        return
    tally = Tally(section)
    clear = tally.clear(lists=section.heading is None)
    delivered, there = Delivered.UNTOLD, 0
    if said in tally.possible or said in tally.numbered:
        delivered, there = Delivered.ITEMS, said
    elif tally.numbered:
        delivered, there = Delivered.MISCOUNTED, max(tally.numbered)
    elif clear is not None:
        delivered, there = Delivered.MISCOUNTED, clear
    yield Announcement(
        by,
        Wanted.NUMBER,
        title[match.start("count") : match.end("noun")],
        delivered,
        sure=Sure.CERTAIN if tally.numbered else Sure.LIKELY,
        counts=frozenset((said,)),
        noun=match["noun"],
        delivered_count=there,
        block=section.heading,
        section=section,
    )


def _bracketed(block: Block, heading: Passage, section: Section) -> Iterator[Announcement]:
    """“Changes (5)” over one list, and nothing else that could be counted."""
    match = words.BRACKETED.search(heading.text)
    lists = [each for each in section.blocks if each.kind is Kind.LIST]
    if match is None or len(lists) != 1 or section.sections or _holds_lists(lists[0]):
        return
    if len(section.blocks) > 2:
        return
    yield _number(By.BRACKETS, heading, int(match["count"]), list_size(lists[0]), block=block)


def _cut_lines(article: Document) -> Iterator[Announcement]:
    """“Showing 10 of 12”: a page of a list that has no second page here."""
    for block in article.blocks:
        passage = block.passage
        if passage is None or block.kind is not Kind.PARAGRAPH or len(passage) > SHORT_LINE:
            continue
        match = words.SHOWING.fullmatch(passage.text.strip())
        if match:
            yield _number(By.LINE, passage, int(match["all"]), int(match["count"]), block=block)


def _over_a_list(block: Block, passage: Passage, rest: Sequence[Block]) -> Iterator[Announcement]:
    """“Gave two reasons:” over a list, when nothing below it could be the rest; “all 4 pilots:” is sure."""
    text = passage.text.rstrip()
    match = words.SENTENCE_COUNT.search(text[-TAIL:]) or words.ALL_COUNT.search(text[-TAIL:])
    if match is None or words.SOME.search(match["rest"]):
        return
    number = match["count"].lower().removeprefix("all ")
    said = words.COUNTS.get(number) or int(number)
    sure = Sure.CERTAIN if match["count"].lower() != number else Sure.LIKELY
    yield from _counted_list(block, passage, rest, match, said, sure)


def _counted_list(
    block: Block, passage: Passage, rest: Sequence[Block], match: re.Match[str], said: int, sure: Sure
) -> Iterator[Announcement]:
    """A list with the number of things that the sentence over it says, unless what stands below may be the rest of it."""
    text = passage.text.rstrip()
    more = any(map(_is_item, takewhile(_is_quiet, rest[1:])))
    if said < LEAST or more or _holds_lists(rest[0]):
        return  # items within items can be counted in more than one way
    start = max(len(text) - TAIL, 0)
    where = passage[start + match.start("count") : start + match.end("noun")]
    yield _number(By.SENTENCE, where, said, list_size(rest[0]), block=block, noun=match["noun"], sure=sure)


def _number(
    by: By,
    where: Passage,
    said: int,
    there: int,
    *,
    block: Block,
    noun: str = "",
    sure: Sure = Sure.LIKELY,
) -> Announcement:
    """An announcement of so many, and how many there are."""
    delivered = Delivered.ITEMS if said == there else Delivered.MISCOUNTED
    return Announcement(
        by,
        Wanted.NUMBER,
        where,
        delivered,
        sure=sure,
        counts=frozenset((said,)),
        noun=noun,
        delivered_count=there,
        block=block,
    )


def _holds_lists(block: Block) -> bool:
    return any(child.children for child in block.children)


def _is_quiet(block: Block) -> bool:
    """Whether a block announces nothing itself, so that a list below it is not its own."""
    return not block.text.rstrip().endswith(":")


def _is_item(block: Block) -> bool:
    """Whether a block may be more of the list above it."""
    return block.kind is Kind.LIST or (
        block.kind is Kind.PARAGRAPH and block.passage is not None and opener(block.passage) in ALIKE
    )


class Tally:
    """Every way to count a section's items.

    `numbered` holds the lengths of rows of numbered subheads, `possible` all counts that a writer may
    have meant.
    """

    def __init__(self, section: Section) -> None:
        blocks = section.all_blocks
        headings = [block for block in blocks if block.kind is Kind.HEADING]
        self.rows = [
            [heading.text for heading in headings if heading.level == level]
            for level in sorted({heading.level for heading in headings})
        ]
        self.lists = [size for block in blocks for inner in block.walk() if (size := list_size(inner))]
        self.numbered = {run for row in self.rows for run in _runs_from_one(row) if run >= LEAST}
        self.opened = _opened(blocks)
        media = sum(len(inner.media) for block in blocks for inner in block.walk())
        self.possible = frozenset((*self._in_lists(), *self._in_rows(), media, *self._in_openers()))

    def _in_lists(self) -> Iterator[int]:
        """Lists alone, together, with the subheads, or with a row of numbered ones."""
        yield from self.lists
        together = sum(self.lists)
        yield together
        yield sum(map(len, self.rows)) + together
        for run in self.numbered:
            yield from (run + more for more in (together, *self.lists))

    def _in_rows(self) -> Iterator[int]:
        """Subheads of one level, with and without those around the items."""
        for row in self.rows:
            framed = sum(fold(text) in words.FRAME for text in row)
            yield from (len(row), len(row) - framed, len(row) - framed - 1)

    def _in_openers(self) -> Iterator[int]:
        """Paragraphs that open alike, and half of them, for question and answer."""
        for count in self.opened.values():
            yield from (count, count // 2)

    def clear(self, *, lists: bool) -> int | None:
        """The count that nobody would dispute: one row of subheads, or (with `lists`) one lone list."""
        if len(self.rows) == 1 and not self.lists:
            return len([text for text in self.rows[0] if fold(text) not in words.FRAME])
        if lists and len(self.lists) == 1 and not self.rows and not self.opened:
            return self.lists[0]
        return None


def _opened(blocks: Sequence[Block]) -> dict[str, int]:
    """How many paragraphs open in each of the ways in which items do."""
    opened: dict[str, int] = {}
    for block in blocks:
        if block.kind is Kind.PARAGRAPH and block.passage is not None and (kind := opener(block.passage)):
            opened[kind] = opened.get(kind, 0) + 1
    return opened


def _runs_from_one(row: list[str]) -> Iterator[int]:
    """Lengths of the runs 1, 2, 3… among the numbers that subheads begin with."""
    expected = 1
    for text in row:
        if NESTED.match(text):
            continue
        found = words.NUMBERED.match(text)
        number = int(found[1]) if found else 0
        if number == expected:
            expected += 1
        elif number == 1:
            yield expected - 1
            expected = 2
    yield expected - 1
