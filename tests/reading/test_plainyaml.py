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

# what may stand behind a key or a dash; some of it goes on in the next line
WRITTEN = [
    "x", "x y", "1", "no", "", "  ", "'it'", '"a: b"', "'it''s'", "''", '"a\\n\\u00e9 b"', '"\\x41\\/\\U0001F600"', '"\\ud83d"', '"\\q"', '"a\nb"', "'a\n\n  b'", '"a\\\n  b"', '"a \n  # b"',
    "[a, 'b']", "[]", "[a,]", "[ a ,b, ]", "[a,\n b]", "[a\n, 'b' ]", "a:b#c", "(x)", "2026-05-05", "2026-05-05\n   10:00", "-a", "-1", "- a", "a - b", "| # c", "|2", "x # c", "x #c", "x# c", "# c", "~", "null",
    "&a x", "*a", "!t x", "{a: b}", "{}", "a: b", "a :b", "\xa0x", "x\xa0", "😀", "x:", ":x", "[x", "]", 'a"b', '"a" # c', '"a"#c', "x\t", "a   ", "a\n   b\n   c", "a\n\n   b", "a\n # c\n b", "a #c\n b",
]  # fmt: skip
BLOCK_LINES = ["words", "words", "  deeper", "", " ", "   ", "# note", "trail  ", "a: b", "x\xa0", "- x"]


@st.composite
def blocks(draw: st.DrawFn, depth: int = 0, indent: int = 0) -> list[str]:
    """The lines of a map or list, most of them well indented."""
    pad = " " * indent
    listed = depth > 0 and draw(st.booleans())
    lines: list[str] = []
    for number in range(draw(st.integers(1, 3))):
        if draw(st.integers(0, 9)) == 0:
            lines.append(draw(st.sampled_from(["", "  ", "# note", pad + "# note", pad + "  going on"])))
        name = draw(st.sampled_from(["a", "b-c", "x y", "é", "k.1", "on"]))
        head = pad + ("-" if listed else f"{name}{number}:")
        form = draw(st.integers(0, 9))
        if form < 4 and depth < 3:
            inner = draw(blocks(depth + 1, indent + draw(st.sampled_from([2, 2, 2, 1, 0, 4]))))
            if listed:
                lines += [f"{head} {inner[0].lstrip()}", *inner[1:]]
            else:
                lines += [head + draw(st.sampled_from(["", "", " ", "  # note"])), *inner]
        elif form < 6:
            lines.append(f"{head} {draw(st.sampled_from(['|', '>', '|-', '>-', '|+', '>+']))}")
            inside = " " * (indent + draw(st.sampled_from([2, 2, 1, 4])))
            lines += [
                inside + line if line.strip() else line
                for line in draw(st.lists(st.sampled_from(BLOCK_LINES), max_size=5))
            ]
        else:
            lines.append(f"{head} {draw(st.sampled_from(WRITTEN))}")
    return lines


NESTED = st.builds(
    lambda lines, end, ending: ("\n".join(lines) + end).replace("\n", ending),
    blocks(),
    st.sampled_from(["", "\n", "\n", "\n\n"]),
    st.sampled_from(["\n", "\n", "\n", "\r\n"]),
)


def flat(node: Node) -> Any:
    written = [(entry.key, tuple(entry.key_span), flat(entry.node)) for entry in node.entries]
    style = None if node.pieces is None else node.pieces.__name__
    value = (type(node.value), node.value)
    return node.shape, node.start, node.end, value, style, list(map(flat, node.items)), written


@given(st.one_of(HEADERS, NESTED, NESTED))
@example("a: b\n- c\n")
@example("a:\n- b\n\n# note\nc: d")
@example("a:\n  - b\n - c\n")
@example("a: b\n  c\n")
@example("a:\n  # note\n  - b\n# note\n  - c\n")
@example("a: [b c,'d' , \"e\"]\n")
@example("a: ''\nb: \"\"\n")
@example("a: >\n  b\n  c\n\n\n  d\n   e\n\n  f\n\n\nb: c\n")
@example("a: >+\n\n  b\n\n\nc: |-\n  d\n\n")
@example("a:\n  b: |\n  c: d\n")
@example("a:\n- b: >\n  c: |\n    d\n- |\n e\n- f\n  g\n")
@example("a:\n  b\n  c\nd:\n  'e'\n")
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
        "params:\n  doi: 10.1/x\n  deep:\n    er: 1\ntitle: Buses # to be cut\n",
        "people:\n- name: Ana\n  role: editor\n- name: Ben\nphotos:\n  - file: a.png\n    alt: A bus\n",
        "text: |\n  One\n\n  Two\nfold: >-\n  one\n  two\n\nempty: >\nlast: x\n",
        "dek: The council\n  keeps its buses\nother:\n  on a line of its own\n",
        'title: "\\U0001F68C Ana\\u2019s \\"bus\\""\nbyline: \'Ana\'\'s\'\nlong: "one\n  two"\n',
        "tags: [\n  buses,\n  'night'\n]\nbreaks: x\n",
        "title: Buses\r\ntext: |\r\n  One\r\n  Two\r\n",
    ],
)
def test_most_headers_are_plain(text: str) -> None:
    assert plainyaml.read(text, 0) is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# note\n",
        "a: b: c\n",
        "a: |2\n   b\n",
        "a: 1\na: 2\n",
        "a:\n  b: 1\n  b: 2\n",
        "a:\tb\n",
        "a: &b c\n",
        "a: {b: c}\n",
        "a:\n  b: c\n d: e\n",
        "- a\n",
        "a: b\n  c: d\n",
        "a: 'b\n",
        "a:\n---\nb:\n",
        'a: "\\ud83d"\n',
        'a: "\\q"\n',
    ],
)
def test_the_rest_is_left_to_the_parser(text: str) -> None:
    assert plainyaml.read(text, 0) is None
