from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Rule, Severity, quoted, regex
from presslint.desk import CLOSING, OPENING, and_others

SENTENCE = regex(rf"[^\W\d_]{{2,}}[.!?…。！？][{CLOSING})]?\s*\Z")
CODE = regex(r"[{}<>=|\\;$`~^@]|->|::|\(\)|\w/\w+/\w|\w_\w|^\s*[#%*+-]|\w\.\w{2,3}\b|--")
SPARE = regex(rf"[^\w\s,.:!?()–—{OPENING}{CLOSING}-]")
WORDS = 12  # of a piece of prose that is no line of a log
BLANKS = 4  # with which Markdown begins code


class IndentedProse(Rule):
    """Copy stands at the margin.

    Four blanks before a line make code of it in Markdown: readers see the paragraph in one long line of
    typewriter letters. It happens where a program indents what it puts into a page. Told is a block of indented code
    that is whole sentences: words and their marks, a capital at the start, a full stop at the end. Fenced code,
    lists, output of programs and anything with the signs of code are left alone.
    """

    severity = Severity.WARNING
    reads = frozenset({"code"})
    sources = ("CommonMark: indented code blocks",)
    examples: ClassVar = (
        Bad(
            "The board met.\n\n    [[The ferry company said on Monday that it would pay back all fares of those who waited.]]\n",
            says="“The ferry company …” is indented so far that it is shown as code; take the blanks away.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Quai\nlang: fr\n---\nLe conseil.\n\n    [[La mairie a dit lundi que le quai serait ouvert à tous les bateaux de la ville.]]\n"
        ),
        Good(
            "The board met.\n\n```\nThe ferry company said on Monday that it would pay back all of the fares.\n```\n"
        ),
        Good(
            "The board met.\n\n    let fares = the_ferry.fares(); // It would pay back all the fares of the ferry to them.\n"
        ),
        Good("The board met.\n\n    the ferry company said on monday that it would pay back all the fares\n"),
        Good(
            "- The board met.\n\n    The ferry company said on Monday that it would pay back all of the fares to them.\n\n```\na = 1\n```\n"
        ),
        Good("The board met.\n\n    It would pay back all of the fares.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if article.format != "markdown":
            return
        found = [block for block in article.walk() if block.kind is Kind.CODE and is_prose(article, block)]
        if found:
            first = " ".join(found[0].text.split()[:3])
            others = len(found) - 1
            more = and_others(others, ", and so is one more", ", and so are {} more")
            yield self.finding(
                found[0],
                f"{quoted(first + ' …')} is indented so far that it is shown as code{more}; take the blanks away.",
                see=tuple((block, "and here") for block in found[1:21]),
            )


def is_prose(article: Article, block: Block) -> bool:
    """Whether a block of code is indented, not fenced, and says whole sentences."""
    text = block.text.strip()
    words = text.split()
    if block.info or len(words) < WORDS or not text[0].isupper() or SENTENCE.search(text) is None:
        return False
    if CODE.search(text) is not None or SPARE.search(text) is not None:
        return False
    small = sum(word[:1].islower() for word in words)
    line = article.source.text[article.source.line_start(block.span.start) :][: 2 * BLANKS]
    indented = line.startswith((" " * BLANKS, "\t"))
    return indented and small * 2 >= len(words)
