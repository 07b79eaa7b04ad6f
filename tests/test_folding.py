"""One defect, one finding: repeats in an article, and what nearly all articles of a folder lack."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from presslint.cli import run as presslint
from presslint.report.load import load

STORY = "---\ntitle: {title}\ndate: 2026-05-05\ndescription: {dek}\n{more}---\n{body}\n"
BODY = "The council voted on Tuesday to cut the night bus. Riders said that they would walk from now on."
DEK = "Riders of the last bus on Mill Lane will have to walk home from May, the council says"


def story(number: int = 1, *, more: str = "author: Ana Ruiz\n", body: str = BODY) -> str:
    return STORY.format(
        title=f"Council cuts night bus number {number}", dek=f"{DEK} ({number})", more=more, body=body
    )


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, text: str) -> None:
    place = Path(name)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")


def report(capsys: pytest.CaptureFixture[str], *arguments: str, select: str = "missing-byline") -> Any:
    presslint(["check", "--isolated", "-n", "--select", select, "--output", "json", *arguments])
    return json.loads(capsys.readouterr().out)


def unsigned(count: int, signed: int = 0, folder: str = "posts") -> None:
    for number in range(count):
        put(f"{folder}/p{number:03}.md", story(number, more=""))
    for number in range(signed):
        put(f"{folder}/s{number:03}.md", story(number))


LINKS = "See [here](https://a.example.org/1), [here](https://a.example.org/2)\n\nand [here](https://a.example.org/3).\n\nOr [here](https://a.example.org/9)."


def test_same_words_and_message_are_one_finding_with_all_places(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.md", story(body=LINKS))
    (found,) = report(capsys, "a.md", select="link-text-generic")["findings"]
    assert found["message"].endswith("(4 times in this article).")
    assert [each["start"]["line"] for each in found["places"]] == [7, 9, 11]
    assert len({found["fingerprint"], *(each["fingerprint"] for each in found["places"])}) == 4


def test_three_of_a_kind_are_told_one_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.md", story(body=LINKS.rpartition("\n\n")[0]))
    assert len(report(capsys, "a.md", select="link-text-generic")["findings"]) == 3


def test_no_fold_tells_each_place_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.md", story(body=LINKS))
    found = report(capsys, "a.md", "--no-fold", select="link-text-generic")["findings"]
    assert len(found) == 4
    assert not any("places" in each for each in found)


def test_a_config_that_folds_nothing_tells_each_place(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.md", story(body=LINKS))
    put("presslint.yaml", "output: {fold: 0}\nselect: [link-text-generic]\n")
    presslint(["check", "-n", "--output", "json", "a.md"])
    assert len(json.loads(capsys.readouterr().out)["findings"]) == 4


@pytest.mark.parametrize(("pictures", "findings"), [(12, 12), (13, 1)])
def test_a_rule_says_above_how_many_its_findings_are_one(
    pictures: int, findings: int, capsys: pytest.CaptureFixture[str]
) -> None:
    body = "\n\n".join(f"![](pool{number}.jpg)" for number in range(pictures))
    put("a.md", story(body=body))
    found = report(capsys, "a.md", select="image-alt-missing")["findings"]
    assert len(found) == findings
    if findings == 1:
        assert found[0]["message"] == "13 pictures have no text alternative; write what each shows."


EMPTY = "Lead.\n\n## {}\n\n## {}\n\n## {}\n\n## The crew\n\nSix people work on board.\n"
WORDLESS = "Lead.\n\n##\n\nIt sails on Monday.\n\n##\n\nIt comes back.\n"


@pytest.mark.parametrize(
    ("rule", "body", "messages"),
    [
        (
            "empty-section",
            EMPTY.format("Fares", "Route", "Piers"),
            [
                "“Fares” has nothing under it (so too “Route”, “Piers”); write the section or cut the subhead.",
            ],
        ),
        (
            "empty-section",
            WORDLESS + "\n## Fares\n\n## The crew\n\nSix people.\n",
            [
                "A subhead without words stands here (so too 1 more place); write it or delete the line.",
                "“Fares” has nothing under it; write the section, cut the subhead, or set those that belong to it one "
                "level lower.",
            ],
        ),
        (
            "encoding-damage",
            "â€™a, Ã©b, â€™c, â€“d. The caf\ufffd is shut.",
            [
                "“â€™” was read in the wrong encoding, as in 3 more places; write “’”.",
                "A character was lost in “caf\ufffd”; look up the word and write it again.",
            ],
        ),
    ],
)
def test_what_the_first_message_says_is_said_of_those_that_say_alike(
    rule: str, body: str, messages: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    put("a.md", story(body=body))
    found = report(capsys, "a.md", select=rule)["findings"]
    assert [each["message"] for each in found] == messages


def test_of_many_others_the_first_four_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    heads = "\n\n".join(f"## Pier {name}" for name in "ABCDEFG")
    put("a.md", story(body=f"Lead.\n\n{heads}\n"))
    (found,) = report(capsys, "a.md", "--show", "suggestion", select="empty-section")["findings"]
    assert "(so too “Pier B”, “Pier C”, “Pier D”, “Pier E” and 2 more)" in found["message"]
    assert len(found["places"]) == 6


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        (
            "empty-section",
            EMPTY.format("Fares", "Route", "x.\n\nText"),
            EMPTY.format("Fares", "Route", "Piers"),
        ),
        ("encoding-damage", "â€™a.\n\n" * 9, "â€™a.\n\n" * 9 + "The cafÃ© is shut."),
    ],
)
def test_a_new_place_is_new_though_the_old_ones_were_told_as_one(
    rule: str, old: str, new: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put("presslint.yaml", f"select: [{rule}]\n")
    put("a.md", story(body=old))
    presslint(["baseline", "create"])
    put("a.md", story(body=new))
    capsys.readouterr()
    presslint(["check", "-n", "--output", "json", "a.md"])
    states = [each["state"] for each in json.loads(capsys.readouterr().out)["findings"]]
    assert states.count("new") == 1


def test_the_text_report_names_the_lines(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.md", story(body=LINKS))
    presslint(["check", "--isolated", "-n", "--select", "link-text-generic", "--show", "suggestion", "a.md"])
    assert "also: lines 7, 9 and 11" in capsys.readouterr().out


def test_a_suppressed_place_is_no_part_of_the_roll_up(capsys: pytest.CaptureFixture[str]) -> None:
    more = "\n\n<!-- presslint: ignore[link-text-generic] the council’s own words -->\n\nGo [here](https://a.example.org/4)."
    put("a.md", story(body=LINKS + more))
    found = report(capsys, "a.md", select="link-text-generic")
    assert [len(each["places"]) for each in found["findings"]] == [3]
    assert len(found["suppressed"]) == 1


def test_a_new_place_of_a_known_defect_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    put("presslint.yaml", "select: [link-text-generic]\n")
    put("a.md", story(body=LINKS))
    presslint(["baseline", "create"])
    assert len(Path(".presslint-baseline.jsonl").read_text(encoding="utf-8").splitlines()) == 4
    put("a.md", story(body=LINKS + "\n\nThe fares are listed [here](https://a.example.org/4)."))
    capsys.readouterr()
    presslint(["check", "-n", "--output", "json", "a.md"])
    states = [each["state"] for each in json.loads(capsys.readouterr().out)["findings"]]
    assert sorted(states) == [*["baselined"] * 4, "new"]


def test_the_fix_of_a_roll_up_mends_all_places(capsys: pytest.CaptureFixture[str]) -> None:
    bodies = ("council", "trust", "board", "parish")
    put("a.md", story(body="\n\n".join(f"The {body} voted on the the plan." for body in bodies)))
    (found,) = report(capsys, "a.md", select="repeated-word")["findings"]
    assert len(found["fix"]["edits"]) == 4
    presslint(["check", "--isolated", "-n", "--select", "repeated-word", "--fix", "a.md"])
    assert "the the" not in Path("a.md").read_text(encoding="utf-8")


def test_a_saved_run_keeps_the_places(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.md", story(body=LINKS))
    presslint(["check", "--isolated", "-n", "--select", "link-text-generic", "--output", "json", "a.md"])
    saved = capsys.readouterr().out
    run = load(saved, root=None)
    ((_, finding),) = run.findings()
    assert [run.articles[0].source.position(each.span.start).line for each in finding.places] == [7, 9, 11]


@pytest.mark.parametrize(
    ("lacking", "having", "told"),
    [(20, 0, 1), (19, 0, 19), (27, 3, 1), (26, 4, 26)],
)
def test_what_nine_of_ten_of_twenty_articles_lack_is_one_finding(
    lacking: int, having: int, told: int, capsys: pytest.CaptureFixture[str]
) -> None:
    unsigned(lacking, having)
    found = report(capsys, "posts")["findings"]
    assert len(found) == told


def test_the_finding_about_a_site_says_what_to_write(capsys: pytest.CaptureFixture[str]) -> None:
    unsigned(20)
    (found,) = report(capsys, ".")["findings"]
    assert found["message"] == (
        "None of the 20 articles under posts has a byline; "
        "if the house wants it so, write `rules: {missing-byline: off}` in presslint.yaml."
    )
    assert (found["path"], len(found["paths"])) == ("posts/p000.md", 19)


def test_the_highest_folder_for_which_it_holds_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    unsigned(20, folder="site/news/may")
    unsigned(20, folder="site/news/june")
    for number in range(30):
        put(f"site/people/p{number}.md", story(number))
    (found,) = report(capsys, "site")["findings"]
    assert "the 40 articles under site/news has" in found["message"]


def test_workers_and_the_cache_change_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unsigned(60)
    arguments = ["check", "--isolated", "--select", "missing-byline", "--output", "json", "posts"]
    said = []
    for more in (["-n"], ["-n", "-j", "2"], ["--cache-dir", "kept"], ["--cache-dir", "kept"]):
        presslint([*arguments, *more])
        said.append(json.loads(capsys.readouterr().out)["findings"])
    assert len(said[0]) == 1
    assert all(each == said[0] for each in said)


def test_a_new_article_does_not_hide_behind_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    unsigned(30)
    put("presslint.yaml", "select: [missing-byline]\n")
    presslint(["baseline", "create"])
    put("posts/new.md", story(99, more=""))
    capsys.readouterr()
    presslint(["check", "-n", "--output", "json"])
    new = [each for each in json.loads(capsys.readouterr().out)["findings"] if each["state"] == "new"]
    assert [(each["path"], each["message"]) for each in new] == [
        ("posts/new.md", "The article names no author; add a byline.")
    ]


def test_a_run_against_a_base_tells_each_article(capsys: pytest.CaptureFixture[str]) -> None:
    def git(*words: str) -> None:
        who = ("-c", "user.name=Ana Ruiz", "-c", "user.email=ana@paper.example.org")
        subprocess.run(["git", *who, *words], check=True, capture_output=True)

    git("init", "-q")
    unsigned(5)
    git("add", ".")
    git("commit", "-qm", "The desk's habit")
    unsigned(25, folder="new")
    found = report(capsys, "--new-from-rev", "HEAD")["findings"]
    assert len(found) == 25
    assert not any("paths" in each for each in found)


@pytest.mark.parametrize("form", ["sarif", "rdjsonl"])
def test_formats_with_related_places_have_them_all(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    put("a.md", story(body=LINKS))
    presslint(["check", "--isolated", "-n", "--select", "link-text-generic", "--output", form, "a.md"])
    assert capsys.readouterr().out.count("the same here") == 3


def test_an_article_at_the_top_of_the_run_is_under_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(20):
        put(f"p{number:02}.md", story(number, more=""))
    (found,) = report(capsys, *(f"p{number:02}.md" for number in range(20)))["findings"]
    assert found["message"].startswith("None of the 20 articles has a byline; ")


def test_the_same_words_in_all_articles_are_mended_where_they_come_from(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for number in range(20):
        put(
            f"posts/p{number:02}.md",
            story(number, body=f"{BODY}\n\nFor fares see [here](https://a.example.org/)."),
        )
    (found,) = report(capsys, "posts", select="link-text-generic")["findings"]
    assert found["message"].startswith("All 20 articles under posts have the same: “here” does not say where")


def test_the_exit_code_is_that_of_the_single_findings() -> None:
    unsigned(20)
    arguments = [
        "check",
        "--isolated",
        "-n",
        "--select",
        "missing-byline",
        "--fail-on",
        "suggestion",
        "posts",
    ]
    assert presslint([*arguments]) == presslint([*arguments, "--no-fold"]) == 1
