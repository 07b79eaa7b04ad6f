"""The rule index changes nothing but the time: with it, without it, spoilt, and after rules were edited."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from presslint.config.config import Config, Configs
from presslint.engine.checking import check_files
from presslint.engine.prove import TODAY, prove, unmark
from presslint.packs.catalog import Catalog, Pack, RuleFileError, house
from presslint.packs.index import Index, LateRule, state_of
from presslint.reading import read

ROOT = Path(__file__).parents[2]
RULE = """from presslint import Bad, Good, Rule


class Crossing(Rule):
    \"\"\"A crossing is two words.\"\"\"

    reads_words = frozenset({"zebra"})
    examples = (Good("a\\n"), Bad("[[zebra]]\\n"))

    def check(self, article):
        for passage in article.prose:
            at = passage.text.find("zebra")
            if at >= 0:
                yield self.finding(passage[at : at + 5], "Write two words.")
"""
YAML = """extends: existence
why: Nobody says zebra.
message: "Say horse, not “%s”."
level: error
tokens: [zebra, "wild hors[e]s?"]
examples:
  - bad: A [[zebra]] ran.
  - good: A horse ran.
"""


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    folder = tmp_path / "style"
    folder.mkdir()
    (folder / "crossing.py").write_text(RULE, encoding="utf-8")
    (folder / "horses.yaml").write_text(YAML, encoding="utf-8")
    return Pack("style", folder)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index(tmp_path / "kept")


def afresh(index: Index) -> Index:
    """The same index in a new run."""
    return Index(index.folder)


def read_rules(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files of rules that are read from here on."""
    from presslint.packs import catalog

    read: list[str] = []
    load = catalog.load_rule

    def counted(path: Path, *rest: object) -> object:
        read.append(path.name)
        return load(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(catalog, "load_rule", counted)
    return read


def test_the_house_is_declared_alike_with_the_index_and_without(index: Index) -> None:
    without = Catalog([house()])
    assert Catalog([house()], index).entries == without.entries
    kept = Catalog([house()], afresh(index))
    assert kept.entries == without.entries
    assert list(kept.entries) == list(without.entries)
    assert (kept.former, kept.chapters, kept.unread) == (without.former, without.chapters, without.unread)


def test_every_example_says_the_same_with_the_index_and_without(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    files = []
    for name, rule in Catalog([house()], index).rules.items():
        for number, example in enumerate(rule.examples):
            path = Path("examples", f"{name}-{number}", example.name)
            path.parent.mkdir(parents=True)
            path.write_text(unmark(example.text)[0], encoding="utf-8", newline="")
            files.append(path)

    def said(index: Index | None) -> list[object]:
        top = Config.load(Path.cwd(), isolated=True, today=TODAY, with_installed=False, index=index)
        results, problems = check_files(files, Configs(top, nearest=False))
        return [(each.path, each.findings, each.suppressed, each.skipped) for each in results] + [*problems]

    without = said(None)
    assert len(without) > 300
    assert said(afresh(index)) == without


def test_rules_in_yaml_out_of_the_index_prove_their_examples(index: Index) -> None:
    Catalog([house()], index)
    kept = Catalog([house()], afresh(index))
    in_yaml = [name for name, entry in kept.entries.items() if entry.yaml is not None]
    assert in_yaml
    for name in in_yaml:
        assert [verdict for verdict in prove(kept.rule(name)) if not verdict.ok] == []


def test_a_second_run_reads_the_file_of_a_rule_when_it_is_asked_for(
    pack: Pack, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    Catalog([pack], index)
    read = read_rules(monkeypatch)
    catalog = Catalog([pack], afresh(index))
    late = catalog.configured("crossing", {"severity": "error"})
    assert isinstance(late, LateRule)
    assert str(late.severity) == "error"
    assert not read
    assert type(late.rule).__name__ == "Crossing"
    assert catalog.rule("horses").examples[0].text == "A [[zebra]] ran."
    assert read == ["crossing.py"], "the rule in YAML is in the index"


def test_a_rule_that_is_read_late_says_what_it_would_have_said(pack: Pack, index: Index) -> None:
    Catalog([pack], index)
    (article,) = read(b"# Streets\n\nA zebra waits.\n", "a.md")
    for options in ({}, {"severity": "error"}):
        late = Catalog([pack], afresh(index)).configured("crossing", options)
        known = Catalog([pack]).rule("crossing")(**options)
        assert isinstance(late, LateRule)
        assert late.severity == known.severity
        assert list(late.check(article)) == list(known.check(article)) != []
        assert late.options() == known.options()


def test_what_a_rule_says_of_itself_is_declared(pack: Pack, index: Index) -> None:
    for _ in range(2):
        assert Catalog([pack], afresh(index)).entries["crossing"].doc == "A crossing is two words."


def test_patterns_out_of_the_index_are_not_proven_again(
    pack: Pack, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    Catalog([pack], index)
    monkeypatch.setitem(sys.modules, "presslint.packs.kinds.patterns", None)
    rule = Catalog([pack], afresh(index)).rule("horses")
    assert [verdict.word for verdict in prove(rule)] == ["ok", "ok"]


@pytest.mark.parametrize("name", ["crossing.py", "horses.yaml"])
def test_a_rule_that_was_edited_is_read_anew(name: str, pack: Pack, index: Index) -> None:
    before = Catalog([pack], index).entries
    file = pack.folder / name
    file.write_text(file.read_text(encoding="utf-8").replace("zebra", "giraffe"), encoding="utf-8")
    after = Catalog([pack], afresh(index)).entries
    changed = {key for key in after if after[key] != before[key]}
    assert changed == {name.partition(".")[0]}


def test_a_rule_that_comes_or_goes_is_noticed(pack: Pack, index: Index) -> None:
    Catalog([pack], index)
    (pack.folder / "horses.yaml").rename(pack.folder / "ponies.yaml")
    assert {"crossing", "ponies"} <= Catalog([pack], afresh(index)).entries.keys()
    (pack.folder / "ponies.yaml").unlink()
    assert "ponies" not in Catalog([pack], afresh(index)).entries


def test_a_rule_that_cannot_be_read_is_told_every_time(pack: Pack, index: Index) -> None:
    (pack.folder / "horses.yaml").write_text("extends: nonsense\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(RuleFileError):
            Catalog([pack], afresh(index))


@pytest.mark.parametrize("spoil", [b"", b"\xff\xfe", b"[]", None])
def test_a_spoilt_index_is_made_anew(spoil: bytes | None, pack: Pack, index: Index) -> None:
    whole = Catalog([pack], index).entries
    assert index.folder is not None
    (file,) = index.folder.iterdir()
    good = file.read_bytes()
    file.write_bytes(good[:-9] if spoil is None else spoil)
    assert Catalog([pack], afresh(index)).entries == whole
    assert file.read_bytes() == good


def test_what_was_altered_without_its_sum_is_not_believed(pack: Pack, index: Index) -> None:
    Catalog([pack], index)
    assert index.folder is not None
    (file,) = index.folder.iterdir()
    file.write_bytes(file.read_bytes().replace(b"Say horse", b"Say nurse"))
    assert "horse" in str(Catalog([pack], afresh(index)).entries["horses"].yaml)


def test_what_was_kept_under_another_name_is_not_believed(index: Index) -> None:
    """One key may hold for several names: the state of the code does for each pack."""
    for name in ("a", "b"):
        index.keep(name, "key", [name])
    one, other = (index._file(name) for name in ("a", "b"))
    held = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(held)
    assert index.recall("a", "key", list[str]) is None
    assert index.recall("b", "key", list[str]) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no time of the last change that stays")
def test_an_edit_that_keeps_size_and_time_is_noticed(pack: Pack, index: Index) -> None:
    file = pack.folder / "horses.yaml"
    before, were = file.stat(), Catalog([pack], index).entries
    file.write_text(YAML.replace("Say horse", "Say nurse"), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert Catalog([pack], afresh(index)).entries != were


def test_a_folder_that_cannot_be_made_is_no_fault(pack: Pack, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert Catalog([pack], Index(tmp_path / "file" / "kept")).entries == Catalog([pack]).entries


def test_byte_code_and_hidden_files_do_not_change_the_state_of_a_folder(pack: Pack) -> None:
    before = state_of(pack.folder)
    (pack.folder / "__pycache__").mkdir(exist_ok=True)
    (pack.folder / "__pycache__" / "x.pyc").write_bytes(b"x")
    (pack.folder / ".swp").write_bytes(b"x")
    assert state_of(pack.folder) == before
    (pack.folder / "words.txt").write_bytes(b"x")
    above = state_of(pack.folder)
    assert above != before
    (pack.folder / "lists" / "more").mkdir(parents=True)
    (pack.folder / "lists" / "more" / "words.txt").write_bytes(b"x")
    below = state_of(pack.folder)
    assert below != above
    (pack.folder / "lists" / "more" / "words.txt").write_bytes(b"xy")
    assert state_of(pack.folder) != below


def test_the_switch_turns_the_index_off(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Ferry\n\nLorem ipsum dolor sit amet.\n\n## Empty\n", encoding="utf-8")
    command = [sys.executable, "-m", "presslint", "check", "a.md", "--no-cache"]
    home = {"XDG_CACHE_HOME": str(tmp_path / "home"), "LOCALAPPDATA": str(tmp_path / "home")}
    environment = {**os.environ, **home, "PYTHONPATH": str(ROOT)}

    def said(**more: str) -> tuple[int, str, str]:
        done = subprocess.run(
            command, cwd=tmp_path, env={**environment, **more}, capture_output=True, text=True
        )
        return done.returncode, done.stdout, done.stderr

    without = said(PRESSLINT_NO_INDEX="1")
    assert not (tmp_path / "home").exists()
    assert said() == without
    assert list((tmp_path / "home").rglob("index-*"))
    assert said() == without
