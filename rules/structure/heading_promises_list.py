from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from presslint import Article, Bad, Block, Finding, Good, Kind, Rule, Section, Severity, quoted
from presslint.desk.listlike import item_counts
from presslint.desk.outline import SHOWN, has_content, holds_unread
from presslint.language.likeness import fold, stem, stems
from presslint.model.regex import regex


def _terms(*lines: str) -> tuple[str, ...]:
    return tuple(term.strip() for line in lines for term in line.split("|") if term.strip())


# subheads that promise items outright
HARD = frozenset(
    _terms(
        "takeaways|at a glance|by the numbers|in numbers|highlights|key points|main points|key "
        "facts|fast facts",
        "quick facts|things to know|timeline|chronology|key dates|important dates|line up|lineup|full list",
        "checklist|step by step|tips|ingredients|pros and cons|advantages and disadvantages",
        "strengths and weaknesses|winners and losers|hits and misses|dos and donts|faq|faqs",
        "frequently asked questions|glossary|key terms|standings|fixtures|rankings",
    )
)
# of these, what prose may give where the subhead names more
PROSE_GIVES = frozenset(_terms("tips|highlights|ingredients|rankings|timeline|chronology|lineup"))
# nouns that promise items, but that prose may deliver as well
SOFT = frozenset(
    _terms(
        "challenges|opportunities|findings|factors|reasons|causes|benefits|risks|features|trends",
        "recommendations|options|alternatives|examples|solutions|strategies|lessons|developments|issues",
        "concerns|criticisms|implications|differences|similarities|limitations|priorities|questions",
        "predictions|symptoms|components|stages|phases|requirements|criteria",
        "statistics|considerations|strengths|weaknesses|drivers|obstacles|hurdles",
    )
)
ADJECTIVES = frozenset(
    _terms(
        "key|main|top|major|important|full|quick|final|other|our|the|some|current|common|principal|biggest",
        "essential|critical|notable|central|remaining|potential|further|additional",
    )
)
ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ory", "ary")
PARTS = regex(r" and | & |, |: ", re.I)
PREPOSITION = regex(r" (?:of|for|in|from|to|with|at|on|behind|facing|about|around|ahead) ")
FINITE = regex(
    r"\b(?:is|are|was|were|be|has|have|had|will|would|can|could|may|might|must|should|do|does|did|remains?|faces?|"
    r"looms?|grows?|rises?|falls?|shows?|reveals?|means?|makes?|comes?|needs?|helps?|mounts?|matters?|works?|"
    r"vary|varies|persists?|abound|continues?|emerges?|include|includes|explained|revealed)\b"
)
BRIEF = 25  # words under a subhead that cannot be a list in prose
# evidence in prose: three things in a row, “first … second”, dates or sums one after the other
SERIES = regex(r"\w, (?:[\w’'-]+ ){0,4}[\w’'-]+,? (?:and|or) \w|;[^;.]{3,80};")
ORDER = regex(
    r"\b(?:first|second|third|another|also|finally|one|two|three|four|five|six|several|both)\b", re.I
)
FIGURES = regex(
    r"\d[\d.,]*|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b"
)
QUOTED = regex(r"[“\"«„]")
NAME = regex(r"(?<=[a-z,;] )(?:[A-Z][a-z]+[a-z’']*)(?: [A-Z][\w’']+)*")


class Promise(NamedTuple):
    """What a subhead promises: the words that do, whether outright, and what a reader expects."""

    words: str
    hard: bool
    noun: str


class HeadingPromisesList(Rule):
    """A section delivers the items that its subhead promises.

    “Key dates” over a paragraph without a date sends a reader away empty-handed. Words such as
    “takeaways” or “timeline” promise a list outright; “challenges” or “benefits” promise at least that
    some are named. The second kind is reported only where the section speaks of its challenges and
    stays abstract: no list, no series of three things, no figure, name, quotation or link. Subheads that
    are sentences (“Challenges remain for the port”), acts (“Viewing differences”) or have the word in one
    of several parts (“Tips and tools for crews”) promise nothing, and questions may follow “FAQ” as
    subheads. A list promised outright is a suggestion where enough prose follows to give it.
    """

    severity = Severity.WARNING
    sources = (
        "WCAG 2.2, success criterion 2.4.6: headings describe topic or purpose",
        "Copy-desk practice: the copy delivers what it promises",
    )
    needs = frozenset({"headings"})
    not_for = frozenset({"live"})
    languages = frozenset({"en"})
    yields_to: ClassVar = {"dangling-list-lead-in": "section", "empty-section": "section"}
    looks_at = frozenset({"heading"})
    examples: ClassVar = (
        Good("Lead.\n\n## Key dates\n\n- 3 May: vote\n- 9 May: first boat\n"),
        Good("Lead.\n\n## Challenges remain for the port\n\nThe council says that much is left to do.\n"),
        Good(
            "Lead.\n\n## Challenges\n\n"
            "The port lacks a crane, a pilot and money, the harbour master said, and none of "
            "the three is in sight.\n"
        ),
        Good(
            "Lead.\n\n## Timeline\n\n"
            "Work began in 1904. The pier burned down in 1931 and was rebuilt in 1936.\n"
        ),
        Good("Lead.\n\n## Tips and tools for crews\n\nThe harbour master wrote a book on how to tie up.\n"),
        Good(
            "Lead.\n\n## Viewing Differences\n\nTo see the differences between two tides, open the log and lay "
            "the two pages side by side.\n"
        ),
        Good(
            "Lead.\n\n## The FAQ\n\nThe rest of this article answers them.\n\n## When does it sail?\n\nAt dawn.\n"
        ),
        Bad(
            "Lead.\n\n## [[Key dates]]\n\nThe council will decide soon, and islanders hope for an answer.\n",
            says="“Key dates” promises a list, but none follows; list the items or rename the subhead.",
            severity="warning",
        ),
        Bad(
            "Lead.\n\n## [[Key dates]]\n\nThe council will decide soon, and islanders hope for an answer that lets "
            "them plan the whole of the summer without asking at the harbour office every week.\n",
            severity="suggestion",
        ),
        Bad(
            "Lead.\n\n## [[Key Challenges and Outlook]]\n\n"
            "Observers note that tensions could affect the flow of goods and "
            "services. Both sides face challenges in balancing speed with caution.\n",
            says="“Key Challenges” promises challenges, but the section names none; name them or rename "
            "the subhead.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for section in article.walk_sections():
            heading = section.heading
            if heading is None or heading.passage is None or heading.passage.word_count > 9:
                continue
            promise = promised(heading.passage.text)
            if promise is None or not any(map(has_content, section.all_blocks)):
                continue
            if any(count >= 2 for count in item_counts(section)) or shows(section):
                continue
            if holds_unread(article, section):
                continue
            if promise.hard:
                if kept_in_prose(section) or questions_follow(article, heading):
                    continue
                yield self.finding(
                    heading,
                    f"{quoted(promise.words)} promises a list, but none follows; "
                    f"list the {promise.noun} or rename the subhead.",
                    severity=Severity.WARNING if section.word_count < BRIEF else Severity.SUGGESTION,
                )
            elif is_abstract(section, promise.noun):
                yield self.finding(
                    heading,
                    f"{quoted(promise.words)} promises {promise.noun}, but the section names none; "
                    "name them or rename the subhead.",
                )


def promised(heading: str) -> Promise | None:
    """What a subhead promises; None for sentences, questions and headings that promise nothing."""
    if heading.rstrip()[-1:] in ("?", "!", ".") or FINITE.search(heading):
        return None
    parts = PARTS.split(heading)
    for part in (heading, *(parts if len(parts) < 3 else ())):
        words = fold(part).split()
        plain = next((at for at, word in enumerate(words) if word not in ADJECTIVES), len(words))
        for start in range(plain + 1):
            term = " ".join(words[start:])
            if term in HARD and (part is heading or term not in PROSE_GIVES):
                return Promise(
                    part.strip(), True, term if term.endswith("s") and " " not in term else "items"
                )
    for part in PARTS.split(heading):
        words = fold(PREPOSITION.split(part, maxsplit=1)[0]).split()
        *before, noun = words or [""]
        if noun in SOFT and all(word in ADJECTIVES or word.endswith(ADJECTIVE_ENDINGS) for word in before):
            return Promise(part.strip(), False, noun)
    return None


def questions_follow(article: Article, heading: Block) -> bool:
    """Whether the next subhead is a question, as under “FAQ”."""
    later = (head for head in article.headings if head.span.start > heading.span.start)
    return next((head.text.rstrip().endswith("?") for head in later), False)


def shows(section: Section) -> bool:
    """Whether a list, table, picture, quotation or embed stands in the section."""
    return any(block.kind in SHOWN or block.media for block in section.all_blocks)


def kept_in_prose(section: Section) -> bool:
    """Whether sentences enumerate: a series, ordinals, or two figures."""
    copy = " ".join(block.text for block in section.all_blocks)
    return bool(SERIES.search(copy)) or len(ORDER.findall(copy)) >= 2 or len(FIGURES.findall(copy)) >= 2


def is_abstract(section: Section, noun: str) -> bool:
    """Whether a section speaks of the noun and holds nothing that a reader could point at."""
    if kept_in_prose(section) or any(block.links for block in section.all_blocks):
        return False
    prose = [block.text for block in section.all_blocks if block.kind is Kind.PARAGRAPH]
    if not any(stem(noun) in stems(text) for text in prose):
        return False
    return not any(FIGURES.search(text) or NAME.search(text) or QUOTED.search(text) for text in prose)
