"""Rules in YAML: each kind on a table of texts, refusals with their line, patterns that cannot hang."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from presslint.engine.explain import page
from presslint.engine.lint import lint
from presslint.engine.prove import prove
from presslint.language.phrases import folded_phrase
from presslint.model.finding import Finding, Severity
from presslint.packs.catalog import Catalog, RuleFileError, folder_pack
from presslint.packs.kinds import patterns
from presslint.packs.kinds.file import KINDS, rule_from_yaml
from presslint.packs.literals import PatternError, parse, required_literals
from presslint.packs.rule import OptionError, Rule
from presslint.reading import read

HOUSE = """
why: |
  The house writes so.

  A reader expects it.
examples: [{good: Text.}]
"""


def rule(yaml: str, *, vale: bool = False) -> type[Rule]:
    made = rule_from_yaml(
        dedent(yaml).strip() + (HOUSE if not vale else ""), "style/kiev.yaml", "kiev", vale=vale
    )
    made.chapter = "style"
    return made


def run(yaml: str, text: str, name: str = "story.md", **options: Any) -> list[Finding]:
    made = rule(yaml)
    result = lint(next(iter(read(text.encode(), name))), [made(**options)])
    assert not result.crashes
    return list(result.findings)


KYIV = """
extends: substitution
message: "“%s” is the capital's name in our copy, not “%s”."
level: error
swap: {Kiev: Kyiv}
exceptions: [chicken Kiev]
"""

# a rule, a text, the words found
CASES: dict[str, tuple[str, str, list[str]]] = {
    "existence": ("extends: existence\nmessage: No “%s”.\ntokens: [very, 'really+']", "Very very reallyyy.", ["very", "reallyyy"]),
    "existence ignores case": ("extends: existence\nmessage: m.\nignorecase: true\ntokens: [very]", "Very very.", ["Very", "very"]),
    "existence inside words": ("extends: existence\nmessage: m.\nnonword: true\ntokens: ['er']", "Very ferry.", ["er", "er"]),
    "existence spares": ("extends: existence\nmessage: m.\ntokens: [New]\nexceptions: [New York]", "New York, New hat.", ["New"]),
    "raw before tokens": ("extends: existence\nmessage: m.\nraw: ['\\bwas\\b\\s']\ntokens: [shown, '\\w+ed']", "It was shown and was lifted.", ["was shown", "was lifted"]),
    "raw behind tokens": ("extends: existence\nmessage: m.\nappend: true\nraw: ['!']\ntokens: [stop]", "Stop! stop! stop.", ["stop!"]),
    "tokens are words even where YAML sees values": ("extends: existence\nmessage: m.\ntokens: [404, null, yes]", "A 404, null and yes.", ["404", "null", "yes"]),
    "substitution": (KYIV, "Kiev, chicken Kiev and Chicken Kiev.", ["Kiev"]),
    "substitution by pattern": ("extends: substitution\nmessage: m.\nswap: {'(\\w+)man\\b': '$1 worker'}", "A postman came.", ["postman"]),
    "occurrence": ("extends: occurrence\nmessage: m.\nscope: sentence\nmax: 2\ntoken: ','", "One, two, three, four. One, two.", [","]),
    "occurrence over the article": ("extends: occurrence\nmessage: m.\nscope: summary\nmax: 2\ntoken: 'sea'", "A sea.\n\nA sea.\n\nA seaside.", ["sea"]),
    "repetition": ("extends: repetition\nmessage: m.\nalpha: true\ntokens: ['[^\\s]+']", "It is is so. Is it. It, it, it.", ["is is"]),
    "repetition up to a number": ("extends: repetition\nmessage: m.\nmax: 1\nignorecase: true", "No no. No no no way.", ["No no no"]),
    "repetition spares": ("extends: repetition\nmessage: m.\nexceptions: [had]\nalpha: true", "He had had it it again.", ["it it"]),
    "consistency": ("extends: consistency\nmessage: m.\neither: {adviser: advisor, grey: gray}", "An adviser in grey.\n\nThe advisor came.", ["advisor"]),
    "conditional with a group": ("extends: conditional\nmessage: m.\nfirst: '\\b([A-Z]{3,5})\\b'\nsecond: '\\(([A-Z]{3,5})\\)'\nexceptions: [NATO]", "NATO and the Union (UNI) met the ABC. UNI and ABC.", ["ABC"]),
    "conditional without a group": ("extends: conditional\nmessage: m.\nfirst: 'sale'\nsecond: 'price'", "A sale at a price.\n\nA sale.", ["sale"]),
    "title case": ("extends: capitalization\nmessage: m.\nscope: heading\nmatch: $title", "## The Pier of the Town\n\nText.\n\n## The pier of Nine\n\nText.", ["The pier of Nine"]),
    "title case after Chicago": ("extends: capitalization\nmessage: m.\nscope: heading\nmatch: $title\nstyle: Chicago", "## Life without Boats\n\nText.\n\n## Life Without Boats\n\nText.", ["Life Without Boats"]),
    "sentence case": ("extends: capitalization\nmessage: m.\nscope: heading\nmatch: $sentence\nexceptions: [Mill, Road]", "## Flood on Mill Road today\n\nText.\n\n## Flood Reaches The Town\n\nText.", ["Flood Reaches The Town"]),
    "all lower": ("extends: capitalization\nmessage: m.\nscope: heading\nmatch: $lower", "## piers\n\nText.\n\n## Piers\n\nText.", ["Piers"]),
    "a pattern for a heading": ("extends: capitalization\nmessage: m.\nscope: heading\nmatch: '^\\w+$'\nprefix: '\\d+\\. '", "## 1. Piers\n\nText.\n\n## Two piers\n\nText.", ["Two piers"]),
    "metric": ("extends: metric\nmessage: '%s words.'\nformula: words + 0\ncondition: '> 3'", "# Head\n\nOne two three four.", [""]),
    "quotations are not the writer's": ("extends: existence\nmessage: m.\ntokens: [very]", "“It is very late,” she said, very late.", ["very"]),
    "code is not copy": ("extends: existence\nmessage: m.\ntokens: [very]", "Type `very`.\n\n```\nvery\n```\n", []),
}  # fmt: skip


@pytest.mark.parametrize(("yaml", "text", "expected"), CASES.values(), ids=CASES)
def test_kinds(yaml: str, text: str, expected: list[str]) -> None:
    assert [finding.text for finding in run(yaml, text)] == expected


SCOPED = """---
title: Very first
description: Very long
---

Very plain, **very bold**, *very soft* and [very linked](https://x.example.org). “Very quoted.”

## Very high

### Very low

- Very listed

> Very old

| Very |
| --- |
| Very |

![Very seen](a.jpg)
"""


@pytest.mark.parametrize(
    ("scope", "count"),
    [
        ("text", 10),
        ("heading", 2),
        ("heading.h3", 1),
        ("heading & ~heading.h3", 1),
        ("~heading", 8),
        ("headline", 1),
        ("description", 1),
        ("meta", 1),
        ("paragraph", 4),
        ("list", 1),
        ("blockquote", 1),
        ("table", 2),
        ("alt", 1),
        ("strong", 1),
        ("emphasis", 1),
        ("link", 1),
        ("sentence", 10),
        ("raw", 12),
        ("[headline, heading]", 3),
    ],
)
def test_scopes(scope: str, count: int) -> None:
    yaml = f"extends: existence\nmessage: m.\nignorecase: true\ntokens: [very]\nscope: {scope}"
    assert len(run(yaml, SCOPED)) == count


# -- a YAML rule is a rule ----------------------------------------------------------------------------


def test_a_rule_in_yaml_cannot_be_told_from_one_in_python() -> None:
    made = rule(KYIV)
    assert issubclass(made, Rule)
    assert made.__name__ == "Kiev"
    assert made.summary() == "The house writes so."
    assert made.why() == "A reader expects it."
    assert made.severity is Severity.ERROR
    assert "swap" in page(made)
    finding = run(KYIV, "Kiev fell.")[0]
    assert finding.message == "“Kyiv” is the capital's name in our copy, not “Kiev”."
    assert [(edit.text, fix.applicability) for fix in finding.fixes for edit in fix.edits] == [
        ("Kyiv", "unsafe")
    ]


def test_config_overrides_what_the_file_says() -> None:
    text = "Kiev and Lvov."
    assert [f.text for f in run(KYIV, text, swap={"Lvov": "Lviv"})] == ["Lvov"]
    assert [f.severity for f in run(KYIV, text, severity="suggestion")] == [Severity.SUGGESTION]
    assert run(KYIV, "Kiev. Kiev.", limit=1)[0].span.start == 0
    assert len(run(KYIV, "Kiev. Kiev.", limit=1)) == 1


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"swop": {}}, "did you mean “swap”"),
        ({"swap": "x"}, "a map of keys belongs here"),
        ({"swap": {"(a+)+b": "c"}}, "can take very long"),
        ({"scope": ("hedline",)}, "did you mean “headline”"),
    ],
)
def test_config_is_checked_as_the_file_is(options: dict[str, Any], reason: str) -> None:
    with pytest.raises(OptionError, match=re.escape(reason)):
        rule(KYIV)(**options)


def test_examples_of_a_yaml_rule_are_proved() -> None:
    text = dedent(KYIV).strip() + dedent(
        """
        why: The capital's name is Kyiv.
        examples:
          - bad: The envoy landed in [[Kiev]] late.
            fix: The envoy landed in Kyiv late.
            severity: error
          - good: Kiev is what we write here.
            options: {swap: {Lvov: Lviv}}
          - bad: No [[mark]] is right.
        """
    )
    made = rule_from_yaml(text, "kiev.yaml", "kiev")
    assert [verdict.word for verdict in prove(made)] == ["ok", "ok", "missing"]


def test_several_replacements_are_offered_and_a_capital_is_kept() -> None:
    yaml = "extends: substitution\nmessage: Write “%s”.\nignorecase: true\nswap: {cell phone: phone|mobile}"
    finding = run(yaml, "Cell phone sales rose.")[0]
    assert finding.message == "Write “Phone” or “Mobile”."
    assert [edit.text for fix in finding.fixes for edit in fix.edits] == ["Phone", "Mobile"]


@pytest.mark.parametrize(
    ("action", "fixed"),
    [
        ("{name: remove}", "It is late."),
        ("{name: replace, params: [rather]}", "It is rather late."),
        ("{name: edit, params: [regex, 'v(.)ry', '$1']}", "It is e late."),
        ("{name: edit, params: [trim_left, v]}", "It is ery late."),
        ("{name: edit, params: [truncate, r]}", "It is ve late."),
        ("{name: edit, params: [split, r, '1']}", "It is y late."),
        ("{name: suggest, params: [spellings]}", "It is very late."),
    ],
)
def test_actions(action: str, fixed: str) -> None:
    text = "It is very late."
    finding = run(f"extends: existence\nmessage: m.\ntokens: [very]\naction: {action}", text)[0]
    for edit in (edit for fix in finding.fixes for edit in fix.edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert text == fixed


# -- refusals -----------------------------------------------------------------------------------------

REFUSALS = {
    "no kind": ("message: m", 1, "the key “extends” is missing"),
    "unknown kind": ("extends: existance\nmessage: m", 1, "did you mean “existence”"),
    "sequence": ("extends: sequence\nmessage: m", 1, "tagger"),
    "spelling": ("extends: spelling\nmessage: m", 1, "spelling"),
    "script": ("extends: script\nmessage: m", 1, "no scripts"),
    "another style's rule": ("extends: Google.Units\nmessage: m", 1, "another style"),
    "unknown key": ("extends: existence\nmessage: m\ntokns: [a]", 3, "did you mean “tokens”"),
    "no tokens": ("extends: existence\nmessage: m", 1, "needs “tokens” or “raw”"),
    "no message": ("extends: existence\ntokens: [a]", 1, "says something"),
    "too many slots": ("extends: existence\nmessage: '%s and %s'\ntokens: [a]", 2, "more %s"),
    "bad level": ("extends: existence\nmessage: m\nlevel: fatal\ntokens: [a]", 3, "no severity"),
    "bad scope": ("extends: existence\nmessage: m\nscope:\n  - text\n  - hedline\ntokens: [a]", 5, "did you mean “headline”"),
    "broken pattern": ("extends: existence\nmessage: m\ntokens:\n  - a\n  - '(b'", 5, "no regular expression"),
    "slow pattern": ("extends: existence\nmessage: m\ntokens:\n  - a\n  - '(\\w+\\s?)+x'", 5, "can take very long"),
    "slow swap": ("extends: substitution\nmessage: m\nswap:\n  a: b\n  '(c+)+d': e", 5, "can take very long"),
    "unknown class": ("extends: existence\nmessage: m\ntokens: ['\\p{Greek}']", 3, "no counterpart"),
    "a list for a map": ("extends: substitution\nmessage: m\nswap: [a, b]", 3, "takes a map"),
    "a word for a number": ("extends: occurrence\nmessage: m\ntoken: a\nmax: many", 4, "a whole number belongs here, not “many”"),
    "a number out of range": ("extends: occurrence\nmessage: m\ntoken: a\nmax: -1", 4, "the least is 0"),
    "neither max nor min": ("extends: occurrence\nmessage: m\ntoken: a", 1, "“max” or “min”"),
    "bad action": ("extends: existence\nmessage: m\ntokens: [a]\naction: {name: explode}", 4, "no action “explode”"),
    "bad formula": ("extends: metric\nmessage: m\nformula: words.__class__\ncondition: '> 1'", 3, "neither arithmetic"),
    "power in a formula": ("extends: metric\nmessage: m\nformula: words ** 9999\ncondition: '> 1'", 3, "neither arithmetic"),
    "bad condition": ("extends: metric\nmessage: m\nformula: words\ncondition: about 8", 4, "no condition"),
    "the same key twice": ("extends: existence\nmessage: m\nmessage: n\ntokens: [a]", 3, "stands twice"),
    "bad YAML": ("extends: existence\nmessage: 'm\ntokens: [a]", 2, "close"),
    "no map": ("- extends", None, "a map of keys"),
    "an example of both": ("extends: existence\nmessage: m\ntokens: [a]\nexamples:\n  - good: x\n    bad: y", 5, "either “good” or “bad”"),
    "a misspelt example": ("extends: existence\nmessage: m\ntokens: [a]\nexamples:\n  - god: x", 5, "did you mean “good”"),
}  # fmt: skip


@pytest.mark.parametrize(("yaml", "line", "reason"), REFUSALS.values(), ids=REFUSALS)
def test_a_rule_file_that_cannot_work_is_refused_with_its_line(
    yaml: str, line: int | None, reason: str
) -> None:
    with pytest.raises(RuleFileError) as refusal:
        rule(yaml, vale=line is None or yaml.count("'") % 2 == 1 or "examples:" in yaml)
    assert refusal.value.line == line
    assert reason in refusal.value.reason
    assert str(refusal.value).startswith(f"style/kiev.yaml{f':{line}' if line else ''}: ")


def test_a_house_rule_shows_why_and_examples() -> None:
    bare = "extends: existence\nmessage: m.\ntokens: [a]\n"
    with pytest.raises(RuleFileError, match="why"):
        rule_from_yaml(bare, "a.yaml", "a")
    with pytest.raises(RuleFileError, match="examples"):
        rule_from_yaml(bare + "why: Because.\n", "a.yaml", "a")
    assert rule_from_yaml(bare, "a.yaml", "a", vale=True).examples == ()


# -- Vale styles --------------------------------------------------------------------------------------

VALE = {
    "Abbreviations.yml": """
        extends: conditional
        message: "'%s' has no definition."
        link: https://style.example.org/abbreviations
        first: '\\b([A-Z]{3,5})\\b'
        second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'
        """,
    "ListCommas.yml": """
        extends: existence
        message: "Use the serial comma in '%s'."
        scope: sentence
        tokens:
          - '(?:[^,]+,){1,}\\s\\w+\\s(?:and|or)'
        """,
    "WordChoice.yml": """
        extends: substitution
        message: "Use '%s' instead of '%s'."
        level: error
        action: {name: replace}
        swap:
          "(?:e-mail|E-mail)": email
          (?i)f\\.y\\.i|fyi: for your information
          'it is(?!\\.)': it's
        """,
    "Length.yml": """
        extends: occurrence
        message: "Keep sentences short."
        scope: sentence
        max: 9
        token: \\b(\\w+)\\b
        """,
}


def test_a_vale_style_folder_is_a_pack(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}")
    for name, text in VALE.items():
        (tmp_path / name).write_text(dedent(text))
    catalog = Catalog([folder_pack(tmp_path)])
    style = [made() for made in catalog.rules.values() if made.chapter != "suppression"]
    text = b"FYI, send an E-mail to the Port Safety Agency (PSA). The XYZ has apples, pears and plums, and it is so.\n"
    found = lint(next(iter(read(text, "story.md"))), style)
    assert not found.crashes
    assert sorted(finding.message for finding in found.findings) == [
        "'FYI' has no definition.",
        "'XYZ' has no definition.",
        "Keep sentences short.",
        "Keep sentences short.",
        "Use 'email' instead of 'E-mail'.",
        "Use 'for your information' instead of 'FYI'.",
        "Use 'it's' instead of 'it is'.",
        "Use the serial comma in 'The XYZ has apples, pears and'.",
    ]


DIALECT = [
    (r"(?i)kiev", r"(?i:kiev)"),
    (r"a(?i)b|c", r"a(?i:b|c)"),
    (r"(x(?i)b)c", r"(x(?i:b))c"),
    (r"(?s)a.b", r"(?s:a.b)"),
    (r"(?<year>\d{4})", r"(?P<year>\d{4})"),
    (r"(?<=a)b(?<!c)", r"(?<=a)b(?<!c)"),
    (r"[[:alpha:][:digit:]]+", r"[a-zA-Z0-9]+"),
    (r"\p{Lu}\p{Ll}+", r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+"),
    (r"[\p{L}-]", r"[a-zA-ZÀ-ÖØ-öø-ÿ-]"),
    (r"\Qa.b\E+", r"a\.b+"),
    (r"end\z", r"end\Z"),
    (r"a\)b(c)", r"a\)b(c)"),
    (r"[]a](?i)x", r"[]a](?i:x)"),
]


@pytest.mark.parametrize(("theirs", "ours"), DIALECT)
def test_the_dialect_of_go_and_net_is_brought_into_ours(theirs: str, ours: str) -> None:
    assert patterns.pythonic(theirs) == ours
    re.compile(ours)


# -- patterns that cannot hang --------------------------------------------------------------------------

CHEAP = [
    r"\bfoo\b.*\bbar\b",
    r"(?:\w+ ){0,4}article",
    r"(?:\w+ )+article",
    r"\w+\s+\w+\s+x",
    r"(?:\d+,)*\d+%",
    r"(?:[^,]+,){1,}\s\w+\s(and|or)",
    r"(?:[A-Z][a-z]+ )+said",
    r"\s+$",
    r".{0,40}x.{0,40}y",
    r"(?:cat|category|dog) food",
    r"it is(?!\.)",
    r"(a)\1",
    "|".join(["alpha", "beta", "gamma", "delta"] * 20),
]
DEAR = [
    r"(a+)+$",
    r"(\w+\s?)+x",
    r"(a|a)*b",
    r"(a|aa)+$",
    r"([a-z]+)*\d",
    r"(a*)*b",
    r"(.*?,){11}P",
    r"(x+x+)+y",
    r".*a.*b.*c",
    r"(?:a?){30}a{30}b",
    r"(?:\s(?:,?)?)*?ab",
    r"^(?:a|ab|b)*$",
    r"(?i:(ka|KA)+)z",
]


@pytest.mark.parametrize("pattern", CHEAP)
def test_cheap_patterns_are_taken(pattern: str) -> None:
    patterns.check(pattern)


@pytest.mark.parametrize("pattern", DEAR)
def test_patterns_that_could_hang_are_refused(pattern: str) -> None:
    with pytest.raises(PatternError, match="can take very long"):
        patterns.check(pattern)


atoms = st.sampled_from(["a", "b", "ab", r"\w", r"\s", " ", "[ab]", "[^a]", ".", ",", "a?"])
expressions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{0,3}", "{2,}", "*?"])).map(
            lambda two: f"(?:{two[0]}){two[1]}"
        ),
        inner.map(lambda one: f"(?={one})"),
    ),
    max_leaves=8,
)
texts = st.one_of(
    st.text(alphabet="ab ,", min_size=4, max_size=12),
    st.sampled_from(["a" * 12, "ab" * 6, "a " * 6, " " * 12]),
)
SHORT = 12  # the window for which a pattern's work is counted by hand
SLACK = 12  # visits of nodes for one step of the bound: groups inside groups cost a visit each


class Walker:
    """Tries every way through a pattern as a backtracking engine would that always fails at the end."""

    def __init__(self, text: str, most: int) -> None:
        self.text, self.visits, self.most = text, 0, most

    def ways(self, nodes: Sequence[Any], at: int) -> Iterator[int]:
        if not nodes:
            yield at
            return
        for after in self.through(nodes[0], at):
            yield from self.ways(nodes[1:], after)

    def through(self, node: Any, at: int) -> Iterator[int]:
        self.visits += 1
        assert self.visits <= self.most
        op, value = str(node[0]), node[1]
        if op == "SUBPATTERN":
            yield from self.ways(list(value[3]), at)
        elif op == "BRANCH":
            for branch in value[1]:
                yield from self.ways(list(branch), at)
        elif op == "ASSERT":
            if next(self.ways(list(value[1]), at), None) is not None:
                yield at
        elif op in ("MAX_REPEAT", "MIN_REPEAT"):
            yield from self.repeat(list(value[2]), at, value[0], int(value[1]), 0)
        elif at < len(self.text) and re.match(_single(node), self.text[at]):
            yield at + 1

    def repeat(self, body: Sequence[Any], at: int, least: int, most: int, done: int) -> Iterator[int]:
        if done < most and done <= len(self.text):
            for after in self.ways(body, at):
                if after > at or done < least:
                    yield from self.repeat(body, after, least, most, done + 1)
                else:  # a round that takes nothing ends the loop, and is a way of its own
                    yield at
        if done >= least:
            yield at


def _single(node: Any) -> str:
    op, value = str(node[0]), node[1]
    if op == "LITERAL":
        return re.escape(chr(value))
    if op == "NOT_LITERAL":
        return f"[^{re.escape(chr(value))}]"
    if op == "ANY":
        return "."
    inside = "".join(
        "^" if str(kind) == "NEGATE" else re.escape(chr(what)) if str(kind) == "LITERAL" else {"CATEGORY_WORD": r"\w", "CATEGORY_SPACE": r"\s"}[str(what)]
        for kind, what in value
    )  # fmt: skip
    return f"[{inside}]"


@settings(max_examples=500, suppress_health_check=[HealthCheck.filter_too_much])
@given(expressions, texts)
def test_no_text_takes_more_steps_than_the_bound_says(pattern: str, text: str) -> None:
    before = patterns.WINDOW
    patterns.WINDOW = SHORT
    try:
        bound = patterns.steps(pattern)
    finally:
        patterns.WINDOW = before
    assume(bound < 200_000)  # more is refused, or too much to count by hand
    walker = Walker(text, bound * SLACK)
    tree = list(parse(pattern))
    for start in range(len(text) + 1):
        for _ in walker.ways(tree, start):
            pass


@settings(max_examples=300)
@given(expressions, texts)
def test_what_a_match_needs_stands_in_it(pattern: str, text: str) -> None:
    literals = required_literals(pattern)
    for match in (*re.finditer(pattern, text), *re.finditer(pattern, text.upper(), re.IGNORECASE)):
        assert not literals or any(literal in folded_phrase(text) for literal in literals), match


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        (r"\[(?:web|file):\d+\]", ("[file:", "[web:")),
        (r"\bas an? (?:AI|model)", ("as a ai", "as a model", "as an ai", "as an model")),
        (r"\b(?:pave|set|clear|open|find) the (?:way|stage) for\b", (" the stage for", " the way for")),
        (r"X{2,4} ?%", ("xx",)),
        (r"a|b", ()),
        (r"\d+", ()),
        (r"(?:x)?foo", ("foo",)),
        (r"(?!foo)\w", ()),
    ],
)
def test_literals_are_chosen_to_be_rare(pattern: str, literals: tuple[str, ...]) -> None:
    assert required_literals(pattern) == literals


# -- the door --------------------------------------------------------------------------------------------


def test_a_rule_of_word_lists_loads_no_pydantic() -> None:
    text = dedent(KYIV).strip() + HOUSE
    code = (
        "import sys; from presslint.packs.kinds.file import rule_from_yaml; "
        f"rule_from_yaml({text!r}, 'a.yaml', 'a')(); print('pydantic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.strip() == "False"


def test_every_kind_says_what_it_is() -> None:
    for name in KINDS:
        described = rule_from_yaml(EVERY[name], f"{name}.yaml", name, vale=True)
        base = described.__mro__[1]
        assert (base.__doc__ or "").strip()
        assert all(spec.description for spec in base.option_specs.values())


EVERY = {
    "existence": "extends: existence\nmessage: m\ntokens: [a]",
    "substitution": "extends: substitution\nmessage: m\nswap: {a: b}",
    "occurrence": "extends: occurrence\nmessage: m\ntoken: a\nmin: 1",
    "repetition": "extends: repetition\nmessage: m",
    "consistency": "extends: consistency\nmessage: m\neither: {a: b}",
    "conditional": "extends: conditional\nmessage: m\nfirst: a\nsecond: b",
    "capitalization": "extends: capitalization\nmessage: m\nmatch: $title",
    "metric": "extends: metric\nmessage: m\nformula: math.sqrt(words) / (sentences - 2)\ncondition: '>= 1.5'",
}
