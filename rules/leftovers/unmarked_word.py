from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Kind, Option, Passage, Rule, Severity, quoted, regex
from presslint.desk import UNMARKED, UNMARKED_ENDINGS

WORD = regex(r"(?<![\w./@#-])[a-zA-Z]{3,24}(?![\w/@-]|\.\w)")
MARKED = regex(r"[^\W\d_]*[à-öø-ÿ][^\W\d_]*")
ASIDE = frozenset((Kind.CODE, Kind.QUOTE, Kind.TABLE))  # not the copy, or names of columns
MOST = 4  # words that a message names
ENDED = 6  # letters of a word that is known by its ending


class UnmarkedWord(Rule):
    """A word keeps the marks of its letters, wherever it stands.

    “Categoria”, “informacion”, “nao”: a program that fills in labels and feet often has its words without accents, in
    a file whose copy has them. Only spellings that the language does not have count, in an article that writes five
    other words with marks and more words with them than without. Addresses, names of files, code, block quotes and
    words with a capital inside the line are left alone.
    """

    severity = Severity.WARNING
    reads = frozenset({"prose", "heading"})
    languages = frozenset({"es", "pt", "fr", "it"})
    sources = ("RAE, Ortografía 2010: tilde", "Copy-desk practice: accents are spelling")
    marked: int = Option(
        5, ge=1, description="The fewest words with marks that show that the article writes them."
    )
    allow: tuple[str, ...] = Option(
        (), description="Words that the house writes without marks, in small letters."
    )
    examples: ClassVar = (
        Bad(
            "El muelle está cerrado, según la autoridad; el capitán llegó después y la nave salió además tarde.\n\n"
            "[[Categoria]]: puerto y mar de la ciudad\n",
            settings={"language": "es"},
            says="“Categoria” has lost its mark; write “categoría”.",
            severity="warning",
        ),
        Bad(
            "El muelle está cerrado, según la autoridad; el capitán llegó después y la nave salió además tarde.\n\n"
            "Más [[informacion]] en la web de la ciudad. Otra informacion y un articulo no hay.\n",
            settings={"language": "es"},
            says="“informacion” has lost its mark; write “información”, and so has “articulo”.",
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
    )

    def check(self, article: Article) -> Iterator[Finding]:
        words = UNMARKED.get(article.primary_language, {})
        endings = UNMARKED_ENDINGS.get(article.primary_language, ())
        found: dict[str, list[Passage]] = {}
        marked: set[str] = set()
        for block in article.blocks:
            for inner in block.walk() if block.kind not in ASIDE else ():
                if inner.passage is None:
                    continue
                own = article.own(inner.passage)
                marked.update(MARKED.findall(own.text.lower()))
                for passage, match in own.find(WORD):
                    right = self.right(match[0].lower(), words, endings)
                    if right and is_plain(own.text, match.start(), match[0]):
                        found.setdefault(right, []).append(passage)
        if not found or len(marked) < self.marked or len(found) * 2 > len(marked):
            return
        (right, (first, *again)), *others = found.items()
        more = (
            f", and so has {', '.join(quoted(each[0].text) for _, each in others[:MOST])}" if others else ""
        )
        yield self.finding(
            first,
            f"{quoted(first.text)} has lost its mark; write {quoted(right)}{more}.",
            see=tuple((place, "and here") for place in (*again, *(each[0] for _, each in others))[:20]),
        )

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
