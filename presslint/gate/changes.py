"""What a change did: the findings of the base version of each file, taken off those of the new one.

Whole versions are compared, not lines: copy often has one paragraph to a line, and a line filter
would call every old finding of an edited paragraph new. The base is read from git objects; the work
tree is never touched.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from presslint.config.gitfiles import git, git_diff, repository_top, why_not
from presslint.config.globs import own_place
from presslint.model.errors import PresslintError

KINDS = ("refs/tags", "refs/heads", "refs/remotes")  # what a short name may stand for
SUBMODULE = b"160000"  # the mode of a tree's entry that is another repository's commit


class BaseError(PresslintError):
    """A base that cannot be resolved; the reason says what to run to mend it."""


class Change(Struct, frozen=True):
    """A file that differs from the base: where it is now, and where it was (None: it is new)."""

    path: Path
    before: str | None  # relative to the top of the repository, with `/`


class Base(Struct, frozen=True):
    """A version to compare with: a commit, and the files that differ from it.

    `staged` says that the new version is the index, not the work tree. `target` is the tip of the branch
    that the change is to go into, where that is another commit than the one compared with.
    """

    top: Path  # top folder of the repository
    commit: str  # full id; empty in a repository without commits
    label: str  # as people named it
    changes: Mapping[Path, Change]
    staged: bool = False
    target: str = ""

    @property
    def trusted(self) -> str:
        """The commit whose config, baseline and packs count."""
        return self.target or self.commit

    def change_of(self, path: Path) -> Change | None:
        """The change of a file, or of what it links to."""
        change = self.changes.get(own_place(path))
        if change is None and path.is_symlink():
            change = self.changes.get(Path(os.path.realpath(path)))
        return change

    def old(self, path: Path) -> bytes | None:
        """The bytes of a changed file's base version; None when it is new."""
        change = self.change_of(path)
        if change is None or change.before is None or not self.commit:
            return None
        return blob(self.top, f"{self.commit}:{change.before}")

    def new(self, path: Path) -> bytes | None:
        """The bytes of a file in the index, for a staged run; None when it is not there."""
        inside = own_place(path).relative_to(self.top).as_posix()
        return blob(self.top, f":0:{inside}")


def blob(top: Path, name: str) -> bytes | None:
    """A blob by `commit:path` or `:path`, byte for byte, without any filter of the repository."""
    return git("cat-file", "blob", name, folder=top)


def repository(folder: Path) -> Path:
    """The top of the repository around a folder. Raises BaseError."""
    top = repository_top(folder)
    if top is None:
        raise BaseError(f"{folder}: {_no_work_tree(folder)}")
    return top


def _no_work_tree(folder: Path) -> str:
    """Why there is no work tree to compare in a folder, and what to do."""
    said = why_not(folder)
    if "dubious ownership" in said:
        return (
            "another user owns this repository, so git does not read it; "
            f"run `git config --global --add safe.directory {folder}`"
        )
    if said:
        return "not in a git repository, so there is no base to compare with; `presslint check` needs none"
    return "no work tree of a git repository; go to one, or check files with `presslint check`"


def commit_of(top: Path, revision: str) -> str:
    """The commit that a revision names. Raises BaseError with the line that mends it."""
    if revision.startswith("-"):
        raise BaseError(f"“{revision}” is no revision")
    named = _refs(top, revision)
    if len(set(named.values())) > 1:
        raise BaseError(f"“{revision}” names {' and '.join(named)}, which differ; write out the one you mean")
    name = f"{revision}^{{commit}}"
    found = git("rev-parse", "--verify", "--quiet", "--end-of-options", name, folder=top)
    if found is None:
        if is_shallow(top):
            raise BaseError(
                f"the revision “{revision}” is not in this shallow clone; fetch it with "
                f"`git fetch --unshallow` (GitHub: `fetch-depth: 0`, GitLab: `GIT_DEPTH: 0`)"
            )
        short = revision.removeprefix("refs/remotes/").removeprefix("origin/")
        raise BaseError(f"no revision “{revision}”; fetch it with `git fetch origin {short}`")
    return found.decode().strip()


def _refs(top: Path, short: str) -> dict[str, str]:
    """The refs that a short name stands for, with what they point at."""
    names = [f"{kind}/{short}" for kind in KINDS]
    listed = git("for-each-ref", "--format=%(objectname) %(refname)", *names, folder=top) or b""
    found = {name: commit for commit, _, name in (_name(line).partition(" ") for line in listed.splitlines())}
    return {name: found[name] for name in names if name in found}


def is_shallow(top: Path) -> bool:
    return (git("rev-parse", "--is-shallow-repository", folder=top) or b"").strip() == b"true"


def merge_base(top: Path, revision: str) -> str:
    """Where HEAD left `revision`. Raises BaseError; a shallow clone could answer wrongly: refused."""
    other = commit_of(top, revision)
    parents = (git("rev-list", "--parents", "-n", "1", "HEAD", folder=top) or b"").decode().split()[1:]
    if is_shallow(top) and other not in parents:
        raise BaseError(
            f"this clone is shallow, its merge base with “{revision}” cannot be known; fetch the "
            "history with `git fetch --unshallow` (GitHub: `fetch-depth: 0`, GitLab: `GIT_DEPTH: 0`)"
        )
    found = git("merge-base", other, "HEAD", folder=top)
    if found is None:
        raise BaseError(f"HEAD and “{revision}” have no common history; name a base with --new-from-rev")
    return found.decode().strip()


def since(folder: Path, revision: str, *, target: str = "") -> Base:
    """The work tree against a revision: tracked changes and new files. Raises BaseError.

    `target` names the branch that the change is to go into, whose config counts.
    """
    top = repository(folder)
    commit = commit_of(top, revision)
    changes = dict(_changes(top, commit)) | dict(_untracked(top))
    return Base(top, commit, revision, changes, target=commit_of(top, target) if target else "")


def since_merge_base(folder: Path, revision: str) -> Base:
    """The work tree against the point where HEAD left a revision. Raises BaseError."""
    top = repository(folder)
    commit = merge_base(top, revision)
    changes = dict(_changes(top, commit)) | dict(_untracked(top))
    return Base(top, commit, f"merge base with {revision}", changes)


def uncommitted(folder: Path) -> Base:
    """The work tree against HEAD. Raises BaseError."""
    top = repository(folder)
    commit = head(top)
    changes = dict(_changes(top, commit)) if commit else _everything(top)
    return Base(top, commit, "HEAD", changes | dict(_untracked(top)))


def staged(folder: Path) -> Base:
    """The index against HEAD, as a commit hook needs it. Raises BaseError."""
    top = repository(folder)
    commit = head(top)
    changes = dict(_changes(top, "--cached", commit)) if commit else _everything(top)
    return Base(top, commit, "HEAD", changes, staged=True)


def submodules(base: Base) -> dict[Path, bool]:
    """Submodules whose commit differs from the base, each with whether it is new. None of them is entered."""
    if not base.commit:
        return {}
    listed = git_diff(
        *("--cached", "--raw", "-z", "--no-renames", "--ignore-submodules=none", base.commit, "--"),
        folder=base.top,
    )
    parts = iter((listed or b"").split(b"\0"))
    found = {}
    for entry in parts:  # `:old-mode new-mode old-id new-id status`, then the path
        if entry:
            before, after, *_ = entry.removeprefix(b":").split()
            place = own_place(base.top / _name(next(parts)))
            if after == SUBMODULE:
                found[place] = before != SUBMODULE
    return found


def head(top: Path) -> str:
    """The commit of HEAD; empty in a repository without commits."""
    return (git("rev-parse", "--verify", "--quiet", "HEAD", folder=top) or b"").decode().strip()


def _everything(top: Path) -> dict[Path, Change]:
    listed = git("ls-files", "--cached", "-z", folder=top) or b""
    paths = [top / _name(name) for name in listed.split(b"\0") if name]
    return {own_place(path): Change(path, None) for path in paths}


def _untracked(top: Path) -> Iterator[tuple[Path, Change]]:
    listed = git("ls-files", "--others", "--exclude-standard", "-z", folder=top) or b""
    for name in listed.split(b"\0"):
        if name:
            path = top / _name(name)
            yield own_place(path), Change(path, None)


def _changes(top: Path, *chosen: str) -> Iterator[tuple[Path, Change]]:
    """Files that `git diff --name-status` names, renames followed, deletions left out."""
    listed = git_diff("--name-status", "-M", "-z", "--ignore-submodules=all", *chosen, "--", folder=top)
    if listed is None:
        raise BaseError(f"git cannot compare with “{chosen[-1]}”; try `git diff {chosen[-1]}` to see why")
    parts = iter(listed.split(b"\0"))
    for status in parts:
        if not status:
            continue
        old = _name(next(parts))
        new = _name(next(parts)) if status[:1] in b"RC" else old
        if status[:1] == b"D":
            continue
        path = top / new
        yield own_place(path), Change(path, None if status[:1] == b"A" else old)


def _name(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")
