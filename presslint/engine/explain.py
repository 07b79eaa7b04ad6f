"""A rule's page, in Markdown: everything on it is read off the rule."""

from __future__ import annotations

import textwrap
from typing import Any

from msgspec.structs import replace

from presslint.engine.prove import run_example, unmark
from presslint.model.source import Source
from presslint.packs.catalog import house_folder
from presslint.packs.measured import said, shipped
from presslint.packs.rule import Example, Rule

SHOWN = 8  # examples of a kind on a page; the rest sit on bounds, and a reader learns nothing new from them
INDEX = "Each page is derived from its rule; its examples are its tests."


def page(rule: type[Rule]) -> str:
    """Summary, why, severity, options, examples with what presslint really says, sources."""
    parts = [f"# {rule.name}", rule.summary(), rule.why(), facts(rule)]
    if rule.option_specs:
        parts.append("## Options\n\n" + options_table(rule))
    bad = [example for example in rule.examples if example.bad]
    good = [example for example in rule.examples if not example.bad]
    if bad:
        parts.append("## What it reports")
        parts.extend(bad_example(rule, example) for example in bad[:SHOWN])
    if good:
        parts.append("## What it leaves alone")
        parts.extend(fenced(example.text, example) for example in good[:SHOWN])
    more = len(bad[SHOWN:]) + len(good[SHOWN:])
    if more:
        parts.append(
            f"The rule's file has {more} more example{'s' * (more > 1)}, on either side of what it asks."
        )
    if rule.sources:
        parts.append("## Rests on\n\n" + "\n".join(f"- {source}" for source in rule.sources))
    parts.append("## Switch it off\n\n" + switch_off(rule))
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def is_page(name: str, text: str) -> bool:
    """Whether a file holds a page of a rule, or the index of them, and nobody's own words."""
    if name == "README.md":
        return text.startswith("# Rules\n") and INDEX in text
    return text.startswith(f"# {name.removesuffix('.md')}\n") and "\n## Switch it off\n" in text


def facts(rule: type[Rule]) -> str:
    lines = [f"- Severity: **{rule.severity}**"]
    if not rule.default_on:
        lines.append(f"- Off unless the config selects it: `extend-select: [{rule.name}]`")
    if rule.chapter:
        lines.append(f"- Chapter: {rule.chapter}")
    levels = fix_levels(rule)
    if levels:
        lines.append(f"- Fix: {', '.join(levels)}")
    if rule.needs:
        lines.append(f"- Runs where the format can carry: {', '.join(sorted(rule.needs))}")
    if rule.not_for:
        lines.append(f"- Silent in stories of type: {', '.join(sorted(rule.not_for))}")
    if rule.languages:
        lines.append(f"- Languages: {', '.join(sorted(rule.languages))}")
    if rule.was:
        lines.append(f"- Former names: {', '.join(rule.was)}")
    line = measured(rule)
    if line:
        lines.append(f"- {line}")
    return "\n".join(lines)


def measured(rule: type[Rule]) -> str:
    """How true its findings were when people judged them; nothing is known of the rules of others."""
    if not rule.origin.startswith(str(house_folder())):
        return ""
    return said(shipped().get(rule.name, ()))


def fix_levels(rule: type[Rule]) -> tuple[str, ...]:
    """How far its fixes can be trusted, as its own examples show it."""
    found = {
        fix.applicability
        for example in rule.examples
        if example.bad and example.fix is not None
        for finding in run_example(rule, example, unmark(example.text)[0])
        for fix in finding.fixes
    }
    return tuple(level for level in ("safe", "unsafe", "display") if level in found)


def options_table(rule: type[Rule]) -> str:
    hints = rule.__annotations__
    rows = ["| option | type | default | what it does |", "|---|---|---|---|"]
    for key, spec in rule.option_specs.items():
        kind = str(getattr(hints.get(key, ""), "__name__", hints.get(key, ""))).replace("|", "or")
        rows.append(f"| `{key}` | {kind} | {_value(spec.default)} | {spec.description} |")
    return "\n".join(rows)


def _value(value: Any) -> str:
    if isinstance(value, (tuple, list, frozenset, set)):
        items = sorted(value) if isinstance(value, (set, frozenset)) else list(value)
        shown = ", ".join(str(item) for item in items[:6])
        return f"{shown}, … ({len(items)})" if len(items) > 6 else shown or "empty"
    return f"`{value}`"


def fenced(text: str, example: Example) -> str:
    fence = "~~~" if "```" in text else "```"
    options = ", ".join(f"{key}: {value}" for key, value in example.options.items())
    note = f"With `{options}`:\n\n" if options else ""
    language = {"md": "markdown", "txt": "text", "html": "html", "json": "json"}.get(
        example.name.rsplit(".", 1)[-1], "text"
    )
    return f"{note}{fence}{language}\n{text.rstrip()}\n{fence}"


def bad_example(rule: type[Rule], example: Example) -> str:
    """The text, and under it the report that the rule gives on it."""
    text, _ = unmark(example.text)
    source = Source(text)
    lines = []
    for finding in run_example(rule, example, text):
        line, column = source.position(finding.span.start)
        said = textwrap.indent(textwrap.fill(finding.message, 96), "> ")
        lines.append(f"> {line}:{column} **{finding.severity}**\n{said}")
    fixed = (
        f"\n\nAfter the fix:\n\n{fenced(example.fix, replace(example, options={}))}" if example.fix else ""
    )
    return fenced(text, example) + "\n\n" + "\n>\n".join(lines) + fixed


def switch_off(rule: type[Rule]) -> str:
    return (
        "For one article, in its front matter, with the reason:\n\n"
        f"```yaml\npresslint:\n  ignore:\n    {rule.name}: why it may stand\n```\n\n"
        f"For all, in `presslint.yaml`: `ignore: [{rule.name}]`, or another level: "
        f"`severity: {{{rule.name}: suggestion}}`."
    )


def index(rules: list[type[Rule]]) -> str:
    """All rules by chapter, with a link to the page of each."""
    chapters: dict[str, list[type[Rule]]] = {}
    for rule in rules:
        chapters.setdefault(rule.chapter or "other", []).append(rule)
    parts = [
        "# Rules",
        f"{len(rules)} rules. {INDEX}",
    ]
    for chapter in sorted(chapters):
        rows = ["| rule | level | what it wants |", "|---|---|---|"]
        for rule in chapters[chapter]:
            level = str(rule.severity) if rule.default_on else f"{rule.severity} (off)"
            rows.append(f"| [{rule.name}]({rule.name}.md) | {level} | {rule.summary()} |")
        parts.append(f"## {chapter.capitalize()}\n\n" + "\n".join(rows))
    return "\n\n".join(parts) + "\n"
