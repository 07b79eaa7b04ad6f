"""JSON from content systems: each shape's fields and body, exact places, and what is broken."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from places import faults
from presslint.article import Article
from presslint.engine.lint import lint
from presslint.model.document import Block, Kind
from presslint.model.finding import Finding
from presslint.model.source import SourceError
from presslint.packs.rule import Rule
from presslint.reading import read

COPY = '<p>The bridge at Ayle &mdash; shut since March &mdash; opens on <a href="/f">Friday</a>.</p>'


def articles(data: Any, name: str = "export.json") -> list[Article]:
    text = data if isinstance(data, str) else json.dumps(data)
    found = list(read(text.encode(), name))
    for article in found:
        assert faults(article) == []
    return found


def one(data: Any, name: str = "export.json") -> Article:
    (article,) = articles(data, name)
    return article


def texts(article: Article, name: str) -> list[str]:
    return [field.text for field in article.all(name)]


def outline(blocks: tuple[Block, ...]) -> list[Any]:
    """Kind and words of blocks, containers as lists."""
    return [
        (block.kind.value, block.text, *([outline(block.children)] if block.children else []))
        for block in blocks
    ]


# -- WordPress ------------------------------------------------------------------------------------

POST = {
    "id": 7,
    "date": "2026-05-05T09:30:00",
    "date_gmt": "2026-05-05T08:30:00",
    "modified_gmt": "2026-05-05T10:00:00",
    "slug": "ayle-bridge",
    "status": "publish",
    "link": "https://post.example/ayle-bridge/",
    "title": {"rendered": "Bridge at Ayle &#8220;safe&#8221; again"},
    "excerpt": {"rendered": "<p>Lorries must wait until June.</p>\n"},
    "content": {"rendered": f"<!-- wp:paragraph -->\n{COPY}\n<h2>What next</h2>\n<p>Lorries wait.</p>"},
    "_embedded": {
        "author": [{"name": "Ines Moll"}],
        "wp:term": [
            [{"taxonomy": "category", "name": "Roads &amp; rail"}],
            [{"taxonomy": "post_tag", "name": "bridges, old"}, {"taxonomy": "post_tag", "name": "Ayle"}],
        ],
        "wp:featuredmedia": [
            {"source_url": "a.jpg", "alt_text": "A bridge", "caption": {"rendered": "<p>The pier</p>"}}
        ],
    },
    "yoast_head_json": {"og_title": "Ayle bridge open"},
}


def test_wordpress_posts() -> None:
    article = one(POST)
    assert (article.format, article.key) == ("wordpress", "")
    assert texts(article, "headline") == ["Bridge at Ayle “safe” again"]
    assert texts(article, "headline-alt") == ["Ayle bridge open"]
    assert texts(article, "dek") == ["Lorries must wait until June."]
    assert texts(article, "byline") == ["Ines Moll"]
    assert texts(article, "tags") == ["bridges, old", "Ayle"]
    assert texts(article, "categories") == ["Roads & rail"]
    assert article.published is not None
    assert article.published.value == "2026-05-05T08:30:00Z"
    assert outline(article.blocks) == [
        ("paragraph", "The bridge at Ayle — shut since March — opens on Friday."),
        ("heading", "What next"),
        ("paragraph", "Lorries wait."),
    ]
    assert [comment.text for comment in article.comments] == [" wp:paragraph "]
    (media,) = article.all_media
    assert media.caption is not None
    assert media.caption.text == "The pier"


@pytest.mark.parametrize(
    "excerpt",
    ["<p>The bridge [&hellip;]</p>\n", "The bridge …", "<p>The bridge. Continue reading</p>", "", " "],
)
def test_an_excerpt_that_wordpress_cut_itself_is_no_dek(excerpt: str) -> None:
    assert one(POST | {"excerpt": {"rendered": excerpt}}).dek is None


def test_an_author_who_is_only_a_number_is_no_byline() -> None:
    article = one({**POST, "_embedded": {}, "author": 12})
    assert article.bylines == ()
    assert [field.key for field in article.all("extra")] == ["author"]


def test_attachments_are_no_articles() -> None:
    picture = {**POST, "type": "attachment", "media_details": {}}
    assert [article.key for article in articles([picture, POST])] == ["ayle-bridge"]


def test_rows_of_the_posts_table() -> None:
    row = {"ID": "9", "post_title": "Bridge", "post_content": "1 <b>2</b>\n\n3", "post_status": "draft"}
    first, second = articles([row, row])
    assert outline(first.blocks) == [("paragraph", "1 2"), ("paragraph", "3")]
    assert first.is_draft
    assert (first.key, second.key) == ("9", "9#2")


# -- Ghost ----------------------------------------------------------------------------------------


def words(text: str) -> dict[str, str]:
    """A text node of Lexical."""
    return {"type": "text", "text": text}


LEXICAL = {
    "root": {
        "children": [
            {
                "type": "paragraph",
                "children": [
                    {"type": "extended-text", "text": "The “bridge” ", "format": 0},
                    {"type": "extended-text", "text": "opens", "format": 3},
                    {"type": "linebreak"},
                    {"type": "link", "url": "https://x.example/f", "children": [words("Friday")]},
                ],
            },
            {"type": "extended-heading", "tag": "h3", "children": [words("What next")]},
            {
                "type": "list",
                "listType": "number",
                "children": [
                    {"type": "listitem", "children": [words("one")]},
                    {
                        "type": "listitem",
                        "children": [
                            {
                                "type": "list",
                                "listType": "bullet",
                                "children": [{"type": "listitem", "children": [words("two")]}],
                            }
                        ],
                    },
                ],
            },
            {"type": "image", "src": "a.jpg", "alt": "A pier", "caption": "<p>By <b>day</b></p>"},
            {"type": "markdown", "markdown": "A *marked* line."},
            {"type": "callout", "calloutText": "<p>Note <i>this</i></p>"},
            {"type": "horizontalrule"},
            {"type": "bookmark", "url": "https://x.example"},
            {"type": "quote", "children": [words("Said.")]},
            {"type": "codeblock", "code": "x = 1", "language": "python"},
        ]
    }
}
MOBILEDOC = {
    "version": "0.3.1",
    "markups": [["strong"], ["a", ["href", "https://x.example/f"]]],
    "atoms": [["soft-return", "", {}]],
    "cards": [
        ["image", {"src": "a.jpg", "alt": "A pier"}],
        ["markdown", {"markdown": "A *marked* line."}],
        ["hr", {}],
    ],
    "sections": [
        [1, "h2", [[0, [], 0, "What next"]]],
        [1, "p", [[0, [], 0, "The "], [0, [0, 1], 1, "bridge"], [1, [], 0, 0], [0, [], 1, " opens"]]],
        [3, "ul", [[[0, [], 0, "one"]], [[0, [], 0, "two"]]]],
        [10, 0],
        [10, 1],
        [10, 2],
        [1, "blockquote", [[0, [], 0, "Said."]]],
    ],
}


def test_lexical() -> None:
    article = one({"title": "Bridge", "slug": "b", "html": None, "lexical": json.dumps(LEXICAL)})
    assert outline(article.blocks) == [
        ("paragraph", "The “bridge” opens Friday"),
        ("heading", "What next"),
        ("list", "", [("item", "one"), ("item", "", [("list", "", [("item", "two")])])]),
        ("media", ""),
        ("paragraph", "A marked line."),
        ("paragraph", "Note this"),
        ("separator", ""),
        ("embed", ""),
        ("quote", "", [("paragraph", "Said.")]),
        ("code", "x = 1"),
    ]
    first = article.blocks[0]
    assert first.passage is not None
    assert {mark.kind for mark in first.passage.marks} == {"strong", "em", "link"}
    assert [(link.text.text, link.target) for link in article.links] == [("Friday", "https://x.example/f")]
    assert article.blocks[1].level == 3
    (media,) = article.all_media
    assert media.caption is not None
    assert media.caption.text == "By day"


def test_mobiledoc() -> None:
    article = one({"title": "Bridge", "mobiledoc": json.dumps(MOBILEDOC)})
    assert outline(article.blocks) == [
        ("heading", "What next"),
        ("paragraph", "The bridge opens"),
        ("list", "", [("item", "one"), ("item", "two")]),
        ("media", ""),
        ("paragraph", "A marked line."),
        ("separator", ""),
        ("quote", "", [("paragraph", "Said.")]),
    ]
    (link,) = article.links
    assert link.target == "https://x.example/f"


def test_words_of_a_lexical_text_stand_in_the_export() -> None:
    data = json.dumps({"title": "Bridge", "lexical": json.dumps(LEXICAL)})
    (article,) = articles(data)
    passage = article.blocks[0].passage
    assert passage is not None
    place = passage.place(passage.text.index("“"))
    assert data[place.start : place.end] == "\\\\u201c"
    (opens, _), *_ = passage.find("opens")
    assert data[opens.span.start : opens.span.end] == "opens"


def test_a_ghost_export_joins_its_tables() -> None:
    post = {"id": "p1", "title": "One", "slug": "one", "html": COPY, "comment_id": "1"}
    export = {
        "db": [
            {
                "data": {
                    "posts": [post, {**post, "id": "p2", "slug": "two"}],
                    "users": [{"id": "u1", "name": "Ines Moll"}, {"id": "u2", "name": "Ben Cole"}],
                    "posts_authors": [
                        {"post_id": "p1", "author_id": "u2", "sort_order": 1},
                        {"post_id": "p1", "author_id": "u1", "sort_order": 0},
                    ],
                    "tags": [{"id": "t1", "name": "bridges, old"}, {"id": "t2", "name": "#internal"}],
                    "posts_tags": [
                        {"post_id": "p1", "tag_id": "t1", "sort_order": 0},
                        {"post_id": "p1", "tag_id": "t2", "sort_order": 1},
                    ],
                    "posts_meta": [{"post_id": "p1", "og_title": "Other", "feature_image_alt": "A pier"}],
                }
            }
        ]
    }
    first, second = articles(export)
    assert (first.key, second.key) == ("one", "two")
    assert texts(first, "byline") == ["Ines Moll", "Ben Cole"]
    assert texts(first, "tags") == ["bridges, old"]
    assert texts(first, "headline-alt") == ["Other"]
    assert texts(second, "byline") == []


# -- Arc XP, ninjs, schema.org --------------------------------------------------------------------


def test_ans() -> None:
    def text(words: str) -> dict[str, str]:
        return {"type": "text", "content": words}

    article = one(
        {
            "type": "story",
            "headlines": {"basic": "Bridge opens", "print": "Open at last"},
            "subheadlines": {"basic": "Lorries wait"},
            "label": {"basic": {"text": "Transport"}},
            "credits": {"by": [{"name": "Ines Moll", "byline": "By Ines Moll"}, {"name": "Ben Cole"}]},
            "taxonomy": {"tags": [{"text": "bridges, old"}], "keywords": [{"keyword": "x"}]},
            "display_date": "2026-05-05T08:30:00Z",
            "promo_items": {"basic": {"type": "image", "url": "p.jpg", "alt_text": ""}},
            "content_elements": [
                text("The <b>bridge</b> opens."),
                {"type": "header", "level": 3, "content": "What <i>next</i>"},
                {
                    "type": "list",
                    "list_type": "ordered",
                    "items": [text("one"), {"type": "list", "items": [text("two")]}],
                },
                {
                    "type": "quote",
                    "subtype": "pullquote",
                    "content_elements": [text("Said.")],
                    "citation": text("Moll"),
                },
                {"type": "table", "header": [text("a")], "rows": [[text("b")]]},
                {"type": "image", "url": "a.jpg", "caption": "Pier", "credits": {"by": [{"name": "Ana"}]}},
                {"type": "correction", "text": "An earlier version was wrong."},
                {"type": "raw_html", "content": "<p>Raw</p><script>x</script>"},
                {"type": "interstitial_link", "content": "Read also", "url": "/x"},
                {"type": "divider"},
                {"type": "oembed_response", "subtype": "youtube"},
                {"type": "unheard-of"},
            ],
        }
    )
    assert texts(article, "headline-alt") == ["Open at last"]
    assert texts(article, "dek") == ["Lorries wait"]
    assert texts(article, "kicker") == ["Transport"]
    assert texts(article, "byline") == ["Ines Moll", "Ben Cole"]
    assert texts(article, "tags") == ["bridges, old"]
    assert texts(article, "correction") == ["An earlier version was wrong."]
    assert outline(article.blocks) == [
        ("paragraph", "The bridge opens."),
        ("heading", "What next"),
        ("list", "", [("item", "one", [("list", "", [("item", "two")])])]),
        ("quote", "", [("paragraph", "Said."), ("paragraph", "Moll")]),
        ("table", "", [("row", "", [("cell", "a")]), ("row", "", [("cell", "b")])]),
        ("media", ""),
        ("note", "", [("paragraph", "An earlier version was wrong.")]),
        ("paragraph", "Raw"),
        ("embed", "Read also"),
        ("separator", ""),
        ("embed", ""),
    ]
    assert article.blocks[3].info == "pull quote"
    assert [media.target for media in article.all_media] == ["p.jpg", "a.jpg"]
    assert article.all_media[1].credit is not None


@pytest.mark.parametrize(
    "item",
    [
        {
            "uri": "urn:x:1",
            "headline": "Bridge opens",
            "byline": "Ines Moll and Ben Cole",
            "firstcreated": "2026-05-05T08:30:00Z",
            "subject": [{"name": "roads, bridges"}],
            "body_text": "The bridge opens. What next",
            "body_xhtml": "<h1>Bridge opens</h1><p>The bridge opens.</p><h2>What next</h2>",
        },
        {
            "uri": "urn:x:1",
            "type": "text",
            "headlines": [{"role": "main", "value": "Bridge opens"}, {"role": "seo", "value": "Ayle"}],
            "by": "Ines Moll and Ben Cole",
            "firstCreated": "2026-05-05T08:30:00Z",
            "subjects": [{"name": "roads, bridges"}],
            "bodies": [
                {"contentType": "text/plain", "value": "The bridge opens."},
                {"contentType": "application/xml", "value": "<X><P>The bridge opens and more</P></X>"},
                {"contentType": "text/html", "value": "<p>The bridge opens.</p><h2>What next</h2>"},
            ],
        },
        {
            "uri": "urn:x:1",
            "headline": "Bridge opens",
            "byline": "Ines Moll and Ben Cole",
            "firstcreated": "2026-05-05T08:30:00Z",
            "subject": [{"name": "roads, bridges"}],
            "body_nitf": "<nitf><body><body.head><hedline><hl1>H</hl1></hedline></body.head><body.content>"
            "<p>The bridge opens.</p><hl2>What next</hl2></body.content></body></nitf>",
        },
    ],
    ids=["1.x", "3.x", "nitf"],
)
def test_ninjs(item: dict[str, Any]) -> None:
    article = one(item)
    assert article.format == "ninjs"
    assert texts(article, "headline") == ["Bridge opens"]
    assert texts(article, "byline") == ["Ines Moll", "Ben Cole"]
    assert texts(article, "tags") == ["roads, bridges"]
    assert article.published is not None
    assert outline(article.blocks) == [("paragraph", "The bridge opens."), ("heading", "What next")]


def test_pictures_and_events_are_no_articles() -> None:
    picture = {"uri": "urn:x:2", "type": "picture", "headline": "A pier", "versioncreated": "2026-05-05"}
    story = {"uri": "urn:x:1", "headline": "Bridge", "body_text": "It opens."}
    assert [article.key for article in articles([picture, story])] == ["urn:x:1"]


@pytest.mark.parametrize("feed", [lambda items: {"item": items}, lambda items: {"data": {"item": items[0]}}])
def test_lists_of_ninjs(feed: Callable[[list[Any]], Any]) -> None:
    story = {"uri": "urn:x:1", "type": "text", "headline": "Bridge", "body_text": "It opens."}
    assert [article.key for article in articles(feed([story]))] == ["urn:x:1"]


def test_json_ld_files() -> None:
    article = one(
        {
            "@context": "https://schema.org",
            "@type": "OpinionNewsArticle",
            "headline": "Bridge opens",
            "alternativeHeadline": "Lorries wait",
            "author": [{"@type": "Person", "name": "Ines Moll"}, "Ben Cole"],
            "keywords": "bridges, Ayle",
            "image": {"url": "a.jpg", "caption": "Pier"},
            "correction": {"@type": "CorrectionComment", "text": "It was wrong."},
            "articleBody": "The bridge opens.\nIt was shut in March.",
        }
    )
    assert texts(article, "byline") == ["Ines Moll", "Ben Cole"]
    assert texts(article, "tags") == ["bridges", "Ayle"]
    assert texts(article, "correction") == ["It was wrong."]
    assert [field.value for field in article.all("story-type")] == ["opinion"]
    assert [block.text for block in article.blocks] == ["The bridge opens.", "It was shut in March."]


def test_keywords_of_an_array_are_tags_each() -> None:
    article = one({"@type": "NewsArticle", "headline": "A", "keywords": ["bridges, old", "Ayle"]})
    assert texts(article, "tags") == ["bridges, old", "Ayle"]


@pytest.mark.parametrize(
    ("data", "body"),
    [
        ({"title": "A", "text": "A\n\nOne.\n\nTwo."}, ["One.", "Two."]),
        ({"Headline": "A", "content": "<p>One.</p><p>Two</p>"}, ["One.", "Two"]),
        ({"data": {"articles": [{"title": "A", "body": "One."}]}}, ["One."]),
        ({"title": "A", "body": "1 < 2"}, ["1 < 2"]),
    ],
)
def test_json_of_no_known_system(data: dict[str, Any], body: list[str]) -> None:
    article = one(data)
    assert article.headline is not None
    assert [block.text for block in article.blocks] == body


# -- places ---------------------------------------------------------------------------------------

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@settings(max_examples=150)
@given(TEXT, TEXT, st.booleans())
def test_every_word_stands_where_it_says(title: str, body: str, ascii_only: bool) -> None:
    story = {"title": f"A{title}", "tags": [title, body], "text": f"One. {body}"}
    data = json.dumps(story, ensure_ascii=ascii_only)
    (article,) = read(data.encode(), "a.json")
    assert faults(article) == []
    assert article.headline is not None
    assert article.headline.passage.written.text.split() == f"A{title}".split()


# -- what is broken -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", None),
        ("{}", None),
        ('{"name": "presslint", "version": "1"}', None),
        ('{"title": "A", "body": "b"} {"title"', 1),
        ('{"title": "A",\n "content": {"rendered": "<p>abc', 2),
        ("[" * 2_000, 1),
        ('{"a":' * 2_000, 1),
        ('{"title": "A" "body": ', 1),
    ],
)
def test_json_without_an_article_is_refused_in_one_line(text: str, place: int | None) -> None:
    with pytest.raises(SourceError) as caught:
        list(read(text.encode(), "a.json"))
    assert "\n" not in str(caught.value)
    if place is not None:
        assert caught.value.line == place


def test_a_file_cut_short_gives_what_it_has() -> None:
    found = articles('[{"title": "A", "body": "One."}, {"title": "B", "body": "Two."}, {"tit')
    assert [article.headline.text for article in found if article.headline] == ["A", "B"]
    assert len(found[0].problems) == 1
    assert found[1].problems == ()


def test_half_a_surrogate_pair_is_a_damaged_character() -> None:
    article = one('{"title": "A \\ud800 b", "body": "<p>\\udc00 x</p>"}')
    assert texts(article, "headline") == ["A \ufffd b"]


def test_nesting_is_bounded() -> None:
    deep: dict[str, Any] = {"type": "list", "items": [{"type": "text", "content": "x"}]}
    for _ in range(100):
        deep = {"type": "list", "items": [deep]}
    article = one({"headlines": {"basic": "A"}, "content_elements": [deep]})
    assert sum(1 for _ in article.walk()) < 100


# -- JSON Lines -----------------------------------------------------------------------------------


def test_each_line_is_an_article_that_knows_its_line() -> None:
    lines = [
        json.dumps(POST),
        "",
        json.dumps({"title": "B", "body": "Two."}),
        '{"title": "C", "body": "Three."} x',
        "{broken",
        json.dumps([{"title": "D", "body": "Four.", "id": 9}, {"title": "E", "body": "Five."}]),
    ]
    found = articles("\r\n".join(lines), "a.jsonl")
    assert [article.key for article in found] == ["ayle-bridge", "line 3", "line 4", "line 5", "9", "2"]
    assert [article.source.position(0).line for article in found] == [1, 3, 4, 5, 6, 6]
    assert [len(article.problems) for article in found] == [0, 0, 1, 1, 0, 0]
    headline = found[1].headline
    assert headline is not None
    assert found[1].source.position(headline.passage.span.start) == (3, 12)


def test_lines_are_read_one_at_a_time() -> None:
    good = b'{"title": "A", "body": "One."}\n'
    stream = read(good * 3 + b"\xff\n", "a.jsonl")
    assert [next(stream).key for _ in range(3)] == ["line 1", "line 2", "line 3"]
    with pytest.raises(SourceError, match=r"a\.jsonl:4"):
        next(stream)


def test_byte_order_marks_of_lines() -> None:
    text = '{"title": "Á", "body": "One."}\n'
    for data in (b"\xef\xbb\xbf" + text.encode(), b"\xff\xfe" + text.encode("utf-16-le")):
        (article,) = read(data, "a.jsonl")
        assert texts(article, "headline") == ["Á"]


def test_items_of_an_export_have_keys_of_their_own() -> None:
    found = articles({"items": [{"title": "A", "body": "One."}] * 3})
    assert len({article.key for article in found}) == 3
    assert all(article.key for article in found)
    assert Kind.PARAGRAPH is found[0].blocks[0].kind


def test_a_place_in_json_is_named_by_its_keys() -> None:
    text = '{"posts": [{"title": "A", "body": "One."},\n {"title": "B", "a b": [1, 2], "body": "Two."}]}'
    found = articles(text)
    named = found[1].place_of
    assert named is not None
    assert named(text.index("Two")) == "$.posts[1].body, line 2"
    assert named(text.index("2]")) == "$.posts[1]['a b'][1], line 2"
    assert named(0) == "$, line 1"


def test_findings_say_where_in_the_export_they_stand() -> None:
    class Shout(Rule):
        """Headlines are calm."""

        def check(self, article: Article) -> Iterator[Finding]:
            if article.headline is not None:
                yield self.finding(article.headline, "“A” shouts; whisper it.")

    for article in articles('{"title": "A", "body": "One."}\n{"title": "B", "body": "Two."}', "a.jsonl"):
        (finding,) = lint(article, [Shout()]).findings
        assert finding.place == f"$.title, line {article.source.first_line}"
