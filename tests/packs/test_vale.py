"""Rules of Vale styles: Vale's own view of the text, its messages and places, and what cannot run."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from presslint.article import Article
from presslint.model.finding import Finding
from presslint.packs.catalog import RuleFileError
from presslint.packs.index import Proven
from presslint.packs.kinds import patterns
from presslint.packs.kinds.file import rule_from_yaml
from presslint.packs.kinds.patterns import Matcher, OutOfTime
from presslint.packs.kinds.vale.builtin import FILES
from presslint.packs.kinds.vale.cases import cases_of, lines_of
from presslint.packs.kinds.view import ValeSettings, vale_view
from presslint.packs.rule import Rule
from presslint.reading import Settings, read


def rule(yaml: str, name: str = "Test.Rule", path: str = "Test/Rule.yml") -> type[Any]:
    made = rule_from_yaml(dedent(yaml).strip() + "\n", path, name, vale=True)
    made.name = name
    return made


def article(text: str, name: str = "story.md", **settings: Any) -> Article:
    given = Settings(article={"vale": ValeSettings(**settings)})
    return next(iter(read(text.encode(), name, given)))


def run(made: type[Rule], text: str, name: str = "story.md", **settings: Any) -> list[Finding]:
    return list(made().check(article(text, name, **settings)))


def said(yaml: str, text: str, name: str = "story.md", **settings: Any) -> list[str]:
    """Line, column and message of each finding."""
    source = article(text, name).source
    places = [
        (source.position(found.span.start), found.message)
        for found in run(rule(yaml), text, name, **settings)
    ]
    return [f"{place.line}:{place.column}:{message}" for place, message in places]


VERY = "extends: existence\nmessage: \"No '%s'.\"\nignorecase: true\ntokens: [very]\n"

SEEN = [
    ("# Very good\n\nText.\n", ["1:3:No 'Very'."]),  # the first heading
    ("> A very old quote.\n", ["1:5:No 'very'."]),
    ("He said “very” late.\n", ["1:10:No 'very'."]),
    ("See ![a very old house](x.png) there.\n", ["1:9:No 'very'."]),
    ("Use `very` here.\n", []),
    ("```\nvery\n```\n\nText.\n", []),
    ("A sum:\n\n$$\nvery\n$$\n\nThat is very much.\n", ["7:9:No 'very'."]),
    ("See https://example.org/very here.\n", []),
    ("---\ntitle: A very good day\n---\nText.\n", ["2:10:No 'very'."]),
]


@pytest.mark.parametrize(("text", "due"), SEEN)
def test_the_view_has_what_vale_reads(text: str, due: list[str]) -> None:
    assert said(VERY, text) == due


SCOPED = [
    ("heading", ["1"]),
    ("heading.h2", []),
    ("heading & ~heading.h1", []),
    ("~heading", ["3", "5", "7", "9", "11", "13"]),
    ("paragraph", ["3", "13"]),
    ("sentence", ["3", "13"]),
    ("blockquote", ["5"]),
    ("list", ["7"]),
    ("table.header", ["9"]),
    ("table.cell", ["11"]),
    ("strong", ["13"]),
    ("summary", ["3", "13"]),
    ("[list, blockquote]", ["7", "5"]),
]
EVERYWHERE = """\
# Very one

A very two.

> A very three.

- A very four.

| very five | b |
|---|---|
| very six | c |

A **very** seven.
"""


@pytest.mark.parametrize(("scope", "lines"), SCOPED)
def test_scopes(scope: str, lines: list[str]) -> None:
    found = said(VERY + f"scope: {scope}\n", EVERYWHERE)
    assert sorted({each.split(":")[0] for each in found}, key=int) == sorted(lines, key=int)


def test_what_the_config_ignores_is_masked() -> None:
    text = "A very {very} day.\n\n{{< file >}}\nvery\n{{< /file >}}\n\n<p class='x'>very</p>\n"
    assert len(said(VERY, text)) > 1
    ignored = {
        "token_ignores": (r"\{[^{}]+\}",),
        "block_ignores": (r"(?s)\{\{< file >\}\}.*?\{\{< /file >\}\}",),
        "ignored_classes": ("x",),
    }
    assert said(VERY, text, **ignored) == ["1:3:No 'very'."]


def test_a_view_is_made_once_for_its_settings() -> None:
    text = article("A line.\n")
    assert vale_view(text, ValeSettings()) is vale_view(text, ValeSettings())


MESSAGES = [
    ("swap: {e-mail: email}", "An e-mail.", "Use 'email' instead of 'e-mail'."),
    ("swap: {e-mail: email}\naction: {name: replace}", "An e-mail.", "Use 'email' instead of 'e-mail'."),
    ("swap: {cell phone: phone|mobile}\naction: {name: replace}", "A cell phone.", "Use 'phone' or 'mobile' instead of 'cell phone'."),
    ("swap: {it is: it's}\nignorecase: true", "It is.", "Use 'it's' instead of 'It is'."),
    ("swap: {it is: it's}\nignorecase: true\ncapitalize: true", "It is.", "Use 'It's' instead of 'It is'."),
    ("swap:\n  - (\\d+) o'clock: $1:00", "At 7 o'clock.", "Use '7:00' instead of '7 o'clock'."),
]  # fmt: skip


@pytest.mark.parametrize(("keys", "text", "message"), MESSAGES)
def test_messages_of_a_substitution(keys: str, text: str, message: str) -> None:
    found = run(rule(f"extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\n{keys}"), text)
    assert [each.message for each in found] == [message]


def test_what_is_written_right_is_no_finding() -> None:
    yaml = "extends: substitution\nmessage: m\nignorecase: true\nswap: {javascript: JavaScript}"
    assert said(yaml, "JavaScript and Javascript.") == ["1:16:m"]


def test_places_of_what_is_said_of_a_block() -> None:
    commas = "extends: occurrence\nmessage: 'More than 1 (%d)'\nscope: sentence\nmax: 1\ntoken: ','"
    assert said(commas, "A day. One, two, three.") == ["1:11:More than 1 (2)"]
    none = "extends: occurrence\nmessage: No intro\nscope: raw\nmin: 1\ntoken: '# Intro'"
    assert said(none, "A day.") == ["1:1:No intro"]
    metric = "extends: metric\nmessage: 'There are %s.'\nformula: heading.h1 + heading.h2\ncondition: '> 1'"
    assert said(metric, "# One\n\n## Two\n\nText.\n") == ["1:1:There are 2.00."]


def test_the_rules_that_vale_brings() -> None:
    words = {"accepted": ("Log4j", "(?i)any"), "rejected": ("Mac OS X",)}
    assert said(FILES["Terms"], "Use log4j on any ANY.", **words) == ["1:5:Use 'Log4j' instead of 'log4j'."]
    assert said(FILES["Avoid"], "On Mac OS X only.", **words) == ["1:4:Avoid using 'Mac OS X'."]
    assert said(FILES["Repetition"], "A plan plan. That. That is.") == ["1:3:'plan' is repeated!"]


def test_the_vocabulary_is_left_alone_unless_a_rule_says_otherwise() -> None:
    assert said(VERY, "A very day.", accepted=("very",)) == []
    assert said(VERY, "The very large array is very big.", accepted=("very large array",)) == [
        "1:25:No 'very'."
    ]
    assert said(VERY + "vocab: false\n", "A very day.", accepted=("very",)) == ["1:3:No 'very'."]
    assert said(VERY + "nonword: true\n", "A very day.", accepted=("very",)) == ["1:3:No 'very'."]


def test_parts_of_speech() -> None:
    pytest.importorskip("textblob")
    yaml = """
        extends: sequence
        message: "Write '%[2]s %[3]s to %[4]s'."
        tokens:
          - tag: MD
          - pattern: be
          - tag: JJ
          - tag: VB|VBN
        """
    assert said(yaml, "This would be great write. It would be great.") == ["1:6:Write 'be great to write'."]


def test_spelling_with_the_default_dictionary_and_one_of_the_styles(tmp_path: Path) -> None:
    pytest.importorskip("hunspell")
    yaml = "extends: spelling\nmessage: \"Is '%s' right?\"\n"
    assert said(yaml, "A typpo in GitHub and `cde`.") == ["1:3:Is 'typpo' right?"]
    assert said(yaml, "A typpo.", accepted=("typpo",)) == []
    folder = tmp_path / "config" / "dictionaries"
    folder.mkdir(parents=True)
    (folder / "own.aff").write_text("SET UTF-8\n")
    (folder / "own.dic").write_text("1\ntyppo\n")
    own = yaml + "custom: true\ndictionaries: [own]\n"
    assert said(own, "typpo word", dictionaries=str(folder)) == ["1:7:Is 'word' right?"]


def test_a_rule_may_extend_one_of_another_style(tmp_path: Path) -> None:
    (tmp_path / "A").mkdir()
    (tmp_path / "A" / "X.yml").write_text(VERY)
    made = rule("extends: A.X\nmessage: Other '%s'.\n", "B.Y", str(tmp_path / "B" / "Y.yml"))
    assert [found.message for found in run(made, "A very day.")] == ["Other 'very'."]


def test_unknown_keys_are_passed_over_with_a_notice() -> None:
    made = rule(VERY + "odd: 1\n")
    assert [(line, text.partition(";")[0]) for line, text in made.yaml.notices] == [(5, "unknown key “odd”")]


CANNOT = [
    ("extends: script\nmessage: m\nscript: x", 1, "no scripts"),
    ("extends: existence\nmessage: m\nscope: navigation_title\ntokens: [a]", 3, "View"),
    ("extends: existence\nmessage: m\ntokens: ['(a']", 3, "no regular expression"),
    ("extends: A.Missing\nmessage: m", 1, "that it extends is not in"),
]


@pytest.mark.parametrize(("yaml", "line", "reason"), CANNOT)
def test_a_rule_that_cannot_run_says_why(yaml: str, line: int, reason: str) -> None:
    with pytest.raises(RuleFileError) as refusal:
        rule(yaml)
    assert refusal.value.line == line
    assert reason in refusal.value.reason


@pytest.mark.parametrize("pattern", [r"(?<=a+ )b", r"[\w-_]+ly", r"(?:\w+\s?)+x", r"\b[^\s-]+ly-\w+\b"])
def test_what_the_first_engine_refuses_runs_on_the_second(pattern: str) -> None:
    proven = patterns.admit(pattern)
    assert proven.engine == "regex"
    assert Matcher(proven).search("aa b early-on x") is not None


def test_a_pattern_that_takes_too_long_is_an_error_with_its_rule_and_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def late(self: Matcher, text: str) -> Any:
        if "very" in text:
            raise OutOfTime("it took too long")
        return iter(())

    made = rule(VERY)
    monkeypatch.setattr(Matcher, "finditer", late)
    with pytest.raises(OutOfTime, match="line 3"):
        run(made, "One.\n\nA very day.\n")


def test_the_limit_of_the_second_engine_ends_a_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "SECONDS", 0.000001)
    with pytest.raises(OutOfTime, match="took more than"):
        list(Matcher(Proven(r"(?:a+)+(?:a+)+$", (), "regex")).finditer("a" * 4000 + "b"))


def test_the_cases_of_a_rule() -> None:
    made = rule(
        VERY
        + """
tests:
  - name: flags it
    input: A very day.
    want: "1:3:Test.Rule:No 'very'."
  - name: leaves code alone
    input: A `very` day.
    want: ""
  - input: Very good.
    contains: No 'Very'
    absent: No 'good'
"""
    )
    for case in cases_of(made):
        assert case.fault(lines_of(made(), article(case.input, case.file))) == ""
    first = next(cases_of(made))
    assert "not “1:3:Test.Rule:No 'very'.”" in first.fault(())
