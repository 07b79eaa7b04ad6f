"""What kind of story an article is, from its own labels; rules are chosen by it.

Only what the article says of itself counts: a field, a label, a section, a folder. Where nothing is
said, a story is news.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from presslint.language.words.newsroom import STORY_LABELS
from presslint.regex import regex

if TYPE_CHECKING:
    from presslint.article import Article

STORY_TYPES = (
    "news",
    "analysis",
    "opinion",
    "review",
    "sport",
    "results",
    "live",
    "obituary",
    "explainer",
    "factbox",
    "press-release",
    "recipe",
    "newsletter",
    "interview",
    "docs",
    "event",
    "index",
)

# values of a field that names the type of work, folded
NAMED_TYPES: Mapping[str, str] = {
    **{kind: kind for kind in STORY_TYPES},
    **STORY_LABELS,
    **dict.fromkeys("opinionnewsarticle oped columnist blogopinion viewpoints".split(), "opinion"),
    **dict.fromkeys("analysisnewsarticle backgroundnewsarticle".split(), "analysis"),
    **dict.fromkeys("reviewnewsarticle reviewarticle criticreview".split(), "review"),
    **dict.fromkeys("liveblogposting liveblog live-blog".split(), "live"),
    **dict.fromkeys("howto faqpage qapage how-to fact-check".split(), "explainer"),
    **dict.fromkeys("techarticle apireference doc documentation guide manual reference".split(), "docs"),
    **dict.fromkeys("pressrelease news-release media-release for-immediate-release".split(), "press-release"),
    **dict.fromkeys("events webinar training workshop meeting".split(), "event"),
    **dict.fromkeys("recipes".split(), "recipe"),
    **dict.fromkeys("newsletters".split(), "newsletter"),
    **dict.fromkeys("interviews q-and-a".split(), "interview"),
    **dict.fromkeys("obituaries".split(), "obituary"),
    **dict.fromkeys("sports match-report".split(), "sport"),
    **dict.fromkeys("fixtures scores scoreboard".split(), "results"),
    **dict.fromkeys("list section home homepage collection archive".split(), "index"),
}
# sections, categories and folders that say as much
SECTION_TYPES: Mapping[str, str] = {
    **dict.fromkeys(
        "opinion opinions comment commentisfree editorial editorials op-ed columns letters views".split(),
        "opinion",
    ),
    **dict.fromkeys("analysis news-analysis".split(), "analysis"),
    **dict.fromkeys("review reviews film-reviews book-reviews".split(), "review"),
    **dict.fromkeys(
        "sport sports football cricket rugby tennis golf athletics baseball basketball soccer hockey".split(),
        "sport",
    ),
    **dict.fromkeys("results fixtures scores".split(), "results"),
    **dict.fromkeys("obituaries obituary".split(), "obituary"),
    **dict.fromkeys("explainers explainer fact-check factcheck faq".split(), "explainer"),
    **dict.fromkeys("press-releases press-release pressreleases newsroom-releases".split(), "press-release"),
    **dict.fromkeys("recipes recipe".split(), "recipe"),
    **dict.fromkeys("newsletters newsletter".split(), "newsletter"),
    **dict.fromkeys("interviews interview".split(), "interview"),
    **dict.fromkeys("events event".split(), "event"),
    **dict.fromkeys("docs documentation guides reference manual".split(), "docs"),
    **dict.fromkeys("resources communities policies help about support legal".split(), "docs"),
    **dict.fromkeys("liveblog live-blog live-updates".split(), "live"),
}
# labels of wire headlines that are no type by themselves
WIRE_TYPES: Mapping[str, str] = {
    **dict.fromkeys("soccer tennis rugby cricket golf athletics cycling".split(), "sport"),
    "motor racing": "sport",
    "column": "opinion",
    "breakingviews": "opinion",
}
NEWS_FOLDERS = frozenset("news posts blog articles stories".split())
INDEX_FILES = regex(r"(?:^|[/\\])(?:_index|index|readme|changelog|contributing)\.[a-z]{2,8}$", re.IGNORECASE)
FOLDED = regex(r"[\s_/]+")


def story_type(article: Article) -> str:
    """One of STORY_TYPES; the first of field, kicker, headline label, section, category, layout, folder.

    A label that only marks urgency (“Exclusive”, “Update”) says nothing about the type. A file name
    like `_index.md` is an index only where the article has no paragraph.
    """
    return (
        _from_fields(article, "story-type", NAMED_TYPES)
        or _from_fields(article, "kicker", NAMED_TYPES)
        or _from_headline(article)
        or _from_fields(article, "section", SECTION_TYPES)
        or _from_fields(article, "categories", SECTION_TYPES)
        or _from_fields(article, "layout", NAMED_TYPES)
        or _from_path(article)
        or "news"
    )


def _fold(text: str) -> str:
    return FOLDED.sub("-", text.strip().casefold()).strip("-:.")


def _from_fields(article: Article, name: str, table: Mapping[str, str]) -> str:
    for found in article.all(name):
        folded = _fold(found.text)
        kind = table.get(folded) or table.get(folded.replace("-", " ")) or table.get(folded.replace("-", ""))
        if kind and kind != "news":
            return kind
    return ""


def _from_headline(article: Article) -> str:
    from presslint.reading.lines import headline_label

    headline = article.headline
    label = headline_label(headline.text) if headline else None
    if label is None:
        return ""
    words = re.sub(r"\s\d{1,2}$", "", label[0]).casefold().removeprefix("the ")
    kind = NAMED_TYPES.get(words) or WIRE_TYPES.get(words) or ""
    return "" if kind in ("news", "results") else kind


def _from_path(article: Article) -> str:
    path = article.source.path.replace("\\", "/")
    for folder in [_fold(part).strip("_") for part in path.split("/")[:-1]][:-5:-1]:
        if folder in NEWS_FOLDERS:
            break
        if folder in SECTION_TYPES:
            return SECTION_TYPES[folder]
    if INDEX_FILES.search(path) and not article.prose:
        return "index"
    return ""
