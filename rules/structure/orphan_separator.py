from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Part, Passage, Rule, Severity, Span, regex

LONE = regex(r"[·•|/–-](?: [·•|/–-]){0,3}")
DOUBLED = regex(r"(?<=[^\s·•|])\s+([·•|])\s+\1(?=\s|\Z)|\A([·•|])\s+(?=\w)|(?<=\w)\s+[·•|]\Z")
SIGNS = 7  # characters of a line of separators
MOST = 50  # findings of an article; more say nothing new
LINE = 120  # characters of a line of byline, date and reading time
CREDIT_LINE = 14  # the most words of a line of byline, date and reading time


class OrphanSeparator(Rule):
    """A separator stands between two things.

    A line that holds only “·” or “|” is what a template leaves when the byline and the date that it
    should part are both missing. In the head of an article it is an error, in the body a question; a
    thematic break (`---`, `***`) and a scene break of asterisks are neither. Web pages draw separators of
    their own beside dates and icons that are no text, so there it is a suggestion.
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
        Good(
            "The council has put the boats that sail at night from the north pier in a table.\n\n"
            " | |\n-|-|\nBoat | Gull |\nPier | North |\n"
        ),
        Bad(
            "# Council cuts night buses\n\n[[·]]\n\nThe council voted to cut all night buses from May.\n",
            says="Only “·” stands here, where a template parts byline and date; fill in what is missing "
            "or cut the line.",
            severity="error",
        ),
        Bad(
            "# Council cuts night buses\n\nAna Ruiz [[·]]\n\nThe council voted to cut all night buses from May.\n",
            says="“·” has nothing on one side; fill in what is missing or cut it.",
            severity="error",
        ),
        Bad(
            "<article><h1>Council cuts night buses</h1><p>[[|]]</p><p>The council voted to cut all night buses from "
            "May, and islanders are angry about it.</p></article>\n",
            name="page.html",
            severity="suggestion",
            says="Only “|” stands here; cut the line or restore what it parted.",
        ),
        Bad(
            "The council voted on Tuesday to cut all night buses from May, and islanders are angry.\n\n"
            "[[|]]\n\nThe mayor was away on Tuesday and has not said what she thinks of it.\n\nIt goes on.\n",
            severity="warning",
        ),
        Bad(
            "By Ana Ruiz [[|]] \n\nThe ferry will stop at four piers from next week.\n",
            says="“|” has nothing on one side; fill in what is missing or cut it.",
            fix="By Ana Ruiz  \n\nThe ferry will stop at four piers from next week.\n",
            severity="error",
        ),
        Good(
            "# Ferry\n\nBy Ana Ruiz, photographs by Ben Cole |\n\nThe ferry will stop at four piers from "
            "next week.\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return islice(self.found(article), MOST)

    def found(self, article: Article) -> Iterator[Finding]:
        seen: set[Span] = set()
        page = article.format == "html"
        for passage, head in candidates(article):
            if passage.span in seen or not 0 < len(passage) <= LINE:
                continue
            seen.add(passage.span)
            mark = passage.text.strip()
            lone = LONE.fullmatch(mark) if len(mark) <= SIGNS else None
            if lone and (head or lone[0] not in ("-", "–", "/")):  # in the body a dash may part scenes
                yield self.report(passage, head=head, page=page)
            elif head and passage.part is Part.PARAGRAPH and passage.word_count <= CREDIT_LINE:
                for found, _ in passage.find(DOUBLED):
                    if found.strip().span not in seen:
                        yield self.report(found.strip(), head=True, page=page)

    def report(self, passage: Passage, *, head: bool, page: bool) -> Finding:
        mark = passage.text.strip()
        if page or not head:
            message = f"Only “{mark}” stands here; cut the line or restore what it parted."
            return self.finding(passage, message, severity=Severity.SUGGESTION if page else Severity.WARNING)
        if passage.root.text.strip() != mark:
            message = f"“{mark}” has nothing on one side; fill in what is missing or cut it."
            return self.finding(passage, message, fix=self.delete(passage, "Delete the lone separator"))
        return self.finding(
            passage,
            f"Only “{mark}” stands here, where a template parts byline and date; fill in what is missing "
            f"or cut the line.",
            fix=self.delete(passage, "Delete the lone separator"),
        )


def candidates(article: Article) -> Iterator[tuple[Passage, bool]]:
    """Whatever may be a separator by itself, and whether it stands in the head of the article."""
    for passage in article.slots.values():
        yield passage, True
    head = True
    for block in article.blocks:
        head = head and not is_prose(block)
        if block.passage is not None and block.kind in (Kind.SEPARATOR, Kind.PARAGRAPH):
            yield block.passage, head
    for name in ("headline", "dek", "byline", "kicker"):
        for field in article.all(name):
            yield field.passage, True


def is_prose(block: Block) -> bool:
    """Whether a block is copy, and no line of byline, date and reading time."""
    return block.kind is Kind.PARAGRAPH and (
        block.word_count > CREDIT_LINE
        or (block.word_count >= 4 and block.text.rstrip()[-1:] in (".", "!", "?", "”"))
    )
