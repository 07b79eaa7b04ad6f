from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Option, Passage, Rule, Severity, quoted, regex
from presslint.desk import SMALL_WORDS

SIGNS = ".,;:!?()[]{}\"'“”‘’«»„*_-–—…|/¿¡"
MARKS = regex(r"[\"“”„«»]")  # the name of a work, or somebody's words
SCRIPT = regex(r"[\u0370-\u1fff\u3000-\ud7a3]")  # letters that are not Latin, and their marks
LINKED = 0.6  # share of a block's characters from which it is the title of what it links to
MOST = 0.3  # share of an article's words from which a second language is meant
SHARE = 0.2  # of a block's words, the small ones of the other language
SCRIPTS = frozenset(
    ("ja", "zh", "ko", "ru", "uk", "bg", "el", "ar", "he", "fa", "th", "hi")
)  # no Latin letters
HALF = 0.5  # share of a subhead's words from which two are enough
HEAD = 4  # words of a subhead that is judged
TOLD = 4  # small words of the article's language, each another, that one paragraph has
LINE = 16  # words below which a block may be a title
NONE: frozenset[str] = frozenset()
ALONE = {tag: frozenset(words.split()) for tag, words in SMALL_WORDS.items() if tag != "la"}  # lorem ipsum
OTHERS = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "pt": "Portuguese",
    "it": "Italian",
    "nl": "Dutch",
}


class OtherLanguage(Rule):
    """A file is in one language.

    “## What this means for the port” over a Spanish paragraph, an item in English among Dutch ones, was copied
    from a source and not translated. A block of six words and more counts when it has three small words of the
    other language, each another word, and none of the article's own. Quotations, block quotes, code, titles that are links and articles in
    two languages throughout are left alone. English is told in articles of every other language, where it is a warning; in English ones, which
    give the words of others on purpose, the languages of newsrooms are. Subheads count from four words on.
    """

    severity = Severity.SUGGESTION
    reads = frozenset({"paragraph", "heading", "item"})
    not_for = frozenset({"docs", "index", "recipe"})
    sources = ("Copy-desk practice: what is taken over is translated",)
    words: int = Option(6, ge=4, description="The fewest words of a block that is judged.")
    small: int = Option(3, ge=2, description="The fewest small words of the other language.")
    examples: ClassVar = (
        Bad(
            "El puerto de la ciudad está cerrado y el barco no sale hoy, según dijo ayer la autoridad del puerto en una carta.\n\n"
            "## [[What this means for the people of the port]]\n\nLos barcos no salen hasta que el viento sea menos fuerte, y "
            "la gente de la isla tiene que esperar en el muelle de la ciudad.\n",
            says="“What this means for the people of the port” is English in an article that is not; translate it.",
            severity="warning",
        ),
        Bad(
            "The port of the town is shut and the boat does not leave today, the harbour office said in a letter to the town. "
            "It will be shut for as long as the wind is strong.\n\n[[Los barcos no salen hasta que el viento sea menos fuerte y la "
            "gente de la isla]]\n\nThe people of the island have to wait on the pier until the wind is down and the boat "
            "can leave, which may be on Friday if the wind is not stronger than it was in the night.\n",
            says="“Los barcos no salen hasta que el viento … la gente de la isla” is Spanish in an article that is "
            "not; translate it.",
            severity="suggestion",
        ),
        Bad(
            "The board met in the mill, and it said that the fare is to rise, for there was no other way to pay.\n\n"
            "## [[Warum das wichtig ist]]\n\nThe fare is what all of the town talks of.\n",
            severity="suggestion",
        ),
        Good(
            "The board met in the mill, and it said that the fare is to rise, for there was no other way to pay.\n\n"
            "## Das Boot: la vie\n\nThe fare is what all of the town talks of.\n",
        ),
        Good(
            "El puerto de la ciudad está cerrado y el barco no sale hoy, según dijo ayer la autoridad del puerto en una carta.\n\n"
            "> This is what the people of the port have said\n\nLos barcos no salen hasta que el viento sea menos fuerte.\n"
        ),
        Good(
            "El puerto de la ciudad está cerrado y el barco no sale hoy, según dijo ayer la autoridad del puerto en una carta.\n\n"
            "[What this means for the people of the port](https://port.example.org/a)\n\nLos barcos no salen hasta que el viento "
            "sea menos fuerte.\n"
        ),
        Good(
            "El puerto de la ciudad está cerrado y el barco no sale hoy, según dijo ayer la autoridad del puerto en una carta.\n\n"
            "## The Lord of the Rings\n\nLos barcos no salen hasta que el viento sea menos fuerte.\n"
        ),
        Good(
            "El puerto de la ciudad está cerrado hoy.\n\nThe port of the town is shut and the boat does not leave.\n\n"
            "Los barcos no salen hasta que el viento sea menos fuerte.\n\nThe boats do not leave until the wind is down.\n",
            settings={"language": "es"},
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        home = article.primary_language
        if home not in ALONE and home not in SCRIPTS:
            return
        found: list[tuple[Passage, str]] = []
        words = 0
        for block in self.own_blocks(article.blocks):
            if block.passage is None or is_linked(block) or is_title(block):
                continue
            other = self.language_of(article.own(block.passage).text, home, block.kind is Kind.HEADING)
            if other:
                found.append((block.passage, other))
                words += block.word_count
        if not found or words > MOST * article.word_count or not is_written_in(article, home):
            return
        (first, other), *more = found
        yield self.finding(
            first.strip(),
            f"{quoted(first.text.strip())} is {OTHERS[other]} in an article that is not; translate it.",
            severity=None if home == "en" else Severity.WARNING,
            see=tuple((passage, "and here") for passage, _ in more[:20]),
        )

    def own_blocks(self, blocks: tuple[Block, ...]) -> Iterator[Block]:
        """Paragraphs, subheads and items that are in the article's own voice."""
        for block in blocks:
            if block.kind in (Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM):
                yield block
            if block.kind in (Kind.LIST, Kind.ITEM):
                yield from self.own_blocks(block.children)

    def language_of(self, text: str, home: str, is_head: bool = False) -> str:
        """Another language in which a text plainly is, or an empty string."""
        words = [word.strip(SIGNS) for word in text.split()]
        words = [word.lower() for word in words if word.isalpha() and not (word.isupper() and len(word) > 1)]
        least = min(self.words, HEAD) if is_head else self.words
        if is_head and (
            MARKS.search(text) or sum(word[:1].isupper() for word in text.split()) * 2 > len(words)
        ):
            return ""
        if len(words) < least or (home in SCRIPTS and SCRIPT.search(text)):
            return ""
        own = ALONE.get(home, NONE)
        for other in OTHERS if home == "en" else ("en",):
            told = {word for word in words if len(word) > 1 and word in ALONE[other] and word not in own}
            against = any(word in own and word not in ALONE[other] for word in words)
            share = sum(word in told for word in words) / len(words)
            small = 2 if is_head and share >= HALF else self.small + (home == "en")
            if len(told) >= small and not against and share >= SHARE:
                return other
        return ""


def is_written_in(article: Article, home: str) -> bool:
    """Whether a paragraph has small words that are the language's alone: a tag may be wrong."""
    own = ALONE.get(home, NONE) - (NONE if home == "en" else ALONE["en"])
    return home in SCRIPTS or any(
        len(own.intersection(passage.text.lower().split())) >= TOLD for passage in article.prose
    )


def is_title(block: Block) -> bool:
    """Whether a line names a work with its year or kind: “The Fall of the House of Usher (1928)”."""
    return block.word_count < LINE and "(" in block.text


def is_linked(block: Block) -> bool:
    """Whether most of a block is the words of links: the title of what stands elsewhere."""
    linked = sum(len(link.text.text) for link in block.links)
    return linked > LINKED * len(block.text)
