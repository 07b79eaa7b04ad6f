from __future__ import annotations

from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Option, Passage, Rule, Severity, quoted
from presslint.desk.attribution import Attribution, is_speech
from presslint.desk.cues import Level
from presslint.language.likeness import fold
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
        first: dict[str, Passage] = {}
        for quotation in article.quotations:
            passage = quotation.passage
            if passage.word_count < self.words or not is_speech(passage.text) or passage.marked("link"):
                continue
            if _stands_alone(passage) or _is_set(passage):
                continue
            words = fold(passage.text)
            earlier = first.setdefault(words, passage)
            if earlier is passage or (passage.word_count < self.unsaid and not _is_told(article, passage)):
                continue
            sentences = article.attribution.at(passage)
            if sentences and not any(CALLBACK.search(sentence.text) for sentence in sentences):
                yield passage, earlier


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
