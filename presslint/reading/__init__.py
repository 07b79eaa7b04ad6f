"""From bytes to articles: one file per format, chosen by the file's name and, for JSON and XML, its shape.

A format module offers `read(source, settings)`; a format that is not text offers
`read_bytes(data, path, settings)`. Both yield articles, so that a file of a million records is read
in flat memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import PurePath
from typing import Any

from msgspec import Struct, field

from presslint.article import Article
from presslint.model.source import Source, SourceError
from presslint.reading.normal import in_normal_form

# suffix -> module of presslint.reading; the readers of JSON and XML look at the shape inside
FORMATS: Mapping[str, str] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mdwn": "markdown",
    ".mkd": "markdown",
    ".mkdn": "markdown",
    ".rmd": "markdown",
    ".qmd": "markdown",
    ".mdx": "markdown",
    ".txt": "textfile",
    ".text": "textfile",
    ".anpa": "wiretext",
    ".iptc": "wiretext",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "cms",
    ".jsonld": "cms",
    ".jsonl": "jsonlines",
    ".ndjson": "jsonlines",
    ".csv": "csvrows",
    ".tsv": "csvrows",
    ".xml": "xml",
    ".nitf": "xml",
    ".wxr": "xml",
    ".rss": "xml",
    ".atom": "xml",
    ".adoc": "asciidoc",
    ".asciidoc": "asciidoc",
    ".asc": "asciidoc",
    ".rst": "rst",
    ".aml": "archieml",
    ".archieml": "archieml",
    ".docx": "docx",
    ".eml": "eml",
}
# names that a user gives to --format or `format:` in the config
NAMES: Mapping[str, str] = {
    "markdown": "markdown",
    "mdx": "markdown",
    "plain": "plain",
    "text": "plain",
    "html": "html",
    "json": "cms",
    "jsonl": "jsonlines",
    "csv": "csvrows",
    "xml": "xml",
    "asciidoc": "asciidoc",
    "rst": "rst",
    "archieml": "archieml",
    "docx": "docx",
    "email": "eml",
    "anpa": "wiretext",
    "iptc7901": "wiretext",
}


class Settings(Struct, frozen=True):
    """What the config says about reading: format, encoding, extra field names, article defaults.

    `fields` maps canonical field names to further keys of this house, best first. `article` goes
    into `Article.settings` (story-type, language).
    """

    format: str = ""
    encoding: str = "utf-8"
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    article: Mapping[str, Any] = field(default_factory=dict)


def format_of(path: str) -> str | None:
    """The reader for a path by its suffix, or None when presslint does not read such files."""
    return FORMATS.get(PurePath(path).suffix.lower())


def read(data: bytes, path: str, settings: Settings = Settings()) -> Iterator[Article]:
    """The articles in a file. Raises SourceError with one line for what cannot be read at all."""
    name = NAMES.get(settings.format) if settings.format else format_of(path)
    if name is None:
        known = ", ".join(sorted(FORMATS))
        raise SourceError(path, f"no reader for this kind of file (known: {known}); name one with --format")
    module = import_module(f"presslint.reading.{name}")
    if hasattr(module, "read_bytes"):
        articles = module.read_bytes(data, path, settings)
    else:
        articles = module.read(Source.decode(data, path, encoding=settings.encoding), settings)
    yield from map(in_normal_form, articles)
