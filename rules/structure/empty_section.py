from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Rule, Section, Severity, quoted
from presslint.desk.outline import has_content, is_bare
from presslint.passage import MASK
from presslint.regex import regex

TIME_STAMP = regex(r"\d{1,2}[:.]\d\d\b|\d{1,2} ?[ap]\.?m\b", re.I)
NUMBERED = regex(r"\W{0,3}\d{1,3}[.):]")
LONGEST = 12  # words of a subhead; longer ones are sentences in large type
CALL = regex(
    r"(?:sign[ -]?up|subscribe|join|follow|share|register|contact|donate|receive|get (?:our|my|the)|"
    r"comments?|related)\b",
    re.I,
)
DIVIDER = regex(r"(?:part|chapter|day|week|act|session|volume) (?:\d{1,3}|[ivx]{1,5}|[a-z]{3,6})\b", re.I)
# names of boxes that a page fills by itself
BOX = regex(
    r"(?:featured|recommended|trending|popular|most (?:read|popular|viewed|shared|recent)|"
    r"latest|more|top)(?: (?:articles?|stor(?:y|ies)|posts?|news|reads?|now|today|this week|for you|on this site|"
    r"from (?:us|the blog)))?:?",
    re.I,
)
PAUSE = regex(r"(?:coffee |lunch |short )?(?:break|lunch|intermission|recess|end|fin)s?", re.I)


class EmptySection(Rule):
    """Every subhead has something under it.

    A subhead over nothing is a publishing accident: the text was lost on the way, or an outline went
    out before it was written. Pictures, embeds, tables and subsections count as content; comments,
    rules and lone labels do not. A subhead that is a link, a sign-off (“Have fun!”), a time, a divider
    (“Part two”) or a whole sentence says what it has to say and needs nothing under it; nor do the
    entries of a countdown, a kicker over the title, or a box that a page fills by itself (“Most read”).
    Where the other subheads that look so have a text, the bare one lost its own. A subhead without words is
    reported as well.
    """

    severity = Severity.ERROR
    sources = (
        "WCAG 2.2, success criteria 2.4.6 and 2.4.10: headings describe their sections",
        "Reuters Handbook of Journalism: news presentation",
    )
    needs = frozenset({"headings"})
    not_for = frozenset({"live"})
    looks_at = frozenset({"heading"})
    examples: ClassVar = (
        Good("Lead.\n\n## ![The old pier](pier.jpg)\n\nIt was built in 1904.\n"),
        Bad(
            "Lead.\n\n[[##]]\n\nThe boat sails on Monday.\n",
            says="A subhead without words stands here; write it or delete the line.",
        ),
        Good(
            "# Ferry cut to three days\n\n## What changes\n\nThe boat sails on Monday, Tuesday and Friday.\n"
        ),
        Good("Lead.\n\n## The route\n\n### North pier\n\nBoats leave at dawn from the north pier.\n"),
        Good("Lead.\n\n## The old pier\n\n![The pier in 1904](pier.jpg)\n"),
        Good("Lead paragraph here.\n\n## [Book a crossing](https://ferry.example/book)\n"),
        Good("### From the archive\n\n## The old pier\n\n#### By Ana Ruiz\n\nIt was built in 1904.\n"),
        Good("Lead paragraph here.\n\n## Most read\n"),
        Good("Lead.\n\n## 3. The old pier\n\n## 2. The light\n\n## 1. The Rose\n\nA boat of 1904.\n"),
        Bad(
            "Lead.\n\n## 1. Which pier?\n\nThe north pier, she said.\n\n## [[2. And the crew?]]\n\n"
            "## 3. Which boat?\n\nThe Rose, of 1904.\n"
        ),
        Bad("Lead.\n\n## [[Timeline]]\n\n## Reaction\n\nIslanders were angry about it.\n"),
        Bad(
            "Lead paragraph here.\n\n## The fares\n\nA ticket costs £9 from May.\n\n## [[Reaction]]\n",
            says="“Reaction” has nothing under it; write the section or cut the subhead.",
        ),
        Bad(
            "Lead.\n\n## [[The fares]]\n\n## The route\n\n<!-- ask Sam -->\n\n## The crew\n\n"
            "Six people work on board.\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if not any(has_content(block) for block in article.blocks if block.kind is not Kind.HEADING):
            return  # an article without a body is missing-core-field's
        empty: list[Block] = []
        for section in article.walk_sections():
            heading = section.heading
            if heading is None:
                continue
            if is_empty(article, section):
                if not any(inside(heading, above) for above in empty[-1:]):
                    empty.append(heading)
                continue
            yield from self.report(empty)
            empty = []
        yield from self.report(empty)
        for heading in article.headings:
            if is_wordless(heading):
                yield self.finding(
                    heading, "A subhead without words stands here; write it or delete the line."
                )

    def report(self, headings: list[Block]) -> Iterator[Finding]:
        """One finding for a run of empty sections: an outline was published."""
        if not headings:
            return
        first, *others = headings
        name = quoted(first.text)
        if not others:
            message = f"{name} has nothing under it; write the section or cut the subhead."
        else:
            names = ", ".join(quoted(heading.text) for heading in others[:4])
            message = f"{name} has nothing under it, nor has {names}; write the sections or cut the subheads."
        yield self.finding(first, message, see=tuple((heading, "empty too") for heading in others))


def is_wordless(heading: Block) -> bool:
    """Whether a heading shows nothing, no picture either."""
    return not heading.text.strip() and not heading.media and not heading.links


def is_empty(article: Article, section: Section) -> bool:
    heading = section.heading
    if (
        heading is None
        or not heading.text.strip()
        or calls_the_reader(heading)
        or is_kicker(article, heading)
    ):
        return False
    deeper = (inner.heading for inner in section.walk() if inner is not section and inner.heading is not None)
    if not is_bare(article, section) or any(calls_the_reader(each) or complete_look(each) for each in deeper):
        return False
    look = complete_look(heading)
    return not look or is_the_only_bare_one(article, section, look)


def is_kicker(article: Article, heading: Block) -> bool:
    """Whether a heading opens the copy and the title, in larger type, stands under it."""
    return (
        heading is article.headings[0]
        and not any(block.span.start < heading.span.start and has_content(block) for block in article.blocks)
        and len(article.headings) > 1
        and article.headings[1].level < heading.level
    )


def complete_look(heading: Block) -> str:
    """What makes a subhead look as if nothing need stand under it; empty for a plain one."""
    text = heading.text.strip()
    if NUMBERED.match(text):
        return "number"
    if text.endswith((".", "!")) or heading.word_count > LONGEST:
        return "sentence"
    return ""


def is_the_only_bare_one(article: Article, section: Section, look: str) -> bool:
    """Whether two or more other subheads of this level and look have a text under them, and none has not.

    A countdown in large type has many entries with nothing under them, an interview has none.
    """
    alike = [
        other
        for other in article.walk_sections()
        if other.heading is not None
        and other is not section
        and other.level == section.level
        and complete_look(other.heading) == look
    ]
    if look == "number" and not alike:
        return True
    return len(alike) >= 2 and not any(is_bare(article, other) for other in alike)


def inside(heading: Block, above: Block) -> bool:
    return heading.level > above.level


def calls_the_reader(heading: Block) -> bool:
    """A link, a picture, a call, a divider, a time: complete without a text under it."""
    passage = heading.passage
    if heading.media or passage is None:
        return True
    text = passage.text.strip()
    linked = sum(len(link.text) for link in heading.links)
    return (
        linked * 2 > len(passage)
        or MASK in text  # a shortcode may print anything
        or CALL.match(text) is not None
        or DIVIDER.match(text) is not None
        or PAUSE.fullmatch(text) is not None
        or BOX.fullmatch(text) is not None
        or TIME_STAMP.match(text) is not None
    )
