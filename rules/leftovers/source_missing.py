from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Rule, Severity, quoted
from presslint.desk import MISSING, Hit, Phrases, about_chatbots, grouped, is_conditional, is_reported

PHRASES = Phrases(MISSING)
FEW = 200  # characters of prose that are too few to tell the language by
FRAME = frozenset(("headline", "dek", "description"))


class SourceMissing(Rule):
    """An article is written from a source that was read.

    “The provided text does not contain…”, “the article content could not be retrieved”, “no summary is
    available”: what a machine answers when it was given nothing to write from stands in place of the story. The
    rule knows what was handed over, what it lacks and how a source could not be read, in English, German,
    French, Spanish, Dutch, Portuguese and Italian. A document that an office handed to reporters says who gave
    it, a manual says “if the text does not contain”, and what is quoted or told of a chatbot is somebody
    else's; they are left alone. A source that could not be read is a warning in running copy and an error in
    headline and dek.
    """

    severity = Severity.ERROR
    reads_words = PHRASES.literals
    not_for = frozenset({"docs"})
    sources = (
        "NewsGuard: error messages of chatbots as a sign of unchecked publishing",
        "Journalism Trust Initiative, clause 10: accuracy",
    )
    yields_to: ClassVar = {"chatbot-residue": "place"}
    examples: ClassVar = (
        Good("The text provided by the council does not contain a fare, and neither does the letter.\n"),
        Good("If the provided text does not contain a fare, the page shows none.\n"),
        Good("“The provided article does not contain a fare,” the page read.\n"),
        Good("Asked for the fare, the chatbot replied that the provided article does not contain one.\n"),
        Good("Le texte fourni par la mairie ne contient aucune date. Elle a fourni un texte sans date.\n"),
        Good("The study provided no figures. The article provided no details on the fares.\n"),
        Bad(
            "The [[provided article does not contain]] a fare.\n",
            says="“provided article does not contain” says that there was nothing to write from; report the story from a "
            "source that was read, or do not publish it.",
            severity="error",
        ),
        Bad("There are [[no facts in the supplied excerpt]] about fares.\n", severity="error"),
        Bad("The [[article content could not be retrieved]].\n", severity="warning"),
        Bad(
            "---\ntitle: Ferry\ndescription: A [[summary could not be generated]].\n---\n\nIt sails.\n",
            severity="error",
        ),
        Bad(
            "# A chatbot for ferries\n\nThe [[provided article does not contain]] a fare.\n",
            severity="warning",
        ),
        Bad(
            "Der [[bereitgestellte Text enthält keine]] Angaben zum Fahrpreis der Fähre, die am Montag fährt.\n",
            severity="error",
        ),
        Bad(
            "L’[[article fourni n’est pas accessible]], et il ne dit rien de plus sur le bac.\n",
            severity="error",
        ),
        Bad(
            "El [[texto proporcionado no contiene]] información sobre la tarifa del barco.\n",
            severity="error",
        ),
        Bad("De [[verstrekte tekst bevat geen]] prijs van de boot die op maandag vaart.\n", severity="error"),
        Bad(
            "O [[texto fornecido não contém]] o preço do barco que sai na segunda-feira.\n", severity="error"
        ),
        Bad(
            "Il [[testo fornito non contiene]] il prezzo della barca che parte di lunedì.\n", severity="error"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        hits = [hit for hit in PHRASES.find(article) if _is_said_of_the_source(article, hit)]
        framed = any(hit.copy.field is not None and hit.copy.field.name in FRAME for hit in hits)
        for first, also in grouped(hits, lambda hit: ""):
            mild = not framed and (first.phrase.kind == "unread" or about_chatbots(article))
            yield self.finding(
                first.passage,
                f"{quoted(first.passage.text)} says that there was nothing to write from{also.said}; report the "
                "story from a source that was read, or do not publish it.",
                severity=Severity.WARNING if mild else None,
                see=also.places,
            )


def _is_said_of_the_source(article: Article, hit: Hit) -> bool:
    """Whether the words are the copy's own language, and neither a condition nor what a chatbot said."""
    language = hit.phrase.name[-2:]
    own = language in ("en", article.primary_language) or sum(map(len, article.prose)) < FEW
    if (not own and hit.phrase.kind != "handed") or is_reported(article, hit):
        return False
    text = hit.copy.own.text
    return not is_conditional(language, text[text.rfind(". ", 0, hit.start) + 1 : hit.start])
