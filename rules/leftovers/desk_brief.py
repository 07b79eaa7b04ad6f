from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import (
    Article,
    Bad,
    Block,
    Finding,
    Good,
    Kind,
    Option,
    Passage,
    Rule,
    Section,
    Severity,
    quoted,
    regex,
)
from presslint.desk import any_of, level

# a subhead over what a desk needs to spread the story
CHANNELS = any_of(
    ("social(?: media)?", "linkedin", "twitter", "x", "facebook", "instagram", "newsletter", "push", "seo"),
    ("promo(?:tion)?", "distribution", "publishing", "internal", "editorial", "editor's"),
)
BRIEFS = any_of("briefs? copy posts? blurbs? notes? checklist package kit metadata teasers?")
BRIEF = regex(rf"\W{{0,3}}{CHANNELS} (?:post |media )?{BRIEFS}\W{{0,3}}", re.I)
# what such a part consists of
PLACES = any_of("linkedin twitter x facebook instagram threads bluesky seo meta newsletter push")
FOR_A_PLACE = any_of("hook post tweet caption copy title description text line notification")
BY_ITSELF = any_of(
    "hook tweet hashtags? caption cta",
    ("call to action", "slug", "keywords?", "meta description", "audience"),
)
PIECE = regex(
    rf"\W{{0,3}}(?:{PLACES}(?:/\w{{1,9}})? ?{FOR_A_PLACE}?|{BY_ITSELF})(?: \([^)\n]{{1,40}}\))?\W{{0,3}}:",
    re.I,
)
REVIEWS = any_of(
    (
        "technical",
        "editorial",
        "fact[- ]?check",
        "quality",
        "qa",
        "seo",
        "fachliche[rs]?",
        "faktencheck",
        "redaktionelle[rs]?",
    ),
)
REVIEW = regex(rf"\W{{0,3}}{REVIEWS}[ -](?:review|check|report|audit|prüfung)\b.{{0,40}}", re.I)
VERDICTS = any_of(
    (
        "review[- ]status",
        "reviewed by",
        "verification sources",
        "verified facts",
        "changes made",
        "issues found",
    ),
    ("vorgenommene änderungen", "verifizierte fakten", "geprüft von", "empfehlungen", "recommendations"),
)
VERDICT = regex(rf"\W{{0,4}}{VERDICTS}(?=\W)", re.I)
INTERNAL = regex(
    r"(?m:^)\W{0,3}(?:internal|desk|private|production) notes?(?: \([^)\n]{1,40}\))?\W{0,2}: ?(?=\S)", re.I
)
KEEP_BACK = regex(
    r"\b(?:do not|don't|not to be) publish(?:ed)? (?:this|the) (?:section|part|note|paragraph|draft|block|text)\b|\bnot for publication\b",
    re.I,
)
PIECES = 2  # labelled pieces that make a section a brief


class DeskBrief(Rule):
    """The article ends with its last line, not with the desk's to-do.

    A “Social post brief” with its hooks and hashtags, “Internal notes: …”, “do not publish this section”
    were written for colleagues and went out with the story. A section counts when its subhead says so and
    two labelled pieces stand in it (“Technical review” over “Review status: …” and “Reviewed by: …”), or two pieces with a limit (“(max 280 chars)”), so advice about social
    media posts and a note to readers from the editor are left alone, and so are quotations.
    """

    severity = Severity.ERROR
    reads = frozenset({"heading", "prose"})
    sources = ("Release hygiene of content systems",)
    yields_to: ClassVar = {"prompt-leak": "place"}
    allow: tuple[str, ...] = Option((), description="Subheads that the house prints on purpose, as written.")
    examples: ClassVar = (
        Good(
            "# Ferry\n\nIt sails.\n\n## Social media posts\n\nKeep them short, and add a picture of the pier.\n"
        ),
        Good("# Ferry\n\nIt sails.\n\nEditor's note: This story was corrected on Monday.\n"),
        Good("She found a page that said “internal notes: do not publish this section”.\n"),
        Good("# Ferry\n\n## Social copy\n\n- Hook: a boat\n- Hashtags: #pier\n", allow=("Social copy",)),
        Bad(
            "# Ferry\n\nIt sails.\n\n## [[Social post brief]]\n\n- **Hook:** Boats are back.\n- **Hashtags:** #pier\n",
            says="“Social post brief” opens a part for the desk, with “Hook:” and “Hashtags:”; cut it from the story.",
            severity="error",
        ),
        Bad(
            "It sails.\n\n[[Internal notes: ]]ask the harbour master again.\n",
            severity="warning",
            says="“Internal notes:” is a note for the desk; cut it from the story.",
        ),
        Bad(
            "# Ferry\n\nIt sails.\n\n## [[Technical review of 5 May]]\n\n**Review status:** PASSED\n\n### Verified facts\n\n- Four piers\n",
            says="“Technical review of 5 May” opens a part for the desk, with “Review status” and “Verified facts”; cut it "
            "from the story.",
            severity="error",
        ),
        Good("# Ferry\n\n## Technical review\n\nThe engine is old, and we have looked at it twice.\n"),
        Bad("It sails.\n\nInternal use. Please [[do not publish this section]].\n", severity="error"),
        Bad(
            "# Ferry\n\nIt sails.\n\n## [[Social post brief]]\n\n### Hook\n\nBoats are back.\n\n### Hashtags\n\n"
            "#pier\n",
            says="“Social post brief” opens a part for the desk, with “Hook:” and “Hashtags:”; cut it from "
            "the story.",
            severity="error",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        briefs = [section for section in article.walk_sections() if self.is_brief(section)]
        for section in briefs:
            if section.heading is not None:
                first, second = _pieces(section)[:PIECES]
                yield self.finding(
                    section.heading,
                    f"{quoted(section.heading.text)} opens a part for the desk, with {quoted(first)} and {quoted(second)}; "
                    "cut it from the story.",
                )
        for passage in article.own_prose:
            text = passage.text
            if "publi" not in text and "note" not in text.lower():
                continue
            text = level(text)
            if " publi" in text and (found := KEEP_BACK.search(text)):
                yield self.note(passage[found.start() : found.end()], None)
            elif "note" in text.lower() and (found := INTERNAL.match(text)):
                yield self.note(passage[found.start() : found.end()], Severity.WARNING)

    def note(self, where: Passage, severity: Severity | None) -> Finding:
        return self.finding(
            where,
            f"{quoted(where.text.strip())} is a note for the desk; cut it from the story.",
            severity=severity,
        )

    def is_brief(self, section: Section) -> bool:
        heading = section.heading
        if heading is None or heading.text in self.allow or not _is_for_the_desk(heading.text):
            return False
        return len(_pieces(section)) >= PIECES


def _is_for_the_desk(subhead: str) -> bool:
    text = level(subhead)
    return BRIEF.fullmatch(text) is not None or REVIEW.fullmatch(text) is not None


def _pieces(section: Section) -> list[str]:
    """The labels of a section that name pieces of a campaign, subheads included."""
    found = []
    for block in _walk(section):
        text = level(block.text) + (":" if block.kind is Kind.HEADING else "")
        match = PIECE.match(text) or VERDICT.match(text)
        if match:
            found.append(match[0].strip(" *_-"))
    return found


def _walk(section: Section) -> Iterator[Block]:
    for block in section.all_blocks:
        yield from block.walk()
