from __future__ import annotations

from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Option, Passage, Rule, Severity, quoted
from presslint.desk.attribution import Attribution, is_speech
from presslint.desk.cues import Level
from presslint.language.likeness import fold
from presslint.regex import regex

CALLBACK = regex(
    r"\b(?:as (?:she|he|they|it|the|[A-Z]\w+) (?:said|put it|wrote)|again|repeated|earlier|once more"
    r"|those words|that line|refrain|the same words?|echo\w*|chorus)\b"
)


class QuoteReused(Rule):
    """A quotation stands once, in one mouth.

    The same words given to two people cannot both be right. The same words twice from one person is a
    paste that nobody noticed. Headline, dek, pull quotes and captions may repeat what the copy says, and a
    call-back that says so (“as she said earlier”) is a device.
    """

    severity = Severity.WARNING
    sources = (
        "Reuters Handbook of Journalism: quotes",
        "AP News Values and Principles: accuracy of quotations",
    )
    words: int = Option(8, ge=4, description="The fewest words of a quotation that is compared.")
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
            severity="warning",
        ),
        Good(
            "Read “The Long Way Home: A History of Ferries and Their Crews” or see "
            "“The Long Way Home: A History of Ferries and Their Crews” at the library.\n"
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
    )

    def check(self, article: Article) -> Iterator[Finding]:
        first: dict[str, Passage] = {}
        for quotation in article.quotations:
            passage = quotation.passage
            if passage.word_count < self.words or not is_speech(passage.text) or passage.marked("link"):
                continue
            words = fold(passage.text)
            earlier = first.setdefault(words, passage)
            if earlier is passage:
                continue
            finding = self._compare(article.attribution, passage, earlier)
            if finding is not None:
                yield finding

    def _compare(self, attribution: Attribution, passage: Passage, earlier: Passage) -> Finding | None:
        sentences = attribution.at(passage)
        if not sentences or any(CALLBACK.search(sentence.text) for sentence in sentences):
            return None
        where = _words(passage)
        one, two = _name(attribution, earlier), _name(attribution, passage)
        see = ((earlier, "first quoted here"),)
        if one and two and not set(one.lower().split()) & set(two.lower().split()):
            return self.finding(
                where,
                f"{quoted(where.text)} is {_possessive(one)} above and {_possessive(two)} here; "
                "find out who said it.",
                severity=Severity.ERROR,
                see=see,
            )
        return self.finding(where, f"{quoted(where.text)} is quoted above already; keep one.", see=see)


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
