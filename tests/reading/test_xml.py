"""XML: NITF, NewsML-G2, WXR, RSS and Atom, with exact places, and files that must be refused."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from places import faults
from presslint.article import Article
from presslint.model.document import Block
from presslint.model.passage import Part
from presslint.model.source import Source, SourceError
from presslint.reading import nitf, read
from presslint.reading.xmltree import parse, raw, root_name, stream

NITF = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf xml:lang="en">
 <head>
  <title>Bridge title</title>
  <docdata management-status="usable"><doc-id id-string="ayle-1"/><date.issue norm="20260505T083000Z"/>
   <key-list><keyword key="bridges, old"/><keyword key="Ayle"/></key-list></docdata>
  <pubdata position.section="Transport"/>
 </head>
 <body>
  <body.head>
   <hedline><hl1>Bridge at Ayle &#8220;safe&#8221;</hl1><hl2>Lorries must wait</hl2></hedline>
   <byline>By <person>Ines Moll</person> and <person>Ben Cole</person><byttl>Staff</byttl></byline>
   <distributor>The Post</distributor>
   <dateline><location>AYLE</location>, <story.date norm="20260505">May 5</story.date></dateline>
  </body.head>
  <body.content>
   <p>The bridge &amp; its <em>pier</em> open on
      <a href="/f">Friday</a>.</p>
   <hl2>What next</hl2>
   <ul><li>one</li><li>two</li></ul>
   <media media-type="image"><media-reference source="a.jpg" alternate-text="A pier"/>
    <media-caption>The pier</media-caption><media-producer>Ana Ruiz</media-producer></media>
   <bq><block><p>Said.</p></block></bq>
  </body.content>
  <body.end><tagline>Moll covers roads.</tagline></body.end>
 </body>
</nitf>
"""

NEWSML = """\
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:one"><itemMeta><itemClass qcode="ninat:text"/>
<versionCreated>2026-05-05T10:00:00Z</versionCreated><pubStatus qcode="stat:withheld"/></itemMeta>
<contentMeta><contentCreated>2026-05-05T08:30:00Z</contentCreated><by>By Ines Moll</by>
<headline>Bridge opens</headline><slugline>ayle</slugline>
<subject qcode="x:1"><name>roads, bridges</name></subject><language tag="en"/>
<description role="drol:summary">Lorries must wait.</description></contentMeta>
<contentSet>{body}</contentSet></newsItem>
<newsItem guid="urn:two"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta>
<contentMeta><headline>A pier</headline></contentMeta>
<contentSet><remoteContent contenttype="image/jpeg" href="a.jpg"/></contentSet></newsItem>
</itemSet></newsMessage>
"""

WXR = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Post</title><language>en-GB</language>
<wp:author><wp:author_login><![CDATA[ines]]></wp:author_login>
<wp:author_display_name><![CDATA[Ines Moll]]></wp:author_display_name></wp:author>
<item><title><![CDATA[Bridge at Ayle &#8220;safe&#8221;]]></title><link>https://post.example/ayle</link>
<dc:creator><![CDATA[ines]]></dc:creator>
<content:encoded><![CDATA[<!-- wp:paragraph -->
The bridge opens
on Friday.

<h2>What next</h2>
[caption id="x"]<img src="a.jpg" alt="A pier" /> The pier[/caption]]]></content:encoded>
<excerpt:encoded><![CDATA[Lorries must wait.]]></excerpt:encoded>
<wp:post_date_gmt>2026-05-05 08:30:00</wp:post_date_gmt><wp:post_name>ayle</wp:post_name>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="post_tag" nicename="b"><![CDATA[bridges, old]]></category>
<wp:postmeta><wp:meta_key>_yoast_wpseo_title</wp:meta_key><wp:meta_value>Ayle</wp:meta_value></wp:postmeta></item>
<item><title>pier</title><wp:post_type>attachment</wp:post_type></item>
<item><title>About</title><content:encoded><![CDATA[<p>Us.</p>]]></content:encoded><wp:post_name>about</wp:post_name>
<wp:post_type>page</wp:post_type><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt></item>
</channel></rss>
"""


def articles(text: str, name: str = "export.xml") -> list[Article]:
    found = list(read(text.encode(), name))
    for article in found:
        assert faults(article) == []
    return found


def texts(article: Article, name: str) -> list[str]:
    return [field.text for field in article.all(name)]


def outline(blocks: tuple[Block, ...]) -> list[Any]:
    return [
        (block.kind.value, block.text, *([outline(block.children)] if block.children else []))
        for block in blocks
    ]


def test_nitf() -> None:
    (article,) = articles(NITF)
    assert article.format == "nitf"
    assert texts(article, "headline") == ["Bridge at Ayle “safe”"]
    assert texts(article, "headline-alt") == ["Bridge title"]
    assert texts(article, "dek") == ["Lorries must wait"]
    assert texts(article, "byline") == ["Ines Moll", "Ben Cole"]
    assert texts(article, "tags") == ["bridges, old", "Ayle"]
    assert texts(article, "section") == ["Transport"]
    assert texts(article, "dateline") == ["AYLE, May 5"]
    assert texts(article, "published") == ["20260505T083000Z", "20260505"]
    assert article.language == "en"
    assert not article.is_draft
    assert outline(article.blocks) == [
        ("paragraph", "The bridge & its pier open on Friday."),
        ("heading", "What next"),
        ("list", "", [("item", "one"), ("item", "two")]),
        ("media", ""),
        ("quote", "", [("paragraph", "Said.")]),
        ("note", "", [("paragraph", "Moll covers roads.")]),
    ]
    (media,) = article.all_media
    assert media.alt is not None
    assert media.caption is not None
    assert media.credit is not None
    assert [media.target, media.alt.text, media.caption.text, media.credit.text] == [
        "a.jpg",
        "A pier",
        "The pier",
        "Ana Ruiz",
    ]


def test_places_in_xml() -> None:
    (article,) = articles(NITF)
    first = article.blocks[0].passage
    assert first is not None
    place = first.place(first.text.index("&"))
    assert NITF[place.start : place.end] == "&amp;"
    (friday, _), *_ = first.find("Friday")
    assert NITF[friday.span.start : friday.span.end] == "Friday"
    headline = article.headline
    assert headline is not None
    assert article.source.position(headline.passage.span.start) == (12, 18)


BODIES = {
    "nitf": '<inlineXML contenttype="application/nitf+xml"><nitf><body><body.content><p>It opens.</p>'
    "<hl2>Next</hl2></body.content></body></nitf></inlineXML>",
    "xhtml": '<inlineXML contenttype="application/xhtml+xml"><html><head><title>x</title></head><body>'
    "<p>It opens.</p><h2>Next</h2></body></html></inlineXML>",
    "escaped": '<inlineData contenttype="text/html">&lt;p&gt;It opens.&lt;/p&gt;&lt;h2&gt;Next&lt;/h2&gt;'
    "</inlineData>",
    "cdata": '<inlineData contenttype="text/html"><![CDATA[<p>It opens.</p><h2>Next</h2>]]></inlineData>',
}


@pytest.mark.parametrize("form", BODIES)
def test_newsml(form: str) -> None:
    (article,) = articles(NEWSML.format(body=BODIES[form]))
    assert article.format == "newsml-g2"
    assert texts(article, "headline") == ["Bridge opens"]
    assert texts(article, "byline") == ["Ines Moll"]
    assert texts(article, "tags") == ["roads, bridges"]
    assert texts(article, "dek") == ["Lorries must wait."]
    assert texts(article, "published") == ["2026-05-05T08:30:00Z"]
    assert article.is_draft
    assert outline(article.blocks) == [("paragraph", "It opens."), ("heading", "Next")]


@pytest.mark.parametrize("language", ['xml:lang="fr"', 'baselang="fr"'])
def test_the_language_of_nitf_and_a_title_under_a_byline(language: str) -> None:
    people = "<person>Ines Moll</person> and <person>Ben Cole</person>"
    text = NITF.replace('xml:lang="en"', language).replace(people, "Ines Moll")
    (article,) = articles(text)
    assert texts(article, "language") == ["fr"]
    assert texts(article, "byline") == ["Ines Moll"]


def test_newsml_has_a_language_of_its_own_where_its_content_names_none() -> None:
    text = NEWSML.format(body="<inlineXML><html><body><p>x</p></body></html></inlineXML>")
    text = text.replace('<newsItem guid="urn:one">', '<newsItem guid="urn:one" xml:lang="fr">')
    (both,), (alone,) = articles(text), articles(text.replace('<language tag="en"/>', ""))
    assert texts(both, "language") == ["en", "fr"]
    assert texts(alone, "language") == ["fr"]


def test_newsml_with_plain_text() -> None:
    (article,) = articles(NEWSML.format(body="<inlineData>It opens.\n\nOn Friday.</inlineData>"))
    assert [block.text for block in article.blocks] == ["It opens.", "On Friday."]


def test_wxr() -> None:
    post, page = articles(WXR)
    assert (post.key, page.key) == ("ayle", "about")
    assert post.dialect == "wordpress"
    assert texts(post, "headline") == ["Bridge at Ayle “safe”"]
    assert texts(post, "headline-alt") == ["Ayle"]
    assert texts(post, "byline") == ["Ines Moll"]
    assert texts(post, "tags") == ["bridges, old"]
    assert texts(post, "dek") == ["Lorries must wait."]
    assert post.published is not None
    assert post.published.value == "2026-05-05 08:30:00Z"
    assert post.language == "en-gb"
    assert outline(post.blocks) == [
        ("paragraph", "The bridge opens on Friday."),
        ("heading", "What next"),
        ("paragraph", "The pier"),
    ]
    assert [media.target for media in post.all_media] == ["a.jpg"]
    assert [comment.text for comment in post.comments] == [" wp:paragraph "]
    assert page.published is None
    words = post.blocks[1].passage
    assert words is not None
    assert WXR[words.span.start : words.span.end] == "What next"


def test_rss() -> None:
    feed = (
        "<rss><channel><item><title>Bridge</title><description>&lt;p&gt;It opens.&lt;/p&gt;</description>"
        "<pubDate>Tue, 05 May 2026 08:30:00 GMT</pubDate><category>Ayle</category></item></channel></rss>"
    )
    (article,) = articles(feed)
    assert (article.dialect, texts(article, "tags")) == ("rss", ["Ayle"])
    assert [block.text for block in article.blocks] == ["It opens."]


ATOM = """\
<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app" xml:lang="en-GB">
<title>The Post</title><author><name>The Post’s desk</name></author>
<entry>
 <title type="html">Bridge at Ayle &amp;ldquo;safe&amp;rdquo;</title>
 <id>tag:post.example,2026:ayle</id><link rel="self" href="/x"/><link href="https://post.example/ayle?a&amp;b"/>
 <author><name>Ines Moll</name><uri>https://post.example/moll</uri></author><author><name>Ben Cole</name></author>
 <published>2026-05-05T08:30:00Z</published><updated>2026-05-06T08:30:00Z</updated>
 <category term="old" label="bridges, old"/><category term="Ayle"/>
 <summary type="text">Lorries must wait.</summary>{content}
 <app:control><app:draft>yes</app:draft></app:control>
</entry>
<entry xml:lang="de"><title>Nur Text</title><summary>Sie öffnet.</summary></entry>
<entry><source><author><name>Ana Ruiz</name></author></source><title>No words</title>
 <content type="image/png">aGVsbG8=</content></entry>
</feed>
"""
CONTENTS = {
    "escaped": '<content type="html">&lt;p&gt;It &lt;em&gt;opens&lt;/em&gt;.&lt;/p&gt;&lt;h2&gt;Next&lt;/h2&gt;</content>',
    "cdata": '<content type="html"><![CDATA[<p>It <em>opens</em>.</p><h2>Next</h2>]]></content>',
    "xhtml": '<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>It <x:em>opens</x:em>.</x:p>'
    "<x:h2>Next</x:h2></x:div></content>",
    "html called text": "<content>&lt;p&gt;It opens.&lt;/p&gt;&lt;h2&gt;Next&lt;/h2&gt;</content>",
}


@pytest.mark.parametrize("form", CONTENTS)
def test_atom(form: str) -> None:
    text = ATOM.format(content=CONTENTS[form])
    article, german, picture = articles(text)
    assert (article.format, article.key) == ("atom", "tag:post.example,2026:ayle")
    assert texts(article, "headline") == ["Bridge at Ayle “safe”"]
    assert texts(article, "byline") == ["Ines Moll", "Ben Cole"]
    assert texts(article, "tags") == ["bridges, old", "Ayle"]
    assert texts(article, "dek") == ["Lorries must wait."]
    assert texts(article, "published") == ["2026-05-05T08:30:00Z"]
    assert texts(article, "modified") == ["2026-05-06T08:30:00Z"]
    assert texts(article, "url") == ["https://post.example/ayle?a&b"]
    assert (article.language, article.is_draft) == ("en-gb", True)
    assert outline(article.blocks) == [("paragraph", "It opens."), ("heading", "Next")]
    words = article.blocks[1].passage
    assert words is not None
    assert text[words.span.start : words.span.end] == "Next"
    assert (german.key, german.language, texts(german, "byline")) == ("2", "de", ["The Post’s desk"])
    assert [block.text for block in german.blocks] == ["Sie öffnet."]
    assert (texts(picture, "byline"), picture.blocks) == (["Ana Ruiz"], ())
    assert [fault for each in (article, german, picture) for fault in faults(each)] == []


def test_atom_content_elsewhere_leaves_the_summary_as_the_body() -> None:
    (article,) = articles('<entry><title>A</title><summary>It opens.</summary><content src="/a"/></entry>')
    assert [block.text for block in article.blocks] == ["It opens."]
    assert texts(article, "dek") == []


@pytest.mark.parametrize(
    "mark",
    [
        '<category scheme="http://schemas.google.com/g/2005#kind" '
        'term="http://schemas.google.com/blogger/2008/kind#{}"/>',
        "<blogger:type>{}</blogger:type>",
    ],
)
def test_blogger_exports_hold_more_than_posts(mark: str) -> None:
    kinds = ("post", "page", "comment", "settings", "template")
    entries = "".join(
        f"<entry><title>{kind}</title>{mark.format(kind)}<category term='Ayle'/></entry>" for kind in kinds
    )
    found = articles(f'<feed xmlns:blogger="http://schemas.google.com/blogger/2018">{entries}</feed>')
    assert [texts(article, "headline") for article in found] == [["post"], ["page"]]
    assert [texts(article, "tags") for article in found] == [["Ayle"], ["Ayle"]]


def test_an_export_is_streamed() -> None:
    source = Source("<rss><channel>" + "<item><title>x</title></item>" * 3 + "</channel></rss>")
    seen = 0
    for item in stream(source, ("item",)):
        assert item.find("title") is not None
        seen += 1
    assert seen == 3


def test_encodings_are_declared() -> None:
    body = "<nitf><body><body.content><p>Café</p></body.content></body></nitf>"
    text = f'<?xml version="1.0" encoding="ISO-8859-1"?>{body}'
    (article,) = read(text.encode("latin-1"), "a.xml")
    assert [block.text for block in article.blocks] == ["Café"]
    (article,) = read(b"\xff\xfe" + text.replace("ISO-8859-1", "UTF-16").encode("utf-16-le"), "a.xml")
    assert [block.text for block in article.blocks] == ["Café"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<nitf/>", "nitf"),
        ("\ufeff<?xml version='1.0'?>\n<!-- <rss> -->\n<!DOCTYPE html>\n<nar:newsItem>", "newsItem"),
        ("<!-- never closed <nitf>", ""),
        ("words", ""),
        ("", ""),
    ],
)
def test_the_root_is_known_before_the_file_is_read(text: str, name: str) -> None:
    assert root_name(text) == name


PIECES = st.sampled_from(
    ["word", " ", "\n", "\r\n", "&amp;", "&#233;", "&#x1F600;", "😀", "é", "<em>", "</em>", "<br/>",
     "<![CDATA[a & <b>]]>", "<!-- c -->", "<?pi x?>", "\t"]
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_every_word_stands_where_it_says(inside: str) -> None:
    opened = inside.count("<em>") - inside.count("</em>")
    text = f"<nitf><body><body.content><p>{inside}</p></body.content></body></nitf>"
    try:
        (article,) = read(text.encode(), "a.xml")
    except SourceError:
        assert opened or "</em>" in inside
        return
    assert faults(article) == []
    source = Source(text)
    root = parse(source).root
    paragraph = root.find("p")
    assert paragraph is not None
    words = "".join(block.text for top in nitf.blocks(root, source) for block in top.walk())
    assert "".join(words.split()) == "".join(raw(source, paragraph, Part.PARAGRAPH).text.split())


BOMB = "<!DOCTYPE nitf [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY a{number} '&a;&a;&a;&a;&a;'>" for number in range(9)
)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"{BOMB}]><nitf><p>&a8;</p></nitf>", "DOCTYPE"),
        ("<!DOCTYPE nitf [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><nitf>&x;</nitf>", "DOCTYPE"),
        ("<nitf>" + "<p>" * 400, "nests deeper"),
        ("<nitf><body><body.content><p>cut", "ends before <p> is closed"),
        ("<nitf><p></nitf>", "not well-formed"),
        ("<nitf>\x01</nitf>", "not well-formed"),
        ("", "no XML element"),
        ("{}", "no XML element"),
        ("<svg/>", "no reader for XML whose root is <svg>"),
        ("<rss><channel><item><title>A", "ends before"),
    ],
)
def test_what_is_refused_is_refused_in_one_line(text: str, says: str) -> None:
    with pytest.raises(SourceError) as caught:
        list(read(text.encode(), "a.xml"))
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_doctype_that_only_names_a_dtd_fetches_nothing() -> None:
    text = (
        '<!DOCTYPE nitf PUBLIC "x" "http://nowhere.invalid/x.dtd"><nitf><body><body.head><hedline>'
        "<hl1>A&nbsp;B &eacute;</hl1></hedline></body.head></body></nitf>"
    )
    (article,) = articles(text)
    assert texts(article, "headline") == ["A B é"]
