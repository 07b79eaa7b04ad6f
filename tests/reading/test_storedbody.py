"""A body kept in a value of the front matter is read as the article's body, in its exact place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from places import faults
from presslint.article import Article
from presslint.model.document import Kind
from presslint.reading import read, storedbody

HTML = "<p>The harbour council raised the fares &amp; closed a pier.</p>\n<h2>Piers</h2>\n<p>Three stay “open”.</p>"
MARKDOWN = "The harbour council **raised** the fares on Monday.\n\n## Piers\n\nThree stay \\“open”.\n"
SAYS = ["The harbour council raised the fares & closed a pier.", "Piers", "Three stay “open”."]


def article(text: str) -> Article:
    (found,) = read(text.encode("utf-8"), "content/2026-05-04-fares.md")
    assert faults(found) == []
    return found


def toml(key: str, value: str) -> str:
    return f'+++\ntitle = "Fares"\n{key} = {json.dumps(value)}\n+++\n'


def yaml_block(key: str, value: str, mark: str = "|") -> str:
    lines = "".join(f"  {line}\n" if line else "\n" for line in value.split("\n"))
    return f"---\ntitle: Fares\n{key}: {mark}\n{lines}---\n"


def texts(text: str) -> list[str]:
    return [block.text for block in article(text).walk() if block.text]


@pytest.mark.parametrize("key", ["raw-content", "rawContent", "content", "body", "html", "markdown"])
def test_html_under_a_key_of_a_body_is_the_body(key: str) -> None:
    assert texts(toml(key, HTML)) == SAYS


@pytest.mark.parametrize(
    "text",
    [
        toml("content", HTML),
        yaml_block("content", HTML),
        yaml_block("content", HTML, "|-"),
        yaml_block("content", HTML, "|2"),
        f"---\ntitle: Fares\ncontent: {json.dumps(HTML)}\n---\n",
        json.dumps({"title": "Fares", "content": HTML}) + "\n",
        f"+++\ntitle = 'Fares'\ncontent = '''\n{HTML}'''\n+++\n",
        f"+++\ntitle = 'Fares'\n[params]\ncontent = {json.dumps(HTML)}\n+++\n",
    ],
)
def test_every_form_of_front_matter_holds_a_body(text: str) -> None:
    found = article(text)
    assert [block.text for block in found.walk()] == SAYS
    for block in found.walk():
        assert block.passage is not None
        for word in block.passage.words:
            place = block.passage[word.start : word.end].span
            assert text[place.start : place.end] == word.text


def test_markdown_is_read_as_markdown() -> None:
    found = article(yaml_block("body", MARKDOWN))
    assert [block.kind for block in found.blocks] == [Kind.PARAGRAPH, Kind.HEADING, Kind.PARAGRAPH]
    assert found.blocks[0].text == "The harbour council raised the fares on Monday."


def test_a_folded_scalar_is_read_by_the_blank_lines_that_stay() -> None:
    text = "---\ntitle: Fares\ncontent: >-\n  The harbour council met\n  on Monday about fares and piers.\n\n\n  Three stay open.\n---\n"
    assert texts(text) == ["The harbour council met on Monday about fares and piers.", "Three stay open."]


def test_any_long_value_with_block_markup_is_the_body_and_a_short_one_is_not() -> None:
    long = f"<p>{'The council met. ' * 20}</p>"
    assert len(texts(toml("main-part", long))) == 1
    assert texts(toml("main-part", "<p>The council met.</p>")) == []


def test_a_value_of_a_known_field_is_never_the_body() -> None:
    assert texts(toml("description", f"<p>{'The council met. ' * 20}</p>")) == []


def test_few_words_without_markup_under_such_a_key_name_a_template() -> None:
    assert texts(toml("content", "seven words name no body at all")) == []
    assert len(texts(toml("content", "eight words are a body that stands here"))) == 1


def test_a_body_below_the_header_is_the_body() -> None:
    below = "The ferry sails at noon, and again at six, says the line on Monday.\n"
    assert texts(toml("content", HTML) + below) == [below.strip()]


def test_a_call_of_a_template_may_stand_below() -> None:
    assert texts(toml("content", HTML) + "{{< body >}}\n") == SAYS


def test_the_body_is_no_field_as_well() -> None:
    assert "extra" not in article(toml("raw-content", HTML)).fields


def test_comments_links_and_pictures_stand_in_their_places() -> None:
    value = '<p>See <a href="/fares">the fares</a> now.<!-- check --></p><img src="a.png" alt="Pier">'
    text = toml("html", value)
    found = article(text)
    (link,) = found.links
    assert link.target_span is not None
    assert text[slice(*link.target_span)] == "/fares"
    assert text[slice(*link.text.span)] == "the fares"
    assert [comment.text.strip() for comment in found.comments] == ["check"]
    assert [media.alt.text for media in found.all_media if media.alt] == ["Pier"]


def test_of_several_bodies_the_best_key_wins_and_then_the_longer() -> None:
    text = f"+++\nhtml = {json.dumps('<p>Second.</p>')}\nbody = {json.dumps('<p>First.</p>')}\n+++\n"
    assert texts(text) == ["First."]


def test_a_long_sound_string_is_not_read_twice_and_a_bad_escape_in_it_is_told() -> None:
    good = article(toml("content", "<p>" + "The council met. " * 400 + "</p>"))
    bad = article(f'+++\ntitle = "Fares"\ncontent = "<p>{"The council met. " * 400}\\q</p>"\n+++\n')
    assert good.problems == ()
    assert len(bad.problems) == 1


@given(st.text(st.sampled_from("ab é“\\\"'<>/p&;#*_\n"), max_size=60))
def test_words_of_any_body_stand_where_they_say(words: str) -> None:
    value = f"<p>harbour {words} pier</p>"
    article(toml("content", value))
    article(json.dumps({"title": "Fares", "content": value}) + "\n")
    article(f"---\ntitle: Fares\ncontent: {json.dumps(value)}\n---\n")


def test_html_and_markdown_are_told_apart_by_shape() -> None:
    assert storedbody.is_html("  <p>The pier.</p>\n\n<p>It opens.</p>")
    assert storedbody.is_html("The pier.<br><br>It opens.")
    assert not storedbody.is_html("The pier.\n\n<div>It opens.</div>\n\nSoon.")
    assert not storedbody.is_html("The *pier* opens.")


# -- HTML in other fields -------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["excerpt", "description", "dek"])
def test_html_in_a_field_of_words_is_read_as_html(key: str) -> None:
    text = (
        f'---\ntitle: Fares\n{key}: |\n  <p><img src="a.jpg" width="173">The <b>pier</b> opens.</p>\n'
        "  <p>Four more.</p>\n---\nText.\n"
    )
    found = article(text)
    (field,) = [each for group in found.fields.values() for each in group if each.key == key]
    assert field.text == "The pier opens. Four more."
    assert text[slice(*field.passage[4:8].span)] == "pier"


def test_a_headline_and_a_dek_that_speak_of_a_tag_keep_it() -> None:
    found = article("---\ntitle: The <em> element\ndek: What <template> does, and 3 < 4\n---\nText.\n")
    assert found.headline is not None
    assert found.headline.text == "The <em> element"
    assert found.dek is not None
    assert found.dek.text == "What <template> does, and 3 < 4"


def test_a_field_that_holds_a_picture_and_nothing_else_has_no_words() -> None:
    found = article('---\ntitle: Fares\nexcerpt: |\n  |\n  <p><img src="a.jpg"></p>\n---\nText.\n')
    assert found.dek is None
