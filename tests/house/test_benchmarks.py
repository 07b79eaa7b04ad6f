"""The benchmark of speed: its corpus repeats itself, its tables hold ratios, and it says what it could not run."""

from __future__ import annotations

import math
import os
import signal
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

import pytest

from benchmarks import corpus, speed
from benchmarks.peers import PEERS, look
from benchmarks.speed import Bench, Spent, costs, got_to_the_end, ratio, spent, table
from presslint.engine.profile import Cost, Profile
from presslint.reading import read

REPORTER = '#!/bin/sh\ncase "$1" in *version) echo "tool 3.2.1";; *) echo one.md two.md;; esac\n'


def programs(folder: Path, **scripts: str) -> Path:
    """Programs of these names, below a folder as an installer would put them."""
    (folder / "bin").mkdir(parents=True)
    for name, script in scripts.items():
        program = folder / "bin" / name
        program.write_text(script, encoding="utf-8")
        program.chmod(0o755)
    return folder


# The corpus


def test_articles_have_the_mean_size_and_repeat_themselves() -> None:
    texts = list(corpus.texts(400))
    assert len(set(texts)) == 400
    assert statistics.mean(map(len, texts)) == pytest.approx(corpus.MEAN_BYTES, rel=0.05)
    assert texts[:100] == list(corpus.texts(100))
    assert texts[7].decode() == corpus.article(7)
    assert corpus.article(7, seed=2) != corpus.article(7)
    assert not [text for text in texts if b"{" in text or b"}" in text]


def test_presslint_reads_articles_in_the_corpus() -> None:
    for number, text in enumerate(corpus.texts(40)):
        (article,) = read(text, f"{number:05}.md")
        assert article.headline is not None
        assert article.published is not None
        assert len(article.headings) >= 2
        assert article.word_count > 250
        assert not article.problems


def test_files_of_a_folder_take_every_second_place_and_come_again_changed(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.md").write_text("First.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("Second.\n", encoding="utf-8")
    (tmp_path / "note.txt").write_text("No Markdown.\n", encoding="utf-8")
    (tmp_path / "empty.md").touch()
    texts = list(corpus.texts(8, [tmp_path]))
    assert len(set(texts)) == 8
    assert [text.split(b"\n")[0] for text in texts[1::2]] == [b"Second.", b"First.", b"Second.", b"First."]
    assert texts[0::2] == [corpus.article(number).encode() for number in (0, 2, 4, 6)]
    assert corpus.write(tmp_path / "made", 8, [tmp_path]) == sum(map(len, texts))


# Peers


def test_peers_that_are_missing_are_named_with_how_to_install_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    found, missing = look([tmp_path], tmp_path, {})
    assert not found
    assert [one.peer for one in missing] == list(PEERS)
    assert "rumdl: not installed (pip install rumdl)" in map(str, missing)


def test_a_peer_has_to_report_both_files_before_it_is_timed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripts = {"rumdl": REPORTER, "textlint": "#!/bin/sh\necho Error: no rules\n", "proselint": "no program"}
    place = programs(tmp_path / "peers", **scripts)
    monkeypatch.setenv("PATH", "")
    found, missing = look([place], tmp_path, {"PATH": "/bin:/usr/bin"})
    assert [(one.peer.name, one.version) for one in found] == [("rumdl", "3.2.1")]
    said = {one.peer.name: one.why for one in missing}
    assert said["textlint"] == "does not run: Error: no rules"
    assert said["proselint"].startswith("does not run: OSError")


def test_a_peer_gets_files_config_and_cache(tmp_path: Path) -> None:
    place = programs(tmp_path / "peers", **dict.fromkeys(("write-good", "textlint", "rumdl"), REPORTER))
    env = {"PATH": "/bin:/usr/bin"}
    lines = {one.peer.name: one for one in look([place], tmp_path, env)[0]}
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in ("b.md", "a.md"):
        (copy / name).touch()
    assert lines["write-good"].command(copy, tmp_path)[1:] == ["a.md", "b.md"]
    assert lines["textlint"].command(copy, tmp_path)[1:] == [
        "--config",
        f"{tmp_path}/textlint.json",
        str(copy),
    ]
    assert '"terminology": true' in (tmp_path / "textlint.json").read_text(encoding="utf-8")
    kept = lines["rumdl"].command(copy, tmp_path, cache=tmp_path / "kept")
    assert f"{tmp_path}/kept/rumdl" in kept
    assert "--no-cache" not in kept


# Runs


def test_a_run_is_measured_stopped_or_refused(tmp_path: Path) -> None:
    work = "sum(range(2_000_000)); held = bytearray(40 << 20)"
    figure = spent([sys.executable, "-c", work], tmp_path, os.environ)
    assert figure is not None
    assert figure.cpu > 0
    assert figure.peak > 40 << 10
    assert spent([sys.executable, "-c", "while True: pass"], tmp_path, os.environ, 0) is None
    killed = f"import os; os.kill(os.getpid(), {int(signal.SIGTERM)})"
    assert spent([sys.executable, "-c", killed], tmp_path, os.environ) is None
    with pytest.raises(SystemExit, match="exit code 2, so nothing was measured"):
        spent([*speed.CHECK, "--no-such-option"], tmp_path, speed.environment(tmp_path))


@pytest.mark.parametrize(
    ("said", "size", "whole"),
    [
        (b"/copy/00000.md\n 1:2 x\n/copy/01970.md\n", 2000, True),
        (b"00000.md:1\n01900.md:1\nError: no memory\n", 2000, False),
        (b"", 2000, False),
        (b"", 20, True),
        (b"00000.md: a.md 99999x.md\n", 2, True),
    ],
)
def test_a_linter_has_to_get_to_the_end(tmp_path: Path, said: bytes, size: int, whole: bool) -> None:
    output = tmp_path / "output"
    output.write_bytes(said)
    assert got_to_the_end(output, size) is whole


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(1, 3, "0.33"), (3, 1, "3.00"), (25, 2, "12.5"), (123456, 1, "123,456"), (1, 0, "–")],
)
def test_ratios(part: float, whole: float, text: str) -> None:
    assert ratio(part, whole) == text


def test_tables_are_markdown() -> None:
    assert table(["run", "×"], [["one", "1.00"]]) == "| run | × |\n| --- | ---: |\n| one | 1.00 |"


def test_costs_are_read_from_what_the_profile_prints() -> None:
    profile = Profile()
    profile.costs = {"(reading)": Cost(1.5, 1200, 0), "repeated-word": Cost(0.5, 400, 18)}
    assert costs("\n".join(profile.table())) == [("(reading)", 75.0), ("repeated-word", 25.0)]


def pretended(
    command: Sequence[str],
    folder: Path,
    env: Mapping[str, str],
    limit: float = math.inf,
    output: IO[bytes] | int = subprocess.DEVNULL,
) -> Spent | None:
    """A presslint of two seconds and a hundredth an article, and a peer that is ten times slower."""
    count = len(list(folder.glob("*.md")))
    if not isinstance(output, int):
        output.write(f"/copy/{count - 1:05}.md:3: said\n".encode())
    if command == speed.START:
        return Spent(0.5, 0.5, 10)
    slow = 1 if command[0] == sys.executable else 10
    wall = slow * (2 + count / 100)
    return None if wall > limit else Spent(wall, wall, 100 + count)


def test_one_command_prints_all_tables_and_names_what_was_stopped_or_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "/bin:/usr/bin")
    monkeypatch.setattr(speed, "spent", pretended)
    monkeypatch.setattr(speed, "PROFILED", 10)
    place = programs(tmp_path / "peers", rumdl=REPORTER, proselint=REPORTER)
    options = speed.arguments(["--sizes", "1,100,300", "--limit", "40", "--peers", str(place)])
    (tmp_path / "work").mkdir()
    speed.measure(tmp_path / "work", options)
    out = capsys.readouterr().out
    assert "- rumdl 3.2.1: its default rules" in out
    assert "- not run: write-good: not installed (npm install write-good)" in out
    assert "| presslint, no cache | 4.02 | 4.02 |" in out
    # 3 s against 30 s; 300 would take 90 s by what 100 took, so it is not begun
    assert "| rumdl | 0.10 | stopped |" in out
    assert "| rumdl | 10.0 | stopped |" in out
    assert "| 100 | 1.00 | 1.00 | 1.00 | 1.00 |" in out
    assert "| presslint, 300 articles | 1.00 | 1.00 | 1.00 |" in out
    assert "… sentences" in out
    assert "The goal for presslint is 400." in out


def test_the_figures_of_growth_are_ratios_to_the_smallest() -> None:
    bench = Bench(Path(), [100, 2000], {}, 60.0, 1, bytes_of={100: 1000, 2000: 20_000})
    bench.measured = {
        ("presslint", 1): Spent(0.2, 0.2, 50),
        ("presslint", 100): Spent(1.2, 1.2, 60),
        ("presslint", 2000): Spent(30.2, 30.2, 90),
        (speed.PARALLEL, 100): Spent(1.2, 1.2, 60),
        (speed.PARALLEL, 2000): Spent(15.1, 31.0, 90),
    }
    rows = speed.growth(bench).splitlines()[2:]
    assert rows == ["| 100 | 1.00 | 1.00 | 1.00 | 1.00 |", "| 2,000 | 1.26 | 1.50 | 1.50 | 2.00 |"]


# Real articles


def test_it_is_counted_how_many_rules_are_asked_about_an_article(tmp_path: Path) -> None:
    plain, flawed = tmp_path / "plain.md", tmp_path / "flawed.md"
    plain.write_text("It opens.\n", encoding="utf-8")
    flawed.write_text("---\ntitle: Pier opens.\n---\n\nThe pier opens opens on 31 June.\n", encoding="utf-8")
    _, few, _ = speed.asked([plain])
    articles, calls, silent = speed.asked([plain, flawed])
    assert articles == 2
    assert few < calls - few, "where there is more to read, more rules are asked"
    assert 0 < silent < calls
