"""Which language an article is in, and who says so.

What the article declares counts, then its file's name and folder, then the config; but a text that is
clearly in another language is in that language, whatever a template says of it.
"""

from __future__ import annotations

from presslint.language.identify import (
    CLEAR,
    ENOUGH,
    UNKNOWN,
    Told,
    language_tag,
    same,
    sample,
    tell,
)
from presslint.language.languages import WRITTEN_ALIKE, Language, language_of
from presslint.model.document import Document, Kind, once
from presslint.model.regex import regex

SUFFIX = regex(r"\.([a-z]{2}(?:[-_][a-z]{2,4})?)\.[a-z]{2,8}\Z", 0)
FOLDER = regex(r"[a-z]{2}(?:[-_][a-z]{2}|[-_]h(?:an|s|t)\w{0,3})?", 0)
AMBIGUOUS = frozenset(
    "no is it in to so as am an or my id co us uk ca ie io cs sc md st la be ai tv ma pa".split()
)
WEAK = 4  # words of another language that a short text needs to be no English
FEW = 200  # characters of prose that are too few to tell by
SCANT = 0.05  # the small words of an English text, at the least


@once
def told(article: Document) -> tuple[str, str]:
    """The article's language and, in words, where it was known from."""
    tag, origin = _known(article)
    text = tell(sample(_texts(article)))
    if text.is_clear and not same(text.language, tag.partition("-")[0]):
        return text.language, "from the text"
    if tag and not (tag.startswith("en") and _is_hardly_english(text)):
        return tag, origin
    return _unclear(text)


def primary_language(article: Document) -> str:
    """The first part of the language's tag: “pt” of “pt-br”."""
    primary = told(article)[0].partition("-")[0]
    return WRITTEN_ALIKE.get(primary, primary)


def language_data(article: Document) -> Language:
    """The words of the article's language: months, numbers, abbreviations…; none where it is not known."""
    return language_of(told(article)[0])


def _unclear(text: Told) -> tuple[str, str]:
    """Copy that says little: English unless something speaks against it."""
    against = text.hits - text.english
    if text.language != "en" and text.hits >= WEAK and text.ahead >= 1 and against >= 2:
        return (
            (text.language, "from the text") if text.hits >= CLEAR else (UNKNOWN, "not clear from the text")
        )
    if _is_hardly_english(text):
        return UNKNOWN, "not clear from the text"
    return "en", "as nothing speaks against it"


def _is_hardly_english(text: Told) -> bool:
    return text.words >= ENOUGH and text.english < SCANT * text.words


def _texts(article: Document) -> list[str]:
    """The words that tell: prose, or all of the body that is no code; with little of it, the headline."""

    texts = [passage.text for passage in article.prose]
    if sum(map(len, texts)) < FEW:
        texts = [block.text for block in article.walk() if block.kind is not Kind.CODE]
    if sum(map(len, texts)) < FEW:
        texts += [found.text for found in (article.headline, article.dek, article.description) if found]
    return texts


def _known(article: Document) -> tuple[str, str]:
    """What the article, its file's name, its folders or the config say."""
    for found in article.all("language"):
        tag = language_tag(found.text)
        if tag:
            return tag, "as the article says"
    *folders, name = article.place.lower().split("/")
    suffix = SUFFIX.search(name)
    if suffix is not None and language_tag(suffix[1]):
        return language_tag(suffix[1]), "from the file name"
    for folder in folders:
        if FOLDER.fullmatch(folder) and folder not in AMBIGUOUS and language_tag(folder):
            return language_tag(folder), "from the folder"
    set_to = language_tag(str(article.settings.get("language") or ""))
    return (set_to, "as the config says") if set_to else ("", "")
