"""Who and what an article's prose names, and by which words it ties statements to sources, each where it stands.

These are views of what `presslint.desk.attribution` has read; nothing is recognised here a second time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from presslint.desk.attribution import Sentence
from presslint.desk.cues import Cue, Level
from presslint.language.lexicon import DIGIT, ROLE
from presslint.language.names import bare
from presslint.language.sentences import TITLES
from presslint.language.words.bodies import BODY_WORDS
from presslint.language.words.namesakes import GIVEN, PLACES
from presslint.model.passage import Passage

IN_A_PLACE = frozenset("in near outside".split())
JOINS_BODY = frozenset("of for and &".split())


class Placed(Protocol):
    """Anything that stands in the copy."""

    @property
    def passage(self) -> Passage: ...


M = TypeVar("M", bound=Placed)


class Attributed(Struct, frozen=True, eq=False):
    """An attribution: `passage` are the words of the cue, `source` those that name who speaks, if any do.

    A link or a quotation that stands alone has no words of its own; its passage is the sentence.
    `level` and `kind` are those of `presslint.desk.cues`, `lemma` is the verb's: “say” of “said”.
    """

    passage: Passage
    source: Passage | None
    level: Level
    kind: str
    lemma: str
    sentence: Sentence


class Claimed(Struct, frozen=True, eq=False):
    """A claim that a reader may ask a source for; `kind` is one of `presslint.desk.claims.KINDS`."""

    passage: Passage
    kind: str
    sentence: Sentence


class Named(Struct, frozen=True, eq=False):
    """A name or a role in the prose.

    `kind` is “person”, “body” or “place” where a title, a given name, a word of the name or the word before it
    tells which; empty for a name of which nothing tells. A “role” (“mayor”, “spokeswoman”) is written small and
    stands for somebody. A title that is cut short (“Dr.”) and a possessive ending are no part of the passage.
    """

    passage: Passage
    kind: str

    @property
    def text(self) -> str:
        return self.passage.text


class Standing(Generic[M]):
    """Mentions in reading order, which can be asked for those of a part of the copy."""

    def __init__(self, mentions: Iterable[M]) -> None:
        self._all = tuple(mentions)
        self._by_root: dict[int, list[M]] = {}
        for mention in self._all:
            self._by_root.setdefault(id(mention.passage.root), []).append(mention)
        for found in self._by_root.values():
            found.sort(key=lambda mention: mention.passage.at)

    def __iter__(self) -> Iterator[M]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def within(self, passage: Passage) -> tuple[M, ...]:
        """Those that stand whole in a passage, a sentence or any other part."""
        found = self._by_root.get(id(passage.root), [])
        first = bisect_left(found, passage.at, key=lambda mention: mention.passage.at)
        last = bisect_right(found, passage.at + len(passage), key=lambda mention: mention.passage.at)
        end = passage.at + len(passage)
        return tuple(
            mention for mention in found[first:last] if mention.passage.at + len(mention.passage) <= end
        )


def cues(sentences: Iterable[Sentence]) -> Standing[Attributed]:
    """Every attribution of some sentences."""
    return Standing(_attributed(sentence, cue) for sentence in sentences for cue in sentence.cues)


def _attributed(sentence: Sentence, cue: Cue) -> Attributed:
    words = sentence.part(cue.start, cue.end) if cue.end else sentence.passage
    source = sentence.part(*cue.source) if cue.source[1] else None
    return Attributed(words, source, cue.level, cue.kind, cue.lemma, sentence)


def claims(sentences: Iterable[Sentence]) -> Standing[Claimed]:
    """The first claim of each kind in each of some sentences."""
    return Standing(
        Claimed(sentence.passage[claim.start : claim.end], claim.kind, sentence)
        for sentence in sentences
        for claim in sentence.claims()
    )


def names(sentences: Iterable[Sentence]) -> Standing[Named]:
    """Every name and role of some sentences; quoted names are left out."""
    return Standing(found for sentence in sentences for found in _names(sentence))


def _names(sentence: Sentence) -> Iterator[Named]:
    tokens = sentence.tokens
    at, size = 0, len(tokens)
    while at < size:
        if at < len(tokens.names) and tokens.names[at]:
            end = _end_of_name(sentence, at)
            yield Named(_bare(sentence.part(at, end)), _kind(sentence, at, end))
            at = end
        else:
            if tokens.tags[at] & ROLE and not tokens.tags[at] & DIGIT and tokens.words[at].islower():
                yield Named(sentence.part(at, at + 1), "role")
            at += 1


def _end_of_name(sentence: Sentence, start: int) -> int:
    """Where a name that begins at token `start` ends: “J. R. Ruiz”, “Bank of England” are one each."""
    words, names = sentence.tokens.words, sentence.tokens.names
    size = len(words)
    end = start + 1
    while end < size:
        if words[end - 1].endswith(("’s", "'s")):
            break
        is_initial = words[end] == "." and (len(words[end - 1]) == 1 or words[end - 1] in TITLES)
        if is_initial and end + 1 < size and names[end + 1]:
            end += 2
        elif names[end]:
            end += 1
        elif words[end] in JOINS_BODY and end + 1 < size and names[end + 1] and _is_body(words[start:end]):
            end += 2
        else:
            break
    return end


def _kind(sentence: Sentence, start: int, end: int) -> str:
    words, tags = sentence.tokens.words, sentence.tokens.tags
    name = words[start:end]
    before = words[start - 1] if start else ""
    title = words[start - 2] if before == "." and start > 1 else before
    has_role = len(name) > 1 and tags[start] & ROLE > 0
    if title in TITLES or (len(name) > 1 and name[0] in TITLES) or (has_role and not _is_body(name)):
        return "person"
    if _is_body(name) or (len(name) == 1 and len(name[0]) > 1 and name[0].isupper()):
        return "body"
    if len(name) > 1 and bare(name[0]) in GIVEN:
        return "person"
    if all(bare(word) in PLACES for word in name) or before.lower() in IN_A_PLACE:
        return "place"
    if start and tags[start - 1] & ROLE and before.islower():
        return "person"
    return ""


def _bare(name: Passage) -> Passage:
    """A name without a possessive ending."""
    return name[: len(name) - 2] if name.text.endswith(("’s", "'s")) else name


def _is_body(name: Sequence[str]) -> bool:
    return any(bare(word) in BODY_WORDS for word in name)
