"""Files of text, told apart by how they begin: a message of a wire, a saved e-mail, else plain text."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.article import Article
from presslint.model.source import Source
from presslint.reading import Settings, eml, plain, wiretext


def read_bytes(data: bytes, path: str, settings: Settings = Settings()) -> Iterator[Article]:
    """The articles of a file. Messages and mail need not be UTF-8, plain text is what the settings say."""
    if wiretext.begins(data):
        yield from wiretext.read_bytes(data, path, settings)
    elif eml.begins(data):
        yield from eml.read_bytes(data, path, settings)
    else:
        yield from plain.read(Source.decode(data, path, encoding=settings.encoding), settings)


def read(source: Source, settings: Settings = Settings()) -> Iterator[Article]:
    """The articles of a text that is decoded already."""
    head = source.text.encode("utf-8", "replace")
    module = wiretext if wiretext.begins(head) else eml if eml.begins(head) else plain
    yield from module.read(source, settings)
