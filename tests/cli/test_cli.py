"""The command line: exit codes, one clear line for bad input, nothing lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from presslint.cli import run as presslint

ROOT = Path(__file__).parents[2]
CLEAN = (ROOT / "examples" / "clean-story.md").read_text(encoding="utf-8")
TWIN = 'extends: existence\nwhy: A.\nmessage: “%s”.\ntokens: [a]\nexamples:\n  - good: b\n  - bad: "[[a]]"\n'
FLAWED = """\
---
title: Council keeps night buses
author: Ana Ruiz
date: 2026-05-05
---

The council voted on Tuesday to keep all night buses, Ana Ruiz, the transport lead, said. The service
costs £2 million a year, the council’s budget report says, and carries nine hundred people on a Friday
night. Ben Cole, who drives the last bus to the harbour, said that he was glad. The vote was eight to four.

## Timeline
"""


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "GITHUB_ACTIONS", "GITLAB_CI", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = presslint(list(arguments))
    return (code, *capsys.readouterr())


def put(name: str, data: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize(
    ("files", "arguments", "code"),
    [
        ({"a.md": CLEAN}, ["check", "a.md"], 0),
        ({"a.md": FLAWED}, ["check", "a.md"], 1),
        ({"a.md": FLAWED}, ["check"], 1),
        ({"a.md": FLAWED}, ["check", "--exit-zero"], 0),
        ({"a.md": FLAWED}, ["check", "--severity", "empty-section=warning"], 0),
        ({"a.md": FLAWED}, ["check", "--severity", "empty-section=warning", "--fail-on", "warning"], 1),
        ({"a.md": FLAWED}, ["check", "--severity", "empty-section=warning", "--max-warnings", "0"], 1),
        ({"a.md": FLAWED}, ["check", "--severity", "empty-section=warning", "--max-warnings", "1"], 0),
        ({"a.md": FLAWED}, ["check", "--ignore", "empty-section"], 0),
        ({"a.md": FLAWED}, ["check", "--select", "headline"], 0),
        ({"a.md": FLAWED}, ["check", "--fail-on", "never"], 0),
        ({}, ["check", "nowhere.md"], 2),
        ({}, ["check", "."], 0),
        ({}, ["check", ".", "--error-on-unmatched"], 2),
        ({"a.md": FLAWED}, ["check", "a.md", "nowhere.md", "--exit-zero"], 2),
        ({"a.md": CLEAN, "presslint.yaml": "slect: []\n"}, ["check"], 2),
        ({"a.md": CLEAN}, ["check", "--select", "nonsense"], 2),
        ({"a.md": CLEAN}, ["check", "--severity", "empty-section=fatal"], 2),
        ({"a.md": CLEAN}, ["check", "--output", "sariff"], 2),
        ({"a.md": CLEAN}, ["check", "--output", "json", "--output", "sarif"], 2),
        ({"a.md": CLEAN}, ["check", "--today", "soon"], 2),
        ({"a.md": CLEAN}, ["check", "--staged", "--changed"], 2),
        ({}, ["chekc"], 2),
        ({}, ["check", "--nonsense"], 2),
        ({}, ["rule", "empty-sektion"], 2),
        ({}, ["rule", "empty-section"], 0),
        ({}, ["rules"], 0),
        ({}, ["--version"], 0),
        ({}, ["--help"], 0),
    ],
)  # fmt: skip
def test_exit_codes(
    files: dict[str, str], arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in files.items():
        put(name, text)
    found, _, err = said(capsys, *arguments)
    assert found == code, err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("x.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "x.md: looks like a binary file"),
        (
            "x.md",
            "# Café\n\nUn café.\n".encode("latin-1"),
            "x.md:1:6: not valid UTF-8 (byte 0xE9); save it as UTF-8",
        ),
        ("x.pdf", b"%PDF-1.7", "x.pdf: no reader for this kind of file"),
        ("x.md", b"x" * 60_000, "x.md: 60,000 bytes are more than max-file-size (50,000)"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line_and_the_others_are_checked(
    name: str, data: bytes, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put(name, data)
    put("z.md", FLAWED)
    put("presslint.yaml", "max-file-size: 50kB\n")
    code, out, err = said(capsys, "check", name, "z.md", "--output", "json")
    assert code == 2
    assert [line for line in err.splitlines() if says in line], err
    assert [f["path"] for f in json.loads(out)["findings"] if f["severity"] == "error"] == ["z.md"]
    code, out, _ = said(capsys, "check", name, "z.md", "--output", "concise")
    assert code == 2
    place, _, reason = says.partition(": ")
    assert [line for line in out.splitlines() if line.startswith(place) and reason in line]
    assert "z.md:11:4" in out


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-16-be"])
def test_a_byte_order_mark_names_the_encoding(encoding: str, capsys: pytest.CaptureFixture[str]) -> None:
    data = FLAWED.encode(encoding)
    put("x.md", b"\xfe\xff" + data if encoding == "utf-16-be" else data)
    code, out, _ = said(capsys, "check", "x.md", "--output", "concise")
    assert code == 1
    assert "x.md:11:4" in out


def test_another_encoding_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    put("x.md", FLAWED.replace("£2 million", "2 millions, café compris,").replace("’", "'").encode("latin-1"))
    assert said(capsys, "check", "x.md", "--encoding", "latin-1")[0] == 1
    code, _, err = said(capsys, "check", "x.md", "--encoding", "klingon", "--output", "json")
    assert code == 2
    assert "unknown encoding “klingon”" in err


def test_a_rule_that_raises_is_named_and_the_rest_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    put(
        "style/x/boom.py",
        "from presslint import Rule\n\n\nclass Boom(Rule):\n    def check(self, article):\n        1 / 0\n        yield\n",
    )
    put("presslint.yaml", "packs: [style]\npython: true\n")
    put("a.md", FLAWED)
    code, out, _ = said(capsys, "check", "a.md", "--output", "concise")
    assert code == 2
    assert "the rule “boom” failed at" in out
    assert "boom.py:6 (ZeroDivisionError" in out
    assert "empty-section" in out


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("bad.py", "def (:\n", "bad.py:1: not valid Python"),
        ("bad.py", "x = 1\n", "holds no rule class “Bad”"),
        ("bad.py", "import nowhere_at_all\n", "bad.py:1: cannot be loaded: ModuleNotFoundError"),
        ("bad.yaml", "extends: existence\nmessage: x\ntokns: [a]\n", "bad.yaml:3"),
        ("Bad Name.py", "x = 1\n", "a rule file is named in lower case"),
        (
            "empty_section.yaml",
            'extends: existence\nwhy: |\n  A.\n\n  B.\nmessage: “%s”.\ntokens: [a]\nexamples:\n  - good: b\n  - bad: "[[a]]"\n',
            "is already read from",
        ),
    ],
)
def test_a_broken_rule_stops_the_run_with_file_and_line(
    name: str, text: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put(f"style/x/{name}", text)
    put("presslint.yaml", "packs: [style]\npython: true\n")
    put("a.md", CLEAN)
    code, _, err = said(capsys, "check", "a.md")
    assert code == 2
    assert says in err
    assert err.count("\n") == 1


def test_python_rules_of_a_folder_do_not_run_unasked(capsys: pytest.CaptureFixture[str]) -> None:
    put("style/x/run_me.py", "open('owned', 'w').close()\n")
    put("presslint.yaml", "packs: [style]\n")
    put("a.md", CLEAN)
    code, _, err = said(capsys, "check", "a.md")
    assert code == 0
    assert "run_me.py: not loaded; Python rules load only where the config says `python: true`" in err
    assert not Path("owned").exists()


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "presslint", "check", *arguments],
            input=FLAWED,
            capture_output=True,
            text=True,
        )

    done = run("-", "--stdin-filename", "news/a.md", "--output", "concise")
    assert done.returncode == 1
    assert done.stdout.startswith("news/a.md:11:4: error empty-section:")
    assert run("-", "--format", "markdown").returncode == 1
    done = run("-")
    assert done.returncode == 2
    assert "--stdin-filename story.md" in done.stderr
    assert run("-", "a.md").returncode == 2


def test_several_reports_in_one_run(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.md", FLAWED)
    code, out, _ = said(
        capsys, "check", "--output", "concise", "--output", "json:out/run.json", "--output", "sarif:s.sarif"
    )
    assert code == 1
    assert out.startswith("a.md:11:4")
    assert json.loads(Path("out/run.json").read_text(encoding="utf-8"))["summary"]["errors"] == 1
    assert json.loads(Path("s.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_a_report_that_cannot_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.md", CLEAN)
    put("file", "")
    code, _, err = said(capsys, "check", "--output", "json:file/run.json")
    assert code == 2
    assert "file/run.json: the json report cannot be written" in err


def test_json_on_standard_output_is_nothing_but_json(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.md", FLAWED)
    _, out, _ = said(capsys, "check", "a.md", "nowhere.md", "--output", "json", "--color", "always")
    found = next(f for f in json.loads(out)["findings"] if f["severity"] == "error")
    assert (found["rule"], found["start"]["line"], found["start"]["column"]) == ("empty-section", 11, 4)
    assert FLAWED[found["start"]["offset"] : found["end"]["offset"]] == "Timeline"


def test_excluded_files_stay_out_even_when_named(capsys: pytest.CaptureFixture[str]) -> None:
    put("README.md", FLAWED)
    put("old/a.md", FLAWED)
    put("presslint.yaml", "extend-exclude: [old/]\n")
    code, _, err = said(capsys, "check", "README.md", "old/a.md")
    assert code == 0
    assert err.count("left out") == 2
    assert said(capsys, "check", "README.md", "--no-force-exclude")[0] == 1
    assert said(capsys, "check", ".")[0] == 0


def test_what_git_ignores_is_not_read(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.md", FLAWED)
    put(".gitignore", "a.md\n")
    subprocess.run(["git", "init", "-q"], check=True)
    assert said(capsys, "check", ".")[0] == 0
    put("presslint.yaml", "respect-gitignore: false\n")
    assert said(capsys, "check", ".")[0] == 1


def test_a_file_reached_by_two_roads_is_read_once(capsys: pytest.CaptureFixture[str]) -> None:
    put("a/x.md", FLAWED)
    os.symlink("x.md", "a/y.md")
    os.symlink("nowhere.md", "broken.md")
    _, out, _ = said(capsys, "check", "a/x.md", "a", "--output", "json")
    assert [f["rule"] for f in json.loads(out)["findings"]].count("empty-section") == 1
    code, _, err = said(capsys, "check", "broken.md", "--output", "json")
    assert code == 2
    assert "broken link" in err


def test_files_from_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.md", FLAWED)
    put("list", "a.md\n\n")
    assert said(capsys, "check", "--files-from", "list")[0] == 1
    assert said(capsys, "check", "--files-from", "no-list")[0] == 2


def test_init_writes_a_config_that_is_valid_and_never_over_another(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert said(capsys, "init", "--hook")[0] == 0
    assert said(capsys, "config", "validate")[0] == 0
    code, _, err = said(capsys, "init")
    assert code == 2
    assert "presslint.yaml exists; --force" in err
    assert said(capsys, "init", "--force", "--profile", "blog")[0] == 0


def test_config_show_says_where_values_come_from(capsys: pytest.CaptureFixture[str]) -> None:
    put("presslint.yaml", "version: 1\nfail-on: warning\n")
    _, out, _ = said(capsys, "config", "show", "a.md")
    assert 'fail-on: "warning"  # presslint.yaml:2' in out
    assert "force-exclude: true  # default" in out
    assert "empty-section (error)" in out


def test_rules_of_a_pack_are_proved(capsys: pytest.CaptureFixture[str]) -> None:
    put(
        "style/words/no_plum.yaml",
        "extends: existence\nwhy: Pears keep.\nmessage: Write “pear” for “%s”.\nlevel: error\ntokens: [plum]\n"
        "examples:\n  - good: A pear.\n  - bad: A [[plum]].\n",
    )
    code, out, _ = said(capsys, "test", "style")
    assert (code, out) == (0, "no-plum: 2 examples held\n1 rule, 2 examples, 0 failed\n")
    text = (
        Path("style/words/no_plum.yaml").read_text().replace("[[plum]]", "plum").replace("A pear", "A plum")
    )
    put("style/words/no_plum.yaml", text)
    code, out, _ = said(capsys, "test", "style")
    assert code == 1
    assert "example 1: noisy" in out


@pytest.mark.skipif(os.name == "nt", reason="signals and pipes of POSIX")
def test_a_closed_pipe_and_an_interrupt_have_their_codes() -> None:
    for number in range(300):
        put(f"many/{number}.md", FLAWED + "\nThe the bus was late again on that Friday night.\n" * 20)
    # more than a pipe holds, so that the run is not done before the pipe is closed
    command = [sys.executable, "-m", "presslint", "check", "many", "--output", "concise", "--no-fold"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        err = process.stderr.read()
    assert process.returncode == 141
    assert b"Traceback" not in err
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()
    assert process.returncode in (130, 1), "1 when it was done before the signal came"
    assert b"Traceback" not in err


def test_statistics_stand_in_the_place_of_the_findings(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.md", FLAWED)
    code, out, _ = said(capsys, "check", "--statistics")
    assert code == 1
    assert out.splitlines()[0].split() == ["errors", "warnings", "suggestions", "fixable", "articles", "rule"]
    assert [line.split()[-1] for line in out.splitlines() if line.split()[0] == "1"] == ["empty-section"]
    code, out, _ = said(
        capsys, "check", "--statistics", "author", "--output", "json", "--output", "json:run.json"
    )
    assert code == 1
    assert json.loads(out)[0]["author"] == "Ana Ruiz"
    assert "findings" in json.loads(Path("run.json").read_text(encoding="utf-8"))
    assert said(capsys, "check", "--statistics", "town")[0] == 2


def test_quiet_leaves_findings_only(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.md", FLAWED)
    put("README.md", FLAWED)
    _, out, err = said(capsys, "check", "a.md", "README.md", "--output", "concise")
    assert "Found" in out
    assert "left out" in err
    _, quiet, err = said(capsys, "check", "a.md", "README.md", "--output", "concise", "--quiet")
    assert err == ""
    assert quiet
    assert all(line.startswith("a.md:") for line in quiet.splitlines())


def test_what_rules_cost_is_told_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.md", FLAWED)
    put("b.md", CLEAN)
    plain = said(capsys, "check")
    code, out, err = said(capsys, "check", "--profile-rules")
    assert (code, out) == plain[:2]
    head, *rows = [line.split() for line in err.splitlines()]
    assert head == ["share", "seconds", "calls", "findings", "rule"]
    costs = {row[-1]: row for row in rows}
    assert costs["empty-section"][2:4] == ["1", "1"], "it is asked only where a subhead stands over nothing"
    assert costs["(reading)"][2] == "4", "two articles, and the end of two files"
    assert {"(reading)", "(quotations)", "(attribution)"} <= {
        line.split("  ")[-1] for line in err.splitlines()
    }
    assert sum(float(row[0].rstrip("%")) for row in rows) == pytest.approx(100, abs=0.1 * len(rows))


def test_clean_deletes_answers_and_nothing_else(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("a.md", CLEAN)
    put("kept/notes", "mine")
    assert said(capsys, "check", "--cache-dir", "kept")[0] == 0
    assert list(Path("kept").glob("answers-*.sqlite"))
    assert said(capsys, "clean", "--cache-dir", "kept")[0] == 0
    assert os.listdir("kept") == ["notes"]
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(sys, "platform", "linux")
    assert said(capsys, "check")[0] == 0
    assert (tmp_path / "home/presslint").is_dir()
    assert said(capsys, "clean")[0] == 0
    assert not (tmp_path / "home/presslint").exists()


def test_config_show_tells_every_key_that_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "presslint.yaml").write_text(
        "version: 1\nextends: [blog]\nseverity:\n  empty-section: warning\nfail-on: warning\n",
        encoding="utf-8",
    )
    assert presslint(["config", "show"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert 'fail-on: "warning"  # presslint.yaml:5' in lines
    assert 'severity: {"empty-section": "warning"}  # presslint.yaml:3' in lines
    assert 'extends: ["blog"]  # presslint.yaml:2' in lines
    assert any(line.startswith("ignore: [") and "blog" in line for line in lines)
