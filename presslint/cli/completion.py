"""What a shell completes: rules and chapters of this folder's config, levels, formats, story types, files.

click asks while a line is typed, so that nothing here may fail or print: a config that is broken completes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import click
from click.shell_completion import CompletionItem

from presslint.cli import Misuse
from presslint.cli.options import make_configs, make_layer
from presslint.model.errors import PresslintError
from presslint.packs.catalog import Catalog
from presslint.packs.rule import summary_of

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
LEVELS = ("error", "warning", "suggestion", "off")


def _catalog(context: click.Context) -> Catalog | None:
    """The rules of the config that the line names, else of this folder's; None where it cannot be read."""
    layer = make_layer(select=(), extend_select=(), ignore=(), severity=())
    named = context.params.get("config_file")
    try:
        return make_configs(layer, config_file=named, isolated=False, today=None).top.catalog
    except (PresslintError, Misuse, OSError):
        return None


def rule(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The names of rules, each with what it says."""
    catalog = _catalog(context)
    if catalog is None:
        return []
    return [
        CompletionItem(name, help=summary_of(entry.doc))
        for name, entry in catalog.entries.items()
        if name.startswith(begun)
    ]


def chapter(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The names of chapters."""
    catalog = _catalog(context)
    return _items(() if catalog is None else catalog.chapters, begun)


def rules(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """`a,b,c`: rules and chapters, and all; what stands before the last comma stays."""
    before, comma, last = begun.rpartition(",")
    found = [
        *rule(context, parameter, last),
        *chapter(context, parameter, last),
        *_items(("all",) if parameter.name != "ignore" else (), last),
    ]
    return [CompletionItem(f"{before}{comma}{item.value}", help=item.help) for item in found]


def severity(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """`rule=level`; where more than one rule begins so, up to the sign."""
    before, comma, last = begun.rpartition(",")
    name, sign, level = last.partition("=")
    if sign:
        return _items((f"{before}{comma}{name}={each}" for each in LEVELS), f"{before}{comma}{name}={level}")
    found = [
        str(item.value) for item in (*rule(context, parameter, last), *chapter(context, parameter, last))
    ]
    ends = LEVELS if len(found) == 1 else ("",)
    return [CompletionItem(f"{before}{comma}{each}={end}") for each in found for end in ends]


def reading(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The formats that are read."""
    from presslint.reading import NAMES

    return _items(NAMES, begun)


def report(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The formats that are written; behind a colon a file."""
    from presslint.report import FORMATS

    return _items(FORMATS, begun)


def story_type(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The types of stories."""
    from presslint.desk.storytype import STORY_TYPES

    return _items(STORY_TYPES, begun)


def file(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Files, which the shell knows."""
    return [CompletionItem(begun, type="file")]


def _items(names: Iterable[str], begun: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in names if name.startswith(begun)]


COMPLETIONS: dict[str, Any] = {
    "rule": rule,
    "chapter": chapter,
    "rules": rules,
    "severity": severity,
    "reading": reading,
    "report": report,
    "story-type": story_type,
    "file": file,
}
