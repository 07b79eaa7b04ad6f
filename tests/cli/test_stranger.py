"""What a stranger does to the command line: closed streams, full disks, odd paths, hostile trees.

Each case was a defect once.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest

from presslint.cli import run as presslint

ROOT = Path(__file__).parents[2]
STORY = """\
---
title: Council keeps night buses
author: Ana Ruiz
date: 2026-05-05
---

The council voted on Tuesday to keep the the night buses.
"""
posix = pytest.mark.skipif(os.name == "nt", reason="streams, signals and links of POSIX")


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "GITHUB_ACTIONS", "GITLAB_CI", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def put(name: str, data: str | bytes = STORY) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command line."""
    capsys.readouterr()
    code = presslint(list(arguments))
    return (code, *capsys.readouterr())


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A line of bash in which `$presslint` is the command, with a cache of its own."""
    return subprocess.run(
        ["bash", "-c", line],
        env=_environment(**environment),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _environment(**more: str) -> Mapping[str, str]:
    command = f"{sys.executable} -P -m presslint"
    places = {"presslint": command, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(Path("cache").absolute())}
    return {**os.environ, **places, **more}


def is_one_line(err: str) -> bool:
    return err.count("\n") == 1 and err.startswith("presslint: ") and "Traceback" not in err


# -- streams ---------------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("command", ["check a.md", "check a.md -n --output json", "rules", "--help"])
@pytest.mark.parametrize("times", [1, 2])  # the second time, the answer may come from the cache
def test_a_full_disk_is_one_line_and_exit_code_2(command: str, times: int) -> None:
    put("a.md")
    for _ in range(times):
        done = shell(f"$presslint {command} > /dev/full")
    assert (done.returncode, is_one_line(done.stderr)) == (2, True), done.stderr
    assert "standard output" in done.stderr


@posix
@pytest.mark.parametrize("command", ["check a.md", "check a.md -n", "rules", "--help", "parse a.md"])
def test_a_reader_that_has_gone_is_exit_code_141(command: str) -> None:
    put("a.md")
    for _ in range(2):
        done = shell(f"$presslint {command} | true; exit ${{PIPESTATUS[0]}}")
        assert (done.returncode, done.stderr) == (141, "")


@posix
def test_a_reader_of_errors_that_has_gone_is_exit_code_141_too() -> None:
    done = shell("$presslint check none.md --output json 2>&1 >/dev/null | true; exit ${PIPESTATUS[0]}")
    assert done.returncode == 141


@posix
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_closed_streams_change_no_exit_code(closed: str) -> None:
    put("a.md")
    assert shell(f"$presslint check a.md --fail-on warning {closed}").returncode == 1
    assert shell(f"$presslint check a.md -n --fail-on never {closed}").returncode == 0


@posix
def test_a_working_folder_that_is_gone_is_one_line() -> None:
    done = shell("mkdir gone; cd gone; rmdir ../gone; $presslint check .")
    assert (done.returncode, is_one_line(done.stderr)) == (2, True), done.stderr
    assert "working folder" in done.stderr


@pytest.mark.parametrize("columns", ["0", "-5", "wide", "²", "9" * 30])
def test_columns_that_are_no_number_are_no_fault(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.md")
    monkeypatch.setenv("COLUMNS", columns)
    assert presslint(["check", "a.md", "-n"]) == 0


# -- signals ---------------------------------------------------------------------------------------


TURNS = 20_000  # looks at all processes; far more than one that ends needs


def _busy() -> subprocess.Popen[bytes]:
    """A run that has started its worker processes and has work for a while."""
    for number in range(400):
        put(f"many/{number}.md", STORY + "\nThe night bus is late, Ana Ruiz said on Monday.\n" * 60)
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "presslint", "check", "many", "-n", "-j", "3"],
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while len(_group(process.pid)) < 4:
        assert process.poll() is None, "it was done before its workers were seen"
        os.sched_yield()
    return process


def _group(leader: int) -> list[int]:
    """The living processes of a process group."""
    living = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, group = status.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if group == str(leader) and state != "Z":
            living.append(int(status.parent.name))
    return living


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks /proc for processes")
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGKILL", -9)])
def test_no_worker_outlives_its_parent(name: str, code: int) -> None:
    process = _busy()
    process.send_signal(signal.Signals[name])
    out, err = process.communicate()
    assert (process.returncode, out) == (code, b"")
    assert err == (b"presslint: interrupted\n" if name == "SIGINT" else b"")
    # whoever holds the other ends of the pipes has let go of them; what is left is on its way out
    assert any(not _group(process.pid) for _ in range(TURNS)), "workers wait for ever"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks /proc for processes")
def test_a_worker_that_is_killed_is_one_line() -> None:
    process = _busy()
    worker = next(pid for pid in _group(process.pid) if pid != process.pid)
    os.kill(worker, signal.SIGKILL)
    _, err = process.communicate()
    assert (process.returncode, is_one_line(err.decode())) == (2, True), err
    assert b"--jobs 1" in err


# -- reports in files ------------------------------------------------------------------------------


@posix
def test_a_report_into_a_pipe_leaves_the_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.md")
    os.mkfifo("pipe")
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(Path("pipe").read_text(encoding="utf-8")))
    reader.start()
    code, _, err = said(capsys, "check", "a.md", "--output", "json:pipe")
    reader.join()
    assert (code, err) == (0, "")
    assert json.loads(read[0])["schema_version"] == 1
    assert Path("pipe").is_fifo(), "a device that is replaced by a file is broken for everybody"


@posix
def test_a_report_replaces_a_link_and_does_not_follow_it(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.md")
    put("precious", "keep me")
    Path("run.json").symlink_to("precious")
    assert said(capsys, "check", "a.md", "--output", "json:run.json")[0] == 0
    assert Path("precious").read_text() == "keep me"
    assert not Path("run.json").is_symlink()


@pytest.mark.parametrize("target", [".", "folder", "folder/", "a.md/run.json", "n" * 300, "a.md"])
def test_a_report_that_cannot_be_written_is_one_line_and_the_others_are(
    target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put("a.md")
    put("folder/b.md")
    code, out, err = said(
        capsys, "check", "a.md", "--output", f"json:{target}", "--output", "concise", "--output", "sarif:s"
    )
    assert (code, is_one_line(err)) == (2, True), err
    assert "repeated-word" in out
    assert Path("s").exists()
    assert Path("a.md").read_text() == STORY


@posix
def test_reports_in_files_are_whole_when_the_screen_closes() -> None:
    put("a.md")
    done = shell("$presslint check a.md --output full --output json:run.json | true; exit ${PIPESTATUS[0]}")
    assert done.returncode == 141
    assert json.loads(Path("run.json").read_text(encoding="utf-8"))["schema_version"] == 1


@posix
def test_a_repeated_run_writes_the_reports_of_its_config() -> None:
    put("presslint.yaml", "version: 1\noutput:\n  reports: {json: run.json}\n")
    put("a.md")
    for _ in range(2):
        shell("$presslint check a.md")
        assert Path("run.json").exists()
        Path("run.json").unlink()


# -- names of files --------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("arguments", [["check"], ["check", "."], ["check", "--output", "json"]])
def test_links_that_lead_nowhere_are_told_and_the_rest_is_read(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    put("a.md")
    Path("round.md").symlink_to("round.md")
    Path("broken.md").symlink_to("nowhere.md")
    code, out, err = said(capsys, *arguments)
    assert code == 2
    assert "repeated-word" in out
    for name in ("round.md", "broken.md"):
        assert name in out + err
    assert "internal error" not in err


@posix
def test_a_link_to_a_folder_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    put("site/a.md")
    put("elsewhere/b.md")
    Path("site/more").symlink_to("../elsewhere")
    Path("site/again").symlink_to(".")
    code, out, err = said(capsys, "check", "site")
    assert (code, is_one_line(err)) == (0, True), err
    assert "site/more: a link to a folder" in err
    assert "1 of 1 article" in out


@posix
def test_globs_judge_a_link_by_its_own_place(capsys: pytest.CaptureFixture[str]) -> None:
    put("presslint.yaml", "version: 1\nexclude: [drafts/]\n")
    put("drafts/a.md")
    Path("live").mkdir()
    Path("live/a.md").symlink_to("../drafts/a.md")
    assert "live/a.md" in said(capsys, "check", "--output", "concise")[1]


@posix
@pytest.mark.parametrize(
    "name", ["a\n::set-output name=x::y.xyz", "\x1b[31mred.xyz", "##vso[task.x]y.xyz", "rlo\u202e.xyz"]
)
def test_a_name_on_standard_error_is_text_and_no_command(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put(name)
    for arguments in (["check", "--output", "json", "--", name], ["parse", "--", name]):
        code, _, err = said(capsys, *arguments)
        assert (code, is_one_line(err)) == (2, True), err
        assert not {"\x1b", "\u202e"} & set(err)
        assert "##vso[" not in err


@pytest.mark.parametrize("arguments", [["check", ""], ["check", "a.md", ""]])
def test_an_empty_path_is_not_the_working_folder(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    put("a.md")
    code, out, err = said(capsys, *arguments)
    assert (code, out, is_one_line(err)) == (2, "", True)


def test_an_empty_list_of_files_is_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.md")
    put("list", "")
    code, out, _ = said(capsys, "check", "--files-from", "list")
    assert (code, out) == (0, "No articles read.\n")


@pytest.mark.parametrize("name", ["n" * 5000, "a.md/b.md"])
def test_a_path_that_the_system_refuses_does_not_stop_the_others(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put("a.md")
    code, out, err = said(capsys, "check", name, "a.md", "--output", "concise")
    assert (code, err) == (2, "")
    assert "repeated-word" in out


# -- the command line ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("check --bogus", "no option --bogus"),
        ("check --fail-on sometimes", "no “sometimes”; use one of error, warning"),
        ("check --jobs", "--jobs: takes a value"),
        ("check --jobs ²", "“²” is no number of processes"),
        ("check --max-warnings ²", "“²” is no number of warnings"),
        ("check --cache-dir=", "an empty name"),
        ("check --stdin-filename a.md", "goes with -"),
        ("check --unsafe-fixes", "goes with --fix"),
        ("check --files-from none", "No such file"),
        ("check --config a.md", "a.md:5: "),
        ("parse", "PATH is missing"),
        ("parse .", "a folder; name an article in it"),
        ("parse none.md", "no such file or folder"),
        ("parse -", "--stdin-filename"),
        ("parse a.md a.md", "nothing to do with “a.md”"),
        ("report a.md", "a.md:1: not JSON from column 1 on"),
        ("report .", "a folder; name a saved run in it"),
        ("report none.json", "no such file or folder"),
        ("baseline bogus", "no command “bogus”; use one of create"),
        ("test .", "holds no rules"),
        ("docs a.md", "a file; name a folder"),
    ],
)
def test_a_command_line_that_cannot_be_carried_out(
    line: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put("a.md")
    code, out, err = said(capsys, *line.split())
    assert (code, out, is_one_line(err)) == (2, "", True), err
    assert words in err
    assert not {"'", "Errno"} & set(err.replace("user's", "").split())
    assert "'" not in err


def test_a_group_of_commands_without_one_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    for group in ("baseline", "config"):
        code, out, err = said(capsys, group)
        assert (code, err) == (0, "")
        assert out.startswith(f"Usage: presslint {group}")


@posix
def test_questions_without_anybody_to_answer_end_the_run() -> None:
    put("a.md")
    done = shell("$presslint check a.md --interactive < /dev/null")
    assert done.returncode == 130
    assert done.stderr.strip() == "presslint: interrupted"
    assert Path("a.md").read_text() == STORY


def test_docs_never_takes_out_what_is_no_page_of_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    mine = put("content/a.md")
    code, out, err = said(capsys, "docs", "content")
    assert (code, out, is_one_line(err)) == (2, "", True)
    assert os.listdir("content") == ["a.md"]
    mine.unlink()
    readme = put("content/README.md", "# Our content\n")
    assert said(capsys, "docs", "content")[0] == 2
    assert readme.read_text() == "# Our content\n"
    assert said(capsys, "docs", "pages")[0] == 0
    assert said(capsys, "docs", "pages", "--check")[0] == 0


def test_site_rules_alone_make_no_entry_of_the_baseline_stale(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.md")
    said(capsys, "baseline", "create")
    assert said(capsys, "check", "--scope", "site", "--stale-baseline", "error")[0] == 0


# -- rules of others -------------------------------------------------------------------------------

RULE = '''\
import sys
from presslint import Bad, Finding, Good, Rule
from presslint.model.source import Span


class Odd(Rule):
    """A rule."""

    {declares}

    def check(self, article):
        {check}
'''


def put_rule(check: str = "return ()", declares: str = "examples = ()") -> None:
    put("presslint.yaml", "packs: [pack]\npython: true\n")
    put("pack/odd/odd.py", RULE.format(check=check, declares=declares))


@pytest.mark.parametrize(
    ("check", "says"),
    [
        ("raise ValueError('boom\\n::error::x')", "pack/odd/odd.py:12 (ValueError: boom \\::error::x)"),
        ("sys.exit(7)", "(SystemExit: 7)"),
        ("raise GeneratorExit", "(GeneratorExit)"),
        ("return self.check(article)", "RecursionError"),
        ("return None", "its check gave nothing, not findings"),
        ("return 5", "its check gave “5”, not findings"),
        ("yield None", "it gave nothing for a finding"),
        ("yield object()", "it gave a object for a finding"),
        ("yield 'x'", "it gave “x” for a finding"),
        ("yield self.finding(article, None)", "a finding without a message"),
        ("yield self.finding(article, ' ')", "a finding without a message"),
        ("yield self.finding(article, 'm.', severity='error')", "“error” is no severity of a finding"),
        ("yield self.finding(article, 'm.', severity=99)", "“99” is no severity of a finding"),
        ("yield self.finding(None, 'm.')", "a place or a fix that is none"),
        ("yield self.finding(article, 'm.', fix='x')", "a place or a fix that is none"),
        (
            "yield self.finding(Span(-5, 10 ** 9), 'm.')",
            "the characters -5 to 1000000000 are not in the text",
        ),
        ("yield self.finding(Span(10, 2), 'm.')", "the characters 10 to 2 are not in the text"),
        ("article.blocks = ()", "AttributeError"),
    ],
)
def test_a_rule_that_fails_is_told_and_the_others_run(
    check: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put_rule(check)
    put("a.md")
    code, out, err = said(capsys, "check", "a.md", "--output", "concise")
    assert (code, err) == (2, "")
    assert "a.md:7:38: warning repeated-word" in out
    told = [line for line in out.splitlines() if "rule-crash" in line]
    assert len(told) == 1
    assert says in told[0]
    assert "; 1 rule failed." in out
    assert " at 0x" not in out


@pytest.mark.parametrize(
    ("declares", "says"),
    [
        ("severity = 'error'", "“severity”: error, warning or suggestion belongs here"),
        ("languages = 'en'", "“languages”: a set of words belongs here, not “en”"),
        ("needs = {'nope'}", "“needs”: no format carries “nope”; use headings"),
        ("not_for = 5", "“not_for”: a set of words belongs here, not “5”"),
        ("yields_to = {'a': 'b'}", "“yields_to”: a map of rules to place, section or article"),
        ("merges_with = 5", "“merges_with”: a list of words belongs here"),
        ("examples = (5,)", "“examples”: they are a list of Good(…) and Bad(…)"),
        ("def __init__(self): raise ValueError('no')", "cannot be set up: ValueError: no"),
        ("sys.exit(3)", ":9: cannot be loaded: SystemExit: 3"),
        ("1 / 0", ":9: cannot be loaded: ZeroDivisionError"),
        (")", ":9: not valid Python: unmatched ')'"),
    ],
)
def test_a_rule_that_cannot_be_set_up_is_one_line(
    declares: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put_rule(declares=declares)
    put("a.md")
    code, out, err = said(capsys, "check", "a.md")
    assert (code, out, is_one_line(err)) == (2, "", True), err
    assert says in err


def test_what_is_nearly_a_set_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    put_rule("yield self.finding(article, 'Here.')", "needs, languages, was = ['tags'], ('en',), ['old']")
    put("a.md")
    for _ in range(2):  # the second time, what the rule declares comes from the cache
        done = shell("$presslint check a.md --output concise")
        assert (done.returncode, done.stderr) == (0, "")
        assert "odd: Here." in done.stdout


@pytest.mark.parametrize(
    ("lines", "line", "says"),
    [
        ("tokens: ['(a+)+$']", 1, "can take very long"),
        ("tokens: ['(?<=a+)b']", 1, "look-behind requires fixed-width pattern"),
        ("tokens: ['" + "(" * 200 + "a" + ")*" * 200 + "']", 1, "is no regular expression"),
        ("tokens: ['" + "a?" * 500 + "']", 1, "…"),
        ("tokens: [a]\naction: {name: edit, params: [regex, '(a+)+$', b]}", 2, "can take very long"),
        ("tokens: [a]\naction: {name: edit, params: [regex, '(', b]}", 2, "is no regular expression"),
        ("tokens: [a]\naction: {name: edit, params: [regex, a, '$9']}", 2, "names a group"),
        ("tokens: [a]\naction: {name: edit, params: [split, a, x]}", 2, "no number of a piece"),
        ("tokens: [a]\naction: {name: replace, params: x}", 2, "a list of words"),
        ("tokens: [a]\nneeds: [nope]", 2, "“needs”: no format carries “nope”"),
        ("tokens: [a]\nyields_to: {a: b}", 2, "“yields_to”: a map of rules"),
        ("tokens: [a]\ndefault_on: x", 2, "“default_on”: true or false"),
        ("tokens: [a]\nlevel: [error]", 2, "a single value stands here"),
        ("tokens: [a]\nexamples: [{good: b, options: x}]", 2, "“options” of an example is a map"),
    ],
)
def test_a_yaml_rule_that_would_do_nothing_or_for_ever_is_refused(
    lines: str, line: int, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put("presslint.yaml", "packs: [pack]\n")
    examples = "" if "examples" in lines else "examples: [{good: b}]\n"
    head = f"extends: existence\nwhy: A.\nmessage: m.\n{examples}"
    put("pack/odd/odd.yaml", head + lines)
    put("a.md")
    code, out, err = said(capsys, "check", "a.md")
    assert (code, out, is_one_line(err)) == (2, "", True), err
    assert f"odd.yaml:{head.count(chr(10)) + line}: " in err
    assert says in err
    assert len(err) < 400


def test_a_case_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    put("presslint.yaml", "packs: [pack]\n")
    put("pack/a.yaml", "extends: capitalization\nwhy: A.\nmessage: m.\nmatch: $nope\nexamples: [{good: b}]\n")
    put("a.md")
    code, _, err = said(capsys, "check", "a.md")
    assert (code, is_one_line(err)) == (2, True)
    assert "a.yaml:4: there is no case “$nope”; use $title" in err


# -- standard input --------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize(("name", "is_read"), [("README.md", False), ("drafts/a.md", False), ("a.md", True)])
def test_standard_input_is_left_out_by_its_name_as_a_file_would_be(name: str, is_read: bool) -> None:
    put("presslint.yaml", "version: 1\nextend-exclude: [drafts/]\nselect: [repeated-word]\n")
    put("in.txt", STORY)
    done = shell(f"$presslint check - --stdin-filename {name} --output concise < in.txt")
    assert done.returncode == 0
    assert ("repeated-word" in done.stdout) is is_read
    assert (f"{name}: left out (" in done.stderr) is not is_read
    assert (
        "repeated-word"
        in shell(
            f"$presslint check - --stdin-filename {name} --no-force-exclude --output concise < in.txt"
        ).stdout
    )
    mended = shell(f"$presslint check - --stdin-filename {name} --fix < in.txt")
    assert (mended.stdout == STORY) is not is_read
