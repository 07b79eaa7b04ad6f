from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Rule, Section, Severity, quoted
from presslint.desk.outline import TONGUES, bareness, following, has_content, is_bare
from presslint.language.alternatives import any_of
from presslint.language.dates import MONTH_NUMBERS
from presslint.language.likeness import fold
from presslint.model.passage import MASK
from presslint.model.regex import regex

TIME_STAMP = regex(r"\d{1,2}[:.]\d\d\b|\d{1,2} ?[ap]\.?m\b", re.I)
VALUE = regex(r"[a-z][\w-]{0,20}: \S{1,60}")  # until: 3.0
# labels of parts that nobody ends an article on
WANTS_TEXT = frozenset(
    "analysis|background|biography|causes|chronology|comments and reaction|conclusion|conclusions|consequences|context"
    "|discussion|faq|faqs|findings|history|implementation|implications|introduction|key dates|key facts|key findings"
    "|key points|key takeaways|methodology|methods|next steps|outlook|overview|reaction|reactions|recommendations"
    "|results|summary|takeaways|timeline|what happened|what happens next|whats next|why it matters".split("|")
)
SIGN_OFF = regex(r"[!…]\Z|(?:[:;]-?[)PD]|:[a-z_]{2,20}:|\?\?|\.\.\.|[\u2600-\u27bf\U0001f300-\U0001faff])\Z")
LINES = 3  # as many bare subheads of one level, and half of all, are lines set as subheads
NUMBERED = regex(r"\W{0,3}\d{1,3}[.):]")
# “Ana Ruiz and Ben Cole – Crew”
NAME_AND_POST = regex(r"[A-Z][\w.’'-]{0,20}(?: (?:and |& )?[A-Z][\w.’'-]{0,20}){1,5}(?:,| [-–—|]) \w")
LONGEST = 12  # words of a subhead; longer ones are sentences in large type
CALL = regex(
    r"(?:sign[ -]?up|subscribe|join|follow|share|register|contact|donate|receive|get (?:our|my|the)|"
    r"comments?|related)\b",
    re.I,
)
DIVIDER = regex(r"(?:part|chapter|day|week|act|session|volume) (?:\d{1,3}|[ivx]{1,5}|[a-z]{3,6})\b", re.I)
# names of boxes that a page fills by itself
PROMOTED = (
    r"(?:featured|recommended|trending|popular|most (?:read|popular|viewed|shared|recent)|latest|more|top)"
)
PIECES = any_of(
    ("articles?", "stor(?:y|ies)", "posts?", "news", "reads?", "now", "today", "this week", "for you"),
    ("on this site", "from (?:us|the blog)"),
)
BOX = regex(rf"{PROMOTED}(?: {PIECES})?:?", re.I)
PAUSE = regex(r"(?:coffee |lunch |short )?(?:break|lunch|intermission|recess|end|fin)s?", re.I)


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
    line that closes a play are fine. A subhead that is a link, a sign-off (“Have fun!”), a time or date, a divider (“Part two”) or a whole
    sentence says what it has to say and needs nothing under it; nor do the entries of a countdown, values
    (“until: 3.0”), a kicker over the title, or a box that a page fills by itself (“Most read”, the last
    subhead of a web page). Where the other subheads that look so have a text, the bare one lost its own.
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
            severity="error",
        ),
        Bad(
            "Lead.\n\n[[##]]\n\nThe boat sails on Monday.\n\n##\n\nIt comes back on Friday.\n",
            says="2 subheads without words stand here; write them or delete the lines.",
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
            "Lead.\n\n## [[The fares]]\n\n## The route\n\n<!-- ask Sam -->\n\n## The crew\n\n"
            "Six people work on board.\n",
            says="“The fares” has nothing under it, nor has “The route”; write the sections or cut the subheads.",
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
            "Lead.\n\n### [[North]]\n\n### Ayton\n\nA pier.\n\n### South\n\n### Beeton\n\nA quay.\n\n"
            "### West\n\n### Ceeton\n\nA crane.\n\n### Deeton\n\nA lock.\n",
            says="“North” and 2 other subheads have nothing under them; set those that belong to each one level "
            "lower, write the sections or cut the subheads.",
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
            "Lead.\n\n## [[Ayton, closed]]\n\n## Beeton, open\n\n## Ceeton, open from May\n\n## The crew\n\n"
            "Six people work on board.\n",
            severity="suggestion",
            says="“Ayton, closed” has nothing under it, nor has “Beeton, open”, “Ceeton, open from May”; "
            "write the sections or cut the subheads.",
        ),
        Good("Lead.\n\n## 4 May - Ballots open\n\n## The crew\n\nSix people work on board.\n"),
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
        if not any(has_content(block) for block in article.blocks if block.kind is not Kind.HEADING):
            return  # an article without a body is missing-core-field's
        runs = list(empty_runs(article))
        groups = [run for run in runs if len(run) == 1 and is_followed_by_its_like(article, run[0])]
        if len(groups) >= LINES:
            runs = [run for run in runs if run not in groups]
            yield self.finding(
                groups[0][0],
                f"{quoted(groups[0][0].text)} and {len(groups) - 1} other subheads have nothing under them; set those "
                "that belong to each one level lower, write the sections or cut the subheads.",
                severity=Severity.WARNING,
                see=tuple((run[0], "empty too") for run in groups[1:]),
            )
        for run in runs:
            yield from self.report(article, run)
        wordless = list(filter(is_wordless, article.headings))
        if len(wordless) > 1:
            yield self.finding(
                wordless[0],
                f"{len(wordless)} subheads without words stand here; write them or delete the lines.",
                see=tuple((heading, "another one") for heading in wordless[1:]),
            )
        elif wordless:
            yield self.finding(
                wordless[0], "A subhead without words stands here; write it or delete the line."
            )

    def report(self, article: Article, headings: list[Block]) -> Iterator[Finding]:
        """One finding for a run of empty sections: an outline was published."""
        first, *others = headings
        after = following(article, headings[-1])
        if after is None and (article.format == "html" or SIGN_OFF.search(headings[-1].text.strip())):
            return
        name = quoted(first.text)
        if others:
            names = ", ".join(quoted(heading.text) for heading in others[:4])
            message = f"{name} has nothing under it, nor has {names}; write the sections or cut the subheads."
        elif is_followed_by_its_like(article, first):
            message = (
                f"{name} has nothing under it; write the section, cut the subhead, or set those that belong to it "
                "one level lower."
            )
        else:
            message = f"{name} has nothing under it; write the section or cut the subhead."
        severity = grade(article, headings, after)
        yield self.finding(
            first, message, severity=severity, see=tuple((heading, "empty too") for heading in others)
        )


def empty_runs(article: Article) -> Iterator[list[Block]]:
    """The bare subheads that stand one after the other, those inside a bare one left out."""
    run: list[Block] = []
    for section in article.walk_sections():
        heading = section.heading
        if heading is None:
            continue
        if is_empty(article, section):
            if not run or heading.level <= run[-1].level:
                run.append(heading)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


def is_followed_by_its_like(article: Article, heading: Block) -> bool:
    after = following(article, heading)
    return after is not None and after.kind is Kind.HEADING and after.level == heading.level


def grade(article: Article, headings: list[Block], after: Block | None) -> Severity:
    """How sure it is that a text is missing under a run of bare subheads, before what comes `after`."""
    first = headings[0]
    known = bareness(article)
    bare, alike = known.bare[first.level], known.all[first.level]
    if (
        first.text.rstrip().endswith("?")
        or (bare >= LINES and 2 * bare >= alike)
        or not any(block.span.start < first.span.start and has_content(block) for block in article.blocks)
        or (after is not None and after.kind is Kind.FOOTNOTE)
        or article.format == "html"  # what a page shows under a subhead may stand in its furniture
    ):
        return Severity.SUGGESTION
    if after is None and fold(first.text) in WANTS_TEXT:
        return Severity.ERROR
    goes_up = after is not None and after.level < min(heading.level for heading in headings)
    return Severity.ERROR if goes_up and id(first) in known.after_written else Severity.WARNING


def of_level(article: Article, level: int) -> list[Section]:
    return [each for each in article.walk_sections() if each.heading is not None and each.level == level]


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
        or is_doubled(article, heading)
        or is_one_of_several_names(article, heading)
        or closes_the_play(article, heading)
    ):
        return False
    deeper = (inner.heading for inner in section.walk() if inner is not section and inner.heading is not None)
    if not is_bare(article, section) or any(calls_the_reader(each) or complete_look(each) for each in deeper):
        return False
    look = complete_look(heading)
    return not look or is_the_only_bare_one(article, section, look)


def is_doubled(article: Article, heading: Block) -> bool:
    """Whether the same subhead follows at once: the one is a copy of the other, as duplicate-subhead says."""
    after = following(article, heading)
    return after is not None and after.kind is Kind.HEADING and fold(after.text) == fold(heading.text)


def is_one_of_several_names(article: Article, heading: Block) -> bool:
    """Whether a name with its post stands over another one: two people give one answer."""
    after = following(article, heading)
    return (
        after is not None
        and after.kind is Kind.HEADING
        and after.level == heading.level
        and NAME_AND_POST.match(heading.text) is not None
        and NAME_AND_POST.match(after.text) is not None
    )


def closes_the_play(article: Article, heading: Block) -> bool:
    """Whether a last line in capitals answers the first: “CURTAIN UP” and “CURTAIN DOWN”."""
    first, *_ = article.headings
    return (
        following(article, heading) is None
        and heading is not first
        and heading.text.isupper()
        and first.text.isupper()
        and heading.text.split()[0] == first.text.split()[0]
    )


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
        for other in of_level(article, section.level)
        if other is not section and other.heading is not None and complete_look(other.heading) == look
    ]
    if look == "number" and not alike:
        return True
    return len(alike) >= 2 and not any(is_bare(article, other) for other in alike)


def calls_the_reader(heading: Block) -> bool:
    """A link, a picture, a call, a divider, a time, a value: complete without a text under it."""
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
        or fold(text) in TONGUES
        or TIME_STAMP.match(text) is not None
        or opens_with_date(text)
        or VALUE.fullmatch(text) is not None
        or not any(map(str.isalpha, text))
    )


def opens_with_date(text: str) -> bool:
    """“4 May – Ballots open”, “December 2, 2011”, “2026-05-04”."""
    first = [word.strip(",.:;–-") for word in text.split()[:3]]
    return any(word.casefold() in MONTH_NUMBERS for word in first) and any(
        word[:1].isdigit() for word in first
    )
