"""Rich text in JSON: what each editor's blocks and marks become, exact places, what is told as not read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from places import faults
from presslint.article import Article
from presslint.model.document import Block
from presslint.model.passage import Passage
from presslint.model.source import SourceError
from presslint.reading import read

Json = Any


def article_of(body: Json, **more: Json) -> Article:
    """The article of an entry with that body."""
    data = json.dumps({"title": "Bridge", **more, "body": body})
    (article,) = read(data.encode(), "entry.json")
    assert faults(article) == []
    return article


def outline(blocks: tuple[Block, ...]) -> list[Any]:
    """Kind, level and words of blocks, containers as lists."""
    return [
        (
            f"{block.kind.value}{block.level or ''}{' ordered' if block.ordered else ''}",
            block.text or block.info,
            *([outline(block.children)] if block.children else []),
        )
        for block in blocks
    ]


def marks(passage: Passage | None) -> set[tuple[str, str]]:
    assert passage is not None
    return {(mark.kind, passage.text[mark.start : mark.end]) for mark in passage.marks}


# -- one body in every dialect ----------------------------------------------------------------------

BODY = [
    ("paragraph", "The bridge opens on Friday."),
    ("heading2", "What next"),
    ("list", "", [("item", "one", [("list ordered", "", [("item", "two")])]), ("item", "three")]),
    ("quote", "", [("paragraph", "It is safe.")]),
    ("separator", "hr"),
    ("code", "x = 1"),
    ("paragraph", "The end."),
]
MARKED = {("strong", "bridge"), ("em", "opens"), ("link", "on Friday")}
HREF = "https://news.example/f"


def prosemirror(snake: bool = False) -> Json:
    def text(words: str, *kinds: str) -> Json:
        given = [
            {"type": kind, "attrs": {"href": HREF}} if kind == "link" else {"type": kind} for kind in kinds
        ]
        return {"type": "text", "text": words, **({"marks": given} if given else {})}

    def node(kind: str, *content: Json, **attrs: Json) -> Json:
        name = "".join(f"_{char.lower()}" if char.isupper() else char for char in kind) if snake else kind
        return {"type": name, "attrs": attrs, "content": list(content)}

    def item(*content: Json) -> Json:
        return node("listItem", *content)

    def line(words: str) -> Json:
        return node("paragraph", text(words))

    return node(
        "doc",
        node(
            "paragraph",
            text("The "),
            text("bridge", "bold"),
            text(" "),
            text("opens", "italic"),
            text(" "),
            text("on ", "link"),
            text("Friday", "link", "underline"),
            text("."),
        ),
        node("heading", text("What next"), level=2),
        node("bulletList", item(line("one"), node("orderedList", item(line("two")))), item(line("three"))),
        node("blockquote", line("It is safe.")),
        {"type": "horizontal_rule" if snake else "horizontalRule"},
        node("codeBlock", text("x = 1"), language="python"),
        line("The end."),
    )


def slate() -> Json:
    def node(kind: str, *children: Json, **more: Json) -> Json:
        return {"type": kind, "children": list(children), **more}

    return [
        {
            "children": [
                {"text": "The "},
                {"text": "bridge", "bold": True},
                {"text": " "},
                {"text": "opens", "italic": True},
                {"text": " "},
                node("link", {"text": "on Friday"}, url=HREF),
                {"text": "."},
            ]
        },
        node("h2", {"text": "What next"}),
        node(
            "ul",
            node("li", node("lic", {"text": "one"}), node("ol", node("li", node("lic", {"text": "two"})))),
            node("li", {"text": "three"}),
        ),
        node("blockquote", {"text": "It is safe."}),
        node("hr", {"text": ""}),
        node("code_block", node("code_line", {"text": "x = 1"})),
        node("p", {"text": "The end."}),
    ]


def strapi() -> Json:
    def node(kind: str, *children: Json, **more: Json) -> Json:
        return {"type": kind, "children": list(children), **more}

    def text(words: str, **more: bool) -> Json:
        return {"type": "text", "text": words, **more}

    item = "list-item"
    return [
        node(
            "paragraph",
            text("The "),
            text("bridge", bold=True),
            text(" "),
            text("opens", italic=True),
            text(" "),
            node("link", text("on Friday"), url=HREF),
            text("."),
        ),
        node("heading", text("What next"), level=2),
        node(
            "list",
            node(item, text("one")),
            node("list", node(item, text("two")), format="ordered"),
            node(item, text("three")),
            format="unordered",
        ),
        node("quote", text("It is safe.")),
        node("divider", text("")),
        node("code", text("x = 1")),
        node("paragraph", text("The end.")),
        node("paragraph", text("")),
    ]


def lexical() -> Json:
    def node(kind: str, *children: Json, **more: Json) -> Json:
        return {"type": kind, "version": 1, "children": list(children), **more}

    def text(words: str, form: int = 0) -> Json:
        return {"type": "text", "text": words, "format": form, "version": 1}

    link = {"type": "link", "fields": {"url": HREF, "newTab": False}, "children": [text("on Friday")]}
    return {
        "root": node(
            "root",
            node(
                "paragraph",
                text("The "),
                text("bridge", 1),
                text(" "),
                text("opens", 2),
                text(" "),
                link,
                text("."),
            ),
            node("heading", text("What next"), tag="h2"),
            node(
                "list",
                node("listitem", text("one"), node("list", node("listitem", text("two")), listType="number")),
                node("listitem", text("three")),
                listType="bullet",
            ),
            node("quote", text("It is safe.")),
            {"type": "horizontalrule", "version": 1},
            node("code", {"type": "code-highlight", "text": "x = 1"}, language="python"),
            node("paragraph", text("The end.")),
        )
    }


def contentful() -> Json:
    def node(kind: str, *content: Json, **data: Json) -> Json:
        return {"nodeType": kind, "data": data, "content": list(content)}

    def text(words: str, *kinds: str) -> Json:
        return {"nodeType": "text", "value": words, "marks": [{"type": kind} for kind in kinds], "data": {}}

    def line(*content: Json) -> Json:
        return node("paragraph", *content)

    return node(
        "document",
        line(
            text("The "),
            text("bridge", "bold"),
            text(" "),
            text("opens", "italic"),
            text(" "),
            node("hyperlink", text("on Friday"), uri=HREF),
            text("."),
        ),
        node("heading-2", text("What next")),
        node(
            "unordered-list",
            node("list-item", line(text("one")), node("ordered-list", node("list-item", line(text("two"))))),
            node("list-item", line(text("three"))),
        ),
        node("blockquote", line(text("It is safe."))),
        node("hr"),
        node("code", text("x = 1")),
        line(text("The end.")),
        line(text("")),
    )


def portable_text() -> Json:
    def block(*spans: Json, style: str = "normal", **more: Json) -> Json:
        return {"_type": "block", "style": style, "markDefs": [], "children": list(spans), **more}

    def span(words: str, *kinds: str) -> Json:
        return {"_type": "span", "text": words, "marks": list(kinds)}

    return [
        block(
            span("The "),
            span("bridge", "strong"),
            span(" "),
            span("opens", "em"),
            span(" "),
            span("on ", "a1"),
            span("Friday", "a1", "underline"),
            span("."),
            markDefs=[{"_key": "a1", "_type": "link", "href": HREF}],
        ),
        block(span("What next"), style="h2"),
        block(span("one"), listItem="bullet", level=1),
        block(span("two"), listItem="number", level=2),
        block(span("three"), listItem="bullet", level=1),
        block(span("It is safe."), style="blockquote"),
        {"_type": "divider"},
        {"_type": "code", "code": "x = 1", "language": "python"},
        block(span("The end.")),
        block(span("")),
    ]


def editorjs() -> Json:
    def block(kind: str, **data: Json) -> Json:
        return {"id": "a", "type": kind, "data": data}

    link = f'<a href="{HREF}">on Friday</a>'
    return {
        "time": 1,
        "version": "2.29.0",
        "blocks": [
            block("paragraph", text=f"The <b>bridge</b> <i>opens</i> {link}."),
            block("header", text="What next", level=2),
            block(
                "list",
                style="unordered",
                items=[
                    {"content": "one", "items": [{"content": "two", "items": []}]},
                    {"content": "three", "items": []},
                ],
            ),
            block("quote", text="It is safe.", caption=""),
            block("delimiter"),
            block("code", code="x = 1"),
            block("paragraph", text="The end."),
        ],
    }


def quill() -> Json:
    def op(insert: Json, **attributes: Json) -> Json:
        return {"insert": insert, **({"attributes": attributes} if attributes else {})}

    return {
        "ops": [
            op("The "),
            op("bridge", bold=True),
            op(" "),
            op("opens", italic=True),
            op(" "),
            op("on ", link=HREF),
            op("Friday", link=HREF, underline=True),
            op(".\nWhat next"),
            op("\n", header=2),
            op("one"),
            op("\n", list="bullet"),
            op("two"),
            op("\n", list="ordered", indent=1),
            op("three"),
            op("\n", list="bullet"),
            op("It is safe."),
            op("\n", blockquote=True),
            op({"divider": True}),
            op("x = 1"),
            op("\n", **{"code-block": True}),
            op("The end.\n\n"),
        ]
    }


def draftjs() -> Json:
    def block(kind: str, text: str, depth: int = 0, ranges: Json = (), links: Json = ()) -> Json:
        return {
            "key": "k",
            "text": text,
            "type": kind,
            "depth": depth,
            "inlineStyleRanges": [
                dict(zip(("offset", "length", "style"), each, strict=True)) for each in ranges
            ],
            "entityRanges": [dict(zip(("offset", "length", "key"), each, strict=True)) for each in links],
            "data": {},
        }

    styles = [(4, 6, "BOLD"), (11, 5, "ITALIC"), (20, 6, "UNDERLINE")]
    return {
        "blocks": [
            block("unstyled", "The bridge opens on Friday.", ranges=styles, links=[(17, 9, 0)]),
            block("header-two", "What next"),
            block("unordered-list-item", "one"),
            block("ordered-list-item", "two", depth=1),
            block("unordered-list-item", "three"),
            block("blockquote", "It is safe."),
            block("atomic", " ", links=[(0, 1, 1)]),
            block("code-block", "x = 1"),
            block("unstyled", "The end."),
            block("unstyled", ""),
        ],
        "entityMap": {
            "0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": HREF}},
            "1": {"type": "hr", "mutability": "IMMUTABLE", "data": {}},
        },
    }


def notion() -> Json:
    def text(words: str, href: str = "", **given: bool) -> Json:
        link = {"url": href} if href else None
        return {
            "type": "text",
            "text": {"content": words, "link": link},
            "annotations": given,
            "plain_text": words,
        }

    def block(kind: str, *words: Json, **more: Json) -> Json:
        return {"object": "block", "type": kind, kind: {"rich_text": list(words), **more}}

    first = [text("The "), text("bridge", bold=True), text(" "), text("opens", italic=True), text(" ")]
    nested = [block("numbered_list_item", text("two"))]
    return [
        block("paragraph", *first, text("on Friday", HREF), text(".")),
        block("heading_2", text("What next")),
        block("bulleted_list_item", text("one"), children=nested),
        block("bulleted_list_item", text("three")),
        block("quote", text("It is safe.")),
        {"object": "block", "type": "divider", "divider": {}},
        block("code", text("x = 1"), language="python"),
        block("paragraph", text("The end.")),
        block("paragraph"),
    ]


DIALECTS: dict[str, Callable[[], Json]] = {
    "ProseMirror": prosemirror,
    "Storyblok": lambda: prosemirror(snake=True),
    "Slate": slate,
    "Strapi": strapi,
    "Lexical": lexical,
    "Contentful": contentful,
    "Portable Text": portable_text,
    "Editor.js": editorjs,
    "Quill": quill,
    "Draft.js": draftjs,
    "Notion": notion,
}
# what a dialect cannot say: the items of one list in another numbering, the mark of a rule
SAYS = {"Editor.js": ("list ordered", "list"), "Quill": ("hr", "divider"), "Notion": ("hr", "divider")}


def expected(name: str) -> str:
    told = repr(BODY)
    if name == "Editor.js":
        told = told.replace("list ordered", "list").replace("'hr'", "'delimiter'")
    return told.replace("'hr'", "'divider'") if name in ("Quill", "Notion") else told


@pytest.mark.parametrize("stored", [False, True], ids=["tree", "text"])
@pytest.mark.parametrize("name", DIALECTS)
def test_a_body_reads_the_same_in_every_dialect(name: str, stored: bool) -> None:
    body = DIALECTS[name]()
    article = article_of(json.dumps(body) if stored else body)
    assert repr(outline(article.blocks)) == expected(name)
    assert set(marks(article.blocks[0].passage)) == MARKED
    assert [(link.text.text, link.target) for link in article.links] == [("on Friday", HREF)]
    assert article.problems == ()


@pytest.mark.parametrize("name", DIALECTS)
def test_a_body_by_itself_is_an_article(name: str) -> None:
    (article,) = read(json.dumps(DIALECTS[name]()).encode(), "body.json")
    assert [block.text for block in article.blocks][-1] == "The end."
    assert "metadata" not in article.carries


# -- places ---------------------------------------------------------------------------------------

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


def leaves(name: str, words: list[str]) -> Json:
    """A paragraph of each of the words, in a dialect."""
    match name:
        case "ProseMirror":
            return {
                "type": "doc",
                "content": [
                    {"type": "paragraph", "content": [{"type": "text", "text": each}]} for each in words
                ],
            }
        case "Slate":
            return [{"type": "p", "children": [{"text": each}]} for each in words]
        case "Lexical":
            texts = [{"type": "paragraph", "children": [{"type": "text", "text": each}]} for each in words]
            return {"root": {"type": "root", "children": texts}}
        case "Contentful":
            texts = [
                {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": each}]} for each in words
            ]
            return {"nodeType": "document", "content": texts}
        case "Portable Text":
            return [{"_type": "block", "children": [{"_type": "span", "text": each}]} for each in words]
        case "Draft.js":
            texts = [
                {"text": each, "type": "unstyled", "inlineStyleRanges": [], "entityRanges": []}
                for each in words
            ]
            return {"blocks": texts, "entityMap": {}}
        case "Quill":
            return {"ops": [{"insert": f"{each}\n"} for each in words]}
    return [
        {"type": "paragraph", "paragraph": {"rich_text": [{"text": {"content": each}}]}, "object": "block"}
        for each in words
    ]


LEAVES = ("ProseMirror", "Slate", "Lexical", "Contentful", "Portable Text", "Quill", "Draft.js", "Notion")


def shown(passage: Passage, times: int) -> str:
    """What stands in the source where a passage says it stands, decoded as JSON so many times."""
    written = passage.source.text[passage.span.start : passage.span.end]
    for _ in range(times):
        written = json.loads(f'"{written}"', strict=False)
    return written


@pytest.mark.parametrize("stored", [False, True], ids=["tree", "text"])
@pytest.mark.parametrize("name", LEAVES)
@settings(max_examples=40)
@given(words=st.lists(WORDS, min_size=1, max_size=4), ascii_only=st.booleans())
def test_the_span_of_a_passage_decodes_to_its_words(
    name: str, stored: bool, words: list[str], ascii_only: bool
) -> None:
    words = [f"A{each.replace(chr(10), ' ').replace(chr(11), ' ')}b" for each in words]
    body = leaves(name, words)
    entry = {"title": "Bridge", "body": json.dumps(body, ensure_ascii=ascii_only) if stored else body}
    (article,) = read(json.dumps(entry, ensure_ascii=ascii_only).encode(), "entry.json")
    assert faults(article) == []
    written = [block.passage.written for block in article.blocks if block.passage is not None]
    assert [passage.text for passage in written] == words
    for passage in written:
        assert shown(passage, 2 if stored else 1) == passage.text


@pytest.mark.parametrize("name", ["ProseMirror", "Portable Text"])
def test_each_character_of_a_split_word_stands_in_its_own_text(name: str) -> None:
    if name == "ProseMirror":
        texts = [
            {"type": "text", "text": "bri"},
            {"type": "text", "text": "dg\u00e9", "marks": [{"type": "bold"}]},
        ]
        body: Json = {"type": "doc", "content": [{"type": "paragraph", "content": texts}]}
    else:
        body = [
            {
                "_type": "block",
                "children": [{"_type": "span", "text": "bri"}, {"_type": "span", "text": "dg\u00e9"}],
            }
        ]
    article = article_of(body)
    passage = article.blocks[0].passage
    assert passage is not None
    assert passage.text == "bridg\u00e9"
    cut = [article.source.text[place.start : place.end] for place in map(passage.place, range(6))]
    assert cut == ["b", "r", "i", "d", "g", "\\u00e9"]


# -- tables, pictures, embeds -----------------------------------------------------------------------


def test_ranges_of_draftjs_are_counted_as_javascript_counts() -> None:
    """A sign beyond the first 65,536 is two; ranges may reach past the end and cross each other."""
    styles = [(0, 8, "BOLD"), (6, 4, "ITALIC"), (14, 99, "CODE"), (50, 2, "BOLD"), (2, 0, "BOLD")]
    block = {
        "text": "\U0001f309 Ayle \u201copens\u201d now",
        "type": "unstyled",
        "inlineStyleRanges": [dict(zip(("offset", "length", "style"), each, strict=True)) for each in styles],
        "entityRanges": [],
    }
    for ascii_only in (True, False):
        text = json.dumps({"title": "Bridge", "body": {"blocks": [block]}}, ensure_ascii=ascii_only)
        (article,) = read(text.encode(), "entry.json")
        assert faults(article) == []
        passage = article.blocks[0].passage
        assert passage is not None
        assert passage.text == block["text"]
        found: dict[str, str] = {}
        for mark in passage.marks:
            found[mark.kind] = found.get(mark.kind, "") + passage.text[mark.start : mark.end]
        assert found == {"strong": "\U0001f309 Ayle ", "em": "e \u201co", "code": "\u201d now"}


def test_what_stands_alone_in_draftjs() -> None:
    entities = {
        "0": {"type": "IMAGE", "data": {"src": "a.jpg", "alt": "A pier", "caption": "The pier"}},
        "1": {"type": "TWEET", "data": {"id": "1"}},
    }
    alone = [
        {
            "text": " ",
            "type": "atomic",
            "inlineStyleRanges": [],
            "entityRanges": [{"offset": 0, "length": 1, "key": key}],
        }
        for key in (0, 1)
    ]
    other = {"text": "Words.", "type": "factbox", "inlineStyleRanges": [], "entityRanges": []}
    article = article_of({"blocks": [*alone, other], "entityMap": entities})
    assert [(block.kind.value, block.text or block.info) for block in article.blocks] == [
        ("media", ""),
        ("embed", "TWEET"),
        ("paragraph", "Words."),
    ]
    (media,) = article.all_media
    assert media.target == "a.jpg"
    assert [passage.text for passage in (media.alt, media.caption) if passage] == ["A pier", "The pier"]
    assert [problem.message for problem in article.problems] == [
        "“factbox” is no kind of block that presslint knows; its text was read as a paragraph."
    ]


def test_tables() -> None:
    def cell(kind: str, words: str) -> Json:
        return {
            "type": kind,
            "content": [{"type": "paragraph", "content": [{"type": "text", "text": words}]}],
        }

    rows = [
        {"type": "tableRow", "content": [cell("tableHeader", "Town"), cell("tableHeader", "Fare")]},
        {"type": "tableRow", "content": [cell("tableCell", "Ayle"), {"type": "tableCell", "content": []}]},
    ]
    article = article_of({"type": "doc", "content": [{"type": "table", "content": rows}]})
    assert outline(article.blocks) == [
        (
            "table",
            "",
            [
                ("row", "", [("cell", "Town"), ("cell", "Fare")]),
                ("row", "", [("cell", "Ayle"), ("cell", "")]),
            ],
        )
    ]
    data = {"withHeadings": True, "content": [["Town", "<b>Fare</b>"], ["Ayle", ""]]}
    article = article_of({"version": "2", "blocks": [{"type": "table", "data": data}]})
    assert [block.text for block in article.walk() if block.kind.value == "cell"] == [
        "Town",
        "Fare",
        "Ayle",
        "",
    ]


@pytest.mark.parametrize(
    "body",
    [
        {
            "type": "doc",
            "content": [{"type": "image", "attrs": {"src": "a.jpg", "alt": "A pier", "title": None}}],
        },
        [{"type": "image", "url": "a.jpg", "alt": "A pier", "children": [{"text": ""}]}],
        [
            {
                "type": "image",
                "image": {"url": "a.jpg", "alternativeText": "A pier"},
                "children": [{"type": "text", "text": ""}],
            }
        ],
        {
            "root": {
                "children": [
                    {"type": "upload", "relationTo": "media", "value": {"url": "a.jpg", "alt": "A pier"}}
                ]
            }
        },
        {
            "blocks": [
                {"type": "image", "data": {"file": {"url": "a.jpg"}, "alt": "A pier", "caption": "By day"}}
            ]
        },
        [
            {"_type": "block", "children": [{"_type": "span", "text": "Words."}]},
            {"_type": "image", "asset": {"url": "a.jpg"}, "alt": "A pier"},
        ],
        {"ops": [{"insert": {"image": "a.jpg"}, "attributes": {"alt": "A pier"}}, {"insert": "\n"}]},
    ],
)
def test_pictures_with_their_alternatives(body: Json) -> None:
    (media,) = article_of(body).all_media
    assert (media.kind, media.target) == ("image", "a.jpg")
    assert media.alt is not None
    assert media.alt.text == "A pier"


def test_what_is_embedded_is_named() -> None:
    body = {
        "type": "doc",
        "content": [
            {"type": "youtube", "attrs": {"src": "https://video.example/1"}},
            {"type": "blok", "attrs": {"body": [{"component": "newsletter", "_uid": "a"}]}},
            {
                "type": "paragraph",
                "content": [{"type": "mention", "attrs": {"label": "Ines Moll"}}, {"type": "hardBreak"}],
            },
        ],
    }
    assert outline(article_of(body).blocks) == [
        ("embed", "youtube"),
        ("embed", "newsletter"),
        ("paragraph", "Ines Moll"),
    ]


def test_rich_text_in_a_component_is_read() -> None:
    inner = {
        "root": {"children": [{"type": "paragraph", "children": [{"type": "text", "text": "Read me."}]}]}
    }
    body = {"root": {"children": [{"type": "block", "fields": {"blockType": "banner", "content": inner}}]}}
    assert outline(article_of(body).blocks) == [("paragraph", "Read me.")]


def test_bodies_of_components() -> None:
    zone = [
        {"__component": "shared.rich-text", "id": 1, "body": "The bridge **opens**.\n\n## What next\n"},
        {
            "__component": "shared.quote",
            "id": 2,
            "title": "It is safe.",
            "body": "It is safe.",
            "author": "Ines Moll",
        },
        {"__component": "shared.media", "id": 3, "file": {"url": "a.jpg", "alternativeText": "A pier"}},
        {"__component": "shared.slider", "id": 4, "files": []},
        {"__component": "shared.tide-table", "id": 5, "harbour": 7},
    ]
    article = article_of(zone)
    assert outline(article.blocks) == [
        ("paragraph", "The bridge opens."),
        ("heading2", "What next"),
        ("quote", "", [("paragraph", "It is safe."), ("paragraph", "Ines Moll")]),
        ("media", ""),
        ("embed", "shared.slider"),
        ("embed", "shared.tide-table"),
    ]
    assert ["tide-table" in problem.message for problem in article.problems] == [True]


# -- what is not known ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "told", "blocks"),
    [
        (
            {"type": "doc", "content": [{"type": "tideTable", "attrs": {"harbour": 7}}] * 2},
            ["“tideTable” is no kind of block that presslint knows; what it shows was not read."],
            [("embed", "tideTable")] * 2,
        ),
        (
            {
                "type": "doc",
                "content": [{"type": "factBox", "content": [{"type": "paragraph", "content": []}]}],
            },
            ["“factBox” is no kind of block that presslint knows; its words were read as they stand."],
            [],
        ),
        (
            [{"_type": "block", "children": []}, {"_type": "tideTable", "harbour": 7}],
            ["“tideTable” is no kind of block that presslint knows; what it shows was not read."],
            [("embed", "tideTable")],
        ),
        (
            {
                "blocks": [
                    {"type": "factBox", "data": {"text": "Read <b>me</b>."}},
                    {"type": "tides", "data": {}},
                ]
            },
            [
                "“factBox” is no kind of block that presslint knows; its text was read as a paragraph.",
                "“tides” is no kind of block that presslint knows; what it shows was not read.",
            ],
            [("paragraph", "Read me."), ("embed", "tides")],
        ),
        (
            [{"object": "block", "type": "tide_table", "tide_table": {}}],
            ["“tide_table” is no kind of block that presslint knows; what it shows was not read."],
            [("embed", "tide_table")],
        ),
        (
            {"ops": [{"insert": {"tides": 7}}, {"insert": "Words.\n"}]},
            ["“tides” is no kind of block that presslint knows; what it shows was not read."],
            [("embed", "tides"), ("paragraph", "Words.")],
        ),
    ],
)
def test_kinds_that_nobody_knows_are_told_once_and_shown(
    body: Json, told: list[str], blocks: list[Any]
) -> None:
    article = article_of(body)
    assert [problem.message for problem in article.problems] == told
    assert {problem.kind for problem in article.problems} == {"unknown-block"}
    assert outline(article.blocks) == blocks


def test_words_that_are_not_known_keep_their_sentence_whole() -> None:
    texts = [
        {"type": "text", "text": "Tide at "},
        {"type": "tide", "attrs": {}},
        {"type": "text", "text": " o’clock."},
    ]
    article = article_of({"type": "doc", "content": [{"type": "paragraph", "content": texts}]})
    (block,) = article.blocks
    assert block.text == "Tide at \ufffc o’clock."
    assert len(article.problems) == 1


# -- documents --------------------------------------------------------------------------------------


def run(words: str, **style: Json) -> Json:
    return {"textRun": {"content": words, "textStyle": style}}


def paragraph(*elements: Json, style: str = "NORMAL_TEXT", **more: Json) -> Json:
    return {"paragraph": {"elements": list(elements), "paragraphStyle": {"namedStyleType": style}, **more}}


def google_doc() -> Json:
    cell = {"content": [paragraph(run("Ayle\n"))]}
    return {
        "body": {
            "content": [
                {"sectionBreak": {}},
                paragraph(run("Bridge opens\n"), style="TITLE"),
                paragraph(run("Lorries wait\n"), style="SUBTITLE"),
                paragraph(
                    run("The "),
                    run("bridge", bold=True),
                    run(" opens "),
                    run("Friday", link={"url": HREF}),
                    run(".\n"),
                ),
                paragraph(run("\n")),
                paragraph(run("What next\n"), style="HEADING_2"),
                paragraph(run("one\n"), bullet={"listId": "kix.a"}),
                paragraph(run("two\n"), bullet={"listId": "kix.a", "nestingLevel": 1}),
                paragraph({"inlineObjectElement": {"inlineObjectId": "kix.p"}}, run("\n")),
                paragraph({"horizontalRule": {}}, run("\n")),
                paragraph(
                    run("Gone. ") | {"textRun": {"content": "Gone. ", "suggestedDeletionIds": ["s"]}},
                    run("Kept.\n"),
                ),
                {"table": {"tableRows": [{"tableCells": [cell, {"content": [paragraph(run("\n"))]}]}]}},
            ]
        },
        "lists": {
            "kix.a": {
                "listProperties": {
                    "nestingLevels": [{"glyphSymbol": "●"}, {"glyphType": "DECIMAL", "glyphFormat": "%1."}]
                }
            }
        },
        "inlineObjects": {
            "kix.p": {
                "inlineObjectProperties": {
                    "embeddedObject": {
                        "description": "A pier",
                        "imageProperties": {"contentUri": "https://pic.example/p"},
                    }
                }
            }
        },
    }


@pytest.mark.parametrize("tabbed", [False, True])
def test_google_docs(tabbed: bool) -> None:
    content = google_doc()
    if tabbed:
        content = {"tabs": [{"tabProperties": {"tabId": "t.0"}, "documentTab": content}]}
    data = json.dumps({"title": "ferry draft 2", "documentId": "1a", **content}, ensure_ascii=False)
    (article,) = read(data.encode(), "doc.json")
    assert faults(article) == []
    assert [field.text for field in article.all("headline")] == ["Bridge opens"]
    assert [field.text for field in article.all("dek")] == ["Lorries wait"]
    assert outline(article.blocks) == [
        ("paragraph", "The bridge opens Friday."),
        ("heading2", "What next"),
        ("list", "", [("item", "one", [("list ordered", "", [("item", "two")])])]),
        ("media", ""),
        ("separator", "hr"),
        ("paragraph", "Kept."),
        ("table", "", [("row", "", [("cell", "Ayle"), ("cell", "")])]),
    ]
    assert marks(article.blocks[0].passage) == {("strong", "bridge"), ("link", "Friday")}
    (media,) = article.all_media
    assert media.alt is not None
    assert media.alt.text == "A pier"


# -- what is large, deep or broken -------------------------------------------------------------------


def nested(name: str, levels: int) -> Json:
    match name:
        case "ProseMirror":
            node: Json = {"type": "paragraph", "content": [{"type": "text", "text": "deep"}]}
            for _ in range(levels):
                node = {"type": "blockquote", "content": [node]}
            return {"type": "doc", "content": [node]}
        case "Slate":
            node = {"type": "li", "children": [{"text": "deep"}]}
            for _ in range(levels):
                node = {
                    "type": "ul",
                    "children": [
                        {"type": "li", "children": [{"text": "a"}, {"type": "ul", "children": [node]}]}
                    ],
                }
            return [node]
        case "links":
            node = {"type": "text", "text": "deep"}
            for _ in range(levels):
                node = {"type": "link", "url": HREF, "children": [node]}
            return {"root": {"children": [{"type": "paragraph", "children": [node]}]}}
        case "Editor.js":
            node = {"content": "deep", "items": []}
            for _ in range(levels):
                node = {"content": "a", "items": [node]}
            return {"blocks": [{"type": "list", "data": {"style": "ordered", "items": [node]}}]}
    node = {"type": "paragraph", "paragraph": {"rich_text": [{"plain_text": "deep"}]}}
    for _ in range(levels):
        node = {"type": "toggle", "toggle": {"rich_text": [], "children": [node]}}
    return [node]


@pytest.mark.parametrize("name", ["ProseMirror", "Slate", "links", "Editor.js", "Notion"])
def test_what_nests_too_deep_is_told(name: str) -> None:
    article = article_of(nested(name, 60))
    assert ["deeper than" in problem.message for problem in article.problems] == [True]
    assert "deep" in " ".join(block.text for block in article_of(nested(name, 5)).walk())


def test_no_node_is_looked_at_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """A flood of blocks costs as many look-ups a block as a few blocks do."""
    from presslint.reading.tree import Node

    calls = 0
    look = Node.get

    def counted(node: Node, *path: str) -> Node | None:
        nonlocal calls
        calls += 1
        return look(node, *path)

    monkeypatch.setattr(Node, "get", counted)

    def cost(name: str, size: int) -> int:
        nonlocal calls
        calls = 0
        article_of(leaves(name, ["word"] * size))
        return calls

    for name in LEAVES:
        few, many = cost(name, 100), cost(name, 1000)
        assert many < 11 * few, name


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"title": "A", "teaser": {"a": 1}}, "“title” is a title, and no key holds a text"),
        ({"body": "Words."}, "“body” is a text, and no key holds a title"),
        ({"data": [{"colour": "red"}]}, "no key holds a title or a text"),
    ],
)
def test_a_refusal_names_what_is_missing(data: Json, says: str) -> None:
    with pytest.raises(SourceError) as caught:
        list(read(json.dumps(data).encode(), "a.json"))
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        '{"title": "A", "body": {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "One'
    ],
)
def test_a_file_cut_short_gives_what_it_has(text: str) -> None:
    (article,) = read(text.encode(), "a.json")
    assert article.headline is not None
    assert article.problems


def keys(value: Json) -> Iterator[tuple[Json, Any]]:
    """Each place of a value that holds another: the container and the key."""
    inner = (
        list(value.items())
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, held in inner:
        yield value, key
        yield from keys(held)


OTHERS: tuple[Json, ...] = (7, "x", None, [], {}, True)


@pytest.mark.parametrize("name", DIALECTS)
def test_values_of_another_kind_break_nothing(name: str) -> None:
    """Each value in turn is another: a number, a text, nothing, an empty list or object, a truth value."""
    whole = DIALECTS[name]()
    for number in range(sum(1 for _ in keys(whole))):
        copy = json.loads(json.dumps(whole))
        container, key = list(keys(copy))[number]
        container[key] = OTHERS[number % len(OTHERS)]
        (article,) = read(json.dumps({"title": "A", "body": copy, "text": "b"}).encode(), "a.json")
        assert faults(article) == []
