from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Kind, Passage, Rule, Severity, quoted
from presslint.language.phrases import Phrases, copies
from presslint.language.words.leftovers_residue import RAW_TOKENS, TOKENS

PHRASES = Phrases(TOKENS)
RAW = Phrases(RAW_TOKENS)


class AiMarkupToken(Rule):
    """Sources are links and notes that a reader can follow.

    `citeturn0search2`, `oaicite`, `【12†source】` and `[cite: 4]` are pointers inside a chat program: on
    the page they lead nowhere, and the claim before them stands without a source. The fix strips the
    token; the sentence still needs its source. Code and quotation marks are left alone.
    """

    severity = Severity.ERROR
    sources = ("Journalism Trust Initiative, clause 12: sources", "tokens seen in public repositories")
    examples: ClassVar = (
        Good("The draft held the string `citeturn0search2` twice, which the editor showed us.\n"),
        Good("She turned on the search light in turn 2 and filed the view of a file.\n"),
        Bad(
            "Fares rose sharply[[ citeturn0search2]].\n",
            says="“citeturn0search2” leads nowhere outside the program that made it; link the source, "
            "or cut the claim.",
            fix="Fares rose sharply.\n",
            severity="error",
        ),
        Bad("Turnout fell by half[[【12†source】]] on Sunday[[ [cite: 4, 7]]].\n"),
        Bad("[[<think>]]The user wants a ferry story.[[</think>]]\n\nThe ferry stops at four piers.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for hit in PHRASES.find(article):
            yield self.token(_with_space(hit.copy.passage, hit.start, hit.end))
        if not article.key:  # a file of many articles is JSON or XML, where such tags are escaped
            yield from self.raw(article)

    def raw(self, article: Article) -> Iterator[Finding]:
        """Tokens that a reader of markup takes for tags, searched for in the body as it was written."""
        body = Passage.of(article.source, article.body_start, len(article.source.text))
        if any(word in body.text for phrase in RAW_TOKENS for word in phrase.words):
            code = sorted(_code(article))
            for _, start, end, _ in RAW.search(body.text):
                where = body[start:end]
                if not _inside(code, where.span.start):
                    yield self.token(where)

    def token(self, where: Passage) -> Finding:
        words = quoted(where.text.strip())
        return self.finding(
            where,
            f"{words} leads nowhere outside the program that made it; link the source, or cut the claim.",
            fix=self.delete(where, f"Delete {words}", "unsafe"),
        )


def _with_space(passage: Passage, start: int, end: int) -> Passage:
    """The token with one space before it, so that none is left over."""
    return passage[start - 1 : end] if passage.text[start - 1 : start] == " " else passage[start:end]


def _code(article: Article) -> Iterator[tuple[int, int]]:
    """Where code stands in the source."""
    for block in article.walk():
        if block.kind is Kind.CODE:
            yield block.span.start, block.span.end
    for copy in copies(article):
        for piece in copy.passage.marked("code"):
            yield piece.span.start, piece.span.end


def _inside(stretches: list[tuple[int, int]], at: int) -> bool:
    number = bisect_right(stretches, (at, 1 << 62)) - 1
    return number >= 0 and stretches[number][0] <= at < stretches[number][1]
