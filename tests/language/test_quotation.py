"""Quotation marks in news copy: which words are quoted, which marks stand alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslint.language.quotation import Quotation, find_quotations, mismatched, unbalanced
from presslint.model.passage import Passage
from presslint.model.source import Source


def prose(*paragraphs: str) -> tuple[Passage, ...]:
    """Paragraphs of one source, a blank line between them."""
    source = Source("\n\n".join(paragraphs))
    passages, at = [], 0
    for paragraph in paragraphs:
        passages.append(Passage.of(source, at, at + len(paragraph)))
        at += len(paragraph) + 2
    return tuple(passages)


def quoted(*paragraphs: str) -> list[str]:
    return [found.text for found in find_quotations(prose(*paragraphs))]


def lonely(*paragraphs: str) -> list[tuple[str, int]]:
    return [(mark.text, mark.span.start) for mark in unbalanced(prose(*paragraphs))]


BALANCED = [
    # straight and curly doubles
    ('"We will win," she said. "Soon."', ["We will win,", "Soon."]),
    ("“We will win,” she said.", ["We will win,"]),
    ("He called it “a mess”—then left.", ["a mess"]),
    ('The ("big") deal', ["big"]),
    ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
    ("“He said “no” to me,” she said.", ["He said “no” to me,"]),
    ("``I left,'' he said.", ["I left,"]),
    # British singles
    ("‘We will win,’ she said. ‘It’s late.’", ["We will win,", "It’s late."]),
    ("‘It’s the dogs’ home we’ll save,’ he said.", ["It’s the dogs’ home we’ll save,"]),
    ("'It's the dogs' home we'll save,' he said.", ["It's the dogs' home we'll save,"]),
    ("'He said \"no\" to me,' she said.", ['He said "no" to me,']),
    ("Council 'rules' on dogs' homes and 'cats'.", ["rules", "cats"]),
    ("'I'm goin' home,' he said.", ["I'm goin' home,"]),
    # never quotation marks
    ("The '90s were rock 'n' roll; it's the dogs' home.", []),
    ("The ’90s were rock ’n’ roll; it’s the dogs’ home.", []),
    ("The class of '08 loved dogs' homes. ‘90s music and ‘em all.", []),
    ("players' wives' club", []),
    ("'Twas the night, 'tis said.", []),
    ('He is 5\' 10" tall, she 6\'2", with a 12" pipe.', []),
    ('"I bought a 12" pipe," he said.', ['I bought a 12" pipe,']),
    ("The ‘Developer Notes‘ page", ["Developer Notes"]),
    ("“Half true. “ The rate fell.", ["Half true. "]),
    # arrows
    ("Read the rules »", []),
    ("Home » News » Leeds", []),
    # other languages
    ("« Oui », dit-il. »Ja«, sagte er. „Nein“, sagte sie.", [" Oui ", "Ja", "Nein"]),
]


@pytest.mark.parametrize(("text", "wanted"), BALANCED)
def test_quoted_words(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted
    assert lonely(text) == []


def test_speech_that_goes_on_in_the_next_paragraph() -> None:
    first, second, third = find_quotations(prose("“I left.", "“I went home.", "“Then I came,” he said."))
    assert (first.closed, first.continues, first.continued) == (False, True, False)
    assert (second.closed, second.continues, second.continued) == (False, True, True)
    assert (third.closed, third.continues, third.continued) == (True, False, True)
    assert lonely("“I left.", "“I went home.", "“Then I came,” he said.") == []


def test_speech_whose_later_paragraphs_lack_the_opening_mark() -> None:
    paragraphs = ("“I left.", "I went home.", "Then I came,” he said. “Soon.”")
    parts = list(find_quotations(prose(*paragraphs)))
    assert [part.text for part in parts] == ["I left.", "I went home.", "Then I came,", "Soon."]
    assert [(part.opened, part.closed) for part in parts[:3]] == [
        (True, False),
        (False, False),
        (False, True),
    ]
    assert [(part.continues, part.continued) for part in parts] == [
        (True, False),
        (True, True),
        (False, True),
        (False, False),
    ]
    assert lonely(*paragraphs) == []


def test_a_close_after_other_speech_is_no_continuation() -> None:
    paragraphs = ("“I left.", "He said “no” then.", "Then I came,” he said.")
    assert len(lonely(*paragraphs)) == 2


def test_an_unclosed_mark_reaches_no_further_than_its_sentence() -> None:
    (found,) = find_quotations(prose('"We will win, she said. The mayor denied it.', "The end."))
    assert (found.text, found.opened, found.closed) == ("We will win, she said.", True, False)
    assert lonely('"We will win, she said. The mayor denied it.') == [('"', 0)]


def test_a_mark_that_nothing_opens() -> None:
    (found,) = find_quotations(prose('We will win," she said. The mayor denied it.'))
    assert (found.text, found.opened, found.closed) == ("We will win,", False, True)
    assert lonely('We will win," she said.') == [('"', 12)]


def test_the_mark_left_open_is_the_one_before_a_whole_quotation() -> None:
    assert quoted("“I left. She said, “Go.”") == ["I left.", "Go."]
    assert lonely("“I left. She said, “Go.”") == [("“", 0)]


@given(st.lists(st.text(alphabet="ab .,s'\"“”‘’«»9", max_size=30), max_size=4))
def test_quotations_are_slices_in_order(paragraphs: list[str]) -> None:
    passages = prose(*paragraphs)
    found: list[Quotation] = list(find_quotations(passages))
    places = [(found_one.passage.span.start, found_one.passage.span.end) for found_one in found]
    assert places == sorted(places)
    for quotation in found:
        root = quotation.passage.root
        assert root in passages
        at = quotation.passage.at
        assert root.text[at : at + len(quotation.passage)] == quotation.text
    for mark in unbalanced(passages):
        assert mark.text in {'"', "“", "”", "‘", "«", "»", "'", "''"}


def test_speech_that_fills_paragraphs_and_quotes_others_on_its_way() -> None:
    paragraphs = ('"We will win.', 'He told us "wait a while" twice.', 'Now we are glad."', "The end.")
    assert lonely(*paragraphs) == []
    assert lonely(paragraphs[0], '"We lose," said another.', paragraphs[2]) != []


@pytest.mark.parametrize(
    "text",
    [
        "그는 ‘우리는 이긴다’입니다 라고 말했다.",
        "Die „Perle“(so heißt sie) sagt: „Wir sind ‚sehr froh‘“, und geht.",
        "Hamnen sa ”vi vinner” och gick.",
        "The wall is done âœ“ and so is the pier.",
    ],
)
def test_marks_of_other_tongues_and_damaged_ticks_are_not_lonely(text: str) -> None:
    assert lonely(text) == []


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("”We win,” she said.", ["””"]),
        ("“We win,“ she said.", ["““"]),
        ('"We win” they said.', ['"”']),
        ('“We win,” she said. "So do they," he said.', []),
        ('A 6" pipe, “as ever”.', []),
    ],
)
def test_pairs_that_english_does_not_make(text: str, signs: list[str]) -> None:
    assert [left.text + right.text for left, right in mismatched(prose(text))] == signs
