from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslint.desk.tagsplit import Vocabulary, split

NOTHING = Vocabulary()


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("climate changerenewable energywind farms", ["climate change", "renewable energy", "wind farms"]),
        ("UK politicsKeir StarmerLabour Party", ["UK politics", "Keir Starmer", "Labour Party"]),
        ("inflationinterest ratesBank of England", ["inflation", "interest rates", "Bank of England"]),
        ("electric vehiclesEVsTesla", ["electric vehicles", "EVs", "Tesla"]),
        ("crimepolicecourts", ["crime", "police", "courts"]),
        (
            "PoliticsElections 2026Sheffield City Council",
            ["Politics", "Elections 2026", "Sheffield City Council"],
        ),
        ("NHSwaiting listshospitals", ["NHS", "waiting lists", "hospitals"]),
        ("housingplanning lawLeeds", ["housing", "planning law", "Leeds"]),
        ("politicsDeSantiscourts", ["politics", "DeSantis", "courts"]),
        ("AnalyticsSocial MediaUser Experience", ["Analytics", "Social Media", "User Experience"]),
        ("HousingCity CouncilBus Routes", ["Housing", "City Council", "Bus Routes"]),
        ("politicsnight busestransport", ["politics", "night buses", "transport"]),
        ("night busescity councilbus routes", ["night buses", "city council", "bus routes"]),
        ("school mealshow we votelocal news", ["school meals", "how we vote", "local news"]),
        ("night-busescity-councilbus-routes", ["night-buses", "city-council", "bus-routes"]),
        ("open dataparks.orglocal news", ["open data", "parks.org", "local news"]),
        ("APIOpen DataU.S. Senate", ["API", "Open Data", "U.S. Senate"]),
        ("tide tablesdatadata protection", ["tide tables", "data", "data protection"]),
    ],
)
def test_fused_tags_are_cut_where_they_met(text: str, tags: list[str]) -> None:
    found = split(text, Vocabulary(["waiting", "lists", "planning"]))
    assert found is not None
    assert list(found.proposal) == tags
    assert [text[piece.start : piece.end] for piece in found.pieces] == tags


def test_the_words_of_the_article_decide() -> None:
    text = "ferry faresislandershauliers"
    assert split(text, NOTHING) is None
    found = split(text, Vocabulary(["Ferry", "fares", "islanders", "haulier"]))
    assert found is not None
    assert found.proposal == ("ferry fares", "islanders", "hauliers")
    assert found.certain
    assert found.confidence == 1.0


@pytest.mark.parametrize(
    "text",
    [
        *("McDonald's", "YouTube", "DeepSeek", "iPhone", "#BlackLivesMatter", "New York", "cybersecurity"),
        *("LaGuardia", "e-commerce", "COVID-19", "G7", "LGBTQ+", "PhD", "BTS", "OpenStreetMap", "workshop"),
        *("storytelling workshop", "HealthCare.gov enrollment", "3D printing", "5G networks", "HTML5"),
        *("US-China relations", "JPMorgan Chase", "product-and-project-management", "WorldWideWeb history"),
        *("https://example.org/cultureNewsSport", "Kraków", "東京", "", "   ", "x" * 5000),
        *("openFDA developers", "govCMS platform", "federalfrontdoor", "RailRoad Retirement Board"),
        *("crowdsourcing campaign", "storytelling workshops", "PlainSummit2018", "KnowHow exchange"),
        *("SeaWatch lifeboat crews", "newsroom apprenticeships", "OpenStreetMap Foundation"),
    ],
)
def test_one_tag_stays_one_tag(text: str) -> None:
    assert split(text, NOTHING) is None


def test_names_of_the_article_are_no_joins() -> None:
    text = "PortWatch ferriesHullTrust dockers"
    assert split(text, NOTHING) is not None
    assert (
        split(text.replace("ferriesHullTrust", "HullTrust"), Vocabulary(["PortWatch", "HullTrust"])) is None
    )


def test_what_cannot_be_cut_is_reported_without_a_proposal() -> None:
    text = "OpenAIChatGPTSam Altman"
    found = split(text, NOTHING)
    assert found is not None
    assert found.pieces == ()
    assert found.confidence == 0


def test_a_short_word_is_cut_off_where_the_copy_goes_on_like_the_tag() -> None:
    text = "OpenAIChatGPTSam Altman"
    found = split(text, Vocabulary(["Sam", "Altman"]))
    assert found is not None
    assert found.proposal == ("OpenAI", "ChatGPT", "Sam Altman")


def test_words_that_the_copy_writes_side_by_side_are_one_tag() -> None:
    known = ["the", "harbour", "watch", "met", "in", "ferry", "lane"]
    assert split("HarbourWatch volunteers", Vocabulary(known)) is None
    found = split("HousingFerry Lane", Vocabulary(known))
    assert found is not None
    assert found.proposal == ("Housing", "Ferry Lane")


def test_an_s_that_belongs_to_either_word_lowers_the_confidence() -> None:
    text = "best practiceshops localhousing"
    doubtful = split(text, Vocabulary("practice shops practices hops local".split()))
    assert doubtful is not None
    assert doubtful.confidence < 1
    told = split(text, Vocabulary("best practice and shops are local".split()))
    assert told is not None
    assert told.proposal == ("best practice", "shops local", "housing")


def test_equal_tags_are_proposed_once() -> None:
    found = split("crimepoliceCrimecourts", NOTHING)
    assert found is not None
    assert found.proposal == ("crime", "police", "courts")


def test_a_piece_that_still_looks_fused_lowers_the_confidence() -> None:
    found = split("housingNHSplanning law crimeUltraZebra tax", Vocabulary(["planning"]))
    assert found is None or found.confidence < 1


@given(st.text(st.sampled_from("abcdeABCDE01 -'.é"), max_size=80))
def test_pieces_are_the_string_itself(text: str) -> None:
    found = split(text, Vocabulary(["abba", "dada", "ceded", "Abed"]))
    if found is not None and found.pieces:
        assert "".join(text[piece.start : piece.end] for piece in found.pieces) == text
        assert 0 <= found.confidence <= 1
        assert found.joins == len(found.pieces) - 1
