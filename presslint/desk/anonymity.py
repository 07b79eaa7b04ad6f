"""Authority without a name: “experts say”, “studies show”, “it is widely believed”, “there are calls for”.

Subjects without a name come from the cues of a sentence; whole constructions without any subject (the
agentless passive, the bare “there are fears”) from a few patterns that run only where their first word
stands. The classes are those of Ganter and Strube's weasels and of the AP and Reuters books.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from presslint.desk.cues import Cue, Level, Tokens
from presslint.language.alternatives import any_of
from presslint.language.en.reporting import OPINING, PROVING
from presslint.language.en.reporting import SPEECH as SPEECH_VERBS
from presslint.language.en.sources import PEOPLE_AT_LARGE, VAGUE_DOCUMENTS, VAGUE_PEOPLE
from presslint.language.languages import ENGLISH
from presslint.language.lexicon import (
    ADVERB,
    AGENTLESS,
    AUXILIARY,
    BE,
    CAPITAL,
    COMMON,
    DETERMINER,
    FRAME,
    NAMELIKE,
    NOUN,
    PRONOUN,
    QUANTIFIER,
    SECOND_PERSON,
    SPEECH,
    STOP,
    SUBORDINATOR,
    VAGUE,
    WORDLIKE,
)
from presslint.model.regex import regex


class Anonymous(Struct, frozen=True):
    """Nameless authority at `start`..`end` of a sentence's text. `grave`: a desk editor would ask."""

    # expert | analyst | camp | plural | group | people | quantifier | document | research | frame | passive
    # | existential | rumour
    kind: str
    start: int
    end: int
    grave: bool


WORD_BEFORE = regex(r"([\w’']+) \Z")
STUDIES = frozenset(
    "studies research surveys polls".split()
)  # “data” and “reports” often have an owner nearby
ANALYSTS = frozenset("analyst analysts economists traders forecasters strategists".split())
CAMPS = frozenset(
    """
    critics supporters proponents opponents detractors skeptics sceptics advocates activists campaigners
    """.split()
)
MODALS = frozenset("may can could should must will might".split())
# what may stand before “studies” without saying which
UNSPECIFIC = frozenset(
    """
    recent new multiple numerous several various previous past other many some most countless scientific
    academic independent early earlier existing available emerging growing much extensive further
    """.split()
)
# to tell, to write or to remark is no claim yet: “supporters tell the world”
SAYING = frozenset(SPEECH_VERBS) - frozenset("tell write remark joke blog tweet shout inform hint".split())
SAYING |= frozenset("expect estimate fear point worry hope blame criticise criticize".split())
_HELD = any_of(
    "believed thought said claimed alleged argued rumou?red speculated feared reported accepted acknowledged"
)
# “it is widely believed that”, and the graver for nobody being there to ask
_WIDELY_HELD = rf"\b(?:it is|it['’]s|it has been) (?:widely|generally|commonly|often|long) {_HELD} that\b"
_LONG_SHOWN = r"\bit has (?:long )?been (?:shown|proven|proved|demonstrated) that\b"
_JUST_HELD = rf"\b(?:it (?:is|was|has been)|it['’]s) (?:also )?{_HELD} that\b"
# “there are growing calls for”: nobody calls; in “if there are”, “where there are” nothing is said to be so
_THERE = r"(?<!if )(?<!where )(?<!whether )\bthere"
_MOUNTING = any_of(["growing ", "mounting ", "increasing ", "widespread ", "renewed "])
_MOUNTING_OR_SOME = any_of(
    ["growing ", "mounting ", "increasing ", "widespread ", "renewed ", "some ", "many "]
)
_ARE_OR_WERE = any_of(["are", "is", "were", "was", "have been", "has been"])
_CALLS = r"calls? for|fears? (?:that|of)"
_RUMOURS = r"speculation (?:that|about)|claims that|rumou?rs (?:that|of)"
_A_SENSE = r"a (?:growing |widespread |general )(?:sense|consensus|belief|perception) (?:that|among)"
_NOT_ONES_OWN = r"(?! (?:me|us|my|our)\b)"
_REGARDED = any_of("believed considered regarded seen viewed thought expected credited hailed")
# “a recent study found”, “according to a new report”
_SOME = r"(?:a|one|another) (?:recent|new|major|landmark|comprehensive|20\d\d)"
_STUDY = any_of("study survey report poll analysis")
_FOUND = any_of(r"show\w* found finds suggest\w* reveal\w* indicat\w* confirm\w* conclude\w*")
# “one senior analyst said”, unless it is told whose analyst
_ONE = r"one (?:leading |senior |prominent )?"
_INSIDER = any_of("expert analyst observer insider commentator economist")
_SAID = any_of(
    "said says noted notes argued argues warned warns believes believed predicted predicts suggested suggests",
    "added claimed claims",
)
_OF_NOBODY = r"(?=[,.]|\Z| (?!at|of|from|with|in)\w)"
# words of which one stands in it, the pattern, its class, whether it is grave
CONSTRUCTIONS = (
    (
        ("it is ", "it’s ", "it's ", "it has "),
        regex(rf"{_WIDELY_HELD}|{_LONG_SHOWN}", re.IGNORECASE),
        "passive",
        True,
    ),
    (
        ("it is ", "it was ", "it has ", "it’s ", "it's "),
        regex(_JUST_HELD, re.IGNORECASE),
        "passive",
        False,
    ),
    (
        ("there ",),
        regex(
            rf"{_THERE} (?:are|have been) (?:also )?{_MOUNTING}?(?:{_CALLS}){_NOT_ONES_OWN}",
            re.IGNORECASE,
        ),
        "existential",
        True,
    ),
    (
        ("there ",),
        regex(
            rf"{_THERE} {_ARE_OR_WERE} (?:also )?{_MOUNTING_OR_SOME}?"
            rf"(?:{_CALLS}|{_RUMOURS}|{_A_SENSE}){_NOT_ONES_OWN}",
            re.IGNORECASE,
        ),
        "existential",
        False,
    ),
    (
        ("widely", "universally"),
        regex(rf"\b(?:is|are|was|were) (?:widely|universally) {_REGARDED}\b", re.IGNORECASE),
        "passive",
        False,
    ),
    (
        ("rumo", "word on"),
        regex(
            r"\brumou?r(?:s|ed)? (?:has it|suggests?|suggested|swirl|swirled)\b|\bword on the street\b", re.I
        ),
        "rumour",
        False,
    ),
    (
        ("study", "survey", "report", "poll", "analysis"),
        regex(rf"\b{_SOME} {_STUDY} (?:also |has |have )?{_FOUND}\b", re.IGNORECASE),
        "document",
        True,
    ),
    (
        ("according to ",),
        regex(rf"\baccording to {_SOME} {_STUDY}(?=\Z|[,.;)])", re.IGNORECASE),
        "document",
        True,
    ),
    (
        ("one expert", "one analyst", "one observer", "one insider", "one commentator", "one economist"),
        regex(
            rf"\b(?:according to {_ONE}{_INSIDER}|{_ONE}{_INSIDER} {_SAID}){_OF_NOBODY}",
            re.IGNORECASE,
        ),
        "frame",
        False,
    ),
)


# bare groups before verbs that are no cue by themselves: “observers have documented agents doing so”
_FIELD = r"(?:(?:industry|market|security|legal|policy|business|technology) )?"
_PEOPLE = r"(?:observers|experts|critics|analysts|researchers|commentators|insiders|watchers|specialists)"
_LEAD = r"(?:industry|market|business|technology) (?:leaders|experts|insiders|observers|analysts|watchers)"
_RESEARCH = r"(?:research|reports?|studies|data|analys[ei]s|surveys?)"
# people at large, in the tense in which they are always saying it: “residents fear”, “some traders expect”
_MANY = r"(?:(?:some|many|most|several|local|retail|foreign|industry|market|long-time) )?"
_AT_LARGE = any_of(tuple(sorted(PEOPLE_AT_LARGE)))
_EVER = r"(?: also| now| still| increasingly| widely| often)?"
_HOLD = any_of(
    "say fear expect believe worry claim hope complain argue warn think anticipate suspect predict",
    (r"report(?! (?:the|an?)\b)",),
)
_SAME = r"(?! (?:to|from|for|on|in|at|of|as|their|his|her|it|them|him|through|like|more)\b)"
BARE_SUBJECTS = (
    (
        tuple(f"{people} " for people in sorted(PEOPLE_AT_LARGE)),
        regex(rf"\b{_MANY}{_AT_LARGE}{_EVER} {_HOLD}\b{_SAME}", re.IGNORECASE),
        "people",
    ),
    (
        ("document", "express", "voice", "raise", "flag"),
        regex(
            rf"\b{_FIELD}{_PEOPLE}(?: have| had| also)? (?:documented|express|expressed|voiced?|raised?|flagged)\b",
            re.IGNORECASE,
        ),
        "group",
    ),
    (
        ("leaders ", "experts ", "insiders ", "observers ", "analysts ", "watchers "),
        regex(
            rf"\b{_LEAD}\b(?:[^.;:!?\n]{{0,80}}?) (?:report|say|note|agree|believe|predict|expect)\b(?! (?:to|from)\b)",
            re.IGNORECASE,
        ),
        "group",
    ),
    (
        ("industry ", "market "),
        regex(
            rf"\b(?:recent |new |latest |current )?(?:industry|market) {_RESEARCH}"
            r" (?:shows?|indicates?|suggests?|reveals?|confirms?)\b",
            re.IGNORECASE,
        ),
        "research",
    ),
)
# where a group can be a subject: at the head of its sentence or behind a comma or a conjunction
OPENS_CLAUSE = regex(
    r"(?:\A|[,;:–—] |\b(?:and|but|while|as|though|although|that|because|which|where) )\W{0,2}\Z"
)
OWNERS = frozenset(
    "the a an our its their his her this that these those my your some any no each every s and or of in from".split()
)


def _bare_subjects(text: str) -> Iterator[Anonymous]:
    """Groups and studies without any owner, recognised by their grammar."""
    low = text.lower()
    for gates, pattern, kind in BARE_SUBJECTS:
        if not any(gate in low for gate in gates):
            continue
        for match in pattern.finditer(text):
            before = WORD_BEFORE.search(text, 0, match.start())
            owner = before is not None and (
                before[1].lower() in OWNERS or before[1][0].isupper() or before[1].endswith(("’s", "'s"))
            )
            opens = kind != "people" or OPENS_CLAUSE.search(text[: match.start()]) is not None
            if not owner and opens:
                yield Anonymous(kind, match.start(), match.end(), kind != "people")


def find_anonymous(text: str, tokens: Tokens, cues: Sequence[Cue]) -> list[Anonymous]:
    """Nameless authority in one sentence, in order of the text."""
    found: list[Anonymous] = []
    places: list[tuple[int, int]] = []
    for cue in cues:
        if cue.level is Level.VAGUE:
            judged = _judge(cue, tokens)
            if judged is not None:
                kind, start, end, grave = judged
                places = places or tokens.offsets(text)
                found.append(Anonymous(kind, places[start][0], places[end - 1][1], grave))
    if tokens.hint & AGENTLESS:
        low = text.lower()
        for gates, pattern, kind, grave in CONSTRUCTIONS:
            if any(gate in low for gate in gates):
                for match in pattern.finditer(text):
                    if not any(other.start < match.end() and match.start() < other.end for other in found):
                        found.append(Anonymous(kind, match.start(), match.end(), grave))
    for one in _bare_subjects(text):
        clashes = [each for each in found if each.start < one.end and one.start < each.end]
        if all(not each.grave for each in clashes):
            found = [each for each in found if each not in clashes] + [one]
    found.sort(key=lambda one: one.start)
    return found


def _judge(cue: Cue, tokens: Tokens) -> tuple[str, int, int, bool] | None:
    """Class, place and gravity of a cue without a name; None where it is no appeal to authority."""
    if cue.kind not in ("speech", "document", "frame"):
        return None
    start, end = cue.source
    if cue.lemma == "according":
        return _according(tokens, cue)
    if not (_leads_to(tokens, end, cue.start) or cue.end == cue.source[0]):
        return None
    start = _bare_phrase(tokens, start, end)
    if start < 0:
        return None
    words, tags = tokens.words, tokens.tags
    head = words[end - 1].lower()
    places = min(cue.start, start), max(cue.end, end)
    if tags[end - 1] & QUANTIFIER:
        opines = cue.lemma in OPINING and head != "others" and _clause_follows(tokens, cue)
        return ("quantifier", *places, False) if opines else None
    if head in VAGUE_DOCUMENTS:
        before = words[start - 1].lower() if start else ""
        plain = all(word.lower() in UNSPECIFIC for word in words[start : end - 1])
        grave = head in STUDIES
        return ("document", *places, grave) if plain and before != "and" and cue.lemma in PROVING else None
    if not tags[end - 1] & VAGUE or cue.lemma not in SAYING or head in ("sources", "officials"):
        return None  # anonymity that was granted, and the trade’s “officials said”
    if tags[start] & QUANTIFIER:
        return "quantifier", *places, False
    if head == "experts":
        return "expert", *places, end - start == 1 and cue.lemma != "tell"
    if head in ANALYSTS:
        return "analyst", *places, False
    return ("camp" if head in CAMPS else "plural"), *places, False


def _according(tokens: Tokens, cue: Cue) -> tuple[str, int, int, bool] | None:
    """“according to experts”, not “according to data from the board” or “according to two reports”."""
    start, end = cue.source
    if end < len(tokens) and not tokens.tags[end] & STOP:
        return None
    words = [word.lower() for word in tokens.words[start:end]]
    head, plain = words[-1], all(word in UNSPECIFIC for word in words[:-1])
    if head in VAGUE_DOCUMENTS:
        return ("document", cue.start, end, head in STUDIES) if plain else None
    if head in VAGUE_PEOPLE and head != "officials":
        return "frame", cue.start, end, plain and head == "experts"
    return ("frame", cue.start, end, False) if len(words) == 1 and tokens.tags[start] & QUANTIFIER else None


def _leads_to(tokens: Tokens, end: int, verb: int) -> bool:
    """Whether nothing but auxiliaries and adverbs stands between a subject's end and its verb."""
    return end <= verb and all(
        tokens.tags[i] & (AUXILIARY | ADVERB | BE) and tokens.words[i] not in MODALS for i in range(end, verb)
    )


def _clause_follows(tokens: Tokens, cue: Cue) -> bool:
    """“many believe that”, “some question whether”; not “some questions”, “some thought went into it”."""
    if cue.end >= len(tokens) or tokens.words[cue.start].endswith("s"):
        return False
    tag = tokens.tags[cue.end]
    return (
        tokens.words[cue.end].lower() in ENGLISH.clause_openers
        or tag & (DETERMINER | PRONOUN) > 0
        or tokens.names[cue.end]
        or (not tag & ~(WORDLIKE | ADVERB | CAPITAL | NAMELIKE | SECOND_PERSON))
    )


def _bare_phrase(tokens: Tokens, start: int, end: int) -> int:
    """Where the phrase that ends at `end` begins when it is only “many leading experts”; else -1."""
    begin = end - 1
    while begin > start and end - begin < 5:
        tag = tokens.tags[begin - 1]
        if tag & QUANTIFIER or not tag & ~(WORDLIKE | ADVERB | NOUN | CAPITAL | NAMELIKE | COMMON):
            begin -= 1
        else:
            break
    before = tokens.tags[begin - 1] if begin else STOP
    return begin if before & (STOP | SUBORDINATOR | ADVERB | FRAME | SPEECH) else -1
