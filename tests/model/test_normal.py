"""The normal form of words: what is one to a reader is one to a rule, and stands where it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from places import misplaced
from presslint.model.normal import is_normal, mixed_words, normal, sliced
from presslint.model.passage import Builder, Part, Passage
from presslint.model.source import Source

ANY = st.text(
    st.sampled_from("ab cé1 \t\n\u00a0\u00ad\u200b\u200d\ufe0f\0\x85а\u0435α👩❤ﬁ𝐚\u0301Ａ字\ufffc\U000e0061")
    | st.characters(exclude_categories=["Cs"]),
    max_size=30,
)


def whole(text: str) -> Passage:
    return Passage.of(Source(text), 0, len(text))


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("two  blanks,\ta tab", "two blanks, a tab"),
        ("a\u00a0no-break\u202fand\u2009thin\u3000blank", "a no-break and thin blank"),
        ("one\r\n  line", "one line"),
        (" \u200b ends\u00ad ", "ends"),
        (
            "soft\u00adhyphen, zero\u200bwidth, join\u2060er, C\u034fGJ, bi\u202edi",
            "softhyphen, zerowidth, joiner, CGJ, bidi",
        ),
        ("tag\U000e0061ged, N\0UL, C\x1f1, C\x812", "tagged, NUL, C1, C2"),
        ("an obj\ufffcect", "an object"),
        ("fеrry аnd Ηarbour sail а mile", "ferry and Harbour sail a mile"),
        ("𝐁𝐨𝐥𝐝 ｗｉｄｅ ofﬁce ꜱᴍᴀʟʟ", "Bold wide office small"),
        ("cafe\u0301", "café"),
        ("\u200b", ""),
    ],
)
def test_what_looks_alike_reads_alike(written: str, read_as: str) -> None:
    assert normal(whole(written)).text == read_as


@pytest.mark.parametrize(
    "text",
    [
        "“Plain” copy — it’s all here…",
        "👩\u200d👩\u200d👧 and ❤\ufe0f and 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "می\u200cخواهم",  # a script whose letters need the joiner
        "25\u00a0000 people",  # one figure
        "Она купила сор",  # a word of another script, though each of its letters has a Latin double
        "TNFα, μm, Яndex and β",  # symbols, and a word that no Latin letters could write
        "気象庁によるとＡＰ",
    ],
)
def test_what_a_script_an_emoji_or_a_figure_needs_stays(text: str) -> None:
    assert normal(whole(text)).text == text


@given(ANY)
def test_every_character_stands_where_it_is_written(text: str) -> None:
    passage = whole(text)
    found = normal(passage)
    assert misplaced(found) == ""
    assert found.written.text == text
    assert normal(found).text == found.text  # once is enough
    if is_normal(text):
        assert found is passage
    places = [found.place(at) for at in range(len(found))]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)


@given(ANY, st.integers(0, 30), st.integers(0, 30))
def test_a_slice_of_what_is_written_is_a_slice_of_what_is_read(text: str, start: int, end: int) -> None:
    passage = whole(text)
    part = passage[start:end]
    cut = sliced(normal(passage), part)
    assert cut.root is normal(passage).root or cut.root.text == normal(passage).text
    if cut.text:
        assert part.span.start <= cut.span.start
        assert cut.text in normal(passage).text


@given(ANY)
def test_as_another_part_it_knows_what_was_written(text: str) -> None:
    found = normal(whole(f"a {text} b"))
    assert found.as_part(Part.DEK).written.text == found.written.text
    tail = found[2:].as_part(Part.DEK)
    assert tail.written.text == found[2:].written.text


def test_a_blank_at_the_edge_of_markup_leaves_the_markup_out() -> None:
    text = "see [here ](x) now"
    builder = Builder(Source(text))
    builder.add(0, 4)
    at = builder.size
    builder.add(5, 10)
    builder.mark("link", at)
    builder.add(14, len(text))
    found = normal(builder.passage())
    assert found.text == "see here now"
    assert found.marked("link")[0].span == (5, 10)


def test_line_breaks_are_known_though_they_read_as_blanks() -> None:
    found = normal(whole("Ana Ruiz\nReporter"))
    assert found.text == "Ana Ruiz Reporter"
    assert list(found.line_breaks()) == [8]


def test_words_of_two_scripts() -> None:
    assert [text for _, _, text in mixed_words("The fеrry, Яndex, TNFα, Cоvid and ferry")] == [
        "ferry",
        "Covid",
    ]
