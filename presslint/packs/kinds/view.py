"""What Vale sees of an article, for rules that come from a Vale style.

presslint masks quotations and takes the first heading for the headline; Vale reads every word that a reader
sees. This is a view of the same article: passages with their places, under the names that Vale's scopes
have for them.
"""

from __future__ import annotations

from msgspec import Struct

from presslint.article import Article
from presslint.model.document import once
from presslint.model.passage import Passage

SETTINGS = "vale"  # where `Article.settings` has them


class ValeSettings(Struct, frozen=True):
    """What a `.vale.ini` says that the rules themselves do not.

    `token_ignores` and `block_ignores` are regular expressions for what is no copy; the names of tags and
    classes are those of HTML. Empty `ignored_scopes` and `skipped_scopes` are Vale's own. `accepted` and
    `rejected` are the entries of a vocabulary, each a word or a regular expression. `dictionaries` is the
    folder of the Hunspell dictionaries. `plain` reads a file as text, whatever its format.
    """

    token_ignores: tuple[str, ...] = ()
    block_ignores: tuple[str, ...] = ()
    ignored_scopes: tuple[str, ...] = ()
    skipped_scopes: tuple[str, ...] = ()
    ignored_classes: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    dictionaries: str = ""
    plain: bool = False


class ValeBlock(Struct, frozen=True, eq=False):
    """A stretch of words that Vale judges at once, by the scope that it has there (`text.heading.h2`)."""

    scope: str
    passage: Passage


class ValeView(Struct, frozen=True, eq=False):
    """An article as Vale's rules see it."""

    blocks: tuple[ValeBlock, ...] = ()


def settings_of(article: Article) -> ValeSettings:
    """The settings that an article was read with; Vale's own where it was read without any."""
    found = article.settings.get(SETTINGS)
    return found if isinstance(found, ValeSettings) else ValeSettings()


@once
def vale_view(article: Article, settings: ValeSettings) -> ValeView:
    """The view of an article, made once for the same settings."""
    return ValeView()
