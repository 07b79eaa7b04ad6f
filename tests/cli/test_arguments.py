"""A command line that is read without click is read as click reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from presslint.cli import Misuse
from presslint.cli.app import presslint
from presslint.cli.arguments import read_plain, spelled_out
from presslint.cli.check import OPTIONS

FLAGS = [part for option in OPTIONS for flag in option.flags for part in flag.split("/")]
WORDS = st.one_of(
    st.sampled_from(FLAGS),
    st.sampled_from(["a.md", "news", "-", "--", "", "json", "json:x", "warning", "3", "-3", "site", "lines", "-qn", "-j2"]),
    st.sampled_from(FLAGS).map(lambda flag: f"{flag}=x"),
    st.sampled_from(["--output=json", "--scope=all", "--fail-on=never", "--jobs=2", "--today=2026-05-05", "--diff=words"]),
    st.text(max_size=4),
)  # fmt: skip


def read_by_click(words: list[str]) -> tuple[list[str], dict[str, Any]]:
    command = presslint.get_command(click.Context(presslint), "check")
    assert command is not None
    with command.make_context("check", spelled_out(words, OPTIONS)) as context:
        values = dict(context.params)
    return list(values.pop("paths")), values


@given(st.lists(WORDS, max_size=6))
@example(["--today", "a.md", "--today=2026-05-05"])
def test_what_is_plain_is_what_click_reads(words: list[str]) -> None:
    try:
        plain = read_plain(words, OPTIONS)
    except Misuse:
        # of two mistakes on one line click may name the other one
        with pytest.raises((Misuse, click.UsageError)):
            read_by_click(words)
        return
    if plain is not None:
        assert plain == read_by_click(words)


@pytest.mark.parametrize(
    ("words", "paths", "given"),
    [
        ([], [], {}),
        (["a.md", "b"], ["a.md", "b"], {}),
        (["-q", "a.md", "--select", "links,dates"], ["a.md"], {"quiet": True, "select": ("links,dates",)}),
        (["--output=json", "--output", "html:x"], [], {"outputs": ("json", "html:x")}),
        (["--no-fold", "-j", "2", "--config", "c.yaml"], [], {"fold": False, "jobs": "2", "config_file": Path("c.yaml")}),
        (["--max-warnings", "0", "-"], ["-"], {"max_warnings": 0}),
        (["--diff", "a.md"], ["a.md"], {"diff": "lines"}),
        (["--diff", "words", "a.md"], ["a.md"], {"diff": "words"}),
        (["a.md", "--diff"], ["a.md"], {"diff": "lines"}),
        (["--diff=words", "lines"], ["lines"], {"diff": "words"}),
        (["--statistics", "news", "-q"], ["news"], {"statistics": "rule", "quiet": True}),
        (["--statistics", "author"], [], {"statistics": "author"}),
    ],
)  # fmt: skip
def test_plain_lines(words: list[str], paths: list[str], given: dict[str, Any]) -> None:
    plain = read_plain(words, OPTIONS)
    assert plain is not None
    assert plain[0] == paths
    unset = {option.parameter: option.preset for option in OPTIONS}
    assert plain[1] == {**unset, **given}


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["--quie"],
        ["--"],
        ["--output"],
        ["--select", "--quiet"],
        ["--quiet=yes"],
        ["--scope", "town"],
        ["--today", "2026-05-05", "--today", "2026-05-06"],
        ["--diff=towns"],
        ["-qn"],
        ["-j2"],
        ["-x"],
    ],
)
def test_the_rest_is_left_to_click(words: list[str]) -> None:
    assert read_plain(words, OPTIONS) is None


@pytest.mark.parametrize(
    ("words", "spelled"),
    [
        (["check", "--diff", "a.md", "--help"], ["check", "--diff=lines", "a.md", "--help"]),
        (["ci", "--statistics", "content"], ["ci", "--statistics=rule", "content"]),
        (["ci", "--statistics", "file", "content"], ["ci", "--statistics=file", "content"]),
        (["check", "--diff=words", "a.md"], ["check", "--diff=words", "a.md"]),
        (["check", "--", "--diff", "a.md"], ["check", "--", "--diff", "a.md"]),
    ],
)
def test_no_option_swallows_a_path(words: list[str], spelled: list[str]) -> None:
    assert spelled_out(words, OPTIONS) == spelled
