"""presslint reads an article as an editor does.

This is the door for rule authors and library users. Importing it loads no parser and no command line.
"""

from presslint.article import Article, Block, Field, Kind, Link, Media, Section
from presslint.finding import Edit, Finding, Fix, Related, Severity, quoted
from presslint.passage import Mark, Part, Passage, Word
from presslint.rule import Bad, Good, Option, Rule
from presslint.source import Source, Span

__version__ = "0.1.0"

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
    "Related",
    "Rule",
    "Section",
    "Severity",
    "Source",
    "Span",
    "Word",
    "__version__",
    "quoted",
]
