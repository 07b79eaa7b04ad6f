from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Passage, Rule, Severity, Span

LONE = re.compile(r"[·•|/–-](?: [·•|/–-]){0,3}")
DOUBLED = re.compile(r"(?<=[^\s·•|])\s+([·•|])\s+\1(?=\s|\Z)|\A([·•|])\s+(?=\w)|(?<=\w)\s+[·•|]\Z")
CREDIT_LINE = 14  # the most words of a line of byline, date and reading time
SLOT_NAMES = {"byline": "byline", "published": "date"}


class OrphanSeparator(Rule):
    """A separator stands between two things.

    A line that holds only “·” or “|” is what a template leaves when the byline and the date that it
    should part are both missing. In the head of an article it is an error, in the body a question; a
    thematic break (`---`, `***`) and a scene break of asterisks are neither.
    """

    severity = Severity.ERROR
    sources = (
        "Google Search guidance on byline dates: a visible, labelled date",
        "NewsGuard criteria: names of content creators",
    )
    examples: ClassVar = (
        Good("Ana Ruiz · 4 May 2026\n\nThe ferry will stop at four piers from next week.\n"),
        Good("The first part ends here.\n\n---\n\nThe second begins.\n"),
        Good("The first part ends here.\n\n* * *\n\nThe second begins.\n"),
        Bad(
            "# Council cuts night buses\n\n[[·]]\n\nThe council voted to cut all night buses from May.\n",
            says="Only “·” stands here, where a template parts byline and date; fill in what is missing or cut the line.",
        ),
        Bad(
            "The first part ends here.\n\n[[|]]\n\nThe second begins with a long sentence.\n\nIt goes on.\n",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        seen: set[Span] = set()
        for passage in article.slots.values():
            if LONE.fullmatch(passage.text.strip()) and passage.span not in seen:
                seen.add(passage.span)
                yield self.report(passage, head=True)
        prose = next((block for block in article.blocks if is_prose(block)), None)
        for block in article.blocks:
            passage = block.passage
            if passage is None or passage.span in seen or not 0 < len(passage) <= 120:
                continue
            head = prose is None or block.span.start < prose.span.start
            if block.kind is Kind.SEPARATOR or block.kind is Kind.PARAGRAPH:
                if LONE.fullmatch(passage.text.strip()):
                    yield self.report(passage, head=head)
                elif block.kind is Kind.PARAGRAPH and head and len(passage.words) <= CREDIT_LINE:
                    for found, _ in passage.find(DOUBLED):
                        yield self.report(found.strip(), head=True)
        for name in ("headline", "dek", "byline", "kicker"):
            for field in article.all(name):
                if field.passage.span not in seen and LONE.fullmatch(field.text.strip()):
                    yield self.report(field.passage, head=True)

    def report(self, passage: Passage, *, head: bool) -> Finding:
        mark = passage.text.strip()
        if not head:
            message = f"Only “{mark}” stands here; cut the line or restore what it parted."
            return self.finding(passage, message, severity=Severity.WARNING)
        return self.finding(
            passage,
            f"Only “{mark}” stands here, where a template parts byline and date; fill in what is missing or cut the line.",
            fix=self.delete(passage, "Delete the lone separator", "unsafe"),
        )


def is_prose(block: Block) -> bool:
    """Whether a block is copy, and no line of byline, date and reading time."""
    return block.kind is Kind.PARAGRAPH and (
        block.word_count > CREDIT_LINE
        or (block.word_count >= 4 and block.text.rstrip()[-1:] in (".", "!", "?", "”"))
    )
