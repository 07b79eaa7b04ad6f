"""Which CI this is, and against what a change is judged there.

Everything is read from the environment that the command line hands in; nothing is asked of a network.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from presslint.config.gitfiles import git
from presslint.gate.changes import Base, BaseError, commit_of, head, is_shallow, repository, since
from presslint.gate.changes import merge_base as find_merge_base

ZEROS = "0" * 40
REMOTE = "refs/remotes/origin/"  # in full: a tag or a branch of the author's may be called origin/main, too


class CI(Struct, frozen=True):
    """A CI system: its name, and the revision (or the branch that was left) to judge against.

    `mend` is the line that makes a missing base available there. `branch` means that the base is
    where HEAD left `revision`; otherwise it is `revision` itself. `target` is the branch that the change
    is to go into: its tip, not the commit compared with, says by which rules. No `revision`: everything
    is judged.
    """

    name: str
    revision: str = ""
    branch: bool = False
    mend: str = ""
    target: str = ""


def detect(environment: Mapping[str, str], folder: Path) -> CI:
    """The CI that set this environment; `git` where none did. Raises BaseError for an unusable event."""
    for test, make in SYSTEMS:
        if environment.get(test):
            return make(environment, folder)
    return CI("git")


def _github(environment: Mapping[str, str], folder: Path) -> CI:
    mend = "set `fetch-depth: 0` on actions/checkout"
    event = _event(environment)
    queued = _text(event, "merge_group", "base_sha")
    if queued:
        return CI("github", queued, False, mend)
    target = environment.get("GITHUB_BASE_REF")
    if target:
        return _github_pull_request(environment, event, folder, target, mend)
    default = _text(event, "repository", "default_branch")
    left = (
        f"{REMOTE}{default}" if default and environment.get("GITHUB_REF") != f"refs/heads/{default}" else ""
    )
    before = _text(event, "before")
    if before and before != ZEROS:
        return CI("github", before, False, mend, left)
    return CI("github", left, bool(left), mend, left)


def _github_pull_request(
    environment: Mapping[str, str], event: Mapping[str, object], folder: Path, target: str, mend: str
) -> CI:
    """What a pull request is judged against, by what is checked out. Raises BaseError.

    Only the merge that GitHub made has the target's tip as its first parent; a merge of the author's own
    has whatever the author chose.
    """
    made = environment.get("GITHUB_SHA", "")
    if environment.get("GITHUB_EVENT_NAME") == "pull_request_target" and made and made == _head(folder):
        raise BaseError(
            f"this run has checked out “{target}” itself, so what the pull request changes is not here; "
            "set `ref: refs/pull/${{ github.event.number }}/merge` and `fetch-depth: 0` on actions/checkout"
        )
    if environment.get("GITHUB_REF", "").endswith("/merge") and _is_merge(
        folder, made, _text(event, "pull_request", "head", "sha")
    ):
        return CI("github", "HEAD^1", False, mend)
    return CI("github", f"{REMOTE}{target}", True, mend, f"{REMOTE}{target}")


def _is_merge(folder: Path, made: str, head: str) -> bool:
    """Whether HEAD is the merge `made` by the host, of the change whose last commit is `head`.

    What the host does not say is not held against it, but one of the two it must say.
    """
    parents = _parents(folder)
    if len(parents) != 2 or not (made or head):
        return False
    return made in ("", _head(folder)) and head in ("", parents[1])


def _head(folder: Path) -> str:
    return (git("rev-parse", "--verify", "--quiet", "HEAD", folder=folder) or b"").decode().strip()


def _text(event: Mapping[str, object], *keys: str) -> str:
    """A word of the event, or an empty string."""
    found: object = event
    for key in keys:
        found = found.get(key) if isinstance(found, Mapping) else None
    return found if isinstance(found, str) else ""


def _event(environment: Mapping[str, str]) -> Mapping[str, object]:
    path = environment.get("GITHUB_EVENT_PATH")
    if not path:
        return {}
    try:
        event = json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return event if isinstance(event, dict) else {}


def _gitlab(environment: Mapping[str, str], folder: Path) -> CI:
    mend = "set `GIT_DEPTH: 0` in the job's variables"
    merged = environment.get("CI_MERGE_REQUEST_TARGET_BRANCH_SHA")
    if merged:
        return CI("gitlab", merged, False, mend)
    started = environment.get("CI_MERGE_REQUEST_DIFF_BASE_SHA")
    if started:
        name = environment.get("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "")
        fetch = f"run `git fetch origin +refs/heads/{name}:refs/remotes/origin/{name}` in before_script"
        return CI("gitlab", started, False, f"{mend} and {fetch}", f"{REMOTE}{name}" if name else "")
    before = environment.get("CI_COMMIT_BEFORE_SHA", "")
    return CI("gitlab", "" if before == ZEROS else before, False, mend)


def _azure(environment: Mapping[str, str], folder: Path) -> CI:
    mend = "set `fetchDepth: 0` on the checkout step"
    target = environment.get("SYSTEM_PULLREQUEST_TARGETBRANCH", "").removeprefix("refs/heads/")
    if not target:
        return CI("azure", mend=mend)
    made = environment.get("BUILD_SOURCEVERSION", "")
    if _is_merge(folder, made, environment.get("SYSTEM_PULLREQUEST_SOURCECOMMITID", "")):
        return CI("azure", "HEAD^1", False, mend)
    return CI("azure", f"{REMOTE}{target}", True, mend, f"{REMOTE}{target}")


def _branch(name: str, variable: str, mend: str) -> Callable[[Mapping[str, str], Path], CI]:
    """A CI that names the target branch of a pull request in a variable."""

    def make(environment: Mapping[str, str], folder: Path) -> CI:
        target = environment.get(variable, "")
        tip = f"{REMOTE}{target}" if target else ""
        return CI(name, tip, True, mend, tip)

    return make


SYSTEMS: tuple[tuple[str, Callable[[Mapping[str, str], Path], CI]], ...] = (
    ("GITHUB_ACTIONS", _github),
    ("GITLAB_CI", _gitlab),
    ("TF_BUILD", _azure),
    (
        "BITBUCKET_BUILD_NUMBER",
        _branch("bitbucket", "BITBUCKET_PR_DESTINATION_BRANCH", "set `clone: depth: full` in the pipeline"),
    ),
    ("JENKINS_URL", _branch("jenkins", "CHANGE_TARGET", "switch off the shallow clone of the job")),
)


def _parents(folder: Path) -> list[str]:
    return (git("rev-list", "--parents", "-n", "1", "HEAD", folder=folder) or b"").decode().split()[1:]


def base_of(ci: CI, folder: Path) -> Base | None:
    """The base to judge a change against; None where everything is judged. Raises BaseError.

    An old branch point may be compared with, but brings no old config back: that is the target's.
    In a shallow clone git may answer with a wrong, older commit, so a base that is not a parent of
    HEAD is refused there.
    """
    if not ci.revision:
        return None
    try:
        top = repository(folder)
        commit = find_merge_base(top, ci.revision) if ci.branch else commit_of(top, ci.revision)
        target = commit_of(top, ci.target) if ci.target else ""
    except BaseError as error:
        raise BaseError(
            f"{error}; {ci.mend}" if ci.mend and ci.mend not in str(error) else str(error)
        ) from None
    if is_shallow(top) and not ci.branch and commit not in (*_parents(top), head(top)):
        reachable = git("merge-base", "--is-ancestor", commit, "HEAD", folder=top)
        if reachable is None:
            raise BaseError(
                f"this clone is shallow and “{ci.revision}” is not in its history; "
                f"{ci.mend or 'fetch the history'}"
            )
    return since(top, commit, target=target)
