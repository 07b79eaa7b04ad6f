"""Who says it, in a sentence of a language other than English: by its reporting verbs and the words that name a source.

“…, sagte Ana Ruiz”, “selon le ministère”, “dijo el alcalde”. The words beside the verb decide: a name is a named
source, an article or a pronoun stands for somebody, a voice without a name (“Experten”) for nobody. What is read here is
generous: a rule that asks who speaks is rather silent than wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from presslint.desk.cues import Cue, Level, Tokens
from presslint.language.languages import Language
from presslint.language.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    DETERMINER,
    NEGATION,
    PREPOSITION,
    PRONOUN,
    SPEECH,
    STOP,
)
from presslint.language.voicing import nameless
from presslint.language.wordtags import tagger
from presslint.model.passage import MASK
from presslint.model.regex import regex

# l’, qu’ and d’ are words by themselves
TOKEN = regex(rf"\w++(?:[.&\-]\w++|,\d{{3}}(?!\d))*+[’']?+|{MASK}++|[^\w\s]")
REACH = 8  # tokens beside a verb or a frame in which its source stands
BEFORE = AUXILIARY | ADVERB | NEGATION | PRONOUN  # what may stand between a source and its verb
SMALL = DETERMINER | PREPOSITION | PRONOUN | ADVERB | AUXILIARY
NOUNS_WITH_CAPITALS = frozenset({"de"})  # there a capital is a name only where no article stands before it


@lru_cache(maxsize=16)
def _frames(language: Language) -> tuple[tuple[str, ...], ...]:
    """The phrases that give a source without a verb, as words in small letters."""
    return tuple(tuple(phrase.lower().split()) for phrase in language.attribution_cues)


def tokens_of(text: str, language: Language) -> Tokens:
    """A sentence as tokens, each with what it can be in its language."""
    return Tokens(text, tagger(language), TOKEN)


def find_spoken(tokens: Tokens, language: Language) -> list[Cue]:
    """The attributions of one sentence, in order."""
    low = [word.lower() for word in tokens.words]
    found = [*_framed(tokens, language, low)]
    if tokens.hint & SPEECH:
        found += _verbs(tokens, language, low)
    return sorted(found, key=lambda cue: cue.start)


def _verbs(tokens: Tokens, language: Language, low: Sequence[str]) -> Iterator[Cue]:
    for at, tag in enumerate(tokens.tags):
        if not tag & SPEECH or (tag & CAPITAL and at):
            continue
        beside = (_right_of(tokens, language, at + 1), _left_of(tokens, language, at))
        sources = [found for found in beside if found is not None]
        if sources:
            level, start, end = max(sources)
            yield Cue(level, "speech", at, at + 1, (start, end), low[at])


def _framed(tokens: Tokens, language: Language, low: Sequence[str]) -> Iterator[Cue]:
    for phrase in _frames(language):
        size = len(phrase)
        for at in range(len(low) - size + 1):
            if low[at] != phrase[0] or tuple(low[at : at + size]) != phrase:
                continue
            found = _right_of(tokens, language, at + size) or _left_of(tokens, language, at)
            if found is not None:
                level, start, end = found
                yield Cue(level, "frame", at, at + size, (start, end), low[at])


def _right_of(tokens: Tokens, language: Language, at: int) -> tuple[Level, int, int] | None:
    """The source that begins at a token, adverbs and auxiliaries passed over."""
    end = min(len(tokens), at + REACH)
    while at < end and tokens.tags[at] & (ADVERB | AUXILIARY | NEGATION) and not tokens.tags[at] & DETERMINER:
        at += 1
    return _source(tokens, language, at, end)


def _left_of(tokens: Tokens, language: Language, at: int) -> tuple[Level, int, int] | None:
    """The source that ends before a token, in the same clause."""
    end = at
    while end and tokens.tags[end - 1] & BEFORE:
        end -= 1
        if tokens.tags[end] & PRONOUN and not tokens.tags[end] & (AUXILIARY | ADVERB):
            return Level.ROLE, end, end + 1
    start = end
    while start and end - start < REACH and not tokens.tags[start - 1] & STOP:
        start -= 1
    return _source(tokens, language, start, end) if start < end else None


def _source(tokens: Tokens, language: Language, start: int, end: int) -> tuple[Level, int, int] | None:
    """What a stretch up to its first stop names: somebody, a role, a voice without a name; None for none of these."""
    tags = tokens.tags[start:end]
    size = next((at for at, tag in enumerate(tags) if tag & STOP), len(tags))
    if not size or (size == 1 and tags[0] & DETERMINER):  # “Das sagen …” is what they say
        return None
    words, tags = tokens.words[start : start + size], tags[:size]
    for at in range(size):
        if _is_name(words, tags, at, language):
            return Level.NAMED, start + at, start + size
    if any(word.lower() in nameless(language.tag) for word in words):
        return Level.VAGUE, start, start + size
    if tags[0] & (DETERMINER | PRONOUN | PREPOSITION) or any(tag & CAPITAL for tag in tags):
        return Level.ROLE, start, start + size
    return None


def _is_name(words: Sequence[str], tags: Sequence[int], at: int, language: Language) -> bool:
    """Whether a word is a name; in German one that stands beside another word with a capital, or with nothing before it."""
    word, tag = words[at], tags[at]
    if not tag & CAPITAL or tag & SMALL or word.lower() in nameless(language.tag):
        return False
    if language.tag not in NOUNS_WITH_CAPITALS or (len(word) > 1 and word.isupper()):
        return True
    return at == 0 or (at + 1 < len(tags) and bool(tags[at + 1] & CAPITAL))
