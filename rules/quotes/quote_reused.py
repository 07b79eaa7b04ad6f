from __future__ import annotations

from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Option, Passage, Rule, Severity, quoted
from presslint.desk.attribution import Attribution, is_speech
from presslint.desk.cues import Level
from presslint.model.regex import regex

CALLBACK = regex(
    r"\b(?:as (?:she|he|they|it|the|[A-Z]\w+) (?:said|put it|wrote)|again|repeated|earlier|once more"
    r"|those words|that line|refrain|the same words?|echo\w*|chorus)\b"
)


FEW = 3  # quotations that stand twice before they are told as one


class QuoteReused(Rule):
    """A quotation stands once, in one mouth.

    The same words given to two people cannot both be right. The same words twice from one person is a
    paste that nobody noticed. Headline, dek, captions, pull quotes and quotations that stand alone may repeat
    what the copy says, words in italics or code are no speech, and a call-back that says so (“as she said
    earlier”) is a device.
    """

    severity = Severity.SUGGESTION
    sources = (
        "Reuters Handbook of Journalism: quotes",
        "AP News Values and Principles: accuracy of quotations",
    )
    words: int = Option(8, ge=4, description="The fewest words of a quotation that is compared.")
    unsaid: int = Option(
        11,
        ge=4,
        description="The same for words in quotation marks that nobody says: terms, choices, questions.",
    )
    looks_at = frozenset({"quotation"})
    examples = (
        Bad(
            "“It was a great day for the whole island,” Ana Ruiz said. The boats left.\n\n"
            "“[[It was a great day for the whole island]],” Ben Cole said.\n",
            says="“It was a great day for the whole island” is Ana Ruiz's above and Ben Cole's here; "
            "find out who said it.",
            severity="error",
        ),
        Bad(
            "“It was a great day for the whole island,” Ruiz said. The boats left.\n\n"
            "“[[It was a great day for the whole island]],” she said.\n",
            severity="suggestion",
            says="“It was a great day for the whole island” is quoted above already; keep one.",
        ),
        Good(
            "Read “The Long Way Home: A History of Ferries and Their Crews” or see "
            "“The Long Way Home: A History of Ferries and Their Crews” at the library.\n"
        ),
        Good(
            "“It was a great day for the whole island”\n\n“It was a great day for the whole island,” Ruiz said.\n"
        ),
        Good(
            "Pick *“It was a great day for the whole island”* or *“It was a great day for the whole island”*, Ruiz "
            "said.\n"
        ),
        Good("“It was a great day,” Ana Ruiz said. “It was a great day,” Ben Cole said.\n"),
        Good(
            "“It was a great day for the whole island,” Ruiz said. The boats left.\n\n"
            "“It was a great day for the whole island,” as Ruiz said earlier, became a refrain.\n"
        ),
        Good(
            "> “It was a great day for the whole island”\n\n“It was a great day for the whole island,” "
            "Ruiz said.\n"
        ),
        Bad(
            "“It was a great day for the whole island,” Ana Ruiz said. The boats left.\n\n“[[It was a "
            "great day for the whole island]],” Ana Ruiz said at noon here.\n\n“It was a great day for the "
            "whole island,” Ana Ruiz said at noon there.\n\n“It was a great day for the whole island,” Ana "
            "Ruiz said at noon now.\n\n“It was a great day for the whole island,” Ana Ruiz said at noon "
            "soon.\n",
            says="“It was a great day for the whole island” is quoted above already, as are 3 quotations "
            "after it; keep one of each.",
            severity="suggestion",
        ),
        Bad(
            "“It was a great day for the whole island,” Ana Ruiz said. The boats left.\n\n“[[It was a "
            "great day for the whole island]],” Ana Ruiz said at noon here.\n\n“[[It was a great day for "
            "the whole island]],” Ana Ruiz said at noon there.\n\n“[[It was a great day for the whole "
            "island]],” Ana Ruiz said at noon now.\n",
            says="“It was a great day for the whole island” is quoted above already; keep one.",
            severity="suggestion",
        ),
        Bad(
            "“It was a great day for the isle,” Ana Ruiz said. The boats left.\n\n“[[It was a great day "
            "for the isle]],” Ben Cole said.\n",
            says="“It was a great day for the isle” is Ana Ruiz's above and Ben Cole's here; find out who "
            "said it.",
            severity="error",
        ),
        Good(
            "It is “a great day for the whole of the island” now.\n\nThe yard had “a great day for the "
            "whole of the island” too.\n"
        ),
        Bad(
            "*Ana Ruiz said* “it was a great day for the whole island”.\n\n*Ana Ruiz said* “[[it was a "
            "great day for the whole island]]”.\n",
            says="“it was a great day for the whole island” is quoted above already; keep one.",
            severity="suggestion",
        ),
        Bad(
            "“It was a great day for the whole island,” Jo Lunds said. The boats left.\n\n“[[It was a "
            "great day for the whole island]],” Ana Ruiz said.\n",
            says="“It was a great day for the whole island” is Jo Lunds' above and Ana Ruiz's here; find out "
            "who said it.",
            severity="error",
        ),
        Good(
            "“It was a great day for us,” Ana Ruiz said. The boats left.\n\n“It was a great day for us,” "
            "Ben Cole said.\n"
        ),
        Bad(
            "It is “a great day for the whole of the old and cold island” now.\n\nThe yard had “[[a great "
            "day for the whole of the old and cold island]]” too.\n",
            says="“a great day for the whole of the old and cold island” is quoted above already; keep one.",
            severity="suggestion",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        attribution = article.attribution
        pasted: list[tuple[Passage, Passage]] = []
        for passage, earlier in self._reused(article):
            one, two = _name(attribution, earlier), _name(attribution, passage)
            if one and two and not set(one.lower().split()) & set(two.lower().split()):
                where = _words(passage)
                yield self.finding(
                    where,
                    f"{quoted(where.text)} is {_possessive(one)} above and {_possessive(two)} here; "
                    "find out who said it.",
                    severity=Severity.ERROR,
                    see=((earlier, "first quoted here"),),
                )
            else:
                pasted.append((passage, earlier))
        several = len(pasted) > FEW  # a passage that was pasted twice is one slip
        for passage, earlier in pasted[:1] if several else pasted:
            where = _words(passage)
            others = (
                f", as are {len(pasted) - 1} quotations after it; keep one of each."
                if several
                else "; keep one."
            )
            yield self.finding(
                where,
                f"{quoted(where.text)} is quoted above already{others}",
                see=(
                    (earlier, "first quoted here"),
                    *((later, "again") for later, _ in pasted[1:] if several),
                ),
            )

    def _reused(self, article: Article) -> Iterator[tuple[Passage, Passage]]:
        """Each quotation whose words were quoted before, with where they were quoted first."""
        found = [
            (passage, spoken[0])
            for each in article.repeats.quotations
            for spoken in [list(filter(self._is_spoken, each.places))]
            for passage in spoken[1:]
            if passage.word_count >= self.unsaid or _is_told(article, passage)
        ]
        for passage, earlier in sorted(found, key=lambda pair: pair[0].span.start):
            sentences = article.attribution.at(passage)
            if sentences and not any(CALLBACK.search(sentence.text) for sentence in sentences):
                yield passage, earlier

    def _is_spoken(self, passage: Passage) -> bool:
        """Whether words between quotation marks are speech, in the run of the copy."""
        return (
            passage.word_count >= self.words
            and is_speech(passage.text)
            and not passage.marked("link")
            and not _stands_alone(passage)
            and not _is_set(passage)
        )


def _stands_alone(passage: Passage) -> bool:
    """Whether the paragraph is nothing but the quotation, with its signature at most: a pull quote."""
    whole = passage.root.text
    before = whole[: passage.at].strip(" “”\"'‘’«»")
    after = whole[passage.at + len(passage) :].strip(" “”\"'‘’«»")
    return not before and (not after or after.startswith(("—", "–", "-", "―")))


def _is_told(article: Article, passage: Passage) -> bool:
    found = article.attribution.speaker(passage)
    return found is not None and found[1].level >= Level.ROLE


def _is_set(passage: Passage) -> bool:
    """Whether the words are code or a choice, a title, an entry set in italics or bold."""
    marks = passage.root.marks
    end = passage.at + len(passage)
    return any(
        mark.kind in ("code", "em", "strong") and mark.start <= passage.at and end <= mark.end
        for mark in marks
    )


def _words(passage: Passage) -> Passage:
    """The quotation without the comma that belongs to the sentence around it."""
    text = passage.text
    return passage[: len(text.rstrip(",. "))] if text.endswith((",", ", ")) else passage


def _name(attribution: Attribution, passage: Passage) -> str:
    found = attribution.speaker(passage)
    if found is None or found[1].level is not Level.NAMED:
        return ""
    sentence, cue = found
    return sentence.part(*cue.source).text


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"
