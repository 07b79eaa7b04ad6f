"""Sanity: documents of its API and of its export, whose references lead to documents of the same file."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.article import Article
from presslint.model.source import Source
from presslint.reading import Settings, anyjson
from presslint.reading.cmsarticle import maps
from presslint.reading.envelope import Links, System, Translated, changed, made, renamed
from presslint.reading.tree import Entry, Node

SINGLE = False
SYSTEM = {"_createdAt": "published", "_updatedAt": "modified"}
UNPUBLISHED = ("drafts.", "versions.")  # how the ids of drafts and of releases begin


def read(node: Node, source: Source, settings: Settings) -> Iterator[Article]:
    """The articles among the documents of a list, or the one of a document by itself."""
    documents = list(maps(node))
    links = Links({document.text("_id"): document for document in documents} if len(documents) > 1 else {})

    def followed(inner: Node) -> Node | None:
        name = inner.text("_ref")
        return links.card(name) if name else None

    for document in documents:
        name = document.text("_id")
        if document.text("_type").startswith(("sanity.", "system.")):
            continue
        fields = [_known(found) for found in document.entries if not found.key.startswith("_")]
        view = changed(made(document, fields), followed)
        translated = Translated(view)
        for code in translated.stories(settings) or ("",):
            own = translated.view(code, next(iter(translated.codes), "")) if code else view
            if not anyjson.is_story(own, settings):
                continue
            record = System(own, source, settings, "sanity")
            record.in_language(translated, code)
            for key, canonical in SYSTEM.items():
                record.says(canonical, document, key)
            if name.startswith(UNPUBLISHED):
                record.draft(document, "_id")
            yield record.done(f"{name} {code}".strip(), links.nodes)


def _known(found: Entry) -> Entry:
    """The plugin for translated documents keeps their language under a name of its own."""
    return renamed(found, "language") if found.key == "__i18n_lang" else found
