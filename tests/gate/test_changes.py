"""Which files a change touches, what they were before, and what is said where git cannot tell."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from presslint.gate import changes
from presslint.gate.changes import (
    Base,
    BaseError,
    blob,
    commit_of,
    head,
    is_shallow,
    merge_base,
    repository,
    since,
    since_merge_base,
    staged,
    uncommitted,
)
from repository import Repo


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "site")


def names(repo: Repo, base: Base) -> dict[str, str | None]:
    """What differs from a base: each file with where it was before."""
    for place, change in base.changes.items():
        assert place == change.path
    return {
        place.relative_to(repo.folder).as_posix(): change.before for place, change in base.changes.items()
    }


TEXT = "".join(f"Line {number} of the story.\n" for number in range(20))


@pytest.fixture
def edited(repo: Repo) -> Repo:
    """A work tree with one file of each fate."""
    for name in ("same.md", "edited.md", "old name.md", "deleted.md", "staged.md"):
        repo.write(name, f"{name}\n{TEXT}")
    repo.write(".gitignore", "ignored.md\n")
    repo.commit()
    repo.git("mv", "old name.md", "new näme.md")
    repo.git("rm", "-q", "deleted.md")
    repo.write("staged.md", "new in the index\n")
    repo.git("add", "staged.md")
    repo.write("added.md", "x\n")
    repo.git("add", "added.md")
    repo.write("edited.md", "new in the work tree\n")
    repo.write("ignored.md", "x\n")
    repo.write("folder/untracked.md", "x\n")
    return repo


IN_THE_INDEX = {"staged.md": "staged.md", "new näme.md": "old name.md", "added.md": None}
IN_THE_WORK_TREE = IN_THE_INDEX | {"edited.md": "edited.md", "folder/untracked.md": None}


def test_the_work_tree_against_the_last_commit_or_a_revision(edited: Repo) -> None:
    commit = edited.git("rev-parse", "HEAD")
    base = uncommitted(edited.folder)
    assert names(edited, base) == IN_THE_WORK_TREE
    assert (base.commit, base.label, base.staged, base.target) == (commit, "HEAD", False, "")
    base = since(edited.folder, "main")
    assert names(edited, base) == IN_THE_WORK_TREE
    assert (base.commit, base.label, base.staged, base.target) == (commit, "main", False, "")


def test_the_index_against_the_last_commit(edited: Repo) -> None:
    base = staged(edited.folder)
    assert names(edited, base) == IN_THE_INDEX
    assert (base.label, base.staged) == ("HEAD", True)


def test_old_and_new_versions_come_byte_for_byte(edited: Repo) -> None:
    base = staged(edited.folder)
    assert base.old(edited.folder / "staged.md") == f"staged.md\n{TEXT}".encode()
    assert base.old(edited.folder / "new näme.md") == f"old name.md\n{TEXT}".encode()
    assert base.old(edited.folder / "added.md") is None, "it is new"
    assert base.old(edited.folder / "same.md") is None, "it did not change"
    assert base.new(edited.folder / "staged.md") == b"new in the index\n"
    assert base.new(edited.folder / "edited.md") == f"edited.md\n{TEXT}".encode()
    assert base.new(edited.folder / "folder/untracked.md") is None
    assert blob(edited.folder, "HEAD:nowhere.md") is None


def test_from_a_folder_below_the_whole_repository_is_compared(edited: Repo) -> None:
    assert names(edited, uncommitted(edited.folder / "folder")) == IN_THE_WORK_TREE
    assert names(edited, staged(edited.folder / "folder")) == IN_THE_INDEX


def test_before_the_first_commit_everything_is_new(repo: Repo) -> None:
    repo.write("added.md", "x\n")
    repo.write("a folder/é.md", "x\n")
    repo.git("add", "-A")
    repo.write("untracked.md", "x\n")
    new = {"added.md": None, "a folder/é.md": None}
    base = staged(repo.folder)
    assert names(repo, base) == new
    assert (base.commit, base.trusted, base.staged) == ("", "", True)
    assert base.old(repo.folder / "added.md") is None
    base = uncommitted(repo.folder)
    assert names(repo, base) == new | {"untracked.md": None}
    assert (base.commit, base.staged) == ("", False)


def test_without_a_commit_nothing_has_an_old_version(repo: Repo) -> None:
    """Not that of the index either, which git would give for a name without a commit."""
    repo.write("a.md", "x\n")
    repo.git("add", "-A")
    path = repo.folder / "a.md"
    base = Base(repo.folder, "", "HEAD", {path: changes.Change(path, "a.md")})
    assert base.old(path) is None


def test_the_point_where_a_branch_left_is_compared_with(repo: Repo) -> None:
    repo.write("a.md", "x\n")
    left = repo.commit()
    repo.git("checkout", "-q", "-b", "work")
    repo.write("b.md", "x\n")
    repo.commit()
    repo.git("checkout", "-q", "main")
    repo.write("c.md", "x\n")
    tip = repo.commit()
    repo.git("checkout", "-q", "work")
    repo.write("untracked.md", "x\n")
    base = since_merge_base(repo.folder, "main")
    assert names(repo, base) == {"b.md": None, "untracked.md": None}
    assert (base.commit, base.label) == (left, "merge base with main")
    base = since(repo.folder, left, target="main")
    assert (base.commit, base.target, base.trusted) == (left, tip, tip)


def test_a_type_that_changed_is_a_change_and_a_submodule_is_none(repo: Repo, tmp_path: Path) -> None:
    other = Repo(tmp_path / "other")
    other.commit()
    repo.write("a.md", "x\n")
    repo.git("submodule", "add", "-q", str(other.folder), "theme")
    repo.commit()
    (repo.folder / "a.md").unlink()
    os.symlink("b.md", repo.folder / "a.md")
    Repo(repo.folder / "theme").commit()
    assert names(repo, uncommitted(repo.folder)) == {"a.md": "a.md"}


def test_a_link_to_the_repository_leads_to_its_files(repo: Repo, tmp_path: Path) -> None:
    repo.write("a.md", "old\n")
    repo.commit()
    repo.write("a.md", "new\n")
    os.symlink(repo.folder, tmp_path / "link")
    base = uncommitted(tmp_path / "link")
    assert base.top == repo.folder
    assert base.old(tmp_path / "link" / "a.md") == b"old\n"
    assert base.new(tmp_path / "link" / "a.md") == b"old\n"


# -- what git cannot tell ------------------------------------------------------------------------------


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder outside of every repository."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return tmp_path


def test_outside_a_repository_there_is_no_base(nowhere: Path) -> None:
    with pytest.raises(BaseError, match="not in a git repository, so there is no base"):
        repository(nowhere)


def test_a_repository_without_a_work_tree_is_told_from_none(repo: Repo) -> None:
    repo.git("config", "core.bare", "true")
    with pytest.raises(BaseError, match="no work tree of a git repository; go to one"):
        repository(repo.folder)


def test_a_repository_of_another_user_says_how_it_is_trusted(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(BaseError) as raised:
        repository(repo.folder)
    assert f"run `git config --global --add safe.directory {repo.folder}`" in str(raised.value)


def test_a_revision_is_named_by_its_commit(repo: Repo) -> None:
    commit = repo.commit()
    repo.git("tag", "-a", "v1", "-m", "x")
    for revision in ("HEAD", "main", "v1", commit[:10]):
        assert commit_of(repo.folder, revision) == commit
    assert head(repo.folder) == commit
    assert not is_shallow(repo.folder)


@pytest.mark.parametrize(
    ("revision", "says"),
    [
        ("nowhere", "no revision “nowhere”; fetch it with `git fetch origin nowhere`"),
        ("--all", "“--all” is no revision"),
        ("HEAD:a.md", "no revision “HEAD:a.md”"),
    ],
)
def test_what_is_no_revision_is_named(revision: str, says: str, repo: Repo) -> None:
    repo.write("a.md", "x\n")
    repo.commit()
    for ask in (commit_of, merge_base, since, since_merge_base):
        with pytest.raises(BaseError) as raised:
            ask(repo.folder, revision)
        assert str(raised.value).startswith(says)


def test_branches_without_a_common_past_have_no_merge_base(repo: Repo) -> None:
    repo.commit()
    repo.git("checkout", "-q", "--orphan", "other")
    repo.commit("another beginning")
    with pytest.raises(BaseError, match="HEAD and “main” have no common history"):
        merge_base(repo.folder, "main")


def test_a_shallow_clone_says_only_what_it_can_know(repo: Repo, tmp_path: Path) -> None:
    commits = [repo.commit(str(number)) for number in range(3)]
    clone = tmp_path / "clone"
    repo.git("clone", "-q", "--depth", "2", f"file://{repo.folder}", str(clone))
    assert is_shallow(clone)
    assert merge_base(clone, commits[1]) == commits[1], "a parent of HEAD is its own merge base"
    with pytest.raises(BaseError, match=r"this clone is shallow, its merge base with “HEAD” cannot be known"):
        merge_base(clone, "HEAD")
    with pytest.raises(BaseError) as raised:
        commit_of(clone, commits[0])
    assert str(raised.value).startswith(f"the revision “{commits[0]}” is not in this shallow clone; fetch it")


def test_a_comparison_that_git_cannot_make_is_told(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a blob of a partial clone is not there: nothing is taken for unchanged."""
    repo.write("a.md", "x\n")
    commit = repo.commit()
    (repo.folder / ".git" / "index").write_bytes(b"spoilt")
    for ask in (lambda: since(repo.folder, "main"), lambda: staged(repo.folder)):
        with pytest.raises(BaseError) as raised:
            ask()
        assert str(raised.value) == f"git cannot compare with “{commit}”; try `git diff {commit}` to see why"


def test_windows_takes_git_from_a_folder_of_the_path_and_not_from_the_tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There a bare name is looked up in the working folder first, and an empty entry of PATH is that folder."""
    from presslint.config.gitfiles import _placed, program

    for folder in ("site", "site/bin", "programs"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "git.exe").write_bytes(b"")
    monkeypatch.chdir(tmp_path / "site")
    path = os.pathsep.join(["", ".", "bin", str(tmp_path / "gone"), str(tmp_path / "programs")])
    assert _placed(path) == str(tmp_path / "programs" / "git.exe")
    assert not os.path.exists(_placed(os.pathsep.join(["", ".", "bin"])))
    assert os.name == "nt" or program() == "git"
