"""News wires: ANPA 1312, IPTC 7901, NewsML 1, feeds of the AP, items that are no text; each word in its place."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from html import escape, unescape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from places import faults, passages
from presslint.article import Article
from presslint.model.source import SourceError
from presslint.reading import Settings, read

SOH, STX, ETX, EOT, SYN = "\x01", "\x02", "\x03", "\x04", "\x16"


def articles(text: str | bytes, name: str) -> list[Article]:
    found = list(read(text if isinstance(text, bytes) else text.encode(), name))
    for article in found:
        assert faults(article) == []
    return found


def one(text: str | bytes, name: str) -> Article:
    (article,) = articles(text, name)
    return article


def texts(article: Article, name: str) -> list[str]:
    return [field.text for field in article.all(name)]


def words(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


def said(article: Article) -> dict[str, str]:
    """What a message says beside the fields of an article."""
    return {field.key: field.text for field in article.all("extra")}


# -- ANPA 1312 ------------------------------------------------------------------------------------

ANPA = (
    f"{SYN}{SYN}{SOH}a0421\x1ftidew-\r\nr d\x13\x11 BC-Ayle-Bridge 1stLd     05-04 0120\r\n"
    f"{STX}^BC-Ayle-Bridge, 1st Ld,92<\r\n^Bridge at Ayle opens at last<\r\n^Lorries must\r\nwait until June<\r\n"
    "^TM Photo TMX101, TMX102<\r\n^Eds: UPDATES throughout.<\r\n^By INES MOLL and BEN COLE=\r\n^Tidewater Wire=\r\n"
    "\t   AYLE, England (TM) _ The bridge at Ayle opens on Friday, the council\r\nsaid on Monday. \r\n \r\n"
    "\t   ``It is safe,'' said its engineer, Ana Ruiz, who had asked for the work. \r\n\r\n"
    "\t   WHAT NEXT<\r\n\t   The second pier is to follow in autumn, and the third one in the spring. \r\n"
    f"^___=\r\n\t   {ETX}TM-WF-05-04-26 0801GMT<\r\n\r\n\x0c\r\n{EOT}"
)


@pytest.mark.parametrize("name", ["story.anpa", "story.txt"])
def test_a_message_of_anpa(name: str) -> None:
    article = one(ANPA, name)
    assert article.format == "anpa"
    assert texts(article, "slug") == ["BC-Ayle-Bridge, 1st Ld"]
    assert texts(article, "headline") == ["Bridge at Ayle opens at last"]
    assert texts(article, "dek") == ["Lorries must wait until June"]
    assert texts(article, "byline") == ["INES MOLL", "BEN COLE"]
    assert article.published is not None
    assert article.published.value == datetime(2026, 5, 4, 8, 1, tzinfo=UTC)
    assert article.published.text == "TM-WF-05-04-26 0801GMT"
    assert texts(article, "dateline") == ["AYLE, England (TM)"]
    assert said(article) == {
        "number": "a0421",
        "priority": "r",
        "category": "d",
        "words": "0120",
        "keyword": "BC-Ayle-Bridge 1stLd",
        "advisory": "Eds: UPDATES throughout.",
        "role": "Tidewater Wire",
    }
    assert [(block.kind.value, block.text) for block in article.blocks[:4]] == [
        ("paragraph", "AYLE, England (TM) — The bridge at Ayle opens on Friday, the council said on Monday."),
        ("paragraph", "“It is safe,” said its engineer, Ana Ruiz, who had asked for the work."),
        ("heading", "WHAT NEXT"),
        ("paragraph", "The second pier is to follow in autumn, and the third one in the spring."),
    ]


def test_the_lines_of_a_table_are_rows() -> None:
    rows = "\t   ;MIN;MAX;COND<\r\n\t   Ayle;42;50;rn<\r\n\t   Milford;60;69;rn<\r\n"
    text = f"{SYN}{SOH}W2595\x1f_asian\r\nu i\x14\x12 BC-WEA--Weather     11-13 0895\r\n{STX}^BC-WEA--Weather,<\r\n{rows}{ETX}"
    article = one(text, "weather.anpa")
    (table,) = article.blocks
    assert [[cell.text for cell in row.children] for row in table.children] == [
        ["MIN", "MAX", "COND"],
        ["Ayle", "42", "50", "rn"],
        ["Milford", "60", "69", "rn"],
    ]
    assert texts(article, "headline") == ["BC-WEA--Weather"]  # an agency's own stand-in where there is none


def test_a_message_of_nothing_but_lines_above_the_copy_is_a_list_of_them() -> None:
    lines = "^*9006< ^BC-Ayle-Top,0176<\r\n^Top stories at noon<\r\n^Bridge opens\r\n^Pier shut\r\n^Ferry late\r\n"
    article = one(
        f"{SOH}V4644\x1f_-----\r\nr e\x13\x11 BC-Ayle-Top     02-09 0121\r\n{STX}{lines}\r\n{ETX}", "a.anpa"
    )
    assert texts(article, "slug") == ["BC-Ayle-Top"]
    assert texts(article, "headline") == ["Top stories at noon"]
    assert [item.text for item in article.blocks[0].children] == ["Bridge opens", "Pier shut", "Ferry late"]


def test_a_file_of_many_messages() -> None:
    second = ANPA.replace("a0421", "a0422").replace("Bridge at Ayle opens", "Pier at Ayle opens")
    found = articles(ANPA + "\r\n" + second, "wire.anpa")
    assert [article.key for article in found] == ["a0421", "a0422"]
    assert [texts(article, "headline")[0] for article in found] == [
        "Bridge at Ayle opens at last",
        "Pier at Ayle opens at last",
    ]


# -- IPTC 7901 ------------------------------------------------------------------------------------

IPTC = (
    f"{SOH}tmw0421 4 i 120 abc  tmw 021\r\n\r\nEngland/roads/bridges, old/\r\n{STX}1ST LEAD\r\n"
    "Bridge at Ayle opens at last\r\nBy Ines Moll, TM =\r\n\r\n"
    "   Ayle (TM) - The bridge at Ayle opens on Friday, the council said on\r\nMonday, after a year of work.\r\n\r\n"
    '   "It is safe," said its engineer, Ana Ruiz, who had asked for\r\nthe work.\r\n\r\n'
    "{after}tm im bc\r\n\r\n"
    f"{ETX}040801 GMT {{month}} 26\r\n\x7f\r\n\x7f{EOT}\r\n"
)


@pytest.mark.parametrize(("month", "encoding"), [("May", "utf-8"), ("Mai", "latin-1"), ("Mai", "cp1252")])
def test_a_message_of_iptc_7901(month: str, encoding: str) -> None:
    text = IPTC.format(month=month, after="").replace("council", "Büro")
    article = one(text.encode(encoding), "message.txt")
    assert article.format == "iptc7901"
    assert texts(article, "tags") == ["England", "roads", "bridges, old"]
    assert texts(article, "headline") == ["Bridge at Ayle opens at last"]
    assert texts(article, "byline") == ["Ines Moll, TM"]
    assert article.published is not None
    assert article.published.value == datetime(2026, 5, 4, 8, 1, tzinfo=UTC)
    assert said(article) == {
        "number": "tmw0421",
        "priority": "4",
        "category": "i",
        "words": "120",
        "label": "1ST LEAD",
        "sign-off": "tm im bc",
    }
    assert words(article) == [
        "Ayle (TM) - The bridge at Ayle opens on Friday, the Büro said on Monday, after a year of work.",
        '"It is safe," said its engineer, Ana Ruiz, who had asked for the work.',
    ]


def test_what_is_meant_for_the_desk_is_no_copy() -> None:
    notes = "# Notebook\r\n\r\n## Internet links\r\n- [Report](http://x.example/1)\r\n\r\n* * * *\r\n"
    notes += "The following information is not intended for publication\r\n\r\n## Contacts\r\n- By: A. Ruiz\r\n\r\n"
    assert len(one(IPTC.format(month="May", after=notes), "message.txt").blocks) == 2


@pytest.mark.parametrize("stamp", ["319999 GMT May 26", "0408 noon", ""])
def test_a_stamp_that_is_no_date_breaks_nothing(stamp: str) -> None:
    article = one(IPTC.format(month="May", after="").replace("040801 GMT May 26", stamp), "message.txt")
    assert article.published is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Bridge opens\n\nThe bridge opens.\n", "no message of a wire"),
        (f"{SOH}tmw0421 4 i 120\r\n{STX}\r\n \r\n{ETX}", "no text between STX and ETX"),
    ],
)
def test_a_file_that_is_no_message_is_refused_in_words(text: str, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        list(read(text.encode(), "a.anpa"))


def test_a_file_of_text_with_a_control_character_is_no_message() -> None:
    assert one(f"Bridge opens\n\nThe{SOH} bridge opens on{STX} Friday, it says.\n", "a.txt").format == "plain"
    (article,) = read(ANPA.encode(), "a.txt", Settings(format="plain"))
    assert article.format == "plain"


def test_lines_of_signs_that_nobody_sees_end_no_run() -> None:
    assert words(
        one("Bridge opens\n\nThe bridge opens on Friday, it says.\n\n\x7f\n\x7f\x04\n", "a.txt")
    ) == ["The bridge opens on Friday, it says."]


# -- NewsML 1 -------------------------------------------------------------------------------------

NEWSML = """\
<?xml version="1.0" encoding="UTF-8"?>
<NewsML Version="1.2"><NewsEnvelope><DateAndTime>20260504T080000Z</DateAndTime></NewsEnvelope>
<NewsItem xml:lang="en"><Identification><NewsIdentifier><NewsItemId>ayle-1</NewsItemId>
<PublicIdentifier>urn:newsml:tm.example:ayle-1</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260504T080000+0000</FirstCreated>
<ThisRevisionCreated>20260504T090000+0000</ThisRevisionCreated><Status FormalName="Embargoed"/></NewsManagement>
{components}</NewsItem></NewsML>
"""
LINES = (
    "<NewsLines><HeadLine>Bridge &amp; pier &#8220;safe&#8221;</HeadLine><SubHeadLine><![CDATA[Lorries <must> wait]]>"
    "</SubHeadLine><ByLine>By Ines Moll</ByLine><DateLine>AYLE</DateLine><SlugLine>ayle</SlugLine>"
    "<KeywordLine>roads</KeywordLine></NewsLines>"
    '<AdministrativeMetadata><Provider><Party FormalName="TM &amp; Co"/></Provider></AdministrativeMetadata>'
    '<DescriptiveMetadata><Language FormalName="en"/><Property FormalName="Keyword" Value="bridges, old"/></DescriptiveMetadata>'
)
NITF = (
    "<nitf><body><body.content><p>The bridge &amp; pier open.</p><hl2>Next</hl2></body.content></body></nitf>"
)


def content(inside: str, kind: str = "Text", form: str = "", more: str = "") -> str:
    told = f'<Format FormalName="{form}"/>' if form else ""
    return f'<ContentItem {more}><MediaType FormalName="{kind}"/>{told}<DataContent>{inside}</DataContent></ContentItem>'


def component(inside: str, role: str = "", more: str = "") -> str:
    told = f'<Role FormalName="{role}"/>' if role else ""
    return f"<NewsComponent {more}>{told}{inside}</NewsComponent>"


def newsml(components: str) -> list[Article]:
    return articles(NEWSML.format(components=components), "item.xml")


@pytest.mark.parametrize(
    "data",
    [
        content(NITF, form="NITF"),
        content("<p>The bridge &amp; pier open.</p><hl2>Next</hl2>", form="bcNITF2.5"),
        content('<html xmlns="http://www.w3.org/1999/xhtml"><body><p>The bridge &amp; pier open.</p><h2>Next</h2></body></html>'),
        content("<![CDATA[<p>The bridge &amp; pier open.</p><h2>Next</h2>]]>", form="HTML"),
        content("&lt;p&gt;The bridge &amp;amp; pier open.&lt;/p&gt;&lt;h2&gt;Next&lt;/h2&gt;", form="HTML"),
        component(content(NITF), "Main"),
        component(content("The other form."), "Main", 'EquivalentsList="yes"').replace("</NewsComponent>", content(NITF) + "</NewsComponent>"),
    ],
    ids=["nitf", "paragraphs", "xhtml", "cdata", "escaped", "nested", "equivalents"],
)  # fmt: skip
def test_an_item_of_newsml_1_in_each_form(data: str) -> None:
    (article,) = newsml(component(LINES + data))
    assert (article.format, article.key) == ("newsml-1", "")
    assert texts(article, "headline") == ["Bridge & pier “safe”"]
    assert texts(article, "dek") == ["Lorries <must> wait"]
    assert texts(article, "byline") == ["Ines Moll"]
    assert texts(article, "dateline") == ["AYLE"]
    assert texts(article, "tags") == ["roads"]
    assert texts(article, "site") == ["TM & Co"]
    assert texts(article, "language") == ["en", "en"]
    assert texts(article, "modified") == ["20260504T090000+0000"]
    assert article.all("status")[0].value == "scheduled"
    assert [(block.kind.value, block.text) for block in article.blocks] == [
        ("paragraph", "The bridge & pier open."),
        ("heading", "Next"),
    ]


def test_plain_text_in_newsml_1() -> None:
    text = "The bridge opens on Friday, the council said on Monday.\n\nIt is safe &amp; sound, its engineer says."
    (article,) = newsml(component(LINES + content(text)))
    assert words(article) == [
        "The bridge opens on Friday, the council said on Monday.",
        "It is safe & sound, its engineer says.",
    ]


def test_each_language_and_each_headline_is_an_article() -> None:
    german = LINES.replace("Bridge &amp; pier &#8220;safe&#8221;", "Brücke offen")
    components = (
        component(LINES + content(NITF), more='Duid="c1" xml:lang="en"')
        + component(german + content("<p>Die Brücke öffnet.</p>"), more='Duid="c2" xml:lang="de"')
        + component(content("<p>El puente abre.</p>", more='xml:lang="es"') + LINES, more='Duid="c3"')
    )
    found = newsml(component(components))
    assert [article.key for article in found] == [
        "ayle-1 c1 en",
        "ayle-1 c2 de",
        "ayle-1 c3 es",
    ]
    assert [texts(article, "language")[0] for article in found] == ["en", "de", "es"]
    assert [texts(article, "headline")[0] for article in found] == [
        "Bridge & pier “safe”",
        "Brücke offen",
        "Bridge & pier “safe”",
    ]


def test_pictures_go_with_the_text_and_captions_are_none_of_it() -> None:
    picture = '<ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem>'
    small = '<ContentItem Href="a-small.jpg"><MediaType FormalName="Photo"/></ContentItem>'
    shown = component(
        component(picture + small, "Preview")
        + component(content("<p>The pier &amp; its bridge</p>"), "Caption")
    )
    dek = component(content("<p>Lorries wait.</p>"), "Abstract")
    lines = LINES.replace("<SubHeadLine><![CDATA[Lorries <must> wait]]></SubHeadLine>", "")
    (article,) = newsml(component(lines + component(content(NITF), "Main") + shown + dek))
    assert words(article) == ["The bridge & pier open.", "Next"]
    assert texts(article, "dek") == ["Lorries wait."]
    assert [
        (media.kind, media.target, media.caption and media.caption.text) for media in article.all_media
    ] == [("image", "a.jpg", "The pier & its bridge")]


@pytest.mark.parametrize(
    ("components", "says"),
    [
        (
            component(LINES + '<ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem>'),
            "only a picture",
        ),
        (
            component(LINES + '<ContentItem Href="a.mp4"><MediaType FormalName="Video"/></ContentItem>'),
            "only a video",
        ),
        (component(LINES), "no content"),
        ("", "no content"),
    ],
)
def test_an_item_without_a_text_is_told_as_such(components: str, says: str) -> None:
    with pytest.raises(SourceError, match=says) as raised:
        newsml(components)
    assert raised.value.line == 3


# -- NewsML-G2 ------------------------------------------------------------------------------------

G2 = '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="de"><itemSet>\n{items}</itemSet></newsMessage>'
TEXT = (
    '<newsItem guid="urn:a"{more}><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta>'
    "<headline>Brücke offen</headline></contentMeta><contentSet><inlineXML{inner}>"
    "<html><head><title>x</title></head><body>{head}<p>Die Brücke öffnet.</p></body></html>"
    "</inlineXML></contentSet></newsItem>"
)


@pytest.mark.parametrize(
    ("items", "says"),
    [
        (
            '<packageItem guid="urn:p"><itemMeta><itemClass qcode="ninat:composite"/></itemMeta></packageItem>',
            "a package",
        ),
        (
            '<newsItem guid="urn:b"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem>',
            "a picture",
        ),
        ('<newsItem guid="urn:c"><itemMeta><itemClass qcode="icls:video"/></itemMeta></newsItem>', "a video"),
        ('<conceptItem guid="urn:d"/>', "a concept"),
        ('<planningItem guid="urn:d"/>', "plans for coverage"),
    ],
)
def test_items_of_g2_that_are_no_text_are_told_and_beside_a_text_passed_over(items: str, says: str) -> None:
    with pytest.raises(SourceError, match=f"it holds {says}") as raised:
        articles(G2.format(items=items), "item.xml")
    assert raised.value.line == 2
    text = TEXT.format(more="", inner="", head="")
    assert words(one(G2.format(items=items + text), "item.xml")) == ["Die Brücke öffnet."]


@pytest.mark.parametrize(
    ("more", "inner", "language"),
    [("", "", "de"), (' xml:lang="fr"', "", "fr"), (' xml:lang="fr"', ' xml:lang="de-AT"', "de-AT")],
)
def test_the_language_of_g2_is_that_of_its_text(more: str, inner: str, language: str) -> None:
    item = TEXT.format(more=more, inner=inner, head="")
    assert texts(one(G2.format(items=item), "item.xml"), "language")[0] == language


def test_the_header_of_an_embedded_page_says_what_the_item_says() -> None:
    head = "<header><ul><li>Roads</li></ul><h1>Brücke offen</h1></header>"
    item = TEXT.format(more="", inner="", head=head)
    assert words(one(G2.format(items=item), "item.xml")) == ["Die Brücke öffnet."]
    other = item.replace("<h1>Brücke offen</h1>", "<h1>Teil eins</h1>")
    assert words(one(G2.format(items=other), "item.xml"))[1:] == ["Teil eins", "Die Brücke öffnet."]


# -- the AP's feeds -------------------------------------------------------------------------------

AP = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:apcm="http://ap.org/schemas/03/2005/apcm" '
    'xmlns:apnm="http://ap.org/schemas/03/2005/apnm">\n<entry><id>urn:1</id><title>Bridge &amp; pier</title>'
    "<author><name>The Wire</name></author><apnm:NewsManagement><apnm:PublishingStatus>Withheld</apnm:PublishingStatus>"
    "</apnm:NewsManagement><apcm:ContentMetadata><apcm:ExtendedHeadLine>Bridge and pier open</apcm:ExtendedHeadLine>"
    "<apcm:ByLine>By INES MOLL</apcm:ByLine><apcm:SlugLine>BC-Bridge</apcm:SlugLine>"
    '<apcm:Characteristics MediaType="{kind}"/></apcm:ContentMetadata>'
    '<content type="text/xml"><nitf><body><body.content><block id="Main"><p>The bridge &#8212; and its pier.</p></block>'
    "</body.content></body></nitf></content></entry></feed>"
)


def test_a_feed_of_the_ap_in_atom() -> None:
    article = one(AP.format(kind="Text"), "feed.xml")
    assert texts(article, "headline") == ["Bridge & pier"]
    assert texts(article, "headline-alt") == ["Bridge and pier open"]
    assert texts(article, "byline") == ["INES MOLL"]
    assert texts(article, "source") == ["The Wire"]
    assert texts(article, "slug") == ["BC-Bridge"]
    assert article.is_draft
    assert words(article) == ["The bridge — and its pier."]
    with pytest.raises(SourceError, match="its entries are photos"):
        articles(AP.format(kind="Photo"), "feed.xml")


ITEM: dict[str, Any] = {
    "uri": "urn:1",
    "type": "text",
    "headline": "Bridge opens",
    "bylines": [{"by": "By INES MOLL", "title": "Tidewater Wire"}],
    "keywords": ["roads, old"],
}
PICTURE = {"uri": "urn:2", "type": "picture", "headline": "The pier"}


@pytest.mark.parametrize(
    "wrap",
    [
        lambda *items: {"api_version": "1.1", "data": {"items": [{"meta": {}, "item": item} for item in items]}},
        lambda *items: {"_items": list(items), "_meta": {"total": 2}},
        lambda *items: {"item": list(items)},
        lambda *items: {"items": list(items)},
        lambda *items: list(items),
    ],
    ids=["ap", "superdesk", "item", "items", "list"],
)  # fmt: skip
def test_lists_of_ninjs(wrap: Any) -> None:
    body = {"body_xhtml": "<p>The bridge opens.</p>"}
    article = one(json.dumps(wrap(PICTURE, ITEM | body)), "feed.json")
    assert texts(article, "byline") == ["INES MOLL"]
    assert texts(article, "tags") == ["roads, old"]
    assert words(article) == ["The bridge opens."]
    with pytest.raises(SourceError, match="it holds a picture"):
        articles(json.dumps(wrap(PICTURE)), "feed.json")


def test_a_text_that_stands_at_another_address_is_told() -> None:
    item = ITEM | {"renditions": {"nitf": {"href": "https://api.example/1.nitf", "type": "text"}}}
    article = one(json.dumps({"data": {"item": item}}), "item.json")
    (problem,) = article.problems
    assert problem.kind == "no-article"
    assert article.source.text[problem.span.start : problem.span.end] == '"https://api.example/1.nitf"'


def test_associations_of_ninjs_are_its_pictures() -> None:
    more = {
        "body_xhtml": "<p>The bridge opens.</p>",
        "associations": {
            "featuremedia": {
                "type": "picture",
                "description_text": "The pier",
                "byline": "Ana Ruiz",
                "renditions": {"original": {"href": "https://x.example/a.jpg"}},
            },
            "related": {"type": "text", "headline": "Another story", "body_html": "<p>Other words.</p>"},
        },
    }
    article = one(json.dumps(ITEM | more), "item.json")
    assert words(article) == ["The bridge opens."]
    assert [(media.target, media.caption and media.caption.text) for media in article.all_media] == [
        ("https://x.example/a.jpg", "The pier")
    ]


# -- mail in a text file --------------------------------------------------------------------------

COPY = "\nThe bridge at Ayle opens on Friday, the council said on Monday.\n"
MAIL = "From: Ines Moll <ines@post.example>\nTo: desk@post.example\nSubject: Bridge opens\n"


@pytest.mark.parametrize(
    "head",
    [
        f"{MAIL}Date: Mon, 4 May 2026 08:00:00 +0000\n",
        f"{MAIL}Sent: Monday, 4 May 2026 08:00\n",
        f"   \nDelivered-To: desk@post.example\nReceived: from a.example\n\tby b.example\n{MAIL}",
        f"From ines@post.example Mon May  4 08:00:00 2026\n{MAIL}Message-ID: <1@post.example>\n",
        f"\ufeff{MAIL}MIME-Version: 1.0\n",
    ],
    ids=["people", "outlook", "programs", "mailbox", "bom"],
)
def test_a_saved_mail_is_known_in_a_text_file(head: str) -> None:
    article = one(head + COPY, "mail.txt")
    assert article.format == "email"
    assert texts(article, "headline") == ["Bridge opens"]
    assert words(article) == [COPY.strip()]


@pytest.mark.parametrize(
    "text",
    [
        f"From: the pier to the bridge\n{COPY}",
        f"From: Ines Moll\nDate: 2026-05-04\nSubject: Bridge opens\n{COPY}",
        f"From: ines@post.example\n{COPY}",
        f"From: The mayor\nTo: All staff\nSubject: The bridge\nDate: 4 May 2026\n{COPY}",
        f"{MAIL}Date: 4 May 2026{COPY}",
        f"Bridge opens\n\n{MAIL}Date: 4 May 2026\n{COPY}",
        f"Title: Bridge opens\nAuthor: ines@post.example\nDate: 2026-05-04\n{COPY}",
    ],
    ids=["copy", "no address", "a line", "a memo", "no blank line", "not above", "front matter"],
)
def test_a_story_that_begins_like_a_mail_is_none(text: str) -> None:
    assert one(text, "story.txt").format == "plain"


# -- places ---------------------------------------------------------------------------------------

WORDS = st.text(
    st.characters(max_codepoint=0x24F, categories=["L", "N"], include_characters="&<>\"'“”–ß😀ü"),
    min_size=3,
    max_size=12,
)
SENTENCES = st.lists(WORDS, min_size=10, max_size=16).map(lambda some: f"The {' '.join(some)} is so.")


def written(article: Article, way: str) -> None:
    """Every passage stands on what is written for it: the source there, decoded, is its words."""
    for passage in passages(article):
        own = passage.written
        if not own.text or not own.runs:
            continue
        there = article.source.text[own.span.start : own.span.end]
        if way == "json":
            there = unescape(json.loads(f'"{there}"', strict=False))
        elif way == "xml":
            there = unescape(there)
        assert " ".join(there.split()) == " ".join(own.text.split())


@settings(max_examples=60)
@given(st.lists(SENTENCES, min_size=1, max_size=3), st.sampled_from(["utf-8", "utf-16"]))
def test_passages_of_wires_in_text(copy: list[str], encoding: str) -> None:
    copy = [each.translate({ord(sign): None for sign in "<>'"}) for each in copy]
    body = "".join(f"\t   {each} \r\n" for each in copy)
    anpa = f"{SOH}a0421\x1ft\r\nr d\x13\x11 BC-Ayle     05-04 0120\r\n{STX}^BC-Ayle,1<\r\n^{copy[0]}<\r\n{body}{ETX}"
    plain = "\r\n\r\n".join(copy)
    iptc = f"{SOH}tm1 4 i 120\r\n\r\nroads/\r\n{STX}{copy[0]} =\r\n\r\n{plain}\r\n{ETX}"
    for text, name in ((anpa, "a.anpa"), (iptc, "a.iptc")):
        (article,) = read(text.encode(encoding), name)
        assert faults(article) == []
        written(article, "text")
        assert [field.passage.written.text for field in article.all("headline")] == [copy[0].strip()]


@settings(max_examples=60)
@given(st.lists(SENTENCES, min_size=1, max_size=3), st.sampled_from(["nitf", "cdata", "escaped"]))
def test_passages_of_wires_in_xml(copy: list[str], way: str) -> None:
    once = [escape(each) for each in copy]
    paragraphs = "".join(f"<p>{each}</p>" for each in once)
    inside = {
        "nitf": content(f"<nitf><body><body.content>{paragraphs}</body.content></body></nitf>"),
        "cdata": content(f"<![CDATA[{paragraphs}]]>", form="HTML"),
        "escaped": content(escape(paragraphs), form="HTML"),
    }[way]
    lines = f"<NewsLines><HeadLine>{once[0]}</HeadLine></NewsLines>"
    text = NEWSML.format(components=component(lines + inside))
    (article,) = read(text.encode(), "item.xml")
    assert faults(article) == []
    assert [block.passage.written.text for block in article.blocks if block.passage] == [
        " ".join(each.split()) for each in copy
    ]
    for block in article.blocks:
        assert block.passage is not None
        own = block.passage.written
        there = unescape(article.source.text[own.span.start : own.span.end])
        assert (unescape(there) if way == "escaped" else there) == own.text


@settings(max_examples=40)
@given(st.lists(SENTENCES, min_size=1, max_size=3), st.booleans())
def test_passages_of_envelopes(copy: list[str], ascii_only: bool) -> None:
    html = "".join(f"<p>{escape(each)}</p>" for each in copy)
    document = {
        "nodeType": "document",
        "content": [
            {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": each}]} for each in copy
        ],
    }
    item = {"webTitle": copy[0], "apiUrl": "x", "fields": {"body": html}}
    story = {"sys": {"id": "a"}, "title": copy[0], "body": {"json": document}}
    entry = {"id": "1", "title": {"en": copy[0]}, "body": {"en": html}, "createdAt": "2026-05-04"}
    for data in ({"response": {"content": item}}, {"data": {"storyCollection": {"items": [story]}}}, entry):
        (article,) = read(json.dumps(data, ensure_ascii=ascii_only).encode(), "export.json")
        assert faults(article) == []
        assert [block.passage.written.text for block in article.blocks if block.passage] == copy
        for block in article.blocks:
            assert block.passage is not None
            own = block.passage.written
            there = json.loads(f'"{article.source.text[own.span.start : own.span.end]}"')
            assert (there if "sys" in str(data) else unescape(there)) == own.text
