"""What an article says more than once, at its exact places."""

from __future__ import annotations

from presslint.article import Article
from presslint.desk.parts import Parts
from presslint.desk.repeats import Repeat, Unit, joined
from presslint.model.passage import Passage
from presslint.reading import read

LINE = "The council will decide in May whether the boat runs after dark."
OTHER = "Islanders wait and hope for a good answer from the council."


def article(text: str, name: str = "story.md") -> Article:
    (found,) = read(text.encode(), name)
    return found


def places(text: str, each: Repeat[Passage]) -> list[tuple[int, str]]:
    """The line and the words of the source at each place."""
    spans = [place.span for place in each.places]
    return [(text[: span.start].count("\n") + 1, text[span.start : span.end]) for span in spans]


def test_paragraphs_that_come_back_are_one_repeat_with_all_places() -> None:
    text = f"{LINE}\n\nNews.\n\n{LINE.upper()}\n\n- {LINE}\n"
    (found,) = article(text).repeats.paragraphs
    assert places(text, found) == [(1, LINE), (5, LINE.upper()), (7, LINE)]
    assert (found.unit, found.times, found.numbers) == (Unit.PARAGRAPH, 3, (0, 2, 3))


def test_a_sentence_is_found_inside_its_paragraphs() -> None:
    text = f"News came. {LINE} It rained.\n\nIt was late. {LINE}\n"
    (found,) = article(text).repeats.sentences
    assert places(text, found) == [(1, LINE), (3, LINE)]
    assert found.first.root.text.startswith("News came.")


def test_a_sentence_without_a_blank_before_it_is_one_of_its_own() -> None:
    text = f"News came.{LINE} It rained.\n\nIt was late. {LINE}\n"
    (found,) = article(text).repeats.sentences
    assert places(text, found) == [(1, LINE), (3, LINE)]


def test_a_short_sentence_may_come_back() -> None:
    assert not article("The boat was late again. The boat was late again.\n").repeats.sentences


def test_a_repeat_without_some_paragraphs_has_the_other_places() -> None:
    (found,) = article(f"{LINE} A.\n\n{LINE} B.\n\n{LINE} C.\n").repeats.sentences
    assert found.without({1}).numbers == (0, 2)
    assert found.without({0, 1, 2}).times == 0


def test_sentences_that_follow_each_other_in_both_places_are_joined() -> None:
    text = f"A. {LINE} {OTHER}\n\nB.\n\n{LINE} {OTHER} C.\n"
    runs = list(joined(article(text).repeats.sentences))
    assert [[pair.first.text for pair in run] for run in runs] == [[LINE, OTHER]]


def test_sentences_that_stand_apart_in_one_place_are_not_joined() -> None:
    text = f"A. {LINE} {OTHER}\n\nB.\n\n{LINE} And then. {OTHER}\n"
    assert [len(run) for run in joined(article(text).repeats.sentences)] == [1, 1]


def test_paragraphs_in_a_row_are_counted_up_to_the_first_that_differs() -> None:
    copy = article("A is one.\n\nB is two.\n\nC is it.\n\nA is one.\n\nB is two.\n\nD is it.\n")
    assert copy.repeats.in_a_row(0, 3) == 2


def test_a_row_does_not_run_into_its_own_copy() -> None:
    copy = article("A is one.\n\nA is one.\n\nA is one.\n\nA is one.\n")
    assert copy.repeats.in_a_row(0, 1) == 1


def test_a_clause_is_found_at_its_full_length() -> None:
    clause = "one that many have copied or tried to copy"
    text = f"The pact is {clause}. It runs for a year. Pilots say it’s {clause} since.\n"
    (found,) = article(text).repeats.clauses(5)
    assert places(text, found) == [(1, clause), (1, clause)]
    assert not list(article(text).repeats.clauses(10))


def test_lists_and_items_are_repeats_of_their_own() -> None:
    text = "One:\n\n- Ana Ruiz\n- Ben Cole\n- Ana Ruiz\n\nTwo:\n\n- Ana Ruiz\n- Ben Cole\n- Ana Ruiz\n"
    repeats = article(text).repeats
    (lists,) = repeats.lists
    assert (lists.times, lists.words) == (2, ("Ana Ruiz", "Ben Cole", "Ana Ruiz"))
    assert [(each.words, each.times) for each in repeats.items] == [(("Ana Ruiz",), 2)] * 2
    assert [each.inside for each in repeats.items] == list(lists.places)


def test_subheads_repeat_under_one_parent() -> None:
    text = (
        "Lead.\n\n## Ana\n\n### Past\n\nA.\n\n## Ben\n\n### Past\n\nB.\n\n### Plan\n\nC.\n\n### Plan\n\nD.\n\n"
        "### The plans\n\nE.\n"
    )
    repeats = article(text).repeats
    assert [each.words for each in repeats.subheads] == [("Plan",)]
    (alike,) = repeats.alike
    assert [place.text for place in alike.places] == ["Plan", "Plan", "The plans"]


def test_links_with_the_same_words_and_address_are_a_repeat() -> None:
    text = "A [Source](https://a.example.org/), b [source:](https://a.example.org), c [source](/here), d [source](/here).\n"
    (found,) = article(text).repeats.links
    assert (found.times, found.words) == (2, ("https://a.example.org", "source"))


def test_a_label_knows_its_double_and_what_holds_both() -> None:
    text = "The Harbour Board Harbour Board met.\n\n## HARB (HARB)\n\nIt met.\n"
    twice, bracketed = article(text).repeats.labels
    assert places(text, twice) == [(1, "Harbour Board"), (1, "Harbour Board")]
    assert places(text, bracketed) == [(3, "HARB"), (3, "HARB")]
    assert bracketed.around is not None
    assert bracketed.around.text == "HARB (HARB)"


def test_quotations_are_compared_without_their_marks_and_case() -> None:
    text = "“It was a great day,” she said. He said: “it was a great day.”\n"
    (found,) = article(text).repeats.quotations
    assert [words.rstrip(",.") for _, words in places(text, found)] == [
        "It was a great day",
        "it was a great day",
    ]


def test_paragraphs_that_differ_in_one_place_are_filled_in() -> None:
    rail = "has put the comfort of its crews first this year and means to go on with that."
    text = "".join(f"{town} {rail}\n\n" for town in ("Ayton", "Beeton", "Ceeton"))
    (found,) = article(text).repeats.filled(15, 3)
    assert [block.text.split()[0] for block in found.blocks] == ["Ayton", "Beeton", "Ceeton"]
    assert found.fillings == ("Ayton", "Beeton", "Ceeton")
    assert not article(text).repeats.filled(15, 4)


def test_parts_tell_under_which_subhead_a_paragraph_stands() -> None:
    parts = Parts(article("Lead.\n\n## Series 2.4\n\nA.\n\n## Series 2.5\n\nB.\n\nC.\n"))
    assert [parts.part_of(number) for number in range(4)] == [0, 1, 2, 2]
    assert parts.label(1) == parts.label(2)
    assert parts.in_one_part(2, 3)
    assert not parts.in_one_part(1, 2)


def test_items_of_two_lists_are_the_same_whatever_label_opens_them() -> None:
    text = "- **Boats**: more of them go north now\n- nets\n\nNews.\n\n- ✅ Fleet: More of them go north now.\n- piers\n"
    (found,) = article(text).repeats.shared
    assert [place.text for place in found.places] == [
        "Boats: more of them go north now",
        "✅ Fleet: More of them go north now.",
    ]
    assert found.words == ("more of them go north now",)


def test_items_of_the_same_list_twice_are_a_list_that_comes_back_and_no_shared_items() -> None:
    text = "- more of them go north now\n- nets\n\nNews.\n\n- more of them go north now\n- nets\n"
    repeats = article(text).repeats
    assert not repeats.shared
    assert [each.times for each in repeats.lists] == [2]


def test_a_label_is_doubled_by_the_words_behind_its_colon_in_a_subhead_only() -> None:
    (found,) = article("## Pier: Pier opens\n\n- Boat: Boat opens\n").repeats.labels
    assert [place.text for place in found.places] == ["Pier", "Pier"]
