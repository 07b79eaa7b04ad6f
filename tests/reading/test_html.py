"""HTML: pages found among their furniture, exact places, and pages that nobody should have written."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from places import faults, one_to_one
from presslint.article import Article
from presslint.model.document import Block, Kind
from presslint.model.passage import Part, Passage
from presslint.model.source import Source
from presslint.reading import read
from presslint.reading.blocks import BlockReader
from presslint.reading.elements import DEPTH_LIMIT, attribute_passage, attribute_span, parse
from presslint.reading.html import fragment, line

PAGE = """\
<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Bridge at Ayle reopens after nine weeks | The Fenland Post</title>
<meta property="og:site_name" content="The Fenland Post">
<meta property="og:title" content="Ayle bridge open again">
<meta name="description" content="Drivers may cross from Friday; lorries must wait until June.">
<meta property="article:published_time" content="2026-05-05T09:30:00+01:00">
<meta property="article:modified_time" content="2026-05-05T11:00:00+01:00">
<meta property="article:author" content="https://fenland.example/people/ines-moll">
<link rel="canonical" href="https://fenland.example/ayle-bridge">
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [
  {"@type": "WebSite", "name": "The Fenland Post"},
  {"@type": "Person", "@id": "#ines", "name": "Ines Moll"},
  {"@type": "NewsArticle", "headline": "Bridge at Ayle reopens", "author": {"@id": "#ines"},
   "datePublished": "2026-05-05T09:30:00+01:00", "keywords": "bridges, Ayle"}]}
</script>
</head>
<body>
<header class="site-header"><a href="/">The Fenland Post</a></header>
<nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main>
<article>
<p class="kicker">Transport</p>
<h1>Bridge at Ayle reopens <em>after</em> nine weeks</h1>
<p class="standfirst">Drivers may cross from Friday; lorries must wait until June.</p>
<div class="meta">By <a rel="author" href="/people/ines-moll">Ines Moll</a> and
<a rel="author" href="/people/ben-cole">Ben Cole</a> |
<time datetime="2026-05-05T09:30">5 May 2026</time></div>
<div class="share-bar"><a href="#">Share on a network of some kind</a></div>
<div class="article-body">
<p>AYLE, England &mdash; The bridge over the Ayle will open to cars on Friday, nine weeks after a barge
struck its <strong>eastern pier</strong>, the county council said on Tuesday.</p>
<aside class="related-stories"><h3>Related</h3><ul><li><a href="/a">Barge strikes bridge</a></li></ul></aside>
<p>Lorries of more than 7.5 tonnes must take the <a href="/a?x=1&amp;y=2">long way round</a> until June.</p>
<h2>What the divers found</h2>
<p>Divers found two cracks in the pier:</p>
<ul><li>one above the waterline</li><li>one below it</li></ul>
<figure><img src="pier.jpg" alt="A crack in the pier &amp; a diver"><figcaption>The eastern pier on Monday.
<span class="credit">Ana Ruiz</span></figcaption></figure>
<blockquote><p>We mended what we could see.</p></blockquote>
<p>The council will inspect the bridge again in the autumn, its engineer said.</p>
</div>
<div class="tags"><a href="/t/bridges">bridges</a><a href="/t/ayle">Ayle</a></div>
</article>
</main>
<section id="comments"><p>I think that the bridge should have been mended years ago by somebody.</p></section>
<footer><p>Copyright of everybody who ever wrote anything for this newspaper, now and then.</p></footer>
</body>
</html>
"""


def one(text: str, name: str = "page.html") -> Article:
    (article,) = read(text.encode(), name)
    assert faults(article) == []
    return article


def texts(article: Article, name: str) -> list[str]:
    return [field.text for field in article.all(name)]


def blocks(text: str) -> tuple[Block, ...]:
    source = Source(text)
    return BlockReader(source).read(parse(source).root)


# -- the page -------------------------------------------------------------------------------------


def test_what_a_page_shows_comes_before_what_its_metadata_says() -> None:
    article = one(PAGE)
    assert [(field.text, field.origin) for field in article.all("headline")] == [
        ("Bridge at Ayle reopens after nine weeks", "body"),
        ("Bridge at Ayle reopens", "json-ld"),
    ]
    titles = ["Ayle bridge open again", "Bridge at Ayle reopens after nine weeks"]
    assert texts(article, "headline-alt") == titles
    assert texts(article, "kicker") == ["Transport"]
    assert article.dek is not None
    assert article.dek.text == article.all("description")[0].text
    assert [(field.text, field.origin) for field in article.bylines] == [
        ("Ines Moll", "body"),
        ("Ben Cole", "body"),
        ("Ines Moll", "json-ld"),
    ]
    assert [(field.text, field.value, field.origin) for field in article.all("published")] == [
        ("5 May 2026", "2026-05-05T09:30", "body"),
        ("2026-05-05T09:30:00+01:00", "2026-05-05T09:30:00+01:00", "json-ld"),
        ("2026-05-05T09:30:00+01:00", "2026-05-05T09:30:00+01:00", "meta"),
    ]
    assert texts(article, "modified") == ["2026-05-05T11:00:00+01:00"]
    assert [tag.text for tag in article.tags] == ["bridges", "Ayle"]
    assert texts(article, "canonical") == ["https://fenland.example/ayle-bridge"]
    assert article.language == "en-gb"
    assert texts(article, "dateline") == ["AYLE, England"]


def test_the_body_is_what_is_left_without_the_furniture() -> None:
    article = one(PAGE)
    kinds = [block.kind for block in article.blocks]
    assert kinds == [
        Kind.PARAGRAPH,
        Kind.PARAGRAPH,
        Kind.HEADING,
        Kind.PARAGRAPH,
        Kind.LIST,
        Kind.MEDIA,
        Kind.QUOTE,
        Kind.PARAGRAPH,
    ]
    words = " ".join(block.text for block in article.walk())
    for furniture in ("Share", "Related", "Barge strikes", "I think", "Copyright", "Sport"):
        assert furniture not in words
    assert article.blocks[2].level == 2
    assert [item.text for item in article.blocks[4].children] == ["one above the waterline", "one below it"]
    (media,) = article.all_media
    assert media.alt is not None
    assert media.caption is not None
    assert media.credit is not None
    assert (media.target, media.alt.text) == ("pier.jpg", "A crack in the pier & a diver")
    assert (media.caption.text, media.credit.text) == ("The eastern pier on Monday.", "Ana Ruiz")


def test_places_are_those_of_the_page() -> None:
    article = one(PAGE)
    first = article.blocks[0].passage
    assert first is not None
    (struck,) = first.marked("strong")
    assert struck.text == "eastern pier"
    assert PAGE[struck.span.start : struck.span.end] == "eastern pier"
    (dash, _), *_ = first.find("—")
    assert PAGE[dash.span.start : dash.span.end] == "&mdash;"
    (link,) = article.links
    assert link.text.text == "long way round"
    assert link.target == "/a?x=1&y=2"
    assert link.target_span is not None
    assert PAGE[link.target_span.start : link.target_span.end] == "/a?x=1&amp;y=2"


def test_an_empty_byline_leaves_a_slot() -> None:
    article = one(
        "<article><h1>Bridge reopens</h1><p class=meta><span class=byline></span> · <time></time></p>"
        "<p>The bridge over the Ayle will open to cars on Friday, the council said.</p></article>"
    )
    assert {name: slot.text for name, slot in article.slots.items()} == {"byline": "·", "published": "·"}
    assert article.bylines == ()


def test_tags_that_only_elements_part_stay_apart() -> None:
    article = one(
        "<article><h1>Bridge reopens</h1><p>The bridge over the Ayle will open to cars on Friday.</p>"
        "<ul class='post-tags'><li>bridges</li><li>the Ayle, Fenland</li></ul></article>"
    )
    assert [tag.text for tag in article.tags] == ["bridges", "the Ayle, Fenland"]
    (fused,) = blocks("<p class=tags><a>AI</a><a>chips</a></p>")
    assert fused.text.split() == ["AI", "chips"]


@pytest.mark.parametrize(
    ("script", "headline", "problems"),
    [
        ('{"@type": "NewsArticle", "headline": "A"}', "A", 0),
        ('<![CDATA[ {"@type": ["Article", "NewsArticle"], "headline": "A"} ]]>', "A", 0),
        ('[{"@type": "Person"}, {"@type": "https://schema.org/Article", "headline": "A"}]', "A", 0),
        ('{"@type": "NewsArticle", "headline": "A", }', "A", 1),
        ('{"@type": "NewsArticle", "headline": "A", "author": ', "A", 1),
        ("{", None, 1),
        ("", None, 0),
        ('{"@type": "Recipe", "name": "A"}', None, 0),
    ],
)
def test_json_ld_is_read_as_far_as_it_goes(script: str, headline: str | None, problems: int) -> None:
    article = one(
        f'<html><body><script type="application/ld+json">{script}</script>'
        "<p>The bridge over the Ayle will open to cars on Friday.</p></body></html>"
    )
    assert (article.headline.text if article.headline else None) == headline
    assert len(article.problems) == problems


def test_without_a_heading_the_title_is_the_headline_without_the_site() -> None:
    article = one(
        "<html><head><title>Bridge reopens - The Post</title><meta property=og:site_name content='The Post'>"
        "</head><body><p>The bridge over the Ayle will open to cars on Friday.</p></body></html>"
    )
    assert texts(article, "headline") == ["Bridge reopens"]
    assert article.all("headline")[0].origin == "meta"


def test_a_site_name_in_the_first_heading_is_no_headline() -> None:
    article = one(
        "<html><head><title>Bridge reopens</title><meta property=og:title content='Bridge reopens'></head>"
        "<body><h1>The Post</h1><article><h2>Bridge reopens</h2>"
        "<p>The bridge over the Ayle will open to cars on Friday.</p></article></body></html>"
    )
    assert texts(article, "headline") == ["Bridge reopens"]


def test_hidden_words_are_not_read() -> None:
    article = one(
        "<article><h1>T</h1><p>Shown.</p><p hidden>No.</p><p style='display: none'>No.</p>"
        "<p aria-hidden=true>No.</p><noscript>No.</noscript><template>No.</template></article>"
    )
    assert [block.text for block in article.blocks] == ["Shown."]


def test_suppressions_are_comments() -> None:
    article = one("<!-- presslint-disable --><p>The bridge opens.</p><!-- a > b -->")
    assert [comment.text.strip() for comment in article.comments] == ["presslint-disable", "a > b"]


# -- blocks ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>One<p>two", [("paragraph", "One"), ("paragraph", "two")]),
        ("One<br>two<br><br>three", [("paragraph", "One two"), ("paragraph", "three")]),
        ("<div>1 <p>2</p> 3</div>", [("paragraph", "1"), ("paragraph", "2"), ("paragraph", "3")]),
        ("<h2>One<br>two<div>three</div></h2>", [("heading", "One two three")]),
        ("<p>a \n\t b&nbsp;c</p>", [("paragraph", "a b\u00a0c")]),
        ("<p>x<b> y </b> z</p>", [("paragraph", "x y z")]),
        ("<p> &nbsp; </p><p>·</p>", [("separator", "·")]),
        ("<hr><pre> a\n  b</pre>", [("separator", ""), ("code", "a\n  b")]),
        ("<p>See <q>this</q></p>", [("paragraph", "See “this”")]),
        ("<iframe src='https://www.video.example/x'></iframe>", [("embed", "")]),
        ("<script>x</script><style>p</style><select><option>a</select>", []),
        ("<p>1 &lt; 2 &amp;amp; 3 &bogus; &#x1F600;</p>", [("paragraph", "1 < 2 &amp; 3 &bogus; 😀")]),
        ("<b><p>One</b> two</p>", [("paragraph", "One two")]),
        ("<p>One</span></div></p>two", [("paragraph", "One"), ("paragraph", "two")]),
        ("<table><tr><td><h2>Laid</h2><p>out</td></tr></table>", [("heading", "Laid"), ("paragraph", "out")]),
        ("<figure><blockquote>Said.</blockquote></figure>", [("quote", "")]),
        ("<blockquote class='twitter-tweet'>Posted.</blockquote>", [("embed", "")]),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(block.kind.value, block.text) for block in blocks(text)] == expected


def test_lists_and_tables_nest() -> None:
    (outer,) = blocks("<ol><li>a<ul><li>b</ul><li><p>c<p>d</ol>")
    assert outer.ordered
    first, second = outer.children
    assert [child.kind for child in first.children] == [Kind.LIST]
    assert (second.text, [child.text for child in second.children]) == ("c", ["d"])
    (table,) = blocks("<table><thead><tr><th>a<th>b<tbody><tr><td>c<td>d</table>")
    assert [[cell.text for cell in row.children] for row in table.children] == [["a", "b"], ["c", "d"]]


def test_marks_and_links_go_on_after_a_paragraph_ends() -> None:
    one_, two = blocks("<a href=/x><b>One<p>two</b></a>")
    assert [mark.kind for mark in one_.passage.marks] == ["strong", "link"]  # type: ignore[union-attr]
    assert [link.text.text for link in (*one_.links, *two.links)] == ["One", "two"]


def test_lazy_images_and_counting_pixels() -> None:
    lazy, pixel = "<img src='data:image/gif;base64,x' data-src=a.jpg>", "<img width=1 src=b.gif>"
    (block,) = blocks(f"{lazy}{pixel}<img src=c.jpg alt=''>")
    assert [media.target for media in block.media] == ["a.jpg", "c.jpg"]
    assert block.media[0].alt is None
    assert block.media[1].alt is not None


def test_stored_copy_parts_paragraphs_by_blank_lines() -> None:
    source = Source('One\ntwo\n\n[caption id="a"]<img src=a.jpg> A bridge[/caption]\n\n<b>Three</b> [x] four')
    found = BlockReader(source, stored=True).read(parse(source).root)
    assert [block.text for block in found] == ["One two", "A bridge", "Three [x] four"]


# -- places ---------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    ["word", " ", "\n", "\r\n", "\r", "&amp;", "&eacute;", "&#8212;", "😀", "e\u0301", "<b>", "</b>", "<p>",
     "</p>", "<br>", "<li>", "<ul>", "</ul>", "<a href='/x&amp;y'>", "</a>", "<img alt='a &lt; b' src=i.jpg>",
     "<!-- c -->", "<div class=tags>", "</div>", "<h2>", "</h2>", "\u00a0", "\t", "<", "&", "&bogus;", "<q>",
     "</q>", "\x00", "<td>", "<table>", "</table>", "<blockquote>", "<pre>", "</pre>", "<span>", "</span>",
     "<figure>", "<figcaption>", "<tr>", "</li>", "</blockquote>"]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_word_stands_where_it_says(text: str) -> None:
    source = Source(text)
    for article in read_source(source):
        assert faults(article) == []
        for passage in (block.passage for block in article.walk() if block.passage is not None):
            if one_to_one(passage):
                assert passage.text == text[passage.span.start : passage.span.end] or "<" in text


def read_source(source: Source) -> list[Article]:
    from presslint.reading import html

    return list(html.read(source))


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_a_fragment_in_a_json_string_stands_in_the_file(text: str) -> None:
    body = {"title": "A bridge", "body_html": f"<p>One way.</p>{text}"}
    written = json.dumps(body, ensure_ascii=len(text) % 2 == 0)
    (article,) = read(written.encode(), "post.json")
    assert faults(article) == []
    assert article.blocks[0].text.startswith("One way.")


def test_entities_and_escapes_compose() -> None:
    html = r"<p>Caf\u00e9 \"&eacute;\" <a href=\"/x\">b\nc</a></p>"
    written = f'{{"title": "A", "html": "{html}", "comment_id": 1}}'
    (article,) = read(written.encode(), "post.json")
    (block,) = article.blocks
    assert block.text == 'Café "é" b c'
    assert faults(article) == []
    assert block.passage is not None
    place = block.passage.place(block.text.index('é" b'))
    assert written[place.start : place.end] == "&eacute;"
    place = block.passage.place(3)
    assert written[place.start : place.end] == "\\u00e9"
    (link,) = block.links
    assert link.target_span is not None
    assert written[link.target_span.start : link.target_span.end] == "/x"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_keep_their_places(newline: str) -> None:
    text = newline.join(["<p>One", "two &amp; three</p>", "<p title='x", "y'>four</p>", ""])
    source = Source(text)
    first, second = BlockReader(source).read(parse(source).root)
    assert (first.text, second.text) == ("One two & three", "four")
    assert second.passage is not None
    assert text[second.passage.span.start : second.passage.span.end] == "four"
    assert source.position(second.passage.span.start).line == 4


def test_attributes_have_places() -> None:
    text = "<img a src = 'x.jpg' ALT=\"A &lt; &quot;b&quot;\" data-x=y>"
    source = Source(text)
    (image,) = parse(source).root.elements
    span = attribute_span(source, image, "src")
    assert span is not None
    assert text[span.start : span.end] == "x.jpg"
    alt = attribute_passage(source, image, "alt", Part.ALT)
    assert alt is not None
    assert alt.text == 'A < "b"'
    place = alt.place(2)
    assert text[place.start : place.end] == "&lt;"
    assert attribute_passage(source, image, "title", Part.ALT) is None


def test_a_line_of_html_is_words() -> None:
    source = Source('"Tom &amp; <em>Ann</em>"')
    passage = line(Passage.of(source, 1, len(source.text) - 1), Part.HEADLINE)
    assert (passage.text, passage.part) == ("Tom & Ann", Part.HEADLINE)
    assert passage.source is source


def test_fragments_bring_their_comments() -> None:
    source = Source('"<!-- wp:p --><p>One</p>"')
    found = fragment(Passage.of(source, 1, len(source.text) - 1))
    assert [(comment.text, comment.span) for comment in found.comments] == [(" wp:p ", (1, 14))]


# -- hostile pages --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 20_000 + "text" + "</div>" * 20_000,
        "<b>" * 20_000 + "text",
        "<ul><li>" * 5_000 + "text",
        "<blockquote>" * 5_000 + "text",
        "<table><tr><td>" * 3_000 + "text",
        "<b><p>" * 2_000 + "</b>" * 2_000,
        "<div>" * 300 + "</span></b></p>" * 5_000,
        "<" * 50_000,
        "<!--" * 20_000,
        "<p " + "a=b " * 20_000 + ">x",
        "<p>a\x00b</p>" + "x" * 9_000,
        '<script type="application/ld+json">' + "[" * 20_000 + "</script>",
        "<p>\ud800</p>",
    ],
    ids=lambda text: text[:12],
)
def test_hostile_pages_are_read_and_nothing_breaks(text: str) -> None:
    for article in read_source(Source(text)):
        assert faults(article) == []
        depth = max((block_depth(block) for block in article.blocks), default=0)
        assert depth < DEPTH_LIMIT


def block_depth(block: Block) -> int:
    return 1 + max((block_depth(child) for child in block.children), default=0)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"<meta charset=iso-8859-1><p>Caf\xe9", "Café"),
        (b"<meta charset=gb2312><p>Caf\xc3\xa9", "Café"),  # declared wrongly; it is UTF-8
        (b"\xff\xfe" + "<p>Café".encode("utf-16-le"), "Café"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=windows-1251'><p>\xcc\xe8\xf0", "Мир"),
    ],
)
def test_encodings(data: bytes, word: str) -> None:
    (article,) = read(data, "page.html")
    assert [block.text for block in article.blocks] == [word]


# -- what real pages taught -----------------------------------------------------------------------

ARTICLE = (
    "<html><head><title>Bridge at Ayle reopens</title></head><body><article><h1>Bridge at Ayle reopens</h1>"
    "<p>The bridge over the Ayle will open to cars on Friday, the county council said on Tuesday.</p>{}"
    "<p>Lorries must take the long way round until June, when the pier will have been mended.</p>"
    "</article></body></html>"
)
LINKS = (
    "<ul><li><a href=/a>Council minutes of March</a></li><li><a href=/b>Report of the divers</a></li></ul>"
)


@pytest.mark.parametrize(
    ("inside", "kinds"),
    [
        (f"<h2>Sources</h2>{LINKS}", ["paragraph", "heading", "list", "paragraph"]),
        (
            f"<p>The council has published these papers:</p>{LINKS}",
            ["paragraph", "paragraph", "list", "paragraph"],
        ),
        (f"<p>Artículos relacionados:</p>{LINKS}", ["paragraph", "paragraph", "paragraph"]),
        (f"<div><b>More</b>{LINKS}</div>", ["paragraph", "paragraph"]),
        (
            "<section class=newsletter-signup><h3>Our letter</h3><form><input></form></section>",
            ["paragraph"] * 2,
        ),
        ("<h2 class=sr-only>Share this story</h2>", ["paragraph", "paragraph"]),
        (
            "<pre class=code><span class='token keyword'>int</span> x;</pre>",
            ["paragraph", "code", "paragraph"],
        ),
    ],
)
def test_what_stays_and_what_goes(inside: str, kinds: list[str]) -> None:
    article = one(ARTICLE.format(inside))
    assert [block.kind.value for block in article.blocks] == kinds
    assert article.tags == ()


def test_a_form_inside_a_stored_body_is_no_copy() -> None:
    body = "<p>The end.</p><section class='subscribe-form'><h3>My letter</h3><form>Go</form></section>"
    assert [block.kind.value for block in blocks(body)] == ["paragraph", "embed"]


@pytest.mark.parametrize(
    "line",
    [
        "<p class=entry-meta>Published on <abbr class=published title='2026-05-05T09:30:00'>05/05/2026</abbr> by "
        "<span class='author vcard'><a href=/m>Ines Moll</a></span> in Roads and bridges</p>",
        "<p>By <a rel=author href=/m>Ines Moll</a> on <time datetime=2026-05-05>5 May 2026</time></p>",
        "<div class=byline>By Ines Moll | <span class=date>5 May 2026</span></div>",
        "<div itemprop=author><span itemprop=name>Ines Moll</span></div><time datetime=2026-05-05></time>",
    ],
)
def test_lines_of_author_and_date(line: str) -> None:
    article = one(ARTICLE.replace("</h1>", "</h1>" + line).format(""))
    assert texts(article, "byline") == ["Ines Moll"]
    published = article.published
    assert published is not None
    assert str(published.value).startswith(("2026-05-05", "5 May 2026"))
    assert len(article.blocks) == 2


def test_a_mark_between_author_and_date_is_no_slot() -> None:
    line = "<div><span class=byline>By Ines Moll</span> <i>•</i> <time datetime=2026-05-05>5 May</time></div>"
    article = one(ARTICLE.replace("</h1>", "</h1>" + line).format(""))
    assert article.slots == {}
    assert [block.kind for block in article.blocks] == [Kind.PARAGRAPH, Kind.PARAGRAPH]


def test_of_a_flood_of_tags_the_words_are_kept_and_what_is_no_copy_is_not() -> None:
    """More elements than any page has are read as their text alone."""
    flood = "<b>a</b> " * 40_000
    text = f"<html><body><article><p>The ferry {flood}<script>var lost = 1</script> stops here.</p></article>"
    (article,) = read(text.encode(), "page.html")
    words = " ".join(block.text for block in article.blocks)
    assert words.startswith("The ferry a a")
    assert words.endswith("a stops here.")
    assert words.count("a ") == 40_000
    assert faults(article) == []
