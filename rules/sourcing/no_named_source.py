from __future__ import annotations

from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity
from presslint.desk import Attribution, Level

# cues that show copy to be a report: somebody said it, or words stand in quotation marks (no lemma)
SAYING = frozenset(("say", "tell", "add", "warn", "announce", "argue", "claim", "confirm", "according", ""))


class NoNamedSource(Rule):
    """A news report names at least one source.

    A person, a body or a document with a name, in the copy or behind a link. Reports from the scene, copy
    that speaks as “we” or to “you”, copy that claims next to nothing, and short items are left alone. In German, French
    and Spanish, where whoever speaks is known by fewer words, it is a suggestion, and copy with a quotation or with a
    speaker of any kind (“der Bürgermeister”) is left alone.
    """

    severity = Severity.WARNING
    sources = (
        "Reuters Handbook of Journalism: the essentials of sourcing",
        "AP News Values and Principles: sources",
        "Credibility Coalition: citation of organisations and studies",
    )
    languages = frozenset({"en", "de", "fr", "es"})
    reads = frozenset({"headline"})
    not_for = frozenset(
        {
            "opinion", "review", "sport", "results", "recipe", "live", "obituary", "docs", "index", "event",
            "factbox", "explainer", "newsletter", "interview", "press-release",
        }
    )  # fmt: skip
    claims: int = Option(
        3,
        ge=0,
        description="The fewest sentences that claim, quote or attribute something, so that copy "
        "which only describes is left alone.",
    )
    words: int = Option(150, ge=50, description="The fewest words of an article that is judged.")
    examples = (
        Bad(
            "---\ntitle: [[The pier will close]]\n---\n\n"
            + "The old pier is set to close, and experts say so. " * 20
            + "\n",
            says="Nothing in this article is attributed to anybody with a name; name a person, a "
            "body or a document.",
            severity="warning",
        ),
        Good(
            "---\ntitle: The pier will close\n---\n\n"
            + "The old pier is set to close, and experts say so. " * 20
            + "Ana Ruiz of the port said so.\n"
        ),
        Good(
            "---\ntitle: The pier will close\n---\n\n"
            + "The old pier is set to close, and [experts](https://port.example/pier) say so. " * 20
            + "\n"
        ),
        Good(
            "---\ntitle: The pier will close\n---\n\n"
            + "The old pier stands in the sea, and boats pass it. " * 20
            + "\n"
        ),
        Good(
            "---\ntitle: We built a pier\n---\n\n"
            + "We built our pier from old wood and new nails. " * 20
            + "\n"
        ),
        Good("---\ntitle: The pier will close\n---\n\nThe old pier will close and the cafe with it.\n"),
        Bad(
            "---\ntitle: [[The pier will close]]\n---\n\nThe old pier of wood and of iron is old, the clerk "
            "said. The old pier of wood and of iron is old, the clerk said. The old pier of wood and of "
            "iron is old, the clerk said. The old pier stands in the sea. The old pier stands in the "
            "sea. The old pier stands in the sea. The old pier stands in the sea. The old pier stands in "
            "the sea. ",
            says="Nothing in this article is attributed to anybody with a name; name a person, a body or a "
            "document.",
            severity="warning",
            words=50,
        ),
        Good(
            "---\ntitle: The pier will close\n---\n\nThe old pier is set to close, and experts say so. The "
            "old pier is set to close, and experts say so. The old pier is set to close, and experts say "
            "so. The old pier is set to close, and experts say so. The old pier is set to close, and "
            "experts say so. The old pier is set to close, and experts say so. The old pier is set to "
            "close, and experts say so. The old pier is set to close, and experts say so. The old pier "
            "is set to close, and experts say so. \n"
        ),
        Good(
            "---\ntitle: The pier will close\n---\n\nThe old pier of wood and of iron is set to close soon, "
            "and experts say so. The old pier of wood and of iron is set to close soon, and experts say "
            "so. The old pier of wood and of iron is set to close soon, and experts say so. The old pier "
            "of wood and of iron is set to close soon, and experts say so. ",
            words=50,
        ),
        Good(
            "---\ntitle: The pier will close\n---\n\nThe old pier of wood and of iron is set to close soon, "
            "and experts say so. The old pier of wood and of iron is set to close soon, and experts say "
            "so. The old pier stands in the sea. The old pier stands in the sea. The old pier stands in "
            "the sea. The old pier stands in the sea. The old pier stands in the sea. The old pier "
            "stands in the sea. The old pier stands in the sea. The old pier stands in the sea. ",
            words=50,
        ),
        Good(
            "---\ntitle: The pier will close\n---\n\nWill the old pier of wood and of iron close, as experts "
            "say? Will the old pier of wood and of iron close, as experts say? Will the old pier of wood "
            "and of iron close, as experts say? The old pier stands in the sea. The old pier stands in "
            "the sea. The old pier stands in the sea. The old pier stands in the sea. The old pier "
            "stands in the sea. ",
            words=50,
        ),
        Bad(
            "---\ntitle: [[The pier will close]]\n---\n\nThe old pier of wood closes, experts say. The old "
            "pier of wood closes, experts say. The old pier of wood closes, experts say. The old pier of "
            "wood closes, experts say. The old pier of wood closes, experts say. It stands in the sea "
            "now. It is old and.\n",
            says="Nothing in this article is attributed to anybody with a name; name a person, a body or a "
            "document.",
            severity="warning",
            words=50,
        ),
        Bad(
            "---\ntitle: [[Der Steg schließt]]\nlanguage: de\n---\n\n"
            + "Der alte Steg soll schließen, und das sagen auch Experten. " * 20
            + "\n",
            severity="suggestion",
        ),
        Good(
            "---\ntitle: Der Steg schließt\nlanguage: de\n---\n\n"
            + "Der alte Steg soll schließen, und das sagen auch Experten. " * 20
            + "So sei es, sagte Ana Ruiz.\n"
        ),
        Good(
            "---\ntitle: Der Steg schließt\nlanguage: de\n---\n\n"
            + "Der alte Steg soll schließen, und das sagen auch Experten. " * 20
            + "Das glaubt der Bürgermeister nicht, sagte der Bürgermeister.\n"
        ),
        Good(
            "---\ntitle: Der Steg schließt\nlanguage: de\n---\n\n"
            + "Der alte Steg soll schließen, und das sagen auch Experten. " * 20
            + "„Das wird schon wieder“, hieß es.\n"
        ),
        Bad(
            "---\ntitle: [[Le quai ferme]]\nlanguage: fr\n---\n\n"
            + "Le vieux quai va fermer au printemps, selon des experts. " * 20
            + "\n",
            severity="suggestion",
        ),
        Good(
            "---\ntitle: Le quai ferme\nlanguage: fr\n---\n\n"
            + "Le vieux quai va fermer au printemps, selon des experts. " * 20
            + "Il est vieux, selon la Ville de Kiel.\n"
        ),
        Bad(
            "---\ntitle: [[El muelle cierra]]\nlanguage: es\n---\n\n"
            + "El viejo muelle va a cerrar en primavera, según expertos. " * 20
            + "\n",
            severity="suggestion",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        attribution = article.attribution
        if len(attribution.sentences) < 5 or self._names_a_source(attribution):
            return
        if article.word_count < self.words or not attribution.is_prose or attribution.chats():
            return
        if article.primary_language != "en" and (article.quotations or _somebody_speaks(attribution)):
            return
        claiming = sum(
            bool(s.anonymous or s.claims() or any(cue.lemma in SAYING or not s.is_english for cue in s.cues))
            for s in attribution.sentences
            if s.asserts
        )
        if claiming < self.claims:
            return
        yield self.finding(
            article,
            "Nothing in this article is attributed to anybody with a name; "
            "name a person, a body or a document.",
            severity=None if article.primary_language == "en" else Severity.SUGGESTION,
        )

    def _names_a_source(self, attribution: Attribution) -> bool:
        """Any name that speaks, any link to elsewhere, any reporter on the scene."""
        return any(
            sentence.linked
            or any(
                (cue.level is Level.NAMED and cue.kind != "attitude") or cue.kind in ("first-hand", "silence")
                for cue in sentence.cues
            )
            for sentence in attribution.sentences
        )


def _somebody_speaks(attribution: Attribution) -> bool:
    """Whether somebody with a role or a name speaks anywhere: “der Bürgermeister”, “elle”."""
    return any(cue.level >= Level.ROLE for sentence in attribution.sentences for cue in sentence.cues)
