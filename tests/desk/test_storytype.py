"""Story types: what an article says of itself, and news where it says nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from presslint.article import Article
from presslint.config.config import Config
from presslint.desk.storytype import NAMED_TYPES, SECTION_TYPES, STORY_TYPES
from presslint.engine.lint import lint
from presslint.reading import Settings, read

COPY = "The council voted on Tuesday to cut eleven night bus routes after a shortfall of two million pounds."


def story(text: str, path: str = "story.md", **article: str) -> Article:
    (found,) = read(text.encode(), path, Settings(article=article))
    return found


def with_fields(**fields: str) -> str:
    lines = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\ntitle: Council cuts buses\n{lines}---\n\n{COPY}\n"


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({}, "news"),
        ({"type": "opinion"}, "opinion"),
        ({"genre": "OpinionNewsArticle"}, "opinion"),
        ({"genre": "Analysis"}, "analysis"),
        ({"type": "page"}, "page"),
        ({"layout": "contact"}, "page"),
        ({"kicker": "Privacy"}, "news"),
        ({"type": "profile"}, "news"),
        ({"layout": "redirect"}, "stub"),
        ({"articleType": "LiveBlogPosting"}, "live"),
        ({"kicker": "Fact check"}, "explainer"),
        ({"kicker": "Exclusive"}, "news"),
        ({"kicker": "Exclusive", "section": "Sport"}, "sport"),
        ({"section": "Opinion"}, "opinion"),
        ({"section": "Politics"}, "news"),
        ({"categories": "obituaries"}, "obituary"),
        ({"layout": "press-release"}, "press-release"),
        ({"layout": "post"}, "news"),
        ({"layout": "event"}, "event"),
        ({"type": "news", "section": "Sport"}, "sport"),
        ({"type": "post"}, "news"),
        ({"genre": "feature"}, "news"),
        ({"type": "review", "section": "Sport"}, "review"),
    ],
)
def test_from_fields(fields: dict[str, str], wanted: str) -> None:
    assert story(with_fields(**fields)).story_type == wanted


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("Analysis | Why the buses go", "analysis"),
        ("Opinion: the buses must stay", "opinion"),
        ("FACTBOX-Which buses go", "factbox"),
        ("UPDATE 1-Council cuts buses", "news"),
        ("SOCCER-Leeds beat York", "sport"),
        ("Obituary: Ana Ruiz, bus driver", "obituary"),
        ("Live updates: council votes on buses", "live"),
        ("Live music returns to Leeds", "news"),
        ("Review of bus routes begins", "news"),
        ("Opinion polls: what they say of buses", "news"),
        ("Results: what riders said in our survey", "news"),
        ("The buses must stay (opinion)", "opinion"),
    ],
)
def test_from_the_headline(headline: str, wanted: str) -> None:
    assert story(f"{headline}\n\n{COPY}\n", "story.txt").story_type == wanted


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("story.md", "news"),
        ("content/opinion/2026/buses.md", "opinion"),
        ("content/events/2026/buses.md", "event"),
        ("content/news/buses.md", "news"),
        ("docs/buses.md", "docs"),
        ("docs/_posts/2026-05-04-buses.md", "news"),
        ("content\\reviews\\buses.md", "review"),
        ("opinion-polls/buses.md", "news"),
        ("content/news/_index.md", "index"),
        ("content/news/_index.es.md", "index"),
        ("tests/fixtures/buses.md", "news"),
        ("about.md", "page"),
        ("content/privacy-policy.en.md", "page"),
        ("content/newsletters/newsletters-thanks.md", "page"),
        ("content/posts/about.md", "news"),
        ("content/authors/ana-ruiz.md", "page"),
        ("_layouts/post.md", "template"),
        ("archetypes/default.md", "template"),
        ("themes/plain/archetypes/default.md", "template"),
        ("content/layouts/buses.md", "news"),
        ("README.md", "docs"),
    ],
)
def test_from_the_folder(path: str, wanted: str) -> None:
    assert story(with_fields(), path).story_type == wanted


def test_a_file_without_copy_is_an_index() -> None:
    assert story("---\ntitle: News\n---\n", "content/news/_index.md").story_type == "index"


@pytest.mark.parametrize(
    ("label", "wanted"),
    [
        ("Opinion", "opinion"),
        ("FOR IMMEDIATE RELEASE", "press-release"),
        ("Sport", "sport"),
        ("Technology", "news"),
    ],
)
def test_from_a_line_above_the_headline(label: str, wanted: str) -> None:
    assert story(f"{label}\n\nCouncil cuts night buses\n\n{COPY}\n", "story.txt").story_type == wanted


def test_config_wins() -> None:
    assert story(with_fields(type="opinion"), **{"story-type": "review"}).story_type == "review"


def test_every_table_names_known_types() -> None:
    assert set(NAMED_TYPES.values()) <= set(STORY_TYPES)
    assert set(SECTION_TYPES.values()) <= set(STORY_TYPES)


def test_a_page_that_leads_elsewhere_or_is_made_by_a_template_is_a_stub() -> None:
    assert story("---\ntitle: Boats\nredirect_to: /ships/\n---\n").story_type == "stub"
    assert story("+++\ntitle = 'Boats'\ntemplate = 'latest.html'\n+++\n").story_type == "stub"
    assert story("---\ntitle: Boats\nlayout: post\n---\n").story_type == "news"
    assert story(f"---\ntitle: Boats\nredirect_from: /ships/\n---\n{COPY}\n").story_type == "news"


def test_an_index_that_has_a_story_is_one() -> None:
    text = f"---\ntitle: Boats\ndate: 2026-05-04\n---\n{COPY}\n"
    assert story(text, "content/posts/boats/index.md").story_type == "news"
    assert story("---\ntitle: Posts\n---\nAll posts.\n", "posts/index.html").story_type == "index"


def test_a_note_beside_a_post_is_no_story(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text(with_fields(), encoding="utf-8")
    note = tmp_path / "data.md"
    note.write_text("`boats.csv` is a copy of the table of the harbour.\n", encoding="utf-8")
    assert story(note.read_text(encoding="utf-8"), str(note)).story_type == "stub"
    note.write_text(with_fields(), encoding="utf-8")
    assert story(with_fields(), str(note)).story_type == "news"


def test_a_file_has_one_type_from_wherever_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "fixtures" / "docs"
    path = home / "content" / "buses.md"
    path.parent.mkdir(parents=True)
    path.write_text(with_fields(), encoding="utf-8")
    (home / "presslint.yaml").write_text("version: 1\n", encoding="utf-8")
    for folder in (tmp_path, home, path.parent):
        monkeypatch.chdir(folder)
        for name in (path, Path(os.path.relpath(path))):
            config = Config.load(path.parent)
            (article,) = read(path.read_bytes(), name.as_posix(), config.plan(name).reading)
            assert (article.place, article.story_type) == ("content/buses.md", "news")


def test_no_rule_reads_a_template() -> None:
    text = "---\ntitle: '{{ title }}'\n---\nLorem ipsum dolor sit amet.\n"
    (article,) = read(text.encode(), "archetypes/default.md")
    config = Config()
    result = lint(article, config.plan("archetypes/default.md").rules)
    assert not result.findings


def test_a_page_that_steers_a_template_engine_is_a_template() -> None:
    page = "<html><body>{% block content %}<h1>{{ article.title }}</h1>{% endblock %}</body></html>"
    assert story(page, "pages/article.html").story_type == "template"
    assert story("---\ntitle: Boats\n---\n<p>{% include note.html %}</p>", "boats.html").story_type == "news"
    assert story("<h1>Boats</h1><p>The board set {{ fare }}.</p>", "boats.html").story_type == "news"
