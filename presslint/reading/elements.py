"""A page as a tree of elements in which every tag, attribute and stretch of text knows its place.

The tree is built from turbohtml's tokens, because its own tree keeps no place for text. It repairs
what pages in the wild need (implied end tags, stray end tags, misnested inline markup) and bounds
its depth, so that nothing that walks it can run away. XML readers build the same tree.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct

from presslint.language.entities import unescaped
from presslint.model.document import Comment
from presslint.model.passage import Builder, Part, Passage
from presslint.model.regex import regex
from presslint.model.source import Source, Span

DEPTH_LIMIT = 256  # deeper elements become siblings, as browsers do at 512

ELEMENTS = 30_000  # a page may have so many,
SPARSE = (
    32  # and one for each so many characters; a flood has more, and what is beyond is read as its text alone
)
RAW = frozenset(
    "script style noscript template title textarea xmp plaintext svg math".split()
)  # hold no copy

VOID = frozenset("area base br col embed hr img input link meta param source track wbr frame keygen".split())
# start tags that end an open <p>
ENDS_PARAGRAPH = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section summary table ul li dd dt".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
# start tag -> (tags it ends, tags that stop the search for them)
IMPLIED_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset("ul ol menu dir table td th".split())),
    "dt": (frozenset({"dt", "dd"}), frozenset("dl table td th".split())),
    "dd": (frozenset({"dt", "dd"}), frozenset("dl table td th".split())),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "tr": (frozenset("tr td th caption colgroup".split()), frozenset({"table"})),
    "td": (frozenset("td th".split()), frozenset("table tr".split())),
    "th": (frozenset("td th".split()), frozenset("table tr".split())),
    "tbody": (frozenset("thead tbody tfoot tr td th caption colgroup".split()), frozenset({"table"})),
    "thead": (frozenset("thead tbody tfoot tr td th caption colgroup".split()), frozenset({"table"})),
    "tfoot": (frozenset("thead tbody tfoot tr td th caption colgroup".split()), frozenset({"table"})),
    "body": (frozenset({"head"}), frozenset()),
    "a": (frozenset({"a"}), frozenset("table td th p div li section article blockquote".split())),
}
CLOSING = ENDS_PARAGRAPH | HEADINGS | IMPLIED_ENDS.keys()  # start tags that may end something
PARAGRAPH_SCOPE = frozenset("button td th caption table object applet marquee html body".split())
CELL_SCOPE = frozenset("td th caption table object template".split())
TABLE_PARTS = frozenset("table thead tbody tfoot tr td th caption".split())
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small "
    "span strike strong sub sup time tt u var".split()
)
IGNORED_ENDS = frozenset({"body", "html", "br", *VOID})

ATTRIBUTE = regex(
    r"""([^\s"'<>/=]+)(?:\s{0,200}=\s{0,200}(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""",
)
REFERENCE = regex(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,32});")


class Text(Struct, frozen=True):
    """A stretch of text; `text` stands for it where the source spells it otherwise (an entity)."""

    start: int
    end: int
    text: str | None = None


class Element:
    """An element: `start`..`inner` is its start tag, `inner`..`inner_end` its content."""

    __slots__ = ("attributes", "children", "end", "inner", "inner_end", "parent", "start", "tag", "words")

    def __init__(self, tag: str, attributes: dict[str, str], start: int, inner: int, parent: Element | None):
        self.tag = tag
        self.attributes = attributes
        self.start = start
        self.inner = inner
        self.inner_end = inner
        self.end = inner
        self.parent = parent
        self.children: list[Element | Text] = []
        self.words: frozenset[str] | None = None  # of the label, once somebody asked for them

    def __repr__(self) -> str:
        return f"<{self.tag} {self.start}:{self.end}>"

    def get(self, name: str) -> str:
        """An attribute's value, or an empty string."""
        return self.attributes.get(name, "")

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def label(self) -> str:
        """Class and id, in lower case: what a page's author calls the element."""
        return self.written_label.lower()

    @property
    def written_label(self) -> str:
        """Class and id as they are written."""
        attributes = self.attributes
        if not attributes:
            return ""
        return f"{attributes.get('class', '')} {attributes.get('id', '')}"

    @property
    def elements(self) -> Iterator[Element]:
        return (child for child in self.children if isinstance(child, Element))

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in document order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(child for child in reversed(element.children) if isinstance(child, Element))

    def ancestors(self) -> Iterator[Element]:
        """The elements around this one, innermost first."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    def find(self, *tags: str) -> Element | None:
        """The first element below this one with one of these tags."""
        return next((element for element in self.walk() if element.tag in tags and element is not self), None)

    def find_all(self, *tags: str) -> Iterator[Element]:
        return (element for element in self.walk() if element.tag in tags and element is not self)

    def texts(self) -> Iterator[Text]:
        """All text below this element, in document order."""
        stack: list[Element | Text] = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, Text):
                yield node
            else:
                stack.extend(reversed(node.children))


class Markup(Struct, frozen=True):
    """A parsed page or fragment: the root holds everything and has no tag."""

    root: Element
    comments: tuple[Comment, ...]
    order: Sequence[Element] = ()  # of a page: every element of it, in document order

    def within(self, element: Element) -> tuple[Comment, ...]:
        """The comments that stand in an element; a file of many items has many of both."""
        first = bisect_left(self.comments, element.start, key=_start)
        return self.comments[first : bisect_left(self.comments, element.end, key=_start)]


def _start(comment: Comment) -> int:
    return comment.span.start


class TreeBuilder:
    """Opens and closes elements as the tags come, repairing as it goes."""

    def __init__(self, limit: int = sys.maxsize) -> None:
        self.root = Element("", {}, 0, 0, None)
        self.limit = limit  # of elements; tags that hold no copy are kept all the same
        self.order = [self.root]
        self._stack = [self.root]
        self._open: dict[str, int] = {}  # open elements by tag, so that stray end tags cost nothing

    def text(self, start: int, end: int, text: str | None = None) -> None:
        self._stack[-1].children.append(Text(start, end, text))

    def start(self, tag: str, attributes: dict[str, str], start: int, end: int, empty: bool = False) -> None:
        if len(self.order) >= self.limit and tag not in RAW:
            return
        parent = self._stack[-1]
        element = Element(tag, attributes, start, end, parent)
        parent.children.append(element)
        self.order.append(element)
        if empty or len(self._stack) > DEPTH_LIMIT:
            return
        self._stack.append(element)
        self._open[tag] = self._open.get(tag, 0) + 1

    def close_to(self, depth: int, start: int, end: int) -> None:
        """Close open elements until `depth` are left; only the outermost one closed has an end tag."""
        while len(self._stack) > depth:
            element = self._stack.pop()
            self._closed(element.tag)
            element.inner_end = start
            element.end = end if len(self._stack) == depth else start

    def _closed(self, tag: str) -> None:
        """One element of this tag is no longer open."""
        if self._open[tag] == 1:
            del self._open[tag]
        else:
            self._open[tag] -= 1

    def close_implied(self, tag: str, at: int) -> None:
        """Close what the start of `tag` ends although no end tag says so."""
        if tag in ENDS_PARAGRAPH and self._open.get("p"):
            self._close_nearest(frozenset({"p"}), PARAGRAPH_SCOPE, at)
        if tag in HEADINGS and self._stack[-1].tag in HEADINGS:
            self.close_to(len(self._stack) - 1, at, at)
        rule = IMPLIED_ENDS.get(tag)
        if rule is not None:
            ends, scope = rule
            while not self._open.keys().isdisjoint(ends) and self._close_nearest(ends, scope, at):
                pass

    def _close_nearest(self, tags: frozenset[str], scope: frozenset[str], at: int) -> bool:
        for depth in range(len(self._stack) - 1, 0, -1):
            tag = self._stack[depth].tag
            if tag in tags:
                self.close_to(depth, at, at)
                return True
            if tag in scope:
                return False
        return False

    def end(self, tag: str, start: int, end: int) -> None:
        if tag in IGNORED_ENDS or not self._open.get(tag):
            return
        if self._stack[-1].tag == tag:  # nearly always
            element = self._stack.pop()
            self._closed(tag)
            element.inner_end, element.end = start, end
            return
        scope = frozenset({"table"}) if tag in TABLE_PARTS else CELL_SCOPE
        inline = tag in INLINE
        for depth in range(len(self._stack) - 1, 0, -1):
            element = self._stack[depth]
            if element.tag == tag:
                self.close_to(depth, start, end)
                return
            if inline and element.tag not in INLINE:
                self._release(tag, depth, start, end)
                return
            if element.tag in scope and tag != "template":
                return

    def _release(self, tag: str, below: int, start: int, end: int) -> None:
        """An inline element ends inside a block that it holds: it ends, the block goes on."""
        for depth in range(below - 1, 0, -1):
            element = self._stack[depth]
            if element.tag in CELL_SCOPE:
                return
            if element.tag == tag:
                element.inner_end, element.end = start, end
                del self._stack[depth]
                self._closed(tag)
                return

    def finish(self, at: int) -> Element:
        """Close what is still open at the end of the text and return the root."""
        self.close_to(1, at, at)
        self.root.inner_end = self.root.end = at
        return self.root


def parse(source: Source) -> Markup:
    """The tree of an HTML page or fragment. Never fails: HTML has no errors, only repairs."""
    import turbohtml  # 50 ms of import, paid only when there is HTML to read

    builder = TreeBuilder(max(ELEMENTS, len(source.text) // SPARSE))
    comments: list[Comment] = []
    text = source.text
    crlf = "\r" in text
    lines = source.first_line - 1
    starts = source.line_starts
    for token in turbohtml.tokenize(text, resolve_references=False, capture_source=True):
        kind = token.type
        at = starts[token.line - 1] + token.col
        if kind == 0:  # text
            data = token.data or ""
            if crlf and "\n" in data:
                end = _text_end(source, token.line + lines, token.col, data)
            else:
                end = at + len(data)
            builder.text(at, end)
            continue
        written = token.source or ""
        end = at + len(written)
        if crlf and "\n" in written:
            end = _text_end(source, token.line + lines, token.col, written)
        if kind == 1:  # start tag
            tag = token.tag or ""
            if tag in CLOSING:
                builder.close_implied(tag, at)
            attributes: dict[str, str] = {}
            for name, value in token.attrs or ():
                attributes.setdefault(name, value or "")
            builder.start(tag, attributes, at, end, tag in VOID)
        elif kind == 2:  # end tag
            builder.end(token.tag or "", at, end)
        elif kind == 3:  # comment
            comments.append(Comment(token.data or "", Span(at, end)))
        elif kind == 5:  # character reference
            builder.text(at, end, token.data or "")
    return Markup(builder.finish(len(text)), tuple(comments), builder.order)


def _text_end(source: Source, line: int, column: int, data: str) -> int:
    """Offset at which newline-normalised `data` ends when it begins at `line`, `column` from 0."""
    breaks = data.count("\n")
    if not breaks:
        return source.offset(line, column + 1 + len(data))
    return source.offset(line + breaks, len(data) - data.rfind("\n"))


def attribute_span(source: Source, element: Element, name: str) -> Span | None:
    """Where an attribute's value stands, quotes left out; None when the tag does not have it."""
    tag_end = element.start + 1 + len(element.tag)
    for match in ATTRIBUTE.finditer(source.text, tag_end, max(element.inner, tag_end)):
        if match.group(1).lower() == name.lower():
            for group in (2, 3, 4):
                if match.group(group) is not None:
                    return Span(*match.span(group))
            return Span(match.end(), match.end())
    return None


def attribute_passage(source: Source, element: Element, name: str, part: Part) -> Passage | None:
    """An attribute's value as a passage, entities decoded; None when the tag does not have it."""
    if name not in element.attributes:
        return None
    span = attribute_span(source, element, name)
    value = element.attributes[name]
    if span is None:
        return Passage(value, source, (), part)
    builder = Builder(source)
    at = span.start
    for match in REFERENCE.finditer(source.text, span.start, span.end):
        builder.add(at, match.start())
        builder.add(match.start(), match.end(), unescaped(match.group()))
        at = match.end()
    builder.add(at, span.end)
    passage = builder.passage(part)
    if passage.text == value.strip():
        return passage
    block = Builder(source)
    block.add(span.start, span.end, value)
    return block.passage(part)
