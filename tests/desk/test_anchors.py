"""In-page links lead where any site generator would take them, and nowhere else."""

from __future__ import annotations

import pytest

from presslint.desk.anchors import Anchors
from presslint.reading import read


def anchors(text: str, path: str = "story.md") -> Anchors:
    (found,) = read(text.encode("utf-8"), path)
    return Anchors(found)


@pytest.mark.parametrize(
    ("subhead", "anchor"),
    [
        ("The new fares", "#the-new-fares"),
        ("The new fares", "#the_new_fares"),
        ("The new fares", "#The-New-Fares"),
        ("The new fares", "#_the_new_fares"),
        ("The new fares", "#the-new-fares-1"),
        ("The new fares", "#the-new-fares_2"),
        ("The new fares", "#h-the-new-fares"),
        ("The new fares", "#heading-the-new-fares"),
        ("The new fares", "#section-the-new-fares"),
        ("The new fares", "#sec-the-new-fares"),
        ("The new fares", "#user-content-the-new-fares"),
        ("The new fares", "#section-2"),
        ("What’s new & old", "#whats-new--old"),
        ("What’s new & old", "#what-s-new-and-old"),
        ("2. The crew", "#2-the-crew"),
        ("2. The crew", "#the-crew"),
        ("The crew (⛵)", "#the-crew-sailboat"),
        ("The crew (⛵)", "#the-crew-"),
        ("⛵ The crew", "#sailboat-the-crew"),
        ("⛵ The crew", "#-the-crew"),
        ("The crew :boat:", "#the-crew"),
        ("The crew :boat:", "#the-crew-boat"),
        ("Cafés in Łódź", "#cafés-in-łódź"),
        ("Cafés in Łódź", "#cafes-in-lodz"),
        ("Cafés in Łódź", "#cafs-in-dz"),
        ("Straße", "#strasse"),
        ("C++ on board", "#c-plus-plus-on-board"),
        ("`ferry` on board", "#ferry-on-board"),
        ("Ein [Fährplan](/plan)", "#ein-faehrplan"),
        ("Cost {#fares}", "#fares"),
        ("Cost {: .wide #fares}", "#fares"),
        ("Cost {:#fares}", "#fares"),
        ('Cost <a id="fares"></a>', "#fares"),
        ("渡轮时刻表", "#渡轮时刻表"),
    ],
)
def test_an_anchor_that_a_generator_could_make_is_there(subhead: str, anchor: str) -> None:
    assert anchor in anchors(f"Lead.\n\n## {subhead}\n\nBoats sail.\n")


@pytest.mark.parametrize(
    ("subhead", "anchor"),
    [
        ("The new fares", "#fares"),
        ("The new fares", "#the-new-fare"),
        ("The new fares", "#the-new-fares-and-piers"),
        ("The crew (⛵)", "#crew"),
        ("The crew (⛵)", "#the-crew-of-the-old-ferry-that-sails-from-the-north-pier"),
        ("C++", "#crew-of-the-old-ferry-that-sails"),
        ("渡轮时刻表", "#时刻表"),
    ],
)
def test_other_anchors_are_not(subhead: str, anchor: str) -> None:
    assert anchor not in anchors(f"Lead.\n\n## {subhead}\n\nBoats sail.\n")


@pytest.mark.parametrize(
    "text",
    [
        "[[fares]]\n== Cost\n",
        "[#fares]\n== Cost\n",
        "Cost anchor:fares[] of it.\n",
        "(fares)=\n# Cost\n",
        '{{< anchor "fares" >}}\n\nCost.\n',
        '<Heading slug="fares">Cost</Heading>\n',
        "[Cost]{.wide #fares} of it.\n",
        '+++\ntitle = "Cost"\nbody = "<p><a href=\\"#fares\\">Cost</a> <i id=\\"fares\\">of it</i> is four.</p>"\n+++\n',
    ],
)
def test_an_id_counts_in_every_notation(text: str) -> None:
    assert "#fares" in anchors(text)


@pytest.mark.parametrize("anchor", ["#/map", "#!map", "#:~:text=pier", "#page=2", "#comments", "#fnref:3"])
def test_what_is_no_place_of_the_article_is_let_be(anchor: str) -> None:
    assert anchor in anchors("Boats sail.\n")


def test_a_number_alone_leads_nowhere_without_subheads() -> None:
    assert "#section-2" not in anchors("Boats sail.\n")


def test_the_headline_of_the_body_has_an_anchor_and_one_in_front_matter_has_none() -> None:
    assert "#ferry-sails" in anchors("# Ferry sails\n\nBoats sail.\n")
    assert "#ferry-sails" not in anchors("---\ntitle: Ferry sails\n---\nBoats sail.\n")


def test_among_very_many_subheads_with_emoji_any_anchor_may_be_right() -> None:
    few = "".join(f"## Boat ⛵ {number}\n\nIt sails.\n\n" for number in range(20))
    assert "#pier" not in anchors(few)
    assert "#pier" in anchors(few * 11)
