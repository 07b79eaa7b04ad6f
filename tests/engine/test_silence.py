"""Where suppressions hold, what they take out, and how a new one is written: article by article, in process."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from presslint import Article, Finding, Rule, Severity, Span
from presslint.engine.lint import lint
from presslint.engine.suppress import (
    Suppression,
    apply_suppressions,
    read_suppressions,
    suppression_edit,
)
from presslint.packs.rule import Rule as AnyRule
from presslint.packs.suppression import RULES
from presslint.reading import read

TODAY = date(2026, 6, 1)


def article_of(text: str, name: str = "story.md") -> Article:
    (article,) = read(text.encode(), name)
    return article


class Plum(Rule):
    """Finds plums."""

    def check(self, article: Article) -> Iterator[Finding]:
        for passage in article.passages:
            for hit, _ in passage.find("plum"):
                yield self.finding(hit, "A plum.")


Plum.name = "plum"


def left(text: str) -> list[str]:
    """The lines on which plums are still found."""
    article = article_of(text)
    return [
        text[text.rfind("\n", 0, found.span.start) + 1 :].partition("\n")[0]
        for found in lint(article, [Plum()], today=TODAY).findings
    ]


def ignore(rest: str = "reason") -> str:
    return f"<!-- presslint: ignore[plum] {rest} -->"


# -- how it is written -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("comment", "rules", "reason", "until"),
    [
        ("presslint: ignore[a] why not", ["a"], "why not", ""),
        ("  presslint:ignore [ a , b ]", ["a", "b"], "", ""),
        ("presslint: ignore[a,,b] — because\nof it ", ["a", "b"], "because\nof it", ""),
        ("presslint: ignore[a] until=2027-01-01 soon", ["a"], "soon", "2027-01-01"),
        ("presslint: file-ignore[a] -- : x", ["a"], "x", ""),
    ],
)
def test_a_comment_names_rules_reason_and_last_day(
    comment: str, rules: list[str], reason: str, until: str
) -> None:
    found, wrong = read_suppressions(article_of(f"# T\n\nText.\n\n<!--{comment}-->\n\nMore.\n"))
    assert [(each.rule, each.reason, each.until, each.origin) for each in found] == [
        (rule, reason, until, "comment") for rule in rules
    ]
    assert wrong == []


@pytest.mark.parametrize("comment", ["a note", "presslinted", "see presslint: ignore[a]"])
def test_other_comments_are_none_of_ours(comment: str) -> None:
    assert read_suppressions(article_of(f"# T\n\nText.\n\n<!-- {comment} -->\n")) == ([], [])


@pytest.mark.parametrize(
    ("comment", "says"),
    [
        ("presslint ignore a", "write it as `presslint: ignore[rule-name] reason`"),
        ("presslint: ignore[ , ] why", "name the rules it silences, as in `ignore[missing-byline]`"),
        ("presslint: enable[]", "name the rules it silences, as in `ignore[missing-byline]`"),
        ("presslint: enable[a]", "nothing disables “a” before it"),
        ("presslint: ignore[a] until=2026-13-01", "“2026-13-01” is no date; write until=2027-01-31"),
    ],
)
def test_what_is_written_wrongly_is_told_at_its_place(comment: str, says: str) -> None:
    text = f"# T\n\nText.\n\n<!-- {comment} -->\n\nMore.\n"
    _, wrong = read_suppressions(article_of(text))
    assert [(text[slice(*span)], what) for span, what in wrong] == [(f"<!-- {comment} -->", says)]


def test_a_date_that_is_none_lets_the_rest_hold() -> None:
    (found,), _ = read_suppressions(article_of(f"# T\n\n{ignore('until=soon x')}\n\nA plum.\n"))
    assert (found.until, found.reason) == ("", "x")


def test_an_enable_ends_one_disable_only() -> None:
    text = "# T\n\n<!-- presslint: disable[a] x -->\n\n<!-- presslint: enable[a] -->\n\n<!-- presslint: enable[a] -->\n"
    found, wrong = read_suppressions(article_of(text))
    assert [text[slice(*each.reach)].count("-->") for each in found] == [2]
    assert [what for _, what in wrong] == ["nothing disables “a” before it"]


# -- the front matter --------------------------------------------------------------------------------------


def head(lines: str) -> str:
    return f"---\ntitle: T\npresslint:\n{lines}\n---\n\nA plum.\n"


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("  ignore: [a, b]", [("a", "", ""), ("b", "", "")]),
        ("  ignore: a", [("a", "", "")]),
        ("  ignore:\n    a: why not\n    b: so", [("a", "why not", ""), ("b", "so", "")]),
        ("  ignore:\n    a:\n      reason: why\n      until: 2027-01-01", [("a", "why", "2027-01-01")]),
        ("  ignore:\n    a:\n      until: 2027-01-01\n      reason: why", [("a", "why", "2027-01-01")]),
        ("  ignore:\n    a:\n      note: x", [("a.note", "x", "")]),
        ("  ignore: []", []),
        ("  ignore: ''", []),
    ],
)
def test_the_metadata_silences_the_whole_article(lines: str, wanted: list[tuple[str, str, str]]) -> None:
    text = head(lines)
    found, wrong = read_suppressions(article_of(text))
    assert [(each.rule, each.reason, each.until) for each in found] == wanted
    assert wrong == []
    assert all(each.reach.start == 0 and each.reach.end >= len(text) for each in found)
    assert {each.origin for each in found} <= {"front matter"}
    assert all(text[slice(*each.span)] in (each.rule, "ignore", "until", "reason", "note") for each in found)


@pytest.mark.parametrize(
    ("lines", "place", "says"),
    [
        ("  ignored: [a]", "ignored", "unknown key “presslint.ignored”; only `ignore` is read here"),
        ("  ignore:\n    a:\n      until: soon", "soon", "“soon” is no date; write 2027-01-31"),
    ],
)
def test_what_is_wrong_in_the_metadata_is_told_at_its_place(lines: str, place: str, says: str) -> None:
    text = head(lines)
    _, wrong = read_suppressions(article_of(text))
    assert [(text[slice(*span)], what) for span, what in wrong] == [(place, says)]


def test_other_keys_of_the_metadata_are_none_of_ours() -> None:
    text = "---\ntitle: T\nlinter:\n  ignore: [a]\npresslint: x\n---\n\nText.\n"
    assert read_suppressions(article_of(text)) == ([], [])


# -- where it holds ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"# T\n\nOne plum.\n\n{ignore()}\n\nTwo plum.\n\nThree plum.\n", ["One plum.", "Three plum."]),
        (f"# T\n\nOne plum {ignore()} a plum\n\nTwo plum.\n", ["Two plum."]),
        (f"# T\n\nOne plum.\n\nTwo plum. {ignore()}\n", ["One plum."]),
        (f"# T\n\nOne plum.\n\n{ignore()}\n", ["One plum."]),
        (f"# A plum\n\n{ignore()}\n\n## A plum\n\nA plum too.\n", ["# A plum", "A plum too."]),
        (f"# T\n\n- one plum\n- two plum {ignore()}\n- three plum\n", ["- one plum", "- three plum"]),
        (f"# T\n\n- one plum\n  - a plum {ignore()}\n- three plum\n", ["- three plum"]),
        (f"# T\n\nText.\n\n- one plum\n  - a plum {ignore()}\n- three plum\n", ["- three plum"]),
        (f"# T\n\n{ignore()}\n\n- one plum\n- two plum\n\nA plum.\n", ["A plum."]),
        (f"# T\n\n> one plum\n>\n> two plum {ignore()}\n\nA plum.\n", ["A plum."]),
        (f"# T\n\n{ignore()} {ignore()}\n\nOne plum.\n\nTwo plum.\n", ["Two plum."]),
        (
            "# T\n\nA plum.\n\n<!-- presslint: disable[plum] x -->\n\nOne plum.\n\nTwo plum.\n",
            ["A plum."],
        ),
        (
            "# T\n\n<!-- presslint: disable[plum] x -->\n\nOne plum.\n\n<!-- presslint: enable[plum] -->\n\nA plum.\n\n"
            f"{ignore()}\n\nTwo plum.\n",
            ["A plum."],
        ),
        ("# A plum\n\nOne plum.\n\n<!-- presslint: file-ignore[plum] x -->\n", []),
    ],
)  # fmt: skip
def test_a_suppression_holds_for_its_block_or_the_next_one(text: str, lines: list[str]) -> None:
    assert left(text) == lines


def test_a_suppression_holds_up_to_and_on_its_last_day() -> None:
    each = Suppression("plum", Span(0, 9), Span(0, 9), until="2026-06-01")
    assert not each.has_expired(date(2026, 6, 1))
    assert each.has_expired(date(2026, 6, 2))
    assert not Suppression("plum", Span(0, 9), Span(0, 9)).has_expired(date(9999, 1, 1))


# -- what becomes of findings ----------------------------------------------------------------------------------


def found(rule: str, at: int, *also: str) -> Finding:
    return Finding(rule, Severity.WARNING, "M.", Span(at, at + 1), also=also)


def outcome(
    text: str, *findings: Finding, known: list[str] | None = None, **options: int
) -> tuple[list[Finding], list[tuple[Finding, str]]]:
    """What is left and what was silenced, with the reason."""
    running: dict[str, AnyRule] = {"plum": Plum()}
    for rule in RULES:
        if rule.default_on:
            running[rule.name] = rule()
        elif rule.name.replace("-", "_") in options:
            running[rule.name] = rule(least=options[rule.name.replace("-", "_")])
    done = apply_suppressions(article_of(text), findings, running, known, TODAY)
    return done.findings, [(each.finding, each.reason) for each in done.suppressed]


TEXT = f"# T\n\n{ignore('first')}\n\n{ignore('second')}\n\nA plum and a plum.\n\nText.\n"
AT = TEXT.index("A plum")


def test_of_two_that_hold_the_first_that_is_written_is_used() -> None:
    here = found("plum", AT)
    findings, silenced = outcome(TEXT, here)
    assert silenced == [(here, "first")]
    assert [(each.rule, TEXT[slice(*each.span)]) for each in findings] == [
        ("unused-suppression", ignore("second"))
    ]


def test_the_front_matter_comes_after_the_comments_and_holds_all_the_same() -> None:
    text = (
        f"---\ntitle: T\npresslint:\n  ignore:\n    plum: top\n---\n\n{ignore('low')}\n\nA plum.\n\nA plum.\n"
    )
    low, top = found("plum", text.index("A plum")), found("plum", text.rindex("A plum"))
    assert outcome(text, low, top) == ([], [(low, "low"), (top, "top")])


def test_a_long_suppression_holds_though_shorter_ones_begin_after_it() -> None:
    text = f"# T\n\n<!-- presslint: file-ignore[plum] long -->\n\nA.\n\n{ignore('short')}\n\nB.\n\nC plum.\n"
    late = found("plum", text.index("C plum"))
    assert outcome(text, late)[1] == [(late, "long")]


def test_a_short_suppression_does_not_reach_back_to_what_a_longer_one_holds() -> None:
    text = f"# T\n\nA plum.\n\n{ignore('short')}\n\nB.\n\n<!-- presslint: file-ignore[plum] long -->\n"
    early = found("plum", text.index("A plum"))
    assert outcome(text, early)[1] == [(early, "long")]


def test_a_suppression_ends_with_its_block() -> None:
    end = TEXT.index("\n", AT)
    assert [each.span.start for each, _ in outcome(TEXT, found("plum", end - 1), found("plum", end))[1]] == [
        end - 1
    ]


def test_a_finding_is_silenced_at_its_first_character_and_by_any_of_its_rules() -> None:
    merged, before, behind = found("pear", AT, "plum"), found("plum", 0), found("plum", TEXT.index("Text."))
    findings, silenced = outcome(TEXT, merged, before, behind)
    assert [each for each, _ in silenced] == [merged]
    assert findings[:2] == [before, behind]
    assert outcome(TEXT, found("pear", AT))[1] == []


def test_without_suppressions_findings_are_as_they_were() -> None:
    here = found("plum", 3)
    assert outcome("# T\n\nA plum.\n", here) == ([here], [])


def said(text: str, *findings: Finding, **more: object) -> list[tuple[str, str]]:
    return [(each.rule, each.message) for each in outcome(text, *findings, **more)[0]]  # type: ignore[arg-type]


def test_what_is_wrong_with_a_suppression_is_said_once() -> None:
    old = f"# T\n\n{ignore('until=2026-05-31 x')}\n\nA plum.\n"
    here = found("plum", old.index("A plum"))
    assert said(old, here)[1:] == [
        (
            "expired-suppression",
            "The suppression of “plum” ended on 2026-05-31; mend the copy or renew the date.",
        )
    ]
    assert outcome(old, here)[1] == [], "it holds no more"
    idle = f"# T\n\n{ignore()}\n\nA pear.\n"
    assert said(idle) == [
        ("unused-suppression", "Nothing here breaks “plum” any more; drop the suppression.")
    ]
    assert said(idle, known=["plum"]) == said(idle)
    assert said(idle, known=["pear"]) == [
        ("unknown-suppression", "There is no rule “plum”; correct the name or drop it.")
    ]


def test_a_rule_that_did_not_run_leaves_no_suppression_unused() -> None:
    assert said("# T\n\n<!-- presslint: ignore[pear] x -->\n\nText.\n") == []


def test_what_is_written_wrongly_is_a_finding() -> None:
    assert said("# T\n\n<!-- presslint: please -->\n\nText.\n") == [
        (
            "unknown-suppression",
            "This suppression does nothing: write it as `presslint: ignore[rule-name] reason`.",
        )
    ]


@pytest.mark.parametrize(
    ("reason", "least", "asked"),
    [("", 1, True), ("x", 1, False), ("two words", 3, True), ("three words now", 3, False)],
)
def test_a_reason_has_as_many_words_as_the_house_asks_for(reason: str, least: int, asked: bool) -> None:
    text = f"# T\n\n{ignore(reason)}\n\nA plum.\n"
    messages = said(text, found("plum", text.index("A plum")), suppression_without_reason=least)
    wanted = (
        "suppression-without-reason",
        "The suppression of “plum” gives no reason; say why it may stand.",
    )
    assert messages == ([wanted] if asked else [])


# -- writing one -------------------------------------------------------------------------------------------------


def written(text: str, reason: str = "so", name: str = "story.md") -> str | None:
    """The text with a suppression of its last plum."""
    article = article_of(text, name)
    edit = suppression_edit(article, found("plum", text.rindex("plum")), reason)
    return None if edit is None else text[: edit.span.start] + edit.text + text[edit.span.end :]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "---\ntitle: T\n---\n\nA plum.\n",
            '---\ntitle: T\npresslint:\n  ignore:\n    plum: "so"\n---\n\nA plum.\n',
        ),
        (
            "---\r\ntitle: T\r\n---\r\n\r\nA plum.\r\n",
            '---\r\ntitle: T\r\npresslint:\r\n  ignore:\r\n    plum: "so"\r\n---\r\n\r\nA plum.\r\n',
        ),
        (
            '+++\ntitle = "T"\n+++\n\nA plum.\n',
            '+++\ntitle = "T"\n\n[presslint.ignore]\nplum = "so"\n+++\n\nA plum.\n',
        ),
        ("# T\n\nOne.\n\nA plum.\n", "# T\n\nOne.\n\n<!-- presslint: ignore[plum] so -->\n\nA plum.\n"),
        ("# A plum\n\nOne.\n", "<!-- presslint: file-ignore[plum] so -->\n\n# A plum\n\nOne.\n"),
        (
            "---\ntitle: T\npresslint:\n  ignore: [pear]\n---\n\nA plum.\n",
            "---\ntitle: T\npresslint:\n  ignore: [pear]\n---\n\n<!-- presslint: ignore[plum] so -->\n\nA plum.\n",
        ),
        (
            "---\ntitle: A plum\npresslint:\n  ignore: [pear]\n---\n\nText.\n",
            "---\ntitle: A plum\npresslint:\n  ignore: [pear]\n---\n<!-- presslint: file-ignore[plum] so -->\n\n\nText.\n",
        ),
        (
            "# T\n\nplum one.\n\nplum two.\n",
            "# T\n\nplum one.\n\n<!-- presslint: ignore[plum] so -->\n\nplum two.\n",
        ),
        (
            '{"title": "T"}\n\nA plum.\n',
            '{"title": "T"}\n\n<!-- presslint: ignore[plum] so -->\n\nA plum.\n',
        ),
    ],
)  # fmt: skip
def test_a_suppression_is_written_where_readers_do_not_see_it(text: str, wanted: str) -> None:
    after = written(text)
    assert after == wanted
    assert "plum" in [each.rule for each in read_suppressions(article_of(after))[0]]
    if "file-ignore" not in wanted:
        assert text[text.rindex("plum") - 2 :].strip() not in left(after)


@pytest.mark.parametrize("text", ["---\ntitle: T\n---\n\nA plum.\n", "# T\n\nA plum.\n"])
def test_any_reason_can_be_written(text: str) -> None:
    after = written(text, 'the  desk: "likes"\nit \\ so -- much --')
    (found,), wrong = read_suppressions(article_of(after or ""))
    assert wrong == []
    assert found.reason.replace("—", "--") == 'the desk: "likes" it \\ so -- much --'


def test_a_format_without_a_place_for_it_gets_none() -> None:
    assert written("T\n\nA plum.\n", name="story.txt") is None


@pytest.mark.parametrize("rule", ["missing-byline", "missing-date"])
def test_a_reason_is_no_credit_and_an_end_is_no_date(rule: str) -> None:
    """What is said to presslint supplies nothing that the article lacks, or the suppression silenced nothing."""
    from datetime import date

    from presslint.config.config import Config
    from presslint.config.layers import command_line_layer
    from presslint.engine.checking import check_bytes

    config = Config(
        [command_line_layer({"select": [rule, "unused-suppression"]})],
        with_installed=False,
        today=date(2026, 5, 5),
    )
    copy = "The council voted on the new pool and on what a swim there is to cost. " * 6
    lines = f"presslint:\n  ignore:\n    {rule}:\n      reason: the desk signs this column\n      until: 2027-01-01\n"
    story = f"---\n{lines}title: Pool opens\nslug: pool\n---\n\n{copy}\n"
    (result,), _ = check_bytes(story.encode(), "a.md", config, Path("a.md"))
    assert [each.finding.rule for each in result.suppressed] == [rule]
    assert not result.findings
