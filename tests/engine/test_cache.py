"""The cache changes nothing but the time: every example cold and warm, and whatever happens to its file."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from presslint.config.config import Config, Configs
from presslint.engine import checking
from presslint.engine.checking import Checked, check_files
from presslint.engine.prove import unmark
from presslint.model.problem import FileProblem
from presslint.model.source import Source
from presslint.packs.cache import Cache
from presslint.packs.catalog import Catalog, house

ROOT = Path(__file__).parents[2]
CLEAN = (ROOT / "examples" / "clean-story.md").read_text(encoding="utf-8")
FLAWED = CLEAN + "\n## Timeline\n"
SUPPRESSED = CLEAN + "\n<!-- presslint: ignore[empty-section] to come -->\n\n## Timeline\n"
TODAY = date(2026, 5, 5)
NO_TEXT = Source("")


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def examples(folder: Path) -> list[Path]:
    """Every example of every rule that reads single articles, each as a file of its own."""
    paths = []
    for name, rule in Catalog([house()]).rules.items():
        for number, example in enumerate(rule.examples):
            if "site" not in rule.needs:
                text = unmark(example.text)[0] if example.bad else example.text
                path = folder / f"{name}-{number}" / example.name
                path.parent.mkdir(parents=True)
                path.write_text(text, encoding="utf-8", newline="")
                paths.append(path.relative_to(Path.cwd()))
    return paths


def checked(files: list[Path], cache: Cache, jobs: int = 1) -> Checked:
    """All that a run says of the files, without their text."""
    top = Config.load(Path.cwd(), isolated=True, today=TODAY, with_installed=False, cache=cache)
    results, problems = check_files(files, Configs(top, nearest=False), jobs=jobs)
    cache.close()
    return [replace(result, source=NO_TEXT) for result in results], problems


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_example_says_the_same_without_with_and_out_of_the_cache(tmp_path: Path, jobs: int) -> None:
    files = examples(tmp_path / "examples")
    assert len(files) > 300
    without = checked(files, Cache(None), jobs)
    assert sum(len(result.findings) for result in without[0]) > 300
    assert checked(files, Cache(tmp_path / "kept"), jobs) == without
    assert checked(files, Cache(tmp_path / "kept"), jobs) == without


def test_suppressions_come_out_of_the_cache_too(tmp_path: Path) -> None:
    Path("a.md").write_text(SUPPRESSED, encoding="utf-8")
    cold = checked([Path("a.md")], Cache(tmp_path / "kept"))
    warm = checked([Path("a.md")], Cache(tmp_path / "kept"))
    assert cold == warm
    assert [each.reason for each in warm[0][0].suppressed] == ["to come"]


def keys(tmp_path: Path, config: str = "", data: str = "x", day: date = TODAY, path: str = "a.md") -> str:
    Path("presslint.yaml").write_text(config or "version: 1\n", encoding="utf-8")
    top = Config.load(Path.cwd(), today=day, with_installed=False, cache=Cache(tmp_path / "kept"))
    return top.answer_key(Path(path), path, data)


def test_an_answer_is_known_by_all_that_it_rests_on(tmp_path: Path) -> None:
    Path("style").mkdir()
    config = "packs: [style]\n"
    found = [
        keys(tmp_path),
        keys(tmp_path, data="y"),
        keys(tmp_path, path="b.md"),
        keys(tmp_path, day=date(2026, 5, 6)),
        keys(tmp_path, "ignore: [links]\n"),
        keys(tmp_path, "overrides: [{files: [a.md], ignore: [links]}]\n"),
        keys(tmp_path, "overrides: [{files: [b.md], ignore: [links]}]\n"),
        keys(tmp_path, config),
    ]
    Path("style/words.txt").write_text("a", encoding="utf-8")
    found.append(keys(tmp_path, config))
    listed = "rules: {tag-vocabulary: {file: tags.tsv}}\n"
    for words in ("ferries", "whales!"):
        Path("tags.tsv").write_text(words, encoding="utf-8")
        found.append(keys(tmp_path, listed))
    assert len(set(found)) == len(found)
    assert keys(tmp_path) == found[0]


def read_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files whose bytes are read from here on."""
    read: list[str] = []
    real = checking.read_bytes

    def counted(path: Path, config: Config) -> bytes | FileProblem:
        read.append(path.name)
        return real(path, config)

    monkeypatch.setattr(checking, "read_bytes", counted)
    return read


def aged(path: Path, text: str) -> None:
    """A file that was written a minute ago."""
    path.write_text(text, encoding="utf-8")
    then = path.stat().st_mtime - 60
    os.utime(path, (then, then))


def test_a_file_that_looks_as_it_did_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aged(Path("clean.md"), CLEAN)
    aged(Path("flawed.md"), FLAWED)
    files = [Path("clean.md"), Path("flawed.md")]
    first = checked(files, Cache(tmp_path / "kept"))
    read = read_files(monkeypatch)
    assert checked(files, Cache(tmp_path / "kept")) == first
    assert read == ["flawed.md"], "a report quotes from it"


def test_a_file_as_young_as_the_look_at_it_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It could change once more and bear the same time."""
    Path("a.md").write_text(CLEAN, encoding="utf-8")
    checked([Path("a.md")], Cache(tmp_path / "kept"))
    read = read_files(monkeypatch)
    checked([Path("a.md")], Cache(tmp_path / "kept"))
    assert read == ["a.md"]


def test_a_change_that_keeps_size_and_time_is_noticed(tmp_path: Path) -> None:
    aged(Path("a.md"), f"{CLEAN}\nTimelines a\n")
    first = checked([Path("a.md")], Cache(tmp_path / "kept"))
    assert not first[0][0].findings, "so that its text is not asked for"
    before = Path("a.md").stat()
    Path("a.md").write_text(FLAWED, encoding="utf-8")
    os.utime(Path("a.md"), ns=(before.st_atime_ns, before.st_mtime_ns))
    assert Path("a.md").stat().st_size == before.st_size
    second = checked([Path("a.md")], Cache(tmp_path / "kept"))
    assert second != first
    assert second == checked([Path("a.md")], Cache(None))


def test_what_changed_while_it_was_checked_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer would be that on another content."""
    aged(Path("a.md"), FLAWED)
    real = checking.check_one

    def late(path: Path, *rest: object, **more: object) -> Checked:
        path.write_text(CLEAN, encoding="utf-8")
        return real(path, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "check_one", late)
    assert not checked([Path("a.md")], Cache(tmp_path / "kept"))[0][0].findings
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(FLAWED, encoding="utf-8")
    assert checked([Path("a.md")], Cache(tmp_path / "kept"))[0][0].findings


def test_where_times_do_not_tell_every_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, where the time of the last change can be set back and no other is kept."""
    aged(Path("a.md"), CLEAN)
    first = checked([Path("a.md")], Cache(tmp_path / "kept"))
    monkeypatch.setattr(checking, "TIMES_TELL", False)
    read = read_files(monkeypatch)
    for _ in range(2):
        assert checked([Path("a.md")], Cache(tmp_path / "kept")) == first
    assert read == ["a.md", "a.md"]
    monkeypatch.setattr(checking, "TIMES_TELL", True)
    read.clear()
    assert checked([Path("a.md")], Cache(tmp_path / "kept")) == first
    assert read == [], "what was noted before still holds"


def spoil(kind: str, file: Path) -> None:
    if kind == "garbage":
        file.write_bytes(b"no database" * 100)
    elif kind == "empty":
        file.write_bytes(b"")
    elif kind == "cut short":
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    elif kind == "a folder":
        file.unlink()
        file.mkdir()
    else:
        with sqlite3.connect(file) as database:
            if kind == "another table":
                database.execute("drop table answers")
                database.execute("create table answers (key text)")
            else:
                database.execute(
                    "update answers set value = ?", ({"no sum": "[]", "a number": 7, "bytes": b"[]"}[kind],)
                )
        database.close()


@pytest.mark.parametrize(
    "kind", ["garbage", "empty", "cut short", "a folder", "another table", "no sum", "a number", "bytes"]
)
def test_a_spoiled_cache_is_a_miss(kind: str, tmp_path: Path) -> None:
    Path("a.md").write_text(FLAWED, encoding="utf-8")
    files, kept = [Path("a.md")], tmp_path / "kept"
    cold = checked(files, Cache(kept))
    (file,) = kept.glob("*.sqlite")
    for extra in ("-wal", "-shm"):
        Path(f"{file}{extra}").unlink(missing_ok=True)
    spoil(kind, file)
    assert checked(files, Cache(kept)) == cold
    assert checked(files, Cache(kept)) == cold


def rewrite(folder: Path, *statements: str) -> None:
    """Change the file under a cache behind its back."""
    with sqlite3.connect(next(folder.glob("*.sqlite"))) as database:
        for statement in statements:
            assert database.execute(statement).rowcount, statement
    database.close()


@pytest.mark.parametrize(
    ("name", "statements"),
    {
        "altered": ["update answers set value = '[2]' where key = 'a'"],
        "cut short": ["update answers set value = substr(value, 1, 2) where key = 'a'"],
        "longer": ["update answers set value = value || ' ' where key = 'a'"],
        "of another type": ["update answers set value = cast(value as blob) where key = 'a'"],
        "of another entry": ["update answers set value = (select value from answers where key = 'b') where key = 'a'"],
        "of another entry, with its sum": [
            "update answers set (value, sum) = (select value, sum from answers where key = 'b') where key = 'a'"
        ],
        "under the key of another": ["delete from answers where key = 'a'", "update answers set key = 'a' where key = 'b'"],
        "swapped": [
            "update answers set key = 'c' where key = 'a'",
            "update answers set key = 'a' where key = 'b'",
            "update answers set key = 'b' where key = 'c'",
        ],
        "without a sum": ["update answers set sum = null where key = 'a'"],
    }.items(),
)  # fmt: skip
def test_a_value_that_is_not_what_was_kept_under_its_key_is_a_miss(
    name: str, statements: list[str], tmp_path: Path
) -> None:
    """The sum tells damage and whose value it is; whoever writes both can as well write presslint itself."""
    cache = Cache(tmp_path)
    cache.put("a", [1])
    cache.put("b", [3, 4])
    cache.close()
    rewrite(tmp_path, *statements)
    assert Cache(tmp_path).get("a") is None
    assert Cache(tmp_path).get_bytes("a") is None
    gone = name in ("under the key of another", "swapped")
    assert Cache(tmp_path).get("b") == (None if gone else [3, 4])


def test_answers_that_were_swapped_between_articles_are_not_believed(tmp_path: Path) -> None:
    """The answer on a clean article does not clear a flawed one."""
    Path("clean.md").write_text(CLEAN, encoding="utf-8")
    Path("flawed.md").write_text(FLAWED, encoding="utf-8")
    files, kept = [Path("clean.md"), Path("flawed.md")], tmp_path / "kept"
    cold = checked(files, Cache(kept))
    rewrite(
        kept,
        "create table other as select * from answers where typeof(value) = 'blob' order by key",
        "update answers set (value, sum) = (select value, sum from other where other.key <> answers.key) "
        "where typeof(value) = 'blob'",
    )
    assert checked(files, Cache(kept)) == cold


def test_a_file_with_a_damaged_byte_says_nothing_else(tmp_path: Path) -> None:
    """A byte in each part of the file, so that its tree, keys, values and sums are all hit."""
    for number in range(9):
        Path(f"{number}.md").write_text(FLAWED if number % 2 else CLEAN, encoding="utf-8")
    files, kept = [Path(f"{number}.md") for number in range(9)], tmp_path / "kept"
    cold = checked(files, Cache(kept))
    (file,) = kept.glob("*.sqlite")
    whole = file.read_bytes()
    for at in range(0, len(whole), len(whole) // 60):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 0x15]) + whole[at + 1 :])
        for _ in range(2):
            assert checked(files, Cache(kept)) == cold, at


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    Path("a.md").write_text(FLAWED, encoding="utf-8")
    kept = tmp_path / "kept"
    kept.mkdir(mode=0o500)
    assert checked([Path("a.md")], Cache(kept / "below")) == checked([Path("a.md")], Cache(None))


def test_a_place_that_is_a_file(tmp_path: Path) -> None:
    Path("a.md").write_text(FLAWED, encoding="utf-8")
    (tmp_path / "kept").write_text("mine", encoding="utf-8")
    assert checked([Path("a.md")], Cache(tmp_path / "kept")) == checked([Path("a.md")], Cache(None))
    assert (tmp_path / "kept").read_text(encoding="utf-8") == "mine"


def test_runs_side_by_side_say_the_same(tmp_path: Path) -> None:
    for number in range(12):
        Path(f"{number}.md").write_text(
            f"{CLEAN}\nThe pier has {number} gates.\n\n## Timeline\n", encoding="utf-8"
        )
    command = [
        sys.executable,
        "-m",
        "presslint",
        "check",
        "--isolated",
        "--cache-dir",
        "kept",
        "--output",
        "json",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(tmp_path / "home")}
    files = [f"{number}.md" for number in range(12)]
    running = [
        subprocess.Popen([*command, *files], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    said = [process.communicate() for process in running]
    assert len({out for out, _ in said}) == 1
    assert {err for _, err in said} == {b""}
    assert {process.returncode for process in running} == {1}
    shutil.rmtree("kept")
    again = subprocess.run([*command, *files], env=environment, capture_output=True)
    assert again.stdout == said[0][0]


def test_nothing_is_pickled_to_disk() -> None:
    """A pickle runs code when it is read, and byte code is code."""
    package = ROOT / "presslint"
    for path in package.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "import pickle" not in text
        assert "import marshal" not in text
        assert "import shelve" not in text


def test_an_answer_rests_on_the_files_that_rules_look_at(tmp_path: Path) -> None:
    """Another file that comes, goes or is edited is seen by the next run."""
    Path("tags.txt").write_text("ferries\n", encoding="utf-8")
    Path("presslint.yaml").write_text(
        "version: 1\nrules:\n  broken-link: {files: true}\n  tag-vocabulary: {file: tags.txt}\n",
        encoding="utf-8",
    )
    Path("copy").mkdir()
    Path("copy/a.md").write_text(
        "---\ntitle: Ferry\ntags: [ferries, piers]\n---\nSee [the log](log.csv).\n", encoding="utf-8"
    )

    def rules() -> set[str]:
        command = [sys.executable, "-c", "from presslint.__main__ import command; command()", "check"]
        done = subprocess.run(
            [
                *command,
                "copy",
                "--select",
                "broken-link,tag-vocabulary",
                "--output",
                "json",
            ],
            capture_output=True,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "XDG_CACHE_HOME": str(tmp_path / "c"),
                "LOCALAPPDATA": "c",
            },
        )
        return {found["rule"] for found in json.loads(done.stdout)["findings"]}

    assert rules() == rules() == {"broken-link", "tag-vocabulary"}
    Path("copy/log.csv").touch()
    assert rules() == rules() == {"tag-vocabulary"}
    Path("tags.txt").write_text("ferries\npiers\n", encoding="utf-8")
    assert rules() == rules() == set()
    Path("copy/log.csv").unlink()
    assert rules() == {"broken-link"}


@pytest.mark.parametrize("damaged", [b"", b"\xff", b'{"encoding": "utf-8"}'])
def test_an_answer_that_cannot_be_read_is_a_miss(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damaged: bytes
) -> None:
    Path("a.md").write_text(FLAWED, encoding="utf-8")
    cold = checked([Path("a.md")], Cache(None))
    monkeypatch.setattr(Cache, "get_bytes", lambda cache, key: damaged)
    assert checked([Path("a.md")], Cache(tmp_path / "kept")) == cold


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_a_name_that_is_no_unicode_is_no_trouble(tmp_path: Path) -> None:
    name = Path(os.fsdecode(b"pier-\xff.md"))
    name.write_text(FLAWED, encoding="utf-8")
    cold = checked([name], Cache(None))
    assert checked([name], Cache(tmp_path / "kept")) == cold
