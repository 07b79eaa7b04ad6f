from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Option, Rule, Severity, quoted
from presslint.desk.outline import following, unread
from presslint.desk.parts import Parts
from presslint.desk.repeats import Repeat
from presslint.language.likeness import difference, fold
from presslint.language.times import opens_with_time
from presslint.model.regex import regex

UPDATED = regex(r"[\W_]{0,4}update[sd]?\b.{0,20}\d", re.I)
METADATA = regex(r"[a-z][\w-]{1,20}: \S")
# boxes and breaks of a page, which may stand as often as they like
LABELS = frozenset(
    "resources|additional resources|references|notes|examples|example|more|learn more|break|lunch|questions|answers"
    "|q a|discussion|speakers|presenters|agenda|transcript|details|note|tip|hint|warning|caution|important|info".split(
        "|"
    )
)


class DuplicateSubhead(Rule):
    """Each subhead says something of its own.

    Two subheads with the same words leave a reader unsure which part is meant, and their anchors
    clash. It is an error where the same text stands under both, or nothing under the first: a section
    was pasted twice. Where the texts differ it is a warning, and a suggestion for one word (“Fares”), for words that
    differ only in their endings or stand in a box of the page, or under an update that was set over the first notice. Where every subhead stands twice in a row, that is one finding.

    Labels that repeat under different parents (each candidate with “Background”), that stand
    three times, or of which several repeat are a template and fine; so are the parts of a page in two languages; so are labels of boxes (“Note”), links
    that lead to two places, and pairs that differ by a sign (“--help”), capitals, a number, a day, a name
    or a pair such as before and after.
    """

    severity = Severity.WARNING
    sources = ("WCAG 2.2, success criterion 2.4.6: headings describe topic or purpose",)
    needs = frozenset({"headings"})
    not_for = frozenset({"live"})
    allowed: tuple[str, ...] = Option((), description="Subheads that may repeat, such as a house's labels.")
    looks_at = frozenset({"heading"})
    examples: ClassVar = (
        Good("Lead.\n\n## Ana Ruiz\n\n### Background\n\nText.\n\n## Ben Cole\n\n### Background\n\nText.\n"),
        Good("Lead.\n\n## What Labour says\n\nText.\n\n## What the Greens say\n\nText.\n"),
        Good("Lead.\n\n## Before the vote\n\nText.\n\n## After the vote\n\nText.\n"),
        Good("Lead.\n\n## Q&A\n\nText.\n\n## Q&A\n\nText.\n", allowed=("Q&A",)),
        Good("Lead.\n\n## Ask\n\nText.\n\n## Tell\n\nText.\n\n## Ask\n\nText.\n\n## Tell\n\nText.\n"),
        Bad(
            "Lead.\n\n## The boat\n\n## [[The boat]]\n\nIt is of oak.\n\n## The crew\n\n## The crew\n\nSix people.\n",
            says="2 subheads stand twice in a row, “The boat” first; cut one of each.",
            severity="warning",
        ),
        Good(
            "Lead.\n\n## Update 3-2-2020\n\nBoot.\n\n## Pier\n\nAlt.\n\n### English\n\n## Update 3-2-2020\n\nBoat.\n"
        ),
        Bad(
            "Lead.\n\n## Update, 4 May\n\nIt sails.\n\n## Who to call\n\nAna Ruiz.\n\n## The notice of 2 May\n\nNo boat.\n\n"
            "## [[Who to call]]\n\nThe office.\n",
            severity="suggestion",
            says="The subhead “Who to call” stands twice; rename one or join the sections.",
        ),
        Good("Lead.\n\n## ...help\n\nText.\n\n## --help\n\nMore.\n"),
        Good("Lead.\n\n## Pier and Light\n\nText.\n\n## pier and light\n\nMore.\n"),
        Good("Lead.\n\n## The problem\n\nText.\n\n## The problem?\n\nMore.\n"),
        Good(
            "Lead.\n\n### Tip\n\nGo early.\n\n## Fares\n\nText.\n\n### Hint\n\nA.\n\n### Hint\n\nGo late.\n"
        ),
        Good("Lead.\n\n## [A new pier](/1)\n\n## [A new pier](/2)\n\nText.\n"),
        Bad(
            "Lead.\n\n## What happens next\n\nText.\n\n## The fares\n\nText.\n\n"
            "## [[What happens next]]\n\nMore.\n",
            says="The subhead “What happens next” stands twice; rename one or join the sections.",
            severity="warning",
        ),
        Bad(
            "Lead.\n\n## What happens next\n\nThe council votes in May.\n\n## The fares\n\nText.\n\n"
            "## [[What happens next]]\n\nThe council votes in May.\n",
            says="The subhead “What happens next” stands twice, with the same text; cut one of the sections.",
            severity="warning",
        ),
        Bad(
            "Lead.\n\n## What happens next\n\n## [[What happens next]]\n\nThe council votes in May.\n",
            says="The subhead “What happens next” stands twice in a row; cut one of them.",
            severity="warning",
        ),
        Bad(
            "Lead.\n\n## Fares\n\nText.\n\n## Piers\n\nText.\n\n## [[Fares]]\n\nMore.\n",
            severity="suggestion",
        ),
        Bad(
            "Lead.\n\nimage: pier.jpg\n---\n\nText.\n\n[[image: pier.jpg]]\n---\n\nMore.\n",
            says="The subhead “image: pier.jpg” stands twice; it is a line of metadata set as a subhead, so "
            "delete both.",
            severity="warning",
        ),
        Bad(
            "Lead.\n\n<div>\n<h3>The north pier</h3>\n<p>It is shut.</p>\n</div>\n\n<div>\n"
            "<h3>[[The north pier]]</h3>\n<p>It is open.</p>\n</div>\n",
            severity="suggestion",
        ),
        Bad(
            "Lead.\n\n<Box>\n\n## Dates in May\n\nText.\n\n## The fares\n\nText.\n\n<Box>\n\n"
            "## [[Dates in May]]\n\nMore.\n",
            severity="suggestion",
        ),
        Bad(
            "Lead.\n\n## Why the price rose\n\nText.\n\n## [[Why prices rose]]\n\nMore.\n",
            severity="suggestion",
            says="The subheads “Why the price rose” and “Why prices rose” say the same; rename one or join "
            "the sections.",
        ),
        Bad(
            "Lead.\n\n## English\n\nText.\n\n## The crew\n\nText.\n\n## [[English]]\n\nMore.\n",
            says="The subhead “English” stands twice; rename one or join the sections.",
            severity="suggestion",
        ),
        Bad(
            "Lead.\n\n## Night fares\n\nText.\n\n## Piers\n\nText.\n\n## [[Night fares]]\n\nMore.\n",
            says="The subhead “Night fares” stands twice; rename one or join the sections.",
            severity="warning",
        ),
        Bad(
            "Lead.\n\n## What happens next\n\nText.\n\n## The fares\n\nText.\n\n## [[What happens next]]\n\nMore.\n\n"
            "## Why the price rose\n\nText.\n\n## Why prices rose\n\nText.\n",
            says="The subhead “What happens next” stands twice; rename one or join the sections.",
            severity="warning",
        ),
        Good("Lead.\n\n## The price\n\nText.\n\n## Prices\n\nMore.\n"),
        Bad(
            "Lead.\n\n## What happens next\n\n![Pier](a.png)\n\n## The fares\n\nText.\n\n## [[What happens next]]\n\n"
            "![Boat](b.png)\n",
            says="The subhead “What happens next” stands twice; rename one or join the sections.",
            severity="warning",
        ),
        Bad(
            "Lead.\n\n## [A new pier](/1)\n\nText.\n\n## [[A new pier]]\n\nText.\n",
            says="The subhead “A new pier” stands twice, with the same text; cut one of the sections.",
            severity="warning",
        ),
        Good("Lead.\n\n## A\n\nText.\n\n## B\n\nText.\n\n## A\n\nMore.\n"),
        Bad(
            "Lead.\n\n## Ox\n\nText.\n\n## B\n\nText.\n\n## [[Ox]]\n\nMore.\n",
            says="The subhead “Ox” stands twice; rename one or join the sections.",
            severity="suggestion",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if len(article.headings) < 2:
            return
        doubled = list(in_a_row(article))
        if len(doubled) > 1:
            second = doubled[0][1]
            yield self.finding(
                second,
                f"{len(doubled)} subheads stand twice in a row, {quoted(second.text)} first; cut one of each.",
                see=tuple((other, "twice as well") for _, other in doubled[1:]),
            )
            return
        allowed = {fold(label) for label in self.allowed}
        repeated = most_often(each for each in article.repeats.subheads if speaks(each.first, allowed))
        if len(repeated) == 1 and repeated[0].times == 2 and not lead_apart(*repeated[0].places):
            yield from self.twice(article, *repeated[0].places)
        if not repeated:
            for each in article.repeats.alike:
                yield from self.alike(
                    [head for head in each.places if speaks(head, allowed)], len(each.words)
                )

    def twice(self, article: Article, first: Block, second: Block) -> Iterator[Finding]:
        parts = Parts(article)
        if parts.are_in_two_tongues(first, second):
            return
        one, other = parts.text_under(first), parts.text_under(second)
        remedy, severity = "; rename one or join the sections", Severity.WARNING
        if not one and following(article, first) is second:
            remedy = " in a row; cut one of them"
        elif one and one == other:
            remedy = ", with the same text; cut one of the sections"
        elif len(fold(second.text).split()) < 2:
            severity = Severity.SUGGESTION
        if METADATA.match(second.text):
            remedy = "; it is a line of metadata set as a subhead, so delete both"
        boxed = in_a_box(article, first) or in_a_box(article, second)
        if article.format == "html" or is_updated(article) or boxed:
            severity = Severity.SUGGESTION
        yield self.finding(
            second,
            f"The subhead {quoted(second.text)} stands twice{remedy}.",
            severity=severity,
            see=((first, "first used here"),),
        )

    def alike(self, same: list[Block], words: int) -> Iterator[Finding]:
        """The same words but for their endings, under one parent, unless the difference is the point."""
        for other in same[1:] if words > 1 else ():
            first = same[0]
            if fold(other.text) == fold(first.text) or difference(first.text, other.text):
                continue
            yield self.finding(
                other,
                f"The subheads {quoted(first.text)} and {quoted(other.text)} say the same; "
                "rename one or join the sections.",
                severity=Severity.SUGGESTION,
                see=((first, "the other subhead"),),
            )


def most_often(repeats: Iterable[Repeat[Block]]) -> list[Repeat[Block]]:
    """Of subheads with the same words, those under the parent where they stand most often."""
    found: dict[tuple[str, ...], Repeat[Block]] = {}
    for each in repeats:
        if each.times > found.setdefault(each.words, each).times:
            found[each.words] = each
    return list(found.values())


def in_a_row(article: Article) -> Iterator[tuple[Block, Block]]:
    """Subheads that stand twice with nothing between."""
    for one, other in pairwise(article.headings):
        same = one.text and fold(one.text) == fold(other.text) and following(article, one) is other
        if same and article.format != "html" and not unread(article, one, other):
            yield one, other


def lead_apart(first: Block, second: Block) -> bool:
    """Whether both subheads are links, to two places."""
    targets = [{link.target for link in heading.links} for heading in (first, second)]
    return all(targets) and targets[0] != targets[1]


def is_updated(article: Article) -> bool:
    """Whether updates were set over the text that they update, which keeps its subheads."""
    return any(UPDATED.match(heading.text.strip()) for heading in article.headings)


def in_a_box(article: Article, heading: Block) -> bool:
    """Whether a shortcode opens right before a subhead, or it is written in HTML: a box of its own."""
    if article.source.text[heading.span.start : heading.span.start + 1] == "<":
        return True
    at = bisect_left([block.span.start for block in article.blocks], heading.span.start)
    return at > 0 and unread(article, article.blocks[at - 1], heading)


def speaks(heading: Block, allowed: set[str]) -> bool:
    """Whether a subhead is more than a time stamp, a letter of a glossary or an allowed label."""
    folded = fold(heading.text)
    return (
        len(folded) > 1
        and not folded.startswith(("sign up", "subscribe", "receive ", "join us", "follow us"))
        and folded not in allowed
        and folded not in LABELS
        and not opens_with_time(heading.text)
    )
