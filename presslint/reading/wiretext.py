"""Messages of news wires as text between control characters: ANPA 1312 and IPTC 7901.

SOH begins the header of a message, STX its text, ETX ends the text and EOT the message; a file may hold several.
The text has lines of its own above the copy, those for readers and those for the desk: in ANPA each begins with “^”
and ends in “<” or “=”, in IPTC 7901 the last of them ends in “=”. A paragraph of ANPA begins with a tab.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from msgspec import Struct
from msgspec.structs import replace

from presslint.article import Article
from presslint.language.languages import language_of
from presslint.model.document import Block
from presslint.model.passage import Builder, Part, Passage
from presslint.model.regex import regex
from presslint.model.source import BOMS, Source, SourceError, Span
from presslint.reading import Settings
from presslint.reading.fields import Fields
from presslint.reading.lines import ADVISORY, CAPTION
from presslint.reading.plaintext import Text, read_text

SOH, STX, ETX = "\x01", "\x02", "\x03"
BEGINS = regex(rb"[\x00\x16\x7f\s]{0,64}\x01[^\x01\x02]{4,2000}\x02")
MESSAGE = regex(
    r"\x01(?P<head>[^\x01\x02]{0,4000})\x02(?P<text>[^\x01\x03\x04]*)(?P<tail>\x03[^\x01\x04\x0c]*)?"
)
LINE = regex(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
# ANPA: “r z”, format codes, the keyword, “02-20” and the words; before it service, number and selector
ANPA_FIRST = regex(r"(?P<number>[A-Za-z]{1,3}\d{3,5})\x1f")
ANPA_SECOND = regex(
    r"(?P<priority>[a-z]) (?P<category>[a-z])[\x11-\x14]{1,2} (?P<keyword>[^\r\n]{1,60}?)\s+"
    r"(?P<date>\d{1,2}-\d{1,2})\s+(?P<words>\d{1,6})",
    re.I,
)
# IPTC 7901: source and number, priority, category, words, and what the agency adds
IPTC_FIRST = regex(
    r"(?P<number>[A-Za-z]{1,5}\d{1,6}) (?P<priority>\d) (?P<category>[a-z]{1,3}) (?P<words>\d{1,6})\b", re.I
)
ANPA_STAMP = regex(
    r"\x03(?P<stamp>[A-Z]{1,6}-[A-Z]{1,6}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d) (?P<hour>\d\d)(?P<minute>\d\d)GMT)",
    re.I,
)
IPTC_STAMP = regex(
    r"\x03(?P<stamp>(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d) (?:GMT|UTC|Z) (?P<month>[A-Za-z]{3,4}) (?P<year>\d\d))"
)
WIRES = tuple(map(language_of, ("en", "de")))  # the languages in which wires of this kind name a month
COUNT = regex(r",\s?(?P<count>\d{1,6}|Advance\b.{0,40})?\s{0,4}\Z")
DESK = regex(
    r"(?:[A-Z]{2,8} )?(?:Photos?|Graphics?|Videos?|Pictures?)(?:\s[A-Z]{2,6}\d{2,4}\b.*|[.:]?\Z)"
    r"|(?:Eds|EDS|Editors?|Editor's note)\s?:|ATTN\b|HFR\b"
)
LABEL = regex(r"\([^()]{1,40}\)|(?:\d+(?:ST|ND|RD|TH) )?[A-Z]{3,12}(?: [A-Z]{2,12}){0,3}")
BYLINE = regex(r"by\s", re.I)
ROUTED = regex(
    r"\^(?:\*\d{3,5}<\s{0,3}\^)?"
)  # how a line above the copy begins, the first perhaps with a route
ROLE_WORDS = 6  # a line below a byline of so many words names the writer's post or agency
SIGN_OFF = regex(
    r"(?:[a-z]{2,4}(?:[ /][a-z]{2,4}){1,7}|[a-z]{2,4}(?:/[a-z]{2,4}){0,5}(?:-[a-z]{2,3})?/[a-z]{2,3})"
)
KEYWORD = regex(r"[^/\r\n]+/")
# what an agency adds below the copy for the desks of its customers
NOTEBOOK = regex(
    r"#\s*(?:[a-z]{2,4}[- ])?(?:notebook|notizblock)\b|the following information is not (?:intended )?for publication",
    re.I,
)
MARKS = "\t ^\b"  # beginnings of lines: of a paragraph, one that stands alone, a row of a table
UNSEEN = "\x00\x10\x7f"  # fill, blanks of a width of their own
SIGNS = regex(r"[ \t]*[<=]+")
QUAD = " <=\t"  # ends of lines that told a typesetter how to set them
# how wires write what the alphabet of ANPA lacks
MEANT = {"``": "“", "''": "”", "_": "—", ";": "\t"}
MEANT_SIGNS = regex(r"``|''|(?<= )_(?= )")
ROW_SIGNS = regex(r";")
ABOVE = 60  # lines above the copy; with more of them the rest is copy
CELLS = 3  # columns that a line of a table has at least


class Shown(Struct, frozen=True):
    """A line above the copy, without its marks."""

    start: int
    end: int
    text: str


def begins(data: bytes) -> bool:
    """Whether a file begins with the header of a message."""
    return BEGINS.match(data[:4096]) is not None


def read_bytes(data: bytes, path: str, settings: Settings = Settings()) -> Iterator[Article]:
    """The articles of a file. Bytes that are no UTF-8 are read as Windows-1252 or Latin-1, as wires write them."""
    encodings = [settings.encoding]
    if settings.encoding == "utf-8" and not any(data.startswith(mark) for mark, _ in BOMS):
        encodings += ["cp1252", "latin-1"]
    for encoding in encodings[:-1]:
        try:
            source = Source.decode(data, path, encoding=encoding)
        except SourceError:
            continue
        yield from read(source, settings)
        return
    yield from read(Source.decode(data, path, encoding=encodings[-1]), settings)


def read(source: Source, settings: Settings = Settings()) -> Iterator[Article]:
    """Each message with a text. Raises SourceError where the source holds none."""
    messages = list(MESSAGE.finditer(source.text))
    if not messages:
        reason = "no message of a wire (SOH, a header, STX, a text); plain text is read with --format plain"
        raise SourceError(source.path, reason)
    found = False
    for message in messages:
        if message["text"].strip():
            found = True
            yield _Message(source, settings, message).article(len(messages) > 1)
    if not found:
        place = source.position(messages[0].start("text"))
        raise SourceError(source.path, "the message has no text between STX and ETX", *place)


class _Message:
    """One message being read."""

    def __init__(self, source: Source, settings: Settings, match: re.Match[str]) -> None:
        self.source = source
        self.settings = settings
        self.match = match
        self.fields = Fields(source, settings, origin="cms")
        self.slug = ""
        self.first = ANPA_FIRST.match(match["head"])
        self.is_anpa = self.first is not None
        if self.first is None:
            self.first = IPTC_FIRST.match(match["head"])

    def article(self, is_one_of_many: bool) -> Article:
        self.header()
        self.stamp()
        lines = list(self.lines())
        at = self.shown(lines)
        start = lines[at][0] if at < len(lines) else self.match.end("text")
        lines = lines[at:]
        end = self.end_of_copy(lines)
        words = self.paragraphs(lines, end) if self.is_anpa else Passage.of(self.source, start, end)
        headline = next((found.text for found in self.fields.mapping().get("headline", ())), "")
        text = read_text(words, headline)
        self.fields.fill(text.fields)
        number = self.first["number"] if self.first is not None else str(self.match.start())
        return Article(
            self.source,
            "anpa" if self.is_anpa else "iptc7901",
            tuple(self.whole(block) for block in text.blocks),
            self.fields.mapping(),
            carries=self.carries(text),
            key=number if is_one_of_many else "",
            slots=text.slots,
            body_start=start,
            settings=self.settings.article,
        )

    def whole(self, block: Block) -> Block:
        """A block with the signs behind it that told how to set it, for they are no copy that was not read."""
        signs = SIGNS.match(self.source.text, block.span.end, self.match.end("text"))
        return replace(block, span=Span(block.span.start, signs.end())) if signs is not None else block

    def carries(self, text: Text) -> frozenset[str]:
        carries = {"headings", "metadata"}
        if any(link for block in text.blocks for each in block.walk() for link in each.links):
            carries.add("links")
        if "tags" in self.fields:
            carries.add("tags")
        return frozenset(carries)

    # -- header and trailer -----------------------------------------------------------------------

    def put(self, name: str, start: int, end: int, key: str, part: Part = Part.FIELD) -> None:
        builder = Builder(self.source)
        self.copy(builder, start, end, is_row=False)
        passage = builder.passage(part).strip()
        if passage:
            self.fields.put(name, passage, key=key, whole=name == "tags")

    def header(self) -> None:
        """Number, priority, category, keyword and words of the message."""
        base = self.match.start("head")
        self.group(self.first, base, ("number", "priority", "category", "words"))
        if self.is_anpa:
            at = self.match["head"].find("\n") + 1
            second = ANPA_SECOND.match(self.match["head"], at)
            self.group(second, base, ("priority", "category", "words"))
            if second is not None:
                self.put("extra", base + second.start("keyword"), base + second.end("keyword"), "keyword")
            return
        first_line = self.match["head"].find("\n") + 1
        for found in KEYWORD.finditer(self.match["head"], first_line) if first_line else ():
            self.put("tags", base + found.start(), base + found.end() - 1, "keywords", Part.TAG)

    def group(self, found: re.Match[str] | None, base: int, names: Iterable[str]) -> None:
        for name in names:
            if found is not None and name in found.groupdict():
                self.put("extra", base + found.start(name), base + found.end(name), name)

    def stamp(self) -> None:
        """When the message was sent, from the line behind ETX."""
        tail = self.match["tail"] or ""
        found = (ANPA_STAMP if self.is_anpa else IPTC_STAMP).match(tail)
        if found is None:
            return
        base = self.match.start("tail")
        place = Passage.of(self.source, base + found.start("stamp"), base + found.end("stamp"))
        month = found["month"]
        number = int(month) if month.isdigit() else _month(month)
        try:
            when = datetime(
                2000 + int(found["year"]), number, int(found["day"]), int(found["hour"]), int(found["minute"]),
                tzinfo=UTC,
            )  # fmt: skip
        except ValueError:
            self.fields.put("extra", place, key="sent")
        else:
            self.fields.put("published", place, key="sent", value=when)

    # -- text -------------------------------------------------------------------------------------

    def lines(self) -> Iterator[tuple[int, int]]:
        """Where the lines of the text stand, their ends left out."""
        at, end = self.match.span("text")
        text = self.source.text
        while at < end:
            found = LINE.match(text, at, end)
            upto = found.end() if found is not None and found.end() > at else end
            stop = upto
            while stop > at and text[stop - 1] in "\r\n":
                stop -= 1
            yield at, stop
            at = upto

    def shown(self, lines: list[tuple[int, int]]) -> int:
        """Read the lines above the copy; returns the number of the first line of copy."""
        above, at = self.above_anpa(lines) if self.is_anpa else self.above_iptc(lines)
        if self.is_anpa and above:
            first = above.pop(0)
            cut = COUNT.search(first.text)
            end = first.start + cut.start() if cut is not None else first.end
            self.put("slug", first.start, end, "slugline")
            self.slug = first.text.casefold()
        self.display(above)
        if (
            "headline" not in self.fields
        ):  # tables and alerts have none, and agencies give the slug in its place
            for slug in self.fields.mapping().get("slug", ()):
                self.fields.put("headline", slug.passage, key="slugline")
        return at

    def above_anpa(self, lines: list[tuple[int, int]]) -> tuple[list[Shown], int]:
        """Lines that begin with “^”, or go on with one, up to the first tab or blank line."""
        found: list[Shown] = []
        text = self.source.text
        for number, (start, end) in enumerate(lines[:ABOVE]):
            line = text[start:end]
            begins = line.startswith("^") or number == 0
            goes_on = (
                bool(found) and line[:1] not in ("\t", " ", "") and not found[-1].text.endswith(("<", "="))
            )
            if not (begins or goes_on) or (number == 0 and line.startswith("\t")):
                break
            routed = ROUTED.match(line)
            left = start + (routed.end() if routed is not None else 0)
            right = left + len(text[left:end].rstrip())
            if begins or not found:
                found.append(Shown(left, right, text[left:right]))
            else:
                first = found.pop()
                found.append(Shown(first.start, right, text[first.start : right]))
        else:
            number = min(len(lines), ABOVE)
        if not any(text[start:end].strip() for start, end in lines[number:]):
            number = min(2, number)  # a list of headlines, each a line like those that stand above other copy
            found = [each for each in found if each.start < lines[number - 1][1]]
        return [_bare(each) for each in found], number

    def above_iptc(self, lines: list[tuple[int, int]]) -> tuple[list[Shown], int]:
        """Lines up to one that ends in “=”; without such a line, the first alone."""
        text = self.source.text
        upto = next(
            (
                number
                for number, (start, end) in enumerate(lines[:12])
                if text[start:end].rstrip().endswith("=")
            ),
            None,
        )
        if upto is None:
            upto = next((number for number, (start, end) in enumerate(lines) if text[start:end].strip()), 0)
        found = [_bare(Shown(start, end, text[start:end])) for start, end in lines[: upto + 1]]
        return [each for each in found if each.text], upto + 1

    def display(self, above: list[Shown]) -> None:
        """Headline, dek, byline and what is meant for the desk."""
        signed = False
        headline = ""
        for number, line in enumerate(above):
            place = (line.start, line.end)
            if BYLINE.match(line.text):
                self.put("byline", *place, "byline", Part.BYLINE)
                signed = True
            elif DESK.match(line.text) or CAPTION.match(line.text) or ADVISORY.fullmatch(line.text):
                self.put("extra", *place, "advisory")
            elif signed and len(line.text.split()) <= ROLE_WORDS:
                self.put("extra", *place, "role")
            elif "headline" not in self.fields and LABEL.fullmatch(line.text) and number + 1 < len(above):
                self.put("extra", *place, "label")
            elif "headline" not in self.fields:
                self.put("headline", *place, "headline", Part.HEADLINE)
                headline = line.text.casefold()
            elif line.text.casefold() in headline or line.text.casefold() in self.slug:
                self.put("extra", *place, "title")  # of a table, once more
            else:
                self.put("dek", *place, "summary", Part.DEK)

    def end_of_copy(self, lines: list[tuple[int, int]]) -> int:
        """The end of the copy: before notes for desks, and the initials of those who wrote and edited it."""
        text = self.source.text
        for number, (start, end) in enumerate(lines):
            if number and NOTEBOOK.match(text[start:end].strip()):
                return start
        filled = [place for place in lines if text[slice(*place)].strip(QUAD + MARKS + UNSEEN)]
        if not filled:
            return self.match.end("text")
        start, end = filled[-1]
        if len(filled) > 1 and SIGN_OFF.fullmatch(text[start:end].strip()):
            self.put("extra", start, end, "sign-off")
            return start
        return end

    def paragraphs(self, lines: list[tuple[int, int]], end: int) -> Passage:
        """The copy of an ANPA message: each paragraph a line, blank lines between, marks of typesetters left out."""
        text = self.source.text
        builder = Builder(self.source)
        before = -1
        for start, upto in lines:
            if start >= end:
                break
            line = text[start:upto]
            left = start + len(line) - len(line.lstrip(MARKS))
            right = left + len(text[left:upto].rstrip(QUAD + UNSEEN))
            if right <= left:
                continue
            is_row = line.count(";") + 1 >= CELLS and "; " not in line
            goes_on = before >= 0 and line[:1] not in ("\t", "^", " ") and not is_row
            if before >= 0:
                builder.add(before, left, "\n" if goes_on else "\n\n" if not is_row else "\n")
            self.copy(builder, left, right, is_row)
            before = right
        return builder.passage()

    def copy(self, builder: Builder, start: int, end: int, is_row: bool) -> None:
        """The characters of a line, those for which ANPA has no sign as they are meant.

        Columns of a table stand apart by tabs, as in other plain text.
        """
        at = start
        for sign in (
            (ROW_SIGNS if is_row else MEANT_SIGNS).finditer(self.source.text, start, end)
            if self.is_anpa
            else ()
        ):
            builder.add(at, sign.start())
            builder.add(sign.start(), sign.end(), MEANT[sign.group()])
            at = sign.end()
        builder.add(at, end)


def _bare(line: Shown) -> Shown:
    """A line without the signs at its end that told how to set it."""
    text = line.text.rstrip(QUAD)
    left = len(text) - len(text.lstrip(" \t"))
    return Shown(line.start + left, line.start + len(text), text[left:])


def _month(name: str) -> int:
    """The number of a month by its first three letters, from 1; 0 for none."""
    head = name[:3].casefold()
    for language in WIRES:
        for number, forms in enumerate(language.months, 1):
            if any(form[:3].casefold() == head for form in forms):
                return number
    return 0
