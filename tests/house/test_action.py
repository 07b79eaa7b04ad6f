"""The Action and the hooks, run for real: their steps are read from the files that users get."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
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
    for number in range(60):
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
