"""Sentences of news copy: a table of cases cut by hand, and what holds for any text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from presslint.sentences import split


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@given(st.text(alphabet=st.sampled_from('aB.!?…"”’) \n19,\ufffc'), max_size=80))
def test_sentences_cover_the_words_in_order(text: str) -> None:
    spans = split(text)
    assert "".join(text[a:b] for a, b in spans).split() == text.split() or "".join(
        "".join(text[a:b].split()) for a, b in spans
    ) == "".join(text.split())
    assert all(a < b for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(not text[a].isspace() and not text[b - 1].isspace() for a, b in spans)
