from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Rule, Section, Severity, quoted
from presslint.listlike import (
    LeadIn,
    delivers,
    goes_on,
    lead_in,
    leaves_open,
    opener,
    promised,
    wants_items,
)
from presslint.outline import following, unread
from presslint.regex import regex

# colons and dashes that announce no list
FURNITURE = regex(
    r"(?:read more|see also|watch|listen|related|more|corrections?|clarification|editor[’']s "
    r"note|update|source|"
    r"photo|via|from|by|contact|note|ps|p\.s\.|tags?|topics?)\b.{0,30}\Z",
    re.I,
)
FORM = regex(
    r"\b(?:sign(?:ing)? up|subscribe|register|donate|your e?-?mail|join|log in|fill in|form)\b", re.I
)  # the page's own
ITEMS = regex(r",| and | or ")
# words that may point at the subheads to come
POINTER = regex(
    r"\b(?:here(?:['’]s| are| is)|below|following|these|this is "
    r"how|next|advice|ideas|tips|suggestions|steps|ways|"
    r"things|reasons|issues|changes|lessons|benefits|questions|examples|points|areas|stages|phases|rules)\b",
    re.I,
)
# words that leave nothing but a list to come
PROMISE = regex(
    r"(?:\b(?:includ(?:e|es|ed|ing)|compris(?:e|es|ed|ing)|such as|namely|as follows)"
    r"|\bfollowing(?: [\w-]{1,20}){0,3}"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several|many|main|key)(?: [\w-]{1,20}){0,3}"
    r" (?:things|reasons|ways|points|factors|steps|questions|challenges|options|issues|areas|measures|"
    r"lessons|takeaways|findings|goals|priorities|conditions|recommendations|strengths|advantages|benefits|categories|"
    r"types|groups|stages|examples|pillars|principles|rules|tips))\s?[:,—–-]?\Z",
    re.I,
)
# openers of paragraphs that are items, whatever else they say
NO_PROSE = frozenset(("bullet", "number", "date", "label", "bold", "quotation", "ordinal", "emoji", "aside"))
FULL = 60  # characters from which a paragraph is prose
SHORT_LABEL = 3  # a paragraph of so few words is a label before its value


class DanglingListLeadIn(Rule):
    """A sentence that announces a list is followed by one.

    “The plan rests on three pillars:” and then a subhead: the list was lost on the way from the
    writer's document, or was never written. The rule reads the end of each paragraph (a colon, “such
    as”, “including”, “as follows”, a dash) and looks at what comes next. A table, a quotation, a
    picture, an embed, code or a row of deeper subheads deliver as well as a list does; so do
    paragraphs that open alike. Where an ordinary paragraph follows a colon, the sentence is given the
    benefit of the doubt, unless it breaks off (“The grant will help us to:”) or announces several things
    and the paragraph speaks of something else. Subheads are taken for the list, unless their number is
    another than the sentence says.
    """

    severity = Severity.ERROR
    sources = (
        "Reuters Handbook of Journalism: news presentation",
        "Copy-desk practice: the copy delivers what it promises",
    )
    languages = frozenset({"en"})
    examples: ClassVar = (
        Good(
            "## The plan\n\nIt rests on three pillars:\n\n- price\n- access\n- staffing\n\n"
            "## Reaction\n\nNone yet.\n"
        ),
        Good(
            "## What he said\n\nThe harbour master put it plainly:\n\n"
            "> The tide waits for no minister.\n\n## Next\n\nText.\n"
        ),
        Good(
            "Here is where the candidates stand:\n\n## Ana Ruiz\n\nFor the bypass.\n\n## Ben Cole\n\n"
            "Against it.\n"
        ),
        Good(
            "## Tides\n\nHigh water by day:\n\n| Day | Time |\n| --- | --- |\n| Mon | 4.10 |\n\n"
            "## Next\n\nText.\n"
        ),
        Good("## Kit\n\nPlaying colours:\n\nAll black\n\n## Fixtures\n\nNone until May.\n"),
        Bad(
            "## The plan\n\nThe council will close a gap it left in 2019, and the plan rests on three "
            "pillars, "
            "each [[with a budget of its own:]]\n\n## Reaction\n\nIslanders were angry.\n",
            severity="error",
        ),
        Bad(
            "[[The ferry will stop at four piers, including]]\n",
            says="“The ferry will stop at four piers, including” announces a list, but the article ends "
            "here; restore the list or finish the sentence.",
            severity="error",
        ),
        Bad(
            "## The plan\n\n[[It closes several gaps, including:]]\n\n"
            "For the past four years islanders have asked the "
            "council for a boat that runs after dark, and for four years it has told them that no crew "
            "can be found "
            "who would sail it.\n",
            severity="warning",
        ),
        Bad(
            "## The grant\n\n[[With the money the harbour trust will be able to:]]\n\n"
            "The trust was founded in 1871 by nine families of fishermen, who put up the first light on the "
            "point and kept it burning for sixty years without any help from the county or the state.\n",
            severity="warning",
        ),
        Bad(
            "The trust set out [[with four goals for the first year:]]\n\n## How it began\n\nIn a shed.\n\n"
            "## Reaction\n\nIslanders were angry.\n",
            severity="warning",
        ),
        Bad(
            "## Costs\n\n[[The fares by pier are shown below.]]\n\n## Reaction\n\nNone yet.\n",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for section in article.walk_sections():
            for block, after in pairwise((*section.blocks, None)):
                if block is None or block.kind is not Kind.PARAGRAPH:
                    continue
                found = announcement(block)
                if found is None:
                    continue
                if after is None:
                    yield from self.at_the_end(article, section, block, found)
                else:
                    yield from self.before_prose(article, block, after, found)

    def at_the_end(
        self, article: Article, section: Section, block: Block, found: LeadIn
    ) -> Iterator[Finding]:
        """A lead-in that closes its section."""
        after = following(article, block)
        if unread(article, block, after):
            return
        severity = None if found.hard else Severity.WARNING
        if delivered_below(article, section, after, found):
            if after is None or not missed_below(article, block, after):
                return
            severity = Severity.WARNING
        if after is None and not found.hard:
            return
        place = "the article ends here" if after is None else "a subhead follows"
        yield self.finding(
            found.words,
            f"{quoted(found.words.text)} announces a list, but {place}; restore the list or finish the "
            f"sentence.",
            severity=severity,
        )

    def before_prose(self, article: Article, block: Block, after: Block, found: LeadIn) -> Iterator[Finding]:
        """A lead-in that an ordinary paragraph follows: only where the words promise a list outright."""
        if after.kind is not Kind.PARAGRAPH or not wants_a_list(block.text, after, found):
            return
        if unread(article, block, after):
            return
        yield self.finding(
            found.words,
            f"{quoted(found.words.text)} announces a list, but prose follows; restore the list or finish "
            f"the sentence.",
            severity=Severity.WARNING,
        )


def announcement(block: Block) -> LeadIn | None:
    """The lead-in that a paragraph ends in, if the paragraph is no label and holds no list itself."""
    passage = block.passage
    if block.kind is not Kind.PARAGRAPH or passage is None or block.media:
        return None
    found = lead_in(passage)
    if found is None or len(passage.words) <= SHORT_LABEL or FURNITURE.match(passage.text):
        return None
    if lists_itself(passage.text) or FORM.search(found.words.text):
        return None
    return found


def wants_a_list(text: str, after: Block, found: LeadIn) -> bool:
    """Whether a paragraph cannot do without a list, and the paragraph `after` it is no part of one."""
    if opener_of(after) in NO_PROSE or after.media or after.text[:1].islower() or len(after.text) < FULL:
        return False
    colon = text.rstrip().endswith(":")
    if colon and goes_on(after.text) and (leaves_open(text, after.text) or wants_items(text)):
        return True
    if not found.hard or delivers((after,), 0):
        return False
    return PROMISE.search(text[-160:]) is not None or (colon and leaves_open(text, after.text))


def missed_below(article: Article, block: Block, after: Block) -> bool:
    """Whether the subheads that follow cannot be the list: another number of them, or the sentence goes on.

    Numbered subheads always are, and one or two more than announced may close the article.
    """
    text = block.text
    if not text.rstrip().endswith(":"):
        return False
    heads: list[Block] = []
    for head in article.headings:
        if head.span.start >= after.span.start:
            if head.level < after.level:
                break
            heads += [head] if head.level == after.level else []
    if any(opener_of(head) in ("number", "ordinal") for head in heads):
        return False
    counts = promised(text)
    if counts:
        return not any(count <= len(heads) <= count + 2 or len(heads) % count == 0 for count in counts)
    return leaves_open(text, after.text)


def lists_itself(text: str) -> bool:
    """Whether the sentence holds its list: “The plan has three parts: price, access and staffing:”."""
    before, colon, items = text.rstrip(" :;—–-")[-400:].rpartition(": ")
    return bool(before and colon) and len(ITEMS.findall(items)) >= 2 and "." not in items


def delivered_below(article: Article, section: Section, after: Block | None, found: LeadIn) -> bool:
    """Whether subheads bring what was announced.

    Deeper subheads do when there are two, or when one opens with a list or picture; so do the
    subheads that a lead announces. Subheads of the same level do when they are numbered, or when
    the sentence points at what comes (“here are some tips:”) and two of them come.
    """
    if after is None:
        return False
    if section.heading is None:
        return True
    if after.level > section.level:
        return len(section.sections) >= 2 or any(
            delivers(child.blocks, 0) for child in section.sections[:1] if child.blocks
        )
    if found.tail not in ("colon", "presentation"):
        return False  # “such as” wants its list in the same sentence
    if opener_of(after) in ("number", "bold", "ordinal"):
        return True
    level = [
        head for head in article.headings if head.level == after.level and head.span.start >= after.span.start
    ]
    return len(level) >= 2 and POINTER.search(found.words.root.text[-200:]) is not None


def opener_of(block: Block) -> str:
    return opener(block.passage) if block.passage is not None else ""
