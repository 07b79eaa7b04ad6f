from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Part, Passage, Rule, Severity, quoted
from presslint.desk.outline import stands_aside
from presslint.record import NamedTuple
from presslint.regex import regex

LENGTH = 40  # characters; a shorter sentence may come back on purpose
WORDS = 8
VERY_LONG = 40  # words of a paragraph that no two parts of an article share
LONG = 25  # words that nobody writes twice in the same order
FULL = 12  # words of a sentence that says something of its own
PARALLEL = 3  # as many places with a repeated sentence are a form
GLUED = regex(r"(?<=[a-z]{3})[.!?](?=[A-Z][a-z]* [a-z])")
NEAR = 2  # paragraphs between which a repetition cannot be a refrain
OPENS_QUOTE = ("“", '"', "‘", "«", "„", "'", "{", "[", "*", "Q")
# calls to the reader, standing notices and dummy text
FORMULA = regex(
    r"\A(?:to |for more |note |\W{1,3})?(?:please|contact|e-?mail|register|subscribe|sign up|join|click|visit|learn|find"
    r"|information|see|read|download|watch|follow|(?:in|during) this (?:session|webinar|talk|class))\b"
    r"|\bplease\b|\b(?:for more|learn more|find out more|sign up|click here|join us|see (?:also|more|our)|lorem ipsum"
    r"|dolore?|veniam|laborum|copyright|licen[sc]ed (?:under|for)|all rights|endorse\w*|views expressed|opinions are"
    r"|originally (?:published|appeared|posted))\b|\d:\d\d|\{\{|https?:|@",
    re.I,
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
    words or more in paragraphs and list items are compared, case and spacing aside; quotations,
    questions, notices, a pull quote in an aside, a note at the top and at the end, and a sentence that
    stands three times may come back on purpose and are left alone. A whole paragraph is one finding, however
    often it stands, three and more that come back are one together, and so are sentences that stand twice in the same order. Of 25 words or more they are an
    error (a paragraph that stands twice and far apart: of 40); shorter paragraphs, one long sentence near its like in another paragraph, and a sentence right
    behind itself (“… at dawn.The boat …”, without a blank) are a warning. Short ones, those far apart, in list items, and several in one article that each stand
    in a text of their own (case summaries, profiles of candidates) are a suggestion.
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
            severity="warning",
        ),
        Bad(
            "The council will decide in May whether the boat runs. Islanders wait and hope for a good "
            "answer soon, and so does the crew of the boat.\n\nNews.\n\n"
            "[[The council will decide in May whether the boat runs. Islanders wait and hope for a good "
            "answer soon, and so does the crew of the boat.]] It met twice.\n",
            says="This passage stands twice: “The council will decide in May whether … crew of the boat.”; "
            "cut one of them.",
            severity="error",
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
            severity="error",
        ),
        Bad(
            "News.\n\nMore.\n\nThe council will decide in May whether the boat of the trust runs after dark.\n\n"
            "Islanders wait and hope for a good answer, and so does the crew of the boat.\n\n"
            "The pilots of the sound say that they will row if nobody else is willing to.\n\n"
            "[[The council will decide in May whether the boat of the trust runs after dark.]]\n\n"
            "Islanders wait and hope for a good answer, and so does the crew of the boat.\n\n"
            "The pilots of the sound say that they will row if nobody else is willing to.\n",
            says="This paragraph and 2 others stand more than once: “The council will decide in May whether … runs "
            "after dark.”; cut what was pasted.",
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
        places: dict[str, list[tuple[int, Passage]]] = {}
        told = list(self.paragraphs(article, allowed))
        yield from self.rolled_up([(finding, same) for finding, same in told if finding is not None])
        known = {id(paragraph) for _, same in told for paragraph in same}
        for number, paragraph in enumerate(article.prose):
            if len(paragraph) >= LENGTH and id(paragraph) not in known:
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
            if not stands_aside(article, run[0].second) and not stands_aside(article, run[0].first)
        ]
        for run in found_runs:
            yield from self.report(article, run, len(found_runs))

    def rolled_up(self, found: list[tuple[Finding, list[Passage]]]) -> Iterator[Finding]:
        """Three paragraphs and more that stand again are one paste, and one finding."""
        if len(found) < PARALLEL:
            yield from (finding for finding, _ in found)
            return
        (_, (first, second, *_)), *others = found
        yield self.finding(
            second,
            f"This paragraph and {len(others)} others stand more than once: {quoted(second.text)}; cut what was pasted.",
            severity=max(finding.severity for finding, _ in found),
            see=((first, "first stands here"), *((same[1], "another one") for _, same in others)),
        )

    def paragraphs(
        self, article: Article, allowed: set[str]
    ) -> Iterator[tuple[Finding | None, list[Passage]]]:
        """Whole paragraphs that stand more than once, with their places; no finding for a note at both ends."""
        groups: dict[str, list[Passage]] = {}
        for paragraph in article.prose:
            if paragraph.part is Part.PARAGRAPH and paragraph.text.count(" ") >= FULL - 1:
                groups.setdefault(paragraph.text.casefold(), []).append(paragraph)
        number_of = {id(passage): number for number, passage in enumerate(article.prose)}
        ends = {id(passage) for passage in (*article.prose[:2], *article.prose[-2:])}
        for same in groups.values():
            first, second = same[0], same[-1] if len(same) < 2 else same[1]
            if len(same) < 2 or not is_statement(first.text.strip()) or folded(first.text) in allowed:
                continue
            if len(same) == 2 and len(article.prose) > 4 and id(first) in ends and id(second) in ends:
                yield None, same
                continue
            if any(stands_aside(article, passage) for passage in same):
                continue
            times = "twice" if len(same) == 2 else f"{len(same)} times"
            remedy = (
                "cut one of them" if len(same) == 2 else "say of each part what is true of it, or say it once"
            )
            near = number_of[id(second)] - number_of[id(first)] <= NEAR
            severity = weight(second.word_count, len(same), near)
            yield (
                self.finding(
                    second,
                    f"This paragraph stands {times}: {quoted(second.text)}; {remedy}.",
                    fix=self.delete(second, "Delete the repeated paragraph", "unsafe"),
                    severity=severity,
                    see=((first, "first stands here"), *((each, "again") for each in same[2:])),
                ),
                same,
            )

    def report(self, article: Article, run: list[Repeat], places: int) -> Iterator[Finding]:
        """One finding for sentences that stand one after the other in both places."""
        (second, number, before, first), (last, *_) = run[0], run[-1]
        where = second.root[second.at : last.at + len(last)]
        whole = len(run) > 1 and where.text.strip() == article.prose[number].text.strip()
        near = number - before <= NEAR
        doubled = len(run) == 1 and follows(first, second)
        plain = first.part is second.part is Part.PARAGRAPH
        if not near and not plain:
            return
        kind = "paragraph" if whole else "sentence" if len(run) == 1 else "passage"
        severity = Severity.SUGGESTION
        if len(run) > 1 and where.word_count >= LONG:
            severity = Severity.ERROR
        elif doubled or (near and plain and where.word_count >= FULL and places < PARALLEL):
            severity = Severity.WARNING
        yield self.finding(
            where,
            f"This {kind} stands twice: {quoted(where.text)}; cut one of them.",
            fix=self.delete(where, f"Delete the repeated {kind}", "unsafe"),
            severity=severity,
            see=((first, "first stands here"),),
        )


def weight(words: int, times: int, near: bool) -> Severity:
    """How sure it is that a paragraph stands again by accident; two profiles may share one that is short."""
    if words >= (LONG if near or times > 2 else VERY_LONG):
        return Severity.ERROR
    return Severity.WARNING if near or times > 2 or words >= LONG else Severity.SUGGESTION


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
