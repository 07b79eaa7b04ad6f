"""E-mail: the subject is the headline, the sender the source; the text is that of its plainest part.

A text file is taken for a saved message only where its first lines can be nothing else, for a story or a memo may
begin with “From:” too.

Offsets are those of the file: quoted-printable is mapped sign by sign, base64 as one block.
"""

from __future__ import annotations

import binascii
import codecs
import re
from collections.abc import Iterable, Iterator, Mapping
from email.header import decode_header, make_header
from email.utils import parseaddr

from msgspec import Struct

from presslint.article import Article
from presslint.model.document import Problem
from presslint.model.passage import Builder, Part, Passage
from presslint.model.regex import regex
from presslint.model.source import LOST, Source, SourceError, Span
from presslint.reading import Settings, html
from presslint.reading.bodyhead import settle
from presslint.reading.fields import Fields
from presslint.reading.plaintext import read_text
from presslint.reading.tree import Piece
from presslint.reading.wrongbytes import shown_name, wrong_bytes

DEPTH_LIMIT = 12  # parts in parts
HEADER = regex(r"([!-9;-~]{1,80}):[ \t]*+([^\r\n]*+(?:\r?\n[ \t][^\r\n]*+)*+)\r?\n?")
PARAMETER = regex(r";\s*+(charset|boundary)\s*+=\s*+(?:\"([^\"\r\n]{1,200})\"|([^\s;\"]{1,200}))", re.I)
# a run of encoded bytes, soft line breaks in it included, or such a break
QUOTED = regex(r"(?:=[0-9A-Fa-f]{2}(?:=[ \t]{0,9}\r?\n)?)+|=[ \t]{0,9}\r?\n")
BYTE = regex(r"=([0-9A-Fa-f]{2})")
# what may stand before the headers of a saved message: blank lines, and the line with which a mailbox parts messages
BEFORE = regex(r"\s{0,2000}(?:From \S{1,200} {1,2}[A-Z][a-z]{2} [A-Z][a-z]{2} [^\r\n]{6,60}\r?\n)?")
ADDRESS = regex(r"[^\s@<>]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
HEAD = 64_000  # bytes in which the headers of a saved message end
# headers that programs write, and those that people see; a text with all of the second and an address is a message
BY_PROGRAMS = frozenset(
    "message-id mime-version received delivered-to return-path content-type x-mailer".split()
)
BY_PEOPLE = ("from", "to", "subject")
DATES = ("date", "sent")


class Message(Struct, frozen=True):
    """A message or a part of one: its headers with the places of their values, and where its body stands."""

    headers: Mapping[str, Span]
    start: int
    end: int
    parted: bool = False  # by a blank line from its headers


class Body(Struct, frozen=True):
    """The text of a message: its kind, its words, the encoding that it declares."""

    kind: str
    words: Passage
    charset: str


def begins(data: bytes) -> bool:
    """Whether a file of text is a saved message: a block of headers, an address in them, a blank line below."""
    text = data[:HEAD].removeprefix(codecs.BOM_UTF8).decode("latin-1")
    message = _message(text, _start(text), len(text))
    headers = message.headers
    if "from" not in headers or not ADDRESS.search(_values(text, headers, ("from", "to", "sender"))):
        return False
    if not message.parted:
        return False
    seen = all(name in headers for name in BY_PEOPLE) and any(name in headers for name in DATES)
    return seen or (len(headers) > 2 and not headers.keys().isdisjoint(BY_PROGRAMS))


def _values(text: str, headers: Mapping[str, Span], names: Iterable[str]) -> str:
    return " ".join(text[slice(*headers[name])] for name in names if name in headers)


def _start(text: str) -> int:
    before = BEFORE.match(text)
    return before.end() if before is not None else 0


def read_bytes(data: bytes, path: str, settings: Settings = Settings()) -> Iterator[Article]:
    """The article of a file; bytes that are no UTF-8 are read as Latin-1, as old mail is written."""
    try:
        source = Source.decode(data, path, encoding=settings.encoding)
    except SourceError:
        source = Source.decode(data, path, encoding="latin-1")
    yield from read(source, settings)


def read(source: Source, settings: Settings = Settings()) -> Iterator[Article]:
    """The one article of a message. Raises SourceError where it has no headers or no text."""
    message = _message(source.text, _start(source.text), len(source.text))
    if "from" not in message.headers and "subject" not in message.headers:
        raise SourceError(source.path, "no “From:” and no “Subject:” at the head; an e-mail begins with them")
    found = _text(source, message, 0)
    if found is None:
        raise SourceError(
            source.path, "no part of this e-mail is text; presslint reads text/plain and text/html"
        )
    kind, words = found.kind, found.words
    fields = Fields(source, settings, origin="head")
    _head(source, message, fields)
    subject = next(iter(fields.mapping().get("headline", ())), None)
    if kind == "text/html":
        blocks, comments = html.fragment(words)
        settled, slots = settle(fields, blocks, has_head=True)
    else:
        read_out = read_text(words, subject.text if subject is not None else "")
        settled, slots, comments = read_out.blocks, read_out.slots, ()
        fields.fill(read_out.fields)
    yield Article(
        source,
        "email",
        settled,
        fields.mapping(),
        carries=frozenset(("headings", "links")),
        comments=comments,
        problems=_wrong(found),
        slots=slots,
        body_start=words.span.start,
        settings=settings.article,
    )


def _wrong(found: Body) -> tuple[Problem, ...]:
    """That bytes of a text are not valid in the encoding that it declares, at the first of them."""
    words = found.words
    at = words.text.find(LOST) if LOST not in words.source.text else -1
    if at < 0:
        return ()
    count = words.text.count(LOST)
    told = wrong_bytes(f"The message declares {shown_name(found.charset)}", words, Span(at, at + 1), count)
    message = f"{told}; send it in UTF-8 or declare the encoding that it has."
    return (Problem(words[at : at + 1].span, message, "encoding"),)


def _message(text: str, start: int, end: int) -> Message:
    headers: dict[str, Span] = {}
    at = start
    while (match := HEADER.match(text, at, end)) is not None:
        headers.setdefault(match.group(1).lower(), Span(*match.span(2)))
        at = match.end()
    blank = re.compile(r"\r?\n").match(text, at)
    return Message(headers, blank.end() if blank is not None else at, end, blank is not None)


def _value(source: Source, message: Message, name: str) -> str:
    span = message.headers.get(name)
    return " ".join(source.text[span.start : span.end].split()) if span is not None else ""


def _parameters(source: Source, message: Message) -> dict[str, str]:
    given = PARAMETER.finditer(_value(source, message, "content-type"))
    return {match[1].lower(): match[2] or match[3] for match in given}


def _text(source: Source, message: Message, depth: int) -> Body | None:
    """The words of the first part that is text; plain text before HTML."""
    kind = (_value(source, message, "content-type").partition(";")[0].strip() or "text/plain").lower()
    given = _parameters(source, message)
    if kind.startswith("multipart/") and given.get("boundary") and depth < DEPTH_LIMIT:
        parts = [_text(source, part, depth + 1) for part in _parts(source.text, message, given["boundary"])]
        found = [part for part in parts if part is not None]
        return min(found, key=lambda part: part.kind != "text/plain", default=None)
    if kind not in ("text/plain", "text/html") or _value(source, message, "content-disposition").startswith(
        "attach"
    ):
        return None
    charset = given.get("charset", "utf-8").lower()
    words = _decoded(source, message, charset)
    return Body(kind, words, charset) if words else None


def _parts(text: str, message: Message, boundary: str) -> Iterator[Message]:
    mark = f"--{boundary}"
    at = text.find(mark, message.start, message.end)
    while at >= 0:
        begin = text.find("\n", at, message.end) + 1
        upto = text.find(mark, begin, message.end)
        if not begin or text.startswith("--", at + len(mark)):
            return
        yield _message(text, begin, upto if upto >= 0 else message.end)
        at = upto


def _decoded(source: Source, message: Message, charset: str) -> Passage:
    """The words of a part, by its transfer encoding."""
    way = _value(source, message, "content-transfer-encoding").lower()
    text, start, end = source.text, message.start, message.end
    builder = Builder(source)
    if way == "quoted-printable":
        at = start
        for match in QUOTED.finditer(text, start, end):
            builder.add(at, match.start())
            builder.add_all(_quoted(text, *match.span(), charset))
            at = match.end()
        builder.add(at, end)
    elif way == "base64":
        try:
            raw = binascii.a2b_base64(text[start:end].encode("ascii", "ignore"))
        except binascii.Error:
            return builder.passage()
        builder.add(start, end, _characters(raw, charset))
    else:
        builder.add(start, end)
    return builder.passage()


def _quoted(text: str, start: int, end: int, charset: str) -> Iterator[Piece]:
    """The characters of encoded bytes: in UTF-8 one by one, in another encoding as one block."""
    found = [(*match.span(), int(match[1], 16)) for match in BYTE.finditer(text, start, end)]
    one_by_one = charset.lower().replace("-", "") == "utf8"
    group: list[tuple[int, int, int]] = []
    for each in found:
        if group and one_by_one and each[2] & 0xC0 != 0x80:  # a byte that begins a character
            yield group[0][0], group[-1][1], _characters(bytes(byte for _, _, byte in group), charset)
            group = []
        group.append(each)
    if group:
        yield group[0][0], group[-1][1], _characters(bytes(byte for _, _, byte in group), charset)


def _characters(raw: bytes, charset: str) -> str:
    try:
        return raw.decode(charset, "replace")
    except LookupError:
        return raw.decode("utf-8", "replace")


def _head(source: Source, message: Message, fields: Fields) -> None:
    """Subject, sender and date, where the message has them."""
    for name, header in (("headline", "subject"), ("source", "from"), ("extra", "date")):
        span = message.headers.get(header)
        if span is None or span.start == span.end:
            continue
        written = _value(source, message, header)
        shown = str(make_header(decode_header(written))) if "=?" in written else written
        if header == "from":
            shown = parseaddr(shown)[0] or parseaddr(shown)[1]
        at = source.text.find(shown, span.start, span.end)
        builder = Builder(source)
        if at >= 0:
            builder.add(at, at + len(shown))
        else:
            builder.add(span.start, span.end, shown)
        fields.put(name, builder.passage(Part.FIELD), key=header, span=span, whole=True)
