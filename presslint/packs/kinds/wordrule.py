"""What the kinds that look for words share: case, word boundaries, exceptions, and where hits are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from presslint.article import Article
from presslint.language.phrases import Phrase, Phrases, level
from presslint.model.intervals import Stretches
from presslint.model.passage import Passage
from presslint.packs.kinds.datarule import DataRule
from presslint.packs.rule import Option

SPECIAL = frozenset("\\^$*+?{}[]|().")


class Found(NamedTuple):
    """One of a rule's phrases, where it stands, and the match where it is a pattern."""

    phrase: Phrase
    where: Passage
    match: re.Match[str] | None


class WordRule(DataRule):
    """Words, or regular expressions for them, are looked for."""

    exceptions: tuple[str, ...] = Option((), description="Words in which, or around which, a word may stand.")
    ignorecase: bool = Option(False, description="Let capitals and small letters count as the same.")
    nonword: bool = Option(False, description="Let a word stand inside another word, too.")
    vocab: bool = Option(True, description="Taken from Vale styles; presslint keeps no vocabulary.")

    def examine(self) -> None:
        super().examine()
        _ = self.spared

    @cached_property
    def spared(self) -> Phrases | None:
        """The exceptions; one that begins a sentence is spared, too."""
        if not self.exceptions:
            return None
        words = [self.phrase(word, "exceptions", index) for index, word in enumerate(self.exceptions)]
        raised = [
            self.phrase(word[:1].upper() + word[1:], "exceptions", index)
            for index, word in enumerate(self.exceptions)
            if word[:1].islower()
        ]
        return Phrases(words + raised, indexed=False)

    def listed(self, phrases: Iterable[Phrase]) -> Phrases:
        """The rule's phrases, in the one pass over the article when it looks at whole passages."""
        return Phrases(phrases, indexed=self.looks_at_all)

    @cached_property
    def looks_at_all(self) -> bool:
        return all(scope.plain for scope in self.scopes)

    def phrase(self, token: str, option: str, index: int, replacement: str = "") -> Phrase:
        """A token of the rule as a phrase: literal words, or a pattern that was proven cheap.

        Tokens that are about marks (`nonword`) or name a curly apostrophe see the text as written.
        Raises Flaw with the place of the token.
        """
        if not SPECIAL.intersection(token) and token.strip():
            pattern = ""
            words: tuple[str, ...] = (token,)
        else:
            source, words, _ = self.proven(token, option, index)
            pattern = f"(?:{source})" if self.nonword else rf"\b(?:{source})\b"
        return Phrase(
            token,
            pattern,
            words,
            kind=replacement,
            cased=not self.ignorecase,
            bounded=not self.nonword,
            levelled=not self.nonword and level(token) == token,
        )

    def hits(self, article: Article, phrases: Phrases) -> Iterator[Found]:
        """What `phrases` find in the rule's scopes and no exception covers."""
        if self.looks_at_all:
            for copy, hits in groupby(phrases.find(article), key=lambda hit: hit.copy):
                if any(scope.accepts(copy) for scope in self.scopes):
                    spared = self.spared_in(copy.own.text)
                    for hit in hits:
                        if not spared.overlaps(hit.start, hit.end):
                            yield Found(hit.phrase, hit.passage, hit.match)
            return
        for stretch in self.stretches(article):
            text = stretch.passage.text
            found = list(phrases.search(text))
            if not found:
                continue
            spared = self.spared_in(text)
            for phrase, start, end, match in found:
                if not spared.overlaps(start, end):
                    yield Found(phrase, stretch.passage[start:end], match)

    def spared_in(self, text: str) -> Stretches:
        """Where the exceptions stand in a text."""
        if self.spared is None:
            return Stretches()
        return Stretches((left, right) for _, left, right, _ in self.spared.search(text))
