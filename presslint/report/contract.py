"""The JSON report as a contract: what the keys mean, checked when a saved run is read back.

`schema/run-1.json` is this model as JSON Schema. Within version 1 keys are only added; whoever reads
a report ignores the keys that they do not know. Offsets and columns count code points: offsets from 0 at
the start of the file's decoded text, a byte-order mark included, lines and columns from 1 as editors show
them, without that mark; ends are exclusive.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = 1  # raised when a reader of the earlier shape would misread this one
SCHEMA_URL = "https://raw.githubusercontent.com/presslint/presslint/main/presslint/report/schema/run-1.json"

SeverityName = Literal["error", "warning", "suggestion"]
Count = Annotated[int, Field(ge=0)]
Number = Annotated[int, Field(ge=1)]


class Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Place(Record):
    """A position in an article's text."""

    line: Number = Field(description="Line, from 1; a record of a JSON Lines file counts in its file.")
    column: Number = Field(description="Column in code points, from 1.")
    offset: Count = Field(
        description="Code points from the start of the article's source, a byte-order mark included."
    )


class EditRecord(Record):
    """Replace the source's characters from `start` to `end` by `text`."""

    start: Count = Field(description="Offset of the first character replaced.")
    end: Count = Field(description="Offset behind the last character replaced.")
    text: str = Field(description="What takes its place; empty to delete.")


class FixRecord(Record):
    """Edits that belong together: all of them or none."""

    applicability: Literal["safe", "unsafe", "display"] = Field(
        description="safe: --fix applies it; unsafe: --unsafe-fixes does; display: shown only."
    )
    message: str = Field(description="What the fix does.")
    edits: tuple[EditRecord, ...] = Field(description="The edits, in no promised order, never overlapping.")


class SeeRecord(Record):
    """Another place that the finding speaks of."""

    label: str = Field(description="What is to be seen there.")
    start: Place
    end: Place


class PlaceRecord(Record):
    """Another place of the same defect in the article."""

    start: Place
    end: Place
    place: str = Field("", description="A place for people, as in a finding.")
    fingerprint: str = Field("", description="Of the finding at this place by itself.")


class FindingRecord(Record):
    """One thing an editor would mark."""

    rule: str = Field(description="Name of the rule.")
    severity: SeverityName
    state: Literal["new", "baselined", "suppressed"] = Field(
        description="baselined: was there before the comparison point; suppressed: silenced in the article."
    )
    message: str = Field(description="What is wrong and what to write, one sentence.")
    path: str = Field(description="File, relative to `root`, with forward slashes.")
    article: Count = Field(description="Index into `articles`.")
    start: Place
    end: Place
    text: str = Field(description="The words that the finding stands on, as read.")
    context: str = Field(description="The sentence around them.")
    place: str = Field("", description="A place for people where lines mean nothing: “paragraph 12”.")
    fingerprint: str = Field(description="Survives moved lines and reflow; unique in its article.")
    url: str = Field("", description="Page of the rule.")
    fix: FixRecord | None = Field(None, description="The best fix.")
    more_fixes: tuple[FixRecord, ...] = Field((), description="Other fixes, if there are any.")
    see: tuple[SeeRecord, ...] = Field((), description="Related places.")
    also: tuple[str, ...] = Field((), description="Rules whose finding here was merged into this one.")
    places: tuple[PlaceRecord, ...] = Field(
        (), description="The other places, where repeats in the article are one finding."
    )
    paths: tuple[str, ...] = Field(
        (), description="The other files of which it is said, where nearly all of a folder have it."
    )
    reason: str = Field("", description="Why it was suppressed.")


class ExcerptRecord(Record):
    """A piece of one line, so that a report can show the words without the file."""

    line: Number
    column: Number
    offset: Count
    text: str
    rest: Count = Field(0, description="Characters of the line behind the excerpt.")


class ArticleRecord(Record):
    """One article that was judged."""

    path: str = Field(description="File, relative to `root`, with forward slashes.")
    key: str = Field("", description="Tells articles of one file apart.")
    verdict: Literal["publish", "ask first", "fix first"] = Field(description="From new findings only.")
    format: str = ""
    headline: str = ""
    section: str = ""
    bylines: tuple[str, ...] = ()
    published: str = Field("", description="As the article has it; an ISO date where it is one.")
    story_type: str = ""
    word_count: Count = 0
    first_line: Number = Field(1, description="Line of the file on which the article's text begins.")
    bom: bool = Field(False, description="Whether a byte-order mark stands at offset 0.")
    digest: str = Field(
        description="Of the decoded text: whether the file is still the same. Empty where nothing was found."
    )
    excerpts: tuple[ExcerptRecord, ...] = Field((), description="Lines with findings, in order.")


class RuleRecord(Record):
    """A rule that the report speaks of."""

    name: str
    chapter: str = ""
    summary: str = ""
    why: str = ""
    severity: Literal["error", "warning", "suggestion", "off"] = "warning"
    url: str = ""
    fixes: tuple[str, ...] = Field((), description="Applicabilities that its fixes can have.")
    sources: tuple[str, ...] = Field((), description="Standards that it rests on.")


class ProblemRecord(Record):
    """A file that could not be judged in full."""

    path: str
    message: str
    line: Number | None = None
    column: Number | None = None
    kind: str = Field("unreadable", description="unreadable, too-large, timeout, rule-crash, config, …")


class SkippedRecord(Record):
    """A rule that could not judge some articles."""

    rule: str
    reason: str
    articles: tuple[Count, ...] = Field(description="Indexes into `articles`.")


class FixedRecord(Record):
    """Fixes that were written."""

    path: str
    rule: str
    count: Count


class Tool(Record):
    name: Literal["presslint"]
    version: str = ""


class Summary(Record):
    """The numbers of the run; severities count new findings only."""

    files: Count
    articles: Count
    words: Count
    errors: Count
    warnings: Count
    suggestions: Count
    new: Count
    baselined: Count
    suppressed: Count
    problems: Count
    fixed: Count
    fixable: Count
    fixable_unsafe: Count


class RunRecord(Record):
    """A run of presslint."""

    model_config = ConfigDict(frozen=True, extra="ignore", title="presslint run, version 1")

    schema_version: Literal[1]
    tool: Tool
    root: str = Field(".", description="What paths are relative to.")
    base: str = Field("", description="Revision that findings were compared with.")
    verdict: Literal["publish", "ask first", "fix first"]
    summary: Summary
    rules: tuple[RuleRecord, ...]
    articles: tuple[ArticleRecord, ...]
    findings: tuple[FindingRecord, ...] = Field(description="New and baselined, by article and place.")
    suppressed: tuple[FindingRecord, ...]
    skipped: tuple[SkippedRecord, ...]
    problems: tuple[ProblemRecord, ...]
    fixed: tuple[FixedRecord, ...]
    notices: tuple[str, ...] = Field(description="Single lines for people.")
    failures: tuple[str, ...] = Field((), description="Lines that shut the gate though no finding does.")


def json_schema() -> dict[str, Any]:
    """The contract as JSON Schema, draft 2020-12."""
    schema = RunRecord.model_json_schema(mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_URL, **schema}
