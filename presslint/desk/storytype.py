"""What kind of story an article is, from its own labels; rules are chosen by it.

Only what the article says of itself counts: a field, a label, a section, a folder as seen from the
site's root. Where nothing is said, a story is news. Some files beside stories are none:

- `template`: what a generator fills in (archetypes, layouts, scaffolds); no rule reads it;
- `stub`: a page without copy of its own: a redirect, a page that a template makes, a note beside a post;
- `index`: the page of a section, which lists others;
- `page`: what a site says of itself: about, contact, privacy, an author, a form.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from presslint.language.en.newsroom import STORY_LABELS
from presslint.model.regex import regex

if TYPE_CHECKING:
    from presslint.model.document import Document

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
    "page",
    "stub",
    "template",
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
# layouts and types of pages that are no stories
PAGE_TYPES: Mapping[str, str] = {
    **NAMED_TYPES,
    **dict.fromkeys(
        "archives taxonomy term terms tag tags landing landings blog-index post-list search feed".split(),
        "index",
    ),
    **dict.fromkeys("author about contact form game 404 error privacy static".split(), "page"),
    **dict.fromkeys("redirect redirected alias".split(), "stub"),
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
# what a folder says is said by fewer names: code has folders called fixtures, views and results too
FOLDER_TYPES: Mapping[str, str] = {
    **{name: kind for name, kind in SECTION_TYPES.items() if name not in ("fixtures", "views", "results")},
    **dict.fromkeys("authors author contributors people team staff-bios".split(), "page"),
}
TEMPLATE_FOLDERS = frozenset("archetypes layouts includes scaffolds".split())
# names of files that say what a page is
PAGE_FILES = frozenset(
    "about about-us about-me contact contact-us privacy privacy-policy terms terms-of-use terms-of-service "
    "imprint impressum datenschutz kontakt legal disclaimer accessibility cookies 404 500 error sorry thanks "
    "thank-you subscribe unsubscribe donate search sitemap masthead staff authors colophon credits license "
    "code-of-conduct donations advertise advertising jobs careers team".split()
)
REPOSITORY_FILES = regex(
    r"(?:readme|changelog|contributing|code_of_conduct|security|support|license|licence|authors|maintainers|"
    r"governance|pull_request_template|issue_template)(?:\.[a-z]{2,8})?",
    re.IGNORECASE,
)
REDIRECTS = frozenset("redirect redirectto redirecturl redirection redirectlink externalredirect".split())
PAGE_ENDS = frozenset("sorry thanks confirmation confirmed form unsubscribed".split())  # newsletter-thanks
SHALLOW = 3  # folders at most in which a file called “about” is a page of the site
FEW_WORDS = 40  # a section's page that lists others says no more than this
# labels of wire headlines that are no type by themselves
WIRE_TYPES: Mapping[str, str] = {
    **dict.fromkeys("soccer tennis rugby cricket golf athletics cycling".split(), "sport"),
    "motor racing": "sport",
    "column": "opinion",
    "breakingviews": "opinion",
}
NEWS_FOLDERS = frozenset("news posts blog articles stories".split())
INDEX_NAMES = frozenset(("index", "_index", "home", "default"))
# what steers Jinja, Liquid, Nunjucks and Twig
STEERING = regex(r"\{%[-+]? {0,4}(?:extends|block|for|if|include|macro|import|from|set|layout)\b")
FOLDED = regex(r"[\s_/]+")


def story_type(article: Document) -> str:
    """One of STORY_TYPES; the first of field, kicker, headline label, section, category, layout, folder.

    A label that only marks urgency (“Exclusive”, “Update”) says nothing about the type.
    """
    return (
        _template_or_stub(article)
        or _from_fields(article, "story-type", PAGE_TYPES)
        or _from_fields(article, "kicker", NAMED_TYPES)
        or _from_headline(article)
        or _from_fields(article, "section", SECTION_TYPES)
        or _from_fields(article, "categories", SECTION_TYPES)
        or _from_fields(article, "layout", PAGE_TYPES)
        or _from_path(article)
        or "news"
    )


def _template_or_stub(article: Document) -> str:
    """A file that is filled in, leads elsewhere or is made by a template, whatever else is said of it."""
    *folders, name = article.place.split("/")
    if any(folder.strip("_") in TEMPLATE_FOLDERS and _is_templates(folder, folders) for folder in folders):
        return "template"
    if article.format == "html" and _is_filled_in(article):
        return "template"
    if REPOSITORY_FILES.fullmatch(name):
        return "docs"
    if _is_stub(article):
        return "stub"
    return ""


def _is_templates(folder: str, folders: list[str]) -> bool:
    """`_layouts` wherever it is; `layouts` right below the root, of the site or of a theme."""
    return folder.startswith("_") or folders[0] == folder or folders[0] in ("themes", "exampleSite", "src")


def _is_filled_in(article: Document) -> bool:
    """Whether a page without front matter steers a template engine, so that it is a template itself."""
    text = article.source.text
    return "{%" in text and STEERING.search(text) is not None and not text.startswith(("---", "+++"))


def _is_stub(article: Document) -> bool:
    """A redirect, a page that its template makes, or a note that lies beside a post."""
    for found in article.all("extra"):
        key = FOLDED.sub("", found.key.casefold()).replace("-", "").replace(".", "")
        if key in REDIRECTS and found and not article.word_count:
            return True
    if article.word_count or article.blocks:
        return _is_beside_a_post(article)
    template = article.get("layout")
    return template is not None and template.text.endswith(
        (".html", ".njk", ".liquid", ".hbs", ".pug", ".jinja")
    )


def _is_beside_a_post(article: Document) -> bool:
    """A Markdown file without front matter in the folder of a post, which is its `index.md`."""
    name = article.place.rpartition("/")[2]
    if article.format != "markdown" or _stem(name) in INDEX_NAMES or "/" not in article.place:
        return False
    if any(found.origin == "front matter" for fields in article.fields.values() for found in fields):
        return False
    return bool(article.has_beside("index.md"))


def _stem(name: str) -> str:
    """The file's name without suffix and language: `_index` of `_index.es.md`."""
    return name.partition(".")[0].casefold()


def _fold(text: str) -> str:
    return FOLDED.sub("-", text.strip().casefold()).strip("-:.")


def _from_fields(article: Document, name: str, table: Mapping[str, str]) -> str:
    for found in article.all(name):
        folded = _fold(found.text)
        kind = table.get(folded) or table.get(folded.replace("-", " ")) or table.get(folded.replace("-", ""))
        if kind and kind != "news":
            return kind
    return ""


def _from_headline(article: Document) -> str:
    from presslint.desk.labels import headline_label

    headline = article.headline
    label = headline_label(headline.text) if headline else None
    if label is None:
        return ""
    words = re.sub(r"\s\d{1,2}$", "", label[0]).casefold().removeprefix("the ")
    kind = NAMED_TYPES.get(words) or WIRE_TYPES.get(words) or ""
    return "" if kind in ("news", "results") else kind


def _from_path(article: Document) -> str:
    *folders, name = article.place.split("/")
    stem = _fold(_stem(name))
    named = [_fold(part).strip("_") for part in folders]
    is_page = stem in PAGE_FILES or stem.rpartition("-")[2] in PAGE_ENDS
    if is_page and len(folders) <= SHALLOW and NEWS_FOLDERS.isdisjoint(named):
        return "page"
    if any(folder in ("authors", "author") for folder in named[-2:]):
        return "page"
    if _is_index(article, stem):
        return "index"
    for folder in named[:-5:-1]:
        if folder in NEWS_FOLDERS:
            break
        if folder in FOLDER_TYPES:
            return FOLDER_TYPES[folder]
    return ""


def _is_index(article: Document, stem: str) -> bool:
    """`_index` is a section's page; an `index` is one where it has hardly any words and no date."""
    if stem == "-index" or article.place.rpartition("/")[2].startswith("_index."):
        return True
    if stem not in INDEX_NAMES:
        return False
    return not article.prose or (
        article.word_count < FEW_WORDS and not article.published and not article.bylines
    )
