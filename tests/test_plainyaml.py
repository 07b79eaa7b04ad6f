"""What is read line by line is what the YAML parser reads, place by place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from presslint.reading import plainyaml, yamltext
from presslint.reading.tree import Node

BITS = [
    "title", "a", "b-c", "Null", "true", "12", "1.5", "2026-05-05", "2026-05-05 10:00", "~", "no", "é", "“so”", "x y", "a:b", "a#b", "-", "--", "- ", "-a",
    ":", ": ", " ", "  ", "\t", "\n", "\n", "\n\n", "\r\n", "#", " #", "'", '"', '""', "''", "'a: b'", '"a # b"', '"\\n"', "[", "]", "[]", "[a, b]", "[a , 'b', \"c\"]",
    "[a,]", ",", "{", "}", "{a: b}", "&a ", "*a", "!", "!!str 1", "|", ">", "|\n  a", "%", "@", "`", "?", "? a", "<<", "=", "...", "---", "\u2028", "\x85", "\ufeff", "\xa0", "😀",
]  # fmt: skip
VALUES = st.sampled_from([bit for bit in BITS if "\n" not in bit])
LINES = st.one_of(
    st.builds(
        "{}:{}{}".format, st.sampled_from(["a", "b", "title", "on", "x_y", "é", "a b"]), st.sampled_from(["", " ", "  "]), VALUES
    ),
    st.builds("{}-{}{}".format, st.sampled_from(["", "  ", " "]), st.sampled_from([" ", "  ", ""]), VALUES),
    st.sampled_from(["", "  ", "# note", "  # note", "  going on", "..."]),
)  # fmt: skip
GOOD = st.one_of(
    st.builds(
        "{}: {}".format,
        st.sampled_from("abcdefghijklmnopqrst"),
        st.sampled_from(
            ["x", "x y", "1", "no", "'it'", '"a: b"', "[a, 'b']", "[]", "a:b#c", "(x)", "2026-05-05"]
        ),
    ),
    st.sampled_from(
        ["k:\n- a\n- b: c", "l:\n  - a\n\n  - 'b'", "m:", "n:\n", "# note", "", "  # note", "- x", "  - y"]
    ),
)
HEADERS = st.one_of(
    st.lists(st.one_of(GOOD, GOOD, GOOD, GOOD, LINES), max_size=6).map("\n".join),
    st.lists(GOOD, max_size=6).map("\n".join),
    st.lists(LINES, max_size=6).map("\n".join),
    st.lists(LINES, max_size=6).map(lambda lines: "".join(line + "\n" for line in lines)),
    st.lists(st.sampled_from(BITS), max_size=12).map("".join),
)


def flat(node: Node) -> Any:
    written = [(entry.key, tuple(entry.key_span), flat(entry.node)) for entry in node.entries]
    style = None if node.pieces is None else node.pieces.__name__
    return node.shape, node.start, node.end, node.value, style, list(map(flat, node.items)), written


@given(HEADERS)
@example("a: b\n- c\n")
@example("a:\n- b\n\n# note\nc: d")
@example("a:\n  - b\n - c\n")
@example("a: b\n  c\n")
@example("a:\n  # note\n  - b\n# note\n  - c\n")
@example("a: [b c,'d' , \"e\"]\n")
@example("a: ''\nb: \"\"\n")
def test_what_is_plain_is_what_the_parser_reads(text: str) -> None:
    plain = plainyaml.read(text, 7)
    if plain is not None:
        parsed = yamltext.read(text, 7)
        assert not parsed.problems
        assert parsed.root is not None
        assert flat(plain) == flat(parsed.root)


@pytest.mark.parametrize(
    "text",
    [
        "title: Council keeps night buses\nauthor: Ana Ruiz\ndate: 2026-05-05\n",
        'title: "Council: no night buses"\ntags: [buses, "night, late"]\ndraft: false\n',
        "# who\nbyline:\n  - Ana Ruiz\n  - Ben Cole\n\nurl: https://example.org/a#b\nempty:\n",
    ],
)
def test_most_headers_are_plain(text: str) -> None:
    assert plainyaml.read(text, 0) is not None


@pytest.mark.parametrize(
    "text",
    ["", "# note\n", "a: b: c\n", "a: |\n  b\n", "a: 1\na: 2\n", "a:\tb\n", "a: &b c\n", "a:\n  b: c\n"],
)
def test_the_rest_is_left_to_the_parser(text: str) -> None:
    assert plainyaml.read(text, 0) is None
