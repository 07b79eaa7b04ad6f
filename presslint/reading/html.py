"""HTML: the article of a page, found among the furniture around it, or the whole of a fragment."""

from __future__ import annotations

import re
from codecs import lookup
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from presslint.article import Article
from presslint.language.languages import ENGLISH, Language, language_of
from presslint.model.document import Block, Comment, Kind, LeftOut, Media, Problem
from presslint.model.passage import Part, Passage, through
from presslint.model.regex import regex
from presslint.model.source import BOMS, HEAD, WIDE, Source, Span
from presslint.reading import Settings, htmlmeta
from presslint.reading.blocks import HTML_ROLES, BlockReader, Role
from presslint.reading.bodyhead import settle
from presslint.reading.clues import NO_CLUES, Clues
from presslint.reading.elements import Element, parse
from presslint.reading.fields import Fields
from presslint.reading.maincontent import Content, everything, main_content
from presslint.reading.masthead import Masthead
from presslint.reading.placed import place_blocks, place_comments
from presslint.reading.unmarked import mark_code
from presslint.reading.wrongbytes import shown_name, wrong_bytes

CARRIES = frozenset(("headings", "links", "media", "metadata", "tags"))
PAGE_TAGS = frozenset(("html", "head", "body", "title"))
DECLARED = regex(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([A-Za-z0-9_.:-]{2,40})""", re.I)
CONTROL_BYTE = regex(rb"[\x00-\x08\x0e-\x1f]")  # in no page of an unknown encoding, but in binary files
# an encoding that a page declares -> the one that browsers use for it
AS_BROWSERS_READ = {
    **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "unicode"), "utf-8"),
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "x-gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "korean"), "cp949"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "tis-620"), "cp874"),
}
READING_TIME = regex(r"\d{1,3}[ -](?:min|minute)s?(?: read)?|(?:reading time|read time):? .{1,20}", re.I)


def read_bytes(data: bytes, path: str, settings: Settings = Settings()) -> Iterator[Article]:
    """The article of a file. What is valid UTF-8 is UTF-8, else the page's own declaration holds.

    As in browsers, a page that declares nothing is Windows-1252, and a byte that is wrong in the encoding
    reads as U+FFFD.
    """
    encoding = settings.encoding
    lossy = False
    declared = ""
    if encoding == "utf-8" and not any(data.startswith(mark) for mark, _ in BOMS) and not _is_utf8(data):
        declared = _declared(data)
        if declared or CONTROL_BYTE.search(data[:HEAD]) is None:
            encoding, lossy = declared or _likely(data), True
    source = Source.decode(data, path, encoding=encoding, lossy=lossy)
    yield from read(source, settings, wrong=_wrong(source, data, declared) if lossy else None)


def _wrong(source: Source, data: bytes, declared: str) -> Problem | None:
    """That bytes of a page are not valid in its encoding, at the first of them."""
    found = source.wrong_bytes(data)
    if found is None:
        return None
    says = "The page declares" if declared else "The page is else in"
    told = wrong_bytes(
        f"{says} {shown_name(source.encoding)}", Passage.of(source, 0, len(source.text)), *found
    )
    return Problem(found[0], f"{told}; save it in UTF-8 or declare the encoding that it has.", "encoding")


def _declared(data: bytes) -> str:
    """The encoding that a page declares, if there is such a one."""
    found = DECLARED.search(data[:4096])
    if found is None:
        return ""
    name = found.group(1).decode("ascii").lower()
    name = AS_BROWSERS_READ.get(name, name)
    try:
        lookup(name)
    except LookupError:
        return ""
    return name


def _likely(data: bytes) -> str:
    """The encoding of a page that is not valid UTF-8 and declares nothing."""
    as_utf8 = data.decode("utf-8", "replace")
    wrong = as_utf8.count("\ufffd")
    if len(WIDE.findall(as_utf8)) - wrong > wrong:  # more of its characters are right than wrong
        return "utf-8"
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:  # it has no character for five bytes, which browsers read as controls
        return "latin-1"
    return "cp1252"


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def read(
    source: Source, settings: Settings = Settings(), *, wrong: Problem | None = None
) -> Iterator[Article]:
    """The one article of a page or fragment; `wrong` tells of bytes that were not valid in its encoding."""
    markup = parse(source)
    head = htmlmeta.read_head(markup, source)
    head.problems += [wrong] if wrong is not None else []
    title = BlockReader(source).line(head.title, Part.FIELD) if head.title is not None else None
    is_page = any(element.tag in PAGE_TAGS for element in markup.root.elements)
    if is_page:
        clues = htmlmeta.clues(head, title)
        content = main_content(markup.root, source.text, clues)
    else:
        clues = NO_CLUES
        content = everything(markup.root, source.text)
    fields = Fields(source, settings, origin="body")
    masthead = Masthead(source, content, fields, clues, _language(head))
    masthead.collect()
    htmlmeta.collect(head, title, source, fields)
    htmlmeta.headline(head, title, source, fields)
    skip = content.furniture.keys() | masthead.taken
    known = "byline" in fields and "published" in fields  # then a mark between them parts something
    above = () if known else _between(source, content, skip)
    reader = BlockReader(source, skip=skip, given=content.roles, shown=content.shown)
    body = mark_code(source, reader.read(content.root))
    blocks, slots = settle(fields, (*above, *body), has_head="headline" in fields)
    blocks = tuple(block for block in blocks if not READING_TIME.fullmatch(block.text))
    if is_page:
        blocks = _captioned(blocks)
    lost = _not_found(source, content, head, blocks, clues)
    if lost is not None:
        head.problems.append(lost)
        blocks = ()  # what is left is not sure to be copy
    yield Article(
        source,
        "html",
        blocks,
        fields.mapping(),
        carries=CARRIES,
        comments=markup.comments,
        problems=tuple(head.problems),
        slots=slots,
        body_start=content.root.start,
        is_page=is_page,
        left_out=_left_out(content),
        dialect=head.generator,
        settings=settings.article,
    )


def _language(head: htmlmeta.Head) -> Language:
    """The language that the page declares; English where it declares none."""
    declared = head.html.get("lang") if head.html is not None else ""
    return language_of(declared.strip()) if declared.strip() else ENGLISH


def _captioned(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """A caption goes to the picture beside it that has none; one alone is that of a picture a script puts there."""
    kept: list[Block] = []
    for block in blocks:
        if block.kind is not Kind.CAPTION or block.passage is None:
            kept.append(block)
            continue
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.kind is Kind.MEDIA
            and not any(each.caption for each in before.media)
        ):
            shown = tuple(replace(each, caption=block.passage) for each in before.media)
            kept[-1] = replace(before, media=shown, links=before.links + block.links)
        elif before is not None and _says_again(before, block.passage):
            continue  # once for wide screens, once for narrow ones
        else:
            unseen = Media("image", "", block.span, caption=block.passage, decorative=True)
            kept.append(Block(Kind.MEDIA, block.span, links=block.links, media=(unseen,)))
    return tuple(kept)


def _says_again(before: Block, caption: Passage) -> bool:
    return any(each.caption is not None and each.caption.text == caption.text for each in before.media)


def _not_found(
    source: Source, content: Content, head: htmlmeta.Head, blocks: Sequence[Block], clues: Clues
) -> Problem | None:
    """That the article of a page is not among what was read: far more stands there, or nothing at all."""
    read = sum(block.word_count for block in blocks)
    if content.found and (read or not head.is_article or any(block.media for block in blocks)):
        return None
    everywhere = frozenset(content.top.walk())
    held = sum(block.word_count for block in BlockReader(source, shown=everywhere).read(content.top))
    wanted = max((Passage(text, source, ()).word_count for text in clues.texts), default=0)
    if wanted > 2 * read and wanted >= held:
        message = (
            f"The article was not found on this page: {read:,} of the {wanted:,} words that its JSON-LD has "
            "were read; save the page as a subscriber's browser shows it."
        )
    elif held <= 2 * read or not content.page:
        message = (
            "The page calls itself an article and holds no text of one; "
            "save it as a browser shows it, for a script may put the text there."
        )
    else:
        message = (
            f"The article was not found on this page: {read:,} of its {held:,} words were read; "
            "check the text itself, or mark its element as `article`."
        )
    place = content.headline.span if content.headline else Span(content.root.start, content.root.start)
    return Problem(place, message, "no-article")


def _left_out(content: Content) -> tuple[LeftOut, ...]:
    """The parts of the page that are no copy, in order: furniture, and what stands outside the article."""
    why: dict[Element, str] = {}
    path = {content.root, *content.root.ancestors()}
    for outer in content.root.ancestors():
        beside = (child for child in outer.elements if child not in path and child in content.masses)
        why |= dict.fromkeys((child for child in beside if content.masses[child].text), "outside the article")
    why |= content.furniture
    return tuple(
        LeftOut(element.span, told) for element, told in sorted(why.items(), key=lambda item: item[0].start)
    )


def _between(source: Source, content: Content, skip: set[Element]) -> tuple[Block, ...]:
    """What is left of the head: separators between headline and body that part nothing from nothing."""
    headline = content.headline
    if headline is None or content.scope is content.root:
        return ()
    blocks = BlockReader(source, skip={*skip, content.root}).read(content.scope)
    return tuple(
        block
        for block in blocks
        if block.kind is Kind.SEPARATOR and headline.end <= block.span.start < content.root.start
    )


# -- fragments inside other files -----------------------------------------------------------------


class Fragment(NamedTuple):
    """HTML that stands in a string of another file, placed in that file."""

    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...]


def fragment(outer: Passage, *, stored: bool = False, roles: Mapping[str, Role] = HTML_ROLES) -> Fragment:
    """The blocks of HTML held in `outer`, every place composed into the file of `outer`.

    `stored` reads HTML as editors of WordPress store it: a blank line parts paragraphs.
    """
    inner = Source(outer.text)
    markup = parse(inner)
    blocks = mark_code(inner, BlockReader(inner, roles=roles, stored=stored).read(markup.root))
    return Fragment(place_blocks(blocks, outer), place_comments(markup.comments, outer))


def line(outer: Passage, part: Part) -> Passage:
    """The words of a short HTML string, a title or an excerpt, as one line placed in its file."""
    inner = Source(outer.text)
    return through(BlockReader(inner).line(parse(inner).root, part), outer)
