"""A Vale project is read as Vale reads it: its config, its globs, its filters, and what it says of rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from presslint.config.config import Config
from presslint.config.layers import ConfigError
from presslint.config.valefilter import BadFilter, Filter
from presslint.config.valeglobs import BadGlob, OfSuffix, ValeGlob
from presslint.config.valeini import read_sections
from presslint.config.valeproject import ValeFlags, find_ini
from presslint.packs.kinds.view import ValeSettings

RULE = "extends: existence\nmessage: \"Avoid '%s'.\"\nlevel: {level}\ntokens: [{word}]\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def project(ini: str, **flags: Any) -> Config:
    """The config of a project with two styles."""
    for style, rule, level, word in (
        ("House", "Very", "warning", "very"),
        ("House", "Leverage", "error", "leverage"),
        ("Other", "Very", "suggestion", "truly"),
    ):
        write(f"styles/{style}/{rule}.yml", RULE.format(level=level, word=word))
    write(".vale.ini", ini)
    return Config.of_vale(Path.cwd(), ValeFlags(**flags))


def running(config: Config, name: str = "a.md") -> dict[str, str]:
    """The rules that run on a file, and their levels."""
    return {rule.name: str(rule.severity) for rule in config.plan(name).rules}


# -- the file ----------------------------------------------------------------------------------------


def test_keys_have_their_lines_and_values_their_form() -> None:
    text = (
        "\ufeff; a comment\nStylesPath = styles # a note\n\n[*.md]\n# another\nTokenIgnores = '({#[^\\n}]+})'\n"
        "BasedOnStyles = Google, \\\n  write-good\nGoogle.We : NO\nurl = a#b\n[*.md]\nTokenIgnores = x\\,y, z\n"
    )
    sections = read_sections(text, ".vale.ini")
    assert [(value.text, value.line) for value in sections[""].keys["StylesPath"]] == [("styles", 2)]
    files = sections["*.md"]
    assert files.words("TokenIgnores") == ["({#[^\\n}]+})", "x,y", "z"]
    assert files.words("BasedOnStyles") == ["Google", "write-good"]
    assert files.keys["Google.We"][0].text == "NO"
    assert files.keys["Google.We"][0].line == 9
    assert files.keys["url"][0].text == "a#b"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a = 1\nnonsense\n", 2, "neither a section nor"),
        ("[*.md\n", 1, "is no section"),
        ("a = 1\nb = `x\n", 2, "never closes"),
    ],
)
def test_what_is_no_such_file_is_told_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(ConfigError, match=said) as error:
        read_sections(text, ".vale.ini")
    assert error.value.line == line


@pytest.mark.parametrize(
    ("ini", "line", "said"),
    [
        ("StylesPath = nowhere\n", 1, "there is no folder “nowhere”"),
        ("StylesPath = styles\nBasedOnStyles = House\n", 2, "stands under a section"),
        ("[*]\nStylesPath = styles\n", 2, "stands at the top"),
        ("StylesPath = styles\nMinAlertLevel = Error\n", 2, "no level “Error”"),
        ("StylesPath = styles\nVocab = Mine\n", 2, "“Mine” is in no"),
        ("StylesPath = styles\n[*]\nBasedOnStyles = Gone\n", 3, "no style “Gone” in StylesPath; correct"),
        ("StylesPath = styles\nPackages = Gone\n[*]\nBasedOnStyles = Gone\n", 4, "run `vale sync`"),
        ("StylesPath = styles\n[*.{md]\nBasedOnStyles = House\n", 2, "opens a brace"),
        ("StylesPath = styles\n[*]\nCommentDelimiters = a\n", 3, "write two"),
    ],
)
def test_a_wrong_config_is_told_with_file_and_line(ini: str, line: int, said: str) -> None:
    with pytest.raises(ConfigError, match=said) as error:
        project(ini)
    assert (error.value.path, error.value.line) == (".vale.ini", line)


@pytest.mark.parametrize("name", [".vale.ini", "_vale.ini", "vale.ini", ".vale", "_vale"])
def test_the_nearest_config_is_found_by_any_of_its_names(name: str) -> None:
    write(name, "")
    write("deep/down/a.md", "")
    assert find_ini(Path("deep/down").resolve()) == Path(name).resolve()


# -- globs -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("glob", "takes", "leaves"),
    [
        ("*.md", ["a.md", "x/y/a.md"], ["a.mdx"]),
        ("*.{md, rst}", ["a.md", "x/a.rst"], ["a.txt"]),
        ("!*.md", ["a.rst"], ["x/a.md"]),
        ("docs/*.md", ["docs/a.md", "docs/x/a.md"], ["a.md"]),
        ("docs/**/*.md", ["docs/a.md", "docs/x/a.md"], ["a.md", "docs/a.txt"]),
        ("**/a?.md", ["ab.md", "x/ab.md"], ["a/.md"]),
        ("[!a]*.md", ["b.md"], ["a.md"]),
        ("a\\*.md", ["a*.md"], ["ab.md"]),
        ("a.md", ["a.md"], ["axmd"]),
    ],
)
def test_globs_are_those_of_vale(glob: str, takes: list[str], leaves: list[str]) -> None:
    made = ValeGlob(glob)
    assert [name for name in (*takes, *leaves) if made.match(name)] == takes


def test_what_is_ignored_goes_by_suffix() -> None:
    assert OfSuffix("*.md").match("x/a.md")
    assert not OfSuffix("*.md").match("x/a.rst")


@pytest.mark.parametrize("glob", ["[a", "{a,b", "*a*b*c*d*e*f*g", "[z-a]"])
def test_a_glob_that_cannot_be_used_is_refused(glob: str) -> None:
    with pytest.raises(BadGlob, match="“"):
        ValeGlob(glob)


# -- filters -----------------------------------------------------------------------------------------

FIELDS = {
    "Name": "Google.We",
    "Level": "warning",
    "Scope": ["heading"],
    "Message": "Avoid 'we'.",
    "Description": "",
    "Extends": "existence",
    "Link": "https://example.org",
    "Limit": 3,
}


@pytest.mark.parametrize(
    ("text", "keeps"),
    [
        ('.Name == "Google.We"', True),
        (".Name != 'Google.We'", False),
        ('.Level in ["error", "warning"] and .Name == "Google.We"', True),
        ('.Level in ["error"] or not (.Extends == "existence")', False),
        ('"heading" in .Scope && .Limit > 2', True),
        ('"heading" not in .Scope', False),
        ('.Message contains "we" and .Link startsWith "https"', True),
        ('.Name matches "^Goo.*e$" and !(.Name endsWith "x")', True),
        ("true and not false", True),
    ],
)
def test_filters_keep_what_they_say(text: str, keeps: bool) -> None:
    assert Filter(text).keeps(FIELDS) is keeps


@pytest.mark.parametrize(
    "text",
    ['.Name = "a"', ".Nam == 'a'", ".Name ==", "(.Name == 'a'", "len(.Scope) > 1", ".Level in ['a' 'b']"],
)
def test_a_filter_that_goes_further_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(BadFilter) as error:
        Filter(text)
    assert str(error.value).startswith("--filter: “")
    assert "\n" not in str(error.value)


def test_a_filter_that_compares_what_cannot_be_compared_is_refused() -> None:
    with pytest.raises(BadFilter, match="cannot be compared"):
        Filter(".Name > 3").keeps(FIELDS)


# -- rules -------------------------------------------------------------------------------------------


def test_styles_are_those_of_the_last_section_that_names_some() -> None:
    config = project(
        "StylesPath = styles\n[*]\nBasedOnStyles = House, Other\n[*.rst]\nBasedOnStyles = Other\n"
    )
    assert running(config) == {"House.Leverage": "error", "House.Very": "warning", "Other.Very": "suggestion"}
    assert running(config, "a.rst") == {"Other.Very": "suggestion"}


def test_single_rules_add_up_over_sections_and_have_levels() -> None:
    config = project(
        "StylesPath = styles\n[*]\nHouse.Very = YES\nOther.Very = error\n[*.rst]\nHouse.Very = NO\n"
        "[b.rst]\nHouse.Very = suggestion\n"
    )
    assert running(config) == {"House.Very": "warning", "Other.Very": "error"}
    assert running(config, "a.rst") == {"Other.Very": "error"}
    assert running(config, "b.rst") == {"House.Very": "suggestion", "Other.Very": "error"}


def test_of_a_style_that_is_not_named_in_whole_only_the_rules_that_are_named_are_read() -> None:
    write("styles/House/Broken.yml", "extends: nothing\n")
    config = project("StylesPath = styles\n[*]\nHouse.Very = YES\n")
    assert running(config) == {"House.Very": "warning"}
    assert config.notices == []


@pytest.mark.parametrize(
    ("least", "flag", "count"), [("suggestion", "", 3), ("warning", "", 2), ("error", "", 1)]
)
def test_rules_below_the_least_level_do_not_run(least: str, flag: str, count: int) -> None:
    ini = f"StylesPath = styles\nMinAlertLevel = {least}\n[*]\nBasedOnStyles = House, Other\n"
    assert len(running(project(ini))) == count
    assert len(running(project(ini, least="error"))) == 1


def test_a_filter_has_the_last_word_on_levels() -> None:
    ini = "StylesPath = styles\nMinAlertLevel = error\n[*]\nBasedOnStyles = House, Other\n"
    assert list(running(project(ini, filter='.Level in ["suggestion"]'))) == ["Other.Very"]
    write("styles/config/filters/very.expr", '.Name contains "Very"')
    assert running(project(ini.replace("error", "suggestion"), filter="very.expr")).keys() == {
        "House.Very",
        "Other.Very",
    }


def test_without_house_rules_and_with_them() -> None:
    project("StylesPath = styles\n[*.md]\nBasedOnStyles = House\n")
    write("presslint.yaml", "packs: [{vale: .vale.ini}]\n")
    both = running(Config.load(Path.cwd()))
    assert {"House.Very", "House.Leverage"} < both.keys()
    assert "empty-section" in both
    assert "House.Very" not in running(Config.load(Path.cwd()), "a.rst")


def test_what_cannot_run_is_left_out_with_one_notice_and_the_rest_runs() -> None:
    write("styles/House/Broken.yml", "extends: [\n")
    write("styles/House/Script.yml", "extends: script\nmessage: x\nscript: y\n")
    config = project(
        "StylesPath = styles\n[*]\nBasedOnStyles = House\nHouse.Gone = YES\nHouse.Very = Error\n"
    )
    assert running(config) == {"House.Leverage": "error"}
    told = "\n".join(config.notices)
    assert len(config.notices) == 4
    assert told.count("Broken.yml") == told.count("Script.yml") == 1
    assert ".vale.ini:4: there is no rule “House.Gone”" in told
    assert ".vale.ini:5: “Error” turns House.Very off" in told


def test_two_styles_may_have_rules_of_one_name_and_plain_packs_too() -> None:
    project("")
    write("styles/House/meta.json", "{}")
    write("presslint.yaml", "packs: [styles/House, {vale: styles/Other}]\nselect: [House, Other]\n")
    assert running(Config.load(Path.cwd())).keys() == {"House.Leverage", "House.Very", "Other.Very"}


def test_a_pack_of_vale_that_is_not_there_is_told() -> None:
    write("presslint.yaml", "packs:\n  - vale: gone.ini\n")
    with pytest.raises(ConfigError, match="no such file or folder “gone") as error:
        Config.load(Path.cwd()).plan("a.md")
    assert error.value.line == 2


# -- text --------------------------------------------------------------------------------------------


def view(config: Config, name: str) -> ValeSettings:
    found = config.plan(name).reading.article["vale"]
    assert isinstance(found, ValeSettings)
    return found


def test_what_vale_does_not_see_and_its_vocabulary_reach_the_view() -> None:
    write("styles/config/vocabularies/Mine/accept.txt", "# a comment\nGitHub\n\n(?i)foo\n")
    write("styles/Vocab/Old/reject.txt", "Mac OS X\n")
    config = project(
        "StylesPath = styles\nVocab = Mine, Old\nIgnoredScopes = code, tt\nSkippedScopes = script\n"
        "IgnoredClasses = note\n[*]\nBasedOnStyles = House\nTokenIgnores = a+\n"
        "[*.md]\nTokenIgnores = b+\nBlockIgnores = c+\nIgnorePatterns = d+\n"
    )
    assert view(config, "a.rst") == ValeSettings(
        token_ignores=("a+",),
        ignored_scopes=("code", "tt"),
        skipped_scopes=("script",),
        ignored_classes=("note",),
        accepted=("GitHub", "(?i)foo"),
        rejected=("Mac OS X",),
        dictionaries=str(Path("styles/config/dictionaries").resolve()),
    )
    assert view(config, "a.md").token_ignores == ("a+", "b+")
    assert set(view(config, "a.md").block_ignores) == {"c+", "d+"}


def test_formats_suffixes_and_syntax_decide_how_a_file_is_read() -> None:
    ini = "StylesPath = styles\n[formats]\npage = md\n[*]\nBasedOnStyles = House\n"
    assert project(ini).plan("a.page").reading.format == "markdown"
    assert project(ini).plan("a.json").reading.format == "plain"
    assert project(ini).plan("a.rst").reading.format == ""
    assert project(ini, suffix=".html").plan("a.md").reading.format == "html"
    plain = project(ini, is_plain=True)
    assert plain.plan("a.md").reading.format == "plain"
    assert view(plain, "a.md").plain


def test_files_that_vale_would_not_read_are_not_read() -> None:
    config = project("StylesPath = styles\n[*.md]\nBasedOnStyles = House\n")
    assert config.takes(Path("a.md"))
    assert not config.takes(Path("a.rst"))
    config = project("StylesPath = styles\n[*]\nBasedOnStyles = House\n", glob="!b/*")
    assert config.takes(Path("a.rst"))
    assert not config.takes(Path("b/a.rst"))
    assert not config.takes(Path("a.py"))


def test_a_package_may_bring_a_config_that_the_project_overrules() -> None:
    write(
        "styles/.vale-config/0-House.ini",
        "[*.md]\nBasedOnStyles = House\nHouse.Very = error\nHouse.Leverage = NO\n",
    )
    config = project("StylesPath = styles\n[*.md]\nHouse.Very = suggestion\n")
    assert running(config) == {"House.Very": "suggestion"}


@pytest.mark.parametrize(
    "name", [".vale.ini", "styles/House/Very.yml", "styles/config/vocabularies/Mine/accept.txt"]
)
def test_every_file_of_the_project_is_part_of_what_answers_rest_on(name: str) -> None:
    write("styles/config/vocabularies/Mine/accept.txt", "GitHub\n")
    ini = "StylesPath = styles\nVocab = Mine\n[*]\nBasedOnStyles = House, Vale\n"
    before = project(ini).stamp
    assert Config.of_vale(Path.cwd(), ValeFlags()).stamp == before
    text = Path(name).read_text(encoding="utf-8")
    write(name, text + "# and a word more\n" if name != ".vale.ini" else text + "House.Very = NO\n")
    if "accept" in name:
        write(name, "GitLab\n")
    assert Config.of_vale(Path.cwd(), ValeFlags()).stamp != before


def test_what_a_rule_has_too_much_is_told_and_the_rule_runs() -> None:
    project("StylesPath = styles\n[*]\nBasedOnStyles = House\n")
    write("styles/House/Very.yml", RULE.format(level="warning", word="very") + "colour: blue\n")
    config = Config.of_vale(Path.cwd(), ValeFlags())
    assert "House.Very" in running(config)
    assert [notice for notice in config.notices if "Very.yml:5: passed over; unknown key “colour”" in notice]


def test_vales_speller_reads_all_dictionaries_and_lists_of_the_project() -> None:
    write("styles/config/dictionaries/en_medical.dic", "1\nabc\n")
    write("styles/config/ignore/tech/words.txt", "nginx\n")
    config = project("StylesPath = styles\n[*]\nVale.Spelling = YES\n")
    entry = config.catalog.entries.get("Vale.Spelling")
    if entry is None:  # the speller is an extra, and its lack is told
        assert any("Vale.Spelling: not loaded" in notice for notice in config.notices)
        return
    assert entry.yaml is not None
    assert entry.yaml.options["dictionaries"] == ["en_medical"]
    assert entry.yaml.options["ignore"] == ["tech/words.txt"]
