"""The gate on real git repositories: only what a change did, judged by the rules of its base."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from presslint.cli import run as presslint
from repository import Repo

CLEAN = """\
---
title: Council keeps night buses
author: Ana Ruiz
date: 2026-05-05
---

The council voted on Tuesday to keep all night buses, Ana Ruiz, the transport lead, said.

## What it costs

The service costs £2 million a year, the council’s budget report says.
"""
FLAWED = CLEAN + "\n## Timeline\n"
OLD = "empty-section"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    for name in list(os.environ):
        if name.startswith(
            ("GITHUB_", "GITLAB_", "CI", "GIT_", "BITBUCKET", "JENKINS", "TF_BUILD", "PRESSLINT")
        ):
            monkeypatch.delenv(name)
    found = Repo(tmp_path / "site")
    monkeypatch.chdir(found.folder)
    return found


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[tuple[str, str]], str]:
    """Exit code, (path, rule) of new errors, and standard error."""
    capsys.readouterr()
    code = presslint([*arguments, "--output", "json"])
    out, err = capsys.readouterr()
    begin = out.find("{\n") if not out.startswith("{") else 0
    try:
        found = json.loads(out[begin : out.rindex("}") + 1])["findings"]
    except ValueError:
        return code, [], err
    return (
        code,
        [(f["path"], f["rule"]) for f in found if f["state"] == "new" and f["severity"] == "error"],
        err,
    )


def test_a_new_defect_in_an_old_file_with_an_old_one(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.write("a.md", FLAWED)
    repo.commit()
    repo.write(
        "a.md",
        CLEAN
        + "\n## Reaction\n\nThe plan has three parts:\n\n## Costs\n\nMore was said on Monday.\n\n## Timeline\n",
    )
    code, found, _ = check(capsys, "check", "--changed")
    assert (code, found) == (1, [("a.md", "dangling-list-lead-in")])
    assert check(capsys, "check")[1] == [("a.md", "dangling-list-lead-in"), ("a.md", OLD)]


def test_a_moved_paragraph_is_not_new(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    tail = "\n## Reaction\n\nA vote follows in June, the council said.\n"
    repo.write("a.md", CLEAN + "\nThe plan has three parts:\n" + tail)
    repo.commit()
    repo.write("a.md", CLEAN + tail + "\nThe plan has three parts:\n")
    assert check(capsys, "check", "--new-from-rev", "HEAD")[:2] == (0, [])
    assert check(capsys, "check")[0] == 1


def test_an_old_finding_in_an_edited_sentence_is_not_new(
    repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    lead_in = "\nThe plan for the buses has three main parts that matter:\n"
    text = f"{CLEAN}{lead_in}\n## Reaction\n\nA vote follows in June, the council said.\n"
    repo.write("a.md", text)
    repo.commit()
    repo.write("a.md", text.replace("plan for the buses", "plan for the night buses"))
    assert check(capsys, "check")[:2] == (1, [("a.md", "dangling-list-lead-in")]), "it is there"
    assert check(capsys, "check", "--changed")[:2] == (0, [])


def test_a_swapped_finding_is_new(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.write("a.md", FLAWED)
    repo.commit()
    repo.write("a.md", FLAWED.replace("## Timeline\n", "## Reaction\n"))
    assert check(capsys, "check", "--changed")[:2] == (1, [("a.md", OLD)])


def test_what_a_mended_defect_had_hidden_is_not_new(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    hides = "The gap suggests a more open future, with each country leveraging unique strengths:\n"
    text = CLEAN + "\n## Key dates\n\n" + hides + "\n## Reaction\n\nA vote follows, the council said.\n"
    repo.write("a.md", text)
    repo.commit()
    assert check(capsys, "check")[1] == [("a.md", "dangling-list-lead-in")]
    repo.write("a.md", text.replace(hides, "The report names them all on its second page, it says.\n"))
    capsys.readouterr()
    assert presslint(["check", "--output", "concise"]) == 0
    assert "heading-promises-list" in capsys.readouterr().out, "it is there"
    assert presslint(["check", "--changed", "--output", "concise"]) == 0
    assert "heading-promises-list" not in capsys.readouterr().out


def test_a_swap_in_one_sentence_is_new(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    line = "\nThe the bus runs late on Monday, and the council said so in its last yearly report.\n"
    repo.write("a.md", CLEAN + line)
    repo.commit()
    swapped = line.replace("The the", "The").replace("its last", "its its last")
    repo.write("a.md", CLEAN + swapped)
    presslint(["check", "--changed", "--output", "concise"])
    assert "repeated-word" in capsys.readouterr().out


def test_a_third_copy_is_new_and_an_edit_beside_two_is_not(
    repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = (
        "\nThe harbour opens its gates at six in the morning, when the first boats come in with their catch, and "
        "the traders stand in line until the last crate is weighed and sold.\n"
    )
    apart = "\nIt rains.\n"
    repo.write("a.md", CLEAN + copy + apart + copy)
    repo.commit()

    def told() -> str:
        capsys.readouterr()
        presslint(["check", "--changed", "--output", "concise"])
        return capsys.readouterr().out

    repo.write("a.md", CLEAN + apart + copy + apart + copy + apart)
    assert "repeated-sentence" not in told(), "moved"
    repo.write("a.md", CLEAN + copy + apart + copy + apart + copy)
    assert "stands 3 times" in told()
    repo.commit()
    repo.write("a.md", CLEAN + copy + apart + copy)
    assert "repeated-sentence" not in told(), "one of three is mended"


def test_a_renamed_file_brings_nothing_new(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.write("a.md", FLAWED)
    repo.commit()
    repo.git("mv", "a.md", "b.md")
    assert check(capsys, "check", "--new-from-rev", "HEAD")[:2] == (0, [])
    assert check(capsys, "check", "--staged")[:2] == (0, [])


def test_staged_reads_the_index(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.write("a.md", CLEAN)
    repo.commit()
    repo.write("a.md", FLAWED)
    repo.git("add", "a.md")
    repo.write("a.md", CLEAN)  # mended in the work tree only
    assert check(capsys, "check", "--staged")[:2] == (1, [("a.md", OLD)])
    repo.git("add", "a.md")
    repo.write("a.md", FLAWED)  # broken in the work tree only
    assert check(capsys, "check", "--staged")[:2] == (0, [])


def test_the_first_commit_of_a_repository(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.write("a.md", FLAWED)
    repo.git("add", "a.md")
    assert check(capsys, "check", "--staged")[:2] == (1, [("a.md", OLD)])


def test_merge_base_leaves_out_what_the_branch_did_not_do(
    repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write("a.md", CLEAN)
    repo.commit()
    repo.git("checkout", "-q", "-b", "work")
    repo.write("b.md", FLAWED)
    repo.commit()
    repo.git("checkout", "-q", "main")
    repo.write("c.md", FLAWED)
    repo.commit()
    repo.git("checkout", "-q", "work")
    assert check(capsys, "check", "--new-from-merge-base", "main")[:2] == (1, [("b.md", OLD)])


def test_names_that_git_would_quote(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    name = "nieuws/café, de:stad/été “1”.md"
    repo.write(name, CLEAN)
    repo.commit()
    repo.write(name, FLAWED)
    assert check(capsys, "check", "--changed")[:2] == (1, [(name, OLD)])


def test_windows_line_ends_change_nothing(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.write("a.md", FLAWED)
    repo.commit()
    repo.write("a.md", FLAWED.replace("\n", "\r\n"))
    assert check(capsys, "check", "--changed")[:2] == (0, [])


def test_a_submodule_is_not_walked_into(
    repo: Repo, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Repo(tmp_path / "other")
    other.write("x.md", FLAWED)
    other.commit()
    repo.write("a.md", CLEAN)
    repo.commit()
    repo.git("submodule", "add", "-q", str(other.folder), "theme")
    repo.commit()
    assert check(capsys, "check", "--new-from-rev", "HEAD^")[:2] == (0, [])


@pytest.mark.parametrize("option", ["--new-from-rev", "--new-from-merge-base"])
def test_a_base_that_is_gone_fails_closed(
    repo: Repo, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write("a.md", CLEAN)
    repo.commit()
    code, _, err = check(capsys, "check", option, "nowhere")
    assert code == 2
    assert "git fetch origin nowhere" in err
    assert err.count("\n") == 1


def test_outside_a_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    code, _, err = check(capsys, "check", "--changed")
    assert code == 2
    assert "not in a git repository" in err


# -- presslint ci ----------------------------------------------------------------------------------


@pytest.fixture
def pull_request(repo: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Repo:
    """A branch off main, with the environment of a GitHub pull request; `merge` makes HEAD its merge."""
    repo.write("old.md", FLAWED)
    repo.write("presslint.yaml", "version: 1\n")
    repo.commit("base")
    repo.git("checkout", "-q", "-b", "work")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_REF", "refs/pull/1/merge")
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    monkeypatch.setenv("GITHUB_OUTPUT", str(tmp_path / "output"))
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event.json"))
    return repo


def merge(repo: Repo) -> None:
    """HEAD becomes the merge that the host makes of the pull request; its event names the last commit."""
    head = repo.commit("change")
    event = {"pull_request": {"head": {"sha": head}}}
    repo.folder.with_name("event.json").write_text(json.dumps(event), encoding="utf-8")
    repo.git("checkout", "-q", "--detach", "main")
    repo.git("merge", "-q", "--no-ff", "-m", "merge", "work")


def publish_main(repo: Repo) -> None:
    """Let `origin/main` be where main stands, as a clone has it."""
    repo.git("update-ref", "refs/remotes/origin/main", "main")


def ci(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = presslint(["ci", *arguments])
    return (code, *capsys.readouterr())


def test_ci_judges_the_merge_against_its_first_parent(
    pull_request: Repo, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pull_request.write("new.md", FLAWED)
    merge(pull_request)
    code, out, _ = ci(capsys)
    assert code == 1
    assert "old.md" not in out
    annotations = [line for line in out.splitlines() if line.startswith("::error ")]
    assert len(annotations) == 1
    assert "file=new.md,line=13" in annotations[0]
    assert "new.md" in (tmp_path / "summary.md").read_text()
    assert "exit-code=1\n" in (tmp_path / "output").read_text()
    assert "\nerrors=1\n" in (tmp_path / "output").read_text()


def test_ci_with_nothing_new_is_open(pull_request: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    pull_request.write("new.md", CLEAN)
    merge(pull_request)
    assert ci(capsys)[0] == 0


def test_ci_does_not_read_a_config_that_the_change_edits(
    pull_request: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    pull_request.write("new.md", FLAWED)
    pull_request.write("presslint.yaml", "select: [suppression]\nfail-on: never\n")
    pull_request.write("deep/presslint.yaml", "select: [suppression]\n")
    pull_request.write("deep/x.md", FLAWED)
    merge(pull_request)
    code, out, err = ci(capsys)
    assert code == 1
    assert "this change edits presslint.yaml" in err
    assert "this change edits deep/presslint.yaml" in err
    assert out.count("::error ") == 2


def test_ci_runs_no_python_that_the_change_brings(
    pull_request: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    pull_request.write("presslint.yaml", "packs: [style]\npython: true\n")
    pull_request.write("style/x/run_me.py", "open('owned', 'w').close()\n")
    pull_request.write("new.md", CLEAN)
    merge(pull_request)
    assert ci(capsys)[0] == 0
    assert not (pull_request.folder / "owned").exists()


def test_ci_runs_the_base_version_of_a_pack(pull_request: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    rule = (
        "from presslint import Rule, Severity\n\n\nclass NoPlum(Rule):\n    severity = Severity.ERROR\n\n"
        "    def check(self, article):\n        for passage in article.prose:\n"
        "            for hit, _ in passage.find('{word}'):\n                yield self.finding(hit, 'No {word}.')\n"
    )
    pull_request.git("checkout", "-q", "main")
    pull_request.write("presslint.yaml", "packs: [style]\npython: true\n")
    pull_request.write("style/fruit/no_plum.py", rule.format(word="plum"))
    pull_request.commit()
    pull_request.git("checkout", "-q", "-B", "work")
    pull_request.write("style/fruit/no_plum.py", rule.format(word="pear"))
    pull_request.write("new.md", CLEAN + "\nA plum and a pear, the council said.\n")
    merge(pull_request)
    code, out, err = ci(capsys)
    assert code == 1
    assert "No plum" in out
    assert "No pear" not in out
    assert "this change edits style/fruit/no_plum.py" in err


def test_ci_reads_the_base_version_of_a_list(pull_request: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    pull_request.git("checkout", "-q", "main")
    pull_request.write("presslint.yaml", "rules: {tag-vocabulary: {file: tags.txt, severity: error}}\n")
    pull_request.write("tags.txt", "ferries\n")
    pull_request.commit()
    pull_request.git("checkout", "-q", "-B", "work")
    pull_request.write("tags.txt", "ferries\nwhales\n")
    pull_request.write("new.md", CLEAN.replace("---\n", "---\ntags: [whales]\n", 1))
    merge(pull_request)
    code, out, err = ci(capsys)
    assert code == 1
    assert "“whales” is not on the list of tags" in out
    assert "this change edits tags.txt" in err


def test_ci_tells_of_suppressions_that_the_change_adds(
    pull_request: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    head, _, rest = FLAWED.partition("author:")
    pull_request.write("new.md", f"{head}presslint:\n  ignore:\n    {OLD}: because I say so\nauthor:{rest}")
    merge(pull_request)
    code, _, err = ci(capsys)
    assert code == 0
    assert f"new.md:5: this change suppresses {OLD} (in the whole article): because I say so" in err


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("", "<!-- presslint: ignore[{rule}] agreed -->", "(here): agreed"),
        ("", "<!-- presslint: file-ignore[{rule}] agreed -->", "(in the whole article): agreed"),
        (
            "<!-- presslint: ignore[{rule}] agreed -->",
            "<!-- presslint: file-ignore[{rule}] agreed -->",
            "(in the whole article): agreed",
        ),
        (
            "<!-- presslint: ignore[{rule}] agreed -->",
            "<!-- presslint: disable[{rule}] agreed -->",
            "(from here on): agreed",
        ),
        (
            "<!-- presslint: ignore[{rule}] agreed -->",
            "<!-- presslint: ignore[{rule}] agreed -->\n\nA vote follows, the council said.\n\n"
            "<!-- presslint: ignore[{rule}] agreed -->",
            "(here): agreed",
        ),
        ("<!-- presslint: ignore[{rule}] agreed -->", "<!-- presslint: ignore[{rule}] agreed -->\n", ""),
        ("<!-- presslint: file-ignore[{rule}] agreed -->", "", ""),
    ],
)
def test_a_widened_suppression_is_told(
    before: str, after: str, says: str, pull_request: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    pull_request.git("checkout", "-q", "main")
    pull_request.write("a.md", CLEAN + "\n" + before.format(rule=OLD) + "\n\nThe end.\n")
    pull_request.commit()
    pull_request.git("checkout", "-q", "work")
    pull_request.git("reset", "-q", "--hard", "main")
    pull_request.write("a.md", CLEAN + "\n" + after.format(rule=OLD) + "\n\nThe end.\n\nIt is.\n")
    merge(pull_request)
    _, _, err = ci(capsys)
    assert err.count("this change suppresses") == bool(says)
    assert says in err


def test_an_old_suppression_over_a_new_defect_is_told(
    pull_request: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    comment = f"\n<!-- presslint: ignore[{OLD}] agreed -->\n\n"
    pull_request.git("checkout", "-q", "main")
    pull_request.write("a.md", f"{CLEAN}{comment}## Timeline\n")
    pull_request.commit()
    pull_request.git("checkout", "-q", "work")
    pull_request.git("reset", "-q", "--hard", "main")
    pull_request.write("a.md", f"{CLEAN}\nIt rains.\n{comment}## Timeline\n")
    merge(pull_request)
    assert "this change suppresses" not in ci(capsys)[2], "moved with its defect"
    pull_request.git("checkout", "-q", "work")
    pull_request.write("a.md", f"{CLEAN}{comment}## Reaction\n")
    merge(pull_request)
    code, _, err = ci(capsys)
    assert code == 0
    assert f"this change suppresses {OLD} (here): agreed" in err


def test_a_base_is_no_baseline(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.write("a.md", FLAWED)
    repo.commit()
    repo.write("a.md", FLAWED + "\nA vote follows in June, the council said.\n\n## Reaction\n")
    presslint(["check", "--changed", "--show-baselined"])
    out = capsys.readouterr().out
    assert "known before" in out
    assert "in the baseline" not in out


def test_ci_takes_no_command_from_a_headline(pull_request: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    headline = "'::error::owned ##[error]x ::stop-commands::y'"
    pull_request.write("new.md", FLAWED.replace("Council keeps night buses", headline, 1))
    merge(pull_request)
    code, out, _ = ci(capsys)
    assert code == 1
    stopped = ""
    for line in out.splitlines():
        if stopped:
            stopped = "" if line == f"::{stopped}::" else stopped
            continue
        if line.startswith("::stop-commands::"):
            stopped = line.removeprefix("::stop-commands::")
            assert len(stopped) == 32
            continue
        assert "##[" not in line
        assert not line.startswith("::") or line.startswith(
            ("::error file=", "::warning file=", "::notice file=")
        )


def test_ci_in_a_shallow_clone(
    pull_request: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pull_request.write("new.md", FLAWED)
    merge(pull_request)
    pull_request.git("branch", "-f", "merged", "HEAD")
    for depth, code in ((2, 1), (1, 2)):
        clone = tmp_path / f"clone{depth}"
        pull_request.git(
            "clone", "-q", "--depth", str(depth), "-b", "merged", f"file://{pull_request.folder}", str(clone)
        )
        monkeypatch.chdir(clone)
        found, _, err = ci(capsys)
        assert found == code, err
        assert (code == 2) == ("fetch-depth: 0" in err)


def test_a_merge_of_the_authors_own_is_no_base(
    pull_request: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    publish_main(pull_request)
    pull_request.write("new.md", FLAWED)
    pull_request.commit("what should be judged")
    pull_request.git("checkout", "-q", "-b", "aside", "main")
    pull_request.commit("nothing")
    pull_request.git("checkout", "-q", "work")
    pull_request.git("merge", "-q", "--no-ff", "-m", "merge", "aside")
    head = pull_request.git("rev-parse", "HEAD")
    monkeypatch.setenv("GITHUB_SHA", "f" * 40)
    assert ci(capsys)[0] == 1
    (tmp_path / "event.json").write_text(json.dumps({"pull_request": {"head": {"sha": head}}}))
    monkeypatch.delenv("GITHUB_SHA")
    code, out, _ = ci(capsys)
    assert code == 1
    assert "new.md" in out
    assert "old.md" not in out


def test_a_merge_of_the_authors_own_is_no_base_on_azure(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write("old.md", FLAWED)
    repo.commit()
    publish_main(repo)
    repo.git("checkout", "-q", "-b", "work")
    repo.write("new.md", FLAWED)
    repo.commit()
    repo.git("checkout", "-q", "-b", "aside", "main")
    repo.commit()
    repo.git("checkout", "-q", "work")
    repo.git("merge", "-q", "--no-ff", "-m", "merge", "aside")
    monkeypatch.setenv("TF_BUILD", "True")
    monkeypatch.setenv("SYSTEM_PULLREQUEST_TARGETBRANCH", "refs/heads/main")
    monkeypatch.setenv("SYSTEM_PULLREQUEST_SOURCECOMMITID", repo.git("rev-parse", "HEAD"))
    code, out, _ = ci(capsys)
    assert code == 1
    assert "new.md" in out


@pytest.mark.parametrize("kind", ["branch", "tag"])
def test_a_name_of_the_authors_is_not_the_targets(
    kind: str, pull_request: Repo, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """git takes a tag or a branch called origin/main before what was fetched of main."""
    publish_main(pull_request)
    pull_request.write("new.md", FLAWED)
    pull_request.commit()
    pull_request.git(kind, "origin/main")
    assert ci(capsys)[0] == 1
    code, _, err = ci(capsys, "--base", "origin/main")
    assert code == 2
    assert "which differ" in err


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("drafts/a.md", 1),  # what the config leaves out
        ("content/README.md", 1),  # what no desk reads
        ("content/a.page", 1),
        ("notes/a.md", 1),  # outside what is judged
        ("content/sub/a.md", 0),
    ],
)
def test_what_is_moved_in_from_where_nobody_looked_is_new(
    source: str, code: int, repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write("presslint.yaml", "version: 1\nexclude: [drafts/, README.*]\n")
    repo.write(source, FLAWED)
    repo.write("content/fine.md", CLEAN)
    repo.commit()
    repo.git("mv", source, "content/b.md")
    assert check(capsys, "ci", "--base", "HEAD", "content")[0] == code
    assert check(capsys, "check", "--changed", "content")[0] == code


def test_a_whole_site_may_move(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.write("posts/a.md", FLAWED)
    repo.commit()
    repo.git("mv", "posts", "content")
    assert check(capsys, "ci", "--base", "HEAD", "content")[0] == 0


def test_an_old_branch_point_brings_no_old_config_back(
    pull_request: Repo, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pull_request.git("checkout", "-q", "main")
    pull_request.write("presslint.yaml", "version: 1\nfail-on: never\n")
    loose = pull_request.commit("before the gate was strict")
    pull_request.write("presslint.yaml", "version: 1\n")
    pull_request.commit("strict")
    publish_main(pull_request)
    pull_request.git("checkout", "-q", "-B", "work", loose)
    pull_request.write("new.md", FLAWED)
    pull_request.commit()
    assert ci(capsys)[0] == 1, "GitHub, the head of the branch checked out"
    for name in ("GITHUB_ACTIONS", "GITHUB_BASE_REF", "GITHUB_REF"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("GITLAB_CI", "true")
    monkeypatch.setenv("CI_MERGE_REQUEST_DIFF_BASE_SHA", loose)
    monkeypatch.setenv("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main")
    assert ci(capsys)[0] == 1, "GitLab"
    monkeypatch.delenv("GITLAB_CI")
    monkeypatch.setenv("JENKINS_URL", "https://ci.example")
    monkeypatch.setenv("CHANGE_TARGET", "main")
    assert ci(capsys)[0] == 1, "Jenkins"


def test_a_target_that_the_clone_lacks_fails_closed(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write("old.md", CLEAN)
    before = repo.commit()
    monkeypatch.setenv("GITLAB_CI", "true")
    monkeypatch.setenv("CI_MERGE_REQUEST_DIFF_BASE_SHA", before)
    monkeypatch.setenv("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main")
    code, _, err = ci(capsys)
    assert code == 2
    assert "git fetch origin +refs/heads/main:refs/remotes/origin/main" in err


def test_a_merge_queue_judges_what_it_would_merge(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write("old.md", FLAWED)
    before = repo.commit()
    repo.write("new.md", FLAWED)
    repo.commit()
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"merge_group": {"base_sha": before}}))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(event))
    code, out, _ = ci(capsys)
    assert code == 1
    assert "new.md" in out
    assert "old.md" not in out


def test_a_run_that_has_checked_out_the_target_says_so(
    pull_request: Repo, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    publish_main(pull_request)
    pull_request.git("checkout", "-q", "main")
    monkeypatch.setenv("GITHUB_EVENT_NAME", "pull_request_target")
    monkeypatch.setenv("GITHUB_REF", "refs/heads/main")
    monkeypatch.setenv("GITHUB_SHA", pull_request.git("rev-parse", "HEAD"))
    code, _, err = ci(capsys)
    assert code == 2
    assert "has checked out “main” itself" in err


def test_the_first_push_of_a_branch_is_judged_from_where_it_left(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write("old.md", FLAWED)
    repo.commit()
    publish_main(repo)
    repo.git("checkout", "-q", "-b", "work")
    repo.write("new.md", FLAWED)
    repo.commit()
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"before": "0" * 40, "repository": {"default_branch": "main"}}))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_REF", "refs/heads/work")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(event))
    code, out, _ = ci(capsys)
    assert code == 1
    assert "new.md" in out
    assert "old.md" not in out


@pytest.mark.parametrize("command", ["check", "ci"])
def test_a_folder_that_looks_like_a_repository_hides_nothing(
    command: str, pull_request: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    pull_request.write("content/new.md", FLAWED)
    pull_request.write("content/HEAD", "ref: refs/heads/main\n")
    pull_request.write("content/config", "[core]\n\trepositoryformatversion = 0\n\tworktree = /usr\n")
    pull_request.write("content/objects/.keep", "")
    pull_request.write("content/refs/.keep", "")
    merge(pull_request)
    capsys.readouterr()
    assert presslint([command, "content"]) == 1
    assert "content/new.md" in capsys.readouterr().out


def test_ci_on_a_push_judges_what_was_pushed(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write("old.md", FLAWED)
    before = repo.commit()
    repo.write("new.md", FLAWED)
    repo.commit()
    event = tmp_path / "event.json"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(event))
    event.write_text(json.dumps({"before": before}))
    code, out, _ = ci(capsys)
    assert code == 1
    assert "old.md" not in out
    event.write_text(json.dumps({"before": "0" * 40}))
    code, out, err = ci(capsys)
    assert code == 1
    assert "old.md" in out
    assert "no base to compare with" in err


def test_ci_on_gitlab_writes_the_quality_report(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write("old.md", FLAWED)
    before = repo.commit()
    repo.write("new.md", FLAWED)
    repo.commit()
    monkeypatch.setenv("GITLAB_CI", "true")
    monkeypatch.setenv("CI_MERGE_REQUEST_DIFF_BASE_SHA", before)
    assert ci(capsys)[0] == 1
    entries = json.loads((repo.folder / "gl-code-quality-report.json").read_text())
    assert {entry["location"]["path"] for entry in entries} == {"new.md"}


# -- hook ------------------------------------------------------------------------------------------


def hook(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = presslint(["hook", *arguments])
    return (code, *capsys.readouterr())


def test_the_hook_reports_what_the_commit_brings(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.write("old.md", FLAWED)
    repo.commit()
    repo.write("old.md", FLAWED.replace("£2 million", "£3 million"))
    repo.git("add", "-A")
    assert hook(capsys, "--new", "old.md")[0] == 0
    assert hook(capsys, "old.md")[0] == 1
    added = "\nIf you want, I can also create a shorter version of this article.\n"
    repo.write("old.md", FLAWED.replace("\n## What it costs", f"{added}\n## What it costs"))
    repo.git("add", "-A")
    code, out, _ = hook(capsys, "--new", "old.md")
    assert code == 1
    assert "speaks to the writer" in out
    assert "Timeline" not in out


def test_the_hook_on_all_files_judges_them_whole_and_says_so(
    repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write("old.md", FLAWED)
    repo.commit()
    code, _, err = hook(capsys, "--new", "old.md")
    assert code == 1
    assert "nothing is staged, so the named articles are judged whole" in err


def test_the_hook_of_a_push_judges_the_range(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write("old.md", FLAWED)
    before = repo.commit()
    repo.write("new.md", FLAWED)
    repo.commit()
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", before)
    code, out, _ = hook(capsys, "--new", "old.md", "new.md")
    assert code == 1
    assert "new.md" in out
    assert "old.md" not in out
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", "0" * 40)
    assert "old.md" in hook(capsys, "--new", "old.md", "new.md")[1]


def test_a_file_name_is_never_an_option_of_the_hook(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.write("--config=evil.md", "select: [suppression]\n")
    repo.write("--exit-zero", "x\n")
    repo.write("--fail-on=never.md", FLAWED)
    repo.write("bad.md", FLAWED)
    code, out, _ = hook(capsys, "bad.md", "--config=evil.md", "--fail-on=never.md")
    assert code == 1
    assert "--fail-on=never.md" in out
    assert hook(capsys, "--exit-zero", "bad.md")[0] != 0


# -- baseline --------------------------------------------------------------------------------------


def test_a_baseline_from_creation_to_pruning(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.write("presslint.yaml", f"select: [{OLD}]\n")
    repo.write("a.md", FLAWED)
    repo.write("b.md", FLAWED)
    assert presslint(["baseline", "create"]) == 0
    lines = (repo.folder / ".presslint-baseline.jsonl").read_text().splitlines()
    assert [json.loads(line)["path"] for line in lines] == ["a.md", "b.md"]
    assert all("line" not in json.loads(line) for line in lines)
    assert check(capsys, "check")[:2] == (0, [])
    assert presslint(["baseline", "create"]) == 2, "an existing baseline is not written over"

    repo.write("c.md", FLAWED)
    assert check(capsys, "check")[:2] == (1, [("c.md", OLD)])
    assert presslint(["baseline", "update"]) == 0
    assert check(capsys, "check")[:2] == (1, [("c.md", OLD)]), "update does not grow"
    assert presslint(["baseline", "update", "--allow-new"]) == 0
    assert check(capsys, "check")[:2] == (0, [])

    (repo.folder / "b.md").rename(repo.folder / "d.md")
    assert check(capsys, "check")[:2] == (0, []), "a rename loses nothing"
    repo.write("a.md", CLEAN)
    code, _, err = check(capsys, "check")
    assert code == 0
    assert "nothing matches the entry for empty-section in a.md" in err
    assert check(capsys, "check", "--stale-baseline", "error")[0] == 1
    assert presslint(["baseline", "update"]) == 0
    lines = (repo.folder / ".presslint-baseline.jsonl").read_text().splitlines()
    assert [json.loads(line)["path"] for line in lines] == ["c.md", "d.md"]
    assert check(capsys, "check", "--no-baseline")[0] == 1


def test_an_entry_that_has_ended_counts_no_more(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.write("presslint.yaml", f"select: [{OLD}]\n")
    repo.write("a.md", FLAWED)
    assert presslint(["baseline", "create"]) == 0
    path = repo.folder / ".presslint-baseline.jsonl"
    entry = json.loads(path.read_text())
    path.write_text(json.dumps({**entry, "expires": "2026-01-31", "owner": "desk"}) + "\n")
    code, found, err = check(capsys, "check", "--today", "2026-02-01")
    assert (code, found) == (1, [("a.md", OLD)])
    assert "ended on 2026-01-31 (owner: desk)" in err
    assert check(capsys, "check", "--today", "2026-01-31")[0] == 0


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("nonsense", ":1: not a JSON object"),
        ("[1]", ":1: not a JSON object"),
        ('{"path": "a"}', ":1: the entry has no “rule”"),
        ('{"path": "a", "rule": "b", "fp": "c", "line": "3"}', ":1: unknown key “line”"),
        ('{"path": "a", "rule": "b", "fp": "c", "expires": "soon"}', ":1: “soon” is no date"),
        ("<<<<<<< HEAD", ":1: a merge conflict"),
    ],
)
def test_a_broken_baseline_is_one_clear_line(
    repo: Repo, line: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write("a.md", CLEAN)
    repo.write(".presslint-baseline.jsonl", line + "\n")
    code, _, err = check(capsys, "check")
    assert code == 2
    assert says in err
    assert err.count("\n") == 1


# -- paths -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "output", ["sarif", "github", "gitlab", "azure", "rdjson", "rdjsonl", "github-summary"]
)
def test_a_host_is_told_paths_from_the_top_of_the_repository(
    output: str, repo: Repo, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write("site/content/a.md", FLAWED)
    repo.write("b.md", FLAWED)
    monkeypatch.chdir(repo.folder / "site")
    presslint(["check", "content", "../b.md", "--output", output])
    out = capsys.readouterr().out
    assert "site/content/a.md" in out
    assert "../b.md" not in out
    assert "b.md" in out


def test_people_are_told_paths_from_where_they_stand(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write("site/content/a.md", FLAWED)
    monkeypatch.chdir(repo.folder / "site")
    presslint(["check", "content", "--output", "concise"])
    assert capsys.readouterr().out.startswith("content/a.md:")


@pytest.mark.parametrize(
    "place",
    ["../stolen", "/tmp/stolen-by-presslint", ".git/hooks/pre-commit", ".bashrc", "a.md", "presslint.yaml"],
)
def test_a_config_has_no_report_written_over_anything(
    place: str, repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.write("a.md", CLEAN)
    repo.write("presslint.yaml", f"version: 1\noutput:\n  reports: {{json: {place}}}\n")
    repo.commit()
    existed = (repo.folder / place).exists()
    code, _, err = check(capsys, "check")
    assert code == 2
    assert "presslint.yaml:3: “output.reports”" in err
    assert (repo.folder / place).exists() is existed
    assert (repo.folder / "a.md").read_text() == CLEAN
