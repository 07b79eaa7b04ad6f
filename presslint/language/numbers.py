"""Numbers in running text: what they are worth, how exactly they are meant, and in which unit.

`numbers(text)` finds every figure that states an amount: digits and number words, with currency,
scale word, unit, and hedge (“nearly”, “at least”). Clock times, dates, versions, telephone numbers
and the figures inside names (“F-35”, “Covid-19”) state no amount and are left out. A rule compares
intervals, never values: `number.low` and `number.high` are half a last digit away from the value,
because “4.5 million” was 4,450,000 or 4,549,999 before somebody rounded it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from presslint.language.mentions import InPassage
from presslint.model.passage import Passage
from presslint.model.regex import regex

if TYPE_CHECKING:
    from presslint.article import Article

FIRST, LIMIT = 0xE000, 0x1900  # the private characters that stand for amounts in a shape
AMOUNT = f"[{chr(FIRST)}-{chr(FIRST + LIMIT - 1)}]"


class Form(Enum):
    """What a number states."""

    COUNT = "count"  # 12 people, 4.5 million homes, a bare 7
    PERCENT = "percent"
    POINTS = "percentage points"
    MONEY = "money"
    MEASURE = "measure"  # with a unit of `UNITS`
    AGE = "age"  # 39-year-old, aged 39
    FRACTION = "fraction"  # two-thirds, one in five: a share of 1
    ORDINAL = "ordinal"  # 21st, third
    YEAR = "year"  # 1998, without separator or unit


class Unit(NamedTuple):
    """A unit of measure. `factors` lead to the base unit of the dimension; two, where “gallon” means two."""

    dimension: str
    symbol: str
    factors: tuple[float, ...]
    offset: float = 0.0  # of temperatures: base = value × factor + offset


def _units() -> dict[str, Unit]:
    table: tuple[tuple[str, str, tuple[float, ...], str], ...] = (
        ("length", "mm", (0.001,), "mm|millimetre|millimeter"),
        ("length", "cm", (0.01,), "cm|centimetre|centimeter"),
        ("length", "m", (1.0,), "m|metre|meter"),
        ("length", "km", (1000.0,), "km|kilometre|kilometer|kms"),
        ("length", "in", (0.0254,), "in|inch|inche|”|″"),
        ("length", "ft", (0.3048,), "ft|foot|feet"),
        ("length", "yd", (0.9144,), "yd|yard"),
        ("length", "miles", (1609.344,), "mi|mile"),
        ("length", "nautical miles", (1852.0,), "nautical mile|nmi"),
        ("area", "sq m", (1.0,), "sq m|m²|m2|sqm|square metre|square meter"),
        ("area", "sq km", (1e6,), "sq km|km²|km2|square kilometre|square kilometer"),
        ("area", "ha", (1e4,), "ha|hectare"),
        ("area", "acres", (4046.856,), "acre"),
        ("area", "sq ft", (0.09290304,), "sq ft|square feet|square foot|ft²"),
        ("area", "sq miles", (2589988.11,), "sq mi|sq mile|square mile"),
        ("mass", "g", (0.001,), "g|gram|gramme"),
        ("mass", "kg", (1.0,), "kg|kilogram|kilogramme|kilo"),
        ("mass", "tonnes", (1000.0,), "tonne|metric ton"),
        ("mass", "tons", (907.18474, 1016.0469, 1000.0), "ton|short ton|long ton"),
        ("mass", "lb", (0.45359237,), "lb|lbs|pound"),
        ("mass", "oz", (0.028349523,), "oz|ounce"),
        ("mass", "stone", (6.35029318,), "stone"),
        ("volume", "ml", (0.001,), "ml|millilitre|milliliter"),
        ("volume", "litres", (1.0,), "l|litre|liter"),
        ("volume", "gallons", (3.785411784, 4.54609), "gallon|gal"),
        ("volume", "pints", (0.473176473, 0.56826125), "pint"),
        ("volume", "cubic metres", (1000.0,), "cubic metre|cubic meter|m³"),
        ("volume", "cubic feet", (28.316846592,), "cubic feet|cubic foot"),
        ("speed", "mph", (1.609344,), "mph|miles per hour|miles an hour"),
        ("speed", "km/h", (1.0,), "km/h|kph|kmh|kilometres per hour|kilometers per hour|km per hour"),
        ("speed", "knots", (1.852,), "knot|kt"),
        ("speed", "m/s", (3.6,), "m/s|metres per second|meters per second"),
    )
    units = {}
    for dimension, symbol, factors, aliases in table:
        unit = Unit(dimension, symbol, factors)
        for alias in aliases.split("|"):
            units[alias] = unit
            if len(alias) > 3 and alias[-1] not in "s²³" and "per" not in alias:
                units[alias + "s"] = unit
    for letter, name, unit in (
        ("C", "celsius", Unit("temperature", "°C", (1.0,))),
        ("F", "fahrenheit", Unit("temperature", "°F", (5 / 9,), -160 / 9)),
    ):
        units |= dict.fromkeys((f"°{letter}", f"º{letter}", f"° {letter}"), unit)
        units |= dict.fromkeys((f"degrees {name}", f"degree {name}", f"degrees {letter.lower()}"), unit)
    return units


UNITS = _units()
BY_SYMBOL = {unit.symbol: unit for unit in UNITS.values()}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6,
    "mm": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9, "bln": 1e9, "trillion": 1e12, "tn": 1e12, "trn": 1e12,
    "crore": 1e7, "lakh": 1e5,
}  # fmt: skip
CURRENCY_WORDS = {
    "dollar": "$", "dollars": "$", "bucks": "$", "pounds": "£", "euro": "€", "euros": "€", "yen": "¥",
    "yuan": "CNY", "renminbi": "CNY", "rupees": "₹", "cents": "¢", "cent": "¢", "pence": "p", "francs": "CHF",
    "p": "p", "¢": "¢", "kronor": "SEK", "rubles": "RUB", "roubles": "RUB", "pesos": "peso", "rand": "ZAR",
    "naira": "NGN",
}  # fmt: skip

SMALL_NUMBERS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
MULTIPLES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
}
PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
ABOUT, BELOW, ABOVE = "about", "below", "above"  # where the true figure lies, as the hedge says
HEDGES = {
    ABOUT: "about|around|roughly|approximately|approx.|some|an estimated|estimated|circa|c.|~|≈|more or less|"
    "in the region of|on the order of",
    BELOW: "nearly|almost|just under|just below|just shy of|close to|up to|less than|fewer than|under|below|"
    "as many as|as much as|at most|no more than|not more than|approaching",
    ABOVE: "more than|over|above|at least|just over|just above|well over|upwards of|as few as|greater than|"
    "in excess of|no less than|not less than|no fewer than|a minimum of|exceeding|topping|past|>",
}
_HEDGE_OF = {phrase: side for side, phrases in HEDGES.items() for phrase in phrases.split("|")}
_HEDGE_FILLERS = frozenset("only just the a an another".split())
_HEDGE_SIGNS = {"~": ABOUT, "≈": ABOUT, ">": ABOVE}
_HEDGE_AFTER = regex(r"\s?(?:(?P<above>or more|-plus|\+)|or so|or thereabouts|-odd)(?!\w)", re.IGNORECASE)

# “58 448” is one figure too, where a figure of one to three digits is followed by groups of three
_DIGITS = regex(
    r"(?:(?<!\d)[1-9]\d{0,2}(?: \d{3})+(?![\d,]| \d|-\d)|\d+(?:[,\u00a0\u2009\u202f]\d{3})*)(?:\.\d+)?"
)
_CURRENCY_BEFORE = regex(
    r"(?:(?:US|AU|NZ|HK|CA|A|C|S|R|NT)?\$|[£€¥₹₩]|\b(?:USD|EUR|GBP|JPY|CNY|CHF|INR|SEK|NOK|DKK|Rs\.?)\s)\s?$"
)
_DASHES = frozenset("-–−’'")
_CURRENCY_ENDS = frozenset("$£€¥₹₩DRPYFK.s")  # last characters of what `_CURRENCY_BEFORE` matches
_IN_A_NAME = frozenset("_.,:/#&=+@^\\*")  # right before digits: a path, a time, a version, a section
_SCALE = regex(
    r"(?:[\s\u00a0-]?(?P<word>hundred|thousand|million|billion|trillion|lakh|crore)\b"
    r"|\s?(?P<short>k|K|m|M|mn|mln|mm|bn|b|B|bln|tn|trn)(?![\w/²³]))"
)
_TITLE_CASE = regex(r"\b(?:Hundred|Thousand|Million|Billion|Trillion|Percent)\b")
_PERCENT = regex(r"\s?%|[\s\u00a0-](?:percent|per[ -]cent|pct)\b", re.IGNORECASE)
_POINTS = regex(
    r"[\s\u00a0-](?:percentage|per[ -]cent|percent|%)[\s-]points?\b|\s?(?:pp|ppts?|pts|%-points?)\b|"
    r"[\s-](?P<basis>basis points?|bps)\b",
    re.IGNORECASE,
)
_LONG_UNITS, _SHORT_UNITS = (
    "|".join(re.escape(name) for name in sorted(UNITS, key=len, reverse=True) if (len(name) > 3) is long)
    for long in (True, False)
)
_UNIT = regex(  # symbols are written in one case only: “5G” is no weight, “6 in ten” no length
    rf"[\s\u00a0-]?(?P<name>(?i:{_LONG_UNITS})|(?!(?<!\d)in[\s,])(?:{_SHORT_UNITS}))(?![\w/²³’'])|(?P<degree>[CF])(?!\w)"
)
_CURRENCY_WORD = regex(rf"[\s-](?:US |Canadian |Australian )?({'|'.join(CURRENCY_WORDS)})\b|(p|¢)(?!\w)")
_AGE = regex(r"[\s-]years?[\s-]olds?\b|\s?y/o\b", re.IGNORECASE)
_ORDINAL = regex(r"(?:st|nd|rd|th)\b")
_SIMPLE_SUFFIXES = (
    (_PERCENT, Form.PERCENT, "%"),
    (_AGE, Form.AGE, "years"),
    (_ORDINAL, Form.ORDINAL, ""),
)
_MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_NOT_AN_AMOUNT = regex(
    rf":\d|\.\d|/\d|-\d{{3,4}}\b|\s?(?:a\.?m\b|p\.?m\b|o’clock|o'clock|GMT|BST|EST|ET\b|UTC)|(?:st|nd|rd|th)?\s(?:{_MONTH})[a-z]*\b",
)
_MONTH_BEFORE = regex(rf"\b(?:{_MONTH})[a-z]{{0,6}}\.?\s$")
_JOINS_RANGE = regex(r"\s?[–—-]\s?[$£€¥]?|\s(?P<word>to|or|and)\s")
_OPENS_CHANGE = regex(r"\b(?:from|rose|fell|up|down|grew)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_SLASH_FRACTION = regex(r"([1-9])/([2-9]|10)(?![\d/])")
_PLURAL_NEXT = regex(r"\s(?:more |new |extra |other |of |[a-z]{3,}s\b|people\b|men\b|women\b|children\b)")

_CARDINAL = "|".join(sorted(sorted({*SMALL_NUMBERS, *TENS}), key=len, reverse=True))
_MULTIPLE = "|".join(MULTIPLES)


def _trie(words: Collection[str]) -> str:
    """A pattern for any of the words that never tries a letter twice."""
    heads: dict[str, list[str]] = {}
    for word in words:
        heads.setdefault(word[0], []).append(word[1:])
    branches = []
    for head, tails in sorted(heads.items()):
        longer = [tail for tail in tails if tail]
        branches.append(head + (f"(?:{_trie(longer)}){'?' if '' in tails else ''}" if longer else ""))
    return "|".join(branches)


_NUMBER_WORDS = frozenset({*SMALL_NUMBERS, *TENS, *MULTIPLES, *PARTS})
_INITIALS = "".join(sorted({word[0] for word in _NUMBER_WORDS}))
# Begins with a set of letters, so that the search skips ahead; that also lets through “fwo”, which the
# word list turns down.
_SPELLED = regex(
    rf"[{_INITIALS}{_INITIALS.upper()}](?<![\w’'-].)"
    rf"(?:{_trie({word[1:] for word in _NUMBER_WORDS})})(?![^\W_])"
)
_CARDINALS = regex(
    rf"(?:{_CARDINAL}|an? (?:{_MULTIPLE}))(?:[\s-](?:and )?(?:{_CARDINAL}|{_MULTIPLE})\b){{0,9}}(?!\w)",
    re.IGNORECASE,
)
_SHARE = regex(r" (?:in|out of) (?:every )?(two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\b")
_DIGIT_SHARE = regex(r" (?:in|out of) (?:every )?(\d{1,3})\b(?![,.]\d)")
_PARTS_AFTER = regex(rf"[\s-]((?:{'|'.join(PARTS)})s?|halves)\b", re.IGNORECASE)
_ARTICLE_BEFORE = regex(r"(?<![\w’'-])(?:half )?an?[\s-]$", re.IGNORECASE)


class Number(InPassage, frozen=True):
    """One amount, at `start`..`end` of the text it was found in, hedge left out, unit included.

    `value` is in the unit named (4.5 million is 4500000, 12 % is 12, a third is 0.333…); `half` is
    half of the last digit written, in the same unit, and 0 for fractions; `unit` is a currency sign,
    a key of `UNITS` in its symbol form, or empty; `hedge` is about, below, above or empty.
    """

    start: int
    end: int
    value: float
    half: float
    form: Form
    unit: str = ""
    scale: float = 1.0
    hedge: str = ""
    spelled: bool = False  # in words, not in digits
    in_range: bool = False  # one end of “10 to 12”, “10–12”
    counts: tuple[int, int] | None = None  # of a fraction like “43 out of 191”: both
    within: Passage | None = None

    def placed(self, within: Passage, start: int) -> Number:
        """The same number as one of a passage, in whose text it begins at `start`."""
        return replace(self, start=start, end=self.end + start - self.start, within=within)

    @property
    def low(self) -> float:
        return self.value - self.half

    @property
    def high(self) -> float:
        return self.value + self.half

    @property
    def comparable(self) -> tuple[Form, str]:
        """Two numbers can be set side by side when this is equal."""
        return self.form, self.unit


def of(passage: Passage) -> tuple[Number, ...]:
    """The numbers of a passage, in order; the places are indices of `passage.text`."""
    return numbers(passage.text)


@lru_cache(maxsize=512)
def numbers(text: str) -> tuple[Number, ...]:
    """Every amount that the text states, in order. Remembers the last texts, as several rules ask."""
    found = [number for match in _DIGITS.finditer(text) if (number := _in_digits(text, match)) is not None]
    found += _in_words(text)
    found.sort(key=lambda number: (number.start, -number.end))
    found = [
        number for index, number in enumerate(found) if not index or number.start >= found[index - 1].end
    ]
    for index in range(len(found) - 1):
        if _is_range(text, found[index], found[index + 1]):
            found[index : index + 2] = (replace(number, in_range=True) for number in found[index : index + 2])
    return tuple(found)


def without_title_case(headline: str) -> str:
    """A headline with its scale words written small, so that “2 Million” reads as in copy; places stay."""
    return _TITLE_CASE.sub(lambda found: found.group().lower(), headline)


def _is_range(text: str, first: Number, second: Number) -> bool:
    """“10 to 12 per cent”, “10–12”, “between 10 and 12”; “from 10 to 12” and “10% to 12” are changes."""
    join = _JOINS_RANGE.fullmatch(text, first.end, second.start)
    if join is None or not (first.comparable == second.comparable or first.form is Form.COUNT):
        return False
    before = text[max(0, first.start - 24) : first.start]
    if join["word"] == "and":
        return before.endswith("between ")
    return join["word"] is None or not _OPENS_CHANGE.search(before)


def _in_digits(text: str, match: re.Match[str]) -> Number | None:
    start, end = match.span()
    opening = _opening(text, start, match.group())
    if opening is None:
        return None
    start, currency, sign = opening
    window = text[max(0, start - 24) : start]
    digits = re.sub(r"[^\d.]", "", match.group())
    value, half = float(digits), 0.5 * 10.0 ** -len(digits.partition(".")[2])
    if not currency and (_NOT_AN_AMOUNT.match(text, end) or (value < 32 and _MONTH_BEFORE.search(window))):
        return _slash_fraction(text, start, window) if text.startswith("/", end) else None
    share = _DIGIT_SHARE.match(text, end) if value < 100 and not currency else None
    if share is not None and value < int(share[1]):
        counts = (int(value), int(share[1])) if value.is_integer() else None
        hedge = _hedge(window, text, end)
        return Number(
            start, share.end(), value / int(share[1]), 0.0, Form.FRACTION, hedge=hedge, counts=counts
        )
    form, unit, scale, end = _suffix(text, end, currency)
    if form is None:
        return None
    if form is Form.COUNT and scale == 1 and len(match.group()) == 4 and 1000 <= value <= 2199:
        form = Form.YEAR
    return Number(
        start, end, sign * value * scale, half * scale, form, unit, scale, _hedge(window, text, end)
    )


def _opening(text: str, start: int, digits: str) -> tuple[int, str, float] | None:
    """Where a figure begins, its currency and its sign; None when the digits are part of a name."""
    char = text[start - 1 : start]
    if char.isalnum() or char in _IN_A_NAME:
        return None
    before = text[start - 2 : start - 1] if start > 1 else ""
    if char in _DASHES:
        if before.isalpha():
            return None
        if before.isdigit():  # the second half of a telephone number or of a season is no amount
            return None if len(digits) > 2 and "," not in digits else (start, "", 1.0)
        return (start - 1, "", -1.0) if char in "-−" and before in ("", " ", "(") else (start, "", 1.0)
    last = before if char.isspace() else char
    if last in _CURRENCY_ENDS:
        currency = _CURRENCY_BEFORE.search(text, max(0, start - 6), start)
        if currency is not None:
            return currency.start(), currency.group().strip().rstrip("."), 1.0
    return start, "", 1.0


def _suffix(text: str, end: int, currency: str = "") -> tuple[Form | None, str, float, int]:
    """Form, unit, scale and end of a figure that ends at `end`; no form for what is no amount."""
    if (points := _POINTS.match(text, end)) is not None:
        return Form.POINTS, "pp", 0.01 if points["basis"] else 1.0, points.end()
    for pattern, form, unit in _SIMPLE_SUFFIXES:
        if (match := pattern.match(text, end)) is not None:
            return form, unit, 1.0, match.end()
    scale = 1.0
    if (scaled := _SCALE.match(text, end)) is not None:
        name = (scaled["word"] or scaled["short"]).lower()
        if (
            scaled["word"]
            or currency
            or name not in ("m", "mm", "b")
            or _PLURAL_NEXT.match(text, scaled.end())
        ):
            scale, end = SCALES[name], scaled.end()
    if currency:
        return Form.MONEY, currency, scale, end
    money = _CURRENCY_WORD.match(text, end)
    if money is not None and (money[1] != "pounds" or scale > 1):
        return Form.MONEY, CURRENCY_WORDS[money[1] or money[2]], scale, money.end()
    if (measure := _UNIT.match(text, end)) is not None:
        name = f"°{measure['degree']}" if measure["degree"] else measure["name"]
        return Form.MEASURE, UNITS[name if name in UNITS else name.lower()].symbol, scale, measure.end()
    if text[end : end + 1].isalpha() or text[end : end + 1] == "_":
        return None, "", scale, end
    return Form.COUNT, "", scale, end


def _slash_fraction(text: str, start: int, window: str) -> Number | None:
    match = _SLASH_FRACTION.match(text, start)
    if match is None or int(match[1]) >= int(match[2]):
        return None
    share = int(match[1]) / int(match[2])
    return Number(start, match.end(), share, 0.0, Form.FRACTION, hedge=_hedge(window, text, match.end()))


def _in_words(text: str) -> Iterator[Number]:
    done = 0
    for match in _SPELLED.finditer(text):
        start, end = match.span()
        word = match.group().lower()
        if start < done or word not in _NUMBER_WORDS:
            continue
        if word in MULTIPLES or word in PARTS:
            number = _after_article(text, start, end, word)
        else:
            number = _cardinal(text, start)
            done = _end_of_words(text, start)
        if number is not None:
            done = max(done, number.end)
            yield number


def _end_of_words(text: str, start: int) -> int:
    """Where the number words that begin at `start` end, whether they make one number or not."""
    match = _CARDINALS.match(text, start)
    return match.end() if match else start


def _after_article(text: str, start: int, end: int, word: str) -> Number | None:
    """“a third”, “a hundred and twenty”, “half a million”; nothing without the article."""
    article = _ARTICLE_BEFORE.search(text, max(0, start - 8), start)
    if article is None:
        return None
    halved = article.group().lower().startswith("half")
    if word in PARTS:
        return None if halved else _spelled(text, article.start(), end, 1 / PARTS[word], 0.0, Form.FRACTION)
    if halved:
        return _amount(text, article.start(), end, MULTIPLES[word] / 2, MULTIPLES[word] / 10)
    return _cardinal(text, article.start())


def _cardinal(text: str, start: int) -> Number | None:
    match = _CARDINALS.match(text, start)
    parsed = _value(match.group().lower()) if match else None
    if match is None or parsed is None:
        return None
    end = match.end()
    share = _SHARE.match(text, end)
    if share is not None and parsed[0] < _small(share[1]):
        whole = _small(share[1])
        number = _spelled(text, start, share.end(), parsed[0] / whole, 0.0, Form.FRACTION)
        return replace(number, counts=(int(parsed[0]), whole))
    parts = _PARTS_AFTER.match(text, end)
    if parts is not None:
        name = parts[1].lower()
        bottom = 2 if name == "halves" else PARTS[name.removesuffix("s")]
        if (parsed[0] > 1) is name.endswith("s") and parsed[0] < bottom:  # “one second”, “two third places”
            return _spelled(text, start, parts.end(), parsed[0] / bottom, 0.0, Form.FRACTION)
    return _amount(text, start, end, *parsed)


def _amount(text: str, start: int, end: int, value: float, place: float) -> Number | None:
    form, unit, scale, end = _suffix(text, end)
    if form is None:
        return None
    return _spelled(text, start, end, value * scale, place / 2 * scale, form, unit, place * scale)


def _spelled(
    text: str, start: int, end: int, value: float, half: float, form: Form, unit: str = "", scale: float = 1.0
) -> Number:
    hedge = _hedge(text[max(0, start - 24) : start], text, end)
    return Number(start, end, value, half, form, unit, scale, hedge, spelled=True)


def _value(words: str) -> tuple[float, float] | None:
    """Value and last place of a number in words; None where the words are no one number (“one two”)."""
    total = current = 0
    place = 1.0
    last = 10**18  # each small word must be smaller than the one before it
    for word in re.split(r"[\s-]+", words):
        if word in ("a", "an"):
            current = 1
        elif word == "and":
            continue
        elif word in MULTIPLES:
            step = MULTIPLES[word]
            if step == 100 or step == 12:
                current = max(current, 1) * step
                last = 100
            else:
                total += max(current, 1) * step
                current, last = 0, 10**18
            place = float(step)
        else:
            size = SMALL_NUMBERS.get(word, TENS.get(word, 0))
            if size >= last or (size >= 10 and last <= 90):
                return None
            current += size
            last = size if size >= 20 else 0
            place = 1.0
    return float(total + current), place


def _small(word: str) -> int:
    return int(word) if word.isdigit() else SMALL_NUMBERS[word.lower()]


def _hedge(before: str, text: str, end: int) -> str:
    after = _HEDGE_AFTER.match(text, end)
    if after is not None:
        return ABOVE if after["above"] else ABOUT
    words = before.lower().split()[-5:]
    if words and words[-1] in _HEDGE_FILLERS:
        words.pop()
    for count in (1, 2, 3, 4):
        if (side := _HEDGE_OF.get(" ".join(words[-count:]))) is not None and count <= len(words):
            return _HEDGE_OF.get(" ".join(words[-count - 1 :]), side)
    return _HEDGE_SIGNS.get(before.rstrip()[-1:], "")


class Shape:
    """A text in which each amount is one character, so that a frame (“A people, B men”) is a short pattern.

    `text` is the shape; `AMOUNT` matches the characters. Years and ordinals stay words, since they
    stand between figures without being one of them.
    """

    def __init__(self, text: str) -> None:
        counted = [n for n in numbers(text) if n.form not in (Form.YEAR, Form.ORDINAL)]
        self.amounts = tuple(counted[:LIMIT])
        pieces: list[str] = []
        at = 0
        for index, number in enumerate(self.amounts):
            pieces += (text[at : number.start], chr(FIRST + index))
            at = number.end
        self.text = "".join((*pieces, text[at:]))

    def amount(self, char: str) -> Number:
        """The amount that a character of the shape stands for."""
        return self.amounts[ord(char) - FIRST]

    def place(self, index: int) -> int:
        """Where an index of the shape stands in the text."""
        shift = 0
        for number in self.amounts:
            if number.start - shift >= index:
                break
            shift += number.end - number.start - 1
        return index + shift


def stated(article: Article) -> Iterator[Passage]:
    """The passages in which the article itself states figures: headline, dek, own prose, captions."""
    for found in (article.headline, article.dek):
        if found is not None:
            yield found.passage
    yield from article.own_prose
    for media in article.all_media:
        if media.caption is not None:
            yield media.caption


def plain(value: float, places: int = 1) -> str:
    """A computed value as a desk would write it: “1,234.5”, “12”, “4.5 million”."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{plain(value / size, 2)} {name}"
    rounded = round(value, places)
    text = f"{rounded:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
