"""Authority without a name: “experts say”, “studies show”, “it is widely believed”, “there are calls for”.

Subjects without a name come from the cues of a sentence; whole constructions without any subject (the
agentless passive, the bare “there are fears”) from a few patterns that run only where their first word
stands. The classes are those of Ganter and Strube's weasels and of the AP and Reuters books.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from presslint.cues import Cue, Level, Tokens
from presslint.lexicon import BE, DOCUMENT, QUANTIFIER, VAGUE
from presslint.words.sources import VAGUE_DOCUMENTS


class Anonymous(NamedTuple):
    """Nameless authority at `start`..`end` of a sentence's text. `grave`: a desk editor would ask."""

    kind: str  # expert | analyst | camp | plural | quantifier | document | frame | passive | existential | rumour
    start: int
    end: int
    grave: bool


EXPERTS = frozenset("expert experts".split())
ANALYSTS = frozenset("analyst analysts economists traders forecasters strategists".split())
CAMPS = frozenset(
    "critics supporters proponents opponents detractors skeptics sceptics advocates activists campaigners".split()
)
# words of a construction -> the pattern that has to match, its class, whether it is grave
CONSTRUCTIONS = (
    (
        "it",
        re.compile(
            r"\b(?:it (?:is|was|has been)|it['’]s) (?:widely |generally |commonly |often |long |also )?"
            r"(?:believed|thought|said|claimed|alleged|argued|rumou?red|speculated|feared|suggested|reported"
            r"|understood|accepted|acknowledged) that\b",
            re.IGNORECASE,
        ),
        "passive",
        True,
    ),
    (
        "there",
        re.compile(
            r"\bthere (?:are|is|were|was|have been|has been) (?:also )?(?:a )?"
            r"(?:growing |mounting |increasing |widespread |renewed |some |many )?"
            r"(?:calls? for|fears? (?:that|of)|speculation (?:that|about)|suggestions that|claims that"
            r"|rumou?rs (?:that|of)|concerns? (?:that|about|over)|worries (?:that|about)|doubts (?:that"
            r"|about|over)"
            r"|(?:sense|consensus|belief|perception) (?:that|among))(?! (?:me|us|my|our)\b)",
            re.IGNORECASE,
        ),
        "existential",
        True,
    ),
    (
        "widely",
        re.compile(
            r"\b(?:is|are|was|were) (?:widely|generally|commonly|broadly|universally) "
            r"(?:believed|considered|regarded|seen|viewed|thought|expected|credited|hailed)\b",
            re.IGNORECASE,
        ),
        "passive",
        False,
    ),
    (
        "rumor",
        re.compile(
            r"\brumou?r(?:s|ed)? (?:has it|suggests?|suggested|swirl|swirled)\b|\bword on the street\b", re.I
        ),
        "rumour",
        True,
    ),
    (
        "study",
        re.compile(
            r"\b(?:a|one|another) (?:recent|new|major|landmark|comprehensive|20\d\d) (?:study|survey"
            r"|report|poll|analysis)"
            r" (?:also |has |have )?(?:show\w*|found|finds|suggest\w*|reveal\w*|indicat\w*|confirm\w*"
            r"|conclude\w*)\b",
            re.IGNORECASE,
        ),
        "document",
        True,
    ),
)
SPELLINGS = {
    "rumor": ("rumor", "rumour", "word on"),
    "study": ("study", "survey", "report", "poll", "analysis"),
}


def find_anonymous(text: str, tokens: Tokens, cues: Sequence[Cue]) -> list[Anonymous]:
    """Nameless authority in one sentence, in order of the text."""
    found: list[Anonymous] = []
    vague = [cue for cue in cues if cue.level is Level.VAGUE]
    if vague:
        places = tokens.offsets(text)
        for cue in vague:
            judged = _judge(cue, tokens)
            if judged:
                start, end = min(cue.start, cue.source[0]), max(cue.end, cue.source[1])
                found.append(Anonymous(judged[0], places[start][0], places[end - 1][1], judged[1]))
    if tokens.hint & (BE | DOCUMENT | QUANTIFIER | VAGUE):
        low = text.lower()
        for word, pattern, kind, grave in CONSTRUCTIONS:
            if any(spelling in low for spelling in SPELLINGS.get(word, (word,))):
                for match in pattern.finditer(text):
                    if not any(other.start < match.end() and match.start() < other.end for other in found):
                        found.append(Anonymous(kind, match.start(), match.end(), grave))
    found.sort(key=lambda one: one.start)
    return found


def _judge(cue: Cue, tokens: Tokens) -> tuple[str, bool] | None:
    """Class and gravity of a cue without a name; None where the convention allows it."""
    if cue.kind not in ("speech", "document", "frame"):
        return None
    start, end = cue.source
    words = [word.lower() for word in tokens.words[start:end]]
    head = words[-1]
    quantified = tokens.tags[start] & QUANTIFIER > 0
    if cue.lemma == "according":
        return ("frame", True)
    if head in VAGUE_DOCUMENTS:
        return ("document", True) if cue.kind == "document" or cue.lemma in ("say", "conclude") else None
    if tokens.tags[end - 1] & QUANTIFIER:
        return ("quantifier", True)
    if not tokens.tags[end - 1] & VAGUE:
        return None
    if quantified:
        return ("quantifier", True)
    if head in EXPERTS:
        return ("expert", len(words) == 1)
    if head in ANALYSTS:
        return ("analyst", False)
    return ("camp" if head in CAMPS else "plural", False)
