"""Who said it, over a whole article: how well each sentence is sourced, and by whom.

`Attribution(article)` reads every sentence of the prose once. A sentence has a level of its own (its
cues, its links); a claim without one may still be sourced from its neighbourhood, as AP practice has
it: attribute next to first use, restate later unless the context is perfectly clear. Quotations speak
for themselves and are masked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cached_property

from presslint.desk.anonymity import Anonymous, find_anonymous
from presslint.desk.claims import KINDS, Claim, find_claims, shapes_of
from presslint.desk.cues import Cue, Level, Tokens, find_cues, mark_names
from presslint.desk.spoken import find_spoken, tokens_of
from presslint.language.alternatives import any_of
from presslint.language.en.sources import GENERIC_ENTRIES, SOURCE_NOUNS
from presslint.language.languages import ENGLISH, NEUTRAL
from presslint.language.lexicon import (
    AUXILIARY,
    BE,
    DETERMINER,
    DIGIT,
    DOCUMENT,
    FIRST_PERSON,
    PREPOSITION,
    SECOND_PERSON,
)
from presslint.language.names import DEMONYMS, bare
from presslint.language.told import language_data
from presslint.language.voices import own, sentences_of
from presslint.model.document import Block, Document, Kind, Link, Section
from presslint.model.passage import MASK, Passage
from presslint.model.regex import regex

SMALL_WORDS = BE | AUXILIARY | DETERMINER | PREPOSITION
PERSONAL = FIRST_PERSON | SECOND_PERSON
VOICES = frozenset(("speech", "document", "frame"))
SPEECH_LENGTH = MASK * 40  # quoted words shorter than this are a term, a title or a scrap
LEDE_SENTENCES = 12  # of each of those paragraphs
EXPERTS_REACH = 6  # paragraphs in which “experts say” may name them
LEDE_REACH = 4  # paragraphs in which the source of a lead may follow
_WHAT_WAS_SAID = any_of(
    "advantage lead edge figures? findings? gap trend growth data numbers? results? estimates? increase",
    "decline rise drop conclusions? claims? shift assessments? view picture",
)
REFERS_BACK = regex(
    rf"(?:This|That|These|Those|The|Such) (?:\w+ )?{_WHAT_WAS_SAID}\b",
    re.IGNORECASE,
)
ASKS_OR_ASSUMES = regex(r"\?\W*$|^(?:If|Suppose|Imagine|Let['’]s say|For example,? if|Say)\b")
SOURCE_NOTE = regex(r"\b(?:sources?|data|method(?:ology)?|chart|graphic)\s*:|\bmethodology\b", re.IGNORECASE)
SOURCES_HEADING = regex(r"\s*(?:sources|references|methodology|notes|further reading|footnotes)\b", re.I)
# what the copy says of somebody who knows
_POSTS = any_of(
    "professors? researchers? scientists? economists? analysts? experts? directors? fellow attorneys? lawyers?",
    r"doctors? dr ph\.?d universit(?:y|ies) institutes? college historians? scholars? engineers? consultants?",
    "specialists? lecturers? chairs? center centre authors?",
)
EXPERTISE = regex(rf"\b{_POSTS}\b", re.IGNORECASE)
SUBJECT = regex(
    r"\b(?:surveys?|polls?|census|study|reports?|results|index|ranking|findings)\b", re.IGNORECASE
)
SMALL_WORD = regex(r"\b[a-z]{3,}\b")
LABEL_END = regex(r"\s(?:-|–|—)\s|:\s")
ENTRY_MARK = regex(r"^[\s\d.)\]\[•*-]+")
WORD = regex(r"[A-Za-z][A-Za-z'’]*")
PERCENT = regex(r"\d ?(?:%|percent|per cent)")
WEB = regex(r"\bhttps?://|\bwww\.")
NOTE_ANCHOR = regex(r"#(?:user-content-)?(?:fn|foot|cite|ref|note|endnote)", re.IGNORECASE)
HOST = regex(r"(?:https?:)?//(?:www\.)?([^/?#:@\s]+)", re.IGNORECASE)
DOCUMENT_FILE = regex(r"\.(?:pdf|docx?|xlsx?|csv)(?:[?#]|$)", re.IGNORECASE)


class Status(IntEnum):
    """How a claim stands."""

    UNSOURCED = 0
    WEAK = 1  # the source stands in the neighbourhood
    SOURCED = 2


class Sentence:
    """A sentence of the prose with who says it and what it claims.

    `passage` is the original, `text` its words with quotations and code masked. `paragraph` numbers
    the paragraphs, a list counting as one with the line that introduces it; `index` is the
    sentence's number in the article; `is_english` that its tokens are read as English. `level` leaves out attitudes: wanting proves nothing. `links` are
    those that can be a source, `linked` says whether there is any link at all.
    """

    __slots__ = (
        "_anonymous",
        "_claims",
        "_places",
        "_shapes",
        "block",
        "cues",
        "index",
        "is_english",
        "level",
        "linked",
        "links",
        "paragraph",
        "passage",
        "text",
        "tokens",
    )

    def __init__(
        self,
        passage: Passage,
        text: str,
        index: int,
        paragraph: int,
        block: Block,
        tokens: Tokens | None = None,
    ) -> None:
        self.passage = passage
        self.text = text
        self.index = index
        self.paragraph = paragraph
        self.block = block
        self.links: tuple[Link, ...] = ()
        self.linked = False
        self.is_english = tokens is None
        self.tokens = Tokens(text) if tokens is None else tokens
        self.cues: tuple[Cue, ...] = ()
        self.level = Level.NONE
        self._claims: dict[str, Claim | None] | None = None
        self._shapes = 0
        self._anonymous: tuple[Anonymous, ...] | None = None
        self._places: list[tuple[int, int]] | None = None

    def __repr__(self) -> str:
        return f"<{self.level.name} {self.text[:50]!r}>"

    def claims(self, *kinds: str) -> tuple[Claim, ...]:
        """What the sentence claims, the first of each kind; all kinds when none is named."""
        if not self.is_english:
            return ()  # what claims something is known by its shape in English alone
        if self._claims is None:
            self._claims, self._shapes = {}, shapes_of(self.tokens.words)
        if not self._shapes:
            return ()
        kinds = kinds or KINDS
        known = self._claims
        unread = [kind for kind in kinds if kind not in known]
        if unread:
            known.update(dict.fromkeys(unread))
            known.update((claim.kind, claim) for claim in find_claims(self.text, self._shapes, unread))
        return tuple(claim for kind in kinds if (claim := known[kind]) is not None)

    @property
    def anonymous(self) -> tuple[Anonymous, ...]:
        """Authority without a name that this sentence leans on."""
        if self._anonymous is None:  # of other languages, rules on sourcing ask `presslint.language.voicing`
            found = find_anonymous(self.text, self.tokens, self.cues) if self.is_english else ()
            self._anonymous = tuple(found)
        return self._anonymous

    @property
    def leans_on_bare(self) -> bool:
        """Whether its source is a group or research without an owner, and nothing else."""
        if not any(found.kind in ("group", "research") for found in self.anonymous):
            return False
        return sum(cue.level is Level.NAMED for cue in self.cues) < 2 and not self.links

    @property
    def asserts(self) -> bool:
        """Whether the sentence states something: no question, no hypothesis."""
        return ASKS_OR_ASSUMES.search(self.text) is None

    @property
    def first_person(self) -> bool:
        """Whether the writer speaks of “we”, “our” or “I”."""
        return self.tokens.hint & FIRST_PERSON > 0

    @property
    def second_person(self) -> bool:
        """Whether the sentence speaks to the reader."""
        return self.tokens.hint & SECOND_PERSON > 0

    @property
    def carries(self) -> bool:
        """Whether its attribution can reach the sentences after it; a refusal to speak cannot."""
        return any(cue.level >= Level.ROLE and cue.kind not in ("silence", "attitude") for cue in self.cues)

    def part(self, start: int, end: int) -> Passage:
        """Tokens `start`..`end` as a passage."""
        places = self.places
        return self.passage[places[start][0] : places[end - 1][1]]

    @property
    def places(self) -> list[tuple[int, int]]:
        """Where each token stands in `text`."""
        if self._places is None:
            self._places = self.tokens.offsets(self.text)
        return self._places


class NamedSource:
    """A person, body or document that the article attributes something to, with every mention."""

    __slots__ = ("mentions", "name")

    def __init__(self, name: str) -> None:
        self.name = name  # the fullest form met: “Ana Ruiz”
        self.mentions: list[tuple[Sentence, Cue]] = []

    def __repr__(self) -> str:
        return f"<{self.name} ×{len(self.mentions)}>"

    @property
    def first(self) -> Passage:
        """Where the source is named first."""
        sentence, cue = self.mentions[0]
        return sentence.part(*cue.source)


class Attribution:
    """The sourcing of an article's prose.

    `sentences` in reading order; `sources` the distinct named sources; `of(section)` the sentences
    under a heading, `in_paragraph(n)` those of a paragraph, `status(sentence)` how a claim stands.
    """

    def __init__(self, article: Document) -> None:
        self.article = article
        self._language = language_data(article)
        # where nobody knows the language, what looks like English is read as such
        self._is_english = self._language in (ENGLISH, NEUTRAL)

    # -- sentences --------------------------------------------------------------------------------

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        sentences = list(self._cut())
        tokens = [sentence.tokens for sentence in sentences]
        mark_names(tokens)
        for sentence in sentences:
            if self._is_english:
                cues = [cue for cue in find_cues(sentence.tokens) if not self._is_label(sentence, cue)]
            else:
                cues = find_spoken(sentence.tokens, self._language)
            cues.extend(self._further_cues(sentence, cues))
            sentence.cues = tuple(cues)
            sentence.level = max((cue.level for cue in cues if cue.kind != "attitude"), default=Level.NONE)
        return tuple(sentences)

    def _is_label(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether “Success Factors:” heads an entry and is no speaker: its words are words of the copy."""
        if cue.lemma != ":" or cue.level is not Level.NAMED:
            return False
        return any(word.lower() in self._small_words for word in sentence.tokens.words[slice(*cue.source)])

    @cached_property
    def _small_words(self) -> frozenset[str]:
        """Words of three letters or more that the copy writes small somewhere."""
        return frozenset(word for block in self.article.prose for word in SMALL_WORD.findall(block.text))

    def _cut(self) -> Iterator[Sentence]:
        index = 0
        for paragraph, block in self._blocks:
            passage = block.passage
            if passage is None:
                continue
            text, base = own(self.article, passage).text, passage.at
            sentences: list[Sentence] = []
            for part in sentences_of(self.article, passage):
                at = part.at - base
                own_words = text[at : at + len(part.text)]
                tokens = None if self._is_english else tokens_of(own_words, self._language)
                sentences.append(Sentence(part, own_words, index, paragraph, block, tokens))
                index += 1
            if block.links and sentences:
                self._give_links(sentences, block.links)
            yield from sentences

    def _give_links(self, sentences: list[Sentence], links: tuple[Link, ...]) -> None:
        """Tell each sentence of a paragraph its links; a footnote mark after the stop belongs to it."""
        starts = [sentence.passage.at for sentence in sentences]
        found: dict[int, list[Link]] = {}
        for link in links:
            found.setdefault(max(bisect_right(starts, link.text.at) - 1, 0), []).append(link)
        for number, here in found.items():
            sentences[number].linked = True
            sentences[number].links = tuple(filter(self.is_citation, here))

    @cached_property
    def _blocks(self) -> list[tuple[int, Block]]:
        """Blocks of prose in the article's own voice, each with the number of its paragraph."""
        found: list[tuple[int, Block]] = []
        number = -1
        introduced = False
        for top in self.article.blocks:
            inner = [block for block in _own_voice(top) if block.passage]
            if not inner:
                if top.kind is Kind.HEADING:
                    introduced = False
                continue
            if not (top.kind is Kind.LIST and introduced):
                number += 1
            found.extend((number, block) for block in inner)
            introduced = inner[-1].text.rstrip().endswith(":")
        return found

    def _further_cues(self, sentence: Sentence, cues: list[Cue]) -> Iterator[Cue]:
        """Links, addresses, first-hand reporting and quotations that stand alone."""
        text = sentence.text
        if sentence.links or (("http" in text or "www." in text) and WEB.search(text)):
            yield Cue(Level.NAMED, "link", 0, 0, (0, 0), "")
        if not cues and SPEECH_LENGTH in text:
            yield Cue(Level.VAGUE, "quotation", 0, 0, (0, 0), "")

    @cached_property
    def _own_hosts(self) -> frozenset[str]:
        fields = [found.text for name in ("canonical", "url", "site") for found in self.article.all(name)]
        return frozenset(host for text in fields if (host := _host(text)))

    def is_citation(self, link: Link) -> bool:
        """Whether a link can be a source: another site, a document, a footnote."""
        if link.kind == "footnote":
            return True
        if link.kind == "image":
            return False
        if link.target.startswith("#"):
            return NOTE_ANCHOR.match(link.target) is not None
        host = _host(link.target)
        return bool(host and host not in self._own_hosts) or DOCUMENT_FILE.search(link.target) is not None

    @cached_property
    def paragraphs(self) -> tuple[tuple[Sentence, ...], ...]:
        """The sentences by paragraph."""
        groups: list[list[Sentence]] = []
        for sentence in self.sentences:
            while len(groups) <= sentence.paragraph:
                groups.append([])
            groups[sentence.paragraph].append(sentence)
        return tuple(map(tuple, groups))

    @cached_property
    def _by_block(self) -> dict[int, list[Sentence]]:
        groups: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            groups.setdefault(id(sentence.block), []).append(sentence)
        return groups

    def of(self, section: Section) -> tuple[Sentence, ...]:
        """The sentences that stand under a heading, before its first subsection."""
        return tuple(
            sentence
            for top in section.blocks
            for block in _own_voice(top)
            for sentence in self._by_block.get(id(block), ())
        )

    @cached_property
    def is_prose(self) -> bool:
        """Whether the copy reads as prose of its language, whatever is declared: an eighth of it is small words."""
        small = total = 0
        for sentence in self.sentences[:40]:
            total += len(sentence.tokens)
            small += sum(tag & SMALL_WORDS > 0 for tag in sentence.tokens.tags)
        return small * 8 >= total

    def chats(self, sentences: Sequence[Sentence] | None = None) -> bool:
        """Whether the copy speaks as “we” or to “you” in a fifth of its sentences: a blog, a guide, a letter.

        Such copy reports its own work or instructs; it is no news report that owes every line a source.
        """
        return self._chats if sentences is None else _is_personal(sentences)

    @cached_property
    def _chats(self) -> bool:
        return _is_personal(self.sentences)

    # -- sources ----------------------------------------------------------------------------------

    @cached_property
    def sources(self) -> tuple[NamedSource, ...]:
        """Distinct named sources, in order of their first mention; “Ruiz” is “Ana Ruiz”."""
        found: list[NamedSource] = []
        known: dict[str, NamedSource] = {}
        for sentence in self.sentences:
            for cue in sentence.cues:
                if cue.level is not Level.NAMED or cue.kind not in VOICES:
                    continue
                words = _name_words(sentence, cue)
                if not words:
                    continue
                keys = [bare(word) for word in words]
                source = known.get(" ".join(keys)) or known.get(keys[-1]) or known.get(_initials(keys))
                if source is None:
                    source = NamedSource(" ".join(words))
                    found.append(source)
                elif len(words) > source.name.count(" ") + 1 and len(words) < 6:
                    source.name = " ".join(words)
                known.setdefault(" ".join(keys), source)
                known.setdefault(keys[-1], source)
                if len(keys) > 2:
                    known.setdefault(_initials(keys), source)
                source.mentions.append((sentence, cue))
        return tuple(found)

    @cached_property
    def cited(self) -> tuple[Sentence, ...]:
        """Sentences that cite by a link to another site or to a document."""
        return tuple(sentence for sentence in self.sentences if sentence.links)

    # -- quotations -------------------------------------------------------------------------------

    @cached_property
    def _by_root(self) -> dict[int, list[Sentence]]:
        groups: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            groups.setdefault(id(sentence.passage.root), []).append(sentence)
        return groups

    def at(self, passage: Passage) -> tuple[Sentence, ...]:
        """The sentences that a stretch of the prose lies in, in order."""
        start, end = passage.at, passage.at + len(passage)
        sentences = self._by_root.get(id(passage.root), [])
        first = max(bisect_right(sentences, start, key=lambda sentence: sentence.passage.at) - 1, 0)
        found: list[Sentence] = []
        for number in range(first, len(sentences)):
            sentence = sentences[number]
            if sentence.passage.at >= end:
                break
            if start < sentence.passage.at + len(sentence.passage):
                found.append(sentence)
        return tuple(found)

    def speaker(self, passage: Passage) -> tuple[Sentence, Cue] | None:
        """Who speaks a quotation: the best cue of the sentences that it lies in, the nearest name first."""
        best: tuple[Sentence, Cue] | None = None
        for sentence in self.at(passage):
            for cue in sentence.cues:
                if cue.kind in VOICES and (best is None or cue.level > best[1].level):
                    best = sentence, cue
        return best

    # -- how a claim stands -----------------------------------------------------------------------

    def status(self, sentence: Sentence) -> Status:
        """Whether a claim in this sentence is sourced, by its own words or by what stands around it."""
        if sentence.level >= Level.ROLE:
            return Status.SOURCED
        if self._referred_to(sentence):
            return Status.SOURCED
        if (
            sentence.level is Level.VAGUE
            or self._attributing[sentence.paragraph]
            or self._adjoining(sentence)
        ):
            return Status.WEAK
        if self._lede_grace(sentence) or self._is_item_of_sourced(sentence):
            return Status.WEAK
        if self.has_source_note or self.reports_document or self.is_about_document:
            return Status.WEAK
        return Status.UNSOURCED

    def _referred_to(self, sentence: Sentence) -> bool:
        """“This advantage is supported by the Uptime Institute's survey”, in the sentence after."""
        after = self._neighbour(sentence, 1)
        return (
            after is not None
            and after.paragraph == sentence.paragraph
            and after.level is Level.NAMED
            and REFERS_BACK.match(after.text) is not None
        )

    @cached_property
    def _attributing(self) -> list[bool]:
        """For each paragraph, whether anything in it is attributed in a way that reaches its neighbours."""
        return [
            any(
                sentence.level is Level.NAMED or (sentence.level is Level.ROLE and sentence.carries)
                for sentence in paragraph
            )
            for paragraph in self.paragraphs
        ]

    def _adjoining(self, sentence: Sentence) -> bool:
        """The last sentence of the paragraph before, the first of the one after."""
        number = sentence.paragraph
        before = self.paragraphs[number - 1][-1:] if number else ()
        after = self.paragraphs[number + 1][:1] if number + 1 < len(self.paragraphs) else ()
        return any(other.level >= Level.ROLE for other in (*before, *after))

    def _lede_grace(self, sentence: Sentence) -> bool:
        """A lead may stand unsourced when its source follows within four paragraphs."""
        if sentence.paragraph > 0 or sentence.index > LEDE_SENTENCES:
            return False
        wanted = _content_words(sentence)
        if not wanted:
            return False
        for number in range(1, min(LEDE_REACH, len(self.paragraphs))):
            for other in self.paragraphs[number][:LEDE_SENTENCES]:
                if other.level >= Level.ROLE:
                    shared = wanted & _content_words(other)
                    if len(shared) >= 0.6 * len(wanted) or any(word[0].isdigit() for word in shared):
                        return True
        return False

    def _is_item_of_sourced(self, sentence: Sentence) -> bool:
        """Whether a list item stands under a heading whose copy names the source of the list."""
        return sentence.block.kind is Kind.ITEM and id(sentence.block) in self._sourced_items

    @cached_property
    def _sourced_items(self) -> frozenset[int]:
        return frozenset(
            id(sentence.block)
            for section in self.article.walk_sections()
            if any(other.level >= Level.ROLE for other in self.of(section))
            for sentence in self.of(section)
        )

    @cached_property
    def reports_document(self) -> bool:
        """Whether the lead presents a study, linked or with a figure of its own: what follows is from it."""
        return any(
            sentence.level is Level.NAMED
            and sentence.tokens.hint & DOCUMENT
            and (sentence.links or PERCENT.search(sentence.text) is not None)
            for paragraph in self.paragraphs[:LEDE_REACH]
            for sentence in paragraph
        )

    @cached_property
    def is_about_document(self) -> bool:
        """Whether the headline announces a survey, a report or results: the figures are its own."""
        headline = self.article.headline
        return headline is not None and SUBJECT.search(headline.text) is not None

    @cached_property
    def has_source_note(self) -> bool:
        """Whether a caption, a footnote, a line or a section that names something gives the sources."""
        for block in self.article.walk():
            if block.kind in (Kind.CAPTION, Kind.FOOTNOTE, Kind.TABLE, Kind.CELL) and SOURCE_NOTE.search(
                block.text
            ):
                return True
            if block.kind is Kind.PARAGRAPH and SOURCE_NOTE.match(block.text):
                return True
        return any(
            section.heading is not None
            and SOURCES_HEADING.match(section.heading.text) is not None
            and not (source_entries(section) and all(map(is_generic_source, source_entries(section))))
            for section in self.article.walk_sections()
        )

    def _neighbour(self, sentence: Sentence, step: int) -> Sentence | None:
        at = sentence.index + step
        return self.sentences[at] if 0 <= at < len(self.sentences) else None

    def person_near(self, sentence: Sentence) -> bool:
        """Whether somebody with a name speaks in the paragraph, the one before or the one after."""
        return any(self._with_speakers[max(0, sentence.paragraph - 1) : sentence.paragraph + 2])

    def document_near(self, sentence: Sentence) -> bool:
        """Whether something is linked in the paragraph, or a document or an expert is named there or beside it."""
        number = sentence.paragraph
        after = self._with_experts[number + 1 : number + 2]  # “a group led by Ana Ruiz at Leeds University”
        return (
            self._with_links[number]
            or any(self._with_documents[max(0, number - 1) : number + 2])
            or any(after)
        )

    def expert_follows(self, sentence: Sentence) -> bool:
        """Whether the experts of a lead are named later on, or those of the copy in its next paragraphs."""
        following = bisect_right(self._experts, sentence.index)
        if following >= len(self._experts):
            return False
        lead = sentence.paragraph <= LEDE_REACH
        number = self.sentences[self._experts[following]].paragraph
        return lead or number <= sentence.paragraph + EXPERTS_REACH

    @cached_property
    def _experts(self) -> list[int]:
        """The sentences in which a named person speaks who is said to know, by number."""
        return [s.index for s in self.sentences if _speaks(s) and EXPERTISE.search(s.passage.text)]

    @cached_property
    def _with_speakers(self) -> list[bool]:
        return [any(map(_speaks, paragraph)) for paragraph in self.paragraphs]

    @cached_property
    def _with_links(self) -> list[bool]:
        return [any(s.links for s in paragraph) for paragraph in self.paragraphs]

    @cached_property
    def _with_documents(self) -> list[bool]:
        return [
            any(_names(s) and s.tokens.hint & DOCUMENT for s in paragraph) for paragraph in self.paragraphs
        ]

    @cached_property
    def _with_experts(self) -> list[bool]:
        return [
            any(any(s.tokens.names) and EXPERTISE.search(s.text) for s in paragraph)
            for paragraph in self.paragraphs
        ]

    def named_after(self, sentence: Sentence) -> bool:
        """Whether a named source follows: here, in two sentences, or where the next paragraph starts."""
        if _names(sentence):
            return True
        for step in (1, 2):
            after = self._neighbour(sentence, step)
            if after is not None and after.paragraph == sentence.paragraph and _names(after):
                return True
        number = sentence.paragraph + 1
        if number < len(self.paragraphs) and self.paragraphs[number]:
            return _names(self.paragraphs[number][0])
        return False


def source_entries(section: Section) -> list[Block]:
    """The entries of a section that lists sources: items, or paragraphs that are numbered by hand."""
    found: list[Block] = []
    for block in section.blocks:
        if block.kind is Kind.LIST:
            found += [item for item in block.children if item.kind is Kind.ITEM]
        elif block.kind is Kind.PARAGRAPH and block.text[:1].isdigit():
            found.append(block)
    return found


def is_generic_source(entry: Block | str) -> bool:
    """Whether an entry of a list of sources names none: “Industry Research Report – New Trends”."""
    if not isinstance(entry, str):
        if entry.links:
            return False
        entry = entry_label(entry.text)
    words = [word.lower() for word in WORD.findall(entry)]
    if any(sign.isdigit() for sign in entry) or "/" in entry or not words:
        return False
    return all(word in GENERIC_ENTRIES for word in words) and any(word in SOURCE_NOUNS for word in words)


def entry_label(text: str) -> str:
    """What an entry calls its source: the words before a dash or a colon."""
    return LABEL_END.split(ENTRY_MARK.sub("", text), maxsplit=1)[0].strip(" .*")


def _names(sentence: Sentence) -> bool:
    """Whether a sentence names its source; “Market research shows” at its start only looks as if it did."""
    return sentence.level is Level.NAMED and not sentence.leans_on_bare


def _speaks(sentence: Sentence) -> bool:
    return any(cue.level is Level.NAMED and cue.kind == "speech" for cue in sentence.cues)


def is_speech(text: str, language: str = "en") -> bool:
    """Whether quoted words are something said: no title, no label, no code."""
    words = [word for word in text.split() if word[:1].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    most = 3 if language == "de" else 2  # of five words: German writes every noun with a capital
    return len(words) > 3 and capitals * 5 < len(words) * most and "{{" not in text


def _is_personal(sentences: Sequence[Sentence]) -> bool:
    """Whether a fifth of the sentences speak as “we” or to “you”."""
    personal = sum(sentence.tokens.hint & PERSONAL > 0 for sentence in sentences)
    return personal * 5 >= len(sentences) > 0


def _own_voice(block: Block) -> Iterator[Block]:
    """Paragraphs and list items in a block, without what stands in block quotes."""
    if block.kind in (Kind.PARAGRAPH, Kind.ITEM):
        yield block
    if block.kind in (Kind.LIST, Kind.ITEM, Kind.NOTE):
        for child in block.children:
            yield from _own_voice(child)


def _host(address: str) -> str:
    found = HOST.match(address)
    return found.group(1).lower() if found is not None else ""


def _name_words(sentence: Sentence, cue: Cue) -> list[str]:
    """The first run of name words in a cue's source, without possessive endings."""
    words: list[str] = []
    tokens = sentence.tokens
    for i in range(*cue.source):
        if tokens.names[i] and bare(tokens.words[i]) not in DEMONYMS:
            owner = tokens.words[i].endswith(("’s", "'s"))
            words.append(tokens.words[i][:-2] if owner else tokens.words[i])
            if owner:
                break
        elif words and tokens.words[i] not in (".", "of", "&", "for", "and"):
            break
    return words


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words) if len(words) > 2 else "\0"


def _content_words(sentence: Sentence) -> set[str]:
    """Figures and longer words, roughly stemmed."""
    found = set()
    for word, tag in zip(sentence.tokens.words, sentence.tokens.tags, strict=True):
        if tag & DIGIT:
            found.add(word)
        elif len(word) > 4 and word[0].isalpha():
            low = word.lower()
            found.add(low.removesuffix("s").removesuffix("ed").removesuffix("ing"))
    return found
