"""Numbers and sums: tables of mentions and of sentences that hold or do not, and what holds for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslint.desk.arithmetic import changes, conversions, totals
from presslint.language.languages import language_of
from presslint.language.numbers import ABOUT, ABOVE, BELOW, UNITS, Form, Shape, numbers, plain

# text -> what is found: words, value, form, unit
MENTIONS: list[tuple[str, list[tuple[str, float, Form, str]]]] = [
    ("sold 1,250 homes", [("1,250", 1250, Form.COUNT, "")]),
    ("sold 4.5 million homes", [("4.5 million", 4.5e6, Form.COUNT, "")]),
    ("sold 5m homes", [("5m", 5e6, Form.COUNT, "")]),
    ("a wall 5m tall", [("5m", 5, Form.MEASURE, "m")]),
    ("cost $4.5bn", [("$4.5bn", 4.5e9, Form.MONEY, "$")]),
    ("cost US$ 40 million", [("US$ 40 million", 40e6, Form.MONEY, "US$")]),
    ("cost 40 million dollars", [("40 million dollars", 40e6, Form.MONEY, "$")]),
    ("cost 45p", [("45p", 45, Form.MONEY, "p")]),
    ("weighed three pounds", [("three pounds", 3, Form.MEASURE, "lb")]),
    ("cost 3 million pounds", [("3 million pounds", 3e6, Form.MONEY, "£")]),
    ("rose 12%", [("12%", 12, Form.PERCENT, "%")]),
    ("rose twelve per cent", [("twelve per cent", 12, Form.PERCENT, "%")]),
    ("a 12-percent rise", [("12-percent", 12, Form.PERCENT, "%")]),
    ("rose 2.5 percentage points", [("2.5 percentage points", 2.5, Form.POINTS, "pp")]),
    ("cut by 25 basis points", [("25 basis points", 0.25, Form.POINTS, "pp")]),
    ("twenty-five men", [("twenty-five", 25, Form.COUNT, "")]),
    ("two hundred and six men", [("two hundred and six", 206, Form.COUNT, "")]),
    ("two million men", [("two million", 2e6, Form.COUNT, "")]),
    ("half a million men", [("half a million", 5e5, Form.COUNT, "")]),
    ("a dozen men", [("a dozen", 12, Form.COUNT, "")]),
    ("two-thirds of men", [("two-thirds", 2 / 3, Form.FRACTION, "")]),
    ("a third of men", [("a third", 1 / 3, Form.FRACTION, "")]),
    ("one in five men", [("one in five", 0.2, Form.FRACTION, "")]),
    ("3 in 10 men", [("3 in 10", 0.3, Form.FRACTION, "")]),
    ("1/3 of men", [("1/3", 1 / 3, Form.FRACTION, "")]),
    ("the 39-year-old", [("39-year-old", 39, Form.AGE, "years")]),
    ("the 21st man", [("21st", 21, Form.ORDINAL, "")]),
    ("in 1998", [("1998", 1998, Form.YEAR, "")]),
    ("it was 30°C", [("30°C", 30, Form.MEASURE, "°C")]),
    ("it was 100 degrees Fahrenheit", [("100 degrees Fahrenheit", 100, Form.MEASURE, "°F")]),
    ("5,000 sq ft", [("5,000 sq ft", 5000, Form.MEASURE, "sq ft")]),
    ("6 in the room", [("6", 6, Form.COUNT, "")]),
    ("it fell to -3", [("-3", -3, Form.COUNT, "")]),
    # no amounts: names, times, dates, versions, telephone numbers, paths
    ("the F-35 and the G20 on 5G", []),
    ("at 10:30 on 5 May, from 9 a.m.", []),
    ("version 1.2.3 on 127.0.0.1", []),
    ("call 555-1234", []),
    ("see /a/12 and #12", []),
    ("Covid-19", []),
    ("one two three", []),
    ("someone, none, tenor, often, ninepins", []),
]


@pytest.mark.parametrize(("text", "found"), MENTIONS, ids=[text for text, _ in MENTIONS])
def test_what_is_a_number(text: str, found: list[tuple[str, float, Form, str]]) -> None:
    seen = [(text[n.start : n.end], n.value, n.form, n.unit) for n in numbers(text)]
    assert [(words, form, unit) for words, _, form, unit in seen] == [(w, f, u) for w, _, f, u in found]
    assert [value for _, value, _, _ in seen] == pytest.approx([value for _, value, _, _ in found])


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("12", 0.5),
        ("12.0", 0.05),
        ("4.5 million", 50_000),
        ("two million", 500_000),
        ("$1.25bn", 5e6),
        ("a third", 0),
    ],
)
def test_a_number_is_as_exact_as_its_last_digit(text: str, half: float) -> None:
    (number,) = numbers(text)
    assert number.half == pytest.approx(half)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("12 men", ""),
        ("about 12 men", ABOUT),
        ("an estimated $12m", ABOUT),
        ("12 or so men", ABOUT),
        ("nearly a hundred men", BELOW),
        ("as many as 12 men", BELOW),
        ("up to 12 men", BELOW),
        ("more than 12 men", ABOVE),
        ("at least another 12 men", ABOVE),
        ("500 or more men", ABOVE),
        ("12+ men", ABOVE),
    ],
)
def test_hedges(text: str, hedge: str) -> None:
    assert numbers(text)[0].hedge == hedge


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("10–12 men", [True, True]),
        ("10 to 12 per cent", [True, True]),
        ("between 10 and 12 per cent", [True, True]),
        ("two or three men", [True, True]),
        ("rose from 10 to 12", [False, False]),
        ("rose 10% to 12", [False, False]),
        ("10 and 12", [False, False]),
    ],
)
def test_ranges(text: str, ranges: list[bool]) -> None:
    assert [number.in_range for number in numbers(text)] == ranges


# a sentence that gives a change with both figures -> the change in percent, and whether the words hold
CHANGES = [
    ("Profit rose 10% to $110m from $100m last year.", 10, True),
    ("Profit rose 20% to $110m from $100m last year.", 10, False),
    ("Profit rose by about 12 percent from $100m in 2022 to $110m in 2023.", 10, True),
    ("Sales were $110m, up 10% from $100m.", 10, True),
    ("Some 284.4 million phones were sold, up 24.2% from the 229 million of 2012.", 24.2, True),
    ("The total went from 100 to 120, a rise of 30 percent.", 20, False),
    ("It fell to 80 from 100, down 20%.", -20, True),
    ("Enrolment rose 10% to 90,000 from 100,000.", -10, False),
    ("Visits grew from 1,200 to 1,800 (a 50% increase).", 50, True),
    ("Costs fell by a third, from $90m to $60m.", -33.3, True),
    ("Costs fell by a third, from $90m to $80m.", -11.1, False),
    ("The budget grew about 16 percent, from $4.5 to 5.2 million.", 15.6, True),
    ("Use doubled from 60 to 118.", 96.7, True),
    ("Use doubled from 60 to 100.", 66.7, False),
    ("Use more than doubled to 150 from 60.", 150, False),
    ("Use more than doubled to 130 from 60.", 116.7, True),
    ("The list halved from 600 to 310.", -48.3, True),
    ("Turnout rose 10 percentage points from 41% to 51%.", 24.4, True),
    ("Turnout rose 12 percentage points from 41% to 51%.", 24.4, False),
    ("The rate rose 50% from 4% to 6%.", 50, True),
]


@pytest.mark.parametrize(("sentence", "percent", "holds"), CHANGES, ids=[each[0] for each in CHANGES])
def test_changes(sentence: str, percent: float, holds: bool) -> None:
    (change,) = changes(sentence)
    assert change.percent == pytest.approx(percent, abs=0.05)
    assert change.holds is holds


@pytest.mark.parametrize(
    "sentence",
    [
        "Sales rose 5% to $10m and profit fell to $2m from $3m.",
        "Like-for-like sales rose 2% to $110m from $100m.",
        "Traffic grew from 120 to 150 visits, up 8% on the plan.",
        "Prices rose 5% a year, from $100 to $180.",
        "Profit rose 10–12% to $110m from $100m.",
        "Profit rose 10% to $110m from 100 tonnes.",
        "Shares rose 5%, 6% and 7%.",
        "Profit rose 10%.",
        "It sold 5m phones in 12 countries, up 25% from 4m.",
    ],
)
def test_no_change_with_both_figures(sentence: str) -> None:
    assert [change for change in changes(sentence) if not change.holds] == []


def test_points_are_meant_when_the_difference_is_the_size() -> None:
    (change,) = changes("The jobless rate rose 2% from 4% to 6%.")
    assert change.means_points
    assert not change.holds
    (change,) = changes("The jobless rate rose 50% from 4% to 6%.")
    assert not change.means_points


CONVERSIONS = [
    ("10 miles (16km)", True),
    ("10 miles (26km)", False),
    ("1,200 acres (490 hectares)", True),
    ("5ft 10in (1.78m)", True),
    ("5ft 10in (1.98m)", False),
    ("1.78m (5ft 10in)", True),
    ("11 stone 4lb (72kg)", True),
    ("500 gallons (1,900 litres)", True),
    ("500 gallons (2,270 litres)", True),
    ("500 gallons (2,900 litres)", False),
    ("30°C (86°F)", True),
    ("30°C (102°F)", False),
    ("1.5°C (2.7°F)", True),
    ("60 mph (about 100 km/h)", True),
]


@pytest.mark.parametrize(("text", "holds"), CONVERSIONS, ids=[text for text, _ in CONVERSIONS])
def test_conversions(text: str, holds: bool) -> None:
    (conversion,) = conversions(text)
    assert conversion.holds is holds


@pytest.mark.parametrize(
    "text", ["10 miles (26km of road)", "10 miles (16 minutes)", "$10 (£8)", "10 (16km)"]
)
def test_no_conversions(text: str) -> None:
    assert conversions(text) == ()


TOTALS = [
    ("12 people, seven men and five women, were hurt", (12, 12)),
    ("12 people: seven men and four women.", (12, 11)),
    ("three people, a man and two women, were hurt", (3, 3)),
    ("nine pupils (four girls, three boys and one teacher)", (9, 8)),
]


@pytest.mark.parametrize(("text", "values"), TOTALS, ids=[text for text, _ in TOTALS])
def test_totals(text: str, values: tuple[int, int]) -> None:
    (total,) = totals(text)
    assert (total.total.value, total.parts) == values
    assert text[total.start : total.end] in text


@pytest.mark.parametrize(
    "text",
    [
        "12 people, including seven men and four women, were hurt",
        "about 12 people, seven men and four women, were hurt",
        "12 people, seven men, four women and others, were hurt",
        "12 episodes, seven plays and four songs, were sent",
    ],
)
def test_no_totals(text: str) -> None:
    assert list(totals(text)) == []


@given(st.text(alphabet="0123456789.,$% mkbn–-/()onetwhradilp’'\n", max_size=120))
def test_mentions_are_in_order_and_apart(text: str) -> None:
    found = numbers(text)
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(n.low <= n.value <= n.high for n in found)


@given(st.text(alphabet="0123456789 $%amn", max_size=60))
def test_a_shape_finds_its_way_back(text: str) -> None:
    shape = Shape(text)
    assert shape.place(len(shape.text)) == len(text)
    for index, char in enumerate(shape.text):
        if char >= "\ue000":
            number = shape.amount(char)
            assert shape.place(index) == number.start
            assert shape.place(index + 1) == number.end
        else:
            assert text[shape.place(index)] == char


@given(st.integers(min_value=1, max_value=10**6), st.integers(min_value=1, max_value=10**6))
def test_a_rounded_percentage_of_two_figures_always_holds(before: int, after: int) -> None:
    percent = round(abs(after / before - 1) * 100)
    verb = "rose" if after >= before else "fell"
    for change in changes(f"Sales {verb} {percent}% to ${after:,} from ${before:,}."):
        assert change.holds


@given(st.sampled_from(sorted(UNITS)), st.integers(min_value=1, max_value=500))
def test_every_unit_is_read(name: str, value: int) -> None:
    if name in ("in", "c", "f"):
        return  # “6 in” may be a preposition
    (number,) = numbers(f"it was {value} {name}.")
    assert number.form is Form.MEASURE
    assert number.unit == UNITS[name].symbol


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12.0, "12"),
        (12.34, "12.3"),
        (1234.5, "1,234.5"),
        (4.5e6, "4.5 million"),
        (-2e9, "-2 billion"),
        (0, "0"),
    ],
)
def test_computed_values_read_like_copy(value: float, text: str) -> None:
    assert plain(value) == text


@pytest.mark.parametrize(
    "text", ["1" * 5000, "one " * 3000, "1,000" * 2000, "(1 m " * 2000, "from 1 to 2% " * 800]
)
def test_hostile_copy_takes_linear_time(text: str) -> None:
    assert len(numbers(text)) <= len(text)
    list(totals(text))
    conversions(text)
    changes(text)


def test_thousands_may_be_set_apart_by_a_blank() -> None:
    assert [(number.value, number.form) for number in numbers("It has 58 448 names.")] == [
        (58448, Form.COUNT)
    ]
    assert [number.value for number in numbers("rooms 12 and 300; 5 1200; 555 123-4567")][:2] == [12, 300]


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("Landings rose 26.4%, from 47,108 tonnes to 59,600 tonnes.", True),
        ("Landings rose 26.4%, from 47,108 tonnes to 59,560 tonnes.", True),
        ("Landings rose 24.4%, from 47,108 tonnes to 59,600 tonnes.", False),
        ("Landings fell 30%, from 1,200 tonnes to 900 tonnes.", False),
    ],
)
def test_a_round_figure_may_be_rounded_by_one_percent_at_most(sentence: str, holds: bool) -> None:
    (change,) = changes(sentence)
    assert change.holds is holds


def test_another_rate_behind_a_participle_is_another_statement() -> None:
    assert changes("Prices rose 0.1% on the month, easing the annual rate to 3.4% from 3.5%.") == ()
    assert changes("Turnout jumped 10%, rising from 60% to 70%.") != ()


def test_degrees_are_read_in_a_language_without_data() -> None:
    assert [found.unit for found in numbers("Hoy hubo 18F y 20C.", language_of("es"))] == ["°F", "°C"]
