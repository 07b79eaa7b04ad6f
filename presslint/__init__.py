"""presslint reads an article as an editor does.

This is the door for rule authors and library users: `from presslint import Article, Rule, check`. A
name is fetched from its room when it is first used, so that importing presslint loads next to nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing typing costs more than everything else here

__version__ = "0.1.0"

if TYPE_CHECKING:
    from presslint.article import Article, Block, Field, Kind, Link, Media, Section
    from presslint.engine.checking import check
    from presslint.model.errors import PresslintError
    from presslint.model.finding import Edit, Finding, Fix, Related, Severity, quoted
    from presslint.model.passage import Mark, Part, Passage, Word
    from presslint.model.regex import regex
    from presslint.model.source import Source, Span
    from presslint.packs.rule import Bad, Good, Option, Rule

ROOMS = {
    "article": ("Article", "Block", "Field", "Kind", "Link", "Media", "Section"),
    "engine.checking": ("check",),
    "model.errors": ("PresslintError",),
    "model.finding": ("Edit", "Finding", "Fix", "Related", "Severity", "quoted"),
    "model.passage": ("Mark", "Part", "Passage", "Word"),
    "model.regex": ("regex",),
    "packs.rule": ("Bad", "Good", "Option", "Rule"),
    "model.source": ("Source", "Span"),
}

__all__ = [
    "Article",
    "Bad",
    "Block",
    "Edit",
    "Field",
    "Finding",
    "Fix",
    "Good",
    "Kind",
    "Link",
    "Mark",
    "Media",
    "Option",
    "Part",
    "Passage",
    "PresslintError",
    "Related",
    "Rule",
    "Section",
    "Severity",
    "Source",
    "Span",
    "Word",
    "__version__",
    "check",
    "quoted",
    "regex",
]


def __getattr__(name: str) -> object:
    for room, names in ROOMS.items():
        if name in names:
            from importlib import import_module

            value = getattr(import_module(f"presslint.{room}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module “presslint” has no attribute “{name}”")
