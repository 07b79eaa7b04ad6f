"""Config: layers, overrides, and errors that name file, line and the nearest word."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from presslint.config.config import Config, Configs, parse_size
from presslint.config.defaults import DEFAULTS
from presslint.config.layers import ConfigError, command_line_layer
from presslint.config.schema import schema
from presslint.model.finding import Severity
from presslint.reading.datafile import Unusable, read_text


def load(folder: Path, text: str, name: str = "presslint.yaml") -> Config:
    (folder / name).write_text(text, encoding="utf-8")
    return Config.load(folder)


def names(config: Config, path: str = "story.md") -> set[str]:
    return {rule.name for rule in config.plan(config.root / path).rules}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("version: 1\nslect: [structure]\n", ":2: unknown key “slect”; did you mean “select”?"),
        ("select:\n  - structur\n", ":2: no rule or chapter “structur”; did you mean “structure”?"),
        ("ignore: [empty-sektion]\n", ":1: no rule or chapter “empty-sektion”; did you mean “empty-section”?"),
        ("severity:\n  empty-section: fatal\n", ":2: “severity.empty-section”: "),
        ("fail-on: maybe\n", ":1: “fail-on”: "),
        ("overrides:\n  - files: ['*.md']\n    ignroe: [structure]\n", ":3: unknown key “ignroe”; did you mean “ignore”?"),
        ("rules:\n  empty-section:\n    nonsense: 1\n", ":3: empty-section: nonsense: no such option"),
        ("version: 1\nversion: 1\n", ":2: the key “version” stands twice"),
        ("select: [\n", ":2: a bracket opens here and nothing closes it"),
        ("- a\n- b\n", ":1: a config is a map of keys"),
        ("extends: [nws]\n", ":1: “nws” is neither a file nor a profile (blog, docs, news, strict, wire)"),
        ("packs: [style/]\n", ":1: pack “style/”: no such folder"),
        ("required-version: '>=99'\n", ":1: asks for presslint >=99"),
        ("required-version: 'new'\n", ":1: “required-version”: “new” is no bound of versions"),
        ("required-version: '>=²'\n", ":1: “required-version”: “>=²” is no bound"),
        ("version: 2\n", ":1: “version”: write 1, not “2”"),
        ("select: 5\n", ":1: “select”: a list belongs here"),
        ("select:\n  - structure\n  - 5\n", ":3: “select, entry 2”: words belong here, not “5”"),
        ("max-file-size: lots\n", ":1: “max-file-size”: “lots” is no size"),
        ("max-file-size: [5]\n", ":1: “max-file-size”: a whole number belongs here, not a list"),
        ("max-warnings: .inf\n", ":1: “max-warnings”: a whole number belongs here"),
        ("encoding: klingon\n", ":1: “encoding”: no encoding “klingon”"),
        ("format: klingon\n", ":1: “format”: no format “klingon”; use one of markdown"),
        ("story-type: klingon\n", ":1: no story type “klingon”; use one of analysis"),
        ("fields: {deck: [standfirst]}\n", ":1: no field “deck”; did you mean “dek”?"),
        ("overrides:\n  - files: a.md\n    story-type: klingon\n", ":3: no story type “klingon”"),
        ("overrides: [{}]\n", ":1: “overrides, entry 1, files” is missing"),
        ("overrides: [{files: a, packs: b}]\n", "at the top of a config, not in an override"),
        ("baseline: {file: x}\n", ":1: unknown key “file”; use one of path, match, stale"),
        ("packs: [.]\n", ":1: pack “.”: the folder of the config"),
        ("rules: {headline-style: {nonsense: 1}}\n", "no such option; it takes longest"),
        ("? [a]\n: b\n", ":1: a key of one word is missing here"),
        ("version: 1\n---\nversion: 1\n", ":2: a second document begins here"),
        ("a: &x [*x]\n", ":1: the alias “*x” stands inside itself"),
        ("a: " + "[" * 5000 + "]" * 5000, ":1: the file nests deeper than"),
        ("a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 90)), "nests deeper than"),
        ("# " + "x" * 1_000_001, "1,000,000 are read at most"),
        ("a: &a [x, x]\n" + "".join(f"{b}: &{b} [{', '.join(['*' + a] * 30)}]\n" for a, b in zip("abcdef", "bcdefg", strict=True)), "holds more than"),
    ],
)  # fmt: skip
def test_a_broken_config_is_one_clear_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text).plan("story.md")
    said = str(caught.value)
    assert message in said
    assert said.startswith(str(tmp_path / "presslint.yaml"))
    assert "\n" not in said


def test_pyproject_is_read_and_names_its_lines(tmp_path: Path) -> None:
    config = load(
        tmp_path, '[project]\nname = "x"\n\n[tool.presslint]\nignore = ["metadata"]\n', "pyproject.toml"
    )
    assert not names(config) & {"missing-byline", "missing-date"}
    with pytest.raises(ConfigError, match=r"pyproject\.toml:2: unknown key “ignor”"):
        load(tmp_path, '[tool.presslint]\nignor = ["metadata"]\n', "pyproject.toml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool.presslint]\nx", ":2: not valid TOML: expected `=`"),
        ("[tool.presslint]\nversion = 1\n[tool.presslint]\nversion = 1", ":3: not valid TOML: cannot declare tool.presslint twice"),
        ("[[tool.presslint]]\nversion = 1", ": [tool.presslint] is a table"),
        ("tool = 5 # [tool.presslint", ": [tool.presslint] is a table"),
        ("[tool.presslint]\nx = " + "[" * 5000, ": not valid TOML: it nests too deeply"),
        ("[tool.presslint]\nmax-warnings = inf", ":2: “max-warnings”: a whole number belongs here"),
    ],
)  # fmt: skip
def test_a_broken_pyproject_is_one_clear_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text, "pyproject.toml")
    said = str(caught.value)
    assert said.startswith(f"{tmp_path / 'pyproject.toml'}{message}")
    assert not {"\n", "'"} & set(said)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("version: 1 # é\n".encode("latin-1"), ":1: cannot be read: not valid UTF-8 (byte 0xE9); save it as UTF-8"),
        (bytes(range(256)), ": cannot be read: looks like a binary file"),
    ],
)  # fmt: skip
def test_a_config_that_is_no_text_is_one_clear_line(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "presslint.yaml").write_bytes(data)
    with pytest.raises(ConfigError) as caught:
        Config.load(tmp_path)
    assert message in str(caught.value)
    assert str(caught.value).count("--encoding") == 0


def test_a_config_may_be_utf_16_and_hold_anchors_and_merges(tmp_path: Path) -> None:
    text = "overrides:\n  - &base\n    files: a.md\n    ignore: [metadata]\n  - {<<: *base, files: b.md}\n"
    (tmp_path / "presslint.yaml").write_bytes(text.encode("utf-16"))
    config = Config.load(tmp_path)
    assert not {"missing-byline"} & (names(config, "a.md") | names(config, "b.md"))
    assert "missing-byline" in names(config, "c.md")


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="gives a file away, as root may")
def test_the_config_of_somebody_else_runs_no_code(tmp_path: Path) -> None:
    mine = tmp_path / "shared" / "mine"
    mine.mkdir(parents=True)
    (tmp_path / "shared" / "rules").mkdir()
    config = tmp_path / "shared" / "presslint.yaml"
    config.write_text("packs: [rules]\npython: true\n", encoding="utf-8")
    assert Config.load(mine).packs[-1].python
    os.chown(config, 12345, 12345)
    with pytest.raises(ConfigError, match="belongs to another user"):
        Config.load(mine)
    assert Config.load(mine, file=config).packs[-1].python
    os.chown(mine, 12345, 12345)  # a checkout in a container: one owner for all of it
    assert Config.load(mine).packs[-1].python


def test_selection_by_chapter_and_name_the_name_wins(tmp_path: Path) -> None:
    config = load(tmp_path, "select: [structure]\nignore: [empty-section]\n")
    assert "empty-section" not in names(config)
    assert {"duplicate-subhead", "dangling-list-lead-in"} <= names(config)
    config = load(tmp_path, "select: [empty-section]\nignore: [structure]\n")
    assert names(config) == {"empty-section"}


def test_later_layers_win_and_the_command_line_is_last(tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text("severity: {empty-section: suggestion}\nfail-on: warning\n")
    (tmp_path / "presslint.yaml").write_text("extends: [house.yaml]\nseverity: {empty-section: warning}\n")
    config = Config.load(tmp_path)
    assert config.fail_on is Severity.WARNING
    assert config.origin("fail-on").endswith("house.yaml:2")
    assert {r.name: r.severity for r in config.plan("a.md").rules}["empty-section"] is Severity.WARNING
    layer = command_line_layer({"severity": {"empty-section": "error"}, "fail-on": "never"})
    config = Config.load(tmp_path, command_line=layer)
    assert {r.name: r.severity for r in config.plan("a.md").rules}["empty-section"] is Severity.ERROR
    assert config.fail_on is None


def test_overrides_and_per_file_ignores_hold_for_their_files_only(tmp_path: Path) -> None:
    config = load(
        tmp_path,
        "overrides:\n"
        "  - files: ['opinion/']\n    story-type: opinion\n    ignore: [sourcing]\n"
        "  - files: ['opinion/strict/**']\n    extend-select: [anonymous-authority]\n"
        "per-file-ignores:\n  'live/**': [missing-byline]\n",
    )
    assert "anonymous-authority" in names(config, "news/a.md")
    assert "anonymous-authority" not in names(config, "opinion/a.md")
    assert "anonymous-authority" in names(config, "opinion/strict/a.md")
    assert config.plan(tmp_path / "opinion/a.md").reading.article["story-type"] == "opinion"
    assert "missing-byline" not in names(config, "live/a.md")
    assert config.plan(tmp_path / "news/a.md") is config.plan(tmp_path / "news/b.md")


def test_off_and_options_of_a_rule(tmp_path: Path) -> None:
    config = load(tmp_path, "severity: {empty-section: off}\nrules: {missing-date: warning}\n")
    assert "empty-section" not in names(config)
    assert "missing-date" in names(config)


def test_field_names_add_up(tmp_path: Path) -> None:
    config = load(
        tmp_path, "fields: {dek: standfirst_text}\noverrides: [{files: ['a/'], fields: {dek: [blurbje]}}]\n"
    )
    assert config.plan(tmp_path / "b.md").reading.fields["dek"] == ("standfirst_text",)
    assert config.plan(tmp_path / "a/b.md").reading.fields["dek"] == ("blurbje", "standfirst_text")


def test_the_nearest_config_wins_and_runs_no_python(tmp_path: Path) -> None:
    (tmp_path / "presslint.yaml").write_text("fail-on: warning\n")
    inner = tmp_path / "inner"
    (inner / "style" / "x").mkdir(parents=True)
    (inner / "style" / "x" / "bad_idea.py").write_text("raise SystemExit('this must not run')\n")
    (inner / "presslint.yaml").write_text("packs: [style]\npython: true\nignore: [missing-date]\n")
    configs = Configs(Config.load(tmp_path))
    config = configs.for_file(inner / "a.md")
    assert "missing-date" not in names(config)
    assert any("bad_idea.py" in notice for notice in config.notices)
    assert configs.for_file(tmp_path / "a.md") is configs.top


def test_a_second_config_beside_the_first_is_told(tmp_path: Path) -> None:
    (tmp_path / ".presslint.yaml").write_text("version: 1\n")
    config = load(tmp_path, "version: 1\n")
    assert [".presslint.yaml is used; presslint.yaml beside it" in notice for notice in config.notices] == [
        True
    ]


def test_a_file_that_an_option_names_stands_beside_its_config(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    (site / "house").mkdir(parents=True)
    (site / "house/tags.txt").write_text("ferries\n")
    (site / "house/base.yaml").write_text("rules: {tag-vocabulary: {file: tags.txt}}\n")
    monkeypatch.chdir(tmp_path)
    for text in (
        "rules: {tag-vocabulary: {file: house/tags.txt}}\n",
        "extends: [house/base.yaml]\n",
        "overrides: [{files: ['*.md'], rules: {tag-vocabulary: {file: house/tags.txt}}}]\n",
    ):
        plan = load(site, text).plan(site / "story.md")
        rule = next(rule for rule in plan.rules if rule.name == "tag-vocabulary")
        assert Path(rule.options()["file"]) == site / "house/tags.txt", text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("rules:\n  tag-vocabulary:\n    file: tgas.txt\n", 3),
        ("overrides:\n  - files: a.md\n    rules:\n      tag-vocabulary: {file: tgas.txt}\n", 4),
    ],
)
def test_a_file_that_an_option_names_and_is_not_there(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text).plan("story.md")
    assert str(caught.value) == (
        f"{tmp_path / 'presslint.yaml'}:{line}: tag-vocabulary: file: no such file “tgas.txt”; "
        f"it is looked for in {tmp_path}, the folder of the config"
    )


def test_extends_in_a_circle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("extends: [presslint.yaml]\n")
    with pytest.raises(ConfigError, match="extends itself"):
        load(tmp_path, "extends: [a.yaml]\n")


def test_what_is_extended_twice_is_read_once(tmp_path: Path) -> None:
    """Files that each extend two others would be read a million times over."""
    for number in range(20):
        for name in "ab":
            more = f"extends: [a{number + 1}.yaml, b{number + 1}.yaml]\n" if number < 19 else ""
            (tmp_path / f"{name}{number}.yaml").write_text(f"version: 1\n{more}")
    config = load(tmp_path, "extends: [a0.yaml, b0.yaml]\n")
    assert [Path(layer.path).name for layer in config.layers].count("b19.yaml") == 1


@pytest.mark.parametrize(
    ("key", "pattern"),
    [
        ("exclude", "!"),
        ("include", "*a" * 40 + "b"),
        ("extend-exclude", "**/a/" * 9),
    ],
)
def test_a_glob_that_is_none_or_would_take_for_ever_is_refused(
    key: str, pattern: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfigError, match=rf"presslint.yaml:2: “{key}, entry 1”: "):
        load(tmp_path, f"version: 1\n{key}: ['{pattern}']\n")


@pytest.mark.parametrize("name", ["undefined", "base64", "no-such"])
def test_an_encoding_that_decodes_nothing_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no encoding"):
        load(tmp_path, f"encoding: {name}\n")


@pytest.mark.skipif(os.name != "posix", reason="a device file")
def test_a_baseline_that_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="no file"):
        read_text(Path("/dev/zero"))


@pytest.mark.parametrize(
    ("text", "size"),
    [("2MiB", 2 * 1024**2), ("500kB", 500_000), (1024, 1024), ("1.5 MB", 1_500_000), ("7", 7)],
)
def test_sizes(text: str | int, size: int) -> None:
    assert parse_size(text) == size


def test_a_size_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="“lots” is no size"):
        parse_size("lots")


@pytest.mark.parametrize("profile", ["news", "blog", "wire", "strict", "docs"])
def test_profiles_name_rules_that_exist(tmp_path: Path, profile: str) -> None:
    assert load(tmp_path, f"extends: [{profile}]\n").plan("a.md").rules


def test_the_schema_is_json_schema() -> None:
    import jsonschema

    found = json.loads(json.dumps(schema()))
    jsonschema.Draft202012Validator.check_schema(found)
    check = jsonschema.Draft202012Validator(found)
    assert check.is_valid({"select": ["structure"], "overrides": [{"files": ["a"], "story-type": "opinion"}]})
    assert not check.is_valid({"slect": []})


def test_the_schema_knows_the_rules_and_their_options() -> None:
    import jsonschema

    rules = Config().catalog.rules
    found = json.loads(json.dumps(schema(rules.values())))
    jsonschema.Draft202012Validator.check_schema(found)
    assert found["$id"].startswith("https://")
    assert set(found["properties"]["severity"]["properties"]) == set(rules)
    check = jsonschema.Draft202012Validator(found)
    with_options = [rule for rule in rules.values() if rule.option_specs]
    assert with_options
    for rule in with_options:
        name, spec = next(iter(rule.option_specs.items()))
        value = json.loads(json.dumps(spec.default, default=sorted))
        assert check.is_valid({"rules": {rule.name: {name: value, "severity": "off"}}}), (rule.name, name)
        assert not check.is_valid({"rules": {rule.name: {"bogus": 1}}}), rule.name
    assert check.is_valid({"rules": {"of-another-pack": {"bogus": 1}}, "severity": {"empty-section": "off"}})
    assert not check.is_valid({"severity": {"empty-section": "loud"}})


def test_the_schema_gives_the_defaults_that_hold() -> None:
    """Each default is stated once: a config that sets a key to what the schema gives changes nothing."""
    stated = schema()
    config = Config()
    for key, value in DEFAULTS.items():
        if isinstance(value, dict):
            inner = stated["$defs"][key.title()]["properties"]
            assert {name: each["default"] for name, each in inner.items()} == value
        else:
            assert stated["properties"][key]["default"] == config.value(key)
