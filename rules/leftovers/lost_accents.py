from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Kind, Option, Passage, Rule, Severity, quoted, regex
from presslint.desk import BOTH_WORDS, UNMARKED, UNMARKED_ENDINGS

SHORTEST = 5  # letters; shorter words differ in meaning by an accent (esta, está)
SPOKEN = 2  # times that the copy writes a word with its accents
MOST = 4  # words that a message names
WORD = regex(r"(?<![\w./@#-])[a-zA-Z]{3,24}(?![\w/@-]|\.\w)")
MARKED = regex(r"[^\W\d_]*[à-öø-ÿ][^\W\d_]*")
ASIDE = frozenset((Kind.CODE, Kind.QUOTE, Kind.TABLE))  # not the copy, or names of columns
ENDED = 6  # letters of a word that is known by its ending
THROUGHOUT = 3  # spellings that the language does not have, each another, in copy without any accents
FEWEST = 60  # words of such copy
Found = dict[str, list[Passage]]  # a word as the language writes it, and where it stands without its accents


class LostAccents(Rule):
    """Words keep the accents of their language, wherever they stand.

    “## Economia e politica” over a text that writes “política” comes from an address or a keyword, from which accents were
    cut. In headlines and subheads, a word of five letters counts when the copy writes it with accents twice and never without them; an accent on the last letter is an ending (“affirme”, “affirmé”) and none of this. Capitals
    throughout, names of files, and words that are written both ways are left alone. Anywhere, spellings that the
    language does not have count (“Categoria”, “informacion”, “nao”), in an article that writes five
    other words with marks and more words with them than without, or in copy of some length that has three such spellings
    and hardly an accent. Addresses, code, block quotes and
    words with a capital inside the line are left alone. All of an article are one finding.
    """

    severity = Severity.WARNING
    was = ("unmarked-word",)
    reads = frozenset({"headline", "heading", "prose"})
    languages = frozenset({"fr", "es", "pt", "it", "de", "pl", "cs", "hu", "ro", "sv", "da", "no", "fi"})
    sources = ("Copy-desk practice: accents are spelling", "RAE, Ortografía 2010: tilde")
    marked: int = Option(
        5, ge=1, description="The fewest words with marks that show that the article writes them."
    )
    allow: tuple[str, ...] = Option(
        (), description="Words that the house writes without accents, in small letters."
    )
    examples: ClassVar = (
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
        Bad(
            "El muelle está cerrado, según la autoridad; el capitán llegó después y la nave salió además tarde.\n\n"
            "[[Categoria]]: puerto y mar de la ciudad\n",
            settings={"language": "es"},
            says="“Categoria” has lost its accents; write “categoría”.",
            severity="warning",
        ),
        Bad(
            "El muelle está cerrado, según la autoridad; el capitán llegó después y la nave salió además tarde.\n\n"
            "Más [[informacion]] en la web de la ciudad. Otra informacion y un articulo no hay.\n",
            settings={"language": "es"},
            says="“informacion” has lost its accents; write “información”, and so has “articulo”.",
        ),
        Bad(
            "O cais está fechado, disse o capitão; a nave saiu às três e a polícia já está lá, mas [[nao]] há ninguém.\n",
            settings={"language": "pt"},
        ),
        Good(
            "El muelle esta cerrado, segun la autoridad; el capitan llego y la nave salio tarde.\n\n"
            "Categoria: puerto y mar de la ciudad\n",
            settings={"language": "es"},
        ),
        Good(
            "El muelle está cerrado, según la autoridad; el capitán llegó después y la nave salió además tarde.\n\n"
            "Más en puerto.example.org/informacion y en informacion@example.org de la ciudad.\n",
            settings={"language": "es"},
        ),
        Good(
            "El muelle está cerrado, según la autoridad; el capitán llegó después y la nave salió además tarde.\n\n"
            "La radio de la ciudad es Radio Pasion, y la gente la oye.\n",
            settings={"language": "es"},
        ),
        Bad(
            "[[Categoria]] del puerto: el muelle esta cerrado, segun la autoridad, y tambien la economia de la ciudad.\n\n"
            + "El puerto no tiene barcos, y la gente de la ciudad espera en el muelle. " * 7
            + "\n\nLa politica no ayuda.\n",
            settings={"language": "es"},
            says="“Categoria” has lost its accents; write “categoría”, and so have “tambien”, “economia”, “politica”.",
            severity="warning",
        ),
        Good(
            "El puerto no tiene barcos, y la gente de la ciudad espera en el muelle. " * 7
            + "\n\nLa politica no ayuda, y tambien falta gente.\n",
            settings={"language": "es"},
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        found = self.in_heads(article)
        as_copy = bool(found)
        for right, places in self.in_copy(article).items():
            found.setdefault(right, places)
        if found:
            (right, (first, *again)), *others = found.items()
            said = ", as the copy does" if as_copy else ""
            names = ", ".join(quoted(places[0].text) for _, places in others[:MOST])
            more = f", and so {'have' if len(others) > 1 else 'has'} {names}" if others else ""
            yield self.finding(
                first,
                f"{quoted(first.text)} has lost its accents; write {quoted(right)}{said}{more}.",
                see=tuple((place, "and here") for place in (*again, *(each[0] for _, each in others))[:20]),
            )

    def in_heads(self, article: Article) -> Found:
        """Words of headlines and subheads that the copy writes with accents."""
        heads = [block.passage for block in article.headings if block.passage]
        if article.headline is not None:
            heads.insert(0, article.headline.passage)
        found: Found = {}
        if not any(heads) or all(passage.text.isascii() for passage in article.prose):
            return found
        written = Counter(word.text.casefold() for passage in article.prose for word in passage.words)
        accented = {
            plain(word): word
            for word, count in written.items()
            if count >= SPOKEN and not word[:-1].isascii()
        }
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
                    found.setdefault(accented[low], []).append(head[word.start : word.end])
        return found

    def in_copy(self, article: Article) -> Found:
        """Spellings that the language does not have, where the article has accents or plainly lost them all."""
        words = UNMARKED.get(article.primary_language, {})
        endings = UNMARKED_ENDINGS.get(article.primary_language, ())
        found: Found = {}
        marked: set[str] = set()
        for block in article.blocks if words or endings else ():
            for inner in block.walk() if block.kind not in ASIDE else ():
                if inner.passage is None:
                    continue
                own = article.own(inner.passage)
                marked.update(MARKED.findall(own.text.lower()))
                for passage, match in own.find(WORD):
                    right = self.right(match[0].lower(), words, endings)
                    if right and is_plain(own.text, match.start(), match[0]):
                        found.setdefault(right, []).append(passage)
        if len(found) >= THROUGHOUT and len(marked) < len(found) and article.word_count >= FEWEST:
            return found
        return found if len(marked) >= self.marked and len(found) * 2 <= len(marked) else {}

    def right(self, word: str, words: Mapping[str, str], endings: tuple[tuple[str, str], ...]) -> str:
        """The word as the language writes it; empty where it may be right."""
        if word in self.allow:
            return ""
        if word not in words and len(word) >= ENDED:
            for bare, ending in endings:
                if word.endswith(bare):
                    return word.removesuffix(bare) + ending
        return words.get(word, "")


def is_plain(text: str, at: int, word: str) -> bool:
    """Whether a word is no name: small, or the first of its line or sentence."""
    before = text[:at].rstrip(" *_#>-—·|")
    return word.islower() or (word[1:].islower() and (not before or before[-1] in ".:!?\n"))


def plain(word: str) -> str:
    """A word without its accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
