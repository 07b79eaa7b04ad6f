"""JSON from a CMS, told apart by its shape: WordPress, Ghost, Arc XP, ninjs, schema.org, or plain keys."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from importlib import import_module

from msgspec import Struct
from msgspec.structs import replace

from presslint.article import Article
from presslint.model.document import Problem
from presslint.model.regex import regex
from presslint.model.source import Source, SourceError
from presslint.reading import Settings, jsontext
from presslint.reading.tree import Node, Shape

# keys under which exports and APIs keep their articles
CONTAINERS = (
    "posts", "articles", "items", "stories", "results", "docs", "documents", "entries", "records", "data",
    "content_elements", "hits", "_source", "node", "edges", "value",
)  # fmt: skip
PLAIN_KEY = regex(r"[A-Za-z_][\w-]{0,80}")
SEARCH_LIMIT = 8  # how deep in containers an article may lie


class Shaped(Struct, frozen=True):
    """A kind of JSON: the module that reads it and the test that knows it."""

    module: str
    fits: Callable[[Node], bool]


def _has(node: Node, *keys: str) -> bool:
    return any(node.get(key) is not None for key in keys)


def _is_ans(node: Node) -> bool:
    kind = node.text("type")
    if kind in ("results", "image", "gallery", "video", "audio", "author", "site", "section"):
        return False
    if kind == "story" and _has(node, "version", "taxonomy", "credits"):
        return True
    return _has(node, "content_elements") or node.get("headlines", "basic") is not None


def _is_wordpress(node: Node) -> bool:
    if node.text("type") in ("attachment", "nav_menu_item", "revision") or _has(node, "media_details"):
        return False
    for key in ("title", "content"):
        if node.get(key, "rendered") is not None or node.get(key, "raw") is not None:
            return True
    return _has(node, "post_title") and _has(node, "post_content", "post_name")


def _is_ghost(node: Node) -> bool:
    if _has(node, "mobiledoc", "lexical"):
        return True
    return _has(node, "html") and _has(node, "comment_id", "published_at")


def _is_ghost_export(node: Node) -> bool:
    posts = node.get("posts")
    return posts is not None and any(_is_ghost(post) for post in posts.items[:50])


def _is_ninjs(node: Node) -> bool:
    if _has(node, "bodies", "body_xhtml", "body_html", "body_text"):
        return True
    return _has(node, "uri") and _has(
        node, "headline", "headlines", "versioncreated", "versionCreated", "pubstatus", "pubStatus"
    )


def _is_schemaorg(node: Node) -> bool:
    return _has(node, "@type", "@graph", "@context")


SHAPES = (
    Shaped("schemaorg", _is_schemaorg),
    Shaped("ghost", _is_ghost_export),
    Shaped("ghost", _is_ghost),
    Shaped("wordpress", _is_wordpress),
    Shaped("ans", _is_ans),
    Shaped("ninjs", _is_ninjs),
)


class Pointers:
    """Names an offset of a JSON text by the keys that lead to it: `$.posts[3].title`."""

    def __init__(self, root: Node, source: Source) -> None:
        self.root = root
        self.source = source

    def __call__(self, offset: int) -> str:
        path = "$"
        node = self.root
        while True:
            if node.shape is Shape.LIST:
                index = bisect_right(node.items, offset, key=lambda item: item.start) - 1
                if index < 0 or offset > node.items[index].end:
                    break
                path += f"[{index}]"
                node = node.items[index]
            else:
                number = bisect_right(node.entries, offset, key=lambda entry: entry.key_span.start) - 1
                if number < 0 or offset > node.entries[number].node.end:
                    break
                found = node.entries[number]
                path += f".{found.key}" if PLAIN_KEY.fullmatch(found.key) else f"[{found.key!r}]"
                node = found.node
        return f"{path}, line {self.source.position(offset).line}"


def read(source: Source, settings: Settings = Settings()) -> Iterator[Article]:
    """The articles of a JSON file. Raises SourceError when it holds none."""
    root, end, problems = jsontext.parse(source.text)
    rest = source.text[end:].strip() if not problems else ""
    if rest:
        at = source.text.index(rest[0], end)
        place = source.position(at)
        reason = "more text follows the JSON; a file of one JSON value to a line is named .jsonl"
        raise SourceError(source.path, reason, *place)
    if root is None:
        raise _unreadable(source, problems)
    found = False
    for article in _distinct(articles(root, source, settings), problems):
        found = True
        yield replace(article, place_of=Pointers(root, source))
    if not found:
        raise _unreadable(source, problems)


def _unreadable(source: Source, problems: list[Problem]) -> SourceError:
    if not problems:
        return SourceError(source.path, "no article in this JSON; presslint looks for a title and a body")
    first = problems[0]
    return SourceError(source.path, first.message, *source.position(first.span.start))


def _distinct(found: Iterator[Article], problems: list[Problem]) -> Iterator[Article]:
    """The articles under keys of their own; what was wrong with the file stands with the first."""
    seen: dict[str, int] = {}
    for article in found:
        if problems:
            article = replace(article, problems=(*problems, *article.problems))
            problems = []
        count = seen[article.key] = seen.get(article.key, 0) + 1
        yield replace(article, key=f"{article.key}#{count}") if count > 1 else article


def articles(root: Node, source: Source, settings: Settings, *, keyed: bool = False) -> Iterator[Article]:
    """The articles in a JSON value, wherever in its containers they lie.

    One alone has no key, unless `keyed` says that the value itself is one of many.
    """
    alone = root.shape is Shape.MAP and not keyed
    count = 0
    stack: list[tuple[Node, int]] = [(root, 0)]
    while stack:
        node, depth = stack.pop()
        if node.shape is Shape.LIST:
            stack.extend((item, depth + 1) for item in reversed(node.items))
            continue
        if node.shape is not Shape.MAP:
            continue
        module = next((shape.module for shape in SHAPES if shape.fits(node)), "")
        if not module and is_article(node):
            module = "anyjson"
        if module:
            reader = import_module(f"presslint.reading.{module}")
            single = alone and node is root and reader.SINGLE
            for article in reader.read(node, source, settings):
                count += 1
                key = "" if single else article.key or ("" if node is root else str(count))
                yield article if key == article.key else replace(article, key=key)
        elif depth < SEARCH_LIMIT:
            inner = [entry.node for entry in node.entries if entry.key in CONTAINERS or entry.key == "db"]
            stack.extend((child, depth + 1) for child in reversed(inner))


def is_article(node: Node) -> bool:
    """True for an object with a title and a body under any of the names they go by."""
    from presslint.reading import anyjson

    return anyjson.title(node) is not None and anyjson.body(node) is not None
