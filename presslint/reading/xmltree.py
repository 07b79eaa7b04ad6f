"""XML as an element tree with places: expat reads, and nothing outside the file is ever fetched.

A DOCTYPE that only names a document type is passed over; one that declares anything is refused, for
that is how a few lines of XML grow into gigabytes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from xml.parsers import expat

from presslint.language.entities import unescaped
from presslint.model.document import Comment
from presslint.model.passage import Builder, Part, Passage
from presslint.model.regex import regex
from presslint.model.source import BOMS, Source, SourceError, Span
from presslint.reading.elements import DEPTH_LIMIT, Element, Markup, Text, TreeBuilder

CHUNK = 1 << 16
NAME = regex(r"[^\s/>]{1,200}")
NO_ELEMENT = (("<!--", "-->"), ("<?", "?>"), ("<!", ">"))  # how other markup begins and ends
KEPT_PREFIXES = frozenset("content excerpt wp dc".split())  # of WordPress exports; others say nothing
DECLARATION = regex(rb"""<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9._-]{1,40})["']""")


def decode(data: bytes, path: str, encoding: str) -> Source:
    """Decode by the XML declaration, unless a byte-order mark or the user says otherwise."""
    if encoding == "utf-8" and not any(data.startswith(mark) for mark, _ in BOMS):
        declared = DECLARATION.match(data.lstrip()[:400])
        if declared is not None:
            encoding = declared.group(1).decode("ascii").lower()
    return Source.decode(data, path, encoding=encoding)


def root_name(text: str) -> str:
    """The local name of the first element, or an empty string."""
    start = text.find("<")
    while start >= 0:
        closing = next((end for begin, end in NO_ELEMENT if text.startswith(begin, start)), "")
        if not closing:
            found = NAME.match(text, start + 1)
            return found.group().rpartition(":")[2] if found is not None else ""
        end = text.find(closing, start)
        start = text.find("<", end) if end >= 0 else -1
    return ""


def parse(source: Source) -> Markup:
    """The whole tree. Raises SourceError with place for XML that is not well-formed."""
    reader = _Reader(source, frozenset())
    for _ in reader.run():
        pass
    return Markup(reader.builder.finish(len(source.text)), tuple(reader.comments))


def stream(source: Source, tags: Collection[str]) -> Iterator[Element]:
    """Each element of these tags when it is complete; it is dropped from the tree afterwards."""
    yield from _Reader(source, frozenset(tags)).run()


class _Reader:
    """Turns expat's events into elements; byte offsets become code points on the way."""

    def __init__(self, source: Source, wanted: frozenset[str]) -> None:
        self.source = source
        self.wanted = wanted
        self.builder = TreeBuilder()
        self.comments: list[Comment] = []
        self.done: list[Element] = []
        self.open: list[Element] = []
        self.pending: tuple[int, str] | None = None
        self.comment: tuple[int, str] | None = None
        self.last_start: int | None = None
        self.character: Callable[[int], int] = source.byte_map().character

    def run(self) -> Iterator[Element]:
        try:
            data = self.source.text.encode("utf-8")
        except UnicodeEncodeError as error:
            place = self.source.position(error.start)
            reason = "half a surrogate pair stands here; delete it"
            raise SourceError(self.source.path, reason, *place) from None
        parser = self.parser = expat.ParserCreate("utf-8")
        parser.buffer_text = False
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.CommentHandler = self.on_comment
        parser.StartCdataSectionHandler = self.edge
        parser.EndCdataSectionHandler = self.edge
        parser.ProcessingInstructionHandler = lambda target, data: self.edge()
        parser.StartDoctypeDeclHandler = self.doctype
        parser.EntityDeclHandler = self.entity
        parser.SkippedEntityHandler = self.skipped
        try:
            for at in range(0, len(data), CHUNK):
                parser.Parse(data[at : at + CHUNK], at + CHUNK >= len(data))
                yield from self.take()
            if not data:
                parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise self.refusal(error) from None
        yield from self.take()

    def take(self) -> Iterator[Element]:
        done, self.done = self.done, []
        for element in done:
            yield element
            if element.parent is not None:
                element.parent.children.clear()

    def refusal(self, error: expat.ExpatError) -> SourceError:
        reason = expat.ErrorString(error.code) or "not understood"
        offset = self.character(max(self.parser.ErrorByteIndex, 0))
        place = self.source.position(min(offset, len(self.source.text)))
        if error.code == 3 or error.code == 5:  # no element found, unclosed token: the file stops too early
            names = [f"<{element.tag}>" for element in self.open[-1:]]
            reason = f"the XML ends before {names[0]} is closed" if names else "the XML holds no element"
            return SourceError(self.source.path, reason, *place)
        return SourceError(self.source.path, f"not well-formed XML: {reason}; mend this line", *place)

    # -- events ---------------------------------------------------------------------------------

    def edge(self) -> int:
        """Where the event that is being handled begins; ends the text before it."""
        at = self.character(self.parser.CurrentByteIndex)
        if self.last_start is not None:
            self.last_start = None
            element = self.open[-1]
            element.inner = element.inner_end = at
        if self.comment is not None:
            start, words = self.comment
            self.comments.append(Comment(words, Span(start, at)))
            self.comment = None
        if self.pending is not None:
            start, data = self.pending
            self.pending = None
            if self.source.text[start:at] == data:
                self.add(Text(start, at))
            else:
                self.add(Text(start, at, data))
        return at

    def add(self, piece: Text) -> None:
        children = self.open[-1].children if self.open else self.builder.root.children
        last = children[-1] if children else None
        if isinstance(last, Text) and last.text is None and piece.text is None and last.end == piece.start:
            children[-1] = Text(last.start, piece.end)
        else:
            children.append(piece)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        at = self.edge()
        if len(self.open) >= DEPTH_LIMIT:
            place = self.source.position(at)
            raise SourceError(self.source.path, f"the XML nests deeper than {DEPTH_LIMIT} elements", *place)
        prefix, _, local = name.rpartition(":")
        parent = self.open[-1] if self.open else self.builder.root
        element = Element(name if prefix in KEPT_PREFIXES else local, attributes, at, at, parent)
        parent.children.append(element)
        self.open.append(element)
        self.last_start = at

    def end(self, name: str) -> None:
        at = self.edge()
        element = self.open.pop()
        element.inner_end = at
        closing = self.source.text.find(">", at) + 1 if self.source.text.startswith("</", at) else at
        element.end = max(closing, at)
        if element.inner > element.inner_end:
            element.inner = element.inner_end
        if element.tag in self.wanted:
            self.done.append(element)

    def text(self, data: str) -> None:
        self.pending = (self.edge(), data)

    def on_comment(self, data: str) -> None:
        self.comment = (self.edge(), data)

    def skipped(self, name: str, is_parameter: bool) -> None:
        """An entity that only a DTD could explain: HTML's names are understood all the same."""
        if not is_parameter:
            self.pending = (self.edge(), unescaped(f"&{name};"))

    def doctype(self, name: str, system: str | None, public: str | None, has_subset: bool) -> None:
        at = self.edge()
        if has_subset:
            raise SourceError(
                self.source.path,
                "the DOCTYPE declares things of its own, which presslint refuses to read; delete its “[…]”",
                *self.source.position(at),
            )

    def entity(self, *declaration: object) -> None:
        place = self.source.position(self.character(self.parser.CurrentByteIndex))
        raise SourceError(self.source.path, "an entity is declared here; write its text instead", *place)


def raw(source: Source, element: Element, part: Part) -> Passage:
    """All text of an element as it stands, white space and line ends kept."""
    builder = Builder(source)
    for piece in element.texts():
        builder.add(piece.start, piece.end, piece.text)
    return builder.passage(part)
