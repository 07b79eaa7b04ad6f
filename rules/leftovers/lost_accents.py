from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Option, Passage, Rule, Severity, quoted
from presslint.desk import BOTH_WORDS

SHORTEST = 5  # letters; shorter words differ in meaning by an accent (esta, está)
SPOKEN = 2  # times that the copy writes a word with its accents
MOST = 4  # words that a message names


class LostAccents(Rule):
    """Headlines and subheads keep the accents that the copy has.

    “## Economia e politica” over a text that writes “política” comes from an address or a keyword, from which accents were
    cut. A word of five letters counts when the copy writes it with accents twice and never without them; an accent on the last letter is an ending (“affirme”, “affirmé”) and none of this. Capitals
    throughout, names of files, and words that are written both ways are left alone. All of an article are one finding.
    """

    severity = Severity.WARNING
    reads = frozenset({"headline", "heading"})
    languages = frozenset({"fr", "es", "pt", "it", "de", "pl", "cs", "hu", "ro", "sv", "da", "no", "fi"})
    sources = ("Copy-desk practice: accents are spelling",)
    allow: tuple[str, ...] = Option(
        (), description="Words that the house writes without accents, in small letters."
    )
    examples = (
        Bad(
            "La política de la ciudad es mala, y la política no ayuda a nadie en el puerto.\n\n## La [[politica]] del puerto\n\nHay "
            "un barco en el puerto de la ciudad.\n",
            says="“politica” has lost its accents; write “política”, as the copy does.",
            settings={"language": "es"},
            severity="warning",
        ),
        Good(
            "Il a affirmé que le bateau est en retard, et la mairie a affirmé que non.\n\n## La ville affirme son choix\n\nC'est "
            "un bateau pour les gens de la ville.\n",
            settings={"language": "fr"},
        ),
        Good(
            "La política de la ciudad es mala, y la política no ayuda a nadie en el puerto.\n\n## LA POLITICA DEL PUERTO\n\nHay "
            "un barco en el puerto de la ciudad.\n",
            settings={"language": "es"},
        ),
        Good(
            "La política es mala, y politica.example.org no ayuda.\n\n## La politica del puerto\n\nHay un barco.\n",
            settings={"language": "es"},
        ),
        Good(
            "La práctica de la ciudad es mala, y la práctica no ayuda: el alcalde practica en el puerto.\n\n## El alcalde "
            "practica\n\nHay un barco en el puerto de la ciudad.\n",
            settings={"language": "es"},
        ),
        Good(
            "Das würde helfen, und es würde gelingen, wenn es würde.\n\n## Der Steg wurde alt\n\nEs gibt ein Boot.\n",
            settings={"language": "de"},
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        heads = [block.passage for block in article.headings if block.passage]
        if article.headline is not None:
            heads.insert(0, article.headline.passage)
        if not any(heads) or all(passage.text.isascii() for passage in article.prose):
            return
        written = Counter(word.text.casefold() for passage in article.prose for word in passage.words)
        accented = {
            plain(word): word
            for word, count in written.items()
            if count >= SPOKEN and not word[:-1].isascii()
        }
        found: dict[str, list[Passage]] = {}
        for head in heads:
            for word in head.words if not head.text.isupper() else ():
                low = word.text.casefold()
                if (
                    len(low) >= SHORTEST
                    and low.isascii()
                    and low.isalpha()
                    and low in accented
                    and not written[low]
                    and low not in BOTH_WORDS
                    and low not in self.allow
                ):
                    found.setdefault(low, []).append(head[word.start : word.end])
        if found:
            (lost, (first, *again)), *others = found.items()
            more = f", and so have {', '.join(quoted(each) for each, _ in others[:MOST])}" if others else ""
            yield self.finding(
                first,
                f"{quoted(first.text)} has lost its accents; write {quoted(accented[lost])}, as the copy does{more}.",
                see=tuple(
                    (place, "and here") for place in (*again, *(places[0] for _, places in others))[:20]
                ),
            )


def plain(word: str) -> str:
    """A word without its accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
