"""From an element tree to the blocks that an article is made of, each with its exact place.

Which tag plays which role is a table, so that HTML, NITF and the XHTML of NewsML share one reader.
White space collapses as a browser shows it, entities map as one block, a `br` is a line break, two
are a new paragraph, and neighbours in a list of tags never fuse.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from enum import Enum

from msgspec.structs import replace

from presslint.model.document import Block, Kind, Link, Media
from presslint.model.passage import Part, Passage, Run
from presslint.model.regex import regex
from presslint.model.source import Source, Span
from presslint.reading.elements import Element, Text, attribute_passage, attribute_span
from presslint.reading.fields import with_part
from presslint.reading.inline import LONE_SEPARATOR, Inline

FRAME_LIMIT = 24  # deeper lists and quotes flatten into their neighbours
INLINE_LIMIT = 12  # deeper marks and links are no markup: each of them is opened again in every block


class Role(Enum):
    """What an element does to the copy in it."""

    __hash__ = object.__hash__  # members are single objects; Enum's own hash is ten times slower

    SKIP = "skip"  # nothing in it is copy
    BLOCK = "block"  # stands on lines of its own
    HEADING = "heading"
    LIST = "list"
    ITEM = "item"
    QUOTE = "quote"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    CODE = "code"
    FIGURE = "figure"
    CAPTION = "caption"
    CREDIT = "credit"
    RULE = "rule"
    BREAK = "break"
    IMAGE = "image"
    PLAYER = "player"
    EMBED = "embed"
    LINK = "link"
    MARK = "mark"
    QUOTATION = "quotation"
    INLINE = "inline"


HTML_ROLES: Mapping[str, Role] = {
    **dict.fromkeys(
        "head title style script noscript template nav button select textarea input label legend datalist "
        "option svg canvas map rp rt dialog menu noframes frameset object applet progress meter".split(),
        Role.SKIP,
    ),
    **dict.fromkeys(
        "address article aside body center details dir div fieldset footer form header hgroup html main p "
        "section summary tbody thead tfoot caption".split(),
        Role.BLOCK,
    ),
    **dict.fromkeys("h1 h2 h3 h4 h5 h6".split(), Role.HEADING),
    **dict.fromkeys("ul ol dl".split(), Role.LIST),
    **dict.fromkeys("li dt dd".split(), Role.ITEM),
    "blockquote": Role.QUOTE,
    "table": Role.TABLE,
    "tr": Role.ROW,
    "td": Role.CELL,
    "th": Role.CELL,
    **dict.fromkeys("pre listing xmp plaintext".split(), Role.CODE),
    "figure": Role.FIGURE,
    "figcaption": Role.CAPTION,
    "hr": Role.RULE,
    "br": Role.BREAK,
    "img": Role.IMAGE,
    "amp-img": Role.IMAGE,
    "video": Role.PLAYER,
    "audio": Role.PLAYER,
    "iframe": Role.EMBED,
    "embed": Role.EMBED,
    "a": Role.LINK,
    "q": Role.QUOTATION,
    **dict.fromkeys("b strong em i dfn code kbd samp tt var s strike del".split(), Role.MARK),
}
NO_ROLES: Mapping[Element, Role] = {}
PARTS: Mapping[Role, Part] = {
    Role.HEADING: Part.HEADING,
    Role.ITEM: Part.ITEM,
    Role.CELL: Part.CELL,
    Role.CAPTION: Part.CAPTION,
    Role.CREDIT: Part.CAPTION,
    Role.FIGURE: Part.CAPTION,
    Role.CODE: Part.CODE,
    Role.QUOTE: Part.QUOTE,
}
ALONE = frozenset((Role.IMAGE, Role.PLAYER, Role.EMBED))
HOLLOW = frozenset((Role.INLINE, Role.BREAK, Role.RULE))  # nothing ends with them
NESTING = frozenset((Role.LIST, Role.ITEM, Role.QUOTE, Role.FIGURE, Role.TABLE))
MARKS: Mapping[str, str] = {
    **dict.fromkeys("b strong".split(), "strong"),
    **dict.fromkeys("em i dfn".split(), "em"),
    **dict.fromkeys("code kbd samp tt var".split(), "code"),
    **dict.fromkeys("s strike del".split(), "strike"),
}
SPACES = " \t\n\r\f"
SPACE = regex(r"[ \t\n\r\f]+")
UNEVEN_SPACE = regex(r"[\t\n\r\f]|  ")
# a blank line, or a shortcode that WordPress itself knows
STORED = regex(
    r"(?:\r?\n[ \t]*){2,}"
    r"|\[/?(?:caption|wp_caption|gallery|embed|audio|video|playlist|dropcap|pullquote)\b[^\]\n]{0,1000}\]"
)
HIDDEN_STYLE = regex(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden")
TAG_LIST = regex(r"(?:^|[\s_-])(?:tags?|topics?|keywords?|labels?|categor(?:y|ies))(?:$|[\s_-])")
CREDIT_LABEL = regex(r"credit|copyright|photographer|attribution|image-?source")
EMBEDDED_POST = regex(
    r"\b(twitter|instagram|tiktok|bluesky|reddit|fb|facebook|mastodon)[-_](?:tweet|media|embed|post|video|card)"
)
SIGN_UP = regex(r"(?:^|[\s_-])(?:subscribe|newsletter|sign-?up|mc[_-]embed)")
CONTROLS = ("form", "input", "button", "iframe")
PULL_QUOTE = regex(r"pull-?_?quote")
FOOTNOTES = regex(r"(?:^|[\s_-])(?:footnotes?|endnotes?)(?:$|[\s_-])")


STREAMED = regex(r"[SB]:[0-9a-f]{1,4}")  # ids of what React streams and a script moves into its place


def is_hidden(element: Element) -> bool:
    """True when the page never shows the element."""
    attributes = element.attributes
    if not attributes:
        return False
    return (
        ("hidden" in attributes and STREAMED.fullmatch(attributes.get("id", "")) is None)
        or attributes.get("aria-hidden") == "true"
        or ("style" in attributes and _is_hidden_by(attributes["style"].lower()))
    )


def _is_hidden_by(style: str) -> bool:
    return ("none" in style or "hidden" in style) and HIDDEN_STYLE.search(style) is not None


def layout_tables(root: Element) -> set[Element]:
    """Tables that only arrange the page: they hold tables, headings, lists of paragraphs, or one cell."""
    nearest: dict[Element, Element | None] = {}
    weight: dict[Element, int] = {}
    cells: dict[Element, int] = {}
    layout: set[Element] = set()
    for element in root.walk():
        outer = nearest.get(element.parent) if element.parent is not None else None
        if element.tag == "table":
            if outer is not None:
                layout.add(outer)
            if element.get("role") in ("presentation", "none"):
                layout.add(element)
            nearest[element] = element
            cells[element] = 0
            continue
        nearest[element] = outer
        if outer is None:
            continue
        if element.tag in ("td", "th"):
            cells[outer] += 1
        elif element.tag in ("h1", "h2", "h3", "article", "form", "iframe"):
            layout.add(outer)
        elif element.tag == "p":
            weight[outer] = weight.get(outer, 0) + 1
    for table, count in cells.items():
        if count <= 1 or weight.get(table, 0) > count:
            layout.add(table)
    return layout


class Frame:
    """A container being filled."""

    __slots__ = ("blocks", "caption", "credit", "element", "links", "media", "passage", "role")

    def __init__(self, role: Role, element: Element) -> None:
        self.role = role
        self.element = element
        self.blocks: list[Block] = []
        self.passage: Passage | None = None
        self.links: list[Link] = []
        self.media: list[Media] = []
        self.caption: Passage | None = None
        self.credit: Passage | None = None


class BlockReader:
    """Reads the blocks of one element.

    `skip` names elements that are not the article's, `given` the roles that elements have by where they
    stand, `shown` those that are read although the page hides them. `stored` reads text as WordPress stores it: a
    blank line parts paragraphs, and shortcodes are no words.
    """

    def __init__(
        self,
        source: Source,
        *,
        roles: Mapping[str, Role] = HTML_ROLES,
        marks: Mapping[str, str] = MARKS,
        skip: Collection[Element] = frozenset(),
        given: Mapping[Element, Role] = NO_ROLES,
        shown: Collection[Element] = frozenset(),
        stored: bool = False,
    ) -> None:
        self.source = source
        self.roles = roles
        self.marks = marks
        self.skip = skip
        self.given = given
        self.shown = shown
        self.stored = stored

    def read(self, root: Element) -> tuple[Block, ...]:
        """The blocks in `root`, top level only."""
        return tuple(self._walk(Frame(Role.BLOCK, root)).blocks)

    def line(self, element: Element, part: Part) -> Passage:
        """All words of an element as one line, as a headline or byline is read."""
        blocks = self._walk(Frame(Role.HEADING, element)).blocks
        passage = blocks[0].passage if blocks else None
        if passage is None:
            return Passage("", self.source, (Run(0, element.inner, element.inner),), part)
        return with_part(passage, part)

    def _walk(self, frame: Frame) -> Frame:
        root = frame.element
        self._layout: set[Element] | None = None
        self._controlled: set[Element] | None = None
        self._frames = [frame]
        self._inlines: list[tuple[Element, Role]] = []  # open links and marks, outermost first
        self._start_line()
        stack = [(root, Role.BLOCK, iter(root.children))]
        while stack:
            element, role, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self._leave(element, role)
            elif isinstance(child, Text):
                self._text(child)
            else:
                role = self._role(child)
                if role is not Role.SKIP and self._enter(child, role):
                    stack.append((child, role, iter(child.children)))
        self._flush()
        return frame

    # -- roles ----------------------------------------------------------------------------------

    def _role(self, element: Element) -> Role:
        if element in self.skip:
            return Role.SKIP
        if element.attributes and is_hidden(element) and element not in self.shown:
            return Role.SKIP
        if element in self.given:
            return self.given[element]
        role = self.roles.get(element.tag, Role.INLINE)
        if role is Role.BLOCK or role is Role.INLINE:
            return self._labelled_role(element, role) if element.attributes else role
        if role is Role.LINK or role is Role.MARK:
            return role if len(self._inlines) < INLINE_LIMIT else Role.INLINE
        if role in (Role.TABLE, Role.ROW, Role.CELL):
            table = element if role is Role.TABLE else self._table(element)
            if table is None or self._only_arranges(table):
                return Role.BLOCK
        if role is Role.QUOTE and EMBEDDED_POST.search(element.label):
            return Role.EMBED
        if role in NESTING and len(self._frames) > FRAME_LIMIT:
            return Role.BLOCK
        if role is Role.ITEM and self._frames[-1].role is not Role.LIST:
            return Role.BLOCK
        return role

    def _labelled_role(self, element: Element, role: Role) -> Role:
        """The role of an element without one of its own, by what the page calls it."""
        if role is Role.BLOCK and SIGN_UP.search(element.label) and self._has_controls(element):
            return Role.EMBED
        if self._frames[-1].role in (Role.CAPTION, Role.FIGURE) and (
            CREDIT_LABEL.search(element.label) or element.get("itemprop") == "copyrightHolder"
        ):
            return Role.CREDIT
        return role

    def _only_arranges(self, table: Element) -> bool:
        if self._layout is None:
            self._layout = layout_tables(self._frames[0].element)
        return table in self._layout

    def _has_controls(self, element: Element) -> bool:
        """Whether an element holds something to fill in or to press."""
        if self._controlled is None:
            self._controlled = set()
            for control in self._frames[0].element.find_all(*CONTROLS):
                for outer in control.ancestors():
                    if outer in self._controlled:
                        break
                    self._controlled.add(outer)
        return element in self._controlled

    @staticmethod
    def _table(element: Element) -> Element | None:
        return next((outer for outer in element.ancestors() if outer.tag == "table"), None)

    # -- entering and leaving -------------------------------------------------------------------

    def _enter(self, element: Element, role: Role) -> bool:
        """Begin an element; False when nothing in it is to be read."""
        if role is Role.BLOCK:
            self._boundary(element.start)
        elif role is Role.INLINE:
            self._separate(element)
        elif role is Role.LINK or role is Role.MARK:
            self._separate(element)
            self._inlines.append((element, role))
            self._open(element, role)
        elif role is Role.BREAK:
            self._break(element)
        elif role is Role.QUOTATION:
            self._line.text(element.start, element.inner, "“")
        elif role in ALONE:
            self._alone(element, role)
            return False
        elif role is Role.RULE:
            self._flush()
            self._emit(Block(Kind.SEPARATOR, element.span, info=element.tag))
        elif role is Role.HEADING and self._frames[-1].role is Role.HEADING:
            self._boundary(element.start)
        else:
            self._flush()
            self._frames.append(Frame(role, element))
        return True

    def _alone(self, element: Element, role: Role) -> None:
        """An element that shows something, and nothing in it is copy."""
        if role is Role.IMAGE:
            self._image(element)
        elif role is Role.PLAYER:
            self._player(element)
        else:
            self._flush()
            self._emit(Block(Kind.EMBED, element.span, info=self._embed_name(element)))

    def _leave(self, element: Element, role: Role) -> None:
        if role is Role.BLOCK:
            self._boundary(element.inner_end)
        elif role is Role.LINK or role is Role.MARK:
            self._inlines.remove((element, role))
            self._close(element, role)
        elif role is Role.QUOTATION:
            self._line.text(element.inner_end, element.end, "”")
        elif role in HOLLOW:
            pass
        elif self._frames[-1].element is element:
            self._flush()
            self._finish(self._frames.pop())
        else:
            self._boundary(element.inner_end)

    def _emit(self, block: Block) -> None:
        frame = self._frames[-1]
        if frame.role is Role.HEADING and len(self._frames) > 1:
            frame = self._frames[-2]
        frame.blocks.append(block)

    def _finish(self, frame: Frame) -> None:
        """A container is complete: make its block and hand it to the container around it."""
        element, outer = frame.element, self._frames[-1]
        span = element.span
        match frame.role:
            case Role.HEADING | Role.CODE:
                outer.blocks.extend(frame.blocks)
            case Role.CAPTION | Role.CREDIT:
                self._finish_caption(frame, outer)
            case Role.FIGURE:
                self._finish_figure(frame, outer)
            case Role.ITEM | Role.CELL:
                kind = Kind.ITEM if frame.role is Role.ITEM else Kind.CELL
                if frame.role is Role.ITEM and FOOTNOTES.search(self._list_label(element)):
                    kind = Kind.FOOTNOTE
                if frame.passage is not None or frame.blocks or kind is Kind.CELL:
                    outer.blocks.append(
                        Block(
                            kind,
                            span,
                            frame.passage,
                            children=tuple(frame.blocks),
                            links=tuple(frame.links),
                            media=tuple(frame.media),
                        )
                    )
            case Role.LIST if frame.blocks:
                if all(block.kind is Kind.FOOTNOTE for block in frame.blocks):
                    outer.blocks.extend(frame.blocks)
                else:
                    outer.blocks.append(
                        Block(Kind.LIST, span, ordered=element.tag == "ol", children=tuple(frame.blocks))
                    )
            case Role.QUOTE if frame.blocks:
                info = "pull quote" if PULL_QUOTE.search(f"{element.label} {_label(element.parent)}") else ""
                outer.blocks.append(Block(Kind.QUOTE, span, children=tuple(frame.blocks), info=info))
            case Role.TABLE if frame.blocks:
                outer.blocks.append(Block(Kind.TABLE, span, children=tuple(frame.blocks)))
            case Role.ROW if frame.blocks:
                outer.blocks.append(Block(Kind.ROW, span, children=tuple(frame.blocks)))

    def _finish_caption(self, frame: Frame, outer: Frame) -> None:
        passage = frame.passage
        if frame.role is Role.CAPTION and frame.credit is not None:
            outer.credit = frame.credit
        if passage is None:
            return
        if frame.role is Role.CREDIT:
            outer.credit = passage
        elif outer.role in (Role.FIGURE, Role.CAPTION):
            outer.caption = outer.caption or passage
            outer.links.extend(frame.links)
        else:
            span, links = frame.element.span, tuple(frame.links)
            outer.blocks.append(Block(Kind.CAPTION, span, passage, links=links, media=tuple(frame.media)))

    def _finish_figure(self, frame: Frame, outer: Frame) -> None:
        span = frame.element.span
        media = list(frame.media)
        blocks = list(frame.blocks)
        if not media and len(blocks) == 1 and blocks[0].kind is Kind.MEDIA:
            media, blocks = list(blocks[0].media), []
        if media:
            media = [
                replace(found, caption=found.caption or frame.caption, credit=found.credit or frame.credit)
                for found in media
            ]
            outer.blocks.append(Block(Kind.MEDIA, span, media=tuple(media), links=tuple(frame.links)))
            outer.blocks.extend(blocks)
            return
        if len(blocks) == 1 and blocks[0].kind is Kind.QUOTE:
            blocks[0] = replace(blocks[0], info="pull quote")
        outer.blocks.extend(blocks)
        if frame.caption is not None:
            span, links = frame.caption.span, tuple(frame.links)
            outer.blocks.append(Block(Kind.CAPTION, span, frame.caption, links=links))

    @staticmethod
    def _list_label(element: Element) -> str:
        parent = element.parent
        return f"{_label(parent)} {_label(parent.parent if parent else None)}"

    # -- text -----------------------------------------------------------------------------------

    def _start_line(self) -> None:
        """A new line of text, under the inline markup that is still open."""
        self._line = Inline(self.source)
        self._breaks = 0
        for element, role in self._inlines:
            self._open(element, role)

    def _text(self, piece: Text) -> None:
        line = self._line
        if self._frames[-1].role is Role.CODE:
            line.builder.add(piece.start, piece.end, piece.text)
            return
        if piece.text is not None:
            if SPACE.fullmatch(piece.text):
                self._space(piece.start, piece.end)
            else:
                self._breaks = 0
                line.text(piece.start, piece.end, piece.text)
            return
        if self.stored:
            self._stored_text(piece)
        else:
            self._plain_text(piece.start, piece.end)

    def _stored_text(self, piece: Text) -> None:
        """Text between shortcodes, cut at blank lines."""
        at = piece.start
        for match in STORED.finditer(self.source.text, piece.start, piece.end):
            self._plain_text(at, match.start())
            if not match.group().startswith("["):
                self._boundary(match.start())
            at = match.end()
        self._plain_text(at, piece.end)

    def _plain_text(self, start: int, end: int) -> None:
        line, text = self._line, self.source.text
        if not text[start:end].strip(SPACES):  # between two tags, as a rule
            if end > start:
                self._space(start, end)
            return
        if UNEVEN_SPACE.search(text, start, end) is None and text[start : start + 1] != " ":
            self._breaks = 0
            line.text(start, end)
            return
        for match in SPACE.finditer(text, start, end):
            if match.start() > start:
                self._breaks = 0
                line.text(start, match.start())
            self._space(*match.span())
            start = match.end()
        if start < end:
            self._breaks = 0
            line.text(start, end)

    def _space(self, start: int, end: int, mark: str = " ") -> None:
        """White space shows as one space, and as none beside other white space."""
        builder = self._line.builder
        if builder.size and not builder.tail[-1:].isspace():
            builder.add(start, end, mark)

    def _separate(self, element: Element) -> None:
        """Keep neighbours in a list of tags apart, even where no white space stands between them."""
        parent = element.parent
        if parent is None or not (element.attributes or parent.attributes):
            return
        if element.get("rel") == "tag" or TAG_LIST.search(parent.label):
            self._space(element.start, element.start, "\n")

    def _break(self, element: Element) -> None:
        """A line break reads as a space, two as the end of a paragraph."""
        if self._frames[-1].role is Role.HEADING:
            self._space(element.start, element.end)
            return
        self._breaks += 1
        if self._breaks > 1 and self._frames[-1].role is not Role.CELL:
            self._flush()
        else:
            self._space(element.start, element.end)

    def _boundary(self, at: int) -> None:
        """A block begins or ends; inside a heading that is only a space."""
        if self._frames[-1].role is Role.HEADING:
            self._space(at, at)
        else:
            self._flush()

    def _open(self, element: Element, role: Role) -> None:
        if role is Role.MARK:
            self._line.open_mark(self.marks[element.tag])
        elif "href" in element.attributes:
            self._line.open_link()

    def _close(self, element: Element, role: Role) -> None:
        if role is Role.MARK:
            self._line.close_mark(self.marks[element.tag])
        elif "href" in element.attributes:
            target = element.get("href").strip()
            self._line.close_link(target, attribute_span(self.source, element, "href"))

    def _flush(self) -> None:
        """End the line of text: what was gathered becomes a block of the container around it."""
        line = self._line
        if not line.builder.size and not line.media:
            self._breaks = 0
            return
        frame = self._frames[-1]
        for element, role in reversed(self._inlines):
            self._close(element, role)
        content = line.finish(PARTS.get(frame.role, Part.PARAGRAPH))
        self._start_line()
        if content.passage or content.media:
            links = [replace(link, text=link.text.strip()) for link in content.links]
            self._place(frame, content.passage or None, links, list(content.media))

    def _place(self, frame: Frame, passage: Passage | None, links: list[Link], media: list[Media]) -> None:
        """Put a finished line of text into the container around it."""
        role = frame.role
        if role is Role.CAPTION or role is Role.CREDIT:
            frame.passage = frame.passage or passage
            frame.links.extend(links)
            frame.media.extend(media)
        elif role is Role.FIGURE:
            frame.media.extend(media)
            frame.links.extend(links)
            frame.caption = frame.caption or passage
        elif (
            (role is Role.ITEM or role is Role.CELL)
            and passage is not None
            and frame.passage is None
            and not frame.blocks
        ):
            frame.passage = passage
            frame.links.extend(links)
            frame.media.extend(media)
        else:
            frame.blocks.append(self._block(frame, passage, tuple(links), tuple(media)))

    @staticmethod
    def _block(
        frame: Frame, passage: Passage | None, links: tuple[Link, ...], media: tuple[Media, ...]
    ) -> Block:
        """What a line of text is as a block of its own."""
        element = frame.element
        if frame.role is Role.HEADING and passage is not None:
            return Block(
                Kind.HEADING, element.span, passage, level=heading_level(element), links=links, media=media
            )
        if frame.role is Role.CODE:
            return Block(Kind.CODE, element.span, passage)
        if passage is None:
            shown = Span(media[0].span.start, media[-1].span.end)
            return Block(Kind.MEDIA, shown, media=media, links=links)
        if LONE_SEPARATOR.fullmatch(passage.text):
            return Block(Kind.SEPARATOR, passage.span, passage, info=passage.text)
        return Block(Kind.PARAGRAPH, passage.span, passage, links=links, media=media)

    # -- media ----------------------------------------------------------------------------------

    def _image(self, element: Element) -> None:
        if element.get("width") in ("0", "1") or element.get("height") in ("0", "1"):
            return  # a counting pixel
        name, target = image_target(element)
        self._line.media.append(
            Media(
                "image",
                target,
                attribute_span(self.source, element, name) or element.span,
                alt=attribute_passage(self.source, element, _alternative(element), Part.ALT),
                decorative=element.get("role") in ("presentation", "none"),
            )
        )

    def _player(self, element: Element) -> None:
        inner = element.find("source")
        holder, name = (inner, "src") if "src" not in element.attributes and inner else (element, "src")
        span = attribute_span(self.source, holder, name) or element.span
        self._line.media.append(Media(element.tag, holder.get("src"), span))

    @staticmethod
    def _embed_name(element: Element) -> str:
        if element.tag not in ("iframe", "embed"):
            found = EMBEDDED_POST.search(element.label)
            return found.group(1) if found else "form"
        target = element.get("src") or element.get("data-src")
        return re.sub(r"^(?:https?:)?//(?:www\.)?", "", target).partition("/")[0] or "embed"


def _label(element: Element | None) -> str:
    return element.label if element is not None else ""


def heading_level(element: Element) -> int:
    """1 to 6 from a tag such as `h2` or NITF's `hl2`."""
    digit = element.tag[-1:]
    return int(digit) if digit.isdigit() and digit != "0" else 2


def _alternative(element: Element) -> str:
    return "alternate-text" if "alternate-text" in element.attributes else "alt"  # NITF's name for it


def image_target(element: Element) -> tuple[str, str]:
    """The attribute that holds an image's address, and the address; lazy loaders keep it elsewhere."""
    plain = element.get("src")
    if plain and not plain.startswith("data:"):
        return "src", plain
    for name in ("source", "data-src", "data-original", "data-lazy-src", "data-srcset", "srcset"):
        value = element.get(name).split(",")[0].split(" ")[0].strip()
        if value:
            return name, value
    return "src", plain
