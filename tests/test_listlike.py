from __future__ import annotations

import pytest

from presslint.article import Article
from presslint.desk.leadin import goes_on, lead_in, leaves_open, promised
from presslint.desk.listlike import delivers, item_counts, opener
from presslint.desk.outline import following, has_content, holds_unread, is_bare, unread
from presslint.model.passage import Passage
from presslint.model.source import Source
from presslint.reading import read


def passage(text: str) -> Passage:
    return Passage.of(Source(text), 0, len(text))


def article(text: str) -> Article:
    (found,) = read(text.encode(), "story.md")
    return found


@pytest.mark.parametrize(
    ("text", "words", "hard", "tail"),
    [
        ("The plan rests on three pillars:", "The plan rests on three pillars:", True, "colon"),
        (
            "It will close, with each pier losing its own boat:",
            "with each pier losing its own boat:",
            True,
            "colon",
        ),
        (
            "The boat was late. The reasons are as follows.",
            "The reasons are as follows.",
            True,
            "announcement",
        ),
        (
            "It calls at several piers, including",
            "It calls at several piers, including",
            True,
            "announcement",
        ),
        ("The board has three aims —", "The board has three aims —", True, "dash"),
        ("First the vote; then the boat;", "then the boat;", True, "semicolon"),
        ("Here are the piers:", "Here are the piers:", False, "presentation"),
        ("The fares are listed below.", "The fares are listed below.", False, "presentation"),
        ("They include the following.", "They include the following.", False, "presentation"),
    ],
)
def test_lead_ins(text: str, words: str, hard: bool, tail: str) -> None:
    found = lead_in(passage(text))
    assert found is not None
    assert (found.words.text, found.hard, found.tail) == (words, hard, tail)


@pytest.mark.parametrize(
    "text",
    [
        "The boat sailed.",
        "Temperatures fell below",
        "It sailed on the following day.",
        "We voted :wink:",
        "Many boats, for example.",
        "“We will sail,” she said",
        "a well-",
        "",
        ":",
    ],
)
def test_what_announces_no_list(text: str) -> None:
    found = lead_in(passage(text))
    assert found is None or text == ":"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("- A boat", "bullet"),
        ("• A boat", "bullet"),
        ("1. A boat", "number"),
        ("Step 2 Board the boat", "number"),
        ("Price: nine pounds", "label"),
        ("Ana Ruiz – harbour master", "label"),
        ("9.30am: first boat", "date"),
        ("May 4 First boat sails", "date"),
        ("Q: Who sails?", "question"),
        ("Who sails? The board does.", "question"),
        ("“We sail,” she said.", "quotation"),
        ("First, the boat is late.", "ordinal"),
        ("The boat is late and the pier is closed.", ""),
    ],
)
def test_openers(text: str, kind: str) -> None:
    assert opener(passage(text)) == kind


def test_bold_and_linked_openers_are_read_from_the_marks() -> None:
    blocks = article("Lead.\n\n**Price.** Nine pounds.\n\n[The timetable](a.html)\n").blocks
    assert [opener(block.passage) for block in blocks if block.passage] == ["", "bold", "link"]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("- one\n- two\n", True),
        ("> We sail.\n", True),
        ("| a | b |\n| --- | --- |\n| 1 | 2 |\n", True),
        ("![Boat](a.jpg)\n", True),
        ("    code\n", True),
        ("Nine pounds.\n", True),
        ("and the boat sails on through the night to the north pier and back\n", True),
        (("The boat sails on through the night to the north pier and back " * 3).strip() + ".\n", False),
        ("## Subhead\n", False),
    ],
)
def test_what_delivers(block: str, expected: bool) -> None:
    blocks = article("Lead paragraph here.\n\n" + block).blocks
    assert delivers(blocks, 1) is expected


def test_items_are_counted_in_every_way() -> None:
    found = article(
        "## Piers\n\n- north\n- south\n- mill\n\n**One.** Text.\n\n**Two.** Text.\n\n"
        "### Fares\n\n| a |\n| --- |\n| 1 |\n\n### Times\n\nText.\n"
    )
    assert sorted(item_counts(found.sections[1])) == [1, 2, 2, 3]


def test_a_gap_with_something_unread_counts_as_content() -> None:
    plain = article("Lead.\n\n## Form\n\n<!-- later -->\n\n## Next\n\nText.\n")
    form = plain.sections[1]
    assert form.heading is not None
    after = following(plain, form.heading)
    assert after is not None
    assert after.text == "Next"
    assert not unread(plain, form.heading, after)
    assert is_bare(plain, form)
    assert not holds_unread(plain, form)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Words.\n", True),
        ("Advertisement\n", False),
        ("Photo:\n", False),
        ("---\n", False),
        ("![a](b.jpg)\n", True),
    ],
)
def test_content(text: str, expected: bool) -> None:
    assert has_content(article("# Head\n\n## Sub\n\n" + text).blocks[-1]) is expected


@pytest.mark.parametrize("notes", ["Footnotes", "References", "Notes"])
def test_footnotes_fill_a_section_of_notes_and_the_last_one(notes: str) -> None:
    text = "Lead.[^1]\n\n## {}\n\n[^1]: The harbour board’s minutes of 3 May.\n\n## Fares\n\nThey rise.\n"
    filled = article(text.format(notes))
    assert not is_bare(filled, filled.sections[1])
    empty = article(text.format("Reaction"))
    assert is_bare(empty, empty.sections[1])
    last = article("Lead.[^1]\n\n## Reaction\n\n[^1]: The harbour board’s minutes of 3 May.\n")
    assert not is_bare(last, last.sections[1])


@pytest.mark.parametrize(
    ("text", "after", "broken_off"),
    [
        ("The grant will help the trust to:", "The trust was founded by fishermen.", True),
        ("The grant will help the trust to:", "Plan the winter and hire a second crew.", False),
        ("They talked to:", "The harbour master was away.", False),
        ("We pay for it by:", "The office opened in May.", True),
        ("She wants a boat that sails at night and crews that:", "The ferry is old.", True),
        ("Here is how the ferry does that:", "The ferry is old.", False),
        ("This is what they asked for:", "The ferry is old.", False),
        ("The fares are these:", "The ferry is old.", False),
    ],
)
def test_a_sentence_that_breaks_off_at_its_colon(text: str, after: str, broken_off: bool) -> None:
    assert leaves_open(text, after) is broken_off


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The trust has four goals for the year:", {4}),
        ("He was away for 10 days. There are two kinds of tide tables:", {2}),
        ("Circular A-11 says:", set()),
        ("Fares rose 12 percent:", set()),
    ],
)
def test_the_number_of_things_that_a_sentence_announces(text: str, numbers: set[int]) -> None:
    assert promised(text) == numbers


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("These four piers are the oldest.", True),
        ("Each of these piers needs a crew.", True),
        ("With these tables in hand, the crew sailed.", True),
        ("North pier, the oldest of all.", False),
        ("The north pier closes in May.", False),
    ],
)
def test_a_paragraph_that_goes_on_after_a_list(text: str, goes: bool) -> None:
    assert goes_on(text) is goes
