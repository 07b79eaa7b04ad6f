"""Sourcing and quote rules on whole stories: one that leans on nobody, one that names everybody, controls."""

from __future__ import annotations

from typing import Any

import pytest

from presslint.article import Article
from presslint.engine.lint import lint
from presslint.model.finding import Finding
from presslint.packs.catalog import Catalog, house
from presslint.reading import Settings, read

CATALOG = Catalog([house()])
CHAPTERS = ("sourcing", "quotes")
MERGED = ("heading-promises-list",)  # a host that takes a finding of these chapters in
RULES = [
    rule()
    for rule in CATALOG.rules.values()
    if rule.default_on and (rule.chapter in CHAPTERS or rule.name in MERGED)
]


def story(text: str, name: str = "story.md", **settings: Any) -> Article:
    return next(iter(read(text.encode(), name, Settings(article=settings))))


def findings(text: str, name: str = "story.md", **settings: Any) -> list[Finding]:
    result = lint(story(text, name, **settings), RULES)
    assert not result.crashes
    return list(result.findings)


def told(text: str, name: str = "story.md", **settings: Any) -> list[tuple[int, str, str]]:
    """Line, severity and rule of each finding of the two chapters."""
    article = story(text, name, **settings)
    return [
        (article.source.position(found.span.start).line, str(found.severity), rule)
        for found in findings(text, name, **settings)
        for rule in (found.rule, *found.also)
        if rule not in MERGED
    ]


LEANING = """\
The Skerry Herald

Harbour

Ferries Overtake Planes as Islands Close Travel Gap

The islands continue to dominate coastal ferry capacity, but the mainland is rapidly catching up in \
route planning, according to new analysis from Tidewatch. The dynamic between the two coasts shows the \
strengths that each brings to the race for passengers this decade.

Islands Lead in Ferry Capacity

Ferries form the backbone of travel here, and no winter passes without them. The islands hold a clear \
lead in this field, with a greater number of boats and berths compared to the mainland. This advantage is \
supported by the Moll Institute’s Coastal Ferry Survey, which points to a strong fleet and busy yards.

Mainland Narrows the Planning Gap

While the islands remain ahead in boats, the mainland is quickly closing the gap in planning. Tidewatch’s \
reporting aligns with analysis from the NCF Route Tracker, which notes a surge in mainland investment, \
hiring and training.

Competition and What It Means

Multiple analyses, including the HBS’s 2023 ferry research update, confirm that while the islands keep \
their strength in boats, the mainland has momentum in planning. The narrowing gap suggests a closer race.

Challenges and Room for Agreement

Experts note that fuel rules and winter storms could impact the flow of spare parts and crews. Both coasts \
face the task of balancing speed with safety at sea.

Despite the contest, there are calls for more openness and for common rules on crowding to lower the risk \
for everybody who travels.

Looking Ahead

As the race goes on, the islands’ leadership in ferry data remains an asset, but the mainland’s rapid \
advances in planning suggest a shifting landscape. Ministers and owners on both coasts are likely to put \
money, invention and travel first as ferries become ever more central to the life of the coast.

The coming years will test the ability of each coast to use its strengths while it finds its way through \
a busy and crowded sea.
"""


def test_a_story_that_leans_on_nobody() -> None:
    assert told(LEANING, "story.txt") == [
        (11, "suggestion", "claim-without-figure"),
        (15, "suggestion", "claim-without-figure"),
        (19, "warning", "plural-sources-one-named"),
        (19, "suggestion", "stale-source-year"),
        (21, "warning", "unsourced-section"),
        (23, "warning", "anonymous-authority"),
        (25, "warning", "anonymous-authority"),
        (27, "suggestion", "unsourced-section"),
    ]


def test_traps_of_that_story_are_no_sources() -> None:
    sentences = {
        sentence.text[:24]: sentence.level for sentence in story(LEANING, "story.txt").attribution.sentences
    }
    assert sentences["As the race goes on, the"] == 0  # “leadership in ferry data”, “advances suggest”
    assert [source.name for source in story(LEANING, "story.txt").attribution.sources] == [
        "Tidewatch",
        "Moll Institute",
        "NCF Route Tracker",
        "HBS",
    ]


def test_on_the_web_the_named_documents_need_links() -> None:
    body = LEANING.split("\n\n")
    heads = {4, 6, 8, 10, 13}
    text = f"---\ntitle: {body[2]}\n---\n\n" + "\n\n".join(
        f"## {part}" if number in heads else part for number, part in enumerate(body) if number > 2
    )  # fmt: skip
    unlinked = [found for found in findings(text) if found.rule == "source-not-linked"]
    assert len(unlinked) == 4
    linked = (
        text.replace("Tidewatch.", "[Tidewatch](https://tidewatch.example/report).", 1)
        .replace("Coastal Ferry Survey", "[Coastal Ferry Survey](https://moll.example)")
        .replace("NCF Route Tracker", "[NCF Route Tracker](https://ncf.example)")
        .replace("2023 ferry research update", "[2023 ferry research update](https://hbs.example)")
    )
    assert not [found for found in findings(linked) if found.rule == "source-not-linked"]


GOOD = """\
---
title: Island keeps its winter ferry
author: Ana Ruiz
date: 2026-03-02
---

SKERRY — The last winter ferry will sail on Sunday after all, the harbour master, Ines Moll, said on Monday.

“We found two pilots in Leith,” Moll said. “They start next week.”

Four in ten islanders use the boat in winter, [the board's 2025 count](https://board.example/count) shows. \
That is twice as many as in 2015.

A board member involved in the talks, who asked not to be named because they go on, said the pay was 12 \
percent higher than last year.

Critics, among them Ben Cole of the Taxpayers' League, say the price is too high. “It is a lot of money \
for a boat that sails half empty,” Cole said.

## What happens next

The board meets again on 4 March, Moll said. She could not say what the summer will bring:

- Fares rise by 5 percent in May, according to the board.
- The cafe on the pier stays open.
- Two boats go to the yard.

Moll declined to say who would pay for that. “Ask me in April,” she said.
"""


def test_a_good_story_is_clean() -> None:
    assert told(GOOD) == []


@pytest.mark.parametrize(
    ("settings", "text"),
    [
        ({"story-type": "opinion"}, LEANING),
        (
            {},
            "# Rovers beat City\n\nRovers won 3-1 on Saturday in front of 40,000 people. Cole scored "
            "twice in the "
            "first half. City had 61% of the ball and lost. It was the first win in ten games.\n",
        ),
        (
            {},
            "# How to book\n\nYou need a card. Experts on the quay can help you. Most people wait ten "
            "minutes, "
            "and you will too. Your seat is likely to be taken when you are late.\n",
        ),
        (
            {},
            "# What the chatbot said\n\nThe page ended with the words “Experts say that many believe it "
            "is widely "
            "known,” Ana Ruiz of the archive said. “There are calls for a new one,” it went on, she said.\n",
        ),
        ({}, "# Der Hafen\n\n" + "Der Rat sagt, dass der Hafen 90 % der Menschen gehört. " * 20 + "\n"),
        ({"language": "de"}, "# Der Hafen\n\nExperts say so.\n"),
    ],
)
def test_controls_are_quiet(settings: dict[str, Any], text: str) -> None:
    grave = [rule for _, severity, rule in told(text, **settings) if severity != "suggestion"]
    assert set(grave) <= {"source-not-linked"}  # a link is owed in a column as well


def test_an_article_without_any_source_gets_one_finding_for_all() -> None:
    text = (
        "---\ntitle: Boats are late\n---\n\n"
        + "Nearly 40% of residents own a boat. Experts say the pier is set to close. " * 12
        + "\n\n## Outlook\n\n"
        + "The pier is likely to close in the coming years. Fares are set to rise on the island. " * 4
        + "\n"
    )
    rules = {found[2] for found in told(text)}
    assert "no-named-source" in rules
    assert not rules & {"unsourced-section", "unsourced-statistic"}


def test_a_section_without_a_source_takes_its_statistics_in() -> None:
    text = (
        "# Ferries\n\nThe port is busy, Ana Ruiz of the port said.\n\n## Fares\n\nFares rose, Ruiz said.\n\n"
        "## Outlook\n\nThe pier is likely to close in the coming years, with the old cafe beside it and "
        "the house "
        "of the keeper. One in three people fear the winter on the island, and the boats are set to "
        "leave before "
        "the first storm of the autumn comes in from the north.\n"
    )
    assert told(text) == [(9, "suggestion", "unsourced-section")]
