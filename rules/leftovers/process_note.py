from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity, quoted
from presslint.desk import NOTES, Phrases, about_chatbots, grouped, is_reported

PHRASES = Phrases(NOTES)
TEXTS = ("provided-sources", "provided-do-not-say")  # nobody but the writer was handed these


class ProcessNote(Rule):
    """The copy tells the story, not what its writer was handed.

    “Based on the provided sources”, “the source material does not specify”, “no quotes were invented”, “as
    of this data snapshot”: a reader was given no sources and never thought of invented quotes. Such
    sentences answer the order for the text, in English, French, German, Spanish or Dutch. A newsroom's note
    on how it reported says whom it asked and what it read, and is welcome: “based on interviews with 40
    islanders”, “the data provided by the council”. So is an article about such texts, and what is quoted.
    """

    severity = Severity.WARNING
    reads_words = PHRASES.literals
    sources = (
        "Journalism Trust Initiative, clause 10: accuracy",
        "Trust Project: methods are told for readers",
    )
    yields_to: ClassVar = {"source-missing": "place"}
    allow: tuple[str, ...] = Option(
        (), description="Wordings that the house prints on purpose, in small letters."
    )
    examples: ClassVar = (
        Good(
            "How we reported this: we asked 40 islanders and read the data provided by the council, none of it made up.\n"
        ),
        Good(
            "The clerk said the form, full of made up names, was based on the information supplied by the owners.\n"
        ),
        Good("The report does not say who pays. Les données fournies par la mairie datent de mai.\n"),
        Good("---\ntitle: How a chatbot wrote our page\n---\n\nThe bot said no quotes were invented.\n"),
        Good("“Based on the provided sources, the fare rises,” the page read.\n"),
        Good(
            "No boats were made up for the night. Based on the provided sources, it is late.\n",
            allow=("based on the provided sources",),
        ),
        Bad(
            "[[Based on the provided sources]], the ferry stops at four piers.\n",
            says="“Based on the provided sources” speaks of how the text was made; say who reported it, or cut it.",
            severity="error",
        ),
        Bad("The fare is [[not specified in the provided data]].\n", severity="warning"),
        Bad("[[The source material does not mention]] a fare.\n", severity="error"),
        Bad("It sails. [[No quotes were invented]] for this text.\n", severity="warning"),
        Bad("La tarifa es de dos euros, [[vía snippet de búsqueda]].\n", severity="warning"),
        Good("The search snippet shows the fare. The fence blocked access to the pier.\n"),
        Bad("[[Selon les sources fournies]], le bac part à midi.\n", severity="warning"),
        Bad("[[Laut den bereitgestellten Quellen]] fährt die Fähre.\n", severity="warning"),
        Bad("[[Según las fuentes proporcionadas]], sale a mediodía.\n", severity="warning"),
        Bad("[[Volgens de aangeleverde bronnen]] vaart de boot.\n", severity="warning"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        hits = [
            hit
            for hit in PHRASES.find(article)
            if not is_reported(article, hit) and hit.passage.text.lower() not in self.allow
        ]
        soft = about_chatbots(article)
        for first, also in grouped(hits, lambda hit: ""):
            surely = first.phrase.name in TEXTS and not soft
            yield self.finding(
                first.passage,
                f"{quoted(first.passage.text)} speaks of how the text was made{also.said}; say who reported it, "
                "or cut it.",
                severity=Severity.ERROR if surely else None,
                see=also.places,
            )
