"""Entries of headless systems with what their exports hold around them: drafts, locales, references, empty bodies."""

from __future__ import annotations

import json
from typing import Any

import pytest

from places import faults
from presslint.article import Article
from presslint.model.source import SourceError
from presslint.reading import Settings, read

Json = Any


def articles(data: Json, name: str = "export.json", settings: Settings = Settings()) -> list[Article]:
    text = data if isinstance(data, str) else json.dumps(data)
    found = list(read(text.encode(), name, settings))
    for article in found:
        assert faults(article) == []
    return found


def texts(article: Article, name: str) -> list[str]:
    return [field.text for field in article.all(name)]


def words(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


# -- Contentful -----------------------------------------------------------------------------------


def rich(words: str) -> Json:
    text = {"nodeType": "text", "value": words, "marks": [], "data": {}}
    asset = {"sys": {"type": "Link", "linkType": "Asset", "id": "pic"}}
    return {
        "nodeType": "document",
        "data": {},
        "content": [
            {"nodeType": "paragraph", "data": {}, "content": [text] if words else []},
            {"nodeType": "embedded-asset-block", "data": {"target": asset}, "content": []},
        ],
    }


def link(kind: str, name: str) -> Json:
    return {"sys": {"type": "Link", "linkType": kind, "id": name}}


def entry(name: str, kind: str, fields: Json, **more: Json) -> Json:
    return {
        "sys": {"id": name, "type": "Entry", "contentType": link("ContentType", kind), **more},
        "fields": fields,
    }


ASSET = {
    "title": "Pier",
    "description": "",
    "file": {"url": "//images.example/p.jpg", "contentType": "image/jpeg"},
}


def test_contentful_entries_with_what_they_link_to() -> None:
    story = {
        "title": "Bridge opens",
        "author": link("Entry", "ines"),
        "tags": [link("Entry", "roads"), link("Entry", "not-here")],
        "related": [link("Entry", "old")],
        "body": rich("The bridge opens."),
    }
    data = {
        "sys": {"type": "Array"},
        "items": [
            entry("a", "article", story, createdAt="2026-05-04T08:00:00Z", locale="en-GB"),
            entry("b", "article", {"title": "No text yet"}),
            entry("roads", "tag", {"name": "roads"}),
        ],
        "includes": {
            "Entry": [entry("ines", "person", {"name": "Ines Moll", "bio": rich("A reporter.")})],
            "Asset": [{"sys": {"id": "pic", "type": "Asset"}, "fields": ASSET | {"alt": "A pier"}}],
        },
    }
    first, second = articles(data)
    assert (first.key, second.key) == ("a", "b")
    assert texts(first, "byline") == ["Ines Moll"]
    assert texts(first, "tags") == ["roads"]
    assert first.published is not None
    assert first.published.key == "sys.createdAt"
    assert texts(first, "language") == ["en-GB"]
    assert words(first) == ["The bridge opens.", ""]
    assert [media.target for media in first.all_media] == ["//images.example/p.jpg"]
    assert second.blocks == ()


def test_an_export_of_contentful_has_an_article_for_each_locale() -> None:
    both = {
        "title": {"en-GB": "Bridge opens", "de": "Brücke offen"},
        "author": {"en-GB": link("Entry", "ines")},
        "body": {"en-GB": rich("The bridge opens."), "de": rich("Die Brücke öffnet.")},
    }
    data = {
        "contentTypes": [],
        "locales": [{"code": "de", "default": False}, {"code": "en-GB", "default": True}],
        "entries": [
            entry("a", "article", both, publishedVersion=3, version=4, publishedAt="2026-05-04T08:00:00Z"),
            entry(
                "b", "article", {"title": {"en-GB": "New"}, "body": {"en-GB": rich("Not yet.")}}, version=2
            ),
            entry(
                "c",
                "article",
                {"title": {"en-GB": "Old"}, "body": {"en-GB": rich("x")}},
                archivedAt="2026-01-01",
            ),
            entry("ines", "person", {"name": {"en-GB": "Ines Moll"}}),
        ],
        "assets": [
            {"sys": {"id": "pic", "type": "Asset"}, "fields": {key: {"en-GB": ASSET[key]} for key in ASSET}}
        ],
    }
    found = articles(data)
    assert [article.key for article in found] == ["a en-GB", "a de", "b en-GB"]
    assert [texts(article, "headline") for article in found] == [["Bridge opens"], ["Brücke offen"], ["New"]]
    assert [texts(article, "language") for article in found] == [["en-GB"], ["de"], ["en-GB"]]
    assert [texts(article, "byline") for article in found] == [["Ines Moll"], ["Ines Moll"], []]
    assert [article.is_draft for article in found] == [False, False, True]
    assert words(found[1]) == ["Die Brücke öffnet.", ""]
    assert found[1].all_media[0].target == "//images.example/p.jpg"


# -- Sanity ---------------------------------------------------------------------------------------


def portable(*lines: str) -> Json:
    return [
        {"_type": "block", "style": "normal", "children": [{"_type": "span", "text": line}]} for line in lines
    ]


DOCUMENTS = [
    {
        "_id": "a",
        "_type": "post",
        "_createdAt": "2026-05-04T08:00:00Z",
        "title": "Bridge opens",
        "slug": {"_type": "slug", "current": "bridge"},
        "author": {"_ref": "ines", "_type": "reference"},
        "categories": [{"_ref": "roads", "_type": "reference"}],
        "mainImage": {"_type": "image", "asset": {"_ref": "image-1"}, "alt": "A pier"},
        "excerpt": portable("Lorries wait."),
        "body": portable("The bridge opens.", "It is safe."),
    },
    {"_id": "drafts.b", "_type": "post", "title": "Later", "body": []},
    {"_id": "drafts.c", "_type": "post", "title": "Later", "body": portable("Not yet.")},
    {"_id": "ines", "_type": "person", "name": "Ines Moll", "bio": "A reporter."},
    {"_id": "roads", "_type": "category", "title": "Roads"},
    {"_id": "image-1", "_type": "sanity.imageAsset", "title": "pier", "url": "https://pic.example/1.jpg"},
]


@pytest.mark.parametrize("answer", [False, True])
def test_documents_of_sanity(answer: bool) -> None:
    first, third = articles({"ms": 3, "result": DOCUMENTS} if answer else DOCUMENTS)
    assert (first.key, third.key) == ("a", "drafts.c")
    assert texts(first, "byline") == ["Ines Moll"]
    assert texts(first, "categories") == ["Roads"]
    assert texts(first, "slug") == ["bridge"]
    assert texts(first, "dek") == ["Lorries wait."]
    assert texts(first, "image-alt") == ["A pier"]
    assert first.published is not None
    assert words(first) == ["The bridge opens.", "It is safe."]
    assert [first.is_draft, third.is_draft] == [False, True]


def test_an_export_of_sanity_line_by_line() -> None:
    """References lead to other lines; lines that are no stories are no fault."""
    found = articles("\n".join(map(json.dumps, DOCUMENTS)), "export.ndjson")
    assert [article.key for article in found] == ["a", "drafts.c"]
    assert found[0].elsewhere == {"byline", "categories"}
    assert all(article.problems == () for article in found)


@pytest.mark.parametrize(
    "titles",
    [
        {"_type": "localeString", "en": "Bridge", "de": "Brücke"},
        [{"_key": "en", "value": "Bridge"}, {"_key": "de", "value": "Brücke"}],
    ],
)
def test_fields_of_sanity_in_many_languages(titles: Json) -> None:
    body = {"_type": "localeBlock", "en": portable("It opens."), "de": portable("Sie öffnet.")}
    document = {"_id": "a", "_type": "post", "title": titles, "body": body}
    english, german = articles(document)
    assert texts(english, "headline") == ["Bridge"]
    assert (texts(german, "headline"), words(german)) == (["Brücke"], ["Sie öffnet."])
    assert texts(german, "language") == ["de"]


def test_one_text_under_titles_in_many_languages_is_one_article() -> None:
    title = {"_type": "localeString", "en": "Bridge", "de": "Brücke"}
    (article,) = articles({"_id": "a", "_type": "post", "title": title, "body": portable("It opens.")})
    assert (texts(article, "headline"), words(article)) == (["Bridge"], ["It opens."])


def test_a_locale_without_a_text_of_its_own_is_no_article() -> None:
    """However many locales an export has, what stands in one of them is read once."""
    codes = [f"{one}{two}-{one}{two}" for one in "abcdefghij" for two in "klmnopqrst"]
    fields = {"title": dict.fromkeys(codes, "Bridge"), "body": {codes[3]: rich("word " * 500)}}
    (article,) = articles({"entries": [entry("a", "article", fields)], "locales": []})
    assert article.key == f"a {codes[3]}"


# -- Strapi ---------------------------------------------------------------------------------------

PARAGRAPH = [{"type": "paragraph", "children": [{"type": "text", "text": "The bridge opens."}]}]


def test_strapi_4_wraps_what_version_5_does_not() -> None:
    def related(fields: Json) -> Json:
        return {"id": 1, "attributes": fields}

    old = related(
        {
            "title": "Bridge opens",
            "content": PARAGRAPH,
            "publishedAt": None,
            "locale": "en",
            "author": {"data": related({"name": "Ines Moll"})},
            "tags": {"data": [related({"name": "roads, bridges"})]},
            "cover": {"data": related({"url": "/p.jpg", "alternativeText": "A pier"})},
            "category": {"data": None},
            "localizations": {"data": [related({"title": "Brücke", "content": PARAGRAPH})]},
        }
    )
    new = {
        "id": 1,
        "documentId": "z1vny5cebq2l3czil1rpb3zz",
        "title": "Bridge opens",
        "content": PARAGRAPH,
        "publishedAt": None,
        "locale": "en",
        "author": {"id": 2, "documentId": "y1vny5cebq2l3czil1rpb3zz", "name": "Ines Moll"},
        "tags": [{"id": 4, "documentId": "x1vny5cebq2l3czil1rpb3zz", "name": "roads, bridges"}],
        "cover": {"id": 9, "url": "/p.jpg", "alternativeText": "A pier"},
        "category": None,
        "localizations": [
            {"documentId": "z1vny5cebq2l3czil1rpb3zz", "title": "Brücke", "content": PARAGRAPH}
        ],
    }
    for data in ({"data": [old], "meta": {}}, {"data": [new], "meta": {}}, {"data": old}, {"data": new}):
        (article,) = articles(data)
        assert article.format == "strapi"
        assert texts(article, "headline") == ["Bridge opens"]
        assert texts(article, "byline") == ["Ines Moll"]
        assert texts(article, "tags") == ["roads, bridges"]
        assert texts(article, "image-alt") == ["A pier"]
        assert texts(article, "language") == ["en"]
        assert words(article) == ["The bridge opens."]
        assert article.is_draft


def test_the_markdown_of_strapi() -> None:
    (article,) = articles(
        {"data": {"id": 1, "attributes": {"title": "A", "body": "One **two**.\n\n## Three\n\n- four"}}}
    )
    assert words(article)[:2] == ["One two.", "Three"]


# -- Drupal ---------------------------------------------------------------------------------------

UUID = "0d6a1c1e-90fd-4c27-a3b1-6f0c2e9f4d1"


def node(**attributes: Json) -> Json:
    return {"type": "node--article", "id": f"{UUID}0", "attributes": attributes}


def test_nodes_of_drupal_with_what_is_included() -> None:
    story = node(
        title="Bridge opens",
        status=True,
        created="2026-05-04T08:00:00+00:00",
        changed="2026-05-04T09:00:00+00:00",
        langcode="en",
        path={"alias": "/bridge", "langcode": "en"},
        field_dek="Lorries wait.",
        body={
            "value": "<p>The bridge opens.</p>",
            "format": "basic_html",
            "processed": "<p>The bridge opens.</p>",
            "summary": "",
        },
    )
    story["relationships"] = {
        "uid": {"data": {"type": "user--user", "id": f"{UUID}1"}},
        "field_tags": {
            "data": [
                {"type": "taxonomy_term--tags", "id": f"{UUID}2"},
                {"type": "taxonomy_term--tags", "id": f"{UUID}9"},
            ]
        },
        "field_image": {
            "data": {"type": "file--file", "id": f"{UUID}3", "meta": {"alt": "A pier", "width": 9}}
        },
        "revision_uid": {"data": {"type": "user--user", "id": f"{UUID}1"}},
    }
    included = [
        {"type": "user--user", "id": f"{UUID}1", "attributes": {"display_name": "Ines Moll"}},
        {"type": "taxonomy_term--tags", "id": f"{UUID}2", "attributes": {"name": "roads"}},
        {
            "type": "file--file",
            "id": f"{UUID}3",
            "attributes": {"uri": {"value": "public://p.jpg", "url": "/p.jpg"}},
        },
    ]
    hidden = node(
        title="Later",
        status=False,
        body={"value": "*Not* yet.", "format": "plain", "processed": "<p>Not yet.</p>"},
    )
    empty = node(title="No text", status=True, body=None)
    first, second = articles(
        {"jsonapi": {"version": "1.0"}, "data": [story, hidden, empty], "included": included}
    )
    assert (first.key, first.format) == ("/bridge", "drupal")
    assert texts(first, "byline") == ["Ines Moll"]
    assert "roads" in texts(first, "tags")
    assert texts(first, "dek") == ["Lorries wait."]
    assert texts(first, "image-alt") == ["A pier"]
    assert texts(first, "language") == ["en"]
    assert [field.value for field in first.all("published")] == ["2026-05-04T08:00:00+00:00"]
    assert words(first) == ["The bridge opens."]
    assert words(second) == ["Not yet."]
    assert [first.is_draft, second.is_draft] == [False, True]


def test_people_and_tags_of_drupal_that_are_not_included_are_elsewhere() -> None:
    story = node(title="Bridge opens", body={"value": "<p>It opens.</p>", "processed": "<p>It opens.</p>"})
    story["relationships"] = {
        "uid": {"data": {"type": "user--user", "id": f"{UUID}1"}},
        "field_tags": {"data": [{"type": "taxonomy_term--tags", "id": f"{UUID}2"}]},
    }
    (article,) = articles({"data": story})
    assert article.elsewhere == {"byline", "tags"}
    assert article.bylines == ()


# -- Storyblok, Payload, Directus, Webflow, Notion ------------------------------------------------------

DOC = {
    "type": "doc",
    "content": [{"type": "paragraph", "content": [{"type": "text", "text": "The bridge opens."}]}],
}


def test_stories_of_storyblok() -> None:
    def story(content: Json, **more: Json) -> Json:
        return {"name": "Bridge", "slug": "bridge", "full_slug": "news/bridge", "content": content, **more}

    first, second = articles(
        {
            "stories": [
                story(
                    {
                        "component": "article",
                        "_uid": "a",
                        "headline": "Bridge opens",
                        "author": "u-1",
                        "body": DOC,
                    },
                    tag_list=["roads"],
                    first_published_at="2026-05-04T08:00:00Z",
                    published_at="2026-05-05T08:00:00Z",
                    lang="de",
                    uuid="u-0",
                ),
                story(
                    {
                        "component": "page",
                        "body": [
                            {"component": "text_block", "text": DOC},
                            {"component": "hero", "image": {}},
                        ],
                    },
                    published_at=None,
                    full_slug="news/later",
                    uuid="u-2",
                ),
                story({"component": "author", "name": "Ines Moll"}, uuid="u-1", full_slug="authors/ines"),
                {"name": "News", "slug": "news", "is_folder": True, "content": {"component": "folder"}},
            ],
            "rels": [],
        }
    )
    assert (first.key, second.key) == ("news/bridge", "news/later")
    assert texts(first, "headline") == ["Bridge opens"]
    assert texts(first, "byline") == ["Ines Moll"]
    assert texts(first, "tags") == ["roads"]
    assert texts(first, "language") == ["de"]
    assert first.published is not None
    assert first.published.value == "2026-05-04T08:00:00Z"
    assert texts(second, "headline") == ["Bridge"]
    assert words(second) == ["The bridge opens.", ""]
    assert [first.is_draft, second.is_draft] == [False, True]


def test_documents_of_payload() -> None:
    text = {"type": "text", "text": "The bridge opens.", "format": 0}
    lexical = {"root": {"type": "root", "children": [{"type": "paragraph", "children": [text]}]}}
    document = {
        "id": "66f0c1a2b3c4d5e6f7a8b9c0",
        "title": "Bridge opens",
        "content": lexical,
        "authors": ["66f0c1a2b3c4d5e6f7a8b9c1"],
        "categories": [{"id": "66f0c1a2b3c4d5e6f7a8b9c2", "title": "Roads"}],
        "meta": {"title": "Ayle bridge", "description": "The bridge opens."},
        "publishedAt": "2026-05-04T08:00:00Z",
        "updatedAt": "2026-05-05T08:00:00Z",
        "createdAt": "2026-05-01T08:00:00Z",
        "_status": "draft",
    }
    (article,) = articles({"docs": [document], "totalDocs": 1})
    assert article.elsewhere == {"byline"}
    assert texts(article, "categories") == ["Roads"]
    assert texts(article, "headline-alt") == ["Ayle bridge"]
    assert article.published is not None
    assert article.published.value == "2026-05-04T08:00:00Z"
    assert article.is_draft
    (article,) = articles({"docs": [{**document, "populatedAuthors": [{"id": "x", "name": "Ines Moll"}]}]})
    assert texts(article, "byline") == ["Ines Moll"]


def test_items_of_directus() -> None:
    item = {
        "id": 7,
        "status": "draft",
        "date_created": "2026-05-04T08:00:00Z",
        "user_created": {"first_name": "Ines", "last_name": "Möll"},
        "title": "Bridge opens",
        "body": "<p>The bridge opens.</p>",
    }
    (article,) = articles({"data": [item, {**item, "status": "archived"}]})
    assert article.format == "directus"
    assert texts(article, "byline") == ["Ines Möll"]
    assert article.is_draft
    rows = [
        {"id": 1, "languages_code": "en-GB", "title": "Bridge opens", "body": "<p>It opens.</p>"},
        {"id": 2, "languages_code": {"code": "de-DE"}, "title": "Brücke offen", "body": "<p>Sie öffnet.</p>"},
    ]
    english, german = articles(
        {"data": {"id": 7, "status": "published", "slug": "bridge", "translations": rows}}
    )
    assert (english.key, german.key) == ("bridge en-GB", "bridge de-DE")
    assert texts(german, "language") == ["de-DE"]
    assert words(german) == ["Sie öffnet."]


def test_items_of_webflow() -> None:
    fields = {"name": "Bridge opens", "slug": "bridge", "post-body": "<p>It opens.</p>", "author": UUID + "0"}
    item = {"id": "i1", "isDraft": True, "isArchived": False, "lastPublished": None, "fieldData": fields}
    (article,) = articles({"items": [item, {**item, "isArchived": True}]})
    assert texts(article, "headline") == ["Bridge opens"]
    assert (article.key, article.is_draft, article.elsewhere) == ("bridge", True, {"byline"})


def test_pages_of_notion() -> None:
    def text(words: str) -> Json:
        return [{"type": "text", "text": {"content": words}, "plain_text": words}]

    page = {
        "object": "page",
        "id": "p1",
        "created_time": "2026-05-01T08:00:00Z",
        "archived": False,
        "properties": {
            "Name": {"type": "title", "title": text("Bridge opens")},
            "Summary": {"type": "rich_text", "rich_text": text("Lorries wait.")},
            "Tags": {"type": "multi_select", "multi_select": [{"name": "roads, bridges"}]},
            "Author": {"type": "people", "people": [{"object": "user", "name": "Ines Moll"}]},
            "Published": {"type": "date", "date": {"start": "2026-05-04"}},
            "Status": {"type": "status", "status": {"name": "Draft"}},
            "Views": {"type": "number", "number": None},
        },
        "children": {
            "object": "list",
            "results": [
                {"object": "block", "type": "paragraph", "paragraph": {"rich_text": text("It opens.")}}
            ],
        },
    }
    (article,) = articles(page)
    assert texts(article, "headline") == ["Bridge opens"]
    assert texts(article, "dek") == ["Lorries wait."]
    assert texts(article, "tags") == ["roads, bridges"]
    assert texts(article, "byline") == ["Ines Moll"]
    assert article.published is not None
    assert article.published.text == "2026-05-04"
    assert article.is_draft
    assert words(article) == ["It opens."]


# -- CSV and columns of any name ------------------------------------------------------------------------


def test_rows_of_a_csv() -> None:
    text = (
        "\ufeffName,Slug,Archived,Draft,Published On,Post Body\r\n"
        '"Bridge ""safe"" again",bridge,false,true,Mon May 04 2026 08:00:00 GMT+0000,"<p>The ""bridge"" &amp; pier.</p>\r\n<p>Two.</p>"\r\n'
        "Old,old,true,false,,<p>x</p>\r\n"
        ",,,,,\r\n"
        "Last,last,false,false,,One; two\r\n"
    )
    first, last = articles(text, "posts.csv")
    assert (first.key, last.key) == ("bridge", "last")
    assert texts(first, "headline") == ['Bridge "safe" again']
    assert words(first) == ['The "bridge" & pier.', "Two."]
    assert first.is_draft
    assert [first.source.first_line, last.source.first_line] == [2, 6]
    passage = first.blocks[0].passage
    assert passage is not None
    place = passage.place(passage.text.index('"'))
    assert first.source.text[place.start : place.end] == '""'
    assert first.source.position(first.blocks[1].passage.span.start)[0] == 3  # type: ignore[union-attr]


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_columns_may_be_parted_by_other_marks(mark: str) -> None:
    (article,) = articles(f"title{mark}text\nBridge, open{mark}It opens, at last.\n", "a.csv")
    assert (texts(article, "headline"), words(article)) == (["Bridge, open"], ["It opens, at last."])


@pytest.mark.parametrize(
    ("text", "says"), [("a,b\n1,2\n", "no column holds a title or a text"), ("title,text\n", "no rows")]
)
def test_a_csv_without_articles_is_refused_in_one_line(text: str, says: str) -> None:
    with pytest.raises(SourceError) as caught:
        articles(text, "a.csv")
    assert says in str(caught.value)


def test_rows_that_are_broken_say_so() -> None:
    first, second = articles('title,text\nA,One,two\n"B,Three\n', "a.csv")
    assert "3 cells" in first.problems[0].message
    assert "never closed" in second.problems[0].message


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "überschrift,zeile,beitrag\nBrücke,Ines Moll,Sie öffnet.\n"),
        ("a.jsonl", '{"überschrift": "Brücke", "zeile": "Ines Moll", "beitrag": "Sie öffnet."}\n'),
        ("a.json", '{"überschrift": "Brücke", "zeile": "Ines Moll", "beitrag": "Sie öffnet."}'),
    ],
)
def test_the_config_names_columns_of_any_name(name: str, text: str) -> None:
    named = {"headline": ("überschrift",), "byline": ("zeile",), "body": ("beitrag",)}
    (article,) = articles(text, name, Settings(fields=named))
    assert (texts(article, "headline"), texts(article, "byline")) == (["Brücke"], ["Ines Moll"])
    assert words(article) == ["Sie öffnet."]


def test_texts_of_a_data_set_have_no_title_to_miss() -> None:
    (article,) = articles(
        '{"text": "It opens.", "label": 3}\n', "a.jsonl", Settings(fields={"body": ("text",)})
    )
    assert words(article) == ["It opens."]
    assert "metadata" not in article.carries


# -- Payload in all locales -----------------------------------------------------------------------


def lexical(words: str) -> Json:
    text = [{"type": "text", "text": words}] if words else []
    return {"root": {"type": "root", "children": [{"type": "paragraph", "children": text}]}}


def test_documents_of_payload_in_all_locales() -> None:
    document = {
        "id": "66",
        "slug": "bridge",
        "title": {"en": "Bridge opens", "de": "Brücke offen", "fr": "Pont", "nl": None},
        "author": {"id": "1", "name": "Ines Moll", "bio": {"en": "Writes.", "de": "Schreibt."}},
        "heroImage": {"id": "5", "url": "/a.jpg", "alt": {"en": "A pier", "de": "Ein Pier"}},
        "content": {"en": lexical("The bridge opens."), "de": lexical("Die Brücke öffnet."), "fr": None},
        "_status": "draft",
        "createdAt": "2026-05-04T08:00:00.000Z",
    }
    found = articles(
        {"docs": [document, {"id": "67", "title": {"en": "No text"}, "createdAt": "2026-05-04"}]}
    )
    assert [article.key for article in found] == ["bridge en", "bridge de"]
    assert [texts(article, "headline") for article in found] == [["Bridge opens"], ["Brücke offen"]]
    assert [words(article) for article in found] == [["The bridge opens."], ["Die Brücke öffnet."]]
    assert [texts(article, "language") for article in found] == [["en"], ["de"]]
    assert [texts(article, "image-alt") for article in found] == [["A pier"], ["Ein Pier"]]
    assert all(texts(article, "byline") == ["Ines Moll"] and article.is_draft for article in found)


def test_one_text_under_titles_of_payload_in_many_languages_is_read_once() -> None:
    document = {
        "id": "66",
        "title": {"en": "Bridge opens", "de": "Brücke offen"},
        "content": lexical("The bridge opens."),
        "createdAt": "2026-05-04T08:00:00.000Z",
    }
    (article,) = articles(document)
    assert (article.key, words(article)) == ("66 en", ["The bridge opens."])


# -- Contentful's GraphQL -------------------------------------------------------------------------


def test_answers_of_graphql_with_collections_and_what_rich_text_refers_to() -> None:
    picture = {"sys": {"id": "pic"}, "url": "https://images.example/p.jpg", "title": "Pier"}
    story = {
        "__typename": "Article",
        "sys": {"id": "a", "publishedAt": "2026-05-04T08:00:00Z", "locale": "en-GB"},
        "title": "Bridge opens",
        "author": {"name": "Ines Moll"},
        "tagsCollection": {"items": [{"name": "roads"}, {"name": "piers"}]},
        "body": {"json": rich("The bridge opens."), "links": {"assets": {"block": [picture, None]}}},
    }
    empty = {"sys": {"id": "b", "publishedAt": None}, "title": "Not yet", "body": None}
    person = {"sys": {"id": "p"}, "name": "Ines Moll"}
    data = {
        "data": {
            "articleCollection": {"total": 2, "items": [story, empty, None]},
            "personCollection": {"items": [person]},
        }
    }
    first, second = articles(data)
    assert (first.key, second.key) == ("a", "b")
    assert texts(first, "byline") == ["Ines Moll"]
    assert texts(first, "tags") == ["roads", "piers"]
    assert texts(first, "language") == ["en-GB"]
    assert words(first) == ["The bridge opens.", ""]
    assert [media.target for media in first.all_media] == ["https://images.example/p.jpg"]
    assert (first.is_draft, second.is_draft) == (False, True)
    assert second.blocks == ()


def test_an_answer_of_graphql_for_one_entry() -> None:
    tags = {"tags": [{"id": "roads", "name": "Roads"}]}
    story = {"title": "Bridge opens", "contentfulMetadata": tags, "body": {"json": rich("It opens.")}}
    (article,) = articles({"data": {"page": {"article": story}}})
    assert (texts(article, "headline"), texts(article, "tags")) == (["Bridge opens"], ["Roads"])
    assert words(article)[0] == "It opens."


# -- the Guardian's Content API -------------------------------------------------------------------

ITEM = {
    "id": "uk/2026/may/04/bridge",
    "type": "article",
    "sectionName": "UK news",
    "webPublicationDate": "2026-05-04T08:00:00Z",
    "webTitle": "Bridge opens at Ayle",
    "apiUrl": "https://api.example/b",
    "fields": {
        "headline": "Bridge opens",
        "standfirst": '<p>Lorries must <a href="/x">wait</a></p>',
        "byline": "Ines Moll and Ben Cole",
        "main": '<figure><img src="a.jpg" alt="A pier"><figcaption>The pier</figcaption></figure>',
        "body": "<p>The bridge opens.</p><h2>Next</h2><p>It is &amp; was safe.</p>",
    },
    "tags": [
        {"type": "keyword", "webTitle": "Roads, piers"},
        {"type": "contributor", "webTitle": "Ines Moll"},
        {"type": "series", "webTitle": "Bridges"},
    ],
}


@pytest.mark.parametrize(
    "data",
    [
        {
            "response": {
                "status": "ok",
                "results": [ITEM, {"webTitle": "x", "apiUrl": "y", "type": "article"}],
            }
        },
        {"response": {"status": "ok", "content": ITEM}},
        {"results": [ITEM, {**ITEM, "type": "gallery"}]},
    ],
)
def test_items_of_the_guardian(data: Json) -> None:
    (article,) = articles(data)
    assert texts(article, "headline") == ["Bridge opens", "Bridge opens at Ayle"]
    assert texts(article, "dek") == ["Lorries must wait"]
    assert texts(article, "byline") == ["Ines Moll", "Ben Cole"]
    assert texts(article, "tags") == ["Roads, piers"]
    assert texts(article, "section") == ["UK news"]
    assert words(article) == ["", "The bridge opens.", "Next", "It is & was safe."]
    assert [media.target for media in article.all_media] == ["a.jpg"]


def test_blocks_of_the_guardian_and_a_contributor_where_there_is_no_byline() -> None:
    blocks = {"body": [{"bodyHtml": "<p>First.</p>"}, {"bodyHtml": "<p>Second.</p>"}]}
    item = {key: value for key, value in ITEM.items() if key != "fields"} | {"blocks": blocks}
    (article,) = articles(item)
    assert (words(article), texts(article, "byline")) == (["First.", "Second."], ["Ines Moll"])
