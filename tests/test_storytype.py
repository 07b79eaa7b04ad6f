"""Story types: what an article says of itself, and news where it says nothing."""

from __future__ import annotations

import pytest

from presslint.article import Article
from presslint.desk.storytype import NAMED_TYPES, SECTION_TYPES, STORY_TYPES
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
        ("content/news/_index.md", "news"),
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
