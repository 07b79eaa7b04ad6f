from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Passage, Rule, Severity, quoted, regex
from presslint.desk import OPENING, SMALL_WORDS

WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
OPENS = regex(rf"[.:?!–—|•({OPENING}]\s*\Z")  # behind which a capital begins anew
MARKS = OPENING.strip("‘'")  # an apostrophe stands within a word
QUOTED = regex(rf"[{MARKS}]|[\u3000-\ud7a3]")  # words of somebody else, or of a script without capitals
FEWEST = 5  # words of a line that is judged
SURE = 3  # capitals that the copy writes small, to be sure
GLANCE = 2  # and to look at the line


class EnglishCapitals(Rule):
    """A headline has the capitals of its language.

    “El Puerto De La Ciudad Cierra Sus Puertas” is set as English newspapers set theirs; Spanish, French,
    Italian, Portuguese, Dutch and their neighbours write only names with a capital. Told where more than half of the
    words behind the first have one and three of these stand in the copy in small letters; with two, which may be a name,
    it is a suggestion. Lines in capitals throughout are for headline-style, those with quotation marks may hold the name
    of a work, and German, which writes nouns so, is not read.
    """

    severity = Severity.WARNING
    reads = frozenset({"headline", "heading"})
    languages = frozenset(
        {"fr", "es", "pt", "it", "nl", "ca", "gl", "ro", "pl", "cs", "sv", "da", "no", "fi"}
    )
    sources = ("RAE, Ortografía 2010: mayúsculas", "Lexique des règles typographiques: capitales")
    allow: tuple[str, ...] = Option(
        (), description="Words that the house writes with a capital, in small letters."
    )
    examples: ClassVar = (
        Bad(
            "---\ntitle: [[El Puerto Viejo Cierra Sus Muelles]]\n---\n\nEl puerto viejo cierra hoy, y los muelles de la ciudad "
            "no tienen barcos hasta que el viento sea menos fuerte.\n",
            says="“El Puerto Viejo Cierra Sus Muelles” has the capitals of an English headline; write only names with one.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: [[El Puerto Viejo Cierra Muelle Norte]]\n---\n\nEl puerto viejo de la ciudad cierra la semana que viene, "
            "y los barcos no salen.\n",
            severity="warning",
        ),
        Bad(
            "---\ntitle: [[El Gran Puerto Viejo Atlas]]\n---\n\nEl puerto viejo de la ciudad cierra la semana que viene, "
            "y los barcos no salen.\n",
            severity="suggestion",
        ),
        Bad(
            "Le port de la ville est fermé, et les bateaux ne sortent pas : on attend le matin.\n\n"
            "## [[Le Port Fermé Attend Les Bateaux]]\n\nIl y a du vent sur la mer pour les gens de la ville.\n",
            severity="warning",
        ),
        Good(
            "---\ntitle: El alcalde Juan Pérez visita Santa Cruz\n---\n\nEl alcalde de la ciudad, Juan Pérez, no tiene barcos en "
            "el puerto de la isla.\n"
        ),
        Good(
            "---\ntitle: Gran Premio Ciudad De Santa Cruz\n---\n\nEl premio de la isla no tiene barcos en "
            "el puerto que se ve desde el muelle.\n"
        ),
        Good(
            "---\ntitle: El Puerto Viejo Cierra Sus Muelles\n---\n\nEl puerto viejo cierra hoy, y los muelles de la ciudad "
            "no tienen barcos hasta que el viento sea menos fuerte.\n",
            allow=("puerto", "viejo", "muelles"),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        lines = [block.passage for block in article.headings if block.passage]
        if article.headline is not None:
            lines.insert(0, article.headline.passage)
        small = small_in(article) - frozenset(SMALL_WORDS.get(article.primary_language, "").split())
        told = [(count, line) for line in lines if (count := self.against(line, small)) >= GLANCE]
        if told:
            told.sort(key=lambda each: each[0] < SURE)
            count, first = told[0]
            yield self.finding(
                first.strip(),
                f"{quoted(first.text)} has the capitals of an English headline; write only names with one.",
                severity=None if count >= SURE else Severity.SUGGESTION,
                see=tuple((line, "and here") for _, line in told[1:20]),
            )

    def against(self, line: Passage, small: frozenset[str]) -> int:
        """How many inner words have a capital that the copy does not give them, where most have one."""
        words = [match for _, match in line.find(WORD)]
        if len(words) < FEWEST or line.text.isupper() or QUOTED.search(line.text):
            return 0
        inner = [match[0] for match in words[1:] if not OPENS.search(line.text[: match.start()])]
        capitals = {word.lower() for word in inner if word[0].isupper() and not word.isupper()}
        most = sum(word.lower() in capitals for word in inner) * 2 > len(inner)
        return len(capitals.intersection(small).difference(self.allow)) if most else 0


def small_in(article: Article) -> frozenset[str]:
    """The words that the copy writes in small letters."""
    return frozenset(
        match[0] for passage in article.prose for _, match in passage.find(WORD) if match[0].islower()
    )
