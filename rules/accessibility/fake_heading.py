from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from presslint import (
    Article,
    Bad,
    Block,
    Edit,
    Finding,
    Fix,
    Good,
    Kind,
    Option,
    Passage,
    Rule,
    Severity,
    quoted,
    regex,
)
from presslint.desk import CLOSING_DOUBLE, any_of, opens_with_time

ENDS = regex(rf"[.,:;!?…{CLOSING_DOUBLE}’)\]。，：；！？」）–—-]\Z")
# what opens a byline, a credit, a note, a question or an item of a list
NOT_A_SUBHEAD = regex(
    any_of(
        ("by ", "version", "photo", "source", "credit", "image", "caption", "note", "update", "correction"),
        ("contact", "about the", "posted", "published", "advert", "editor", "http", r"www\.", "@", "#"),
        (
            r"(?:agenda )?items? \d",
            r"Q\b",
            r"A\b",
            r"step \d",
            r"\d+[.)]",
            "copyright",
            "©",
            r"\(c\)",
            "all rights",
        ),
    ),
    re.IGNORECASE,
)
NAME_AND_POST = regex(r"(?:[A-Z][\w.’'-]{0,20} ){1,3}[A-Z][\w’'-]{1,20}(?:,| [–—|-]) \w")  # Ana Ruiz, Editor
FACT = regex(r"[^:]{2,40}: [^:]{0,60}\d")  # “Pay: $20 an hour”
LABELLED = regex(r"[^:\d]{2,24}: \S+(?: \S+){0,3}\Z")  # “Place: the old pier”
ITEM_MARK = regex(
    r"(?:&nbsp;|&#160;|&#8211;|&ndash;|&mdash;|[\s>\u00a0*-])*(?:&#8211;|&ndash;|&nbsp;|&#160;|\u00a0|[–—•·-] )"
)
ROW = 3  # bold lines one after the other
FEW = 3  # items of a list under a label that needs no subhead
ALL_MARKED = 0.98  # share of the characters that must stand under the mark


class FakeHeading(Rule):
    """A subhead is a heading, not a bold paragraph.

    Who listens to a page jumps from heading to heading; a line in bold is a line like any other. A
    paragraph counts when all of it is bold, it is short, ends without a stop, and prose or a list follows. Labels with a colon, facts (“Pay: $20”, below a real subhead also “Place: the old pier”), questions of an interview, bylines, credits and copyright lines are left
    alone; so are three and more bold lines in a row (who signed a letter), one beside a bold paragraph, the title
    over a row of figures, labels over one or two items each, a line that a dash sets off as an item, and one bold line at
    the start or right under a heading, which is the second line of it. Three and more in one article are a
    warning, but not in a body that is kept in the front matter, as letters to subscribers are: their templates have labels
    of their own. The fix writes Markdown over Markdown and never inside HTML.
    """

    severity = Severity.SUGGESTION
    sources = ("WCAG 2.2, success criterion 1.3.1, failure F2", "markdownlint MD036 as prior art")
    reads = frozenset({"paragraph"})
    needs = frozenset({"headings"})
    words: int = Option(
        12, ge=1, description="The most words that a line may have to be taken for a subhead."
    )
    many: int = Option(3, ge=1, description="How many of them in one article make a warning.")
    examples: ClassVar = (
        Good(
            "It met on Tuesday in the old mill.\n\n**Item 4.1**\n\nThe fare is to rise by a dollar.\n\n**Agenda item 4.2: Pier**\n\n"
            "The pier is to open in May.\n\n**Item 5**\n\nIt was late.\n"
        ),
        Good(
            "Lead.\n\n## Boats\n\nIt is.\n\n**Place: the old pier**\n\nIt sails there.\n\n**Pilot: Ana Ruiz**\n\nShe sails.\n"
        ),
        Good(
            "**By Ana Ruiz**\n\nThe ferry stops at four piers.\n\n**Photo:** the pier\n\nIt sails "
            "**daily** from May.\n"
        ),
        Good("**Why does it stop?**\n\nBecause of the tide.\n\n**The fares, from May:**\n\n- $4\n"),
        Good("We are angry.\n\n**Ayton**\n\n**Beeton**\n\n**Ceeton**\n\n**Deeton**\n\nThe list is open.\n"),
        Good(
            "It pays.\n\n**Pay: $20 an hour**\n\nMore.\n\n**Start: 4 May**\n\nMore.\n\n**Hours: 30**\n\nMore.\n"
        ),
        Good("It fell.\n\n**Boats, in thousands**\n\n- North 4.1\n- South 3.2\n- East 9\n\nEnd.\n"),
        Good("It fell.\n\n**Piers**\n\n- North is shut\n- South is open\n\n**Boats**\n\n- Rose\n"),
        Bad(
            "It fell.\n\n**[[Piers]]**\n\n- North is shut\n- South is open\n\nEnd.\n",
            says="“Piers” is a bold paragraph that serves as a subhead; make it a heading.",
            severity="suggestion",
        ),
        Bad("It fell.\n\n**[[Piers]]**\n\n- North is shut\n- South is open\n- East is not\n\nEnd.\n"),
        Good(
            "It fell.\n\n– **The Old Pier**\n\nA book.\n\n**Is it open? Nobody knows.**\n\n**Ana**\n\nNo.\n"
        ),
        Good("It fell.\n\n**Copyright 2026 the trust**\n\nIt is gone.\n"),
        Good("## The week\n\n**4 to 10 May**\n\nThe ferry stops at four piers.\n"),
        Good("**Ana Ruiz**\n\nThe ferry stops at four piers.\n"),
        Bad(
            "It stops at four.\n\n<p><strong>[[The piers]]</strong></p>\n\nThey are old.\n",
        ),
        Bad(
            "The ferry stops at four piers.\n\n**[[What happens next]]**\n\nThe council votes in May.\n",
            says="“What happens next” is a bold paragraph that serves as a subhead; make it a heading.",
            fix="The ferry stops at four piers.\n\n## What happens next\n\nThe council votes in May.\n",
            severity="suggestion",
        ),
        Bad(
            "# Ferry\n\n**[[Fares]]**\n\nThey rise.\n\n**Piers**\n\nFour of them.\n\n**Boats**\n\nTwo "
            "of them.\n",
            says="“Fares” and 2 other bold paragraphs serve as subheads; make them headings.",
            fix="# Ferry\n\n## Fares\n\nThey rise.\n\n## Piers\n\nFour of them.\n\n## Boats\n\nTwo of "
            "them.\n",
            severity="suggestion",
        ),
        Bad(
            "It fell.\n\n**[[Ayton]]**\n\n**Beeton**\n\nIt is.\n\n**Ceeton**\n\nIt is old.\n\nEnd.\n",
            says="“Ayton” and 2 other bold paragraphs serve as subheads; make them headings.",
            fix="It fell.\n\n## Ayton\n\n## Beeton\n\nIt is.\n\n## Ceeton\n\nIt is old.\n\nEnd.\n",
            severity="suggestion",
        ),
        Bad(
            "It fell.\n\n**Piers**\n\n- North is shut\n- South is open\n\n**[[Boats]]**\n\n- Rose\n- Lily\n- Iris\n\n"
            "End.\n",
            says="“Boats” is a bold paragraph that serves as a subhead; make it a heading.",
            severity="suggestion",
        ),
        Bad(
            "It fell.\n\n# Piers\n\nThey are.\n\n### North\n\nIt is.\n\n**[[What happens next]]**\n\nIt votes.\n\nEnd.\n",
            says="“What happens next” is a bold paragraph that serves as a subhead; make it a heading.",
            fix="It fell.\n\n# Piers\n\nThey are.\n\n### North\n\nIt is.\n\n### What happens next\n\nIt votes.\n\nEnd.\n",
            severity="suggestion",
        ),
        Good("It fell.\n\n**Ayton**\n\n**Beeton**\n\n**Ceeton**\n\nThe list is open.\n\nEnd.\n"),
        Bad(
            "It fell.\n\n**[[Piers]]**\n\nThey are old.\n\n**[[Boats]]**\n\n- Rose\n\nEnd.\n",
            says=(
                "“Piers” is a bold paragraph that serves as a subhead; make it a heading.",
                "“Boats” is a bold paragraph that serves as a subhead; make it a heading.",
            ),
            fix="It fell.\n\n## Piers\n\nThey are old.\n\n## Boats\n\n- Rose\n\nEnd.\n",
            severity="suggestion",
        ),
        Good("It fell.\n\n**Boats**\n\n- North 4.1\n- South is open\n\nEnd.\n"),
        Good("It fell.\n\n**Ana**\n\n**Is it open? Nobody knows.**\n\nNo.\n\nEnd.\n"),
        Bad(
            "It fell.\n\n# North\n\nIt is.\n\n**[[What happens next]]**\n\nIt votes.\n\n### South\n\nEnd.\n",
            says="“What happens next” is a bold paragraph that serves as a subhead; make it a heading.",
            fix="It fell.\n\n# North\n\nIt is.\n\n## What happens next\n\nIt votes.\n\n### South\n\nEnd.\n",
            severity="suggestion",
        ),
        Good("It fell.\n\n**Fares** x\n\nThey rise.\n\nEnd.\n"),
        Good(
            "It fell.\n\n**The fares of the old and the new boats and of the pier**\n\nThey rise.\n\nEnd.\n"
        ),
        Bad(
            "It fell.\n\n**[[Boats]]**\n\n- North 4.1\n- South is open\n- East is open\n\nEnd.\n",
            says="“Boats” is a bold paragraph that serves as a subhead; make it a heading.",
            fix="It fell.\n\n## Boats\n\n- North 4.1\n- South is open\n- East is open\n\nEnd.\n",
            severity="suggestion",
        ),
        Good("**Piers**\n\n- North is shut\n\n**Boats**\n\n- Rose\n\nEnd.\n"),
        Bad(
            "It fell.\n\n**[[Piers]]**\n\n- North\n\nIt is.\n\n**[[Boats]]**\n\n- Rose\n\nEnd.\n",
            says=(
                "“Piers” is a bold paragraph that serves as a subhead; make it a heading.",
                "“Boats” is a bold paragraph that serves as a subhead; make it a heading.",
            ),
            fix="It fell.\n\n## Piers\n\n- North\n\nIt is.\n\n## Boats\n\n- Rose\n\nEnd.\n",
            severity="suggestion",
        ),
        Bad(
            "It fell.\n\nIt is.\n\n**Is it open? Nobody knows.**\n\nIt is.\n\n**[[Ana]]**\n\nNo.\n\nEnd.\n",
            says="“Ana” is a bold paragraph that serves as a subhead; make it a heading.",
            fix="It fell.\n\nIt is.\n\n**Is it open? Nobody knows.**\n\nIt is.\n\n## Ana\n\nNo.\n\nEnd.\n",
            severity="suggestion",
        ),
        Bad(
            "It fell.\n\n**[[What happens]]**\n\nIt votes.\n\n**What goes**\n\nIt goes.\n\nEnd.\n",
            says="“What happens” and 1 other bold paragraph serve as subheads; make them headings.",
            fix="It fell.\n\n## What happens\n\nIt votes.\n\n## What goes\n\nIt goes.\n\nEnd.\n",
            severity="suggestion",
            many=2,
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        looks = [self.is_fake(article, block) for block in article.blocks]
        if not any(looks):
            return
        fakes = [
            block
            for at, block in enumerate(article.blocks[:-1])
            if looks[at]
            and not FACT.match(block.text.strip())
            and not (LABELLED.match(block.text.strip()) and stands_below_heading(article, block))
            and stands_over(article.blocks[at + 1])
            and not labels_a_short_list(article.blocks, looks, at)
            and not stands_in_a_row(looks, at)
            and not any(
                is_bold_copy(other)
                for other in (*article.blocks[max(at - 1, 0) : at], article.blocks[at + 1])
            )
            and not ITEM_MARK.match(line_of(article, block))
        ]
        if len(fakes) < self.many:
            fakes = [block for block in fakes if not is_second_line(article, block)]
        if len(fakes) >= self.many:
            first, *others = fakes
            yield self.finding(
                first,
                f"{quoted(first.text)} and {len(others)} other bold paragraph{'s' * (len(others) > 1)} serve as "
                f"subheads; make them headings.",
                fix=_fix(article, fakes),
                see=tuple((block, "another one") for block in others),
            )
            return
        for block in fakes:
            yield self.finding(
                block,
                f"{quoted(block.text)} is a bold paragraph that serves as a subhead; make it a heading.",
                fix=_fix(article, [block]),
            )

    def is_fake(self, article: Article, block: Block) -> bool:
        passage = block.passage
        if block.kind is not Kind.PARAGRAPH or not passage or block.links or block.media:
            return False
        if not any(mark.kind == "strong" for mark in passage.marks):
            return False
        bold = sum(len(piece) for piece in passage.marked("strong"))
        return (
            bold >= len(passage) * ALL_MARKED
            and 1 <= passage.word_count <= self.words
            and not ENDS.search(passage.text.strip())
            and not NOT_A_SUBHEAD.match(passage.text.strip())
            and not opens_with_time(passage.text.strip())
            and not NAME_AND_POST.match(passage.text.strip())
            and any(char.isalpha() for char in passage.text)
            and not opens_with_date(article, passage)
        )


def opens_with_date(article: Article, passage: Passage) -> bool:
    """Whether a line begins with a date of a log: “May 5, 2026: …”."""
    dates = article.dates.within(passage.strip())
    return any(date.start == 0 and date.form == "month-day" and date.year for date in dates)


def stands_below_heading(article: Article, block: Block) -> bool:
    """Whether a real subhead stands somewhere above, so that the page has its own."""
    return any(heading.level > 1 and heading.span.start < block.span.start for heading in article.headings)


def stands_over(after: Block) -> bool:
    """Whether a block is what a subhead stands over: prose, or a list that is no row of figures."""
    if after.kind is Kind.LIST:
        return 2 * sum(map(ends_with_figure, after.children)) < len(after.children)
    return after.kind is Kind.PARAGRAPH


def ends_with_figure(item: Block) -> bool:
    return item.text.rstrip().removesuffix("%")[-1:].isdecimal()


def labels_a_short_list(blocks: Sequence[Block], looks: list[bool], at: int) -> bool:
    """Whether a bold line over one or two items is a label like the one before it or behind it."""
    if blocks[at + 1].kind is not Kind.LIST or len(blocks[at + 1].children) >= FEW:
        return False
    return any(looks[at + 2 : at + 3]) or (at > 1 and looks[at - 2] and blocks[at - 1].kind is Kind.LIST)


def stands_in_a_row(looks: list[bool], at: int) -> bool:
    """Whether a bold line is one of three or more in a row."""
    first, last = at, at
    while first and looks[first - 1]:
        first -= 1
    while last + 1 < len(looks) and looks[last + 1]:
        last += 1
    return last - first + 1 >= ROW


def is_bold_copy(block: Block) -> bool:
    """Whether a whole paragraph is bold: a line before or behind it is the start or the end of it."""
    passage = block.passage
    if block.kind is not Kind.PARAGRAPH or passage is None or not ENDS.search(passage.text.strip()):
        return False
    return sum(len(piece) for piece in passage.marked("strong")) >= len(passage) * ALL_MARKED


def is_second_line(article: Article, block: Block) -> bool:
    """Whether nothing or a heading stands right before a bold line: a byline, a date, a second title."""
    at = article.blocks.index(block)
    return at == 0 or article.blocks[at - 1].kind is Kind.HEADING


def line_of(article: Article, block: Block) -> str:
    """The whole lines on which a paragraph stands."""
    text = article.source.text
    end = text.find("\n", block.span.end)
    return text[article.source.line_start(block.span.start) : end if end >= 0 else len(text)].strip()


def _fix(article: Article, blocks: list[Block]) -> Fix | None:
    """The same words as headings of the level that holds there, in Markdown; level 2 at the start."""
    if article.format != "markdown":
        return None
    edits = []
    for block in blocks:
        written = article.source.text[slice(*block.span)].strip()
        if not written.startswith(("*", "_")) or written.strip("*_ ") != block.text.strip():
            return None  # HTML, a shortcode or an attribute stands on the line too, and would be lost
        if line_of(article, block) != written:
            return None  # the line has more than the paragraph: it stands in a list, a quotation or a tag
        before = [heading.level for heading in article.headings if heading.span.start < block.span.start]
        level = max(before[-1] if before else 2, 2)
        edits.append(Edit(block.span, f"{'#' * level} {block.text.strip()}"))
    return Fix(tuple(edits), "Make headings of them" if len(edits) > 1 else "Make it a heading", "unsafe")
