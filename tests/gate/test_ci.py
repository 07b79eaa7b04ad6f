"""Which CI an environment means and what a change is judged against there, without running any."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from presslint.gate.changes import BaseError
from presslint.gate.ci import CI, base_of, detect
from repository import Repo

ZEROS = "0" * 40
ON_GITHUB = "set `fetch-depth: 0` on actions/checkout"
ON_GITLAB = "set `GIT_DEPTH: 0` in the job's variables"
ON_AZURE = "set `fetchDepth: 0` on the checkout step"


class Merge:
    """A repository whose HEAD is a merge of `work` into `main`."""

    def __init__(self, folder: Path) -> None:
        self.repo = Repo(folder)
        self.folder = folder
        self.start = self.repo.commit("start")
        self.repo.git("checkout", "-q", "-b", "work")
        self.work = self.repo.commit("work")
        self.repo.git("checkout", "-q", "main")
        self.main = self.repo.commit("main")
        self.repo.git("update-ref", "refs/remotes/origin/main", "main")
        self.repo.git("checkout", "-q", "--detach", "main")
        self.repo.git("merge", "-q", "--no-ff", "-m", "merge", "work")
        self.head = self.repo.git("rev-parse", "HEAD")


@pytest.fixture(scope="module")
def merge(tmp_path_factory: pytest.TempPathFactory) -> Merge:
    """Not to be changed by a test."""
    return Merge(tmp_path_factory.mktemp("merge") / "site")


@pytest.fixture
def on_branch(tmp_path: Path) -> Path:
    """A repository whose HEAD is no merge."""
    repo = Repo(tmp_path / "site")
    repo.commit("one")
    repo.commit("two")
    return repo.folder


def github(tmp_path: Path, event: object = None, **more: str) -> dict[str, str]:
    """The environment of GitHub, with an event."""
    file = tmp_path / "event.json"
    file.write_text(json.dumps(event), encoding="utf-8")
    return {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": str(file), **more}


# -- what an environment says ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({}, CI("git")),
        ({"GITHUB_ACTIONS": ""}, CI("git")),
        ({"GITHUB_ACTIONS": "true"}, CI("github", mend=ON_GITHUB)),
        (
            {"GITHUB_ACTIONS": "true", "GITHUB_BASE_REF": "main"},
            CI("github", "refs/remotes/origin/main", True, ON_GITHUB, "refs/remotes/origin/main"),
        ),
        ({"GITLAB_CI": "true"}, CI("gitlab", mend=ON_GITLAB)),
        ({"GITLAB_CI": "true", "CI_COMMIT_BEFORE_SHA": ZEROS}, CI("gitlab", mend=ON_GITLAB)),
        ({"GITLAB_CI": "true", "CI_COMMIT_BEFORE_SHA": "b4"}, CI("gitlab", "b4", False, ON_GITLAB)),
        (
            {"GITLAB_CI": "true", "CI_MERGE_REQUEST_TARGET_BRANCH_SHA": "7a", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "d1"},
            CI("gitlab", "7a", False, ON_GITLAB),
        ),
        (
            {"GITLAB_CI": "true", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "d1", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"},
            CI(
                "gitlab", "d1", False,
                f"{ON_GITLAB} and run `git fetch origin +refs/heads/main:refs/remotes/origin/main` in before_script",
                "refs/remotes/origin/main",
            ),
        ),
        ({"TF_BUILD": "True"}, CI("azure", mend=ON_AZURE)),
        (
            {"TF_BUILD": "True", "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main"},
            CI("azure", "refs/remotes/origin/main", True, ON_AZURE, "refs/remotes/origin/main"),
        ),
        (
            {"BITBUCKET_BUILD_NUMBER": "7", "BITBUCKET_PR_DESTINATION_BRANCH": "main"},
            CI("bitbucket", "refs/remotes/origin/main", True, "set `clone: depth: full` in the pipeline", "refs/remotes/origin/main"),
        ),
        (
            {"JENKINS_URL": "https://ci.example", "CHANGE_TARGET": "main"},
            CI("jenkins", "refs/remotes/origin/main", True, "switch off the shallow clone of the job", "refs/remotes/origin/main"),
        ),
    ],
)  # fmt: skip
def test_each_ci_is_known_by_its_environment(
    environment: Mapping[str, str], wanted: CI, on_branch: Path
) -> None:
    assert detect(environment, on_branch) == wanted


@pytest.mark.parametrize("name", ["BITBUCKET_BUILD_NUMBER", "JENKINS_URL"])
def test_a_build_of_no_pull_request_is_judged_whole(name: str, tmp_path: Path) -> None:
    ci = detect({name: "x"}, tmp_path)
    assert (ci.revision, ci.target) == ("", "")
    assert base_of(ci, tmp_path) is None


def test_a_diff_base_without_the_name_of_its_target_has_no_target(tmp_path: Path) -> None:
    ci = detect({"GITLAB_CI": "true", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "d1"}, tmp_path)
    assert (ci.revision, ci.target) == ("d1", "")


@pytest.mark.parametrize(
    ("event", "more", "wanted"),
    [
        ({"merge_group": {"base_sha": "q1"}, "before": "b4"}, {"GITHUB_BASE_REF": "main"}, ("q1", False, "")),
        ({"before": "b4"}, {}, ("b4", False, "")),
        ({"before": ZEROS}, {}, ("", False, "")),
        ({"before": 7, "merge_group": "q1"}, {}, ("", False, "")),
        (
            {"before": "b4", "repository": {"default_branch": "main"}},
            {"GITHUB_REF": "refs/heads/work"},
            ("b4", False, "refs/remotes/origin/main"),
        ),
        (
            {"before": ZEROS, "repository": {"default_branch": "main"}},
            {"GITHUB_REF": "refs/heads/work"},
            ("refs/remotes/origin/main", True, "refs/remotes/origin/main"),
        ),
        (
            {"before": "b4", "repository": {"default_branch": "main"}},
            {"GITHUB_REF": "refs/heads/main"},
            ("b4", False, ""),
        ),
        (
            {"before": ZEROS, "repository": {"default_branch": "main"}},
            {"GITHUB_REF": "refs/heads/main"},
            ("", False, ""),
        ),
        (["no", "mapping"], {}, ("", False, "")),
    ],
)
def test_an_event_of_github_says_what_was_there_before(
    event: object, more: dict[str, str], wanted: tuple[str, bool, str], tmp_path: Path
) -> None:
    ci = detect(github(tmp_path, event, **more), tmp_path)
    assert (ci.revision, ci.branch, ci.target) == wanted
    assert (ci.name, ci.mend) == ("github", ON_GITHUB)


@pytest.mark.parametrize("content", [None, b"", b"{", b"\xff"])
def test_an_event_that_cannot_be_read_says_nothing(content: bytes | None, tmp_path: Path) -> None:
    environment = github(tmp_path, {"before": "b4"})
    file = Path(environment["GITHUB_EVENT_PATH"])
    file.unlink()
    if content is not None:
        file.write_bytes(content)
    assert detect(environment, tmp_path) == CI("github", mend=ON_GITHUB)


# -- only the merge that the host made is judged by its first parent -----------------------------------


@pytest.mark.parametrize(
    ("made", "last", "is_merge"),
    [
        ("head", "work", True),
        ("head", "", True),
        ("", "work", True),
        ("", "", False),  # nothing says that the host made it
        ("start", "work", False),
        ("head", "main", False),
        ("work", "", False),
        ("", "main", False),
    ],
)
def test_the_host_must_have_made_the_merge(
    made: str, last: str, is_merge: bool, merge: Merge, tmp_path: Path
) -> None:
    """By its own commit or by the last commit of the change, and by neither wrongly."""
    event = {"pull_request": {"head": {"sha": getattr(merge, last)}}} if last else {}
    commit = getattr(merge, made) if made else ""
    first_parent, branch = (
        ("HEAD^1", False, ""),
        ("refs/remotes/origin/main", True, "refs/remotes/origin/main"),
    )
    environment = github(tmp_path, event, GITHUB_BASE_REF="main", GITHUB_REF="refs/pull/1/merge")
    ci = detect(environment | ({"GITHUB_SHA": commit} if commit else {}), merge.folder)
    assert (ci.revision, ci.branch, ci.target) == (first_parent if is_merge else branch)
    assert ci.mend == ON_GITHUB
    on_azure = {
        "TF_BUILD": "True",
        "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main",
        "BUILD_SOURCEVERSION": commit,
        "SYSTEM_PULLREQUEST_SOURCECOMMITID": getattr(merge, last) if last else "",
    }
    ci = detect(on_azure, merge.folder)
    assert (ci.revision, ci.branch, ci.target) == (first_parent if is_merge else branch)
    assert ci.mend == ON_AZURE


def test_a_branch_that_is_checked_out_is_no_merge_of_the_host(merge: Merge, tmp_path: Path) -> None:
    """However it looks: `refs/pull/…/merge` must be what is checked out."""
    for ref in ({}, {"GITHUB_REF": "refs/pull/1/head"}):
        environment = github(tmp_path, {}, GITHUB_BASE_REF="main", GITHUB_SHA=merge.head, **ref)
        assert detect(environment, merge.folder).revision == "refs/remotes/origin/main"


def test_a_commit_with_one_parent_is_no_merge(on_branch: Path, tmp_path: Path) -> None:
    head = Repo(on_branch).git("rev-parse", "HEAD")
    environment = github(
        tmp_path, {}, GITHUB_BASE_REF="main", GITHUB_REF="refs/pull/1/merge", GITHUB_SHA=head
    )
    assert detect(environment, on_branch).revision == "refs/remotes/origin/main"


def test_a_run_on_the_target_itself_is_refused(merge: Merge, tmp_path: Path) -> None:
    """`pull_request_target` checks out the target unless the workflow says otherwise."""
    environment = github(tmp_path, {}, GITHUB_BASE_REF="main", GITHUB_EVENT_NAME="pull_request_target")
    with pytest.raises(BaseError, match="has checked out “main” itself"):
        detect(environment | {"GITHUB_SHA": merge.head}, merge.folder)
    for more in ({"GITHUB_SHA": merge.main}, {}, {"GITHUB_SHA": ""}):
        assert detect(environment | more, merge.folder).revision == "refs/remotes/origin/main"
    environment |= {"GITHUB_SHA": merge.head, "GITHUB_EVENT_NAME": "pull_request"}
    assert detect(environment, merge.folder).revision == "refs/remotes/origin/main"


def test_a_folder_without_a_commit_is_no_checked_out_target(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "empty")
    environment = github(tmp_path, {}, GITHUB_BASE_REF="main", GITHUB_EVENT_NAME="pull_request_target")
    assert detect(environment, repo.folder).revision == "refs/remotes/origin/main"


# -- from a name to a commit ---------------------------------------------------------------------------


def test_a_revision_is_the_base_itself_and_a_branch_is_where_it_was_left(merge: Merge) -> None:
    base = base_of(CI("git", merge.work), merge.folder)
    assert base is not None
    assert (base.commit, base.target, base.trusted) == (merge.work, "", merge.work)
    merge.repo.git("branch", "-f", "side", merge.start)
    base = base_of(CI("git", "side", branch=True), merge.folder)
    assert base is not None
    assert base.commit == merge.start


def test_where_a_branch_was_left_is_compared_with_and_its_tip_is_trusted(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "site")
    left = repo.commit("left")
    repo.git("checkout", "-q", "-b", "work")
    repo.commit("work")
    repo.git("checkout", "-q", "main")
    tip = repo.commit("tip")
    repo.git("checkout", "-q", "work")
    base = base_of(CI("git", "main", branch=True, target="main"), repo.folder)
    assert base is not None
    assert (base.commit, base.target, base.trusted) == (left, tip, tip)
    base = base_of(CI("git", tip), repo.folder)
    assert base is not None
    assert base.commit == tip


def test_a_base_that_is_not_there_says_how_this_ci_gets_it(on_branch: Path) -> None:
    with pytest.raises(BaseError) as raised:
        base_of(CI("x", "nowhere", mend="turn the knob"), on_branch)
    assert (
        str(raised.value) == "no revision “nowhere”; fetch it with `git fetch origin nowhere`; turn the knob"
    )
    with pytest.raises(BaseError) as raised:
        base_of(CI("x", "nowhere"), on_branch)
    assert str(raised.value) == "no revision “nowhere”; fetch it with `git fetch origin nowhere`"
    with pytest.raises(BaseError) as raised:
        base_of(CI("x", "nowhere", mend="`git fetch origin nowhere`"), on_branch)
    assert str(raised.value).count("git fetch") == 1
    with pytest.raises(BaseError, match="no revision “gone”"):
        base_of(CI("x", "HEAD", target="gone"), on_branch)


@pytest.fixture
def shallow(merge: Merge, tmp_path: Path) -> Path:
    """A clone that has HEAD, its two parents, and in a pack of its own the start."""
    merge.repo.git("branch", "-f", "merged", merge.head)
    folder = tmp_path / "clone"
    url = f"file://{merge.folder}"
    merge.repo.git("clone", "-q", "--depth", "2", "-b", "merged", url, str(folder))
    return folder


def test_in_a_shallow_clone_a_parent_of_head_is_a_base(merge: Merge, shallow: Path) -> None:
    for revision, commit in (("HEAD^1", merge.main), (merge.work, merge.work), ("HEAD", merge.head)):
        base = base_of(CI("x", revision), shallow)
        assert base is not None
        assert base.commit == commit


def test_in_a_shallow_clone_a_commit_outside_its_history_is_refused(merge: Merge, shallow: Path) -> None:
    Repo(shallow).git("fetch", "-q", "--depth", "1", f"file://{merge.folder}", merge.start)
    with pytest.raises(BaseError) as raised:
        base_of(CI("x", merge.start, mend="turn the knob"), shallow)
    assert str(raised.value).endswith("is not in its history; turn the knob")
    with pytest.raises(BaseError, match="is not in its history; fetch the history"):
        base_of(CI("x", merge.start), shallow)


def test_in_a_shallow_clone_an_older_commit_of_its_history_is_a_base(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "site")
    commits = [repo.commit(str(number)) for number in range(4)]
    folder = tmp_path / "clone"
    repo.git("clone", "-q", "--depth", "3", f"file://{repo.folder}", str(folder))
    base = base_of(CI("x", commits[1]), folder)
    assert base is not None
    assert base.commit == commits[1]


def test_in_a_shallow_clone_a_branch_is_judged_from_a_parent_of_head_alone(
    merge: Merge, shallow: Path
) -> None:
    base = base_of(CI("x", merge.main, branch=True), shallow)
    assert base is not None
    assert base.commit == merge.main
    with pytest.raises(BaseError, match="this clone is shallow, its merge base"):
        base_of(CI("x", "HEAD", branch=True), shallow)
