from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import ClassVar, NamedTuple

from presslint import Article, Bad, Finding, Good, Kind, Option, Part, Passage, Rule, Severity, quoted
from presslint.desk.outline import stands_aside
from presslint.language.likeness import fold
from presslint.model.regex import regex

LENGTH = 40  # characters; a shorter sentence may come back on purpose
WORDS = 8  # fewer may come back on purpose, too
LONG = 40  # words that nobody writes twice in a row
VERY_LONG = 80  # words in three paragraphs and more that no two sections share
FAR = 25  # words of a paragraph that is no label and no note
FULL = 12  # words of a sentence that says something of its own
PARALLEL = 3  # as many places with a repeated sentence are a form
GLUED = regex(r"(?<=[a-z]{3})[.!?](?=[A-Z][a-z]* [a-z])")
NEAR = 2  # paragraphs between which a repetition cannot be a refrain
ENDS = 5  # words of the first and the last paragraph that a message names
SET_OFF = 0.95  # of the characters of a paragraph that is all bold or italic
QUOTED = 12  # blocks in which a quotation ends that marks on lines of their own enclose
DIGITS = regex(r"\d{1,9}(?:[. ]\d{1,9}){0,3}")
PULLS = frozenset("=>|{[*_#~")
FIGURES = frozenset((Kind.TABLE, Kind.MEDIA, Kind.EMBED, Kind.CODE))
OPENS_QUOTE = ("“", '"', "‘", "«", "„", "'", "{", "[", "*", "Q")
LONE_MARKS = frozenset('“”„‟"«»')
# calls to the reader, standing notices and dummy text
FORMULA = regex(
    r"\A(?:to |for more |note |\W{1,3})?(?:please|contact|e-?mail|register|subscribe|sign up|join|click|visit|learn|find"
    r"|information|see|read|download|watch|follow|(?:in|during) this (?:session|webinar|talk|class))\b"
    r"|\bplease\b|\b(?:for more|learn more|find out more|sign up|click here|join us|see (?:also|more|our)|lorem ipsum"
    r"|dolore?|veniam|laborum|copyright|licen[sc]ed (?:under|for)|all rights|endorse\w*|views expressed|opinions are"
    r"|originally (?:published|appeared|posted))\b|\d:\d\d|\{\{|https?:|@",
    re.I,
)


_LONG = (
    "The crew of the boat that came in from the north before dawn had been at sea for nine days without a word from "
    "the harbour, and when the lamp on the point was lit at last they rowed for an hour against the tide to reach the "
    "pier in the end."
)


class Repeat(NamedTuple):
    """A sentence that stands a second time, and the numbers of both paragraphs."""

    second: Passage
    number: int
    before: int
    first: Passage


class RepeatedSentence(Rule):
    """A sentence stands once.

    The same sentence twice in one article is a paste or a merge that went wrong. Sentences of eight
    words or more in paragraphs and list items are compared, case and spacing aside. It is an error where
    nothing but chance can have put 40 words there twice: a paragraph right behind itself, two and more in a
    row under one subhead, a section with its subhead, or the whole article. A paragraph of 25 words that stands
    twice is a warning, a shorter one only near its like; so is a sentence of twelve words in the same or the next paragraph.

    Parallel wording is a suggestion: the paragraph that sections of one level share, each with words of its own
    (the support of two releases, the fares of two piers), the note under two tables, sentences further apart,
    under two subheads, in list items, and several in one article that each stand in a text of their own. So is
    what is quoted or set off in bold or italics, as letters are in their answers. Questions, notices, pull quotes (an
    aside, or a mark of the site's own), a note at the top and at the end, and a sentence that stands three times
    are left alone. A whole paragraph is one finding, however often it stands; three and more that come
    back are one together.
    """

    severity = Severity.ERROR
    sources = ("Copy-desk practice: paste and merge accidents",)
    boilerplate: tuple[str, ...] = Option(
        (), description="Sentences that may stand more than once, such as a sign-up line."
    )
    examples: ClassVar = (
        Good("The boat was late again. The boat was late again.\n"),
        Good(
            "“We will run the boat to the north pier in every weather,” she said.\n\n"
            "“We will run the boat to the north pier in every weather,” she said.\n"
        ),
        Good(
            "Sign up to our weekly letter about the harbour here.\n\nNews.\n\n"
            "Sign up to our weekly letter about the harbour here.\n",
            boilerplate=("Sign up to our weekly letter about the harbour here.",),
        ),
        Bad(
            "The council will decide in May whether the boat runs after dark. Islanders wait.\n\n"
            "The mayor was away.\n\n"
            "[[The council will decide in May whether the boat runs after dark.]]\n",
            says="This sentence stands twice: “The council will decide in May whether … runs after "
            "dark.”; cut one of them.",
            severity="suggestion",
        ),
        Bad(
            "The council will decide in May whether the boat runs. Islanders wait and hope for a good "
            "answer soon, and so does the crew of the boat.\n\nNews.\n\n"
            "[[The council will decide in May whether the boat runs. Islanders wait and hope for a good "
            "answer soon, and so does the crew of the boat.]] It met twice.\n",
            says="This passage stands twice: “The council will decide in May whether … crew of the boat.”; "
            "cut one of them.",
            severity="suggestion",
        ),
        Bad(
            "The kiosk opens at nine each day in May. If you type the name of a pier, it opens the map."
            "[[If you type the name of a pier, it opens the map.]] You can also ask.\n",
            severity="warning",
        ),
        Bad(
            "## Ayton\n\nData on the crew of this pier are not there yet, and the board says that it will count them "
            "by the end of the year, when all the piers are open again.\n\n## Beeton\n\n[[Data on the crew of this pier "
            "are not there yet, and the board says that it will count them by the end of the year, when all the "
            "piers are open again.]]\n\n## Ceeton\n\nData on the crew of this pier are not there yet, and the board says "
            "that it will count them by the end of the year, when all the piers are open again.\n",
            says="This paragraph stands 3 times: “Data on the crew of this pier are not … are open again.”; say of "
            "each part what is true of it, or say it once.",
            severity="warning",
        ),
        Bad(
            "News.\n\nMore.\n\nThe council will decide in May whether the boat of the trust runs after dark.\n\n"
            "Islanders wait and hope for a good answer, and so does the crew of the boat.\n\n"
            "The pilots of the sound say that they will row if nobody else is willing to.\n\n"
            "[[The council will decide in May whether the boat of the trust runs after dark.]]\n\n"
            "Islanders wait and hope for a good answer, and so does the crew of the boat.\n\n"
            "The pilots of the sound say that they will row if nobody else is willing to.\n",
            says="The text from “The council will decide in” to “nobody else is willing to.” stands twice; cut "
            "one of them.",
            severity="error",
        ),
        Bad(
            f"News.\n\n{_LONG}\n\n[[{_LONG}]]\n\nMore.\n",
            severity="error",
            says="This paragraph stands twice: “The crew of the boat that came in from … pier in the end.”; "
            "cut one of them.",
        ),
        Bad(f"News.\n\nHm.\n\n{_LONG}\n\nMore.\n\n[[{_LONG}]]\n\nEnd.\n\nNow.\n", severity="warning"),
        Bad(
            f"News.\n\n## The crew\n\n{_LONG}\n\n## Fares\n\nThey rise.\n\n## The crew\n\n[[{_LONG}]]\n",
            severity="error",
        ),
        Bad(
            f"News.\n\n## Ayton\n\nIt opens at nine in the morning.\n\n{_LONG}\n\n## Beeton\n\nIt opens at ten in the "
            f"morning.\n\n[[{_LONG}]]\n",
            severity="suggestion",
        ),
        Bad(
            f"News.\n\n## Ayton\n\nIt opens at nine in the morning.\n\n{_LONG}\n\n### Beeton\n\nIt opens at ten in the "
            f"morning.\n\n[[{_LONG}]]\n",
            severity="warning",
        ),
        Bad(
            "News.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nIn this table each row is a pier, and the last one holds the "
            "boats of a year, counted by hand from the tower, by night as well as by day.\n\n| a | b |\n| - | - |\n"
            "| 3 | 4 |\n\n[[In this table each row is a pier, and the last one holds the boats of a year, counted by hand "
            "from the tower, by night as well as by day.]]\n",
            severity="suggestion",
        ),
        Bad(
            f"News.\n\nOld.\n\nSo.\n\n“\n\n{_LONG}\n\n”\n\nMore.\n\n“\n\n[[{_LONG}]]\n\n”\n\nA.\n\nB.\n",
            severity="suggestion",
            says="The text from “The crew of the boat” to “”” stands twice; cut one of them.",
        ),
        Bad(
            f"News.\n\n## Series 2.4\n\n{_LONG}\n\n## Series 2.5\n\n[[{_LONG}]]\n\n## Series 2.6\n\nIt is closed.\n",
            severity="suggestion",
        ),
        Bad(
            f"News.\n\n## Ayton\n\n### The way\n\n{_LONG}\n\n## Beeton\n\n### The way\n\n[[{_LONG}]]\n",
            severity="suggestion",
        ),
        Bad(f"Hi.\n\nSo.\n\n*{_LONG}*\n\nYes.\n\nNo.\n\n*[[{_LONG}]]*\n\nA.\n\nB.\n", severity="suggestion"),
        Bad(
            "Fares are up for the boat to Ayton. The board says that nobody will pay more than it does now.\n\nThe pier is "
            "old. [[The board says that nobody will pay more than it does now.]]\n",
            severity="warning",
        ),
        Bad(
            "## Ayton\n\nFares are up. The board says that nobody will pay more than it does now.\n\n## Beeton\n\nThe pier "
            "is old. [[The board says that nobody will pay more than it does now.]]\n",
            severity="suggestion",
        ),
        Good(
            "Fares are up. The board says that nobody will pay more than it does now. It met.\n\n"
            "=PULL=The board says that nobody will pay more than it does now. It met=\n"
        ),
        Bad(
            f"## A\n\n{_LONG}\n\nB.\n\n[[{_LONG}]]\n\nC.\n\nFares are up for all of those who live on the other side "
            "of the sound.\n\nD.\n\nFares are up for all of those who live on the other side of the sound.\n\nE.\n\nThe "
            "lamp was lit by a boy whose name nobody in the town knows.\n\nF.\n\nThe lamp was lit by a boy whose name "
            "nobody in the town knows.\n\nG.\n",
            says="This paragraph stands twice: “The crew of the boat that came in from … pier in the end.”, and 2 other paragraphs "
            "come back too; cut what was pasted.",
            severity="warning",
        ),
        Good(
            "The map is licensed under the terms of the harbour trust of Ayton.\n\nA.\n\nB.\n\nThe map is licensed under the "
            "terms of the harbour trust of Ayton.\n\nC.\n\nD.\n"
        ),
        Bad(
            "## Ana Ruiz\n\nThe pilot runs for the two-year seat and for the four-year seat on the board.\n\nShe is from Ayton."
            "\n\nShe sails.\n\n## Ben Cole\n\n[[The pilot runs for the two-year seat and for the four-year seat on the "
            "board.]]\n\nHe is from Beeton.\n\nHe rows.\n",
            severity="suggestion",
        ),
        Good(
            "The names in this story were changed by the desk to protect the crew.\n\nThe boat left.\n\nIt came back.\n\n"
            "It left again.\n\nThe names in this story were changed by the desk to protect the crew.\n"
        ),
        Good(
            "The council will decide in May whether the boat runs after dark. Islanders wait.\n\n"
            "<aside>\n<p>The council will decide in May whether the boat runs after dark.</p>\n</aside>\n"
        ),
        Bad(
            "Ayton was told to pay a fine. The trust upheld the finding of the harbour board.\n\n"
            "Beeton was told to move its nets. [[The trust upheld the finding of the harbour board.]]\n",
            severity="suggestion",
        ),
        Bad(
            "The council will decide in May whether the boat runs. Islanders wait and hope for a good "
            "answer soon.\n\n"
            "[[The council will decide in May whether the boat runs. Islanders wait and hope for a good "
            "answer soon.]]\n",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        allowed = {folded(sentence) for sentence in self.boilerplate}
        outline = Outline(article)
        told: set[int] = set()
        yield from self.rolled_up(article, list(self.paragraphs(article, outline, allowed, told)))
        places: dict[str, list[tuple[int, Passage]]] = {}
        for number, paragraph in enumerate(article.prose):
            if len(paragraph) >= LENGTH and number not in told:
                for sentence in sentences(paragraph):
                    if len(sentence) >= LENGTH:
                        places.setdefault(sentence.text.casefold(), []).append((number, sentence))
        again: dict[int, list[Repeat]] = {}
        for found in places.values():
            if len(found) != 2:  # what stands three times is there on purpose
                continue
            if is_statement(found[0][1].text) and folded(found[0][1].text) not in allowed:
                (before, first), (number, second) = found
                again.setdefault(number, []).append(Repeat(second, number, before, first))
        found_runs = [
            run
            for number, repeats in again.items()
            for run in runs(repeats)
            if not stands_aside(article, run[0].second)
            and not stands_aside(article, run[0].first)
            and not is_pulled(article.prose[number], article.prose[run[0].before])
        ]
        for run in found_runs:
            yield from self.report(article, outline, run, len(found_runs))

    def rolled_up(self, article: Article, found: list[tuple[Finding, list[int]]]) -> Iterator[Finding]:
        """Three places and more that stand again are one finding."""
        if len(found) < PARALLEL:
            yield from (finding for finding, _ in found)
            return
        worst = max(finding.severity for finding, _ in found)
        at = next(at for at, (finding, _) in enumerate(found) if finding.severity is worst)
        finding, (first, second, *_) = found.pop(at)
        yield self.finding(
            article.prose[second],
            f"{finding.message.rpartition(';')[0]}, and {len(found)} other paragraphs come back too; cut what was pasted.",
            severity=worst,
            see=(
                (article.prose[first], "first stands here"),
                *((article.prose[numbers[1]], "another one") for _, numbers in found),
            ),
        )

    def paragraphs(
        self, article: Article, outline: Outline, allowed: set[str], told: set[int]
    ) -> Iterator[tuple[Finding, list[int]]]:
        """Whole paragraphs that stand more than once; `told` gets the numbers of all that are dealt with."""
        groups: dict[str, list[int]] = {}
        for number, paragraph in enumerate(article.prose):
            groups.setdefault(paragraph.text.casefold(), []).append(number)
        for numbers in groups.values():
            first = article.prose[numbers[0]]
            if (
                len(numbers) < 2
                or numbers[1] in told
                or any(article.prose[number].part is not Part.PARAGRAPH for number in numbers)
                or first.text.count(" ") < FULL - 1
                or not is_statement(first.text.strip())
                or folded(first.text) in allowed
            ):
                continue
            if is_note_at_both_ends(article, numbers):
                told.update(numbers)
                continue
            if any(stands_aside(article, article.prose[number]) for number in numbers):
                continue
            size = length_of_run(article, *numbers) if len(numbers) == 2 else 1
            told.update(number + step for number in numbers for step in range(size))
            yield self.whole(article, outline, numbers, size), numbers

    def whole(self, article: Article, outline: Outline, numbers: list[int], size: int) -> Finding:
        """A paragraph that stands more than once, or `size` of them in a row that stand twice."""
        first, second, *more = (article.prose[number] for number in numbers)
        times = "twice" if not more else f"{len(numbers)} times"
        remedy = "cut one of them" if not more else "say of each part what is true of it, or say it once"
        what = f"This paragraph stands {times}: {quoted(second.text)}"
        if size > 1:
            last = article.prose[numbers[1] + size - 1]
            what = f"The text from {quoted(opening(second))} to {quoted(ending(last))} stands twice"
        return self.finding(
            second,
            f"{what}; {remedy}.",
            fix=self.delete(second, "Delete the repeated paragraph", "unsafe") if size == 1 else None,
            severity=outline.weight(numbers, size),
            see=((first, "first stands here"), *((each, "again") for each in more)),
        )

    def report(self, article: Article, outline: Outline, run: list[Repeat], places: int) -> Iterator[Finding]:
        """One finding for sentences that stand one after the other in both places."""
        (second, number, before, first), (last, *_) = run[0], run[-1]
        where = second.root[second.at : last.at + len(last)]
        whole = len(run) > 1 and where.text.strip() == article.prose[number].text.strip()
        plain = first.part is second.part is Part.PARAGRAPH
        if number - before > NEAR and not plain:
            return
        kind = "paragraph" if whole else "sentence" if len(run) == 1 else "passage"
        severity = Severity.SUGGESTION
        doubled = len(run) == 1 and follows(first, second)
        near = plain and number - before <= 1 and outline.in_one_part(before, number)
        if not outline.is_quoted(number) and (
            doubled or (near and where.word_count >= FULL and places < PARALLEL)
        ):
            severity = Severity.WARNING
        yield self.finding(
            where,
            f"This {kind} stands twice: {quoted(where.text)}; cut one of them.",
            fix=self.delete(where, f"Delete the repeated {kind}", "unsafe"),
            severity=severity,
            see=((first, "first stands here"),),
        )


class Outline:
    """Where the paragraphs of an article stand: under which subhead, after what, in whose words."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.heads = [heading.span.start for heading in article.headings]
        self.starts = [block.span.start for block in article.blocks]

    def part_of(self, number: int) -> int:
        """The number of the subhead over a paragraph; 0 before the first."""
        return bisect_right(self.heads, self.article.prose[number].span.start)

    def in_one_part(self, one: int, other: int) -> bool:
        return self.part_of(one) == self.part_of(other)

    def weight(self, numbers: list[int], size: int) -> Severity:
        """How sure it is that whole paragraphs stand again by accident."""
        first, second = numbers[:2]
        words = sum(each.word_count for each in self.article.prose[second : second + size])
        if any(map(self.is_set_off, numbers)) or all(map(self.explains_a_figure, numbers)):
            return Severity.SUGGESTION
        parts = sorted({self.part_of(number) for number in numbers})
        copied = len(parts) > 1 and self.is_a_copy(first, second, size)
        if len(parts) == 1 or copied:
            if words >= LONG and len(numbers) == 2 and (copied or size > 1 or second - first == 1):
                return Severity.ERROR
            near = second - first <= NEAR or len(numbers) > 2
            return Severity.WARNING if near or words >= FAR else Severity.SUGGESTION
        if words < FAR or (
            (size < PARALLEL or words < VERY_LONG) and self.are_parallel(parts, numbers, size)
        ):
            return Severity.SUGGESTION
        return Severity.WARNING

    def is_a_copy(self, first: int, second: int, size: int) -> bool:
        """Whether a whole section was pasted, its subhead and all; so an article that stands twice."""
        one, other = self.part_of(first), self.part_of(second)
        last = self.part_of(first + size - 1)
        if one == 0:
            return 0 < last == self.part_of(second + size - 1) - other
        if self.name(one) != self.name(other) or self.parent(one) != self.parent(other):
            return False
        return not self.own_words(one, range(first, first + size)) and not self.own_words(
            other, range(second, second + size)
        )

    def name(self, part: int) -> str:
        return fold(self.article.headings[part - 1].text) if part else ""

    def label(self, part: int) -> str:
        """The words of a subhead without its figures: “Series 2.4” and “Series 2.5” are alike."""
        return DIGITS.sub("0", self.name(part))

    def parent(self, part: int) -> str:
        """The words of the subhead over a subhead."""
        heads = self.article.headings
        level = heads[part - 1].level
        return next((head.text for head in reversed(heads[: part - 1]) if head.level < level), "")

    def are_parallel(self, parts: list[int], numbers: list[int], size: int) -> bool:
        """Whether a paragraph is the part that sections of one level share.

        Each has words of its own, or their subheads differ in a figure or stand under different parents.
        """
        if 0 in parts or len({self.article.headings[part - 1].level for part in parts}) > 1:
            return False
        if len(set(map(self.label, parts))) == 1 < len({(self.name(at), self.parent(at)) for at in parts}):
            return True
        shared = [number + step for number in numbers for step in range(size)]
        return all(self.own_words(part, shared) for part in parts)

    def own_words(self, part: int, shared: Iterable[int]) -> bool:
        """Whether more than the `shared` paragraphs stands under a subhead."""
        known = {self.article.prose[number].text.casefold() for number in shared}
        start = self.heads[part - 1]
        end = self.heads[part] if part < len(self.heads) else None
        last = len(self.starts) if end is None else bisect_left(self.starts, end)
        return any(
            inner.text and inner.word_count > 2 and inner.text.casefold() not in known
            for block in self.article.blocks[bisect_right(self.starts, start) : last]
            for inner in block.walk()
        )

    def explains_a_figure(self, number: int) -> bool:
        """Whether a paragraph is the note under a table or picture."""
        at = bisect_left(self.starts, self.article.prose[number].span.start)
        return at > 0 and (
            self.article.blocks[at - 1].kind in FIGURES or bool(self.article.blocks[at - 1].media)
        )

    def is_set_off(self, number: int) -> bool:
        """Whether a paragraph is all bold or italic, or in quotation marks: somebody else's words."""
        passage = self.article.prose[number]
        marked = max(sum(map(len, passage.marked(kind))) for kind in ("strong", "em"))
        return marked >= SET_OFF * len(passage) or self.is_quoted(number)

    def is_quoted(self, number: int) -> bool:
        """Whether a paragraph is quoted: by marks of its own, or between two that stand alone."""
        passage = self.article.prose[number]
        if passage.text.lstrip().startswith(OPENS_QUOTE[:6]):
            return True
        at = bisect_right(self.starts, passage.span.start)
        for block in reversed(self.article.blocks[max(at - QUOTED, 0) : at]):
            text = block.text.strip()
            if text in LONE_MARKS:
                return text in OPENS_QUOTE
        return False


def opening(passage: Passage) -> str:
    return " ".join(passage.text.split()[:ENDS])


def ending(passage: Passage) -> str:
    return " ".join(passage.text.split()[-ENDS:])


def length_of_run(article: Article, first: int, second: int) -> int:
    """How many paragraphs and items that stand one after the other stand again from `second` on."""
    prose, size = article.prose, 1
    while (
        first + size < second
        and second + size < len(prose)
        and prose[first + size].text.casefold() == prose[second + size].text.casefold()
    ):
        size += 1
    return size


def is_note_at_both_ends(article: Article, numbers: list[int]) -> bool:
    """Whether a paragraph opens and closes the article."""
    return len(numbers) == 2 and numbers[0] < 2 and numbers[1] >= max(len(article.prose) - 2, 4)


def is_pulled(one: Passage, other: Passage) -> bool:
    """Whether a paragraph with a mark of the site's own around it repeats words of the copy: a pull quote."""
    return any(each.text.lstrip()[:1] in PULLS for each in (one, other)) and one is not other


def sentences(paragraph: Passage) -> Iterator[Passage]:
    """The sentences of a paragraph, those without a blank between them as well: “… a shell.If you …”."""
    for sentence in paragraph.sentences:
        start = 0
        for match in GLUED.finditer(sentence.text):
            yield sentence[start : match.end()]
            start = match.end()
        yield sentence[start:] if start else sentence


def runs(repeats: list[Repeat]) -> Iterator[list[Repeat]]:
    """The repeated sentences of a paragraph, those together that follow each other in both places."""
    run: list[Repeat] = []
    for repeat in repeats:
        if run and not (follows(run[-1].second, repeat.second) and follows(run[-1].first, repeat.first)):
            yield run
            run = []
        run.append(repeat)
    yield run


def follows(one: Passage, other: Passage) -> bool:
    """Whether nothing but white space stands between two sentences of a paragraph."""
    return one.root is other.root and not one.root.text[one.at + len(one) : other.at].strip()


def is_statement(text: str) -> bool:
    """Whether a sentence says something: no question, label, call to the reader or standing notice."""
    return (
        text[-1] in ".!…"
        and text.count(" ") >= WORDS - 1
        and not text.startswith(OPENS_QUOTE)
        and FORMULA.search(text) is None
    )


def folded(sentence: str) -> str:
    """A sentence without its case, spacing and last stop."""
    return " ".join(sentence.casefold().split()).rstrip('.!?…”"’ ')
