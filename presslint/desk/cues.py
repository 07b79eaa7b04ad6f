"""Who says it, in one sentence: the words that tie a statement to a source, and what that source is.

A sentence is cut into tokens once and each token is looked up once. Only where a token can be a cue (a
reporting verb, “according to”, a document) are its surroundings read. The binding rules come from what
real copy does: the subject decides, and a verb of evidence needs a subject that can be evidence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import IntEnum
from functools import reduce
from operator import or_

from msgspec import Struct
from msgspec.structs import replace

from presslint.language.en.reporting import MOSTLY_NOUNS
from presslint.language.en.sources import DATA_GUARDS, FIRST_HAND, INSTITUTIONAL
from presslint.language.languages import ENGLISH
from presslint.language.lexicon import (
    ADVERB,
    AUXILIARY,
    BE,
    CLAUSE,
    CLOSE,
    CONTENT,
    CONTRACTED,
    DETERMINER,
    DIGIT,
    DOCUMENT,
    EVIDENCE,
    FIRST_PERSON,
    FRAME,
    HAND,
    ING,
    INVERTS,
    KEEP,
    LEMMAS,
    NAMELIKE,
    NEGATION,
    NOUN,
    NOUNISH,
    PAST,
    PLAN,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUANTIFIER,
    ROLE,
    SPEECH,
    STANCE,
    STOP,
    SUBORDINATOR,
    TIME,
    UTTERANCE,
    VAGUE,
    VERB,
    WORDLIKE,
    tag_of,
)
from presslint.language.names import DEMONYMS, bare
from presslint.model.passage import MASK
from presslint.model.regex import regex

TOKEN = regex(rf"\w++(?:[’'.&\-]\w++|,\d{{3}}(?!\d))*+|{MASK}++|[^\w\s]")
REACH = 40  # tokens that a subject may stand before its verb, appositions included
STEP = 24  # tokens that a noun phrase may have
SPEAKING_PRONOUNS = frozenset(
    "he she they we i it he's she's they're they've i've we've he'd she'd they'd".split()
)
ANTECEDENTS = frozenset(("who", "which", "that", "who's", "who've", "who'd"))
PARTITIVES = frozenset("one some many most each both none several two three four five all".split())
CONTAINERS = frozenset(
    "average averages series number set batch pair trio spate version copy review list flurry".split()
)
PERSONLIKE = tuple("er or ist ian man woman ers ors ists ians men women ant ants".split())  # endings
SIGNS = frozenset(":―—–")  # of a transcript, a signature
NEGATED = frozenset("declined declines declining refused refuses refusing".split())
INFINITIVES = NEGATED | frozenset("on continues continued was rushed".split())  # “went on to say”
TRIGGER = VERB | FRAME | DOCUMENT | CONTENT
FRONT = DETERMINER | PREPOSITION | POSSESSIVE
NO_OBJECT = BE | AUXILIARY | SUBORDINATOR | TIME


class Level(IntEnum):
    """How well a statement is tied to a source."""

    NONE = 0
    VAGUE = 1  # “experts”, “studies”; a quotation without a speaker
    ROLE = 2  # “he”, “the company”, “the report”: stands for somebody named elsewhere
    NAMED = 3  # a proper name, a named document, a link


class Cue(Struct, frozen=True):
    """One attribution in a sentence. Numbers count tokens, ends exclusive; `source` is what speaks.

    `kind` is speech, document, attitude (wants, plans: no source for a fact), frame (according to),
    silence (declined to comment), first-hand or link.
    """

    level: Level
    kind: str
    start: int
    end: int
    source: tuple[int, int]
    lemma: str


class _Phrase(Struct, frozen=True):
    """A noun phrase that may be a source: its level, its place, the tag of its head.

    `close` is true when the head itself could speak: a name, a pronoun, a role or a document.
    """

    level: Level
    start: int
    end: int
    close: bool
    head: int


class _Known(dict[str, int]):
    """What each token can be: worked out when a spelling is first met, then remembered."""

    def __missing__(self, token: str) -> int:
        if len(self) > KEEP:
            self.clear()
        tag = self[token] = tag_of(token)
        return tag


_look_up = _Known().__getitem__


class Tokens:
    """A sentence as tokens: the words, what each can be, which are names, and the bits of all of them."""

    __slots__ = ("hint", "names", "pattern", "tags", "words")

    def __init__(
        self, text: str, look_up: Callable[[str], int] = _look_up, pattern: re.Pattern[str] = TOKEN
    ) -> None:
        self.pattern = pattern
        self.words: list[str] = pattern.findall(text)
        self.tags: list[int] = list(map(look_up, self.words))
        self.names: list[bool] = []
        self.hint = reduce(or_, self.tags, 0)

    def __len__(self) -> int:
        return len(self.words)

    def capitals(self) -> list[int]:
        """The capitalised words that could be names."""
        if not self.hint & NAMELIKE:
            return []
        return [i for i, tag in enumerate(self.tags) if tag & NAMELIKE]

    def first_word(self) -> int:
        for i, tag in enumerate(self.tags):
            if tag & WORDLIKE:
                return i
        return len(self.tags)

    def offsets(self, text: str) -> list[tuple[int, int]]:
        """Where each token stands in the text it was made from."""
        return [(found.start(), found.end()) for found in self.pattern.finditer(text)]


def mark_names(sentences: list[Tokens]) -> None:
    """Tell the proper names of an article: by capitals, and by where else a word stands.

    At the start of a sentence every word has a capital, so there it must be known from the middle of
    another, be written in capitals throughout or inside, or be followed by another name.
    """
    capitals = [tokens.capitals() for tokens in sentences]
    firsts = [tokens.first_word() if found else 0 for tokens, found in zip(sentences, capitals, strict=True)]
    inside: set[str] = set()
    for tokens, found, first in zip(sentences, capitals, firsts, strict=True):
        inside.update(tokens.words[i] for i in found if i > first)
    for tokens, found, first in zip(sentences, capitals, firsts, strict=True):
        names = tokens.names = [False] * len(tokens.words)
        for i in found:
            names[i] = (i > first and tokens.words[i - 1] not in '“"‘:') or _opens_with_name(
                tokens, i, inside
            )


def _opens_with_name(tokens: Tokens, i: int, inside: set[str]) -> bool:
    word = tokens.words[i]
    if word in inside or (not word[1:].islower() and len(word) > 1):
        return tokens.tags[i] & POSSESSIVE == 0 or word[:-2] in inside or not word[1:-2].islower()
    if tokens.tags[i] & POSSESSIVE:
        return word[:-2] in inside
    return i + 1 < len(tokens.words) and tokens.tags[i + 1] & NAMELIKE > 0


def find_cues(tokens: Tokens) -> list[Cue]:
    """The attributions of one sentence, in order."""
    hint = tokens.hint
    found: list[Cue] = []
    if hint & TRIGGER or (hint & NAMELIKE and not SIGNS.isdisjoint(tokens.words)):
        found = _Reader(tokens).read()
    if not found and hint & HAND and _is_first_hand(tokens):
        found.append(Cue(Level.ROLE, "first-hand", 0, 0, (0, 0), ""))
    return found


def _is_first_hand(tokens: Tokens) -> bool:
    """“our analysis”, “seen by”, “did not respond”: the reporter's own work."""
    words = tokens.words
    for i, tag in enumerate(tokens.tags):
        if tag & HAND:
            word = words[i].lower()
            if i and (words[i - 1].lower(), word) in FIRST_HAND:
                return True
            if i + 1 < len(words) and (word, words[i + 1]) in FIRST_HAND:
                return True
    return False


class _Reader:
    __slots__ = ("cues", "names", "size", "tags", "words")

    def __init__(self, tokens: Tokens) -> None:
        self.words, self.tags, self.names = tokens.words, tokens.tags, tokens.names
        self.size = len(self.words)
        self.cues: list[Cue] = []

    def read(self) -> list[Cue]:
        tags, words = self.tags, self.words
        for i in [i for i, tag in enumerate(tags) if tag & TRIGGER]:
            tag = tags[i]
            if tag & VERB and not self._is_hopeless(i, tag) and self._verb(i, tag):
                continue
            if tag & FRAME:
                self._frame(i)
            elif tag & DOCUMENT:
                self._document(i)
            elif tag & CONTENT:
                self._content(i)
        for dash in ("―", "—", "–"):
            if dash in words:
                self._signature(words.index(dash))
        if ":" in words[:6]:
            self._label()
        return self.cues

    def _add(
        self, level: Level, kind: str, start: int, end: int, source: tuple[int, int], lemma: str
    ) -> bool:
        if kind == "speech" and source[1] - source[0] == 1 and self.tags[source[0]] & FIRST_PERSON:
            kind = "first-hand"
        self.cues.append(Cue(level, kind, start, end, source, lemma))
        return True

    # -- verbs ------------------------------------------------------------------------------------

    def _is_hopeless(self, i: int, tag: int) -> bool:
        """A quick look at both neighbours: “the report of”, “to see”, “a plan is” are no reporting verbs."""
        before = self.tags[i - 1] if i else 0
        if before & FRONT and not before & (PRONOUN | SUBORDINATOR | QUANTIFIER) and not tag & ING:
            if self.words[i - 1] != "to":
                return not self.names[i - 1]
            return i < 2 or self.words[i - 2].lower() not in INFINITIVES
        if tag & NOUNISH and i + 1 < self.size and not self.names[i + 1]:
            return (
                self.tags[i + 1] & NO_OBJECT > 0 and self.words[i + 1].lower() not in ENGLISH.clause_openers
            )
        return False

    def _verb(self, i: int, tag: int) -> bool:
        """Bind a reporting verb to its subject; False when it is no verb here or nobody speaks."""
        words, tags = self.words, self.tags
        j, passive, negated = self._step_back(i - 1)
        lemma = LEMMAS[bare(words[i])]
        if passive and not tag & ING:
            return tag & PAST > 0 and self._agent(i, lemma)
        before = tags[j] if j >= 0 else STOP
        if tag & ING and not passive:
            return self._participle(i, j, tag, lemma)
        if j >= 0 and not self.names[j]:
            if before & (DETERMINER | PREPOSITION) and not before & (PRONOUN | SUBORDINATOR | QUANTIFIER):
                return self._infinitive(i, j, lemma)
            if before & POSSESSIVE:
                return False
        if tag & INVERTS and before & STOP:
            found = self._inverted(i)
            if found is not None:
                return self._add(found.level, "speech", i, i + 1, (found.start, found.end), lemma)
        if before & SUBORDINATOR and not before & (PRONOUN | QUANTIFIER):
            return self._coordinated(i, j, tag, lemma)
        subject = self._subject(j, tag)
        if subject is None:
            return False
        kind = self._kind(i, j, tag, subject)
        if not kind:
            return False
        if negated:
            kind = "silence"
        return self._add(subject.level, kind, i, i + 1, (subject.start, subject.end), lemma)

    def _step_back(self, j: int) -> tuple[int, bool, bool]:
        """Over adverbs, auxiliaries, dates: where the subject ends, whether passive, whether negated."""
        words, tags = self.words, self.tags
        passive = negated = False
        while j >= 0:
            tag = tags[j]
            if tag & (ADVERB | AUXILIARY | NEGATION) and not tag & PRONOUN:
                negated = negated or tag & NEGATION > 0
                j -= 1
            elif tag & BE:
                passive = True
                j -= 1
            elif tag & TIME and j > 0 and not tag & POSSESSIVE:
                j -= 2 if tags[j - 1] & (PREPOSITION | DETERMINER) else 1
            elif tag & DIGIT and j > 0 and words[j - 1] in ("in", "of"):
                j -= 2
            elif words[j] == "," and j > 1 and tags[j - 1] & ADVERB and words[j - 2] == ",":
                j -= 3  # “Ruiz, however, said”
            else:
                break
        if j >= 0 and tags[j] & CONTRACTED and words[j][-2:] in ("’s", "'s", "’m", "'m", "re"):
            passive = True
        return j, passive, negated

    def _kind(self, i: int, j: int, tag: int, subject: _Phrase) -> str:
        """What sort of cue verb `i` is with this subject; empty when it is none."""
        head = subject.head
        if tag & NOUNISH and not self._is_verb(i, j, subject.start):
            return ""
        if tag & EVIDENCE and head & (DOCUMENT | UTTERANCE):
            return "document"
        if tag & SPEECH:
            return "speech"
        if not subject.close or (subject.level < Level.ROLE and not head & (VAGUE | QUANTIFIER)):
            return ""
        if tag & CLOSE:
            return "speech"
        if tag & CLAUSE and self._clause_follows(i, subject.start):
            return "speech"
        if tag & EVIDENCE and self._clause_follows(i, subject.start):
            if head & PRONOUN and self.words[subject.start].lower() in (
                "which",
                "that",
                "this",
                "these",
                "those",
            ):
                return ""  # “…, which suggests”: the writer infers
            return "document"
        if tag & STANCE or (tag & PLAN and i + 1 < self.size and self.words[i + 1] == "to"):
            return "attitude"
        return ""

    def _is_verb(self, i: int, j: int, start: int) -> bool:
        """Whether “claims”, “plan”, “report” is a verb: what follows must be able to follow one."""
        if i + 1 >= self.size:
            return self._ends_clause(start)
        after, tag = self.words[i + 1].lower(), self.tags[i + 1]
        if after in ENGLISH.clause_openers or after in ("to", "out"):
            return True
        if bare(self.words[i]) in MOSTLY_NOUNS:
            return False
        if tag & STOP:
            return self._ends_clause(start)  # “…, the Courier reports.”
        if self.names[i + 1] or tag & DETERMINER:
            return True
        if tag & (BE | AUXILIARY | SUBORDINATOR | VERB | TIME):
            return False
        if tag & PREPOSITION:
            return after in ("for", "on") and self.words[i].lower() in ("calls", "call")
        if self.tags[j] & PRONOUN:
            return True
        return not self.tags[start - 1] & DETERMINER if start > 0 else not self.tags[0] & DETERMINER

    def _clause_follows(self, i: int, start: int) -> bool:
        k = i + 1
        while k < self.size and self.tags[k] & ADVERB:
            k += 1
        if k >= self.size or self.words[k] in ".,":
            if k + 1 < self.size and self.words[k + 1] in "“\"'‘":
                return True
            return self._ends_clause(start)  # “…, the Post has learned.”
        word = self.words[k].lower()
        if word in ENGLISH.clause_openers or self.names[k] or self.tags[k] & DIGIT:
            return True
        if self.tags[k] & DETERMINER and k + 1 < self.size and self.names[k + 1]:
            return True
        return word in ("out", "to") and LEMMAS.get(bare(self.words[i])) in ("point", "respond", "appear")

    def _ends_clause(self, start: int) -> bool:
        """Whether a phrase follows a comma or a quotation: “…, the Courier reports”."""
        while start > 0 and self.tags[start - 1] & DETERMINER:
            start -= 1
        return start > 0 and self.words[start - 1] in (",", "”", '"', "’", "'")

    def _agent(self, i: int, lemma: str) -> bool:
        """“was reported by the BBC”: the agent, where there is one."""
        for k in range(i + 1, min(i + 5, self.size)):
            if self.words[k] in ("by", "in"):
                found = self._phrase_after(k + 1)
                if found is not None and found.level is Level.NAMED:
                    return self._add(found.level, "document", i, k + 1, (found.start, found.end), lemma)
                return False
            if self.tags[k] & STOP:
                return False
        return False

    def _infinitive(self, i: int, j: int, lemma: str) -> bool:
        """“declined to say”, “went on to say”; any other infinitive speaks for nobody."""
        if self.words[j] != "to" or j < 2:
            return False
        before = self.words[j - 1].lower()
        if before not in INFINITIVES:
            return False
        at = j - 2 if before == "on" else j - 1
        found = self._subject(self._step_back(at - 1)[0], SPEECH)
        if found is None:
            return False
        kind = "silence" if before in NEGATED else "speech"
        return self._add(found.level, kind, at, i + 1, (found.start, found.end), lemma)

    def _participle(self, i: int, j: int, tag: int, lemma: str) -> bool:
        """“…, adding that”: its subject is that of the last cue, or of the sentence."""
        if not tag & (SPEECH | CLOSE | EVIDENCE):
            return False
        if j >= 0:
            before = self.tags[j]
            if before & (DETERMINER | POSSESSIVE):
                return False
            if before & (PREPOSITION | SUBORDINATOR) and self.words[j].lower() not in (
                "after",
                "by",
                "before",
                "while",
                "and",
                "in",
                "when",
            ):
                return False
            if not tag & SPEECH and not before & STOP:
                return False
        if self.cues:
            last = self.cues[-1]
            return self._add(last.level, "speech", i, i + 1, last.source, lemma)
        found = self._main_subject(i) or (self._main_subject(self.size, i + 1) if j < 1 else None)
        if found is None or not (tag & SPEECH or self._clause_follows(i, 0)):
            return False
        return self._add(found.level, "speech", i, i + 1, (found.start, found.end), lemma)

    def _coordinated(self, i: int, j: int, tag: int, lemma: str) -> bool:
        """“Ruiz opened the bridge and said”: the subject is the one before."""
        if not tag & (SPEECH | CLOSE) or self.words[j] not in ("and", "but", "then", "or") or tag & NOUNISH:
            return False
        if self.cues:
            last = self.cues[-1]
            return self._add(last.level, "speech", i, i + 1, last.source, lemma)
        found = self._main_subject(j)
        if found is None:
            return False
        return self._add(found.level, "speech", i, i + 1, (found.start, found.end), lemma)

    # -- noun phrases -----------------------------------------------------------------------------

    def _main_subject(self, end: int, start: int = 0) -> _Phrase | None:
        """The first name, pronoun or role of the sentence before token `end`."""
        for k in range(start, min(end, start + REACH)):
            if self.names[k] and not self.tags[k] & POSSESSIVE:
                s, e = self._name(k)
                return _Phrase(Level.NAMED, s, e, True, 0)
            tag = self.tags[k]
            if tag & PRONOUN and self.words[k].lower() in SPEAKING_PRONOUNS:
                return _Phrase(Level.ROLE, k, k + 1, True, PRONOUN)
            if tag & ROLE and not tag & POSSESSIVE:
                return _Phrase(Level.ROLE, k, k + 1, True, ROLE)
        return None

    def _name(self, k: int) -> tuple[int, int]:
        """The whole name around token `k`: “Rev. Peter Wherry”, “Institute for School Reform”."""
        names, words, size = self.names, self.words, self.size
        start, end = k, k + 1
        while start > 0 and (
            names[start - 1] or (words[start - 1] == "." and start > 1 and names[start - 2])
        ):
            start -= 1
        while end < size:
            if names[end]:
                end += 1
            elif end + 1 < size and names[end + 1] and words[end] in (".", "of", "&", "for"):
                end += 2
            else:
                break
        return start, end

    def _subject(self, j: int, tag: int) -> _Phrase | None:
        """The noun phrase that ends at token `j`, as the subject of a verb with tag `tag`."""
        words, tags, names = self.words, self.tags, self.names
        for _ in range(3):  # brackets and dashes between a name and its verb
            if j < 0:
                return None
            word = words[j]
            if word in ")]":
                j = self._back_to(j, "([") - 1
            elif word in "—–―-":
                while j > 0 and words[j - 1] == "-":
                    j -= 1
                j = self._back_to(j, "—–―-") - 1
                while j > 0 and words[j] == "-":
                    j -= 1
            else:
                break
        if j < 0:
            return None
        word = words[j]
        if word == ",":
            return self._before_apposition(j, tag)
        if tags[j] & PRONOUN and not names[j]:
            return self._pronoun(j, tag)
        if tags[j] & STOP:
            return None
        return self._phrase_before(j, tag)

    def _back_to(self, j: int, marks: str) -> int:
        k = j - 1
        floor = max(0, j - REACH)
        while k >= floor:
            if self.words[k] in marks:
                return k
            k -= 1
        return 0

    def _pronoun(self, j: int, tag: int) -> _Phrase | None:
        low = self.words[j].lower().replace("’", "'")
        if low in ("you", "you've", "you'd", "you're", "there"):
            return None
        if low in ANTECEDENTS:
            k = j - 1
            if k >= 0 and self.words[k] == ",":
                k -= 1
            found = None
            if k >= 0 and self.names[k] and (tag & SPEECH or low.startswith("who")):
                s, e = self._name(k)
                return _Phrase(Level.NAMED, s, e, True, 0)
            if k >= 0 and not self.tags[k] & STOP and not (self.tags[k] & PRONOUN and not self.names[k]):
                found = self._phrase_before(k, tag)
            if found is not None:
                return replace(found, close=True)
            return None if low == "that" else _Phrase(Level.ROLE, j, j + 1, low != "which", PRONOUN)
        return _Phrase(Level.ROLE, j, j + 1, True, PRONOUN)

    def _phrase_before(self, j: int, tag: int) -> _Phrase | None:
        words, tags, names = self.words, self.tags, self.names
        named = document = -1
        head = j
        k = j
        floor = max(-1, j - STEP)
        while k > floor:
            t = tags[k]
            if names[k]:
                if named < 0:
                    named = k
            elif t & STOP:
                if words[k] != ".":
                    break
            elif (
                (t & SUBORDINATOR and not (words[k] == "and" and k > 0 and names[k - 1] and names[k + 1]))
                or (t & (BE | AUXILIARY) and k < j)
                or (t & SPEECH and t & PAST and k < j and not tags[k - 1] & DETERMINER)
            ):
                break
            elif t & PREPOSITION and k < j:
                if k == 0 or (
                    tags[k - 1] & (STOP | SUBORDINATOR | BE | AUXILIARY | TIME) and not names[k - 1]
                ):
                    break
                if words[k] != "of" or words[k - 1].lower() not in PARTITIVES:
                    head = k - 1
                if words[head].lower() in CONTAINERS and document >= 0:
                    head = document
            elif t & DOCUMENT and (
                k == j or words[k + 1].endswith(("ed", "t", "n")) or tags[k + 1] & PREPOSITION
            ):
                document = k
            k -= 1
        start = k + 1
        if document >= 0 and not tags[head] & NOUN and not names[head] and head > document:
            head = document
        return self._judge(start, j + 1, head, named, tag)

    def _judge(self, start: int, end: int, head: int, named: int, tag: int) -> _Phrase | None:
        """Level a phrase `start`..`end` with its head and a name (or -1) somewhere in it."""
        words, tags, names = self.words, self.tags, self.names
        headtag = tags[head]
        if names[head] and not headtag & POSSESSIVE:
            low = words[head].lower()
            s, e = self._name(head)
            if low in DEMONYMS and e - s == 1:
                return _Phrase(Level.ROLE, start, end, True, ROLE)
            return _Phrase(Level.NAMED, s, e, True, headtag & ~(VAGUE | DOCUMENT | UTTERANCE))
        if headtag & POSSESSIVE:
            return None
        if named >= 0 and (tag & SPEECH or headtag & NOUN) and not self._only_demonyms(start, end):
            return _Phrase(Level.NAMED, start, end, True, headtag)
        first = tags[start]
        if (first & QUANTIFIER and not headtag & (ROLE | DOCUMENT)) or headtag & QUANTIFIER:
            return _Phrase(Level.VAGUE, start, end, True, headtag | QUANTIFIER)
        if headtag & VAGUE:
            specific = (first & DETERMINER and not first & QUANTIFIER) or self._placed(start, end)
            return _Phrase(Level.ROLE if specific else Level.VAGUE, start, end, True, headtag)
        if headtag & NOUN:
            return _Phrase(Level.ROLE, start, end, True, headtag)
        if tag & SPEECH and headtag & NAMELIKE and head == start and words[head][-1] != "s":
            return _Phrase(Level.NAMED, head, end, True, 0)  # “Gartner says”, at the start of a sentence
        if words[head].lower().endswith(PERSONLIKE) and headtag & WORDLIKE:
            return _Phrase(Level.ROLE, start, end, True, headtag)
        if tag & SPEECH and headtag & WORDLIKE and not headtag & (DIGIT | PREPOSITION | VERB):
            return _Phrase(Level.ROLE, start, end, False, headtag)
        return None

    def _placed(self, start: int, end: int) -> bool:
        """Whether a group belongs to a people, a party or a body: “state officials”."""
        return any(word in INSTITUTIONAL or word in DEMONYMS for word in map(bare, self.words[start:end]))

    def _only_demonyms(self, start: int, end: int) -> bool:
        """Whether every capital of a phrase is a people or a party: “American officials”."""
        found = [self.words[k].lower() in DEMONYMS for k in range(start, end) if self.names[k]]
        return bool(found) and all(found)

    def _before_apposition(self, j: int, tag: int) -> _Phrase | None:
        """“Ana Ruiz, a trade economist at Leeds, said”: what stands before the comma that opened it."""
        role: _Phrase | None = None
        k = j - 1
        floor = max(0, j - REACH)
        while k > floor:
            word = self.words[k]
            if word in ",(":
                before = self.tags[k - 1]
                if self.names[k - 1]:
                    s, e = self._name(k - 1)
                    return _Phrase(Level.NAMED, s, e, True, before & ~(VAGUE | DOCUMENT | UTTERANCE))
                if role is None and before & NOUN:
                    role = self._phrase_before(k - 1, tag)
                elif role is None and before & PRONOUN:
                    role = self._pronoun(k - 1, tag)
            elif word in ';:”"' and word:
                break
            k -= 1
        if role is None and tag & SPEECH:
            role = self._main_subject(j)
            role = replace(role, close=False) if role is not None else None
        return role

    def _inverted(self, i: int) -> _Phrase | None:
        """“…,” said Ana Ruiz, a trade economist."""
        found = self._phrase_after(i + 1)
        if found is None:
            return None
        if found.end >= self.size:
            return found
        after = self.tags[found.end]
        if after & (STOP | PREPOSITION | SUBORDINATOR | TIME | ADVERB) and not after & (BE | AUXILIARY):
            return found
        return None

    def _phrase_after(self, k: int) -> _Phrase | None:
        """The noun phrase that starts at token `k`."""
        words, tags, names, size = self.words, self.tags, self.names, self.size
        start = k
        named = -1
        while k < size and k - start < STEP:
            tag = tags[k]
            if names[k]:
                named = k if named < 0 else named
                k = max(self._name(k)[1], k + 1)
                continue
            if tag & PRONOUN and k == start and not tag & (DETERMINER | QUANTIFIER):
                if words[k].lower() in SPEAKING_PRONOUNS:
                    return _Phrase(Level.ROLE, k, k + 1, True, PRONOUN)
                if words[k].lower() != "one":
                    return None
            if tag & STOP and words[k] != ".":
                break
            if words[k] == "." and (k + 1 >= size or not names[k + 1]):
                break
            if k > start and tag & (PREPOSITION | SUBORDINATOR | BE | AUXILIARY):
                named_next = k + 2 < size and (names[k + 1] or names[k + 2])
                if not (tag & PREPOSITION and named_next and words[k] in ("of", "at", "from", "for", "by")):
                    break
            if tag & VERB and k > start + 1 and not tag & NOUN:
                break
            k += 1
        if k == start:
            return None
        if named >= 0 and not self._only_demonyms(start, k):
            return _Phrase(Level.NAMED, start, k, True, tags[k - 1])
        head, first = tags[k - 1], tags[start]
        if (
            first & QUANTIFIER
            or head & QUANTIFIER
            or (head & VAGUE and not first & DETERMINER and named < 0 and not self._placed(start, k))
        ):
            return _Phrase(Level.VAGUE, start, k, True, head)
        if head & NOUN or (first & DETERMINER and k > start + 1) or named >= 0:
            return _Phrase(Level.ROLE, start, k, True, head)
        return None

    # -- frames and documents ---------------------------------------------------------------------

    def _frame(self, i: int) -> None:
        words, size = self.words, self.size
        low = words[i].lower()
        after = words[i + 1] if i + 1 < size else ""
        if low == "according" and after == "to":
            self._framed(i, i + 2, low)
        elif low in ("citing", "quoting"):
            self._framed(i, i + 1, low)
        elif low == "referring" and after == "to":
            self._framed(i, i + 2, low)
        elif low == "per" and i + 1 < size and not (i and (words[i - 1] == "%" or self.tags[i - 1] & DIGIT)):
            k = i + 2 if self.tags[i + 1] & DETERMINER else i + 1
            if k < size and self.names[k]:
                self._add(Level.NAMED, "frame", i, i + 1, self._name(k), low)
        elif low in ("source", "sources") and after == ":" and i + 2 < size:
            self._add(Level.NAMED, "frame", i, i + 2, (i + 2, size), "source")

    def _framed(self, i: int, k: int, lemma: str) -> None:
        found = self._phrase_after(k)
        if found is not None:
            self._add(found.level, "frame", i, k, (found.start, found.end), lemma)

    def _document(self, i: int) -> None:
        """A named document without a verb: “the Uptime Institute's survey”, “analysis from MeriTalk”."""
        words, names, tags, size = self.words, self.names, self.tags, self.size
        after = i + 1
        if after < size:
            if words[after].lower() in DATA_GUARDS:
                return
            if words[after] in ("by", "from", "of", "at"):
                k = after + (2 if after + 1 < size and tags[after + 1] & DETERMINER else 1)
                if k < size and names[k] and bare(words[k]) not in DEMONYMS and not tags[k] & TIME:
                    self._add(Level.NAMED, "document", i, i + 1, self._name(k), words[i].lower())
                    return
        owner = self._owner(i)
        if owner >= 0 and names[owner]:
            self._add(Level.NAMED, "document", i, i + 1, (self._name(owner)[0], i + 1), words[i].lower())

    def _owner(self, i: int) -> int:
        """The possessor of noun `i`, with no preposition or verb in between; -1 for none."""
        for k in range(i - 1, max(-1, i - 9), -1):
            tag = self.tags[k]
            if tag & POSSESSIVE:
                return k
            if self.words[k] in "’'" and k > 0 and self.words[k - 1].endswith("s"):
                return k - 1
            if tag & (PREPOSITION | STOP | BE | AUXILIARY | SUBORDINATOR) and not self.names[k]:
                return -1
        return -1

    def _content(self, i: int) -> None:
        """“the mayor's claim that …”, “Ruiz's comments on …”."""
        if i + 1 >= self.size or self.words[i + 1] not in ("that", "about", "“", '"', "‘"):
            return
        owner = self._owner(i)
        if owner >= 0:
            if self.names[owner]:
                self._add(
                    Level.NAMED, "frame", i, i + 1, (self._name(owner)[0], owner + 1), self.words[i].lower()
                )
            elif self.tags[owner] & ROLE:
                self._add(Level.ROLE, "frame", i, i + 1, (owner, owner + 1), self.words[i].lower())

    def _signature(self, i: int) -> None:
        """A quotation signed with a dash: “…” ― Ana Ruiz."""
        if i + 1 >= self.size or not self.names[i + 1]:
            return
        if i == 0 or self.words[i - 1] in "”\"'" or self.words[i - 1][0] == MASK:
            s, e = self._name(i + 1)
            if e >= self.size - 1 or self.tags[e] & STOP:
                self._add(Level.NAMED, "speech", i, i + 1, (s, e), "―")

    def _label(self) -> None:
        """A transcript's speaker, or a headline's: “Ruiz: We will run again”."""
        words, names = self.words, self.names
        for k in range(min(6, self.size)):
            if words[k] == ":":
                before = [n for n in range(k) if words[n] not in '.“"']
                if before and all(names[n] for n in before):
                    self._add(Level.NAMED, "speech", k, k + 1, (before[0], k), ":")
                return
