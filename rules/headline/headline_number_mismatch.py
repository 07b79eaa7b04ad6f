from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from presslint import Article, Bad, Field, Finding, Good, Passage, Rule, Severity, quoted
from presslint.language.numbers import Form, Number, numbers, of
from presslint.regex import regex

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
AFTER = regex(
    r"(?:[-/.]?[A-Za-z]|’s|\s?(?:o.clock|am\b|pm\b|a\.m|p\.m|st\b|nd\b|rd\b|th\b)|-\d|/\d|\s?[–-]\s?\d)"
)
FIGURE = regex(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety|hundreds?|thousands?|[mbtr]+illions?|dozens?|half|thirds?|quarters?|fifths?|tenths?)\b",
    re.I,
)
SCALE = regex(r"\b(?:Hundred|Thousand|Million|Billion|Trillion|Percent)\b")
IDIOMS = frozenset((24, 101, 140, 180, 280, 360, 365, 404, 411, 508, 911, 1000))
SPAN_OF_TIME = regex(
    r"[ -](?:[\w-]{1,12} )?(?:years?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|seconds?|[A-Z]\.)", re.I
)
CASUALTIES = regex(
    r"\b(?:kill|dead\b|die|death|hurt|injur|wound|hospitali|missing|arrest|charged|jailed|trapped|rescued|stranded|"
    r"evacuat|drown|shot\b|victims|sacked|laid off|job)",
    re.I,
)
SMALL = 12  # a smaller count is often counted by the reader, or a way of speaking
ENOUGH = 120  # words of a body that can be expected to give the figure
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
    """A figure in the headline stands in the text.

    Wrong figures in large type are the errors readers remember, and they come from late changes to one
    of the two. A figure of the text agrees when it rounds to the headline's at its precision, within
    3 % from a thousand on, within 15 % where the headline hedges (“nearly 500”); a third agrees with
    33 %, and a headline may add up two figures. Years, ages, spans of time, model names and the counts
    of listicles are left to others; a bare count up to twelve is looked at only among casualties.
    A brief need not give the figure, but if it gives one amount or share, that must be the headline's.
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
        ),
        Good(
            "---\ntitle: Bay bridge to cost £45m\n---\nThe council chose the bridge; pilots pay a £4 toll.\n"
        ),
        Bad("---\ntitle: Bay bridge to cost [[£47m]]\n---\nThe council put the price at £40m on Monday.\n"),
        Bad(story("Bay bridge to cost [[£45m]]", "The council put the price of the bridge at £4.5m.")),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        shown = [
            field
            for name in ("headline", "dek", "headline-alt")
            for field in article.all(name)[:3]
            if field and FIGURE.search(field.text)
        ]
        lines = {
            field.text.strip(): field for field in reversed(shown)
        }  # a page's title says the headline again
        claims = [(field, number) for field in reversed(lines.values()) for number in claimed(field)]
        if not claims:
            return
        told = [
            (number, passage.text[number.start : number.end])
            for passage in copy(article)
            for number in of(passage)
        ]
        given = [number for number, _ in told]
        text = " ".join(passage.text for passage in copy(article))
        for field, number in claims:
            if (
                any(agrees(number, other) for other in given)
                or adds_up(number, given)
                or in_one_word(number, text)
            ):
                continue
            words = field.passage[number.start : number.end]
            near = nearest(number, told)
            if article.word_count < ENOUGH and not is_contradicted(number, given):
                continue  # a brief need not say all that the headline says
            yield self.finding(
                words,
                f"The {label(field)} says {quoted(words.text)}, but the text "
                f"{f'says {near}' if near else 'does not give it'}; check which is right.",
            )


def label(field: Field) -> str:
    return "headline" if field.name.startswith("headline") else "dek"


def claimed(field: Field) -> Iterator[Number]:
    """The figures of a display line that the text has to bear out."""
    text = SCALE.sub(lambda found: found.group().lower(), field.text)
    for number in numbers(text):
        if number.form in (Form.YEAR, Form.ORDINAL, Form.AGE, Form.POINTS):
            continue
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


def is_contradicted(claim: Number, given: Iterable[Number]) -> bool:
    """Whether the text gives one amount or share of that kind, and it is another of the same order."""
    alike = {other.value for other in given if other.comparable == claim.comparable}
    if claim.form not in (Form.MONEY, Form.PERCENT) or len(alike) != 1:
        return False
    return claim.value / 2 <= alike.pop() <= claim.value * 2


def nearest(claim: Number, given: list[tuple[Number, str]]) -> str:
    """The figure of the text that the headline most likely means, quoted; empty if none is near."""
    alike = [
        (abs(other.value - claim.value), words)
        for other, words in given
        if other.comparable == claim.comparable and claim.value / 12 <= other.value <= claim.value * 12
    ]
    return quoted(min(alike)[1]) if alike else ""
