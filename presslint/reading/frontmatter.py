"""The header of an article: finds where it ends, reads YAML, TOML or JSON, and salvages what is broken."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from presslint.article import Problem
from presslint.reading import Settings
from presslint.reading.fields import canonical
from presslint.reading.tree import Entry, Node, Shape
from presslint.reading.yamltext import parse as parse_yaml
from presslint.reading.yamltext import scalar_value, single_pieces, double_pieces
from presslint.source import Source, Span

BLANK = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))*")
FENCE = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n|\Z)")
ENDS = {
    "---": re.compile(r"(?:^|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)"),
    "+++": re.compile(r"(?:^|(?<=[\r\n]))\+\+\+[ \t]*(?=\r|\n|\Z)"),
}
BREAK = re.compile(r"\r\n|\r|\n")
KEY_LINE = re.compile(r"([A-Za-z_][\w .-]{0,60}?)[ \t]*:(?=[ \t]|\r|\n|\Z)[ \t]*([^\r\n]*)")
KEY_LINE_TOML = re.compile(r"([A-Za-z_][\w.-]{0,60}?)[ \t]*=[ \t]*([^\r\n]*)")
ITEM_LINE = re.compile(r"[ \t]*-[ \t]+([^\r\n]*)")
TRAILING = re.compile(r"[ \t]+$|[ \t]+#[^\"']*$")


@dataclass
class Header:
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
    if fence is not None:
        header = _fenced(text, fence)
        if header is not None:
            if start > 0 and header.root is not None:
                header.problems.insert(
                    0,
                    Problem(
                        Span(0, start),
                        "Blank lines stand before the front matter, and many generators then print it; delete them.",
                    ),
                )
            return header
    elif text.startswith("{", start) and not text.startswith(("{{", "{%", "{:", "{::"), start):
        header = _json(text, start)
        if header is not None:
            return header
    elif start == 0:
        header = _lines(text, settings)
        if header is not None:
            return header
    return Header(None, 0)


# -- fences ---------------------------------------------------------------------------------------


def _fenced(text: str, fence: re.Match[str]) -> Header | None:
    mark = fence.group(1)
    first = fence.end()
    close = ENDS[mark].search(text, first)
    problems: list[Problem] = []
    if close is None:
        end, body = _unclosed(text, first, mark)
        if end <= first:
            return None
        problems.append(
            Problem(
                Span(fence.start(1), fence.end(1)),
                f"The front matter opens here and never closes; write “{mark}” on a line of its own after the last key.",
            )
        )
    else:
        end = close.start()
        line_end = BREAK.match(text, close.end())
        body = line_end.end() if line_end else close.end()
    inside = text[first:end]
    if mark == "+++":
        from presslint.reading.tomltext import parse as parse_toml

        root, found = parse_toml(inside, first)
        return Header(_with_salvage(root, text, first, end, KEY_LINE_TOML) if found else root, body, "toml", problems + found)
    root, found = _yaml(inside, first)
    if found:
        root = _with_salvage(root, text, first, end, KEY_LINE)
    if inside.strip() and (root is None or root.shape is not Shape.MAP):
        if not found and root is not None and root.shape is Shape.NULL:
            return Header(Node(Shape.MAP, first, end), body, "yaml", problems)  # comments only
        return None  # two thematic breaks, not a header
    return Header(root or Node(Shape.MAP, first, end), body, "yaml", problems + found)


def _unclosed(text: str, first: int, mark: str) -> tuple[int, int]:
    """End of a header that has no closing fence: its run of key lines; `first` when there is none."""
    pattern = KEY_LINE if mark == "---" else KEY_LINE_TOML
    at = end = first
    while at < len(text):
        match = BREAK.search(text, at)
        stop, after = (match.start(), match.end()) if match else (len(text), len(text))
        line = text[at:stop]
        if not (pattern.match(line) or line[:1] in (" ", "\t", "-", "#", "[") and at > first) or not line.strip():
            break
        at = end = after
    return end, end


def _yaml(inside: str, offset: int) -> tuple[Node | None, list[Problem]]:
    root, problems = parse_yaml(inside, offset)
    if problems and "\t" in inside:
        # generators take a tab after a value that strict readers refuse: read it, and say so
        again, left = parse_yaml(inside.replace("\t", " "), offset)
        if len(left) < len(problems):
            tab = offset + inside.index("\t")
            for match in re.finditer(r"\t+", inside):
                if match.end() == len(inside) or inside[match.end()] in "\r\n" or match.start() == 0 or inside[match.start() - 1] in ":\n\r":
                    tab = offset + match.start()
                    break
            return again, [
                Problem(
                    Span(tab, tab + 1),
                    "A tab stands here, which strict YAML readers refuse; replace it by spaces.",
                ),
                *left,
            ]
    return root, problems


def _with_salvage(root: Node | None, text: str, first: int, end: int, pattern: re.Pattern[str]) -> Node:
    """`root` with every simple `key: value` line that the parser did not get to."""
    salvaged = root if root is not None and root.shape is Shape.MAP else Node(Shape.MAP, first, end)
    known = {entry.key for entry in salvaged.entries}
    at, current = first, None
    while at < end:
        match = BREAK.search(text, at, end)
        stop, after = (match.start(), match.end()) if match else (end, end)
        line = pattern.match(text, at, stop)
        if line is not None:
            key = line.group(1)
            current = None
            if key not in known:
                known.add(key)
                node = _simple(text, line.start(2), line.end(2))
                current = node if node.shape is Shape.NULL else None
                salvaged.entries.append(Entry(key, Span(line.start(1), line.end(1)), node))
        elif current is not None:
            item = ITEM_LINE.match(text, at, stop)
            if item is not None:
                current.shape = Shape.LIST
                current.items.append(_simple(text, item.start(1), item.end(1)))
                current.end = item.end(1)
        at = after
    return salvaged


def _simple(text: str, start: int, end: int) -> Node:
    """A value on one line: quoted, bracketed or bare."""
    while end > start and text[end - 1] in " \t,":
        end -= 1
    written = text[start:end]
    if len(written) > 1 and written[0] == written[-1] and written[0] in "\"'":
        pieces = double_pieces if written[0] == '"' else single_pieces
        return Node(Shape.TEXT, start, end, "".join(piece if piece is not None else text[a:b] for a, b, piece in pieces(text, start, end)), pieces)
    if written[:1] == "[" and written[-1:] == "]":
        node = Node(Shape.LIST, start, end)
        for match in re.finditer(r"[^,\[\]]+", text[start:end]):
            inner = _simple_trimmed(text, start + match.start(), start + match.end())
            if inner.end > inner.start:
                node.items.append(inner)
        return node
    shape, value = scalar_value(written)
    return Node(shape, start, end, value)


def _simple_trimmed(text: str, start: int, end: int) -> Node:
    while start < end and text[start] in " \t":
        start += 1
    return _simple(text, start, end)


# -- other forms ----------------------------------------------------------------------------------


def _json(text: str, start: int) -> Header | None:
    from presslint.reading.jsontext import parse as parse_json

    root, end, problems = parse_json(text, start)
    if root is None or root.shape is not Shape.MAP or (problems and not root.entries):
        return None
    tail = re.compile(r"[ \t]*(?:;;;[ \t]*)?(?:\r\n|\r|\n|\Z)").match(text, end)
    return Header(root, tail.end() if tail else end, "json", problems)


def _lines(text: str, settings: Settings) -> Header | None:
    """A header of bare `Key: value` lines, as Pelican and MultiMarkdown write it, when it is certain."""
    root = Node(Shape.MAP, 0, 0)
    at = 0
    names: set[str] = set()
    while at < len(text):
        match = BREAK.search(text, at)
        stop, after = (match.start(), match.end()) if match else (len(text), len(text))
        if not text[at:stop].strip():
            at = after
            break
        if text[at:stop].strip() == "---" and root.entries:  # Hexo closes such a header by a fence
            at = after
            break
        line = KEY_LINE.match(text, at, stop)
        name = canonical(line.group(1), settings) if line else None
        if line is None or " " in line.group(1) or name is None:
            return None
        names.add(name)
        node = _simple(text, line.start(2), line.end(2))
        root.entries.append(Entry(line.group(1), Span(line.start(1), line.end(1)), node))
        at = after
        if len(root.entries) > 200:
            return None
    if len(root.entries) < 2 or not names & {"headline", "published"}:
        return None
    root.end = at
    return Header(root, at, "lines")
