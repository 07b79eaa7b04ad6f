from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Passage, Rule, Severity, quoted

# a line that is a label and nothing else
LABEL = re.compile(
    r"(?:(?:by|written by|words by|photos? by|posted by|published by|posted on|published on|updated on)\s*[:|·-]?"
    r"|(?:author|photo|image|credit|caption|source|published|updated|last updated|posted|date|tags|topics|filed under|"
    r"category|location|reading time)\s*:)",
    re.I,
)
CUT_BYLINE = re.compile(r"by\s+(?:[|·•]|and\s*\Z|,)|by\s*[|·•]", re.I)
ZERO_READ = re.compile(r"\b0[ -]min(?:ute)?s?(?: read\b|\Z)", re.I)
EMPTY_PAIR = re.compile(r"(?<![\w)\]`])(?:\( ?\)|“\s?”|„\s?“|« ?»)(?![\w(])")
SHORT = 12  # words of a line that can be the value of the label above it


class EmptySlot(Rule):
    """A label has its value.

    “By”, “Published:” or “Photo:” alone on a line, “0 min read”, and brackets or quotation marks with
    nothing between them are slots of a template that nobody filled. A label whose value stands on the
    next line is complete.
    """

    severity = Severity.WARNING
    sources = ("Google Search guidance on byline dates", "NewsGuard criteria: names of content creators")
    examples: ClassVar = (
        Good("By Ana Ruiz\n\nThe ferry will stop at four piers from next week.\n"),
        Good("Filed under:\n\n- ferries\n- harbours\n"),
        Good("Call `open()` and then close() to see it.\n"),
        Good("- [ ] Ring the harbour master\n- [ ] Ask for the plan\n"),
        Bad(
            "[[By]]\n\nThe ferry will stop at four piers from next week, and islanders are glad of every one of them.\n",
            says="“By” has no name after it; write the name or cut the line.",
            severity="error",
        ),
        Bad("Ana Ruiz · [[0 min read]]\n\nThe ferry will stop at four piers from next week.\n"),
        Bad("The harbour master [[()]] said that the boat was late.\n", severity="warning"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        blocks = article.blocks
        head = True
        for number, block in enumerate(blocks):
            passage = block.passage
            if block.kind is not Kind.PARAGRAPH or passage is None:
                continue
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            if len(passage) <= 40:
                yield from self.label(passage, following, head)
            if head or len(passage) <= 120:
                for found, _ in passage.find(ZERO_READ):
                    yield self.finding(
                        found,
                        f"{quoted(found.text)} is a reading time that was never counted; fill it in or cut it.",
                    )
            head = head and len(passage.words) <= SHORT
        for passage in article.own_prose:
            if "(" in passage.text or "“" in passage.text or "«" in passage.text:
                yield from self.pairs(passage)

    def label(self, passage: Passage, following: Block | None, head: bool) -> Iterator[Finding]:
        text = passage.text.strip()
        if LABEL.fullmatch(text):
            if (
                not is_label_of(following)
                or text.lower().startswith("by")
                and following is not None
                and following.word_count > 6
            ):
                kind = "name" if "by" in text.lower().split() else "value"
                yield self.finding(
                    passage,
                    f"{quoted(text)} has no {kind} after it; write the {kind} or cut the line.",
                    severity=Severity.ERROR if head else None,
                )
        elif CUT_BYLINE.match(text):
            yield self.finding(
                passage,
                f"{quoted(text)} names nobody after “by”; write the name or cut the word.",
                severity=Severity.ERROR if head else None,
            )

    def pairs(self, passage: Passage) -> Iterator[Finding]:
        for found, _ in passage.find(EMPTY_PAIR):
            if found.whole:
                yield self.finding(
                    found, f"Nothing stands inside {found.text}; write what belongs there or cut the marks."
                )


def is_label_of(following: Block | None) -> bool:
    """Whether the next block can be the value that a label announces."""
    if following is None or following.kind in (Kind.HEADING, Kind.SEPARATOR):
        return False
    return following.kind is not Kind.PARAGRAPH or following.word_count <= SHORT or bool(following.links)
