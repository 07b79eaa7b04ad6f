"""What an article announces, at its exact place, and what delivers it."""

from __future__ import annotations

import pytest

from presslint.article import Article
from presslint.desk.announcement import Announcement, By, Delivered, Sure, Wanted
from presslint.reading import read


def article(text: str, name: str = "story.md") -> Article:
    (found,) = read(text.encode(), name)
    return found


def shown(text: str, each: Announcement) -> str:
    """The words of the source that an announcement stands on."""
    span = each.where.span
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("body", "delivered", "count"),
    [
        ("- price\n- access\n- staffing\n", Delivered.ITEMS, 3),
        ("| a | b |\n| - | - |\n| 1 | 2 |\n", Delivered.ITEMS, 1),
        ("### Price\n\nLow.\n\n### Access\n\nWide.\n\n### Staffing\n\nFew.\n", Delivered.SUBHEADS, 3),
        ("## Reaction\n\nNone yet.\n", Delivered.SUBHEAD, 0),
        ("", Delivered.NOTHING, 0),
        (
            "Islanders have asked the council for a boat that runs after dark, and it has told them that no crew "
            "can be found who would sail it.\n",
            Delivered.OTHER,
            0,
        ),
        ("<form><input name='a'></form>\n", Delivered.UNTOLD, 0),
    ],
)
def test_a_lead_in_knows_what_follows_it(body: str, delivered: Delivered, count: int) -> None:
    text = f"## The plan\n\nIt met on **Monday**. The plan rests on three main pillars:\n\n{body}"
    (found,) = article(text).announcements.lead_ins
    assert shown(text, found) == "The plan rests on three main pillars:"
    assert (found.delivered_by, found.delivered_count) == (delivered, count)
    assert (found.by, found.wanted, found.count, found.open) == (By.SENTENCE, Wanted.ITEMS, 3, True)
    assert found.sure is Sure.CERTAIN


def test_subheads_of_another_number_are_miscounted() -> None:
    text = (
        "The trust set out with four goals for the first year:\n\n## How it began\n\nIn a shed.\n\n"
        "## Reaction\n\nNone.\n"
    )
    (found,) = article(text).announcements.lead_ins
    assert (found.delivered_by, found.count, found.delivered_count) == (Delivered.MISCOUNTED, 4, 2)


@pytest.mark.parametrize("subhead", ["Next", "Last", "Another", "One", "Costs"])
def test_a_subhead_that_opens_like_a_row_delivers_nothing_alone(subhead: str) -> None:
    text = (
        "## Costs of it\n\nThe plan for the buses has three main parts that matter:\n\n"
        f"## {subhead}\n\nThe vote is in May.\n"
    )
    (found,) = article(text).announcements.lead_ins
    assert found.delivered_by is Delivered.SUBHEAD


def test_subheads_in_order_deliver() -> None:
    text = (
        "## Costs of it\n\nThe plan for the buses has some parts that matter:\n\n"
        "## First, the fares\n\nLow.\n\n## Second, the crew\n\nFew.\n"
    )
    (found,) = article(text).announcements.lead_ins
    assert found.delivered_by is Delivered.SUBHEADS


@pytest.mark.parametrize(
    ("said", "delivered", "count"),
    [("Two", Delivered.ITEMS, 2), ("Three", Delivered.MISCOUNTED, 2)],
)
def test_a_headline_counts_its_numbered_subheads(said: str, delivered: Delivered, count: int) -> None:
    text = f"---\ntitle: {said} good ways to save\n---\nIn.\n\n## 1. Close it\n\nA.\n\n## 2. Sell it\n\nB.\n"
    (found,) = article(text).announcements.counts
    assert shown(text, found) == f"{said} good ways"
    assert (found.by, found.noun) == (By.HEADLINE, "ways")
    assert (found.delivered_by, found.delivered_count) == (delivered, count)


@pytest.mark.parametrize(
    ("text", "by", "words", "said", "there"),
    [
        ("It gave two reasons for the cut:\n\n- a lack of crew\n", By.SENTENCE, "two reasons", 2, 1),
        ("Thanks to all 4 pilots:\n\n- Ana\n- Ben\n- Sam\n", By.SENTENCE, "all 4 pilots", 4, 3),
        ("## Changes (5)\n\n- more boats\n", By.BRACKETS, "Changes (5)", 5, 1),
        ("## Piers\n\n- Ayton\n\nShowing 10 of 12\n", By.LINE, "Showing 10 of 12", 12, 10),
    ],
)
def test_a_count_knows_what_is_there(text: str, by: By, words: str, said: int, there: int) -> None:
    (found,) = article(text).announcements.counts
    assert shown(text, found) == words
    assert (found.by, found.count, found.delivered_count) == (by, said, there)
    assert (found.wanted, found.delivered_by) == (Wanted.NUMBER, Delivered.MISCOUNTED)


@pytest.mark.parametrize(
    ("head", "words", "sure", "noun"),
    [
        ("Key dates", "Key dates", Sure.CERTAIN, "items"),
        ("Takeaways and outlook", "Takeaways", Sure.CERTAIN, "takeaways"),
        ("Outlook & Key Challenges", "Key Challenges", Sure.LIKELY, "challenges"),
    ],
)
def test_a_subhead_promises_by_its_words(head: str, words: str, sure: Sure, noun: str) -> None:
    text = f"Lead.\n\n## {head}\n\nBoth sides face challenges, and they hope for an answer.\n"
    (found,) = article(text).announcements.promises
    assert shown(text, found) == words
    assert (found.by, found.wanted, found.sure, found.noun) == (By.SUBHEAD, Wanted.ITEMS, sure, noun)
    assert found.delivered_by is Delivered.OTHER


@pytest.mark.parametrize(
    ("body", "delivered", "count"),
    [
        ("- 3 May: vote\n- 9 May: boat\n", Delivered.ITEMS, 2),
        ("Work began in 1904. It burned down in 1931.\n", Delivered.PROSE, 0),
        ("The rest answers them.\n\n## When does it sail?\n\nAt dawn.\n", Delivered.SUBHEADS, 0),
        ("<form><input name='a'></form>\n", Delivered.NOTHING, 0),
    ],
)
def test_a_promise_can_be_kept_in_many_ways(body: str, delivered: Delivered, count: int) -> None:
    (found,) = article(f"Lead.\n\n## Timeline\n\n{body}").announcements.promises
    assert (found.delivered_by, found.delivered_count) == (delivered, count)


def test_bare_subheads_are_announcements_each() -> None:
    text = "Lead.\n\n## The fares\n\n## The route\n\n## The crew\n\nSix people.\n\n##\n\nMore.\n"
    found = article(text).announcements.bare
    assert [(shown(text, each), each.delivered_by, each.sure) for each in found] == [
        ("The fares", Delivered.NOTHING, Sure.LIKELY),
        ("The route", Delivered.NOTHING, Sure.LIKELY),
        ("", Delivered.UNTOLD, Sure.CERTAIN),
    ]


def test_a_bare_subhead_before_its_like_may_stand_over_it() -> None:
    (found,) = article("Lead.\n\n## Piers\n\n## The north pier\n\nOak.\n").announcements.bare
    assert found.delivered_by is Delivered.SUBHEAD


def test_all_announcements_come_in_reading_order() -> None:
    text = (
        "---\ntitle: Three tips for the fair\n---\nLead.\n\n## Key dates\n\nIt gave two reasons for that:\n\n- a\n\n"
        "## Reaction\n"
    )
    found = article(text).announcements
    starts = [each.where.span.start for each in found]
    assert starts == sorted(starts)
    assert {each.by for each in found} == {By.HEADLINE, By.SUBHEAD, By.SENTENCE}
    assert [shown(text, each) for each in found.of(Wanted.TEXT)] == ["Reaction"]


def test_english_words_announce_nothing_in_another_language() -> None:
    text = (
        "---\nlang: de\ntitle: Three tips for the fair\n---\nDie drei tips sind:\n\n## Takeaways\n\nDer Rat tagt.\n\n"
        "## Folgen\n"
    )
    found = article(text).announcements
    assert not (*found.lead_ins, *found.counts, *found.promises)
    assert [shown(text, each) for each in found.bare] == ["Folgen"]
