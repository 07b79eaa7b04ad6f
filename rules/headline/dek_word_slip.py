from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from presslint import Article, Bad, Field, Finding, Good, Rule, Severity, quoted
from presslint.desk import FUNCTION_WORDS, one_slip, stem

SHORTEST = 5  # letters of a word of which one may be wrong


class DekWordSlip(Rule):
    """A dek uses the words of the copy.

    “Policy brutality” in the dek over a story of police brutality is a slip of the hand that a spelling
    check lets pass, as both are words. The rule looks for two words in a row in headline or dek of which
    the copy has the second twice or more, each time behind a word that is the first but for one letter
    or an ending, and never behind the first itself.
    """

    severity = Severity.WARNING
    sources = ("Columbia Journalism Review, accuracy checklist: read display type last",)
    reads = frozenset({"headline", "dek", "description"})
    languages = frozenset({"en"})
    yields_to: ClassVar = {"missing-core-field": "article"}
    examples: ClassVar = (
        Bad(
            "---\ntitle: Protest at the pier\ndek: Pilots met over [[policy]] brutality at the old pier\n---\n"
            "They spoke of police brutality. It was police brutality, they said.\n",
            says="The dek says “policy brutality”, the copy “police brutality”; check which is meant.",
            severity="warning",
        ),
        Good(
            "---\ntitle: Protest at the pier\ndek: Pilots met over policy brutality at the old pier\n---\n"
            "They spoke of police brutality, and of policy brutality. It was police brutality, they said.\n"
        ),
        Good(
            "---\ntitle: Protest at the pier\ndek: Pilots protest brutality at the old pier\n---\n"
            "It was police brutality. They spoke of police brutality.\n"
        ),
        Good(
            "---\ntitle: Board votes\ndek: The board discussed pilots licences at the old pier\n---\n"
            "A pilot licence is dear. The pilot licence of 1901 was free.\n"
        ),
        Good(
            "---\ntitle: Council cuts night buses\ndek: Pilots met over policy brutality\n---\nThey spoke of "
            "police brutality.\n"
        ),
        Good(
            "---\ntitle: Council cuts night buses\ndek: Pilots met over policy acts\n---\nThey spoke of "
            "police acts. It was police acts, they said.\n"
        ),
        Bad(
            "---\ntitle: Council cuts night buses\ndek: Pilots saw [[small]] boats there\n---\nThey saw "
            "smell boats. They like smell boats.\n",
            says="The dek says “small boats”, the copy “smell boats”; check which is meant.",
            severity="warning",
        ),
        Good(
            "---\ntitle: Council cuts night buses\ndek: Pilots met over policy brutality\n---\nThey spoke of "
            "police brutality. It was pilot brutality. They said police brutality.\n"
        ),
        Good(
            "---\ntitle: Pier\ndek: It is old\nsummary: Pilots met over policy brutality\n---\nThey spoke of "
            "police brutality. It was police brutality, they said.\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        shown = [field for name in ("headline", "dek", "description") for field in article.all(name)[:1]]
        pairs = {field.name: list(in_row(field)) for field in shown if field}
        if not any(pairs.values()):
            return
        copy = [passage.text.lower() for passage in article.prose]
        wanted = {
            second
            for told in pairs.values()
            for first, second, _, _ in told
            if not any(f" {first} {second} " in text for text in copy)  # said so in the copy: no slip
        }
        before = followed(article, copy, wanted)
        told: set[str] = set()
        for field in shown:
            for first, second, start, end in pairs.get(field.name, ()):
                rivals = before.get(second, Counter())
                if first in rivals or sum(rivals.values()) < 2 or f"{first} {second}" in told:
                    continue
                if len(rivals) != 1:
                    continue
                rival = next(iter(rivals))
                if len(rival) >= SHORTEST and one_slip(first, rival) and stem(first) != stem(rival):
                    told.add(f"{first} {second}")
                    where = field.passage[start:end]
                    name = "headline" if field.name == "headline" else field.name
                    yield self.finding(
                        where,
                        f"The {name} says {quoted(f'{first} {second}')}, the copy {quoted(f'{rival} {second}')}; "
                        "check which is meant.",
                    )


def in_row(field: Field) -> Iterator[tuple[str, str, int, int]]:
    """Two content words in a row, in small letters, with the place of the first."""
    for one, other in pairwise(field.passage.words):
        first, second = one.text.lower(), other.text.lower()
        if is_told(first) and is_told(second):
            yield first, second, one.start, one.end


def is_told(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha() and word not in FUNCTION_WORDS


def followed(article: Article, copy: list[str], wanted: set[str]) -> dict[str, Counter[str]]:
    """For each of these words, the words that stand right before it in the copy, and how often.

    `copy` are the paragraphs in small letters.
    """
    found: dict[str, Counter[str]] = {}
    wanted = {word for word in wanted if sum(text.count(word) for text in copy) > 1}  # one place is no habit
    for passage, text in zip(article.prose, copy, strict=True):
        if not any(word in text for word in wanted):
            continue
        for one, other in pairwise(map(str.lower, passage.written_words)):
            if other in wanted:
                found.setdefault(other, Counter())[one] += 1
    return found
