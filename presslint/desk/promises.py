"""Subheads that promise a list by their words: “Key dates”, “Challenges”; and whether the section gives it."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.article import Article, Block, Kind, Section
from presslint.desk.announcement import Announcement, By, Delivered, Sure, Wanted
from presslint.desk.listlike import item_counts
from presslint.desk.outline import SHOWN, has_content, holds_unread
from presslint.language.likeness import fold, stem, stems
from presslint.language.words import announcing as words
from presslint.model.passage import Passage
from presslint.model.regex import regex

LONGEST = 9  # words of a subhead; longer ones say more than what is listed
QUOTED = regex(r"[“\"«„]")


def promises(article: Article) -> Iterator[Announcement]:
    """The subheads of an article that promise a list, and what stands under each."""
    for section in article.walk_sections():
        heading = section.heading
        if heading is None or heading.passage is None or heading.passage.word_count > LONGEST:
            continue
        found = promised(heading.passage)
        if found is None:
            continue
        where, sure, noun = found
        delivered, count = _delivered(article, heading, section, sure, noun)
        yield Announcement(
            By.SUBHEAD,
            Wanted.ITEMS,
            where,
            delivered,
            sure=sure,
            noun=noun,
            delivered_count=count,
            block=heading,
            section=section,
        )


def promised(heading: Passage) -> tuple[Passage, Sure, str] | None:
    """What a subhead promises: the words that do, how surely, and what; None for sentences and questions.

    Words that promise items outright are certain; a noun that prose may deliver as well is likely.
    """
    text = heading.text
    if text.rstrip()[-1:] in ("?", "!", ".") or words.FINITE.search(text):
        return None
    parts = list(_parts(heading))
    for part in (heading, *(parts if len(parts) < 3 else ())):
        folded = fold(part.text).split()
        plain = next((at for at, word in enumerate(folded) if word not in words.ADJECTIVES), len(folded))
        for start in range(plain + 1):
            term = " ".join(folded[start:])
            if term in words.HARD and (part is heading or term not in words.PROSE_GIVES):
                noun = term if term.endswith("s") and " " not in term else "items"
                return part.strip(), Sure.CERTAIN, noun
    for part in parts:
        folded = fold(words.PREPOSITION.split(part.text, maxsplit=1)[0]).split()
        *before, noun = folded or [""]
        if noun in words.SOFT and all(map(_is_adjective, before)):
            return part.strip(), Sure.LIKELY, noun
    return None


def _parts(heading: Passage) -> Iterator[Passage]:
    """The parts of a subhead between “and”, “&”, commas and colons."""
    start = 0
    for match in words.PARTS.finditer(heading.text):
        yield heading[start : match.start()]
        start = match.end()
    yield heading[start:]


def _is_adjective(word: str) -> bool:
    return word in words.ADJECTIVES or word.endswith(words.ADJECTIVE_ENDINGS)


def _delivered(
    article: Article, heading: Block, section: Section, sure: Sure, noun: str
) -> tuple[Delivered, int]:
    """What a section gives of what its subhead promises, and how many where they can be counted."""
    if not any(map(has_content, section.all_blocks)):
        return Delivered.NOTHING, 0
    most = max(item_counts(section), default=0)
    if most >= 2 or _shows(section):
        return Delivered.ITEMS, most
    if holds_unread(article, section):
        return Delivered.UNTOLD, 0
    if sure is Sure.CERTAIN:
        if _questions_follow(article, heading):
            return Delivered.SUBHEADS, 0
        return (Delivered.PROSE if _enumerates(section) else Delivered.OTHER), 0
    return (Delivered.OTHER if _is_abstract(section, noun) else Delivered.PROSE), 0


def _shows(section: Section) -> bool:
    """Whether a list, table, picture, quotation or embed stands in the section."""
    return any(block.kind in SHOWN or block.media for block in section.all_blocks)


def _questions_follow(article: Article, heading: Block) -> bool:
    """Whether the next subhead is a question, as under “FAQ”."""
    later = (head for head in article.headings if head.span.start > heading.span.start)
    return next((head.text.rstrip().endswith("?") for head in later), False)


def _enumerates(section: Section) -> bool:
    """Whether sentences enumerate: a series, ordinals, or two figures."""
    copy = " ".join(block.text for block in section.all_blocks)
    return (
        bool(words.SERIES.search(copy))
        or len(words.ORDER.findall(copy)) >= 2
        or len(words.FIGURES.findall(copy)) >= 2
    )


def _is_abstract(section: Section, noun: str) -> bool:
    """Whether a section speaks of the noun and holds nothing that a reader could point at."""
    if _enumerates(section) or any(block.links for block in section.all_blocks):
        return False
    prose = [block.text for block in section.all_blocks if block.kind is Kind.PARAGRAPH]
    if not any(stem(noun) in stems(text) for text in prose):
        return False
    return not any(
        words.FIGURES.search(text) or words.NAME.search(text) or QUOTED.search(text) for text in prose
    )
