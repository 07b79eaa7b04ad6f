"""Lead-ins: how a paragraph ends that announces a list, and how much its words promise."""

from __future__ import annotations

import re
from typing import NamedTuple

from presslint.article import Block, Kind
from presslint.desk.announcement import Sure
from presslint.language.words import announcing as words
from presslint.model.passage import Passage
from presslint.model.regex import regex

TAIL_LIMIT = 240  # characters at the end of a paragraph that can announce a list
OPEN_LIMIT = 60  # the same for the words that break off before a colon
OUTRIGHT_LIMIT = 160  # the same for those that leave nothing but a list to come
CLAUSE_WORDS = 12  # the most words of an announcement that are shown
ITEMS_LIMIT = 100  # characters of a list inside a sentence
SHORT_LABEL = 3  # a paragraph of so few words is a label before its value

_EMOJI_CODE = regex(r":[a-z0-9_+-]{2,32}:\Z")
_DASH = regex(r"[\w”\"’)] ?(?:—|–|--)\Z")
_LAST_SENTENCE = regex(r"[.!?…][”’\"')\]]{0,2}\s+(?=[“‘\"'(A-Z\d])")


class LeadIn(NamedTuple):
    """Words at the end of a paragraph that announce a list.

    `words` are the announcing clause; `hard` says that the sentence is unfinished without a list;
    `tail` is what it ends in: colon, announcement (“such as”), dash, semicolon, presentation (“Here are…”).
    """

    words: Passage
    hard: bool
    tail: str


def lead_in(passage: Passage) -> LeadIn | None:
    """The lead-in that a paragraph ends in, if any."""
    text = passage.text.rstrip()
    end = text[-TAIL_LIMIT:]
    tail = _tail(end)
    presenting = "here" in end or "Here" in end or "elow" in end
    if not tail and not (presenting and words.MAY_PRESENT.search(end)):
        return None
    start = _last_sentence(text)
    opens = text[start : start + 5].lower() in ("here’", "here'", "here ", "below")
    if opens and words.PRESENTS.match(text[start:]):
        return LeadIn(_clause(passage, start, len(text)), False, "presentation")
    if not tail:
        return None
    return LeadIn(_clause(passage, start, len(text)), tail != "presentation", tail)


def _tail(text: str) -> str:
    """What a text ends in that leaves a reader waiting; empty where it just ends."""
    last = text[-1:]
    if last == ":":
        return "" if _EMOJI_CODE.search(text[-34:]) else "colon"
    if last == ";":
        return "semicolon"
    if last in "—–-":
        return "dash" if _DASH.search(text[-4:]) else ""
    if words.LAST_WORDS.search(text[-16:]):
        return "announcement"
    if ("below" in text[-8:] or "following" in text[-34:]) and words.POINTS.search(text[-60:]):
        return "presentation"
    return ""


def _last_sentence(text: str) -> int:
    """Where the last sentence of a text begins, looking back a bounded way."""
    base = max(len(text) - 2 * TAIL_LIMIT, 0)
    ends = [match.end() for match in _LAST_SENTENCE.finditer(text, base)]
    return ends[-1] if ends else 0


def _clause(passage: Passage, start: int, end: int) -> Passage:
    """The last clause before `end`, of two words or more and at most twelve."""
    text = passage.text
    for match in reversed(list(words.CLAUSE.finditer(text, start, end - 1))):
        if text[match.end() : end].count(" ") >= 3:
            start = match.end()
            break
    begins = [match.start() for match in re.finditer(r"\S+", text[start:end])]
    if len(begins) > CLAUSE_WORDS:
        start += begins[-CLAUSE_WORDS]
    return passage[start:end].strip()


def announces_list(block: Block, last: bool = False) -> LeadIn | None:
    """The lead-in that a paragraph ends in, if the paragraph is no label and holds no list itself.

    A label like “Further links:” is a lead-in only as the `last` words of an article.
    """
    passage = block.passage
    if block.kind is not Kind.PARAGRAPH or passage is None or _ends_in_media(block):
        return None
    found = lead_in(passage)
    if found is None or words.FURNITURE.match(passage.text) or says_who_speaks(passage.text):
        return None
    if passage.word_count < 2 or words.PART.search(passage.text[-60:]):
        return None
    open_end = leaves_open(passage.text, "The")
    if passage.word_count <= SHORT_LABEL and not (
        words.PROMISE.search(passage.text) or open_end or (last and words.THINGS.search(passage.text))
    ):
        return None
    if not open_end and (lists_itself(passage.text) or words.FORM.search(found.words.text)):
        return None
    return found


def _ends_in_media(block: Block) -> bool:
    """Whether a picture of the paragraph stands behind its words, and so may be what they announce."""
    return (
        bool(block.media)
        and block.passage is not None
        and (block.media[-1].span.start >= block.passage.span.end - 1)
    )


def says_who_speaks(text: str) -> bool:
    """Whether a line with a colon names a speaker or a writer, and so announces words, not a list."""
    return text.rstrip().endswith(":") and (
        words.BY_LINE.match(text) is not None or words.SPEAKS.search(text[-60:]) is not None
    )


def lists_itself(text: str) -> bool:
    """Whether the sentence holds its list: “The plan has three parts: price, access and staffing:”."""
    before, colon, items = text.rstrip(" :;—–-")[-400:].rpartition(": ")
    if not before or not colon or len(items) > ITEMS_LIMIT:
        return False
    return len(words.ITEMS.findall(items)) >= 2 and "." not in items


def leaves_open(text: str, after: str) -> bool:
    """Whether a paragraph breaks off before its colon, and the text `after` it does not go on from there.

    “The grant will help us to:” breaks off; “Plan early.” goes on from there, “The office …” does not.
    """
    end = text.rstrip()[-OPEN_LIMIT:]
    if words.WANTS_A_VERB.search(end) and not words.HAS_ITS_VERB.intersection(end.casefold().split()[-3:]):
        return opens_sentence(after) or words.OPENS_NOUN.match(after) is not None
    return words.CUT_SHORT.search(end) is not None


def opens_sentence(text: str) -> bool:
    """Whether a text opens as a sentence with a subject of its own, not as an item of a list."""
    return words.OPENS_SENTENCE.match(text) is not None


def goes_on(text: str) -> bool:
    """Whether a paragraph speaks of what stood before it, or turns to something else: no item of a list."""
    return words.GOES_ON.match(text) is not None


def wants_items(text: str) -> bool:
    """Whether a paragraph with a colon announces more than one thing: “are:”, “these four values:”."""
    end = text.rstrip()[-TAIL_LIMIT:]
    return words.WANTS_ITEMS.search(end) is not None or words.SEVERAL.search(end) is not None


def promises_outright(text: str) -> bool:
    """Whether the last words of a text leave nothing but a list to come: “these three steps:”."""
    return words.PROMISE.search(text[-OUTRIGHT_LIMIT:]) is not None


def promised(text: str) -> frozenset[int]:
    """The numbers of things that the last sentence of a text announces: “accomplish four goals” gives 4."""
    found = words.COUNT.finditer(text[max(_last_sentence(text), len(text) - TAIL_LIMIT) :])
    numbers = (words.COUNTED.get(match["number"].lower()) or int(match["number"]) for match in found)
    return frozenset(numbers) - {0, 1}


def sure(text: str, found: LeadIn) -> Sure:
    """How surely a list has to follow: things are named in the plural, or the sentence breaks off."""
    if not found.hard:
        return Sure.DOUBTFUL
    if (
        found.tail == "announcement"
        or promises_outright(text)
        or leaves_open(text, "The")
        or (text.rstrip().endswith(":") and (wants_items(found.words.text) or promised(text)))
    ):
        return Sure.CERTAIN
    if not words.THINGS.search(text.rstrip()):
        return Sure.DOUBTFUL
    return Sure.LIKELY if words.POINTER.search(found.words.text) else Sure.CERTAIN
