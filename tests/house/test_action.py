"""The Action and the hooks, run for real: their steps are read from the files that users get."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
ACTION = YAML(typ="safe").load((ROOT / "action.yml").read_text(encoding="utf-8"))
CLEAN = (ROOT / "examples" / "clean-story.md").read_text(encoding="utf-8")
UNREACHABLE = re.compile(r"No matching distribution|Could not fetch|ConnectionError|Max retries")
FLAWED = (ROOT / "examples" / "flawed-story.md").read_text(encoding="utf-8")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the steps are bash")


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
    )


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This tree as a repository of one commit, which is what users of hook and Action fetch."""
    copy = tmp_path_factory.mktemp("presslint") / "presslint"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    ).stdout
    for name in os.fsdecode(listed).split("\0"):
        if name and (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
    git(copy, "init", "-q", "-b", "main")
    git(copy, "add", "-A")
    git(copy, "commit", "-q", "-m", "x")
    return copy


def run_action(
    inputs: dict[str, str], folder: Path, temp: Path, action: Path, env: dict[str, str]
) -> tuple[int, str, dict[str, str]]:
    """Run the composite steps as the runner would; exit code, log and outputs."""
    given = {name: spec.get("default", "") for name, spec in ACTION["inputs"].items()} | inputs
    known = {f"inputs.{name}": value for name, value in given.items()}
    known |= {"github.action_path": str(action), "runner.temp": str(temp)}

    def filled(text: str) -> str:
        return re.sub(r"\$\{\{\s*([\w.\-]+)\s*\}\}", lambda match: known[match[1]], text)

    log, outputs = "", {}
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"], "an input inside a script is an injection"
        out = temp / "output"
        out.write_text("")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
            cwd=folder,
            env={
                **os.environ,
                **env,
                **{key: filled(value) for key, value in step["env"].items()},
                "GITHUB_OUTPUT": str(out),
            },
            capture_output=True,
            text=True,
        )
        log += done.stdout + done.stderr
        for line in out.read_text().splitlines():
            name, _, value = line.partition("=")
            outputs[f"steps.{step.get('id')}.outputs.{name}"] = value
        if done.returncode:
            break
    else:
        done.returncode = 0
    values = {
        name: outputs.get(re.sub(r"\$\{\{\s*|\s*\}\}", "", spec["value"]), "")
        for name, spec in ACTION["outputs"].items()
    }
    return done.returncode, log, values


@pytest.fixture(scope="module")
def installed(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The temp folder of a runner in which the install step has run."""
    temp = tmp_path_factory.mktemp("runner")
    step = ACTION["runs"]["steps"][0]
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
        env={
            **os.environ,
            "PRESSLINT_ACTION_VERSION": "",
            "PRESSLINT_ACTION_HOME": str(checkout),
            "PRESSLINT_ACTION_TEMP": str(temp),
        },
        capture_output=True,
        text=True,
    )
    if done.returncode and UNREACHABLE.search(done.stderr):
        pytest.skip("the package index cannot be reached, so the Action has nothing to install from")
    assert done.returncode == 0, done.stderr
    return temp


def pull_request(folder: Path, text: str) -> dict[str, str]:
    """A merge commit of a pull request that adds one article; the runner's environment for it."""
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    (folder / "old.md").write_text(FLAWED, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "base")
    git(folder, "checkout", "-q", "-b", "work")
    (folder / "new story.md").write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "change")
    git(folder, "checkout", "-q", "--detach", "main")
    git(folder, "merge", "-q", "--no-ff", "-m", "merge", "work")
    made = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=folder, check=True, capture_output=True, text=True
    )
    return {
        "GITHUB_ACTIONS": "true",
        "GITHUB_REF": "refs/pull/1/merge",
        "GITHUB_BASE_REF": "main",
        "GITHUB_SHA": made.stdout.strip(),
    }


@pytest.mark.parametrize(("text", "code"), [(CLEAN, 0), (FLAWED, 1)])
def test_the_action_judges_a_pull_request(
    text: str, code: int, installed: Path, checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    env = pull_request(tmp_path / "site", text)
    # the install step has run for all; only what it would repeat is left out
    monkeypatch.setitem(ACTION["runs"], "steps", ACTION["runs"]["steps"][-1:])
    found, log, outputs = run_action(
        {"sarif-file": "out.sarif", "args": "--show\nsuggestion"}, tmp_path / "site", installed, checkout, env
    )
    assert found == code, log
    assert outputs["exit-code"] == str(code)
    assert (outputs["errors"] == "0") == (code == 0)
    assert "old.md" not in log
    sarif = json.loads((tmp_path / "site" / "out.sarif").read_text(encoding="utf-8"))
    uris = {
        r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in sarif["runs"][0]["results"]
    }
    assert uris <= {"new%20story.md"}
    assert bool(uris) == (code == 1)


EVENTS = ("pull_request", "pull_request_target", "merge_group", "push", "first push of a branch")


def event_of(kind: str, folder: Path, file: Path) -> dict[str, str]:
    """A checkout as the runner leaves it for an event, the event's file, and the runner's environment."""
    env = pull_request(folder, FLAWED) | {
        "GITHUB_EVENT_PATH": str(file),
        "GITHUB_EVENT_NAME": kind.partition(" ")[0],
    }

    def commit(name: str) -> str:
        found = subprocess.run(
            ["git", "rev-parse", name], cwd=folder, check=True, capture_output=True, text=True
        )
        return found.stdout.strip()

    event: dict[str, object] = {"repository": {"default_branch": "main"}}
    git(folder, "update-ref", "refs/remotes/origin/main", "main")
    if kind == "pull_request":
        event |= {"pull_request": {"head": {"sha": commit("work")}, "base": {"sha": commit("main")}}}
    elif (
        kind == "pull_request_target"
    ):  # with `ref: refs/pull/1/head`: the author's commit, not the host's merge
        git(folder, "checkout", "-q", "--detach", "work")
        event |= {"pull_request": {"head": {"sha": commit("work")}, "base": {"sha": commit("main")}}}
        env |= {"GITHUB_SHA": commit("main"), "GITHUB_REF": "refs/heads/main"}
    else:
        env["GITHUB_BASE_REF"] = ""
        git(folder, "checkout", "-q", "work")
        env |= {"GITHUB_SHA": commit("work"), "GITHUB_REF": "refs/heads/work"}
        if kind == "merge_group":
            event |= {"merge_group": {"base_sha": commit("main"), "head_sha": commit("work")}}
            env["GITHUB_REF"] = "refs/heads/gh-readonly-queue/main/pr-1"
        elif kind == "push":
            event |= {"before": commit("main"), "after": commit("work")}
        else:
            event |= {"before": "0" * 40, "after": commit("work")}
    file.write_text(json.dumps(event), encoding="utf-8")
    return env


@pytest.mark.parametrize("kind", EVENTS)
def test_of_each_event_only_what_is_new_counts(
    kind: str, installed: Path, checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    env = event_of(kind, tmp_path / "site", tmp_path / "event.json")
    monkeypatch.setitem(ACTION["runs"], "steps", ACTION["runs"]["steps"][-1:])
    code, log, outputs = run_action(
        {"args": "--output\nconcise"}, tmp_path / "site", installed, checkout, env
    )
    assert (code, outputs["exit-code"], outputs["verdict"]) == (1, "1", "fix"), log
    assert "new story.md" in log
    assert "old.md" not in log
    (tmp_path / "site" / "new story.md").write_text(CLEAN, encoding="utf-8")
    git(tmp_path / "site", "commit", "-q", "-a", "--amend", "-m", "mended")
    head = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=tmp_path / "site", check=True, capture_output=True, text=True
    )
    if kind != "pull_request_target":
        env["GITHUB_SHA"] = head.stdout.strip()
    code, log, outputs = run_action({}, tmp_path / "site", installed, checkout, env)
    assert (code, outputs["verdict"], outputs["new-findings"]) == (0, "publish", "0"), log


def test_a_target_that_was_checked_out_itself_is_no_change(
    installed: Path, checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What `pull_request_target` does by default: the gate would always be open."""
    env = event_of("pull_request_target", tmp_path / "site", tmp_path / "event.json")
    git(tmp_path / "site", "checkout", "-q", "main")
    monkeypatch.setitem(ACTION["runs"], "steps", ACTION["runs"]["steps"][-1:])
    code, log, outputs = run_action({}, tmp_path / "site", installed, checkout, env)
    assert (code, outputs["exit-code"]) == (2, "2"), log
    assert "set `ref: refs/pull/" in log


def test_a_python_that_does_not_run_or_is_too_old_is_passed_over(tmp_path: Path) -> None:
    """As the stub of Windows' store, and as an old system's."""
    step = ACTION["runs"]["steps"][0]["run"]
    programs = tmp_path / "bin"
    programs.mkdir()
    (tmp_path / "temp").mkdir()
    for name, text in {
        "python3": "exit 49",
        "python": 'echo "$@" >> "$OUT"; case "$*" in *version_info*) exit "$OLD";; esac; exit 7',
    }.items():
        (programs / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        (programs / name).chmod(0o755)
    bash = shutil.which("bash") or "bash"
    for old, code, says in (
        ("0", 7, ""),
        ("1", 2, "no Python 3.11 or newer; add a step with actions/setup-python"),
    ):
        env = {
            "PATH": str(programs),
            "OUT": str(tmp_path / "out"),
            "OLD": old,
            "PRESSLINT_ACTION_VERSION": "",
        }
        env |= {"PRESSLINT_ACTION_HOME": str(ROOT), "PRESSLINT_ACTION_TEMP": str(tmp_path / "temp")}
        done = subprocess.run(
            [bash, "-e", "-o", "pipefail", "-c", step], env=env, capture_output=True, text=True
        )
        assert (done.returncode, says in done.stderr) == (code, True), done.stderr
    assert "-I -m venv" in (tmp_path / "out").read_text(encoding="utf-8")


def test_an_input_is_never_an_option_or_a_command(
    installed: Path, checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    env = pull_request(tmp_path / "site", CLEAN)
    monkeypatch.setitem(ACTION["runs"], "steps", ACTION["runs"]["steps"][-1:])
    paths = "--exit-zero\n$(touch owned)\n`touch owned`\n; touch owned"
    code, log, _ = run_action({"paths": paths}, tmp_path / "site", installed, checkout, env)
    assert code == 2, log
    assert "::error file=--exit-zero,title=presslint unreadable::no such file or folder" in log
    assert not list(tmp_path.rglob("owned"))


def test_the_action_says_its_verdict_and_runs_in_a_folder(
    installed: Path, checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    env = pull_request(site, CLEAN)
    (site / "paper").mkdir()
    git(site, "mv", "new story.md", "paper/new story.md")
    (site / "paper" / "bad.md").write_text(FLAWED, encoding="utf-8")
    git(site, "add", "-A")
    git(site, "commit", "-q", "--amend", "-m", "merge")
    made = subprocess.run(["git", "rev-parse", "HEAD"], cwd=site, check=True, capture_output=True, text=True)
    monkeypatch.setitem(ACTION["runs"], "steps", ACTION["runs"]["steps"][-1:])
    inputs = {"working-directory": "paper", "paths": "new story.md"}
    env |= {"GITHUB_SHA": made.stdout.strip()}
    code, log, outputs = run_action(inputs, site, installed, checkout, env)
    assert (code, outputs["verdict"]) == (0, "publish"), log
    code, log, outputs = run_action(inputs | {"paths": "."}, site, installed, checkout, env)
    assert (code, outputs["verdict"], outputs["exit-code"]) == (1, "fix", "1"), log
    code, log, _ = run_action(inputs | {"paths": "bad.md new.md"}, site, installed, checkout, env)
    assert code == 2
    assert "write one path a line" in log
    code, log, _ = run_action(inputs | {"working-directory": "gone"}, site, installed, checkout, env)
    assert code == 2
    assert "“gone” is no folder of the checkout" in log


def test_the_action_runs_no_code_of_the_checkout(
    installed: Path, checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    env = pull_request(site, CLEAN)
    for name in ("venv", "pip", "runpy", "socket", "presslint", "click", "sitecustomize", "subprocess"):
        (site / f"{name}.py").write_text("open('owned', 'w').close()\n", encoding="utf-8")
    step = ACTION["runs"]["steps"][0]["run"].replace("-m pip install", "-m pip --version; true")
    given = {
        "PRESSLINT_ACTION_VERSION": "",
        "PRESSLINT_ACTION_HOME": str(checkout),
        "PRESSLINT_ACTION_TEMP": str(tmp_path / "other"),
    }
    (tmp_path / "other").mkdir()
    done = subprocess.run(
        ["bash", "-e", "-c", step], cwd=site, env={**os.environ, **given}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    monkeypatch.setitem(ACTION["runs"], "steps", ACTION["runs"]["steps"][-1:])
    assert run_action({}, site, installed, checkout, env)[0] == 0
    assert not list(site.rglob("owned"))


def test_spawned_workers_run_no_code_of_the_checkout(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    for number in range(90):
        (site / f"story{number}.md").write_text(CLEAN, encoding="utf-8")
    for name in ("socket", "pickle", "multiprocessing", "presslint"):
        (site / f"{name}.py").write_text("open('owned', 'w').close()\n", encoding="utf-8")
    script = tmp_path / "program" / "run.py"
    script.parent.mkdir()
    script.write_text(
        "import os, sys, threading\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        "from presslint.cli import run\n"
        "if __name__ == '__main__':\n"
        "    threading.Thread(target=threading.Event().wait, daemon=True).start()  # so workers are spawned\n"
        "    code = run(['check', '--isolated', '--no-cache', '--jobs', '2', '.'])\n"
        "    sys.stdout.flush()\n"
        "    os._exit(code)\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=site,
        env={key: value for key, value in os.environ.items() if key != "PYTHONSAFEPATH"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert not (site / "owned").exists()


def test_a_version_is_a_version(tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", "-e", "-c", ACTION["runs"]["steps"][0]["run"]],
        env={
            **os.environ,
            "PRESSLINT_ACTION_VERSION": "1.0; touch owned",
            "PRESSLINT_ACTION_HOME": str(ROOT),
            "PRESSLINT_ACTION_TEMP": str(tmp_path),
        },
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "is no version" in done.stderr
    assert not (tmp_path / "owned").exists()


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", ".github/workflows/ci.yml"),
        ("vendor.github-workflows", ".github/workflows/docs.yml"),
        ("vendor.github-workflows", ".github/workflows/release.yml"),
    ],
)
def test_the_action_is_valid(schema: str, file: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(ROOT / file)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hook_manifest_is_valid() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("hook", "text", "code"),
    [
        ("presslint", CLEAN, 0),
        ("presslint", FLAWED, 1),
        ("presslint-staged", FLAWED, 1),
        ("presslint-fix", CLEAN.replace("the council", "the the council", 1), 1),
    ],
)
def test_pre_commit_tries_the_hook(hook: str, text: str, code: int, checkout: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    git(site, "init", "-q")
    (site / "story.md").write_text(text, encoding="utf-8")
    git(site, "add", "-A")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pre_commit",
            "try-repo",
            str(checkout),
            hook,
            "--all-files",
            "--verbose",
            "--color",
            "never",
        ],
        cwd=site,
        env={**os.environ, "PRE_COMMIT_HOME": str(checkout.parent / "hooks")},
        capture_output=True,
        text=True,
    )
    log = done.stdout + done.stderr
    if UNREACHABLE.search(log):
        pytest.skip("the package index cannot be reached, so pre-commit cannot build the hook")
    assert done.returncode == code, log
    if hook == "presslint-fix":
        assert "the the" not in (site / "story.md").read_text(encoding="utf-8")


def test_the_container_file_copies_what_is_there_and_what_it_needs() -> None:
    """What the ignore file lets in is all that a build of the package asks for."""
    lines = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    steps = [line.split(maxsplit=1) for line in lines if line and not line.startswith("#")]
    assert {word for word, _ in steps} <= {"FROM", "RUN", "COPY", "USER", "WORKDIR", "ENTRYPOINT", "CMD"}
    for word, rest in steps:
        if word == "COPY":
            assert all((ROOT / source).exists() for source in rest.split()[:-1])
        if word in ("ENTRYPOINT", "CMD"):
            assert isinstance(json.loads(rest), list)
    ignored = (ROOT / ".containerignore").read_text(encoding="utf-8").splitlines()
    let_in = {line[1:] for line in ignored if line.startswith("!")}
    assert all((ROOT / name).exists() for name in let_in)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = {project["project"]["readme"], *project["project"]["license-files"], "pyproject.toml"}
    needed |= {*project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]}
    needed |= {*project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]}
    assert needed <= let_in
