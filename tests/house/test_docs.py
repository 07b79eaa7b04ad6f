"""What the documentation says is what happens."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from presslint.cli import run as presslint
from presslint.packs.catalog import Catalog, house

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
FENCE = re.compile(r"`([\w./-]+)`:\n\n```(yaml|python)\n(.*?)```", re.DOTALL)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files that docs/writing-rules.md tells the reader to write."""
    monkeypatch.chdir(tmp_path)
    text = (DOCS / "writing-rules.md").read_text(encoding="utf-8")
    for name, _, body in FENCE.findall(text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
    return tmp_path


def test_the_rules_of_the_page_prove_themselves(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (DOCS / "writing-rules.md").read_text(encoding="utf-8")
    (project / "yaml-only" / "names").mkdir(parents=True)
    (project / "style/names/kyiv.yaml").rename(project / "yaml-only/names/kyiv.yaml")
    assert presslint(["test", "yaml-only"]) == 0
    assert capsys.readouterr().out.strip() in page
    assert presslint(["test", "style", "--python"]) == 0


def test_the_config_of_the_page_runs_them(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "a.md").write_text(
        "---\ntitle: A\n---\n\nThe envoy landed in Kiev. " + "He said so again, and " * 12 + "left.\n"
    )
    assert (
        presslint(
            ["check", "a.md", "--select", "names,numbers", "--output", "concise", "--show", "suggestion"]
        )
        == 1
    )
    out = capsys.readouterr().out
    assert "error kyiv: “Kyiv” is the name in our copy; write it for “Kiev”." in out
    assert "suggestion long-sentence:" in out
    assert "cut it at 35" in out


@pytest.mark.parametrize(
    "page",
    [*sorted(DOCS.glob("*.md")), DOCS / "rules" / "README.md"],
    ids=lambda page: page.relative_to(DOCS).as_posix(),
)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_rules_that_other_linters_have_are_here() -> None:
    page = (DOCS / "coming-from.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (?:MD|`[a-z_]+`).* \| (.*) \|$", page, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`([a-z-]+)`", row)}
    assert len(named) >= 16
    assert named <= Catalog([house()]).entries.keys()


def test_a_vale_style_is_a_pack_as_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    style = tmp_path / "styles" / "House"
    style.mkdir(parents=True)
    (style / "meta.json").write_text("{}", encoding="utf-8")
    (style / "Very.yml").write_text(
        "extends: existence\nmessage: \"Avoid '%s'.\"\nlevel: error\ntokens:\n  - very\n", encoding="utf-8"
    )
    (tmp_path / "presslint.yaml").write_text("packs: [styles/House]\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("The bus was very late.\n", encoding="utf-8")
    assert presslint(["check", "a.md", "--output", "concise"]) == 1
    assert "error House.Very: Avoid 'very'" in capsys.readouterr().out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_completes_what_the_page_says(
    shell: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert f"_PRESSLINT_COMPLETE={shell}_source presslint" in (DOCS / "index.md").read_text(encoding="utf-8")

    def complete(what: str, *arguments: str) -> str:
        monkeypatch.setenv("_PRESSLINT_COMPLETE", f"{shell}_{what}")
        with pytest.raises(SystemExit) as end:
            presslint(arguments)
        assert end.value.code == 0
        return capsys.readouterr().out

    monkeypatch.setattr("click.shell_completion.BashComplete._check_version", lambda *_: None)
    assert f"{shell}_complete" in complete("source")
    word = "--sc" if shell == "fish" else "2"
    monkeypatch.setenv("COMP_WORDS", "presslint check --sc")
    monkeypatch.setenv("COMP_CWORD", word)
    assert "--scope" in complete("complete")


def test_the_configs_that_people_copy_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "style").mkdir()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"```yaml\n# presslint\.yaml\n(.*?)```", readme, re.DOTALL)
    assert shown is not None
    (tmp_path / "presslint.yaml").write_text(shown[1], encoding="utf-8")
    assert presslint(["config", "validate"]) == 0
    assert presslint(["init", "--force"]) == 0
    written = (tmp_path / "presslint.yaml").read_text(encoding="utf-8")
    assert presslint(["config", "validate"]) == 0
    # the commented keys too, once they are no comments any more
    keys = re.sub(r"^# (?=(?!presslint)\w[\w-]*:|  )", "", written, flags=re.MULTILINE)
    assert keys != written
    (tmp_path / "presslint.yaml").write_text(keys, encoding="utf-8")
    assert presslint(["config", "validate"]) == 0, capsys.readouterr().err


def test_the_config_page_names_every_key_and_no_other() -> None:
    from presslint.config.schema import ConfigModel

    page = (DOCS / "config.md").read_text(encoding="utf-8")
    table = page[page.index("## Keys") : page.index("A rule’s own name")]
    known = {name.replace("_", "-") for name in ConfigModel.model_fields}
    named = {
        word.split(".")[0]
        for row in table.splitlines()
        for word in re.findall(r"`([a-z.\-]+)`", row.split("|")[1] if "|" in row else "")
    }
    assert {name for name in named if name} == known


def test_the_wrong_config_of_the_page_says_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    page = (DOCS / "config.md").read_text(encoding="utf-8")
    text = re.search(r"```yaml\n(version: 1\n.*?)```\n\n.*?```text\n(.*?)\n```", page, re.DOTALL)
    assert text is not None
    (tmp_path / "presslint.yaml").write_text(text[1], encoding="utf-8")
    assert presslint(["config", "validate"]) == 2
    assert capsys.readouterr().err.strip() == text[2]


def test_the_readme_shows_what_presslint_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- demo-output -->\n```text\n(.*?)\n```", readme, re.DOTALL)
    assert shown is not None
    arguments = ["check", "examples/flawed-figures.md", "--color", "never", "--today", "2026-06-01"]
    assert presslint(arguments) == 1
    assert capsys.readouterr().out.rstrip() == shown[1]


def test_the_site_builds_and_every_link_leads_somewhere(tmp_path: Path) -> None:
    """In a process of its own: the generator sets logging and warnings for all who share it."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--strict",
            "--quiet",
            "--site-dir",
            str(tmp_path / "site"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/rules/empty-section/index.html").is_file()
    assert "empty-section" in (tmp_path / "site/search/search_index.json").read_text(encoding="utf-8")
