from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Passage, Rule, Severity, Span, quoted, regex
from presslint.desk import any_of

# a line that is a label and nothing else
BY = any_of(
    ("by", "written by", "words by", "photos? by", "posted by", "published by", "posted on", "published on"),
    ("updated on",),
)
WITH_A_COLON = any_of(
    "author photo image credit caption source published updated",
    ("last updated", "posted", "date", "tags"),
    ("topics", "filed under", "category", "location", "reading time"),
)
LABEL = regex(rf"(?:{BY}\s*[:|·-]?|{WITH_A_COLON}\s*:)", re.I)
CUT_BYLINE = regex(r"by\s+(?:[|·•・‧∙]|and\s*\Z|,)|by\s*[|·•・‧∙]", re.I)
ZERO_READ = regex(r"\b0[ -]min(?:ute)?s?(?: read\b|\Z)", re.I)
EMPTY_PAIR = regex(r"(?<![\w)\]`=*&^%$#@!<>+/|~:\\-])(?:\( ?\)|“\s?”|„\s?“|« ?»)(?![\w(])")
EMPTY_OPENINGS = ("()", "( )", "“", "«")
# brackets that a sentence speaks of, and what holds a call or a type: `Result<T, ()>`
SPOKEN_OF = regex(
    r"(?:\b(?:enclosed|wrapped|put|set|surrounded) (?:in|with|by)|\b(?:parenthes[ie]s|brackets?)) \Z", re.I
)
CALLED = regex(r"(?:\w_\w*|\w[a-z][A-Z]\w*) \Z|[<(,] ?\Z")
BEFORE = 60  # characters before empty brackets that say what they are
MOST = 50  # findings of an article; more say nothing new
NAME = 6  # words of a line that can be a name
NEAR = 80  # characters of markup that can stand between a label and its value
SHORT = 12  # words of a line that can be the value of the label above it


class EmptySlot(Rule):
    """A label has its value.

    “By”, “Published:” or “Photo:” alone on a line, “0 min read”, and brackets or quotation marks with
    nothing between them are slots of a template that nobody filled. A label whose value stands on the
    next line, or right behind it in the page's markup, is complete; the brackets of a call (`open()`),
    of an oath (`*&^()`), and those that a sentence speaks of (“enclosed in ()”) are no slot.
    """

    severity = Severity.WARNING
    sources = ("Google Search guidance on byline dates", "NewsGuard criteria: names of content creators")
    examples: ClassVar = (
        Good("By Ana Ruiz\n\nThe ferry will stop at four piers from next week.\n"),
        Good("Filed under:\n\n- ferries\n- harbours\n"),
        Good("Call `open()` and then close() to see it; operator==() was slow, and *&^() is an oath.\n"),
        Good("It starts in init_module () or readAll () and gives Result<T, ()>; all is enclosed in ().\n"),
        Good("- [ ] Ring the harbour master\n- [ ] Ask for the plan\n"),
        Bad(
            "[[By]]\n\nThe ferry will stop at four piers from next week, and islanders are glad of every "
            "one of them.\n",
            says="“By” has no name after it; write the name or cut the line.",
            severity="error",
        ),
        Bad(
            '<article><h1>Ferry</h1><p class="byline">[[By]] </p><p>It will stop at four piers.</p></article>\n',
            name="page.html",
            severity="error",
        ),
        Good(
            "<article><h1>Ferry stops</h1><p>Posted on <time>Nov 07, 2025</time></p>"
            "<p>It will stop at four piers.</p></article>\n",
            name="page.html",
        ),
        Bad(
            "[[By  ・ 2 hours ago]]\n\nThe ferry will stop at four piers from next week.\n",
            severity="error",
            says="“By ・ 2 hours ago” names nobody after “by”; write the name or cut the word.",
        ),
        Bad(
            "Ana Ruiz · [[0 min read]]\n\nThe ferry will stop at four piers from next week.\n",
            says="“0 min read” is a reading time that was never counted; fill it in or cut it.",
            severity="warning",
        ),
        Bad(
            "The harbour master [[()]] said that the boat was late.\n",
            severity="warning",
            says="Nothing stands inside (); write what belongs there or cut the marks.",
        ),
        Bad(
            "The ferry will stop at four piers from next week, and all the islanders of the sound are "
            "glad of it.\n\n[[Published:]]\n\n## Fares\n\nThe ferry will stop at four piers from next week, "
            "and all the islanders of the sound are glad of it.\n",
            says="“Published:” has no value after it; write the value or cut the line.",
            severity="warning",
        ),
        Bad(
            "# Ferry\n\n[[By]]\n\nThe ferry will stop at four piers from next week, and all the islanders of "
            "the sound are glad of it.\n",
            says="“By” has no name after it; write the name or cut the line.",
            severity="error",
        ),
        Good(
            "The ferry will stop at four piers from next week, and all the islanders of the sound are "
            "glad of it.\n\nBy\n\nAna Ruiz of the old pier\n"
        ),
        Good(
            "The ferry will stop at four piers from next week, and all the islanders of the sound are "
            "glad of it.\n\nPublished:\n\nOn the day of the old pier and of the mill by the sea, see "
            "[it](https://a.example.org) now\n"
        ),
        Good("a ()> b.\n"),
        Good(
            '<article><h1>Ferry stops</h1><p class="date">Published: </p><p '
            'class="author">By</p><time>Nov 07, 2025</time><p>The ferry will stop at four piers from '
            "next week, and all the islanders of the sound are glad of it.\n</p></article>\n",
            name="page.html",
        ),
        Bad(
            "The ferry will stop at four piers from next week, and all the islanders of the sound are "
            "glad of it.\n\n[[By]]\n\nAna Ruiz of the old new pier\n",
            says="“By” has no name after it; write the name or cut the line.",
            severity="warning",
        ),
        Bad(
            "One two six ten red old wet cold new big big sea.\n\n[[By]]\n\nThe ferry will stop at four "
            "piers from next week, and all the islanders of the sound are glad of it.\n",
            says="“By” has no name after it; write the name or cut the line.",
            severity="error",
        ),
        Good(
            "Ana Ruiz and all the crew of the old boat at the pier and the mill by the sea and in the "
            "big house said so in the old new hall · 0 min read\n\nThe ferry will stop at four piers from "
            "next week, and all the islanders of the sound are glad of it.\n"
        ),
        Bad(
            "[[“”]] is here.\n",
            says="Nothing stands inside “”; write what belongs there or cut the marks.",
            severity="warning",
        ),
        Bad(
            "Ana Ruiz and all the crew of the old boat at the pier and the mill by the sea said so · [[0 "
            "min read]]\n\nThe ferry will stop at four piers from next week, and all the islanders of the "
            "sound are glad of it.\n",
            says="“0 min read” is a reading time that was never counted; fill it in or cut it.",
            severity="warning",
        ),
        Bad(
            "The ferry will stop at four piers from next week, and all the islanders of the sound are "
            "glad of it.\n\n[[By • 4 May, from the north pier of Ayton]]\n\nThe ferry will stop at four "
            "piers from next week, and all the islanders of the sound are glad of it.\n",
            says="“By • 4 May, from the north pier of Ayton” names nobody after “by”; write the name or cut "
            "the word.",
            severity="warning",
        ),
        Good(
            "The ferry will stop at four piers from next week, and all the islanders of the sound are "
            "glad of it.\n\nBy • 4 May, from the north pier of Ayton.\n\nThe ferry will stop at four piers "
            "from next week, and all the islanders of the sound are glad of it.\n"
        ),
        Good(
            "The ferry will stop at four piers from next week, and all the islanders of the sound are "
            "glad of it.\n\nPublished:\n\nOn a day of rain and fog, by the mill at sea\n"
        ),
        Good(
            "The ferry will stop at four piers from next week, and all the islanders of the sound are "
            "glad of it.\n\nBy\n\n- Ana Ruiz, pilot of the old ferry at Ayton\n"
        ),
        Bad(
            "The pier [[«»]] is late.\n",
            says="Nothing stands inside «»; write what belongs there or cut the marks.",
            severity="warning",
        ),
        Bad(
            "Ana Ruiz of the Ayton Post · in the series on ferries and piers of the sound, part four of "
            "nine, with a map · [[0 min read]]\n\nThe ferry will stop at four piers from next week, and "
            "all the islanders of the sound are glad of it.\n",
            says="“0 min read” is a reading time that was never counted; fill it in or cut it.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return islice(self.found(article), MOST)

    def found(self, article: Article) -> Iterator[Finding]:
        yield from self.slots(article)
        head = True
        for block, after in pairwise((*article.blocks, None)):
            if block is None or block.kind is not Kind.PARAGRAPH or block.passage is None:
                continue
            passage = block.passage
            if (
                len(passage) <= 40
                and LABEL.fullmatch(passage.text.strip())
                and not is_value(passage, after)
                and not _is_filled(article, passage)
            ):
                yield self.unfilled(passage, head=head)
            elif len(passage) <= 40 and CUT_BYLINE.match(passage.text):
                yield self.cut_short(passage, head=head)
            if len(passage) <= 120:
                yield from self.reading_time(passage)
            head = head and passage.word_count <= SHORT
        for passage in article.own_prose:
            if any(opening in passage.text for opening in EMPTY_OPENINGS):
                yield from self.pairs(passage)

    def slots(self, article: Article) -> Iterator[Finding]:
        """Labels and reading times that the reader took out of the copy."""
        seen: set[Span] = set()
        for passage in article.slots.values():
            if _is_filled(article, passage):
                seen.add(passage.span)
            if passage.span not in seen and LABEL.fullmatch(passage.text.strip()):
                seen.add(passage.span)
                yield self.unfilled(passage, head=True)
        for field in article.all("byline"):
            if field and LABEL.fullmatch(field.text.strip()) and field.passage.span not in seen:
                seen.add(field.passage.span)
                if not _is_filled(article, field.passage):
                    yield self.unfilled(field.passage, head=True)
            elif field.origin == "head" and CUT_BYLINE.match(field.text):
                yield self.cut_short(field.passage, head=True)
        for field in article.all("extra"):
            yield from self.reading_time(field.passage)

    def unfilled(self, passage: Passage, *, head: bool) -> Finding:
        text = passage.text.strip()
        kind = "name" if "by" in text.lower().rstrip(":").split() else "value"
        return self.finding(
            passage,
            f"{quoted(text)} has no {kind} after it; write the {kind} or cut the line.",
            severity=Severity.ERROR if head else None,
        )

    def cut_short(self, passage: Passage, *, head: bool) -> Finding:
        return self.finding(
            passage,
            f"{quoted(passage.text)} names nobody after “by”; write the name or cut the word.",
            severity=Severity.ERROR if head else None,
        )

    def reading_time(self, passage: Passage) -> Iterator[Finding]:
        for found, _ in passage.find(ZERO_READ) if "0" in passage.text else ():
            yield self.finding(
                found, f"{quoted(found.text)} is a reading time that was never counted; fill it in or cut it."
            )

    def pairs(self, passage: Passage) -> Iterator[Finding]:
        for found, match in passage.find(EMPTY_PAIR):
            before = passage.text[max(match.start() - BEFORE, 0) : match.start()]
            code = passage.text[match.end() : match.end() + 1] in (">", ")") or CALLED.search(before)
            if found.whole and not code and not SPOKEN_OF.search(before):
                yield self.finding(
                    found, f"Nothing stands inside {found.text}; write what belongs there or cut the marks."
                )


def _is_filled(article: Article, label: Passage) -> bool:
    """Whether the reader took the value of the label out of the copy: it stands right behind it."""
    for fields in article.fields.values():
        for field in fields:
            place = field.passage.span
            between = article.source.text[label.span.end : place.start]
            if field and label.span.end <= place.start and len(between) < NEAR:
                return True
    return False


def is_value(label: Passage, after: Block | None) -> bool:
    """Whether the next block can be the value that a label announces."""
    if after is None or after.kind in (Kind.HEADING, Kind.SEPARATOR):
        return False
    if after.kind is not Kind.PARAGRAPH:
        return True
    if label.text.lower().startswith("by"):
        return after.word_count <= NAME
    return after.word_count <= SHORT or bool(after.links)
