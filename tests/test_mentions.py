"""The views of an article: what it mentions, exactly where, in its own words or in all of them."""

from __future__ import annotations

import pytest

from presslint import Article, Passage
from presslint.language.dates import find_dates, names_month
from presslint.language.numbers import Form, numbers
from presslint.language.times import find_days, find_times, find_years, opens_with_time
from presslint.reading import read


def article(copy: str) -> Article:
    return next(iter(read(copy.encode(), "story.md")))


def stands(found: Article, passage: Passage) -> str:
    """The characters of the source at a passage's place."""
    return found.source.text[passage.span.start : passage.span.end]


DATED = article(
    "---\ntitle: Pier opens on 5 May\n---\nThe vote was on Tuesday, 5 May 2026. “It was 6 May,” she said.\n\n"
    "    code of 7 May 2026\n\n![A pier](pier.jpg)\n\nOn **8 May** it shut.\n"
)


def test_dates_are_found_in_every_passage_that_readers_see_and_not_in_code() -> None:
    assert [date.passage.text for date in DATED.dates] == ["5 May", "Tuesday, 5 May 2026", "6 May", "8 May"]
    assert [stands(DATED, date.passage) for date in DATED.dates] == [
        "5 May",
        "Tuesday, 5 May 2026",
        "6 May",
        "8 May",
    ]


def test_a_sentence_has_its_own_dates_at_places_of_its_own() -> None:
    first, second = DATED.prose[0].sentences
    (vote,), (spoken,) = DATED.dates.within(first), DATED.dates.within(second)
    assert first.text[vote.start : vote.end] == "Tuesday, 5 May 2026"
    assert second.text[spoken.start : spoken.end] == "6 May"
    assert second.text[slice(*spoken.spans["month"])] == "May"
    assert (vote.weekday, vote.day, vote.month, vote.year) == (1, 5, 5, 2026)


def test_the_parts_of_a_date_are_passages() -> None:
    (vote,) = DATED.dates.within(DATED.prose[0].sentences[0])
    assert vote.part("day", "month").text == "5 May"
    assert vote.part("weekday", "year", "time").text == "Tuesday, 5 May 2026"
    with pytest.raises(ValueError, match="no passage"):
        vote.part("time")


def test_what_is_quoted_is_not_mentioned_in_the_article_s_own_words() -> None:
    passage = DATED.prose[0]
    own = DATED.own(passage)
    assert [date.text for date in DATED.dates.within(own)] == ["Tuesday, 5 May 2026"]
    assert len(DATED.dates.within(passage)) == 2
    assert DATED.dates.within(own.sentences[1]) == ()


def test_a_mention_that_a_part_cuts_is_not_in_it() -> None:
    passage = DATED.prose[0]
    cut = passage[: passage.text.index("2026") + 2]
    assert DATED.dates.within(cut) == ()
    assert [date.text for date in DATED.dates.within(passage[: len(cut) + 2])] == ["Tuesday, 5 May 2026"]


def test_a_mention_of_plain_text_stands_in_no_passage() -> None:
    (date,) = find_dates("on 5 May")
    with pytest.raises(ValueError, match="no passage"):
        _ = date.passage


def test_a_passage_is_read_once() -> None:
    found = article("It opens on 5 May. It shuts on 6 May.\n")
    first = found.dates.within(found.prose[0])
    assert found.dates.within(found.prose[0]) is first
    assert bool(found.dates)
    assert not bool(article("It opens.\n").dates)


def test_an_article_forgets_its_views() -> None:
    found = article("It opens on 5 May, Ana Ruiz said.\n")
    for view in ("dates", "times", "days", "years", "figures", "names", "cues", "claims"):
        assert getattr(found, view) is getattr(found, view)
        assert view in vars(found)
    found.forget()
    assert not {"dates", "times", "days", "years", "figures", "names", "cues", "claims"} & vars(found).keys()


FIGURES = article(
    "---\ntitle: 12 boats sold\n---\nThe board paid $4.5 million for 12 to 15 boats, or 30 percent more than in "
    "1998. A third of them leak, said a 39-year-old pilot who weighs 80 kg. “We want 99,” he said.\n"
)


def test_figures_tell_what_they_state() -> None:
    told = {figure.passage.text: figure for figure in FIGURES.figures}
    assert list(told) == [
        "12", "$4.5 million", "15", "30 percent", "1998", "A third", "39-year-old", "80 kg", "99",
    ]  # fmt: skip
    assert {words: figure.form for words, figure in told.items()} == {
        "12": Form.COUNT,
        "$4.5 million": Form.MONEY,
        "15": Form.COUNT,
        "30 percent": Form.PERCENT,
        "1998": Form.YEAR,
        "A third": Form.FRACTION,
        "39-year-old": Form.AGE,
        "80 kg": Form.MEASURE,
        "99": Form.COUNT,
    }
    money = told["$4.5 million"]
    assert (money.value, money.unit, money.scale) == (4_500_000, "$", 1e6)
    assert told["15"].in_range
    assert not told["30 percent"].in_range


def test_figures_of_a_sentence_have_its_places_and_leave_out_what_is_quoted() -> None:
    sentence = FIGURES.own_prose[0].sentences[1]
    assert [sentence.text[n.start : n.end] for n in FIGURES.figures.within(sentence)] == [
        "A third",
        "39-year-old",
        "80 kg",
    ]
    assert [n.passage.text for n in FIGURES.figures.within(FIGURES.prose[0].sentences[2])] == ["99"]
    assert FIGURES.figures.within(FIGURES.own_prose[0].sentences[2]) == ()


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("43 out of 191 riders", (43, 191)),
        ("six out of ten riders", (6, 10)),
        ("one in five", (1, 5)),
        ("two-thirds", None),
    ],
)
def test_a_share_that_is_told_by_two_counts_has_both(text: str, counts: tuple[int, int] | None) -> None:
    assert numbers(text)[0].counts == counts


@pytest.mark.parametrize(
    ("text", "hour", "minute", "half", "is_valid"),
    [
        ("7:45 pm", 7, 45, "p", True),
        ("7.45 p.m.", 7, 45, "p", True),
        ("9 a.m.", 9, None, "a", True),
        ("14:30", 14, 30, "", True),
        ("7:75 pm", 7, 75, "p", False),
        ("14:30 p.m.", 14, 30, "p", False),
        ("25:10", 25, 10, "", False),
    ],
)
def test_times_of_day(text: str, hour: int, minute: int | None, half: str, is_valid: bool) -> None:
    (clock,) = find_times(f"It opens at {text}, they say")
    assert clock.text == text
    assert (clock.hour, clock.minute, clock.half, clock.valid) == (hour, minute, half, is_valid)


def test_what_is_no_time_of_day() -> None:
    assert not list(
        find_times("It grew by 7.45 to 3, read John 3:1755, 1,203:10 and v2:30; 5 ambulances came.")
    )


def test_a_time_with_seconds_tells_them() -> None:
    (clock,) = find_times("It stopped at 23:59:10 today")
    assert (clock.text, clock.second) == ("23:59:10", 10)


def test_the_half_of_the_day_stands_where_the_clock_says() -> None:
    found = article("A pier. It opens at 7:45 p.m. on Friday.\n")
    sentence = found.prose[0].sentences[1]
    (clock,) = found.times.within(sentence)
    assert sentence.text[clock.half_at : clock.end] == "p.m."
    assert stands(found, clock.passage) == "7:45 p.m."


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("7.45 Boats leave", True),
        ("7:45", True),
        ("7 pm: Boats", True),
        ("7 boats", False),
        ("At 7:45", False),
    ],
)
def test_a_line_that_opens_with_a_time(line: str, opens: bool) -> None:
    assert opens_with_time(line) is opens


def test_days_are_told_by_name_and_from_today() -> None:
    days = list(find_days("On Tuesday and last Monday, 5 May, and yesterday, not this Sunday; the mayday."))
    assert [(day.text, day.weekday, day.lead, day.dated) for day in days] == [
        ("On Tuesday", 1, "on", False),
        ("last Monday", 0, "last", True),
        ("yesterday", None, "", False),
        ("this Sunday", 6, "this", False),
    ]


def test_years_stand_alone_or_in_dates() -> None:
    text = "In 1998, on 5 May 2026, 2,000 boats of the 1990s cost $2000 or 2000.5, v1999; 2019-2021 (1066)."
    assert [year.value for year in find_years(text)] == [1998, 2026, 2019, 2021, 1066]


def test_a_month_is_named() -> None:
    assert names_month("It shuts in May.")
    assert names_month("It shut on Sept. 5.")
    assert not names_month("It may shut, says the Maypole inn of Juneau.")


SAID = article(
    "The council leader Ana Ruiz said that 90% of residents agree. Dr. Smith of the Bank of England left Leeds for "
    "Exeville in May. “Bill Gates is late,” she said. The [report](https://x.example/a) is out.\n"
)


def test_names_have_a_kind_where_something_tells_it() -> None:
    assert [(name.text, name.kind) for name in SAID.names] == [
        ("council", "role"),
        ("leader", "role"),
        ("Ana Ruiz", "person"),
        ("residents", "role"),
        ("Smith", "person"),
        ("Bank of England", "body"),
        ("Leeds", "place"),
        ("Exeville", ""),
    ]
    assert [stands(SAID, name.passage) for name in SAID.names] == [name.text for name in SAID.names]


@pytest.mark.parametrize(
    ("copy", "name", "kind"),
    [
        ("We met J. R. Ewing.\n", "J. R. Ewing", ""),
        ("We met Mayor Petrosian’s staff.\n", "Mayor Petrosian", "person"),
        ("We met the mayor Petrosian.\n", "Petrosian", "person"),
        ("We met Leeds University and left.\n", "Leeds University", "body"),
        ("We met the BBC and left.\n", "BBC", "body"),
        ("We stayed near Exeville and left.\n", "Exeville", "place"),
    ],
)
def test_how_a_name_is_told(copy: str, name: str, kind: str) -> None:
    found = [each for each in article(copy).names if each.kind != "role"]
    assert [(each.text, each.kind) for each in found] == [(name, kind)]


def test_cues_are_the_words_that_tie_a_statement_to_its_source() -> None:
    first, second, third = SAID.cues
    assert (first.passage.text, first.kind, first.lemma) == ("said", "speech", "say")
    assert first.source is not None
    assert stands(SAID, first.source) == "Ana Ruiz"
    assert (second.passage.text, second.source and second.source.text) == ("said", "she")
    assert (third.kind, third.source, third.passage) == ("link", None, third.sentence.passage)
    assert SAID.cues.within(SAID.prose[0].sentences[0]) == (first,)
    assert len(SAID.cues) == 3


def test_claims_stand_in_the_sentence_that_makes_them() -> None:
    (claim,) = SAID.claims
    assert (claim.kind, stands(SAID, claim.passage)) == ("statistic", "90% of residents")
    sentences = SAID.prose[0].sentences
    assert SAID.claims.within(sentences[0]) == (claim,)
    assert SAID.claims.within(sentences[1]) == ()
    assert claim.sentence.passage.text == sentences[0].text


def test_what_stands_around_a_part_of_a_passage() -> None:
    passage = article("It opens on 5 May, at noon.\n").prose[0]
    part = passage[12:17]
    assert (passage.before(part), passage.before(part, 3)) == ("It opens on ", "on ")
    assert (passage.after(part), passage.after(part, 4)) == (", at noon.", ", at")
    assert passage.to(passage[3:8], part).text == "opens on 5 May"
    inner = passage[3:]
    assert inner.before(part, 30) == "opens on "
