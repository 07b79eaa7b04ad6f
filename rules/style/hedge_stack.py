from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Passage, Rule, Severity, quoted
from presslint.language.phrases import Hit, Phrase, Phrases
from presslint.language.words.leftovers_stock import HEDGES

PHRASES = Phrases(Phrase(word, words=(word,), kind=kind) for kind, words in HEDGES.items() for word in words)


class HedgeStack(Rule):
    """A sentence hedges once.

    “It may perhaps generally appear to be somewhat likely”: each hedge is fair, the stack of them says
    nothing. One sentence with hedges of three classes, or four of any, is worth a glance: say what is
    known, and by whom. Off by default: it fires about once in two thousand articles, too seldom to
    know how often it is right.
    """

    severity = Severity.SUGGESTION
    default_on = False
    sources = ("Wikipedia, words to watch", "Ganter and Strube 2009: hedges and weasels")
    languages = frozenset({"en"})
    not_for = frozenset({"opinion", "review"})
    classes: int = Option(3, ge=2, description="Classes of hedges that one sentence may not have.")
    hedges: int = Option(4, ge=2, description="Hedges of any class that one sentence may not have.")
    examples: ClassVar = (
        Good(
            "The ferry may be late, and it often is. It could rain. “It may perhaps generally seem "
            "so,” he said.\n"
        ),
        Good("The bridge will probably open in May; roughly 400 cars a day are expected.\n"),
        Bad(
            "[[It may perhaps generally appear to be somewhat likely.]]\n",
            says="“may”, “perhaps”, “generally”, “appear to” and two more hedge one sentence; say what "
            "is known, and by whom.",
            severity="suggestion",
        ),
        Bad(
            "[[It may perhaps be so, and possibly late, and it could go.]]\n",
            says="“may”, “perhaps”, “possibly” and “could” hedge one sentence; say what is known, and by whom.",
            severity="suggestion",
        ),
        Bad(
            "[[It may perhaps possibly generally appear to be somewhat likely to seem roughly so.]]\n",
            says="“may”, “perhaps”, “possibly”, “generally” and 4 more hedge one sentence; say what is known, "
            "and by whom.",
            severity="suggestion",
        ),
        Bad(
            "[[It may be late, and perhaps, possibly and maybe it could go.]]\n",
            says="“may”, “perhaps”, “possibly”, “maybe” and one more hedge one sentence; say what is known, "
            "and by whom.",
            severity="suggestion",
        ),
        Good("It may perhaps. It generally appears so. It is somewhat likely.\n"),
        Good("# It may perhaps generally appear somewhat likely\n\nIt is.\n"),
        Bad(
            "[[It may and might sail.]]\n",
            says="“may” and “might” hedge one sentence; say what is known, and by whom.",
            severity="suggestion",
            hedges=2,
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        by_passage: dict[int, list[Hit]] = {}
        for hit in PHRASES.find(article):
            if hit.copy.block is not None:
                by_passage.setdefault(id(hit.copy), []).append(hit)
        for hits in by_passage.values():
            if len(hits) >= min(self.classes, self.hedges):
                yield from self.stacks(hits[0].copy.passage, hits)

    def stacks(self, passage: Passage, hits: list[Hit]) -> Iterator[Finding]:
        for sentence in passage.sentences:
            start = sentence.at - passage.at
            inside = [hit for hit in hits if start <= hit.start < start + len(sentence)]
            kinds = {hit.phrase.kind for hit in inside}
            if len(kinds) >= self.classes or len(inside) >= self.hedges:
                yield self.finding(
                    sentence, f"{_listed(inside)} hedge one sentence; say what is known, and by whom."
                )


def _listed(hits: list[Hit]) -> str:
    named = [quoted(hit.passage.text) for hit in hits]
    if len(named) > 4:
        rest = len(named) - 4
        return f"{', '.join(named[:4])} and {('one', 'two', 'three')[rest - 1] if rest < 4 else rest} more"
    return f"{', '.join(named[:-1])} and {named[-1]}"
