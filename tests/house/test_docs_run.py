"""Every command, config, link, name and path that README and docs show: run, or proved to be there."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any, NamedTuple

import click
import pytest
from ruamel.yaml import YAML

import presslint.cli as codes
from presslint.cli import run as presslint
from presslint.cli.app import presslint as COMMAND
from presslint.config.schema import ConfigModel
from presslint.packs.catalog import Catalog, house
from presslint.reading import NAMES
from presslint.reading.fields import KEYS
from presslint.report import FORMATS
from repository import Repo

ROOT = Path(__file__).parents[2]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "benchmarks" / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?://|mailto:)([^)\s]+)\)")
CODE = re.compile(r"(?<!`)`([^`]+)`(?!`)")
ACTION = YAML(typ="safe").load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = {
    hook["id"]
    for hook in YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}

# what begins so is not run here, and why
NOT_RUN = {
    "python3 -m venv .venv ": "installs from the network; test_docs.py holds what it prints, .ci/run runs its like",
    "python3 -m venv .venv-test": "this very suite; .ci/run runs it",
    "git worktree add ../before": "a second tree of the author's own changes",
    "python -m venv ../peers/venv": "installs other linters from the network",
    "npm install": "installs other linters from the network",
    ".venv-test/bin/python -m pip": "the engines are installed from the network; the marker `engines` runs them",
    "python -m pytest -m engines": "needs the engines; it is a command of the suite itself",
    "pip install": "the network; .ci/run installs the package with its extras",
    "python playground/build.py": "the network; tests/playground runs what it built",
    "python -m http.server": "serves until it is stopped",
    "presslint mcp": "talks to a program until it is stopped; tests/server does",
    "presslint check --watch": "runs until it is stopped; tests/cli/test_watch.py does",
    "presslint check --vale": "needs a Vale project; tests/config/test_valeproject.py has some",
    "presslint init --from-vale": "needs a Vale project; tests/config/test_valeproject.py has some",
    "presslint scan": "needs a table; tests/scan/test_archive.py makes some",
    "presslint impact": "needs an archive; tests/scan makes some",
    "npm ci": "the network; `python -m pytest -m npm tests/editors` runs it",
    "npm run package": "the network; `python -m pytest -m npm tests/editors` runs it",
    "code --install-extension": "an editor that is not here",
}
# these programs are not ours: what stands before their pipe is run
FOREIGN_PIPES = ("reviewdog",)


class Shown(NamedTuple):
    """A fenced block of a page."""

    page: Path
    line: int
    language: str
    body: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def shown(*languages: str) -> list[Shown]:
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for match in FENCE.finditer(text):
            if match[1] in languages:
                found.append(Shown(page, text.count("\n", 0, match.start()) + 1, match[1], match[2]))
    return found


def prose(page: Path) -> str:
    """A page without its fenced blocks."""
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def quoted(page: Path) -> Iterator[str]:
    """What stands in code marks in a page's sentences, in one line each."""
    for match in CODE.finditer(prose(page)):
        yield " ".join(match[1].split())


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for PATH in which presslint and python are those of this suite."""
    folder = tmp_path_factory.mktemp("bin")
    for name, what in {"presslint": "-m presslint ", "python": ""}.items():
        path = folder / name
        path.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {what}"$@"\n', encoding="utf-8")
        path.chmod(0o755)
    return folder


def site(folder: Path, before: str) -> Path:
    """A repository of a small newsroom, with what the pages take for granted: content, a remote, the files shown before."""
    repo = Repo(folder)
    for name in ("clean-story.md", "flawed-story.md"):
        repo.write(f"content/{name}", (ROOT / "examples" / name).read_bytes())
    repo.write("story.md", (ROOT / "examples" / "flawed-figures.md").read_bytes())
    for name, body in re.findall(r"`(style/[\w./]+)`:\n\n```\w+\n(.*?)```", before, re.DOTALL):
        repo.write(name, body)
    first = repo.commit()
    repo.git("update-ref", "refs/remotes/origin/main", first)
    repo.write("content/new.txt", (ROOT / "examples" / "clean-wire.txt").read_bytes())
    repo.commit()
    return repo.folder


def environment(programs: Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PRESSLINT_", "GITHUB_"))}
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    return {
        **kept,
        "PATH": path,
        "PYTHONPATH": str(ROOT),
        "XDG_CACHE_HOME": str(programs / "cache"),
        "CI": "",
    }


def lines(body: str) -> list[str]:
    """The commands of a block: one a line, a line that ends in a backslash with the next."""
    return [line.strip() for line in body.replace("\\\n", " ").splitlines() if line.strip()]


SHELL = shown("sh", "console", "bash")


@pytest.mark.skipif(os.name == "nt", reason="the pages show a POSIX shell")
@pytest.mark.parametrize("block", SHELL, ids=str)
def test_commands_do_what_they_are_shown_for(block: Shown, programs: Path, tmp_path: Path) -> None:
    """Those of a block one after the other in a repository of their own."""
    page = block.page.read_text(encoding="utf-8")
    folder = site(tmp_path / "site", page[: page.index(block.body)])
    for line in map(_runnable, lines(block.body)):
        if line:
            done = subprocess.run(
                ["bash", "-uc", line],
                cwd=folder,
                env=environment(programs),
                capture_output=True,
                text=True,
                stdin=subprocess.DEVNULL,
            )
            assert done.returncode in (0, 1), f"{line}\n{done.stderr}"
            assert "Traceback" not in done.stderr
            assert done.stdout or done.stderr or ">>" in line or "_source" in line, line


def _runnable(line: str) -> str:
    """What of a line can be run here; nothing where the line is excused, or held in another way."""
    if any(line.startswith(begins) for begins in NOT_RUN):
        return ""
    script = re.match(r"(?:python|\.\./\S+) (?:-m )?(benchmarks[/.][\w/.]+)(.*)", line)
    if script is not None:
        _benchmark(script[1], script[2])
        return ""
    if line.startswith(("presslint docs docs/rules", "presslint test --python rules/")):
        _options(shlex.split(line, comments=True))  # about this tree, where tests/rules and .ci/run run them
        return ""
    for program in FOREIGN_PIPES:
        line = line.partition(f" | {program}")[0]
    for shell in ("zsh", "fish"):
        if f"{shell}_source" in line and shutil.which(shell) is None:
            line = f"_PRESSLINT_COMPLETE={shell}_source presslint"
    return line.partition(" | jq ")[0] if shutil.which("jq") is None else line


def _benchmark(name: str, rest: str) -> None:
    """A measurement takes hours and data: its file is there, and knows each option that is shown."""
    path = ROOT / (name.replace(".", "/") + ".py" if "/" not in name else name)
    text = path.read_text(encoding="utf-8")
    for option in re.findall(r"--[a-z][a-z-]*", rest):
        assert f'"{option}"' in text, f"{path.name} has no {option}"


def _command(words: list[str]) -> tuple[click.Command, list[str]] | None:
    """The command that a line calls, and the words behind it."""
    if "presslint" not in words:
        return None
    rest = words[words.index("presslint") + 1 :]
    command: click.Command = COMMAND
    context = click.Context(command)
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        found = command.get_command(context, rest[0])
        if found is None:
            return None
        command, rest = found, rest[1:]
    return command, rest


def _options(words: list[str]) -> None:
    """Each option of a line is one of its command."""
    called = _command(words)
    assert called is not None, f"no such command: {' '.join(words)}"
    command, rest = called
    if command.name == "hook":
        command = COMMAND.get_command(click.Context(COMMAND), "check") or command
    known = {flag for parameter in command.params for flag in (*parameter.opts, *parameter.secondary_opts)}
    for word in rest:
        if word.startswith("--"):
            assert word.partition("=")[0] in known | {"--help", "--new"}, f"{command.name} has no {word}"


def every_option() -> set[str]:
    found: set[str] = {"--help", "--version", "--new"}

    def gather(command: click.Command) -> None:
        for parameter in command.params:
            found.update((*parameter.opts, *parameter.secondary_opts))
        if isinstance(command, click.Group):
            for name in command.list_commands(click.Context(command)):
                inner = command.get_command(click.Context(command), name)
                if inner is not None:
                    gather(inner)

    gather(COMMAND)
    return found


# options of other programs that the pages speak of
FOREIGN_OPTIONS = {
    "--health": "of Helix",
    "--enable-optimizations": "how Python is built",
    "--with-lto": "how Python is built",
    "--all-files": "pre-commit",
    "--from-ref": "pre-commit",
}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_and_options_that_sentences_name_exist(page: Path) -> None:
    options = every_option() | FOREIGN_OPTIONS.keys()
    scripts = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "benchmarks").glob("*.py"))
    for code in quoted(page):
        if code.startswith("presslint ") and not re.match(r"presslint[/.]", code):
            _options(shlex.split(code.replace("’", "")))
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+(?![A-Za-z])", code):
            assert option in options or f'"{option}"' in scripts, f"{page.name}: {option} in `{code}`"


def yaml_of(block: Shown) -> Any:
    return YAML(typ="safe").load(dedent(block.body))


def valid(schema: str, text: str, folder: Path, name: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(folder / name)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("block", shown("yaml"), ids=str)
def test_a_config_is_one(
    block: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As what it is a config of: each kind is known by its keys, and nothing is of no kind."""
    monkeypatch.chdir(tmp_path)
    data = yaml_of(block)
    (tmp_path / ".vale.ini").write_text(
        "StylesPath = styles\n[*.md]\nBasedOnStyles = Google\n", encoding="utf-8"
    )
    style = tmp_path / "styles" / "Google"
    style.mkdir(parents=True)
    for name in ("We", "Passive", "Headings"):
        rule = "extends: existence\nmessage: “%s”\ntokens: [we]\n"
        (style / f"{name}.yml").write_text(rule, encoding="utf-8")
    if isinstance(data, list):  # a step for a list of steps
        data = {"steps": data}
    if "repos" in data:
        (tmp_path / "config.yaml").write_text(block.body, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", "validate-config", "config.yaml"],
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert {hook["id"] for repo in data["repos"] for hook in repo["hooks"]} <= HOOKS
    elif "jobs" in data or "uses" in str(data.get("steps")):
        if "jobs" in data:
            valid("vendor.github-workflows", block.body, tmp_path, "workflow.yml")
        steps = (
            data["steps"]
            if "steps" in data
            else [step for job in data["jobs"].values() for step in job["steps"]]
        )
        for step in steps:
            if step["uses"].startswith("presslint/"):
                assert step.get("with", {}).keys() <= ACTION["inputs"].keys()
    elif "steps" in data:
        valid("vendor.azure-pipelines", block.body, tmp_path, "azure-pipelines.yml")
        _called(step["script"] for step in data["steps"] if "script" in step)
    elif "script" in (data.get("presslint") or {}):
        valid("vendor.gitlab-ci", block.body, tmp_path, ".gitlab-ci.yml")
        _called([*data["presslint"]["before_script"], *data["presslint"]["script"]])
    elif "presslint" in data:
        assert data["presslint"]["ignore"].keys() <= Catalog([house()]).entries.keys()
        story = (ROOT / "examples" / "flawed-figures.md").read_text(encoding="utf-8")
        text = re.sub(r"(?m)^(author|date|lastmod).*\n", "", story)  # what the block says may be missing
        text = text.replace("---\n", f"---\n{block.body}", 1)
        (tmp_path / "a.md").write_text(text, encoding="utf-8")
        presslint(["check", "a.md", "--output", "json", "--today", "2026-05-05"])
        run = json.loads(capsys.readouterr().out)
        assert "missing-byline" in {each["rule"] for each in run["suppressed"]}
        assert not data["presslint"]["ignore"].keys() & {each["rule"] for each in run["findings"]}
    elif "message" in data:
        (tmp_path / "style").mkdir()
        (tmp_path / "style" / "rule.yaml").write_text(block.body, encoding="utf-8")
        assert presslint(["test", "style"]) == 0
    else:
        (tmp_path / "style").mkdir()
        (tmp_path / "presslint.yaml").write_text(
            block.body.replace("long-sentence:\n    limit: 35", "{}"), encoding="utf-8"
        )
        wrong = "extends-nothing-else" in block.body  # on purpose; what is said of it stands below it
        assert presslint(["config", "validate"]) == (2 if wrong else 0), capsys.readouterr().err


def _called(scripts: Any) -> None:
    """The lines of a script that call presslint do so with options that there are, and start Python isolated."""
    called = 0
    for line in (line for script in scripts for line in script.splitlines()):
        words = shlex.split(line.replace("$", ""))
        assert words[0] != "python" or words[1] == "-I", line
        if "-m presslint" in line:
            _options(words)
            called += 1
    assert called


@pytest.mark.parametrize("block", shown("json", "toml", "python"), ids=str)
def test_data_and_code_can_be_read(block: Shown) -> None:
    if block.language == "toml":
        tomllib.loads(block.body)
    elif block.language == "python":
        compile(
            f"def shown(self, article, passage):\n{re.sub('(?m)^', '    ', block.body)}", str(block), "exec"
        )
    else:
        try:
            json.loads(block.body)
            return
        except json.JSONDecodeError:  # lines of records, and those with an ellipsis, are read one by one
            pass
        for line in block.body.splitlines():
            line = line.strip().rstrip(",")
            if line not in ("{", "}", "…", "[", "]") and not line.endswith("["):
                json.loads(line if line.startswith("{") else f"{{{line}}}")


@pytest.mark.parametrize(
    "page",
    [*PAGES, ROOT / "docs" / "rules" / "README.md", ROOT / "CHANGELOG.md"],
    ids=lambda page: page.relative_to(ROOT).as_posix(),
)
def test_a_link_leads_to_a_file_and_to_a_heading_in_it(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        name, _, anchor = target.partition("#")
        file = page.parent / name if name else page
        assert file.exists(), target
        if anchor:
            assert anchor in slugs(file), target


def slugs(page: Path) -> set[str]:
    """The anchors that code hosts make of a page's headings."""
    heads = re.findall(r"^#{1,6} (.*)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


FOLDERS = ("presslint", "rules", "tests", "benchmarks", "docs", "examples", ".github", ".ci")
PLACED = re.compile(rf"(?:{'|'.join(map(re.escape, FOLDERS))})/[\w./-]*")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_path_of_this_tree_is_there(page: Path) -> None:
    for code in quoted(page):
        if PLACED.fullmatch(code) and not re.search(r"[A-Z]{3,}(?!\.md)", code):
            assert (ROOT / code).exists(), f"{page.name}: `{code}`"


# names with a dash that are none of ours, and whose they are
OTHERS = {
    "raw-content": "a key of a site",
    "pull_request": "GitHub", "merge-base": "git",
}  # fmt: skip


def names() -> set[str]:
    catalog = Catalog([house()])
    models = {name.replace("_", "-") for name in ConfigModel.model_fields}
    options = {option.removeprefix("--") for option in every_option()}
    outputs = {*ACTION["inputs"], *ACTION["outputs"]}
    fields = {*KEYS, *KEYS.values()} if isinstance(KEYS, dict) else set(KEYS)
    kept = {*catalog.entries, *catalog.former, *catalog.chapters}
    return {*kept, *models, *options, *outputs, *HOOKS, *FORMATS, *NAMES, *map(str, fields)}


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if page.parent.name != "benchmarks"],
    ids=lambda page: page.relative_to(ROOT).as_posix(),
)
def test_a_name_with_a_dash_is_a_rule_or_another_thing_that_there_is(page: Path) -> None:
    known = names() | OTHERS.keys()
    named = {code for code in quoted(page) if re.fullmatch(r"[a-z]+(?:-[a-z]+)+", code)}
    named |= set(
        re.findall(r"(?:ignore|disable|enable|select)\[?:? ?\[([a-z-]+)\]", page.read_text(encoding="utf-8"))
    )
    assert named - known == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_variable_of_the_environment_is_read_by_the_code(page: Path) -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "presslint").rglob("*.py"))
    for text in quoted(page):
        for name in re.findall(
            r"(?<![\w.])\$?((?:PRESSLINT|GITHUB|CI|PRE_COMMIT|BUILD|NO|FORCE)_[A-Z_]+)", text
        ):
            assert name in code, f"{page.name}: {name}"


def test_the_exit_codes_of_the_pages_are_those_of_the_code() -> None:
    used = {codes.OK, codes.FINDINGS, codes.TROUBLE, codes.INTERRUPTED, codes.BROKEN_PIPE, codes.TERMINATED}
    told = {}
    for name in ("config.md", "ci.md"):
        text = (ROOT / "docs" / name).read_text(encoding="utf-8")
        table = text[text.index("## Exit codes") :].partition("\n\n##")[0]
        told[name] = {
            int(code)
            for row in re.findall(r"^\| ([\d, ]+) \|", table, re.MULTILINE)
            for code in row.split(",")
        }
    assert told == {"config.md": used, "ci.md": {codes.OK, codes.FINDINGS, codes.TROUBLE}}


def test_what_is_not_run_is_still_shown() -> None:
    """An excuse whose command is gone is no excuse."""
    for begins in NOT_RUN:
        assert any(line.startswith(begins) for block in SHELL for line in lines(block.body)), begins
