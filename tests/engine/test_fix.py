"""Fixes: nothing outside an edit changes, nothing is lost, what was fixed stays fixed."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint import Article, Edit, Finding, Fix, Rule, Severity
from presslint.cli import run as presslint
from presslint.cli.app import presslint as group
from presslint.cli.fixing import by_level, mend_text
from presslint.config.config import Config
from presslint.engine.fix import Reading, WriteError, choose, mend, splice, write_back
from presslint.engine.lint import lint
from presslint.model.source import Source, Span
from presslint.reading import read

BODY = (
    "The council voted on Tuesday to keep all night buses, Ana Ruiz, the transport lead, said. The the "
    "service costs £2 million a year, the council’s budget report says, and carries nine hundred people on a "
    "Friday night. Ben Cole, who drives the last bus to the harbour, said that he was glad."
)
HEAD = "title: Council keeps night buses # a comment\nauthor: 'Ana Ruiz'\ndate: 2026-05-05\n"
STORY = f"---\n{HEAD}---\n\n{BODY}\n"
MENDED = STORY.replace("The the", "The")


def edit(
    start: int, end: int, text: str, *, rule: str = "r", applicability: str = "safe"
) -> tuple[Finding, Fix]:
    fix = Fix((Edit(Span(start, end), text),), f"{start}", applicability)
    return Finding(rule, Severity.WARNING, "M.", Span(start, end), fixes=(fix,)), fix


@pytest.mark.parametrize(
    ("edits", "text", "waiting"),
    [
        ([(0, 1, "X")], "Xbcdef", 0),
        ([(4, 5, ""), (0, 1, "XY")], "XYbcdf", 0),
        ([(0, 3, "X"), (2, 5, "Y")], "Xdef", 1),
        ([(0, 2, "X"), (2, 3, "Y")], "Xcdef", 1),
        ([(1, 1, "X"), (3, 3, "Y")], "aXbcYdef", 0),
        ([(0, 1, "X"), (0, 1, "X")], "Xbcdef", 0),
    ],
)
def test_fixes_that_touch_wait(edits: list[tuple[int, int, str]], text: str, waiting: int) -> None:
    applied = splice("abcdef", [edit(*each) for each in edits])
    assert applied.text == text
    assert len(applied.waiting) == waiting


def test_a_fix_with_many_edits_that_reach_far_still_holds_off_what_it_touches() -> None:
    text = "".join(chr(97 + at % 26) for at in range(1300))
    places = [Span(10, 12), Span(500, 505), *[Span(1000 + 20 * at, 1002 + 20 * at) for at in range(9)]]
    wide = Fix(tuple(Edit(place, "X") for place in places), "wide")
    inside = Fix((Edit(Span(501, 504), "Q"),), "inside")
    found = Finding("r", Severity.WARNING, "M.", Span(10, 12))
    applied = splice(text, [(found, wide), (found, inside)])
    assert applied.waiting == ((found, inside),)
    assert applied.text == splice(text, [(found, wide)]).text
    assert text[505:1000] in applied.text


def test_only_the_level_asked_for_is_chosen_and_never_one_of_several() -> None:
    safe, unsafe, shown = (edit(0, 1, "", applicability=level)[0] for level in ("safe", "unsafe", "display"))
    several = Finding("r", Severity.ERROR, "M.", Span(0, 1), fixes=(safe.fixes[0], safe.fixes[0]))
    assert [f for f, _ in choose([safe, unsafe, shown, several])] == [safe]
    assert [f for f, _ in choose([safe, unsafe, shown, several], "unsafe")] == [safe, unsafe]


class Plums(Rule):
    """A rule with a fix that a test can turn to harm."""

    harm = ""

    def check(self, article: Article) -> Iterator[Finding]:
        for passage in article.passages:
            for hit, _ in passage.find("plum"):
                text = "pear"
                span = hit.span
                if self.harm == "block":
                    span = Span(span.start, span.end + 12)
                if self.harm == "break":
                    text = "plum plum"
                if self.harm == "heading":
                    text = "pear\n\n# New heading\n\n"
                yield self.finding(hit, "A plum.", fix=Fix((Edit(span, text),), "to pears"))


def made(harm: str) -> Rule:
    kind = type("Plums", (Plums,), {"harm": harm})
    kind.name = "plums"
    return kind()


def run_mend(text: str, rule: Rule) -> tuple[str, list[str]]:
    def look(text: str) -> Reading:
        articles = tuple(read(text.encode(), "story.md"))
        return Reading(articles, tuple(lint(article, [rule]).findings for article in articles))

    mended = mend(text, look, lambda reading: choose(reading.all))
    return mended.text, [why for _, why in mended.refused]


def test_every_pass_is_proved() -> None:
    text = "---\ntitle: A plum\n---\n\nOne plum here.\n\nAnother plum.\n"
    assert run_mend(text, made("")) == (text.replace("plum", "pear"), [])
    mended, refused = run_mend(text, made("break"))
    assert mended == text
    assert len(refused) == 3
    assert "leave or bring a finding of plums" in refused[0]


def test_a_fix_that_would_touch_other_copy_is_left_out() -> None:
    text = "---\ntitle: T\n---\n\nA plum\n\nSecond paragraph.\n"
    mended, refused = run_mend(text, made("block"))
    assert mended == text
    assert refused
    text = "---\ntitle: A plum\ndek: Two words\n---\n\nText.\n"
    mended, refused = run_mend(text, made("block"))
    assert mended == text
    assert refused


def test_template_code_is_not_swallowed() -> None:
    text = "# T\n\n{{< card >}}A plum.\n"

    class Greedy(Rule):
        def check(self, article: Article) -> Iterator[Finding]:
            if "plum" in article.source.text:
                yield self.finding(article, "M.", fix=Fix((Edit(Span(5, len(text) - 1), "A pear."),), "x"))

    Greedy.name = "greedy"
    mended, refused = run_mend(text, Greedy())
    assert mended == text
    assert refused == ["it would delete template code"]


def test_what_somebody_said_is_never_edited() -> None:
    text = "# T\n\n“I ate a plum,” she said. He ate a plum.\n\n> Plenty of plum cake.\n"
    mended, _ = run_mend(text, made(""))
    assert mended == text.replace("He ate a plum", "He ate a pear")


# -- files -----------------------------------------------------------------------------------------


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


FORMS = {
    "plain": STORY,
    "windows": STORY.replace("\n", "\r\n"),
    "no last line end": STORY.rstrip("\n"),
    "byte-order mark": "\ufeff" + STORY,
    "toml": '+++\ntitle = "Council keeps night buses" # a comment\n'
    f'author = "Ana Ruiz"\ndate = 2026-05-05\n+++\n\n{BODY}\n',
    "json": '{\n  "title": "Council keeps night buses",\n'
    f'  "author": "Ana Ruiz",\n  "date": "2026-05-05"\n}}\n\n{BODY}\n',
    "emoji": STORY.replace("night buses, Ana", "night 🚌🏽 buses, Ana"),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_other_byte_stays(form: str, here: Path) -> None:
    text = FORMS[form]
    path = here / "a.md"
    path.write_bytes(text.encode())
    path.chmod(0o640)
    assert presslint(["check", "a.md", "--fix"]) == 0
    assert path.read_bytes() == text.replace("The the", "The").encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(entry.name for entry in here.iterdir()) == ["a.md"], "and nothing is left behind"
    before = path.stat().st_mtime_ns
    assert presslint(["check", "a.md", "--fix"]) == 0
    assert path.stat().st_mtime_ns == before, "a second run writes nothing"


def test_a_utf_16_file_stays_one(here: Path) -> None:
    (here / "a.md").write_bytes(STORY.encode("utf-16"))
    assert presslint(["check", "a.md", "--fix"]) == 0
    assert (here / "a.md").read_bytes() == MENDED.encode("utf-16")


def test_tags_are_split_in_the_form_of_the_file(here: Path) -> None:
    for before, after in (
        ("tags: night busestransportCouncil # x", "tags: [night buses, transport, Council] # x"),
        (
            "tags:\n  - night busestransportCouncil\n  - bells",
            "tags:\n  - night buses\n  - transport\n  - Council\n  - bells",
        ),
    ):
        text = MENDED.replace("date:", f"{before}\ndate:").replace(
            "glad.", "glad. Politics had to wait for transport."
        )
        (here / "a.md").write_text(text, encoding="utf-8")
        presslint(["check", "a.md", "--fix"])
        assert (here / "a.md").read_text(encoding="utf-8") == text, (
            "splitting changes words: not by --fix alone"
        )
        presslint(["check", "a.md", "--fix", "--unsafe-fixes"])
        assert (here / "a.md").read_text(encoding="utf-8") == text.replace(before, after)


def test_a_file_that_changed_meanwhile_is_not_written_over(here: Path) -> None:
    path = here / "a.md"
    path.write_text("new")
    with pytest.raises(WriteError, match="changed on disk meanwhile"):
        write_back(path, b"old", b"mended")
    assert path.read_text() == "new"
    assert sorted(entry.name for entry in here.iterdir()) == ["a.md"]


def test_a_link_is_written_through(here: Path) -> None:
    (here / "real.md").write_text(STORY, encoding="utf-8")
    os.symlink("real.md", here / "a.md")
    assert presslint(["check", "a.md", "--fix"]) == 0
    assert (here / "a.md").is_symlink()
    assert (here / "real.md").read_text(encoding="utf-8") == MENDED


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_file_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.md").write_text(STORY, encoding="utf-8")
    (here / "a.md").chmod(0o444)
    assert presslint(["check", "a.md", "--fix", "--output", "json"]) == 2
    assert "is read-only; the fixes were not written" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_killed_in_the_middle_nothing_is_lost(here: Path) -> None:
    (here / "a.md").write_text(STORY, encoding="utf-8")
    code = (
        "import os, signal, presslint.engine.fix as fix; from presslint.cli import run\n"
        "fix.os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "run(['check', 'a.md', '--fix'])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True)
    assert done.returncode == -signal.SIGKILL
    assert (here / "a.md").read_text(encoding="utf-8") == STORY


def test_diffs_write_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.md").write_text(STORY, encoding="utf-8")
    assert presslint(["check", "a.md", "--diff"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("--- a.md\n+++ a.md\n@@ ")
    assert "would mend 1 finding in 1 file" in err
    assert (here / "a.md").read_text(encoding="utf-8") == STORY
    patch = subprocess.run(["patch", "-p0", "--dry-run"], input=out, text=True, capture_output=True)
    assert patch.returncode == 0, patch.stdout
    assert presslint(["check", "a.md", "--diff=words"]) == 1
    shown = capsys.readouterr().out
    assert shown.count("[-") == 1
    assert re.sub(r"\[-.*?-\]", "", shown).endswith(MENDED.rpartition("\n\n")[2])
    (here / "a.md").write_text(MENDED, encoding="utf-8")
    assert presslint(["check", "a.md", "--diff"]) == 0


def test_standard_input_comes_back_mended(here: Path) -> None:
    command = [sys.executable, "-m", "presslint", "check", "-", "--stdin-filename", "a.md", "--fix"]
    done = subprocess.run(command, input=STORY, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, MENDED)
    broken = "---\ntitle: [\n---\n\nThe the words.\n"
    done = subprocess.run(command, input=broken, capture_output=True, text=True)
    assert "words." in done.stdout, "never less text than came in"


def test_known_findings_are_not_fixed(here: Path) -> None:
    (here / "a.md").write_text(STORY, encoding="utf-8")
    assert presslint(["baseline", "create"]) == 0
    assert presslint(["check", "a.md", "--fix"]) == 0
    assert (here / "a.md").read_text(encoding="utf-8") == STORY


# -- one by one ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "after"),
    [
        ("1\n", MENDED),
        ("s\n", STORY),
        ("q\n", STORY),
        (
            'i\nthe desk: likes "it"\n',
            STORY.replace(
                "\n---\n\n",
                '\npresslint:\n  ignore:\n    repeated-word: "the desk: likes \\"it\\""\n---\n\n',
            ),
        ),
    ],
)
def test_findings_one_by_one(answers: str, after: str, here: Path) -> None:
    (here / "a.md").write_text(STORY, encoding="utf-8")
    result = CliRunner().invoke(
        group,
        ["check", "a.md", "--interactive", "--select", "repeated-word"],
        input=answers,
        standalone_mode=False,
    )
    assert result.exception is None, result.output
    assert (here / "a.md").read_text(encoding="utf-8") == after
    assert presslint(["check", "a.md", "--select", "repeated-word,suppression", "--fail-on", "warning"]) == (
        0 if after != STORY else 1
    )


TWO = STORY.replace("\n---\n\n", "\n---\n\nIts its crew was late.\n\n", 1)


def asked(answers: str, *, path: str = "a.md", exception: type[BaseException] | None = None) -> str:
    """What is said while the repeated words of a file are gone through."""
    result = CliRunner().invoke(
        group,
        ["check", path, "--interactive", "--select", "repeated-word,fake-heading"],
        input=answers,
        standalone_mode=False,
    )
    assert type(result.exception) is (exception or type(None)), result.output
    return result.output


@pytest.mark.parametrize(("answers", "exception"), [("1\nq\n", None), ("1\n", click.Abort)])
def test_what_was_chosen_is_kept_when_one_stops(
    answers: str, exception: type[BaseException] | None, here: Path
) -> None:
    (here / "a.md").write_text(TWO, encoding="utf-8")
    (here / "b.md").write_text(TWO, encoding="utf-8")
    said = asked(answers, path=".", exception=exception)
    assert (here / "a.md").read_text(encoding="utf-8") == TWO.replace("Its its", "Its")
    assert (here / "b.md").read_text(encoding="utf-8") == TWO
    assert "b.md" not in said.partition("stop here")[0]


def test_a_finding_is_shown_in_its_passage_before_and_after(here: Path) -> None:
    (here / "a.md").write_text(TWO, encoding="utf-8")
    said = asked("q\n")
    assert "     - Its its crew was late.\n" in said
    assert "     + Its crew was late.\n" in said


def test_enter_takes_a_safe_fix_and_never_one_that_changes_words(here: Path) -> None:
    unsafe = STORY.rstrip("\n") + "\n\n**What comes next**\n\nThe council votes on Friday, it said.\n"
    (here / "a.md").write_text(unsafe, encoding="utf-8")
    said = asked("\n" * 4)
    assert "(changes words)" in said
    after = (here / "a.md").read_text(encoding="utf-8")
    assert "**What comes next**" in after
    assert "The the" not in after


# -- any article -----------------------------------------------------------------------------------

WORDS = st.sampled_from(
    "the the a council votes on — £2m 12% “the the” é 🚌 said said ([x](y) **b b** `c c` the".split(" ")
)
LINES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
BLOCKS = st.lists(
    st.one_of(
        LINES,
        LINES.map("## {}".format),
        LINES.map("- {}".format),
        LINES.map("> {}".format),
        st.sampled_from(["·", "|", "&#8203;", "zero​width", "donâ€™t", "see https://x.example/?utm_source=chatgpt.com&a=1"]),
    ),
    max_size=8,
)  # fmt: skip
HEADS = st.sampled_from(
    [
        "",
        "---\ntitle: The the headline\ntags: [AI, ai, bells]\n---\n\n",
        "---\ntitle: >-\n  The the\n  headline\nauthor: \"Ana \\u0052uiz\" # x\n---\n",
        "+++\ntitle = 'The the headline'\ntags = [\"AI\", \"AI\"]\n+++\n",
        '{"title": "The the \\u00e9"}\n',
    ]
)  # fmt: skip


@settings(max_examples=60)
@given(HEADS, BLOCKS, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_any_article_is_mended_once_and_for_all(
    head: str, blocks: list[str], newline: str, last: bool
) -> None:
    text = (head + "\n\n".join(blocks) + ("\n" if last else "")).replace("\n", newline)
    once = mended(text)
    assert mended(once) == once
    old, new = (next(iter(read(each.encode(), "a.md"))) for each in (text, once))
    assert [q.passage.text for q in new.quotations] == [q.passage.text for q in old.quotations]
    assert len(new.problems) <= len(old.problems)
    if blocks and blocks[-1] not in ("·", "|"):  # which a fix deletes with their line
        assert once.endswith("\n") == text.endswith("\n")


CONFIG = Config.load(Path(__file__).parent, isolated=True)


def mended(text: str) -> str:
    source = Source(text, "a.md")
    return mend_text(source, CONFIG, Path("a.md"), by_level("unsafe")(Path("a.md")), frozenset()).text
