from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Option, Rule, Section, Severity, quoted
from presslint.language.likeness import difference, fold, stem
from presslint.regex import regex

Place = tuple[int, int]
ARTICLES = frozenset(("a", "an", "the", "and", "our", "its", "their"))
TIME_STAMP = regex(r"\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m\b", re.I)


class DuplicateSubhead(Rule):
    """Each subhead says something of its own.

    Two subheads with the same words leave a reader unsure which part is meant, and their anchors
    clash. Labels that repeat under different parents (each candidate with “Background”), that stand
    three times, or of which several repeat are a template and fine; so are pairs that differ by a
    number, a day, a name or a pair such as before and after.
    """

    severity = Severity.ERROR
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
            "Lead.\n\n## What happens next\n\nText.\n\n## The fares\n\nText.\n\n"
            "## [[What happens next]]\n\nMore.\n",
            says="The subhead “What happens next” stands twice; rename one or join the sections.",
            severity="error",
        ),
        Bad(
            "Lead.\n\n## Why the price rose\n\nText.\n\n## [[Why prices rose]]\n\nMore.\n", severity="warning"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if len(article.headings) < 2:
            return
        allowed = {fold(label) for label in self.allowed}
        heads = [(place, head) for place, head in subheads(article.sections) if speaks(head, allowed)]
        groups: dict[str, list[tuple[Place, Block]]] = {}
        for place, heading in heads:
            groups.setdefault(fold(heading.text), []).append((place, heading))
        repeated = [same for same in map(siblings, groups.values()) if len(same) > 1]
        if len(repeated) == 1 and len(repeated[0]) == 2:
            first, second = repeated[0]
            yield self.finding(
                second,
                f"The subhead {quoted(second.text)} stands twice; rename one or join the sections.",
                see=((first, "first used here"),),
            )
        if not repeated:
            yield from self.alike(heads)

    def alike(self, heads: list[tuple[Place, Block]]) -> Iterator[Finding]:
        """The same words but for their endings, under one parent, unless the difference is the point."""
        groups: dict[tuple[Place, tuple[str, ...]], list[Block]] = {}
        for place, heading in heads:
            words = tuple(stem(word) for word in fold(heading.text).split() if word not in ARTICLES)
            groups.setdefault((place, words), []).append(heading)
        for same in groups.values():
            first = same[0]
            for other in same[1:]:
                if fold(other.text) == fold(first.text) or difference(first.text, other.text):
                    continue
                yield self.finding(
                    other,
                    f"The subheads {quoted(first.text)} and {quoted(other.text)} say the same; "
                    "rename one or join the sections.",
                    severity=Severity.WARNING,
                    see=((first, "the other subhead"),),
                )


def subheads(sections: Sequence[Section], parent: int = 0) -> Iterator[tuple[Place, Block]]:
    """Every subhead with its place: the identity of the section that it stands in, and its level."""
    for section in sections:
        if section.heading is not None:
            yield (parent, section.level), section.heading
        yield from subheads(section.sections, id(section))


def siblings(same: list[tuple[Place, Block]]) -> list[Block]:
    """Of subheads with the same words, those that stand under the same parent as the first such pair."""
    places: dict[Place, list[Block]] = {}
    for place, heading in same:
        places.setdefault(place, []).append(heading)
    return max(places.values(), key=len)


LABELS = frozenset(
    (
        *(
            "resources",
            "additional resources",
            "references",
            "notes",
            "examples",
            "example",
            "more",
            "learn more",
        ),
        *("break", "lunch", "questions", "answers", "q a", "discussion", "speakers", "presenters", "agenda"),
        *("transcript", "details"),
    )
)


def speaks(heading: Block, allowed: set[str]) -> bool:
    """Whether a subhead is more than a time stamp, a letter of a glossary or an allowed label."""
    folded = fold(heading.text)
    return (
        len(folded) > 1
        and not folded.startswith(("sign up", "subscribe", "receive ", "join us", "follow us"))
        and folded not in allowed
        and folded not in LABELS
        and TIME_STAMP.match(heading.text) is None
    )
