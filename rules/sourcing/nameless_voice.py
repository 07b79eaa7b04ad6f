from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Option, Rule, Severity, quoted, regex
from presslint.desk import VOICES, Hit, Phrases

PHRASES = Phrases(VOICES)
# two names side by side or a body's letters: whose paper it is may stand there
NAMES = regex(r"\b[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+|\b[A-ZÀ-Þ]{2,}\b")
LETTERS = regex(r"\b[A-ZÀ-Þ]{2,}\b")  # German writes every noun with a capital


class NamelessVoice(Rule):
    """A claim rests on somebody with a name, in every language.

    “Experten warnen”, “selon des spécialistes”, “los estudios muestran”, 専門家によると: a reader cannot weigh an
    authority who has no name. It is a warning where the article has no quotation and no link to another site,
    and a suggestion elsewhere, where a name may follow; a passage with a quotation or a link of its own is left
    alone, and so is a group with its body (“Forscher der Universität”). Groups that may speak for themselves
    (“investors fear”), hearsay (“se dice que”, “dem Vernehmen nach”) and one paper without a name (“une nouvelle étude
    révèle”) are a suggestion; a paper is let be where its
    paragraph has a name. An article gets one finding with all the places.
    In English, anonymous-authority says more.
    """

    severity = Severity.WARNING
    reads_words = PHRASES.literals
    languages = frozenset({"de", "fr", "es", "nl", "pt", "it", "ja"})
    not_for = frozenset({"opinion", "review", "docs", "index", "event", "recipe", "results"})
    sources = (
        "AP News Values and Principles: anonymous sources",
        "Ganter and Strube 2009: weasel words in Wikipedia",
    )
    allow: tuple[str, ...] = Option(
        (), description="Wordings that the house prints on purpose, in small letters."
    )
    examples: ClassVar = (
        Good(
            "---\nlanguage: de\n---\n\nForscher der Universität Kiel warnen vor dem Eis. Laut Experten der Bahn ist es kalt.\n"
        ),
        Good("---\nlanguage: de\n---\n\nExperten warnen vor dem Eis. „Es ist dünn“, sagt Ana Ruiz.\n"),
        Good(
            "---\nlanguage: de\n---\n\n[Studien zeigen](https://eis.example.org/a), dass das Eis dünn ist.\n"
        ),
        Good("---\nlanguage: fr\n---\n\nSelon des experts, il fait froid.\n", allow=("selon des experts",)),
        Bad(
            "---\nlanguage: de\n---\n\n[[Experten warnen]] vor dem Eis, und laut Beobachtern ist es dünn.\n".replace(
                "Beobachtern", "Fachleute"
            ),
            says="“Experten warnen” names nobody, twice; say who, or which study, and link it.",
            severity="warning",
        ),
        Bad(
            "---\nlanguage: fr\n---\n\n[[Selon des spécialistes]], il fait froid au port.\n",
            severity="warning",
        ),
        Bad("---\nlanguage: es\n---\n\n[[Los estudios muestran]] que hace frío.\n", severity="warning"),
        Bad("---\nlanguage: nl\n---\n\n[[Volgens experts]] is het koud.\n", severity="warning"),
        Bad("---\nlanguage: pt\n---\n\n[[Especialistas afirmam]] que faz frio.\n", severity="warning"),
        Bad("---\nlanguage: it\n---\n\n[[Gli esperti sostengono]] che fa freddo.\n", severity="warning"),
        Bad(
            "---\nlanguage: fr\n---\n\n[[Une nouvelle étude révèle]] que les quais sont vieux.\n",
            severity="suggestion",
        ),
        Good(
            "---\nlanguage: fr\n---\n\nUne nouvelle étude révèle que les quais sont vieux, selon Ana Ruiz.\n"
        ),
        Bad(
            "---\nlanguage: es\n---\n\n[[Los vecinos temen]] que el muelle cierre.\n",
            severity="suggestion",
        ),
        Bad(
            "---\nlanguage: nl\n---\n\nBeleggers vrezen de kou. [[Economen verwachten]] vorst.\n",
            says="“Economen verwachten” names nobody, twice; say who, or which study, and link it.",
            severity="warning",
        ),
        Bad("---\nlanguage: de\n---\n\n[[Experten zufolge]] ist das Eis dünn.\n", severity="warning"),
        Good(
            "---\nlanguage: de\n---\n\nExperten der Bahn zufolge ist das Eis dünn, Angaben der Polizei zufolge kalt.\n"
        ),
        Bad("---\nlanguage: de\n---\n\n[[Dem Vernehmen nach]] schließt der Hafen.\n", severity="suggestion"),
        Good("---\nlanguage: de\n---\n\nDem Vernehmen nach „schließt der Hafen“, sagt Ana Ruiz.\n"),
        Bad("---\nlanguage: fr\n---\n\n[[Il a été dit]] que le port ferme.\n", severity="suggestion"),
        Bad("---\nlanguage: fr\n---\n\n[[Selon plusieurs sources]], le port ferme.\n", severity="suggestion"),
        Good("---\nlanguage: fr\n---\n\nIl a été dit adieu au port, selon la mairie de Brest « en paix ».\n"),
        Bad("---\nlanguage: es\n---\n\n[[Según expertos]], el muelle es viejo.\n", severity="warning"),
        Bad("---\nlanguage: es\n---\n\n[[Se dice que]] el muelle cierra.\n", severity="suggestion"),
        Good(
            "---\nlanguage: es\n---\n\nSegún expertos de la Universidad de Kiel, el muelle es viejo. Se dice así.\n"
        ),
        Good("---\nlanguage: de\n---\n\nEine neue Studie zeigt laut DLRG, dass das Eis dünn ist.\n"),
        Bad("---\nlanguage: ja\n---\n\n[[アナリストは港が寒いと予想し]]ている。\n", severity="suggestion"),
        Bad("---\nlanguage: ja\n---\n\n[[専門家によると]]、港は寒い。\n", severity="warning"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        hits = [hit for hit in PHRASES.find(article) if self.counts(article, hit)]
        if not hits:
            return
        sure = [hit for hit in hits if hit.phrase.severity is None]
        first = (sure or hits)[0]
        others = [hit for hit in hits if hit is not first]
        count = {0: "", 1: ", twice"}.get(len(others), f", {len(hits)} times")
        yield self.finding(
            first.passage,
            f"{quoted(first.passage.text)} names nobody{count}; say who, or which study, and link it.",
            severity=None if sure else Severity.SUGGESTION,
            see=tuple((hit.passage, "and here") for hit in others[:20]),
        )

    def counts(self, article: Article, hit: Hit) -> bool:
        """Whether a voice stands in the article's own prose, with nobody quoted and nothing linked beside it."""
        block = hit.copy.block
        if (
            block is None
            or hit.phrase.kind != article.primary_language
            or hit.passage.text.lower() in self.allow
        ):
            return False
        root = hit.copy.passage.root
        if hit.phrase.name.startswith("papers") and has_name(article, block):
            return False
        return not block.links and not any(quotation.passage.root is root for quotation in article.quotations)


def has_name(article: Article, block: Block) -> bool:
    """Whether a paragraph names somebody or a body beyond the word that opens it."""
    names = LETTERS if article.primary_language == "de" else NAMES
    return names.search(block.text, 1) is not None
