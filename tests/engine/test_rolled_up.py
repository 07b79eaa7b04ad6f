"""Findings told as one, from findings that a test makes: repeats in an article, and what a folder shares."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pytest

from presslint import Edit, Finding, Fix, Severity, Span
from presslint.engine.folding import folded
from presslint.engine.run import ArticleResult, Run, Skipped
from presslint.model.finding import Place
from presslint.model.source import Source

WARNING, ERROR = Severity.WARNING, Severity.ERROR


def declared(**rules: Mapping[str, object]) -> list[Mapping[str, Any]]:
    """What is known of rules, by name: how many are one, what is said of them, what they lack."""
    nothing: dict[str, object] = {"as_one": "", "as_one_above": 0, "lack": ""}
    return [{name: SimpleNamespace(**(nothing | dict(more))) for name, more in rules.items()}]


def found(
    text: str = "here", at: int = 0, message: str = "“here” says nothing; say where.", **more: Any
) -> Finding:
    span = Span(at, at + len(text))
    return Finding(
        more.pop("rule", "r"), more.pop("severity", WARNING), message, span, text=text,
        fingerprint=f"{text} {at}", **more,
    )  # fmt: skip


def told(findings: list[Finding], entries: list[Mapping[str, Any]] | None = None) -> list[Finding]:
    """What is told of the findings of one article."""
    result = ArticleResult("a.md", Source("", "a.md"), findings=tuple(findings))
    run = folded(Run((result,)), entries if entries is not None else declared(r={}))
    assert len(run.articles) == 1
    return list(run.articles[0].findings)


def messages(findings: list[Finding], entries: list[Mapping[str, Any]] | None = None) -> list[str]:
    return [finding.message for finding in told(findings, entries)]


# -- in an article ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "left"), [(1, 1), (3, 3), (4, 1), (5, 1)])
def test_four_of_the_same_words_are_told_once(count: int, left: int) -> None:
    findings = [found(at=10 * number) for number in range(count)]
    shown = told(findings)
    assert len(shown) == left
    if left < count:
        assert shown[0].message == f"“here” says nothing; say where ({count} times in this article)."
        assert shown[0].span == findings[0].span
        assert shown[0].places == tuple(Place(each.span, each.fingerprint) for each in findings[1:])
    else:
        assert shown == findings


def test_a_message_without_a_stop_gets_none() -> None:
    assert messages([found(at=at, message="M") for at in range(4)]) == ["M (4 times in this article)"]


def test_the_first_of_the_repeats_stands_where_it_stood() -> None:
    findings = [
        found(at=0),
        found("other", 5, "N."),
        *[found(at=at) for at in (10, 20, 30)],
        found("end", 40, "E."),
    ]
    assert [each.text for each in told(findings)] == ["here", "other", "end"]


def test_spaces_and_figures_do_not_make_repeats_different() -> None:
    """Figures of a message say where something stands."""
    texts = ["so here", "so\nhere", "so  here", "so here"]
    findings = [found(text, 10 * at, f"M in line {at}.") for at, text in enumerate(texts)]
    assert messages(findings) == ["M in line 0 (4 times in this article)."]


@pytest.mark.parametrize(
    "more",
    [
        {"text": "there"},
        {"message": "Another message."},
        {"rule": "q"},
        {"severity": ERROR},
        {"also": ("q",)},
        {"fixes": (Fix((Edit(Span(0, 1), ""),), "Mend"),)},
    ],
)
def test_what_differs_is_no_repeat(more: dict[str, Any]) -> None:
    findings = [found(at=at) for at in (0, 10, 20)] + [found(**{"at": 30, **more})]
    assert told(findings) == findings


def test_fixes_of_repeats_become_one_that_mends_them_all() -> None:
    def fix(at: int, *, label: str = "Delete it", level: str = "safe") -> Fix:
        return Fix((Edit(Span(at, at + 1), "x"), Edit(Span(900, 901), "once")), label, level)

    findings = [
        found(at=at, fixes=(fix(at), fix(at, label="Or not", level="unsafe"))) for at in (0, 10, 20, 30)
    ]
    (one,) = told(findings)
    assert [(each.label, each.applicability) for each in one.fixes] == [
        ("Delete it (4 places)", "safe"),
        ("Or not (4 places)", "unsafe"),
    ]
    assert sorted(edit.span.start for edit in one.fixes[0].edits) == [0, 10, 20, 30, 900]


def test_fixes_of_two_levels_are_not_told_as_one() -> None:
    def with_fix(at: int, level: str) -> Finding:
        return found(at=at, fixes=(Fix((Edit(Span(at, at + 1), ""),), "Mend", level),))

    findings = [with_fix(at, "safe") for at in (0, 10, 20)] + [with_fix(30, "unsafe")]
    assert told(findings) == findings


@pytest.mark.parametrize(("count", "left"), [(1, 1), (2, 2), (3, 1)])
def test_a_rule_says_above_how_many_its_findings_are_one(count: int, left: int) -> None:
    findings = [found(f"word {at}", 10 * at, f"M {at}.") for at in range(count)]
    entries = declared(r={"as_one": "{count} of them; mend all.", "as_one_above": 2})
    shown = messages(findings, entries)
    assert len(shown) == left
    assert ("3 of them; mend all." in shown) is (count == 3)


def test_a_rule_that_only_counts_tells_them_as_one_whatever_they_say() -> None:
    findings = [found("a", 0, "One thing."), found("b", 10, "Quite another; mend it.")]
    assert messages(findings, declared(r={"as_one": "{count} of them.", "as_one_above": 1})) == ["2 of them."]


def test_below_that_number_repeats_are_told_once_all_the_same() -> None:
    findings = [found(at=at) for at in range(4)]
    entries = declared(r={"as_one": "{count} of them.", "as_one_above": 9})
    assert messages(findings, entries) == ["“here” says nothing; say where (4 times in this article)."]


def test_a_rule_that_nobody_knows_is_folded_by_its_words() -> None:
    findings = [found(at=at) for at in range(4)] + [found("there", 50)]
    assert len(told(findings, [])) == 2


def test_the_first_pack_that_has_a_rule_says_how() -> None:
    findings = [found(f"word {at}", 10 * at, f"M {at}.") for at in range(2)]
    other, first, second = (
        declared(**rules)[0] for rules in ({"q": {}}, {"r": {"as_one": "A."}}, {"r": {"as_one": "B."}})
    )
    assert messages(findings, [other, first, second]) == ["A."]


SAY = {"r": {"as_one": "{what}|{names}|{places}|{remedy}"}}


@pytest.mark.parametrize(
    ("texts", "says"),
    [
        (["a", "b"], "1 more place|“b”"),
        (["a", "b", "c"], "2 more places|“b”, “c”"),
        (["a", "b", "c", "d", "e"], "4 more places|“b”, “c”, “d”, “e”"),
        (["a", "b", "c", "d", "e", "f"], "5 more places|“b”, “c”, “d”, “e” and 1 more"),
        (["a", "b", "b", "b"], "3 more places|“b” and 2 more"),
        (["a", " ", ""], "2 more places|2 more places"),
        (["a", *"b" * 1200], "1,200 more places|“b” and 1,199 more"),
    ],
)
def test_what_the_others_are_is_named(texts: list[str], says: str) -> None:
    findings = [found(text, 10 * at, f"“{text}” says nothing; say 2.") for at, text in enumerate(texts)]
    places, _, names = says.partition("|")
    assert messages(findings, declared(**SAY)) == [f"“a” says nothing|{names}|{places}|say 2"]


def test_the_first_message_speaks_for_those_that_say_alike_only() -> None:
    """They differ in what they quote and count, in both halves."""
    said = ["“a” has 1; cut “x”.", "“b\nb” has 22; cut “y”.", "“c” holds 1; cut “x”.", "“d” has 1; drop “x”."]
    findings = [found(f"w{at}", 10 * at, message) for at, message in enumerate(said)]
    assert messages(
        findings, declared(r={"as_one": "{what} and {places}; {remedy}.", "as_one_above": 1})
    ) == [
        "“a” has 1 and 1 more place; cut “x”.",
        "“c” holds 1; cut “x”.",
        "“d” has 1; drop “x”.",
    ]


# -- in a folder -------------------------------------------------------------------------------------------


def site(
    *folders: tuple[str, int, list[Finding] | None], skipped: tuple[str, int] = ("", 0)
) -> list[ArticleResult]:
    """So many articles in each folder with the same findings; the last ones skip a rule."""
    results = []
    for folder, count, findings in folders:
        for _ in range(count):
            path = f"{folder}/{len(results):03}.md" if folder else f"{len(results):03}.md"
            results.append(ArticleResult(path, Source("", path), findings=tuple(findings or ())))
    rule, last = skipped
    if last:
        for result in results[-last:]:
            results[results.index(result)] = ArticleResult(
                result.path, result.source, findings=result.findings, skipped=(Skipped(rule, "no links"),)
            )
    return results


LACKING = found("", 0, "The article names no author; add a byline.")
ENTRIES = declared(r={"lack": "a byline"})
OFF = "if the house wants it so, write `rules: {r: off}` in presslint.yaml."


def of_site(
    results: list[ArticleResult], entries: list[Mapping[str, Any]] = ENTRIES, **more: bool
) -> list[tuple[str, str]]:
    """Path and message of all that is told."""
    run = folded(Run(tuple(results)), entries, **more)
    assert [each.path for each in run.articles] == [each.path for each in results]
    return [(result.path, finding.message) for result, finding in run.findings()]


@pytest.mark.parametrize(("lacking", "having", "says"), [(20, 0, "None of the 20 articles under n has a byline"), (18, 2, "x"), (27, 3, "27 of the 30 articles under n lack a byline"), (26, 4, "x"), (19, 0, "x")])  # fmt: skip
def test_what_nine_of_ten_lack_is_told_of_the_folder(lacking: int, having: int, says: str) -> None:
    said = of_site(site(("n", lacking, [LACKING]), ("n", having, None)))
    assert said == (
        [("n/000.md", f"{says}; {OFF}")]
        if says != "x"
        else [(f"n/{at:03}.md", LACKING.message) for at in range(lacking)]
    )


def test_the_finding_of_a_folder_names_the_other_articles_and_has_no_fix() -> None:
    lacking = found("", 0, LACKING.message, fixes=(Fix((Edit(Span(0, 0), "x"),), "Add it"),))
    run = folded(Run(tuple(site(("n", 20, [lacking])))), ENTRIES)
    ((_, finding),) = run.findings()
    assert finding.paths == tuple(f"n/{at:03}.md" for at in range(1, 20))
    assert (finding.fixes, finding.severity, finding.rule) == ((), WARNING, "r")


def test_without_the_site_each_article_is_told() -> None:
    assert len(of_site(site(("n", 20, [LACKING])), site=False)) == 20


def test_other_findings_stay_in_their_order() -> None:
    early, late = found("a", 0, "Early.", rule="q"), found("z", 90, "Late.", rule="q")
    lacking = found("", 50, LACKING.message)
    results = site(("n", 1, [early, lacking, late]), ("n", 19, [lacking]), ("n", 1, [early]))
    assert [message for _, message in of_site(results)] == [
        "Early.",
        f"20 of the 21 articles under n lack a byline; {OFF}",
        "Late.",
        "Early.",
    ]


def test_words_take_no_part_in_a_lack() -> None:
    results = [
        result for at in range(20) for result in site(("n", 1, [found(f"words {at}", 0, LACKING.message)]))
    ]
    results = [
        ArticleResult(f"n/{at:03}.md", each.source, findings=each.findings) for at, each in enumerate(results)
    ]
    assert [message for _, message in of_site(results)] == [
        f"None of the 20 articles under n has a byline; {OFF}"
    ]
    assert len(of_site(results, declared(r={}))) == 20, "but in all else"


def test_the_same_words_everywhere_are_mended_where_they_come_from() -> None:
    results = site(("n", 20, [found("so\nhere", 0, "“here” says nothing.")]), ("n", 1, None))
    wanted = "the 21 articles under n have the same: “here” says nothing. Mend it where they get it from"
    for entries in (declared(r={}), [], ENTRIES):
        assert of_site(results, entries) == [("n/000.md", f"20 of {wanted}; {OFF}")]
    assert of_site(results[:20])[0][1].startswith("All 20 articles under n have the same: ")


@pytest.mark.parametrize("more", [{"message": "Another."}, {"severity": ERROR}, {"rule": "q"}])
def test_what_differs_is_not_shared(more: dict[str, Any]) -> None:
    other = found(**{"text": "", "message": LACKING.message, **more})
    results = site(("n", 17, [LACKING]), ("n", 3, [other]))
    assert len(of_site(results, declared(r={"lack": "a byline"}, q={"lack": "a byline"}))) == 20


def test_articles_that_a_rule_could_not_judge_do_not_count() -> None:
    results = site(("n", 20, [LACKING]), ("n", 10, None), skipped=("r", 10))
    assert of_site(results) == [("n/000.md", f"None of the 20 articles under n has a byline; {OFF}")]
    assert len(of_site(site(("n", 20, [LACKING]), ("n", 10, None), skipped=("q", 10)))) == 20


@pytest.mark.parametrize(
    ("folders", "where"),
    [
        ((("s/a", 20, [LACKING]), ("s/b", 20, [LACKING])), ["the 40 articles under s has"]),
        ((("s/a", 20, [LACKING]), ("s/b", 20, None)), ["the 20 articles under s/a has"]),
        ((("s/a", 20, [LACKING]), ("s/b", 20, None), ("s/c", 20, [LACKING])), ["the 20 articles under s/a has", "the 20 articles under s/c has"]),
        ((("s/a/deep/down", 20, [LACKING]),), ["the 20 articles under s/a/deep/down has"]),
        ((("s/a/deep", 20, [LACKING]), ("s/a", 1, [LACKING])), ["the 21 articles under s/a has"]),
        ((("/s/a", 20, [LACKING]), ("/t/b", 20, None)), ["the 20 articles under /s/a has"]),
        ((("/s/a", 20, [LACKING]), ("/t/b", 20, [LACKING])), ["the 40 articles has"]),
        ((("", 20, [LACKING]),), ["the 20 articles has"]),
        ((("s", 20, [LACKING]), ("", 20, None)), ["the 20 articles under s has"]),
        ((("../s", 20, [LACKING]), ("/t", 20, [LACKING])), ["the 20 articles under ../s has", "the 20 articles under /t has"]),
        ((("s/a", 19, [LACKING]), ("s/b", 30, None), ("s/c", 20, [LACKING])), ["the 20 articles under s/c has", *["x"] * 19]),
    ],
)  # fmt: skip
def test_the_highest_folder_for_which_it_holds_is_named(
    folders: tuple[tuple[str, int, list[Finding] | None], ...], where: list[str]
) -> None:
    said = sorted(message for _, message in of_site(site(*folders)))
    assert len(said) == len(where)
    assert [message for message in said if message.startswith("None")] == [
        f"None of {place} a byline; {OFF}" for place in where if place != "x"
    ]


def test_nineteen_articles_are_no_site_whatever_they_lack() -> None:
    assert len(of_site(site(("n", 19, [LACKING])))) == 19
