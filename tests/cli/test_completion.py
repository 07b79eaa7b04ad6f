"""What a shell is told while a line is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from presslint.cli import run as presslint
from presslint.report import FORMATS

PACK_RULE = """\
extends: existence
why: Nobody says zebra.
message: "Say horse, not “%s”."
level: error
tokens: [zebra]
examples:
  - bad: A [[zebra]] ran.
  - good: A horse ran.
"""


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def completed(
    line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> dict[str, str]:
    """What zsh is offered behind a line: values, with what is said of them."""
    monkeypatch.setenv("_PRESSLINT_COMPLETE", "zsh_complete")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
    with pytest.raises(SystemExit) as end:
        presslint([])
    assert end.value.code == 0
    streams = capsys.readouterr()
    assert streams.err == ""
    rows = streams.out.strip("\n").splitlines()
    return {
        value if kind == "plain" else f"<{kind}>": help
        for kind, value, help in zip(*[iter(rows)] * 3, strict=True)
    }


@pytest.mark.parametrize(
    ("line", "some"),
    [
        ("presslint rule empty-", {"empty-section"}),
        ("presslint why story.md empty-", {"empty-section"}),
        ("presslint test --rule empty-", {"empty-section"}),
        ("presslint rules --chapter str", {"structure"}),
        ("presslint check --select empty-", {"empty-section"}),
        ("presslint check --select str", {"structure"}),
        ("presslint ci --ignore links,empty-", {"links,empty-section"}),
        ("presslint check --severity empty-sec", {"empty-section=error", "empty-section=suggestion"}),
        ("presslint check --severity empty-section=s", {"empty-section=suggestion"}),
        ("presslint check --severity empty-section=off,zz", set()),
        ("presslint check --format ma", {"markdown"}),
        ("presslint parse --format ma", {"markdown"}),
        ("presslint check --story-type opi", {"opinion"}),
        ("presslint check --output git", {"github", "github-summary", "gitlab"}),
        ("presslint report run.json --output sa", {"sarif"}),
        ("presslint check --fail-on w", {"warning"}),
        ("presslint check --show s", {"suggestion"}),
        ("presslint check --config x", {"<file>"}),
        ("presslint check sto", {"<file>"}),
        ("presslint ru", {"rule", "rules"}),
        ("presslint init --profile w", {"wire"}),
    ],
)  # fmt: skip
def test_a_value_is_completed(
    line: str, some: set[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = completed(line, monkeypatch, capsys)
    assert some <= found.keys()
    if some:
        begun = line.split(" ")[-1]
        assert all(value.startswith((begun, "<")) for value in found), found


def test_a_name_stands_with_what_the_rule_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = completed("presslint rule empty-sec", monkeypatch, capsys)
    assert set(found) == {"empty-section"}
    assert found["empty-section"].endswith(".")
    assert set(completed("presslint check --output ", monkeypatch, capsys)) == set(FORMATS)
    several = completed("presslint check --severity empty", monkeypatch, capsys)
    assert len(several) > 1
    assert all(value.endswith("=") for value in several)


def test_rules_of_the_house_are_completed_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("style/words").mkdir(parents=True)
    Path("style/words/zebra-crossing.yaml").write_text(PACK_RULE, encoding="utf-8")
    Path("other.yaml").write_text("packs: [style]\n", encoding="utf-8")
    assert not completed("presslint rule zebra", monkeypatch, capsys)
    assert set(completed("presslint check --config other.yaml --select zebra", monkeypatch, capsys)) == {
        "zebra-crossing"
    }
    Path("other.yaml").rename("presslint.yaml")
    assert set(completed("presslint rule zebra", monkeypatch, capsys)) == {"zebra-crossing"}


def test_a_config_that_is_broken_completes_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("presslint.yaml").write_text("selekt: [\n", encoding="utf-8")
    assert completed("presslint rule empty", monkeypatch, capsys) == {}
    assert "markdown" in completed("presslint check --format ma", monkeypatch, capsys)
