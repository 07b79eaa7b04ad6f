"""`presslint check --watch`: all once, then what is saved; a config is a reason to check all again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from presslint.cli import run as presslint
from presslint.cli.watch import watch
from presslint.model.errors import PresslintError

GOOD = "---\ntitle: The mayor spoke at length\ndate: 2026-05-04\nauthor: Ana Ruiz\n---\n\nThe mayor spoke.\n"
BAD = GOOD.replace("The mayor spoke.", "The the mayor spoke.")


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def checked(rounds: list[list[str]], paths: list[str], **chosen: object) -> list[list[str]]:
    """The paths of each check that the changes ask for."""
    asked: list[list[str]] = []

    def check(paths: list[str], **rest: object) -> int:
        asked.append(list(paths))
        return 0

    watch(check, paths, chosen, [[Path.cwd() / name for name in each] for each in rounds])
    return asked


def test_all_is_checked_first_and_then_what_is_saved() -> None:
    for name in ("a.md", "b.md", "notes.xyz"):
        Path(name).write_text(GOOD)
    rounds = [[], ["a.md"], ["notes.xyz"], ["gone.md"], ["b.md", "a.md", "notes.xyz"], ["presslint.yaml"]]
    wanted = [["."], ["a.md"], ["a.md", "b.md"], ["."]]
    assert checked(rounds, ["."], scope="article") == wanted


def test_rules_that_compare_articles_look_at_all_again() -> None:
    Path("a.md").write_text(GOOD)
    assert checked([[], ["a.md"]], ["."], scope="all") == [["."], ["."]]


def test_what_goes_wrong_is_told_and_does_not_end_it(capsys: pytest.CaptureFixture[str]) -> None:
    asked = []

    def check(paths: list[str]) -> int:
        asked.append(paths)
        raise PresslintError("a key is wrong", path="presslint.yaml", line=3)

    assert watch(check, ["."], {}, [[], [Path("presslint.yaml")]]) == 0
    assert asked == [["."], ["."]]
    assert capsys.readouterr().err.count("presslint: presslint.yaml:3: a key is wrong\n") == 2


def test_standard_input_cannot_be_watched(capsys: pytest.CaptureFixture[str]) -> None:
    assert presslint(["check", "--watch", "-"]) == 2
    assert "leave out -" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "told"),
    [("--fix", "--fix"), ("--diff", "--diff"), ("--staged", "--staged"), ("--output=json", "--output")],
)
def test_what_makes_sense_once_only_is_refused(
    option: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert presslint(["check", "--watch", option]) == 2
    assert f"leave out {told}\n" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert presslint(["check", "--watch", "nowhere"]) == 2
    assert "nowhere: no such file or folder to watch" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent to a process group there")
def test_a_real_watch_sees_a_save_and_a_config_and_ends_by_ctrl_c() -> None:
    Path("a.md").write_text(GOOD)
    command = [sys.executable, "-P", "-m", "presslint", "check", "--watch", "--no-cache", "."]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        bufsize=1,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as process:
        assert process.stdout is not None
        lines = iter(process.stdout)

        def until_watching() -> str:
            told = []
            for line in lines:
                if "watching; Ctrl-C ends it" in line:
                    break
                told.append(line)
            return "".join(told)

        assert "repeated-word" not in until_watching()
        Path("a.md").write_text(BAD)
        assert "“The the” stands twice" in until_watching()
        Path("presslint.yaml").write_text("selct: []\n")
        assert "unknown key “selct”" in until_watching()
        process.send_signal(signal.SIGINT)
        assert process.wait() == 0
