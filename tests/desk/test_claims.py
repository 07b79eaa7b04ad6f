"""What a reader may ask a source for: each shape with a text it is made for and one it must leave alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.desk.claims import KINDS, SHAPES, find_claims, has_figure, shapes_of
from presslint.desk.cues import TOKEN
from presslint.language.en.claims import NO_CLAIM


def claims(text: str, *kinds: str) -> list[tuple[str, str]]:
    return [
        (claim.kind, text[claim.start : claim.end])
        for claim in find_claims(text, shapes_of(TOKEN.findall(text)), kinds or KINDS)
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Almost 90% of residents own a phone.", "Almost 90% of residents"),
        ("About 62 percent of all voters came.", "About 62 percent of all voters"),
        ("One in three people fear it.", "One in three people"),
        ("Nearly 3 out of 10 adults read it.", "3 out of 10 adults"),
        ("Two-thirds of voters stayed at home.", "Two-thirds of voters"),
        ("Half of all patients wait.", "Half of all patients"),
        ("They are three times as likely to wait.", "three times as likely"),
        ("Twice as many came.", "Twice as many"),
        ("The average house price is $310,000 now.", "average house price is $310,000"),
        ("There were 412 cases per 100,000 there.", "412 cases per 100,000"),
        ("The unemployment rate rose to 4.1% in the north.", "unemployment rate rose to 4.1%"),
        ("The share of renters grew to 41% here.", "share of renters grew to 41%"),
        ("It has a 36% market share.", "36% market share"),
        ("A clear majority of parents agree.", "clear majority of parents"),
        ("The town ranked 14th in the country.", "ranked 14th in"),
        ("Some 61% of respondents agree.", "Some 61% of respondents"),
        ("An estimated 30,000 live there.", "An estimated 30,000"),
        ("Life expectancy there is 82 years.", "Life expectancy there is 82"),
    ],
)
def test_statistics_about_a_population(text: str, words: str) -> None:
    assert claims(text, "statistic") == [("statistic", words)]


@pytest.mark.parametrize(
    "text",
    [
        "The match drew 40,000 people.",
        "Sales rose 4% to $2bn.",
        "The bridge is 90% done.",
        "He is aged 40, and she is a 30-year-old.",
        "They won 3-1 on 5 May 2026 at 9.30 a.m.",
        "One in the morning, two in a row.",
        "She came third of her own will.",
        "It costs half the price.",
        "A third of the way up, he stopped.",
        "The vast majority of cases end well.",
        "Two of five boats came back at 10 in the morning.",
        "Section 12 of the act says so.",
    ],
)
def test_counts_results_and_dates_are_no_statistics(text: str) -> None:
    assert claims(text, "statistic") == []


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("superlative", "The town has the fastest broadband in Europe.", "fastest broadband in Europe"),
        ("superlative", "It is the world's oldest boat.", "the world's oldest"),
        ("superlative", "Rents are at an all-time high.", "all-time high"),
        ("superlative", "It was the first-ever flight.", "first-ever"),
        ("comparison", "They have a greater number of boats.", "a greater number"),
        ("comparison", "The island is closing the gap.", "closing the gap"),
        ("comparison", "Ferries outpace trains.", "outpace"),
        ("comparison", "It holds a lead in ferries.", "holds a lead in"),
        ("comparison", "Rents are at higher rates than before.", "higher rates than"),
        ("trend", "There was a surge in bookings.", "a surge in"),
        ("trend", "A growing number of boats leave.", "A growing number of"),
        ("forecast", "Fares are likely to rise.", "are likely to"),
        ("forecast", "The coming years will tell.", "The coming years"),
        ("forecast", "It will close by 2030.", "by 2030"),
        ("cause", "The storm led to delays.", "led to"),
        ("cause", "It closed because of the storm.", "because of"),
    ],
)
def test_other_claims(kind: str, text: str, words: str) -> None:
    assert claims(text, kind) == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "At first he left, at least for the first time that day.",
        "It is the best I can do, and the most of it is gone.",
        "She is the only child.",
        "More than 40 people came, rather than fewer.",
        "He was more circumspect than his brother.",
        "He drew a lead pencil and closed the door.",
        "The council will meet on Friday.",
    ],
)
def test_phrases_that_claim_nothing(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve boats.", True),
        ("9 boats.", True),
        ("Sales doubled.", True),
        ("Many boats.", False),
        ("None.", False),
    ],
)
def test_figures(text: str, expected: bool) -> None:
    assert has_figure(text) is expected


TEXT = st.lists(
    st.sampled_from(
        "one in three people of the 90% percent half adults average price is $4 ranked 14th among likely "
        "to a greater "
        "number surge world's fastest boats Europe first-ever led because due by 2030 rates than higher "
        "share market "
        "estimated 30,000 growing vast majority voters coming years , .".split()
    ),
    max_size=20,
).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_no_gate_hides_a_match(text: str) -> None:
    """The words that let a shape through never keep out a text that its pattern matches."""
    import re

    plain = re.sub("|".join(NO_CLAIM), lambda match: "\ufffc" * len(match.group()), text)
    found = {claim.kind: claim.start for claim in find_claims(text, shapes_of(TOKEN.findall(text)))}
    for kind, shape in SHAPES:
        match = re.search(shape.pattern, plain, re.IGNORECASE)
        if match is not None:
            assert kind in found, shape
            assert found[kind] <= match.start()
