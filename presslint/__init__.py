"""presslint reads an article as an editor does.

This is the door for rule authors and library users: `from presslint import Article, Rule, check`. A
name is fetched from its room when it is first used, so that importing presslint loads next to nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing typing costs more than everything else here

__version__ = "0.1.0"

if TYPE_CHECKING:
    from presslint.article import Article
    from presslint.config.config import Config
    from presslint.engine.checking import check
    from presslint.engine.library import Result, apply_edits, apply_fixes, check_file, check_text, suppress
    from presslint.model.document import Block, Field, Kind, Link, Media, Section, once
    from presslint.model.errors import PresslintError
    from presslint.model.finding import Edit, Finding, Fix, Related, Severity, quoted
    from presslint.model.passage import MASK, Mark, Part, Passage, Word
    from presslint.model.problem import FileProblem
    from presslint.model.regex import regex
    from presslint.model.source import Source, Span
    from presslint.packs.rule import Bad, Good, Option, Rule
    from presslint.packs.site import Digest, Overlap, SiteIndex, SiteRule

ROOMS = {
    "article": ("Article",),
    "model.document": ("Block", "Field", "Kind", "Link", "Media", "Section", "once"),
    "config.config": ("Config",),
    "engine.checking": ("check",),
    "engine.library": ("Result", "apply_edits", "apply_fixes", "check_file", "check_text", "suppress"),
    "model.problem": ("FileProblem",),
    "model.errors": ("PresslintError",),
    "model.finding": ("Edit", "Finding", "Fix", "Related", "Severity", "quoted"),
    "model.passage": ("MASK", "Mark", "Part", "Passage", "Word"),
    "model.regex": ("regex",),
    "packs.rule": ("Bad", "Good", "Option", "Rule"),
    "packs.site": ("Digest", "Overlap", "SiteIndex", "SiteRule"),
    "model.source": ("Source", "Span"),
}

__all__ = [
    "MASK",
    "Article",
    "Bad",
    "Block",
    "Config",
    "Digest",
    "Edit",
    "Field",
    "FileProblem",
    "Finding",
    "Fix",
    "Good",
    "Kind",
    "Link",
    "Mark",
    "Media",
    "Option",
    "Overlap",
    "Part",
    "Passage",
    "PresslintError",
    "Related",
    "Result",
    "Rule",
    "Section",
    "Severity",
    "SiteIndex",
    "SiteRule",
    "Source",
    "Span",
    "Word",
    "__version__",
    "apply_edits",
    "apply_fixes",
    "check",
    "check_file",
    "check_text",
    "once",
    "quoted",
    "regex",
    "suppress",
]


def fetched(door: dict[str, object], rooms: dict[str, tuple[str, ...]], name: str) -> object:
    """A name of a door from its room, and from now on at the door itself; `door` are the module's globals."""
    for room, names in rooms.items():
        if name in names:
            from importlib import import_module

            value = door[name] = getattr(import_module(f"presslint.{room}"), name)
            return value
    raise AttributeError(f"module “{door['__name__']}” has no attribute “{name}”")


def __getattr__(name: str) -> object:
    return fetched(globals(), ROOMS, name)
