"""A passage's characters stand where it says they stand, whatever is cut, built or composed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from places import misplaced, one_to_one
from presslint.model.passage import MASK, Builder, Part, Passage, through
from presslint.model.source import Source, SourceError, Span

LETTERS = st.sampled_from("ab é😀e\u0301\u202f—“”\t.")
WORDS = st.text(LETTERS, max_size=40)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
BREAKS = st.sampled_from(["\n", "\r\n", "\r"])


@st.composite
def built(draw: st.DrawFn) -> Passage:
    """A passage put together from stretches of a source, some of them blocks, with gaps between."""
    pieces = draw(
        st.lists(
            st.tuples(WORDS.filter(bool), st.one_of(st.none(), WORDS.filter(bool))), min_size=1, max_size=8
        )
    )
    gaps = draw(
        st.lists(st.sampled_from(["", "*", "</b>", "\n> "]), min_size=len(pieces), max_size=len(pieces))
    )
    text, places = "", []
    for (written, meaning), gap in zip(pieces, gaps, strict=True):
        text += gap
        places.append((len(text), len(text) + len(written), meaning))
        text += written
    builder = Builder(Source(text))
    for start, end, meaning in places:
        at = builder.size
        builder.add(start, end, meaning)
        if start % 3 == 0:
            builder.mark("em", at)
    return builder.passage()


@given(built())
def test_what_is_built_stands_in_its_place(passage: Passage) -> None:
    assert misplaced(passage) == ""
    assert passage.text == passage.text.strip()
    if passage.text:
        span = passage.span
        assert 0 <= span.start < span.end <= len(passage.source.text)


@given(built(), st.integers(0, 60), st.integers(0, 60))
def test_a_slice_keeps_every_place(passage: Passage, start: int, end: int) -> None:
    cut = passage[start:end]
    assert cut.text == passage.text[start : max(start, end)]
    assert misplaced(cut) == ""
    assert cut.root is passage.root
    for index in range(len(cut)):
        assert cut.place(index) == passage.place(index + (cut.at - passage.at))
    for mark in cut.marks:
        assert 0 <= mark.start <= mark.end <= len(cut)


@given(built(), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=2, max_size=4))
def test_a_slice_of_a_slice_is_a_slice(passage: Passage, cuts: list[tuple[int, int]]) -> None:
    """Whether the places of those in between were asked for or not."""
    late = early = passage
    for start, end in cuts:
        late, early = late[start:end], early[start:end]
        assert early.span == passage[early.at : early.at + len(early)].span or not early.text
        _ = early.marks
    assert (late.text, late.at, late.runs, late.marks) == (early.text, early.at, early.runs, early.marks)


def test_slices_in_a_row_are_no_deeper_than_one() -> None:
    passage = Passage.of(Source("a" * 5000), 0, 5000)
    for _ in range(4999):
        passage = passage[1:]
    assert passage.span == (4999, 5000)


@given(built())
def test_place_and_index_are_each_others_inverse(passage: Passage) -> None:
    for index in range(len(passage)):
        place = passage.place(index)
        back = passage.index(place.start)
        assert passage.place(back) == place


@given(built())
def test_words_and_finds_are_slices(passage: Passage) -> None:
    for word in passage.words:
        assert passage[word.start : word.end].text == word.text
    for found, match in passage.find(re.compile(r"\S+")):
        assert found.text == match.group()
        assert misplaced(found) == ""


@given(WORDS)
def test_of_is_the_source_itself(text: str) -> None:
    passage = Passage.of(Source(text), 0, len(text))
    assert passage.text == text
    assert passage.whole
    assert one_to_one(passage)


def test_masked_words_keep_their_places() -> None:
    passage = Passage.of(Source("He said “no way” twice."), 0, 23)
    masked = passage.masked([(9, 15)])
    assert masked.text == "He said “" + MASK * 6 + "” twice."
    assert masked[16:].span == passage[16:].span


def test_a_block_that_markup_interrupts_is_not_whole() -> None:
    source = Source("a *b* c")
    builder = Builder(source)
    builder.add(0, 2)
    builder.add(3, 4)
    builder.add(5, 7)
    passage = builder.passage(Part.PARAGRAPH)
    assert passage.text == "a b c"
    assert passage.span == Span(0, 7)
    assert not passage.whole
    assert passage[2:3].whole


@given(built())
def test_a_text_read_from_a_passage_maps_through_to_the_file(outer: Passage) -> None:
    inner_source = Source(outer.text)
    builder = Builder(inner_source)
    for match in re.finditer(r"\S+", outer.text):
        if builder.size:
            builder.add(match.start() - 1, match.start(), " ")
        builder.add(*match.span())
    inner = builder.passage()
    whole = through(inner, outer)
    assert whole.text == inner.text
    assert whole.source is outer.source
    assert misplaced(whole) == ""
    for index, char in enumerate(whole.text):
        if not char.isspace():
            assert whole.place(index) == outer.place(inner.place(index).start)


# -- sources --------------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.text(LETTERS, max_size=8), BREAKS), max_size=8), st.integers(1, 9))
def test_lines_end_at_every_kind_of_break(lines: list[tuple[str, str]], first: int) -> None:
    text = "".join(words + end for words, end in lines)
    source = Source(text, first_line=first)
    expected = re.split(r"\r\n|\r|\n", text)
    assert source.line_count == len(expected)
    assert [source.line(first + number) for number in range(len(expected))] == expected
    for offset in range(len(text) + 1):
        line, column = source.position(offset)
        assert source.offset(line, column) == offset


@given(ANY)
def test_bytes_and_characters_agree(text: str) -> None:
    places, further = Source(text).byte_map(), Source(text).byte_map(7)
    for index in range(len(text) + 1):
        assert places.character(len(text[:index].encode())) == index
        assert further.character(len(text[:index].encode())) == index + 7


@given(ANY, st.sampled_from(["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-32-le"]))
def test_a_byte_order_mark_is_no_text_and_comes_back(text: str, encoding: str) -> None:
    mark = {"utf-8": b"", "utf-8-sig": b"\xef\xbb\xbf"}.get(encoding, "\ufeff".encode(encoding))
    if text.startswith(("\ufeff", "\0")) or (not mark and "\0" in text):
        return  # a NUL after a UTF-16 mark is a UTF-32 mark; without a mark it says binary
    data = mark + text.encode(encoding.removesuffix("-sig"))
    source = Source.decode(data)
    assert source.text == text
    assert source.encode(text) == data


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"a\0b", "binary"),
        (b"caf\xe9 au lait", "not valid UTF-8"),
        ("\ud800".encode("utf-8", "surrogatepass"), "not valid UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError) as caught:
        Source.decode(data, "story.md")
    assert str(caught.value).startswith("story.md")
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)
