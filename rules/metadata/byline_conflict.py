from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from presslint import Article, Bad, Block, Field, Finding, Good, Kind, Passage, Rule, Severity, quoted
from presslint.language.likeness import fold
from presslint.model.regex import regex

_NAME = r"(?P<name>[A-Z][\w’'-]{1,20}(?: [A-Z]\.)? [A-Z][\w’'-]{1,24})"
_REPORTS = regex(rf"(?:\A|(?<=[.!?] )){_NAME} (?:reports|has the story|has more)(?: (?:from|on)\b|[.:])")
_BIO = regex(
    rf"\W{{0,3}}{_NAME} (?:is|was|writes|covers|reports) [^.]{{0,80}}?\b"
    r"(?:reporter|writer|editor|journalist|correspondent|columnist|author|contributor)\b"
)
_ABOUT = regex(r"\W{0,3}about the (?:author|writer|reporter)s?\W{0,3}\Z", re.I)
_OPENS = regex(rf"\W{{0,3}}{_NAME}\b")
HOUSE = frozenset("staff desk team editors editorial news agency press reporter post times newsroom".split())
FOOT = 4  # blocks at the end of an article among which a note on its author stands


class BylineConflict(Rule):
    """The byline names whom the copy names as its author.

    A story is given to another reporter, or an old one is used as a template, and byline and text part:
    the byline says Nadia Kerr, the last sentence “Nadia Bolton reports”, or the note under “About the
    author” is about somebody else. A reporter in the copy is told only when the names are half alike;
    a note on the author when none of its words is in the byline and nothing else speaks of that person.
    """

    severity = Severity.WARNING
    sources = ("Trust Project: who wrote it", "Reuters Handbook of Journalism: bylines")
    needs = frozenset({"metadata"})
    languages = frozenset({"en"})
    looks_at = frozenset({"byline"})
    examples: ClassVar = (
        Bad(
            "---\ntitle: Pier opens\nauthor: Nadia Kerr\n---\nThe pier opens. [[Nadia Bolton]] reports from the quay.\n",
            says="The copy says that “Nadia Bolton” reports, the byline “Nadia Kerr”; correct the one or the other.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Pier opens\nauthor: Nadia Kerr\n---\nThe pier opens.\n\n**About the author:**\n\n"
            "[[Ben Cole]] has sailed since 1990.\n",
            says="The note on the author is about “Ben Cole”, the byline says “Nadia Kerr”; correct the one or "
            "the other.",
        ),
        Bad(
            "---\ntitle: Pier opens\nauthor: Nadia Kerr\n---\nThe pier opens.\n\n"
            "*[[Ben Cole]] is a reporter at the Harbour Post.*\n"
        ),
        Good(
            "---\ntitle: Pier opens\nauthor: Nadia Kerr\n---\nIt opens. Nadia Kerr reports from the quay.\n"
        ),
        Good(
            "---\ntitle: Pier opens\nauthor: Nadia Kerr\n---\nIt opens. Ana Ruiz reports on fares tomorrow.\n"
        ),
        Good(
            "---\ntitle: Pier opens\nauthor: Nadia Kerr\n---\nNadia Bolton reports that it leaks. It opens.\n"
        ),
        Good(
            "---\ntitle: Pier opens\nauthor: N. Kerr\n---\nIt opens.\n\n*Nadia Kerr is a reporter at the Post.*\n"
        ),
        Good(
            "---\ntitle: Pier opens\nauthor: Nadia Kerr\n---\nBen Cole told us why it opens.\n\n"
            "*Ben Cole is the author of a book on piers.*\n"
        ),
        Good(
            "---\ntitle: Pier opens\nauthor: Harbour Post Staff\n---\nIt opens.\n\n"
            "*Ben Cole is a reporter at the Harbour Post.*\n"
        ),
        Good(
            "---\ntitle: Pier opens\nauthor: Nadia\n---\nThe pier opens.\n\n*Ben Cole is a reporter at the "
            "Harbour Post.*\n"
        ),
        Good(
            "---\ntitle: Pier opens\nauthor: Nadia Kerr\n---\nCole told us.\n\n*Ben Cole is a reporter at the "
            "Harbour Post.*\n"
        ),
        Good(
            "---\ntitle: Pier opens\nauthor: Nadia Maria Lucia Anna Kerr\n---\nThe pier opens.\n\n*Ben Cole is "
            "a reporter at the Harbour Post.*\n"
        ),
        Good(
            "---\ntitle: Pier opens\nauthor: Nadia Kerr\n---\nThe pier opens.\n\n*Ben Cole is a reporter at "
            "the Harbour* Post, and sails.\n"
        ),
        Bad(
            "---\ntitle: Pier opens\nauthor: Nadia Kerr\n---\nThe pier opens. It is old.\n\n*[[Ben Cole]] is a "
            "reporter at the Harbour Post.*\n\nIt sails.\n\nIt stops.\n\nIt is late.\n",
            says="The note on the author is about “Ben Cole”, the byline says “Nadia Kerr”; correct the one "
            "or the other.",
            severity="warning",
        ),
        Good(
            "---\ntitle: Pier opens\nauthor: Nadia Kerr\n---\nThe pier opens.\n\n*Ben Cole is a reporter at "
            "the Harbour Post.*\n\nIt sails.\n\nIt stops.\n\nIt is late.\n\nIt is cold.\n"
        ),
        Bad(
            "---\ntitle: Pier opens\nauthor: Nadia Maria Lucia Kerr\n---\nThe pier opens.\n\n*[[Ben Cole]] is "
            "a reporter at the Harbour Post.*\n",
            says="The note on the author is about “Ben Cole”, the byline says “Nadia Maria Lucia Kerr”; "
            "correct the one or the other.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        bylines = article.bylines
        if not bylines:
            return
        named = [set(fold(field.text).split()) for field in bylines]
        for passage in article.own_prose:
            if not any(words in passage.text for words in (" reports", " has the story", " has more")):
                continue
            for _, match in passage.find(_REPORTS):
                name = set(fold(match["name"]).split())
                if any(name & words for words in named) and not any(name <= words for words in named):
                    where = passage[match.start("name") : match.end("name")]
                    yield self.told(
                        where, f"The copy says that {quoted(where.text)} reports, the byline", bylines
                    )
        note, headed = self.noted(article)
        if note is None:
            return
        name = set(fold(note.text).split())
        if any(name & words for words in named) or any(is_house(field.text) for field in bylines):
            return
        if not headed and not all(is_person(field.text) for field in bylines):
            return
        text = " ".join(passage.text for passage in article.passages)
        if text.count(note.text) == 1 and text.count(note.text.split()[-1]) == 1:
            opening = f"The note on the author is about {quoted(note.text)}, the byline says"
            yield self.told(note, opening, bylines)

    def told(self, where: Passage, opening: str, bylines: Sequence[Field]) -> Finding:
        message = f"{opening} {quoted(bylines[0].text)}; correct the one or the other."
        return self.finding(where, message, see=((bylines[0], "the byline"),))

    def noted(self, article: Article) -> tuple[Passage | None, bool]:
        """The name with which the note on the author opens, and whether it stands under “About the author”."""
        foot = [block for block in article.blocks[-FOOT:] if block.passage is not None]
        headed = False
        for block in foot:
            passage = block.passage
            if passage is None or block.kind not in (Kind.PARAGRAPH, Kind.HEADING, Kind.NOTE):
                continue
            if _ABOUT.match(passage.text):
                headed = True
                continue
            match = _OPENS.match(passage.text) if headed else _BIO.match(passage.text)
            if match and (headed or is_note(block)):
                return passage[match.start("name") : match.end("name")], headed
            headed = False
        return None, False


def is_note(block: Block) -> bool:
    """Whether a paragraph stands in italics as a whole, as notes on the author do."""
    passage = block.passage
    if passage is None:
        return False
    marked = sum(len(part) for part in passage.marked("em"))
    return marked >= 0.8 * len(passage.text.strip())


def is_house(byline: str) -> bool:
    return not HOUSE.isdisjoint(fold(byline).split())


def is_person(byline: str) -> bool:
    """Two to four words that all begin with a capital."""
    words = byline.removeprefix("By ").split()
    return 1 < len(words) < 5 and all(word[:1].isupper() for word in words)
