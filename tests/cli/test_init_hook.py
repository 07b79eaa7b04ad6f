"""`presslint init --hook` in a project that has a config of pre-commit: the hook comes in, the rest stays as written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from presslint.cli import run as presslint
from presslint.cli.hookfile import WHOLE_FILE, merged

ENTRY = {
    "repo": "https://github.com/presslint/presslint",
    "rev": "main",
    "hooks": [{"id": "presslint-staged"}],
}
NAME = ".pre-commit-config.yaml"

SEVERAL = """\
# What runs before a commit. Ask #platform before you add to it.
default_language_version: {python: python3.12}
default_install_hook_types: [pre-commit, commit-msg]
exclude: |
  (?x)^(
    vendor/.*|
    static/.*
  )$

repos:
  - repo: https://github.com/pre-commit/pre-commit-hooks
    rev: v4.6.0   # keep in step with CI
    hooks:
      - id: trailing-whitespace
        args: ["--markdown-linebreak-ext=md"]
      - id: end-of-file-fixer

  - repo: local
    hooks:
      - id: build
        name: 'build the site'
        entry: bash -c "npm run build"
        language: system
        pass_filenames: false
        files: >-
          ^content/
      # - id: slow
      #   name: turn on again when the cluster is back

ci:
  autofix_prs: false   # our own bot does it
"""
FLUSH = """\
repos:
- repo: https://github.com/psf/black-pre-commit-mirror
  rev: 24.4.2
  hooks:
  - id: black
    exclude: [
      migrations/,
      docs/
    ]
# end of hooks
# vim: ft=yaml
"""
IN_FLOW = """repos: [{repo: "https://github.com/a/b", rev: v1, hooks: [{id: x}]}]\n"""
SHAPES = {
    "several, comments, a key behind": SEVERAL,
    "flush with its key": FLUSH,
    "no entry yet": "repos: []\n",
    "no entry yet, a comment": "# ours\nrepos: []  # to come\nfail_fast: true\n",
    "nothing under the key": "fail_fast: true\nrepos:\n# to come\n",
    "no such key": "fail_fast: true\n",
    "one line": IN_FLOW,
    "all of it one line": "{repos: [], fail_fast: true}\n",
    "without the key, in braces": "{fail_fast: true}\n",
    "no end of the last line": FLUSH.partition("    exclude")[0].rstrip("\n"),
    "a document mark": "---\n" + FLUSH,
    "a mark of byte order": "\ufeff" + FLUSH,
    "an empty file": "",
    "comments only": "# nothing yet\n",
    "further in": "repos:\n    -   repo: meta\n        hooks:\n        -   id: check-hooks-apply\n",
}


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = presslint(list(arguments))
    streams = capsys.readouterr()
    return code, streams.out, streams.err


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("shape", SHAPES)
def test_the_hook_is_added_and_all_else_stays(
    shape: str, newline: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = SHAPES[shape].replace("\n", newline).encode()
    Path(NAME).write_bytes(before)
    code, out, err = said(capsys, "init", "--hook")
    assert (code, err) == (0, "")
    assert f"added the hook “presslint-staged” to {NAME}" in out
    after = Path(NAME).read_bytes()
    # every line that was there is there, in order
    left = iter(after.splitlines(keepends=True))
    for line in before.splitlines():
        if b"[]" not in line and shape not in ("one line", "without the key, in braces"):
            assert any(found.rstrip(b"\r\n") == line for found in left), line
    assert not before or newline == "\n" or b"\n" not in after.replace(b"\r\n", b"")
    was = YAML(typ="safe").load(before.decode("utf-8-sig")) or {}
    now = YAML(typ="safe").load(after.decode("utf-8-sig"))
    assert now == {**was, "repos": [*(was.get("repos") or ()), ENTRY]}
    assert after.startswith(b"\xef\xbb\xbf") == before.startswith(b"\xef\xbb\xbf")
    code, out, err = said(capsys, "init", "--hook")
    assert (code, err) == (0, "")
    assert "has a hook of presslint already; left as it is" in out
    assert Path(NAME).read_bytes() == after


def test_it_stands_where_a_hand_would_put_it() -> None:
    """Behind the last repository and the comments that belong to it, before what comes after the list."""
    added = WHOLE_FILE.removeprefix("repos:\n")
    assert merged(SEVERAL).text == SEVERAL.replace("\nci:", added + "\nci:")
    flush = "".join(line[2:] for line in added.splitlines(keepends=True))
    assert merged(FLUSH).text == FLUSH.replace("# end of hooks", flush + "# end of hooks")
    assert merged("repos: []\n").text == WHOLE_FILE
    assert merged("repos: []  # to come\n").text == WHOLE_FILE.replace("repos:", "repos:  # to come")
    assert merged("").text == WHOLE_FILE


@pytest.mark.parametrize(
    "there",
    [
        "repos:\n  - repo: https://github.com/presslint/presslint\n    rev: v1\n    hooks: [{id: presslint}]\n",
        "repos:\n  - repo: https://github.com/Presslint/presslint.git\n    rev: v1\n    hooks: []\n",
        "repos:\n  - repo: git@github.com:presslint/presslint\n    rev: v1\n    hooks: []\n",
        "repos:\n  - repo: https://git.example.org/mirror\n    rev: v1\n    hooks: [{id: presslint-fix}]\n",
        "repos:\n  - repo: local\n    hooks: [{id: presslint, name: x, entry: presslint hook, language: system}]\n",
    ],
)
def test_one_that_is_there_is_told_with_its_line(there: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(NAME).write_text(there, encoding="utf-8")
    assert f"{NAME}:2 has a hook of presslint already" in said(capsys, "init", "--hook")[1]
    assert Path(NAME).read_text(encoding="utf-8") == there


@pytest.mark.parametrize(
    ("broken", "line", "reason"),
    [
        (b"repos:\n  - repo: local\n   hooks: [\n", 3, ""),
        (b"repos:\n\t- repo: local\n", 2, ""),
        (b"- repo: local\n  hooks: []\n", 1, "is no config of pre-commit, which is a map with the key “repos”"),
        (b"just words\n", 1, "is no config of pre-commit"),
        (b"fail_fast: true\nrepos: many\n", 2, "“repos” is no list"),
        (b"repos: []\n---\nrepos: []\n", 2, "a second document begins here"),
        (b"repos: []\n# caf\xe9\n", 2, "not valid UTF-8"),
        (b"repos: [a: b: c]\n", 1, ""),
        (b"repos: [\n  {repo: meta} # the last\n]\n", 1, "could not be added to safely; write under “repos”: {repo:"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_line_and_stays(
    broken: bytes, line: int, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(NAME).write_bytes(broken)
    code, _, err = said(capsys, "init", "--hook")
    assert code == 2
    assert err.startswith(f"presslint: {NAME}:{line}: ")
    assert reason in err
    assert err.count("\n") == 1
    assert Path(NAME).read_bytes() == broken


def test_a_config_of_ours_that_is_there_stays_while_the_hook_comes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("presslint.yaml").write_text("version: 1\n", encoding="utf-8")
    code, out, _ = said(capsys, "init", "--hook")
    assert code == 0
    assert "presslint.yaml is there already; left as it is" in out
    assert Path("presslint.yaml").read_text(encoding="utf-8") == "version: 1\n"
    assert Path(NAME).read_text(encoding="utf-8") == WHOLE_FILE
    # --force writes over our own file and over no other
    Path(NAME).write_text(SEVERAL, encoding="utf-8")
    assert said(capsys, "init", "--hook", "--force")[0] == 0
    assert "extends: [news]" in Path("presslint.yaml").read_text(encoding="utf-8")
    assert "pre-commit-hooks" in Path(NAME).read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_no_link_out_of_the_tree_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "mine.yaml").write_text("repos: []\n", encoding="utf-8")
    os.chdir(tmp_path / "site")
    Path(NAME).symlink_to("../mine.yaml")
    Path("presslint.yaml").symlink_to("../gone.yaml")
    code, _, err = said(capsys, "init", "--hook")
    assert code == 2
    assert "a link out of this tree" in err
    code, _, err = said(capsys, "init", "--force")
    assert (code, err) == (2, "presslint: presslint.yaml: is a link; put the file itself here\n")
    assert not (tmp_path / "gone.yaml").exists()
    assert (tmp_path / "mine.yaml").read_text(encoding="utf-8") == "repos: []\n"
