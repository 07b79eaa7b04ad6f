"""Lists as a reader sees them: what announces one, what delivers one, and how many items it has.

A list need not be a bulleted list. A table, a gallery, a row of subheads, or short paragraphs that
open alike (“Price: …”, “**Staffing.** …”, “First, …”) deliver what “for three reasons:” announced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from presslint.article import Block, Kind, Section
from presslint.model.passage import Passage
from presslint.model.regex import regex

TAIL_LIMIT = 240  # characters at the end of a paragraph that can announce a list
SHORT_LINE = 10  # words of a line that is an item by itself
SHORT = 25  # the most words of a paragraph that can be an item

# what may follow a lead-in in place of a list: it shows the thing instead of listing it
DELIVERS = frozenset(
    (Kind.LIST, Kind.TABLE, Kind.QUOTE, Kind.MEDIA, Kind.EMBED, Kind.CODE, Kind.CAPTION, Kind.NOTE)
)

_EMOJI_CODE = regex(r":[a-z0-9_+-]{2,32}:\Z")
_LAST_WORDS = regex(
    r"(?:\b(?:such as|including|namely|for example|for instance)|\b[ie]\.[eg]\.),?\Z|\bas follows\.?\Z", re.I
)
_DASH = regex(r"[\w”\"’)] ?(?:—|–|--)\Z")
_POINTS = regex(
    r"(?:\b(?:the|these) following(?: (?!days|years|weeks|months|hours)[a-z]{3,20}s)?"
    r"|\b(?:listed|shown|set out|outlined|detailed|summari[sz]ed|described|see(?: the)?(?: full)?"
    r"(?: list| table| chart| graphic| map| gallery| video| timeline)?"
    r"|table|list|chart|graphic|box|map|gallery|timeline) below)\.?\Z",
    re.I,
)
# words before a colon after which a sentence has to go on; a verb must follow those of the first group
_WANTS_A_VERB = regex(
    r"(?<!talk )(?<!talked )(?<!spoke )(?<!speak )(?<!listen )(?<!refer )(?<!according )(?<!respond )"
    r"(?<!solution )(?<!solutions )(?<!answer )(?<!answers )(?<!key )(?<!reply )(?<!access )(?<!due )(?<!lead )(?<!led )(?<!back )"
    r"\b(?:to|can|could|will|would|should|must|might|may) ?:\Z",
    re.I,
)
# verbs whose “to:” wants a thing and no verb, so that any paragraph goes on from it
_HAS_ITS_VERB = frozenset(
    ("render renders rendered translate translates equate equates boil boils point points").split()
)
_CUT_SHORT = regex(
    r"\b(?:(?<!look )(?<!looking )(?<!ask )(?<!asked )(?<!asking )(?<!wait )(?<!waiting )(?<!is )(?<!are )for"
    r"|by|of|between|using|into|through|than|because|if|while|which|who|whose|whether|and|or|but|we|they"
    r"|an?|the|our|your|their|its|(?:we|they|you|I)[’'](?:ve|re|ll|d)|so that"
    r"|(?:is|are|was|were|ensure|mean) that|(?!does |this |its |doing )[a-z]{2,20}(?:s|ed|ing) that) ?:\Z",
    re.I,
)
_WANTS_ITEMS = regex(
    r"(?:\b(?:are|were|involv(?:e|es|ed|ing)|consider|(?<!look )(?<!looks )(?<!looked )(?<!feel )(?<!feels )"
    r"(?<!is )(?<!was )(?<!sound )(?<!sounds )like)) ?:\Z",
    re.I,
)
_SEVERAL = regex(
    r"\b(?:these|the following|some|several|a few|many|various|top|key|main|\d{1,2}|"
    r"t(?:wo|hree|en)|four|five|six|seven|eight|nine)(?: [\w’'&-]{1,20}){0,3}? [\w’'-]{2,20}(?<!ou)(?<!u)s\b[^.:]{0,100}:\Z",
    re.I,
)
_COUNT = regex(
    r"(?<![\w.-])(?<!\ball )(?<!\bthose )(?P<number>two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?!percent|per cent|million|billion|"
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|miles?|feet|p\.?m|a\.?m)\b)"
    r"(?:[a-z’'-]{1,20} ){0,4}?[a-z’'-]{2,20}s\b",
    re.I,
)
_COUNTED = {word: at for at, word in enumerate("two three four five six seven eight nine ten".split(), 2)}
# how a paragraph opens that goes on after a list, and never one that is an item of it
_GOES_ON = regex(
    r"(?:these|those|this|that|such|it|they|however|but|although|though|while|despite|moreover|further"
    r"|additionally|finally|most importantly|meanwhile|overall|instead|therefore|thus|after|since|because|even|of course|together"
    r"|thanks?|learn more|read more|check out|taken together|in addition|in short|in the end"
    r"|(?:each|both|all|most|some|many|any|none|not all|one|two|three) of (?:these|those|them|the above|our)"
    r"|(?:having|with|within|from|beyond|besides|given|through|using|in|of|for|by|among|based on|as) "
    r"(?:these|those|this|that)|in this (?:post|article)|for (?:example|instance|more)"
    r"|as (?:a result|a general|you|we|well|part|mentioned|always)|we (?:also|hope|plan)|we[’'](?:re|ve|ll)"
    r"|one (?:thing|of (?:the|our|my))|if you (?:have|want|would)|to (?:learn|read|find out|see)"
    r"|the (?:same|first|largest|other|rest|above|results?|list|next|following))\b",
    re.I,
)
# how a sentence opens that is no item after “includes:” or “by:”, and no verb after “to:”
_OPENS_SENTENCE = regex(
    r"(?:this|that|these|those|its?|we|they|he|she|you|i|our|your|their|his|her|there|here|if|when|while|as|after"
    r"|before|once|since|because|although|though|however|but|and|so|not|why|how|who|where|both|also|given|like"
    r"|(?:in|on|at|for|with|from|by|to|of|over|under|during|until|through|despite) [^.]{2,80}, "
    r"|[\w’'-]{2,30}(?: [\w’'-]{2,30})? (?:is|are|was|were|has|have|had|can|could|will|would|said|says)\b)",
    re.I,
)
_OPENS_NOUN = regex(
    r"(?:the|an?|one|each|all|some|many|most|[a-z]{3,20}ing|in|on|at|for|with|from|by|to)\b", re.I
)
_PRESENTS = regex(r"(?:here(?:['’]s| are| is)|below (?:are|is))\b[^.!?:]{0,160}[:.]\Z", re.I)
_MAY_PRESENT = regex(r"[Hh]ere(?:['’]s| are| is)|[Bb]elow (?:are|is)")
_CLAUSE = regex(r"[,;:—–](?=\s)|\s(?=(?:and|but|with|which)\s)")
_LAST_SENTENCE = regex(r"[.!?…][”’\"')\]]{0,2}\s+(?=[“‘\"'(A-Z\d])")

_ORDINAL = regex(
    r"(?:the )?(?:first|second|third|fourth|fifth|next|another|one|two|lastly|last|finally)(?:ly)?\b", re.I
)
_OPENERS = (
    ("aside", regex(r"\(")),
    ("bullet", regex(r"[-–—•·▪◦*‣●►✓✔→»]\s*\S")),
    (
        "date",
        regex(
            r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:a\.?m\.?|p\.?m\.?)|(?:19|20)\d\d\b\s?[:–—-]|\d{1,2}:\d\d\b)", re.I
        ),
    ),
    (
        "date",
        regex(
            r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
            r"[a-z]{0,6}\.? \d{1,2}\b"
        ),
    ),
    (
        "number",
        regex(r"(?:\(?\d{1,3}[.):](?!\d)|#\d{1,3}\b|\(?[a-z]\)|(?:Step|Part|Day|No\.?) \d{1,3}\b)"),
    ),
    ("question", regex(r"Q(?:uestion)?[:.]|[^.!?]{3,140}\?(?:\s|\Z)")),
    ("label", regex(r"[A-Z0-9“\"‘][\w’'\"”.&/, -]{0,60}?(?::|\s[–—-])\s")),
    ("quotation", regex(r"[“\"‘«„]")),
    ("ordinal", _ORDINAL),
    ("emoji", regex(r"[\u2600-\u27bf\U0001f300-\U0001faff]")),
)


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
    if not tail and not (presenting and _MAY_PRESENT.search(end)):
        return None
    start = _last_sentence(text)
    presents = text[start : start + 5].lower() in ("here’", "here'", "here ", "below") and _PRESENTS.match(
        text[start:]
    )
    if presents:
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
    if _LAST_WORDS.search(text[-16:]):
        return "announcement"
    if ("below" in text[-8:] or "following" in text[-34:]) and _POINTS.search(text[-60:]):
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
    for match in reversed(list(_CLAUSE.finditer(text, start, end - 1))):
        if text[match.end() : end].count(" ") >= 3:
            start = match.end()
            break
    words = [match.start() for match in re.finditer(r"\S+", text[start:end])]
    if len(words) > 12:
        start += words[-12]
    return passage[start:end].strip()


def leaves_open(text: str, after: str) -> bool:
    """Whether a paragraph breaks off before its colon, and the text `after` it does not go on from there.

    “The grant will help us to:” breaks off; “Plan early.” goes on from there, “The office …” does not.
    """
    end = text.rstrip()[-60:]
    if _WANTS_A_VERB.search(end) and not _HAS_ITS_VERB.intersection(end.casefold().split()[-3:]):
        return opens_sentence(after) or _OPENS_NOUN.match(after) is not None
    return _CUT_SHORT.search(end) is not None


def opens_sentence(text: str) -> bool:
    """Whether a text opens as a sentence with a subject of its own, not as an item of a list."""
    return _OPENS_SENTENCE.match(text) is not None


def wants_items(text: str) -> bool:
    """Whether a paragraph with a colon announces more than one thing: “are:”, “these four values:”."""
    end = text.rstrip()[-TAIL_LIMIT:]
    return _WANTS_ITEMS.search(end) is not None or _SEVERAL.search(end) is not None


def goes_on(text: str) -> bool:
    """Whether a paragraph speaks of what stood before it, or turns to something else: no item of a list."""
    return _GOES_ON.match(text) is not None


def promised(text: str) -> frozenset[int]:
    """The numbers of things that the last sentence of a text announces: “accomplish four goals” gives 4."""
    found = _COUNT.finditer(text[max(_last_sentence(text), len(text) - TAIL_LIMIT) :])
    return frozenset(_COUNTED.get(match["number"].lower()) or int(match["number"]) for match in found) - {
        0,
        1,
    }


def opener(passage: Passage) -> str:
    """How a paragraph opens, if it opens as an item does: bullet, number, bold, label, ordinal…"""
    text = passage.text
    for mark in passage.marks:
        if mark.kind == "strong" and mark.start == 0 and mark.end < len(text):
            return "bold"
        if mark.kind == "link" and mark.start == 0 and mark.end == len(text):
            return "link"
    for name, pattern in _OPENERS:
        if pattern.match(text):
            return name
    return ""


def delivers(blocks: Sequence[Block], at: int) -> bool:
    """Whether the block at `at` begins what a lead-in announced: a list, or something shown."""
    block = blocks[at]
    if block.kind in DELIVERS:
        return True
    if block.kind is not Kind.PARAGRAPH or block.passage is None:
        return False
    if opener(block.passage) or block.passage.word_count <= SHORT or block.media:
        return True
    return block.text[:1].islower() or len(list(lines(block))) >= 2


def lines(block: Block) -> Iterator[str]:
    """The lines of a paragraph that the source breaks into short lines; nothing for wrapped prose."""
    if block.passage is not None:
        span = block.passage.span
        broken = block.passage.source.text[span.start : span.end].splitlines()
        if len(broken) > 1 and all(line.count(" ") < SHORT_LINE for line in broken):
            yield from broken


def runs(blocks: Sequence[Block]) -> Iterator[int]:
    """Sizes of the groups of paragraphs that open alike, in order; groups may have prose between."""
    counts: dict[str, int] = {}
    for block in blocks:
        if block.kind is Kind.PARAGRAPH and block.passage is not None:
            kind = opener(block.passage)
            if kind and kind != "quotation":
                counts[kind] = counts.get(kind, 0) + 1
    yield from counts.values()


def list_size(block: Block) -> int:
    """How many items a list or table has, or pictures a gallery; 0 for anything else."""
    if block.kind is Kind.LIST:
        return sum(child.kind is Kind.ITEM for child in block.children)
    if block.kind is Kind.TABLE:
        return sum(child.kind is Kind.ROW and child.info != "head" for child in block.children)
    return 0


def item_counts(section: Section) -> list[int]:
    """Every way to count items in a section: its lists, tables, pictures, subsections, alike paragraphs."""
    blocks = section.all_blocks
    counts = [size for block in blocks for inner in block.walk() if (size := list_size(inner))]
    counts += runs(blocks)
    counts.append(len(section.sections))
    counts.append(sum(len(inner.media) for block in blocks for inner in block.walk()))
    return [count for count in counts if count]
