"""Why an article got what it got: rules that looked or did not, what became of findings, what words were taken for."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from presslint.cli import run
from presslint.engine.why import Look, looks, seen
from presslint.packs.catalog import Catalog, house
from presslint.reading import read

STORY = """---
title: Council keeps night buses running
author: Ana Ruiz
date: 2026-03-02
---

The council voted on Tuesday to spend £3.2 million on the the night buses, Mayor Jo Cole said.

<!-- presslint: ignore[impossible-date] the play is set in a year of its own -->

The band plays on 31 April. Critics say that it is late.

## Next steps
"""
RULES = Catalog([house()])


def told(text: str, *names: str, running: Sequence[str] | None = None) -> dict[str, Look]:
    (article,) = read(text.encode(), "story.md")
    rules = [RULES.rule(name)() for name in (names if running is None else running)]
    return {look.rule: look for look in looks(article, rules, names)}


def fates(look: Look) -> list[tuple[str, str]]:
    return [(fate.state, fate.because) for fate in look.fates]


def test_a_finding_is_told_suppressed_hidden_or_merged() -> None:
    found = told(STORY, "repeated-word", "impossible-date", "missing-core-field", "description-missing")
    assert fates(found["repeated-word"]) == [("told", "")]
    assert fates(found["impossible-date"]) == [("suppressed", "the play is set in a year of its own")]
    assert fates(found["description-missing"]) == [("hidden", "missing-core-field")]


def test_a_rule_that_looks_and_finds_nothing_has_no_fates() -> None:
    assert told(STORY, "generic-subhead")["generic-subhead"] == Look("generic-subhead", "looked")


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("broken-link", STORY, "the article has no link"),
        ("percent-sum", STORY, "the article says neither “%” nor “per cent” nor “percent”"),
        ("repeated-word", "---\nlang: fr\n---\nLe le.\n", "the rule reads en, the article is in fr"),
    ],
)
def test_a_rule_that_does_not_look_says_why(name: str, text: str, reason: str) -> None:
    look = told(text, name)[name]
    assert (look.outcome, look.reason, look.fates) == ("skipped", reason, ())


def test_a_rule_that_is_not_asked_for_is_named() -> None:
    look = told(STORY, "hedge-stack", running=[])["hedge-stack"]
    assert (look.outcome, look.reason) == ("skipped", "the config does not ask for it")


def test_a_rule_that_fails_is_named_with_what_it_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(rule: object, article: object) -> list[object]:
        raise ValueError("no tide table")

    monkeypatch.setattr(RULES.rule("repeated-word"), "check", check)
    look = told(STORY, "repeated-word")["repeated-word"]
    assert look.outcome == "failed"
    assert look.reason.startswith("ValueError: no tide table (")


def test_words_are_told_for_what_they_were_taken() -> None:
    (article,) = read(STORY.encode(), "story.md")
    found = {(each.kind, each.text, each.note) for each in seen(article)}
    assert found >= {
        ("name", "Mayor Jo Cole", "person"),
        ("figure", "£3.2 million", "money"),
        ("day", "on Tuesday", ""),
        ("date", "31 April", "day-month, does not exist"),
        ("cue", "said", "named, source “Mayor Jo Cole”"),
    }
    for each in seen(article):
        assert STORY[each.span.start : each.span.end] == each.text


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = run(["why", *arguments])
    said = capsys.readouterr()
    return code, said.out + said.err


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.md").write_text(STORY, encoding="utf-8")
    return "story.md"


def test_a_line_is_told_alone(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = answer(capsys, f"{story}:7")
    assert code == 0
    assert "repeated-word: told" in said
    assert "£3.2 million  [money]" in said
    assert "31 April" not in said
    assert "looked" not in said


def test_a_rule_is_told_alone(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = answer(capsys, story, "broken-link")
    assert code == 0
    assert said.splitlines()[1:] == ["found nothing", "broken-link skipped: the article has no link"]


def test_rules_stand_under_what_they_did(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, said = answer(capsys, story)
    lines = said.splitlines()
    at = next(
        number for number, line in enumerate(lines) if line.endswith("skipped: the article has no link")
    )
    assert "broken-link" in lines[at + 1]
    counted = sum(int(line.split()[0]) for line in lines if line[:1].isdigit())
    assert counted == len(RULES.rules)


def test_the_answer_is_data_as_well(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, said = answer(capsys, f"{story}:7", "repeated-word", "--json")
    data = json.loads(said)
    (rule,) = data["rules"]
    (finding,) = rule["findings"]
    start, end = finding["span"]
    assert (rule["outcome"], finding["state"], STORY[start:end]) == ("looked", "told", "the the")
    assert {each["kind"] for each in data["mentions"]} == {"name", "figure", "day", "cue"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nope.md",), "nope.md: no such file"),
        ((".",), "a folder; name an article in it"),
        (("story.md", "emty-section"), "no rule “emty-section”; did you mean “empty-section”?"),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_line(
    arguments: tuple[str, ...], said: str, story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, answered = answer(capsys, *arguments)
    assert code == 2
    assert said in answered
    assert len(answered.strip().splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_a_file_whose_name_ends_like_a_line_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md:7").write_text(STORY, encoding="utf-8")
    code, said = answer(capsys, "a.md:7", "repeated-word", "--format", "markdown")
    assert code == 0
    assert "repeated-word looked" in said
