from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import ClassVar

from presslint import Article, Bad, Field, Finding, Good, Passage, Rule, Severity, quoted
from presslint.language.likeness import FUNCTION_WORDS, NUMBER_WORDS, meaning, stem, stems
from presslint.language.numbers import Form, Number, numbers, without_title_case
from presslint.model.regex import regex

# amounts that copy also gives in one word
IN_ONE_WORD = {
    2: r"both|pair|couple|two|twins?|duo|second|double[sd]?|twice|bi",
    3: r"trio|three|triple[sd]?|third|triplets?",
    4: r"four|quartet|quadruple[sd]?|fourth",
    5: r"five|quintet|fifth",
    10: r"ten|tenth|decade",
    12: r"dozen|twelve",
    20: r"twent\w+",
    24: r"day|daily|round the clock|two dozen",
    100: r"century|hundred\w*",
    1000: r"thousand\w*|millennium",
}
# figures that name or count something the text need not say
OTHERWISE = regex(
    r"(?:\b(?:top|best|day|part|phase|chapter|episode|step|season|series|round|game|week|class "
    r"of|route|highway|gate|"
    r"channel|area|group|version|section|title|act|no\.?|number|level|tier|grade|windows|covid|vol\.?|issue|"
    r"agenda)\s|#|[-–/]|\.[ ])\Z",
    re.I,
)
LISTED = regex(
    r"\s(?:[\w’'-]{1,20} "
    r"){0,3}?(?:ways|things|reasons|tips|steps|facts|takeaways|lessons|questions|answers|signs|myths|"
    r"mistakes|factors|ideas|points|rules|highlights|examples|stories|tools|resources|apps|sites|people|faces|photos|"
    r"pictures|charts|books|films|projects|teams|songs|best|principles|practices|tricks|trends|predictions|moments|favou?rites|secrets)\b",
    re.I,
)
AFTER = regex(r"(?:[-/.]?[A-Za-z]|’s|\s?(?:st|nd|rd|th)\b|-\d|/\d|\s?[–-]\s?\d)")
IDIOMS = frozenset((24, 101, 140, 180, 280, 360, 365, 404, 411, 508, 911, 1000))
SPAN_OF_TIME = regex(
    r"[ -](?:[\w-]{1,12} )?(?:years?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|seconds?|[A-Z]\.)", re.I
)
CASUALTIES = regex(
    r"\b(?:kill|dead\b|die|death|hurt|injur|wound|hospitali|missing|arrest|charged|jailed|trapped|rescued|stranded|"
    r"evacuat|drown|shot\b|victims|sacked|laid off|job)",
    re.I,
)
# what happened to those whom a figure counts, right before it or behind it
VICTIMS = (
    regex(
        r"\b(?:kill(?:s|ed|ing)?|claims?) #|#(?: [\w’-]{1,20}){0,3} (?:dead|died|dies?|killed|deaths)\b", re.I
    ),
    regex(
        r"\b(?:hurts?|injur(?:es|ed|ing)|wound(?:s|ed|ing)) #|#(?: [\w’-]{1,20}){0,3} (?:hurt|injured|wounded)\b",
        re.I,
    ),
)
HARM = frozenset(
    meaning(stem(word)) for word in "kill killed claims people victims hurt injured wounded".split()
)
MORE = regex(
    r"\b(?:another|also|others?|later) (?:\w{1,16} ){0,3}?(?:died|killed|hurt|injured|wounded)\b", re.I
)
THING = regex(r" (?P<words>[A-Za-z][\w’-]{1,24}(?: [A-Za-z][\w’-]{1,24}){0,3})")
RATE = regex(r" (?:an?|per|each|every) (?P<unit>hour|day|week|month|year)\b", re.I)
PLURAL = regex(r"[a-z’-]{2,24}(?<!s)s")
PEOPLE = frozenset("people men women children police".split())
SINCE = frozenset("since after before during against per each every while because amid".split())
NUMERALS = frozenset(stem(word) for word in NUMBER_WORDS)
Told = tuple[Passage, Number]  # a figure and the sentence that tells it
SMALL = 12  # a smaller count is often counted by the reader, or a way of speaking
LARGE, SHARE = 1000, 0.03  # figures from here on may be rounded by this share
HEDGED = 0.15


def story(headline: str, first: str) -> str:
    """An example with a body long enough to be held to its headline."""
    filler = (
        "The council met in the old customs house and heard from pilots, traders and islanders, all of whom "
        "had walked there through the rain.\n\n"
    )
    return f"---\ntitle: {headline}\n---\n{first}\n\n" + filler * 6


class HeadlineNumberMismatch(Rule):
    """Headline and text give one figure for one thing.

    Wrong figures in large type are the errors readers remember, and they come from late changes to one
    of the two. The rule speaks only where both surely count the same: the same words behind the figure
    (“19 early sailings a week”, “sixteen early sailings a week”), the dead or hurt of one event, the only
    amount or share that the text gives, told in the same words, or the same digits at another scale
    (“£45m”, “£4.5m”). The figure of the headline must stand nowhere in the text, not rounded, in words
    or as a sum of two; hedged figures, ranges, years, ages, spans of time, model names and the counts
    of listicles are left alone, and so is a text that counts the same thing more than once.
    """

    severity = Severity.WARNING
    sources = (
        "Verification checklists: check numbers in display type",
        "BBC Editorial Guidelines: accuracy",
    )
    languages = frozenset({"en"})
    not_for = frozenset({"live", "results", "index", "event"})
    yields_to: ClassVar = {"missing-core-field": "article"}
    looks_at = frozenset({"headline"})
    examples: ClassVar = (
        Good(story("Fire kills 12 at harbour hotel", "Twelve people died when the hotel burned down.")),
        Good(story("Bay bridge to cost £4.5m", "The council put the price of the bridge at £4,480,000.")),
        Good(story("A third of islanders leave", "Of all islanders, 33% have left since the bridge fell.")),
        Good(story("Five ways to cross the bay", "The ferry is one of them, and swimming another.")),
        Good(story("Nearly 500 sign harbour petition", "By Friday the petition had 487 names.")),
        Bad(
            story("Fire kills [[12]] at harbour hotel", "Eleven people died when the hotel burned down."),
            says="The headline says “12”, but the text says “Eleven”; check which is right.",
            severity="warning",
        ),
        Good(
            story(
                "Fire kills 12 at harbour hotel",
                "Eleven people died when the hotel burned down. Another died in hospital.",
            )
        ),
        Bad(story("Bay bridge to cost [[£45m]]", "The council put the price of the bridge at £4.5m.")),
        Good(story("Bay bridge to cost £45m", "The council chose the bridge; pilots pay a £4 toll.")),
        Bad(
            story(
                "Board brings back [[19]] night boats a week", "The board runs 16 night boats a week again."
            ),
            says="The headline says “19”, but the text says “16”; check which is right.",
        ),
        # another quantity: without the rate, of another kind, part of the whole, a place's number
        Good(story("Board brings back 19 night boats a week", "The board has bought 16 night boats.")),
        Good(story("Yard home to over 100 boats", "The yard lists 127 boats in its harbour book.")),
        Good(
            story(
                "Inspectors visit 18 coffee shops", "The shop at 23 Coffee Street had mice, inspectors say."
            )
        ),
        Good(
            story(
                "Board gives $34m to piers",
                "The board gives $15.2m to the piers of the north and $18.8m to those of the south.",
            )
        ),
        Good(story("Tidewatch 12.2 is ready for pilots", "Pilots who have Tidewatch 12.1 can change.")),
        Good(
            story(
                "86% of piers lose pilots", "Of the 14 piers, 12 of the 14 have lost pilots, or 80% of boats."
            )
        ),
        Good(story("A trillion-dollar harbour budget", "The harbour budget is $1.588 trillion.")),
        Good(
            story(
                "Board spends $2 million on piers", "The board spends $3 million on piers, then $4 million."
            )
        ),
        Bad(story("Board spends [[$2 million]] on six piers", "The board spends $3 million on six piers.")),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        shown = [
            field for name in ("headline", "dek", "headline-alt") for field in article.all(name)[:3] if field
        ]
        lines = {
            field.text.strip(): field for field in reversed(shown)
        }  # a page's title says the headline again
        claims = [(field, number) for field in reversed(lines.values()) for number in claimed(field)]
        if not claims:
            return
        told = [
            (sentence, number)
            for passage in copy(article)
            for sentence in passage.sentences
            for number in article.figures.within(sentence)
        ]
        given = [number for _, number in told]
        text = " ".join(passage.text for passage in copy(article))
        for field, number in claims:
            if (
                any(agrees(number, other) for other in given)
                or adds_up(number, given)
                or in_one_word(number, text)
            ):
                continue
            rival = counterpart(field.text, number, told)
            if rival is None or (MORE.search(text) and is_toll(field.text, number)):
                continue
            words = field.passage[number.start : number.end]
            yield self.finding(
                words,
                f"The {label(field)} says {quoted(words.text)}, but the text says {quoted(rival)}; "
                "check which is right.",
            )


def label(field: Field) -> str:
    return "headline" if field.name.startswith("headline") else "dek"


def claimed(field: Field) -> Iterator[Number]:
    """The figures of a display line that the text has to bear out."""
    text = without_title_case(field.text)
    for number in numbers(text):
        if number.form in (Form.YEAR, Form.ORDINAL, Form.AGE, Form.POINTS):
            continue
        if text[number.start : number.end].lower().startswith(("a ", "an ")):
            continue  # “a trillion-dollar budget”
        if OTHERWISE.search(text[max(number.start - 12, 0) : number.start]) or AFTER.match(text, number.end):
            continue
        if number.form is Form.MEASURE and text[number.end - 1] in "FC" and text[number.end - 2] not in "°º ":
            continue  # “18F” names a team
        if number.form is Form.COUNT and not is_claim(text, number):
            continue
        yield number


def is_claim(text: str, number: Number) -> bool:
    """Whether a bare count says something that the text must say too: a large one, or one of casualties."""
    if number.value in IDIOMS or LISTED.match(text, number.end) or SPAN_OF_TIME.match(text, number.end):
        return False
    if number.value > SMALL:
        return not number.spelled or number.scale > 1 or number.value > 20
    return number.value > 1 and CASUALTIES.search(text) is not None


def copy(article: Article) -> Iterator[Passage]:
    """All words of the body: prose, quotations, tables, captions."""
    for block in article.walk():
        if block.passage is not None:
            yield block.passage
    for media in article.all_media:
        if media.caption is not None:
            yield media.caption


def agrees(claim: Number, other: Number) -> bool:
    """Whether a figure of the text bears out the headline's."""
    value = other.value
    if claim.form is Form.FRACTION and other.form is Form.PERCENT:
        value /= 100
    elif claim.form is Form.PERCENT and other.form is Form.FRACTION:
        value *= 100
    elif claim.form is Form.PERCENT and other.form is Form.POINTS:
        pass
    elif claim.form is not other.form and Form.COUNT not in (claim.form, other.form):
        return False
    room = max(claim.half, other.half)
    if claim.form is Form.FRACTION:
        room = 0.04
    if claim.value >= LARGE:
        room = max(room, SHARE * claim.value)
    if claim.hedge:
        room = max(room, HEDGED * claim.value)
    elif claim.scale > 1 and claim.half == claim.scale / 2:
        room = max(room, rounding(claim.value / claim.scale) * claim.scale)
    return abs(claim.value - value) <= room + 1e-9


def rounding(figure: float) -> float:
    """How far off a figure like the 40 of “£40 million” may be when a desk has rounded it."""
    if figure < 10:
        return HEDGED * figure
    step = next((step for step in (100, 50, 10, 5) if figure % step == 0), 1)
    return min(HEDGED * figure, step * 0.49)


def adds_up(claim: Number, given: Iterable[Number]) -> bool:
    """Whether a count in the headline is the sum of two counts of the text."""
    if claim.form is not Form.COUNT or claim.value > 10000:
        return False
    values = {other.value for other in given if other.form is Form.COUNT}
    return any(claim.value - value in values for value in values)


def in_one_word(claim: Number, text: str) -> bool:
    words = IN_ONE_WORD.get(int(claim.value)) if claim.value == int(claim.value) else None
    return words is not None and re.search(rf"\b(?:{words})\b", text, re.I) is not None


def counterpart(line: str, claim: Number, told: Sequence[Told]) -> str | None:
    """What the text says of the very thing that the display line counts; None where nothing is sure."""
    if claim.hedge or claim.in_range:
        return None
    alike = [(sentence, number) for sentence, number in told if number.comparable == claim.comparable]
    same = same_count if claim.form is Form.COUNT else same_amount
    rivals = same(line, claim, alike)
    if len({number.value for _, number in rivals}) != 1:
        return None
    sentence, number = rivals[0]
    if number.hedge or number.in_range:
        return None
    return sentence.text[number.start : number.end]


def same_count(line: str, claim: Number, alike: Sequence[Told]) -> list[Told]:
    """The figures that count the same: the same words behind them, or the victims of one event."""
    for victims in VICTIMS:
        if victims.search(around(line, claim)):
            told = [(each, n) for each, n in alike if victims.search(around(each.text, n))]
            return [(each, n) for each, n in told if shared(line, each.text, HARM) >= 1]
    thing = counted(line, claim)
    if not thing:
        return []
    enough = 1 if len(thing) > 1 else 2  # further words that headline and sentence have in common
    return [
        (each, n)
        for each, n in alike
        if counted(each.text, n) == thing and shared(line, each.text) - len(thing) >= enough
    ]


def is_toll(line: str, claim: Number) -> bool:
    return any(victims.search(around(line, claim)) for victims in VICTIMS)


def same_amount(line: str, claim: Number, alike: Sequence[Told]) -> list[Told]:
    """The only amount or share of the text, if it is told in the headline's words; or its digits at another scale."""
    if claim.form not in (Form.MONEY, Form.PERCENT):
        return []
    slipped = [
        (each, n)
        for each, n in alike
        if n.value and is_scale(claim.value / n.value) and shared(line, each.text) >= 1
    ]
    if slipped:
        return slipped
    if len({n.value for _, n in alike}) != 1 or not claim.value / 2 <= alike[0][1].value <= claim.value * 2:
        return []
    return [(each, n) for each, n in alike if shared(line, each.text) >= 3]


def is_scale(ratio: float) -> bool:
    """Whether two amounts have the same digits and a point or a scale word apart."""
    return any(abs(ratio * scale - 1) < 1e-6 for scale in (0.001, 0.1, 10, 1000))


def shared(line: str, sentence: str, but: Set[str] = frozenset()) -> int:
    """How many meanings a display line and a sentence have in common; figures do not count."""
    mine, theirs = ({meaning(word) for word in stems(text) if word.isalpha()} for text in (line, sentence))
    return len((mine & theirs) - NUMERALS - but)


def counted(text: str, number: Number) -> frozenset[str]:
    """The words that say what a figure counts, with a rate if one follows: “early sailings a week”."""
    match = THING.match(text, number.end)
    if match is None:
        return frozenset()
    words = []
    for word in match["words"].split():
        if word.lower() in FUNCTION_WORDS or word.lower() in SINCE:
            break
        words.append(word.lower())
    if not words or words[0] in ("more", "other", "new", "further", "additional"):
        return frozenset()
    plural = next((at for at, word in enumerate(words) if word in PEOPLE or PLURAL.fullmatch(word)), None)
    if plural is None:
        return frozenset()
    rate = RATE.match(text, number.end + len(" " + " ".join(words[: plural + 1])))
    return frozenset(stem(word) for word in words[: plural + 1]) | (
        {f"per {rate['unit']}"} if rate else set()
    )


def around(text: str, number: Number) -> str:
    """The clause beside a figure in which its victims are named."""
    before = re.split(r"[,;:]", text[max(0, number.start - 24) : number.start])[-1]
    return f"{before}#{re.split(r'[,;:.]', text[number.end : number.end + 30])[0]}"
