from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Rule, Severity, quoted
from presslint.desk import Delivered, Sure

LEVELS = {
    Sure.CERTAIN: Severity.ERROR,
    Sure.LIKELY: Severity.WARNING,
    Sure.DOUBTFUL: Severity.SUGGESTION,
}
SENTENCE = 8  # words of a paragraph


class EmptySection(Rule):
    """Every subhead has something under it.

    A subhead over nothing is a publishing accident: the text was lost on the way, or an outline went
    out before it was written. Pictures, embeds, tables and subsections count as content; comments,
    rules and lone labels do not. A subhead without words is an error, and so is one over nothing that is
    the last of its part while others of its kind have a text, or ends the article as a label that wants one
    (“Reaction”, “Timeline”). Where a subhead as high follows, the text
    may be lost or the next ones may belong one level lower: a warning. The title set in two lines,
    questions, and lines of the article that are all set as subheads are a suggestion.

    Names that stand one over the other, of which the last has the answer of all, the language of a page in two, and the
    line that closes a play are fine, and so is one over a paragraph that a `---` right below it makes a subhead. A subhead that is a link, a sign-off (“Have fun!”), a time or date, a divider (“Part two”) or a whole
    sentence says what it has to say and needs nothing under it; nor do the entries of a countdown, values
    (“until: 3.0”), a kicker over the title, or a box that a page fills by itself (“Most read”, the last
    subhead of a web page). Where the other subheads that look so have a text, the bare one lost its own.
    """

    severity = Severity.ERROR
    sources = (
        "WCAG 2.2, success criteria 2.4.6 and 2.4.10: headings describe their sections",
        "Reuters Handbook of Journalism: news presentation",
    )
    as_one = "{what} (so too {names}); {remedy}."
    as_one_above = 1
    needs = frozenset({"headings"})
    not_for = frozenset({"live"})
    reads = frozenset({"announcements.bare"})
    examples: ClassVar = (
        Good("Lead.\n\n## ![The old pier](pier.jpg)\n\nIt was built in 1904.\n"),
        Bad(
            "Lead.\n\n[[##]]\n\nThe boat sails on Monday.\n",
            says="A subhead without words stands here; write it or delete the line.",
            severity="error",
        ),
        Bad(
            "Lead.\n\n[[##]]\n\nThe boat sails on Monday.\n\n[[##]]\n\nIt comes back on Friday.\n",
            says="A subhead without words stands here; write it or delete the line.",
            severity="error",
        ),
        Good(
            "# Ferry cut to three days\n\n## What changes\n\nThe boat sails on Monday, Tuesday and Friday.\n"
        ),
        Good("Lead.\n\n## The route\n\n### North pier\n\nBoats leave at dawn from the north pier.\n"),
        Good("Lead.\n\n## The old pier\n\n![The pier in 1904](pier.jpg)\n"),
        Good("Lead paragraph here.\n\n## [Book a crossing](https://ferry.example/book)\n"),
        Good("### From the archive\n\n## The old pier\n\n#### By Ana Ruiz\n\nIt was built in 1904.\n"),
        Good("Lead paragraph here.\n\n## Most read\n"),
        Good(
            "Lead.\n\n## Who steers?\n\n### Ana Ruiz - Crew\n\n### Ben Cole - Pilots\n\nWe both do, by turns and by day.\n"
        ),
        Good("Lead.\n\n## CURTAIN UP\n\nA pier.\n\n## The tide\n\nIt rises.\n\n## CURTAIN DOWN\n"),
        Good("Vorspann.\n\n## Pier\n\nAlt.\n\n### English\n\n## Summary\n\nOld.\n"),
        Good("Lead.\n\n## 3. The old pier\n\n## 2. The light\n\n## 1. The Rose\n\nA boat of 1904.\n"),
        Bad(
            "Lead.\n\n## 1. Which pier?\n\nThe north pier, she said.\n\n## [[2. And the crew?]]\n\n"
            "## 3. Which boat?\n\nThe Rose, of 1904.\n",
            says="“2. And the crew?” has nothing under it; write the section, cut the subhead, or set those "
            "that belong to it one level lower.",
            severity="suggestion",
        ),
        Bad(
            "Lead.\n\n## [[Timeline]]\n\n## Reaction\n\nIslanders were angry about it.\n", severity="warning"
        ),
        Bad(
            "Lead paragraph here.\n\n## The fares\n\nA ticket costs £9 from May.\n\n## [[Reaction]]\n",
            says="“Reaction” has nothing under it; write the section or cut the subhead.",
            severity="error",
        ),
        Bad(
            "Lead paragraph here.\n\n## The fares\n\nA ticket costs £9 from May.\n\n## [[The old crew]]\n",
            severity="warning",
        ),
        Bad(
            "Lead.\n\n## [[The fares]]\n\n## [[The route]]\n\n<!-- ask Sam -->\n\n## The crew\n\n"
            "Six people work on board.\n",
            says=(
                "“The fares” has nothing under it; write the section or cut the subhead.",
                "“The route” has nothing under it; write the section or cut the subhead.",
            ),
            severity="warning",
        ),
        Bad(
            "Lead.\n\n## The boat\n\n### The deck\n\nIt is of oak.\n\n### [[The engine]]\n\n## The crew\n\n"
            "Six people work on board.\n",
            severity="error",
        ),
        Bad(
            "Lead.\n\n## [[The piers]]\n\n## The north pier\n\nIt is of oak.\n",
            says="“The piers” has nothing under it; write the section, cut the subhead, or set those that "
            "belong to it one level lower.",
            severity="warning",
        ),
        Bad(
            "Lead.\n\n### [[North]]\n\n### Ayton\n\nA pier.\n\n### [[South]]\n\n### Beeton\n\nA quay.\n\n"
            "### [[West]]\n\n### Ceeton\n\nA crane.\n\n### Deeton\n\nA lock.\n",
            says=(
                "“North” has nothing under it; write the section, cut the subhead, or set those that belong to it one "
                "level lower.",
                "“South” has nothing under it; write the section, cut the subhead, or set those that belong to it one "
                "level lower.",
                "“West” has nothing under it; write the section, cut the subhead, or set those that belong to it one "
                "level lower.",
            ),
            severity="warning",
        ),
        Good("Lead with a note.[^1]\n\n## Fuentes\n\n[^1]: The harbour log of 1904.\n"),
        Bad(
            "Lead with a note.[^1]\n\n## [[Reaction]]\n\n[^1]: The harbour log of 1904.\n\n## The fares\n\n"
            "A ticket costs £9 from May.\n",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: Cranes\n---\n## [[The harbour log]]\n\n## Monday\n\nThe crane is back at work.\n",
            severity="suggestion",
        ),
        Bad(
            "Lead.\n\n## [[What would you ask yourself?]]\n\n## Nothing at all\n\nShe laughed.\n",
            severity="suggestion",
        ),
        Bad(
            "Lead.\n\n## [[Ayton, closed]]\n\n## [[Beeton, open]]\n\n## [[Ceeton, open from May]]\n\n## The crew\n\n"
            "Six people work on board.\n",
            severity="suggestion",
            says=(
                "“Ayton, closed” has nothing under it; write the section or cut the subhead.",
                "“Beeton, open” has nothing under it; write the section or cut the subhead.",
                "“Ceeton, open from May” has nothing under it; write the section or cut the subhead.",
            ),
        ),
        Good("Lead.\n\n## 4 May - Ballots open\n\n## The crew\n\nSix people work on board.\n"),
        Good(
            "Lead.\n\n## The boats\n\nThe boats leave at nine and return at five.\n---\n\n## Fares\n\nThey rise.\n"
        ),
        Bad(
            "Lead.\n\n## [[The boats]]\n\nThe boats leave at nine and return.\n---\n\n## Fares\n\nThey rise.\n"
        ),
        Good("Lead.\n\n##### until: 3.0\n\n##### id: pier-2\n\nThe boat sails.\n"),
        Good("Lead.\n\n## The crew\n\n## The crew\n\nSix people work on board.\n"),
        Good("Lead paragraph here.\n\n## Have fun :)\n"),
        Good("Lead.\n\n## Tides\n\n<Chart data={tides} />\n\n## The crew\n\nSix people work on board.\n"),
        Good('Lead.\n\n## Tides\n\n<div id="tides"></div>\n\n## The crew\n\nSix people work on board.\n'),
        Good(
            "<article><h1>Ferry</h1><p>It sails on Monday from the north pier.</p><h3>Artículos relacionados:</h3>"
            "</article>\n",
            name="page.html",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for found in article.announcements.bare:
            heading = found.block
            if heading is None or (found.after is not None and is_underlined_copy(article, found.after)):
                continue
            if found.delivered_by is Delivered.UNTOLD:
                message = "A subhead without words stands here; write it or delete the line."
            elif found.delivered_by is Delivered.SUBHEAD:
                message = (
                    f"{quoted(heading.text)} has nothing under it; write the section, cut the subhead, or set "
                    "those that belong to it one level lower."
                )
            else:
                message = (
                    f"{quoted(heading.text)} has nothing under it; write the section or cut the subhead."
                )
            yield self.finding(heading, message, severity=LEVELS[found.sure])


def is_underlined_copy(article: Article, block: Block) -> bool:
    """Whether a heading is a paragraph that only the `---` right below it made one: a sentence that ends."""
    return (
        block.kind is Kind.HEADING
        and block.word_count >= SENTENCE
        and block.text.rstrip().endswith((".", "!", "?", "…"))
        and not article.source.text.startswith(("#", "<"), block.span.start)
    )
