"""XML, told apart by its root element: NITF, NewsML, WordPress's WXR and RSS, Atom, or XHTML."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.article import Article
from presslint.model.source import Source, SourceError
from presslint.reading import Settings
from presslint.reading.xmltree import decode, parse, root_name

NEWSML = frozenset(("newsItem", "newsMessage", "packageItem", "knowledgeItem", "conceptItem", "planningItem"))
NEWSML_1 = frozenset(("NewsML", "NewsItem"))


def read_bytes(data: bytes, path: str, settings: Settings = Settings()) -> Iterator[Article]:
    """The articles of a file; the XML declaration names the encoding."""
    yield from read(decode(data, path, settings.encoding), settings)


def read(source: Source, settings: Settings = Settings()) -> Iterator[Article]:
    """The articles of an XML source. Raises SourceError for other XML and for what is not well-formed."""
    root = root_name(source.text)
    if root == "nitf":
        from presslint.reading import nitf

        yield from nitf.read(parse(source), source, settings)
    elif root in NEWSML:
        from presslint.reading import newsml

        yield from newsml.read(parse(source), source, settings)
    elif root in NEWSML_1:
        from presslint.reading import newsml1

        yield from newsml1.read(parse(source), source, settings)
    elif root in ("rss", "RDF"):
        from presslint.reading import wxr

        yield from wxr.read(source, settings)
    elif root in ("feed", "entry"):
        from presslint.reading import atom

        yield from atom.read(source, settings)
    elif root == "html":
        from presslint.reading import html

        yield from html.read(source, settings)
    elif root:
        known = "NITF, NewsML 1 and G2, WordPress’s WXR, RSS, Atom and XHTML"
        raise SourceError(source.path, f"no reader for XML whose root is <{root}> (known: {known})")
    else:
        raise SourceError(source.path, "no XML element in this file")
