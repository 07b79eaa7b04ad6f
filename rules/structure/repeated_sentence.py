from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Part, Passage, Rule, Severity, quoted
from presslint.desk import Parts, Repeat, follows, is_standing, joined, stands_aside

WORDS = 8  # of a sentence; a shorter one may come back on purpose
LONG = 40  # words that nobody writes twice in a row
VERY_LONG = 80  # words in three paragraphs and more that no two sections share
FAR = 25  # words of a paragraph that is no label and no note
FULL = 12  # words of a sentence that says something of its own
PARALLEL = 3  # as many places with a repeated sentence are a form
NEAR = 2  # paragraphs between which a repetition cannot be a refrain
MANY = 3  # places of a sentence that are told as a count
ENDS = 5  # words of the first and the last paragraph that a message names
OPENS_QUOTE = ("“", '"', "‘", "«", "„", "'", "{", "[", "*", "Q")
_LONG = (
    "The crew of the boat that came in from the north before dawn had been at sea for nine days without a word from "
    "the harbour, and when the lamp on the point was lit at last they rowed for an hour against the tide to reach the "
    "pier in the end."
)


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
    aside, or a mark of the site's own) and a note at the top and at the end are left alone. A sentence of twelve
    words that stands three times and more is a warning, and a suggestion where a label opens it, in list items, and
    where each of the parts that share it has a text of its own. A whole paragraph is one finding, however often it stands; three and more that come
    back are told as one.
    """

    severity = Severity.ERROR
    most_on_pages = Severity.SUGGESTION
    reads = frozenset({"repeats.paragraphs", "repeats.sentences"})
    sources = ("Copy-desk practice: paste and merge accidents",)
    as_one = "{what} (so too {names}); cut what was pasted."
    as_one_above = 2
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
            "of the sound.\n\nD.\n\n[[Fares are up for all of those who live on the other side of the sound.]]\n\nE.\n\nThe "
            "lamp was lit by a boy whose name nobody in the town knows.\n\nF.\n\n[[The lamp was lit by a boy whose name "
            "nobody in the town knows.]]\n\nG.\n",
            says=(
                "This paragraph stands twice: “The crew of the boat that came in from … pier in the end.”; cut one of them.",
                "This paragraph stands twice: “Fares are up for all of those who live … side of the sound.”; cut one of them.",
                "This paragraph stands twice: “The lamp was lit by a boy whose name … in the town knows.”; cut one of them.",
            ),
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
        Bad(
            "The council will decide in May whether the boat runs after dark.\n\nNews.\n\nIt rains.\n\n[[The "
            "council will decide in May whether the boat runs after dark.]]\n",
            says="This paragraph stands twice: “The council will decide in May whether … runs after dark.”; "
            "cut one of them.",
            fix="The council will decide in May whether the boat runs after dark.\n\nNews.\n\nIt rains.\n\n\n",
            severity="suggestion",
        ),
        Bad(
            "News.\n\n## Ayton\n\nIt opens at nine in the morning.\n\nThe crew of the boat that came in from "
            "the north before dawn had been at sea for nine days without a word home, and when the lamp "
            "was lit they rowed for a whole hour against the strong tide.\n\nThe light on the point was "
            "lit by nine families of fishermen, who kept it burning for sixty years without any help "
            "from the county or the state.\n\nThe council will decide in May whether the boat runs after "
            "dark.\n\n## Beeton\n\nIt opens at ten, and on Sundays not at all.\n\n[[The crew of the boat that "
            "came in from the north before dawn had been at sea for nine days without a word home, and "
            "when the lamp was lit they rowed for a whole hour against the strong tide.]]\n\nThe light on "
            "the point was lit by nine families of fishermen, who kept it burning for sixty years "
            "without any help from the county or the state.\n\nThe council will decide in May whether the "
            "boat runs after dark.\n",
            says="The text from “The crew of the boat” to “the boat runs after dark.” stands twice; cut one "
            "of them.",
            severity="warning",
        ),
        Bad(
            "The council decides in May whether the boat runs after dark.\n\nNews.\n\nIt rains.\n\n[[The "
            "council decides in May whether the boat runs after dark.]]\n",
            says="This sentence stands twice: “The council decides in May whether the boat runs after dark.”; "
            "cut one of them.",
            fix="The council decides in May whether the boat runs after dark.\n\nNews.\n\nIt rains.\n\n\n",
            severity="suggestion",
        ),
        Bad(
            "Fares are up. The council will decide in May whether the boat runs after dark. It met.\n\nThe "
            "pier is old. [[The council will decide in May whether the boat runs after dark.]] It met "
            "again.\n\nThe lamp is lit. The pilots of the sound say that they will row to Beeton. They are "
            "tired.\n\nThe sea is calm. [[The pilots of the sound say that they will row to Beeton.]] They "
            "are strong.\n",
            says=(
                "This sentence stands twice: “The council will decide in May whether … runs after dark.”; "
                "cut one of them.",
                "This sentence stands twice: “The pilots of the sound say that they will row to Beeton.”; "
                "cut one of them.",
            ),
            fix="Fares are up. The council will decide in May whether the boat runs after dark. It met.\n\nThe "
            "pier is old.  It met again.\n\nThe lamp is lit. The pilots of the sound say that they will "
            "row to Beeton. They are tired.\n\nThe sea is calm.  They are strong.\n",
            severity="warning",
        ),
        Bad(
            "News.\n\n## Ayton\n\nIt opens at nine in the morning.\n\nThe crew of the boat that came in from "
            "the north before dawn had been at sea for nine days without a word home.\n\nThe light on the "
            "point was lit by nine families of fishermen, who kept it burning for sixty years without "
            "any help from the county or the state.\n\nThe council will decide in May whether the boat "
            "runs after dark.\n\n## Beeton\n\nIt opens at ten, and on Sundays not at all.\n\n[[The crew of the "
            "boat that came in from the north before dawn had been at sea for nine days without a word "
            "home.]]\n\nThe light on the point was lit by nine families of fishermen, who kept it burning "
            "for sixty years without any help from the county or the state.\n\nThe council will decide in "
            "May whether the boat runs after dark.\n",
            says="The text from “The crew of the boat” to “the boat runs after dark.” stands twice; cut one "
            "of them.",
            severity="suggestion",
        ),
        Bad(
            "News.\n\nThe council will decide in May whether the boat runs after dark.\n\nThe light on the "
            "point was lit by nine families of fishermen, who kept it burning for sixty years without "
            "any help from the county or the state.\n\nIt rains.\n\n[[The council will decide in May whether "
            "the boat runs after dark.]]\n\nThe light on the point was lit by nine families of fishermen, "
            "who kept it burning for sixty years without any help from the county or the state.\n\nSo be "
            "it.\n",
            says="The text from “The council will decide in” to “the county or the state.” stands twice; cut "
            "one of them.",
            severity="error",
        ),
        Bad(
            "News.\n\nThe crew of the boat that came in from the north before dawn had been at sea for "
            "nine days without a word home, and when the lamp was lit they rowed for a whole hour "
            "against the tide.\n\n[[The crew of the boat that came in from the north before dawn had been "
            "at sea for nine days without a word home, and when the lamp was lit they rowed for a whole "
            "hour against the tide.]]\n\nIt rains.\n",
            says="This paragraph stands twice: “The crew of the boat that came in from … against the tide.”; "
            "cut one of them.",
            fix="News.\n\nThe crew of the boat that came in from the north before dawn had been at sea for "
            "nine days without a word home, and when the lamp was lit they rowed for a whole hour "
            "against the tide.\n\n\n\nIt rains.\n",
            severity="warning",
        ),
        Bad(
            "News.\n\nThe council will decide in May whether the boat runs after dark.\n\nIt rains.\n\nSo be "
            "it.\n\nIt is May.\n\nOld.\n\n[[The council will decide in May whether the boat runs after "
            "dark.]]\n\nIt rains.\n\nSo be it.\n\nIt is May.\n\nOld.\n\nThe council will decide in May whether the "
            "boat runs after dark.\n\nSo be it.\n",
            says="This paragraph stands 3 times: “The council will decide in May whether … runs after dark.”; "
            "say of each part what is true of it, or say it once.",
            fix="News.\n\nThe council will decide in May whether the boat runs after dark.\n\nIt rains.\n\nSo be "
            "it.\n\nIt is May.\n\nOld.\n\n\n\nIt rains.\n\nSo be it.\n\nIt is May.\n\nOld.\n\nThe council will decide in "
            "May whether the boat runs after dark.\n\nSo be it.\n",
            severity="warning",
        ),
        Bad(
            "Fares are up. The council will decide in May whether the boat runs after dark. It met.\n\nThe "
            "pier is old. [[The council will decide in May whether the boat runs after dark.]] It met "
            "again.\n\nThe lamp is lit. The pilots of the sound say that they will row to Beeton. They are "
            "tired.\n\nThe sea is calm. [[The pilots of the sound say that they will row to Beeton.]] They "
            "are strong.\n\nThe quay is new. The board says that nobody will pay more than it does now. It "
            "is rich.\n\nThe lock is open. [[The board says that nobody will pay more than it does now.]] "
            "It is poor.\n",
            says=(
                "This sentence stands twice: “The council will decide in May whether … runs after dark.”; "
                "cut one of them.",
                "This sentence stands twice: “The pilots of the sound say that they will row to Beeton.”; "
                "cut one of them.",
                "This sentence stands twice: “The board says that nobody will pay more than it does now.”; "
                "cut one of them.",
            ),
            fix="Fares are up. The council will decide in May whether the boat runs after dark. It met.\n\nThe "
            "pier is old.  It met again.\n\nThe lamp is lit. The pilots of the sound say that they will "
            "row to Beeton. They are tired.\n\nThe sea is calm.  They are strong.\n\nThe quay is new. The "
            "board says that nobody will pay more than it does now. It is rich.\n\nThe lock is open.  It "
            "is poor.\n",
            severity="suggestion",
        ),
        Good(
            "The council will decide in May whether the boat runs after dark.\n\n<aside>\n<p>The council "
            "will decide in May whether the boat runs after dark.</p>\n</aside>\n\nNews.\n"
        ),
        Bad(
            "Sign up to our weekly letter about the harbour here.\n\nNews.\n\nSign up to our weekly letter "
            "about the harbour here.\n\nThe council will decide in May whether the boat runs after dark. "
            "[[The council will decide in May whether the boat runs after dark.]]\n",
            says="This sentence stands twice: “The council will decide in May whether … runs after dark.”; "
            "cut one of them.",
            fix="Sign up to our weekly letter about the harbour here.\n\nNews.\n\nSign up to our weekly letter "
            "about the harbour here.\n\nThe council will decide in May whether the boat runs after dark. \n",
            severity="warning",
            boilerplate=("Sign up to our weekly letter about the harbour here.",),
        ),
        Bad(
            "The boat is late. Whoever wants to go there in May has to ask the crew for a bed. It is cold. [[Whoever wants "
            "to go there in May has to ask the crew for a bed.]] It rains. Whoever wants to go there in May has to ask the "
            "crew for a bed.\n",
            says="This sentence stands 3 times: “Whoever wants to go there in May has to … the crew for a bed.”; cut the others.",
            severity="suggestion",
        ),
        Bad(
            "Lead.\n\n- It is cold. Whoever wants to go there in May has to ask the crew for a bed.\n- It rains. [[Whoever "
            "wants to go there in May has to ask the crew for a bed.]]\n- It snows. Whoever wants to go there in May has to "
            "ask the crew for a bed.\n",
            severity="suggestion",
        ),
        Good(
            "The boat is late. O the sea, the sea, the wide and cold sea. It is cold. O the sea, the sea, the wide and cold "
            "sea. It rains. O the sea, the sea, the wide and cold sea.\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        allowed = {folded(sentence) for sentence in self.boilerplate}
        parts = Parts(article)
        told: set[int] = set()
        yield from self.paragraphs(article, parts, allowed, told)
        pairs = [
            pair
            for pair in (repeat.without(told) for repeat in article.repeats.sentences)
            if pair.times == 2  # what stands three times is there on purpose
            and is_statement(pair.first.text)
            and folded(pair.first.text) not in allowed
        ]
        found = [run for run in joined(pairs) if not is_shown_twice(article, parts, run[0])]
        for run in found:
            yield from self.report(article, parts, run, len(found))
        yield from self.many(article, parts, allowed, told)

    def many(self, article: Article, parts: Parts, allowed: set[str], told: set[int]) -> Iterator[Finding]:
        """Sentences that stand three times and more, which the parts of a form may share on purpose."""
        for repeat in (each.without(told) for each in article.repeats.sentences):
            text = repeat.first.text if repeat.times >= MANY else ""
            if repeat.times < MANY or repeat.first.word_count < FULL or not is_statement(text):
                continue
            if folded(text) in allowed or any(stands_aside(article, place) for place in repeat.places):
                continue
            if "ipsum" in article.source.text.lower():
                continue  # filler, which placeholder-text tells
            yield self.finding(
                repeat.second,
                f"This sentence stands {repeat.times} times: {quoted(repeat.second.text)}; cut the others.",
                severity=Severity.SUGGESTION,  # readers found many of them meant
                see=tuple((place, "and here") for place in (repeat.first, *repeat.places[2:21])),
                times=repeat.times,
            )

    def paragraphs(
        self, article: Article, parts: Parts, allowed: set[str], told: set[int]
    ) -> Iterator[Finding]:
        """Whole paragraphs that stand more than once; `told` gets the numbers of all that are dealt with."""
        for repeat in article.repeats.paragraphs:
            numbers, text = repeat.numbers, repeat.first.text
            if (
                numbers[1] in told
                or any(place.part is not Part.PARAGRAPH for place in repeat.places)
                or text.count(" ") < FULL - 1
                or not is_statement(text.strip())
                or folded(text) in allowed
            ):
                continue
            if parts.are_at_both_ends(numbers):
                told.update(numbers)
                continue
            if any(stands_aside(article, place) for place in repeat.places):
                continue
            size = article.repeats.in_a_row(*numbers) if repeat.times == 2 else 1
            told.update(number + step for number in numbers for step in range(size))
            yield self.whole(article, parts, numbers, size)

    def whole(self, article: Article, parts: Parts, numbers: Sequence[int], size: int) -> Finding:
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
            severity=weight(article, parts, numbers, size),
            see=((first, "first stands here"), *((each, "again") for each in more)),
            times=len(numbers),
        )

    def report(
        self, article: Article, parts: Parts, run: list[Repeat[Passage]], places: int
    ) -> Iterator[Finding]:
        """One finding for sentences that stand one after the other in both places."""
        (first, second), (before, number), last = run[0].places, run[0].numbers, run[-1].second
        where = second.root[second.at : last.at + len(last)]
        whole = len(run) > 1 and where.text.strip() == article.prose[number].text.strip()
        plain = first.part is second.part is Part.PARAGRAPH
        if number - before > NEAR and not plain:
            return
        kind = "paragraph" if whole else "sentence" if len(run) == 1 else "passage"
        severity = Severity.SUGGESTION
        doubled = len(run) == 1 and follows(first, second)
        near = plain and number - before <= 1 and parts.in_one_part(before, number)
        if not parts.is_quoted(number) and (
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


def weight(article: Article, parts: Parts, numbers: Sequence[int], size: int) -> Severity:
    """How sure it is that whole paragraphs stand again by accident."""
    first, second = numbers[:2]
    words = sum(each.word_count for each in article.prose[second : second + size])
    if any(map(parts.is_set_off, numbers)) or all(map(parts.explains_a_figure, numbers)):
        return Severity.SUGGESTION
    in_one = len({parts.part_of(number) for number in numbers}) == 1
    copied = not in_one and parts.is_a_copy(first, second, size)
    if in_one or copied:
        if words >= LONG and len(numbers) == 2 and (copied or size > 1 or second - first == 1):
            return Severity.ERROR
        near = second - first <= NEAR or len(numbers) > 2
        return Severity.WARNING if near or words >= FAR else Severity.SUGGESTION
    if len(numbers) >= MANY and words >= FULL and article.repeats.lists_are_filled:
        return Severity.WARNING
    shared = (size < PARALLEL or words < VERY_LONG) and parts.are_parallel(numbers, size)
    return Severity.SUGGESTION if words < FAR or shared else Severity.WARNING


def opening(passage: Passage) -> str:
    return " ".join(passage.text.split()[:ENDS])


def ending(passage: Passage) -> str:
    return " ".join(passage.text.split()[-ENDS:])


def is_shown_twice(article: Article, parts: Parts, pair: Repeat[Passage]) -> bool:
    """Whether one of two places is a box, an aside or a pull quote, which repeats the copy on purpose."""
    return parts.is_pulled(*pair.numbers) or any(stands_aside(article, place) for place in pair.places)


def is_statement(text: str) -> bool:
    """Whether a sentence says something: no question, label, call to the reader or standing notice."""
    return (
        text[-1] in ".!…"
        and text.count(" ") >= WORDS - 1
        and not text.startswith(OPENS_QUOTE)
        and not is_standing(text)
    )


def folded(sentence: str) -> str:
    """A sentence without its case, spacing and last stop."""
    return " ".join(sentence.casefold().split()).rstrip('.!?…”"’ ')
