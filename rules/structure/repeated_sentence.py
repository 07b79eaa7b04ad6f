from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Part, Passage, Rule, Severity, quoted
from presslint.regex import regex

LENGTH = 40  # characters; a shorter sentence may come back on purpose
WORDS = 8
NEAR = 2  # paragraphs between which a repetition cannot be a refrain
OPENS_QUOTE = ("“", '"', "‘", "«", "„", "'", "{", "[", "*", "Q")
# calls to the reader, standing notices and dummy text
FORMULA = regex(
    r"\A(?:to |for more |note |\W{1,3})?(?:please|contact|e-?mail|register|subscribe|sign up|join|click|visit|learn|find"
    r"|information|see|read|download|watch|follow|(?:in|during) this (?:session|webinar|talk|class))\b"
    r"|\bplease\b|\b(?:for more|learn more|find out more|sign up|click here|join us|see (?:also|more|our)|lorem ipsum"
    r"|dolore?|veniam|laborum|copyright|all rights|endorse\w*|views expressed|opinions are"
    r"|originally (?:published|appeared|posted))\b|\d:\d\d|\{\{|https?:|@",
    re.I,
)


class RepeatedSentence(Rule):
    """A sentence stands once.

    The same sentence twice in one article is a paste or a merge that went wrong. Sentences of eight
    words or more in paragraphs and list items are compared, case and spacing aside; quotations,
    questions, notices and what stands three times may come back on purpose and are left alone. Far
    apart, one sentence is a suggestion. A whole paragraph is one finding.
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
        ),
        Bad(
            "The council will decide in May whether the boat runs. Islanders wait and hope for a good "
            "answer soon.\n\n"
            "[[The council will decide in May whether the boat runs. Islanders wait and hope for a good "
            "answer soon.]]\n",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        allowed = {folded(sentence) for sentence in self.boilerplate}
        places: dict[str, list[tuple[int, Passage]]] = {}
        for number, paragraph in enumerate(article.prose):
            if len(paragraph) >= LENGTH:
                for sentence in paragraph.sentences:
                    if len(sentence) >= LENGTH:
                        places.setdefault(sentence.text.casefold(), []).append((number, sentence))
        again: dict[int, list[tuple[Passage, int, Passage]]] = {}
        for found in places.values():
            if len(found) != 2:  # what stands three times is there on purpose
                continue
            if is_statement(found[0][1].text) and folded(found[0][1].text) not in allowed:
                (before, first), (number, second) = found
                again.setdefault(number, []).append((second, before, first))
        for number, repeats in again.items():
            paragraph = article.prose[number]
            if len(repeats) > 1 and len(repeats) == len(paragraph.sentences):
                yield self.report(paragraph.strip(), repeats[0][2], "paragraph", near=True)
                continue
            for second, before, first in repeats:
                near = number - before <= NEAR
                if near or (first.part is second.part is Part.PARAGRAPH):
                    yield self.report(second, first, "sentence", near=near)

    def report(self, where: Passage, known: Passage, kind: str, *, near: bool) -> Finding:
        return self.finding(
            where,
            f"This {kind} stands twice: {quoted(where.text)}; cut one of them.",
            fix=self.delete(where, f"Delete the repeated {kind}", "unsafe"),
            severity=None if near else Severity.SUGGESTION,
            see=((known, "first stands here"),),
        )


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
