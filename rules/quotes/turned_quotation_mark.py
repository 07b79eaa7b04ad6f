from __future__ import annotations

import re
from collections.abc import Iterator

from presslint import Article, Bad, Finding, Fix, Good, Option, Passage, Rule, Severity, quoted
from presslint.language.quotation import mismatched
from presslint.model.regex import regex

STRAIGHT = frozenset(('"', "''", "``"))
# an apostrophe that a typing machine took for an opening mark: “the Herald‘s”
APOSTROPHE = regex(r"[A-Za-z]‘(?:s|t|re|ve|ll|d)\b")


class TurnedQuotationMark(Rule):
    """Quotation marks open with “ and close with ”, and a pair is of one kind.

    ”We will win,” begins with a closing mark, “We will win,“ ends with an opening one, and "We will win” mixes
    typewriter and printed marks: each is left behind where words were cut, pasted or translated. Told once an
    article for each kind, with the count. Marks of other languages („so“, »so«) and inches are left
    alone, and so is copy in which every pair is set so, which is a house's habit. Mixed pairs and turned
    apostrophes are suggestions.
    """

    severity = Severity.WARNING
    languages = frozenset({"en"})
    sources = ("Chicago Manual of Style: quotation marks", "AP Stylebook: quotation marks")
    not_for = frozenset({"index"})
    mixed: bool = Option(True, description="Also report pairs of a straight and a curly mark.")
    habit: int = Option(
        6, ge=2, description="From so many pairs on that are all set alike, the marks are the house's habit."
    )
    examples = (
        Bad(
            "[[”]]We will win,” said Ana Ruiz.\n",
            says="The mark before “We will win,” is turned the wrong way; write “ there.",
            fix="“We will win,” said Ana Ruiz.\n",
            severity="warning",
        ),
        Bad(
            "“We will win,[[“]] said Ana Ruiz.\n",
            fix="“We will win,” said Ana Ruiz.\n",
            says="The mark after “We will win,” is turned the wrong way; write ” there.",
            severity="warning",
        ),
        Bad(
            'The hall said "[[We will win]]” and left.\n',
            says="“We will win” opens with a straight mark and closes with a curly one; use marks of one kind.",
            severity="suggestion",
        ),
        Bad(
            "The Herald[[‘]]s board met.\n",
            fix="The Herald’s board met.\n",
            says="The apostrophe is turned the wrong way; write ’ there.",
            severity="suggestion",
        ),
        Bad(
            "[[”]]We will win,” said Ruiz. ”We will not lose,” said Cole. “So be it,” said Moll.\n",
            says="The mark before “We will win,” is turned the wrong way; write “ there, and one more like it.",
            severity="warning",
        ),
        Good('“We will win,” said Ruiz, "and so will they," said Cole.\n'),
        Good("Write id=”pier”, the ''play area'' and the „Perle“ in it.\n"),
        Good('The pipe is 6" wide, they said, “as ever”. Der Hafen heißt „Perle“.\n'),
        Good("”We win.” ”You win.” ”He wins.” ”She wins.” ”It wins.” ”They win.”\n"),
        Good('The hall said "We will win” and left.\n', mixed=False),
        Bad(
            "[[”]]We win.” ”You win.” ”He wins.” ”She wins.” ”It wins.” ”They win.” “A is.” “B is.” “C "
            "is.” “D is.” “E is.” “F is.”\n",
            says="The mark before “We win.” is turned the wrong way; write “ there, and 5 more like it.",
            severity="warning",
        ),
        Bad(
            'The hall said “[[We will win]]" and left.\n',
            says="“We will win” opens with a curly mark and closes with a straight one; use marks of one kind.",
            severity="suggestion",
        ),
        Bad(
            "[[”]]We win.” ”You win.” ”He wins.” ”She wins.” ”It wins.”\n",
            says="The mark before “We win.” is turned the wrong way; write “ there, and 4 more like it.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: [[”]]We will win,” said Ruiz\n---\nIt is.\n",
            says="The mark before “We will win,” is turned the wrong way; write “ there.",
            fix="---\ntitle: “We will win,” said Ruiz\n---\nIt is.\n",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        pairs = list(mismatched(article.prose))
        for field in (*article.all("headline"), *article.all("dek"), *article.all("description")):
            pairs += mismatched((field.passage,))
        mixed = [pair for pair in pairs if not STRAIGHT.isdisjoint((pair[0].text, pair[1].text))]
        turned = [pair for pair in pairs if STRAIGHT.isdisjoint((pair[0].text, pair[1].text))]
        if turned and not self._is_habit(article, len(turned)):
            yield self._turned(turned)
        if mixed and self.mixed and not self._is_habit(article, len(mixed)):
            yield self._mixed(mixed)
        yield from self._apostrophes(article)

    def _is_habit(self, article: Article, count: int) -> bool:
        return count >= self.habit and count * 2 > len(article.quotations)

    def _turned(self, pairs: list[tuple[Passage, Passage]]) -> Finding:
        opening, closing = pairs[0]
        words = quoted(_between(opening, closing).text)
        if opening.text == "”":
            where, right, side = opening, "“", "before"
        else:
            where, right, side = closing, "”", "after"
        return self.finding(
            where,
            f"The mark {side} {words} is turned the wrong way; write {right} there{_more(len(pairs))}.",
            fix=self._fix(where, right),
            see=tuple((pair[0], "and here") for pair in pairs[1:6]),
        )

    def _mixed(self, pairs: list[tuple[Passage, Passage]]) -> Finding:
        opening, closing = pairs[0]
        where = _between(opening, closing)
        return self.finding(
            where,
            f"{quoted(where.text)} opens with a {_kind(opening)} mark and closes with a {_kind(closing)} one; "
            f"use marks of one kind{_more(len(pairs))}.",
            severity=Severity.SUGGESTION,
            see=tuple((pair[0], "and here") for pair in pairs[1:6]),
        )

    def _apostrophes(self, article: Article) -> Iterator[Finding]:
        found = [
            passage[m.start() + 1 : m.start() + 2] for passage in article.prose for m in _turned_in(passage)
        ]
        if found:
            yield self.finding(
                found[0],
                f"The apostrophe is turned the wrong way; write ’ there{_more(len(found))}.",
                severity=Severity.SUGGESTION,
                fix=self._fix(found[0], "’"),
                see=tuple((mark, "and here") for mark in found[1:6]),
            )

    def _fix(self, where: Passage, right: str) -> Fix:
        return self.replace(where, right, "Turn the mark", "unsafe")


def _turned_in(passage: Passage) -> Iterator[re.Match[str]]:
    return APOSTROPHE.finditer(passage.text) if "‘" in passage.text else iter(())


def _kind(mark: Passage) -> str:
    return "straight" if mark.text in STRAIGHT else "curly"


def _between(opening: Passage, closing: Passage) -> Passage:
    return opening.root[opening.at + len(opening) : closing.at]


def _more(count: int) -> str:
    if count < 2:
        return ""
    return ", and one more like it" if count == 2 else f", and {count - 1} more like it"
