"""What people said of findings: a file that merges, and what a rule's page and the report make of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom import newsroom
from presslint.cli import run as presslint
from presslint.packs.verdicts import (
    NAME,
    InHouse,
    Said,
    VerdictsError,
    in_house,
    read_verdicts,
    write_verdicts,
)
from presslint.report import ReportOptions, render

SAID = [
    Said("repeated-word", "b2", "dismiss", "b.md", "A title,\tin two “the the” lines."),
    Said("repeated-word", "a1", "accept", "a.md", "The word “the” stands twice."),
    Said("repeated-word", "c3", "accept", "a.md", "The word “of” stands twice."),
]


def test_what_is_written_is_read_and_stands_in_order(tmp_path: Path) -> None:
    path = tmp_path / NAME
    assert read_verdicts(path) == {}
    write_verdicts(path, SAID)
    assert path.read_text(encoding="utf-8").splitlines()[:2] == [
        "rule\tfingerprint\tverdict\tarticle\tmessage",
        "repeated-word\ta1\taccept\ta.md\tThe word “the” stands twice.",
    ]
    assert list(read_verdicts(path)) == ["a1", "b2", "c3"]
    assert in_house(read_verdicts(path)) == {"repeated-word": InHouse(3, 2)}
    assert [each.name for each in tmp_path.iterdir()] == [NAME]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rule\tverdict\n", ":1: the columns are rule, fingerprint, verdict"),
        ("rule\tfingerprint\tverdict\tarticle\tmessage\na\tb\tyes\tc\td\n", ":2: no 5 columns, the third"),
        ("rule\tfingerprint\tverdict\tarticle\tmessage\na\tb\n", ":2: no 5 columns"),
        (b"\xff\xfe", ": cannot be read"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str | bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(VerdictsError) as caught:
        read_verdicts(path)
    assert said in str(caught.value)


def test_the_page_of_a_rule_says_how_true_it_is_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert presslint(["rule", "repeated-word"]) == 0
    assert "In this house" not in capsys.readouterr().out
    write_verdicts(tmp_path / NAME, SAID)
    assert presslint(["rule", "repeated-word"]) == 0
    assert "In this house: 2 of 3 findings read were accepted (67 %)." in capsys.readouterr().out
    assert presslint(["rule", "repeated-word", "--output", "json"]) == 0
    assert '"in-house": {\n    "read": 3,\n    "accepted": 2\n  }' in capsys.readouterr().out


def test_the_html_page_says_how_true_a_rule_is_here() -> None:
    run = newsroom()
    name = next(finding.rule for _, finding in run.findings())
    assert "In this house" not in render("html", run)
    page = render("html", run, ReportOptions(in_house={name: str(InHouse(20, 18))}))
    assert (
        page.count('<p class="in-house">In this house: 18 of 20 findings read were accepted (90 %).</p>') == 1
    )


def test_the_command_hands_the_verdicts_to_the_html_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("---\ntitle: The mayor\n---\nThe the mayor spoke.\n")
    write_verdicts(tmp_path / NAME, SAID)
    assert presslint(["check", "a.md", "--exit-zero", "--output", "html:page.html"]) == 0
    assert "In this house: 2 of 3" in Path("page.html").read_text(encoding="utf-8")
