"""JSON Lines: one article to a line, of any kind that `cms` knows, read line by line in flat memory."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from msgspec.structs import replace

from presslint.article import Article
from presslint.model.document import Problem
from presslint.model.source import BOMS, Source, SourceError, Span
from presslint.reading import Settings, cms, jsontext
from presslint.reading.tree import Node, Shape


def read_bytes(data: bytes, path: str, settings: Settings = Settings()) -> Iterator[Article]:
    """The articles of a file; each knows its line. Lines are decoded one at a time."""
    encoding = settings.encoding
    start = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    wide = not start and any(data.startswith(mark) for mark, _ in BOMS)
    if wide or encoding.lower().replace("_", "-").startswith(("utf-16", "utf-32")):
        yield from read(Source.decode(data, path, encoding=encoding), settings)
        return
    number = 0
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        number += 1
        line = data[start:end]
        start = end + 1
        if line.strip():
            try:
                text = line.decode(encoding)
            except (UnicodeDecodeError, LookupError) as error:
                raise SourceError(path, f"not valid {encoding.upper()} ({error})", number) from None
            yield from _record(Source(text, path, encoding=encoding, first_line=number), settings)


def read(source: Source, settings: Settings = Settings()) -> Iterator[Article]:
    """The articles of a text with one JSON value to a line."""
    number = source.first_line - 1
    start, text = 0, source.text
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        number += 1
        line = text[start:end]
        start = end + 1
        if line.strip():
            record = Source(line, source.path, encoding=source.encoding, first_line=number)
            yield from _record(record, settings)


def _record(source: Source, settings: Settings) -> Iterator[Article]:
    """The articles of one line, under their own keys or the line's number.

    A line that is no JSON, or holds no article, is an article of nothing but a problem, so that one
    bad line in a million costs one line.
    """
    root, end, problems = jsontext.parse(source.text)
    if not problems and source.text[end:].strip():
        place = Span(end, len(source.text))
        problems = [Problem(place, "More text follows the JSON of this line; give each value its own line.")]
    found = False
    if root is None:
        root = Node(Shape.NULL, 0, 0)
    for article in cms.articles(root, source, settings, keyed=True):
        found = True
        key = article.key or f"line {source.first_line}"
        places = cms.Pointers(root, source)
        yield replace(article, key=key, problems=(*problems, *article.problems), place_of=places)
        problems = []
    if not found and not (cms.is_known(root) and not problems):
        message = f"No article in this line: {cms.missing(root, settings)}."
        problems = problems or [Problem(Span(0, len(source.text)), message)]
        yield Article(source, "jsonl", key=f"line {source.first_line}", problems=tuple(problems))
