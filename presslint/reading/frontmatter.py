"""The header of an article: where it ends, its YAML, TOML or JSON read, and what is broken salvaged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct, field

from presslint.model.document import Problem
from presslint.model.regex import regex
from presslint.model.source import Source, Span
from presslint.reading import Settings, plainyaml, yamltext
from presslint.reading.fields import canonical
from presslint.reading.tree import Entry, Node, Shape, written_text

BLANK = regex(r"(?:[ \t]*(?:\r\n|\r|\n))*")
BREAK = regex(r"\r\n|\r|\n")
FENCE = regex(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n|\Z)")
ENDS = {
    "---": regex(r"(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)"),
    "+++": regex(r"\+\+\+[ \t]*(?=\r|\n|\Z)"),
}
JSON_END = regex(r"[ \t]*(?:(?:\r\n|\r|\n)?;;;[ \t]*)?(?:\r\n|\r|\n|\Z)")
# Hexo's JSON: keys without braces, ended by three semicolons and perhaps begun by them
SEMICOLONS = regex(r"(?:;;;[ \t]*(?:\r\n|\r|\n)\s{0,100})?(?=\"[\w. -]{1,60}\"\s{0,9}:)")
SEMICOLONS_END = regex(r"^;;;[ \t]*(?:\r\n|\r|\n|\Z)", re.M)
KEY_LINE = regex(r"([A-Za-z_][\w .-]{0,60}?)[ \t]*:(?=[ \t]|\r|\n|\Z)[ \t]*([^\r\n]*)")
KEY_LINES = {"---": KEY_LINE, "+++": regex(r"([A-Za-z_][\w.-]{0,60}?)[ \t]*=[ \t]*([^\r\n]*)")}
ITEM_LINE = regex(r"[ \t]*-[ \t]+([^\r\n]*)")
BARE_LINE_LIMIT = 100  # more `Key: value` lines than a header without fences has
CHUNK_LIMIT = 2000  # keys of a broken header that are read one by one


class Header(Struct):
    """What stands before the body: the parsed values, where the body begins, and what was wrong."""

    root: Node | None
    body_start: int
    form: str = ""  # yaml | toml | json | lines; empty when there is no header
    problems: list[Problem] = field(default_factory=list)


def read(source: Source, settings: Settings = Settings()) -> Header:
    """The header of a source. Never raises: faults are problems, and what can be read is read."""
    text = source.text
    blank = BLANK.match(text)
    start = blank.end() if blank else 0
    fence = FENCE.match(text, start)
    header: Header | None = None
    if fence is not None:
        header = _fenced(text, fence)
    elif text.startswith("{", start) and not text.startswith(("{{", "{%", "{:"), start):
        header = _json(text, start)
    elif (open_keys := SEMICOLONS.match(text, start)) is not None:
        header = _semicolons(text, open_keys.end())
    elif start == 0:
        header = _bare_lines(text, settings)
    if header is None:
        return Header(None, 0)
    if start > 0 and header.form == "yaml":
        header.problems.insert(
            0,
            Problem(
                Span(0, start),
                "Blank lines stand before the front matter, and many generators then print it; delete them.",
                "blank-lines",
            ),
        )
    return header


# -- between fences -------------------------------------------------------------------------------


def _fenced(text: str, fence: re.Match[str]) -> Header | None:
    mark = fence.group(1)
    first = fence.end()
    problems: list[Problem] = []
    close = _closing(text, first, mark)
    if close is not None:
        end = close.start()
        line_end = BREAK.match(text, close.end())
        body = line_end.end() if line_end else close.end()
    else:
        end = body = _key_lines_end(text, first, mark)
        if end <= first:
            return None
        problems.append(
            Problem(
                Span(*fence.span(1)),
                f"The front matter opens here and never closes; write “{mark}” on a line after its last key.",
            )
        )
    if mark == "+++":
        from presslint.reading import tomltext

        root, found = tomltext.parse(text[first:end], first)
        return Header(root, body, "toml", problems + found)
    read_root, found = _yaml(text[first:end], first)
    root = read_root or Node(Shape.MAP, first, end)
    if root.shape is Shape.NULL:  # comments only
        root = Node(Shape.MAP, first, end)
    if root.shape is not Shape.MAP or (not root.entries and found):
        return None  # text between two thematic breaks, not a header
    return Header(root, body, "yaml", problems + found)


def _line_starts(text: str, at: int) -> Iterator[int]:
    while at < len(text):
        yield at
        match = BREAK.search(text, at)
        at = match.end() if match else len(text)


def _closing(text: str, first: int, mark: str) -> re.Match[str] | None:
    """The line that closes a header."""
    pattern = ENDS[mark]
    at = first
    found = pattern.match(text, at)
    while found is None:
        line_end = BREAK.search(text, at)
        if line_end is None:
            return None
        at = line_end.end()
        found = pattern.match(text, at)
    return found


def _key_lines_end(text: str, first: int, mark: str) -> int:
    """End of a header that no fence closes: its run of key lines; `first` when there is none."""
    pattern = KEY_LINES[mark]
    end = first
    for at in _line_starts(text, first):
        line_end = BREAK.search(text, at)
        stop = line_end.start() if line_end else len(text)
        goes_on = at > first and text[at : at + 1] in (" ", "\t", "-", "#", "[")
        if at == stop or not (goes_on or pattern.match(text, at, stop)) or not text[at:stop].strip():
            break
        end = line_end.end() if line_end else stop
    return end


# -- YAML that is not quite YAML ------------------------------------------------------------------


def _yaml(inside: str, offset: int) -> tuple[Node | None, list[Problem]]:
    """A YAML header; a broken one is read key by key, so that one bad line costs one value."""
    plain = plainyaml.read(inside, offset)
    if plain is not None:
        return plain, []
    parsed = yamltext.read(inside, offset)
    if not parsed.broken:
        return parsed.root, parsed.problems
    root = Node(Shape.MAP, offset, offset + len(inside))
    problems: list[Problem] = []
    known: set[str] = set()
    for start, end in _chunks(inside):
        node, found = _chunk(inside[start:end], offset + start)
        problems += found
        for entry in node.entries:
            if entry.key not in known:
                known.add(entry.key)
                root.entries.append(entry)
    if not problems:  # the parts are well, only not together
        problems = parsed.problems
    return root, sorted(problems, key=lambda problem: problem.span)


def _chunks(inside: str) -> list[tuple[int, int]]:
    """Stretches of a header that each hold one key of the first level with all below it."""
    starts = [at for at in _line_starts(inside, 0) if KEY_LINE.match(inside, at)][:CHUNK_LIMIT]
    return list(pairwise([*starts, len(inside)]))


def _chunk(text: str, offset: int) -> tuple[Node, list[Problem]]:
    parsed = yamltext.read(text, offset)
    if not parsed.broken and parsed.root is not None and parsed.root.shape is Shape.MAP:
        return parsed.root, parsed.problems
    problems = parsed.problems
    if "\t" in text:
        # generators take a tab that strict readers refuse: read on, and say so
        again = yamltext.read(text.replace("\t", " "), offset)
        if not again.broken and again.root is not None and again.root.shape is Shape.MAP:
            at = offset + text.index("\t")
            message = "A tab stands here, which strict YAML readers refuse; replace it by spaces."
            return again.root, [Problem(Span(at, at + 1), message), *again.problems]
    return _simple_map(text, offset), problems


def _simple_map(text: str, offset: int) -> Node:
    """One `key: value` line, or a key with `- item` lines below it, taken at its word."""
    root = Node(Shape.MAP, offset, offset + len(text))
    line = KEY_LINE.match(text)
    if line is None:
        return root
    node = _simple(text, line.start(2), line.end(2), offset)
    key_span = Span(offset + line.start(1), offset + line.end(1))
    root.entries.append(Entry(line.group(1), key_span, node))
    for at in _line_starts(text, line.end()):
        item = ITEM_LINE.match(text, at)
        if item is not None and node.shape in (Shape.NULL, Shape.LIST):
            node.shape = Shape.LIST
            node.items.append(_simple(text, item.start(1), item.end(1), offset))
            node.end = offset + item.end(1)
    return root


def _simple(text: str, start: int, end: int, offset: int) -> Node:
    """A value on one line: quoted, a list in brackets, or bare."""
    while start < end and text[start] in " \t":
        start += 1
    while end > start and text[end - 1] in " \t,":
        end -= 1
    written = text[start:end]
    place = (offset + start, offset + end)
    if len(written) > 1 and written[0] == written[-1] and written[0] in "\"'":
        pieces = yamltext.STYLES[written[0]]
        return Node(Shape.TEXT, *place, written_text(pieces, text, start, end), pieces)
    if written[:1] == "[" and written[-1:] == "]":
        node = Node(Shape.LIST, *place)
        for match in re.finditer(r"[^,\[\]]+", written):
            inner = _simple(text, start + match.start(), start + match.end(), offset)
            if inner.end > inner.start:
                node.items.append(inner)
        return node
    shape, value = yamltext.scalar_value(written)
    return Node(shape, *place, value)


# -- other forms ----------------------------------------------------------------------------------


def _json(text: str, start: int) -> Header | None:
    from presslint.reading import jsontext

    root, end, problems = jsontext.parse(text, start)
    if root is None or root.shape is not Shape.MAP or (problems and not root.entries):
        return None
    tail = JSON_END.match(text, end)
    return Header(root, tail.end() if tail else end, "json", problems)


def _semicolons(text: str, start: int) -> Header | None:
    """The keys of Hexo's JSON, from its first key on."""
    close = SEMICOLONS_END.search(text, start)
    if close is None:
        return None
    from presslint.reading import jsontext

    root, _, problems = jsontext.parse("{" + text[start : close.start()] + "}")
    if root is None or not root.entries:
        return None
    moved = [Problem(_moved(found.span, start - 1), found.message, found.kind) for found in problems]
    return Header(_moved_node(root, start - 1), close.end(), "json", moved)


def _moved(span: Span, by: int) -> Span:
    return Span(max(span.start + by, 0), max(span.end + by, 0))


def _moved_node(node: Node, by: int) -> Node:
    """A tree whose places count from elsewhere; readers bound how deep it nests."""
    node.start, node.end = _moved(node.span, by)
    for item in node.items:
        _moved_node(item, by)
    for number, entry in enumerate(node.entries):
        node.entries[number] = Entry(entry.key, _moved(entry.key_span, by), _moved_node(entry.node, by))
    return node


def _bare_lines(text: str, settings: Settings) -> Header | None:
    """A header of `Key: value` lines, as Pelican and MultiMarkdown write it, when that is certain.

    Certain is: at least two lines, every key known, and a title or a date among them.
    """
    root = Node(Shape.MAP, 0, 0)
    names: set[str] = set()
    for at in _line_starts(text, 0):
        line_end = BREAK.search(text, at)
        stop, root.end = (line_end.start(), line_end.end()) if line_end else (len(text), len(text))
        written = text[at:stop].strip()
        if not written or (written == "---" and root.entries):  # Hexo ends such a header by a fence
            break
        line = KEY_LINE.match(text, at, stop)
        name = canonical(line.group(1), settings) if line else None
        if line is None or name is None or " " in line.group(1) or len(root.entries) >= BARE_LINE_LIMIT:
            return None
        names.add(name)
        node = _simple(text, line.start(2), line.end(2), 0)
        root.entries.append(Entry(line.group(1), Span(*line.span(1)), node))
    if len(root.entries) < 2 or not names & {"headline", "published"}:
        return None
    return Header(root, root.end, "lines")
