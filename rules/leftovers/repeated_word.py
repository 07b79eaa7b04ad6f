from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Passage, Rule, Severity, Word, quoted
from presslint.language.phrases import BETWEEN, fold
from presslint.regex import regex

# words that English doubles on purpose
FINE = frozenset(
    "had that very really so no yes bye ha hey many much more long far far-off tut knock night boo too choo"
    " blah yada yadda tick hush now there well please never again out in on is do you who will what which"
    " ok okay la na da chop win beep ding tap one two three four five six seven eight nine zero oh"
    " duran bora pago walla sing hip wait go run new york".split()
)
SET = frozenset(("time to", "side by", "step by", "day by", "more and", "and more", "one by", "back and"))
UNITS = 5  # the doubled phrase has fewer words
# one to four words, and the same once more, on levelled small letters; a quick look at all copy
_W = r"(\w++(?:['.\-]\w++){0,20}+)"  # bounded: from each part of a word the rest of it is read
MAY_DOUBLE = regex(
    rf"\b{_W}\s++(?:\1|{_W}\s++(?:\1\s++\2|{_W}\s++(?:\1\s++\2\s++\3|{_W}\s++\1\s++\2\s++\3\s++\4)))(?!\w)"
)


class RepeatedWord(Rule):
    """No word stands twice by mistake.

    “in the the city”: the eye skips it, above all across a line break. A phrase of two to four words
    that stands twice (“of the of the”) counts too. Words that English doubles on purpose (had had, that
    that, very very), names (Duran Duran, Walla Walla), figures and quotations are left alone.
    """

    severity = Severity.WARNING
    languages = frozenset({"en"})  # German doubles “die die” rightly
    sources = ("Copy-desk practice: doubled words", "prior art in prose linters: lexical illusions")
    allow: tuple[str, ...] = Option((), description="More words that may stand twice, in small letters.")
    examples: ClassVar = (
        Good("She had had enough, said Pago Pago’s mayor, and that that was so was very very clear.\n"),
        Good(
            "He tried again and again and again. The council said: “the the” was a slip. In in 5 5 cases.\n",
            allow=("in",),
        ),
        Good(
            "They walked for mile after mile after mile. What it is is unclear. The ferry. Ferry fares "
            "rose.\n"
        ),
        Bad(
            "The ferry stops in [[the the]] city\nand goes [[to\nto]] the island.\n",
            says="“the the” stands twice; delete one.",
            fix="The ferry stops in the city\nand goes to the island.\n",
        ),
        Bad("The fares [[of the of the]] ferry rose.\n", fix="The fares of the ferry rose.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        passages = list(self.passages(article))
        starts = list(accumulate((len(passage.text) + 1 for passage in passages), initial=0))
        copy = fold(BETWEEN.join([passage.text for passage in passages]))
        suspects = (bisect_right(starts, found.start()) - 1 for found in MAY_DOUBLE.finditer(copy))
        for number in dict.fromkeys(suspects):
            yield from self.doubles(passages[number])

    def passages(self, article: Article) -> Iterator[Passage]:
        """The writer's own words: headline, dek, subheads and prose."""
        for field in (*article.all("headline"), *article.all("dek")):
            yield article.own(field.passage)
        for heading in article.headings:
            if heading.passage is not None:
                yield article.own(heading.passage)
        yield from article.own_prose

    def doubles(self, passage: Passage) -> Iterator[Finding]:
        words = passage.words
        folded = [word.text.lower() for word in words]
        at = 0
        while at < len(folded) - 1:
            size = self.doubled(passage.text, words, folded, at)
            if not size:
                at += 1
                continue
            first, last = words[at], words[at + 2 * size - 1]
            where = passage[first.start : last.end]
            second = passage[words[at + size - 1].end : last.end]
            yield self.finding(
                where,
                f"{quoted(where.text)} stands twice; delete one.",
                fix=self.delete(second, "Delete the second", "safe" if size == 1 else "unsafe"),
            )
            at += 2 * size

    def doubled(self, text: str, words: Sequence[Word], folded: list[str], at: int) -> int:
        """How many words from `at` on stand twice in a row by mistake; 0 for none."""
        for size in range(1, UNITS):
            if at + 2 * size > len(folded):
                return 0
            if folded[at] != folded[at + size]:
                continue
            if folded[at : at + size] != folded[at + size : at + 2 * size]:
                continue
            if size > 1 and any(words[at + n].text != words[at + size + n].text for n in range(size)):
                continue
            if not _is_unbroken(text, words[at : at + 2 * size]):
                continue
            return 0 if self.is_meant(words, folded, at, size) else size
        return 0

    def is_meant(self, words: Sequence[Word], folded: list[str], at: int, size: int) -> bool:
        if size == 1:
            one, two = words[at].text, words[at + 1].text
            name = one[0].isupper() and two[0].isupper()
            return (
                name
                or not one.isalpha()
                or one.lower() in FINE
                or one.lower() in self.allow
                or _is_letter(one)
            )
        goes_on = at + 2 * size < len(folded) and folded[at + 2 * size] == folded[at]
        came_from = at > 0 and folded[at - 1] == folded[at + size - 1]
        phrase = " ".join(folded[at : at + size])
        return (
            goes_on
            or came_from
            or phrase in SET
            or any(word.text[0].isupper() or word.text.isdigit() for word in words[at : at + size])
        )


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word not in "aAI"


def _is_unbroken(text: str, words: Sequence[Word]) -> bool:
    """Whether nothing but white space stands between the words."""
    return all(text[left.end : right.start].isspace() for left, right in pairwise(words))
