"""`--vale` on the command line: Vale's rules by Vale's config, under presslint's gate, baseline, fixes and formats."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from presslint.cli import run as presslint
from repository import Repo

INI = "StylesPath = styles\nMinAlertLevel = suggestion\n\n[*.md]\nBasedOnStyles = House\n"
VERY = "extends: existence\nmessage: \"Avoid '%s'.\"\nlevel: error\naction: {name: remove}\ntokens: [very]\n"
USE = "extends: substitution\nmessage: \"Use '%s'.\"\nlevel: warning\naction: {name: replace}\nswap: {utilise: use}\n"


@pytest.fixture(autouse=True)
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    for name in ("GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD"):
        monkeypatch.delenv(name, raising=False)
    made = Repo(tmp_path / "site")
    monkeypatch.chdir(made.folder)
    made.write(".vale.ini", INI)
    made.write("styles/House/Very.yml", VERY)
    made.write("styles/House/Use.yml", USE)
    made.write("a.md", "A very good day.\n\nThey utilise it.\n")
    return made


def lines(capsys: pytest.CaptureFixture[str], *words: str, code: int = 1) -> list[str]:
    capsys.readouterr()
    assert presslint(["check", "--vale", "--no-cache", "--output", "line", *words]) == code
    return capsys.readouterr().out.splitlines()


def test_lines_are_vales_and_no_rule_of_ours_runs(capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(capsys) == ["a.md:1:3:House.Very:Avoid 'very'.", "a.md:3:6:House.Use:Use 'use'."]


def test_a_config_elsewhere_is_named(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.write("other/_vale", INI.replace("styles", "../styles").replace("suggestion", "error"))
    assert lines(capsys, "--config", "other/_vale", "a.md") == ["a.md:1:3:House.Very:Avoid 'very'."]


def test_vales_own_options(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.write("b/b.md", "A very good day.\n")
    repo.write("c.txt", "A very good day.\n")
    assert len(lines(capsys, "--minAlertLevel=error")) == 2
    assert lines(capsys, "--filter", '.Name contains "Use"', code=0) == ["a.md:3:6:House.Use:Use 'use'."]
    assert [line[:4] for line in lines(capsys, "--glob=!b/*")] == ["a.md", "a.md"]
    repo.write(".vale.ini", INI.replace("*.md", "*"))
    assert lines(capsys, "--ext=.md", "c.txt") == ["c.txt:1:3:House.Very:Avoid 'very'."]
    repo.write("d.md", "`very`\n")
    assert lines(capsys, "d.md", code=0) == []
    assert lines(capsys, "--ignore-syntax", "d.md") == ["d.md:1:2:House.Very:Avoid 'very'."]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--filter", "x"], "go with --vale"),
        (["--vale", "--isolated"], "choose one"),
        (["--vale", "--config", "gone.ini"], "gone.ini: no such config file"),
        (["--vale", "--filter", ".Nam == 1"], "--filter: “.Nam == 1” is not understood"),
        (["--vale", "--glob", "{a"], "--glob: “{a” opens a brace"),
    ],
)
def test_what_cannot_be_is_one_line(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert presslint(["check", *words]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1


def test_without_a_config_of_vale_it_says_what_was_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkdir(tmp_path / "empty")
    monkeypatch.chdir(tmp_path / "empty")
    assert presslint(["check", "--vale"]) == 2
    assert "no .vale.ini" in capsys.readouterr().err


def test_a_rule_that_cannot_run_is_a_notice_in_text_and_json(
    repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write("styles/House/Broken.yml", "extends: script\nmessage: x\nscript: y\n")
    assert presslint(["check", "--vale", "--no-cache", "--output", "json"]) == 1
    out, err = capsys.readouterr()
    notices = [notice for notice in json.loads(out)["notices"] if "Broken.yml" in notice]
    assert len(notices) == 1
    assert err.count("Broken.yml") == 1


def test_init_writes_the_config_that_does_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    before = lines(capsys)
    assert presslint(["init", "--from-vale"]) == 0
    capsys.readouterr()
    assert presslint(["check", "--no-cache", "--output", "line"]) == 1
    assert capsys.readouterr().out.splitlines() == before
    Path(".vale.ini").unlink()
    assert presslint(["init", "--from-vale", "--force"]) == 2
    assert "no .vale.ini" in capsys.readouterr().err


def test_fixes_baseline_and_answers_work_on_vales_rules(
    repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    assert presslint(["baseline", "create", "--vale"]) == 0
    assert lines(capsys, code=0) == []
    repo.write("a.md", "A very good day.\n\nThey utilise it.\n\nA very bad day.\n")
    assert lines(capsys) == ["a.md:5:3:House.Very:Avoid 'very'."]
    assert presslint(["check", "--vale", "--fix", "--unsafe-fixes", "--no-baseline", "--no-cache"]) == 0
    assert Path("a.md").read_text(encoding="utf-8") == "A good day.\n\nThey use it.\n\nA bad day.\n"


def test_kept_answers_are_void_when_a_style_changes(
    repo: Repo, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["check", "--vale", "--cache-dir", str(tmp_path / "kept"), "--output", "line", "a.md"]
    os.utime("a.md", (1_000_000_000, 1_000_000_000))
    for _ in range(2):
        assert presslint(words) == 1
        assert len(capsys.readouterr().out.splitlines()) == 2
    repo.write("styles/House/Use.yml", USE.replace("utilise", "good"))
    assert presslint(words) == 1
    assert "a.md:1:8:House.Use" in capsys.readouterr().out


def test_only_what_is_new_counts(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.commit()
    repo.write("a.md", "A very good day.\n\nThey utilise it.\n\nA very bad day.\n")
    assert lines(capsys, "--new-from-rev", "HEAD") == ["a.md:5:3:House.Very:Avoid 'very'."]


def test_a_change_is_judged_by_the_styles_of_its_base(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    base = repo.commit()
    repo.git("checkout", "-q", "-b", "work")
    repo.write(".vale.ini", INI + "House.Very = NO\n")
    repo.write("styles/House/Very.yml", VERY.replace("very", "nothing"))
    repo.write("a.md", "A very good day.\n\nThey utilise it.\n\nA very bad day.\n")
    repo.commit()
    assert presslint(["ci", "--vale", "--ci", "none", "--base", base, "--output", "line"]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == ["a.md:5:3:House.Very:Avoid 'very'."]
    assert "this change edits .vale.ini" in err
    assert "this change edits styles/House/Very.yml" in err


def test_a_config_of_ours_that_names_vales_is_judged_so_too(
    repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write("presslint.yaml", "packs: [{vale: .vale.ini}]\nignore: [default]\n")
    base = repo.commit()
    repo.write(".vale.ini", INI + "House.Very = NO\n")
    repo.write("a.md", "A very good day.\n\nThey utilise it.\n\nA very bad day.\n")
    repo.commit()
    assert presslint(["ci", "--ci", "none", "--base", base, "--output", "line"]) == 1
    assert capsys.readouterr().out.splitlines() == ["a.md:5:3:House.Very:Avoid 'very'."]


def test_synced_styles_that_git_does_not_know_are_those_of_the_tree(
    repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write(".gitignore", "styles/\n")
    base = repo.commit()
    repo.write("a.md", "A very good day.\n\nThey utilise it.\n\nA very bad day.\n")
    repo.commit()
    assert presslint(["ci", "--vale", "--ci", "none", "--base", base, "--output", "line"]) == 1
    assert capsys.readouterr().out.splitlines() == ["a.md:5:3:House.Very:Avoid 'very'."]


def test_a_style_that_the_change_brings_is_not_taken(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.git("rm", "-rq", "--cached", "styles", check=False)
    for name in ("Very.yml", "Use.yml"):
        Path("styles/House", name).unlink()
    repo.write("styles/Mine/X.yml", USE)
    base = repo.commit()
    repo.write("styles/House/Very.yml", VERY)
    repo.commit()
    assert presslint(["ci", "--vale", "--ci", "none", "--base", base]) == 2
    assert "there is no style “House”" in capsys.readouterr().err


def test_a_comment_of_vale_that_a_change_brings_is_told(
    repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    base = repo.commit()
    repo.write("a.md", "A very good day.\n\nThey utilise it.\n\n<!-- vale off -->\n\nA very bad day.\n")
    repo.commit()
    assert presslint(["ci", "--vale", "--ci", "none", "--base", base, "--output", "line"]) == 0
    assert (
        "a.md:5: this change suppresses every rule of Vale (from here on): no reason given"
        in capsys.readouterr().err
    )


@pytest.mark.parametrize(
    "form", ["full", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "html"]
)
def test_every_report_names_vales_rules(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert presslint(["check", "--vale", "--no-cache", "--output", form]) == 1
    assert "House.Very" in capsys.readouterr().out
