from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Rule, Section, Severity, quoted
from presslint.desk.listlike import (
    DELIVERS,
    SHORT,
    LeadIn,
    delivers,
    goes_on,
    lead_in,
    leaves_open,
    lines,
    opener,
    opens_sentence,
    promised,
    wants_items,
)
from presslint.desk.outline import following, unread
from presslint.language.likeness import fold, stem
from presslint.model.regex import regex

# colons and dashes that announce no list
FURNITURE = regex(
    r"(?:read more|see also|watch|listen|related|more|corrections?|clarification|editor[’']s "
    r"note|update|source|"
    r"photo|via|from|by|contact|note|ps|p\.s\.|tags?|topics?)\b.{0,30}\Z",
    re.I,
)
FORM = regex(
    r"\b(?:sign(?:ing)? up|subscribe|register|donate|your e?-?mail|join|log in|fill in|form)\b", re.I
)  # the page's own
ITEMS = regex(r",| and | or ")
# words that may point at the subheads to come
POINTER = regex(
    r"\b(?:here(?:['’]s| are| is)|below|following|these|this is "
    r"how|next|advice|ideas|tips|suggestions|steps|ways|"
    r"things|reasons|issues|changes|lessons|benefits|questions|examples|points|areas|stages|phases|rules)\b",
    re.I,
)
# words that leave nothing but a list to come
PROMISE = regex(
    r"(?:\b(?:are|were|includ(?:e|es|ed|ing)|involv(?:e|es|ed|ing)|compris(?:e|es|ed|ing)|such as|namely|as follows)"
    r"|\bfollowing(?: [\w-]{1,20}){0,3}"
    r"|\b(?:these|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several|many|main|key)(?: [\w-]{1,20}){0,3}"
    r" (?:things|reasons|ways|points|factors|steps|questions|challenges|options|issues|areas|measures|"
    r"lessons|takeaways|findings|goals|priorities|conditions|recommendations|strengths|advantages|benefits|categories|"
    r"types|groups|stages|examples|pillars|principles|rules|tips)(?: (?:for|in|of|on|behind) [\w’' -]{2,50})?)"
    r"\s?[:,—–-]?\Z",
    re.I,
)
# subheads that are parts of a page and never items of a list
PAGE_PART = regex(
    r"(?:about|speakers?|presenters?|moderators?|panell?ists?|agenda|resources|related|read ahead|background|audience"
    r"|who should|sign up|register|contact|comments|references|sources|notes|conclusion|next steps|what[’']s next)\b",
    re.I,
)
# subheads that no sentence with “to:” goes on with
NO_VERB = regex(r"\A(?:\d|two|three|four|five|six|seven|eight|nine|ten|all|more|other)\b|:\Z", re.I)
# openers of paragraphs that are items, whatever else they say
NO_PROSE = frozenset(("bullet", "number", "date", "label", "bold", "quotation", "ordinal", "emoji", "aside"))
THINGS = regex(r"[a-z]{3,20}[^\Wsu]s:\Z")
# a paragraph in which somebody is quoted is no item
QUOTES = regex(
    r"[,.!?][”\"’] ?(?:he|she|they|[A-Z][\w’-]{1,20}(?: [A-Z][\w’-]{1,20}){0,2}) (?:said|says|added)\b"
)
FIRST = regex(r"(?:the |our |one |a )?(?:first|1st|one)\b", re.I)
NOT_FIRST = regex(
    r"\b(?:the|our|another|a) (?:second|2nd|other|next|last)\b|\A(?:second|another|next|additional)", re.I
)
# what a sentence points at without announcing a list
PART = regex(
    r"\b(?:following|next|another|linked) (?:section|part|chapter|paragraph|article|post|page|video|picture)\W{0,2}\Z",
    re.I,
)
# lines over somebody else's words
BY_LINE = regex(
    r"(?:comments?|posted|post|repl(?:y|ies)|messages?|notes?|quotes?|questions?|answers?)\b.{0,60}?\b(?:by|from|on|of)\b",
    re.I,
)
SPEAKS = regex(
    r"\b(?:said|says|sa(?:y|id)ing|wrote|writes|asked|asks|replied|replies|answered|posted|commented|"
    r"explained|explains|added|adds|noted|told [\w ]{2,20}|put it)(?: [\w’'-]{2,20}){0,3}:\Z",
    re.I,
)
ITEMS_LIMIT = 100  # characters of a list inside a sentence
FULL = 12  # words from which a paragraph is prose
CLOSE = 90  # characters before the colon in which a number is that of the things announced
SENTENCE_END = regex(r"[.?!:][”’\"')\]]{0,2}\Z")
CODE_MARKS = tuple("$>`./~<|#=\\-_")
CONTINUES = regex(r"(?:\.\.\.|…|[a-z]{1,12} )")  # how a sentence goes on behind a line set in its middle
SET_OFF = 0.9  # of the characters of a paragraph in italics
SHORT_LABEL = 3  # a paragraph of so few words is a label before its value


class DanglingListLeadIn(Rule):
    """A sentence that announces a list is followed by one.

    “The plan rests on three pillars:” and then a subhead: the list was lost on the way from the
    writer's document, or was never written. The rule reads the end of each paragraph (a colon, “such
    as”, “including”, “as follows”, a dash) and looks at what comes next. A table, a quotation, a
    picture, an embed, code or subheads deliver as well as a list does; so do paragraphs that open alike.

    It is an error where a sentence breaks off or names several things, and the article ends there or a
    subhead as high as its own follows. What may be announced in another way is a suggestion: one thing
    (“remember one thing:”), which the next subhead may be; several, which the next paragraphs may be. A
    sentence that breaks off before an ordinary paragraph (“The grant will help us to:”), or counts other
    things than the subheads that follow, is a warning. Lines that say who speaks (“Comment by Ana Ruiz:”,
    “she wrote:”), “And:” before a quoted or slanted paragraph, a label of two or three words before a text, and those that
    lead into a subhead of their own words announce no list; nor do those before a line of code or a centred line that was set
    as a subhead, where the sentence goes on below it, or before a subhead over the list.
    """

    severity = Severity.ERROR
    sources = (
        "Reuters Handbook of Journalism: news presentation",
        "Copy-desk practice: the copy delivers what it promises",
    )
    languages = frozenset({"en"})
    examples: ClassVar = (
        Good(
            "## The plan\n\nIt rests on three pillars:\n\n- price\n- access\n- staffing\n\n"
            "## Reaction\n\nNone yet.\n"
        ),
        Good(
            "## What he said\n\nThe harbour master put it plainly:\n\n"
            "> The tide waits for no minister.\n\n## Next\n\nText.\n"
        ),
        Good(
            "Here is where the candidates stand:\n\n## Ana Ruiz\n\nFor the bypass.\n\n## Ben Cole\n\n"
            "Against it.\n"
        ),
        Good(
            "## Tides\n\nHigh water by day:\n\n| Day | Time |\n| --- | --- |\n| Mon | 4.10 |\n\n"
            "## Next\n\nText.\n"
        ),
        Good("## Kit\n\nPlaying colours:\n\nAll black\n\n## Fixtures\n\nNone until May.\n"),
        Bad(
            "## The plan\n\nThe council will close a gap it left in 2019, and the plan rests on three "
            "pillars, "
            "each [[with a budget of its own:]]\n\n## Reaction\n\nIslanders were angry.\n",
            severity="error",
            says="“with a budget of its own:” announces a list, but a subhead follows; restore the list or "
            "finish the sentence.",
        ),
        Bad(
            "[[The ferry will stop at four piers, including]]\n",
            says="“The ferry will stop at four piers, including” announces a list, but the article ends "
            "here; restore the list or finish the sentence.",
            severity="error",
        ),
        Bad(
            "## The plan\n\n[[It closes several gaps, including:]]\n\n"
            "For the past four years islanders have asked the "
            "council for a boat that runs after dark, and for four years it has told them that no crew "
            "can be found "
            "who would sail it.\n",
            severity="suggestion",
            says="“It closes several gaps, including:” announces a list, but prose follows; restore the list "
            "or finish the sentence.",
        ),
        Bad(
            "## The grant\n\n[[With the money the harbour trust will be able to:]]\n\n"
            "The trust was founded in 1871 by nine families of fishermen, who put up the first light on the "
            "point and kept it burning for sixty years without any help from the county or the state.\n",
            severity="warning",
        ),
        Bad(
            "## The grant\n\n[[The trust has three goals for the coming year:]]\n\nThe light will be lit again. “We have "
            "waited for it,” she said.\n\nIt was built in 1871.\n\nIt fell in 1931.\n",
            severity="suggestion",
        ),
        Bad(
            "## Advice\n\n[[Pilots recommend these steps:]]\n\nCrews were at work all night long. By Sunday noon the pier was dry.\n",
            severity="suggestion",
        ),
        Good(
            "## Advice\n\nPilots recommend these steps for the storm:\n\nTie up early.\n\nCall the office.\n"
        ),
        Bad(
            "The trust set out [[with four goals for the first year:]]\n\n## How it began\n\nIn a shed.\n\n"
            "## Reaction\n\nIslanders were angry.\n",
            severity="warning",
        ),
        Bad(
            "## Costs\n\n[[The fares by pier are shown below.]]\n\n## Reaction\n\nNone yet.\n",
            severity="suggestion",
        ),
        Bad(
            "## The plan\n\n[[The survey names several trends in the harbour trade:]]\n\n## Next\n\nA vote in May.\n",
            says="“The survey names several trends in the harbour trade:” announces a list, but a subhead "
            "follows; restore the list or finish the sentence.",
            severity="error",
        ),
        Bad(
            "## The plan\n\nBring a coat. [[Above all there is one thing to remember:]]\n\n"
            "## The boat leaves on time\n\nNobody waits.\n",
            severity="suggestion",
        ),
        Bad(
            "## Closures\n\n[[The piers closed for this winter are:]]\n\n### What the trust says\n\n"
            "The storm of May took the planks off all of them.\n",
            severity="suggestion",
        ),
        Good(
            "## Closures\n\nThe piers closed are:\n\n### The north side\n\nAll of these:\n\n- Ayton\n- Beeton\n"
        ),
        Good(
            "## Lights\n\nTell your friends these two things:\n\n## The lamp\n\n…is lit, and the pier is open.\n"
        ),
        Bad(
            "## Lights\n\n[[It needs three changes to the list:]]\n\n## ★ The lamp\n\nLine one.\n",
            severity="error",
        ),
        Good("## Lights\n\nIt needs three changes to the list:\n\n## `src/lamp`\n\nLine one.\n"),
        Good("## Ways\n\nThe boats of the pier are as follows.\n\n## Boats of oak\n\n- Rose\n- Lily\n"),
        Good(
            "## Why\n\nThere is more to the vote. And:\n\n*We need to know what the islanders think of the boat and of the "
            "pier, whatever it is.*\n"
        ),
        Good(
            "## Log\n\nI have a problem that I find no answer to:\n\nI have a boat that I bought of a man in Ayton, and each "
            "time that I sail it the lamp goes out before dawn.\n"
        ),
        Good(
            "## Log\n\nSponsored by:\n\nThe pier is kept by the harbour trust of Ayton, which was founded in 1871 by nine "
            "families of fishermen.\n"
        ),
        Good("## Closures\n\nThe piers closed are:\n\n##\n\n- Ayton\n- Beeton\n"),
        Good("## The log\n\nComment by Ana Ruiz, posted on 4 May:\n\n### The crane\n\nIt is back at work.\n"),
        Good("## The log\n\nOn Monday the harbour master wrote:\n\n## The crane\n\nIt is back at work.\n"),
        Good(
            "## Lights\n\nMore on the lights stands in the following section:\n\n## The lights\n\n- Green\n"
        ),
        Good(
            "## Signs\n\nThe first code translates to:\n\nThe boat is late today because of the fog on the sound.\n"
        ),
        Good("## The log\n\nLet me put it in a fable:\n\n## The fable\n\nA swan met a gull.\n"),
        Good("## The plan\n\nThe trust rests on two pillars:\n\n## Money\n\nLittle.\n\n## People\n\nFew.\n"),
        Good("For the timetable tap the picture:\n[![Times](times.png)](https://ferry.example/times)\n"),
        Good(
            "## Tests\n\nThere are two obstacles left on the way:\n\nThe first being the depth of the water at "
            "the north pier, which nobody has measured since the storm of 1931.\n\nThe second is money.\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for section in article.walk_sections():
            for at, block in enumerate(section.blocks, 1):
                if block.kind is not Kind.PARAGRAPH:
                    continue
                found = announcement(block, at == len(section.blocks) and following(article, block) is None)
                if found is None:
                    continue
                if at == len(section.blocks):
                    yield from self.at_the_end(article, section, block, found)
                else:
                    yield from self.before_prose(article, block, section.blocks[at:], found)

    def at_the_end(
        self, article: Article, section: Section, block: Block, found: LeadIn
    ) -> Iterator[Finding]:
        """A lead-in that closes its section."""
        after = following(article, block)
        if unread(article, block, after):
            return
        after = past_empty_heads(article, after)
        if after is None:
            if found.hard:
                yield self.report(found, "the article ends here", sure(block.text, found))
            return
        if after.kind is not Kind.HEADING:
            return  # the list stands behind a subhead that lost its words
        if not is_prose_heading(article, after) or (
            found.tail != "colon" and opens_with_items(article, after)
        ):
            return
        severity = Severity.SUGGESTION
        if delivered_below(article, section, after, found):
            if not missed_below(article, block, after):
                return
            severity = Severity.WARNING
        elif after.level <= section.level:
            severity = sure(block.text, found)
        if severity is Severity.SUGGESTION and leads_into(block.text, after.text):
            return
        yield self.report(found, "a subhead follows", severity)

    def report(self, found: LeadIn, place: str, severity: Severity) -> Finding:
        return self.finding(
            found.words,
            f"{quoted(found.words.text)} announces a list, but {place}; restore the list or finish the "
            f"sentence.",
            severity=severity,
        )

    def before_prose(
        self, article: Article, block: Block, rest: Sequence[Block], found: LeadIn
    ) -> Iterator[Finding]:
        """A lead-in that an ordinary paragraph follows: only where the words promise a list outright."""
        if not wants_a_list(block.text, rest, found) or is_set_off(rest[0]):
            return
        if block.word_count <= SHORT_LABEL and not PROMISE.search(block.text):
            return
        if unread(article, block, rest[0]):
            return
        broken = block.text.rstrip().endswith(":") and leaves_open(block.text, rest[0].text)
        severity = Severity.WARNING if broken or goes_on(rest[0].text) else Severity.SUGGESTION
        yield self.report(found, "prose follows", severity)


def announcement(block: Block, last: bool = False) -> LeadIn | None:
    """The lead-in that a paragraph ends in, if the paragraph is no label and holds no list itself.

    A label like “Further links:” is a lead-in only as the `last` words of an article.
    """
    passage = block.passage
    if block.kind is not Kind.PARAGRAPH or passage is None or ends_in_media(block):
        return None
    found = lead_in(passage)
    if found is None or FURNITURE.match(passage.text) or says_who_speaks(passage.text):
        return None
    if passage.word_count < 2 or PART.search(passage.text[-60:]):
        return None
    if passage.word_count <= SHORT_LABEL and not (
        PROMISE.search(passage.text)
        or leaves_open(passage.text, "The")
        or (last and THINGS.search(passage.text))
    ):
        return None
    if leaves_open(passage.text, "The"):
        return found
    if lists_itself(passage.text) or FORM.search(found.words.text):
        return None
    return found


def wants_a_list(text: str, rest: Sequence[Block], found: LeadIn) -> bool:
    """Whether a paragraph cannot do without a list, and the blocks after it are none.

    A paragraph that goes on (“These four …”) shows that a list stood before it. Paragraphs of few words
    may be items, but not one alone before longer ones.
    """
    after = rest[0]
    colon, turned = text.rstrip().endswith(":"), goes_on(after.text)
    if not is_prose(after, turned) or is_first_of_a_row(rest):
        return False
    open_end = colon and leaves_open(text, after.text)
    outright = PROMISE.search(text[-160:]) is not None
    if turned and colon and (open_end or outright or wants_items(text)):
        return True
    if not found.hard or not (open_end or outright or (colon and too_few(text, rest))):
        return False
    if not delivers(rest, 0) or QUOTES.search(after.text[-200:]):
        return True
    line = next(lines(after), None)
    if line is not None and (SENTENCE_END.search(line) or not opens_sentence(after.text)):
        return False
    return opener_of(after) == "" and (
        opens_sentence(after.text) or not (len(rest) > 1 and is_short(rest[1]))
    )


def is_short(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and block.word_count <= SHORT


def is_prose(block: Block, turned: bool) -> bool:
    """Whether a block is a paragraph of sentences; one that has `turned` from a list may look like a label."""
    if block.kind is not Kind.PARAGRAPH or block.media or block.passage is None:
        return False
    if opener_of(block) in NO_PROSE and not (turned and opener_of(block) in ("label", "ordinal")):
        return False
    if not turned and block.text.rstrip().endswith(":"):
        return opens_sentence(block.text)
    return block.passage.word_count >= FULL and SENTENCE_END.search(block.text[-3:]) is not None


def too_few(text: str, rest: Sequence[Block]) -> bool:
    """Whether fewer paragraphs follow than the sentence has announced things."""
    counts = promised(text[-CLOSE:])
    return bool(counts) and max(counts) <= 12 and len(rest) < min(counts)


def missed_below(article: Article, block: Block, after: Block) -> bool:
    """Whether the subheads that follow cannot be the list: another number of them, or the sentence goes on.

    Numbered subheads always are, and one or two more than announced may close the article.
    """
    text = block.text
    if not text.rstrip().endswith(":"):
        return False
    heads = list(subheads(article, after))
    if any(opener_of(head) == "number" for head in heads) or ordered(heads):
        return False
    counts = promised(text)
    if counts:
        return not any(count <= len(heads) <= count + 2 or len(heads) % count == 0 for count in counts)
    return leaves_open(text, "The" if NO_VERB.search(after.text) else after.text)


def subheads(article: Article, first: Block) -> Iterator[Block]:
    """The subheads of one level from `first` on, up to one of a higher level."""
    for head in article.headings:
        if head.span.start >= first.span.start:
            if head.level < first.level:
                return
            if head.level == first.level:
                yield head


def is_first_of_a_row(blocks: Sequence[Block]) -> bool:
    """Whether paragraphs tell one thing after the other: “The first being …”, “The second is …”."""
    return FIRST.match(blocks[0].text) is not None and any(map(NOT_FIRST.search, (b.text for b in blocks)))


def ordered(blocks: Sequence[Block]) -> bool:
    """Whether two or more blocks say their place in a row; the subhead “Next” alone is like any other."""
    return sum(opener_of(block) == "ordinal" for block in blocks) >= 2


def shows_items(section: Section) -> bool:
    """Whether a list, table, picture, code or quotation stands anywhere under a subhead."""
    return any(block.kind in DELIVERS for block in section.all_blocks)


def opens_with_items(article: Article, head: Block) -> bool:
    """Whether a list, table or picture is the first thing under a subhead."""
    after = following(article, head)
    return after is not None and after.kind in DELIVERS


def ends_in_media(block: Block) -> bool:
    """Whether a picture of the paragraph stands behind its words, and so may be what they announce."""
    return (
        bool(block.media)
        and block.passage is not None
        and (block.media[-1].span.start >= block.passage.span.end - 1)
    )


def says_who_speaks(text: str) -> bool:
    """Whether a line with a colon names a speaker or a writer, and so announces words, not a list."""
    return text.rstrip().endswith(":") and (
        BY_LINE.match(text) is not None or SPEAKS.search(text[-60:]) is not None
    )


def is_prose_heading(article: Article, head: Block) -> bool:
    """Whether a subhead opens a part of the copy: no code, no name of a file, no line inside a sentence."""
    words = head.text.strip()
    if words[:1].islower() or words[:1] in CODE_MARKS:
        return False
    after = following(article, head)
    return after is None or after.kind is not Kind.PARAGRAPH or not CONTINUES.match(after.text)


def is_set_off(block: Block) -> bool:
    """Whether a paragraph is all in italics or in quotation marks: the words that a colon announces."""
    passage = block.passage
    if passage is None:
        return False
    return sum(map(len, passage.marked("em"))) >= SET_OFF * len(passage)


def leads_into(text: str, heading: str) -> bool:
    """Whether the last word before a colon stands in the subhead: “with a fable:”, then “The Fable”."""
    words = fold(text[-60:]).split()
    if not words or words[-1].endswith("s") or POINTER.search(text[-200:]):
        return False
    return len(words[-1]) > 3 and stem(words[-1]) in map(stem, fold(heading).split())


def past_empty_heads(article: Article, after: Block | None) -> Block | None:
    """What a reader sees next: subheads without words, which are another rule's, show nothing."""
    while after is not None and after.kind is Kind.HEADING and not after.text.strip() and not after.media:
        after = following(article, after)
    return after


def sure(text: str, found: LeadIn) -> Severity:
    """How sure it is that a list is missing: things are named in the plural, or the sentence breaks off."""
    if not found.hard:
        return Severity.SUGGESTION
    if (
        found.tail == "announcement"
        or PROMISE.search(text[-160:])
        or leaves_open(text, "The")
        or (text.rstrip().endswith(":") and (wants_items(found.words.text) or promised(text)))
    ):
        return Severity.ERROR
    if not THINGS.search(text.rstrip()):
        return Severity.SUGGESTION
    return Severity.WARNING if POINTER.search(found.words.text) else Severity.ERROR


def lists_itself(text: str) -> bool:
    """Whether the sentence holds its list: “The plan has three parts: price, access and staffing:”."""
    before, colon, items = text.rstrip(" :;—–-")[-400:].rpartition(": ")
    if not before or not colon or len(items) > ITEMS_LIMIT:
        return False
    return len(ITEMS.findall(items)) >= 2 and "." not in items


def delivered_below(article: Article, section: Section, after: Block | None, found: LeadIn) -> bool:
    """Whether subheads bring what was announced.

    Deeper subheads do when there are two, or when one has a list or picture; so do the subheads that a
    lead announces. Subheads of the same level do when they are numbered, when they are as many as the
    sentence says, or when it points at what comes (“here are some tips:”) and two of them come.
    """
    if after is None:
        return False
    if found.hard and PAGE_PART.match(after.text):
        return False
    level = list(subheads(article, after))
    if section.heading is None:
        return not found.hard or len(level) >= 2 or opens_with_items(article, after)
    if after.level > section.level:
        return not found.hard or len(section.sections) >= 2 or any(map(shows_items, section.sections[:1]))
    if found.tail not in ("colon", "presentation"):
        return False  # “such as” wants its list in the same sentence
    if opener_of(after) in ("number", "bold") or ordered(level):
        return True
    if len(level) in promised(found.words.root.text):
        return True
    return len(level) >= 2 and POINTER.search(found.words.root.text[-200:]) is not None


def opener_of(block: Block) -> str:
    return opener(block.passage) if block.passage is not None else ""
