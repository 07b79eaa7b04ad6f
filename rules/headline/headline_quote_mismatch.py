from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Field, Finding, Good, Passage, Rule, Severity, quoted
from presslint.language.likeness import fold
from presslint.language.quotation import CLOSING, OPENING, find_quotations
from presslint.model.regex import regex

ENOUGH = 80  # words of a body that can be expected to hold the quotation
WORDS = 3  # a shorter quotation may be a name, a title or a coined word
CUT = regex(r"…|\.{3}|\[[^\]]{0,60}\]")
TITLE = regex(r"(?:[A-Z0-9][\w’'-]*|of|the|a|an|and|in|on|for|to|with|at|by|from|or|vs\.?|is|&)", re.I)
MARKUP = regex(r"<\w|&\w{2,8};")  # quotation marks of attributes
SAYS = "says?|said|tells?|told|warns?|warned|adds?|asks?|argues?|vows?|insists?|claims?|admits?"
SAYS_AFTER = regex(rf"[{CLOSING},]{{0,3}} ?(?:[A-Z][\w’.-]{{1,20}} ){{0,3}}(?:{SAYS})\b")
SAYS_BEFORE = regex(rf"\b(?:{SAYS})\b[^.;\d]{{0,24}}[{OPENING}]\Z")
NAMED_BEFORE = regex(rf"\b[A-Z][\w’. -]{{1,40}}: ?[{OPENING}]\Z")
COLON = regex(r"[^\w]{0,3}:")
# a work has a title, not a speaker
WORKS = frozenset(
    """
    talk talks call film films movie book books novel song album poem play series podcast video review reading
    essay documentary exhibition show episode lecture workshop session summary purpose titled called entitled
    """.split()
)
TRANSLATED = regex(r"\btranslat", re.I)


def story(headline: str, first: str) -> str:
    """An example with a body long enough to be held to its headline."""
    filler = (
        "The council met in the old customs house and heard from pilots, traders and islanders, all of whom "
        "had walked there through the rain.\n\n"
    )
    return f"---\ntitle: >-\n  {headline}\n---\n{first}\n\n" + filler * 4


class HeadlineQuoteMismatch(Rule):
    """Words quoted in a headline were said that way.

    A quotation in large type that nobody in the text speaks is the costliest misquote. Three words or
    more between quotation marks in the headline or dek that somebody is said to say (“…, says the mayor”,
    “Mayor: …”) have to stand, in this order, in the text; what “…” or brackets leave out may be missing.
    Where the text has the words without quotation marks it is fine, as British headlines quote claims.
    Other quotations of a dek or a part of a headline are a suggestion; what is a title of a talk, a book or
    a series, a whole headline in quotation marks or the words before a colon is none.
    """

    severity = Severity.WARNING
    sources = (
        "AP Stylebook: quotations in the news",
        "Reuters Handbook of Journalism: quotes are sacrosanct",
    )
    languages = frozenset({"en"})
    not_for = frozenset({"index", "event", "live"})
    yields_to: ClassVar = {"missing-core-field": "article"}
    looks_at = frozenset({"headline"})
    examples: ClassVar = (
        Good(
            story(
                "‘We will never close’, says harbour master",
                "“We will never close, whatever they cut,” she said.",
            )
        ),
        Good(story("“We will … close”, says harbour master", "“We will one day have to close,” she said.")),
        # a line of a book, a talk, a series, a headline that is all quotation, a name of a bill
        Good(story("“Silence is a kind of tide”: reading the harbour novel", "The novel is long.")),
        Good(story("Board tells homes ‘how to survive a flood’ in leaflet", "The leaflet is short.")),
        Good(story("A talk on “How we review a harbour chart in the lab”", "The talk was recorded.")),
        Good(story("“So you think you can sail a winter boat?”", "The writer cannot.")),
        Good(
            story(
                "Pilots fear “big, bright boat” plan", "The mayor calls it “big, bright”, a boat plan of his."
            )
        ),
        Bad(
            story(
                "Board offers “[[a voluntary leaving plan]]” to pilots", "Pilots who leave get a year's pay."
            ),
            severity="suggestion",
            says="The headline quotes “a voluntary leaving plan”, but nobody in the text says it; quote the "
            "words as they were said.",
        ),
        Good(story("Festival opens with “The Long Way Home”", "The film fills the hall.")),
        Good(
            story("Mayor ‘misled the council’ on fares", "The report says that the mayor misled the council.")
        ),
        Bad(
            story("‘[[We will never close]]’, says harbour master", "“We have no plans to close,” she said."),
            says="The headline quotes “We will never close”, but nobody in the text says it; quote the "
            "words as they were "
            "said.",
            severity="warning",
        ),
        Bad(
            story(
                "Mayor: “[[the bridge is perfectly safe]]”",
                "“The bridge is as safe as it can be,” the mayor said.",
            ),
            severity="warning",
        ),
        Good(
            '---\ntitle: "Mayor: ‘We will never close the old pier’"\n---\n“We will always close the new '
            "pier,” the mayor said. The council met in the old customs house and heard from pilots, "
            "traders and islanders, who had walked there. The council met in the old customs house and "
            "heard from pilots, traders and islanders, who had walked there. \n"
        ),
        Good(
            '---\ntitle: "Mayor: ‘Never close’ piers"\n---\n“Always close,” the mayor said.\n\nThe council '
            "met in the old customs house and heard from pilots, traders and islanders, who had walked "
            "there. The council met in the old customs house and heard from pilots, traders and "
            "islanders, who had walked there. The council met in the old customs house and heard from "
            "pilots, traders and islanders, who had walked there. The council met in the old customs "
            "house and heard from pilots, traders and islanders, who had walked there. The council met "
            "in the old customs house and heard from pilots, traders and islanders, who had walked "
            "there. \n"
        ),
        Bad(
            '---\ntitle: "Mayor: ‘[[Never close piers]]’ here"\n---\n“Always close,” the mayor said.\n\nThe '
            "council met in the old customs house and heard from pilots, traders and islanders, who had "
            "walked there. The council met in the old customs house and heard from pilots, traders and "
            "islanders, who had walked there. The council met in the old customs house and heard from "
            "pilots, traders and islanders, who had walked there. The council met in the old customs "
            "house and heard from pilots, traders and islanders, who had walked there. The council met "
            "in the old customs house and heard from pilots, traders and islanders, who had walked "
            "there. \n",
            says="The headline quotes “Never close piers”, but nobody in the text says it; quote the words as "
            "they were said.",
            severity="warning",
        ),
        Good(
            '---\ntitle: "Mayor: ‘We will never close the old pier’"\n---\n“We will always close the new '
            "pier,” the mayor said in Spanish, a translation says.\n\nThe council met in the old customs "
            "house and heard from pilots, traders and islanders, who had walked there. The council met "
            "in the old customs house and heard from pilots, traders and islanders, who had walked "
            "there. The council met in the old customs house and heard from pilots, traders and "
            "islanders, who had walked there. The council met in the old customs house and heard from "
            "pilots, traders and islanders, who had walked there. The council met in the old customs "
            "house and heard from pilots, traders and islanders, who had walked there. \n"
        ),
        Good(
            '---\ntitle: "Mayor: ‘We will never close the old pier’"\n---\nThe mayor said we will never '
            "close the old pier.\n\nThe council met in the old customs house and heard from pilots, "
            "traders and islanders, who had walked there. The council met in the old customs house and "
            "heard from pilots, traders and islanders, who had walked there. The council met in the old "
            "customs house and heard from pilots, traders and islanders, who had walked there. The "
            "council met in the old customs house and heard from pilots, traders and islanders, who had "
            "walked there. The council met in the old customs house and heard from pilots, traders and "
            "islanders, who had walked there. \n"
        ),
        Bad(
            '---\ntitle: Mayor speaks\ndek: "‘[[We will never close the old pier]]’, she says"\n---\nThe '
            "mayor said it.\n\nThe council met in the old customs house and heard from pilots, traders and "
            "islanders, who had walked there. The council met in the old customs house and heard from "
            "pilots, traders and islanders, who had walked there. The council met in the old customs "
            "house and heard from pilots, traders and islanders, who had walked there. The council met "
            "in the old customs house and heard from pilots, traders and islanders, who had walked "
            "there. The council met in the old customs house and heard from pilots, traders and "
            "islanders, who had walked there. “We will always close the new pier.”\n",
            says="The dek quotes “We will never close the old pier”, but nobody in the text says it; quote "
            "the words as they were said.",
            severity="suggestion",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        shown = [field for name in ("headline", "dek") for field in article.all(name)[:1] if field]
        quotes = [
            (field, words) for field in shown if not MARKUP.search(field.text) for words in spoken(field)
        ]
        if not quotes or article.word_count < ENOUGH:
            return
        said = fold(" ".join(quotation.text for quotation in article.quotations))
        text = fold(" ".join(block.passage.text for block in article.walk() if block.passage is not None))
        if TRANSLATED.search(text):
            return
        for field, words in quotes:
            parts = [fold(part) for part in CUT.split(words.text)]
            parts = [part for part in parts if part]
            if not parts or stands_in(parts, said):
                continue
            if stands_in(parts, text):
                continue
            start = words.at - field.passage.at
            before, after = field.text[:start], field.text[start + len(words) :]
            said_by = is_said(before, after)
            if words.text.lower().startswith(("how to ", "what to ")):
                continue  # the name of a leaflet
            if not said_by and (is_work(before, after) or stands_loosely(parts, text)):
                continue
            name = "headline" if field.name == "headline" else "dek"
            yield self.finding(
                words,
                f"The {name} quotes {quoted(words.text)}, but nobody in the text says it; quote the words "
                f"as they were said.",
                severity=None if said_by else Severity.SUGGESTION,
            )


def spoken(field: Field) -> Iterator[Passage]:
    """The quotations of a display line that are speech: three words or more, no title of a work."""
    for quotation in find_quotations((field.passage,)):
        words = quotation.passage.words
        if not quotation.balanced or len(words) < WORDS:
            continue
        capital = sum(word.text[0].isupper() or word.text[0].isdigit() for word in words)
        if capital > 1 and all(TITLE.fullmatch(word.text) for word in words) and capital * 2 >= len(words):
            continue
        yield quotation.passage


def is_said(before: str, after: str) -> bool:
    """Whether a line says of somebody that these are his words: “…, says the mayor”, “Mayor: ‘…’”."""
    if SAYS_AFTER.match(after) or SAYS_BEFORE.search(before):
        return True
    named = NAMED_BEFORE.search(before)
    return named is not None and not speaks_of_a_work(named.group())


def is_work(before: str, after: str) -> bool:
    """Whether the words may be a title or a line of a work, or are all that the headline says."""
    rest = before + after
    return (
        not any(char.isalnum() for char in rest) or COLON.match(after) is not None or speaks_of_a_work(rest)
    )


def speaks_of_a_work(text: str) -> bool:
    return not WORKS.isdisjoint(fold(text).split())


def stands_loosely(parts: list[str], text: str) -> bool:
    """Whether all words of the quotation stand in the text in this order and near to one another."""
    words = " ".join(parts).split()
    gap = r"(?: \S{1,20}){0,1} "
    return regex(r"\b" + gap.join(map(re.escape, words)) + r"\b").search(text) is not None


def stands_in(parts: list[str], text: str) -> bool:
    """Whether all parts stand in the text in this order."""
    at = 0
    for part in parts:
        at = text.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True
