"""Numbers in running text: what they are worth, how exactly they are meant, and in which unit.

`numbers(text)` finds every figure that states an amount: digits and number words, with currency,
scale word, unit, and hedge (“nearly”, “at least”). Clock times, dates, versions, telephone numbers
and the figures inside names (“F-35”, “Covid-19”) state no amount and are left out. A rule compares
intervals, never values: `number.low` and `number.high` are half a last digit away from the value,
because “4.5 million” was 4,450,000 or 4,549,999 before somebody rounded it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from presslint.language.languages import ENGLISH, Language, LanguageError
from presslint.language.mentions import InPassage
from presslint.model.passage import Passage
from presslint.model.regex import regex

if TYPE_CHECKING:
    pass

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


class Unit(Struct, frozen=True):
    """A unit of measure. `factors` lead to the base unit of the dimension; two, where “gallon” means two."""

    dimension: str
    symbol: str
    factors: tuple[float, ...]
    offset: float = 0.0  # of temperatures: base = value × factor + offset


# the base units are m, m², kg, l, km/h and °C
MEASURES: Mapping[str, Unit] = {
    unit.symbol: unit
    for unit in (
        Unit("length", "mm", (0.001,)),
        Unit("length", "cm", (0.01,)),
        Unit("length", "m", (1.0,)),
        Unit("length", "km", (1000.0,)),
        Unit("length", "in", (0.0254,)),
        Unit("length", "ft", (0.3048,)),
        Unit("length", "yd", (0.9144,)),
        Unit("length", "miles", (1609.344,)),
        Unit("length", "nautical miles", (1852.0,)),
        Unit("area", "sq m", (1.0,)),
        Unit("area", "sq km", (1e6,)),
        Unit("area", "ha", (1e4,)),
        Unit("area", "acres", (4046.856,)),
        Unit("area", "sq ft", (0.09290304,)),
        Unit("area", "sq miles", (2589988.11,)),
        Unit("mass", "g", (0.001,)),
        Unit("mass", "kg", (1.0,)),
        Unit("mass", "tonnes", (1000.0,)),
        Unit("mass", "tons", (907.18474, 1016.0469, 1000.0)),
        Unit("mass", "lb", (0.45359237,)),
        Unit("mass", "oz", (0.028349523,)),
        Unit("mass", "stone", (6.35029318,)),
        Unit("volume", "ml", (0.001,)),
        Unit("volume", "litres", (1.0,)),
        Unit("volume", "gallons", (3.785411784, 4.54609)),
        Unit("volume", "pints", (0.473176473, 0.56826125)),
        Unit("volume", "cubic metres", (1000.0,)),
        Unit("volume", "cubic feet", (28.316846592,)),
        Unit("speed", "mph", (1.609344,)),
        Unit("speed", "km/h", (1.0,)),
        Unit("speed", "knots", (1.852,)),
        Unit("speed", "m/s", (3.6,)),
        Unit("temperature", "°C", (1.0,)),
        Unit("temperature", "°F", (5 / 9,), -160 / 9),
    )
}
BY_SYMBOL = MEASURES


def units_of(language: Language) -> dict[str, Unit]:
    """Each name and each sign by which a language calls a unit."""
    units: dict[str, Unit] = {}
    for name, symbol in language.units.items():
        if symbol not in MEASURES:
            raise LanguageError(
                f"presslint/language/{language.tag}",
                f"UNITS names “{symbol}”, for which there is no measure in presslint/language/numbers.py.",
            )
        unit = units[name] = MEASURES[symbol]
        takes_plural = len(name) > 3 and name[-1] not in "s²³" and "per" not in name
        if language.unit_plural and takes_plural and unit.dimension != "temperature":
            units[name + language.unit_plural] = unit
    return units


ABOUT, BELOW, ABOVE = "about", "below", "above"  # where the true figure lies, as the hedge says
_HEDGE_SIGNS = {"~": ABOUT, "≈": ABOUT, ">": ABOVE}
_CURRENCY_BEFORE = regex(
    r"(?:(?:US|AU|NZ|HK|CA|A|C|S|R|NT)?\$|[£€¥₹₩]|\b(?:USD|EUR|GBP|JPY|CNY|CHF|INR|SEK|NOK|DKK|Rs\.?)\s)\s?$"
)
_DASHES = frozenset("-–−’'")
_DIGIT = regex(r"\d")
_LATIN = "\u024f"
_CURRENCY_ENDS = frozenset("$£€¥₹₩DRPYFK.s")  # last characters of what `_CURRENCY_BEFORE` matches
_IN_A_NAME = frozenset("_.,:/#&=+@^\\*")  # right before digits: a path, a time, a version, a section
_TITLE_CASE = regex(
    rf"\b(?:{'|'.join(word.capitalize() for word in ENGLISH.multiples if word != 'dozen')}|Percent)\b"
)
_SLASH_FRACTION = regex(r"([1-9])/([2-9]|10)(?![\d/])")


def _any(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first; for none it is one that never matches."""
    return (
        "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
        or "(?!)"
    )


def _joined(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, in which a hyphen may stand for each blank."""
    return (
        "|".join(
            re.escape(phrase).replace(r"\ ", r"[\s-]") for phrase in sorted(phrases, key=len, reverse=True)
        )
        or "(?!)"
    )


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


class _Figures:
    """How a language writes amounts: the patterns that its data make, built when first asked for."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.units = units_of(language)
        self.scales = {
            name: float(size) for name, size in (*language.scales.items(), *language.scale_signs.items())
        }
        self.multiples = {word.lower(): int(size) for word, size in language.multiples.items()}
        self.small = language.numbers_by_word
        self.parts = {word.lower(): int(size) for word, size in language.parts.items()}
        singular = {size: word.lower() for word, size in reversed(tuple(language.parts.items()))}
        self.plural_parts = frozenset(
            word for word, size in self.parts.items() if singular[str(size)] != word
        )
        self.free_parts = len(singular) == len(self.parts)  # one form for one and for many
        self.hedges = {
            phrase: side
            for side, phrases in ((ABOUT, language.about), (BELOW, language.below), (ABOVE, language.above))
            for phrase in phrases
        }
        self._set_digits()
        self._set_suffixes()
        self._set_words()

    def _set_digits(self) -> None:
        """Figures in digits, and what around them says that they are none."""
        words = self.language
        thousands, decimal = re.escape(words.thousands), re.escape(words.decimal)
        # “58 448” is one figure too, where a figure of one to three digits is followed by groups of three
        self.digits = regex(
            rf"(?:(?<!\d)[1-9]\d{{0,2}}(?: \d{{3}})+(?![\d{thousands}]| \d|-\d)"
            rf"|\d+(?:[{thousands}\u00a0\u2009\u202f]\d{{3}})*)(?:{decimal or '(?!)'}\d+)?"
        )
        self.no_digit = re.compile(rf"[^\d{decimal}]")
        months = "|".join(words.month_heads) or "(?!)"
        endings = "|".join(map(re.escape, words.day_endings)) or "(?!)"
        halves = "".join(rf"{half[0]}\.?{half[1:]}\b|" for half in words.half_days)
        clock = "".join(f"{re.escape(sign)}|" for sign in words.clock_signs)
        fraction = r"[.,]\d" if not decimal else r"\.\d"  # a version, or a sign that is not understood
        self.no_amount = regex(
            rf":\d|{fraction}|/\d|-\d{{3,4}}\b|\s?(?:{halves}{clock}GMT|BST|EST|ET\b|UTC)"
            rf"|(?:{endings})?\s(?:{months})[a-z]*\b"
        )
        self.month_before = regex(rf"\b(?:{months})[a-z]{{0,6}}\.?\s$" if words.month_first else "(?!)")
        self.digit_share = regex(rf" (?:{_any(words.share_joins)}) (\d{{1,3}})\b(?![,.]\d)")
        joins = "|".join((*words.range_joins, *([words.between_and] if words.between_and else ()))) or "(?!)"
        self.joins_range = regex(rf"\s?[–—-]\s?[$£€¥]?|\s(?P<word>{joins})\s")
        self.opens_change = regex(rf"\b(?:{_any(words.changes)})\s(?:\w+\s){{0,2}}$", re.IGNORECASE)

    def _set_suffixes(self) -> None:
        """What stands behind a figure and says what it counts."""
        words = self.language
        self.hedge_after = regex(
            rf"\s?(?:(?P<above>{_any(words.above_after)})|{_any(words.about_after)})(?!\w)", re.IGNORECASE
        )
        # a figure's scale, unit or currency ends where no letter follows, but where words touch: 3万人
        apart = "" if words.words_touch else r"(?![\w/²³])"
        self.scale = regex(
            rf"(?:[\s\u00a0-]?(?P<word>{_any(words.scales)})\b|\s?(?P<short>{_any(words.scale_signs)}){apart})"
        )
        plural = "".join(rf"|[a-z]{{3,}}{ending}\b" for ending in words.plural_endings[:1])
        self.plural_next = regex(rf"\s(?:(?:{_any(words.plural_next)})\b{plural})")
        self.percent = regex(rf"\s?%|[\s\u00a0-](?:{_joined(words.percent)})(?!\w)", re.IGNORECASE)
        self.points = regex(
            rf"[\s\u00a0-](?:{_joined(words.points)})\b|\s?(?:{_any(words.point_signs)}){'' if words.words_touch else chr(92) + 'b'}"
            rf"|[\s-](?P<basis>{_joined(words.basis_points)})\b",
            re.IGNORECASE,
        )
        age = regex(rf"[\s-](?:{_joined(words.ages)})\b|\s?(?:{_any(words.age_signs)})\b", re.IGNORECASE)
        ordinal = regex(_ordinal(words.day_endings))
        self.simple_suffixes = (
            (self.percent, Form.PERCENT, "%"),
            (age, Form.AGE, "years"),
            (ordinal, Form.ORDINAL, ""),
        )
        long, short = (_any(n for n in self.units if (len(n) > 3) is is_long) for is_long in (True, False))
        # symbols are written in one case only: “5G” is no weight, “6 in ten” no length
        self.unit = regex(
            rf"[\s\u00a0-]?(?P<name>(?i:{long})|(?!(?<!\d)(?:{_any(words.doubtful_units)})[\s,])(?:{short}))"
            rf"(?![\w/²³’'])|(?P<degree>[CF])(?!\w)"
        )
        self.units_by_small_name = {name.lower(): unit for name, unit in self.units.items()}
        if words.words_touch:
            names = _any(name for name in self.units if not name.isascii())
            self.unit = regex(rf"{self.unit.pattern}|(?P<touching>{names})")
        before = (
            "".join(f"{word}{'' if word[-1] in '’' + chr(39) else ' '}|" for word in words.before_currency)
            + "(?!)"
        )
        letters = _any(name for name in words.currencies if len(name) == 1 and name.isalpha())
        signs = _any(name for name in words.currencies if not name[0].isalpha())
        if words.words_touch:
            touching = _any(name for name in words.currencies if name.isalpha() and not name.isascii())
            self.currency_word = regex(rf"\s?({touching})|\s?({signs})")
            return
        self.currency_word = regex(
            rf"[\s-](?:{before})?({_any(words.currencies)})\b|({letters})(?!\w)|[\s\u00a0]?({signs})(?!\w)"
        )

    def _set_words(self) -> None:
        """Figures in words."""
        words = self.language
        cardinal, multiple = _any(self.small), _any(self.multiples)
        self.number_words = frozenset({*self.small, *self.multiples, *self.parts})
        initials = "".join(sorted({word[0] for word in self.number_words}))
        # Begins with a set of letters, so that the search skips ahead; that also lets through “fwo”, which
        # the word list turns down.
        self.spelled = regex(
            rf"[{initials}{initials.upper()}](?<![\w’'-].)"
            rf"(?:{_trie({word[1:] for word in self.number_words})})(?![^\W_])"
            if initials
            else "(?!)"
        )
        and_ = f"(?:{words.number_and} )?" if words.number_and else ""
        one = _any(words.articles_of_one)
        self.cardinals = regex(
            rf"(?:{cardinal}|(?:{one}) (?:{multiple}))(?:[\s-]{and_}(?:{cardinal}|{multiple})\b){{0,9}}(?!\w)",
            re.IGNORECASE,
        )
        small = "|".join(words.numbers[2:11]) or "(?!)"
        self.share = regex(rf" (?:{_any(words.share_joins)}) ({small}|\d{{1,3}})\b")
        self.parts_after = regex(rf"[\s-]({_any(self.parts)})\b", re.IGNORECASE)
        halved = f"(?:{words.halved} )?" if words.halved else ""
        self.article_before = regex(rf"(?<![\w’'-]){halved}(?:{one})[\s-]$", re.IGNORECASE)


def _ordinal(endings: Sequence[str]) -> str:
    """What behind digits makes an ordinal: letters, or a stop behind one or two digits with a word to follow."""
    letters = "|".join(ending for ending in endings if ending.isalpha())
    if letters:
        return rf"(?:{letters})\b"
    return r"(?:(?<=(?<![\d.,])\d)|(?<=(?<![\d.,])\d\d))\.(?=\s\w)" if "." in endings else "(?!)"


@lru_cache(maxsize=8)
def _figures(language: Language) -> _Figures:
    return _Figures(language)


SMALL_NUMBERS: Mapping[str, int] = {word: at for at, word in enumerate(ENGLISH.numbers)}
UNITS = units_of(ENGLISH)
_LARGE = [
    (float(size), word) for word, size in reversed(tuple(ENGLISH.multiples.items())) if float(size) >= 1e6
]


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


def of(passage: Passage, language: Language = ENGLISH) -> tuple[Number, ...]:
    """The numbers of a passage, in order; the places are indices of `passage.text`."""
    return numbers(passage.text, language)


@lru_cache(maxsize=512)
def numbers(text: str, language: Language = ENGLISH) -> tuple[Number, ...]:
    """Every amount that the text states, in order. Remembers the last texts, as several rules ask."""
    figures = _figures(language)
    found = [
        n
        for match in (figures.digits.finditer(text) if _DIGIT.search(text) else ())
        if (n := _in_digits(text, match, figures)) is not None
    ]
    found += _in_words(text, figures)
    found.sort(key=lambda number: (number.start, -number.end))
    found = [
        number for index, number in enumerate(found) if not index or number.start >= found[index - 1].end
    ]
    for index in range(len(found) - 1):
        if _is_range(text, found[index], found[index + 1], figures):
            found[index : index + 2] = (replace(number, in_range=True) for number in found[index : index + 2])
    return tuple(found)


def without_title_case(headline: str) -> str:
    """A headline with its scale words written small, so that “2 Million” reads as in copy; places stay."""
    return _TITLE_CASE.sub(lambda found: found.group().lower(), headline)


def _is_range(text: str, first: Number, second: Number, figures: _Figures) -> bool:
    """“10 to 12 per cent”, “10–12”, “between 10 and 12”; “from 10 to 12” and “10% to 12” are changes."""
    join = figures.joins_range.fullmatch(text, first.end, second.start)
    if join is None or not (first.comparable == second.comparable or first.form is Form.COUNT):
        return False
    before = text[max(0, first.start - 24) : first.start]
    if join["word"] and join["word"] == figures.language.between_and:
        return before.endswith(f"{figures.language.between} ")
    return join["word"] is None or not figures.opens_change.search(before)


def _in_digits(text: str, match: re.Match[str], figures: _Figures) -> Number | None:
    start, end = match.span()
    opening = _opening(text, start, match.group(), figures.language)
    if opening is None:
        return None
    start, currency, sign = opening
    window = text[max(0, start - 24) : start]
    digits = figures.no_digit.sub("", match.group()).replace(figures.language.decimal or ".", ".")
    value, half = float(digits), 0.5 * 10.0 ** -len(digits.partition(".")[2])
    if not currency and (
        figures.no_amount.match(text, end) or (value < 32 and figures.month_before.search(window))
    ):
        return _slash_fraction(text, start, window, figures) if text.startswith("/", end) else None
    share = figures.digit_share.match(text, end) if value < 100 and not currency else None
    if share is not None and value < int(share[1]):
        counts = (int(value), int(share[1])) if value.is_integer() else None
        hedge = _hedge(window, text, end, figures)
        return Number(
            start, share.end(), value / int(share[1]), 0.0, Form.FRACTION, hedge=hedge, counts=counts
        )
    form, unit, scale, end = _suffix(text, end, figures, currency)
    if form is None:
        return None
    if form is Form.COUNT and scale == 1 and len(match.group()) == 4 and 1000 <= value <= 2199:
        form = Form.YEAR
    return Number(
        start, end, sign * value * scale, half * scale, form, unit, scale, _hedge(window, text, end, figures)
    )


def _opening(text: str, start: int, digits: str, language: Language) -> tuple[int, str, float] | None:
    """Where a figure begins, its currency and its sign; None when the digits are part of a name."""
    char, thousands = text[start - 1 : start], language.thousands
    if char.isalnum() or char in _IN_A_NAME:
        return (start, "", 1.0) if language.words_touch and char > _LATIN else None
    before = text[start - 2 : start - 1] if start > 1 else ""
    if char in _DASHES:
        if before.isalpha():
            return None
        if before.isdigit():  # the second half of a telephone number or of a season is no amount
            return (
                None if len(digits) > 2 and (not thousands or thousands not in digits) else (start, "", 1.0)
            )
        return (start - 1, "", -1.0) if char in "-−" and before in ("", " ", "(") else (start, "", 1.0)
    last = before if char.isspace() else char
    if last in _CURRENCY_ENDS:
        currency = _CURRENCY_BEFORE.search(text, max(0, start - 6), start)
        if currency is not None:
            return currency.start(), currency.group().strip().rstrip("."), 1.0
    return start, "", 1.0


def _suffix(
    text: str, end: int, figures: _Figures, currency: str = ""
) -> tuple[Form | None, str, float, int]:
    """Form, unit, scale and end of a figure that ends at `end`; no form for what is no amount."""
    if (points := figures.points.match(text, end)) is not None:
        return Form.POINTS, "pp", 0.01 if points["basis"] else 1.0, points.end()
    for pattern, form, unit in figures.simple_suffixes:
        if (match := pattern.match(text, end)) is not None:
            return form, unit, 1.0, match.end()
    scale = 1.0
    if (scaled := figures.scale.match(text, end)) is not None:
        name = scaled["word"] or scaled["short"]
        if (
            scaled["word"]
            or currency
            or name.lower() not in figures.language.doubtful_scales
            or figures.plural_next.match(text, scaled.end())
        ):
            scale, end = figures.scales[name], scaled.end()
    if currency:
        return Form.MONEY, currency, scale, end
    money = figures.currency_word.match(text, end)
    if money is not None and (money[1] not in figures.language.doubtful_currencies or scale > 1):
        return Form.MONEY, figures.language.currencies[money[money.lastindex or 1]], scale, money.end()
    if (measure := figures.unit.match(text, end)) is not None:
        if measure["degree"]:  # the sign of every language, also where nobody wrote down its units
            return Form.MEASURE, f"°{measure['degree']}", scale, measure.end()
        name = measure["name"] or measure[measure.lastindex or 1]
        written = figures.units.get(name) or figures.units_by_small_name[name.lower()]
        return Form.MEASURE, written.symbol, scale, measure.end()
    if not figures.language.words_touch and (text[end : end + 1].isalpha() or text[end : end + 1] == "_"):
        return None, "", scale, end
    return Form.COUNT, "", scale, end


def _slash_fraction(text: str, start: int, window: str, figures: _Figures) -> Number | None:
    match = _SLASH_FRACTION.match(text, start)
    if match is None or int(match[1]) >= int(match[2]):
        return None
    share = int(match[1]) / int(match[2])
    return Number(
        start, match.end(), share, 0.0, Form.FRACTION, hedge=_hedge(window, text, match.end(), figures)
    )


def _in_words(text: str, figures: _Figures) -> Iterator[Number]:
    done = 0
    for match in figures.spelled.finditer(text):
        start, end = match.span()
        word = match.group().lower()
        if start < done or word not in figures.number_words:
            continue
        if word in figures.multiples or word in figures.parts:
            number = _after_article(text, start, end, word, figures)
        else:
            number = _cardinal(text, start, figures)
            done = _end_of_words(text, start, figures)
        if number is not None:
            done = max(done, number.end)
            yield number


def _end_of_words(text: str, start: int, figures: _Figures) -> int:
    """Where the number words that begin at `start` end, whether they make one number or not."""
    match = figures.cardinals.match(text, start)
    return match.end() if match else start


def _after_article(text: str, start: int, end: int, word: str, figures: _Figures) -> Number | None:
    """“a third”, “a hundred and twenty”, “half a million”; nothing without the article."""
    article = figures.article_before.search(text, max(0, start - 8), start)
    if article is None:
        return None
    halved = figures.language.halved and article.group().lower().startswith(figures.language.halved)
    if word in figures.parts:
        share = 1 / figures.parts[word]
        return None if halved else _spelled(text, article.start(), end, share, 0.0, Form.FRACTION, figures)
    if halved:
        step = figures.multiples[word]
        return _amount(text, article.start(), end, step / 2, step / 10, figures)
    return _cardinal(text, article.start(), figures)


def _cardinal(text: str, start: int, figures: _Figures) -> Number | None:
    match = figures.cardinals.match(text, start)
    parsed = _value(match.group().lower(), figures) if match else None
    if match is None or parsed is None:
        return None
    end = match.end()
    share = figures.share.match(text, end)
    if share is not None and parsed[0] < (bottom := _small(share[1], figures)):
        number = _spelled(text, start, share.end(), parsed[0] / bottom, 0.0, Form.FRACTION, figures)
        return replace(number, counts=(int(parsed[0]), bottom))
    parts = figures.parts_after.match(text, end)
    if parts is not None:
        name = parts[1].lower()
        bottom = figures.parts[name]
        agrees = figures.free_parts or (parsed[0] > 1) is (name in figures.plural_parts)
        if agrees and parsed[0] < bottom:  # “one second”, “two third places”
            return _spelled(text, start, parts.end(), parsed[0] / bottom, 0.0, Form.FRACTION, figures)
    return _amount(text, start, end, *parsed, figures)


def _amount(text: str, start: int, end: int, value: float, place: float, figures: _Figures) -> Number | None:
    form, unit, scale, end = _suffix(text, end, figures)
    if form is None:
        return None
    return _spelled(text, start, end, value * scale, place / 2 * scale, form, figures, unit, place * scale)


def _spelled(
    text: str,
    start: int,
    end: int,
    value: float,
    half: float,
    form: Form,
    figures: _Figures,
    unit: str = "",
    scale: float = 1.0,
) -> Number:
    hedge = _hedge(text[max(0, start - 24) : start], text, end, figures)
    return Number(start, end, value, half, form, unit, scale, hedge, spelled=True)


def _value(words: str, figures: _Figures) -> tuple[float, float] | None:
    """Value and last place of a number in words; None where the words are no one number (“one two”)."""
    whole = figures.small.get(words)  # dix-sept, quatre-vingts
    if whole is not None:
        return float(whole), 1.0
    total = current = 0
    place = 1.0
    last = 10**18  # each small word must be smaller than the one before it
    for word in re.split(r"[\s-]+", words):
        if word in figures.language.articles_of_one:
            current = 1
        elif word == figures.language.number_and:
            continue
        elif word in figures.multiples:
            step = figures.multiples[word]
            if step < 1000:
                current = max(current, 1) * step
                last = 100
            else:
                total += max(current, 1) * step
                current, last = 0, 10**18
            place = float(step)
        else:
            size = figures.small.get(word, 0)
            if size >= last or (size >= 10 and last <= 90):
                return None
            current += size
            last = size if size >= 20 else 0
            place = 1.0
    return float(total + current), place


def _small(word: str, figures: _Figures) -> int:
    return int(word) if word.isdigit() else figures.small[word.lower()]


def _hedge(before: str, text: str, end: int, figures: _Figures) -> str:
    after = figures.hedge_after.match(text, end)
    if after is not None:
        return ABOVE if after["above"] else ABOUT
    words = before.lower().split()[-5:]
    if words and words[-1] in figures.language.hedge_fillers:
        words.pop()
    for count in (1, 2, 3, 4):
        if (side := figures.hedges.get(" ".join(words[-count:]))) is not None and count <= len(words):
            return figures.hedges.get(" ".join(words[-count - 1 :]), side)
    return _HEDGE_SIGNS.get(before.rstrip()[-1:], "")


class Shape:
    """A text in which each amount is one character, so that a frame (“A people, B men”) is a short pattern.

    `text` is the shape; `AMOUNT` matches the characters. Years and ordinals stay words, since they
    stand between figures without being one of them.
    """

    def __init__(self, text: str, language: Language = ENGLISH) -> None:
        counted = [n for n in numbers(text, language) if n.form not in (Form.YEAR, Form.ORDINAL)]
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


def plain(value: float, places: int = 1) -> str:
    """A computed value as a desk would write it: “1,234.5”, “12”, “4.5 million”."""
    for size, name in _LARGE:
        if abs(value) >= size:
            return f"{plain(value / size, 2)} {name}"
    rounded = round(value, places)
    text = f"{rounded:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
