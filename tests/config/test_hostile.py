"""Whatever a config says, a run ends in 0, 1 or 2, and 2 is one line that says what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from presslint.cli import run as presslint
from presslint.config.schema import ConfigModel

KEYS = sorted(name.replace("_", "-") for name in ConfigModel.model_fields)
VALUES = st.sampled_from(
    [
        "", "~", "true", "0", "-1", "1e400", "0x1f", "2026-02-30", "[]", "{}", "[all]", "[[a]]", "{a: b}", "[default, all]",
        "'*'", "['*', '!']", "['!']", "['**/**/**']", "[a, 1, ~]", "[../..]", "[/etc]", "[presslint.yaml]", "[news]", "[news, news]",
        "[.]", "/dev/null", "/etc", "empty-section", "{empty-section: off}", "{empty-section: 3}", "{empty-section: {severity: x}}",
        "{all: error}", "{structure: error}", "{nothing: error}", "{path: /, match: x}", "{path: ''}", "{path: ../..}",
        "{reports: {html: /}}", "{reports: {x: y}}", "{format: x}", "{format: json}", "[{files: ['*']}]", "[{files: []}]", "[{}]",
        "[{files: ['['], ignore: [all]}]", "{'[': [all]}", "1B", "1e3MiB", "999999999999999GiB", "'>=0.0'", "'>=0.0,'", "utf-16",
        "undefined", "idna", "rot13", "hex", "en", "xx", "\"\\0\"", "\"\\ud800\"", "&a [*a]", "*a", "!!python/object:os.system x",
        "!!binary eA==", "|\n  text", "{<<: {a: b}}", "{? [a] : b}", "9" * 400, "[" * 200, "never", "error", "auto",
    ]
)  # fmt: skip
LINES = st.lists(st.tuples(st.sampled_from([*KEYS, "nonsense", "<<", "1"]), VALUES), min_size=1, max_size=4)
ARTICLE = "---\ntitle: Council keeps night buses\n---\n\nThe council voted on Tuesday.\n\n## Timeline\n"
GOOD = Path("docs/presslint.yaml").read_text(encoding="utf-8")
MANY = settings(
    max_examples=30,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def holds(folder: Path, name: str, text: str | bytes, capsys: pytest.CaptureFixture[str]) -> None:
    """At the top and beside the article."""
    for place in (folder / name, folder / "site" / name):
        place.write_bytes(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)
        try:
            for command in (["check", "--no-cache", "site"], ["config", "show", "site/a.md"]):
                capsys.readouterr()
                code = presslint(command)
                _, err = capsys.readouterr()
                assert code in (0, 1, 2)
                assert "Traceback" not in err
                assert code < 2 or re.fullmatch(r"(presslint: [^\n]+\n)+", err), err
        finally:
            place.unlink()


@MANY
@given(lines=LINES)
def test_any_value_of_any_key(
    lines: list[tuple[str, str]], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    holds(folder, "presslint.yaml", "".join(f"{key}: {value}\n" for key, value in lines), capsys)


@MANY
@given(data=st.data())
def test_a_good_config_with_something_broken(
    data: st.DataObject, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = GOOD
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 30))
        text = text[:at] + data.draw(st.text(max_size=8)) + text[at + cut :]
    holds(folder, "presslint.yaml", text, capsys)


@MANY
@given(content=st.one_of(st.binary(max_size=60), st.text(max_size=60)))
@pytest.mark.parametrize("name", ["presslint.yaml", "pyproject.toml"])
def test_anything_at_all(
    name: str, content: bytes | str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "[tool.presslint]\n" if name.endswith("toml") else ""
    holds(folder, name, head.encode() + content if isinstance(content, bytes) else head + content, capsys)


@MANY
@given(lines=LINES)
def test_any_line_of_toml(
    lines: list[tuple[str, str]], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = "".join(f"{key} = {value.replace(': ', ' = ')}\n" for key, value in lines)
    holds(folder, "pyproject.toml", f"[tool.presslint]\n{body}", capsys)
