"""JSON from a CMS, told apart by its shape; an object with a title and a body is an article wherever it is from."""

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
from presslint.reading import Settings, contentfulgraph, guardian, jsontext, payload, richtext
from presslint.reading.tree import Node, Shape

# keys under which exports and APIs keep their articles
CONTAINERS = (
    "posts", "articles", "items", "stories", "results", "docs", "documents", "entries", "records", "data",
    "content_elements", "hits", "_source", "node", "edges", "value", "result", "pages", "item",
    "_items", "response",
)  # fmt: skip
# items of a wire that are no text -> what they are called where they are told of
NO_TEXT = {
    "picture": "a picture",
    "graphic": "a graphic",
    "video": "a video",
    "audio": "sound",
    "composite": "a package, which lists other items",
    "planning": "plans for coverage",
    "event": "an event",
}
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


def _is_contentful(node: Node) -> bool:
    if node.text("sys", "type") in ("Array", "Entry"):
        return True
    entries = node.get("entries")
    return entries is not None and any(entry.text("sys", "type") == "Entry" for entry in entries.items[:1])


def _is_sanity(node: Node) -> bool:
    return bool(node.text("_id") and node.text("_type"))


def _is_sanity_list(node: Node) -> bool:
    return bool(node.items) and all(_is_sanity(item) for item in node.items[:20])


def _is_strapi(node: Node) -> bool:
    if node.get("attributes") is not None:
        return _has(node, "id") and not _has(node, "type")
    return bool(node.text("documentId")) and not _has(node, "body", "tabs", "revisionId")


def _is_drupal(node: Node) -> bool:
    if _has(node, "attributes"):
        return "--" in node.text("type")
    data = node.get("data")
    first = data.items[0] if data is not None and data.items else data
    return first is not None and "--" in first.text("type") and first.get("attributes") is not None


def _is_storyblok(node: Node) -> bool:
    if node.get("content", "component") is not None:
        return True
    stories = node.get("stories")
    first = stories.items[0] if stories is not None and stories.items else node.get("story")
    return first is not None and first.get("content", "component") is not None


def _is_directus(node: Node) -> bool:
    rows = node.get("translations")
    if rows is not None and any(_has(row, "languages_code", "languages_id") for row in rows.items[:1]):
        return True
    return _has(node, "date_created", "user_created") and _has(node, "id")


def _is_webflow(node: Node) -> bool:
    return _has(node, "fieldData")


def _is_notion(node: Node) -> bool:
    return node.text("object") == "page" and _has(node, "properties")


def _is_payload(node: Node) -> bool:
    """A document in all locales; in one locale it is read as any JSON is."""
    return _has(node, "createdAt", "_status") and _has(node, "id", "slug") and bool(payload.titles(node))


def _is_rich_text(node: Node) -> bool:
    """A body by itself; a list of components may be anything."""
    return richtext.dialect(node) not in ("", "components") and not is_article(node)


def _is_google_doc(node: Node) -> bool:
    return _has(node, "documentId") and (node.get("body", "content") is not None or _has(node, "tabs"))


SHAPES = (
    Shaped("schemaorg", _is_schemaorg),
    Shaped("ghost", _is_ghost_export),
    Shaped("ghost", _is_ghost),
    Shaped("wordpress", _is_wordpress),
    Shaped("ans", _is_ans),
    Shaped("ninjs", _is_ninjs),
    Shaped("guardian", guardian.fits),
    Shaped("contentfulgraph", contentfulgraph.fits),
    Shaped("contentful", _is_contentful),
    Shaped("sanity", _is_sanity),
    Shaped("drupal", _is_drupal),
    Shaped("strapi", _is_strapi),
    Shaped("storyblok", _is_storyblok),
    Shaped("payload", _is_payload),
    Shaped("directus", _is_directus),
    Shaped("webflow", _is_webflow),
    Shaped("notion", _is_notion),
    Shaped("googledocs", _is_google_doc),
    Shaped("richtext", _is_rich_text),
)
# kinds of JSON that are lists
LISTS = (Shaped("sanity", _is_sanity_list), Shaped("richtext", _is_rich_text))


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
        raise _unreadable(source, problems, None, settings)
    found = False
    for article in _distinct(articles(root, source, settings), problems):
        found = True
        yield replace(article, place_of=Pointers(root, source))
    if not found:
        raise _unreadable(source, problems, root, settings)


def _unreadable(
    source: Source, problems: list[Problem], root: Node | None, settings: Settings
) -> SourceError:
    """Why a file has no article: what is wrong with the JSON, or what its likeliest object lacks."""
    if problems:
        first = problems[0]
        return SourceError(source.path, first.message, *source.position(first.span.start))
    likely = _likeliest(root, settings) if root is not None else None
    if likely is None:
        return SourceError(source.path, "no article in this JSON; presslint looks for a title and a body")
    place = source.position(likely.start)
    kind = NO_TEXT.get(likely.text("type").lower(), "") if _is_ninjs(likely) else ""
    reason = f"it holds {kind}; presslint reads items of text" if kind else missing(likely, settings)
    return SourceError(source.path, f"no article in this JSON: {reason}", place.line)


def _likeliest(root: Node, settings: Settings) -> Node | None:
    """The first object, in its containers, that has a title or a body; else the first that has keys."""
    from presslint.reading import anyjson

    first: Node | None = None
    stack = [(root, 0)]
    while stack:
        node, depth = stack.pop()
        if node.shape is Shape.MAP and node.entries:
            if anyjson.title(node, settings) is not None or anyjson.body(node, settings) is not None:
                return node
            first = first or node
        if depth < SEARCH_LIMIT:
            inner = [*node.items[:20], *(entry.node for entry in node.entries if entry.key in CONTAINERS)]
            stack.extend((child, depth + 1) for child in reversed(inner))
    return first


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
        known = SHAPES if node.shape is Shape.MAP else LISTS if node.shape is Shape.LIST else ()
        module = next((shape.module for shape in known if shape.fits(node)), "")
        if not module and node.shape is Shape.LIST:
            stack.extend((item, depth + 1) for item in reversed(node.items))
            continue
        if not module and node.shape is Shape.MAP and is_article(node, settings):
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
            if node.get("content", "webTitle") is not None:  # the Guardian's answer for one item
                inner += [found.node for found in node.entries if found.key == "content"]
            stack.extend((child, depth + 1) for child in reversed(inner))


def is_known(node: Node) -> bool:
    """Whether a value is of a known system; where it holds no article, it is none: an author, a picture, a page."""
    return node.shape is Shape.MAP and any(shape.fits(node) for shape in SHAPES)


def is_article(node: Node, settings: Settings = Settings()) -> bool:
    """True for an object with a title and a body under any of the names they go by."""
    from presslint.reading import anyjson

    return anyjson.is_story(node, settings)


def missing(node: Node, settings: Settings, what: str = "key") -> str:
    """What an object lacks to be an article, and how the config names it."""
    from presslint.reading import anyjson

    head, body = anyjson.title(node, settings), anyjson.body(node, settings)
    keys = ", ".join(found.key for found in node.entries[:8]) + (", …" if len(node.entries) > 8 else "")
    if head is not None and body is None:
        lacks = f"“{head.key}” is a title, and no {what} holds a text; name yours under “body” in the config’s “fields”"
    elif body is not None:
        lacks = f"“{body.key}” is a text, and no {what} holds a title; name yours under “headline” in the config’s “fields”"
    else:
        lacks = f"no {what} holds a title or a text; name yours under “headline” and “body” in the config’s “fields”"
    return f"{lacks} (there are: {keys})" if keys else lacks
