"""The shape of a config file: validates `presslint.yaml`, gives its JSON Schema.

Only shapes live here; every key may be left out, and is then what `presslint.config.defaults` says.
Imported only when there is a config file to read.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from presslint.config.config import parse_size
from presslint.config.defaults import DEFAULTS
from presslint.config.editurl import is_edit_url
from presslint.packs.rule import Rule, summary_of
from presslint.reading import NAMES

STARS = 3  # of a name; each more lets a long name take as many times longer as it has characters
Level = Literal["error", "warning", "suggestion", "off"]


def _kebab(name: str) -> str:
    return name.replace("_", "-")


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _level(value: Any) -> Any:
    return "off" if value is False else value  # YAML 1.1 tools write `off` as false


def _version(value: Any) -> Any:
    return 1 if value == "1" else value


def _encoding(name: str) -> str:
    try:
        "é".encode(name)
    except UnicodeEncodeError:  # it exists, and lacks that letter
        return name
    except (LookupError, UnicodeError):
        raise ValueError(f"no encoding “{name}”; use utf-8, latin-1, cp1252 or the like") from None
    return name


def _glob(pattern: str) -> str:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([pattern])
    except ValueError:
        raise ValueError(f"“{pattern}” is no glob; write `drafts/` or `*.md`") from None
    if pattern.count("**") > STARS or any(part.count("*") > STARS for part in pattern.split("/")):
        raise ValueError(
            f"“{pattern}” has more than {STARS} stars in a name, or double stars; write two globs"
        )
    return pattern


def _format(name: str) -> str:
    if name and name not in NAMES:
        raise ValueError(f"no format “{name}”; use one of {', '.join(NAMES)}")
    return name


def _size(value: int | str) -> int | str:
    parse_size(value)
    return value


def _edit_url(pattern: str) -> str:
    if pattern and not is_edit_url(pattern):
        raise ValueError("no address to edit at; write https://, a host and {path}, and {line} if you like")
    return pattern


Words = Annotated[list[str], BeforeValidator(_as_list)]
Globs = Annotated[list[Annotated[str, AfterValidator(_glob)]], BeforeValidator(_as_list)]
Encoding = Annotated[str, AfterValidator(_encoding)]
Format = Annotated[str, AfterValidator(_format)]
RuleSetting = Annotated[Level | dict[str, Any], BeforeValidator(_level)]


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", alias_generator=_kebab, populate_by_name=False)


class Suppressions(Shape):
    """Which suppressions an article may hold."""

    require_reason: bool = Field(
        default=DEFAULTS["suppressions"]["require-reason"],
        description="Report suppressions without a reason.",
    )


class Baseline(Shape):
    """Findings that were there before."""

    path: str = Field(default=DEFAULTS["baseline"]["path"], description="The file, relative to the config.")
    match: Literal["context", "text"] = Field(
        default=DEFAULTS["baseline"]["match"],
        description="Whether the sentence around a finding is part of its identity.",
    )
    stale: Literal["ignore", "warn", "error"] = Field(
        default=DEFAULTS["baseline"]["stale"], description="What a stale entry is."
    )


class Output(Shape):
    """What a run prints."""

    format: str = Field(default=DEFAULTS["output"]["format"], description="Format of standard output.")
    fold: int = Field(
        default=DEFAULTS["output"]["fold"],
        ge=0,
        description="Findings of one rule in one article that `full` spells out; 0 = all, each place by itself.",
    )
    show: Literal["error", "warning", "suggestion"] = Field(
        default=DEFAULTS["output"]["show"], description="Lowest severity spelled out."
    )
    reports: dict[str, str] = Field(
        default=DEFAULTS["output"]["reports"], description="Further reports: format -> file."
    )
    edit_url: Annotated[str, AfterValidator(_edit_url)] = Field(
        default=DEFAULTS["output"]["edit-url"],
        description="Where a story is edited, for links of the html report: {path}, {line}.",
    )


class ValePack(Shape):
    """A Vale project, or styles of Vale."""

    vale: str = Field(description="A .vale.ini, a style, or a folder of styles, relative to the config.")


class Selecting(Shape):
    """What a config may say for all articles or, in an override, for some."""

    select: Words = Field(default=[], description="Rules or chapters to run, instead of the default set.")
    extend_select: Words = Field(default=[], description="Rules or chapters to run as well.")
    ignore: Words = Field(default=[], description="Rules or chapters to leave out.")
    severity: dict[str, Annotated[Level, BeforeValidator(_level)]] = Field(
        default={}, description="rule -> level"
    )
    rules: dict[str, RuleSetting] = Field(default={}, description="rule -> its options, or its level.")
    fields: dict[str, Words] = Field(
        default={}, description="field -> further keys of the metadata that hold it."
    )
    language: str = Field(
        default="",
        description="Language of articles that do not name theirs (BCP 47); when empty, the text tells.",
    )
    story_type: str = Field(default="", description="Story type of articles, instead of what they say.")
    format: Format = Field(default="", description="Format, instead of what the file name says.")
    encoding: Encoding = Field(default="utf-8", description="Encoding of files without a byte-order mark.")


class Override(Selecting):
    """Settings for some files; the last match wins."""

    files: Globs = Field(description="Globs, relative to the config.")


Packs = Annotated[list[str | ValePack], BeforeValidator(_as_list)]


class ConfigModel(Selecting):
    """presslint.yaml, or [tool.presslint] in pyproject.toml."""

    version: Annotated[Literal[1], BeforeValidator(_version)] = Field(
        default=1, description="Version of this file's shape."
    )
    required_version: str = Field(
        default="", description="Versions of presslint that may read it, as in “>=1.0,<2”."
    )
    extends: Words = Field(
        default=[], description="Profiles (news, blog, wire, strict, docs) or files; later ones win."
    )
    packs: Packs = Field(
        default=[],
        description="Folders of rules, relative to the config; {vale: .vale.ini} for a Vale project.",
    )
    python: bool = Field(default=False, description="Whether Python rules of these folders may run.")
    include: Globs = Field(default=DEFAULTS["include"], description="Globs of files to read in folders.")
    exclude: Globs = Field(default=DEFAULTS["exclude"], description="Globs of files to leave out.")
    extend_exclude: Globs = Field(
        default=DEFAULTS["extend-exclude"], description="More globs of files to leave out."
    )
    respect_gitignore: bool = Field(
        default=DEFAULTS["respect-gitignore"], description="Leave out what git ignores."
    )
    force_exclude: bool = Field(
        default=DEFAULTS["force-exclude"], description="Leave excluded files out even when named."
    )
    max_file_size: Annotated[int | str, AfterValidator(_size)] = Field(
        default=DEFAULTS["max-file-size"], description="Larger files are reported, not read."
    )
    per_file_ignores: dict[Annotated[str, AfterValidator(_glob)], Words] = Field(
        default={}, description="glob -> rules or chapters to leave out."
    )
    overrides: list[Override] = Field(default=[], description="Settings for some files.")
    suppressions: Suppressions = Suppressions()
    baseline: Baseline = Baseline()
    output: Output = Output()
    cache: bool = Field(default=DEFAULTS["cache"], description="Whether answers are kept between runs.")
    fail_on: Literal["error", "warning", "suggestion", "never"] = Field(
        default=DEFAULTS["fail-on"], description="Exit code 1 from here."
    )
    max_warnings: int = Field(
        default=DEFAULTS["max-warnings"],
        ge=-1,
        description="Exit code 1 above so many warnings; -1 = any number.",
    )
    jobs: int | Literal["auto"] = Field(default=DEFAULTS["jobs"], description="Processes to use.")


def validate(values: dict[str, Any]) -> dict[str, Any]:
    """The same values, checked; only what was set. Raises pydantic.ValidationError."""
    return ConfigModel.model_validate(values).model_dump(by_alias=True, exclude_unset=True)


SCHEMA_ID = "https://github.com/presslint/presslint/config-1.json"


def schema(rules: Iterable[type[Rule]] = ()) -> dict[str, Any]:
    """JSON Schema of a config file, for editors: it knows the names and options of these rules.

    Rules of other packs are allowed beside them.
    """
    found = ConfigModel.model_json_schema(by_alias=True)
    found["title"] = "presslint config"
    found["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    found["$id"] = SCHEMA_ID
    level = {"enum": list(get_args(Level))}
    known = sorted(rules, key=lambda rule: rule.name)
    keys = found["properties"]
    keys["severity"]["properties"] = {rule.name: level for rule in known}
    keys["rules"]["properties"] = {rule.name: {"anyOf": [level, _options(rule)]} for rule in known}
    return found


def _options(rule: type[Rule]) -> dict[str, Any]:
    """The options of a rule as an object."""
    made: dict[str, Any] = rule.options_model().model_json_schema()
    properties = {"severity": {"enum": list(get_args(Level))}, **made.get("properties", {})}
    return {**made, "properties": properties, "description": summary_of(rule.__doc__ or "")}
