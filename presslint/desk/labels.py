"""Labels glued to headlines: “UPDATE 2 - …”, “Opinion: …”, “… (Review)”."""

from __future__ import annotations

import re
from collections.abc import Iterable

from presslint.language.en.newsroom import ADVERTISING_LABELS, STORY_LABELS
from presslint.model.regex import regex

WIRE_TAGS = (
    "UPDATE, WRAPUP, RPT, REPEAT, CORRECTED, CORRECTION, REFILE, ANALYSIS, EXCLUSIVE, FACTBOX, TIMELINE, "
    "BREAKING, BREAKINGVIEWS, COLUMN, EXPLAINER, FEATURE, FOCUS, INSIGHT, INTERVIEW, LIVE, NEWSMAKER, "
    "OBITUARY, OPINION, POLL, PREVIEW, PRESS RELEASE, RECIPE, REVIEW, SPECIAL REPORT, UPDATED, WATCH, "
    "WITNESS, FACT CHECK, KILL, ADVISORY, URGENT, SOCCER, TENNIS, RUGBY, CRICKET, GOLF, ATHLETICS, "
    "CYCLING, MOTOR RACING"
).split(", ")


def one_of(words: Iterable[str]) -> str:
    """A pattern for one of some phrases, the longest first; any white space parts their words."""
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s") for word in sorted(sorted(words), key=len, reverse=True)
    )


_LABELS = one_of([*STORY_LABELS, *ADVERTISING_LABELS])
HEADLINE_LABELS = (
    regex(rf"(?P<label>(?:{one_of(WIRE_TAGS)})(?:\s\d{{1,2}})?)\s?(?:-{{1,2}}|:|\||–|—)\s?(?=\S)"),
    regex(rf"(?P<label>(?:the\s)?(?:{_LABELS}))\s?[:|]\s(?=\S)", re.IGNORECASE),
    regex(
        r"(?P<label>Analysis|Opinion|Review|Explainer|Obituary|Interview|Editorial|Factbox|Comment|Live)"
        r"\s[-–—]\s(?=\S)"
    ),
)
LABEL_TAIL = regex(
    r"\s?(?:\||[-–—]\s)\s?(?P<label>Analysis|Opinion|Review|Editorial|Comment|Explainer|Obituary|Letters?)\Z"
    r"|\s?\((?P<bracketed>Analysis|Opinion|Review|Editorial|Column|Satire)\)\Z",
    re.IGNORECASE,
)


# what such headlines begin with, and what stands at their ends
OPENINGS = (
    "the",
    *{label.split()[0].casefold() for label in (*WIRE_TAGS, *STORY_LABELS, *ADVERTISING_LABELS)},
)
ENDS = "analysis opinion review editorial comment explainer obituary letter column satire".split()
END_LIMIT = 40  # characters at the end of a headline in which a label stands


def headline_label(text: str) -> tuple[str, int, int] | None:
    """A label glued to a headline: its words, and where it stands with its colon or dash."""
    folded = text.casefold()
    for pattern in HEADLINE_LABELS if folded.startswith(OPENINGS) else ():
        found = pattern.match(text)
        if found:
            return found["label"], found.start(), found.end()
    if not any(word in folded for word in ENDS):
        return None
    tail = LABEL_TAIL.search(text, max(len(text) - END_LIMIT, 0))
    if tail:
        return tail["label"] or tail["bracketed"], tail.start(), tail.end()
    return None
