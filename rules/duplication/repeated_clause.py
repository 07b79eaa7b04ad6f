from __future__ import annotations

from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Option, Passage, Rule, Severity, quoted
from presslint.model.passage import MASK, Word


class RepeatedClause(Rule):
    """A clause stands once in a paragraph.

    Nine words in the same order, twice in one paragraph, are what is left when a sentence was moved and not
    cut at its old place, or rewritten and left standing. Twelve words are a warning, fewer a
    suggestion, for they may come back on purpose; within one sentence they mostly do. Whole sentences that
    stand twice are repeated-sentence's. Quotations, code, names and titles, rows of figures, and a figure of speech that
    opens sentence after sentence with the same words are left alone, and so is a clause that stands three
    times.
    """

    severity = Severity.SUGGESTION
    sources = ("Copy-desk practice: paste and merge accidents",)
    words: int = Option(9, ge=5, description="The fewest words in the same order that count.")
    examples = (
        Good("The pier is one that many have copied. It is one that many admire and few have seen.\n"),
        Good(
            "We will run the boat in all the weathers of the north. We will run the boat in all the weathers of the "
            "north and the south.\n"
        ),
        Good(
            "The Ayton and Beeton Harbour Board of Trade and Pilots met. Nobody in the Ayton and Beeton Harbour Board "
            "of Trade and Pilots spoke.\n"
        ),
        Good(
            "“It is one that many have copied or tried to copy,” he said. “It is one that many have copied or tried to copy.”\n"
        ),
        Bad(
            "The contract is one that many have copied or tried to copy. It runs for a year. Pilots say it’s "
            "[[one that many have copied or tried to copy]] since.\n",
            says="“one that many have copied or tried to copy” stands twice in this paragraph; cut one of them.",
            severity="suggestion",
        ),
        Bad(
            "Ayton wants to open its pier for all the boats of the sound by the end of May. The board says that it hopes "
            "[[to open its pier for all the boats of the sound by the end of May]] as well.\n",
            severity="suggestion",
        ),
        Good(
            "Crews were happy with the plan of the board to open the pier in May; they were not happy with the plan of "
            "the board to open the pier in June.\n"
        ),
        Bad(
            "At dawn a dull red boat came in late. Nobody saw that [[a dull red boat came in]] at all.\n",
            words=6,
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for passage in article.own_prose:
            if len(passage) > 8 * self.words and comes_back(passage.text) and (found := self.twice(passage)):
                first, second = found
                yield self.finding(
                    second,
                    f"{quoted(second.text)} stands twice in this paragraph; cut one of them.",
                    see=((first, "first stands here"),),
                )

    def twice(self, passage: Passage) -> tuple[Passage, Passage] | None:
        """The first clause of a paragraph that comes back once, at its full length."""
        words = passage.words
        folded = [word.text.casefold() for word in words]
        places: dict[tuple[str, ...], list[int]] = {}
        for at in range(len(words) - self.words + 1):
            places.setdefault(tuple(folded[at : at + self.words]), []).append(at)
        if len(places) == len(words) - self.words + 1:
            return None
        for starts in places.values():
            if len(starts) != 2 or starts[1] - starts[0] < self.words:
                continue
            size = self.words
            while (
                starts[1] + size < len(words)
                and starts[0] + size < starts[1]
                and (folded[starts[0] + size] == folded[starts[1] + size])
            ):
                size += 1
            one, other = (words[start : start + size] for start in starts)
            if not self.is_clause(passage, one, other):
                return None
            return cut(passage, one), cut(passage, other)
        return None

    def is_clause(self, passage: Passage, one: tuple[Word, ...], other: tuple[Word, ...]) -> bool:
        """Whether words make a clause of the writer's own, and no name, row of figures or figure of speech."""
        text = cut(passage, other).text
        plain = sum(word.text[0].islower() for word in other)
        if MASK in text or 3 * plain < 2 * len(other) or any(mark in text for mark in ";|•\n"):
            return False
        starts = {sentence.at - passage.at for sentence in passage.sentences}
        if not any(one[-1].end <= start <= other[0].start for start in starts):
            return False  # within one sentence
        if one[0].start in starts and other[0].start in starts and len(other) < 2 * self.words:
            return False  # sentences that open alike are a figure of speech
        return not any(mark in cut(passage, one).text[:-1] for mark in ".!?:")


def comes_back(text: str) -> bool:
    """Whether some four words in a row stand twice, a first and cheap look."""
    words = text.casefold().split()
    rows = list(zip(words, words[1:], words[2:], words[3:], strict=False))
    return len(set(rows)) < len(rows)


def cut(passage: Passage, words: tuple[Word, ...]) -> Passage:
    return passage[words[0].start : words[-1].end]
