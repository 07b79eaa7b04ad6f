"""Config: layers, overrides, and errors that name file, line and the nearest word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from presslint.config import Config, Configs, parse_size
from presslint.configmodel import schema
from presslint.finding import Severity
from presslint.layers import ConfigError, command_line_layer


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
        ("version: 1\nversion: 1\n", ": not valid YAML: "),
        ("select: [\n", ": not valid YAML: "),
        ("- a\n- b\n", ":1: a config is a mapping"),
        ("extends: [nws]\n", ":1: “nws” is neither a file nor a profile (blog, docs, news, strict, wire)"),
        ("packs: [style/]\n", ":1: pack “style/”: no such folder"),
        ("required-version: '>=99'\n", ":1: asks for presslint >=99"),
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


def test_extends_in_a_circle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("extends: [presslint.yaml]\n")
    with pytest.raises(ConfigError, match="extends itself"):
        load(tmp_path, "extends: [a.yaml]\n")


@pytest.mark.parametrize(
    ("text", "size"),
    [("2MiB", 2 * 1024**2), ("500kB", 500_000), (1024, 1024), ("1.5 MB", 1_500_000), ("7", 7)],
)
def test_sizes(text: str | int, size: int) -> None:
    assert parse_size(text) == size


def test_a_size_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="“lots” is no size"):
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
