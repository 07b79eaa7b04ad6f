from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import ClassVar, NamedTuple

from presslint import Article, Bad, Finding, Good, Option, Part, Passage, Rule, Severity, Word, quoted, regex
from presslint.desk import BETWEEN, SMALL_NUMBERS, folded_phrase

# words that English doubles on purpose
FINE = frozenset(
    "had that very really so no not yes bye ha he hey many much more long far far-off tut knock night boo too"
    " choo blah yada yadda tick hush now there here well please never again out in on up down over is do you it"
    " her him us them who will what which ok okay la na da chop win beep ding tap oh duran bora pago walla sing hip wait go run new york big small old little good"
    " bad nice fine slow fast deep high low hot cold soft hard great huge tiny simple easy quick poor dear my"
    " bla ring knock party wink yo eh ah ooh drip clap whoa aye why quiet".split()
) | frozenset(list(SMALL_NUMBERS)[:10])
# words that stand between their twins only by mistake: to cut one harms no sentence
NEVER_DOUBLE = frozenset("the a an of and or than if because our your their its".split())
SMALL = NEVER_DOUBLE | frozenset(
    "to from with at by for into as is are was were be been has have we they she this these those can could"
    " would should may must but when while whether about between through some any all each every it".split()
)
BE = frozenset("is are was were be been has have".split())
# “what paths there are are found”: a clause that ends in a verb, before a verb
CLAUSE = frozenset("what who which that where how as whatever whoever whichever if when than".split())
# “somebody to talk to to get help”
LEADS_TO = frozenset(
    "write wrote written talk talking talked speak speaking spoke spoken listen listening turn turned forward"
    " belong belongs reply refer look".split()
)
# nouns that repeat around these mean a row of them: “delay after delay after delay”, “from cell to cell”
ROWS = frozenset("after by to upon for over on and or against with in".split())
MAKES = frozenset("make makes made making let lets keep keeps help helps call calls".split())
EDGES = SMALL | frozenset(
    "along you i he it in on over under after before who that there not will do does did".split()
)
DIALECT = 3  # so many doubled words of content in one article are a way of speaking
BESIDE = regex(r"\[\]\(|\{[{%]|!\[|[`$]|<(?:img|svg|code|kbd|button|input)\b", re.IGNORECASE)
MARKS = 8  # stretches of markup around two words that are looked at
GAP = 3  # blanks between two words
IN_ITALICS = 4  # words of a name, a species or a foreign phrase
RUNNING = (Part.PARAGRAPH, Part.ITEM)  # where a fix may be safe
UNITS = 5  # the doubled phrase has fewer words
# one to four words, and the same once more, on levelled small letters; a quick look at all copy
_W = r"(\w++(?:['.\-]\w++){0,20}+)"  # bounded: from each part of a word the rest of it is read
MAY_DOUBLE = regex(
    rf"\b{_W}\s++(?:\1|{_W}\s++(?:\1\s++\2|{_W}\s++(?:\1\s++\2\s++\3|{_W}\s++\1\s++\2\s++\3\s++\4)))(?!\w)"
)


class RepeatedWord(Rule):
    """No word stands twice by mistake.

    “in the the city”: the eye skips it, above all across a line break. A phrase of two to four words
    that stands twice (“of the of the”) counts where it begins or ends with a small word. What English
    doubles on purpose is left alone (had had, a big big hole, “talk to to get help”, “what there is is
    good”, “delay after delay after delay”), and so are names, figures, quotations, words in italics, words three times
    in a row, and copy that doubles words throughout, which is a way of speaking. Names and slang are
    doubled on purpose more often than small words, so a doubled word of content is a suggestion. Only the few words that
    never stand doubled, such as “the” and “and”, are deleted by `--fix`, and only in running copy.
    """

    severity = Severity.WARNING
    reads = frozenset({"headline", "dek", "heading", "prose"})
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
        Good("The paths that there are are narrow, and delay after delay after delay kept us in.\n"),
        Good("The gulls moved from roof to roof to steal. You need somebody to talk to to get help.\n"),
        Good(
            "Boats boats boats! A big big wave came. Party party, said the poster. He or/a a friend came.\n"
        ),
        Good(
            "The cod is *Gadus gadus* and the wren *troglodytes troglodytes*. A storm makes a pier a pier.\n"
        ),
        Good("Dem say say so, de man talk talk, and she cry cry till night.\n"),
        Good("Turn to [](#map) to see the pier.\n"),
        Good("1. **Harbour**\n   harbour fees rose.\n", name="a.md"),
        Bad(
            "The council [[fees fees]] rose.\n",
            says="“fees fees” stands twice; delete one.",
            severity="suggestion",
        ),
        Bad("The boats lay [[at the at the]] pier by noon.\n", severity="warning"),
        Bad("The ferry returns [[to to]] the island.\n", fix=None, severity="warning"),
        Bad(
            "The ferry stops in [[the the]] city\n[[and\nand]] on the island.\n",
            says=(
                "“the the” stands twice; delete one.",
                "“and and” stands twice; delete one.",
            ),
            severity="warning",
            fix="The ferry stops in the city\nand on the island.\n",
        ),
        Bad(
            "The fares [[of the of the]] ferry rose.\n",
            fix="The fares of the ferry rose.\n",
            severity="warning",
        ),
        Good("They ran by the pier by the pier by the pier.\n"),
        Good("1. **Fares of**\n   of the pier rose.\n"),
        Bad(
            "# [[The the]] ferry\n\nIt sails.\n\n## Fares [[of of]] May\n\nIt stops.\n",
            says=(
                "“The the” stands twice; delete one.",
                "“of of” stands twice; delete one.",
            ),
            fix="# The ferry\n\nIt sails.\n\n## Fares of May\n\nIt stops.\n",
            severity="warning",
        ),
        Good("It was of of course late.\n"),
        Good("He said To To the pier.\n"),
        Bad(
            "The fares [[of the old pier of the old pier]] rose.\n",
            says="“of the old pier of the old pier” stands twice; delete one.",
            fix="The fares of the old pier rose.\n",
            severity="warning",
        ),
        Bad(
            "The cod is *in [[the the]] long one* now.\n",
            says="“the the” stands twice; delete one.",
            fix="The cod is *in the long one* now.\n",
            severity="warning",
        ),
        Good("They lie at 4 at 4 of noon.\n"),
        Good("She saw it b b pier.\n"),
        Bad(
            "The ferry stops in [[the   the]] city.\n",
            says="“the the” stands twice; delete one.",
            fix="The ferry stops in the city.\n",
            severity="warning",
        ),
        Bad(
            "The ferry stops in [[the the]]\n",
            says="“the the” stands twice; delete one.",
            fix="The ferry stops in the\n",
            severity="warning",
        ),
        Bad(
            "[[It it]] is late.\n",
            says="“It it” stands twice; delete one.",
            fix="It is late.\n",
            severity="warning",
        ),
        Good("He sees the THE there.\n"),
        Good("See the ![x](a.png) the pier.\n"),
        Good("The cod is *in the the one* now.\n"),
        Good("She saw the the the pier.\n"),
        Bad(
            "The [[fees fees]] and the [[boats boats]] rose.\n",
            says=(
                "“fees fees” stands twice; delete one.",
                "“boats boats” stands twice; delete one.",
            ),
            fix="The fees and the boats rose.\n",
            severity="suggestion",
        ),
        Good("The ferry stops in the    the city.\n"),
        Good("So it it is late.\n"),
        Bad(
            "He sees [[a A]] there.\n",
            says="“a A” stands twice; delete one.",
            fix="He sees a there.\n",
            severity="warning",
        ),
        Good("It was of of late.\n"),
        Bad(
            "They wrote [[over the over the]] pier.\n",
            says="“over the over the” stands twice; delete one.",
            fix="They wrote over the pier.\n",
            severity="warning",
        ),
        Good("They made it big made it big at noon.\n"),
        Bad(
            "She sees that [[a a]] pier is there.\n",
            says="“a a” stands twice; delete one.",
            fix="She sees that a pier is there.\n",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        passages = list(self.passages(article))
        starts = list(accumulate((len(passage.text) + 1 for passage in passages), initial=0))
        copy = folded_phrase(BETWEEN.join([passage.text for passage in passages]))
        suspects = (bisect_right(starts, found.start()) - 1 for found in MAY_DOUBLE.finditer(copy))
        found = [double for number in dict.fromkeys(suspects) for double in self.doubles(passages[number])]
        content = {double.folded for double in found if double.is_content}
        for double in found:
            if not double.is_content or len(content) < DIALECT:
                yield self._tell(double)

    def passages(self, article: Article) -> Iterator[Passage]:
        """The writer's own words: headline, dek, subheads and prose."""
        for field in (*article.all("headline"), *article.all("dek")):
            yield article.own(field.passage)
        for heading in article.headings:
            if heading.passage is not None:
                yield article.own(heading.passage)
        yield from article.own_prose

    def _tell(self, double: Double) -> Finding:
        where, second = double.where, double.second
        safe = double.folded in NEVER_DOUBLE and where.part in RUNNING and not where.marks
        fix = self.delete(second, "Delete the second", "safe" if safe else "unsafe")
        return self.finding(
            where,
            f"{quoted(where.text)} stands twice; delete one.",
            severity=Severity.SUGGESTION if double.is_content else None,
            fix=fix if second.whole else None,
        )

    def doubles(self, passage: Passage) -> Iterator[Double]:
        words = passage.words
        folded = [word.text.lower() for word in words]
        at = 0
        while at < len(folded) - 1:
            size = self.doubled(passage, words, folded, at)
            if not size:
                at += 1
                continue
            first, last = words[at], words[at + 2 * size - 1]
            yield Double(
                passage[first.start : last.end],
                passage[words[at + size - 1].end : last.end],
                " ".join(folded[at : at + size]),
            )
            at += 2 * size

    def doubled(self, passage: Passage, words: Sequence[Word], folded: list[str], at: int) -> int:
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
            if not _is_unbroken(passage, words[at : at + 2 * size]):
                continue
            meant = self._word_is_meant if size == 1 else self._phrase_is_meant
            if meant(words, folded, at, size) or _is_set_apart(passage, words, at, size):
                return 0
            return size
        return 0

    def _word_is_meant(self, words: Sequence[Word], folded: list[str], at: int, _: int) -> bool:
        one, two, low = words[at].text, words[at + 1].text, folded[at]
        if low in self.allow or not one.isalpha() or _is_letter(one):
            return True
        if low in FINE and not (low == "it" and one[0].isupper()):
            return True
        if low in folded[max(0, at - 1) : at] + folded[at + 2 : at + 3]:
            return True  # three times in a row
        if one[0].isupper() and (two[0].isupper() or low not in SMALL):
            return True
        if two.isupper() and len(two) > 1:
            return True  # “the package PACKAGE”
        before = folded[max(0, at - 6) : at]
        if low in BE and not CLAUSE.isdisjoint(before):
            return True
        if low == "to" and not LEADS_TO.isdisjoint(before[-1:]):
            return True
        return low == "of" and folded[at + 2 : at + 3] in (["course"], ["late"])

    def _phrase_is_meant(self, words: Sequence[Word], folded: list[str], at: int, size: int) -> bool:
        goes_on = at + 2 * size < len(folded) and folded[at + 2 * size] == folded[at]
        came_from = at > 0 and folded[at - 1] == folded[at + size - 1]
        phrase = folded[at : at + size]
        if goes_on or came_from or {"face", "so", "time"} & set(phrase):
            return True
        if any(word.text[0].isupper() or word.text.isdigit() for word in words[at : at + size]):
            return True
        if not (phrase[0] in EDGES or phrase[-1] in EDGES):
            return True
        if size == 2 and any(phrase[n] in ROWS and phrase[1 - n] not in EDGES for n in (0, 1)):
            return True
        return not MAKES.isdisjoint(folded[max(0, at - 1) : at + 1])


class Double(NamedTuple):
    """Words that stand twice: both of them, the second with the blank before it, and the words in small letters."""

    where: Passage
    second: Passage
    folded: str

    @property
    def is_content(self) -> bool:
        return " " not in self.folded and self.folded not in SMALL


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word not in "aAI"


def _is_unbroken(passage: Passage, words: Sequence[Word]) -> bool:
    """Whether nothing but a little white space stands between the words; columns are set wider apart."""
    return all(
        passage.text[left.end : right.start].isspace() and len(passage[left.end : right.start].written) <= GAP
        for left, right in pairwise(words)
    )


def _is_set_apart(passage: Passage, words: Sequence[Word], at: int, size: int) -> bool:
    """Whether italics hold both, something without words stands between, or a label ends its line."""
    first, last = words[at], words[at + 2 * size - 1]
    left, right = words[at + size - 1], words[at + size]
    if passage.text[max(0, first.start - 1) : first.start] == "/":
        return True
    between = passage.source.text[passage.place(left.end - 1).end : passage.place(right.start).start]
    if BESIDE.search(between) is not None:
        return True
    marks = passage.marks  # in order of their ends
    near = bisect_left(marks, left.end, key=lambda mark: mark.end)
    for mark in marks[near : near + MARKS]:
        if mark.kind in ("strong", "em") and mark.end == left.end and "\n" in between:
            return True
        inside = mark.start <= first.start and last.end <= mark.end
        if inside and mark.kind == "em" and len(passage.text[mark.start : mark.end].split()) <= IN_ITALICS:
            return True
    return False
