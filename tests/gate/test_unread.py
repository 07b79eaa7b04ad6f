"""Nothing that a change brings passes unseen: what is not read is told, and shuts the gate when it holds copy."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from presslint.cli import run as presslint
from presslint.reading.sniff import holds_copy
from repository import Repo

BODY = """\
The council voted on Tuesday to keep all night buses, Ana Ruiz, the transport lead, said.
The service costs 2 million pounds a year, and the budget report says that it will cost a little
more when the new depot is open in the spring of the next year.
"""
STORY = f"""\
---
title: Council keeps night buses
author: Ana Ruiz
date: 2026-05-05
---

{BODY}
## Timeline
"""
POST = {"id": 1, "title": {"rendered": "Council keeps night buses"}, "date": "2026-05-05T08:00:00",
        "content": {"rendered": f"<p>{BODY}</p>"}, "link": "https://example.org/buses"}  # fmt: skip


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    for name in list(os.environ):
        if name.startswith(("GITHUB_", "GITLAB_", "CI", "GIT_", "PRESSLINT")):
            monkeypatch.delenv(name)
    found = Repo(tmp_path / "site")
    found.write("content/old.md", STORY.replace("## Timeline\n", ""))
    found.commit()
    monkeypatch.chdir(found.folder)
    return found


def ci(capsys: pytest.CaptureFixture[str], *paths: str) -> tuple[int, str]:
    """Exit code of the gate on what differs from HEAD, and all that it says."""
    capsys.readouterr()
    code = presslint(["ci", "--ci", "none", "--base", "HEAD", *(paths or ["content"])])
    out, err = capsys.readouterr()
    return code, out + err


@pytest.mark.parametrize(
    "name",
    [
        "a.MD", "a.Md", "a.mkd", "a.mdown", "a.mkdn", "a.mdwn", "a.Rmd", "a.HTM", "README-council.md",
        "CHANGES-to-the-buses.md", "CONTRIBUTING-editors.md", "AUTHORS-night.md", "LICENSE-for-taxis.md",
        "SECURITY-at-the-fair.md", "CHANGELOG-of-a-town.md", "README/a.md",
    ],
)  # fmt: skip
def test_an_article_is_read_whatever_it_is_called(
    name: str, repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write(f"content/{name}", STORY)
    code, said = ci(capsys)
    assert "1 article" in said
    assert "not read" not in said
    assert code == 1


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("README.md", STORY, "exclude in default"),
        ("vendor/a.md", STORY, "exclude in default"),
        ("node_modules/a.md", STORY, "exclude in default"),
        ("venv/a.md", STORY, "exclude in default"),
        ("SECURITY.md", STORY, "exclude in default"),
        ("_layouts/a.md", STORY, "a folder of templates, where no rule looks at it"),
        ("a.page", STORY, "a kind of file that `include` does not name"),
        ("a.text.erb", BODY, "a kind of file that `include` does not name"),
        ("a", BODY, "a kind of file that `include` does not name"),
        ("a.json", json.dumps(POST), "a kind of file that `include` does not name"),
    ],
)
def test_an_article_that_is_not_read_shuts_the_gate(
    name: str, content: str, why: str, repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write(f"content/{name}", content)
    code, said = ci(capsys)
    assert f"content/{name}: changed, and not read ({why})" in said
    assert code == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.py", '"""Buses of the town, and where they go at night when all others have stopped."""\n' * 9),
        ("a.css", "body { color: red }\n" * 40),
        ("a.js", "\n\n".join(f"// where the bus of the night goes in the town\ngo({n});" for n in range(9))),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0" + BODY.encode()),
        ("names.csv", "stop,lines\n" + "Harbour,7 8 9\n" * 60),
        ("package.json", json.dumps({"name": "buses", "scripts": {"build": "hugo"}})),
    ],
)
def test_code_pictures_and_data_are_no_copy(
    name: str, content: str | bytes, repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write(f"content/{name}", content)
    code, said = ci(capsys)
    assert "not read" not in said
    assert code == 0


def test_a_read_me_is_told_and_passes(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.write("content/README.md", f"# How to write here\n\n{BODY}")
    code, said = ci(capsys)
    assert "content/README.md: changed, and not read (exclude in default)" in said
    assert code == 0


def test_what_the_house_leaves_out_is_told_and_passes(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.write("presslint.yaml", "version: 1\nextend-exclude: [drafts/, '*.page']\n")
    repo.commit()
    repo.write("content/drafts/a.md", STORY)
    repo.write("content/a.page", STORY)
    code, said = ci(capsys)
    assert "content/drafts/a.md: changed, and not read (extend-exclude in " in said
    assert "content/a.page: changed, and not read" in said
    assert code == 0


def test_what_the_change_itself_leaves_out_shuts_the_gate(
    repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write("content/hugo.toml", "title = 'x'\n")
    repo.write("content/layouts/a.md", STORY)
    code, said = ci(capsys)
    assert "content/layouts/a.md: changed, and not read (a folder in which hugo keeps no articles)" in said
    assert code == 1


def test_what_lies_outside_the_paths_is_not_asked_for(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.write("notes/a.page", STORY)
    assert ci(capsys)[0] == 0
    assert ci(capsys, ".")[0] == 1


def test_many_unread_files_are_told_in_a_few_lines(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(12):
        repo.write(f"content/{number:02}.page", STORY)
    _, said = ci(capsys)
    assert said.count("changed, and not read (") == 10
    assert "2 more files are changed and not read" in said


# -- links and other repositories ------------------------------------------------------------------


def test_a_link_to_a_folder_shuts_the_gate(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.write("data/a.md", STORY)
    repo.commit()
    (repo.folder / "content/linked").symlink_to("../data")
    code, said = ci(capsys)
    assert "content/linked: changed, and not read (a link to data, which is not followed)" in said
    assert code == 1
    assert ci(capsys, "content", "data")[0] == 0, "what it leads to is read anyhow"


def test_a_link_to_a_folder_without_articles_is_nothing(
    repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write("data/a.png", b"\0")
    (repo.folder / "content/linked").symlink_to("../data")
    code, said = ci(capsys)
    assert code == 0
    assert "content/linked: changed" not in said


def test_the_edited_target_of_a_link_is_judged(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    clean = (repo.folder / "content/old.md").read_text()
    repo.write("data/a.inc", clean)
    (repo.folder / "content/a.md").symlink_to("../data/a.inc")
    repo.commit()
    assert ci(capsys)[0] == 0
    repo.write("data/a.inc", STORY)
    code, said = ci(capsys)
    assert code == 1
    assert "content/a.md" in said


@pytest.mark.parametrize("command", ["check", "ci"])
@pytest.mark.parametrize("target", ["../.git/config", "../../secret.txt"])
def test_a_link_out_of_the_tree_is_neither_read_nor_written(
    target: str, command: str, repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = repo.folder.parent / "secret.txt"
    secret.write_text("The the token of the town is here.\n")
    before = secret.read_bytes()
    (repo.folder / "content/a.txt").symlink_to(target)
    for arguments in (["content"], ["content/a.txt"]):
        capsys.readouterr()
        more = ["--ci", "none", "--base", "HEAD"] if command == "ci" else ["--fix"]
        code = presslint([command, *arguments, *more])
        out, err = capsys.readouterr()
        assert code == 2
        assert "a link " in out + err
        assert "neither read nor written" in " ".join((out + err).split())
        assert "token" not in out + err
    assert secret.read_bytes() == before


def test_a_new_submodule_shuts_the_gate(
    repo: Repo, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Repo(tmp_path / "other")
    other.write("x.md", STORY)
    other.commit()
    repo.git("submodule", "add", "-q", str(other.folder), "content/news")
    code, said = ci(capsys)
    assert "content/news: changed, and not read (a submodule, whose own files are not compared)" in said
    assert code == 1
    repo.git("submodule", "deinit", "-f", "-q", "content/news")
    code, said = ci(capsys)
    assert "content/news: changed, and not read (a submodule that is not checked out)" in said
    assert code == 1


# -- without a base --------------------------------------------------------------------------------


def test_a_folder_of_another_kind_of_articles_is_not_empty(
    repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write("export/a.json", json.dumps(POST))
    repo.write("export/b.json", json.dumps(POST))
    repo.write("export/package.json", "{}")
    assert presslint(["check", "export"]) == 2
    said = " ".join("".join(capsys.readouterr()).split())
    assert "no article was read, though 2 files hold some (a.json, b.json)" in said
    assert 'include: ["*.json"]' in said


def test_a_folder_without_articles_is_empty(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.write("export/package.json", "{}")
    assert presslint(["check", "export"]) == 0
    assert "no articles found" in "".join(capsys.readouterr())


@pytest.mark.parametrize(("text", "is_copy"), [(BODY, True), (BODY[:120], False), ("", False)])
def test_copy_is_a_few_sentences_at_least(text: str, is_copy: bool) -> None:
    assert holds_copy(text.encode()) is is_copy
