"""What comes after a lead-in: the list that it announces, subheads that are it, or something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presslint.article import Article, Block, Kind, Section
from presslint.desk.announcement import Announcement, By, Delivered, Wanted
from presslint.desk.leadin import (
    SHORT_LABEL,
    LeadIn,
    announces_list,
    goes_on,
    leaves_open,
    opens_sentence,
    promised,
    promises_outright,
    sure,
    wants_items,
)
from presslint.desk.listlike import DELIVERS, SHORT, delivers, lines, list_size, opener
from presslint.desk.outline import following, unread
from presslint.language.likeness import fold, stem
from presslint.language.words import announcing as words
from presslint.model.regex import regex

FULL = 12  # words from which a paragraph is prose
CLOSE = 90  # characters before the colon in which a number is that of the things announced
MANY = 12  # things announced, above which nobody gives each a paragraph
AROUND = 2  # subheads more than were announced that may open and close an article
SET_OFF = 0.9  # of the characters of a paragraph in italics
SENTENCE_END = regex(r"[.?!:][”’\"')\]]{0,2}\Z")
CODE_MARKS = tuple("$>`./~<|#=\\-_")
CONTINUES = regex(r"(?:\.\.\.|…|[a-z]{1,12} )")  # how a sentence goes on behind a line set in its middle
# openers of paragraphs that are items, whatever else they say
NO_PROSE = frozenset(("bullet", "number", "date", "label", "bold", "quotation", "ordinal", "emoji", "aside"))


def lead_ins(article: Article) -> Iterator[Announcement]:
    """The lead-ins of an article, in order, each with what follows it."""
    for section in article.walk_sections():
        for at, block in enumerate(section.blocks, 1):
            if block.kind is not Kind.PARAGRAPH or block.passage is None:
                continue
            closes = at == len(section.blocks)
            found = announces_list(block, closes and following(article, block) is None)
            if found is not None:
                rest = section.blocks[at:]
                yield _told(article, section, block, rest, found)


def _told(
    article: Article, section: Section, block: Block, rest: Sequence[Block], found: LeadIn
) -> Announcement:
    """A lead-in as an announcement."""
    text = block.text
    if rest:
        after: Block | None = rest[0]
        delivered = _in_section(article, block, rest, found)
    else:
        delivered, after = _behind_section(article, section, block, found)
    return Announcement(
        By.SENTENCE,
        Wanted.ITEMS,
        found.words,
        delivered,
        sure=sure(text, found),
        counts=promised(text),
        delivered_count=_size(article, delivered, after),
        open=found.hard,
        block=block,
        after=after,
        section=section,
    )


def _size(article: Article, delivered: Delivered, after: Block | None) -> int:
    """How many items or subheads were delivered."""
    if after is None:
        return 0
    if delivered in (Delivered.SUBHEADS, Delivered.MISCOUNTED):
        return len(list(level_from(article, after)))
    return list_size(after) if delivered is Delivered.ITEMS else 0


# -- in the same section ----------------------------------------------------------------------------


def _in_section(article: Article, block: Block, rest: Sequence[Block], found: LeadIn) -> Delivered:
    """What a block behind the lead-in is: copy that is no list only where the words promise one outright."""
    if not _wants_a_list(block.text, rest, found):
        return Delivered.ITEMS if delivers(rest, 0) else Delivered.UNTOLD
    if _is_set_off(rest[0]) or (block.word_count <= SHORT_LABEL and not words.PROMISE.search(block.text)):
        return Delivered.UNTOLD
    return Delivered.UNTOLD if unread(article, block, rest[0]) else Delivered.OTHER


def breaks_off(block: Block, after: Block) -> bool:
    """Whether a paragraph that ends in a colon cannot be read on into the next one."""
    return (block.text.rstrip().endswith(":") and leaves_open(block.text, after.text)) or goes_on(after.text)


def _wants_a_list(text: str, rest: Sequence[Block], found: LeadIn) -> bool:
    """Whether a paragraph cannot do without a list, and the blocks after it are none.

    A paragraph that goes on (“These four …”) shows that a list stood before it. Paragraphs of few words
    may be items, but not one alone before longer ones.
    """
    after = rest[0]
    colon, turned = text.rstrip().endswith(":"), goes_on(after.text)
    if not _is_prose(after, turned) or _is_first_of_a_row(rest):
        return False
    open_end = colon and leaves_open(text, after.text)
    outright = promises_outright(text)
    if turned and colon and (open_end or outright or wants_items(text)):
        return True
    if not found.hard or not (open_end or outright or (colon and _too_few(text, rest))):
        return False
    if not delivers(rest, 0) or words.QUOTES.search(after.text[-200:]):
        return True
    line = next(lines(after), None)
    if line is not None and (SENTENCE_END.search(line) or not opens_sentence(after.text)):
        return False
    return opener_of(after) == "" and (
        opens_sentence(after.text) or not (len(rest) > 1 and _is_short(rest[1]))
    )


def _is_short(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and block.word_count <= SHORT


def _is_prose(block: Block, turned: bool) -> bool:
    """Whether a block is a paragraph of sentences; one that has `turned` from a list may look like a label."""
    if block.kind is not Kind.PARAGRAPH or block.media or block.passage is None:
        return False
    if opener_of(block) in NO_PROSE and not (turned and opener_of(block) in ("label", "ordinal")):
        return False
    if not turned and block.text.rstrip().endswith(":"):
        return opens_sentence(block.text)
    return block.passage.word_count >= FULL and SENTENCE_END.search(block.text[-3:]) is not None


def _is_first_of_a_row(blocks: Sequence[Block]) -> bool:
    """Whether paragraphs tell one thing after the other: “The first being …”, “The second is …”."""
    return words.FIRST.match(blocks[0].text) is not None and any(
        map(words.NOT_FIRST.search, (block.text for block in blocks))
    )


def _too_few(text: str, rest: Sequence[Block]) -> bool:
    """Whether fewer paragraphs follow than the sentence has announced things."""
    counts = promised(text[-CLOSE:])
    return bool(counts) and max(counts) <= MANY and len(rest) < min(counts)


def _is_set_off(block: Block) -> bool:
    """Whether a paragraph is all in italics or in quotation marks: the words that a colon announces."""
    passage = block.passage
    return passage is not None and sum(map(len, passage.marked("em"))) >= SET_OFF * len(passage)


# -- behind the section -----------------------------------------------------------------------------


def _behind_section(
    article: Article, section: Section, block: Block, found: LeadIn
) -> tuple[Delivered, Block | None]:
    """What comes after a lead-in that closes its section, and the block that it is."""
    after = following(article, block)
    if unread(article, block, after):
        return Delivered.UNTOLD, after
    after = _past_empty_heads(article, after)
    if after is None:
        return Delivered.NOTHING, None
    if after.kind is not Kind.HEADING:
        return Delivered.ITEMS, after  # the list stands behind a subhead that lost its words
    if not _is_prose_heading(article, after):
        return Delivered.UNTOLD, after
    if found.tail != "colon" and _opens_with_items(article, after):
        return Delivered.ITEMS, after
    if not _delivered_below(article, section, after, found):
        return Delivered.SUBHEAD, after
    missed = _missed_below(article, block.text, after)
    return Delivered.MISCOUNTED if missed else Delivered.SUBHEADS, after


def _past_empty_heads(article: Article, after: Block | None) -> Block | None:
    """What a reader sees next: subheads without words, which are another rule's, show nothing."""
    while after is not None and after.kind is Kind.HEADING and not after.text.strip() and not after.media:
        after = following(article, after)
    return after


def _is_prose_heading(article: Article, head: Block) -> bool:
    """Whether a subhead opens a part of the copy: no code, no name of a file, no line inside a sentence."""
    text = head.text.strip()
    if text[:1].islower() or text[:1] in CODE_MARKS:
        return False
    after = following(article, head)
    return after is None or after.kind is not Kind.PARAGRAPH or not CONTINUES.match(after.text)


def _opens_with_items(article: Article, head: Block) -> bool:
    """Whether a list, table or picture is the first thing under a subhead."""
    after = following(article, head)
    return after is not None and after.kind in DELIVERS


def _delivered_below(article: Article, section: Section, after: Block, found: LeadIn) -> bool:
    """Whether subheads bring what was announced.

    Deeper subheads do when there are two, or when one has a list or picture; so do the subheads that a
    lead announces. Subheads of the same level do when they are numbered, when they are as many as the
    sentence says, or when it points at what comes (“here are some tips:”) and two of them come.
    """
    if found.hard and words.PAGE_PART.match(after.text):
        return False
    level = list(level_from(article, after))
    if section.heading is None:
        return not found.hard or len(level) >= 2 or _opens_with_items(article, after)
    if after.level > section.level:
        return not found.hard or len(section.sections) >= 2 or any(map(_shows_items, section.sections[:1]))
    if found.tail not in ("colon", "presentation"):
        return False  # “such as” wants its list in the same sentence
    if opener_of(after) in ("number", "bold") or _are_in_order(level):
        return True
    if len(level) in promised(found.words.root.text):
        return True
    return len(level) >= 2 and words.POINTER.search(found.words.root.text[-200:]) is not None


def _missed_below(article: Article, text: str, after: Block) -> bool:
    """Whether the subheads that follow cannot be the list: another number of them, or the sentence goes on.

    Numbered subheads always are, and one or two more than announced may close the article.
    """
    if not text.rstrip().endswith(":"):
        return False
    heads = list(level_from(article, after))
    if any(opener_of(head) == "number" for head in heads) or _are_in_order(heads):
        return False
    counts = promised(text)
    if counts:
        return not any(count <= len(heads) <= count + AROUND or len(heads) % count == 0 for count in counts)
    return leaves_open(text, "The" if words.NO_VERB.search(after.text) else after.text)


def level_from(article: Article, first: Block) -> Iterator[Block]:
    """The subheads of one level from `first` on, up to one of a higher level."""
    for head in article.headings:
        if head.span.start >= first.span.start:
            if head.level < first.level:
                return
            if head.level == first.level:
                yield head


def _are_in_order(blocks: Sequence[Block]) -> bool:
    """Whether two or more blocks say their place in a row; the subhead “Next” alone is like any other."""
    return sum(opener_of(block) == "ordinal" for block in blocks) >= 2


def _shows_items(section: Section) -> bool:
    """Whether a list, table, picture, code or quotation stands anywhere under a subhead."""
    return any(block.kind in DELIVERS for block in section.all_blocks)


def leads_into(text: str, heading: str) -> bool:
    """Whether the last word before a colon stands in the subhead: “with a fable:”, then “The Fable”."""
    last = fold(text[-60:]).split()
    if not last or last[-1].endswith("s") or words.POINTER.search(text[-200:]):
        return False
    return len(last[-1]) > 3 and stem(last[-1]) in map(stem, fold(heading).split())


def opener_of(block: Block) -> str:
    """How a block opens, if as an item does; see `presslint.desk.listlike.opener`."""
    return opener(block.passage) if block.passage is not None else ""
