from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Passage, Rule, Section, Severity, quoted
from presslint.desk.listlike import list_size, opener
from presslint.language.likeness import fold
from presslint.model.regex import regex

COUNTS = {
    word: number
    for number, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 2
    )
} | {"fifteen": 15, "twenty": 20}
# “Five ways to …”, “Council cuts: 7 things to know”; nouns that are counted one by one
COUNTED = regex(
    r"(?:\A|: |\| )(?:the |top |our |here are |these )?(?P<count>\d{1,3}|" + "|".join(COUNTS) + r") "
    r"(?:(?!of\b|in\b|and\b|to\b|for\b)[\w’'-]{1,20} ){0,2}?"
    r"(?P<noun>ways|things|reasons|tips|steps|facts|takeaways|lessons|questions|answers|signs|myths|mistakes|"
    r"factors|ideas|points|rules|highlights|predictions|hacks|secrets|habits|strategies|tricks|practices|"
    r"principles|insights|pitfalls)\b",
    re.I,
)
# “gave two reasons for the cut:”; not “those three roles”, “of the five points”, “at least two questions”
ANNOUNCED = regex(
    r"(?<!\bthe )(?<!\bthose )(?<!\bof )(?<!\bthan )(?<!\bleast )(?<!\bover )(?<!\bto )(?<!\bor )(?<!\babout )"
    r"\b(?P<count>\d{1,2}|"
    + "|".join(COUNTS)
    + r") (?:(?!of\b|in\b|and\b|or\b|to\b|for\b)[\w’'-]{1,20} ){0,2}?"
    r"(?P<noun>ways|things|reasons|tips|steps|facts|takeaways|lessons|questions|signs|myths|mistakes|factors|ideas"
    r"|points|rules|principles|benefits|drawbacks|advantages|disadvantages|challenges|risks|drivers|causes|goals"
    r"|aims|priorities|pillars|conditions|criteria|demands|options|measures|recommendations|requirements"
    r"|trends|elements|stages|phases)\b(?P<rest>[^:.;()]{0,70}):\Z",
    re.I,
)
# “all 4 volunteers:”, whatever they are
ALL = regex(
    r"\b(?P<count>all (?:\d{1,2}|"
    + "|".join(COUNTS)
    + r")) (?!of\b)(?:[\w’'-]{1,20} )?(?P<noun>[a-z’'-]{3,20}s)\b"
    r"(?P<rest>[^:.;()]{0,40}):\Z",
    re.I,
)
BRACKETED = regex(r"[a-z]s \((?P<count>\d{1,2})\)\s*\Z")
SHOWING = regex(
    r"(?:showing|displaying|viewing)(?: (?:the )?(?:first|top|latest))? (?:1 ?[–-] ?)?(?P<count>\d{1,4}) of (?P<all>\d{1,5})"
    r"(?: [\w’'-]{2,20}){0,2}\.?",
    re.I,
)
SHORT_LINE = 60  # characters of a line under a list
SOME = regex(r"\b(?:including|include|includes|such as|among|like|these|this)\b", re.I)
ALIKE = frozenset(("number", "ordinal", "bold", "label", "bullet", "date", "emoji", "question"))
NUMBERED = regex(
    r"\W{0,3}(?:(?:step|tip|reason|lesson|rule|myth|no\.?|number|way|#)[ #]{0,2})?(\d{1,3})(?=[.):—– -]|\Z)",
    re.I,
)
NESTED = regex(r"\W{0,3}\d{1,2}\.\d")  # “1.2 The pier” is a part of an item
LOOK = 40  # blocks after a lead-in that are looked at
TAIL = 240  # characters at the end of a paragraph in which a list is announced
MOST_OFF = 20  # how far off a list can be that is said to name all
NEAR = 2  # a headline further off than this counts something else
FRAME = frozenset(
    (
        *(
            "introduction",
            "conclusion",
            "background",
            "bonus",
            "summary",
            "resources",
            "references",
            "related",
        ),
        *(
            "further reading",
            "final thoughts",
            "next steps",
            "about",
            "whats next",
            "learn more",
            "bonus tip",
        ),
    )
)


class ListicleCountMismatch(Rule):
    """A headline or sentence that counts its items counts right.

    “Five ways to cut fuel bills” over four numbered subheads is the first thing readers write in
    about. Items are counted as numbered subheads, subheads of one level, the longest list, numbered
    or bold-led paragraphs and pictures, and subheads with the items of the lists under them; the headline is wrong only when none of these gives its
    number. A numbered row is proof (error); a single row or list that misses by one or two is a
    question (warning). So is a sentence that announces “two reasons:” over a list of one or of three,
    “all 4 volunteers:” over a list of another length, a count in brackets behind a subhead (“Changes (5)”)
    over one list of another length, and a line that says of itself that it is cut (“Showing 10 of 12”).
    """

    severity = Severity.WARNING
    sources = ("Copy-desk checklists: if the headline says 12 highlights, count 12",)
    languages = frozenset({"en"})
    examples: ClassVar = (
        Good(
            "---\ntitle: Three ways to cross the bay\n---\n## By ferry\n\nText.\n\n## By bridge\n\n"
            "Text.\n\n## On foot\n\nText.\n"
        ),
        Good("---\ntitle: 12 people charged after harbour raid\n---\n- Ana Ruiz\n- Ben Cole\n"),
        Good(
            "It gave two reasons for the cut, among others:\n\n- a lack of drivers\n\nNobody believed it.\n\n"
            "Three steps lead there:\n\n1. Ask.\n\nThat is hard.\n\n2. Wait.\n\n3. Ask again.\n"
        ),
        Good(
            "---\ntitle: Six tips for the fair\n---\nIntro.\n\n## 1. Go early\n\nText.\n\n## 2. Bring cash\n\nText.\n\n"
            "And these:\n\n- Wear boots\n- Leave the dog\n- Eat\n- Sing\n"
        ),
        Good(
            "---\ntitle: Three tips for the fair\n---\nIntro.\n\n## 1. Go early\n\nText.\n\n## 1.1 By boat\n\nText.\n\n"
            "## 2. Eat\n\nText.\n\n## 3. Sing\n\nText.\n"
        ),
        Good("It meets two of the three goals of the plan:\n\n- more boats\n- fewer cars\n"),
        Bad(
            "It gave [[two reasons]] for the cut:\n\n- a lack of drivers\n\nNobody believed it.\n",
            says="The sentence announces “two reasons”, but the list has 1; count again.",
            severity="warning",
        ),
        Good("## Changes (2)\n\n- more boats\n- fewer cars\n"),
        Good(
            "## The council (2026)\n\n- more boats\n- fewer cars\n\n## Fares (4)\n\nNote four says it all.\n"
        ),
        Good("Thanks to all 3 pilots:\n\n- Ana Ruiz\n- Ben Cole\n- Mira Okafor\n"),
        Good("The map is showing 10 of 12 piers as they were in 1904, the trust said on Monday.\n"),
        Bad(
            "## [[Changes (5)]]\n\n- more boats\n",
            says="The subhead says “(5)”, but the list has 1; count again.",
            severity="warning",
        ),
        Bad(
            "Thanks to [[all 4 pilots]] of the sound:\n\n- Ana Ruiz\n- Ben Cole\n- Mira Okafor\n- Sam Ito\n- Joan Pell\n- "
            "Tom Lind\n",
            says="The sentence announces “all 4 pilots”, but the list has 6; count again.",
            severity="warning",
        ),
        Bad(
            "## Piers\n\n- Ayton\n- Beeton\n\n[[Showing 10 of 12]]\n",
            says="“Showing 10 of 12” leaves 2 out; give all, or cut the line.",
            severity="warning",
        ),
        Good(
            "---\ntitle: Four tips for the fair\n---\nIntro.\n\n- Go early\n- Bring cash\n- Wear boots\n"
            "- Leave the dog\n"
        ),
        Bad(
            '---\ntitle: "[[Five ways]] to cut fuel bills"\n---\nIntro.\n\n## 1. Close the door\n\nText.\n\n'
            "## 2. Turn it down\n\nText.\n\n## 3. Bleed radiators\n\nText.\n\n## 4. Ask for help\n\nText.\n",
            says="The headline says “Five ways”, but the subheads are numbered to 4; count again.",
            severity="error",
        ),
        Bad(
            '---\ntitle: "[[Six tips]] for the fair"\n---\nIntro.\n\n'
            "- Go early\n- Bring cash\n- Wear boots\n- Leave the dog\n",
            severity="warning",
            says="The headline says “Six tips”, but the text has 4; count again.",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        headline = article.headline
        if headline is not None:
            yield from self.count(headline.passage, "headline", Section(None, 0, article.blocks), article)
        yield from self.cut_lines(article)
        for section in article.walk_sections():
            if section.heading is not None and section.heading.passage is not None:
                yield from self.count(section.heading.passage, "subhead", section, article)
                yield from self.bracketed(section.heading.passage, section)
            for at, (block, after) in enumerate(pairwise(section.blocks), 1):
                if block.kind is Kind.PARAGRAPH and after.kind is Kind.LIST and block.passage is not None:
                    yield from self.announced(block.passage, section.blocks[at : at + LOOK])

    def count(self, title: Passage, name: str, section: Section, article: Article) -> Iterator[Finding]:
        match = COUNTED.search(title.text)
        if match is None:
            return
        said = COUNTS.get(match["count"].lower()) or int(match["count"])
        tally = Tally(section)
        if said < 2 or said in tally.possible or said in tally.numbered:
            return
        words = title[match.start("count") : match.end("noun")]
        if tally.numbered:
            yield self.finding(
                words,
                f"The {name} says {quoted(words.text)}, but the subheads are numbered to "
                f"{max(tally.numbered)}; "
                "count again.",
                severity=Severity.ERROR,
            )
            return
        clear = tally.clear(lists=section.heading is None)
        if clear is not None and 0 < abs(clear - said) <= NEAR:
            yield self.finding(
                words, f"The {name} says {quoted(words.text)}, but the text has {clear}; count again."
            )

    def bracketed(self, heading: Passage, section: Section) -> Iterator[Finding]:
        """“Changes (5)” over one list of another length, and nothing else that could be counted."""
        match = BRACKETED.search(heading.text)
        lists = [block for block in section.blocks if block.kind is Kind.LIST]
        if match is None or len(lists) != 1 or section.sections or any(map(self.holds_lists, lists)):
            return
        if len(section.blocks) > 2 or list_size(lists[0]) == int(match["count"]):
            return
        yield self.finding(
            heading,
            f"The subhead says “({match['count']})”, but the list has {list_size(lists[0])}; count again.",
        )

    @staticmethod
    def holds_lists(block: Block) -> bool:
        return any(child.children for child in block.children)

    def cut_lines(self, article: Article) -> Iterator[Finding]:
        """“Showing 10 of 12”: a page of a list that has no second page here."""
        for block in article.blocks:
            passage = block.passage
            if passage is None or block.kind is not Kind.PARAGRAPH or len(passage) > SHORT_LINE:
                continue
            match = SHOWING.fullmatch(passage.text.strip())
            if match and int(match["count"]) < int(match["all"]):
                left = int(match["all"]) - int(match["count"])
                yield self.finding(
                    passage,
                    f"{quoted(passage.text.strip(' .'))} leaves {left} out; give all, or cut the line.",
                )

    def announced(self, passage: Passage, rest: Sequence[Block]) -> Iterator[Finding]:
        """“Gave two reasons:” over a list of another length, when nothing below it could be the rest."""
        match = ANNOUNCED.search(passage.text.rstrip()[-TAIL:]) or ALL.search(passage.text.rstrip()[-TAIL:])
        if match is None or SOME.search(match["rest"]):
            return
        number = match["count"].lower().removeprefix("all ")
        said = COUNTS.get(number) or int(number)
        there = list_size(rest[0])
        near = MOST_OFF if match["count"].lower() != number else NEAR
        if not 0 < abs(there - said) <= near or said < 2 or any(map(is_item, takewhile(is_quiet, rest[1:]))):
            return
        if any(child.children for child in rest[0].children):
            return  # items within items can be counted in more than one way
        start = max(len(passage.text.rstrip()) - TAIL, 0)
        words = passage[start + match.start("count") : start + match.end("noun")]
        yield self.finding(
            words, f"The sentence announces {quoted(words.text)}, but the list has {there}; count again."
        )


def is_quiet(block: Block) -> bool:
    """Whether a block announces nothing itself, so that a list below it is not its own."""
    return not block.text.rstrip().endswith(":")


def is_item(block: Block) -> bool:
    """Whether a block may be more of the list above it."""
    return block.kind is Kind.LIST or (
        block.kind is Kind.PARAGRAPH and block.passage is not None and opener(block.passage) in ALIKE
    )


class Tally:
    """Every way to count a section's items.

    `numbered` holds the lengths of rows of numbered subheads, `possible` all counts that a writer may
    have meant.
    """

    def __init__(self, section: Section) -> None:
        blocks = section.all_blocks
        headings = [block for block in blocks if block.kind is Kind.HEADING]
        self.rows = [
            [heading.text for heading in headings if heading.level == level]
            for level in sorted({heading.level for heading in headings})
        ]
        self.lists = [size for block in blocks for inner in block.walk() if (size := list_size(inner))]
        self.numbered = {run for row in self.rows for run in runs_from_one(row) if run >= 2}
        self.possible = {
            *self.lists,
            sum(self.lists),
            sum(len(b.media) for block in blocks for b in block.walk()),
        }
        whole = sum(map(len, self.rows)) + sum(self.lists)
        self.possible |= {whole} | {
            run + more for run in self.numbered for more in (sum(self.lists), *self.lists)
        }
        for row in self.rows:
            framed = sum(fold(text) in FRAME for text in row)
            self.possible |= {len(row), len(row) - framed, len(row) - framed - 1}
        self.opened: dict[str, int] = {}
        for block in blocks:
            if block.kind is Kind.PARAGRAPH and block.passage is not None:
                kind = opener(block.passage)
                self.opened[kind] = self.opened.get(kind, 0) + 1
        self.opened.pop("", None)
        self.possible.update(self.opened.values())
        self.possible |= {count // 2 for count in self.opened.values()}  # question and answer

    def clear(self, *, lists: bool) -> int | None:
        """The count that nobody would dispute: one row of subheads, or (with `lists`) one lone list."""
        if len(self.rows) == 1 and not self.lists:
            return len([text for text in self.rows[0] if fold(text) not in FRAME])
        if lists and len(self.lists) == 1 and not self.rows and not self.opened:
            return self.lists[0]
        return None


def runs_from_one(row: list[str]) -> Iterator[int]:
    """Lengths of the runs 1, 2, 3… among the numbers that subheads begin with."""
    expected = 1
    for text in row:
        if NESTED.match(text):
            continue
        found = NUMBERED.match(text)
        number = int(found[1]) if found else 0
        if number == expected:
            expected += 1
        elif number == 1:
            yield expected - 1
            expected = 2
    yield expected - 1
