from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from presslint import Article, Bad, Block, Edit, Finding, Fix, Good, Rule, Severity, Span, quoted
from presslint.desk.outline import following
from presslint.model.regex import regex

# a line of shell code that its reader took for a heading, and the foot of a page
SHELL = regex(r"[a-z][\w.-]{0,20} (?:.{0,60} )?[/~`-]\S")
FOOT = regex(r"copyright\b|©|\(c\) ", re.I)
HASHES = regex(r"(#{1,6})(?=[ \t])")


class HeadingLevelSkip(Rule):
    """Subheads go down one level at a time.

    A heading of level 4 right under one of level 2 breaks the outline that screen readers and search
    engines walk: the reader looks for the level between. Where the article uses that level elsewhere, the
    one heading slipped: a warning. Where it never does, the sizes were chosen by eye: a suggestion. Going up
    by several levels is fine, an article may begin at any level, since its template sets the title, and
    what stands right under the first heading may be its second line. Where one heading in the middle is higher
    than all others before it, that one is at fault, and the finding stands there. A line of shell code, or the last line of a page, that
    somebody sets as a heading is none. All of an article are one finding. The fix renames the headings; look at the others
    below them.
    """

    severity = Severity.WARNING
    as_one = "{count} headings skip a level; put each one level below the heading that it belongs to."
    sources = ("WCAG 2.2, success criterion 1.3.1 and technique G141", "markdownlint MD001 as prior art")
    needs = frozenset({"headings"})
    looks_at = frozenset({"heading"})
    examples: ClassVar = (
        Good("# Ferry\n\n## Fares\n\n### Children\n\nHalf.\n\n## Piers\n\nFour.\n"),
        Good("### Fares\n\n$4.\n\n# Piers\n\nFour.\n"),
        Good("# Ferry\n\n#### 4 May 2026\n\nIt sails.\n\n## Fares\n\nThey stay.\n"),
        Good("## Fares\n\n$4.\n\n#### Copyright 2026 the trust\n\n"),
        Good("### Boats\n\nOld.\n\n# cp /boot/pier /old\n\n### Piers\n\nFour.\n"),
        Bad(
            "## Fares\n\n$4.\n\n# [[Piers]]\n\nFour.\n\n### North\n\nOld.\n\n### South\n\nNew.\n",
            says="The subhead “Piers” is of level 1, higher than all before it, and “North” under it of level 3; set the "
            "higher one lower.",
            severity="warning",
        ),
        Bad(
            "## Fares\n\n$4.\n\n#### [[Children]]\n\nHalf.\n",
            says="The subhead “Children” goes from level 2 to level 4; make it level 3.",
            fix="## Fares\n\n$4.\n\n### Children\n\nHalf.\n",
            severity="suggestion",
        ),
        Bad(
            "## Fares\n\n$4.\n\n#### [[Children]]\n\nHalf.\n\n### Dogs\n\nFree.\n",
            says="The subhead “Children” goes from level 2 to level 4; make it level 3.",
            severity="warning",
        ),
        Bad(
            "## Fares\n\n$4.\n\n#### [[Children]]\n\nHalf.\n\n## Piers\n\nFour.\n\n#### North\n\nOld.\n",
            says="The subhead “Children” goes from level 2 to level 4, and so does another; make them level 3.",
            fix="## Fares\n\n$4.\n\n### Children\n\nHalf.\n\n## Piers\n\nFour.\n\n### North\n\nOld.\n",
            severity="suggestion",
        ),
        Bad(
            "<article><h1>Ferry</h1><p>It sails.</p><h2>Fares</h2><p>$4.</p><h5>[[Children]]</"
            "h5><p>Half.</p></article>\n",
            name="page.html",
            severity="suggestion",
        ),
        Bad(
            "## Fares\n\n$4.\n\n#### [[Children]]\n\nHalf.\n\n## Piers\n\nFour.\n\n#### North\n\nOld.\n\n## Boats\n\nSix.\n\n"
            "#### Rose\n\nOld.\n",
            says="The subhead “Children” goes from level 2 to level 4, and 2 others skip one as well; make "
            "them level 3.",
            fix="## Fares\n\n$4.\n\n### Children\n\nHalf.\n\n## Piers\n\nFour.\n\n### North\n\nOld.\n\n## Boats\n\nSix.\n\n### "
            "Rose\n\nOld.\n",
            severity="suggestion",
        ),
        Bad(
            "### Fares\n\n$4.\n\n# [[Piers]]\n\nFour.\n\n### North\n\nOld.\n",
            says="The subhead “Piers” is of level 1, higher than all before it, and “North” under it of level "
            "3; set the higher one lower.",
            severity="suggestion",
        ),
        Good("Text.\n\n# Ferry\n\n### Boats\n\nThey sail.\n"),
        Good(
            "<article><h1>Ferry</h1><p>It sails.</p><h2>Fares</h2><p>$4.</p><h4>Children</h4></article>\n",
            name="page.html",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        heads = [heading for heading in article.headings if not is_no_heading(article, heading)]
        levels = {heading.level for heading in article.headings}
        skips = [
            (heading, before.level)
            for before, heading in pairwise(heads)
            if heading.level > before.level + 1
            and heading.passage
            and not (before is article.headings[0] and following(article, before) is heading)
        ]
        if not skips:
            return
        stray = stray_of(heads, skips) if article.format != "html" else None
        if stray is not None:
            yield self.finding(
                stray,
                f"The subhead {quoted(stray.text)} is of level {stray.level}, higher than all before it, and "
                f"{quoted(skips[0][0].text)} under it of level {skips[0][0].level}; set the higher one lower.",
                severity=Severity.WARNING if stray.level + 1 in levels else Severity.SUGGESTION,
                see=((skips[0][0], "the subhead under it"),),
            )
            return
        first, above = skips[0]
        jump = f"goes from level {above} to level {first.level}"
        if len(skips) == 1:
            message = f"The subhead {quoted(first.text)} {jump}; make it level {above + 1}."
        else:
            others = "so does another" if len(skips) == 2 else f"{len(skips) - 1} others skip one as well"
            them = (
                f"level {above + 1}"
                if len({upper for _, upper in skips}) == 1
                else "one level deeper than what they stand under"
            )
            message = f"The subhead {quoted(first.text)} {jump}, and {others}; make them {them}."
        slipped = article.format != "html" and any(upper + 1 in levels for _, upper in skips)
        yield self.finding(
            first,
            message,
            severity=Severity.WARNING if slipped else Severity.SUGGESTION,
            fix=_fix(article, skips),
            see=tuple((heading, "another one") for heading, _ in skips[1:]),
        )


def is_no_heading(article: Article, heading: Block) -> bool:
    """Whether a heading is a line of shell code, or the foot of a page in the type of a heading."""
    text = heading.text.strip()
    if SHELL.match(text) or FOOT.match(text):
        return True
    return article.format == "html" and following(article, heading) is None


def stray_of(heads: list[Block], skips: list[tuple[Block, int]]) -> Block | None:
    """The one heading in the middle that is higher than all before it, if it makes the only skip."""
    if len(skips) != 1:
        return None
    at = heads.index(skips[0][0]) - 1
    earlier = [heading.level for heading in heads[:at]]
    alone = sum(heading.level <= heads[at].level for heading in heads) == 1
    return heads[at] if earlier and alone and min(earlier) > heads[at].level else None


def _fix(article: Article, skips: list[tuple[Block, int]]) -> Fix | None:
    """Fewer hashes; other ways to write a heading are left to a person."""
    edits = []
    for heading, above in skips:
        start = article.source.line_start(heading.span.start)
        found = HASHES.search(article.source.text, start, heading.span.end)
        if found is None or len(found[1]) != heading.level:
            return None
        edits.append(Edit(Span(*found.span(1)), "#" * (above + 1)))
    return Fix(
        tuple(edits),
        "Make them one level deeper" if len(edits) > 1 else f"Make it level {skips[0][1] + 1}",
        "unsafe",
    )
