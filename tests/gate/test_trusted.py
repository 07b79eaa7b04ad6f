"""The config of a base revision is copied out of git with all that it names, and with nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from presslint.config.globs import own_place
from presslint.config.layers import ConfigError
from presslint.gate.changes import Base, Change
from presslint.gate.trusted import TrustedTree
from repository import Repo


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "site")


def tree_of(repo: Repo, files: dict[str, str | bytes], *changed: str, target: str = "") -> TrustedTree:
    """The trusted files of a commit with these files; `changed` are those that a change edits."""
    for name, text in files.items():
        repo.write(name, text)
    commit = repo.commit()
    places = [own_place(repo.folder / name) for name in changed]
    base = Base(repo.folder, commit, "main", {place: Change(place, None) for place in places}, target=target)
    return TrustedTree(base, repo.folder.with_name("copy"))


def copied(repo: Repo, files: dict[str, str | bytes]) -> set[str]:
    """The files that are copied of a commit with these."""
    tree = tree_of(repo, files)
    mirror = tree.mirror()
    there = {path.relative_to(mirror.copy).as_posix() for path in mirror.copy.rglob("*") if path.is_file()}
    assert there == tree.copied
    return there


def test_configs_of_every_folder_are_copied_and_copy_is_not(repo: Repo) -> None:
    files: dict[str, str | bytes] = {
        "presslint.yaml": "version: 1\n",
        "news/.presslint.yml": "version: 1\n",
        "news/de/pyproject.toml": "[tool.presslint]\nversion = 1\n",
        "news/a.md": "# A\n",
        "tags.txt": "ferries\n",
    }
    assert copied(repo, files) == {"presslint.yaml", "news/.presslint.yml", "news/de/pyproject.toml"}


def test_the_copy_is_that_of_the_commit_byte_for_byte(repo: Repo) -> None:
    tree = tree_of(repo, {"presslint.yaml": b"version: 1\r\n# \xc3\xa9\n"})
    repo.write("presslint.yaml", "ignore: [links]\n")
    mirror = tree.mirror()
    assert (mirror.copy / "presslint.yaml").read_bytes() == b"version: 1\r\n# \xc3\xa9\n"
    assert mirror.shown(mirror.copy / "presslint.yaml") == f"{tree.base.commit[:12]}:presslint.yaml"
    assert mirror.original(mirror.copy / "presslint.yaml") == repo.folder / "presslint.yaml"


def test_the_tip_of_the_target_is_trusted_not_the_commit_compared_with(repo: Repo) -> None:
    repo.write("presslint.yaml", "version: 1\n# strict\n")
    tip = repo.commit()
    tree = tree_of(repo, {"presslint.yaml": "version: 1\n# loose\n"}, target=tip)
    assert b"strict" in (tree.mirror().copy / "presslint.yaml").read_bytes()


def test_what_a_config_names_is_copied_from_beside_it(repo: Repo) -> None:
    config = (
        'extends: [news, "presslint:strict", ../house.yaml, gone.yaml]\npacks: [./style]\nbaseline: {path: known.jsonl}\n'
        "rules: {tag-vocabulary: {file: tags.txt}, headline-style: off, long-quote: {max: 9, allow: [tags.txt]}}\n"
        "overrides: [{files: [x.md], rules: {tag-vocabulary: {file: lists/more.txt}}}]\n"
    )
    files: dict[str, str | bytes] = {
        "copy/presslint.yaml": config,
        "house.yaml": "rules: {tag-vocabulary: {file: shared.txt}}\n",
        "shared.txt": "x\n",
        "copy/style/fruit/plum.yaml": "extends: existence\n",
        "copy/style/words.txt": "x\n",
        "copy/styles/other.txt": "x\n",
        "copy/tags.txt": "x\n",
        "copy/lists/more.txt": "x\n",
        "copy/known.jsonl": "",
        "copy/.presslint-baseline.jsonl": "",
        "tags.txt": "not the one that is meant\n",
        "copy/news": "not the profile that is meant\n",
        "copy/off": "no option\n",
    }
    assert copied(repo, files) == {
        "copy/presslint.yaml",
        "house.yaml",
        "shared.txt",
        "copy/style/fruit/plum.yaml",
        "copy/style/words.txt",
        "copy/tags.txt",
        "copy/lists/more.txt",
        "copy/known.jsonl",
    }


def test_a_baseline_that_no_config_names_is_copied_too(repo: Repo) -> None:
    files: dict[str, str | bytes] = {"presslint.yaml": "version: 1\n", ".presslint-baseline.jsonl": ""}
    assert copied(repo, files) == {"presslint.yaml", ".presslint-baseline.jsonl"}


def test_a_pyproject_of_somebody_else_is_not_read(repo: Repo) -> None:
    files: dict[str, str | bytes] = {"pyproject.toml": "[broken\n", ".presslint-baseline.jsonl": ""}
    assert ".presslint-baseline.jsonl" not in copied(repo, files)


def test_configs_that_extend_each_other_are_read_once(repo: Repo) -> None:
    files: dict[str, str | bytes] = {
        "presslint.yaml": "extends: [other.yaml]\n",
        "other.yaml": "extends: [presslint.yaml]\n",
    }
    assert copied(repo, files) == {"presslint.yaml", "other.yaml"}


@pytest.mark.parametrize("name", ["../../outside.txt", "/outside.txt", "../style/../../outside.txt"])
def test_a_path_that_leaves_the_tree_is_no_file_of_it(name: str, repo: Repo) -> None:
    files: dict[str, str | bytes] = {
        "copy/presslint.yaml": f"rules: {{tag-vocabulary: {{file: {name}}}}}\n",
        "outside.txt": "x\n",
        "copy/outside.txt": "x\n",
    }
    assert copied(repo, files) == {"copy/presslint.yaml"}


def test_a_path_may_go_up_and_down_within_the_tree(repo: Repo) -> None:
    files: dict[str, str | bytes] = {
        "a/b/presslint.yaml": "rules: {tag-vocabulary: {file: ../../lists/./old/../tags.txt}}\n",
        "lists/tags.txt": "x\n",
    }
    assert copied(repo, files) == {"a/b/presslint.yaml", "lists/tags.txt"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("slect: []\n", ":1: unknown key “slect”"),
        ("packs: [\n", ":2: a bracket opens here"),
        (b"a\n\xff\xfe\x00", ": cannot be read"),
    ],
)
def test_a_broken_config_is_named_with_its_commit(text: str | bytes, says: str, repo: Repo) -> None:
    tree = tree_of(repo, {"news/presslint.yaml": text})
    with pytest.raises(ConfigError) as raised:
        tree.mirror()
    place = f"{tree.base.commit[:12]}:news/presslint.yaml"
    assert str(raised.value).startswith(place)
    assert says in str(raised.value)


def test_names_that_are_no_unicode_are_files_like_others(repo: Repo) -> None:
    repo.folder.joinpath("caf\udcff").mkdir()
    assert "caf\udcff/presslint.yaml" in copied(repo, {"caf\udcff/presslint.yaml": "version: 1\n"})


# -- what a change does to its gate ------------------------------------------------------------------

GATE: dict[str, str | bytes] = {
    "presslint.yaml": "packs: [style]\n",
    "style/words.txt": "x\n",
    ".presslint-baseline.jsonl": "",
    "a.md": "# A\n",
}


def edited(tree: TrustedTree) -> list[str]:
    tree.mirror()
    return tree.edited()


def test_a_change_of_copy_alone_edits_nothing_of_the_gate(repo: Repo) -> None:
    assert edited(tree_of(repo, GATE, "a.md", "b.md")) == []


def test_edits_of_config_pack_and_baseline_are_told_in_order(repo: Repo) -> None:
    changed = ("style/words.txt", "presslint.yaml", ".presslint-baseline.jsonl")
    assert edited(tree_of(repo, GATE, *changed)) == sorted(changed)


def test_a_file_of_the_gate_that_is_gone_is_told(repo: Repo) -> None:
    tree = tree_of(repo, GATE)
    (repo.folder / "style/words.txt").unlink()
    assert edited(tree) == ["style/words.txt"]


def test_a_config_that_the_change_brings_is_told(repo: Repo) -> None:
    new = [f"{folder}/{name}" for folder in "ab" for name in (".presslint.yaml", "presslint.yml")]
    assert edited(tree_of(repo, GATE, *new, "c/pyproject.toml")) == new
