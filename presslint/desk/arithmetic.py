"""Sums that a sentence invites its reader to do: a change whose two figures stand beside it.

“Rose 20% to $110m from $100m” states the change, the figure after and the figure before. Each amount
gets its role from the words right beside it, and three amounts in a row with the roles of one of
`ORDERS` are a change. All comparing is done with intervals: a figure is as exact as its last digit,
and a hedge (“nearly”) loosens it further.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from presslint.language.alternatives import any_of
from presslint.language.numbers import ABOVE, AMOUNT, BELOW, BY_SYMBOL, Form, Number, Shape, numbers
from presslint.language.voices import stated
from presslint.model.document import once
from presslint.model.regex import regex

if TYPE_CHECKING:
    from presslint.model.document import Document
    from presslint.model.passage import Passage

RISE = any_of(
    "rose risen rises? rising increas(?:ed?|es|ing) grew grown grows? growing growth climb(?:ed|s|ing)?",
    ("jump(?:ed|s|ing)?", "gain(?:ed|s|ing)?", "surg(?:ed?|es|ing)"),
    ("soar(?:ed|s|ing)?", "went up", "gone up"),
    "up swell(?:ed|s)? advanced hikes? leap(?:t|ed|s)? expanded expansion",
)
FALL = any_of(
    "fell fallen falls? falling dropp(?:ed|ing) drops? declin(?:ed?|es|ing) decreas(?:ed?|es|ing) slid slides?",
    "slipp(?:ed|ing) slips? slump(?:ed|s|ing)? plung(?:ed?|es|ing) plummet(?:ed|s|ing)? shrank shrunk shed sank",
    ("dipp(?:ed|ing)", "dips?", "tumbl(?:ed?|es|ing)", "sunk", "went down", "gone down", "down"),
    "cuts? cutting lost contract(?:ed|ion) reduc(?:ed?|es|ing|tions?)",
)
MULTIPLES = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5}

_HEDGE = r"(?:by |of )?(?:an? )?(?:[a-z]{1,13} ){0,2}$"  # “by about”, “of more than”, before the amount
_CHANGE_BEFORE = regex(rf"\b(?:(?P<rise>{RISE})|(?P<fall>{FALL})) {_HEDGE}", re.IGNORECASE)
_CHANGE_AFTER = regex(rf" (?:[a-z]{{3,12}} )?(?:(?P<rise>{RISE})|(?P<fall>{FALL}))\b", re.IGNORECASE)
_TO = regex(rf"\b(?:to|at) {_HEDGE}", re.IGNORECASE)
_FROM = regex(r"\b(?:from|compared (?:with|to)|against|versus) (?:[\w’'.-]{1,20} ){0,4}$", re.IGNORECASE)
_APPOSED = regex(
    r"(?:[,—–(]| -) ?(?:or )?(?:an? )?(?:\w+ )?$", re.IGNORECASE
)  # “284 million were sold, up …”
_IS_SUBJECT = regex(  # “doubles”, the snack, “gone from $100 to $150”
    r" (?:(?:have|has|had) )?(?:gone|went|go|goes|rose|fell|cost|costs|are|is|were|was|sells?|sold|rise|climbed)\b",
    re.IGNORECASE,
)
_MULTIPLIED = regex(
    r"\b(?P<hedge>(?:more than|over|nearly|almost|roughly|about|around) )?"
    r"(?P<verb>doubl|tripl|trebl|quadrupl|halv)(?:ed|es|ing|e)\b",
    re.IGNORECASE,
)
_BREAK = regex(
    r"[;:!?]|, (?!ris|fall|grow|climb|drop|go|mov|increas|declin|jump|dipp)[a-z]{3,14}ing\b"
    rf"|\b{any_of('and but while whereas although though as with after before when which who since than including')}\b",
    re.IGNORECASE,
)
# what follows a change that is measured against something else: “from 100 to 120, up 8% on the plan”
_OTHER_BASE = regex(
    r" ?(?:since|than|on|from|against|compared|versus|above|below|over the same)\b", re.IGNORECASE
)
# figures that cannot be set side by side as they stand
_MEASURED_OTHERWISE = any_of(
    ("excluding", "like[- ]for[- ]like", r"adjust\w+", "real[- ]terms", "rebased", "constant[- ]currency"),
    ("organic", "underlying", "inflation", r"annuali[sz]\w+", "annually", r"compound\w*", "average annual"),
    ("per[- ]share", "pro rata", "between", "respectively"),
)
_A_YEAR = r"(?:each|every|per) (?:year|month)|an? (?:year|month)(?! (?:ago|earlier|before|later|on\b|prior))"
_ADJUSTED = regex(rf"\b(?:{_MEASURED_OTHERWISE}|{_A_YEAR})\b", re.IGNORECASE)
_STEMS = ("oubl", "ripl", "rebl", "alv", "third", "quarter", "half", "fifth")
CHANGE_WORDS = frozenset(("%", "percent", "per cent", *_STEMS))  # one stands in each change with its size
_MAY_MULTIPLY = regex("|".join(_STEMS))
GAP = 80  # characters between two amounts of one change

# the roles of three amounts in a row: change, (figure) after, before, and any figure
ORDERS = ("cab", "cba", "bac", "abc", "*cb")


class Change(Struct, frozen=True):
    """A change that a sentence states with both its figures.

    `stated` is a percentage, percentage points or a fraction; None where a verb (“doubled”) states
    it, whose size is then `factor`. `start`..`end` are the words that state it, in the sentence.
    """

    stated: Number | None
    before: Number
    after: Number
    rising: bool
    start: int
    end: int
    factor: float = 0.0
    hedge: str = ""

    @property
    def actual(self) -> tuple[float, float]:
        """The lowest and highest change in percent that the two figures allow."""
        slack = 0.02 if self.before.hedge or self.after.hedge else 0.0
        after, before = rounding(self.after), rounding(self.before)
        low = (self.after.value - after) * (1 - slack) / ((self.before.value + before) * (1 + slack))
        high = (self.after.value + after) * (1 + slack)
        high /= max((self.before.value - before) * (1 - slack), 1e-12)
        return (low - 1) * 100, (high - 1) * 100

    @property
    def percent(self) -> float:
        """The change in percent that the figures as written give; negative for a fall."""
        return (self.after.value / self.before.value - 1) * 100

    @property
    def points(self) -> float:
        """The difference of two rates in percentage points."""
        return self.after.value - self.before.value

    @property
    def claimed(self) -> tuple[float, float]:
        """The lowest and highest change in percent that the words allow."""
        if self.stated is None:
            middle, room = (self.factor - 1) * 100, 8.0
        elif self.stated.form is Form.FRACTION:
            middle, room = self.stated.value * 100, 2.5
        else:
            middle, room = self.stated.value, 2 * self.stated.half
        sign = 1 if self.rising or self.stated is None else -1
        below = above = room + 2 if self.hedge else room
        if self.hedge == BELOW:  # “nearly 50%” may be 43
            below += abs(middle) * 0.15
        elif self.hedge == ABOVE:
            above += abs(middle) * 0.25
        if sign < 0:
            below, above = above, below
        return sign * middle - below, sign * middle + above

    @property
    def of_rates(self) -> bool:
        """True when both figures are percentages, so that the change may be one in points."""
        return self.before.form is Form.PERCENT

    @property
    def means_points(self) -> bool:
        """True when the stated size is the difference of the two rates, in points."""
        if self.stated is None or not self.of_rates or (self.points > 0) is not self.rising:
            return False
        room = self.before.half + self.after.half + self.stated.half + (2 if self.hedge else 0)
        return abs(abs(self.points) - self.stated.value) <= room

    @property
    def holds(self) -> bool:
        """True when the words and the figures can both be right."""
        if self.stated is not None and self.stated.form is Form.POINTS:
            return self.means_points
        low, high = self.claimed
        least, most = self.actual
        return least <= high and low <= most


def rounding(number: Number) -> float:
    """How far off a figure may be: half its last digit, or half of the last place that is not 0.

    “59,600” may have been 59,580; but no more than one percent, or “from 1,200 to 900” would say nothing.
    """
    figure, place = number.value / number.scale, 1.0
    if figure != int(figure) or not figure or number.spelled:
        return number.half
    while figure % (place * 10) == 0:
        place *= 10
    return max(number.half, min(place / 2 * number.scale, abs(number.value) / 100))


@once
def changes_in(article: Document) -> list[tuple[Passage, Change]]:
    """Each change that the article states in its own words, with the sentence that holds it."""
    return [
        (sentence, change)
        for passage in stated(article)
        if _may_state_change(passage.text)
        for sentence in passage.sentences
        for change in changes(sentence.text)
    ]


@lru_cache(maxsize=256)
def changes(sentence: str) -> tuple[Change, ...]:
    """Each change of which the sentence gives the size and both figures, in order."""
    if not _may_state_change(sentence) or _ADJUSTED.search(sentence):
        return ()
    amounts = [n for n in numbers(sentence) if n.form not in (Form.YEAR, Form.ORDINAL, Form.AGE)]
    found = [
        change
        for index in range(len(amounts) - 2)
        if (change := _of_three(sentence, amounts, index)) is not None
    ]
    for match in _MULTIPLIED.finditer(sentence):
        change = _multiplied(sentence, amounts, match)
        if change is not None:
            found.append(change)
    return tuple(sorted(found, key=lambda change: change.start))


def _may_state_change(sentence: str) -> bool:
    if "%" in sentence or "percent" in sentence or "per cent" in sentence:
        return True
    return "from" in sentence and _MAY_MULTIPLY.search(sentence) is not None


def _of_three(sentence: str, amounts: Sequence[Number], index: int) -> Change | None:
    three = amounts[index : index + 3]
    gaps = [_before(sentence, amounts, index + step) for step in range(3)]
    if not all(_continues(gap) for gap in gaps[1:]) or any(number.in_range for number in three):
        return None
    for order in ORDERS:
        if not all(
            _plays(role, gap, number, sentence) for role, gap, number in zip(order, gaps, three, strict=True)
        ) or _measures_otherwise(sentence, order, gaps, three):
            continue
        at = order.index("c")
        figures = [number for number in three if number is not three[at]]
        before, after = figures if order.find("b") < order.find("a") else figures[::-1]
        place = three[0].start, three[2].end
        change = _change(sentence, three[at], gaps[at], before, after, place)
        if order == "*cb" and change is not None:
            return _with_a_subject(change, amounts[max(0, index - 4) : index])
        return change
    return None


def _with_a_subject(change: Change, earlier: Sequence[Number]) -> Change | None:
    """None when a figure further ahead is what changed: “5m phones in 12 countries, up 25% from 4m”."""
    alternatives = [replace(change, after=n) for n in earlier if n.comparable == change.before.comparable]
    return None if any(other.holds for other in alternatives) else change


def _measures_otherwise(sentence: str, order: str, gaps: Sequence[str], three: Sequence[Number]) -> bool:
    """True when the change is of something else: “a $2m plan up 20% from $1m”, “…, up 8% on the plan”."""
    if order == "*cb":
        word = _CHANGE_BEFORE.search(gaps[1])
        return _APPOSED.search(gaps[1][: word.start()] if word else gaps[1]) is None
    return (
        order.endswith("c")
        and _OTHER_BASE.match(sentence, _end_of_change(sentence, gaps[2], three[2])) is not None
    )


def _before(sentence: str, amounts: Sequence[Number], index: int) -> str:
    """The words between an amount and the one before it."""
    start = amounts[index - 1].end if index else max(0, amounts[index].start - GAP)
    return sentence[start : amounts[index].start]


def _plays(role: str, before: str, number: Number, sentence: str) -> bool:
    if number.in_range:
        return False
    if role == "c":
        return (
            number.form in (Form.PERCENT, Form.POINTS, Form.FRACTION)
            and _direction(sentence, before, number) is not None
        )
    if role == "a":
        return _TO.search(before) is not None
    if role == "b":
        return _FROM.search(before) is not None
    return True


def _direction(sentence: str, before: str, number: Number) -> bool | None:
    """True for a rise, False for a fall, None when no word beside the amount speaks of a change."""
    match = _CHANGE_BEFORE.search(before) or _CHANGE_AFTER.match(sentence, number.end)
    return bool(match["rise"]) if match else None


def speaks_of_change(sentence: str, number: Number) -> bool:
    """True when a word beside the amount makes it a rise or a fall: “rose 5%”, “a 5% cut”."""
    return _direction(sentence, sentence[max(0, number.start - GAP) : number.start], number) is not None


def _end_of_change(sentence: str, before: str, number: Number) -> int:
    match = None if _CHANGE_BEFORE.search(before) else _CHANGE_AFTER.match(sentence, number.end)
    return match.end() if match else number.end


def _continues(gap: str) -> bool:
    """True when the words between two amounts belong to one statement."""
    bare = _FROM.sub("", _TO.sub("", gap))
    return len(gap) <= GAP and _BREAK.search(bare) is None


def _change(
    sentence: str, size: Number, words: str, before: Number, after: Number, place: tuple[int, int]
) -> Change | None:
    before, after = _on_one_scale(before, after)
    if (
        before.comparable != after.comparable
        or before.form in (Form.POINTS, Form.FRACTION)
        or before.value <= 0
    ):
        return None
    if after.value < 0 or (size.form is Form.POINTS and before.form is not Form.PERCENT):
        return None
    rising = bool(_direction(sentence, words, size))
    return Change(size, before, after, rising, *place, hedge=size.hedge)


def _multiplied(sentence: str, amounts: Sequence[Number], match: re.Match[str]) -> Change | None:
    """“Doubled to 120 from 60”, “doubled from 60 to 120”."""
    index = bisect_left(amounts, match.end(), key=lambda number: number.start)
    two = amounts[index : index + 2]
    if len(two) < 2 or any(number.in_range for number in two):
        return None
    gaps = [sentence[match.end() : two[0].start], sentence[two[0].end : two[1].start]]
    if _IS_SUBJECT.match(gaps[0]):
        return None
    roles = ["b" if _FROM.search(gap) else "a" if _TO.search(gap) else "" for gap in gaps]
    if sorted(roles) != ["a", "b"] or not all(_continues(gap) for gap in gaps):
        return None
    before, after = _on_one_scale(*(two if roles[0] == "b" else two[::-1]))
    if before.comparable != after.comparable or before.value <= 0:
        return None
    factor = MULTIPLES[match["verb"].lower()]
    hedge = (match["hedge"] or "").strip().lower()
    side = ABOVE if hedge in ("more than", "over") else BELOW if hedge in ("nearly", "almost") else hedge
    return Change(None, before, after, factor > 1, match.start(), two[1].end, factor, side)


def _on_one_scale(first: Number, second: Number) -> tuple[Number, Number]:
    """“from 4.5 to 5.2 million”, “from $4.5 to 5.2m”: scale and currency may be said once for both."""
    if Form.MONEY in (first.form, second.form) and Form.COUNT in (first.form, second.form):
        unit = first.unit or second.unit
        first, second = (
            replace(first, form=Form.MONEY, unit=unit),
            replace(second, form=Form.MONEY, unit=unit),
        )
    if {first.form, second.form} == {Form.PERCENT, Form.COUNT}:  # “from 4 to 6 percent”
        first, second = (replace(number, form=Form.PERCENT, unit="%") for number in (first, second))
    for one, other in ((first, second), (second, first)):
        if one.scale == 1 < other.scale and one.value * 100 < other.value:
            scaled = replace(
                one, value=one.value * other.scale, half=one.half * other.scale, scale=other.scale
            )
            return (scaled, second) if one is first else (first, scaled)
    return first, second


# -- measures given in two units -----------------------------------------------------------------------

_OPENS_BRACKET = regex(
    r" ?\((?:or )?(?:about |around |roughly |approximately |approx\.? |nearly |some |(?:just )?over |[~≈] ?)?"
)
_MAY_CONVERT = regex(r"\([a-z~≈ ]{0,18}[0-9.,]{1,12}[ -]?[a-zA-Z°º]")
_JOINS_COMPOUND = regex(r" |, | and |-")
SLACK = 0.06  # how far a rounded conversion may stray


class Conversion(Struct, frozen=True):
    """A measure and, in brackets after it, the same measure in another unit: “10 miles (16km)”.

    Either side may be made of several amounts (“5ft 10in”). Places are those of the text.
    """

    left: tuple[Number, ...]
    right: tuple[Number, ...]

    @property
    def start(self) -> int:
        return self.left[0].start

    @property
    def end(self) -> int:
        return self.right[-1].end

    @property
    def holds(self) -> bool:
        """True when some reading of the units (“gallon” is two) makes both sides one measure."""
        slack = SLACK * 2 if any(number.hedge for number in (*self.left, *self.right)) else SLACK
        if BY_SYMBOL[self.left[0].unit].dimension == "temperature":
            return _same_temperature(self.left[0], self.right[0])
        return any(
            mine[0] <= theirs[1] * (1 + slack) and theirs[0] <= mine[1] * (1 + slack)
            for mine in _in_base(self.left)
            for theirs in _in_base(self.right)
        )

    @property
    def expected(self) -> float:
        """The left side in the first unit of the right side."""
        value = sum(_base(number) for number in self.left)
        unit = BY_SYMBOL[self.right[0].unit]
        return (value - unit.offset) / unit.factors[0]


def _base(number: Number) -> float:
    unit = BY_SYMBOL[number.unit]
    return number.value * unit.factors[0] + unit.offset


def _in_base(numbers: Sequence[Number]) -> list[tuple[float, float]]:
    """The interval of a measure in the base unit, for each meaning of its units."""
    meanings = max(len(BY_SYMBOL[number.unit].factors) for number in numbers)
    intervals = []
    for meaning in range(meanings):
        factors = [
            BY_SYMBOL[n.unit].factors[min(meaning, len(BY_SYMBOL[n.unit].factors) - 1)] for n in numbers
        ]
        value = sum(number.value * factor for number, factor in zip(numbers, factors, strict=True))
        room = numbers[-1].half * factors[-1]  # only the last part of “5ft 10in” is rounded
        intervals.append((value - room, value + room))
    return intervals


def _same_temperature(left: Number, right: Number) -> bool:
    """As a reading or, since copy gives warming in degrees too, as a difference."""
    one, other = BY_SYMBOL[left.unit], BY_SYMBOL[right.unit]
    room = left.half * one.factors[0] + right.half * other.factors[0] + 0.5
    as_reading = abs(_base(left) - _base(right))
    as_difference = abs(left.value * one.factors[0] - right.value * other.factors[0])
    return min(as_reading, as_difference) <= room


@lru_cache(maxsize=256)
def conversions(text: str) -> tuple[Conversion, ...]:
    """Each measure of the text that is repeated in another unit in brackets, in order."""
    if _MAY_CONVERT.search(text) is None:
        return ()
    amounts = numbers(text)
    found = []
    for index in range(len(amounts) - 1):
        first, second = amounts[index : index + 2]
        if not _OPENS_BRACKET.fullmatch(text, first.end, second.start) or not _same_dimension(first, second):
            continue
        low, high = index, index + 1
        while low and _joined(text, amounts[low - 1], amounts[low]):
            low -= 1
        while high + 1 < len(amounts) and _joined(text, amounts[high], amounts[high + 1]):
            high += 1
        sides = Conversion(amounts[low : index + 1], amounts[index + 1 : high + 1])
        if text[sides.end : sides.end + 1] == ")" and not any(
            n.in_range for n in (*sides.left, *sides.right)
        ):
            found.append(sides)
    return tuple(found)


def _same_dimension(first: Number, second: Number) -> bool:
    return (
        first.form is second.form is Form.MEASURE
        and first.unit != second.unit
        and BY_SYMBOL[first.unit].dimension == BY_SYMBOL[second.unit].dimension
    )


def _joined(text: str, first: Number, second: Number) -> bool:
    """True for the two amounts of “5ft 10in” or “11 stone 4lb”."""
    return (
        _same_dimension(first, second)
        and BY_SYMBOL[first.unit].factors[0] > BY_SYMBOL[second.unit].factors[0]
        and BY_SYMBOL[first.unit].dimension in ("length", "mass")
        and (
            first.end == second.start or _JOINS_COMPOUND.fullmatch(text, first.end, second.start) is not None
        )
    )


# -- a total and its parts -----------------------------------------------------------------------------

PEOPLE = any_of(
    "people persons men man women woman boys? girls? children child adults? teenagers? students? pupils?",
    "teachers? officers? soldiers? civilians? passengers? crew workers? patients? members? residents? victims?",
    "players? Republicans? Democrats? independents? males? females? toddlers? infants? bab(?:y|ies)",
)
# a kind of people is a part, never the total of another kind
PARTY = any_of("Republicans? Democrats? independents? males? females?")
_PART = rf"(?:{AMOUNT}|an?) (?:[a-z’'-]+ ){{0,2}}?{PEOPLE}"
_TOTAL = regex(
    rf"(?P<total>{AMOUNT}) (?:[a-z’'-]+ ){{0,3}}?(?!{PARTY}){PEOPLE} ?[:—–(,-] ?"
    rf"(?P<parts>{_PART}(?:, {_PART}){{0,4}},? and {_PART})"
    r"(?=\)| ?[.;:—–,]|$| (?:were|are|was|have|had|died|in|on|at|from)\b)",
    re.IGNORECASE,
)
_PART_COUNT = regex(rf"(?<![^\W_])({AMOUNT}|an?) (?=(?:[a-z’'-]+ ){{0,2}}?{PEOPLE})", re.IGNORECASE)
_MAY_BE_PARTS = regex(rf" and (?:[0-9]+|[a-z]{{1,9}}) (?:[a-z’'-]+ ){{0,2}}?{PEOPLE}\b")
_LEFT_OPEN = regex(
    r"\b(?:includ\w+|among|others?|another|rest|remaining|more|also|some|both|each)\b", re.IGNORECASE
)


# the figure is itself one of a list: “a dozen lawmakers — two men, nine women and one child”
_IS_LISTED = regex(rf"{AMOUNT}[^.;]{{0,36}}[:—–(,-] ?\Z|\bdozen [^.;]{{1,30}}[:—–(,-] ?\Z")


class Total(Struct, frozen=True):
    """A number of people and, right after it, the groups that they are: “12 people, 7 men and 5 women”."""

    total: Number
    parts: float
    start: int
    end: int


def totals(text: str) -> Iterator[Total]:
    """Each total of people with all its parts; none where the parts are left open (“including”)."""
    if _MAY_BE_PARTS.search(text) is None:
        return
    shape = Shape(text)
    if len(shape.amounts) < 2:
        return
    for match in _TOTAL.finditer(shape.text):
        total = shape.amount(match["total"])
        counts = [part[1] for part in _PART_COUNT.finditer(match["parts"])]
        parts = [shape.amount(count) for count in counts if count.lower() not in ("a", "an")]
        if _IS_LISTED.search(shape.text, max(0, match.start() - 40), match.start()):
            continue
        if _LEFT_OPEN.search(match.group()) or any(
            n.hedge or n.form is not Form.COUNT for n in (total, *parts)
        ):
            continue
        made = sum(part.value for part in parts) + len(counts) - len(parts)
        yield Total(total, made, total.start, shape.place(match.end()))
