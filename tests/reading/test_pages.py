"""Published pages: which part is the article, what its head says, and what is told of what was left out."""

from __future__ import annotations

import json

import pytest

from presslint.article import Article
from presslint.reading import read
from presslint.reading.furniture import Called, called

LEAD = "The harbour board voted on Tuesday to close the old pier for repairs until May, its chair said."
MORE = "Two ferries a day will leave from the north quay instead, and fares stay as they are for now."
COPY = f"<p>{LEAD}</p><p>{MORE}</p>"


def page(body: str, head: str = "") -> Article:
    text = f"<html><head><title>Pier closes</title>{head}</head><body>{body}</body></html>"
    return next(iter(read(text.encode(), "page.html")))


def copy(article: Article) -> list[str]:
    return [block.text for block in article.walk() if block.text]


@pytest.mark.parametrize(
    "label",
    ["field--label-hidden", "overflow-hidden", "sidebar-grid", "--has-ads", "l-sidebar-fixed", "md:hidden"],
)
def test_layout_and_modifiers_name_no_furniture(label: str) -> None:
    assert called(label) is Called.NOTHING
    assert copy(page(f'<h1>Pier closes</h1><div class="{label}">{COPY}</div>')) == [LEAD, MORE]


@pytest.mark.parametrize(
    "label",
    ["share-buttons", "c-related-articles", "article__newsletter-box", "werbung", "post-comments", "sidebar"],
)
def test_furniture_is_named_by_its_last_word(label: str) -> None:
    assert called(label) is not Called.NOTHING
    aside = f'<div class="{label}"><p>Ten more stories from the coast that our readers liked.</p></div>'
    assert copy(page(f"<article><h1>Pier closes</h1>{COPY}{aside}{COPY.replace('pier', 'lock')}</article>"))[
        2:
    ] == [
        LEAD.replace("pier", "lock"),
        MORE,
    ]


def test_streamed_parts_are_read_and_hidden_ones_are_not() -> None:
    hidden = f"<article><h1>Pier closes</h1>{COPY}</article><div hidden><p>{MORE} Again.</p></div>"
    assert copy(page(hidden)) == [LEAD, MORE]
    assert copy(page(f"<h1>Pier closes</h1><div hidden id='S:1'>{COPY}</div>")) == [LEAD, MORE]


def test_hidden_copy_is_read_where_nothing_else_is_the_article() -> None:
    many = "".join(f"<p>{LEAD[:-1]}, part {number}.</p>" for number in range(9))
    shown = "<p>To read on, take out a subscription for two crowns a month.</p>"
    assert len(copy(page(f"<article><h1>Pier closes</h1>{shown}<div hidden>{many}</div></article>"))) >= 9


@pytest.mark.parametrize(
    "line",
    [
        "<p>Stand: 22.04.2024, 06:00 Uhr</p>",
        "<p>Mis à jour le 4 mai 2026 à 10:15</p>",
        "<p><a href='/b'>Why the north quay was closed in the spring of last year</a></p>",
        "<div><p>Lesen Sie auch:</p><a href='/b'>Was der Hafen kostet</a></div>",
        "<div><h3>Empfohlener redaktioneller Inhalt</h3><p>Ich bin damit einverstanden, dass mir Inhalte angezeigt werden.</p></div>",
    ],
)
def test_times_links_and_consent_are_no_copy(line: str) -> None:
    article = page(f"<article><h1>Pier closes</h1><p>{LEAD}</p>{line}<p>{MORE}</p></article>")
    assert copy(article) == [LEAD, MORE]
    assert article.left_out


def test_a_caption_goes_to_its_picture() -> None:
    picture = "<div class='wp-caption'><img src='a.jpg' alt='Pier'><p class='caption-text'>The pier at dawn.</p></div>"
    article = page(f"<article><h1>Pier closes</h1><p>{LEAD}</p>{picture}<p>{MORE}</p></article>")
    assert copy(article) == [LEAD, MORE]
    assert [media.caption.text for media in article.all_media if media.caption] == ["The pier at dawn."]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Von Ana Ruiz", ["Ana Ruiz"]),
        ("Par Ana Ruiz et Ben Cole", ["Ana Ruiz", "Ben Cole"]),
        ("Por Ana Ruiz", ["Ana Ruiz"]),
        ("von DPA", ["DPA"]),
        ("By Ana Ruiz | @anaruiz", ["Ana Ruiz"]),
        ("Ana Ruiz 08:39", ["Ana Ruiz"]),
        ("Von der Heide", ["Von der Heide"]),
    ],
)
def test_bylines(written: str, names: list[str]) -> None:
    article = page(f"<article><h1>Pier closes</h1><p class='byline'>{written}</p>{COPY}</article>")
    assert [field.text for field in article.bylines] == names


def test_names_of_the_metadata_are_cut_out_of_the_line() -> None:
    data = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Ana Ruiz"}}</script>'
    )
    shown = "<div class='byline'>Ana Ruiz Harbour Correspondent</div>"
    article = page(f"<article><h1>Pier closes</h1>{shown}{COPY}</article>", data)
    assert [field.text for field in article.bylines if field.origin == "body"] == ["Ana Ruiz"]


def test_a_kicker_inside_the_heading_is_no_part_of_the_headline() -> None:
    article = page(f"<article><h1><span class='topline'>Harbour</span> Pier closes</h1>{COPY}</article>")
    assert article.headline is not None
    assert article.headline.text == "Pier closes"
    assert [field.text for field in article.all("kicker")] == ["Harbour"]


def test_tags_of_another_list_are_left() -> None:
    data = "<meta property='article:tag' content='Piers'><meta property='article:tag' content='Ferries'>"
    bar = "<ul class='tags'><li><a href='/t/a'>Football</a></li><li><a href='/t/b'>Elections</a></li></ul>"
    article = page(f"<article><h1>Pier closes</h1>{COPY}{bar}</article>", data)
    assert [field.text for field in article.tags] == ["Piers", "Ferries"]


def test_less_than_the_page_holds_is_told() -> None:
    text = " ".join(f"{LEAD[:-1]}, part {number}." for number in range(9))
    about = json.dumps({"@type": "NewsArticle", "articleBody": text})
    data = f'<script type="application/ld+json">{about}</script>'
    article = page(
        "<article><h1>Pier closes</h1><p>Sign in to read what the board said on Tuesday night.</p></article>",
        data,
    )
    problem = next(problem for problem in article.problems if problem.kind == "no-article")
    assert "11 of the 180 words that its JSON-LD has" in problem.message
    assert not article.blocks


def test_what_readers_wrote_below_is_not_the_article_that_is_missing() -> None:
    """A short post with a film, and a hundred comments under it."""
    comments = "".join(
        f"<div class='comment'><p>I was there on the night of the last bus, number {n}, and it was late again, "
        "as it is every year when the fair is in town and nobody counts.</p></div>"
        for n in range(100)
    )
    page = (
        "<html><head><meta property='og:type' content='article'></head><body><h1>The last night bus</h1>"
        "<div class='entry-content'><p>The council voted on Tuesday to end the night bus, and this film shows "
        f"its last trip to the harbour.</p></div><div class='comments'>{comments}</div></body></html>"
    )
    (article,) = read(page.encode(), "page.html")
    assert [block.text[:11] for block in article.blocks] == ["The council"]
    assert not [problem for problem in article.problems if problem.kind == "no-article"]


def names_in(article: Article) -> list[str]:
    return [name.text for name in article.all("byline") if name.origin == "body"]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("<div itemprop=author></div><div class=byline>By Ana Ruiz</div>", ["Ana Ruiz"]),
        (
            "<div class=byline><span>Ana Ruiz</span> <span>Ben Cole Ames</span></div>",
            ["Ana Ruiz", "Ben Cole Ames"],
        ),
        ("<p><a href='/authors/ana-ruiz'>Ana Ruiz</a> reports</p>", ["Ana Ruiz"]),
        ("<p><a href='/harbour/ana-ruiz'>Ana Ruiz</a> reports</p>", []),
        ("<div class=authorInfo><a href='/profiles/ana'>Ana Ruiz</a></div>", ["Ana Ruiz"]),
        ("<div><h3><a href='/tide'>Tide rises</a></h3><span class=byline>Ben Cole</span></div>", []),
        (
            "<div class=authors><ul><li class=authors>von <b class=author>Ana Ruiz</b></li></ul></div>",
            ["Ana Ruiz"],
        ),
        ("<div class=author><em>Last Updated: 4 May 2026</em></div>", [""]),
    ],
)
def test_a_byline_is_found_past_what_is_none(written: str, names: list[str]) -> None:
    article = page(f"<article><h1>Pier closes</h1><header>{written}</header><div>{COPY}</div></article>")
    assert names_in(article) == names


def test_a_slug_and_a_credit_in_the_metadata_name_nobody() -> None:
    metas = "".join(
        f"<meta name=author content='{name}'>" for name in ("ana-ruiz", "(Image: Cole)", "Ana Ruiz")
    )
    article = page(f"<article><h1>Pier closes</h1>{COPY}</article>", metas)
    assert [name.text for name in article.all("byline")] == ["Ana Ruiz"]


@pytest.mark.parametrize(("changed", "kind"), [("2026-05-06", "modified"), ("2026-05-07", "published")])
def test_the_day_of_a_change_is_told_from_that_of_publication(changed: str, kind: str) -> None:
    data = {
        "@type": "NewsArticle",
        "headline": "Pier closes",
        "datePublished": "2026-05-04",
        "dateModified": changed,
    }
    head = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    article = page(
        f"<article><h1>Pier closes</h1><time datetime=2026-05-06>6 May</time>{COPY}</article>", head
    )
    assert [day.text for day in article.all(kind) if day.origin == "body"] == ["6 May"]


def test_a_date_is_read_in_the_language_of_the_page() -> None:
    text = (
        "<html lang=de><head><title>Mole schließt</title></head><body><article><h1>Mole schließt</h1>"
        f"<div class=date>6. Mai 2026, Lesezeit 5 Min.</div>{COPY}</article></body></html>"
    )
    article = next(iter(read(text.encode(), "page.html")))
    assert [day.value for day in article.all("published")] == ["6. Mai 2026"]


@pytest.mark.parametrize("between", ["Harbour: Pier closes", "Harbour / Pier closes"])
def test_a_kicker_that_only_the_metadata_parts_is_kept_apart(between: str) -> None:
    text = (
        f"<html><head><title>{between}</title></head><body><article>"
        f"<h1><span>Harbour</span> <span>Pier closes</span></h1>{COPY}</article></body></html>"
    )
    article = next(iter(read(text.encode(), "page.html")))
    assert article.headline is not None
    assert article.headline.text == "Pier closes"
    assert [kicker.text for kicker in article.all("kicker")] == ["Harbour"]


def tags_in(article: Article) -> list[str]:
    return [tag.text for tag in article.all("tags")]


@pytest.mark.parametrize(
    ("below", "tags"),
    [
        ("<nav><a href='/topics/pier'>Pier</a><a href='/topics/ferry'>Ferry</a></nav>", ["Pier", "Ferry"]),
        (
            "<div><h4>Mehr lesen über</h4><ul><li><a href=/a/>Mole</a><li><a href=/b/>Hafen</a></ul></div>",
            ["Mole", "Hafen"],
        ),
        ("<nav><a href='/a/pier'>Pier</a><a href='/a/ferry'>Ferry</a></nav>", []),
        ("<a href=/x><div class=tag>Africa</div><b>A front that is split in two</b></a>", []),
    ],
)
def test_topics_below_the_text_are_tags(below: str, tags: list[str]) -> None:
    assert tags_in(page(f"<article><h1>Pier closes</h1><div>{COPY}</div>{below}</article>")) == tags


def test_a_list_of_tags_that_stands_twice_is_one() -> None:
    row = "<div class=tags><a rel=tag href=/a>Pier</a><a rel=tag href=/b>Ferry</a></div>"
    article = page(
        f"<article><h1>Pier closes</h1><div>{COPY}</div><section>{row}</section><section>{row}</section></article>"
    )
    assert tags_in(article) == ["Pier", "Ferry"]


@pytest.mark.parametrize(
    ("words", "tags"),
    [("board,closes,pier,may", []), ("board,closes,pier,quay", ["board", "closes", "pier", "quay"])],
)
def test_keywords_cut_from_the_address_are_no_tags(words: str, tags: list[str]) -> None:
    head = f"<meta name=keywords content='{words}'><link rel=canonical href='https://a.example/board-closes-pier-may'>"
    assert tags_in(page(f"<article><h1>Pier closes</h1>{COPY}</article>", head)) == tags


def test_a_line_that_only_leads_on_and_a_headline_as_name_of_the_site_are_the_pages() -> None:
    head = (
        "<meta property='og:title' content='Pier closes'><meta name=application-name content='Pier closes'>"
    )
    article = page(f"<article><h1>Pier closes</h1><div>{COPY}<p><b>Read more:</b></p></div></article>", head)
    assert copy(article) == [LEAD, MORE]
    assert not article.all("site")
